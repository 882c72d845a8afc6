//! The integration guide: what it says to copy works where it is pasted.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mingbai_tests::page::Host;
use sha2::{Digest as _, Sha384};

use super::*;

stories! {
    the_guide_shows_what_is_chosen with Setting {
        appearance: Appearance { width: 1280, height: 900, ..Appearance::default() },
        ..Setting::default()
    };
    what_the_guide_says_works with Setting {
        host: Host::Lax,
        change: Some(make_lasting),
        ..Setting::default()
    };
}

/// A folder named as that of a release, in which hashes are on from the start.
const RELEASE: &str = "mingbai-0.1.0-0123456789ab";

fn make_lasting(site: &Site) -> Result<(), Failure> {
    for folder in ["", "packs/", "words/"] {
        let names = std::fs::read_dir(site.folder().join(folder))?
            .filter_map(|entry| {
                let entry = entry.ok()?;
                entry.path().is_file().then(|| entry.file_name().into_string().ok())?
            })
            .collect::<Vec<String>>();
        for name in names {
            let content = std::fs::read(site.folder().join(folder).join(&name))?;
            site.write(&format!("{RELEASE}/{folder}{name}"), content)?;
        }
    }
    // The harness's own pages note what browsers complain about.
    let guide = site.read("integrate.html")?;
    site.write_page("integrate.html", &guide)?;
    site.write(
        &format!("{RELEASE}/integrate.html"),
        guide.replacen("<head>", "<head><script src=\"../collector.js\"></script>", 1),
    )
}

/// Chooses a value in the guide, as a person would leave it.
async fn choose(page: &Page, name: &str, value: &str) -> Result<(), Failure> {
    page.run(
        "const form = document.getElementById('choices');\
         const [name, value] = arguments;\
         form.elements[name].value = value;\
         form.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![json!(name), json!(value)],
    )
    .await
    .map(drop)
}

/// The text of an element of the guide, once it has this in it.
async fn shown(page: &Page, id: &str, part: &str) -> Result<String, Failure> {
    let text = format!("document.getElementById('{id}').textContent");
    page.wait_for(&format!("{text}.includes({})", json!(part))).await?;
    let text = page.run(&format!("return {text};"), vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Under the strict policy: each choice is in the text and in the preview, and what the
/// policy must allow belongs to the way that is chosen.
async fn the_guide_shows_what_is_chosen(page: &Page) -> Result<(), Failure> {
    let guide = page.site().read("integrate.html")?;
    page.site().write_page("integrate.html", &guide)?;
    page.visit("integrate.html").await?;
    page.element_with("[data-state='ready'] [data-action='start']", "开始").await?;
    let snippet = shown(page, "snippet", "<mingbai-checker jurisdiction=").await?;
    assert!(snippet.contains("/portal/zc/element.js\"></script>"), "{snippet}");

    choose(page, "jurisdiction", "370900").await?;
    choose(page, "lang", "en").await?;
    choose(page, "theme", "dark").await?;
    choose(page, "mode", "large").await?;
    let tag = "<mingbai-checker jurisdiction=\"370900\" lang=\"en\" theme=\"dark\" \
         mode=\"large\"></mingbai-checker>";
    shown(page, "snippet", tag).await?;
    page.wait_for(
        "root.querySelector('.mb[lang=\"en\"][data-theme=\"dark\"][data-size=\"large\"]')\
         && host.getAttribute('jurisdiction') === '370900'",
    )
    .await?;
    page.element_with("[data-state='ready']", "Tai").await?;
    let policy = shown(page, "policy", "'wasm-unsafe-eval'").await?;
    assert!(policy.contains("connect-src http://127.0.0.1"), "{policy}");

    choose(page, "way", "loader").await?;
    shown(page, "snippet", "data-jurisdiction=\"370900\" data-lang=\"en\"").await?;
    let policy = shown(page, "policy", "frame-src http://127.0.0.1").await?;
    assert!(!policy.contains("wasm"), "{policy}");
    choose(page, "way", "frame").await?;
    shown(page, "snippet", "embed.html#jurisdiction=370900&amp;lang=en").await?;

    page.run("document.querySelector('[data-copy=snippet]').click();", vec![]).await?;
    page.wait_for("document.getElementById('snippet-said').textContent").await
}

/// Each of the three ways, with hashes, pasted as it stands there into a page of another
/// origin, whose policy allows what the guide says and nothing else.
async fn what_the_guide_says_works(page: &Page) -> Result<(), Failure> {
    for (way, file) in [("element", "element.js"), ("loader", "loader.js"), ("frame", "")]
    {
        page.go(&page.other_origin(&format!("{RELEASE}/integrate.html"))).await?;
        page.element("[data-state='ready'] [data-action='start']").await?;
        choose(page, "lang", "en").await?;
        choose(page, "way", way).await?;
        let start = match way {
            "element" => "<script type=\"module\"",
            "loader" => "<script src=",
            _ => "<iframe",
        };
        let snippet = shown(page, "snippet", start).await?;
        if !file.is_empty() {
            let hash = STANDARD.encode(Sha384::digest(page.site().read(file)?));
            let said = format!("integrity=\"sha384-{hash}\" crossorigin=\"anonymous\"");
            assert!(snippet.contains(&said), "{snippet}");
        }
        let policy = shown(page, "policy", "-src").await?;
        // The script by which the harness notes complaints is the page's own.
        let own = "script-src 'self'";
        let policy = match policy.contains("script-src") {
            true => policy.replace("script-src", own),
            false => format!("{policy}; {own}"),
        };
        page.site().write(
            "pasted.html",
            format!(
                "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
                 <meta http-equiv=\"Content-Security-Policy\" \
                 content=\"default-src 'none'; img-src data:; {policy}\">\
                 <script src=\"collector.js\"></script><link rel=\"icon\" href=\"data:,\"><title>host</title></head>\
                 <body>{snippet}</body></html>"
            ),
        )?;
        page.visit("pasted.html").await?;
        let framed = way != "element";
        if framed {
            page.wait_for("document.querySelector('iframe')").await?;
            page.enter_frame().await?;
        }
        page.click_with("[data-state='ready'] [data-action='start']", "Start").await?;
        page.element("form[data-question]").await?;
        if framed {
            page.leave_frame().await?;
        }
        let complaints = page.complaints().await?;
        assert!(complaints.is_empty(), "{way}: {complaints:?}");
    }
    Ok(())
}
