//! Random packs and answers, small enough to try every completion.
//!
//! Everything is drawn from [`Dice`]: a list of numbers, so that a failing case shrinks by
//! making the list shorter and its numbers smaller, and the same generator serves proofs
//! and measurements. When the dice run out, each draw is the simplest one.

mod award;
mod condition;
mod fact;

use std::fmt;

use mingbai_core::{
    Answer, Answers, Citation, Date, Decimal, Document, Fact, FactId, Form, Jurisdiction,
    Kind, Pack, PackFile, Question, QuestionId, SCHEMA, Successor, Value,
};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

use crate::oracle::domain;

/// A source of draws.
#[derive(Clone, Debug)]
pub struct Dice {
    entropy: Entropy,
}

#[derive(Clone, Debug)]
enum Entropy {
    Recorded(std::vec::IntoIter<u16>),
    Seeded(u64),
}

impl Dice {
    /// Draws from a list; then zeros.
    pub fn recorded(entropy: Vec<u16>) -> Self {
        Self { entropy: Entropy::Recorded(entropy.into_iter()) }
    }

    /// Draws without end, the same for the same seed (SplitMix64).
    pub fn seeded(seed: u64) -> Self {
        Self { entropy: Entropy::Seeded(seed) }
    }

    fn next(&mut self) -> u16 {
        match &mut self.entropy {
            Entropy::Recorded(entropy) => entropy.next().unwrap_or(0),
            Entropy::Seeded(state) => {
                *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
                let mut mixed = *state;
                mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
                (mixed >> 48) as u16
            }
        }
    }

    /// A number below `n`; 0 is the simplest.
    pub fn below(&mut self, n: usize) -> usize {
        (usize::from(self.next()) * n) >> 16
    }

    /// True once in `n` draws; false is the simpler one.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) + 1 == n
    }

    /// One of several, which are not none; the first is the simplest.
    pub fn pick<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        of.get(self.below(of.len())).expect("something to pick from")
    }
}

/// What arithmetic a random pack holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    /// Comparisons of one fact with constants only: the engine must be complete.
    Constants,
    /// Any arithmetic over several facts: the engine must be sound.
    Any,
}

/// A random pack, a date and answers.
#[derive(Clone)]
pub struct Case {
    /// The pack.
    pub file: PackFile,
    /// The date it is read on.
    pub date: Date,
    /// Answers in the order in which they are given; each fact once at most.
    pub answers: Vec<(FactId, Answer)>,
    /// More draws, for what a property does with the case.
    pub dice: Dice,
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pack = serde_json::to_string(&self.file).unwrap_or_default();
        writeln!(f, "on {} with {:?}\nof {pack}", self.date, self.answers)
    }
}

impl Case {
    /// Random cases.
    pub fn strategy(arithmetic: Arithmetic) -> impl Strategy<Value = Self> {
        vec(any::<u16>(), 0..400)
            .prop_map(move |entropy| Self::new(Dice::recorded(entropy), arithmetic))
    }

    /// The case that these dice draw.
    pub fn new(mut dice: Dice, arithmetic: Arithmetic) -> Self {
        let file = pack(&mut dice, arithmetic);
        let date = *dice.pick(&DATES);
        let mut answers = Vec::new();
        for fact in file.facts.iter().filter(|fact| fact.derived.is_none()) {
            if let Some(answer) = answer(&mut dice, &file, fact) {
                answers.push((fact.id.clone(), answer));
            }
        }
        Self { file, date, answers, dice }
    }

    /// The pack, checked.
    ///
    /// # Panics
    ///
    /// When the engine refuses it: random packs are sound.
    pub fn pack(&self) -> Pack {
        match Pack::load(self.file.clone()) {
            Ok(pack) => pack,
            Err(error) => panic!("a sound pack was refused: {error}\n{self:?}"),
        }
    }

    /// The answers as the engine takes them.
    pub fn answers(&self, pack: &Pack) -> Answers {
        let mut answers = Answers::new();
        for (fact, answer) in &self.answers {
            answers.set(pack, fact, Some(answer.clone())).expect("the answer fits");
        }
        answers
    }
}

/// Days that separate the entries of every dated series, and the dates of cases.
const DATES: [Date; 4] = [
    Date::constant(2019, 6, 1),
    Date::constant(2018, 7, 31),
    Date::constant(2022, 1, 1),
    Date::constant(2026, 11, 22),
];

/// The most completions that a random pack may have.
const MOST_COMPLETIONS: usize = 3_000;

/// A random pack of two to five facts and one to four awards.
pub fn pack(dice: &mut Dice, arithmetic: Arithmetic) -> PackFile {
    let mut file = PackFile {
        schema: SCHEMA,
        version: "random".to_owned(),
        jurisdiction: Jurisdiction::CHINA,
        documents: documents(dice),
        facts: Vec::new(),
        sections: vec!["one".into(), "two".into()],
        questions: Vec::new(),
        parameters: fact::parameters(dice),
        awards: Vec::new(),
        groups: Vec::new(),
    };
    let mut completions = 1;
    for index in 0..2 + dice.below(4) {
        let fact = fact::fact(dice, &file, index, arithmetic);
        let values = match fact.derived {
            Some(_) => 1,
            None => domain::values(&file, &fact, None).len().max(4),
        };
        if completions * values <= MOST_COMPLETIONS {
            completions *= values;
            file.facts.push(fact);
        }
    }
    file.questions = questions(dice, &file.facts);
    for index in 0..1 + dice.below(4) {
        let award = award::award(dice, &file, index, arithmetic);
        file.awards.push(award);
    }
    file.groups = award::groups(dice, &file.awards);
    file
}

fn documents(dice: &mut Dice) -> Vec<Document> {
    let plain = Document {
        id: "document".into(),
        from: Some(Date::constant(2018, 8, 1)),
        until: Some(Date::constant(2099, 12, 31)),
        draft: false,
        successors: Vec::new(),
    };
    let mut other = Document { id: "other".into(), until: None, ..plain.clone() };
    match dice.below(4) {
        1 => other.until = Some(Date::constant(2020, 12, 31)),
        2 => other.draft = true,
        3 => {
            let since = Date::constant(2021, 1, 1);
            other.successors =
                vec![Successor { document: "later".into(), since, awards: Vec::new() }];
        }
        _ => {}
    }
    vec![plain, other]
}

fn cite(dice: &mut Dice) -> Citation {
    let document = if dice.once_in(3) { "other" } else { "document" };
    Citation { document: document.into(), article: (1 + dice.below(30)).to_string() }
}

/// One question for each fact that is asked; now and then two facts share one.
fn questions(dice: &mut Dice, facts: &[Fact]) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for fact in facts.iter().filter(|fact| fact.derived.is_none()) {
        if let Some(last) = questions.last_mut().filter(|_| dice.once_in(3)) {
            last.facts.push(fact.id.clone());
            last.form = Form::Fields;
            continue;
        }
        let earlier: Vec<QuestionId> = questions.iter().map(|it| it.id.clone()).collect();
        let after = match earlier.is_empty() || !dice.once_in(4) {
            true => Vec::new(),
            false => vec![dice.pick(&earlier).clone()],
        };
        questions.push(Question {
            id: format!("ask_{}", fact.id).into(),
            section: if dice.once_in(3) { "two" } else { "one" }.into(),
            facts: vec![fact.id.clone()],
            form: Form::Single,
            after,
            effort: 1 + dice.below(3) as u32,
        });
    }
    // Neither is the author's order that of the facts.
    if dice.once_in(2) {
        questions.reverse();
    }
    questions
}

/// A random answer about a fact; `None` where it is not asked.
pub fn answer(dice: &mut Dice, file: &PackFile, fact: &Fact) -> Option<Answer> {
    match dice.below(6) {
        0 | 1 => None,
        2 => Some(Answer::Unknown),
        3 => match range(dice, file, fact) {
            Some(range) => Some(range),
            None => Some(Answer::Known(value(dice, file, fact))),
        },
        _ => Some(Answer::Known(value(dice, file, fact))),
    }
}

/// A random value of a fact; now and then a city instead of a county.
pub fn value(dice: &mut Dice, file: &PackFile, fact: &Fact) -> Value {
    if fact.kind == Kind::Jurisdiction && dice.once_in(3) {
        return Value::Jurisdiction(*dice.pick(&fact::divisions()));
    }
    dice.pick(&domain::values(file, fact, None)).clone()
}

fn range(dice: &mut Dice, file: &PackFile, fact: &Fact) -> Option<Answer> {
    domain::domain(fact)?;
    let values = domain::values(file, fact, None);
    let first = dice.below(values.len());
    let last = first + dice.below(values.len() - first);
    let number = |place: usize| -> Option<Decimal> {
        match values.get(place)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    };
    let min = number(first).filter(|_| first > 0);
    let max = number(last).filter(|_| last + 1 < values.len());
    Some(Answer::Range { min, max })
}
