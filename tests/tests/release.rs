//! A release is what its manifest says, or is refused; the same site gives the same bytes.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Outcome = Result<(), Box<dyn Error>>;

/// What the small site of these tests holds.
const SITE: [&str; 14] = [
    "catalogue/371000.html",
    "catalogue/index.html",
    "element.js",
    "embed.html",
    "embed.js",
    "index.html",
    "loader.js",
    "mingbai.css",
    "mingbai_web.js",
    "mingbai_web_bg.wasm",
    "mingbai_web_later.wasm",
    "packs/371000.json",
    "packs/index.json",
    "words/en.json",
];

/// A small site with all that a site holds, in a folder of its own.
fn site(folder: &Path) -> Outcome {
    for name in SITE {
        let path = folder.join("site").join(name);
        fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        fs::write(path, name.repeat(20))?;
    }
    Ok(())
}

/// Runs the command, and gives back what it said where it succeeded.
fn release(folder: &Path, out: &str, verify: bool) -> Result<String, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_release"));
    command.args(["--version", "1.2.3", "--out"]).arg(folder.join(out));
    command.arg("--site").arg(folder.join("site"));
    if verify {
        command.arg("--verify");
    }
    let done = command.output().map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    if done.status.success() { Ok(said) } else { Err(said) }
}

/// A folder for one test, empty.
fn folder(name: &str) -> Result<PathBuf, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("release-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The folder inside a release that is named after its content.
fn inside(out: &Path) -> Result<PathBuf, Box<dyn Error>> {
    for entry in fs::read_dir(out)? {
        let path = entry?.path();
        if path.is_dir() {
            return Ok(path);
        }
    }
    Err("no folder in the release".into())
}

#[test]
fn the_same_site_gives_the_same_release() -> Outcome {
    let folder = folder("same")?;
    site(&folder)?;
    release(&folder, "one", false)?;
    release(&folder, "two", false)?;
    let manifest = |out: &str| fs::read_to_string(folder.join(out).join("manifest.json"));
    assert_eq!(manifest("one")?, manifest("two")?);
    let said = release(&folder, "one", true)?;
    // Each file has two compressed beside it.
    assert!(said.contains(&format!("{} files, 0 wrong", SITE.len() * 3)), "{said}");

    fs::write(folder.join("site/element.js"), "changed")?;
    release(&folder, "two", false)?;
    let [one, two] = ["one", "two"].map(|out| inside(&folder.join(out)));
    assert_ne!(one?.file_name(), two?.file_name(), "another content, the same address");
    Ok(())
}

#[test]
fn what_is_not_as_listed_is_refused() -> Outcome {
    for (name, change, said) in CHANGES {
        let folder = folder(name)?;
        site(&folder)?;
        release(&folder, "dist", false)?;
        change(&inside(&folder.join("dist"))?)?;
        let refused = release(&folder, "dist", true).err().ok_or(name)?;
        assert!(refused.contains(said), "{name}: {refused}");
    }
    Ok(())
}

/// Something that goes wrong on the way to a host, and what is said of it.
type Change = (&'static str, fn(&Path) -> std::io::Result<()>, &'static str);

const CHANGES: [Change; 5] = [
    (
        "changed",
        |site| fs::write(site.join("element.js"), "alert(1)"),
        "element.js: not as listed",
    ),
    (
        "gone",
        |site| fs::remove_file(site.join("packs/371000.json.br")),
        "packs/371000.json.br: listed and not there",
    ),
    (
        "added",
        |site| fs::write(site.join("extra.js"), "alert(1)"),
        "extra.js: not as listed",
    ),
    (
        "stale",
        |site| fs::copy(site.join("index.html.gz"), site.join("embed.js.gz")).map(drop),
        "embed.js.gz: holds another",
    ),
    (
        "wordless",
        |site| fs::remove_dir_all(site.join("words")),
        "words/: missing in the release",
    ),
];
