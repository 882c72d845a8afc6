//! The catalogue that `mingbai docs` writes, and the pages inside it.
use std::collections::BTreeSet;
use std::path::Path;

use mingbai_core::Language;
use mingbai_rules::{Base, Catalogue, CompiledPack, award_text, read_packs};

use super::{AWARDS, packs};

fn real() -> Vec<CompiledPack> {
    read_packs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("packs")).unwrap()
}

fn catalogue(packs: &[CompiledPack]) -> Catalogue {
    Catalogue::new(packs, &"../".parse().unwrap()).unwrap()
}

/// An award of the example as text, without the version, which is a hash.
fn text(award: &str, language: Language) -> String {
    let packs = packs(AWARDS);
    let version = &packs[0].rules.version;
    let text = award_text(&packs, &award.into(), language).unwrap().unwrap();
    text.replace(version.as_str(), "VERSION").replace('\u{a0}', " ")
}

fn page(packs: &[CompiledPack], path: &str) -> String {
    let catalogue = catalogue(packs);
    let found = catalogue.files().find(|(name, _)| *name == path);
    found.unwrap().1.to_owned()
}

#[test]
fn an_award_reads_in_chinese() {
    insta::assert_snapshot!(text("patents-20", Language::ChineseSimplified), @r"
    专利奖励
    有二十件专利的，给予奖励。
    20 万元 至 50 万元，每年，择优

    给谁
      - 注册地在威海市（文件没有明说，按通常的前提计）
      - 申请人类别不是个人或团队

    申报条件
      下列各条都要满足：
      1. 年度发明专利授权数不少于 20 件
      2. 满足一条即可：
        - 持有高新技术企业证书
        - 同时满足：
          - 研发费用不少于 100 万元
          - 研发是否扎实，由市科技局认定（由主管部门判断）
      3. 满足一条即可（文件没有明说，按通常的前提计；第十五条）：
        - 没有高新技术企业证书
        - 有研发费用

    金额
      - 年度发明专利授权数不少于 50 件的，50 万元
      - 其他情形，20 万元

    多久一次
      每年

    怎么定
      择优：够条件的人里由主管部门挑选

    依据
      《若干措施》第十四条

    时效
      - 未载明有效期：文件没有写到哪一天为止。申报前先核实。
      - 可能已被新文件取代：《新措施》（威政发〔2023〕5号）主题相近。这一项还执不执行，要问主管部门。

    主管部门
      市科技局

    没写清的地方
      - 共有专利怎么算，文件没有写。

    和其他政策的关系
      - 只能享受其中一项：两项奖励就高不重复。
        - 专利大奖

    下一步
      - 请问市科技局。

    规则版本 VERSION
    这是转述和自测的依据，不是审批。能否获得、给多少，以主管部门受理、审核和公示为准。
    ");
}

#[test]
fn an_award_reads_in_english() {
    insta::assert_snapshot!(text("patents-20", Language::English), @r"
    Patent reward
    Reward it for twenty patents.
    CNY 200,000 to CNY 500,000, each year, selective

    Whom it is for
      - place of registration: Weihai (not said in the text, but presupposed by it)
      - kind of applicant: neither Individual nor Team

    Conditions
      All of these must be met:
      1. invention patents granted in the year: at least 20 patents
      2. any one of:
        - holds a high-tech certificate
        - all of:
          - R&D expenses: at least CNY 1,000,000
          - whether its R&D is solid, for the bureau to find (for the authority to judge)
      3. any one of (not said in the text, but presupposed by it; Article 15):
        - holds no high-tech certificate
        - R&D expenses: above zero

    Amount
      - CNY 500,000 where invention patents granted in the year: at least 50 patents
      - otherwise CNY 200,000

    How often
      Each year

    How it is decided
      Selective: the authority chooses among those who meet the conditions

    Source
      Measures, Article 14

    Validity
      - No expiry stated: The document does not say until when. Check before you apply.
      - May have been replaced by a later document: “New measures” is on the same subject. Ask the department whether this award still runs.

    Department
      Science and Technology Bureau

    What the text leaves open
      - The text does not say how shared patents count.

    Beside other awards
      - Only one of these is granted: Of the two only the higher one is paid.
        - Patent prize

    What to do next
      - Ask the bureau.

    Rules VERSION
    This is a summary and the ground of a self-check, not a decision. Whether and how much is granted is for the competent department to decide and publish.
    ");
}

#[test]
fn traditional_chinese_is_converted_throughout() {
    let text = text("patents-20", Language::ChineseTraditional);
    for simplified in ["专", "条", "获", "给谁", "没写清", "未载明"] {
        assert!(!text.contains(simplified), "{simplified}: {text}");
    }
}

#[test]
fn figures_that_change_by_day_are_listed() {
    let text = text("patents-50", Language::ChineseSimplified);
    let amount = text.split("\n\n").find(|part| part.starts_with("金额")).unwrap();
    insta::assert_snapshot!(amount, @r"
    金额
      - 2018 年 8 月 1 日起：
        - 20 万元
      - 2022 年 1 月 1 日起：
        - 30 万元
    ");
}

#[test]
fn a_page_is_plain_html() {
    let packs = packs(AWARDS);
    let html = page(&packs, "en/371000/patents-20.html");
    let html = html.replace(&packs[0].rules.version, "VERSION").replace('\u{a0}', " ");
    insta::assert_snapshot!(html, @r##"
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="description" content="Reward it for twenty patents.">
    <title>Patent reward · Technology awards of Weihai</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="../../docs.css">
    <link rel="alternate" hreflang="zh-Hans" href="../../zh-Hans/371000/patents-20.html">
    <link rel="alternate" hreflang="zh-Hant" href="../../zh-Hant/371000/patents-20.html">
    <link rel="alternate" hreflang="en" href="../../en/371000/patents-20.html">
    </head>
    <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header><p class="brand"><a href="../../index.html">Mingbai · Catalogues of technology awards</a></p>
    <nav aria-label="Language"><ul>
    <li><a href="../../zh-Hans/371000/patents-20.html" lang="zh-Hans" hreflang="zh-Hans">简体中文</a></li>
    <li><a href="../../zh-Hant/371000/patents-20.html" lang="zh-Hant" hreflang="zh-Hant">繁體中文</a></li>
    <li><b aria-current="true">English</b></li>
    </ul>
    </nav>
    </header>
    <main id="content" tabindex="-1">
    <nav aria-label="You are here"><p class="back"><a href="index.html">All awards of Weihai</a></p>
    </nav>
    <article><h1>Patent reward</h1>
    <p class="lead">Reward it for twenty patents.</p>
    <p class="glance">CNY 200,000 to CNY 500,000, each year, selective</p>
    <section><h2>Whom it is for</h2>
    <div><ul>
    <li>place of registration: Weihai<small> (not said in the text, but presupposed by it)</small></li>
    <li>kind of applicant: neither Individual nor Team</li>
    </ul>
    </div>
    </section>
    <section><h2>Conditions</h2>
    <div><p>All of these must be met:</p>
    <ol>
    <li>invention patents granted in the year: at least 20 patents</li>
    <li>any one of:<ul>
    <li>holds a high-tech certificate</li>
    <li>all of:<ul>
    <li>R&amp;D expenses: at least CNY 1,000,000</li>
    <li>whether its R&amp;D is solid, for the bureau to find<small> (for the authority to judge)</small></li>
    </ul>
    </li>
    </ul>
    </li>
    <li>any one of<small> (not said in the text, but presupposed by it; Article 15)</small>:<ul>
    <li>holds no high-tech certificate</li>
    <li>R&amp;D expenses: above zero</li>
    </ul>
    </li>
    </ol>
    </div>
    </section>
    <section><h2>Amount</h2>
    <div><ul>
    <li>CNY 500,000 where invention patents granted in the year: at least 50 patents</li>
    <li>otherwise CNY 200,000</li>
    </ul>
    </div>
    </section>
    <section><h2>How often</h2>
    <div><p>Each year</p>
    </div>
    </section>
    <section><h2>How it is decided</h2>
    <div><p>Selective: the authority chooses among those who meet the conditions</p>
    </div>
    </section>
    <section><h2>Source</h2>
    <div><p>Measures, Article 14</p>
    </div>
    </section>
    <section><h2>Validity</h2>
    <div><ul class="standings">
    <li><b class="open">No expiry stated</b> The document does not say until when. Check before you apply.</li>
    <li><b class="open">May have been replaced by a later document</b> “New measures” is on the same subject. Ask the department whether this award still runs.</li>
    </ul>
    </div>
    </section>
    <section><h2>Department</h2>
    <div><p>Science and Technology Bureau</p>
    </div>
    </section>
    <section><h2>What the text leaves open</h2>
    <div><p>The text does not say how shared patents count.</p>
    </div>
    </section>
    <section><h2>Beside other awards</h2>
    <div><p><b>Only one of these is granted</b>. Of the two only the higher one is paid.</p>
    <ul class="links">
    <li><a href="patents-50.html">Patent prize</a></li>
    </ul>
    </div>
    </section>
    <section><h2>What to do next</h2>
    <div><p>Ask the bureau.</p>
    </div>
    </section>
    </article>
    </main>
    <footer><p class="links"><a href="../../../">Check whether you qualify</a></p>
    <p>This is a summary and the ground of a self-check, not a decision. Whether and how much is granted is for the competent department to decide and publish.</p>
    <p>Rules VERSION</p>
    </footer>
    </body>
    </html>
    "##);
}

#[test]
fn words_are_escaped_wherever_they_stand() {
    let hostile = "</title><script>alert(1)</script>\\\"'&<b>";
    let awards = AWARDS.replace("Patent reward", hostile).replace("Reward it", hostile);
    let packs = packs(&awards);
    for file in ["patents-20.html", "index.html"] {
        let html = page(&packs, &format!("en/371000/{file}"));
        assert!(html.contains("&lt;/title&gt;&lt;script&gt;alert(1)"), "{html}");
        assert!(!html.contains("<script"), "{html}");
        assert!(!html.contains("&<b>"), "{html}");
    }
}

#[test]
fn the_checker_stands_where_it_is_said_to() {
    let html = |base: &str| {
        let packs = packs(AWARDS);
        let catalogue = Catalogue::new(&packs, &base.parse().unwrap()).unwrap();
        let files: Vec<String> = catalogue
            .files()
            .filter(|(path, _)| path.ends_with("index.html"))
            .map(|(_, html)| html.to_owned())
            .collect();
        files.concat()
    };
    assert!(html("../").contains("href=\"../../../\""));
    assert!(html("/policy/").contains("href=\"/policy/\""));
    assert!(html("https://example.org/x").contains("href=\"https://example.org/x\""));
    for wrong in ["javascript:alert(1)", "data:text/html,x", "file:///etc"] {
        let error = wrong.parse::<Base>().unwrap_err().to_string();
        assert!(error.contains("expected one such as `../`"), "{error}");
    }
}

#[test]
fn the_same_packs_give_the_same_bytes() {
    assert_eq!(catalogue(&real()), catalogue(&real()));
}

#[test]
fn what_is_no_more_is_removed() {
    let folder =
        std::env::temp_dir().join(format!("mingbai-docs-{}", std::process::id()));
    let all = packs(AWARDS);
    catalogue(&all).write(&folder).unwrap();
    let stale = folder.join("en").join("371000").join("patents-50.html");
    let other = folder.join("en").join("notes.html");
    std::fs::write(&other, "kept").unwrap();
    assert!(stale.exists());
    let mut less = all;
    less[0].rules.awards.retain(|award| award.id.as_str() != "patents-50");
    less[0].rules.groups.clear();
    catalogue(&less).write(&folder).unwrap();
    assert!(!stale.exists());
    assert!(other.exists());
    std::fs::remove_dir_all(&folder).unwrap();
}

/// The attributes `name` of a page.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn every_page_of_the_real_packs_is_sound() {
    let catalogue = catalogue(&real());
    let names: BTreeSet<&str> = catalogue.files().map(|(name, _)| name).collect();
    let pages = catalogue.files().filter(|(name, _)| name.ends_with(".html"));
    for (name, html) in pages {
        assert!(!html.contains("<script") && !html.contains(" style="), "{name}");
        assert!(!html.contains("<p></p>") && !html.contains("<li></li>"), "{name}");
        assert_eq!(html.matches("<h1>").count(), 1, "{name}");
        let language = name.split_once('/').map_or("zh-Hans", |(language, _)| language);
        let language = if name.contains('/') { language } else { "zh-Hans" };
        assert!(html.contains(&format!("<html lang=\"{language}\">")), "{name}");
        let mut deepest = 0;
        for (at, _) in html.match_indices("<h") {
            let digit = html[at + 2..].chars().next().unwrap().to_digit(10);
            let Some(level) = digit else { continue };
            assert!(level <= deepest + 1, "{name}: h{level} after h{deepest}");
            deepest = level;
        }
        let ids = attributes(html, "id");
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{name}");
        for href in attributes(html, "href") {
            check_link(name, href, &names, &once);
        }
        check_nesting(name, html);
    }
}

/// A link leads to a page of the catalogue, to a place in this one, or to the checker.
fn check_link(from: &str, href: &str, names: &BTreeSet<&str>, ids: &BTreeSet<&str>) {
    if let Some(id) = href.strip_prefix('#') {
        return assert!(ids.contains(id), "{from}: {href}");
    }
    let depth = from.matches('/').count();
    if href == "data:," || href == format!("{}../", "../".repeat(depth)) {
        return;
    }
    let mut path: Vec<&str> = from.split('/').collect();
    path.pop();
    for part in href.split('/') {
        match part {
            ".." => assert!(path.pop().is_some(), "{from}: {href}"),
            part => path.push(part),
        }
    }
    assert!(names.contains(path.join("/").as_str()), "{from}: {href}");
}

/// Every element is closed where it should be.
fn check_nesting(name: &str, html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{name}");
            continue;
        }
        let element = tag.split(' ').next().unwrap();
        if !["!doctype", "meta", "link"].contains(&element) {
            open.push(element);
        }
    }
    assert_eq!(open, [""; 0], "{name}");
}

#[test]
fn an_id_cannot_lead_out_of_the_catalogue() {
    let mut packs = packs(AWARDS);
    let award = &mut packs[0].rules.awards[0];
    award.id = "../../x".into();
    packs[0].rules.awards.sort_by(|left, right| left.id.cmp(&right.id));
    packs[0].rules.groups.clear();
    let error = Catalogue::new(&packs, &"../".parse().unwrap()).unwrap_err();
    insta::assert_snapshot!(error, @"the award `../../x` can have no page: expected an id of letters, digits and `-`");
}
