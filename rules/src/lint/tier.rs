//! Tiers that are never reached, that overlap, or that leave a hole between them: decided
//! by the engine, for those who can be eligible.

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::{
    Amount, Answers, Assessment, Comparison, Condition, Decimal, Domain, Expression,
    FactId, Kind, Pack, Status, Tier, assess,
};

use super::LAST_DAY;
use super::case::Names;
use crate::diagnostic::{Code, Diagnostics};
use crate::parse::{AmountDecl, TierDecl};
use crate::resolve::ResolvedAward;

/// Looks at the tiers of an award whose criteria can be met.
pub(super) fn look(
    award: &ResolvedAward<'_>,
    pack: &Pack,
    names: &Names<'_>,
    diagnostics: &mut Diagnostics,
) {
    let (Amount::Tiers(tiers), AmountDecl::Tiers(written)) =
        (&award.award.amount, &award.decl.amount.value)
    else {
        return;
    };
    let answers = Answers::new();
    let criteria = award.award.criteria.iter().map(|it| it.condition.clone()).collect();
    let tiers = Tiers {
        nothing_known: assess(pack, &answers, LAST_DAY),
        pack,
        criteria,
        tiers,
        written,
        names,
    };
    if tiers.unreachable(diagnostics) == 0 {
        tiers.overlaps(diagnostics);
        tiers.gaps(diagnostics);
    }
}

struct Tiers<'a, 'p> {
    nothing_known: Assessment<'p>,
    pack: &'p Pack,
    criteria: Vec<Condition>,
    tiers: &'a [Tier],
    written: &'a [TierDecl],
    names: &'a Names<'a>,
}

impl Tiers<'_, '_> {
    /// Whether nobody who is eligible meets all of `conditions`.
    fn never(&self, conditions: impl IntoIterator<Item = Condition>) -> bool {
        let all = self.criteria.iter().cloned().chain(conditions).collect();
        self.nothing_known.status(&Condition::All(all)) == Status::Unmet
    }

    /// Reports tiers that earlier ones leave nobody to; how many there are.
    fn unreachable(&self, diagnostics: &mut Diagnostics) -> usize {
        let mut earlier: Vec<Condition> = Vec::new();
        let mut count = 0;
        for (tier, written) in self.tiers.iter().zip(self.written) {
            if self.never(earlier.iter().chain(&tier.when).cloned()) {
                count += 1;
                diagnostics
                    .report(
                        Code::UnreachableTier,
                        written.span,
                        "no eligible applicant reaches this tier",
                    )
                    .hint("earlier tiers take everybody whom it is for");
            }
            earlier.extend(tier.when.clone().map(not));
        }
        count
    }

    /// Reports tiers that share some applicants only: where each applicant of the one is
    /// for the other as well, their order says what is meant.
    fn overlaps(&self, diagnostics: &mut Diagnostics) {
        let mut earlier: Vec<Condition> = Vec::new();
        for (at, (tier, written)) in self.tiers.iter().zip(self.written).enumerate() {
            let Some(when) = &tier.when else { continue };
            let later = self.tiers.iter().zip(self.written).skip(at + 1);
            for (other, place) in later {
                let Some(also) = &other.when else { continue };
                let with = |more: [Condition; 2]| earlier.iter().cloned().chain(more);
                let shared = !self.never(with([when.clone(), also.clone()]));
                let nested = self.never(with([when.clone(), not(also.clone())]))
                    || self.never(with([not(when.clone()), also.clone()]));
                if shared && !nested && tier.amount != other.amount {
                    diagnostics
                        .report(
                            Code::TierOverlap,
                            place.span,
                            "some applicants belong to this tier and to an earlier one",
                        )
                        .label("they never get this")
                        .related(written.span, "they get this")
                        .hint(
                            "let each tier begin where the other ends: `>=` beside `<`",
                        );
                }
            }
            earlier.push(not(when.clone()));
        }
    }

    /// Reports values between those of two tiers that fall to the last one.
    fn gaps(&self, diagnostics: &mut Diagnostics) {
        let mut figures: BTreeMap<FactId, BTreeSet<Decimal>> = BTreeMap::new();
        for tier in self.tiers {
            if let Some(when) = &tier.when {
                thresholds(when, &mut figures);
            }
        }
        let Some(last) = self.written.last() else { return };
        let left: Vec<Condition> =
            self.tiers.iter().filter_map(|tier| tier.when.clone()).map(not).collect();
        for (fact, figures) in figures {
            let kind = self.pack.fact(&fact).map(|fact| &fact.kind);
            let Some(domain) = kind.and_then(domain) else { continue };
            let step = Decimal::new(1, domain.decimals);
            let mut values = BTreeSet::new();
            for figure in figures {
                let beside = [figure.checked_sub(step), figure.checked_add(step)];
                values.extend(beside.into_iter().flatten().chain([figure]));
            }
            values.retain(|it| {
                *it >= domain.min && domain.max.is_none_or(|max| *it <= max)
            });
            let mut covered = false;
            let mut hole = None;
            for value in values {
                let is = equal(&fact, value);
                if self.never([is.clone()]) {
                    continue;
                }
                let falls = !self.never(left.iter().cloned().chain([is]));
                match (falls, hole) {
                    (true, None) if covered => hole = Some(value),
                    (false, Some(hole)) => {
                        let name = self.names.name(&fact);
                        let hole = hole.normalize();
                        let message = format!(
                            "`{name}` of {hole} lies between two tiers and falls to the \
                             last one"
                        );
                        diagnostics.report(Code::TierGap, last.span, message).hint(
                            "let each tier begin where the other ends: `>=` beside `<`",
                        );
                        break;
                    }
                    (false, None) => covered = true,
                    _ => {}
                }
            }
        }
    }
}

fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

fn equal(fact: &FactId, value: Decimal) -> Condition {
    Condition::Compare {
        left: Expression::Fact(fact.clone()),
        is: Comparison::Equal,
        right: Expression::Number(value),
    }
}

fn domain(kind: &Kind) -> Option<&Domain> {
    match kind {
        Kind::Count(domain)
        | Kind::Decimal(domain)
        | Kind::Money(domain)
        | Kind::Percent(domain)
        | Kind::Year(domain) => Some(domain),
        _ => None,
    }
}

/// The figures that each fact is compared with.
fn thresholds(condition: &Condition, into: &mut BTreeMap<FactId, BTreeSet<Decimal>>) {
    match condition {
        Condition::All(members)
        | Condition::Any(members)
        | Condition::AtLeast { of: members, .. } => {
            members.iter().for_each(|member| thresholds(member, into));
        }
        Condition::Not(inner) => thresholds(inner, into),
        Condition::Compare { left, right, .. } => match (left, right) {
            (Expression::Fact(fact), Expression::Number(number))
            | (Expression::Number(number), Expression::Fact(fact)) => {
                into.entry(fact.clone()).or_default().insert(*number);
            }
            _ => {}
        },
        _ => {}
    }
}
