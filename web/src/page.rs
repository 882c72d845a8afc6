//! The page: one reducer, what it does outside itself, and the screens.

mod all;
mod award;
mod carry;
mod piece;
mod question;
mod report;
mod results;
mod start;
mod still;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::Function;
use mingbai_core::{Date, Pack};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, ShadowRoot};
use yew::NodeRef;

pub(crate) use self::piece::{Of, Piece, PieceProps};
use self::still::{Part, Stills};
use crate::load::{Index, Source, Wanted};
use crate::locale::Words;
use crate::session::{self, Action, Options, Rules, Screen, State, Theme};
use crate::view::Dispatch;
use crate::view::bar::{Bar, bar, foot};
use crate::view::icon::{Icon, icon};
use crate::view::markup::{Markup, When, button, el, group, said};
use crate::view::money::{Size, money};
use crate::view::results::{Extent, Listing, results as result_list};
use crate::view::state::{awaited, elsewhere, failure, skeleton};
use crate::view::verdict::verdict;

/// The host's ear for events.
#[derive(Clone, Debug, PartialEq)]
pub struct Tell(pub Function);

/// What the page is mounted with.
#[derive(Clone, Debug, PartialEq)]
pub struct AppProps {
    /// From the element's attributes.
    pub options: Options,
    /// Where events go; `None` for a page that nobody sees and that waits to be used again.
    pub tell: Option<Tell>,
    /// Counts the hosts that the page has had: each finds it new.
    pub visit: u32,
}

/// The day on the reader's clock.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let part = |number: u32| i8::try_from(number).unwrap_or(1);
    let year = i16::try_from(now.get_full_year()).unwrap_or(2026);
    let date = Date::new(year, part(now.get_month() + 1), part(now.get_date()));
    date.unwrap_or(Date::constant(2026, 1, 1))
}

/// The page: the one state, and what it does outside itself.
#[derive(Debug)]
pub struct App {
    state: State,
    dispatch: Dispatch,
    /// What was asked for last; `None` where that has to be tried again.
    wanted: Rc<RefCell<Option<Wanted>>>,
    /// Whether the reader waits for it.
    pressed: Rc<Cell<bool>>,
    /// Where the rules that are there came from.
    loaded: Rc<RefCell<Source>>,
    /// Counts what was asked for.
    round: Rc<Cell<u32>>,
    /// The last index, with the place it came from.
    index: Rc<RefCell<Option<Indexed>>>,
    /// What the host has not been told yet.
    events: Vec<session::Event>,
    /// What is kept on this device, as far as this page has seen to it.
    stored: Option<String>,
    /// The last move of the focus.
    moved: u32,
    /// What stays as it is while a question is being answered.
    stills: Stills,
    root: NodeRef,
    sheet: NodeRef,
}

impl App {
    /// As if nothing had happened yet.
    fn begin(&mut self, props: &AppProps) {
        self.state = State::new(props.options.clone(), today());
        self.wanted.take();
        self.loaded.take();
        self.index.take();
        self.events.clear();
        self.stored = None;
        self.moved = 0;
        self.stills.turn();
        // What is still on its way comes too late.
        self.round.set(self.round.get() + 1);
        if props.tell.is_none() {
            return;
        }
        // A link that somebody opens says more than what was kept before.
        if let Some(line) = carry::from_link() {
            self.act(Action::Open(line));
        } else if let Some(line) = carry::stored() {
            self.stored = Some(line.clone());
            self.act(Action::Restore(line));
        }
        self.load();
    }

    fn act(&mut self, action: Action) {
        if !action.is_draft() {
            self.stills.turn();
        }
        self.state.act(action);
        self.events.append(&mut self.state.events);
        self.keep();
        self.load();
    }

    /// Keeps the answers on this device, or erases them; nothing where nobody asked for it.
    fn keep(&mut self) {
        let line = if self.state.keep { self.state.line() } else { None };
        // Answers on their way here from the device are still there.
        if line == self.stored || self.state.keep && self.state.session.is_none() {
            return;
        }
        let done = carry::store(line.as_deref());
        self.stored = line;
        if done.is_none() && self.state.keep {
            self.stored = None;
            self.state.act(Action::NotKept);
        }
    }

    /// Loads what is wanted and not there.
    fn load(&mut self) {
        let state = &self.state;
        let Options { base, words, awards, language, .. } = state.options.clone();
        let source = Source { base, words, awards };
        let (jurisdiction, attempt) = (state.jurisdiction, state.attempt);
        let opening = state.opens();
        let wanted = Wanted { source, jurisdiction, language, opening, attempt };
        self.pressed.set(state.waits());
        if self.wanted.borrow().as_ref() == Some(&wanted) {
            return;
        }
        *self.wanted.borrow_mut() = Some(wanted.clone());
        // Whatever is still on its way is wanted no more, also where nothing is to be loaded.
        let (latest, round) = (Rc::clone(&self.round), self.round.get() + 1);
        latest.set(round);
        // A pack is kept only as it was read: from the same place, with the same awards.
        let rules = state.rules.as_ref();
        let rules = rules.filter(|_| *self.loaded.borrow() == wanted.source);
        let there = rules.is_some_and(|rules| {
            rules.whole
                && rules.texts.language == language
                && Some(rules.pack.file().jurisdiction) == jurisdiction
        });
        if there {
            return;
        }
        let have = rules.map(|rules| Arc::clone(&rules.pack));
        let (index, dispatch) = (Rc::clone(&self.index), self.dispatch.clone());
        let (loaded, asked) = (Rc::clone(&self.loaded), Rc::clone(&self.wanted));
        let (pressed, patient) =
            (Rc::clone(&self.pressed), have.is_some() && !state.waits());
        wasm_bindgen_futures::spawn_local(async move {
            // Not so where something else is wanted by now.
            let current = move || latest.get() == round;
            let outcome = load(&index, &wanted, have, &dispatch, current.clone()).await;
            // To say what failed takes the rest of the module, too.
            let able = match &outcome {
                Ok(_) => true,
                Err(failure) => {
                    failure.code != crate::load::NO_REST && crate::load::rest().await
                }
            };
            if !current() {
                return;
            }
            if !able && patient {
                // It is tried again with whatever is done next, or was done meanwhile.
                asked.take();
                if pressed.get() {
                    dispatch.send(Action::Words);
                }
                return;
            }
            match outcome {
                Ok((listed, rules)) => {
                    *loaded.borrow_mut() = wanted.source;
                    dispatch.send(Action::Index(listed));
                    dispatch.send(Action::Rules(rules));
                }
                Err(failure) => {
                    crate::load::warn(&failure);
                    dispatch.send(Action::Failed(failure));
                }
            }
        });
    }
}

fn draw(app: &App) -> Markup {
    let (state, dispatch) = (&app.state, &app.dispatch);
    let words = state.words();
    let Options { theme, large, unit, .. } = state.options;
    let seen = || Bar {
        words,
        large,
        theme: theme.unwrap_or_else(system_theme),
        open: state.settings,
    };
    let theme_name = theme.map(|theme| match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    let (shown, body) = body(app);
    let live = said("p", "mb-vh", &state.said)
        .attr("role", "status")
        .attr("aria-live", "polite")
        .attr("data-live", "");
    let page = el("div", "mb-app")
        .attr("data-state", shown)
        .child(app.stills.draw(Part::Bar, || match words.known() {
            true => bar(seen(), dispatch),
            false => group(),
        }))
        .child(body)
        .child(live);
    el("div", "mb")
        .node(&app.root)
        .attr("part", "app")
        .attr_maybe("data-theme", theme_name)
        .attr("lang", words.0.tag())
        .attr_maybe("data-size", large.then_some("large"))
        .flag("data-unit", unit)
        .child(page)
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
fn body(app: &App) -> (&'static str, Markup) {
    let (state, dispatch) = (&app.state, &app.dispatch);
    let words = state.words();
    let Some(rules) = state.rules.as_ref().filter(|_| !state.waits()) else {
        return match &state.failure {
            Some(it) => ("failed", failure(words, it, dispatch)),
            None => ("loading", skeleton(words)),
        };
    };
    let view = View { state, rules, words, dispatch, stills: &app.stills };
    let (name, screen) = match &state.screen {
        Screen::Start => ("start", start::start(&view)),
        Screen::Question => ("question", question::question(&view)),
        Screen::Results => ("results", results::results(&view)),
        Screen::All => ("all", all::all(&view)),
        Screen::Award(_) => ("award", award::award(&view)),
        Screen::Report => ("report", report::report(&view)),
        Screen::Elsewhere => ("elsewhere", elsewhere(words, &state.index, dispatch)),
    };
    let strip = state.failure.as_ref().map(|failed| strip(words, failed));
    let notice = state.notice.map(|notice| carry::notice(words, notice));
    let below = app.stills.draw(Part::Below, || {
        let asked = state.screen == Screen::Question;
        let summary = asked.then(|| summary(&view));
        let sheet = asked.then(|| sheet(&view, &app.sheet));
        let version = &rules.pack.file().version;
        let foot = (state.screen != Screen::Report).then(|| {
            let (base, date) = (&state.options.base, words.date(state.date));
            foot(words, base, version, &date, dispatch)
        });
        group().maybe(summary).maybe(sheet).maybe(foot)
    });
    let page = el("div", "mb-page")
        .key(name)
        .attr("part", "body")
        .attr("data-screen", name)
        .child(screen);
    ("ready", group().maybe(strip).maybe(notice).child(page).child(below))
}

/// That something did not load, over rules that are there.
#[inline(never)]
fn strip(words: Words, failed: &session::Failure) -> Markup {
    let told = said("span", "", words.failed_title())
        .text(words.stop())
        .text(&words.failed_code(&failed.code));
    el("p", "mb-strip")
        .attr("role", "status")
        .attr("data-code", &failed.code)
        .child(icon(Icon::Warn, ""))
        .child(told)
}

/// What a screen is drawn from.
struct View<'a> {
    state: &'a State,
    rules: &'a Rules,
    words: Words,
    dispatch: &'a Dispatch,
    stills: &'a Stills,
}

impl View<'_> {
    fn results(&self, extent: Extent) -> Markup {
        if !self.rules.whole {
            return awaited(self.words);
        }
        result_list(&Listing {
            words: self.words,
            results: &self.state.results,
            extent,
            place: &self.rules.texts.name,
            begun: !self.state.given.is_empty(),
            search: &self.state.search,
            filter: self.state.filter,
            dispatch: self.dispatch,
        })
    }

    fn back(&self) -> Markup {
        let words = self.words;
        let text = match &self.state.before {
            Screen::Question => words.back_to_questions(),
            Screen::Start => words.back_to_start(),
            Screen::All if self.state.screen != Screen::All => words.all_title(),
            _ => words.back_to_results(),
        };
        let back = button("mb-linkish", "return")
            .on(When::Click, self.dispatch, Action::Return)
            .child(icon(Icon::Left, ""))
            .child(said("span", "", text));
        el("p", "mb-back").child(back)
    }
}

/// The two lines at the foot of a narrow page: the results in short, and the way to them.
/// They have their place before there are results, so that nothing moves under a finger.
fn summary(view: &View<'_>) -> Markup {
    let View { state, words, dispatch, .. } = view;
    let first = el("span", "mb-summary__a");
    let first = match view.rules.whole {
        true => found(first, view),
        false => first.text(words.loading()),
    };
    let left = match state.left_known() {
        Some(0) => words.summary_done().to_owned(),
        Some(left) => words.summary_left(left),
        None => words.nothing_yet().to_owned(),
    };
    button("mb-summary", "open-results")
        .attr("aria-haspopup", "dialog")
        .state("aria-expanded", state.sheet)
        .on(When::Click, dispatch, Action::Sheet(true))
        .child(first)
        .space()
        .child(said("span", "mb-summary__b", &left))
        .space()
        .child(
            said("span", "mb-summary__go", words.see_results()).child(icon(Icon::Up, "")),
        )
}

/// The first line, with what may be had.
#[inline(never)]
fn found(first: Markup, view: &View<'_>) -> Markup {
    let View { state, words, .. } = view;
    let summary = &state.results.summary;
    let (of, head) = match summary.eligible {
        0 => {
            let count = words.summary_none(summary.undetermined);
            (mingbai_core::Verdict::Undetermined, count)
        }
        count => (mingbai_core::Verdict::Eligible, words.summary_eligible(count)),
    };
    let sum = summary
        .certain
        .as_ref()
        .or(summary.parts.iter().find(|it| it.money.sum.is_some()));
    first
        .child(verdict(of, &head))
        .space()
        .maybe(sum.map(|part| money(&part.money, Size::Row, false)))
}

/// The results over the question, on a narrow page: a dialog that gives the focus back.
fn sheet(view: &View<'_>, node: &NodeRef) -> Markup {
    let View { state, words, dispatch, .. } = view;
    // Its own ground is all that is left of it outside its content.
    let outside = |event: &Event| {
        let target: Element = event.target()?.dyn_into().ok()?;
        (target.id() == "mb-sheet").then_some(Action::Sheet(false))
    };
    let close = button("mb-icon-btn", "close-results")
        .attr("aria-label", words.close())
        .on(When::Click, dispatch, Action::Sheet(false))
        .child(icon(Icon::Close, ""));
    let head = el("header", "mb-sheet__head")
        .child(said("h2", "", words.results()).attr("id", "mb-sheet-t"))
        .child(close);
    let results = state.sheet.then(|| view.results(Extent::Pane));
    let body = el("div", "mb-sheet__body").attr("tabindex", "0").maybe(results);
    el("dialog", "mb-sheet")
        .node(node)
        .attr("id", "mb-sheet")
        .attr("aria-labelledby", "mb-sheet-t")
        .hear(When::Click, dispatch, Box::new(outside))
        .on(When::Close, dispatch, Action::Sheet(false))
        .child(head)
        .child(body)
}

/// Lets go of what has the focus, and goes up to where the next heading will be: while all
/// still is as it was drawn. Once it is being changed, either would have the browser lay out
/// a page that is half drawn.
fn leave(root: &NodeRef) -> Option<()> {
    let root = root.cast::<Element>()?;
    let page = root.query_selector(".mb-page").ok().flatten();
    if let Some(page) = page.filter(|page| page.get_bounding_client_rect().top() < 0.0) {
        page.scroll_into_view();
    }
    // Why the last question was asked: the next one's reasons come into the same place.
    if let Some(reasons) = root.query_selector(".mb-form > [open]").ok().flatten() {
        reasons.remove_attribute("open").ok()?;
    }
    let shadow: ShadowRoot = root.get_root_node().dyn_into().ok()?;
    shadow.active_element()?.dyn_ref::<HtmlElement>()?.blur().ok()
}

/// Moves the focus to the new heading, or to what has to be put right.
fn focus(root: &NodeRef) -> Option<()> {
    let heading = root.cast::<Element>()?.query_selector("[data-heading]").ok()??;
    heading.dyn_ref::<HtmlElement>()?.focus().ok()
}

type Listed = Vec<session::Listed>;
/// An index, with the place it came from.
type Indexed = (String, Rc<Index>);

/// Loads the page's words, which `dispatch` is told of when they are there, and rules.
async fn load(
    index: &RefCell<Option<Indexed>>,
    wanted: &Wanted,
    have: Option<Arc<Pack>>,
    dispatch: &Dispatch,
    current: impl Fn() -> bool + 'static,
) -> Result<(Listed, Rules), session::Failure> {
    let Wanted { source: Source { base, words, .. }, language, .. } = wanted;
    if have.is_some() {
        // There is something to see: nothing is begun before it is drawn.
        crate::load::pass(0).await;
    }
    let spoken = crate::load::words(words, *language);
    let known =
        index.borrow().as_ref().filter(|(of, _)| of == base).map(|(_, it)| Rc::clone(it));
    let found = known.ok_or_else(|| Index::fetch(base));
    spoken.await?;
    // Who waits for rules may know it; where they are nearly there, all is drawn at once.
    let (waits, dispatch) = (Rc::new(Cell::new(have.is_none())), dispatch.clone());
    let waiting = Rc::clone(&waits);
    wasm_bindgen_futures::spawn_local(async move {
        crate::load::pass(500).await;
        if waiting.get() && current() {
            dispatch.send(Action::Words);
        }
    });
    let found = match found {
        Ok(index) => index,
        Err(fetched) => Rc::new(fetched.await?),
    };
    let rules = found.rules(wanted, have).await;
    waits.set(false);
    let rules = rules?;
    // A pack without the language that is wanted has its words in another.
    crate::load::words(words, rules.texts.language).await?;
    let listed = found.listed(*language);
    *index.borrow_mut() = Some((base.to_owned(), found));
    Ok((listed, rules))
}
