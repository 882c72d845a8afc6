//! The list of packs beside which it lies: `packs/index.json`.

use alloc::string::String;
use alloc::vec::Vec;

use crate::jurisdiction::Jurisdiction;
use crate::pack::PackError;
use crate::shape::shape;
use crate::table::Table;
use crate::text::Language;

shape! {
    /// Which packs there are, and in which files.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Index, SCHEMA};
    ///
    /// let json = format!(r#"{{"schema": {SCHEMA}, "packs": []}}"#);
    /// assert!(Index::from_json(&json).unwrap().packs.is_empty());
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Index {
        /// The schema version, as in the packs.
        pub schema: u32,
        /// The packs, sorted by jurisdiction.
        pub packs: Vec<Listing>,
        /// The file with what the operator adds ([`crate::Operator`]), where there is one.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub operator: Option<String> = None,
    }
}

shape! {
    /// One pack of an [`Index`].
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{FromJson, Json, Language, Listing};
    ///
    /// let json = r#"{
    ///     "jurisdiction": "371000", "name": {"en": "Weihai"},
    ///     "pack": "371000.json", "texts": {"en": "371000.en.json"}
    /// }"#;
    /// let listing = Listing::read(&Json::parse(json).unwrap()).unwrap();
    /// assert_eq!(listing.name.get(&Language::English).unwrap(), "Weihai");
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Listing {
        /// Whose rules these are.
        pub jurisdiction: Jurisdiction,
        /// The jurisdiction's name in each language there is.
        pub name: Table<Language, String>,
        /// The file of the rules.
        pub pack: String,
        /// The file of the words in each language there is.
        pub texts: Table<Language, String>,
        /// The file of those needed before anything is answered ([`crate::Texts::opening`]),
        /// which a page may load first.
        #[serde(skip_serializing_if = "Table::is_empty")]
        pub opening: Table<Language, String> = Table::new(),
    }
}

impl Index {
    /// Reads an index.
    ///
    /// # Errors
    ///
    /// [`PackError::Json`] or [`PackError::Schema`].
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Index, PackError};
    /// let error = Index::from_json(r#"{"schema": 1000}"#).unwrap_err();
    /// assert_eq!(error, PackError::Schema { found: 1000 });
    /// ```
    pub fn from_json(json: &str) -> Result<Self, PackError> {
        crate::pack::read(json)
    }
}
