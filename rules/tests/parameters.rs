//! Figures with a name.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

use mingbai_core::{Answers, Pack, Verdict, assess};
use mingbai_rules::{Compilation, Format, Sources, check, render};

const FACTS: &str = include_str!("codes/base/100000/facts.yaml");
const PACK: &str = include_str!("codes/base/371000/pack.yaml");

/// Rules with these parameters and an award with these lines.
fn compiled(parameters: &str, lines: &str) -> (Compilation, String) {
    let text = format!(
        "{parameters}awards:\n  example:\n    title: {{zh: 奖励, en: Reward}}\n    \
         summary: {{zh: 达标就有, en: For whoever qualifies}}\n    \
         cite: {{document: measures, article: \"14\"}}\n    registered: none\n    \
         selection: automatic\n    {}\n",
        lines.replace('\n', "\n    ")
    );
    let mut sources = Sources::default();
    sources.add_folder("100000".parse().unwrap(), &[("facts.yaml", FACTS)]);
    let files = [("pack.yaml", PACK), ("rules.yaml", text.as_str())];
    sources.add_folder("371000".parse().unwrap(), &files);
    let compilation = check(&sources);
    let shown = render(&compilation.diagnostics, &sources, Format::Plain);
    let errors = shown.split("\n\n").filter(|said| said.starts_with("error"));
    let errors: Vec<&str> = errors.collect();
    (compilation, errors.join("\n\n"))
}

#[test]
fn a_plain_one_is_its_figure() {
    let named = "parameters: {门槛: 20 件, 奖励: 20 万元, 比例: 50%}\n";
    let check = |with: &str, without: &str| {
        let (with, said) = compiled(named, with);
        assert_eq!(said, "");
        assert_eq!(with.packs[0].rules, compiled("", without).0.packs[0].rules);
    };
    check(
        "criteria: [年度发明专利授权数 >= 门槛]\namount: {fixed: 奖励}",
        "criteria: [年度发明专利授权数 >= 20 件]\namount: {fixed: 20 万元}",
    );
    check(
        "criteria: [研发费用 > 奖励 * 2]\namount: {rate: 比例, of: 研发费用, cap: 奖励}",
        "criteria: [研发费用 > 20 万元 * 2]\namount: {rate: 50%, of: 研发费用, cap: 20 万元}",
    );
}

#[test]
fn a_dated_one_reads_as_of_the_day() {
    let (compilation, said) = compiled(
        "parameters:\n  门槛: {2018-08-01: 20 件, 2022-01-01: 30 件}\n  \
         奖励: {2018-08-01: 20 万元, 2022-01-01: 30 万元}\n",
        "criteria: [年度发明专利授权数 >= 门槛]\namount: {fixed: 奖励}\ncases:\n  \
         - {name: then, as_of: 2021-12-31, given: {年度发明专利授权数: 20}, expect: eligible, \
         amount: 20 万元}\n  - {name: now, as_of: 2022-01-01, given: {年度发明专利授权数: 20}, \
         expect: ineligible}",
    );
    assert_eq!(said, "");
    let pack = Pack::load(compilation.packs[0].rules.clone()).unwrap();
    let json = serde_json::json!({"patents": 25});
    let answers = Answers::from_json(&pack, &json.to_string()).unwrap();
    let verdict = |day: &str| {
        let assessment = assess(&pack, &answers, day.parse().unwrap());
        let found = assessment.get(&"example".into()).unwrap();
        (found.verdict, found.amount.as_exact().unwrap())
    };
    assert_eq!(verdict("2000-01-01"), (Verdict::Eligible, 200_000.into()));
    assert_eq!(verdict("2021-12-31"), (Verdict::Eligible, 200_000.into()));
    assert_eq!(verdict("2022-01-01"), (Verdict::Ineligible, 300_000.into()));
}

#[test]
fn its_figures_stand_where_it_is_named() {
    let document = "document:\n  id: other\n  title: {zh: 另一份文件, en: Another}\n  \
                    articles: {\"1\": {figures: [20 件]}}\nparameters: {门槛: 30 件}\n";
    let lines = "criteria:\n  - {when: 年度发明专利授权数 >= 门槛, cite: {document: other, \
                 article: \"1\"}}\namount: recognition";
    insta::assert_snapshot!(compiled(document, lines).1, @r#"
    error[E0901]: no award uses the figure `20 件` of article 1
     --> rules.yaml:4:30
      |
    4 |   articles: {"1": {figures: [20 件]}}
      |                              ^^^^^
      |
    help: write the award that uses it, or say why none does: `{figure: 20 件, aside: {zh: …, en: …}}`

    error[E0902]: article 1 of `other` has no figure `30 件`
      --> rules.yaml:14:29
       |
    14 |       - {when: 年度发明专利授权数 >= 门槛, cite: {document: other, article: "1"}}
       |                                      ^^^^
       |
    help: its figures are 20 件
    "#);
}

#[test]
fn what_is_no_figure_is_refused() {
    let refused = |parameters: &str, criterion: &str| {
        compiled(parameters, &format!("criteria: [{criterion}]\namount: recognition")).1
    };
    insta::assert_snapshot!(refused("parameters: {门槛: 研发费用}\n", "研发费用 >= 门槛"), @r"
    error[E0604]: a parameter holds plain figures only
     --> rules.yaml:1:18
      |
    1 | parameters: {门槛: 研发费用}
      |                    ^^^^^^^^
      |
    help: write `20 万元`, `20 件` or `50%`
    ");
    insta::assert_snapshot!(refused(
        "parameters: {门槛: {2018-08-01: 20 件, 2022-01-01: 30 万元}}\n",
        "年度发明专利授权数 >= 门槛"
    ), @r"
    error[E0504]: expected a number of 件 as in the first entry, found money
     --> rules.yaml:1:49
      |
    1 | parameters: {门槛: {2018-08-01: 20 件, 2022-01-01: 30 万元}}
      |                                                    ^^^^^^^
      |
    help: all entries of a series have one unit
    ");
    insta::assert_snapshot!(
        refused("parameters: {专利门槛: 20 件}\n", "年度发明专利授权数 >= 专利门坎"),
        @r"
    error[E0301]: no fact is named `专利门坎`
     --> rules.yaml:9:29
      |
    9 |     criteria: [年度发明专利授权数 >= 专利门坎]
      |                                      ^^^^^^^^
      |
    help: did you mean `专利门槛`?
      |
    9 -     criteria: [年度发明专利授权数 >= 专利门坎]
    9 +     criteria: [年度发明专利授权数 >= 专利门槛]
      |
    "
    );
    insta::assert_snapshot!(
        refused("parameters: {门槛: 20 件}\n", "研发费用 >= 门槛"),
        @r"
    error[E0504]: `件` is no unit of money
     --> rules.yaml:9:24
      |
    9 |     criteria: [研发费用 >= 门槛]
      |                            ^^^^
      |
    help: units of money are 元, 万元 and 亿元
    "
    );
    insta::assert_snapshot!(
        refused("parameters: {研发费用: 20 万元}\n", "持有高企证书"),
        @r"
    error[E0311]: the fact `研发费用` is declared twice
      --> rules.yaml:1:14
       |
     1 | parameters: {研发费用: 20 万元}
       |              ^^^^^^^^ again here
       |
      ::: facts.yaml:20:26
       |
    20 |   rd_expense_cny: {name: 研发费用, en: R&D expenses, type: money, ask: {zh: 多少？, en: How much?}}
       |                          -------- first here
       |
    help: give one of the two another name
    "
    );
}
