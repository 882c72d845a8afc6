//! What is looked for once rules are known to be valid, a file for each subject.

mod case;
mod criterion;
mod expiry;
mod figure;
mod tier;
mod unused;

use mingbai_core::{Award, Date, Pack, PackError, PackFile};

pub(crate) use case::{Names, run as run_cases};
pub(crate) use figure::Uses as FigureUses;
pub(crate) use unused::{facts, parameters};

use crate::compile::Progress;
use crate::compile::uses::Uses;
use crate::diagnostic::{Code, Diagnostics};
use crate::resolve::Resolved;

/// The day on which rules are looked at where nothing else is said: after every change that
/// a dated series names.
const LAST_DAY: Date = Date::MAX;

/// Looks at one folder and the pack that came of it.
pub(crate) fn pack(
    resolved: &Resolved<'_>,
    rules: &PackFile,
    progress: &mut dyn FnMut(Progress),
    diagnostics: &mut Diagnostics,
) {
    unused::documents(resolved, rules, diagnostics);
    let names = Names::of(resolved);
    for (award, done) in resolved.awards.iter().zip(1..) {
        if award.decl.cases.is_empty() {
            let message = format!("the award `{}` has no case", award.award.id);
            diagnostics.report(Code::AwardWithoutCase, award.decl.id.span, message).hint(
                "give one for each verdict, and each threshold below, at and above",
            );
        }
        expiry::look(award, resolved, diagnostics);
        match Pack::load(alone(rules, &award.award)) {
            Ok(pack) => {
                run_cases(award, &pack, &names, diagnostics);
                criterion::look(award, &pack, &names, diagnostics);
            }
            // What is already reported need not be reported by the engine as well.
            Err(_) if diagnostics.errors() > 0 => {}
            Err(error) => refused(award.decl.id.span, &error, diagnostics),
        }
        progress(Progress { done, of: resolved.awards.len() });
    }
    if diagnostics.errors() == 0
        && let Err(error) = Pack::load(rules.clone())
        && let Some(first) = resolved.scope.own.awards.first()
    {
        refused(first.id.span, &error, diagnostics);
    }
}

fn refused(span: crate::source::Span, error: &PackError, diagnostics: &mut Diagnostics) {
    diagnostics
        .report(Code::BadPack, span, format!("the engine refuses the pack: {error}"))
        .hint(match error {
            PackError::TooComplex { .. } => {
                "compare fewer facts with each other in one award"
            }
            _ => "please report this together with the rule",
        });
}

/// A pack of one award: its cases cost the same however many others there are.
pub(crate) fn alone(rules: &PackFile, award: &Award) -> PackFile {
    let mut uses = Uses::default();
    uses.award(award);
    // A fact names earlier ones only: from the last to the first, everything is found.
    let mut facts = Vec::new();
    for fact in rules.facts.iter().rev() {
        if !uses.facts.contains(&fact.id) {
            continue;
        }
        if let Some(applies) = &fact.applies {
            uses.condition(&applies.asked_if);
        }
        if let Some(formula) = &fact.derived {
            uses.expression(formula);
        }
        facts.push(fact.clone());
    }
    facts.reverse();
    let parameters = uses.parameters.into_iter().filter_map(|id| {
        let series = rules.parameters.get(&id)?.clone();
        Some((id, series))
    });
    PackFile {
        schema: rules.schema,
        version: rules.version.clone(),
        jurisdiction: rules.jurisdiction,
        documents: rules.documents.clone(),
        facts,
        sections: Vec::new(),
        questions: Vec::new(),
        parameters: parameters.collect(),
        awards: vec![award.clone()],
        groups: Vec::new(),
    }
}
