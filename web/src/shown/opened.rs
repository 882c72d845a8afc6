//! One award with everything that is known of it.

use mingbai_core::{
    Answer, Assessment, AwardId, Determination, Node as Explained, Per, Question,
    QuestionId, Standing, Standings, Status, Successor, Verdict,
};

use super::{Ask, Extra, Reader, Row, asking, row};
use crate::locale::Words;

/// One award with everything that is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// As lists show it.
    pub row: Row,
    /// What it is, in a sentence.
    pub summary: String,
    /// How its amount comes about.
    pub amount: String,
    /// Its criteria.
    pub criteria: Vec<Node>,
    /// Changes that would qualify, the smallest first.
    pub changes: Vec<String>,
    /// The questions that are still missing, the first one first.
    pub asks: Vec<Ask>,
    /// What the text leaves open.
    pub notes: Vec<String>,
    /// What is known of its validity.
    pub standings: Vec<StandingShown>,
    /// The title of its document.
    pub document: String,
    /// The departments that lead it.
    pub departments: Vec<String>,
    /// What to do next.
    pub next: Vec<String>,
    /// Whether it is granted once, so that it matters whether it was received.
    pub once: bool,
}

/// One thing that is known of an award's validity.
#[derive(Clone, Debug, PartialEq)]
pub struct StandingShown {
    /// In a few words.
    pub name: &'static str,
    /// What follows from it; may be empty.
    pub text: String,
    /// Whether all is well.
    pub good: bool,
}

/// A criterion, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// How it stands.
    pub status: Status,
    /// What it asks for.
    pub text: String,
    /// What was answered, or that nothing was.
    pub why: String,
    /// The question whose answer could be changed.
    pub question: Option<QuestionId>,
    /// Its parts.
    pub parts: Vec<Node>,
}

/// One award of an assessment in words; `None` where the pack has no such award.
pub fn opened(
    reader: &Reader<'_>,
    assessment: &Assessment<'_>,
    id: &AwardId,
    extra: Extra,
) -> Option<Opened> {
    let words = reader.words;
    let determination = assessment.get(id)?;
    let award = determination.award;
    let criteria = assessment.criteria(id);
    let text = reader.texts.awards.get(id);
    let questions = &assessment.pack.file().questions;
    let asks = asking(questions, &determination.missing);
    let asks = asks.into_iter().map(|question| Ask {
        question: question.id.clone(),
        text: reader.ask(question),
    });
    let departments: Vec<String> = award
        .departments
        .iter()
        .filter_map(|id| reader.texts.departments.get(id).cloned())
        .collect();
    let explanation = assessment.explain(id);
    let explained = explanation.iter().flat_map(|explanation| &explanation.criteria);
    let nodes = explained.map(|criterion| {
        let mut node = node(reader, questions, &criterion.node);
        if criterion.implied {
            node.why = [node.why.as_str(), words.implied()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(words.semicolon());
        }
        node
    });
    let misses = assessment.near_misses(id);
    let changes = misses.sets.iter().take(4).map(|steps| reader.steps(steps));
    let document = reader.texts.documents.get(&award.cite.document);
    Some(Opened {
        summary: text.map(|text| text.summary.clone()).unwrap_or_default(),
        amount: reader.prose.amount(&award.amount, award.per),
        changes: changes.collect(),
        criteria: nodes.collect(),
        asks: asks.collect(),
        notes: text.map(|text| text.notes.clone()).unwrap_or_default(),
        standings: standings(reader, assessment, determination),
        document: document.map(|title| words.document_title(title)).unwrap_or_default(),
        next: next_steps(reader, determination, &departments),
        once: !matches!(award.per, Some(Per::Year | Per::Item)),
        departments,
        row: row(reader, determination, criteria, extra),
    })
}

/// One explanation node: its words, what was answered, its parts.
fn node(reader: &Reader<'_>, questions: &[Question], explained: &Explained<'_>) -> Node {
    let words = reader.words;
    let condition = explained.condition;
    let text = match reader.prose.heading(condition) {
        Some(heading) => heading,
        None => reader.prose.condition(condition),
    };
    let why: Vec<String> = explained
        .facts
        .iter()
        .filter(|(fact, _)| fact.derived.is_none())
        .map(|(fact, answer)| {
            let said = match answer {
                None => words.not_answered().to_owned(),
                Some(Answer::Unknown) => words.answered_unsure().to_owned(),
                Some(answer) => words.your_answer(&reader.answer(fact, answer)),
            };
            match explained.facts.len() {
                1 => said,
                _ => words.of(&reader.label(&fact.id), &said),
            }
        })
        .collect();
    let changeable =
        explained.status == Status::Unmet || explained.status == Status::Open;
    let asked = explained.facts.iter().find(|(fact, _)| fact.derived.is_none());
    let question = asked.filter(|_| changeable).and_then(|(fact, answer)| {
        answer.as_ref()?;
        questions.iter().find(|it| it.facts.contains(&fact.id))
    });
    Node {
        status: explained.status,
        text,
        why: why.join(words.semicolon()),
        question: question.map(|question| question.id.clone()),
        parts: explained.parts.iter().map(|part| node(reader, questions, part)).collect(),
    }
}

fn next_steps(
    reader: &Reader<'_>,
    determination: &Determination<'_>,
    departments: &[String],
) -> Vec<String> {
    let words = reader.words;
    let text = reader.texts.awards.get(&determination.award.id);
    let own = text.map(|text| text.next.clone()).unwrap_or_default();
    if !own.is_empty() {
        return own;
    }
    let department = match departments.first() {
        Some(name) => name.as_str(),
        None => words.the_department(),
    };
    let mut steps = Vec::new();
    match determination.verdict {
        Verdict::Undetermined => steps.push(words.step_answer().to_owned()),
        Verdict::Eligible | Verdict::NeedsReview => {
            steps.push(words.step_prepare().to_owned());
        }
        Verdict::Ineligible | Verdict::Received => {}
    }
    if determination.standing.doubtful() {
        steps.push(words.step_verify().to_owned());
    }
    steps.push(words.step_ask(department));
    steps
}

fn standings(
    reader: &Reader<'_>,
    assessment: &Assessment<'_>,
    determination: &Determination<'_>,
) -> Vec<StandingShown> {
    let words = reader.words;
    let award = determination.award;
    let document = assessment.pack.document(&award.cite.document);
    let from = document.and_then(|it| it.from).map(|from| words.date(from));
    let until = document.and_then(|it| it.until).map(|until| words.date(until));
    let period = match (from, until) {
        (Some(from), Some(until)) => words.from_to(&from, &until),
        (Some(from), None) => words.from_on(&from),
        (None, Some(until)) => words.until_on(&until),
        (None, None) => String::new(),
    };
    let later = || {
        let touches = |it: &&Successor| {
            it.since <= assessment.as_of
                && (it.awards.is_empty() || it.awards.contains(&award.id))
        };
        let successors = document.map(|it| it.successors.as_slice()).unwrap_or_default();
        let titles = successors.iter().filter(touches).filter_map(|it| {
            let title = reader.texts.documents.get(&it.document)?;
            Some(words.superseded_by(title))
        });
        titles.collect::<Vec<_>>().join("")
    };
    let shown = |standing| match standing {
        Standing::InForce => (words.in_force(), period.clone()),
        Standing::NotYet => (words.not_yet(), period.clone()),
        Standing::Expired => (words.expired(), period.clone()),
        Standing::Draft => (words.draft(), words.draft_text().to_owned()),
        Standing::ExpiryNotStated => {
            (words.expiry_not_stated(), words.expiry_not_stated_text().to_owned())
        }
        Standing::PossiblySuperseded => (words.superseded(), later()),
    };
    let each = determination.standing.iter().map(|standing| {
        let (name, text) = shown(standing);
        StandingShown { name, text, good: standing == Standing::InForce }
    });
    each.collect()
}

/// The shortest word for a validity that is not simply in force.
pub fn standing(words: Words, standings: Standings) -> Option<&'static str> {
    let said = [
        (Standing::Draft, words.standing_draft()),
        (Standing::Expired, words.standing_expired()),
        (Standing::NotYet, words.standing_not_yet()),
        (Standing::PossiblySuperseded, words.standing_short()),
        (Standing::ExpiryNotStated, words.standing_short()),
    ];
    said.into_iter().find(|(it, _)| standings.contains(*it)).map(|(_, said)| said)
}
