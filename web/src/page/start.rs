//! The start: what this is, how long it takes, what to have at hand, what it is not.

use mingbai_core::Verdict;

use super::View;
use super::carry::import;
use crate::session::{Action, Listed, Screen};
use crate::shown::Caveat;
use crate::view::icon::{Icon, icon};
use crate::view::markup::{Markup, When, button, el, group, said};
use crate::view::money::{Size, money};
use crate::view::question::here_first;
use crate::view::results::caveat;
use crate::view::state::heading;
use crate::view::verdict::verdict;
use crate::view::words::words as broken;

pub(super) fn start(view: &View<'_>) -> Markup {
    let words = view.words;
    let begun = !view.state.given.is_empty();
    let go = button("mb-btn mb-btn--go mb-btn--big", "start")
        .on(When::Click, view.dispatch, Action::Start)
        .text(if begun { words.start_again() } else { words.start_button() });
    let time = (!begun).then(|| said("p", "mb-quiet", words.start_time()));
    let browse = button("mb-linkish", "browse")
        .on(When::Click, view.dispatch, Action::Show(Screen::All))
        .text(words.browse_all());
    let point = |it: Icon, title: &str, text: &str| {
        let title = el("h3", "").child(icon(it, "")).text(title);
        el("section", "").child(title).child(said("p", "", text))
    };
    let points = el("div", "mb-points")
        .child(point(Icon::Shield, words.privacy_title(), words.privacy_text()))
        .child(point(Icon::Open, words.unsure_title(), words.unsure_text()))
        .child(point(Icon::Scale, words.limits_title(), words.limits_text()));
    let main = el("div", "mb-main")
        .child(heading("mb-start__title").child(broken(words.start_title(), words.0)))
        .child(el("p", "mb-lead").child(broken(words.start_lead(), words.0)))
        .child(el("div", "mb-begin").child(go).maybe(time))
        .child(el("p", "mb-links").child(browse).child(import(view)))
        .child(points)
        .child(ready(view));
    el("div", "mb-start").child(main).maybe(sample(view))
}

/// What to have at hand, and where there are rules.
fn ready(view: &View<'_>) -> Markup {
    let words = view.words;
    let handy =
        [words.ready_licence(), words.ready_certificates(), words.ready_figures()];
    let handy = el("ul", "mb-dots").each(handy, |it| said("li", "", it));
    let file = view.rules.pack.file();
    let (here, count) = (file.jurisdiction, file.awards.len());
    let city = |listed: &Listed| {
        let count = (listed.jurisdiction == here)
            .then(|| said("span", "", &words.items_long(count)));
        el("li", "").child(said("span", "", &listed.name)).maybe(count)
    };
    let cities = el("ul", "mb-cover").each(here_first(here, &view.state.index), city);
    let part = |title: &str, list: Markup| {
        el("section", "").child(said("h3", "", title)).child(list)
    };
    el("div", "mb-ready")
        .child(part(words.ready_title(), handy))
        .child(part(words.coverage_title(), cities))
}

/// A result as it will look, from the rules themselves.
fn sample(view: &View<'_>) -> Option<Markup> {
    let words = view.words;
    let sample = view.state.sample.as_deref()?;
    let criterion = |text: &String| {
        let text = said("span", "", text);
        el("li", "").child(icon(Icon::Check, "is-y")).child(text)
    };
    let lead = (!sample.departments.is_empty()).then(|| {
        group().child(el("br", "")).text(&words.sample_lead(&sample.departments))
    });
    let cite = said("p", "mb-show__cite", &words.sample_cite(&sample.cite)).maybe(lead);
    let result = el("div", "mb-res")
        .child(said("p", "mb-quiet mb-small", words.sample()))
        .child(verdict(Verdict::Eligible, words.of_verdict(Verdict::Eligible)))
        .child(said("h3", "mb-show__title", &sample.title))
        .child(money(&sample.money, Size::Sum, false))
        .child(el("ul", "mb-crit").each(&sample.criteria, criterion))
        .child(cite)
        .child(caveat(words, sample.doubtful.then_some(Caveat::Expiry)));
    Some(el("aside", "mb-show").attr("aria-label", words.sample()).child(result))
}
