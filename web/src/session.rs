//! The one state of the page, and what each action makes of it.
//!
//! [`State::act`] does nothing outside the state: it asks core for an assessment when answers, rules or the date
//! change, and keeps only what the page shows of it.
//!
//! What no start and no first question needs stands in functions that are never inlined, here and in the views, so that
//! it can come with the second part of the module (`setup/split.mjs`).

mod carried;
mod coming;
mod outcome;
mod parts;
#[cfg(test)]
mod tests;
mod way;

use std::rc::Rc;

use mingbai_core::{
    Answers, AwardId, Date, FactId, Jurisdiction, Language, Question, QuestionId,
    SectionId, Session,
};

pub use self::parts::{
    Asking, Event, Failure, FailureKind, Listed, Notice, Options, Paused, Rules, Screen,
    Sharing, Theme,
};
use crate::draft::{Entry, Rest};
use crate::link::Carried;
use crate::locale::Words;
use crate::shown::{self, Given, Results, Support};

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

    fn tell(&mut self, events: Vec<Event>) {
        self.events.extend(events);
    }
}
