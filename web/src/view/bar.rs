//! The bar above everything, and the foot below.

use mingbai_core::Language;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use super::list;

use super::Dispatch;
use super::icon::{Icon, icon};
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
pub fn bar(bar: Bar, dispatch: &Dispatch) -> Html {
    let Bar { words, large, theme, open } = bar;
    let pressed = |on: bool| if on { "true" } else { "false" };
    let (other, other_name) = match theme {
        Theme::Dark => (Theme::Light, words.light()),
        Theme::Light => (Theme::Dark, words.dark()),
    };
    let language = dispatch.with(|event: Event| {
        let select: HtmlSelectElement = event.target()?.dyn_into().ok()?;
        let wanted = select.value();
        let found = Language::ALL.into_iter().find(|language| language.tag() == wanted);
        found.map(Action::Language)
    });
    html! {
        <header class="mb-bar">
            <p class="mb-brand">
                { icon(Icon::Mark, "") }<b>{ words.brand() }</b>{ " " }<span>{ words.product() }</span>
            </p>
            <button class="mb-tool mb-tool--narrow" type="button" data-action="settings"
                aria-expanded={pressed(open)} aria-controls="mb-tools"
                onclick={dispatch.on::<MouseEvent>(Action::Settings(!open))}>
                { icon(Icon::Settings, "") }{ words.settings() }
            </button>
            <div class={classes!("mb-bar__tools", open.then_some("is-open"))} id="mb-tools">
                <button class="mb-tool" type="button" aria-pressed={pressed(large)}
                    data-large-switch=""
                    onclick={dispatch.on::<MouseEvent>(Action::Large(!large))}>{ words.large_print() }</button>
                <button class="mb-tool" type="button" data-theme-switch=""
                    onclick={dispatch.on::<MouseEvent>(Action::Theme(other))}>{ other_name }</button>
                <label class="mb-tool mb-tool--pick">
                    <span class="mb-vh">{ words.language() }</span>
                    <select data-language="" onchange={language}>
                        { list(&mut (Language::ALL.map(|language| html! {
                            <option value={language.tag()} lang={language.tag()}
                                selected={language == words.0}>{ Words::own_name(language) }</option>
                        })).into_iter()) }
                    </select>
                    { icon(Icon::Down, "") }
                </label>
            </div>
        </header>
    }
}

/// The foot: all awards, version and date of the rules.
pub fn foot(words: Words, version: &str, date: &str, dispatch: &Dispatch) -> Html {
    html! {
        <footer class="mb-foot">
            <span>
                <button class="mb-linkish" type="button" data-action="browse"
                    onclick={dispatch.on::<MouseEvent>(Action::Show(Screen::All))}>{ words.foot_all() }</button>
            </span>
            <span>
                { words.foot_version(version) }{ words.foot_joint() }
                <span class="mb-nb">{ words.foot_date(date) }</span>
            </span>
        </footer>
    }
}
