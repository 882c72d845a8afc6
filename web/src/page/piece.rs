//! The one kind of component, and what Yew tells it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::HtmlDialogElement;
use yew::{Component, Context, Html, NodeRef, Properties};

use super::still::Stills;
use super::{App, AppProps, Tell, draw, focus, leave, today};
use crate::bridge;
use crate::session::{Action, State};
use crate::view::Dispatch;

/// What Yew knows as a component: a page, or a part of one that stands still. One kind for
/// both, since each kind is more than a kilobyte to load.
pub(crate) enum Piece {
    Page(Box<App>),
    Still,
}

/// What a piece is drawn from.
#[derive(PartialEq, Properties)]
pub(crate) struct PieceProps {
    pub(crate) of: Of,
}

pub(crate) enum Of {
    Page(AppProps),
    /// The turn it was drawn in, and what was drawn: taken as it is put on the page, since
    /// for a copy every element would have to be copied.
    Still(u32, Cell<Html>),
}

impl PartialEq for Of {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Page(props), Self::Page(others)) => props == others,
            (Self::Still(turn, _), Self::Still(other, _)) => turn == other,
            _ => false,
        }
    }
}

impl Component for Piece {
    type Message = Action;
    type Properties = PieceProps;

    fn create(context: &Context<Self>) -> Self {
        let Of::Page(props) = &context.props().of else { return Self::Still };
        let link = context.link().clone();
        let mut app = App {
            state: State::new(props.options.clone(), today()),
            dispatch: Dispatch::new(move |action| link.send_message(action)),
            wanted: Rc::default(),
            pressed: Rc::default(),
            loaded: Rc::default(),
            round: Rc::default(),
            index: Rc::default(),
            events: Vec::new(),
            stored: None,
            moved: 0,
            stills: Stills::default(),
            root: NodeRef::default(),
            sheet: NodeRef::default(),
        };
        app.begin(props);
        Self::Page(Box::new(app))
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        let Self::Page(app) = self else { return false };
        let moved = app.state.moved;
        app.act(action);
        if app.state.moved != moved {
            leave(&app.root);
        }
        true
    }

    fn changed(&mut self, context: &Context<Self>, before: &PieceProps) -> bool {
        let (Self::Page(app), Of::Page(props), Of::Page(before)) =
            (self, &context.props().of, &before.of)
        else {
            return true;
        };
        if props.visit != before.visit {
            app.begin(props);
        } else if props.options != before.options {
            app.act(Action::Options(props.options.clone()));
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match (self, &context.props().of) {
            (Self::Page(app), _) => draw(app).html(),
            (Self::Still, Of::Still(_, drawn)) => drawn.take(),
            (Self::Still, Of::Page(_)) => Html::default(),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let (Self::Page(app), Of::Page(props)) = (self, &context.props().of) else {
            return;
        };
        if app.moved != app.state.moved {
            app.moved = app.state.moved;
            focus(&app.root);
        }
        if let Some(dialog) = app.sheet.cast::<HtmlDialogElement>() {
            match (app.state.sheet, dialog.open()) {
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
        for event in std::mem::take(&mut app.events) {
            let (name, detail) = bridge::event(&event);
            let Some(Tell(tell)) = &props.tell else { return };
            let _ = tell.call2(&JsValue::NULL, &name.into(), &detail);
        }
    }
}
