//! Rules that are edited while the page is looked at: compiled anew after each change.
//!
//! What changes lies in a folder that is searched before the site: the packs, the site's
//! first page with a script, and what is wrong with the rules.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use mingbai_rules::{Format, Output, Sources, check, render};
use serde::Serialize;

use super::{Failure, say, summary};

/// How often the files are looked at.
const PACE: Duration = Duration::from_millis(300);

/// The folder that the script and the state stand in.
const OWN: &str = "_rules";

/// The script beside the page.
const SCRIPT: &str = include_str!("live.js");

/// A folder of rules, and the folder that shows them.
#[derive(Debug)]
pub(super) struct Watch {
    rules: PathBuf,
    overlay: PathBuf,
    /// Goes up by one with every state of the rules that compiles.
    version: u64,
    files: Vec<(PathBuf, SystemTime, u64)>,
}

/// What the script asks for.
#[derive(Serialize)]
struct State<'a> {
    version: u64,
    text: &'a str,
}

impl Watch {
    /// Lays the rules of a folder over the first page of a site.
    pub(super) fn new(
        rules: PathBuf,
        overlay: PathBuf,
        site: &[PathBuf],
    ) -> io::Result<Self> {
        let own = overlay.join(OWN);
        fs::create_dir_all(&own)?;
        fs::write(own.join("live.js"), SCRIPT)?;
        let page = site.iter().map(|folder| folder.join("index.html"));
        if let Some(page) = page.into_iter().find(|page| page.is_file()) {
            let script =
                format!("<script type=\"module\" src=\"{OWN}/live.js\"></script>");
            let page = fs::read_to_string(page)?;
            let page = match page.rsplit_once("</body>") {
                Some((before, after)) => format!("{before}{script}\n</body>{after}"),
                None => page + &script,
            };
            fs::write(overlay.join("index.html"), page)?;
        }
        let mut watch = Self { rules, overlay, version: 0, files: Vec::new() };
        watch.look()?;
        Ok(watch)
    }

    /// Compiles the rules where a file has changed; whether one had.
    pub(super) fn look(&mut self) -> io::Result<bool> {
        let mut files = Vec::new();
        gather(&self.rules, &mut files)?;
        files.sort();
        if files == self.files {
            return Ok(false);
        }
        self.files = files;
        let text = match Sources::read(&self.rules) {
            Err(error) => format!("error: {error}"),
            Ok(sources) => {
                let found = check(&sources);
                say(&format!("rules: {}\n", summary(&found.diagnostics)));
                if found.diagnostics.errors() == 0 {
                    let output = Output::new(&found.packs).map_err(io::Error::other)?;
                    output
                        .write(&self.overlay.join("packs"))
                        .map_err(io::Error::other)?;
                    self.version += 1;
                }
                render(&found.diagnostics, &sources, Format::Plain)
            }
        };
        let state = State { version: self.version, text: text.trim_end() };
        let state = serde_json::to_string(&state).map_err(io::Error::other)?;
        fs::write(self.overlay.join(OWN).join("state.json"), state)?;
        Ok(true)
    }

    /// Looks again and again, as long as the program runs.
    pub(super) fn start(mut self) {
        thread::spawn(move || {
            loop {
                thread::sleep(PACE);
                // A file that is being written can be read a moment later.
                if let Err(error) = self.look() {
                    self.files.clear();
                    say(&format!("rules: {error}\n"));
                }
            }
        });
    }
}

/// A folder of our own for what lies over the site.
pub(super) fn overlay() -> Result<PathBuf, Failure> {
    let folder =
        std::env::temp_dir().join(format!("mingbai-serve-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(Failure::failed)?;
    Ok(folder)
}

/// Every file below a folder, with its age and size.
fn gather(folder: &Path, into: &mut Vec<(PathBuf, SystemTime, u64)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        match about.is_dir() {
            true => gather(&entry.path(), into)?,
            false => into.push((entry.path(), about.modified()?, about.len())),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACK: &str =
        "pack: {jurisdiction: \"371000\", name: {zh: 威海市, en: Weihai}}\n";

    #[test]
    fn broken_rules_are_told_and_sound_ones_shown() {
        let id = std::process::id();
        let folder = std::env::temp_dir().join(format!("mingbai-watch-{id}"));
        let (rules, site) = (folder.join("rules"), folder.join("site"));
        fs::create_dir_all(rules.join("371000")).unwrap();
        fs::create_dir_all(&site).unwrap();
        fs::write(site.join("index.html"), "<body><p>明白</p></body>").unwrap();
        let pack = rules.join("371000").join("pack.yaml");
        fs::write(&pack, PACK).unwrap();
        let overlay = folder.join("overlay");
        let mut watch =
            Watch::new(rules, overlay.clone(), std::slice::from_ref(&site)).unwrap();
        let read = |name: &str| fs::read_to_string(overlay.join(name)).unwrap();
        assert_eq!(
            read("index.html"),
            "<body><p>明白</p><script type=\"module\" src=\"_rules/live.js\"></script>\n</body>"
        );
        assert_eq!(read("_rules/state.json"), r#"{"version":1,"text":""}"#);
        assert!(overlay.join("packs/index.json").is_file());
        // Nothing changed.
        assert!(!watch.look().unwrap());

        fs::write(&pack, PACK.replace("pack:", "pack：")).unwrap();
        assert!(watch.look().unwrap());
        let state = read("_rules/state.json");
        assert!(state.starts_with(r#"{"version":1,"text":"error[E0102]"#), "{state}");

        fs::write(&pack, format!("{PACK}# 改好了\n")).unwrap();
        assert!(watch.look().unwrap());
        assert_eq!(read("_rules/state.json"), r#"{"version":2,"text":""}"#);
        fs::remove_dir_all(&folder).unwrap();
    }
}
