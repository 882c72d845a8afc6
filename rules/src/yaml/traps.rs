//! What YAML's own messages do not say: which trap the author fell into, and the way out.

use crate::diagnostic::{Code, Diagnostics};
use crate::source::{FileId, Sources, Span};

/// Reports why the YAML reader gave up at byte `at`.
pub(super) fn explain_scan_error(
    sources: &Sources,
    file: FileId,
    at: usize,
    info: &str,
    diagnostics: &mut Diagnostics,
) {
    let text = sources.text(file);
    let at = at.min(text.len());
    let here = Line::at(text, file, at);
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    let width = next.filter(|next| *next != '\n').map_or(0, char::len_utf8);
    let span = Span { file, start: at, end: at + width };
    if here.leading_tab().is_some() {
        // Whoever indents one line with tabs does so in the next.
        let mut line = Some(here);
        while let Some(here) = line {
            if let Some(tab) = here.leading_tab() {
                diagnostics
                    .report(
                        Code::Tab,
                        tab,
                        "a tab indents this line, YAML takes spaces only",
                    )
                    .hint("use two spaces for each level")
                    .fix(tab, "  ".repeat(tab.end - tab.start));
            }
            line = here.next(text);
        }
        return;
    }
    // The reader stumbles one line after a key whose colon is full-width.
    let above = here.previous(text);
    for line in [Some(&here), above.as_ref()].into_iter().flatten() {
        if let Some(colon) = line.full_width_colon() {
            diagnostics
                .report(Code::FullWidth, colon, "a full-width `：` does not end a key")
                .hint("write a plain colon and a space")
                .fix(colon, ": ");
            return;
        }
    }
    match next {
        Some('>' | '|') if info.contains("block scalar") => {
            let start = here.text.get(at - here.start..).unwrap_or_default().trim_end();
            let whole = Span { file, start: at, end: at + start.len() };
            diagnostics
                .report(
                    Code::FoldedText,
                    whole,
                    format!("`{start}` begins like YAML's folded text"),
                )
                .label("the fact that is compared is missing on the left")
                .hint(
                    "begin with the fact: `年度发明专利授权数 >= 5`; put a text that begins \
                     with `>` in quotes",
                );
        }
        Some(sign @ ('*' | '&' | '!' | '%' | '@' | '`')) if !info.contains("flow") => {
            diagnostics
                .report(
                    Code::FoldedText,
                    span,
                    format!("`{sign}` at the start of a value has a meaning in YAML"),
                )
                .hint("put the whole value in quotes");
        }
        _ if info.contains("flow mapping") || info.contains("flow sequence") => {
            match here.unquoted_list(at) {
                Some((value, quoted)) => {
                    diagnostics
                        .report(
                            Code::UnquotedList,
                            value,
                            "brackets end a text inside `{ }`: this expression needs quotes",
                        )
                        .hint("put the expression in quotes")
                        .fix(value, quoted);
                }
                None => {
                    diagnostics
                        .report(Code::Yaml, span, "a `{` or `[` is not closed here")
                        .hint(
                            "close it with `}` or `]`, separate its members with plain \
                             commas, and put texts with brackets or commas in quotes",
                        );
                }
            }
        }
        _ if info.contains("mapping values are not allowed") => {
            diagnostics.report(Code::Yaml, span, "a second `: ` in one value").hint(
                "put a text that contains `: ` in quotes; check that the line is not \
                     indented more than the key it belongs to",
            );
        }
        _ if info.contains("quoted scalar, found unexpected end") => {
            diagnostics
                .report(Code::Yaml, span, "this quote is never closed")
                .hint("close the text with the same quote");
        }
        _ if info.contains("trailing content") => {
            diagnostics
                .report(Code::Yaml, span, "text after a closing quote")
                .hint("put the whole value in quotes of the other kind: `'\"a\" = x'`");
        }
        _ if info.contains("did not find expected key") => {
            diagnostics
                .report(Code::Yaml, span, "this line is indented unlike its neighbours")
                .hint("keys of one mapping begin in the same column");
        }
        _ => {
            diagnostics.report(Code::Yaml, span, format!("not YAML: {}", info.trim()));
        }
    }
}

/// One line of a file.
struct Line<'a> {
    text: &'a str,
    file: FileId,
    start: usize,
}

impl<'a> Line<'a> {
    fn at(text: &'a str, file: FileId, at: usize) -> Self {
        let start = text.get(..at).and_then(|before| before.rfind('\n'));
        let start = start.map_or(0, |newline| newline + 1);
        let rest = text.get(start..).unwrap_or_default();
        Self { text: rest.lines().next().unwrap_or_default(), file, start }
    }

    fn previous(&self, text: &'a str) -> Option<Self> {
        Some(Self::at(text, self.file, self.start.checked_sub(1)?))
    }

    fn next(&self, text: &'a str) -> Option<Self> {
        let newline = text.get(self.start..)?.find('\n')?;
        Some(Self::at(text, self.file, self.start + newline + 1))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span { file: self.file, start: self.start + start, end: self.start + end }
    }

    fn leading_tab(&self) -> Option<Span> {
        let indent = self.text.len() - self.text.trim_start().len();
        let tab = self.text.get(..indent)?.find('\t')?;
        let tabs = self.text.get(tab..indent)?.chars().take_while(|c| *c == '\t').count();
        Some(self.span(tab, tab + tabs))
    }

    /// A `：` where the line's key would end.
    fn full_width_colon(&self) -> Option<Span> {
        let colon = self.text.find('：')?;
        let key = self.text.get(..colon)?.trim_start_matches([' ', '-', '{']);
        let key = key.trim_matches(['"', '\'']);
        let plain = !key.is_empty() && !key.contains([' ', ':', '#', '"', '\'']);
        plain.then(|| self.span(colon, colon + '：'.len_utf8()))
    }

    /// The value `a in [b, c]` of a flow mapping around byte `at`, and the same in quotes.
    fn unquoted_list(&self, at: usize) -> Option<(Span, String)> {
        let column = at.checked_sub(self.start)?;
        let before = self.text.get(..column)?;
        let value = before.rfind(": ").map(|colon| colon + 2);
        let start = value.or_else(|| before.rfind(['{', '[', ',']).map(|at| at + 1))?;
        let start =
            start + before.get(start..)?.len() - before.get(start..)?.trim_start().len();
        let close = column + self.text.get(column..)?.find([']', ')'])? + 1;
        let value = self.text.get(start..close)?;
        let list = value.contains(" in ") || value.contains('[') || value.contains('(');
        let clean = !value.contains(['\'', '{', '}']);
        (list && clean).then(|| (self.span(start, close), format!("'{value}'")))
    }
}
