//! Views: functions of what [`crate::shown`] and [`crate::session`] hold. They never assess.
//!
//! # Hooks for tests
//!
//! Everything lies in the open shadow root of `<mingbai-checker>`. Prefer roles and names; where
//! those change with the language, these attributes are kept stable:
//!
//! Only facts that still matter are on a screen, and a screen with a single fact is never a list:
//! of a checklist whose other boxes are settled one radio question remains.
//!
//! ```text
//! [data-screen="start|question|results|all|award|report|elsewhere"] on .mb-page
//!     which screen is shown
//! [data-state="loading|failed|ready"] on .mb-app
//!     whether rules are there; [data-code] of a failure beside it
//! form[data-question="<question id>"]
//!     the question on the screen
//! input[name="<fact id>"][value="yes|no|unsure|<option>"]
//!     radio of a yes/no or choice fact
//! input[name="<fact id>"][value="<option>"] (checkbox)
//!     a box of a choices fact; value="none", value="unsure"
//! input[name="<fact id>"][value="exact|rough|unsure"]
//!     how a number is known
//! input[data-exact="<fact id>"], input[data-least=…], input[data-most=…]
//!     its fields
//! input[data-tick="<fact id>"]
//!     a box of a checklist; a count then opens input[data-exact=…]
//! input[data-rest="none|unsure"]
//!     以上都没有, 其余不清楚
//! select[data-city="<fact id>"], select[data-district="<fact id>"]
//!     where registered; values are codes, elsewhere
//! [data-action="start|browse|next|back|clear|open-results|close-results|print|print-now|return|settings|retry"]
//!     buttons; print leads to the report, print-now opens the browser's dialog
//! button[data-use-city="<code>"]
//!     on the screen of a city without rules: a city that has some
//! button[data-edit="<question id>"]
//!     改, in the list of answers
//! button[data-ask="<question id>"]
//!     a button that leads to one question
//! li[data-award="<award id>"][data-verdict="eligible|undetermined|needs-review|ineligible|received"]
//!     a row; inside it [data-open] opens the award, [data-amount] is the amount, [data-article] the article, [data-met] 满足 n/m
//! section[data-group="<verdict>"]
//!     a group of rows; [data-list-all] its 全部列出
//! article[data-award="<award id>"][data-verdict=…]
//!     the open award
//! li[data-status="met|unmet|open|review"]
//!     a criterion of it
//! [data-sum]
//!     the one sum; [data-part] each further part
//! .mb-errsum, [data-problem="<fact id>"]
//!     what was refused
//! [data-apply]
//!     in an award: the link of the operator's to where it is applied for
//! [data-live]
//!     the one live region
//! [data-action="receive"]
//!     in an award: it was received before, or was not
//! [data-keep], [data-action="share|share-copy|export-json|export-csv"], [data-link], [data-import]
//!     keeping on the device, a link, files
//! [data-notice]
//!     what has to be said about answers that came from elsewhere
//! select[data-language], button[data-theme-switch], button[data-large-switch]
//!     settings
//! ```

pub mod answers;
pub mod applying;
pub mod bar;
pub mod choice;
pub mod explanation;
pub mod field;
pub mod icon;
pub mod markup;
pub mod money;
pub mod question;
pub mod results;
pub mod row;
pub mod state;
pub mod step;
pub mod verdict;
pub mod words;

use std::rc::Rc;

use crate::session::Action;

/// How a view tells what the reader did.
#[derive(Clone)]
pub struct Dispatch(Rc<dyn Fn(Action)>);

impl std::fmt::Debug for Dispatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Dispatch")
    }
}

impl Dispatch {
    /// From anything that takes actions.
    pub fn new(take: impl Fn(Action) + 'static) -> Self {
        Self(Rc::new(take))
    }

    /// Does one thing now.
    pub fn send(&self, action: Action) {
        (self.0)(action);
    }
}
