//! Packs out of JSON: what stands where, and where it does not fit.
//!
//! `shape!` declares a struct or an enum once and writes both ways: out through serde's
//! `Serialize`, in through [`FromJson`]. Nothing in here but one line a field is compiled
//! anew for each shape, and a refusal names its place, which serde's errors never do.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::slice;

use rust_decimal::Decimal;
use serde_json::{Map, Value as Json};

use crate::exact;
use crate::table::Table;

/// Something that a pack's JSON holds.
///
/// # Example
///
/// ```
/// use mingbai_core::{Condition, FromJson};
///
/// let json = serde_json::json!({"all": [{"yes": "hnte_valid"}, {"maybe": "listed"}]});
/// let error = Condition::read(&json).unwrap_err();
/// assert!(error.to_string().starts_with("all[1]: found `maybe`, expected `all`, `any`"));
/// ```
pub trait FromJson: Sized {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// The JSON is of another shape: a field is unknown or missing, a name is none of
    /// those there are, a text does not say what it should.
    fn read(json: &Json) -> Result<Self, JsonError>;
}

/// What does not fit in some JSON, and where.
///
/// # Example
///
/// ```
/// use mingbai_core::{Domain, FromJson};
///
/// let error = Domain::read(&serde_json::json!({"min": true})).unwrap_err();
/// assert!(error.to_string().starts_with("min: found"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError(Box<Misfit>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Misfit {
    /// Fields and places from the outermost in; empty for the whole.
    place: String,
    problem: String,
}

impl JsonError {
    pub(crate) fn new(problem: String) -> Self {
        Self(Box::new(Misfit { place: String::new(), problem }))
    }

    /// `json` is not what should stand there.
    pub(crate) fn expected(json: &Json, what: &str) -> Self {
        Self::new(format!("found {}, expected {what}", found(json)))
    }

    /// The same, one step further out.
    fn inside(mut self, step: &str) -> Self {
        let place = &self.0.place;
        let dot = if place.is_empty() || place.starts_with('[') { "" } else { "." };
        self.0.place = format!("{step}{dot}{place}");
        self
    }

    /// The same, of the member at `index` of a list.
    fn at(self, index: usize) -> Self {
        self.inside(&format!("[{index}]"))
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Misfit { place, problem } = &*self.0;
        if !place.is_empty() {
            write!(f, "{place}: ")?;
        }
        f.write_str(problem)
    }
}

impl core::error::Error for JsonError {}

/// What stands there, in a word or two, for a message.
pub(crate) fn found(json: &Json) -> String {
    /// Longer texts are cut, so that a message stays one line.
    const MOST: usize = 40;
    match json {
        Json::Null => "`null`".to_owned(),
        Json::Bool(true) => "`true`".to_owned(),
        Json::Bool(false) => "`false`".to_owned(),
        // A fraction has no text without floats, whose tables a page would load.
        Json::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(whole), _) => format!("`{whole}`"),
            (None, Some(whole)) => format!("`{whole}`"),
            (None, None) => "a fraction without quotes".to_owned(),
        },
        Json::String(text) => match text.char_indices().nth(MOST) {
            None => format!("`\"{text}\"`"),
            Some((end, _)) => format!("`\"{}…\"`", text.get(..end).unwrap_or_default()),
        },
        Json::Array(list) => format!("a list of {}", list.len()),
        Json::Object(_) => "an object".to_owned(),
    }
}

/// Reads what a text must hold: `what` names it.
pub(crate) fn text<'j>(json: &'j Json, what: &str) -> Result<&'j str, JsonError> {
    json.as_str().ok_or_else(|| JsonError::expected(json, what))
}

/// The parts of a struct or of an enum's variant.
#[derive(Debug)]
pub(crate) struct Parts<'j> {
    /// The name of the variant that they stand under; none of a struct's.
    within: &'j str,
    fields: Option<&'j Map<String, Json>>,
    members: core::iter::Enumerate<slice::Iter<'j, Json>>,
    /// Several members are a list, a single one stands for itself.
    single: bool,
}

impl<'j> Parts<'j> {
    /// The fields of a struct, all of which are among `names`.
    pub(crate) fn of(json: &'j Json, names: &[&str]) -> Result<Self, JsonError> {
        let fields = json.as_object();
        let fields = fields.ok_or_else(|| JsonError::expected(json, "an object"))?;
        if let Some(stranger) = fields.keys().find(|key| !names.contains(&key.as_str())) {
            return Err(JsonError::new(format!(
                "unknown field `{stranger}`, expected {}",
                listed(names)
            )));
        }
        let members = slice::Iter::default().enumerate();
        Ok(Self { within: "", fields: Some(fields), members, single: true })
    }

    /// What a variant holds: as many members as there are `members`, or fields, all of
    /// which are among `names`, or nothing.
    pub(crate) fn of_variant(
        variant: &Variant<'j>,
        members: &[&str],
        names: &[&str],
    ) -> Result<Self, JsonError> {
        let within = variant.name;
        let single = members.len() < 2;
        let list = match (variant.content, members.len()) {
            (Some(json), 0) if !names.is_empty() => {
                let parts = Self::of(json, names).map_err(|it| it.inside(within))?;
                return Ok(Self { within, ..parts });
            }
            (None, 0) if names.is_empty() => &[],
            (Some(json), 1) => slice::from_ref(json),
            (Some(Json::Array(list)), several) if list.len() == several => list,
            (Some(json), 0) => {
                let what = format!("`\"{within}\"` alone");
                return Err(JsonError::expected(json, &what).inside(within));
            }
            (Some(json), several) => {
                let what = format!("a list of {several}");
                return Err(JsonError::expected(json, &what).inside(within));
            }
            (None, _) => {
                let problem =
                    format!("found `\"{within}\"` alone, expected `{{\"{within}\": …}}`");
                return Err(JsonError::new(problem));
            }
        };
        Ok(Self { within, fields: None, members: list.iter().enumerate(), single })
    }

    /// A field that must be there.
    pub(crate) fn field<T: FromJson>(&self, name: &str) -> Result<T, JsonError> {
        self.field_or(name, None)
    }

    /// A field, or `absent` where it is left out.
    pub(crate) fn field_or<T: FromJson>(
        &self,
        name: &str,
        absent: Option<T>,
    ) -> Result<T, JsonError> {
        match self.fields.and_then(|fields| fields.get(name)) {
            Some(json) => T::read(json).map_err(|error| self.placed(error, name)),
            None => absent.ok_or_else(|| self.missing(name)),
        }
    }

    /// The next member.
    pub(crate) fn member<T: FromJson>(&mut self) -> Result<T, JsonError> {
        let (index, json) = self.members.next().unwrap_or((0, &Json::Null));
        T::read(json).map_err(|error| {
            let error = if self.single { error } else { error.at(index) };
            self.placed(error, "")
        })
    }

    fn placed(&self, error: JsonError, name: &str) -> JsonError {
        let error = if name.is_empty() { error } else { error.inside(name) };
        if self.within.is_empty() { error } else { error.inside(self.within) }
    }

    fn missing(&self, name: &str) -> JsonError {
        self.placed(JsonError::new(format!("field `{name}` is missing")), "")
    }
}

/// Which variant of an enum stands there, and what it holds: `"in-kind"` or
/// `{"fixed": …}`.
#[derive(Debug)]
pub(crate) struct Variant<'j> {
    pub(crate) name: &'j str,
    content: Option<&'j Json>,
}

impl<'j> Variant<'j> {
    pub(crate) fn of(json: &'j Json, names: &[&str]) -> Result<Self, JsonError> {
        let (name, content) = match json {
            Json::String(name) => (name, None),
            Json::Object(fields) if fields.len() == 1 => {
                let first = fields.iter().next();
                let (name, content) = first.ok_or_else(|| Self::unknown(json, names))?;
                (name, Some(content))
            }
            _ => return Err(Self::unknown(json, names)),
        };
        Ok(Self { name, content })
    }

    /// It is none of `names`.
    pub(crate) fn unknown(json: &Json, names: &[&str]) -> JsonError {
        let name = match json {
            Json::Object(fields) if fields.len() == 1 => fields.keys().next(),
            _ => None,
        };
        let found = name.map_or_else(|| found(json), |name| format!("`{name}`"));
        JsonError::new(format!("found {found}, expected {}", listed(names)))
    }
}

fn listed(names: &[&str]) -> String {
    let mut all = String::new();
    for (index, name) in names.iter().enumerate() {
        all += if index > 0 { ", `" } else { "`" };
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
/// `{"fixed": …}` with what it holds.
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

        impl $(<$param: $crate::json::FromJson>)? $crate::json::FromJson
            for $name $(<$param>)?
        {
            fn read(json: &serde_json::Value) -> Result<Self, $crate::json::JsonError> {
                let parts =
                    $crate::json::Parts::of(json, &[$(stringify!($field)),*])?;
                Ok(Self {
                    $($field: $crate::json::field!(parts, $field $(, $absent)?),)*
                })
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

        impl $crate::json::FromJson for $name {
            fn read(json: &serde_json::Value) -> Result<Self, $crate::json::JsonError> {
                use $crate::json::{Parts, Variant};
                const NAMES: &[&str] = &[$($json),+];
                let variant = Variant::of(json, NAMES)?;
                match variant.name {
                    $($json => {
                        #[allow(
                            unused_variables,
                            unused_mut,
                            reason = "a variant may hold nothing, fields or members"
                        )]
                        let mut parts = Parts::of_variant(
                            &variant,
                            &[$($(stringify!($member)),+)?],
                            &[$($(stringify!($field)),+)?],
                        )?;
                        Ok(Self::$variant
                            $(($(parts.member::<$member>()?),+))?
                            $({$(
                                $field: $crate::json::field!(parts, $field $(, $absent)?),
                            )+})?)
                    })+
                    _ => Err(Variant::unknown(json, NAMES)),
                }
            }
        }
    };
}

/// One field of `shape!`.
macro_rules! field {
    ($parts:ident, $field:ident) => {
        $parts.field(stringify!($field))?
    };
    ($parts:ident, $field:ident, $absent:expr) => {
        $parts.field_or(stringify!($field), Some($absent))?
    };
}

pub(crate) use {field, shape};

impl FromJson for bool {
    fn read(json: &Json) -> Result<Self, JsonError> {
        json.as_bool().ok_or_else(|| JsonError::expected(json, "`true` or `false`"))
    }
}

impl FromJson for u32 {
    fn read(json: &Json) -> Result<Self, JsonError> {
        let number = json.as_u64().and_then(|number| number.try_into().ok());
        number.ok_or_else(|| JsonError::expected(json, "a whole number"))
    }
}

impl FromJson for String {
    fn read(json: &Json) -> Result<Self, JsonError> {
        text(json, "a text").map(str::to_owned)
    }
}

impl FromJson for Decimal {
    fn read(json: &Json) -> Result<Self, JsonError> {
        let what = "a number in quotes, such as \"1.5\"";
        let number = exact::parse(text(json, what)?);
        number.ok_or_else(|| JsonError::expected(json, what))
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn read(json: &Json) -> Result<Self, JsonError> {
        T::read(json).map(Self::new)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn read(json: &Json) -> Result<Self, JsonError> {
        if json.is_null() { Ok(None) } else { T::read(json).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read(json: &Json) -> Result<Self, JsonError> {
        let list = json.as_array().ok_or_else(|| JsonError::expected(json, "a list"))?;
        let mut members = Self::with_capacity(list.len());
        for (index, member) in list.iter().enumerate() {
            members.push(T::read(member).map_err(|error| error.at(index))?);
        }
        Ok(members)
    }
}

impl<K: Ord + FromJson, V: FromJson> FromJson for Table<K, V> {
    fn read(json: &Json) -> Result<Self, JsonError> {
        let object = json.as_object();
        let object = object.ok_or_else(|| JsonError::expected(json, "an object"))?;
        let mut table = Self::new();
        for (key, value) in object {
            let inside = |error: JsonError| error.inside(key);
            let name = K::read(&Json::String(key.clone())).map_err(inside)?;
            table.insert(name, V::read(value).map_err(inside)?);
        }
        Ok(table)
    }
}

#[cfg(test)]
mod tests {
    use core::fmt::Debug;

    use insta::assert_snapshot;
    use serde_json::json;

    use super::*;
    use crate::award::Award;
    use crate::condition::{Condition, Expression};
    use crate::fact::{Kind, Question};
    use crate::text::Language;

    /// What is said of some JSON: what was read, or why it was refused.
    fn said<T: FromJson + Debug>(json: Json) -> String {
        match T::read(&json) {
            Ok(it) => format!("{it:?}"),
            Err(error) => format!("{error}"),
        }
    }

    fn award(change: impl FnOnce(&mut Json)) -> Json {
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
        let at = |place: &str, json: Json| {
            said::<Award>(award(|it| *it.pointer_mut(place).unwrap() = json))
        };
        assert!(Award::read(&award(|_| ())).is_ok());
        assert_snapshot!(at("/criteria/0/condition/any/1", json!({"some": []})), @"criteria[0].condition.any[1]: found `some`, expected `all`, `any`, `not`, `at-least`, `if`, `yes`, `compare`, `one-of`, `has`, `within`, `review`, `dated`");
        assert_snapshot!(at("/criteria/0/condition", json!({"yes": 3})), @"criteria[0].condition.yes: found `3`, expected an id");
        assert_snapshot!(at("/criteria/0/condition", json!({"all": "x"})), @r#"criteria[0].condition.all: found `"x"`, expected a list"#);
        assert_snapshot!(at("/amount/rate/percent/number", json!(0.5)), @r#"amount.rate.percent.number: found a fraction without quotes, expected a number in quotes, such as "1.5""#);
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
        let question = Question::read(&json).unwrap();
        assert_eq!((question.effort, question.after.len()), (1, 0));
        assert_eq!(serde_json::to_value(&question).unwrap(), json);
        json["effort"] = json!(3);
        let question = Question::read(&json).unwrap();
        assert_eq!(question.effort, 3);
        assert_eq!(serde_json::to_value(&question).unwrap(), json);
    }
}
