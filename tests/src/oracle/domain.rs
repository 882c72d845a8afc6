//! The values that a fact can still have.

use std::collections::BTreeSet;

use mingbai_core::{
    Answer, Date, Decimal, Domain, Fact, Jurisdiction, Kind, OptionId, PackFile, Value,
};
use serde_json::Value as Json;

/// Domains of up to this many numbers are tried in full.
const SMALL: usize = 64;

/// What `fact` can be under an answer: everything, or, for days, places and large domains,
/// one value at least of each stretch between two constants of the pack.
pub fn values(file: &PackFile, fact: &Fact, answer: Option<&Answer>) -> Vec<Value> {
    match answer {
        Some(Answer::Known(Value::Jurisdiction(place))) => places(file, *place),
        Some(Answer::Known(value)) => vec![value.clone()],
        Some(Answer::Range { min, max }) => numbers_of(file, fact, *min, *max),
        None | Some(Answer::Unknown) => match &fact.kind {
            Kind::YesNo => [false, true].map(Value::YesNo).to_vec(),
            Kind::Date => days(file),
            Kind::Jurisdiction => places(file, Jurisdiction::CHINA),
            Kind::Choice(options) => options.iter().cloned().map(Value::Choice).collect(),
            Kind::Choices(options) => subsets(options),
            _ => numbers_of(file, fact, None, None),
        },
    }
}

/// The domain of a numeric fact.
pub fn domain(fact: &Fact) -> Option<&Domain> {
    match &fact.kind {
        Kind::Count(domain)
        | Kind::Decimal(domain)
        | Kind::Money(domain)
        | Kind::Percent(domain)
        | Kind::Year(domain) => Some(domain),
        _ => None,
    }
}

fn numbers_of(
    file: &PackFile,
    fact: &Fact,
    min: Option<Decimal>,
    max: Option<Decimal>,
) -> Vec<Value> {
    let domain = domain(fact).expect("a range is of a numeric fact");
    let step = Decimal::new(1, domain.decimals);
    let above = |number: Decimal| (number / step).ceil() * step;
    let below = |number: Decimal| (number / step).floor() * step;
    let end = domain.max.unwrap_or_else(|| Domain::LIMIT.into());
    let low = above(min.map_or(domain.min, |min| min.max(domain.min)));
    let high = below(max.map_or(end, |max| max.min(end)));
    let small = low + step * Decimal::from(SMALL) > high;
    let mut values = BTreeSet::new();
    if small {
        let mut number = low;
        while number <= high {
            values.insert(number);
            number += step;
        }
    } else {
        values.extend([low, high]);
        for constant in constants(file) {
            let Ok(constant) = constant.parse::<Decimal>() else { continue };
            let near = below(constant);
            values.extend([near - step, near, near + step]);
        }
        values.retain(|number| low <= *number && *number <= high);
    }
    values.into_iter().map(|number| Value::Number(number.normalize())).collect()
}

fn days(file: &PackFile) -> Vec<Value> {
    let mut days = BTreeSet::from([Date::MIN, Date::MAX]);
    for constant in constants(file) {
        let Ok(day) = constant.parse::<Date>() else { continue };
        days.extend([day.yesterday(), day.tomorrow()].into_iter().flatten());
        days.insert(day);
    }
    days.into_iter().map(Value::Date).collect()
}

/// Places inside `within`.
fn places(file: &PackFile, within: Jurisdiction) -> Vec<Value> {
    let (low, high) = within.span();
    // No applicant is registered in "China": the codes of provinces begin at 11.
    let low = low.max(110_000);
    let mut codes = BTreeSet::from([low, high]);
    for constant in constants(file) {
        let Ok(division) = constant.parse::<Jurisdiction>() else { continue };
        let (first, last) = division.span();
        codes.extend([first - 1, first, last, last + 1]);
    }
    codes
        .into_iter()
        .filter(|code| low <= *code && *code <= high)
        .filter_map(|code| Jurisdiction::try_from(code).ok())
        .map(Value::Jurisdiction)
        .collect()
}

fn subsets(options: &[OptionId]) -> Vec<Value> {
    let mut subsets = vec![Vec::new()];
    for option in options {
        for mut with in subsets.clone() {
            with.push(option.clone());
            subsets.push(with);
        }
    }
    subsets.into_iter().map(|it| Value::Choices(it.into_iter().collect())).collect()
}

/// Every text of a pack: whatever is a number, a day or a place in it is a constant.
fn constants(file: &PackFile) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    let json = serde_json::to_value(file).expect("a pack can be written");
    let mut stack = vec![json];
    while let Some(json) = stack.pop() {
        match json {
            Json::String(text) => {
                texts.insert(text);
            }
            Json::Array(members) => stack.extend(members),
            Json::Object(members) => stack.extend(members.into_iter().map(|(_, it)| it)),
            _ => {}
        }
    }
    texts
}
