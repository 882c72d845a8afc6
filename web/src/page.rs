//! The page: one reducer, what it does outside itself, and the screens.

mod all;
mod award;
mod question;
mod report;
mod results;
mod start;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use mingbai_core::{Date, Language};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDialogElement, HtmlElement, MouseEvent};
use yew::prelude::*;

use crate::view::list;

use crate::bridge;
use crate::load::Index;
use crate::locale::Words;
use crate::session::{Action, Asking, Options, Rules, Screen, State, Theme};
use crate::view::Dispatch;
use crate::view::bar::{Bar, bar, foot};
use crate::view::icon::{Icon, icon};
use crate::view::money::{Size, money};
use crate::view::results::{Extent, ResultList};
use crate::view::state::{elsewhere, failure, skeleton};
use crate::view::verdict::verdict;

/// The host's ear for events.
#[derive(Clone, Debug, PartialEq)]
pub struct Tell(pub Function);

/// What the page is mounted with.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// From the element's attributes.
    pub options: Options,
    /// Where events go.
    pub tell: Tell,
}

/// The state as Yew holds it.
struct Store(State);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(self.0.after(action)))
    }
}

/// The day on the reader's clock.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let part = |number: u32| i8::try_from(number).unwrap_or(1);
    let year = i16::try_from(now.get_full_year()).unwrap_or(2026);
    let date = Date::new(year, part(now.get_month() + 1), part(now.get_date()));
    date.unwrap_or(Date::constant(2026, 1, 1))
}

/// The page.
#[function_component]
pub fn App(props: &AppProps) -> Html {
    let options = props.options.clone();
    let store = use_reducer(move || Store(State::new(options, today())));
    let state = &store.0;
    let root = use_node_ref();
    let dispatcher = store.dispatcher();
    let dispatch = Dispatch::new(move |action| dispatcher.dispatch(action));

    use_options(props, &dispatch);
    use_loading(state, &dispatch);
    use_focus(state, &root);
    use_events(state, &props.tell);

    let words = state.words();
    let theme = state.options.theme;
    let data_theme = theme.map(|theme| match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    let bar_view = bar(
        Bar {
            words,
            large: state.options.large,
            theme: theme.unwrap_or_else(system_theme),
            open: state.settings,
        },
        &dispatch,
    );
    let (shown, body) = body(state, &dispatch);
    html! {
        <div class="mb" ref={root} data-theme={data_theme} lang={words.0.tag()}
            data-size={state.options.large.then_some("large")}
            data-unit={state.options.unit.then_some("")}>
            <div class="mb-app" data-state={shown}>
                { bar_view }
                { body }
                <p class="mb-vh" role="status" aria-live="polite" data-live="">{ state.said.clone() }</p>
            </div>
        </div>
    }
}

fn system_theme() -> Theme {
    let query = web_sys::window().and_then(|window| {
        window.match_media("(prefers-color-scheme: dark)").ok().flatten()
    });
    match query.is_some_and(|query| query.matches()) {
        true => Theme::Dark,
        false => Theme::Light,
    }
}

/// What stands between bar and live region.
fn body(state: &State, dispatch: &Dispatch) -> (&'static str, Html) {
    let words = state.words();
    let Some(rules) = state.rules.as_ref().filter(|_| !state.awaiting) else {
        return match &state.failure {
            Some(it) => ("failed", failure(words, it, dispatch)),
            None => ("loading", skeleton(words)),
        };
    };
    let view = View { state, rules, words, dispatch };
    let (name, screen) = match &state.screen {
        Screen::Start => ("start", start::start(&view)),
        Screen::Question => ("question", question::question(&view)),
        Screen::Results => ("results", results::results(&view)),
        Screen::All => ("all", all::all(&view)),
        Screen::Award(_) => ("award", award::award(&view)),
        Screen::Report => ("report", report::report(&view)),
        Screen::Elsewhere => ("elsewhere", elsewhere(words, &state.index, dispatch)),
    };
    let with_summary = matches!(state.screen, Screen::Question);
    let date = words.date(state.date);
    let strip = state.failure.as_ref().map(|failed| html! {
        <p class="mb-strip" role="status" data-code={failed.code.clone()}>
            { icon(Icon::Warn, "") }
            <span>{ words.failed_title() }{ words.stop() }{ words.failed_code(&failed.code) }</span>
        </p>
    });
    let body = html! {
        <>
            { strip }
            <div class="mb-page" data-screen={name} key={name}>{ screen }</div>
            if with_summary { { summary(&view) } }
            if with_summary { <Sheet ..view.sheet() /> }
            if state.screen != Screen::Report {
                { foot(words, &rules.pack.file().version, &date, dispatch) }
            }
        </>
    };
    ("ready", body)
}

/// What a screen is drawn from.
struct View<'a> {
    state: &'a State,
    rules: &'a Rules,
    words: Words,
    dispatch: &'a Dispatch,
}

impl View<'_> {
    fn results(&self, extent: Extent) -> Html {
        html! {
            <ResultList words={self.words} results={Rc::clone(&self.state.results)} {extent}
                place={self.rules.texts.name.clone()} begun={!self.state.given.is_empty()}
                search={self.state.search.clone()} filter={self.state.filter}
                dispatch={self.dispatch.clone()} />
        }
    }

    fn sheet(&self) -> SheetProps {
        SheetProps {
            words: self.words,
            open: self.state.sheet,
            body: if self.state.sheet {
                self.results(Extent::Pane)
            } else {
                Html::default()
            },
            dispatch: self.dispatch.clone(),
        }
    }

    fn back(&self) -> Html {
        let words = self.words;
        let text = match &self.state.before {
            Screen::Question => words.back_to_questions(),
            Screen::Start => words.back_to_start(),
            Screen::All if self.state.screen != Screen::All => words.all_title(),
            _ => words.back_to_results(),
        };
        html! {
            <p class="mb-back">
                <button class="mb-linkish" type="button" data-action="return"
                    onclick={self.dispatch.on::<MouseEvent>(Action::Return)}>
                    { icon(Icon::Left, "") }<span>{ text }</span>
                </button>
            </p>
        }
    }
}

/// The two lines at the foot of a narrow page: the results in short, and the way to them.
fn summary(view: &View<'_>) -> Html {
    let View { state, words, dispatch, .. } = view;
    let summary = &state.results.summary;
    let head = match summary.eligible {
        0 => verdict(
            *words,
            mingbai_core::Verdict::Undetermined,
            Some(words.summary_none(summary.undetermined)),
        ),
        count => verdict(
            *words,
            mingbai_core::Verdict::Eligible,
            Some(words.summary_eligible(count)),
        ),
    };
    let sum = summary
        .certain
        .as_ref()
        .or(summary.parts.iter().find(|it| it.money.sum.is_some()));
    let left = match state.left_known() {
        Some(0) => words.summary_done().to_owned(),
        Some(left) => words.summary_left(left),
        None => words.nothing_yet().to_owned(),
    };
    html! {
        <button class="mb-summary" type="button" aria-haspopup="dialog" data-action="open-results"
            aria-expanded={if state.sheet { "true" } else { "false" }}
            onclick={dispatch.on::<MouseEvent>(Action::Sheet(true))}>
            <span class="mb-summary__a">
                { head }{ " " }
                { list(&mut (sum.map(|part| money(&part.money, Size::Row, false))).into_iter()) }
            </span>{ " " }
            <span class="mb-summary__b">{ left }</span>{ " " }
            <span class="mb-summary__go">{ words.see_results() }{ icon(Icon::Up, "") }</span>
        </button>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SheetProps {
    words: Words,
    open: bool,
    body: Html,
    dispatch: Dispatch,
}

/// The results over the question, on a narrow page: a dialog that gives the focus back.
#[function_component]
fn Sheet(props: &SheetProps) -> Html {
    let dialog = use_node_ref();
    let node = dialog.clone();
    use_effect_with(props.open, move |open| {
        let dialog = node.cast::<HtmlDialogElement>();
        match (dialog, *open) {
            (Some(dialog), true) if !dialog.open() => drop(dialog.show_modal()),
            (Some(dialog), false) if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    let close = props.dispatch.on::<MouseEvent>(Action::Sheet(false));
    let node = dialog.clone();
    let outside = props.dispatch.with(move |event: MouseEvent| {
        let target: Element = event.target()?.dyn_into().ok()?;
        let dialog = node.cast::<Element>()?;
        (target == dialog).then_some(Action::Sheet(false))
    });
    html! {
        <dialog class="mb-sheet" ref={dialog} aria-labelledby="mb-sheet-t" onclick={outside}
            onclose={props.dispatch.on::<Event>(Action::Sheet(false))}>
            <header class="mb-sheet__head">
                <h2 id="mb-sheet-t">{ props.words.results() }</h2>
                <button class="mb-icon-btn" type="button" data-action="close-results"
                    aria-label={props.words.close()} onclick={close}>{ icon(Icon::Close, "") }</button>
            </header>
            <div class="mb-sheet__body" tabindex="0">{ props.body.clone() }</div>
        </dialog>
    }
}

/// Attributes that changed after mounting.
#[hook]
fn use_options(props: &AppProps, dispatch: &Dispatch) {
    let first = use_mut_ref(|| true);
    let dispatch = dispatch.clone();
    use_effect_with(props.options.clone(), move |options| {
        if !first.replace(false) {
            dispatch.send(Action::Options(options.clone()));
        }
    });
}

/// Loads what is wanted and not there.
#[hook]
fn use_loading(state: &State, dispatch: &Dispatch) {
    let index: Rc<RefCell<Option<Indexed>>> = use_mut_ref(|| None);
    let latest = use_mut_ref(|| 0_u32);
    let language: Language = state.options.language;
    let wanted =
        (state.options.base.clone(), state.jurisdiction, language, state.attempt);
    let rules = state.rules.clone();
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |(base, jurisdiction, language, _)| {
        let (base, jurisdiction, language) = (base.clone(), *jurisdiction, *language);
        let there = rules.as_ref().is_some_and(|rules| {
            rules.texts.language == language
                && Some(rules.pack.file().jurisdiction) == jurisdiction
        });
        if there {
            return;
        }
        *latest.borrow_mut() += 1;
        let round = *latest.borrow();
        wasm_bindgen_futures::spawn_local(async move {
            let have = rules.map(|rules| rules.pack);
            let outcome = load(&index, &base, jurisdiction, language, have).await;
            if *latest.borrow() != round {
                return; // something else is wanted by now
            }
            match outcome {
                Ok((listed, rules)) => {
                    dispatch.send(Action::Index(listed));
                    dispatch.send(Action::Rules(rules));
                }
                Err(failure) => {
                    web_sys::console::warn_1(
                        &format!("mingbai: {}, {}", failure.code, failure.detail).into(),
                    );
                    dispatch.send(Action::Failed(failure));
                }
            }
        });
    });
}

type Listing = Vec<crate::session::Listed>;
/// An index, with the place it came from.
type Indexed = (String, Rc<Index>);

async fn load(
    index: &RefCell<Option<Indexed>>,
    base: &str,
    jurisdiction: Option<mingbai_core::Jurisdiction>,
    language: Language,
    have: Option<std::sync::Arc<mingbai_core::Pack>>,
) -> Result<(Listing, Rules), crate::session::Failure> {
    let known =
        index.borrow().as_ref().filter(|(of, _)| of == base).map(|(_, it)| Rc::clone(it));
    let found = match known {
        Some(index) => index,
        None => Rc::new(Index::fetch(base).await?),
    };
    let rules = found.rules(base, jurisdiction, language, have).await?;
    let listed = found.listed(language);
    *index.borrow_mut() = Some((base.to_owned(), found));
    Ok((listed, rules))
}

/// Moves the focus to the new heading, or to what has to be put right.
#[hook]
fn use_focus(state: &State, root: &NodeRef) {
    let root = root.clone();
    use_effect_with(state.moved, move |moved| {
        if *moved == 0 {
            return;
        }
        let Some(root) = root.cast::<Element>() else { return };
        let Ok(Some(heading)) = root.query_selector("[data-heading]") else { return };
        let page = root.query_selector(".mb-page").ok().flatten();
        if let Some(page) =
            page.filter(|page| page.get_bounding_client_rect().top() < 0.0)
        {
            page.scroll_into_view();
        }
        if let Some(heading) = heading.dyn_ref::<HtmlElement>() {
            let _ = heading.focus();
        }
    });
}

/// Tells the host what happened.
#[hook]
fn use_events(state: &State, tell: &Tell) {
    let events = Rc::clone(&state.events);
    let tell = tell.clone();
    use_effect_with(state.round, move |_| {
        for event in events.iter() {
            let (name, detail) = bridge::event(event);
            let _ = tell.0.call2(&JsValue::NULL, &name.into(), &detail);
        }
    });
}

/// The question on the screen, with everything it is shown with.
fn asked<'a>(view: &'a View<'a>, asking: &'a Asking) -> crate::view::question::Asked<'a> {
    let titles = view.state.depends.iter().filter_map(|award| {
        view.rules.texts.awards.get(award).map(|text| text.title.clone())
    });
    crate::view::question::Asked {
        words: view.words,
        pack: &view.rules.pack,
        texts: &view.rules.texts,
        index: &view.state.index,
        asking,
        depends: titles.collect(),
        dispatch: view.dispatch,
    }
}
