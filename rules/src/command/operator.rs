//! The operator's file: read and checked against the packs that it is to lie beside.

use std::path::Path;

use mingbai_core::Operator;
use mingbai_rules::{CompiledPack, nearest};

use super::Failure;

/// Reads the operator's file.
///
/// # Errors
///
/// It cannot be read, is of another shape, has a window that ends before it begins, or names
/// an award or a place that no pack has; all names at once.
pub(super) fn operator(path: &Path, packs: &[CompiledPack]) -> Result<Operator, Failure> {
    let shown = path.display();
    let failed = |words: String| Failure::failed(format!("`{shown}`: {words}"));
    let text = std::fs::read_to_string(path)
        .map_err(|error| failed(format!("cannot be read: {error}")))?;
    let operator =
        Operator::from_json(&text).map_err(|error| failed(error.to_string()))?;

    let awards = packs.iter().flat_map(|pack| &pack.rules.awards);
    let awards: Vec<&str> = awards.map(|award| award.id.as_str()).collect();
    let places: Vec<String> =
        packs.iter().map(|pack| pack.rules.jurisdiction.to_string()).collect();
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    let mut wrong = Vec::new();
    for (named, known, what) in [
        (&operator.places, &places, "no pack is of the place"),
        (&operator.awards, &awards, "no award has the id"),
    ] {
        for name in named.keys().filter(|name| !known.contains(&name.as_str())) {
            let meant = nearest(name, known.iter().copied());
            let hint = meant
                .map(|meant| format!(": did you mean `{meant}`?"))
                .unwrap_or_default();
            wrong.push(format!("{what} `{name}`{hint}"));
        }
    }
    let reversed = |name| format!("a window of `{name}` ends before it begins");
    wrong.extend(operator.contradictions().map(reversed));
    if wrong.is_empty() { Ok(operator) } else { Err(failed(wrong.join("; "))) }
}
