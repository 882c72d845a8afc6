//! Two conditions compared: which parts came, went or read otherwise.

use std::collections::BTreeSet;

use mingbai_core::{Comparison, Condition, Expression, FactId};

use super::{Effect, What};
use crate::compile::uses::Uses;
use crate::docs::award::Reader;

/// What changed in some conditions.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) what: What,
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
    pub(super) effect: Option<Effect>,
}

/// What joins the conditions that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// All must hold: one more is harder.
    All,
    /// One suffices: one more is easier.
    Any,
}

/// Both states of the words, and where the comparison is.
#[derive(Clone, Debug)]
pub(super) struct Comparing<'r, 'p> {
    pub(super) old: &'r Reader<'p>,
    pub(super) new: &'r Reader<'p>,
    joint: Joint,
    /// Inside a `not`, harder is easier.
    denied: bool,
    /// The heading of the list that the conditions stand in: 满足一条即可：.
    within: String,
}

impl<'r, 'p> Comparing<'r, 'p> {
    /// The comparison of an award's criteria, all of which must hold.
    pub(super) fn new(old: &'r Reader<'p>, new: &'r Reader<'p>) -> Self {
        let within = String::new();
        Self { old, new, joint: Joint::All, denied: false, within }
    }

    fn before(&self, condition: &Condition) -> String {
        self.said(self.old, condition)
    }

    fn after(&self, condition: &Condition) -> String {
        self.said(self.new, condition)
    }

    fn said(&self, reader: &Reader<'_>, condition: &Condition) -> String {
        let space = if self.within.ends_with(':') { " " } else { "" };
        let flat = reader.condition(condition).flat(reader.words);
        format!("{}{space}{flat}", self.within)
    }

    fn effect(&self, harder: bool) -> Option<Effect> {
        Some(if harder != self.denied { Effect::Harder } else { Effect::Easier })
    }

    /// Compares two lists of conditions; what stands in both is left out first.
    pub(super) fn lists(
        &self,
        old: &[&Condition],
        new: &[&Condition],
        found: &mut Vec<Found>,
    ) {
        let mut gone: Vec<&Condition> = old.to_vec();
        let mut come: Vec<&Condition> = Vec::new();
        for condition in new {
            match gone.iter().position(|it| it == condition) {
                Some(at) => self.reviews(gone.remove(at), found),
                None => come.push(condition),
            }
        }
        // What has the same shape, then what is of the same kind and shares a member.
        for alike in [same_shape, kindred] {
            come.retain(|condition| {
                match gone.iter().position(|it| alike(it, condition)) {
                    Some(at) => {
                        self.pair(gone.remove(at), condition, found);
                        false
                    }
                    None => true,
                }
            });
        }
        let all = self.joint == Joint::All;
        for condition in gone {
            found.push(Found {
                what: What::ConditionRemoved,
                old: Some(self.before(condition)),
                new: None,
                effect: self.effect(!all),
            });
        }
        for condition in come {
            found.push(Found {
                what: What::ConditionAdded,
                old: None,
                new: Some(self.after(condition)),
                effect: self.effect(all),
            });
        }
    }

    /// Compares two conditions that belong together and differ.
    fn pair(&self, old: &Condition, new: &Condition, found: &mut Vec<Found>) {
        let inside = |joint| {
            let heading = self.new.prose.heading(new).unwrap_or_default();
            let within = format!("{}{}", self.within, heading.trim_end());
            Self { joint, within, ..self.clone() }
        };
        let (joint, before, after) = match (old, new) {
            (Condition::All(before), Condition::All(after)) => {
                (Joint::All, before, after)
            }
            (Condition::Any(before), Condition::Any(after)) => {
                (Joint::Any, before, after)
            }
            (
                Condition::AtLeast { n: few, of: before },
                Condition::AtLeast { n: many, of: after },
            ) if few == many => (Joint::Any, before, after),
            (Condition::Not(before), Condition::Not(after)) => {
                let denied = Self { denied: !self.denied, ..self.clone() };
                // A denied leaf is said as a whole: 不是 X, not X.
                if self.new.prose.heading(before).is_none() {
                    return self.changed(
                        old,
                        new,
                        denied.direction(before, after),
                        found,
                    );
                }
                return denied.pair(before, after, found);
            }
            _ => {
                let effect = self.direction(old, new);
                return self.changed(old, new, effect, found);
            }
        };
        let before: Vec<&Condition> = before.iter().collect();
        let after: Vec<&Condition> = after.iter().collect();
        // Where only their order differs nothing is found: it decides nothing.
        inside(joint).lists(&before, &after, found);
    }

    fn changed(
        &self,
        old: &Condition,
        new: &Condition,
        effect: Option<Effect>,
        found: &mut Vec<Found>,
    ) {
        let (before, after) = (self.before(old), self.after(new));
        let what = match before == after {
            true => What::Unsaid,
            false => What::ConditionChanged,
        };
        found.push(Found { what, old: Some(before), new: Some(after), effect });
    }

    /// Judgements that kept their place and read otherwise.
    fn reviews(&self, condition: &Condition, found: &mut Vec<Found>) {
        let mut uses = Uses::default();
        uses.condition(condition);
        for review in &uses.reviews {
            let old = self.old.texts.reviews.get(review);
            let new = self.new.texts.reviews.get(review);
            if old != new {
                found.push(Found {
                    what: What::Wording,
                    old: old.cloned(),
                    new: new.cloned(),
                    effect: None,
                });
            }
        }
    }

    /// Whether a threshold or a list of options became harder to meet.
    fn direction(&self, old: &Condition, new: &Condition) -> Option<Effect> {
        match (old, new) {
            (
                Condition::Compare { left, is, right: Expression::Number(before) },
                Condition::Compare {
                    left: same_left,
                    is: same_is,
                    right: Expression::Number(after),
                },
            ) if left == same_left && before != after => {
                let floor = |is: &Comparison| {
                    matches!(is, Comparison::AtLeast | Comparison::MoreThan)
                };
                let ceiling = |is: &Comparison| {
                    matches!(is, Comparison::AtMost | Comparison::LessThan)
                };
                if floor(is) && floor(same_is) {
                    self.effect(after > before)
                } else if ceiling(is) && ceiling(same_is) {
                    self.effect(after < before)
                } else {
                    None
                }
            }
            (
                Condition::OneOf { fact, options: before },
                Condition::OneOf { fact: same, options: after },
            ) if fact == same => {
                if after.iter().all(|option| before.contains(option)) {
                    self.effect(true)
                } else if before.iter().all(|option| after.contains(option)) {
                    self.effect(false)
                } else {
                    None
                }
            }
            (
                Condition::Within { division: before, .. },
                Condition::Within { division: after, .. },
            ) => match (before.contains(*after), after.contains(*before)) {
                (true, false) => self.effect(true),
                (false, true) => self.effect(false),
                _ => None,
            },
            (
                Condition::AtLeast { n: before, of },
                Condition::AtLeast { n: after, of: same },
            ) if of == same && before != after => self.effect(after > before),
            _ => None,
        }
    }
}

/// Whether two conditions are the same but for figures, options and places.
fn same_shape(old: &&Condition, new: &&Condition) -> bool {
    let lists = |old: &[Condition], new: &[Condition]| {
        old.len() == new.len()
            && old.iter().zip(new).all(|(old, new)| same_shape(&old, &new))
    };
    match (old, new) {
        (Condition::All(old), Condition::All(new))
        | (Condition::Any(old), Condition::Any(new)) => lists(old, new),
        (Condition::AtLeast { of: old, .. }, Condition::AtLeast { of: new, .. }) => {
            lists(old, new)
        }
        (Condition::Not(old), Condition::Not(new)) => same_shape(&&**old, &&**new),
        (
            Condition::Compare { left: old, right: old_right, .. },
            Condition::Compare { left: new, right: new_right, .. },
        ) => named(old) == named(new) && named(old_right) == named(new_right),
        (Condition::OneOf { fact: old, .. }, Condition::OneOf { fact: new, .. })
        | (Condition::Has { fact: old, .. }, Condition::Has { fact: new, .. })
        | (Condition::Within { fact: old, .. }, Condition::Within { fact: new, .. }) => {
            old == new
        }
        (Condition::Dated(_), Condition::Dated(_))
        | (Condition::If { .. }, Condition::If { .. }) => {
            let facts = |condition: &Condition| {
                let mut uses = Uses::default();
                uses.condition(condition);
                uses.facts
            };
            facts(old) == facts(new)
        }
        _ => false,
    }
}

/// Whether two composite conditions are of one kind and share a member, or part of one.
fn kindred(old: &&Condition, new: &&Condition) -> bool {
    let share = |old: &[Condition], new: &[Condition]| {
        old.iter().any(|old| new.iter().any(|new| old == new || same_shape(&old, &new)))
    };
    match (old, new) {
        (Condition::All(old), Condition::All(new))
        | (Condition::Any(old), Condition::Any(new)) => share(old, new),
        (Condition::AtLeast { of: old, .. }, Condition::AtLeast { of: new, .. }) => {
            share(old, new)
        }
        (Condition::Not(old), Condition::Not(new)) => kindred(&&**old, &&**new),
        _ => false,
    }
}

/// The facts that an expression names.
fn named(expression: &Expression) -> BTreeSet<FactId> {
    let mut uses = Uses::default();
    uses.expression(expression);
    uses.facts
}
