//! The engine against the oracle over the real packs: random applicants, of whom first
//! everything and then some of it is known.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::iter_over_hash_type,
    clippy::print_stdout,
    reason = "a test may"
)]

use std::collections::BTreeSet;

use mingbai_core::{AwardId, Pack, PackFile, Status, Verdict, assess};
use mingbai_tests::oracle::{Applicant, Outcome, Rules};
use mingbai_tests::property::{encloses, equal, holds};
use mingbai_tests::random::Dice;
use mingbai_tests::real::{self, DATES, Values};

/// Situations over all packs; fewer where the compiler did not optimise. `make test-host`
/// runs both.
const SITUATIONS: u64 = if cfg!(debug_assertions) { 4_000 } else { 100_000 };

/// What was seen of an award.
#[derive(Default)]
struct Seen {
    granted: BTreeSet<AwardId>,
    refused: BTreeSet<AwardId>,
}

struct Situation<'p> {
    pack: &'p Pack,
    rules: &'p [Rules<'p>],
    values: &'p Values,
}

impl Situation<'_> {
    fn check(&self, seed: u64, seen: &mut Seen) -> Result<(), String> {
        let mut dice = Dice::seeded(seed);
        let which = dice.below(DATES.len());
        let (rules, date) = (&self.rules[which], DATES[which]);
        let file = self.pack.file();
        let raw = self.values.applicant(&mut dice, file);
        let complete = real::everything(self.pack, &raw);
        let partial = real::something(&mut dice, self.pack, &raw);
        let known = assess(self.pack, &complete, date);
        let partly = assess(self.pack, &partial, date);
        let applicant = Applicant::new(rules, raw);
        // The same applicant with one fact changed that nobody was told.
        let place = dice.below(file.facts.len());
        let changed = &file.facts[place].id;
        let mut other = applicant.clone();
        if partial.get(changed).is_none() {
            other.raw[place] = self.values.other(&mut dice, place).unwrap();
        }
        for ((award, known), partly) in
            file.awards.iter().zip(&known.determinations).zip(&partly.determinations)
        {
            let id = &award.id;
            let law = applicant.judge(award);
            let verdict = match law.outcome {
                Outcome::Granted => Verdict::Eligible,
                Outcome::Refused => Verdict::Ineligible,
                Outcome::Judged => Verdict::NeedsReview,
                Outcome::Unknown => Verdict::Undetermined,
            };
            match verdict {
                Verdict::Ineligible => seen.refused.insert(id.clone()),
                _ => seen.granted.insert(id.clone()),
            };
            equal(&format!("{id}: verdict"), &known.verdict, &verdict)?;
            equal(&format!("{id}: amount"), &known.amount, &law.amount)?;
            equal(&format!("{id}: missing"), &known.missing.len(), &0)?;
            if partly.verdict != Verdict::Undetermined {
                equal(&format!("{id}: decided early"), &partly.verdict, &verdict)?;
            }
            let refused = verdict == Verdict::Ineligible;
            if !refused || partly.verdict == Verdict::Ineligible {
                holds(encloses(partly.amount, law.amount), || {
                    format!("{id}: {:?} of {:?}", law.amount, partly.amount)
                })?;
            }
            let listed = partly.missing.iter().any(|fact| fact.id == *changed);
            if !listed && other.raw[place] != applicant.raw[place] {
                let changes = law.differs(&other.judge(award));
                holds(!changes, || format!("{id}: {changed} is not said to be missing"))?;
            }
        }
        // One award's criteria, since the engine looks at them one by one.
        let award = dice.pick(&file.awards);
        let statuses = partly.criteria(&award.id);
        for (status, criterion) in statuses.iter().zip(&award.criteria) {
            let expected = match applicant.decide(&[&criterion.condition]) {
                Outcome::Granted => Status::Met,
                Outcome::Refused => Status::Unmet,
                Outcome::Judged => Status::Review,
                Outcome::Unknown => Status::Open,
            };
            if *status != Status::Open {
                equal(&format!("{}: criterion", award.id), status, &expected)?;
            }
        }
        Ok(())
    }
}

fn check(file: PackFile, situations: u64) {
    let pack = Pack::load(file).unwrap();
    let rules = DATES.map(|date| Rules::new(pack.file(), date));
    let values = Values::new(pack.file());
    let situation = Situation { pack: &pack, rules: &rules, values: &values };
    let mut seen = Seen::default();
    for seed in 0..situations {
        if let Err(problem) = situation.check(seed, &mut seen) {
            panic!("{}, situation {seed}: {problem}", pack.file().jurisdiction);
        }
    }
    if cfg!(debug_assertions) {
        // Few applicants may well miss the rarest award.
        return;
    }
    // The applicants are worth nothing if they never get anything.
    for award in &pack.file().awards {
        let both = seen.granted.contains(&award.id) && seen.refused.contains(&award.id);
        assert!(both, "no applicant was on either side of `{}`", award.id);
    }
}

#[test]
fn real_packs_agree_with_the_law_for_random_applicants() {
    let packs = real::packs();
    let awards: usize = packs.iter().map(|pack| pack.awards.len()).sum();
    for file in packs {
        let share = file.awards.len() as u64 * SITUATIONS / awards as u64;
        check(file, share);
    }
}
