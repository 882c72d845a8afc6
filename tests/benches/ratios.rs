//! How fast the engine is, as ratios within one run.
//!
//!     cargo bench -p mingbai-tests
//!
//! Every time is the least of 200 samples of a millisecond, so that other work on the machine
//! is not counted; a session's steps are the median over its facts. `MINGBAI_BENCH=quick`
//! takes fewer samples and leaves out the largest pack.
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
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement reports")]

use std::env;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use mingbai_core::{
    Answer, Answers, Date, Decimal, FactId, Kind, Pack, Session, Value, Verdict, assess,
};
use mingbai_tests::floor;
use mingbai_tests::floor::digits::{self, Determined};
use mingbai_tests::random::Dice;
use mingbai_tests::real::{self, Values};
use mingbai_tests::synthetic;

const DATE: Date = Date::constant(2026, 11, 22);

fn quick() -> bool {
    env::var("MINGBAI_BENCH").is_ok_and(|it| it == "quick")
}

/// The least time of one call.
fn time(mut call: impl FnMut()) -> Duration {
    let sample = Duration::from_millis(1);
    let mut calls = 1_u32;
    loop {
        let start = Instant::now();
        for _ in 0..calls {
            call();
        }
        if start.elapsed() >= sample || calls > 1 << 24 {
            break;
        }
        calls *= 2;
    }
    let mut least = Duration::MAX;
    let start = Instant::now();
    for _ in 0..if quick() { 40 } else { 200 } {
        let sample = Instant::now();
        for _ in 0..calls {
            call();
        }
        least = least.min(sample.elapsed() / calls);
        // A large pack needs no more.
        if start.elapsed() > Duration::from_secs(2) {
            break;
        }
    }
    least
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn row(what: &str, time: Duration, to: Duration) {
    let ratio = time.as_secs_f64() / to.as_secs_f64();
    let micros = time.as_secs_f64() * 1e6;
    println!("  {what:<58} {micros:>12.2} µs {ratio:>9.3}");
}

fn main() {
    // Cargo's own arguments (`--bench`) mean nothing here.
    weihai();
    ten_thousand();
    growth();
}

/// (a) One assessment of the whole pack of Weihai against the floor.
///
/// The floor is a plain Rust function for the same awards (`tests/src/floor.rs`, generated):
/// it takes complete answers in the engine's own type, looks each fact up once, and returns
/// a verdict and an exact amount for each award. It knows no unknowns, no dates, no standing,
/// no missing facts. Below it stand two parts of that work, which no program that starts
/// from answers could do alone: the same function with all facts looked up beforehand, and
/// one on machine integers that somebody else has read, checked and scaled
/// (`tests/src/floor/digits.rs`). The second column of ratios is to the last of these.
fn weihai() {
    let pack = Pack::load(real::weihai()).unwrap();
    let values = Values::new(pack.file());
    let applicants: Vec<Vec<Value>> = (0..64)
        .map(|seed| values.applicant(&mut Dice::seeded(seed), pack.file()))
        .collect();
    let digits: Vec<digits::Applicant> =
        applicants.iter().map(|it| digits::Applicant::new(it).unwrap()).collect();
    let complete: Vec<Answers> =
        applicants.iter().map(|it| real::everything(&pack, it)).collect();
    let plain: Vec<floor::Applicant> =
        complete.iter().map(floor::Applicant::new).collect();
    let partial: Vec<Answers> = (0..)
        .zip(&applicants)
        .map(|(seed, it)| real::something(&mut Dice::seeded(seed), &pack, it))
        .collect();
    let nothing = Determined { verdict: Verdict::Ineligible, min: 0, max: None };
    let mut out = [nothing; floor::AWARDS];
    let each = u32::try_from(applicants.len()).unwrap();
    let floor = time(|| {
        for answers in &complete {
            let applicant = floor::Applicant::new(black_box(answers));
            black_box(floor::assess(&applicant));
        }
    }) / each;
    let looked_up = time(|| {
        for applicant in &plain {
            black_box(floor::assess(black_box(applicant)));
        }
    }) / each;
    let digested = time(|| {
        for applicant in &digits {
            digits::assess(black_box(applicant), &mut out);
            black_box(&out);
        }
    }) / each;
    let engine = |answers: &[Answers]| {
        time(|| {
            for answers in answers {
                black_box(assess(&pack, black_box(answers), DATE));
            }
        }) / each
    };
    let explained = |answers: &[Answers]| {
        time(|| {
            for answers in answers {
                let assessment = assess(&pack, black_box(answers), DATE);
                for award in &pack.file().awards {
                    black_box(assessment.explain(&award.id));
                }
            }
        }) / each
    };
    println!(
        "(a) the {} awards of Weihai: time, ratio to floor and digits",
        floor::AWARDS
    );
    let row = |what: &str, time: Duration| {
        let to = |other: Duration| time.as_secs_f64() / other.as_secs_f64();
        let micros = time.as_secs_f64() * 1e6;
        println!(
            "  {what:<52} {micros:>9.2} µs {:>8.2} {:>8.1}",
            to(floor),
            to(digested)
        );
    };
    row("floor: by hand, from the same complete answers", floor);
    row("  with all facts looked up beforehand", looked_up);
    row("  on digits read, checked and scaled beforehand", digested);
    row("assess, complete answers (line: 10)", engine(&complete));
    row("assess, some answers", engine(&partial));
    row("assess, no answers", engine(&vec![Answers::new(); 64]));
    row("assess and explain all, complete (line: 100)", explained(&complete));
    row("assess and explain all, some answers", explained(&partial));
    println!();
}

/// What the times of one session are.
struct Times {
    load: Duration,
    assess: Duration,
    update: Duration,
    next: Duration,
    touched: usize,
}

fn measure(size: usize) -> Times {
    let file = synthetic::pack(size);
    let start = Instant::now();
    let pack = Arc::new(Pack::load(file).unwrap());
    let load = start.elapsed();
    let answers = Answers::new();
    let assess = time(|| drop(black_box(assess(&pack, &answers, DATE))));
    let mut session = Session::new(Arc::clone(&pack), DATE);
    // Facts that touch few awards: all but the place and the kind of applicant.
    let few = pack.file().facts.iter().skip(2).step_by((size / 200).max(1));
    let facts: Vec<(FactId, Answer)> = few
        .map(|fact| {
            let value = match &fact.kind {
                Kind::YesNo => Value::YesNo(true),
                _ => Value::Number(Decimal::from(25)),
            };
            (fact.id.clone(), Answer::Known(value))
        })
        .collect();
    let (mut updates, mut nexts) = (Vec::new(), Vec::new());
    let mut touched = 0;
    let mut clock = |session: &mut Session, fact: &FactId, answer: Option<Answer>| {
        let start = Instant::now();
        let change = session.answer(fact, answer).unwrap();
        updates.push(start.elapsed());
        touched += change.awards.len();
        let start = Instant::now();
        black_box(session.next_question());
        nexts.push(start.elapsed());
    };
    for (fact, answer) in &facts {
        clock(&mut session, fact, Some(answer.clone()));
        clock(&mut session, fact, None);
    }
    let touched = touched / updates.len().max(1);
    Times {
        load,
        assess,
        update: median(&mut updates),
        next: median(&mut nexts),
        touched,
    }
}

/// (b) One answer and the next question against a full assessment.
fn ten_thousand() {
    let times = measure(10_000);
    println!("(b) a synthetic pack of 10,000 awards: time, ratio to a full assessment");
    row("assess", times.assess, times.assess);
    row("session: one answer (line: 0.1)", times.update, times.assess);
    row("session: next question (line: 0.1)", times.next, times.assess);
    println!();
}

/// (c) How the times grow with the pack.
fn growth() {
    println!("(c) growth, in µs (load in ms)");
    println!(
        "  {:>8} {:>10} {:>12} {:>12} {:>12} {:>8}",
        "awards", "load", "assess", "one answer", "next", "touched"
    );
    let sizes: &[usize] = match quick() {
        true => &[100, 1_000, 10_000],
        false => &[100, 1_000, 10_000, 100_000],
    };
    for &size in sizes {
        let times = measure(size);
        let micros = |time: Duration| time.as_secs_f64() * 1e6;
        println!(
            "  {size:>8} {:>10.1} {:>12.1} {:>12.2} {:>12.2} {:>8}",
            times.load.as_secs_f64() * 1e3,
            micros(times.assess),
            micros(times.update),
            micros(times.next),
            times.touched
        );
    }
}
