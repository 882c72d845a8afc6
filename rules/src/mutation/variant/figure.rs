//! Changes of figures: in arithmetic, series and amounts.

use mingbai_core::{Amount, Condition, Dated, Decimal, Expression, ParameterId, Tier};

use super::{Change, Ground, beside, days_beside, replaced, shifted, without};

impl Ground<'_> {
    pub(super) fn expression(
        &self,
        expression: &Expression,
        step: Decimal,
    ) -> Vec<Change<Expression>> {
        match expression {
            Expression::Number(number) => beside(*number, step)
                .map(|other| {
                    let says = format!("`{}` → `{}`", number.normalize(), other);
                    Change::new(says, Expression::Number(other))
                })
                .collect(),
            Expression::Date(date) => days_beside(*date)
                .map(|other| {
                    Change::new(format!("`{date}` → `{other}`"), Expression::Date(other))
                })
                .collect(),
            Expression::Fact(_) => Vec::new(),
            Expression::Parameter(id) => self.parameter(id, step),
            Expression::Sum(members) => {
                self.members(members, step, Expression::Sum, None)
            }
            Expression::Product(members) => {
                let step = Decimal::new(1, 2);
                self.members(members, step, Expression::Product, None)
            }
            Expression::Min(members) => {
                let other = ("`min` → `max`", Expression::Max(members.clone()));
                self.members(members, step, Expression::Min, Some(other))
            }
            Expression::Max(members) => {
                let other = ("`max` → `min`", Expression::Min(members.clone()));
                self.members(members, step, Expression::Max, Some(other))
            }
            Expression::Less(left, right) => {
                let sum = Expression::Sum(vec![(**left).clone(), (**right).clone()]);
                let less =
                    |left, right| Expression::Less(Box::new(left), Box::new(right));
                let on_left = self.expression(left, step).into_iter();
                let on_right = self.expression(right, step).into_iter();
                on_left
                    .map(|it| it.map(|left| less(left, (**right).clone())))
                    .chain(
                        on_right.map(|it| it.map(|right| less((**left).clone(), right))),
                    )
                    .chain([Change::new("`-` → `+`", sum)])
                    .collect()
            }
            Expression::Quotient { dividend, divisor, otherwise } => {
                let made = |dividend, divisor, otherwise: Option<Expression>| {
                    Expression::Quotient {
                        dividend: Box::new(dividend),
                        divisor: Box::new(divisor),
                        otherwise: otherwise.map(Box::new),
                    }
                };
                let (over, under) = ((**dividend).clone(), (**divisor).clone());
                let last = otherwise.as_deref().cloned();
                let product = Expression::Product(vec![over.clone(), under.clone()]);
                let mut changes = vec![Change::new("`/` → `*`", product)];
                for change in self.expression(dividend, step) {
                    changes.push(change.map(|it| made(it, under.clone(), last.clone())));
                }
                for change in self.expression(divisor, step) {
                    changes.push(change.map(|it| made(over.clone(), it, last.clone())));
                }
                if let Some(otherwise) = otherwise {
                    for change in self.expression(otherwise, step) {
                        let with = |it| made(over.clone(), under.clone(), Some(it));
                        changes.push(change.map(with));
                    }
                }
                changes
            }
            Expression::Count(members) => {
                let mut changes = Vec::new();
                for (at, member) in members.iter().enumerate() {
                    for change in self.condition(member) {
                        let with = |it| Expression::Count(replaced(members, at, it));
                        changes.push(change.map(with));
                    }
                    let fewer = Expression::Count(without(members, at));
                    changes
                        .push(Change::new(format!("member {} left out", at + 1), fewer));
                }
                changes
            }
            Expression::If { when, then, otherwise } => {
                let made = |when: &Condition, then: &Expression, last: &Expression| {
                    Expression::If {
                        when: Box::new(when.clone()),
                        then: Box::new(then.clone()),
                        otherwise: Box::new(last.clone()),
                    }
                };
                let in_when = self.condition(when).into_iter();
                let in_then = self.expression(then, step).into_iter();
                let in_otherwise = self.expression(otherwise, step).into_iter();
                in_when
                    .map(|it| it.map(|when| made(&when, then, otherwise)))
                    .chain(in_then.map(|it| it.map(|then| made(when, &then, otherwise))))
                    .chain(in_otherwise.map(|it| it.map(|last| made(when, then, &last))))
                    .collect()
            }
        }
    }

    fn members(
        &self,
        members: &[Expression],
        step: Decimal,
        made: impl Fn(Vec<Expression>) -> Expression,
        other: Option<(&str, Expression)>,
    ) -> Vec<Change<Expression>> {
        let mut changes: Vec<_> =
            other.into_iter().map(|(says, is)| Change::new(says, is)).collect();
        for (at, member) in members.iter().enumerate() {
            for change in self.expression(member, step) {
                changes.push(change.map(|member| made(replaced(members, at, member))));
            }
            if members.len() > 1 {
                let fewer = made(without(members, at));
                changes.push(Change::new(format!("member {} left out", at + 1), fewer));
            }
        }
        changes
    }

    /// A dated series changed, under a name of its own.
    fn parameter(&self, id: &ParameterId, step: Decimal) -> Vec<Change<Expression>> {
        let Some(series) = self.parameters.get(id) else { return Vec::new() };
        let mut changed: Vec<(String, Vec<Dated<Decimal>>)> = Vec::new();
        for (at, entry) in series.iter().enumerate() {
            for other in beside(entry.is, step) {
                let says = format!("`{}` → `{other}`", entry.is.normalize());
                let entry = Dated { from: entry.from, is: other };
                changed.push((says, replaced(series, at, entry)));
            }
        }
        let moved = shifted(series).into_iter();
        changed.extend(moved.map(|change| (change.says, change.is)));
        let name = ParameterId::from(format!("{id}.changed"));
        let changes = changed.into_iter().map(|(says, series)| Change {
            says,
            is: Expression::Parameter(name.clone()),
            parameter: Some((name.clone(), series)),
        });
        changes.collect()
    }

    pub(super) fn amount(&self, amount: &Amount) -> Vec<Change<Amount>> {
        let fen = Decimal::new(1, 2);
        let figure = |figure: &Expression| self.expression(figure, fen).into_iter();
        match amount {
            Amount::Fixed(sum) => figure(sum)
                .map(|change| change.map(Amount::Fixed))
                .chain([Change::new("`fixed` → `up_to`", Amount::UpTo(sum.clone()))])
                .collect(),
            Amount::UpTo(sum) => figure(sum)
                .map(|change| change.map(Amount::UpTo))
                .chain([Change::new("`up_to` → `fixed`", Amount::Fixed(sum.clone()))])
                .collect(),
            Amount::Rate { percent, base, cap } => {
                let made = |percent: &Expression, base: &Expression, cap| Amount::Rate {
                    percent: percent.clone(),
                    base: base.clone(),
                    cap,
                };
                let in_percent = figure(percent)
                    .map(|it| it.map(|percent| made(&percent, base, cap.clone())));
                let in_base = figure(base)
                    .map(|it| it.map(|base| made(percent, &base, cap.clone())));
                let in_cap = self.cap(cap.as_ref()).into_iter();
                in_percent
                    .chain(in_base)
                    .chain(in_cap.map(|it| it.map(|cap| made(percent, base, cap))))
                    .collect()
            }
            Amount::PerUnit { each, count, cap } => {
                let made = |each: &Expression, count: &Expression, cap| Amount::PerUnit {
                    each: each.clone(),
                    count: count.clone(),
                    cap,
                };
                let in_each =
                    figure(each).map(|it| it.map(|each| made(&each, count, cap.clone())));
                let in_count = figure(count)
                    .map(|it| it.map(|count| made(each, &count, cap.clone())));
                let in_cap = self.cap(cap.as_ref()).into_iter();
                in_each
                    .chain(in_count)
                    .chain(in_cap.map(|it| it.map(|cap| made(each, count, cap))))
                    .collect()
            }
            Amount::Matching { grant, ratio, cap } => {
                let made = |grant: &Expression, ratio: Decimal, cap| Amount::Matching {
                    grant: grant.clone(),
                    ratio,
                    cap,
                };
                let in_grant = figure(grant)
                    .map(|it| it.map(|grant| made(&grant, *ratio, cap.clone())));
                let in_ratio = beside(*ratio, fen).map(|other| {
                    let says = format!("`ratio: {}` → `{other}`", ratio.normalize());
                    Change::new(says, made(grant, other, cap.clone()))
                });
                let in_cap = self.cap(cap.as_ref()).into_iter();
                in_grant
                    .chain(in_ratio)
                    .chain(in_cap.map(|it| it.map(|cap| made(grant, *ratio, cap))))
                    .collect()
            }
            Amount::Tiers(tiers) => self.tiers(tiers),
            Amount::Unspecified
            | Amount::TaxPreference
            | Amount::InKind
            | Amount::Service
            | Amount::Recognition => Vec::new(),
        }
    }

    fn cap(&self, cap: Option<&Expression>) -> Vec<Change<Option<Expression>>> {
        let Some(cap) = cap else { return Vec::new() };
        let figures = self.expression(cap, Decimal::new(1, 2)).into_iter();
        figures
            .map(|change| change.map(Some))
            .chain([Change::new("`cap` left out", None)])
            .collect()
    }

    fn tiers(&self, tiers: &[Tier]) -> Vec<Change<Amount>> {
        let mut changes = Vec::new();
        for (at, tier) in tiers.iter().enumerate() {
            let with = |tier| Amount::Tiers(replaced(tiers, at, tier));
            if let Some(when) = &tier.when {
                for change in self.condition(when) {
                    let made =
                        |when| Tier { when: Some(when), amount: tier.amount.clone() };
                    changes.push(change.map(made).map(with));
                }
                let fewer = Amount::Tiers(without(tiers, at));
                changes.push(Change::new(format!("tier {} left out", at + 1), fewer));
            }
            for change in self.amount(&tier.amount) {
                let made = |amount| Tier { when: tier.when.clone(), amount };
                changes.push(change.map(made).map(with));
            }
        }
        changes
    }
}
