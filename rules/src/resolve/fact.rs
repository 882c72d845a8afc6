//! Facts and questions.

use mingbai_core::{Applies, Expression, Fact, Form, Kind, Question};

use super::Resolver;
use super::number::Typed;
use super::quantity::{self, Number, Quantity};
use crate::diagnostic::Code;
use crate::parse::{FactDecl, FactKind, QuestionDecl};

impl<'d> Resolver<'_, 'd> {
    /// All visible facts that resolve, in the author's order.
    pub(super) fn facts(&mut self) -> Vec<(&'d FactDecl, Fact)> {
        let facts: Vec<&'d FactDecl> = self.scope.facts().collect();
        facts.into_iter().filter_map(|decl| Some((decl, self.fact(decl)?))).collect()
    }

    fn fact(&mut self, decl: &'d FactDecl) -> Option<Fact> {
        let mut applies = None;
        if let Some(asked_if) = &decl.asked_if {
            let asked_if = self.condition(asked_if);
            let otherwise = decl.otherwise.as_ref();
            let otherwise = otherwise.and_then(|node| self.value(decl, node));
            applies = Some(Applies { asked_if: asked_if?, otherwise: otherwise? });
        }
        let mut derived = None;
        if let Some(formula) = &decl.formula {
            let value = self.typed(formula)?;
            derived = Some(match (value, &decl.kind) {
                (Typed::Number(number), _) => self.formula(decl, number)?,
                (Typed::Date(date), FactKind::Date) => date,
                _ => {
                    let message = format!(
                        "the formula does not yield {}",
                        super::number::describe(&decl.kind)
                    );
                    self.diagnostics
                        .report(Code::TypeMismatch, formula.span, message)
                        .hint("only numbers and dates are computed");
                    return None;
                }
            });
        }
        Some(Fact {
            id: decl.id.value.as_str().into(),
            kind: kind(&decl.kind),
            period: decl.period,
            applies,
            derived,
            changeable: decl.changeable,
        })
    }

    /// A formula brought to the measure of its fact.
    fn formula(&mut self, decl: &FactDecl, number: Number) -> Option<Expression> {
        let Some(expected) = Quantity::of(decl) else {
            let message =
                format!("a number does not make {}", super::number::describe(&decl.kind));
            self.diagnostics.report(Code::TypeMismatch, number.span, message);
            return None;
        };
        if expected == Quantity::Percent && number.quantity == Quantity::Ratio {
            return Some(number.scaled(100.into()).expression);
        }
        // A quotient of unlike things has the unit that its fact gives it.
        let free = Quantity::Things(None);
        let things = matches!(expected, Quantity::Things(_));
        if things && matches!(number.quantity, Quantity::Ratio | Quantity::Bare) {
            return Some(number.expression);
        }
        let quantity = if things && number.quantity == free { free } else { expected };
        let fact = Expression::Fact(decl.id.value.as_str().into());
        let fact = Number { expression: fact, quantity, span: decl.name.span };
        let (_, number, _) = quantity::fit(fact, number, self.diagnostics)?;
        Some(number.expression)
    }

    /// All visible questions that resolve, in the author's order.
    pub(super) fn questions(&mut self) -> Vec<(&'d QuestionDecl, Question)> {
        let questions: Vec<&'d QuestionDecl> = self.scope.questions().collect();
        let mut asked = std::collections::BTreeMap::new();
        let mut resolved = Vec::new();
        for decl in questions {
            let Some(question) = self.question(decl) else { continue };
            for (fact, written) in question.facts.iter().zip(&decl.facts) {
                let Some(first) = asked.insert(fact.clone(), written.span) else {
                    continue;
                };
                let message = format!("`{}` is asked by two questions", written.value);
                self.diagnostics
                    .report(Code::AskedTwice, written.span, message)
                    .label("again here")
                    .related(first, "first here")
                    .hint("leave it out of one of the two");
            }
            resolved.push((decl, question));
        }
        resolved
    }

    fn question(&mut self, decl: &'d QuestionDecl) -> Option<Question> {
        let mut sound = true;
        if let Err(unknown) = self.scope.section(&decl.section.value) {
            sound = false;
            if !unknown.garbled {
                let name = &decl.section.value;
                self.diagnostics
                    .report(
                        Code::UnknownSection,
                        decl.section.span,
                        format!("no section is named `{name}`"),
                    )
                    .did_you_mean(name, decl.section.span, self.scope.section_ids());
            }
        }
        for after in &decl.after {
            if let Err(unknown) = self.scope.question(&after.value) {
                sound = false;
                if !unknown.garbled {
                    let name = &after.value;
                    self.diagnostics
                        .report(
                            Code::UnknownQuestion,
                            after.span,
                            format!("no question is named `{name}`"),
                        )
                        .did_you_mean(name, after.span, self.scope.question_ids());
                }
            }
        }
        let facts: Vec<Option<&FactDecl>> =
            decl.facts.iter().map(|it| self.fact_named(&it.value, it.span)).collect();
        let facts = facts.into_iter().collect::<Option<Vec<_>>>()?;
        for (fact, written) in facts.iter().zip(&decl.facts) {
            if fact.formula.is_some() {
                let message =
                    format!("`{}` has a formula and is never asked", fact.name.value);
                self.diagnostics
                    .report(Code::BadChecklist, written.span, message)
                    .hint("leave it out of the question");
                sound = false;
            }
        }
        let form = match (&decl.form, facts.len()) {
            (Some(form), _) => form.value,
            (None, 1) => Form::Single,
            (None, _) => Form::Fields,
        };
        let misfit = match form {
            Form::Single => (facts.len() != 1).then_some(decl.id.span),
            Form::Checklist => facts
                .iter()
                .zip(&decl.facts)
                .find(|(fact, _)| {
                    !matches!(fact.kind, FactKind::YesNo | FactKind::Count(_))
                })
                .map(|(_, written)| written.span),
            Form::Fields => None,
        };
        if let Some(span) = misfit {
            let message = match form {
                Form::Single => "`single` asks exactly one fact",
                _ => "a checklist holds yes/no facts and counts only",
            };
            self.diagnostics
                .report(Code::BadChecklist, span, message)
                .hint("use the form `fields`");
            sound = false;
        }
        sound.then(|| Question {
            id: decl.id.value.as_str().into(),
            section: decl.section.value.as_str().into(),
            facts: facts.iter().map(|fact| fact.id.value.as_str().into()).collect(),
            form,
            after: decl.after.iter().map(|it| it.value.as_str().into()).collect(),
            effort: decl.effort,
        })
    }
}

fn kind(kind: &FactKind) -> Kind {
    let ids = |options: &[crate::parse::OptionDecl]| {
        options.iter().map(|option| option.id.value.as_str().into()).collect()
    };
    match kind {
        FactKind::YesNo => Kind::YesNo,
        FactKind::Count(domain) => Kind::Count(domain.clone()),
        FactKind::Decimal(domain) => Kind::Decimal(domain.clone()),
        FactKind::Money(domain) => Kind::Money(domain.clone()),
        FactKind::Percent(domain) => Kind::Percent(domain.clone()),
        FactKind::Date => Kind::Date,
        FactKind::Year(domain) => Kind::Year(domain.clone()),
        FactKind::Choice(options) => Kind::Choice(ids(options)),
        FactKind::Choices(options) => Kind::Choices(ids(options)),
        FactKind::Jurisdiction => Kind::Jurisdiction,
    }
}
