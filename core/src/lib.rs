//! The eligibility engine of Mingbai: what a policy grants, exactly, under unknowns.
//!
//! A [`Pack`] holds the compiled rules of one jurisdiction, [`Answers`] what is known of one
//! applicant. [`assess`] says for every award whether the applicant is eligible in *every*
//! completion of the answers, in none, or what is still missing; what the award is worth;
//! and, on demand, why ([`Assessment::explain`]), how near ([`Assessment::near_misses`]) and
//! what all of it comes to ([`Assessment::totals`]). A [`Session`] does the same step by
//! step and knows what to ask next.
//!
//! ```text
//! pack (JSON) → Pack::from_json → Session / assess → Determination, Explanation, Prose
//! ```
//!
//! Nothing here reads a clock, a file, a locale or a float: the crate is `no_std`, date and
//! language are arguments. Everything is checked at the door, when a pack is loaded and when
//! an answer is set; behind it nothing fails or panics. How it works stands in
//! `core/DESIGN.md`.
//!
//! # Example
//!
//! ```
//! use mingbai_core::{Answers, Date, Pack, Verdict, assess};
//!
//! let pack = Pack::from_json(include_str!("../examples/pack.json"))?;
//! let json = r#"{"registered_in": "371000", "patents": 20}"#;
//! let answers = Answers::from_json(&pack, json)?;
//! let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
//! let determination = assessment.get(&"patents-20".into()).unwrap();
//! assert_eq!(determination.verdict, Verdict::Eligible);
//! assert_eq!(determination.amount.as_exact(), Some(200_000.into()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![no_std]
#![forbid(unsafe_code)]
#![deny(clippy::float_arithmetic, clippy::disallowed_types)]

extern crate alloc;

mod answer;
mod assess;
mod award;
mod check;
mod citation;
mod condition;
mod date;
mod determination;
mod diagram;
pub mod exact;
mod explanation;
mod fact;
mod id;
mod index;
mod interview;
mod json;
mod jurisdiction;
mod lower;
mod near_miss;
mod opening;
mod operator;
mod pack;
mod payout;
mod portfolio;
pub mod prose;
mod reading;
mod session;
mod shape;
mod sorted;
mod space;
mod table;
mod term;
mod text;
mod value;

pub use answer::{Answer, AnswerError, AnswerErrors, Answers};
pub use assess::{Assessment, Determination, assess};
pub use award::{Amount, Award, Criterion, Group, GroupRule, Per, Selection, Tier};
pub use citation::{Citation, Document, Standing, Standings, Successor};
pub use condition::{Comparison, Condition, Dated, Expression};
pub use date::{Date, DateError};
pub use determination::{Amounts, Status, Verdict};
pub use explanation::{Explained, Explanation, Node};
pub use fact::{Applies, Domain, Fact, Form, Kind, Period, Question};
pub use id::{
    AwardId, DepartmentId, DocumentId, FactId, GroupId, OptionId, ParameterId,
    QuestionId, ReviewId, SectionId,
};
pub use index::{Index, Listing};
pub use interview::Next;
pub use json::{Json, JsonError};
pub use jurisdiction::{Jurisdiction, JurisdictionError};
pub use near_miss::{NearMisses, Step, Target};
pub use operator::{Address, Application, Applying, Operator, Stage, Window};
pub use pack::{Pack, PackError, PackFile, SCHEMA};
pub use portfolio::{Total, Totals};
pub use prose::Prose;
pub use rust_decimal::Decimal;
pub use session::{Change, Report, Session};
pub use shape::FromJson;
pub use table::Table;
pub use text::{AwardText, FactText, Language, QuestionText, Texts};
pub use value::Value;
