//! The 自评单: one sheet to print, sign and file.

use mingbai_core::Verdict;
use yew::prelude::*;

use crate::view::list;

use super::View;
use crate::shown::Row;
use crate::view::icon::{Icon, icon};
use crate::view::money::{Size, money};

pub(super) fn report(view: &View<'_>) -> Html {
    let View { state, rules, words, .. } = view;
    let summary = &state.results.summary;
    let rows = |wanted: &dyn Fn(&Row) -> bool| -> Vec<Row> {
        let groups = state.results.groups.iter().flat_map(|group| &group.rows);
        groups.filter(|row| wanted(row)).cloned().collect()
    };
    let eligible = rows(&|row| row.verdict == Verdict::Eligible);
    let open = rows(&|row| {
        matches!(row.verdict, Verdict::Undetermined | Verdict::NeedsReview)
            || row.near.is_some()
    });
    let print = Callback::from(|_: MouseEvent| {
        let _ = web_sys::window().map(|window| window.print());
    });
    let file = rules.pack.file();
    let titles: Vec<String> = file
        .documents
        .iter()
        .filter_map(|document| rules.texts.documents.get(&document.id))
        .map(|title| words.document_title(title))
        .collect();
    html! {
        <>
            <div class="mb-noprint mb-print-bar">
                { view.back() }
                <p>{ words.print_hint() }</p>
                <button class="mb-btn mb-btn--go" type="button" data-action="print-now" onclick={print}>
                    { icon(Icon::Print, "") }{ words.print_now() }
                </button>
            </div>
            <article class="mb-paper">
                <header class="mb-paper__head">
                    <h1 tabindex="-1" data-heading="">{ words.report_title() }</h1>
                    <p>
                        <span>{ words.report_date() }{ " " }<b>{ words.date(state.date) }</b></span>{ " " }
                        <span>{ words.report_rules() }{ " " }<b>{ file.version.clone() }</b></span>{ " " }
                        <span>{ words.report_place() }{ " " }<b>{ format!("{} {}", rules.texts.name, file.jurisdiction) }</b></span>
                    </p>
                </header>
                <div class="mb-paper__who"><p>{ words.report_unit() }</p><p>{ words.report_person() }</p></div>
                <section class="mb-paper__sum">
                    <div class="mb-paper__big">
                        if let Some(certain) = &summary.certain {
                            <p>{ certain.name }</p>
                            { money(&certain.money, Size::Sum, false) }
                            <p>{ words.report_total(certain.count) }</p>
                        } else { <p>{ words.sum_none() }</p> }
                    </div>
                    <dl>
                        { list(&mut (summary.parts.iter().map(|part| html! {
                            <div><dt>{ part.name }</dt><dd>{ words.items_long(part.count) }{ "\u{2003}" }<span class="mb-nb">{ part.money.text() }</span></dd></div>
                        })).into_iter()) }
                        if summary.caveat.is_some() {
                            <div><dt>{ words.standing_short() }</dt><dd>{ words.caveat_superseded() }</dd></div>
                        }
                    </dl>
                </section>
                { table(view, words.report_eligible(), &eligible, false) }
                { table(view, words.report_open(), &open, true) }
                <section class="mb-paper__answers">
                    <h2>{ words.report_answers() }{ " " }<small>{ words.items(state.given.len()) }</small></h2>
                    <dl class="mb-kv">
                        { list(&mut (state.given.iter().map(|given| html! {
                            <div><dt>{ given.name.clone() }</dt><dd>{ given.value.clone() }</dd></div>
                        })).into_iter()) }
                    </dl>
                </section>
                <section class="mb-paper__end">
                    <p>{ words.report_end_source(&titles.join(words.comma())) }</p>
                    <p>{ words.report_end_limits() }</p>
                </section>
            </article>
        </>
    }
}

fn table(view: &View<'_>, title: &'static str, rows: &[Row], lacking: bool) -> Html {
    let words = view.words;
    if rows.is_empty() {
        return Html::default();
    }
    let last = if lacking { words.report_missing() } else { words.validity() };
    let line = |row: &Row| {
        let said = match lacking {
            true => {
                row.near.clone().or_else(|| row.ask.as_ref().map(|ask| ask.text.clone()))
            }
            false => row.standing.map(str::to_owned),
        };
        html! {
            <tr>
                <td>{ row.title.clone() }if !row.money.note.is_empty() { <small>{ row.money.note.clone() }</small> }</td>
                <td class="r">{ row.money.text() }</td>
                <td>{ row.article.clone() }</td>
                <td>{ said.unwrap_or_default() }</td>
            </tr>
        }
    };
    html! {
        <>
            <h2>{ title }{ " " }<small>{ words.items(rows.len()) }</small></h2>
            <table class="mb-table mb-table--main">
                <thead><tr>
                    <th scope="col">{ words.report_policy() }</th>
                    <th scope="col" class="r">{ words.amount() }</th>
                    <th scope="col">{ words.source() }</th>
                    <th scope="col">{ last }</th>
                </tr></thead>
                <tbody>{ list(&mut (rows.iter().map(line)).into_iter()) }</tbody>
            </table>
        </>
    }
}
