//! The icons, drawn inline so that no request is made for them. Always beside words.

use super::markup::{Markup, el};

/// One icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after what it shows")]
pub enum Icon {
    Ask,
    Check,
    Chevron,
    Clock,
    Close,
    Cross,
    Down,
    Down2,
    Good,
    Had,
    Left,
    Mark,
    No,
    Open,
    Pin,
    Print,
    Review,
    Scale,
    Search,
    Settings,
    Shield,
    Up,
    Warn,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Ask => "M7 7.2a3 3 0 1 1 4.6 2.6c-1 .7-1.6 1.2-1.6 2.4M10 15.6v.1",
            Self::Check => "M4 10.5l4 4 8-9",
            Self::Chevron => "M7.5 4.5 13 10l-5.5 5.5",
            Self::Clock => {
                "M17.6 10a7.6 7.6 0 1 1-15.2 0 7.6 7.6 0 0 1 15.2 0M10 5.6V10l3 2"
            }
            Self::Close | Self::Cross => "M5 5l10 10M15 5L5 15",
            Self::Down => "M4.5 7.5 10 13l5.5-5.5",
            Self::Down2 => "M10 3v9M5.5 8.5 10 13l4.5-4.5M3.5 16.5h13",
            Self::Good => {
                "M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zm4.3 6.3-5.2 5.9a1 1 0 0 1-1.45.04L5.4 11.5a1 1 0 1 1 1.4-1.4l1.5 1.46 4.5-5.1a1 1 0 0 1 1.5 1.34z"
            }
            Self::Had => "M1.8 10.6l3.4 3.6 6.6-8M9.6 13.2l1 1 7.4-8.6",
            Self::Left => "M12.5 4.5 7 10l5.5 5.5",
            Self::Mark => {
                "M10.3 10a3.3 3.3 0 1 1-6.6 0 3.3 3.3 0 0 1 6.6 0M9.4 3.1a7.4 7.4 0 1 1 0 13.8 7.4 7.4 0 0 0 0-13.8z"
            }
            Self::No => "M17.6 10a7.6 7.6 0 1 1-15.2 0 7.6 7.6 0 0 1 15.2 0M6.6 10h6.8",
            Self::Open => {
                "M17.6 10a7.6 7.6 0 1 1-15.2 0 7.6 7.6 0 0 1 15.2 0M7.8 8a2.2 2.2 0 1 1 3.4 1.9c-.8.5-1.2.9-1.2 1.8M10 14v.1"
            }
            Self::Pin => {
                "M10 18s6-5.4 6-10A6 6 0 0 0 4 8c0 4.6 6 10 6 10zM12.2 8a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0"
            }
            Self::Print => "M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z",
            Self::Review => {
                "M3 8.2 10 4l7 4.2v.3H3zM4.8 8.8v5.4M8.3 8.8v5.4M11.7 8.8v5.4M15.2 8.8v5.4M3 16.2h14"
            }
            Self::Scale => {
                "M10 3v13.5M6 16.5h8M4 6h12M4 6l-2.2 5.2h4.4zM16 6l-2.2 5.2h4.4z"
            }
            Self::Search => {
                "M14.4 8.8a5.6 5.6 0 1 1-11.2 0 5.6 5.6 0 0 1 11.2 0M13 13l4.2 4.2"
            }
            Self::Settings => {
                "M3 6h8M15 6h2M3 14h2M9 14h8M15 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0M9 14a2 2 0 1 1-4 0 2 2 0 0 1 4 0"
            }
            Self::Shield => {
                "M10 2.2 16.6 4.6v4.9c0 4-2.7 6.9-6.6 8.3-3.9-1.4-6.6-4.3-6.6-8.3V4.6zM7 9.8l2.2 2.2L13 7.8"
            }
            Self::Up => "M4.5 12.5 10 7l5.5 5.5",
            Self::Warn => "M10 2.8 18 16.6H2zM10 8v4M10 14.4v.1",
        }
    }
}

/// An icon, with further classes.
pub fn icon(icon: Icon, class: &str) -> Markup {
    let path = el("path", "").attr("d", icon.path()).attr("fill-rule", "evenodd");
    el("svg", "mb-i")
        .class_if(matches!(icon, Icon::Good | Icon::Mark), "mb-i--fill")
        .class(class)
        .attr("viewBox", "0 0 20 20")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(path)
}
