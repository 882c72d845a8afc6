//! The criteria of an award as a tree: each part with its mark, its words and what was
//! answered.

use super::Dispatch;
use super::markup::{Markup, When, button, el, said};
use super::verdict::{status_attribute, status_mark, status_name};
use crate::locale::Words;
use crate::session::Action;
use crate::shown::Node;

/// A list of criteria, or of the parts of one.
pub fn nodes(words: Words, nodes: &[Node], sub: bool, dispatch: &Dispatch) -> Markup {
    el("ul", "mb-crit")
        .class_if(sub, "mb-crit--sub")
        .each(nodes, |it| node(words, it, dispatch))
}

fn node(words: Words, node: &Node, dispatch: &Dispatch) -> Markup {
    let change = node.question.as_ref().map(|question| {
        button("mb-linkish", "")
            .attr("data-ask", question.as_str())
            .on(When::Click, dispatch, Action::Ask(question.clone()))
            .text(words.change_answer())
            .child(said("span", "mb-vh", &words.edit_name(&node.text)))
    });
    let why = (!node.why.is_empty()).then(|| said("span", "mb-crit__why", &node.why));
    let parts =
        (!node.parts.is_empty()).then(|| nodes(words, &node.parts, true, dispatch));
    let body = el("div", "")
        .child(said("span", "mb-vh", status_name(words, node.status)))
        .text(&node.text)
        .maybe(why)
        .maybe(change)
        .maybe(parts);
    el("li", "")
        .attr("data-status", status_attribute(node.status))
        .child(status_mark(node.status))
        .child(body)
}
