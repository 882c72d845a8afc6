//! Fields for numbers and days: the unit inside the frame, the reading repeated under it.

use mingbai_core::{Decimal, Fact, Kind};
use web_sys::Event;

use super::choice::{Choice, unsure};
use super::markup::{Hear, Markup, When, el, entered, group, said};
use super::question::{Asked, problem};
use crate::draft::{Control, Entry};
use crate::number::{self, Measure};
use crate::session::Action;

/// What was entered for a fact, as its fields show it.
enum Typed<'a> {
    Exact(&'a str),
    Rough { least: &'a str, most: &'a str },
    Neither,
}

/// A number or a day: known exactly, known roughly, or not at all.
pub fn number(asked: &Asked<'_>, fact: &Fact) -> Markup {
    let words = asked.words;
    let typed = match asked.asking.draft.entry(&fact.id) {
        None => Typed::Exact(""),
        Some(Entry::Exact(text)) => Typed::Exact(text),
        Some(Entry::Rough { least, most }) => Typed::Rough { least, most },
        Some(_) => Typed::Neither,
    };
    let (mut exact, mut rough) = (None, None);
    match typed {
        Typed::Exact(text) => exact = Some(exact_field(asked, fact, text)),
        Typed::Rough { least, most } => rough = Some(span(asked, fact, least, most)),
        Typed::Neither => {}
    }
    let start = Entry::Rough { least: String::new(), most: String::new() };
    let begin = Entry::Exact(String::new());
    let is_number = Measure::of(&fact.kind).is_some();
    let name = fact.id.as_str();
    let (exactly, roughly) = (exact.is_some(), rough.is_some());
    if asked.asking.facts.len() > 1 {
        // The same in less room: the field, and under it how well the figure is known.
        let way = |value: &str, label: &str, on: bool, entry: Entry| {
            let enter = Action::Enter(fact.id.clone(), entry);
            let input = el("input", "")
                .attr("type", "radio")
                .attr("name", name)
                .value(value)
                .checked(on)
                .on(When::Change, asked.dispatch, enter);
            el("label", "mb-way").child(input).child(said("span", "", label))
        };
        let is_unsure = asked.asking.draft.entry(&fact.id) == Some(&Entry::Unsure);
        let ways = el("div", "mb-ways")
            .child(way("exact", words.exactly(), exactly, begin))
            .maybe(is_number.then(|| way("rough", words.roughly(), roughly, start)))
            .child(way("unsure", words.not_sure(), is_unsure, Entry::Unsure));
        return group().maybe(exact).maybe(rough).child(ways);
    }
    let known = Choice::new("radio", name, "exact", words.know_exactly());
    let known = Choice { on: exactly, more: exact, ..known };
    let about = is_number.then(|| {
        let about = Choice::new("radio", name, "rough", words.know_roughly());
        let hint = words.roughly_hint();
        Choice { on: roughly, more: rough, hint, ..about }.enters(asked, fact, start)
    });
    el("div", "mb-opts")
        .child(known.enters(asked, fact, begin))
        .maybe(about)
        .child(unsure(asked, fact))
}

/// The field that opens when a count is ticked in a checklist.
pub fn count(asked: &Asked<'_>, fact: &Fact) -> Markup {
    let text = match asked.asking.draft.entry(&fact.id) {
        Some(Entry::Exact(text)) => text.as_str(),
        _ => "",
    };
    exact_field(asked, fact, text)
}

fn exact_field(asked: &Asked<'_>, fact: &Fact, text: &str) -> Markup {
    let id = fact.id.clone();
    let enter = move |event: &Event| {
        Some(Action::Enter(id.clone(), Entry::Exact(entered(event)?)))
    };
    let name = asked.label(&fact.id);
    field(asked, fact, Control::Exact, text, Some(&name), Box::new(enter))
}

/// A field with its reading and what is wrong with it.
fn field(
    asked: &Asked<'_>,
    fact: &Fact,
    control: Control,
    text: &str,
    name: Option<&str>,
    enter: Hear,
) -> Markup {
    group()
        .child(boxed(asked, fact, control, text, name, enter))
        .maybe(reading(asked, fact, text))
        .child(problem(asked, &fact.id, control))
}

fn span(asked: &Asked<'_>, fact: &Fact, least: &str, most: &str) -> Markup {
    let words = asked.words;
    let end = |control: Control, label: &str, text: &str, other: &str| {
        let (id, other) = (fact.id.clone(), other.to_owned());
        let enter = move |event: &Event| {
            let (typed, other) = (entered(event)?, other.clone());
            let (least, most) = match control {
                Control::Least => (typed, other),
                _ => (other, typed),
            };
            Some(Action::Enter(id.clone(), Entry::Rough { least, most }))
        };
        let label =
            said("label", "mb-label", label).attr("for", &control_id(fact, control));
        el("div", "mb-field").child(label).child(field(
            asked,
            fact,
            control,
            text,
            None,
            Box::new(enter),
        ))
    };
    el("div", "mb-range")
        .child(end(Control::Least, words.least(), least, most))
        .child(end(Control::Most, words.most(), most, least))
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
    name: Option<&str>,
    enter: Hear,
) -> Markup {
    let bad = asked.complaint(&fact.id, control).is_some();
    let id = control_id(fact, control);
    let described = bad.then(|| format!("{id}-problem"));
    let hook = match control {
        Control::Least => "data-least",
        Control::Most => "data-most",
        Control::Exact | Control::Choice => "data-exact",
    };
    let input = el("input", "")
        .attr("type", "text")
        .attr("id", &id)
        .value(text)
        .hear(When::Input, asked.dispatch, enter)
        .attr("inputmode", inputmode(fact))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("maxlength", "60")
        .attr_maybe("aria-label", name)
        .invalid(bad)
        .attr_maybe("aria-describedby", described.as_deref())
        .attr(hook, fact.id.as_str());
    let unit = unit(asked, fact).map(|unit| said("span", "mb-box__unit", unit));
    el("span", "mb-box").class_if(bad, "is-bad").child(input).maybe(unit)
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

fn unit<'a>(asked: &Asked<'a>, fact: &Fact) -> Option<&'a str> {
    let words = asked.words;
    match fact.kind {
        Kind::Money(_) => Some(words.yuan()),
        Kind::Percent(_) => Some("%"),
        Kind::Year(_) => Some(words.year()).filter(|it| !it.is_empty()),
        Kind::Date => Some(words.year_month_day()),
        _ => asked.unit(&fact.id),
    }
}

/// How a number was read, wherever that is not plain from what was typed.
fn reading(asked: &Asked<'_>, fact: &Fact, text: &str) -> Option<Markup> {
    let (measure, domain) = Measure::of(&fact.kind)?;
    let number = number::parse(text, measure, domain, asked.unit(&fact.id)).ok()?;
    let plain = text.trim() == number.normalize().to_string();
    let figure = match measure {
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
    Some(said("span", "mb-read", &asked.words.reading(&figure)))
}
