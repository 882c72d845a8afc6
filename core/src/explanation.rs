//! Explanations: trees that mirror the criteria and say how each part stands.

use crate::answer::Answer;
use crate::assess::Assessment;
use crate::check::facts_in;
use crate::citation::Citation;
use crate::condition::{self, Condition};
use crate::date::Date;
use crate::determination::Status;
use crate::diagram::{Link, Restricted, Subject, Variable};
use crate::fact::Fact;
use crate::id::AwardId;
use crate::lower::Lowering;
use crate::reading::{Assessor, REVIEW, status};
use crate::space::Span;
use alloc::vec::Vec;

/// Work that explaining one node may take.
const BUDGET: usize = 200_000;

/// Why a determination is what it is: one entry for each criterion, in the award's order.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Date, Pack, Status, assess};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let json = r#"{"patents": 19}"#;
/// let answers = Answers::from_json(&pack, json).unwrap();
/// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
/// let explanation = assessment.explain(&"patents-20".into()).unwrap();
/// let why = &explanation.criteria[1];
/// assert_eq!((why.cite.article.as_str(), why.node.status), ("14", Status::Unmet));
/// assert_eq!(why.node.facts[0].0.id, "patents".into());
/// ```
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    /// The criteria.
    pub criteria: Vec<Explained<'a>>,
}

/// A criterion and how it stands.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Date, Pack, assess};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let answers = Answers::new();
/// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
/// let explanation = assessment.explain(&"patents-20".into()).unwrap();
/// // The text presupposes registration in the city.
/// assert!(explanation.criteria[0].implied);
/// ```
#[derive(Clone, Debug)]
pub struct Explained<'a> {
    /// Where it stands in the law.
    pub cite: &'a Citation,
    /// The text presupposes it without saying it.
    pub implied: bool,
    /// What must hold.
    pub node: Node<'a>,
}

/// A part of a criterion and how it stands: exact for itself, whatever its parts say.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Date, Pack, Status, assess};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let answers = Answers::new();
/// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
/// let explanation = assessment.explain(&"hnte-first".into()).unwrap();
/// let node = &explanation.criteria[0].node;
/// assert_eq!(node.status, Status::Open);
/// assert!(node.parts.is_empty() && node.facts[0].1.is_none());
/// ```
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// How it stands.
    pub status: Status,
    /// The condition, as it reads on the date: never [`Condition::Dated`].
    pub condition: &'a Condition,
    /// Its members, for a condition made of conditions; empty for a leaf.
    pub parts: Vec<Node<'a>>,
    /// The facts that a leaf names, with what was said about each.
    pub facts: Vec<(&'a Fact, Option<&'a Answer>)>,
}

impl<'p> Assessment<'p> {
    /// Explains the determination of an award; `None` for one that the pack does not have.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Date, Pack, assess};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// # let json = r#"{"registered_in": "371002", "patents": 17}"#;
    /// # let answers = Answers::from_json(&pack, json).unwrap();
    /// # let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
    /// let explanation = assessment.explain(&"patents-20".into()).unwrap();
    /// assert_eq!(explanation.criteria.len(), 2);
    /// ```
    pub fn explain(&self, award: &AwardId) -> Option<Explanation<'p>> {
        let index = self.pack.award_index(award)?;
        let award = self.pack.file().awards.get(index)?;
        let reading = self.pack.reading(self.as_of)?;
        let mut explainer = Explainer {
            assessment: self,
            assessor: Assessor::new(reading, &self.pack.space, &self.spans),
            outline: &reading.awards.get(index)?.outline,
        };
        let criteria = award.criteria.iter().map(|criterion| Explained {
            cite: &criterion.cite,
            implied: criterion.implied,
            node: explainer.node(&criterion.condition),
        });
        Some(Explanation { criteria: criteria.collect() })
    }

    /// How any condition over the pack's facts stands.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Condition, Date, Pack, Status, assess};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let answers = Answers::new();
    /// let assessment = assess(&pack, &answers, Date::constant(2026, 11, 22));
    /// let hnte = |option: &str| Condition::OneOf {
    ///     fact: "hnte".into(),
    ///     options: vec![option.into()],
    /// };
    /// assert_eq!(assessment.status(&hnte("first")), Status::Open);
    /// let all = Condition::All(Vec::new());
    /// assert_eq!(assessment.status(&all), Status::Met);
    /// ```
    pub fn status(&self, condition: &Condition) -> Status {
        let pack = self.pack;
        let mut lowering = Lowering::new(pack.file(), &pack.space, self.as_of, BUDGET);
        let link = lowering.condition(condition);
        let link = lowering.builder.settle_reviews(link, |_| REVIEW);
        if lowering.builder.exhausted() {
            return Status::Open;
        }
        let slot_span =
            |slot: u32| self.spans.get(slot as usize).copied().unwrap_or(Span::new(0, 1));
        let spans = |variable: Variable| match variable.subject() {
            Subject::Slot(slot) => slot_span(slot),
            Subject::Atom(atom) => lowering
                .atoms
                .get(atom as usize)
                .map_or(Span::new(0, 1), |atom| atom.span(&pack.space, &slot_span)),
            Subject::Review(_) => Span::new(0, 1),
        };
        let mut restricted = Restricted::default();
        let root = restricted.restrict(lowering.builder.diagrams(), link, &spans);
        status(&restricted.terminals(root))
    }
}

/// Builds the tree of a condition along its outline.
struct Explainer<'s, 'p> {
    assessment: &'s Assessment<'p>,
    assessor: Assessor<'s>,
    /// What is left of the award's outline.
    outline: &'s [Link],
}

impl<'p> Explainer<'_, 'p> {
    fn node(&mut self, condition: &'p Condition) -> Node<'p> {
        let assessment = self.assessment;
        let condition = current(condition, assessment.as_of);
        let status = match self.outline.split_first() {
            Some((&link, rest)) => {
                self.outline = rest;
                self.assessor.status(link)
            }
            None => Status::Open,
        };
        let parts: Vec<_> = match condition {
            Condition::All(members) | Condition::Any(members) => {
                members.iter().map(|member| self.node(member)).collect()
            }
            Condition::AtLeast { of, .. } => {
                of.iter().map(|member| self.node(member)).collect()
            }
            Condition::Not(inner) if !is_leaf(inner) => [self.node(inner)].into(),
            Condition::If { when, then, otherwise } => {
                [when, then, otherwise].map(|inner| self.node(inner)).into()
            }
            _ => Vec::new(),
        };
        let mut facts: Vec<(&Fact, _)> = Vec::new();
        if parts.is_empty() {
            facts_in(condition, &mut |id| {
                let fact = assessment.pack.fact(id);
                if let Some(fact) =
                    fact.filter(|it| !facts.iter().any(|(seen, _)| seen.id == it.id))
                {
                    facts.push((fact, assessment.answers.get(id)));
                }
            });
        }
        Node { status, condition, parts, facts }
    }
}

impl Lowering<'_> {
    /// The diagram of a condition; to `outline` is added that of each node of its
    /// explanation, a node before its parts, as [`Explainer::node`] goes through them.
    pub(crate) fn outline(
        &mut self,
        condition: &Condition,
        outline: &mut Vec<Link>,
    ) -> Link {
        if !self.builder.spend(1) {
            return Link::FALSE;
        }
        let condition = current(condition, self.date);
        let place = outline.len();
        outline.push(Link::FALSE);
        let link = match condition {
            Condition::All(members) => members.iter().fold(Link::TRUE, |all, member| {
                let member = self.outline(member, outline);
                self.builder.and(all, member)
            }),
            Condition::Any(members) => members.iter().fold(Link::FALSE, |any, member| {
                let member = self.outline(member, outline);
                self.builder.or(any, member)
            }),
            Condition::AtLeast { n, of } => {
                let links: Vec<_> =
                    of.iter().map(|member| self.outline(member, outline)).collect();
                self.builder.at_least(*n as usize, &links)
            }
            Condition::Not(inner) if !is_leaf(inner) => {
                let inner = self.outline(inner, outline);
                self.builder.not(inner)
            }
            Condition::If { when, then, otherwise } => {
                let [when, then, otherwise] =
                    [when, then, otherwise].map(|inner| self.outline(inner, outline));
                self.builder.choose(when, then, otherwise)
            }
            leaf => self.condition(leaf),
        };
        if let Some(place) = outline.get_mut(place) {
            *place = link;
        }
        link
    }
}

/// A condition as it reads on a date.
fn current(mut condition: &Condition, date: Date) -> &Condition {
    while let Condition::Dated(series) = condition
        && let Some(current) = condition::on(series, date)
    {
        condition = current;
    }
    condition
}

/// Whether a condition speaks of facts directly.
fn is_leaf(condition: &Condition) -> bool {
    matches!(
        condition,
        Condition::Yes(_)
            | Condition::OneOf { .. }
            | Condition::Has { .. }
            | Condition::Within { .. }
            | Condition::Compare { .. }
            | Condition::Review(_)
    )
}
