//! Values that facts take.

use alloc::vec::Vec;

use crate::date::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::id::OptionId;
use crate::jurisdiction::Jurisdiction;

/// One value of one fact. Numbers are exact decimals and cross boundaries as strings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Value {
    /// Of a yes/no fact.
    YesNo(bool),
    /// Of a count, decimal, money (yuan), percent (50 % is `50`) or year.
    Number(Decimal),
    /// Of a date fact.
    Date(Date),
    /// Of a choice fact.
    Choice(OptionId),
    /// Of a choices fact: exactly the options that apply, in any order.
    Choices(Vec<OptionId>),
    /// Of a jurisdiction fact. A city's code says that the county is not known.
    Jurisdiction(Jurisdiction),
}
