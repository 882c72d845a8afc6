//! The shapes that cross to and from JavaScript.

use js_sys::{Object, Reflect};
use mingbai_core::{Amounts, AwardId, Language, Verdict};
use wasm_bindgen::JsValue;

use crate::draft::day;
use crate::session::{Event, Options, Theme};
use crate::view::verdict::attribute;

/// Reads what `element.js` sends: attributes that it found good, by their own names.
/// Whatever is not understood is left to its default: the element has hinted at it already.
///
/// An object, since of anything else each look throws, and wasm-bindgen never gives back the
/// place it had made for what a function returns that throws.
pub fn options(value: &Object) -> Options {
    let given = |name: &str| Reflect::get(value, &JsValue::from_str(name)).ok();
    let text = |name: &str| given(name).and_then(|it| it.as_string());
    let tag = text("lang");
    let language = Language::ALL.into_iter().find(|it| Some(it.tag()) == tag.as_deref());
    Options {
        jurisdiction: text("jurisdiction").and_then(|code| code.parse().ok()),
        language: language.unwrap_or(Language::ChineseSimplified),
        theme: match text("theme").as_deref() {
            Some("light") => Some(Theme::Light),
            Some("dark") => Some(Theme::Dark),
            _ => None,
        },
        large: text("mode").as_deref() == Some("large"),
        as_of: text("as-of").and_then(|date| day(&date)),
        awards: ids(&text("awards").unwrap_or_default()),
        answers: text("answers"),
        share_base: text("share-base"),
        base: text("base").unwrap_or_default(),
        words: text("words").unwrap_or_default(),
        unit: given("unit").and_then(|it| it.as_bool()).unwrap_or_default(),
    }
}

/// Award ids between white space and commas, sorted, each once.
fn ids(text: &str) -> Vec<AwardId> {
    let parts = text.split(|it: char| it == ',' || it.is_whitespace());
    let mut ids: Vec<AwardId> = Vec::new();
    for id in parts.filter(|id| !id.is_empty()).map(AwardId::from) {
        // A handful: placing each costs fewer bytes than a sort.
        if let Err(place) = ids.binary_search(&id) {
            ids.insert(place, id);
        }
    }
    ids
}

/// An event's name and detail. No answer's value is ever in it.
pub fn event(event: &Event) -> (&'static str, JsValue) {
    let detail = Object::new();
    let put = |name: &str, text: &str| set(&detail, name, &JsValue::from_str(text));
    let name = match event {
        Event::Ready { jurisdiction, rules } => {
            put("jurisdiction", &jurisdiction.to_string());
            put("rules", rules);
            "mingbai-ready"
        }
        Event::Answer { fact } => {
            put("fact", fact.as_str());
            "mingbai-answer"
        }
        Event::Result { counts, totals } => {
            result(&detail, counts, totals);
            "mingbai-result"
        }
        Event::Hint { attribute, ids } => {
            let hint = format!("{attribute}: {}", ids.join(", "));
            return ("mingbai-hint", hint.into());
        }
        Event::Whole => "mingbai-whole",
        Event::Share => "mingbai-share",
        Event::Error { code } => {
            put("code", code);
            "mingbai-error"
        }
        Event::Speechless { code } => return ("mingbai-speechless", code.into()),
    };
    (name, detail.into())
}

/// What a result comes to: how many awards of each verdict, and the totals.
#[inline(never)]
fn result(detail: &Object, counts: &[(Verdict, usize)], totals: &[Amounts; 3]) {
    for (verdict, count) in counts {
        let count = u32::try_from(*count).unwrap_or(u32::MAX);
        set(detail, attribute(*verdict), &JsValue::from(count));
    }
    let sums = Object::new();
    for (name, sum) in ["certain", "bounded", "discretionary"].iter().zip(totals) {
        let ends = Object::new();
        set(&ends, "min", &JsValue::from(sum.min.to_string()));
        let max = sum.max.map(|max| JsValue::from(max.to_string()));
        set(&ends, "max", &max.unwrap_or(JsValue::NULL));
        set(&sums, name, &ends);
    }
    set(detail, "totals", &sums);
}

/// On an object of our own, setting cannot fail.
fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
