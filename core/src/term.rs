//! Exact arithmetic over slots, and over ranges of them.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::exact;
use crate::table::Table;
use rust_decimal::Decimal;

use crate::space::{SlotIndex, Space, Span};

/// Arithmetic without conditions: every fact is a slot, every parameter a number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Term {
    Number(Decimal),
    Slot(SlotIndex),
    Sum(Vec<Term>),
    Less(Box<Term>, Box<Term>),
    Product(Vec<Term>),
    Quotient(Box<Term>, Box<Term>),
    Min(Vec<Term>),
    Max(Vec<Term>),
}

/// `(Σ factor × slot + constant) ÷ over`.
///
/// The divisor is kept apart, so that a third stays exact; it is positive and no matter to
/// a comparison with 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Linear {
    pub(crate) factors: Table<SlotIndex, Decimal>,
    pub(crate) constant: Decimal,
    over: Decimal,
}

/// Where a term goes as its only slot rises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Course {
    /// It stays.
    Flat,
    /// It never falls.
    Rising,
    /// It never rises.
    Falling,
}

impl Course {
    fn reversed(self) -> Self {
        match self {
            Self::Flat => Self::Flat,
            Self::Rising => Self::Falling,
            Self::Falling => Self::Rising,
        }
    }

    fn with(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Flat, course) | (course, Self::Flat) => Some(course),
            (left, right) => (left == right).then_some(left),
        }
    }
}

/// A closed range of numbers; `None` is unbounded on that side.
///
/// A bound that cannot be computed (overflow, a divisor that may be 0) is unbounded:
/// unknown, never wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) low: Option<Decimal>,
    pub(crate) high: Option<Decimal>,
}

impl Bounds {
    pub(crate) const UNBOUNDED: Self = Self { low: None, high: None };

    pub(crate) fn exactly(number: Decimal) -> Self {
        Self { low: Some(number), high: Some(number) }
    }

    fn as_exact(self) -> Option<Decimal> {
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => Some(low),
            _ => None,
        }
    }

    fn add(self, other: Self) -> Self {
        let add =
            |left: Option<Decimal>, right: Option<Decimal>| exact::add(left?, right?);
        Self { low: add(self.low, other.low), high: add(self.high, other.high) }
    }

    fn negate(self) -> Self {
        Self { low: self.high.map(|high| -high), high: self.low.map(|low| -low) }
    }

    fn multiply(self, other: Self) -> Self {
        let exact_zero = |bounds: Self| bounds.as_exact().is_some_and(|it| it.is_zero());
        if exact_zero(self) || exact_zero(other) {
            return Self::exactly(Decimal::ZERO);
        }
        let not_negative =
            |bounds: Self| bounds.low.is_some_and(|low| !low.is_sign_negative());
        let times = |left: Option<Decimal>, right: Option<Decimal>| {
            exact::multiply(left?, right?)
        };
        if not_negative(self) && not_negative(other) {
            let low = times(self.low, other.low);
            return Self { low, high: times(self.high, other.high) };
        }
        let corners = [
            times(self.low, other.low),
            times(self.low, other.high),
            times(self.high, other.low),
            times(self.high, other.high),
        ];
        let Some(corners) = corners.into_iter().collect::<Option<Vec<_>>>() else {
            return Self::UNBOUNDED;
        };
        Self { low: corners.iter().min().copied(), high: corners.iter().max().copied() }
    }

    fn divide(self, divisor: Self) -> Self {
        let apart_from_zero = divisor.low.is_some_and(|low| low > Decimal::ZERO)
            || divisor.high.is_some_and(|high| high < Decimal::ZERO);
        if !apart_from_zero {
            return Self::UNBOUNDED;
        }
        let ends = [self.low, self.high];
        let divisors = [divisor.low, divisor.high];
        let mut corners = Vec::with_capacity(4);
        for end in ends {
            for by in divisors {
                let corner = match (end, by) {
                    (Some(end), Some(by)) => exact::divide(end, by),
                    // Towards an endless divisor the quotient only nears 0.
                    (Some(_), None) => Some(Decimal::ZERO),
                    (None, _) => None,
                };
                corners.push(corner);
            }
        }
        let Some(corners) = corners.into_iter().collect::<Option<Vec<_>>>() else {
            return self.divide_half_open(divisor);
        };
        Self { low: corners.iter().min().copied(), high: corners.iter().max().copied() }
    }

    /// A dividend without an upper end over a positive divisor still has a lower end.
    fn divide_half_open(self, divisor: Self) -> Self {
        let positive = divisor.low.is_some_and(|low| low > Decimal::ZERO);
        match self.low {
            Some(low) if positive && !low.is_sign_negative() => {
                let least = match divisor.high {
                    Some(high) => exact::divide(low, high),
                    None => Some(Decimal::ZERO),
                };
                Self { low: least, high: None }
            }
            _ => Self::UNBOUNDED,
        }
    }

    fn min(self, other: Self) -> Self {
        let high = match (self.high, other.high) {
            (Some(left), Some(right)) => Some(left.min(right)),
            (one, None) | (None, one) => one,
        };
        let low = self.low.zip(other.low).map(|(left, right)| left.min(right));
        Self { low, high }
    }

    fn max(self, other: Self) -> Self {
        self.negate().min(other.negate()).negate()
    }
}

impl Term {
    /// The range of its values while each slot ranges over `spans`.
    ///
    /// Exact where each slot occurs once; wider, never narrower, elsewhere.
    pub(crate) fn bounds(
        &self,
        space: &Space,
        spans: &dyn Fn(SlotIndex) -> Span,
    ) -> Bounds {
        let all = |terms: &[Self], start: Bounds, join: fn(Bounds, Bounds) -> Bounds| {
            terms.iter().fold(start, |sum, term| join(sum, term.bounds(space, spans)))
        };
        match self {
            Self::Number(number) => Bounds::exactly(*number),
            Self::Slot(index) => {
                let Some(slot) = space.slot(*index) else { return Bounds::UNBOUNDED };
                let span = spans(*index);
                let endless =
                    slot.open_above && !span.is_point() && span.high >= slot.span.high;
                Bounds {
                    low: Some(slot.number(span.low)),
                    high: (!endless).then(|| slot.number(span.high)),
                }
            }
            Self::Sum(terms) => all(terms, Bounds::exactly(Decimal::ZERO), Bounds::add),
            Self::Less(left, right) => {
                left.bounds(space, spans).add(right.bounds(space, spans).negate())
            }
            Self::Product(terms) => {
                all(terms, Bounds::exactly(Decimal::ONE), Bounds::multiply)
            }
            Self::Quotient(dividend, divisor) => {
                dividend.bounds(space, spans).divide(divisor.bounds(space, spans))
            }
            Self::Min(terms) => {
                let endless = Bounds { low: None, high: None };
                terms
                    .iter()
                    .map(|term| term.bounds(space, spans))
                    .reduce(Bounds::min)
                    .unwrap_or(endless)
            }
            Self::Max(terms) => terms
                .iter()
                .map(|term| term.bounds(space, spans))
                .reduce(Bounds::max)
                .unwrap_or(Bounds::UNBOUNDED),
        }
    }

    /// The term as a linear form, where it is one and no figure overflows.
    pub(crate) fn linear(&self) -> Option<Linear> {
        match self {
            Self::Number(number) => Some(Linear::constant(*number)),
            Self::Slot(slot) => Some(Linear {
                factors: Table::from_iter([(*slot, Decimal::ONE)]),
                ..Linear::constant(Decimal::ZERO)
            }),
            Self::Sum(terms) => {
                let mut sum = Linear::constant(Decimal::ZERO);
                for term in terms {
                    sum = sum.add(term.linear()?)?;
                }
                Some(sum)
            }
            Self::Less(left, right) => {
                left.linear()?.add(right.linear()?.times(Decimal::NEGATIVE_ONE)?)
            }
            Self::Product(terms) => {
                let mut product = Linear::constant(Decimal::ONE);
                for term in terms {
                    let next = term.linear()?;
                    product = if next.factors.is_empty() {
                        product.times(next.constant)?.divided(next.over)?
                    } else if product.factors.is_empty() {
                        next.times(product.constant)?.divided(product.over)?
                    } else {
                        return None;
                    };
                }
                Some(product)
            }
            Self::Quotient(dividend, divisor) => {
                let divisor = divisor.linear()?;
                if !divisor.factors.is_empty() || divisor.constant.is_zero() {
                    return None;
                }
                dividend.linear()?.times(divisor.over)?.divided(divisor.constant)
            }
            Self::Min(_) | Self::Max(_) => None,
        }
    }

    /// Where the term goes as its slots rise, where its form tells; no quotient does.
    pub(crate) fn course(&self) -> Option<Course> {
        let all = |terms: &[Self]| {
            terms
                .iter()
                .try_fold(Course::Flat, |course, term| course.with(term.course()?))
        };
        match self {
            Self::Number(_) => Some(Course::Flat),
            Self::Slot(_) => Some(Course::Rising),
            Self::Sum(terms) | Self::Min(terms) | Self::Max(terms) => all(terms),
            Self::Less(left, right) => left.course()?.with(right.course()?.reversed()),
            Self::Product(terms) => {
                let mut moving = None;
                let mut reversed = false;
                for term in terms {
                    match term {
                        Self::Number(by) => reversed ^= by.is_sign_negative(),
                        // Of two factors that move the signs would have to be known.
                        _ if moving.is_some() => return None,
                        _ => moving = Some(term.course()?),
                    }
                }
                let course = moving.unwrap_or(Course::Flat);
                Some(if reversed { course.reversed() } else { course })
            }
            Self::Quotient(..) => None,
        }
    }

    /// The slots in it, once each, sorted.
    pub(crate) fn slots(&self, into: &mut Vec<SlotIndex>) {
        match self {
            Self::Number(_) => {}
            Self::Slot(slot) => {
                if let Err(place) = into.binary_search(slot) {
                    into.insert(place, *slot);
                }
            }
            Self::Sum(terms)
            | Self::Product(terms)
            | Self::Min(terms)
            | Self::Max(terms) => {
                for term in terms {
                    term.slots(into);
                }
            }
            Self::Less(left, right) | Self::Quotient(left, right) => {
                left.slots(into);
                right.slots(into);
            }
        }
    }
}

impl Linear {
    /// The first factor, 0 where there is none, and the constant; `None` for a fraction.
    pub(crate) fn whole(&self) -> Option<(Decimal, Decimal)> {
        let factor = self.factors.iter().next().map(|(_, factor)| *factor);
        (self.over == Decimal::ONE).then_some((factor.unwrap_or_default(), self.constant))
    }

    fn constant(constant: Decimal) -> Self {
        Self { factors: Table::new(), constant, over: Decimal::ONE }
    }

    fn add(self, other: Self) -> Option<Self> {
        let (left, right) = match self.over == other.over {
            true => (self, other),
            false => {
                let (one, two) = (self.over, other.over);
                (self.expanded(two)?, other.expanded(one)?)
            }
        };
        let mut sum = left;
        sum.constant = exact::add(sum.constant, right.constant)?;
        for (slot, factor) in right.factors {
            let total = sum.factors.get(&slot).copied().unwrap_or_default();
            let total = exact::add(total, factor)?;
            if total.is_zero() {
                sum.factors.remove(&slot);
            } else {
                sum.factors.insert(slot, total);
            }
        }
        Some(sum)
    }

    /// The same value with both sides of the fraction multiplied by a positive number.
    fn expanded(self, by: Decimal) -> Option<Self> {
        let over = exact::multiply(self.over, by)?;
        Some(Self { over, ..self.times(by)? })
    }

    fn times(mut self, by: Decimal) -> Option<Self> {
        if by.is_zero() {
            return Some(Self::constant(by));
        }
        self.constant = exact::multiply(self.constant, by)?;
        for factor in self.factors.values_mut() {
            *factor = exact::multiply(*factor, by)?;
        }
        Some(self)
    }

    fn divided(self, by: Decimal) -> Option<Self> {
        let sign =
            if by.is_sign_negative() { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
        let over = exact::multiply(self.over, by.abs())?;
        Some(Self { over, ..self.times(sign)? })
    }
}
