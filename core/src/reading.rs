//! A pack as it reads on a date: every award compiled to a diagram.

use crate::date::Date;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::vec::Vec;

use crate::determination::{Amounts, Status, Verdict};
use crate::diagram::{Diagrams, Link, Restricted, Subject, Variable};
use crate::lower::{Atom, Lowering};
use crate::pack::{PackError, PackFile};
use crate::payout::Piece;
use crate::sorted::{insert, set};
use crate::space::{SlotIndex, Space, Span};

/// Work that compiling one award may take; ordinary awards need a few hundred.
const BUDGET: usize = 200_000;

/// Terminals of an award's diagram: what a completion comes to.
///
/// 0 is ineligible; piece `p` of the amount is `1 + 2p` where all criteria are met and
/// `2 + 2p` where the rest is an authority's to judge.
pub(crate) const INELIGIBLE: u32 = 0;

fn granted(piece: u32) -> u32 {
    1 + 2 * piece
}

fn judged(granted: u32) -> u32 {
    granted + 1
}

fn piece(terminal: u32) -> Option<usize> {
    terminal.checked_sub(1).map(|terminal| (terminal / 2) as usize)
}

fn is_judged(terminal: u32) -> bool {
    terminal != INELIGIBLE && terminal.is_multiple_of(2)
}

/// A terminal of a criterion's diagram where an authority judges.
pub(crate) const REVIEW: u32 = 2;

/// One award, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    /// What each completion comes to.
    pub(crate) outcome: Link,
    /// Which piece of the amount each completion has, whatever the criteria say.
    pieces: Link,
    payouts: Vec<Piece>,
    /// The interval of an amount that is the same in every completion.
    only: Option<Amounts>,
    /// Each node of the explanations of its criteria, in their order, a node before its
    /// parts: unmet 0, met 1, an authority's 2.
    pub(crate) outline: Vec<Link>,
    /// Where each criterion starts in the outline.
    criteria: Vec<u32>,
    /// Every slot that the outcome or a payout can depend on, sorted.
    pub(crate) slots: Vec<SlotIndex>,
    /// Those that stand in arithmetic over several facts, sorted.
    pub(crate) tied: Vec<SlotIndex>,
}

/// All awards of a pack on a date.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) diagrams: Diagrams,
    pub(crate) atoms: Vec<Atom>,
    /// The slots of each atom, sorted.
    pub(crate) atom_slots: Vec<Vec<SlotIndex>>,
    pub(crate) awards: Vec<Compiled>,
    /// Where each fact applies; true for a fact without `asked_if`.
    pub(crate) applies: Vec<Link>,
}

impl Reading {
    pub(crate) fn new(
        file: &PackFile,
        space: &Space,
        date: Date,
    ) -> Result<Self, PackError> {
        let mut lowering = Lowering::new(file, space, date, BUDGET);
        let mut awards = Vec::with_capacity(file.awards.len());
        for award in &file.awards {
            lowering.refill(BUDGET);
            let mut criteria = Vec::with_capacity(award.criteria.len());
            let mut all = Link::TRUE;
            let mut outline = Vec::with_capacity(award.criteria.len());
            for criterion in &award.criteria {
                criteria.push(u32::try_from(outline.len()).unwrap_or(u32::MAX));
                let link = lowering.outline(&criterion.condition, &mut outline);
                all = lowering.builder.and(all, link);
            }
            for link in &mut outline {
                *link = lowering.builder.settle_reviews(*link, |_| REVIEW);
            }
            let mut pieces = Link::FALSE;
            let mut payouts = Vec::new();
            for (guard, payout) in lowering.amount(&award.amount) {
                let number = u32::try_from(payouts.len()).unwrap_or(u32::MAX / 4);
                let here = Link::terminal(granted(number));
                pieces = lowering.builder.choose(guard, here, pieces);
                payouts.push(Piece::new(payout, space));
            }
            let outcome = lowering.builder.choose(all, pieces, Link::FALSE);
            let outcome = lowering.builder.settle_reviews(outcome, judged);
            if lowering.undefined {
                return Err(PackError::Invalid {
                    place: format!("award `{}`", award.id),
                    problem: "divides by what may be 0 and states no `otherwise`"
                        .to_owned(),
                });
            }
            if lowering.builder.exhausted() {
                return Err(PackError::TooComplex { award: award.id.clone() });
            }
            let only = pieces.value().and_then(piece).and_then(|it| payouts.get(it));
            let only = only.and_then(Piece::fixed);
            awards.push(Compiled {
                outcome,
                pieces,
                payouts,
                only,
                outline,
                criteria,
                slots: Vec::new(),
                tied: Vec::new(),
            });
        }
        let mut applies = Vec::with_capacity(file.facts.len());
        for (index, fact) in file.facts.iter().enumerate() {
            lowering.refill(BUDGET);
            applies.push(lowering.applies(index));
            if lowering.undefined || lowering.builder.exhausted() {
                return Err(PackError::Invalid {
                    place: format!("fact `{}`", fact.id),
                    problem: "its `asked_if` cannot be decided exactly".to_owned(),
                });
            }
        }
        let Lowering { builder, atoms, .. } = lowering;
        let atom_slots = atoms
            .iter()
            .map(|atom| {
                let mut slots = Vec::new();
                atom.difference.slots(&mut slots);
                slots
            })
            .collect();
        let diagrams = builder.finish();
        let mut reading = Self { diagrams, atoms, atom_slots, awards, applies };
        let supports: Vec<_> =
            reading.awards.iter().map(|award| reading.support(award)).collect();
        for (award, (slots, tied)) in reading.awards.iter_mut().zip(supports) {
            award.slots = slots;
            award.tied = tied;
        }
        Ok(reading)
    }

    /// Every slot that an award's outcome, criteria or payouts name, and those of them
    /// that stand in atoms.
    fn support(&self, award: &Compiled) -> (Vec<SlotIndex>, Vec<SlotIndex>) {
        let mut slots = Vec::new();
        let mut tied = Vec::new();
        let mut seen = Vec::new();
        let mut stack: Vec<Link> =
            award.outline.iter().copied().chain([award.outcome, award.pieces]).collect();
        while let Some(link) = stack.pop() {
            let Some((variable, edges)) = self.diagrams.node(link) else { continue };
            if !insert(&mut seen, link) {
                continue;
            }
            match variable.subject() {
                Subject::Slot(slot) => slots.push(slot),
                Subject::Atom(atom) => {
                    tied.extend(self.atom_slots.get(atom as usize).into_iter().flatten());
                }
                Subject::Review(_) => {}
            }
            stack.extend(edges.iter().map(|edge| edge.to));
        }
        let mut slots = set(slots.into_iter().chain(tied.iter().copied()));
        let tied = set(tied);
        for payout in &award.payouts {
            payout.slots(&mut slots);
        }
        (slots, tied)
    }
}

/// What one award comes to for what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) verdict: Verdict,
    pub(crate) amount: Amounts,
    /// Slots that can still change the verdict or the amount, sorted.
    pub(crate) missing: Vec<SlotIndex>,
}

/// Assesses awards one after the other, reusing its memory.
#[derive(Debug)]
pub(crate) struct Assessor<'r> {
    reading: &'r Reading,
    space: &'r Space,
    spans: &'r [Span],
    restricted: Restricted,
}

impl<'r> Assessor<'r> {
    pub(crate) fn new(reading: &'r Reading, space: &'r Space, spans: &'r [Span]) -> Self {
        Self { reading, space, spans, restricted: Restricted::default() }
    }

    fn slot_span(&self) -> impl Fn(SlotIndex) -> Span + use<'r> {
        let spans = self.spans;
        move |slot| spans.get(slot as usize).copied().unwrap_or(Span::point(0))
    }

    /// What is known of a variable.
    pub(crate) fn variable_span(&self) -> impl Fn(Variable) -> Span + use<'r> {
        let slot_span = self.slot_span();
        let (reading, space) = (self.reading, self.space);
        move |variable| match variable.subject() {
            Subject::Slot(slot) => slot_span(slot),
            Subject::Atom(atom) => match reading.atoms.get(atom as usize) {
                Some(atom) => atom.span(space, &slot_span),
                None => Span::new(0, 1),
            },
            Subject::Review(_) => Span::new(0, 1),
        }
    }

    /// The outcome of an award.
    pub(crate) fn outcome(&mut self, award: &Compiled) -> Outcome {
        let spans = self.variable_span();
        let diagrams = &self.reading.diagrams;
        // What is known mostly leads straight to an end.
        let end = diagrams.follow(award.outcome, &spans);
        if let Some(terminal) = end.value() {
            return self.decided(award, terminal);
        }
        let root = self.restricted.restrict(diagrams, end, &spans);
        let verdict = self.verdict(root);
        if let Some(terminal) = root.value() {
            return self.decided(award, terminal);
        }
        let mut granting: Vec<usize> =
            self.restricted.terminals(root).into_iter().filter_map(piece).collect();
        granting.dedup();
        let mut missing = Vec::new();
        let mut paid: Vec<(usize, Amounts)> = Vec::with_capacity(granting.len());
        for number in granting {
            let amount = self.payout(award, number, root, &mut missing);
            paid.push((number, amount));
        }
        // Pieces that pay the same exact sum are one: which of them applies is no question.
        let first = |number: usize| {
            let amount = paid.iter().find(|(it, _)| *it == number).map(|(_, it)| *it);
            let exact = amount.filter(|amount| amount.as_exact().is_some());
            let equal =
                paid.iter().find(|(_, it)| exact.is_some_and(|exact| exact == *it));
            equal.map_or(number, |(it, _)| *it)
        };
        if paid.iter().any(|(number, _)| first(*number) != *number) {
            self.restricted.restrict_as(diagrams, end, &spans, &|terminal| match piece(
                terminal,
            ) {
                None => terminal,
                Some(number) => {
                    let number = u32::try_from(first(number)).unwrap_or(u32::MAX / 4);
                    let granted = granted(number);
                    if is_judged(terminal) { judged(granted) } else { granted }
                }
            });
        }
        for (variable, _) in self.restricted.nodes() {
            self.unsettled(*variable, &mut missing);
        }
        let whole = paid.into_iter().map(|(_, amount)| amount).reduce(Amounts::hull);
        let missing = set(missing);
        Outcome { verdict, amount: whole.unwrap_or_default(), missing }
    }

    fn verdict(&self, root: Link) -> Verdict {
        let terminals = self.restricted.terminals(root);
        let any = |wanted: fn(u32) -> bool| terminals.iter().any(|&it| wanted(it));
        let ineligible = any(|it| it == INELIGIBLE);
        let judged = any(is_judged);
        let granted = any(|it| it != INELIGIBLE && !is_judged(it));
        match (granted, judged, ineligible) {
            (true, false, false) => Verdict::Eligible,
            (false, true, false) => Verdict::NeedsReview,
            (false, false, true) => Verdict::Ineligible,
            _ => Verdict::Undetermined,
        }
    }

    /// The slots through which a variable is still unsettled.
    fn unsettled(&self, variable: Variable, into: &mut Vec<SlotIndex>) {
        let span = self.slot_span();
        match variable.subject() {
            Subject::Slot(slot) => into.push(slot),
            Subject::Atom(atom) => {
                let slots = self.reading.atom_slots.get(atom as usize);
                let open =
                    slots.into_iter().flatten().filter(|&&it| !span(it).is_point());
                into.extend(open);
            }
            Subject::Review(_) => {}
        }
    }

    /// The outcome where every completion ends the same way.
    fn decided(&mut self, award: &Compiled, terminal: u32) -> Outcome {
        let mut missing = Vec::new();
        let Some(number) = piece(terminal) else {
            let verdict = Verdict::Ineligible;
            let amount = award.only.unwrap_or_else(|| self.worth(award));
            return Outcome { verdict, amount, missing };
        };
        let verdict = match is_judged(terminal) {
            true => Verdict::NeedsReview,
            false => Verdict::Eligible,
        };
        let amount = award
            .payouts
            .get(number)
            .map(|payout| payout.amounts(self.space, &self.slot_span(), &mut missing));
        Outcome { verdict, amount: amount.unwrap_or_default(), missing: set(missing) }
    }

    /// The interval of a piece over the completions that grant it; to `missing` are added
    /// the slots that can still change it.
    fn payout(
        &self,
        award: &Compiled,
        number: usize,
        root: Link,
        missing: &mut Vec<SlotIndex>,
    ) -> Amounts {
        let Some(payout) = award.payouts.get(number) else { return Amounts::default() };
        let known = self.slot_span();
        let hulls = |slot: SlotIndex| {
            let whole = known(slot);
            if whole.is_point() {
                return whole;
            }
            let wanted = |terminal| piece(terminal) == Some(number);
            let hull = self.restricted.hull(root, Variable::slot(slot), whole, &wanted);
            hull.unwrap_or(whole)
        };
        payout.amounts(self.space, &hulls, missing)
    }

    /// What an award is worth to somebody who cannot have it: every piece in reach,
    /// whatever the criteria say.
    fn worth(&mut self, award: &Compiled) -> Amounts {
        let spans = self.variable_span();
        let diagrams = &self.reading.diagrams;
        let end = diagrams.follow(award.pieces, &spans);
        if let Some(payout) =
            end.value().and_then(piece).and_then(|it| award.payouts.get(it))
        {
            return payout.amounts(self.space, &self.slot_span(), &mut Vec::new());
        }
        let root = self.restricted.restrict(diagrams, end, &spans);
        let mut pieces: Vec<usize> =
            self.restricted.terminals(root).into_iter().filter_map(piece).collect();
        pieces.dedup();
        pieces
            .into_iter()
            .map(|number| self.payout(award, number, root, &mut Vec::new()))
            .reduce(Amounts::hull)
            .unwrap_or_default()
    }

    /// The status of an award's criterion.
    pub(crate) fn criterion(&mut self, award: &Compiled, index: usize) -> Status {
        let start = award.criteria.get(index).map(|&start| start as usize);
        let link = start.and_then(|start| award.outline.get(start));
        link.map_or(Status::Open, |&link| self.status(link))
    }

    /// Whether a fact applies, for what is known.
    pub(crate) fn applies(&mut self, fact: usize) -> Status {
        self.reading.applies.get(fact).map_or(Status::Met, |&link| self.status(link))
    }

    /// For an undecided award: each slot through which the verdict is open, with how much
    /// of its ground would settle it, in 1/64.
    ///
    /// Ground is counted in runs of points that lead the same way, not in points: a
    /// threshold at 20 divides all counts into two. The first run, which holds "no" and 0,
    /// weighs three: most applicants have few of the things that are asked.
    pub(crate) fn settling(&mut self, award: &Compiled) -> Vec<(SlotIndex, u64)> {
        let spans = self.variable_span();
        let root =
            self.restricted.restrict(&self.reading.diagrams, award.outcome, &spans);
        let mut shares: Vec<(SlotIndex, u64)> = Vec::new();
        for (variable, share) in self.restricted.settling(root) {
            let mut slots = Vec::new();
            self.unsettled(variable, &mut slots);
            for slot in slots {
                match shares.iter_mut().find(|(other, _)| *other == slot) {
                    Some((_, best)) => *best = share.max(*best),
                    None => shares.push((slot, share)),
                }
            }
        }
        shares
    }

    /// The slots through which the verdict alone, not the amount, is open.
    pub(crate) fn deciding(&mut self, award: &Compiled) -> Vec<SlotIndex> {
        let spans = self.variable_span();
        self.restricted.restrict(&self.reading.diagrams, award.outcome, &spans);
        let mut slots = Vec::new();
        for (variable, _) in self.restricted.nodes() {
            self.unsettled(*variable, &mut slots);
        }
        set(slots)
    }

    /// The status of a condition's diagram whose reviews are settled to [`REVIEW`].
    pub(crate) fn status(&mut self, link: Link) -> Status {
        let spans = self.variable_span();
        let end = self.reading.diagrams.follow(link, &spans);
        if let Some(terminal) = end.value() {
            return status(&[terminal]);
        }
        let root = self.restricted.restrict(&self.reading.diagrams, end, &spans);
        status(&self.restricted.terminals(root))
    }
}

/// The status that the terminals in reach amount to.
pub(crate) fn status(terminals: &[u32]) -> Status {
    match terminals {
        [0] => Status::Unmet,
        [1] => Status::Met,
        [REVIEW] => Status::Review,
        _ => Status::Open,
    }
}
