//! Money: the figure large, its kind and unit small, never broken over lines.

use super::markup::{Markup, el, group, said};
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
pub fn money(money: &Money, size: Size, mute: bool) -> Markup {
    let (class, large) = match size {
        Size::Sum => ("mb-money--sum", true),
        Size::Large => ("mb-money--l", true),
        Size::Row => ("", false),
        Size::Part => ("mb-money--m", false),
    };
    let Some(sum) = &money.sum else {
        return match large {
            true => el("span", "mb-money mb-money--l mb-money--words").child(said(
                "b",
                "",
                &money.words,
            )),
            false => said("span", "mb-money mb-money--none", &money.words),
        };
    };
    el("span", "mb-money")
        .class(class)
        .class_if(mute, "mb-money--mute")
        .child(beside(money.kind, "", "\u{a0}"))
        .child(beside(sum.before, "", "\u{a0}"))
        .child(said("b", "", &sum.figure))
        .child(beside(sum.after, "\u{a0}", ""))
}

/// What stands before or after a figure, never parted from it; nothing for no words.
fn beside(text: &str, before: &str, after: &str) -> Markup {
    match text {
        "" => group(),
        text => said("span", "", &[before, text, after].concat()),
    }
}
