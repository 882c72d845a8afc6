//! Text that breaks between words, as Chinese headings should.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use mingbai_core::Language;
use wasm_bindgen::{JsCast, JsValue};

use super::markup::{Markup, el, group};

/// A text in a language, and its parts.
type Seen = (Language, String, Vec<String>);

thread_local! {
    /// The headings seen so far: to have one taken apart takes as long as to draw a question.
    static SEEN: RefCell<Vec<Seen>> = const { RefCell::new(Vec::new()) };
}

/// A text with a break allowed between words only, where the browser can tell words.
pub fn words(text: &str, language: Language) -> Markup {
    if language == Language::English {
        return group().text(text);
    }
    SEEN.with(|seen| {
        let mut seen = seen.borrow_mut();
        let known = |seen: &Seen| seen.0 == language && seen.1 == text;
        let place = seen.iter().position(known).unwrap_or(seen.len());
        if place == seen.len() {
            let parts = segments(text, language.tag()).unwrap_or_default();
            seen.push((language, text.to_owned(), parts));
        }
        match seen.get(place) {
            Some((.., parts)) if !parts.is_empty() => broken(parts),
            _ => group().text(text),
        }
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
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let segmenter: Function =
        Reflect::get(&intl, &"Segmenter".into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(&JsValue::from_str(tag), &options);
    let segmenter = Reflect::construct(&segmenter, &arguments).ok()?;
    let segment: Function =
        Reflect::get(&segmenter, &"segment".into()).ok()?.dyn_into().ok()?;
    let found = segment.call1(&segmenter, &text.into()).ok()?;
    let mut parts: Vec<String> = Vec::new();
    for item in Array::from(&found).iter() {
        let part = Reflect::get(&item, &"segment".into()).ok()?.as_string()?;
        let is_word = Reflect::get(&item, &"isWordLike".into()).ok()?.is_truthy();
        // Punctuation never begins a line, and a single character clings to what follows.
        match parts.last_mut() {
            Some(last) if !is_word || last.chars().count() == 1 => last.push_str(&part),
            _ => parts.push(part),
        }
    }
    Some(parts)
}
