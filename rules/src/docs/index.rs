//! The awards of a jurisdiction, by document and article.

use std::collections::BTreeMap;

use mingbai_core::{AwardId, DocumentId};

use super::award::{AwardPage, Reader, Standing};
use super::words::article_order;

/// The index of a jurisdiction.
#[derive(Debug)]
pub(super) struct Index {
    /// What this is, and how much of it there is.
    pub(super) lead: String,
    /// How to read the amounts.
    pub(super) amounts: String,
    pub(super) documents: Vec<DocumentEntry>,
}

/// A document that grants something.
#[derive(Debug)]
pub(super) struct DocumentEntry {
    pub(super) title: String,
    pub(super) standings: Vec<Standing>,
    /// In the document's order.
    pub(super) articles: Vec<ArticleEntry>,
}

/// An article that grants something.
#[derive(Debug)]
pub(super) struct ArticleEntry {
    pub(super) name: String,
    /// Sorted by id.
    pub(super) awards: Vec<AwardEntry>,
}

/// An award in a few words.
#[derive(Debug)]
pub(super) struct AwardEntry {
    pub(super) id: AwardId,
    pub(super) title: String,
    pub(super) glance: String,
    pub(super) summary: String,
    /// Where its validity is not that of its document.
    pub(super) standing: Option<String>,
}

/// Puts the index of a pack together; `pages` are those of its awards, in their order.
pub(super) fn index(reader: &Reader<'_>, pages: &[AwardPage]) -> Index {
    let words = reader.words;
    let file = reader.pack.file();
    let mut entries: BTreeMap<&DocumentId, DocumentEntry> = BTreeMap::new();
    let mut awards: Vec<_> = file.awards.iter().zip(pages).collect();
    // Stable, so that the awards of an article stay sorted by id.
    awards.sort_by_cached_key(|(award, _)| article_order(&award.cite.article));
    for (award, page) in awards {
        let document = &award.cite.document;
        let known = reader.pack.document(document);
        let entry = entries.entry(document).or_insert_with(|| DocumentEntry {
            title: words.title(reader.document_title(document)),
            standings: known
                .map(|it| reader.document_standings(it, None))
                .unwrap_or_default(),
            articles: Vec::new(),
        });
        let own = page.standings != entry.standings;
        let names = page.standings.iter().map(|it| it.name.as_str());
        let standing = own.then(|| names.collect::<Vec<_>>().join(&words.stop()));
        let award_entry = AwardEntry {
            id: page.id.clone(),
            title: page.title.clone(),
            glance: page.glance.clone(),
            summary: page.summary.clone(),
            standing,
        };
        let name = words.article(&award.cite.article);
        match entry.articles.last_mut().filter(|article| article.name == name) {
            Some(article) => article.awards.push(award_entry),
            None => {
                entry.articles.push(ArticleEntry { name, awards: vec![award_entry] });
            }
        }
    }
    let space = if words.english() { " " } else { "" };
    let count = words.count(file.awards.len(), entries.len());
    Index {
        lead: format!("{}{space}{count}", words.lead()),
        amounts: words.lead_amounts(),
        documents: entries.into_values().collect(),
    }
}
