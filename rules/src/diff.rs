//! What changed from one state of the rules to another, for whom, in prose.
//!
//! Packs are compared, not files: moving a rule to another file is no change.

mod award;
mod condition;
mod pack;
mod text;

use mingbai_core::{Jurisdiction, Language};
use serde::Serialize;

use crate::compile::CompiledPack;
use crate::docs::{self, DocsError};

/// Everything that changed between two states of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The language of the prose.
    #[serde(skip)]
    language: Language,
    /// One for each jurisdiction in either state, sorted by code.
    pub packs: Vec<PackDifference>,
}

/// What changed in the rules of one jurisdiction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackDifference {
    /// Whose rules these are.
    pub jurisdiction: Jurisdiction,
    /// Its name.
    pub name: String,
    /// The version before; `None` where there was no pack.
    pub old: Option<String>,
    /// The version after; `None` where there is no pack any more.
    pub new: Option<String>,
    /// Documents first, then awards by id, groups, facts.
    pub changes: Vec<Change>,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind of thing it is about.
    pub subject: Subject,
    /// The id of that thing.
    pub id: String,
    /// Its title or name, as it is now.
    pub title: String,
    /// Whom it concerns; awards alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// What of it changed.
    pub what: What,
    /// As it was; `None` for what is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// As it is; `None` for what is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// Whether it became harder or easier, where that is plain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
}

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The pack as a whole.
    Pack,
    /// A document and its validity.
    Document,
    /// An award.
    Award,
    /// How awards stand to each other.
    Group,
    /// A fact, and how it is asked.
    Fact,
}

/// What of it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Its title.
    Title,
    /// The sentence that says what it is.
    Summary,
    /// Kinds of applicants that may have it now.
    KindsAdded,
    /// Kinds of applicants that may not have it any more.
    KindsRemoved,
    /// A condition that was not there.
    ConditionAdded,
    /// A condition that is gone.
    ConditionRemoved,
    /// A condition that reads otherwise.
    ConditionChanged,
    /// Whether the text says a condition or presupposes it.
    Implied,
    /// What it grants.
    Amount,
    /// How often it is granted.
    HowOften,
    /// Who decides.
    HowChosen,
    /// Where it stands.
    Source,
    /// What is known of its validity.
    Validity,
    /// Who is in charge.
    Departments,
    /// What the text leaves open.
    Note,
    /// What to do next.
    NextStep,
    /// The awards of a group.
    Members,
    /// What binds them.
    Rule,
    /// How it reads.
    Wording,
    /// How a fact comes about: its formula, when it applies, its values.
    Meaning,
    /// How the interview is arranged.
    Interview,
    /// Something that prose does not show; the rule files do.
    Unsaid,
}

/// What a change means for an applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Fewer qualify.
    Harder,
    /// More qualify.
    Easier,
}

impl Difference {
    /// Compares two states of the rules, in prose of a language.
    ///
    /// # Errors
    ///
    /// [`DocsError::Pack`] for a pack that the checker would refuse.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Language;
    /// use mingbai_rules::{Difference, Sources, compile};
    ///
    /// let packs = compile(&Sources::default()).packs;
    /// let difference = Difference::new(&packs, &packs, Language::English)?;
    /// assert_eq!(difference.to_string(), "Nothing changed.\n");
    /// # Ok::<(), mingbai_rules::DocsError>(())
    /// ```
    pub fn new(
        old: &[CompiledPack],
        new: &[CompiledPack],
        language: Language,
    ) -> Result<Self, DocsError> {
        let of = |packs: &[CompiledPack], code: Jurisdiction| {
            packs.iter().position(|pack| pack.rules.jurisdiction == code)
        };
        let mut codes: Vec<Jurisdiction> =
            old.iter().chain(new).map(|pack| pack.rules.jurisdiction).collect();
        codes.sort();
        codes.dedup();
        let mut packs = Vec::new();
        for code in codes {
            let old = of(old, code).and_then(|at| old.get(at));
            let new = of(new, code).and_then(|at| new.get(at));
            let before = old.map(docs::load).transpose()?;
            let after = new.map(docs::load).transpose()?;
            let before = pack::state(before.as_ref(), old, language);
            let after = pack::state(after.as_ref(), new, language);
            packs.extend(pack::difference(code, before, after));
        }
        Ok(Self { language, packs })
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.packs.iter().all(|pack| pack.changes.is_empty())
    }
}
