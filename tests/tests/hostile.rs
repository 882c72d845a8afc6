//! No pack and no answer makes the engine panic, however it was made.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::iter_over_hash_type,
    clippy::print_stdout,
    reason = "a test may"
)]

use std::sync::Arc;

use mingbai_core::{Answers, Language, Pack, Prose, Session, Texts, assess};
use mingbai_tests::property::check;
use mingbai_tests::random::{Arithmetic, Case, Dice};
use serde_json::{Value as Json, json};

/// How many random cases each property sees.
const CASES: u32 = 3_000;

/// Does everything that can be done with a pack.
fn exercise(pack: Pack, answers: &str, case: &Case) {
    let pack = Arc::new(pack);
    let answers = Answers::from_json(&pack, answers).unwrap_or_default();
    let assessment = assess(&pack, &answers, case.date);
    serde_json::to_string(&assessment).unwrap();
    let texts = texts();
    let prose = Prose::new(&pack, &texts);
    for award in &pack.file().awards {
        assessment.explain(&award.id);
        assessment.near_misses(&award.id);
        for criterion in &award.criteria {
            prose.condition(&criterion.condition);
        }
        prose.amount(&award.amount, award.per);
    }
    let mut session = Session::with_answers(Arc::clone(&pack), case.date, answers);
    for _ in 0..8 {
        let Some(next) = session.next_question() else { break };
        for fact in &next.facts {
            session.answer(fact, Some(mingbai_core::Answer::Unknown)).unwrap();
        }
        session.remaining();
    }
    serde_json::to_string(&session.report()).unwrap();
}

fn texts() -> Texts {
    Texts {
        schema: mingbai_core::SCHEMA,
        version: String::new(),
        language: Language::English,
        name: String::new(),
        facts: Default::default(),
        questions: Default::default(),
        sections: Default::default(),
        awards: Default::default(),
        documents: Default::default(),
        reviews: Default::default(),
        groups: Default::default(),
        departments: Default::default(),
        divisions: Default::default(),
    }
}

/// Every place in a value, as a path.
fn places(json: &Json, path: &str, into: &mut Vec<String>) {
    into.push(path.to_owned());
    match json {
        Json::Array(members) => {
            for (index, member) in members.iter().enumerate() {
                places(member, &format!("{path}/{index}"), into);
            }
        }
        Json::Object(members) => {
            for (key, member) in members {
                places(member, &format!("{path}/{key}"), into);
            }
        }
        _ => {}
    }
}

/// A value that nobody sensible would write.
fn strange(dice: &mut Dice) -> Json {
    let most = "79228162514264337593543950335";
    let all = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(u64::MAX),
        json!(1.5),
        json!(""),
        json!("0"),
        json!(most),
        json!(format!("-{most}")),
        json!("0.0000000000000000000000000001"),
        json!("100000000000000"),
        json!("-100000000000000"),
        json!("-009999-01-01"),
        json!("9999-12-31"),
        json!("371000"),
        json!("100000"),
        json!([]),
        json!({}),
        json!({"number": most}),
        json!({"min": most, "max": format!("-{most}")}),
        json!({"max": most}),
        json!(["red", "red"]),
    ];
    dice.pick(&all).clone()
}

/// Puts strange values, or values from elsewhere, in some places.
fn disturb(dice: &mut Dice, json: &mut Json) {
    for _ in 0..1 + dice.below(3) {
        let mut paths = Vec::new();
        places(json, "", &mut paths);
        let new = match dice.once_in(2) {
            true => {
                json.pointer(dice.pick::<String>(&paths)).cloned().unwrap_or_default()
            }
            false => strange(dice),
        };
        if let Some(place) = json.pointer_mut(dice.pick::<String>(&paths)) {
            *place = new;
        }
    }
}

#[test]
fn disturbed_packs_are_refused_or_used_without_a_panic() {
    check(CASES, Arithmetic::Any, |case| {
        let mut dice = case.dice.clone();
        let mut json = serde_json::to_value(&case.file).unwrap();
        disturb(&mut dice, &mut json);
        let answers = case.answers(&case.pack()).to_json().to_string();
        if let Ok(pack) = Pack::from_json(&json.to_string()) {
            exercise(pack, &answers, case);
        }
        Ok(())
    });
}

#[test]
fn torn_packs_are_refused_or_used_without_a_panic() {
    check(CASES, Arithmetic::Any, |case| {
        let mut dice = case.dice.clone();
        let mut bytes = serde_json::to_vec(&case.file).unwrap();
        for _ in 0..1 + dice.below(4) {
            let place = dice.below(bytes.len());
            match dice.below(3) {
                0 => bytes[place] = *dice.pick(b"0919-.\"{}[]:,ealn"),
                1 => drop(bytes.remove(place)),
                _ => bytes.truncate(place.max(1)),
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(pack) = Pack::from_json(&text) {
            exercise(pack, "{}", case);
        }
        Ok(())
    });
}

#[test]
fn disturbed_answers_are_refused_or_used_without_a_panic() {
    check(CASES, Arithmetic::Any, |case| {
        let mut dice = case.dice.clone();
        let pack = case.pack();
        let mut answers = serde_json::to_value(case.answers(&pack).to_json()).unwrap();
        for fact in &case.file.facts {
            if dice.once_in(2) {
                answers[fact.id.as_str()] = strange(&mut dice);
            }
        }
        disturb(&mut dice, &mut answers);
        exercise(pack, &answers.to_string(), case);
        Ok(())
    });
}
