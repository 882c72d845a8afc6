//! Numbers as people type them, read exactly or refused; and as the page shows them.
//!
//! `２０`, `1,000`, `20万`, `二十`, `1亿2000万`, `¥20万元` are understood. What is not one exact
//! number (`二十来件`, `20-30`, `2万5`) is refused with a reason: nothing is ever rounded,
//! cut off or guessed.

use mingbai_core::{Decimal, Domain, Kind, Language, exact};

/// What a number measures; decides which signs and units may stand beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Things, with the unit of the fact.
    Plain,
    /// Yuan.
    Money,
    /// Percent: `50%` and `50` are both 50.
    Percent,
    /// A calendar year.
    Year,
}

impl Measure {
    /// What a fact's kind measures, and its domain; `None` where it is no number.
    pub fn of(kind: &Kind) -> Option<(Self, &Domain)> {
        match kind {
            Kind::Count(domain) | Kind::Decimal(domain) => Some((Self::Plain, domain)),
            Kind::Money(domain) => Some((Self::Money, domain)),
            Kind::Percent(domain) => Some((Self::Percent, domain)),
            Kind::Year(domain) => Some((Self::Year, domain)),
            Kind::YesNo
            | Kind::Date
            | Kind::Choice(_)
            | Kind::Choices(_)
            | Kind::Jurisdiction => None,
        }
    }
}

/// Why a text was refused as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was typed.
    Empty,
    /// A rough figure or a span: 约 20, 二十来件, 20-30.
    NotExact,
    /// No number that could be read without guessing.
    NotANumber,
    /// Has a fraction where whole things are counted.
    NotWhole,
    /// Has more decimals than the fact takes.
    TooFine {
        /// How many it takes.
        decimals: u32,
    },
    /// Smaller than the smallest value.
    Below {
        /// The smallest value.
        min: Decimal,
    },
    /// Larger than the largest value.
    Above {
        /// The largest value.
        max: Decimal,
    },
    /// A unit that is not the fact's.
    Unit {
        /// The unit typed.
        found: String,
    },
}

/// Reads `text` as a number of `domain`, where `unit` is the fact's own unit.
///
/// # Errors
///
/// Every [`Refusal`]: nothing typed; a rough figure; not readable without guessing; too
/// many decimals; outside the domain; another unit.
///
/// # Example
///
/// ```
/// use mingbai_core::{Decimal, Domain};
/// use mingbai_web::number::{self, Measure};
///
/// let domain = Domain { min: Decimal::ZERO, max: None, decimals: 2 };
/// let yuan = number::parse("２０万", Measure::Money, &domain, None).unwrap();
/// assert_eq!(yuan, Decimal::from(200_000));
/// ```
pub fn parse(
    text: &str,
    measure: Measure,
    domain: &Domain,
    unit: Option<&str>,
) -> Result<Decimal, Refusal> {
    let plain = plain(text);
    if plain.is_empty() {
        return Err(Refusal::Empty);
    }
    let mut rest = plain.as_str();
    if measure == Measure::Money {
        rest = strip_any(rest, &["人民币", "rmb", "cny", "¥"]);
    }
    let percent = measure == Measure::Percent;
    if percent {
        rest = rest.strip_prefix("百分之").unwrap_or(rest);
    }
    let (negative, rest) = match strip_any(rest, &["-", "负", "負"]) {
        shorter if shorter.len() < rest.len() => (true, shorter),
        same => (false, same),
    };
    if rough(rest, unit) {
        return Err(Refusal::NotExact);
    }
    let Reading { value, rest } = read(rest).ok_or(Refusal::NotANumber)?;
    check_unit(rest.trim(), measure, unit)?;
    let value = value.ok_or(Refusal::Above { max: limit(domain) })?;
    let value = if negative { -value } else { value };
    check_domain(value.normalize(), domain)
}

fn limit(domain: &Domain) -> Decimal {
    domain.max.unwrap_or(Decimal::from(Domain::LIMIT))
}

fn check_domain(value: Decimal, domain: &Domain) -> Result<Decimal, Refusal> {
    if value < domain.min {
        return Err(Refusal::Below { min: domain.min });
    }
    if value > limit(domain) {
        return Err(Refusal::Above { max: limit(domain) });
    }
    match (value.scale() > domain.decimals, domain.decimals) {
        (true, 0) => Err(Refusal::NotWhole),
        (true, decimals) => Err(Refusal::TooFine { decimals }),
        (false, _) => Ok(value),
    }
}

/// Full-width signs as plain ones, every kind of space as one, lower case, trimmed.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        let sign = match sign {
            '\u{ff01}'..='\u{ff5e}' => {
                char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign)
            }
            '\u{ffe5}' => '¥',
            '−' | '﹣' => '-',
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' => continue,
            sign if sign.is_whitespace() => ' ',
            sign => sign,
        };
        plain.push(sign.to_ascii_lowercase());
    }
    plain.trim().to_owned()
}

fn strip_any<'a>(text: &'a str, prefixes: &[&str]) -> &'a str {
    let shorter = prefixes.iter().find_map(|prefix| text.strip_prefix(prefix));
    shorter.unwrap_or(text).trim_start()
}

/// Whether the text speaks of a rough figure or of a span.
fn rough(text: &str, unit: Option<&str>) -> bool {
    const MARKS: &[&str] = &[
        "约",
        "約",
        "大概",
        "左右",
        "上下",
        "来",
        "來",
        "多",
        "余",
        "餘",
        "几",
        "幾",
        "近",
        "不到",
        "不足",
        "以上",
        "以下",
        "以内",
        "超过",
        "超過",
        "至少",
        "最多",
        "到",
        "至",
        "~",
        "～",
        "—",
        "–",
        "<",
        ">",
        "≥",
        "≤",
        "±",
        "about",
        "around",
        "approx",
        "roughly",
        "over ",
        "under ",
        "nearly",
        "more than",
        "less than",
        "at least",
        "at most",
        "between",
        " to ",
        "some ",
    ];
    let text = match unit.filter(|unit| !unit.is_empty()) {
        Some(unit) => text.strip_suffix(unit).unwrap_or(text),
        None => text,
    };
    let has_number =
        text.chars().any(|sign| sign.is_ascii_digit() || digit(sign).is_some());
    let span = text.trim_end_matches('-').contains('-');
    let plus = text.ends_with('+');
    has_number && (span || plus || MARKS.iter().any(|mark| text.contains(mark)))
}

fn check_unit(rest: &str, measure: Measure, unit: Option<&str>) -> Result<(), Refusal> {
    const YUAN: &[&str] = &["元", "圆", "圓", "块", "块钱", "元整", "yuan", "rmb", "cny"];
    let own = unit.is_some_and(|unit| rest.eq_ignore_ascii_case(unit));
    let fits = match measure {
        _ if rest.is_empty() || own => true,
        Measure::Plain => matches!(rest, "个" | "個"),
        Measure::Money => YUAN.contains(&rest.trim_end_matches("人民币").trim_end()),
        Measure::Percent => matches!(rest, "%" | "percent" | "per cent"),
        Measure::Year => matches!(rest, "年" | "年度"),
    };
    if fits {
        return Ok(());
    }
    let short = rest.chars().count() <= 4;
    let words = rest.chars().all(|sign| sign.is_alphabetic() || sign == '%');
    match short && words && !rest.chars().any(|sign| digit(sign).is_some()) {
        true => Err(Refusal::Unit { found: rest.to_owned() }),
        false => Err(Refusal::NotANumber),
    }
}

/// What was read of a text; `value` is `None` where it is too large to hold.
struct Reading<'a> {
    value: Option<Decimal>,
    rest: &'a str,
}

/// One part of a number: `2000万` or `三千`.
struct Part {
    number: Decimal,
    /// Powers of ten; 0 where no 十百千万亿 follows.
    scale: u32,
}

/// Reads a number from the front of a text; `None` where none stands there or where it
/// could be read in two ways.
fn read(text: &str) -> Option<Reading<'_>> {
    let first = text.chars().next()?;
    if first.is_ascii_digit() || first == '.' {
        read_arabic(text)
    } else {
        read_chinese(text)
    }
}

/// `1,000`, `1.5亿`, `1亿2000万`, `20w`, `2 million`.
fn read_arabic(text: &str) -> Option<Reading<'_>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut too_large = false;
    let mut rest = text;
    while rest.starts_with(|sign: char| sign.is_ascii_digit() || sign == '.') {
        let (number, after) = read_digits(rest)?;
        let (scale, after) = read_scale(after.trim_start()).unwrap_or((0, after));
        if let Some(previous) = parts.last() {
            // 2万5 could be 20,005 or 25,000: only a part that fills its places counts.
            let number = number?;
            let top = scale + number.trunc().to_string().len() as u32;
            let fills = top == previous.scale && previous.number.scale() == 0;
            if !fills || number.scale() > 0 && scale > 0 {
                return None;
            }
        }
        match number {
            Some(number) => parts.push(Part { number, scale }),
            None => too_large = true,
        }
        rest = after.trim_start();
        if scale == 0 {
            break;
        }
    }
    let value = if too_large { None } else { total(&parts) };
    Some(Reading { value, rest })
}

fn total(parts: &[Part]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| {
        let scale = Decimal::from(10_i64.checked_pow(part.scale)?);
        exact::add(sum, exact::multiply(part.number, scale)?)
    })
}

/// Plain digits with grouping in threes; `None` inside where they are too many to hold.
fn read_digits(text: &str) -> Option<(Option<Decimal>, &str)> {
    let is_part = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | ' ');
    let end = text.find(|sign| !is_part(sign)).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let trimmed = digits.trim_end();
    let (whole, fraction) = match trimmed.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (trimmed, None),
    };
    let separator = if whole.contains(',') { ',' } else { ' ' };
    let mut groups = whole.split(separator);
    let first = groups.next()?;
    let grouped = whole.contains(separator);
    let well = groups.all(|group| group.len() == 3)
        && (!grouped || (1..=3).contains(&first.len()))
        && !whole.trim_matches(separator).is_empty();
    let all_digits = |text: &str| text.chars().all(|sign| sign.is_ascii_digit());
    let whole = whole.replace(separator, "");
    let fraction_fits = fraction.is_none_or(|text| !text.is_empty() && all_digits(text));
    if !well || !all_digits(&whole) || !fraction_fits {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.unwrap_or("").trim_end_matches('0');
    if whole.len() > 20 {
        return Some((None, rest));
    }
    // Finer than any fact takes: it only has to stay too fine.
    let fraction = if fraction.len() > 8 { "00000001" } else { fraction };
    let number = format!("0{whole}.{fraction}0");
    Some((Some(exact::parse(&number)?.normalize()), rest))
}

/// 十百千万亿 and their combinations (百万), `w`, `k`, `thousand`, `million`, `billion`.
fn read_scale(text: &str) -> Option<(u32, &str)> {
    const WORDS: &[(&str, u32)] =
        &[("thousand", 3), ("million", 6), ("billion", 9), ("w", 4), ("k", 3)];
    for (word, scale) in WORDS {
        if let Some(rest) = text.strip_prefix(word) {
            // `w` in `20w`, but not in `20 with`.
            let ends = !rest.starts_with(|sign: char| sign.is_ascii_alphabetic());
            return ends.then_some((*scale, rest));
        }
    }
    let mut total = 0;
    let mut last = 0;
    let mut rest = text;
    while let Some(scale) = rest.chars().next().and_then(scale_of) {
        if total > 0 && scale < last && scale < 4 {
            return None;
        }
        total += scale;
        last = scale;
        rest = rest.get(rest.chars().next().map_or(0, char::len_utf8)..)?;
    }
    (total > 0).then_some((total, rest))
}

fn scale_of(sign: char) -> Option<u32> {
    Some(match sign {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        '万' | '萬' => 4,
        '亿' | '億' => 8,
        _ => return None,
    })
}

fn digit(sign: char) -> Option<i64> {
    Some(match sign {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '貳' | '两' | '兩' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// 二十, 一百零五, 两千三百, 三点五万, 二〇二六. 二万五 and 一百二 are refused: people mean
/// 25,000 and 120, the grammar says otherwise.
fn read_chinese(text: &str) -> Option<Reading<'_>> {
    let is_part =
        |sign: char| digit(sign).is_some() || scale_of(sign).is_some() || sign == '点';
    let end = text.find(|sign| !is_part(sign)).unwrap_or(text.len());
    let (signs, rest) = text.split_at_checked(end)?;
    if signs.is_empty() || signs.chars().count() > 24 {
        return None;
    }
    let value = if let Some((whole, fraction)) = signs.split_once('点') {
        chinese_fraction(whole, fraction)?
    } else if signs.chars().count() > 1 && signs.chars().all(|s| digit(s).is_some()) {
        positional(signs)?
    } else {
        chinese_whole(signs)?
    };
    Some(Reading { value: Some(value), rest: rest.trim_start() })
}

fn positional(signs: &str) -> Option<Decimal> {
    let digits: Option<String> =
        signs.chars().map(|sign| digit(sign).map(|digit| digit.to_string())).collect();
    exact::parse(&digits?)
}

fn chinese_fraction(whole: &str, fraction: &str) -> Option<Decimal> {
    let end = fraction.find(|sign| digit(sign).is_none()).unwrap_or(fraction.len());
    let (digits, scale) = fraction.split_at_checked(end)?;
    let count = u32::try_from(digits.chars().count()).ok()?;
    if count == 0 || count > 8 {
        return None;
    }
    let power = match scale.is_empty() {
        true => 0,
        false => read_scale(scale).filter(|(_, rest)| rest.is_empty())?.0,
    };
    let part = exact::divide(positional(digits)?, Decimal::from(10_i64.pow(count)))?;
    let number = exact::add(chinese_whole(whole)?, part)?;
    total(&[Part { number, scale: power }])
}

fn chinese_whole(signs: &str) -> Option<Decimal> {
    let (mut total, mut section, mut pending) = (0_i64, 0_i64, None::<i64>);
    let (mut last_scale, mut last_big, mut zero) = (u32::MAX, u32::MAX, false);
    for sign in signs.chars() {
        if let Some(number) = digit(sign) {
            if pending.is_some() {
                return None;
            }
            if number == 0 {
                zero = true;
            } else {
                pending = Some(number);
            }
            if number == 0 && signs.chars().count() == 1 {
                return Some(Decimal::ZERO);
            }
            continue;
        }
        let scale = scale_of(sign)?;
        if scale < 4 {
            // 十 alone may start a section; 百 and 千 need a digit.
            let number = match pending.take() {
                Some(number) => number,
                None if scale == 1 && section == 0 => 1,
                None => return None,
            };
            if scale >= last_scale {
                return None;
            }
            section += number * 10_i64.pow(scale);
            last_scale = scale;
        } else {
            section += pending.take().unwrap_or(0);
            if section == 0 && !(scale == 8 && total > 0)
                || scale >= last_big && scale != 8
            {
                return None;
            }
            let power = 10_i64.checked_pow(scale)?;
            total = match scale {
                8 if last_big == 4 => total.checked_add(section)?.checked_mul(power)?,
                _ => total.checked_add(section.checked_mul(power)?)?,
            };
            (section, last_scale, last_big) = (0, u32::MAX, scale);
        }
        zero = false;
    }
    if let Some(number) = pending {
        let follows_big = last_big != u32::MAX && last_scale == u32::MAX;
        let gap = last_scale != u32::MAX && last_scale > 1;
        if (follows_big || gap) && !zero {
            return None;
        }
        section += number;
    } else if zero {
        return None;
    }
    Some(Decimal::from(total.checked_add(section)?))
}

/// Digits in groups of three: `1,234,567.5`.
pub fn group(number: Decimal) -> String {
    let text = number.normalize().to_string();
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("−", rest),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut grouped = String::from(sign);
    for (index, sign) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(sign);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

/// A sum of money cut into what stands before the figure, the figure, and its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// `CNY` in English, empty in Chinese.
    pub before: &'static str,
    /// The figure, grouped.
    pub figure: String,
    /// 万元, 元, `million`, or empty.
    pub after: &'static str,
}

impl Sum {
    /// The parts as one text, joined by no-break spaces.
    pub fn text(&self) -> String {
        let parts = [self.before, &self.figure, self.after];
        let parts: Vec<&str> =
            parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("\u{a0}")
    }
}

/// Yuan as each language says them: 20 万元, `CNY 200,000`, `CNY 10 million`. Exact: what
/// does not fit the larger unit within four decimals is said in yuan.
pub fn sum(yuan: Decimal, language: Language) -> Sum {
    let in_units = |power: i64, decimals: u32| {
        let unit = Decimal::from(power);
        let figure = exact::divide(yuan, unit)?.normalize();
        (yuan.abs() >= unit && figure.scale() <= decimals).then(|| group(figure))
    };
    let chinese = |wan: &'static str, yuan_unit: &'static str| match in_units(10_000, 4) {
        Some(figure) => Sum { before: "", figure, after: wan },
        None => Sum { before: "", figure: group(yuan), after: yuan_unit },
    };
    match language {
        Language::ChineseSimplified => chinese("万元", "元"),
        Language::ChineseTraditional => chinese("萬元", "元"),
        Language::English => match in_units(1_000_000, 2) {
            Some(figure) => Sum { before: "CNY", figure, after: "million" },
            None => Sum { before: "CNY", figure: group(yuan), after: "" },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(measure: Measure, decimals: u32, text: &str, expect: &str) {
        let domain = Domain { min: Decimal::ZERO, max: None, decimals };
        let unit = (measure == Measure::Plain).then_some("件");
        let shown = match parse(text, measure, &domain, unit) {
            Ok(number) => number.to_string(),
            Err(refusal) => format!("{refusal:?}"),
        };
        assert_eq!(shown, expect, "{text:?}");
    }

    #[test]
    fn what_people_type_for_a_count() {
        for (text, expect) in [
            ("20", "20"),
            (" 20 ", "20"),
            ("２０", "20"),
            ("２０件", "20"),
            ("20 件", "20"),
            ("20个", "20"),
            ("1,000", "1000"),
            ("１，０００", "1000"),
            ("1 000", "1000"),
            ("12,345,678", "12345678"),
            ("020", "20"),
            ("20.0", "20"),
            ("二十", "20"),
            ("二十件", "20"),
            ("十", "10"),
            ("十二", "12"),
            ("一百零五", "105"),
            ("一百二十", "120"),
            ("两千三百", "2300"),
            ("一万零五", "10005"),
            ("一万二千", "12000"),
            ("贰拾", "20"),
            ("二〇", "20"),
            ("零", "0"),
            ("0", "0"),
            ("3千5百", "3500"),
            ("2万", "20000"),
            ("2w", "20000"),
            ("1万2000", "12000"),
        ] {
            check(Measure::Plain, 0, text, expect);
        }
    }

    #[test]
    fn what_is_refused_as_a_count() {
        for (text, expect) in [
            ("", "Empty"),
            ("　", "Empty"),
            ("二十来件", "NotExact"),
            ("约20", "NotExact"),
            ("20多", "NotExact"),
            ("20-30", "NotExact"),
            ("20到30件", "NotExact"),
            ("20以上", "NotExact"),
            ("20+", "NotExact"),
            ("about 20", "NotExact"),
            ("-5", "Below { min: 0 }"),
            ("－5", "Below { min: 0 }"),
            ("负五", "Below { min: 0 }"),
            ("2.5", "NotWhole"),
            ("三点五", "NotWhole"),
            ("10^30", "NotANumber"),
            ("1e30", "NotANumber"),
            ("1000000000000000000000000000000", "Above { max: 100000000000000 }"),
            ("99999999999999999999999999999999万", "Above { max: 100000000000000 }"),
            ("一百二", "NotANumber"),
            ("2万5", "NotANumber"),
            ("二万五", "NotANumber"),
            ("1,00", "NotANumber"),
            ("1,0000", "NotANumber"),
            ("20 30", "NotANumber"),
            ("1.2.3", "NotANumber"),
            ("没有", "NotANumber"),
            ("百", "NotANumber"),
            ("万", "NotANumber"),
            ("二百百", "NotANumber"),
            ("20项", "Unit { found: \"项\" }"),
            ("20%", "Unit { found: \"%\" }"),
            ("我们公司今年获得了20件发明专利", "NotANumber"),
            ("20件发明专利和3件实用新型", "NotANumber"),
            ("+", "NotANumber"),
            (".", "NotANumber"),
            ("<script>", "NotANumber"),
        ] {
            check(Measure::Plain, 0, text, expect);
        }
    }

    #[test]
    fn money() {
        for (text, expect) in [
            ("20万", "200000"),
            ("20万元", "200000"),
            ("20 万 元", "200000"),
            ("286.4 万", "2864000"),
            ("¥20万", "200000"),
            ("￥1,000.50", "1000.5"),
            ("人民币三百万元", "3000000"),
            ("1.5亿", "150000000"),
            ("1亿2000万", "120000000"),
            ("一亿二千万元", "120000000"),
            ("三点五万", "35000"),
            ("百万", "NotANumber"),
            ("3百万", "3000000"),
            ("一百万亿", "100000000000000"),
            ("3 million", "3000000"),
            ("CNY 3,000,000", "3000000"),
            ("0.005", "TooFine { decimals: 2 }"),
            ("0.000000001", "TooFine { decimals: 2 }"),
            ("1.123456789", "TooFine { decimals: 2 }"),
            ("20美元", "Unit { found: \"美元\" }"),
            ("20万美元", "Unit { found: \"美元\" }"),
            ("300多万", "NotExact"),
            ("近300万", "NotExact"),
        ] {
            check(Measure::Money, 2, text, expect);
        }
    }

    #[test]
    fn percent_and_year() {
        check(Measure::Percent, 2, "5.5%", "5.5");
        check(Measure::Percent, 2, "百分之五十", "50");
        check(Measure::Percent, 2, "５％", "5");
        check(Measure::Year, 0, "二〇二六年", "2026");
        check(Measure::Year, 0, "2026年", "2026");
    }

    #[test]
    fn money_as_each_language_says_it() {
        let check = |yuan: &str, expect: [&str; 3]| {
            let yuan: Decimal = yuan.parse().unwrap();
            let shown = Language::ALL.map(|language| sum(yuan, language).text());
            assert_eq!(shown, expect);
        };
        check("200000", ["20\u{a0}万元", "20\u{a0}萬元", "CNY\u{a0}200,000"]);
        check("2864000", ["286.4\u{a0}万元", "286.4\u{a0}萬元", "CNY\u{a0}2,864,000"]);
        check(
            "10000000",
            ["1,000\u{a0}万元", "1,000\u{a0}萬元", "CNY\u{a0}10\u{a0}million"],
        );
        check("5000", ["5,000\u{a0}元", "5,000\u{a0}元", "CNY\u{a0}5,000"]);
        check(
            "123456.78",
            ["123,456.78\u{a0}元", "123,456.78\u{a0}元", "CNY\u{a0}123,456.78"],
        );
        check("0", ["0\u{a0}元", "0\u{a0}元", "CNY\u{a0}0"]);
    }

    /// Nothing that anybody can type makes the reader panic.
    #[test]
    fn no_text_panics() {
        let signs: Vec<char> =
            "0９1,. 　-十百千万亿零一二两点wk%元件¥约e".chars().collect();
        let mut seed = 7_u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..(seed >> 40) % 14 {
                seed = seed
                    .wrapping_mul(6364136223846793005)
                    .wrapping_add(1442695040888963407);
                text.push(signs[(seed >> 33) as usize % signs.len()]);
            }
            seed =
                seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let domain = Domain { min: Decimal::ZERO, max: None, decimals: 2 };
            let _ = parse(&text, Measure::Money, &domain, None);
        }
    }
}
