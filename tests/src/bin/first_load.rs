//! What a first visit to the checker loads, in bytes as a portal would send them.
//!
//! A visit loads the host page, style, scripts, the module's first part, the page's words in
//! one language and the index of packs, and then what one jurisdiction needs: its pack and the
//! texts that come first. That is all up to the first question; the module's second part and
//! all texts come while it is read. Each file is compressed by itself with brotli at quality 11, as a portal would keep it
//! beside the original.

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use mingbai_tests::sent::brotli;
use serde_json::Value;

/// Measures what a first visit loads, and fails above a budget.
#[derive(Debug, Parser)]
#[command(name = "first_load")]
struct Arguments {
    /// Folder of the built site
    #[arg(long, default_value = "target/site")]
    site: PathBuf,
    /// The most bytes that a first visit may load up to the first question
    #[arg(long)]
    budget: usize,
    /// The most bytes that it may load with what comes then
    #[arg(long)]
    with_rest: usize,
    /// Whose pack is loaded, by its division code
    #[arg(long)]
    jurisdiction: String,
    /// In which language its texts are loaded
    #[arg(long)]
    language: String,
}

/// Files that the host page does not load: the statement's, the frame's, the integration
/// page's, and the service worker, which comes after the page is shown.
const OTHER_WAYS: [&str; 11] = [
    "accessibility.css",
    "accessibility.html",
    "embed.css",
    "embed.html",
    "embed.js",
    "integrate.css",
    "integrate.html",
    "integrate.js",
    "loader.js",
    "offline.js",
    "sw.js",
];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::parse();
    let mut out = std::io::stdout().lock();
    let mut total = 0;
    let mut fine = true;
    for (what, files, budget) in [
        ("first load", first_load(&arguments)?, arguments.budget),
        ("after the start", rest(&arguments)?, arguments.with_rest),
    ] {
        writeln!(out, "== {what}, in bytes under brotli 11")?;
        for file in files {
            let size = brotli(&fs::read(arguments.site.join(&file))?)?.len();
            total += size;
            writeln!(out, "   {size:>8}  {file}")?;
        }
        writeln!(out, "   {total:>8}  in all, of {budget}")?;
        if total > budget {
            writeln!(out, "{what}: {} bytes above the budget", total - budget)?;
            fine = false;
        }
    }
    Ok(if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The second part of the module; a module that is whole has none.
const REST: &str = "mingbai_web_later.wasm";

/// The files that come after the start, as paths inside the site.
fn rest(arguments: &Arguments) -> Result<Vec<String>, Box<dyn Error>> {
    let module = arguments.site.join(REST).exists().then(|| REST.to_owned());
    let texts = pack_file(arguments, &format!("/texts/{}", arguments.language))?;
    Ok(module.into_iter().chain([texts]).collect())
}

/// The files that a first visit loads, as paths inside the site.
fn first_load(arguments: &Arguments) -> Result<Vec<String>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(&arguments.site)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Types are for programmers.
        let counts = ["html", "css", "js", "wasm"].into_iter().any(|kind| {
            Path::new(&name).extension().is_some_and(|extension| extension == kind)
        });
        if counts && name != REST && !OTHER_WAYS.contains(&name.as_str()) {
            files.push(name);
        }
    }
    files.sort();
    files.push(words_file(&arguments.site, &arguments.language)?);
    files.push(INDEX.to_owned());
    files.push(pack_file(arguments, "/pack")?);
    files.push(pack_file(arguments, &format!("/opening/{}", arguments.language))?);
    Ok(files)
}

/// The page's words in one language, whatever build they are of.
fn words_file(site: &Path, language: &str) -> Result<String, Box<dyn Error>> {
    for entry in fs::read_dir(site.join("words"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.split('.').next() == Some(language) {
            return Ok(format!("words/{name}"));
        }
    }
    Err(format!("no words in `{language}`").into())
}

/// The list of packs.
const INDEX: &str = "packs/index.json";

/// One of the files of the jurisdiction, by where the list of packs names it.
fn pack_file(arguments: &Arguments, at: &str) -> Result<String, Box<dyn Error>> {
    let index: Value = serde_json::from_slice(&fs::read(arguments.site.join(INDEX))?)?;
    let jurisdiction = arguments.jurisdiction.as_str();
    let mut packs = index.get("packs").and_then(Value::as_array).into_iter().flatten();
    let is_wanted = |entry: &&Value| {
        entry.get("jurisdiction").and_then(Value::as_str) == Some(jurisdiction)
    };
    let entry = packs
        .find(is_wanted)
        .ok_or_else(|| format!("no pack of `{jurisdiction}` in {INDEX}"))?;
    let name = entry.pointer(at).and_then(Value::as_str);
    let name = name.ok_or_else(|| format!("no `{at}` of `{jurisdiction}`"))?;
    Ok(format!("packs/{name}"))
}
