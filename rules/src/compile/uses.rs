//! What an award leans on: facts, departments, divisions, reviews.

use std::collections::BTreeSet;

use mingbai_core::{
    Amount, Award, Condition, Expression, FactId, GroupRule, Jurisdiction, ParameterId,
    ReviewId,
};

/// Everything that some part of a pack names.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    pub(crate) facts: BTreeSet<FactId>,
    pub(crate) divisions: BTreeSet<Jurisdiction>,
    pub(crate) reviews: BTreeSet<ReviewId>,
    pub(crate) parameters: BTreeSet<ParameterId>,
}

impl Uses {
    /// Notes what an award names.
    pub(crate) fn award(&mut self, award: &Award) {
        for criterion in &award.criteria {
            self.condition(&criterion.condition);
        }
        self.amount(&award.amount);
    }

    /// Notes what a group's rule names.
    pub(crate) fn rule(&mut self, rule: &GroupRule) {
        if let GroupRule::Cap(cap) = rule {
            self.expression(cap);
        }
    }

    fn amount(&mut self, amount: &Amount) {
        match amount {
            Amount::Fixed(sum) | Amount::UpTo(sum) => self.expression(sum),
            Amount::Rate { percent, base, cap } => {
                self.expressions([percent, base].into_iter().chain(cap));
            }
            Amount::PerUnit { each, count, cap } => {
                self.expressions([each, count].into_iter().chain(cap));
            }
            Amount::Matching { grant, cap, .. } => {
                self.expressions([grant].into_iter().chain(cap));
            }
            Amount::Tiers(tiers) => {
                for tier in tiers {
                    if let Some(when) = &tier.when {
                        self.condition(when);
                    }
                    self.amount(&tier.amount);
                }
            }
            Amount::Unspecified
            | Amount::TaxPreference
            | Amount::InKind
            | Amount::Service
            | Amount::Recognition => {}
        }
    }

    fn expressions<'e>(&mut self, all: impl IntoIterator<Item = &'e Expression>) {
        for expression in all {
            self.expression(expression);
        }
    }

    /// Notes what a condition names.
    pub(crate) fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::All(members) | Condition::Any(members) => {
                members.iter().for_each(|member| self.condition(member));
            }
            Condition::AtLeast { of, .. } => {
                of.iter().for_each(|member| self.condition(member));
            }
            Condition::Not(inner) => self.condition(inner),
            Condition::If { when, then, otherwise } => {
                for inner in [when, then, otherwise] {
                    self.condition(inner);
                }
            }
            Condition::Yes(fact)
            | Condition::OneOf { fact, .. }
            | Condition::Has { fact, .. } => {
                self.facts.insert(fact.clone());
            }
            Condition::Within { fact, division } => {
                self.facts.insert(fact.clone());
                self.divisions.insert(*division);
            }
            Condition::Compare { left, right, .. } => self.expressions([left, right]),
            Condition::Review(review) => {
                self.reviews.insert(review.clone());
            }
            Condition::Dated(series) => {
                series.iter().for_each(|entry| self.condition(&entry.is));
            }
        }
    }

    /// Notes what an expression names.
    pub(crate) fn expression(&mut self, expression: &Expression) {
        match expression {
            Expression::Number(_) | Expression::Date(_) => {}
            Expression::Fact(fact) => {
                self.facts.insert(fact.clone());
            }
            Expression::Parameter(parameter) => {
                self.parameters.insert(parameter.clone());
            }
            Expression::Sum(members)
            | Expression::Product(members)
            | Expression::Min(members)
            | Expression::Max(members) => self.expressions(members),
            Expression::Less(left, right) => self.expressions([&**left, &**right]),
            Expression::Quotient { dividend, divisor, otherwise } => {
                self.expressions([&**dividend, &**divisor]);
                self.expressions(otherwise.as_deref());
            }
            Expression::Count(conditions) => {
                conditions.iter().for_each(|condition| self.condition(condition));
            }
            Expression::If { when, then, otherwise } => {
                self.condition(when);
                self.expressions([&**then, &**otherwise]);
            }
        }
    }
}
