//! The way through the questions, and back.

use std::rc::Rc;

use mingbai_core::{Answer, FactId, Form, Jurisdiction, QuestionId, Value};

use super::outcome::asked_facts;
use super::{Asking, Event, Paused, Screen, Sharing, State};
use crate::draft::{Draft, Entry, Outcome, Rest};

impl State {
    pub(super) fn move_to(&mut self, screen: Screen) {
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

    #[inline(never)]
    pub(super) fn show(&mut self, screen: Screen) {
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

    #[inline(never)]
    pub(super) fn return_back(&mut self) {
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
    pub(super) fn go_on(&mut self) {
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
    pub(super) fn asking_of(
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

    #[inline(never)]
    pub(super) fn ask_now(&mut self, question: QuestionId) {
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

    #[inline(never)]
    pub(super) fn enter(&mut self, fact: FactId, entry: Entry) {
        if let Some(asking) = &mut self.asking {
            asking.draft.enter(fact, entry);
        }
    }

    #[inline(never)]
    pub(super) fn tick(&mut self, fact: &FactId, ticked: bool) {
        let (Some(asking), Some(rules)) = (&mut self.asking, &self.rules) else { return };
        if let Some(fact) = rules.pack.fact(fact) {
            asking.draft.tick(fact, ticked);
        }
    }

    #[inline(never)]
    pub(super) fn say_rest(&mut self, rest: Rest) {
        if let Some(asking) = &mut self.asking {
            asking.draft.say_rest(rest);
        }
    }

    /// Reads the screen into answers and goes on, or says what has to be put right.
    #[inline(never)]
    pub(super) fn read(&mut self) {
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
    pub(super) fn other_city(&self) -> Option<Jurisdiction> {
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

    #[inline(never)]
    pub(super) fn back(&mut self) {
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
}
