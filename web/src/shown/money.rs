//! What an award is worth, as it is shown.

use mingbai_core::{
    Amount, Amounts, Answer, Award, Decimal, Determination, Expression, FactId, Per,
    Selection, Value, exact,
};

use super::Reader;
use crate::locale::Words;
use crate::number::{self, Sum};

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
    pub(super) fn words(words: impl Into<String>) -> Self {
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

pub(super) fn support(amount: &Amount) -> Support {
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
pub(super) fn interval(words: Words, amounts: Amounts) -> Option<Money> {
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
