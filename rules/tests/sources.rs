//! Figure inventories: what is said where text, inventory and awards differ, and the proof of
//! the project's own inventories.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use mingbai_rules::inventory::{Coverage, Demand, Proof, Texts, Tracked, prove};
use mingbai_rules::{Code, Format, Sources, check, render};

const FACTS: &str = r#"
facts:
  registered_in:
    {name: 注册地, en: place of registration, type: jurisdiction, ask: {zh: 在哪里？, en: Where?}}
  patents:
    name: 年度发明专利授权数
    en: invention patents granted in the year
    type: count
    unit: {zh: 件, en: patents}
    ask: {zh: 多少件？, en: How many?}
  rank: {name: 全省排名, en: rank, type: count, unit: {zh: 位, en: places}, ask: {zh: 第几？, en: Which?}}
  grant_cny: {name: 省拨资金, en: grant, type: money, ask: {zh: 多少？, en: How much?}}
sections: {basics: {zh: 基本情况, en: Basics}}
questions:
  everything:
    section: basics
    facts: [registered_in, patents, rank, grant_cny]
    ask: {zh: 请填写, en: Please fill in}
    name: {zh: 全部, en: Everything}
"#;

const PACK: &str = r#"
pack: {jurisdiction: "371000", name: {zh: 威海市, en: Weihai}}
divisions: {"371000": {zh: 威海市, en: Weihai}}
departments: {kjj: {zh: 市科技局, en: Science and Technology Bureau}}
"#;

const INVENTORY: &str = r#"document:
  id: measures
  title: {zh: 若干措施, en: Measures}
  file: measures.txt
  body: {from: 为了创新, to: 从今天起施行。}
  headings: {支持措施: {figures: []}}
  articles:
    引言: {figures: []}
    "1":
      figures:
        - 20 件
        - 20 万元
    "2":
      figures:
        - 五十强
        - "1:1"
        - {figure: 2020 年, aside: {zh: 目标年份, en: year of a target}}
    "3":
      figures: []
      words: [{word: 补助, aside: {zh: 文件的名称, en: name of a document}}]
    结语: {begins: 本措施从, figures: []}
"#;

const TEXT: &str = "首页 >> 通知\n为了创新,提出措施。\n一、支持措施\n1.年获授权 20 件的,奖励２０万元。2.进入全省\
                    五十强的,到 2020 年按 1：1 配套。\n3.另见補助办法。\n本措施从今天起施行。\n打印 2021";

const AWARDS: &str = r#"awards:
  patents:
    title: {zh: 专利奖励, en: Patent reward}
    summary: {zh: 有二十件专利, en: Twenty patents}
    cite: {document: measures, article: "1"}
    registered: implied
    selection: automatic
    criteria:
      - 年度发明专利授权数 >= 20 件
    amount: {fixed: 20 万元}
  rank:
    title: {zh: 排名配套, en: Match for the rank}
    summary: {zh: 排进前五十, en: Among the first fifty}
    cite: {document: measures, article: "2"}
    registered: implied
    selection: automatic
    criteria:
      - 全省排名 <= 50 位
      - 年度发明专利授权数 >= 1 件
    amount: {match: 省拨资金, ratio: 1}
"#;

fn folders(inventory: &str, awards: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add_folder("100000".parse().unwrap(), &[("facts.yaml", FACTS)]);
    let files =
        [("pack.yaml", PACK), ("measures.yaml", inventory), ("awards.yaml", awards)];
    sources.add_folder("371000".parse().unwrap(), &files);
    sources
}

fn proof(text: &str, inventory: &str) -> Proof {
    let sources = folders(inventory, AWARDS);
    let texts = Texts::from_iter([("measures.txt", text)]);
    prove(&sources, &texts, &Tracked::default(), Demand::Every)
}

fn said(proof: &Proof) -> String {
    let shown = render(&proof.diagnostics, &proof.sources, Format::Plain);
    shown.trim_end().to_owned()
}

/// What is said where one passage of the text is another one.
fn text_with(passage: &str, other: &str) -> String {
    assert!(TEXT.contains(passage), "{passage}");
    said(&proof(&TEXT.replacen(passage, other, 1), INVENTORY))
}

/// What is said where one passage of the inventory is another one.
fn inventory_with(passage: &str, other: &str) -> String {
    assert!(INVENTORY.contains(passage), "{passage}");
    said(&proof(TEXT, &INVENTORY.replacen(passage, other, 1)))
}

/// What `mingbai check` says of figures.
fn lint(inventory: (&str, &str), awards: (&str, &str)) -> String {
    let with = |text: &str, (passage, other): (&str, &str)| {
        assert!(text.contains(passage), "{passage}");
        text.replacen(passage, other, 1)
    };
    let sources = folders(&with(INVENTORY, inventory), &with(AWARDS, awards));
    let shown = render(&check(&sources).diagnostics, &sources, Format::Plain);
    let figures = shown.split("\n\n").filter(|it| it.starts_with("error["));
    figures.collect::<Vec<_>>().join("\n\n").trim_end().to_owned()
}

#[test]
fn what_agrees_is_proved() {
    let proof = proof(TEXT, INVENTORY);
    assert_eq!(said(&proof), "");
    let [Coverage { articles, figures, words, .. }] = proof.documents.as_slice() else {
        unreachable!("one document")
    };
    assert_eq!(*articles, 6);
    insta::assert_snapshot!(format!("{figures:?}\n{words:?}"), @r"
    Figures { found: 5, listed: 5, used: 4, set_aside: 1, missing: 0 }
    Words { found: 3, by_awards: 2, set_aside: 1, missing: 0 }
    ");
}

#[test]
fn a_figure_changed_in_the_text() {
    insta::assert_snapshot!(text_with("20 件", "25 件"), @r#"
    error[E0916]: article 1 of `measures` has the figure `25 件`, which is not listed
     --> measures.yaml:9:5
      |
    9 |     "1":
      |     ^^^ near `获授权 25 件的,奖励`
      |
    help: add it to `figures` in its place: `- 25 件` where an award uses it, or `- {figure: 25 件, aside: {zh: …, en: …}}`

    error[E0917]: article 1 of `measures` does not have the figure `20 件`
      --> measures.yaml:11:11
       |
    11 |         - 20 件
       |           ^^^^^
       |
    help: look it up in the text, or remove it
    "#);
}

#[test]
fn a_figure_taken_out_of_the_inventory() {
    insta::assert_snapshot!(inventory_with("        - 五十强\n", ""), @r#"
    error[E0916]: article 2 of `measures` has the figure `五十强`, which is not listed
      --> measures.yaml:13:5
       |
    13 |     "2":
       |     ^^^ near `进入全省五十强的,到 2`
       |
    help: add it to `figures` in its place: `- 五十强` where an award uses it, or `- {figure: 五十强, aside: {zh: …, en: …}}`

    error[E0902]: article 2 of `measures` has no figure `50 位`
      --> awards.yaml:18:17
       |
    18 |       - 全省排名 <= 50 位
       |                     ^^^^^
       |
    help: its figures are 1:1
    "#);
}

#[test]
fn a_figure_of_a_heading() {
    insta::assert_snapshot!(text_with("一、支持措施", "一、三大措施"), @r#"
    error[E0914]: the text of `measures` has an article `三大措施`, which is not listed
     --> measures.yaml:2:7
      |
    2 |   id: measures
      |       ^^^^^^^^
      |
    help: add `"三大措施": {figures: [三大]}` to `articles`, or to `headings` where nothing can cite it

    error[E0915]: the text of `measures` has no article `支持措施`
     --> measures.yaml:6:14
      |
    6 |   headings: {支持措施: {figures: []}}
      |              ^^^^^^^^
      |
    help: the text has 引言, 三大措施, 1, 2, 3, 结语
    "#);
}

#[test]
fn a_figure_listed_once_too_often() {
    let aside = "- {figure: 20 件, aside: {zh: 又一次, en: once more}}";
    let twice = format!("        - 20 件\n        {aside}\n");
    insta::assert_snapshot!(inventory_with("        - 20 件\n", &twice), @r"
    error[E0917]: article 1 of `measures` does not have the figure `20 件`
      --> measures.yaml:12:20
       |
    12 |         - {figure: 20 件, aside: {zh: 又一次, en: once more}}
       |                    ^^^^^
       |
    help: the text has it once only
    ");
}

#[test]
fn an_article_that_is_gone_and_one_that_is_new() {
    insta::assert_snapshot!(text_with("\n3.另见", "\n另见"), @r#"
    error[E0915]: the text of `measures` has no article `3`
      --> measures.yaml:18:5
       |
    18 |     "3":
       |     ^^^
       |
    help: the text has 引言, 支持措施, 1, 2, 结语
    "#);
    insta::assert_snapshot!(text_with("\n本措施", "\n4.给予 5%的贴息。\n本措施"), @r#"
    error[E0914]: the text of `measures` has an article `4`, which is not listed
     --> measures.yaml:2:7
      |
    2 |   id: measures
      |       ^^^^^^^^
      |
    help: add `"4": {figures: [5%]}` to `articles`, or to `headings` where nothing can cite it
    "#);
}

#[test]
fn reward_words_are_accounted_for() {
    insta::assert_snapshot!(text_with("補助办法", "補助办法和補助名录"), @r#"
    error[E0918]: article 3 of `measures` has the word `补助` 2 times, but no award cites it
      --> measures.yaml:18:5
       |
    18 |     "3":
       |     ^^^ near `补助办法和补助名录。 `
       |
    help: write its award, or set the word aside: `words: [{word: 补助, times: 2, aside: {zh: …, en: …}}]`
    "#);
    insta::assert_snapshot!(text_with("補助办法", "办法"), @r"
    error[E0919]: article 3 of `measures` has fewer `补助` than are set aside: 0, not 1
      --> measures.yaml:20:22
       |
    20 |       words: [{word: 补助, aside: {zh: 文件的名称, en: name of a document}}]
       |                      ^^^^
       |
    help: set aside as many as the text has
    ");
    insta::assert_snapshot!(inventory_with("word: 补助", "word: 补偿"), @r"
    error[E0207]: expected a reward word (`奖励`, `补助`, `补贴`, `资助`, `配套`, `优惠`, `择优`, `一事一议`, `最高`), found `补偿`
      --> measures.yaml:20:22
       |
    20 |       words: [{word: 补偿, aside: {zh: 文件的名称, en: name of a document}}]
       |                      ^^^^
    ");
}

#[test]
fn the_body_holds_every_promise() {
    insta::assert_snapshot!(text_with("打印 2021", "另给予 30 万元"), @r"
    error[E0913]: the text of `measures` promises something outside of its `body`
     --> measures.yaml:5:16
      |
    5 |   body: {from: 为了创新, to: 从今天起施行。}
      |                ^^^^^^^^ near `给予 30 万元`
      |
    help: let `body` hold the whole document
    ");
    insta::assert_snapshot!(inventory_with("to: 从今天起施行。", "to: 从明天起施行。"), @r"
    error[E0912]: the text does not have the characters `从明天起施行。`
     --> measures.yaml:5:26
      |
    5 |   body: {from: 为了创新, to: 从明天起施行。}
      |                              ^^^^^^^^^^^^^^
      |
    help: copy a few characters that stand there and nowhere else
    ");
    insta::assert_snapshot!(inventory_with("begins: 本措施从", "begins: 措施"), @r"
    error[E0912]: the text has the characters `措施` 3 times
      --> measures.yaml:21:18
       |
    21 |     结语: {begins: 措施, figures: []}
       |                    ^^^^
       |
    help: copy a few characters that stand there and nowhere else
    ");
}

#[test]
fn a_text_that_is_missing() {
    let sources = folders(INVENTORY, AWARDS);
    let texts = Texts::default();
    let proved = |demand| prove(&sources, &texts, &Tracked::default(), demand);
    insta::assert_snapshot!(said(&proved(Demand::Every)), @r"
    error[E0911]: the text `measures.txt` is not there
     --> measures.yaml:4:9
      |
    4 |   file: measures.txt
      |         ^^^^^^^^^^^^
      |
    help: put the official text into the folder of the texts: `file: name.txt`
    ");
    let lenient = proved(Demand::Found);
    assert_eq!(
        (said(&lenient).as_str(), lenient.unread),
        ("", vec!["measures".to_owned()])
    );
}

#[test]
fn a_file_that_quotes_a_text() {
    let sources = folders(INVENTORY, AWARDS);
    let sentence = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁";
    let text = TEXT.replace("提出措施", sentence);
    let texts = Texts::from_iter([("measures.txt", text)]);
    let tracked = Tracked::from_iter([
        ("README.md", format!("甲乙\n丙丁：{sentence}")),
        ("short.md", sentence.chars().take(23).collect()),
    ]);
    let proof = prove(&sources, &texts, &tracked, Demand::Every);
    insta::assert_snapshot!(said(&proof), @r"
    error[E0920]: 28 characters in a row stand in the text of `measures`
     --> README.md:2:4
      |
    2 | 丙丁：天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁
      |       ^^ from here on
      |
    help: say it in our own words
    ");
}

#[test]
fn a_listed_figure_that_no_award_uses() {
    let nothing = ("measures", "measures");
    insta::assert_snapshot!(lint(("- 五十强", "- 五十强\n        - 30 万元"), nothing), @r"
    error[E0901]: no award uses the figure `30 万元` of article 2
      --> measures.yaml:16:11
       |
    16 |         - 30 万元
       |           ^^^^^^^
       |
    help: write the award that uses it, or say why none does: `{figure: 30 万元, aside: {zh: …, en: …}}`
    ");
    insta::assert_snapshot!(lint(("- 20 件", "- 20 件\n        - 20 件"), nothing), @r"
    error[E0901]: article 1 lists `20 件` more often than awards use it, which is once
      --> measures.yaml:12:11
       |
    12 |         - 20 件
       |           ^^^^^
       |
    help: write the award that uses it, or say why none does: `{figure: 20 件, aside: {zh: …, en: …}}`
    ");
}

#[test]
fn a_figure_that_the_article_lacks() {
    let nothing = ("measures", "measures");
    insta::assert_snapshot!(lint(nothing, (">= 20 件", ">= 21 件")), @r"
    error[E0901]: no award uses the figure `20 件` of article 1
      --> measures.yaml:11:11
       |
    11 |         - 20 件
       |           ^^^^^
       |
    help: write the award that uses it, or say why none does: `{figure: 20 件, aside: {zh: …, en: …}}`

    error[E0902]: article 1 of `measures` has no figure `21 件`
     --> awards.yaml:9:22
      |
    9 |       - 年度发明专利授权数 >= 21 件
      |                               ^^^^^
      |
    help: its figures are 20 件, 20 万元
    ");
    insta::assert_snapshot!(lint(nothing, ("ratio: 1", "ratio: 50%")), @r#"
    error[E0901]: no award uses the figure `1:1` of article 2
      --> measures.yaml:16:11
       |
    16 |         - "1:1"
       |           ^^^^^
       |
    help: write the award that uses it, or say why none does: `{figure: 1:1, aside: {zh: …, en: …}}`

    error[E0902]: article 2 of `measures` has no figure `1:0.5`
      --> awards.yaml:20:13
       |
    20 |     amount: {match: 省拨资金, ratio: 50%}
       |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    help: its figures are 五十强, 1:1
    "#);
    let aside = ("全省排名 <= 50 位", "全省排名 <= 2020 位");
    insta::assert_snapshot!(
        lint(("figure: 2020 年", "figure: 2020 位"), aside),
        @r"
        error[E0901]: no award uses the figure `五十强` of article 2
          --> measures.yaml:15:11
           |
        15 |         - 五十强
           |           ^^^^^^
           |
        help: write the award that uses it, or say why none does: `{figure: 五十强, aside: {zh: …, en: …}}`

        error[E0902]: article 2 of `measures` sets `2020 位` aside
          --> awards.yaml:18:17
           |
        18 |       - 全省排名 <= 2020 位
           |                     ^^^^^^^
           |
          ::: measures.yaml:17:20
           |
        17 |         - {figure: 2020 位, aside: {zh: 目标年份, en: year of a target}}
           |                    ------- set aside here
           |
        help: list it as a plain figure, or take it out of the award
        "
    );
    insta::assert_snapshot!(
        lint(nothing, ("- 全省排名 <= 50 位", "- {when: 全省排名 <= 50 位, cite: {article: \"3\"}}")),
        @r#"
        error[E0901]: no award uses the figure `五十强` of article 2
          --> measures.yaml:15:11
           |
        15 |         - 五十强
           |           ^^^^^^
           |
        help: write the award that uses it, or say why none does: `{figure: 五十强, aside: {zh: …, en: …}}`

        error[E0902]: article 3 of `measures` has no figure `50 位`
          --> awards.yaml:18:24
           |
        18 |       - {when: 全省排名 <= 50 位, cite: {article: "3"}}
           |                            ^^^^^
           |
        help: the inventory has no figure that an award may use; is another article meant?
        "#
    );
}

#[test]
fn an_entry_that_is_not_one_figure() {
    let nothing = ("measures", "measures");
    let entry = |entry: &str| {
        let listed = format!(
            "- {{figure: {entry}, aside: {{zh: 名称, en: a name}}}}\n        - 五十强"
        );
        lint(("- 五十强", &listed), nothing)
    };
    insta::assert_snapshot!(entry("四风"), @r"
    error[E0903]: `四风` is not one figure
      --> measures.yaml:15:20
       |
    15 |         - {figure: 四风, aside: {zh: 名称, en: a name}}
       |                    ^^^^
       |
    help: digits are figures, and Chinese numerals with a unit; see rules/LANGUAGE.md
    ");
    insta::assert_snapshot!(entry("20 件和 30 件"), @r"
    error[E0903]: `20 件和 30 件` is not one figure
      --> measures.yaml:15:20
       |
    15 |         - {figure: 20 件和 30 件, aside: {zh: 名称, en: a name}}
       |                    ^^^^^^^^^^^^^
       |
    help: the figures in it are `20 件`, `30 件`
    ");
}

// The project's own inventories.

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// The folder of the official texts; `None` where it is not there, which CI does not allow.
fn official() -> Option<PathBuf> {
    let given = std::env::var_os("MINGBAI_TEXTS").map(PathBuf::from);
    let folder = given.unwrap_or_else(|| root().join("../shared/sources"));
    let there = folder.is_dir();
    let ci = std::env::var("CI").is_ok_and(|it| it == "true" || it == "1");
    assert!(there || !ci, "the official texts are not there");
    there.then_some(folder)
}

fn rules() -> Sources {
    Sources::read(&root().join("rules/packs")).unwrap()
}

#[test]
fn the_inventories_are_proved() {
    let Some(folder) = official() else { return };
    let texts = Texts::read(&folder).unwrap();
    let rules_folder = root().join("rules/packs");
    let tracked = Tracked::read(&root(), &rules_folder).unwrap_or_default();
    let proof = prove(&rules(), &texts, &tracked, Demand::Every);
    assert_eq!(said(&proof), "");
    assert_eq!(proof.documents.len(), 5);
    for document in &proof.documents {
        let Coverage { figures, words, .. } = document;
        assert_eq!(figures.found, figures.listed, "{document:?}");
        assert_eq!(figures.listed, figures.used + figures.set_aside, "{document:?}");
        assert_eq!(words.found, words.by_awards + words.set_aside, "{document:?}");
        assert_eq!((figures.missing, words.missing), (0, 0), "{document:?}");
    }
}

#[test]
fn a_figure_changed_in_an_official_text_is_named() {
    let Some(folder) = official() else { return };
    let sources = rules();
    let check = |file: &str, passage: &str, other: &str, expect: &[&str]| {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        assert!(text.contains(passage), "{passage}");
        let changed = text.replacen(passage, other, 1);
        let texts = Texts::from_iter([(file, changed)]);
        let proof = prove(&sources, &texts, &Tracked::default(), Demand::Found);
        let found: Vec<&str> =
            proof.diagnostics.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(found, expect);
    };
    check(
        "weihai-innovation.txt",
        "授权\u{a0}20 件",
        "授权\u{a0}30 件",
        &[
            "article 14 of `weihai-innovation` has the figure `30 件`, which is not listed",
            "article 14 of `weihai-innovation` does not have the figure `20 件`",
        ],
    );
    check(
        "weihai-innovation.txt",
        "五十强",
        "三十强",
        &[
            "article 14 of `weihai-innovation` has the figure `三十强`, which is not listed",
            "article 14 of `weihai-innovation` does not have the figure `五十强`",
        ],
    );
    check(
        "shanwei-tech-services-2021.txt",
        "1000萬元",
        "2000萬元",
        &[
            "article 工作措施-(二)-2 of `shanwei-tech-services-2021` has the figure \
             `2000 万元`, which is not listed",
            "article 工作措施-(二)-2 of `shanwei-tech-services-2021` does not have the \
             figure `1000 万元`",
        ],
    );
    check(
        "guangyuan-innovation-2024.txt",
        "1万元",
        "2万元",
        &[
            "article 13 of `guangyuan-innovation-2024` has the figure `2 万元`, which is \
             not listed",
            "article 13 of `guangyuan-innovation-2024` does not have the figure `1 万元`",
        ],
    );
}

// The command.

fn mingbai(arguments: &[&str], ci: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mingbai"));
    command.arg("sources").args(arguments).current_dir(root());
    command.env_remove("CI").env_remove("MINGBAI_TEXTS");
    if let Some(ci) = ci {
        command.env("CI", ci);
    }
    command.output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn without_texts_nothing_is_proved() {
    let output = mingbai(&["--texts", "no/such/folder"], None);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(stderr(&output), @r"no official text was found: `no/such/folder` is not there, and no inventory was proved (--texts or MINGBAI_TEXTS names another folder)");
    for ci in ["true", "1"] {
        let output = mingbai(&["--texts", "no/such/folder"], Some(ci));
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).starts_with("error: no official text was found"));
    }
    let output = mingbai(&["--texts", "no/such/folder", "--format", "json"], None);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report.get("texts"), Some(&serde_json::Value::Bool(false)));
}

#[test]
fn one_missing_text_is_named() {
    let empty = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-texts");
    fs::create_dir_all(&empty).unwrap();
    let folder = empty.to_str().unwrap();
    let output = mingbai(&["--texts", folder], None);
    assert_eq!(output.status.code(), Some(0));
    let line = "no official text was found of `weihai-innovation`: it was not proved";
    assert!(stderr(&output).contains(line));
    let output = mingbai(&["--texts", folder], Some("true"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_command_names_a_changed_figure() {
    let Some(folder) = official() else { return };
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changed-texts");
    fs::create_dir_all(&copy).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "txt") {
            let text = fs::read_to_string(&path).unwrap();
            let changed = text.replace("缴纳增值税", "缴纳 8%增值税");
            fs::write(copy.join(path.file_name().unwrap()), changed).unwrap();
        }
    }
    let output = mingbai(&["--texts", copy.to_str().unwrap(), "--format", "json"], None);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let diagnostics = report.get("diagnostics").unwrap().as_array().unwrap();
    let [diagnostic] = diagnostics.as_slice() else { unreachable!("{diagnostics:?}") };
    let said = |key: &str| diagnostic.get(key).unwrap().to_string();
    assert_eq!(said("code"), format!("\"{}\"", Code::FigureNotListed.id()));
    assert_eq!(
        said("message"),
        "\"article 7 of `weihai-innovation` has the figure `8%`, which is not listed\""
    );
    assert_eq!(said("label"), "\"near `企业缴纳 8%增值税、企`\"");
}
