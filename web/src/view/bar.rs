//! The bar above everything, and the foot below.

use mingbai_core::Language;

use super::Dispatch;
use super::icon::{Icon, icon};
use super::markup::{Markup, When, button, el, entered, said};
use crate::locale::Words;
use crate::session::{Action, Screen, Theme};

/// What the bar shows.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// The page's words.
    pub words: Words,
    /// Large print.
    pub large: bool,
    /// The colour scheme that is seen.
    pub theme: Theme,
    /// Whether the tools are open, on a narrow page.
    pub open: bool,
}

/// The bar: mark, large print, colour scheme, language.
pub fn bar(bar: Bar, dispatch: &Dispatch) -> Markup {
    let Bar { words, large, theme, open } = bar;
    let (other, other_name) = match theme {
        Theme::Dark => (Theme::Light, words.light()),
        Theme::Light => (Theme::Dark, words.dark()),
    };
    let brand = el("p", "mb-brand")
        .child(icon(Icon::Mark, ""))
        .child(said("b", "", words.brand()))
        .space()
        .child(said("span", "", words.product()));
    let settings = button("mb-tool mb-tool--narrow", "settings")
        .state("aria-expanded", open)
        .attr("aria-controls", "mb-tools")
        .on(When::Click, dispatch, Action::Settings(!open))
        .child(icon(Icon::Settings, ""))
        .text(words.settings());
    let print = button("mb-tool", "")
        .state("aria-pressed", large)
        .attr("data-large-switch", "")
        .on(When::Click, dispatch, Action::Large(!large))
        .text(words.large_print());
    let scheme = button("mb-tool", "")
        .attr("data-theme-switch", "")
        .on(When::Click, dispatch, Action::Theme(other))
        .text(other_name);
    let language = |event: &web_sys::Event| {
        let wanted = entered(event)?;
        let found = Language::ALL.into_iter().find(|language| language.tag() == wanted);
        found.map(Action::Language)
    };
    let option = |language: Language| {
        said("option", "", Words::own_name(language))
            .attr("value", language.tag())
            .attr("lang", language.tag())
            .flag("selected", language == words.0)
    };
    let select = el("select", "")
        .attr("data-language", "")
        .hear(When::Change, dispatch, Box::new(language))
        .each(Language::ALL, option);
    let pick = el("label", "mb-tool mb-tool--pick")
        .child(said("span", "mb-vh", words.language()))
        .child(select)
        .child(icon(Icon::Down, ""));
    let tools = el("div", "mb-bar__tools")
        .class_if(open, "is-open")
        .attr("id", "mb-tools")
        .child(print)
        .child(scheme)
        .child(pick);
    el("header", "mb-bar").attr("part", "bar").child(brand).child(settings).child(tools)
}

/// The foot: all awards, the accessibility statement, version and date of the rules.
/// `base` is where the packs are; the statement lies beside them.
pub fn foot(
    words: Words,
    base: &str,
    version: &str,
    date: &str,
    dispatch: &Dispatch,
) -> Markup {
    let all = button("mb-linkish", "browse")
        .on(When::Click, dispatch, Action::Show(Screen::All))
        .text(words.foot_all());
    // In a window of its own: leaving the page would lose the answers.
    let statement = said("a", "mb-linkish", words.foot_accessibility())
        .attr("href", &[base, "../accessibility.html"].concat())
        .attr("target", "_blank")
        .attr("rel", "noopener");
    let rules = el("span", "")
        .text(&words.foot_version(version))
        .text(words.foot_joint())
        .child(said("span", "mb-nb", &words.foot_date(date)));
    let ways = el("span", "").child(all).child(statement);
    el("footer", "mb-foot").attr("part", "foot").child(ways).child(rules)
}
