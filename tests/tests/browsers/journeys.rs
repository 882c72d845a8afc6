//! Who comes to the page, and what each of them leaves it with.

use super::*;

stories! {
    ip_agency with Setting { appearance: wide(), ..Setting::default() };
    bank with Setting { appearance: narrow(), ..Setting::default() };
    individual_scientist;
    prize_winner_unsure_of_half with Setting { appearance: wide(), ..Setting::default() };
    wrong_city;
    first_answer_changed_at_the_end with Setting { appearance: wide(), ..Setting::default() };
    kept_only_where_wanted with Setting { appearance: wide(), ..Setting::default() };
    link_opened_elsewhere with Setting { appearance: wide(), ..Setting::default() };
    received_and_taken_back with Setting { appearance: wide(), ..Setting::default() };
    report_is_printed with Setting { appearance: wide(), ..Setting::default() };
    keyboard_alone with Setting { appearance: wide(), ..Setting::default() };
    to_the_report_by_keyboard with Setting { appearance: wide(), ..Setting::default() };
    figures_as_people_type_them with Setting { appearance: wide(), ..Setting::default() };
}

/// An agency, 101 of whose local clients' invention patents were granted this year.
async fn ip_agency(page: &Page) -> Result<(), Failure> {
    const AWARD: &str = "weihai-ip-agency-100-invention-grants";
    const ANSWERS: Answers = &[
        ("registered_in", "371002"),
        ("applicant_kind", "enterprise"),
        ("is_ip_agency", "yes"),
        ("agency_local_invention_grants_year", "101"),
    ];
    begin(page).await?;
    answer_all(page, ANSWERS, 20).await?;
    check_row(page, AWARD, "eligible", "最高 20 万元 每年，文件未给算法", "第十八条")
        .await?;

    // Exactly 100 are not more than 100.
    page.click_with("[data-edit='agencies']", "改").await?;
    let field = "input[data-exact='agency_local_invention_grants_year']";
    page.type_into(field, "一百").await?;
    page.click("[data-action='next']").await?;
    page.element(&format!("li[data-award='{AWARD}'][data-verdict='ineligible']")).await?;
    Ok(())
}

/// A bank that lost a loan of which the city bears a share, on a narrow page.
async fn bank(page: &Page) -> Result<(), Failure> {
    const AWARD: &str = "weihai-loan-risk-compensation-municipal";
    const ANSWERS: Answers = &[
        ("registered_in", "371002"),
        ("applicant_kind", "financial-institution"),
        ("bank_riskcomp_registered", "yes"),
        ("conversion_loan_loss_cny", "200万"),
    ];
    begin(page).await?;
    answer_all(page, ANSWERS, 20).await?;
    let share = "70 万元 200 万元的 35%";
    check_row(page, AWARD, "eligible", share, "第十九条").await?;
    Ok(())
}

/// A scientist who won the highest award of the country.
async fn individual_scientist(page: &Page) -> Result<(), Failure> {
    const ANSWERS: Answers = &[
        ("registered_in", "371002"),
        ("applicant_kind", "individual"),
        ("national_top_science_award", "yes"),
    ];
    begin(page).await?;
    answer_all(page, ANSWERS, 20).await?;
    let award = "weihai-national-top-science-award";
    check_row(page, award, "eligible", "500 万元", "第十四条").await?;
    // What is for enterprises is out of the way, and can be found.
    let enterprises = "li[data-award='weihai-hnte-newly-certified']";
    assert_eq!(page.texts(enterprises).await?, Vec::<String>::new());
    page.click("[data-list-all]").await?;
    page.type_into("input[type='search']", "高新技术企业").await?;
    page.element(&format!("section[data-group='others'] {enterprises}")).await?;
    Ok(())
}

/// The winner of a patent prize answers every second question with 不清楚.
async fn prize_winner_unsure_of_half(page: &Page) -> Result<(), Failure> {
    const PRIZE: &str = "weihai-china-patent-gold";
    const ANSWERS: Answers = &[
        ("registered_in", "371002"),
        ("applicant_kind", "enterprise"),
        ("china_patent_gold_count", "2"),
    ];
    begin(page).await?;
    for index in 0.. {
        let asked = page.texts("form[data-question]").await?;
        if asked.is_empty() {
            break;
        }
        assert!(index < 30, "more than 30 screens");
        let honours = page.texts("input[data-tick='china_patent_gold_count']").await?;
        if index < 2 || index % 2 == 0 || !honours.is_empty() {
            answer(page, ANSWERS).await?;
        } else {
            unsure(page).await?;
        }
    }
    check_row(page, PRIZE, "eligible", "200 万元 2 项 × 100 万元", "第十四条").await?;
    // What was not known is still open, and no reason to refuse anything.
    page.element("section[data-group='undetermined'] [data-ask]").await?;
    Ok(())
}

/// A company of a city without rules: why there is nothing, and which cities there are.
async fn wrong_city(page: &Page) -> Result<(), Failure> {
    begin(page).await?;
    page.click("select[data-city] option[value='elsewhere']").await?;
    page.click("[data-action='next']").await?;
    let said = page.wait_for_text("[data-screen='elsewhere']", "还没有收录").await?;
    assert!(said.contains("不等于当地没有政策"), "{said}");
    page.element_with("[data-use-city='370900']", "泰安").await?;
    page.click("[data-action='start']").await?;
    page.element("form[data-question] select[data-city]").await?;
    Ok(())
}

/// At the end the first answer turns out to be wrong: the company sits in another city.
async fn first_answer_changed_at_the_end(page: &Page) -> Result<(), Failure> {
    const HERE: &str = "weihai-hnte-newly-certified";
    const ANSWERS: Answers = &[
        ("registered_in", "371002"),
        ("applicant_kind", "enterprise"),
        ("hnte_event", "first"),
    ];
    begin(page).await?;
    answer_all(page, ANSWERS, 20).await?;
    check_row(page, HERE, "eligible", "20 万元", "第七条").await?;

    page.click_with("[data-edit='applicant']", "改").await?;
    page.click("input[name='applicant_kind'][value='individual']").await?;
    page.click("[data-action='next']").await?;
    page.wait_for(&format!("!root.querySelector(\"li[data-award='{HERE}']\")")).await?;

    page.click_with("[data-edit='applicant']", "改").await?;
    page.click("select[data-city] option[value='370900']").await?;
    page.click("[data-action='next']").await?;
    // The rules of the other city come, and what was answered stays.
    page.wait_for_text(".mb-answers", "泰安").await?;
    page.wait_for_text(".mb-answers", "个人").await?;
    Ok(())
}

/// Nothing is kept by default; kept answers outlive the page until they are erased.
async fn kept_only_where_wanted(page: &Page) -> Result<(), Failure> {
    const ANSWERS: Answers =
        &[("registered_in", "371002"), ("applicant_kind", "enterprise")];
    begin(page).await?;
    answer(page, ANSWERS).await?;
    answer(page, ANSWERS).await?;
    page.element("form[data-question]").await?;
    assert_eq!(stored(page).await?, Value::Null);
    page.visit("").await?;
    page.element_with("[data-action='start']", "开始").await?;

    begin(page).await?;
    answer(page, ANSWERS).await?;
    open_carry(page).await?;
    page.click("input[data-keep]").await?;
    answer(page, ANSWERS).await?;
    page.element("form[data-question]").await?;
    page.visit("").await?;
    page.wait_for_text("[data-notice]", "存在本机").await?;
    page.wait_for_text(".mb-answers", "企业").await?;

    open_carry(page).await?;
    page.click("input[data-keep]").await?;
    page.wait_for("localStorage.length === 0").await?;
    page.visit("").await?;
    page.element_with("[data-action='start']", "开始").await?;
    Ok(())
}

/// A link with answers, opened where nothing is known; then one of older rules, and one that
/// was cut off.
async fn link_opened_elsewhere(page: &Page) -> Result<(), Failure> {
    const ANSWERS: Answers =
        &[("registered_in", "371002"), ("applicant_kind", "enterprise")];
    begin(page).await?;
    answer(page, ANSWERS).await?;
    answer(page, ANSWERS).await?;
    open_carry(page).await?;
    page.click("[data-action='share']").await?;
    page.wait_for_text(".mb-share", "拿到链接的人都看得到").await?;
    page.click("[data-action='share-copy']").await?;
    page.element("input[data-link]").await?;
    let link =
        page.run("return root.querySelector('[data-link]').value;", vec![]).await?;
    let link = link.as_str().unwrap_or_default().to_owned();
    let (_, line) = link.split_once('#').ok_or_else(|| Failure::new(link.clone()))?;

    // Another address each time: the fragment alone would not load the page anew.
    page.visit(&format!("index.html#{line}")).await?;
    page.wait_for_text("[data-notice]", "已打开带来的回答").await?;
    page.wait_for_text(".mb-answers", "环翠区").await?;
    page.wait_for("!location.hash").await?;

    page.visit(&format!("#{}", line.replace("=enterprise", "=guild"))).await?;
    page.wait_for_text("[data-notice]", "个回答对不上，没有采用").await?;
    page.visit("index.html#mingbai=9,371000").await?;
    page.wait_for_text("[data-notice]", "读不出回答").await?;
    page.element_with("[data-action='start']", "开始").await?;
    Ok(())
}

/// An award that was had before leaves the sum, and comes back when that was a mistake.
async fn received_and_taken_back(page: &Page) -> Result<(), Failure> {
    const AWARD: &str = "weihai-hnte-newly-certified";
    const ANSWERS: Answers = &[
        ("registered_in", "371002"),
        ("applicant_kind", "enterprise"),
        ("hnte_event", "first"),
    ];
    begin(page).await?;
    for _ in 0..3 {
        answer(page, ANSWERS).await?;
    }
    check_row(page, AWARD, "eligible", "20 万元", "第七条").await?;
    let open = format!("li[data-award='{AWARD}'] [data-open]");
    page.click(&open).await?;
    page.click("[data-action='receive']").await?;
    page.element("article[data-verdict='received']").await?;
    page.click("[data-action='return']").await?;
    page.element(&format!("section[data-group='received'] li[data-award='{AWARD}']"))
        .await?;
    assert_eq!(page.texts("[data-sum]").await?, Vec::<String>::new());
    page.click(&open).await?;
    page.click("[data-action='receive']").await?;
    page.element("article[data-verdict='eligible']").await?;
    Ok(())
}

/// The report: on paper there is the sheet and nothing else.
async fn report_is_printed(page: &Page) -> Result<(), Failure> {
    const ANSWERS: Answers = &[
        ("registered_in", "371002"),
        ("applicant_kind", "enterprise"),
        ("hnte_event", "first"),
    ];
    begin(page).await?;
    answer_all(page, ANSWERS, 20).await?;
    page.click("[data-action='print']").await?;
    let paper = page.wait_for_text("article", "科技政策自评单").await?;
    for part in ["规则版本", "环翠区", "第七条", "不是申报材料"] {
        assert!(paper.contains(part), "`{part}` is not in: {paper}");
    }
    let print = "window.print = () => { window.mingbaiPrinted = true; };";
    page.run(print, vec![]).await?;
    page.click("[data-action='print-now']").await?;
    page.wait_for("window.mingbaiPrinted === true").await
}

/// The first screens without a mouse: Tab, arrows, space and Enter.
async fn keyboard_alone(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.element_with("[data-action='start']", "开始").await?;
    tab_to(page, "[data-action='start']").await?;
    page.press(&[], Key::Enter).await?;
    // The new heading has the focus; Tab leads on from there.
    page.wait_for("root.activeElement?.matches('[data-heading]')").await?;
    tab_to(page, "select[data-city]").await?;
    page.press(&[], Key::Down).await?;
    page.wait_for("root.querySelector('select[data-city]').value === '371000'").await?;
    tab_to(page, "input[name='applicant_kind']").await?;
    page.press(&[], Key::Down).await?;
    page.press(&[], Key::Up).await?;
    page.wait_for(
        "root.activeElement?.value === 'enterprise' && root.activeElement.checked",
    )
    .await?;
    page.press(&[], Key::Enter).await?;
    page.element("form[data-question='company']").await?;
    // Refused: the summary of what is wrong has the focus and leads to the place.
    tab_to(page, "[data-action='next']").await?;
    page.press(&[], Key::Enter).await?;
    page.wait_for("root.activeElement?.matches('.mb-errsum')").await?;
    tab_to(page, ".mb-errsum button").await?;
    page.press(&[], Key::Enter).await?;
    page.wait_for("root.activeElement?.name === 'hnte_event'").await
}

/// The new high-tech enterprise's whole way, keys alone: start, every question, the results,
/// an award and back, the report, and the printer.
async fn to_the_report_by_keyboard(page: &Page) -> Result<(), Failure> {
    const PATENTS: &str = "weihai-invention-patents-20";
    page.visit("").await?;
    page.element_with("[data-action='start']", "开始").await?;
    use_key(page, "[data-action='start']").await?;
    let mut asked = Vec::new();
    page.element("form[data-question]").await?;
    while page.texts("form[data-question]").await?.len() == 1 {
        assert!(asked.len() < 15, "more than 15 screens: {asked:?}");
        page.wait_for(AT_HEADING).await?;
        asked.push(answer_by_keyboard(page, NEW_ENTERPRISE).await?);
    }
    page.element("[data-screen='results']").await?;
    page.wait_for(AT_HEADING).await?;
    let row = check_row(page, PATENTS, "eligible", "20 万元", "第十四条").await?;
    use_key(page, &format!("{row} [data-open]")).await?;
    page.element(&format!("article[data-award='{PATENTS}']")).await?;
    page.wait_for(AT_HEADING).await?;
    back_to(page, "[data-action='return']").await?;
    page.press(&[], Key::Enter).await?;
    page.element("[data-screen='results']").await?;

    use_key(page, "[data-action='print']").await?;
    page.wait_for_text("article", "科技政策自评单").await?;
    let print = "window.print = () => { window.mingbaiPrinted = true; };";
    page.run(print, vec![]).await?;
    use_key(page, "[data-action='print-now']").await?;
    page.wait_for("window.mingbaiPrinted === true").await
}

/// The new heading has the focus.
const AT_HEADING: &str = "root.activeElement?.matches('[data-heading]')";

/// Goes to a button by Tab and uses it.
async fn use_key(page: &Page, css: &str) -> Result<(), Failure> {
    tab_to(page, css).await?;
    page.press(&[], Key::Enter).await
}

/// Goes back to an element by Tab with Shift.
async fn back_to(page: &Page, css: &str) -> Result<(), Failure> {
    let there = format!("return !!root.activeElement?.matches({});", json!(css));
    for _ in 0..MOST_TABS {
        if page.run(&there, vec![]).await? == json!(true) {
            return Ok(());
        }
        page.press(&[Key::Shift], Key::Tab).await?;
    }
    Err(Failure::new(format!("Tab with Shift does not lead to `{css}`")))
}

/// As [`answer`], with Tab, arrows, space, figures and Enter.
async fn answer_by_keyboard(page: &Page, answers: Answers) -> Result<String, Failure> {
    let screen = page.run(CONTROLS, Vec::new()).await?;
    let question = text_at(&screen, "/question")?;
    let facts = screen.pointer("/facts").and_then(Value::as_array);
    let mut ticked = None;
    for control in facts.into_iter().flatten() {
        let fact = text_at(control, "/fact")?;
        let known = answers.iter().find(|(id, _)| *id == fact).map(|(_, value)| *value);
        let offered = |value: &str| {
            let values = control.pointer("/values").and_then(Value::as_array);
            values.is_some_and(|values| values.contains(&json!(value)))
        };
        let field = format!("input[data-exact='{fact}']");
        match (text_at(control, "/kind")?.as_str(), known) {
            ("place", Some(district)) => {
                let city = format!("{}00", district.get(..4).unwrap_or_default());
                arrow_to(page, "select[data-city]", &city).await?;
                page.element("select[data-district]").await?;
                arrow_to(page, "select[data-district]", district).await?;
            }
            ("tick", None) => ticked = ticked.or(Some(false)),
            ("tick", Some(value)) => {
                ticked = Some(true);
                tab_to(page, &format!("input[data-tick='{fact}']")).await?;
                page.press(&[], Key::Space).await?;
                if value != "yes" {
                    tab_to(page, &field).await?;
                    page.type_keys(value).await?;
                }
            }
            (_, Some(value)) if offered(value) => choose(page, &fact, value).await?,
            (_, Some(number)) => {
                tab_to(page, &field).await?;
                page.type_keys(number).await?;
            }
            (_, None) => {
                let rest = ["no", "none", "unsure"].into_iter().find(|it| offered(it));
                let rest = rest.ok_or_else(|| Failure::new(format!("`{fact}`: how?")))?;
                choose(page, &fact, rest).await?;
            }
        }
    }
    if ticked == Some(false) {
        tab_to(page, "input[data-rest]").await?;
        let none = "return root.activeElement.dataset.rest === 'none';";
        page.press(&[], Key::Space).await?;
        if page.run(none, vec![]).await? != json!(true) {
            page.press(&[], Key::Up).await?;
        }
        page.wait_for("root.querySelector(\"input[data-rest='none']\").checked").await?;
    }
    use_key(page, "[data-action='next']").await?;
    let same = format!("form[data-question='{question}']");
    page.wait_for(&format!(
        "!root.querySelector(\"{same}\") || root.querySelector('.mb-errsum')"
    ))
    .await?;
    let refused = page.texts(".mb-errsum").await?;
    assert!(refused.is_empty(), "`{question}` is not answered: {refused:?}");
    Ok(question)
}

/// Goes to a group of options, and by arrows to one of them.
async fn choose(page: &Page, fact: &str, value: &str) -> Result<(), Failure> {
    let chosen = format!(
        "return root.querySelector(\"input[name='{fact}'][value='{value}']\").checked;"
    );
    tab_to(page, &format!("input[name='{fact}']")).await?;
    page.press(&[], Key::Space).await?;
    for _ in 0..30 {
        if page.run(&chosen, vec![]).await? == json!(true) {
            return Ok(());
        }
        page.press(&[], Key::Down).await?;
    }
    Err(Failure::new(format!("arrows do not lead to `{value}` of `{fact}`")))
}

/// Goes to a list and by arrows to one of its options.
async fn arrow_to(page: &Page, css: &str, value: &str) -> Result<(), Failure> {
    tab_to(page, css).await?;
    let there = format!("return root.querySelector(\"{css}\").value === '{value}';");
    for _ in 0..30 {
        if page.run(&there, vec![]).await? == json!(true) {
            return Ok(());
        }
        page.press(&[], Key::Down).await?;
    }
    Err(Failure::new(format!("arrows do not lead to `{value}` in `{css}`")))
}

/// Whatever people type for a number is read and said, or refused beside the field; what
/// they typed stands there as they typed it.
async fn figures_as_people_type_them(page: &Page) -> Result<(), Failure> {
    const ANSWERS: Answers =
        &[("registered_in", "371002"), ("applicant_kind", "enterprise")];
    const FACT: &str = "invention_patents_granted_year";
    const UNDERSTOOD: &[(&str, &str)] = &[
        ("２０", "20"),
        ("1,000", "1,000"),
        ("20万", "200,000"),
        ("二十", "20"),
        (" 20 ", ""),
        ("20 件", "20"),
    ];
    const REFUSED: &[(&str, &str)] = &[
        ("-5", "不能小于"),
        // Not `10^30`: WebKit's driver types a 6 for ^. The reader's own tests have it.
        ("1e30", "例如 20"),
        ("1000000000000000000000000000000", "不能大于"),
        ("我们公司今年获得了20件发明专利", "例如 20"),
        ("二十来件", "例如 20"),
        ("20美元", "这里要填件"),
    ];
    let field = format!("input[data-exact='{FACT}']");
    begin(page).await?;
    for _ in 0..20 {
        if !page.texts(&field).await?.is_empty() {
            break;
        }
        answer(page, ANSWERS).await?;
        page.element("form[data-question]").await?;
    }
    let value = format!("return root.querySelector(\"{field}\").value;");
    let read = format!(
        "return root.querySelector(\"{field}\").closest('.mb-box').parentElement\
         .querySelector('.mb-read')?.textContent ?? '';"
    );
    for (typed, expect) in UNDERSTOOD {
        page.type_into(&field, typed).await?;
        let read = plain(page.run(&read, vec![]).await?.as_str().unwrap_or_default());
        assert!(read.contains(expect) && read.is_empty() == expect.is_empty(), "{read}");
        assert_eq!(page.run(&value, vec![]).await?, json!(typed));
    }
    for (typed, expect) in REFUSED {
        page.type_into(&field, typed).await?;
        page.click("[data-action='next']").await?;
        let problem = format!("[data-problem='{FACT}']");
        page.element_with(&problem, "").await?;
        let said = plain(&page.wait_for_text(&problem, "").await?);
        assert!(said.contains(expect), "{typed}: {said}");
        assert_eq!(page.run(&value, vec![]).await?, json!(typed));
    }
    Ok(())
}

async fn begin(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.click("[data-action='start']").await?;
    page.element("form[data-question]").await.map(drop)
}

/// On the longest screen no more than this leads from its heading to the last button.
const MOST_TABS: usize = 150;

/// Presses Tab until the focus is on an element.
async fn tab_to(page: &Page, css: &str) -> Result<(), Failure> {
    let there = format!("return !!root.activeElement?.matches({});", json!(css));
    for _ in 0..MOST_TABS {
        if page.run(&there, vec![]).await? == json!(true) {
            return Ok(());
        }
        page.press(&[], Key::Tab).await?;
    }
    Err(Failure::new(format!("Tab does not lead to `{css}`")))
}

/// Answers the screen with 不清楚 throughout.
async fn unsure(page: &Page) -> Result<(), Failure> {
    const BOXES: &str = "return Array.from(root.querySelectorAll(\"form [value='unsure']\"), \
         (box) => `input[name='${box.name}'][value='unsure']`);";
    let form = page.run("return root.querySelector('form').dataset.question;", vec![]);
    let question = form.await?.as_str().unwrap_or_default().to_owned();
    let boxes = page.run(BOXES, vec![]).await?;
    for css in boxes.as_array().into_iter().flatten().filter_map(Value::as_str) {
        page.click(css).await?;
    }
    page.click("[data-action='next']").await?;
    let same = format!("form[data-question='{question}']");
    page.wait_for(&format!("!root.querySelector(\"{same}\")")).await
}

async fn open_carry(page: &Page) -> Result<(), Failure> {
    page.click(".mb-carry:not([open]) > summary").await?;
    page.element(".mb-carry[open]").await.map(drop)
}

async fn stored(page: &Page) -> Result<Value, Failure> {
    page.run("return localStorage.getItem('mingbai.answers');", vec![]).await
}
