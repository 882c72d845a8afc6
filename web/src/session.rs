//! The one state of the page, and what each action makes of it.
//!
//! [`State::act`] does nothing outside the state: it asks core for an assessment when answers, rules or the date
//! change, and keeps only what the page shows of it.

use std::rc::Rc;
use std::sync::Arc;

use mingbai_core::{
    Amounts, Answer, Answers, Assessment, AwardId, Date, Decimal, Fact, FactId, Form,
    Json, Jurisdiction, Language, Operator, Pack, Prose, Question, QuestionId, SectionId,
    Session, Status, Step, Table, Texts, Value, Verdict,
};

use crate::draft::{Complaint, Draft, Entry, Outcome, Rest};
use crate::link::{self, Carried};
use crate::locale::Words;
use crate::shown::{self, Ask, Extra, Given, Reader, Results, Support};

/// What an operator or a portal sets from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whose rules to load first; `None` takes the first of the index.
    pub jurisdiction: Option<Jurisdiction>,
    /// The language.
    pub language: Language,
    /// Light or dark; `None` follows the reader's system.
    pub theme: Option<Theme>,
    /// Large print (大字版).
    pub large: bool,
    /// The day the law is read on; `None` means today.
    pub as_of: Option<Date>,
    /// The only awards that the page is about, sorted; empty: all of them.
    pub awards: Vec<AwardId>,
    /// What the host page knows of the applicant, as an object of answers in JSON.
    pub answers: Option<String>,
    /// The address that links to the page begin with; `None` is its own.
    pub share_base: Option<String>,
    /// Where the packs are, with a slash at the end.
    pub base: String,
    /// Where the page's words are, with a slash at the end.
    pub words: String,
    /// Whether sizes may follow the reader's own (see `mingbai.css`).
    pub unit: bool,
}

/// A colour scheme that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on white.
    Light,
    /// Light ink on near black.
    Dark,
}

/// One pack as the index lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whose rules.
    pub jurisdiction: Jurisdiction,
    /// Its name in the language of the page.
    pub name: String,
}

/// Checked rules and their words.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The rules.
    pub pack: Arc<Pack>,
    /// Their words, in the language of the page.
    pub texts: Rc<Texts>,
    /// What the operator adds; nothing where there is no such file.
    pub operator: Rc<Operator>,
}

impl PartialEq for Rules {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.pack, &other.pack) && Rc::ptr_eq(&self.texts, &other.texts)
    }
}

impl Rules {
    fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.pack.file().questions.iter().find(|question| question.id == *id)
    }
}

/// Why there are no rules to work with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What an operator can search for: `MB-PACK-404`.
    pub code: String,
    /// What a visitor is told.
    pub kind: FailureKind,
    /// What the console is told.
    pub detail: String,
}

/// What a visitor is told of a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// Nothing came.
    Network,
    /// What came is no pack.
    Broken,
    /// What came is for a newer page.
    Newer,
    /// No pack of that jurisdiction.
    Missing,
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What this is, and the start button.
    Start,
    /// The question of [`State::asking`].
    Question,
    /// All that was found, when nothing is left to ask.
    Results,
    /// Every award, to search and open.
    All,
    /// One award.
    Award(AwardId),
    /// The printable 自评单.
    Report,
    /// The applicant is registered in a city without rules here.
    Elsewhere,
}

/// The question being asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// The question.
    pub question: QuestionId,
    /// Those of its facts that are asked: what still matters, or was answered before.
    pub facts: Vec<FactId>,
    /// How they are laid out: a single fact never as a list.
    pub form: Form,
    /// What stands on its screen.
    pub draft: Draft,
    /// What has to be put right; non-empty after a refused attempt to go on.
    pub complaints: Vec<Complaint>,
    /// What was left to change this answer, and comes back afterwards.
    pub paused: Option<Box<Paused>>,
}

/// What a reader left to change an earlier answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paused {
    /// The screen.
    pub screen: Screen,
    /// The question on it.
    pub asking: Option<Asking>,
}

/// What has to be said about answers that came from elsewhere, or about keeping them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// They are here.
    Opened,
    /// They were kept on this device.
    Kept,
    /// They were given to another version of the rules, and all fit.
    Older,
    /// So many do not fit the rules there are.
    Lost(usize),
    /// None could be read.
    Unreadable,
    /// The browser keeps nothing.
    NotKept,
}

/// How far the reader is with a link to the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sharing {
    /// It was not asked for.
    #[default]
    Closed,
    /// It was; what it tells is being said.
    Warned,
    /// It is there.
    Ready {
        /// The link.
        link: String,
        /// Whether it was copied; `None` while that is tried.
        copied: Option<bool>,
    },
}

/// Something that the host page may hear of. Never an answer's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Rules are there.
    Ready {
        /// Whose.
        jurisdiction: Jurisdiction,
        /// Their version.
        rules: String,
    },
    /// A fact was answered.
    Answer {
        /// Which.
        fact: FactId,
    },
    /// The results changed.
    Result {
        /// How many awards of each verdict.
        counts: Vec<(Verdict, usize)>,
        /// The sums: certain, bounded, discretionary.
        totals: [Amounts; 3],
    },
    /// A link with the answers was made.
    Share,
    /// A part of an attribute that was not understood: for the console, not the host page.
    Hint {
        /// The attribute.
        attribute: &'static str,
        /// The ids in question.
        ids: Vec<String>,
    },
    /// There are no rules to work with.
    Error {
        /// The code.
        code: String,
    },
    /// Nor is there a word to say so with: the element has to.
    Speechless {
        /// The code.
        code: String,
    },
}

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

    /// Does what an action asks for.
    pub fn act(&mut self, action: Action) {
        match action {
            Action::Options(options) => self.take_options(options),
            Action::Index(index) => self.index = Rc::new(index),
            Action::Words => {}
            Action::Rules(rules) => self.take_rules(rules),
            Action::Failed(failure)
                if failure.kind == FailureKind::Missing && self.carried.is_some() =>
            {
                // Answers for a city that this site has no rules of.
                self.carried = None;
                self.notice = Some(Notice::Unreadable);
                self.jurisdiction = self.options.jurisdiction;
            }
            Action::Failed(failure) => {
                let code = failure.code.clone();
                self.tell(vec![match self.words().known() {
                    true => Event::Error { code },
                    false => Event::Speechless { code },
                }]);
                self.failure = Some(failure);
            }
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
            Action::Enter(fact, entry) => {
                self.change(|asking, _| asking.draft.enter(fact, entry));
            }
            Action::Tick(fact, ticked) => self.change(|asking, rules| {
                if let Some(fact) = rules.pack.fact(&fact) {
                    asking.draft.tick(fact, ticked);
                }
            }),
            Action::SayRest(rest) => self.change(|asking, _| asking.draft.say_rest(rest)),
            Action::Next => self.read(),
            Action::Back => self.back(),
            Action::Clear => {
                self.trail.clear();
                self.asking = None;
                self.restart(Answers::new());
                self.tell_result();
                self.move_to(Screen::Start);
            }
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
            Action::Receive(award, received) => {
                if let Some(session) = &mut self.session {
                    Rc::make_mut(session).set_received(&award, received);
                }
                self.refresh(None);
                self.tell_result();
                self.say();
            }
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

    /// Takes the attributes that changed; what the reader chose of the others stays.
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

    /// Adds what the host page knows of the applicant; `over` answers that are there, or
    /// only where there is none. What does not fit is hinted at and left out.
    fn add_told(&mut self, answers: &mut Answers, over: bool) {
        let Some(text) = &self.options.answers else { return };
        let Ok(Json::Object(entries)) = Json::parse(text) else { return };
        let refused = self.add(&entries, answers, over);
        self.hint("answers", refused);
    }

    /// Adds an object of answers; gives the ids of those that do not fit.
    fn add(
        &self,
        entries: &Table<String, Json>,
        answers: &mut Answers,
        over: bool,
    ) -> Vec<String> {
        let mut refused = Vec::new();
        let Some(rules) = &self.rules else { return refused };
        for (id, entry) in entries {
            let mut one = Table::new();
            one.insert(id.clone(), entry.clone());
            let Ok(one) = Answers::read(&rules.pack, &Json::Object(one)) else {
                refused.push(id.clone());
                continue;
            };
            for (fact, answer) in one.iter() {
                if over || answers.get(fact).is_none() {
                    // It has just been found to fit.
                    let _ = answers.set(&rules.pack, fact, Some(answer.clone()));
                }
            }
            for award in one.received() {
                answers.set_received(award.clone(), true);
            }
        }
        refused
    }

    /// Takes a line of answers, to be read once its rules are there.
    fn carry(&mut self, line: &str) {
        self.carried = Carried::read(line);
        let Some(carried) = &self.carried else {
            self.notice = Some(Notice::Unreadable);
            return;
        };
        let here = self.rules.as_ref().map(|rules| rules.pack.file().jurisdiction);
        self.jurisdiction = Some(carried.jurisdiction);
        if here == self.jurisdiction {
            self.open_carried();
        }
    }

    /// Reads a file that was exported, or an object of answers alone.
    fn import(&mut self, text: &str) {
        let json = Json::parse(text).unwrap_or(Json::Null);
        let answers = json.get("answers").unwrap_or(&json);
        let Some(entries) = answers.as_object() else {
            self.notice = Some(Notice::Unreadable);
            return;
        };
        let mut answers = Answers::new();
        let lost = self.add(entries, &mut answers, true).len();
        self.notice = Some(if lost > 0 { Notice::Lost(lost) } else { Notice::Opened });
        self.begin_with(answers);
    }

    /// Goes on from answers that came from elsewhere.
    fn begin_with(&mut self, answers: Answers) {
        let notice = self.notice;
        self.restart(answers);
        self.trail = self.given.iter().map(|given| given.question.clone()).collect();
        if let Some(session) = &mut self.session {
            let session = Rc::make_mut(session);
            self.trail.iter().for_each(|question| session.visit(question));
        }
        self.refresh(None);
        self.tell_result();
        self.go_on();
        self.notice = notice;
    }

    /// What a link carries and the browser keeps; `None` while nothing was answered.
    pub fn line(&self) -> Option<String> {
        let (rules, session) = (self.rules.as_ref()?, self.session.as_ref()?);
        let answers = session.answers();
        let any = answers.iter().next().is_some() || !answers.received().is_empty();
        any.then(|| link::line(&rules.pack, answers))
    }

    fn hint(&mut self, attribute: &'static str, ids: Vec<String>) {
        if !ids.is_empty() {
            self.tell(vec![Event::Hint { attribute, ids }]);
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
        if before != Some(jurisdiction) {
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
        self.jurisdiction = Some(jurisdiction);
        self.rules = Some(rules);
        if elsewhere {
            self.add_told(&mut answers, false);
        }
        if self.open_carried() {
            return;
        }
        let begun = answers.iter().next().is_some();
        self.restart(answers);
        if begun {
            self.tell_result();
        }
        if std::mem::take(&mut self.awaiting) {
            self.go_on();
            return;
        }
        if before.is_some() && before != Some(jurisdiction) {
            self.moved += 1;
        }
    }

    /// Goes on from the answers that waited for these rules; whether there were any.
    fn open_carried(&mut self) -> bool {
        let (Some(carried), Some(rules)) = (self.carried.take(), &self.rules) else {
            return false;
        };
        let (mut answers, lost) = carried.answers(&rules.pack);
        let same = carried.version == rules.pack.file().version;
        self.notice = Some(match lost {
            0 if !same => Notice::Older,
            0 if self.keep => Notice::Kept,
            0 => Notice::Opened,
            lost => Notice::Lost(lost),
        });
        self.add_told(&mut answers, false);
        self.begin_with(answers);
        true
    }

    fn tell(&mut self, events: Vec<Event>) {
        self.events.extend(events);
    }

    fn tell_result(&mut self) {
        let counts = Verdict::ALL.map(|verdict| (verdict, self.count(verdict))).to_vec();
        let totals = self.results.summary.totals;
        self.tell(vec![Event::Result { counts, totals }]);
    }

    fn move_to(&mut self, screen: Screen) {
        let asked = self.asking.as_ref().filter(|_| screen == Screen::Question);
        if let (Some(asking), Some(session)) = (asked, &self.session) {
            self.depends = Rc::new(session.depends_on(&asking.question));
        }
        self.screen = screen;
        self.moved += 1;
        self.sheet = false;
        self.settings = false;
        self.notice = None;
        self.sharing = Sharing::Closed;
    }

    fn show(&mut self, screen: Screen) {
        let opened = matches!(
            self.screen,
            Screen::Start | Screen::Question | Screen::Results | Screen::All
        );
        if opened && !(self.screen == Screen::All && screen == Screen::All) {
            // From the list of all awards one comes back to the list.
            self.before = self.screen.clone();
        }
        self.move_to(screen);
        self.open_award();
    }

    fn return_back(&mut self) {
        let target = match (&self.screen, &self.before) {
            (Screen::All, Screen::All) => None,
            (_, before) => Some(before.clone()),
        };
        let rest = if self.asking.is_some() { Screen::Question } else { Screen::Start };
        let target = target.unwrap_or(rest);
        if target == Screen::All {
            // One step further back leads out of the list again.
            self.before = match (&self.asking, self.next.is_none()) {
                (Some(_), _) => Screen::Question,
                (None, true) => Screen::Results,
                (None, false) => Screen::Start,
            };
        }
        if target == Screen::Question && self.asking.is_none() {
            self.go_on();
        } else {
            self.move_to(target);
        }
    }

    /// To the next question, or to the results when none is left.
    fn go_on(&mut self) {
        match self.next.clone() {
            Some(question) => {
                // What was known before its question came is not asked.
                let fresh = !self.trail.contains(&question);
                self.asking = self.asking_of(question, None, fresh);
                self.move_to(Screen::Question);
            }
            None => {
                self.asking = None;
                self.move_to(Screen::Results);
            }
        }
    }

    /// A question as it is asked now; `open`: no more of it than is not answered.
    fn asking_of(
        &self,
        id: QuestionId,
        paused: Option<Box<Paused>>,
        open: bool,
    ) -> Option<Asking> {
        let rules = self.rules.as_ref()?;
        let question = rules.question(&id)?;
        let session = self.session.as_ref()?;
        let mut facts = asked_facts(session, question);
        let unanswered = |id: &FactId| session.answers().get(id).is_none();
        if open && facts.iter().any(unanswered) {
            facts.retain(unanswered);
        }
        let form = match facts.as_slice() {
            [_] => Form::Single,
            _ => question.form,
        };
        let answers = session.answers();
        let draft =
            Draft::of(form, &facts, |id| rules.pack.fact(id), |id| answers.get(id));
        Some(Asking { question: id, facts, form, draft, complaints: Vec::new(), paused })
    }

    fn ask_now(&mut self, question: QuestionId) {
        let current = self.asking.as_ref();
        let on_screen = self.screen == Screen::Question
            && current.is_some_and(|asking| asking.question == question);
        if on_screen {
            self.move_to(Screen::Question);
            return;
        }
        // Changing a second answer while changing one: both lead back to the same place.
        let paused = match self.asking.take() {
            Some(Asking { paused: Some(paused), .. })
                if self.screen == Screen::Question =>
            {
                paused
            }
            asking => Box::new(Paused { screen: self.screen.clone(), asking }),
        };
        self.asking = self.asking_of(question, Some(paused), false);
        if self.asking.is_some() {
            self.move_to(Screen::Question);
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Asking, &Rules)) {
        let (Some(asking), Some(rules)) = (&mut self.asking, &self.rules) else { return };
        change(asking, rules);
    }

    /// Reads the screen into answers and goes on, or says what has to be put right.
    fn read(&mut self) {
        let (Some(asking), Some(rules)) = (&mut self.asking, &self.rules) else { return };
        let unit =
            |id: &FactId| rules.texts.facts.get(id).and_then(|text| text.unit.as_deref());
        let read =
            asking.draft.read(asking.form, &asking.facts, |id| rules.pack.fact(id), unit);
        let answers = match read {
            Outcome::Complaints(complaints) => {
                asking.complaints = complaints;
                self.moved += 1;
                return;
            }
            Outcome::Elsewhere => {
                asking.complaints.clear();
                self.move_to(Screen::Elsewhere);
                return;
            }
            Outcome::Answers(answers) => answers,
        };
        let asked = asking.question.clone();
        let paused = asking.paused.take();
        let before = self.eligible();
        let mut events = Vec::new();
        if let Some(session) = &mut self.session {
            let session = Rc::make_mut(session);
            session.visit(&asked);
            for (fact, answer) in answers {
                // The draft reads by the fact's own domain; what core still refuses is
                // not set.
                if session.answer(&fact, Some(answer)).is_ok() {
                    events.push(Event::Answer { fact });
                }
            }
        }
        if !self.trail.contains(&asked) {
            self.trail.push(asked);
        }
        if let Some(city) = self.other_city() {
            self.tell(events);
            self.jurisdiction = Some(city);
            self.asking = None;
            self.awaiting = true;
            return;
        }
        self.refresh(Some(&before));
        self.tell(events);
        self.tell_result();
        self.say();
        match paused.map(|paused| paused.screen) {
            None | Some(Screen::Question) => self.go_on(),
            Some(screen) => {
                self.asking = None;
                self.move_to(screen);
                self.open_award();
            }
        }
    }

    /// The city that the applicant is registered in, where its rules are another pack's.
    fn other_city(&self) -> Option<Jurisdiction> {
        let rules = self.rules.as_ref()?;
        let here = rules.pack.file().jurisdiction;
        let answers = self.session.as_ref()?.answers();
        let registered = answers.iter().find_map(|(_, answer)| match answer {
            Answer::Known(Value::Jurisdiction(place)) => Some(*place),
            _ => None,
        });
        let place = registered.filter(|place| !here.contains(*place))?;
        let listed = self.index.iter().find(|it| it.jurisdiction.contains(place))?;
        Some(listed.jurisdiction)
    }

    fn back(&mut self) {
        let Some(asking) = &mut self.asking else { return };
        if let Some(paused) = asking.paused.take() {
            self.asking = paused.asking;
            self.move_to(paused.screen);
            return;
        }
        let current = asking.question.clone();
        let place = self.trail.iter().position(|id| *id == current);
        let end = place.unwrap_or(self.trail.len());
        let previous =
            end.checked_sub(1).and_then(|index| self.trail.get(index)).cloned();
        match previous {
            Some(question) => {
                self.asking = self.asking_of(question, None, false);
                self.move_to(Screen::Question);
            }
            None => self.move_to(Screen::Start),
        }
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

    /// Puts the assessment into words. `before` held the eligible awards before the last
    /// answer; `None` where nothing is to be marked as new.
    fn refresh(&mut self, before: Option<&[AwardId]>) {
        let (Some(rules), Some(session)) = (&self.rules, &mut self.session) else {
            return;
        };
        self.left = Rc::make_mut(session).remaining();
        let session = &*session;
        let words = Words(self.language);
        let reader = reader(words, rules, session);
        let assessment = session.assessment();
        let results = shown::results(&reader, &assessment, |award| {
            extra(&reader, session, &assessment, award, before)
        });
        let questions = &rules.pack.file().questions;
        let missing: Vec<&Fact> = assessment
            .determinations
            .iter()
            .flat_map(|determination| determination.missing.iter().copied())
            .filter(|fact| session.answers().get(&fact.id).is_none())
            .collect();
        let open = shown::asking(questions, &missing);
        let given = questions.iter().filter_map(|question| {
            shown::given(&reader, question, |id| rules.pack.fact(id))
        });
        self.open = Rc::new(open.into_iter().map(|it| it.id.clone()).collect());
        if before.is_none() {
            self.sample = shown::sample(&reader, &assessment).map(Rc::new);
        }
        self.given = Rc::new(given.collect());
        self.results = Rc::new(results);
        self.next = session.next_question().map(|next| next.question);
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

#[cfg(test)]
mod tests {
    use mingbai_core::OptionId;
    use serde_json::json;

    use super::*;
    use crate::draft::Place;

    /// A city with two awards: one for enterprises with 20 patents, one for enterprises.
    fn rules(language: Language) -> Rules {
        let cite = json!({"document": "d", "article": "14"});
        let enterprise = json!({
            "condition": {"one-of": {"fact": "applicant_kind", "options": ["enterprise"]}},
            "cite": cite,
        });
        let here = json!({
            "condition": {"within": {"fact": "registered_in", "division": "371000"}},
            "cite": cite, "implied": true,
        });
        let patents = json!({
            "condition": {"compare": {
                "left": {"fact": "patents"}, "is": ">=", "right": {"number": "20"},
            }},
            "cite": cite,
        });
        let pack = json!({
            "schema": 1, "version": "v", "jurisdiction": "371000",
            "documents": [{"id": "d"}],
            "facts": [
                {"id": "registered_in", "kind": "jurisdiction"},
                {"id": "applicant_kind", "kind": {"choice": ["enterprise", "individual"]}},
                {"id": "patents", "kind": {"count": {"min": "0"}}, "changeable": true},
            ],
            "sections": ["basics"],
            "questions": [
                {"id": "where", "section": "basics", "facts": ["registered_in"], "form": "single"},
                {"id": "who", "section": "basics", "facts": ["applicant_kind"], "form": "single",
                 "after": ["where"]},
                {"id": "patents", "section": "basics", "facts": ["patents"], "form": "single",
                 "after": ["who"]},
            ],
            "awards": [
                {"id": "a", "cite": cite, "criteria": [here, enterprise],
                 "amount": {"fixed": {"number": "50000"}}, "selection": "automatic"},
                {"id": "b", "cite": cite, "criteria": [here, enterprise, patents],
                 "amount": {"fixed": {"number": "200000"}}, "selection": "automatic"},
            ],
        });
        let fact =
            |name: &str| json!({"name": name, "ask": format!("{name}？"), "unit": "件"});
        let award = |title: &str| json!({"title": title, "summary": ""});
        let texts = json!({
            "schema": 1, "version": "v", "language": language.tag(), "name": "威海市",
            "facts": {
                "registered_in": fact("注册地"), "patents": fact("发明专利授权"),
                "applicant_kind": {"name": "申请人", "ask": "申请人？",
                    "options": {"enterprise": "企业", "individual": "个人"}},
            },
            "questions": {}, "sections": {"basics": "基本情况"},
            "awards": {"a": award("甲"), "b": award("乙")},
            "documents": {"d": "某文件"}, "reviews": {}, "groups": {}, "departments": {},
            "divisions": {"371000": "威海市", "371002": "环翠区"},
        });
        let pack = Pack::from_json(&pack.to_string()).unwrap();
        let texts = Texts::from_json(&texts.to_string()).unwrap();
        Rules { pack: Arc::new(pack), texts: Rc::new(texts), operator: Rc::default() }
    }

    impl State {
        fn after(&self, action: Action) -> Self {
            let mut state = self.clone();
            state.act(action);
            state
        }
    }

    fn begun() -> State {
        let options = Options {
            jurisdiction: None,
            language: Language::ChineseSimplified,
            theme: None,
            large: false,
            as_of: None,
            awards: Vec::new(),
            answers: None,
            share_base: None,
            base: String::new(),
            words: String::new(),
            unit: false,
        };
        let listed = |code: &str| Listed {
            jurisdiction: code.parse().unwrap(),
            name: code.to_owned(),
        };
        State::new(options, Date::constant(2026, 11, 20))
            .after(Action::Index(vec![listed("371000"), listed("370900")]))
            .after(Action::Rules(rules(Language::ChineseSimplified)))
            .after(Action::Start)
    }

    fn enter(state: &State, fact: &str, entry: Entry) -> State {
        state.after(Action::Enter(fact.into(), entry)).after(Action::Next)
    }

    fn place(code: &str) -> Entry {
        Entry::Place(Place::City(code.parse().unwrap()))
    }

    fn kind(option: &str) -> Entry {
        Entry::Choice(OptionId::from(option))
    }

    fn asked(state: &State) -> &str {
        state.asking.as_ref().map_or("", |asking| asking.question.as_str())
    }

    #[test]
    fn an_interview_ends_in_results() {
        let state = begun();
        assert_eq!(asked(&state), "where");
        let state = enter(&state, "registered_in", place("371000"));
        assert_eq!(asked(&state), "who");
        let state = enter(&state, "applicant_kind", kind("enterprise"));
        assert_eq!((asked(&state), state.results.summary.eligible), ("patents", 1));
        assert!(state.said.contains("甲"), "{}", state.said);
        let state = enter(&state, "patents", Entry::Exact("１７件".to_owned()));
        assert_eq!(state.screen, Screen::Results);
        let near = state.results.groups.iter().flat_map(|group| &group.rows);
        assert_eq!(near.filter(|row| row.near.is_some()).count(), 1);
        assert_eq!(state.given.len(), 3);
        // Changing the answer leads back to the results.
        let state = state.after(Action::Ask("patents".into()));
        assert_eq!(asked(&state), "patents");
        let state = enter(&state, "patents", Entry::Exact("二十".to_owned()));
        assert_eq!(
            (&state.screen, state.results.summary.eligible),
            (&Screen::Results, 2)
        );
    }

    #[test]
    fn what_is_refused_stays_on_the_screen() {
        let state = enter(&begun(), "registered_in", place("371000"));
        let state = enter(&state, "applicant_kind", kind("enterprise"));
        let moved = state.moved;
        let state = enter(&state, "patents", Entry::Exact("二十来件".to_owned()));
        let asking = state.asking.as_ref().unwrap();
        assert_eq!((asking.complaints.len(), state.moved), (1, moved + 1));
        assert_eq!(
            asking.draft.entry(&"patents".into()),
            Some(&Entry::Exact("二十来件".to_owned()))
        );
        assert_eq!(state.answers().get(&"patents".into()), None);
    }

    #[test]
    fn back_leads_through_the_answers_to_the_start() {
        let state = enter(&begun(), "registered_in", place("371002"));
        let state = state.after(Action::Back);
        assert_eq!(asked(&state), "where");
        let draft = &state.asking.as_ref().unwrap().draft;
        assert!(matches!(draft.entry(&"registered_in".into()), Some(Entry::Place(_))));
        assert_eq!(state.after(Action::Back).screen, Screen::Start);
    }

    #[test]
    fn a_language_keeps_everything() {
        let state = enter(&begun(), "registered_in", place("371000"));
        let state = enter(&state, "applicant_kind", kind("enterprise"));
        let after = state.after(Action::Rules(rules(Language::English)));
        assert_eq!(after.language, Language::English);
        assert_eq!(after.answers(), state.answers());
        assert_eq!((asked(&after), &after.screen), (asked(&state), &state.screen));
    }

    #[test]
    fn a_listed_city_is_waited_for_and_an_unlisted_one_is_said() {
        let state = enter(&begun(), "registered_in", place("370900"));
        assert!(state.awaiting);
        assert_eq!(state.jurisdiction.map(|it| it.code()), Some(370_900));
        let state = enter(&begun(), "registered_in", Entry::Place(Place::Elsewhere));
        assert_eq!(state.screen, Screen::Elsewhere);
    }

    #[test]
    fn an_attribute_leaves_what_the_reader_chose() {
        let state = begun().after(Action::Language(Language::English));
        let given = Options { large: true, ..begun().options };
        let state = state.after(Action::Options(given));
        assert_eq!(
            (state.options.language, state.options.large),
            (Language::English, true)
        );
    }

    #[test]
    fn what_the_host_knows_is_not_asked() {
        let known =
            |text: &str| Options { answers: Some(text.to_owned()), ..begun().options };
        let text = r#"{"registered_in": "371002", "patents": "many", "alien": 3}"#;
        let state = begun().after(Action::Options(known(text)));
        assert!(state.answers().get(&"registered_in".into()).is_some());
        assert_eq!(state.next, Some("who".into()));
        let hint = Event::Hint { attribute: "answers", ids: vec!["patents".to_owned()] };
        assert!(state.events.contains(&hint), "{:?}", state.events);
        // Said again otherwise, it is taken over; taken away, the answer stays.
        let state = state.after(Action::Options(known(r#"{"patents": 20}"#)));
        let state = state.after(Action::Options(begun().options));
        assert_eq!(state.given.len(), 2);
        for text in ["", "[]", "{", "{\"received\": 7}", "nul\u{0}"] {
            let state = begun().after(Action::Options(known(text)));
            assert_eq!(state.answers(), begun().answers(), "{text}");
        }
    }

    #[test]
    fn rules_of_a_city_that_is_wanted_no_more_are_passed_over() {
        let state = begun().after(Action::City("370900".parse().unwrap()));
        let after = state.after(Action::Rules(rules(Language::English)));
        assert_eq!(after.language, Language::ChineseSimplified);
        assert_eq!(after.jurisdiction, state.jurisdiction);
    }

    #[test]
    fn a_date_that_is_taken_back_is_today_again() {
        let dated =
            Options { as_of: Some(Date::constant(2019, 6, 1)), ..begun().options };
        let state = begun().after(Action::Options(dated));
        assert_eq!(state.date, Date::constant(2019, 6, 1));
        let state = state.after(Action::Options(begun().options));
        assert_eq!(state.date, Date::constant(2026, 11, 20));
    }

    #[test]
    fn results_tell_counts_and_sums() {
        let state = enter(&begun(), "registered_in", place("371002"));
        let state = enter(&state, "applicant_kind", kind("enterprise"));
        let Some(Event::Result { counts, totals }) = state.events.last() else {
            panic!("{:?}", state.events)
        };
        assert!(counts.contains(&(Verdict::Eligible, 1)), "{counts:?}");
        assert_eq!(
            totals.map(|it| it.as_exact()),
            [Some(50_000.into()), Some(0.into()), Some(0.into())]
        );
    }

    #[test]
    fn a_line_opens_where_the_answers_lead() {
        let state = enter(&begun(), "registered_in", place("371002"));
        let state = enter(&state, "applicant_kind", kind("enterprise"));
        let line = state.line().unwrap();
        let opened = |line: String| {
            State::new(begun().options, Date::constant(2026, 11, 20))
                .after(Action::Open(line))
                .after(Action::Rules(rules(Language::ChineseSimplified)))
        };
        let there = opened(line.clone());
        assert_eq!(there.answers(), state.answers());
        assert_eq!((asked(&there), there.notice), ("patents", Some(Notice::Opened)));
        // Back leads through the answers that came with it.
        assert_eq!(asked(&there.after(Action::Back)), "who");
        let older = opened(line.replace(",v&", ",w&"));
        assert_eq!(older.notice, Some(Notice::Older));
        let lost = opened(line.replace("enterprise", "school"));
        assert_eq!((lost.given.len(), lost.notice), (1, Some(Notice::Lost(1))));
        let unread = opened("2,371000,v".to_owned());
        assert_eq!(
            (&unread.screen, unread.notice),
            (&Screen::Start, Some(Notice::Unreadable))
        );
    }

    #[test]
    fn a_link_to_a_city_without_rules_is_said_and_left() {
        let state = State::new(begun().options, Date::constant(2026, 11, 20))
            .after(Action::Open("1,441500,v&registered_in=441500".to_owned()));
        assert_eq!(state.jurisdiction.map(|it| it.code()), Some(441_500));
        let missing = Failure {
            code: "MB-PACK-NONE".to_owned(),
            kind: FailureKind::Missing,
            detail: String::new(),
        };
        let state = state.after(Action::Failed(missing));
        assert_eq!((state.jurisdiction, &state.failure), (None, &None));
        assert_eq!(state.notice, Some(Notice::Unreadable));
    }

    /// Whether all of `part` stands in `whole`.
    fn holds(whole: &serde_json::Value, part: &serde_json::Value) -> bool {
        match (whole, part) {
            (serde_json::Value::Object(whole), serde_json::Value::Object(part)) => part
                .iter()
                .all(|(name, part)| whole.get(name).is_some_and(|it| holds(it, part))),
            (serde_json::Value::Array(whole), serde_json::Value::Array(part)) => {
                whole.len() == part.len()
                    && whole.iter().zip(part).all(|(whole, part)| holds(whole, part))
            }
            (whole, part) => whole == part,
        }
    }

    #[test]
    fn what_is_exported_is_read_again() {
        let state = enter(&begun(), "registered_in", place("371002"));
        let state = enter(&state, "applicant_kind", kind("enterprise"));
        let state = state.after(Action::Receive("a".into(), true));
        let session = state.session.as_ref().unwrap();
        let text = crate::export::json(session);
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let answers = serde_json::to_value(session.answers().to_json()).unwrap();
        assert_eq!(json["answers"], answers);
        // All that is said is what core says.
        let said = serde_json::to_value(session.assessment()).unwrap();
        assert!(holds(&said, &json["assessment"]), "{said} {text}");
        let there = begun().after(Action::Import(text));
        assert_eq!(there.answers(), state.answers());
        assert_eq!(there.notice, Some(Notice::Opened));
        let answers = r#"{"registered_in": "371002", "patents": "many"}"#;
        let there = begun().after(Action::Import(answers.to_owned()));
        assert_eq!((there.given.len(), there.notice), (1, Some(Notice::Lost(1))));
        for text in ["", "{", "[1]", "7", "null"] {
            let there = begun().after(Action::Import(text.to_owned()));
            assert_eq!(there.notice, Some(Notice::Unreadable), "{text}");
            assert_eq!(there.answers(), begun().answers());
        }
    }

    #[test]
    fn an_award_that_was_received_is_no_longer_eligible() {
        let state = enter(&begun(), "registered_in", place("371002"));
        let state = enter(&state, "applicant_kind", kind("enterprise"));
        assert_eq!(state.count(Verdict::Eligible), 1);
        let state = state.after(Action::Show(Screen::Award("a".into())));
        let state = state.after(Action::Receive("a".into(), true));
        assert_eq!(
            (state.count(Verdict::Eligible), state.count(Verdict::Received)),
            (0, 1)
        );
        let opened = state.award.as_ref().map(|it| it.row.verdict);
        assert_eq!(opened, Some(Verdict::Received));
        let state = state.after(Action::Receive("a".into(), false));
        assert_eq!(state.count(Verdict::Eligible), 1);
    }

    #[test]
    fn no_event_carries_a_value() {
        let state = enter(&begun(), "registered_in", place("371002"));
        let told = format!("{:?}", state.events);
        assert!(told.contains("registered_in") && !told.contains("371002"), "{told}");
    }
}
