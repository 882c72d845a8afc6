//! Facts: typed things that can be known about an applicant.

use alloc::vec::Vec;
use rust_decimal::Decimal;

use crate::condition::{Condition, Expression};
use crate::id::{FactId, OptionId, QuestionId, SectionId};
use crate::shape::shape;
use crate::value::Value;

shape! {
    /// The type of a fact, with the domain that its values come from.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{FromJson, Json, Kind};
    ///
    /// let json = Json::parse(r#"{"choice": ["none", "first"]}"#).unwrap();
    /// assert_eq!(Kind::read(&json), Ok(Kind::Choice(vec!["none".into(), "first".into()])));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Kind {
        /// Yes or no.
        "yes-no" = YesNo,
        /// A whole number of things, such as patents (件) or places in a ranking (位).
        "count" = Count(Domain),
        /// A number with a stated count of decimals and a unit.
        "decimal" = Decimal(Domain),
        /// An amount in yuan (CNY), to the fen.
        "money" = Money(Domain),
        /// A share, where 50 % is `50`.
        "percent" = Percent(Domain),
        /// A calendar day.
        "date" = Date,
        /// A calendar year.
        "year" = Year(Domain),
        /// One of several options; non-empty, in the order shown.
        "choice" = Choice(Vec<OptionId>),
        /// Any subset of several options; non-empty, in the order shown, at most 32.
        "choices" = Choices(Vec<OptionId>),
        /// A division code of GB/T 2260.
        "jurisdiction" = Jurisdiction,
    }
}

shape! {
    /// The numbers a fact can take: multiples of 10^-`decimals` from `min` to `max`, both
    /// inclusive.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Domain, FromJson, Json};
    ///
    /// let domain = Domain::read(&Json::parse(r#"{"min": "0", "decimals": 2}"#).unwrap()).unwrap();
    /// assert_eq!((domain.max, domain.decimals), (None, 2));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Domain {
        /// The smallest value, inclusive.
        pub min: Decimal,
        /// The largest value, inclusive; `None` where only [`Domain::LIMIT`] bounds it, and an
        /// amount that rests on the unknown fact is then unbounded.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub max: Option<Decimal> = None,
        /// Decimals after the point: 0 for whole numbers, 2 for money; at most 4.
        #[serde(skip_serializing_if = "is_zero")]
        pub decimals: u32 = 0,
    }
}

impl Domain {
    /// What no answer may exceed: 10^14, a hundred trillion. Larger figures are typing
    /// errors, and bounded figures keep arithmetic exact.
    pub const LIMIT: i64 = 100_000_000_000_000;
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_zero(decimals: &u32) -> bool {
    *decimals == 0
}

shape! {
    /// The stretch of time a fact speaks of.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Period;
    ///
    /// assert_eq!(serde_json::to_value(Period::ThreeYears).unwrap(), "three-years");
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Period {
        /// Within the year of the application (本年度).
        "year" = Year,
        /// Within the last full year (上年度).
        "last-year" = LastYear,
        /// Within the last three years (近三年).
        "three-years" = ThreeYears,
        /// Ever (累计).
        "total" = Total,
    }
}

shape! {
    /// A typed thing that can be known about an applicant. Its words stand in
    /// [`crate::Texts`].
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Kind, Pack};
    ///
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let fact = pack.fact(&"patents".into()).unwrap();
    /// assert!(fact.changeable && matches!(fact.kind, Kind::Count(_)));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Fact {
        /// Its id.
        pub id: FactId,
        /// Its type and domain.
        pub kind: Kind,
        /// The stretch of time it speaks of; `None` means its state on the date.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub period: Option<Period> = None,
        /// Where it applies, and the value it has elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub applies: Option<Applies> = None,
        /// A formula over other facts; a derived fact is never asked.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub derived: Option<Expression> = None,
        /// Whether the applicant can work on it: only such facts appear in near misses.
        #[serde(skip_serializing_if = "core::ops::Not::not")]
        pub changeable: bool = false,
    }
}

shape! {
    /// When a fact applies (`asked_if`), and the value it has otherwise.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Pack, Value};
    ///
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// // Who runs no incubator has no graduates.
    /// let fact = pack.fact(&"graduates".into()).unwrap();
    /// let applies = fact.applies.as_ref().unwrap();
    /// assert_eq!(applies.otherwise, Value::Number(0.into()));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Applies {
        /// The fact is asked only while this can be true. It may name facts that stand
        /// earlier in the pack only.
        pub asked_if: Condition,
        /// The value in every completion where `asked_if` is false.
        pub otherwise: Value,
    }
}

shape! {
    /// How one or several facts are asked: one screen.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Form, Pack};
    ///
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let question = &pack.file().questions[3];
    /// assert_eq!((question.form, question.facts.len()), (Form::Checklist, 2));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Question {
        /// Its id.
        pub id: QuestionId,
        /// The section it belongs to; sections are asked in the order of the pack.
        pub section: SectionId,
        /// The facts it settles; non-empty. A fact is asked by exactly one question.
        pub facts: Vec<FactId>,
        /// How they are laid out.
        pub form: Form,
        /// Questions that come first, where they are asked at all.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub after: Vec<QuestionId> = Vec::new(),
        /// What it costs to answer, in units of one glance: 1 for a choice, more where books
        /// must be opened.
        #[serde(skip_serializing_if = "is_one")]
        pub effort: u32 = 1,
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_one(effort: &u32) -> bool {
    *effort == 1
}

shape! {
    /// The layout of a question.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Form;
    ///
    /// assert_eq!(serde_json::to_value(Form::Checklist).unwrap(), "checklist");
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Form {
        /// One fact, one control.
        "single" = Single,
        /// Several yes/no facts (or counts, where ticking opens a number field) as a list of
        /// boxes with "none of these" and "not sure about the rest".
        "checklist" = Checklist,
        /// Several facts, a control each.
        "fields" = Fields,
    }
}
