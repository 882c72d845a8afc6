//! The small changes that are tried: one threshold, operator or amount at a time.

mod figure;

use std::collections::BTreeMap;

use mingbai_core::{
    Award, Comparison, Condition, Criterion, Date, Dated, Decimal, Expression, Fact,
    Kind, ParameterId,
};

/// An award with one thing changed.
#[derive(Clone, Debug)]
pub(super) struct Variant {
    /// Which part: a criterion by its place, or `None` for the amount.
    pub(super) criterion: Option<usize>,
    /// What was changed into what.
    pub(super) change: String,
    pub(super) award: Award,
    /// Series that the changed award names and the pack lacks.
    pub(super) parameters: BTreeMap<ParameterId, Vec<Dated<Decimal>>>,
}

/// One part changed.
struct Change<T> {
    says: String,
    is: T,
    parameter: Option<(ParameterId, Vec<Dated<Decimal>>)>,
}

impl<T> Change<T> {
    fn new(says: impl Into<String>, is: T) -> Self {
        Self { says: says.into(), is, parameter: None }
    }

    fn map<U>(self, into: impl FnOnce(T) -> U) -> Change<U> {
        Change { says: self.says, is: into(self.is), parameter: self.parameter }
    }
}

/// What the figures of an award are read with.
pub(super) struct Ground<'p> {
    pub(super) facts: &'p [Fact],
    pub(super) parameters: &'p BTreeMap<ParameterId, Vec<Dated<Decimal>>>,
}

impl Ground<'_> {
    /// Every way to change one thing in an award.
    pub(super) fn variants(&self, award: &Award) -> Vec<Variant> {
        let mut variants = Vec::new();
        let mut add = |criterion, change: Change<Award>| {
            variants.push(Variant {
                criterion,
                change: change.says,
                award: change.is,
                parameters: change.parameter.into_iter().collect(),
            });
        };
        for (at, criterion) in award.criteria.iter().enumerate() {
            let with = |condition: Condition| {
                let criterion = Criterion { condition, ..criterion.clone() };
                Award {
                    criteria: replaced(&award.criteria, at, criterion),
                    ..award.clone()
                }
            };
            for change in self.condition(&criterion.condition) {
                add(Some(at), change.map(with));
            }
            // One criterion alone cannot go: a pack demands one.
            let gone = Change::new("left out", with(Condition::All(Vec::new())));
            add(Some(at), gone);
        }
        for change in self.amount(&award.amount) {
            add(None, change.map(|amount| Award { amount, ..award.clone() }));
        }
        variants
    }

    fn condition(&self, condition: &Condition) -> Vec<Change<Condition>> {
        let mut changes = match condition {
            Condition::All(members) => {
                let mut changes = self.conditions(members, Condition::All);
                if members.len() > 1 {
                    let any = Condition::Any(members.clone());
                    changes.push(Change::new("`all` → `any`", any));
                }
                changes
            }
            Condition::Any(members) => {
                let mut changes = self.conditions(members, Condition::Any);
                if members.len() > 1 {
                    let all = Condition::All(members.clone());
                    changes.push(Change::new("`any` → `all`", all));
                }
                changes
            }
            Condition::AtLeast { n, of } => {
                let with = |of: Vec<Condition>| {
                    let most = u32::try_from(of.len()).unwrap_or(u32::MAX);
                    Condition::AtLeast { n: (*n).min(most), of }
                };
                let mut changes = self.conditions(of, with);
                for other in [n.checked_sub(1), n.checked_add(1)].into_iter().flatten() {
                    if other >= 1 && of.len() >= other as usize {
                        let is = Condition::AtLeast { n: other, of: of.clone() };
                        let says = format!("`at_least: {n}` → `{other}`");
                        changes.push(Change::new(says, is));
                    }
                }
                changes
            }
            Condition::Not(inner) => {
                let within = self.condition(inner).into_iter();
                let not = |inner| Condition::Not(Box::new(inner));
                return within
                    .map(|change| change.map(not))
                    .chain([Change::new("`not` left out", (**inner).clone())])
                    .collect();
            }
            Condition::If { when, then, otherwise } => {
                let made = |when: &Condition, then: &Condition, otherwise: &Condition| {
                    Condition::If {
                        when: Box::new(when.clone()),
                        then: Box::new(then.clone()),
                        otherwise: Box::new(otherwise.clone()),
                    }
                };
                let in_when = self.condition(when).into_iter();
                let in_then = self.condition(then).into_iter();
                let in_otherwise = self.condition(otherwise).into_iter();
                in_when
                    .map(|it| it.map(|when| made(&when, then, otherwise)))
                    .chain(in_then.map(|it| it.map(|then| made(when, &then, otherwise))))
                    .chain(in_otherwise.map(|it| it.map(|last| made(when, then, &last))))
                    .collect()
            }
            Condition::Compare { left, is, right } => {
                return self.compare(left, *is, right);
            }
            Condition::Dated(series) => return self.dated(series),
            // Denied, a judgement is another judgement: nobody but its authority can tell.
            Condition::Review(_) => return Vec::new(),
            Condition::OneOf { fact, options } => {
                let fewer = |at| Condition::OneOf {
                    fact: fact.clone(),
                    options: without(options, at),
                };
                let several = options.iter().enumerate().filter(|_| options.len() > 1);
                several
                    .map(|(at, option)| {
                        Change::new(format!("`{option}` left out"), fewer(at))
                    })
                    .collect()
            }
            Condition::Yes(_) | Condition::Has { .. } | Condition::Within { .. } => {
                Vec::new()
            }
        };
        changes.push(Change::new("denied", Condition::Not(Box::new(condition.clone()))));
        changes
    }

    /// One member changed, or left out where others remain.
    fn conditions(
        &self,
        members: &[Condition],
        made: impl Fn(Vec<Condition>) -> Condition,
    ) -> Vec<Change<Condition>> {
        let mut changes = Vec::new();
        for (at, member) in members.iter().enumerate() {
            let within = self.condition(member).into_iter();
            changes.extend(
                within.map(|it| it.map(|member| made(replaced(members, at, member)))),
            );
            if members.len() > 1 {
                let says = format!("member {} left out", at + 1);
                changes.push(Change::new(says, made(without(members, at))));
            }
        }
        changes
    }

    fn compare(
        &self,
        left: &Expression,
        is: Comparison,
        right: &Expression,
    ) -> Vec<Change<Condition>> {
        let made = |left: &Expression, is, right: &Expression| Condition::Compare {
            left: left.clone(),
            is,
            right: right.clone(),
        };
        let others = COMPARISONS.iter().filter(|(_, other)| *other != is);
        let operators = others.map(|(sign, other)| {
            Change::new(
                format!("`{}` → `{sign}`", sign_of(is)),
                made(left, *other, right),
            )
        });
        let on_left = self.expression(left, self.step(right)).into_iter();
        let on_right = self.expression(right, self.step(left)).into_iter();
        operators
            .chain(on_left.map(|change| change.map(|left| made(&left, is, right))))
            .chain(on_right.map(|change| change.map(|right| made(left, is, &right))))
            .collect()
    }

    /// The step between two values of what a figure is compared with.
    fn step(&self, other: &Expression) -> Decimal {
        let Expression::Fact(id) = other else { return Decimal::ONE };
        let fact = self.facts.iter().find(|fact| fact.id == *id);
        match fact.map(|fact| &fact.kind) {
            Some(
                Kind::Count(domain)
                | Kind::Decimal(domain)
                | Kind::Money(domain)
                | Kind::Percent(domain)
                | Kind::Year(domain),
            ) => Decimal::new(1, domain.decimals),
            _ => Decimal::ONE,
        }
    }

    fn dated(&self, series: &[Dated<Condition>]) -> Vec<Change<Condition>> {
        let mut changes = Vec::new();
        for (at, entry) in series.iter().enumerate() {
            let with = |is| {
                let entry = Dated { from: entry.from, is };
                Condition::Dated(replaced(series, at, entry))
            };
            let within = self.condition(&entry.is).into_iter();
            changes.extend(within.map(|change| change.map(with)));
        }
        let moved = shifted(series).into_iter();
        changes.extend(moved.map(|change| change.map(Condition::Dated)));
        changes
    }
}

const COMPARISONS: [(&str, Comparison); 6] = [
    (">=", Comparison::AtLeast),
    (">", Comparison::MoreThan),
    ("<=", Comparison::AtMost),
    ("<", Comparison::LessThan),
    ("=", Comparison::Equal),
    ("!=", Comparison::Unequal),
];

fn sign_of(is: Comparison) -> &'static str {
    COMPARISONS.iter().find(|(_, other)| *other == is).map_or("", |(sign, _)| sign)
}

/// One step less and one step more.
fn beside(number: Decimal, step: Decimal) -> impl Iterator<Item = Decimal> {
    let less = number.checked_sub(step);
    let more = number.checked_add(step);
    [less, more].into_iter().flatten().map(|it| it.normalize())
}

fn days_beside(date: Date) -> impl Iterator<Item = Date> {
    [date.yesterday(), date.tomorrow()].into_iter().flatten()
}

/// A series with one of its days a day earlier or later, where the order allows it. The
/// first day decides nothing: before it the first wording is read.
fn shifted<T: Clone>(series: &[Dated<T>]) -> Vec<Change<Vec<Dated<T>>>> {
    let mut changes = Vec::new();
    for (at, entry) in series.iter().enumerate().skip(1) {
        for day in days_beside(entry.from) {
            let moved = Dated { from: day, is: entry.is.clone() };
            let changed = replaced(series, at, moved);
            if changed.is_sorted_by(|left, right| left.from < right.from) {
                let says = format!("`{}` → `{day}`", entry.from);
                changes.push(Change::new(says, changed));
            }
        }
    }
    changes
}

fn replaced<T: Clone>(members: &[T], at: usize, by: T) -> Vec<T> {
    let mut members = members.to_vec();
    if let Some(member) = members.get_mut(at) {
        *member = by;
    }
    members
}

fn without<T: Clone>(members: &[T], at: usize) -> Vec<T> {
    let kept = members.iter().enumerate().filter(|(index, _)| *index != at);
    kept.map(|(_, member)| member.clone()).collect()
}
