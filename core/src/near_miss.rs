//! Near misses: the smallest changes that would bring an award within reach.

use crate::date::Date;
use alloc::vec;
use alloc::vec::Vec;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::assess::Assessment;
use crate::determination::Verdict;
use crate::diagram::{Link, Restricted, Subject, Variable};
use crate::fact::{Fact, Kind};
use crate::id::{AwardId, FactId};
use crate::reading::{Compiled, INELIGIBLE, Reading};
use crate::sorted::insert;
use crate::space::{Point, Slot, SlotIndex, Span, date};
use crate::value::Value;

/// At most so many facts change together.
const MOST_FACTS: usize = 3;
/// At most so many sets are given.
const MOST_SETS: usize = 8;

/// The inclusion-minimal sets of changes after which an ineligible award no longer is.
///
/// Only facts that are known and marked changeable change, at most three together. Where
/// all sets are empty the award is out of reach by such changes, or not ineligible at all.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Date, Pack, Target, assess};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let json = r#"{"registered_in": "371000", "patents": 17}"#;
/// let answers = Answers::from_json(&pack, json).unwrap();
/// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
/// let misses = assessment.near_misses(&"patents-20".into());
/// let step = &misses.sets[0][0];
/// assert_eq!(step.to, Target::AtLeast(20.into()));
/// assert_eq!(step.distance, Some(3.into()));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NearMisses {
    /// Smallest sets first; at most eight, each non-empty.
    pub sets: Vec<Vec<Step>>,
    /// Whether there are more sets than these.
    pub truncated: bool,
}

/// One change of one fact.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Date, Pack, assess};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let json = r#"{"hnte": "none"}"#;
/// let answers = Answers::from_json(&pack, json).unwrap();
/// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
/// // That fact is not marked as changeable: no step leads there.
/// assert!(assessment.near_misses(&"hnte-first".into()).sets.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The fact.
    pub fact: FactId,
    /// What it has to become.
    pub to: Target,
    /// How far a number is from there, in the fact's unit; positive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<Decimal>,
}

/// What a fact has to become.
///
/// # Example
///
/// ```
/// use mingbai_core::Target;
///
/// let more = Target::AtLeast(20.into());
/// assert_ne!(more, Target::AtMost(20.into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// At least this number, itself included.
    AtLeast(Decimal),
    /// At most this number, itself included.
    AtMost(Decimal),
    /// A number from one to another, both included.
    Between(Decimal, Decimal),
    /// This day or a later one.
    NotBefore(Date),
    /// This day or an earlier one.
    NotAfter(Date),
    /// Any of these values; non-empty.
    OneOf(Vec<Value>),
    /// An option to be ticked, or unticked, among several.
    Option(crate::id::OptionId, bool),
}

impl Assessment<'_> {
    /// What would bring an award within reach; nothing for an award that is not
    /// ineligible.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Date, Pack, assess};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let json = r#"{"registered_in": "371002", "patents": 17}"#;
    /// # let answers = Answers::from_json(&pack, json).unwrap();
    /// # let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
    /// // 17 patents of 20: one set of one change.
    /// let near = assessment.near_misses(&"patents-20".into());
    /// assert_eq!(near.sets.iter().map(Vec::len).collect::<Vec<_>>(), [1]);
    /// ```
    pub fn near_misses(&self, award: &AwardId) -> NearMisses {
        let ineligible =
            self.get(award).is_some_and(|it| it.verdict == Verdict::Ineligible);
        let index = self.pack.award_index(award).filter(|_| ineligible);
        let reading = self.pack.reading(self.as_of);
        let (Some(index), Some(reading)) = (index, reading) else {
            return NearMisses::default();
        };
        let Some(compiled) = reading.awards.get(index) else {
            return NearMisses::default();
        };
        let search = Search { assessment: self, reading, compiled };
        search.run()
    }
}

struct Search<'s> {
    assessment: &'s Assessment<'s>,
    reading: &'s Reading,
    compiled: &'s Compiled,
}

impl Search<'_> {
    fn run(&self) -> NearMisses {
        let pack = self.assessment.pack;
        let mut candidates: Vec<usize> = Vec::new();
        for &slot in &self.compiled.slots {
            let Some(fact) = pack.space.slot(slot).map(|it| it.fact) else { continue };
            if self.may_change(fact) {
                insert(&mut candidates, fact);
            }
        }
        let mut minimal: Vec<Vec<usize>> = Vec::new();
        for size in 1..=MOST_FACTS.min(candidates.len()) {
            for set in subsets(&candidates, size) {
                let covered =
                    minimal.iter().any(|small| small.iter().all(|it| set.contains(it)));
                if !covered && self.suffices(&set) {
                    minimal.push(set);
                }
            }
        }
        let truncated = minimal.len() > MOST_SETS;
        let sets = minimal.iter().take(MOST_SETS).map(|set| self.steps(set)).collect();
        NearMisses { sets, truncated }
    }

    /// Known at least in part, marked changeable, and free of arithmetic with other facts;
    /// nobody moves house for an award.
    fn may_change(&self, fact: usize) -> bool {
        let pack = self.assessment.pack;
        let known = |slot: SlotIndex| {
            let whole = pack.space.slot(slot).map(|it| it.span);
            self.assessment.spans.get(slot as usize).copied() != whole
        };
        let tied = |slot: SlotIndex| self.compiled.tied.binary_search(&slot).is_ok();
        let changeable = pack
            .file()
            .facts
            .get(fact)
            .is_some_and(|fact| fact.changeable && fact.kind != Kind::Jurisdiction);
        let mut slots = pack.space.slots_of(fact);
        changeable && slots.clone().any(known) && !slots.any(tied)
    }

    /// All slots of some facts.
    fn slots(&self, facts: &[usize]) -> Vec<SlotIndex> {
        facts.iter().flat_map(|&fact| self.assessment.pack.space.slots_of(fact)).collect()
    }

    fn suffices(&self, set: &[usize]) -> bool {
        let mut restricted = Restricted::default();
        let root = self.restrict(&mut restricted, &self.slots(set), &[]);
        restricted.terminals(root).iter().any(|&terminal| terminal != INELIGIBLE)
    }

    /// Restricts to what is known, with `freed` slots free and `fixed` ones fixed.
    fn restrict(
        &self,
        restricted: &mut Restricted,
        freed: &[SlotIndex],
        fixed: &[(SlotIndex, Span)],
    ) -> Link {
        let space = &self.assessment.pack.space;
        let slot_span = |slot: SlotIndex| {
            if let Some((_, span)) = fixed.iter().find(|(other, _)| *other == slot) {
                return *span;
            }
            let whole = space.slot(slot).map_or(Span::point(0), |slot| slot.span);
            match freed.contains(&slot) {
                true => whole,
                false => {
                    self.assessment.spans.get(slot as usize).copied().unwrap_or(whole)
                }
            }
        };
        let spans = |variable: Variable| match variable.subject() {
            Subject::Slot(slot) => slot_span(slot),
            // No freed slot stands in arithmetic.
            Subject::Atom(atom) => match self.reading.atoms.get(atom as usize) {
                Some(it) => it.span(space, &slot_span),
                None => Span::new(0, 1),
            },
            Subject::Review(_) => Span::new(0, 1),
        };
        restricted.restrict(&self.reading.diagrams, self.compiled.outcome, &spans)
    }

    /// The nearest values of a sufficient set, one slot after the other.
    fn steps(&self, set: &[usize]) -> Vec<Step> {
        let freed = self.slots(set);
        let mut fixed: Vec<(SlotIndex, Span)> = Vec::new();
        let mut steps = Vec::new();
        for &slot in &freed {
            let mut restricted = Restricted::default();
            let root = self.restrict(&mut restricted, &freed, &fixed);
            let Some(it) = self.assessment.pack.space.slot(slot) else { continue };
            let parts = reaching(&restricted, root, slot, it.span);
            let now =
                self.assessment.spans.get(slot as usize).copied().unwrap_or(it.span);
            let nearest = parts.iter().copied().min_by_key(|part| gap(now, *part));
            let Some(nearest) = nearest else { continue };
            // What may stay as it is stays, and holds the next slot to it.
            fixed.push((slot, now.intersect(nearest).unwrap_or(nearest)));
            // A tick that may stay as it is is no change.
            if gap(now, nearest) > 0 {
                steps.extend(self.step(slot, it, now, nearest, &parts));
            }
        }
        steps
    }

    fn step(
        &self,
        index: SlotIndex,
        slot: &Slot,
        now: Span,
        nearest: Span,
        parts: &[Span],
    ) -> Option<Step> {
        let pack = self.assessment.pack;
        let fact = pack.file().facts.get(slot.fact)?;
        let order = index - pack.space.slots_of(slot.fact).start;
        let (to, distance) = match &fact.kind {
            Kind::Choices(options) => {
                let option = options.get(order as usize)?.clone();
                (Target::Option(option, nearest.low == 1), None)
            }
            Kind::Count(_)
            | Kind::Decimal(_)
            | Kind::Money(_)
            | Kind::Percent(_)
            | Kind::Year(_) => {
                let distance = slot.number(gap(now, nearest));
                (number_target(slot, nearest), Some(distance))
            }
            Kind::Date => {
                let later = now.high < nearest.low;
                let day = date(if later { nearest.low } else { nearest.high })?;
                (if later { Target::NotBefore(day) } else { Target::NotAfter(day) }, None)
            }
            Kind::YesNo | Kind::Choice(_) | Kind::Jurisdiction => {
                (Target::OneOf(values(fact, parts)), None)
            }
        };
        Some(Step { fact: fact.id.clone(), to, distance })
    }
}

fn number_target(slot: &Slot, part: Span) -> Target {
    match (part.low == slot.span.low, part.high == slot.span.high) {
        (_, true) => Target::AtLeast(slot.number(part.low)),
        (true, false) => Target::AtMost(slot.number(part.high)),
        (false, false) => Target::Between(slot.number(part.low), slot.number(part.high)),
    }
}

/// The values of a choice or yes/no fact that lie in `parts`.
fn values(fact: &Fact, parts: &[Span]) -> Vec<Value> {
    let within =
        |point: Point| parts.iter().any(|part| part.low <= point && point <= part.high);
    match &fact.kind {
        Kind::YesNo => [false, true]
            .into_iter()
            .filter(|&yes| within(yes.into()))
            .map(Value::YesNo)
            .collect(),
        Kind::Choice(options) => (0..)
            .zip(options)
            .filter(|(point, _)| within(*point))
            .map(|(_, option)| Value::Choice(option.clone()))
            .collect(),
        _ => Vec::new(),
    }
}

/// How far apart two ranges are; 0 where they meet.
fn gap(now: Span, part: Span) -> Point {
    (part.low.saturating_sub(now.high)).max(now.low.saturating_sub(part.high)).max(0)
}

/// The runs of `slot` from which some completion is not ineligible, joined where they
/// touch.
fn reaching(
    restricted: &Restricted,
    root: Link,
    slot: SlotIndex,
    whole: Span,
) -> Vec<Span> {
    let variable = Variable::slot(slot);
    let mut starts: Vec<Point> = vec![whole.low];
    for (it, runs) in restricted.nodes() {
        if *it == variable {
            for (part, _) in runs {
                insert(&mut starts, part.low);
            }
        }
    }
    let mut parts: Vec<Span> = Vec::new();
    for (order, &low) in starts.iter().enumerate() {
        let high = starts.get(order + 1).map_or(whole.high, |next| next - 1);
        if !restricted.reaches(root, variable, low, &|terminal| terminal != INELIGIBLE) {
            continue;
        }
        match parts.last_mut() {
            Some(last) if last.high == low - 1 => last.high = high,
            _ => parts.push(Span::new(low, high)),
        }
    }
    parts
}

/// All subsets of `size` members, in order.
fn subsets(of: &[usize], size: usize) -> Vec<Vec<usize>> {
    let Some((first, rest)) = of.split_first() else {
        return if size == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    if size == 0 {
        return vec![Vec::new()];
    }
    let mut with = subsets(rest, size - 1);
    for set in &mut with {
        set.insert(0, *first);
    }
    with.extend(subsets(rest, size));
    with
}

impl Restricted {
    /// Whether some completion in which `variable` is `point` reaches a wanted terminal.
    fn reaches(
        &self,
        root: Link,
        variable: Variable,
        point: Point,
        wanted: &dyn Fn(u32) -> bool,
    ) -> bool {
        let here = Span::point(point);
        self.any(
            root,
            &|it, part| it != variable || part.intersect(here).is_some(),
            wanted,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subsets_come_in_order() {
        assert_eq!(subsets(&[1, 2, 3], 2), [vec![1, 2], vec![1, 3], vec![2, 3]]);
        assert_eq!(subsets(&[1], 2), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn gaps_count_from_the_nearer_end() {
        assert_eq!(gap(Span::point(17), Span::new(20, 100)), 3);
        assert_eq!(gap(Span::point(60), Span::new(1, 50)), 10);
        assert_eq!(gap(Span::new(10, 30), Span::new(20, 100)), 0);
    }
}
