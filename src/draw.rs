//! Draws markup in the page, and draws it anew with as few changes of the page as it takes, so that what has the focus
//! or was typed stays.
//!
//! The screens are plain values and always drawn whole, which is all that is needed of a framework for pages; a whole one
//! would be a fifth of what the widget weighs. Knows no screen, no state and no message's meaning.

use crate::markup::{Handler, Node, Parts};
use crate::string::Str;
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
enum Shown {
    Text { dom: web_sys::Node, text: Str },
    Element(Box<Drawn>),
    Several(Vec<Shown>),
}

struct Drawn {
    dom: Element,
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
        match piece {
            Shown::Text { .. } => {}
            Shown::Several(pieces) => {
                if let Some(found) = handler_around(pieces, target, wanted) {
                    return Some(found);
                }
            }
            Shown::Element(drawn) if drawn.dom.contains(Some(target)) => {
                let inner = handler_around(&drawn.children, target, wanted);
                return inner.or(drawn.parts.handler.as_ref().filter(|handler| kind(handler) == wanted));
            }
            Shown::Element(_) => {}
        }
    }
    None
}

impl Shown {
    /// The first or, from the end, the last of the page's nodes.
    fn edge(&self, is_last: bool) -> Option<&web_sys::Node> {
        match self {
            Self::Text { dom, .. } => Some(dom),
            Self::Element(drawn) => Some(&drawn.dom),
            Self::Several(pieces) => {
                let mut edge = None;
                for place in 0..pieces.len() {
                    let place = if is_last { pieces.len() - 1 - place } else { place };
                    edge = edge.or_else(|| pieces[place].edge(is_last));
                }
                edge
            }
        }
    }

    /// Puts everything before this node of the parent, or last.
    fn place(&self, parent: &Element, before: Option<&web_sys::Node>) {
        match self {
            Self::Text { dom, .. } => drop(parent.insert_before(dom, before)),
            Self::Element(drawn) => drop(parent.insert_before(&drawn.dom, before)),
            Self::Several(pieces) => pieces.iter().for_each(|piece| piece.place(parent, before)),
        }
    }

    fn remove(&self, parent: &Element) {
        match self {
            Self::Text { dom, .. } => drop(parent.remove_child(dom)),
            Self::Element(drawn) => drop(parent.remove_child(&drawn.dom)),
            Self::Several(pieces) => pieces.iter().for_each(|piece| piece.remove(parent)),
        }
    }

    fn key(&self) -> Option<&Str> {
        if let Self::Element(drawn) = self { drawn.parts.key.as_ref() } else { None }
    }

    /// Whether it can become this with changes inside it only.
    fn can_become(&self, node: &Node) -> bool {
        match (self, node) {
            (Self::Text { .. }, Node::Text(_)) | (Self::Several(_), Node::Several(_)) => true,
            (Self::Element(drawn), Node::Element(element)) => {
                let (old, new) = (&drawn.parts, element.parts());
                old.tag == new.tag && old.key == new.key
            }
            _ => false,
        }
    }
}

fn key(node: &Node) -> Option<&Str> {
    if let Node::Element(element) = node { element.parts().key.as_ref() } else { None }
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
            let place = match key(node) {
                Some(key) => old.iter().position(|shown| shown.as_ref().and_then(Shown::key) == Some(key)),
                None => {
                    while old.get(at).is_some_and(|shown| shown.as_ref().is_none_or(|shown| shown.key().is_some())) {
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
                    let piece = self.redraw(shown, node, parent, before);
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
        match node {
            Node::Text(text) => Shown::Text { dom: self.0.create_text_node(&text).into(), text },
            Node::Several(nodes) => Shown::Several(nodes.into_iter().map(|node| self.make(node, parent)).collect()),
            Node::Element(element) => {
                let parts = element.into_parts();
                // What stands in a picture is of the picture's kind.
                let space = match parts.tag {
                    "svg" => Some("http://www.w3.org/2000/svg".to_owned()),
                    _ => parent.namespace_uri(),
                };
                let dom = self.0.create_element_ns(space.as_deref(), parts.tag).expect("tags are valid");
                let bare = Parts { attributes: Vec::new(), children: Vec::new(), ..parts.clone() };
                Shown::Element(self.fill(Drawn { dom, parts: bare, children: Vec::new() }, parts))
            }
        }
    }

    /// Only for what [can become](Shown::can_become) this.
    fn redraw(&self, shown: Shown, node: Node, parent: &Element, after: Option<&web_sys::Node>) -> Shown {
        match (shown, node) {
            (Shown::Text { dom, text: old }, Node::Text(text)) => {
                if old != text {
                    dom.set_node_value(Some(&text));
                }
                Shown::Text { dom, text }
            }
            (Shown::Several(old), Node::Several(new)) => Shown::Several(self.draw_all(old, *new, parent, after)),
            (Shown::Element(drawn), Node::Element(element)) => Shown::Element(self.fill(*drawn, element.into_parts())),
            (shown, _) => shown,
        }
    }

    /// Gives the element these attributes, children and values.
    fn fill(&self, drawn: Drawn, mut parts: Parts) -> Box<Drawn> {
        let Drawn { dom, parts: old, children } = drawn;
        for (name, value) in &parts.attributes {
            if !old.attributes.iter().any(|(own, old)| own == name && old == value) {
                let _ = dom.set_attribute(name, value);
                if *name == "class" {
                    let _ = match value.split(' ').next().filter(|class| PARTS.contains(class)) {
                        Some(part) => dom.set_attribute("part", part),
                        None => dom.remove_attribute("part"),
                    };
                }
            }
        }
        for (name, _) in &old.attributes {
            if !parts.attributes.iter().any(|(new, _)| new == name) {
                let _ = dom.remove_attribute(name);
            }
        }
        let children = self.draw_all(children, std::mem::take(&mut parts.children), &dom, None);
        let field = dom.unchecked_ref::<Field>();
        if let Some(value) = &parts.value
            && field.value() != **value
        {
            field.set_value(value);
        }
        if let Some(is_checked) = parts.checked {
            field.set_checked(is_checked);
        }
        Box::new(Drawn { dom, parts, children })
    }
}
