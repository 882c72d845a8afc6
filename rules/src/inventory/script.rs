//! Texts as characters that can be compared: one script, plain signs.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// The characters of a text, each in its simplified and plain form. Their number stays: a
/// place here is the same place in the text.
pub(crate) fn letters(text: &str) -> Vec<char> {
    static SIMPLE: OnceLock<Mutex<BTreeMap<char, char>>> = OnceLock::new();
    let known = SIMPLE.get_or_init(Mutex::default);
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    text.chars()
        .map(|letter| match is_han(letter) {
            true => *known.entry(letter).or_insert_with(|| simplified(letter)),
            false => plain(letter),
        })
        .collect()
}

/// Whether a character is Chinese writing.
pub(super) fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}

/// One character alone: words that are written with others in the two scripts do not
/// matter here, and places must stay.
fn simplified(letter: char) -> char {
    static CONVERTER: OnceLock<Option<OpenCC>> = OnceLock::new();
    // The dictionaries are built into the program: a test shows that they load.
    let converter =
        CONVERTER.get_or_init(|| OpenCC::from_config(BuiltinConfig::T2s).ok());
    let Some(converter) = converter else { return letter };
    let converted = converter.convert(letter.encode_utf8(&mut [0; 4]));
    converted.chars().next().unwrap_or(letter)
}

/// The plain form of a full-width sign, a dash or a space.
fn plain(letter: char) -> char {
    match letter {
        '\u{a0}' | '\u{3000}' | '\t' => ' ',
        '—' | '–' | '－' | '−' | '~' | '～' => '-',
        // The block of full-width forms mirrors ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        assert_eq!(letters(text).into_iter().collect::<String>(), expect);
    }

    #[test]
    fn both_scripts_are_one() {
        check("給予一次性獎勵、擇優資助", "给予一次性奖励、择优资助");
    }

    #[test]
    fn signs_are_plain() {
        check("３—５ 年，１：１，５０％", "3-5 年,1:1,50%");
    }
}
