//! The rule language of Mingbai: YAML in, packs out, and everything said on the way.
//!
//! Rule source (YAML) → parse → resolve → lint → compile → pack (JSON). Nothing here stops
//! at the first mistake: [`compile`] reads everything it can and hands back all
//! [`Diagnostics`] with what became of the rules.

mod compile;
mod diagnostic;
mod expression;
mod parse;
mod resolve;
pub mod serve;
mod source;
mod yaml;

pub use compile::{Compilation, CompiledPack, Output, OutputError, compile};
pub use diagnostic::{Code, Diagnostic, Diagnostics, Fix, Format, Severity, render};
pub use source::{FileId, Folder, SourceError, SourceFile, Sources, Span};
