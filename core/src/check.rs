//! Checks a pack at the door, so that nothing can fail behind it.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::award::{Amount, GroupRule};
use crate::citation::Citation;
use crate::condition::{Condition, Dated, Expression};
use crate::date::Date;
use crate::exact;
use crate::fact::{Domain, Fact, Kind};
use crate::id::{FactId, OptionId, SectionId};
use crate::pack::{PackError, PackFile};
use crate::sorted::{by_id, insert};
use crate::space::Space;
use crate::value::Value;

/// How deep a condition may be nested, and how deep facts may rest on facts: what is read
/// by recursion must not outgrow the stack of a browser.
const MOST_DEPTH: usize = 64;
const MOST_CHAIN: usize = 16;

const TWICE: &str = "stands twice";

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
pub(crate) fn walk<'c>(condition: &'c Condition, visit: &mut dyn FnMut(&'c Condition)) {
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

fn walk_expression<'c>(expression: &'c Expression, visit: &mut dyn FnMut(&'c Condition)) {
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

fn walk_amount<'c>(amount: &'c Amount, visit: &mut dyn FnMut(&'c Condition)) {
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
    let mut checker = Checker {
        file,
        space: &space,
        facts_before: file.facts.len(),
        depth: 0,
        place: String::new(),
        refusal: None,
    };
    let steps = [
        Checker::parameters,
        Checker::facts,
        Checker::chains,
        Checker::questions,
        Checker::awards,
        Checker::groups,
    ];
    for step in steps {
        // What was not refused is not too deep for the next one.
        if checker.refusal.is_none() {
            step(&mut checker);
        }
    }
    match checker.refusal {
        Some(refusal) => Err(refusal),
        None => Ok(space),
    }
}

fn at(place: &str, problem: String) -> PackError {
    PackError::Invalid { place: place.to_owned(), problem }
}

/// The id that stands twice, if one does.
fn twice<'a>(ids: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let ids = by_id(ids);
    ids.windows(2).find_map(|pair| match pair {
        [(left, _), (right, _)] if left == right => Some(*left),
        _ => None,
    })
}

fn facts(file: &PackFile) -> Result<Space, PackError> {
    const MOST_FACTS: usize = 1 << 20;
    if file.facts.len() > MOST_FACTS {
        return Err(at("facts", format!("more than {MOST_FACTS}")));
    }
    if let Some(id) = twice(file.facts.iter().map(|fact| fact.id.as_str())) {
        return Err(at(&format!("fact `{id}`"), TWICE.to_owned()));
    }
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
            let twice = twice(options.iter().map(OptionId::as_str));
            if options.is_empty() || options.len() > most || twice.is_some() {
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
            let options: Vec<String> = options.iter().map(ToString::to_string).collect();
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

/// Looks at everything and keeps the first refusal: without a way out after each step, its
/// code is a good deal smaller.
struct Checker<'p> {
    file: &'p PackFile,
    space: &'p Space,
    /// Facts that may be named: those before this index.
    facts_before: usize,
    /// How deep the condition at hand is nested.
    depth: usize,
    /// What is looked at.
    place: String,
    refusal: Option<PackError>,
}

impl<'p> Checker<'p> {
    fn refuse(&mut self, problem: String) {
        if self.refusal.is_none() {
            self.refusal = Some(at(&self.place, problem));
        }
    }

    /// From here on, what is refused is this.
    fn look_at(&mut self, what: &str, id: &str) {
        self.place = format!("{what} `{id}`");
    }

    fn unique<'a>(&mut self, what: &str, ids: impl Iterator<Item = &'a str>) {
        if let Some(id) = twice(ids) {
            self.look_at(what, id);
            self.refuse(TWICE.to_owned());
        }
    }

    fn series<T>(&mut self, series: &[Dated<T>]) {
        let rising = series.is_sorted_by(|left, right| left.from < right.from);
        if series.is_empty() || !rising {
            let problem =
                "a dated series must be non-empty, sorted and free of repetition";
            self.refuse(problem.to_owned());
        }
    }

    /// Refuses figures beyond what facts may hold: larger ones are typing errors.
    fn bounded(&mut self, number: Decimal) {
        let limit = Decimal::from(Domain::LIMIT);
        if number.abs() > limit {
            self.refuse(format!("`{number}` lies beyond {limit}"));
        }
    }

    fn parameters(&mut self) {
        for (parameter, series) in &self.file.parameters {
            self.look_at("parameter", parameter.as_str());
            self.series(series);
            for entry in series {
                self.bounded(entry.is);
            }
        }
    }

    fn facts(&mut self) {
        for (index, fact) in self.file.facts.iter().enumerate() {
            self.look_at("fact", fact.id.as_str());
            self.facts_before = index;
            if let Some(formula) = &fact.derived {
                self.number(formula, false);
            }
            if let Some(applies) = &fact.applies {
                self.condition(&applies.asked_if, false);
            }
        }
        self.facts_before = self.file.facts.len();
    }

    /// Facts that rest on facts that rest on facts: each step is a level of its own.
    fn chains(&mut self) {
        let mut depths: Vec<usize> = Vec::with_capacity(self.file.facts.len());
        for fact in &self.file.facts {
            let space = self.space;
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
                self.look_at("fact", fact.id.as_str());
                self.refuse(format!(
                    "rests on other facts more than {MOST_CHAIN} levels deep"
                ));
            }
            depths.push(deepest);
        }
    }

    fn fact(&mut self, id: &FactId) -> Option<&'p Kind> {
        let index = self.space.fact(id);
        let fact = index.and_then(|index| self.file.facts.get(index));
        match (index, fact) {
            (Some(index), Some(fact)) if index < self.facts_before => {
                return Some(&fact.kind);
            }
            (Some(_), Some(_)) => {
                self.refuse(format!("names the fact `{id}`, which stands later"));
            }
            _ => {
                self.refuse(format!(
                    "names the fact `{id}`, which the pack does not have"
                ));
            }
        }
        None
    }

    /// One level further in, where that is not too deep.
    fn deeper(&mut self, look: impl FnOnce(&mut Self)) {
        if self.depth >= MOST_DEPTH {
            self.refuse(format!("is nested more than {MOST_DEPTH} levels deep"));
            return;
        }
        self.depth += 1;
        look(self);
        self.depth -= 1;
    }

    fn conditions(&mut self, conditions: &[Condition], reviews: bool) {
        for condition in conditions {
            self.condition(condition, reviews);
        }
    }

    fn condition(&mut self, condition: &Condition, reviews: bool) {
        self.deeper(|it| it.condition_here(condition, reviews));
    }

    fn condition_here(&mut self, condition: &Condition, reviews: bool) {
        match condition {
            Condition::All(members) | Condition::Any(members) => {
                self.conditions(members, reviews);
            }
            Condition::Not(inner) => self.condition(inner, reviews),
            Condition::AtLeast { n, of } => {
                let n = *n as usize;
                if n == 0 || n > of.len() {
                    self.refuse(format!("asks for {n} of {} conditions", of.len()));
                }
                self.conditions(of, reviews);
            }
            Condition::If { when, then, otherwise } => {
                for inner in [when, then, otherwise] {
                    self.condition(inner, reviews);
                }
            }
            Condition::Yes(fact) => match self.fact(fact) {
                Some(Kind::YesNo) => {}
                kind => self.mismatch(fact, kind, "a yes/no fact"),
            },
            Condition::OneOf { fact, options } => match self.fact(fact) {
                Some(Kind::Choice(all)) => {
                    if options.is_empty() {
                        self.refuse(format!("`{fact}` is compared with no option"));
                    }
                    for option in options {
                        self.option(fact, all, option);
                    }
                }
                kind => self.mismatch(fact, kind, "a choice"),
            },
            Condition::Has { fact, option } => match self.fact(fact) {
                Some(Kind::Choices(all)) => self.option(fact, all, option),
                kind => self.mismatch(fact, kind, "several choices"),
            },
            Condition::Within { fact, .. } => match self.fact(fact) {
                Some(Kind::Jurisdiction) => {}
                kind => self.mismatch(fact, kind, "a place"),
            },
            Condition::Compare { left, right, .. } => {
                let left = self.expression(left, reviews);
                if left != self.expression(right, reviews) {
                    self.refuse("compares a number with a date".to_owned());
                }
            }
            Condition::Review(review) => {
                if !reviews {
                    let problem =
                        format!("has the review leaf `{review}` outside a criterion");
                    self.refuse(problem);
                }
            }
            Condition::Dated(series) => {
                self.series(series);
                for entry in series {
                    self.condition(&entry.is, reviews);
                }
            }
        }
    }

    fn option(&mut self, fact: &FactId, all: &[OptionId], option: &OptionId) {
        if !all.contains(option) {
            self.refuse(format!("`{fact}` has no option `{option}`"));
        }
    }

    fn mismatch(&mut self, fact: &FactId, kind: Option<&Kind>, expected: &str) {
        // A fact that is not there was refused already.
        let Some(kind) = kind else { return };
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
        self.refuse(format!("`{fact}` is {found}, expected {expected}"));
    }

    fn number(&mut self, expression: &Expression, reviews: bool) {
        if self.expression(expression, reviews) == Yields::Date {
            self.refuse("found a date, expected a number".to_owned());
        }
    }

    fn numbers(&mut self, members: &[Expression], reviews: bool) {
        for member in members {
            self.number(member, reviews);
        }
    }

    fn expression(&mut self, expression: &Expression, reviews: bool) -> Yields {
        let mut yields = Yields::Number;
        self.deeper(|it| yields = it.expression_here(expression, reviews));
        yields
    }

    fn expression_here(&mut self, expression: &Expression, reviews: bool) -> Yields {
        match expression {
            Expression::Number(number) => self.bounded(*number),
            Expression::Date(_) => return Yields::Date,
            Expression::Fact(fact) => match self.fact(fact) {
                Some(
                    Kind::Count(_)
                    | Kind::Decimal(_)
                    | Kind::Money(_)
                    | Kind::Percent(_)
                    | Kind::Year(_),
                ) => {}
                Some(Kind::Date) => return Yields::Date,
                kind => self.mismatch(fact, kind, "a number or a date"),
            },
            Expression::Parameter(parameter) => {
                if !self.file.parameters.contains_key(parameter) {
                    let problem =
                        format!("names the parameter `{parameter}`, which is not there");
                    self.refuse(problem);
                }
            }
            Expression::Sum(members) | Expression::Product(members) => {
                self.numbers(members, reviews);
            }
            Expression::Min(members) | Expression::Max(members) => {
                if members.is_empty() {
                    self.refuse("takes the least or greatest of nothing".to_owned());
                }
                self.numbers(members, reviews);
            }
            Expression::Less(left, right) => {
                self.number(left, reviews);
                self.number(right, reviews);
            }
            Expression::Quotient { dividend, divisor, otherwise } => {
                self.number(dividend, reviews);
                self.number(divisor, reviews);
                if let Some(otherwise) = otherwise {
                    self.number(otherwise, reviews);
                }
            }
            Expression::Count(conditions) => self.conditions(conditions, reviews),
            Expression::If { when, then, otherwise } => {
                self.condition(when, reviews);
                let then = self.expression(then, reviews);
                if then != self.expression(otherwise, reviews) {
                    self.refuse("an `if` yields a number or a date".to_owned());
                }
                return then;
            }
        }
        Yields::Number
    }

    fn questions(&mut self) {
        let questions = &self.file.questions;
        self.unique("section", self.file.sections.iter().map(SectionId::as_str));
        self.unique("question", questions.iter().map(|question| question.id.as_str()));
        let facts = questions.iter().flat_map(|it| &it.facts).map(FactId::as_str);
        self.unique("a question about", facts);
        for question in questions {
            self.look_at("question", question.id.as_str());
            if !self.file.sections.contains(&question.section) {
                self.refuse(format!("names no section: `{}`", question.section));
            }
            if question.facts.is_empty() {
                self.refuse("asks nothing".to_owned());
            }
            for fact in &question.facts {
                self.fact(fact);
            }
            for earlier in &question.after {
                if !questions.iter().any(|other| other.id == *earlier) {
                    self.refuse(format!("comes after `{earlier}`, which is not there"));
                }
            }
        }
    }

    fn awards(&mut self) {
        let awards = &self.file.awards;
        if !awards.is_sorted_by(|left, right| left.id < right.id) {
            self.place = "awards".to_owned();
            self.refuse("must be sorted by id, each once".to_owned());
        }
        for award in awards {
            self.look_at("award", award.id.as_str());
            if award.criteria.is_empty() {
                self.refuse("has no criterion".to_owned());
            }
            self.cited(&award.cite);
            for criterion in &award.criteria {
                self.cited(&criterion.cite);
                self.condition(&criterion.condition, true);
            }
            self.amount(&award.amount, true);
            if let Amount::Matching { ratio, .. } = &award.amount {
                self.bounded(*ratio);
            }
        }
    }

    fn cited(&mut self, cite: &Citation) {
        if !self.file.documents.iter().any(|it| it.id == cite.document) {
            self.refuse(format!("cites `{}`, which is not there", cite.document));
        }
    }

    fn amount(&mut self, amount: &Amount, tiers: bool) {
        for expression in expressions(amount) {
            self.number(expression, false);
        }
        let Amount::Tiers(list) = amount else { return };
        let Some((last, earlier)) = list.split_last() else {
            return self.refuse("has no tier".to_owned());
        };
        if !tiers {
            return self.refuse("has tiers inside a tier".to_owned());
        }
        if last.when.is_some() || earlier.iter().any(|tier| tier.when.is_none()) {
            let problem = "the last tier, and only that one, has no condition";
            self.refuse(problem.to_owned());
        }
        for tier in list {
            if let Some(when) = &tier.when {
                self.condition(when, false);
            }
            self.amount(&tier.amount, false);
        }
    }

    fn groups(&mut self) {
        let groups = &self.file.groups;
        self.unique("group", groups.iter().map(|group| group.id.as_str()));
        for group in groups {
            self.look_at("group", group.id.as_str());
            if let GroupRule::Cap(cap) = &group.rule {
                self.number(cap, false);
                let mut rests = false;
                if self.refusal.is_none() {
                    facts_of(cap, &mut |_| rests = true);
                }
                if rests {
                    self.refuse("its cap rests on a fact, expected a sum".to_owned());
                }
            }
            for id in &group.awards {
                let known = self.file.awards.binary_search_by(|award| award.id.cmp(id));
                if known.is_err() {
                    self.refuse(format!("names `{id}`, which is not there"));
                }
            }
        }
    }
}

/// Visits every fact that a condition names, those in its arithmetic included.
pub(crate) fn facts_in<'c>(condition: &'c Condition, visit: &mut dyn FnMut(&'c FactId)) {
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
fn facts_of<'c>(expression: &'c Expression, visit: &mut dyn FnMut(&'c FactId)) {
    expression.facts(visit);
    let mut conditions = Vec::new();
    walk_expression(expression, &mut |it| conditions.push(it));
    for condition in conditions {
        facts_in(condition, visit);
    }
}
