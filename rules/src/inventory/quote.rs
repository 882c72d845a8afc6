//! The project says everything in its own words: no file quotes an official text.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::script::is_han;
use super::{letters, wording};
use crate::diagnostic::{Code, Diagnostics};
use crate::source::{Sources, Span};

/// How many Chinese characters in a row make a quotation. Signs, spaces and digits between
/// them do not count, and do not end it either; other letters do.
const QUOTATION: usize = 24;

/// Looks through every file of `sources` for what also stands in a text. Titles of
/// documents are names and may be written out.
pub(super) fn look(
    sources: &Sources,
    texts: &BTreeMap<&str, Vec<char>>,
    titles: &[&str],
    diagnostics: &mut Diagnostics,
) {
    let titles: Vec<Vec<char>> =
        titles.iter().map(|title| han(&letters(title)).1).collect();
    let written: Vec<Written<'_>> = texts
        .iter()
        .map(|(id, text)| {
            let (places, han) = han(text);
            let names = names(text, &places, &han, &titles);
            Written { id, han, names }
        })
        .collect();
    let mut runs: HashMap<&[char], &str> = HashMap::new();
    for text in &written {
        for (at, run) in text.han.windows(QUOTATION).enumerate() {
            let within =
                |name: &Range<usize>| name.start <= at && at + QUOTATION <= name.end;
            if !run.contains(&END) && !text.names.iter().any(within) {
                runs.entry(run).or_insert(text.id);
            }
        }
    }
    for file in sources.ids() {
        let text = sources.text(file);
        let (places, han) = han(&letters(text));
        let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
        let same = |at: usize| han.get(at..at + QUOTATION).and_then(|run| runs.get(run));
        let mut at = 0;
        while at < han.len() {
            let Some(id) = same(at) else {
                at += 1;
                continue;
            };
            let more = (at + 1..).take_while(|at| same(*at).is_some()).count();
            let length = QUOTATION + more;
            let byte = |place: usize| {
                let place = places.get(place).copied().unwrap_or_default();
                bytes.get(place).copied().unwrap_or(text.len())
            };
            let span = Span { file, start: byte(at), end: byte(at + 1) };
            let message =
                format!("{length} characters in a row stand in the text of `{id}`");
            diagnostics
                .report(Code::TextQuoted, span, message)
                .label("from here on")
                .hint("say it in our own words");
            at += length;
        }
    }
}

/// A text as it is searched for.
struct Written<'t> {
    id: &'t str,
    /// Its Chinese characters.
    han: Vec<char>,
    /// Where they spell titles.
    names: Vec<Range<usize>>,
}

/// Stands where other letters end a run.
const END: char = '\0';

/// The Chinese characters among others, and the place of each; [`END`] for other letters.
fn han(letters: &[char]) -> (Vec<usize>, Vec<char>) {
    let kept = letters.iter().enumerate().filter_map(|(at, letter)| {
        let letter = match letter {
            han if is_han(*han) => *han,
            other if other.is_alphabetic() => END,
            _ => return None,
        };
        Some((at, letter))
    });
    kept.unzip()
}

/// Where `han`, the Chinese characters of `text`, spells titles of documents: those given,
/// and what stands in 《》.
fn names(
    text: &[char],
    places: &[usize],
    han: &[char],
    titles: &[Vec<char>],
) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    for title in titles {
        let title_text: String = title.iter().collect();
        let starts = wording::places(han, &title_text).into_iter();
        names.extend(starts.map(|start| start..start + title.len()));
    }
    let mut open = None;
    for (at, letter) in text.iter().enumerate() {
        match (letter, open) {
            ('《', None) => open = Some(at),
            ('》', Some(start)) => {
                let place = |at: usize| places.partition_point(|place| *place < at);
                names.push(place(start)..place(at));
                open = None;
            }
            _ => {}
        }
    }
    // One title after another is no sentence either.
    names.sort_by_key(|it| it.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for name in names {
        match joined.last_mut() {
            Some(last) if name.start <= last.end => last.end = last.end.max(name.end),
            _ => joined.push(name),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "依据《甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄》办理。\
                        宇宙洪荒日月盈昃,辰宿列张 20 寒来暑往、秋收冬藏闰余成岁。";

    fn check(file: &str, expect: &[(&str, usize)]) {
        let mut sources = Sources::default();
        sources.add_file("x.md".to_owned(), file.to_owned());
        let texts = BTreeMap::from([("poem", letters(TEXT))]);
        let mut diagnostics = Diagnostics::default();
        look(&sources, &texts, &[], &mut diagnostics);
        let found: Vec<(&str, usize)> = diagnostics
            .iter()
            .map(|it| {
                let span = it.span.unwrap();
                (it.message.as_str(), sources.line_and_column(span.file, span.start).0)
            })
            .collect();
        assert_eq!(found, expect, "{file}");
    }

    #[test]
    fn twenty_four_characters_are_a_quotation() {
        let message = "24 characters in a row stand in the text of `poem`";
        check("宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成", &[]);
        check("一\n宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁", &[(message, 2)]);
        // Signs, line breaks and digits do not break it, nor does the other script.
        check(
            "一\n宇宙洪荒，日月盈昃！辰宿列張\n寒來暑往 300 秋收冬藏閏餘成歲",
            &[(message, 2)],
        );
    }

    #[test]
    fn other_letters_end_a_run() {
        check("zh: 宇宙洪荒日月盈昃辰宿, en: x\nzh: 列张寒来暑往秋收冬藏闰余成岁", &[]);
    }

    #[test]
    fn titles_may_be_written_out() {
        check("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄", &[]);
    }
}
