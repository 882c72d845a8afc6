//! What the operator of a portal adds to the rules.

use super::*;

stories! {
    what_the_operator_adds_is_shown with Setting {
        change: Some(|site| add_operator(site, OPERATOR)),
        ..Setting::default()
    };
    a_broken_file_of_the_operator_takes_nothing_away with Setting {
        change: Some(|site| add_operator(site, &OPERATOR.replace("../apply", "javascript:"))),
        expected_complaints: &["console.warn: mingbai: MB-OPERATOR-JSON, awards.weihai-inv"],
        ..Setting::default()
    };
}

const OPERATOR: &str = r#"{
  "places": {"371000": {"contact": {"zh-Hans": "市科技局 0631-0000000", "en": "the bureau"}}},
  "awards": {"weihai-invention-patents-20": {
    "apply": "../apply.html",
    "windows": [
      {"from": "2026-03-01", "until": "2026-03-31"},
      {"from": "2026-09-01", "until": "2026-09-30"}
    ]
  }}
}"#;

const AWARD: &str = "weihai-invention-patents-20";

/// A file written by hand beside the packs, and named in their index.
fn add_operator(site: &Site, content: &str) -> Result<(), Failure> {
    site.write("packs/operator.json", content)?;
    let index = site.read(INDEX)?;
    let named = index.replacen('{', r#"{"operator":"operator.json","#, 1);
    site.write(INDEX, named)
}

/// Opens the award, on a day.
async fn open_award(page: &Page, date: &str) -> Result<String, Failure> {
    page.run("host.asOf = arguments[0];", vec![json!(date)]).await?;
    page.click("[data-action='browse']").await?;
    page.click(&format!("li[data-award='{AWARD}'] [data-open]")).await?;
    let article = format!("article[data-award='{AWARD}']");
    let said = plain(&page.text(&article).await?);
    page.click("[data-action='return']").await?;
    page.click("[data-action='return']").await?;
    Ok(said)
}

/// The link, the window that matters on the day and the contact, in the language of the
/// page, on the award and in the report; nothing of it is asked for twice.
async fn what_the_operator_adds_is_shown(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.element("[data-state='ready'] [data-action='start']").await?;
    for (date, window) in [
        ("2026-08-31", "2026 年 9 月 1 日 至 2026 年 9 月 30 日，尚未开始"),
        ("2026-09-01", "2026 年 9 月 1 日 至 2026 年 9 月 30 日，正在受理"),
        ("2026-09-30", "2026 年 9 月 1 日 至 2026 年 9 月 30 日，正在受理"),
        ("2026-10-01", "2026 年 9 月 1 日 至 2026 年 9 月 30 日，已经截止"),
    ] {
        let said = open_award(page, date).await?;
        assert!(said.contains(window), "{date}: {said}");
        assert!(said.contains("咨询：市科技局 0631-0000000"), "{said}");
    }

    let answers = json!({
        "registered_in": "371002", "applicant_kind": "enterprise",
        "invention_patents_granted_year": 20,
    });
    let known =
        "host.lang = 'en'; host.awards = [arguments[1]]; host.answers = arguments[0];";
    page.run(known, vec![answers, json!(AWARD)]).await?;
    page.wait_for("root.querySelector('.mb').lang === 'en'").await?;
    page.click("[data-action='start']").await?;
    page.click(&format!("li[data-award='{AWARD}'][data-verdict='eligible'] [data-open]"))
        .await?;
    let said = plain(&page.text(&format!("article[data-award='{AWARD}']")).await?);
    assert!(said.contains("Closed: 1 September 2026 to 30 September 2026"), "{said}");
    assert!(said.contains("Ask: the bureau"), "{said}");
    let link = page.run(
        "const link = root.querySelector('a[data-apply]');\
         return [link.href, link.target, link.rel];",
        vec![],
    );
    let [href, target, rel] = match link.await? {
        Value::Array(parts) => [0, 1, 2].map(|at| {
            parts.get(at).and_then(Value::as_str).unwrap_or_default().to_owned()
        }),
        other => return Err(Failure::new(format!("no link: {other}"))),
    };
    assert!(href.ends_with("/portal/zc/apply.html"), "{href}");
    assert_eq!([target, rel], ["_blank", "noopener"]);

    page.click("[data-action='return']").await?;
    page.click("[data-action='print']").await?;
    let report = plain(&page.text("[data-screen='report'] .mb-paper").await?);
    for part in ["Closed: 1 September 2026", "Ask: the bureau", "Apply: ../apply.html"] {
        assert!(report.contains(part), "no `{part}`: {report}");
    }
    let requests = page.requests();
    let asked = requests.iter().filter(|it| it.path.ends_with("operator.json")).count();
    assert_eq!(asked, 1);
    Ok(())
}

/// A link that would run a script: the file is passed over, the console says where, and
/// the page is as without it.
async fn a_broken_file_of_the_operator_takes_nothing_away(
    page: &Page,
) -> Result<(), Failure> {
    page.visit("").await?;
    page.element("[data-state='ready'] [data-action='start']").await?;
    let said = open_award(page, "2026-09-01").await?;
    assert!(said.contains("第十四条") && !said.contains("正在受理"), "{said}");
    Ok(())
}
