//! The start: what this is, how long it takes, what to have at hand, what it is not.

use mingbai_core::Verdict;
use yew::prelude::*;

use crate::view::list;

use super::View;
use crate::session::{Action, Screen};
use crate::shown::{Caveat, Money};
use crate::view::icon::{Icon, icon};
use crate::view::money::{Size, money};
use crate::view::results::caveat;
use crate::view::verdict::verdict;
use crate::view::words::words as broken;

pub(super) fn start(view: &View<'_>) -> Html {
    let words = view.words;
    let begun = !view.state.given.is_empty();
    let point = |it: Icon, title: &'static str, text: &'static str| {
        html! {
            <section><h3>{ icon(it, "") }{ title }</h3><p>{ text }</p></section>
        }
    };
    let count = view.state.results.recorded;
    html! {
        <div class="mb-start">
            <div class="mb-main">
                <h2 class="mb-start__title" tabindex="-1" data-heading="">{ broken(words.start_title(), words.0) }</h2>
                <p class="mb-lead">{ broken(words.start_lead(), words.0) }</p>
                <div class="mb-begin">
                    <button class="mb-btn mb-btn--go mb-btn--big" type="button" data-action="start"
                        onclick={view.dispatch.on::<MouseEvent>(Action::Start)}>
                        { if begun { words.start_again() } else { words.start_button() } }
                    </button>
                    if !begun { <p class="mb-quiet">{ words.start_time() }</p> }
                </div>
                <p class="mb-links">
                    <button class="mb-linkish" type="button" data-action="browse"
                        onclick={view.dispatch.on::<MouseEvent>(Action::Show(Screen::All))}>{ words.browse_all() }</button>
                </p>
                <div class="mb-points">
                    { point(Icon::Shield, words.privacy_title(), words.privacy_text()) }
                    { point(Icon::Open, words.unsure_title(), words.unsure_text()) }
                    { point(Icon::Scale, words.limits_title(), words.limits_text()) }
                </div>
                <div class="mb-ready">
                    <section>
                        <h3>{ words.ready_title() }</h3>
                        <ul class="mb-dots">
                            <li>{ words.ready_licence() }</li>
                            <li>{ words.ready_certificates() }</li>
                            <li>{ words.ready_figures() }</li>
                        </ul>
                    </section>
                    <section>
                        <h3>{ words.coverage_title() }</h3>
                        <ul class="mb-cover">
                            { list(&mut (here_first(view).into_iter().map(|listed| {
                                let here = listed.jurisdiction == view.rules.pack.file().jurisdiction;
                                html! {
                                    <li><span>{ listed.name.clone() }</span>
                                        if here { <span>{ words.items_long(count) }</span> }
                                    </li>
                                }
                            })).into_iter()) }
                        </ul>
                    </section>
                </div>
            </div>
            { sample(view) }
        </div>
    }
}

/// A result as it will look, from the rules themselves.
fn sample(view: &View<'_>) -> Html {
    let words = view.words;
    let Some(sample) = view.state.sample.as_deref() else { return Html::default() };
    let worth: &Money = &sample.money;
    html! {
        <aside class="mb-show" aria-label={words.sample()}>
            <div class="mb-res">
                <p class="mb-quiet mb-small">{ words.sample() }</p>
                { verdict(words, Verdict::Eligible, None) }
                <h3 class="mb-show__title">{ sample.title.clone() }</h3>
                { money(worth, Size::Sum, false) }
                <ul class="mb-crit">
                    { list(&mut (sample.criteria.iter().map(|text| html! {
                        <li>{ icon(Icon::Check, "is-y") }<span>{ text.clone() }</span></li>
                    })).into_iter()) }
                </ul>
                <p class="mb-show__cite">
                    { words.sample_cite(&sample.cite) }
                    if !sample.departments.is_empty() { <br />{ words.sample_lead(&sample.departments) } }
                </p>
                { caveat(words, sample.doubtful.then_some(Caveat::Expiry)) }
            </div>
        </aside>
    }
}

/// The cities, the one whose rules are loaded first.
fn here_first<'a>(view: &'a View<'_>) -> Vec<&'a crate::session::Listed> {
    let here = view.rules.pack.file().jurisdiction;
    let is_here = |listed: &&crate::session::Listed| listed.jurisdiction == here;
    let mut cities: Vec<_> = view.state.index.iter().filter(is_here).collect();
    cities.extend(view.state.index.iter().filter(|listed| !is_here(listed)));
    cities
}
