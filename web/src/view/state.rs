//! Loading, failing, and the city without rules.

use super::Dispatch;
use super::icon::{Icon, icon};
use super::markup::{Markup, When, button, el, said};
use crate::locale::Words;
use crate::session::{Action, Failure, FailureKind, Listed, Screen};

/// A page to come; drawn only after a moment, so that quick loads do not flicker.
pub fn skeleton(words: Words) -> Markup {
    let row = |_| el("p", "mb-opt").child(el("span", "mb-sk"));
    let lines = el("div", "mb-sks")
        .attr("aria-hidden", "true")
        .child(el("span", "mb-sk mb-sk--s"))
        .child(el("span", "mb-sk mb-sk--t"))
        .child(el("span", "mb-sk"))
        .child(el("div", "mb-opts mb-sk-list").each(0..3, row))
        .child(el("span", "mb-sk mb-sk--b"));
    el("div", "mb-page mb-late")
        .attr("data-screen", "loading")
        .child(said("p", "mb-vh", words.loading()).attr("role", "status"))
        .child(lines)
}

/// Results to come, in the place where they will stand.
pub fn awaited(words: Words) -> Markup {
    let lines = el("div", "mb-sks")
        .attr("aria-hidden", "true")
        .child(el("span", "mb-sk mb-sk--t"))
        .child(el("span", "mb-sk"))
        .child(el("span", "mb-sk"));
    el("div", "mb-res mb-late").child(said("p", "mb-vh", words.loading())).child(lines)
}

/// A heading that takes the focus when its screen comes.
pub fn heading(class: &str) -> Markup {
    el("h2", class).attr("tabindex", "-1").attr("data-heading", "")
}

/// What happened, whether answers are safe, what can be done.
#[inline(never)]
pub fn failure(words: Words, failure: &Failure, dispatch: &Dispatch) -> Markup {
    let text = match failure.kind {
        FailureKind::Network => words.failed_network(),
        FailureKind::Broken => words.failed_broken(),
        FailureKind::Newer => words.failed_newer(),
        FailureKind::Missing => words.failed_missing(),
    };
    let retry = button("mb-btn mb-btn--go", "retry")
        .on(When::Click, dispatch, Action::Retry)
        .text(words.retry());
    let told = el("div", "")
        .child(heading("").text(words.failed_title()))
        .child(said("p", "", text))
        .child(el("div", "mb-actions").child(retry))
        .child(said("p", "mb-small mb-quiet", &words.failed_code(&failure.code)));
    let state = el("div", "mb-state")
        .attr("role", "alert")
        .child(icon(Icon::Warn, ""))
        .child(told);
    el("div", "mb-page")
        .attr("data-screen", "failed")
        .attr("data-code", &failure.code)
        .child(state)
}

/// A city without rules: why there are no results, and which cities have some.
#[inline(never)]
pub fn elsewhere(words: Words, index: &[Listed], dispatch: &Dispatch) -> Markup {
    let city = |listed: &Listed| {
        let choose = button("mb-linkish", "")
            .attr("data-use-city", &listed.jurisdiction.to_string())
            .on(When::Click, dispatch, Action::City(listed.jurisdiction))
            .text(&listed.name);
        el("li", "").child(choose)
    };
    let again = button("mb-btn mb-btn--go", "start")
        .on(When::Click, dispatch, Action::Show(Screen::Question))
        .text(words.city_choose_again());
    let told = el("div", "")
        .child(heading("").text(words.city_title()))
        .child(said("p", "", words.city_text()))
        .child(said("p", "", words.city_have()))
        .child(el("ul", "mb-cities").each(index, city))
        .child(el("div", "mb-actions").child(again));
    el("div", "mb-state").child(icon(Icon::Pin, "")).child(told)
}
