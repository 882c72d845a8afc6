//! The typed frame around expressions: keys, shapes, fixed words.

use super::{amount, award, criterion, file};

#[test]
fn unknown_key() {
    insta::assert_snapshot!(award("criterias:
  - 持有高企证书"), @r"
    error[E0204]: an award has no key `criterias`
     --> x.yaml:9:5
      |
    9 |     criterias:
      |     ^^^^^^^^^
      |
    help: did you mean `criteria`?
      |
    9 -     criterias:
    9 +     criteria:
      |
    ");
}

#[test]
fn missing_keys() {
    insta::assert_snapshot!(file("awards:
  patents-20:
    title: {zh: 专利奖励, en: Patent reward}
    cite: {document: measures}
    selection: automatic"), @r"
    error[E0205]: an award has no `amount`
     --> x.yaml:3:5
      |
    3 |     title: {zh: 专利奖励, en: Patent reward}
      |     ^^^^^
      |
    help: add `amount: …`

    error[E0205]: an award has no `registered`
     --> x.yaml:3:5
      |
    3 |     title: {zh: 专利奖励, en: Patent reward}
      |     ^^^^^
      |
    help: add `registered: …`

    error[E0205]: an award has no `summary`
     --> x.yaml:3:5
      |
    3 |     title: {zh: 专利奖励, en: Patent reward}
      |     ^^^^^
      |
    help: add `summary: …`

    error[E0205]: `cite` has no `article`
     --> x.yaml:4:12
      |
    4 |     cite: {document: measures}
      |            ^^^^^^^^
      |
    help: add `article: …`
    ");
}

#[test]
fn missing_translation() {
    insta::assert_snapshot!(file("sections:
  more: {zh: 情况}
  other: 其他"), @r"
    error[E0206]: the English words are missing
     --> x.yaml:2:9
      |
    2 |   more: {zh: 情况}
      |         ^^^^^^^^^^
      |
    help: add `en: …`

    error[E0206]: `其他` has no translation
     --> x.yaml:3:10
      |
    3 |   other: 其他
      |          ^^^^
      |
    help: write it in both languages
      |
    3 -   other: 其他
    3 +   other: {zh: 其他, en: …}
      |
    ");
}

#[test]
fn wrong_word() {
    insta::assert_snapshot!(award("per: yaer"), @r"
    error[E0207]: expected `per` (`once`, `year`, `item`), found `yaer`
     --> x.yaml:9:10
      |
    9 |     per: yaer
      |          ^^^^
      |
    help: did you mean `year`?
      |
    9 -     per: yaer
    9 +     per: year
      |
    ");
}

#[test]
fn wrong_shapes() {
    insta::assert_snapshot!(award("criteria: 持有高企证书
per: [year]
notes: [[a]]"), @r"
    error[E0202]: expected a list for `criteria`, found `持有高企证书`
     --> x.yaml:9:15
      |
    9 |     criteria: 持有高企证书
      |               ^^^^^^^^^^^^
      |
    help: write lines that begin with `- `, or `[a, b]`

    error[E0203]: expected `per`, found a list
      --> x.yaml:10:10
       |
    10 |     per: [year]
       |          ^^^^^^

    error[E0201]: expected keys and values for words, found a list
      --> x.yaml:11:13
       |
    11 |     notes: [[a]]
       |             ^^^
       |
    help: write lines of `key: value`, or `{key: value}`
    ");
}

#[test]
fn not_a_date() {
    insta::assert_snapshot!(file(r#"document: {id: other, title: {zh: 其他, en: Other}, from: 2021-5-17, articles: {"1": {}}}"#), @r#"
    error[E0209]: expected a date for `from`, found `2021-5-17`
     --> x.yaml:1:57
      |
    1 | document: {id: other, title: {zh: 其他, en: Other}, from: 2021-5-17, articles: {"1": {}}}
      |                                                           ^^^^^^^^^
      |
    help: dates are written year-month-day: `2022-01-01`
    "#);
}

#[test]
fn not_an_id() {
    insta::assert_snapshot!(file("sections:
  Mehr Info: {zh: 情况, en: More}"), @r"
    error[E0210]: `Mehr Info` is not an id
     --> x.yaml:2:3
      |
    2 |   Mehr Info: {zh: 情况, en: More}
      |   ^^^^^^^^^
      |
    help: ids here are lower-case letters and digits, joined by `-`: `weihai-innovation`
      |
    2 -   Mehr Info: {zh: 情况, en: More}
    2 +   mehr-info: {zh: 情况, en: More}
      |
    ");
}

#[test]
fn not_a_name_for_conditions() {
    insta::assert_snapshot!(file("facts:
  tax_credit: {name: 纳税 信用(A级), en: tax credit, type: yes-no, ask: {zh: 有吗？, en: Any?}}"), @r"
    error[E0210]: `纳税 信用(A级)` cannot be a name in conditions
     --> x.yaml:2:22
      |
    2 |   tax_credit: {name: 纳税 信用(A级), en: tax credit, type: yes-no, ask: {zh: 有吗？, en: Any?}}
      |                      ^^^^^^^^^^^^^^
      |
    help: names are letters and digits, begin with a letter, and have no spaces or punctuation
      |
    2 -   tax_credit: {name: 纳税 信用(A级), en: tax credit, type: yes-no, ask: {zh: 有吗？, en: Any?}}
    2 +   tax_credit: {name: 纳税信用A级, en: tax credit, type: yes-no, ask: {zh: 有吗？, en: Any?}}
      |
    ");
}

#[test]
fn not_a_domain() {
    insta::assert_snapshot!(file("facts:
  rank: {name: 名次, en: rank, type: count, domain: 50..1, ask: {zh: 第几？, en: Which?}}"), @r"
    error[E0214]: expected a domain such as `0..` or `0..100`, found `50..1`
     --> x.yaml:2:51
      |
    2 |   rank: {name: 名次, en: rank, type: count, domain: 50..1, ask: {zh: 第几？, en: Which?}}
      |                                                     ^^^^^
      |
    help: both ends are inclusive and plain numbers, the lower one first
    ");
}

#[test]
fn not_a_division() {
    insta::assert_snapshot!(file(r#"divisions: {"37100": {zh: 某市, en: Some city}}"#), @r#"
    error[E0213]: expected a division code, found `37100`
     --> x.yaml:1:13
      |
    1 | divisions: {"37100": {zh: 某市, en: Some city}}
      |             ^^^^^^^
      |
    help: codes are six digits of GB/T 2260, in quotes: `"371000"`
    "#);
}

#[test]
fn wrong_folder() {
    insta::assert_snapshot!(file(r#"pack: {jurisdiction: "370600", name: {zh: 烟台市, en: Yantai}}"#), @r#"
    error[E0311]: a folder has one `pack` only
     --> x.yaml:1:7
      |
    1 | pack: {jurisdiction: "370600", name: {zh: 烟台市, en: Yantai}}
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
    help: remove one of the two

    error[E0607]: the pack is of `370600`, but its folder is of `371000`
     --> x.yaml:1:22
      |
    1 | pack: {jurisdiction: "370600", name: {zh: 烟台市, en: Yantai}}
      |                      ^^^^^^^^
      |
    help: name the folder by the code of its jurisdiction
    "#);
}

#[test]
fn two_colon_mistakes_and_a_typo_are_all_reported() {
    insta::assert_snapshot!(file("sections: {more: {zh：情况, en: More}}
departments: {jxw: {zh: 工信局, em: Industry Bureau}}"), @r"
    error[E0102]: a full-width `：` does not end a key
     --> x.yaml:1:21
      |
    1 | sections: {more: {zh：情况, en: More}}
      |                     ^^
      |
    help: write a plain colon and a space
      |
    1 - sections: {more: {zh：情况, en: More}}
    1 + sections: {more: {zh: 情况, en: More}}
      |

    error[E0206]: the English words are missing
     --> x.yaml:2:20
      |
    2 | departments: {jxw: {zh: 工信局, em: Industry Bureau}}
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
    help: add `en: …`

    error[E0204]: words has no key `em`
     --> x.yaml:2:30
      |
    2 | departments: {jxw: {zh: 工信局, em: Industry Bureau}}
      |                                 ^^
      |
    help: its keys are `zh`, `en`
    ");
}

#[test]
fn unknown_frame() {
    insta::assert_snapshot!(award("criteria:
  - {every: [持有高企证书]}"), @r"
    error[E0204]: a condition has no key `every`
      --> x.yaml:10:10
       |
    10 |       - {every: [持有高企证书]}
       |          ^^^^^
       |
    help: its keys are `all`, `any`, `not`, `at_least`, `review`, `dated`
    ");
}

#[test]
fn at_least_more_than_there_are() {
    insta::assert_snapshot!(award("criteria:
  - {at_least: 3, of: [持有高企证书, 年度发明专利授权数 >= 1 件]}"), @r"
    error[E0605]: at least `3` of 2 members
      --> x.yaml:10:20
       |
    10 |       - {at_least: 3, of: [持有高企证书, 年度发明专利授权数 >= 1 件]}
       |                    ^
       |
    help: expected 1 to 2
    ");
}

/// A frame without a key, which once took its award with it and said nothing.
#[test]
fn empty_condition() {
    insta::assert_snapshot!(criterion("{any: [持有高企证书, {}]}"), @r"
    error[E0205]: an empty condition
      --> x.yaml:10:24
       |
    10 |       - {any: [持有高企证书, {}]}
       |                              ^^
       |
    help: write an expression, or one of `all`, `any`, `not`, `at_least`, `review`, `dated`
    ");
}

#[test]
fn empty_list() {
    insta::assert_snapshot!(award("criteria: []"), @r"
    error[E0212]: `criteria` is an empty list
     --> x.yaml:9:15
      |
    9 |     criteria: []
      |               ^^
      |
    help: give it a member, or leave the key out
    ");
}

#[test]
fn series_with_a_wrong_day() {
    insta::assert_snapshot!(award("criteria:
  - dated: {2018-8-1: 持有高企证书}"), @r"
    error[E0209]: expected a date for the first day, found `2018-8-1`
      --> x.yaml:10:17
       |
    10 |       - dated: {2018-8-1: 持有高企证书}
       |                 ^^^^^^^^
       |
    help: dates are written year-month-day: `2022-01-01`
    ");
}

#[test]
fn amount_of_no_kind() {
    insta::assert_snapshot!(amount("20 万元"), @r"
    error[E0602]: expected an amount, found `20 万元`
     --> x.yaml:8:13
      |
    8 |     amount: 20 万元
      |             ^^^^^^^
      |
    help: say what the sum is: `fixed`, or `up_to` for 最高
      |
    8 -     amount: 20 万元
    8 +     amount: {fixed: 20 万元}
      |
    ");
}

#[test]
fn amount_without_its_base() {
    insta::assert_snapshot!(amount("{rate: 50%, cap: 10 万元}"), @r"
    error[E0205]: an amount has no `of`
     --> x.yaml:8:14
      |
    8 |     amount: {rate: 50%, cap: 10 万元}
      |              ^^^^
      |
    help: add `of: …`
    ");
}

#[test]
fn ratio_as_two_numbers() {
    insta::assert_snapshot!(amount(r#"{match: 研发费用, ratio: "1:2"}"#), @r#"
    error[E0208]: expected a number for `ratio`, found `1:2`
     --> x.yaml:8:34
      |
    8 |     amount: {match: 研发费用, ratio: "1:2"}
      |                                      ^^^^^
      |
    help: say how many yuan are added to one yuan of the superior grant
      |
    8 -     amount: {match: 研发费用, ratio: "1:2"}
    8 +     amount: {match: 研发费用, ratio: 2}
      |
    "#);
}

#[test]
fn tier_after_the_last() {
    insta::assert_snapshot!(amount("{tiers: [{fixed: 1 万元}, {when: 持有高企证书, fixed: 2 万元}]}"), @r"
    error[E0603]: tiers after this one are never reached
     --> x.yaml:8:22
      |
    8 |     amount: {tiers: [{fixed: 1 万元}, {when: 持有高企证书, fixed: 2 万元}]}
      |                      ^^^^^^^^^^^^^^^
      |
    help: a tier without `when` comes last

    error[E0603]: the last tier has a `when`
     --> x.yaml:8:37
      |
    8 |     amount: {tiers: [{fixed: 1 万元}, {when: 持有高企证书, fixed: 2 万元}]}
      |             --------------------------^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^--
      |             |                         |
      |             |                         what holds where this is false?
      |             these are the tiers
      |
    help: leave `when` out, or add a last tier such as `{fixed: 0 元}`
    ");
}

#[test]
fn series_of_a_formula() {
    insta::assert_snapshot!(amount("{fixed: {2018-08-01: 20 万元, 2022-01-01: 研发费用}}"), @r"
    error[E0604]: a dated series holds plain figures only
     --> x.yaml:8:53
      |
    8 |     amount: {fixed: {2018-08-01: 20 万元, 2022-01-01: 研发费用}}
      |                                                       ^^^^^^^^
    ");
}

#[test]
fn checklist_with_a_choice() {
    insta::assert_snapshot!(file("facts:
  size: {name: 规模, en: size, type: choice, options: {big: {zh: 大, en: Big}}, ask: {zh: 多大？, en: How big?}}
questions:
  more: {section: basics, form: checklist, facts: [size]}"), @r"
    error[E0608]: a checklist holds yes/no facts and counts only
     --> x.yaml:4:52
      |
    4 |   more: {section: basics, form: checklist, facts: [size]}
      |                                                    ^^^^
      |
    help: use the form `fields`
    ");
}

#[test]
fn group_of_one() {
    insta::assert_snapshot!(file(r#"groups:
  alone:
    {awards: [patents-20], rule: exclusive, cite: {document: measures, article: "14"}, text: {zh: 一, en: One}}"#), @r#"
    error[E0609]: the group `alone` binds one award only
     --> x.yaml:2:3
      |
    2 |   alone:
      |   ^^^^^
      |
    help: a group binds at least two awards; a cap may bind one

    error[E0309]: no award is named `patents-20`
     --> x.yaml:3:15
      |
    3 |     {awards: [patents-20], rule: exclusive, cite: {document: measures, article: "14"}, text: {zh: 一, en: One}}
      |               ^^^^^^^^^^
    "#);
}
