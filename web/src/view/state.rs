//! Loading, failing, and the city without rules.

use yew::prelude::*;

use super::list;

use super::Dispatch;
use super::icon::{Icon, icon};
use crate::locale::Words;
use crate::session::{Action, Failure, FailureKind, Listed, Screen};

/// A page to come; drawn only after a moment, so that quick loads do not flicker.
pub fn skeleton(words: Words) -> Html {
    html! {
        <div class="mb-page mb-late" data-screen="loading">
            <p class="mb-vh" role="status">{ words.loading() }</p>
            <div class="mb-sks" aria-hidden="true">
                <span class="mb-sk mb-sk--s"></span><span class="mb-sk mb-sk--t"></span><span class="mb-sk"></span>
                <div class="mb-opts mb-sk-list">
                    { list(&mut ((0..3).map(|_| html! { <p class="mb-opt"><span class="mb-sk"></span></p> })).into_iter()) }
                </div>
                <span class="mb-sk mb-sk--b"></span>
            </div>
        </div>
    }
}

/// What happened, whether answers are safe, what can be done.
pub fn failure(words: Words, failure: &Failure, dispatch: &Dispatch) -> Html {
    let text = match failure.kind {
        FailureKind::Network => words.failed_network(),
        FailureKind::Broken => words.failed_broken(),
        FailureKind::Newer => words.failed_newer(),
        FailureKind::Missing => words.failed_missing(),
    };
    html! {
        <div class="mb-page" data-screen="failed" data-code={failure.code.clone()}>
            <div class="mb-state" role="alert">
                { icon(Icon::Warn, "") }
                <div>
                    <h2 tabindex="-1" data-heading="">{ words.failed_title() }</h2>
                    <p>{ text }</p>
                    <div class="mb-actions">
                        <button class="mb-btn mb-btn--go" type="button" data-action="retry"
                            onclick={dispatch.on::<MouseEvent>(Action::Retry)}>{ words.retry() }</button>
                    </div>
                    <p class="mb-small mb-quiet">{ words.failed_code(&failure.code) }</p>
                </div>
            </div>
        </div>
    }
}

/// A city without rules: why there are no results, and which cities have some.
pub fn elsewhere(words: Words, index: &[Listed], dispatch: &Dispatch) -> Html {
    let city = |listed: &Listed| {
        html! {
            <li>
                <button class="mb-linkish" type="button" data-use-city={listed.jurisdiction.to_string()}
                    onclick={dispatch.on::<MouseEvent>(Action::City(listed.jurisdiction))}>
                    { listed.name.clone() }
                </button>
            </li>
        }
    };
    html! {
        <div class="mb-state">
            { icon(Icon::Pin, "") }
            <div>
                <h2 tabindex="-1" data-heading="">{ words.city_title() }</h2>
                <p>{ words.city_text() }</p>
                <p>{ words.city_have() }</p>
                <ul class="mb-cities">{ list(&mut (index.iter().map(city)).into_iter()) }</ul>
                <div class="mb-actions">
                    <button class="mb-btn mb-btn--go" type="button" data-action="start"
                        onclick={dispatch.on::<MouseEvent>(Action::Show(Screen::Question))}>
                        { words.city_choose_again() }
                    </button>
                </div>
            </div>
        </div>
    }
}
