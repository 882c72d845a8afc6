//! Answers that leave the page or come to it, only ever by the reader's own hand: kept on
//! the device, in a link, as a file.

use std::rc::Rc;

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Event, HtmlElement, Storage, Url};

use super::View;
use crate::export;
use crate::locale::Words;
use crate::session::{Action, Notice, Sharing};
use crate::view::Dispatch;
use crate::view::choice::option_row;
use crate::view::icon::{Icon, icon};
use crate::view::markup::{Markup, When, button, call, el, get, group, said, ticked};

/// Under which the browser keeps answers.
const KEY: &str = "mingbai.answers";
/// What stands before the answers in a link.
const MARK: &str = "mingbai=";

/// Everything that can be done with the answers; nothing while there are none.
pub(super) fn carry(view: &View<'_>) -> Markup {
    let words = view.words;
    let Some(line) = view.state.line() else { return group() };
    let toggle = |event: &Event| Some(Action::Keep(ticked(event)?));
    let keep = el("input", "")
        .attr("type", "checkbox")
        .attr("id", "mb-keep")
        .attr("data-keep", "")
        .checked(view.state.keep)
        .hear(When::Change, view.dispatch, Box::new(toggle));
    let keep = option_row("mb-keep", keep, words.keep(), words.keep_hint());
    let tools = el("div", "mb-tools")
        .maybe(file(view, "json", "JSON"))
        .maybe(file(view, "csv", "CSV"))
        .child(import(view));
    let head =
        el("summary", "").child(icon(Icon::Chevron, "mb-chev")).text(words.carry());
    let inside = el("div", "mb-why__in")
        .child(el("div", "mb-opts").child(keep))
        .child(share(view, line))
        .child(tools);
    el("details", "mb-why mb-carry").child(head).child(inside)
}

/// A link to the answers: what it tells is said before it is made.
#[inline(never)]
fn share(view: &View<'_>, line: String) -> Markup {
    let (words, dispatch) = (view.words, view.dispatch);
    let box_ = el("div", "mb-share").attr("role", "status");
    match &view.state.sharing {
        Sharing::Closed => {
            let share = button("mb-btn mb-btn--line", "share")
                .on(When::Click, dispatch, Action::Share(Sharing::Warned))
                .text(words.share());
            box_.child(share)
        }
        Sharing::Warned => {
            let (base, to) = (view.state.options.share_base.clone(), dispatch.clone());
            let make = move |_: &Event| {
                let link = link(base.as_deref(), &line)?;
                copy(link.clone(), to.clone());
                Some(Action::Share(Sharing::Ready { link, copied: None }))
            };
            let copy = button("mb-btn mb-btn--line", "share-copy")
                .hear(When::Click, dispatch, Box::new(make))
                .text(words.share_anyway());
            box_.child(said("p", "", words.share_warning())).child(copy)
        }
        Sharing::Ready { link, copied } => {
            let text = match copied {
                Some(true) => words.share_copied(),
                Some(false) => words.share_by_hand(),
                None => "",
            };
            let link = el("input", "")
                .attr("type", "text")
                .attr("readonly", "")
                .attr("data-link", "")
                .attr("aria-label", words.share_link())
                .value(link);
            box_.child(said("p", "", text)).child(el("span", "mb-box").child(link))
        }
    }
}

/// A button that saves everything as a file.
fn file(view: &View<'_>, kind: &'static str, name: &str) -> Option<Markup> {
    let words = view.words;
    let session = Rc::clone(view.state.session.as_ref()?);
    let (results, given) = (Rc::clone(&view.state.results), Rc::clone(&view.state.given));
    let (rules, date) = (view.rules.clone(), view.state.date);
    let save = move |_: &Event| {
        let text = match kind {
            "csv" => export::csv(words, &rules, date, &results, &given),
            _ => export::json(&session),
        };
        save(&["mingbai.", kind].concat(), &text)?;
        None
    };
    let button = button("mb-btn mb-btn--line", &["export-", kind].concat())
        .hear(When::Click, view.dispatch, Box::new(save))
        .child(icon(Icon::Down2, ""))
        .text(&words.export(name));
    Some(button)
}

/// Opens a file of answers.
pub(super) fn import(view: &View<'_>) -> Markup {
    let dispatch = view.dispatch.clone();
    let open = move |event: &Event| {
        let files = get(event.target()?.as_ref(), "files")?;
        let file = Reflect::get_u32(&files, 0).ok()?;
        let text = call(&file, "text", None)?.dyn_into::<Promise>().ok()?;
        let dispatch = dispatch.clone();
        spawn_local(async move {
            let text = JsFuture::from(text).await.ok().and_then(|text| text.as_string());
            dispatch.send(Action::Import(text.unwrap_or_default()));
        });
        None
    };
    let file = el("input", "mb-vh")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .attr("data-import", "")
        .hear(When::Change, view.dispatch, Box::new(open));
    said("label", "mb-linkish mb-file", view.words.import()).child(file)
}

/// What has to be said about answers that came from elsewhere.
#[inline(never)]
pub(super) fn notice(words: Words, notice: Notice) -> Markup {
    let (mark, text) = match notice {
        Notice::Opened => (Icon::Check, words.notice_opened().to_owned()),
        Notice::Kept => (Icon::Check, words.notice_kept().to_owned()),
        Notice::Older => (Icon::Warn, words.notice_older().to_owned()),
        Notice::Lost(count) => (Icon::Warn, words.notice_lost(count)),
        Notice::Unreadable => (Icon::Warn, words.notice_unreadable().to_owned()),
        Notice::NotKept => (Icon::Warn, words.notice_not_kept().to_owned()),
    };
    el("p", "mb-strip")
        .attr("role", "status")
        .attr("data-notice", "")
        .child(icon(mark, ""))
        .child(said("span", "", &text))
}

/// The line of answers in the address, which is taken out of it.
pub(super) fn from_link() -> Option<String> {
    let window = web_sys::window()?;
    let href = window.location().href().ok()?;
    let (address, fragment) = href.split_once('#')?;
    let (before, line) = fragment.split_once(MARK)?;
    let before = before.trim_end_matches(['#', '&']);
    let kept = match before {
        "" => address.to_owned(),
        before => format!("{address}#{before}"),
    };
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&kept));
    }
    js_sys::decode_uri(line).ok().map(String::from).or(Some(String::new()))
}

/// The link that carries a line of answers.
fn link(base: Option<&str>, line: &str) -> Option<String> {
    let own = web_sys::window()?.location().href().ok()?;
    let base = match base {
        Some(base) => base,
        None => own.split('#').next()?,
    };
    let line = String::from(js_sys::encode_uri(line));
    Some([base, "#", MARK, &line].concat())
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What this device keeps.
pub(super) fn stored() -> Option<String> {
    storage()?.get_item(KEY).ok()?
}

/// Keeps a line on this device, or erases what there is; `None` where the browser refuses.
pub(super) fn store(line: Option<&str>) -> Option<()> {
    let storage = storage()?;
    match line {
        Some(line) => storage.set_item(KEY, line).ok(),
        None => storage.remove_item(KEY).ok(),
    }
}

fn copy(link: String, dispatch: Dispatch) {
    spawn_local(async move {
        let promise = get(&js_sys::global(), "navigator")
            .and_then(|navigator| get(&navigator, "clipboard"))
            .and_then(|clipboard| call(&clipboard, "writeText", Some(&link)))
            .and_then(|promise| promise.dyn_into::<Promise>().ok());
        let copied = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        let copied = Some(copied);
        dispatch.send(Action::Share(Sharing::Ready { link, copied }));
    });
}

/// Has the browser save a text under a name.
fn save(name: &str, text: &str) -> Option<()> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link = web_sys::window()?.document()?.create_element("a").ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    link.dyn_into::<HtmlElement>().ok()?.click();
    // The browser has taken hold of the text by now.
    Url::revoke_object_url(&url).ok()
}
