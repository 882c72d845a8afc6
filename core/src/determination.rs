//! Determinations: what an award comes to for one applicant on one date.

use rust_decimal::Decimal;
use serde::Serialize;

/// What an award comes to (判定).
///
/// # Example
///
/// ```
/// use mingbai_core::Verdict;
///
/// assert_eq!(serde_json::to_value(Verdict::NeedsReview).unwrap(), "needs-review");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every criterion is met in every completion (可申报).
    Eligible,
    /// Some fact can still change it (还差信息).
    Undetermined,
    /// Everything computable is met in every completion; the rest only an authority can
    /// judge (待主管部门判断).
    NeedsReview,
    /// Some criterion fails in every completion (暂不符合).
    Ineligible,
    /// A one-off award that the applicant already had (已享受).
    Received,
}

impl Verdict {
    /// All verdicts, in the order a page shows them.
    pub const ALL: [Self; 5] = [
        Self::Eligible,
        Self::Undetermined,
        Self::NeedsReview,
        Self::Ineligible,
        Self::Received,
    ];
}

/// How a criterion, or a part of one, stands.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Date, Pack, Status, assess};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let json = r#"{"registered_in": "371000"}"#;
/// let answers = Answers::from_json(&pack, json).unwrap();
/// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
/// let criteria = assessment.criteria(&"patents-20".into());
/// assert_eq!(criteria, [Status::Met, Status::Open]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// True in every completion.
    Met,
    /// False in every completion.
    Unmet,
    /// True in some completions and false in others.
    Open,
    /// An authority's judgement decides it in every completion.
    Review,
}

/// An interval of money in yuan, both ends inclusive.
///
/// # Example
///
/// ```
/// use mingbai_core::Amounts;
///
/// let sum = Amounts::exactly(200_000.into());
/// let all = sum.hull(Amounts::exactly(500_000.into()));
/// assert_eq!((sum.as_exact(), all.as_exact()), (Some(200_000.into()), None));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Amounts {
    /// The least; at least 0.
    pub min: Decimal,
    /// The most; `None` where nothing bounds it.
    pub max: Option<Decimal>,
}

impl Amounts {
    /// Nothing.
    pub const ZERO: Self = Self { min: Decimal::ZERO, max: Some(Decimal::ZERO) };

    /// Exactly so much.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Amounts;
    /// let sum = Amounts::exactly(200_000.into());
    /// assert_eq!((sum.min, sum.max), (200_000.into(), Some(200_000.into())));
    /// ```
    pub fn exactly(sum: Decimal) -> Self {
        Self { min: sum, max: Some(sum) }
    }

    /// The smallest interval around both.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Amounts;
    /// let either = Amounts::exactly(100.into()).hull(Amounts::exactly(300.into()));
    /// assert_eq!((either.min, either.max), (100.into(), Some(300.into())));
    /// ```
    pub fn hull(self, other: Self) -> Self {
        let max = self.max.zip(other.max).map(|(left, right)| left.max(right));
        Self { min: self.min.min(other.min), max }
    }

    /// The single sum that it holds, if it holds one.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Amounts, Decimal};
    /// let up_to = Amounts { min: Decimal::ZERO, max: Some(100.into()) };
    /// assert_eq!(up_to.as_exact(), None);
    /// assert_eq!(Amounts::exactly(100.into()).as_exact(), Some(100.into()));
    /// ```
    pub fn as_exact(self) -> Option<Decimal> {
        (self.max == Some(self.min)).then_some(self.min)
    }
}
