//! The results: what may be had in its honest parts, then the awards by verdict.

use std::rc::Rc;

use mingbai_core::Verdict;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::list;

use super::Dispatch;
use super::icon::{Icon, icon};
use super::money::{Size, money};
use super::row::row;
use super::verdict::{attribute, mark, name, tone};
use crate::locale::Words;
use crate::session::{Action, Screen};
use crate::shown::{Caveat, Group, Results, Row, Summary, Support};

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
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ResultsProps {
    /// The page's words.
    pub words: Words,
    /// The results.
    pub results: Rc<Results>,
    /// How much of them.
    pub extent: Extent,
    /// The name of the pack's city.
    pub place: String,
    /// Whether anything has been answered.
    pub begun: bool,
    /// What is searched for.
    pub search: String,
    /// What kind of support is listed.
    pub filter: Option<Support>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The results. A component of its own, so that typing in a field does not draw them anew.
#[function_component]
pub fn ResultList(props: &ResultsProps) -> Html {
    let ResultsProps { words, results, extent, dispatch, .. } = props;
    let wanted = |row: &&Row| {
        *extent != Extent::All
            || (props.filter.is_none_or(|filter| filter == row.support)
                && matches(row, &props.search))
    };
    let groups = results.groups.iter().map(|group| {
        let rows: Vec<&Row> = group.rows.iter().filter(wanted).collect();
        group_view(props, group, &rows)
    });
    let others: Vec<&Row> = results.others.iter().filter(wanted).collect();
    let found =
        results.groups.iter().flat_map(|group| &group.rows).filter(wanted).count();
    let head = match extent {
        Extent::All => search(props),
        _ => summary(*words, results, &props.place, props.begun),
    };
    let rest = match extent {
        Extent::All if !others.is_empty() => html! {
            <section class="mb-group" data-group="others">
                <div class="mb-group__head mb-group__head--no">
                    <h3 class="mb-v mb-v--no">{ mark(Verdict::Ineligible) }<span>{ words.for_others() }</span></h3>
                    <span class="mb-group__n">{ words.items(others.len()) }</span>
                </div>
                <ul>{ list(&mut (others.iter().map(|it| row(*words, it, dispatch))).into_iter()) }</ul>
            </section>
        },
        Extent::All if found == 0 => html! {
            <p class="mb-more">{ words.search_none(&props.search) }</p>
        },
        Extent::All => Html::default(),
        _ if results.others.is_empty() => Html::default(),
        _ => html! {
            <p class="mb-more mb-more--last">
                <span>{ words.elsewhere(results.others.len()) }</span>{ list_all(*words, dispatch) }
            </p>
        },
    };
    html! { <div class="mb-res">{ head }{ list(&mut groups.into_iter()) }{ rest }</div> }
}

/// Whether an award is meant by what is searched for: each word in title or article.
fn matches(row: &Row, search: &str) -> bool {
    let text = format!("{} {}", row.title, row.article).to_ascii_lowercase();
    search.to_ascii_lowercase().split_whitespace().all(|word| text.contains(word))
}

fn list_all(words: Words, dispatch: &Dispatch) -> Html {
    let all = dispatch.on::<MouseEvent>(Action::Show(Screen::All));
    html! { <button class="mb-linkish" type="button" data-list-all="" onclick={all}>{ words.list_all() }</button> }
}

fn group_view(props: &ResultsProps, group: &Group, rows: &[&Row]) -> Html {
    let ResultsProps { words, dispatch, extent, .. } = props;
    if rows.is_empty() {
        return Html::default();
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
    let tone = tone(verdict);
    html! {
        <section class="mb-group" data-group={attribute(verdict)} key={attribute(verdict)}>
            <div class={classes!("mb-group__head", format!("mb-group__head--{tone}"))}>
                <h3 class={classes!("mb-v", format!("mb-v--{tone}"))}>
                    { mark(verdict) }<span>{ name(*words, verdict) }</span>
                </h3>
                <span class="mb-group__n">{ words.items(rows.len()) }</span>
            </div>
            <ul>{ list(&mut (rows.iter().take(limit).map(|it| row(*words, it, dispatch))).into_iter()) }</ul>
            if more > 0 {
                <p class="mb-more">
                    <span>{ if limit == 0 { words.items_long(more) } else { words.more(more) } }</span>
                    { list_all(*words, dispatch) }
                </p>
            }
        </section>
    }
}

/// What may be had.
fn summary(words: Words, results: &Results, place: &str, begun: bool) -> Html {
    let summary: &Summary = &results.summary;
    let nothing = summary.certain.is_none() && summary.parts.is_empty();
    if nothing {
        let others = results.others.len();
        return html! {
            <div class="mb-sum">
                <p class="mb-sum__what">
                    <span>{ words.recorded(place) }</span>
                    <span class="mb-nb">{ words.items_long(results.recorded) }</span>
                </p>
                if others > 0 {
                    <dl class="mb-sum__parts">
                        <div><dt>{ words.concern_you() }</dt><dd>{ words.items_long(results.recorded - others) }</dd></div>
                        <div><dt>{ words.concern_others() }</dt><dd class="mb-quiet">{ words.items_long(others) }</dd></div>
                    </dl>
                }
                if !begun || summary.undetermined > 0 {
                    <p class="mb-small mb-quiet mb-sum__yet">{ words.nothing_yet() }</p>
                }
            </div>
        };
    }
    let head = match &summary.certain {
        Some(certain) => html! {
            <>
                <p class="mb-sum__what">
                    <span>{ certain.name }</span>
                    <span class="mb-nb">{ words.items_long(certain.count) }</span>
                </p>
                <p data-sum="">{ money(&certain.money, Size::Sum, false) }</p>
            </>
        },
        None => html! { <p class="mb-sum__what"><span>{ words.sum_none() }</span></p> },
    };
    let parts = summary.parts.iter().map(|part| {
        html! {
            <div data-part="">
                <dt>{ part.name }<small>{ words.items_long(part.count) }</small></dt>
                <dd>{ money(&part.money, Size::Part, false) }</dd>
            </div>
        }
    });
    html! {
        <div class="mb-sum">
            { head }
            if summary.overlap && summary.certain.is_some() {
                <p class="mb-small mb-quiet">{ words.overlap_note() }</p>
            }
            if !summary.parts.is_empty() { <dl class="mb-sum__parts">{ list(&mut parts.into_iter()) }</dl> }
            { caveat(words, summary.caveat) }
        </div>
    }
}

/// What has to be said of the validity of what is summed.
pub fn caveat(words: Words, caveat: Option<Caveat>) -> Html {
    let text = match caveat {
        Some(Caveat::Expiry) => words.caveat_expiry(),
        Some(Caveat::Superseded) => words.caveat_superseded(),
        None => return Html::default(),
    };
    html! {
        <p class="mb-caveat">{ icon(Icon::Clock, "") }<span><b>{ words.caveat() }</b>{ text }</span></p>
    }
}

fn search(props: &ResultsProps) -> Html {
    let ResultsProps { words, dispatch, .. } = props;
    let typed = dispatch.with(|event: InputEvent| {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        Some(Action::Search(input.value()))
    });
    let kinds = [
        (None, words.filter_all()),
        (Some(Support::Money), words.filter_money()),
        (Some(Support::Tax), words.filter_tax()),
        (Some(Support::Other), words.filter_other()),
    ];
    let kind = |(kind, name): (Option<Support>, &'static str)| {
        let on = props.filter == kind;
        html! {
            <button class="mb-tab" type="button" aria-pressed={if on { "true" } else { "false" }}
                onclick={dispatch.on::<MouseEvent>(Action::Filter(kind))}>{ name }</button>
        }
    };
    html! {
        <div class="mb-find">
            <label class="mb-box">
                { icon(Icon::Search, "") }<span class="mb-vh">{ words.search() }</span>
                <input type="search" value={props.search.clone()} oninput={typed}
                    placeholder={words.search()} autocomplete="off" maxlength="60" />
            </label>
            <div class="mb-tabs" role="group" aria-label={words.filter()}>{ list(&mut (kinds.map(kind)).into_iter()) }</div>
        </div>
    }
}
