//! One award: verdict, title, amount; what would decide it; then labelled lines.

use mingbai_core::Verdict;
use yew::prelude::*;

use crate::view::list;

use super::View;
use crate::session::Action;
use crate::shown::Opened;
use crate::view::explanation::nodes;
use crate::view::icon::{Icon, icon};
use crate::view::money::{Size, money};
use crate::view::row::met;
use crate::view::verdict::{attribute, meter, verdict};
use crate::view::words::words as broken;

pub(super) fn award(view: &View<'_>) -> Html {
    let Some(award) = &view.state.award else { return view.back() };
    let words = view.words;
    let row = &award.row;
    let note = &row.money.note;
    html! {
        <>
            { view.back() }
            <article class="mb-award" data-award={row.id.to_string()} data-verdict={attribute(row.verdict)}>
                <header class="mb-award__head">
                    <div>
                        <p>{ verdict(words, row.verdict, None) }</p>
                        <h2 tabindex="-1" data-heading="">{ broken(&row.title, words.0) }</h2>
                    </div>
                    <p class="mb-award__amt" data-amount="">
                        { money(&row.money, Size::Large, row.verdict == Verdict::Ineligible) }
                        if !note.is_empty() { { " " }<small>{ note.clone() }</small> }
                    </p>
                </header>
                if !award.summary.is_empty() { <p class="mb-award__what">{ award.summary.clone() }</p> }
                { decide(view, award) }
                <div class="mb-award__body">
                    <dl class="mb-sec">
                        if !award.changes.is_empty() {
                            <div><dt>{ words.how_far() }</dt><dd data-near="">
                                if let [only] = award.changes.as_slice() { <p>{ only.clone() }</p> }
                                else { { dots(&award.changes) } }
                            </dd></div>
                        }
                        <div>
                            <dt>
                                <span class="mb-sec__k">{ words.criteria() }</span>
                                <span class="mb-met">{ meter(&row.criteria) }{ met(words, row) }</span>
                            </dt>
                            <dd>{ nodes(words, &award.criteria, false, view.dispatch) }</dd>
                        </div>
                        <div><dt>{ words.amount() }</dt><dd><p>{ award.amount.clone() }</p></dd></div>
                        if !award.notes.is_empty() {
                            <div><dt>{ words.unclear() }</dt><dd>{ dots(&award.notes) }</dd></div>
                        }
                    </dl>
                    <dl class="mb-sec mb-sec--side">
                        <div><dt>{ words.validity() }</dt><dd>
                            { list(&mut (award.standings.iter().map(|standing| html! {
                                <p class={classes!("mb-stand", standing.good.then_some("is-good"))}>
                                    { icon(if standing.good { Icon::Check } else { Icon::Clock }, "") }
                                    <span><b>{ standing.name }</b>{ standing.text.clone() }</span>
                                </p>
                            })).into_iter()) }
                        </dd></div>
                        <div><dt>{ words.source() }</dt><dd>
                            <p>{ words.cite(&award.document, "") }<span class="mb-nb" data-article="">{ row.article.clone() }</span></p>
                        </dd></div>
                        <div><dt>{ words.department() }</dt><dd>
                            <p>{ match award.departments.is_empty() {
                                true => words.in_charge_unknown().to_owned(),
                                false => award.departments.join(words.comma()),
                            } }</p>
                        </dd></div>
                        <div><dt>{ words.next_steps() }</dt><dd>
                            <ol class="mb-next">
                                { list(&mut (award.next.iter().map(|step| html! { <li><span>{ step.clone() }</span></li> })).into_iter()) }
                            </ol>
                        </dd></div>
                    </dl>
                </div>
            </article>
        </>
    }
}

fn dots(lines: &[String]) -> Html {
    html! { <ul class="mb-dots">{ list(&mut (lines.iter().map(|line| html! { <li>{ line.clone() }</li> })).into_iter()) }</ul> }
}

/// The question that decides, or the first of those that are missing.
fn decide(view: &View<'_>, award: &Opened) -> Html {
    let words = view.words;
    let asked = match (&award.row.ask, award.asks.as_slice()) {
        (Some(ask), _) => Some((ask.question.clone(), ask.text.clone())),
        (None, [first, ..]) => {
            let text = words.decide_first(&first.text, award.asks.len());
            Some((first.question.clone(), text))
        }
        (None, []) => None,
    };
    let Some((question, text)) =
        asked.filter(|_| award.row.verdict == Verdict::Undetermined)
    else {
        return Html::default();
    };
    html! {
        <div class="mb-decide">
            <p><b>{ text }</b></p>
            <button class="mb-btn mb-btn--go" type="button" data-ask={question.to_string()}
                onclick={view.dispatch.on::<MouseEvent>(Action::Ask(question))}>{ words.answer_now() }</button>
        </div>
    }
}
