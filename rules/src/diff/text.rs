//! A difference as text for people.

use std::fmt;

use super::{Change, Difference, Effect, PackDifference, Subject, What};
use crate::docs::words::Words;

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = Words(self.language);
        if self.is_empty() {
            return writeln!(f, "{}", words.nothing_changed());
        }
        let mut first = true;
        for pack in self.packs.iter().filter(|pack| !pack.changes.is_empty()) {
            if !first {
                writeln!(f)?;
            }
            first = false;
            write_pack(f, words, pack)?;
        }
        Ok(())
    }
}

fn write_pack(
    f: &mut fmt::Formatter<'_>,
    words: Words,
    pack: &PackDifference,
) -> fmt::Result {
    let versions = match (&pack.old, &pack.new) {
        (Some(old), Some(new)) if old == new => words.version(new),
        (Some(old), Some(new)) => words.version(&format!("{old} → {new}")),
        (None, Some(new)) => words.version(new) + &words.bracketed(&words.new_pack()),
        (Some(old), None) => words.version(old) + &words.bracketed(&words.gone_pack()),
        (None, None) => String::new(),
    };
    writeln!(f, "{}  {versions}", pack.name)?;
    let mut last: Option<(Subject, &str)> = None;
    for change in &pack.changes {
        let about = (change.subject, change.id.as_str());
        if last != Some(about) {
            writeln!(f, "\n{}", heading(words, change))?;
            if let Some(who) = &change.who {
                writeln!(f, "  {}{}{who}", words.who(), words.colon())?;
            }
            last = Some(about);
        }
        writeln!(f, "  - {}", line(words, change))?;
    }
    Ok(())
}

fn heading(words: Words, change: &Change) -> String {
    let kind = match change.subject {
        Subject::Pack => words.the_rules(),
        Subject::Document => words.the_document(),
        Subject::Award => return change.title.clone(),
        Subject::Group => words.relations(),
        Subject::Fact => words.the_fact(),
    };
    format!("{kind}{}{}", words.colon(), change.title)
}

/// One change on one line: what, as it was, as it is.
fn line(words: Words, change: &Change) -> String {
    let name = match (change.what, &change.old, &change.new) {
        (What::Added, _, _) => words.added(),
        (What::Removed, _, _) => words.removed(),
        (What::Title, _, _) => words.the_title(),
        (What::Summary, _, _) => words.the_summary(),
        (What::KindsAdded, _, _) => words.kinds_added(),
        (What::KindsRemoved, _, _) => words.kinds_removed(),
        (What::ConditionAdded, _, _) => words.condition_added(),
        (What::ConditionRemoved, _, _) => words.condition_removed(),
        (What::ConditionChanged, _, _) => words.condition_changed(),
        (What::Implied, _, _) => words.the_ground(),
        (What::Amount, _, _) => words.amount(),
        (What::HowOften, _, _) => words.how_often(),
        (What::HowChosen, _, _) => words.how_chosen(),
        (What::Source, _, _) => words.source(),
        (What::Validity, _, _) => words.validity(),
        (What::Departments, _, _) => words.department(),
        (What::Note, Some(_), _) => words.note_removed(),
        (What::Note, None, _) => words.note_added(),
        (What::NextStep, Some(_), _) => words.step_removed(),
        (What::NextStep, None, _) => words.step_added(),
        (What::Members, _, _) => words.the_members(),
        (What::Rule, _, _) => words.the_rule(),
        (What::Wording, _, _) => words.the_wording(),
        (What::Meaning, _, _) => words.the_meaning(),
        (What::Interview, _, _) => return words.the_interview(),
        (What::Unsaid, _, _) => words.unsaid(),
    };
    let said = match (change.what, &change.old, &change.new) {
        (What::Unsaid, Some(old), Some(said)) if old == said => said.clone(),
        (_, Some(old), Some(new)) => format!("{old} → {new}"),
        (_, Some(said), None) | (_, None, Some(said)) => said.clone(),
        (_, None, None) => String::new(),
    };
    let effect = match change.effect {
        Some(Effect::Harder) => words.bracketed(&words.harder()),
        Some(Effect::Easier) => words.bracketed(&words.easier()),
        None => String::new(),
    };
    let colon = if said.is_empty() { String::new() } else { words.colon() };
    format!("{name}{colon}{said}{effect}")
}
