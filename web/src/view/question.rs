//! A question's screen: heading, controls, why it is asked, and the way on.

use mingbai_core::{FactId, Form, Kind, Pack, Question, Texts};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent, ShadowRoot, SubmitEvent};
use yew::prelude::*;

use super::list;

use super::Dispatch;
use super::choice;
use super::field::control_id;
use super::icon::{Icon, icon};
use super::words::words as broken;
use crate::draft::{Complaint, Control, Wrong};
use crate::locale::Words;
use crate::number::{self, Measure, Refusal};
use crate::session::{Action, Asking, Listed};

/// Everything a question is shown with.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The page's words.
    pub words: Words,
    /// The rules.
    pub pack: &'a Pack,
    /// Their words.
    pub texts: &'a Texts,
    /// All packs, for the list of cities.
    pub index: &'a [Listed],
    /// What stands on the screen.
    pub asking: &'a Asking,
    /// Titles of awards that turn on it.
    pub depends: Vec<String>,
    /// Where actions go.
    pub dispatch: &'a Dispatch,
}

impl Asked<'_> {
    /// What is wrong with a control, if something is.
    pub fn complaint(&self, fact: &FactId, control: Control) -> Option<&Complaint> {
        let mut complaints = self.asking.complaints.iter();
        complaints.find(|it| it.fact == *fact && it.control == control)
    }

    /// A fact in as few words as there are for it.
    pub fn label(&self, fact: &FactId) -> String {
        let text = self.texts.facts.get(fact);
        text.map(|text| text.label.as_ref().unwrap_or(&text.name).clone())
            .unwrap_or_default()
    }

    /// A fact's own unit.
    pub fn unit(&self, fact: &FactId) -> Option<&str> {
        self.texts.facts.get(fact).and_then(|text| text.unit.as_deref())
    }

    fn message(&self, complaint: &Complaint) -> String {
        let words = self.words;
        let kind = self.pack.fact(&complaint.fact).map(|fact| &fact.kind);
        let example = match kind {
            Some(Kind::Money(_)) => words.example_money(),
            Some(Kind::Percent(_)) => "50",
            Some(Kind::Year(_)) => "2020",
            Some(Kind::Decimal(_)) => "2.5",
            _ => "20",
        };
        let shown = |number| match kind.and_then(Measure::of) {
            Some((Measure::Money, _)) => words.sum(number).text(),
            Some((Measure::Percent, _)) => format!("{}%", number::group(number)),
            Some((Measure::Year, _)) => number.normalize().to_string(),
            _ => words.with_unit(number, self.unit(&complaint.fact)),
        };
        match &complaint.what {
            Wrong::NothingChosen => words.pick_one().to_owned(),
            Wrong::NothingTicked => words.pick_some().to_owned(),
            Wrong::NoPlace => words.refused_place().to_owned(),
            Wrong::Day => words.refused_date("2020-01-31"),
            Wrong::Span => words.refused_span().to_owned(),
            Wrong::Number { text, refusal } => match refusal {
                Refusal::Empty => words.refused_empty(example),
                Refusal::NotExact => words.refused_not_exact(text, example),
                Refusal::NotANumber => words.refused_not_number(text, example),
                Refusal::NotWhole => words.refused_not_whole(text, example),
                Refusal::TooFine { decimals } => words.refused_too_fine(*decimals),
                Refusal::Below { min } => words.refused_below(&shown(*min)),
                Refusal::Above { max } => words.refused_above(&shown(*max)),
                Refusal::Unit { found } => match (kind, self.unit(&complaint.fact)) {
                    (Some(Kind::Money(_)), _) => words.refused_unit(found, words.yuan()),
                    (_, Some(unit)) => words.refused_unit(found, unit),
                    (_, None) => words.refused_unit_none(found, example),
                },
            },
        }
    }
}

/// What is wrong with a control, beside it.
pub fn problem(asked: &Asked<'_>, fact: &FactId, control: Control) -> Html {
    let Some(complaint) = asked.complaint(fact, control) else { return Html::default() };
    let id = asked
        .pack
        .fact(fact)
        .map(|fact| format!("{}-problem", control_id(fact, control)));
    html! {
        <p class="mb-err" id={id} data-problem={fact.to_string()}>
            { icon(Icon::Warn, "") }<span>{ asked.message(complaint) }</span>
        </p>
    }
}

/// The screen.
pub fn question(asked: &Asked<'_>, question: &Question) -> Html {
    let words = asked.words;
    let language = words.0;
    let facts = asked.asking.facts.as_slice();
    let first = facts.first().and_then(|id| asked.texts.facts.get(id));
    // One fact left of several is asked in its own words.
    let own = facts.len() == 1 && question.form != Form::Single;
    let text = asked.texts.questions.get(&question.id).filter(|_| !own);
    let ask = text.map(|text| text.ask.as_str()).or(first.map(|text| text.ask.as_str()));
    let hint = match text {
        Some(text) => text.hint.as_deref(),
        None => first.and_then(|text| text.hint.as_deref()),
    };
    let heading = html! {
        <h2 class="mb-q__title" tabindex="-1" data-heading="">
            { broken(ask.unwrap_or_default(), language) }
        </h2>
    };
    let hint_id = format!("{}--hint", question.id);
    let hint_view = hint.map(|hint| {
        html! {
            <p class="mb-hint" id={hint_id.clone()}>{ hint.to_owned() }</p>
        }
    });
    let described = hint.is_some().then_some(hint_id);
    let submit = asked.dispatch.with(|event: SubmitEvent| {
        event.prevent_default();
        Some(Action::Next)
    });
    let body = match (asked.asking.form, facts) {
        (Form::Checklist, _) => html! {
            <fieldset class="mb-q" aria-describedby={described}>
                <legend>{ heading }</legend>
                { hint_view }
                <div class="mb-q__body">{ choice::checklist(asked, question) }</div>
            </fieldset>
        },
        (_, [only]) => html! {
            <fieldset class="mb-q" aria-describedby={described}>
                <legend>{ heading }</legend>
                { hint_view }
                <div class="mb-q__body">
                    { list(&mut (asked.pack.fact(only).map(|fact| choice::control(asked, fact))).into_iter()) }
                </div>
            </fieldset>
        },
        (_, facts) => html! {
            <>
                { heading }{ hint_view }
                { list(&mut (facts.iter().filter_map(|id| asked.pack.fact(id)).map(|fact| {
                    let text = asked.texts.facts.get(&fact.id);
                    let hint_id = format!("{}--hint", fact.id);
                    let hint = text.and_then(|text| text.hint.clone());
                    html! {
                        <fieldset class="mb-q mb-q--part" key={fact.id.as_str()}
                            aria-describedby={hint.is_some().then(|| hint_id.clone())}>
                            <legend class="mb-sub">
                                { text.map(|text| text.ask.clone()).unwrap_or_default() }
                            </legend>
                            { for hint.map(|hint| html! { <p class="mb-hint" id={hint_id}>{ hint }</p> }) }
                            <div class="mb-gap-s">{ choice::control(asked, fact) }</div>
                        </fieldset>
                    }
                })).into_iter()) }
            </>
        },
    };
    let editing = asked.asking.paused.is_some();
    let go = if editing { words.save() } else { words.next() };
    html! {
        <form class="mb-form" data-question={question.id.to_string()} key={question.id.as_str()}
            onsubmit={submit} novalidate=true>
            { summary(asked) }
            { body }
            { why(asked) }
            <div class="mb-actions">
                <button class="mb-btn mb-btn--go" type="submit" data-action="next">{ go }</button>
                <button class="mb-btn mb-btn--text" type="button" data-action="back"
                    onclick={asked.dispatch.on::<MouseEvent>(Action::Back)}>{ words.back() }</button>
            </div>
        </form>
    }
}

/// What has to be put right, at the top, each with a way to its field.
fn summary(asked: &Asked<'_>) -> Html {
    let complaints = &asked.asking.complaints;
    if complaints.is_empty() {
        return Html::default();
    }
    let items = complaints.iter().map(|complaint| {
        let fact = asked.pack.fact(&complaint.fact);
        let is_list = fact.is_some_and(|fact| {
            complaint.control == Control::Choice && fact.kind != Kind::Jurisdiction
        });
        let target = match fact {
            Some(fact) if fact.kind == Kind::Jurisdiction => format!("{}--choice", fact.id),
            // The first row of a list carries the name of the fact.
            Some(fact) if is_list => format!("[name=\"{}\"]", fact.id),
            Some(fact) => control_id(fact, complaint.control),
            None => String::new(),
        };
        let jump = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            focus(&event, &target);
        });
        let message = asked.message(complaint);
        let text = match complaint.what {
            Wrong::NothingTicked => message,
            _ => asked.words.error_of(&asked.label(&complaint.fact), &message),
        };
        html! { <li><button class="mb-linkish" type="button" onclick={jump}>{ text }</button></li> }
    });
    html! {
        <div class="mb-errsum" role="group" aria-labelledby="mb-errsum-t" tabindex="-1" data-heading="errors">
            <h2 id="mb-errsum-t">{ asked.words.errors(complaints.len()) }</h2>
            <ul>{ list(&mut items.into_iter()) }</ul>
        </div>
    }
}

/// Moves the focus to a control by its id, or by a selector in brackets.
fn focus(event: &MouseEvent, target: &str) -> Option<()> {
    let node: web_sys::Node = event.target()?.dyn_into().ok()?;
    let root: ShadowRoot = node.get_root_node().dyn_into().ok()?;
    let element = match target.starts_with('[') {
        true => root.query_selector(target).ok()??,
        false => root.get_element_by_id(target)?,
    };
    element.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

fn why(asked: &Asked<'_>) -> Html {
    const SHOWN: usize = 4;
    let words = asked.words;
    let basic = asked.asking.facts.iter().any(|id| {
        asked.pack.fact(id).is_some_and(|fact| fact.kind == Kind::Jurisdiction)
            || id.as_str() == "applicant_kind"
    });
    let count = asked.depends.len();
    let body = if basic {
        html! { <p>{ words.why_basic() }</p> }
    } else if count == 0 {
        return Html::default();
    } else {
        html! {
            <>
                <p>{ words.why_count(count) }</p>
                <ul class="mb-dots">
                    { list(&mut (asked.depends.iter().take(SHOWN).map(|title| html! { <li>{ title.clone() }</li> })).into_iter()) }
                    if count > SHOWN { <li>{ words.why_more(count - SHOWN) }</li> }
                </ul>
            </>
        }
    };
    html! {
        <details class="mb-why">
            <summary>{ icon(Icon::Chevron, "mb-chev") }{ words.why() }</summary>
            <div class="mb-why__in">{ body }</div>
        </details>
    }
}
