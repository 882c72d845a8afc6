//! `mingbai sources`: the figure inventories proved against the official texts.

use std::fmt::Write as _;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use mingbai_rules::inventory::{Coverage, Demand, Proof, Texts, Tracked, prove};
use mingbai_rules::{Format, Sources, render};
use serde_json::{Value as Json, json};

use super::{Failure, Style, print, rules_folder, say, style_of, summary};

#[derive(Debug, Args)]
pub(super) struct SourcesArguments {
    /// The folder of the official texts; left out: MINGBAI_TEXTS, else `../shared/sources`
    /// beside the project
    #[arg(long, value_name = "DIR")]
    texts: Option<PathBuf>,
    /// The folder that holds one folder for each jurisdiction
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
    /// How the result is written
    #[arg(long, value_enum, default_value_t)]
    format: Style,
}

pub(super) fn sources(arguments: &SourcesArguments) -> Result<ExitCode, Failure> {
    let rules = rules_folder(arguments.rules.as_deref())?;
    let sources = Sources::read(&rules).map_err(Failure::usage)?;
    let root = root(&rules);
    let demand = match std::env::var("CI").as_deref() {
        Ok("true" | "1") => Demand::Every,
        _ => Demand::Found,
    };
    let directory = texts_folder(arguments.texts.as_deref(), root.as_deref());
    if !directory.is_dir() {
        let message = format!(
            "no official text was found: `{}` is not there, and no inventory was proved \
             (--texts or MINGBAI_TEXTS names another folder)",
            directory.display()
        );
        if demand == Demand::Every {
            return Err(Failure::failed(message));
        }
        if matches!(arguments.format, Style::Json) {
            let nothing = json!({"texts": false, "documents": [], "diagnostics": []});
            print(&format!("{nothing:#}\n"))?;
        }
        say(&format!("{message}\n"));
        return Ok(ExitCode::SUCCESS);
    }
    let texts = Texts::read(&directory).map_err(Failure::failed)?;
    let tracked = root.as_deref().zip(rules.canonicalize().ok());
    let tracked = tracked.and_then(|(root, rules)| Tracked::read(root, &rules));
    let proof = prove(&sources, &texts, &tracked.clone().unwrap_or_default(), demand);
    show(&proof, arguments.format)?;
    for document in &proof.unread {
        say(&format!("no official text was found of `{document}`: it was not proved\n"));
    }
    let quotations = match &tracked {
        Some(files) => format!("rule files and {} other tracked files", files.len()),
        None => "rule files alone, since git lists no others,".to_owned(),
    };
    say(&format!(
        "proved {} documents; {quotations} searched for quotations: {}\n",
        proof.documents.len(),
        summary(&proof.diagnostics)
    ));
    let wrong = proof.diagnostics.errors() > 0;
    Ok(if wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The project around `rules/packs`.
fn root(rules: &Path) -> Option<PathBuf> {
    let rules = rules.canonicalize().ok()?;
    rules.ancestors().nth(2).map(Path::to_path_buf)
}

fn texts_folder(given: Option<&Path>, root: Option<&Path>) -> PathBuf {
    if let Some(given) = given {
        return given.to_path_buf();
    }
    if let Some(given) = std::env::var_os("MINGBAI_TEXTS").filter(|it| !it.is_empty()) {
        return PathBuf::from(given);
    }
    let usual = Path::new("..").join("shared").join("sources");
    if usual.is_dir() {
        return usual;
    }
    let beside = root.and_then(Path::parent);
    let beside = beside.map(|folder| folder.join("shared").join("sources"));
    beside.filter(|folder| folder.is_dir()).unwrap_or(usual)
}

fn show(proof: &Proof, style: Style) -> Result<(), Failure> {
    let format = style_of(style, io::stdout().is_terminal());
    let diagnostics = render(&proof.diagnostics, &proof.sources, format);
    if format != Format::Json {
        return print(&format!("{diagnostics}{}", table(&proof.documents)));
    }
    let diagnostics: Json =
        serde_json::from_str(&diagnostics).map_err(Failure::failed)?;
    let report = json!({
        "texts": true,
        "documents": proof.documents,
        "unread": proof.unread,
        "diagnostics": diagnostics,
    });
    print(&format!("{report:#}\n"))
}

/// How much of each document is accounted for.
fn table(documents: &[Coverage]) -> String {
    let heads = ["document", "articles", "figures", "listed", "used", "aside", "missing"];
    let more = ["words", "by awards", "aside", "missing"];
    let mut rows: Vec<[usize; 10]> = documents
        .iter()
        .map(|it| {
            let (figures, words) = (&it.figures, &it.words);
            [
                it.articles,
                figures.found,
                figures.listed,
                figures.used,
                figures.set_aside,
                figures.missing,
                words.found,
                words.by_awards,
                words.set_aside,
                words.missing,
            ]
        })
        .collect();
    let mut total = [0; 10];
    for row in &rows {
        total.iter_mut().zip(row).for_each(|(sum, count)| *sum += count);
    }
    rows.push(total);
    let names = documents.iter().map(|it| it.document.as_str()).chain(["all"]);
    let mut text = format!("{:<28}", heads.first().unwrap_or(&""));
    let heads = heads.iter().skip(1).chain(&more);
    heads.for_each(|head| text.push_str(&format!("  {head:>8}")));
    text.push('\n');
    for (name, row) in names.zip(rows) {
        let _ = write!(text, "{name:<28}");
        for (at, count) in row.iter().enumerate() {
            let width = if at == 7 { 9 } else { 8 };
            let _ = write!(text, "  {count:>width$}");
        }
        text.push('\n');
    }
    text
}
