//! Figures in a text.
//!
//! What counts as a figure is laid down here and in rules/LANGUAGE.md:
//!
//! 1. Arabic digits, whatever follows: with decimals and groups of three (`2.85`, `1,000`),
//!    joined to others by a dash, a colon or 至 (`3—5`, `1:1:1`, `2018-08-01`), by `+` to a
//!    letter (`100+N`), or followed by letters (`5G`).
//! 2. Chinese numerals (〇零一二两三四五六七八九十百千万亿双半) that a unit of [`UNITS`]
//!    follows, and two or more of them whatever follows (`十四五`, `十百千`). 数 or 几 before
//!    十, 百, 千, 万, 亿 belongs to them, and so do 第 before and 多, 余, 几 after them.
//! 3. `百分之` with the numeral that follows.
//!
//! A figure reaches to the end of its unit. Chinese numerals in words that count nothing
//! (统一, 一次性, 强化, 企业 …) are no figures: see [`UNITS`].

use mingbai_core::Decimal;

/// Units, with the characters that make another word of one when they follow it: 次 is a
/// unit in 一次, not in 一次性.
const UNITS: [(&str, &str); 57] = [
    ("平方公里", ""),
    ("平方米", ""),
    ("个百分点", ""),
    ("个工作日", ""),
    ("个位次", ""),
    ("个月", ""),
    ("百分点", ""),
    ("工作日", ""),
    ("美元", ""),
    ("年度", ""),
    ("周年", ""),
    ("位次", ""),
    ("人次", ""),
    ("公里", ""),
    ("小时", ""),
    ("分钟", ""),
    ("季度", ""),
    ("元", ""),
    ("年", ""),
    ("月", ""),
    ("日", ""),
    ("天", ""),
    ("周", ""),
    ("岁", ""),
    ("个", "别体性"),
    ("家", "庭长"),
    ("项", "目"),
    ("件", ""),
    ("名", "单称义"),
    ("人", "民员才"),
    ("位", "于置"),
    ("次", "性"),
    ("条", "件例"),
    ("种", "植子"),
    ("类", "型似"),
    ("强", "化调度力势"),
    ("大", "批量众型幅力学"),
    ("届", ""),
    ("级", ""),
    ("倍", ""),
    ("期", "间限待"),
    ("号", "召称"),
    ("处", "理"),
    ("台", "账"),
    ("套", ""),
    ("亩", ""),
    ("里", "面"),
    ("企", "业"),
    ("篇", ""),
    ("户", ""),
    ("场", "所景地"),
    ("支", "持撑付部柱"),
    ("只", ""),
    ("所", ""),
    ("股", "权份"),
    ("吨", ""),
    ("册", ""),
];

const NUMERALS: &str = "〇零一二两三四五六七八九十百千万亿双半";
const POWERS: &str = "十百千万亿";
/// 一 after one of these is the end of another word: 统一, 唯一.
const BEFORE_ONE: &str = "统单唯同之专逐合";

/// A figure and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// As it is compared: without spaces, in plain signs.
    pub(crate) text: String,
    /// The characters it covers, the last one exclusive.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Figure {
    /// As an inventory writes it: `20 万元`, `50%`, `五十强`.
    pub(crate) fn written(&self) -> String {
        let number = |it: char| it.is_ascii_digit() || ".,:-至".contains(it);
        let unit = self.text.trim_start_matches(number);
        match self.text.strip_suffix(unit) {
            Some(digits)
                if !digits.is_empty() && unit.starts_with(super::script::is_han) =>
            {
                format!("{digits} {unit}")
            }
            _ => self.text.clone(),
        }
    }
}

/// Every figure among characters of [`super::letters`], in order.
pub(crate) fn scan(letters: &[char]) -> Vec<Figure> {
    let mut reader = Reader { letters, at: 0 };
    let mut figures = Vec::new();
    while reader.at < letters.len() {
        let start = reader.at;
        if reader.arabic() || reader.per_cent() || reader.chinese() {
            let covered = letters.get(start..reader.at).unwrap_or_default();
            let text = covered.iter().filter(|it| !it.is_whitespace()).collect();
            figures.push(Figure { text, start, end: reader.at });
        } else {
            reader.at = start + 1;
        }
    }
    figures
}

struct Reader<'t> {
    letters: &'t [char],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied()
    }

    fn before(&self) -> Option<char> {
        self.letters.get(self.at.checked_sub(1)?).copied()
    }

    fn digit(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|letter| letter.is_ascii_digit())
    }

    fn one_of(&self, ahead: usize, letters: &str) -> bool {
        self.peek(ahead).is_some_and(|letter| letters.contains(letter))
    }

    fn starts_with(&self, ahead: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(at, letter)| self.peek(ahead + at) == Some(letter))
    }

    /// Takes what rule 1 says.
    fn arabic(&mut self) -> bool {
        if !self.digit(0) {
            return false;
        }
        self.digits();
        loop {
            if (self.one_of(0, "-:") || self.one_of(0, "至")) && self.digit(1) {
                self.at += 1;
                self.digits();
            } else if self.one_of(0, "+")
                && self.peek(1).is_some_and(|it| it.is_ascii_alphabetic())
            {
                self.at += 2;
                return true;
            } else {
                break;
            }
        }
        if self.peek(0).is_some_and(|letter| letter.is_ascii_alphabetic()) {
            while self.peek(0).is_some_and(|letter| letter.is_ascii_alphabetic()) {
                self.at += 1;
            }
            return true;
        }
        let bare = self.at;
        while self.one_of(0, " ") {
            self.at += 1;
        }
        if self.one_of(0, "%‰") {
            self.at += 1;
            return true;
        }
        let first = self.at;
        while self.one_of(0, POWERS) && !self.starts_with(0, "百分点") {
            self.at += 1;
        }
        let powers = self.at;
        if self.one_of(0, "多余") {
            self.at += 1;
        }
        if !self.unit() {
            self.at = if powers > first { powers } else { bare };
        }
        true
    }

    /// Digits with groups of three and decimals.
    fn digits(&mut self) {
        let first = self.at;
        while self.digit(0) {
            self.at += 1;
        }
        let leading = self.at - first;
        let group = |it: &Self| {
            it.one_of(0, ",") && (1..=3).all(|ahead| it.digit(ahead)) && !it.digit(4)
        };
        let zero = self.letters.get(first) == Some(&'0');
        while leading <= 3 && !zero && group(self) {
            self.at += 4;
        }
        if self.one_of(0, ".") && self.digit(1) {
            self.at += 1;
            while self.digit(0) {
                self.at += 1;
            }
        }
    }

    /// Takes what rule 3 says.
    fn per_cent(&mut self) -> bool {
        let lead = "百分之";
        if !self.starts_with(0, lead) || !self.one_of(3, NUMERALS) {
            return false;
        }
        self.at += lead.chars().count();
        while self.one_of(0, NUMERALS) || self.one_of(0, "点") {
            self.at += 1;
        }
        true
    }

    /// Takes what rule 2 says.
    fn chinese(&mut self) -> bool {
        let ordinal = self.one_of(0, "第");
        if self.one_of(0, "一") && self.before().is_some_and(|it| BEFORE_ONE.contains(it))
        {
            return false;
        }
        if ordinal {
            self.at += 1;
        }
        if self.one_of(0, "数几") && self.one_of(1, POWERS) {
            self.at += 1;
        }
        let first = self.at;
        while self.one_of(0, NUMERALS) {
            self.at += 1;
        }
        let numerals = self.at - first;
        if numerals == 0 || self.letters.get(first..self.at) == Some(&['双']) {
            return false;
        }
        let end = self.at;
        if self.one_of(0, "多余几") {
            self.at += 1;
        }
        if self.unit() {
            return true;
        }
        self.at = end;
        numerals > 1
    }

    fn unit(&mut self) -> bool {
        for (unit, not_before) in UNITS {
            let length = unit.chars().count();
            if self.starts_with(0, unit) && !self.one_of(length, not_before) {
                self.at += length;
                return true;
            }
        }
        false
    }
}

/// What a figure says, in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Measure {
    /// More than one for a range or a ratio of several parts; never empty.
    pub(crate) values: Vec<Decimal>,
    pub(crate) kind: Kind,
}

/// What a figure measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Yuan.
    Money,
    Percent,
    /// How many of the one for one of the other.
    Ratio,
    /// Things; the unit where it is written.
    Count(Option<String>),
}

impl Measure {
    /// What a figure of a text says; `None` where it is no number, such as 十百千.
    pub(crate) fn of_text(figure: &str) -> Option<Self> {
        let letters: Vec<char> = super::letters(figure)
            .into_iter()
            .filter(|it| !it.is_whitespace() && *it != ',')
            .collect();
        if let Some(hundredths) = strip(&letters, "百分之") {
            let value = numeral(hundredths)?;
            return Some(Self { values: vec![value], kind: Kind::Percent });
        }
        let letters = strip(&letters, "第").unwrap_or(&letters);
        let digits = |it: &char| it.is_ascii_digit() || ".:-至".contains(*it);
        if letters.first().is_some_and(char::is_ascii_digit) {
            let end = letters.iter().position(|it| !digits(it)).unwrap_or(letters.len());
            let (numbers, unit) = letters.split_at(end);
            return Self::of_digits(numbers, unit);
        }
        let numerals = |it: &char| NUMERALS.contains(*it);
        let end = letters.iter().position(|it| !numerals(it)).unwrap_or(letters.len());
        let (numerals, unit) = letters.split_at(end);
        let unit: String = unit.iter().collect();
        let unit = unit.trim_start_matches(['多', '余', '几']);
        Some(Self::with_unit(vec![numeral(numerals)?], unit))
    }

    fn of_digits(numbers: &[char], unit: &[char]) -> Option<Self> {
        let parts = |sign: &[char]| {
            let parts = numbers.split(|it| sign.contains(it));
            let read = |part: &[char]| {
                Decimal::from_str_exact(&part.iter().collect::<String>()).ok()
            };
            parts.map(read).collect::<Option<Vec<Decimal>>>()
        };
        if numbers.contains(&':') {
            let parts = parts(&[':'])?;
            let (first, rest) = parts.split_first()?;
            let ratios = rest.iter().map(|part| part.checked_div(*first));
            return Some(Self {
                values: ratios.collect::<Option<_>>()?,
                kind: Kind::Ratio,
            });
        }
        let values = parts(&['-', '至'])?;
        let unit: String = unit.iter().collect();
        // `100+N` and `5G` are names.
        if unit.starts_with(|it: char| it == '+' || it.is_ascii_alphabetic()) {
            return None;
        }
        Some(Self::with_unit(values, unit.trim_start_matches(['多', '余'])))
    }

    /// A constant as an award writes it.
    pub(crate) fn of_constant(number: Decimal, unit: Option<&str>) -> Self {
        Self::with_unit(vec![number], unit.unwrap_or_default())
    }

    /// A ratio as an award writes it: so many yuan to one of a superior grant.
    pub(crate) fn ratio(ratio: Decimal) -> Self {
        Self { values: vec![ratio], kind: Kind::Ratio }
    }

    fn with_unit(values: Vec<Decimal>, unit: &str) -> Self {
        if unit == "%" {
            return Self { values, kind: Kind::Percent };
        }
        let powers = unit.chars().take_while(|it| POWERS.contains(*it));
        let zeros: u32 = powers.clone().map(zeros).sum();
        let things = unit.trim_start_matches(|it| POWERS.contains(it));
        let values = values.iter().map(|it| it.saturating_mul(power(zeros))).collect();
        let kind = match things {
            "元" => Kind::Money,
            "" => Kind::Count(None),
            // Different words for the same thing counted.
            "强" | "位次" | "个位次" => Kind::Count(Some("位".to_owned())),
            "名" => Kind::Count(Some("人".to_owned())),
            "年度" => Kind::Count(Some("年".to_owned())),
            "百分点" | "个百分点" => Kind::Percent,
            other => Kind::Count(Some(other.to_owned())),
        };
        Self { values, kind }
    }

    /// Whether an award that uses `used` uses this figure.
    pub(crate) fn covers(&self, used: &Self) -> bool {
        let has = |value: Decimal| self.values.contains(&value);
        let hundred = Decimal::ONE_HUNDRED;
        used.values.iter().all(|value| match (&self.kind, &used.kind) {
            (Kind::Percent, Kind::Ratio | Kind::Count(None)) => {
                has(value.saturating_mul(hundred))
            }
            (Kind::Count(Some(listed)), Kind::Count(Some(used))) => {
                listed == used && has(*value)
            }
            (Kind::Count(_), Kind::Count(_)) => has(*value),
            (listed, used) => listed == used && has(*value),
        })
    }
}

fn strip<'t>(letters: &'t [char], lead: &str) -> Option<&'t [char]> {
    let lead: Vec<char> = lead.chars().collect();
    letters.strip_prefix(lead.as_slice())
}

fn zeros(power: char) -> u32 {
    match power {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        _ => 8,
    }
}

fn power(zeros: u32) -> Decimal {
    Decimal::from(10_u64.saturating_pow(zeros))
}

/// The number that Chinese numerals spell: 五十, 一百二十, 两, 二〇二〇.
pub(super) fn numeral(letters: &[char]) -> Option<Decimal> {
    let digit = |letter: char| {
        let at = "零一二三四五六七八九".chars().position(|it| it == letter);
        match letter {
            '〇' => Some(0),
            '两' | '双' => Some(2),
            _ => at,
        }
    };
    if letters.is_empty() {
        return None;
    }
    let all_digits = letters.iter().map(|it| digit(*it)).collect::<Option<Vec<_>>>();
    if let Some(digits) = all_digits {
        let text: String = digits.iter().map(ToString::to_string).collect();
        return Decimal::from_str_exact(&text).ok();
    }
    // Tens, hundreds and thousands add up and fall; 万 and 亿 multiply what stands before.
    let (mut total, mut section, mut last, mut below) = (0_u64, 0_u64, None, 5);
    for letter in letters {
        if let Some(digit) = digit(*letter) {
            if last.is_some_and(|it| it > 0) {
                return None;
            }
            last = Some(u64::try_from(digit).ok()?);
            continue;
        }
        let zeros = match letter {
            '半' => return None,
            power => zeros(*power),
        };
        if zeros >= 4 {
            let before = section + last.take().unwrap_or(0);
            total += before.max(1) * 10_u64.pow(zeros);
            (section, below) = (0, 5);
        } else if zeros < below {
            section += last.take().unwrap_or(1).max(1) * 10_u64.pow(zeros);
            below = zeros;
        } else {
            return None;
        }
    }
    Some(Decimal::from(total + section + last.unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> =
            scan(&super::super::letters(text)).into_iter().map(|it| it.text).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn arabic_figures_have_their_units() {
        check("给予 20 万元奖励,1000万元,2 亿元", &["20万元", "1000万元", "2亿元"]);
        check("达到 2.85%以上,５０％", &["2.85%", "50%"]);
        check("增加 1 个百分点,前移 1 个位次", &["1个百分点", "1个位次"]);
        check("到2020年,2021年度,3月", &["2020年", "2021年度", "3月"]);
        check("〔2017〕20 号,5G,共 1,000 家", &["2017", "20号", "5G", "1,000家"]);
        check("1000家,2000家;20余家", &["1000家", "2000家", "20余家"]);
    }

    #[test]
    fn figures_are_written_as_inventories_write_them() {
        let found: Vec<String> =
            scan(&super::super::letters("20万元,50%,五十强,3—5年,100+N,7"))
                .iter()
                .map(Figure::written)
                .collect();
        assert_eq!(found, ["20 万元", "50%", "五十强", "3-5 年", "100+N", "7"]);
    }

    #[test]
    fn joined_numbers_are_one_figure() {
        check("未来 3—5 年,1—2 个,3至5家", &["3-5年", "1-2个", "3至5家"]);
        check("按 1:1 和 1：1：1", &["1:1", "1:1:1"]);
        check("2020-2025,2018-08-01,100+N", &["2020-2025", "2018-08-01", "100+N"]);
    }

    #[test]
    fn chinese_numerals_count_with_a_unit() {
        check("进入全省五十强,百强,百项", &["五十强", "百强", "百项"]);
        check("三年行动,第二届,两大领域", &["三年", "第二届", "两大"]);
        check(
            "数十家、数百家,几十名,二十余家",
            &["数十家", "数百家", "几十名", "二十余家"],
        );
        check("千亿级,过百亿企业,千企", &["千亿级", "百亿", "千企"]);
        check("百分之三十五,二〇二〇年", &["百分之三十五", "二〇二〇年"]);
    }

    #[test]
    fn several_numerals_count_alone() {
        check("“十百千”工程,“十四五”,双百计划", &["十百千", "十四五", "双百"]);
    }

    #[test]
    fn words_that_count_nothing_are_no_figures() {
        check("统一大市场,一次性奖励,进一步强化,一批,一系列,一流", &[]);
        check("一等奖,第一完成单位,单一,双创,双轮,新三板,一体化", &[]);
    }

    #[test]
    fn figures_are_read_as_numbers() {
        let check = |figure: &str, values: &[&str], kind: Kind| {
            let values =
                values.iter().map(|it| Decimal::from_str_exact(it).unwrap()).collect();
            assert_eq!(
                Measure::of_text(figure),
                Some(Measure { values, kind }),
                "{figure}"
            );
        };
        let count = |unit: &str| Kind::Count(Some(unit.to_owned()));
        check("20 万元", &["200000"], Kind::Money);
        check("1.5 亿元", &["150000000.0"], Kind::Money);
        check("50%", &["50"], Kind::Percent);
        check("百分之五", &["5"], Kind::Percent);
        check("1:1", &["1"], Kind::Ratio);
        check("1:1:1", &["1", "1"], Kind::Ratio);
        check("五十强", &["50"], count("位"));
        check("百项", &["100"], count("项"));
        check("一百二十件", &["120"], count("件"));
        check("3—5 年", &["3", "5"], count("年"));
        check("2021 年度", &["2021"], count("年"));
        check("二〇二〇年", &["2020"], count("年"));
        check("3 万人", &["30000"], count("人"));
        for figure in ["十百千", "数十家", "100+N", "半年"] {
            assert_eq!(Measure::of_text(figure), None, "{figure}");
        }
    }
}
