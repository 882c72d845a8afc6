//! What is drawn when: words before the module, of a question no more than changed, and
//! nothing that was there before.

use super::*;

stories! {
    the_start_can_be_read_before_the_module_is_there with Setting {
        appearance: narrow(),
        change: Some(hold_module),
        ..Setting::default()
    };
    what_stands_is_what_would_be_drawn with Setting {
        appearance: wide(),
        ..Setting::default()
    };
    the_next_question_starts_afresh with Setting { appearance: wide(), ..Setting::default() };
}

/// The module is asked for at once, and given to the page when the story says so.
fn hold_module(site: &Site) -> Result<(), Failure> {
    const HOLD: &str = "const own = window.fetch;\
         const held = new Promise((give) => { window.give = give; });\
         window.fetch = async (...asked) => {\
           const answer = await own(...asked);\
           if (String(asked[0]).endsWith('.wasm')) await held;\
           return answer;\
         };";
    site.write("hold.js", HOLD)?;
    let page = site.read("index.html")?;
    site.write(
        "index.html",
        page.replacen("<script", "<script src=\"hold.js\"></script><script", 1),
    )
}

/// Title and lead stand where the start will have them, in its face, and are gone once it
/// has; a link with answers, which leads elsewhere, shows none of it.
async fn the_start_can_be_read_before_the_module_is_there(
    page: &Page,
) -> Result<(), Failure> {
    const PLACES: &str = "return ['h2', '.mb-lead'].map((it) => {\
           const words = root.querySelector(it);\
           const { left, top, height } = words.getBoundingClientRect();\
           const { fontSize, fontWeight, color } = getComputedStyle(words);\
           return [words.textContent, left, top, height, fontSize, fontWeight, color];\
         });";
    for language in ["zh-Hans", "en"] {
        page.visit("").await?;
        page.run("host.lang = arguments[0];", vec![json!(language)]).await?;
        page.element(".mb-first h2").await?;
        if language == "en" {
            // Shown before it was said which language is wanted.
            page.wait_for("root.querySelector('.mb-first').lang === 'en'").await?;
        }
        let before = page.run(PLACES, vec![]).await?;
        page.run("window.give();", vec![]).await?;
        page.element("[data-state='ready'] [data-action='start']").await?;
        page.wait_for("!root.querySelector('.mb-first')").await?;
        assert_eq!(page.run(PLACES, vec![]).await?, before, "{language}");
    }

    page.visit("index.html#mingbai=1").await?;
    page.wait_for("root && host.matches(':defined')").await?;
    assert_eq!(page.texts(".mb-first").await?, Vec::<String>::new());
    page.run("window.give();", vec![]).await?;
    page.element("[data-state='ready']").await.map(drop)
}

/// After each choice, all that stands on the page is what it would be if the whole page were
/// drawn anew: as it is when large print comes and goes.
async fn what_stands_is_what_would_be_drawn(page: &Page) -> Result<(), Failure> {
    const SHOWN: &str = "return root.querySelector('.mb').outerHTML;";
    page.visit("").await?;
    page.click("[data-action='start']").await?;
    for _ in 0..6 {
        answer(page, NEW_ENTERPRISE).await?;
        page.element("form[data-question]").await?;
        for choose in ["all[0].click();", "all[all.length - 1].click();"] {
            let all = "const all = root.querySelectorAll('form input:not([type=text])');";
            page.run(&[all, choose].concat(), vec![]).await?;
            let kept = page.run(SHOWN, vec![]).await?;
            for on in [true, false] {
                page.click("[data-large-switch]").await?;
                let pressed = format!("[data-large-switch][aria-pressed='{on}']");
                page.element(&pressed).await?;
            }
            assert_eq!(page.run(SHOWN, vec![]).await?, kept);
        }
    }
    Ok(())
}

/// Where elements of the last question serve the next one, nothing of it is left in them.
async fn the_next_question_starts_afresh(page: &Page) -> Result<(), Failure> {
    const LEFT: &str = "const form = root.querySelector('form[data-question]');\
         const heading = form.querySelector('[data-heading]');\
         return {\
           open: form.querySelectorAll('details[open]').length,\
           chosen: form.querySelectorAll('input:checked:not([value=exact])').length,\
           written: [...form.querySelectorAll('input[type=text]')].filter((it) => it.value).length,\
           focus: root.activeElement === heading,\
         };";
    page.visit("").await?;
    page.click("[data-action='start']").await?;
    for _ in 0..6 {
        page.element("form[data-question]").await?;
        page.click("form summary").await?;
        page.element("form details[open]").await?;
        answer(page, NEW_ENTERPRISE).await?;
        page.element("form[data-question]").await?;
        let left = page.run(LEFT, vec![]).await?;
        let none = json!({"open": 0, "chosen": 0, "written": 0, "focus": true});
        assert_eq!(left, none);
    }
    Ok(())
}
