//! The one state of the page, and what each action makes of it.
//!
//! [`State::act`] does nothing outside the state: it asks core for an assessment when answers, rules or the date
//! change, and keeps only what the page shows of it.
//!
//! What no start and no first question needs stands in functions that are never inlined, here and in the views, so that
//! it can come with the second part of the module (`setup/split.mjs`).

mod carried;
mod parts;
#[cfg(test)]
mod tests;
mod way;

use std::rc::Rc;
use std::sync::Arc;

use mingbai_core::{
    Answer, Answers, Assessment, AwardId, Date, Decimal, Fact, FactId, Jurisdiction,
    Language, Prose, Question, QuestionId, SectionId, Session, Status, Step, Value,
    Verdict,
};

pub use self::parts::{
    Asking, Event, Failure, FailureKind, Listed, Notice, Options, Paused, Rules, Screen,
    Sharing, Theme,
};
use crate::draft::{Entry, Rest};
use crate::link::Carried;
use crate::locale::Words;
use crate::shown::{self, Ask, Extra, Given, Reader, Results, Support};

/// Everything the page knows.
#[derive(Clone, Debug)]
pub struct State {
    /// From outside, and what the reader has chosen since.
    pub options: Options,
    /// From outside, as last said there.
    attributes: Options,
    /// The language shown; follows the option once its words are there.
    pub language: Language,
    /// The day the law is read on.
    pub date: Date,
    /// The day on the reader's clock when the page was opened.
    today: Date,
    /// Whose rules are wanted.
    pub jurisdiction: Option<Jurisdiction>,
    /// All packs there are.
    pub index: Rc<Vec<Listed>>,
    /// The rules; `None` until they are there.
    pub rules: Option<Rules>,
    /// Why there are none.
    pub failure: Option<Failure>,
    /// Counts attempts to load.
    pub attempt: u32,
    /// Answers and what they come to; `None` until rules are there.
    pub session: Option<Rc<Session>>,
    /// Whether the way on waits for another city's rules.
    pub awaiting: bool,
    /// Questions gone through, the last one last.
    pub trail: Vec<QuestionId>,
    /// What is on the screen.
    pub screen: Screen,
    /// Where 回到… leads.
    pub before: Screen,
    /// The question being asked.
    pub asking: Option<Asking>,
    /// The question that comes next; `None` when nothing is left to ask.
    pub next: Option<QuestionId>,
    /// About how many questions are left.
    pub left: usize,
    /// What the results show.
    pub results: Rc<Results>,
    /// The list of answers.
    pub given: Rc<Vec<Given>>,
    /// The questions that can still change something.
    pub open: Rc<Vec<QuestionId>>,
    /// The awards that turn on the question being asked.
    pub depends: Rc<Vec<AwardId>>,
    /// What the open award shows.
    pub award: Option<Rc<shown::Opened>>,
    /// An award as results will look, for the start.
    pub sample: Option<Rc<shown::Sample>>,
    /// Whether the sheet with the results is open.
    pub sheet: bool,
    /// Whether the settings are open, on a narrow page.
    pub settings: bool,
    /// What is searched for.
    pub search: String,
    /// What kind of support is listed.
    pub filter: Option<Support>,
    /// Counts moves to another heading, which then takes the focus.
    pub moved: u32,
    /// Answers that wait for their rules.
    carried: Option<Carried>,
    /// What was done before all words of the rules were there, and needs them.
    held: Vec<Action>,
    /// Whether answers are kept on this device.
    pub keep: bool,
    /// What has to be said about answers that came from elsewhere.
    pub notice: Option<Notice>,
    /// A link to the answers.
    pub sharing: Sharing,
    /// What the live region says.
    pub said: String,
    /// What the host page may hear, in order; whoever tells it takes it out.
    pub events: Vec<Event>,
}

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// Attributes changed.
    Options(Options),
    /// The index came.
    Index(Vec<Listed>),
    /// The page's words came, in the language that is wanted.
    Words,
    /// Rules came, in a language.
    Rules(Rules),
    /// Rules did not come.
    Failed(Failure),
    /// Load again.
    Retry,
    /// Begin, or carry on.
    Start,
    /// Go to a screen.
    Show(Screen),
    /// Go back to where the screen was opened from.
    Return,
    /// Ask one question now.
    Ask(QuestionId),
    /// Something was entered for a fact.
    Enter(FactId, Entry),
    /// A box of a checklist was ticked or unticked.
    Tick(FactId, bool),
    /// Something was said of the boxes that are not ticked.
    SayRest(Rest),
    /// Read the screen and go on.
    Next,
    /// Go to the question before.
    Back,
    /// Take every answer back.
    Clear,
    /// Use another city's rules.
    City(Jurisdiction),
    /// Speak another language.
    Language(Language),
    /// Choose a colour scheme.
    Theme(Theme),
    /// Large print on or off.
    Large(bool),
    /// Settings open or closed.
    Settings(bool),
    /// The sheet with the results open or closed.
    Sheet(bool),
    /// Search.
    Search(String),
    /// List one kind of support.
    Filter(Option<Support>),
    /// An award was received before, or was not.
    Receive(AwardId, bool),
    /// Answers came with a link.
    Open(String),
    /// Answers were kept on this device.
    Restore(String),
    /// Answers came as a file.
    Import(String),
    /// Keep answers on this device, or erase them.
    Keep(bool),
    /// The browser did not keep them.
    NotKept,
    /// How far a link to the answers is.
    Share(Sharing),
}

impl Action {
    /// Whether it changes nothing but what stands on a question's screen.
    pub fn is_draft(&self) -> bool {
        matches!(self, Self::Enter(..) | Self::Tick(..) | Self::SayRest(_))
    }
}

impl State {
    /// The state before anything has happened; `today` where no date is set.
    pub fn new(options: Options, today: Date) -> Self {
        Self {
            language: options.language,
            date: options.as_of.unwrap_or(today),
            today,
            jurisdiction: options.jurisdiction,
            attributes: options.clone(),
            options,
            index: Rc::default(),
            rules: None,
            failure: None,
            attempt: 0,
            session: None,
            awaiting: false,
            trail: Vec::new(),
            screen: Screen::Start,
            before: Screen::Start,
            asking: None,
            next: None,
            left: 0,
            results: Rc::default(),
            given: Rc::default(),
            open: Rc::default(),
            depends: Rc::default(),
            award: None,
            sample: None,
            sheet: false,
            settings: false,
            search: String::new(),
            filter: None,
            moved: 0,
            carried: None,
            held: Vec::new(),
            keep: false,
            notice: None,
            sharing: Sharing::Closed,
            said: String::new(),
            events: Vec::new(),
        }
    }

    /// The page's words.
    pub fn words(&self) -> Words {
        Words(self.language)
    }

    /// What was answered.
    pub fn answers(&self) -> Answers {
        self.session.as_ref().map(|it| it.answers().clone()).unwrap_or_default()
    }

    /// The question on the screen.
    pub fn question(&self) -> Option<&Question> {
        self.rules.as_ref()?.question(&self.asking.as_ref()?.question)
    }

    /// About how many questions are left, once that is known well enough to be said: before
    /// the first answers it counts questions that most applicants are spared.
    pub fn left_known(&self) -> Option<usize> {
        Some(self.left).filter(|left| *left <= 15)
    }

    /// Which part of the interview a section is, counted by parts that are done, and how
    /// many parts there are for this applicant.
    pub fn progress(&self, section: &SectionId) -> (usize, usize) {
        let Some(rules) = &self.rules else { return (1, 1) };
        let file = rules.pack.file();
        let given =
            |id: &QuestionId| self.given.iter().any(|given| given.question == *id);
        let (mut done, mut of) = (0, 1);
        for other in file.sections.iter().filter(|it| *it != section) {
            let mut questions = file.questions.iter().filter(|it| it.section == *other);
            let open = questions.clone().any(|it| self.open.contains(&it.id));
            let answered = questions.any(|it| given(&it.id));
            of += usize::from(open || answered);
            done += usize::from(!open && answered);
        }
        (done + 1, of)
    }

    /// Whether the words of the start and the first question are enough for now: nobody has
    /// said anything yet that leads elsewhere.
    pub fn opens(&self) -> bool {
        let Options { answers, awards, .. } = &self.options;
        let led = self.carried.is_some() || answers.is_some() || !awards.is_empty();
        self.rules.is_none() && !led
    }

    /// Whether what comes next has to wait for rules, or for the rest of their words.
    pub fn waits(&self) -> bool {
        self.awaiting || !self.held.is_empty()
    }

    /// Whether an action has to wait for the rest of the words.
    fn is_early(&self, action: &Action) -> bool {
        let Some(rules) = self.rules.as_ref().filter(|rules| !rules.whole) else {
            return false;
        };
        match action {
            // What is known already may lead to another question than the first.
            Action::Start => {
                let said = |id| rules.texts.questions.contains_key(id);
                !self.next.as_ref().is_some_and(said)
            }
            Action::Show(_)
            | Action::Return
            | Action::Ask(_)
            | Action::Next
            | Action::Clear
            | Action::City(_)
            | Action::Search(_)
            | Action::Filter(_)
            | Action::Receive(..)
            | Action::Open(_)
            | Action::Restore(_)
            | Action::Import(_)
            | Action::Share(_) => true,
            Action::Options(_)
            | Action::Index(_)
            | Action::Words
            | Action::Rules(_)
            | Action::Failed(_)
            | Action::Retry
            | Action::Enter(..)
            | Action::Tick(..)
            | Action::SayRest(_)
            | Action::Back
            | Action::Language(_)
            | Action::Theme(_)
            | Action::Large(_)
            | Action::Settings(_)
            | Action::Sheet(_)
            | Action::Keep(_)
            | Action::NotKept => false,
        }
    }

    /// Does what an action asks for, now or when the words for it are there.
    pub fn act(&mut self, action: Action) {
        if self.is_early(&action) {
            self.held.push(action);
            return;
        }
        match action {
            Action::Options(options) => self.take_options(options),
            Action::Index(index) => self.index = Rc::new(index),
            Action::Words => {}
            Action::Rules(rules) => self.take_rules(rules),
            Action::Failed(failure) => self.fail(failure),
            Action::Retry => {
                self.failure = None;
                self.attempt += 1;
            }
            Action::Start => {
                if let Screen::Start | Screen::Elsewhere = self.screen {
                    self.before = Screen::Start;
                }
                self.go_on();
            }
            Action::Show(screen) => self.show(screen),
            Action::Return => self.return_back(),
            Action::Ask(question) => self.ask_now(question),
            Action::Enter(fact, entry) => self.enter(fact, entry),
            Action::Tick(fact, ticked) => self.tick(&fact, ticked),
            Action::SayRest(rest) => self.say_rest(rest),
            Action::Next => self.read(),
            Action::Back => self.back(),
            Action::Clear => self.clear(),
            Action::City(city) => {
                self.asking = None;
                self.move_to(Screen::Start);
                self.jurisdiction = Some(city);
            }
            Action::Language(language) => self.options.language = language,
            Action::Theme(theme) => self.options.theme = Some(theme),
            Action::Large(large) => self.options.large = large,
            Action::Settings(open) => self.settings = open,
            Action::Sheet(open) => self.sheet = open,
            Action::Search(text) => self.search = text,
            Action::Filter(filter) => self.filter = filter,
            Action::Receive(award, received) => self.receive(&award, received),
            Action::Open(line) => self.carry(&line),
            Action::Restore(line) => {
                self.keep = true;
                self.carry(&line);
            }
            Action::Import(text) => self.import(&text),
            Action::Keep(keep) => {
                self.keep = keep;
                self.notice = None;
            }
            Action::NotKept => {
                self.keep = false;
                self.notice = Some(Notice::NotKept);
            }
            Action::Share(sharing) => {
                if let Sharing::Ready { copied: None, .. } = sharing {
                    self.tell(vec![Event::Share]);
                }
                self.sharing = sharing;
            }
        }
    }

    #[inline(never)]
    fn fail(&mut self, failure: Failure) {
        if failure.kind == FailureKind::Missing && self.carried.is_some() {
            // Answers for a city that this site has no rules of.
            self.carried = None;
            self.notice = Some(Notice::Unreadable);
            self.jurisdiction = self.options.jurisdiction;
            return;
        }
        let code = failure.code.clone();
        self.tell(vec![match self.words().known() {
            true => Event::Error { code },
            false => Event::Speechless { code },
        }]);
        self.failure = Some(failure);
    }

    #[inline(never)]
    fn clear(&mut self) {
        self.trail.clear();
        self.asking = None;
        self.restart(Answers::new());
        self.tell_result();
        self.move_to(Screen::Start);
    }

    #[inline(never)]
    fn receive(&mut self, award: &AwardId, received: bool) {
        if let Some(session) = &mut self.session {
            Rc::make_mut(session).set_received(award, received);
        }
        self.refresh(None);
        self.tell_result();
        self.say();
    }

    /// Takes the attributes that changed; what the reader chose of the others stays.
    #[inline(never)]
    fn take_options(&mut self, given: Options) {
        let before = std::mem::replace(&mut self.attributes, given.clone());
        let options = &mut self.options;
        if given.jurisdiction != before.jurisdiction {
            self.jurisdiction = given.jurisdiction;
            options.jurisdiction = given.jurisdiction;
        }
        if given.language != before.language {
            options.language = given.language;
        }
        if given.theme != before.theme {
            options.theme = given.theme;
        }
        if given.large != before.large {
            options.large = given.large;
        }
        let elsewhere = given.base != before.base || given.awards != before.awards;
        if elsewhere || given.jurisdiction != before.jurisdiction {
            self.failure = None;
        }
        options.awards = given.awards;
        options.share_base = given.share_base;
        options.base = given.base;
        options.unit = given.unit;
        let mut answers = self.answers();
        let dated = given.as_of != before.as_of;
        if dated {
            self.options.as_of = given.as_of;
            self.date = given.as_of.unwrap_or(self.today);
        }
        let told = given.answers != before.answers;
        if told {
            self.options.answers = given.answers;
            self.add_told(&mut answers, true);
        }
        if dated || told {
            self.restart(answers);
            self.tell_result();
        }
    }

    fn take_rules(&mut self, rules: Rules) {
        let before = self.rules.as_ref().map(|rules| rules.pack.file().jurisdiction);
        let jurisdiction = rules.pack.file().jurisdiction;
        if self.jurisdiction.is_some_and(|wanted| !jurisdiction.contains(wanted)) {
            return; // another city's, and wanted no more
        }
        self.language = rules.texts.language;
        self.failure = None;
        let absent = |id: &&AwardId| rules.pack.award(id).is_none();
        let absent = self.options.awards.iter().filter(absent);
        let absent: Vec<String> = absent.map(ToString::to_string).collect();
        self.hint("awards", absent);
        let mut answers = self.answers();
        let elsewhere = before != Some(jurisdiction);
        if elsewhere {
            // Answers that the new rules know as well are kept.
            let mut kept = Answers::new();
            for (fact, answer) in answers.iter() {
                let _ = kept.set(&rules.pack, fact, Some(answer.clone()));
            }
            for award in answers.received() {
                if rules.pack.award(award).is_some() {
                    kept.set_received(award.clone(), true);
                }
            }
            answers = kept;
            let known = |id: &QuestionId| rules.question(id).is_some();
            self.trail.retain(known);
            self.asking = self.asking.take().filter(|asking| known(&asking.question));
            if self.screen == Screen::Question && self.asking.is_none() {
                self.screen = Screen::Start;
            }
            let version = rules.pack.file().version.clone();
            self.tell(vec![Event::Ready { jurisdiction, rules: version }]);
        }
        if rules.whole {
            self.tell(vec![Event::Whole]);
        }
        let same =
            self.rules.as_ref().is_some_and(|it| Arc::ptr_eq(&it.pack, &rules.pack));
        self.jurisdiction = Some(jurisdiction);
        self.rules = Some(rules);
        if elsewhere {
            self.add_told(&mut answers, false);
        }
        if !self.open_carried() {
            let begun = answers.iter().next().is_some();
            match same {
                true => self.refresh(None),
                false => self.restart(answers),
            }
            if begun {
                self.tell_result();
            }
            if std::mem::take(&mut self.awaiting) {
                self.go_on();
            } else if before.is_some() && elsewhere {
                self.moved += 1;
            }
        }
        for action in std::mem::take(&mut self.held) {
            self.act(action);
        }
    }

    fn tell(&mut self, events: Vec<Event>) {
        self.events.extend(events);
    }

    /// Nothing is told before there is a result; then it is, since something was answered.
    fn tell_result(&mut self) {
        if !self.rules.as_ref().is_some_and(|rules| rules.whole) {
            return;
        }
        let counts = Verdict::ALL.map(|verdict| (verdict, self.count(verdict))).to_vec();
        let totals = self.results.summary.totals;
        self.tell(vec![Event::Result { counts, totals }]);
    }

    fn eligible(&self) -> Vec<AwardId> {
        let groups = self.results.groups.iter();
        let eligible = groups.filter(|group| group.verdict == Verdict::Eligible);
        eligible.flat_map(|group| &group.rows).map(|row| row.id.clone()).collect()
    }

    fn count(&self, verdict: Verdict) -> usize {
        let groups = self.results.groups.iter();
        let shown: usize = groups
            .filter(|group| group.verdict == verdict)
            .map(|group| group.rows.len())
            .sum();
        let others = self.results.others.iter().filter(|row| row.verdict == verdict);
        shown + others.count()
    }

    fn say(&mut self) {
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
    fn restart(&mut self, answers: Answers) {
        let Some(rules) = &self.rules else { return };
        let session = Session::with_answers(Arc::clone(&rules.pack), self.date, answers);
        self.session = Some(Rc::new(session));
        self.refresh(None);
    }

    fn open_award(&mut self) {
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
    fn refresh(&mut self, before: Option<&[AwardId]>) {
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
fn asked_facts(session: &Session, question: &Question) -> Vec<FactId> {
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
