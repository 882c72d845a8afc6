//! A catalogue of the whole country: what a page of one city loads of it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may")]

use std::path::Path;

use mingbai_core::{Jurisdiction, Language};
use mingbai_rules::{CompiledPack, Output, Sources, compile};

const CITIES: usize = 340;
const AWARDS: usize = 100_000;
/// Of the index, under brotli 11.
const INDEX_BUDGET: usize = 20_000;

/// Names of two signs each, as cities have them, no two alike.
fn name(index: usize) -> String {
    const SIGNS: &str = "济青石沈长哈呼乌西兰银成都贵昆拉南合杭福厦广深珠海口亚武汉郑";
    let signs: Vec<char> = SIGNS.chars().collect();
    let (first, second) = (index % signs.len(), index * 7 / signs.len());
    format!("{}{}市", signs[first], signs[(second + index) % signs.len()])
}

/// The pack of Weihai as it is, and cities that have none yet, each with awards like its
/// own until there are [`AWARDS`].
fn country(weihai: &CompiledPack) -> Vec<CompiledPack> {
    let each = AWARDS / CITIES + 1;
    let award = weihai.rules.awards.first().unwrap();
    let city = |index: usize| {
        let mut city = weihai.clone();
        let code = 110_000 + (index / 12) * 10_000 + (index % 12) * 100;
        city.rules.jurisdiction = code.to_string().parse::<Jurisdiction>().unwrap();
        city.rules.awards = vec![award.clone(); each];
        for texts in &mut city.texts {
            texts.awards = Default::default();
            texts.facts = Default::default();
            texts.name = match texts.language {
                Language::English => format!("City {index}"),
                _ => name(index),
            };
        }
        city
    };
    let others = (0..).map(city);
    let own = weihai.rules.jurisdiction;
    let others = others.filter(|city| city.rules.jurisdiction != own);
    let mut all: Vec<_> = others.take(CITIES - 1).collect();
    all.push(weihai.clone());
    all
}

#[test]
fn a_page_of_one_city_loads_a_small_index_and_its_own_rules() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/packs");
    let compilation = compile(&Sources::read(&rules).unwrap());
    let weihai = compilation
        .packs
        .iter()
        .find(|pack| pack.rules.jurisdiction.to_string() == "371000")
        .unwrap();
    let all = country(weihai);
    let awards: usize = all.iter().map(|city| city.rules.awards.len()).sum();
    assert!(all.len() == CITIES && awards >= AWARDS, "{} {awards}", all.len());

    let alone = Output::new(std::slice::from_ref(weihai)).unwrap();
    let country = Output::new(&all).unwrap();
    let of = |output: &Output, name: &str| {
        let mut files = output.files().filter(|(it, _)| *it == name);
        files.next().map(|(_, content)| content.to_owned())
    };
    // What Weihai's page loads beside the index is what it loads without the others.
    for (name, content) in alone.files().filter(|(name, _)| *name != "index.json") {
        assert_eq!(of(&country, name).as_deref(), Some(content), "{name}");
    }
    let index = of(&country, "index.json").unwrap();
    let mut small = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut index.as_bytes(), &mut small, &params).unwrap();
    assert!(small.len() < INDEX_BUDGET, "{} bytes", small.len());
}
