//! Stories told in each of the three browsers, against the built site.
//!
//! `make test-browsers` builds the site and runs them; one alone:
//! `cargo test -p mingbai-tests --features browsers --test browsers -- opens::firefox`.

use mingbai_tests::browser::Browser;
use mingbai_tests::failure::Failure;
use mingbai_tests::page::Page;
use mingbai_tests::site::Site;
use mingbai_tests::story::{Setting, tell};

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

stories! {
    opens;
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

/// The host page holds the element and nothing else; the element shows something.
async fn opens(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    page.wait_for("root && root.mode === 'open' && root.textContent.trim()").await?;
    let asked = page.files_asked_for();
    for file in ["", "element.js", "mingbai_web.js", "mingbai_web_bg.wasm"] {
        assert!(asked.contains(file), "`{file}` is not among {asked:?}");
    }
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
