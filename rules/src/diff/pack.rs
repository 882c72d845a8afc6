//! Two states of a jurisdiction's rules compared.

use std::collections::BTreeSet;

use mingbai_core::{
    Amount, Document, Expression, Fact, FactText, Group, Jurisdiction, Kind, Language,
    Pack,
};

use super::award::{self, State};
use super::{Change, PackDifference, Subject, What};
use crate::compile::CompiledPack;
use crate::docs::award::Reader;

/// A pack in a language; a pack without words in it is read in the language it has.
pub(super) fn state<'p>(
    pack: Option<&'p Pack>,
    compiled: Option<&'p CompiledPack>,
    language: Language,
) -> Option<Reader<'p>> {
    let texts = &compiled?.texts;
    let texts = texts.iter().find(|it| it.language == language).or(texts.first())?;
    Some(Reader::new(pack?, texts))
}

/// What changed for a jurisdiction; `None` where neither state has it.
pub(super) fn difference(
    jurisdiction: Jurisdiction,
    old: Option<Reader<'_>>,
    new: Option<Reader<'_>>,
) -> Option<PackDifference> {
    let current = new.or(old)?;
    let version = |reader: Reader<'_>| reader.texts.version.clone();
    let mut changes = Changes::default();
    match (&old, &new) {
        (Some(old), Some(new)) => changes.between(old, new),
        (Some(old), None) => changes.whole(old, What::Removed),
        (None, Some(new)) => changes.whole(new, What::Added),
        (None, None) => {}
    }
    Some(PackDifference {
        jurisdiction,
        name: current.texts.name.clone(),
        old: old.map(version),
        new: new.map(version),
        changes: changes.all,
    })
}

#[derive(Default)]
struct Changes {
    all: Vec<Change>,
}

/// What a change is about.
#[derive(Clone, Copy)]
struct About<'a> {
    subject: Subject,
    id: &'a str,
    title: &'a str,
}

impl Changes {
    fn say(
        &mut self,
        about: About<'_>,
        what: What,
        old: Option<String>,
        new: Option<String>,
    ) {
        self.all.push(Change {
            subject: about.subject,
            id: about.id.to_owned(),
            title: about.title.to_owned(),
            who: None,
            what,
            old,
            new,
            effect: None,
        });
    }

    fn differ(&mut self, about: About<'_>, what: What, old: String, new: String) {
        if old != new {
            self.say(about, what, Some(old), Some(new));
        }
    }

    /// A pack that is new, or gone.
    fn whole(&mut self, reader: &Reader<'_>, what: What) {
        for award in &reader.pack.file().awards {
            self.all.push(award::whole(State { reader, award }, what));
        }
    }

    fn between(&mut self, old: &Reader<'_>, new: &Reader<'_>) {
        self.documents(old, new);
        let (before, after) = (old.pack, new.pack);
        for award in &before.file().awards {
            if after.award(&award.id).is_none() {
                let state = State { reader: old, award };
                self.all.push(award::whole(state, What::Removed));
            }
        }
        for award in &after.file().awards {
            let state = State { reader: new, award };
            match before.award(&award.id) {
                None => self.all.push(award::whole(state, What::Added)),
                Some(award) => {
                    let before = State { reader: old, award };
                    self.all.extend(award::changes(before, state));
                }
            }
        }
        self.groups(old, new);
        self.facts(old, new);
        self.interview(old, new);
        if self.all.is_empty() && before.file() != after.file() {
            let about = About { subject: Subject::Pack, id: "", title: &new.texts.name };
            let (old, new) = (&old.texts.version, &new.texts.version);
            self.say(about, What::Unsaid, Some(old.clone()), Some(new.clone()));
        }
    }

    fn documents(&mut self, old: &Reader<'_>, new: &Reader<'_>) {
        let title = |reader: &Reader<'_>, document: &Document| {
            reader.words.title(reader.document_title(&document.id))
        };
        for document in &old.pack.file().documents {
            if new.pack.document(&document.id).is_none() {
                let title = title(old, document);
                let id = document.id.as_str();
                let about = About { subject: Subject::Document, id, title: &title };
                let validity = validity(old, document).join(&old.words.stop());
                self.say(about, What::Removed, Some(validity), None);
            }
        }
        for document in &new.pack.file().documents {
            let now = title(new, document);
            let id = document.id.as_str();
            let about = About { subject: Subject::Document, id, title: &now };
            let Some(before) = old.pack.document(&document.id) else {
                let validity = validity(new, document).join(&new.words.stop());
                self.say(about, What::Added, None, Some(validity));
                continue;
            };
            self.differ(about, What::Title, title(old, before), now.clone());
            let (was, is) = (validity(old, before), validity(new, document));
            let gone: Vec<_> = was.iter().filter(|it| !is.contains(it)).collect();
            let come: Vec<_> = is.iter().filter(|it| !was.contains(it)).collect();
            for at in 0..gone.len().max(come.len()) {
                let said = |list: &[&String]| list.get(at).map(|it| (*it).clone());
                self.say(about, What::Validity, said(&gone), said(&come));
            }
        }
    }

    fn groups(&mut self, old: &Reader<'_>, new: &Reader<'_>) {
        let find = |reader: &Reader<'_>, group: &Group| -> Option<Group> {
            let groups = &reader.pack.file().groups;
            groups.iter().find(|it| it.id == group.id).cloned()
        };
        let members = |reader: &Reader<'_>, group: &Group| {
            let titles: Vec<String> =
                group.awards.iter().map(|id| reader.title(id)).collect();
            titles.join(&reader.words.comma())
        };
        let text = |reader: &Reader<'_>, group: &Group| {
            reader.texts.groups.get(&group.id).cloned().unwrap_or_default()
        };
        let said = |reader: &Reader<'_>, group: &Group| {
            let colon = reader.words.colon();
            format!("{}{colon}{}", reader.rule(group), members(reader, group))
        };
        for group in &old.pack.file().groups {
            if find(new, group).is_none() {
                let (id, title) = (group.id.as_str(), text(old, group));
                let about = About { subject: Subject::Group, id, title: &title };
                self.say(about, What::Removed, Some(said(old, group)), None);
            }
        }
        for group in &new.pack.file().groups {
            let (id, title) = (group.id.as_str(), text(new, group));
            let about = About { subject: Subject::Group, id, title: &title };
            let Some(before) = find(old, group) else {
                self.say(about, What::Added, None, Some(said(new, group)));
                continue;
            };
            self.differ(about, What::Rule, old.rule(&before), new.rule(group));
            if before.awards != group.awards {
                let (was, is) = (members(old, &before), members(new, group));
                self.differ(about, What::Members, was, is);
            }
            self.differ(about, What::Wording, text(old, &before), title.clone());
            let cite = |reader: &Reader<'_>, group: &Group| {
                let title = reader.document_title(&group.cite.document);
                reader.words.cite(title, &group.cite.article)
            };
            self.differ(about, What::Source, cite(old, &before), cite(new, group));
        }
    }

    fn facts(&mut self, old: &Reader<'_>, new: &Reader<'_>) {
        for fact in &old.pack.file().facts {
            if new.pack.fact(&fact.id).is_none() {
                let title = old.prose.name(&fact.id);
                let about = About { subject: Subject::Fact, id: fact.id.as_str(), title };
                self.say(about, What::Removed, Some(asked(old, fact)), None);
            }
        }
        for fact in &new.pack.file().facts {
            let title = new.prose.name(&fact.id);
            let about = About { subject: Subject::Fact, id: fact.id.as_str(), title };
            let Some(before) = old.pack.fact(&fact.id) else {
                self.say(about, What::Added, None, Some(asked(new, fact)));
                continue;
            };
            let (was, is) = (meaning(old, before), meaning(new, fact));
            if was == is && before != fact {
                self.say(about, What::Unsaid, None, Some(is));
            } else {
                self.differ(about, What::Meaning, was, is);
            }
            let (was, is) = (wording(old, fact), wording(new, fact));
            self.differ(about, What::Wording, was, is);
        }
    }

    fn interview(&mut self, old: &Reader<'_>, new: &Reader<'_>) {
        let (before, after) = (old.pack.file(), new.pack.file());
        let facts = |reader: &Reader<'_>| -> BTreeSet<String> {
            let facts = reader.pack.file().facts.iter();
            facts.map(|fact| fact.id.to_string()).collect()
        };
        // Questions that come and go with their facts are no news.
        let arranged = before.questions != after.questions
            || before.sections != after.sections
            || old.texts.questions != new.texts.questions
            || old.texts.sections != new.texts.sections;
        if arranged && facts(old) == facts(new) {
            let about = About { subject: Subject::Pack, id: "", title: &new.texts.name };
            self.say(about, What::Interview, None, None);
        }
    }
}

/// What is known of a document's validity, one thing after the other, the days from which
/// later documents may apply included.
fn validity(reader: &Reader<'_>, document: &Document) -> Vec<String> {
    let words = reader.words;
    let mut said = Vec::new();
    if document.draft {
        said.push(words.draft());
    }
    let period = words.period(document.from, document.until);
    match (document.until, period.is_empty()) {
        (None, true) => said.push(words.expiry_not_stated()),
        (None, false) => {
            said.push(format!("{period}{}{}", words.clause(), words.expiry_not_stated()));
        }
        (Some(_), _) => said.push(period),
    }
    for later in &document.successors {
        let title = words.title(reader.document_title(&later.document));
        let awards = later.awards.iter().map(|id| reader.title(id));
        let remark: Vec<String> =
            [words.since(later.since)].into_iter().chain(awards).collect();
        let remark = words.bracketed(&remark.join(&words.stop()));
        said.push(format!("{}{}{title}{remark}", words.superseded(), words.colon()));
    }
    said
}

/// How a fact is asked, or that it is computed.
fn asked(reader: &Reader<'_>, fact: &Fact) -> String {
    match &fact.derived {
        Some(formula) => reader.words.computed(&expression(reader, formula)),
        None => {
            let text = reader.texts.facts.get(&fact.id);
            text.map(|text| text.ask.clone()).unwrap_or_default()
        }
    }
}

/// An expression in prose, through the amount that it would be.
fn expression(reader: &Reader<'_>, expression: &Expression) -> String {
    match expression {
        Expression::Number(number) => mingbai_core::prose::grouped(*number),
        other => reader.prose.amount(&Amount::Fixed(other.clone()), None),
    }
}

/// How a fact comes about, as far as prose says it.
fn meaning(reader: &Reader<'_>, fact: &Fact) -> String {
    let words = reader.words;
    let mut said = Vec::new();
    if let Some(formula) = &fact.derived {
        said.push(words.computed(&expression(reader, formula)));
    }
    match &fact.kind {
        Kind::Count(domain)
        | Kind::Decimal(domain)
        | Kind::Money(domain)
        | Kind::Percent(domain)
        | Kind::Year(domain) => {
            let least = reader.prose.number(fact, domain.min);
            let most = domain.max.map(|max| reader.prose.number(fact, max));
            said.push(words.between(&least, most.as_deref()));
        }
        Kind::Choice(options) | Kind::Choices(options) => {
            let labels = options.iter().map(|it| reader.prose.option(&fact.id, it));
            said.push(labels.collect::<Vec<_>>().join(&words.comma()));
        }
        Kind::YesNo | Kind::Date | Kind::Jurisdiction => {}
    }
    if let Some(applies) = &fact.applies {
        let when = reader.prose.condition(&applies.asked_if);
        let otherwise = reader.prose.value(fact, &applies.otherwise);
        said.push(words.asked_if(&when, &otherwise));
    }
    said.join(&words.stop())
}

/// The words that an applicant reads about a fact.
fn wording(reader: &Reader<'_>, fact: &Fact) -> String {
    let Some(text) = reader.texts.facts.get(&fact.id) else { return String::new() };
    let FactText { name, ask, hint, unit, yes, no, label, options } = text;
    let mut said = vec![name.as_str(), ask.as_str()];
    said.extend([hint, unit, yes, no, label].into_iter().flatten().map(String::as_str));
    said.extend(options.values().map(String::as_str));
    // A fact without a question of its own is asked by its name.
    said.dedup();
    said.join(&reader.words.stop())
}
