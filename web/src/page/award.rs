//! One award: verdict, title, amount; what would decide it; then labelled lines.

use mingbai_core::Verdict;

use super::View;
use crate::session::Action;
use crate::shown::{Opened, StandingShown};
use crate::view::applying;
use crate::view::explanation::nodes;
use crate::view::icon::{Icon, icon};
use crate::view::markup::{Markup, When, button, el, group, said};
use crate::view::money::Size;
use crate::view::row::{amount, met};
use crate::view::state::heading;
use crate::view::verdict::{attribute, meter, verdict};
use crate::view::words::words as broken;

#[inline(never)]
pub(super) fn award(view: &View<'_>) -> Markup {
    let Some(award) = &view.state.award else { return view.back() };
    let words = view.words;
    let row = &award.row;
    let title = el("div", "")
        .child(el("p", "").child(verdict(row.verdict, words.of_verdict(row.verdict))))
        .child(heading("").child(broken(&row.title, words.0)));
    let mute = row.verdict == Verdict::Ineligible;
    let head = el("header", "mb-award__head").child(title).child(amount(
        "p",
        "mb-award__amt",
        row,
        Size::Large,
        mute,
    ));
    let what = &award.summary;
    let what = (!what.is_empty()).then(|| said("p", "mb-award__what", what));
    let body =
        el("div", "mb-award__body").child(main(view, award)).child(side(view, award));
    let article = el("article", "mb-award")
        .attr("data-award", row.id.as_str())
        .attr("data-verdict", attribute(row.verdict))
        .child(head)
        .maybe(what)
        .maybe(decide(view, award))
        .child(body)
        .maybe(received(view, award));
    group().child(view.back()).child(article)
}

/// How far it is, the criteria, the amount, what is unclear.
fn main(view: &View<'_>, award: &Opened) -> Markup {
    let words = view.words;
    let changes = award.changes.as_slice();
    let far = (!changes.is_empty()).then(|| {
        let changes = match changes {
            [only] => said("p", "", only),
            more => dots(more),
        };
        line(said("dt", "", words.how_far()), changes.attr("data-near", ""))
    });
    let row = &award.row;
    let met = met(words, row).unwrap_or_default();
    let criteria = el("dt", "")
        .child(said("span", "mb-sec__k", words.criteria()))
        .child(el("span", "mb-met").child(meter(&row.criteria)).text(&met));
    let tree = nodes(words, &award.criteria, false, view.dispatch);
    let unclear = (!award.notes.is_empty())
        .then(|| line(said("dt", "", words.unclear()), dots(&award.notes)));
    el("dl", "mb-sec")
        .maybe(far)
        .child(line(criteria, tree))
        .child(line(said("dt", "", words.amount()), said("p", "", &award.amount)))
        .maybe(unclear)
}

/// Validity, source, department, what to do next.
fn side(view: &View<'_>, award: &Opened) -> Markup {
    let words = view.words;
    let standing = |standing: &StandingShown| {
        let mark = if standing.good { Icon::Check } else { Icon::Clock };
        let told =
            el("span", "").child(said("b", "", standing.name)).text(&standing.text);
        el("p", "mb-stand")
            .class_if(standing.good, "is-good")
            .child(icon(mark, ""))
            .child(told)
    };
    let article = said("span", "mb-nb", &award.row.article).attr("data-article", "");
    let source = said("p", "", &words.cite(&award.document, "")).child(article);
    let departments = match award.departments.is_empty() {
        true => words.in_charge_unknown().to_owned(),
        false => award.departments.join(words.comma()),
    };
    let step = |step: &String| el("li", "").child(said("span", "", step));
    let standings = group().each(&award.standings, standing);
    let next = el("ol", "mb-next").each(&award.next, step);
    let (state, id) = (view.state, &award.row.id);
    let applying = applying::card(words, state.date, view.rules, id, &state.options.base);
    let next = group().child(next).child(applying);
    el("dl", "mb-sec mb-sec--side")
        .child(line(said("dt", "", words.validity()), standings))
        .child(line(said("dt", "", words.source()), source))
        .child(line(said("dt", "", words.department()), said("p", "", &departments)))
        .child(line(said("dt", "", words.next_steps()), next))
}

fn line(name: Markup, what: Markup) -> Markup {
    el("div", "").child(name).child(el("dd", "").child(what))
}

fn dots(lines: &[String]) -> Markup {
    el("ul", "mb-dots").each(lines, |line| said("li", "", line))
}

/// The question that decides, or the first of those that are missing.
fn decide(view: &View<'_>, award: &Opened) -> Option<Markup> {
    let words = view.words;
    if award.row.verdict != Verdict::Undetermined {
        return None;
    }
    let first = award.asks.first();
    let (ask, text) = match (&award.row.ask, first) {
        (Some(ask), _) => (ask, ask.text.clone()),
        (None, Some(first)) => (first, words.decide_first(&first.text, award.asks.len())),
        (None, None) => return None,
    };
    let answer = button("mb-btn mb-btn--go", "")
        .attr("data-ask", ask.question.as_str())
        .on(When::Click, view.dispatch, Action::Ask(ask.question.clone()))
        .text(words.answer_now());
    let text = el("p", "").child(said("b", "", &text));
    Some(el("div", "mb-decide").child(text).child(answer))
}

/// Whether the applicant had it, where that is asked: it is granted once, and otherwise
/// within reach.
fn received(view: &View<'_>, award: &Opened) -> Option<Markup> {
    let words = view.words;
    let had = award.row.verdict == Verdict::Received;
    if !award.once || award.row.verdict == Verdict::Ineligible {
        return None;
    }
    let id = &award.row.id;
    let change = button("mb-linkish", "receive")
        .on(When::Click, view.dispatch, Action::Receive(id.clone(), !had))
        .text(if had { words.had_it_not() } else { words.had_it() });
    let text = said("span", "mb-quiet mb-small", words.had_it_text());
    Some(el("p", "mb-had mb-noprint").child(change).space().child(text))
}
