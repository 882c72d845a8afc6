//! What the interview promises of the applicants of Weihai; `cargo bench -p mingbai-tests
//! --bench interview` says how it does beside other orders.

use std::sync::Arc;

use mingbai_core::{Pack, Session};
use mingbai_tests::applicants::applicant;
use mingbai_tests::real;
use mingbai_tests::walk::{Way, early_share, walk};

/// Applicants; fewer where the compiler did not optimise. `make test-host` runs both.
const APPLICANTS: u64 = if cfg!(debug_assertions) { 100 } else { 1_000 };

/// Screens that an ordinary enterprise meets at most.
const MOST_SCREENS: usize = 15;

/// How much of the money that can be decided is decided in the first half of the screens,
/// in percent.
const EARLY: f64 = 80.0;

#[test]
fn the_interview_is_short_and_decides_the_money_early() {
    let pack = Arc::new(Pack::load(real::weihai()).expect("the pack of Weihai"));
    let mut ways: Vec<Way> = Vec::new();
    for number in 0..APPLICANTS {
        let applicant = applicant(pack.file(), number);
        let way = walk(&pack, &applicant, true, Session::next_question);
        assert_eq!(way.idle, 0, "applicant {number} met a screen that changed nothing");
        if applicant.ordinary {
            let screens = way.screens;
            assert!(screens <= MOST_SCREENS, "applicant {number} met {screens} screens");
        }
        ways.push(way);
    }
    let early = early_share(&ways, false);
    assert!(early >= EARLY, "{early:.1} % is decided in the first half");
}
