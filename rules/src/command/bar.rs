//! A progress bar on a terminal, for what takes longer than a moment.

use std::time::{Duration, Instant};

use mingbai_rules::Progress;

use super::say;

/// Nobody needs a bar for less.
const PATIENCE: Duration = Duration::from_millis(300);
/// How often it is drawn.
const PACE: Duration = Duration::from_millis(50);
const WIDTH: usize = 40;

/// What is drawn on one line of a terminal, over and over.
pub(super) struct Bar {
    wanted: bool,
    next: Instant,
    drawn: bool,
}

impl Bar {
    /// A bar that is shown only where somebody watches.
    pub(super) fn new(watched: bool) -> Self {
        Self { wanted: watched, next: Instant::now() + PATIENCE, drawn: false }
    }

    /// Shows how far it is.
    pub(super) fn show(&mut self, progress: Progress) {
        let now = Instant::now();
        if self.wanted && now >= self.next {
            self.next = now + PACE;
            self.drawn = true;
            say(&format!("\r{}", line(progress)));
        }
    }

    /// Takes it away.
    pub(super) fn clear(&mut self) {
        if self.drawn {
            say("\r\u{1b}[K");
        }
    }
}

/// `[####      ] 400/1000 awards`.
fn line(progress: Progress) -> String {
    let Progress { done, of } = progress;
    let full = (done * WIDTH).checked_div(of).unwrap_or(0).min(WIDTH);
    format!("[{:<WIDTH$}] {done}/{of} awards", "#".repeat(full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_from_left_to_right() {
        let check =
            |done, of, expect: &str| assert_eq!(line(Progress { done, of }), expect);
        check(0, 0, "[                                        ] 0/0 awards");
        check(1, 4, "[##########                              ] 1/4 awards");
        check(4, 4, "[########################################] 4/4 awards");
    }
}
