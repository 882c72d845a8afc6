//! How fast the page is on a slow device and a slow line, and what Lighthouse says of it:
//! built site in, figures out.
//!
//! The site is served as `mingbai serve` does it, under the strict policy and compressed
//! beforehand. Nothing is gated here: another machine measures other times.

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser;
use mingbai_tests::browser::{Appearance, Browser, Installed};
use mingbai_tests::page::{DEADLINE, Page, wait_until};
use mingbai_tests::sent::brotli;
use mingbai_tests::site::Site;
use serde_json::{Value, json};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Measures the page in Chromium on a throttled processor and line.
#[derive(Debug, Parser)]
#[command(name = "speed")]
struct Arguments {
    /// Folder of the built site
    #[arg(long, default_value = "target/site")]
    site: PathBuf,
    /// The command of Lighthouse; where there is none, only what needs none is measured
    #[arg(long, default_value = "target/tools/bin/lighthouse")]
    lighthouse: PathBuf,
    /// Writes a profile of the processor during the interview, for Chromium's own tools
    #[arg(long)]
    profile: Option<PathBuf>,
    /// How often each figure is measured; the median counts
    #[arg(long, default_value_t = 5)]
    rounds: usize,
}

/// How many times slower the processor is made.
const SLOWER: u32 = 4;

/// The line: 1.6 Mbit/s both ways, 150 ms from request to answer.
const BYTES_PER_SECOND: u32 = 200_000;
const LATENCY_MS: u32 = 150;

/// From an answer to the frame that shows what follows from it.
const MOST_TO_REPAINT_MS: f64 = 16.0;

/// From the visit to a page that can be used.
const MOST_TO_INTERACTIVE_MS: f64 = 1500.0;

/// Of each of Lighthouse's scores.
const LEAST_SCORE: f64 = 95.0;

#[tokio::main]
async fn main() -> Outcome<()> {
    let arguments = Arguments::parse();
    let chromium = Browser::Chromium.find()?;
    let site = compressed_site(&arguments.site)?;
    let appearance = Appearance { width: 1280, height: 900, ..Appearance::default() };
    let page = Page::open(&chromium, site, &appearance).await?;
    let measured = measure(&page, &chromium, &arguments).await;
    page.close().await?;
    measured
}

async fn measure(
    page: &Page,
    chromium: &Installed,
    arguments: &Arguments,
) -> Outcome<()> {
    page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER})).await?;
    repaint(page, arguments).await?;
    interactive(page, arguments).await?;
    if !arguments.lighthouse.exists() {
        return say("== no Lighthouse: its scores are not measured");
    }
    page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await?;
    page.go("about:blank").await?;
    say("== Lighthouse, on its own slow phone")?;
    lighthouse(&arguments.lighthouse, chromium, &page.address(""))
}

/// Whole interviews of an enterprise of 威海, answered in the page.
async fn repaint(page: &Page, arguments: &Arguments) -> Outcome<()> {
    say(&format!("== an answer to its repaint, processor {SLOWER} times slower"))?;
    let (mut choices, mut screens, mut frames) = (Vec::new(), Vec::new(), Vec::new());
    if arguments.profile.is_some() {
        page.devtools("Profiler.enable", json!({})).await?;
        page.devtools("Profiler.start", json!({})).await?;
    }
    for _ in 0..arguments.rounds {
        page.visit("").await?;
        page.element("[data-state='ready'] [data-action='start']").await?;
        let times = page.run_async(include_str!("speed/interview.js")).await?;
        choices.extend(numbers(&times, "choices"));
        screens.extend(numbers(&times, "screens"));
        frames.extend(numbers(&times, "frames"));
    }
    if let Some(path) = &arguments.profile {
        let profile = page.devtools("Profiler.stop", json!({})).await?;
        fs::write(path, profile.get("profile").unwrap_or(&Value::Null).to_string())?;
    }
    let mut all: Vec<f64> = choices.iter().chain(&screens).copied().collect();
    say_times("all that is answered and sent", &mut all, MOST_TO_REPAINT_MS)?;
    say_times("an option or a figure", &mut choices, MOST_TO_REPAINT_MS)?;
    say_times("a screen sent", &mut screens, MOST_TO_REPAINT_MS)?;
    say_times("one word beside the checker", &mut frames, MOST_TO_REPAINT_MS)
}

/// From the visit, with nothing cached, to the frame after the page has said that it is
/// ready.
async fn interactive(page: &Page, arguments: &Arguments) -> Outcome<()> {
    const EAR: &str = "addEventListener('mingbai-ready', () => requestAnimationFrame(() => {\
           const channel = new MessageChannel();\
           channel.port1.onmessage = () => { window.mingbaiInteractive = performance.now(); };\
           channel.port2.postMessage(0);\
         }));";
    say(&format!(
        "== interactive, processor {SLOWER} times slower, 1.6 Mbit/s, {LATENCY_MS} ms"
    ))?;
    page.devtools("Network.enable", json!({})).await?;
    page.devtools("Network.setCacheDisabled", json!({"cacheDisabled": true})).await?;
    let line = json!({
        "offline": false,
        "latency": LATENCY_MS,
        "downloadThroughput": BYTES_PER_SECOND,
        "uploadThroughput": BYTES_PER_SECOND,
    });
    page.devtools("Network.emulateNetworkConditions", line).await?;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": EAR}))
        .await?;
    let mut times = Vec::new();
    for _ in 0..arguments.rounds {
        page.visit("").await?;
        let time = wait_until("the page is interactive", DEADLINE, async || {
            let time = page.run("return window.mingbaiInteractive || null;", vec![]);
            Ok(time.await?.as_f64())
        });
        times.push(time.await?);
    }
    let loaded = page.run(LOADED, vec![]).await?;
    for line in loaded.as_array().into_iter().flatten().filter_map(Value::as_str) {
        say(line)?;
    }
    say_times("the first screen", &mut times, MOST_TO_INTERACTIVE_MS)
}

/// Which files the last visit loaded, from when to when, and how many bytes.
const LOADED: &str = "const { pathname } = location;\
     return performance.getEntriesByType('navigation')\
       .concat(performance.getEntriesByType('resource'))\
       .map((it) => `   ${it.startTime.toFixed(0).padStart(8)} to ` +\
         `${it.responseEnd.toFixed(0).padStart(4)} ms ${String(it.encodedBodySize).padStart(7)}  ` +\
         (new URL(it.name).pathname.replace(pathname, '') || 'index.html'));";

/// Lighthouse's scores of the page at an address.
fn lighthouse(command: &Path, chromium: &Installed, address: &str) -> Outcome<()> {
    let run = Command::new(command)
        .arg(address)
        .args(["--output=json", "--output-path=stdout", "--quiet"])
        .arg("--only-categories=performance,accessibility,best-practices")
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
        .env("CHROME_PATH", chromium.browser())
        .output()?;
    let report: Value = serde_json::from_slice(&run.stdout).map_err(|error| {
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        format!("lighthouse: {error}; {said}")
    })?;
    for category in ["performance", "accessibility", "best-practices"] {
        let score = report.pointer(&format!("/categories/{category}/score"));
        let score = score.and_then(Value::as_f64).ok_or("no score of Lighthouse")?;
        let score = score * 100.0;
        let mark = if score < LEAST_SCORE { ", which is missed" } else { "" };
        say(&format!("   {score:>8.0}  {category}, of {LEAST_SCORE} at least{mark}"))?;
        for (title, score) in lost(&report, category) {
            say(&format!("             {title}: {:.0}", score * 100.0))?;
        }
    }
    Ok(())
}

/// What a category loses on, with the score of each.
fn lost<'a>(report: &'a Value, category: &str) -> Vec<(&'a str, f64)> {
    let parts = report.pointer(&format!("/categories/{category}/auditRefs"));
    let parts = parts.and_then(Value::as_array).into_iter().flatten();
    let weighty = parts.filter(|it| it.get("weight").and_then(Value::as_f64) > Some(0.0));
    let audit = |it: &Value| {
        let id = it.get("id").and_then(Value::as_str)?;
        let audit = report.pointer(&format!("/audits/{id}"))?;
        let score = audit.get("score").and_then(Value::as_f64)?;
        let title = audit.get("title").and_then(Value::as_str)?;
        (score < 0.9).then_some((title, score))
    };
    weighty.filter_map(audit).collect()
}

/// The site as it was built, each file compressed beside itself.
fn compressed_site(folder: &Path) -> Outcome<Site> {
    let site = Site::copy_of(folder)?;
    // Without the script that notes complaints, which no portal has.
    site.write("index.html", fs::read(folder.join("index.html"))?)?;
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let sent = ["html", "css", "js", "wasm"].into_iter().any(|kind| {
            Path::new(&name).extension().is_some_and(|extension| extension == kind)
        });
        if sent {
            compress(&site, &name)?;
        }
    }
    for name in site.files("words")?.into_iter().chain(site.files("packs")?) {
        compress(&site, &name)?;
    }
    Ok(site)
}

fn compress(site: &Site, name: &str) -> Outcome<()> {
    let content = fs::read(site.folder().join(name))?;
    Ok(site.write(&format!("{name}.br"), brotli(&content)?)?)
}

fn numbers(times: &Value, name: &str) -> Vec<f64> {
    let times = times.get(name).and_then(Value::as_array).into_iter().flatten();
    times.filter_map(Value::as_f64).collect()
}

/// Says the median of these times, with the slowest tenth's least.
fn say_times(what: &str, times: &mut [f64], most: f64) -> Outcome<()> {
    times.sort_by(f64::total_cmp);
    let at = |place: usize| times.get(place).copied().ok_or("nothing was measured");
    let median = at(times.len() / 2)?;
    let slow = at(times.len() * 9 / 10)?;
    let mark = if median > most { ", which is missed" } else { "" };
    let count = times.len();
    say(&format!("   {median:>8.1} ms  {what}, of {most} at most{mark}"))?;
    say(&format!("             median of {count}; one in ten takes {slow:.1} or more"))
}

fn say(line: &str) -> Outcome<()> {
    Ok(writeln!(std::io::stdout().lock(), "{line}")?)
}
