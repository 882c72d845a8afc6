//! What a first visit to the checker loads, in bytes as a portal would send them.
//!
//! A visit loads the host page, style, scripts, module, the page's words in one language and
//! the index of packs, and then what one jurisdiction needs: its pack and its texts. Each file is compressed
//! by itself with brotli at quality 11, as a portal would keep it beside the original.

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
    /// The most bytes that a first visit may load
    #[arg(long)]
    budget: usize,
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
    let files = first_load(&arguments)?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "== first load, in bytes under brotli 11")?;
    let mut total = 0;
    for file in files {
        let size = brotli(&fs::read(arguments.site.join(&file))?)?.len();
        total += size;
        writeln!(out, "   {size:>8}  {file}")?;
    }
    let budget = arguments.budget;
    writeln!(out, "   {total:>8}  in all, of {budget}")?;
    if total > budget {
        writeln!(out, "first load: {} bytes above the budget", total - budget)?;
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
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
        if counts && !OTHER_WAYS.contains(&name.as_str()) {
            files.push(name);
        }
    }
    files.sort();
    files.push(words_file(&arguments.site, &arguments.language)?);
    let index = "packs/index.json";
    files.push(index.to_owned());
    let listed: Value = serde_json::from_slice(&fs::read(arguments.site.join(index))?)?;
    files.extend(pack_files(&listed, &arguments.jurisdiction, &arguments.language)?);
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

/// The pack of a jurisdiction and its texts in one language, out of the index of packs.
fn pack_files(
    index: &Value,
    jurisdiction: &str,
    language: &str,
) -> Result<[String; 2], Box<dyn Error>> {
    let mut packs = index.get("packs").and_then(Value::as_array).into_iter().flatten();
    let is_wanted = |entry: &&Value| {
        entry.get("jurisdiction").and_then(Value::as_str) == Some(jurisdiction)
    };
    let entry = packs
        .find(is_wanted)
        .ok_or_else(|| format!("no pack of `{jurisdiction}` in packs/index.json"))?;
    let file = |at: &str| {
        let name = entry.pointer(at).and_then(Value::as_str);
        let name = name.ok_or_else(|| format!("no `{at}` of `{jurisdiction}`"))?;
        Ok::<_, Box<dyn Error>>(format!("packs/{name}"))
    };
    Ok([file("/pack")?, file(&format!("/texts/{language}"))?])
}
