//! The shapes that cross to and from JavaScript.

use mingbai_core::{AwardId, Language};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::draft::day;
use crate::session::{Event, Options, Theme};
use crate::view::verdict::attribute;

/// What `element.js` sends: attributes that it found good, by their own names.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
struct Attributes {
    jurisdiction: Option<String>,
    lang: Option<String>,
    theme: Option<String>,
    mode: Option<String>,
    as_of: Option<String>,
    awards: Option<String>,
    answers: Option<String>,
    share_base: Option<String>,
    base: String,
    unit: bool,
}

/// Reads the attributes. Whatever is not understood is left to its default: the element
/// has hinted at it already.
pub fn options(value: JsValue) -> Options {
    let given: Attributes = serde_wasm_bindgen::from_value(value).unwrap_or_default();
    let language =
        Language::ALL.into_iter().find(|it| Some(it.tag()) == given.lang.as_deref());
    Options {
        jurisdiction: given.jurisdiction.and_then(|code| code.parse().ok()),
        language: language.unwrap_or(Language::ChineseSimplified),
        theme: match given.theme.as_deref() {
            Some("light") => Some(Theme::Light),
            Some("dark") => Some(Theme::Dark),
            _ => None,
        },
        large: given.mode.as_deref() == Some("large"),
        as_of: given.as_of.and_then(|date| day(&date)),
        awards: ids(given.awards.as_deref().unwrap_or_default()),
        answers: given.answers,
        share_base: given.share_base,
        base: given.base,
        unit: given.unit,
    }
}

/// Award ids between white space and commas, sorted, each once.
fn ids(text: &str) -> Vec<AwardId> {
    let parts = text.split(|it: char| it == ',' || it.is_whitespace());
    let mut ids: Vec<AwardId> =
        parts.filter(|id| !id.is_empty()).map(AwardId::from).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// An event's name and detail. No answer's value is ever in it.
pub fn event(event: &Event) -> (&'static str, JsValue) {
    #[derive(Serialize)]
    struct Ready<'a> {
        jurisdiction: String,
        rules: &'a str,
    }
    #[derive(Serialize)]
    struct Answer<'a> {
        fact: &'a str,
    }
    #[derive(Serialize)]
    struct Failed<'a> {
        code: &'a str,
    }
    match event {
        Event::Ready { jurisdiction, rules } => {
            let jurisdiction = jurisdiction.to_string();
            ("mingbai-ready", object(&Ready { jurisdiction, rules }))
        }
        Event::Answer { fact } => {
            ("mingbai-answer", object(&Answer { fact: fact.as_str() }))
        }
        Event::Result { counts, totals } => {
            // Set one by one, a map's code is spared.
            let detail = js_sys::Object::new();
            for (verdict, count) in counts {
                let count = u32::try_from(*count).unwrap_or(u32::MAX);
                set(&detail, attribute(*verdict), &JsValue::from(count));
            }
            let sums = js_sys::Object::new();
            for (name, sum) in ["certain", "bounded", "discretionary"].iter().zip(totals)
            {
                let ends = js_sys::Object::new();
                set(&ends, "min", &JsValue::from(sum.min.to_string()));
                let max = sum.max.map(|max| JsValue::from(max.to_string()));
                set(&ends, "max", &max.unwrap_or(JsValue::NULL));
                set(&sums, name, &ends);
            }
            set(&detail, "totals", &sums);
            ("mingbai-result", detail.into())
        }
        Event::Hint { attribute, ids } => {
            ("mingbai-hint", format!("{attribute}: {}", ids.join(", ")).into())
        }
        Event::Error { code } => ("mingbai-error", object(&Failed { code })),
    }
}

/// On an object of our own, setting cannot fail.
fn set(object: &js_sys::Object, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(object, &JsValue::from_str(name), value);
}

fn object(detail: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    detail.serialize(&serializer).unwrap_or(JsValue::NULL)
}
