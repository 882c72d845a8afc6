//! Two states of an award compared.

use std::collections::BTreeSet;

use mingbai_core::{Award, Condition, Criterion, Kind, OptionId};

use super::condition::{Comparing, Found};
use super::{Change, Effect, Subject, What};
use crate::docs::award::{AwardPage, KIND, Line, Reader};
use crate::docs::words::Words;

/// One state of an award: its rule, and what is said of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct State<'r, 'p> {
    pub(super) reader: &'r Reader<'p>,
    pub(super) award: &'r Award,
}

/// An award that is new, or gone.
pub(super) fn whole(state: State<'_, '_>, what: What) -> Change {
    let page = state.reader.award(state.award);
    let words = state.reader.words;
    let amount = lines(words, &page.amount);
    let said = format!("{amount}{}{}", words.stop(), page.source);
    let (old, new) = match what {
        What::Removed => (Some(said), None),
        _ => (None, Some(said)),
    };
    Change {
        subject: Subject::Award,
        id: state.award.id.to_string(),
        title: page.title.clone(),
        who: Some(who(words, &page)),
        what,
        old,
        new,
        effect: None,
    }
}

/// Whom an award is for, on one line.
fn who(words: Words, page: &AwardPage) -> String {
    lines(words, &page.who)
}

fn lines(words: Words, lines: &[Line]) -> String {
    let all: Vec<String> = lines.iter().map(|line| line.flat(words)).collect();
    all.join(&words.stop())
}

/// What changed in an award.
pub(super) fn changes(old: State<'_, '_>, new: State<'_, '_>) -> Vec<Change> {
    let (before, after) = (old.reader.award(old.award), new.reader.award(new.award));
    let words = new.reader.words;
    let mut found = Vec::new();
    let mut differ = |what, before: String, after: String| {
        if before != after {
            let (old, new) = (Some(before), Some(after));
            found.push(Found { what, old, new, effect: None });
        }
    };
    differ(What::Title, before.title.clone(), after.title.clone());
    differ(What::Source, before.source.clone(), after.source.clone());
    let (money_before, money_after) =
        (lines(words, &before.amount), lines(words, &after.amount));
    let same_money = money_before == money_after;
    differ(What::Amount, money_before, money_after);
    differ(What::HowOften, before.how_often.clone(), after.how_often.clone());
    differ(What::HowChosen, before.how_chosen.clone(), after.how_chosen.clone());
    let departments = |page: &AwardPage| match page.departments.is_empty() {
        true => words.not_in_charge(),
        false => page.departments.join(&words.comma()),
    };
    differ(What::Departments, departments(&before), departments(&after));
    differ(What::Summary, before.summary.clone(), after.summary.clone());
    if same_money && old.award.amount != new.award.amount {
        let said = lines(words, &after.amount);
        let (old, new) = (None, Some(said));
        found.push(Found { what: What::Unsaid, old, new, effect: None });
    }
    criteria(old, new, &mut found);
    // The steps that the catalogue adds by itself follow from other changes.
    let words_of = |state: State<'_, '_>| {
        let text = state.reader.texts.awards.get(&state.award.id);
        text.map(|text| (text.notes.clone(), text.next.clone())).unwrap_or_default()
    };
    let (notes_before, next_before) = words_of(old);
    let (notes_after, next_after) = words_of(new);
    came_and_went(What::Note, &notes_before, &notes_after, &mut found);
    came_and_went(What::NextStep, &next_before, &next_after, &mut found);
    let who = who(words, &after);
    found
        .into_iter()
        .map(|found| Change {
            subject: Subject::Award,
            id: new.award.id.to_string(),
            title: after.title.clone(),
            who: Some(who.clone()),
            what: found.what,
            old: found.old,
            new: found.new,
            effect: found.effect,
        })
        .collect()
}

fn came_and_went(what: What, old: &[String], new: &[String], found: &mut Vec<Found>) {
    for gone in old.iter().filter(|it| !new.contains(it)) {
        found.push(Found { what, old: Some(gone.clone()), new: None, effect: None });
    }
    for come in new.iter().filter(|it| !old.contains(it)) {
        found.push(Found { what, old: None, new: Some(come.clone()), effect: None });
    }
}

fn criteria(old: State<'_, '_>, new: State<'_, '_>, found: &mut Vec<Found>) {
    let kinds = kinds(old.reader, old.award, new.reader, new.award, found);
    let of = |award: &'_ Award| -> Vec<Criterion> {
        let all = award.criteria.iter();
        all.filter(|it| !kinds || !about_kinds(&it.condition)).cloned().collect()
    };
    let (before, after) = (of(old.award), of(new.award));
    let conditions = |criteria: &'_ [Criterion]| -> Vec<Condition> {
        criteria.iter().map(|criterion| criterion.condition.clone()).collect()
    };
    let (gone, come) = (conditions(&before), conditions(&after));
    let (gone, come): (Vec<_>, Vec<_>) = (gone.iter().collect(), come.iter().collect());
    Comparing::new(old.reader, new.reader).lists(&gone, &come, found);
    // What is required is the same; how the text says it may differ.
    for criterion in &after {
        let same = before.iter().find(|it| it.condition == criterion.condition);
        let Some(same) = same.filter(|it| *it != criterion) else { continue };
        let words = new.reader.words;
        let said = new.reader.condition(&criterion.condition).flat(words);
        let place = |reader: &Reader<'_>, criterion: &Criterion| {
            let title = reader.document_title(&criterion.cite.document);
            let cite = words.cite(title, &criterion.cite.article);
            let implied =
                if criterion.implied { words.implied() } else { words.stated() };
            format!(
                "{said}{}",
                words.bracketed(&format!("{cite}{}{implied}", words.stop()))
            )
        };
        found.push(Found {
            what: What::Implied,
            old: Some(place(old.reader, same)),
            new: Some(place(new.reader, criterion)),
            effect: None,
        });
    }
}

/// Whether a condition only lists kinds of applicants.
fn about_kinds(condition: &Condition) -> bool {
    match condition {
        Condition::OneOf { fact, .. } => fact.as_str() == KIND,
        Condition::Not(inner) => {
            matches!(&**inner, Condition::OneOf { fact, .. } if fact.as_str() == KIND)
        }
        _ => false,
    }
}

/// Says which kinds of applicants came and went; `false` where the kinds cannot be told.
fn kinds(
    old: &Reader<'_>,
    before: &Award,
    new: &Reader<'_>,
    after: &Award,
    found: &mut Vec<Found>,
) -> bool {
    let (Some(before), Some(after)) = (allowed(old, before), allowed(new, after)) else {
        return false;
    };
    let labels = |reader: &Reader<'_>, kinds: Vec<&OptionId>| {
        let label = |kind: &OptionId| reader.prose.option(&KIND.into(), kind).to_owned();
        kinds.into_iter().map(label).collect::<Vec<_>>().join(&reader.words.comma())
    };
    let gone: Vec<_> = before.iter().filter(|kind| !after.contains(kind)).collect();
    if !gone.is_empty() {
        found.push(Found {
            what: What::KindsRemoved,
            old: Some(labels(old, gone)),
            new: None,
            effect: Some(Effect::Harder),
        });
    }
    let come: Vec<_> = after.iter().filter(|kind| !before.contains(kind)).collect();
    if !come.is_empty() {
        found.push(Found {
            what: What::KindsAdded,
            old: None,
            new: Some(labels(new, come)),
            effect: Some(Effect::Easier),
        });
    }
    true
}

/// The kinds that an award's plain lists of kinds leave, in the fact's order.
fn allowed(reader: &Reader<'_>, award: &Award) -> Option<Vec<OptionId>> {
    let fact = reader.pack.fact(&KIND.into())?;
    let Kind::Choice(all) = &fact.kind else { return None };
    let mut left: BTreeSet<&OptionId> = all.iter().collect();
    for criterion in &award.criteria {
        match &criterion.condition {
            Condition::OneOf { fact, options } if fact.as_str() == KIND => {
                left.retain(|kind| options.contains(kind));
            }
            Condition::Not(inner) => match &**inner {
                Condition::OneOf { fact, options } if fact.as_str() == KIND => {
                    left.retain(|kind| !options.contains(kind));
                }
                _ => {}
            },
            _ => {}
        }
    }
    Some(all.iter().filter(|kind| left.contains(kind)).cloned().collect())
}
