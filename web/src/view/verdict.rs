//! Verdicts and statuses: icon, words and colour together.

use mingbai_core::{Status, Verdict};

use super::icon::{Icon, icon};
use super::markup::{Markup, el, said};
use crate::locale::Words;
pub use crate::shown::attribute;

/// The ending of the classes that colour a verdict.
pub fn tone(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "good",
        Verdict::Undetermined => "open",
        Verdict::NeedsReview => "review",
        Verdict::Ineligible => "no",
        Verdict::Received => "had",
    }
}

/// A verdict's mark.
pub fn mark(verdict: Verdict) -> Markup {
    let mark = match verdict {
        Verdict::Eligible => Icon::Good,
        Verdict::Undetermined => Icon::Open,
        Verdict::NeedsReview => Icon::Review,
        Verdict::Ineligible => Icon::No,
        Verdict::Received => Icon::Had,
    };
    icon(mark, "")
}

/// A verdict with its mark, as running text.
pub fn verdict(verdict: Verdict, text: &str) -> Markup {
    toned("span", "mb-v", verdict).child(mark(verdict)).child(said("span", "", text))
}

/// An element with a class and the same class in a verdict's colour.
pub fn toned(tag: &'static str, class: &str, verdict: Verdict) -> Markup {
    el(tag, class).class(&[class, "--", tone(verdict)].concat())
}

/// A status's name in attributes.
pub fn status_attribute(status: Status) -> &'static str {
    match status {
        Status::Met => "met",
        Status::Unmet => "unmet",
        Status::Open => "open",
        Status::Review => "review",
    }
}

/// What a status is called before the criterion it is about.
pub fn status_name(words: Words, status: Status) -> &'static str {
    match status {
        Status::Met => words.status_met(),
        Status::Unmet => words.status_unmet(),
        Status::Open => words.status_open(),
        Status::Review => words.status_review(),
    }
}

/// A status's mark.
pub fn status_mark(status: Status) -> Markup {
    match status {
        Status::Met => icon(Icon::Check, "is-y"),
        Status::Unmet => icon(Icon::Cross, "is-n"),
        Status::Open => icon(Icon::Ask, "is-q"),
        Status::Review => icon(Icon::Review, "is-r"),
    }
}

/// One small bar a criterion.
pub fn meter(criteria: &[Status]) -> Markup {
    let bar = |status: &Status| match status {
        Status::Met => el("i", "y"),
        Status::Unmet => el("i", "n"),
        Status::Open | Status::Review => el("i", ""),
    };
    el("span", "mb-meter").attr("aria-hidden", "true").each(criteria, bar)
}
