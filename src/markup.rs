//! What a screen shows, as plain values: elements with their attributes and texts, and the messages that they send.
//!
//! Screens are built of these and drawn in one place, so that they can be looked at in tests without a browser, be
//! written as a file, and cost few bytes. Knows no component and no browser.

use crate::state::Message;
use std::rc::Rc;

/// A piece of a screen: an element, a text, or several pieces in a row, which is nothing where there are none. All are of
/// one shape and in a box: what is a word wide is handed on in a register, by a call and nothing more.
///
/// A piece is made step by step: each method adds something and hands it back.
#[derive(Clone)]
pub struct Node(Box<Parts>);

/// The tag of a text, as the browser calls it.
pub const TEXT: &str = "#text";

/// The tag of several pieces in a row.
pub const SEVERAL: &str = "";

/// What a piece consists of.
#[derive(Clone, Default)]
pub struct Parts {
    /// An element's, or [`TEXT`] or [`SEVERAL`].
    pub tag: &'static str,
    /// Tells an element from its neighbours when they change places.
    pub key: Option<Rc<str>>,
    pub attributes: Vec<(&'static str, Rc<str>)>,
    pub children: Vec<Node>,
    pub handler: Option<Handler>,
    /// What a text says, and what a field holds now, whatever was typed.
    pub value: Option<Rc<str>>,
    /// Whether a radio button or checkbox is on.
    pub checked: Option<bool>,
}

/// What happens when an element is used.
#[derive(Clone)]
pub enum Handler {
    /// A button is pressed.
    Press(Message),
    /// A radio button is chosen.
    Choose(Message),
    /// A checkbox is ticked or not.
    Tick(Rc<dyn Fn(bool) -> Message>),
    /// A field has another value once it is left.
    Fill(Rc<dyn Fn(Rc<str>) -> Message>),
    /// A field has another value with every key.
    Type(fn(Rc<str>) -> Message),
    /// A file is chosen.
    OpenFile,
    /// A dialog is closed with Escape.
    Dismiss(Message),
    /// A link leads to the field of this id.
    GoTo(Rc<str>),
}

/// An element by what always holds of it: its tag, classes and attributes, as a style sheet would name it, such as
/// `input.narrow[type=radio]`. One text instead of several calls is what keeps screens small.
pub fn el(selector: &'static str) -> Node {
    let (tag, mut rest) = selector.split_at(selector.find(['.', '[']).unwrap_or(selector.len()));
    let mut element = Node(Box::new(Parts { tag, ..Parts::default() }));
    if let Some(after) = rest.strip_prefix('.') {
        let classes = after.split('[').next().unwrap_or_default();
        rest = &after[classes.len()..];
        element = element.set("class", classes.replace('.', " "));
    }
    for attribute in rest.split(']').filter_map(|attribute| attribute.strip_prefix('[')) {
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
        element = element.set(name, value);
    }
    element
}

/// The element with one piece for each of these places.
pub fn each(mut element: Node, places: &[usize], draw: &dyn Fn(usize) -> Node) -> Node {
    for &place in places {
        element = element.child(draw(place));
    }
    element
}

/// Pieces in a row, to be added.
pub fn several() -> Node {
    el(SEVERAL)
}

/// Nothing to show.
pub fn nothing() -> Node {
    several()
}

/// A text alone.
#[inline(never)]
pub fn text(text: Rc<str>) -> Node {
    el(TEXT).value(text)
}

impl Node {
    pub fn parts(&self) -> &Parts {
        &self.0
    }

    pub fn into_parts(self) -> Parts {
        *self.0
    }

    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        self.attribute("class", class.into())
    }

    /// Sets an attribute, in the place of what it was before.
    pub fn set(self, name: &'static str, value: impl Into<Rc<str>>) -> Self {
        self.attribute(name, value.into())
    }

    /// Sets an attribute only where there is a value.
    #[inline(never)]
    pub fn set_if(self, name: &'static str, value: Option<Rc<str>>) -> Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: Rc<str>) -> Self {
        // HTML takes the first of two, the browser's own interface the last.
        for (own, old) in &mut self.0.attributes {
            if *own == name {
                *old = value;
                return self;
            }
        }
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    pub fn key(mut self, key: usize) -> Self {
        self.0.key = Some(key.to_string().into());
        self
    }

    pub fn text(self, words: impl Into<Rc<str>>) -> Self {
        self.add_text(words.into())
    }

    #[inline(never)]
    fn add_text(self, words: Rc<str>) -> Self {
        self.child(text(words))
    }

    /// Without a child, its place stays, so that those behind it keep theirs.
    pub fn child(self, child: impl Into<Option<Node>>) -> Self {
        self.add(child.into())
    }

    #[inline(never)]
    fn add(mut self, child: Option<Node>) -> Self {
        self.0.children.push(child.unwrap_or_else(nothing));
        self
    }

    pub fn children<T: Into<Option<Node>>>(mut self, children: impl IntoIterator<Item = T>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    #[inline(never)]
    pub fn on(mut self, handler: Handler) -> Self {
        self.0.handler = Some(handler);
        self
    }

    #[inline(never)]
    pub fn checked(mut self, is_checked: bool) -> Self {
        self.0.checked = Some(is_checked);
        self
    }

    #[inline(never)]
    pub fn value(mut self, value: Rc<str>) -> Self {
        self.0.value = Some(value);
        self
    }

    /// The piece as it is read on paper: without buttons and fields, which would do nothing there, and without what
    /// held nothing else.
    pub fn for_reading(mut self) -> Self {
        let parts = &mut *self.0;
        if matches!(parts.tag, "button" | "input" | "select" | "textarea" | "label" | "fieldset") {
            return nothing();
        }
        parts.handler = None;
        let had_content = !parts.children.is_empty();
        parts.children = std::mem::take(&mut parts.children).into_iter().map(Self::for_reading).collect();
        // A table needs its cells.
        let is_empty = had_content && !matches!(parts.tag, "td" | "th") && parts.children.iter().all(Self::is_nothing);
        if is_empty { nothing() } else { self }
    }

    /// Whether nothing is shown.
    pub fn is_nothing(&self) -> bool {
        self.0.tag == SEVERAL && self.0.children.iter().all(Self::is_nothing)
    }

    /// Writes the piece as HTML: what is shown, without what happens when it is used.
    pub fn write_html(&self, html: &mut String) {
        let Parts { tag, attributes, children, value, checked, .. } = self.parts();
        match *tag {
            TEXT => return escape(html, value.as_deref().unwrap_or_default()),
            SEVERAL => return children.iter().for_each(|node| node.write_html(html)),
            _ => {}
        }
        html.push('<');
        html.push_str(tag);
        let mut attribute = |name: &str, value: &str| {
            for piece in [" ", name, "=\""] {
                html.push_str(piece);
            }
            escape(html, value);
            html.push('"');
        };
        attributes.iter().for_each(|(name, value)| attribute(name, value));
        if let Some(value) = value {
            attribute("value", value);
        }
        if *checked == Some(true) {
            attribute("checked", "");
        }
        html.push('>');
        if !matches!(*tag, "input" | "br" | "hr") {
            children.iter().for_each(|node| node.write_html(html));
            for piece in ["</", *tag, ">"] {
                html.push_str(piece);
            }
        }
    }
}

/// Text as it stands in HTML, between tags and in attributes alike.
pub fn escape(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_is_named_as_in_a_style_sheet() {
        let mut html = String::new();
        el("p.a.b-c[title=x y][hidden]").write_html(&mut html);
        el("input[type=radio]").class("d").write_html(&mut html);
        assert_eq!(html, "<p class=\"a b-c\" title=\"x y\" hidden=\"\"></p><input type=\"radio\" class=\"d\">");
    }

    #[test]
    fn what_is_read_on_paper_has_no_buttons_or_fields() {
        let piece = el("div").child(el("button").text("x")).child(el("p").child(el("input")).text("y"));
        let piece =
            piece.child(el("ul").child(el("li").child(el("button").text("z")))).child(el("td").child(el("input")));
        let mut html = String::new();
        piece.for_reading().write_html(&mut html);
        assert_eq!(html, "<div><p>y</p><td></td></div>");
    }

    #[test]
    fn elements_are_written_as_html_with_nothing_left_to_run() {
        let piece = el("p").class("a").set("title", "\"<&>\"").text("1 < 2").child(el("br")).child(nothing());
        let mut html = String::new();
        piece.write_html(&mut html);
        assert_eq!(html, "<p class=\"a\" title=\"&quot;&lt;&amp;&gt;&quot;\">1 &lt; 2<br></p>");
    }
}
