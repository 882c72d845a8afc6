//! Awards: what a policy grants, to whom, on which conditions.

use alloc::vec::Vec;
use rust_decimal::Decimal;

use crate::citation::Citation;
use crate::condition::{Condition, Expression};
use crate::id::{AwardId, DepartmentId, GroupId};
use crate::json::shape;

shape! {
    /// What a policy grants: its criteria, amount and place in the law. Its words stand in
    /// [`crate::Texts`].
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
