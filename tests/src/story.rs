//! Runs a story in one browser, and checks what must hold after every story.

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;

use crate::browser::{Appearance, Browser, root};
use crate::failure::Failure;
use crate::page::{Host, Page};
use crate::site::Site;

/// How long a story may take at most.
const PATIENCE: Duration = Duration::from_secs(180);

/// Changes a copy of the built site.
pub type Change = fn(&Site) -> Result<(), Failure>;

/// The settings of a story; the default is the built site in an ordinary window.
#[derive(Debug, Default)]
pub struct Setting {
    /// How the browser presents itself.
    pub appearance: Appearance,
    /// How the site is served.
    pub host: Host,
    /// What is changed in the site before the first visit.
    pub change: Option<Change>,
    /// Complaints with one of these in them belong to the story, and each has to occur;
    /// with any given, a request may also go unanswered.
    pub expected_complaints: &'static [&'static str],
}

/// Tells a story in one browser: an open window goes in, and afterwards the browser must
/// have complained of nothing and asked for nothing but files of the site.
///
/// Without that browser the story is left out, and says so; under CI that is a failure.
/// When a story fails, a picture stands in `target/failures`.
///
/// # Errors
///
/// The story failed, or what must hold after it does not.
pub fn tell(
    browser: Browser,
    name: &str,
    setting: &Setting,
    story: impl AsyncFnOnce(&Page) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let installed = match browser.find() {
        Ok(installed) => installed,
        Err(missing) if in_ci() => return Err(missing),
        Err(missing) => {
            skipped(name, &missing);
            return Ok(());
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let site = Site::built()?;
    if let Some(change) = setting.change {
        change(&site)?;
    }
    let page = runtime.block_on(Page::open_on(
        &installed,
        site,
        &setting.appearance,
        setting.host,
    ))?;

    let told = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            match tokio::time::timeout(PATIENCE, story(&page)).await {
                Ok(told) => told?,
                Err(_elapsed) => return Err(Failure::new("the story does not end")),
            }
            check_aftermath(&page, setting).await
        })
    }));
    if !matches!(told, Ok(Ok(()))) {
        runtime.block_on(describe(&page, name));
    }
    let closed = runtime.block_on(page.close());
    match told {
        Ok(told) => told.and(closed),
        Err(panicked) => resume_unwind(panicked),
    }
}

async fn check_aftermath(page: &Page, setting: &Setting) -> Result<(), Failure> {
    let expected = setting.expected_complaints;
    let complaints = page.complaints().await?;
    let unexpected: Vec<_> = complaints
        .iter()
        .filter(|complaint| !expected.iter().any(|part| complaint.contains(part)))
        // Chromium's log says once more, in its own words, what the page has noted, and
        // a file that was asked for ahead is missed twice.
        .filter(|complaint| {
            let again =
                ["log: ", "not loaded: "].iter().any(|it| complaint.starts_with(it));
            expected.is_empty() || !again
        })
        .collect();
    if !unexpected.is_empty() {
        return Err(Failure::new(format!("the browser complains: {unexpected:#?}")));
    }
    for part in expected {
        if !complaints.iter().any(|complaint| complaint.contains(part)) {
            return Err(Failure::new(format!("nothing was said of `{part}`")));
        }
    }
    let odd = page.odd_requests();
    if expected.is_empty() && !odd.is_empty() {
        let odd: Vec<_> = odd.iter().map(ToString::to_string).collect();
        return Err(Failure::new(format!("requests beyond the site's files: {odd:#?}")));
    }
    Ok(())
}

/// Says and shows what was there when a story failed.
#[expect(clippy::print_stderr, reason = "goes into the captured output of the test")]
async fn describe(page: &Page, name: &str) {
    let picture = root().join(format!("target/failures/{name}-{}.png", page.browser()));
    match page.screenshot(&picture).await {
        Ok(()) => eprintln!("picture: target/failures/{name}-{}.png", page.browser()),
        Err(failure) => eprintln!("no picture: {failure}"),
    }
    match page.complaints().await {
        Ok(complaints) => eprintln!("complaints: {complaints:#?}"),
        Err(failure) => eprintln!("no complaints: {failure}"),
    }
    let requests: Vec<_> = page.requests().iter().map(ToString::to_string).collect();
    eprintln!("requests: {requests:#?}");
    match page.run("return root ? root.textContent : null;", Vec::new()).await {
        Ok(text) => eprintln!("text: {text}"),
        Err(failure) => eprintln!("no text: {failure}"),
    }
}

#[expect(clippy::print_stderr, reason = "the person who runs the tests has to know")]
fn skipped(name: &str, missing: &Failure) {
    eprintln!("{name} was left out: {missing}");
}

fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}
