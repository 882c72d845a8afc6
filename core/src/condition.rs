//! Conditions: boolean trees over facts, and the arithmetic inside them.
//!
//! A condition is data: it is what the rule author wrote, checked and with its names
//! resolved. What it means under unknown facts is decided in [`crate::Edition`]; how it
//! reads in a language, in [`crate::prose`].

use crate::date::Date;
use alloc::boxed::Box;
use alloc::vec::Vec;
use rust_decimal::Decimal;

use crate::id::{FactId, OptionId, ParameterId, ReviewId};
use crate::jurisdiction::Jurisdiction;
use crate::shape::shape;

shape! {
    /// A boolean expression over facts.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Comparison, Condition, Expression};
    ///
    /// // 年度发明专利授权数 >= 20
    /// let condition = Condition::Compare {
    ///     left: Expression::Fact("invention_patents_granted_year".into()),
    ///     is: Comparison::AtLeast,
    ///     right: Expression::Number(20.into()),
    /// };
    /// let json = serde_json::to_string(&condition).unwrap();
    /// assert_eq!(
    ///     json,
    ///     r#"{"compare":{"left":{"fact":"invention_patents_granted_year"},"is":">=","right":{"number":"20"}}}"#
    /// );
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Condition {
        /// True when every member is; true when empty.
        "all" = All(Vec<Condition>),
        /// True when a member is; false when empty.
        "any" = Any(Vec<Condition>),
        /// True when the inner one is false.
        "not" = Not(Box<Condition>),
        /// True when at least `n` members are.
        "at-least" = AtLeast {
            /// How many; `1..=of.len()`.
            n: u32,
            /// The members; non-empty.
            of: Vec<Condition>,
        },
        /// `if when then … else …`.
        "if" = If {
            /// What decides.
            when: Box<Condition>,
            /// What counts when it holds.
            then: Box<Condition>,
            /// What counts when it does not.
            otherwise: Box<Condition>,
        },
        /// A yes/no fact is yes.
        "yes" = Yes(FactId),
        /// Two numbers, or two dates, compared.
        "compare" = Compare {
            /// The left side.
            left: Expression,
            /// How they compare.
            is: Comparison,
            /// The right side.
            right: Expression,
        },
        /// A choice fact is one of some options.
        "one-of" = OneOf {
            /// The choice fact.
            fact: FactId,
            /// The options that count; non-empty.
            options: Vec<OptionId>,
        },
        /// A choices fact holds an option.
        "has" = Has {
            /// The choices fact.
            fact: FactId,
            /// The option.
            option: OptionId,
        },
        /// A jurisdiction fact lies inside a division.
        "within" = Within {
            /// The jurisdiction fact.
            fact: FactId,
            /// The division.
            division: Jurisdiction,
        },
        /// Only an authority can judge this; its words stand in [`crate::Texts`].
        "review" = Review(ReviewId),
        /// The wording that applies from each day on, sorted by day. Before the first day the
        /// first wording is read.
        "dated" = Dated(Vec<Dated<Condition>>),
    }
}

shape! {
    /// One entry of a series: what applies from a day on, inclusive, until the next entry.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Date, Dated, Decimal};
    ///
    /// let raised = Dated { from: Date::constant(2022, 1, 1), is: Decimal::from(300_000) };
    /// assert_eq!(serde_json::to_value(&raised).unwrap()["from"], "2022-01-01");
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Dated<T> {
        /// The first day, inclusive.
        pub from: Date,
        /// What applies.
        pub is: T,
    }
}

/// Picks the entry of a sorted series that applies on `date`; the first one before its
/// day; `None` only for an empty series.
pub(crate) fn on<T>(series: &[Dated<T>], date: Date) -> Option<&T> {
    let current = series.iter().rev().find(|entry| entry.from <= date);
    current.or(series.first()).map(|entry| &entry.is)
}

shape! {
    /// How two sides compare. 以上 and 不少于 are [`Comparison::AtLeast`]; 超过 is
    /// [`Comparison::MoreThan`].
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Comparison;
    ///
    /// assert_eq!(serde_json::to_value(Comparison::AtLeast).unwrap(), ">=");
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Comparison {
        /// `>=`, the number itself included.
        ">=" = AtLeast,
        /// `>`, the number itself excluded.
        ">" = MoreThan,
        /// `<=`, the number itself included.
        "<=" = AtMost,
        /// `<`, the number itself excluded.
        "<" = LessThan,
        /// `=`.
        "=" = Equal,
        /// `!=`.
        "!=" = Unequal,
    }
}

shape! {
    /// A number (or date) computed from facts.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Expression, FromJson, Json};
    ///
    /// let json = r#"{"sum": [{"fact": "patents"}, {"number": "1"}]}"#;
    /// let json = Json::parse(json).unwrap();
    /// assert!(matches!(Expression::read(&json), Ok(Expression::Sum(members)) if members.len() == 2));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Expression {
        /// A constant.
        "number" = Number(Decimal),
        /// A constant day.
        "date" = Date(Date),
        /// A count, decimal, money, percent, year or date fact.
        "fact" = Fact(FactId),
        /// A dated parameter of the pack.
        "parameter" = Parameter(ParameterId),
        /// The sum of all members.
        "sum" = Sum(Vec<Expression>),
        /// The first less the second.
        "less" = Less(Box<Expression>, Box<Expression>),
        /// The product of all members.
        "product" = Product(Vec<Expression>),
        /// A quotient; `otherwise` where the divisor is 0, else unknown there.
        "quotient" = Quotient {
            /// What is divided.
            dividend: Box<Expression>,
            /// What divides.
            divisor: Box<Expression>,
            /// The value where the divisor is 0.
            #[serde(skip_serializing_if = "Option::is_none")]
            otherwise: Option<Box<Expression>> = None,
        },
        /// The smallest member; non-empty.
        "min" = Min(Vec<Expression>),
        /// The largest member; non-empty.
        "max" = Max(Vec<Expression>),
        /// How many conditions are true.
        "count" = Count(Vec<Condition>),
        /// `if when then … else …`.
        "if" = If {
            /// What decides.
            when: Box<Condition>,
            /// The value when it holds.
            then: Box<Expression>,
            /// The value when it does not.
            otherwise: Box<Expression>,
        },
    }
}

impl Expression {
    /// Visits every fact that the arithmetic names; not those inside its conditions.
    pub(crate) fn facts<'e>(&'e self, visit: &mut dyn FnMut(&'e FactId)) {
        match self {
            Self::Number(_) | Self::Date(_) | Self::Parameter(_) | Self::Count(_) => {}
            Self::Fact(fact) => visit(fact),
            Self::Sum(members)
            | Self::Product(members)
            | Self::Min(members)
            | Self::Max(members) => {
                for member in members {
                    member.facts(visit);
                }
            }
            Self::Less(left, right) => {
                left.facts(visit);
                right.facts(visit);
            }
            Self::Quotient { dividend, divisor, otherwise } => {
                for part in [dividend, divisor].into_iter().chain(otherwise) {
                    part.facts(visit);
                }
            }
            Self::If { then, otherwise, .. } => {
                then.facts(visit);
                otherwise.facts(visit);
            }
        }
    }
}
