//! Awards: what a policy grants, to whom, on which conditions.

use alloc::vec::Vec;
use rust_decimal::Decimal;

use crate::citation::Citation;
use crate::condition::{Condition, Expression};
use crate::id::{AwardId, DepartmentId, GroupId};
use crate::shape::shape;

shape! {
    /// What a policy grants: its criteria, amount and place in the law. Its words stand in
    /// [`crate::Texts`].
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Pack, Selection};
    ///
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let award = pack.award(&"patents-20".into()).unwrap();
    /// assert_eq!(award.cite.article, "14");
    /// assert_eq!(award.selection, Selection::Automatic);
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Award {
        /// Its id.
        pub id: AwardId,
        /// Where it stands.
        pub cite: Citation,
        /// The requirements, all of which must be met; non-empty.
        pub criteria: Vec<Criterion>,
        /// What an eligible applicant gets.
        pub amount: Amount,
        /// Who decides.
        pub selection: Selection,
        /// How often it is granted.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub per: Option<Per> = None,
        /// The departments that lead it, in the document's order.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub departments: Vec<DepartmentId> = Vec::new(),
    }
}

shape! {
    /// One cited requirement of an award.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Pack;
    ///
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let award = pack.award(&"patents-20".into()).unwrap();
    /// // Registration in the city goes without saying.
    /// assert!(award.criteria[0].implied && !award.criteria[1].implied);
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Criterion {
        /// What must hold.
        pub condition: Condition,
        /// Where it stands.
        pub cite: Citation,
        /// The text does not say it, but presupposes it (registration in the city, say).
        #[serde(skip_serializing_if = "core::ops::Not::not")]
        pub implied: bool = false,
    }
}

shape! {
    /// Who decides whether an eligible applicant gets the award. Beside the verdict; it never
    /// changes it.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Selection;
    ///
    /// assert_eq!(serde_json::to_value(Selection::CaseByCase).unwrap(), "case-by-case");
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Selection {
        /// Nobody: whoever meets the criteria gets it.
        "automatic" = Automatic,
        /// An authority chooses the better ones (择优).
        "selective" = Selective,
        /// Applicants compete for a limited number (评选、揭榜).
        "competitive" = Competitive,
        /// An authority agrees each case (一事一议).
        "case-by-case" = CaseByCase,
    }
}

shape! {
    /// How often an award is granted.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Pack, Per};
    ///
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// assert_eq!(pack.award(&"graduates".into()).unwrap().per, Some(Per::Year));
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Per {
        /// Once and never again (一次性): an applicant that had it has `received` it.
        "once" = Once,
        /// Each year.
        "year" = Year,
        /// Each prize, project or item.
        "item" = Item,
    }
}

shape! {
    /// What an eligible applicant gets. Money is in yuan.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Amount, Expression};
    ///
    /// let most = Amount::UpTo(Expression::Number(500_000.into()));
    /// let json = serde_json::to_value(&most).unwrap();
    /// assert_eq!(json, serde_json::json!({"up-to": {"number": "500000"}}));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Amount {
        /// Exactly so much.
        "fixed" = Fixed(Expression),
        /// At most so much, and no formula (最高): `[0, n]`.
        "up-to" = UpTo(Expression),
        /// A share of a base: `percent` of `base`, at most `cap`.
        "rate" = Rate {
            /// 50 means 50 %.
            percent: Expression,
            /// What the share is taken of.
            base: Expression,
            /// The ceiling, where there is one.
            #[serde(skip_serializing_if = "Option::is_none")]
            cap: Option<Expression> = None,
        },
        /// So much for each unit: `each` × `count`, at most `cap`.
        "per-unit" = PerUnit {
            /// For one unit.
            each: Expression,
            /// How many units.
            count: Expression,
            /// The ceiling, where there is one, per the award's period.
            #[serde(skip_serializing_if = "Option::is_none")]
            cap: Option<Expression> = None,
        },
        /// `ratio` yuan for each yuan of a superior grant, at most `cap`.
        "matching" = Matching {
            /// The superior grant.
            grant: Expression,
            /// 1 for 1:1.
            ratio: Decimal,
            /// The ceiling, where there is one.
            #[serde(skip_serializing_if = "Option::is_none")]
            cap: Option<Expression> = None,
        },
        /// The first tier whose condition holds; the last one has none.
        "tiers" = Tiers(Vec<Tier>),
        /// Money whose amount no text states: `[0, unbounded]`.
        "unspecified" = Unspecified,
        /// A tax preference: `[0, unbounded]`, never part of a sum.
        "tax-preference" = TaxPreference,
        /// Land, rooms, vouchers in kind, priority: `[0, 0]`.
        "in-kind" = InKind,
        /// A service: `[0, 0]`.
        "service" = Service,
        /// A title, commendation or listing: `[0, 0]`.
        "recognition" = Recognition,
    }
}

shape! {
    /// One tier of an amount.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{FromJson, Json, Tier};
    ///
    /// let json = Json::parse(r#"{"amount": {"fixed": {"number": "200000"}}}"#).unwrap();
    /// // The last tier has no condition.
    /// assert!(Tier::read(&json).unwrap().when.is_none());
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Tier {
        /// When it applies; absent on the last tier only.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub when: Option<Condition> = None,
        /// What it grants. A tier holds no further tiers.
        pub amount: Amount,
    }
}

shape! {
    /// How awards of a pack stand to each other. Silence of the text is no group.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{FromJson, Group, GroupRule, Json};
    ///
    /// let json = r#"{
    ///     "id": "prizes", "awards": ["first", "second"], "rule": "exclusive",
    ///     "cite": {"document": "example-policy", "article": "21"}
    /// }"#;
    /// let json = Json::parse(json).unwrap();
    /// assert_eq!(Group::read(&json).unwrap().rule, GroupRule::Exclusive);
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Group {
        /// Its id; its words stand in [`crate::Texts`].
        pub id: GroupId,
        /// The awards; at least two, or one for a cap.
        pub awards: Vec<AwardId>,
        /// What binds them.
        pub rule: GroupRule,
        /// Where it stands.
        pub cite: Citation,
    }
}

shape! {
    /// What binds the awards of a group.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Expression, GroupRule};
    ///
    /// let rule = GroupRule::Cap(Expression::Number(5_000_000.into()));
    /// let json = serde_json::to_value(&rule).unwrap();
    /// assert_eq!(json, serde_json::json!({"cap": {"number": "5000000"}}));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum GroupRule {
        /// At most one of them is granted (就高不重复).
        "exclusive" = Exclusive,
        /// All are granted, but no more than this many yuan together in a year.
        "cap" = Cap(Expression),
        /// The text is silent on whether they add up: the least total takes the higher one,
        /// the greatest takes the sum.
        "stacking-unclear" = StackingUnclear,
        /// All are granted on top of each other; said by the text.
        "additive" = Additive,
    }
}
