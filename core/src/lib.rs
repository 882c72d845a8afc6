//! The eligibility engine of Mingbai.
#![doc = "work in progress: contract of types first"]

mod answer;
mod assess;
mod award;
mod check;
mod citation;
mod condition;
mod determination;
mod diagram;
mod explanation;
mod fact;
mod id;
mod interview;
mod jurisdiction;
mod lower;
mod near_miss;
mod pack;
mod portfolio;
pub mod prose;
mod reading;
mod session;
mod space;
mod term;
mod text;
mod value;

pub use answer::{Answer, AnswerError, AnswerErrors, Answers};
pub use assess::{Assessment, Determination, assess};
pub use award::{Amount, Award, Criterion, Group, GroupRule, Per, Selection, Tier};
pub use citation::{Citation, Document, Standing, Standings, Successor};
pub use condition::{Comparison, Condition, Dated, Expression};
pub use determination::{Amounts, Status, Verdict};
pub use explanation::{Explained, Explanation, Node};
pub use fact::{Applies, Domain, Fact, Form, Kind, Period, Question};
pub use id::{
    AwardId, DepartmentId, DocumentId, FactId, GroupId, OptionId, ParameterId,
    QuestionId, ReviewId, SectionId,
};
pub use interview::Next;
pub use jiff::civil::Date;
pub use jurisdiction::{Jurisdiction, JurisdictionError};
pub use near_miss::{NearMisses, Step, Target};
pub use pack::{Pack, PackError, PackFile, SCHEMA};
pub use portfolio::{Total, Totals};
pub use prose::Prose;
pub use rust_decimal::Decimal;
pub use session::{Change, Report, Session};
pub use text::{AwardText, FactText, Language, QuestionText, Texts};
pub use value::Value;
