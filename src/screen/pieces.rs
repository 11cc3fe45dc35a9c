//! The pieces that screens share: buttons, choices, error summaries, rows of actions.

use super::look::Look;
use crate::markup::{Handler, Node, el, nothing};
use crate::state::Message;
use crate::state::journey::Item;
use crate::wording::Key;
use std::rc::Rc;

/// How much a button asks to be pressed.
#[derive(Clone, Copy)]
pub enum Weight {
    Primary,
    Secondary,
    /// Looks like a link.
    Quiet,
    Danger,
}

pub fn button(look: &Look, weight: Weight, key: Key, message: Message) -> Node {
    button_of(weight, look.text(key), message)
}

/// A button with other words than the widget's own.
pub fn button_of(weight: Weight, text: Rc<str>, message: Message) -> Node {
    let class = match weight {
        Weight::Primary => "primary",
        Weight::Secondary => "secondary",
        Weight::Quiet => "quiet",
        Weight::Danger => "danger",
    };
    el("button[type=button]").class(class).on(Handler::Press(message)).text(text)
}

/// A quiet button whose accessible name says more than what stands on it.
pub fn named_button(text: Rc<str>, name: Rc<str>, message: Message) -> Node {
    button_of(Weight::Quiet, text, message).set("aria-label", name)
}

/// The way to change an answer; a competence's is found again on the way back.
pub fn change_button(look: &Look, text: Key, name: Rc<str>, item: Item) -> Node {
    let mark = match item {
        Item::Competence(place) => Some(format!("change-{place}").into()),
        Item::Behaviour(_) => None,
    };
    named_button(look.text(text), name, Message::ChangeAsked(item)).set_if("data-focus", mark)
}

/// One radio button with its whole label to click on.
pub struct Choice {
    pub label: Rc<str>,
    pub description: Option<Rc<str>>,
    pub is_chosen: bool,
    pub message: Message,
    /// The language of the label, where it isn't the widget's.
    pub lang: Option<Rc<str>>,
}

impl Choice {
    pub fn new(label: Rc<str>, is_chosen: bool, message: Message) -> Self {
        Self { label, description: None, is_chosen, message, lang: None }
    }
}

/// Radio buttons of one name; the first has the id `name-first`, `first` counting on from other choices of that name.
pub fn choices(look: &Look, name: &str, first: usize, choices: Vec<Choice>) -> Node {
    let name = look.id(name);
    let choice = |(place, choice): (usize, Choice)| {
        let input = el("input[type=radio]")
            .set("name", name.clone())
            .checked(choice.is_chosen)
            .on(Handler::Choose(choice.message));
        let id = format!("{name}-{}", first + place).into();
        labelled(input, id, choice.label, choice.description, choice.lang)
    };
    el("div.choices").children(choices.into_iter().enumerate().map(choice))
}

/// A field in its label, all of which can be clicked.
fn labelled(input: Node, id: Rc<str>, label: Rc<str>, description: Option<Rc<str>>, lang: Option<Rc<str>>) -> Node {
    let description = description.map(|text| el("span.choice-description").text(text));
    let text =
        el("span.choice-text").set_if("lang", lang).child(el("span.choice-label").text(label)).child(description);
    el("label.choice").set("for", id.clone()).child(input.set("id", id)).child(text)
}

/// A checkbox; without a message it can't be ticked now.
pub fn checkbox(
    look: &Look,
    name: &str,
    label: Rc<str>,
    is_ticked: bool,
    message: Option<Rc<dyn Fn(bool) -> Message>>,
) -> Node {
    let input = el("input[type=checkbox]").checked(is_ticked);
    let input = match message {
        Some(message) => input.on(Handler::Tick(message)),
        None => input.set("disabled", ""),
    };
    labelled(input, look.id(name), label, None, None)
}

/// A question with its choices; `error` stands beside them and is read with them.
pub fn group(look: &Look, name: &str, legend: Node, error: Option<Key>, content: Node) -> Node {
    let error_id = look.id(&format!("{name}-error"));
    let message = error.map(|key| el("p.error-message").set("id", error_id.clone()).text(look.text(key)));
    el("fieldset.question")
        .set_if("aria-describedby", error.map(|_| error_id))
        .child(el("legend").child(legend))
        .child(message)
        .child(content)
}

/// A field with its label above it, and a hint between them.
pub fn field(id: Rc<str>, label: Node, hint: Option<Rc<str>>, input: Node) -> Node {
    let hint_id: Rc<str> = format!("{id}-hint").into();
    let input = input.set("id", id.clone()).set_if("aria-describedby", hint.as_ref().map(|_| hint_id.clone()));
    el("div.field")
        .child(el("label").set("for", id).child(label))
        .child(hint.map(|hint| el("p.meta").set("id", hint_id).text(hint)))
        .child(input)
}

/// The summary of what is missing, which takes the focus; each line leads to its field.
pub fn error_summary(look: &Look, errors: &[(Key, Rc<str>)]) -> Node {
    if errors.is_empty() {
        return nothing();
    }
    let error = |(key, field): &(Key, Rc<str>)| {
        let link = el("a").set("href", format!("#{field}")).on(Handler::GoTo(field.clone())).text(look.text(*key));
        el("li").child(link)
    };
    let heading = look.id("errors");
    el("div.error-summary[role=alert][tabindex=-1][data-focus=errors]")
        .set("aria-labelledby", heading.clone())
        .child(el("p").set("id", heading).child(look.el("strong", Key::SomethingMissing)))
        .child(el("ul").children(errors.iter().map(error)))
}

/// The row of buttons at the foot of a screen, to be added.
pub fn actions() -> Node {
    el("div.actions")
}

/// Something more, one click away.
pub fn more(look: &Look, summary: Key, content: Node) -> Node {
    more_of(look.text(summary), content)
}

/// The same under other words than the widget's own.
pub fn more_of(summary: Rc<str>, content: Node) -> Node {
    el("details.more").child(el("summary").text(summary)).child(el("div").child(content))
}

/// The mark of what is an example.
pub fn example_mark(look: &Look) -> Node {
    look.el("span.example", Key::Example)
}

/// The banner over what is an example.
pub fn example_banner(look: &Look, key: Key) -> Node {
    el("div.banner").child(example_mark(look)).child(look.el("span", key))
}

/// How far one is, in words and as a thin bar; the bar only repeats the words.
pub fn progress(words: Rc<str>, bar: Option<(usize, usize)>) -> Node {
    let bar = bar.map(|(done, all)| {
        el("progress").set("max", all.to_string()).set("value", done.to_string()).set("aria-hidden", "true")
    });
    el("div.progress").child(el("p.progress-text").text(words)).child(bar)
}
