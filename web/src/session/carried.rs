//! Answers that come from elsewhere: the host page, a link, this device, a file.

use std::rc::Rc;

use mingbai_core::{Answers, Json, Table};

use super::{Event, Notice, State};
use crate::link::{self, Carried};

impl State {
    /// Adds what the host page knows of the applicant; `over` answers that are there, or
    /// only where there is none. What does not fit is hinted at and left out.
    pub(super) fn add_told(&mut self, answers: &mut Answers, over: bool) {
        let Some(text) = &self.options.answers else { return };
        let Ok(Json::Object(entries)) = Json::parse(text) else { return };
        let refused = self.add(&entries, answers, over);
        self.hint("answers", refused);
    }

    /// Adds an object of answers; gives the ids of those that do not fit.
    pub(super) fn add(
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
    #[inline(never)]
    pub(super) fn carry(&mut self, line: &str) {
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
    #[inline(never)]
    pub(super) fn import(&mut self, text: &str) {
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
    pub(super) fn begin_with(&mut self, answers: Answers) {
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

    pub(super) fn hint(&mut self, attribute: &'static str, ids: Vec<String>) {
        if !ids.is_empty() {
            self.tell(vec![Event::Hint { attribute, ids }]);
        }
    }

    /// Goes on from the answers that waited for these rules; whether there were any.
    pub(super) fn open_carried(&mut self) -> bool {
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
}
