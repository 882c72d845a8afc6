//! The best lawful total of several awards.
//!
//! Awards that exclude each other never add, a shared cap holds, and what the text leaves
//! open widens the interval: its least takes the higher award, its greatest the sum.

use alloc::vec::Vec;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::assess::{Assessment, Determination};
use crate::award::{Amount, GroupRule, Selection};
use crate::determination::{Amounts, Verdict};
use crate::exact;
use crate::id::AwardId;

/// Components of up to this many awards are solved exactly; larger ones are enclosed.
const EXACT: usize = 16;

/// The totals of an assessment. Automatic and discretionary money are never summed, and
/// awards that are expired, drafts or not yet in force are left out of every sum.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Date, Pack, assess};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let json = r#"{"registered_in": "371000", "patents": 20, "hnte": "first"}"#;
/// let answers = Answers::from_json(&pack, json).unwrap();
/// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
/// let certain = assessment.totals().certain;
/// assert_eq!(certain.amount.as_exact(), Some(400_000.into()));
/// assert_eq!(certain.awards.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Eligible automatic awards whose amounts are exact: what a page may say large.
    pub certain: Total,
    /// Eligible automatic awards of which only bounds are known (最高).
    pub bounded: Total,
    /// Eligible awards that an authority grants: 择优, 竞争, 一事一议.
    pub discretionary: Total,
    /// All automatic awards: encloses the best lawful total of every completion, those
    /// still undetermined included in its greatest only.
    pub automatic: Amounts,
    /// Eligible awards whose money no text states.
    pub unspecified: Vec<AwardId>,
    /// Eligible tax preferences.
    pub tax: Vec<AwardId>,
    /// Eligible awards left out because of their standing.
    pub left_out: Vec<AwardId>,
}

/// One part of the totals.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Date, Pack, assess};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let json = r#"{"hnte": "first"}"#;
/// let answers = Answers::from_json(&pack, json).unwrap();
/// let totals = assess(&pack, &answers, Date::constant(2026, 11, 22)).totals();
/// // The document states no end: said beside the sum.
/// assert_eq!(totals.certain.doubtful, totals.certain.awards);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// The best lawful total of its awards.
    pub amount: Amounts,
    /// Its awards, sorted.
    pub awards: Vec<AwardId>,
    /// Those whose text states no end or may be superseded: said beside the sum.
    pub doubtful: Vec<AwardId>,
}

impl<'p> Assessment<'p> {
    /// The totals.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Date, Pack, assess};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let json = r#"{"registered_in": "371002", "patents": 17}"#;
    /// # let answers = Answers::from_json(&pack, json).unwrap();
    /// # let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
    /// let totals = assessment.totals();
    /// assert!(totals.automatic.min.is_zero());
    /// ```
    pub fn totals(&self) -> Totals {
        let counted = |it: &&Determination<'p>| it.standing.counts();
        let eligible =
            || self.determinations.iter().filter(|it| it.verdict == Verdict::Eligible);
        let ids = |wanted: &dyn Fn(&Determination<'p>) -> bool| -> Vec<AwardId> {
            let wanted = eligible().filter(counted).filter(|it| wanted(it));
            wanted.map(|it| it.award.id.clone()).collect()
        };
        let automatic = |it: &Determination<'p>| {
            it.award.selection == Selection::Automatic && is_money(it)
        };
        let exact = |it: &Determination<'p>| it.amount.as_exact().is_some();
        let part = |wanted: &dyn Fn(&Determination<'p>) -> bool| {
            let awards: Vec<_> = eligible()
                .filter(counted)
                .filter(|it| is_money(it) && wanted(it))
                .collect();
            let doubtful = awards.iter().filter(|it| it.standing.doubtful());
            Total {
                amount: self.best(&awards),
                awards: awards.iter().map(|it| it.award.id.clone()).collect(),
                doubtful: doubtful.map(|it| it.award.id.clone()).collect(),
            }
        };
        let open: Vec<_> = self
            .determinations
            .iter()
            .filter(counted)
            .filter(|it| {
                matches!(it.verdict, Verdict::Eligible | Verdict::Undetermined)
                    && it.award.selection == Selection::Automatic
                    && states_money(it)
            })
            .collect();
        Totals {
            certain: part(&|it| automatic(it) && exact(it)),
            bounded: part(&|it| automatic(it) && !exact(it)),
            discretionary: part(&|it| !automatic(it)),
            automatic: self.best(&open),
            unspecified: ids(&|it| it.award.amount == Amount::Unspecified),
            tax: ids(&|it| it.award.amount == Amount::TaxPreference),
            left_out: eligible()
                .filter(|it| !it.standing.counts())
                .map(|it| it.award.id.clone())
                .collect(),
        }
    }

    /// The interval that encloses the best lawful total of these awards; those not
    /// certain to be granted count in its greatest only.
    fn best(&self, awards: &[&Determination<'p>]) -> Amounts {
        let index = |id: &AwardId| awards.iter().position(|it| it.award.id == *id);
        let groups: Vec<Bond> = self
            .pack
            .file()
            .groups
            .iter()
            .filter_map(|group| {
                let members: Vec<usize> = group.awards.iter().filter_map(index).collect();
                let (least, most) = match &group.rule {
                    GroupRule::Exclusive => (Rule::One, Rule::One),
                    GroupRule::StackingUnclear => (Rule::One, Rule::Free),
                    GroupRule::Additive => return None,
                    GroupRule::Cap(cap) => match self.constant(cap) {
                        Some(cap) => (Rule::Cap(cap), Rule::Cap(cap)),
                        None => (Rule::Cap(Decimal::ZERO), Rule::Free),
                    },
                };
                (!members.is_empty()).then_some(Bond { members, least, most })
            })
            .collect();
        let least: Vec<Decimal> = awards
            .iter()
            .map(|it| match it.verdict {
                Verdict::Eligible => it.amount.min,
                _ => Decimal::ZERO,
            })
            .collect();
        let most: Option<Vec<Decimal>> = awards.iter().map(|it| it.amount.max).collect();
        let rules = |side: fn(&Bond) -> Rule| -> Vec<(&[usize], Rule)> {
            groups.iter().map(|bond| (bond.members.as_slice(), side(bond))).collect()
        };
        let most_rules = rules(|bond| bond.most);
        let least = total(&least, &rules(|bond| bond.least), false);
        let most = most.and_then(|most| total(&most, &most_rules, true));
        // A total too large to say leaves its end unknown.
        Amounts {
            min: least.unwrap_or_default().normalize(),
            max: most.map(|most| most.normalize()),
        }
    }
}

/// Awards that pay money at all.
fn is_money(it: &Determination<'_>) -> bool {
    states_money(it) && it.award.amount != Amount::Unspecified
}

fn states_money(it: &Determination<'_>) -> bool {
    !matches!(
        it.award.amount,
        Amount::TaxPreference | Amount::InKind | Amount::Service | Amount::Recognition
    )
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    One,
    Cap(Decimal),
    Free,
}

#[derive(Debug)]
struct Bond {
    members: Vec<usize>,
    least: Rule,
    most: Rule,
}

/// The best total that the rules allow, part by part where rules tie awards together.
///
/// Exact for parts of up to [`EXACT`] awards in which no award has two caps; elsewhere a
/// lawful total, or, where `above`, a bound that no lawful total exceeds.
fn total(worth: &[Decimal], rules: &[(&[usize], Rule)], above: bool) -> Option<Decimal> {
    let mut part: Vec<usize> = (0..worth.len()).collect();
    let root = |part: &[usize], mut it: usize| {
        while let Some(&next) = part.get(it).filter(|&&next| next != it) {
            it = next;
        }
        it
    };
    for (members, rule) in rules {
        if *rule == Rule::Free {
            continue;
        }
        for pair in members.windows(2) {
            if let [left, right] = *pair {
                let (left, right) = (root(&part, left), root(&part, right));
                if let Some(place) = part.get_mut(left.max(right)) {
                    *place = left.min(right);
                }
            }
        }
    }
    let mut sum = Decimal::ZERO;
    for head in 0..worth.len() {
        let members: Vec<usize> =
            (0..worth.len()).filter(|&it| root(&part, it) == head).collect();
        if !members.is_empty() {
            sum = exact::add(sum, best_of(&members, worth, rules, above)?)?;
        }
    }
    Some(sum)
}

fn best_of(
    members: &[usize],
    worth: &[Decimal],
    rules: &[(&[usize], Rule)],
    above: bool,
) -> Option<Decimal> {
    let lawful = |chosen: &[usize]| {
        rules
            .iter()
            .filter(|(_, rule)| *rule == Rule::One)
            .all(|(group, _)| chosen.iter().filter(|it| group.contains(it)).count() <= 1)
    };
    if members.len() > EXACT {
        if above {
            return paid(members, worth, rules, above);
        }
        // Greatest first: lawful, so never too much.
        let mut chosen = Vec::new();
        let mut left = members.to_vec();
        while let Some(place) = greatest(&left, worth) {
            chosen.push(left.swap_remove(place));
            if !lawful(&chosen) {
                chosen.pop();
            }
        }
        return paid(&chosen, worth, rules, above);
    }
    (0_u32..1 << members.len())
        .map(|bits| -> Vec<usize> {
            let bit = |order: usize| bits >> order & 1 == 1;
            let chosen = members.iter().enumerate().filter(|&(order, _)| bit(order));
            chosen.map(|(_, &it)| it).collect()
        })
        .filter(|chosen| lawful(chosen))
        .map(|chosen| paid(&chosen, worth, rules, above))
        // One sum too large to say and the best is.
        .try_fold(Decimal::ZERO, |best, sum| Some(best.max(sum?)))
}

/// The place of the member worth most, the first of equals.
fn greatest(members: &[usize], worth: &[Decimal]) -> Option<usize> {
    let value = |place: &usize| members.get(*place).and_then(|&it| worth.get(it));
    (0..members.len()).rev().max_by(|left, right| value(left).cmp(&value(right)))
}

/// What chosen awards pay under the caps.
fn paid(
    chosen: &[usize],
    worth: &[Decimal],
    rules: &[(&[usize], Rule)],
    above: bool,
) -> Option<Decimal> {
    let mut caps: Vec<(&[usize], Decimal)> = rules
        .iter()
        .filter_map(|&(group, rule)| match rule {
            Rule::Cap(cap) => Some((group, cap)),
            _ => None,
        })
        .collect();
    let mut sum = Decimal::ZERO;
    for &it in chosen {
        let mut pays = worth.get(it).copied().unwrap_or_default();
        let mut held = caps.iter_mut().filter(|(group, _)| group.contains(&it));
        if above {
            // The first cap alone: what further ones take away is not taken, so the
            // bound stays above.
            if let Some((_, left)) = held.next() {
                pays = pays.min(*left);
                *left = exact::subtract(*left, pays)?;
            }
        } else {
            let mut held: Vec<_> = held.collect();
            for (_, left) in &held {
                pays = pays.min(*left);
            }
            for (_, left) in &mut held {
                *left = exact::subtract(*left, pays)?;
            }
        }
        sum = exact::add(sum, pays)?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(worth: &[i64], rules: &[(&[usize], Rule)], expect: i64) {
        let worth: Vec<Decimal> = worth.iter().map(|&it| it.into()).collect();
        for above in [false, true] {
            assert_eq!(total(&worth, rules, above), Some(expect.into()));
        }
    }

    #[test]
    fn free_awards_add() {
        check(&[20, 30, 5], &[], 55);
    }

    #[test]
    fn of_awards_that_exclude_each_other_the_best_counts() {
        check(&[20, 30, 5], &[(&[0, 1], Rule::One)], 35);
        // A chain: the two ends beat the middle.
        check(&[20, 30, 15], &[(&[0, 1], Rule::One), (&[1, 2], Rule::One)], 35);
    }

    #[test]
    fn a_shared_cap_holds() {
        check(&[60, 70, 5], &[(&[0, 1], Rule::Cap(100.into()))], 105);
        check(&[60, 70], &[(&[0], Rule::Cap(10.into()))], 80);
    }
}
