//! `facts`: what can be known about an applicant.

use mingbai_core::{Decimal, Domain, Period};

use super::fields::{self, Fields, IdStyle, Words};
use super::shape;
use crate::diagnostic::{Code, Diagnostics};
use crate::expression::{Expr, is_word};
use crate::source::Spanned;
use crate::yaml::{Node, shorten};

/// One fact as it is declared.
#[derive(Clone, Debug)]
pub(crate) struct FactDecl {
    pub(crate) id: Spanned<String>,
    pub(crate) name: Spanned<String>,
    pub(crate) en: String,
    pub(crate) kind: FactKind,
    pub(crate) unit: Option<Words>,
    pub(crate) period: Option<Period>,
    pub(crate) changeable: bool,
    pub(crate) asked_if: Option<Expr>,
    /// The value where `asked_if` is false.
    pub(crate) otherwise: Option<Node>,
    pub(crate) formula: Option<Expr>,
    pub(crate) ask: Option<Words>,
    pub(crate) hint: Option<Words>,
    pub(crate) label: Option<Words>,
    pub(crate) yes: Option<Words>,
    pub(crate) no: Option<Words>,
}

/// A fact's type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FactKind {
    YesNo,
    Count(Domain),
    Decimal(Domain),
    Money(Domain),
    Percent(Domain),
    Date,
    Year(Domain),
    Choice(Vec<OptionDecl>),
    Choices(Vec<OptionDecl>),
    Jurisdiction,
}

impl FactKind {
    /// The options of a choice.
    pub(crate) fn options(&self) -> &[OptionDecl] {
        match self {
            Self::Choice(options) | Self::Choices(options) => options,
            _ => &[],
        }
    }

    /// The domain of a number.
    pub(crate) fn domain(&self) -> Option<&Domain> {
        match self {
            Self::Count(domain)
            | Self::Decimal(domain)
            | Self::Money(domain)
            | Self::Percent(domain)
            | Self::Year(domain) => Some(domain),
            _ => None,
        }
    }
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OptionDecl {
    pub(crate) id: Spanned<String>,
    pub(crate) words: Words,
    /// Its name in conditions, where the label does not serve.
    pub(crate) alias: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    YesNo,
    Count,
    Decimal,
    Money,
    Percent,
    Date,
    Year,
    Choice,
    Choices,
    Jurisdiction,
}

pub(super) const TYPES: [(&str, Type); 10] = [
    ("yes-no", Type::YesNo),
    ("count", Type::Count),
    ("decimal", Type::Decimal),
    ("money", Type::Money),
    ("percent", Type::Percent),
    ("date", Type::Date),
    ("year", Type::Year),
    ("choice", Type::Choice),
    ("choices", Type::Choices),
    ("jurisdiction", Type::Jurisdiction),
];

pub(super) const PERIODS: [(&str, Period); 4] = [
    ("year", Period::Year),
    ("last-year", Period::LastYear),
    ("three-years", Period::ThreeYears),
    ("total", Period::Total),
];

/// Reads one fact.
pub(super) fn fact(
    key: &Node,
    value: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<FactDecl> {
    let id = fields::id(key, IdStyle::Snake, diagnostics);
    let mut fields = Fields::of(value, &shape::FACT, diagnostics)?;
    let name = fields.required("name", diagnostics);
    let name = name.and_then(|name| condition_name(name, diagnostics));
    let en = fields.required("en", diagnostics);
    let en = en.and_then(|en| fields::text(en, "the English name", diagnostics));
    let kind = kind(&mut fields, diagnostics);
    let numeric = kind.as_ref().is_none_or(|kind| kind.domain().is_some());
    let yes_no = kind.as_ref().is_none_or(|kind| *kind == FactKind::YesNo);
    let mut words = |fields: &mut Fields<'_>, key| {
        fields.optional(key).and_then(|node| fields::words(node, diagnostics))
    };
    let unit = if numeric { words(&mut fields, "unit") } else { None };
    let (yes, no) = if yes_no {
        (words(&mut fields, "yes"), words(&mut fields, "no"))
    } else {
        (None, None)
    };
    let ask = words(&mut fields, "ask");
    let hint = words(&mut fields, "hint");
    let label = words(&mut fields, "label");
    let period = fields
        .optional("period")
        .and_then(|node| fields::word(node, "a period", &PERIODS, diagnostics));
    let changeable = fields
        .optional("changeable")
        .and_then(|node| fields::boolean(node, "`changeable`", diagnostics));
    let asked_if = fields.optional("asked_if");
    let otherwise = if asked_if.is_some() {
        fields.required("otherwise", diagnostics).cloned()
    } else {
        None
    };
    let asked_if =
        asked_if.and_then(|node| fields::expression(node, "a condition", diagnostics));
    let formula = fields.optional("formula");
    if formula.is_none() && ask.is_none() && !fields.has("ask") {
        fields.required("ask", diagnostics);
    }
    let formula =
        formula.and_then(|node| fields::expression(node, "a formula", diagnostics));
    fields.finish(diagnostics);
    Some(FactDecl {
        id: id?,
        name: name?,
        en: en?.value,
        kind: kind?,
        unit,
        period,
        changeable: changeable.unwrap_or(false),
        asked_if,
        otherwise,
        formula,
        ask,
        hint,
        label,
        yes,
        no,
    })
}

/// A name that conditions can use: letters and digits, no spaces.
pub(super) fn condition_name(
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<String>> {
    let name = fields::text(node, "a name", diagnostics)?;
    let letters = |c: char| c.is_alphanumeric() || c == '_';
    let sound = name.value.starts_with(|c: char| c.is_alphabetic())
        && name.value.chars().all(letters)
        && !is_word(&name.value);
    if sound {
        return Some(name);
    }
    let message = format!("`{}` cannot be a name in conditions", shorten(&name.value));
    let diagnostic = diagnostics.report(Code::BadId, name.span, message).hint(
        "names are letters and digits, begin with a letter, and have no spaces or \
         punctuation",
    );
    let plain: String = name.value.chars().filter(|c| letters(*c)).collect();
    if plain.starts_with(|c: char| c.is_alphabetic()) && !is_word(&plain) {
        diagnostic.fix(name.span, plain);
    }
    None
}

fn kind(fields: &mut Fields<'_>, diagnostics: &mut Diagnostics) -> Option<FactKind> {
    let type_ = fields.required("type", diagnostics)?;
    let type_ = fields::word(type_, "a type", &TYPES, diagnostics)?;
    Some(match type_ {
        Type::YesNo => FactKind::YesNo,
        Type::Date => FactKind::Date,
        Type::Jurisdiction => FactKind::Jurisdiction,
        Type::Count => FactKind::Count(domain(fields, 0, false, diagnostics)?),
        Type::Year => FactKind::Year(domain(fields, 0, false, diagnostics)?),
        Type::Money => FactKind::Money(domain(fields, 2, false, diagnostics)?),
        Type::Decimal => FactKind::Decimal(domain(fields, 2, true, diagnostics)?),
        Type::Percent => FactKind::Percent(domain(fields, 2, true, diagnostics)?),
        Type::Choice => FactKind::Choice(options(fields, diagnostics)?),
        Type::Choices => FactKind::Choices(options(fields, diagnostics)?),
    })
}

/// `domain: 0..` and `decimals: 2`.
fn domain(
    fields: &mut Fields<'_>,
    decimals: u32,
    own_decimals: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Domain> {
    let mut decimals = decimals;
    if own_decimals && let Some(node) = fields.optional("decimals") {
        decimals = fields::whole(node, "`decimals`", diagnostics)?;
        if decimals > 4 {
            let message = format!("at most 4 decimals, found `{decimals}`");
            diagnostics.report(Code::BadNumber, node.span, message);
            return None;
        }
    }
    let Some(node) = fields.optional("domain") else {
        return Some(Domain { min: Decimal::ZERO, max: None, decimals });
    };
    let scalar = fields::scalar(node, "a domain", diagnostics)?;
    match read_domain(&scalar.text, decimals) {
        Some(domain) => Some(domain),
        None => {
            let message = format!(
                "expected a domain such as `0..` or `0..100`, found {}",
                node.describe()
            );
            diagnostics
                .report(Code::BadDomain, node.span, message)
                .hint("both ends are inclusive and plain numbers, the lower one first");
            None
        }
    }
}

fn read_domain(text: &str, decimals: u32) -> Option<Domain> {
    let (low, high) = text.split_once("..")?;
    let min = fields::plain_decimal(low.trim())?;
    let max = match high.trim() {
        "" => None,
        high => Some(fields::plain_decimal(high)?),
    };
    let limit = Decimal::from(Domain::LIMIT);
    let fits =
        |number: Decimal| number.abs() <= limit && number.normalize().scale() <= decimals;
    let sound = fits(min) && max.is_none_or(|max| fits(max) && min <= max);
    sound.then_some(Domain { min, max, decimals })
}

fn options(
    fields: &mut Fields<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<OptionDecl>> {
    let node = fields.required("options", diagnostics)?;
    let entries = fields::entries(node, "options", diagnostics);
    let mut options: Vec<OptionDecl> = Vec::new();
    for (key, value) in entries {
        let id = fields::id(key, IdStyle::Kebab, diagnostics);
        let Some(mut fields) = Fields::of(value, &shape::OPTION, diagnostics) else {
            continue;
        };
        let words = fields::words_of(&mut fields, diagnostics);
        let alias = fields
            .optional("as")
            .and_then(|node| condition_name(node, diagnostics))
            .map(|name| name.value);
        fields.finish(diagnostics);
        if let (Some(id), Some(words)) = (id, words) {
            options.push(OptionDecl { id, words, alias });
        }
    }
    if options.is_empty() {
        let message = "a choice needs at least one option";
        diagnostics.report(Code::EmptyList, node.span, message);
        return None;
    }
    Some(options)
}
