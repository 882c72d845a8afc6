//! The 自评单: one sheet to print, sign and file.

use mingbai_core::Verdict;

use super::View;
use crate::shown::{Given, Part, Row};
use crate::view::applying;
use crate::view::icon::{Icon, icon};
use crate::view::markup::{Markup, When, button, el, group, said};
use crate::view::money::{Size, money};

#[inline(never)]
pub(super) fn report(view: &View<'_>) -> Markup {
    let words = view.words;
    let print = |_: &web_sys::Event| {
        let _ = web_sys::window().map(|window| window.print());
        None
    };
    let print = button("mb-btn mb-btn--go", "print-now")
        .hear(When::Click, view.dispatch, Box::new(print))
        .child(icon(Icon::Print, ""))
        .text(words.print_now());
    let bar = el("div", "mb-noprint mb-print-bar")
        .child(view.back())
        .child(said("p", "", words.print_hint()))
        .child(print);
    group().child(bar).child(paper(view))
}

fn paper(view: &View<'_>) -> Markup {
    let (state, rules, words) = (view.state, view.rules, view.words);
    let file = rules.pack.file();
    let field = |name: &str, value: &str| {
        el("span", "").text(name).space().child(said("b", "", value))
    };
    let place = format!("{} {}", rules.texts.name, file.jurisdiction);
    let title = said("h1", "", words.report_title())
        .attr("tabindex", "-1")
        .attr("data-heading", "");
    let about = el("p", "")
        .child(field(words.report_date(), &words.date(state.date)))
        .space()
        .child(field(words.report_rules(), &file.version))
        .space()
        .child(field(words.report_place(), &place));
    let who = el("div", "mb-paper__who")
        .child(said("p", "", words.report_unit()))
        .child(said("p", "", words.report_person()));
    let (mut eligible, mut open) = (Vec::new(), Vec::new());
    for row in state.results.groups.iter().flat_map(|group| &group.rows) {
        match row.verdict {
            Verdict::Eligible => eligible.push(row),
            Verdict::Undetermined | Verdict::NeedsReview => open.push(row),
            _ if row.near.is_some() => open.push(row),
            _ => {}
        }
    }
    let given = |given: &Given| pair(said("dt", "", &given.name), &given.value);
    let answers = el("section", "mb-paper__answers")
        .child(headed(words.report_answers(), &words.items(state.given.len())))
        .child(el("dl", "mb-kv").each(&*state.given, given));
    let documents = file.documents.iter();
    let titles: Vec<String> = documents
        .filter_map(|document| rules.texts.documents.get(&document.id))
        .map(|title| words.document_title(title))
        .collect();
    let source = words.report_end_source(&titles.join(words.comma()));
    let end = el("section", "mb-paper__end").child(said("p", "", &source)).child(said(
        "p",
        "",
        words.report_end_limits(),
    ));
    el("article", "mb-paper")
        .child(el("header", "mb-paper__head").child(title).child(about))
        .child(who)
        .child(sum(view))
        .child(table(view, words.report_eligible(), &eligible, false))
        .child(table(view, words.report_open(), &open, true))
        .child(answers)
        .child(end)
}

/// What may be had.
fn sum(view: &View<'_>) -> Markup {
    let words = view.words;
    let summary = &view.state.results.summary;
    let big = el("div", "mb-paper__big");
    let big = match &summary.certain {
        Some(certain) => big
            .child(said("p", "", certain.name))
            .child(money(&certain.money, Size::Sum, false))
            .child(said("p", "", &words.report_total(certain.count))),
        None => big.child(said("p", "", words.sum_none())),
    };
    let part = |part: &Part| {
        let worth = said("dd", "", &words.items_long(part.count))
            .text("\u{2003}")
            .child(said("span", "mb-nb", &part.money.text()));
        el("div", "").child(said("dt", "", part.name)).child(worth)
    };
    let caveat = summary
        .caveat
        .map(|_| pair(said("dt", "", words.standing_short()), words.caveat_superseded()));
    let parts = el("dl", "").each(&summary.parts, part).maybe(caveat);
    el("section", "mb-paper__sum").child(big).child(parts)
}

fn pair(name: Markup, value: &str) -> Markup {
    el("div", "").child(name).child(said("dd", "", value))
}

fn headed(title: &str, count: &str) -> Markup {
    said("h2", "", title).space().child(said("small", "", count))
}

fn table(view: &View<'_>, title: &str, rows: &[&Row], lacking: bool) -> Markup {
    let words = view.words;
    if rows.is_empty() {
        return group();
    }
    let last = if lacking { words.report_missing() } else { words.validity() };
    let line = |row: &&Row| {
        let ask = row.ask.as_ref().map(|ask| ask.text.as_str());
        let told = if lacking { row.near.as_deref().or(ask) } else { row.standing };
        let note = &row.money.note;
        let note = (!note.is_empty()).then(|| said("small", "", note));
        el("tr", "")
            .child(said("td", "", &row.title).maybe(note).child(applying::line(
                words,
                view.state.date,
                view.rules,
                &row.id,
            )))
            .child(said("td", "r", &row.money.text()))
            .child(said("td", "", &row.article))
            .child(said("td", "", told.unwrap_or_default()))
    };
    let column = |class: &str, name: &str| said("th", class, name).attr("scope", "col");
    let head = el("tr", "")
        .child(column("", words.report_policy()))
        .child(column("r", words.amount()))
        .child(column("", words.source()))
        .child(column("", last));
    let table = el("table", "mb-table mb-table--main")
        .child(el("thead", "").child(head))
        .child(el("tbody", "").each(rows, line));
    group().child(headed(title, &words.items(rows.len()))).child(table)
}
