//! Conditions, values and amounts as a clerk would write them, in each language.
//!
//! The words of facts come from [`Texts`], the grammar from here; both are read off the
//! condition itself, so that what is said and what is decided cannot drift apart.

mod amount;
mod condition;
mod expression;
mod words;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;
use rust_decimal::Decimal;

use crate::answer::Answer;
use crate::condition::Condition;
use crate::date::Date;
use crate::determination::Amounts;
use crate::exact;
use crate::fact::{Fact, Kind};
use crate::id::{FactId, OptionId};
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
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Pack, Prose, Texts};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../examples/pack.en.json")).unwrap();
    /// let prose = Prose::new(&pack, &texts);
    /// assert_eq!(prose.name(&"patents".into()), "patents granted");
    /// ```
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
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Pack, Prose, Texts};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../examples/pack.en.json")).unwrap();
    /// # let prose = Prose::new(&pack, &texts);
    /// assert_eq!(prose.name(&"patents".into()), "patents granted");
    /// ```
    pub fn name(&self, fact: &FactId) -> &'t str {
        self.text(fact).map_or("", |text| &text.name)
    }

    /// A Chinese word and a figure with a gap between them.
    fn beside(&self, word: &str, figure: &str) -> String {
        let digit = figure.starts_with(|c: char| c.is_ascii_digit() || c == '−');
        let gap = if digit && !word.is_empty() { self.gap() } else { "" };
        format!("{word}{gap}{figure}")
    }

    /// The label of an option.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Pack, Prose, Texts};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../examples/pack.en.json")).unwrap();
    /// # let prose = Prose::new(&pack, &texts);
    /// assert_eq!(prose.option(&"hnte".into(), &"first".into()), "newly certified");
    /// ```
    pub fn option(&self, fact: &FactId, option: &OptionId) -> &'t str {
        let label = self.text(fact).and_then(|text| text.options.get(option));
        label.map_or("", String::as_str)
    }

    fn division(&self, code: &str) -> String {
        self.texts.divisions.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// A number of a fact, with its unit: 20 件, 20 万元, 3 %.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Pack, Prose, Texts};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../examples/pack.en.json")).unwrap();
    /// # let prose = Prose::new(&pack, &texts);
    /// let patents = pack.fact(&"patents".into()).unwrap();
    /// assert_eq!(prose.number(patents, 20.into()), "20\u{a0}patents");
    /// ```
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
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Pack, Prose, Texts, Value};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../examples/pack.en.json")).unwrap();
    /// # let prose = Prose::new(&pack, &texts);
    /// let hnte = pack.fact(&"hnte".into()).unwrap();
    /// let value = Value::Choice("first".into());
    /// assert_eq!(prose.value(hnte, &value), "newly certified");
    /// ```
    pub fn value(&self, fact: &Fact, value: &Value) -> String {
        match value {
            Value::YesNo(true) => self.words.yes.to_owned(),
            Value::YesNo(false) => self.words.no.to_owned(),
            Value::Number(number) => self.number(fact, *number),
            Value::Date(day) => date(*day, self.texts.language),
            Value::Choice(option) => self.option(&fact.id, option).to_owned(),
            Value::Choices(options) => {
                let label = |option| self.option(&fact.id, option).to_owned();
                let labels: Vec<String> = options.iter().map(label).collect();
                labels.join(self.words.list)
            }
            Value::Jurisdiction(code) => self.division(&code.to_string()),
        }
    }

    /// What was said about a fact.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answer, Pack, Prose, Texts, Value};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../examples/pack.en.json")).unwrap();
    /// # let prose = Prose::new(&pack, &texts);
    /// let patents = pack.fact(&"patents".into()).unwrap();
    /// let answer = Answer::Known(Value::Number(20.into()));
    /// assert_eq!(prose.answer(patents, &answer), "20\u{a0}patents");
    /// ```
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

    /// A space after a Chinese word and before a figure.
    fn gap(&self) -> &'static str {
        if self.english() { "" } else { "\u{a0}" }
    }

    /// An interval of money: 20 万元, 最高 200 万元, 10 万元至 100 万元; what has no upper
    /// end says that no amount is stated.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Amounts, Pack, Prose, Texts};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../examples/pack.en.json")).unwrap();
    /// # let prose = Prose::new(&pack, &texts);
    /// let sum = Amounts::exactly(200_000.into());
    /// assert_eq!(prose.amounts(sum), "CNY\u{a0}200,000");
    /// ```
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
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Date, Pack, Prose, Texts, assess};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../examples/pack.en.json")).unwrap();
    /// # let prose = Prose::new(&pack, &texts);
    /// let json = r#"{"registered_in": "371002", "patents": 17}"#;
    /// let answers = Answers::from_json(&pack, json).unwrap();
    /// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
    /// let near = assessment.near_misses(&"patents-20".into());
    /// assert!(prose.step(&near.sets[0][0]).contains("3\u{a0}patents"));
    /// ```
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
