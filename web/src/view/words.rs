//! Text that breaks between words, as Chinese headings should.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use mingbai_core::Language;
use wasm_bindgen::{JsCast, JsValue};

use super::markup::{Markup, call, el, get, group};

thread_local! {
    /// The last text that was taken apart, and its parts: to take it apart takes as long as
    /// to draw a question, and a question is drawn again with each of its options.
    static LAST: RefCell<(String, &'static str, Vec<String>)> =
        const { RefCell::new((String::new(), "", Vec::new())) };
}

/// A text with a break allowed between words only, where the browser can tell words.
pub fn words(text: &str, language: Language) -> Markup {
    if language == Language::English {
        return group().text(text);
    }
    LAST.with(|last| {
        let mut last = last.borrow_mut();
        let (known, tag, parts) = &mut *last;
        if known != text || *tag != language.tag() {
            text.clone_into(known);
            *tag = language.tag();
            *parts = segments(text, tag).unwrap_or_default();
        }
        if parts.is_empty() { group().text(text) } else { broken(parts) }
    })
}

fn broken(parts: &[String]) -> Markup {
    let part = |(index, part): (usize, &String)| {
        let before = (index > 0).then(|| el("wbr", ""));
        group().maybe(before).text(part)
    };
    el("span", "mb-words").each(parts.iter().enumerate(), part)
}

/// The words of a text with their punctuation; `None` without `Intl.Segmenter`.
fn segments(text: &str, tag: &str) -> Option<Vec<String>> {
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"word".into()).ok()?;
    let segmenter = get(&get(&js_sys::global(), "Intl")?, "Segmenter")?;
    let arguments = Array::of2(&JsValue::from_str(tag), &options);
    let segmenter =
        Reflect::construct(segmenter.dyn_ref::<Function>()?, &arguments).ok()?;
    let mut parts: Vec<String> = Vec::new();
    for item in Array::from(&call(&segmenter, "segment", Some(text))?).iter() {
        let part = get(&item, "segment")?.as_string()?;
        let is_word = get(&item, "isWordLike")?.is_truthy();
        // Punctuation never begins a line, and a single character clings to what follows.
        match parts.last_mut() {
            Some(last) if !is_word || last.chars().count() == 1 => last.push_str(&part),
            _ => parts.push(part),
        }
    }
    Some(parts)
}
