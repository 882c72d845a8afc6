//! Which names a folder sees: its own, and those of the folders that contain it.

use std::collections::BTreeMap;

use mingbai_core::Jurisdiction;

use crate::diagnostic::{Code, Diagnostics};
use crate::parse::{
    AwardDecl, Declarations, DocumentDecl, FactDecl, Named, ParameterDecl, QuestionDecl,
    Words,
};
use crate::source::{Span, Spanned};

/// Everything that one folder sees, by name.
#[derive(Debug)]
pub(crate) struct Scope<'d> {
    pub(crate) own: &'d Declarations,
    /// Containing folders first, then the folder itself.
    pub(crate) visible: Vec<&'d Declarations>,
    /// By id and by name.
    facts: BTreeMap<&'d str, &'d FactDecl>,
    /// By code and by zh name.
    divisions: BTreeMap<&'d str, (Jurisdiction, &'d Words)>,
    documents: BTreeMap<&'d str, &'d DocumentDecl>,
    departments: BTreeMap<&'d str, &'d Words>,
    sections: BTreeMap<&'d str, &'d Words>,
    reviews: BTreeMap<&'d str, &'d Words>,
    questions: BTreeMap<&'d str, &'d QuestionDecl>,
    awards: BTreeMap<&'d str, &'d AwardDecl>,
}

/// A name that is not there.
pub(crate) struct Unknown {
    /// It was declared, but its declaration was refused: nothing more is said.
    pub(crate) garbled: bool,
}

impl<'d> Scope<'d> {
    /// Gathers the names; one that is given twice is reported.
    pub(super) fn new(
        own: &'d Declarations,
        visible: Vec<&'d Declarations>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut names = Names { diagnostics };
        let mut fact_ids = Seen::new("fact");
        let mut scope = Self {
            own,
            visible,
            facts: BTreeMap::new(),
            divisions: BTreeMap::new(),
            documents: BTreeMap::new(),
            departments: BTreeMap::new(),
            sections: BTreeMap::new(),
            reviews: BTreeMap::new(),
            questions: BTreeMap::new(),
            awards: BTreeMap::new(),
        };
        let mut documents = Seen::new("document");
        let mut questions = Seen::new("question");
        let mut awards = Seen::new("award");
        let mut groups = Seen::new("group");
        let mut division_codes = Seen::new("division");
        let mut lists =
            [Seen::new("department"), Seen::new("section"), Seen::new("review")];
        for folder in scope.visible.clone() {
            for parameter in &folder.parameters {
                names.take(&mut fact_ids, &parameter.name);
            }
            for fact in &folder.facts {
                if names.take(&mut fact_ids, &fact.id) {
                    scope.facts.insert(&fact.id.value, fact);
                }
                let same = fact.name.value == fact.id.value;
                if !same && names.take(&mut fact_ids, &fact.name) {
                    scope.facts.insert(&fact.name.value, fact);
                }
                let mut options = Seen::new("option");
                for option in fact.kind.options() {
                    names.take(&mut options, &option.id);
                }
            }
            for document in &folder.documents {
                if names.take(&mut documents, &document.id) {
                    scope.documents.insert(&document.id.value, document);
                }
                let mut articles = Seen::new("article");
                for article in &document.articles {
                    names.take(&mut articles, &article.number);
                }
            }
            for question in &folder.questions {
                if names.take(&mut questions, &question.id) {
                    scope.questions.insert(&question.id.value, question);
                }
            }
            let [departments, sections, reviews] = &mut lists;
            for (seen, list, into) in [
                (departments, &folder.departments, &mut scope.departments),
                (sections, &folder.sections, &mut scope.sections),
                (reviews, &folder.reviews, &mut scope.reviews),
            ] {
                for Named { id, words } in list {
                    if names.take(seen, id) {
                        into.insert(&id.value, words);
                    }
                }
            }
            for (code, words) in &folder.divisions {
                let text = Spanned::new(code.value.to_string(), code.span);
                if names.take_owned(&mut division_codes, text) {
                    scope.divisions.insert(&words.zh, (code.value, words));
                }
            }
        }
        for award in &own.awards {
            if names.take(&mut awards, &award.id) {
                scope.awards.insert(&award.id.value, award);
            }
        }
        for group in &own.groups {
            names.take(&mut groups, &group.id);
        }
        scope
    }

    /// Whether every file could be read; otherwise names may be unknown for that reason.
    pub(crate) fn sound(&self) -> bool {
        self.visible.iter().all(|folder| !folder.broken)
    }

    fn unknown(&self, name: &str) -> Unknown {
        let garbled = self.visible.iter().any(|folder| folder.garbled.contains(name));
        Unknown { garbled: garbled || !self.sound() }
    }

    /// A fact by its id or its name.
    pub(crate) fn fact(&self, name: &str) -> Result<&'d FactDecl, Unknown> {
        self.facts.get(name).copied().ok_or_else(|| self.unknown(name))
    }

    pub(crate) fn fact_names(&self) -> impl Iterator<Item = &'d str> {
        self.facts.keys().copied()
    }

    /// All visible parameters.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &'d ParameterDecl> + use<'d> {
        self.visible.clone().into_iter().flat_map(|folder| &folder.parameters)
    }

    /// All visible facts, in the author's order.
    pub(crate) fn facts(&self) -> impl Iterator<Item = &'d FactDecl> {
        let own = self.visible.clone().into_iter().flat_map(|folder| &folder.facts);
        // A second declaration of the same id has been reported.
        own.filter(|fact| {
            self.facts
                .get(fact.id.value.as_str())
                .is_some_and(|it| std::ptr::eq(*it, *fact))
        })
        .collect::<Vec<_>>()
        .into_iter()
    }

    /// A division by its zh name.
    pub(crate) fn division(&self, name: &str) -> Result<Jurisdiction, Unknown> {
        let found = self.divisions.get(name).map(|(code, _)| *code);
        found.ok_or_else(|| self.unknown(name))
    }

    pub(crate) fn division_names(&self) -> impl Iterator<Item = &'d str> {
        self.divisions.keys().copied()
    }

    /// All visible divisions with their names.
    pub(crate) fn divisions(&self) -> impl Iterator<Item = (Jurisdiction, &'d Words)> {
        self.divisions.values().copied()
    }

    pub(crate) fn document(&self, id: &str) -> Result<&'d DocumentDecl, Unknown> {
        self.documents.get(id).copied().ok_or_else(|| self.unknown(id))
    }

    pub(crate) fn document_ids(&self) -> impl Iterator<Item = &'d str> {
        self.documents.keys().copied()
    }

    pub(crate) fn documents(&self) -> impl Iterator<Item = &'d DocumentDecl> {
        self.documents.values().copied()
    }

    pub(crate) fn department(&self, id: &str) -> Result<&'d Words, Unknown> {
        self.departments.get(id).copied().ok_or_else(|| self.unknown(id))
    }

    pub(crate) fn department_ids(&self) -> impl Iterator<Item = &'d str> {
        self.departments.keys().copied()
    }

    pub(crate) fn section(&self, id: &str) -> Result<&'d Words, Unknown> {
        self.sections.get(id).copied().ok_or_else(|| self.unknown(id))
    }

    pub(crate) fn section_ids(&self) -> impl Iterator<Item = &'d str> {
        self.sections.keys().copied()
    }

    pub(crate) fn review(&self, id: &str) -> Result<&'d Words, Unknown> {
        self.reviews.get(id).copied().ok_or_else(|| self.unknown(id))
    }

    pub(crate) fn review_ids(&self) -> impl Iterator<Item = &'d str> {
        self.reviews.keys().copied()
    }

    pub(crate) fn question(&self, id: &str) -> Result<&'d QuestionDecl, Unknown> {
        self.questions.get(id).copied().ok_or_else(|| self.unknown(id))
    }

    pub(crate) fn question_ids(&self) -> impl Iterator<Item = &'d str> {
        self.questions.keys().copied()
    }

    /// All visible questions, in the author's order.
    pub(crate) fn questions(&self) -> impl Iterator<Item = &'d QuestionDecl> {
        let all = self.visible.clone().into_iter().flat_map(|folder| &folder.questions);
        all.filter(|question| {
            let first = self.questions.get(question.id.value.as_str());
            first.is_some_and(|it| std::ptr::eq(*it, *question))
        })
        .collect::<Vec<_>>()
        .into_iter()
    }

    pub(crate) fn award(&self, id: &str) -> Result<&'d AwardDecl, Unknown> {
        self.awards.get(id).copied().ok_or_else(|| self.unknown(id))
    }

    pub(crate) fn award_ids(&self) -> impl Iterator<Item = &'d str> {
        self.awards.keys().copied()
    }

    /// Whether this is the declaration that counts, and no repetition of an id.
    pub(crate) fn counts(&self, award: &AwardDecl) -> bool {
        let first = self.awards.get(award.id.value.as_str());
        first.is_some_and(|first| std::ptr::eq(*first, award))
    }
}

/// The first place of each name of one kind.
struct Seen {
    what: &'static str,
    places: BTreeMap<String, Span>,
}

impl Seen {
    fn new(what: &'static str) -> Self {
        Self { what, places: BTreeMap::new() }
    }
}

struct Names<'a> {
    diagnostics: &'a mut Diagnostics,
}

impl Names<'_> {
    /// Notes a name; `false` when it is taken, which is reported.
    fn take(&mut self, seen: &mut Seen, name: &Spanned<String>) -> bool {
        self.take_owned(seen, name.clone())
    }

    fn take_owned(&mut self, seen: &mut Seen, name: Spanned<String>) -> bool {
        let Some(first) = seen.places.get(&name.value) else {
            seen.places.insert(name.value, name.span);
            return true;
        };
        let message = format!("the {} `{}` is declared twice", seen.what, name.value);
        self.diagnostics
            .report(Code::NameTwice, name.span, message)
            .label("again here")
            .related(*first, "first here")
            .hint("give one of the two another name");
        false
    }
}
