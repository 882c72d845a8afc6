//! A picture of the page, for whoever works on it: built site in, PNG out.

use std::error::Error;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use mingbai_tests::browser::{Appearance, Browser};
use mingbai_tests::page::Page;
use mingbai_tests::site::Site;
use serde_json::json;

/// Takes a picture of the checker as a browser shows it.
#[derive(Debug, Parser)]
#[command(name = "shot")]
struct Arguments {
    /// Folder of the built site [default: target/site]
    #[arg(long)]
    site: Option<PathBuf>,
    /// Page of the site to visit, with anything after it
    #[arg(long, default_value = "")]
    url_path: String,
    /// Width of the window in CSS pixels
    #[arg(long, default_value_t = 1000)]
    width: u32,
    /// Height of the window in CSS pixels
    #[arg(long, default_value_t = 800)]
    height: u32,
    /// The whole page, however long (Chromium only)
    #[arg(long)]
    full: bool,
    /// Prefer dark colours
    #[arg(long)]
    dark: bool,
    /// The system's own few colours, as for eyes that need contrast (Chromium only)
    #[arg(long)]
    forced_colors: bool,
    /// Language of the person
    #[arg(long, default_value = "zh-CN")]
    lang: String,
    /// Body of an async function to run first; `host` is the element, `root` its shadow root
    #[arg(long)]
    script: Option<String>,
    /// Wait for this selector inside the element, before and after the script
    #[arg(long)]
    wait: Option<String>,
    /// Which browser
    #[arg(long, value_enum, default_value = "chromium")]
    browser: Which,
    /// File to write
    #[arg(long)]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Which {
    Chromium,
    Firefox,
    Webkit,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let site = match &arguments.site {
        Some(folder) => Site::copy_of(folder)?,
        None => Site::built()?,
    };
    let browser = match arguments.browser {
        Which::Chromium => Browser::Chromium,
        Which::Firefox => Browser::Firefox,
        Which::Webkit => Browser::WebKit,
    };
    let appearance = Appearance {
        width: arguments.width,
        height: arguments.height,
        dark: arguments.dark,
        language: arguments.lang.clone(),
        ..Appearance::default()
    };
    let page = Page::open(&browser.find()?, site, &appearance).await?;
    let shown = show(&page, &arguments).await;
    let complaints = page.complaints().await;
    page.close().await?;
    shown?;
    for complaint in complaints? {
        say(&complaint);
    }
    Ok(())
}

async fn show(page: &Page, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    if arguments.forced_colors {
        let scheme = if arguments.dark { "dark" } else { "light" };
        let features = json!([
            {"name": "forced-colors", "value": "active"},
            {"name": "prefers-color-scheme", "value": scheme},
        ]);
        page.devtools("Emulation.setEmulatedMedia", json!({"features": features}))
            .await?;
    }
    page.visit(&arguments.url_path).await?;
    page.wait_for("root && root.textContent.trim()").await?;
    let wait = async || match &arguments.wait {
        Some(css) => page.element(css).await.map(drop),
        None => Ok(()),
    };
    wait().await?;
    if let Some(script) = &arguments.script {
        page.run_async(script).await?;
        wait().await?;
    }
    // Two frames: what the script changed has been drawn by then.
    let drawn = "await document.fonts.ready;\
         await new Promise((end) => requestAnimationFrame(() => requestAnimationFrame(end)));";
    page.run_async(drawn).await?;
    if arguments.full && page.browser() == Browser::Chromium {
        let height = page.run("return document.documentElement.scrollHeight;", vec![]);
        let height = height.await?.as_u64().unwrap_or(0);
        let size = json!({
            "width": arguments.width, "height": height.max(arguments.height.into()),
            "deviceScaleFactor": 1, "mobile": false,
        });
        page.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        page.run_async(drawn).await?;
    }
    page.screenshot(&arguments.out).await?;
    Ok(())
}

#[expect(clippy::print_stderr, reason = "a command says what it sees")]
fn say(complaint: &str) {
    eprintln!("{complaint}");
}
