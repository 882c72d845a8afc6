//! Packs: the compiled, versioned rules of one jurisdiction.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::award::{Award, Group};
use crate::citation::Document;
use crate::condition::Dated;
use crate::fact::{Fact, Question};
use crate::id::{ParameterId, SectionId};
use crate::jurisdiction::Jurisdiction;

/// The schema version that this program reads and writes. A pack of another one is
/// refused.
pub const SCHEMA: u32 = 1;

/// A pack as it is written to a file: shapes only, not yet checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<ParameterId, Vec<Dated<Decimal>>>,
    /// Awards, sorted by id.
    pub awards: Vec<Award>,
    /// How awards stand to each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
}
