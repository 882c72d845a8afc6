//! Packs: the compiled, versioned rules of one jurisdiction, checked when loaded.

use alloc::string::String;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::date::Date;
use crate::table::Table;
use rust_decimal::Decimal;

use crate::award::{Award, Group};
use crate::citation::{Document, Standings};
use crate::condition::Dated;
use crate::fact::{Fact, Question};
use crate::id::{AwardId, DocumentId, FactId, ParameterId, SectionId};
use crate::json::Json;
use crate::jurisdiction::Jurisdiction;
use crate::reading::Reading;
use crate::shape::{FromJson, shape};
use crate::sorted::by_id;
use crate::space::Space;

/// The schema version that this program reads and writes. A pack of another one is
/// refused.
///
/// # Example
///
/// ```
/// use mingbai_core::{Pack, SCHEMA};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// assert_eq!(pack.file().schema, SCHEMA);
/// ```
pub const SCHEMA: u32 = 1;

shape! {
    /// A pack as it is written to a file: shapes only, not yet checked.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Pack;
    ///
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let written = serde_json::to_string(pack.file()).unwrap();
    /// assert_eq!(Pack::from_json(&written).unwrap().file(), pack.file());
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PackFile {
        /// [`SCHEMA`].
        pub schema: u32,
        /// The version of the rules: a content hash, printed on every report.
        pub version: String,
        /// Whose rules these are.
        pub jurisdiction: Jurisdiction,
        /// Documents, sorted by id.
        pub documents: Vec<Document>,
        /// Facts; a fact's `applies` and `derived` name earlier ones only.
        pub facts: Vec<Fact>,
        /// Sections of the interview, in order.
        pub sections: Vec<SectionId>,
        /// Questions, in the author's order.
        pub questions: Vec<Question>,
        /// Dated parameters, each series non-empty and sorted by day.
        #[serde(skip_serializing_if = "Table::is_empty")]
        pub parameters: Table<ParameterId, Vec<Dated<Decimal>>> = Table::new(),
        /// Awards, sorted by id.
        pub awards: Vec<Award>,
        /// How awards stand to each other.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub groups: Vec<Group> = Vec::new(),
    }
}

impl PackFile {
    /// Reads the rules, without checking them.
    ///
    /// # Errors
    ///
    /// [`PackError::Json`] or [`PackError::Schema`].
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::PackFile;
    /// let file = PackFile::from_json(include_str!("../examples/pack.json")).unwrap();
    /// assert!(file.facts.iter().any(|fact| fact.id.as_str() == "patents"));
    /// ```
    pub fn from_json(json: &str) -> Result<Self, PackError> {
        read(json)
    }
}

/// Reads one of the files of a pack, each of which states its schema version.
pub(crate) fn read<T: FromJson>(json: &str) -> Result<T, PackError> {
    let json = Json::parse(json).map_err(|error| PackError::Json(error.to_string()))?;
    // The version first: a newer file is not called broken.
    let schema = json.get("schema").and_then(Json::as_u64);
    if let Some(found) = schema.filter(|&schema| schema != u64::from(SCHEMA)) {
        let found = u32::try_from(found).unwrap_or(u32::MAX);
        return Err(PackError::Schema { found });
    }
    T::read(&json).map_err(|error| PackError::Json(error.to_string()))
}

/// A checked pack: nothing that is asked of it can fail.
///
/// # Example
///
/// ```
/// use mingbai_core::{Pack, PackError};
///
/// let error = Pack::from_json("{}").unwrap_err();
/// assert_eq!(error.code(), "MB-PACK-JSON");
/// ```
#[derive(Debug)]
pub struct Pack {
    file: PackFile,
    pub(crate) space: Arc<Space>,
    /// The document of each award, as an index, and since when it may be superseded.
    sources: Vec<(usize, Option<Date>)>,
    /// What the pack means from each day on; non-empty, sorted by day.
    readings: Vec<(Date, Reading)>,
}

impl Pack {
    /// Reads and checks a pack.
    ///
    /// # Errors
    ///
    /// Everything that [`PackError`] lists.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Pack, PackError};
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// assert_eq!(pack.file().awards.len(), 4);
    /// let newer = Pack::from_json(r#"{"schema": 1000}"#).unwrap_err();
    /// assert_eq!(newer, PackError::Schema { found: 1000 });
    /// ```
    pub fn from_json(json: &str) -> Result<Self, PackError> {
        Self::load(PackFile::from_json(json)?)
    }

    /// Checks a pack and compiles what it means.
    ///
    /// # Errors
    ///
    /// [`PackError::Schema`], [`PackError::Invalid`] or [`PackError::TooComplex`].
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Pack, PackFile};
    /// let mut file = PackFile::from_json(include_str!("../examples/pack.json")).unwrap();
    /// assert!(Pack::load(file.clone()).is_ok());
    /// // Its awards ask for facts that are gone.
    /// file.facts.clear();
    /// assert!(Pack::load(file).is_err());
    /// ```
    pub fn load(file: PackFile) -> Result<Self, PackError> {
        if file.schema != SCHEMA {
            return Err(PackError::Schema { found: file.schema });
        }
        let space = crate::check::check(&file)?;
        let mut readings = Vec::new();
        for date in crate::check::days(&file) {
            readings.push((date, Reading::new(&file, &space, date)?));
        }
        let sources = sources(&file);
        Ok(Self { file, space: Arc::new(space), sources, readings })
    }

    /// The rules as they were written.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Pack;
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// assert_eq!(pack.file().jurisdiction.to_string(), "371000");
    /// ```
    pub fn file(&self) -> &PackFile {
        &self.file
    }

    /// An award by its id.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Pack;
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let award = pack.award(&"patents-20".into()).unwrap();
    /// assert_eq!(award.criteria.len(), 2);
    /// ```
    pub fn award(&self, id: &AwardId) -> Option<&Award> {
        self.award_index(id).and_then(|index| self.file.awards.get(index))
    }

    pub(crate) fn award_index(&self, id: &AwardId) -> Option<usize> {
        self.file.awards.binary_search_by(|award| award.id.cmp(id)).ok()
    }

    /// A fact by its id.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Pack;
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// assert!(pack.fact(&"patents".into()).is_some_and(|fact| fact.changeable));
    /// assert!(pack.fact(&"of-another-pack".into()).is_none());
    /// ```
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.space.fact(id).and_then(|index| self.file.facts.get(index))
    }

    /// A document by its id.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Pack;
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// assert!(pack.document(&"example-policy".into()).is_some());
    /// ```
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.file.documents.iter().find(|document| document.id == *id)
    }

    /// What is known of an award's validity on a date.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Date, Pack};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let award = pack.award(&"patents-20".into()).unwrap();
    /// let standing = pack.standing(award, Date::constant(2026, 11, 22));
    /// assert!(standing.counts());
    /// ```
    pub fn standing(&self, award: &Award, date: Date) -> Standings {
        let document = self.document(&award.cite.document);
        document.map_or(Standings::NONE, |it| it.standing(&award.id, date))
    }

    /// The same for each award in order: each document is looked at once.
    pub(crate) fn standings(&self, date: Date) -> impl Iterator<Item = Standings> {
        let documents = self.file.documents.iter();
        let both = documents.map(|it| [false, true].map(|over| it.on(date, over)));
        let both: Vec<_> = both.collect();
        self.sources.iter().map(move |(document, since)| {
            let over = since.is_some_and(|since| since <= date);
            let [valid, superseded] =
                both.get(*document).copied().unwrap_or([Standings::NONE; 2]);
            if over { superseded } else { valid }
        })
    }

    /// The days from which on it means something else; non-empty, sorted.
    pub(crate) fn days(&self) -> impl Iterator<Item = Date> {
        self.readings.iter().map(|(day, _)| *day)
    }

    pub(crate) fn reading(&self, date: Date) -> Option<&Reading> {
        let current = self.readings.iter().rev().find(|(from, _)| *from <= date);
        current.or(self.readings.first()).map(|(_, reading)| reading)
    }
}

/// The document of each award, as an index, and since when it may be superseded.
fn sources(file: &PackFile) -> Vec<(usize, Option<Date>)> {
    let documents = by_id(file.documents.iter().map(|it| it.id.as_str()));
    let source = |award: &Award| {
        let id = award.cite.document.as_str();
        let place = documents.binary_search_by(|(other, _)| other.cmp(&id)).ok()?;
        let (_, index) = documents.get(place)?;
        let document = file.documents.get(*index)?;
        Some((*index, document.superseded_since(&award.id)))
    };
    file.awards.iter().map(|award| source(award).unwrap_or((usize::MAX, None))).collect()
}

/// Why a pack was refused.
///
/// # Example
///
/// ```
/// use mingbai_core::Pack;
///
/// let error = Pack::from_json(r#"{"schema": 9}"#).unwrap_err();
/// assert_eq!(error.code(), "MB-PACK-VERSION");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// It is no JSON of a pack's shape.
    Json(String),
    /// It was written for another version of this program.
    Schema {
        /// Its schema version.
        found: u32,
    },
    /// Its parts contradict each other.
    Invalid {
        /// Where: `award weihai-hnte-newly-certified`.
        place: String,
        /// What is wrong: found and expected.
        problem: String,
    },
    /// A condition has more cases than can be decided in reasonable time.
    TooComplex {
        /// The award.
        award: AwardId,
    },
}

impl PackError {
    /// A code that an operator can search for.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::PackError;
    /// assert_eq!(PackError::Schema { found: 1000 }.code(), "MB-PACK-VERSION");
    /// ```
    pub fn code(&self) -> &'static str {
        match self {
            Self::Json(_) => "MB-PACK-JSON",
            Self::Schema { .. } => "MB-PACK-VERSION",
            Self::Invalid { .. } => "MB-PACK-INVALID",
            Self::TooComplex { .. } => "MB-PACK-COMPLEX",
        }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(problem) => write!(f, "the pack cannot be read: {problem}"),
            Self::Schema { found } => write!(
                f,
                "the pack has schema version {found}, but this program reads {SCHEMA}"
            ),
            Self::Invalid { place, problem } => write!(f, "{place}: {problem}"),
            Self::TooComplex { award } => write!(
                f,
                "award `{award}`: its conditions have too many cases to decide exactly"
            ),
        }
    }
}

impl core::error::Error for PackError {}
