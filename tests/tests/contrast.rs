//! The colours of the page against each other, light and dark, as WCAG measures contrast.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a proof must stop")]

use std::collections::BTreeMap;

type Tokens = BTreeMap<String, String>;

/// The tokens of a block of the style sheet, which begins with this selector.
fn tokens(sheet: &str, selector: &str) -> Tokens {
    let plain =
        sheet.split("/*").map(|it| it.split_once("*/").map_or(it, |(_, after)| after));
    let sheet: String = plain.collect();
    let block = sheet.get(sheet.find(selector).unwrap()..).unwrap();
    let (_, block) = block.split_once('{').unwrap();
    let (block, _) = block.split_once('}').unwrap();
    let declarations =
        block.split(';').filter_map(|it| it.rsplit_once("--mb-")?.1.split_once(':'));
    declarations.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect()
}

/// Relative luminance of `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let digits =
        colour.strip_prefix('#').unwrap_or_else(|| panic!("`{colour}` is no colour"));
    let channel = |at: usize| {
        let value = u8::from_str_radix(digits.get(at..at + 2).unwrap(), 16).unwrap();
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Words, and the grounds they stand on, at 4.5 at least.
const WORDS: &[(&[&str], &[&str])] = &[
    (&["ink", "ink-2", "ink-3"], GROUNDS),
    (&["accent", "accent-strong", "good", "open", "bad"], &["surface", "sunken"]),
    (&["accent", "accent-strong"], &["accent-soft"]),
    (&["open"], &["open-soft"]),
    (&["bad"], &["bad-soft"]),
    (&["on-accent"], &["accent", "accent-strong"]),
];

/// What is no word and means something, at 3 at least: borders of controls, rings, marks.
const MARKS: &[(&[&str], &[&str])] = &[
    (&["control"], &["surface", "sunken", "accent-soft"]),
    (&["accent", "good", "open", "bad"], GROUNDS),
];

const GROUNDS: &[&str] = &["surface", "sunken", "accent-soft", "open-soft", "bad-soft"];

#[test]
fn every_colour_is_seen_on_every_ground() {
    let sheet = include_str!("../../web/mingbai.css");
    let light = tokens(sheet, ":host {\n  --mb-");
    let dark = tokens(sheet, ".mb:not([data-theme]) {");
    assert_eq!(
        dark,
        tokens(sheet, ".mb[data-theme=\"dark\"] {"),
        "dark twice, and alike"
    );
    let mut low = Vec::new();
    for (theme, tokens) in [("light", &light), ("dark", &dark)] {
        for (pairs, least) in [(WORDS, 4.5), (MARKS, 3.0)] {
            for (fronts, grounds) in pairs {
                for front in *fronts {
                    for ground in *grounds {
                        let found = contrast(&tokens[*front], &tokens[*ground]);
                        if found < least {
                            low.push(format!("{theme}: {front} on {ground} {found:.2}"));
                        }
                    }
                }
            }
        }
    }
    assert!(low.is_empty(), "{low:#?}");
    // Black on white, as the definition has it.
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
}
