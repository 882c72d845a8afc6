//! Conditions, values and amounts as a clerk would write them, in each language.
//!
//! The words of facts come from [`Texts`], the grammar from here; both are read off the
//! condition itself, so that what is said and what is decided cannot drift apart.

mod words;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;
use rust_decimal::Decimal;

use crate::answer::Answer;
use crate::award::{Amount, Per, Tier};
use crate::condition::{Comparison, Condition, Expression};
use crate::date::Date;
use crate::determination::Amounts;
use crate::exact;
use crate::fact::{Fact, Kind};
use crate::id::{FactId, OptionId, ParameterId};
use crate::near_miss::{Step, Target};
use crate::pack::Pack;
use crate::text::{FactText, Language, Texts};
use crate::value::Value;
use words::{CHINESE, ENGLISH, TRADITIONAL, Words};

/// A no-break space: between a number and its unit.
const NBSP: char = '\u{a0}';

/// Renders parts of a pack in the language of its texts.
///
/// # Example
///
/// ```
/// use mingbai_core::{Language, prose};
///
/// let money = prose::money(200_000.into(), Language::ChineseSimplified);
/// assert_eq!(money, "20\u{a0}万元");
/// let money = prose::money(200_000.into(), Language::English);
/// assert_eq!(money, "CNY\u{a0}200,000");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Prose<'t> {
    pack: &'t Pack,
    texts: &'t Texts,
    words: &'static Words,
}

impl<'t> Prose<'t> {
    /// Prose of a pack in the language of `texts`, which belong to it.
    pub fn new(pack: &'t Pack, texts: &'t Texts) -> Self {
        let words = match texts.language {
            Language::ChineseSimplified => &CHINESE,
            Language::ChineseTraditional => &TRADITIONAL,
            Language::English => &ENGLISH,
        };
        Self { pack, texts, words }
    }

    fn english(&self) -> bool {
        self.texts.language == Language::English
    }

    fn text(&self, fact: &FactId) -> Option<&'t FactText> {
        self.texts.facts.get(fact)
    }

    /// The name of a fact; its id where the texts lack it.
    pub fn name(&self, fact: &FactId) -> &'t str {
        self.text(fact).map_or("", |text| &text.name)
    }

    /// A condition as one phrase: 年度发明专利授权数不少于 20 件.
    pub fn condition(&self, condition: &Condition) -> String {
        self.phrase(condition, true)
    }

    /// The same, or with `holds` false its denial.
    fn phrase(&self, condition: &Condition, holds: bool) -> String {
        let words = self.words;
        match condition {
            Condition::All(members) => {
                let between = if holds { words.and } else { words.or };
                self.members(members, between, holds)
            }
            Condition::Any(members) => {
                let between = if holds { words.or } else { words.and };
                self.members(members, between, holds)
            }
            Condition::Not(inner) => self.phrase(inner, !holds),
            Condition::AtLeast { n, of } => {
                let (before, after) = words.at_least_of;
                let members = self.members(of, words.stop, true);
                self.denied(holds, format!("{before}{n}{after}{members}"))
            }
            Condition::If { when, then, otherwise } => {
                let (before, middle, after) = words.if_then;
                format!(
                    "{before}{}{middle}{}{after}{}",
                    self.phrase(when, true),
                    self.phrase(then, holds),
                    self.phrase(otherwise, holds)
                )
            }
            Condition::Yes(fact) => {
                let text = self.text(fact);
                let said = text
                    .and_then(|it| if holds { it.yes.as_ref() } else { it.no.as_ref() });
                said.cloned().unwrap_or_else(|| {
                    let answer = if holds { words.yes } else { words.no };
                    let colon = if self.english() { ": " } else { "：" };
                    format!("{}{colon}{answer}", self.name(fact))
                })
            }
            Condition::OneOf { fact, options } => {
                let said = match (holds, self.english(), options.as_slice()) {
                    (false, true, [one, other]) => format!(
                        "neither {} nor {}",
                        self.option(fact, one),
                        self.option(fact, other)
                    ),
                    (false, true, [_, _, ..]) => {
                        format!("none of {}", self.options(fact, options))
                    }
                    (true, ..) => format!("{}{}", words.is, self.options(fact, options)),
                    (false, ..) => {
                        format!("{}{}", words.is_not, self.options(fact, options))
                    }
                };
                format!("{}{}{said}", self.name(fact), words.colon)
            }
            Condition::Has { fact, option } => {
                let has = if holds { words.has } else { words.has_not };
                let option = core::slice::from_ref(option);
                format!(
                    "{}{}{has}{}",
                    self.name(fact),
                    words.colon,
                    self.options(fact, option)
                )
            }
            Condition::Within { fact, division } => {
                let name = self.division(&division.to_string());
                let within = if holds { words.within } else { words.is_not };
                let within = match (holds, self.english()) {
                    (false, false) => "不在",
                    _ => within,
                };
                format!("{}{}{within}{name}", self.name(fact), words.colon)
            }
            Condition::Compare { left, is, right } => {
                let is = if holds { *is } else { opposite(*is) };
                self.comparison(left, is, right)
            }
            Condition::Review(review) => {
                let said = self.texts.reviews.get(review).cloned().unwrap_or_default();
                self.denied(holds, said)
            }
            Condition::Dated(series) => {
                let first = series.get(1).map(|entry| entry.from);
                let said: Vec<String> = series
                    .iter()
                    .enumerate()
                    .map(|(at, entry)| {
                        let said = self.phrase(&entry.is, holds);
                        match first.filter(|_| at == 0) {
                            Some(day) => self.before(day, &said),
                            None if at == 0 => said,
                            None => self.from(entry.from, &said),
                        }
                    })
                    .collect();
                said.join(words.stop)
            }
        }
    }

    fn denied(&self, holds: bool, said: String) -> String {
        if holds { said } else { format!("{}{said}", self.words.not) }
    }

    fn members(&self, members: &[Condition], between: &str, holds: bool) -> String {
        let several = members.len() > 1;
        let said = members.iter().map(|member| {
            let said = self.phrase(member, holds);
            // Or nobody could tell where the inner one ends.
            if several && is_compound(member) { self.bracketed(&said) } else { said }
        });
        said.collect::<Vec<_>>().join(between)
    }

    fn bracketed(&self, said: &str) -> String {
        if self.english() { format!("({said})") } else { format!("（{said}）") }
    }

    /// What applied before a day, said of it.
    fn before(&self, day: Date, said: &str) -> String {
        let day = date(day, self.texts.language);
        let en = if self.english() { "before " } else { "" };
        format!("{en}{day}{}{said}", self.words.before_day)
    }

    /// What applies from a day on, said of it.
    fn from(&self, day: Date, said: &str) -> String {
        let (before, after) = self.words.from_day;
        let day = date(day, self.texts.language);
        format!("{}{after}{said}", self.beside(before, &day))
    }

    /// A Chinese word and a figure with a gap between them.
    fn beside(&self, word: &str, figure: &str) -> String {
        let digit = figure.starts_with(|c: char| c.is_ascii_digit() || c == '−');
        let gap = if digit && !word.is_empty() { self.gap() } else { "" };
        format!("{word}{gap}{figure}")
    }

    /// What introduces the members of a composite condition: 满足一条即可：. `None` for a
    /// leaf.
    pub fn heading(&self, condition: &Condition) -> Option<String> {
        let words = self.words;
        match condition {
            Condition::All(_) => Some(words.all_of.to_owned()),
            Condition::Any(_) => Some(words.any_of.to_owned()),
            Condition::AtLeast { n, .. } => {
                let (before, after) = words.at_least_of;
                Some(format!("{before}{n}{after}"))
            }
            Condition::Not(inner)
                if matches!(
                    **inner,
                    Condition::All(_) | Condition::Any(_) | Condition::AtLeast { .. }
                ) =>
            {
                Some(words.not.to_owned())
            }
            _ => None,
        }
    }

    fn options(&self, fact: &FactId, options: &[OptionId]) -> String {
        let labels = options.iter().map(|option| self.option(fact, option));
        let joints = if self.english() { [",", " or "] } else { ["、", "或"] };
        // Where a label has a comma or an "or" of its own, quotes say where each ends.
        let run_together = options.len() > 1
            && labels.clone().any(|label| joints.iter().any(|it| label.contains(it)));
        let quoted = |label: &str| match (run_together, self.texts.language) {
            (false, _) => label.to_owned(),
            (true, Language::ChineseTraditional) => format!("「{label}」"),
            (true, _) => format!("“{label}”"),
        };
        let labels: Vec<String> = labels.map(quoted).collect();
        match labels.split_last() {
            Some((last, earlier)) if !earlier.is_empty() => {
                let earlier = earlier.join(self.words.list);
                format!("{earlier}{}{last}", self.words.or_last)
            }
            _ => labels.concat(),
        }
    }

    /// The label of an option.
    pub fn option(&self, fact: &FactId, option: &OptionId) -> &'t str {
        let label = self.text(fact).and_then(|text| text.options.get(option));
        label.map_or("", String::as_str)
    }

    fn division(&self, code: &str) -> String {
        self.texts.divisions.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    fn comparison(
        &self,
        left: &Expression,
        is: Comparison,
        right: &Expression,
    ) -> String {
        let words = self.words;
        // A constant reads better on the right.
        let constant =
            |it: &Expression| matches!(it, Expression::Number(_) | Expression::Date(_));
        if constant(left) && !constant(right) {
            return self.comparison(right, mirrored(is), left);
        }
        let name = self.expression(left, Measure::Plain);
        let fact = match left {
            Expression::Fact(fact) => self.pack.fact(fact),
            _ => None,
        };
        if let (Some(fact), Expression::Number(number)) = (fact, right)
            && let Some(said) = self.counted(fact, is, *number)
        {
            return match self.english() {
                true => format!("{name}{}{said}", words.colon),
                false
                    if said.starts_with(words.some.0)
                        || said.starts_with(words.none.0) =>
                {
                    format!("{said}{name}")
                }
                false => format!("{name}{said}"),
            };
        }
        let days = matches!(right, Expression::Date(_))
            || fact.is_some_and(|fact| matches!(fact.kind, Kind::Date | Kind::Year(_)));
        let [not_before, after, not_after, before] = words.days;
        let is = match is {
            Comparison::AtLeast if days => not_before,
            Comparison::MoreThan if days => after,
            Comparison::AtMost if days => not_after,
            Comparison::LessThan if days => before,
            Comparison::Equal if days => words.is,
            Comparison::AtLeast => words.at_least,
            Comparison::MoreThan => words.more_than,
            Comparison::AtMost => words.at_most,
            Comparison::LessThan => words.less_than,
            Comparison::Equal => words.equal,
            Comparison::Unequal => words.unequal,
        };
        let right = self.expression(right, self.measure(left));
        format!("{name}{}{}", words.colon, self.beside(is, &right))
    }

    /// Comparisons that nobody says with `>` and `<`: to have some of it or none, and to
    /// be among the first of a ranking, whose places count from 1.
    fn counted(&self, fact: &Fact, is: Comparison, number: Decimal) -> Option<String> {
        let (Kind::Count(domain) | Kind::Decimal(domain) | Kind::Money(domain)) =
            &fact.kind
        else {
            return None;
        };
        let words = self.words;
        let around = |(before, after): (&str, &str)| format!("{before}{after}");
        match is {
            Comparison::MoreThan if number.is_zero() && domain.min.is_zero() => {
                Some(around(words.some))
            }
            Comparison::AtMost if number.is_zero() && domain.min.is_zero() => {
                Some(around(words.none))
            }
            Comparison::AtMost | Comparison::MoreThan
                if domain.min == Decimal::ONE && matches!(fact.kind, Kind::Count(_)) =>
            {
                let among = match is {
                    Comparison::AtMost => words.among,
                    _ => words.not_among,
                };
                let figure = match self.english() {
                    true => grouped(number),
                    false => self.number(fact, number),
                };
                Some(self.beside(among, &figure))
            }
            _ => None,
        }
    }

    /// What the numbers beside an expression are read as.
    fn measure<'e>(&self, expression: &'e Expression) -> Measure<'e> {
        let facts = |expression: &'e Expression| {
            let mut found = None;
            expression.facts(&mut |fact| {
                found.get_or_insert(fact);
            });
            found
        };
        let kind = |fact: Option<&FactId>| {
            let fact = self.pack.fact(fact?)?;
            Some(core::mem::discriminant(&fact.kind))
        };
        match expression {
            Expression::Quotient { dividend, divisor, .. } => {
                let (over, under) = (facts(dividend), facts(divisor));
                match over {
                    Some(_) if kind(over) == kind(under) => Measure::Share,
                    Some(fact) => Measure::Fact(fact),
                    None => Measure::Plain,
                }
            }
            other => facts(other).map_or(Measure::Plain, Measure::Fact),
        }
    }

    /// An expression; numbers as `measure` has them.
    fn expression(&self, expression: &Expression, measure: Measure<'_>) -> String {
        let words = self.words;
        let joined = |members: &[Expression], between: &str| {
            let said: Vec<_> =
                members.iter().map(|it| self.expression(it, measure)).collect();
            said.join(between)
        };
        let factor = |it: &Expression| match it {
            Expression::Number(number) if number.abs() < Decimal::ONE => percent(*number),
            other => self.expression(other, Measure::Plain),
        };
        match expression {
            Expression::Number(number) => {
                let fact = match measure {
                    Measure::Share => return percent(*number),
                    Measure::Fact(fact) => self.pack.fact(fact),
                    Measure::Plain => None,
                };
                fact.map_or_else(|| grouped(*number), |it| self.number(it, *number))
            }
            Expression::Date(day) => date(*day, self.texts.language),
            Expression::Fact(fact) => self.name(fact).to_owned(),
            Expression::Parameter(parameter) => self.series(parameter, |number| {
                self.expression(&Expression::Number(number), measure)
            }),
            Expression::Sum(members) => {
                format!("{}{}", joined(members, words.sum), words.total)
            }
            Expression::Less(left, right) => format!(
                "{} − {}",
                self.expression(left, measure),
                self.expression(right, measure)
            ),
            Expression::Product(members) => {
                members.iter().map(factor).collect::<Vec<_>>().join(" × ")
            }
            Expression::Quotient { dividend, divisor, .. } => {
                format!("{} ÷ {}", factor(dividend), factor(divisor))
            }
            Expression::Min(members) => {
                format!("{}{}", words.min_of, joined(members, words.list))
            }
            Expression::Max(members) => {
                format!("{}{}", words.max_of, joined(members, words.list))
            }
            Expression::Count(conditions) => {
                let said = self.members(conditions, words.stop, true);
                let space = if self.english() { " " } else { "" };
                format!("{}{space}{}", words.count_of, self.bracketed(&said))
            }
            Expression::If { when, then, otherwise } => {
                let (before, middle, after) = words.if_then;
                format!(
                    "{before}{}{middle}{}{after}{}",
                    self.condition(when),
                    self.expression(then, measure),
                    self.expression(otherwise, measure)
                )
            }
        }
    }

    /// A number of a fact, with its unit: 20 件, 20 万元, 3 %.
    pub fn number(&self, fact: &Fact, number: Decimal) -> String {
        match &fact.kind {
            Kind::Money(_) => money(number, self.texts.language),
            Kind::Percent(_) => format!("{}%", grouped(number)),
            Kind::Year(_) if self.english() => number.normalize().to_string(),
            Kind::Year(_) => format!("{}{NBSP}年", number.normalize()),
            _ => {
                let unit = self.text(&fact.id).and_then(|text| text.unit.as_deref());
                match unit {
                    // English units are plural, and one is none.
                    Some(_) if self.english() && number == Decimal::ONE => "1".to_owned(),
                    Some(unit) => format!("{}{NBSP}{unit}", grouped(number)),
                    None => grouped(number),
                }
            }
        }
    }

    /// A value of a fact.
    pub fn value(&self, fact: &Fact, value: &Value) -> String {
        match value {
            Value::YesNo(true) => self.words.yes.to_owned(),
            Value::YesNo(false) => self.words.no.to_owned(),
            Value::Number(number) => self.number(fact, *number),
            Value::Date(day) => date(*day, self.texts.language),
            Value::Choice(option) => self.option(&fact.id, option).to_owned(),
            Value::Choices(options) => {
                let labels: Vec<_> =
                    options.iter().map(|option| self.option(&fact.id, option)).collect();
                labels.join(self.words.list)
            }
            Value::Jurisdiction(code) => self.division(&code.to_string()),
        }
    }

    /// What was said about a fact.
    pub fn answer(&self, fact: &Fact, answer: &Answer) -> String {
        let (before, between, after) = self.words.between;
        match answer {
            Answer::Unknown => self.words.unknown.to_owned(),
            Answer::Known(value) => self.value(fact, value),
            Answer::Range { min: Some(min), max: Some(max) } => format!(
                "{before}{}{between}{}{after}",
                grouped(*min),
                self.number(fact, *max)
            ),
            Answer::Range { min: Some(min), max: None } => {
                self.beside(self.words.at_least, &self.number(fact, *min))
            }
            Answer::Range { min: None, max: Some(max) } => {
                self.beside(self.words.at_most, &self.number(fact, *max))
            }
            Answer::Range { min: None, max: None } => self.words.unknown.to_owned(),
        }
    }

    /// What an amount grants, as the rule states it: 每家 10 万元，最高 100 万元.
    pub fn amount(&self, amount: &Amount, per: Option<Per>) -> String {
        let words = self.words;
        let said = match amount {
            Amount::Fixed(sum) => self.sum(sum),
            Amount::UpTo(most) => {
                format!("{}{}{}", words.up_to, self.gap(), self.sum(most))
            }
            Amount::Rate { percent, base, cap } => {
                let (before, of) = words.share_of;
                let base = self.expression(base, Measure::Plain);
                let percent = match percent {
                    Expression::Parameter(id) => {
                        self.series(id, |number| format!("{}%", grouped(number)))
                    }
                    other => format!("{}%", self.expression(other, Measure::Plain)),
                };
                let said = match self.english() {
                    true => format!("{percent}{of}{base}"),
                    false => format!("{before}{base}{of} {percent}"),
                };
                self.with_cap(said, cap.as_ref())
            }
            Amount::PerUnit { each, count, cap } => {
                let fact = match self.measure(count) {
                    Measure::Fact(fact) => Some(fact),
                    _ => None,
                };
                let unit = fact
                    .and_then(|fact| self.text(fact))
                    .and_then(|text| text.unit.clone())
                    .unwrap_or_default();
                let sum = self.sum(each);
                let said = match self.english() {
                    true => {
                        format!("{sum} each ({})", self.expression(count, Measure::Plain))
                    }
                    false => format!("{}{unit}{}{sum}", words.each, self.gap()),
                };
                self.with_cap(said, cap.as_ref())
            }
            Amount::Matching { grant, ratio, cap } => {
                let (before, of) = words.matching;
                let grant = self.expression(grant, Measure::Plain);
                let ratio = format!("1:{}", ratio.normalize());
                let said = match self.english() {
                    true => format!("{ratio}{of}{grant}"),
                    false => format!("{before}{grant} {ratio} {of}"),
                };
                self.with_cap(said, cap.as_ref())
            }
            Amount::Tiers(tiers) => {
                let said: Vec<_> = tiers.iter().map(|tier| self.tier(tier)).collect();
                said.join(words.stop)
            }
            Amount::Unspecified => words.unspecified.to_owned(),
            Amount::TaxPreference => words.tax.to_owned(),
            Amount::InKind => words.in_kind.to_owned(),
            Amount::Service => words.service.to_owned(),
            Amount::Recognition => words.recognition.to_owned(),
        };
        let how_often = match per {
            None => "",
            Some(Per::Year) => words.per_year,
            Some(Per::Item) => match amount {
                Amount::PerUnit { .. } => "",
                _ => words.per_item,
            },
            Some(Per::Once) => words.once,
        };
        format!("{said}{how_often}")
    }

    fn tier(&self, tier: &Tier) -> String {
        let amount = self.amount(&tier.amount, None);
        match (&tier.when, self.english()) {
            (None, _) => format!("{}{amount}", self.words.otherwise),
            (Some(when), true) => format!("{amount} where {}", self.condition(when)),
            (Some(when), false) => format!("{}的，{amount}", self.condition(when)),
        }
    }

    fn with_cap(&self, said: String, cap: Option<&Expression>) -> String {
        match cap {
            None => said,
            Some(cap) => {
                format!("{said}{}{}{}", self.words.cap, self.gap(), self.sum(cap))
            }
        }
    }

    /// A space after a Chinese word and before a figure.
    fn gap(&self) -> &'static str {
        if self.english() { "" } else { "\u{a0}" }
    }

    /// An expression whose numbers are money.
    fn sum(&self, expression: &Expression) -> String {
        let money = |sum| money(sum, self.texts.language);
        match expression {
            Expression::Number(sum) => money(*sum),
            Expression::Parameter(id) => self.series(id, money),
            other => self.expression(other, Measure::Plain),
        }
    }

    /// A dated figure: the last one, and in brackets what it was before.
    fn series(&self, id: &ParameterId, said: impl Fn(Decimal) -> String) -> String {
        let series = self.pack.file().parameters.get(id);
        let Some((last, earlier)) = series.and_then(|it| it.split_last()) else {
            return String::new();
        };
        let days = series.into_iter().flatten().skip(1).map(|entry| entry.from);
        let language = self.texts.language;
        let before = earlier.iter().zip(days).map(|(entry, day)| {
            let (day, figure) = (date(day, language), said(entry.is));
            match self.english() {
                true => format!("{figure} before {day}"),
                false => format!("{day}前为{NBSP}{figure}"),
            }
        });
        let before: Vec<String> = before.collect();
        let now = said(last.is);
        match before.is_empty() {
            true => now,
            false if self.english() => format!("{now} ({})", before.join(", ")),
            false => format!("{now}（{}）", before.join("，")),
        }
    }

    /// An interval of money: 20 万元, 最高 200 万元, 10 万元至 100 万元; what has no upper
    /// end says that no amount is stated.
    pub fn amounts(&self, amounts: Amounts) -> String {
        let language = self.texts.language;
        match amounts {
            Amounts { max: None, min } if min.is_zero() => {
                self.words.unspecified.to_owned()
            }
            Amounts { max: None, min } => {
                format!("{}{}{}", self.words.at_least, self.gap(), money(min, language))
            }
            Amounts { min, max: Some(max) } if min == max => money(max, language),
            Amounts { min, max: Some(max) } if min.is_zero() => {
                format!("{}{}{}", self.words.up_to, self.gap(), money(max, language))
            }
            Amounts { min, max: Some(max) } => {
                let (_, between, _) = self.words.between;
                format!("{}{between}{}", money(min, language), money(max, language))
            }
        }
    }

    /// One change of a near miss: 再增加 3 件（年度发明专利授权数）.
    pub fn step(&self, step: &Step) -> String {
        let Some(fact) = self.pack.fact(&step.fact) else { return String::new() };
        let words = self.words;
        let name = self.name(&step.fact);
        let by = |(before, after): (&str, &str)| {
            let distance = self.number(fact, step.distance.unwrap_or_default());
            match self.english() {
                true => format!("{name}{}{before}{distance}{after}", words.colon),
                false => format!("{name}{before}{}{distance}{after}", self.gap()),
            }
        };
        match &step.to {
            Target::AtLeast(_) => by(words.raise),
            Target::AtMost(_) => by(words.lower),
            Target::Between(low, high) => {
                let (_, between, _) = words.between;
                let range =
                    format!("{}{between}{}", grouped(*low), self.number(fact, *high));
                format!("{name}{}{}", words.colon, self.beside(words.is, &range))
            }
            Target::NotBefore(day) => {
                let day = date(*day, self.texts.language);
                let [not_before, ..] = words.days;
                format!("{name}{}{}", words.colon, self.beside(not_before, &day))
            }
            Target::NotAfter(day) => {
                let day = date(*day, self.texts.language);
                let [_, _, not_after, _] = words.days;
                format!("{name}{}{}", words.colon, self.beside(not_after, &day))
            }
            Target::OneOf(values) => {
                if let [Value::YesNo(yes)] = values.as_slice() {
                    return self.phrase(&Condition::Yes(step.fact.clone()), *yes);
                }
                let said: Vec<_> =
                    values.iter().map(|value| self.value(fact, value)).collect();
                format!("{name}{}{}{}", words.colon, words.is, said.join(words.or_last))
            }
            Target::Option(option, ticked) => {
                let has =
                    Condition::Has { fact: step.fact.clone(), option: option.clone() };
                self.phrase(&has, *ticked)
            }
        }
    }
}

/// What numbers are read as.
#[derive(Clone, Copy)]
enum Measure<'e> {
    /// In the unit of a fact.
    Fact(&'e FactId),
    /// As a share: 0.03 is 3%.
    Share,
    /// As they are.
    Plain,
}

/// Whether a condition reads as several phrases.
fn is_compound(condition: &Condition) -> bool {
    match condition {
        Condition::All(members) | Condition::Any(members) => members.len() > 1,
        Condition::Not(inner) => is_compound(inner),
        Condition::Dated(series) => {
            series.len() > 1 || series.iter().any(|entry| is_compound(&entry.is))
        }
        Condition::AtLeast { .. } | Condition::If { .. } => true,
        _ => false,
    }
}

/// A share as a percentage.
fn percent(share: Decimal) -> String {
    match exact::multiply(share, Decimal::ONE_HUNDRED) {
        Some(percent) => format!("{}%", grouped(percent)),
        None => grouped(share),
    }
}

/// A day as it is written: 2026 年 11 月 22 日, 22 November 2026.
pub fn date(date: Date, language: Language) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, day) = (date.year(), date.month(), date.day());
    if language != Language::English {
        return format!("{year}{NBSP}年 {month}{NBSP}月 {day}{NBSP}日");
    }
    let name = usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at));
    format!("{day}{NBSP}{}{NBSP}{year}", name.copied().unwrap_or_default())
}

fn opposite(is: Comparison) -> Comparison {
    match is {
        Comparison::AtLeast => Comparison::LessThan,
        Comparison::MoreThan => Comparison::AtMost,
        Comparison::AtMost => Comparison::MoreThan,
        Comparison::LessThan => Comparison::AtLeast,
        Comparison::Equal => Comparison::Unequal,
        Comparison::Unequal => Comparison::Equal,
    }
}

fn mirrored(is: Comparison) -> Comparison {
    match is {
        Comparison::AtLeast => Comparison::AtMost,
        Comparison::MoreThan => Comparison::LessThan,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::LessThan => Comparison::MoreThan,
        same @ (Comparison::Equal | Comparison::Unequal) => same,
    }
}

/// A sum of money in yuan, in the unit that a reader of the language expects: 万元 from
/// ten thousand, 亿元 from a hundred million, where no more than four decimals follow.
pub fn money(sum: Decimal, language: Language) -> String {
    if language == Language::English {
        return format!("CNY{NBSP}{}", grouped(sum));
    }
    let (ten_thousand, hundred_million, yuan) = match language {
        Language::ChineseTraditional => ("萬元", "億元", "元"),
        _ => ("万元", "亿元", "元"),
    };
    let units = [
        (Decimal::new(100_000_000, 0), hundred_million),
        (Decimal::new(10_000, 0), ten_thousand),
    ];
    for (unit, name) in units {
        if sum.abs() >= unit
            && let Some(number) = exact::divide(sum, unit)
            && number.normalize().scale() <= 4
        {
            return format!("{}{NBSP}{name}", grouped(number));
        }
    }
    format!("{}{NBSP}{yuan}", grouped(sum))
}

/// A number with a comma after every three whole digits: 1,234,567.5.
pub fn grouped(number: Decimal) -> String {
    let text = number.normalize().to_string();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("−", digits),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_take_the_unit_a_reader_expects() {
        let check = |sum: &str, zh: &str, en: &str| {
            let sum: Decimal = sum.parse().unwrap();
            assert_eq!(money(sum, Language::ChineseSimplified).replace(NBSP, " "), zh);
            assert_eq!(money(sum, Language::English).replace(NBSP, " "), en);
        };
        check("0", "0 元", "CNY 0");
        check("500", "500 元", "CNY 500");
        check("200000", "20 万元", "CNY 200,000");
        check("2864000", "286.4 万元", "CNY 2,864,000");
        check("10000000", "1,000 万元", "CNY 10,000,000");
        check("200000000", "2 亿元", "CNY 200,000,000");
        check("123456.78", "123,456.78 元", "CNY 123,456.78");
    }
}
