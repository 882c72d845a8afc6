//! Arithmetic as it is read, and what its numbers measure.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{NBSP, Prose, date, grouped, money};
use crate::condition::Expression;
use crate::exact;
use crate::id::{FactId, ParameterId};

impl Prose<'_> {
    /// What the numbers beside an expression are read as.
    pub(super) fn measure<'e>(&self, expression: &'e Expression) -> Measure<'e> {
        let facts = |expression: &'e Expression| {
            let mut found = None;
            expression.facts(&mut |fact| {
                found.get_or_insert(fact);
            });
            found
        };
        let kind = |fact: Option<&FactId>| {
            let fact = self.pack.fact(fact?)?;
            Some(core::mem::discriminant(&fact.kind))
        };
        match expression {
            Expression::Quotient { dividend, divisor, .. } => {
                let (over, under) = (facts(dividend), facts(divisor));
                match over {
                    Some(_) if kind(over) == kind(under) => Measure::Share,
                    Some(fact) => Measure::Fact(fact),
                    None => Measure::Plain,
                }
            }
            other => facts(other).map_or(Measure::Plain, Measure::Fact),
        }
    }

    /// An expression; numbers as `measure` has them.
    pub(super) fn expression(
        &self,
        expression: &Expression,
        measure: Measure<'_>,
    ) -> String {
        let words = self.words;
        let joined = |members: &[Expression], between: &str| {
            let said: Vec<_> =
                members.iter().map(|it| self.expression(it, measure)).collect();
            said.join(between)
        };
        let factor = |it: &Expression| match it {
            Expression::Number(number) if number.abs() < Decimal::ONE => percent(*number),
            other => self.expression(other, Measure::Plain),
        };
        match expression {
            Expression::Number(number) => {
                let fact = match measure {
                    Measure::Share => return percent(*number),
                    Measure::Fact(fact) => self.pack.fact(fact),
                    Measure::Plain => None,
                };
                fact.map_or_else(|| grouped(*number), |it| self.number(it, *number))
            }
            Expression::Date(day) => date(*day, self.texts.language),
            Expression::Fact(fact) => self.name(fact).to_owned(),
            Expression::Parameter(parameter) => self.series(parameter, &|number| {
                self.expression(&Expression::Number(number), measure)
            }),
            Expression::Sum(members) => {
                format!("{}{}", joined(members, words.sum), words.total)
            }
            Expression::Less(left, right) => format!(
                "{} − {}",
                self.expression(left, measure),
                self.expression(right, measure)
            ),
            Expression::Product(members) => {
                members.iter().map(factor).collect::<Vec<_>>().join(" × ")
            }
            Expression::Quotient { dividend, divisor, .. } => {
                format!("{} ÷ {}", factor(dividend), factor(divisor))
            }
            Expression::Min(members) => {
                format!("{}{}", words.min_of, joined(members, words.list))
            }
            Expression::Max(members) => {
                format!("{}{}", words.max_of, joined(members, words.list))
            }
            Expression::Count(conditions) => {
                let said = self.members(conditions, words.stop, true);
                let space = if self.english() { " " } else { "" };
                format!("{}{space}{}", words.count_of, self.bracketed(&said))
            }
            Expression::If { when, then, otherwise } => {
                let (before, middle, after) = words.if_then;
                format!(
                    "{before}{}{middle}{}{after}{}",
                    self.condition(when),
                    self.expression(then, measure),
                    self.expression(otherwise, measure)
                )
            }
        }
    }

    /// An expression whose numbers are money.
    pub(super) fn sum(&self, expression: &Expression) -> String {
        let money = |sum| money(sum, self.texts.language);
        match expression {
            Expression::Number(sum) => money(*sum),
            Expression::Parameter(id) => self.series(id, &money),
            other => self.expression(other, Measure::Plain),
        }
    }

    /// A dated figure: the last one, and in brackets what it was before.
    pub(super) fn series(
        &self,
        id: &ParameterId,
        said: &dyn Fn(Decimal) -> String,
    ) -> String {
        let series = self.pack.file().parameters.get(id);
        let Some((last, earlier)) = series.and_then(|it| it.split_last()) else {
            return String::new();
        };
        let days = series.into_iter().flatten().skip(1).map(|entry| entry.from);
        let language = self.texts.language;
        let before = earlier.iter().zip(days).map(|(entry, day)| {
            let (day, figure) = (date(day, language), said(entry.is));
            match self.english() {
                true => format!("{figure} before {day}"),
                false => format!("{day}前为{NBSP}{figure}"),
            }
        });
        let before: Vec<String> = before.collect();
        let now = said(last.is);
        match before.is_empty() {
            true => now,
            false if self.english() => format!("{now} ({})", before.join(", ")),
            false => format!("{now}（{}）", before.join("，")),
        }
    }
}

/// What numbers are read as.
#[derive(Clone, Copy)]
pub(super) enum Measure<'e> {
    /// In the unit of a fact.
    Fact(&'e FactId),
    /// As a share: 0.03 is 3%.
    Share,
    /// As they are.
    Plain,
}

/// A share as a percentage.
fn percent(share: Decimal) -> String {
    match exact::multiply(share, Decimal::ONE_HUNDRED) {
        Some(percent) => format!("{}%", grouped(percent)),
        None => grouped(share),
    }
}
