//! Writes the floor of the speed measurements, `tests/src/floor.rs`: the awards of Weihai as
//! plain Rust, the way a programmer would write them who never meets an unknown.
//!
//!     cargo run -p mingbai-tests --bin floor > tests/src/floor.rs && cargo fmt

#![expect(
    clippy::print_stdout,
    clippy::panic,
    clippy::expect_used,
    reason = "a generator"
)]

use mingbai_core::{
    Amount, Comparison, Condition, Decimal, Expression, Fact, FactId, Kind, PackFile,
    Value,
};
use mingbai_tests::oracle::domain::domain;
use mingbai_tests::real;

fn main() {
    let file = real::weihai();
    println!(
        "//! The awards of Weihai for complete answers, as plain Rust: the floor that the\n\
         //! engine's speed is measured against.\n\
         //!\n\
         //! Written by `cargo run -p mingbai-tests --bin floor`; not to be edited.\n\
         #![allow(clippy::all, reason = \"written from the rules by a program: a line \
         for each criterion, as it stands there\")]\n\n\
         use mingbai_core::{{Decimal, Value}};\n\n\
         /// What an award comes to.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq)]\n\
         pub enum Verdict {{\n/// All criteria are met.\nEligible,\n\
         /// An authority judges the rest.\nNeedsReview,\n\
         /// Some criterion is unmet.\nIneligible,\n}}\n\n\
         /// Verdict and amount of one award; sums in hundredths of a fen.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq)]\n\
         pub struct Determined {{\n/// What it comes to.\npub verdict: Verdict,\n\
         /// The least.\npub min: i64,\n/// The most; `None` where nothing bounds it.\n\
         pub max: Option<i64>,\n}}\n\n\
         /// How many awards there are.\npub const AWARDS: usize = {};\n",
        file.awards.len()
    );
    applicant(&file);
    println!(
        "/// Determines every award, in the order of the pack.\n\
         pub fn assess(it: &Applicant, out: &mut [Determined; AWARDS]) {{"
    );
    for fact in file.facts.iter() {
        let id = &fact.id;
        let value = match &fact.applies {
            None => format!("it.{id}"),
            Some(applies) => {
                let asked = condition(&file, &applies.asked_if, true);
                let otherwise = literal(fact, &applies.otherwise);
                format!("if {asked} {{ it.{id} }} else {{ {otherwise} }}")
            }
        };
        println!("let {id} = {value};");
    }
    for (index, award) in file.awards.iter().enumerate() {
        println!("// {}", award.id);
        let all = |favourable: bool| {
            let all = award.criteria.iter();
            let all = all.map(|it| condition(&file, &it.condition, favourable));
            all.collect::<Vec<_>>().join(" && ")
        };
        let (best, worst) = (all(true), all(false));
        let verdict = match best == worst {
            true => format!("met({best})"),
            false => format!("judged({worst}, {best})"),
        };
        let (min, max) = amount(&file, &award.amount);
        println!(
            "out[{index}] = Determined {{ verdict: {verdict}, min: {min}, max: {max} }};"
        );
    }
    println!(
        "}}\n\nfn met(met: bool) -> Verdict {{\nif met {{ Verdict::Eligible }} else {{ Verdict::Ineligible }}\n}}\n"
    );
    println!(
        "fn judged(sure: bool, possible: bool) -> Verdict {{\nmatch (sure, possible) {{\n\
         (true, _) => Verdict::Eligible,\n(false, true) => Verdict::NeedsReview,\n\
         (false, false) => Verdict::Ineligible,\n}}\n}}\n"
    );
    println!(
        "fn number(value: &Value, scale: i64) -> i64 {{\nmatch value {{\n\
         Value::Number(number) => {{\n\
         let scaled = number.checked_mul(Decimal::from(scale)).unwrap_or_default();\n\
         scaled.try_into().unwrap_or(i64::MAX)\n}}\n_ => 0,\n}}\n}}\n"
    );
    println!(
        "fn option(value: &Value, options: &[&str]) -> u8 {{\nlet place = match value {{\n\
         Value::Choice(chosen) => options.iter().position(|it| *it == chosen.as_str()),\n\
         _ => None,\n}};\nplace.and_then(|place| place.try_into().ok()).unwrap_or(u8::MAX)\n}}"
    );
}

/// The applicant as a struct of plain numbers.
fn applicant(file: &PackFile) {
    println!(
        "/// Everything about an applicant.\n#[derive(Clone, Debug)]\npub struct Applicant {{"
    );
    for fact in &file.facts {
        let kind = match &fact.kind {
            Kind::YesNo => "bool",
            Kind::Choice(_) => "u8",
            Kind::Jurisdiction => "u32",
            _ => "i64",
        };
        println!("/// A fact.\npub {}: {kind},", fact.id);
    }
    println!(
        "}}\n\nimpl Applicant {{\n/// From the values of the pack's facts, in its order.\n\
         pub fn new(values: &[Value]) -> Option<Self> {{\nlet mut values = values.iter();\n\
         Some(Self {{"
    );
    for fact in &file.facts {
        let read = match &fact.kind {
            Kind::YesNo => "*values.next()? == Value::YesNo(true)".to_owned(),
            Kind::Choice(options) => {
                let options: Vec<_> =
                    options.iter().map(|option| format!("\"{option}\"")).collect();
                format!("option(values.next()?, &[{}])", options.join(", "))
            }
            Kind::Jurisdiction => "match values.next()? { Value::Jurisdiction(place) => \
                                   place.code(), _ => 0 }"
                .to_owned(),
            _ => format!("number(values.next()?, {})", scale(fact)),
        };
        println!("{}: {read},", fact.id);
    }
    println!("}})\n}}\n}}\n");
}

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

fn literal(fact: &Fact, value: &Value) -> String {
    match value {
        Value::YesNo(yes) => yes.to_string(),
        Value::Number(number) => scaled(*number, scale(fact)),
        Value::Choice(option) => place(fact, option.as_str()).to_string(),
        _ => panic!("`{}`: write this kind of value first", fact.id),
    }
}

fn scaled(number: Decimal, scale: i64) -> String {
    let scaled = (number * Decimal::from(scale)).normalize();
    assert_eq!(scaled.scale(), 0, "{number} has more decimals than its fact");
    scaled.to_string()
}

fn condition(file: &PackFile, it: &Condition, favourable: bool) -> String {
    let join = |members: &[Condition], by: &str, none: &str| match members {
        [] => none.to_owned(),
        members => {
            let members: Vec<_> =
                members.iter().map(|it| condition(file, it, favourable)).collect();
            format!("({})", members.join(by))
        }
    };
    match it {
        Condition::All(members) => join(members, " && ", "true"),
        Condition::Any(members) => join(members, " || ", "false"),
        Condition::Not(inner) => format!("!({})", condition(file, inner, favourable)),
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
            format!("{fact} {is} {}", scaled(*number, scale(find(file, fact))))
        }
        Condition::Review(_) => favourable.to_string(),
        _ => panic!("write this kind of condition first: {it:?}"),
    }
}

/// Hundredths of a fen.
const YUAN: i64 = 10_000;

fn amount(file: &PackFile, amount: &Amount) -> (String, String) {
    let exactly = |sum: String| (sum.clone(), format!("Some({sum})"));
    let constant = |it: &Expression, scale: i64| match it {
        Expression::Number(number) => scaled(*number, scale),
        _ => panic!("write this kind of amount first: {amount:?}"),
    };
    let times = |fact: &Expression, factor: String, cap: Option<&Expression>| match fact {
        Expression::Fact(fact) => {
            let sum = format!("{fact}.saturating_mul({factor})");
            match cap {
                Some(cap) => format!("{sum}.min({})", constant(cap, YUAN)),
                None => sum,
            }
        }
        _ => panic!("write this kind of amount first: {amount:?}"),
    };
    let of = |fact: &Expression| match fact {
        Expression::Fact(fact) => scale(find(file, fact)),
        _ => 1,
    };
    match amount {
        Amount::Fixed(sum) => exactly(constant(sum, YUAN)),
        Amount::UpTo(sum) => ("0".to_owned(), format!("Some({})", constant(sum, YUAN))),
        Amount::PerUnit { each, count, cap } => {
            exactly(times(count, constant(each, YUAN / of(count)), cap.as_ref()))
        }
        Amount::Rate { percent, base, cap } => {
            exactly(times(base, constant(percent, YUAN / 100 / of(base)), cap.as_ref()))
        }
        Amount::Matching { grant, ratio, cap } => {
            let ratio = Expression::Number(*ratio);
            exactly(times(grant, constant(&ratio, YUAN / of(grant)), cap.as_ref()))
        }
        Amount::Unspecified | Amount::TaxPreference => {
            ("0".to_owned(), "None".to_owned())
        }
        Amount::InKind | Amount::Service | Amount::Recognition => exactly("0".to_owned()),
        Amount::Tiers(_) => panic!("write this kind of amount first: {amount:?}"),
    }
}
