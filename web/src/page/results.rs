//! The results when nothing is left to ask: they become the page.

use mingbai_core::Verdict;

use super::View;
use super::carry::carry;
use crate::session::{Action, Screen};
use crate::view::answers::answers;
use crate::view::icon::{Icon, icon};
use crate::view::markup::{Markup, When, button, el, said};
use crate::view::results::Extent;
use crate::view::state::heading;

#[inline(never)]
pub(super) fn results(view: &View<'_>) -> Markup {
    let words = view.words;
    let summary = &view.state.results.summary;
    let review =
        view.state.results.groups.iter().any(|it| it.verdict == Verdict::NeedsReview);
    let nothing = summary.eligible == 0 && !review;
    let (title, hint) = match nothing {
        true => (
            words.nothing_eligible(),
            words.nothing_eligible_text(summary.undetermined, summary.near),
        ),
        false => (words.results_final(), words.results_final_hint().to_owned()),
    };
    let report = button("mb-btn mb-btn--line", "print")
        .on(When::Click, view.dispatch, Action::Show(Screen::Report))
        .child(icon(Icon::Print, ""))
        .text(words.print());
    let main = el("div", "mb-main")
        .child(heading("mb-q__title").text(title))
        .child(said("p", "mb-hint", &hint))
        .child(el("div", "mb-tools").child(report))
        .child(view.results(Extent::Page));
    let given = answers(words, &view.state.given, view.dispatch);
    el("div", "mb-layout mb-layout--done")
        .child(main)
        .child(el("aside", "mb-side").child(given).child(carry(view)))
}
