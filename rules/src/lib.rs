//! The rule language of Mingbai: YAML in, packs out, and everything said on the way.
//!
//! Rule source (YAML) → parse → resolve → lint → compile → pack (JSON). Nothing here stops
//! at the first mistake: [`compile`] reads everything it can and hands back all
//! [`Diagnostics`] with what became of the rules.

mod compile;
mod compiled;
mod diagnostic;
mod diff;
mod docs;
mod expression;
mod fix;
pub mod inventory;
mod lint;
mod mutation;
mod parse;
mod resolve;
mod schema;
pub mod serve;
mod source;
mod yaml;

pub use compile::{
    Compilation, CompiledPack, Output, OutputError, Progress, check, check_watched,
    compile,
};
pub use compiled::{PacksError, read_packs};
pub use diagnostic::{
    Code, Diagnostic, Diagnostics, Fix, Format, Severity, nearest, render,
};
pub use diff::{Change, Difference, Effect, PackDifference, Subject, What};
pub use docs::{Base, Catalogue, DocsError, award_text};
pub use fix::{Applied, Fixed, fix};
pub use mutation::{Mutant, Mutation, Outcome, Proof, mutate};
pub use schema::schema;
pub use source::{FileId, Folder, SourceError, SourceFile, Sources, Span};
