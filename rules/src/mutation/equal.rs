//! Whether a change makes no difference, decided by the engine and not by examples.

use std::collections::BTreeSet;

use mingbai_core::{
    Amount, Answers, Assessment, Award, Comparison, Condition, Date, Decimal, Expression,
    Pack, Status, assess,
};

/// Why a change makes no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The criteria hold for the same applicants, and the amount is the same for everybody.
    Same,
    /// The criteria hold for the same applicants, and whoever meets them gets the same.
    SameForEligible,
}

/// Proves, on each of `days`, that two awards of a pack's facts are the same.
pub(super) fn prove(
    pack: &Pack,
    days: &BTreeSet<Date>,
    before: &Award,
    after: &Award,
) -> Option<Proof> {
    let nothing = Answers::new();
    let mut proof = Proof::Same;
    for day in days {
        let nothing_known = assess(pack, &nothing, *day);
        let never = |condition: Condition| unmet(&nothing_known, &condition);
        let (old, new) = (criteria(before), criteria(after));
        if old != new && !never(either(&old, &new)) {
            return None;
        }
        if before.amount == after.amount {
            continue;
        }
        let differs = Condition::Any(vec![
            unequal(least(&before.amount), least(&after.amount)),
            unequal(most(&before.amount), most(&after.amount)),
        ]);
        if !never(differs.clone()) {
            if !never(Condition::All(vec![old, differs])) {
                return None;
            }
            proof = Proof::SameForEligible;
        }
    }
    Some(proof)
}

fn unmet(nothing_known: &Assessment<'_>, condition: &Condition) -> bool {
    nothing_known.status(condition) == Status::Unmet
}

fn criteria(award: &Award) -> Condition {
    Condition::All(award.criteria.iter().map(|it| it.condition.clone()).collect())
}

/// One of them, and not the other.
fn either(left: &Condition, right: &Condition) -> Condition {
    let not = |it: &Condition| Condition::Not(Box::new(it.clone()));
    Condition::Any(vec![
        Condition::All(vec![left.clone(), not(right)]),
        Condition::All(vec![not(left), right.clone()]),
    ])
}

fn unequal(left: Expression, right: Expression) -> Condition {
    Condition::Compare { left, is: Comparison::Unequal, right }
}

fn number(number: impl Into<Decimal>) -> Expression {
    Expression::Number(number.into())
}

/// The least that an amount pays.
fn least(amount: &Amount) -> Expression {
    match amount {
        Amount::Tiers(tiers) => tiered(tiers, least),
        Amount::UpTo(_) | Amount::Unspecified | Amount::TaxPreference => number(0),
        _ => most(amount),
    }
}

/// The most that an amount pays; -1 where nothing bounds it.
fn most(amount: &Amount) -> Expression {
    let capped = |factors: Vec<Expression>, cap: &Option<Expression>| {
        let sum = Expression::Product(factors);
        match cap {
            None => sum,
            Some(cap) => Expression::Min(vec![sum, cap.clone()]),
        }
    };
    match amount {
        Amount::Fixed(sum) | Amount::UpTo(sum) => sum.clone(),
        Amount::Rate { percent, base, cap } => {
            let factors = vec![number(Decimal::new(1, 2)), percent.clone(), base.clone()];
            capped(factors, cap)
        }
        Amount::PerUnit { each, count, cap } => {
            capped(vec![each.clone(), count.clone()], cap)
        }
        Amount::Matching { grant, ratio, cap } => {
            capped(vec![number(*ratio), grant.clone()], cap)
        }
        Amount::Tiers(tiers) => tiered(tiers, most),
        Amount::Unspecified | Amount::TaxPreference => number(-1),
        Amount::InKind | Amount::Service | Amount::Recognition => number(0),
    }
}

fn tiered(tiers: &[mingbai_core::Tier], of: fn(&Amount) -> Expression) -> Expression {
    let mut chain = number(0);
    for tier in tiers.iter().rev() {
        let then = of(&tier.amount);
        chain = match &tier.when {
            None => then,
            Some(when) => Expression::If {
                when: Box::new(when.clone()),
                then: Box::new(then),
                otherwise: Box::new(chain),
            },
        };
    }
    chain
}
