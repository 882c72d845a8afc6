//! Which functions of the module run before the first question is answered: the rest may
//! come later. Part of `make later`.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::PathBuf;

use clap::Parser;
use mingbai_tests::browser::{Appearance, Browser};
use mingbai_tests::page::Page;
use mingbai_tests::site::Site;
use serde_json::json;

/// Fills in the first question in Chromium and writes down which functions ran.
#[derive(Debug, Parser)]
#[command(name = "later")]
struct Arguments {
    /// Folder of a site whose module says what runs
    #[arg(long)]
    site: PathBuf,
    /// File for the numbers of the functions
    #[arg(long)]
    out: PathBuf,
}

/// What a portal and a reader may have set without another word, and how many milliseconds
/// rules take to come: each draws by ways of its own.
const HOSTS: [(&str, u32, u32); 7] = [
    ("jurisdiction='371000'", 1280, 0),
    ("jurisdiction='371000'", 1280, 1500),
    ("jurisdiction='371000' lang='zh-Hant' theme='dark'", 360, 0),
    ("jurisdiction='371000' lang='en' mode='large'", 1280, 0),
    ("lang='en' theme='light'", 360, 0),
    ("lang='en'", 360, 1500),
    ("", 1280, 0),
];

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let browser = Browser::Chromium.find()?;
    let mut ran = BTreeSet::new();
    for (host, width, wait) in HOSTS {
        let site = Site::copy_of(&arguments.site)?;
        // On a slow line the second part is lost as well; otherwise it is late.
        let late = wait == 0;
        match late {
            true => site.hold_back(r"_later\.wasm")?,
            false => site.slow_down(wait)?,
        }
        let index = site.read("index.html")?;
        site.write("index.html", index.replace("jurisdiction=\"371000\"", host))?;
        // Some portals add words of their own.
        site.write(
            "packs/operator.json",
            r#"{"awards": {"a": {"apply": "../a.html"}}}"#,
        )?;
        let packs = site.read("packs/index.json")?;
        let packs = packs.replacen('{', r#"{"operator":"operator.json","#, 1);
        site.write("packs/index.json", packs)?;
        let appearance = Appearance { width, ..Appearance::default() };
        let page = Page::open(&browser, site, &appearance).await?;
        if wait > 0 {
            // And what a slow line leads to, a slow device has as well.
            page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 10})).await?;
        }
        let numbers = to_the_first_answer(&page, late).await;
        page.close().await?;
        ran.extend(numbers?);
    }
    std::fs::write(&arguments.out, serde_json::to_string(&ran)?)?;
    Ok(())
}

/// What is chosen there: a place and a kind of applicant, which every city asks first.
const FIRST: [&str; 4] = [
    "select[data-city] option:nth-child(2)",
    "select[data-district] option:nth-child(2)",
    "input[name='applicant_kind'][value='individual']",
    "input[name='applicant_kind'][value='enterprise']",
];

async fn to_the_first_answer(page: &Page, on: bool) -> Result<Vec<u64>, Box<dyn Error>> {
    page.visit("").await?;
    page.click("[data-state='ready'] [data-action='start']").await?;
    for control in FIRST {
        page.click(control).await?;
    }
    let mut numbers = Vec::new();
    if on {
        // And into waiting, from where one is pressed on.
        page.click("[data-action='next']").await?;
        page.element("[data-state='loading']").await?;
        numbers.extend(ran(page).await?);
        page.visit("").await?;
        page.click("[data-state='ready'] [data-action='browse']").await?;
        page.element("[data-state='loading']").await?;
    }
    numbers.extend(ran(page).await?);
    Ok(numbers)
}

/// What has run since the visit, until whatever the last drawing put off has been done.
async fn ran(page: &Page) -> Result<Vec<u64>, Box<dyn Error>> {
    let numbers = page
        .run_async(
            "await new Promise((end) => requestIdleCallback(end, { timeout: 2000 }));\
             return [...globalThis.marks];",
        )
        .await?;
    Ok(serde_json::from_value(numbers)?)
}
