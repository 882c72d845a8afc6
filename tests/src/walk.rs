//! One applicant's way through the questions, and how early it decides what.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use mingbai_core::{
    Answer, AwardId, Date, Decimal, Determination, FactId, Next, Pack, Session, Verdict,
};

use crate::applicants::Applicant;

/// The day on which they are asked.
pub const DATE: Date = Date::constant(2026, 11, 22);

/// What was seen on the way.
#[derive(Clone, Debug, Default)]
pub struct Way {
    /// How many screens there were.
    pub screens: usize,
    /// After how many screens each award was decided that was decided in the end.
    pub decided: BTreeMap<AwardId, usize>,
    /// What each award is about, in yuan, and whether it was granted.
    pub worth: BTreeMap<AwardId, (f64, bool)>,
    /// Screens that changed no determination although every fact on them was known.
    pub idle: usize,
}

/// The facts that can still change something and were not asked.
pub fn wanted(session: &Session) -> BTreeSet<FactId> {
    let missing = session.assessment().determinations;
    let facts = missing.iter().flat_map(|it| it.missing.clone());
    let unasked = |id: &FactId| session.answers().get(id).is_none();
    facts.map(|fact| fact.id.clone()).filter(unasked).collect()
}

/// What money an award is about: its most, with one sum for what no text states.
pub fn worth(determination: &Determination<'_>) -> f64 {
    let stated = determination.amount.max.map_or(300_000.into(), |max| max);
    let stated = stated.clamp(Decimal::ZERO, 3_000_000.into());
    f64::try_from(stated).expect("a number of at most seven digits")
}

/// Answers whatever `next` asks until it asks no more. `sections` says whether the page
/// tells the session which question it shows, as it does.
///
/// # Panics
///
/// A fact is asked that the applicant has no answer for.
pub fn walk(
    pack: &Arc<Pack>,
    applicant: &Applicant,
    sections: bool,
    next: impl Fn(&Session) -> Option<Next>,
) -> Way {
    let mut session = Session::new(Arc::clone(pack), DATE);
    let mut way = Way::default();
    while let Some(next) = next(&session) {
        way.screens += 1;
        if sections {
            session.visit(&next.question);
        }
        let mut changed = false;
        for id in &next.facts {
            let answer = applicant.answers.iter().find(|(it, _)| it == id);
            let (_, answer) = answer.expect("an answer for every fact that is asked");
            changed |= *answer == Answer::Unknown;
            let change = session.answer(id, Some(answer.clone()));
            changed |= !change.expect("an answer in its domain").awards.is_empty();
        }
        way.idle += usize::from(!changed);
        for determination in session.assessment().determinations {
            if determination.verdict != Verdict::Undetermined {
                way.decided.entry(determination.award.id.clone()).or_insert(way.screens);
            }
        }
    }
    for it in session.assessment().determinations {
        let granted = matches!(it.verdict, Verdict::Eligible | Verdict::NeedsReview);
        way.worth.insert(it.award.id.clone(), (worth(&it), granted));
    }
    way
}

impl Way {
    /// The worth decided in the first half of the screens, rounded up, and in all of them.
    pub fn early(&self, granted_only: bool) -> (f64, f64) {
        let half = self.screens.div_ceil(2);
        let mut sums = (0.0, 0.0);
        for (award, screen) in &self.decided {
            let Some((worth, granted)) = self.worth.get(award) else { continue };
            if *granted || !granted_only {
                sums.1 += worth;
                if *screen <= half {
                    sums.0 += worth;
                }
            }
        }
        sums
    }
}

/// The share of the worth that all of them decide which is decided early, in percent.
pub fn early_share<'a>(
    ways: impl IntoIterator<Item = &'a Way>,
    granted_only: bool,
) -> f64 {
    let sums = ways.into_iter().map(|way| way.early(granted_only));
    let (early, all) = sums.fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    100.0 * early / all
}
