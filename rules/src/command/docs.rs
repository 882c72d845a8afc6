//! `mingbai docs`: the rules as pages to read.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use mingbai_core::Language;
use mingbai_rules::{Base, Catalogue, award_text, nearest};

use super::assess::Tongue;
use super::{Failure, packs, print, say};

#[derive(Debug, Args)]
pub(super) struct DocsArguments {
    /// The folder of the rules, or one with compiled packs
    #[arg(value_name = "RULES")]
    rules: Option<PathBuf>,
    /// Where the catalogue goes, a static site; made where it is missing
    #[arg(long, value_name = "DIR", required_unless_present = "award")]
    out: Option<PathBuf>,
    /// Where the checker stands, seen from the catalogue
    #[arg(long, value_name = "PATH", default_value = Base::ABOVE)]
    base: Base,
    /// One award alone, on standard output
    #[arg(long, value_name = "ID", conflicts_with = "out")]
    award: Option<String>,
    /// The language of the one award
    #[arg(long, value_enum, default_value_t, requires = "award")]
    language: Tongue,
    /// How the one award is written
    #[arg(long, value_enum, default_value_t, requires = "award")]
    format: Form,
}

/// How a page is written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Form {
    /// For a terminal or a letter
    #[default]
    Text,
    /// As in the catalogue
    Html,
}

/// Writes the catalogue, or one award of it.
pub(super) fn docs(arguments: &DocsArguments) -> Result<ExitCode, Failure> {
    let packs = packs(arguments.rules.as_deref())?;
    let language = Language::from(arguments.language);
    if let (Some(id), Form::Text) = (&arguments.award, arguments.format) {
        let text = award_text(&packs, &id.as_str().into(), language);
        let text = text.map_err(Failure::failed)?;
        print(&text.ok_or_else(|| unknown(id, &packs))?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let catalogue = Catalogue::new(&packs, &arguments.base).map_err(Failure::failed)?;
    if let Some(id) = &arguments.award {
        let end = format!("/{id}.html");
        let mut files = catalogue.files();
        let found = files
            .find(|(path, _)| path.starts_with(language.tag()) && path.ends_with(&end));
        let (_, page) = found.ok_or_else(|| unknown(id, &packs))?;
        print(page)?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(out) = &arguments.out {
        catalogue.write(out).map_err(Failure::failed)?;
        let awards: usize = packs.iter().map(|pack| pack.rules.awards.len()).sum();
        say(&format!(
            "wrote {} pages about {awards} awards to {}\n",
            catalogue.files().filter(|(path, _)| path.ends_with(".html")).count(),
            out.display()
        ));
    }
    Ok(ExitCode::SUCCESS)
}

fn unknown(id: &str, packs: &[mingbai_rules::CompiledPack]) -> Failure {
    let awards = packs.iter().flat_map(|pack| &pack.rules.awards);
    let meant = nearest(id, awards.map(|award| award.id.as_str()));
    let hint = meant.map_or_else(
        || "`mingbai docs --out DIR` lists them".to_owned(),
        |meant| format!("did you mean `{meant}`?"),
    );
    Failure::usage(format!("--award: no award has the id `{id}`: {hint}"))
}
