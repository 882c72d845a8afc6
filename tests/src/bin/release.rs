//! Lays out a release: the built site in a folder named after its content, each file
//! compressed beside itself, and a manifest of SHA-384 for `integrity` attributes; or
//! proves that a release is what its manifest says.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Parser;
use mingbai_tests::sent::brotli;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha384};

/// Lays out a release, or with `--verify` re-hashes one against its manifest.
#[derive(Debug, Parser)]
#[command(name = "release")]
struct Arguments {
    /// Folder of the release
    #[arg(long, default_value = "target/dist")]
    out: PathBuf,
    /// Folder of the built site
    #[arg(long, default_value = "target/site")]
    site: PathBuf,
    /// The packed npm package
    #[arg(long)]
    package: Option<PathBuf>,
    /// The version, as in Cargo.toml
    #[arg(long, default_value = env!("CARGO_PKG_VERSION"))]
    version: String,
    /// Prove instead that every file is there and as the manifest says, and no other is
    #[arg(long)]
    verify: bool,
}

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What is smaller compressed.
const TEXTS: [&str; 10] =
    ["css", "html", "js", "json", "map", "md", "svg", "ts", "txt", "wasm"];

fn main() -> Outcome<ExitCode> {
    let arguments = Arguments::parse();
    if arguments.verify { verify(&arguments) } else { lay_out(&arguments) }
}

fn lay_out(arguments: &Arguments) -> Outcome<ExitCode> {
    let Arguments { out, site, package, version, .. } = arguments;
    let files = files(site)?;
    let folder = format!("mingbai-{version}-{}", content_hash(site, &files)?);

    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    for name in &files {
        let target = out.join(&folder).join(name);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        let content = fs::read(site.join(name))?;
        fs::write(&target, &content)?;
        if is_text(name) {
            fs::write(with_ending(&target, "br"), brotli(&content)?)?;
            fs::write(with_ending(&target, "gz"), gzip(&["-9", "-n"], &target)?)?;
        }
    }
    if let Some(package) = package {
        let name = package.file_name().ok_or("the package has no name")?;
        fs::copy(package, out.join(name))?;
    }
    write_manifest(out, version, &folder)?;
    say(&format!("== release in {}: {folder}", out.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Twelve digits that stand for the names and contents of a site's files.
fn content_hash(site: &Path, files: &[String]) -> Outcome<String> {
    let mut all = Sha384::new();
    for name in files {
        all.update(name.as_bytes());
        all.update(Sha384::digest(fs::read(site.join(name))?));
    }
    let hash: String = all.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(hash.chars().take(12).collect())
}

fn write_manifest(out: &Path, version: &str, folder: &str) -> Outcome<()> {
    let mut listed = BTreeMap::new();
    for name in files(out)? {
        let content = fs::read(out.join(&name))?;
        let entry = json!({"bytes": content.len(), "integrity": integrity(&content)});
        listed.insert(name, entry);
    }
    let manifest = json!({"version": version, "folder": folder, "files": listed});
    Ok(fs::write(out.join(MANIFEST), serde_json::to_string_pretty(&manifest)? + "\n")?)
}

const MANIFEST: &str = "manifest.json";

fn verify(arguments: &Arguments) -> Outcome<ExitCode> {
    let out = &arguments.out;
    let manifest: Value = serde_json::from_slice(&fs::read(out.join(MANIFEST))?)?;
    let listed = manifest.get("files").and_then(Value::as_object).ok_or("no files")?;
    let mut wrong = Vec::new();
    let mut there = files(out)?;
    there.retain(|name| name != MANIFEST);
    for name in &there {
        let content = fs::read(out.join(name))?;
        let said = listed.get(name).and_then(|it| it.get("integrity")?.as_str());
        if said != Some(integrity(&content).as_str()) {
            wrong.push(format!("{name}: not as listed"));
        }
        let (plain, opened) = match name.rsplit_once('.') {
            Some((plain, "br")) => (plain, unbrotli(&content)?),
            Some((plain, "gz")) => (plain, gzip(&["-d"], &out.join(name))?),
            _ => continue,
        };
        if opened != fs::read(out.join(plain))? {
            wrong.push(format!("{name}: holds another `{plain}`"));
        }
    }
    let absent = listed.keys().filter(|name| !there.contains(name));
    wrong.extend(absent.map(|name| format!("{name}: listed and not there")));
    let folder = manifest.get("folder").and_then(Value::as_str).unwrap_or_default();
    wrong.extend(wrong_in_folder(out, folder, &there)?);
    for line in &wrong {
        say(line)?;
    }
    say(&format!("== release: {} files, {} wrong", there.len(), wrong.len()))?;
    let fine = wrong.is_empty() && !there.is_empty();
    Ok(if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What every site holds; of a folder, any file in it.
const PARTS: [&str; 14] = [
    "index.html",
    "element.js",
    "loader.js",
    "embed.html",
    "embed.js",
    "mingbai.css",
    "mingbai_web.js",
    "mingbai_web_bg.wasm",
    "mingbai_web_later.wasm",
    "packs/index.json",
    "packs/",
    "words/",
    "catalogue/index.html",
    "catalogue/",
];

/// What the folder of the site lacks, and whether its name is that of its content.
fn wrong_in_folder(out: &Path, folder: &str, there: &[String]) -> Outcome<Vec<String>> {
    let inside = there.iter().filter_map(|name| name.strip_prefix(&format!("{folder}/")));
    let site: Vec<String> = inside
        .filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"))
        .map(str::to_owned)
        .collect();
    let has = |part: &str| match part.ends_with('/') {
        true => site
            .iter()
            .any(|name| name.starts_with(part) && !PARTS.contains(&name.as_str())),
        false => site.iter().any(|name| name == part),
    };
    let missing = PARTS.into_iter().filter(|part| !has(part));
    let mut wrong: Vec<String> =
        missing.map(|part| format!("{folder}/{part}: missing in the release")).collect();
    let hash = content_hash(&out.join(folder), &site)?;
    if !folder.ends_with(&format!("-{hash}")) {
        wrong.push(format!("{folder}: named otherwise than its content, {hash}"));
    }
    Ok(wrong)
}

/// Names of all files below a folder, sorted, with `/` between folders.
fn files(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    let mut open = vec![String::new()];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(folder.join(&inner))? {
            let entry = entry?;
            let name = format!("{inner}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                open.push(name + "/");
            } else {
                names.push(name);
            }
        }
    }
    names.sort();
    Ok(names)
}

fn is_text(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|it| it.to_str());
    ending.is_some_and(|ending| TEXTS.contains(&ending))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

fn unbrotli(mut small: &[u8]) -> Outcome<Vec<u8>> {
    let mut content = Vec::new();
    brotli::BrotliDecompress(&mut small, &mut content)?;
    Ok(content)
}

/// What gzip makes of a file; with `-n` without name and time, so that the same content
/// gives the same bytes.
fn gzip(options: &[&str], path: &Path) -> Outcome<Vec<u8>> {
    let made = Command::new("gzip").args(options).arg("-c").arg(path).output()?;
    if made.status.success() { Ok(made.stdout) } else { Err("gzip failed".into()) }
}

fn say(line: &str) -> Outcome<()> {
    Ok(writeln!(std::io::stdout().lock(), "{line}")?)
}
