//! `document`: what is known of a policy document, article by article.

use mingbai_core::Date;

use super::award;
use super::fields::{self, Fields, IdStyle, Words};
use super::inventory::{self, Body, Inventory};
use super::shape;
use crate::diagnostic::Diagnostics;
use crate::source::Spanned;
use crate::yaml::Node;

/// A document as it is declared.
#[derive(Clone, Debug)]
pub(crate) struct DocumentDecl {
    pub(crate) id: Spanned<String>,
    pub(crate) title: Words,
    /// The file of its text, in the folder of the official texts.
    pub(crate) file: Option<Spanned<String>>,
    pub(crate) body: Body,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) draft: bool,
    pub(crate) successors: Vec<SuccessorDecl>,
    pub(crate) articles: Vec<ArticleDecl>,
    /// What stands above articles; nothing cites it.
    pub(crate) headings: Vec<ArticleDecl>,
}

/// A later document that may replace this one.
#[derive(Clone, Debug)]
pub(crate) struct SuccessorDecl {
    pub(crate) id: Spanned<String>,
    pub(crate) title: Words,
    pub(crate) since: Date,
    pub(crate) awards: Vec<Spanned<String>>,
}

/// One article of a document, or a heading above articles.
#[derive(Clone, Debug)]
pub(crate) struct ArticleDecl {
    pub(crate) number: Spanned<String>,
    pub(crate) departments: Vec<Spanned<String>>,
    pub(crate) inventory: Inventory,
}

/// Reads a document.
pub(super) fn document(
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<DocumentDecl> {
    let mut fields = Fields::of(node, &shape::DOCUMENT, diagnostics)?;
    let id = fields.required("id", diagnostics);
    let id = id.and_then(|node| fields::id(node, IdStyle::Kebab, diagnostics));
    let title = fields.required("title", diagnostics);
    let title = title.and_then(|node| fields::words(node, diagnostics));
    let file = fields
        .optional("file")
        .and_then(|node| fields::text(node, "a file name", diagnostics));
    let body = fields.optional("body").map(|node| inventory::body(node, diagnostics));
    let mut date = |key: &'static str| {
        let node = fields.optional(key)?;
        fields::date(node, &format!("`{key}`"), diagnostics)
    };
    let from = date("from");
    let until = date("until");
    let draft = fields
        .optional("draft")
        .and_then(|node| fields::boolean(node, "`draft`", diagnostics));
    let mut successors = Vec::new();
    if let Some(node) = fields.optional("successors") {
        let members = fields::list(node, "`successors`", diagnostics);
        for member in members.unwrap_or_default() {
            successors.extend(successor(member, diagnostics));
        }
    }
    let mut articles = Vec::new();
    if let Some(node) = fields.required("articles", diagnostics) {
        for (key, value) in fields::entries(node, "articles", diagnostics) {
            articles.extend(article(key, value, diagnostics));
        }
    }
    let mut headings = Vec::new();
    if let Some(node) = fields.optional("headings") {
        for (key, value) in fields::entries(node, "headings", diagnostics) {
            headings.extend(article(key, value, diagnostics));
        }
    }
    fields.finish(diagnostics);
    Some(DocumentDecl {
        id: id?,
        title: title?,
        file,
        body: body.unwrap_or_default(),
        from,
        until,
        draft: draft.unwrap_or(false),
        successors,
        articles,
        headings,
    })
}

fn successor(node: &Node, diagnostics: &mut Diagnostics) -> Option<SuccessorDecl> {
    let mut fields = Fields::of(node, &shape::SUCCESSOR, diagnostics)?;
    let id = fields.required("id", diagnostics);
    let id = id.and_then(|node| fields::id(node, IdStyle::Kebab, diagnostics));
    let title = fields.required("title", diagnostics);
    let title = title.and_then(|node| fields::words(node, diagnostics));
    let since = fields.required("since", diagnostics);
    let since = since.and_then(|node| fields::date(node, "`since`", diagnostics));
    let awards = fields
        .optional("awards")
        .and_then(|node| award::references(node, "awards", diagnostics));
    fields.finish(diagnostics);
    Some(SuccessorDecl {
        id: id?,
        title: title?,
        since: since?,
        awards: awards.unwrap_or_default(),
    })
}

fn article(
    key: &Node,
    value: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<ArticleDecl> {
    let number = fields::text(key, "an article's number", diagnostics)?;
    let mut departments = Vec::new();
    let mut held = Inventory::default();
    // An article without anything to say may be listed by its number alone.
    if !value.is_null() {
        let mut fields = Fields::of(value, &shape::ARTICLE, diagnostics)?;
        if let Some(node) = fields.optional("departments") {
            let read = award::references(node, "departments", diagnostics);
            departments = read.unwrap_or_default();
        }
        held = inventory::inventory(&mut fields, diagnostics);
        fields.finish(diagnostics);
    }
    Some(ArticleDecl { number, departments, inventory: held })
}
