//! Cases that fail, and criteria that say nothing.

use super::{amount, award, criterion};

#[test]
fn verdict() {
    insta::assert_snapshot!(award(r#"criteria: [年度发明专利授权数 >= 20 件]
cases:
  - {name: at the threshold, given: {注册地: "371000", 年度发明专利授权数: 20}, expect: ineligible}
  - {name: not asked, expect: eligible}"#), @r#"
    error[E0701]: case `at the threshold`: expected `ineligible`, found `eligible`
      --> x.yaml:11:81
       |
    11 |       - {name: at the threshold, given: {注册地: "371000", 年度发明专利授权数: 20}, expect: ineligible}
       |                                                                                             ^^^^^^^^^^

    error[E0701]: case `not asked`: expected `eligible`, found `undetermined`
      --> x.yaml:12:35
       |
    12 |       - {name: not asked, expect: eligible}
       |                                   ^^^^^^^^
       |
    help: still missing: `注册地`, `年度发明专利授权数`
    "#);
}

#[test]
fn sum() {
    insta::assert_snapshot!(award(r#"criteria: [年度发明专利授权数 >= 20 件]
cases:
  - {name: sum, given: {注册地: "371000", 年度发明专利授权数: 20}, expect: eligible, amount: 30 万元}
  - {name: interval, given: {注册地: "371000", 年度发明专利授权数: 20}, expect: eligible, amount: {min: 0, max: null}}"#), @r#"
    error[E0701]: case `sum`: expected `30 万元`, found `20 万元`
      --> x.yaml:11:86
       |
    11 |       - {name: sum, given: {注册地: "371000", 年度发明专利授权数: 20}, expect: eligible, amount: 30 万元}
       |                                                                                                  ^^^^^^^

    error[E0701]: case `interval`: expected `0 元` or more, found `20 万元`
      --> x.yaml:12:91
       |
    12 |       - {name: interval, given: {注册地: "371000", 年度发明专利授权数: 20}, expect: eligible, amount: {min: 0, max: null}}
       |                                                                                                       ^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn missing_facts() {
    insta::assert_snapshot!(award(r#"criteria: [年度发明专利授权数 >= 20 件]
cases:
  - {name: not asked, given: {注册地: "371000"}, expect: undetermined, missing: [注册地]}"#), @r#"
    error[E0701]: case `not asked`: expected `注册地` to be missing, found `年度发明专利授权数`
      --> x.yaml:11:83
       |
    11 |       - {name: not asked, given: {注册地: "371000"}, expect: undetermined, missing: [注册地]}
       |                                                                                      ^^^^^^
    "#);
}

#[test]
fn values_that_a_fact_cannot_take() {
    insta::assert_snapshot!(award("criteria: [年度发明专利授权数 >= 20 件]
cases:
  - {name: a, given: {年度发明专利授权数: -1}, expect: ineligible}
  - {name: b, given: {年度发明专利授权数: 1.5}, expect: ineligible}
  - {name: c, given: {持有高企证书: 1}, expect: ineligible}
  - {name: d, given: {注册地: 威海}, expect: ineligible}
  - {name: e, given: {研发费用: 20}, expect: ineligible}
  - {name: f, given: {持有高企证书: {min: 1}}, expect: ineligible}
  - {name: g, given: {成立日期: 2020年}, expect: ineligible}"), @r"
    error[E0509]: `年度发明专利授权数` cannot be `-1`
      --> x.yaml:11:38
       |
    11 |       - {name: a, given: {年度发明专利授权数: -1}, expect: ineligible}
       |                                               ^^
       |
    help: its domain is 0.., whole numbers

    error[E0509]: `年度发明专利授权数` cannot be `1.5`
      --> x.yaml:12:38
       |
    12 |       - {name: b, given: {年度发明专利授权数: 1.5}, expect: ineligible}
       |                                               ^^^
       |
    help: its domain is 0.., whole numbers

    error[E0702]: `持有高企证书` is a yes/no fact, found `1`
      --> x.yaml:13:35
       |
    13 |       - {name: c, given: {持有高企证书: 1}, expect: ineligible}
       |                                         ^
       |
    help: write `yes` or `no`

    error[E0303]: no division is named `威海`
      --> x.yaml:14:32
       |
    14 |       - {name: d, given: {注册地: 威海}, expect: ineligible}
       |                                   ^^^^
       |
    help: did you mean `威海市`?
       |
    14 |       - {name: d, given: {注册地: 威海市}, expect: ineligible}
       |                                       ++

    error[E0503]: money given as the bare number `20`
      --> x.yaml:15:33
       |
    15 |       - {name: e, given: {研发费用: 20}, expect: ineligible}
       |                                     ^^
       |
    help: write the unit, 元, 万元 or 亿元
       |
    15 |       - {name: e, given: {研发费用: 20 万元}, expect: ineligible}
       |                                        ++++

    error[E0702]: `持有高企证书` has no ranges
      --> x.yaml:16:35
       |
    16 |       - {name: f, given: {持有高企证书: {min: 1}}, expect: ineligible}
       |                                         ^^^^^^^^

    error[E0702]: `成立日期` is a date, found `2020年`
      --> x.yaml:17:33
       |
    17 |       - {name: g, given: {成立日期: 2020年}, expect: ineligible}
       |                                     ^^^^^^
       |
    help: write `2020-01-01`
    ");
}

#[test]
fn name_twice() {
    insta::assert_snapshot!(award("criteria: [年度发明专利授权数 >= 20 件]
cases:
  - {name: a, given: {年度发明专利授权数: 1}, expect: ineligible}
  - {name: a, given: {年度发明专利授权数: 2}, expect: ineligible}"), @r"
    error[E0703]: two cases are named `a`
      --> x.yaml:12:16
       |
    11 |       - {name: a, given: {年度发明专利授权数: 1}, expect: ineligible}
       |                - first here
    12 |       - {name: a, given: {年度发明专利授权数: 2}, expect: ineligible}
       |                ^
       |
    help: give each case its own name
    ");
}

#[test]
fn always_met() {
    insta::assert_snapshot!(criterion("年度发明专利授权数 >= 20 件 or 年度发明专利授权数 < 20 件"), @r"
    warning[W0803]: every applicant meets this criterion
      --> x.yaml:10:9
       |
    10 |       - 年度发明专利授权数 >= 20 件 or 年度发明专利授权数 < 20 件
       |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    help: is an operator turned around?
    ");
}

#[test]
fn never_met() {
    insta::assert_snapshot!(criterion("年度发明专利授权数 > 20 件 and 年度发明专利授权数 < 20 件"), @r"
    warning[W0804]: nobody can meet this criterion
      --> x.yaml:10:9
       |
    10 |       - 年度发明专利授权数 > 20 件 and 年度发明专利授权数 < 20 件
       |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    help: should an `and` be an `or`, or is a bound wrong?
    ");
}

#[test]
fn contradicting_criteria() {
    insta::assert_snapshot!(award("for: [university]
criteria: [申请人类别 = 企业]"), @r"
    warning[W0804]: the criteria contradict each other: nobody can meet all of them
     --> x.yaml:2:3
      |
    2 |   patents-20:
      |   ^^^^^^^^^^
      |
    help: should an `and` be an `or`, or is a bound wrong?
    ");
}

#[test]
fn alternative_that_nobody_can_take() {
    insta::assert_snapshot!(award("for: [university]
criteria:
  - any: [申请人类别 = 企业, 持有高企证书]"), @r"
    warning[W0804]: nobody who meets the rest can take this alternative
      --> x.yaml:11:15
       |
    11 |       - any: [申请人类别 = 企业, 持有高企证书]
       |               ^^^^^^^^^^^^^^^^^
       |
    help: should an `and` be an `or`, or is a bound wrong?
    ");
}

#[test]
fn tier_never_reached() {
    insta::assert_snapshot!(amount("{tiers: [{when: 年度发明专利授权数 >= 5 件, fixed: 2 万元}, {when: 年度发明专利授权数 >= 10 件, fixed: 5 万元}, {fixed: 1 万元}]}"), @r"
    warning[W0805]: no eligible applicant reaches this tier
     --> x.yaml:8:61
      |
    8 |     amount: {tiers: [{when: 年度发明专利授权数 >= 5 件, fixed: 2 万元}, {when: 年度发明专利授权数 >= 10 件, fixed: 5 万元}, {fixed: 1...
      |                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
    help: earlier tiers take everybody whom it is for
    ");
}
