//! Money: the figure large, its kind and unit small, never broken over lines.

use yew::prelude::*;

use super::list;

use crate::shown::Money;

/// How large money stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The one sum of a page.
    Sum,
    /// In the head of an award.
    Large,
    /// In a row.
    Row,
    /// Among the parts of a sum.
    Part,
}

/// An amount without its note.
pub fn money(money: &Money, size: Size, mute: bool) -> Html {
    let class = match size {
        Size::Sum => Some("mb-money--sum"),
        Size::Large => Some("mb-money--l"),
        Size::Row => None,
        Size::Part => Some("mb-money--m"),
    };
    let mute = mute.then_some("mb-money--mute");
    let Some(sum) = &money.sum else {
        return match size {
            Size::Large | Size::Sum => html! {
                <span class="mb-money mb-money--l mb-money--words"><b>{ money.words.clone() }</b></span>
            },
            _ => html! {
                <span class="mb-money mb-money--none">{ money.words.clone() }</span>
            },
        };
    };
    let before = |text: &str| {
        let text = format!("{text}\u{a0}");
        html! { <span>{ text }</span> }
    };
    let after = |text: &str| {
        let text = format!("\u{a0}{text}");
        html! { <span>{ text }</span> }
    };
    let said = |text: &'static str| Some(text).filter(|text| !text.is_empty());
    html! {
        <span class={classes!("mb-money", class, mute)}>
            { list(&mut (said(money.kind).map(before)).into_iter()) }
            { list(&mut (said(sum.before).map(before)).into_iter()) }
            <b>{ sum.figure.clone() }</b>
            { list(&mut (said(sum.after).map(after)).into_iter()) }
        </span>
    }
}
