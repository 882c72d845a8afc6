//! What a proof found, as numbers.

use serde::Serialize;

use crate::diagnostic::Diagnostics;
use crate::source::Sources;

/// What was found out about inventories and texts.
#[derive(Clone, Debug)]
pub struct Proof {
    /// One for each document whose text was read, in the order of the rule files.
    pub documents: Vec<Coverage>,
    /// Ids of the documents without a text.
    pub unread: Vec<String>,
    /// Everything found wrong, in order of file and place.
    pub diagnostics: Diagnostics,
    /// The files that the diagnostics speak of.
    pub sources: Sources,
}

/// How much of a document is accounted for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Coverage {
    /// The document's id.
    pub document: String,
    /// Articles and headings in the text.
    pub articles: usize,
    /// Its figures.
    pub figures: Figures,
    /// Its reward words.
    pub words: Words,
}

/// Figures of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Figures {
    /// In the text.
    pub found: usize,
    /// In the inventory.
    pub listed: usize,
    /// Listed, and used by an award that cites the article.
    pub used: usize,
    /// Listed, and set aside with a reason.
    pub set_aside: usize,
    /// In the text but not listed, and listed but neither used nor set aside.
    pub missing: usize,
}

/// Reward words of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Words {
    /// In the text.
    pub found: usize,
    /// In an article that an award cites, and not set aside.
    pub by_awards: usize,
    /// Set aside with a reason.
    pub set_aside: usize,
    /// Neither.
    pub missing: usize,
}
