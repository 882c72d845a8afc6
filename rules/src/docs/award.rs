//! What the page of an award says, whatever it is written in.

use std::collections::BTreeSet;

use mingbai_core::{
    Amount, Award, AwardId, Condition, Criterion, Date, Dated, Decimal, Document,
    Expression, FactId, Group, GroupRule, OptionId, Pack, Per, Prose, Selection, Texts,
    Tier,
};

use super::words::Words;
use crate::compile::uses::Uses;

/// The fact that says what an applicant is, and the one that says where.
pub(crate) const KIND: &str = "applicant_kind";
pub(crate) const PLACE: &str = "registered_in";

/// A pack with its words in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'p> {
    pub(crate) pack: &'p Pack,
    pub(crate) texts: &'p Texts,
    pub(crate) prose: Prose<'p>,
    pub(crate) words: Words,
}

/// One line of prose, what is to be remarked about it, and what it introduces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) remarks: Vec<String>,
    pub(crate) lines: Vec<Line>,
    /// How it reads on one line, where that is not the line and all below it.
    flat: Option<String>,
}

impl Line {
    fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The line and all below it on one line, for comparing.
    pub(crate) fn flat(&self, words: Words) -> String {
        if let Some(flat) = &self.flat {
            return flat.clone();
        }
        let several = self.lines.len() > 1;
        let below = self.lines.iter().map(|line| {
            let flat = line.flat(words);
            // Or nobody could tell where the inner list ends.
            let inner = several && line.flat.is_none() && !line.lines.is_empty();
            if inner { words.bracketed(&flat).trim_start().to_owned() } else { flat }
        });
        let below: Vec<String> = below.collect();
        let space = if words.english() && !below.is_empty() { " " } else { "" };
        format!("{}{space}{}", self.text, below.join(&words.stop()))
    }

    /// The text with what is remarked about it: the text, the remarks, and the colon that
    /// introduces what is below.
    pub(crate) fn parts(&self, words: Words) -> (&str, String, &'static str) {
        if self.remarks.is_empty() {
            return (&self.text, String::new(), "");
        }
        let remarks = words.bracketed(&self.remarks.join(&words.stop()));
        for colon in ["：", ":"] {
            if let Some(text) = self.text.strip_suffix(colon) {
                return (text, remarks, colon);
            }
        }
        (&self.text, remarks, "")
    }
}

/// One thing that is known of a document's validity, whatever the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Both ends are stated and nothing speaks against it.
    pub(crate) good: bool,
}

/// A group that an award stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Relation {
    pub(crate) rule: Option<String>,
    pub(crate) text: String,
    pub(crate) others: Vec<(AwardId, String)>,
}

/// Everything that is said of one award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AwardPage {
    pub(crate) id: AwardId,
    pub(crate) title: String,
    pub(crate) summary: String,
    /// The amount in a few words.
    pub(crate) glance: String,
    pub(crate) who: Vec<Line>,
    pub(crate) conditions: Vec<Line>,
    pub(crate) amount: Vec<Line>,
    pub(crate) how_often: String,
    pub(crate) how_chosen: String,
    pub(crate) source: String,
    pub(crate) standings: Vec<Standing>,
    pub(crate) departments: Vec<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) next: Vec<String>,
}

impl<'p> Reader<'p> {
    /// Reads a pack in the language of `texts`, which belong to it.
    pub(crate) fn new(pack: &'p Pack, texts: &'p Texts) -> Self {
        let prose = Prose::new(pack, texts);
        Self { pack, texts, prose, words: Words(texts.language) }
    }

    /// The title of an award; its id where the texts lack it.
    pub(crate) fn title(&self, award: &AwardId) -> String {
        let text = self.texts.awards.get(award);
        text.map_or_else(|| award.to_string(), |text| text.title.clone())
    }

    /// What the page of an award says.
    pub(crate) fn award(&self, award: &Award) -> AwardPage {
        let text = self.texts.awards.get(&award.id);
        let (who, conditions) = self.criteria(award);
        let departments = award.departments.iter();
        let departments: Vec<String> = departments
            .filter_map(|id| self.texts.departments.get(id).cloned())
            .collect();
        let standings = self.standings(award);
        let doubtful = standings.iter().any(|standing| !standing.good);
        let own = text.map(|text| text.next.clone()).unwrap_or_default();
        let next = match own.is_empty() {
            false => own,
            true => self.usual_steps(departments.first(), doubtful),
        };
        AwardPage {
            id: award.id.clone(),
            title: self.title(&award.id),
            summary: text.map(|text| text.summary.clone()).unwrap_or_default(),
            glance: self.glance(award),
            who,
            conditions,
            amount: self.amount(award),
            how_often: self.how_often(award.per),
            how_chosen: self.how_chosen(award.selection),
            source: self.cite(award),
            standings,
            departments,
            notes: text.map(|text| text.notes.clone()).unwrap_or_default(),
            relations: self.relations(award),
            next,
        }
    }

    fn usual_steps(&self, department: Option<&String>, doubtful: bool) -> Vec<String> {
        let words = self.words;
        let department = department.cloned().unwrap_or_else(|| words.the_department());
        let mut steps = vec![words.step_prepare()];
        if doubtful {
            steps.push(words.step_verify());
        }
        steps.push(words.step_ask(&department));
        steps
    }

    /// Where an award stands.
    pub(crate) fn cite(&self, award: &Award) -> String {
        let cite = &award.cite;
        self.words.cite(self.document_title(&cite.document), &cite.article)
    }

    /// The title of a document, as the texts have it.
    pub(crate) fn document_title(&self, id: &mingbai_core::DocumentId) -> &'p str {
        self.texts.documents.get(id).map_or("", String::as_str)
    }

    /// The criteria that say who an applicant is, and the others.
    fn criteria(&self, award: &Award) -> (Vec<Line>, Vec<Line>) {
        let mut who = Vec::new();
        let mut conditions = Vec::new();
        let mut kinds = false;
        for criterion in &award.criteria {
            let mut uses = Uses::default();
            uses.condition(&criterion.condition);
            let named: BTreeSet<&str> = uses.facts.iter().map(FactId::as_str).collect();
            kinds |= named.contains(KIND);
            let about_them = !named.is_empty()
                && uses.reviews.is_empty()
                && named.iter().all(|fact| matches!(*fact, KIND | PLACE));
            let line = self.criterion(award, criterion);
            if about_them { who.push(line) } else { conditions.push(line) }
        }
        if !kinds {
            who.push(Line::of(self.words.anybody()));
        }
        (who, conditions)
    }

    fn criterion(&self, award: &Award, criterion: &Criterion) -> Line {
        let mut line = self.condition(&criterion.condition);
        if criterion.implied {
            line.remarks.push(self.words.implied());
        }
        let cite = &criterion.cite;
        if cite.document != award.cite.document {
            let title = self.document_title(&cite.document);
            line.remarks.push(self.words.cite(title, &cite.article));
        } else if cite.article != award.cite.article {
            line.remarks.push(self.words.article(&cite.article));
        }
        line
    }

    /// A condition as lines that mirror its tree.
    pub(crate) fn condition(&self, condition: &Condition) -> Line {
        let heading = || {
            let heading = self.prose.heading(condition).unwrap_or_default();
            heading.trim_end().to_owned()
        };
        let all = |members: &[Condition]| {
            members.iter().map(|member| self.condition(member)).collect()
        };
        let (text, lines) = match condition {
            Condition::All(members) | Condition::Any(members) => {
                (heading(), all(members))
            }
            Condition::AtLeast { of, .. } => (heading(), all(of)),
            Condition::Not(inner) => match &**inner {
                // "None of these" speaks of each of them by itself.
                Condition::Any(members) => (heading(), all(members)),
                Condition::All(_) | Condition::AtLeast { .. } => {
                    (heading(), vec![self.condition(inner)])
                }
                Condition::OneOf { fact, options }
                    if self.run_together(fact, options) =>
                {
                    return self.options(condition, fact, options, Words::none_of);
                }
                _ => (self.prose.condition(condition), Vec::new()),
            },
            Condition::If { when, then, otherwise } => {
                let first = self.words.in_case(&self.prose.condition(when));
                let case = |text: String, inner: &Condition| Line {
                    lines: vec![self.condition(inner)],
                    ..Line::of(text)
                };
                let cases =
                    vec![case(first, then), case(self.words.otherwise(), otherwise)];
                (self.words.two_cases(), cases)
            }
            Condition::Dated(series) => return self.series(series),
            Condition::Review(_) => {
                let said = self.prose.condition(condition);
                // Many say so themselves.
                let authority = ["主管部门", "主管部門", "authority"];
                let by_itself = authority.iter().any(|word| said.contains(word));
                let remark = (!by_itself).then(|| self.words.for_authority());
                let said = said.trim_end_matches(['。', '.']);
                return Line { remarks: remark.into_iter().collect(), ..Line::of(said) };
            }
            Condition::OneOf { fact, options } if self.run_together(fact, options) => {
                return self.options(condition, fact, options, Words::one_of);
            }
            leaf => (self.prose.condition(leaf), Vec::new()),
        };
        Line { lines, ..Line::of(text) }
    }

    /// Whether options would run together in a sentence: the name of one of them has a
    /// comma or an "or" of its own.
    fn run_together(&self, fact: &FactId, options: &[OptionId]) -> bool {
        let joints = if self.words.english() { [",", " or "] } else { ["、", "或"] };
        let joined = |option: &OptionId| {
            let label = self.prose.option(fact, option);
            joints.iter().any(|joint| label.contains(joint))
        };
        options.len() > 1 && options.iter().any(joined)
    }

    /// Options each on a line of its own.
    fn options(
        &self,
        condition: &Condition,
        fact: &FactId,
        options: &[OptionId],
        heading: fn(Words, &str) -> String,
    ) -> Line {
        let label = |option| Line::of(self.prose.option(fact, option));
        Line {
            lines: options.iter().map(label).collect(),
            flat: Some(self.prose.condition(condition)),
            ..Line::of(heading(self.words, self.prose.name(fact)))
        }
    }

    /// Every wording of a dated condition, with the day from which it applies.
    fn series(&self, series: &[Dated<Condition>]) -> Line {
        if let [only] = series {
            return self.condition(&only.is);
        }
        let lines = series.iter().map(|entry| Line {
            lines: vec![self.condition(&entry.is)],
            ..Line::of(self.words.since_then(entry.from))
        });
        Line { lines: lines.collect(), ..Line::of(self.words.by_day()) }
    }

    /// The amount in a few words.
    fn glance(&self, award: &Award) -> String {
        let words = self.words;
        let said = match &award.amount {
            Amount::Tiers(tiers) => match money_of(tiers) {
                Some((least, most)) => {
                    let max = Some(most);
                    self.prose.amounts(mingbai_core::Amounts { min: least, max })
                }
                None => {
                    let kinds =
                        tiers.iter().map(|it| self.prose.amount(&it.amount, None));
                    kinds.collect::<Vec<_>>().join(&words.stop())
                }
            },
            amount => self.prose.amount(amount, None),
        };
        let chosen = match award.selection {
            Selection::Automatic => None,
            Selection::Selective => Some(words.selective_short()),
            Selection::Competitive => Some(words.competitive_short()),
            Selection::CaseByCase => Some(words.case_by_case_short()),
        };
        let money = matches!(
            award.amount,
            Amount::Fixed(_)
                | Amount::UpTo(_)
                | Amount::Rate { .. }
                | Amount::PerUnit { .. }
                | Amount::Matching { .. }
                | Amount::Tiers(_)
        );
        let often = match award.per.filter(|_| money) {
            Some(Per::Year) => Some(words.each_year_short()),
            Some(Per::Once) => Some(words.once_short()),
            Some(Per::Item) | None => None,
        };
        let document = self.pack.document(&award.cite.document);
        let draft = document.is_some_and(|it| it.draft).then(|| words.draft_short());
        let parts = [Some(said), often, chosen, draft];
        let said = parts.into_iter().flatten().collect::<Vec<_>>().join(&words.clause());
        words.capital(&said)
    }

    /// The amount as the rule states it, each tier and each day by itself.
    pub(crate) fn amount(&self, award: &Award) -> Vec<Line> {
        let words = self.words;
        let mut uses = Uses::default();
        uses.award(award);
        let parameters = &self.pack.file().parameters;
        let days: BTreeSet<Date> = uses
            .parameters
            .iter()
            .filter_map(|id| parameters.get(id))
            .flatten()
            .map(|entry| entry.from)
            .collect();
        let mut lines = Vec::new();
        if days.len() > 1 {
            for day in days {
                let read = on_day(&award.amount, day, self.pack);
                let inner = self.amount_lines(&read);
                lines.push(Line { lines: inner, ..Line::of(words.since_then(day)) });
            }
        } else {
            lines = self.amount_lines(&award.amount);
        }
        let remark = match &award.amount {
            Amount::UpTo(_) => Some(words.no_formula()),
            Amount::TaxPreference => Some(words.tax_depends()),
            _ => None,
        };
        if let (Some(remark), Some(last)) = (remark, lines.last_mut()) {
            last.remarks.push(remark.trim_end_matches(['。', '.']).to_owned());
        }
        lines
    }

    fn amount_lines(&self, amount: &Amount) -> Vec<Line> {
        match amount {
            Amount::Tiers(tiers) => {
                let each = tiers.iter().map(|tier| {
                    let one = Amount::Tiers(vec![tier.clone()]);
                    Line::of(self.prose.amount(&one, None))
                });
                each.collect()
            }
            amount => vec![Line::of(self.prose.amount(amount, None))],
        }
    }

    /// How often an award is granted.
    pub(crate) fn how_often(&self, per: Option<Per>) -> String {
        match per {
            Some(Per::Year) => self.words.each_year(),
            Some(Per::Once) => self.words.once(),
            Some(Per::Item) => self.words.each_item(),
            None => self.words.not_said_often(),
        }
    }

    /// Who decides.
    pub(crate) fn how_chosen(&self, selection: Selection) -> String {
        match selection {
            Selection::Automatic => self.words.automatic(),
            Selection::Selective => self.words.selective(),
            Selection::Competitive => self.words.competitive(),
            Selection::CaseByCase => self.words.case_by_case(),
        }
    }

    /// What is known of an award's validity.
    fn standings(&self, award: &Award) -> Vec<Standing> {
        let document = self.pack.document(&award.cite.document);
        document
            .map(|it| self.document_standings(it, Some(&award.id)))
            .unwrap_or_default()
    }

    /// What is known of a document's validity: for one award, or for all of them.
    pub(crate) fn document_standings(
        &self,
        document: &Document,
        award: Option<&AwardId>,
    ) -> Vec<Standing> {
        let words = self.words;
        let mut standings = Vec::new();
        let mut say = |name: String, text: String, good| {
            standings.push(Standing { name, text, good });
        };
        let later: Vec<_> = document
            .successors
            .iter()
            .filter(|it| {
                it.awards.is_empty() || award.is_some_and(|id| it.awards.contains(id))
            })
            .collect();
        if document.draft {
            say(words.draft(), words.draft_text(), false);
        }
        if document.until.is_some() {
            let good = document.from.is_some() && !document.draft && later.is_empty();
            let period = words.period(document.from, document.until);
            say(words.in_force(), period + &words.full_stop(), good);
        } else {
            let text = words.expiry_not_stated_text();
            let from = words.period(document.from, None);
            let text = match from.is_empty() {
                true => text,
                false => words.beginning(&from, &text),
            };
            say(words.expiry_not_stated(), text, false);
        }
        for successor in later {
            let title = self.document_title(&successor.document);
            say(words.superseded(), words.superseded_by(title), false);
        }
        standings
    }

    /// The groups that an award stands in.
    fn relations(&self, award: &Award) -> Vec<Relation> {
        let groups = self.pack.file().groups.iter();
        let groups = groups.filter(|group| group.awards.contains(&award.id));
        groups
            .map(|group| Relation {
                // Where the text is silent the group's own words say on what.
                rule: match group.rule {
                    GroupRule::StackingUnclear => None,
                    _ => Some(self.rule(group)),
                },
                text: self.texts.groups.get(&group.id).cloned().unwrap_or_default(),
                others: group
                    .awards
                    .iter()
                    .filter(|other| **other != award.id)
                    .map(|other| (other.clone(), self.title(other)))
                    .collect(),
            })
            .collect()
    }

    /// What binds the awards of a group.
    pub(crate) fn rule(&self, group: &Group) -> String {
        let words = self.words;
        match &group.rule {
            GroupRule::Exclusive => words.exclusive(),
            GroupRule::StackingUnclear => words.stacking_unclear(),
            GroupRule::Additive => words.additive(),
            GroupRule::Cap(cap) => {
                let most = self.prose.amount(&Amount::UpTo(cap.clone()), None);
                format!("{}{}{most}", words.cap(), words.clause())
            }
        }
    }
}

/// The least and the most of tiers that grant plain sums; those that grant nothing aside.
fn money_of(tiers: &[Tier]) -> Option<(Decimal, Decimal)> {
    let mut sums = Vec::new();
    for tier in tiers {
        match &tier.amount {
            Amount::Fixed(Expression::Number(sum)) if sum.is_zero() => {}
            Amount::Fixed(Expression::Number(sum)) => sums.push(*sum),
            _ => return None,
        }
    }
    Some((*sums.iter().min()?, *sums.iter().max()?))
}

/// An amount with the figures that apply on a day.
fn on_day(amount: &Amount, day: Date, pack: &Pack) -> Amount {
    let figure = |expression: &Expression| match expression {
        Expression::Parameter(id) => {
            let series = pack.file().parameters.get(id);
            let series = series.map(Vec::as_slice).unwrap_or_default();
            let current = series.iter().rev().find(|entry| entry.from <= day);
            match current.or(series.first()) {
                Some(entry) => Expression::Number(entry.is),
                None => expression.clone(),
            }
        }
        other => other.clone(),
    };
    let cap = |cap: &Option<Expression>| cap.as_ref().map(figure);
    match amount {
        Amount::Fixed(sum) => Amount::Fixed(figure(sum)),
        Amount::UpTo(sum) => Amount::UpTo(figure(sum)),
        Amount::Rate { percent, base, cap: most } => {
            Amount::Rate { percent: figure(percent), base: figure(base), cap: cap(most) }
        }
        Amount::PerUnit { each, count, cap: most } => {
            Amount::PerUnit { each: figure(each), count: figure(count), cap: cap(most) }
        }
        Amount::Matching { grant, ratio, cap: most } => {
            Amount::Matching { grant: figure(grant), ratio: *ratio, cap: cap(most) }
        }
        Amount::Tiers(tiers) => {
            let tiers = tiers.iter().map(|tier| Tier {
                when: tier.when.clone(),
                amount: on_day(&tier.amount, day, pack),
            });
            Amount::Tiers(tiers.collect())
        }
        other => other.clone(),
    }
}
