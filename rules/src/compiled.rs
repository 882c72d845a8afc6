//! Compiled packs, wherever they come from: rules to compile, or files that were compiled.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use mingbai_core::{Index, Language, PackError, PackFile, Texts};

use crate::compile::{CompiledPack, compile};
use crate::diagnostic::Diagnostics;
use crate::source::{SourceError, Sources};

/// Reads packs, sorted by jurisdiction, from
///
/// - a folder of rules, which is compiled;
/// - a folder of compiled packs, which holds an `index.json`;
/// - one compiled pack, whose words lie beside it.
///
/// # Errors
///
/// Everything that [`PacksError`] lists.
pub fn read_packs(path: &Path) -> Result<Vec<CompiledPack>, PacksError> {
    if path.is_file() {
        return Ok(vec![one(path)?]);
    }
    let index = path.join("index.json");
    if !index.is_file() {
        let sources = Sources::read(path).map_err(PacksError::Source)?;
        let compilation = compile(&sources);
        if compilation.diagnostics.errors() > 0 {
            let found = Box::new((sources, compilation.diagnostics));
            return Err(PacksError::Rules(found));
        }
        return Ok(compilation.packs);
    }
    let index = file(&index, Index::from_json)?;
    let mut packs = Vec::new();
    for entry in index.packs {
        let rules = file(&beside(path, &entry.pack)?, PackFile::from_json)?;
        let mut texts = Vec::new();
        for language in Language::ALL {
            if let Some(name) = entry.texts.get(&language) {
                texts.push(file(&beside(path, name)?, Texts::from_json)?);
            }
        }
        packs.push(CompiledPack { rules, texts });
    }
    packs.sort_by_key(|pack| pack.rules.jurisdiction);
    Ok(packs)
}

/// A file that an index names, which lies beside it.
fn beside(folder: &Path, name: &str) -> Result<PathBuf, PacksError> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let path = folder.join(name);
    match !name.starts_with('.') && name.chars().all(plain) {
        true => Ok(path),
        false => Err(PacksError::Json(folder.join("index.json"), {
            format!("`{name}` is not the name of a pack")
        })),
    }
}

/// A pack and the words beside it: those of its version, in each language the first.
fn one(path: &Path) -> Result<CompiledPack, PacksError> {
    let rules = file(path, PackFile::from_json)?;
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = parent.unwrap_or(Path::new("."));
    let unreadable = |error| PacksError::Unreadable(folder.to_path_buf(), error);
    let prefix = format!("{}.", rules.jurisdiction);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name();
        names.extend(name.to_str().map(str::to_owned));
    }
    names.sort();
    let mut texts: Vec<Texts> = Vec::new();
    for language in Language::ALL {
        let prefix = format!("{prefix}{}.", language.tag());
        let candidates =
            names.iter().filter(|it| it.starts_with(&prefix) && it.ends_with(".json"));
        for name in candidates {
            let found = file(&folder.join(name), Texts::from_json)?;
            if found.version == rules.version {
                texts.push(found);
                break;
            }
        }
    }
    if texts.is_empty() {
        return Err(PacksError::Words(path.to_path_buf()));
    }
    Ok(CompiledPack { rules, texts })
}

fn file<T>(path: &Path, read: fn(&str) -> Result<T, PackError>) -> Result<T, PacksError> {
    let text = fs::read_to_string(path)
        .map_err(|error| PacksError::Unreadable(path.to_path_buf(), error))?;
    read(&text).map_err(|error| {
        let problem = match error {
            PackError::Json(problem) => problem,
            error => error.to_string(),
        };
        PacksError::Json(path.to_path_buf(), problem)
    })
}

/// Why there are no packs.
#[derive(Debug)]
pub enum PacksError {
    /// The rule files cannot be gathered.
    Source(SourceError),
    /// The rules have errors; with the files that they stand in.
    Rules(Box<(Sources, Diagnostics)>),
    /// A file or folder cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A file is no compiled pack.
    Json(PathBuf, String),
    /// No words of the same version lie beside a pack.
    Words(PathBuf),
}

impl fmt::Display for PacksError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source(error) => error.fmt(f),
            Self::Rules(found) => {
                write!(f, "the rules have errors: {}", found.1.errors())
            }
            Self::Unreadable(path, error) => {
                write!(f, "`{}` cannot be read: {error}", path.display())
            }
            Self::Json(path, problem) => {
                write!(f, "`{}` is no compiled pack: {problem}", path.display())
            }
            Self::Words(path) => write!(
                f,
                "`{}` has no words beside it: expected files such as \
                 `371000.zh-Hans.….json` of the same version",
                path.display()
            ),
        }
    }
}

impl std::error::Error for PacksError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Source(error) => Some(error),
            Self::Unreadable(_, error) => Some(error),
            _ => None,
        }
    }
}
