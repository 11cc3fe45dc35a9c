//! From the browser's events to what happens: each is looked up among the acts of what is drawn.
//!
//! The widget listens on what its tree hangs from, a shadow root or the document: a listener on an element around a
//! heading makes screen readers call the heading clickable. Knows no act's meaning and no screen.

use crate::browser::{self, Listener};
use crate::state::Message;
use crate::view::{Act, Typing};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Element, Event, Node};
use yew::{AttrValue, Callback, NodeRef};

/// The browser's events that acts hear.
const KINDS: [&str; 4] = ["click", "change", "input", "toggle"];

/// What was done.
pub enum Heard {
    Message(Message),
    /// What was folded away under this name was opened.
    Unfolded(AttrValue),
    /// The screens that couldn't be had are wanted again.
    Fetched,
}

/// What can be done on the screen that is drawn.
#[derive(Default)]
pub struct Hearing {
    acts: RefCell<Vec<Act>>,
    /// Whether what stands in a search field was just taken: it then shows what was found.
    was_taken: Cell<bool>,
}

impl Hearing {
    /// Another screen is drawn.
    pub fn know(&self, acts: Vec<Act>) {
        self.was_taken.set(false);
        self.acts.replace(acts);
    }

    /// What somebody is writing in the widget now.
    pub fn typing(&self, root: &Element) -> Option<Typing> {
        let field = browser::focused(root).filter(|field| root.contains(Some(field)))?;
        let drawn = match self.act_of(&field)? {
            Act::Write { drawn, .. } => drawn,
            Act::Search { drawn, .. } if !self.was_taken.get() => drawn,
            _ => return None,
        };
        Some(Typing { field: field.id(), written: browser::value_of(&field), drawn })
    }

    /// The act of this very element.
    fn act_of(&self, element: &Element) -> Option<Act> {
        let number: usize = element.get_attribute("data-act")?.parse().ok()?;
        self.acts.borrow().get(number).cloned()
    }

    /// The act of the innermost element around the event's target that hears its kind.
    fn heard(&self, root: &Element, event: &Event) -> Option<(Element, Act)> {
        let target = event.target()?;
        if !root.contains(Some(target.unchecked_ref::<Node>())) {
            return None;
        }
        let mut place = target.unchecked_into::<Element>();
        loop {
            let element = place.closest("[data-act]").ok()??;
            match self.act_of(&element) {
                Some(act) if act.hears(&event.type_()) => return Some((element, act)),
                _ => place = element.parent_element()?,
            }
        }
    }

    fn hear(&self, root: &NodeRef, happens: &Callback<Heard>, event: &Event) {
        let Some(root) = element(root) else { return };
        let Some((element, act)) = self.heard(&root, event) else { return };
        let message = match act {
            Act::Press(message) | Act::Choose(message) => message,
            Act::Tick(message) => message(browser::is_checked(&element)),
            Act::Select(message) | Act::Write { message, .. } => message(browser::value_of(&element)),
            Act::Search { message, .. } => {
                self.was_taken.set(true);
                message(browser::value_of(&element))
            }
            // A form leaves nothing more for the browser to send: nothing goes anywhere.
            Act::Submit(message) => {
                event.prevent_default();
                message
            }
            Act::GoTo(id) => {
                event.prevent_default();
                return browser::focus_on(&root, &id);
            }
            Act::Fetch => return happens.emit(Heard::Fetched),
            Act::Unfold(name) => {
                // It says so, too, when it is closed.
                if element.has_attribute("open") {
                    happens.emit(Heard::Unfolded(name));
                }
                return;
            }
            Act::OpenFile => {
                let happens = happens.clone();
                let chosen = move |bytes| happens.emit(Heard::Message(Message::FileChosen(bytes)));
                return browser::read_chosen_file(element.unchecked_ref(), chosen);
            }
        };
        happens.emit(Heard::Message(message));
    }
}

/// The element of a reference, once it is drawn. Its class isn't asked for: in a frame's document it is another.
pub fn element(reference: &NodeRef) -> Option<Element> {
    reference.get().map(JsCast::unchecked_into)
}

/// Listens to what is done in the widget, for as long as the answer is held.
pub fn listen(
    tree: &Node,
    root: &NodeRef,
    hearing: &Rc<Hearing>,
    signal: Option<&AbortSignal>,
    happens: &Callback<Heard>,
) -> Vec<Listener> {
    let listener = |kind| {
        let (root, hearing, happens) = (root.clone(), hearing.clone(), happens.clone());
        Listener::new(tree, kind, signal, move |event| hearing.hear(&root, &happens, &event))
    };
    KINDS.into_iter().map(listener).collect()
}

/// Listens to what other windows keep, for as long as the answer is held.
pub fn listen_to_storage(signal: Option<&AbortSignal>, changed: Callback<()>) -> Option<Listener> {
    let heard = move |event| {
        if browser::is_about_ours(&event) {
            changed.emit(());
        }
    };
    Some(Listener::new(&browser::window()?, "storage", signal, heard))
}

/// Listens to whether the page is being printed or no longer, for as long as the answer is held.
pub fn listen_to_print(signal: Option<&AbortSignal>, printed: &Callback<bool>) -> Vec<Listener> {
    let Some(window) = browser::window() else { return Vec::new() };
    let listener = |(kind, is_begun)| {
        let printed = printed.clone();
        Listener::new(&window, kind, signal, move |_| printed.emit(is_begun))
    };
    [("beforeprint", true), ("afterprint", false)].map(listener).into()
}
