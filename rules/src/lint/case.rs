//! Runs the cases of an award.

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::{
    Amounts, Answer, Answers, Decimal, Determination, FactId, Pack, Verdict, assess,
};

use super::LAST_DAY;
use crate::diagnostic::{Code, Diagnostics};
use crate::parse::{FactDecl, VERDICTS};
use crate::resolve::{Case, Given, Resolved, ResolvedAward};

/// Runs every case of `award` against a pack that holds it.
pub(crate) fn run(
    award: &ResolvedAward<'_>,
    pack: &Pack,
    names: &Names<'_>,
    diagnostics: &mut Diagnostics,
) {
    for case in &award.cases {
        let Some(answers) = answers(award, case, pack, diagnostics) else { continue };
        let date = case.as_of.unwrap_or(LAST_DAY);
        let assessment = assess(pack, &answers, date);
        let Some(determination) = assessment.get(&award.award.id) else { continue };
        compare(case, determination, names, diagnostics);
    }
}

fn answers(
    award: &ResolvedAward<'_>,
    case: &Case,
    pack: &Pack,
    diagnostics: &mut Diagnostics,
) -> Option<Answers> {
    let mut answers = Answers::new();
    let mut sound = true;
    for (id, given) in &case.given {
        // A fact that the award does not use says that it does not matter.
        if pack.fact(id).is_none() {
            continue;
        }
        let answer = match given {
            Given::Known(value) => Answer::Known(value.clone()),
            Given::Range { min, max } => Answer::Range { min: *min, max: *max },
            Given::DontKnow => Answer::Unknown,
        };
        if let Err(error) = answers.set(pack, id, Some(answer)) {
            let message = format!("case `{}`: {error}", case.name);
            diagnostics.report(Code::CaseValue, case.span, message);
            sound = false;
        }
    }
    answers.set_received(award.award.id.clone(), case.received);
    sound.then_some(answers)
}

fn compare(
    case: &Case,
    found: &Determination<'_>,
    names: &Names<'_>,
    diagnostics: &mut Diagnostics,
) {
    let name = &case.name;
    let missing: Vec<&FactId> = found.missing.iter().map(|fact| &fact.id).collect();
    if found.verdict != case.expect.value {
        let message = format!(
            "case `{name}`: expected `{}`, found `{}`",
            word(case.expect.value),
            word(found.verdict)
        );
        let diagnostic = diagnostics.report(Code::CaseFails, case.expect.span, message);
        if found.verdict == Verdict::Undetermined {
            diagnostic.hint(format!("still missing: {}", names.listed(&missing)));
        }
        return;
    }
    if let Some((expected, span)) = case.amount {
        let expected = Amounts { min: expected.min, max: expected.max };
        if found.amount != expected {
            let message = format!(
                "case `{name}`: expected {}, found {}",
                interval(expected),
                interval(found.amount)
            );
            diagnostics.report(Code::CaseFails, span, message);
        }
    }
    if let Some((expected, span)) = &case.missing {
        let expected: BTreeSet<&FactId> = expected.iter().collect();
        if missing.iter().copied().collect::<BTreeSet<_>>() != expected {
            let message = format!(
                "case `{name}`: expected {} to be missing, found {}",
                names.listed(&expected.into_iter().collect::<Vec<_>>()),
                names.listed(&missing)
            );
            diagnostics.report(Code::CaseFails, *span, message);
        }
    }
}

fn word(verdict: Verdict) -> &'static str {
    VERDICTS.iter().find(|(_, other)| *other == verdict).map_or("", |(word, _)| word)
}

/// The names of facts in conditions, by id.
pub(crate) struct Names<'d>(BTreeMap<&'d str, &'d str>);

impl<'d> Names<'d> {
    /// Those of all facts that a folder sees.
    pub(crate) fn of(resolved: &Resolved<'d>) -> Self {
        let name =
            |decl: &'d FactDecl| (decl.id.value.as_str(), decl.name.value.as_str());
        Self(resolved.facts.iter().map(|(decl, _)| name(decl)).collect())
    }

    /// What conditions call a fact.
    pub(super) fn name<'n>(&'n self, id: &'n FactId) -> &'n str {
        self.0.get(id.as_str()).copied().unwrap_or(id.as_str())
    }

    fn listed(&self, ids: &[&FactId]) -> String {
        let name = |id: &&FactId| format!("`{}`", self.name(id));
        let names: Vec<String> = ids.iter().map(name).collect();
        if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
    }
}

fn interval(amounts: Amounts) -> String {
    match amounts.max {
        Some(max) if max == amounts.min => sum(max),
        Some(max) => format!("{} to {}", sum(amounts.min), sum(max)),
        None => format!("{} or more", sum(amounts.min)),
    }
}

/// A sum as an author would write it.
fn sum(yuan: Decimal) -> String {
    let wan = Decimal::from(10_000);
    let whole = yuan.checked_rem(wan).is_some_and(|rest| rest.is_zero());
    match yuan.checked_div(wan) {
        Some(units) if whole && !yuan.is_zero() => {
            format!("`{} 万元`", units.normalize())
        }
        _ => format!("`{} 元`", yuan.normalize()),
    }
}
