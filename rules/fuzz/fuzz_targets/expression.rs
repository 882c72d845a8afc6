//! Any text as the criterion of an award.
#![no_main]

include!("../beside.rs");

libfuzzer_sys::fuzz_target!(|text: &str| look_at(&criterion(text)));
