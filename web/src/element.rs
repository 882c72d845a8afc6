//! What `element.js` calls: mount, update, destroy.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::bridge;
use crate::page::{App, AppProps, Tell};

thread_local! {
    /// The pages that are shown, to be told when the module has failed.
    static PAGES: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
}

/// A page that is shown.
#[wasm_bindgen]
pub struct Page {
    handle: Option<AppHandle<App>>,
    tell: Function,
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Page").field("shown", &self.handle.is_some()).finish()
    }
}

/// Draws the page into an empty element of an open shadow root. `tell` is called with the
/// name and the detail of each event.
#[wasm_bindgen]
pub fn mount(place: Element, options: JsValue, tell: Function) -> Page {
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&format!("mingbai: MB-PANIC, {info}").into());
        let pages = PAGES.with(|pages| pages.try_borrow().map(|pages| pages.clone()));
        for tell in pages.unwrap_or_default() {
            let _ = tell.call1(&JsValue::NULL, &"mingbai-panic".into());
        }
    }));
    PAGES.with(|pages| pages.borrow_mut().push(tell.clone()));
    let props = AppProps { options: bridge::options(&options), tell: Tell(tell.clone()) };
    let handle = Renderer::<App>::with_root_and_props(place, props).render();
    Page { handle: Some(handle), tell }
}

#[wasm_bindgen]
impl Page {
    /// Takes changed attributes.
    pub fn update(&mut self, options: JsValue) {
        if let Some(handle) = &mut self.handle {
            let options = bridge::options(&options);
            handle.update(AppProps { options, tell: Tell(self.tell.clone()) });
        }
    }

    /// Ends the page and lets go of everything it held.
    pub fn destroy(&mut self) {
        PAGES.with(|pages| pages.borrow_mut().retain(|tell| *tell != self.tell));
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }
}
