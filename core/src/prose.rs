//! Conditions, values and amounts as a clerk would write them, in each language.
//!
//! The words of facts come from [`Texts`], the grammar from here; both are read off the
//! condition itself, so that what is said and what is decided cannot drift apart.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;
use rust_decimal::Decimal;

use crate::answer::Answer;
use crate::award::{Amount, Per, Tier};
use crate::condition::{Comparison, Condition, Expression};
use crate::determination::Amounts;
use crate::fact::{Fact, Kind};
use crate::id::{FactId, OptionId};
use crate::near_miss::{Step, Target};
use crate::pack::Pack;
use crate::text::{FactText, Language, Texts};
use crate::value::Value;

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

/// The words of the grammar in one language.
#[derive(Debug)]
struct Words {
    at_least: &'static str,
    more_than: &'static str,
    at_most: &'static str,
    less_than: &'static str,
    equal: &'static str,
    unequal: &'static str,
    is: &'static str,
    is_not: &'static str,
    within: &'static str,
    has: &'static str,
    has_not: &'static str,
    /// Between a fact's name and what is said of it.
    colon: &'static str,
    list: &'static str,
    or_last: &'static str,
    and: &'static str,
    or: &'static str,
    any_of: &'static str,
    all_of: &'static str,
    not: &'static str,
    at_least_of: (&'static str, &'static str),
    if_then: (&'static str, &'static str, &'static str),
    yes: &'static str,
    no: &'static str,
    unknown: &'static str,
    up_to: &'static str,
    each: &'static str,
    cap: &'static str,
    share_of: (&'static str, &'static str),
    matching: (&'static str, &'static str),
    sum: &'static str,
    unspecified: &'static str,
    tax: &'static str,
    in_kind: &'static str,
    service: &'static str,
    recognition: &'static str,
    otherwise: &'static str,
    per_year: &'static str,
    per_item: &'static str,
    once: &'static str,
    between: (&'static str, &'static str, &'static str),
    stop: &'static str,
    raise: (&'static str, &'static str),
    lower: (&'static str, &'static str),
    count_of: &'static str,
    min_of: &'static str,
    max_of: &'static str,
}

static CHINESE: Words = Words {
    at_least: "不少于",
    more_than: "超过",
    at_most: "不超过",
    less_than: "少于",
    equal: "为",
    unequal: "不是",
    is: "为",
    is_not: "不是",
    within: "在",
    has: "包括",
    has_not: "不包括",
    colon: "",
    list: "、",
    or_last: "或",
    and: "，并且",
    or: "，或者",
    any_of: "满足一条即可：",
    all_of: "同时满足：",
    not: "不属于下列情形：",
    at_least_of: ("至少满足 ", " 条："),
    if_then: ("如果", "，则", "；否则"),
    yes: "是",
    no: "否",
    unknown: "不清楚",
    up_to: "最高",
    each: "每",
    cap: "，最高",
    share_of: ("按", "的"),
    matching: ("按", "配套"),
    sum: "与",
    unspecified: "金额未载明",
    tax: "税收优惠",
    in_kind: "非现金支持",
    service: "服务",
    recognition: "认定、表彰",
    otherwise: "其他情形",
    per_year: "，每年",
    per_item: "，按项计",
    once: "，一次性",
    between: ("", " 至 ", ""),
    stop: "；",
    raise: ("再增加", ""),
    lower: ("减少", ""),
    count_of: "满足的条数",
    min_of: "较小者：",
    max_of: "较大者：",
};

static TRADITIONAL: Words = Words {
    at_least: "不少於",
    more_than: "超過",
    at_most: "不超過",
    less_than: "少於",
    equal: "為",
    is: "為",
    any_of: "滿足一條即可：",
    all_of: "同時滿足：",
    not: "不屬於下列情形：",
    at_least_of: ("至少滿足 ", " 條："),
    if_then: ("如果", "，則", "；否則"),
    share_of: ("按", "的"),
    sum: "與",
    unspecified: "金額未載明",
    tax: "稅收優惠",
    in_kind: "非現金支持",
    service: "服務",
    recognition: "認定、表彰",
    otherwise: "其他情形",
    per_item: "，按項計",
    raise: ("再增加", ""),
    lower: ("減少", ""),
    count_of: "滿足的條數",
    min_of: "較小者：",
    max_of: "較大者：",
    ..CHINESE
};

static ENGLISH: Words = Words {
    at_least: "at least ",
    more_than: "more than ",
    at_most: "at most ",
    less_than: "below ",
    equal: "exactly ",
    unequal: "other than ",
    is: "",
    is_not: "not ",
    within: "",
    has: "including ",
    has_not: "not including ",
    colon: ": ",
    list: ", ",
    or_last: " or ",
    and: "; and ",
    or: "; or ",
    any_of: "any one of: ",
    all_of: "all of: ",
    not: "none of this: ",
    at_least_of: ("at least ", " of: "),
    if_then: ("if ", ", then ", "; otherwise "),
    yes: "yes",
    no: "no",
    unknown: "not sure",
    up_to: "up to ",
    each: "per ",
    cap: ", up to ",
    share_of: ("", " of "),
    matching: ("", " match of "),
    sum: " plus ",
    unspecified: "amount not stated",
    tax: "tax preference",
    in_kind: "support in kind",
    service: "service",
    recognition: "recognition",
    otherwise: "otherwise",
    per_year: ", each year",
    per_item: ", per item",
    once: ", once",
    between: ("", " to ", ""),
    stop: "; ",
    raise: ("", " more"),
    lower: ("", " fewer"),
    count_of: "how many hold",
    min_of: "the smaller of ",
    max_of: "the larger of ",
};

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
            Condition::All(members) if holds => self.members(members, words.and, true),
            Condition::Any(members) if holds => self.members(members, words.or, true),
            Condition::All(members) => self.members(members, words.or, false),
            Condition::Any(members) => self.members(members, words.and, false),
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
                let is = if holds { words.is } else { words.is_not };
                format!(
                    "{}{}{is}{}",
                    self.name(fact),
                    words.colon,
                    self.options(fact, options)
                )
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
                let last = series.last().map(|entry| self.phrase(&entry.is, holds));
                last.unwrap_or_default()
            }
        }
    }

    fn denied(&self, holds: bool, said: String) -> String {
        if holds { said } else { format!("{}{said}", self.words.not) }
    }

    fn members(&self, members: &[Condition], between: &str, holds: bool) -> String {
        let said: Vec<String> = members.iter().map(|it| self.phrase(it, holds)).collect();
        said.join(between)
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
        let labels: Vec<&str> =
            options.iter().map(|option| self.option(fact, option)).collect();
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
        let unit_of = self.unit_of(left);
        let is = match is {
            Comparison::AtLeast => words.at_least,
            Comparison::MoreThan => words.more_than,
            Comparison::AtMost => words.at_most,
            Comparison::LessThan => words.less_than,
            Comparison::Equal => words.equal,
            Comparison::Unequal => words.unequal,
        };
        let left = self.expression(left, None);
        format!("{left}{}{is}{}", words.colon, self.expression(right, unit_of))
    }

    /// The fact whose unit the numbers beside an expression have.
    fn unit_of<'e>(&self, expression: &'e Expression) -> Option<&'e FactId> {
        let mut found = None;
        expression.facts(&mut |fact| {
            found.get_or_insert(fact);
        });
        found
    }

    /// An expression; numbers in the unit of `unit_of`.
    fn expression(&self, expression: &Expression, unit_of: Option<&FactId>) -> String {
        let words = self.words;
        let joined = |members: &[Expression], between: &str| {
            let said: Vec<_> =
                members.iter().map(|it| self.expression(it, unit_of)).collect();
            said.join(between)
        };
        match expression {
            Expression::Number(number) => {
                match unit_of.and_then(|fact| self.pack.fact(fact)) {
                    Some(fact) => self.number(fact, *number),
                    None => grouped(*number),
                }
            }
            Expression::Date(date) => date.to_string(),
            Expression::Fact(fact) => self.name(fact).to_owned(),
            Expression::Parameter(parameter) => {
                let series = self.pack.file().parameters.get(parameter);
                let last = series.and_then(|series| series.last()).map(|entry| entry.is);
                let number = Expression::Number(last.unwrap_or_default());
                self.expression(&number, unit_of)
            }
            Expression::Sum(members) => joined(members, words.sum),
            Expression::Less(left, right) => format!(
                "{} − {}",
                self.expression(left, unit_of),
                self.expression(right, unit_of)
            ),
            Expression::Product(members) => joined(members, " × "),
            Expression::Quotient { dividend, divisor, .. } => format!(
                "{} ÷ {}",
                self.expression(dividend, unit_of),
                self.expression(divisor, unit_of)
            ),
            Expression::Min(members) => {
                format!("{}{}", words.min_of, joined(members, words.list))
            }
            Expression::Max(members) => {
                format!("{}{}", words.max_of, joined(members, words.list))
            }
            Expression::Count(conditions) => {
                let said = self.members(conditions, words.stop, true);
                format!("{}（{said}）", words.count_of)
            }
            Expression::If { when, then, otherwise } => {
                let (before, middle, after) = words.if_then;
                format!(
                    "{before}{}{middle}{}{after}{}",
                    self.condition(when),
                    self.expression(then, unit_of),
                    self.expression(otherwise, unit_of)
                )
            }
        }
    }

    /// A number of a fact, with its unit: 20 件, 20 万元, 3 %.
    pub fn number(&self, fact: &Fact, number: Decimal) -> String {
        match &fact.kind {
            Kind::Money(_) => money(number, self.texts.language),
            Kind::Percent(_) => format!("{}%", grouped(number)),
            Kind::Year(_) => number.normalize().to_string(),
            _ => {
                let unit = self.text(&fact.id).and_then(|text| text.unit.as_deref());
                match unit {
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
            Value::Date(date) => date.to_string(),
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
                format!("{}{}", self.words.at_least, self.number(fact, *min))
            }
            Answer::Range { min: None, max: Some(max) } => {
                format!("{}{}", self.words.at_most, self.number(fact, *max))
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
                let base = self.expression(base, None);
                let percent = format!("{}%", self.expression(percent, None));
                let said = match self.english() {
                    true => format!("{percent}{of}{base}"),
                    false => format!("{before}{base}{of} {percent}"),
                };
                self.with_cap(said, cap.as_ref())
            }
            Amount::PerUnit { each, count, cap } => {
                let unit = self
                    .unit_of(count)
                    .and_then(|fact| self.text(fact))
                    .and_then(|text| text.unit.clone())
                    .unwrap_or_default();
                let sum = self.sum(each);
                let said = match self.english() {
                    true => format!("{sum} × {}", self.expression(count, None)),
                    false => format!("{}{unit}{}{sum}", words.each, self.gap()),
                };
                self.with_cap(said, cap.as_ref())
            }
            Amount::Matching { grant, ratio, cap } => {
                let (before, of) = words.matching;
                let grant = self.expression(grant, None);
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
        let when = match &tier.when {
            Some(when) => self.condition(when),
            None => self.words.otherwise.to_owned(),
        };
        let colon = if self.english() { ": " } else { "：" };
        format!("{when}{colon}{}", self.amount(&tier.amount, None))
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
        let parameter = |id| {
            let series = self.pack.file().parameters.get(id)?;
            series.last().map(|entry| entry.is)
        };
        match expression {
            Expression::Number(sum) => money(*sum, self.texts.language),
            Expression::Parameter(id) => {
                money(parameter(id).unwrap_or_default(), self.texts.language)
            }
            other => self.expression(other, None),
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
                let high = self.number(fact, *high);
                format!("{name}{}{}{between}{high}", words.colon, grouped(*low))
            }
            Target::NotBefore(day) => {
                format!("{name}{}{}{day}", words.colon, words.at_least)
            }
            Target::NotAfter(day) => {
                format!("{name}{}{}{day}", words.colon, words.at_most)
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
            && let Some(number) = sum.checked_div(unit)
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
