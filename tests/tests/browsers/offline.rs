//! Pages that asked to work without a network.

use mingbai_tests::page::{DEADLINE, wait_until};
use sha2::{Digest as _, Sha384};

use super::*;

stories! {
    without_a_network with Setting {
        change: Some(ask_for_offline),
        ..Setting::default()
    };
}

/// The host page with the attribute, and a mark by which its build is told.
fn ask_for_offline(site: &Site) -> Result<(), Failure> {
    let page = site.read("index.html")?;
    site.write(
        "index.html",
        page.replace("<mingbai-checker ", "<mingbai-checker offline "),
    )
}

/// Whether what the page needs has been kept.
const KEPT: &str = "const index = await caches.match(new URL('packs/index.json', location.href));\
     if (!index) return false;\
     const { packs } = await index.json();\
     const { pack } = packs.find((it) => it.jurisdiction === '371000');\
     return !!await caches.match(new URL(`packs/${pack}`, location.href))\
       && (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated';";

/// After one visit the page works with nobody to ask; half of a new build changes nothing,
/// the whole of it comes with the next visit, and no page is ever made of two.
async fn without_a_network(page: &Page) -> Result<(), Failure> {
    const READY: &str = "[data-state='ready'] [data-action='start']";
    page.visit("").await?;
    page.element_with(READY, "开始").await?;
    if page.browser() == Browser::WebKit {
        // WebKitGTK does all of this too, but under load takes a minute for it.
        return Ok(());
    }
    wait_until("all is kept", DEADLINE, async || {
        Ok((page.run_async(KEPT).await? == json!(true)).then_some(()))
    })
    .await?;
    let answers = page.run_async(
        "return [localStorage.length, sessionStorage.length, document.cookie, \
         (await indexedDB.databases()).length];",
    );
    assert_eq!(answers.await?, json!([0, 0, "", 0]));
    let odd: Vec<_> = page.odd_requests().iter().map(ToString::to_string).collect();
    assert!(odd.is_empty(), "{odd:?}");

    page.disconnect().await?;
    page.visit("").await?;
    page.click(READY).await?;
    for _ in 0..2 {
        answer(page, &[("registered_in", "371002"), ("applicant_kind", "enterprise")])
            .await?;
    }
    page.element("form[data-question]").await?;

    // A new build, of which only the service worker has arrived.
    let [script, style] = ["element.js", "mingbai.css"];
    let new_script = page.site().read(script)? + "\nglobalThis.build = 2;";
    let new_style = page.site().read(style)? + "\n.mb-app { --build: 2; }";
    let mut worker = page.site().read("sw.js")?;
    for (name, content) in [(script, &new_script), (style, &new_style)] {
        let old = hexadecimal(&page.site().read(name)?);
        assert!(worker.contains(&old), "`{name}` is not in sw.js by its hash");
        worker = worker.replace(&old, &hexadecimal(content));
    }
    page.site().write("sw.js", worker)?;
    page.reconnect().await?;
    page.visit("").await?;
    page.element_with(READY, "开始").await?;
    let update = "const registration = await navigator.serviceWorker.getRegistration();\
         await registration.update().catch(() => {});\
         const { installing } = registration;\
         if (installing) await new Promise((end) => { installing.onstatechange = () => \
           ['installed', 'redundant'].includes(installing.state) && end(); });\
         return !!registration.waiting;";
    assert_eq!(page.run_async(update).await?, json!(false), "half a build was kept");
    assert_eq!(build(page).await?, json!([null, ""]));

    // The rest of it: this page goes on as it is, and a later visit has all of it.
    page.site().write(script, new_script)?;
    page.site().write(style, new_style)?;
    assert_eq!(page.run_async(update).await?, json!(true), "a whole build was refused");
    page.visit("").await?;
    page.element_with(READY, "开始").await?;
    wait_until("the new build", DEADLINE, async || {
        page.new_tab().await?;
        page.visit("").await?;
        page.element_with(READY, "开始").await?;
        let [script, style] = match build(page).await? {
            Value::Array(both) => [both.first().cloned(), both.get(1).cloned()],
            _ => [None, None],
        };
        assert_eq!(
            script == Some(json!(2)),
            style == Some(json!("2")),
            "a page of two builds"
        );
        Ok((script == Some(json!(2))).then_some(()))
    })
    .await?;
    page.disconnect().await?;
    page.visit("").await?;
    page.click(READY).await?;
    page.element("form[data-question]").await?;
    assert_eq!(build(page).await?, json!([2, "2"]));
    page.reconnect().await
}

/// Of which build the script and the style of the page are; nothing for the first.
async fn build(page: &Page) -> Result<Value, Failure> {
    page.run(
        "return [globalThis.build ?? null, getComputedStyle(root.querySelector('.mb-app'))\
         .getPropertyValue('--build').trim()];",
        vec![],
    )
    .await
}

fn hexadecimal(content: &str) -> String {
    Sha384::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}
