// Shared by the fuzz targets and the replay of their corpus in `core/tests/fuzz.rs`.

use mingbai_core::{Answers, Date, Pack, assess};

/// The day on which packs are read.
const TODAY: Date = Date::constant(2026, 11, 22);

/// Loads a pack, and where it is sound asks everything of it.
#[allow(dead_code, reason = "one target each")]
fn pack(text: &str) {
    let Ok(pack) = Pack::from_json(text) else { return };
    ask(&pack, &Answers::new());
    // What is written is what was read.
    let written = serde_json::to_string(pack.file());
    let again = written.map(|written| Pack::from_json(&written));
    assert!(again.is_ok_and(|it| it.is_ok_and(|again| again.file() == pack.file())));
}

/// Reads answers about the example pack, and where they are sound asks everything of it.
#[allow(dead_code, reason = "one target each")]
fn answers(text: &str) {
    static PACK: std::sync::OnceLock<Option<Pack>> = std::sync::OnceLock::new();
    let example = include_str!("../examples/pack.json");
    let pack = PACK.get_or_init(|| Pack::from_json(example).ok());
    assert!(pack.is_some());
    let Some(pack) = pack else { return };
    let Ok(answers) = Answers::from_json(pack, text) else { return };
    ask(pack, &answers);
    let again = Answers::read(pack, &answers.to_json());
    assert!(again.is_ok_and(|again| again == answers));
}

/// Verdicts, amounts, criteria, near misses, totals and explanations.
fn ask(pack: &Pack, answers: &Answers) {
    let assessment = assess(pack, answers, TODAY);
    for award in &pack.file().awards {
        assessment.explain(&award.id);
        assert!(assessment.get(&award.id).is_some());
    }
    assert!(serde_json::to_string(&assessment).is_ok());
}
