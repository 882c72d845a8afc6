//! What comes from outside: attributes, rules and their words, and that they did not come.

use std::sync::Arc;

use mingbai_core::{Answers, AwardId, QuestionId};

use super::{Action, Event, Failure, FailureKind, Notice, Options, Rules, Screen, State};

impl State {
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
    pub(super) fn is_early(&self, action: &Action) -> bool {
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

    #[inline(never)]
    pub(super) fn fail(&mut self, failure: Failure) {
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

    /// Takes the attributes that changed; what the reader chose of the others stays.
    #[inline(never)]
    pub(super) fn take_options(&mut self, given: Options) {
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

    pub(super) fn take_rules(&mut self, rules: Rules) {
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
            if before.is_some() {
                answers = self.take_over(&answers, &rules);
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

    /// Moves to another city's rules; gives what was answered that they know as well.
    #[inline(never)]
    fn take_over(&mut self, answers: &Answers, rules: &Rules) -> Answers {
        let mut kept = Answers::new();
        for (fact, answer) in answers.iter() {
            let _ = kept.set(&rules.pack, fact, Some(answer.clone()));
        }
        for award in answers.received() {
            if rules.pack.award(award).is_some() {
                kept.set_received(award.clone(), true);
            }
        }
        let known = |id: &QuestionId| rules.question(id).is_some();
        self.trail.retain(known);
        self.asking = self.asking.take().filter(|asking| known(&asking.question));
        if self.screen == Screen::Question && self.asking.is_none() {
            self.screen = Screen::Start;
        }
        kept
    }
}
