//! The results when nothing is left to ask: they become the page.

use mingbai_core::Verdict;
use yew::prelude::*;

use super::View;
use crate::session::{Action, Screen};
use crate::view::answers::answers;
use crate::view::icon::{Icon, icon};
use crate::view::results::Extent;

pub(super) fn results(view: &View<'_>) -> Html {
    let words = view.words;
    let summary = &view.state.results.summary;
    let review =
        view.state.results.groups.iter().any(|it| it.verdict == Verdict::NeedsReview);
    let nothing = summary.eligible == 0 && !review;
    let report = view.dispatch.on::<MouseEvent>(Action::Show(Screen::Report));
    html! {
        <div class="mb-layout mb-layout--done">
            <div class="mb-main">
                <h2 class="mb-q__title" tabindex="-1" data-heading="">
                    { if nothing { words.nothing_eligible() } else { words.results_final() } }
                </h2>
                <p class="mb-hint">
                    if nothing { { words.nothing_eligible_text(summary.undetermined, summary.near) } }
                    else { { words.results_final_hint() } }
                </p>
                <div class="mb-tools">
                    <button class="mb-btn mb-btn--line" type="button" data-action="print" onclick={report}>
                        { icon(Icon::Print, "") }{ words.print() }
                    </button>
                </div>
                { view.results(Extent::Page) }
            </div>
            <aside class="mb-side">{ answers(words, &view.state.given, view.dispatch) }</aside>
        </div>
    }
}
