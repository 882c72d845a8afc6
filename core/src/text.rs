//! The words of a pack in one language.

use crate::table::Table;
use alloc::string::String;
use alloc::vec::Vec;

use crate::id::{
    AwardId, DepartmentId, DocumentId, FactId, GroupId, OptionId, QuestionId, ReviewId,
    SectionId,
};
use crate::pack::PackError;
use crate::shape::shape;

shape! {
    /// A language that packs and the page speak.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Language;
    ///
    /// assert_eq!(Language::ChineseTraditional.tag(), "zh-Hant");
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Language {
        /// Simplified Chinese, the language of the rules.
        "zh-Hans" = ChineseSimplified,
        /// Traditional Chinese.
        "zh-Hant" = ChineseTraditional,
        /// English.
        "en" = English,
    }
}

impl Language {
    /// All languages, in the order a switch shows them.
    pub const ALL: [Self; 3] =
        [Self::ChineseSimplified, Self::ChineseTraditional, Self::English];

    /// Its BCP 47 tag: `zh-Hans`, `zh-Hant` or `en`.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Language;
    /// assert_eq!(Language::ALL.map(Language::tag), ["zh-Hans", "zh-Hant", "en"]);
    /// ```
    pub fn tag(self) -> &'static str {
        match self {
            Self::ChineseSimplified => "zh-Hans",
            Self::ChineseTraditional => "zh-Hant",
            Self::English => "en",
        }
    }
}

shape! {
    /// Every word of a pack in one language: one file beside the rules.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{PackError, SCHEMA, Texts};
    ///
    /// let later = SCHEMA + 1;
    /// let json = format!(r#"{{"schema": {later}}}"#);
    /// let error = Texts::from_json(&json).unwrap_err();
    /// assert_eq!(error, PackError::Schema { found: later });
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Texts {
        /// The schema version, as in the pack.
        pub schema: u32,
        /// The version of the rules these words belong to.
        pub version: String,
        /// The language.
        pub language: Language,
        /// The name of the pack's jurisdiction: 威海市.
        pub name: String,
        /// Words of each fact.
        pub facts: Table<FactId, FactText>,
        /// Words of each question.
        pub questions: Table<QuestionId, QuestionText>,
        /// Names of the sections.
        pub sections: Table<SectionId, String>,
        /// Words of each award.
        pub awards: Table<AwardId, AwardText>,
        /// Titles of documents, later ones that may replace them included.
        pub documents: Table<DocumentId, String>,
        /// What an authority judges, and why nobody else can.
        pub reviews: Table<ReviewId, String>,
        /// What binds the awards of each group.
        pub groups: Table<GroupId, String>,
        /// Names of departments.
        pub departments: Table<DepartmentId, String>,
        /// Names of the divisions that conditions and the first question use, by code.
        pub divisions: Table<String, String>,
    }
}

impl Texts {
    /// Reads the words of a pack.
    ///
    /// # Errors
    ///
    /// [`PackError::Json`] or [`PackError::Schema`].
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Language, Texts};
    /// let texts = Texts::from_json(include_str!("../examples/pack.en.json")).unwrap();
    /// assert_eq!(texts.language, Language::English);
    /// ```
    pub fn from_json(json: &str) -> Result<Self, PackError> {
        crate::pack::read(json)
    }
}

shape! {
    /// The words of a fact.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{FactText, FromJson, Json};
    ///
    /// let json = r#"{"name": "patents", "ask": "How many patents?", "unit": "patents"}"#;
    /// let text = FactText::read(&Json::parse(json).unwrap()).unwrap();
    /// assert_eq!(text.unit.as_deref(), Some("patents"));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FactText {
        /// A noun phrase that conditions are read with: 年度发明专利授权数.
        pub name: String,
        /// The question about this fact alone.
        pub ask: String,
        /// What counts, where to look it up.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hint: Option<String> = None,
        /// The unit, for numbers: 件.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub unit: Option<String> = None,
        /// A yes/no fact stated as a requirement: 已入科技型中小企业库.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub yes: Option<String> = None,
        /// The same denied: 未入科技型中小企业库.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub no: Option<String> = None,
        /// The short label in a checklist: 国家知识产权优势企业.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub label: Option<String> = None,
        /// Labels of the options of a choice.
        #[serde(skip_serializing_if = "Table::is_empty")]
        pub options: Table<OptionId, String> = Table::new(),
    }
}

shape! {
    /// The words of a question.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{FromJson, Json, QuestionText};
    ///
    /// let json = Json::parse(r#"{"name": "Figures", "ask": "A few figures"}"#).unwrap();
    /// assert!(QuestionText::read(&json).unwrap().hint.is_none());
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct QuestionText {
        /// The heading of the screen.
        pub ask: String,
        /// What counts, where to look it up.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hint: Option<String> = None,
        /// A name for the list of answers given: 本年度认定和奖项.
        pub name: String,
    }
}

shape! {
    /// The words of an award.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{AwardText, FromJson, Json};
    ///
    /// let json = r#"{"title": "Patent reward", "summary": "200,000 yuan"}"#;
    /// let json = Json::parse(json).unwrap();
    /// assert!(AwardText::read(&json).unwrap().next.is_empty());
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct AwardText {
        /// Its title.
        pub title: String,
        /// One sentence for the applicant, in our own words.
        pub summary: String,
        /// What the text leaves open, as the applicant should know it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub notes: Vec<String> = Vec::new(),
        /// What to do next: whom to ask, what to have at hand.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub next: Vec<String> = Vec::new(),
    }
}
