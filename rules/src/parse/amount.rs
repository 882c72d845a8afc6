//! `amount`: what an eligible applicant gets.

use mingbai_core::{Date, Decimal};

use super::award::{self, ConditionDecl};
use super::fields::{self, Fields};
use super::shape;
use crate::diagnostic::{Code, Diagnostics};
use crate::expression::Expr;
use crate::source::Span;
use crate::yaml::{Node, Tree};

/// An amount as it is declared.
#[derive(Clone, Debug)]
pub(crate) enum AmountDecl {
    Fixed(FigureDecl),
    UpTo(FigureDecl),
    Rate { percent: FigureDecl, base: FigureDecl, cap: Option<FigureDecl> },
    PerUnit { each: FigureDecl, count: FigureDecl, cap: Option<FigureDecl> },
    Matching { grant: FigureDecl, ratio: Decimal, cap: Option<FigureDecl> },
    Tiers(Vec<TierDecl>),
    Unspecified,
    TaxPreference,
    InKind,
    Service,
    Recognition,
}

/// One tier.
#[derive(Clone, Debug)]
pub(crate) struct TierDecl {
    pub(crate) span: Span,
    pub(crate) when: Option<ConditionDecl>,
    pub(crate) amount: AmountDecl,
}

/// A figure, or a series of figures.
#[derive(Clone, Debug)]
pub(crate) struct FigureDecl {
    /// Which key gives it, for naming a parameter.
    pub(crate) key: &'static str,
    pub(crate) value: FigureValue,
}

/// What a figure is.
#[derive(Clone, Debug)]
pub(crate) enum FigureValue {
    Expr(Expr),
    Dated(Vec<(Date, Expr)>),
}

pub(super) const PLAIN: [(&str, AmountDecl); 5] = [
    ("unspecified", AmountDecl::Unspecified),
    ("tax-preference", AmountDecl::TaxPreference),
    ("in-kind", AmountDecl::InKind),
    ("service", AmountDecl::Service),
    ("recognition", AmountDecl::Recognition),
];

const HINT: &str = "write one of `{fixed: 20 万元}`, `{up_to: …}`, `{rate: 50%, of: …, \
                    cap: …}`, `{each: …, count: …}`, `{match: …, ratio: 1}`, `{tiers: […]}`, \
                    unspecified, tax-preference, in-kind, service, recognition";

/// Reads an amount.
pub(super) fn amount(node: &Node, diagnostics: &mut Diagnostics) -> Option<AmountDecl> {
    if let Some(scalar) = node.scalar() {
        let plain = PLAIN.iter().find(|(word, _)| *word == scalar.text);
        if plain.is_none() {
            let message = format!("expected an amount, found {}", node.describe());
            let money = scalar.text.ends_with('元');
            let diagnostic = diagnostics.report(Code::BadAmount, node.span, message);
            if money {
                diagnostic
                    .hint("say what the sum is: `fixed`, or `up_to` for 最高")
                    .suggest(node.span, format!("{{fixed: {}}}", scalar.text));
            } else {
                diagnostic.hint(HINT);
            }
        }
        return plain.map(|(_, amount)| amount.clone());
    }
    let mut fields = Fields::of(node, &shape::AMOUNT, diagnostics)?;
    let amount = amount_of(&mut fields, true, diagnostics);
    if amount.is_some() {
        fields.finish(diagnostics);
    }
    amount
}

/// The amount that the keys of a mapping give.
fn amount_of(
    fields: &mut Fields<'_>,
    tiers: bool,
    diagnostics: &mut Diagnostics,
) -> Option<AmountDecl> {
    if let Some(fixed) = figure(fields, "fixed", diagnostics) {
        return Some(AmountDecl::Fixed(fixed?));
    }
    if let Some(up_to) = figure(fields, "up_to", diagnostics) {
        return Some(AmountDecl::UpTo(up_to?));
    }
    if let Some(rate) = figure(fields, "rate", diagnostics) {
        fields.required("of", diagnostics);
        let base = figure(fields, "of", diagnostics)?;
        let cap = figure(fields, "cap", diagnostics);
        return Some(AmountDecl::Rate {
            percent: rate?,
            base: base?,
            cap: cap.map_or(Some(None), |cap| cap.map(Some))?,
        });
    }
    if let Some(each) = figure(fields, "each", diagnostics) {
        fields.required("count", diagnostics);
        let count = figure(fields, "count", diagnostics)?;
        let cap = figure(fields, "cap", diagnostics);
        return Some(AmountDecl::PerUnit {
            each: each?,
            count: count?,
            cap: cap.map_or(Some(None), |cap| cap.map(Some))?,
        });
    }
    if let Some(grant) = figure(fields, "match", diagnostics) {
        let ratio = fields.required("ratio", diagnostics)?;
        let ratio = ratio_of(ratio, diagnostics);
        let cap = figure(fields, "cap", diagnostics);
        return Some(AmountDecl::Matching {
            grant: grant?,
            ratio: ratio?,
            cap: cap.map_or(Some(None), |cap| cap.map(Some))?,
        });
    }
    if tiers && let Some(node) = fields.optional("tiers") {
        let members = fields::list(node, "`tiers`", diagnostics)?;
        let read: Vec<Option<TierDecl>> =
            members.iter().map(|member| tier(member, diagnostics)).collect();
        return Some(AmountDecl::Tiers(read.into_iter().collect::<Option<_>>()?));
    }
    let message = "no key says what kind of amount this is";
    diagnostics.report(Code::BadAmount, fields.span(), message).hint(HINT);
    None
}

/// A matching ratio: `1`, `0.5` or `50%`.
fn ratio_of(node: &Node, diagnostics: &mut Diagnostics) -> Option<Decimal> {
    let scalar = fields::scalar(node, "`ratio`", diagnostics)?;
    if let Some(percent) = scalar.text.strip_suffix(['%', '％'])
        && let Some(percent) = fields::plain_decimal(percent.trim())
    {
        return percent.checked_div(Decimal::ONE_HUNDRED);
    }
    if let Some((of, to)) = scalar.text.split_once([':', '：'])
        && let (Some(of), Some(to)) =
            (fields::plain_decimal(of.trim()), fields::plain_decimal(to.trim()))
    {
        let ratio = to.checked_div(of);
        let ratio = ratio.map_or_else(|| "1".to_owned(), |it| it.normalize().to_string());
        diagnostics
            .report(
                Code::BadNumber,
                node.span,
                format!("expected a number for `ratio`, found `{}`", scalar.text),
            )
            .hint("say how many yuan are added to one yuan of the superior grant")
            .fix(node.span, ratio);
        return None;
    }
    fields::decimal(node, "`ratio`", diagnostics)
}

fn tier(node: &Node, diagnostics: &mut Diagnostics) -> Option<TierDecl> {
    if node.scalar().is_some() {
        let amount = amount(node, diagnostics)?;
        return Some(TierDecl { span: node.span, when: None, amount });
    }
    let mut fields = Fields::of(node, &shape::TIER, diagnostics)?;
    let mut when = None;
    let mut sound = true;
    if let Some(node) = fields.optional("when") {
        when = award::condition(node, diagnostics);
        sound = when.is_some();
    }
    let amount = if let Some(node) = fields.optional("amount")
        && !matches!(node.tree, Tree::Sequence(_))
    {
        amount(node, diagnostics)
    } else {
        amount_of(&mut fields, false, diagnostics)
    };
    if amount.is_some() {
        fields.finish(diagnostics);
    }
    let amount = amount?;
    if matches!(amount, AmountDecl::Tiers(_)) {
        let message = "a tier holds no further tiers";
        diagnostics.report(Code::BadAmount, node.span, message);
        return None;
    }
    sound.then_some(TierDecl { span: node.span, when, amount })
}

/// The figure at `key`: `None` where the key is not written, `Some(None)` where its value
/// was refused.
fn figure(
    fields: &mut Fields<'_>,
    key: &'static str,
    diagnostics: &mut Diagnostics,
) -> Option<Option<FigureDecl>> {
    let node = fields.optional(key)?;
    let value = figure_value(node, diagnostics);
    Some(value.map(|value| FigureDecl { key, value }))
}

/// A figure, or a series of figures.
pub(super) fn figure_value(
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<FigureValue> {
    let read = |node: &Node, diagnostics: &mut Diagnostics| {
        fields::expression(node, "a figure", diagnostics)
    };
    match &node.tree {
        Tree::Mapping(_) => {
            award::series(node, diagnostics, read).map(FigureValue::Dated)
        }
        _ => read(node, diagnostics).map(FigureValue::Expr),
    }
}
