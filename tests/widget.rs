//! The widget in a real browser: mounting it as the element does and as a Yew component, and what a mount leaves behind.
#![cfg(target_arch = "wasm32")]

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Reflect};
use rokade::assessment::{Purpose, Rater};
use rokade::component::{Props, RokadeAssessment, Source};
use rokade::embed::{Host, Widget};
use rokade::state;
use rokade::state::settings::Settings;
use rokade::wording::Words;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{AbortController, Document, Element, Event, HtmlElement, HtmlInputElement};
use yew::{Callback, Renderer};

wasm_bindgen_test_configure!(run_in_browser);

/// A small framework with one role, so that nothing has to be chosen.
const TEA: &str = include_str!("tea.json");
const SETTINGS: &str = r#"{"lang": "en", "purpose": "development", "rater": "self", "storage": "none"}"#;

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// A fresh root in the page.
fn root() -> Element {
    let root = document().create_element("div").unwrap();
    document().document_element().unwrap().append_child(&root).unwrap();
    root
}

/// Lets the widget draw. Where that takes long, Yew looks after the focus in a task of its own.
async fn drawn() {
    for _ in 0..3 {
        TimeoutFuture::new(0).await;
    }
}

/// What the widget calls; everything that it says is put down.
struct Page {
    host: Host,
    told: Rc<RefCell<Vec<String>>>,
    kept: Rc<RefCell<Option<String>>>,
    silence: AbortController,
    _emit: Closure<dyn FnMut(String, String)>,
    _keep: Closure<dyn FnMut(JsValue)>,
}

impl Page {
    fn new() -> Self {
        let told = Rc::new(RefCell::new(Vec::new()));
        let kept = Rc::new(RefCell::new(None));
        let emit = {
            let told = told.clone();
            Closure::<dyn FnMut(String, String)>::new(move |name: String, _| told.borrow_mut().push(name))
        };
        let keep = {
            let kept = kept.clone();
            Closure::<dyn FnMut(JsValue)>::new(move |progress: JsValue| *kept.borrow_mut() = progress.as_string())
        };
        let host = js_sys::Object::new();
        Reflect::set(&host, &"emit".into(), emit.as_ref()).unwrap();
        Reflect::set(&host, &"keep".into(), keep.as_ref()).unwrap();
        let silence = AbortController::new().unwrap();
        Reflect::set(&host, &"signal".into(), &silence.signal()).unwrap();
        Self { host: host.unchecked_into(), told, kept, silence, _emit: emit, _keep: keep }
    }

    /// Mounts as the element does.
    async fn mount(&self, root: &Element) -> Widget {
        self.mount_with(root, SETTINGS).await
    }

    async fn mount_with(&self, root: &Element, settings: &str) -> Widget {
        let mut widget = Widget::new(root.clone(), settings, self.host.clone());
        widget.framework(TEA);
        drawn().await;
        widget
    }
}

fn find(root: &Element, selector: &str) -> HtmlElement {
    let found = root.query_selector(selector).unwrap();
    found.unwrap_or_else(|| panic!("no {selector} in {}", root.inner_html())).unchecked_into()
}

fn text(root: &Element) -> String {
    root.text_content().unwrap_or_default()
}

async fn press(root: &Element, selector: &str) {
    find(root, selector).click();
    drawn().await;
}

#[wasm_bindgen_test]
async fn a_mounted_widget_draws_into_its_root_and_says_that_it_is_ready() {
    let (page, root) = (Page::new(), root());
    let mut widget = page.mount(&root).await;
    assert!(text(&root).contains("Making tea"), "{}", text(&root));
    assert_eq!(*page.told.borrow(), ["rokade-ready"]);
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn an_answer_is_drawn_and_handed_over() {
    let (page, root) = (Page::new(), root());
    let mut widget = page.mount(&root).await;
    press(&root, "button.primary").await;
    assert!(text(&root).contains("I brew tea that guests like."), "{}", text(&root));
    press(&root, "input[type=radio]").await;
    assert!(page.kept.borrow().as_ref().unwrap().contains(r#""brew-tea":{"answer":"rated","level":0}"#));
    press(&root, "button.primary").await;
    assert!(text(&root).contains("I choose leaves."), "{}", text(&root));
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn an_unmounted_widget_leaves_nothing_in_the_page() {
    let before = document().query_selector_all("*").unwrap().length();
    let (page, root) = (Page::new(), root());
    let mut widget = page.mount(&root).await;
    press(&root, "button.primary").await;
    widget.destroy();
    drawn().await;
    assert_eq!(root.inner_html(), "");
    root.remove();
    assert_eq!(document().query_selector_all("*").unwrap().length(), before);
}

#[wasm_bindgen_test]
async fn an_unmounted_widget_can_be_told_things_without_harm() {
    let (page, root) = (Page::new(), root());
    let mut widget = page.mount(&root).await;
    widget.destroy();
    widget.set(SETTINGS);
    widget.framework(TEA);
    widget.open("{}");
    widget.reset();
    widget.destroy();
    drawn().await;
    assert_eq!(root.inner_html(), "");
    root.remove();
}

#[wasm_bindgen_test]
async fn mounted_again_with_what_was_handed_over_it_goes_on() {
    let (page, root) = (Page::new(), self::root());
    let mut first = page.mount(&root).await;
    press(&root, "button.primary").await;
    press(&root, "input[type=radio]").await;
    press(&root, "button.primary").await;
    first.destroy();
    root.remove();

    let (page, progress) = (Page::new(), page.kept.borrow().clone().unwrap());
    let root = self::root();
    let settings = js_sys::JSON::parse(SETTINGS).unwrap();
    Reflect::set(&settings, &"progress".into(), &progress.into()).unwrap();
    let settings = String::from(js_sys::JSON::stringify(&settings).unwrap());
    let mut second = Widget::new(root.clone(), &settings, page.host.clone());
    second.framework(TEA);
    drawn().await;
    assert!(text(&root).contains("I choose leaves."), "{}", text(&root));
    second.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn settings_change_without_mounting_again() {
    let (page, root) = (Page::new(), root());
    let mut widget = page.mount(&root).await;
    press(&root, "button.primary").await;
    press(&root, "input[type=radio]").await;
    let question = find(&root, "[role=group]");
    widget.set(&SETTINGS.replace("\"en\"", "\"da\""));
    drawn().await;
    assert!(question.is_connected());
    assert_eq!(find(&root, "button.primary").text_content().as_deref(), Some("Fortsæt"));
    let chosen: web_sys::HtmlInputElement = find(&root, "input[type=radio]").unchecked_into();
    assert!(chosen.checked());
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn an_unknown_setting_is_told() {
    let (page, root) = (Page::new(), root());
    let mut widget = page.mount(&root).await;
    widget.set(r#"{"purpose": "revenge"}"#);
    assert_eq!(*page.told.borrow(), ["rokade-ready", "rokade-error"]);
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn two_widgets_share_no_ids_and_no_answers() {
    let (page, other) = (Page::new(), Page::new());
    let (left, right) = (root(), root());
    let (mut one, mut two) = (page.mount(&left).await, other.mount(&right).await);
    press(&left, "button.primary").await;
    press(&left, "input[type=radio]").await;
    assert!(text(&right).contains("Making tea"));
    assert_eq!(*other.kept.borrow(), None);
    press(&right, "button.primary").await;
    let ids = Array::from(&document().query_selector_all("div[lang] [id]").unwrap());
    let mut ids: Vec<String> = ids.iter().map(|element| element.unchecked_into::<Element>().id()).collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
    one.destroy();
    two.destroy();
    left.remove();
    right.remove();
}

#[wasm_bindgen_test]
async fn the_component_can_be_used_in_a_yew_page_of_ones_own() {
    let root = root();
    let heard = Rc::new(RefCell::new(Vec::new()));
    let props = Props {
        framework: Source::Text(TEA.into()),
        settings: Settings {
            purpose: Some(Purpose::Development),
            rater: Some(Rater::Myself),
            language: Some("en".into()),
            ..Settings::default()
        },
        on_event: {
            let heard = heard.clone();
            Callback::from(move |event: state::Event| heard.borrow_mut().push(event))
        },
        words: Words::shipped(),
        on_words: Callback::noop(),
        on_progress: Callback::noop(),
        on_share: Callback::noop(),
        on_print: Callback::noop(),
        styles: Callback::from(|()| String::new()),
        tree: None,
        signal: None,
    };
    let handle = Renderer::<RokadeAssessment>::with_root_and_props(root.clone(), props).render();
    drawn().await;
    press(&root, "button.primary").await;
    assert!(text(&root).contains("I brew tea that guests like."), "{}", text(&root));
    let heard = heard.borrow();
    assert_eq!(heard[..], [state::Event::Ready, state::Event::Progress { answered: 0, total: 2, screen: "question" }]);
    handle.destroy();
    root.remove();
    web_sys::window().unwrap().session_storage().unwrap().unwrap().clear().unwrap();
}

/// Says to an element that something happened to it.
fn happens(element: &Element, kind: &str) {
    let event = Event::new(kind).unwrap();
    element.dispatch_event(&event).unwrap();
}

/// Puts the words of every text in another element, as a program does that translates the page.
fn translate(root: &Element) {
    let texts = document().create_tree_walker_with_what_to_show(root, 4).unwrap();
    let mut found = Vec::new();
    while let Ok(Some(text)) = texts.next_node() {
        found.push(text);
    }
    for text in found {
        let font = document().create_element("font").unwrap();
        font.set_text_content(text.text_content().as_deref());
        text.parent_node().unwrap().replace_child(&font, &text).unwrap();
    }
}

#[wasm_bindgen_test]
async fn what_is_written_stays_whatever_is_drawn_and_however_it_came_there() {
    let (page, root) = (Page::new(), root());
    let settings = SETTINGS.replace("self", "manager");
    let mut widget = page.mount_with(&root, &settings).await;
    let label: HtmlInputElement = find(&root, "input[type=text]").unchecked_into();
    // A correction that only says that something was put in.
    label.set_value("A.B.");
    happens(&label, "input");
    drawn().await;
    widget.set(&settings.replace("\"en\"", "\"da\""));
    drawn().await;
    assert_eq!((label.value(), label.is_connected()), ("A.B.".to_owned(), true));
    // Half a word that the widget has not heard of.
    label.focus().unwrap();
    label.set_value("A.B. og C");
    widget.set(&settings);
    drawn().await;
    assert_eq!(label.value(), "A.B. og C");
    happens(&label, "change");
    drawn().await;
    label.blur().unwrap();
    widget.set(&settings.replace("\"en\"", "\"da\""));
    drawn().await;
    assert_eq!(label.value(), "A.B. og C");
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn a_text_that_a_translator_replaced_is_shown_anew_when_it_changes() {
    let (page, root) = (Page::new(), root());
    let mut widget = page.mount(&root).await;
    press(&root, "button.primary").await;
    let skip = || find(&root, ".actions .quiet").text_content().unwrap();
    assert_eq!(skip(), "Skip");
    for _ in 0..3 {
        translate(&root);
        press(&root, "input[type=radio]").await;
        assert_eq!(skip(), "Delete answer", "what would be deleted is said");
        translate(&root);
        press(&root, ".actions .quiet").await;
        press(&root, ".actions .secondary").await;
        assert_eq!(skip(), "Skip");
    }
    let all = text(&root);
    let said = "I brew tea that guests like.";
    assert_eq!(all.matches(said).count(), 1, "{all}");
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn a_widget_that_is_silenced_hears_nothing_more() {
    let (page, root) = (Page::new(), root());
    let mut widget = page.mount(&root).await;
    page.silence.abort();
    press(&root, "button.primary").await;
    assert!(text(&root).contains("Making tea"), "{}", text(&root));
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn what_happens_elsewhere_in_the_page_is_none_of_its_business() {
    let (page, other) = (Page::new(), Page::new());
    let (left, right) = (root(), root());
    let (mut one, mut two) = (page.mount(&left).await, other.mount(&right).await);
    // A page's own element that carries the same mark.
    let own = document().create_element("button").unwrap();
    own.set_attribute("data-act", "0").unwrap();
    left.after_with_node_1(&own).unwrap();
    own.unchecked_ref::<HtmlElement>().click();
    press(&right, "button.primary").await;
    assert!(text(&left).contains("Making tea"), "{}", text(&left));
    assert!(text(&right).contains("I brew tea that guests like."), "{}", text(&right));
    one.destroy();
    two.destroy();
    own.remove();
    left.remove();
    right.remove();
}

#[wasm_bindgen_test]
async fn pictures_are_drawn_as_pictures_and_selects_show_what_is_selected() {
    let (page, root) = (Page::new(), root());
    let mut widget = page.mount(&root).await;
    press(&root, "button.primary").await;
    for _ in 0..2 {
        press(&root, "input[type=radio]").await;
        press(&root, "button.primary").await;
    }
    while root.query_selector(".results").unwrap().is_none() {
        press(&root, "button.primary").await;
    }
    // The second of the results' screens.
    press(&root, ".menu li:nth-child(2) button").await;
    let space = |selector: &str| find(&root, selector).namespace_uri().unwrap();
    assert_eq!(space(".chart-lane circle"), "http://www.w3.org/2000/svg");
    assert_eq!(space(".chart-lane"), "http://www.w3.org/1999/xhtml");
    let selects = root.query_selector_all("select").unwrap();
    for place in 0..selects.length() {
        let select: HtmlInputElement = selects.get(place).unwrap().unchecked_into();
        let chosen = select.query_selector("[selected]").unwrap().unwrap();
        assert_eq!(Some(select.value()), chosen.get_attribute("value"));
    }
    widget.destroy();
    root.remove();
}
