//! Conditions that are always or never true: decided by the engine, not guessed.

use mingbai_core::{Answers, Assessment, Condition, Pack, Status, assess};

use super::case::Names;
use super::{LAST_DAY, tier};
use crate::diagnostic::{Code, Diagnostics};
use crate::expression::{Expr, ExprKind};
use crate::parse::{ConditionDecl, ConditionKind};
use crate::resolve::{ResolvedAward, Written};
use crate::source::Span;

/// Looks at every condition of `award` in a pack that holds it.
pub(super) fn look(
    award: &ResolvedAward<'_>,
    pack: &Pack,
    names: &Names<'_>,
    diagnostics: &mut Diagnostics,
) {
    let answers = Answers::new();
    let nothing_known = assess(pack, &answers, LAST_DAY);
    let mut look = Look { assessment: &nothing_known, diagnostics };
    let criteria: Vec<Condition> =
        award.award.criteria.iter().map(|it| it.condition.clone()).collect();
    let mut dead = false;
    for (condition, written) in criteria.iter().zip(&award.written) {
        match look.assessment.status(condition) {
            Status::Met => {
                look.diagnostics
                    .report(
                        Code::AlwaysTrue,
                        written.span(),
                        "every applicant meets this criterion",
                    )
                    .hint("is an operator turned around?");
            }
            Status::Unmet => {
                dead = true;
                look.never(written.span(), "nobody can meet this criterion");
            }
            Status::Open | Status::Review => {}
        }
    }
    if dead {
        return;
    }
    if look.assessment.status(&Condition::All(criteria.clone())) == Status::Unmet {
        let message = "the criteria contradict each other: nobody can meet all of them";
        return look.never(award.decl.id.span, message);
    }
    for (at, written) in award.written.iter().enumerate() {
        let Written::Condition(written) = written else { continue };
        let mut others = criteria.clone();
        let condition = others.remove(at);
        look.framed(&condition, written, &others);
    }
    tier::look(award, pack, names, diagnostics);
}

struct Look<'a, 'p> {
    assessment: &'a Assessment<'p>,
    diagnostics: &'a mut Diagnostics,
}

impl Look<'_, '_> {
    fn never(&mut self, span: Span, message: &str) {
        self.diagnostics
            .report(Code::NeverTrue, span, message)
            .hint("should an `and` be an `or`, or is a bound wrong?");
    }

    /// Looks for alternatives that nobody can take, given what else must hold.
    fn framed(
        &mut self,
        condition: &Condition,
        written: &ConditionDecl,
        others: &[Condition],
    ) {
        match (condition, &written.kind) {
            (_, ConditionKind::Expr(expr)) => self.expression(condition, expr, others),
            (Condition::Any(members), ConditionKind::Any(written)) => {
                for (member, written) in members.iter().zip(written) {
                    if !self.dead(member, written.span, others) {
                        self.framed(member, written, others);
                    }
                }
            }
            (Condition::All(members), ConditionKind::All(written)) => {
                for (at, (member, written)) in members.iter().zip(written).enumerate() {
                    let others = beside(members, at, others);
                    self.framed(member, written, &others);
                }
            }
            _ => {}
        }
    }

    fn expression(
        &mut self,
        condition: &Condition,
        written: &Expr,
        others: &[Condition],
    ) {
        match (condition, &written.kind) {
            (Condition::Any(members), ExprKind::Or(written)) => {
                for (member, written) in members.iter().zip(written) {
                    if !self.dead(member, written.span, others) {
                        self.expression(member, written, others);
                    }
                }
            }
            (Condition::All(members), ExprKind::And(written)) => {
                for (at, (member, written)) in members.iter().zip(written).enumerate() {
                    let others = beside(members, at, others);
                    self.expression(member, written, &others);
                }
            }
            _ => {}
        }
    }

    /// Whether an alternative can never be taken, which is reported.
    fn dead(&mut self, member: &Condition, span: Span, others: &[Condition]) -> bool {
        let both = others.iter().chain([member]).cloned().collect();
        let dead = self.assessment.status(&Condition::All(both)) == Status::Unmet;
        if dead {
            self.never(span, "nobody who meets the rest can take this alternative");
        }
        dead
    }
}

/// The members beside the one at `at`, with what else must hold.
fn beside(members: &[Condition], at: usize, others: &[Condition]) -> Vec<Condition> {
    let rest = members.iter().enumerate().filter(|(index, _)| *index != at);
    rest.map(|(_, member)| member.clone()).chain(others.iter().cloned()).collect()
}
