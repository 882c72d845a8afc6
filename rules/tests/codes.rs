//! A folder for each code: `bad.yaml`, a whole rule file that earns it, with what is then
//! said (`bad.snap`), and `good.yaml`, the same put right, about which nothing is said.
//!
//! Each file stands beside the sound ones of `codes/base`.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

use std::fs;
use std::path::{Path, PathBuf};

use mingbai_rules::{Code, Diagnostic, Format, Sources, check, render};

/// Codes that no rule file beside sound ones can earn, and where they are shown: `pack`
/// missing from a folder, and the engine's refusal (diagnostics.rs); the proof against
/// official texts (sources.rs).
const ELSEWHERE: [&str; 12] = [
    "E0606", "E0610", "E0911", "E0912", "E0913", "E0914", "E0915", "E0916", "E0917",
    "E0918", "E0919", "E0920",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("codes")
}

/// The rules of `base`, with one more file in the city's folder.
fn beside_sound_ones(path: &Path) -> Sources {
    let read = |path: PathBuf| fs::read_to_string(path).unwrap();
    let base = folder().join("base");
    let facts = read(base.join("100000").join("facts.yaml"));
    let pack = read(base.join("371000").join("pack.yaml"));
    let text = read(path.to_path_buf());
    let mut sources = Sources::default();
    sources.add_folder("100000".parse().unwrap(), &[("facts.yaml", &facts)]);
    let files = [("pack.yaml", pack.as_str()), ("rules.yaml", text.as_str())];
    sources.add_folder("371000".parse().unwrap(), &files);
    sources
}

/// Whether a diagnostic is about the file at hand; facts of `base` may go unused.
fn is_here(diagnostic: &Diagnostic, sources: &Sources) -> bool {
    diagnostic.span.is_some_and(|span| sources.path(span.file) == "rules.yaml")
}

/// The codes that have a folder, sorted.
fn codes() -> Vec<String> {
    let entries = fs::read_dir(folder()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut codes: Vec<String> = names.filter(|name| name != "base").collect();
    codes.sort();
    codes
}

#[test]
fn every_code_has_a_folder() {
    let mut expected: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    expected.retain(|code| !ELSEWHERE.contains(code));
    expected.sort_unstable();
    assert_eq!(codes(), expected);
    assert!(expected.len() >= 30);
}

/// What is said about a file, without the hints that any small example would earn.
fn said(code: &str, file: &str) -> String {
    let sources = beside_sound_ones(&folder().join(code).join(file));
    let found = check(&sources).diagnostics;
    let shown = render(&found, &sources, Format::Plain);
    let noise = |said: &str| {
        let small = ["warning[W0801]", "warning[W0806]"];
        small.iter().any(|start| said.starts_with(start) && !start.contains(code))
    };
    let kept = shown.split("\n\n").filter(|said| said.contains("--> rules.yaml"));
    kept.filter(|said| !noise(said))
        .collect::<Vec<_>>()
        .join("\n\n")
        .trim_end()
        .to_owned()
}

#[test]
fn about_good_files_nothing_is_said() {
    let wrong = codes().into_iter().map(|code| (said(&code, "good.yaml"), code));
    let wrong: Vec<_> = wrong.filter(|(said, _)| !said.is_empty()).collect();
    let shown = wrong.iter().map(|(said, code)| format!("{code}:\n{said}\n"));
    assert!(wrong.is_empty(), "{}", shown.collect::<String>());
}

#[test]
fn bad_files_earn_their_code() {
    let wrong = codes().into_iter().map(|code| (said(&code, "bad.yaml"), code));
    let wrong: Vec<_> =
        wrong.filter(|(said, code)| !said.contains(&format!("[{code}]"))).collect();
    let shown = wrong.iter().map(|(said, code)| format!("{code}:\n{said}\n"));
    assert!(wrong.is_empty(), "{}", shown.collect::<String>());
    for code in codes() {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(folder().join(&code));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("bad", said(&code, "bad.yaml")));
    }
}

/// How many columns a terminal gives to a text: two for each Chinese character or
/// full-width sign.
fn columns(text: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}');
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

#[test]
fn carets_stand_under_what_they_mean() {
    let mut under_chinese = 0;
    for code in codes() {
        let sources = beside_sound_ones(&folder().join(&code).join("bad.yaml"));
        let found = check(&sources).diagnostics;
        let shown = render(&found, &sources, Format::Plain);
        for diagnostic in found.iter().filter(|it| is_here(it, &sources)) {
            let span = diagnostic.span.unwrap();
            let text = sources.text(span.file);
            let (before, meant) = (text.get(..span.start).unwrap(), sources.slice(span));
            // What goes over several lines is drawn at the side, and long lines are cut.
            let line = before.rsplit('\n').next().unwrap();
            let mut related = diagnostic.related.iter();
            let drawn_so = meant.contains(['\n', '\t'])
                || related.any(|(other, _)| sources.slice(*other).contains('\n'))
                || columns(line) > 100;
            if meant.is_empty() || drawn_so {
                continue;
            }
            let number = before.matches('\n').count() + 1;
            let whole = text.lines().nth(number - 1).unwrap();
            let drawn = format!("{number} | {whole}");
            let carets = "^".repeat(columns(meant));
            let expected = format!("{}{carets}", " ".repeat(columns(line)));
            let mut lines = shown.lines();
            let right = std::iter::from_fn(|| {
                lines.find(|line| line.trim_start() == drawn)?;
                lines.clone().next()
            })
            .any(|below| {
                let below = below.split_once("| ").map_or("", |(_, below)| below);
                // Other marks of the same line may stand before and after.
                let column = columns(line);
                let found: String =
                    below.chars().skip(column).take(carets.len()).collect();
                let next = below.chars().nth(column + carets.len());
                let last = column.checked_sub(1).and_then(|at| below.chars().nth(at));
                found == carets && next != Some('^') && last != Some('^')
            });
            assert!(right, "{code}: expected\n{whole}\n{expected}\nin\n{shown}");
            under_chinese += usize::from(columns(whole) > whole.chars().count());
        }
    }
    assert!(under_chinese >= 30, "{under_chinese}");
}
