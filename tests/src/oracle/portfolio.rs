//! The best lawful total by trying every subset of the awards.

use mingbai_core::{Amount, Amounts, Award, Decimal, GroupRule, PackFile, Selection};

use super::applicant::{Applicant, Outcome};

/// The best lawful total of the automatic awards that one completion grants: the least
/// where silence on stacking counts against the applicant, the greatest where it counts
/// for it.
///
/// `counts` leaves out awards of the wrong standing or already received. No award may
/// stand under two caps.
pub fn best_total<'p>(
    file: &'p PackFile,
    applicant: &Applicant<'_, 'p>,
    counts: impl Fn(&Award) -> bool,
) -> Amounts {
    let granted: Vec<(&Award, Amounts)> = file
        .awards
        .iter()
        .filter(|award| award.selection == Selection::Automatic && counts(award))
        .filter(|award| award.amount != Amount::TaxPreference)
        .map(|award| (award, applicant.judge(award)))
        .filter(|(_, judgement)| judgement.outcome == Outcome::Granted)
        .map(|(award, judgement)| (award, judgement.amount))
        .collect();
    let mut best = Amounts::ZERO;
    for bits in 0_u32..1 << granted.len() {
        let chosen: Vec<(&Award, Amounts)> = (0..)
            .zip(&granted)
            .filter(|(order, _)| bits >> order & 1 == 1)
            .map(|(_, award)| *award)
            .collect();
        if lawful(file, &chosen, true) {
            let least = chosen.iter().map(|(award, amount)| (*award, amount.min));
            best.min = best.min.max(paid(file, applicant, &least.collect::<Vec<_>>()));
        }
        if lawful(file, &chosen, false) {
            let most: Option<Vec<(&Award, Decimal)>> = chosen
                .iter()
                .map(|(award, amount)| Some((*award, amount.max?)))
                .collect();
            let most = most.map(|most| paid(file, applicant, &most));
            best.max = best.max.zip(most).map(|(best, most)| best.max(most));
        }
    }
    best
}

/// Whether no two of `chosen` exclude each other; where the text is silent they do if
/// `strict`.
fn lawful(file: &PackFile, chosen: &[(&Award, Amounts)], strict: bool) -> bool {
    file.groups.iter().all(|group| {
        let excludes = match &group.rule {
            GroupRule::Exclusive => true,
            GroupRule::StackingUnclear => strict,
            GroupRule::Additive | GroupRule::Cap(_) => false,
        };
        let members =
            chosen.iter().filter(|(award, _)| group.awards.contains(&award.id)).count();
        !excludes || members <= 1
    })
}

/// What is paid once each cap is taken off the sum of its awards.
fn paid(
    file: &PackFile,
    applicant: &Applicant<'_, '_>,
    chosen: &[(&Award, Decimal)],
) -> Decimal {
    let mut sum: Decimal = chosen.iter().map(|(_, worth)| *worth).sum();
    for group in &file.groups {
        if let GroupRule::Cap(cap) = &group.rule {
            let cap = applicant.number(cap).expect("a cap that can be computed");
            let members = chosen.iter().filter(|(it, _)| group.awards.contains(&it.id));
            let together: Decimal = members.map(|(_, worth)| *worth).sum();
            sum -= (together - cap).max(Decimal::ZERO);
        }
    }
    sum
}
