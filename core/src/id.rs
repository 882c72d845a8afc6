//! Names at the machine boundary, one type each, so that they cannot be mixed up.

use alloc::boxed::Box;
use alloc::string::String;
use core::borrow::Borrow;
use core::fmt;

use serde::Serialize;

use crate::json::Json;
use crate::shape::{FromJson, Reader};

macro_rules! id {
    ($(#[$doc:meta] $name:ident;)*) => {$(
        #[$doc]
        ///
        /// # Example
        ///
        /// ```
        #[doc = concat!("let id = mingbai_core::", stringify!($name), "::from(\"a\");")]
        /// assert_eq!(id.as_str(), "a");
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// The id as text.
            ///
            /// # Example
            ///
            /// ```
            /// use mingbai_core::FactId;
            ///
            /// assert_eq!(FactId::from("patents").as_str(), "patents");
            /// ```
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromJson for $name {
            fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
                reader.text(json, "an id").into()
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// An award's id, kebab-case: `weihai-invention-patents-20`.
    AwardId;
    /// A fact's id, snake_case: `invention_patents_granted_year`.
    FactId;
    /// A document's id: `weihai-innovation`.
    DocumentId;
    /// An option of a choice fact: `enterprise`.
    OptionId;
    /// A question (one screen): `recognitions`.
    QuestionId;
    /// A section of the interview: `basics`.
    SectionId;
    /// A dated parameter: `hnte-bonus`.
    ParameterId;
    /// The subject of a `review` leaf: what an authority judges.
    ReviewId;
    /// A portfolio group of awards.
    GroupId;
    /// A department that leads an award.
    DepartmentId;
}
