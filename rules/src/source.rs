//! Rule files: reading them, and naming places inside them.

use std::fmt;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use mingbai_core::Jurisdiction;

/// A stretch of bytes in one rule file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte, inclusive, at a character boundary.
    pub start: usize,
    /// The last byte, exclusive, at a character boundary; at least `start`.
    pub end: usize,
}

impl Span {
    /// The bytes it covers.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// From the start of this one to the end of `other`, in the same file.
    pub(crate) fn to(self, other: Self) -> Self {
        Self { end: other.end.max(self.start), ..self }
    }

    /// An empty span at its end.
    pub(crate) fn at_end(self) -> Self {
        Self { start: self.end, ..self }
    }
}

/// A thing and the place where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

impl<T> Spanned<T> {
    pub(crate) fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// Which file of a [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(usize);

/// One rule file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path, as it is shown.
    pub path: String,
    /// Its text, without a byte order mark.
    pub text: String,
}

/// The files of one jurisdiction.
#[derive(Clone, Debug)]
pub struct Folder {
    /// Whose rules these are.
    pub jurisdiction: Jurisdiction,
    /// Its files, sorted by path.
    pub files: Vec<FileId>,
}

/// All rule files that are looked at together.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    folders: Vec<Folder>,
}

impl Sources {
    /// Reads every `*.yaml` file of every jurisdiction's folder in `directory`.
    ///
    /// # Errors
    ///
    /// - a directory or file cannot be read, or is not UTF-8;
    /// - a folder is not named by a division code;
    /// - a file ends in `.yml`, or lies outside the folders, and would silently be left out;
    /// - there is no folder at all.
    pub fn read(directory: &Path) -> Result<Self, SourceError> {
        let mut sources = Self::default();
        let mut codes = Vec::new();
        for path in entries(directory)? {
            let name = file_name(&path);
            if path.is_dir() {
                let jurisdiction =
                    name.parse().map_err(|_| SourceError::Folder(path.clone()))?;
                codes.push((jurisdiction, path));
            } else if is_rule_file(&path)? {
                return Err(SourceError::Stray(path));
            }
        }
        if codes.is_empty() {
            return Err(SourceError::Empty(directory.to_path_buf()));
        }
        for (jurisdiction, path) in codes {
            let mut files = Vec::new();
            sources.read_folder(&path, &mut files)?;
            sources.folders.push(Folder { jurisdiction, files });
        }
        sources.folders.sort_by_key(|folder| folder.jurisdiction);
        Ok(sources)
    }

    fn read_folder(
        &mut self,
        directory: &Path,
        files: &mut Vec<FileId>,
    ) -> Result<(), SourceError> {
        for path in entries(directory)? {
            if path.is_dir() {
                self.read_folder(&path, files)?;
            } else if is_rule_file(&path)? {
                let bytes = fs::read(&path)
                    .map_err(|error| SourceError::Unreadable(path.clone(), error))?;
                let text = String::from_utf8(bytes)
                    .map_err(|_| SourceError::Encoding(path.clone()))?;
                files.push(self.add(path.display().to_string(), text));
            }
        }
        Ok(())
    }

    /// One folder with files given as path and text, for tests and editors.
    pub fn add_folder(&mut self, jurisdiction: Jurisdiction, files: &[(&str, &str)]) {
        let files = files
            .iter()
            .map(|(path, text)| self.add((*path).to_owned(), (*text).to_owned()))
            .collect();
        self.folders.push(Folder { jurisdiction, files });
        self.folders.sort_by_key(|folder| folder.jurisdiction);
    }

    /// A file that is no rule file, for what is said about it.
    pub(crate) fn add_file(&mut self, path: String, text: String) -> FileId {
        self.add(path, text)
    }

    /// Every file, in the order in which they were added.
    pub(crate) fn ids(&self) -> impl Iterator<Item = FileId> {
        (0..self.files.len()).map(FileId)
    }

    fn add(&mut self, path: String, text: String) -> FileId {
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        };
        self.files.push(SourceFile { path, text });
        FileId(self.files.len() - 1)
    }

    /// Puts another text into a file.
    pub(crate) fn rewrite(&mut self, file: FileId, text: String) {
        if let Some(file) = self.files.get_mut(file.0) {
            file.text = text;
        }
    }

    /// The folders, sorted by code: a containing jurisdiction before those inside it.
    pub fn folders(&self) -> &[Folder] {
        &self.folders
    }

    /// The path of a file; empty for a file of other sources.
    pub fn path(&self, file: FileId) -> &str {
        self.files.get(file.0).map_or("", |file| file.path.as_str())
    }

    /// The text of a file; empty for a file of other sources.
    pub fn text(&self, file: FileId) -> &str {
        self.files.get(file.0).map_or("", |file| file.text.as_str())
    }

    /// What stands at `span`; empty where it lies outside.
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.range()).unwrap_or_default()
    }

    /// The line and column of a byte, both from 1, the column in characters.
    pub fn line_and_column(&self, file: FileId, byte: usize) -> (usize, usize) {
        let text = self.text(file);
        let before = text.get(..byte.min(text.len())).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        (line, column)
    }
}

/// The rule files cannot be gathered.
#[derive(Debug)]
pub enum SourceError {
    /// A directory or file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A file is not UTF-8.
    Encoding(PathBuf),
    /// A folder is not named by a division code.
    Folder(PathBuf),
    /// A rule file lies outside the jurisdictions' folders.
    Stray(PathBuf),
    /// A file ends in `.yml`.
    Extension(PathBuf),
    /// No jurisdiction has a folder.
    Empty(PathBuf),
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => {
                write!(f, "`{}` cannot be read: {error}", path.display())
            }
            Self::Encoding(path) => write!(
                f,
                "`{}` is not UTF-8 text: save it as UTF-8 (in Windows editors, not as \
                 GBK or ANSI)",
                path.display()
            ),
            Self::Folder(path) => write!(
                f,
                "the folder `{}` is not named by a division code of GB/T 2260: expected \
                 a name such as `371000`",
                path.display()
            ),
            Self::Stray(path) => write!(
                f,
                "`{}` lies outside the jurisdictions' folders: move it into a folder \
                 such as `371000`",
                path.display()
            ),
            Self::Extension(path) => write!(
                f,
                "`{}` ends in `.yml`, only `.yaml` files are read: rename it to `{}`",
                path.display(),
                path.with_extension("yaml").display()
            ),
            Self::Empty(path) => write!(
                f,
                "`{}` holds no jurisdiction's folder: expected one such as `371000`",
                path.display()
            ),
        }
    }
}

impl std::error::Error for SourceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable(_, error) => Some(error),
            _ => None,
        }
    }
}

/// What a directory holds, sorted, without hidden entries.
fn entries(directory: &Path) -> Result<Vec<PathBuf>, SourceError> {
    let unreadable = |error| SourceError::Unreadable(directory.to_path_buf(), error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(directory).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if !file_name(&path).starts_with('.') {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn is_rule_file(path: &Path) -> Result<bool, SourceError> {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("yaml") => Ok(true),
        Some("yml") => Err(SourceError::Extension(path.to_path_buf())),
        _ => Ok(false),
    }
}

fn file_name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
