//! Types and units.

use super::{amount, criterion, file};

#[test]
fn money_beside_a_bare_number() {
    insta::assert_snapshot!(criterion("研发费用 >= 20"), @r"
    error[E0503]: money given as the bare number `20`
      --> x.yaml:10:17
       |
    10 |       - 研发费用 >= 20
       |                     ^^
       |
    help: write the unit, 元, 万元 or 亿元
       |
    10 |       - 研发费用 >= 20 万元
       |                        ++++
    ");
}

#[test]
fn money_beside_another_unit() {
    insta::assert_snapshot!(criterion("研发费用 >= 20 万圆"), @r"
    error[E0504]: `万圆` is no unit of money
      --> x.yaml:10:17
       |
    10 |       - 研发费用 >= 20 万圆
       |                     ^^^^^^^
       |
    help: units of money are 元, 万元 and 亿元
    ");
}

#[test]
fn money_beside_a_count() {
    insta::assert_snapshot!(criterion("研发费用 >= 年度发明专利授权数"), @r"
    error[E0505]: a number of 件 beside money
      --> x.yaml:10:17
       |
    10 |       - 研发费用 >= 年度发明专利授权数
       |         --------    ^^^^^^^^^^^^^^^^^^ this is a number of 件
       |         |
       |         this is money
       |
    help: both sides must measure the same
    ");
}

#[test]
fn wrong_unit() {
    insta::assert_snapshot!(criterion("年度发明专利授权数 >= 20 项"), @r"
    error[E0504]: the unit `项` where `件` is expected
      --> x.yaml:10:22
       |
    10 |       - 年度发明专利授权数 >= 20 项
       |         ------------------    ^^^^^
       |         |
       |         this is a number of 件
       |
    help: use the unit that the fact declares
    ");
}

#[test]
fn percentage_without_its_sign() {
    insta::assert_snapshot!(criterion("增长率 >= 20"), @r"
    error[E0506]: a bare number where a percentage is expected
      --> x.yaml:10:16
       |
    10 |       - 增长率 >= 20
       |                   ^^
       |
    help: write the sign `%`
       |
    10 |       - 增长率 >= 20%
       |                     +
    ");
}

#[test]
fn divisor_that_may_be_zero() {
    insta::assert_snapshot!(criterion("研发费用 / 营业收入 >= 3%"), @r"
    error[E0507]: this divisor may be 0
      --> x.yaml:10:16
       |
    10 |       - 研发费用 / 营业收入 >= 3%
       |                    ^^^^^^^^
       |
    help: say what the quotient is then
       |
    10 |       - 研发费用 / 营业收入 otherwise 0 >= 3%
       |                             +++++++++++
    ");
}

#[test]
fn count_as_a_condition() {
    insta::assert_snapshot!(criterion("年度发明专利授权数"), @r"
    error[E0501]: expected a condition, but `年度发明专利授权数` is a count
      --> x.yaml:10:9
       |
    10 |       - 年度发明专利授权数
       |         ^^^^^^^^^^^^^^^^^^
       |
    help: compare it: `年度发明专利授权数 >= …`
    ");
}

#[test]
fn condition_as_a_number() {
    insta::assert_snapshot!(criterion("持有高企证书 + 1 > 2"), @r"
    error[E0502]: expected a number, but `持有高企证书` is a yes/no fact
      --> x.yaml:10:9
       |
    10 |       - 持有高企证书 + 1 > 2
       |         ^^^^^^^^^^^^
    ");
}

#[test]
fn yes_no_fact_compared() {
    insta::assert_snapshot!(criterion("持有高企证书 = no"), @r"
    error[E0508]: `持有高企证书` is a yes/no fact and stands alone
      --> x.yaml:10:9
       |
    10 |       - 持有高企证书 = no
       |         ^^^^^^^^^^^^^^^^^
       |
    help: write `持有高企证书` or `not 持有高企证书`
       |
    10 -       - 持有高企证书 = no
    10 +       - not 持有高企证书
       |
    ");
}

#[test]
fn choice_with_greater() {
    insta::assert_snapshot!(criterion("申请人类别 > 企业"), @r"
    error[E0508]: `申请人类别` is a choice
      --> x.yaml:10:15
       |
    10 |       - 申请人类别 > 企业
       |                    ^ it has no such comparison
       |
    help: write `申请人类别 = …` or `申请人类别 in […]`
    ");
}

#[test]
fn option_id_without_quotes() {
    insta::assert_snapshot!(criterion("申请人类别 = research-institute"), @r#"
    error[E0302]: expected an option, found a subtraction
      --> x.yaml:10:17
       |
    10 |       - 申请人类别 = research-institute
       |                      ^^^^^^^^^^^^^^^^^^
       |
    help: ids of options with `-` stand in quotes
       |
    10 -       - 申请人类别 = research-institute
    10 +       - 申请人类别 = "research-institute"
       |
    "#);
}

#[test]
fn place_with_equals() {
    insta::assert_snapshot!(criterion("注册地 = 威海市"), @r"
    error[E0508]: `注册地` is a place
      --> x.yaml:10:13
       |
    10 |       - 注册地 = 威海市
       |                ^ it has no such comparison
       |
    help: write `注册地 in …`
       |
    10 -       - 注册地 = 威海市
    10 +       - 注册地 in 威海市
       |
    ");
}

#[test]
fn set_of_choices_with_in() {
    insta::assert_snapshot!(criterion("平台类型 in [孵化器]"), @r"
    error[E0508]: `平台类型` is a set of choices
      --> x.yaml:10:9
       |
    10 |       - 平台类型 in [孵化器]
       |         ^^^^^^^^ it has no `in`
       |
    help: write `平台类型 has …`
    ");
}

#[test]
fn count_with_has() {
    insta::assert_snapshot!(criterion("年度发明专利授权数 has 孵化器"), @r"
    error[E0508]: only a set of choices has `has`
      --> x.yaml:10:9
       |
    10 |       - 年度发明专利授权数 has 孵化器
       |         ^^^^^^^^^^^^^^^^^^
    ");
}

#[test]
fn date_beside_a_text() {
    insta::assert_snapshot!(criterion(r#"成立日期 >= "2020-01-01""#), @r#"
    error[E0502]: expected a number or a fact, found the text `2020-01-01`
      --> x.yaml:10:17
       |
    10 |       - 成立日期 >= "2020-01-01"
       |                     ^^^^^^^^^^^^
       |
    help: names of facts stand without quotes; dates as `date("2020-01-01")`
    "#);
}

#[test]
fn date_beside_a_number() {
    insta::assert_snapshot!(criterion("成立日期 >= 2020 年"), @r#"
    error[E0505]: expected a date
      --> x.yaml:10:17
       |
    10 |       - 成立日期 >= 2020 年
       |                     ^^^^^^^
       |
    help: write `date("2020-01-01")`
    "#);
}

#[test]
fn money_times_money() {
    insta::assert_snapshot!(criterion("研发费用 * 营业收入 > 1 元"), @r"
    error[E0505]: money times money measures nothing
      --> x.yaml:10:9
       |
    10 |       - 研发费用 * 营业收入 > 1 元
       |         ^^^^^^^^^^^^^^^^^^^
    ");
}

#[test]
fn amount_without_a_unit() {
    insta::assert_snapshot!(amount("{fixed: 200000}"), @r"
    error[E0503]: money given as the bare number `200000`
     --> x.yaml:8:21
      |
    8 |     amount: {fixed: 200000}
      |                     ^^^^^^
      |
    help: write the unit, 元, 万元 or 亿元
      |
    8 |     amount: {fixed: 200000 元}
      |                            ++
    ");
}

#[test]
fn rate_without_its_sign() {
    insta::assert_snapshot!(amount("{rate: 50, of: 研发费用}"), @r"
    error[E0506]: a bare number where a percentage is expected
     --> x.yaml:8:20
      |
    8 |     amount: {rate: 50, of: 研发费用}
      |                    ^^
      |
    help: write the sign `%`
      |
    8 |     amount: {rate: 50%, of: 研发费用}
      |                      +
    ");
}

#[test]
fn base_that_is_no_money() {
    insta::assert_snapshot!(amount("{rate: 50%, of: 年度发明专利授权数}"), @r"
    error[E0505]: expected money, found a number of 件
     --> x.yaml:8:29
      |
    8 |     amount: {rate: 50%, of: 年度发明专利授权数}
      |                             ^^^^^^^^^^^^^^^^^^
    ");
}

#[test]
fn formula_of_another_type() {
    insta::assert_snapshot!(file("facts:
  intensity: {name: 研发强度, en: intensity, type: money, formula: 研发费用 / 营业收入 otherwise 0}"), @r"
    error[E0505]: a ratio beside money
     --> x.yaml:2:64
      |
    2 |   intensity: {name: 研发强度, en: intensity, type: money, formula: 研发费用 / 营业收入 otherwise 0}
      |                     -------- this is money                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is a ratio
      |
    help: both sides must measure the same
    ");
}

#[test]
fn otherwise_of_another_type() {
    insta::assert_snapshot!(file("facts:
  a: {name: 甲, en: a, type: yes-no, asked_if: 持有高企证书, otherwise: 0, ask: {zh: 甲？, en: A?}}"), @r"
    error[E0702]: `甲` is a yes/no fact, found `0`
     --> x.yaml:2:66
      |
    2 |   a: {name: 甲, en: a, type: yes-no, asked_if: 持有高企证书, otherwise: 0, ask: {zh: 甲？, en: A?}}
      |                                                                         ^
      |
    help: write `yes` or `no`
    ");
}
