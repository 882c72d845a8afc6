//! The element and the frame on the pages of others.

use mingbai_tests::page::{DEADLINE, Host, wait_until};

use super::*;

stories! {
    attributes_change_at_any_time with Setting {
        change: Some(|site| copy_packs(site, "rules-of-ours")),
        ..Setting::default()
    };
    elements_come_and_go with Setting {
        appearance: uncompiled(),
        change: Some(|site| site.write_page("two.html", &two_elements())),
        ..Setting::default()
    };
    nothing_leaves with Setting { appearance: wide(), ..Setting::default() };
    pages_of_others with Setting {
        host: Host::Lax,
        change: Some(add_pages_of_others),
        ..Setting::default()
    };
    a_policy_without_webassembly with Setting {
        host: Host::Lax,
        change: Some(|site| site.write_page("blocked.html", &blocked())),
        ..Setting::default()
    };
    hostile_input_changes_nothing with Setting {
        host: Host::Lax,
        change: Some(add_framed_page),
        ..Setting::default()
    };
    a_frame_grows_and_tells with Setting {
        host: Host::Lax,
        change: Some(add_framed_page),
        ..Setting::default()
    };
    a_shared_link_reaches_the_frame with Setting {
        host: Host::Lax,
        change: Some(add_framed_page),
        ..Setting::default()
    };
    a_sandboxed_frame_of_another_origin with Setting {
        host: Host::Lax,
        ..Setting::default()
    };
}

/// Notes events of the checker and hints on the console, from now on.
const EARS: &str = "window.told = []; window.hints = [];\
     for (const name of ['ready', 'answer', 'result', 'share', 'error']) \
       addEventListener('mingbai-' + name, (event) => told.push([name, event.detail]));\
     const info = console.info;\
     console.info = (...parts) => { hints.push(parts.join(' ')); info(...parts); };";

/// Whether every element of the page has its rules.
const ALL_READY: &str = "root && [...document.querySelectorAll('mingbai-checker')]\
     .every((it) => it.shadowRoot?.querySelector('[data-state=\"ready\"]'))";

/// Two turns of the browser's event loop: what was put off is done by then.
const TURNS: &str = "await new Promise((end) => setTimeout(() => setTimeout(end)));";

/// Each attribute, set, changed and set wrongly, on a page that is open.
async fn attributes_change_at_any_time(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.run(EARS, vec![]).await?;
    page.element_with("[data-state='ready'] [data-action='start']", "开始").await?;

    page.run("host.setAttribute('lang', 'en-GB');", vec![]).await?;
    page.wait_for("root.querySelector('.mb').lang === 'en'").await?;
    page.run("host.theme = 'dark'; host.mode = 'large';", vec![]).await?;
    page.wait_for("root.querySelector('.mb[data-theme=\"dark\"][data-size=\"large\"]')")
        .await?;
    page.run("host.asOf = '2019-06-01';", vec![]).await?;
    page.wait_for("root.querySelector('.mb-foot').textContent.includes('2019')").await?;
    page.run("host.jurisdiction = '370900';", vec![]).await?;
    page.wait_for("told.some(([, detail]) => detail.jurisdiction === '370900')").await?;

    // Only one award of another city, and what the portal knows of the company already.
    page.run(
        "host.jurisdiction = '371000';\
         host.awards = ['weihai-invention-patents-20'];\
         host.answers = {registered_in: '371002', applicant_kind: 'enterprise',\
           invention_patents_granted_year: 2718};",
        vec![],
    )
    .await?;
    page.wait_for(
        "told.some(([name, it]) => name === 'result' && it.eligible === 1 && \
         it.ineligible === 0 && it.totals.certain.min === '200000' && \
         it.totals.certain.max === '200000')",
    )
    .await?;
    page.click("[data-action='browse']").await?;
    page.wait_for(
        "root.querySelectorAll('[data-screen=\"all\"] li[data-award]').length === 1",
    )
    .await?;
    let written = page.run("return host.outerHTML;", vec![]).await?;
    let written = written.as_str().unwrap_or_default();
    assert!(!written.contains("2718"), "an answer stands in the document: {written}");

    page.run("host.packs = 'rules-of-ours/packs';", vec![]).await?;
    wait_until_asked_for(page, "rules-of-ours/packs/index.json").await?;

    // Whatever is not understood is as if it were not there.
    page.run(
        "const bad = { jurisdiction: '海', lang: 'tlh', theme: 'pink', mode: 'tiny',\
           awards: '<b>', 'as-of': '2026-02-30', answers: '[1]',\
           packs: 'javascript:alert(1)', 'share-base': 'data:,x' };\
         host.answers = undefined;\
         for (const [name, text] of Object.entries(bad)) host.setAttribute(name, text);",
        vec![],
    )
    .await?;
    page.wait_for("hints.length >= 9").await?;
    page.wait_for(
        "root.querySelector('.mb:not([data-theme]):not([data-size])')?.lang === 'zh-Hans'",
    )
    .await?;
    page.wait_for("root.querySelector('[data-state=\"ready\"]')").await?;
    let named = page.run(
        "return ['jurisdiction', 'lang', 'theme', 'mode', 'awards', 'as-of', 'answers', \
         'packs', 'share-base'].filter((it) => !hints.some((hint) => hint.includes(it)));",
        vec![],
    );
    assert_eq!(named.await?, json!([]), "attributes without a hint");
    Ok(())
}

async fn wait_until_asked_for(page: &Page, file: &str) -> Result<(), Failure> {
    wait_until(&format!("a request for `{file}`"), DEADLINE, async || {
        Ok(page.files_asked_for().contains(file).then_some(()))
    })
    .await
}

/// Two on one page: each for itself; one that is moved goes on, one that is removed ends.
async fn elements_come_and_go(page: &Page) -> Result<(), Failure> {
    page.visit("two.html").await?;
    page.wait_for(ALL_READY).await?;
    page.wait_for(
        "document.querySelectorAll('mingbai-checker')[1].shadowRoot\
         .querySelector('.mb-show__title, .mb-cover').textContent !== \
         root.querySelector('.mb-show__title, .mb-cover').textContent",
    )
    .await?;
    page.click("[data-action='start']").await?;
    page.element("form[data-question]").await?;
    let others = "return document.querySelectorAll('mingbai-checker')[1].shadowRoot\
         .querySelector('[data-screen]').dataset.screen;";
    assert_eq!(page.run(others, vec![]).await?, json!("start"));

    let moved = format!(
        "document.body.prepend(host); {TURNS}\
         return root.querySelector('[data-screen]').dataset.screen;"
    );
    assert_eq!(page.run_async(&moved).await?, json!("question"));
    let removed = format!(
        "window.gone = host; host.remove(); {TURNS} return gone.shadowRoot.querySelector('.mb');"
    );
    assert_eq!(page.run_async(&removed).await?, Value::Null);
    page.run("document.body.prepend(gone);", vec![]).await?;
    page.element_with("[data-screen='start'] [data-action='start']", "开始").await?;

    if page.browser() == Browser::Chromium {
        // The smaller rules, so that a thousand times are soon done.
        page.run("host.jurisdiction = '370900';", vec![]).await?;
        let after_100 = held_after(page, 100).await?;
        let after_1000 = held_after(page, 900).await?;
        let held = format!("after 100: {after_100:?}, after 1000: {after_1000:?}");
        assert!(after_1000.heap <= after_100.heap * 1.05, "{held}");
        assert!(after_1000.module <= after_100.module * 1.05, "{held}");
    }
    Ok(())
}

/// Chromium keeps, in the heap, what it compiles of scripts that run often: it goes on for
/// hundreds of times and is nobody's leak.
fn uncompiled() -> Appearance {
    let flags = "--js-flags=--no-opt --no-maglev --no-sparkplug".to_owned();
    Appearance { arguments: vec![flags], ..Appearance::default() }
}

/// What a page holds, in bytes.
#[derive(Debug)]
struct Held {
    /// Of the scripts' heap, after collection.
    heap: f64,
    /// Of the module's memory.
    module: f64,
}

/// What the page holds after the first element was removed and added so often, to be ready
/// each time.
async fn held_after(page: &Page, times: u32) -> Result<Held, Failure> {
    // In one call: the driver leaves some kilobytes in the page with each.
    let cycles = format!(
        "for (let i = 0; i < {times}; i++) {{\
           host.remove(); {TURNS}\
           const ready = new Promise((end) => \
             host.addEventListener('mingbai-ready', end, {{ once: true }}));\
           document.body.prepend(host); await ready;\
         }}"
    );
    page.run_async(&cycles).await?;
    page.devtools("HeapProfiler.enable", json!({})).await?;
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = page.devtools("Runtime.getHeapUsage", json!({})).await?;
    let module = page.run_async(
        "const module = await import('./mingbai_web.js');\
         const all = Object.values(await module.default());\
         return all.find((it) => it instanceof WebAssembly.Memory).buffer.byteLength;",
    );
    let heap = heap.get("usedSize").and_then(Value::as_f64);
    let module = module.await?.as_f64();
    let held = heap.zip(module).map(|(heap, module)| Held { heap, module });
    held.ok_or_else(|| Failure::new("no figures"))
}

/// A whole journey with answers that would be recognised anywhere: no request after the
/// page is there, nothing stored, nothing in an event or an address.
async fn nothing_leaves(page: &Page) -> Result<(), Failure> {
    const ANSWERS: Answers = &[
        ("registered_in", "371002"),
        ("applicant_kind", "enterprise"),
        ("invention_patents_granted_year", "2718"),
        ("rd_expense_cny", "31415926"),
    ];
    page.visit("").await?;
    page.run(EARS, vec![]).await?;
    page.click("[data-action='start']").await?;
    // Whatever the page is made of has come once there are results.
    page.wait_for("root.querySelector('.mb-aside .mb-res:not(.mb-late)')").await?;
    let loaded = page.requests().len();
    answer_all(page, ANSWERS, 25).await?;

    let requests: Vec<_> = page.requests().iter().map(ToString::to_string).collect();
    assert_eq!(requests.len(), loaded, "asked for while answering: {requests:?}");
    let kept = page.run_async(
        "const databases = await indexedDB.databases();\
         return [localStorage.length, sessionStorage.length, document.cookie, \
         databases.length, (await caches.keys()).length, location.search + location.hash];",
    );
    assert_eq!(kept.await?, json!([0, 0, "", 0, 0, ""]));
    let told = page.run("return JSON.stringify(told);", vec![]).await?;
    let told = told.as_str().unwrap_or_default();
    for name in ["ready", "answer", "result"] {
        assert!(told.contains(&format!("[\"{name}\"")), "no {name}: {told}");
    }
    assert!(told.contains("invention_patents_granted_year"), "{told}");
    for value in ["2718", "31415926", "371002"] {
        assert!(!told.contains(value), "`{value}` was told: {told}");
        assert!(!requests.iter().any(|it| it.contains(value)), "`{value}` was sent");
    }
    Ok(())
}

/// Host pages of many kinds, one after another: on each the checker starts and asks, and
/// nothing complains.
async fn pages_of_others(page: &Page) -> Result<(), Failure> {
    for (name, _) in pages() {
        let asked = async {
            page.visit(name).await?;
            page.wait_for(ALL_READY).await?;
            check_look(page).await?;
            page.click("[data-action='start']").await?;
            page.element("form[data-question]").await?;
            check_look(page).await
        };
        asked.await.map_err(|failure: Failure| failure.during(name))?;
        let complaints = page.complaints().await?;
        assert!(complaints.is_empty(), "{name}: {complaints:?}");
    }
    Ok(())
}

/// What no host page may spoil: size, direction, targets, width.
async fn check_look(page: &Page) -> Result<(), Failure> {
    let spoilt = page.run(
        "const app = root.querySelector('.mb-app'), all = document.documentElement;\
         const button = root.querySelector('.mb-btn--go');\
         const style = getComputedStyle(app);\
         const found = {\
           hidden: !button.checkVisibility(),\
           size: style.fontSize !== '16px' && style.fontSize,\
           direction: style.direction !== 'ltr',\
           low: button.getBoundingClientRect().height < 44,\
           transparent: style.opacity !== '1',\
           wide: all.scrollWidth > all.clientWidth && [all.scrollWidth, all.clientWidth],\
           family: /serif|cursive/.test(style.fontFamily.replace('sans-serif', '')) && style.fontFamily,\
         };\
         return Object.entries(found).filter(([, it]) => it);",
        vec![],
    );
    let spoilt = spoilt.await?;
    if spoilt == json!([]) {
        Ok(())
    } else {
        Err(Failure::new(format!("spoilt: {spoilt}")))
    }
}

/// Names and texts of host pages.
fn pages() -> Vec<(&'static str, String)> {
    const ONE: &str = "<mingbai-checker jurisdiction=\"371000\"></mingbai-checker>";
    let mut pages = vec![
        ("plain.html", host("", ONE)),
        (
            "trusted-types.html",
            host(
                "<meta http-equiv=\"Content-Security-Policy\" \
                 content=\"require-trusted-types-for 'script'; trusted-types 'none'\">",
                ONE,
            ),
        ),
        (
            "hostile-style.html",
            host("<link rel=\"stylesheet\" href=\"hostile.css\">", ONE),
        ),
        ("column.html", host("", &format!("<div style=\"width: 280px\">{ONE}</div>"))),
        ("two-elements.html", two_elements()),
        ("right-to-left.html", host("", ONE).replace("<html", "<html dir=\"rtl\"")),
        ("base.html", {
            let page = host("<base href=\"/somewhere/else/\">", ONE);
            page.replace("src=\"element.js\"", "src=\"/portal/zc/element.js\"")
        }),
    ];
    if portal_library("jquery").is_some() {
        let head = "<meta name=\"viewport\" content=\"width=device-width\">\
             <link rel=\"stylesheet\" href=\"bootstrap.css\">\
             <script src=\"jquery.js\"></script><script src=\"bootstrap.js\"></script>";
        let body = format!(
            "<nav class=\"navbar navbar-default\"><div class=\"container\"></div></nav>\
             <div class=\"container\"><div class=\"row\"><div class=\"col-md-8\">\
             <div class=\"panel panel-default\"><div class=\"panel-body\" id=\"here\"></div>\
             </div></div></div></div>\
             <script>$(function () {{ $('#here').html('{ONE}'); }});</script>"
        );
        pages.push(("bootstrap-3.html", host(head, &body)));
    }
    pages
}

/// A file of jQuery 1.12 or Bootstrap 3, as `tests/setup/portal.sh` fetched them.
fn portal_library(name: &str) -> Option<std::path::PathBuf> {
    let place = match name {
        "jquery" => "jquery/dist/jquery.js",
        "bootstrap.css" => "bootstrap/dist/css/bootstrap.css",
        _ => "bootstrap/dist/js/bootstrap.js",
    };
    let modules = mingbai_tests::browser::root().join("target/tools/portal/node_modules");
    Some(modules.join(place)).filter(|path| path.is_file())
}

fn add_pages_of_others(site: &Site) -> Result<(), Failure> {
    for (name, page) in pages() {
        site.write_page(name, &page)?;
    }
    for (name, file) in [
        ("jquery", "jquery.js"),
        ("bootstrap.css", "bootstrap.css"),
        ("", "bootstrap.js"),
    ] {
        match portal_library(name) {
            Some(path) => site.write(file, std::fs::read(path)?)?,
            None if std::env::var_os("CI").is_some() => {
                return Err(Failure::new(
                    "no jQuery and Bootstrap: run make test-browsers",
                ));
            }
            None => {}
        }
    }
    site.write(
        "hostile.css",
        "* { all: unset !important; }\
         html { font-size: 62.5% !important; font-family: cursive !important; }\
         div, p, button, section { display: none; }\
         body { color: #fff; letter-spacing: 1em; text-align: right; word-break: break-all; }",
    )
}

/// A host page with the element's script.
fn host(head: &str, body: &str) -> String {
    // The base comes after nothing that is relative, so the collector is still found.
    format!(
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
         <link rel=\"icon\" href=\"data:,\">{head}\
         <script type=\"module\" src=\"element.js\"></script>\
         <title>host</title></head><body>{body}</body></html>"
    )
}

fn two_elements() -> String {
    host(
        "",
        "<mingbai-checker jurisdiction=\"371000\"></mingbai-checker>\
         <mingbai-checker jurisdiction=\"370900\"></mingbai-checker>",
    )
}

fn blocked() -> String {
    host(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'\">",
        "<mingbai-checker jurisdiction=\"371000\"></mingbai-checker>",
    )
}

/// A host that forbids WebAssembly: the reader is told, with a way to the catalogue that
/// needs none, and the host hears the code.
async fn a_policy_without_webassembly(page: &Page) -> Result<(), Failure> {
    page.visit("blocked.html").await?;
    page.element_with("[role='alert']", "MB-WASM-BLOCKED").await?;
    let link = page.run("return root.querySelector('a').href;", vec![]).await?;
    let link = link.as_str().unwrap_or_default().to_owned();
    let (_, name) = link.split_once("/portal/zc/").unwrap_or_default();
    assert!(page.site().folder().join(name).is_file(), "no `{link}`");
    page.run(EARS, vec![]).await?;
    page.run("document.body.append(host.cloneNode());", vec![]).await?;
    page.wait_for("told.some(([name, it]) => it.code === 'MB-WASM-BLOCKED')").await?;
    let complaints = page.complaints().await?;
    assert!(complaints.iter().any(|it| it.contains("MB-WASM-BLOCKED")), "{complaints:?}");
    // What was complained of belongs to this page alone.
    page.visit("").await
}

/// A page with the frame of the loader, and one that listens to nothing.
fn add_framed_page(site: &Site) -> Result<(), Failure> {
    // There before anything can be heard.
    site.write("ears.js", EARS)?;
    site.write_page(
        "framed.html",
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
         <link rel=\"icon\" href=\"data:,\"><title>host</title></head><body>\
         <p style=\"height: 300px\">before</p><script src=\"ears.js\"></script>\
         <script src=\"loader.js\" data-jurisdiction=\"371000\" data-lang=\"en\" \
         data-theme=\"pink\" data-height=\"500\" \
         data-answers='{\"registered_in\": \"371002\"}'></script>\
         <p id=\"after\">after</p></body></html>",
    )
}

/// The loader's frame: its height follows the page in it, its events arrive, the new
/// heading is brought into view, and answers are in no address.
async fn a_frame_grows_and_tells(page: &Page) -> Result<(), Failure> {
    page.visit("framed.html").await?;
    page.wait_for(
        "told.some(([name, it]) => name === 'ready' && it.jurisdiction === '371000')",
    )
    .await?;
    page.wait_for("parseFloat(document.querySelector('iframe').style.height) !== 500")
        .await?;
    page.enter_frame().await?;
    page.element_with("[data-state='ready'] [data-action='start']", "").await?;
    page.wait_for("document.documentElement.scrollHeight <= innerHeight + 1").await?;
    let lang = page.run("return root.querySelector('.mb').lang;", vec![]).await?;
    assert_eq!(lang, json!("en"));
    let settings = page.run("return [location.hash, host.shareBase];", vec![]).await?;
    let settings = settings.to_string();
    assert!(!settings.contains("registered_in"), "{settings}");
    assert!(settings.contains("/portal/zc/framed.html"), "no share-base: {settings}");
    // What the host knows is not asked.
    page.click("[data-action='start']").await?;
    page.element("form[data-question]").await?;
    page.wait_for("!root.querySelector('select[data-city]')").await?;
    page.click("[data-action='back']").await?;
    page.leave_frame().await?;
    page.wait_for("document.querySelector('iframe').getBoundingClientRect().top >= 0 || scrollY > 0")
        .await
}

/// A link to the page around leads through it into the frame, and out of both addresses.
async fn a_shared_link_reaches_the_frame(page: &Page) -> Result<(), Failure> {
    page.visit("framed.html#mingbai=1,371000,old&invention_patents_granted_year=2718")
        .await?;
    page.wait_for("told.some(([name]) => name === 'result')").await?;
    assert_eq!(page.run("return location.hash;", vec![]).await?, json!(""));
    page.enter_frame().await?;
    page.element_with("[data-notice]", "").await?;
    let answers = page.run("return location.hash;", vec![]).await?.to_string();
    assert!(!answers.contains("2718"), "{answers}");
    page.leave_frame().await
}

/// A frame of another origin, sandboxed and without storage.
async fn a_sandboxed_frame_of_another_origin(page: &Page) -> Result<(), Failure> {
    let frame = format!(
        "<iframe sandbox=\"allow-scripts\" width=\"600\" height=\"900\" \
         src=\"{}#jurisdiction=371000\"></iframe>",
        page.other_origin("embed.html")
    );
    page.site().write_page(
        "sandbox.html",
        &format!(
            "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
             <link rel=\"icon\" href=\"data:,\"><title>host</title></head>\
             <body>{frame}</body></html>"
        ),
    )?;
    page.visit("sandbox.html").await?;
    page.enter_frame().await?;
    page.element_with("[data-state='ready'] [data-action='start']", "开始").await?;
    let blocked = page.run(
        "try { localStorage.length; return 'stored'; } catch (error) { return error.name; }",
        vec![],
    );
    assert_eq!(blocked.await?, json!("SecurityError"));
    page.click("[data-action='start']").await?;
    page.element("form[data-question]").await?;
    page.leave_frame().await
}

/// Thousands of attribute values, fragments and messages that nobody would send in good
/// faith, made from a fixed seed: the page is as it was, and threw nothing.
async fn hostile_input_changes_nothing(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.element_with("[data-state='ready'] [data-action='start']", "开始").await?;
    let shown = "const app = root.querySelector('.mb');\
         return [app.textContent, app.lang, JSON.stringify(app.dataset)].join();";
    let before = page.run(shown, vec![]).await?;
    let attributes = format!(
        "{HOSTILE}\
         console.info = () => {{}};\
         const names = [...host.constructor.observedAttributes, 'style', 'part'];\
         for (let i = 0; i < 10000; i++) {{\
           const name = pick(names);\
           const value = text();\
           if (name === 'answers' && i % 2) host.answers = thing();\
           else host.setAttribute(name, value);\
           await null;\
         }}\
         host.answers = null;\
         for (const name of names) host.removeAttribute(name);\
         host.setAttribute('jurisdiction', '371000');\
         {TURNS}"
    );
    page.run_async(&attributes).await?;
    wait_until("the page as it was", DEADLINE, async || {
        Ok((page.run(shown, vec![]).await? == before).then_some(()))
    })
    .await?;
    let complaints = page.complaints().await?;
    assert!(complaints.is_empty(), "attributes: {complaints:?}");

    // Fragments: each is there when an element opens, which is then taken away again.
    // Browsers allow a page few of them; ten thousand are read in the tests of `link`.
    let fragments = format!(
        "{HOSTILE}\
         for (let i = 0; i < 40; i++) {{\
           history.replaceState(null, '', '#' + pick(['mingbai=', '', 'mingbai=1,']) + \
             text().replace(/[^ -~]/g, '%').slice(0, 2000));\
           const one = document.createElement('mingbai-checker');\
           document.body.append(one); {TURNS} one.remove(); {TURNS}\
         }}\
         history.replaceState(null, '', location.pathname);"
    );
    page.run_async(&fragments).await?;
    let complaints = page.complaints().await?;
    assert!(complaints.is_empty(), "fragments: {complaints:?}");

    page.visit("framed.html").await?;
    page.wait_for("told.some(([name]) => name === 'ready')").await?;
    page.wait_for("parseFloat(document.querySelector('iframe').style.height) !== 500")
        .await?;
    page.enter_frame().await?;
    page.element_with("[data-state='ready'] [data-action='start']", "").await?;
    let before = page.run(shown, vec![]).await?;
    page.leave_frame().await?;
    let outside =
        "return [document.querySelector('iframe').outerHTML, told.length, scrollY];";
    let around = page.run(outside, vec![]).await?;
    let messages = format!(
        "{HOSTILE}\
         const frame = document.querySelector('iframe').contentWindow;\
         const types = ['hello', 'height', 'scroll', 'event', 'welcome', 'set'];\
         for (let i = 0; i < 10000; i++) {{\
           let message = i % 3 ? {{ mingbai: pick([1, 1, 1, '1', 2, null]), type: pick(types), \
             height: thing(), top: thing(), name: pick(['mingbai-ready', 'click', '']), \
             detail: thing(), attributes: pick([thing(), {{ [pick(['packs', 'share-base', 'theme', \
             'lang', 'answers', 'onclick', '__proto__'])]: text() }}]) }} : thing();\
           window.postMessage(message, '*');\
           frame.postMessage(message, '*');\
         }}\
         await new Promise((end) => {{ \
           addEventListener('message', (event) => {{ if (event.data === 'last') end(); }}); \
           window.postMessage('last', '*'); }});\
         {TURNS}"
    );
    page.run_async(&messages).await?;
    assert_eq!(page.run(outside, vec![]).await?, around, "messages changed the host");
    page.enter_frame().await?;
    page.wait_for("root.querySelector('[data-state=\"ready\"]')").await?;
    assert_eq!(page.run(shown, vec![]).await?, before, "messages changed the frame");
    page.leave_frame().await
}

/// Makers of hostile values: the same ones in each run.
const HOSTILE: &str = "let seed = 20261122;\
     const next = (end) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; \
       return Math.floor(seed / 4294967296 * end); };\
     const pick = (list) => list[next(list.length)];\
     const pieces = ['<script>', '\\u0000', '\\ud800', '%00', '../', '{', '}', '[', ']', '\"', \
       'null', '__proto__', '-1', '1e999', 'NaN', '９', '海', '\\u202e', '&', '#', 'javascript:', \
       'x'.repeat(4096), '[['.repeat(3000), '{\"a\":', '\\n', '#mingbai=', '=', '%E0%A4%A'];\
     const text = () => { let made = pick(['<', '\\u0001', '{', '%']); \
       for (let left = next(6); left > 0; left--) made += pick(pieces); return made; };\
     const thing = () => pick([() => text(), () => -1e9, () => NaN, () => Infinity, () => [], \
       () => [text()], () => ({ [text()]: text() }), () => new Date(NaN), () => 12345678901234567890n, \
       () => new ArrayBuffer(3), () => new Map([[1, 2]]), () => false])();";

/// The npm package, installed into a project of Vite and TypeScript by
/// `tests/setup/package.sh`, and the page without a framework, in Chromium.
#[test]
fn the_package_runs() -> Result<(), Failure> {
    let root = mingbai_tests::browser::root();
    if !root.join("target/npm-try/dist/index.html").is_file() {
        return match std::env::var_os("CI") {
            Some(_) => Err(Failure::new("no package was tried: run make test-browsers")),
            None => Ok(()),
        };
    }
    let change = |site: &Site| {
        let root = mingbai_tests::browser::root();
        let example = root.join("web/engine/example");
        for (from, to) in [
            (root.join("target/npm-try/dist"), ""),
            (root.join("target/npm"), ""),
            (example, "example/"),
        ] {
            add_folder(site, &from, to)?;
        }
        let page = std::fs::read_to_string(root.join("target/npm-try/dist/index.html"))?;
        site.write_page("index.html", &page)
    };
    let setting = Setting { change: Some(change), ..Setting::default() };
    tell(Browser::Chromium, "the_package_runs", &setting, async |page| {
        page.visit("").await?;
        let result = "document.querySelector('#result').dataset.state === 'done'";
        page.wait_for(result).await?;
        let said =
            page.run("return document.querySelector('#result').textContent;", vec![]);
        let said = said.await?.as_str().unwrap_or_default().to_owned();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.get(..2), Some(&["eligible", "200000"][..]), "{said}");
        assert!(lines.iter().any(|line| line.starts_with("met ")), "{said}");
        assert!(lines.contains(&"MB-ANSWER"), "{said}");

        page.visit("example/index.html").await?;
        page.wait_for("document.querySelector('#question select, #question input')")
            .await?;
        page.run("document.querySelector('#question').requestSubmit();", vec![]).await?;
        page.wait_for("document.querySelector('#sum').textContent.includes('可申报')")
            .await?;
        // The example is not one of the harness's pages; the one before is.
        page.visit("").await
    })
}

/// Lays the files of a folder, without folders in it but `assets`, over the site.
fn add_folder(site: &Site, from: &std::path::Path, to: &str) -> Result<(), Failure> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let name = format!("{to}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add_folder(site, &entry.path(), &format!("{name}/"))?;
        } else {
            site.write(&name, std::fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

/// Copies the packs to another folder of the site.
fn copy_packs(site: &Site, folder: &str) -> Result<(), Failure> {
    for name in site.files("packs")? {
        site.write(&format!("{folder}/{name}"), site.read(&name)?)?;
    }
    Ok(())
}
