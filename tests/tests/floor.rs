//! The floor of the speed measurements does what the engine does.
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

use mingbai_core::{Decimal, Pack, Verdict, assess};
use mingbai_tests::floor::{self, Applicant, Determined};
use mingbai_tests::random::Dice;
use mingbai_tests::real::{self, DATES, Values};

#[test]
fn the_floor_agrees_with_the_engine() {
    let pack = Pack::load(real::weihai()).unwrap();
    let again =
        "cargo run -p mingbai-tests --bin floor > tests/src/floor.rs && cargo fmt";
    assert_eq!(pack.file().awards.len(), floor::AWARDS, "the pack has changed: {again}");
    let values = Values::new(pack.file());
    let nothing = Determined { verdict: floor::Verdict::Ineligible, min: 0, max: None };
    let mut found = [nothing; floor::AWARDS];
    for seed in 0..500 {
        let raw = values.applicant(&mut Dice::seeded(seed), pack.file());
        let answers = real::everything(&pack, &raw);
        floor::assess(&Applicant::new(&raw).unwrap(), &mut found);
        let assessment = assess(&pack, &answers, DATES[0]);
        for (floor, engine) in found.iter().zip(&assessment.determinations) {
            let id = &engine.award.id;
            let verdict = match floor.verdict {
                floor::Verdict::Eligible => Verdict::Eligible,
                floor::Verdict::NeedsReview => Verdict::NeedsReview,
                floor::Verdict::Ineligible => Verdict::Ineligible,
            };
            assert_eq!(verdict, engine.verdict, "{id} has changed: {again}");
            // Where the amount saturates the engine has the exact sum.
            let exact = floor.min < i64::MAX && floor.max.is_none_or(|it| it < i64::MAX);
            if exact {
                let yuan = |sum: i64| Decimal::new(sum, 4).normalize();
                assert_eq!(yuan(floor.min), engine.amount.min, "{id}: {again}");
                assert_eq!(floor.max.map(yuan), engine.amount.max, "{id}: {again}");
            }
        }
    }
}
