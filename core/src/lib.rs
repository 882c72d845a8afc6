//! The eligibility engine of Mingbai.
#![doc = "work in progress: contract of types first"]

mod award;
mod citation;
mod condition;
mod fact;
mod id;
mod jurisdiction;
mod pack;
mod text;
mod value;

pub use award::{Amount, Award, Criterion, Group, GroupRule, Per, Selection, Tier};
pub use citation::{Citation, Document, Standing, Successor};
pub use condition::{Comparison, Condition, Dated, Expression};
pub use fact::{Applies, Domain, Fact, Form, Kind, Period, Question};
pub use id::{
    AwardId, DepartmentId, DocumentId, FactId, GroupId, OptionId, ParameterId,
    QuestionId, ReviewId, SectionId,
};
pub use jiff::civil::Date;
pub use jurisdiction::{Jurisdiction, JurisdictionError};
pub use pack::{PackFile, SCHEMA};
pub use rust_decimal::Decimal;
pub use text::{AwardText, FactText, Language, QuestionText, Texts};
pub use value::Value;
