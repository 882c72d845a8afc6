//! The case that an award lacks: one like those it has, but for one or two facts.

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::{
    Amounts, Answer, Answers, Condition, Date, Decimal, Determination, Domain,
    Expression, Fact, FactId, Kind, Pack, Value, Verdict, assess,
};

use crate::parse::{FactDecl, VERDICTS};
use crate::resolve::{Given, Resolved, ResolvedAward};

type Answered = BTreeMap<FactId, Given>;

/// A case that tells the award in `before` from the one in `after`, written as an author
/// would; `None` where none was found.
pub(super) fn find(
    award: &ResolvedAward<'_>,
    resolved: &Resolved<'_>,
    before: &Pack,
    after: &Pack,
    days: &BTreeSet<Date>,
) -> Option<String> {
    let facts = &before.file().facts;
    let figures = figures([before, after]);
    let asked = facts.iter().filter(|fact| fact.derived.is_none());
    let steps: Vec<(FactId, Given)> = asked
        .flat_map(|fact| {
            let values = values(fact, &figures).into_iter();
            values.map(|value| (fact.id.clone(), Given::Known(value)))
        })
        .collect();
    let tell = Tell { award, resolved, before, after, days };
    let bases: Vec<&Answered> = award.cases.iter().map(|case| &case.given).collect();
    for base in &bases {
        for (fact, given) in &steps {
            let mut answered = (*base).clone();
            answered.insert(fact.clone(), given.clone());
            if let Some(case) = tell.apart(base, &answered) {
                return Some(case);
            }
        }
    }
    for base in bases {
        for (at, (fact, given)) in steps.iter().enumerate() {
            let more = steps.iter().skip(at + 1).filter(|(other, _)| other != fact);
            for (other, value) in more {
                let mut answered = base.clone();
                answered.insert(fact.clone(), given.clone());
                answered.insert(other.clone(), value.clone());
                if let Some(case) = tell.apart(base, &answered) {
                    return Some(case);
                }
            }
        }
    }
    None
}

struct Tell<'a, 'd> {
    award: &'a ResolvedAward<'d>,
    resolved: &'a Resolved<'d>,
    before: &'a Pack,
    after: &'a Pack,
    days: &'a BTreeSet<Date>,
}

impl Tell<'_, '_> {
    /// The case of these answers, where the two awards differ on them.
    fn apart(&self, base: &Answered, answered: &Answered) -> Option<String> {
        let id = &self.award.award.id;
        let old = self.answers(self.before, answered)?;
        let new = self.answers(self.after, answered)?;
        for day in self.days.iter().rev() {
            let before = assess(self.before, &old, *day);
            let after = assess(self.after, &new, *day);
            let (before, after) = (before.get(id)?, after.get(id)?);
            let same = before.verdict == after.verdict
                && before.amount == after.amount
                && before.missing.iter().eq(&after.missing);
            if !same {
                return Some(self.written(base, answered, *day, before));
            }
        }
        None
    }

    fn answers(&self, pack: &Pack, answered: &Answered) -> Option<Answers> {
        let mut answers = Answers::new();
        for (fact, given) in answered {
            let known = match given {
                Given::Known(value) => Answer::Known(value.clone()),
                Given::Range { min, max } => Answer::Range { min: *min, max: *max },
                Given::DontKnow => Answer::Unknown,
            };
            if pack.fact(fact).is_some() {
                answers.set(pack, fact, Some(known)).ok()?;
            }
        }
        Some(answers)
    }

    /// As it would stand under `cases`: what `base` of the award says is left out.
    fn written(
        &self,
        base: &Answered,
        answered: &Answered,
        day: Date,
        found: &Determination<'_>,
    ) -> String {
        let of_award: Vec<&str> =
            self.award.decl.base.iter().map(|(fact, _)| fact.value.as_str()).collect();
        let mut given = Vec::new();
        for (id, value) in answered {
            let Some(decl) = self.decl(id) else { continue };
            let in_base = of_award.contains(&decl.name.value.as_str())
                || of_award.contains(&decl.id.value.as_str());
            // The base of the award holds for every case that says nothing else.
            if !in_base || base.get(id) != Some(value) {
                given.push(format!("{}: {}", decl.name.value, self.value(decl, value)));
            }
        }
        let verdict = VERDICTS.iter().find(|(_, it)| *it == found.verdict);
        let verdict = verdict.map_or("", |(word, _)| word);
        let mut case = String::from("{name: …, ");
        if day != Date::MAX {
            case.push_str(&format!("as_of: {day}, "));
        }
        case.push_str(&format!("given: {{{}}}, expect: {verdict}", given.join(", ")));
        if found.verdict == Verdict::Eligible {
            case.push_str(&format!(", amount: {}", amount(found.amount)));
        }
        if found.verdict == Verdict::Undetermined {
            let names = found
                .missing
                .iter()
                .filter_map(|fact| Some(self.decl(&fact.id)?.name.value.clone()));
            case.push_str(&format!(
                ", missing: [{}]",
                names.collect::<Vec<_>>().join(", ")
            ));
        }
        case.push('}');
        case
    }

    fn decl(&self, id: &FactId) -> Option<&FactDecl> {
        let found = self.resolved.facts.iter().find(|(_, fact)| fact.id == *id);
        found.map(|(decl, _)| *decl)
    }

    fn value(&self, decl: &FactDecl, given: &Given) -> String {
        let number = |number: Decimal| match &decl.kind {
            crate::parse::FactKind::Money(_) => money(number),
            crate::parse::FactKind::Percent(_) => format!("{}%", number.normalize()),
            _ => number.normalize().to_string(),
        };
        let option = |id: &str| {
            let options = decl.kind.options();
            let found = options.iter().find(|option| option.id.value == id);
            let name = found.map(|it| it.alias.as_ref().unwrap_or(&it.words.zh));
            name.map_or_else(|| id.to_owned(), Clone::clone)
        };
        match given {
            Given::DontKnow => "null".to_owned(),
            Given::Range { min, max } => {
                let end =
                    |end: &Option<Decimal>| end.map_or_else(|| "null".to_owned(), number);
                format!("{{min: {}, max: {}}}", end(min), end(max))
            }
            Given::Known(Value::YesNo(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
            Given::Known(Value::Number(it)) => number(*it),
            Given::Known(Value::Date(date)) => date.to_string(),
            Given::Known(Value::Choice(id)) => option(id.as_str()),
            Given::Known(Value::Choices(ids)) => {
                let all: Vec<String> = ids.iter().map(|id| option(id.as_str())).collect();
                format!("[{}]", all.join(", "))
            }
            Given::Known(Value::Jurisdiction(code)) => format!("\"{code}\""),
        }
    }
}

fn amount(amounts: Amounts) -> String {
    match amounts.as_exact() {
        Some(sum) => money(sum),
        None => {
            let max = amounts.max.map_or_else(|| "null".to_owned(), money);
            format!("{{min: {}, max: {max}}}", money(amounts.min))
        }
    }
}

fn money(yuan: Decimal) -> String {
    let units = yuan.checked_div(Decimal::from(10_000)).unwrap_or(yuan).normalize();
    match units.scale() <= 2 && !units.is_zero() {
        true => format!("{units} 万元"),
        false => format!("{} 元", yuan.normalize()),
    }
}

/// Values of a fact that may make a difference.
fn values(fact: &Fact, figures: &BTreeSet<Decimal>) -> Vec<Value> {
    match &fact.kind {
        Kind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        Kind::Choice(options) => options.iter().cloned().map(Value::Choice).collect(),
        Kind::Choices(options) => {
            let one = |option| Value::Choices(vec![option]);
            let mut values = vec![Value::Choices(Vec::new())];
            values.extend(options.iter().cloned().map(one));
            values.push(Value::Choices(options.clone()));
            values
        }
        Kind::Jurisdiction => {
            ["371002", "370902", "510802", "441502", "370600", "100000"]
                .iter()
                .filter_map(|code| code.parse().ok())
                .map(Value::Jurisdiction)
                .collect()
        }
        Kind::Date => Vec::new(),
        Kind::Count(domain)
        | Kind::Decimal(domain)
        | Kind::Money(domain)
        | Kind::Percent(domain)
        | Kind::Year(domain) => {
            numbers(domain, figures).into_iter().map(Value::Number).collect()
        }
    }
}

/// The figures of the award and their neighbours first, then some round numbers.
fn numbers(domain: &Domain, figures: &BTreeSet<Decimal>) -> Vec<Decimal> {
    let step = Decimal::new(1, domain.decimals);
    let beside = |figure: &Decimal| {
        [figure.checked_sub(step), Some(*figure), figure.checked_add(step)]
    };
    let round =
        [6, 7, 9, 4, 5, 8, 2, 1, 0].map(|power| Some(Decimal::from(10_i64.pow(power))));
    let all = figures.iter().flat_map(beside).chain(round).chain([Some(Decimal::ZERO)]);
    let fits = |it: &Decimal| {
        *it >= domain.min
            && domain.max.is_none_or(|max| *it <= max)
            && it.normalize().scale() <= domain.decimals
    };
    all.flatten().filter(fits).collect()
}

/// Every figure that the awards' criteria compare with.
fn figures(packs: [&Pack; 2]) -> BTreeSet<Decimal> {
    let mut figures = BTreeSet::new();
    for pack in packs {
        for award in &pack.file().awards {
            for criterion in &award.criteria {
                in_condition(&criterion.condition, &mut figures);
            }
        }
    }
    figures
}

fn in_condition(condition: &Condition, figures: &mut BTreeSet<Decimal>) {
    match condition {
        Condition::All(members)
        | Condition::Any(members)
        | Condition::AtLeast { of: members, .. } => {
            members.iter().for_each(|member| in_condition(member, figures));
        }
        Condition::Not(inner) => in_condition(inner, figures),
        Condition::If { when, then, otherwise } => {
            for inner in [when, then, otherwise] {
                in_condition(inner, figures);
            }
        }
        Condition::Compare { left, right, .. } => {
            for side in [left, right] {
                if let Expression::Number(number) = side {
                    figures.insert(*number);
                }
            }
        }
        Condition::Dated(series) => {
            series.iter().for_each(|entry| in_condition(&entry.is, figures));
        }
        Condition::Yes(_)
        | Condition::OneOf { .. }
        | Condition::Has { .. }
        | Condition::Within { .. }
        | Condition::Review(_) => {}
    }
}
