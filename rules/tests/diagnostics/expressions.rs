//! Expressions that are not understood.

use super::criterion;

#[test]
fn strange_character() {
    insta::assert_snapshot!(criterion("年度发明专利授权数 >= 20 $"), @r"
    error[E0401]: `$` has no meaning in an expression
      --> x.yaml:10:25
       |
    10 |       - 年度发明专利授权数 >= 20 $
       |                                  ^
       |
    help: names consist of letters, digits and `_`; see rules/LANGUAGE.md
    ");
}

#[test]
fn enumeration_comma() {
    insta::assert_snapshot!(criterion("申请人类别 in [企业、高等学校]"), @r"
    error[E0401]: `、` does not separate members here
      --> x.yaml:10:21
       |
    10 |       - 申请人类别 in [企业、高等学校]
       |                            ^^
       |
    help: separate members with a plain comma; give an option whose label has `、` a plain name with `as`
       |
    10 -       - 申请人类别 in [企业、高等学校]
    10 +       - 申请人类别 in [企业, 高等学校]
       |
    ");
}

#[test]
fn double_equals() {
    insta::assert_snapshot!(criterion("申请人类别 == 企业"), @r"
    error[E0402]: `==` is no operator
      --> x.yaml:10:15
       |
    10 |       - 申请人类别 == 企业
       |                    ^^
       |
    help: write `=`
       |
    10 -       - 申请人类别 == 企业
    10 +       - 申请人类别 = 企业
       |
    ");
}

#[test]
fn arrow_operator() {
    insta::assert_snapshot!(criterion("年度发明专利授权数 => 20 件"), @r"
    error[E0402]: `=>` is no operator
      --> x.yaml:10:19
       |
    10 |       - 年度发明专利授权数 => 20 件
       |                            ^^
       |
    help: write `>=`
       |
    10 -       - 年度发明专利授权数 => 20 件
    10 +       - 年度发明专利授权数 >= 20 件
       |
    ");
}

#[test]
fn ampersands() {
    insta::assert_snapshot!(criterion("持有高企证书 && 年度发明专利授权数 > 1 件"), @r"
    error[E0402]: `&&` is no operator
      --> x.yaml:10:16
       |
    10 |       - 持有高企证书 && 年度发明专利授权数 > 1 件
       |                      ^^
       |
    help: write `and`
       |
    10 -       - 持有高企证书 && 年度发明专利授权数 > 1 件
    10 +       - 持有高企证书 and 年度发明专利授权数 > 1 件
       |
    ");
}

#[test]
fn exclamation_mark() {
    insta::assert_snapshot!(criterion("'!持有高企证书'"), @r"
    error[E0402]: `!` is no operator
      --> x.yaml:10:10
       |
    10 |       - '!持有高企证书'
       |          ^
       |
    help: write `not`
       |
    10 -       - '!持有高企证书'
    10 +       - 'not 持有高企证书'
       |
    ");
}

#[test]
fn chained_comparison() {
    insta::assert_snapshot!(criterion("1 <= 年度发明专利授权数 <= 5"), @r"
    error[E0404]: a second comparison `<=` after the first one
      --> x.yaml:10:24
       |
    10 |       - 1 <= 年度发明专利授权数 <= 5
       |                                 ^^
       |
    help: write `x in [1..5]`, or join two comparisons by `and`
    ");
}

#[test]
fn name_with_a_space() {
    insta::assert_snapshot!(criterion("年度 发明专利授权数 >= 20 件"), @r"
    error[E0403]: expected an operator or the end, found `发明专利授权数`
      --> x.yaml:10:12
       |
    10 |       - 年度 发明专利授权数 >= 20 件
       |              ^^^^^^^^^^^^^^
       |
    help: names have no spaces in them
    ");
}

#[test]
fn end_too_early() {
    insta::assert_snapshot!(criterion("年度发明专利授权数 >="), @r"
    error[E0403]: expected a fact, a figure or `(`, found the end
      --> x.yaml:10:21
       |
    10 |       - 年度发明专利授权数 >=
       |                              ^
    ");
}

#[test]
fn missing_bracket() {
    insta::assert_snapshot!(criterion("(持有高企证书"), @r"
    error[E0403]: expected `)`, found the end
      --> x.yaml:10:16
       |
    10 |       - (持有高企证书
       |                      ^
    ");
}

#[test]
fn unknown_function() {
    insta::assert_snapshot!(criterion("average(研发费用, 营业收入) >= 1 万元"), @r"
    error[E0403]: no function is named `average`
      --> x.yaml:10:9
       |
    10 |       - average(研发费用, 营业收入) >= 1 万元
       |         ^^^^^^^
       |
    help: functions are `date`, `sum`, `min`, `max` and `count`
    ");
}

#[test]
fn comma_in_a_number() {
    insta::assert_snapshot!(criterion("研发费用 >= 1,000,000 元"), @r"
    error[E0208]: a comma inside a number
      --> x.yaml:10:17
       |
    10 |       - 研发费用 >= 1,000,000 元
       |                     ^^^^^^^^^
       |
    help: write the digits without commas
       |
    10 -       - 研发费用 >= 1,000,000 元
    10 +       - 研发费用 >= 1000000 元
       |
    ");
}

#[test]
fn number_too_long() {
    insta::assert_snapshot!(criterion("年度发明专利授权数 >= 123456789012345678901234567890123 件"), @r"
    error[E0406]: `123456789012345678901234567890123` is too long
      --> x.yaml:10:22
       |
    10 |       - 年度发明专利授权数 >= 123456789012345678901234567890123 件
       |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    help: figures have at most 28 digits
    ");
}

#[test]
fn unclosed_text() {
    insta::assert_snapshot!(criterion(r#"申请人类别 = "enterprise"#), @r#"
    error[E0405]: this quote is never closed
      --> x.yaml:10:17
       |
    10 |       - 申请人类别 = "enterprise
       |                      ^^^^^^^^^^^
       |
    help: close the text with the same quote
    "#);
}

#[test]
fn if_without_else() {
    insta::assert_snapshot!(criterion("if 持有高企证书 then 年度发明专利授权数 >= 1 件"), @r"
    error[E0403]: expected `else`, found the end
      --> x.yaml:10:40
       |
    10 |       - if 持有高企证书 then 年度发明专利授权数 >= 1 件
       |                                                        ^
    ");
}

#[test]
fn expression_nested_too_deeply() {
    insta::assert_snapshot!(criterion("((((((((((((((((((((((((((((((((((((((((((((((((((持有高企证书))))))))))))))))))))))))))))))))))))))))))))))))))"), @r"
    error[E0111]: nested more than 48 levels deep
      --> x.yaml:10:58
       |
    10 |       - ((((((((((((((((((((((((((((((((((((((((((((((((((持有高企证书))))))))))))))))))))))))))))))))))))))))))))))))))
       |                                                          ^
    ");
}
