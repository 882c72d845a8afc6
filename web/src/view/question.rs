//! A question's screen: heading, controls, why it is asked, and the way on.

use mingbai_core::{
    AwardId, Fact, FactId, Form, Jurisdiction, Kind, Pack, Question, Texts,
};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, ShadowRoot};

use super::Dispatch;
use super::choice;
use super::field::control_id;
use super::icon::{Icon, icon};
use super::markup::{Markup, When, button, el, group, said};
use super::state::heading;
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
    /// The awards that turn on it.
    pub depends: &'a [AwardId],
    /// Where actions go.
    pub dispatch: &'a Dispatch,
}

impl<'a> Asked<'a> {
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
    pub fn unit(&self, fact: &FactId) -> Option<&'a str> {
        self.texts.facts.get(fact).and_then(|text| text.unit.as_deref())
    }

    /// The cities there are, the one whose rules are loaded first.
    pub fn cities(&self) -> impl Iterator<Item = &'a Listed> {
        here_first(self.pack.file().jurisdiction, self.index)
    }

    #[inline(never)]
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

/// The cities, the one whose rules are loaded first.
pub fn here_first(here: Jurisdiction, index: &[Listed]) -> impl Iterator<Item = &Listed> {
    let of = move |ours: bool| {
        index.iter().filter(move |listed| (listed.jurisdiction == here) == ours)
    };
    of(true).chain(of(false))
}

/// What is wrong with a control, beside it.
pub fn problem(asked: &Asked<'_>, fact: &FactId, control: Control) -> Markup {
    let Some(complaint) = asked.complaint(fact, control) else { return group() };
    let known = asked.pack.fact(fact);
    let id = known.map(|fact| format!("{}-problem", control_id(fact, control)));
    el("p", "mb-err")
        .attr_maybe("id", id.as_deref())
        .attr("data-problem", fact.as_str())
        .child(icon(Icon::Warn, ""))
        .child(said("span", "", &asked.message(complaint)))
}

/// The screen.
pub fn question(asked: &Asked<'_>, question: &Question) -> Markup {
    let words = asked.words;
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
    let id = question.id.as_str();
    // The heading is each question's own, so that it takes the focus anew.
    let title = heading("mb-q__title").key(id);
    let title = title.child(broken(ask.unwrap_or_default(), words.0));
    let body = match (asked.asking.form, facts) {
        (form, [_]) | (form @ Form::Checklist, _) => {
            let controls = match (form, first_of(asked)) {
                (Form::Checklist, _) => choice::checklist(asked, question),
                (_, Some(fact)) => choice::control(asked, fact),
                (_, None) => group(),
            };
            let legend = el("legend", "").child(title);
            set(id, legend, hint, el("div", "mb-q__body").child(controls))
        }
        (_, facts) => {
            let facts = facts.iter().filter_map(|id| asked.pack.fact(id));
            group().child(title).maybe(hinted(id, hint)).each(facts, |fact| {
                let text = asked.texts.facts.get(&fact.id);
                let ask = text.map_or("", |text| &text.ask);
                let hint = text.and_then(|text| text.hint.as_deref());
                let controls = el("div", "mb-gap-s").child(choice::control(asked, fact));
                set(fact.id.as_str(), said("legend", "mb-sub", ask), hint, controls)
                    .class("mb-q--part")
                    .key(fact.id.as_str())
            })
        }
    };
    let editing = asked.asking.paused.is_some();
    let go = el("button", "mb-btn mb-btn--go")
        .attr("type", "submit")
        .attr("data-action", "next")
        .text(if editing { words.save() } else { words.next() });
    let back = button("mb-btn mb-btn--text", "back")
        .on(When::Click, asked.dispatch, Action::Back)
        .text(words.back());
    // Where the next question has controls of the same kind, the elements stay.
    el("form", "mb-form")
        .key(shape(asked))
        .attr("data-question", id)
        .flag("novalidate", true)
        .on(When::Submit, asked.dispatch, Action::Next)
        .child(summary(asked))
        .child(body)
        .child(why(asked))
        .child(el("div", "mb-actions").child(go).child(back))
}

/// What tells a question's form from that of the next; the same for all whose controls are
/// radio buttons, or a list of boxes.
fn shape<'a>(asked: &Asked<'a>) -> &'a str {
    match (asked.asking.form, asked.asking.facts.as_slice(), first_of(asked)) {
        (Form::Checklist, _, _) => "list",
        (_, [_], Some(Fact { kind: Kind::YesNo | Kind::Choice(_), .. })) => "radios",
        _ => asked.asking.question.as_str(),
    }
}

fn first_of<'a>(asked: &Asked<'a>) -> Option<&'a Fact> {
    asked.pack.fact(asked.asking.facts.first()?)
}

fn hinted(id: &str, hint: Option<&str>) -> Option<Markup> {
    hint.map(|hint| said("p", "mb-hint", hint).attr("id", &format!("{id}--hint")))
}

/// Controls that belong together, under what they ask.
fn set(id: &str, legend: Markup, hint: Option<&str>, controls: Markup) -> Markup {
    let described = hint.map(|_| format!("{id}--hint"));
    el("fieldset", "mb-q")
        .attr_maybe("aria-describedby", described.as_deref())
        .child(legend)
        .maybe(hinted(id, hint))
        .child(controls)
}

/// What has to be put right, at the top, each with a way to its field.
#[inline(never)]
fn summary(asked: &Asked<'_>) -> Markup {
    let complaints = &asked.asking.complaints;
    if complaints.is_empty() {
        return group();
    }
    let item = |complaint: &Complaint| {
        let fact = asked.pack.fact(&complaint.fact);
        let is_choice = complaint.control == Control::Choice;
        let target = match fact {
            Some(fact) if fact.kind == Kind::Jurisdiction => {
                format!("{}--choice", fact.id)
            }
            // The first row of a list carries the name of the fact.
            Some(fact) if is_choice => format!("[name=\"{}\"]", fact.id),
            Some(fact) => control_id(fact, complaint.control),
            None => String::new(),
        };
        let jump = move |event: &Event| {
            event.prevent_default();
            focus(event, &target);
            None
        };
        let message = asked.message(complaint);
        let text = match complaint.what {
            Wrong::NothingTicked => message,
            _ => asked.words.error_of(&asked.label(&complaint.fact), &message),
        };
        let jump = button("mb-linkish", "")
            .hear(When::Click, asked.dispatch, Box::new(jump))
            .text(&text);
        el("li", "").child(jump)
    };
    let title = said("h2", "", &asked.words.errors(complaints.len()));
    el("div", "mb-errsum")
        .attr("role", "group")
        .attr("aria-labelledby", "mb-errsum-t")
        .attr("tabindex", "-1")
        .attr("data-heading", "errors")
        .child(title.attr("id", "mb-errsum-t"))
        .child(el("ul", "").each(complaints, item))
}

/// Moves the focus to a control by its id, or by a selector in brackets.
fn focus(event: &Event, target: &str) -> Option<()> {
    let node: web_sys::Node = event.target()?.dyn_into().ok()?;
    let root: ShadowRoot = node.get_root_node().dyn_into().ok()?;
    let element = match target.starts_with('[') {
        true => root.query_selector(target).ok()??,
        false => root.get_element_by_id(target)?,
    };
    element.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

fn why(asked: &Asked<'_>) -> Markup {
    const SHOWN: usize = 4;
    let words = asked.words;
    let basic = asked.asking.facts.iter().any(|id| {
        asked.pack.fact(id).is_some_and(|fact| fact.kind == Kind::Jurisdiction)
            || id.as_str() == "applicant_kind"
    });
    let count = asked.depends.len();
    let body = match (basic, count) {
        (true, _) => said("p", "", words.why_basic()),
        (false, 0) => return group(),
        (false, _) => {
            let title = |award| Some(asked.texts.awards.get(award)?.title.as_str());
            let titles = asked.depends.iter().take(SHOWN).filter_map(title);
            let more =
                (count > SHOWN).then(|| said("li", "", &words.why_more(count - SHOWN)));
            group().child(said("p", "", &words.why_count(count))).child(
                el("ul", "mb-dots").each(titles, |it| said("li", "", it)).maybe(more),
            )
        }
    };
    let head = el("summary", "").child(icon(Icon::Chevron, "mb-chev")).text(words.why());
    el("details", "mb-why").child(head).child(el("div", "mb-why__in").child(body))
}
