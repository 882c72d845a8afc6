//! Text that breaks between words, as Chinese headings should.

use js_sys::{Array, Function, Object, Reflect};
use mingbai_core::Language;
use wasm_bindgen::{JsCast, JsValue};

use super::markup::{Markup, el, group};
/// A text with a break allowed between words only, where the browser can tell words.
pub fn words(text: &str, language: Language) -> Markup {
    let parts = match language {
        Language::English => None,
        _ => segments(text, language.tag()),
    };
    let Some(parts) = parts else { return group().text(text) };
    let part = |(index, part): (usize, String)| {
        let before = (index > 0).then(|| el("wbr", ""));
        group().maybe(before).text(&part)
    };
    el("span", "mb-words").each(parts.into_iter().enumerate(), part)
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
