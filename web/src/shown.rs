//! What the page shows of an assessment: plain owned values, words already chosen.
//!
//! The assessment itself is core's. Here it is only sorted, counted and put into words;
//! views take these values as props and know nothing of rules.

mod money;
mod opened;
mod reader;
mod sample;

use mingbai_core::{
    Amounts, Assessment, AwardId, Condition, Decimal, Determination, Fact, FactId,
    Question, QuestionId, Standing, Status, Total, Totals, Verdict, exact,
};

pub use self::money::{Money, Support, money, selection};
use self::money::{interval, support};
pub use self::opened::{Node, Opened, StandingShown, opened, standing};
pub use self::reader::{Given, Reader, given};
pub use self::sample::{Sample, sample};

/// The fact whose criteria say whom an award is for.
const APPLICANT: &str = "applicant_kind";

/// A verdict's name in attributes and files.
pub fn attribute(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "eligible",
        Verdict::Undetermined => "undetermined",
        Verdict::NeedsReview => "needs-review",
        Verdict::Ineligible => "ineligible",
        Verdict::Received => "received",
    }
}

/// Everything the result views show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// What may be had, in its honest parts.
    pub summary: Summary,
    /// Awards that may concern this applicant, by verdict; no group is empty.
    pub groups: Vec<Group>,
    /// Awards for other kinds of applicants.
    pub others: Vec<Row>,
    /// How many awards the pack holds.
    pub recorded: usize,
}

/// What an applicant may have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// How many awards may be applied for.
    pub eligible: usize,
    /// How many need information.
    pub undetermined: usize,
    /// How many are close.
    pub near: usize,
    /// The awards whose sum is certain: how many, and the sum together.
    pub certain: Option<Part>,
    /// The other parts, in the order shown.
    pub parts: Vec<Part>,
    /// The sums themselves: certain, bounded, discretionary.
    pub totals: [Amounts; 3],
    /// Whether the certain sum counts only what may be had together.
    pub overlap: bool,
    /// What has to be said of the validity of what is summed.
    pub caveat: Option<Caveat>,
}

/// One part of what may be had.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// How many awards.
    pub count: usize,
    /// What they come to.
    pub money: Money,
}

/// What has to be said beside a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// The documents state no expiry.
    Expiry,
    /// A later document exists as well.
    Superseded,
}

/// Awards of one verdict, the surest and largest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The verdict.
    pub verdict: Verdict,
    /// The awards; non-empty.
    pub rows: Vec<Row>,
}

/// One award in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id.
    pub id: AwardId,
    /// Its verdict.
    pub verdict: Verdict,
    /// Its title.
    pub title: String,
    /// Its article.
    pub article: String,
    /// What it is worth.
    pub money: Money,
    /// What kind of support it is, for the filter.
    pub support: Support,
    /// How its criteria stand.
    pub criteria: Vec<Status>,
    /// What has to be said of its validity.
    pub standing: Option<&'static str>,
    /// Whether the last answer made it so.
    pub fresh: bool,
    /// The smallest change that would make it eligible.
    pub near: Option<String>,
    /// The one question that would decide it.
    pub ask: Option<Ask>,
    /// Guaranteed amount and ceiling in yuan, by which lists are sorted.
    pub worth: (Decimal, Option<Decimal>),
}

/// A question that would settle something.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// The question.
    pub question: QuestionId,
    /// What the button says.
    pub text: String,
}

/// What only the session knows of a row: what changed, what is near, what to ask.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// The last answer made it eligible.
    pub fresh: bool,
    /// The smallest change in words.
    pub near: Option<String>,
    /// The deciding question.
    pub ask: Option<Ask>,
}

/// Puts an assessment into words.
pub fn results(
    reader: &Reader<'_>,
    assessment: &Assessment<'_>,
    extra: impl Fn(&AwardId) -> Extra,
) -> Results {
    let mut rows = Vec::new();
    let mut others = Vec::new();
    for determination in &assessment.determinations {
        let criteria = assessment.criteria(&determination.award.id);
        let for_others = is_for_others(determination, &criteria);
        let extra = match for_others {
            true => Extra::default(),
            false => extra(&determination.award.id),
        };
        let row = row(reader, determination, criteria, extra);
        insert(if for_others { &mut others } else { &mut rows }, row);
    }
    let summary = summary(reader, assessment, &rows);
    let recorded = rows.len() + others.len();
    let mut groups = Vec::new();
    for verdict in Verdict::ALL {
        let of_verdict: Vec<Row> =
            rows.iter().filter(|row| row.verdict == verdict).cloned().collect();
        if !of_verdict.is_empty() {
            groups.push(Group { verdict, rows: of_verdict });
        }
    }
    Results { summary, groups, others, recorded }
}

/// Puts a row in its place: what is near first, then by guaranteed amount, ceiling, kind of
/// support and title. (A sort of the standard library would cost more bytes than time.)
fn insert(rows: &mut Vec<Row>, row: Row) {
    let place = rows.partition_point(|other| !comes_before(&row, other));
    rows.insert(place, row);
}

fn comes_before(row: &Row, other: &Row) -> bool {
    let ceiling = |row: &Row| row.worth.1.unwrap_or(Decimal::ZERO);
    let order = other.near.is_none().cmp(&row.near.is_none());
    let order = order.then_with(|| row.worth.0.cmp(&other.worth.0));
    let order = order.then_with(|| ceiling(row).cmp(&ceiling(other)));
    let order = order.then_with(|| (other.support as u8).cmp(&(row.support as u8)));
    order.then_with(|| other.title.cmp(&row.title)).is_gt()
}

/// Whether an award is refused because of the kind of applicant.
fn is_for_others(determination: &Determination<'_>, criteria: &[Status]) -> bool {
    let unmet = determination.award.criteria.iter().zip(criteria);
    determination.verdict == Verdict::Ineligible
        && unmet
            .filter(|(_, status)| **status == Status::Unmet)
            .any(|(criterion, _)| is_about_applicant(&criterion.condition))
}

fn is_about_applicant(condition: &Condition) -> bool {
    match condition {
        Condition::OneOf { fact, .. } => fact.as_str() == APPLICANT,
        Condition::Not(inner) => is_about_applicant(inner),
        Condition::All(members) | Condition::Any(members) => {
            !members.is_empty() && members.iter().all(is_about_applicant)
        }
        _ => false,
    }
}

fn row(
    reader: &Reader<'_>,
    determination: &Determination<'_>,
    criteria: Vec<Status>,
    extra: Extra,
) -> Row {
    let award = determination.award;
    let money = money(reader, determination);
    let support = support(&award.amount);
    Row {
        id: award.id.clone(),
        verdict: determination.verdict,
        title: reader.title(&award.id),
        article: reader.words.article(&award.cite.article),
        money,
        support,
        criteria,
        standing: standing(reader.words, determination.standing),
        fresh: extra.fresh,
        near: extra.near,
        ask: extra.ask,
        worth: (determination.amount.min, determination.amount.max),
    }
}

fn summary(reader: &Reader<'_>, assessment: &Assessment<'_>, rows: &[Row]) -> Summary {
    let words = reader.words;
    let totals = assessment.totals();
    let part = |name: &'static str, total: &Total| {
        let money = interval(words, total.amount);
        let money = money.unwrap_or_else(|| Money::words(words.open_amount()));
        let count = total.awards.len();
        (count > 0).then_some(Part { name, count, money })
    };
    let uncounted = |name: &'static str, count: usize| {
        let money = Money::words(words.not_counted());
        (count > 0).then_some(Part { name, count, money })
    };
    let count = |verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    let other = rows
        .iter()
        .filter(|row| row.verdict == Verdict::Eligible && row.support == Support::Other)
        .filter(|row| !totals.left_out.contains(&row.id));
    let other = other.count();
    let sum_of_parts = rows
        .iter()
        .filter(|row| totals.certain.awards.contains(&row.id))
        .try_fold(Decimal::ZERO, |sum, row| exact::add(sum, row.worth.0));
    let bounded = match totals.bounded.amount.min.is_zero() {
        true => words.part_ceiling(),
        false => words.part_open(),
    };
    Summary {
        eligible: count(Verdict::Eligible),
        undetermined: count(Verdict::Undetermined),
        near: rows.iter().filter(|row| row.near.is_some()).count(),
        totals: [&totals.certain, &totals.bounded, &totals.discretionary]
            .map(|total| total.amount),
        overlap: totals.certain.amount.max != sum_of_parts,
        certain: part(words.sum_certain(), &totals.certain),
        parts: [
            part(bounded, &totals.bounded),
            part(words.part_selective(), &totals.discretionary),
            uncounted(words.part_unspecified(), totals.unspecified.len()),
            uncounted(words.part_tax(), totals.tax.len()),
            uncounted(words.part_in_kind(), other),
            uncounted(words.part_not_now(), totals.left_out.len()),
        ]
        .into_iter()
        .flatten()
        .collect(),
        caveat: caveat(assessment, &totals),
    }
}

/// What has to be said of the validity of all that is summed.
fn caveat(assessment: &Assessment<'_>, totals: &Totals) -> Option<Caveat> {
    let parts = [&totals.certain, &totals.bounded, &totals.discretionary];
    let mut doubtful = parts.iter().flat_map(|total| &total.doubtful).peekable();
    doubtful.peek()?;
    let superseded = doubtful.any(|award| {
        let standing = assessment.get(award).map(|it| it.standing);
        standing.is_some_and(|it| it.contains(Standing::PossiblySuperseded))
    });
    Some(if superseded { Caveat::Superseded } else { Caveat::Expiry })
}

/// The questions that ask some facts, in the pack's order, each once.
pub fn asking<'q>(questions: &'q [Question], facts: &[&Fact]) -> Vec<&'q Question> {
    let wanted = |id: &FactId| facts.iter().any(|fact| fact.id == *id);
    let asks = |question: &&Question| question.facts.iter().any(wanted);
    questions.iter().filter(asks).collect()
}
