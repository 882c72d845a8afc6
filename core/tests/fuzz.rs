//! The corpus of the fuzz targets, replayed: what once broke the doors, or opened them a
//! little further, no longer does.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

include!("../fuzz/door.rs");

/// Hands every file of a corpus to `target`.
fn replay(corpus: &str, target: fn(&str)) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = folder.join("fuzz").join("corpus").join(corpus);
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        target(&String::from_utf8_lossy(&bytes));
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn packs() {
    replay("pack", pack);
}

#[test]
fn answers_about_an_applicant() {
    replay("answers", answers);
}
