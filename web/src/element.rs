//! What `element.js` calls: mount, update, destroy.

use std::cell::RefCell;

use js_sys::{Function, Object};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::bridge;
use crate::load;
use crate::page::{AppProps, Of, Piece, PieceProps, Tell};
use crate::session::Options;
use crate::view::markup::get;
use crate::view::words;

thread_local! {
    /// Pages that nobody sees. Yew never lets go of the listeners of one that has ended, so
    /// none ever ends: whoever needs a page next takes one of these, made new.
    static IDLE: RefCell<Vec<Drawn>> = const { RefCell::new(Vec::new()) };
}

/// A page with the element that holds it.
struct Drawn {
    holder: Element,
    handle: AppHandle<Piece>,
    visit: u32,
}

impl Drawn {
    fn take(&mut self, options: Options, tell: Option<&Function>) {
        let tell = tell.cloned().map(Tell);
        let props = AppProps { options, tell, visit: self.visit };
        self.handle.update(PieceProps { of: Of::Page(props) });
    }
}

/// A page that is shown.
#[wasm_bindgen]
pub struct Page {
    drawn: Drawn,
    tell: Function,
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Page").field("visit", &self.drawn.visit).finish_non_exhaustive()
    }
}

/// Draws the page into an empty element of an open shadow root. `tell` is called with the
/// name and the detail of each event.
///
/// # Errors
///
/// The element takes no child.
#[wasm_bindgen]
pub fn mount(place: Element, options: Object, tell: Function) -> Result<Page, JsValue> {
    let function = |name: &str| get(&options, name).and_then(|it| it.dyn_into().ok());
    words::take(function("apart"));
    load::take(function("answer"), function("later"));
    let options = bridge::options(&options);
    let drawn = match IDLE.with(|idle| idle.borrow_mut().pop()) {
        Some(mut drawn) => {
            place.append_child(&drawn.holder)?;
            drawn.visit += 1;
            drawn.take(options, Some(&tell));
            drawn
        }
        None => {
            let document = place.owner_document().ok_or("no document")?;
            let holder = document.create_element("div")?;
            place.append_child(&holder)?;
            let tell = Some(Tell(tell.clone()));
            let of = Of::Page(AppProps { options, tell, visit: 0 });
            let props = PieceProps { of };
            let renderer = Renderer::<Piece>::with_root_and_props(holder.clone(), props);
            Drawn { holder, handle: renderer.render(), visit: 0 }
        }
    };
    Ok(Page { drawn, tell })
}

#[wasm_bindgen]
impl Page {
    /// Takes changed attributes.
    pub fn update(&mut self, options: Object) {
        self.drawn.take(bridge::options(&options), Some(&self.tell));
    }

    /// Ends the page and lets go of everything it held.
    pub fn destroy(self) {
        let mut drawn = self.drawn;
        drawn.holder.remove();
        drawn.visit += 1;
        drawn.take(bridge::options(&Object::new()), None);
        IDLE.with(|idle| idle.borrow_mut().push(drawn));
    }
}
