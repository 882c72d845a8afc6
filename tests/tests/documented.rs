//! Every name on the front page of `mingbai-core` shows an example, and so does every method;
//! what is told to operators to write is understood.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::iter_over_hash_type,
    clippy::print_stdout,
    reason = "a test may"
)]

use std::fs;
use std::path::Path;

/// The names that `lib.rs` exports from files of its own, each with its file.
fn exported(lib: &str) -> Vec<(String, String)> {
    let uses = lib.split("pub use ").skip(1);
    let uses = uses.filter_map(|it| it.split(';').next()?.split_once("::"));
    uses.filter(|(file, _)| *file != "rust_decimal")
        .flat_map(|(file, names)| {
            let names = names.trim_matches(['{', '}']).split(',').map(str::trim);
            let names = names.filter(|name| !name.is_empty());
            names.map(|name| (file.to_owned(), name.to_owned())).collect::<Vec<_>>()
        })
        .collect()
}

/// Whether the comment above an item's first line holds code.
fn shows_code(source: &str, name: &str) -> bool {
    let starts = ["struct", "enum", "fn", "const", "trait"];
    let starts = starts.map(|kind| format!("pub {kind} {name}"));
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let names = |line: &&str| {
        let rest = starts.iter().find_map(|start| line.strip_prefix(start.as_str()));
        rest.is_some_and(|rest| !rest.starts_with(|it: char| it.is_alphanumeric()))
    };
    // Ids are made by one macro, which holds the example of all of them.
    let made = format!("{name};");
    let place = lines.iter().position(names).or_else(|| {
        let known = lines.contains(&made.as_str());
        lines.iter().position(|it| known && *it == "pub struct $name(Box<str>);")
    });
    let above = &lines[..place.unwrap_or(0)];
    let above = above.iter().rev().take_while(|it| !it.is_empty() && !it.ends_with('}'));
    above.into_iter().any(|it| *it == "/// ```")
}

#[test]
fn every_name_of_the_engine_shows_an_example() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src");
    let lib = fs::read_to_string(folder.join("lib.rs")).unwrap();
    let exported = exported(&lib);
    assert!(exported.len() > 60, "{exported:?}");
    let bare: Vec<_> = exported
        .iter()
        .filter(|(file, name)| {
            let source = fs::read_to_string(folder.join(file).with_extension("rs"));
            !shows_code(&source.unwrap(), name)
        })
        .collect();
    assert!(bare.is_empty(), "without an example: {bare:?}");
}

/// The methods of a file without code in the comment above them.
fn bare_methods(source: &str) -> Vec<String> {
    let public = source.split("#[cfg(test)]").next().unwrap();
    let lines: Vec<&str> = public.lines().collect();
    let starts =
        |line: &str| line.starts_with("pub fn ") || line.starts_with("pub const fn ");
    let is_method = |line: &str| line.starts_with(' ') && starts(line.trim_start());
    let places = (0..lines.len()).filter(|&place| is_method(lines[place]));
    let bare = places.filter(|&place| {
        let above = lines[..place].iter().rev().map(|line| line.trim());
        let mut above =
            above.take_while(|it| it.starts_with("///") || it.starts_with('#'));
        !above.any(|it| it == "/// ```")
    });
    bare.map(|place| lines[place].trim().to_owned()).collect()
}

#[test]
fn every_method_of_the_engine_shows_an_example() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src");
    let mut folders = vec![folder];
    let (mut files, mut bare) = (0, Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            files += 1;
            let methods = bare_methods(&fs::read_to_string(&path).unwrap());
            bare.extend(
                methods.into_iter().map(|it| format!("{}: {it}", path.display())),
            );
        }
    }
    assert!(files > 30, "{files} files");
    assert!(bare.is_empty(), "without an example: {bare:#?}");
}

/// The operator's file in EMBEDDING.md is one that the page reads, about an award and a
/// place that there are.
#[test]
fn the_example_of_an_operator_s_file_is_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(root.join("web/EMBEDDING.md")).unwrap();
    let lines = text.lines().skip_while(|line| *line != "    {");
    let json: String = lines.take_while(|line| line.starts_with("    ")).collect();
    let operator = mingbai_core::Operator::from_json(&json).unwrap();
    let file = mingbai_tests::real::weihai();
    let (award, _) = operator.awards.first().unwrap();
    assert!(file.awards.iter().any(|it| it.id.as_str() == award.as_str()), "{award}");
    let applying = operator.application(&award.as_str().into(), file.jurisdiction);
    assert!(applying.apply.is_some() && applying.contact.is_some());
    assert_eq!(applying.windows.len(), 1);
    assert_eq!(operator.contradictions().count(), 0);
}
