//! Expressions and frames that are true or false.

use mingbai_core::{
    Comparison, Condition, Dated, Expression, Jurisdiction, OptionId, ReviewId,
};

use super::Resolver;
use super::number::{Typed, describe};
use super::quantity;
use crate::diagnostic::Code;
use crate::expression::{Bound, Expr, ExprKind};
use crate::parse::{ConditionDecl, ConditionKind, FactDecl, FactKind, ReviewDecl};
use crate::source::{Span, Spanned};

impl<'d> Resolver<'_, 'd> {
    /// A condition of the frame; `owner` names its review leaves.
    pub(super) fn framed(
        &mut self,
        condition: &ConditionDecl,
        owner: &str,
    ) -> Option<Condition> {
        match &condition.kind {
            ConditionKind::Expr(expr) => self.condition(expr),
            ConditionKind::All(members) => {
                self.framed_all(members, owner).map(Condition::All)
            }
            ConditionKind::Any(members) => {
                self.framed_all(members, owner).map(Condition::Any)
            }
            ConditionKind::Not(inner) => {
                let inner = self.framed(inner, owner)?;
                Some(Condition::Not(Box::new(inner)))
            }
            ConditionKind::AtLeast { n, of } => {
                let members = self.framed_all(of, owner);
                if n.value == 0 || n.value as usize > of.len() {
                    let message =
                        format!("at least `{}` of {} members", n.value, of.len());
                    self.diagnostics
                        .report(Code::BadCount, n.span, message)
                        .hint(format!("expected 1 to {}", of.len()));
                    return None;
                }
                Some(Condition::AtLeast { n: n.value, of: members? })
            }
            ConditionKind::Review(review) => self.review(review, owner),
            ConditionKind::Dated(series) => {
                let mut dated = Vec::new();
                let mut sound = true;
                for (from, condition) in series {
                    match self.framed(condition, owner) {
                        Some(is) => dated.push(Dated { from: *from, is }),
                        None => sound = false,
                    }
                }
                sound.then_some(Condition::Dated(dated))
            }
        }
    }

    fn framed_all(
        &mut self,
        members: &[ConditionDecl],
        owner: &str,
    ) -> Option<Vec<Condition>> {
        let read: Vec<Option<Condition>> =
            members.iter().map(|member| self.framed(member, owner)).collect();
        read.into_iter().collect()
    }

    fn review(&mut self, review: &ReviewDecl, owner: &str) -> Option<Condition> {
        let (id, words) = match review {
            ReviewDecl::Words(words) => {
                // The same words in one award are the same judgement.
                let mut n = 1;
                let id = loop {
                    let id = ReviewId::from(format!("{owner}.review-{n}"));
                    match self.reviews.get(&id) {
                        Some(other) if other != words => n += 1,
                        _ => break id,
                    }
                };
                (id, words.clone())
            }
            ReviewDecl::Id(id) => match self.scope.review(&id.value) {
                Ok(words) => (ReviewId::from(id.value.as_str()), words.clone()),
                Err(unknown) => {
                    if !unknown.garbled {
                        let message = format!("no review is named `{}`", id.value);
                        self.diagnostics
                            .report(Code::UnknownReview, id.span, message)
                            .hint("write the words out: `{review: {zh: …, en: …}}`")
                            .did_you_mean(&id.value, id.span, self.scope.review_ids());
                    }
                    return None;
                }
            },
        };
        self.reviews.insert(id.clone(), words);
        Some(Condition::Review(id))
    }

    /// An expression that is true or false.
    pub(super) fn condition(&mut self, expr: &Expr) -> Option<Condition> {
        match &expr.kind {
            ExprKind::Name(name) => {
                let fact = self.fact_named(name, expr.span)?;
                if fact.kind == FactKind::YesNo {
                    return Some(Condition::Yes(fact.id.value.as_str().into()));
                }
                let message = format!(
                    "expected a condition, but `{name}` is {}",
                    describe(&fact.kind)
                );
                self.diagnostics
                    .report(Code::NotCondition, expr.span, message)
                    .hint(how_to_compare(fact));
                None
            }
            ExprKind::Not(inner) => {
                Some(Condition::Not(Box::new(self.condition(inner)?)))
            }
            ExprKind::And(members) => self.conditions(members).map(Condition::All),
            ExprKind::Or(members) => self.conditions(members).map(Condition::Any),
            ExprKind::Compare { left, is, right } => self.compare(left, is, right),
            ExprKind::In { left, negated, members } => {
                let condition = self.one_of(left, members)?;
                Some(negate(condition, *negated))
            }
            ExprKind::Range { left, negated, low, high } => {
                let condition = self.range(left, low, high)?;
                Some(negate(condition, *negated))
            }
            ExprKind::Has { left, option } => self.has(left, option),
            ExprKind::If { when, then, otherwise } => {
                let when = self.condition(when);
                let then = self.condition(then);
                let otherwise = self.condition(otherwise);
                Some(Condition::If {
                    when: Box::new(when?),
                    then: Box::new(then?),
                    otherwise: Box::new(otherwise?),
                })
            }
            ExprKind::YesNo(_) => {
                self.diagnostics
                    .report(Code::NotCondition, expr.span, "a condition without a fact")
                    .hint("a yes/no fact stands alone: `持有有效高企证书`");
                None
            }
            _ => {
                let message = "expected a condition, found a value";
                self.diagnostics
                    .report(Code::NotCondition, expr.span, message)
                    .hint("compare it: `… >= …`");
                None
            }
        }
    }

    fn conditions(&mut self, members: &[Expr]) -> Option<Vec<Condition>> {
        let read: Vec<Option<Condition>> =
            members.iter().map(|member| self.condition(member)).collect();
        read.into_iter().collect()
    }

    fn compare(
        &mut self,
        left: &Expr,
        is: &Spanned<Comparison>,
        right: &Expr,
    ) -> Option<Condition> {
        let value = self.typed(left);
        match value? {
            Typed::Number(value) => {
                let other = self.number(right)?;
                let (value, other, _) = quantity::fit(value, other, self.diagnostics)?;
                Some(Condition::Compare {
                    left: value.expression,
                    is: is.value,
                    right: other.expression,
                })
            }
            Typed::Date(value) => {
                let other = self.date_operand(right)?;
                Some(Condition::Compare { left: value, is: is.value, right: other })
            }
            Typed::Fact(fact) => self.compare_fact(fact, left, is, right),
        }
    }

    /// The other side of a comparison with a date.
    fn date_operand(&mut self, expr: &Expr) -> Option<Expression> {
        if let Typed::Date(date) = self.typed(expr)? {
            return Some(date);
        }
        self.diagnostics
            .report(Code::TypeMismatch, expr.span, "expected a date")
            .hint("write `date(\"2020-01-01\")`");
        None
    }

    fn compare_fact(
        &mut self,
        fact: &'d FactDecl,
        left: &Expr,
        is: &Spanned<Comparison>,
        right: &Expr,
    ) -> Option<Condition> {
        let whole = left.span.to(right.span);
        let equality = matches!(is.value, Comparison::Equal | Comparison::Unequal);
        let unequal = is.value == Comparison::Unequal;
        let name = &fact.name.value;
        match &fact.kind {
            FactKind::Choice(_) if equality => {
                let options = vec![self.option(fact, right)?];
                let fact = fact.id.value.as_str().into();
                Some(negate(Condition::OneOf { fact, options }, unequal))
            }
            FactKind::YesNo if equality => {
                let yes = match &right.kind {
                    ExprKind::YesNo(yes) => Some(*yes),
                    ExprKind::Name(word) if word == "是" => Some(true),
                    ExprKind::Name(word) if word == "否" => Some(false),
                    _ => None,
                };
                let message = format!("`{name}` is a yes/no fact and stands alone");
                let diagnostic = self.diagnostics.report(Code::BadMember, whole, message);
                diagnostic.hint(format!("write `{name}` or `not {name}`"));
                if let Some(yes) = yes {
                    let not = if yes == unequal { "not " } else { "" };
                    diagnostic.fix(whole, format!("{not}{name}"));
                }
                None
            }
            kind => {
                let message = format!("`{name}` is {}", describe(kind));
                let diagnostic = self
                    .diagnostics
                    .report(Code::BadMember, is.span, message)
                    .label("it has no such comparison")
                    .hint(how_to_compare(fact));
                if *kind == FactKind::Jurisdiction && equality {
                    diagnostic.fix(is.span, if unequal { "not in" } else { "in" });
                }
                None
            }
        }
    }

    /// `x in [a, b]`.
    fn one_of(&mut self, left: &Expr, members: &[Expr]) -> Option<Condition> {
        match self.typed(left)? {
            Typed::Fact(fact) if matches!(fact.kind, FactKind::Choice(_)) => {
                let options: Vec<Option<OptionId>> =
                    members.iter().map(|member| self.option(fact, member)).collect();
                let options = options.into_iter().collect::<Option<_>>()?;
                Some(Condition::OneOf { fact: fact.id.value.as_str().into(), options })
            }
            Typed::Fact(fact) if fact.kind == FactKind::Jurisdiction => {
                let within = |division| Condition::Within {
                    fact: fact.id.value.as_str().into(),
                    division,
                };
                let divisions: Vec<Option<Jurisdiction>> =
                    members.iter().map(|member| self.division(member)).collect();
                let mut divisions: Vec<Jurisdiction> =
                    divisions.into_iter().collect::<Option<_>>()?;
                match (divisions.len(), divisions.pop()) {
                    (1, Some(only)) => Some(within(only)),
                    (_, last) => {
                        divisions.extend(last);
                        Some(Condition::Any(divisions.into_iter().map(within).collect()))
                    }
                }
            }
            Typed::Fact(fact) => {
                let message =
                    format!("`{}` is {}", fact.name.value, describe(&fact.kind));
                self.diagnostics
                    .report(Code::BadMember, left.span, message)
                    .label("it has no `in`")
                    .hint(how_to_compare(fact));
                None
            }
            Typed::Number(value) => {
                let mut any = Vec::new();
                let mut sound = true;
                for member in members {
                    let fitted = self.number(member).and_then(|member| {
                        quantity::fit(value.clone(), member, self.diagnostics)
                    });
                    match fitted {
                        Some((value, member, _)) => any.push(Condition::Compare {
                            left: value.expression,
                            is: Comparison::Equal,
                            right: member.expression,
                        }),
                        None => sound = false,
                    }
                }
                sound.then_some(Condition::Any(any))
            }
            Typed::Date(_) => {
                self.diagnostics
                    .report(Code::BadMember, left.span, "a date has no `in` with a list")
                    .hint("give a range: `in [date(\"…\")..date(\"…\")]`");
                None
            }
        }
    }

    fn range(&mut self, left: &Expr, low: &Bound, high: &Bound) -> Option<Condition> {
        let at_least = |inclusive| {
            if inclusive { Comparison::AtLeast } else { Comparison::MoreThan }
        };
        let at_most = |inclusive| {
            if inclusive { Comparison::AtMost } else { Comparison::LessThan }
        };
        let ends = [
            (at_least(low.inclusive), &*low.value),
            (at_most(high.inclusive), &*high.value),
        ];
        let value = self.typed(left)?;
        let mut both = Vec::new();
        for (is, end) in ends {
            match &value {
                Typed::Number(value) => {
                    let end = self.number(end)?;
                    let (value, end, _) =
                        quantity::fit(value.clone(), end, self.diagnostics)?;
                    let (left, right) = (value.expression, end.expression);
                    both.push(Condition::Compare { left, is, right });
                }
                Typed::Date(value) => {
                    let right = self.date_operand(end)?;
                    both.push(Condition::Compare { left: value.clone(), is, right });
                }
                Typed::Fact(fact) => {
                    let message =
                        format!("`{}` is {}", fact.name.value, describe(&fact.kind));
                    self.diagnostics
                        .report(Code::BadMember, left.span, message)
                        .label("it has no range")
                        .hint(how_to_compare(fact));
                    return None;
                }
            }
        }
        Some(Condition::All(both))
    }

    fn has(&mut self, left: &Expr, option: &Expr) -> Option<Condition> {
        match self.typed(left)? {
            Typed::Fact(fact) if matches!(fact.kind, FactKind::Choices(_)) => {
                let option = self.option(fact, option)?;
                Some(Condition::Has { fact: fact.id.value.as_str().into(), option })
            }
            Typed::Fact(fact) => {
                let message =
                    format!("`{}` is {}", fact.name.value, describe(&fact.kind));
                self.diagnostics
                    .report(Code::BadMember, left.span, message)
                    .label("only a set of choices has `has`")
                    .hint(how_to_compare(fact));
                None
            }
            _ => {
                let message = "only a set of choices has `has`";
                self.diagnostics.report(Code::BadMember, left.span, message);
                None
            }
        }
    }

    /// An option of a choice: its zh label, its `as` name, or its id.
    fn option(&mut self, fact: &'d FactDecl, expr: &Expr) -> Option<OptionId> {
        match &expr.kind {
            ExprKind::Name(name) | ExprKind::Text(name) => {
                self.option_named(fact, name, expr.span)
            }
            // `research-institute` without quotes looks like a subtraction.
            ExprKind::Less(..) => {
                let id = hyphenated(expr);
                let known = fact.kind.options().iter();
                let id = id.filter(|id| known.clone().any(|it| it.id.value == *id));
                let message = "expected an option, found a subtraction";
                let diagnostic =
                    self.diagnostics.report(Code::UnknownOption, expr.span, message);
                diagnostic.hint("ids of options with `-` stand in quotes");
                if let Some(id) = id {
                    diagnostic.fix(expr.span, format!("\"{id}\""));
                }
                None
            }
            _ => {
                let message = format!("expected an option of `{}`", fact.name.value);
                self.diagnostics
                    .report(Code::UnknownOption, expr.span, message)
                    .hint(listed_options(fact));
                None
            }
        }
    }

    /// An option by its label, `as` name or id.
    pub(super) fn option_named(
        &mut self,
        fact: &'d FactDecl,
        name: &str,
        span: Span,
    ) -> Option<OptionId> {
        let options = fact.kind.options();
        let found = options.iter().find(|option| {
            option.id.value == name
                || option.words.zh == name
                || option.alias.as_deref() == Some(name)
        });
        if let Some(option) = found {
            return Some(option.id.value.as_str().into());
        }
        let names = options.iter().flat_map(|option| {
            [option.alias.as_deref().unwrap_or(&option.words.zh), &option.id.value]
        });
        let message = format!("`{}` has no option `{name}`", fact.name.value);
        self.diagnostics
            .report(Code::UnknownOption, span, message)
            .hint(listed_options(fact))
            .did_you_mean(name, span, names);
        None
    }

    /// A division by its zh name, or its code in quotes.
    fn division(&mut self, expr: &Expr) -> Option<Jurisdiction> {
        let name = match &expr.kind {
            ExprKind::Name(name) | ExprKind::Text(name) => name.clone(),
            ExprKind::Figure { number, unit: None } => number.to_string(),
            _ => {
                let message = "expected the name of a division";
                self.diagnostics.report(Code::UnknownDivision, expr.span, message);
                return None;
            }
        };
        self.division_named(&name, expr.span)
    }

    /// A division by its zh name or its code.
    pub(super) fn division_named(
        &mut self,
        name: &str,
        span: Span,
    ) -> Option<Jurisdiction> {
        if let Ok(code) = name.parse() {
            return Some(code);
        }
        match self.scope.division(name) {
            Ok(code) => Some(code),
            Err(unknown) => {
                if !unknown.garbled {
                    self.diagnostics
                        .report(
                            Code::UnknownDivision,
                            span,
                            format!("no division is named `{name}`"),
                        )
                        .hint("divisions are listed under `divisions`")
                        .did_you_mean(name, span, self.scope.division_names());
                }
                None
            }
        }
    }
}

fn negate(condition: Condition, negated: bool) -> Condition {
    if negated { Condition::Not(Box::new(condition)) } else { condition }
}

/// The id that a chain of subtractions of names was meant to be.
fn hyphenated(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Name(name) => Some(name.clone()),
        ExprKind::Less(left, right) => {
            Some(format!("{}-{}", hyphenated(left)?, hyphenated(right)?))
        }
        _ => None,
    }
}

fn listed_options(fact: &FactDecl) -> String {
    let names = fact.kind.options().iter().map(|option| {
        let name = option.alias.as_deref().unwrap_or(&option.words.zh);
        format!("`{name}`")
    });
    format!("its options are {}", names.collect::<Vec<_>>().join(", "))
}

fn how_to_compare(fact: &FactDecl) -> String {
    let name = &fact.name.value;
    match &fact.kind {
        FactKind::YesNo => format!("write `{name}` or `not {name}`"),
        FactKind::Choice(_) => format!("write `{name} = …` or `{name} in […]`"),
        FactKind::Choices(_) => format!("write `{name} has …`"),
        FactKind::Jurisdiction => format!("write `{name} in …`"),
        FactKind::Date => format!("write `{name} >= date(\"2020-01-01\")`"),
        _ => format!("compare it: `{name} >= …`"),
    }
}
