//! The incremental form of an assessment: one answer re-assesses what it can touch.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use crate::date::Date;
use serde::Serialize;

use crate::answer::{Answer, AnswerError, Answers};
use crate::assess::{Assessment, Determination};
use crate::determination::Status;
use crate::fact::Fact;
use crate::id::{AwardId, FactId, QuestionId};
use crate::interview::{Interview, Next};
use crate::pack::Pack;
use crate::reading::{Assessor, Outcome, Reading};
use crate::sorted::insert;

/// One applicant's way through a pack on a date. It always agrees with
/// [`assess`](crate::assess) of the same answers.
///
/// # Example
///
/// ```no_run
/// # let pack: std::sync::Arc<mingbai_core::Pack> = unimplemented!();
/// use mingbai_core::{Answer, Date, Session};
///
/// let mut session = Session::new(pack, Date::constant(2026, 11, 22));
/// while let Some(next) = session.next_question() {
///     for fact in &next.facts {
///         session.answer(fact, Some(Answer::Unknown))?;
///     }
/// }
/// # Ok::<(), mingbai_core::AnswerError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Session {
    pack: Arc<Pack>,
    date: Date,
    answers: Answers,
    outcomes: Vec<Outcome>,
    /// The awards that each slot can touch.
    touched: Arc<Vec<Vec<usize>>>,
    interview: Interview,
}

/// What one answer changed.
///
/// # Example
///
/// ```
/// use std::sync::Arc;
///
/// use mingbai_core::{Answer, Date, Pack, Session, Value};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let mut session = Session::new(Arc::new(pack), Date::constant(2026, 11, 22));
/// let first = Answer::Known(Value::Choice("first".into()));
/// let change = session.answer(&"hnte".into(), Some(first)).unwrap();
/// assert_eq!(change.awards, ["hnte-first".into()]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The awards whose verdict, amount or missing facts changed, sorted.
    pub awards: Vec<AwardId>,
}

impl Session {
    /// A session without answers.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Answers, Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// let session = Session::new(Arc::new(pack), date);
    /// assert_eq!(session.answers(), &Answers::new());
    /// ```
    pub fn new(pack: Arc<Pack>, date: Date) -> Self {
        Self::with_answers(pack, date, Answers::new())
    }

    /// A session that starts from answers, a share link's for example.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Answers, Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// let json = r#"{"patents": 20}"#;
    /// let answers = Answers::from_json(&pack, json).unwrap();
    /// let session = Session::with_answers(Arc::new(pack), date, answers);
    /// assert!(session.answers().get(&"patents".into()).is_some());
    /// ```
    pub fn with_answers(pack: Arc<Pack>, date: Date, mut answers: Answers) -> Self {
        answers.meet(&pack);
        let mut touched = vec![Vec::new(); pack.space.slots.len()];
        let mut outcomes = Vec::with_capacity(pack.file().awards.len());
        if let Some(reading) = pack.reading(date) {
            let mut assessor = Assessor::new(reading, &pack.space, answers.left());
            for (index, award) in reading.awards.iter().enumerate() {
                outcomes.push(assessor.outcome(award));
                for &slot in &award.slots {
                    if let Some(awards) = touched.get_mut(slot as usize) {
                        awards.push(index);
                    }
                }
            }
        }
        let interview = Interview::new(&pack);
        let touched = Arc::new(touched);
        let mut session = Self { pack, date, answers, outcomes, touched, interview };
        let all: Vec<usize> = (0..session.outcomes.len()).collect();
        session.weigh(&all);
        session
    }

    /// The rules.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let session = Session::new(Arc::new(pack), date);
    /// assert!(session.pack().fact(&"patents".into()).is_some());
    /// ```
    pub fn pack(&self) -> &Arc<Pack> {
        &self.pack
    }

    /// The date they are read on.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let session = Session::new(Arc::new(pack), date);
    /// assert_eq!(session.as_of(), date);
    /// ```
    pub fn as_of(&self) -> Date {
        self.date
    }

    /// The answers so far.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Answer, Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let mut session = Session::new(Arc::new(pack), date);
    /// session.answer(&"hnte".into(), Some(Answer::Unknown)).unwrap();
    /// assert_eq!(session.answers().get(&"hnte".into()), Some(&Answer::Unknown));
    /// ```
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Sets, or with `None` takes back, the answer about a fact.
    ///
    /// # Errors
    ///
    /// As [`Answers::set`]; then nothing is changed.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Answer, Answers, Date, Pack, Session, Value};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let mut session = Session::new(Arc::new(pack), date);
    /// let twenty = Answer::Known(Value::Number(20.into()));
    /// session.answer(&"patents".into(), Some(twenty)).unwrap();
    /// // What does not fit the fact is refused.
    /// let yes = Answer::Known(Value::YesNo(true));
    /// assert!(session.answer(&"patents".into(), Some(yes)).is_err());
    /// session.answer(&"patents".into(), None).unwrap();
    /// assert_eq!(session.answers(), &Answers::new());
    /// ```
    pub fn answer(
        &mut self,
        fact: &FactId,
        answer: Option<Answer>,
    ) -> Result<Change, AnswerError> {
        self.answers.set(&self.pack, fact, answer)?;
        let Some(index) = self.pack.space.fact(fact) else {
            return Ok(Change::default());
        };
        let mut touched = Vec::new();
        for slot in self.pack.space.slots_of(index) {
            for &award in self.touched.get(slot as usize).into_iter().flatten() {
                insert(&mut touched, award);
            }
        }
        Ok(self.reassess(&touched))
    }

    /// Says whether the applicant already had an award.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Date, Pack, Session, Verdict};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let mut session = Session::new(Arc::new(pack), date);
    /// session.set_received(&"hnte-first".into(), true);
    /// let determination = session.determination(&"hnte-first".into()).unwrap();
    /// assert_eq!(determination.verdict, Verdict::Received);
    /// ```
    pub fn set_received(&mut self, award: &AwardId, received: bool) -> Change {
        self.answers.set_received(award.clone(), received);
        if let Some(index) = self.pack.award_index(award) {
            self.weigh(&[index]);
        }
        Change { awards: vec![award.clone()] }
    }

    fn reassess(&mut self, awards: &[usize]) -> Change {
        let mut changed = Vec::new();
        let Some(reading) = self.pack.reading(self.date) else {
            return Change::default();
        };
        let left = self.answers.left();
        let mut assessor = Assessor::new(reading, &self.pack.space, left);
        for &index in awards {
            let (Some(compiled), Some(place)) =
                (reading.awards.get(index), self.outcomes.get_mut(index))
            else {
                continue;
            };
            let outcome = assessor.outcome(compiled);
            if *place != outcome {
                *place = outcome;
                changed
                    .extend(self.pack.file().awards.get(index).map(|it| it.id.clone()));
            }
        }
        self.weigh(awards);
        Change { awards: changed }
    }

    /// Weighs the open questions of some awards anew.
    fn weigh(&mut self, awards: &[usize]) {
        let Some(reading) = self.pack.reading(self.date) else { return };
        let left = self.answers.left();
        let mut assessor = Assessor::new(reading, &self.pack.space, left);
        for &index in awards {
            let (Some(compiled), Some(outcome), Some(award)) = (
                reading.awards.get(index),
                self.outcomes.get(index),
                self.pack.file().awards.get(index),
            ) else {
                continue;
            };
            let open = !outcome.missing.is_empty() && !self.answers.has_received(award);
            let shares = if open { assessor.settling(compiled) } else { Vec::new() };
            self.interview.weigh(
                &self.pack,
                &self.answers,
                index,
                outcome,
                open,
                &shares,
            );
        }
    }

    fn reading(&self) -> Option<&Reading> {
        self.pack.reading(self.date)
    }

    /// The determination of an award; `None` for one that the pack does not have.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Date, Pack, Session, Verdict};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let session = Session::new(Arc::new(pack), date);
    /// let determination = session.determination(&"hnte-first".into()).unwrap();
    /// assert_eq!(determination.verdict, Verdict::Undetermined);
    /// assert!(session.determination(&"of-another-pack".into()).is_none());
    /// ```
    pub fn determination(&self, award: &AwardId) -> Option<Determination<'_>> {
        let index = self.pack.award_index(award)?;
        let award = self.pack.file().awards.get(index)?;
        let standing = self.pack.standing(award, self.date);
        let received = self.answers.has_received(award);
        let outcome = self.outcomes.get(index)?;
        Some(Determination::new(&self.pack, award, standing, received, outcome))
    }

    /// The whole assessment: all determinations, totals, explanations.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let session = Session::new(Arc::new(pack), date);
    /// let assessment = session.assessment();
    /// assert_eq!(assessment.determinations.len(), session.pack().file().awards.len());
    /// ```
    pub fn assessment(&self) -> Assessment<'_> {
        let awards = self.pack.file().awards.iter();
        let determinations = awards
            .zip(self.pack.standings(self.date))
            .zip(&self.outcomes)
            .map(|((award, standing), outcome)| {
                let received = self.answers.has_received(award);
                Determination::new(&self.pack, award, standing, received, outcome)
            })
            .collect();
        Assessment {
            pack: &self.pack,
            as_of: self.date,
            determinations,
            answers: &self.answers,
            spans: Cow::Borrowed(self.answers.left()),
        }
    }

    /// Whether a fact applies to the applicant, as far as is known.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Answer, Date, Pack, Session, Status, Value};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let mut session = Session::new(Arc::new(pack), date);
    /// assert_eq!(session.applies(&"graduates".into()), Status::Open);
    /// let no = Answer::Known(Value::YesNo(false));
    /// session.answer(&"incubator".into(), Some(no)).unwrap();
    /// assert_eq!(session.applies(&"graduates".into()), Status::Unmet);
    /// ```
    pub fn applies(&self, fact: &FactId) -> Status {
        let Some(index) = self.pack.space.fact(fact) else { return Status::Unmet };
        self.status_of(index)
    }

    /// The question that settles most of what is open; `None` when no answer can change
    /// anything any more, don't-knows left aside.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Answer, Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let mut session = Session::new(Arc::new(pack), date);
    /// let next = session.next_question().unwrap();
    /// for fact in &next.facts {
    ///     session.answer(fact, Some(Answer::Unknown)).unwrap();
    /// }
    /// let after = session.next_question().unwrap();
    /// assert_ne!(after.question, next.question);
    /// ```
    pub fn next_question(&self) -> Option<Next> {
        self.interview.next(&self.pack, &self.answers, &|fact| self.status_of(fact))
    }

    /// Whether a fact applies, by its index.
    fn status_of(&self, fact: usize) -> Status {
        let Some(reading) = self.reading() else { return Status::Open };
        Assessor::new(reading, &self.pack.space, self.answers.left()).applies(fact)
    }

    /// Says that a question was on the screen, so that the next one stays in its section
    /// while that makes sense.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let mut session = Session::new(Arc::new(pack), date);
    /// let next = session.next_question().unwrap();
    /// session.visit(&next.question);
    /// ```
    pub fn visit(&mut self, question: &QuestionId) {
        self.interview.visit(&self.pack, question);
    }

    /// How many questions are about left. It never grows while answers are only added.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Answer, Date, Pack, Session, Value};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let mut session = Session::new(Arc::new(pack), date);
    /// let before = session.remaining();
    /// let none = Answer::Known(Value::Choice("none".into()));
    /// session.answer(&"hnte".into(), Some(none)).unwrap();
    /// assert!(session.remaining() <= before);
    /// ```
    pub fn remaining(&mut self) -> usize {
        let applies = |fact: usize| self.status_of(fact);
        let estimate = self.interview.left(&self.pack, &self.answers, &applies);
        self.interview.progress(estimate)
    }

    /// The awards that a question can still change, those worth most first.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let session = Session::new(Arc::new(pack), date);
    /// assert_eq!(session.depends_on(&"hnte".into()), ["hnte-first".into()]);
    /// ```
    pub fn depends_on(&self, question: &QuestionId) -> Vec<AwardId> {
        let Some(place) =
            self.pack.file().questions.iter().position(|it| it.id == *question)
        else {
            return Vec::new();
        };
        let awards = self.interview.awards_of(place);
        awards
            .into_iter()
            .filter_map(|index| self.pack.file().awards.get(index))
            .map(|award| award.id.clone())
            .collect()
    }

    /// The one fact whose answer, whatever it is, decides an award's verdict.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let session = Session::new(Arc::new(pack), date);
    /// let fact = session.deciding(&"hnte-first".into()).unwrap();
    /// assert_eq!(fact.id.as_str(), "hnte");
    /// ```
    pub fn deciding(&self, award: &AwardId) -> Option<&Fact> {
        let index = self.pack.award_index(award)?;
        let reading = self.reading()?;
        let compiled = reading.awards.get(index)?;
        let slots = Assessor::new(reading, &self.pack.space, self.answers.left())
            .deciding(compiled);
        let mut facts =
            slots.iter().filter_map(|&slot| self.pack.space.slot(slot)).map(|it| it.fact);
        let first = facts.next()?;
        if facts.any(|other| other != first) {
            return None;
        }
        self.pack.file().facts.get(first)
    }
}

/// An assessment with the next question beside it: what `mingbai assess` prints and what
/// crosses to JavaScript.
///
/// # Example
///
/// ```
/// use std::sync::Arc;
///
/// use mingbai_core::{Date, Pack, Session};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let session = Session::new(Arc::new(pack), Date::constant(2026, 11, 22));
/// let json = serde_json::to_value(session.report()).unwrap();
/// assert_eq!(json["as_of"], "2026-11-22");
/// assert!(json["next"].is_object());
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Report<'s> {
    /// The assessment, its fields in place.
    #[serde(flatten)]
    pub assessment: Assessment<'s>,
    /// The next question; `None` when no answer can change anything any more.
    pub next: Option<Next>,
}

impl Session {
    /// The whole assessment and the next question, to be written as JSON.
    ///
    /// # Example
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use mingbai_core::{Date, Pack, Session};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let date = Date::constant(2026, 11, 22);
    /// # let session = Session::new(Arc::new(pack), date);
    /// let report = session.report();
    /// assert_eq!(report.next, session.next_question());
    /// ```
    pub fn report(&self) -> Report<'_> {
        Report { assessment: self.assessment(), next: self.next_question() }
    }
}
