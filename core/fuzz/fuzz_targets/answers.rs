//! Any text as the answers about an applicant.
#![no_main]

include!("../door.rs");

libfuzzer_sys::fuzz_target!(|text: &str| answers(text));
