//! Any text as a rule file beside sound ones.
#![no_main]

include!("../beside.rs");

libfuzzer_sys::fuzz_target!(|text: &str| look_at(text));
