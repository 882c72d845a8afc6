//! The real packs, compiled from rules/packs, and random applicants for them.

use std::path::Path;

use mingbai_core::{Answer, Answers, Date, Kind, Pack, PackFile, Value};
use mingbai_rules::{Sources, compile};

use crate::oracle::domain;
use crate::random::Dice;

/// Days between those on which the documents change.
pub const DATES: [Date; 3] = [
    Date::constant(2026, 11, 22),
    Date::constant(2019, 6, 1),
    Date::constant(2023, 1, 1),
];

/// Every pack of the project.
///
/// # Panics
///
/// When the rules have errors.
pub fn packs() -> Vec<PackFile> {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/packs");
    let sources = Sources::read(&rules).expect("the rules can be read");
    let compilation = compile(&sources);
    assert_eq!(compilation.diagnostics.errors(), 0, "`mingbai check` shows them");
    compilation.packs.into_iter().map(|pack| pack.rules).collect()
}

/// The pack of Weihai, the largest one.
///
/// # Panics
///
/// When there is none.
pub fn weihai() -> PackFile {
    let mut packs = packs();
    packs.retain(|pack| pack.jurisdiction.to_string() == "371000");
    packs.pop().expect("the pack of Weihai")
}

/// The values of a pack's facts that applicants are drawn from.
#[derive(Clone, Debug)]
pub struct Values {
    of: Vec<Vec<Value>>,
}

impl Values {
    /// Yes and no, every option, and the numbers and places around each constant.
    pub fn new(file: &PackFile) -> Self {
        let of = file.facts.iter().map(|fact| match fact.derived {
            Some(_) => vec![Value::YesNo(false)],
            None => complete(domain::values(file, fact, None)),
        });
        Self { of: of.collect() }
    }

    /// One applicant of whom everything is known.
    ///
    /// Most are registered where the rules apply, most have little of what is asked, and
    /// the kind of applicant is any.
    pub fn applicant(&self, dice: &mut Dice, file: &PackFile) -> Vec<Value> {
        let generous = 2 + dice.below(4);
        file.facts
            .iter()
            .zip(&self.of)
            .map(|(fact, values)| match &fact.kind {
                Kind::YesNo => Value::YesNo(dice.once_in(generous)),
                Kind::Jurisdiction if !dice.once_in(6) => {
                    let code = file.jurisdiction.code() + 2;
                    let home = code.try_into().expect("a county of the city");
                    Value::Jurisdiction(home)
                }
                _ => dice.pick(values).clone(),
            })
            .collect()
    }

    /// Another value of the fact at `place`.
    pub fn other(&self, dice: &mut Dice, place: usize) -> Option<Value> {
        self.of.get(place).map(|values| dice.pick(values).clone())
    }
}

/// Of places, those that are counties: a city's code is no complete answer.
fn complete(mut values: Vec<Value>) -> Vec<Value> {
    values.retain(|value| match value {
        Value::Jurisdiction(place) => place.code() % 100 != 0,
        _ => true,
    });
    values
}

/// The answers of somebody who says everything.
pub fn everything(pack: &Pack, applicant: &[Value]) -> Answers {
    let mut answers = Answers::new();
    for (fact, value) in pack.file().facts.iter().zip(applicant) {
        if fact.derived.is_none() {
            let answer = Some(Answer::Known(value.clone()));
            answers.set(pack, &fact.id, answer).expect("a value of its fact");
        }
    }
    answers
}

/// The answers of somebody who says some of it: values, ranges, don't knows.
pub fn something(dice: &mut Dice, pack: &Pack, applicant: &[Value]) -> Answers {
    let mut answers = Answers::new();
    let silent = 2 + dice.below(4);
    for (fact, value) in pack.file().facts.iter().zip(applicant) {
        if fact.derived.is_some() || dice.below(6) >= silent {
            continue;
        }
        let answer = part(dice, value);
        answers.set(pack, &fact.id, Some(answer)).expect("an answer about its fact");
    }
    answers
}

fn part(dice: &mut Dice, value: &Value) -> Answer {
    match (value, dice.below(8)) {
        (_, 0) => Answer::Unknown,
        (Value::Number(number), 1) => Answer::Range { min: Some(*number), max: None },
        (Value::Number(number), 2) => Answer::Range { min: None, max: Some(*number) },
        (Value::Jurisdiction(place), 1) => {
            let city = place.parent().expect("a county lies in a city");
            Answer::Known(Value::Jurisdiction(city))
        }
        _ => Answer::Known(value.clone()),
    }
}
