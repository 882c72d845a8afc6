//! How long `mingbai check` takes: the packs of this repository, and a folder of 10,000
//! awards with two cases each.
//!
//!     cargo bench -p mingbai-tests --bench check
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement reports")]

use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use mingbai_rules::{Compilation, Sources, check};

/// Awards in one file.
const IN_A_FILE: usize = 100;
/// Facts that one question asks.
const ON_A_SCREEN: usize = 5;

fn main() {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join("rules/packs");
    report("the packs", Duration::from_secs(1), || Sources::read(&packs).unwrap());
    report("10,000 awards", Duration::from_secs(10), || written(10_000));
}

/// The least of three times, reading the files included.
fn report(name: &str, promised: Duration, read: impl Fn() -> Sources) {
    let mut least = Duration::MAX;
    for _ in 0..3 {
        let start = Instant::now();
        let Compilation { packs, diagnostics, .. } = check(&read());
        least = least.min(start.elapsed());
        assert!(!packs.is_empty());
        assert_eq!(diagnostics.errors(), 0);
    }
    let kept = if least <= promised { "" } else { "  NOT KEPT" };
    println!("{name}: {least:.2?}, promised {promised:.0?}{kept}");
}

/// Rules of `size` awards: a quarter as many facts, each asked for by several awards.
fn written(size: usize) -> Sources {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/tests/codes/base");
    let facts = std::fs::read_to_string(base.join("100000/facts.yaml")).unwrap();
    let pack = std::fs::read_to_string(base.join("371000/pack.yaml")).unwrap();
    let count = size / 4;
    let mut more = String::from("facts:\n");
    for fact in 0..count {
        let kind = if fact % 2 == 0 { "count" } else { "yes-no" };
        writeln!(
            more,
            "  fact_{fact}: {{name: 事实{fact}, en: fact {fact}, type: {kind}, ask: {{zh: 多少？, \
             en: How many?}}}}"
        )
        .unwrap();
    }
    more.push_str("questions:\n");
    for first in (0..count).step_by(ON_A_SCREEN) {
        let asked =
            (first..count.min(first + ON_A_SCREEN)).map(|it| format!("fact_{it}"));
        writeln!(
            more,
            "  screen-{first}: {{section: basics, facts: [{}], ask: {{zh: 请填写, en: Please}}, \
             name: {{zh: 全部, en: All}}}}",
            asked.collect::<Vec<_>>().join(", ")
        )
        .unwrap();
    }
    let files: Vec<(String, String)> = (0..size)
        .step_by(IN_A_FILE)
        .map(|first| {
            let mut text = String::from("awards:\n");
            for award in first..size.min(first + IN_A_FILE) {
                text.push_str(&one(award, count));
            }
            (format!("awards/{first:05}.yaml"), text)
        })
        .collect();
    let mut city = vec![("pack.yaml", pack.as_str())];
    city.extend(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut sources = Sources::default();
    let china = [("facts.yaml", facts.as_str()), ("more.yaml", more.as_str())];
    sources.add_folder("100000".parse().unwrap(), &china);
    sources.add_folder("371000".parse().unwrap(), &city);
    sources
}

/// One award that turns on two of `facts` facts.
fn one(award: usize, facts: usize) -> String {
    let says = |fact: usize| match fact % 2 {
        0 => format!("事实{fact} >= {}", award % 40 + 1),
        _ => format!("事实{fact}"),
    };
    let (first, second) = (says(award % facts), says((award * 7 + 3) % facts));
    format!(
        r#"  award-{award}:
    title: {{zh: 第{award}项奖励, en: Award {award}}}
    summary: {{zh: 达到条件的单位可得奖励。, en: For those who qualify.}}
    cite: {{document: measures, article: "14"}}
    registered: implied
    for: [企业, 高等学校]
    criteria:
      - {first}
      - {{any: [{second}, 年度发明专利授权数 >= {patents} 件]}}
    amount: {{rate: 20%, of: 研发费用, cap: {cap} 万元}}
    selection: automatic
    base: {{注册地: "371002", 申请人类别: 企业}}
    cases:
      - {{name: not asked, expect: undetermined}}
      - {{name: elsewhere, given: {{注册地: "370600"}}, expect: ineligible}}
"#,
        patents = award % 30 + 1,
        cap = award % 50 + 1,
    )
}
