//! Every award of the pack, to search and open.

use yew::prelude::*;

use super::View;
use crate::view::results::Extent;

pub(super) fn all(view: &View<'_>) -> Html {
    let words = view.words;
    let count = view.state.results.recorded;
    html! {
        <>
            { view.back() }
            <div class="mb-all">
                <h2 class="mb-q__title" tabindex="-1" data-heading="">{ words.all_title() }</h2>
                <p class="mb-hint">{ words.all_hint(&view.rules.texts.name, count) }</p>
                { view.results(Extent::All) }
            </div>
        </>
    }
}
