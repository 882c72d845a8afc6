//! Random facts and parameters.

use mingbai_core::{
    Applies, Date, Dated, Decimal, Domain, Fact, Jurisdiction, Kind, OptionId, PackFile,
    ParameterId, Table, Value,
};

use super::condition::Scope;
use super::{Arithmetic, Dice};
use crate::oracle::domain;

/// Two parameters that rise over time.
pub(super) fn parameters(dice: &mut Dice) -> Table<ParameterId, Vec<Dated<Decimal>>> {
    let mut series = |name: &str, from: Date| {
        let first = Dated { from, is: Decimal::from(1 + dice.below(4)) };
        let second =
            Dated { from: Date::constant(2022, 1, 1), is: Decimal::from(dice.below(6)) };
        (ParameterId::from(name), vec![first, second])
    };
    [
        series("early", Date::constant(2018, 8, 1)),
        series("late", Date::constant(2020, 1, 1)),
    ]
    .into_iter()
    .collect()
}

/// Divisions that conditions and answers speak of: two cities, a province, a county.
pub(super) fn divisions() -> Vec<Jurisdiction> {
    [371_000, 371_082, 370_000, 370_600]
        .into_iter()
        .filter_map(|code| Jurisdiction::try_from(code).ok())
        .collect()
}

fn options(dice: &mut Dice, most: usize) -> Vec<OptionId> {
    let all = ["red", "green", "blue"];
    let count = 1 + dice.below(most);
    all.into_iter().take(count).map(OptionId::from).collect()
}

fn range(min: Decimal, steps: usize, decimals: u32) -> Domain {
    let step = Decimal::new(1, decimals);
    Domain { min, max: Some(min + step * Decimal::from(steps)), decimals }
}

fn kind(dice: &mut Dice) -> Kind {
    match dice.below(12) {
        0 | 1 => Kind::YesNo,
        2 | 3 => Kind::Count(range(Decimal::ZERO, 1 + dice.below(5), 0)),
        4 => {
            // A domain that does not begin at 0 and ends between two points.
            let min = Decimal::from(dice.below(3));
            Kind::Count(Domain { min, max: Some(min + Decimal::new(35, 1)), decimals: 0 })
        }
        5 => Kind::Money(range(Decimal::ZERO, 1 + dice.below(6), 2)),
        6 => Kind::Decimal(range(Decimal::new(-2, 1), 1 + dice.below(5), 1)),
        7 => Kind::Percent(range(Decimal::new(49, 0), 1 + dice.below(3), 0)),
        8 => match dice.below(3) {
            0 => Kind::Year(range(Decimal::from(2_018), 1 + dice.below(3), 0)),
            1 => Kind::Date,
            _ => Kind::Jurisdiction,
        },
        9 => Kind::Choice(options(dice, 3)),
        10 => Kind::Choices(options(dice, 3)),
        _ => Kind::Count(Domain { min: Decimal::ZERO, max: None, decimals: 0 }),
    }
}

/// The `index`-th fact, over those that stand before it.
pub(super) fn fact(
    dice: &mut Dice,
    file: &PackFile,
    index: usize,
    arithmetic: Arithmetic,
) -> Fact {
    let scope = Scope { file, reviews: false, arithmetic };
    let numbers = scope.numbers();
    let derived = (!numbers.is_empty() && dice.once_in(6)).then(|| scope.number(dice));
    let kind = match derived {
        Some(_) => Kind::Decimal(Domain {
            min: -Decimal::from(Domain::LIMIT),
            max: None,
            decimals: 4,
        }),
        None => kind(dice),
    };
    let mut fact = Fact {
        id: format!("{}_{index}", word(&kind)).into(),
        kind,
        period: None,
        applies: None,
        derived,
        changeable: !dice.once_in(4),
    };
    if index > 0 && dice.once_in(4) {
        let otherwise = match &fact.derived {
            Some(_) => Value::Number(Decimal::from(dice.below(3))),
            None => elsewhere(dice, file, &fact),
        };
        fact.applies = Some(Applies { asked_if: scope.condition(dice, 1), otherwise });
    }
    fact
}

fn elsewhere(dice: &mut Dice, file: &PackFile, fact: &Fact) -> Value {
    match &fact.kind {
        Kind::Choices(_) => Value::Choices(Vec::new()),
        Kind::Count(Domain { max: None, .. }) => Value::Number(Decimal::ZERO),
        _ => dice.pick(&domain::values(file, fact, None)).clone(),
    }
}

fn word(kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo => "yes",
        Kind::Count(Domain { max: None, .. }) => "endless",
        Kind::Count(_) => "count",
        Kind::Decimal(_) => "decimal",
        Kind::Money(_) => "money",
        Kind::Percent(_) => "percent",
        Kind::Date => "date",
        Kind::Year(_) => "year",
        Kind::Choice(_) => "choice",
        Kind::Choices(_) => "choices",
        Kind::Jurisdiction => "place",
    }
}
