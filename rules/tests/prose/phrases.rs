//! Conditions and amounts as a clerk would say them.

use mingbai_core::{Language, Pack, Prose};
use mingbai_rules::{Format, Sources, compile, render};

const FACTS: &str = r#"
pack: {jurisdiction: "371000", name: {zh: 威海市, en: Weihai}}
divisions:
  "371000": {zh: 威海市, en: Weihai}
departments:
  kjj: {zh: 市科技局, en: Science and Technology Bureau}
document:
  id: measures
  title: {zh: 若干措施, en: Measures}
  articles: {"14": {departments: [kjj]}}
facts:
  registered_in:
    {name: 注册地, en: place of registration, type: jurisdiction, ask: {zh: 在哪里？, en: Where?}}
  kind:
    name: 申请人类别
    en: kind of applicant
    type: choice
    options:
      enterprise: {zh: 企业, en: Enterprise}
      university: {zh: 高等学校, en: University}
      individual: {zh: 个人, en: Individual}
      institute: {zh: 科研院所、研究机构, en: "Research institute, laboratory", as: 院所}
    ask: {zh: 哪一类？, en: Which?}
  patents: {name: 专利数, en: patents, type: count, unit: {zh: 件, en: patents}, ask: {zh: 多少件？, en: How many?}}
  rank: {name: 全省排名, en: place in the province, type: count, domain: 1.., unit: {zh: 位, en: places}, ask: {zh: 第几？, en: Which?}}
  spending: {name: 研发费用, en: R&D expenses, type: money, ask: {zh: 多少？, en: How much?}}
  revenue: {name: 营业收入, en: revenue, type: money, ask: {zh: 多少？, en: How much?}}
  growth: {name: 增长率, en: growth, type: percent, ask: {zh: 多少？, en: How much?}}
  year: {name: 获奖年度, en: year of the prize, type: year, ask: {zh: 哪年？, en: Which?}}
  founded: {name: 成立日期, en: founding day, type: date, ask: {zh: 哪天？, en: When?}}
  valid:
    name: 有效
    en: valid
    type: yes-no
    yes: {zh: 持有有效证书, en: holds a valid certificate}
    no: {zh: 没有有效证书, en: holds no valid certificate}
    ask: {zh: 有效吗？, en: Valid?}
sections:
  basics: {zh: 基本情况, en: Basics}
questions:
  everything:
    section: basics
    facts: [registered_in, kind, patents, rank, spending, revenue, growth, year, founded, valid]
    ask: {zh: 请填写, en: Please fill in}
    name: {zh: 全部, en: Everything}
awards:
  example:
    title: {zh: 奖励, en: Reward}
    summary: {zh: 达标就有, en: For whoever qualifies}
    cite: {document: measures, article: "14"}
    registered: none
    selection: automatic
"#;

/// The criterion, or the amount where there is one, in Chinese and in English.
fn said(lines: &str) -> [String; 2] {
    let mut text = FACTS.to_owned();
    let amount = lines.starts_with("amount");
    text.push_str(if amount {
        "    criteria: [有效]\n"
    } else {
        "    amount: recognition\n"
    });
    text.push_str(&format!("    {lines}\n"));
    let mut sources = Sources::default();
    sources.add_folder("371000".parse().unwrap(), &[("rules.yaml", &text)]);
    let compilation = compile(&sources);
    let shown = render(&compilation.diagnostics, &sources, Format::Plain);
    assert_eq!(compilation.diagnostics.errors(), 0, "{shown}");
    let pack = &compilation.packs[0];
    let rules = Pack::load(pack.rules.clone()).unwrap();
    let award = rules.file().awards[0].clone();
    [Language::ChineseSimplified, Language::English].map(|language| {
        let texts = pack.texts.iter().find(|texts| texts.language == language).unwrap();
        let prose = Prose::new(&rules, texts);
        let said = match amount {
            true => prose.amount(&award.amount, award.per),
            false => prose.condition(&award.criteria[0].condition),
        };
        said.replace('\u{a0}', "~")
    })
}

/// A criterion in both languages; `~` is a space at which no line breaks.
fn check(criterion: &str, zh: &str, en: &str) {
    let quoted = format!("criteria: ['{criterion}']");
    assert_eq!(said(&quoted), [zh, en], "{criterion}");
}

#[test]
fn a_gap_stands_before_figures() {
    check("专利数 >= 20 件", "专利数不少于~20~件", "patents: at least 20~patents");
    check("专利数 < 20 件", "专利数少于~20~件", "patents: below 20~patents");
    check(
        "研发费用 > 5 万元",
        "研发费用超过~5~万元",
        "R&D expenses: more than CNY~50,000",
    );
    check("增长率 >= 15%", "增长率不少于~15%", "growth: at least 15%");
    check("专利数 >= 1 件", "专利数不少于~1~件", "patents: at least 1");
}

#[test]
fn years_and_days_are_early_or_late() {
    check("获奖年度 = 2021", "获奖年度为~2021~年", "year of the prize: 2021");
    check(
        "获奖年度 >= 2021",
        "获奖年度不早于~2021~年",
        "year of the prize: not before 2021",
    );
    check(
        "成立日期 < date(\"2020-01-01\")",
        "成立日期早于~2020~年 1~月 1~日",
        "founding day: before 1~January~2020",
    );
}

#[test]
fn some_and_none_and_among_the_first() {
    check("研发费用 > 0 元", "有研发费用", "R&D expenses: above zero");
    check("not 研发费用 > 0 元", "没有研发费用", "R&D expenses: zero");
    check(
        "全省排名 <= 50 位",
        "全省排名在前~50~位",
        "place in the province: among the first 50",
    );
}

#[test]
fn options_do_not_run_together() {
    check(
        "申请人类别 in [企业, 个人]",
        "申请人类别为企业或个人",
        "kind of applicant: Enterprise or Individual",
    );
    check(
        "申请人类别 in [企业, 院所, 个人]",
        "申请人类别为“企业”、“科研院所、研究机构”或“个人”",
        "kind of applicant: “Enterprise”, “Research institute, laboratory” or “Individual”",
    );
    check(
        "申请人类别 not in [企业, 个人]",
        "申请人类别不是企业或个人",
        "kind of applicant: neither Enterprise nor Individual",
    );
    check(
        "申请人类别 != 企业",
        "申请人类别不是企业",
        "kind of applicant: other than Enterprise",
    );
    check(
        "申请人类别 not in [企业, 个人, 高等学校]",
        "申请人类别不是企业、个人或高等学校",
        "kind of applicant: none of Enterprise, Individual or University",
    );
}

#[test]
fn arithmetic_keeps_its_measure() {
    check(
        "研发费用 / 营业收入 otherwise 0 >= 3%",
        "研发费用 ÷ 营业收入不少于~3%",
        "R&D expenses ÷ revenue: at least 3%",
    );
    check(
        "研发费用 >= 营业收入 * 3%",
        "研发费用不少于营业收入 × 3%",
        "R&D expenses: at least revenue × 3%",
    );
    check(
        "研发费用 + 营业收入 >= 20 万元",
        "研发费用与营业收入合计不少于~20~万元",
        "R&D expenses plus revenue: at least CNY~200,000",
    );
}

#[test]
fn inner_lists_show_where_they_end() {
    check(
        "有效 and (专利数 >= 20 件 or 研发费用 > 0 元)",
        "持有有效证书，并且（专利数不少于~20~件，或者有研发费用）",
        "holds a valid certificate; and (patents: at least 20~patents; or R&D expenses: above zero)",
    );
}

#[test]
fn every_wording_of_a_series_is_told() {
    assert_eq!(
        said(
            "criteria: [{dated: {2018-08-01: 专利数 >= 20 件, 2022-01-01: 专利数 >= 30 件}}]"
        ),
        [
            "2022~年 1~月 1~日前，专利数不少于~20~件；自~2022~年 1~月 1~日起，专利数不少于~30~件",
            "before 1~January~2022, patents: at least 20~patents; from 1~January~2022 on, patents: at least 30~patents",
        ]
    );
    assert_eq!(
        said("amount: {fixed: {2018-08-01: 20 万元, 2022-01-01: 30 万元}}"),
        [
            "30~万元（2022~年 1~月 1~日前为~20~万元）",
            "CNY~300,000 (CNY~200,000 before 1~January~2022)",
        ]
    );
}

#[test]
fn amounts_of_tiers_and_of_each() {
    assert_eq!(
        said(
            "amount: {tiers: [{when: 全省排名 <= 10 位, fixed: 50 万元}, {fixed: 30 万元}]}"
        ),
        [
            "全省排名在前~10~位的，50~万元；其他情形，30~万元",
            "CNY~500,000 where place in the province: among the first 10; otherwise CNY~300,000",
        ]
    );
    assert_eq!(
        said("amount: {each: 10 万元, count: 专利数, cap: 100 万元}"),
        [
            "每件~10~万元，最高~100~万元",
            "CNY~100,000 each (patents), up to CNY~1,000,000"
        ]
    );
}
