//! Shapes in JSON: what stands where, and where it does not fit.
//!
//! `shape!` declares a struct or an enum once and writes both ways: out through serde's
//! `Serialize`, in through [`FromJson`]. Nothing in here but one line a field is compiled
//! anew for each shape, and a refusal names its place, which serde's errors never do.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::{ptr, slice};

use crate::exact;
use crate::json::{Json, JsonError};
use crate::table::Table;
use rust_decimal::Decimal;

/// Something that a pack's JSON holds.
///
/// # Example
///
/// ```
/// use mingbai_core::{Condition, FromJson, Json};
///
/// let json = r#"{"all": [{"yes": "hnte_valid"}, {"maybe": "listed"}]}"#;
/// let json = Json::parse(json).unwrap();
/// let error = Condition::read(&json).unwrap_err();
/// assert!(error.to_string().starts_with("all[1]: found `maybe`, expected `all`, `any`"));
/// ```
pub trait FromJson: Sized {
    /// Takes it as `json` says, or tells `reader` why not and gives anything.
    #[doc(hidden)]
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self;

    /// Reads it.
    ///
    /// # Errors
    ///
    /// The JSON is of another shape: a field is unknown or missing, a name is none of
    /// those there are, a text does not say what it should.
    fn read(json: &Json) -> Result<Self, JsonError> {
        let mut reader = Reader::default();
        let it = Self::take(json, &mut reader);
        reader.finish(json)?;
        Ok(it)
    }
}

/// What stands there, in a word or two, for a message.
pub(crate) fn found(json: &Json) -> String {
    /// Longer texts are cut, so that a message stays one line.
    const MOST: usize = 40;
    match json {
        Json::Null => "`null`".to_owned(),
        Json::Bool(true) => "`true`".to_owned(),
        Json::Bool(false) => "`false`".to_owned(),
        Json::Number(digits) => format!("`{digits}`"),
        Json::Text(text) => match text.char_indices().nth(MOST) {
            None => format!("`\"{text}\"`"),
            Some((end, _)) => format!("`\"{}…\"`", text.get(..end).unwrap_or_default()),
        },
        Json::List(list) => format!("a list of {}", list.len()),
        Json::Object(_) => "an object".to_owned(),
    }
}

/// What stands where nothing stands.
pub(crate) static NOTHING: Json = Json::Null;

/// Remembers the first thing that does not fit. Reading goes on with anything in its
/// place, and all of it is thrown away in the end: without a way out after each field, the
/// code of a shape is half as large.
#[derive(Debug, Default)]
pub struct Reader<'j> {
    misfit: Option<(&'j Json, String)>,
}

impl<'j> Reader<'j> {
    /// The first refusal, with its place within `whole`.
    fn finish(self, whole: &Json) -> Result<(), JsonError> {
        let Some((json, problem)) = self.misfit else { return Ok(()) };
        let place = place(whole, json).unwrap_or_default();
        Err(JsonError { place, problem })
    }

    fn refuse(&mut self, json: &'j Json, problem: String) {
        self.misfit.get_or_insert((json, problem));
    }

    /// `json` is not what should stand there.
    pub(crate) fn expected(&mut self, json: &'j Json, what: &str) {
        if self.misfit.is_none() {
            self.refuse(json, format!("found {}, expected {what}", found(json)));
        }
    }

    /// What a text must hold: `what` names it.
    pub(crate) fn text(&mut self, json: &'j Json, what: &str) -> &'j str {
        let text = json.as_str();
        if text.is_none() {
            self.expected(json, what);
        }
        text.unwrap_or_default()
    }

    /// The struct's fields are all among `names`.
    pub(crate) fn fields(&mut self, json: &'j Json, names: &[&str]) {
        let Some(fields) = json.as_object() else {
            return self.expected(json, "an object");
        };
        if let Some(stranger) = fields.keys().find(|key| !names.contains(&key.as_str())) {
            let expected = listed(names.iter().copied());
            let problem = format!("unknown field `{stranger}`, expected {expected}");
            self.refuse(json, problem);
        }
    }

    /// A field that must be there.
    pub(crate) fn field(&mut self, json: &'j Json, name: &str) -> &'j Json {
        let field = json.get(name);
        if field.is_none() {
            self.refuse(json, format!("field `{name}` is missing"));
        }
        field.unwrap_or(&NOTHING)
    }

    /// Which of `variants` stands there, by place, and what it holds: `"in-kind"` alone or
    /// `{"fixed": …}`. The first one, with nothing in it, where it is none of them.
    pub(crate) fn variant(
        &mut self,
        json: &'j Json,
        variants: &[Variant],
    ) -> (usize, Held<'j>) {
        let only = json.as_object().filter(|fields| fields.len() == 1);
        let only = only.and_then(Table::first);
        let name = json.as_str().or(only.map(|(name, _)| name.as_str()));
        let place = variants.iter().position(|variant| Some(variant.name) == name);
        let Some((place, variant)) = place.and_then(|at| Some((at, variants.get(at)?)))
        else {
            let found = only.map_or_else(|| found(json), |(name, _)| format!("`{name}`"));
            let expected = listed(variants.iter().map(|variant| variant.name));
            self.refuse(json, format!("found {found}, expected {expected}"));
            return (0, Held::of(&NOTHING, 0));
        };
        let alone = variant.members == 0 && variant.fields.is_empty();
        let Some((name, content)) = only else {
            if !alone {
                let name = variant.name;
                let problem =
                    format!("found `\"{name}\"` alone, expected `{{\"{name}\": …}}`");
                self.refuse(json, problem);
            }
            return (place, Held::of(&NOTHING, 0));
        };
        if alone {
            self.expected(content, &format!("`\"{name}\"` alone"));
        } else if variant.members == 0 {
            self.fields(content, variant.fields);
        } else if variant.members > 1
            && content.as_list().is_none_or(|list| list.len() != variant.members)
        {
            self.expected(content, &format!("a list of {}", variant.members));
        }
        (place, Held::of(content, variant.members))
    }
}

/// What a variant of an enum is called and holds: members or fields or nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Variant {
    pub(crate) name: &'static str,
    pub(crate) members: usize,
    pub(crate) fields: &'static [&'static str],
}

/// What stands at a variant.
#[derive(Debug)]
pub(crate) struct Held<'j> {
    pub(crate) content: &'j Json,
    members: slice::Iter<'j, Json>,
}

impl<'j> Held<'j> {
    /// Several members are a list, a single one stands for itself.
    fn of(content: &'j Json, members: usize) -> Self {
        let list = if members > 1 { content.as_list() } else { None };
        Self { content, members: list.unwrap_or(slice::from_ref(content)).iter() }
    }

    /// The next member.
    pub(crate) fn next(&mut self) -> &'j Json {
        self.members.next().unwrap_or(&NOTHING)
    }
}

/// Where `part` stands within `whole`: `criteria[0].amount`; empty for the whole.
fn place(whole: &Json, part: &Json) -> Option<String> {
    if ptr::eq(whole, part) {
        return Some(String::new());
    }
    match whole {
        Json::List(list) => list.iter().enumerate().find_map(|(index, json)| {
            Some(inside(&format!("[{index}]"), &place(json, part)?))
        }),
        Json::Object(fields) => {
            fields.iter().find_map(|(name, json)| Some(inside(name, &place(json, part)?)))
        }
        _ => None,
    }
}

fn inside(step: &str, place: &str) -> String {
    let dot = if place.is_empty() || place.starts_with('[') { "" } else { "." };
    format!("{step}{dot}{place}")
}

fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut all = String::new();
    for name in names {
        all += if all.is_empty() { "`" } else { ", `" };
        all += name;
        all += "`";
    }
    all
}

/// Declares a struct or an enum as it stands in JSON: serde writes it, [`FromJson`] reads
/// it.
///
/// A struct is an object of its fields. Where `= value` follows a field's type, the field
/// may be left out and is that value; its `skip_serializing_if` leaves it out in writing.
/// Unknown fields are refused.
///
/// An enum's variant is its name in JSON, which stands before it: `"in-kind"` alone, or
/// `{"fixed": …}` with what it holds. The first one must be there without end: it stands
/// in for what cannot be read.
macro_rules! shape {
    (
        $(#[$about:meta])*
        $vis:vis struct $name:ident $(<$param:ident>)? {
            $(
                $(#[$field_about:meta])*
                $field_vis:vis $field:ident: $type:ty $(= $absent:expr)?,
            )*
        }
    ) => {
        $(#[$about])*
        #[derive(serde::Serialize)]
        $vis struct $name $(<$param>)? {
            $($(#[$field_about])* $field_vis $field: $type,)*
        }

        impl $(<$param: $crate::shape::FromJson>)? $crate::shape::FromJson
            for $name $(<$param>)?
        {
            fn take<'j>(
                json: &'j $crate::json::Json,
                reader: &mut $crate::shape::Reader<'j>,
            ) -> Self {
                reader.fields(json, &[$(stringify!($field)),*]);
                Self {
                    $($field: $crate::shape::field!(reader, json, $field $(, $absent)?),)*
                }
            }
        }
    };
    (
        $(#[$about:meta])*
        $vis:vis enum $name:ident {
            $(
                $(#[$variant_about:meta])*
                $json:literal = $variant:ident
                $(($($member:ty),+))?
                $({$(
                    $(#[$field_about:meta])*
                    $field:ident: $type:ty $(= $absent:expr)?,
                )+})?,
            )+
        }
    ) => {
        $(#[$about])*
        #[derive(serde::Serialize)]
        $vis enum $name {
            $(
                $(#[$variant_about])*
                #[serde(rename = $json)]
                $variant
                $(($($member),+))?
                $({$($(#[$field_about])* $field: $type,)+})?,
            )+
        }

        impl $crate::shape::FromJson for $name {
            fn take<'j>(
                json: &'j $crate::json::Json,
                reader: &mut $crate::shape::Reader<'j>,
            ) -> Self {
                #[allow(clippy::enum_variant_names, reason = "the names are the shape's")]
                /// The places of the variants.
                enum At { $($variant),+ }
                const VARIANTS: &[$crate::shape::Variant] = &[$($crate::shape::Variant {
                    name: $json,
                    members: <[&str]>::len(&[$($(stringify!($member)),+)?]),
                    fields: &[$($(stringify!($field)),+)?],
                }),+];
                #[allow(
                    unused_mut,
                    unused_variables,
                    reason = "the variants may hold nothing"
                )]
                let (place, mut held) = reader.variant(json, VARIANTS);
                match place {
                    $(at if at == At::$variant as usize => Self::$variant
                        $(($(<$member as $crate::shape::FromJson>::take(held.next(), reader)),+))?
                        $({$(
                            $field: $crate::shape::field!(
                                reader, held.content, $field $(, $absent)?
                            ),
                        )+})?,)+
                    _ => Self::take(&$crate::shape::NOTHING, reader),
                }
            }
        }
    };
}

/// One field of `shape!`.
macro_rules! field {
    ($reader:ident, $json:expr, $field:ident) => {
        $crate::shape::FromJson::take($reader.field($json, stringify!($field)), $reader)
    };
    ($reader:ident, $json:expr, $field:ident, $absent:expr) => {
        match $json.get(stringify!($field)) {
            Some(json) => $crate::shape::FromJson::take(json, $reader),
            None => $absent,
        }
    };
}

pub(crate) use {field, shape};

impl FromJson for bool {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        let yes = json.as_bool();
        if yes.is_none() {
            reader.expected(json, "`true` or `false`");
        }
        yes.unwrap_or_default()
    }
}

impl FromJson for u32 {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        let number = json.as_u64().and_then(|number| number.try_into().ok());
        if number.is_none() {
            reader.expected(json, "a whole number");
        }
        number.unwrap_or_default()
    }
}

impl FromJson for String {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        reader.text(json, "a text").to_owned()
    }
}

impl FromJson for Decimal {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        let number = json.as_str().and_then(exact::parse);
        if number.is_none() {
            reader.expected(json, "a number in quotes, such as \"1.5\"");
        }
        number.unwrap_or_default()
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        Self::new(T::take(json, reader))
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        if *json == Json::Null { None } else { Some(T::take(json, reader)) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        let list = json.as_list();
        if list.is_none() {
            reader.expected(json, "a list");
        }
        let mut members = Self::new();
        for member in list.unwrap_or_default() {
            members.push(T::take(member, reader));
        }
        members
    }
}

impl<K: Ord + FromJson, V: FromJson> FromJson for Table<K, V> {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        let mut table = Self::new();
        let Some(object) = json.as_object() else {
            reader.expected(json, "an object");
            return table;
        };
        for (key, value) in object {
            let key = Json::Text(key.clone());
            let mut keys = Reader::default();
            let name = K::take(&key, &mut keys);
            if let Some((_, problem)) = keys.misfit {
                reader.refuse(value, problem);
            }
            table.insert(name, V::take(value, reader));
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;
    use core::fmt::Debug;

    use insta::assert_snapshot;
    use serde_json::{Value, json};

    use super::*;
    use crate::award::Award;
    use crate::condition::{Condition, Expression};
    use crate::fact::{Kind, Question};
    use crate::text::Language;

    /// What is said of some JSON: what was read, or why it was refused.
    fn said<T: FromJson + Debug>(json: Value) -> String {
        match T::read(&parsed(&json)) {
            Ok(it) => format!("{it:?}"),
            Err(error) => format!("{error}"),
        }
    }

    fn parsed(json: &Value) -> Json {
        Json::parse(&json.to_string()).unwrap()
    }

    fn award(change: impl FnOnce(&mut Value)) -> Value {
        let cite = json!({"document": "d", "article": "14"});
        let condition = json!({"any": [{"yes": "listed"}, {"review": "merit"}]});
        let mut award = json!({
            "id": "a", "cite": cite, "amount": {"rate": {
                "percent": {"number": "50"}, "base": {"fact": "costs"}}},
            "criteria": [{"condition": condition, "cite": cite}],
            "selection": "automatic",
        });
        change(&mut award);
        award
    }

    #[test]
    fn a_refusal_names_the_place() {
        let at = |place: &str, json: Value| {
            said::<Award>(award(|it| *it.pointer_mut(place).unwrap() = json))
        };
        assert!(Award::read(&parsed(&award(|_| ()))).is_ok());
        assert_snapshot!(at("/criteria/0/condition/any/1", json!({"some": []})), @"criteria[0].condition.any[1]: found `some`, expected `all`, `any`, `not`, `at-least`, `if`, `yes`, `compare`, `one-of`, `has`, `within`, `review`, `dated`");
        assert_snapshot!(at("/criteria/0/condition", json!({"yes": 3})), @"criteria[0].condition.yes: found `3`, expected an id");
        assert_snapshot!(at("/criteria/0/condition", json!({"all": "x"})), @r#"criteria[0].condition.all: found `"x"`, expected a list"#);
        assert_snapshot!(at("/amount/rate/percent/number", json!(0.5)), @r#"amount.rate.percent.number: found `0.5`, expected a number in quotes, such as "1.5""#);
        assert_snapshot!(at("/amount/rate/base", json!({"less": [{"number": "1"}]})), @"amount.rate.base.less: found a list of 1, expected a list of 2");
        assert_snapshot!(at("/amount", json!({"service": {}})), @r#"amount.service: found an object, expected `"service"` alone"#);
        assert_snapshot!(at("/amount", json!("rate")), @r#"amount: found `"rate"` alone, expected `{"rate": …}`"#);
        assert_snapshot!(at("/selection", json!("lottery")), @r#"selection: found `"lottery"`, expected `automatic`, `selective`, `competitive`, `case-by-case`"#);
        assert_snapshot!(at("/cite", json!({"document": "d"})), @"cite: field `article` is missing");
        assert_snapshot!(said::<Award>(json!([])), @"found a list of 0, expected an object");
        assert_snapshot!(said::<Award>(award(|it| it["note"] = json!(""))), @"unknown field `note`, expected `id`, `cite`, `criteria`, `amount`, `selection`, `per`, `departments`");
        let table = json!({"en": "Weihai", "fr": "Weihai"});
        assert_snapshot!(said::<Table<Language, String>>(table), @r#"fr: found `"fr"`, expected `zh-Hans`, `zh-Hant`, `en`"#);
        assert_snapshot!(said::<Table<String, u32>>(json!({"a.b": -1})), @"a.b: found `-1`, expected a whole number");
        assert_snapshot!(said::<Vec<bool>>(json!([true, null])), @"[1]: found `null`, expected `true` or `false`");
        assert_snapshot!(said::<String>(json!([])), @"found a list of 0, expected a text");
        let long = "很长的一句话".repeat(20);
        assert_snapshot!(said::<Decimal>(json!(long)), @r#"found `"很长的一句话很长的一句话很长的一句话很长的一句话很长的一句话很长的一句话很长的一…"`, expected a number in quotes, such as "1.5""#);
    }

    #[test]
    fn what_a_variant_holds_is_read() {
        assert_snapshot!(said::<Kind>(json!("yes-no")), @"YesNo");
        assert_snapshot!(said::<Kind>(json!({"choice": ["red", "green"]})), @r#"Choice([OptionId("red"), OptionId("green")])"#);
        let one = json!({"number": "1"});
        assert_snapshot!(said::<Expression>(json!({"less": [one, {"fact": "x"}]})), @r#"Less(Number(1), Fact(FactId("x")))"#);
        assert_snapshot!(said::<Condition>(json!({"at-least": {"n": 1, "of": []}})), @"AtLeast { n: 1, of: [] }");
    }

    #[test]
    fn what_is_left_out_has_its_value() {
        let mut json = json!({"id": "q", "section": "s", "facts": [], "form": "single"});
        let question = Question::read(&parsed(&json)).unwrap();
        assert_eq!((question.effort, question.after.len()), (1, 0));
        assert_eq!(serde_json::to_value(&question).unwrap(), json);
        json["effort"] = json!(3);
        let question = Question::read(&parsed(&json)).unwrap();
        assert_eq!(question.effort, 3);
        assert_eq!(serde_json::to_value(&question).unwrap(), json);
    }
}
