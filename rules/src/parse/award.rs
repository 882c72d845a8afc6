//! `awards`: what is granted, to whom, on which conditions, with the cases that prove it.

use mingbai_core::{Date, Per, Selection, Verdict};

use super::amount::{self, AmountDecl};
use super::fields::{self, Fields, IdStyle, Words};
use super::shape;
use crate::diagnostic::{Code, Diagnostics};
use crate::expression::Expr;
use crate::source::{Span, Spanned};
use crate::yaml::{Node, Tree};

/// One award as it is declared.
#[derive(Clone, Debug)]
pub(crate) struct AwardDecl {
    pub(crate) id: Spanned<String>,
    pub(crate) title: Words,
    pub(crate) summary: Words,
    pub(crate) cite: CiteDecl,
    pub(crate) registered: Spanned<Registered>,
    pub(crate) audience: Option<Spanned<Audience>>,
    pub(crate) audience_implied: bool,
    pub(crate) criteria: Vec<CriterionDecl>,
    pub(crate) amount: Spanned<AmountDecl>,
    pub(crate) per: Option<Per>,
    pub(crate) selection: Selection,
    /// `None` takes those of the article.
    pub(crate) departments: Option<Vec<Spanned<String>>>,
    pub(crate) notes: Vec<Words>,
    pub(crate) next: Vec<Words>,
    pub(crate) base: Vec<Given>,
    pub(crate) cases: Vec<CaseDecl>,
}

/// A fact's name and its value in a case.
pub(crate) type Given = (Spanned<String>, Node);

/// Whether the text says that the applicant is registered in the jurisdiction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Registered {
    Stated,
    Implied,
    None,
}

/// Kinds of applicants, by the ids of their options.
#[derive(Clone, Debug)]
pub(crate) struct Audience {
    pub(crate) negated: bool,
    pub(crate) kinds: Vec<Spanned<String>>,
}

/// A place in a document; what is left out is the award's.
#[derive(Clone, Debug)]
pub(crate) struct CiteDecl {
    pub(crate) document: Option<Spanned<String>>,
    pub(crate) article: Option<Spanned<String>>,
    pub(crate) span: Span,
}

/// One entry of `criteria`.
#[derive(Clone, Debug)]
pub(crate) struct CriterionDecl {
    pub(crate) condition: ConditionDecl,
    pub(crate) cite: Option<CiteDecl>,
    pub(crate) implied: bool,
}

/// A condition with the place where it is written.
#[derive(Clone, Debug)]
pub(crate) struct ConditionDecl {
    pub(crate) span: Span,
    pub(crate) kind: ConditionKind,
}

/// The typed frame around expressions.
#[derive(Clone, Debug)]
pub(crate) enum ConditionKind {
    Expr(Expr),
    All(Vec<ConditionDecl>),
    Any(Vec<ConditionDecl>),
    Not(Box<ConditionDecl>),
    AtLeast { n: Spanned<u32>, of: Vec<ConditionDecl> },
    Review(ReviewDecl),
    Dated(Vec<(Date, ConditionDecl)>),
}

/// What only an authority can judge.
#[derive(Clone, Debug)]
pub(crate) enum ReviewDecl {
    Words(Words),
    Id(Spanned<String>),
}

/// One case of an award.
#[derive(Clone, Debug)]
pub(crate) struct CaseDecl {
    pub(crate) name: Spanned<String>,
    pub(crate) given: Vec<Given>,
    pub(crate) as_of: Option<Date>,
    pub(crate) received: bool,
    pub(crate) expect: Spanned<Verdict>,
    pub(crate) amount: Option<Node>,
    pub(crate) missing: Option<Vec<Spanned<String>>>,
}

pub(super) const REGISTERED: [(&str, Registered); 3] = [
    ("stated", Registered::Stated),
    ("implied", Registered::Implied),
    ("none", Registered::None),
];

pub(super) const PER: [(&str, Per); 3] =
    [("once", Per::Once), ("year", Per::Year), ("item", Per::Item)];

pub(super) const SELECTIONS: [(&str, Selection); 4] = [
    ("automatic", Selection::Automatic),
    ("selective", Selection::Selective),
    ("competitive", Selection::Competitive),
    ("case-by-case", Selection::CaseByCase),
];

/// The verdicts that a case may expect.
pub(crate) const VERDICTS: [(&str, Verdict); 5] = [
    ("eligible", Verdict::Eligible),
    ("undetermined", Verdict::Undetermined),
    ("ineligible", Verdict::Ineligible),
    ("needs-review", Verdict::NeedsReview),
    ("received", Verdict::Received),
];

/// Reads one award.
pub(super) fn award(
    key: &Node,
    value: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<AwardDecl> {
    let id = fields::id(key, IdStyle::Kebab, diagnostics);
    let mut fields = Fields::of(value, &shape::AWARD, diagnostics)?;
    let title = fields.required("title", diagnostics);
    let title = title.and_then(|node| fields::words(node, diagnostics));
    let summary = fields.required("summary", diagnostics);
    let summary = summary.and_then(|node| fields::words(node, diagnostics));
    let cite = fields.required("cite", diagnostics);
    let cite = cite.and_then(|node| cite_of_award(node, diagnostics));
    let registered = fields.required("registered", diagnostics).and_then(|node| {
        let word = fields::word(node, "`registered`", &REGISTERED, diagnostics)?;
        Some(Spanned::new(word, node.span))
    });
    let audience = fields.optional("for").and_then(|node| audience(node, diagnostics));
    let audience_implied = fields
        .optional("for_implied")
        .and_then(|node| fields::boolean(node, "`for_implied`", diagnostics));
    let mut sound = true;
    let mut criteria = Vec::new();
    if let Some(node) = fields.optional("criteria") {
        for member in fields::list(node, "`criteria`", diagnostics).unwrap_or_default() {
            match criterion(member, diagnostics) {
                Some(criterion) => criteria.push(criterion),
                None => sound = false,
            }
        }
    }
    let amount = fields.required("amount", diagnostics).and_then(|node| {
        let amount = amount::amount(node, diagnostics)?;
        Some(Spanned::new(amount, node.span))
    });
    let per = fields
        .optional("per")
        .and_then(|node| fields::word(node, "`per`", &PER, diagnostics));
    let selection = fields.required("selection", diagnostics);
    let selection = selection
        .and_then(|node| fields::word(node, "`selection`", &SELECTIONS, diagnostics));
    let departments = fields
        .optional("departments")
        .and_then(|node| references(node, "a department", diagnostics));
    let notes = words_list(&mut fields, "notes", diagnostics);
    let next = words_list(&mut fields, "next", diagnostics);
    let base = fields.optional("base").map(|node| given(node, "base", diagnostics));
    let mut cases = Vec::new();
    if let Some(node) = fields.optional("cases") {
        for member in fields::list(node, "`cases`", diagnostics).unwrap_or_default() {
            cases.extend(case(member, diagnostics));
        }
    }
    fields.finish(diagnostics);
    if !sound {
        return None;
    }
    Some(AwardDecl {
        id: id?,
        title: title?,
        summary: summary?,
        cite: cite?,
        registered: registered?,
        audience,
        audience_implied: audience_implied.unwrap_or(false),
        criteria,
        amount: amount?,
        per,
        selection: selection?,
        departments,
        notes,
        next,
        base: base.unwrap_or_default(),
        cases,
    })
}

fn cite_of_award(node: &Node, diagnostics: &mut Diagnostics) -> Option<CiteDecl> {
    let mut fields = Fields::of(node, &shape::AWARD_CITE, diagnostics)?;
    let document = fields.required("document", diagnostics);
    let document =
        document.and_then(|node| fields::reference(node, "a document", diagnostics));
    let article = fields.required("article", diagnostics);
    let article =
        article.and_then(|node| fields::reference(node, "an article", diagnostics));
    fields.finish(diagnostics);
    Some(CiteDecl { document: Some(document?), article: Some(article?), span: node.span })
}

/// `{article: …}` or `{document: …, article: …}` of a criterion or a group.
pub(super) fn cite(node: &Node, diagnostics: &mut Diagnostics) -> Option<CiteDecl> {
    let mut fields = Fields::of(node, &shape::CITE, diagnostics)?;
    let mut read = |key, what| {
        let node = fields.optional(key)?;
        fields::reference(node, what, diagnostics)
    };
    let document = read("document", "a document");
    let article = read("article", "an article");
    fields.finish(diagnostics);
    Some(CiteDecl { document, article, span: node.span })
}

/// A list of names; one alone may go without brackets.
pub(super) fn references(
    node: &Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Spanned<String>>> {
    let members = fields::one_or_more(node, what, diagnostics)?;
    let read = |member| fields::reference(member, what, diagnostics);
    Some(members.iter().filter_map(read).collect())
}

fn audience(node: &Node, diagnostics: &mut Diagnostics) -> Option<Spanned<Audience>> {
    let (negated, list) = match &node.tree {
        Tree::Mapping(_) => {
            let mut fields = Fields::of(node, &shape::FOR, diagnostics)?;
            let list = fields.required("not", diagnostics);
            fields.finish(diagnostics);
            (true, list?)
        }
        _ => (false, node),
    };
    let kinds = references(list, "kinds of applicants", diagnostics)?;
    Some(Spanned::new(Audience { negated, kinds }, node.span))
}

fn words_list(
    fields: &mut Fields<'_>,
    key: &'static str,
    diagnostics: &mut Diagnostics,
) -> Vec<Words> {
    let Some(node) = fields.optional(key) else { return Vec::new() };
    let members = match &node.tree {
        // One alone may go without the dash.
        Tree::Mapping(_) => std::slice::from_ref(node),
        _ => fields::list(node, key, diagnostics).unwrap_or_default(),
    };
    members.iter().filter_map(|member| fields::words(member, diagnostics)).collect()
}

/// One entry of `criteria`: a condition, or the long form with `when`.
fn criterion(node: &Node, diagnostics: &mut Diagnostics) -> Option<CriterionDecl> {
    let long = match &node.tree {
        Tree::Mapping(entries) => entries
            .iter()
            .any(|(key, _)| key.scalar().is_some_and(|key| key.text == "when")),
        _ => false,
    };
    if !long {
        let condition = condition(node, diagnostics)?;
        return Some(CriterionDecl { condition, cite: None, implied: false });
    }
    let mut fields = Fields::of(node, &shape::CRITERION, diagnostics)?;
    let when = fields.required("when", diagnostics);
    let when = when.and_then(|node| condition(node, diagnostics));
    let cite = fields.optional("cite").and_then(|node| cite(node, diagnostics));
    let implied = fields
        .optional("implied")
        .and_then(|node| fields::boolean(node, "`implied`", diagnostics));
    fields.finish(diagnostics);
    Some(CriterionDecl { condition: when?, cite, implied: implied.unwrap_or(false) })
}

/// A condition: an expression, or a mapping of the frame.
pub(super) fn condition(
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<ConditionDecl> {
    let kind = match &node.tree {
        Tree::Scalar(_) => {
            ConditionKind::Expr(fields::expression(node, "a condition", diagnostics)?)
        }
        Tree::Sequence(_) => {
            diagnostics
                .report(Code::NotMapping, node.span, "expected a condition, found a list")
                .hint("say how its members combine: `all: [ … ]` or `any: [ … ]`");
            return None;
        }
        Tree::Mapping(_) => frame(node, diagnostics)?,
    };
    Some(ConditionDecl { span: node.span, kind })
}

fn frame(node: &Node, diagnostics: &mut Diagnostics) -> Option<ConditionKind> {
    let mut fields = Fields::of(node, &shape::FRAME, diagnostics)?;
    let kind = if let Some(node) = fields.optional("all") {
        ConditionKind::All(conditions(node, "`all`", diagnostics)?)
    } else if let Some(node) = fields.optional("any") {
        ConditionKind::Any(conditions(node, "`any`", diagnostics)?)
    } else if let Some(node) = fields.optional("not") {
        ConditionKind::Not(Box::new(condition(node, diagnostics)?))
    } else if let Some(node) = fields.optional("at_least") {
        let n = fields::whole(node, "`at_least`", diagnostics)?;
        let of = fields.required("of", diagnostics)?;
        let of = conditions(of, "`of`", diagnostics)?;
        ConditionKind::AtLeast { n: Spanned::new(n, node.span), of }
    } else if let Some(node) = fields.optional("review") {
        ConditionKind::Review(match &node.tree {
            Tree::Mapping(_) => ReviewDecl::Words(fields::words(node, diagnostics)?),
            _ => ReviewDecl::Id(fields::reference(node, "a review", diagnostics)?),
        })
    } else if let Some(node) = fields.optional("dated") {
        ConditionKind::Dated(series(node, diagnostics, condition)?)
    } else {
        let known = diagnostics.errors();
        fields.finish(diagnostics);
        if diagnostics.errors() == known {
            diagnostics.report(Code::MissingKey, node.span, "an empty condition").hint(
                "write an expression, or one of `all`, `any`, `not`, `at_least`, \
                 `review`, `dated`",
            );
        }
        return None;
    };
    fields.finish(diagnostics);
    Some(kind)
}

fn conditions(
    node: &Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<ConditionDecl>> {
    let members = fields::list(node, what, diagnostics)?;
    let read: Vec<Option<ConditionDecl>> =
        members.iter().map(|member| condition(member, diagnostics)).collect();
    read.into_iter().collect()
}

/// What applies from each day on, sorted by day.
pub(super) fn series<T>(
    node: &Node,
    diagnostics: &mut Diagnostics,
    read: impl Fn(&Node, &mut Diagnostics) -> Option<T>,
) -> Option<Vec<(Date, T)>> {
    let entries = fields::entries(node, "a dated series", diagnostics);
    if entries.is_empty() {
        let message = "a dated series without an entry";
        diagnostics.report(Code::BadSeries, node.span, message);
        return None;
    }
    let mut series = Vec::new();
    let mut sound = true;
    for (key, value) in entries {
        let from = fields::date(key, "the first day", diagnostics);
        let is = read(value, diagnostics);
        match (from, is) {
            (Some(from), Some(is)) => series.push((from, is)),
            _ => sound = false,
        }
    }
    series.sort_by_key(|(from, _)| *from);
    sound.then_some(series)
}

fn given(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Vec<Given> {
    let entries = fields::entries(node, what, diagnostics);
    let read = |(key, value): (&Node, &Node)| {
        let name = fields::reference(key, "a fact", diagnostics)?;
        Some((name, value.clone()))
    };
    entries.into_iter().filter_map(read).collect()
}

fn case(node: &Node, diagnostics: &mut Diagnostics) -> Option<CaseDecl> {
    let mut fields = Fields::of(node, &shape::CASE, diagnostics)?;
    let name = fields.required("name", diagnostics);
    let name = name.and_then(|node| fields::text(node, "a name", diagnostics));
    let given = fields.optional("given").map(|node| given(node, "given", diagnostics));
    let as_of = fields
        .optional("as_of")
        .and_then(|node| fields::date(node, "`as_of`", diagnostics));
    let received = fields
        .optional("received")
        .and_then(|node| fields::boolean(node, "`received`", diagnostics));
    let expect = fields.required("expect", diagnostics).and_then(|node| {
        let verdict = fields::word(node, "a verdict", &VERDICTS, diagnostics)?;
        Some(Spanned::new(verdict, node.span))
    });
    let amount = fields.optional("amount").cloned();
    let missing = fields.optional("missing").and_then(|node| match &node.tree {
        Tree::Sequence(members) if members.is_empty() => Some(Vec::new()),
        _ => references(node, "facts", diagnostics),
    });
    fields.finish(diagnostics);
    Some(CaseDecl {
        name: name?,
        given: given.unwrap_or_default(),
        as_of,
        received: received.unwrap_or(false),
        expect: expect?,
        amount,
        missing,
    })
}
