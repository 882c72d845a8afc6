//! What the proofs of Mingbai share.
//!
//! - [`oracle`]: a naive second evaluator that tries every completion;
//! - [`random`]: random packs and answers, small enough for it;
//! - [`property`]: how a property is checked over them;
//! - [`small`]: small packs built by hand;
//! - [`real`]: the real packs, and applicants for them;
//! - [`applicants`]: the distribution that the interview is measured with;
//! - [`walk`]: their way through the questions;
//! - [`synthetic`]: packs of any size, for measurements;
//! - [`sent`]: files as a portal would send them;
//! - [`floor`]: the awards of Weihai as plain Rust, for complete answers.
//!
//! With the feature `browsers`: a harness that opens the built site in a real browser over
//! WebDriver, as a portal would serve it, and acts on the checker inside its shadow root.
//!
//! - [`browser`]: which browsers there are, and how a driver for one is started;
//! - [`site`]: a copy of the built site, with files changed for one test;
//! - [`page`]: one browser window on it: find, click, type, read, wait, look;
//! - [`host`]: nginx and Apache with the configurations that the project hands out;
//! - [`story`]: runs a story in one browser and checks what must hold after every story.

pub mod applicants;
#[cfg(feature = "browsers")]
pub mod browser;
#[cfg(feature = "browsers")]
pub mod failure;
#[expect(unused_parens, reason = "generated")]
pub mod floor;
#[cfg(feature = "browsers")]
pub mod host;
#[expect(clippy::expect_used, reason = "a proof that cannot go on must stop")]
pub mod oracle;
#[cfg(feature = "browsers")]
pub mod page;
#[expect(clippy::panic, reason = "this is how a test fails")]
pub mod property;
#[expect(clippy::expect_used, clippy::panic, reason = "a proof must stop as well")]
pub mod random;
#[expect(clippy::expect_used, reason = "a proof that cannot go on must stop")]
pub mod real;
pub mod sent;
#[cfg(feature = "browsers")]
pub mod site;
#[expect(clippy::expect_used, reason = "a test writes its own constants")]
pub mod small;
#[cfg(feature = "browsers")]
pub mod story;
pub mod synthetic;
#[expect(clippy::expect_used, reason = "a proof that cannot go on must stop")]
pub mod walk;
