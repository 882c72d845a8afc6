//! The documented distribution of applicants that the interview is measured with.
//!
//! | share | who | a yes/no fact is yes | a number is not 0 |
//! |---|---|---|---|
//! | 58 % | an ordinary enterprise | 3 % | 15 % |
//! | 12 % | a technology enterprise | 15 % | 50 % |
//! | 6 % | a university or vocational college | 8 % | 30 % |
//! | 6 % | a research, medical or other public institution | 8 % | 30 % |
//! | 6 % | an agency: an enterprise or association | 20 % | 30 % |
//! | 4 % | an individual, 2 % a team | 6 % | 5 % |
//! | 4 % | a government or the administration of a zone | 10 % | 40 % |
//! | 2 % | a bank, or another applicant | 5 % | 20 % |
//!
//! 92 % are registered in the city, in one of four counties; the rest in Yantai. A number that
//! is not 0 is one of those around the thresholds of the pack; a choice is its first option
//! ("none", where there is one) in all but twice as many cases as a yes. One answer in 25 is
//! *don't know*.

use mingbai_core::{Answer, FactId, Jurisdiction, Kind, PackFile, Value};

use crate::oracle::domain;
use crate::random::Dice;

/// One applicant.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// Whether it is an ordinary enterprise.
    pub ordinary: bool,
    /// Its answers, in the order of the pack's facts.
    pub answers: Vec<(FactId, Answer)>,
}

/// Who an applicant is: its share of a hundred, the options of `applicant_kind`, and out of
/// a hundred how many yes/no facts are yes and numbers are not 0.
const PROFILES: [(usize, &[&str], usize, usize); 8] = [
    (58, &["enterprise"], 3, 15),
    (12, &["enterprise"], 15, 50),
    (6, &["university", "vocational-college"], 8, 30),
    (
        6,
        &["research-institute", "medical-institution", "other-public-institution"],
        8,
        30,
    ),
    (6, &["enterprise", "social-organisation"], 20, 30),
    (6, &["individual", "individual", "team"], 6, 5),
    (4, &["district-government", "town-government", "zone-administration"], 10, 40),
    (2, &["financial-institution", "other"], 5, 20),
];

/// The `number`-th applicant, always the same one.
pub fn applicant(file: &PackFile, number: u64) -> Applicant {
    let mut dice = Dice::seeded(number);
    let mut place = dice.below(100);
    let mut chosen = PROFILES.first();
    for profile in &PROFILES {
        chosen = Some(profile);
        if place < profile.0 {
            break;
        }
        place -= profile.0;
    }
    let (share, kinds, yes, some) =
        chosen.copied().unwrap_or((100, &["enterprise"], 3, 15));
    let mut answers = Vec::new();
    for fact in file.facts.iter().filter(|fact| fact.derived.is_none()) {
        let value = match &fact.kind {
            Kind::YesNo => Value::YesNo(dice.below(100) < yes),
            Kind::Jurisdiction => {
                let city = match dice.below(100) < 92 {
                    true => file.jurisdiction.code(),
                    false => 370_600,
                };
                let code = city + *dice.pick(&[2, 3, 82, 83]);
                Value::Jurisdiction(
                    Jurisdiction::try_from(code).unwrap_or(Jurisdiction::CHINA),
                )
            }
            Kind::Choice(_) if fact.id.as_str() == "applicant_kind" => {
                Value::Choice((*dice.pick(kinds)).into())
            }
            Kind::Choice(options) => match dice.below(100) < 2 * yes {
                true => Value::Choice(dice.pick(options).clone()),
                false => Value::Choice(options.first().cloned().unwrap_or("".into())),
            },
            _ => {
                let values = domain::values(file, fact, None);
                match dice.below(100) < some {
                    // The last one is the limit, which nobody has.
                    true => dice
                        .pick(values.split_last().map_or(&[][..], |(_, it)| it))
                        .clone(),
                    false => values.first().cloned().unwrap_or(Value::YesNo(false)),
                }
            }
        };
        let answer = match dice.once_in(25) && fact.kind != Kind::Jurisdiction {
            true => Answer::Unknown,
            false => Answer::Known(value),
        };
        answers.push((fact.id.clone(), answer));
    }
    Applicant { ordinary: share == 58, answers }
}
