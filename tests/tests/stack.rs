//! Packs that are deep or wide do not exhaust the stack: it comes back, refused or not.
//!
//! Beside the other traps, since a stack that overflows takes every test with it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::iter_over_hash_type,
    clippy::print_stdout,
    reason = "a test may"
)]

use std::sync::Arc;

use mingbai_core::{
    Amount, Answers, Condition, Expression, Kind, Pack, PackError, PackFile, Session,
    assess,
};
use mingbai_tests::small::{DATE, award, compare, domain, fact, file, it, number};

/// Loads a pack on a thread with a stack as small as a browser's.
fn load_in_a_browser(file: PackFile) -> Result<(), PackError> {
    let load = move || {
        let pack = Arc::new(Pack::load(file)?);
        let answers = Answers::new();
        let assessment = assess(&pack, &answers, DATE);
        for award in &pack.file().awards {
            assessment.explain(&award.id);
            assessment.near_misses(&award.id);
        }
        Session::new(Arc::clone(&pack), DATE).next_question();
        Ok(())
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(load);
    thread.unwrap().join().unwrap()
}

#[test]
fn a_long_chain_of_formulas_does_not_exhaust_the_stack() {
    let mut file = file(Vec::new());
    for index in 0..20_000 {
        let before = match index {
            0 => "x".to_owned(),
            _ => format!("f{}", index - 1),
        };
        let formula = Expression::Sum(vec![it(&before), number("0")]);
        let mut next = fact(&format!("f{index}"), Kind::Decimal(domain(1_000, 0)));
        next.derived = Some(formula);
        file.facts.push(next);
    }
    let condition = compare(it("f19999"), ">=", number("1"));
    file.awards.push(award(condition, Amount::InKind));
    // Refused or not: it comes back.
    let _ = load_in_a_browser(file);
}

#[test]
fn a_wide_condition_does_not_exhaust_the_stack() {
    let mut file = file(Vec::new());
    let mut members = Vec::new();
    for index in 0..30_000 {
        let id = format!("yes{index}");
        file.facts.push(fact(&id, Kind::YesNo));
        members.push(Condition::Yes(id.as_str().into()));
    }
    // The last variable first: each further one costs a single node.
    members.reverse();
    file.awards.push(award(Condition::All(members), Amount::InKind));
    let _ = load_in_a_browser(file);
}

#[test]
fn a_deep_condition_in_a_file_is_refused_before_it_is_read() {
    let deep = 100_000;
    let json = format!(
        r#"{{"schema": 1, "awards": {}{}}}"#,
        r#"{"not": "#.repeat(deep),
        "}".repeat(deep)
    );
    let load = move || Pack::from_json(&json).map(drop).unwrap_err();
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(load);
    assert_eq!(thread.unwrap().join().unwrap().code(), "MB-PACK-JSON");
}
