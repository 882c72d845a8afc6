//! The checker as a custom element in the browser.

pub mod locale;
pub mod number;
