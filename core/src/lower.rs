//! From conditions to diagrams: what a rule means over the space of completions.
//!
//! Everything that compares one fact with constants becomes a test of that fact's slot and
//! is decided exactly. `if`, `count`, a fact with `asked_if`, `min`/`max` on one side of a
//! comparison and linear forms in one fact are rewritten into such tests first. What is
//! left, arithmetic over several facts, becomes an *atom*: a free truth value in the
//! diagram, settled by interval arithmetic when answers come. Atoms of the same canonical
//! form are one variable, so `a + b >= 3 or b + a < 3` is still always true.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use crate::date::Date;
use crate::exact;
use crate::table::Table;
use rust_decimal::Decimal;

use crate::award::{Amount, Tier};
use crate::condition::{self, Comparison, Condition, Expression};
use crate::diagram::{Builder, Link, Variable};
use crate::fact::Kind;
use crate::id::{FactId, ReviewId};
use crate::pack::PackFile;
use crate::payout::Payout;
use crate::sorted::insert;
use crate::space::{Point, SlotIndex, Space, Span, day};
use crate::term::{Bounds, Course, Linear, Term};
use crate::value::Value;

/// Variables of one award; ordinary awards have fewer than ten.
const MOST_VARIABLES: usize = 256;

/// A comparison of several facts: `difference >= 0`, or `> 0` where strict.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Atom {
    pub(crate) difference: Term,
    pub(crate) strict: bool,
}

impl Atom {
    /// The truth values it can have, false as 0 and true as 1, for slots within `spans`.
    pub(crate) fn span(&self, space: &Space, spans: &dyn Fn(SlotIndex) -> Span) -> Span {
        let Bounds { low, high } = self.difference.bounds(space, spans);
        let holds = |bound: Decimal| match self.strict {
            true => bound > Decimal::ZERO,
            false => bound >= Decimal::ZERO,
        };
        if low.is_some_and(holds) {
            Span::point(1)
        } else if high.is_some_and(|high| !holds(high)) {
            Span::point(0)
        } else {
            Span::new(0, 1)
        }
    }
}

/// Values by disjoint, exhaustive guards.
type Pieces<T> = Vec<(Link, T)>;

/// Turns the conditions of a checked pack, as they read on a date, into diagrams.
#[derive(Debug)]
pub(crate) struct Lowering<'p> {
    file: &'p PackFile,
    space: &'p Space,
    pub(crate) date: Date,
    pub(crate) builder: Builder,
    pub(crate) atoms: Vec<Atom>,
    reviews: Table<ReviewId, u32>,
    /// `asked_if` of facts already met, by fact index.
    applies: Table<usize, Link>,
    /// The variables of the function at hand.
    variables: Vec<Variable>,
    /// Something is divided by what may be 0, with no `otherwise`: the pack is refused.
    pub(crate) undefined: bool,
}

impl<'p> Lowering<'p> {
    pub(crate) fn new(
        file: &'p PackFile,
        space: &'p Space,
        date: Date,
        budget: usize,
    ) -> Self {
        Self {
            file,
            space,
            date,
            builder: Builder::with_budget(budget),
            atoms: Vec::new(),
            reviews: Table::new(),
            applies: Table::new(),
            variables: Vec::new(),
            undefined: false,
        }
    }

    /// The diagram of a condition: true or false in every completion.
    pub(crate) fn condition(&mut self, condition: &Condition) -> Link {
        if !self.builder.spend(1) {
            return Link::FALSE;
        }
        match condition {
            Condition::All(members) => {
                let mut all = Link::TRUE;
                for member in members {
                    let member = self.condition(member);
                    all = self.builder.and(all, member);
                }
                all
            }
            Condition::Any(members) => {
                let mut any = Link::FALSE;
                for member in members {
                    let member = self.condition(member);
                    any = self.builder.or(any, member);
                }
                any
            }
            Condition::Not(inner) => {
                let inner = self.condition(inner);
                self.builder.not(inner)
            }
            Condition::AtLeast { n, of } => {
                let links: Vec<_> = of.iter().map(|it| self.condition(it)).collect();
                self.builder.at_least(*n as usize, &links)
            }
            Condition::If { when, then, otherwise } => {
                let when = self.condition(when);
                let then = self.condition(then);
                let otherwise = self.condition(otherwise);
                self.builder.choose(when, then, otherwise)
            }
            Condition::Yes(fact) => self.holds(fact, &|value, _| match value {
                None => vec![Span::point(1)],
                Some(Value::YesNo(yes)) => truth(*yes),
                Some(_) => Vec::new(),
            }),
            Condition::OneOf { fact, options } => self.holds(fact, &|value, kind| {
                let Kind::Choice(all) = kind else { return Vec::new() };
                let mut spans: Vec<Span> = (0..)
                    .zip(all)
                    .filter(|(_, option)| options.contains(option))
                    .map(|(point, _)| Span::point(point))
                    .collect();
                if let Some(value) = value {
                    let Value::Choice(value) = value else { return Vec::new() };
                    spans = truth(options.contains(value));
                }
                spans
            }),
            Condition::Within { fact, division } => self.holds(fact, &|value, _| {
                let (low, high) = division.span();
                match value {
                    None => vec![Span::new(Point::from(low), Point::from(high))],
                    Some(Value::Jurisdiction(other)) => truth(division.contains(*other)),
                    Some(_) => Vec::new(),
                }
            }),
            Condition::Has { fact, option } => self.has(fact, option),
            Condition::Compare { left, is, right } => self.compare(left, *is, right),
            Condition::Review(review) => {
                let next = u32::try_from(self.reviews.len()).unwrap_or(u32::MAX);
                let index = self.reviews.get(review).copied().unwrap_or(next);
                if index == next {
                    self.reviews.insert(review.clone(), index);
                }
                let span = Span::new(0, 1);
                self.meet(Variable::review(index));
                self.builder.test(Variable::review(index), span, &[Span::point(1)])
            }
            Condition::Dated(series) => match condition::on(series, self.date) {
                Some(current) => self.condition(current),
                None => Link::FALSE,
            },
        }
    }

    /// A test of a fact with one slot. `inside` says which points count, and, given the
    /// value that the fact has where it does not apply, whether that counts.
    fn holds(
        &mut self,
        fact: &FactId,
        inside: &dyn Fn(Option<&Value>, &Kind) -> Vec<Span>,
    ) -> Link {
        let Some(index) = self.space.fact(fact) else { return Link::FALSE };
        let Some(fact) = self.file.facts.get(index) else { return Link::FALSE };
        let Some(slot) = self.space.slots_of(index).next() else { return Link::FALSE };
        let spans = inside(None, &fact.kind);
        let link = self.slot_test(slot, &spans);
        match &fact.applies {
            None => link,
            Some(applies) => {
                let asked = self.applies(index);
                let elsewhere = !inside(Some(&applies.otherwise), &fact.kind).is_empty();
                self.builder.choose(asked, link, Link::truth(elsewhere))
            }
        }
    }

    fn has(&mut self, fact: &FactId, option: &crate::id::OptionId) -> Link {
        let Some(index) = self.space.fact(fact) else { return Link::FALSE };
        let Some(fact) = self.file.facts.get(index) else { return Link::FALSE };
        let Kind::Choices(options) = &fact.kind else { return Link::FALSE };
        let place = options.iter().position(|other| other == option);
        let slot = place.and_then(|place| self.space.slots_of(index).nth(place));
        let Some(slot) = slot else { return Link::FALSE };
        let link = self.slot_test(slot, &[Span::point(1)]);
        let Some(applies) = &fact.applies else { return link };
        let elsewhere = matches!(
            &applies.otherwise,
            Value::Choices(chosen) if chosen.contains(option)
        );
        let asked = self.applies(index);
        self.builder.choose(asked, link, Link::truth(elsewhere))
    }

    fn slot_test(&mut self, slot: SlotIndex, inside: &[Span]) -> Link {
        let Some(whole) = self.space.slot(slot).map(|slot| slot.span) else {
            return Link::FALSE;
        };
        self.meet(Variable::slot(slot));
        self.builder.test(Variable::slot(slot), whole, inside)
    }

    /// Counts the variables of a function: more than [`MOST_VARIABLES`] are refused, since
    /// the way through a diagram is as deep as there are variables.
    fn meet(&mut self, variable: Variable) {
        insert(&mut self.variables, variable);
        if self.variables.len() > MOST_VARIABLES {
            self.builder.exhaust();
        }
    }

    /// Makes ready for the next function.
    pub(crate) fn refill(&mut self, budget: usize) {
        self.builder.refill(budget);
        self.applies.clear();
        self.variables.clear();
    }

    /// Where a fact applies.
    pub(crate) fn applies(&mut self, fact: usize) -> Link {
        if let Some(&known) = self.applies.get(&fact) {
            return known;
        }
        let applies = self.file.facts.get(fact).and_then(|fact| fact.applies.as_ref());
        let link = match applies {
            None => Link::TRUE,
            Some(applies) => self.condition(&applies.asked_if),
        };
        self.applies.insert(fact, link);
        link
    }

    fn compare(&mut self, left: &Expression, is: Comparison, right: &Expression) -> Link {
        let left = self.expression(left);
        let right = self.expression(right);
        let mut link = Link::FALSE;
        for (left_guard, left) in &left {
            for (right_guard, right) in &right {
                let guard = self.builder.and(*left_guard, *right_guard);
                if guard == Link::FALSE {
                    continue;
                }
                let holds = self.compare_terms(left, is, right);
                link = self.builder.choose(guard, holds, link);
            }
        }
        link
    }

    fn compare_terms(&mut self, left: &Term, is: Comparison, right: &Term) -> Link {
        match is {
            Comparison::AtLeast => self.at_least(left, right, false),
            Comparison::MoreThan => self.at_least(left, right, true),
            Comparison::LessThan => {
                let link = self.at_least(left, right, false);
                self.builder.not(link)
            }
            Comparison::AtMost => {
                let link = self.at_least(left, right, true);
                self.builder.not(link)
            }
            Comparison::Equal => {
                let at_least = self.at_least(left, right, false);
                let more = self.at_least(left, right, true);
                let at_most = self.builder.not(more);
                self.builder.and(at_least, at_most)
            }
            Comparison::Unequal => {
                let equal = self.compare_terms(left, Comparison::Equal, right);
                self.builder.not(equal)
            }
        }
    }

    /// `left >= right`, or `left > right` where strict.
    fn at_least(&mut self, left: &Term, right: &Term, strict: bool) -> Link {
        if !self.builder.spend(1) {
            return Link::FALSE;
        }
        let sides = match (left, right) {
            (Term::Min(members), _) => Some((members, true, false)),
            (Term::Max(members), _) => Some((members, true, true)),
            (_, Term::Max(members)) => Some((members, false, false)),
            (_, Term::Min(members)) => Some((members, false, true)),
            _ => None,
        };
        if let Some((members, on_left, any)) = sides {
            let mut link = Link::truth(!any);
            for member in members {
                let one = match on_left {
                    true => self.at_least(member, right, strict),
                    false => self.at_least(left, member, strict),
                };
                link = match any {
                    true => self.builder.or(link, one),
                    false => self.builder.and(link, one),
                };
            }
            return link;
        }
        let difference = Term::Less(Box::new(left.clone()), Box::new(right.clone()));
        match difference.linear() {
            Some(linear) => self.linear(linear, strict),
            None => self.atom(Atom { difference, strict }),
        }
    }

    /// `linear >= 0`, or `> 0` where strict.
    fn linear(&mut self, linear: Linear, strict: bool) -> Link {
        let holds = |number: Decimal| match strict {
            true => number > Decimal::ZERO,
            false => number >= Decimal::ZERO,
        };
        let Some((&slot, &factor)) = linear.factors.first() else {
            return Link::truth(holds(linear.constant));
        };
        if linear.factors.len() == 1
            && let Some(link) = self.threshold(slot, factor, linear.constant, &holds)
        {
            return link;
        }
        // One canonical form for a difference and its reverse.
        let flip = factor.is_sign_negative();
        let mut terms: Vec<Term> = linear
            .factors
            .iter()
            .map(|(&slot, &factor)| {
                let factor = if flip { -factor } else { factor };
                if factor == Decimal::ONE {
                    return Term::Slot(slot);
                }
                Term::Product(vec![Term::Number(factor), Term::Slot(slot)])
            })
            .collect();
        terms.push(Term::Number(if flip { -linear.constant } else { linear.constant }));
        let link =
            self.atom(Atom { difference: Term::Sum(terms), strict: strict != flip });
        if flip { self.builder.not(link) } else { link }
    }

    /// `factor × x + constant` against 0 as a test of one slot; `None` where the figures
    /// are too large to say exactly.
    fn threshold(
        &mut self,
        slot: SlotIndex,
        factor: Decimal,
        constant: Decimal,
        holds: &dyn Fn(Decimal) -> bool,
    ) -> Option<Link> {
        let it = self.space.slot(slot)?;
        let at = |point: Point| -> Option<bool> {
            let product = exact::multiply(factor, it.number(point))?;
            Some(holds(exact::add(product, constant)?))
        };
        let course =
            if factor.is_sign_negative() { Course::Falling } else { Course::Rising };
        let inside = bisect(it.span, course, &at)?;
        Some(self.slot_test(slot, &inside))
    }

    /// A comparison in which one slot alone stands, under `min` and `max` perhaps.
    fn single(&mut self, atom: &Atom) -> Option<Link> {
        let mut slots = Vec::new();
        atom.difference.slots(&mut slots);
        let [slot] = *slots.as_slice() else { return None };
        let course = atom.difference.course()?;
        let whole = self.space.slot(slot)?.span;
        let at = |point: Point| {
            let truth = atom.span(self.space, &|_| Span::point(point));
            truth.is_point().then_some(truth.low == 1)
        };
        let inside = bisect(whole, course, &at)?;
        Some(self.slot_test(slot, &inside))
    }

    fn atom(&mut self, atom: Atom) -> Link {
        if let Some(link) = self.single(&atom) {
            return link;
        }
        let known = self.atoms.iter().position(|other| *other == atom);
        let index = known.unwrap_or_else(|| {
            self.atoms.push(atom);
            self.atoms.len() - 1
        });
        let variable = Variable::atom(u32::try_from(index).unwrap_or(u32::MAX));
        self.meet(variable);
        self.builder.test(variable, Span::new(0, 1), &[Span::point(1)])
    }

    /// The pieces of an expression.
    pub(crate) fn expression(&mut self, expression: &Expression) -> Pieces<Term> {
        if !self.builder.spend(1) {
            return Vec::new();
        }
        let one = |term: Term| vec![(Link::TRUE, term)];
        match expression {
            Expression::Number(number) => one(Term::Number(*number)),
            Expression::Date(date) => one(Term::Number(day(*date).into())),
            Expression::Parameter(parameter) => {
                let series = self.file.parameters.get(parameter);
                let current = series.and_then(|it| condition::on(it, self.date));
                one(Term::Number(current.copied().unwrap_or_default()))
            }
            Expression::Fact(fact) => self.fact(fact),
            Expression::Sum(members) => self.join(&mut members.iter(), Term::Sum),
            Expression::Product(members) => self.join(&mut members.iter(), Term::Product),
            Expression::Min(members) => self.join(&mut members.iter(), Term::Min),
            Expression::Max(members) => self.join(&mut members.iter(), Term::Max),
            Expression::Less(left, right) => {
                let left = self.expression(left);
                let right = self.expression(right);
                let pairs = self.cross(left, right);
                let less = |(guard, (left, right))| {
                    (guard, Term::Less(Box::new(left), Box::new(right)))
                };
                pairs.into_iter().map(less).collect()
            }
            Expression::Quotient { dividend, divisor, otherwise } => {
                let otherwise = otherwise.as_deref();
                self.quotient(dividend, divisor, otherwise)
            }
            Expression::Count(conditions) => {
                let mut pieces = one(Term::Number(Decimal::ZERO));
                for condition in conditions {
                    let link = self.condition(condition);
                    let not = self.builder.not(link);
                    let zero = Term::Number(Decimal::ZERO);
                    let choice = vec![(link, Term::Number(Decimal::ONE)), (not, zero)];
                    let sums = self.cross(pieces, choice);
                    pieces = self.merge(sums, |(left, right)| match (left, right) {
                        (Term::Number(left), Term::Number(right)) => {
                            Term::Number(exact::add(left, right).unwrap_or(left))
                        }
                        (left, _) => left,
                    });
                }
                pieces
            }
            Expression::If { when, then, otherwise } => {
                let when = self.condition(when);
                let then = self.expression(then);
                let otherwise = self.expression(otherwise);
                self.either(when, then, otherwise)
            }
        }
    }

    /// The value of a numeric or date fact: its slot, its formula, or what it is where it
    /// does not apply.
    fn fact(&mut self, id: &FactId) -> Pieces<Term> {
        let Some(index) = self.space.fact(id) else { return Vec::new() };
        let Some(fact) = self.file.facts.get(index) else { return Vec::new() };
        let here = match (&fact.derived, self.space.slots_of(index).next()) {
            (Some(formula), _) => self.expression(formula),
            (None, Some(slot)) => vec![(Link::TRUE, Term::Slot(slot))],
            (None, None) => Vec::new(),
        };
        let Some(applies) = &fact.applies else { return here };
        let otherwise = match &applies.otherwise {
            Value::Number(number) => *number,
            Value::Date(date) => day(*date).into(),
            _ => return here,
        };
        let asked = self.applies(index);
        self.either(asked, here, vec![(Link::TRUE, Term::Number(otherwise))])
    }

    fn quotient(
        &mut self,
        dividend: &Expression,
        divisor: &Expression,
        otherwise: Option<&Expression>,
    ) -> Pieces<Term> {
        let dividend = self.expression(dividend);
        let divisor = self.expression(divisor);
        let mut pieces = Vec::new();
        for (guard, (dividend, divisor)) in self.cross(dividend, divisor) {
            let zero = Term::Number(Decimal::ZERO);
            let is_zero = self.compare_terms(&divisor, Comparison::Equal, &zero);
            let zero_here = self.builder.and(guard, is_zero);
            let not_zero = self.builder.not(is_zero);
            let fine_here = self.builder.and(guard, not_zero);
            if fine_here != Link::FALSE {
                let quotient = Term::Quotient(Box::new(dividend), Box::new(divisor));
                pieces.push((fine_here, quotient));
            }
            if zero_here != Link::FALSE {
                self.undefined |= otherwise.is_none();
                let otherwise = otherwise.map(|it| self.expression(it));
                for (other_guard, term) in otherwise.unwrap_or_default() {
                    let guard = self.builder.and(zero_here, other_guard);
                    if guard != Link::FALSE {
                        pieces.push((guard, term));
                    }
                }
            }
        }
        pieces
    }

    fn join(
        &mut self,
        members: &mut dyn Iterator<Item = &Expression>,
        whole: fn(Vec<Term>) -> Term,
    ) -> Pieces<Term> {
        let mut lists: Pieces<Vec<Term>> = vec![(Link::TRUE, Vec::new())];
        for member in members {
            let member = self.expression(member);
            let longer = self.cross(lists, member);
            lists = longer
                .into_iter()
                .map(|(guard, (mut list, term))| {
                    list.push(term);
                    (guard, list)
                })
                .collect();
        }
        lists.into_iter().map(|(guard, list)| (guard, whole(list))).collect()
    }

    /// Every pair of pieces that some completion has together.
    fn cross<A: Clone, B: Clone>(
        &mut self,
        left: Pieces<A>,
        right: Pieces<B>,
    ) -> Pieces<(A, B)> {
        let mut pairs = Vec::new();
        for (left_guard, left) in &left {
            for (right_guard, right) in &right {
                if !self.builder.spend(1) {
                    return pairs;
                }
                let guard = self.builder.and(*left_guard, *right_guard);
                if guard != Link::FALSE {
                    pairs.push((guard, (left.clone(), right.clone())));
                }
            }
        }
        pairs
    }

    /// Joins pieces whose values come out equal.
    fn merge<A, B: PartialEq>(
        &mut self,
        pieces: Pieces<A>,
        map: fn(A) -> B,
    ) -> Pieces<B> {
        let mut merged: Pieces<B> = Vec::new();
        for (guard, value) in pieces {
            let value = map(value);
            match merged.iter_mut().find(|(_, other)| *other == value) {
                Some((other, _)) => *other = self.builder.or(*other, guard),
                None => merged.push((guard, value)),
            }
        }
        merged
    }

    fn either<A>(
        &mut self,
        when: Link,
        then: Pieces<A>,
        otherwise: Pieces<A>,
    ) -> Pieces<A> {
        let not = self.builder.not(when);
        let mut pieces = Vec::with_capacity(then.len() + otherwise.len());
        for (side, list) in [(when, then), (not, otherwise)] {
            for (guard, value) in list {
                let guard = self.builder.and(side, guard);
                if guard != Link::FALSE {
                    pieces.push((guard, value));
                }
            }
        }
        pieces
    }

    /// The pieces of an amount, those with equal payouts joined.
    pub(crate) fn amount(&mut self, amount: &Amount) -> Pieces<Payout> {
        let pieces = self.payouts(amount);
        self.merge(pieces, |payout| payout)
    }

    fn payouts(&mut self, amount: &Amount) -> Pieces<Payout> {
        let zero = || Term::Number(Decimal::ZERO);
        let exactly = |pieces: Pieces<Term>| -> Pieces<Payout> {
            let exact = |term: Term| Payout { low: term.clone(), high: Some(term) };
            pieces.into_iter().map(|(guard, term)| (guard, exact(term))).collect()
        };
        let constant =
            |high: Option<Term>| vec![(Link::TRUE, Payout { low: zero(), high })];
        match amount {
            Amount::Fixed(sum) => exactly(self.expression(sum)),
            Amount::UpTo(most) => {
                let up_to = |term| Payout { low: zero(), high: Some(term) };
                let pieces = self.expression(most);
                pieces.into_iter().map(|(guard, term)| (guard, up_to(term))).collect()
            }
            Amount::Rate { percent, base, cap } => {
                let hundredth = Expression::Number(Decimal::new(1, 2));
                exactly(self.product(&[&hundredth, percent, base], cap.as_ref()))
            }
            Amount::PerUnit { each, count, cap } => {
                exactly(self.product(&[each, count], cap.as_ref()))
            }
            Amount::Matching { grant, ratio, cap } => {
                let ratio = Expression::Number(*ratio);
                exactly(self.product(&[&ratio, grant], cap.as_ref()))
            }
            Amount::Tiers(tiers) => self.tiers(tiers),
            Amount::Unspecified | Amount::TaxPreference => constant(None),
            Amount::InKind | Amount::Service | Amount::Recognition => {
                constant(Some(zero()))
            }
        }
    }

    /// A product, at most `cap`.
    fn product(
        &mut self,
        factors: &[&Expression],
        cap: Option<&Expression>,
    ) -> Pieces<Term> {
        let product = self.join(&mut factors.iter().copied(), Term::Product);
        let Some(cap) = cap else { return product };
        let cap = self.expression(cap);
        let capped = self.cross(product, cap);
        let least = |(guard, (product, cap))| (guard, Term::Min(vec![product, cap]));
        capped.into_iter().map(least).collect()
    }

    fn tiers(&mut self, tiers: &[Tier]) -> Pieces<Payout> {
        let mut pieces = Vec::new();
        let mut left = Link::TRUE;
        for tier in tiers {
            let when = match &tier.when {
                Some(when) => self.condition(when),
                None => Link::TRUE,
            };
            let here = self.builder.and(left, when);
            let payouts = self.payouts(&tier.amount);
            for (guard, payout) in payouts {
                let guard = self.builder.and(here, guard);
                if guard != Link::FALSE {
                    pieces.push((guard, payout));
                }
            }
            let not = self.builder.not(when);
            left = self.builder.and(left, not);
        }
        pieces
    }
}

/// A non-empty answer for yes, an empty one for no.
fn truth(holds: bool) -> Vec<Span> {
    if holds { vec![Span::point(1)] } else { Vec::new() }
}

/// The points where a comparison holds, given that it changes at most once on the way up;
/// `None` where it cannot be said at some point.
fn bisect(
    whole: Span,
    course: Course,
    at: &dyn Fn(Point) -> Option<bool>,
) -> Option<Vec<Span>> {
    let (first, last) = (at(whole.low)?, at(whole.high)?);
    if first == last {
        return Some(if first { vec![whole] } else { Vec::new() });
    }
    let (mut low, mut high) = (whole.low, whole.high);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if at(middle)? == first { low = middle } else { high = middle }
    }
    let inside = match course {
        Course::Falling => Span::new(whole.low, low),
        Course::Rising | Course::Flat => Span::new(high, whole.high),
    };
    Some(vec![inside])
}
