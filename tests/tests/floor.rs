//! The floors of the speed measurements do what the engine does.
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
use mingbai_tests::floor::digits::{self, Determined};
use mingbai_tests::floor::{self, Applicant};
use mingbai_tests::random::Dice;
use mingbai_tests::real::{self, DATES, Values};

#[test]
fn the_floors_agree_with_the_engine() {
    let pack = Pack::load(real::weihai()).unwrap();
    let again = "cargo run -p mingbai-tests --bin floor && cargo fmt";
    assert_eq!(pack.file().awards.len(), floor::AWARDS, "the pack has changed: {again}");
    let values = Values::new(pack.file());
    let nothing = Determined { verdict: Verdict::Ineligible, min: 0, max: None };
    let mut digits = [nothing; digits::AWARDS];
    for seed in 0..500 {
        let raw = values.applicant(&mut Dice::seeded(seed), pack.file());
        let answers = real::everything(&pack, &raw);
        let plain = floor::assess(&Applicant::new(&answers));
        digits::assess(&digits::Applicant::new(&raw).unwrap(), &mut digits);
        let assessment = assess(&pack, &answers, DATES[0]);
        for ((digits, plain), engine) in
            digits.iter().zip(&plain).zip(&assessment.determinations)
        {
            let id = &engine.award.id;
            assert_eq!(
                plain,
                &(engine.verdict, engine.amount),
                "{id} has changed: {again}"
            );
            assert_eq!(digits.verdict, engine.verdict, "{id} has changed: {again}");
            // Where the digits saturate the engine has the exact sum.
            if digits.min < i64::MAX && digits.max.is_none_or(|it| it < i64::MAX) {
                let yuan = |sum: i64| Decimal::new(sum, 4).normalize();
                assert_eq!(yuan(digits.min), engine.amount.min, "{id}: {again}");
                assert_eq!(digits.max.map(yuan), engine.amount.max, "{id}: {again}");
            }
        }
    }
}
