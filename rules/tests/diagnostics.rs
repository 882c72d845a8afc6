//! Every message that an author can get, as it is shown.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

#[path = "diagnostics/cases.rs"]
mod cases;
#[path = "diagnostics/expressions.rs"]
mod expressions;
#[path = "diagnostics/fixes.rs"]
mod fixes;
#[path = "diagnostics/frame.rs"]
mod frame;
#[path = "diagnostics/names.rs"]
mod names;
#[path = "diagnostics/traps.rs"]
mod traps;
#[path = "diagnostics/types.rs"]
mod types;

use mingbai_rules::{Format, Sources, check, render};

/// Facts and a document that the broken rules stand on.
const FACTS: &str = r#"
facts:
  registered_in:
    {name: 注册地, en: place of registration, type: jurisdiction, ask: {zh: 在哪里？, en: Where?}}
  applicant_kind:
    name: 申请人类别
    en: kind of applicant
    type: choice
    options:
      enterprise: {zh: 企业, en: Enterprise}
      university: {zh: 高等学校, en: University}
      research-institute: {zh: 科研院所、研究机构, en: Research institute, as: 科研院所}
    ask: {zh: 哪一类？, en: Which?}
  patents:
    name: 年度发明专利授权数
    en: invention patents granted in the year
    type: count
    unit: {zh: 件, en: patents}
    ask: {zh: 多少件？, en: How many?}
  rd_expense_cny: {name: 研发费用, en: R&D expenses, type: money, ask: {zh: 多少？, en: How much?}}
  revenue_cny: {name: 营业收入, en: revenue, type: money, ask: {zh: 多少？, en: How much?}}
  growth: {name: 增长率, en: growth, type: percent, ask: {zh: 多少？, en: How much?}}
  hnte_valid: {name: 持有高企证书, en: certificate, type: yes-no, ask: {zh: 有吗？, en: Any?}}
  founded: {name: 成立日期, en: founding day, type: date, ask: {zh: 哪天？, en: When?}}
  platforms:
    name: 平台类型
    en: platforms
    type: choices
    options: {incubator: {zh: 孵化器, en: Incubator}, makerspace: {zh: 众创空间, en: Makerspace}}
    ask: {zh: 哪些？, en: Which?}
sections:
  basics: {zh: 基本情况, en: Basics}
questions:
  everything:
    section: basics
    facts: [registered_in, applicant_kind, patents, rd_expense_cny, revenue_cny, growth, hnte_valid, founded, platforms]
    ask: {zh: 请填写, en: Please fill in}
    name: {zh: 全部, en: Everything}
"#;

const PACK: &str = r#"
pack: {jurisdiction: "371000", name: {zh: 威海市, en: Weihai}}
divisions:
  "371000": {zh: 威海市, en: Weihai}
departments:
  kjj: {zh: 市科技局, en: Science and Technology Bureau}
document:
  id: measures
  title: {zh: 若干措施, en: Measures}
  articles: {"14": {departments: [kjj]}, "15": {}}
"#;

/// What is said about a rule file beside the sound ones, without the lints that any small
/// example would set off.
fn file(text: &str) -> String {
    let mut sources = Sources::default();
    sources.add_folder("100000".parse().unwrap(), &[("facts.yaml", FACTS)]);
    let files = [("pack.yaml", PACK), ("x.yaml", text)];
    sources.add_folder("371000".parse().unwrap(), &files);
    let compilation = check(&sources);
    let shown = render(&compilation.diagnostics, &sources, Format::Plain);
    let noise = ["warning[W0802]", "warning[W0801]", "warning[W0806]"];
    let kept = shown
        .split("\n\n")
        .filter(|message| !noise.iter().any(|start| message.starts_with(start)));
    kept.collect::<Vec<_>>().join("\n\n").trim_end().to_owned()
}

/// What is said about an award with these lines; an amount is added where none is given.
fn award(lines: &str) -> String {
    let mut text = String::from(
        "awards:\n  patents-20:\n    title: {zh: 专利奖励, en: Patent reward}\n    \
         summary: {zh: 有二十件专利, en: Twenty patents}\n    \
         cite: {document: measures, article: \"14\"}\n    registered: implied\n    \
         selection: automatic\n",
    );
    if !lines.contains("amount:") || lines.contains("cases:") {
        text.push_str("    amount: {fixed: 20 万元}\n");
    }
    for line in lines.lines().filter(|line| !line.is_empty()) {
        text.push_str("    ");
        text.push_str(line);
        text.push('\n');
    }
    file(&text)
}

/// What is said about an award with this one criterion.
fn criterion(expression: &str) -> String {
    award(&format!("criteria:\n  - {expression}"))
}

/// What is said about an award with this amount.
fn amount(amount: &str) -> String {
    award(&format!("amount: {amount}"))
}

#[test]
fn sound_rules_say_nothing() {
    assert_eq!(criterion("年度发明专利授权数 >= 20 件"), "");
    assert_eq!(amount("{rate: 50%, of: 研发费用, cap: 50 万元}"), "");
}

#[test]
fn full_width_signs_are_read_as_plain_ones() {
    for expression in [
        "年度发明专利授权数 ＞＝ ２０ 件",
        "年度发明专利授权数　≥　20 件",
        "（申请人类别 in ［企业，高等学校］） and （研发费用 × ５０％ ＞ 1 万元）",
        "申请人类别 ＝ “research-institute”",
        "成立日期 >= date（“2020-01-01”）",
    ] {
        assert_eq!(criterion(expression), "", "{expression}");
    }
}

#[test]
fn spans_hold_under_folded_lines_and_quotes() {
    let folded = ">-\n    年度发明专利授权数\n    >= 20 项";
    insta::assert_snapshot!(criterion(folded), @r"
    error[E0504]: the unit `项` where `件` is expected
      --> x.yaml:12:12
       |
    11 |         年度发明专利授权数
       |         ------------------ this is a number of 件
    12 |         >= 20 项
       |            ^^^^^
       |
    help: use the unit that the fact declares
    ");
    insta::assert_snapshot!(criterion("'年度发明专利授权数 >= 20 项'"), @r"
    error[E0504]: the unit `项` where `件` is expected
      --> x.yaml:10:23
       |
    10 |       - '年度发明专利授权数 >= 20 项'
       |          ------------------    ^^^^^
       |          |
       |          this is a number of 件
       |
    help: use the unit that the fact declares
    ");
}
