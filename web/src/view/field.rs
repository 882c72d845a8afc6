//! Fields for numbers and days: the unit inside the frame, the reading repeated under it.

use mingbai_core::{Decimal, Fact, Kind};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::list;

use super::choice::{Choice, choice, unsure};
use super::question::{Asked, problem};
use crate::draft::{Control, Entry};
use crate::number::{self, Measure};
use crate::session::Action;

/// A number or a day: known exactly, known roughly, or not at all.
pub fn number(asked: &Asked<'_>, fact: &Fact) -> Html {
    let words = asked.words;
    let entry = asked.asking.draft.entry(&fact.id);
    let exact = match entry {
        Some(Entry::Exact(text)) => Some(text.as_str()),
        None => Some(""),
        _ => None,
    };
    let rough = match entry {
        Some(Entry::Rough { least, most }) => Some((least.as_str(), most.as_str())),
        _ => None,
    };
    let name = fact.id.as_str();
    let radio = |value, label: &str, on, entry| Choice {
        kind: "radio",
        name: name.to_owned(),
        value,
        label: label.to_owned(),
        hint: None,
        on,
        unsure: false,
        more: None,
        change: asked.dispatch.on(Action::Enter(fact.id.clone(), entry)),
        invalid: false,
        tick: None,
        rest: None,
    };
    let is_number = Measure::of(&fact.kind).is_some();
    if asked.asking.facts.len() > 1 {
        return compact(asked, fact, exact, rough);
    }
    let field = exact.map(|text| exact_field(asked, fact, text));
    let span = rough.map(|(least, most)| span(asked, fact, least, most));
    let start = Entry::Rough { least: String::new(), most: String::new() };
    html! {
        <div class="mb-opts">
            { choice(Choice {
                more: field,
                ..radio("exact", words.know_exactly(), exact.is_some(), Entry::Exact(String::new()))
            }) }
            if is_number {
                { choice(Choice {
                    more: span,
                    hint: Some(words.roughly_hint().to_owned()),
                    ..radio("rough", words.know_roughly(), rough.is_some(), start)
                }) }
            }
            { unsure(asked, fact) }
        </div>
    }
}

/// The same in less room, for a screen with several figures: the field, and under it how
/// well the figure is known.
fn compact(
    asked: &Asked<'_>,
    fact: &Fact,
    exact: Option<&str>,
    rough: Option<(&str, &str)>,
) -> Html {
    let words = asked.words;
    let name = fact.id.as_str();
    let start = Entry::Rough { least: String::new(), most: String::new() };
    let unsure = asked.asking.draft.entry(&fact.id) == Some(&Entry::Unsure);
    let way = |value: &'static str, label: &'static str, on: bool, entry: Entry| {
        let change = asked.dispatch.on::<Event>(Action::Enter(fact.id.clone(), entry));
        html! {
            <label class="mb-way">
                <input type="radio" name={name.to_owned()} {value} checked={on} onchange={change} />
                <span>{ label }</span>
            </label>
        }
    };
    let number = Measure::of(&fact.kind).is_some();
    html! {
        <>
            { list(&mut (exact.map(|text| exact_field(asked, fact, text))).into_iter()) }
            { list(&mut (rough.map(|(least, most)| span(asked, fact, least, most))).into_iter()) }
            <div class="mb-ways">
                { way("exact", words.exactly(), exact.is_some(), Entry::Exact(String::new())) }
                if number { { way("rough", words.roughly(), rough.is_some(), start) } }
                { way("unsure", words.not_sure(), unsure, Entry::Unsure) }
            </div>
        </>
    }
}

/// The field that opens when a count is ticked in a checklist.
pub fn count(asked: &Asked<'_>, fact: &Fact) -> Html {
    let text = match asked.asking.draft.entry(&fact.id) {
        Some(Entry::Exact(text)) => text.clone(),
        _ => String::new(),
    };
    exact_field(asked, fact, &text)
}

fn exact_field(asked: &Asked<'_>, fact: &Fact, text: &str) -> Html {
    let id = fact.id.clone();
    let enter = typed(asked, move |text| Action::Enter(id.clone(), Entry::Exact(text)));
    html! {
        <>
            { boxed(asked, fact, Control::Exact, text, &asked.label(&fact.id), enter) }
            { reading(asked, fact, text) }
            { problem(asked, &fact.id, Control::Exact) }
        </>
    }
}

fn span(asked: &Asked<'_>, fact: &Fact, least: &str, most: &str) -> Html {
    let words = asked.words;
    let (id, other) = (fact.id.clone(), most.to_owned());
    let enter_least = typed(asked, move |least| {
        Action::Enter(id.clone(), Entry::Rough { least, most: other.clone() })
    });
    let (id, other) = (fact.id.clone(), least.to_owned());
    let enter_most = typed(asked, move |most| {
        Action::Enter(id.clone(), Entry::Rough { least: other.clone(), most })
    });
    let end = |control, label: &str, text: &str, enter| {
        html! {
            <div class="mb-field">
                <label class="mb-label" for={control_id(fact, control)}>{ label.to_owned() }</label>
                { boxed(asked, fact, control, text, "", enter) }
                { reading(asked, fact, text) }
                { problem(asked, &fact.id, control) }
            </div>
        }
    };
    html! {
        <div class="mb-range">
            { end(Control::Least, words.least(), least, enter_least) }
            { end(Control::Most, words.most(), most, enter_most) }
        </div>
    }
}

fn typed(
    asked: &Asked<'_>,
    make: impl Fn(String) -> Action + 'static,
) -> Callback<InputEvent> {
    asked.dispatch.with(move |event: InputEvent| {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        Some(make(input.value()))
    })
}

/// The id of a control, for labels and for the error summary.
pub fn control_id(fact: &Fact, control: Control) -> String {
    let part = match control {
        Control::Choice => "choice",
        Control::Exact => "exact",
        Control::Least => "least",
        Control::Most => "most",
    };
    format!("{}--{part}-field", fact.id)
}

fn boxed(
    asked: &Asked<'_>,
    fact: &Fact,
    control: Control,
    text: &str,
    name: &str,
    enter: Callback<InputEvent>,
) -> Html {
    let bad = asked.complaint(&fact.id, control).is_some();
    let id = control_id(fact, control);
    let fact_id = fact.id.to_string();
    let hook = |which| (control == which).then(|| fact_id.clone());
    let unit = unit(asked, fact);
    html! {
        <span class={classes!("mb-box", bad.then_some("is-bad"))}>
            <input type="text" id={id.clone()} value={text.to_owned()} oninput={enter}
                inputmode={inputmode(fact)} autocomplete="off" spellcheck="false" maxlength="60"
                aria-label={(!name.is_empty()).then(|| name.to_owned())}
                aria-invalid={bad.then_some("true")}
                aria-describedby={bad.then(|| format!("{id}-problem"))}
                data-exact={hook(Control::Exact)} data-least={hook(Control::Least)}
                data-most={hook(Control::Most)} />
            { list(&mut (unit.map(|unit| html! { <span class="mb-box__unit">{ unit }</span> })).into_iter()) }
        </span>
    }
}

/// Chinese figures are typed too, so that no keyboard of digits alone is asked for where
/// they are likely.
fn inputmode(fact: &Fact) -> &'static str {
    match fact.kind {
        Kind::Money(_) | Kind::Date => "text",
        Kind::Decimal(_) | Kind::Percent(_) => "decimal",
        _ => "numeric",
    }
}

fn unit(asked: &Asked<'_>, fact: &Fact) -> Option<String> {
    let words = asked.words;
    match fact.kind {
        Kind::Money(_) => Some(words.yuan().to_owned()),
        Kind::Percent(_) => Some("%".to_owned()),
        Kind::Year(_) => Some(words.year().to_owned()).filter(|it| !it.is_empty()),
        Kind::Date => Some(words.year_month_day().to_owned()),
        _ => asked.unit(&fact.id).map(str::to_owned),
    }
}

/// How a number was read, wherever that is not plain from what was typed.
fn reading(asked: &Asked<'_>, fact: &Fact, text: &str) -> Option<Html> {
    let (measure, domain) = Measure::of(&fact.kind)?;
    let number = number::parse(text, measure, domain, asked.unit(&fact.id)).ok()?;
    let plain = text.trim() == number.normalize().to_string();
    let said = match measure {
        Measure::Money if number >= Decimal::from(10_000) => {
            let sum = asked.words.sum(number).text();
            let yuan = asked.words.in_yuan(&number::group(number));
            if sum.replace('\u{a0}', "") == yuan.replace('\u{a0}', "") {
                sum
            } else {
                asked.words.reading_twice(&sum, &yuan)
            }
        }
        _ if plain => return None,
        Measure::Money => asked.words.sum(number).text(),
        Measure::Percent => format!("{}%", number::group(number)),
        Measure::Year => number.normalize().to_string(),
        Measure::Plain => asked.words.with_unit(number, asked.unit(&fact.id)),
    };
    Some(html! { <span class="mb-read">{ asked.words.reading(&said) }</span> })
}
