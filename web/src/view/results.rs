//! The results: what may be had in its honest parts, then the awards by verdict.

use mingbai_core::Verdict;

use super::Dispatch;
use super::icon::{Icon, icon};
use super::markup::{Markup, When, button, el, entered, group, said};
use super::money::{Size, money};
use super::row::row;
use super::verdict::{attribute, mark, toned};
use crate::locale::Words;
use crate::session::{Action, Screen};
use crate::shown::{Caveat, Group, Part, Results, Row, Summary, Support};

/// How much of the results is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Beside a question, or in the sheet: the head of each group.
    Pane,
    /// The page of results: all but what does not concern the applicant.
    Page,
    /// Every award, to search.
    All,
}

/// What the results are shown with.
#[derive(Debug)]
pub struct Listing<'a> {
    /// The page's words.
    pub words: Words,
    /// The results.
    pub results: &'a Results,
    /// How much of them.
    pub extent: Extent,
    /// The name of the pack's city.
    pub place: &'a str,
    /// Whether anything has been answered.
    pub begun: bool,
    /// What is searched for.
    pub search: &'a str,
    /// What kind of support is listed.
    pub filter: Option<Support>,
    /// Where actions go.
    pub dispatch: &'a Dispatch,
}

/// The results.
pub fn results(listing: &Listing<'_>) -> Markup {
    let Listing { words, results, extent, dispatch, .. } = *listing;
    let all = extent == Extent::All;
    let others = wanted(listing, &results.others);
    let mut found = 0;
    let groups = group().each(&results.groups, |it| {
        let rows = wanted(listing, &it.rows);
        found += rows.len();
        group_view(listing, it, &rows)
    });
    let head = if all { search(listing) } else { summary(listing) };
    let rest = match (others.len(), all) {
        (0, true) if found == 0 => {
            said("p", "mb-more", &words.search_none(listing.search))
        }
        (0, _) => group(),
        (count, true) => {
            let head = group_head(Verdict::Ineligible, words.for_others(), count, words);
            el("section", "mb-group")
                .attr("data-group", "others")
                .child(head)
                .child(el("ul", "").each(others, |it| row(words, it, dispatch)))
        }
        (count, false) => el("p", "mb-more mb-more--last")
            .child(said("span", "", &words.elsewhere(count)))
            .child(list_all(words, dispatch)),
    };
    el("div", "mb-res").child(head).child(groups).child(rest)
}

/// The rows that are searched for; all of them where there is no search.
fn wanted<'a>(listing: &Listing<'_>, rows: &'a [Row]) -> Vec<&'a Row> {
    let mut wanted = Vec::new();
    for row in rows {
        let kind = listing.filter.is_none_or(|filter| filter == row.support);
        if listing.extent != Extent::All || kind && matches(row, listing.search) {
            wanted.push(row);
        }
    }
    wanted
}

/// Whether an award is meant by what is searched for: each word in title or article.
fn matches(row: &Row, search: &str) -> bool {
    let text = [row.title.as_str(), " ", &row.article].concat().to_ascii_lowercase();
    search.to_ascii_lowercase().split_whitespace().all(|word| text.contains(word))
}

fn list_all(words: Words, dispatch: &Dispatch) -> Markup {
    button("mb-linkish", "")
        .attr("data-list-all", "")
        .on(When::Click, dispatch, Action::Show(Screen::All))
        .text(words.list_all())
}

fn group_head(verdict: Verdict, name: &str, count: usize, words: Words) -> Markup {
    let title =
        toned("h3", "mb-v", verdict).child(mark(verdict)).child(said("span", "", name));
    toned("div", "mb-group__head", verdict).child(title).child(said(
        "span",
        "mb-group__n",
        &words.items(count),
    ))
}

fn group_view(listing: &Listing<'_>, group: &Group, rows: &[&Row]) -> Markup {
    let Listing { words, dispatch, extent, .. } = *listing;
    if rows.is_empty() {
        return super::markup::group();
    }
    let verdict = group.verdict;
    let limit = match (extent, verdict) {
        (_, Verdict::Eligible | Verdict::Received) | (Extent::All, _) => rows.len(),
        (Extent::Page, Verdict::NeedsReview) => rows.len(),
        (Extent::Page, Verdict::Undetermined) => 12,
        (_, Verdict::Ineligible) => {
            rows.iter().filter(|row| row.near.is_some()).count().min(5)
        }
        (Extent::Pane, _) => 3,
    };
    let more = rows.len().saturating_sub(limit);
    let more = (more > 0).then(|| {
        let said_more =
            if limit == 0 { words.items_long(more) } else { words.more(more) };
        el("p", "mb-more")
            .child(said("span", "", &said_more))
            .child(list_all(words, dispatch))
    });
    let shown = rows.iter().take(limit);
    el("section", "mb-group")
        .key(attribute(verdict))
        .attr("data-group", attribute(verdict))
        .child(group_head(verdict, words.of_verdict(verdict), rows.len(), words))
        .child(el("ul", "").each(shown, |it| row(words, it, dispatch)))
        .maybe(more)
}

/// What may be had.
fn summary(listing: &Listing<'_>) -> Markup {
    let Listing { words, results, .. } = *listing;
    let summary: &Summary = &results.summary;
    let sum = el("div", "mb-sum");
    let what = |name: &str| el("p", "mb-sum__what").child(said("span", "", name));
    let count = |count: usize| said("span", "mb-nb", &words.items_long(count));
    if summary.certain.is_none() && summary.parts.is_empty() {
        let others = results.others.len();
        let concern = |name: &str, count: usize, class: &str| {
            let items = said("dd", class, &words.items_long(count));
            el("div", "").child(said("dt", "", name)).child(items)
        };
        let concerned = (others > 0).then(|| {
            el("dl", "mb-sum__parts")
                .child(concern(words.concern_you(), results.recorded - others, ""))
                .child(concern(words.concern_others(), others, "mb-quiet"))
        });
        let yet = !listing.begun || summary.undetermined > 0;
        let yet =
            yet.then(|| said("p", "mb-small mb-quiet mb-sum__yet", words.nothing_yet()));
        let head = what(&words.recorded(listing.place)).child(count(results.recorded));
        return sum.child(head).maybe(concerned).maybe(yet);
    }
    let head = match &summary.certain {
        Some(certain) => {
            let money = money(&certain.money, Size::Sum, false);
            group()
                .child(what(certain.name).child(count(certain.count)))
                .child(el("p", "").attr("data-sum", "").child(money))
        }
        None => what(words.sum_none()),
    };
    let part = |part: &Part| {
        let name = said("dt", "", part.name);
        let count = said("small", "", &words.items_long(part.count));
        let money = el("dd", "").child(money(&part.money, Size::Part, false));
        el("div", "").attr("data-part", "").child(name.child(count)).child(money)
    };
    let overlap = summary.overlap && summary.certain.is_some();
    let overlap = overlap.then(|| said("p", "mb-small mb-quiet", words.overlap_note()));
    let parts = (!summary.parts.is_empty())
        .then(|| el("dl", "mb-sum__parts").each(&summary.parts, part));
    sum.child(head).maybe(overlap).maybe(parts).child(caveat(words, summary.caveat))
}

/// What has to be said of the validity of what is summed.
pub fn caveat(words: Words, caveat: Option<Caveat>) -> Markup {
    let text = match caveat {
        Some(Caveat::Expiry) => words.caveat_expiry(),
        Some(Caveat::Superseded) => words.caveat_superseded(),
        None => return group(),
    };
    let told = el("span", "").child(said("b", "", words.caveat())).text(text);
    el("p", "mb-caveat").child(icon(Icon::Clock, "")).child(told)
}

#[inline(never)]
fn search(listing: &Listing<'_>) -> Markup {
    let Listing { words, dispatch, .. } = *listing;
    let kinds = [
        (None, words.filter_all()),
        (Some(Support::Money), words.filter_money()),
        (Some(Support::Tax), words.filter_tax()),
        (Some(Support::Other), words.filter_other()),
    ];
    let kind = |(kind, name): (Option<Support>, &'static str)| {
        button("mb-tab", "")
            .state("aria-pressed", listing.filter == kind)
            .on(When::Click, dispatch, Action::Filter(kind))
            .text(name)
    };
    let typed = |event: &web_sys::Event| Some(Action::Search(entered(event)?));
    let field = el("input", "")
        .attr("type", "search")
        .value(listing.search)
        .hear(When::Input, dispatch, Box::new(typed))
        .attr("placeholder", words.search())
        .attr("autocomplete", "off")
        .attr("maxlength", "60");
    let field = el("label", "mb-box")
        .child(icon(Icon::Search, ""))
        .child(said("span", "mb-vh", words.search()))
        .child(field);
    let tabs = el("div", "mb-tabs")
        .attr("role", "group")
        .attr("aria-label", words.filter())
        .each(kinds, kind);
    el("div", "mb-find").child(field).child(tabs)
}
