//! The words around the rules, in each language; those of the rules come with the pack.

use mingbai_core::{Date, Language, prose};

use crate::compile::traditional;

/// Words in one language. Traditional Chinese is converted from simplified.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words(pub(crate) Language);

/// One entry a phrase: its name, then 简体 and English.
macro_rules! phrases {
    ($($name:ident $zh:literal, $en:literal;)*) => {
        impl Words {
            $(#[doc = $zh]
            pub(crate) fn $name(self) -> String {
                self.pick($zh, $en)
            })*
        }
    };
}

phrases! {
    catalogue "科技政策目录", "Catalogue of technology awards";
    catalogues "明白 · 科技政策目录", "Mingbai · Catalogues of technology awards";
    lead_all
        "按城市列出已经收录的科技政策：给谁、要什么条件、多少钱、写在哪一条。",
        "The technology awards on record, city by city: whom for, on what conditions, how much, and where it is written.";
    lead
        "每一项都写明给谁、要什么条件、多少钱、依据哪一条。内容由自测用的同一套规则生成，是我们的转述，不是文件原文。",
        "Each entry says whom the award is for, on what conditions, how much it is and which article it rests on. The pages are made from the same rules as the check; they are our own words, not the text of the documents.";
    lead_amounts
        "写“最高”的，文件只给了上限；写“金额未载明”的，文件没有写给多少。",
        "“Up to” means that the document states a ceiling only; “amount not stated”, that it names no sum.";
    skip "跳到正文", "Skip to the content";
    languages "语言", "Language";
    place "所在位置", "You are here";
    all_cities "全部城市", "All cities";
    articles "条款", "Articles";
    check "查一查您能不能申报", "Check whether you qualify";
    limits
        "这是转述和自测的依据，不是审批。能否获得、给多少，以主管部门受理、审核和公示为准。",
        "This is a summary and the ground of a self-check, not a decision. Whether and how much is granted is for the competent department to decide and publish.";
    who "给谁", "Whom it is for";
    anybody "文件没有限定申请人的类别", "The document does not limit the kind of applicant";
    conditions "申报条件", "Conditions";
    conditions_all "下列各条都要满足：", "All of these must be met:";
    no_conditions "没有别的条件。", "There is no other condition.";
    amount "金额", "Amount";
    how_often "多久一次", "How often";
    how_chosen "怎么定", "How it is decided";
    source "依据", "Source";
    validity "时效", "Validity";
    department "主管部门", "Department";
    notes "没写清的地方", "What the text leaves open";
    relations "和其他政策的关系", "Beside other awards";
    next_steps "下一步", "What to do next";
    implied "文件没有明说，按通常的前提计", "not said in the text, but presupposed by it";
    for_authority "由主管部门判断", "for the authority to judge";
    two_cases "分两种情形：", "One of two cases:";
    otherwise "否则：", "Otherwise:";
    by_day "从不同的日子起：", "From different days:";
    each_year "每年", "Each year";
    each_year_short "每年", "each year";
    once_short "一次性", "once";
    once "一次性，得过就不再给", "Once; not granted again";
    each_item "按项，每个项目、奖项各算一次", "For each item, project or prize";
    not_said_often "文件没有写", "Not stated";
    automatic "够条件即可得", "Whoever meets the conditions gets it";
    selective "择优：够条件的人里由主管部门挑选", "Selective: the authority chooses among those who meet the conditions";
    competitive "竞争：名额有限，要评选", "Competitive: there is a limited number, awarded by comparison";
    case_by_case "一事一议：由主管部门逐个商定", "Case by case: the authority agrees each one";
    selective_short "择优", "selective";
    competitive_short "竞争", "competitive";
    case_by_case_short "一事一议", "case by case";
    no_formula
        "文件只写了上限，没有写怎么算。",
        "The document states a ceiling only and no way to work out the sum.";
    tax_depends
        "能省多少税，看您的税基，这里不算。",
        "How much tax is saved depends on your tax base and is not worked out here.";
    not_in_charge "文件没有写明", "Not stated";
    in_force "写明了有效期", "Validity stated";
    draft "征求意见稿", "Draft for comment";
    draft_short "草案", "draft only";
    draft_text
        "还没有正式发布，不能据此申报。",
        "Not adopted; nothing can be applied for yet.";
    expiry_not_stated "未载明有效期", "No expiry stated";
    expiry_not_stated_text
        "文件没有写到哪一天为止。申报前先核实。",
        "The document does not say until when. Check before you apply.";
    superseded "可能已被新文件取代", "May have been replaced by a later document";
    step_prepare "备好能证明上面各条的材料。", "Have proof of each condition at hand.";
    step_verify "先问清这份文件现在还执不执行。", "First ask whether the document still applies.";
    the_department "主管部门", "the department";
    exclusive "只能享受其中一项", "Only one of these is granted";
    additive "可以同时享受", "Granted on top of each other";
    stacking_unclear "能不能同时享受，文件没有写", "The text does not say whether they add up";
    cap "合计有上限", "Capped together";
    stated "文件明说", "said in the text";
    nothing_changed "没有改动。", "Nothing changed.";
    new_pack "新增", "new";
    gone_pack "已取消", "removed";
    the_rules "规则", "Rules";
    the_document "文件", "Document";
    the_fact "事实", "Fact";
    the_title "名称", "Title";
    the_summary "说明", "Summary";
    the_ground "条件的依据", "Ground of a condition";
    the_members "涉及的政策", "Awards concerned";
    the_rule "关系", "How they stand to each other";
    the_wording "措辞", "Wording";
    the_meaning "怎么算", "How it is worked out";
    the_interview "问题的安排或措辞有改动", "Questions are arranged or worded otherwise";
    unsaid "另有改动，文字上看不出，请看规则文件", "Something else changed that prose does not show; see the rule files";
    added "新增", "New";
    removed "取消", "Removed";
    kinds_added "新增申请人类别", "Kinds of applicant added";
    kinds_removed "不再面向", "Kinds of applicant removed";
    condition_added "新增条件", "Condition added";
    condition_removed "取消条件", "Condition removed";
    condition_changed "条件", "Condition";
    note_added "新增说明", "Note added";
    note_removed "去掉说明", "Note removed";
    step_added "新增步骤", "Step added";
    step_removed "去掉步骤", "Step removed";
    harder "更严", "harder to meet";
    easier "更宽", "easier to meet";
    comma "、", ", ";
    clause "，", ", ";
    stop "；", "; ";
    colon "：", ": ";
    full_stop "。", ".";
}

impl Words {
    /// The phrase in this language.
    pub(crate) fn pick(self, zh: &str, en: &str) -> String {
        match self.0 {
            Language::ChineseSimplified => zh.to_owned(),
            Language::ChineseTraditional => traditional(zh),
            Language::English => en.to_owned(),
        }
    }

    pub(crate) fn english(self) -> bool {
        self.0 == Language::English
    }

    /// A language's own name.
    pub(crate) fn own_name(language: Language) -> &'static str {
        match language {
            Language::ChineseSimplified => "简体中文",
            Language::ChineseTraditional => "繁體中文",
            Language::English => "English",
        }
    }

    /// A remark in brackets: （…）.
    pub(crate) fn bracketed(self, said: &str) -> String {
        if self.english() { format!(" ({said})") } else { format!("（{said}）") }
    }

    /// 威海市科技政策目录.
    pub(crate) fn catalogue_of(self, name: &str) -> String {
        match self.0 {
            Language::English => format!("Technology awards of {name}"),
            _ => format!("{name}{}", self.catalogue()),
        }
    }

    /// Words before and after something that is in this language already.
    fn around(self, before: [&str; 2], inner: &str, after: [&str; 2]) -> String {
        let [before_zh, before_en] = before;
        let [after_zh, after_en] = after;
        let before = self.pick(before_zh, before_en);
        format!("{before}{inner}{}", self.pick(after_zh, after_en))
    }

    /// The way back to the index.
    pub(crate) fn all_of(self, name: &str) -> String {
        self.around(["", "All awards of "], name, ["全部政策", ""])
    }

    /// How many awards there are.
    pub(crate) fn count(self, awards: usize, documents: usize) -> String {
        let plural = |n: usize, one: &str, many: &str| {
            format!("{n} {}", if n == 1 { one } else { many })
        };
        let en = format!(
            "{} from {}.",
            plural(awards, "award", "awards"),
            plural(documents, "document", "documents")
        );
        let zh = format!("共 {awards}\u{a0}项，出自 {documents}\u{a0}份文件。");
        self.pick(&zh, &en)
    }

    /// The version of the rules.
    pub(crate) fn version(self, version: &str) -> String {
        self.pick(&format!("规则版本 {version}"), &format!("Rules {version}"))
    }

    /// A document's title as it is quoted; a number after it stays outside.
    pub(crate) fn title(self, title: &str) -> String {
        if self.english() {
            return title.to_owned();
        }
        match title.rfind('（').map(|at| title.split_at(at)) {
            Some((title, number)) if number.contains('〔') => {
                format!("《{title}》{number}")
            }
            _ => format!("《{title}》"),
        }
    }

    /// Document and article: 《…》第十四条.
    pub(crate) fn cite(self, title: &str, article: &str) -> String {
        let title = self.title(title);
        let article = self.article(article);
        if self.english() {
            format!("{title}, {article}")
        } else {
            format!("{title}{article}")
        }
    }

    /// What follows from a later document.
    pub(crate) fn superseded_by(self, title: &str) -> String {
        let title = self.title(title);
        let after = [
            "主题相近。这一项还执不执行，要问主管部门。",
            "” is on the same subject. Ask the department whether this award still runs.",
        ];
        self.around(["", "“"], &title, after)
    }

    /// A document that states its first day and no last one.
    pub(crate) fn beginning(self, from: &str, rest: &str) -> String {
        let space = if self.english() { " " } else { "" };
        let from = self.around(["", "Applies "], from, ["施行。", "."]);
        format!("{from}{space}{rest}")
    }

    /// Whom to ask.
    pub(crate) fn step_ask(self, name: &str) -> String {
        let after = [
            "确认今年是否受理、何时受理。",
            " whether and when applications are taken this year.",
        ];
        self.around(["请", "Ask "], name, after)
    }

    /// The days from and until which a document applies, as far as it says so.
    pub(crate) fn period(self, from: Option<Date>, until: Option<Date>) -> String {
        let from = from.map(|from| self.date(from));
        let until = until.map(|until| self.date(until));
        match (from, until) {
            (Some(from), Some(until)) => {
                self.pick(&format!("{from}起，至 {until}"), &format!("{from} to {until}"))
            }
            (Some(from), None) => self.since_day(&from),
            (None, Some(until)) => {
                self.pick(&format!("至 {until}"), &format!("until {until}"))
            }
            (None, None) => String::new(),
        }
    }

    /// 2018 年 8 月 1 日起.
    pub(crate) fn since(self, day: Date) -> String {
        self.since_day(&self.date(day))
    }

    fn since_day(self, day: &str) -> String {
        self.pick(&format!("{day}起"), &format!("from {day}"))
    }

    /// What introduces what applies from a day on.
    pub(crate) fn since_then(self, day: Date) -> String {
        format!("{}{}", self.since_day(&self.date(day)), self.colon().trim_end())
    }

    /// What introduces the options that count.
    pub(crate) fn one_of(self, name: &str) -> String {
        self.around(["", ""], name, ["为下列之一：", ": one of these"])
    }

    /// What introduces the options that do not.
    pub(crate) fn none_of(self, name: &str) -> String {
        self.around(["", ""], name, ["不是下列任何一类：", ": none of these"])
    }

    /// A phrase as the beginning of a line.
    pub(crate) fn capital(self, said: &str) -> String {
        let mut rest = said.chars();
        match rest.next() {
            Some(first) if self.english() => first.to_uppercase().chain(rest).collect(),
            _ => said.to_owned(),
        }
    }

    /// A fact that nobody is asked about.
    pub(crate) fn computed(self, formula: &str) -> String {
        self.around(["算出：", "Computed: "], formula, ["", ""])
    }

    /// The values that a number may take.
    pub(crate) fn between(self, least: &str, most: Option<&str>) -> String {
        match most {
            Some(most) => {
                let from = self.around(["", ""], least, [" 至 ", " to "]);
                format!("{from}{most}")
            }
            None => self.around(["", "from "], least, [" 起", ""]),
        }
    }

    /// When a fact applies, and its value elsewhere.
    pub(crate) fn asked_if(self, condition: &str, otherwise: &str) -> String {
        let when = self.around(["", "asked if "], condition, ["时才问", ""]);
        let value =
            self.around(["，否则按“", "; otherwise taken as “"], otherwise, ["”计", "”"]);
        format!("{when}{value}")
    }

    /// `如果 …：`.
    pub(crate) fn in_case(self, condition: &str) -> String {
        self.around(["如果", "If "], condition, ["：", ":"])
    }

    /// A day: 2026 年 11 月 20 日, `20 November 2026`.
    pub(crate) fn date(self, date: Date) -> String {
        prose::date(date, self.0)
    }

    /// An article as its document numbers it: `14` is 第十四条, `保障措施-2` is
    /// 保障措施第二条, `工作措施-(一)-3` is 工作措施（一）第三条.
    pub(crate) fn article(self, article: &str) -> String {
        let (place, number) = match article.rsplit_once('-') {
            Some((place, number)) => (place, number),
            None => ("", article),
        };
        let Ok(count) = number.parse::<u32>() else { return self.part(article) };
        match (self.english(), place.is_empty()) {
            (true, true) => format!("Article\u{a0}{count}"),
            (true, false) => format!("{}, item\u{a0}{count}", self.part(place)),
            (false, _) => {
                let zh = format!("第{}条", chinese(count));
                format!("{}{}", self.part(place), self.pick(&zh, ""))
            }
        }
    }

    /// A part of a document outside its articles.
    fn part(self, place: &str) -> String {
        let (place, section) = match place.split_once('-') {
            Some((place, section)) => (place, section.trim_matches(['(', ')'])),
            None => (place, ""),
        };
        if !self.english() {
            let section = match section {
                "" => String::new(),
                section => format!("（{section}）"),
            };
            return self.pick(&format!("{place}{section}"), "");
        }
        let place = match place {
            "保障措施" => "Safeguards",
            "政策保障" => "Policy guarantees",
            "工作措施" => "Measures",
            other => other,
        };
        let section =
            match "一二三四五六七八九十".chars().position(|it| section == it.to_string())
            {
                Some(index) => format!("\u{a0}({})", index + 1),
                None => section.to_owned(),
            };
        format!("{place}{section}")
    }
}

/// A count up to 99 in Chinese figures; larger ones in digits.
fn chinese(count: u32) -> String {
    let digit = |digit: u32| match usize::try_from(digit) {
        Ok(index) if digit > 0 => "一二三四五六七八九"
            .chars()
            .nth(index - 1)
            .map(String::from)
            .unwrap_or_default(),
        _ => String::new(),
    };
    match count {
        0 => "零".to_owned(),
        1..10 => digit(count),
        10..20 => format!("十{}", digit(count - 10)),
        20..100 => format!("{}十{}", digit(count / 10), digit(count % 10)),
        _ => count.to_string(),
    }
}

/// The order in which a document's articles stand, as far as their names tell.
pub(crate) fn article_order(article: &str) -> (Vec<usize>, u32, String) {
    let (place, number) = match article.rsplit_once('-') {
        Some((place, number)) => (place, number),
        None => ("", article),
    };
    match number.parse() {
        // What has no place comes first: articles before appendices.
        Ok(count) => (sections(place), count, String::new()),
        Err(_) => (sections(article), 0, article.to_owned()),
    }
}

/// Parts that documents name by words, in their order; then the section inside.
fn sections(place: &str) -> Vec<usize> {
    const PARTS: [&str; 3] = ["工作措施", "政策保障", "保障措施"];
    if place.is_empty() {
        return Vec::new();
    }
    let (part, section) = place.split_once('-').unwrap_or((place, ""));
    let part = PARTS.iter().position(|it| *it == part).unwrap_or(PARTS.len());
    let section = section.trim_matches(['(', ')']);
    let section = section.chars().next();
    let section = section
        .and_then(|it| "一二三四五六七八九十".chars().position(|digit| digit == it));
    vec![part + 1, section.map_or(0, |index| index + 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_read_as_the_document_numbers_them() {
        let check = |article: &str, expect: [&str; 3]| {
            let said = Language::ALL.map(|language| Words(language).article(article));
            assert_eq!(said.map(|it| it.replace('\u{a0}', " ")), expect);
        };
        check("14", ["第十四条", "第十四條", "Article 14"]);
        check("20", ["第二十条", "第二十條", "Article 20"]);
        check("保障措施-2", ["保障措施第二条", "保障措施第二條", "Safeguards, item 2"]);
        check("政策保障", ["政策保障", "政策保障", "Policy guarantees"]);
        check(
            "工作措施-(一)-3",
            ["工作措施（一）第三条", "工作措施（一）第三條", "Measures (1), item 3"],
        );
    }

    #[test]
    fn articles_stand_in_the_order_of_the_document() {
        let mut articles =
            ["政策保障-10", "14", "政策保障", "2", "工作措施-(二)-1", "政策保障-2"];
        articles.sort_by_key(|article| article_order(article));
        assert_eq!(
            articles,
            ["2", "14", "工作措施-(二)-1", "政策保障", "政策保障-2", "政策保障-10"]
        );
    }

    #[test]
    fn a_number_stands_outside_the_title() {
        let words = Words(Language::ChineseSimplified);
        assert_eq!(
            words.title("意见（威政发〔2023〕5号）"),
            "《意见》（威政发〔2023〕5号）"
        );
        assert_eq!(words.title("方案（征求意见稿）"), "《方案（征求意见稿）》");
    }
}
