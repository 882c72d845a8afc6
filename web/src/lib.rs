//! Mingbai in the browser: the custom element `<mingbai-checker>`.
//!
//! **Rules and answers → [`session`] → [`shown`] → views.** One reducer is the only state; it asks
//! `mingbai-core` for an assessment and keeps only what the page shows of it. Views are functions
//! of those values and never assess. Nothing of the reader's leaves the page: the only requests
//! are GETs for the packs and the page's words, and events carry no answer.
//!
//! What needs no page is plain Rust and tested on the host: words ([`locale`]), numbers as people
//! type them ([`number`]), what stands on a question's screen ([`draft`]), the state. The rest is
//! compiled for wasm32 only. `element.js` is the element's class; it calls `mount`, `update` and
//! `destroy`.

pub mod draft;
pub mod export;
pub mod link;
pub mod locale;
pub mod number;
pub mod session;
pub mod shown;

#[cfg(target_arch = "wasm32")]
pub mod bridge;
#[cfg(target_arch = "wasm32")]
pub mod element;
#[cfg(target_arch = "wasm32")]
pub mod load;
#[cfg(target_arch = "wasm32")]
pub mod page;
#[cfg(target_arch = "wasm32")]
pub mod view;

/// The allocator: less than half of what Rust brings along for a browser, in bytes.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
