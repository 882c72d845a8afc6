//! What a piece of an amount pays while facts range over what is known.

use alloc::vec::Vec;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::determination::Amounts;
use crate::exact::multiply;
use crate::space::{Point, SlotIndex, Space, Span};
use crate::term::{Bounds, Term};

/// What one piece of an amount pays: at least `low`, at most `high` (`None`: unbounded).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Payout {
    pub(crate) low: Term,
    pub(crate) high: Option<Term>,
}

impl Payout {
    fn slots(&self, into: &mut Vec<SlotIndex>) {
        self.low.slots(into);
        if let Some(high) = &self.high {
            high.slots(into);
        }
    }
}

/// A piece of an amount, made ready to be read often.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// The same in every completion.
    Fixed(Amounts),
    /// An exact sum that rises with one slot.
    Line(Line),
    /// Anything else: by interval arithmetic.
    Terms(Payout),
}

/// `min(factor × point + constant, cap)`, in units of 10^-`scale` yuan; `factor` is
/// positive.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    slot: SlotIndex,
    factor: i64,
    constant: i64,
    cap: Option<i64>,
    scale: u32,
    /// The point from which an unknown slot is unbounded.
    endless: Option<Point>,
}

impl Piece {
    pub(crate) fn new(payout: Payout, space: &Space) -> Self {
        let mut slots = Vec::new();
        payout.slots(&mut slots);
        match slots.as_slice() {
            [] => Self::Fixed(amounts(&payout, space, &|_| Span::point(0))),
            [slot] => match line(&payout, *slot, space) {
                Some(line) => Self::Line(line),
                None => Self::Terms(payout),
            },
            _ => Self::Terms(payout),
        }
    }

    /// The interval that holds in every completion, where there is one.
    pub(crate) fn fixed(&self) -> Option<Amounts> {
        match self {
            Self::Fixed(amounts) => Some(*amounts),
            _ => None,
        }
    }

    /// Adds the slots that it rests on to a sorted list.
    pub(crate) fn slots(&self, into: &mut Vec<SlotIndex>) {
        match self {
            Self::Fixed(_) => {}
            Self::Line(line) => Term::Slot(line.slot).slots(into),
            Self::Terms(payout) => payout.slots(into),
        }
    }

    /// The interval while slots range over `spans`; to `missing` are added the slots that
    /// can still change it.
    pub(crate) fn amounts(
        &self,
        space: &Space,
        spans: &dyn Fn(SlotIndex) -> Span,
        missing: &mut Vec<SlotIndex>,
    ) -> Amounts {
        match self {
            Self::Fixed(amounts) => *amounts,
            Self::Line(line) => {
                let amounts = line.amounts(spans(line.slot));
                if amounts.max != Some(amounts.min) {
                    missing.push(line.slot);
                }
                amounts
            }
            Self::Terms(payout) => {
                for term in
                    [Some(&payout.low), payout.high.as_ref()].into_iter().flatten()
                {
                    changing(term, space, spans, missing);
                }
                amounts(payout, space, spans)
            }
        }
    }
}

impl Line {
    /// The sum at a point.
    fn at(&self, point: Point) -> Decimal {
        let sum = i128::from(self.factor) * i128::from(point) + i128::from(self.constant);
        match self.cap {
            Some(cap) if i128::from(cap) < sum => yuan(cap, self.scale),
            _ => match i64::try_from(sum) {
                Ok(sum) => yuan(sum, self.scale),
                Err(_) => Decimal::from_i128_with_scale(sum, self.scale).normalize(),
            },
        }
    }

    fn amounts(&self, span: Span) -> Amounts {
        let min = self.at(span.low);
        let max = if span.is_point() {
            Some(min)
        } else if self.endless.is_some_and(|end| end <= span.high) {
            self.cap.map(|cap| yuan(cap, self.scale))
        } else {
            Some(self.at(span.high))
        };
        Amounts { min, max }
    }
}

/// A sum without zeros at its end; what would be negative pays nothing.
fn yuan(sum: i64, mut scale: u32) -> Decimal {
    let mut sum = sum.max(0);
    while scale > 0 && sum % 10 == 0 {
        sum /= 10;
        scale -= 1;
    }
    Decimal::new(sum, scale)
}

/// The payout as a line, where it is one and interval arithmetic says the same at both ends
/// of the slot.
fn line(payout: &Payout, index: SlotIndex, space: &Space) -> Option<Line> {
    let slot = space.slot(index)?;
    if payout.high.as_ref() != Some(&payout.low) || slot.span.low < 0 {
        return None;
    }
    let members = match &payout.low {
        Term::Min(members) => members.as_slice(),
        other => core::slice::from_ref(other),
    };
    let mut rising = None;
    let mut cap: Option<Decimal> = None;
    for member in members {
        let linear = member.linear()?;
        match linear.factors.iter().next() {
            None => {
                let sum = linear.whole()?.1;
                cap = Some(cap.map_or(sum, |cap| cap.min(sum)));
            }
            Some(_) if rising.is_some() => return None,
            Some(_) => rising = Some(linear.whole()?),
        }
    }
    let (factor, constant) = rising?;
    let factor = multiply(factor, slot.number(1))?.normalize();
    let constant = constant.normalize();
    let cap = cap.map(|cap| cap.normalize());
    let scale = factor.scale().max(constant.scale());
    let scale = scale.max(cap.map_or(0, |cap| cap.scale()));
    let units = |number: Decimal| {
        let ten = 10_i64.checked_pow(scale)?;
        multiply(number, ten.into())?.to_i64()
    };
    let line = Line {
        slot: index,
        factor: units(factor).filter(|factor| *factor > 0)?,
        constant: units(constant)?,
        cap: match cap {
            Some(cap) => Some(units(cap)?),
            None => None,
        },
        scale,
        endless: slot.open_above.then_some(slot.span.high),
    };
    let same = |point: Point| {
        let span = Span::point(point);
        let exact = amounts(payout, space, &|_| span);
        (exact == line.amounts(span)).then_some(())
    };
    same(slot.span.low)?;
    same(slot.span.high)?;
    Some(line)
}

/// The interval of a payout while slots range over `spans`.
fn amounts(payout: &Payout, space: &Space, spans: &dyn Fn(SlotIndex) -> Span) -> Amounts {
    let low = payout.low.bounds(space, spans).low;
    let high = match &payout.high {
        Some(high) => high.bounds(space, spans).high,
        None => None,
    };
    // A figure too large to compute leaves that end unknown: nothing at least, no most.
    Amounts {
        min: low.unwrap_or_default().max(Decimal::ZERO).normalize(),
        max: high.map(|high| high.max(Decimal::ZERO).normalize()),
    }
}

/// Adds the slots whose value can still change what `term` pays.
///
/// Exact for one open slot, since what a term does between its ends shows in its bounds;
/// of several open slots all are added unless together they change nothing.
fn changing(
    term: &Term,
    space: &Space,
    spans: &dyn Fn(SlotIndex) -> Span,
    into: &mut Vec<SlotIndex>,
) {
    // What would be negative pays nothing.
    let paid = |bound: Option<Decimal>| bound.map(|it| it.max(Decimal::ZERO));
    let Bounds { low, high } = term.bounds(space, spans);
    if high.is_some() && paid(low.or(Some(Decimal::MIN))) == paid(high) {
        return;
    }
    let mut slots = Vec::new();
    term.slots(&mut slots);
    into.extend(slots.into_iter().filter(|&slot| !spans(slot).is_point()));
}
