//! Names that are not there, stand twice, or run in a circle.

use super::{award, criterion, file};

#[test]
fn unknown_fact() {
    insta::assert_snapshot!(criterion("年度发明专利授权 >= 20 件"), @r"
    error[E0301]: no fact is named `年度发明专利授权`
      --> x.yaml:10:9
       |
    10 |       - 年度发明专利授权 >= 20 件
       |         ^^^^^^^^^^^^^^^^
       |
    help: did you mean `年度发明专利授权数`?
       |
    10 |       - 年度发明专利授权数 >= 20 件
       |                         ++
    ");
}

#[test]
fn unknown_option() {
    insta::assert_snapshot!(criterion("申请人类别 = 高等院校"), @r"
    error[E0302]: `申请人类别` has no option `高等院校`
      --> x.yaml:10:17
       |
    10 |       - 申请人类别 = 高等院校
       |                      ^^^^^^^^
       |
    help: did you mean `高等学校`?
       |
    10 -       - 申请人类别 = 高等院校
    10 +       - 申请人类别 = 高等学校
       |
    ");
}

#[test]
fn unknown_division() {
    insta::assert_snapshot!(criterion("注册地 in 威海"), @r"
    error[E0303]: no division is named `威海`
      --> x.yaml:10:16
       |
    10 |       - 注册地 in 威海
       |                   ^^^^
       |
    help: did you mean `威海市`?
       |
    10 |       - 注册地 in 威海市
       |                       ++
    ");
}

#[test]
fn unknown_article() {
    insta::assert_snapshot!(award(r#"cite2: {}
criteria: [{when: 持有高企证书, cite: {article: "16"}}]"#), @r#"
    error[E0204]: an award has no key `cite2`
     --> x.yaml:9:5
      |
    9 |     cite2: {}
      |     ^^^^^
      |
    help: did you mean `cite`?
      |
    9 -     cite2: {}
    9 +     cite: {}
      |

    error[E0305]: `measures` has no article `16`
      --> x.yaml:10:47
       |
    10 |     criteria: [{when: 持有高企证书, cite: {article: "16"}}]
       |                                                     ^^^^
       |
    help: its articles are 14, 15
    "#);
}

#[test]
fn unknown_department() {
    insta::assert_snapshot!(award("departments: [kjjj]"), @r"
    error[E0306]: no department is named `kjjj`
     --> x.yaml:9:19
      |
    9 |     departments: [kjjj]
      |                   ^^^^
      |
    help: did you mean `kjj`?
      |
    9 -     departments: [kjjj]
    9 +     departments: [kjj]
      |
    ");
}

#[test]
fn unknown_section() {
    insta::assert_snapshot!(file("questions: {more: {section: basic, facts: [hnte_valid], after: [everthing]}}"), @r"
    error[E0307]: no section is named `basic`
     --> x.yaml:1:29
      |
    1 | questions: {more: {section: basic, facts: [hnte_valid], after: [everthing]}}
      |                             ^^^^^
      |
    help: did you mean `basics`?
      |
    1 | questions: {more: {section: basics, facts: [hnte_valid], after: [everthing]}}
      |                                  +

    error[E0308]: no question is named `everthing`
     --> x.yaml:1:65
      |
    1 | questions: {more: {section: basic, facts: [hnte_valid], after: [everthing]}}
      |                                                                 ^^^^^^^^^
      |
    help: did you mean `everything`?
      |
    1 | questions: {more: {section: basic, facts: [hnte_valid], after: [everything]}}
      |                                                                     +
    ");
}

#[test]
fn unknown_award() {
    insta::assert_snapshot!(file(r#"groups:
  two:
    {awards: [patents-20, patents-21], rule: exclusive, cite: {document: measuers, article: "14"}, text: {zh: 二, en: Two}}"#), @r#"
    error[E0309]: no award is named `patents-20`
     --> x.yaml:3:15
      |
    3 |     {awards: [patents-20, patents-21], rule: exclusive, cite: {document: measuers, article: "14"}, text: {zh: 二, en: Two}}
      |               ^^^^^^^^^^

    error[E0309]: no award is named `patents-21`
     --> x.yaml:3:27
      |
    3 |     {awards: [patents-20, patents-21], rule: exclusive, cite: {document: measuers, article: "14"}, text: {zh: 二, en: Two}}
      |                           ^^^^^^^^^^

    error[E0304]: no document is named `measuers`
     --> x.yaml:3:74
      |
    3 |     {awards: [patents-20, patents-21], rule: exclusive, cite: {document: measuers, article: "14"}, text: {zh: 二, en: Two}}
      |                                                                          ^^^^^^^^
      |
    help: did you mean `measures`?
      |
    3 -     {awards: [patents-20, patents-21], rule: exclusive, cite: {document: measuers, article: "14"}, text: {zh: 二, en: Two}}
    3 +     {awards: [patents-20, patents-21], rule: exclusive, cite: {document: measures, article: "14"}, text: {zh: 二, en: Two}}
      |
    "#);
}

#[test]
fn unknown_review() {
    insta::assert_snapshot!(award("criteria:
  - {review: innovative}"), @r"
    error[E0310]: no review is named `innovative`
      --> x.yaml:10:18
       |
    10 |       - {review: innovative}
       |                  ^^^^^^^^^^
       |
    help: write the words out: `{review: {zh: …, en: …}}`
    ");
}

#[test]
fn unknown_kind() {
    insta::assert_snapshot!(award("for: [companies]"), @r"
    error[E0302]: `申请人类别` has no option `companies`
     --> x.yaml:9:11
      |
    9 |     for: [companies]
      |           ^^^^^^^^^
      |
    help: its options are `企业`, `高等学校`, `科研院所`
    ");
}

#[test]
fn fact_declared_twice() {
    insta::assert_snapshot!(file("facts:
  patents2: {name: 年度发明专利授权数, en: again, type: count, ask: {zh: 多少？, en: How many?}}"), @r"
    error[E0311]: the fact `年度发明专利授权数` is declared twice
      --> x.yaml:2:20
       |
     2 |   patents2: {name: 年度发明专利授权数, en: again, type: count, ask: {zh: 多少？, en: How many?}}
       |                    ^^^^^^^^^^^^^^^^^^ again here
       |
      ::: facts.yaml:15:11
       |
    15 |     name: 年度发明专利授权数
       |           ------------------ first here
       |
    help: give one of the two another name
    ");
}

#[test]
fn facts_in_a_circle() {
    insta::assert_snapshot!(file(r#"facts:
  a: {name: 甲, en: a, type: yes-no, asked_if: 乙, otherwise: no, ask: {zh: 甲？, en: A?}}
  b: {name: 乙, en: b, type: yes-no, asked_if: 甲, otherwise: no, ask: {zh: 乙？, en: B?}}
questions: {ab: {section: basics, facts: [a, b], ask: {zh: 问, en: Ask}, name: {zh: 名, en: Name}}}
awards:
  x:
    title: {zh: 奖, en: Award}
    summary: {zh: 奖, en: Award}
    cite: {document: measures, article: "14"}
    registered: none
    selection: automatic
    criteria: [甲]
    amount: service"#), @r"
    error[E0312]: facts in a circle: `甲` → `乙` → `甲`
     --> x.yaml:2:13
      |
    2 |   a: {name: 甲, en: a, type: yes-no, asked_if: 乙, otherwise: no, ask: {zh: 甲？, en: A?}}
      |             ^^
      |
    help: take one of them out of the other's `asked_if` or `formula`
    ");
}

#[test]
fn fact_that_nobody_asks() {
    insta::assert_snapshot!(file(r#"facts:
  a: {name: 甲, en: a, type: yes-no, ask: {zh: 甲？, en: A?}}
awards:
  x:
    title: {zh: 奖, en: Award}
    summary: {zh: 奖, en: Award}
    cite: {document: measures, article: "14"}
    registered: none
    selection: automatic
    criteria: [甲]
    amount: service"#), @r"
    error[E0313]: no question asks `甲`, but an award uses it
     --> x.yaml:2:3
      |
    2 |   a: {name: 甲, en: a, type: yes-no, ask: {zh: 甲？, en: A?}}
      |   ^
      |
    help: add it to the `facts` of a question
    ");
}

#[test]
fn a_refused_fact_is_no_unknown_one() {
    insta::assert_snapshot!(file(r#"facts:
  a: {name: 甲, type: yes-no, ask: {zh: 甲？, en: A?}}
awards:
  x:
    title: {zh: 奖, en: Award}
    summary: {zh: 奖, en: Award}
    cite: {document: measures, article: "14"}
    registered: none
    selection: automatic
    criteria: [甲]
    amount: service"#), @r"
    error[E0205]: a fact has no `en`
     --> x.yaml:2:7
      |
    2 |   a: {name: 甲, type: yes-no, ask: {zh: 甲？, en: A?}}
      |       ^^^^
      |
    help: add `en: …`
    ");
}
