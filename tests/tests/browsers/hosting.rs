//! The release on servers that portals have, with the configurations handed out for them.

use mingbai_tests::host::{Host, Software};

use super::*;

#[test]
fn nginx_serves_the_release() -> Result<(), Failure> {
    serves_the_release(Software::Nginx, "nginx_serves_the_release")
}

#[test]
fn apache_serves_the_release() -> Result<(), Failure> {
    serves_the_release(Software::Apache, "apache_serves_the_release")
}

/// What is asked for below the folder of the release, with which encodings; what comes.
struct Expected {
    file: String,
    encodings: &'static str,
    kind: &'static str,
    encoding: &'static str,
    cache: &'static str,
}

const LASTING: &str = "public, max-age=31536000, immutable";
const AGAIN: &str = "no-cache";

/// Types, caching, compression and the header for other origins, file by file; then the
/// page starts and asks.
fn serves_the_release(software: Software, name: &str) -> Result<(), Failure> {
    let dist = mingbai_tests::browser::root().join("target/dist");
    let runtime = tokio::runtime::Runtime::new()?;
    let host = match dist.join("manifest.json").is_file() {
        true => runtime.block_on(Host::start(software, &dist))?,
        false => None,
    };
    let Some(host) = host else {
        return match std::env::var_os("CI") {
            Some(_) => Err(Failure::new("no release or no server: run make test")),
            None => Ok(()),
        };
    };
    let folder = folder(&dist)?;
    for expected in expected(&dist.join(&folder))? {
        let Expected { file, encodings, kind, encoding, cache } = expected;
        let answer = host.get(&format!("{folder}/{file}"), encodings)?;
        let said = ["content-type", "content-encoding", "cache-control"]
            .map(|name| answer.header(name));
        let of = format!("{software:?}, {file}, {encodings}");
        assert_eq!(answer.status, 200, "{of}");
        assert_eq!(said, [kind, encoding, cache], "{of}");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{of}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{of}");
        assert!(answer.header("vary").contains("Accept-Encoding"), "{of}");
        let ending = match encoding {
            "gzip" => ".gz",
            "br" => ".br",
            _ => "",
        };
        let path = dist.join(&folder).join(format!("{file}{ending}"));
        assert!(answer.content == std::fs::read(path)?, "{of}: other bytes");
    }
    let manifest = host.get("manifest.json", "identity")?;
    assert_eq!(manifest.header("cache-control"), AGAIN);

    tell(Browser::Chromium, name, &Setting::default(), async |page| {
        page.go(&host.address(&format!("{folder}/index.html"))).await?;
        page.click("[data-state='ready'] [data-action='start']").await?;
        page.element("form[data-question]").await?;
        // Complaints are noted on the harness's own page.
        page.visit("").await
    })
}

/// The folder of the release, which its manifest names.
fn folder(dist: &std::path::Path) -> Result<String, Failure> {
    let manifest = std::fs::read_to_string(dist.join("manifest.json"))?;
    let manifest: Value = serde_json::from_str(&manifest)
        .map_err(|error| Failure::new(format!("manifest: {error}")))?;
    text_at(&manifest, "/folder")
}

fn expected(site: &std::path::Path) -> Result<Vec<Expected>, Failure> {
    let one = |folder: &str, start: &str| {
        let found = std::fs::read_dir(site.join(folder))?;
        let names = found.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names =
            names.filter(|name| name.starts_with(start) && name.ends_with(".json"));
        let name = names.next().ok_or_else(|| Failure::new(format!("no {start}")))?;
        Ok::<_, Failure>(format!("{folder}/{name}"))
    };
    let file = |file: &str, kind, cache| {
        [("identity", ""), ("gzip", "gzip"), ("gzip, deflate, br", "br")].map(
            |(encodings, encoding)| Expected {
                file: file.to_owned(),
                encodings,
                kind,
                encoding,
                cache,
            },
        )
    };
    let json = "application/json; charset=utf-8";
    Ok([
        file("index.html", "text/html; charset=utf-8", AGAIN),
        file("catalogue/index.html", "text/html; charset=utf-8", AGAIN),
        file("packs/index.json", json, AGAIN),
        file("sw.js", "text/javascript; charset=utf-8", AGAIN),
        file("element.js", "text/javascript; charset=utf-8", LASTING),
        file("mingbai.css", "text/css; charset=utf-8", LASTING),
        file("mingbai_web_bg.wasm", "application/wasm", LASTING),
        file("mingbai_web_later.wasm", "application/wasm", LASTING),
        file(&one("packs", "371000.")?, json, LASTING),
        file(&one("words", "zh-Hans.")?, json, LASTING),
    ]
    .into_iter()
    .flatten()
    .collect())
}
