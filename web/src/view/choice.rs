//! Lists of options: radio buttons, boxes, and the list of places.

use mingbai_core::{Fact, Jurisdiction, Kind, OptionId, Question};
use web_sys::Event;

use super::field;
use super::icon::{Icon, icon};
use super::markup::{Hear, Markup, When, el, entered, group, said, ticked};
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
    pub name: &'a str,
    /// Its value.
    pub value: &'a str,
    /// What it says.
    pub label: &'a str,
    /// What is said under it; may be empty.
    pub hint: &'a str,
    /// Whether it is chosen.
    pub on: bool,
    /// Whether it stands for 不清楚.
    pub unsure: bool,
    /// What opens inside it when chosen.
    pub more: Option<Markup>,
    /// Whether something is wrong with the choice as a whole.
    pub invalid: bool,
    /// A further attribute of the input, with its value.
    pub hook: Option<(&'static str, &'a str)>,
}

impl<'a> Choice<'a> {
    /// A row that is not chosen.
    pub fn new(
        kind: &'static str,
        name: &'a str,
        value: &'a str,
        label: &'a str,
    ) -> Self {
        let (on, unsure, invalid) = (false, value == "unsure", false);
        let (hint, more, hook) = ("", None, None);
        Choice { kind, name, value, label, hint, on, unsure, more, invalid, hook }
    }

    /// The row, and what happens when it is chosen or taken back: the whole of it is the
    /// target, unless fields open inside.
    pub fn draw(self, asked: &Asked<'_>, change: Hear) -> Markup {
        let id = [self.name, "--", self.value].concat();
        let mut input = el("input", "")
            .attr("type", self.kind)
            .attr("id", &id)
            .attr("name", self.name)
            .value(self.value)
            .checked(self.on)
            .hear(When::Change, asked.dispatch, change)
            .invalid(self.invalid);
        if let Some((name, value)) = self.hook {
            input = input.attr(name, value);
        }
        let row = match self.more {
            None => option_row(&id, input, self.label, self.hint),
            Some(more) => {
                let label = said("label", "", self.label).attr("for", &id);
                let label = label.maybe(hinted(self.hint));
                el("div", "mb-opt")
                    .child(input)
                    .child(label)
                    .child(el("div", "mb-opt__more").child(more))
            }
        };
        row.class_if(self.on, "is-on").class_if(self.unsure, "mb-opt--unsure")
    }

    /// The row, which enters something for a fact when it is chosen.
    pub fn enters(self, asked: &Asked<'_>, fact: &Fact, entry: Entry) -> Markup {
        let action = Action::Enter(fact.id.clone(), entry);
        self.draw(asked, Box::new(move |_| Some(action.clone())))
    }
}

/// A row that is one target: a box or button, what it says, and what is said under it.
pub fn option_row(id: &str, input: Markup, label: &str, hint: &str) -> Markup {
    let text = said("span", "", label).maybe(hinted(hint));
    el("label", "mb-opt").attr("for", id).child(input).child(text)
}

fn hinted(hint: &str) -> Option<Markup> {
    (!hint.is_empty()).then(|| said("span", "mb-opt__hint", hint))
}

/// The control of a yes/no, choice, choices, number, date or jurisdiction fact.
pub fn control(asked: &Asked<'_>, fact: &Fact) -> Markup {
    let control = match &fact.kind {
        Kind::YesNo => yes_no(asked, fact),
        Kind::Choice(options) => one_of(asked, fact, options),
        Kind::Choices(options) => any_of(asked, fact, options),
        Kind::Jurisdiction => place(asked, fact),
        _ => return field::number(asked, fact),
    };
    control.child(problem(asked, &fact.id, Control::Choice))
}

fn opts() -> Markup {
    el("div", "mb-opts")
}

fn radio(
    asked: &Asked<'_>,
    fact: &Fact,
    value: &str,
    label: &str,
    entry: Entry,
) -> Markup {
    let row = Choice {
        on: asked.asking.draft.entry(&fact.id) == Some(&entry),
        invalid: asked.complaint(&fact.id, Control::Choice).is_some(),
        ..Choice::new("radio", fact.id.as_str(), value, label)
    };
    row.enters(asked, fact, entry)
}

/// 不清楚, as every list of one question ends.
pub fn unsure(asked: &Asked<'_>, fact: &Fact) -> Markup {
    radio(asked, fact, "unsure", asked.words.not_sure(), Entry::Unsure)
}

#[inline(never)]
fn yes_no(asked: &Asked<'_>, fact: &Fact) -> Markup {
    let words = asked.words;
    let rows = opts()
        .child(radio(asked, fact, "yes", words.yes(), Entry::YesNo(true)))
        .child(radio(asked, fact, "no", words.no(), Entry::YesNo(false)))
        .child(unsure(asked, fact));
    group().child(rows)
}

/// The label of an option.
fn label<'a>(asked: &Asked<'a>, fact: &Fact, option: &'a OptionId) -> &'a str {
    let text = asked.texts.facts.get(&fact.id);
    let label = text.and_then(|text| text.options.get(option));
    label.map_or(option.as_str(), String::as_str)
}

fn one_of(asked: &Asked<'_>, fact: &Fact, options: &[OptionId]) -> Markup {
    let row = |option: &OptionId| {
        let label = label(asked, fact, option);
        radio(asked, fact, option.as_str(), label, Entry::Choice(option.clone()))
    };
    let rows = opts().each(options, row);
    match options.len() > 5 {
        true => group()
            .child(rows.class("mb-opts--two"))
            .child(opts().child(unsure(asked, fact))),
        false => group().child(rows.child(unsure(asked, fact))),
    }
}

#[inline(never)]
fn any_of(asked: &Asked<'_>, fact: &Fact, options: &[OptionId]) -> Markup {
    let words = asked.words;
    let entry = asked.asking.draft.entry(&fact.id);
    let chosen = match entry {
        Some(Entry::Choices(chosen)) => Some(chosen.as_slice()),
        _ => None,
    };
    let invalid = asked.complaint(&fact.id, Control::Choice).is_some();
    let row = |value: &str, label: &str, on, entry| {
        let row = Choice::new("checkbox", fact.id.as_str(), value, label);
        Choice { invalid, on, ..row }.enters(asked, fact, entry)
    };
    let rows = opts().each(options, |option| {
        let mut after = chosen.unwrap_or_default().to_vec();
        let place = after.iter().position(|other| other == option);
        match place {
            Some(place) => drop(after.remove(place)),
            None => after.push(option.clone()),
        }
        let label = label(asked, fact, option);
        row(option.as_str(), label, place.is_some(), Entry::Choices(after))
    });
    let none = chosen.is_some_and(<[OptionId]>::is_empty);
    let unsure = entry == Some(&Entry::Unsure);
    let rest = opts()
        .child(row("none", words.none_of_these(), none, Entry::Choices(Vec::new())))
        .child(row("unsure", words.not_sure(), unsure, Entry::Unsure));
    group().child(rows).child(rest)
}

/// The boxes of a checklist, with 以上都没有 and 其余不清楚 below.
#[inline(never)]
pub fn checklist(asked: &Asked<'_>, question: &Question) -> Markup {
    let words = asked.words;
    let draft: &Draft = &asked.asking.draft;
    let complaints = asked.asking.complaints.as_slice();
    let invalid = !complaints.is_empty()
        && complaints.iter().all(|it| it.control == Control::Choice);
    let facts = asked.asking.facts.iter().filter_map(|id| asked.pack.fact(id));
    let rows = opts().each(facts, |fact| {
        let on = draft.entry(&fact.id).is_some();
        let counted = on && Measure::of(&fact.kind).is_some();
        let id = fact.id.clone();
        let label = asked.label(&fact.id);
        let row = Choice::new("checkbox", fact.id.as_str(), "yes", &label);
        let row = Choice {
            on,
            more: counted.then(|| field::count(asked, fact)),
            hook: Some(("data-tick", fact.id.as_str())),
            invalid,
            ..row
        };
        let change = move |event: &Event| Some(Action::Tick(id.clone(), ticked(event)?));
        row.draw(asked, Box::new(change))
    });
    let name = format!("{}-rest", question.id);
    let rest = |which: Rest, value: &str, label: &str, hint: &str| {
        let on = draft.rest == which;
        let after = if on { Rest::Unsaid } else { which };
        let hook = Some(("data-rest", value));
        let row = Choice::new("checkbox", &name, value, label);
        let row = Choice { hint, on, hook, invalid, ..row };
        row.draw(asked, Box::new(move |_| Some(Action::SayRest(after))))
    };
    let unsure_hint = words.rest_unsure_hint();
    let rest = opts()
        .child(rest(Rest::None, "none", words.none_of_these(), ""))
        .child(rest(Rest::Unsure, "unsure", words.rest_unsure(), unsure_hint));
    let first = asked.asking.facts.first();
    let problem = first.map(|fact| problem(asked, fact, Control::Choice));
    group().child(rows).child(rest).maybe(problem)
}

fn place(asked: &Asked<'_>, fact: &Fact) -> Markup {
    let words = asked.words;
    let id = fact.id.as_str();
    let chosen = match asked.asking.draft.entry(&fact.id) {
        Some(Entry::Place(place)) => Some(*place),
        _ => None,
    };
    let (city, district) = match chosen {
        Some(Place::City(city)) => (Some(city), None),
        Some(Place::District { city, district }) => (Some(city), Some(district)),
        Some(Place::Elsewhere) | None => (None, None),
    };
    let option = |value: &str, label: &str, on: bool| {
        said("option", "", label).attr("value", value).flag("selected", on)
    };
    let inside = |(code, name): (&'_ String, &'_ String)| {
        let code = code.parse::<Jurisdiction>().ok()?;
        let within = city.is_some_and(|city| city != code && city.contains(code));
        within.then_some((code, name.clone()))
    };
    let districts: Vec<(Jurisdiction, String)> =
        asked.texts.divisions.iter().filter_map(inside).collect();
    let fact_id = fact.id.clone();
    let choose_city = move |event: &Event| {
        let place = match entered(event)?.as_str() {
            "elsewhere" => Place::Elsewhere,
            code => Place::City(code.parse().ok()?),
        };
        Some(Action::Enter(fact_id.clone(), Entry::Place(place)))
    };
    let fact_id = fact.id.clone();
    let choose_district = move |event: &Event| {
        let city = city?;
        let place = match entered(event)?.parse() {
            Ok(district) => Place::District { city, district },
            Err(_) => Place::City(city),
        };
        Some(Action::Enter(fact_id.clone(), Entry::Place(place)))
    };
    let elsewhere = chosen == Some(Place::Elsewhere);
    let cities = select(asked, Box::new(choose_city))
        .attr("data-city", id)
        .invalid(asked.complaint(&fact.id, Control::Choice).is_some())
        .child(option("", words.choose(), chosen.is_none()))
        .each(asked.cities(), |listed| {
            let code = listed.jurisdiction.to_string();
            option(&code, &listed.name, city == Some(listed.jurisdiction))
        })
        .child(option("elsewhere", words.other_city(), elsewhere));
    let first = picked(&format!("{id}--choice"), words.city(), cities);
    let second = (!districts.is_empty()).then(|| {
        let list = select(asked, Box::new(choose_district))
            .attr("data-district", id)
            .child(option("unsure", words.not_sure(), district.is_none()))
            .each(&districts, |(code, name)| {
                option(&code.to_string(), name, district == Some(*code))
            });
        picked(&format!("{id}--district"), words.district(), list)
    });
    group().child(el("div", "mb-fields").child(first).maybe(second))
}

fn select(asked: &Asked<'_>, choose: Hear) -> Markup {
    el("select", "mb-select").hear(When::Change, asked.dispatch, choose)
}

/// A list to pick from, under its name.
fn picked(id: &str, name: &str, list: Markup) -> Markup {
    let pick =
        el("span", "mb-pick").child(list.attr("id", id)).child(icon(Icon::Down, ""));
    el("div", "mb-field")
        .child(said("label", "mb-label", name).attr("for", id))
        .child(pick)
}
