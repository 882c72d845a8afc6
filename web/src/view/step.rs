//! How far the interview is: sections as bars, about how many questions are left. Never a
//! percentage.

use super::markup::{Markup, el, said};
use crate::locale::Words;

/// Where the interview stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The section's name.
    pub section: String,
    /// Which one it is, from 1.
    pub part: usize,
    /// How many there are.
    pub of: usize,
    /// About how many questions are left; `None` while that is not known well enough.
    pub left: Option<usize>,
    /// Whether an earlier answer is being changed.
    pub editing: bool,
}

/// The line above a question.
pub fn step(words: Words, step: &Step) -> Markup {
    let bar = |index: usize| {
        el(
            "i",
            match index.cmp(&step.part) {
                std::cmp::Ordering::Less => "is-done",
                std::cmp::Ordering::Equal => "is-now",
                std::cmp::Ordering::Greater => "",
            },
        )
    };
    let left = match step.left {
        _ if step.editing => words.editing().to_owned(),
        Some(left) => words.left(left),
        None => String::new(),
    };
    let section = el("p", "")
        .child(said("span", "mb-step__k", &words.part(step.part, step.of)))
        .child(said("b", "", &step.section));
    el("div", "mb-step").child(section).child(said("p", "mb-step__left", &left)).child(
        el("div", "mb-step__bar").attr("aria-hidden", "true").each(1..=step.of, bar),
    )
}
