//! What the state is made of, and what it tells.

use std::rc::Rc;
use std::sync::Arc;

use mingbai_core::{
    Amounts, AwardId, Date, FactId, Form, Jurisdiction, Language, Operator, Pack,
    Question, QuestionId, Texts, Verdict,
};

use crate::draft::{Complaint, Draft};

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
    /// Whether these are all their words, or those of the start and the first question alone
    /// ([`Texts::opening`]).
    pub whole: bool,
    /// What the operator adds; nothing where there is no such file.
    pub operator: Rc<Operator>,
}

impl PartialEq for Rules {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.pack, &other.pack) && Rc::ptr_eq(&self.texts, &other.texts)
    }
}

impl Rules {
    pub(super) fn question(&self, id: &QuestionId) -> Option<&Question> {
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
    /// The question of [`State::asking`](super::State::asking).
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
    /// All that these rules are shown with is there: for the element, not the host page.
    Whole,
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
