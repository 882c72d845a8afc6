//! How far the interview is: sections as bars, about how many questions are left. Never a
//! percentage.

use yew::prelude::*;

use super::list;

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
pub fn step(words: Words, step: &Step) -> Html {
    let bar = |index: usize| {
        let class = match (index + 1).cmp(&step.part) {
            std::cmp::Ordering::Less => Some("is-done"),
            std::cmp::Ordering::Equal => Some("is-now"),
            std::cmp::Ordering::Greater => None,
        };
        html! { <i class={classes!(class)}></i> }
    };
    let left = match step.left {
        _ if step.editing => words.editing().to_owned(),
        Some(left) => words.left(left),
        None => String::new(),
    };
    html! {
        <div class="mb-step">
            <p>
                <span class="mb-step__k">{ words.part(step.part, step.of) }</span>
                <b>{ step.section.clone() }</b>
            </p>
            <p class="mb-step__left">{ left }</p>
            <div class="mb-step__bar" aria-hidden="true">{ list(&mut ((0..step.of).map(bar)).into_iter()) }</div>
        </div>
    }
}
