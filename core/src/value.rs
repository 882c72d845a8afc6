//! Values that facts take.

use alloc::vec::Vec;

use crate::date::Date;
use rust_decimal::Decimal;

use crate::id::OptionId;
use crate::jurisdiction::Jurisdiction;
use crate::shape::shape;

shape! {
    /// One value of one fact. Numbers are exact decimals and cross boundaries as strings.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Value;
    ///
    /// let number = Value::Number("1.50".parse().unwrap());
    /// assert_eq!(serde_json::to_value(&number).unwrap(), serde_json::json!({"number": "1.50"}));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Value {
        /// Of a yes/no fact.
        "yes-no" = YesNo(bool),
        /// Of a count, decimal, money (yuan), percent (50 % is `50`) or year.
        "number" = Number(Decimal),
        /// Of a date fact.
        "date" = Date(Date),
        /// Of a choice fact.
        "choice" = Choice(OptionId),
        /// Of a choices fact: exactly the options that apply, in any order.
        "choices" = Choices(Vec<OptionId>),
        /// Of a jurisdiction fact. A city's code says that the county is not known.
        "jurisdiction" = Jurisdiction(Jurisdiction),
    }
}
