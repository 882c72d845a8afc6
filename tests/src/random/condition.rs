//! Random conditions and expressions.

use mingbai_core::{
    Comparison, Condition, Date, Dated, Decimal, Domain, Expression, Fact, Kind,
    PackFile, ReviewId,
};

use super::{Arithmetic, Dice, fact::divisions};
use crate::oracle::domain::domain;

/// What a condition may speak of: the facts that the pack has so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope<'f> {
    pub(super) file: &'f PackFile,
    /// Whether review leaves may stand here.
    pub(super) reviews: bool,
    pub(super) arithmetic: Arithmetic,
}

const DAYS: [Date; 2] = [Date::constant(2018, 8, 1), Date::constant(2022, 1, 1)];

impl Scope<'_> {
    /// The facts that can be calculated with.
    pub(super) fn numbers(&self) -> Vec<&Fact> {
        let facts = self.file.facts.iter();
        facts.filter(|fact| domain(fact).is_some() && !endless(fact)).collect()
    }

    /// A condition of at most `depth` levels above its leaves.
    pub(super) fn condition(&self, dice: &mut Dice, depth: usize) -> Condition {
        if depth == 0 {
            return self.leaf(dice);
        }
        let inner = |dice: &mut Dice| Box::new(self.condition(dice, depth - 1));
        let members = |dice: &mut Dice| -> Vec<Condition> {
            let count = 1 + dice.below(3);
            (0..count).map(|_| self.condition(dice, depth - 1)).collect()
        };
        match dice.below(9) {
            0 | 1 => self.leaf(dice),
            2 => Condition::All(members(dice)),
            3 => Condition::Any(members(dice)),
            4 => Condition::Not(inner(dice)),
            5 => {
                let of = members(dice);
                Condition::AtLeast { n: 1 + dice.below(of.len()) as u32, of }
            }
            6 => Condition::If {
                when: inner(dice),
                then: inner(dice),
                otherwise: inner(dice),
            },
            7 => Condition::Dated(
                [Date::constant(2018, 1, 1), Date::constant(2021, 1, 1)]
                    .map(|from| Dated { from, is: self.condition(dice, depth - 1) })
                    .into(),
            ),
            _ => match dice.below(6) {
                0 => Condition::All(Vec::new()),
                1 => Condition::Any(Vec::new()),
                _ => Condition::Not(inner(dice)),
            },
        }
    }

    fn leaf(&self, dice: &mut Dice) -> Condition {
        if self.reviews && dice.once_in(8) {
            return Condition::Review(ReviewId::from(*dice.pick(&["merit", "need"])));
        }
        if self.file.facts.is_empty() {
            return Condition::All(Vec::new());
        }
        if dice.once_in(5) {
            return self.calculated(dice);
        }
        let fact = dice.pick(&self.file.facts);
        match &fact.kind {
            Kind::YesNo => Condition::Yes(fact.id.clone()),
            Kind::Choice(all) => {
                let mut options = vec![dice.pick(all).clone()];
                let other = dice.pick(all).clone();
                if !options.contains(&other) {
                    options.push(other);
                }
                Condition::OneOf { fact: fact.id.clone(), options }
            }
            Kind::Choices(all) => {
                Condition::Has { fact: fact.id.clone(), option: dice.pick(all).clone() }
            }
            Kind::Jurisdiction => Condition::Within {
                fact: fact.id.clone(),
                division: *dice.pick(&divisions()),
            },
            Kind::Date => {
                let day = Expression::Date(*dice.pick(&DAYS));
                sides(dice, Expression::Fact(fact.id.clone()), day)
            }
            _ if endless(fact) => {
                let number = constant(dice, fact);
                sides(dice, Expression::Fact(fact.id.clone()), number)
            }
            _ => match self.arithmetic {
                Arithmetic::Any if dice.once_in(2) => {
                    let (left, right) = (self.any(dice, 2), self.any(dice, 1));
                    sides(dice, left, right)
                }
                _ => {
                    let (left, right) = (linear(dice, fact), constant(dice, fact));
                    sides(dice, left, right)
                }
            },
        }
    }

    /// Comparisons of counts, of choices between numbers, of the least and the greatest.
    fn calculated(&self, dice: &mut Dice) -> Condition {
        let simple = |dice: &mut Dice| self.simple(dice);
        match dice.below(4) {
            0 | 1 => {
                let count = 1 + dice.below(3);
                let members = (0..count).map(|_| simple(dice)).collect();
                let threshold = Expression::Number(Decimal::from(dice.below(4)));
                sides(dice, Expression::Count(members), threshold)
            }
            2 => {
                let left = Expression::If {
                    when: Box::new(simple(dice)),
                    then: Box::new(self.number(dice)),
                    otherwise: Box::new(self.number(dice)),
                };
                let threshold = Expression::Number(Decimal::from(dice.below(4)));
                sides(dice, left, threshold)
            }
            _ => {
                let members = vec![self.number(dice), self.number(dice)];
                let least = match dice.once_in(2) {
                    true => Expression::Min(members),
                    false => Expression::Max(members),
                };
                let threshold = Expression::Number(Decimal::from(dice.below(4)));
                sides(dice, least, threshold)
            }
        }
    }

    /// A test of one fact without arithmetic.
    fn simple(&self, dice: &mut Dice) -> Condition {
        let fact = dice.pick(&self.file.facts);
        match &fact.kind {
            Kind::YesNo => Condition::Yes(fact.id.clone()),
            Kind::Choice(all) => Condition::OneOf {
                fact: fact.id.clone(),
                options: vec![dice.pick(all).clone()],
            },
            Kind::Choices(all) => {
                Condition::Has { fact: fact.id.clone(), option: dice.pick(all).clone() }
            }
            Kind::Jurisdiction => Condition::Within {
                fact: fact.id.clone(),
                division: *dice.pick(&divisions()),
            },
            Kind::Date => {
                let day = Expression::Date(*dice.pick(&DAYS));
                sides(dice, Expression::Fact(fact.id.clone()), day)
            }
            _ => {
                let number = constant(dice, fact);
                sides(dice, Expression::Fact(fact.id.clone()), number)
            }
        }
    }

    /// A number: of one fact at most, or of any.
    pub(super) fn number(&self, dice: &mut Dice) -> Expression {
        let numbers = self.numbers();
        if numbers.is_empty() || dice.once_in(4) {
            return plain(dice);
        }
        match self.arithmetic {
            Arithmetic::Constants => {
                let fact = *dice.pick(&numbers);
                linear(dice, fact)
            }
            Arithmetic::Any => self.any(dice, 2),
        }
    }

    /// Arithmetic over any facts.
    fn any(&self, dice: &mut Dice, depth: usize) -> Expression {
        let numbers = self.numbers();
        if numbers.is_empty() || depth == 0 && dice.once_in(3) {
            return plain(dice);
        }
        if depth == 0 {
            return Expression::Fact(dice.pick(&numbers).id.clone());
        }
        let inner = |dice: &mut Dice| self.any(dice, depth - 1);
        match dice.below(8) {
            0 => inner(dice),
            1 | 2 => Expression::Sum(vec![inner(dice), inner(dice)]),
            3 => Expression::Less(Box::new(inner(dice)), Box::new(inner(dice))),
            4 => Expression::Product(vec![inner(dice), inner(dice)]),
            5 => Expression::Quotient {
                dividend: Box::new(inner(dice)),
                divisor: Box::new(inner(dice)),
                otherwise: Some(Box::new(inner(dice))),
            },
            6 => Expression::Min(vec![inner(dice), inner(dice)]),
            _ => Expression::Max(vec![inner(dice), inner(dice)]),
        }
    }
}

/// A fact without a stated end: compared, never calculated with.
fn endless(fact: &Fact) -> bool {
    fact.derived.is_none() && matches!(&fact.kind, Kind::Count(Domain { max: None, .. }))
}

/// A number or a parameter.
fn plain(dice: &mut Dice) -> Expression {
    match dice.below(6) {
        0..4 => Expression::Number(Decimal::new(dice.below(12) as i64 * 5, 1)),
        4 => Expression::Parameter("early".into()),
        _ => Expression::Parameter("late".into()),
    }
}

/// A number near the values of a fact: inside, at the ends, between two points.
fn constant(dice: &mut Dice, fact: &Fact) -> Expression {
    let Some(domain) = domain(fact).filter(|_| fact.derived.is_none()) else {
        return plain(dice);
    };
    if dice.once_in(8) {
        return Expression::Parameter("early".into());
    }
    let step = Decimal::new(1, domain.decimals);
    let half = if dice.once_in(4) { step / Decimal::TWO } else { Decimal::ZERO };
    Expression::Number(domain.min + step * Decimal::from(dice.below(6)) - half)
}

/// A number that rests on one fact: itself, or moved, scaled, turned.
fn linear(dice: &mut Dice, fact: &Fact) -> Expression {
    let it = Expression::Fact(fact.id.clone());
    match dice.below(10) {
        0..5 => it,
        5 => Expression::Sum(vec![it, plain(dice)]),
        6 => Expression::Less(Box::new(plain(dice)), Box::new(it)),
        7 => Expression::Product(vec![Expression::Number(2.into()), it]),
        8 => Expression::Quotient {
            dividend: Box::new(it),
            divisor: Box::new(Expression::Number(4.into())),
            otherwise: None,
        },
        _ => Expression::Sum(vec![it.clone(), it, Expression::Number((-1).into())]),
    }
}

/// A comparison, with its sides in either order.
fn sides(dice: &mut Dice, left: Expression, right: Expression) -> Condition {
    let is = *dice.pick(&[
        Comparison::AtLeast,
        Comparison::MoreThan,
        Comparison::AtMost,
        Comparison::LessThan,
        Comparison::Equal,
        Comparison::Unequal,
    ]);
    match dice.once_in(3) {
        true => Condition::Compare { left: right, is, right: left },
        false => Condition::Compare { left, is, right },
    }
}
