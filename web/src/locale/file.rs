//! The words of one language as a file: a JSON array of the catalogue's hash and then, in
//! the catalogue's order, of each entry's words.
//!
//! An argument's place is its number in braces, and what is said of a single thing
//! otherwise stands behind a bar: `about {0} questions left|about 1 question left`.

use std::fmt::{self, Display};
use std::sync::OnceLock;

use mingbai_core::{FromJson, Json, Language};

use super::{CONTENT, COUNT};

/// Between what is said of many and of one.
const BAR: char = '|';

/// The catalogue's hash, by which a file of another build is told from its own.
const HASH: &str = {
    match std::str::from_utf8(&HASH_DIGITS) {
        Ok(hash) => hash,
        Err(_) => "",
    }
};

/// FNV-1a of [`CONTENT`], 64 bits in hexadecimal digits.
const HASH_DIGITS: [u8; 16] = {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut content = CONTENT.as_bytes();
    while let Some((byte, rest)) = content.split_first() {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0100_0000_01b3);
        content = rest;
    }
    let mut digits = [0; 16];
    let mut places: &mut [u8] = &mut digits;
    while let Some((place, rest)) = places.split_first_mut() {
        let digit = (hash >> 60) as u8;
        *place = if digit < 10 { b'0' + digit } else { b'a' + digit - 10 };
        hash <<= 4;
        places = rest;
    }
    digits
};

/// The name of the file of a language: `zh-Hans.<hash>.json`.
pub fn name(language: Language) -> String {
    format!("{}.{HASH}.json", language.tag())
}

/// Why a file of words was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsError {
    /// It is no JSON array of texts.
    Json,
    /// It was made from another catalogue.
    Version,
}

impl WordsError {
    /// What an operator can search for.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Json => "MB-WORDS-JSON",
            Self::Version => "MB-WORDS-VERSION",
        }
    }
}

impl Display for WordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Json => "the words are no JSON array of texts",
            Self::Version => "the words are of another build than the page",
        })
    }
}

/// Takes the file of a language: its words are known from now on.
///
/// # Errors
///
/// It is broken, or of another build.
pub fn take(language: Language, json: &str) -> Result<(), WordsError> {
    let words = read(json)?;
    // Whoever was first had the same words.
    let _ = known(language).set(words);
    Ok(())
}

/// The words of each entry, in the catalogue's order.
fn read(json: &str) -> Result<Vec<String>, WordsError> {
    let json = Json::parse(json).map_err(|_| WordsError::Json)?;
    let mut words = Vec::<String>::read(&json).map_err(|_| WordsError::Json)?;
    if words.len() != COUNT + 1 || words.remove(0) != HASH {
        return Err(WordsError::Version);
    }
    Ok(words)
}

fn known(language: Language) -> &'static OnceLock<Vec<String>> {
    static KNOWN: [OnceLock<Vec<String>>; 3] = [const { OnceLock::new() }; 3];
    let [hans, hant, en] = &KNOWN;
    match language {
        Language::ChineseSimplified => hans,
        Language::ChineseTraditional => hant,
        Language::English => en,
    }
}

/// The words of each entry; none where the file has not come.
#[cfg(target_arch = "wasm32")]
pub(super) fn of(language: Language) -> &'static [String] {
    known(language).get().map_or(&[], Vec::as_slice)
}

/// The words of each entry; with the catalogue at hand, no file is needed.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn of(language: Language) -> &'static [String] {
    known(language)
        .get_or_init(|| super::CATALOGUE.iter().map(|it| it.words(language)).collect())
}

/// What is put into a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Argument<'a> {
    Text(&'a str),
    Count(usize),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Argument<'_> {
    fn from(count: u32) -> Self {
        Self::Count(usize::try_from(count).unwrap_or(usize::MAX))
    }
}

/// Puts arguments into their places. The first, where it is 1, is the single thing.
pub(super) fn fill(words: &str, arguments: &[Argument<'_>]) -> String {
    let single = matches!(arguments, [Argument::Count(1), ..]);
    let words = match words.split_once(BAR) {
        Some((_, one)) if single => one,
        Some((many, _)) => many,
        None => words,
    };
    let mut parts = words.split('{');
    let mut said = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or((part, ""));
        match place.parse().ok().and_then(|place: usize| arguments.get(place)) {
            Some(Argument::Text(text)) => said.push_str(text),
            Some(Argument::Count(count)) => said.push_str(&count.to_string()),
            None => {}
        }
        said.push_str(rest);
    }
    said
}

/// An entry of the catalogue.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug)]
pub(super) struct Said {
    /// The names of its arguments, as they stand in braces.
    pub(super) arguments: &'static [&'static str],
    /// 简体, 繁體, English.
    pub(super) words: [&'static str; 3],
    /// What English says of a single thing.
    pub(super) one: Option<&'static str>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Said {
    /// In a language, as the file has it.
    fn words(&self, language: Language) -> String {
        let [hans, hant, en] = self.words;
        let (many, one) = match language {
            Language::ChineseSimplified => (hans, None),
            Language::ChineseTraditional => (hant, None),
            Language::English => (en, self.one),
        };
        let mut words = many.to_owned();
        if let Some(one) = one {
            words.push(BAR);
            words.push_str(one);
        }
        for (place, name) in self.arguments.iter().enumerate() {
            words = words.replace(&format!("{{{name}}}"), &format!("{{{place}}}"));
        }
        words
    }
}

/// The content of the file of a language.
#[cfg(not(target_arch = "wasm32"))]
pub fn content(language: Language) -> String {
    let words = of(language).iter().map(String::as_str);
    let all = std::iter::once(HASH).chain(words).map(Json::from);
    Json::List(all.collect()).to_string()
}

#[cfg(test)]
mod tests {
    use super::super::{CATALOGUE, Words};
    use super::*;

    #[test]
    fn a_file_holds_what_is_said_on_the_host() {
        for language in Language::ALL {
            assert_eq!(read(&content(language)).as_deref(), Ok(of(language)));
        }
        assert_eq!(Words(Language::English).left(3), "about 3 questions left");
    }

    #[test]
    fn another_file_is_refused() {
        let check = |json: &str, code: &str| {
            assert_eq!(read(json).unwrap_err().code(), code, "{json}");
        };
        let content = content(Language::English);
        check(content.trim_end_matches(']'), "MB-WORDS-JSON");
        check("<!doctype html>", "MB-WORDS-JSON");
        check("{}", "MB-WORDS-JSON");
        check("[]", "MB-WORDS-VERSION");
        check(&content.replacen(HASH, "0", 1), "MB-WORDS-VERSION");
        check(&content.replacen("Carry on", "Carry\",\"on", 1), "MB-WORDS-VERSION");
    }

    #[test]
    fn each_argument_has_its_place_in_each_language() {
        for said in &CATALOGUE {
            for words in said.words.into_iter().chain(said.one) {
                assert!(!words.contains(BAR), "{words}");
                let mut rest = words.to_owned();
                for argument in said.arguments {
                    let place = format!("{{{argument}}}");
                    // A single thing needs no figure.
                    let spared = Some(words) == said.one;
                    assert!(spared || rest.contains(&place), "{words}");
                    rest = rest.replace(&place, "");
                }
                assert!(!rest.contains(['{', '}']), "{words}");
            }
        }
    }

    #[test]
    fn arguments_stand_where_their_places_are() {
        let check = |words: &str, count: usize, expect: &str| {
            assert_eq!(fill(words, &[count.into(), "x".into()]), expect);
        };
        check("none", 7, "none");
        check("{1} of {0}", 1, "x of 1");
        check("{0}{0}|one {1}", 7, "77");
        check("{0}{0}|one {1}", 1, "one x");
        // No file of the build's own has these.
        check("{2}, {x}, {0", 7, ", , 7");
    }
}
