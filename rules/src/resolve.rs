//! Names looked up and types checked: declarations become what a pack is made of.

mod award;
mod condition;
mod fact;
mod number;
mod parameter;
mod quantity;
mod scope;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::{
    Award, Dated, Decimal, Document, Expression, Fact, FactId, Group, ParameterId,
    Question, ReviewId, Verdict,
};

use crate::diagnostic::Diagnostics;
use crate::parse::{
    AwardDecl, ConditionDecl, Declarations, DocumentDecl, FactDecl, GroupDecl,
    QuestionDecl, Words,
};
use crate::source::{Span, Spanned};

pub(crate) use scope::Scope;
pub(crate) use value::{Expected, Given};

/// One folder with everything that it sees, resolved.
#[derive(Debug)]
pub(crate) struct Resolved<'d> {
    pub(crate) scope: Scope<'d>,
    /// All visible facts, in the author's order.
    pub(crate) facts: Vec<(&'d FactDecl, Fact)>,
    /// All visible questions, in the author's order.
    pub(crate) questions: Vec<(&'d QuestionDecl, Question)>,
    /// All visible documents.
    pub(crate) documents: Vec<(&'d DocumentDecl, Document)>,
    /// The folder's own awards.
    pub(crate) awards: Vec<ResolvedAward<'d>>,
    /// The folder's own groups.
    pub(crate) groups: Vec<(&'d GroupDecl, Group)>,
    /// The dated figures of the awards.
    pub(crate) parameters: BTreeMap<ParameterId, Vec<Dated<Decimal>>>,
    /// Names of the parameters in use.
    pub(crate) used_parameters: BTreeSet<String>,
    /// Words of the review leaves.
    pub(crate) reviews: BTreeMap<ReviewId, Words>,
}

/// An award with the places of its parts.
#[derive(Debug)]
pub(crate) struct ResolvedAward<'d> {
    pub(crate) decl: &'d AwardDecl,
    pub(crate) award: Award,
    /// How each criterion is written, in the award's order.
    pub(crate) written: Vec<Written<'d>>,
    pub(crate) cases: Vec<Case>,
}

/// How a criterion is written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Written<'d> {
    /// As `registered` or `for`.
    Key(Span),
    /// As an entry of `criteria`.
    Condition(&'d ConditionDecl),
}

impl Written<'_> {
    pub(crate) fn span(self) -> Span {
        match self {
            Self::Key(span) => span,
            Self::Condition(condition) => condition.span,
        }
    }
}

/// A case with its names looked up.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) as_of: Option<mingbai_core::Date>,
    pub(crate) received: bool,
    pub(crate) given: BTreeMap<FactId, Given>,
    pub(crate) expect: Spanned<Verdict>,
    pub(crate) amount: Option<(Expected, Span)>,
    pub(crate) missing: Option<(Vec<FactId>, Span)>,
}

/// Resolves the folder at `index`, which sees those that contain it.
pub(crate) fn resolve<'d>(
    all: &'d [Declarations],
    index: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Resolved<'d>> {
    let own = all.get(index)?;
    let visible = all
        .iter()
        .filter(|folder| folder.jurisdiction.contains(own.jurisdiction))
        .collect();
    let scope = Scope::new(own, visible, diagnostics);
    let mut resolver = Resolver {
        scope: &scope,
        diagnostics,
        parameters: BTreeMap::new(),
        reviews: BTreeMap::new(),
        named: BTreeMap::new(),
        used_parameters: BTreeSet::new(),
    };
    resolver.read_parameters();
    let facts = resolver.facts();
    let questions = resolver.questions();
    let documents = resolver.documents();
    let awards: Vec<ResolvedAward<'d>> =
        own.awards.iter().filter_map(|award| resolver.award(award)).collect();
    let groups = own
        .groups
        .iter()
        .filter_map(|group| Some((group, resolver.group(group)?)))
        .collect();
    let Resolver { parameters, reviews, used_parameters, .. } = resolver;
    Some(Resolved {
        facts,
        questions,
        documents,
        awards,
        groups,
        parameters,
        used_parameters,
        reviews,
        scope,
    })
}

/// Looks names up in one scope and gathers what they bring with them.
struct Resolver<'s, 'd> {
    /// Parameters that something names.
    used_parameters: BTreeSet<String>,
    /// The parameters by name: what stands for each, and what it measures; `None` where it
    /// was refused.
    named: BTreeMap<&'d str, Option<(Expression, quantity::Quantity)>>,
    scope: &'s Scope<'d>,
    diagnostics: &'s mut Diagnostics,
    parameters: BTreeMap<ParameterId, Vec<Dated<Decimal>>>,
    reviews: BTreeMap<ReviewId, Words>,
}
