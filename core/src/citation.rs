//! Where a rule comes from: documents, articles, and whether they stand on a date.

use crate::date::Date;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

use crate::id::{AwardId, DocumentId};
use crate::shape::shape;

shape! {
    /// The place in a document that a criterion, an amount or an award rests on.
    ///
    /// `article` is written as the document numbers itself: `14`, `保障措施-2`,
    /// `政策保障-4`.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Citation;
    ///
    /// let cite = Citation { document: "example-policy".into(), article: "14".to_owned() };
    /// assert_eq!(serde_json::to_value(&cite).unwrap()["article"], "14");
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub struct Citation {
        /// The document.
        pub document: DocumentId,
        /// The article (条, 款 or 项) inside it.
        pub article: String,
    }
}

shape! {
    /// What is known of a document's life. Its title stands in [`crate::Texts`].
    ///
    /// A date that the document does not state is `None`, never a guess.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Date, Pack, Standing};
    ///
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let document = pack.document(&"example-policy".into()).unwrap();
    /// let standings = document.standing(&"patents-20".into(), Date::constant(2026, 11, 22));
    /// assert!(standings.contains(Standing::ExpiryNotStated));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Document {
        /// Its id, such as `weihai-innovation`.
        pub id: DocumentId,
        /// The day from which it applies, inclusive, where it says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub from: Option<Date> = None,
        /// The last day on which it applies, inclusive, where it says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub until: Option<Date> = None,
        /// A draft for comment grants nothing.
        #[serde(skip_serializing_if = "core::ops::Not::not")]
        pub draft: bool = false,
        /// Later documents on the same subject that may replace it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub successors: Vec<Successor> = Vec::new(),
    }
}

shape! {
    /// A later document that may replace an earlier one, in whole or for some awards.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{FromJson, Json, Successor};
    ///
    /// let json = Json::parse(r#"{"document": "later", "since": "2023-01-01"}"#).unwrap();
    /// // It may replace the earlier one in whole.
    /// assert!(Successor::read(&json).unwrap().awards.is_empty());
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Successor {
        /// The key of its title in [`crate::Texts`].
        pub document: DocumentId,
        /// The first day on which it may have replaced the earlier one, inclusive.
        pub since: Date,
        /// The awards it may touch; empty means every award of the document.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub awards: Vec<AwardId> = Vec::new(),
    }
}

/// One thing that is known of an award's validity on a date (时效).
///
/// A standing never changes a verdict. A page always shows it.
///
/// # Example
///
/// ```
/// use mingbai_core::Standing;
///
/// assert_eq!(serde_json::to_value(Standing::InForce).unwrap(), "in-force");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
    /// All standings, in the order they are shown.
    pub const ALL: [Self; 6] = [
        Self::InForce,
        Self::NotYet,
        Self::Expired,
        Self::Draft,
        Self::ExpiryNotStated,
        Self::PossiblySuperseded,
    ];
}

/// A set of [`Standing`]s; as JSON a list in the order of [`Standing::ALL`].
///
/// # Example
///
/// ```
/// use mingbai_core::{Standing, Standings};
///
/// let standings: Standings = [Standing::Draft, Standing::ExpiryNotStated].into();
/// assert!(standings.contains(Standing::Draft));
/// assert!(!standings.counts());
/// let json = serde_json::to_string(&standings).unwrap();
/// assert_eq!(json, r#"["draft","expiry-not-stated"]"#);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standings(u8);

impl Standings {
    /// Nothing is known.
    pub const NONE: Self = Self(0);

    /// Whether `standing` is one of them.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Standing, Standings};
    /// let standings: Standings = [Standing::Draft].into();
    /// assert!(standings.contains(Standing::Draft));
    /// assert!(!standings.contains(Standing::Expired));
    /// ```
    pub fn contains(self, standing: Standing) -> bool {
        self.0 & (1 << standing as u8) != 0
    }

    /// Each of them once, in the order of [`Standing::ALL`].
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Standing, Standings};
    /// let standings: Standings = [Standing::ExpiryNotStated, Standing::Draft].into();
    /// assert_eq!(standings.iter().count(), 2);
    /// ```
    pub fn iter(self) -> impl Iterator<Item = Standing> {
        Standing::ALL.into_iter().filter(move |standing| self.contains(*standing))
    }

    /// Whether money may be counted in a total: not where the award is expired, a draft
    /// or not yet in force.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Standing, Standings};
    /// assert!(Standings::from([Standing::PossiblySuperseded]).counts());
    /// assert!(!Standings::from([Standing::Expired]).counts());
    /// ```
    pub fn counts(self) -> bool {
        ![Standing::NotYet, Standing::Expired, Standing::Draft]
            .into_iter()
            .any(|standing| self.contains(standing))
    }

    /// Whether money that is counted must be said to rest on a doubtful text.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Standing, Standings};
    /// assert!(Standings::from([Standing::PossiblySuperseded]).doubtful());
    /// assert!(!Standings::from([Standing::InForce]).doubtful());
    /// ```
    pub fn doubtful(self) -> bool {
        self.contains(Standing::ExpiryNotStated)
            || self.contains(Standing::PossiblySuperseded)
    }
}

impl<const N: usize> From<[Standing; N]> for Standings {
    fn from(standings: [Standing; N]) -> Self {
        Self(standings.into_iter().fold(0, |set, standing| set | 1 << standing as u8))
    }
}

impl Serialize for Standings {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl Document {
    /// What is known of `award`'s validity on `date`.
    ///
    /// [`Standing::InForce`] is said only where the document states both ends and no
    /// later document is known: the narrower promise.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Date, Pack, Standing};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let document = pack.document(&"example-policy".into()).unwrap();
    /// let standing = document.standing(&"patents-20".into(), Date::constant(2026, 11, 22));
    /// assert!(standing.contains(Standing::ExpiryNotStated));
    /// ```
    pub fn standing(&self, award: &AwardId, date: Date) -> Standings {
        self.on(date, self.superseded_since(award).is_some_and(|since| since <= date))
    }

    /// The first day on which a later document may have replaced this one for an award.
    pub(crate) fn superseded_since(&self, award: &AwardId) -> Option<Date> {
        let touching = self.successors.iter().filter(|successor| {
            successor.awards.is_empty() || successor.awards.contains(award)
        });
        touching.map(|successor| successor.since).min()
    }

    /// What is known on a date of an award that a later document may have replaced or not.
    pub(crate) fn on(&self, date: Date, superseded: bool) -> Standings {
        let not_yet = self.from.is_some_and(|from| date < from);
        let expired = self.until.is_some_and(|until| until < date);
        let bounded = self.from.is_some() && self.until.is_some();
        let in_force = bounded && !not_yet && !expired && !self.draft && !superseded;
        let known = [
            (Standing::InForce, in_force),
            (Standing::NotYet, not_yet),
            (Standing::Expired, expired),
            (Standing::Draft, self.draft),
            (Standing::ExpiryNotStated, self.until.is_none()),
            (Standing::PossiblySuperseded, superseded),
        ];
        Standings(
            known
                .into_iter()
                .filter(|(_, holds)| *holds)
                .fold(0, |set, (standing, _)| set | 1 << standing as u8),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn check(document: &Document, date: &str, expect: &[Standing]) {
        let standings = document.standing(&"a".into(), date.parse().unwrap());
        assert_eq!(standings.iter().collect::<Vec<_>>(), expect);
    }

    fn document() -> Document {
        Document {
            id: "d".into(),
            from: None,
            until: None,
            draft: false,
            successors: Vec::new(),
        }
    }

    #[test]
    fn both_ends_are_inclusive() {
        let mut it = document();
        it.from = Some("2021-01-01".parse().unwrap());
        it.until = Some("2022-12-31".parse().unwrap());
        check(&it, "2020-12-31", &[Standing::NotYet]);
        check(&it, "2021-01-01", &[Standing::InForce]);
        check(&it, "2022-12-31", &[Standing::InForce]);
        check(&it, "2023-01-01", &[Standing::Expired]);
    }

    #[test]
    fn an_unstated_start_is_never_not_yet() {
        check(&document(), "1949-10-01", &[Standing::ExpiryNotStated]);
    }

    #[test]
    fn a_successor_may_touch_some_awards_only() {
        let mut it = document();
        it.successors = vec![Successor {
            document: "e".into(),
            since: "2023-01-01".parse().unwrap(),
            awards: vec!["b".into()],
        }];
        check(&it, "2026-01-01", &[Standing::ExpiryNotStated]);
        it.successors = vec![Successor {
            document: "e".into(),
            since: "2023-01-01".parse().unwrap(),
            awards: vec!["a".into()],
        }];
        check(&it, "2022-12-31", &[Standing::ExpiryNotStated]);
        check(
            &it,
            "2023-01-01",
            &[Standing::ExpiryNotStated, Standing::PossiblySuperseded],
        );
    }
}
