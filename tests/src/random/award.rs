//! Random awards, amounts and groups.

use mingbai_core::{
    Amount, Award, AwardId, Condition, Criterion, Decimal, Expression, Group, GroupRule,
    PackFile, Per, Selection, Tier,
};

use super::condition::Scope;
use super::{Arithmetic, Dice, cite};

/// The `index`-th award.
pub(super) fn award(
    dice: &mut Dice,
    file: &PackFile,
    index: usize,
    arithmetic: Arithmetic,
) -> Award {
    let scope = Scope { file, reviews: true, arithmetic };
    let criteria = (0..1 + dice.below(2))
        .map(|_| Criterion {
            condition: scope.condition(dice, 2),
            cite: cite(dice),
            implied: dice.once_in(4),
        })
        .collect();
    Award {
        id: format!("award-{index}").into(),
        cite: cite(dice),
        criteria,
        amount: amount(dice, file, arithmetic),
        selection: *dice.pick(&[
            Selection::Automatic,
            Selection::Automatic,
            Selection::Automatic,
            Selection::Selective,
            Selection::CaseByCase,
        ]),
        per: *dice.pick(&[None, Some(Per::Once), Some(Per::Year), Some(Per::Item)]),
        departments: Vec::new(),
    }
}

fn amount(dice: &mut Dice, file: &PackFile, arithmetic: Arithmetic) -> Amount {
    let scope = Scope { file, reviews: false, arithmetic };
    if !dice.once_in(4) {
        return flat(dice, scope);
    }
    let mut tiers = Vec::new();
    for _ in 0..1 + dice.below(2) {
        let when: Option<Condition> = Some(scope.condition(dice, 1));
        tiers.push(Tier { when, amount: flat(dice, scope) });
    }
    tiers.push(Tier { when: None, amount: flat(dice, scope) });
    Amount::Tiers(tiers)
}

fn flat(dice: &mut Dice, scope: Scope<'_>) -> Amount {
    let sum =
        |dice: &mut Dice| Expression::Number(Decimal::from(100 * (1 + dice.below(5))));
    let cap = |dice: &mut Dice| {
        dice.once_in(2).then(|| Expression::Number(Decimal::from(1 + dice.below(5))))
    };
    match dice.below(14) {
        0..4 => Amount::Fixed(sum(dice)),
        4 => Amount::Fixed(scope.number(dice)),
        5 => Amount::UpTo(sum(dice)),
        6 => Amount::UpTo(scope.number(dice)),
        7 => Amount::Rate {
            percent: Expression::Number(Decimal::from(50 * (1 + dice.below(3)))),
            base: scope.number(dice),
            cap: cap(dice),
        },
        8 => Amount::PerUnit {
            each: Expression::Number(Decimal::from(1 + dice.below(3))),
            count: scope.number(dice),
            cap: cap(dice),
        },
        9 => {
            let conditions = (0..1 + dice.below(3)).map(|_| scope.condition(dice, 0));
            Amount::PerUnit {
                each: Expression::Number(Decimal::from(10)),
                count: Expression::Count(conditions.collect()),
                cap: cap(dice),
            }
        }
        10 => Amount::Matching {
            grant: scope.number(dice),
            ratio: Decimal::new(1 + dice.below(4) as i64 * 5, 1),
            cap: cap(dice),
        },
        11 => Amount::Unspecified,
        12 => Amount::TaxPreference,
        _ => dice.pick(&[Amount::Service, Amount::InKind, Amount::Recognition]).clone(),
    }
}

/// Groups of two or three awards, and at most one shared cap.
pub(super) fn groups(dice: &mut Dice, awards: &[Award]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for index in 0..dice.below(3) {
        let first = dice.below(awards.len());
        let members: Vec<AwardId> = awards
            .iter()
            .skip(first)
            .take(2 + dice.below(2))
            .map(|award| award.id.clone())
            .collect();
        let capped = groups.iter().any(|it| matches!(it.rule, GroupRule::Cap(_)));
        let rule = match dice.below(4) {
            0 => GroupRule::Exclusive,
            1 => GroupRule::StackingUnclear,
            2 if !capped => GroupRule::Cap(Expression::Number(Decimal::from(
                100 * (1 + dice.below(4)),
            ))),
            _ => GroupRule::Additive,
        };
        let cite = cite(dice);
        let id = format!("group-{index}").into();
        groups.push(Group { id, awards: members, rule, cite });
    }
    groups
}
