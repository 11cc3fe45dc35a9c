//! Draws markup in the page, and draws it anew with as few changes of the page as it takes, so that what has the focus
//! or was typed stays.
//!
//! The screens are plain values and always drawn whole, which is all that is needed of a framework for pages; a whole one
//! would be a fifth of what the widget weighs. Knows no screen, no state and no message's meaning.

use crate::markup::{Handler, Node, Parts, SEVERAL, TEXT};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event};

#[wasm_bindgen]
extern "C" {
    /// An element with what a person can change in it.
    #[wasm_bindgen(extends = Element)]
    type Field;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Field) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Field, value: &str);
    #[wasm_bindgen(method, setter)]
    fn set_checked(this: &Field, is_checked: bool);
}

/// The classes that are public: a page can style elements whose first class this is, by `::part` of the same name.
const PARTS: [&str; 13] = [
    "card",
    "chart",
    "choice",
    "danger",
    "field",
    "lead",
    "notice",
    "primary",
    "progress",
    "question",
    "quiet",
    "secondary",
    "title",
];

/// What stands in one element of the page.
pub struct Drawing {
    pen: Pen,
    root: Element,
    shown: Vec<Shown>,
}

/// A piece of markup with what it has become in the page.
struct Shown {
    /// None for several pieces in a row.
    dom: Option<web_sys::Node>,
    /// Without children: they stand beside, drawn.
    parts: Parts,
    children: Vec<Shown>,
}

/// What elements are made with.
struct Pen(Document);

impl Drawing {
    /// An empty drawing in an element that nobody else draws in.
    pub fn new(document: Document, root: Element) -> Self {
        Self { pen: Pen(document), root, shown: Vec::new() }
    }

    pub fn root(&self) -> &Element {
        &self.root
    }

    /// Draws this in place of what was there.
    pub fn draw(&mut self, node: Node) {
        let old = std::mem::take(&mut self.shown);
        self.shown = self.pen.draw_all(old, vec![node], &self.root, None);
    }

    /// Takes everything away.
    pub fn clear(&mut self) {
        self.shown.clear();
        self.root.set_text_content(None);
    }

    /// The handler of the innermost element around the event's target that listens to its kind.
    pub fn handler(&self, event: &Event) -> Option<Handler> {
        let target = event.target()?.unchecked_into::<web_sys::Node>();
        handler_around(&self.shown, &target, &event.type_()).cloned()
    }
}

/// The kind of event that a handler listens to.
fn kind(handler: &Handler) -> &'static str {
    match handler {
        Handler::Press(_) | Handler::GoTo(_) => "click",
        Handler::Choose(_) | Handler::Tick(_) | Handler::Fill(_) | Handler::OpenFile => "change",
        Handler::Type(_) => "input",
        Handler::Dismiss(_) => "cancel",
    }
}

fn handler_around<'a>(shown: &'a [Shown], target: &web_sys::Node, wanted: &str) -> Option<&'a Handler> {
    for piece in shown {
        let is_around = piece.dom.as_ref().is_none_or(|dom| dom.contains(Some(target)));
        let inner = is_around.then(|| handler_around(&piece.children, target, wanted)).flatten();
        let own = || piece.parts.handler.as_ref().filter(|handler| is_around && kind(handler) == wanted);
        let found = inner.or_else(own);
        if found.is_some() {
            return found;
        }
    }
    None
}

impl Shown {
    /// The first or, from the end, the last of the page's nodes.
    fn edge(&self, is_last: bool) -> Option<&web_sys::Node> {
        let mut edge = self.dom.as_ref();
        if self.parts.tag == SEVERAL {
            for place in 0..self.children.len() {
                let place = if is_last { self.children.len() - 1 - place } else { place };
                edge = edge.or_else(|| self.children[place].edge(is_last));
            }
        }
        edge
    }

    /// The page's nodes that it consists of.
    fn nodes<'a>(&'a self, each: &mut dyn FnMut(&'a web_sys::Node)) {
        match &self.dom {
            Some(dom) => each(dom),
            None => self.children.iter().for_each(|piece| piece.nodes(each)),
        }
    }

    /// Puts everything before this node of the parent, or last.
    fn place(&self, parent: &Element, before: Option<&web_sys::Node>) {
        self.nodes(&mut |dom| drop(parent.insert_before(dom, before)));
    }

    fn remove(&self, parent: &Element) {
        self.nodes(&mut |dom| drop(parent.remove_child(dom)));
    }

    /// Whether it can become this with changes inside it only.
    fn can_become(&self, node: &Node) -> bool {
        let (old, new) = (&self.parts, node.parts());
        old.tag == new.tag && old.key == new.key
    }
}

impl Pen {
    /// Draws all of these in the place of the old ones: those with a key where one of that key was, the others where the
    /// one of their place among them was.
    fn draw_all(
        &self,
        old: Vec<Shown>,
        new: Vec<Node>,
        parent: &Element,
        after_all: Option<&web_sys::Node>,
    ) -> Vec<Shown> {
        if old.is_empty() {
            // From the first to the last: a select takes the first option that is put in it, unless another is selected.
            let fresh: Vec<Shown> = new.into_iter().map(|node| self.make(node, parent)).collect();
            fresh.iter().for_each(|piece| piece.place(parent, after_all));
            return fresh;
        }
        let mut old: Vec<Option<Shown>> = old.into_iter().map(Some).collect();
        let mut reused = Vec::with_capacity(new.len());
        let mut at = 0;
        for node in &new {
            let place = match &node.parts().key {
                Some(key) => old
                    .iter()
                    .position(|shown| shown.as_ref().is_some_and(|shown| shown.parts.key.as_ref() == Some(key))),
                None => {
                    while old.get(at).is_some_and(|shown| shown.as_ref().is_none_or(|shown| shown.parts.key.is_some()))
                    {
                        at += 1;
                    }
                    at += 1;
                    Some(at - 1)
                }
            };
            let taken = place.and_then(|place| old.get_mut(place)).and_then(Option::take);
            reused.push(taken.filter(|shown| {
                let can = shown.can_become(node);
                if !can {
                    shown.remove(parent);
                }
                can
            }));
        }
        for left in old.into_iter().flatten() {
            left.remove(parent);
        }
        // From the last to the first, so that what stands behind each is known.
        let mut drawn: Vec<Shown> = Vec::with_capacity(new.len());
        for (node, reused) in new.into_iter().zip(reused).rev() {
            let before = drawn.iter().rev().find_map(|shown| shown.edge(false)).or(after_all);
            let piece = match reused {
                Some(shown) => {
                    let piece = self.fill(shown, node.into_parts(), parent, before);
                    let is_in_place = piece.edge(true).is_none_or(|last| last.next_sibling().as_ref() == before);
                    if !is_in_place {
                        piece.place(parent, before);
                    }
                    piece
                }
                None => {
                    let piece = self.make(node, parent);
                    piece.place(parent, before);
                    piece
                }
            };
            drawn.push(piece);
        }
        drawn.reverse();
        drawn
    }

    /// Makes the nodes of the page for a piece, to be placed in this parent.
    fn make(&self, node: Node, parent: &Element) -> Shown {
        let mut parts = node.into_parts();
        let dom = match parts.tag {
            SEVERAL => {
                let children = std::mem::take(&mut parts.children);
                let children = children.into_iter().map(|node| self.make(node, parent)).collect();
                return Shown { dom: None, parts, children };
            }
            TEXT => self.0.create_text_node("").into(),
            tag => {
                // What stands in a picture is of the picture's kind.
                let space = match tag {
                    "svg" => Some("http://www.w3.org/2000/svg".to_owned()),
                    _ => parent.namespace_uri(),
                };
                self.0.create_element_ns(space.as_deref(), tag).expect("tags are valid").into()
            }
        };
        let bare = Shown { dom: Some(dom), parts: Parts::default(), children: Vec::new() };
        self.fill(bare, parts, parent, None)
    }

    /// Gives what is shown these attributes, children and values. Only for what [can become](Shown::can_become) this.
    fn fill(&self, shown: Shown, mut parts: Parts, parent: &Element, after: Option<&web_sys::Node>) -> Shown {
        let Shown { dom, parts: old, children } = shown;
        let new = std::mem::take(&mut parts.children);
        let Some(node) = &dom else {
            let children = self.draw_all(children, new, parent, after);
            return Shown { dom, parts, children };
        };
        if parts.tag == TEXT {
            if old.value != parts.value {
                node.set_node_value(parts.value.as_deref());
            }
            return Shown { dom, parts, children };
        }
        let element = node.unchecked_ref::<Field>();
        for (name, value) in &parts.attributes {
            if !old.attributes.iter().any(|(own, old)| own == name && old == value) {
                let _ = element.set_attribute(name, value);
                if *name == "class" {
                    let _ = match value.split(' ').next().filter(|class| PARTS.contains(class)) {
                        Some(part) => element.set_attribute("part", part),
                        None => element.remove_attribute("part"),
                    };
                }
            }
        }
        for (name, _) in &old.attributes {
            if !parts.attributes.iter().any(|(new, _)| new == name) {
                let _ = element.remove_attribute(name);
            }
        }
        let children = self.draw_all(children, new, element, None);
        if let Some(value) = &parts.value
            && element.value() != **value
        {
            element.set_value(value);
        }
        if let Some(is_checked) = parts.checked {
            element.set_checked(is_checked);
        }
        Shown { dom, parts, children }
    }
}
