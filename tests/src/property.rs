//! How a property is checked over random cases.

use std::env;
use std::fmt::Debug;

use mingbai_core::Amounts;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

use crate::random::{Arithmetic, Case};

/// Checks a property over `cases` random cases: the same ones each time, unless the
/// environment says otherwise (`PROPTEST_CASES`, `PROPTEST_RNG_SEED`).
///
/// # Panics
///
/// With the smallest case found for which `property` fails or panics.
pub fn check(
    cases: u32,
    arithmetic: Arithmetic,
    property: impl Fn(&Case) -> Result<(), String>,
) {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(20_261_122);
    }
    let outcome = TestRunner::new(config).run(&Case::strategy(arithmetic), |case| {
        property(&case).map_err(TestCaseError::fail)
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// That two things are equal.
///
/// # Errors
///
/// Both of them, when they are not.
pub fn equal<T: PartialEq + Debug>(
    what: &str,
    found: &T,
    expected: &T,
) -> Result<(), String> {
    match found == expected {
        true => Ok(()),
        false => Err(format!("{what}: found {found:?}, expected {expected:?}")),
    }
}

/// That something holds.
///
/// # Errors
///
/// What `problem` says, when it does not.
pub fn holds(it: bool, problem: impl FnOnce() -> String) -> Result<(), String> {
    match it {
        true => Ok(()),
        false => Err(problem()),
    }
}

/// Whether `outer` holds everything that `inner` does.
pub fn encloses(outer: Amounts, inner: Amounts) -> bool {
    let below_max = match (outer.max, inner.max) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(outer), Some(inner)) => inner <= outer,
    };
    outer.min <= inner.min && below_max
}
