//! Documents, awards and groups.

use mingbai_core::{
    Amount, Award, Citation, Condition, Criterion, Dated, DepartmentId, Document,
    Expression, Group, GroupRule, Successor, Tier,
};

use super::quantity::{self, Number, Quantity};
use super::{Case, Resolved, ResolvedAward, Resolver, Written};
use crate::diagnostic::Code;
use crate::parse::{
    AmountDecl, AwardDecl, CaseDecl, CiteDecl, DocumentDecl, FactKind, FigureDecl,
    FigureValue, GroupDecl, GroupRuleDecl, Registered, TierDecl,
};
use crate::source::{Span, Spanned};

/// The fact that says where the applicant is registered.
const REGISTERED_IN: &str = "registered_in";
/// The fact that says what kind of applicant it is.
const APPLICANT_KIND: &str = "applicant_kind";

impl Resolved<'_> {
    /// The facts that come first in every pack.
    pub(crate) const FIRST: [&'static str; 2] = [REGISTERED_IN, APPLICANT_KIND];
}

impl<'d> Resolver<'_, 'd> {
    /// All visible documents.
    pub(super) fn documents(&mut self) -> Vec<(&'d DocumentDecl, Document)> {
        let documents: Vec<&'d DocumentDecl> = self.scope.documents().collect();
        documents.into_iter().map(|decl| (decl, self.document(decl))).collect()
    }

    fn document(&mut self, decl: &DocumentDecl) -> Document {
        for article in &decl.articles {
            for department in &article.departments {
                self.department(department);
            }
        }
        let own = self.scope.own.documents.iter().any(|it| it.id == decl.id);
        let successors = decl.successors.iter().map(|successor| {
            let awards = successor.awards.iter().filter_map(|award| {
                // A containing folder's document speaks of that folder's awards.
                if own {
                    self.award_named(award)
                } else {
                    Some(award.value.as_str().into())
                }
            });
            let awards = awards.collect();
            Successor {
                document: successor.id.value.as_str().into(),
                since: successor.since,
                awards,
            }
        });
        let successors = successors.collect();
        Document {
            id: decl.id.value.as_str().into(),
            from: decl.from,
            until: decl.until,
            draft: decl.draft,
            successors,
        }
    }

    fn department(&mut self, id: &Spanned<String>) -> Option<DepartmentId> {
        match self.scope.department(&id.value) {
            Ok(_) => Some(id.value.as_str().into()),
            Err(unknown) => {
                if !unknown.garbled {
                    let message = format!("no department is named `{}`", id.value);
                    self.diagnostics
                        .report(Code::UnknownDepartment, id.span, message)
                        .hint("departments are listed under `departments`")
                        .did_you_mean(&id.value, id.span, self.scope.department_ids());
                }
                None
            }
        }
    }

    fn award_named(&mut self, id: &Spanned<String>) -> Option<mingbai_core::AwardId> {
        match self.scope.award(&id.value) {
            Ok(_) => Some(id.value.as_str().into()),
            Err(unknown) => {
                if !unknown.garbled {
                    let message = format!("no award is named `{}`", id.value);
                    self.diagnostics
                        .report(Code::UnknownAward, id.span, message)
                        .did_you_mean(&id.value, id.span, self.scope.award_ids());
                }
                None
            }
        }
    }

    /// A citation, with what it leaves out taken from `outer`.
    fn cite(&mut self, cite: &CiteDecl, outer: Option<&Citation>) -> Option<Citation> {
        let document = match &cite.document {
            Some(document) => document.clone(),
            None => Spanned::new(outer?.document.to_string(), cite.span),
        };
        let decl = match self.scope.document(&document.value) {
            Ok(decl) => decl,
            Err(unknown) => {
                if !unknown.garbled {
                    let message = format!("no document is named `{}`", document.value);
                    self.diagnostics
                        .report(Code::UnknownDocument, document.span, message)
                        .hint("documents are declared in `sources/<document>.yaml`")
                        .did_you_mean(
                            &document.value,
                            document.span,
                            self.scope.document_ids(),
                        );
                }
                return None;
            }
        };
        let document = document.value.as_str().into();
        let Some(article) = &cite.article else {
            return Some(Citation { document, article: outer?.article.clone() });
        };
        let numbers =
            || decl.articles.iter().map(|article| article.number.value.as_str());
        if !numbers().any(|number| number == article.value) {
            let message =
                format!("`{}` has no article `{}`", decl.id.value, article.value);
            self.diagnostics
                .report(Code::UnknownArticle, article.span, message)
                .hint(format!(
                    "its articles are {}",
                    numbers().collect::<Vec<_>>().join(", ")
                ))
                .did_you_mean(&article.value, article.span, numbers());
            return None;
        }
        Some(Citation { document, article: article.value.clone() })
    }

    /// One award; `None` when something in it was refused.
    pub(super) fn award(&mut self, decl: &'d AwardDecl) -> Option<ResolvedAward<'d>> {
        if !self.scope.counts(decl) {
            return None;
        }
        let cite = self.cite(&decl.cite, None);
        let mut criteria: Vec<Option<(Criterion, Written<'d>)>> = Vec::new();
        let at_award = cite.clone();
        if decl.registered.value != Registered::None {
            let span = decl.registered.span;
            let fact = self.well_known(REGISTERED_IN, &FactKind::Jurisdiction, span);
            let division = self.scope.own.jurisdiction;
            let condition = fact.map(|fact| Condition::Within { fact, division });
            criteria.push(condition.zip(at_award.clone()).map(|(condition, cite)| {
                let implied = decl.registered.value == Registered::Implied;
                (Criterion { condition, cite, implied }, Written::Key(span))
            }));
        }
        if let Some(audience) = &decl.audience {
            let fact = self.well_known(
                APPLICANT_KIND,
                &FactKind::Choice(Vec::new()),
                audience.span,
            );
            let fact = fact.and_then(|_| self.scope.fact(APPLICANT_KIND).ok());
            let options: Option<Vec<_>> = fact.map(|fact| {
                let kinds = audience.value.kinds.iter();
                kinds
                    .filter_map(|kind| self.option_named(fact, &kind.value, kind.span))
                    .collect()
            });
            let condition = options.map(|options| {
                let one_of = Condition::OneOf { fact: APPLICANT_KIND.into(), options };
                match audience.value.negated {
                    true => Condition::Not(Box::new(one_of)),
                    false => one_of,
                }
            });
            criteria.push(condition.zip(at_award.clone()).map(|(condition, cite)| {
                (
                    Criterion { condition, cite, implied: decl.audience_implied },
                    Written::Key(audience.span),
                )
            }));
        }
        for criterion in &decl.criteria {
            let condition = self.framed(&criterion.condition, &decl.id.value);
            let cite = match &criterion.cite {
                Some(own) => self.cite(own, at_award.as_ref()),
                None => at_award.clone(),
            };
            let written = Written::Condition(&criterion.condition);
            criteria.push(condition.zip(cite).map(|(condition, cite)| {
                (Criterion { condition, cite, implied: criterion.implied }, written)
            }));
        }
        if criteria.is_empty() {
            let message = format!("the award `{}` has no criteria", decl.id.value);
            self.diagnostics
                .report(Code::NoCriteria, decl.id.span, message)
                .hint("give `criteria`, `for` or `registered`");
        }
        let amount = self.amount(&decl.amount.value, &decl.id.value, decl.amount.span);
        let departments = self.departments(decl, cite.as_ref());
        let cases = decl.cases.iter().filter_map(|case| self.case(decl, case)).collect();
        let criteria: Vec<(Criterion, Written<'d>)> =
            criteria.into_iter().collect::<Option<_>>()?;
        let (criteria, written): (Vec<_>, Vec<_>) = criteria.into_iter().unzip();
        if criteria.is_empty() {
            return None;
        }
        let award = Award {
            id: decl.id.value.as_str().into(),
            cite: cite?,
            criteria,
            amount: amount?,
            selection: decl.selection,
            per: decl.per,
            departments,
        };
        Some(ResolvedAward { decl, award, written, cases })
    }

    /// A fact that the language itself speaks of.
    fn well_known(
        &mut self,
        id: &str,
        kind: &FactKind,
        span: Span,
    ) -> Option<mingbai_core::FactId> {
        let fact = match self.scope.fact(id) {
            Ok(fact) => fact,
            Err(unknown) => {
                if !unknown.garbled {
                    let message =
                        format!("this needs the fact `{id}`, which is not there");
                    self.diagnostics
                        .report(Code::UnknownFact, span, message)
                        .hint("declare it under `facts`, best in the folder `100000`");
                }
                return None;
            }
        };
        let same = std::mem::discriminant(&fact.kind) == std::mem::discriminant(kind);
        if !same {
            let expected = super::number::describe(kind);
            let message = format!("the fact `{id}` must be {expected}");
            self.diagnostics.report(Code::TypeMismatch, fact.id.span, message);
        }
        same.then(|| id.into())
    }

    fn departments(
        &mut self,
        decl: &AwardDecl,
        cite: Option<&Citation>,
    ) -> Vec<DepartmentId> {
        if let Some(departments) = &decl.departments {
            return departments.iter().filter_map(|id| self.department(id)).collect();
        }
        let document =
            cite.and_then(|cite| self.scope.document(cite.document.as_str()).ok());
        let article = document.zip(cite).and_then(|(document, cite)| {
            document.articles.iter().find(|it| it.number.value == cite.article)
        });
        // Refused ones have been reported with the document.
        article.map_or_else(Vec::new, |article| {
            let known = |id: &&Spanned<String>| self.scope.department(&id.value).is_ok();
            let departments = article.departments.iter().filter(known);
            departments.map(|id| id.value.as_str().into()).collect()
        })
    }

    fn amount(&mut self, amount: &AmountDecl, owner: &str, span: Span) -> Option<Amount> {
        let mut money = |figure: &FigureDecl| {
            self.amount_figure(figure, owner, Some(&Quantity::Money))
        };
        Some(match amount {
            AmountDecl::Fixed(sum) => Amount::Fixed(money(sum)?),
            AmountDecl::UpTo(sum) => Amount::UpTo(money(sum)?),
            AmountDecl::Rate { percent, base, cap } => {
                let base = money(base);
                let cap = cap.as_ref().map(&mut money);
                let percent =
                    self.amount_figure(percent, owner, Some(&Quantity::Percent));
                Amount::Rate { percent: percent?, base: base?, cap: transpose(cap)? }
            }
            AmountDecl::PerUnit { each, count, cap } => {
                let each = money(each);
                let cap = cap.as_ref().map(&mut money);
                let count =
                    self.amount_figure(count, owner, Some(&Quantity::Things(None)));
                Amount::PerUnit { each: each?, count: count?, cap: transpose(cap)? }
            }
            AmountDecl::Matching { grant, ratio, cap } => {
                let grant = money(grant);
                let cap = cap.as_ref().map(&mut money);
                Amount::Matching { grant: grant?, ratio: *ratio, cap: transpose(cap)? }
            }
            AmountDecl::Tiers(tiers) => self.tiers(tiers, owner, span)?,
            AmountDecl::Unspecified => Amount::Unspecified,
            AmountDecl::TaxPreference => Amount::TaxPreference,
            AmountDecl::InKind => Amount::InKind,
            AmountDecl::Service => Amount::Service,
            AmountDecl::Recognition => Amount::Recognition,
        })
    }

    fn tiers(&mut self, tiers: &[TierDecl], owner: &str, span: Span) -> Option<Amount> {
        let mut sound = true;
        let last = tiers.len().saturating_sub(1);
        for (index, tier) in tiers.iter().enumerate() {
            if tier.when.is_none() && index < last {
                self.diagnostics
                    .report(
                        Code::TierOrder,
                        tier.span,
                        "tiers after this one are never reached",
                    )
                    .hint("a tier without `when` comes last");
                sound = false;
            }
        }
        if let Some(tier) = tiers.last()
            && tier.when.is_some()
        {
            self.diagnostics
                .report(Code::TierOrder, tier.span, "the last tier has a `when`")
                .label("what holds where this is false?")
                .related(span, "these are the tiers")
                .hint("leave `when` out, or add a last tier such as `{fixed: 0 元}`");
            sound = false;
        }
        let mut list = Vec::new();
        for (index, tier) in tiers.iter().enumerate() {
            let owner = format!("{owner}.tier-{}", index + 1);
            let when = tier.when.as_ref().map(|when| self.framed(when, &owner));
            let amount = self.amount(&tier.amount, &owner, tier.span);
            match (transpose(when), amount) {
                (Some(when), Some(amount)) => list.push(Tier { when, amount }),
                _ => sound = false,
            }
        }
        sound.then_some(Amount::Tiers(list))
    }

    /// A figure of an amount; a dated one becomes a parameter.
    fn amount_figure(
        &mut self,
        figure: &FigureDecl,
        owner: &str,
        expected: Option<&Quantity>,
    ) -> Option<Expression> {
        match &figure.value {
            FigureValue::Expr(expr) => {
                let number = self.number(expr)?;
                self.measured(number, expected)
            }
            FigureValue::Dated(series) => {
                let mut dated = Vec::new();
                let mut sound = true;
                for (from, expr) in series {
                    let number = self
                        .number(expr)
                        .and_then(|number| self.measured(number, expected));
                    match number {
                        Some(Expression::Number(is)) => {
                            dated.push(Dated { from: *from, is });
                        }
                        Some(_) => {
                            let message = "a dated series holds plain figures only";
                            self.diagnostics.report(Code::BadSeries, expr.span, message);
                            sound = false;
                        }
                        None => sound = false,
                    }
                }
                if !sound {
                    return None;
                }
                let id =
                    mingbai_core::ParameterId::from(format!("{owner}.{}", figure.key));
                self.parameters.insert(id.clone(), dated);
                Some(Expression::Parameter(id))
            }
        }
    }

    /// A number that measures what is expected.
    fn measured(
        &mut self,
        number: Number,
        expected: Option<&Quantity>,
    ) -> Option<Expression> {
        let Some(expected) = expected else { return Some(number.expression) };
        let found = &number.quantity;
        let zero = number.constant().is_some_and(|constant| constant.is_zero());
        let fits = found == expected
            || zero
            || matches!(
                (expected, found),
                (
                    Quantity::Things(_),
                    Quantity::Things(_) | Quantity::Bare | Quantity::Ratio
                )
            );
        if fits {
            return Some(number.expression);
        }
        match (expected, found) {
            (Quantity::Money, Quantity::Bare) => {
                quantity::bare_money(&number, self.diagnostics);
            }
            (Quantity::Percent, Quantity::Bare) => {
                quantity::bare_percent(&number, self.diagnostics);
            }
            (Quantity::Percent, Quantity::Ratio) => {
                return Some(number.scaled(100.into()).expression);
            }
            _ => {
                let message = format!(
                    "expected {}, found {}",
                    expected.describe(),
                    found.describe()
                );
                self.diagnostics.report(Code::TypeMismatch, number.span, message);
            }
        }
        None
    }

    /// One group.
    pub(super) fn group(&mut self, decl: &GroupDecl) -> Option<Group> {
        let awards: Vec<_> = decl.awards.iter().map(|id| self.award_named(id)).collect();
        let cite = self.cite(&decl.cite, None);
        let rule = match &decl.rule {
            GroupRuleDecl::Exclusive => Some(GroupRule::Exclusive),
            GroupRuleDecl::StackingUnclear => Some(GroupRule::StackingUnclear),
            GroupRuleDecl::Additive => Some(GroupRule::Additive),
            GroupRuleDecl::Cap(expr) => self.number(expr).and_then(|number| {
                self.measured(number, Some(&Quantity::Money)).map(GroupRule::Cap)
            }),
        };
        let least = if matches!(decl.rule, GroupRuleDecl::Cap(_)) { 1 } else { 2 };
        if decl.awards.len() < least {
            let message = format!("the group `{}` binds one award only", decl.id.value);
            self.diagnostics
                .report(Code::BadGroup, decl.id.span, message)
                .hint("a group binds at least two awards; a cap may bind one");
            return None;
        }
        Some(Group {
            id: decl.id.value.as_str().into(),
            awards: awards.into_iter().collect::<Option<_>>()?,
            rule: rule?,
            cite: cite?,
        })
    }

    fn case(&mut self, award: &'d AwardDecl, case: &'d CaseDecl) -> Option<Case> {
        let twin = award.cases.iter().find(|other| other.name.value == case.name.value);
        if let Some(twin) = twin
            && twin.name.span != case.name.span
        {
            let message = format!("two cases are named `{}`", case.name.value);
            self.diagnostics
                .report(Code::CaseTwice, case.name.span, message)
                .related(twin.name.span, "first here")
                .hint("give each case its own name");
        }
        let mut given = std::collections::BTreeMap::new();
        let mut sound = true;
        for (name, node) in award.base.iter().chain(&case.given) {
            let fact = self.fact_named(&name.value, name.span);
            match fact.and_then(|fact| Some((fact, self.given(fact, node)?))) {
                Some((fact, value)) => {
                    given.insert(fact.id.value.as_str().into(), value);
                }
                None => sound = false,
            }
        }
        let mut amount = None;
        if let Some(node) = &case.amount {
            amount = self.expected(node).map(|expected| (expected, node.span));
            sound &= amount.is_some();
        }
        let mut missing = None;
        if let Some(names) = &case.missing {
            let mut facts = Vec::new();
            for name in names {
                match self.fact_named(&name.value, name.span) {
                    Some(fact) => facts.push(fact.id.value.as_str().into()),
                    None => sound = false,
                }
            }
            let span = names.first().map_or(case.expect.span, |name| {
                name.span.to(names.last().map_or(name.span, |last| last.span))
            });
            missing = Some((facts, span));
        }
        sound.then(|| Case {
            name: case.name.value.clone(),
            span: case.name.span,
            as_of: case.as_of,
            received: case.received,
            given,
            expect: case.expect.clone(),
            amount,
            missing,
        })
    }
}

/// What was not written is fine; what was refused is not.
fn transpose<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        Some(None) => None,
        Some(some) => Some(some),
        None => Some(None),
    }
}
