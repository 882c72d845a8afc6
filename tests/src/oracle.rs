//! A naive second evaluator: the law of DESIGN.md, section 4, read word for word.
//!
//! It tries every completion of the answers, one after the other, and looks at each with
//! plain recursion ([`Applicant`]). It knows no diagrams, no intervals and none of the
//! engine's inner types, and it is far too slow for anything but a proof.
//!
//! What it shares with the engine is the meaning of the public types and exact decimals.
//!
//! - Completions vary the *raw answers*: a fact whose `asked_if` is false in a completion
//!   has its `otherwise` there, whatever was answered.
//! - Numbers of small domains, options and yes/no are tried in full. Days, places and
//!   large domains are represented by the values around each constant of the pack
//!   ([`domain`]), which is enough where they are compared with constants only.

pub mod applicant;
pub mod domain;
pub mod portfolio;

use std::collections::BTreeMap;

use mingbai_core::{
    Amounts, Answer, Answers, Condition, Date, Decimal, FactId, PackFile, Status, Value,
    Verdict,
};

pub use applicant::{Applicant, Judgement, Outcome, Rules};

/// Sums beyond this come from a fact without a stated upper end only: random packs use
/// smaller figures everywhere else.
const ENDLESS: Decimal = Decimal::from_parts(1_410_065_408, 2, 0, false, 0);

/// What the law says of one award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The verdict, `received` left aside.
    pub verdict: Verdict,
    /// The interval of the amount over the completions that count.
    pub amount: Amounts,
    /// The facts that can still change verdict or amount, in the pack's order.
    pub missing: Vec<FactId>,
    /// How each criterion stands.
    pub criteria: Vec<Status>,
}

/// Every completion of some answers, in the order of an odometer.
#[derive(Debug)]
pub struct Oracle<'p> {
    rules: Rules<'p>,
    /// What each fact can still be; one placeholder for a derived fact.
    values: Vec<Vec<Value>>,
}

impl<'p> Oracle<'p> {
    /// All completions of `answers` on a date.
    pub fn new(file: &'p PackFile, answers: &Answers, date: Date) -> Self {
        let given: BTreeMap<&FactId, &Answer> = answers.iter().collect();
        let values = file.facts.iter().map(|fact| match fact.derived {
            Some(_) => vec![Value::YesNo(false)],
            None => domain::values(file, fact, given.get(&fact.id).copied()),
        });
        Self { rules: Rules::new(file, date), values: values.collect() }
    }

    /// How many completions there are.
    pub fn len(&self) -> usize {
        self.values.iter().map(Vec::len).product()
    }

    /// Whether there is none: never, since every answer leaves something possible.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Calls `look` with each completion, the first fact turning fastest.
    pub fn each(&self, mut look: impl FnMut(&Applicant<'_, 'p>)) {
        for number in 0..self.len() {
            look(&self.applicant(number));
        }
    }

    /// One completion by its number.
    pub fn applicant(&self, mut number: usize) -> Applicant<'_, 'p> {
        let mut raw = Vec::with_capacity(self.values.len());
        for values in &self.values {
            raw.extend(values.get(number % values.len()).cloned());
            number /= values.len();
        }
        Applicant::new(&self.rules, raw)
    }

    /// What the law says of the award at `index`.
    pub fn expect(&self, index: usize) -> Expected {
        let award = self.rules.file.awards.get(index).expect("an award of the pack");
        let mut judgements = Vec::with_capacity(self.len());
        let mut criteria: Vec<Vec<Outcome>> = vec![Vec::new(); award.criteria.len()];
        self.each(|applicant| {
            judgements.push(applicant.judge(award));
            for (seen, criterion) in criteria.iter_mut().zip(&award.criteria) {
                note(seen, applicant.decide(&[&criterion.condition]));
            }
        });
        let mut outcomes = Vec::new();
        for judgement in &judgements {
            note(&mut outcomes, judgement.outcome);
        }
        let verdict = match outcomes.as_slice() {
            [Outcome::Granted] => Verdict::Eligible,
            [Outcome::Refused] => Verdict::Ineligible,
            [Outcome::Judged] => Verdict::NeedsReview,
            _ => Verdict::Undetermined,
        };
        let counts = |it: &&Judgement| {
            verdict == Verdict::Ineligible || it.outcome != Outcome::Refused
        };
        let amount = judgements
            .iter()
            .filter(counts)
            .map(|judgement| judgement.amount)
            .reduce(Amounts::hull)
            .unwrap_or_default();
        Expected {
            verdict,
            amount: bounded(amount),
            missing: self.missing(&judgements),
            criteria: criteria.iter().map(|seen| status(seen)).collect(),
        }
    }

    /// How any condition stands.
    pub fn status(&self, condition: &Condition) -> Status {
        let mut seen = Vec::new();
        self.each(|applicant| note(&mut seen, applicant.decide(&[condition])));
        status(&seen)
    }

    /// Facts in which two completions differ, and nothing else, and yet come to another
    /// verdict or, where it is granted or judged, another amount.
    fn missing(&self, judgements: &[Judgement]) -> Vec<FactId> {
        let mut stride = 1;
        let mut missing = Vec::new();
        for (fact, values) in self.rules.file.facts.iter().zip(&self.values) {
            let changes = (0..judgements.len()).any(|number| {
                // Compared with the completion that has this fact's first value.
                let order = number / stride % values.len();
                let first = number - order * stride;
                match (judgements.get(first), judgements.get(number)) {
                    (Some(first), Some(here)) => first.differs(here),
                    _ => false,
                }
            });
            if changes {
                missing.push(fact.id.clone());
            }
            stride *= values.len();
        }
        missing
    }
}

/// Adds an outcome that was not seen before.
fn note(seen: &mut Vec<Outcome>, outcome: Outcome) {
    if !seen.contains(&outcome) {
        seen.push(outcome);
    }
}

fn status(seen: &[Outcome]) -> Status {
    match seen {
        [Outcome::Granted] => Status::Met,
        [Outcome::Refused] => Status::Unmet,
        [Outcome::Judged] => Status::Review,
        _ => Status::Open,
    }
}

/// An interval whose upper end only an unbounded fact reaches has none.
fn bounded(amount: Amounts) -> Amounts {
    Amounts { min: amount.min, max: amount.max.filter(|max| *max < ENDLESS) }
}
