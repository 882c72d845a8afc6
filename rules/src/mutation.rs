//! Rule mutation: whether an award's cases notice a change of any of its thresholds,
//! operators and amounts.
//!
//! Each award is changed in one place and its cases are run against the changed rule. A
//! change that no case notices and that the engine cannot prove to make no difference has
//! survived: the award lacks a case.

mod equal;
mod missing_case;
mod variant;

use std::collections::BTreeSet;

use mingbai_core::{Award, AwardId, Condition, Date, Pack, PackFile};

pub use equal::Proof;

use crate::compile::{self, Depth};
use crate::diagnostic::Diagnostics;
use crate::lint;
use crate::resolve::{Resolved, ResolvedAward};
use crate::source::{Sources, Span};
use variant::{Ground, Variant};

/// One change of one award, and whether its cases noticed.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The award.
    pub award: AwardId,
    /// What was changed: a criterion, the amount, or the key `registered` or `for`.
    pub span: Span,
    /// What into what: `` `>=` → `>` ``.
    pub change: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A case noticed it.
    Noticed,
    /// It makes no difference.
    NoDifference(Proof),
    /// No case noticed it; with a case that would, where one was found.
    Survived {
        /// As it would stand under `cases`.
        case: Option<String>,
    },
}

/// What became of all changes.
#[derive(Debug)]
pub struct Mutation {
    /// How many awards were changed.
    pub awards: usize,
    /// Every change, award by award.
    pub mutants: Vec<Mutant>,
}

/// Changes every award that `wanted` takes, and runs its cases.
///
/// # Errors
///
/// What is wrong with the rules: a broken rule cannot be broken further.
pub fn mutate(
    sources: &Sources,
    wanted: &dyn Fn(&AwardId) -> bool,
) -> Result<Mutation, Diagnostics> {
    let mut mutation = Mutation { awards: 0, mutants: Vec::new() };
    let mut changed = |resolved: &Resolved<'_>, rules: &PackFile| {
        for award in &resolved.awards {
            if wanted(&award.award.id) {
                mutation.awards += 1;
                mutants(award, resolved, rules, &mut mutation.mutants);
            }
        }
    };
    let compilation = compile::build(sources, Depth::Check, &mut changed, &mut |_| {});
    match compilation.diagnostics.errors() {
        0 => Ok(mutation),
        _ => Err(compilation.diagnostics),
    }
}

fn mutants(
    award: &ResolvedAward<'_>,
    resolved: &Resolved<'_>,
    rules: &PackFile,
    mutants: &mut Vec<Mutant>,
) {
    let names = lint::Names::of(resolved);
    let ground = Ground { facts: &rules.facts, parameters: &resolved.parameters };
    for variant in ground.variants(&award.award) {
        // What the engine refuses would have been refused from an author as well.
        let Ok(pack) = Pack::load(lint::alone(&with(rules, &variant), &variant.award))
        else {
            continue;
        };
        let mut found = Diagnostics::default();
        lint::run_cases(award, &pack, &names, &mut found);
        let outcome = match found.errors() {
            0 => unnoticed(award, resolved, rules, &variant, &pack),
            _ => Outcome::Noticed,
        };
        let span = match variant.criterion {
            Some(at) => award.written.get(at).map(|written| written.span()),
            None => Some(award.decl.amount.span),
        };
        mutants.push(Mutant {
            award: award.award.id.clone(),
            span: span.unwrap_or(award.decl.id.span),
            change: variant.change,
            outcome,
        });
    }
}

fn unnoticed(
    award: &ResolvedAward<'_>,
    resolved: &Resolved<'_>,
    rules: &PackFile,
    variant: &Variant,
    changed: &Pack,
) -> Outcome {
    let rules = with(rules, variant);
    // Facts of both, so that the engine can compare them.
    let both = both(&award.award, &variant.award);
    let mut together = lint::alone(&rules, &both);
    together.parameters.extend(variant.parameters.clone());
    let together = Pack::load(together);
    if let Ok(together) = &together
        && let Some(proof) =
            equal::prove(together, &days(&rules, &both), &award.award, &variant.award)
    {
        return Outcome::NoDifference(proof);
    }
    let before = Pack::load(lint::alone(&rules, &award.award));
    let case = before.ok().and_then(|before| {
        missing_case::find(award, resolved, &before, changed, &days(&rules, &both))
    });
    Outcome::Survived { case }
}

/// The rules with the series that a variant brings.
fn with(rules: &PackFile, variant: &Variant) -> PackFile {
    let mut rules = rules.clone();
    for (id, series) in &variant.parameters {
        rules.parameters.insert(id.clone(), series.clone());
    }
    rules
}

/// An award that names whatever either of two names.
fn both(before: &Award, after: &Award) -> Award {
    let criteria = before.criteria.iter().chain(&after.criteria).cloned().collect();
    Award { criteria, ..before.clone() }
}

/// The days on which the rules may read differently: each that a series names, and the
/// last.
fn days(rules: &PackFile, award: &Award) -> BTreeSet<Date> {
    let series = rules.parameters.iter().flat_map(|(_, series)| series);
    let mut days: BTreeSet<Date> = series.map(|entry| entry.from).collect();
    days.insert(Date::MAX);
    for criterion in &award.criteria {
        dated(&criterion.condition, &mut days);
    }
    let before = days.iter().filter_map(|day| day.yesterday()).collect::<Vec<_>>();
    days.extend(before);
    days
}

/// The days that the wordings of a condition begin on.
fn dated(condition: &Condition, days: &mut BTreeSet<Date>) {
    match condition {
        Condition::All(members)
        | Condition::Any(members)
        | Condition::AtLeast { of: members, .. } => {
            members.iter().for_each(|member| dated(member, days));
        }
        Condition::Not(inner) => dated(inner, days),
        Condition::If { when, then, otherwise } => {
            for inner in [when, then, otherwise] {
                dated(inner, days);
            }
        }
        Condition::Dated(series) => {
            for entry in series {
                days.insert(entry.from);
                dated(&entry.is, days);
            }
        }
        Condition::Yes(_)
        | Condition::Compare { .. }
        | Condition::OneOf { .. }
        | Condition::Has { .. }
        | Condition::Within { .. }
        | Condition::Review(_) => {}
    }
}
