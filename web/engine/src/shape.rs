//! Explanations and answers as plain shapes, the same on every machine.

use mingbai_core::{
    Answer, Answers, Condition, Explained, Explanation, Json, Node, Pack, Prose, Status,
    Texts,
};
use serde::Serialize;

/// One criterion of an award and how it stands.
#[derive(Debug, Serialize)]
pub struct Criterion<'a> {
    /// Where it stands in the law.
    cite: &'a mingbai_core::Citation,
    /// The text presupposes it without saying it.
    implied: bool,
    #[serde(flatten)]
    part: Part,
}

/// A part of a criterion and how it stands.
#[derive(Debug, Serialize)]
pub struct Part {
    status: Status,
    /// In words, where texts were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// Its members; empty for a leaf.
    parts: Vec<Part>,
    /// The facts that a leaf names, with what was said of each; `null`: not asked.
    facts: Vec<Said>,
}

/// A fact and what was said of it.
#[derive(Debug, Serialize)]
pub struct Said {
    fact: String,
    answer: Option<Json>,
}

/// The criteria of an explanation, in words where `texts` are given.
pub fn criteria<'a>(
    pack: &Pack,
    texts: Option<&Texts>,
    explanation: &Explanation<'a>,
) -> Vec<Criterion<'a>> {
    let prose = texts.map(|texts| Prose::new(pack, texts));
    let criterion = |it: &Explained<'a>| Criterion {
        cite: it.cite,
        implied: it.implied,
        part: part(prose.as_ref(), &it.node),
    };
    explanation.criteria.iter().map(criterion).collect()
}

fn part(prose: Option<&Prose<'_>>, node: &Node<'_>) -> Part {
    let said = |condition: &Condition, prose: &Prose<'_>| {
        prose.heading(condition).unwrap_or_else(|| prose.condition(condition))
    };
    Part {
        status: node.status,
        text: prose.map(|prose| said(node.condition, prose)),
        parts: node.parts.iter().map(|it| part(prose, it)).collect(),
        facts: node
            .facts
            .iter()
            .map(|(fact, answer)| Said {
                fact: fact.id.to_string(),
                answer: answer.map(Answer::to_json),
            })
            .collect(),
    }
}

/// Reads answers; every one that does not fit, in one message.
///
/// # Errors
///
/// The lines of all answers that do not fit their facts.
pub fn answers(pack: &Pack, json: &str) -> Result<Answers, String> {
    Answers::from_json(pack, json).map_err(|errors| {
        let lines: Vec<String> = errors.0.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })
}

#[cfg(test)]
mod tests {
    use mingbai_core::{Date, assess};

    use super::*;

    #[test]
    fn an_explanation_names_facts_and_answers() {
        let pack =
            Pack::from_json(include_str!("../../../core/examples/pack.json")).unwrap();
        let given =
            answers(&pack, r#"{"registered_in": "371000", "patents": 20}"#).unwrap();
        let assessment = assess(&pack, &given, Date::constant(2026, 11, 22));
        let explanation = assessment.explain(&"patents-20".into()).unwrap();
        let shown = criteria(&pack, None, &explanation);
        let json = serde_json::to_string(&shown).unwrap();
        assert!(json.contains(r#"{"fact":"patents","answer":"20"}"#), "{json}");
        assert!(json.contains(r#""status":"met""#), "{json}");
    }

    #[test]
    fn every_answer_that_does_not_fit_is_named() {
        let pack =
            Pack::from_json(include_str!("../../../core/examples/pack.json")).unwrap();
        let error = answers(&pack, r#"{"patents": "many", "hnte": 3}"#).unwrap_err();
        assert!(error.contains("patents") && error.contains("hnte"), "{error}");
    }
}
