//! Text that breaks between words, as Chinese headings should.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function};
use mingbai_core::Language;
use wasm_bindgen::JsValue;

use super::markup::{Markup, el, group};

thread_local! {
    /// Takes a text apart into words: the element's, which needs it before there is a page.
    static APART: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// The text that was taken apart last: a question's heading is drawn again with each option.
    static LAST: RefCell<(String, Parts)> = RefCell::default();
}

/// The words of a text; none where it breaks as the browser does.
type Parts = Option<Rc<[String]>>;

/// From now on, texts are taken apart by this.
pub fn take(apart: Option<Function>) {
    APART.with(|it| *it.borrow_mut() = apart);
}

/// A text with a break allowed between words only, where the browser can tell words.
pub fn words(text: &str, language: Language) -> Markup {
    let parts = LAST.with_borrow_mut(|(last, parts)| {
        if last != text {
            *parts = segments(text, language.tag()).filter(|parts| !parts.is_empty());
            text.clone_into(last);
        }
        parts.clone()
    });
    match parts {
        Some(parts) => broken(&parts),
        None => group().text(text),
    }
}

fn broken(parts: &[String]) -> Markup {
    let part = |(index, part): (usize, &String)| {
        let before = (index > 0).then(|| el("wbr", ""));
        group().maybe(before).text(part)
    };
    el("span", "mb-words").each(parts.iter().enumerate(), part)
}

/// The words of a text with their punctuation; none in a language that has spaces, nor where
/// the browser cannot tell.
fn segments(text: &str, tag: &str) -> Parts {
    APART.with(|apart| {
        let apart = apart.borrow();
        let parts = apart.as_ref()?.call2(&JsValue::NULL, &text.into(), &tag.into());
        Array::from(&parts.ok()?).iter().map(|part| part.as_string()).collect()
    })
}
