//! One applicant of whom everything is known, judged by plain recursion.

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::{
    Amount, Amounts, Award, Comparison, Condition, Date, Dated, Decimal, Expression,
    FactId, PackFile, ReviewId, Tier, Value,
};

/// A pack as it is read on a date, with its facts by name.
#[derive(Clone, Debug)]
pub struct Rules<'p> {
    /// The pack.
    pub file: &'p PackFile,
    date: Date,
    places: BTreeMap<&'p FactId, usize>,
}

impl<'p> Rules<'p> {
    /// Reads a pack on a date.
    pub fn new(file: &'p PackFile, date: Date) -> Self {
        let places = file.facts.iter().map(|fact| &fact.id).zip(0..).collect();
        Self { file, date, places }
    }

    fn place(&self, fact: &FactId) -> usize {
        *self.places.get(fact).expect("the pack was checked: it has the fact")
    }
}

/// What one completion comes to, when an authority may judge either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// True however an authority judges.
    Granted,
    /// False however an authority judges.
    Refused,
    /// An authority's judgement decides.
    Judged,
    /// The arithmetic has no result: it overflows.
    Unknown,
}

/// What one award comes to in one completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict's part.
    pub outcome: Outcome,
    /// What it pays, whatever the criteria say.
    pub amount: Amounts,
}

impl Judgement {
    /// Whether an applicant would notice the difference.
    pub fn differs(&self, other: &Self) -> bool {
        self.outcome != other.outcome
            || self.outcome != Outcome::Refused && self.amount != other.amount
    }
}

/// One completion: a raw answer for each fact. A fact that does not apply keeps its answer
/// here and is read as its `otherwise`.
#[derive(Clone, Debug)]
pub struct Applicant<'r, 'p> {
    rules: &'r Rules<'p>,
    /// In the pack's order; what stands for a derived fact is never read.
    pub raw: Vec<Value>,
    /// The judgements that an authority makes in the applicant's favour.
    favourable: BTreeSet<&'p ReviewId>,
}

impl<'r, 'p> Applicant<'r, 'p> {
    /// An applicant with these raw answers.
    pub fn new(rules: &'r Rules<'p>, raw: Vec<Value>) -> Self {
        Self { rules, raw, favourable: BTreeSet::new() }
    }

    /// What an award comes to.
    pub fn judge(&self, award: &'p Award) -> Judgement {
        let conditions: Vec<_> =
            award.criteria.iter().map(|criterion| &criterion.condition).collect();
        Judgement {
            outcome: self.decide(&conditions),
            amount: self.amount(&award.amount),
        }
    }

    /// What several conditions together come to, over all judgements of an authority.
    pub fn decide(&self, conditions: &[&'p Condition]) -> Outcome {
        let mut reviews = BTreeSet::new();
        for condition in conditions {
            reviews_in(condition, &mut reviews);
        }
        let mut seen = BTreeSet::new();
        for bits in 0_u32..1 << reviews.len() {
            let mut judged = self.clone();
            judged.favourable = (0..)
                .zip(&reviews)
                .filter(|(order, _)| bits >> order & 1 == 1)
                .map(|(_, review)| *review)
                .collect();
            seen.insert(all(conditions.iter().map(|it| judged.holds(it))));
        }
        match seen.into_iter().collect::<Vec<_>>().as_slice() {
            [Some(true)] => Outcome::Granted,
            [Some(false)] => Outcome::Refused,
            [Some(false), Some(true)] => Outcome::Judged,
            _ => Outcome::Unknown,
        }
    }

    /// The value that a fact has: its answer, its formula, or what it is where it does not
    /// apply.
    pub fn value(&self, id: &FactId) -> Option<Value> {
        let place = self.rules.place(id);
        let fact = self.rules.file.facts.get(place)?;
        if let Some(applies) = &fact.applies
            && !self.holds(&applies.asked_if)?
        {
            return Some(applies.otherwise.clone());
        }
        match &fact.derived {
            Some(formula) => self.number(formula).map(Value::Number),
            None => self.raw.get(place).cloned(),
        }
    }

    /// Whether a condition holds; `None` where its arithmetic has no result and the rest
    /// does not decide it.
    pub fn holds(&self, condition: &Condition) -> Option<bool> {
        match condition {
            Condition::All(members) => all(members.iter().map(|it| self.holds(it))),
            Condition::Any(members) => any(members.iter().map(|it| self.holds(it))),
            Condition::Not(inner) => self.holds(inner).map(|holds| !holds),
            Condition::AtLeast { n, of } => {
                let members: Vec<_> = of.iter().map(|it| self.holds(it)).collect();
                let yes = members.iter().filter(|it| **it == Some(true)).count();
                let open = members.iter().filter(|it| it.is_none()).count();
                let n = *n as usize;
                match () {
                    () if yes >= n => Some(true),
                    () if yes + open < n => Some(false),
                    () => None,
                }
            }
            Condition::If { when, then, otherwise } => match self.holds(when)? {
                true => self.holds(then),
                false => self.holds(otherwise),
            },
            Condition::Yes(fact) => Some(self.value(fact)? == Value::YesNo(true)),
            Condition::Compare { left, is, right } => {
                let (left, right) = (self.number(left)?, self.number(right)?);
                Some(match is {
                    Comparison::AtLeast => left >= right,
                    Comparison::MoreThan => left > right,
                    Comparison::AtMost => left <= right,
                    Comparison::LessThan => left < right,
                    Comparison::Equal => left == right,
                    Comparison::Unequal => left != right,
                })
            }
            Condition::OneOf { fact, options } => match self.value(fact)? {
                Value::Choice(chosen) => Some(options.contains(&chosen)),
                _ => Some(false),
            },
            Condition::Has { fact, option } => match self.value(fact)? {
                Value::Choices(chosen) => Some(chosen.contains(option)),
                _ => Some(false),
            },
            Condition::Within { fact, division } => match self.value(fact)? {
                Value::Jurisdiction(place) => Some(division.contains(place)),
                _ => Some(false),
            },
            Condition::Review(review) => Some(self.favourable.contains(review)),
            Condition::Dated(series) => self.holds(self.current(series)),
        }
    }

    /// The entry of a series that is read on the date.
    fn current<'s, T>(&self, series: &'s [Dated<T>]) -> &'s T {
        let mut entries = series.iter();
        let mut current =
            entries.next().expect("the pack was checked: a series has entries");
        for entry in entries {
            if entry.from <= self.rules.date {
                current = entry;
            }
        }
        &current.is
    }

    /// The number that an expression comes to; days are written `yyyymmdd`, which keeps
    /// their order.
    pub fn number(&self, expression: &Expression) -> Option<Decimal> {
        let each = |members: &[Expression]| -> Option<Vec<Decimal>> {
            members.iter().map(|member| self.number(member)).collect()
        };
        match expression {
            Expression::Number(number) => Some(*number),
            Expression::Date(date) => Some(written(*date)),
            Expression::Fact(fact) => match self.value(fact)? {
                Value::Number(number) => Some(number),
                Value::Date(date) => Some(written(date)),
                _ => None,
            },
            Expression::Parameter(parameter) => {
                self.rules.file.parameters.get(parameter).map(|it| *self.current(it))
            }
            Expression::Sum(members) => {
                each(members)?.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)
            }
            Expression::Less(left, right) => {
                self.number(left)?.checked_sub(self.number(right)?)
            }
            Expression::Product(members) => {
                each(members)?.into_iter().try_fold(Decimal::ONE, Decimal::checked_mul)
            }
            Expression::Quotient { dividend, divisor, otherwise } => {
                let divisor = self.number(divisor)?;
                if divisor.is_zero() {
                    return self.number(otherwise.as_deref()?);
                }
                self.number(dividend)?.checked_div(divisor)
            }
            Expression::Min(members) => each(members)?.into_iter().min(),
            Expression::Max(members) => each(members)?.into_iter().max(),
            Expression::Count(conditions) => {
                let mut count = Decimal::ZERO;
                for condition in conditions {
                    if self.holds(condition)? {
                        count += Decimal::ONE;
                    }
                }
                Some(count)
            }
            Expression::If { when, then, otherwise } => match self.holds(when)? {
                true => self.number(then),
                false => self.number(otherwise),
            },
        }
    }

    /// What an amount pays: from, to. A sum without a result may be anything.
    pub fn amount(&self, amount: &Amount) -> Amounts {
        let least = Decimal::ZERO;
        let anything = Amounts { min: least, max: None };
        let exactly = |sum: Option<Decimal>| {
            sum.map_or(anything, |sum| Amounts::exactly(sum.max(least)))
        };
        let capped = |sum: Option<Decimal>, cap: &Option<Expression>| match cap {
            None => exactly(sum),
            Some(cap) => match (sum, self.number(cap)) {
                (Some(sum), Some(cap)) => exactly(Some(sum.min(cap))),
                (None, Some(cap)) => Amounts { min: least, max: Some(cap.max(least)) },
                (_, None) => anything,
            },
        };
        let product =
            |left: Option<Decimal>, right: Option<Decimal>| left?.checked_mul(right?);
        match amount {
            Amount::Fixed(sum) => exactly(self.number(sum)),
            Amount::UpTo(most) => Amounts { min: least, ..exactly(self.number(most)) },
            Amount::Rate { percent, base, cap } => {
                let hundredth = product(self.number(percent), Some(Decimal::new(1, 2)));
                capped(product(hundredth, self.number(base)), cap)
            }
            Amount::PerUnit { each, count, cap } => {
                capped(product(self.number(each), self.number(count)), cap)
            }
            Amount::Matching { grant, ratio, cap } => {
                capped(product(self.number(grant), Some(*ratio)), cap)
            }
            Amount::Tiers(tiers) => self.tier(tiers),
            Amount::Unspecified | Amount::TaxPreference => anything,
            Amount::InKind | Amount::Service | Amount::Recognition => Amounts::ZERO,
        }
    }

    fn tier(&self, tiers: &[Tier]) -> Amounts {
        for tier in tiers {
            let holds = tier.when.as_ref().map_or(Some(true), |when| self.holds(when));
            match holds {
                Some(true) => return self.amount(&tier.amount),
                Some(false) => {}
                None => break,
            }
        }
        Amounts { min: Decimal::ZERO, max: None }
    }
}

fn written(date: Date) -> Decimal {
    let (year, month, day) = (date.year(), date.month(), date.day());
    Decimal::from(i64::from(year) * 10_000 + i64::from(month) * 100 + i64::from(day))
}

/// Kleene's conjunction.
fn all(members: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let members: Vec<_> = members.collect();
    match () {
        () if members.contains(&Some(false)) => Some(false),
        () if members.contains(&None) => None,
        () => Some(true),
    }
}

/// Kleene's disjunction.
fn any(members: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    all(members.map(|it| it.map(|holds| !holds))).map(|none| !none)
}

/// The reviews that a condition names.
fn reviews_in<'c>(condition: &'c Condition, into: &mut BTreeSet<&'c ReviewId>) {
    match condition {
        Condition::Review(review) => {
            into.insert(review);
        }
        Condition::All(members)
        | Condition::Any(members)
        | Condition::AtLeast { of: members, .. } => {
            for member in members {
                reviews_in(member, into);
            }
        }
        Condition::Not(inner) => reviews_in(inner, into),
        Condition::If { when, then, otherwise } => {
            for inner in [when, then, otherwise] {
                reviews_in(inner, into);
            }
        }
        Condition::Dated(series) => {
            for entry in series {
                reviews_in(&entry.is, into);
            }
        }
        Condition::Compare { left, right, .. } => {
            reviews_inside(left, into);
            reviews_inside(right, into);
        }
        Condition::Yes(_)
        | Condition::OneOf { .. }
        | Condition::Has { .. }
        | Condition::Within { .. } => {}
    }
}

fn reviews_inside<'c>(expression: &'c Expression, into: &mut BTreeSet<&'c ReviewId>) {
    match expression {
        Expression::Number(_)
        | Expression::Date(_)
        | Expression::Fact(_)
        | Expression::Parameter(_) => {}
        Expression::Sum(members)
        | Expression::Product(members)
        | Expression::Min(members)
        | Expression::Max(members) => {
            for member in members {
                reviews_inside(member, into);
            }
        }
        Expression::Less(left, right) => {
            reviews_inside(left, into);
            reviews_inside(right, into);
        }
        Expression::Quotient { dividend, divisor, otherwise } => {
            for part in [dividend, divisor].into_iter().chain(otherwise) {
                reviews_inside(part, into);
            }
        }
        Expression::Count(conditions) => {
            for condition in conditions {
                reviews_in(condition, into);
            }
        }
        Expression::If { when, then, otherwise } => {
            reviews_in(when, into);
            reviews_inside(then, into);
            reviews_inside(otherwise, into);
        }
    }
}
