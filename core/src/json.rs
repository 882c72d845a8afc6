//! JSON as it stands in a file: parsed by hifijson, which knows no floats and is small.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use hifijson::token::{Expect, Lex as _};
use hifijson::{Error, SliceLexer};
use serde::{Serialize, Serializer};

use crate::table::Table;

/// Some JSON. Numbers keep their digits as they were written, and objects are sorted by
/// key.
///
/// # Example
///
/// ```
/// use mingbai_core::Json;
///
/// let json = Json::parse(r#"{"patents": 20, "hnte": null}"#).unwrap();
/// assert_eq!(json.to_string(), r#"{"hnte":null,"patents":20}"#);
///
/// let error = Json::parse("{\n  \"patents\": }").unwrap_err();
/// assert_eq!(error.to_string(), "line 2, column 14: value expected");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, by its digits.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Self>),
    /// An object.
    Object(Table<String, Self>),
}

impl Json {
    /// How deep lists and objects may nest.
    const DEEPEST: usize = 128;

    /// Parses a text that holds one value and nothing else.
    ///
    /// # Errors
    ///
    /// The text is no JSON, nests deeper than 128 levels, or has a key twice in one object;
    /// line and column are named, both from 1, columns by character.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Json;
    /// assert_eq!(Json::parse("[1, true]").unwrap().as_list().unwrap().len(), 2);
    /// assert!(Json::parse(r#"{"a": 1, "a": 2}"#).is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        let mut lexer = SliceLexer::new(text.as_bytes());
        let outcome = lexer.exactly_one(SliceLexer::ws_peek, |next, lexer| {
            Self::value(next, lexer, Self::DEEPEST)
        });
        outcome.map_err(|error| {
            let read = text.len().saturating_sub(lexer.as_slice().len());
            let (mut line, mut column) = (1, 1);
            for (_, sign) in text.char_indices().take_while(|(at, _)| *at < read) {
                column += 1;
                if sign == '\n' {
                    (line, column) = (line + 1, 1);
                }
            }
            JsonError {
                place: format!("line {line}, column {column}"),
                problem: format!("{error}"),
            }
        })
    }

    fn value(next: u8, lexer: &mut SliceLexer<'_>, depth: usize) -> Result<Self, Fault> {
        let deeper = depth.checked_sub(1).ok_or(Error::Depth)?;
        match next {
            b'a'..=b'z' => {
                let word = lexer.null_or_bool().ok_or(Expect::Value)?;
                Ok(word.map_or(Self::Null, Self::Bool))
            }
            b'0'..=b'9' | b'-' => {
                use hifijson::num::LexWrite as _;
                let (digits, _) = lexer.num_string().validated().map_err(Error::from)?;
                Ok(Self::Number(digits.to_owned()))
            }
            b'"' => text(lexer).map(Self::Text),
            b'[' => {
                let mut list = Vec::new();
                lexer.discarded().seq(b']', SliceLexer::ws_peek, |next, lexer| {
                    list.push(Self::value(next, lexer, deeper)?);
                    Ok::<(), Fault>(())
                })?;
                Ok(Self::List(list))
            }
            b'{' => {
                let mut object = Table::new();
                lexer.discarded().seq(b'}', SliceLexer::ws_peek, |next, lexer| {
                    if next != b'"' {
                        return Err(Expect::String.into());
                    }
                    let key = text(lexer)?;
                    lexer.expect(SliceLexer::ws_peek, b':').ok_or(Expect::Colon)?;
                    let next = lexer.ws_peek().ok_or(Expect::Value)?;
                    if object.contains_key(&key) {
                        return Err(Fault::Twice(key));
                    }
                    object.insert(key, Self::value(next, lexer, deeper)?);
                    Ok(())
                })?;
                Ok(Self::Object(object))
            }
            _ => Err(Expect::Value.into()),
        }
    }

    /// The content of a string.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Json;
    /// assert_eq!(Json::from("20").as_str(), Some("20"));
    /// ```
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// `true` or `false`.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Json;
    /// assert_eq!(Json::Bool(true).as_bool(), Some(true));
    /// ```
    pub const fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(yes) = self { Some(*yes) } else { None }
    }

    /// A number without fraction and exponent, from 0.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Json;
    /// assert_eq!(Json::parse("20").unwrap().as_u64(), Some(20));
    /// assert_eq!(Json::parse("2.5").unwrap().as_u64(), None);
    /// ```
    pub fn as_u64(&self) -> Option<u64> {
        if let Self::Number(digits) = self { digits.parse().ok() } else { None }
    }

    /// The members of an array.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Json;
    /// assert_eq!(Json::parse("[]").unwrap().as_list(), Some([].as_slice()));
    /// ```
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The fields of an object.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Json;
    /// let json = Json::parse(r#"{"patents": 20}"#).unwrap();
    /// assert_eq!(json.as_object().unwrap().len(), 1);
    /// ```
    pub const fn as_object(&self) -> Option<&Table<String, Self>> {
        if let Self::Object(fields) = self { Some(fields) } else { None }
    }

    /// A field of an object.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Json;
    /// let json = Json::parse(r#"{"patents": "20"}"#).unwrap();
    /// assert_eq!(json.get("patents").and_then(Json::as_str), Some("20"));
    /// ```
    pub fn get(&self, field: &str) -> Option<&Self> {
        self.as_object()?.get(field)
    }
}

/// A string from its opening quote.
fn text(lexer: &mut SliceLexer<'_>) -> Result<String, Fault> {
    use hifijson::str::LexAlloc as _;
    Ok(lexer.discarded().str_string().map_err(Error::from)?.into_owned())
}

/// What is wrong with a text.
enum Fault {
    Syntax(Error),
    /// An object has a key twice.
    Twice(String),
}

impl<E: Into<Error>> From<E> for Fault {
    fn from(error: E) -> Self {
        Self::Syntax(error.into())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => write!(f, "{error}"),
            Self::Twice(key) => write!(f, "`{key}` stands twice"),
        }
    }
}

/// What does not fit in some JSON, and where.
///
/// # Example
///
/// ```
/// use mingbai_core::{Domain, FromJson, Json};
///
/// let json = Json::parse(r#"{"min": true}"#).unwrap();
/// let error = Domain::read(&json).unwrap_err();
/// assert!(error.to_string().starts_with("min: found"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// Fields and places from the outermost in; empty for the whole.
    pub(crate) place: String,
    pub(crate) problem: String,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.problem)
    }
}

impl core::error::Error for JsonError {}

/// Writes it on one line, without spaces.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(yes) => f.write_str(if *yes { "true" } else { "false" }),
            Self::Number(digits) => f.write_str(digits),
            Self::Text(text) => quoted(text, f),
            Self::List(list) => {
                let mut before = '[';
                for member in list {
                    write!(f, "{before}{member}")?;
                    before = ',';
                }
                f.write_str(if list.is_empty() { "[]" } else { "]" })
            }
            Self::Object(fields) => {
                let mut before = '{';
                for (key, value) in fields {
                    f.write_char(before)?;
                    quoted(key, f)?;
                    write!(f, ":{value}")?;
                    before = ',';
                }
                f.write_str(if fields.is_empty() { "{}" } else { "}" })
            }
        }
    }
}

fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for sign in text.chars() {
        match sign {
            '"' | '\\' => write!(f, "\\{sign}")?,
            '\0'..'\x20' => write!(f, "\\u{:04x}", u32::from(sign))?,
            _ => f.write_char(sign)?,
        }
    }
    f.write_char('"')
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            // Other numbers as everywhere in a pack: by their digits.
            Self::Number(digits) => match self.as_u64() {
                Some(whole) => serializer.serialize_u64(whole),
                None => serializer.serialize_str(digits),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => list.serialize(serializer),
            Self::Object(fields) => fields.serialize(serializer),
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    fn refusal(text: &str) -> String {
        Json::parse(text).unwrap_err().to_string()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = r#"{"a":[null,true,-1.50,"\u0000\u001f\"\\/ 明白 😀"],"b":{},"c":[]}"#;
        let json = Json::parse(text).unwrap();
        assert_eq!(json.to_string(), text);
        let spaced = "\t{ \"b\" : {},\r\n \"c\":[ ] }\n";
        assert_eq!(Json::parse(spaced).unwrap().to_string(), r#"{"b":{},"c":[]}"#);
        assert_eq!(Json::parse(r#""\ud83d\ude00\n""#).unwrap(), Json::from("😀\n"));
        // serde_json, which reads what the page exports, agrees.
        let other: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(other["a"][3], "\0\x1f\"\\/ 明白 😀");
    }

    #[test]
    fn what_is_no_json_is_refused_with_its_place() {
        assert_eq!(refusal(""), "line 1, column 1: value expected");
        assert_eq!(
            refusal("[1, 2"),
            "line 1, column 6: comma or end of sequence expected"
        );
        assert_eq!(refusal("{\n  \"明\" 1}"), "line 2, column 7: colon expected");
        assert_eq!(refusal("1 2"), "line 1, column 3: end of file expected");
        assert_eq!(refusal(r#"{"a": 1, "a": 2}"#), "line 1, column 15: `a` stands twice");
        for text in
            ["nul", "01", "1.", "-", "\"\\x\"", "\"\\ud800\"", "\"\n\"", "[1,]", "{1: 2}"]
        {
            assert!(Json::parse(text).is_err(), "{text}");
        }
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(Json::parse(&deep(128)).is_ok());
        assert!(refusal(&deep(129)).ends_with("maximal depth exceeded"));
    }
}
