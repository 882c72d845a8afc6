//! Any text as a pack.
#![no_main]

include!("../door.rs");

libfuzzer_sys::fuzz_target!(|text: &str| pack(text));
