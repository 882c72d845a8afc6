//! Small packs built by hand: a few facts, and awards that a test is about.

use mingbai_core::{
    Amount, Award, Citation, Comparison, Condition, Criterion, Date, Decimal, Document,
    Domain, Expression, Fact, Form, FromJson, Jurisdiction, Kind, PackFile, Question,
    SCHEMA, Selection,
};

/// A date on which all of it applies.
pub const DATE: Date = Date::constant(2026, 11, 22);

/// Numbers from 0 to `max`.
pub fn domain(max: i64, decimals: u32) -> Domain {
    Domain { min: Decimal::ZERO, max: Some(max.into()), decimals }
}

/// A changeable fact.
pub fn fact(id: &str, kind: Kind) -> Fact {
    Fact {
        id: id.into(),
        kind,
        period: None,
        applies: None,
        derived: None,
        changeable: true,
    }
}

/// The only article there is.
pub fn cite() -> Citation {
    Citation { document: "document".into(), article: "1".to_owned() }
}

/// An automatic award of one criterion, `award`.
pub fn award(condition: Condition, amount: Amount) -> Award {
    Award {
        id: "award".into(),
        cite: cite(),
        criteria: vec![Criterion { condition, cite: cite(), implied: false }],
        amount,
        selection: Selection::Automatic,
        per: None,
        departments: Vec::new(),
    }
}

/// A pack with three counts `x y z`, two sums of money `a b`, a choice and a place, each
/// asked by its own question.
pub fn file(awards: Vec<Award>) -> PackFile {
    let facts = vec![
        fact("x", Kind::Count(domain(100, 0))),
        fact("y", Kind::Count(domain(100, 0))),
        fact("z", Kind::Count(domain(100, 0))),
        fact("a", Kind::Money(domain(1_000, 2))),
        fact("b", Kind::Money(domain(1_000, 2))),
        fact("endless", Kind::Count(Domain { max: None, ..domain(0, 0) })),
        fact("kind", Kind::Choice(vec!["red".into(), "green".into(), "blue".into()])),
        fact("place", Kind::Jurisdiction),
    ];
    let questions = facts.iter().map(|fact| Question {
        id: format!("ask_{}", fact.id).into(),
        section: "all".into(),
        facts: vec![fact.id.clone()],
        form: Form::Single,
        after: Vec::new(),
        effort: 1,
    });
    PackFile {
        schema: SCHEMA,
        version: "traps".to_owned(),
        jurisdiction: Jurisdiction::CHINA,
        documents: vec![Document {
            id: "document".into(),
            from: None,
            until: None,
            draft: false,
            successors: Vec::new(),
        }],
        questions: questions.collect(),
        facts,
        sections: vec!["all".into()],
        parameters: Default::default(),
        awards,
        groups: Vec::new(),
    }
}

/// A constant.
pub fn number(text: &str) -> Expression {
    Expression::Number(text.parse().expect("a number"))
}

/// A fact.
pub fn it(fact: &str) -> Expression {
    Expression::Fact(fact.into())
}

/// A comparison, `is` as it is written in a pack.
pub fn compare(left: Expression, is: &str, right: Expression) -> Condition {
    let is = Comparison::read(&is.into()).expect("a comparison");
    Condition::Compare { left, is, right }
}

/// A quotient, and its value where the divisor is 0.
pub fn quotient(
    dividend: Expression,
    divisor: Expression,
    otherwise: &str,
) -> Expression {
    Expression::Quotient {
        dividend: Box::new(dividend),
        divisor: Box::new(divisor),
        otherwise: Some(Box::new(number(otherwise))),
    }
}
