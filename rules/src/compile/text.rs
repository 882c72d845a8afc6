//! The words of a pack, a file for each language.

use std::collections::BTreeMap;

use mingbai_core::{
    AwardText, FactText, Language, PackFile, QuestionText, SCHEMA, Texts,
};

use super::divisions_shown;
use super::traditional::traditional;
use super::uses::Uses;
use crate::parse::{FactDecl, QuestionDecl, Words};
use crate::resolve::Resolved;

/// The words of `rules` in every language.
pub(super) fn texts(
    resolved: &Resolved<'_>,
    rules: &PackFile,
    uses: &Uses,
) -> Vec<Texts> {
    Language::ALL
        .into_iter()
        .map(|language| one(resolved, rules, uses, language))
        .collect()
}

/// Picks the words of one language.
#[derive(Clone, Copy)]
struct Pick(Language);

impl Pick {
    fn of(self, words: &Words) -> String {
        self.pair(&words.zh, &words.en)
    }

    fn pair(self, zh: &str, en: &str) -> String {
        match self.0 {
            Language::ChineseSimplified => zh.to_owned(),
            Language::ChineseTraditional => traditional(zh),
            Language::English => en.to_owned(),
        }
    }

    fn maybe(self, words: Option<&Words>) -> Option<String> {
        words.map(|words| self.of(words))
    }
}

fn one(
    resolved: &Resolved<'_>,
    rules: &PackFile,
    uses: &Uses,
    language: Language,
) -> Texts {
    let pick = Pick(language);
    let scope = &resolved.scope;
    let own = rules.jurisdiction;
    let decls: BTreeMap<&str, &FactDecl> =
        resolved.facts.iter().map(|(decl, fact)| (fact.id.as_str(), *decl)).collect();
    let facts = rules.facts.iter().filter_map(|fact| {
        let decl = decls.get(fact.id.as_str())?;
        Some((fact.id.clone(), fact_text(decl, pick)))
    });
    let questions = resolved.questions.iter().filter_map(|(decl, question)| {
        let kept = rules.questions.iter().find(|it| it.id == question.id)?;
        let first = decls.get(question.facts.first()?.as_str())?;
        Some((kept.id.clone(), question_text(decl, first, pick)))
    });
    let sections = rules
        .sections
        .iter()
        .filter_map(|id| Some((id.clone(), pick.of(scope.section(id.as_str()).ok()?))));
    let awards = resolved.awards.iter().map(|award| {
        let decl = award.decl;
        let all = |words: &[Words]| words.iter().map(|words| pick.of(words)).collect();
        let text = AwardText {
            title: pick.of(&decl.title),
            summary: pick.of(&decl.summary),
            notes: all(&decl.notes),
            next: all(&decl.next),
        };
        (award.award.id.clone(), text)
    });
    let kept = resolved
        .documents
        .iter()
        .filter(|(_, document)| rules.documents.iter().any(|it| it.id == document.id));
    let documents = kept.flat_map(|(decl, document)| {
        let successors = decl.successors.iter();
        let successors = successors
            .map(|it| (it.id.value.as_str().into(), pick.of(&it.title)))
            .collect::<Vec<_>>();
        successors.into_iter().chain([(document.id.clone(), pick.of(&decl.title))])
    });
    let reviews = uses
        .reviews
        .iter()
        .filter_map(|id| Some((id.clone(), pick.of(resolved.reviews.get(id)?))));
    let groups = resolved
        .groups
        .iter()
        .filter(|(_, group)| rules.groups.iter().any(|it| it.id == group.id))
        .map(|(decl, group)| (group.id.clone(), pick.of(&decl.text)));
    let departments = rules.awards.iter().flat_map(|award| &award.departments);
    let departments = departments.filter_map(|id| {
        Some((id.clone(), pick.of(scope.department(id.as_str()).ok()?)))
    });
    let divisions = scope
        .divisions()
        .filter(|(code, _)| divisions_shown(own, uses, *code))
        .map(|(code, words)| (code.to_string(), pick.of(words)));
    let name = scope.own.pack.as_ref().map(|pack| pick.of(&pack.name));
    Texts {
        schema: SCHEMA,
        version: rules.version.clone(),
        language,
        name: name.unwrap_or_default(),
        facts: facts.collect(),
        questions: questions.collect(),
        sections: sections.collect(),
        awards: awards.collect(),
        documents: documents.collect(),
        reviews: reviews.collect(),
        groups: groups.collect(),
        departments: departments.collect(),
        divisions: divisions.collect(),
    }
}

fn fact_text(decl: &FactDecl, pick: Pick) -> FactText {
    let name = pick.pair(&decl.name.value, &decl.en);
    FactText {
        ask: pick.maybe(decl.ask.as_ref()).unwrap_or_else(|| name.clone()),
        name,
        hint: pick.maybe(decl.hint.as_ref()),
        unit: pick.maybe(decl.unit.as_ref()),
        yes: pick.maybe(decl.yes.as_ref()),
        no: pick.maybe(decl.no.as_ref()),
        label: pick.maybe(decl.label.as_ref()),
        options: decl
            .kind
            .options()
            .iter()
            .map(|option| (option.id.value.as_str().into(), pick.of(&option.words)))
            .collect(),
    }
}

/// The words of a question; one about a single fact borrows that fact's.
fn question_text(decl: &QuestionDecl, first: &FactDecl, pick: Pick) -> QuestionText {
    let name = pick.pair(&first.name.value, &first.en);
    let single = decl.facts.len() == 1;
    let ask = decl.ask.as_ref().or(first.ask.as_ref());
    let hint = match (&decl.hint, single) {
        (Some(hint), _) => Some(hint),
        (None, true) => first.hint.as_ref(),
        (None, false) => None,
    };
    QuestionText {
        ask: pick.maybe(ask).unwrap_or_else(|| name.clone()),
        hint: pick.maybe(hint),
        name: pick.maybe(decl.name.as_ref()).unwrap_or(name),
    }
}
