//! Elements, put together piece by piece.
//!
//! Yew's `html!` writes out each element in full where it stands. Here each piece is a call
//! of a function that is compiled once, which makes the views a third as large.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText,
};
use yew::{AttrValue, Html, NodeRef};

use super::Dispatch;
use crate::session::Action;

/// An element being put together, or a group of them. Children keep their places: one that
/// is missing leaves its place empty, so that those beside it stay the elements they are.
#[derive(Debug)]
pub struct Markup(Box<Parts>);

#[derive(Debug, Default)]
struct Parts {
    tag: &'static str,
    class: String,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
    heard: Vec<Option<Rc<dyn Listener>>>,
    key: Option<Key>,
    node: NodeRef,
    value: Option<AttrValue>,
    checked: Option<bool>,
}

/// An element with its classes.
#[inline(never)]
pub fn el(tag: &'static str, class: &str) -> Markup {
    Markup(Box::new(Parts { tag, class: class.to_owned(), ..Parts::default() }))
}

/// Children without an element around them; without children, nothing at all.
#[inline(never)]
pub fn group() -> Markup {
    el("", "")
}

/// An element with its classes that holds nothing but a text.
#[inline(never)]
pub fn said(tag: &'static str, class: &str, text: &str) -> Markup {
    el(tag, class).text(text)
}

/// A button that sends no form; `action` is its hook for tests.
#[inline(never)]
pub fn button(class: &str, action: &str) -> Markup {
    let button = el("button", class).attr("type", "button");
    button.attr_maybe("data-action", Some(action).filter(|it| !it.is_empty()))
}

/// What a person can do to an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It is pressed.
    Click,
    /// Its value was changed.
    Change,
    /// Something is typed into it.
    Input,
    /// The form is sent.
    Submit,
    /// The dialog is closed.
    Close,
}

/// What an event makes the page do.
pub type Hear = Box<dyn Fn(&Event) -> Option<Action>>;

struct Ear {
    when: When,
    dispatch: Dispatch,
    hear: Hear,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.when {
            When::Click => ListenerKind::onclick,
            When::Change => ListenerKind::onchange,
            When::Input => ListenerKind::oninput,
            When::Submit => ListenerKind::onsubmit,
            When::Close => ListenerKind::onclose,
        }
    }

    fn handle(&self, event: Event) {
        if self.when == When::Submit {
            event.prevent_default();
        }
        if let Some(action) = (self.hear)(&event) {
            self.dispatch.send(action);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

impl Markup {
    /// One more class.
    #[inline(never)]
    pub fn class(mut self, class: &str) -> Self {
        if !self.0.class.is_empty() && !class.is_empty() {
            self.0.class.push(' ');
        }
        self.0.class.push_str(class);
        self
    }

    /// One more class, on a condition.
    #[inline(never)]
    pub fn class_if(self, on: bool, class: &str) -> Self {
        self.class(if on { class } else { "" })
    }

    /// An attribute.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.attr_maybe(name, Some(value))
    }

    /// An attribute without a value, on a condition.
    #[inline(never)]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.attr_maybe(name, on.then_some(""))
    }

    /// An attribute that says `true` or `false`.
    #[inline(never)]
    pub fn state(self, name: &'static str, on: bool) -> Self {
        self.attr(name, if on { "true" } else { "false" })
    }

    /// `aria-invalid`, where something is wrong.
    #[inline(never)]
    pub fn invalid(self, invalid: bool) -> Self {
        self.attr_maybe("aria-invalid", invalid.then_some("true"))
    }

    /// An attribute that may be missing.
    #[inline(never)]
    pub fn attr_maybe(mut self, name: &'static str, value: Option<&str>) -> Self {
        self.0.names.push(name);
        self.0
            .values
            .push(value.map(|value| {
                AttributeOrProperty::Attribute(AttrValue::Rc(value.into()))
            }));
        self
    }

    /// What tells it from its neighbours when they change.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Where the page finds the element once it is drawn.
    #[inline(never)]
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.node = node.clone();
        self
    }

    /// The value of a field.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.0.value = Some(AttrValue::Rc(value.into()));
        self
    }

    /// Whether a box or radio button is chosen.
    #[inline(never)]
    pub fn checked(mut self, on: bool) -> Self {
        self.0.checked = Some(on);
        self
    }

    /// A text.
    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        self.0.children.push(VText::new(AttrValue::Rc(text.into())).into());
        self
    }

    /// A space between two children, where their words would run together.
    #[inline(never)]
    pub fn space(self) -> Self {
        self.text(" ")
    }

    /// A child.
    #[inline(never)]
    pub fn child(mut self, child: Markup) -> Self {
        self.0.children.push(child.html());
        self
    }

    /// What Yew draws by itself.
    #[inline(never)]
    pub fn drawn(html: Html) -> Self {
        let mut group = group();
        group.0.children.push(html);
        group
    }

    /// A child that may be missing.
    #[inline(never)]
    pub fn maybe(self, child: Option<Markup>) -> Self {
        self.child(child.unwrap_or_else(group))
    }

    /// A child for each item.
    #[inline]
    pub fn each<T>(
        self,
        items: impl IntoIterator<Item = T>,
        draw: impl FnMut(T) -> Markup,
    ) -> Self {
        let mut children = group();
        let mut draw = draw;
        for item in items {
            children = children.child(draw(item));
        }
        self.child(children)
    }

    /// Does one thing, whatever the event says.
    #[inline(never)]
    pub fn on(self, when: When, dispatch: &Dispatch, action: Action) -> Self {
        self.hear(when, dispatch, Box::new(move |_| Some(action.clone())))
    }

    /// Makes something of the event first.
    #[inline(never)]
    pub fn hear(mut self, when: When, dispatch: &Dispatch, hear: Hear) -> Self {
        let ear = Ear { when, dispatch: dispatch.clone(), hear };
        self.0.heard.push(Some(Rc::new(ear)));
        self
    }

    /// What Yew draws.
    #[inline(never)]
    pub fn html(self) -> Html {
        let Parts { tag, class, key, value, checked, heard, node, .. } = *self.0;
        let (mut names, mut values) = (self.0.names, self.0.values);
        let mut children = self.0.children;
        let one = children.len() == 1 && !tag.is_empty();
        let only = if one { children.pop() } else { None };
        let inner = only.unwrap_or_else(|| VList::with_children(children, None).into());
        if tag.is_empty() {
            return inner;
        }
        if !class.is_empty() {
            names.push("class");
            values
                .push(Some(AttributeOrProperty::Attribute(AttrValue::Rc(class.into()))));
        }
        let mut tag = VTag::new(tag);
        tag.key = key;
        tag.node_ref = node;
        tag.attributes =
            Attributes::Dynamic { keys: kept(&names), values: values.into() };
        if let Some(place) = tag.children_mut() {
            *place = inner;
        }
        if value.is_some() {
            tag.set_value(value);
        }
        if let Some(checked) = checked {
            tag.set_checked(checked);
        }
        if !heard.is_empty() {
            tag.set_listeners(heard.into());
        }
        tag.into()
    }
}

/// The same names always in the same place, by which Yew tells that only values can have
/// changed. There are about as many as there are elements in the source.
fn kept(names: &[&'static str]) -> &'static [&'static str] {
    thread_local! {
        static KEPT: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
    }
    KEPT.with(|kept| {
        let mut kept = kept.borrow_mut();
        match kept.iter().find(|it| **it == names) {
            Some(found) => found,
            None => {
                let names: &'static [&'static str] = Box::leak(names.into());
                kept.push(names);
                names
            }
        }
    })
}

/// What stands in the field or list that an event is about.
pub fn entered(event: &Event) -> Option<String> {
    get(event.target()?.as_ref(), "value")?.as_string()
}

/// Whether the box that an event is about is ticked.
pub fn ticked(event: &Event) -> Option<bool> {
    get(event.target()?.as_ref(), "checked")?.as_bool()
}

/// A property of something of the browser's.
#[inline(never)]
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()
}

/// Calls a method that may be missing.
#[inline(never)]
pub fn call(object: &JsValue, name: &str, argument: Option<&str>) -> Option<JsValue> {
    let method: Function = get(object, name)?.dyn_into().ok()?;
    let arguments: Array = argument.into_iter().map(JsValue::from_str).collect();
    method.apply(object, &arguments).ok()
}
