//! How good the interview's order is, beside the author's and a count of mentions.
//!
//!     cargo bench -p mingbai-tests --bench interview
//!
//! No times: screens, and how early money is decided.
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
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement reports"
)]

use std::collections::BTreeMap;
use std::sync::Arc;

use mingbai_core::{
    Answer, Answers, FactId, Next, Pack, PackFile, Question, Session, Value,
};
use mingbai_tests::applicants::{self, Applicant};
use mingbai_tests::oracle::domain;
use mingbai_tests::random::{self, Arithmetic, Dice};
use mingbai_tests::real;
use mingbai_tests::walk::{DATE, Way, early_share, walk, wanted, worth};

const APPLICANTS: u64 = 1_000;

/// Who says which question is next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Engine,
    /// The engine's where no page says which section it is in.
    Unbound,
    Author,
    Mentions,
}

/// What the orders that are compared know of a pack.
struct Guide {
    pack: Arc<Pack>,
    /// How many awards name a fact of each question.
    mentions: Vec<usize>,
}

impl Guide {
    fn new(file: PackFile) -> Self {
        let texts: Vec<String> =
            file.awards.iter().map(|it| serde_json::to_string(it).unwrap()).collect();
        let named = |question: &Question| {
            let names: Vec<String> =
                question.facts.iter().map(|fact| format!("\"{fact}\"")).collect();
            let named = |text: &&String| names.iter().any(|name| text.contains(name));
            texts.iter().filter(named).count()
        };
        let mentions = file.questions.iter().map(named).collect();
        Self { pack: Arc::new(Pack::load(file).unwrap()), mentions }
    }

    fn next(&self, session: &Session, order: Order) -> Option<Next> {
        if matches!(order, Order::Engine | Order::Unbound) {
            return session.next_question();
        }
        let wanted = wanted(session);
        let mut open: Vec<(usize, Next)> = Vec::new();
        let questions = &self.pack.file().questions;
        for (question, mentions) in questions.iter().zip(&self.mentions) {
            let facts: Vec<FactId> = question
                .facts
                .iter()
                .filter(|it| wanted.contains(*it))
                .cloned()
                .collect();
            if !facts.is_empty() {
                open.push((*mentions, Next { question: question.id.clone(), facts }));
            }
        }
        if order == Order::Mentions {
            // The author's order decides between equals.
            open.sort_by_key(|(mentions, _)| std::cmp::Reverse(*mentions));
        }
        open.into_iter().next().map(|(_, next)| next)
    }

    fn walk(&self, applicant: &Applicant, order: Order) -> Way {
        let sections = order != Order::Unbound;
        walk(&self.pack, applicant, sections, |session| self.next(session, order))
    }
}

fn applicants_of_weihai() {
    let guide = Guide::new(real::weihai());
    let applicants: Vec<Applicant> =
        (0..APPLICANTS).map(|it| applicants::applicant(guide.pack.file(), it)).collect();
    println!("{APPLICANTS} applicants of Weihai (tests/src/applicants.rs)");
    println!(
        "  {:<14} {:>8} {:>6} {:>6} {:>6} {:>9} {:>9} {:>8} {:>8} {:>6}",
        "order",
        "screens",
        "median",
        "90 %",
        "most",
        "ordinary",
        "up to 15",
        "all",
        "granted",
        "idle"
    );
    for (name, order) in [
        ("the engine's", Order::Engine),
        ("no sections", Order::Unbound),
        ("the author's", Order::Author),
        ("mentions", Order::Mentions),
    ] {
        let ways: Vec<(bool, Way)> =
            applicants.iter().map(|it| (it.ordinary, guide.walk(it, order))).collect();
        let mut screens: Vec<usize> = ways.iter().map(|(_, way)| way.screens).collect();
        let mut ordinary: Vec<usize> = ways
            .iter()
            .filter(|(ordinary, _)| *ordinary)
            .map(|(_, way)| way.screens)
            .collect();
        screens.sort_unstable();
        ordinary.sort_unstable();
        let share = |granted| early_share(ways.iter().map(|(_, way)| way), granted);
        let mean = |of: &[usize]| of.iter().sum::<usize>() as f64 / of.len() as f64;
        let few = ordinary.iter().filter(|&&it| it <= 15).count();
        let idle: usize = ways.iter().map(|(_, way)| way.idle).sum();
        println!(
            "  {name:<14} {:>8.2} {:>6} {:>6} {:>6} {:>9.2} {:>9} {:>7.1}% {:>7.1}% {idle:>6}",
            mean(&screens),
            screens[screens.len() / 2],
            screens[screens.len() * 9 / 10],
            screens[screens.len() - 1],
            mean(&ordinary),
            format!("{:.1}%", 100.0 * few as f64 / ordinary.len() as f64),
            share(false),
            share(true),
        );
    }
    println!(
        "  all, granted: worth of the awards decided in the first half of the screens (rounded \
         up);\n  idle: screens without a don't know that changed nothing\n"
    );
}

/// A small pack with one fact a question, in which the best order can be searched for.
struct Small {
    guide: Guide,
    values: Vec<Vec<Value>>,
    /// How likely the first value is beside each other one.
    first: f64,
    #[allow(clippy::type_complexity, reason = "one memo, used here alone")]
    memo: BTreeMap<(bool, Vec<Option<usize>>), (f64, f64)>,
}

impl Small {
    fn new(seed: u64, first: f64) -> Self {
        let mut file = random::pack(&mut Dice::seeded(seed), Arithmetic::Constants);
        let asked: Vec<_> =
            file.facts.iter().filter(|it| it.derived.is_none()).cloned().collect();
        let one = file.questions[0].clone();
        file.questions = asked
            .iter()
            .zip(0_u32..)
            .map(|(fact, order)| Question {
                id: format!("ask_{}", fact.id).into(),
                facts: vec![fact.id.clone()],
                after: Vec::new(),
                effort: 1 + order % 2,
                ..one.clone()
            })
            .collect();
        let values = asked.iter().map(|fact| domain::values(&file, fact, None)).collect();
        Self { guide: Guide::new(file), values, first, memo: BTreeMap::new() }
    }

    /// Expected effort until nothing is open, and expected worth × effort until decided:
    /// of the best order for the one or the other, or of the engine's.
    fn cost(&mut self, best: Option<bool>, state: Vec<Option<usize>>) -> (f64, f64) {
        let key = (best == Some(true), state.clone());
        if best.is_some()
            && let Some(known) = self.memo.get(&key)
        {
            return *known;
        }
        let file = self.guide.pack.file().clone();
        let mut answers = Answers::new();
        for ((question, values), chosen) in
            file.questions.iter().zip(&self.values).zip(&state)
        {
            if let Some(chosen) = chosen {
                let answer = Some(Answer::Known(values[*chosen].clone()));
                answers.set(&self.guide.pack, &question.facts[0], answer).unwrap();
            }
        }
        let session = Session::with_answers(Arc::clone(&self.guide.pack), DATE, answers);
        let wanted = wanted(&session);
        let open: f64 = session
            .assessment()
            .determinations
            .iter()
            .filter(|it| !it.missing.is_empty())
            .map(|it| worth(it).max(30_000.0))
            .sum();
        let candidates: Vec<usize> = match best {
            None => {
                let next = session.next_question();
                let place = next.and_then(|next| {
                    file.questions.iter().position(|it| it.id == next.question)
                });
                place.into_iter().collect()
            }
            Some(_) => (0..file.questions.len())
                .filter(|&it| wanted.contains(&file.questions[it].facts[0]))
                .collect(),
        };
        let mut cost: Option<(f64, f64)> = None;
        for place in candidates {
            let effort = f64::from(file.questions[place].effort);
            let count = self.values[place].len();
            let ground = self.first + (count - 1) as f64;
            let mut here = (effort, effort * open);
            for value in 0..count {
                let mut next = state.clone();
                next[place] = Some(value);
                let below = self.cost(best, next);
                let share = if value == 0 { self.first } else { 1.0 } / ground;
                here.0 += share * below.0;
                here.1 += share * below.1;
            }
            let better = match (cost, best) {
                (None, _) => true,
                (Some(cost), Some(true)) => here.1 < cost.1,
                (Some(cost), _) => here.0 < cost.0,
            };
            if better {
                cost = Some(here);
            }
        }
        let cost = cost.unwrap_or_default();
        if best.is_some() {
            self.memo.insert(key, cost);
        }
        cost
    }
}

/// The engine against the best order that exhaustive search finds.
fn best_order() {
    const PACKS: u64 = 150;
    println!("{PACKS} small random packs: the engine's cost over that of the best order");
    for (name, first) in [("every value as likely", 1.0), ("no and 0 three times", 3.0)] {
        let (mut effort, mut worth) = ((0.0, 0.0), (0.0, 0.0));
        for seed in 0..PACKS {
            let mut small = Small::new(seed, first);
            let states: usize = small.values.iter().map(|it| it.len() + 1).product();
            if states > 4_000 {
                continue;
            }
            let start = vec![None; small.values.len()];
            let engine = small.cost(None, start.clone());
            let least = small.cost(Some(false), start.clone());
            let early = small.cost(Some(true), start);
            effort.0 += engine.0;
            effort.1 += least.0;
            worth.0 += engine.1;
            worth.1 += early.1;
        }
        println!(
            "  {name:<24} effort until all is decided {:.3}, worth × effort until decided {:.3}",
            effort.0 / effort.1,
            worth.0 / worth.1
        );
    }
}

fn main() {
    applicants_of_weihai();
    best_order();
}
