//! Figure inventories proved against the official texts.
//!
//! An inventory lists every figure of every article of a document. Here the text of the
//! document is cut into its articles (`split`), read for figures (`scan`) and reward
//! words (`wording`), and compared with the inventory (`compare`). The same texts show
//! that no file of the project quotes them (`quote`).

mod compare;
mod coverage;
mod quote;
mod scan;
mod script;
mod split;
mod texts;
mod wording;

pub(crate) use compare::times;
pub use coverage::{Coverage, Proof};
pub(crate) use scan::{Measure, scan};
pub(crate) use script::letters;
pub use texts::{Texts, TextsError, Tracked};
pub(crate) use wording::REWARD_WORDS;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics};
use crate::lint;
use crate::parse::{self, Declarations, DocumentDecl};
use crate::resolve;
use crate::source::Sources;

/// How inventories are proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// Every document must have its text.
    Every,
    /// A document without a text is named, and left unproved.
    Found,
}

/// Proves the inventories in `sources` against `texts`, and that neither the rule files nor
/// the files in `tracked` quote the texts.
///
/// Rules that are not valid prove nothing: what is wrong with them is all that is said.
///
/// # Example
///
/// ```
/// use mingbai_rules::{Sources, inventory::{Demand, Texts, Tracked, prove}};
///
/// let mut sources = Sources::default();
/// let inventory = r#"
/// document:
///   id: measures
///   title: {zh: 若干措施, en: Measures}
///   file: measures.txt
///   articles: {"1": {figures: [20 万元]}}
/// "#;
/// sources.add_folder("371000".parse().unwrap(), &[("measures.yaml", inventory)]);
/// let texts = Texts::from_iter([("measures.txt", "1.给予 30 万元。")]);
/// let proof = prove(&sources, &texts, &Tracked::default(), Demand::Every);
/// let messages: Vec<_> = proof.diagnostics.iter().map(|it| it.message.as_str()).collect();
/// assert!(messages.contains(&"article 1 of `measures` has the figure `30 万元`, which is not listed"));
/// ```
pub fn prove(
    sources: &Sources,
    texts: &Texts,
    tracked: &Tracked,
    demand: Demand,
) -> Proof {
    let mut diagnostics = Diagnostics::default();
    let folders: Vec<Declarations> = sources
        .folders()
        .iter()
        .map(|folder| parse::parse(sources, folder, &mut diagnostics))
        .collect();
    let mut uses = lint::FigureUses::default();
    for index in 0..folders.len() {
        if let Some(resolved) = resolve::resolve(&folders, index, &mut diagnostics) {
            uses.gather(&resolved);
        }
    }
    let mut sources = sources.clone();
    if diagnostics.errors() > 0 {
        diagnostics.sort();
        return Proof { documents: Vec::new(), unread: Vec::new(), diagnostics, sources };
    }
    uses.report(&folders, &mut diagnostics);
    let mut documents = Vec::new();
    let mut unread = Vec::new();
    let mut read: BTreeMap<&str, Vec<char>> = BTreeMap::new();
    for document in folders.iter().flat_map(|folder| &folder.documents) {
        let Some(text) = text_of(document, texts, demand, &mut diagnostics) else {
            unread.push(document.id.value.clone());
            continue;
        };
        let text = letters(text);
        documents.push(compare::document(document, &text, &uses, &mut diagnostics));
        read.insert(&document.id.value, text);
    }
    let titles: Vec<&str> = folders
        .iter()
        .flat_map(|folder| &folder.documents)
        .flat_map(|document| {
            let successors = document.successors.iter().map(|it| it.title.zh.as_str());
            successors.chain([document.title.zh.as_str()])
        })
        .collect();
    for (path, text) in tracked.iter() {
        sources.add_file(path.to_owned(), text.to_owned());
    }
    quote::look(&sources, &read, &titles, &mut diagnostics);
    diagnostics.sort();
    Proof { documents, unread, diagnostics, sources }
}

fn text_of<'t>(
    document: &DocumentDecl,
    texts: &'t Texts,
    demand: Demand,
    diagnostics: &mut Diagnostics,
) -> Option<&'t str> {
    let id = &document.id;
    let found = document.file.as_ref().and_then(|file| texts.get(&file.value));
    if found.is_none() && demand == Demand::Every {
        let (span, message) = match &document.file {
            Some(file) => (file.span, format!("the text `{}` is not there", file.value)),
            None => (id.span, format!("the document `{}` names no text", id.value)),
        };
        diagnostics
            .report(Code::TextNotFound, span, message)
            .hint("put the official text into the folder of the texts: `file: name.txt`");
    }
    found
}
