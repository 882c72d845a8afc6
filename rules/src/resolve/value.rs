//! Values written in rules: what a fact is elsewhere, and what the cases give.

use mingbai_core::{Decimal, Value};

use super::Resolver;
use super::quantity::{self, Number, Quantity};
use crate::diagnostic::Code;
use crate::expression::{self, ExprKind};
use crate::parse::{FactDecl, FactKind};
use crate::yaml::{Node, Tree};

/// What a case gives for a fact.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Given {
    Known(Value),
    /// Both ends inclusive; an end that is left out is the domain's.
    Range {
        min: Option<Decimal>,
        max: Option<Decimal>,
    },
    DontKnow,
}

/// The amount that a case expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) min: Decimal,
    /// `None` for unbounded.
    pub(crate) max: Option<Decimal>,
}

impl<'d> Resolver<'_, 'd> {
    /// What a case gives.
    pub(super) fn given(&mut self, fact: &'d FactDecl, node: &Node) -> Option<Given> {
        if node.is_null() {
            return Some(Given::DontKnow);
        }
        let Tree::Mapping(entries) = &node.tree else {
            return self.value(fact, node).map(Given::Known);
        };
        if fact.kind.domain().is_none() {
            let message = format!("`{}` has no ranges", fact.name.value);
            self.diagnostics.report(Code::CaseValue, node.span, message);
            return None;
        }
        let (mut min, mut max) = (None, None);
        let mut sound = true;
        for (key, value) in entries {
            let end = match key.scalar().map(|key| key.text.as_str()) {
                Some("min") => &mut min,
                Some("max") => &mut max,
                _ => {
                    let message =
                        format!("expected `min` and `max`, found {}", key.describe());
                    self.diagnostics.report(Code::CaseValue, key.span, message);
                    return None;
                }
            };
            if !value.is_null() {
                *end = self.number_value(fact, value);
                sound &= end.is_some();
            }
        }
        sound.then_some(Given::Range { min, max })
    }

    /// A known value of a fact.
    pub(super) fn value(&mut self, fact: &'d FactDecl, node: &Node) -> Option<Value> {
        if let FactKind::Choices(_) = fact.kind {
            return self.choices(fact, node);
        }
        let Some(scalar) = node.scalar().filter(|_| !node.is_null()) else {
            return self.refuse_value(fact, node);
        };
        let text = scalar.text.trim();
        match &fact.kind {
            FactKind::YesNo => match text {
                "yes" | "true" | "是" => Some(Value::YesNo(true)),
                "no" | "false" | "否" => Some(Value::YesNo(false)),
                _ => self.refuse_value(fact, node),
            },
            FactKind::Date => match text.parse() {
                Ok(date) if text.len() == 10 => Some(Value::Date(date)),
                _ => self.refuse_value(fact, node),
            },
            FactKind::Choice(_) => {
                self.option_named(fact, text, node.span).map(Value::Choice)
            }
            FactKind::Jurisdiction => {
                self.division_named(text, node.span).map(Value::Jurisdiction)
            }
            _ => self.number_value(fact, node).map(Value::Number),
        }
    }

    fn choices(&mut self, fact: &'d FactDecl, node: &Node) -> Option<Value> {
        let Tree::Sequence(members) = &node.tree else {
            return self.refuse_value(fact, node);
        };
        let mut options = std::collections::BTreeSet::new();
        for member in members {
            let Some(scalar) = member.scalar() else {
                return self.refuse_value(fact, member);
            };
            options.insert(self.option_named(fact, scalar.text.trim(), member.span)?);
        }
        Some(Value::Choices(options.into_iter().collect()))
    }

    fn number_value(&mut self, fact: &'d FactDecl, node: &Node) -> Option<Decimal> {
        let number = self.constant(node)?;
        let expected = Quantity::of(fact)?;
        let sample = mingbai_core::Expression::Fact(fact.id.value.as_str().into());
        let sample =
            Number { expression: sample, quantity: expected, span: fact.name.span };
        let (_, number, _) = quantity::fit(sample, number, self.diagnostics)?;
        let number = number.constant()?;
        let domain = fact.kind.domain()?;
        let outside = number < domain.min || domain.max.is_some_and(|max| number > max);
        if outside || number.scale() > domain.decimals {
            let end = domain.max.map_or_else(String::new, |max| max.to_string());
            let places = match domain.decimals {
                0 => "whole numbers".to_owned(),
                decimals => format!("at most {decimals} decimals"),
            };
            let message = format!("`{}` cannot be `{number}`", fact.name.value);
            self.diagnostics
                .report(Code::OutOfDomain, node.span, message)
                .hint(format!("its domain is {}..{end}, {places}", domain.min));
            return None;
        }
        Some(number)
    }

    /// A figure that stands alone.
    fn constant(&mut self, node: &Node) -> Option<Number> {
        let scalar = node.scalar()?;
        let expr = expression::parse(scalar, node.span, self.diagnostics)?;
        let figure = match &expr.kind {
            ExprKind::Negative(inner) => &inner.kind,
            other => other,
        };
        if !matches!(figure, ExprKind::Figure { .. }) {
            let message = format!("expected a figure, found {}", node.describe());
            self.diagnostics.report(Code::CaseValue, node.span, message);
            return None;
        }
        self.number(&expr)
    }

    /// The amount that a case expects.
    pub(super) fn expected(&mut self, node: &Node) -> Option<Expected> {
        let Tree::Mapping(entries) = &node.tree else {
            let sum = self.sum(node)?;
            return Some(Expected { min: sum, max: Some(sum) });
        };
        let mut expected = Expected { min: Decimal::ZERO, max: None };
        for (key, value) in entries {
            match key.scalar().map(|key| key.text.as_str()) {
                Some("min") => expected.min = self.sum(value)?,
                Some("max") if value.is_null() => expected.max = None,
                Some("max") => expected.max = Some(self.sum(value)?),
                _ => {
                    let message =
                        format!("expected `min` and `max`, found {}", key.describe());
                    self.diagnostics.report(Code::CaseValue, key.span, message);
                    return None;
                }
            }
        }
        Some(expected)
    }

    fn sum(&mut self, node: &Node) -> Option<Decimal> {
        if node.scalar().is_none() || node.is_null() {
            let message = format!("expected a sum, found {}", node.describe());
            self.diagnostics
                .report(Code::CaseValue, node.span, message)
                .hint("write `20 万元`, or `{min: …, max: …}`");
            return None;
        }
        let number = self.constant(node)?;
        match number.quantity {
            Quantity::Money => number.constant(),
            Quantity::Bare if number.constant() == Some(Decimal::ZERO) => {
                Some(Decimal::ZERO)
            }
            Quantity::Bare => {
                quantity::bare_money(&number, self.diagnostics);
                None
            }
            other => {
                let message = format!("expected a sum, found {}", other.describe());
                self.diagnostics.report(Code::CaseValue, node.span, message);
                None
            }
        }
    }

    fn refuse_value<T>(&mut self, fact: &FactDecl, node: &Node) -> Option<T> {
        let kind = super::number::describe(&fact.kind);
        let message =
            format!("`{}` is {kind}, found {}", fact.name.value, node.describe());
        self.diagnostics.report(Code::CaseValue, node.span, message).hint(
            match fact.kind {
                FactKind::YesNo => "write `yes` or `no`",
                FactKind::Date => "write `2020-01-01`",
                FactKind::Choices(_) => "write a list of options",
                _ => "write a single value",
            },
        );
        None
    }
}
