//! Reading nodes as what is expected of them, each refusal with its fix.

use mingbai_core::{Date, Decimal, Jurisdiction};

use super::shape::{self, Shape};
use crate::diagnostic::{Code, Diagnostics};
use crate::expression::{self, Expr};
use crate::source::{Span, Spanned};
use crate::yaml::{Node, Tree, shorten};

/// The keys and values of one mapping; keys that nobody asked for are unknown.
pub(super) struct Fields<'n> {
    shape: &'static Shape,
    span: Span,
    entries: Vec<(&'n Node, &'n Node)>,
    taken: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// Reads a node as a mapping.
    pub(super) fn of(
        node: &'n Node,
        shape: &'static Shape,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let Tree::Mapping(entries) = &node.tree else {
            refuse_mapping(node, shape.what, diagnostics);
            return None;
        };
        let entries = entries.iter().map(|(key, value)| (key, value)).collect();
        Some(Self { shape, span: node.span, entries, taken: Vec::new() })
    }

    /// The value of `key`, where it is written. A key that the shape does not list is
    /// never read.
    pub(super) fn optional(&mut self, key: &'static str) -> Option<&'n Node> {
        self.shape.key(key)?;
        #[cfg(test)]
        super::shape::note_read(self.shape.name, key);
        self.taken.push(key);
        let found = self.entries.iter().find(|(found, _)| is(found, key))?;
        Some(found.1)
    }

    /// The value of `key`; its absence is reported.
    pub(super) fn required(
        &mut self,
        key: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Option<&'n Node> {
        let found = self.optional(key);
        if found.is_none() && !self.garbled() {
            // The first key stands for the whole, which may be long.
            let span = self.entries.first().map_or(self.span, |(key, _)| key.span);
            let message = format!("{} has no `{key}`", self.shape.what);
            diagnostics
                .report(Code::MissingKey, span, message)
                .hint(format!("add `{key}: …`"));
        }
        found
    }

    /// Whether a key has swallowed its value, so that others only seem to be missing.
    fn garbled(&self) -> bool {
        self.entries.iter().any(|(key, value)| colon_trap(key, value).is_some())
    }

    /// Whether `key` is written.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(found, _)| is(found, key))
    }

    /// Where the mapping stands.
    pub(super) fn span(&self) -> Span {
        self.span
    }

    /// Reports keys that nobody asked for.
    pub(super) fn finish(self, diagnostics: &mut Diagnostics) {
        for (key, value) in &self.entries {
            let Some(scalar) = key.scalar() else { continue };
            if self.taken.contains(&scalar.text.as_str()) {
                continue;
            }
            if let Some((code, colon)) = colon_trap(key, value) {
                report_colon(code, colon, diagnostics);
                continue;
            }
            let known: Vec<&str> = self.taken.clone();
            let message =
                format!("{} has no key `{}`", self.shape.what, shorten(&scalar.text));
            let diagnostic = diagnostics.report(Code::UnknownKey, key.span, message);
            diagnostic.did_you_mean(&scalar.text, key.span, known.iter().copied());
            if diagnostic.hint.is_none() {
                diagnostic.hint(format!("its keys are {}", listed(&known)));
            }
        }
    }
}

fn is(node: &Node, key: &str) -> bool {
    node.scalar().is_some_and(|scalar| scalar.text == key)
}

/// Names in backticks, separated by commas.
pub(crate) fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The colon that failed to end a key, where a plain text has one.
fn colon_in(node: &Node) -> Option<(Code, Span)> {
    let scalar = node.scalar().filter(|scalar| scalar.plain)?;
    for (sign, code) in [('：', Code::FullWidth), (':', Code::MissingSpace)] {
        if let Some(at) = scalar.text.find(sign) {
            let key = scalar.text.get(..at).unwrap_or_default();
            if !key.is_empty() && !key.contains(' ') {
                return Some((code, scalar.span(node.span, at, at + sign.len_utf8())));
            }
        }
    }
    None
}

/// The same of a key that has swallowed its value.
fn colon_trap(key: &Node, value: &Node) -> Option<(Code, Span)> {
    value.is_null().then(|| colon_in(key)).flatten()
}

fn report_colon(code: Code, colon: Span, diagnostics: &mut Diagnostics) {
    let message = match code {
        Code::FullWidth => "a full-width `：` does not end a key",
        _ => "a colon ends a key only when a space follows",
    };
    diagnostics
        .report(code, colon, message)
        .hint("write a plain colon and a space")
        .fix(colon, ": ");
}

fn refuse_mapping(node: &Node, what: &str, diagnostics: &mut Diagnostics) {
    if let Some((code, colon)) = colon_in(node) {
        return report_colon(code, colon, diagnostics);
    }
    let message =
        format!("expected keys and values for {what}, found {}", node.describe());
    diagnostics
        .report(Code::NotMapping, node.span, message)
        .hint("write lines of `key: value`, or `{key: value}`");
}

/// The entries of a mapping whose keys are the author's.
pub(super) fn entries<'n>(
    node: &'n Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<(&'n Node, &'n Node)> {
    let Tree::Mapping(entries) = &node.tree else {
        refuse_mapping(node, &format!("`{what}`"), diagnostics);
        return Vec::new();
    };
    let mut sound = Vec::new();
    for (key, value) in entries {
        match colon_trap(key, value) {
            Some((code, colon)) => report_colon(code, colon, diagnostics),
            None => sound.push((key, value)),
        }
    }
    sound
}

/// The members of a list.
pub(super) fn list<'n>(
    node: &'n Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'n [Node]> {
    match &node.tree {
        Tree::Sequence(members) if members.is_empty() => {
            let message = format!("{what} is an empty list");
            diagnostics
                .report(Code::EmptyList, node.span, message)
                .hint("give it a member, or leave the key out");
            None
        }
        Tree::Sequence(members) => Some(members),
        _ => {
            let message =
                format!("expected a list for {what}, found {}", node.describe());
            diagnostics
                .report(Code::NotList, node.span, message)
                .hint("write lines that begin with `- `, or `[a, b]`");
            None
        }
    }
}

/// A list, or a single value standing for a list of one.
pub(super) fn one_or_more<'n>(
    node: &'n Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'n [Node]> {
    match &node.tree {
        Tree::Scalar(_) if !node.is_null() => Some(std::slice::from_ref(node)),
        _ => list(node, what, diagnostics),
    }
}

/// A single value that is there.
pub(super) fn scalar<'n>(
    node: &'n Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'n crate::yaml::Scalar> {
    match node.scalar().filter(|_| !node.is_null()) {
        Some(scalar) => Some(scalar),
        None => {
            let message = format!("expected {what}, found {}", node.describe());
            diagnostics.report(Code::NotScalar, node.span, message);
            None
        }
    }
}

/// A text for people, or one of the author's names. Words that other YAML readers take for
/// truth values, and numbers that they take for others, are refused.
pub(super) fn text(
    node: &Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<String>> {
    let scalar = scalar(node, what, diagnostics)?;
    let text = scalar.text.trim();
    if text.is_empty() {
        let message = format!("expected {what}, found an empty text");
        diagnostics.report(Code::NotScalar, node.span, message);
        return None;
    }
    let truth = ["yes", "no", "on", "off", "true", "false", "y", "n", "null"];
    if scalar.plain && truth.contains(&text.to_lowercase().as_str()) {
        let message = format!("a bare `{text}` where {what} is expected");
        diagnostics
            .report(Code::YesNo, node.span, message)
            .hint("put it in quotes: many YAML readers take it for a truth value")
            .fix(node.span, format!("\"{text}\""));
        return None;
    }
    if scalar.plain && leading_zero(text) {
        refuse_leading_zero(text, node.span, true, diagnostics);
        return None;
    }
    Some(Spanned::new(text.to_owned(), node.span))
}

fn leading_zero(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.len() > 1
        && digits.starts_with('0')
        && digits.chars().all(|digit| digit.is_ascii_digit())
}

fn refuse_leading_zero(
    text: &str,
    span: Span,
    may_be_text: bool,
    diagnostics: &mut Diagnostics,
) {
    let plain = text.trim_start_matches('0');
    let plain = if plain.is_empty() { "0" } else { plain };
    let mut hint = format!("write `{plain}`");
    if may_be_text {
        hint.push_str(&format!(", or `\"{text}\"` where the digits are a text"));
    }
    let message = format!("`{text}` has a leading zero");
    let diagnostic = diagnostics.report(Code::LeadingZero, span, message).hint(hint);
    match may_be_text {
        true => diagnostic.suggest(span, plain),
        false => diagnostic.fix(span, plain),
    };
}

/// Words shown to people, in both languages that authors write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) zh: String,
    pub(crate) en: String,
}

/// `{zh: …, en: …}`.
pub(super) fn words(node: &Node, diagnostics: &mut Diagnostics) -> Option<Words> {
    if let Some(scalar) = node.scalar()
        && !node.is_null()
        && colon_in(node).is_none()
    {
        let message = format!("`{}` has no translation", shorten(&scalar.text));
        diagnostics
            .report(Code::MissingTranslation, node.span, message)
            .hint("write it in both languages")
            .suggest(node.span, format!("{{zh: {}, en: …}}", scalar.text));
        return None;
    }
    let mut fields = Fields::of(node, &shape::WORDS, diagnostics)?;
    let words = words_of(&mut fields, diagnostics);
    fields.finish(diagnostics);
    words
}

/// The `zh` and `en` of a mapping that may hold more.
pub(super) fn words_of(
    fields: &mut Fields<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Words> {
    let mut read = |key: &'static str, language: &str| {
        let Some(node) = fields.optional(key) else {
            if !fields.garbled() {
                let span = fields.span();
                let message = format!("the {language} words are missing");
                diagnostics
                    .report(Code::MissingTranslation, span, message)
                    .hint(format!("add `{key}: …`"));
            }
            return None;
        };
        text(node, "a text", diagnostics).map(|text| text.value)
    };
    let zh = read("zh", "Chinese");
    let en = read("en", "English");
    Some(Words { zh: zh?, en: en? })
}

/// How an id is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IdStyle {
    /// `invention_patents_granted_year`
    Snake,
    /// `weihai-innovation`
    Kebab,
    /// `prize-money` or `prize_money`
    Either,
}

/// An id at the machine boundary.
pub(super) fn id(
    node: &Node,
    style: IdStyle,
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<String>> {
    let id = text(node, "an id", diagnostics)?;
    let (joint, example) = match style {
        IdStyle::Snake => ('_', "rd_expense_cny"),
        IdStyle::Kebab | IdStyle::Either => ('-', "weihai-innovation"),
    };
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let sound = id.value.starts_with(|c: char| c.is_ascii_lowercase())
        && id
            .value
            .chars()
            .all(|c| letters(c) || c == joint || (style == IdStyle::Either && c == '_'))
        && !id.value.ends_with(joint);
    if sound {
        return Some(id);
    }
    let message = format!("`{}` is not an id", shorten(&id.value));
    let diagnostic = diagnostics.report(Code::BadId, id.span, message).hint(format!(
        "ids here are lower-case letters and digits, joined by `{joint}`: `{example}`"
    ));
    let other = if joint == '_' { '-' } else { '_' };
    let swapped = id.value.to_lowercase().replace([other, ' '], &joint.to_string());
    let ascii = swapped.chars().all(|c| letters(c) || c == joint);
    if ascii && swapped.starts_with(|c: char| c.is_ascii_lowercase()) {
        diagnostic.fix(id.span, swapped);
    }
    None
}

/// Any reference to an id or a name.
pub(super) fn reference(
    node: &Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<String>> {
    text(node, what, diagnostics)
}

/// One of a few fixed words.
pub(super) fn word<T: Copy>(
    node: &Node,
    what: &str,
    words: &[(&'static str, T)],
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    let scalar = scalar(node, what, diagnostics)?;
    if let Some((_, value)) = words.iter().find(|(word, _)| *word == scalar.text) {
        return Some(*value);
    }
    let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let message =
        format!("expected {what} ({}), found {}", listed(&names), node.describe());
    diagnostics.report(Code::BadWord, node.span, message).did_you_mean(
        &scalar.text,
        node.span,
        names,
    );
    None
}

/// `yes` or `no`.
pub(super) fn boolean(
    node: &Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<bool> {
    let scalar = scalar(node, what, diagnostics)?;
    match scalar.text.as_str() {
        "yes" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => {
            let message =
                format!("expected yes or no for {what}, found {}", node.describe());
            diagnostics.report(Code::BadBoolean, node.span, message);
            None
        }
    }
}

/// A plain number.
pub(super) fn decimal(
    node: &Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Decimal> {
    let scalar = scalar(node, what, diagnostics)?;
    if scalar.plain && leading_zero(&scalar.text) {
        refuse_leading_zero(&scalar.text, node.span, false, diagnostics);
        return None;
    }
    match plain_decimal(&scalar.text) {
        Some(number) => Some(number),
        None => {
            let message =
                format!("expected a number for {what}, found {}", node.describe());
            diagnostics.report(Code::BadNumber, node.span, message);
            None
        }
    }
}

/// Digits with an optional sign and point, exactly.
pub(super) fn plain_decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let sound = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    sound.then(|| Decimal::from_str_exact(text).ok()).flatten()
}

/// A small whole number.
pub(super) fn whole(
    node: &Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<u32> {
    let number = decimal(node, what, diagnostics)?;
    match u32::try_from(number) {
        Ok(whole) if Decimal::from(whole) == number => Some(whole),
        _ => {
            let message = format!("expected a whole number for {what}, found `{number}`");
            diagnostics.report(Code::BadNumber, node.span, message);
            None
        }
    }
}

/// A day, `2022-01-01`.
pub(super) fn date(
    node: &Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Date> {
    let scalar = scalar(node, what, diagnostics)?;
    match scalar.text.parse() {
        Ok(date) if scalar.text.len() == 10 => Some(date),
        _ => {
            let message =
                format!("expected a date for {what}, found {}", node.describe());
            diagnostics
                .report(Code::BadDate, node.span, message)
                .hint("dates are written year-month-day: `2022-01-01`");
            None
        }
    }
}

/// A division's code.
pub(super) fn division(
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<Jurisdiction> {
    let scalar = scalar(node, "a division code", diagnostics)?;
    match scalar.text.parse() {
        Ok(code) => Some(code),
        Err(_) => {
            let message = format!("expected a division code, found {}", node.describe());
            diagnostics
                .report(Code::BadCode, node.span, message)
                .hint("codes are six digits of GB/T 2260, in quotes: `\"371000\"`");
            None
        }
    }
}

/// An expression.
pub(super) fn expression(
    node: &Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Expr> {
    let scalar = scalar(node, what, diagnostics)?;
    expression::parse(scalar, node.span, diagnostics)
}
