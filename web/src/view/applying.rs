//! How an award is applied for, as the operator of the portal says.

use mingbai_core::{Applying, AwardId, Date, Stage};

use super::markup::{Markup, el, group, said};
use crate::locale::Words;
use crate::session::Rules;

fn applying<'r>(rules: &'r Rules, award: &AwardId) -> Applying<'r> {
    rules.operator.application(award, rules.pack.file().jurisdiction)
}

/// When it is applied for, and how that stands on a day; whom to ask.
fn told(words: Words, date: Date, applying: &Applying<'_>) -> [Option<String>; 2] {
    let dates = applying.window(date).and_then(|window| {
        let [from, until] =
            [window.from, window.until].map(|it| it.map(|it| words.date(it)));
        let dates = match (from, until) {
            (Some(from), Some(until)) => words.days(&from, &until),
            (Some(from), None) => words.from_on(&from),
            (None, Some(until)) => words.until_on(&until),
            (None, None) => return None,
        };
        Some(match window.stage(date) {
            Stage::Open => words.apply_open(&dates),
            Stage::Later => words.apply_later(&dates),
            Stage::Over => words.apply_over(&dates),
        })
    });
    let contact = applying.contact.and_then(|it| it.get(&words.0).or(it.values().next()));
    [dates, contact.map(|contact| words.contact(contact))]
}

/// In the open award, under what to do next. Relative links are told from `folder`.
pub fn card(
    words: Words,
    date: Date,
    rules: &Rules,
    award: &AwardId,
    folder: &str,
) -> Markup {
    let applying = applying(rules, award);
    let link = applying.apply.map(|link| {
        let link = el("a", "")
            .attr("href", &link.from_folder(folder))
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .attr("data-apply", "")
            .text(words.apply());
        el("p", "").child(link)
    });
    group()
        .each(told(words, date, &applying).iter().flatten(), |it| said("p", "", it))
        .maybe(link)
}

/// Under the title in the report, where a link has to be read.
pub fn line(words: Words, date: Date, rules: &Rules, award: &AwardId) -> Markup {
    let applying = applying(rules, award);
    let link = applying.apply.map(|link| words.apply_at(link.as_str()));
    let told = told(words, date, &applying);
    group().each(told.iter().chain([&link]).flatten(), |it| said("small", "", it))
}
