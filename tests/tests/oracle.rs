//! The engine against the oracle, over every completion of small random packs.
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

use mingbai_core::{Assessment, Determination, FactId, Status, Verdict, assess};
use mingbai_tests::oracle::{Expected, Oracle};
use mingbai_tests::property::{check, encloses, equal};
use mingbai_tests::random::Arithmetic;

/// How many random cases each property sees.
const CASES: u32 = 2_000;

/// Calls `compare` with the determination and the law of each award of random cases.
fn compare(
    arithmetic: Arithmetic,
    compare: impl Fn(&Assessment<'_>, &Determination<'_>, &Expected) -> Result<(), String>,
) {
    check(CASES, arithmetic, |case| {
        let pack = case.pack();
        let answers = case.answers(&pack);
        let assessment = assess(&pack, &answers, case.date);
        let oracle = Oracle::new(pack.file(), &answers, case.date);
        for (index, found) in assessment.determinations.iter().enumerate() {
            compare(&assessment, found, &oracle.expect(index))
                .map_err(|problem| format!("{}: {problem}", found.award.id))?;
        }
        Ok(())
    });
}

fn missing(determination: &Determination<'_>) -> Vec<FactId> {
    determination.missing.iter().map(|fact| fact.id.clone()).collect()
}

#[test]
fn verdicts_are_sound_and_complete_where_facts_are_compared_with_constants() {
    compare(Arithmetic::Constants, |_, found, expected| {
        equal("verdict", &found.verdict, &expected.verdict)
    });
}

#[test]
fn criteria_are_sound_and_complete_where_facts_are_compared_with_constants() {
    compare(Arithmetic::Constants, |assessment, found, expected| {
        equal("criteria", &assessment.criteria(&found.award.id), &expected.criteria)
    });
}

#[test]
fn amounts_are_exact_where_facts_are_compared_with_constants() {
    compare(Arithmetic::Constants, |_, found, expected| {
        equal("amount", &found.amount, &expected.amount)
    });
}

#[test]
fn missing_facts_are_exact_where_facts_are_compared_with_constants() {
    compare(Arithmetic::Constants, |_, found, expected| {
        equal("missing", &missing(found), &expected.missing)
    });
}

#[test]
fn verdicts_are_sound_under_any_arithmetic() {
    compare(Arithmetic::Any, |assessment, found, expected| {
        if found.verdict != Verdict::Undetermined {
            equal("verdict", &found.verdict, &expected.verdict)?;
        }
        let criteria = assessment.criteria(&found.award.id);
        for (found, expected) in criteria.iter().zip(&expected.criteria) {
            if *found != Status::Open {
                equal("criterion", found, expected)?;
            }
        }
        Ok(())
    });
}

#[test]
fn amounts_enclose_every_completion_under_any_arithmetic() {
    compare(Arithmetic::Any, |_, found, expected| {
        // What cannot be granted is worth something else than what might be.
        let comparable = (found.verdict == Verdict::Ineligible)
            == (expected.verdict == Verdict::Ineligible);
        match comparable && !encloses(found.amount, expected.amount) {
            true => equal("amount", &found.amount, &expected.amount),
            false => Ok(()),
        }
    });
}

#[test]
fn no_fact_that_matters_is_left_out_under_any_arithmetic() {
    compare(Arithmetic::Any, |_, found, expected| {
        let listed = missing(found);
        match expected.missing.iter().all(|fact| listed.contains(fact)) {
            true => Ok(()),
            false => equal("missing", &listed, &expected.missing),
        }
    });
}
