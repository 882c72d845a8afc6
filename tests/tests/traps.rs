//! The traps that other rules engines fall into (shared/ANCHORS.md), each by name.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::iter_over_hash_type,
    clippy::print_stdout,
    reason = "a test may"
)]

use mingbai_core::{
    Amount, Amounts, Answers, Assessment, Award, Condition, Decimal, Domain, Expression,
    Group, GroupRule, Kind, Pack, PackError, PackFile, Status, Verdict, assess,
};
use mingbai_tests::small::{
    DATE, award, cite, compare, fact, file, it, number, quotient,
};
use serde_json::{Value as Json, json};

fn with<T>(file: PackFile, answers: Json, look: impl Fn(&Assessment<'_>) -> T) -> T {
    let pack = Pack::load(file).unwrap();
    let answers = Answers::from_json(&pack, &answers.to_string()).unwrap();
    look(&assess(&pack, &answers, DATE))
}

/// The verdict on an award with one criterion.
fn verdict(condition: &Condition, answers: Json) -> Verdict {
    let award = award(condition.clone(), Amount::Fixed(number("100")));
    with(file(vec![award]), answers, |it| it.determinations[0].verdict)
}

fn amount(amount: Amount, answers: Json) -> Amounts {
    let award = award(Condition::All(Vec::new()), amount);
    with(file(vec![award]), answers, |it| it.determinations[0].amount)
}

fn check(condition: &Condition, answers: Json, expect: Verdict) {
    let shown = format!("{condition:?} with {answers}");
    assert_eq!(verdict(condition, answers), expect, "{shown}");
}

#[test]
fn an_unknown_is_not_unequal() {
    let condition = compare(it("x"), "!=", number("3"));
    check(&condition, json!({}), Verdict::Undetermined);
    check(&condition, json!({"x": null}), Verdict::Undetermined);
    check(&condition, json!({"x": {"min": 4, "max": 9}}), Verdict::Eligible);
    check(&condition, json!({"x": 3}), Verdict::Ineligible);
}

#[test]
fn an_unknown_is_not_outside_a_list() {
    let condition = Condition::Not(Box::new(Condition::OneOf {
        fact: "kind".into(),
        options: vec!["red".into(), "blue".into()],
    }));
    check(&condition, json!({}), Verdict::Undetermined);
    check(&condition, json!({"kind": null}), Verdict::Undetermined);
    check(&condition, json!({"kind": "green"}), Verdict::Eligible);
    check(&condition, json!({"kind": "blue"}), Verdict::Ineligible);
    let elsewhere = Condition::Not(Box::new(Condition::Within {
        fact: "place".into(),
        division: "371082".parse().unwrap(),
    }));
    check(&elsewhere, json!({}), Verdict::Undetermined);
    check(&elsewhere, json!({"place": "371000"}), Verdict::Undetermined);
    check(&elsewhere, json!({"place": "370600"}), Verdict::Eligible);
}

#[test]
fn an_unknown_does_not_take_the_other_branch() {
    let branch = |holds: &str| Box::new(compare(it("y"), ">=", number(holds)));
    let condition = Condition::If {
        when: Box::new(compare(it("x"), ">", number("3"))),
        then: branch("10"),
        otherwise: branch("20"),
    };
    check(&condition, json!({"y": 15}), Verdict::Undetermined);
    // What both branches agree on is decided all the same.
    check(&condition, json!({"y": 20}), Verdict::Eligible);
    check(&condition, json!({"y": 9}), Verdict::Ineligible);
    check(&condition, json!({"x": 3, "y": 15}), Verdict::Ineligible);
}

#[test]
fn an_unknown_number_is_not_less() {
    let condition = compare(it("x"), "<", number("15"));
    check(&condition, json!({}), Verdict::Undetermined);
    check(&condition, json!({"x": 15}), Verdict::Ineligible);
    check(&condition, json!({"x": 14}), Verdict::Eligible);
}

#[test]
fn a_tenth_and_two_tenths_are_three_tenths() {
    let sum = Expression::Sum(vec![it("a"), it("b")]);
    let answers = json!({"a": "0.1", "b": "0.2"});
    check(&compare(sum.clone(), ">=", number("0.3")), answers.clone(), Verdict::Eligible);
    check(&compare(sum.clone(), "=", number("0.3")), answers.clone(), Verdict::Eligible);
    check(&compare(sum, ">", number("0.3")), answers, Verdict::Ineligible);
    let constants = Expression::Sum(vec![number("0.1"), number("0.2")]);
    check(&compare(constants, "=", number("0.3")), json!({}), Verdict::Eligible);
}

#[test]
fn an_answer_is_no_float() {
    let pack = Pack::load(file(Vec::new())).unwrap();
    let errors = Answers::from_json(&pack, r#"{"a": 0.1}"#).unwrap_err();
    assert!(errors.to_string().contains("expected an integer or a number in quotes"));
}

#[test]
fn false_and_unknown_is_false_in_either_order() {
    let no = compare(it("x"), ">=", number("50"));
    let unknown = compare(it("y"), ">=", number("50"));
    for members in [[no.clone(), unknown.clone()], [unknown.clone(), no.clone()]] {
        check(&Condition::All(members.into()), json!({"x": 1}), Verdict::Ineligible);
    }
    let yes = Condition::Not(Box::new(no));
    for members in [[yes.clone(), unknown.clone()], [unknown, yes]] {
        check(&Condition::Any(members.into()), json!({"x": 1}), Verdict::Eligible);
    }
}

#[test]
fn operands_may_stand_in_either_order() {
    for (is, turned) in
        [(">=", "<="), (">", "<"), ("<=", ">="), ("<", ">"), ("=", "="), ("!=", "!=")]
    {
        for x in 19..=21 {
            let answers = json!({"x": x});
            let plain = verdict(&compare(it("x"), is, number("20")), answers.clone());
            check(&compare(number("20"), turned, it("x")), answers, plain);
        }
    }
}

#[test]
fn what_holds_for_every_value_needs_no_answer() {
    let at_least = compare(it("x"), ">=", number("20"));
    let less = compare(it("x"), "<", number("20"));
    let either = Condition::Any(vec![at_least.clone(), less.clone()]);
    let both = Condition::All(vec![at_least, less]);
    check(&either, json!({}), Verdict::Eligible);
    check(&both, json!({}), Verdict::Ineligible);
    // Nothing lies between two whole numbers.
    let between = Condition::All(vec![
        compare(it("x"), ">", number("3")),
        compare(it("x"), "<", number("4")),
    ]);
    check(&between, json!({}), Verdict::Ineligible);
    let any_place = Condition::Any(vec![
        Condition::OneOf { fact: "kind".into(), options: vec!["red".into()] },
        Condition::OneOf {
            fact: "kind".into(),
            options: vec!["green".into(), "blue".into()],
        },
    ]);
    check(&any_place, json!({}), Verdict::Eligible);
}

#[test]
fn neighbouring_options_are_one_run() {
    // Once found open: the node had an edge of no width between the two options.
    let condition = Condition::OneOf {
        fact: "kind".into(),
        options: vec!["red".into(), "green".into(), "blue".into()],
    };
    check(&condition, json!({}), Verdict::Eligible);
}

#[test]
fn a_sum_and_its_reverse_are_one_question() {
    let sum = |left, right| Expression::Sum(vec![it(left), it(right)]);
    let either = Condition::Any(vec![
        compare(sum("x", "y"), ">=", number("3")),
        compare(sum("y", "x"), "<", number("3")),
    ]);
    check(&either, json!({}), Verdict::Eligible);
}

#[test]
fn a_divisor_of_zero_has_an_otherwise_or_is_refused() {
    let ratio = quotient(it("x"), it("y"), "0");
    let condition = compare(ratio, ">=", number("0.5"));
    check(&condition, json!({"x": 1, "y": 0}), Verdict::Ineligible);
    check(&condition, json!({"x": 1, "y": 2}), Verdict::Eligible);
    check(&condition, json!({"x": 1}), Verdict::Undetermined);
    check(&condition, json!({"x": 1, "y": {"min": 0, "max": 2}}), Verdict::Undetermined);
    let bare = Expression::Quotient {
        dividend: Box::new(it("x")),
        divisor: Box::new(it("y")),
        otherwise: None,
    };
    let condition = compare(bare, ">=", number("0.5"));
    let file = file(vec![award(condition, Amount::Fixed(number("1")))]);
    let error = Pack::load(file).unwrap_err();
    assert!(matches!(error, PackError::Invalid { .. }), "{error}");
}

/// The product of `factors` endless facts: at the limit three of them overflow.
fn endless(factors: usize) -> Expression {
    Expression::Product(vec![it("endless"); factors])
}

#[test]
fn an_overflow_stays_open_and_never_panics() {
    let condition = compare(endless(3), ">=", number("1"));
    let most = Domain::LIMIT;
    check(&condition, json!({"endless": most}), Verdict::Undetermined);
    check(&condition, json!({"endless": 0}), Verdict::Ineligible);
    check(&condition, json!({"endless": 7}), Verdict::Eligible);
    let open = Amounts { min: Decimal::ZERO, max: None };
    let found = amount(Amount::Fixed(endless(3)), json!({"endless": most}));
    assert_eq!(found, open);
    let each = endless(3);
    let capped = Amount::PerUnit { each, count: number("1"), cap: Some(number("500")) };
    let found = amount(capped, json!({"endless": most}));
    assert_eq!(found.max, Some(500.into()));
}

#[test]
fn totals_of_the_largest_sums_do_not_panic() {
    // Each award pays 10^28; ten of them are more than a decimal holds.
    let awards: Vec<Award> = (0..10)
        .map(|index| Award {
            id: format!("award-{index}").into(),
            ..award(Condition::All(Vec::new()), Amount::Fixed(endless(2)))
        })
        .collect();
    let answers = json!({"endless": Domain::LIMIT});
    let total = with(file(awards), answers, |it| it.totals().automatic);
    assert_eq!(total.max, None, "a sum too large to write is unbounded");
}

#[test]
fn a_pack_with_numbers_beyond_all_bounds_is_refused_or_used() {
    let most = number("79228162514264337593543950335");
    let file =
        file(vec![award(compare(it("x"), ">=", most.clone()), Amount::Fixed(most))]);
    if let Ok(pack) = Pack::load(file) {
        let answers = Answers::new();
        serde_json::to_string(&assess(&pack, &answers, DATE)).unwrap();
    }
}

#[test]
fn a_cap_that_is_calculated_caps() {
    // Each sum stands alone; together they are capped at 2 × 75.
    let awards = ["a", "b"].map(|id| Award {
        id: id.into(),
        ..award(Condition::All(Vec::new()), Amount::Fixed(number("100")))
    });
    let mut file = file(awards.into());
    file.groups.push(Group {
        id: "cap".into(),
        awards: vec!["a".into(), "b".into()],
        rule: GroupRule::Cap(Expression::Product(vec![number("2"), number("75")])),
        cite: cite(),
    });
    let total = with(file, json!({}), |it| it.totals().automatic);
    assert_eq!(total, Amounts::exactly(150.into()));
}

#[test]
fn a_cap_that_rests_on_a_fact_never_hides_money() {
    let awards = ["a", "b"].map(|id| Award {
        id: id.into(),
        ..award(Condition::All(Vec::new()), Amount::Fixed(number("100")))
    });
    let mut file = file(awards.into());
    file.groups.push(Group {
        id: "cap".into(),
        awards: vec!["a".into(), "b".into()],
        rule: GroupRule::Cap(it("x")),
        cite: cite(),
    });
    // Refused, or else the interval holds what is paid when x is 100.
    if let Ok(pack) = Pack::load(file) {
        let answers = Answers::from_json(&pack, r#"{"x": 100}"#).unwrap();
        let total = assess(&pack, &answers, DATE).totals().automatic;
        assert_eq!(total, Amounts::exactly(100.into()));
    }
}

#[test]
fn a_near_miss_is_checked_against_all_criteria() {
    // Raising x to 20 breaks the other criterion.
    let condition = Condition::All(vec![
        compare(it("x"), ">=", number("20")),
        compare(Expression::Sum(vec![it("x"), it("y")]), "<=", number("25")),
    ]);
    let award = award(condition, Amount::Fixed(number("1")));
    let file = file(vec![award]);
    with(file, json!({"x": 10, "y": 10}), |it| {
        let sets = it.near_misses(&"award".into()).sets;
        assert!(sets.iter().all(|set| set.len() != 1), "{sets:?}");
    });
}

#[test]
fn several_ticks_are_one_changed_fact() {
    let options = ["a", "b", "c", "d"];
    let mut ticks = fact("ticks", Kind::Choices(options.map(Into::into).into()));
    ticks.changeable = true;
    let all = options
        .map(|option| Condition::Has { fact: "ticks".into(), option: option.into() });
    let mut file = file(vec![award(Condition::All(all.into()), Amount::InKind)]);
    file.facts.push(ticks);
    with(file, json!({"ticks": []}), |it| {
        let sets = it.near_misses(&"award".into()).sets;
        assert_eq!(sets.len(), 1, "four ticks of one fact: {sets:?}");
    });
}

#[test]
fn a_near_miss_of_a_date_names_the_nearest_day() {
    let day = |text: &str| Expression::Date(text.parse().unwrap());
    let mut file = file(vec![award(
        compare(it("founded"), "<=", day("2020-12-31")),
        Amount::InKind,
    )]);
    file.facts.push(fact("founded", Kind::Date));
    with(file, json!({"founded": "2021-02-01"}), |it| {
        let sets = it.near_misses(&"award".into()).sets;
        let shown = serde_json::to_string(&sets).unwrap();
        assert!(shown.contains("2020-12-31"), "{shown}");
        assert!(!shown.contains("-01-01"), "not the first day of the calendar: {shown}");
    });
}

#[test]
fn the_largest_answer_is_known_all_the_same() {
    let limit = Domain::LIMIT;
    let found = amount(Amount::Fixed(it("endless")), json!({"endless": limit}));
    assert_eq!(found, Amounts::exactly(limit.into()));
    let found = amount(Amount::Fixed(it("endless")), json!({}));
    assert_eq!(found, Amounts { min: Decimal::ZERO, max: None });
    let found = amount(Amount::Fixed(it("endless")), json!({"endless": {"max": 7}}));
    assert_eq!(found, Amounts { min: Decimal::ZERO, max: Some(7.into()) });
}

#[test]
fn one_fact_divided_by_three_is_decided_exactly() {
    let third = Expression::Quotient {
        dividend: Box::new(it("x")),
        divisor: Box::new(number("3")),
        otherwise: None,
    };
    let condition = Condition::Any(vec![
        compare(third, ">=", number("1")),
        compare(it("x"), "<", number("3")),
    ]);
    check(&condition, json!({}), Verdict::Eligible);
}

#[test]
fn one_fact_under_a_maximum_inside_a_sum_is_decided_exactly() {
    let moved =
        Expression::Sum(vec![Expression::Max(vec![it("x"), number("2")]), number("1")]);
    let condition = Condition::Any(vec![
        compare(moved, ">=", number("5")),
        compare(it("x"), "<", number("4")),
    ]);
    check(&condition, json!({}), Verdict::Eligible);
}

#[test]
fn what_cannot_be_read_is_never_ineligible() {
    let file = file(vec![award(compare(it("x"), ">=", number("3")), Amount::InKind)]);
    let pack = Pack::load(file).unwrap();
    for strange in
        [json!(true), json!("many"), json!([3]), json!({"least": 3}), json!(-1)]
    {
        let error =
            Answers::from_json(&pack, &json!({"x": strange}).to_string()).unwrap_err();
        assert_eq!(error.0.len(), 1, "{error}");
    }
}

#[test]
fn a_review_is_judged_by_an_authority_alone() {
    let review = || Condition::Review("merit".into());
    let enough = || compare(it("x"), ">=", number("20"));
    let both = Condition::All(vec![enough(), review()]);
    check(&both, json!({}), Verdict::Undetermined);
    check(&both, json!({"x": 20}), Verdict::NeedsReview);
    check(&both, json!({"x": 19}), Verdict::Ineligible);
    let either = Condition::Any(vec![enough(), review()]);
    check(&either, json!({"x": 20}), Verdict::Eligible);
    check(&either, json!({"x": 19}), Verdict::NeedsReview);
    let judged = Condition::Any(vec![review(), Condition::Not(Box::new(review()))]);
    check(&judged, json!({}), Verdict::Eligible);
    let award = award(both, Amount::InKind);
    with(file(vec![award]), json!({"x": 20}), |it| {
        let status = it.criteria(&"award".into());
        assert_eq!(status, [Status::Review]);
    });
}
