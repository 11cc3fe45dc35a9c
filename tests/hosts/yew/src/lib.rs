//! A page that is a Yew application itself: beside its own button and field it holds the element, and, where it is asked
//! to, the component in its own tree. It counts what its handlers hear, so that tests see whether the two stay apart.
//!
//! Knows nothing of what stands in the widget.
#![cfg(target_arch = "wasm32")]
#![forbid(unsafe_code)]

use gloo_events::EventListener;
use rokade::assessment::{Purpose, Rater};
use rokade::state::Event;
use rokade::state::settings::Settings;
use rokade::view::Assessment;
use rokade::widget::Source;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, Element, HtmlInputElement};
use yew::prelude::*;

const FRAMEWORK: &str = include_str!("../../../../frameworks/souschef.json");

/// Starts the application in `root`, with the element or with the component.
#[wasm_bindgen]
pub fn start(root: Element, with_component: bool) {
    yew::Renderer::<Office>::with_root_and_props(root, Props { with_component }).render();
}

#[derive(PartialEq, Properties)]
struct Props {
    with_component: bool,
}

#[function_component]
fn Office(props: &Props) -> Html {
    let (pressed, typed, told) = (use_state(|| 0), use_state(String::new), use_state(String::new));
    let (keys, is_shown) = (use_state(|| 0), use_state(|| true));

    let press = {
        let pressed = pressed.clone();
        move |_| pressed.set(*pressed + 1)
    };
    let type_in = {
        let typed = typed.clone();
        move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let hear_key = {
        let keys = keys.clone();
        move |_| keys.set(*keys + 1)
    };
    let show = {
        let is_shown = is_shown.clone();
        move |_| is_shown.set(!*is_shown)
    };
    let hear = {
        let told = told.clone();
        Callback::from(move |text| told.set(text))
    };

    let widget = match (*is_shown, props.with_component) {
        (false, _) => html! {},
        (true, false) => html! { <Embedded {hear} /> },
        (true, true) => html! { <Own {hear} /> },
    };
    html! {
        <main>
            <button id="press" onclick={press}>{ format!("Tryk {}", *pressed) }</button>
            <button id="show" onclick={show}>{ "Vis eller skjul" }</button>
            <label>{ "Navn " }<input id="name" value={(*typed).clone()} oninput={type_in} onkeydown={hear_key} /></label>
            <output id="typed">{ &*typed }</output>
            <output id="keys">{ *keys }</output>
            <output id="told">{ &*told }</output>
            { widget }
        </main>
    }
}

#[derive(PartialEq, Properties)]
struct Hearing {
    hear: Callback<String>,
}

/// The element. Yew knows no events but the browser's, so the page listens by itself.
#[function_component]
fn Embedded(props: &Hearing) -> Html {
    let element = use_node_ref();
    let (target, hear) = (element.clone(), props.hear.clone());
    use_effect_with((), move |()| {
        let target: Element = target.cast().expect("the element is drawn");
        let listener = EventListener::new(&target, "rokade-progress", move |event| {
            let detail = event.unchecked_ref::<CustomEvent>().detail();
            hear.emit(js_sys::JSON::stringify(&detail).expect("details are plain").into());
        });
        move || drop(listener)
    });
    html! {
        <rokade-assessment ref={element} framework="../frameworks/souschef.json" purpose="development" rater="self" eager="" heading-level="2" />
    }
}

/// The component in this application's own tree.
#[function_component]
fn Own(props: &Hearing) -> Html {
    let hear = props.hear.clone();
    let on_event = Callback::from(move |event: Event| {
        if let Event::Progress { answered, total, .. } = event {
            hear.emit(format!("{answered} / {total}"));
        }
    });
    let settings = Settings {
        language: Some("da".into()),
        purpose: Some(Purpose::Development),
        rater: Some(Rater::Myself),
        ..Settings::default()
    };
    html! { <Assessment framework={Source::Text(FRAMEWORK.into())} {settings} {on_event} /> }
}
