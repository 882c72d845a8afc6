//! Lists of options: radio buttons, boxes, and the list of places.

use mingbai_core::{Fact, FactText, Jurisdiction, Kind, OptionId, Question};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::list;

use super::Dispatch;
use super::field;
use super::icon::{Icon, icon};
use super::question::{Asked, problem};
use crate::draft::{Control, Draft, Entry, Place, Rest};
use crate::number::Measure;
use crate::session::Action;

/// One row of an option list.
#[derive(Debug)]
pub struct Choice<'a> {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// The name that groups it.
    pub name: String,
    /// Its value.
    pub value: &'a str,
    /// What it says.
    pub label: String,
    /// What is said under it.
    pub hint: Option<String>,
    /// Whether it is chosen.
    pub on: bool,
    /// Whether it stands for 不清楚.
    pub unsure: bool,
    /// What opens inside it when chosen.
    pub more: Option<Html>,
    /// What happens when it is chosen or taken back.
    pub change: Callback<Event>,
    /// Whether something is wrong with the choice as a whole.
    pub invalid: bool,
    /// The fact of a checklist's box.
    pub tick: Option<String>,
    /// `none` or `unsure` below a checklist.
    pub rest: Option<&'static str>,
}

/// A row: the whole of it is the target, unless fields open inside.
pub fn choice(choice: Choice<'_>) -> Html {
    let Choice { kind, name, value, label, hint, on, unsure, more, .. } = choice;
    let class =
        classes!("mb-opt", on.then_some("is-on"), unsure.then_some("mb-opt--unsure"));
    let id = format!("{name}--{value}");
    let hint = hint.map(|hint| html! { <span class="mb-opt__hint">{ hint }</span> });
    let input = html! {
        <input type={kind} id={id.clone()} name={name} value={value.to_owned()} checked={on}
            onchange={choice.change} data-tick={choice.tick} data-rest={choice.rest}
            aria-invalid={choice.invalid.then_some("true")} />
    };
    match more {
        None => html! {
            <label class={class} for={id}>{ input }<span>{ label }{ hint }</span></label>
        },
        Some(more) => html! {
            <div class={class}>
                { input }<label for={id}>{ label }{ hint }</label>
                <div class="mb-opt__more">{ more }</div>
            </div>
        },
    }
}

impl Choice<'_> {
    fn new(kind: &'static str, name: &str) -> Self {
        Choice {
            kind,
            name: name.to_owned(),
            value: "",
            label: String::new(),
            hint: None,
            on: false,
            unsure: false,
            more: None,
            change: Callback::noop(),
            invalid: false,
            tick: None,
            rest: None,
        }
    }
}

/// The control of a yes/no, choice, choices, number, date or jurisdiction fact.
pub fn control(asked: &Asked<'_>, fact: &Fact) -> Html {
    match &fact.kind {
        Kind::YesNo => yes_no(asked, fact),
        Kind::Choice(options) => one_of(asked, fact, options),
        Kind::Choices(options) => any_of(asked, fact, options),
        Kind::Jurisdiction => place(asked, fact),
        _ => field::number(asked, fact),
    }
}

fn enter(dispatch: &Dispatch, fact: &Fact, entry: Entry) -> Callback<Event> {
    dispatch.on(Action::Enter(fact.id.clone(), entry))
}

fn radio<'a>(asked: &Asked<'_>, fact: &Fact, value: &'a str, entry: Entry) -> Choice<'a> {
    let id = fact.id.as_str();
    Choice {
        value,
        on: asked.asking.draft.entry(&fact.id) == Some(&entry),
        unsure: entry == Entry::Unsure,
        change: enter(asked.dispatch, fact, entry),
        invalid: asked.complaint(&fact.id, Control::Choice).is_some(),
        ..Choice::new("radio", id)
    }
}

/// 不清楚, as every list of one question ends.
pub fn unsure(asked: &Asked<'_>, fact: &Fact) -> Html {
    let label = asked.words.not_sure().to_owned();
    choice(Choice { label, ..radio(asked, fact, "unsure", Entry::Unsure) })
}

fn yes_no(asked: &Asked<'_>, fact: &Fact) -> Html {
    let words = asked.words;
    let option = |value, label: &str, yes| {
        let entry = Entry::YesNo(yes);
        choice(Choice { label: label.to_owned(), ..radio(asked, fact, value, entry) })
    };
    html! {
        <>
            <div class="mb-opts">
                { option("yes", words.yes(), true) }
                { option("no", words.no(), false) }
                { unsure(asked, fact) }
            </div>
            { problem(asked, &fact.id, Control::Choice) }
        </>
    }
}

/// The label of an option.
fn label(text: Option<&FactText>, option: &OptionId) -> String {
    let label = text.and_then(|text| text.options.get(option));
    label.cloned().unwrap_or_else(|| option.to_string())
}

fn one_of(asked: &Asked<'_>, fact: &Fact, options: &[OptionId]) -> Html {
    let text = asked.texts.facts.get(&fact.id);
    let rows = options.iter().map(|option| {
        let entry = Entry::Choice(option.clone());
        let label = label(text, option);
        choice(Choice { label, ..radio(asked, fact, option.as_str(), entry) })
    });
    let many = options.len() > 5;
    html! {
        <>
            <div class={classes!("mb-opts", many.then_some("mb-opts--two"))}>
                { list(&mut rows.into_iter()) }
                { (!many).then(|| unsure(asked, fact)) }
            </div>
            { many.then(|| html! { <div class="mb-opts">{ unsure(asked, fact) }</div> }) }
            { problem(asked, &fact.id, Control::Choice) }
        </>
    }
}

fn any_of(asked: &Asked<'_>, fact: &Fact, options: &[OptionId]) -> Html {
    let words = asked.words;
    let text = asked.texts.facts.get(&fact.id);
    let chosen = match asked.asking.draft.entry(&fact.id) {
        Some(Entry::Choices(chosen)) => Some(chosen.clone()),
        _ => None,
    };
    let invalid = asked.complaint(&fact.id, Control::Choice).is_some();
    let base = || Choice { invalid, ..Choice::new("checkbox", fact.id.as_str()) };
    let rows = options.iter().map(|option| {
        let on = chosen.as_ref().is_some_and(|chosen| chosen.contains(option));
        let mut after = chosen.clone().unwrap_or_default();
        match after.iter().position(|other| other == option) {
            Some(place) => drop(after.remove(place)),
            None => after.push(option.clone()),
        }
        choice(Choice {
            value: option.as_str(),
            label: label(text, option),
            on,
            change: enter(asked.dispatch, fact, Entry::Choices(after)),
            ..base()
        })
    });
    let none = chosen.as_ref().is_some_and(|chosen| chosen.is_empty());
    html! {
        <>
            <div class="mb-opts">{ list(&mut rows.into_iter()) }</div>
            <div class="mb-opts">
                { choice(Choice {
                    value: "none",
                    label: words.none_of_these().to_owned(),
                    on: none,
                    change: enter(asked.dispatch, fact, Entry::Choices(Default::default())),
                    ..base()
                }) }
                { choice(Choice {
                    value: "unsure",
                    label: words.not_sure().to_owned(),
                    on: asked.asking.draft.entry(&fact.id) == Some(&Entry::Unsure),
                    unsure: true,
                    change: enter(asked.dispatch, fact, Entry::Unsure),
                    ..base()
                }) }
            </div>
            { problem(asked, &fact.id, Control::Choice) }
        </>
    }
}

/// The boxes of a checklist, with 以上都没有 and 其余不清楚 below.
pub fn checklist(asked: &Asked<'_>, question: &Question) -> Html {
    let words = asked.words;
    let draft: &Draft = &asked.asking.draft;
    let invalid = !asked.asking.complaints.is_empty()
        && asked.asking.complaints.iter().all(|it| it.control == Control::Choice);
    let facts = asked.asking.facts.iter().filter_map(|id| asked.pack.fact(id));
    let rows = facts.map(|fact| {
        let on = draft.entry(&fact.id).is_some();
        let more =
            (on && Measure::of(&fact.kind).is_some()).then(|| field::count(asked, fact));
        let id = fact.id.clone();
        let label = asked.label(&fact.id);
        choice(Choice {
            value: "yes",
            label,
            on,
            more,
            tick: Some(fact.id.to_string()),
            change: asked.dispatch.with(move |event: Event| {
                let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
                Some(Action::Tick(id.clone(), input.checked()))
            }),
            invalid,
            ..Choice::new("checkbox", fact.id.as_str())
        })
    });
    let rest = |which: Rest, rest: &'static str, label: &str, hint: Option<&str>| {
        let on = draft.rest == which;
        let after = if on { Rest::Unsaid } else { which };
        choice(Choice {
            value: rest,
            label: label.to_owned(),
            hint: hint.map(str::to_owned),
            on,
            unsure: which == Rest::Unsure,
            rest: Some(rest),
            change: asked.dispatch.on(Action::SayRest(after)),
            invalid,
            ..Choice::new("checkbox", &format!("{}-rest", question.id))
        })
    };
    let first = asked.asking.facts.first();
    html! {
        <>
            <div class="mb-opts">{ list(&mut rows.into_iter()) }</div>
            <div class="mb-opts">
                { rest(Rest::None, "none", words.none_of_these(), None) }
                { rest(Rest::Unsure, "unsure", words.rest_unsure(), Some(words.rest_unsure_hint())) }
            </div>
            { list(&mut (first.map(|fact| problem(asked, fact, Control::Choice))).into_iter()) }
        </>
    }
}

fn place(asked: &Asked<'_>, fact: &Fact) -> Html {
    let words = asked.words;
    let id = fact.id.as_str();
    let chosen = match asked.asking.draft.entry(&fact.id) {
        Some(Entry::Place(place)) => Some(*place),
        _ => None,
    };
    let city = match chosen {
        Some(Place::City(city) | Place::District { city, .. }) => Some(city),
        Some(Place::Elsewhere) | None => None,
    };
    let invalid = asked.complaint(&fact.id, Control::Choice).is_some();
    let option = |value: String, label: String, on: bool| {
        html! { <option value={value} selected={on}>{ label }</option> }
    };
    let here = asked.pack.file().jurisdiction;
    let (ours, others) = (
        asked.index.iter().filter(|listed| listed.jurisdiction == here),
        asked.index.iter().filter(|listed| listed.jurisdiction != here),
    );
    let cities = ours.chain(others).map(|listed| {
        let on = city == Some(listed.jurisdiction);
        option(listed.jurisdiction.to_string(), listed.name.clone(), on)
    });
    let districts: Vec<(Jurisdiction, &String)> = asked
        .texts
        .divisions
        .iter()
        .filter_map(|(code, name)| Some((code.parse::<Jurisdiction>().ok()?, name)))
        .filter(|(code, _)| {
            city.is_some_and(|city| city != *code && city.contains(*code))
        })
        .collect();
    let selected = |event: &Event| -> Option<String> {
        let select: HtmlSelectElement = event.target()?.dyn_into().ok()?;
        Some(select.value())
    };
    let fact_id = fact.id.clone();
    let choose_city = asked.dispatch.with(move |event: Event| {
        let value = selected(&event)?;
        let place = match value.as_str() {
            "elsewhere" => Place::Elsewhere,
            code => Place::City(code.parse().ok()?),
        };
        Some(Action::Enter(fact_id.clone(), Entry::Place(place)))
    });
    let fact_id = fact.id.clone();
    let choose_district = asked.dispatch.with(move |event: Event| {
        let value = selected(&event)?;
        let city = city?;
        let place = match value.parse() {
            Ok(district) => Place::District { city, district },
            Err(_) => Place::City(city),
        };
        Some(Action::Enter(fact_id.clone(), Entry::Place(place)))
    });
    let (city_id, district_id) = (format!("{id}--choice"), format!("{id}--district"));
    html! {
        <>
            <div class="mb-fields">
                <div class="mb-field">
                    <label class="mb-label" for={city_id.clone()}>{ words.city() }</label>
                    <span class="mb-pick">
                        <select class="mb-select" id={city_id} data-city={id.to_owned()}
                            onchange={choose_city} aria-invalid={invalid.then_some("true")}>
                            { option(String::new(), words.choose().to_owned(), chosen.is_none()) }
                            { list(&mut cities.into_iter()) }
                            { option("elsewhere".to_owned(), words.other_city().to_owned(),
                                chosen == Some(Place::Elsewhere)) }
                        </select>
                        { icon(Icon::Down, "") }
                    </span>
                </div>
                if !districts.is_empty() {
                    <div class="mb-field">
                        <label class="mb-label" for={district_id.clone()}>{ words.district() }</label>
                        <span class="mb-pick">
                            <select class="mb-select" id={district_id}
                                data-district={id.to_owned()} onchange={choose_district}>
                                { option("unsure".to_owned(), words.not_sure().to_owned(),
                                    matches!(chosen, Some(Place::City(_)))) }
                                { list(&mut (districts.iter().map(|(code, name)| {
                                    let on = matches!(chosen,
                                        Some(Place::District { district, .. }) if district == *code);
                                    option(code.to_string(), (*name).clone(), on)
                                })).into_iter()) }
                            </select>
                            { icon(Icon::Down, "") }
                        </span>
                    </div>
                }
            </div>
            { problem(asked, &fact.id, Control::Choice) }
        </>
    }
}
