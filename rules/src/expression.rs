//! Expressions as they are written: names not yet looked up, types not yet known.

mod lexer;
mod parser;

pub(crate) use lexer::is_word;
pub(crate) use parser::parse;

use mingbai_core::{Comparison, Decimal};

use crate::source::{Span, Spanned};

/// One expression.
#[derive(Clone, Debug)]
pub(crate) struct Expr {
    pub(crate) span: Span,
    pub(crate) kind: ExprKind,
}

/// What an expression is.
#[derive(Clone, Debug)]
pub(crate) enum ExprKind {
    /// `20`, `20 万元`, `50%`.
    Figure {
        number: Decimal,
        unit: Option<Spanned<String>>,
    },
    /// A fact, an option or a division.
    Name(String),
    /// `"enterprise"`.
    Text(String),
    /// `yes`, `no`.
    YesNo(bool),
    Not(Box<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Compare {
        left: Box<Expr>,
        is: Spanned<Comparison>,
        right: Box<Expr>,
    },
    /// `x in [a, b]`, `x in 威海市`, `not in`.
    In {
        left: Box<Expr>,
        negated: bool,
        members: Vec<Expr>,
    },
    /// `x in [1..50]`, `x between 1 and 50`.
    Range {
        left: Box<Expr>,
        negated: bool,
        low: Bound,
        high: Bound,
    },
    /// `x has a`.
    Has {
        left: Box<Expr>,
        option: Box<Expr>,
    },
    Sum(Vec<Expr>),
    Less(Box<Expr>, Box<Expr>),
    Product(Vec<Expr>),
    Quotient {
        dividend: Box<Expr>,
        divisor: Box<Expr>,
        otherwise: Option<Box<Expr>>,
    },
    Negative(Box<Expr>),
    If {
        when: Box<Expr>,
        then: Box<Expr>,
        otherwise: Box<Expr>,
    },
    Call {
        function: Spanned<String>,
        arguments: Vec<Expr>,
    },
}

/// One end of a range.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    pub(crate) value: Box<Expr>,
    pub(crate) inclusive: bool,
}
