//! The figure inventory of a document: what each of its articles holds, and where it begins.

use super::fields::{self, Fields};
use super::shape;
use crate::diagnostic::Diagnostics;
use crate::inventory::REWARD_WORDS;
use crate::source::Spanned;
use crate::yaml::{Node, Tree};

/// Where the document itself stands in the file of its text; a portal's page may surround
/// it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Body {
    /// The characters with which it begins; left out: it begins with the file.
    pub(crate) from: Option<Spanned<String>>,
    /// The characters with which it ends, at their last occurrence; left out: it ends with
    /// the file.
    pub(crate) to: Option<Spanned<String>>,
}

/// What one article holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inventory {
    /// Every figure, in order; `None` where nobody has listed them.
    pub(crate) figures: Option<Vec<ListedFigure>>,
    /// Reward words that belong to no award.
    pub(crate) words: Vec<WordAside>,
    /// The characters with which it begins, where no number tells.
    pub(crate) begins: Option<Spanned<String>>,
}

/// One figure of an article.
#[derive(Clone, Debug)]
pub(crate) struct ListedFigure {
    pub(crate) text: Spanned<String>,
    /// No award uses it, and the inventory says why.
    pub(crate) aside: bool,
}

/// A reward word of an article that belongs to no award.
#[derive(Clone, Debug)]
pub(crate) struct WordAside {
    pub(crate) word: Spanned<&'static str>,
    /// How many of its occurrences; at least 1.
    pub(crate) times: u32,
}

/// Reads `body`.
pub(super) fn body(node: &Node, diagnostics: &mut Diagnostics) -> Body {
    let Some(mut fields) = Fields::of(node, &shape::BODY, diagnostics) else {
        return Body::default();
    };
    let mut read = |key| {
        let node = fields.optional(key)?;
        fields::text(node, "characters of the text", diagnostics)
    };
    let body = Body { from: read("from"), to: read("to") };
    fields.finish(diagnostics);
    body
}

/// Reads the keys of an article that speak of its text.
pub(super) fn inventory(
    fields: &mut Fields<'_>,
    diagnostics: &mut Diagnostics,
) -> Inventory {
    let begins = fields
        .optional("begins")
        .and_then(|node| fields::text(node, "characters of the text", diagnostics));
    let figures = fields.optional("figures").map(|node| {
        let members = possibly_empty(node, "`figures`", diagnostics);
        members.iter().filter_map(|member| figure(member, diagnostics)).collect()
    });
    let mut words = Vec::new();
    if let Some(node) = fields.optional("words") {
        for member in fields::list(node, "`words`", diagnostics).unwrap_or_default() {
            words.extend(word(member, diagnostics));
        }
    }
    Inventory { figures, words, begins }
}

fn possibly_empty<'n>(
    node: &'n Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> &'n [Node] {
    match &node.tree {
        Tree::Sequence(members) => members,
        _ => fields::list(node, what, diagnostics).unwrap_or_default(),
    }
}

/// A figure, or `{figure, aside}`.
fn figure(node: &Node, diagnostics: &mut Diagnostics) -> Option<ListedFigure> {
    let Tree::Mapping(_) = node.tree else {
        let text = fields::text(node, "a figure", diagnostics)?;
        return Some(ListedFigure { text, aside: false });
    };
    let mut fields = Fields::of(node, &shape::FIGURE, diagnostics)?;
    let text = fields.required("figure", diagnostics);
    let text = text.and_then(|node| fields::text(node, "a figure", diagnostics));
    if let Some(aside) = fields.required("aside", diagnostics) {
        fields::words(aside, diagnostics);
    }
    fields.finish(diagnostics);
    Some(ListedFigure { text: text?, aside: true })
}

/// `{word, times, aside}`.
fn word(node: &Node, diagnostics: &mut Diagnostics) -> Option<WordAside> {
    let mut fields = Fields::of(node, &shape::WORD_ASIDE, diagnostics)?;
    let word = fields.required("word", diagnostics).and_then(|node| {
        let words = REWARD_WORDS.map(|word| (word, word));
        let word = fields::word(node, "a reward word", &words, diagnostics)?;
        Some(Spanned::new(word, node.span))
    });
    let times =
        fields.optional("times").map(|node| fields::whole(node, "`times`", diagnostics));
    if let Some(aside) = fields.required("aside", diagnostics) {
        fields::words(aside, diagnostics);
    }
    fields.finish(diagnostics);
    Some(WordAside { word: word?, times: times.unwrap_or(Some(1))?.max(1) })
}
