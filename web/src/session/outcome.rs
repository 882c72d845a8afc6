//! What answers come to, in words.

use std::rc::Rc;
use std::sync::Arc;

use mingbai_core::{
    Answer, Answers, Assessment, AwardId, Decimal, Fact, FactId, Prose, Question,
    Session, Status, Step, Value, Verdict,
};

use super::{Event, Rules, Screen, State};
use crate::locale::Words;
use crate::shown::{self, Ask, Extra, Reader};

impl State {
    /// Nothing is told before there is a result; then it is, since something was answered.
    pub(super) fn tell_result(&mut self) {
        if !self.rules.as_ref().is_some_and(|rules| rules.whole) {
            return;
        }
        let counts = Verdict::ALL.map(|verdict| (verdict, self.count(verdict))).to_vec();
        let totals = self.results.summary.totals;
        self.tell(vec![Event::Result { counts, totals }]);
    }

    pub(super) fn eligible(&self) -> Vec<AwardId> {
        let groups = self.results.groups.iter();
        let eligible = groups.filter(|group| group.verdict == Verdict::Eligible);
        eligible.flat_map(|group| &group.rows).map(|row| row.id.clone()).collect()
    }

    pub(super) fn count(&self, verdict: Verdict) -> usize {
        let groups = self.results.groups.iter();
        let shown: usize = groups
            .filter(|group| group.verdict == verdict)
            .map(|group| group.rows.len())
            .sum();
        let others = self.results.others.iter().filter(|row| row.verdict == verdict);
        shown + others.count()
    }

    pub(super) fn say(&mut self) {
        let words = self.words();
        let summary = &self.results.summary;
        let mut said = match &summary.certain {
            _ if summary.eligible == 0 => words.say_none().to_owned(),
            Some(certain) => words.say_change(summary.eligible, &certain.money.text()),
            None => words.say_change(summary.eligible, words.sum_none()),
        };
        let rows = self.results.groups.iter().flat_map(|group| &group.rows);
        let new: Vec<&str> =
            rows.filter(|row| row.fresh).map(|row| row.title.as_str()).collect();
        if !new.is_empty() {
            said.push_str(&words.say_new(&new.join(words.comma())));
        }
        self.said = said;
    }

    /// Assesses from these answers, under the rules and on the date there are now.
    pub(super) fn restart(&mut self, answers: Answers) {
        let Some(rules) = &self.rules else { return };
        let session = Session::with_answers(Arc::clone(&rules.pack), self.date, answers);
        self.session = Some(Rc::new(session));
        self.refresh(None);
    }

    pub(super) fn open_award(&mut self) {
        self.award = None;
        let Screen::Award(id) = &self.screen else { return };
        let (Some(rules), Some(session)) = (&self.rules, &self.session) else { return };
        let assessment = session.assessment();
        let reader = reader(self.words(), rules, session);
        let extra = extra(&reader, session, &assessment, id, None);
        self.award = shown::opened(&reader, &assessment, id, extra).map(Rc::new);
    }

    /// Asks what comes next, and puts the assessment into words, as far as they are there.
    /// `before` held the eligible awards before the last answer; `None` where nothing is to
    /// be marked as new.
    pub(super) fn refresh(&mut self, before: Option<&[AwardId]>) {
        let (Some(rules), Some(session)) = (&self.rules, &mut self.session) else {
            return;
        };
        self.left = Rc::make_mut(session).remaining();
        let session = &*session;
        let assessment = session.assessment();
        let missing: Vec<&Fact> = assessment
            .determinations
            .iter()
            .flat_map(|determination| determination.missing.iter().copied())
            .filter(|fact| session.answers().get(&fact.id).is_none())
            .collect();
        let open = shown::asking(&rules.pack.file().questions, &missing);
        self.open = Rc::new(open.into_iter().map(|it| it.id.clone()).collect());
        if before.is_none() {
            let reader = reader(Words(self.language), rules, session);
            self.sample = shown::sample(&reader, &assessment).map(Rc::new);
        }
        self.next = session.next_question().map(|next| next.question);
        if rules.whole {
            self.show_results(before);
        }
    }

    #[inline(never)]
    fn show_results(&mut self, before: Option<&[AwardId]>) {
        let (Some(rules), Some(session)) = (&self.rules, &self.session) else { return };
        let reader = reader(Words(self.language), rules, session);
        let assessment = session.assessment();
        let results = shown::results(&reader, &assessment, |award| {
            extra(&reader, session, &assessment, award, before)
        });
        let questions = rules.pack.file().questions.iter();
        let given = questions.filter_map(|question| {
            shown::given(&reader, question, |id| rules.pack.fact(id))
        });
        self.given = Rc::new(given.collect());
        self.results = Rc::new(results);
        self.open_award();
    }
}

fn reader<'a>(words: Words, rules: &'a Rules, session: &'a Session) -> Reader<'a> {
    let prose = Prose::new(&rules.pack, &rules.texts);
    Reader { words, texts: &rules.texts, prose, answers: session.answers() }
}

/// The facts of a question that its screen asks: those that can still change something,
/// and those answered before; all that apply where that leaves none.
pub(super) fn asked_facts(session: &Session, question: &Question) -> Vec<FactId> {
    let assessment = session.assessment();
    let matters = |id: &FactId| {
        let mut determinations = assessment.determinations.iter();
        determinations.any(|it| it.missing.iter().any(|fact| fact.id == *id))
    };
    let applies = |id: &&FactId| session.applies(id) != Status::Unmet;
    let all: Vec<&FactId> = question.facts.iter().filter(applies).collect();
    let wanted = |id: &&&FactId| session.answers().get(id).is_some() || matters(id);
    let wanted: Vec<&FactId> = all.iter().filter(wanted).copied().collect();
    let chosen = if wanted.is_empty() { all } else { wanted };
    chosen.into_iter().cloned().collect()
}

/// What only a session knows of an award.
fn extra(
    reader: &Reader<'_>,
    session: &Session,
    assessment: &Assessment<'_>,
    award: &AwardId,
    before: Option<&[AwardId]>,
) -> Extra {
    let Some(determination) = assessment.get(award) else { return Extra::default() };
    let eligible = determination.verdict == Verdict::Eligible;
    Extra {
        fresh: before.is_some_and(|before| eligible && !before.contains(award)),
        near: near(reader, assessment, award),
        ask: (determination.verdict == Verdict::Undetermined)
            .then(|| deciding(reader, session, award))
            .flatten(),
    }
}

/// The smallest change, where the applicant is on the way: each step asks for no more than
/// there is already.
fn near(
    reader: &Reader<'_>,
    assessment: &Assessment<'_>,
    award: &AwardId,
) -> Option<String> {
    let on_the_way = |step: &Step| {
        let has = match reader.answers.get(&step.fact) {
            Some(Answer::Known(Value::Number(number))) => *number,
            _ => Decimal::ZERO,
        };
        step.distance.is_some_and(|distance| distance <= has)
    };
    let misses = assessment.near_misses(award);
    let close = |steps: &&Vec<Step>| steps.len() <= 2 && steps.iter().all(on_the_way);
    misses.sets.iter().find(close).map(|steps| reader.steps(steps))
}

/// The one question that settles an award, with what its button says.
fn deciding(reader: &Reader<'_>, session: &Session, award: &AwardId) -> Option<Ask> {
    let fact = session.deciding(award)?;
    let questions = &session.pack().file().questions;
    let question = questions.iter().find(|it| it.facts.contains(&fact.id))?;
    let ask = reader.ask_fact(question, &fact.id);
    let text = match reader.answers.get(&fact.id) {
        Some(_) => reader.words.decide_unsure(&ask),
        None => reader.words.decide_one(&ask),
    };
    Some(Ask { question: question.id.clone(), text })
}
