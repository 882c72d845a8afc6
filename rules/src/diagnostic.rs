//! Diagnostics: what is wrong in the rules, where, and how to put it right.

mod code;
mod render;

use strsim::damerau_levenshtein;

pub use code::{Code, Severity};
pub use render::{Format, render};

use crate::source::Span;

/// One thing that is wrong in the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing.
    pub code: Code,
    /// One line, lower case, with the input in backticks.
    pub message: String,
    /// Where; `None` for what concerns a folder as a whole.
    pub span: Option<Span>,
    /// What the caret points at.
    pub label: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<(Span, String)>,
    /// How to put it right, in words.
    pub hint: Option<String>,
    /// How to put it right, as text.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    pub(crate) fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = Some(label.into());
        self
    }

    pub(crate) fn related(&mut self, span: Span, label: impl Into<String>) -> &mut Self {
        self.related.push((span, label.into()));
        self
    }

    pub(crate) fn hint(&mut self, hint: impl Into<String>) -> &mut Self {
        self.hint = Some(hint.into());
        self
    }

    /// A fix that needs no asking.
    pub(crate) fn fix(
        &mut self,
        span: Span,
        replacement: impl Into<String>,
    ) -> &mut Self {
        self.fix = Some(Fix { span, replacement: replacement.into(), sure: true });
        self
    }

    /// A fix that says more than the author did.
    pub(crate) fn suggest(
        &mut self,
        span: Span,
        replacement: impl Into<String>,
    ) -> &mut Self {
        self.fix = Some(Fix { span, replacement: replacement.into(), sure: false });
        self
    }

    /// Offers the name nearest to `found` as hint and fix, where one is near enough. It is
    /// sure where no other name is as near and the digits are the same.
    pub(crate) fn did_you_mean<'n>(
        &mut self,
        found: &str,
        span: Span,
        names: impl IntoIterator<Item = &'n str>,
    ) -> &mut Self {
        let mut near = by_distance(found, names);
        near.sort_unstable();
        near.dedup();
        let mut near = near.into_iter();
        let Some((distance, name)) = near.next() else { return self };
        let digits =
            |text: &str| -> String { text.chars().filter(|c| c.is_numeric()).collect() };
        let alone = near.next().is_none_or(|(other, _)| other > distance);
        let misspelt = is_misspelt(found, name, distance);
        self.hint(format!("did you mean `{name}`?")).fix = Some(Fix {
            span,
            replacement: name.to_owned(),
            sure: alone && misspelt && digits(found) == digits(name),
        });
        self
    }
}

/// A replacement that puts a diagnostic right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub replacement: String,
    /// Whether it changes how something is written and never what was meant, so that
    /// `mingbai check --fix` applies it.
    pub sure: bool,
}

/// Everything found wrong so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Notes one more, and hands it back for a label, a hint, a fix.
    pub(crate) fn report(
        &mut self,
        code: Code,
        span: impl Into<Option<Span>>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let index = self.all.len();
        self.all.push(Diagnostic {
            code,
            message: message.into(),
            span: span.into(),
            label: None,
            related: Vec::new(),
            hint: None,
            fix: None,
        });
        #[expect(clippy::indexing_slicing, reason = "pushed on the line above")]
        &mut self.all[index]
    }

    /// How many are errors.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many are warnings.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.all.iter().filter(|found| found.code.severity() == severity).count()
    }

    /// All of them, in order of file and place.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.all.iter()
    }

    /// Puts them in order of file and place, and drops repetitions.
    pub(crate) fn sort(&mut self) {
        self.all.sort_by(|a, b| {
            (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message))
        });
        self.all.dedup();
    }
}

/// The name most like `found`, where it is like it enough to be meant.
pub fn nearest<'n>(
    found: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    by_distance(found, names).into_iter().min().map(|(_, name)| name)
}

/// The names like `found`, with their distances.
fn by_distance<'n>(
    found: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Vec<(usize, &'n str)> {
    let length = found.chars().count();
    names
        .into_iter()
        .filter_map(|name| {
            let distance = damerau_levenshtein(found, name);
            // A name that holds the other one entirely is near as well.
            let near = is_misspelt(found, name, distance)
                || (length >= 3 && (name.contains(found) || found.contains(name)));
            near.then_some((distance, name))
        })
        .collect()
}

/// Whether so few characters differ that one is the other misspelt. Chinese names are
/// short: one character in three may differ.
fn is_misspelt(found: &str, name: &str, distance: usize) -> bool {
    distance * 3 <= found.chars().count().max(name.chars().count())
}
