//! One document: its text against its inventory.

use std::ops::Range;

use super::coverage::{Coverage, Figures, Words};
use super::letters;
use super::scan::{Figure, Kind, Measure, scan};
use super::split::{Stretch, split};
use super::wording::{REWARD_WORDS, context, places};
use crate::diagnostic::{Code, Diagnostics};
use crate::lint::FigureUses;
use crate::parse::{ArticleDecl, DocumentDecl};
use crate::source::Spanned;

/// Compares the inventory of `document` with `text`, characters of [`letters`].
pub(super) fn document(
    document: &DocumentDecl,
    text: &[char],
    uses: &FigureUses,
    diagnostics: &mut Diagnostics,
) -> Coverage {
    let mut coverage =
        Coverage { document: document.id.value.clone(), ..Coverage::default() };
    let Some(body) = body(document, text, diagnostics) else { return coverage };
    outside(document, text, &body, diagnostics);
    let listed = || document.articles.iter().chain(&document.headings);
    let mut named = Vec::new();
    for article in listed() {
        if let Some(begins) = &article.inventory.begins {
            let mark = letters(&begins.value).into_iter().collect::<String>();
            let inside = text.get(body.clone()).unwrap_or_default();
            match places(inside, &mark).as_slice() {
                [at] => named.push((article.number.value.clone(), body.start + at)),
                found => mark_not_found(begins, found.len(), diagnostics),
            }
        }
    }
    let stretches = split(text, body, named);
    coverage.articles = stretches.len();
    for article in listed() {
        let number = &article.number.value;
        // Where it begins could not be found, which is reported.
        let unplaced = article.inventory.begins.is_some();
        if !unplaced && stretches.iter().all(|it| it.key != *number) {
            let message =
                format!("the text of `{}` has no article `{number}`", document.id.value);
            let keys: Vec<&str> = stretches.iter().map(|it| it.key.as_str()).collect();
            diagnostics
                .report(Code::ArticleNotInText, article.number.span, message)
                .hint(format!("the text has {}", keys.join(", ")));
        }
    }
    for stretch in &stretches {
        let content = text.get(stretch.content..stretch.range.end).unwrap_or_default();
        match listed().find(|it| it.number.value == stretch.key) {
            Some(article) => {
                let mut compared =
                    Compared { document, article, content, uses, diagnostics };
                compared.figures(&mut coverage.figures);
                compared.words(&mut coverage.words);
            }
            None => not_listed(document, stretch, content, &mut coverage, diagnostics),
        }
    }
    coverage
}

/// Where the document itself stands in its text.
fn body(
    document: &DocumentDecl,
    text: &[char],
    diagnostics: &mut Diagnostics,
) -> Option<Range<usize>> {
    let mut find = |mark: &Spanned<String>| {
        let letters: String = letters(&mark.value).into_iter().collect();
        let places = places(text, &letters);
        if places.is_empty() {
            mark_not_found(mark, 0, diagnostics);
        }
        places
    };
    let start = match &document.body.from {
        Some(mark) => *find(mark).first()?,
        None => 0,
    };
    let end = match &document.body.to {
        Some(mark) => find(mark).last()? + mark.value.chars().count(),
        None => text.len(),
    };
    Some(start..end.max(start))
}

fn mark_not_found(mark: &Spanned<String>, count: usize, diagnostics: &mut Diagnostics) {
    let mark_text = &mark.value;
    let message = match count {
        0 => format!("the text does not have the characters `{mark_text}`"),
        count => format!("the text has the characters `{mark_text}` {}", times(count)),
    };
    diagnostics
        .report(Code::MarkNotFound, mark.span, message)
        .hint("copy a few characters that stand there and nowhere else");
}

/// What surrounds the document promises nothing; otherwise `body` is too narrow.
fn outside(
    document: &DocumentDecl,
    text: &[char],
    body: &Range<usize>,
    diagnostics: &mut Diagnostics,
) {
    for around in [0..body.start, body.end..text.len()] {
        let letters = text.get(around).unwrap_or_default();
        let promises = REWARD_WORDS.iter().flat_map(|word| {
            let length = word.chars().count();
            places(letters, word).into_iter().map(move |at| (at, at + length))
        });
        let sums = scan(letters).into_iter().filter(|figure| {
            let measure = Measure::of_text(&figure.text);
            measure.is_some_and(|it| matches!(it.kind, Kind::Money | Kind::Percent))
        });
        let found = promises.chain(sums.map(|it| (it.start, it.end))).min();
        if let Some((start, end)) = found {
            let span = document.body.from.as_ref().or(document.body.to.as_ref());
            let span = span.map_or(document.id.span, |mark| mark.span);
            let message = format!(
                "the text of `{}` promises something outside of its `body`",
                document.id.value
            );
            diagnostics
                .report(Code::OutsideBody, span, message)
                .label(format!("near `{}`", context(letters, start, end)))
                .hint("let `body` hold the whole document");
        }
    }
}

fn not_listed(
    document: &DocumentDecl,
    stretch: &Stretch,
    content: &[char],
    coverage: &mut Coverage,
    diagnostics: &mut Diagnostics,
) {
    let figures = scan(content);
    let count: usize = REWARD_WORDS.iter().map(|word| places(content, word).len()).sum();
    coverage.figures.found += figures.len();
    coverage.figures.missing += figures.len();
    coverage.words.found += count;
    coverage.words.missing += count;
    let figures: Vec<String> = figures.iter().map(Figure::written).collect();
    let message = format!(
        "the text of `{}` has an article `{}`, which is not listed",
        document.id.value, stretch.key
    );
    diagnostics.report(Code::ArticleNotListed, document.id.span, message).hint(format!(
        "add `\"{}\": {{figures: [{}]}}` to `articles`, or to `headings` where nothing can \
         cite it",
        stretch.key,
        figures.join(", ")
    ));
}

struct Compared<'a> {
    document: &'a DocumentDecl,
    article: &'a ArticleDecl,
    content: &'a [char],
    uses: &'a FigureUses,
    diagnostics: &'a mut Diagnostics,
}

impl Compared<'_> {
    fn figures(&mut self, figures: &mut Figures) {
        let found = scan(self.content);
        let listed = self.article.inventory.figures.as_deref().unwrap_or_default();
        let texts: Vec<String> = listed
            .iter()
            .map(|it| {
                let letters = letters(&it.text.value).into_iter();
                letters.filter(|letter| !letter.is_whitespace()).collect()
            })
            .collect();
        let (only_found, only_listed) = differences(&found, &texts);
        let number = &self.article.number;
        let id = &self.document.id.value;
        for figure in &only_found {
            let message = format!(
                "article {} of `{id}` has the figure `{}`, which is not listed",
                number.value,
                figure.written()
            );
            let near = context(self.content, figure.start, figure.end);
            self.diagnostics
                .report(Code::FigureNotListed, number.span, message)
                .label(format!("near `{near}`"))
                .hint(format!(
                    "add it to `figures` in its place: `- {0}` where an award uses it, or \
                     `- {{figure: {0}, aside: {{zh: …, en: …}}}}`",
                    figure.written()
                ));
        }
        for at in &only_listed {
            let Some(figure) = listed.get(*at) else { continue };
            let message = format!(
                "article {} of `{id}` does not have the figure `{}`",
                number.value, figure.text.value
            );
            let count =
                found.iter().filter(|it| texts.get(*at) == Some(&it.text)).count();
            let diagnostic =
                self.diagnostics.report(Code::FigureNotInText, figure.text.span, message);
            match count {
                0 => diagnostic.hint("look it up in the text, or remove it"),
                count => {
                    diagnostic.hint(format!("the text has it {} only", times(count)))
                }
            };
        }
        let used = self.uses.used(id, self.article);
        let idle = listed.iter().zip(&used).filter(|(it, used)| !it.aside && !**used);
        figures.missing += only_found.len() + idle.count();
        figures.found += found.len();
        figures.listed += listed.len();
        figures.used += used.iter().filter(|used| **used).count();
        figures.set_aside += listed.iter().filter(|it| it.aside).count();
    }

    fn words(&mut self, words: &mut Words) {
        let number = &self.article.number;
        let id = &self.document.id.value;
        let cited = self.uses.cites(id, &number.value);
        for word in REWARD_WORDS {
            let places = places(self.content, word);
            let found = places.len();
            words.found += found;
            let mut set_aside = 0;
            for aside in &self.article.inventory.words {
                if aside.word.value == word {
                    set_aside += usize::try_from(aside.times).unwrap_or(usize::MAX);
                    if set_aside > found {
                        let message = format!(
                            "article {} of `{id}` has fewer `{word}` than are set aside: \
                             {found}, not {set_aside}",
                            number.value
                        );
                        self.diagnostics
                            .report(Code::WordNotInText, aside.word.span, message)
                            .hint("set aside as many as the text has");
                    }
                }
            }
            set_aside = set_aside.min(found);
            words.set_aside += set_aside;
            let rest = found - set_aside;
            if cited {
                words.by_awards += rest;
                continue;
            }
            words.missing += rest;
            if let Some(first) = places.get(set_aside) {
                let message = format!(
                    "article {} of `{id}` has the word `{word}` {}, but no award cites it",
                    number.value,
                    times(found)
                );
                let near = context(self.content, *first, first + word.chars().count());
                self.diagnostics
                    .report(Code::WordNotAccounted, number.span, message)
                    .label(format!("near `{near}`"))
                    .hint(format!(
                        "write its award, or set the word aside: `words: [{{word: {word}, \
                         times: {found}, aside: {{zh: …, en: …}}}}]`"
                    ));
            }
        }
    }
}

pub(crate) fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        count => format!("{count} times"),
    }
}

/// The figures that only the text has, and the places of those that only the list has.
fn differences<'f>(
    found: &'f [Figure],
    listed: &[String],
) -> (Vec<&'f Figure>, Vec<usize>) {
    // The longest common sequence tells which of several equal figures is the odd one …
    let same = |row: usize, column: usize| {
        let found = found.get(row).map(|figure| figure.text.as_str());
        found.is_some() && found == listed.get(column).map(String::as_str)
    };
    let width = listed.len() + 1;
    let mut lengths = vec![0_usize; (found.len() + 1) * width];
    let at = |row: usize, column: usize| row * width + column;
    for row in (0..found.len()).rev() {
        for column in (0..listed.len()).rev() {
            let get = |place: usize| lengths.get(place).copied().unwrap_or(0);
            let longest = if same(row, column) {
                get(at(row + 1, column + 1)) + 1
            } else {
                get(at(row + 1, column)).max(get(at(row, column + 1)))
            };
            if let Some(place) = lengths.get_mut(at(row, column)) {
                *place = longest;
            }
        }
    }
    let get = |place: usize| lengths.get(place).copied().unwrap_or(0);
    let (mut row, mut column) = (0, 0);
    let mut only_found = Vec::new();
    let mut only_listed = Vec::new();
    while row < found.len() || column < listed.len() {
        if same(row, column) {
            (row, column) = (row + 1, column + 1);
        } else if column >= listed.len()
            || (row < found.len() && get(at(row + 1, column)) >= get(at(row, column + 1)))
        {
            only_found.extend(found.get(row));
            row += 1;
        } else {
            only_listed.push(column);
            column += 1;
        }
    }
    // … but the order alone is no difference.
    only_found.retain(|figure: &&Figure| {
        let twin =
            only_listed.iter().position(|at| listed.get(*at) == Some(&figure.text));
        twin.map(|twin| only_listed.remove(twin)).is_none()
    });
    (only_found, only_listed)
}
