//! The result that the start shows.

use mingbai_core::{Assessment, Condition, Determination};

use super::{APPLICANT, Money, Reader, money};

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
        it.award.is_example() && it.amount.as_exact().is_some() && it.standing.counts()
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
