//! What a visitor waits for, and what comes beside what they read: the module's second part,
//! and the rules' words but for those of the start and the first question.

use super::*;

stories! {
    first_question_needs_the_first_part_alone with Setting {
        change: Some(|site| site.remove(SECOND_PART)),
        // Thrown through the module, and said.
        expected_complaints: &["error: ", "MB-WASM-LOAD"],
        ..Setting::default()
    };
    what_the_start_needs_is_asked_for_beside_the_module with Setting {
        change: Some(|site| site.hold_back(r"_bg\.wasm")),
        ..Setting::default()
    };
    all_comes_by_itself;
    whoever_is_faster_than_the_line_gets_there with Setting {
        change: Some(|site| site.hold_back(r"_later\.wasm|packs\/\d+\.(zh|en)")),
        ..Setting::default()
    };
    a_second_part_that_was_lost_is_asked_for_again with Setting {
        change: Some(|site| site.lose(r"_later\.wasm")),
        ..Setting::default()
    };
    words_that_did_not_come_are_said_and_asked_for_again with Setting {
        change: Some(|site| site.remove(&whole_words(site)?)),
        expected_complaints: &["console.warn: mingbai: MB-TEXT-404"],
        ..Setting::default()
    };
    second_part_of_another_build_is_said with Setting {
        change: Some(rename_second_part),
        expected_complaints: &["error: ", "MB-WASM-LOAD"],
        ..Setting::default()
    };
}

const SECOND_PART: &str = "mingbai_web_later.wasm";

/// All the words of the rules of 威海, in Chinese.
fn whole_words(site: &Site) -> Result<String, Failure> {
    let mut files = site.files("packs")?.into_iter();
    files
        .find(|file| file.starts_with("packs/371000.zh-Hans."))
        .ok_or_else(|| Failure::new("no words of 371000"))
}

/// By what means files were asked for, each time, by the end of their names.
async fn askings(page: &Page, end: &str) -> Result<Value, Failure> {
    let body = "return performance.getEntriesByType('resource')\
        .filter((it) => it.name.endsWith(arguments[0])).map((it) => it.initiatorType);";
    page.run(body, vec![json!(end)]).await
}

/// Goes to the first question, and leaves it open what its answer is.
async fn ask_first(page: &Page) -> Result<(), Failure> {
    page.click("[data-state='ready'] [data-action='start']").await?;
    page.element("form[data-question]").await?;
    Ok(())
}

/// Where only the first part is there, the start can be read and the first question be
/// filled in, in each language and on a slow line; what needs more says that it did not
/// load. Where this waits for the question in vain, the list of what comes later is old:
/// `make later`.
async fn first_question_needs_the_first_part_alone(page: &Page) -> Result<(), Failure> {
    let html = page.site().read("index.html")?;
    let own = "<mingbai-checker ";
    assert!(html.contains(own), "the element stands otherwise in index.html");
    for (language, wait) in [("zh-Hans", 0), ("zh-Hant", 0), ("en", 0), ("en", 700)] {
        let spoken = html.replace(own, &format!("{own}lang=\"{language}\" "));
        page.site().write("index.html", spoken)?;
        page.site().slow_down(wait)?;
        page.visit("").await?;
        ask_first(page).await?;
        page.click("select[data-city] option[value='371000']").await?;
        page.click("select[data-district] option[value='371002']").await?;
        page.click("input[name='applicant_kind'][value='enterprise']").await?;
    }
    page.click("[data-action='next']").await?;
    page.element_with(".mb-fallback[role='alert']", "MB-WASM-LOAD").await?;
    Ok(())
}

/// While the module is on its way, so is all that it asks for first; nothing is asked for
/// twice.
async fn what_the_start_needs_is_asked_for_beside_the_module(
    page: &Page,
) -> Result<(), Failure> {
    page.visit("").await?;
    page.wait_for(
        "[/words\\/zh-Hans/, /packs\\/index/, /packs\\/371000\\.[0-9a-f]+\\.json/, /opening\\.zh-Hans/]\
           .every((file) => performance.getEntriesByType('resource').some((it) => file.test(it.name)))",
    )
    .await?;
    page.run("release();", Vec::new()).await?;
    ask_first(page).await?;
    page.click("[data-action='back']").await?;
    page.click("[data-action='browse']").await?;
    page.element("li[data-award]").await?;
    let mut asked: Vec<_> = page.requests().iter().map(ToString::to_string).collect();
    asked.sort();
    let all = asked.clone();
    asked.dedup();
    assert_eq!(asked, all);
    Ok(())
}

/// The rest is asked for beside what the reader does, who has pressed nothing yet: once,
/// and so that nobody has to wait for it.
async fn all_comes_by_itself(page: &Page) -> Result<(), Failure> {
    let words = whole_words(page.site())?;
    page.visit("").await?;
    page.element("[data-state='ready'] [data-action='start']").await?;
    for file in [SECOND_PART, &words] {
        page.wait_for(&format!(
            "performance.getEntriesByType('resource').some((it) => it.name.endsWith('{file}'))"
        ))
        .await?;
    }
    page.click("[data-action='browse']").await?;
    page.element("li[data-award]").await?;
    for file in [SECOND_PART, &words] {
        assert_eq!(askings(page, file).await?, json!(["fetch"]), "{file}");
    }
    Ok(())
}

/// What is pressed before the rest is there waits for it, be it at the start or with the
/// first answer, and is done then; the next heading has the focus.
async fn whoever_is_faster_than_the_line_gets_there(page: &Page) -> Result<(), Failure> {
    const FOCUSED: &str = "root.activeElement?.hasAttribute('data-heading')";
    page.visit("").await?;
    page.click("[data-state='ready'] [data-action='browse']").await?;
    page.element("[data-state='loading']").await?;
    page.run("release();", Vec::new()).await?;
    page.element("li[data-award]").await?;
    page.wait_for(FOCUSED).await?;
    assert_eq!(askings(page, SECOND_PART).await?, json!(["fetch"]));

    page.visit("").await?;
    ask_first(page).await?;
    answer(page, NEW_ENTERPRISE).await?;
    page.element("[data-state='loading']").await?;
    page.run("release();", Vec::new()).await?;
    page.element("form[data-question='company']").await?;
    page.wait_for(FOCUSED).await?;
    page.element("[data-edit='applicant']").await?;
    assert_eq!(askings(page, SECOND_PART).await?, json!(["fetch"]));
    Ok(())
}

/// A second part that was lost on its way is asked for with what is pressed next, beside
/// what the reader does.
async fn a_second_part_that_was_lost_is_asked_for_again(
    page: &Page,
) -> Result<(), Failure> {
    page.visit("").await?;
    page.element("[data-state='ready'] [data-action='start']").await?;
    page.wait_for("globalThis.lost").await?;
    page.run("mend();", Vec::new()).await?;
    page.click("[data-action='browse']").await?;
    page.element("li[data-award]").await?;
    assert_eq!(askings(page, SECOND_PART).await?, json!(["fetch"]));
    Ok(())
}

/// Words that did not come are said over the start, which can be read; whoever goes on may
/// have them asked for again, and nothing that was answered is lost.
async fn words_that_did_not_come_are_said_and_asked_for_again(
    page: &Page,
) -> Result<(), Failure> {
    let whole = Site::built()?;
    let words = whole_words(&whole)?;
    page.visit("").await?;
    page.element("[data-code='MB-TEXT-404']").await?;
    ask_first(page).await?;
    answer(page, NEW_ENTERPRISE).await?;
    page.element("[data-state='failed'] [data-action='retry']").await?;
    page.site().write(&words, whole.read(&words)?)?;
    page.click("[data-action='retry']").await?;
    page.element("form[data-question='company']").await?;
    page.element("[data-edit='applicant']").await?;
    Ok(())
}

/// As if the site were being updated just now.
fn rename_second_part(site: &Site) -> Result<(), Failure> {
    let module = std::fs::read(site.folder().join(SECOND_PART))?;
    let characters: String = module.into_iter().map(char::from).collect();
    let name = characters.find("later:").and_then(|at| characters.get(at..at + 14));
    let name = name.ok_or_else(|| Failure::new("the second part names no build"))?;
    let other = characters.replace(name, "later:00000000");
    let bytes: Vec<u8> = other.chars().filter_map(|it| u8::try_from(it).ok()).collect();
    site.write(SECOND_PART, bytes)
}

/// Two parts that do not belong together are not mixed.
async fn second_part_of_another_build_is_said(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.click("[data-state='ready'] [data-action='browse']").await?;
    page.element_with(".mb-fallback[role='alert']", "MB-WASM-LOAD").await?;
    Ok(())
}
