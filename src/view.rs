//! The Yew component.
use yew::prelude::*;

/// The whole widget.
#[function_component]
pub fn Assessment() -> Html {
    html! { <p>{"Rokade"}</p> }
}
