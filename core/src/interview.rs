//! Which question to ask next: the one that settles most, for the effort it takes.
//!
//! For every open award and every fact through which it is open, the *gain* is the award's
//! worth times the share of the fact's ground that would settle it. A question's score is
//! the sum over its facts and all awards, divided by its effort. The scores are kept up to
//! date as answers come, so that finding the next question is one pass over the questions.

use alloc::vec;
use alloc::vec::Vec;

use core::cmp::Reverse;

use crate::table::Table;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use crate::answer::Answers;
use crate::check::facts_in;
use crate::determination::Status;
use crate::id::{FactId, QuestionId, SectionId};
use crate::pack::Pack;
use crate::reading::Outcome;
use crate::sorted::set;
use crate::space::SlotIndex;

/// The question to ask next.
///
/// # Example
///
/// ```
/// use std::sync::Arc;
///
/// use mingbai_core::{Date, Pack, Session};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let session = Session::new(Arc::new(pack), Date::constant(2026, 11, 22));
/// let next = session.next_question().unwrap();
/// assert!(!next.facts.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Next {
    /// The question.
    pub question: QuestionId,
    /// Its facts that still matter and have no answer, in its order; non-empty.
    pub facts: Vec<FactId>,
}

/// Weights in yuan for what has no number: money without a bound, and none at all.
const UNSTATED: u64 = 600_000;
const NO_MONEY: u64 = 30_000;
/// Beyond this a larger sum does not make a question more urgent.
const ENOUGH: u64 = 3_000_000;

/// A section is left where its best question settles less than this share of the best one
/// elsewhere.
const STAY: (u64, u64) = (2, 3);
/// Of so many questions that wait for another's answer one is asked.
const MAYBE: usize = 4;

#[derive(Clone, Debug)]
pub(crate) struct Interview {
    /// The question that asks each fact.
    asks: Vec<Option<usize>>,
    /// Facts that a fact's `asked_if` rests on.
    leads: Vec<Vec<usize>>,
    /// The score of each question.
    scores: Vec<u64>,
    /// What each award adds to which question, by fact.
    gains: Vec<Vec<(usize, usize, u64)>>,
    /// How often each fact is wanted, by fact index.
    wanted: Table<usize, u32>,
    section: Option<SectionId>,
    shown: Option<usize>,
}

impl Interview {
    pub(crate) fn new(pack: &Pack) -> Self {
        let file = pack.file();
        let mut asks = vec![None; file.facts.len()];
        for (place, question) in file.questions.iter().enumerate() {
            for fact in &question.facts {
                let index = pack.space.fact(fact);
                if let Some(slot) = index.and_then(|index| asks.get_mut(index)) {
                    *slot = Some(place);
                }
            }
        }
        let leads = file.facts.iter().map(|fact| {
            let mut leads = Vec::new();
            if let Some(applies) = &fact.applies {
                facts_in(&applies.asked_if, &mut |id| leads.extend(pack.space.fact(id)));
            }
            leads
        });
        Self {
            asks,
            leads: leads.collect(),
            scores: vec![0; file.questions.len()],
            gains: vec![Vec::new(); file.awards.len()],
            wanted: Table::new(),
            section: None,
            shown: None,
        }
    }

    /// Replaces what an award adds to the scores.
    pub(crate) fn weigh(
        &mut self,
        pack: &Pack,
        answers: &Answers,
        award: usize,
        outcome: &Outcome,
        open: bool,
        shares: &[(SlotIndex, u64)],
    ) {
        let Some(gains) = self.gains.get_mut(award) else { return };
        for (fact, question, gain) in gains.drain(..) {
            if let Some(score) = self.scores.get_mut(question) {
                *score = score.saturating_sub(gain);
            }
            if let Some(count) = self.wanted.get_mut(&fact) {
                *count -= 1;
                if *count == 0 {
                    self.wanted.remove(&fact);
                }
            }
        }
        if !open {
            return;
        }
        let worth = match outcome.amount.max {
            None => UNSTATED,
            Some(max) => max.to_u64().unwrap_or(ENOUGH).clamp(NO_MONEY, ENOUGH),
        };
        for &slot in &outcome.missing {
            let Some(fact) = pack.space.slot(slot).map(|it| it.fact) else { continue };
            let Some(Some(question)) = self.asks.get(fact).copied() else { continue };
            let id = pack.file().facts.get(fact).map(|fact| &fact.id);
            if id.is_none_or(|id| answers.get(id).is_some()) {
                continue;
            }
            let share = shares.iter().find(|(other, _)| *other == slot);
            let share = share.map_or(0, |(_, share)| *share);
            // At least 1: what can still change something is never worth nothing.
            let gain = (worth / 64 * share / 64).max(1);
            if let Some(score) = self.scores.get_mut(question) {
                *score = score.saturating_add(gain);
            }
            let count = self.wanted.get(&fact).copied().unwrap_or(0);
            self.wanted.insert(fact, count + 1);
            gains.push((fact, question, gain));
        }
    }

    pub(crate) fn next(
        &self,
        pack: &Pack,
        answers: &Answers,
        applies: &dyn Fn(usize) -> Status,
    ) -> Option<Next> {
        let questions = &pack.file().questions;
        let open = |place: usize| self.scores.get(place).is_some_and(|&score| score > 0);
        // The score, then the author's order.
        let rank = |place: usize| {
            let question = questions.get(place)?;
            let score = self.scores.get(place).copied().filter(|&score| score > 0)?;
            Some((score / u64::from(question.effort.max(1)), Reverse(place)))
        };
        let waits = |place: usize| {
            questions.get(place).is_some_and(|question| {
                question.after.iter().any(|earlier| {
                    let earlier = questions.iter().position(|it| it.id == *earlier);
                    earlier.is_some_and(|earlier| earlier != place && open(earlier))
                })
            })
        };
        let first = |patient: bool, here: &dyn Fn(usize) -> bool| {
            // Mostly the first one serves, so the rest is never put in order.
            let mut passed = Vec::new();
            loop {
                let left = (0..questions.len())
                    .filter(|place| !passed.contains(place) && here(*place));
                let (score, Reverse(place)) = left.filter_map(rank).max()?;
                passed.push(place);
                if patient && waits(place) {
                    continue;
                }
                let facts = self.askable(pack, answers, place, patient, applies);
                if let (Some(question), false) = (questions.get(place), facts.is_empty())
                {
                    return Some((score, Next { question: question.id.clone(), facts }));
                }
            }
        };
        let next = |patient: bool| {
            let (best, next) = first(patient, &|_| true)?;
            // The section at hand goes on while its best question is not far behind.
            let here = |place: usize| {
                let question = questions.get(place);
                question.is_some_and(|it| self.section.as_ref() == Some(&it.section))
            };
            let (score, stay) = first(patient, &here).unwrap_or((0, next.clone()));
            let (share, whole) = STAY;
            Some(if score >= best / whole * share { stay } else { next })
        };
        // Questions that wait for each other would wait for ever.
        next(true).or_else(|| next(false))
    }

    /// The facts of a question that matter now.
    fn askable(
        &self,
        pack: &Pack,
        answers: &Answers,
        place: usize,
        patient: bool,
        applies: &dyn Fn(usize) -> Status,
    ) -> Vec<FactId> {
        let Some(question) = pack.file().questions.get(place) else { return Vec::new() };
        let unanswered = |fact: usize| {
            let id = pack.file().facts.get(fact).map(|fact| &fact.id);
            id.is_some_and(|id| answers.get(id).is_none())
        };
        let wanted = |id: &&FactId| {
            let Some(fact) = pack.space.fact(id) else { return false };
            if !self.wanted.contains_key(&fact) {
                return false;
            }
            match applies(fact) {
                Status::Unmet => false,
                Status::Met | Status::Review => true,
                // A follow-up waits for its lead, unless the lead is on the same screen or
                // was answered with "don't know".
                Status::Open => {
                    let leads =
                        self.leads.get(fact).map(Vec::as_slice).unwrap_or_default();
                    !patient
                        || leads.iter().all(|&lead| {
                            let asked = self.asks.get(lead).copied().flatten();
                            !unanswered(lead) || asked.is_none() || asked == Some(place)
                        })
                }
            }
        };
        question.facts.iter().filter(wanted).cloned().collect()
    }

    pub(crate) fn visit(&mut self, pack: &Pack, question: &QuestionId) {
        let question = pack.file().questions.iter().find(|it| it.id == *question);
        self.section = question.map(|question| question.section.clone());
    }

    /// How many questions are likely to come: those that can be asked now, and one in
    /// [`MAYBE`] of those that wait for an answer which may make them idle.
    pub(crate) fn left(
        &self,
        pack: &Pack,
        answers: &Answers,
        applies: &dyn Fn(usize) -> Status,
    ) -> usize {
        let mut left = MAYBE - 1;
        for (place, &score) in self.scores.iter().enumerate() {
            if score > 0 {
                let facts = self.askable(pack, answers, place, true, applies);
                left += if facts.is_empty() { 1 } else { MAYBE };
            }
        }
        left / MAYBE
    }

    /// An estimate that never grows, and is 0 only when nothing is left.
    pub(crate) fn progress(&mut self, estimate: usize) -> usize {
        let shown = self.shown.map_or(estimate, |shown| shown.min(estimate));
        let shown = shown.max(usize::from(estimate > 0));
        self.shown = Some(shown);
        shown
    }

    /// The awards that a question adds to, greatest gain first.
    pub(crate) fn awards_of(&self, question: usize) -> Vec<usize> {
        let awards = self.gains.iter().enumerate().filter_map(|(award, gains)| {
            let gains = gains.iter().filter(|(_, other, _)| *other == question);
            let gain: u64 = gains.map(|(_, _, gain)| gain).sum();
            (gain > 0).then_some((Reverse(gain), award))
        });
        set(awards).into_iter().map(|(_, award)| award).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_never_grows_and_ends_at_nothing() {
        let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
        let mut interview = Interview::new(&pack);
        let shown = [5, 7, 3, 4, 0].map(|estimate| interview.progress(estimate));
        assert_eq!(shown, [5, 5, 3, 3, 0]);
    }
}
