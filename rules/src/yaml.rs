//! YAML as a tree in which every node knows where it is written.
//!
//! The tree keeps scalars as the author wrote them: nothing is guessed to be a number or a
//! truth value. What a scalar is follows from where it stands.

mod traps;

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span as CharSpan};

use crate::diagnostic::{Code, Diagnostics};
use crate::source::{FileId, Sources, Span};

/// Nothing an officer can read is nested deeper, and readers of the tree may recurse.
const DEEPEST: usize = 48;

/// One node of the tree.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) tree: Tree,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    Scalar(Scalar),
    Sequence(Vec<Node>),
    /// Keys are scalars and differ from each other.
    Mapping(Vec<(Node, Node)>),
}

/// A single value.
#[derive(Clone, Debug)]
pub(crate) struct Scalar {
    pub(crate) text: String,
    /// Written without quotes.
    pub(crate) plain: bool,
    positions: Positions,
}

/// Where each byte of a scalar's text stands in the file.
#[derive(Clone, Debug)]
enum Positions {
    /// The text stands in the file as it is, from this byte on.
    From(usize),
    /// Escapes or line breaks were taken out: the place of each byte of the text.
    Each(Vec<usize>),
}

impl Scalar {
    /// Where the bytes `start..end` of the text are written.
    pub(crate) fn span(&self, whole: Span, start: usize, end: usize) -> Span {
        let (start, end) = match &self.positions {
            Positions::From(first) => (first + start, first + end),
            Positions::Each(each) => {
                let place = |byte: usize| each.get(byte).copied().unwrap_or(whole.end);
                (place(start), place(end))
            }
        };
        let start = start.clamp(whole.start, whole.end);
        Span { start, end: end.clamp(start, whole.end), ..whole }
    }
}

impl Node {
    /// The scalar, where it is one.
    pub(crate) fn scalar(&self) -> Option<&Scalar> {
        match &self.tree {
            Tree::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// Nothing was written, or a plain `~` or `null`.
    pub(crate) fn is_null(&self) -> bool {
        self.scalar().is_some_and(|scalar| {
            scalar.plain && matches!(scalar.text.as_str(), "" | "~" | "null")
        })
    }

    /// What the node is, in a message.
    pub(crate) fn describe(&self) -> String {
        match &self.tree {
            Tree::Scalar(_) if self.is_null() => "nothing".to_owned(),
            Tree::Scalar(scalar) if scalar.text.is_empty() => "an empty text".to_owned(),
            Tree::Scalar(scalar) => format!("`{}`", shorten(&scalar.text)),
            Tree::Sequence(_) => "a list".to_owned(),
            Tree::Mapping(_) => "keys and values".to_owned(),
        }
    }
}

/// At most 40 characters of a text, on one line.
pub(crate) fn shorten(text: &str) -> String {
    let mut line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(40) {
        line.truncate(end);
        line.push('…');
    }
    line
}

/// The tree of a file; `None` for an empty file, or one that is not YAML.
pub(crate) fn read(
    sources: &Sources,
    file: FileId,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let text = sources.text(file);
    let mut builder = Builder {
        text,
        file,
        offsets: text
            .char_indices()
            .map(|(offset, _)| offset)
            .chain([text.len()])
            .collect(),
        open: Vec::new(),
        root: None,
        whole: true,
        diagnostics,
    };
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = builder.offset(error.marker().index());
                traps::explain_scan_error(
                    sources,
                    file,
                    at,
                    error.info(),
                    builder.diagnostics,
                );
                return None;
            }
        };
        if let Event::DocumentStart(_) = event {
            documents += 1;
            if documents > 1 {
                let span = builder.span(span);
                builder
                    .diagnostics
                    .report(Code::Anchors, span, "a second document begins here")
                    .hint("a file holds one document: remove the line `---`");
                break;
            }
        }
        if !builder.take(event, span) {
            return None;
        }
    }
    builder.root.filter(|_| builder.whole)
}

struct Builder<'a> {
    text: &'a str,
    file: FileId,
    /// Byte offset of each character, and of the end.
    offsets: Vec<usize>,
    open: Vec<Open>,
    root: Option<Node>,
    /// Nothing was left out; otherwise its absence would be reported a second time.
    whole: bool,
    diagnostics: &'a mut Diagnostics,
}

/// A collection whose end has not come yet.
struct Open {
    span: Span,
    nodes: Vec<Node>,
    mapping: bool,
}

impl Builder<'_> {
    fn offset(&self, character: usize) -> usize {
        self.offsets.get(character).copied().unwrap_or(self.text.len())
    }

    fn span(&self, span: CharSpan) -> Span {
        let start = self.offset(span.start.index());
        let end = self.offset(span.end.index()).max(start);
        Span { file: self.file, start, end }
    }

    fn refuse(&mut self, span: Span, message: &str) {
        self.whole = false;
        self.diagnostics
            .report(Code::Anchors, span, message)
            .hint("write the value out where it is used");
    }

    /// Takes one event; `false` when the rest of the file cannot be read sensibly.
    fn take(&mut self, event: Event<'_>, at: CharSpan) -> bool {
        let span = self.span(at);
        let (anchor, tag) = match &event {
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(anchor, tag)
            | Event::MappingStart(anchor, tag) => (*anchor, tag.is_some()),
            Event::Alias(_) => (1, false),
            _ => (0, false),
        };
        if anchor > 0 {
            self.refuse(span, "anchors and aliases are not read");
        } else if tag {
            self.refuse(span, "tags are not read");
        }
        match event {
            Event::Scalar(text, style, _, _) => {
                let node = self.scalar(text.into_owned(), style, span);
                self.push(node);
            }
            Event::Alias(_) => {
                let node = self.scalar(String::new(), ScalarStyle::SingleQuoted, span);
                self.push(node);
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if self.open.len() >= DEEPEST {
                    let message = format!("nested more than {DEEPEST} levels deep");
                    self.diagnostics.report(Code::TooDeep, span, message);
                    return false;
                }
                let mapping = matches!(event, Event::MappingStart(..));
                self.open.push(Open { span, nodes: Vec::new(), mapping });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    let node = self.close(open, span);
                    self.push(node);
                }
            }
            _ => {}
        }
        true
    }

    fn push(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(open) => open.nodes.push(node),
            None => self.root = Some(node),
        }
    }

    fn close(&mut self, open: Open, end: Span) -> Node {
        // The end of a block collection is found at the next token; its last node says
        // where it really ends.
        let last = open.nodes.last().map_or(open.span.end, |node| node.span.end);
        let end = if end.end > end.start { end.end } else { last };
        let span = Span { end: end.max(open.span.end), ..open.span };
        if !open.mapping {
            return Node { span, tree: Tree::Sequence(open.nodes) };
        }
        let mut entries: Vec<(Node, Node)> = Vec::new();
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        let mut nodes = open.nodes.into_iter();
        while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
            let Some(scalar) = key.scalar() else {
                let message = format!("expected a key, found {}", key.describe());
                self.diagnostics.report(Code::NotScalar, key.span, message);
                continue;
            };
            if let Some(first) = seen.get(&scalar.text) {
                let message = format!("the key `{}` stands twice", shorten(&scalar.text));
                self.diagnostics
                    .report(Code::DuplicateKey, key.span, message)
                    .label("again here")
                    .related(*first, "first here")
                    .hint("keep one of the two");
                continue;
            }
            seen.insert(scalar.text.clone(), key.span);
            entries.push((key, value));
        }
        Node { span, tree: Tree::Mapping(entries) }
    }

    fn scalar(&self, text: String, style: ScalarStyle, span: Span) -> Node {
        let plain = matches!(style, ScalarStyle::Plain);
        // A value that was left out spans what follows it.
        let span = if plain && text.is_empty() {
            Span { end: span.start, ..span }
        } else {
            let written = self.text.get(span.range()).unwrap_or_default();
            Span { end: span.start + written.trim_end().len(), ..span }
        };
        let positions = positions(self.text, &text, span);
        Node { span, tree: Tree::Scalar(Scalar { text, plain, positions }) }
    }
}

/// Finds each byte of a scalar's text in the file.
fn positions(source: &str, text: &str, span: Span) -> Positions {
    let written = source.get(span.range()).unwrap_or_default();
    let quote = written.starts_with(['"', '\'']).into();
    if written.get(quote..).is_some_and(|rest| rest.starts_with(text)) {
        return Positions::From(span.start + quote);
    }
    // Line breaks were folded or escapes resolved: walk both texts side by side, taking any
    // stretch of white space for any other.
    let mut each = Vec::with_capacity(text.len() + 1);
    let mut rest = written.char_indices().skip(quote).peekable();
    for character in text.chars() {
        while let Some((_, found)) = rest.peek() {
            let same = *found == character;
            if same || (character.is_whitespace() && found.is_whitespace()) {
                break;
            }
            rest.next();
        }
        let offset = rest.peek().map_or(written.len(), |(offset, _)| *offset);
        each.extend(std::iter::repeat_n(span.start + offset, character.len_utf8()));
        if character.is_whitespace() {
            while rest.peek().is_some_and(|(_, found)| found.is_whitespace()) {
                rest.next();
            }
        } else {
            rest.next();
        }
    }
    each.push(rest.peek().map_or(span.end, |(offset, _)| span.start + offset));
    Positions::Each(each)
}
