//! Writes the floors of the speed measurements, `tests/src/floor.rs` and
//! `tests/src/floor/digits.rs`: the awards of Weihai as plain Rust, the way a programmer
//! would write them who never meets an unknown.
//!
//!     cargo run -p mingbai-tests --bin floor && cargo fmt

#![expect(clippy::panic, clippy::expect_used, reason = "a generator")]

use std::fmt::Write as _;
use std::path::Path;

use mingbai_core::{
    Amount, Comparison, Condition, Decimal, Expression, Fact, FactId, Kind, PackFile,
    Value,
};
use mingbai_tests::oracle::domain::domain;
use mingbai_tests::real;

/// What is written once for both.
const FOOT: &str = "
fn met(met: bool) -> Verdict {
    if met { Verdict::Eligible } else { Verdict::Ineligible }
}

fn judged(sure: bool, possible: bool) -> Verdict {
    match (sure, possible) {
        (true, _) => Verdict::Eligible,
        (false, true) => Verdict::NeedsReview,
        (false, false) => Verdict::Ineligible,
    }
}

fn option(value: &Value, options: &[&str]) -> u8 {
    let place = match value {
        Value::Choice(chosen) => options.iter().position(|it| *it == chosen.as_str()),
        _ => None,
    };
    place.and_then(|place| place.try_into().ok()).unwrap_or(u8::MAX)
}
";

/// What is written for the floor of decimals.
const PLAIN: &str = "
fn value<'a>(answers: &'a Answers, fact: &FactId) -> &'a Value {
    match answers.get(fact) {
        Some(Answer::Known(value)) => value,
        _ => &Value::YesNo(false),
    }
}

fn number(value: &Value) -> Decimal {
    match value {
        Value::Number(number) => *number,
        _ => Decimal::ZERO,
    }
}

const fn of(low: u32, middle: u32, high: u32, scale: u32) -> Decimal {
    Decimal::from_parts(low, middle, high, false, scale)
}

fn exactly(sum: Decimal) -> Amounts {
    Amounts { min: sum, max: Some(sum) }
}

fn up_to(most: Option<Decimal>) -> Amounts {
    Amounts { min: Decimal::ZERO, max: most }
}
";

/// What is written for the floor of digits.
const DIGITS: &str = "
fn number(value: &Value, scale: i64) -> i64 {
    match value {
        Value::Number(number) => {
            let scaled = number.checked_mul(Decimal::from(scale)).unwrap_or_default();
            scaled.try_into().unwrap_or(i64::MAX)
        }
        _ => 0,
    }
}
";

fn main() {
    let file = real::weihai();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (style, path) in [(Style::Plain, "floor.rs"), (Style::Digits, "floor/digits.rs")]
    {
        let writer = Writer { file: &file, style };
        std::fs::write(folder.join(path), writer.write()).expect("the folder is there");
    }
}

/// How values are held.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// As the engine's own types, looked up in its answers.
    Plain,
    /// As machine integers, digested beforehand.
    Digits,
}

struct Writer<'p> {
    file: &'p PackFile,
    style: Style,
}

impl Writer<'_> {
    fn write(&self) -> String {
        let allow = "#![allow(clippy::all, reason = \"written from the rules by a program: a \
                     line for each criterion, as it stands there\")]\n\n";
        let mut text = match self.style {
            Style::Plain => format!(
                "//! The awards of Weihai for complete answers, as a programmer would write \
                 them by hand:\n//! the floor that the engine's speed is measured against. It \
                 takes the engine's answers and\n//! gives a verdict and an exact amount for \
                 each award, no more.\n//!\n//! Written by `cargo run -p mingbai-tests --bin \
                 floor`; not to be edited.\n{allow}pub mod digits;\n\nuse \
                 std::sync::LazyLock;\n\nuse mingbai_core::{{Amounts, Answer, Answers, \
                 Decimal, FactId, Value, Verdict}};\n\n"
            ),
            Style::Digits => format!(
                "//! The awards of Weihai on machine integers that somebody else has read, \
                 checked and scaled:\n//! below what any program does that starts from \
                 answers.\n//!\n//! Written by `cargo run -p mingbai-tests --bin floor`; not to be \
                 edited.\n{allow}use mingbai_core::{{Decimal, Value, Verdict}};\n\n\
                 /// Verdict and amount of one award; sums in hundredths of a fen.\n\
                 #[derive(Clone, Copy, Debug, PartialEq, Eq)]\n\
                 pub struct Determined {{\n/// What it comes to.\npub verdict: Verdict,\n\
                 /// The least.\npub min: i64,\n/// The most; `None` where nothing bounds it.\n\
                 pub max: Option<i64>,\n}}\n\n"
            ),
        };
        let count = self.file.awards.len();
        put(
            &mut text,
            &format!(
                "/// How many awards there are.\npub const AWARDS: usize = {count};\n"
            ),
        );
        self.applicant(&mut text);
        self.assess(&mut text);
        text.push_str(FOOT);
        text.push_str(match self.style {
            Style::Plain => PLAIN,
            Style::Digits => DIGITS,
        });
        text
    }

    /// The applicant as a struct of values.
    fn applicant(&self, text: &mut String) {
        put(
            text,
            "/// Everything about an applicant.\n#[derive(Clone, Debug)]\npub struct Applicant {",
        );
        for fact in &self.file.facts {
            let kind = match (&fact.kind, self.style) {
                (Kind::YesNo, _) => "bool",
                (Kind::Choice(_), _) => "u8",
                (Kind::Jurisdiction, _) => "u32",
                (_, Style::Plain) => "Decimal",
                (_, Style::Digits) => "i64",
            };
            put(text, &format!("/// A fact.\npub {}: {kind},", fact.id));
        }
        put(text, "}\n\nimpl Applicant {");
        put(
            text,
            match self.style {
                Style::Plain => {
                    "/// From complete answers.\npub fn new(answers: &Answers) -> Self {\n\
                 let ids = &*IDS;\nSelf {"
                }
                Style::Digits => {
                    "/// From the values of the pack's facts, in its order.\n\
                 pub fn new(values: &[Value]) -> Option<Self> {\n\
                 let mut values = values.iter();\nSome(Self {"
                }
            },
        );
        for fact in &self.file.facts {
            let id = &fact.id;
            let value = match self.style {
                Style::Plain => format!("value(answers, &ids.{id})"),
                Style::Digits => "values.next()?".to_owned(),
            };
            let read = match (&fact.kind, self.style) {
                (Kind::YesNo, _) => format!("*{value} == Value::YesNo(true)"),
                (Kind::Choice(options), _) => {
                    let options: Vec<_> =
                        options.iter().map(|option| format!("\"{option}\"")).collect();
                    format!("option({value}, &[{}])", options.join(", "))
                }
                (Kind::Jurisdiction, _) => format!(
                    "match {value} {{ Value::Jurisdiction(place) => place.code(), _ => 0 }}"
                ),
                (_, Style::Plain) => format!("number({value})"),
                (_, Style::Digits) => format!("number({value}, {})", scale(fact)),
            };
            put(text, &format!("{id}: {read},"));
        }
        if self.style == Style::Digits {
            put(text, "})\n}\n}\n");
            return;
        }
        put(text, "}\n}\n}\n\n#[derive(Debug)]\nstruct Ids {");
        for fact in &self.file.facts {
            put(text, &format!("{}: FactId,", fact.id));
        }
        put(text, "}\n\nstatic IDS: LazyLock<Ids> = LazyLock::new(|| Ids {");
        for fact in &self.file.facts {
            put(text, &format!("{}: \"{}\".into(),", fact.id, fact.id));
        }
        put(text, "});\n");
    }

    fn assess(&self, text: &mut String) {
        let file = self.file;
        put(
            text,
            match self.style {
                Style::Plain => {
                    "/// Determines every award, in the order of the pack.\n\
                 pub fn assess(it: &Applicant) -> Vec<(Verdict, Amounts)> {"
                }
                Style::Digits => {
                    "/// Determines every award, in the order of the pack.\n\
                 pub fn assess(it: &Applicant, out: &mut [Determined; AWARDS]) {"
                }
            },
        );
        for fact in &file.facts {
            let id = &fact.id;
            let value = match &fact.applies {
                None => format!("it.{id}"),
                Some(applies) => {
                    let asked = self.condition(&applies.asked_if, true);
                    let otherwise = self.literal(fact, &applies.otherwise);
                    format!("if {asked} {{ it.{id} }} else {{ {otherwise} }}")
                }
            };
            put(text, &format!("let {id} = {value};"));
        }
        if self.style == Style::Plain {
            put(text, "vec![");
        }
        for (index, award) in file.awards.iter().enumerate() {
            put(text, &format!("// {}", award.id));
            let all = |favourable: bool| {
                let all = award.criteria.iter();
                let all = all.map(|it| self.condition(&it.condition, favourable));
                all.collect::<Vec<_>>().join(" && ")
            };
            let (best, worst) = (all(true), all(false));
            let verdict = match best == worst {
                true => format!("met({best})"),
                false => format!("judged({worst}, {best})"),
            };
            let amount = self.amount(&award.amount);
            put(
                text,
                &match self.style {
                    Style::Plain => format!("({verdict}, {amount}),"),
                    Style::Digits => {
                        format!(
                            "out[{index}] = Determined {{ verdict: {verdict}, {amount} }};"
                        )
                    }
                },
            );
        }
        put(text, if self.style == Style::Plain { "]\n}" } else { "}" });
    }

    fn literal(&self, fact: &Fact, value: &Value) -> String {
        match value {
            Value::YesNo(yes) => yes.to_string(),
            Value::Number(number) => self.number(*number, scale(fact)),
            Value::Choice(option) => place(fact, option.as_str()).to_string(),
            _ => panic!("`{}`: write this kind of value first", fact.id),
        }
    }

    /// A number as it is compared; digits are so many times as large.
    fn number(&self, number: Decimal, scale: i64) -> String {
        if self.style == Style::Digits {
            return scaled(number, scale);
        }
        let it = number.normalize().unpack();
        assert!(!it.negative, "{number}: write negative numbers first");
        format!("of({}, {}, {}, {})", it.lo, it.mid, it.hi, it.scale)
    }

    fn condition(&self, it: &Condition, favourable: bool) -> String {
        let file = self.file;
        let join = |members: &[Condition], by: &str, none: &str| match members {
            [] => none.to_owned(),
            members => {
                let members: Vec<_> =
                    members.iter().map(|it| self.condition(it, favourable)).collect();
                format!("({})", members.join(by))
            }
        };
        match it {
            Condition::All(members) => join(members, " && ", "true"),
            Condition::Any(members) => join(members, " || ", "false"),
            Condition::Not(inner) => format!("!({})", self.condition(inner, favourable)),
            Condition::Yes(fact) => fact.to_string(),
            Condition::OneOf { fact, options } => {
                let known = find(file, fact);
                let places: Vec<_> = options
                    .iter()
                    .map(|option| place(known, option.as_str()).to_string())
                    .collect();
                format!("matches!({fact}, {})", places.join(" | "))
            }
            Condition::Within { fact, division } => {
                let (low, high) = division.span();
                format!("({low}..={high}).contains(&{fact})")
            }
            Condition::Compare {
                left: Expression::Fact(fact),
                is,
                right: Expression::Number(number),
            } => {
                let is = match is {
                    Comparison::AtLeast => ">=",
                    Comparison::MoreThan => ">",
                    Comparison::AtMost => "<=",
                    Comparison::LessThan => "<",
                    Comparison::Equal => "==",
                    Comparison::Unequal => "!=",
                };
                format!("{fact} {is} {}", self.number(*number, scale(find(file, fact))))
            }
            Condition::Review(_) => favourable.to_string(),
            _ => panic!("write this kind of condition first: {it:?}"),
        }
    }

    fn amount(&self, amount: &Amount) -> String {
        let exactly = |sum: String| match self.style {
            Style::Plain => format!("exactly({sum})"),
            Style::Digits => format!("min: {sum}, max: Some({sum})"),
        };
        let up_to = |sum: &str| match self.style {
            Style::Plain => format!("up_to({sum})"),
            Style::Digits => format!("min: 0, max: {sum}"),
        };
        let constant = |it: &Expression, scale: i64| match it {
            Expression::Number(number) => self.number(*number, scale),
            _ => panic!("write this kind of amount first: {amount:?}"),
        };
        let times =
            |fact: &Expression, factor: String, cap: Option<&Expression>| match fact {
                Expression::Fact(fact) => {
                    let sum = match self.style {
                        Style::Plain => format!("({fact} * {factor})"),
                        Style::Digits => format!("{fact}.saturating_mul({factor})"),
                    };
                    match cap {
                        Some(cap) => format!("{sum}.min({})", constant(cap, YUAN)),
                        None => sum,
                    }
                }
                _ => panic!("write this kind of amount first: {amount:?}"),
            };
        let of = |fact: &Expression| match fact {
            Expression::Fact(fact) => scale(find(self.file, fact)),
            _ => 1,
        };
        match amount {
            Amount::Fixed(sum) => exactly(constant(sum, YUAN)),
            Amount::UpTo(sum) => up_to(&format!("Some({})", constant(sum, YUAN))),
            Amount::PerUnit { each, count, cap } => {
                exactly(times(count, constant(each, YUAN / of(count)), cap.as_ref()))
            }
            Amount::Rate { percent, base, cap } => {
                let share = match (percent, self.style) {
                    (Expression::Number(number), Style::Plain) => {
                        Expression::Number(number / Decimal::ONE_HUNDRED)
                    }
                    _ => percent.clone(),
                };
                exactly(times(
                    base,
                    constant(&share, YUAN / 100 / of(base)),
                    cap.as_ref(),
                ))
            }
            Amount::Matching { grant, ratio, cap } => {
                let ratio = Expression::Number(*ratio);
                exactly(times(grant, constant(&ratio, YUAN / of(grant)), cap.as_ref()))
            }
            Amount::Unspecified | Amount::TaxPreference => up_to("None"),
            Amount::InKind | Amount::Service | Amount::Recognition => {
                exactly(self.number(Decimal::ZERO, 1))
            }
            Amount::Tiers(_) => panic!("write this kind of amount first: {amount:?}"),
        }
    }
}

fn put(text: &mut String, line: &str) {
    writeln!(text, "{line}").expect("a string takes all");
}

/// Hundredths of a fen.
const YUAN: i64 = 10_000;

fn scale(fact: &Fact) -> i64 {
    10_i64.pow(domain(fact).expect("a number").decimals)
}

fn find<'p>(file: &'p PackFile, id: &FactId) -> &'p Fact {
    file.facts.iter().find(|fact| fact.id == *id).expect("a fact of the pack")
}

fn place(fact: &Fact, option: &str) -> usize {
    match &fact.kind {
        Kind::Choice(options) => {
            options.iter().position(|it| it.as_str() == option).expect("an option")
        }
        _ => panic!("`{}` is no choice", fact.id),
    }
}

fn scaled(number: Decimal, scale: i64) -> String {
    let scaled = (number * Decimal::from(scale)).normalize();
    assert_eq!(scaled.scale(), 0, "{number} has more decimals than its fact");
    scaled.to_string()
}
