//! Traps of YAML: each is refused with the way out.

use super::{award, criterion, file};

#[test]
fn full_width_colon_after_a_key() {
    insta::assert_snapshot!(file("sections:
  basics2：{zh: 情况, en: More}"), @r"
    error[E0102]: a full-width `：` does not end a key
     --> x.yaml:2:10
      |
    2 |   basics2：{zh: 情况, en: More}
      |          ^^
      |
    help: write a plain colon and a space
      |
    2 -   basics2：{zh: 情况, en: More}
    2 +   basics2: {zh: 情况, en: More}
      |
    ");
}

#[test]
fn full_width_colon_in_a_flow_mapping() {
    insta::assert_snapshot!(file("sections: {more: {zh：情况, en: More}}"), @r"
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
    ");
}

#[test]
fn full_width_colon_before_more_keys() {
    insta::assert_snapshot!(file("departments：
  jxw: {zh: 工信局, en: Industry Bureau}"), @r"
    error[E0102]: a full-width `：` does not end a key
     --> x.yaml:1:12
      |
    1 | departments：
      |            ^^
      |
    help: write a plain colon and a space
      |
    1 - departments：
    1 + departments: 
      |
    ");
}

#[test]
fn full_width_colon_in_a_criterion() {
    insta::assert_snapshot!(award("criteria:
  - 年度发明专利授权数：20"), @r"
    error[E0102]: a full-width `：` inside an expression
      --> x.yaml:10:18
       |
    10 |       - 年度发明专利授权数：20
       |                           ^^
       |
    help: a key ends in a plain colon and a space, `key: value`
       |
    10 -       - 年度发明专利授权数：20
    10 +       - 年度发明专利授权数: 20
       |
    ");
}

#[test]
fn no_space_after_a_colon() {
    insta::assert_snapshot!(file("sections: {more: {zh:情况, en: More}}"), @r"
    error[E0103]: a colon ends a key only when a space follows
     --> x.yaml:1:21
      |
    1 | sections: {more: {zh:情况, en: More}}
      |                     ^
      |
    help: write a plain colon and a space
      |
    1 | sections: {more: {zh: 情况, en: More}}
      |                      +
    ");
}

#[test]
fn comparison_without_a_left_side() {
    insta::assert_snapshot!(criterion(">= 5"), @r"
    error[E0104]: `>= 5` begins like YAML's folded text
      --> x.yaml:10:9
       |
    10 |       - >= 5
       |         ^^^^ the fact that is compared is missing on the left
       |
    help: begin with the fact: `年度发明专利授权数 >= 5`; put a text that begins with `>` in quotes
    ");
}

#[test]
fn brackets_in_a_flow_mapping() {
    insta::assert_snapshot!(award("criteria:
  - {when: 申请人类别 in [企业, 高等学校], implied: true}"), @r"
    error[E0105]: brackets end a text inside `{ }`: this expression needs quotes
      --> x.yaml:10:16
       |
    10 |       - {when: 申请人类别 in [企业, 高等学校], implied: true}
       |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    help: put the expression in quotes
       |
    10 -       - {when: 申请人类别 in [企业, 高等学校], implied: true}
    10 +       - {when: '申请人类别 in [企业, 高等学校]', implied: true}
       |
    ");
}

#[test]
fn tab_as_indentation() {
    insta::assert_snapshot!(file("sections:
	more: {zh: 情况, en: More}"), @r"
    error[E0106]: a tab indents this line, YAML takes spaces only
     --> x.yaml:2:1
      |
    2 |     more: {zh: 情况, en: More}
      | ^^^^
      |
    help: use two spaces for each level
      |
    2 |   more: {zh: 情况, en: More}
      | ++
    ");
}

#[test]
fn key_twice() {
    insta::assert_snapshot!(file("sections:
  more: {zh: 情况, en: More}
  more: {zh: 情况, en: More}"), @r"
    error[E0107]: the key `more` stands twice
     --> x.yaml:3:3
      |
    2 |   more: {zh: 情况, en: More}
      |   ---- first here
    3 |   more: {zh: 情况, en: More}
      |   ^^^^ again here
      |
    help: keep one of the two
    ");
}

#[test]
fn bare_no_as_a_text() {
    insta::assert_snapshot!(file("sections:
  more: {zh: 否, en: No}"), @r#"
    error[E0108]: a bare `No` where a text is expected
     --> x.yaml:2:21
      |
    2 |   more: {zh: 否, en: No}
      |                      ^^
      |
    help: put it in quotes: many YAML readers take it for a truth value
      |
    2 -   more: {zh: 否, en: No}
    2 +   more: {zh: 否, en: "No"}
      |
    "#);
}

#[test]
fn leading_zero_in_a_number() {
    insta::assert_snapshot!(criterion("年度发明专利授权数 >= 010 件"), @r"
    error[E0109]: `010` has a leading zero
      --> x.yaml:10:22
       |
    10 |       - 年度发明专利授权数 >= 010 件
       |                               ^^^
       |
    help: write `10`
       |
    10 -       - 年度发明专利授权数 >= 010 件
    10 +       - 年度发明专利授权数 >= 10 件
       |
    ");
}

#[test]
fn leading_zero_in_a_text() {
    insta::assert_snapshot!(file("document: {id: other, title: {zh: 其他, en: Other}, articles: {014: {}}}"), @r#"
    error[E0109]: `014` has a leading zero
     --> x.yaml:1:62
      |
    1 | document: {id: other, title: {zh: 其他, en: Other}, articles: {014: {}}}
      |                                                                ^^^
      |
    help: write `14`, or `"014"` where the digits are a text
      |
    1 - document: {id: other, title: {zh: 其他, en: Other}, articles: {014: {}}}
    1 + document: {id: other, title: {zh: 其他, en: Other}, articles: {14: {}}}
      |
    "#);
}

#[test]
fn anchors_and_aliases() {
    insta::assert_snapshot!(award("criteria: &same
  - 持有高企证书
notes: *same"), @r"
    error[E0110]: anchors and aliases are not read
      --> x.yaml:9:15
       |
     9 |       criteria: &same
       |  _______________^
    10 | |       - 持有高企证书
       | |______^
       |
    help: write the value out where it is used

    error[E0110]: anchors and aliases are not read
      --> x.yaml:11:12
       |
    11 |     notes: *same
       |            ^^^^^
       |
    help: write the value out where it is used
    ");
}

#[test]
fn two_documents() {
    insta::assert_snapshot!(file("sections: {}
---
sections: {}"), @r"
    error[E0110]: a second document begins here
     --> x.yaml:2:1
      |
    2 | ---
      | ^^^
      |
    help: a file holds one document: remove the line `---`
    ");
}

#[test]
fn unclosed_brace() {
    insta::assert_snapshot!(file("sections: {more: {zh: 情况, en: More}"), @r"
    error[E0101]: a `{` or `[` is not closed here
     --> x.yaml:1:36
      |
    1 | sections: {more: {zh: 情况, en: More}
      |                                      ^
      |
    help: close it with `}` or `]`, separate its members with plain commas, and put texts with brackets or commas in quotes
    ");
}

#[test]
fn second_colon_in_a_value() {
    insta::assert_snapshot!(file("sections:
  more:
    zh: 说明: 情况
    en: More"), @r"
    error[E0101]: a second `: ` in one value
     --> x.yaml:3:11
      |
    3 |     zh: 说明: 情况
      |             ^
      |
    help: put a text that contains `: ` in quotes; check that the line is not indented more than the key it belongs to
    ");
}

#[test]
fn unequal_indentation() {
    insta::assert_snapshot!(file("sections:
    more: {zh: 情况, en: More}
  other: {zh: 情况, en: More}"), @r"
    error[E0101]: this line is indented unlike its neighbours
     --> x.yaml:3:3
      |
    3 |   other: {zh: 情况, en: More}
      |   ^
      |
    help: keys of one mapping begin in the same column
    ");
}

#[test]
fn unclosed_quote() {
    insta::assert_snapshot!(file(r#"sections:
  more: {zh: "情况, en: More}"#), @r#"
    error[E0101]: this quote is never closed
     --> x.yaml:2:14
      |
    2 |   more: {zh: "情况, en: More}
      |              ^
      |
    help: close the text with the same quote
    "#);
}

#[test]
fn text_after_a_quote() {
    insta::assert_snapshot!(criterion(r#""企业" = 申请人类别"#), @r#"
    error[E0101]: text after a closing quote
      --> x.yaml:10:14
       |
    10 |       - "企业" = 申请人类别
       |                ^
       |
    help: put the whole value in quotes of the other kind: `'"a" = x'`
    "#);
}

#[test]
fn nested_too_deeply() {
    insta::assert_snapshot!(file("sections: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"), @r"
    error[E0111]: nested more than 48 levels deep
     --> x.yaml:1:58
      |
    1 | sections: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      |                                                          ^
    ");
}
