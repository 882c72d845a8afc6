//! What a number measures, and which measures go together.

use mingbai_core::{Decimal, Expression};

use crate::diagnostic::{Code, Diagnostics};
use crate::parse::{FactDecl, FactKind};
use crate::source::Span;

/// What a number measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    /// A figure without a unit.
    Bare,
    /// A quotient of like things.
    Ratio,
    /// Things counted or measured; the unit where it is known.
    Things(Option<String>),
    Money,
    Percent,
    Year,
}

impl Quantity {
    /// What a fact measures.
    pub(super) fn of(fact: &FactDecl) -> Option<Self> {
        Some(match &fact.kind {
            FactKind::Count(_) | FactKind::Decimal(_) => {
                Self::Things(fact.unit.as_ref().map(|unit| unit.zh.clone()))
            }
            FactKind::Money(_) => Self::Money,
            FactKind::Percent(_) => Self::Percent,
            FactKind::Year(_) => Self::Year,
            _ => return None,
        })
    }

    /// In words for a message.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Bare => "a bare number".to_owned(),
            Self::Ratio => "a ratio".to_owned(),
            Self::Things(Some(unit)) => format!("a number of {unit}"),
            Self::Things(None) => "a count".to_owned(),
            Self::Money => "money".to_owned(),
            Self::Percent => "a percentage".to_owned(),
            Self::Year => "a year".to_owned(),
        }
    }
}

/// A number with its measure and the place where it is written.
#[derive(Clone, Debug)]
pub(super) struct Number {
    pub(super) expression: Expression,
    pub(super) quantity: Quantity,
    pub(super) span: Span,
}

impl Number {
    /// The constant, where it is one.
    pub(super) fn constant(&self) -> Option<Decimal> {
        match self.expression {
            Expression::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Times a constant; a constant stays one.
    pub(super) fn scaled(self, by: Decimal) -> Self {
        let expression = match self.expression {
            Expression::Number(number) => match number.checked_mul(by) {
                Some(product) => Expression::Number(product.normalize()),
                None => {
                    let members =
                        vec![Expression::Number(number), Expression::Number(by)];
                    Expression::Product(members)
                }
            },
            other => Expression::Product(vec![other, Expression::Number(by)]),
        };
        Self { expression, ..self }
    }

    /// A percentage as a plain factor: 50 % as 0.5.
    pub(super) fn into_factor(self) -> Self {
        let factor = self.scaled(Decimal::new(1, 2));
        Self { quantity: Quantity::Ratio, ..factor }
    }
}

const MONEY: [(&str, u32); 9] = [
    ("元", 0),
    ("十元", 1),
    ("百元", 2),
    ("千元", 3),
    ("万元", 4),
    ("十万元", 5),
    ("百万元", 6),
    ("千万元", 7),
    ("亿元", 8),
];

const MULTIPLES: [(&str, u32); 5] =
    [("百", 2), ("千", 3), ("万", 4), ("百万", 6), ("亿", 8)];

/// What a figure's unit says: how often 10 goes in, and what it measures.
pub(super) fn unit(unit: &str) -> (u32, Quantity) {
    if unit == "%" {
        return (0, Quantity::Percent);
    }
    let look = |table: &[(&str, u32)]| {
        table.iter().find(|(name, _)| *name == unit).map(|(_, zeros)| *zeros)
    };
    if let Some(zeros) = look(&MONEY) {
        return (zeros, Quantity::Money);
    }
    if let Some(zeros) = look(&MULTIPLES) {
        return (zeros, Quantity::Bare);
    }
    (0, Quantity::Things(Some(unit.to_owned())))
}

/// The factor between a figure's unit and a fact's: 万平方米 is 10000 平方米.
fn multiple(found: &str, expected: &str) -> Option<Decimal> {
    let prefix = found.strip_suffix(expected)?;
    let (_, zeros) = MULTIPLES.iter().find(|(name, _)| *name == prefix)?;
    Some(power_of_ten(*zeros))
}

pub(super) fn power_of_ten(zeros: u32) -> Decimal {
    Decimal::from(10_u64.pow(zeros))
}

/// Brings two numbers to one measure, or says why they have none.
pub(super) fn fit(
    left: Number,
    right: Number,
    diagnostics: &mut Diagnostics,
) -> Option<(Number, Number, Quantity)> {
    use Quantity::{Bare, Percent, Ratio, Things, Year};
    // Nothing is nothing in every unit.
    let nothing =
        |one: &Number| one.constant() == Some(Decimal::ZERO) && one.quantity == Bare;
    if nothing(&left) {
        let quantity = right.quantity.clone();
        return Some((left, right, quantity));
    }
    if nothing(&right) {
        let quantity = left.quantity.clone();
        return Some((left, right, quantity));
    }
    let quantity = match (&left.quantity, &right.quantity) {
        (same, other) if same == other => same.clone(),
        (Ratio, Percent) => return Some((left, right.into_factor(), Ratio)),
        (Percent, Ratio) => return Some((left.into_factor(), right, Ratio)),
        (Bare, Ratio) | (Ratio, Bare) => Ratio,
        (Things(_), Bare | Ratio) => left.quantity.clone(),
        (Bare | Ratio, Things(_)) => right.quantity.clone(),
        (Things(None), Things(_)) => right.quantity.clone(),
        (Things(_), Things(None)) => left.quantity.clone(),
        (Year, Bare | Ratio | Things(None)) | (Bare | Ratio | Things(None), Year) => Year,
        (Year, Things(Some(unit))) | (Things(Some(unit)), Year) if unit == "年" => Year,
        (Things(Some(fact)), Things(Some(figure))) if right.constant().is_some() => {
            if let Some(factor) = multiple(figure, fact) {
                let quantity = left.quantity.clone();
                return Some((left, right.scaled(factor), quantity));
            }
            refuse(&left, &right, diagnostics);
            return None;
        }
        _ => {
            refuse(&left, &right, diagnostics);
            return None;
        }
    };
    Some((left, right, quantity))
}

/// Says why two numbers have no common measure, at the one that is a figure.
fn refuse(left: &Number, right: &Number, diagnostics: &mut Diagnostics) {
    use Quantity::{Bare, Money, Percent, Things};
    let (figure, other) =
        if left.constant().is_some() { (left, right) } else { (right, left) };
    let found = figure.quantity.describe();
    let expected = other.quantity.describe();
    match (&figure.quantity, &other.quantity) {
        (Bare, Money) => {
            bare_money(figure, diagnostics);
        }
        (Money, Bare) => bare_money(other, diagnostics),
        (Bare, Percent) => bare_percent(figure, diagnostics),
        (Percent, Bare) => bare_percent(other, diagnostics),
        (Things(Some(unit)), Money) if figure.constant().is_some() => {
            let message = format!("`{unit}` is no unit of money");
            diagnostics
                .report(Code::UnitMismatch, figure.span, message)
                .hint("units of money are 元, 万元 and 亿元");
        }
        (Things(Some(found)), Things(Some(expected))) => {
            let message = format!("the unit `{found}` where `{expected}` is expected");
            diagnostics
                .report(Code::UnitMismatch, figure.span, message)
                .related(other.span, format!("this is a number of {expected}"))
                .hint("use the unit that the fact declares");
        }
        _ => {
            let message = format!("{found} beside {expected}");
            diagnostics
                .report(Code::TypeMismatch, figure.span, message)
                .label(format!("this is {found}"))
                .related(other.span, format!("this is {expected}"))
                .hint("both sides must measure the same");
        }
    }
}

/// Refuses a sum without a unit.
pub(super) fn bare_money(figure: &Number, diagnostics: &mut Diagnostics) {
    match figure.constant() {
        Some(number) => {
            let unit = if number < Decimal::from(10_000) { "万元" } else { "元" };
            diagnostics
                .report(
                    Code::BareMoney,
                    figure.span,
                    format!("money given as the bare number `{number}`"),
                )
                .hint("write the unit, 元, 万元 or 亿元")
                .suggest(figure.span, format!("{number} {unit}"));
        }
        None => {
            diagnostics
                .report(
                    Code::BareMoney,
                    figure.span,
                    "a bare number where money is expected",
                )
                .hint("money goes with money only");
        }
    }
}

/// Refuses a percentage without its sign.
pub(super) fn bare_percent(figure: &Number, diagnostics: &mut Diagnostics) {
    let diagnostic = diagnostics.report(
        Code::BarePercent,
        figure.span,
        "a bare number where a percentage is expected",
    );
    diagnostic.hint("write the sign `%`");
    if let Some(number) = figure.constant() {
        diagnostic.suggest(figure.span, format!("{number}%"));
    }
}

/// The measure of a product of two numbers, which may have to be rescaled.
pub(super) fn product(left: Number, right: Number) -> Option<(Number, Number, Quantity)> {
    use Quantity::{Bare, Money, Percent, Ratio, Things, Year};
    let quantity = match (&left.quantity, &right.quantity) {
        (Year, _) | (_, Year) | (Money, Money) => return None,
        (Percent, Money | Things(_) | Percent) => {
            let quantity = right.quantity.clone();
            return Some((left.into_factor(), right, quantity));
        }
        (Money | Things(_), Percent) => {
            let quantity = left.quantity.clone();
            return Some((left, right.into_factor(), quantity));
        }
        (Percent, Bare | Ratio) | (Bare | Ratio, Percent) => Percent,
        (Money, _) | (_, Money) => Money,
        (Things(_), Things(_)) => Things(None),
        (Things(_), _) => left.quantity.clone(),
        (_, Things(_)) => right.quantity.clone(),
        (Bare, Bare) => Bare,
        _ => Ratio,
    };
    Some((left, right, quantity))
}

/// The measure of a quotient.
pub(super) fn quotient(
    left: Number,
    right: Number,
) -> Option<(Number, Number, Quantity)> {
    use Quantity::{Bare, Money, Percent, Ratio, Things, Year};
    let quantity = match (&left.quantity, &right.quantity) {
        (Year, _) | (_, Year) => return None,
        (Percent, Percent) | (Money, Money) => Ratio,
        (_, Percent) => {
            let quantity = match &left.quantity {
                Bare => Ratio,
                other => other.clone(),
            };
            return Some((left, right.into_factor(), quantity));
        }
        (Money | Percent, Bare | Ratio | Things(_)) => left.quantity.clone(),
        (_, Money) => return None,
        (Things(left), Things(right)) if left == right => Ratio,
        (Things(_), Things(_)) => Things(None),
        (Things(_), Bare | Ratio) => left.quantity.clone(),
        (_, Things(_)) => Things(None),
        _ => Ratio,
    };
    Some((left, right, quantity))
}
