//! The pieces that screens share: buttons, choices, error summaries, rows of actions.

use super::look::Look;
use crate::app::Message;
use crate::wording::Key;
use yew::prelude::*;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, PartialEq)]
pub enum Weight {
    Primary,
    Secondary,
    /// Looks like a link.
    Quiet,
    Danger,
}

pub fn button(look: &Look, weight: Weight, text: impl Into<AttrValue>, message: Message) -> Html {
    named_button(look, weight, text, None, message)
}

/// A button whose accessible name says more than what stands on it.
pub fn named_button(
    look: &Look,
    weight: Weight,
    text: impl Into<AttrValue>,
    name: Option<AttrValue>,
    message: Message,
) -> Html {
    let class = match weight {
        Weight::Primary => "primary",
        Weight::Secondary => "secondary",
        Weight::Quiet => "quiet",
        Weight::Danger => "danger",
    };
    html! {
        <button type="button" {class} aria-label={name} onclick={look.on(message)}>{ text.into() }</button>
    }
}

/// One radio button with its whole label to click on.
pub struct Choice {
    pub label: AttrValue,
    pub description: Option<AttrValue>,
    pub is_chosen: bool,
    pub message: Message,
    /// The language of the label, where it isn't the widget's.
    pub lang: Option<AttrValue>,
}

impl Choice {
    pub fn new(label: impl Into<AttrValue>, is_chosen: bool, message: Message) -> Self {
        Self { label: label.into(), description: None, is_chosen, message, lang: None }
    }

    pub fn with_description(mut self, description: Option<AttrValue>) -> Self {
        self.description = description;
        self
    }

    pub fn in_language(mut self, lang: Option<AttrValue>) -> Self {
        self.lang = lang;
        self
    }
}

/// Radio buttons of one name.
pub fn choices(look: &Look, name: &str, choices: Vec<Choice>) -> Html {
    let name = look.id(name);
    let choice = |(place, choice): (usize, Choice)| {
        let id: AttrValue = format!("{name}-{place}").into();
        html! {
            <label class="choice" for={id.clone()} key={id.to_string()}>
                <input type="radio" {id} name={name.clone()} checked={choice.is_chosen}
                    onchange={look.on(choice.message)} />
                <span class="choice-text" lang={choice.lang}>
                    <span class="choice-label">{ choice.label }</span>
                    if let Some(description) = choice.description {
                        <span class="choice-description">{ description }</span>
                    }
                </span>
            </label>
        }
    };
    html! { <div class="choices">{ for choices.into_iter().enumerate().map(choice) }</div> }
}

/// A checkbox with its whole label to click on.
pub fn checkbox(
    look: &Look,
    name: &str,
    label: impl Into<AttrValue>,
    is_ticked: bool,
    message: impl Fn(bool) -> Message + 'static,
) -> Html {
    let id = look.id(name);
    let onchange = look.with(move |event: Event| message(crate::browser::is_checked(&event)));
    html! {
        <label class="choice" for={id.clone()}>
            <input type="checkbox" {id} checked={is_ticked} {onchange} />
            <span class="choice-text"><span class="choice-label">{ label.into() }</span></span>
        </label>
    }
}

/// The summary of what is missing, which takes the focus; each line leads to its field.
pub fn error_summary(look: &Look, errors: &[(Key, AttrValue)]) -> Html {
    if errors.is_empty() {
        return Html::default();
    }
    let error = |(key, field): &(Key, AttrValue)| {
        let to = field.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            crate::browser::focus_beside(&event, &to);
        });
        html! { <li><a href={format!("#{field}")} {onclick}>{ look.text(*key) }</a></li> }
    };
    let heading = look.id("errors");
    html! {
        <div class="error-summary" role="alert" tabindex="-1" data-focus="errors" aria-labelledby={heading.clone()}>
            <p id={heading}><strong>{ look.text(Key::SomethingMissing) }</strong></p>
            <ul>{ for errors.iter().map(error) }</ul>
        </div>
    }
}

/// The same words beside the field.
pub fn error_message(look: &Look, id: AttrValue, key: Key) -> Html {
    html! { <p class="error-message" {id}>{ look.text(key) }</p> }
}

/// The row of buttons at the foot of a screen.
pub fn actions(buttons: Vec<Html>) -> Html {
    html! { <div class="actions">{ for buttons }</div> }
}

/// Something more, one click away.
pub fn more(summary: impl Into<AttrValue>, content: Html) -> Html {
    html! { <details class="more"><summary>{ summary.into() }</summary><div>{ content }</div></details> }
}

/// The mark of what is an example.
pub fn example_mark(look: &Look) -> Html {
    html! { <span class="example">{ look.text(Key::Example) }</span> }
}
