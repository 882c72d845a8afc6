//! What the compiler makes of the rules of this repository.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use mingbai_core::{Condition, Date, Language, Pack, Prose, Session, Texts};
use mingbai_rules::{Compilation, Format, Output, Sources, check, compile, render};

fn sources() -> Sources {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs");
    Sources::read(&packs).unwrap()
}

#[test]
fn the_packs_are_sound() {
    let sources = sources();
    let Compilation { diagnostics, packs, .. } = check(&sources);
    let errors = diagnostics.errors();
    assert_eq!(errors, 0, "{}", render(&diagnostics, &sources, Format::Plain));
    for pack in packs {
        Pack::load(pack.rules).unwrap();
    }
}

#[test]
fn the_same_rules_give_the_same_bytes() {
    let write = || Output::new(&compile(&sources()).packs).unwrap();
    assert_eq!(write(), write());
}

#[test]
fn the_index_lists_every_file() {
    let output = Output::new(&compile(&sources()).packs).unwrap();
    let files: BTreeSet<&str> = output.files().map(|(name, _)| name).collect();
    let (_, index) = output.files().find(|(name, _)| *name == "index.json").unwrap();
    let index: serde_json::Value = serde_json::from_str(index).unwrap();
    let mut listed = BTreeSet::from(["index.json"]);
    for pack in index["packs"].as_array().unwrap() {
        listed.insert(pack["pack"].as_str().unwrap());
        for language in Language::ALL {
            for texts in ["texts", "opening"] {
                listed.insert(pack[texts][language.tag()].as_str().unwrap());
            }
            assert!(pack["name"][language.tag()].is_string());
        }
    }
    assert_eq!(listed, files);
}

/// What a page loads first says the first question and its example as all words do.
#[test]
fn an_opening_says_what_stands_before_the_first_answer() {
    let date = Date::constant(2026, 11, 22);
    for pack in compile(&sources()).packs {
        let rules = Arc::new(Pack::load(pack.rules).unwrap());
        let next = Session::new(Arc::clone(&rules), date).next_question().unwrap();
        for texts in &pack.texts {
            let opening = texts.opening(&rules);
            assert_eq!(opening.divisions, texts.divisions);
            let asked = texts.questions.get(&next.question);
            assert_eq!(opening.questions.get(&next.question), asked);
            for fact in &next.facts {
                assert_eq!(opening.facts.get(fact), texts.facts.get(fact));
            }
            let [first, all] = [&opening, texts].map(|it| Prose::new(&rules, it));
            let mut examples = 0;
            for award in rules.file().awards.iter().filter(|award| award.is_example()) {
                examples += 1;
                let title =
                    |texts: &Texts| texts.awards.get(&award.id).unwrap().title.clone();
                assert_eq!(title(&opening), title(texts));
                for criterion in &award.criteria {
                    let said = first.condition(&criterion.condition);
                    assert_eq!(said, all.condition(&criterion.condition));
                }
            }
            assert_eq!(opening.awards.len(), examples);
            // Not every city grants anything so plain.
            assert!(examples > 0 || rules.file().jurisdiction.code() != 371_000);
        }
    }
}

#[test]
fn a_pack_keeps_what_its_awards_use() {
    for pack in compile(&sources()).packs {
        let rules = &pack.rules;
        assert!(rules.awards.is_sorted_by(|left, right| left.id < right.id));
        assert_eq!(rules.facts.first().unwrap().id.as_str(), "registered_in");
        let asked: BTreeSet<_> =
            rules.questions.iter().flat_map(|it| &it.facts).collect();
        for fact in rules.facts.iter().filter(|fact| fact.derived.is_none()) {
            assert!(asked.contains(&fact.id), "nobody asks `{}`", fact.id);
        }
        for text in &pack.texts {
            let facts: BTreeSet<_> = rules.facts.iter().map(|fact| &fact.id).collect();
            assert_eq!(text.facts.keys().collect::<BTreeSet<_>>(), facts);
            assert_eq!(text.awards.len(), rules.awards.len());
            assert_eq!(text.version, rules.version);
        }
    }
}

#[test]
fn registration_becomes_a_criterion() {
    let packs = compile(&sources()).packs;
    let weihai = packs.iter().find(|it| it.rules.jurisdiction.code() == 371_000).unwrap();
    let find = |id: &str| weihai.rules.awards.iter().find(|it| it.id.as_str() == id);
    let award = find("weihai-invention-patents-20").unwrap();
    let first = award.criteria.first().unwrap();
    assert!(first.implied);
    let fact = "registered_in".into();
    let division = weihai.rules.jurisdiction;
    assert_eq!(first.condition, Condition::Within { fact, division });
}
