//! One award in a list: title and amount; what is met, article, validity; then at most one
//! line more.

use mingbai_core::{Status, Verdict};
use yew::prelude::*;

use super::list;

use super::Dispatch;
use super::icon::{Icon, icon};
use super::money::{Size, money};
use super::verdict::{attribute, meter};
use crate::locale::Words;
use crate::session::{Action, Screen};
use crate::shown::Row;

/// 满足 n/m, or what there is to say instead.
pub fn met(words: Words, row: &Row) -> Option<String> {
    let of = row.criteria.len();
    let count = |status| row.criteria.iter().filter(|it| **it == status).count();
    match row.verdict {
        _ if of == 0 => None,
        Verdict::Received => None,
        Verdict::NeedsReview => Some(words.met_computable(count(Status::Met))),
        _ => Some(words.met(count(Status::Met), of)),
    }
}

/// The row.
pub fn row(words: Words, row: &Row, dispatch: &Dispatch) -> Html {
    let mute = matches!(row.verdict, Verdict::Ineligible | Verdict::Received);
    let lacking = matches!(row.verdict, Verdict::Undetermined | Verdict::Ineligible);
    let met = met(words, row).map(|met| {
        html! {
            <span class="mb-met" data-met="">
                if lacking { { meter(&row.criteria) } }
                { met }
            </span>
        }
    });
    let open = dispatch.on::<MouseEvent>(Action::Show(Screen::Award(row.id.clone())));
    let title = match row.title.char_indices().rev().nth(1) {
        // The arrow never stands alone on a line.
        Some((at, _)) => row.title.split_at_checked(at).unwrap_or((&row.title, "")),
        None => (row.title.as_str(), ""),
    };
    html! {
        <li class="mb-row" key={row.id.as_str()} data-award={row.id.to_string()}
            data-verdict={attribute(row.verdict)}>
            <button class="mb-row__in" type="button" data-open="" onclick={open}>
                <span>
                    <span class="mb-row__title">
                        { title.0.to_owned() }
                        <span class="mb-nb">{ title.1.to_owned() }{ icon(Icon::Chevron, "mb-chev") }</span>
                    </span>
                    { " " }
                    <span class="mb-row__meta">
                        if row.fresh { <span class="mb-new">{ words.just_now() }</span>{ " " } }
                        { met }{ " " }
                        <span data-article="">{ row.article.clone() }</span>
                        { list(&mut (row.standing.map(|standing| html! { <>{ " " }<span>{ standing }</span></> })).into_iter()) }
                    </span>
                </span>
                { " " }
                <span class="mb-amt" data-amount="">
                    { money(&row.money, Size::Row, mute) }
                    if !row.money.note.is_empty() { { " " }<small>{ row.money.note.clone() }</small> }
                </span>
                if let Some(near) = &row.near {
                    { " " }<span class="mb-row__tip" data-near="">{ near.clone() }</span>
                }
            </button>
            if let Some(ask) = row.ask.as_ref().filter(|_| row.verdict == Verdict::Undetermined) {
                <button class="mb-go" type="button" data-ask={ask.question.to_string()}
                    onclick={dispatch.on::<MouseEvent>(Action::Ask(ask.question.clone()))}>
                    <span>{ ask.text.clone() }</span>{ icon(Icon::Chevron, "mb-chev") }
                </button>
            }
        </li>
    }
}
