//! Whether cases notice a changed rule, on small rules and on those of this repository.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

use std::path::Path;

use mingbai_rules::{Mutation, Outcome, Sources, mutate};

const FACTS: &str = r#"
pack: {jurisdiction: "371000", name: {zh: 威海市, en: Weihai}}
departments:
  kjj: {zh: 市科技局, en: Science and Technology Bureau}
document:
  id: measures
  title: {zh: 若干措施, en: Measures}
  articles:
    "14": {departments: [kjj], figures: [FIGURES]}
facts:
  registered_in:
    {name: 注册地, en: place, type: jurisdiction, ask: {zh: 在哪里？, en: Where?}}
  patents:
    {name: 专利数, en: patents, type: count, unit: {zh: 件, en: patents}, ask: {zh: 几件？, en: How many?}}
  spending: {name: 研发费用, en: spending, type: money, ask: {zh: 多少？, en: How much?}}
  valid: {name: 有效, en: valid, type: yes-no, ask: {zh: 有效吗？, en: Valid?}}
sections:
  basics: {zh: 基本情况, en: Basics}
questions:
  everything:
    section: basics
    facts: [registered_in, patents, spending, valid]
    ask: {zh: 请填写, en: Please fill in}
    name: {zh: 全部, en: Everything}
awards:
  patents-20:
    title: {zh: 专利奖励, en: Patent reward}
    summary: {zh: 专利达标, en: Enough patents}
    cite: {document: measures, article: "14"}
    registered: none
    selection: automatic
"#;

/// What becomes of an award with these lines, whose article has these figures: how many changes a case noticed, and a line
/// for each other one.
fn mutants(figures: &str, lines: &str) -> String {
    let mut text = FACTS.replace("FIGURES", figures);
    for line in lines.lines().filter(|line| !line.is_empty()) {
        text.push_str(&format!("    {line}\n"));
    }
    let mut sources = Sources::default();
    sources.add_folder("371000".parse().unwrap(), &[("rules.yaml", &text)]);
    let mutation = mutate(&sources, &|_| true).map_err(|diagnostics| {
        mingbai_rules::render(&diagnostics, &sources, mingbai_rules::Format::Plain)
    });
    shown(&mutation.unwrap())
}

fn shown(mutation: &Mutation) -> String {
    let mut noticed = 0;
    let mut text = String::new();
    for mutant in &mutation.mutants {
        let said = match &mutant.outcome {
            Outcome::Noticed => {
                noticed += 1;
                continue;
            }
            Outcome::NoDifference(proof) => format!("{proof:?}"),
            Outcome::Survived { case } => {
                format!("survived; {}", case.as_deref().unwrap_or("no case found"))
            }
        };
        text.push_str(&format!("{}: {}: {said}\n", mutant.award, mutant.change));
    }
    format!("{noticed} noticed\n{text}")
}

#[test]
fn a_threshold_wants_a_case_below_and_one_at_it() {
    insta::assert_snapshot!(mutants("20 件, 5 万元", "
criteria: [专利数 >= 20 件]
amount: {fixed: 5 万元}
cases:
  - {name: many, given: {专利数: 30}, expect: eligible, amount: 5 万元}
  - {name: none, given: {专利数: 0}, expect: ineligible}
"), @r"
    8 noticed
    patents-20: `>=` → `>`: survived; {name: …, given: {专利数: 20}, expect: eligible, amount: 5 万元}
    patents-20: `20` → `19`: survived; {name: …, given: {专利数: 19}, expect: ineligible}
    patents-20: `20` → `21`: survived; {name: …, given: {专利数: 20}, expect: eligible, amount: 5 万元}
    ");
    insta::assert_snapshot!(mutants("20 件, 5 万元", "
criteria: [专利数 >= 20 件]
amount: {fixed: 5 万元}
cases:
  - {name: at, given: {专利数: 20}, expect: eligible, amount: 5 万元}
  - {name: above, given: {专利数: 21}, expect: eligible}
  - {name: below, given: {专利数: 19}, expect: ineligible}
"), @r"11 noticed");
}

#[test]
fn an_amount_wants_a_case_that_states_it() {
    insta::assert_snapshot!(mutants("50%, 30 万元", "
criteria: [有效]
amount: {rate: 50%, of: 研发费用, cap: 30 万元}
cases:
  - {name: valid, given: {有效: yes, 研发费用: 100 万元}, expect: eligible, amount: 30 万元}
  - {name: not valid, given: {有效: no}, expect: ineligible}
"), @r"
    5 noticed
    patents-20: `50` → `49.99`: survived; {name: …, given: {研发费用: 1 万元, 有效: yes}, expect: eligible, amount: 0.5 万元}
    patents-20: `50` → `50.01`: survived; {name: …, given: {研发费用: 1 万元, 有效: yes}, expect: eligible, amount: 0.5 万元}
    ");
}

#[test]
fn what_makes_no_difference_is_proved_not_excused() {
    insta::assert_snapshot!(mutants("20 件, 5 万元, 30 万元", "
criteria: [专利数 > 0 件, 专利数 >= 20 件]
amount:
  tiers:
    - {when: 专利数 >= 20 件, fixed: 5 万元}
    - {fixed: 30 万元}
cases:
  - {name: at, given: {专利数: 20}, expect: eligible, amount: 5 万元}
  - {name: above, given: {专利数: 21}, expect: eligible, amount: 5 万元}
  - {name: below, given: {专利数: 19}, expect: ineligible}
"), @r"
    21 noticed
    patents-20: `>` → `>=`: Same
    patents-20: `>` → `!=`: Same
    patents-20: `0` → `-1`: Same
    patents-20: `0` → `1`: Same
    patents-20: left out: Same
    patents-20: `20` → `19`: SameForEligible
    patents-20: `300000` → `299999.99`: SameForEligible
    patents-20: `300000` → `300000.01`: SameForEligible
    patents-20: `fixed` → `up_to`: SameForEligible
    ");
}

#[test]
fn a_series_wants_a_case_on_each_side_of_its_days() {
    insta::assert_snapshot!(mutants("30 万元, 40 万元", "
criteria: [有效]
amount: {fixed: {2018-08-01: 30 万元, 2022-01-01: 40 万元}}
cases:
  - {name: now, given: {有效: yes}, expect: eligible, amount: 40 万元}
  - {name: then, as_of: 2019-01-01, given: {有效: yes}, expect: eligible, amount: 30 万元}
  - {name: not valid, given: {有效: no}, expect: ineligible}
"), @r"
    7 noticed
    patents-20: `2022-01-01` → `2021-12-31`: survived; {name: …, as_of: 2021-12-31, given: {有效: yes}, expect: eligible, amount: 30 万元}
    patents-20: `2022-01-01` → `2022-01-02`: survived; {name: …, as_of: 2022-01-01, given: {有效: yes}, expect: eligible, amount: 40 万元}
    ");
}

#[test]
fn every_operator_of_the_frame_is_tried() {
    insta::assert_snapshot!(mutants("20 件, 30 万元, 2 条", "
criteria:
  - {at_least: 2, of: [有效, 专利数 >= 20 件, 研发费用 > 30 万元]}
  - {not: {any: [有效, 专利数 < 20 件]}}
amount: recognition
cases:
  - {name: patents alone, given: {专利数: 20, 有效: no, 研发费用: 0 元}, expect: ineligible}
"), @r"
    7 noticed
    patents-20: member 1 left out: Same
    patents-20: `>=` → `>`: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `>=` → `<=`: survived; {name: …, given: {专利数: 21, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `>=` → `<`: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `>=` → `=`: survived; {name: …, given: {专利数: 21, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `>=` → `!=`: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `20` → `19`: Same
    patents-20: `20` → `21`: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: member 2 left out: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `>` → `>=`: survived; {name: …, given: {专利数: 20, 研发费用: 30 万元, 有效: no}, expect: ineligible}
    patents-20: `>` → `=`: survived; {name: …, given: {专利数: 20, 研发费用: 30 万元, 有效: no}, expect: ineligible}
    patents-20: `300000` → `299999.99`: survived; {name: …, given: {专利数: 20, 研发费用: 30 万元, 有效: no}, expect: ineligible}
    patents-20: `300000` → `300000.01`: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: member 3 left out: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `at_least: 2` → `3`: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: denied: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: member 1 left out: survived; {name: …, given: {专利数: 20, 研发费用: 0 元, 有效: yes}, expect: ineligible}
    patents-20: `<` → `>=`: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `<` → `>`: survived; {name: …, given: {专利数: 21, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `<` → `<=`: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `<` → `=`: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `<` → `!=`: survived; {name: …, given: {专利数: 21, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `20` → `19`: Same
    patents-20: `20` → `21`: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: member 2 left out: Same
    patents-20: `any` → `all`: survived; {name: …, given: {专利数: 20, 研发费用: 0 元, 有效: yes}, expect: ineligible}
    patents-20: denied: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: `not` left out: survived; {name: …, given: {专利数: 20, 研发费用: 300000.01 元, 有效: no}, expect: eligible, amount: 0 元}
    patents-20: left out: survived; {name: …, given: {专利数: 20, 研发费用: 0 元, 有效: yes}, expect: ineligible}
    ");
}

#[test]
fn no_change_of_a_rule_goes_unnoticed() {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs");
    let sources = Sources::read(&packs).unwrap();
    let mutation = mutate(&sources, &|_| true).unwrap();
    let survived = mutation
        .mutants
        .iter()
        .filter(|mutant| matches!(mutant.outcome, Outcome::Survived { .. }));
    let survived: Vec<_> = survived.collect();
    assert!(survived.is_empty(), "{survived:#?}");
    assert_eq!(mutation.awards, 145);
    assert!(mutation.mutants.len() > 1000);
}
