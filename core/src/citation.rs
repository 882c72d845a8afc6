//! Where a rule comes from: documents, articles, and whether they stand on a date.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{AwardId, DocumentId};

/// The place in a document that a criterion, an amount or an award rests on.
///
/// `article` is written as the document numbers itself: `14`, `保障措施-2`,
/// `政策保障-4`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The document.
    pub document: DocumentId,
    /// The article (条, 款 or 项) inside it.
    pub article: String,
}

/// What is known of a document's life. Its title stands in [`crate::Texts`].
///
/// A date that the document does not state is `None`, never a guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its id, such as `weihai-innovation`.
    pub id: DocumentId,
    /// The day from which it applies, inclusive, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day on which it applies, inclusive, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// A draft for comment grants nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// Later documents on the same subject that may replace it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<Successor>,
}

/// A later document that may replace an earlier one, in whole or for some awards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Successor {
    /// The key of its title in [`crate::Texts`].
    pub document: DocumentId,
    /// The first day on which it may have replaced the earlier one, inclusive.
    pub since: Date,
    /// The awards it may touch; empty means every award of the document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub awards: Vec<AwardId>,
}

/// One thing that is known of an award's validity on a date (时效).
///
/// A standing never changes a verdict. A page always shows it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Start and end are stated, and the date lies between them, both inclusive.
    InForce,
    /// The stated start lies after the date.
    NotYet,
    /// The stated end lies before the date.
    Expired,
    /// The document is a draft for comment.
    Draft,
    /// The document states no end.
    ExpiryNotStated,
    /// A later document on the subject exists.
    PossiblySuperseded,
}

impl Standing {
    /// Whether money under this standing may be counted in a total at all.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Standing;
    ///
    /// assert!(!Standing::Draft.counts());
    /// assert!(Standing::PossiblySuperseded.counts());
    /// ```
    pub fn counts(self) -> bool {
        !matches!(self, Self::NotYet | Self::Expired | Self::Draft)
    }
}

impl Document {
    /// What is known of `award`'s validity on `date`: sorted, without repetition.
    ///
    /// [`Standing::InForce`] is said only where the document states both ends and no
    /// later document is known: the narrower promise.
    pub fn standing(&self, award: &AwardId, date: Date) -> Vec<Standing> {
        let mut standing = Vec::new();
        let not_yet = self.from.is_some_and(|from| date < from);
        let expired = self.until.is_some_and(|until| until < date);
        let superseded = self.successors.iter().any(|successor| {
            successor.since <= date
                && (successor.awards.is_empty() || successor.awards.contains(award))
        });
        let bounded = self.from.is_some() && self.until.is_some();
        if bounded && !not_yet && !expired && !self.draft && !superseded {
            standing.push(Standing::InForce);
        }
        if not_yet {
            standing.push(Standing::NotYet);
        }
        if expired {
            standing.push(Standing::Expired);
        }
        if self.draft {
            standing.push(Standing::Draft);
        }
        if self.until.is_none() {
            standing.push(Standing::ExpiryNotStated);
        }
        if superseded {
            standing.push(Standing::PossiblySuperseded);
        }
        standing
    }
}
