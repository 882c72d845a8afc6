//! Applies what diagnostics know how to put right.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::check;
use crate::diagnostic::{Code, Fix};
use crate::source::{FileId, Sources};

/// How often the rules are looked at again. A mistake hides others: where a file is no
/// YAML, nobody knows its names.
const MOST_ROUNDS: usize = 100;

/// Rules after everything was put right that could be.
#[derive(Debug)]
pub struct Fixed {
    /// The rules as they are now.
    pub sources: Sources,
    /// What was changed, in the order in which it was.
    pub applied: Vec<Applied>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// In which file.
    pub file: FileId,
    /// In which line, from 1, of the file as it then was.
    pub line: usize,
    /// What was wrong.
    pub code: Code,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

impl Fixed {
    /// The files that were changed.
    pub fn files(&self) -> BTreeSet<FileId> {
        self.applied.iter().map(|applied| applied.file).collect()
    }
}

/// Applies the fixes that change how something is written and never what was meant, looks
/// again, and goes on until none is left. Doing it again changes nothing.
///
/// # Example
///
/// ```
/// use mingbai_rules::{Sources, fix};
///
/// let mut sources = Sources::default();
/// let wrong = "pack：{jurisdiction: \"371000\", name: {zh: 威海市, en: Weihai}}";
/// sources.add_folder("371000".parse().unwrap(), &[("pack.yaml", wrong)]);
/// let fixed = fix(sources);
/// assert_eq!(fixed.applied.len(), 1);
/// assert!(fix(fixed.sources).applied.is_empty());
/// ```
pub fn fix(mut sources: Sources) -> Fixed {
    let mut applied = Vec::new();
    let mut seen: BTreeSet<(FileId, String)> = BTreeSet::new();
    for _ in 0..MOST_ROUNDS {
        let found = check(&sources).diagnostics;
        let mut by_file: BTreeMap<FileId, Vec<(&Fix, Code)>> = BTreeMap::new();
        for diagnostic in found.iter() {
            if let Some(fix) = diagnostic.fix.as_ref().filter(|fix| fix.sure) {
                by_file.entry(fix.span.file).or_default().push((fix, diagnostic.code));
            }
        }
        let mut changed = false;
        for (file, mut fixes) in by_file {
            fixes.sort_by_key(|(fix, _)| (fix.span.start, fix.span.end));
            let (text, changes) = rewritten(&sources, file, &fixes);
            seen.insert((file, sources.text(file).to_owned()));
            // Two fixes that undo each other are left to the author.
            if !seen.contains(&(file, text.clone())) {
                sources.rewrite(file, text);
                applied.extend(changes);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    Fixed { sources, applied }
}

/// A file with sorted fixes applied from the back. Of two that overlap the first counts;
/// the other comes again in the next round, should it still be needed.
fn rewritten(
    sources: &Sources,
    file: FileId,
    fixes: &[(&Fix, Code)],
) -> (String, Vec<Applied>) {
    let mut text = sources.text(file).to_owned();
    let mut kept: Vec<&(&Fix, Code)> = Vec::new();
    for fix in fixes {
        let free = kept.last().is_none_or(|(last, _)| {
            last.span.end <= fix.0.span.start && last.span != fix.0.span
        });
        if free && text.get(fix.0.span.range()).is_some() {
            kept.push(fix);
        }
    }
    let mut changes = Vec::new();
    for (fix, code) in &kept {
        let (line, _) = sources.line_and_column(file, fix.span.start);
        let before = sources.slice(fix.span).to_owned();
        let after = fix.replacement.clone();
        changes.push(Applied { file, line, code: *code, before, after });
    }
    for (fix, _) in kept.iter().rev() {
        text.replace_range(fix.span.range(), &fix.replacement);
    }
    (text, changes)
}
