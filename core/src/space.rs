//! The space of completions: every value that every fact could take, as integers.
//!
//! Each fact owns one *slot* (a `choices` fact one for each option, a derived fact none).
//! A slot's values are the integers `low..=high`, its *points*: yes is 1, an option its
//! index, a sum of money its fen, a day its number. So `x > 3` over whole numbers and
//! `x >= 4` are one thing, and a range is always a closed one.

use crate::date::Date;
use crate::exact;
use alloc::vec::Vec;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::fact::{Domain, Fact, Kind};
use crate::id::FactId;
use crate::jurisdiction::Jurisdiction;
use crate::sorted::by_id;

/// A value of a slot.
pub(crate) type Point = i64;

/// The index of a slot in the pack.
pub(crate) type SlotIndex = u32;

/// A closed, non-empty range of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    pub(crate) low: Point,
    pub(crate) high: Point,
}

impl Span {
    pub(crate) fn new(low: Point, high: Point) -> Self {
        debug_assert!(low <= high, "an empty span: {low}..={high}");
        Self { low, high }
    }

    pub(crate) fn point(point: Point) -> Self {
        Self { low: point, high: point }
    }

    pub(crate) fn is_point(self) -> bool {
        self.low == self.high
    }

    pub(crate) fn intersect(self, other: Self) -> Option<Self> {
        let low = self.low.max(other.low);
        let high = self.high.min(other.high);
        (low <= high).then_some(Self { low, high })
    }

    pub(crate) fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
}

/// One variable of the space.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    /// The fact it belongs to, as an index into the pack's facts.
    pub(crate) fact: usize,
    /// All its points.
    pub(crate) span: Span,
    /// Decimals of a numeric slot: a point is this many decimals to the left.
    pub(crate) decimals: u32,
    /// No stated upper end: an amount that rests on it is unbounded.
    pub(crate) open_above: bool,
}

impl Slot {
    /// The number that a point of a numeric slot stands for.
    pub(crate) fn number(&self, point: Point) -> Decimal {
        Decimal::from_i128_with_scale(i128::from(point), self.decimals).normalize()
    }

    /// The largest point whose number is at most `number`; beyond all points where the
    /// number is.
    pub(crate) fn floor(&self, number: Decimal) -> Point {
        self.round(number, exact::floor)
    }

    /// The smallest point whose number is at least `number`.
    pub(crate) fn ceil(&self, number: Decimal) -> Point {
        self.round(number, exact::ceiling)
    }

    fn round(&self, number: Decimal, whole: fn(Decimal) -> Option<Decimal>) -> Point {
        let beyond = if number.is_sign_negative() { Point::MIN } else { Point::MAX };
        let scale = Decimal::from_i128_with_scale(10_i128.pow(self.decimals), 0);
        let Some(scaled) = exact::multiply(number, scale) else { return beyond };
        whole(scaled).and_then(|whole| whole.to_i64()).unwrap_or(beyond)
    }

    /// The point of a number that lies exactly on one.
    pub(crate) fn exact(&self, number: Decimal) -> Option<Point> {
        let point = self.floor(number);
        (point == self.ceil(number) && self.span.low <= point && point <= self.span.high)
            .then_some(point)
    }
}

/// A day as a point: days since 1970-01-01.
pub(crate) fn day(date: Date) -> Point {
    date.number()
}

/// The day of a point, where the calendar has it.
pub(crate) fn date(day: Point) -> Option<Date> {
    Date::from_number(day)
}

/// The slots of a pack's facts.
#[derive(Clone, Debug)]
pub(crate) struct Space {
    /// All slots, in the order of the facts.
    pub(crate) slots: Vec<Slot>,
    /// The first slot of each fact; one more entry at the end.
    first: Vec<SlotIndex>,
    /// Fact ids with their index, sorted by id.
    by_id: Vec<(FactId, usize)>,
}

impl Space {
    /// Lays out the slots of `facts`, whose domains are checked.
    pub(crate) fn new(facts: &[Fact]) -> Self {
        let mut slots = Vec::new();
        let mut first = Vec::with_capacity(facts.len() + 1);
        for (index, fact) in facts.iter().enumerate() {
            first.push(u32::try_from(slots.len()).unwrap_or(u32::MAX));
            if fact.derived.is_none() {
                lay_out(index, &fact.kind, &mut slots);
            }
        }
        first.push(u32::try_from(slots.len()).unwrap_or(u32::MAX));
        let by_id = by_id(facts.iter().map(|fact| fact.id.as_str()))
            .into_iter()
            .map(|(id, index)| (FactId::from(id), index))
            .collect();
        Self { slots, first, by_id }
    }

    /// The index of a fact.
    pub(crate) fn fact(&self, id: &FactId) -> Option<usize> {
        let place = self.by_id.binary_search_by(|(other, _)| other.cmp(id)).ok()?;
        self.by_id.get(place).map(|&(_, index)| index)
    }

    /// The slots of a fact; empty for a derived one.
    pub(crate) fn slots_of(&self, fact: usize) -> core::ops::Range<SlotIndex> {
        let start = self.first.get(fact).copied().unwrap_or_default();
        let end = self.first.get(fact + 1).copied().unwrap_or(start);
        start..end
    }

    /// A slot by its index.
    pub(crate) fn slot(&self, index: SlotIndex) -> Option<&Slot> {
        self.slots.get(index as usize)
    }

    /// Every slot's whole span: nothing is known.
    pub(crate) fn unknown(&self) -> Vec<Span> {
        self.slots.iter().map(|slot| slot.span).collect()
    }
}

fn lay_out(fact: usize, kind: &Kind, slots: &mut Vec<Slot>) {
    let mut slot = |span, decimals, open_above| {
        slots.push(Slot { fact, span, decimals, open_above });
    };
    let index_of_last = |count: usize| Point::try_from(count).unwrap_or(Point::MAX) - 1;
    match kind {
        Kind::YesNo => slot(Span::new(0, 1), 0, false),
        Kind::Count(domain)
        | Kind::Decimal(domain)
        | Kind::Money(domain)
        | Kind::Percent(domain)
        | Kind::Year(domain) => {
            let span = numeric_span(domain);
            slot(span, domain.decimals, domain.max.is_none());
        }
        Kind::Date => slot(Span::new(day(Date::MIN), day(Date::MAX)), 0, false),
        Kind::Choice(options) => {
            slot(Span::new(0, index_of_last(options.len()).max(0)), 0, false);
        }
        Kind::Choices(options) => {
            for _ in options {
                slot(Span::new(0, 1), 0, false);
            }
        }
        Kind::Jurisdiction => {
            let (_, high) = Jurisdiction::CHINA.span();
            slot(Span::new(110_000, Point::from(high)), 0, false);
        }
    }
}

/// The points of a checked domain.
fn numeric_span(domain: &Domain) -> Span {
    let wide = Slot {
        fact: 0,
        span: Span::new(Point::MIN, Point::MAX),
        decimals: domain.decimals,
        open_above: false,
    };
    let low = wide.ceil(domain.min);
    let high = wide.floor(domain.max.unwrap_or_else(|| Domain::LIMIT.into()));
    Span { low, high: high.max(low) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(decimals: u32) -> Slot {
        Slot { fact: 0, span: Span::new(0, 1_000_000), decimals, open_above: true }
    }

    #[test]
    fn numbers_round_towards_their_points() {
        let check = |decimals, number: &str, floor, ceil| {
            let number: Decimal = number.parse().unwrap();
            let slot = slot(decimals);
            assert_eq!((slot.floor(number), slot.ceil(number)), (floor, ceil));
        };
        check(0, "20", 20, 20);
        check(0, "19.5", 19, 20);
        check(0, "-0.5", -1, 0);
        check(2, "0.30", 30, 30);
        check(2, "0.305", 30, 31);
        check(2, "79228162514264337593543950335", Point::MAX, Point::MAX);
    }

    #[test]
    fn days_come_back() {
        for text in ["1970-01-01", "2018-08-01", "2026-11-22", "9999-12-31", "0001-01-01"]
        {
            let day_text: Date = text.parse().unwrap();
            assert_eq!(date(day(day_text)), Some(day_text));
        }
    }
}
