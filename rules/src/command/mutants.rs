//! `mingbai mutants`: whether the cases of the awards notice a change.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use mingbai_rules::{Mutant, Outcome, Proof, Sources, mutate, nearest, render};

use super::{Failure, Style, plural, print, read, say, style_of};

#[derive(Debug, Args)]
pub(super) struct MutantsArguments {
    /// The folder that holds one folder for each jurisdiction
    #[arg(value_name = "RULES_DIR")]
    rules: Option<PathBuf>,
    /// This award alone; may be given again
    #[arg(long, value_name = "ID")]
    award: Vec<String>,
}

/// Changes the awards, and shows what no case notices.
pub(super) fn mutants(arguments: &MutantsArguments) -> Result<ExitCode, Failure> {
    let sources = read(arguments.rules.as_deref())?;
    let all = arguments.award.is_empty();
    let wanted = |id: &mingbai_core::AwardId| {
        all || arguments.award.iter().any(|award| award == id.as_str())
    };
    let mutation = mutate(&sources, &wanted).map_err(|diagnostics| {
        let format = style_of(Style::Text, io::stderr().is_terminal());
        say(&render(&diagnostics, &sources, format));
        Failure::failed("the rules have errors, so no case was run")
    })?;
    unknown(&arguments.award, &sources, &mutation.mutants)?;
    let mut noticed = 0_usize;
    let mut survived = 0_usize;
    let mut proved: BTreeMap<&str, usize> = BTreeMap::new();
    let mut text = String::new();
    for mutant in &mutation.mutants {
        let place = place(&sources, mutant);
        match &mutant.outcome {
            Outcome::Noticed => noticed += 1,
            Outcome::NoDifference(proof) => {
                let why = reason(*proof);
                *proved.entry(why).or_default() += 1;
                text.push_str(&format!("equivalent: {place}: {why}\n"));
            }
            Outcome::Survived { case } => {
                survived += 1;
                text.push_str(&format!("survived: {place}\n"));
                if let Some(case) = case {
                    text.push_str(&format!("  a case that would notice: {case}\n"));
                }
            }
        }
    }
    print(&text)?;
    let equivalent: usize = proved.values().sum();
    say(&format!(
        "{} of {}: {noticed} noticed, {equivalent} proved equivalent, {survived} survived\n",
        plural(mutation.mutants.len(), "mutant"),
        plural(mutation.awards, "award"),
    ));
    Ok(if survived > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn place(sources: &Sources, mutant: &Mutant) -> String {
    let Mutant { award, span, change, .. } = mutant;
    let (line, column) = sources.line_and_column(span.file, span.start);
    format!("{}:{line}:{column}: {award}: {change}", sources.path(span.file))
}

fn reason(proof: Proof) -> &'static str {
    match proof {
        Proof::Same => "same diagram, same payout",
        Proof::SameForEligible => "same diagram, same payout for whoever is eligible",
    }
}

/// Refuses ids that no award has.
fn unknown(
    wanted: &[String],
    sources: &Sources,
    mutants: &[Mutant],
) -> Result<(), Failure> {
    let found = |id: &&String| mutants.iter().any(|it| it.award.as_str() == id.as_str());
    let Some(missing) = wanted.iter().find(|id| !found(id)) else { return Ok(()) };
    let all = mingbai_rules::compile(sources).packs;
    let ids = all.iter().flat_map(|pack| &pack.rules.awards);
    let ids: Vec<&str> = ids.map(|award| award.id.as_str()).collect();
    let hint = nearest(missing, ids).map(|id| format!(": did you mean `{id}`?"));
    let hint = hint.unwrap_or_default();
    Err(Failure::usage(format!("--award: no award has the id `{missing}`{hint}")))
}
