//! Every award of the pack, to search and open.

use super::View;
use crate::view::markup::{Markup, el, group, said};
use crate::view::results::Extent;
use crate::view::state::heading;

#[inline(never)]
pub(super) fn all(view: &View<'_>) -> Markup {
    let words = view.words;
    let hint = words.all_hint(&view.rules.texts.name, view.state.results.recorded);
    let list = el("div", "mb-all")
        .child(heading("mb-q__title").text(words.all_title()))
        .child(said("p", "mb-hint", &hint))
        .child(view.results(Extent::All));
    group().child(view.back()).child(list)
}
