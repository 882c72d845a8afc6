// Shared by the fuzz targets and the replay of their corpus in `rules/tests/fuzz.rs`.

const FACTS: &str = include_str!("../tests/codes/base/100000/facts.yaml");
const PACK: &str = include_str!("../tests/codes/base/371000/pack.yaml");

/// Reads a rule file beside sound ones, and does with it whatever the command does.
fn look_at(text: &str) {
    let mut sources = mingbai_rules::Sources::default();
    let Ok(china) = "100000".parse() else { return };
    let Ok(city) = "371000".parse() else { return };
    sources.add_folder(china, &[("facts.yaml", FACTS)]);
    sources.add_folder(city, &[("pack.yaml", PACK), ("rules.yaml", text)]);
    let found = mingbai_rules::check(&sources);
    for format in [mingbai_rules::Format::Plain, mingbai_rules::Format::Json] {
        mingbai_rules::render(&found.diagnostics, &sources, format);
    }
    if found.diagnostics.errors() == 0 {
        assert!(mingbai_rules::Output::new(&found.packs).is_ok());
    }
    // What was put right stays so.
    let once = mingbai_rules::fix(sources);
    assert!(mingbai_rules::fix(once.sources).applied.is_empty());
}

/// A rule file whose award has this criterion.
#[allow(dead_code, reason = "one target reads whole files")]
fn criterion(text: &str) -> String {
    let quoted = text.replace('\'', "''").replace(['\n', '\r'], " ");
    format!(
        "awards:\n  patents-20:\n    title: {{zh: 专利, en: Patents}}\n    summary: {{zh: \
         专利, en: Patents}}\n    cite: {{document: measures, article: \"14\"}}\n    \
         registered: implied\n    selection: automatic\n    amount: recognition\n    \
         criteria: ['{quoted}']\n"
    )
}
