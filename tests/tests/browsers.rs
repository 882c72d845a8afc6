//! Stories told in each of the three browsers, against the built site.
//!
//! `make test-browsers` builds the site and runs them; one alone:
//! `cargo test -p mingbai-tests --features browsers --test browsers -- opens::firefox`.

use fantoccini::key::Key;
use mingbai_tests::browser::{Appearance, Browser};
use mingbai_tests::failure::Failure;
use mingbai_tests::page::Page;
use mingbai_tests::site::Site;
use mingbai_tests::story::{Setting, tell};
use serde_json::{Value, json};

/// Makes a test for each browser out of a story: `<story>::chromium` and so on.
macro_rules! stories {
    ($($story:ident $(with $setting:expr)?;)+) => {$(
        mod $story {
            use super::*;

            fn setting() -> Setting {
                stories!(@setting $($setting)?)
            }

            #[test]
            fn chromium() -> Result<(), Failure> {
                tell(Browser::Chromium, stringify!($story), &setting(), super::$story)
            }

            #[test]
            fn firefox() -> Result<(), Failure> {
                tell(Browser::Firefox, stringify!($story), &setting(), super::$story)
            }

            #[test]
            fn webkit() -> Result<(), Failure> {
                tell(Browser::WebKit, stringify!($story), &setting(), super::$story)
            }
        }
    )+};
    (@setting) => { Setting::default() };
    (@setting $setting:expr) => { $setting };
}

#[path = "browsers/accessibility.rs"]
mod accessibility;
#[path = "browsers/drawing.rs"]
mod drawing;
#[path = "browsers/embedding.rs"]
mod embedding;
#[path = "browsers/hosting.rs"]
mod hosting;
#[path = "browsers/integration.rs"]
mod integration;
#[path = "browsers/journeys.rs"]
mod journeys;
#[path = "browsers/offline.rs"]
mod offline;
#[path = "browsers/operator.rs"]
mod operator;
#[path = "browsers/parity.rs"]
mod parity;
#[path = "browsers/parts.rs"]
mod parts;

stories! {
    opens;
    new_enterprise_with_20_patents with Setting { appearance: wide(), ..Setting::default() };
    incubator_with_12_graduates with Setting { appearance: narrow(), ..Setting::default() };
    missing_pack_is_said with Setting {
        change: Some(|site| site.remove(&pack(site)?)),
        expected_complaints: &["console.warn: mingbai: MB-PACK-404"],
        ..Setting::default()
    };
    cut_off_pack_is_said with Setting {
        change: Some(cut_pack_off),
        expected_complaints: &["console.warn: mingbai: MB-PACK-JSON"],
        ..Setting::default()
    };
    newer_pack_is_said with Setting {
        change: Some(make_pack_newer),
        expected_complaints: &["console.warn: mingbai: MB-PACK-VERSION"],
        ..Setting::default()
    };
    cut_off_module_is_said with Setting {
        change: Some(cut_module_off),
        expected_complaints: &["MB-WASM-LOAD"],
        ..Setting::default()
    };
    trap_is_said with Setting {
        change: Some(add_trap),
        expected_complaints: &["error: ", "MB-PANIC"],
        ..Setting::default()
    };
    missing_words_are_said with Setting {
        change: Some(|site| site.remove(&words(site, "zh-Hans")?)),
        expected_complaints: &["MB-WORDS-404"],
        ..Setting::default()
    };
    words_of_another_build_are_said with Setting {
        change: Some(|site| site.write(&words(site, "zh-Hans")?, "[\"0\"]")),
        expected_complaints: &["MB-WORDS-VERSION"],
        ..Setting::default()
    };
    broken_words_of_another_language_are_said with Setting {
        change: Some(|site| site.write(&words(site, "en")?, "[")),
        expected_complaints: &["console.warn: mingbai: MB-WORDS-JSON"],
        ..Setting::default()
    };
    complaints_are_noticed with Setting {
        change: Some(add_complaining_page),
        expected_complaints: &[
            "console.error: ouch",
            "console.warn: hm",
            "policy: connect-src",
            "not loaded",
            "rejection: Error: lost",
            "error: ",
        ],
        ..Setting::default()
    };
}

/// The host page holds the element and nothing else; the element loads the rules of 威海,
/// and of no other city, and offers to start.
async fn opens(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.element_with("[data-state='ready'] [data-action='start']", "开始").await?;
    let asked = page.files_asked_for();
    let pack = pack(page.site())?;
    for file in ["", "element.js", "mingbai_web.js", "mingbai_web_bg.wasm", &pack] {
        assert!(asked.contains(file), "`{file}` is not among {asked:?}");
    }
    let packs = asked.iter().filter(|file| file.starts_with("packs/"));
    let others: Vec<_> = packs
        .filter(|file| *file != INDEX && !file.starts_with("packs/371000."))
        .collect();
    assert!(others.is_empty(), "rules of other cities: {others:?}");
    Ok(())
}

/// A company in 环翠区, newly certified as a high-tech enterprise, with 20 invention patents
/// granted this year.
const NEW_ENTERPRISE: Answers = &[
    ("registered_in", "371002"),
    ("applicant_kind", "enterprise"),
    ("hnte_event", "first"),
    ("enterprise_size", "small"),
    ("hnte_valid", "yes"),
    ("invention_patents_granted_year", "20"),
];

/// The new enterprise answers every question it is asked.
async fn new_enterprise_with_20_patents(page: &Page) -> Result<(), Failure> {
    const CERTIFIED: &str = "weihai-hnte-newly-certified";
    const PATENTS: &str = "weihai-invention-patents-20";

    page.visit("").await?;
    page.click("[data-action='start']").await?;
    for _ in 0..2 {
        answer(page, NEW_ENTERPRISE).await?;
    }
    // From the third screen on it sees what it gets.
    page.element("form[data-question]").await?;
    check_row(page, CERTIFIED, "eligible", "20 万元", "第七条").await?;
    check_row(page, PATENTS, "eligible", "20 万元", "第十四条").await?;

    // All that this company is ever asked, the two screens before included.
    answer_all(page, NEW_ENTERPRISE, 15 - 2).await?;
    check_row(page, CERTIFIED, "eligible", "20 万元", "第七条").await?;
    check_row(page, PATENTS, "eligible", "20 万元", "第十四条").await?;

    page.click(&format!("li[data-award='{PATENTS}'] [data-open]")).await?;
    let award = format!("article[data-award='{PATENTS}'][data-verdict='eligible']");
    page.wait_for_text(&format!("{award} [data-article]"), "第十四条").await?;
    assert_eq!(plain(&page.text(&format!("{award} [data-amount]")).await?), "20 万元");
    page.click("[data-action='return']").await?;

    // One patent fewer, by 改; the key of the field goes on.
    let field = "input[data-exact='invention_patents_granted_year']";
    page.click_with("[data-edit='company']", "改").await?;
    page.type_into(field, "19").await?;
    page.press(&[], Key::Enter).await?;
    let row = check_row(page, PATENTS, "ineligible", "20 万元", "第十四条").await?;
    let near = plain(&page.text(&format!("{row} [data-near]")).await?);
    assert!(near.contains("再增加 1 件"), "{near}");
    check_row(page, CERTIFIED, "eligible", "20 万元", "第七条").await?;

    page.click_with("[data-edit='company']", "改").await?;
    page.type_into(field, "20").await?;
    page.press(&[], Key::Enter).await?;
    check_row(page, PATENTS, "eligible", "20 万元", "第十四条").await?;
    Ok(())
}

/// A company with a municipal incubator, 12 of whose tenants became high-tech enterprises
/// this year, on a narrow page.
async fn incubator_with_12_graduates(page: &Page) -> Result<(), Failure> {
    const GRADUATES: &str = "weihai-incubator-hnte-graduate";
    const ANSWERS: Answers = &[
        ("registered_in", "371002"),
        ("applicant_kind", "enterprise"),
        ("carrier_level", "municipal"),
        ("hnte_graduates_year", "12"),
    ];

    page.visit("").await?;
    page.click("[data-action='start']").await?;
    answer_all(page, ANSWERS, 20).await?;
    let capped = "100 万元 12 家 × 10 万元，封顶";
    check_row(page, GRADUATES, "eligible", capped, "第十六条").await?;

    page.click_with("[data-edit='details']", "改").await?;
    page.type_into("input[data-exact='hnte_graduates_year']", "9").await?;
    page.click("[data-action='next']").await?;
    page.element_with(&format!("li[data-award='{GRADUATES}'] [data-amount]"), "90")
        .await?;
    let each = "90 万元 9 家 × 10 万元";
    check_row(page, GRADUATES, "eligible", each, "第十六条").await?;
    Ok(())
}

/// Rules that are not there are said; once they are back, 再试一次 goes on.
async fn missing_pack_is_said(page: &Page) -> Result<(), Failure> {
    let pack = pack(page.site())?;
    page.visit("").await?;
    check_failure(page, "MB-PACK-404", "网络").await?;
    let mut odd: Vec<_> = page.odd_requests().iter().map(ToString::to_string).collect();
    // Some browsers ask again for what they asked for ahead in vain.
    odd.dedup();
    assert_eq!(odd, [format!("GET /portal/zc/{pack} → 404")]);

    page.site().write(&pack, Site::built()?.read(&pack)?)?;
    page.click("[data-action='retry']").await?;
    page.element_with("[data-state='ready'] [data-action='start']", "开始").await?;
    Ok(())
}

/// Half a pack, as a copy that was broken off leaves it.
async fn cut_off_pack_is_said(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    check_failure(page, "MB-PACK-JSON", "规则文件有问题").await
}

/// A pack of a version that this page cannot read.
async fn newer_pack_is_said(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    check_failure(page, "MB-PACK-VERSION", "刷新页面").await
}

/// The module stops for good, as after a defect: the page says so in place of standing still.
async fn trap_is_said(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.element("[data-state='ready'] [data-action='start']").await?;
    page.run(ADD_SCRIPT, vec![json!("trap.js")]).await?;
    page.element_with(".mb-fallback[role='alert']", "MB-PANIC").await?;
    Ok(())
}

const ADD_SCRIPT: &str = "const script = document.createElement('script');\
     script.type = 'module';\
     script.src = arguments[0];\
     document.head.append(script);\
     return true;";

/// More memory than an address can reach, asked of the module outside of the page's handlers.
fn add_trap(site: &Site) -> Result<(), Failure> {
    site.write(
        "trap.js",
        "import init from './mingbai_web.js';\
         // The exports' names are short; to give memory takes two numbers.
         init().then((module) => setTimeout(() => {
           const all = Object.values(module).filter((it) => it.length === 2);
           all.forEach((it) => it(-1, 1));
         }));",
    )
}

fn cut_module_off(site: &Site) -> Result<(), Failure> {
    let name = "mingbai_web_bg.wasm";
    let module = std::fs::read(site.folder().join(name))?;
    let (half, _) = module.split_at(module.len() / 2);
    site.write(name, half)
}

/// A module that did not come to its end is said in two languages, with what else there is.
async fn cut_off_module_is_said(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.element_with(".mb-fallback[role='alert']", "MB-WASM-LOAD").await?;
    page.element_with(".mb-fallback a", "政策").await?;
    Ok(())
}

/// Without its words the page says so in two languages, and what can be looked at instead.
async fn missing_words_are_said(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    check_speechless(page, "MB-WORDS-404").await
}

/// Words of another build than the module: none of them is shown in the wrong place.
async fn words_of_another_build_are_said(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    check_speechless(page, "MB-WORDS-VERSION").await
}

/// A language whose words are broken is said in the one that is there, which stays. Only
/// the words that are shown were asked for.
async fn broken_words_of_another_language_are_said(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.element_with("[data-state='ready'] [data-action='start']", "开始").await?;
    let english = words(page.site(), "en")?;
    let asked = page.files_asked_for();
    assert!(asked.contains(&words(page.site(), "zh-Hans")?), "{asked:?}");
    assert!(!asked.contains(&english), "{asked:?}");
    page.run("host.lang = 'en';", Vec::new()).await?;
    page.element_with("[data-code='MB-WORDS-JSON']", "规则没有载入成功").await?;
    page.element_with("[data-state='ready'] [data-action='start']", "开始").await?;
    assert!(page.files_asked_for().contains(&english));
    Ok(())
}

/// The harness itself: whatever a browser may complain about is noted in each of them.
async fn complaints_are_noticed(page: &Page) -> Result<(), Failure> {
    page.visit("complaining.html").await?;
    page.wait_for("window.mingbaiComplaints.length >= 6").await?;
    let odd: Vec<_> = page.odd_requests().iter().map(ToString::to_string).collect();
    let unanswered = "GET /portal/zc/gone.png → 404".to_owned();
    let with_query = "GET /portal/zc/complaining.html?answer=1 → 200".to_owned();
    assert!(odd.contains(&unanswered) && odd.contains(&with_query), "{odd:?}");
    Ok(())
}

fn add_complaining_page(site: &Site) -> Result<(), Failure> {
    site.write_page(
        "complaining.html",
        "<!doctype html><html lang=\"en\"><head><title>complaints</title>\
         <link rel=\"icon\" href=\"data:,\"></head><body><img src=\"gone.png\" alt=\"\">\
         <script src=\"complaining.js\"></script></body></html>",
    )?;
    site.write(
        "complaining.js",
        "console.error('ouch');\
         console.warn('hm');\
         Promise.reject(new Error('lost'));\
         fetch('complaining.html?answer=1').then(() =>\
         fetch('https://portal.invalid/').catch(() => {}));\
         absent();",
    )
}

/// The name of the list of packs.
const INDEX: &str = "packs/index.json";

/// What an applicant knows: facts, each with a value of its control or a number to type.
/// Everything else is answered with no or none, or where there is no such thing, not sure.
type Answers = &'static [(&'static str, &'static str)];

/// Answers screens until none is left.
async fn answer_all(
    page: &Page,
    answers: Answers,
    at_most: usize,
) -> Result<(), Failure> {
    let mut asked = Vec::new();
    while page.texts("form[data-question]").await?.len() == 1 {
        assert!(asked.len() < at_most, "more than {at_most} screens: {asked:?}");
        asked.push(answer(page, answers).await?);
    }
    page.element("[data-screen='results']").await?;
    Ok(())
}

/// Answers the question on the screen and goes on; which question it was.
async fn answer(page: &Page, answers: Answers) -> Result<String, Failure> {
    page.element("form[data-question]").await?;
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
        let choice = |value: &str| format!("input[name='{fact}'][value='{value}']");
        let field = format!("input[data-exact='{fact}']");
        match (text_at(control, "/kind")?.as_str(), known) {
            ("place", Some(district)) => {
                let city = format!("{}00", district.get(..4).unwrap_or_default());
                page.click(&format!("select[data-city] option[value='{city}']")).await?;
                page.click(&format!("select[data-district] option[value='{district}']"))
                    .await?;
            }
            ("tick", None) => ticked = ticked.or(Some(false)),
            ("tick", Some(value)) => {
                ticked = Some(true);
                page.click(&format!("input[data-tick='{fact}']")).await?;
                if value != "yes" {
                    page.type_into(&field, value).await?;
                }
            }
            (_, Some(value)) if offered(value) => page.click(&choice(value)).await?,
            (_, Some(number)) => page.type_into(&field, number).await?,
            (_, None) => {
                let rest = ["no", "none", "unsure"].into_iter().find(|it| offered(it));
                let rest = rest.ok_or_else(|| Failure::new(format!("`{fact}`: how?")))?;
                page.click(&choice(rest)).await?;
            }
        }
    }
    if ticked == Some(false) {
        page.click("input[data-rest='none']").await?;
    }
    page.click("[data-action='next']").await?;
    let same = format!("form[data-question='{question}']");
    page.wait_for(&format!(
        "!root.querySelector(\"{same}\") || root.querySelector('.mb-errsum')"
    ))
    .await?;
    let refused = page.texts(".mb-errsum").await?;
    assert!(refused.is_empty(), "`{question}` is not answered: {refused:?}");
    Ok(question)
}

/// The facts on the screen, each with the kind of its control and the values to choose.
const CONTROLS: &str = "const form = root.querySelector('form[data-question]');\
     const facts = new Map();\
     for (const control of form.querySelectorAll('select[data-city], input')) {\
       const { city, tick, rest } = control.dataset;\
       const fact = city || tick || control.name;\
       if (rest || !fact) continue;\
       const kind = city ? 'place' : tick ? 'tick' : control.type;\
       if (!facts.has(fact)) facts.set(fact, { fact, kind, values: [] });\
       facts.get(fact).values.push(control.value);\
     }\
     return { question: form.dataset.question, facts: [...facts.values()] };";

/// Waits for an award to be seen with a verdict, and checks what its row says; the row.
async fn check_row(
    page: &Page,
    award: &str,
    verdict: &str,
    amount: &str,
    article: &str,
) -> Result<String, Failure> {
    let row = format!("li[data-award='{award}'][data-verdict='{verdict}']");
    page.element_with(&row, article).await?;
    let shown = |part: &str| format!("{row} [data-{part}]");
    let said = [
        plain(&page.text(&shown("amount")).await?),
        plain(&page.text(&shown("article")).await?),
    ];
    assert_eq!(said, [amount, article], "{award}");
    Ok(row)
}

/// Waits for the message of a failure: words for a visitor, a code for the operator.
async fn check_failure(page: &Page, code: &str, words: &str) -> Result<(), Failure> {
    let failed = format!("[data-state='failed'] [data-code='{code}']");
    page.element_with(&failed, "规则没有载入成功").await?;
    let said = page.text(&failed).await?;
    assert!(said.contains(code) && said.contains(words), "{said}");
    page.element_with("[data-action='retry']", "再试一次").await?;
    Ok(())
}

/// Waits for what the element says by itself.
async fn check_speechless(page: &Page, code: &str) -> Result<(), Failure> {
    page.element_with("[role='alert']", code).await?;
    let said = page.text("[role='alert']").await?;
    for part in ["自测没有载入成功", "The check did not load", "查看政策目录"]
    {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(
        page.run("return root.querySelector('.mb-app');", Vec::new()).await?,
        json!(null)
    );
    Ok(())
}

/// One kind of white space, as a person reads it.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text_at(value: &Value, pointer: &str) -> Result<String, Failure> {
    let text = value.pointer(pointer).and_then(Value::as_str);
    text.map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("no text at `{pointer}` of {value}")))
}

/// The pack of 威海, as the list of packs names it.
fn pack(site: &Site) -> Result<String, Failure> {
    let index: Value = serde_json::from_str(&site.read(INDEX)?)
        .map_err(|error| Failure::new(format!("{INDEX}: {error}")))?;
    let packs = index.pointer("/packs").and_then(Value::as_array);
    let of_city =
        |entry: &&Value| entry.pointer("/jurisdiction") == Some(&json!("371000"));
    let entry = packs.and_then(|packs| packs.iter().find(of_city));
    let entry = entry.ok_or_else(|| Failure::new("no pack of 371000"))?;
    Ok(format!("packs/{}", text_at(entry, "/pack")?))
}

/// The page's words in a language.
fn words(site: &Site, language: &str) -> Result<String, Failure> {
    let mut files = site.files("words")?.into_iter();
    files
        .find(|file| file.starts_with(&format!("words/{language}.")))
        .ok_or_else(|| Failure::new(format!("no words in `{language}`")))
}

fn cut_pack_off(site: &Site) -> Result<(), Failure> {
    let pack = pack(site)?;
    let content = site.read(&pack)?;
    let half: String = content.chars().take(content.chars().count() / 2).collect();
    site.write(&pack, half)
}

fn make_pack_newer(site: &Site) -> Result<(), Failure> {
    let pack = pack(site)?;
    let mut content: Value = serde_json::from_str(&site.read(&pack)?)
        .map_err(|error| Failure::new(format!("{pack}: {error}")))?;
    let schema = content.pointer("/schema").and_then(Value::as_u64).unwrap_or_default();
    if let Some(fields) = content.as_object_mut() {
        fields.insert("schema".to_owned(), json!(schema + 1));
        fields.insert("unheard_of".to_owned(), json!(true));
    }
    site.write(&pack, content.to_string())
}

/// Wide enough for question and results side by side.
fn wide() -> Appearance {
    Appearance { width: 1280, height: 900, ..Appearance::default() }
}

fn narrow() -> Appearance {
    Appearance { width: 600, height: 900, ..Appearance::default() }
}
