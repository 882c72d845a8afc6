//! A copy of the built site, with files changed for one test.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::browser::{Folder, root};
use crate::failure::Failure;

/// Hooks that note what a browser complains about; see [`crate::page::Page::complaints`].
const COLLECTOR: &str = include_str!("site/collector.js");

/// The name under which [`COLLECTOR`] is served beside the site's own files.
const COLLECTOR_NAME: &str = "collector.js";

/// The built site, copied so that a test can change it.
///
/// The host page `index.html` is the one that was built, but for one added line: a script
/// of the same origin, the first in the page, that notes complaints. It has to be a file,
/// since the policy of the tests allows no inline script.
#[derive(Debug)]
pub struct Site {
    folder: Folder,
}

impl Site {
    /// Copies the site from `target/site`, or from where `MINGBAI_SITE` points.
    ///
    /// # Errors
    ///
    /// There is no built site, or its host page has no `<head>`.
    pub fn built() -> Result<Self, Failure> {
        let site = env::var_os("MINGBAI_SITE")
            .map_or_else(|| root().join("target/site"), PathBuf::from);
        Self::copy_of(&site)
    }

    /// Copies the site in this folder.
    ///
    /// # Errors
    ///
    /// As [`Site::built`].
    pub fn copy_of(site: &Path) -> Result<Self, Failure> {
        if !site.join("index.html").is_file() {
            let place = site.display();
            let words = format!("no built site in `{place}`; run: make build");
            return Err(Failure::new(words));
        }
        let folder = Folder::new("site")?;
        copy(site, folder.path())?;
        let copied = Self { folder };
        let index = fs::read_to_string(site.join("index.html"))?;
        copied.write_page("index.html", &index)?;
        copied.write(COLLECTOR_NAME, COLLECTOR)?;
        Ok(copied)
    }

    /// Has rules and the words of the page come so many milliseconds later, one after the
    /// other, as on a slow line.
    ///
    /// # Errors
    ///
    /// The host page is not there, or cannot be written.
    pub fn slow_down(&self, milliseconds: u32) -> Result<(), Failure> {
        self.fetch_through(&format!(
            "let last = Promise.resolve();\
             globalThis.fetch = (what, ...rest) => {{\
               if (!/packs|words/.test(what)) return own(what, ...rest);\
               const next = () => new Promise((end) => setTimeout(end, {milliseconds}));\
               last = last.then(next);\
               return Promise.all([own(what, ...rest), last]).then(([answer]) => answer);\
             }};"
        ))
    }

    /// Has the page wait for files until it calls `release()`; `names` is a regular
    /// expression that finds their addresses.
    ///
    /// # Errors
    ///
    /// As [`Site::slow_down`].
    pub fn hold_back(&self, names: &str) -> Result<(), Failure> {
        self.fetch_through(&format!(
            "const free = new Promise((end) => {{ globalThis.release = end; }});\
             globalThis.fetch = (what, ...rest) =>\
               /{names}/.test(what) ? free.then(() => own(what, ...rest)) : own(what, ...rest);"
        ))
    }

    /// Loses each answer for files, as a line that breaks off, until the page calls `mend()`;
    /// `names` as above. How many were lost is in `lost`.
    ///
    /// # Errors
    ///
    /// As [`Site::slow_down`].
    pub fn lose(&self, names: &str) -> Result<(), Failure> {
        self.fetch_through(&format!(
            "let broken = true; globalThis.lost = 0; globalThis.mend = () => {{ broken = false; }};\
             globalThis.fetch = (what, ...rest) => {{\
               if (!broken || !/{names}/.test(what)) return own(what, ...rest);\
               globalThis.lost += 1;\
               return Promise.reject(new TypeError('lost'));\
             }};"
        ))
    }

    /// Lets a script of the host page put something in the place of `fetch`, which it knows
    /// as `own`.
    fn fetch_through(&self, script: &str) -> Result<(), Failure> {
        let index = self.read("index.html")?;
        let name = format!("fetch-{}.js", index.matches("\"fetch-").count());
        self.write(&name, format!("{{ const own = fetch; {script} }}"))?;
        let with_script =
            format!("<script src=\"{name}\"></script><script type=\"module\"");
        self.write(
            "index.html",
            index.replacen("<script type=\"module\"", &with_script, 1),
        )
    }

    /// Where the copy is.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Adds or replaces a file.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<(), Failure> {
        let path = self.folder().join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        Ok(fs::write(path, content)?)
    }

    /// Adds or replaces a host page, in which complaints are noted.
    ///
    /// # Errors
    ///
    /// The page has no `<head>`, or cannot be written.
    pub fn write_page(&self, name: &str, html: &str) -> Result<(), Failure> {
        let Some((before, after)) = html.split_once("<head>") else {
            return Err(Failure::new(format!("`{name}` has no `<head>`")));
        };
        let script = format!("<script src=\"{COLLECTOR_NAME}\"></script>");
        self.write(name, format!("{before}<head>{script}{after}"))
    }

    /// Reads a file as text.
    ///
    /// # Errors
    ///
    /// There is no such file, or it is not UTF-8.
    pub fn read(&self, name: &str) -> Result<String, Failure> {
        fs::read_to_string(self.folder().join(name))
            .map_err(|error| Failure::from(error).during(format!("read `{name}`")))
    }

    /// Takes a file away.
    ///
    /// # Errors
    ///
    /// There is no such file.
    pub fn remove(&self, name: &str) -> Result<(), Failure> {
        fs::remove_file(self.folder().join(name))
            .map_err(|error| Failure::from(error).during(format!("remove `{name}`")))
    }

    /// Names of the files below a folder of the site such as `packs`, sorted.
    ///
    /// # Errors
    ///
    /// There is no such folder.
    pub fn files(&self, folder: &str) -> Result<Vec<String>, Failure> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.folder().join(folder))? {
            let entry = entry?;
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                names.extend(self.files(&name)?);
            } else {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
