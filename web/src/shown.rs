//! What the page shows of an assessment: plain owned values, words already chosen.
//!
//! The assessment itself is core's. Here it is only sorted, counted and put into words;
//! views take these values as props and know nothing of rules.

use mingbai_core::{
    Amount, Amounts, Answer, Answers, Assessment, Award, AwardId, Condition, Decimal,
    Determination, Expression, Fact, FactId, Form, Jurisdiction, Kind, Node as Explained,
    Per, Prose, Question, QuestionId, Selection, Standing, Standings, Status, Step,
    Successor, Texts, Total, Totals, Value, Verdict, exact,
};

use crate::locale::Words;
use crate::number::{self, Sum};

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

/// What kind of support an award is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// Money, stated or not.
    Money,
    /// A tax preference.
    Tax,
    /// Services, honours, support in kind.
    Other,
}

/// An amount as it is shown: a figure, or words in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Money {
    /// 最高, or empty.
    pub kind: &'static str,
    /// The figure; `None` where words stand in its place.
    pub sum: Option<Sum>,
    /// The words in place of a figure.
    pub words: String,
    /// What is said under it: 择优, 每年.
    pub note: String,
}

impl Money {
    fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    fn sum(kind: &'static str, sum: Sum) -> Self {
        Self { kind, sum: Some(sum), ..Self::default() }
    }

    /// The amount as one text.
    pub fn text(&self) -> String {
        match &self.sum {
            Some(sum) if self.kind.is_empty() => sum.text(),
            Some(sum) => format!("{}\u{a0}{}", self.kind, sum.text()),
            None => self.words.clone(),
        }
    }
}

/// What everything here is shown with.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The page's words.
    pub words: Words,
    /// The rules' words.
    pub texts: &'a Texts,
    /// Conditions and numbers in those words.
    pub prose: Prose<'a>,
    /// What was answered.
    pub answers: &'a Answers,
}

impl Reader<'_> {
    fn title(&self, award: &AwardId) -> String {
        let text = self.texts.awards.get(award);
        text.map(|text| text.title.clone()).unwrap_or_default()
    }

    /// What a question asks.
    pub fn ask(&self, question: &Question) -> String {
        let own = self.texts.questions.get(&question.id).map(|text| text.ask.as_str());
        let of_fact =
            || self.texts.facts.get(question.facts.first()?).map(|it| it.ask.as_str());
        own.or_else(of_fact).unwrap_or_default().to_owned()
    }

    /// The name of a question in the list of answers.
    pub fn name(&self, question: &Question) -> String {
        let own = self.texts.questions.get(&question.id).map(|text| text.name.as_str());
        let of_fact = || {
            let text = self.texts.facts.get(question.facts.first()?)?;
            Some(text.label.as_deref().unwrap_or(&text.name))
        };
        own.or_else(of_fact).unwrap_or_default().to_owned()
    }

    /// A fact in as few words as there are for it.
    pub fn label(&self, fact: &FactId) -> String {
        let text = self.texts.facts.get(fact);
        text.map(|text| text.label.as_ref().unwrap_or(&text.name).clone())
            .unwrap_or_default()
    }

    fn unit(&self, fact: &FactId) -> Option<&str> {
        self.texts.facts.get(fact).and_then(|text| text.unit.as_deref())
    }

    /// What a question asks about one of its facts.
    pub fn ask_fact(&self, question: &Question, fact: &FactId) -> String {
        if question.form == Form::Single {
            return self.ask(question);
        }
        let text = self.texts.facts.get(fact);
        text.map(|text| text.ask.clone()).unwrap_or_default()
    }

    /// A number of a fact, with its unit.
    pub fn number(&self, fact: &Fact, number: Decimal) -> String {
        match &fact.kind {
            Kind::Money(_) => self.words.sum(number).text(),
            _ => self.prose.number(fact, number),
        }
    }

    /// Changes that would qualify, as one sentence.
    pub fn steps(&self, steps: &[Step]) -> String {
        let said: Vec<String> = steps.iter().map(|step| self.prose.step(step)).collect();
        self.words.would_qualify(&said.join(self.words.and_also()))
    }

    /// The name of a place, with its city: 威海市环翠区.
    pub fn place(&self, place: Jurisdiction) -> String {
        let name = |place: Jurisdiction| self.texts.divisions.get(&place.to_string());
        let own = name(place).cloned().unwrap_or_else(|| place.to_string());
        let is_district = !place.code().is_multiple_of(100);
        match place.parent().filter(|_| is_district).and_then(name) {
            Some(city) if self.words.0 == mingbai_core::Language::English => {
                format!("{own}, {city}")
            }
            Some(city) => format!("{city}{own}"),
            None => own,
        }
    }

    /// An answer in words.
    pub fn answer(&self, fact: &Fact, answer: &Answer) -> String {
        let words = self.words;
        let option = |id| {
            let text = self.texts.facts.get(&fact.id);
            text.and_then(|text| text.options.get(id)).cloned().unwrap_or_default()
        };
        match answer {
            Answer::Unknown => words.not_sure().to_owned(),
            Answer::Range { min: Some(min), max: Some(max) } => {
                words.span(&self.number(fact, *min), &self.number(fact, *max))
            }
            Answer::Range { min: Some(end), max: None } => {
                format!("{}\u{a0}{}", words.least(), self.number(fact, *end))
            }
            Answer::Range { min: None, max: Some(end) } => {
                format!("{}\u{a0}{}", words.most(), self.number(fact, *end))
            }
            Answer::Range { min: None, max: None } => words.not_sure().to_owned(),
            Answer::Known(Value::YesNo(true)) => words.yes().to_owned(),
            Answer::Known(Value::YesNo(false)) => words.no().to_owned(),
            Answer::Known(Value::Number(number)) => self.number(fact, *number),
            Answer::Known(Value::Date(date)) => words.date(*date),
            Answer::Known(Value::Choice(id)) => option(id),
            Answer::Known(Value::Choices(ids)) if ids.is_empty() => {
                words.none_of_these().to_owned()
            }
            Answer::Known(Value::Choices(ids)) => {
                let labels: Vec<String> = ids.iter().map(option).collect();
                labels.join(words.comma())
            }
            Answer::Known(Value::Jurisdiction(place)) => self.place(*place),
        }
    }
}

/// One question answered, as the list of answers shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The question.
    pub question: QuestionId,
    /// Its name.
    pub name: String,
    /// What was answered.
    pub value: String,
    /// Whether it was 不清楚 altogether.
    pub unsure: bool,
}

/// A question's answers in words; `None` while it has none.
pub fn given<'a>(
    reader: &Reader<'_>,
    question: &Question,
    fact: impl Fn(&FactId) -> Option<&'a Fact>,
) -> Option<Given> {
    let words = reader.words;
    let answers: Vec<(&Fact, &Answer)> = question
        .facts
        .iter()
        .filter_map(|id| Some((fact(id)?, reader.answers.get(id)?)))
        .collect();
    if answers.is_empty() {
        return None;
    }
    let unsure = answers.iter().all(|(_, answer)| **answer == Answer::Unknown);
    let value = if unsure {
        words.not_sure().to_owned()
    } else if question.form == Form::Checklist {
        checklist(reader, &answers)
    } else if let [(fact, answer)] = answers.as_slice() {
        reader.answer(fact, answer)
    } else {
        let each = answers.iter().map(|(fact, answer)| {
            // A place and a kind of applicant speak for themselves.
            match fact.kind {
                Kind::Jurisdiction | Kind::Choice(_) | Kind::Choices(_) => {
                    reader.answer(fact, answer)
                }
                _ => {
                    format!("{} {}", reader.label(&fact.id), reader.answer(fact, answer))
                }
            }
        });
        each.collect::<Vec<_>>().join(words.semicolon())
    };
    Some(Given {
        question: question.id.clone(),
        name: reader.name(question),
        value,
        unsure,
    })
}

fn checklist(reader: &Reader<'_>, answers: &[(&Fact, &Answer)]) -> String {
    let words = reader.words;
    let mut shown: Vec<String> = Vec::new();
    for (fact, answer) in answers {
        match answer {
            Answer::Unknown | Answer::Known(Value::YesNo(false)) => {}
            Answer::Known(Value::Number(number)) if number.is_zero() => {}
            Answer::Known(Value::YesNo(true)) => shown.push(reader.label(&fact.id)),
            answer => shown.push(format!(
                "{} {}",
                reader.label(&fact.id),
                reader.answer(fact, answer)
            )),
        }
    }
    let unsure = answers.iter().any(|(_, answer)| **answer == Answer::Unknown);
    if unsure {
        shown.push(words.rest_unsure().to_owned());
    }
    if shown.is_empty() {
        return words.none_of_these().to_owned();
    }
    shown.join(words.semicolon())
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

/// The shortest word for a validity that is not simply in force.
pub fn standing(words: Words, standings: Standings) -> Option<&'static str> {
    let said = [
        (Standing::Draft, words.standing_draft()),
        (Standing::Expired, words.standing_expired()),
        (Standing::NotYet, words.standing_not_yet()),
        (Standing::PossiblySuperseded, words.standing_short()),
        (Standing::ExpiryNotStated, words.standing_short()),
    ];
    said.into_iter().find(|(it, _)| standings.contains(*it)).map(|(_, said)| said)
}

fn support(amount: &Amount) -> Support {
    match amount {
        Amount::TaxPreference => Support::Tax,
        Amount::InKind | Amount::Service | Amount::Recognition => Support::Other,
        Amount::Tiers(tiers) => {
            tiers.first().map_or(Support::Money, |tier| support(&tier.amount))
        }
        _ => Support::Money,
    }
}

/// What an award is worth, with its kind.
pub fn money(reader: &Reader<'_>, determination: &Determination<'_>) -> Money {
    let award = determination.award;
    let mut money = worth(reader, &award.amount, determination.amount);
    money.note = note(reader, award, &money);
    money
}

fn worth(reader: &Reader<'_>, amount: &Amount, amounts: Amounts) -> Money {
    let words = reader.words;
    match amount {
        Amount::TaxPreference => return Money::words(words.tax_preference()),
        Amount::Unspecified => return Money::words(words.unspecified()),
        Amount::InKind => return Money::words(words.in_kind()),
        Amount::Service => return Money::words(words.service()),
        Amount::Recognition => return Money::words(words.recognition()),
        Amount::Tiers(tiers) => {
            let words_only =
                tiers.first().filter(|tier| support(&tier.amount) != Support::Money);
            if let Some(tier) = words_only {
                return worth(reader, &tier.amount, amounts);
            }
        }
        _ => {}
    }
    // Without an upper end, and where nothing comes of it yet, the formula says more.
    let nothing = amounts.max.is_none_or(|max| max.is_zero());
    let formula = rate(reader, amount).filter(|_| nothing).map(Money::words);
    formula
        .or_else(|| interval(words, amounts))
        .unwrap_or_else(|| Money::words(words.open_amount()))
}

/// An interval of money; `None` where nothing bounds it and nothing is sure.
fn interval(words: Words, amounts: Amounts) -> Option<Money> {
    if let Some(exact) = amounts.as_exact() {
        return Some(Money::sum("", words.sum(exact)));
    }
    // Less than a yuan is a share of costs that nobody has named yet.
    let least = (amounts.min >= Decimal::ONE).then(|| words.sum(amounts.min));
    let most = amounts.max.map(|max| words.sum(max));
    Some(match (least, most) {
        (None, None) => return None,
        (Some(least), None) => Money::sum(words.least(), least),
        (None, Some(most)) => Money::sum(words.up_to(), most),
        (Some(least), Some(most))
            if (least.before, least.after) == (most.before, most.after) =>
        {
            let figure = format!("{}–{}", least.figure, most.figure);
            Money::sum("", Sum { figure, ..most })
        }
        (Some(least), Some(most)) => {
            Money::words(words.span(&least.text(), &most.text()))
        }
    })
}

/// An amount in the words of its formula, where it has one.
fn rate(reader: &Reader<'_>, amount: &Amount) -> Option<String> {
    let words = reader.words;
    match amount {
        Amount::Rate { percent: Expression::Number(percent), .. } => {
            Some(words.share_of(&number::group(*percent)))
        }
        Amount::PerUnit { each: Expression::Number(each), .. } => {
            Some(words.each_unit(&words.sum(*each).text()))
        }
        Amount::Matching { .. } => Some(words.matched().to_owned()),
        _ => None,
    }
}

fn note(reader: &Reader<'_>, award: &Award, money: &Money) -> String {
    let words = reader.words;
    let mut notes: Vec<String> = Vec::new();
    let exact = money.sum.is_some() && money.kind.is_empty();
    let per = match award.per {
        Some(Per::Year) => Some(words.per_year()),
        Some(Per::Once) => Some(words.per_once()),
        Some(Per::Item) => Some(words.per_item()),
        None => None,
    };
    let known = |fact: &FactId| match reader.answers.get(fact) {
        Some(Answer::Known(Value::Number(number))) => Some(*number),
        _ => None,
    };
    match &award.amount {
        Amount::UpTo(_) => {
            notes.extend(per.map(str::to_owned));
            if award.selection == Selection::Automatic {
                notes.push(words.no_formula().to_owned());
            }
        }
        Amount::Rate {
            percent: Expression::Number(percent),
            base: Expression::Fact(base),
            ..
        } if exact => {
            let share = known(base).and_then(|base| {
                let share = exact::divide(
                    exact::multiply(base, *percent)?,
                    Decimal::ONE_HUNDRED,
                )?;
                let said =
                    words.part_of(&words.sum(base).text(), &number::group(*percent));
                // What the ceiling cuts off is said, or the figures would not fit.
                let capped = money.sum.as_ref() != Some(&words.sum(share));
                Some(if capped { words.capped(&said) } else { said })
            });
            notes.extend(share);
        }
        Amount::PerUnit {
            each: Expression::Number(each),
            count: Expression::Fact(count),
            ..
        } if exact => {
            let number = known(count).map(|it| words.with_unit(it, reader.unit(count)));
            let each_said = words.sum(*each).text();
            let said = known(count).zip(number).map(|(count, number)| {
                let said = format!("{number} × {each_said}");
                let capped = exact::multiply(count, *each)
                    .is_none_or(|all| money.sum.as_ref() != Some(&words.sum(all)));
                if capped { words.capped(&said) } else { said }
            });
            notes.extend(said);
        }
        Amount::Fixed(_) if money.sum.is_some() => {
            notes.extend(per.filter(|_| award.per != Some(Per::Year)).map(str::to_owned));
        }
        _ => {}
    }
    notes.extend(selection(words, award.selection).map(str::to_owned));
    let comma = if words.0 == mingbai_core::Language::English { ", " } else { "，" };
    notes.join(comma)
}

/// How applicants are chosen, where they are.
pub fn selection(words: Words, selection: Selection) -> Option<&'static str> {
    match selection {
        Selection::Automatic => None,
        Selection::Selective => Some(words.selective()),
        Selection::Competitive => Some(words.competitive()),
        Selection::CaseByCase => Some(words.case_by_case()),
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

/// One award with everything that is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// As lists show it.
    pub row: Row,
    /// What it is, in a sentence.
    pub summary: String,
    /// How its amount comes about.
    pub amount: String,
    /// Its criteria.
    pub criteria: Vec<Node>,
    /// Changes that would qualify, the smallest first.
    pub changes: Vec<String>,
    /// The questions that are still missing, the first one first.
    pub asks: Vec<Ask>,
    /// What the text leaves open.
    pub notes: Vec<String>,
    /// What is known of its validity.
    pub standings: Vec<StandingShown>,
    /// The title of its document.
    pub document: String,
    /// The departments that lead it.
    pub departments: Vec<String>,
    /// What to do next.
    pub next: Vec<String>,
    /// Whether it is granted once, so that it matters whether it was received.
    pub once: bool,
}

/// One thing that is known of an award's validity.
#[derive(Clone, Debug, PartialEq)]
pub struct StandingShown {
    /// In a few words.
    pub name: &'static str,
    /// What follows from it; may be empty.
    pub text: String,
    /// Whether all is well.
    pub good: bool,
}

/// A criterion, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// How it stands.
    pub status: Status,
    /// What it asks for.
    pub text: String,
    /// What was answered, or that nothing was.
    pub why: String,
    /// The question whose answer could be changed.
    pub question: Option<QuestionId>,
    /// Its parts.
    pub parts: Vec<Node>,
}

/// One award of an assessment in words; `None` where the pack has no such award.
pub fn opened(
    reader: &Reader<'_>,
    assessment: &Assessment<'_>,
    id: &AwardId,
    extra: Extra,
) -> Option<Opened> {
    let words = reader.words;
    let determination = assessment.get(id)?;
    let award = determination.award;
    let criteria = assessment.criteria(id);
    let text = reader.texts.awards.get(id);
    let questions = &assessment.pack.file().questions;
    let asks = asking(questions, &determination.missing);
    let asks = asks.into_iter().map(|question| Ask {
        question: question.id.clone(),
        text: reader.ask(question),
    });
    let departments: Vec<String> = award
        .departments
        .iter()
        .filter_map(|id| reader.texts.departments.get(id).cloned())
        .collect();
    let explanation = assessment.explain(id);
    let explained = explanation.iter().flat_map(|explanation| &explanation.criteria);
    let nodes = explained.map(|criterion| {
        let mut node = node(reader, questions, &criterion.node);
        if criterion.implied {
            node.why = [node.why.as_str(), words.implied()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(words.semicolon());
        }
        node
    });
    let misses = assessment.near_misses(id);
    let changes = misses.sets.iter().take(4).map(|steps| reader.steps(steps));
    let document = reader.texts.documents.get(&award.cite.document);
    Some(Opened {
        summary: text.map(|text| text.summary.clone()).unwrap_or_default(),
        amount: reader.prose.amount(&award.amount, award.per),
        changes: changes.collect(),
        criteria: nodes.collect(),
        asks: asks.collect(),
        notes: text.map(|text| text.notes.clone()).unwrap_or_default(),
        standings: standings(reader, assessment, determination),
        document: document.map(|title| words.document_title(title)).unwrap_or_default(),
        next: next_steps(reader, determination, &departments),
        once: !matches!(award.per, Some(Per::Year | Per::Item)),
        departments,
        row: row(reader, determination, criteria, extra),
    })
}

/// One explanation node: its words, what was answered, its parts.
fn node(reader: &Reader<'_>, questions: &[Question], explained: &Explained<'_>) -> Node {
    let words = reader.words;
    let condition = explained.condition;
    let text = match reader.prose.heading(condition) {
        Some(heading) => heading,
        None => reader.prose.condition(condition),
    };
    let why: Vec<String> = explained
        .facts
        .iter()
        .filter(|(fact, _)| fact.derived.is_none())
        .map(|(fact, answer)| {
            let said = match answer {
                None => words.not_answered().to_owned(),
                Some(Answer::Unknown) => words.answered_unsure().to_owned(),
                Some(answer) => words.your_answer(&reader.answer(fact, answer)),
            };
            match explained.facts.len() {
                1 => said,
                _ => words.of(&reader.label(&fact.id), &said),
            }
        })
        .collect();
    let changeable =
        explained.status == Status::Unmet || explained.status == Status::Open;
    let asked = explained.facts.iter().find(|(fact, _)| fact.derived.is_none());
    let question = asked.filter(|_| changeable).and_then(|(fact, answer)| {
        answer.as_ref()?;
        questions.iter().find(|it| it.facts.contains(&fact.id))
    });
    Node {
        status: explained.status,
        text,
        why: why.join(words.semicolon()),
        question: question.map(|question| question.id.clone()),
        parts: explained.parts.iter().map(|part| node(reader, questions, part)).collect(),
    }
}

fn next_steps(
    reader: &Reader<'_>,
    determination: &Determination<'_>,
    departments: &[String],
) -> Vec<String> {
    let words = reader.words;
    let text = reader.texts.awards.get(&determination.award.id);
    let own = text.map(|text| text.next.clone()).unwrap_or_default();
    if !own.is_empty() {
        return own;
    }
    let department = match departments.first() {
        Some(name) => name.as_str(),
        None => words.the_department(),
    };
    let mut steps = Vec::new();
    match determination.verdict {
        Verdict::Undetermined => steps.push(words.step_answer().to_owned()),
        Verdict::Eligible | Verdict::NeedsReview => {
            steps.push(words.step_prepare().to_owned());
        }
        Verdict::Ineligible | Verdict::Received => {}
    }
    if determination.standing.doubtful() {
        steps.push(words.step_verify().to_owned());
    }
    steps.push(words.step_ask(department));
    steps
}

fn standings(
    reader: &Reader<'_>,
    assessment: &Assessment<'_>,
    determination: &Determination<'_>,
) -> Vec<StandingShown> {
    let words = reader.words;
    let award = determination.award;
    let document = assessment.pack.document(&award.cite.document);
    let from = document.and_then(|it| it.from).map(|from| words.date(from));
    let until = document.and_then(|it| it.until).map(|until| words.date(until));
    let period = match (from, until) {
        (Some(from), Some(until)) => words.from_to(&from, &until),
        (Some(from), None) => words.from_on(&from),
        (None, Some(until)) => words.until_on(&until),
        (None, None) => String::new(),
    };
    let later = || {
        let touches = |it: &&Successor| {
            it.since <= assessment.as_of
                && (it.awards.is_empty() || it.awards.contains(&award.id))
        };
        let successors = document.map(|it| it.successors.as_slice()).unwrap_or_default();
        let titles = successors.iter().filter(touches).filter_map(|it| {
            let title = reader.texts.documents.get(&it.document)?;
            Some(words.superseded_by(title))
        });
        titles.collect::<Vec<_>>().join("")
    };
    let shown = |standing| match standing {
        Standing::InForce => (words.in_force(), period.clone()),
        Standing::NotYet => (words.not_yet(), period.clone()),
        Standing::Expired => (words.expired(), period.clone()),
        Standing::Draft => (words.draft(), words.draft_text().to_owned()),
        Standing::ExpiryNotStated => {
            (words.expiry_not_stated(), words.expiry_not_stated_text().to_owned())
        }
        Standing::PossiblySuperseded => (words.superseded(), later()),
    };
    let each = determination.standing.iter().map(|standing| {
        let (name, text) = shown(standing);
        StandingShown { name, text, good: standing == Standing::InForce }
    });
    each.collect()
}

/// The questions that ask some facts, in the pack's order, each once.
pub fn asking<'q>(questions: &'q [Question], facts: &[&Fact]) -> Vec<&'q Question> {
    let wanted = |id: &FactId| facts.iter().any(|fact| fact.id == *id);
    let asks = |question: &&Question| question.facts.iter().any(wanted);
    questions.iter().filter(asks).collect()
}

/// An award as a result will look, before anything is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// Its title.
    pub title: String,
    /// What it is worth.
    pub money: Money,
    /// Its criteria, each in a phrase.
    pub criteria: Vec<String>,
    /// Its document and article.
    pub cite: String,
    /// Who leads it.
    pub departments: String,
    /// Whether its validity has to be checked.
    pub doubtful: bool,
}

/// The award that shows best what a result looks like: a certain sum, few plain criteria.
pub fn sample(reader: &Reader<'_>, assessment: &Assessment<'_>) -> Option<Sample> {
    let words = reader.words;
    let plain = |it: &&Determination<'_>| {
        let criteria = &it.award.criteria;
        let leaves = criteria
            .iter()
            .all(|criterion| reader.prose.heading(&criterion.condition).is_none());
        matches!(it.award.amount, Amount::Fixed(_))
            && it.award.selection == Selection::Automatic
            && it.amount.as_exact().is_some()
            && it.standing.counts()
            && criteria.len() == 3
            && leaves
    };
    let for_one_kind = |it: &&Determination<'_>| {
        it.award.criteria.iter().any(|criterion| {
            matches!(&criterion.condition, Condition::OneOf { fact, options }
                if fact.as_str() == APPLICANT && options.len() == 1)
        })
    };
    // Neither the largest nor the smallest: what many may expect.
    let mut candidates: Vec<&Determination<'_>> = Vec::new();
    for it in assessment.determinations.iter().filter(plain).filter(for_one_kind) {
        let place = candidates.partition_point(|other| other.amount.min <= it.amount.min);
        candidates.insert(place, it);
    }
    let chosen = candidates.get(candidates.len() / 2)?;
    let award = chosen.award;
    let criteria = award.criteria.iter().map(|it| reader.prose.condition(&it.condition));
    let departments = award
        .departments
        .iter()
        .filter_map(|id| reader.texts.departments.get(id).map(String::as_str));
    let document = reader.texts.documents.get(&award.cite.document);
    let title = document.map(|title| words.document_title(title)).unwrap_or_default();
    Some(Sample {
        title: reader.title(&award.id),
        money: Money { note: String::new(), ..money(reader, chosen) },
        criteria: criteria.collect(),
        cite: words.cite(&title, &words.article(&award.cite.article)),
        departments: departments.collect::<Vec<_>>().join(words.comma()),
        doubtful: chosen.standing.doubtful(),
    })
}

#[cfg(test)]
mod tests {
    use mingbai_core::Language;

    use super::*;

    #[test]
    fn less_than_a_yuan_is_no_least() {
        let check = |min: &str, max: Option<i64>, expect: &str| {
            let amounts =
                Amounts { min: min.parse().unwrap(), max: max.map(Decimal::from) };
            let shown = interval(Words(Language::ChineseSimplified), amounts);
            let text = shown.map(|it| it.text().replace('\u{a0}', " "));
            assert_eq!(text.unwrap_or_default(), expect);
        };
        check("0.005", Some(500_000), "最高 50 万元");
        check("0.005", None, "");
        check("1", Some(500_000), "1 元 至 50 万元");
        check("10000", Some(500_000), "1–50 万元");
    }
}
