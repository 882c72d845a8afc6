//! What the rules say in prose: the catalogue, and what changed.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may panic"
)]

#[path = "prose/catalogue.rs"]
mod catalogue;
#[path = "prose/diff.rs"]
mod diff;
#[path = "prose/phrases.rs"]
mod phrases;

use mingbai_rules::{CompiledPack, Format, Sources, compile, render};

/// Facts and a document for the example's awards.
const FACTS: &str = r#"
pack: {jurisdiction: "371000", name: {zh: 威海市, en: Weihai}}
divisions:
  "371000": {zh: 威海市, en: Weihai}
departments:
  kjj: {zh: 市科技局, en: Science and Technology Bureau}
document:
  id: measures
  title: {zh: 若干措施, en: Measures}
  successors:
    - {id: new-measures, title: {zh: 新措施（威政发〔2023〕5号）, en: New measures}, since: 2023-01-01}
  articles: {"14": {departments: [kjj]}, "15": {}}
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
      individual: {zh: 个人, en: Individual}
      team: {zh: 团队, en: Team}
    ask: {zh: 哪一类？, en: Which?}
  patents:
    name: 年度发明专利授权数
    en: invention patents granted in the year
    type: count
    unit: {zh: 件, en: patents}
    ask: {zh: 多少件？, en: How many?}
  rd_expense_cny: {name: 研发费用, en: R&D expenses, type: money, ask: {zh: 多少？, en: How much?}}
  hnte_valid:
    name: 持有高企证书
    en: certificate
    type: yes-no
    yes: {zh: 持有高新技术企业证书, en: holds a high-tech certificate}
    no: {zh: 没有高新技术企业证书, en: holds no high-tech certificate}
    ask: {zh: 有吗？, en: Any?}
sections:
  basics: {zh: 基本情况, en: Basics}
questions:
  everything:
    section: basics
    facts: [registered_in, applicant_kind, patents, rd_expense_cny, hnte_valid]
    ask: {zh: 请填写, en: Please fill in}
    name: {zh: 全部, en: Everything}
"#;

/// Two awards that use most of what the language has.
const AWARDS: &str = r#"
awards:
  patents-20:
    title: {zh: 专利奖励, en: Patent reward}
    summary: {zh: 有二十件专利的，给予奖励。, en: Reward it for twenty patents.}
    cite: {document: measures, article: "14"}
    registered: implied
    for: {not: [individual, team]}
    criteria:
      - 年度发明专利授权数 >= 20 件
      - any:
          - 持有高企证书
          - all:
              - 研发费用 >= 100 万元
              - review: {zh: 研发是否扎实，由市科技局认定, en: 'whether its R&D is solid, for the bureau to find'}
      - {when: not 持有高企证书 or 研发费用 > 0 元, cite: {article: "15"}, implied: true}
    amount:
      tiers:
        - {when: 年度发明专利授权数 >= 50 件, fixed: 50 万元}
        - {fixed: 20 万元}
    per: year
    selection: selective
    notes:
      - {zh: 共有专利怎么算，文件没有写。, en: The text does not say how shared patents count.}
    next:
      - {zh: 请问市科技局。, en: Ask the bureau.}
  patents-50:
    title: {zh: 专利大奖, en: Patent prize}
    summary: {zh: 有五十件专利的，给予大奖。, en: A prize for fifty patents.}
    cite: {document: measures, article: "15"}
    registered: stated
    for: [enterprise, university, team]
    criteria: [年度发明专利授权数 >= 50 件]
    amount: {fixed: {2018-08-01: 20 万元, 2022-01-01: 30 万元}}
    per: once
    selection: automatic
groups:
  patent-awards:
    awards: [patents-20, patents-50]
    rule: exclusive
    cite: {document: measures, article: "15"}
    text: {zh: 两项奖励就高不重复。, en: Of the two only the higher one is paid.}
"#;

/// The packs of the example with these awards.
fn packs(awards: &str) -> Vec<CompiledPack> {
    packs_of(FACTS, awards)
}

fn packs_of(facts: &str, awards: &str) -> Vec<CompiledPack> {
    let mut sources = Sources::default();
    let files = [("facts.yaml", facts), ("awards.yaml", awards)];
    sources.add_folder("371000".parse().unwrap(), &files);
    let compilation = compile(&sources);
    let shown = render(&compilation.diagnostics, &sources, Format::Plain);
    assert_eq!(compilation.diagnostics.errors(), 0, "{shown}");
    compilation.packs
}
