//! The list of answers given, each with a way to change it.

use super::Dispatch;
use super::markup::{Markup, When, button, el, group, said};
use crate::locale::Words;
use crate::session::Action;
use crate::shown::Given;

/// The list; nothing while nothing was answered.
pub fn answers(words: Words, given: &[Given], dispatch: &Dispatch) -> Markup {
    if given.is_empty() {
        return group();
    }
    let entry = |given: &Given| {
        let edit = button("mb-linkish", "")
            .attr("data-edit", given.question.as_str())
            .on(When::Click, dispatch, Action::Ask(given.question.clone()))
            .text(words.edit())
            .child(said("span", "mb-vh", &words.edit_name(&given.name)));
        el("div", "mb-ans")
            .key(given.question.as_str())
            .child(said("dt", "", &given.name))
            .child(said("dd", "", &given.value).class_if(given.unsure, "mb-quiet"))
            .child(el("dd", "mb-ans__edit").child(edit))
    };
    let head = el("div", "mb-answers__head")
        .child(said("h3", "", &words.answered(given.len())))
        .child(said("span", "mb-quiet mb-small", words.answered_hint()));
    let clear = button("mb-linkish", "clear")
        .on(When::Click, dispatch, Action::Clear)
        .text(words.start_over());
    el("section", "mb-answers")
        .child(head)
        .child(el("dl", "").each(given, entry))
        .child(el("p", "mb-answers__end").child(clear))
}
