//! The engine of the npm package against the engine on this machine: the same JSON, byte for
//! byte. `make engine` builds the package.

use mingbai_core::{Pack, assess};
use mingbai_tests::browser::root;
use mingbai_tests::random::Dice;
use mingbai_tests::real::{self, DATES, Values};

use super::*;

stories! {
    a_thousand_situations with Setting { change: Some(add_situations), ..Setting::default() };
}

/// Over all packs.
const SITUATIONS: usize = 1_000;

/// How many situations give the same JSON, and the first that does not.
const COMPARE: &str = "const at = (name) => new URL('parity/' + name, document.baseURI);\
     const text = async (name) => (await fetch(at(name))).text();\
     const { default: init, Checker } = await import(at('checker.js'));\
     await init();\
     const rules = JSON.parse(await text('packs.json'));\
     const checkers = rules.map((pack) => Checker.load(pack, undefined));\
     const situations = JSON.parse(await text('situations.json'));\
     const expected = (await text('expected.txt')).split('\\n');\
     const differ = (it, index) =>\
       JSON.stringify(checkers[it.pack].assess(it.answers, it.as_of)) !== expected[index];\
     return { told: expected.length, same: situations.filter((...it) => !differ(...it)).length,\
       first: situations.find(differ) ?? null };";

/// A thousand applicants of whom some things are known, some are not and some were never asked.
async fn a_thousand_situations(page: &Page) -> Result<(), Failure> {
    page.visit("").await?;
    let compared = page.run_async(COMPARE).await?;
    assert_eq!(compared, json!({"told": SITUATIONS, "same": SITUATIONS, "first": null}));
    Ok(())
}

/// The package, the packs, the situations, and what is said of them here.
fn add_situations(site: &Site) -> Result<(), Failure> {
    for name in ["checker.js", "checker_bg.wasm"] {
        let built = root().join("target/npm").join(name);
        let content = std::fs::read(&built).map_err(|error| {
            Failure::from(error).during("read the package; run: make engine")
        })?;
        site.write(&format!("parity/{name}"), content)?;
    }
    let files = real::packs();
    let awards: usize = files.iter().map(|file| file.awards.len()).sum();
    let mut before = 0;
    let (mut packs, mut situations, mut expected) = (Vec::new(), Vec::new(), Vec::new());
    for file in files {
        // Each pack by its share of the awards.
        before += file.awards.len();
        let until = SITUATIONS * before / awards;
        packs.push(json(&file)?);
        let values = Values::new(&file);
        let pack = Pack::load(file).map_err(|error| Failure::new(error.to_string()))?;
        for seed in 0.. {
            if situations.len() == until {
                break;
            }
            let mut dice = Dice::seeded(seed);
            let raw = values.applicant(&mut dice, pack.file());
            let answers = real::something(&mut dice, &pack, &raw);
            let as_of = dice.pick(&DATES);
            situations.push(json!({
                "pack": packs.len() - 1,
                "as_of": as_of,
                "answers": answers.to_json(),
            }));
            expected.push(json(&assess(&pack, &answers, *as_of))?);
        }
    }
    site.write("parity/packs.json", json(&packs)?)?;
    site.write("parity/situations.json", json(&situations)?)?;
    site.write("parity/expected.txt", expected.join("\n"))
}

fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::new(error.to_string()))
}
