//! A text cut into its articles.
//!
//! Four kinds of marks begin an article or a heading above articles:
//!
//! | mark | where | key |
//! |---|---|---|
//! | `二、` | at the start of a line | the rest of the line where it is a title of at most 8 characters, else `二` |
//! | `(二)` | at the start of a line | `工作措施-(二)`: below the heading before it |
//! | `14.` | anywhere, since portals run paragraphs together | `14` where the numbers run through the whole text, else `工作措施-(二)-2` |
//! | `二是` | at the start of a line | `保障措施-2` |
//!
//! A mark counts only where its number is the next one, so that `2.85%` begins nothing. What
//! stands before the first mark is `引言`. An article of the inventory may say with which
//! characters it `begins` instead.

use std::ops::Range;

use super::scan::numeral;

/// A stretch of a text: an article or a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) key: String,
    /// All its characters. Stretches follow one another without a gap.
    pub(super) range: Range<usize>,
    /// Its first character after the mark.
    pub(super) content: usize,
}

/// What stands before the first mark.
const OPENING: &str = "引言";
/// The longest title, in characters, that is a key.
const LONGEST_TITLE: usize = 8;

struct Mark {
    at: usize,
    content: usize,
    kind: MarkKind,
}

enum MarkKind {
    Section { number: usize, title: Option<String> },
    Part { number: usize },
    Item { number: usize },
    Ordinal { number: usize },
    Named(String),
}

/// Cuts `body`, a range of `text`, into stretches that cover it. `named` are keys with the
/// place where each begins.
pub(super) fn split(
    text: &[char],
    body: Range<usize>,
    named: Vec<(String, usize)>,
) -> Vec<Stretch> {
    let mut marks = Reader::new(text, body.clone()).marks();
    let named = named.into_iter().filter(|(_, at)| body.contains(at));
    marks.extend(named.map(|(key, at)| Mark {
        at,
        content: at,
        kind: MarkKind::Named(key),
    }));
    marks.sort_by_key(|mark| mark.at);
    let mut begins: Vec<(String, usize, usize)> = Vec::new();
    let first = marks.first().map_or(body.end, |mark| mark.at);
    let opening = text.get(body.start..first).unwrap_or_default();
    if opening.iter().any(|it| !it.is_whitespace()) {
        begins.push((OPENING.to_owned(), body.start, body.start));
    }
    let keys = keys(&marks);
    begins.extend(
        keys.into_iter().zip(&marks).map(|(key, mark)| (key, mark.at, mark.content)),
    );
    // Blank characters before the first mark go to it.
    if let Some(first) = begins.first_mut() {
        first.1 = body.start;
    }
    let ends = begins.iter().skip(1).map(|(_, at, _)| *at).chain([body.end]);
    let ends: Vec<usize> = ends.collect();
    let stretches = begins.into_iter().zip(ends);
    stretches
        .map(|((key, start, content), end)| Stretch { key, range: start..end, content })
        .collect()
}

fn keys(marks: &[Mark]) -> Vec<String> {
    let ones = marks.iter().filter(|it| matches!(it.kind, MarkKind::Item { number: 1 }));
    let runs_on = ones.count() <= 1;
    let (mut section, mut part) = (String::new(), String::new());
    let below = |section: &str, part: &str, own: String| {
        let path = [section, part, &own];
        let path: Vec<&str> = path.into_iter().filter(|it| !it.is_empty()).collect();
        path.join("-")
    };
    let mut keys = Vec::new();
    for mark in marks {
        keys.push(match &mark.kind {
            MarkKind::Section { number, title } => {
                section = title.clone().unwrap_or_else(|| spelt(*number));
                part.clear();
                section.clone()
            }
            MarkKind::Part { number } => {
                part = format!("({})", spelt(*number));
                below(&section, "", part.clone())
            }
            MarkKind::Item { number } if runs_on => number.to_string(),
            MarkKind::Item { number } | MarkKind::Ordinal { number } => {
                below(&section, &part, number.to_string())
            }
            MarkKind::Named(key) => key.clone(),
        });
    }
    keys
}

/// A number up to 99 in Chinese numerals.
fn spelt(number: usize) -> String {
    let digit = |at: usize| "零一二三四五六七八九".chars().nth(at).unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_string(),
        (tens, ones) => {
            let mut text = String::new();
            if tens > 1 {
                text.push(digit(tens));
            }
            text.push('十');
            if ones > 0 {
                text.push(digit(ones));
            }
            text
        }
    }
}

/// Reads marks; a number counts where it is the next one.
struct Reader<'t> {
    text: &'t [char],
    body: Range<usize>,
    section: usize,
    part: usize,
    item: usize,
    ordinal: usize,
    /// A heading has come since the last item, so that numbers may start again.
    fresh: bool,
}

impl<'t> Reader<'t> {
    fn new(text: &'t [char], body: Range<usize>) -> Self {
        Self { text, body, section: 0, part: 0, item: 0, ordinal: 0, fresh: true }
    }

    fn marks(&mut self) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut at = self.body.start;
        while at < self.body.end {
            let line_start = self.starts_line(at);
            let heading = if line_start { self.heading(at) } else { None };
            match heading.or_else(|| self.item(at, line_start)) {
                Some(mark) => {
                    at = mark.content.max(at + 1);
                    marks.push(mark);
                }
                None => at += 1,
            }
        }
        marks
    }

    fn letter(&self, at: usize) -> Option<char> {
        self.text.get(at).copied().filter(|_| at < self.body.end)
    }

    fn starts_line(&self, at: usize) -> bool {
        let before = self.text.get(self.body.start..at).unwrap_or_default();
        let blank = |it: &&char| it.is_whitespace() && **it != '\n';
        before.iter().rev().find(|it| !blank(it)).is_none_or(|it| *it == '\n')
    }

    /// A number in Chinese numerals and the place after it.
    fn number(&self, at: usize) -> Option<(usize, usize)> {
        let rest = self.text.get(at..self.body.end)?;
        let end = rest.iter().position(|it| !"一二三四五六七八九十".contains(*it))?;
        let number = numeral(rest.get(..end)?)?;
        Some((number.try_into().ok()?, at + end))
    }

    fn heading(&mut self, at: usize) -> Option<Mark> {
        if self.letter(at) == Some('(') {
            let (number, end) = self.number(at + 1)?;
            if self.letter(end) != Some(')') || number != self.part + 1 {
                return None;
            }
            self.part = number;
            (self.ordinal, self.fresh) = (0, true);
            return Some(Mark { at, content: end + 1, kind: MarkKind::Part { number } });
        }
        let (number, end) = self.number(at)?;
        match self.letter(end)? {
            '、' if number == self.section + 1 => {
                self.section = number;
                (self.part, self.ordinal, self.fresh) = (0, 0, true);
                let title = self.title(end + 1);
                let kind = MarkKind::Section { number, title };
                Some(Mark { at, content: end + 1, kind })
            }
            '是' if number == self.ordinal + 1 => {
                self.ordinal = number;
                let kind = MarkKind::Ordinal { number };
                Some(Mark { at, content: end + 1, kind })
            }
            _ => None,
        }
    }

    /// The rest of the line, where it is a short title.
    fn title(&self, at: usize) -> Option<String> {
        let rest = self.text.get(at..self.body.end)?;
        let line = rest.split(|it| *it == '\n').next()?;
        let title: String = line.iter().collect();
        let title = title.trim();
        let sound = !title.is_empty()
            && title.chars().all(super::script::is_han)
            && title.chars().count() <= LONGEST_TITLE;
        sound.then(|| title.to_owned())
    }

    fn item(&mut self, at: usize, line_start: bool) -> Option<Mark> {
        let digit = |at| self.letter(at).is_some_and(|it: char| it.is_ascii_digit());
        let before = at.checked_sub(1).and_then(|it| self.letter(it));
        let joined = before.is_some_and(|it| it.is_ascii_alphanumeric() || it == '.');
        if !digit(at) || joined {
            return None;
        }
        let end = (at..self.body.end).find(|at| !digit(*at))?;
        let dot = match self.letter(end)? {
            '.' => !digit(end + 1),
            '、' => line_start,
            _ => false,
        };
        let digits: String = self.text.get(at..end)?.iter().collect();
        let number: usize = digits.parse().ok()?;
        let next = number == self.item + 1 || (number == 1 && self.fresh);
        if !dot || !next {
            return None;
        }
        self.item = number;
        self.fresh = false;
        Some(Mark { at, content: end + 1, kind: MarkKind::Item { number } })
    }
}

#[cfg(test)]
mod tests {
    use super::super::letters;
    use super::*;

    fn check(text: &str, expect: &[(&str, &str)]) {
        let letters = letters(text);
        let stretches = split(&letters, 0..letters.len(), Vec::new());
        let found: Vec<(&str, String)> = stretches
            .iter()
            .map(|it| {
                let content = &letters[it.content..it.range.end];
                (it.key.as_str(), content.iter().collect::<String>().trim().to_owned())
            })
            .collect();
        let found: Vec<(&str, &str)> =
            found.iter().map(|(k, v)| (*k, v.as_str())).collect();
        assert_eq!(found, expect);
        let mut at = 0;
        for stretch in &stretches {
            assert_eq!(stretch.range.start, at, "{}", stretch.key);
            at = stretch.range.end;
        }
        assert_eq!(at, letters.len());
    }

    #[test]
    fn numbers_that_run_on_are_keys_by_themselves() {
        check(
            "前言。\n一、总体要求\n1.甲达到 2.85%。\n二、一个很长的标题,不成为键\n2.乙。(完)3.丙\n4.丁",
            &[
                ("引言", "前言。"),
                ("总体要求", "总体要求"),
                ("1", "甲达到 2.85%。"),
                ("二", "一个很长的标题,不成为键"),
                ("2", "乙。(完)"),
                ("3", "丙"),
                ("4", "丁"),
            ],
        );
    }

    #[test]
    fn numbers_that_start_again_stand_below_their_headings() {
        check(
            "一、工作措施\n(一)甲。\n1.乙\n2.丙(一)\n(二)丁\n1.戊\n二、政策保障\n1.己",
            &[
                ("工作措施", "工作措施"),
                ("工作措施-(一)", "甲。"),
                ("工作措施-(一)-1", "乙"),
                ("工作措施-(一)-2", "丙(一)"),
                ("工作措施-(二)", "丁"),
                ("工作措施-(二)-1", "戊"),
                ("政策保障", "政策保障"),
                ("政策保障-1", "己"),
            ],
        );
    }

    #[test]
    fn ordinals_stand_below_their_heading() {
        check(
            "一、工作任务\n1.甲\n二、保障措施\n  一是乙,一是丙。\n二是丁",
            &[
                ("工作任务", "工作任务"),
                ("1", "甲"),
                ("保障措施", "保障措施"),
                ("保障措施-1", "乙,一是丙。"),
                ("保障措施-2", "丁"),
            ],
        );
    }

    #[test]
    fn a_text_without_marks_is_its_opening() {
        check("没有编号。", &[("引言", "没有编号。")]);
    }
}
