//! One award in a list: title and amount; what is met, article, validity; then at most one
//! line more.

use mingbai_core::{Status, Verdict};

use super::Dispatch;
use super::icon::{Icon, icon};
use super::markup::{Markup, When, button, el, said};
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
pub fn row(words: Words, row: &Row, dispatch: &Dispatch) -> Markup {
    let mute = matches!(row.verdict, Verdict::Ineligible | Verdict::Received);
    let lacking = matches!(row.verdict, Verdict::Undetermined | Verdict::Ineligible);
    let met = met(words, row).map(|met| {
        let meter = lacking.then(|| meter(&row.criteria));
        el("span", "mb-met").attr("data-met", "").maybe(meter).text(&met)
    });
    let (title, end) = match row.title.char_indices().rev().nth(1) {
        // The arrow never stands alone on a line.
        Some((at, _)) => row.title.split_at_checked(at).unwrap_or((&row.title, "")),
        None => (row.title.as_str(), ""),
    };
    let end = said("span", "mb-nb", end).child(icon(Icon::Chevron, "mb-chev"));
    let fresh = row.fresh.then(|| said("span", "mb-new", words.just_now()));
    let standing = row.standing.map(|standing| said("span", "", standing));
    let meta = el("span", "mb-row__meta")
        .maybe(fresh)
        .space()
        .maybe(met)
        .space()
        .child(said("span", "", &row.article).attr("data-article", ""))
        .space()
        .maybe(standing);
    let words_of_it = el("span", "")
        .child(said("span", "mb-row__title", title).child(end))
        .space()
        .child(meta);
    let near = row
        .near
        .as_ref()
        .map(|near| said("span", "mb-row__tip", near).attr("data-near", ""));
    let open = button("mb-row__in", "")
        .attr("data-open", "")
        .on(When::Click, dispatch, Action::Show(Screen::Award(row.id.clone())))
        .child(words_of_it)
        .space()
        .child(amount("span", "mb-amt", row, Size::Row, mute))
        .space()
        .maybe(near);
    let ask = row.ask.as_ref().filter(|_| row.verdict == Verdict::Undetermined);
    let ask = ask.map(|ask| {
        button("mb-go", "")
            .attr("data-ask", ask.question.as_str())
            .on(When::Click, dispatch, Action::Ask(ask.question.clone()))
            .child(said("span", "", &ask.text))
            .child(icon(Icon::Chevron, "mb-chev"))
    });
    el("li", "mb-row")
        .key(row.id.as_str())
        .attr("data-award", row.id.as_str())
        .attr("data-verdict", attribute(row.verdict))
        .child(open)
        .maybe(ask)
}

/// What an award is worth, with its note.
pub fn amount(
    tag: &'static str,
    class: &str,
    row: &Row,
    size: Size,
    mute: bool,
) -> Markup {
    let note = &row.money.note;
    let note = (!note.is_empty()).then(|| said("small", "", note));
    el(tag, class)
        .attr("data-amount", "")
        .child(money(&row.money, size, mute))
        .space()
        .maybe(note)
}
