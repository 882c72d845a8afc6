//! Amounts as the rule states them.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::expression::Measure;
use super::{Prose, grouped};
use crate::award::{Amount, Per, Tier};
use crate::condition::Expression;

impl Prose<'_> {
    /// What an amount grants, as the rule states it: 每家 10 万元，最高 100 万元.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Pack, Prose, Texts};
    /// # let pack = Pack::from_json(include_str!("../../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../../examples/pack.en.json")).unwrap();
    /// # let prose = Prose::new(&pack, &texts);
    /// let award = pack.award(&"patents-20".into()).unwrap();
    /// let said = prose.amount(&award.amount, award.per);
    /// assert!(said.contains("200,000"));
    /// ```
    pub fn amount(&self, amount: &Amount, per: Option<Per>) -> String {
        let words = self.words;
        let said = match amount {
            Amount::Fixed(sum) => self.sum(sum),
            Amount::UpTo(most) => {
                format!("{}{}{}", words.up_to, self.gap(), self.sum(most))
            }
            Amount::Rate { percent, base, cap } => {
                let (before, of) = words.share_of;
                let base = self.expression(base, Measure::Plain);
                let percent = match percent {
                    Expression::Parameter(id) => {
                        self.series(id, &|number| format!("{}%", grouped(number)))
                    }
                    other => format!("{}%", self.expression(other, Measure::Plain)),
                };
                let said = match self.english() {
                    true => format!("{percent}{of}{base}"),
                    false => format!("{before}{base}{of} {percent}"),
                };
                self.with_cap(said, cap.as_ref())
            }
            Amount::PerUnit { each, count, cap } => {
                let fact = match self.measure(count) {
                    Measure::Fact(fact) => Some(fact),
                    _ => None,
                };
                let unit = fact
                    .and_then(|fact| self.text(fact))
                    .and_then(|text| text.unit.clone())
                    .unwrap_or_default();
                let sum = self.sum(each);
                let said = match self.english() {
                    true => {
                        format!("{sum} each ({})", self.expression(count, Measure::Plain))
                    }
                    false => format!("{}{unit}{}{sum}", words.each, self.gap()),
                };
                self.with_cap(said, cap.as_ref())
            }
            Amount::Matching { grant, ratio, cap } => {
                let (before, of) = words.matching;
                let grant = self.expression(grant, Measure::Plain);
                let ratio = format!("1:{}", ratio.normalize());
                let said = match self.english() {
                    true => format!("{ratio}{of}{grant}"),
                    false => format!("{before}{grant} {ratio} {of}"),
                };
                self.with_cap(said, cap.as_ref())
            }
            Amount::Tiers(tiers) => {
                let said: Vec<_> = tiers.iter().map(|tier| self.tier(tier)).collect();
                said.join(words.stop)
            }
            Amount::Unspecified => words.unspecified.to_owned(),
            Amount::TaxPreference => words.tax.to_owned(),
            Amount::InKind => words.in_kind.to_owned(),
            Amount::Service => words.service.to_owned(),
            Amount::Recognition => words.recognition.to_owned(),
        };
        let how_often = match per {
            None => "",
            Some(Per::Year) => words.per_year,
            Some(Per::Item) => match amount {
                Amount::PerUnit { .. } => "",
                _ => words.per_item,
            },
            Some(Per::Once) => words.once,
        };
        format!("{said}{how_often}")
    }

    pub(super) fn tier(&self, tier: &Tier) -> String {
        let amount = self.amount(&tier.amount, None);
        match (&tier.when, self.english()) {
            (None, _) => format!("{}{amount}", self.words.otherwise),
            (Some(when), true) => format!("{amount} where {}", self.condition(when)),
            (Some(when), false) => format!("{}的，{amount}", self.condition(when)),
        }
    }

    pub(super) fn with_cap(&self, said: String, cap: Option<&Expression>) -> String {
        match cap {
            None => said,
            Some(cap) => {
                format!("{said}{}{}{}", self.words.cap, self.gap(), self.sum(cap))
            }
        }
    }
}
