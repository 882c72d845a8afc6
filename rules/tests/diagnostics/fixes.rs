//! What `mingbai check --fix` puts right, and what it leaves to the author.

use mingbai_rules::{Sources, fix};

use super::{FACTS, PACK};

/// The rule file after everything was put right that could be; a second time nothing is.
fn fixed(text: &str) -> String {
    let mut sources = Sources::default();
    sources.add_folder("100000".parse().unwrap(), &[("facts.yaml", FACTS)]);
    let files = [("pack.yaml", PACK), ("x.yaml", text)];
    sources.add_folder("371000".parse().unwrap(), &files);
    let once = fix(sources);
    let file = once.sources.folders().last().unwrap().files.last().copied().unwrap();
    let text = once.sources.text(file).to_owned();
    let twice = fix(once.sources);
    assert_eq!(twice.applied, []);
    assert_eq!(twice.sources.text(file), text);
    text
}

/// An award with this criterion, its last line after the fix.
fn criterion(expression: &str) -> String {
    let award = format!(
        "awards:\n  patents-20:\n    title: {{zh: 专利奖励, en: Patent reward}}\n    \
         summary: {{zh: 有二十件专利, en: Twenty patents}}\n    \
         cite: {{document: measures, article: \"14\"}}\n    registered: implied\n    \
         selection: automatic\n    amount: {{fixed: 20 万元}}\n    criteria:\n      \
         - {expression}\n"
    );
    let fixed = fixed(&award);
    let (before, _) = award.trim_end().rsplit_once('\n').unwrap();
    let (same, after) = fixed.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(same, before);
    after.trim().to_owned()
}

#[test]
fn colons_of_every_line() {
    let wrong = "sections：\n  more：{zh：情况, en:More}\ndepartments：\n  jxw：{zh：工信局, en: Bureau}\n";
    let right = "sections: \n  more: {zh: 情况, en: More}\ndepartments: \n  jxw: {zh: 工信局, en: Bureau}\n";
    assert_eq!(fixed(wrong), right);
}

#[test]
fn tabs_of_every_line() {
    let wrong = "sections:\n\tmore:\n\t\tzh: 情况\n\t\ten: More\n";
    let right = "sections:\n  more:\n    zh: 情况\n    en: More\n";
    assert_eq!(fixed(wrong), right);
}

#[test]
fn words_that_yaml_takes_for_something_else() {
    let wrong = "sections: {more: {zh: no, en: No}}\n";
    assert_eq!(fixed(wrong), "sections: {more: {zh: \"no\", en: \"No\"}}\n");
}

#[test]
fn ids_and_their_mentions() {
    let wrong = "sections: {More_Things: {zh: 情况, en: More}}\n";
    assert_eq!(fixed(wrong), "sections: {more-things: {zh: 情况, en: More}}\n");
}

#[test]
fn misspelt_names() {
    let check = |wrong: &str, right: &str| assert_eq!(criterion(wrong), right);
    check("年度发明专利授全数 >= 20 件", "- 年度发明专利授权数 >= 20 件");
    check("申请人类别 = 高等学较", "- 申请人类别 = 高等学校");
    check("研发废用 > 0 元 or hnte_vaild", "- 研发费用 > 0 元 or hnte_valid");
    check("{al: [持有高企证书]}", "- {all: [持有高企证书]}");
}

#[test]
fn operators_of_other_languages() {
    let check = |wrong: &str, right: &str| assert_eq!(criterion(wrong), right);
    check("持有高企证书 && 申请人类别 == 企业", "- 持有高企证书 and 申请人类别 = 企业");
    check("持有高企证书 = yes", "- 持有高企证书");
    check("注册地 = 威海市", "- 注册地 in 威海市");
    check("申请人类别 in [企业、高等学校]", "- 申请人类别 in [企业, 高等学校]");
    check(
        "{when: 申请人类别 in [企业, 高等学校]}",
        "- {when: '申请人类别 in [企业, 高等学校]'}",
    );
}

#[test]
fn what_says_more_than_the_author_did_is_left() {
    let same =
        |expression: &str| assert_eq!(criterion(expression), format!("- {expression}"));
    // 万元 or 元?
    same("研发费用 >= 20");
    same("增长率 >= 20");
    same("研发费用 / 营业收入 >= 3%");
    // Two names are as near.
    same("研发入 > 0 元");
    let untranslated = "sections: {more: 情况}\n";
    assert_eq!(fixed(untranslated), untranslated);
    // Digits are no misspelling: which article, which threshold?
    let cite = "awards:\n  a-measure-of-2024:\n    cite: {document: measures-2, article: \"14\"}\n";
    assert_eq!(fixed(cite), cite);
}
