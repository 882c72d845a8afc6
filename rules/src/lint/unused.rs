//! Facts, parameters and documents that nothing uses.

use std::collections::BTreeSet;

use mingbai_core::{FactId, PackFile};

use crate::diagnostic::{Code, Diagnostics};
use crate::parse::Declarations;
use crate::resolve::Resolved;

/// Reports facts that no pack keeps.
pub(crate) fn facts(
    folders: &[Declarations],
    used: &BTreeSet<FactId>,
    diagnostics: &mut Diagnostics,
) {
    // An award that was refused may be the one that uses it.
    if diagnostics.errors() > 0 {
        return;
    }
    for fact in folders.iter().flat_map(|folder| &folder.facts) {
        if !used.contains(fact.id.value.as_str()) {
            let message = format!("no award uses the fact `{}`", fact.name.value);
            diagnostics
                .report(Code::UnusedFact, fact.id.span, message)
                .hint("remove it, or write the award that turns on it");
        }
    }
}

/// Reports parameters that nothing names.
pub(crate) fn parameters(
    folders: &[Declarations],
    used: &BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) {
    if diagnostics.errors() > 0 {
        return;
    }
    for parameter in folders.iter().flat_map(|folder| &folder.parameters) {
        let name = &parameter.name;
        if !used.contains(&name.value) {
            let message = format!("nothing names the parameter `{}`", name.value);
            diagnostics
                .report(Code::UnusedParameter, name.span, message)
                .hint("remove it, or name it where its figure stands");
        }
    }
}

/// Reports the folder's documents that none of its awards cites.
pub(super) fn documents(
    resolved: &Resolved<'_>,
    rules: &PackFile,
    diagnostics: &mut Diagnostics,
) {
    if diagnostics.errors() > 0 {
        return;
    }
    for document in &resolved.scope.own.documents {
        if !rules.documents.iter().any(|kept| kept.id.as_str() == document.id.value) {
            let message = format!("no award cites the document `{}`", document.id.value);
            diagnostics
                .report(Code::UnusedDocument, document.id.span, message)
                .hint("remove it, or write its awards");
        }
    }
}
