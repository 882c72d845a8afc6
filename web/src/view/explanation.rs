//! The criteria of an award as a tree: each part with its mark, its words and what was
//! answered.

use yew::prelude::*;

use super::list;

use super::Dispatch;
use super::verdict::{status_attribute, status_mark, status_name};
use crate::locale::Words;
use crate::session::Action;
use crate::shown::Node;

/// A list of criteria, or of the parts of one.
pub fn nodes(words: Words, nodes: &[Node], sub: bool, dispatch: &Dispatch) -> Html {
    html! {
        <ul class={classes!("mb-crit", sub.then_some("mb-crit--sub"))}>
            { list(&mut (nodes.iter().map(|it| node(words, it, dispatch))).into_iter()) }
        </ul>
    }
}

fn node(words: Words, node: &Node, dispatch: &Dispatch) -> Html {
    let change = node.question.as_ref().map(|question| html! {
        <button class="mb-linkish" type="button" data-ask={question.to_string()}
            onclick={dispatch.on::<MouseEvent>(Action::Ask(question.clone()))}>
            { words.change_answer() }<span class="mb-vh">{ words.edit_name(&node.text) }</span>
        </button>
    });
    html! {
        <li data-status={status_attribute(node.status)}>
            { status_mark(node.status) }
            <div>
                <span class="mb-vh">{ status_name(words, node.status) }</span>{ node.text.clone() }
                if !node.why.is_empty() { <span class="mb-crit__why">{ node.why.clone() }</span> }
                { change }
                if !node.parts.is_empty() { { nodes(words, &node.parts, true, dispatch) } }
            </div>
        </li>
    }
}
