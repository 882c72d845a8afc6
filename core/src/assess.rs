//! One-shot assessment: answers in, determinations out.

use crate::date::Date;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::answer::Answers;
use crate::award::Award;
use crate::citation::Standings;
use crate::condition::Expression;
use crate::determination::{Amounts, Status, Verdict};
use crate::fact::Fact;
use crate::id::AwardId;
use crate::lower::Lowering;
use crate::pack::Pack;
use crate::reading::{Assessor, Outcome};
use crate::space::{SlotIndex, Space, Span};

/// Assesses every award of a pack for one applicant on a date.
///
/// Neither the order of the answers nor anything outside the arguments matters, and
/// nothing can fail: the pack was checked when loaded, each answer when set.
///
/// # Example
///
/// ```no_run
/// # let pack: mingbai_core::Pack = unimplemented!();
/// use mingbai_core::{Answers, Date, assess};
///
/// let assessment = assess(&pack, &Answers::new(), Date::constant(2019, 6, 1));
/// for determination in &assessment.determinations {
///     println!("{}: {:?}", determination.award.id, determination.verdict);
/// }
/// ```
pub fn assess<'p>(pack: &'p Pack, answers: &'p Answers, date: Date) -> Assessment<'p> {
    let spans = answers.spans(pack);
    let mut determinations = Vec::with_capacity(pack.file().awards.len());
    if let Some(reading) = pack.reading(date) {
        let standings = pack.standings(date);
        let mut assessor = Assessor::new(reading, &pack.space, &spans);
        let awards = pack.file().awards.iter().zip(standings);
        for ((award, standing), compiled) in awards.zip(&reading.awards) {
            let outcome = assessor.outcome(compiled);
            let received = answers.has_received(award);
            determinations
                .push(Determination::new(pack, award, standing, received, &outcome));
        }
    }
    Assessment { pack, as_of: date, determinations, answers, spans }
}

/// All determinations for one applicant on one date, in the order of the pack's awards.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Date, Pack, assess};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let answers = Answers::new();
/// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
/// let asked = assessment.get(&"hnte-first".into()).unwrap();
/// assert_eq!(asked.missing[0].id, "hnte".into());
/// ```
#[derive(Clone, Debug)]
pub struct Assessment<'p> {
    /// The rules.
    pub pack: &'p Pack,
    /// The date they are read on.
    pub as_of: Date,
    /// One for each award, sorted by id.
    pub determinations: Vec<Determination<'p>>,
    /// The answers it rests on.
    pub answers: &'p Answers,
    pub(crate) spans: Cow<'p, [Span]>,
}

/// What one award comes to.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Date, Pack, Verdict, assess};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let json = r#"{"patents": 19}"#;
/// let answers = Answers::from_json(&pack, json).unwrap();
/// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
/// let determination = assessment.get(&"patents-20".into()).unwrap();
/// assert_eq!(determination.verdict, Verdict::Ineligible);
/// assert!(determination.missing.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Determination<'p> {
    /// The award.
    pub award: &'p Award,
    /// What it comes to.
    pub verdict: Verdict,
    /// What is known of its validity on the date.
    pub standing: Standings,
    /// What an eligible applicant gets; where nobody in this position can be eligible,
    /// what the award is worth.
    pub amount: Amounts,
    /// The facts that can still change the verdict or the amount, in the pack's order.
    pub missing: Vec<&'p Fact>,
}

impl<'p> Determination<'p> {
    pub(crate) fn new(
        pack: &'p Pack,
        award: &'p Award,
        standing: Standings,
        received: bool,
        outcome: &Outcome,
    ) -> Self {
        if received {
            return Self {
                award,
                verdict: Verdict::Received,
                standing,
                amount: outcome.amount,
                missing: Vec::new(),
            };
        }
        let missing = facts_of(pack, &outcome.missing);
        let Outcome { verdict, amount, .. } = *outcome;
        Self { award, verdict, standing, amount, missing }
    }
}

/// The facts that own `slots` (sorted), once each.
pub(crate) fn facts_of<'p>(pack: &'p Pack, slots: &[SlotIndex]) -> Vec<&'p Fact> {
    let owner = |space: &'p Space, slot: SlotIndex| space.slot(slot).map(|it| it.fact);
    let mut indices: Vec<usize> =
        slots.iter().filter_map(|&slot| owner(&pack.space, slot)).collect();
    indices.dedup();
    indices.into_iter().filter_map(|index| pack.file().facts.get(index)).collect()
}

impl<'p> Assessment<'p> {
    /// The determination of an award.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Date, Pack, assess};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let json = r#"{"registered_in": "371002", "patents": 17}"#;
    /// # let answers = Answers::from_json(&pack, json).unwrap();
    /// # let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
    /// let determination = assessment.get(&"patents-20".into()).unwrap();
    /// assert_eq!(determination.missing.len(), 0);
    /// assert!(assessment.get(&"of-another-pack".into()).is_none());
    /// ```
    pub fn get(&self, award: &AwardId) -> Option<&Determination<'p>> {
        self.pack.award_index(award).and_then(|index| self.determinations.get(index))
    }

    /// How each criterion of an award stands, in the award's order; empty for an unknown
    /// award.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Date, Pack, Status, assess};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let json = r#"{"registered_in": "371002", "patents": 17}"#;
    /// # let answers = Answers::from_json(&pack, json).unwrap();
    /// # let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
    /// let statuses = assessment.criteria(&"patents-20".into());
    /// assert_eq!(statuses, [Status::Met, Status::Unmet]);
    /// ```
    pub fn criteria(&self, award: &AwardId) -> Vec<Status> {
        let index = self.pack.award_index(award);
        let reading = self.pack.reading(self.as_of);
        let (Some(index), Some(reading)) = (index, reading) else { return Vec::new() };
        let Some(compiled) = reading.awards.get(index) else { return Vec::new() };
        let mut assessor = Assessor::new(reading, &self.pack.space, &self.spans);
        let count = self.pack.file().awards.get(index).map_or(0, |it| it.criteria.len());
        (0..count).map(|criterion| assessor.criterion(compiled, criterion)).collect()
    }
}

impl Assessment<'_> {
    /// A number that rests on no fact, which a checked pack's caps never do, as it reads
    /// on the date.
    pub(crate) fn constant(&self, expression: &Expression) -> Option<Decimal> {
        let file = self.pack.file();
        let mut lowering = Lowering::new(file, &self.pack.space, self.as_of, 10_000);
        let pieces = lowering.expression(expression);
        let (_, term) = pieces.first()?;
        term.bounds(&self.pack.space, &|_| Span::point(0)).high
    }
}

/// A determination as it is written, with what its assessment says about it.
struct Written<'a, 'p> {
    assessment: &'a Assessment<'p>,
    determination: &'a Determination<'p>,
}

impl Serialize for Written<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { assessment, determination: it } = self;
        let missing: Vec<_> = it.missing.iter().map(|fact| &fact.id).collect();
        let mut object = serializer.serialize_struct("Determination", 9)?;
        object.serialize_field("award", &it.award.id)?;
        object.serialize_field("verdict", &it.verdict)?;
        object.serialize_field("selection", &it.award.selection)?;
        object.serialize_field("standing", &it.standing)?;
        object.serialize_field("amount", &it.amount)?;
        object.serialize_field("missing", &missing)?;
        object.serialize_field("criteria", &assessment.criteria(&it.award.id))?;
        object.serialize_field("near_misses", &assessment.near_misses(&it.award.id))?;
        object.serialize_field("cite", &it.award.cite)?;
        object.end()
    }
}

/// `{"rules", "as_of", "jurisdiction", "determinations", "totals"}`, decimals as strings.
impl Serialize for Assessment<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written: Vec<_> = self
            .determinations
            .iter()
            .map(|determination| Written { assessment: self, determination })
            .collect();
        let mut object = serializer.serialize_struct("Assessment", 5)?;
        object.serialize_field("rules", &self.pack.file().version)?;
        object.serialize_field("as_of", &self.as_of)?;
        object.serialize_field("jurisdiction", &self.pack.file().jurisdiction)?;
        object.serialize_field("determinations", &written)?;
        object.serialize_field("totals", &self.totals())?;
        object.end()
    }
}
