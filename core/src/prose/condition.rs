//! Conditions as phrases.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::expression::Measure;
use super::{Prose, date, grouped};
use crate::condition::{Comparison, Condition, Expression};
use crate::date::Date;
use crate::fact::{Fact, Kind};
use crate::id::{FactId, OptionId};
use crate::text::Language;

impl Prose<'_> {
    /// A condition as one phrase: 年度发明专利授权数不少于 20 件.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Pack, Prose, Texts};
    /// # let pack = Pack::from_json(include_str!("../../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../../examples/pack.en.json")).unwrap();
    /// # let prose = Prose::new(&pack, &texts);
    /// let award = pack.award(&"patents-20".into()).unwrap();
    /// let said = prose.condition(&award.criteria[1].condition);
    /// assert!(said.contains("20\u{a0}patents"));
    /// ```
    pub fn condition(&self, condition: &Condition) -> String {
        self.phrase(condition, true)
    }

    /// The same, or with `holds` false its denial.
    pub(super) fn phrase(&self, condition: &Condition, holds: bool) -> String {
        let words = self.words;
        match condition {
            Condition::All(members) => {
                let between = if holds { words.and } else { words.or };
                self.members(members, between, holds)
            }
            Condition::Any(members) => {
                let between = if holds { words.or } else { words.and };
                self.members(members, between, holds)
            }
            Condition::Not(inner) => self.phrase(inner, !holds),
            Condition::AtLeast { n, of } => {
                let (before, after) = words.at_least_of;
                let members = self.members(of, words.stop, true);
                self.denied(holds, format!("{before}{n}{after}{members}"))
            }
            Condition::If { when, then, otherwise } => {
                let (before, middle, after) = words.if_then;
                format!(
                    "{before}{}{middle}{}{after}{}",
                    self.phrase(when, true),
                    self.phrase(then, holds),
                    self.phrase(otherwise, holds)
                )
            }
            Condition::Yes(fact) => {
                let text = self.text(fact);
                let said = text
                    .and_then(|it| if holds { it.yes.as_ref() } else { it.no.as_ref() });
                said.cloned().unwrap_or_else(|| {
                    let answer = if holds { words.yes } else { words.no };
                    let colon = if self.english() { ": " } else { "：" };
                    format!("{}{colon}{answer}", self.name(fact))
                })
            }
            Condition::OneOf { fact, options } => {
                let said = match (holds, self.english(), options.as_slice()) {
                    (false, true, [one, other]) => format!(
                        "neither {} nor {}",
                        self.option(fact, one),
                        self.option(fact, other)
                    ),
                    (false, true, [_, _, ..]) => {
                        format!("none of {}", self.options(fact, options))
                    }
                    (true, ..) => format!("{}{}", words.is, self.options(fact, options)),
                    (false, ..) => {
                        format!("{}{}", words.is_not, self.options(fact, options))
                    }
                };
                format!("{}{}{said}", self.name(fact), words.colon)
            }
            Condition::Has { fact, option } => {
                let has = if holds { words.has } else { words.has_not };
                let option = core::slice::from_ref(option);
                format!(
                    "{}{}{has}{}",
                    self.name(fact),
                    words.colon,
                    self.options(fact, option)
                )
            }
            Condition::Within { fact, division } => {
                let name = self.division(&division.to_string());
                let within = if holds { words.within } else { words.is_not };
                let within = match (holds, self.english()) {
                    (false, false) => "不在",
                    _ => within,
                };
                format!("{}{}{within}{name}", self.name(fact), words.colon)
            }
            Condition::Compare { left, is, right } => {
                let is = if holds { *is } else { opposite(*is) };
                self.comparison(left, is, right)
            }
            Condition::Review(review) => {
                let said = self.texts.reviews.get(review).cloned().unwrap_or_default();
                self.denied(holds, said)
            }
            Condition::Dated(series) => {
                let first = series.get(1).map(|entry| entry.from);
                let said: Vec<String> = series
                    .iter()
                    .enumerate()
                    .map(|(at, entry)| {
                        let said = self.phrase(&entry.is, holds);
                        match first.filter(|_| at == 0) {
                            Some(day) => self.before(day, &said),
                            None if at == 0 => said,
                            None => self.from(entry.from, &said),
                        }
                    })
                    .collect();
                said.join(words.stop)
            }
        }
    }

    pub(super) fn denied(&self, holds: bool, said: String) -> String {
        if holds { said } else { format!("{}{said}", self.words.not) }
    }

    pub(super) fn members(
        &self,
        members: &[Condition],
        between: &str,
        holds: bool,
    ) -> String {
        let several = members.len() > 1;
        let said = members.iter().map(|member| {
            let said = self.phrase(member, holds);
            // Or nobody could tell where the inner one ends.
            if several && is_compound(member) { self.bracketed(&said) } else { said }
        });
        said.collect::<Vec<_>>().join(between)
    }

    pub(super) fn bracketed(&self, said: &str) -> String {
        if self.english() { format!("({said})") } else { format!("（{said}）") }
    }

    /// What applied before a day, said of it.
    pub(super) fn before(&self, day: Date, said: &str) -> String {
        let day = date(day, self.texts.language);
        let en = if self.english() { "before " } else { "" };
        format!("{en}{day}{}{said}", self.words.before_day)
    }

    /// What applies from a day on, said of it.
    pub(super) fn from(&self, day: Date, said: &str) -> String {
        let (before, after) = self.words.from_day;
        let day = date(day, self.texts.language);
        format!("{}{after}{said}", self.beside(before, &day))
    }

    /// What introduces the members of a composite condition: 满足一条即可：. `None` for a
    /// leaf.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Condition, Pack, Prose, Texts};
    /// # let pack = Pack::from_json(include_str!("../../examples/pack.json")).unwrap();
    /// # let texts = Texts::from_json(include_str!("../../examples/pack.en.json")).unwrap();
    /// # let prose = Prose::new(&pack, &texts);
    /// assert!(prose.heading(&Condition::Any(Vec::new())).is_some());
    /// let leaf = Condition::Yes("incubator".into());
    /// assert_eq!(prose.heading(&leaf), None);
    /// ```
    pub fn heading(&self, condition: &Condition) -> Option<String> {
        let words = self.words;
        match condition {
            Condition::All(_) => Some(words.all_of.to_owned()),
            Condition::Any(_) => Some(words.any_of.to_owned()),
            Condition::AtLeast { n, .. } => {
                let (before, after) = words.at_least_of;
                Some(format!("{before}{n}{after}"))
            }
            Condition::Not(inner)
                if matches!(
                    **inner,
                    Condition::All(_) | Condition::Any(_) | Condition::AtLeast { .. }
                ) =>
            {
                Some(words.not.to_owned())
            }
            _ => None,
        }
    }

    pub(super) fn options(&self, fact: &FactId, options: &[OptionId]) -> String {
        let labels = options.iter().map(|option| self.option(fact, option));
        let joints = if self.english() { [",", " or "] } else { ["、", "或"] };
        // Where a label has a comma or an "or" of its own, quotes say where each ends.
        let run_together = options.len() > 1
            && labels.clone().any(|label| joints.iter().any(|it| label.contains(it)));
        let quoted = |label: &str| match (run_together, self.texts.language) {
            (false, _) => label.to_owned(),
            (true, Language::ChineseTraditional) => format!("「{label}」"),
            (true, _) => format!("“{label}”"),
        };
        let labels: Vec<String> = labels.map(quoted).collect();
        match labels.split_last() {
            Some((last, earlier)) if !earlier.is_empty() => {
                let earlier = earlier.join(self.words.list);
                format!("{earlier}{}{last}", self.words.or_last)
            }
            _ => labels.concat(),
        }
    }

    pub(super) fn comparison(
        &self,
        left: &Expression,
        is: Comparison,
        right: &Expression,
    ) -> String {
        let words = self.words;
        // A constant reads better on the right.
        let constant =
            |it: &Expression| matches!(it, Expression::Number(_) | Expression::Date(_));
        if constant(left) && !constant(right) {
            return self.comparison(right, mirrored(is), left);
        }
        let name = self.expression(left, Measure::Plain);
        let fact = match left {
            Expression::Fact(fact) => self.pack.fact(fact),
            _ => None,
        };
        if let (Some(fact), Expression::Number(number)) = (fact, right)
            && let Some(said) = self.counted(fact, is, *number)
        {
            return match self.english() {
                true => format!("{name}{}{said}", words.colon),
                false
                    if said.starts_with(words.some.0)
                        || said.starts_with(words.none.0) =>
                {
                    format!("{said}{name}")
                }
                false => format!("{name}{said}"),
            };
        }
        let days = matches!(right, Expression::Date(_))
            || fact.is_some_and(|fact| matches!(fact.kind, Kind::Date | Kind::Year(_)));
        let [not_before, after, not_after, before] = words.days;
        let is = match is {
            Comparison::AtLeast if days => not_before,
            Comparison::MoreThan if days => after,
            Comparison::AtMost if days => not_after,
            Comparison::LessThan if days => before,
            Comparison::Equal if days => words.is,
            Comparison::AtLeast => words.at_least,
            Comparison::MoreThan => words.more_than,
            Comparison::AtMost => words.at_most,
            Comparison::LessThan => words.less_than,
            Comparison::Equal => words.equal,
            Comparison::Unequal => words.unequal,
        };
        let right = self.expression(right, self.measure(left));
        format!("{name}{}{}", words.colon, self.beside(is, &right))
    }

    /// Comparisons that nobody says with `>` and `<`: to have some of it or none, and to
    /// be among the first of a ranking, whose places count from 1.
    pub(super) fn counted(
        &self,
        fact: &Fact,
        is: Comparison,
        number: Decimal,
    ) -> Option<String> {
        let (Kind::Count(domain) | Kind::Decimal(domain) | Kind::Money(domain)) =
            &fact.kind
        else {
            return None;
        };
        let words = self.words;
        let around = |(before, after): (&str, &str)| format!("{before}{after}");
        match is {
            Comparison::MoreThan if number.is_zero() && domain.min.is_zero() => {
                Some(around(words.some))
            }
            Comparison::AtMost if number.is_zero() && domain.min.is_zero() => {
                Some(around(words.none))
            }
            Comparison::AtMost | Comparison::MoreThan
                if domain.min == Decimal::ONE && matches!(fact.kind, Kind::Count(_)) =>
            {
                let among = match is {
                    Comparison::AtMost => words.among,
                    _ => words.not_among,
                };
                let figure = match self.english() {
                    true => grouped(number),
                    false => self.number(fact, number),
                };
                Some(self.beside(among, &figure))
            }
            _ => None,
        }
    }
}

/// Whether a condition reads as several phrases.
fn is_compound(condition: &Condition) -> bool {
    match condition {
        Condition::All(members) | Condition::Any(members) => members.len() > 1,
        Condition::Not(inner) => is_compound(inner),
        Condition::Dated(series) => {
            series.len() > 1 || series.iter().any(|entry| is_compound(&entry.is))
        }
        Condition::AtLeast { .. } | Condition::If { .. } => true,
        _ => false,
    }
}

fn opposite(is: Comparison) -> Comparison {
    match is {
        Comparison::AtLeast => Comparison::LessThan,
        Comparison::MoreThan => Comparison::AtMost,
        Comparison::AtMost => Comparison::MoreThan,
        Comparison::LessThan => Comparison::AtLeast,
        Comparison::Equal => Comparison::Unequal,
        Comparison::Unequal => Comparison::Equal,
    }
}

fn mirrored(is: Comparison) -> Comparison {
    match is {
        Comparison::AtLeast => Comparison::AtMost,
        Comparison::MoreThan => Comparison::LessThan,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::LessThan => Comparison::MoreThan,
        same @ (Comparison::Equal | Comparison::Unequal) => same,
    }
}
