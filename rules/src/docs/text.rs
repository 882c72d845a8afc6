//! The page of an award as plain text, for a terminal or a letter.

use std::fmt::Write as _;

use super::award::{AwardPage, Line, Reader};
use super::words::Words;

/// The page of an award.
pub(super) fn award(reader: &Reader<'_>, page: &AwardPage) -> String {
    let words = reader.words;
    let mut out = Text { words, out: String::new() };
    out.line(0, "", &page.title);
    out.line(0, "", &page.summary);
    out.line(0, "", &page.glance);
    out.section(&words.who());
    out.lines(1, &page.who);
    out.section(&words.conditions());
    match page.conditions.as_slice() {
        [] => out.line(1, "", &words.no_conditions()),
        [_] => out.lines(1, &page.conditions),
        several => {
            out.line(1, "", &words.conditions_all());
            out.numbered(several);
        }
    }
    out.section(&words.amount());
    out.lines(1, &page.amount);
    let departments = match page.departments.is_empty() {
        true => words.not_in_charge(),
        false => page.departments.join(&words.comma()),
    };
    out.section(&words.how_often());
    out.line(1, "", &page.how_often);
    out.section(&words.how_chosen());
    out.line(1, "", &page.how_chosen);
    out.section(&words.source());
    out.line(1, "", &page.source);
    out.section(&words.validity());
    for standing in &page.standings {
        out.line(
            1,
            "- ",
            &format!("{}{}{}", standing.name, words.colon(), standing.text),
        );
    }
    out.section(&words.department());
    out.line(1, "", &departments);
    if !page.notes.is_empty() {
        out.section(&words.notes());
        page.notes.iter().for_each(|note| out.line(1, "- ", note));
    }
    if !page.relations.is_empty() {
        out.section(&words.relations());
        for relation in &page.relations {
            let rule =
                relation.rule.iter().map(|rule| format!("{rule}{}", words.colon()));
            let text = rule.chain([relation.text.clone()]).collect::<String>();
            out.line(1, "- ", &text);
            relation.others.iter().for_each(|(_, title)| out.line(2, "- ", title));
        }
    }
    out.section(&words.next_steps());
    page.next.iter().for_each(|step| out.line(1, "- ", step));
    let _ = writeln!(out.out, "\n{}", words.version(&reader.texts.version));
    let _ = writeln!(out.out, "{}", words.limits());
    out.out
}

struct Text {
    words: Words,
    out: String,
}

impl Text {
    fn section(&mut self, heading: &str) {
        // Writing to a string does not fail.
        let _ = writeln!(self.out, "\n{heading}");
    }

    fn line(&mut self, depth: usize, mark: &str, text: &str) {
        if !text.is_empty() {
            let indent = "  ".repeat(depth);
            let _ = writeln!(self.out, "{indent}{mark}{text}");
        }
    }

    fn lines(&mut self, depth: usize, lines: &[Line]) {
        for line in lines {
            self.line(depth, "- ", &self.remarked(line));
            self.lines(depth + 1, &line.lines);
        }
    }

    fn numbered(&mut self, lines: &[Line]) {
        for (index, line) in lines.iter().enumerate() {
            let mark = format!("{}. ", index + 1);
            self.line(1, &mark, &self.remarked(line));
            self.lines(2, &line.lines);
        }
    }

    fn remarked(&self, line: &Line) -> String {
        let (text, remarks, colon) = line.parts(self.words);
        format!("{text}{remarks}{colon}")
    }
}
