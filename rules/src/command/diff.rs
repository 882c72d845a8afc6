//! `mingbai diff`: what changed for whom.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use mingbai_rules::Difference;

use super::assess::Tongue;
use super::{Failure, Style, packs, print};

#[derive(Debug, Args)]
pub(super) struct DiffArguments {
    /// The rules as they were
    old: PathBuf,
    /// The rules as they are
    new: PathBuf,
    /// Text for people, JSON for programs
    #[arg(long, value_enum, default_value_t)]
    format: Style,
    /// The language of the prose
    #[arg(long, value_enum, default_value_t)]
    language: Tongue,
}

/// Compares two states of the rules.
pub(super) fn diff(arguments: &DiffArguments) -> Result<ExitCode, Failure> {
    let old = packs(Some(&arguments.old))?;
    let new = packs(Some(&arguments.new))?;
    let difference = Difference::new(&old, &new, arguments.language.into());
    let difference = difference.map_err(Failure::failed)?;
    let said = match arguments.format {
        Style::Text => difference.to_string(),
        Style::Json => {
            let json = serde_json::to_string_pretty(&difference);
            json.map_err(Failure::failed)? + "\n"
        }
    };
    print(&said)?;
    Ok(ExitCode::SUCCESS)
}
