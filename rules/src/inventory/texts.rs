//! The official texts, and the files that must not quote them.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Official texts by the names of their files.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    files: BTreeMap<String, String>,
}

impl Texts {
    /// Reads every `*.txt` file in `directory`.
    ///
    /// # Errors
    ///
    /// The directory or a file cannot be read, or a file is not UTF-8.
    pub fn read(directory: &Path) -> Result<Self, TextsError> {
        let unreadable = |error| TextsError::Unreadable(directory.to_path_buf(), error);
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(directory).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let name = path.file_name().and_then(|name| name.to_str());
            let Some(name) = name.filter(|name| name.ends_with(".txt")) else { continue };
            let bytes = fs::read(&path)
                .map_err(|error| TextsError::Unreadable(path.clone(), error))?;
            let text = String::from_utf8(bytes)
                .map_err(|_| TextsError::Encoding(path.clone()))?;
            files.insert(name.to_owned(), text);
        }
        Ok(Self { files })
    }

    /// The text of a file.
    pub fn get(&self, file: &str) -> Option<&str> {
        let text = self.files.get(file)?;
        Some(text.strip_prefix('\u{feff}').unwrap_or(text))
    }
}

impl<N: Into<String>, T: Into<String>> FromIterator<(N, T)> for Texts {
    fn from_iter<I: IntoIterator<Item = (N, T)>>(files: I) -> Self {
        let files = files.into_iter().map(|(name, text)| (name.into(), text.into()));
        Self { files: files.collect() }
    }
}

/// The official texts cannot be read.
#[derive(Debug)]
pub enum TextsError {
    /// A directory or file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A file is not UTF-8.
    Encoding(PathBuf),
}

impl fmt::Display for TextsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => {
                write!(f, "`{}` cannot be read: {error}", path.display())
            }
            Self::Encoding(path) => write!(f, "`{}` is not UTF-8 text", path.display()),
        }
    }
}

impl std::error::Error for TextsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable(_, error) => Some(error),
            Self::Encoding(_) => None,
        }
    }
}

/// Files of the project beside the rule files, by path.
#[derive(Clone, Debug, Default)]
pub struct Tracked {
    files: Vec<(String, String)>,
}

impl Tracked {
    /// The text files below `root` that git tracks, without the rule files in `rules`; `None`
    /// where git or its repository is not there.
    pub fn read(root: &Path, rules: &Path) -> Option<Self> {
        let listed = Command::new("git")
            .arg("-C")
            .arg(root)
            .args(["ls-files", "-z"])
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        let names = String::from_utf8(listed.stdout).ok()?;
        let mut files = Vec::new();
        for name in names.split('\0').filter(|name| !name.is_empty()) {
            let path = root.join(name);
            let rule_file = path.extension().is_some_and(|it| it == "yaml");
            if rule_file && path.starts_with(rules) {
                continue;
            }
            // What is gone from the tree, or no text, quotes nothing.
            if let Some(text) =
                fs::read(&path).ok().and_then(|it| String::from_utf8(it).ok())
            {
                files.push((name.to_owned(), text));
            }
        }
        Some(Self { files })
    }

    /// How many files.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

impl<P: Into<String>, T: Into<String>> FromIterator<(P, T)> for Tracked {
    fn from_iter<I: IntoIterator<Item = (P, T)>>(files: I) -> Self {
        let files = files.into_iter().map(|(path, text)| (path.into(), text.into()));
        Self { files: files.collect() }
    }
}
