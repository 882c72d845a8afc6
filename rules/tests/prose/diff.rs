//! What `mingbai diff` says.

use mingbai_core::Language;
use mingbai_rules::{Difference, What};

use super::{AWARDS, FACTS, packs_of};

fn difference(old: [&str; 2], new: [&str; 2], language: Language) -> Difference {
    let [old_facts, old_awards] = old;
    let [new_facts, new_awards] = new;
    let old = packs_of(old_facts, old_awards);
    let new = packs_of(new_facts, new_awards);
    Difference::new(&old, &new, language).unwrap()
}

/// What is said, without the first line, which names the versions.
fn said(new: [&str; 2], language: Language) -> String {
    let difference = difference([FACTS, AWARDS], new, language);
    let text = difference.to_string().replace('\u{a0}', " ");
    match text.split_once('\n') {
        Some((_, rest)) if !rest.is_empty() => rest.trim().to_owned(),
        _ => text,
    }
}

/// What is said when this piece of the awards reads otherwise.
fn changed(piece: &str, otherwise: &str) -> String {
    assert!(AWARDS.contains(piece), "{piece}");
    said([FACTS, &AWARDS.replacen(piece, otherwise, 1)], Language::ChineseSimplified)
}

fn changed_in_english(piece: &str, otherwise: &str) -> String {
    said([FACTS, &AWARDS.replacen(piece, otherwise, 1)], Language::English)
}

/// The same of the facts and the document.
fn facts_changed(piece: &str, otherwise: &str) -> String {
    assert!(FACTS.contains(piece), "{piece}");
    said([&FACTS.replacen(piece, otherwise, 1), AWARDS], Language::ChineseSimplified)
}

#[test]
fn the_same_rules_differ_in_nothing() {
    insta::assert_snapshot!(changed("patents-20", "patents-20"), @"没有改动。");
    insta::assert_snapshot!(changed_in_english("patents-20", "patents-20"), @"Nothing changed.");
    // Where a rule stands in its file is no matter.
    let file = "# a remark\n".to_owned() + AWARDS;
    insta::assert_snapshot!(said([FACTS, &file], Language::English), @"Nothing changed.");
}

#[test]
fn thresholds() {
    insta::assert_snapshot!(changed(">= 20 件", ">= 25 件"), @r"
    专利奖励
      给谁：注册地在威海市；申请人类别不是个人或团队
      - 条件：年度发明专利授权数不少于 20 件 → 年度发明专利授权数不少于 25 件（更严）
    ");
    insta::assert_snapshot!(changed_in_english(">= 20 件", ">= 15 件"), @r"
    Patent reward
      Whom it is for: place of registration: Weihai; kind of applicant: neither Individual nor Team
      - Condition: invention patents granted in the year: at least 20 patents → invention patents granted in the year: at least 15 patents (easier to meet)
    ");
    insta::assert_snapshot!(changed("研发费用 >= 100 万元", "研发费用 >= 80 万元"), @r"
    专利奖励
      给谁：注册地在威海市；申请人类别不是个人或团队
      - 条件：满足一条即可：同时满足：研发费用不少于 100 万元 → 满足一条即可：同时满足：研发费用不少于 80 万元（更宽）
    ");
}

#[test]
fn amounts() {
    insta::assert_snapshot!(changed("fixed: 50 万元", "fixed: 60 万元"), @r"
    专利奖励
      给谁：注册地在威海市；申请人类别不是个人或团队
      - 金额：年度发明专利授权数不少于 50 件的，50 万元；其他情形，20 万元 → 年度发明专利授权数不少于 50 件的，60 万元；其他情形，20 万元
    ");
    insta::assert_snapshot!(changed("2022-01-01: 30 万元", "2022-01-01: 40 万元"), @r"
    专利大奖
      给谁：注册地在威海市；申请人类别为企业、高等学校或团队
      - 金额：2018 年 8 月 1 日起：20 万元；2022 年 1 月 1 日起：30 万元 → 2018 年 8 月 1 日起：20 万元；2022 年 1 月 1 日起：40 万元
    ");
    insta::assert_snapshot!(changed_in_english("per: once", "per: item"), @r"
    Patent prize
      Whom it is for: place of registration: Weihai; kind of applicant: Enterprise, University or Team
      - How often: Once; not granted again → For each item, project or prize
    ");
}

#[test]
fn criteria() {
    insta::assert_snapshot!(changed("- 年度发明专利授权数 >= 20 件\n", "- 持有高企证书\n"), @r"
    专利奖励
      给谁：注册地在威海市；申请人类别不是个人或团队
      - 取消条件：年度发明专利授权数不少于 20 件（更宽）
      - 新增条件：持有高新技术企业证书（更严）
    ");
    insta::assert_snapshot!(
        changed("          - 持有高企证书\n", "          - 年度发明专利授权数 >= 30 件\n          - 持有高企证书\n"),
        @r"
    专利奖励
      给谁：注册地在威海市；申请人类别不是个人或团队
      - 新增条件：满足一条即可：年度发明专利授权数不少于 30 件（更宽）
    "
    );
    insta::assert_snapshot!(changed("implied: true", "implied: false"), @r"
    专利奖励
      给谁：注册地在威海市；申请人类别不是个人或团队
      - 条件的依据：满足一条即可：没有高新技术企业证书；有研发费用（《若干措施》第十五条；文件没有明说，按通常的前提计） → 满足一条即可：没有高新技术企业证书；有研发费用（《若干措施》第十五条；文件明说）
    ");
    insta::assert_snapshot!(changed("研发是否扎实", "研发是否持续"), @r"
    专利奖励
      给谁：注册地在威海市；申请人类别不是个人或团队
      - 措辞：研发是否扎实，由市科技局认定 → 研发是否持续，由市科技局认定
    ");
}

#[test]
fn kinds_of_applicant() {
    insta::assert_snapshot!(
        changed("for: {not: [individual, team]}", "for: [enterprise, individual]"), @r"
    专利奖励
      给谁：注册地在威海市；申请人类别为企业或个人
      - 不再面向：高等学校（更严）
      - 新增申请人类别：个人（更宽）
    "
    );
    insta::assert_snapshot!(
        changed_in_english("for: {not: [individual, team]}", "for: [enterprise, university]"),
        @r"
    Rules: Weihai
      - Something else changed that prose does not show; see the rule files: fcc4695799f2 → a767f16e0dab
    "
    );
}

#[test]
fn awards_come_and_go() {
    let less = AWARDS.split_once("groups:").unwrap().0;
    let (less, _) = less.split_once("  patents-50:").unwrap();
    insta::assert_snapshot!(said([FACTS, less], Language::ChineseSimplified), @r"
    专利大奖
      给谁：注册地在威海市；申请人类别为企业、高等学校或团队
      - 取消：2018 年 8 月 1 日起：20 万元；2022 年 1 月 1 日起：30 万元；《若干措施》第十五条

    和其他政策的关系：两项奖励就高不重复。
      - 取消：只能享受其中一项：专利奖励、专利大奖
    ");
    let back = difference([FACTS, less], [FACTS, AWARDS], Language::English);
    let added: Vec<_> = back.packs[0]
        .changes
        .iter()
        .filter(|change| change.what == What::Added)
        .map(|change| change.id.as_str())
        .collect();
    assert_eq!(added, ["patents-50", "patent-awards"]);
    let none = Difference::new(&[], &packs_of(FACTS, AWARDS), Language::English).unwrap();
    let text = none.to_string().replace('\u{a0}', " ");
    let version = none.packs[0].new.clone().unwrap();
    insta::assert_snapshot!(text.replace(&version, "VERSION"), @r"
    Weihai  Rules VERSION (new)

    Patent reward
      Whom it is for: place of registration: Weihai; kind of applicant: neither Individual nor Team
      - New: CNY 500,000 where invention patents granted in the year: at least 50 patents; otherwise CNY 200,000; Measures, Article 14

    Patent prize
      Whom it is for: place of registration: Weihai; kind of applicant: Enterprise, University or Team
      - New: from 1 August 2018: CNY 200,000; from 1 January 2022: CNY 300,000; Measures, Article 15
    ");
}

#[test]
fn groups_and_other_words() {
    insta::assert_snapshot!(changed("rule: exclusive", "rule: {cap: 60 万元}"), @r"
    和其他政策的关系：两项奖励就高不重复。
      - 关系：只能享受其中一项 → 合计有上限，最高 60 万元
    ");
    insta::assert_snapshot!(changed("selection: selective", "selection: automatic"), @r"
    专利奖励
      给谁：注册地在威海市；申请人类别不是个人或团队
      - 怎么定：择优：够条件的人里由主管部门挑选 → 够条件即可得
    ");
    insta::assert_snapshot!(changed("文件没有写。", "由市科技局定。"), @r"
    专利奖励
      给谁：注册地在威海市；申请人类别不是个人或团队
      - 去掉说明：共有专利怎么算，文件没有写。
      - 新增说明：共有专利怎么算，由市科技局定。
    ");
    insta::assert_snapshot!(changed("zh: 专利大奖", "zh: 专利特别奖"), @r"
    专利特别奖
      给谁：注册地在威海市；申请人类别为企业、高等学校或团队
      - 名称：专利大奖 → 专利特别奖
    ");
    insta::assert_snapshot!(changed("selection: automatic", "departments: [kjj]\n    selection: automatic"), @r"
    专利大奖
      给谁：注册地在威海市；申请人类别为企业、高等学校或团队
      - 主管部门：文件没有写明 → 市科技局
    ");
}

#[test]
fn documents_and_facts() {
    insta::assert_snapshot!(facts_changed("  articles:", "  until: 2027-12-31\n  articles:"), @r"
    文件：《若干措施》
      - 时效：未载明有效期 → 至 2027 年 12 月 31 日
    ");
    insta::assert_snapshot!(facts_changed("since: 2023-01-01", "since: 2023-06-01"), @r"
    文件：《若干措施》
      - 时效：可能已被新文件取代：《新措施》（威政发〔2023〕5号）（2023 年 1 月 1 日起） → 可能已被新文件取代：《新措施》（威政发〔2023〕5号）（2023 年 6 月 1 日起）
    ");
    insta::assert_snapshot!(
        facts_changed("type: count\n", "type: count\n    domain: 0..500\n"), @r"
    事实：年度发明专利授权数
      - 怎么算：0 件 起 → 0 件 至 500 件
    "
    );
    insta::assert_snapshot!(facts_changed("多少件？", "授权了多少件？"), @r"
    事实：年度发明专利授权数
      - 措辞：年度发明专利授权数；多少件？；件 → 年度发明专利授权数；授权了多少件？；件
    ");
    insta::assert_snapshot!(facts_changed("type: count\n", "type: count\n    changeable: true\n"), @r"
    事实：年度发明专利授权数
      - 另有改动，文字上看不出，请看规则文件：0 件 起
    ");
    insta::assert_snapshot!(facts_changed("zh: 请填写", "zh: 请如实填写"), @r"
    规则：威海市
      - 问题的安排或措辞有改动
    ");
}

#[test]
fn programs_read_json() {
    let new = AWARDS.replacen(">= 20 件", ">= 25 件", 1);
    let difference = difference([FACTS, AWARDS], [FACTS, &new], Language::English);
    let json = serde_json::to_string_pretty(&difference.packs[0].changes).unwrap();
    insta::assert_snapshot!(json.replace('\u{a0}', " "), @r#"
    [
      {
        "subject": "award",
        "id": "patents-20",
        "title": "Patent reward",
        "who": "place of registration: Weihai; kind of applicant: neither Individual nor Team",
        "what": "condition-changed",
        "old": "invention patents granted in the year: at least 20 patents",
        "new": "invention patents granted in the year: at least 25 patents",
        "effect": "harder"
      }
    ]
    "#);
}
