//! Awards of a document that ends, and that do not say so.

use crate::diagnostic::{Code, Diagnostics};
use crate::parse::Words;
use crate::resolve::{Resolved, ResolvedAward};

/// Reports an award whose document has a last day that none of its words names, in either
/// language.
pub(super) fn look(
    award: &ResolvedAward<'_>,
    resolved: &Resolved<'_>,
    diagnostics: &mut Diagnostics,
) {
    let document = &award.award.cite.document;
    let document = resolved.documents.iter().find(|(_, it)| it.id == *document);
    let Some(until) = document.and_then(|(_, document)| document.until) else { return };
    let year = until.year().to_string();
    let decl = award.decl;
    let words: Vec<&Words> =
        decl.notes.iter().chain(&decl.next).chain([&decl.summary]).collect();
    let zh = words.iter().any(|words| words.zh.contains(&year));
    let en = words.iter().any(|words| words.en.contains(&year));
    if !(zh && en) {
        let message =
            format!("the document ends on {until}, and the award does not say so");
        diagnostics.report(Code::SilentExpiry, decl.id.span, message).hint(format!(
            "add to `notes`: `{{zh: 本文件有效期至 {until}。, en: The document is in force \
             until {until}.}}`"
        ));
    }
}
