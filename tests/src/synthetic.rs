//! Synthetic packs of any size, for measurements: as many facts as awards and a quarter as
//! many questions, like the pack of Weihai.

use mingbai_core::{
    Amount, Award, Citation, Comparison, Condition, Criterion, Decimal, Document, Domain,
    Expression, Fact, FactId, Form, Jurisdiction, Kind, PackFile, Question, SCHEMA,
    SectionId, Selection,
};

use crate::random::Dice;

/// Facts on one screen.
const ON_A_SCREEN: usize = 4;
const SECTIONS: usize = 10;

/// A pack of `size` awards. Every award asks for a place and a kind of applicant, and for
/// two facts that few others ask for.
pub fn pack(size: usize) -> PackFile {
    let mut dice = Dice::seeded(size as u64);
    let mut facts = vec![
        fact("place".into(), Kind::Jurisdiction),
        fact("kind".into(), Kind::Choice(["a", "b", "c", "d"].map(Into::into).into())),
    ];
    for index in 0..size {
        facts.push(match index % 2 {
            0 => fact(format!("yes_{index}"), Kind::YesNo),
            _ => {
                let domain = Domain { min: Decimal::ZERO, max: None, decimals: 0 };
                fact(format!("count_{index}"), Kind::Count(domain))
            }
        });
    }
    let sections: Vec<SectionId> =
        (0..SECTIONS).map(|index| format!("section_{index}").into()).collect();
    let questions = facts
        .chunks(ON_A_SCREEN)
        .zip(0..)
        .map(|(facts, index)| Question {
            id: format!("question_{index}").into(),
            section: dice.pick(&sections).clone(),
            facts: facts.iter().map(|fact| fact.id.clone()).collect(),
            form: Form::Fields,
            after: Vec::new(),
            effort: 1,
        })
        .collect();
    let awards = (0..size).map(|index| award(&mut dice, size, index)).collect();
    PackFile {
        schema: SCHEMA,
        version: format!("synthetic-{size}"),
        jurisdiction: Jurisdiction::CHINA,
        documents: vec![Document {
            id: "document".into(),
            from: None,
            until: None,
            draft: false,
            successors: Vec::new(),
        }],
        facts,
        sections,
        questions,
        parameters: Default::default(),
        awards,
        groups: Vec::new(),
    }
}

fn fact(id: String, kind: Kind) -> Fact {
    Fact {
        id: id.into(),
        kind,
        period: None,
        applies: None,
        derived: None,
        changeable: true,
    }
}

fn award(dice: &mut Dice, size: usize, index: usize) -> Award {
    let cite = || Citation { document: "document".into(), article: "1".to_owned() };
    // A draw has 16 bits, a pack may have more facts.
    let near = |dice: &mut Dice| (index + dice.below(40)) % size.max(2);
    let yes: FactId = format!("yes_{}", near(dice) / 2 * 2).into();
    let odd = (near(dice) / 2 * 2 + 1).min(size / 2 * 2 - 1);
    let count: FactId = format!("count_{odd}").into();
    let threshold = Decimal::from(1 + dice.below(50));
    let place = if dice.once_in(2) { 371_000 } else { 370_000 };
    let mut conditions = vec![
        Condition::OneOf {
            fact: "kind".into(),
            options: vec![(*dice.pick(&["a", "b", "c", "d"])).into()],
        },
        Condition::Yes(yes),
        Condition::Compare {
            left: Expression::Fact(count.clone()),
            is: Comparison::AtLeast,
            right: Expression::Number(threshold),
        },
    ];
    if let Ok(division) = Jurisdiction::try_from(place) {
        conditions.push(Condition::Within { fact: "place".into(), division });
    }
    let amount = match dice.below(3) {
        0 => Amount::Fixed(Expression::Number(Decimal::from(100_000))),
        1 => Amount::UpTo(Expression::Number(Decimal::from(500_000))),
        _ => Amount::PerUnit {
            each: Expression::Number(Decimal::from(10_000)),
            count: Expression::Fact(count),
            cap: Some(Expression::Number(Decimal::from(1_000_000))),
        },
    };
    Award {
        id: format!("award-{index:07}").into(),
        cite: cite(),
        criteria: conditions
            .into_iter()
            .map(|condition| Criterion { condition, cite: cite(), implied: false })
            .collect(),
        amount,
        selection: Selection::Automatic,
        per: None,
        departments: Vec::new(),
    }
}
