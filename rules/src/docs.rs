//! The catalogue: each award as a page to read, made from compiled packs and their words
//! alone, so that it says what the checker does.

pub(crate) mod award;
mod html;
mod index;
mod page;
mod text;
pub(crate) mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use mingbai_core::{AwardId, Jurisdiction, Language, Pack, PackError, Texts};

use crate::compile::CompiledPack;
use award::{AwardPage, Reader};
use page::Place;

/// A static catalogue in HTML: files by their path. The same packs give the same bytes.
///
/// Pages are plain HTML with one style sheet; they need neither JavaScript nor WebAssembly
/// and fit under a policy of `default-src 'none'; style-src 'self'; img-src data:`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    files: BTreeMap<String, String>,
}

/// Where the checker stands, seen from the catalogue's own folder: a relative path, a path
/// that begins with `/`, or an address of `https:` or `http:`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The folder above the catalogue.
    pub const ABOVE: &'static str = "../";
}

impl std::str::FromStr for Base {
    type Err = DocsError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let scheme = text.split('/').next().is_some_and(|first| first.contains(':'));
        let web = text.starts_with("https://") || text.starts_with("http://");
        match !scheme || web {
            true => Ok(Self(text.to_owned())),
            false => Err(DocsError::Base(text.to_owned())),
        }
    }
}

impl Catalogue {
    /// Writes the pages of some packs.
    ///
    /// # Errors
    ///
    /// [`DocsError::Pack`] for a pack that the checker would refuse.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_rules::Catalogue;
    ///
    /// let catalogue = Catalogue::new(&[], &"../".parse()?)?;
    /// let names: Vec<&str> = catalogue.files().map(|(name, _)| name).collect();
    /// assert_eq!(names, ["docs.css", "index.html"]);
    /// # Ok::<(), mingbai_rules::DocsError>(())
    /// ```
    pub fn new(packs: &[CompiledPack], base: &Base) -> Result<Self, DocsError> {
        let mut files = BTreeMap::new();
        files.insert("docs.css".to_owned(), include_str!("docs/docs.css").to_owned());
        for compiled in packs {
            let jurisdiction = compiled.rules.jurisdiction;
            let code = jurisdiction.to_string();
            let pack = load(compiled)?;
            let languages: Vec<Language> =
                compiled.texts.iter().map(|texts| texts.language).collect();
            let place =
                Place { base: &base.0, languages: &languages, jurisdiction: &code };
            for texts in &compiled.texts {
                let reader = Reader::new(&pack, texts);
                let folder = format!("{}/{code}", texts.language.tag());
                let pages: Vec<AwardPage> =
                    pack.file().awards.iter().map(|award| reader.award(award)).collect();
                for page in &pages {
                    if !is_plain(page.id.as_str()) {
                        return Err(DocsError::Id(page.id.clone()));
                    }
                    let html = page::award(&reader, page, place);
                    files.insert(format!("{folder}/{}.html", page.id), html);
                }
                let index = index::index(&reader, &pages);
                let html = page::index(&reader, &index, place);
                files.insert(format!("{folder}/index.html"), html);
            }
        }
        let texts: Vec<Vec<&Texts>> =
            packs.iter().map(|pack| pack.texts.iter().collect()).collect();
        let codes: Vec<String> =
            packs.iter().map(|pack| pack.rules.jurisdiction.to_string()).collect();
        files.insert("index.html".to_owned(), page::cities(&texts, &codes, &base.0));
        Ok(Self { files })
    }

    /// Path and content of each file, sorted by path; `/` between folders.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, content)| (name.as_str(), content.as_str()))
    }

    /// Writes the files into a directory, which is made where it is missing. Pages of
    /// awards and cities that are no more are removed.
    ///
    /// # Errors
    ///
    /// [`DocsError::Unwritable`].
    pub fn write(&self, directory: &Path) -> Result<(), DocsError> {
        let unwritable = |path: &Path| {
            let path = path.to_path_buf();
            |error| DocsError::Unwritable(path, error)
        };
        for (name, content) in &self.files {
            let path = directory.join(name);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(unwritable(folder))?;
            }
            if fs::read(&path).is_ok_and(|found| found == content.as_bytes()) {
                continue;
            }
            fs::write(&path, content).map_err(unwritable(&path))?;
        }
        for stale in self.stale(directory) {
            fs::remove_file(&stale).map_err(unwritable(&stale))?;
            if let Some(folder) = stale.parent() {
                // Only an empty folder can be removed so.
                let _ = fs::remove_dir(folder);
            }
        }
        Ok(())
    }

    /// Pages that an earlier catalogue wrote and this one does not: `*.html` in a folder
    /// that only a catalogue has, `zh-Hans/371000`.
    fn stale(&self, directory: &Path) -> BTreeSet<PathBuf> {
        let entries = |folder: &Path| {
            let found = fs::read_dir(folder).into_iter().flatten().flatten();
            found.map(|entry| entry.file_name().to_string_lossy().into_owned())
        };
        let mut stale = BTreeSet::new();
        for language in Language::ALL {
            let tag = language.tag();
            for code in entries(&directory.join(tag)) {
                if code.parse::<Jurisdiction>().is_err() {
                    continue;
                }
                for name in entries(&directory.join(tag).join(&code)) {
                    let known = self.files.contains_key(&format!("{tag}/{code}/{name}"));
                    if name.ends_with(".html") && !known {
                        stale.insert(directory.join(tag).join(&code).join(name));
                    }
                }
            }
        }
        stale
    }
}

/// The page of one award as plain text; `None` where no pack has it, or not in this
/// language.
///
/// # Errors
///
/// [`DocsError::Pack`] for a pack that the checker would refuse.
pub fn award_text(
    packs: &[CompiledPack],
    award: &AwardId,
    language: Language,
) -> Result<Option<String>, DocsError> {
    for compiled in packs {
        let pack = load(compiled)?;
        let texts = compiled.texts.iter().find(|texts| texts.language == language);
        if let (Some(award), Some(texts)) = (pack.award(award), texts) {
            let reader = Reader::new(&pack, texts);
            return Ok(Some(text::award(&reader, &reader.award(award))));
        }
    }
    Ok(None)
}

/// Whether an id can only name a file beside the others; a pack may come from anywhere.
fn is_plain(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    !id.is_empty() && id != "index" && id.chars().all(plain)
}

pub(crate) fn load(compiled: &CompiledPack) -> Result<Pack, DocsError> {
    let refused = |error| DocsError::Pack(compiled.rules.jurisdiction, Box::new(error));
    Pack::load(compiled.rules.clone()).map_err(refused)
}

/// Why no catalogue was written.
#[derive(Debug)]
pub enum DocsError {
    /// A pack that the checker would refuse.
    Pack(Jurisdiction, Box<PackError>),
    /// An award whose id cannot name a page.
    Id(AwardId),
    /// A base that is no path and no web address.
    Base(String),
    /// A file or directory cannot be written.
    Unwritable(PathBuf, io::Error),
}

impl fmt::Display for DocsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pack(jurisdiction, error) => {
                write!(f, "the pack of {jurisdiction}: {error}")
            }
            Self::Id(id) => write!(
                f,
                "the award `{id}` can have no page: expected an id of letters, digits \
                 and `-`"
            ),
            Self::Base(text) => write!(
                f,
                "`{text}` is neither a path nor an address of https: expected one such \
                 as `../`"
            ),
            Self::Unwritable(path, error) => {
                write!(f, "`{}` cannot be written: {error}", path.display())
            }
        }
    }
}

impl std::error::Error for DocsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Pack(_, error) => Some(error),
            Self::Unwritable(_, error) => Some(error),
            Self::Id(_) | Self::Base(_) => None,
        }
    }
}
