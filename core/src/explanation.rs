//! Explanations: trees that mirror the criteria and say how each part stands.

use crate::answer::Answer;
use crate::assess::Assessment;
use crate::check::facts_in;
use crate::citation::Citation;
use crate::condition::{self, Condition};
use crate::determination::Status;
use crate::diagram::{Restricted, Subject, Variable};
use crate::fact::Fact;
use crate::id::AwardId;
use crate::lower::Lowering;
use crate::reading::{REVIEW, status};
use crate::space::Span;
use alloc::vec::Vec;

/// Work that explaining one node may take.
const BUDGET: usize = 200_000;

/// Why a determination is what it is: one entry for each criterion, in the award's order.
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    /// The criteria.
    pub criteria: Vec<Explained<'a>>,
}

/// A criterion and how it stands.
#[derive(Clone, Debug)]
pub struct Explained<'a> {
    /// Where it stands in the law.
    pub cite: &'a Citation,
    /// The text presupposes it without saying it.
    pub implied: bool,
    /// What must hold.
    pub node: Node<'a>,
}

/// A part of a criterion and how it stands: exact for itself, whatever its parts say.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// How it stands.
    pub status: Status,
    /// The condition, as it reads on the date: never [`Condition::Dated`].
    pub condition: &'a Condition,
    /// Its members, for a condition made of conditions; empty for a leaf.
    pub parts: Vec<Node<'a>>,
    /// The facts that a leaf names, with what was said about each.
    pub facts: Vec<(&'a Fact, Option<Answer>)>,
}

impl<'p> Assessment<'p> {
    /// Explains the determination of an award; `None` for one that the pack does not have.
    pub fn explain(&self, award: &AwardId) -> Option<Explanation<'p>> {
        let award = self.pack.award(award)?;
        let criteria = award.criteria.iter().map(|criterion| Explained {
            cite: &criterion.cite,
            implied: criterion.implied,
            node: self.node(&criterion.condition),
        });
        Some(Explanation { criteria: criteria.collect() })
    }

    /// How any condition over the pack's facts stands.
    pub fn status(&self, condition: &Condition) -> Status {
        let pack = self.pack;
        let mut lowering = Lowering::new(pack.file(), &pack.space, self.as_of, BUDGET);
        let link = lowering.condition(condition);
        let link = lowering.builder.settle_reviews(link, |_| REVIEW);
        if lowering.builder.exhausted() {
            return Status::Open;
        }
        let slot_span =
            |slot: u32| self.spans.get(slot as usize).copied().unwrap_or(Span::new(0, 1));
        let spans = |variable: Variable| match variable.subject() {
            Subject::Slot(slot) => slot_span(slot),
            Subject::Atom(atom) => lowering
                .atoms
                .get(atom as usize)
                .map_or(Span::new(0, 1), |atom| atom.span(&pack.space, &slot_span)),
            Subject::Review(_) => Span::new(0, 1),
        };
        let mut restricted = Restricted::default();
        let root = restricted.restrict(lowering.builder.diagrams(), link, &spans);
        status(&restricted.terminals(root))
    }

    fn node(&self, condition: &'p Condition) -> Node<'p> {
        let mut parts = Vec::new();
        match condition {
            Condition::Dated(series) => {
                if let Some(current) = condition::on(series, self.as_of) {
                    return self.node(current);
                }
            }
            Condition::All(members) | Condition::Any(members) => {
                parts.extend(members.iter().map(|member| self.node(member)));
            }
            Condition::AtLeast { of, .. } => {
                parts.extend(of.iter().map(|member| self.node(member)));
            }
            Condition::Not(inner) if !is_leaf(inner) => parts.push(self.node(inner)),
            Condition::If { when, then, otherwise } => {
                parts.extend([when, then, otherwise].map(|inner| self.node(inner)));
            }
            _ => {}
        }
        let mut facts = Vec::new();
        if parts.is_empty() {
            facts_in(condition, &mut |id| {
                let fact = self.pack.fact(id);
                if let Some(fact) = fact.filter(|it| {
                    !facts.iter().any(|(seen, _): &(&Fact, _)| seen.id == it.id)
                }) {
                    facts.push((fact, self.answers.get(&fact.id).cloned()));
                }
            });
        }
        Node { status: self.status(condition), condition, parts, facts }
    }
}

/// Whether a condition speaks of facts directly.
fn is_leaf(condition: &Condition) -> bool {
    matches!(
        condition,
        Condition::Yes(_)
            | Condition::OneOf { .. }
            | Condition::Has { .. }
            | Condition::Within { .. }
            | Condition::Compare { .. }
            | Condition::Review(_)
    )
}
