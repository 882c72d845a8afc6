//! Packs as files: content-hashed names, and an index that lists them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use mingbai_core::{Index, Language, Listing, Operator, Pack, PackFile, SCHEMA, Table};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::CompiledPack;

/// The name of the file that lists the packs.
const INDEX: &str = "index.json";

/// The files of some packs, by name. The same packs give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    files: BTreeMap<String, String>,
}

/// What an earlier run wrote, as far as it can be read.
#[derive(Deserialize, Default)]
#[serde(default)]
struct EarlierIndex {
    packs: Vec<EarlierEntry>,
    operator: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct EarlierEntry {
    pack: String,
    texts: BTreeMap<String, String>,
    opening: BTreeMap<String, String>,
}

impl Output {
    /// Writes packs out as text.
    ///
    /// # Errors
    ///
    /// [`OutputError::Json`], which no pack is known to cause.
    pub fn new(packs: &[CompiledPack]) -> Result<Self, OutputError> {
        Self::with_operator(packs, None)
    }

    /// As [`Output::new`], with what the operator adds in a file beside them.
    ///
    /// # Errors
    ///
    /// As [`Output::new`].
    pub fn with_operator(
        packs: &[CompiledPack],
        operator: Option<&Operator>,
    ) -> Result<Self, OutputError> {
        let mut files = BTreeMap::new();
        let mut entries = Vec::new();
        for pack in packs {
            let code = pack.rules.jurisdiction.to_string();
            let rules = json(&pack.rules)?;
            let name = format!("{code}.{}.json", hash(&rules, 16));
            files.insert(name.clone(), rules);
            let [mut texts, mut opening, mut names] = [const { Table::new() }; 3];
            let checked = Pack::load(pack.rules.clone()).ok().map(Arc::new);
            for text in &pack.texts {
                let tag = Language::tag(text.language);
                let content = json(text)?;
                let name = format!("{code}.{tag}.{}.json", hash(&content, 16));
                files.insert(name.clone(), content);
                texts.insert(text.language, name);
                names.insert(text.language, text.name.clone());
                // A page refuses a pack that does not load, whatever words it has.
                let Some(checked) = &checked else { continue };
                let content = json(&text.opening(checked))?;
                let name = format!("{code}.opening.{tag}.{}.json", hash(&content, 16));
                files.insert(name.clone(), content);
                opening.insert(text.language, name);
            }
            let jurisdiction = pack.rules.jurisdiction;
            let entry = Listing { jurisdiction, name: names, pack: name, texts, opening };
            entries.push(entry);
        }
        let operator = match operator {
            None => None,
            Some(operator) => {
                let content = json(operator)?;
                let name = format!("operator.{}.json", hash(&content, 16));
                files.insert(name.clone(), content);
                Some(name)
            }
        };
        let index = json(&Index { schema: SCHEMA, packs: entries, operator })?;
        files.insert(INDEX.to_owned(), index);
        Ok(Self { files })
    }

    /// Name and content of each file, sorted by name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, content)| (name.as_str(), content.as_str()))
    }

    /// Writes the files into a directory, which is made where it is missing, the index
    /// last. Packs that an earlier index lists and this one does not are removed.
    ///
    /// # Errors
    ///
    /// [`OutputError::Unwritable`].
    pub fn write(&self, directory: &Path) -> Result<(), OutputError> {
        let unwritable = |path: &Path| {
            let path = path.to_path_buf();
            |error| OutputError::Unwritable(path, error)
        };
        fs::create_dir_all(directory).map_err(unwritable(directory))?;
        let index = directory.join(INDEX);
        let earlier = fs::read_to_string(&index).ok();
        let earlier: EarlierIndex =
            earlier.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let packs = self.files.iter().filter(|(name, _)| *name != INDEX);
        for (name, content) in packs.chain(self.files.get_key_value(INDEX)) {
            let path = directory.join(name);
            // An unchanged file keeps its time, so that whatever is built from it need not
            // be built again.
            if fs::read_to_string(&path).is_ok_and(|found| found == *content) {
                continue;
            }
            fs::write(&path, content).map_err(unwritable(&path))?;
        }
        let listed: BTreeSet<String> = earlier
            .packs
            .into_iter()
            .flat_map(|entry| {
                let texts = entry.texts.into_values().chain(entry.opening.into_values());
                texts.chain([entry.pack])
            })
            .chain(earlier.operator)
            .filter(|name| !self.files.contains_key(name) && is_plain_name(name))
            .collect();
        for name in listed {
            let path = directory.join(name);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(OutputError::Unwritable(path, error));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Whether a name from an index can only mean a pack beside it.
fn is_plain_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    name.ends_with(".json") && !name.starts_with('.') && name.chars().all(plain)
}

/// Why packs were not written.
#[derive(Debug)]
pub enum OutputError {
    /// A pack does not become JSON.
    Json(serde_json::Error),
    /// A file or directory cannot be written.
    Unwritable(PathBuf, io::Error),
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "a pack does not become JSON: {error}"),
            Self::Unwritable(path, error) => {
                write!(f, "`{}` cannot be written: {error}", path.display())
            }
        }
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Json(error) => Some(error),
            Self::Unwritable(_, error) => Some(error),
        }
    }
}

fn json(value: &impl Serialize) -> Result<String, OutputError> {
    serde_json::to_string(value).map_err(OutputError::Json)
}

/// The first hexadecimal digits of a text's SHA-256.
fn hash(text: &str, digits: usize) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let mut hash: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    hash.truncate(digits);
    hash
}

/// The version of some rules: a hash over everything that decides, not over the words.
pub(super) fn version(rules: &PackFile) -> String {
    let rules = serde_json::to_string(rules).unwrap_or_default();
    hash(&rules, 12)
}
