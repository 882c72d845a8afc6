//! The engine in the browser, for portals that draw their own page: the npm package
//! `@mingbai/checker`.
//!
//! `mingbai-core` as it is, in JavaScript's shapes: plain objects, decimals as strings, enumerations
//! in kebab-case, the same JSON as `mingbai assess` writes. `types.ts` names every shape.

#[cfg(target_arch = "wasm32")]
mod binding;
pub mod shape;

/// The allocator: less than half of what Rust brings along for a browser, in bytes.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
