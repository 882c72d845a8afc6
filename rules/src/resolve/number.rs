//! Expressions that yield numbers and dates.

use mingbai_core::{Decimal, Expression};

use super::Resolver;
use super::quantity::{self, Number, Quantity};
use crate::diagnostic::Code;
use crate::expression::{Expr, ExprKind};
use crate::parse::{FactDecl, FactKind};
use crate::source::{Span, Spanned};

/// What an expression yields.
pub(super) enum Typed<'d> {
    Number(Number),
    Date(Expression),
    /// A fact that is no number and no date.
    Fact(&'d FactDecl),
}

impl<'d> Resolver<'_, 'd> {
    /// A fact by the name written at `span`.
    pub(super) fn fact_named(&mut self, name: &str, span: Span) -> Option<&'d FactDecl> {
        match self.scope.fact(name) {
            Ok(fact) => Some(fact),
            Err(unknown) => {
                if !unknown.garbled {
                    self.diagnostics
                        .report(
                            Code::UnknownFact,
                            span,
                            format!("no fact is named `{name}`"),
                        )
                        .did_you_mean(
                            name,
                            span,
                            self.scope.fact_names().chain(self.named.keys().copied()),
                        );
                }
                None
            }
        }
    }

    /// The value of an expression that is no condition.
    pub(super) fn typed(&mut self, expr: &Expr) -> Option<Typed<'d>> {
        let span = expr.span;
        let number = |expression, quantity| {
            Some(Typed::Number(Number { expression, quantity, span }))
        };
        match &expr.kind {
            ExprKind::Name(name) => {
                if let Some(parameter) = self.parameter(name, span) {
                    return parameter.map(Typed::Number);
                }
                let fact = self.fact_named(name, span)?;
                let expression = Expression::Fact(fact.id.value.as_str().into());
                match (Quantity::of(fact), &fact.kind) {
                    (Some(quantity), _) => number(expression, quantity),
                    (None, FactKind::Date) => Some(Typed::Date(expression)),
                    _ => Some(Typed::Fact(fact)),
                }
            }
            ExprKind::Figure { number, unit } => {
                self.figure(*number, unit.as_ref(), span).map(Typed::Number)
            }
            ExprKind::Call { function, arguments } => {
                self.call(function, arguments, span)
            }
            ExprKind::If { when, then, otherwise } => {
                let when = self.condition(when);
                let then = self.typed(then);
                let otherwise = self.typed(otherwise);
                let (when, then, otherwise) = (when?, then?, otherwise?);
                self.if_value(when, then, otherwise, span)
            }
            ExprKind::Sum(_)
            | ExprKind::Less(..)
            | ExprKind::Product(_)
            | ExprKind::Quotient { .. }
            | ExprKind::Negative(_) => self.arithmetic(expr).map(Typed::Number),
            ExprKind::Text(text) => {
                self.diagnostics
                    .report(
                        Code::NotNumber,
                        span,
                        format!("expected a number or a fact, found the text `{text}`"),
                    )
                    .hint("names of facts stand without quotes; dates as `date(\"2020-01-01\")`");
                None
            }
            ExprKind::YesNo(_)
            | ExprKind::Not(_)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Compare { .. }
            | ExprKind::In { .. }
            | ExprKind::Range { .. }
            | ExprKind::Has { .. } => {
                self.diagnostics
                    .report(Code::NotNumber, span, "expected a number, found a condition")
                    .hint("count conditions with `count(a, b)`, choose by `if a then 1 else 0`");
                None
            }
        }
    }

    /// The number that an expression yields.
    pub(super) fn number(&mut self, expr: &Expr) -> Option<Number> {
        match self.typed(expr)? {
            Typed::Number(number) => Some(number),
            Typed::Date(_) => {
                self.diagnostics.report(
                    Code::NotNumber,
                    expr.span,
                    "expected a number, found a date",
                );
                None
            }
            Typed::Fact(fact) => {
                self.diagnostics.report(
                    Code::NotNumber,
                    expr.span,
                    format!(
                        "expected a number, but `{}` is {}",
                        fact.name.value,
                        describe(&fact.kind)
                    ),
                );
                None
            }
        }
    }

    fn figure(
        &mut self,
        number: Decimal,
        unit: Option<&Spanned<String>>,
        span: Span,
    ) -> Option<Number> {
        let (zeros, quantity) =
            unit.map_or((0, Quantity::Bare), |unit| quantity::unit(&unit.value));
        let Some(value) = number.checked_mul(quantity::power_of_ten(zeros)) else {
            self.diagnostics.report(Code::BadFigure, span, "this figure is too large");
            return None;
        };
        let expression = Expression::Number(value.normalize());
        Some(Number { expression, quantity, span })
    }

    fn arithmetic(&mut self, expr: &Expr) -> Option<Number> {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Sum(members) => {
                let (members, quantity) = self.alike(members)?;
                Some(Number { expression: Expression::Sum(members), quantity, span })
            }
            ExprKind::Less(left, right) => {
                let (left, right) = (self.number(left), self.number(right));
                let (left, right) = (left?, right?);
                if left.quantity == Quantity::Year && right.quantity == Quantity::Year {
                    // Two years lie a number of years apart.
                    let expression = Expression::Less(
                        Box::new(left.expression),
                        Box::new(right.expression),
                    );
                    let quantity = Quantity::Things(Some("年".to_owned()));
                    return Some(Number { expression, quantity, span });
                }
                let (left, right, quantity) =
                    quantity::fit(left, right, self.diagnostics)?;
                let expression = Expression::Less(
                    Box::new(left.expression),
                    Box::new(right.expression),
                );
                Some(Number { expression, quantity, span })
            }
            ExprKind::Negative(inner) => {
                let inner = self.number(inner)?;
                let minus = inner.scaled(Decimal::NEGATIVE_ONE);
                Some(Number { span, ..minus })
            }
            ExprKind::Product(members) => self.product(members, span),
            ExprKind::Quotient { dividend, divisor, otherwise } => {
                self.quotient(dividend, divisor, otherwise.as_deref(), span)
            }
            _ => self.number(expr),
        }
    }

    /// Members of one measure.
    fn alike(&mut self, members: &[Expr]) -> Option<(Vec<Expression>, Quantity)> {
        let numbers: Vec<Option<Number>> =
            members.iter().map(|member| self.number(member)).collect();
        let numbers: Vec<Number> = numbers.into_iter().collect::<Option<_>>()?;
        // The first member with a measure of its own sets that of all.
        let bare = |number: &&Number| number.quantity != Quantity::Bare;
        let mut sample = numbers.iter().find(bare).or(numbers.first())?.clone();
        let mut fitted = Vec::new();
        let mut sound = true;
        for number in numbers {
            match quantity::fit(sample.clone(), number, self.diagnostics) {
                Some((_, number, quantity)) => {
                    sample.quantity = quantity;
                    fitted.push(number.expression);
                }
                None => sound = false,
            }
        }
        sound.then_some((fitted, sample.quantity))
    }

    fn product(&mut self, members: &[Expr], span: Span) -> Option<Number> {
        let numbers: Vec<Option<Number>> =
            members.iter().map(|member| self.number(member)).collect();
        let mut numbers = numbers.into_iter().collect::<Option<Vec<_>>>()?.into_iter();
        let mut product = numbers.next()?;
        for number in numbers {
            let (left, right) = (product.quantity.describe(), number.quantity.describe());
            let Some((one, other, quantity)) = quantity::product(product, number) else {
                self.diagnostics.report(
                    Code::TypeMismatch,
                    span,
                    format!("{left} times {right} measures nothing"),
                );
                return None;
            };
            let members = match (one.expression, other.expression) {
                (Expression::Product(mut members), Expression::Product(more)) => {
                    members.extend(more);
                    members
                }
                (Expression::Product(mut members), other) => {
                    members.push(other);
                    members
                }
                (one, other) => vec![one, other],
            };
            product = Number { expression: Expression::Product(members), quantity, span };
        }
        Some(product)
    }

    fn quotient(
        &mut self,
        dividend: &Expr,
        divisor: &Expr,
        otherwise: Option<&Expr>,
        span: Span,
    ) -> Option<Number> {
        let left = self.number(dividend);
        let right = self.number(divisor);
        let otherwise = otherwise.map(|otherwise| self.number(otherwise));
        let (left, right) = (left?, right?);
        if otherwise.is_none() && self.may_be_zero(&right.expression) {
            self.diagnostics
                .report(Code::DivisorZero, divisor.span, "this divisor may be 0")
                .hint("say what the quotient is then")
                .suggest(divisor.span.at_end(), " otherwise 0");
            return None;
        }
        let names = (left.quantity.describe(), right.quantity.describe());
        let Some((left, right, quantity)) = quantity::quotient(left, right) else {
            let message = format!("{} divided by {} measures nothing", names.0, names.1);
            self.diagnostics.report(Code::TypeMismatch, span, message);
            return None;
        };
        let mut fallback = None;
        if let Some(otherwise) = otherwise {
            let otherwise = otherwise?;
            let here = Number {
                expression: left.expression.clone(),
                quantity: quantity.clone(),
                span,
            };
            let (_, otherwise, _) = quantity::fit(here, otherwise, self.diagnostics)?;
            fallback = Some(Box::new(otherwise.expression));
        }
        let expression = Expression::Quotient {
            dividend: Box::new(left.expression),
            divisor: Box::new(right.expression),
            otherwise: fallback,
        };
        Some(Number { expression, quantity, span })
    }

    /// Whether the domains allow an expression to be 0.
    fn may_be_zero(&self, expression: &Expression) -> bool {
        match expression {
            Expression::Number(number) => number.is_zero(),
            Expression::Fact(id) => match self.scope.fact(id.as_str()) {
                Ok(fact) => fact.kind.domain().is_none_or(|domain| {
                    domain.min <= Decimal::ZERO
                        && domain.max.is_none_or(|max| max >= Decimal::ZERO)
                }),
                Err(_) => true,
            },
            Expression::Product(members) | Expression::Max(members) => {
                members.iter().any(|member| self.may_be_zero(member))
            }
            Expression::Sum(members) => !members.iter().any(|member| {
                matches!(member, Expression::Number(number) if number.is_sign_positive())
                    && !self.may_be_zero(member)
            }),
            _ => true,
        }
    }

    fn call(
        &mut self,
        function: &Spanned<String>,
        arguments: &[Expr],
        span: Span,
    ) -> Option<Typed<'d>> {
        let name = function.value.as_str();
        match (name, arguments) {
            ("date", [argument]) => return self.date(argument).map(Typed::Date),
            ("sum" | "min" | "max", [_, ..]) => {
                let (members, quantity) = self.alike(arguments)?;
                let expression = match name {
                    "sum" => Expression::Sum(members),
                    "min" => Expression::Min(members),
                    _ => Expression::Max(members),
                };
                return Some(Typed::Number(Number { expression, quantity, span }));
            }
            ("count", [_, ..]) => {
                let conditions: Vec<_> =
                    arguments.iter().map(|argument| self.condition(argument)).collect();
                let conditions = conditions.into_iter().collect::<Option<_>>()?;
                let expression = Expression::Count(conditions);
                let quantity = Quantity::Things(None);
                return Some(Typed::Number(Number { expression, quantity, span }));
            }
            ("date" | "sum" | "min" | "max" | "count", _) => {
                let message = format!("`{name}` with {} arguments", arguments.len());
                self.diagnostics
                    .report(Code::Syntax, span, message)
                    .hint("`date` takes one text, the others at least one member");
            }
            _ => {
                let functions = ["date", "sum", "min", "max", "count"];
                self.diagnostics
                    .report(
                        Code::Syntax,
                        function.span,
                        format!("no function is named `{name}`"),
                    )
                    .hint("functions are `date`, `sum`, `min`, `max` and `count`")
                    .did_you_mean(name, function.span, functions);
            }
        }
        None
    }

    fn date(&mut self, argument: &Expr) -> Option<Expression> {
        if let ExprKind::Text(text) = &argument.kind
            && text.len() == 10
            && let Ok(date) = text.parse()
        {
            return Some(Expression::Date(date));
        }
        self.diagnostics
            .report(Code::BadDate, argument.span, "expected a date in quotes")
            .hint("write `date(\"2020-01-01\")`");
        None
    }

    fn if_value(
        &mut self,
        when: mingbai_core::Condition,
        then: Typed<'d>,
        otherwise: Typed<'d>,
        span: Span,
    ) -> Option<Typed<'d>> {
        let build = |then, otherwise| Expression::If {
            when: Box::new(when),
            then: Box::new(then),
            otherwise: Box::new(otherwise),
        };
        match (then, otherwise) {
            (Typed::Number(then), Typed::Number(otherwise)) => {
                let (then, otherwise, quantity) =
                    quantity::fit(then, otherwise, self.diagnostics)?;
                let expression = build(then.expression, otherwise.expression);
                Some(Typed::Number(Number { expression, quantity, span }))
            }
            (Typed::Date(then), Typed::Date(otherwise)) => {
                Some(Typed::Date(build(then, otherwise)))
            }
            _ => {
                let message = "both branches of `if` must be numbers, or both dates";
                self.diagnostics.report(Code::TypeMismatch, span, message);
                None
            }
        }
    }
}

/// A fact's type in words.
pub(super) fn describe(kind: &FactKind) -> &'static str {
    match kind {
        FactKind::YesNo => "a yes/no fact",
        FactKind::Count(_) => "a count",
        FactKind::Decimal(_) => "a number",
        FactKind::Money(_) => "money",
        FactKind::Percent(_) => "a percentage",
        FactKind::Date => "a date",
        FactKind::Year(_) => "a year",
        FactKind::Choice(_) => "a choice",
        FactKind::Choices(_) => "a set of choices",
        FactKind::Jurisdiction => "a place",
    }
}
