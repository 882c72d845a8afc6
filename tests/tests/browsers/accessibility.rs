//! What axe-core finds wrong: nothing, on every screen, in each language, light, dark and in
//! large print, on a phone and on a desk.

use std::fs;

use mingbai_tests::browser::root;

use super::*;

/// Where `make test-browsers` puts axe-core; used here and nowhere else.
const AXE: &str = "target/tools/axe/node_modules/axe-core/axe.min.js";

/// A test for each language on each width; one page goes through all screens.
macro_rules! looks {
    ($($name:ident: $width:literal $language:literal;)+) => {$(
        mod $name {
            use super::*;

            #[test]
            fn chromium() -> Result<(), Failure> {
                let appearance =
                    Appearance { width: $width, height: 800, ..Appearance::default() };
                let setting = Setting {
                    appearance,
                    // The strict policy keeps axe-core from writing a style of its own;
                    // the rules that are missing are taken away for the failure.
                    expected_complaints: &["policy: style-src-elem", "MB-PACK-404"],
                    ..Setting::default()
                };
                let story = async |page: &Page| nothing_is_wrong(page, $language).await;
                tell(Browser::Chromium, stringify!($name), &setting, story)
            }
        }
    )+};
}

looks! {
    simplified_on_a_desk: 1280 "zh-Hans";
    simplified_on_a_phone: 360 "zh-Hans";
    traditional_on_a_desk: 1280 "zh-Hant";
    traditional_on_a_phone: 360 "zh-Hant";
    english_on_a_desk: 1280 "en";
    english_on_a_phone: 360 "en";
}

/// A window of 1280 by 1024 at 400 %: nothing has to be scrolled sideways.
#[test]
fn four_times_as_large() -> Result<(), Failure> {
    let appearance = Appearance { width: 320, height: 256, ..Appearance::default() };
    let setting = Setting { appearance, ..Setting::default() };
    tell(Browser::Chromium, "four_times_as_large", &setting, nothing_is_cut_off)
}

/// Text of twice the size, as the reader has set the browser: on a desk and on half of it.
#[test]
fn text_of_twice_the_size() -> Result<(), Failure> {
    let twice = "--blink-settings=defaultFontSize=32".to_owned();
    for width in [1280, 640] {
        let arguments = vec![twice.clone()];
        let appearance =
            Appearance { width, height: 800, arguments, ..Appearance::default() };
        let setting = Setting { appearance, ..Setting::default() };
        let story = async |page: &Page| {
            page.visit("").await?;
            page.element("[data-action='start']").await?;
            let size = "return getComputedStyle(root.querySelector('.mb-app')).fontSize;";
            assert_eq!(page.run(size, vec![]).await?, json!("32px"));
            nothing_is_cut_off(page).await
        };
        tell(Browser::Chromium, "text_of_twice_the_size", &setting, story)?;
    }
    Ok(())
}

/// A company that is a few patents short.
const ALMOST: Answers = &[
    ("registered_in", "371002"),
    ("applicant_kind", "enterprise"),
    ("hnte_event", "first"),
    ("enterprise_size", "small"),
    ("invention_patents_granted_year", "17"),
];

/// Through all screens; each is no wider than the window, and no words in it are wider than
/// what is around them.
async fn nothing_is_cut_off(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.element("[data-action='start']").await?;
    fits(page, "start").await?;
    page.click("[data-action='browse']").await?;
    page.element("[data-screen='all']").await?;
    fits(page, "all").await?;
    page.click("[data-action='return']").await?;
    page.click("[data-action='start']").await?;
    page.element("form[data-question]").await?;
    page.click("[data-action='next']").await?;
    page.element(".mb-errsum").await?;
    fits(page, "refused").await?;
    for index in 0..20 {
        if page.texts("form[data-question]").await?.is_empty() {
            break;
        }
        fits(page, &format!("question {index}")).await?;
        answer(page, ALMOST).await?;
    }
    page.element("[data-screen='results']").await?;
    fits(page, "results").await?;
    page.click("li[data-verdict='ineligible'] [data-open]").await?;
    page.element("[data-screen='award']").await?;
    fits(page, "award").await?;
    page.click("[data-action='return']").await?;
    page.click("[data-action='print']").await?;
    page.element("[data-screen='report']").await?;
    fits(page, "report").await
}

async fn fits(page: &Page, screen: &str) -> Result<(), Failure> {
    let wide = page.run(WIDE, vec![]).await?;
    assert_eq!(wide, json!([]), "{screen}");
    Ok(())
}

/// What sticks out of the window, or out of the element that it is in.
/// Words for readers of the screen alone have no size.
const WIDE: &str = "const { scrollWidth, clientWidth } = document.documentElement;\
     const found = scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth}`] : [];\
     for (const it of root.querySelectorAll('.mb-app *')) {\
       if (it.closest('.mb-vh') || !it.checkVisibility()) continue;\
       const { right, left, width } = it.getBoundingClientRect();\
       if (width > 1 && (right > clientWidth + 1 || left < -1)) \
         found.push(`${it.localName}.${it.className} ${left} to ${right}`);\
       const room = it.clientWidth;\
       if (room > 0 && it.scrollWidth > room + 1 && it.localName !== 'input') \
         found.push(`${it.localName}.${it.className} lacks ${it.scrollWidth - room}`);\
     }\
     return found;";

/// Through all screens; on each, every look.
async fn nothing_is_wrong(page: &Page, language: &str) -> Result<(), Failure> {
    let axe = match fs::read_to_string(root().join(AXE)) {
        Ok(axe) => axe,
        Err(error) if std::env::var("CI").is_ok_and(|it| it == "true" || it == "1") => {
            return Err(Failure::new(format!(
                "{AXE}: {error}; make test-browsers fetches it"
            )));
        }
        // As without a browser: the machine has no npm, which the set-up has said.
        Err(_) => return Ok(()),
    };
    // Colours are looked at as they come to rest.
    let still =
        json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
    page.devtools("Emulation.setEmulatedMedia", still).await?;
    page.visit("").await?;
    page.element("[data-action='start']").await?;
    page.run(&format!("host.setAttribute('lang', '{language}');"), vec![]).await?;
    page.element(&format!(".mb[lang='{language}'] [data-action='start']")).await?;
    page.run(&axe, vec![]).await?;
    let mut found = Vec::new();
    found.extend(look(page, "start").await?);

    page.click("[data-action='browse']").await?;
    page.element("[data-screen='all']").await?;
    found.extend(look(page, "all").await?);
    page.click("[data-action='return']").await?;

    page.click("[data-action='start']").await?;
    page.element("form[data-question]").await?;
    page.click("[data-action='next']").await?;
    page.element(".mb-errsum").await?;
    found.extend(look(page, "refused").await?);
    page.click("select[data-city] option[value='elsewhere']").await?;
    page.click("[data-action='next']").await?;
    page.element("[data-screen='elsewhere']").await?;
    found.extend(look(page, "elsewhere").await?);
    page.click("[data-action='start']").await?;
    for _ in 0..2 {
        answer(page, ALMOST).await?;
    }
    page.element("form[data-question]").await?;
    page.click(".mb-carry > summary").await?;
    page.click("[data-action='share']").await?;
    page.click(".mb-why > summary").await?;
    found.extend(look(page, "question").await?);
    if page.run("return innerWidth < 960;", vec![]).await? == json!(true) {
        page.click("[data-action='open-results']").await?;
        page.element("dialog[open]").await?;
        found.extend(look(page, "sheet").await?);
        page.click("[data-action='close-results']").await?;
    }
    answer_all(page, ALMOST, 20).await?;
    found.extend(look(page, "results").await?);
    page.click("li[data-verdict='ineligible'] [data-open]").await?;
    page.element("[data-screen='award']").await?;
    found.extend(look(page, "award").await?);
    page.click("[data-action='return']").await?;
    page.click("[data-action='print']").await?;
    page.element("[data-screen='report']").await?;
    found.extend(look(page, "report").await?);
    if language == "zh-Hans" {
        found.extend(look_at_guide(page, &axe).await?);
    }

    // Answers from a file, with one that fits nothing.
    page.visit("").await?;
    page.element("[data-action='start']").await?;
    page.run(&format!("host.setAttribute('lang', '{language}');"), vec![]).await?;
    page.element(&format!(".mb[lang='{language}'] [data-action='start']")).await?;
    page.run(&axe, vec![]).await?;
    page.run(IMPORT, vec![]).await?;
    page.element("[data-notice]").await?;
    found.extend(look(page, "imported").await?);

    // Rules of another city that do not come, and no rules at all.
    for name in page.site().files("packs")? {
        if name.starts_with("packs/370900.") {
            page.site().remove(&name)?;
        }
    }
    page.run("host.setAttribute('jurisdiction', '370900');", vec![]).await?;
    page.element("[data-code='MB-PACK-404']").await?;
    found.extend(look(page, "failed").await?);
    assert!(found.is_empty(), "axe-core finds {found:#?}");
    Ok(())
}

/// What is wrong with the integration guide, light and dark.
async fn look_at_guide(page: &Page, axe: &str) -> Result<Vec<String>, Failure> {
    let guide = page.site().read("integrate.html")?;
    page.site().write_page("integrate.html", &guide)?;
    page.visit("integrate.html").await?;
    page.element("[data-state='ready'] [data-action='start']").await?;
    page.run(axe, vec![]).await?;
    let mut found = Vec::new();
    for scheme in ["dark", "light"] {
        let features = json!({"features": [
            {"name": "prefers-reduced-motion", "value": "reduce"},
            {"name": "prefers-color-scheme", "value": scheme},
        ]});
        page.devtools("Emulation.setEmulatedMedia", features).await?;
        let report = page.run_async(
            "const { violations, passes } = await axe.run(document);\
             if (passes.length < 10) throw new Error('nothing was looked at');\
             return violations.flatMap(({ id, nodes }) => \
               nodes.map(({ target }) => `${id} ${target.flat()}`));",
        );
        let report = report.await?;
        let lines = report.as_array().into_iter().flatten().filter_map(Value::as_str);
        found.extend(lines.map(|line| format!("guide {scheme}: {line}")));
    }
    Ok(found)
}

/// Hands a file to the page as its own button does.
const IMPORT: &str = "const line = { registered_in: '371002', applicant_kind: 'guild' };\
     const file = new File([JSON.stringify(line)], 'answers.json');\
     const given = new DataTransfer();\
     given.items.add(file);\
     const input = root.querySelector('input[data-import]');\
     input.files = given.files;\
     input.dispatchEvent(new Event('change', { bubbles: true }));";

/// What is wrong with the screen as it is, in each look.
async fn look(page: &Page, screen: &str) -> Result<Vec<String>, Failure> {
    let report = page.run_async(LOOK).await?;
    let looks = report.pointer("/looks").and_then(Value::as_u64);
    assert_eq!(looks, Some(3), "{screen}: {report}");
    let found = report.pointer("/found").and_then(Value::as_array);
    let found = found.into_iter().flatten().filter_map(Value::as_str);
    Ok(found.map(|it| format!("{screen} {it}")).collect())
}

const LOOK: &str = "const app = () => root.querySelector('.mb');\
     const until = async (done) => {\
       const end = Date.now() + 20000;\
       while (!done()) {\
         if (Date.now() > end) throw new Error('the look does not change');\
         await new Promise((go) => setTimeout(go, 20));\
       }\
     };\
     const found = new Set();\
     let looks = 0;\
     for (const [theme, mode] of [['dark', ''], ['light', 'large'], ['light', '']]) {\
       host.setAttribute('theme', theme);\
       host.setAttribute('mode', mode);\
       await until(() => app().dataset.theme === theme \
         && (app().dataset.size === 'large') === (mode === 'large'));\
       const report = await axe.run(document, { resultTypes: ['violations'] });\
       looks += 1;\
       for (const { id, nodes } of report.violations) {\
         for (const { target, any } of nodes) {\
           const why = any.map((it) => it.message).join(' ');\
           found.add(`${theme} ${mode}: ${id} ${target.flat()} ${why}`);\
         }\
       }\
     }\
     return { looks, found: [...found] };";
