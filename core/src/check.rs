//! Checks a pack at the door, so that nothing can fail behind it.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use crate::date::Date;
use rust_decimal::Decimal;

use crate::award::{Amount, GroupRule};
use crate::condition::{Condition, Dated, Expression};
use crate::exact;
use crate::fact::{Domain, Fact, Kind};
use crate::id::{DocumentId, FactId, OptionId, SectionId};
use crate::pack::{PackError, PackFile};
use crate::sorted::{by_id, insert};
use crate::space::Space;
use crate::value::Value;

/// How deep a condition may be nested, and how deep facts may rest on facts: what is read
/// by recursion must not outgrow the stack of a browser.
const MOST_DEPTH: usize = 64;
const MOST_CHAIN: usize = 16;

/// The days on which the meaning of a pack changes, sorted; at least one.
pub(crate) fn days(file: &PackFile) -> Vec<Date> {
    let mut days = Vec::new();
    for series in file.parameters.values() {
        for entry in series {
            insert(&mut days, entry.from);
        }
    }
    let mut collect = |condition: &Condition| {
        if let Condition::Dated(series) = condition {
            for entry in series {
                insert(&mut days, entry.from);
            }
        }
    };
    for fact in &file.facts {
        if let Some(applies) = &fact.applies {
            walk(&applies.asked_if, &mut collect);
        }
        if let Some(formula) = &fact.derived {
            walk_expression(formula, &mut collect);
        }
    }
    for award in &file.awards {
        for criterion in &award.criteria {
            walk(&criterion.condition, &mut collect);
        }
        walk_amount(&award.amount, &mut collect);
    }
    if days.is_empty() {
        days.push(Date::MIN);
    }
    days
}

/// Visits a condition and every condition inside it.
pub(crate) fn walk<'c>(condition: &'c Condition, visit: &mut impl FnMut(&'c Condition)) {
    visit(condition);
    match condition {
        Condition::All(members) | Condition::Any(members) => {
            for member in members {
                walk(member, visit);
            }
        }
        Condition::AtLeast { of, .. } => {
            for member in of {
                walk(member, visit);
            }
        }
        Condition::Not(inner) => walk(inner, visit),
        Condition::If { when, then, otherwise } => {
            for inner in [when, then, otherwise] {
                walk(inner, visit);
            }
        }
        Condition::Dated(series) => {
            for entry in series {
                walk(&entry.is, visit);
            }
        }
        Condition::Compare { left, right, .. } => {
            walk_expression(left, visit);
            walk_expression(right, visit);
        }
        Condition::Yes(_)
        | Condition::OneOf { .. }
        | Condition::Has { .. }
        | Condition::Within { .. }
        | Condition::Review(_) => {}
    }
}

fn walk_expression<'c>(
    expression: &'c Expression,
    visit: &mut impl FnMut(&'c Condition),
) {
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
                walk_expression(member, visit);
            }
        }
        Expression::Less(left, right) => {
            walk_expression(left, visit);
            walk_expression(right, visit);
        }
        Expression::Quotient { dividend, divisor, otherwise } => {
            walk_expression(dividend, visit);
            walk_expression(divisor, visit);
            if let Some(otherwise) = otherwise {
                walk_expression(otherwise, visit);
            }
        }
        Expression::Count(conditions) => {
            for condition in conditions {
                walk(condition, visit);
            }
        }
        Expression::If { when, then, otherwise } => {
            walk(when, visit);
            walk_expression(then, visit);
            walk_expression(otherwise, visit);
        }
    }
}

fn walk_amount<'c>(amount: &'c Amount, visit: &mut impl FnMut(&'c Condition)) {
    for expression in expressions(amount) {
        walk_expression(expression, visit);
    }
    if let Amount::Tiers(tiers) = amount {
        for tier in tiers {
            if let Some(when) = &tier.when {
                walk(when, visit);
            }
            walk_amount(&tier.amount, visit);
        }
    }
}

fn expressions(amount: &Amount) -> Vec<&Expression> {
    match amount {
        Amount::Fixed(sum) | Amount::UpTo(sum) => vec![sum],
        Amount::Rate { percent, base, cap } => {
            [percent, base].into_iter().chain(cap).collect()
        }
        Amount::PerUnit { each, count, cap } => {
            [each, count].into_iter().chain(cap).collect()
        }
        Amount::Matching { grant, cap, .. } => [grant].into_iter().chain(cap).collect(),
        Amount::Tiers(_)
        | Amount::Unspecified
        | Amount::TaxPreference
        | Amount::InKind
        | Amount::Service
        | Amount::Recognition => Vec::new(),
    }
}

/// Checks a pack's shapes, names and types, and lays out its space.
pub(crate) fn check(file: &PackFile) -> Result<Space, PackError> {
    let space = facts(file)?;
    let checker =
        Checker { file, space: &space, facts_before: file.facts.len(), depth: 0 };
    for (parameter, series) in &file.parameters {
        let place = || format!("parameter `{parameter}`");
        sorted(series, place)?;
        for entry in series {
            bounded(entry.is).map_err(|problem| at(&place(), problem))?;
        }
    }
    for (index, fact) in file.facts.iter().enumerate() {
        let place = || format!("fact `{}`", fact.id);
        let checker = Checker { file, space: &space, facts_before: index, depth: 0 };
        if let Some(formula) = &fact.derived {
            checker.number(formula, false).map_err(|problem| at(&place(), problem))?;
        }
        if let Some(applies) = &fact.applies {
            checker
                .condition(&applies.asked_if, false)
                .map_err(|problem| at(&place(), problem))?;
        }
    }
    chains(file, &space)?;
    checker.questions()?;
    checker.awards()?;
    checker.groups()?;
    Ok(space)
}

fn at(place: &str, problem: String) -> PackError {
    PackError::Invalid { place: place.to_owned(), problem }
}

fn sorted<T>(series: &[Dated<T>], place: impl Fn() -> String) -> Result<(), PackError> {
    let rising = series.is_sorted_by(|left, right| left.from < right.from);
    if series.is_empty() || !rising {
        let problem = "a dated series must be non-empty, sorted and free of repetition";
        return Err(at(&place(), problem.to_owned()));
    }
    Ok(())
}

/// Each id once.
fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), PackError> {
    let ids = by_id(ids);
    let twice = ids.windows(2).find_map(|pair| match pair {
        [(left, _), (right, _)] if left == right => Some(*left),
        _ => None,
    });
    match twice {
        Some(id) => Err(at(&format!("{what} `{id}`"), "stands twice".to_owned())),
        None => Ok(()),
    }
}

fn facts(file: &PackFile) -> Result<Space, PackError> {
    const MOST_FACTS: usize = 1 << 20;
    if file.facts.len() > MOST_FACTS {
        return Err(at("facts", format!("more than {MOST_FACTS}")));
    }
    unique("fact", file.facts.iter().map(|fact| fact.id.as_str()))?;
    for fact in &file.facts {
        let place = format!("fact `{}`", fact.id);
        kind(fact).map_err(|problem| at(&place, problem))?;
        if let Some(applies) = &fact.applies {
            value(&fact.kind, &applies.otherwise)
                .map_err(|problem| at(&place, problem))?;
        }
    }
    Ok(Space::new(&file.facts))
}

fn kind(fact: &Fact) -> Result<(), String> {
    const MOST_CHOICES: usize = 32;
    const MOST_OPTIONS: usize = 10_000;
    match &fact.kind {
        Kind::YesNo | Kind::Date | Kind::Jurisdiction => Ok(()),
        Kind::Count(domain) | Kind::Year(domain) => numeric(domain, 0),
        Kind::Money(domain) => numeric(domain, 2),
        Kind::Decimal(domain) | Kind::Percent(domain) => {
            let decimals = domain.decimals;
            if decimals > 4 {
                return Err(format!("found {decimals} decimals, expected at most 4"));
            }
            numeric(domain, decimals)
        }
        Kind::Choice(options) | Kind::Choices(options) => {
            let most = match &fact.kind {
                Kind::Choices(_) => MOST_CHOICES,
                _ => MOST_OPTIONS,
            };
            let distinct = unique("option", options.iter().map(OptionId::as_str));
            if options.is_empty() || options.len() > most || distinct.is_err() {
                return Err(format!("expected 1 to {most} different options"));
            }
            Ok(())
        }
    }
}

fn numeric(domain: &Domain, decimals: u32) -> Result<(), String> {
    if domain.decimals != decimals {
        return Err(format!("found {} decimals, expected {decimals}", domain.decimals));
    }
    let limit = Decimal::from(Domain::LIMIT);
    let max = domain.max.unwrap_or(limit);
    if domain.min < -limit || max > limit {
        return Err(format!("the domain reaches beyond {limit}"));
    }
    // At least one point must lie inside.
    let whole = |number: Decimal| {
        exact::multiply(number, Decimal::from(10_u64.pow(decimals))).unwrap_or_default()
    };
    if exact::ceiling(whole(domain.min)) > exact::floor(whole(max)) {
        return Err(format!("the domain {}..{max} is empty", domain.min));
    }
    Ok(())
}

/// Whether a value is of a kind and inside its domain.
pub(crate) fn value(kind: &Kind, value: &Value) -> Result<(), String> {
    let fits = match (kind, value) {
        (Kind::YesNo, Value::YesNo(_))
        | (Kind::Date, Value::Date(_))
        | (Kind::Jurisdiction, Value::Jurisdiction(_)) => true,
        (
            Kind::Count(domain)
            | Kind::Decimal(domain)
            | Kind::Money(domain)
            | Kind::Percent(domain)
            | Kind::Year(domain),
            Value::Number(number),
        ) => {
            let limit = Decimal::from(Domain::LIMIT);
            let max = domain.max.unwrap_or(limit);
            if *number < domain.min || *number > max {
                return Err(format!(
                    "`{number}` lies outside {}..{max}, both included",
                    domain.min
                ));
            }
            if number.normalize().scale() > domain.decimals {
                return Err(match domain.decimals {
                    0 => format!("`{number}` is no whole number"),
                    decimals => format!("`{number}` has more than {decimals} decimals"),
                });
            }
            true
        }
        (Kind::Choice(options), Value::Choice(option)) => options.contains(option),
        (Kind::Choices(options), Value::Choices(chosen)) => {
            chosen.iter().all(|option| options.contains(option))
        }
        _ => false,
    };
    if fits {
        Ok(())
    } else {
        Err(format!("found {}, expected {}", shown(value), expected(kind)))
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::YesNo(yes) => format!("`{}`", if *yes { "yes" } else { "no" }),
        Value::Number(number) => format!("`{number}`"),
        Value::Date(date) => format!("`{date}`"),
        Value::Choice(option) => format!("`{option}`"),
        Value::Choices(options) => {
            let options: Vec<_> = options.iter().map(|option| option.as_str()).collect();
            format!("`{}`", options.join(", "))
        }
        Value::Jurisdiction(code) => format!("`{code}`"),
    }
}

/// What a kind expects, in words for a message.
pub(crate) fn expected(kind: &Kind) -> String {
    match kind {
        Kind::YesNo => "true or false".to_owned(),
        Kind::Count(_) => "a whole number".to_owned(),
        Kind::Decimal(_) => "a number".to_owned(),
        Kind::Money(_) => "an amount in yuan".to_owned(),
        Kind::Percent(_) => "a percentage".to_owned(),
        Kind::Date => "a date such as 2021-05-17".to_owned(),
        Kind::Year(_) => "a year".to_owned(),
        Kind::Choice(options) => format!("one of {}", listed(options)),
        Kind::Choices(options) => format!("a list of {}", listed(options)),
        Kind::Jurisdiction => "a division code such as 371000".to_owned(),
    }
}

fn listed(options: &[OptionId]) -> String {
    let options: Vec<String> = options.iter().map(|it| format!("`{it}`")).collect();
    options.join(", ")
}

/// What an expression yields.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Yields {
    Number,
    Date,
}

struct Checker<'p> {
    file: &'p PackFile,
    space: &'p Space,
    /// Facts that may be named: those before this index.
    facts_before: usize,
    /// How deep the fact at hand and the condition inside it are nested.
    depth: usize,
}

impl Checker<'_> {
    fn fact(&self, id: &FactId) -> Result<&Kind, String> {
        let index = self.space.fact(id);
        let fact = index.and_then(|index| self.file.facts.get(index));
        match (index, fact) {
            (Some(index), Some(fact)) if index < self.facts_before => Ok(&fact.kind),
            (Some(_), Some(_)) => {
                Err(format!("names the fact `{id}`, which stands later"))
            }
            _ => Err(format!("names the fact `{id}`, which the pack does not have")),
        }
    }

    fn condition(&self, condition: &Condition, reviews: bool) -> Result<(), String> {
        self.deeper()?.condition_here(condition, reviews)
    }

    /// The same checker one level further in.
    fn deeper(&self) -> Result<Self, String> {
        let depth = self.depth + 1;
        if depth > MOST_DEPTH {
            return Err(format!("is nested more than {MOST_DEPTH} levels deep"));
        }
        Ok(Self { depth, ..*self })
    }

    fn condition_here(&self, condition: &Condition, reviews: bool) -> Result<(), String> {
        match condition {
            Condition::All(members) | Condition::Any(members) => {
                members.iter().try_for_each(|member| self.condition(member, reviews))
            }
            Condition::Not(inner) => self.condition(inner, reviews),
            Condition::AtLeast { n, of } => {
                let n = *n as usize;
                if n == 0 || n > of.len() {
                    return Err(format!("asks for {n} of {} conditions", of.len()));
                }
                of.iter().try_for_each(|member| self.condition(member, reviews))
            }
            Condition::If { when, then, otherwise } => [when, then, otherwise]
                .into_iter()
                .try_for_each(|inner| self.condition(inner, reviews)),
            Condition::Yes(fact) => match self.fact(fact)? {
                Kind::YesNo => Ok(()),
                kind => Err(mismatch(fact, kind, "a yes/no fact")),
            },
            Condition::OneOf { fact, options } => match self.fact(fact)? {
                Kind::Choice(all) => {
                    let stranger = options.iter().find(|option| !all.contains(option));
                    match stranger {
                        Some(option) => Err(format!("`{fact}` has no option `{option}`")),
                        None if options.is_empty() => {
                            Err(format!("`{fact}` is compared with no option"))
                        }
                        None => Ok(()),
                    }
                }
                kind => Err(mismatch(fact, kind, "a choice")),
            },
            Condition::Has { fact, option } => match self.fact(fact)? {
                Kind::Choices(all) if all.contains(option) => Ok(()),
                Kind::Choices(_) => Err(format!("`{fact}` has no option `{option}`")),
                kind => Err(mismatch(fact, kind, "several choices")),
            },
            Condition::Within { fact, .. } => match self.fact(fact)? {
                Kind::Jurisdiction => Ok(()),
                kind => Err(mismatch(fact, kind, "a place")),
            },
            Condition::Compare { left, right, .. } => {
                let left = self.expression(left, reviews)?;
                let right = self.expression(right, reviews)?;
                if left == right {
                    Ok(())
                } else {
                    Err("compares a number with a date".to_owned())
                }
            }
            Condition::Review(review) if !reviews => {
                Err(format!("has the review leaf `{review}` outside a criterion"))
            }
            Condition::Review(_) => Ok(()),
            Condition::Dated(series) => {
                sorted(series, || "a criterion".to_owned())
                    .map_err(|error| error.to_string())?;
                series.iter().try_for_each(|entry| self.condition(&entry.is, reviews))
            }
        }
    }

    fn number(&self, expression: &Expression, reviews: bool) -> Result<(), String> {
        match self.expression(expression, reviews)? {
            Yields::Number => Ok(()),
            Yields::Date => Err("found a date, expected a number".to_owned()),
        }
    }

    fn expression(
        &self,
        expression: &Expression,
        reviews: bool,
    ) -> Result<Yields, String> {
        self.deeper()?.expression_here(expression, reviews)
    }

    fn expression_here(
        &self,
        expression: &Expression,
        reviews: bool,
    ) -> Result<Yields, String> {
        let numbers = |members: &[Expression]| {
            members.iter().try_for_each(|member| self.number(member, reviews))
        };
        match expression {
            Expression::Number(number) => bounded(*number).map(|()| Yields::Number),
            Expression::Date(_) => Ok(Yields::Date),
            Expression::Fact(fact) => match self.fact(fact)? {
                Kind::Count(_)
                | Kind::Decimal(_)
                | Kind::Money(_)
                | Kind::Percent(_)
                | Kind::Year(_) => Ok(Yields::Number),
                Kind::Date => Ok(Yields::Date),
                kind => Err(mismatch(fact, kind, "a number or a date")),
            },
            Expression::Parameter(parameter) => {
                if self.file.parameters.contains_key(parameter) {
                    Ok(Yields::Number)
                } else {
                    Err(format!("names the parameter `{parameter}`, which is not there"))
                }
            }
            Expression::Sum(members) | Expression::Product(members) => {
                numbers(members).map(|()| Yields::Number)
            }
            Expression::Min(members) | Expression::Max(members) => {
                if members.is_empty() {
                    return Err("takes the least or greatest of nothing".to_owned());
                }
                numbers(members).map(|()| Yields::Number)
            }
            Expression::Less(left, right) => {
                self.number(left, reviews)?;
                self.number(right, reviews)?;
                Ok(Yields::Number)
            }
            Expression::Quotient { dividend, divisor, otherwise } => {
                for part in [Some(dividend), Some(divisor), otherwise.as_ref()] {
                    part.map_or(Ok(()), |part| self.number(part, reviews))?;
                }
                Ok(Yields::Number)
            }
            Expression::Count(conditions) => {
                conditions
                    .iter()
                    .try_for_each(|condition| self.condition(condition, reviews))?;
                Ok(Yields::Number)
            }
            Expression::If { when, then, otherwise } => {
                self.condition(when, reviews)?;
                let then = self.expression(then, reviews)?;
                if then == self.expression(otherwise, reviews)? {
                    Ok(then)
                } else {
                    Err("an `if` yields a number or a date".to_owned())
                }
            }
        }
    }

    fn questions(&self) -> Result<(), PackError> {
        let questions = &self.file.questions;
        unique("section", self.file.sections.iter().map(SectionId::as_str))?;
        unique("question", questions.iter().map(|question| question.id.as_str()))?;
        unique(
            "a question about",
            questions.iter().flat_map(|it| &it.facts).map(FactId::as_str),
        )?;
        for question in questions {
            let place = format!("question `{}`", question.id);
            if !self.file.sections.contains(&question.section) {
                let problem = format!("names no section: `{}`", question.section);
                return Err(at(&place, problem));
            }
            if question.facts.is_empty() {
                return Err(at(&place, "asks nothing".to_owned()));
            }
            for fact in &question.facts {
                self.fact(fact).map_err(|problem| at(&place, problem))?;
            }
            for earlier in &question.after {
                if !questions.iter().any(|other| other.id == *earlier) {
                    let problem = format!("comes after `{earlier}`, which is not there");
                    return Err(at(&place, problem));
                }
            }
        }
        Ok(())
    }

    fn awards(&self) -> Result<(), PackError> {
        let known = |id: &DocumentId| self.file.documents.iter().any(|it| it.id == *id);
        let rising = self.file.awards.is_sorted_by(|left, right| left.id < right.id);
        if !rising {
            let problem = "must be sorted by id, each once".to_owned();
            return Err(at("awards", problem));
        }
        for award in &self.file.awards {
            let place = format!("award `{}`", award.id);
            if award.criteria.is_empty() {
                return Err(at(&place, "has no criterion".to_owned()));
            }
            let cites = award.criteria.iter().map(|criterion| &criterion.cite);
            for cite in cites.chain([&award.cite]) {
                if !known(&cite.document) {
                    let problem =
                        format!("cites `{}`, which is not there", cite.document);
                    return Err(at(&place, problem));
                }
            }
            for criterion in &award.criteria {
                self.condition(&criterion.condition, true)
                    .map_err(|problem| at(&place, problem))?;
            }
            self.amount(&award.amount, true).map_err(|problem| at(&place, problem))?;
            if let Amount::Matching { ratio, .. } = &award.amount {
                bounded(*ratio).map_err(|problem| at(&place, problem))?;
            }
        }
        Ok(())
    }

    fn amount(&self, amount: &Amount, tiers: bool) -> Result<(), String> {
        for expression in expressions(amount) {
            self.number(expression, false)?;
        }
        let Amount::Tiers(list) = amount else { return Ok(()) };
        let Some((last, earlier)) = list.split_last() else {
            return Err("has no tier".to_owned());
        };
        if !tiers {
            return Err("has tiers inside a tier".to_owned());
        }
        if last.when.is_some() || earlier.iter().any(|tier| tier.when.is_none()) {
            return Err("the last tier, and only that one, has no condition".to_owned());
        }
        for tier in list {
            if let Some(when) = &tier.when {
                self.condition(when, false)?;
            }
            self.amount(&tier.amount, false)?;
        }
        Ok(())
    }

    fn groups(&self) -> Result<(), PackError> {
        unique("group", self.file.groups.iter().map(|group| group.id.as_str()))?;
        for group in &self.file.groups {
            let place = format!("group `{}`", group.id);
            if let GroupRule::Cap(cap) = &group.rule {
                self.number(cap, false).map_err(|problem| at(&place, problem))?;
                let mut rests = false;
                facts_of(cap, &mut |_| rests = true);
                if rests {
                    let problem = "its cap rests on a fact, expected a sum".to_owned();
                    return Err(at(&place, problem));
                }
            }
            for id in &group.awards {
                let known = self.file.awards.binary_search_by(|award| award.id.cmp(id));
                if known.is_err() {
                    return Err(at(&place, format!("names `{id}`, which is not there")));
                }
            }
        }
        Ok(())
    }
}

/// Facts that rest on facts that rest on facts: each step is a level of its own.
fn chains(file: &PackFile, space: &Space) -> Result<(), PackError> {
    let mut depths: Vec<usize> = Vec::with_capacity(file.facts.len());
    for fact in &file.facts {
        let mut deepest = 0;
        let mut visit = |id: &FactId| {
            let depth = space.fact(id).and_then(|index| depths.get(index));
            deepest = deepest.max(depth.map_or(0, |depth| depth + 1));
        };
        if let Some(formula) = &fact.derived {
            facts_of(formula, &mut visit);
        }
        if let Some(applies) = &fact.applies {
            facts_in(&applies.asked_if, &mut visit);
        }
        if deepest > MOST_CHAIN {
            let problem =
                format!("rests on other facts more than {MOST_CHAIN} levels deep");
            return Err(at(&format!("fact `{}`", fact.id), problem));
        }
        depths.push(deepest);
    }
    Ok(())
}

/// Visits every fact that a condition names, those in its arithmetic included.
pub(crate) fn facts_in<'c>(condition: &'c Condition, visit: &mut impl FnMut(&'c FactId)) {
    let mut sides: Vec<&'c Expression> = Vec::new();
    walk(condition, &mut |it| match it {
        Condition::Yes(fact)
        | Condition::OneOf { fact, .. }
        | Condition::Has { fact, .. }
        | Condition::Within { fact, .. } => visit(fact),
        Condition::Compare { left, right, .. } => sides.extend([left, right]),
        _ => {}
    });
    for side in sides {
        side.facts(visit);
    }
}

/// Visits every fact that an expression names, those in its conditions included.
fn facts_of<'c>(expression: &'c Expression, visit: &mut impl FnMut(&'c FactId)) {
    expression.facts(visit);
    let mut conditions = Vec::new();
    walk_expression(expression, &mut |it| conditions.push(it));
    for condition in conditions {
        facts_in(condition, visit);
    }
}

/// Refuses figures beyond what facts may hold: larger ones are typing errors.
fn bounded(number: Decimal) -> Result<(), String> {
    let limit = Decimal::from(Domain::LIMIT);
    if number.abs() > limit {
        Err(format!("`{number}` lies beyond {limit}"))
    } else {
        Ok(())
    }
}

fn mismatch(fact: &FactId, kind: &Kind, expected: &str) -> String {
    let found = match kind {
        Kind::YesNo => "yes/no",
        Kind::Count(_) => "a count",
        Kind::Decimal(_) => "a decimal",
        Kind::Money(_) => "money",
        Kind::Percent(_) => "a percentage",
        Kind::Date => "a date",
        Kind::Year(_) => "a year",
        Kind::Choice(_) => "a choice",
        Kind::Choices(_) => "several choices",
        Kind::Jurisdiction => "a place",
    };
    format!("`{fact}` is {found}, expected {expected}")
}
