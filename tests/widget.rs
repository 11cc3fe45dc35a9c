//! The widget in a real browser: mounting it as the element does and as a Yew component, and what a mount leaves behind.
#![cfg(target_arch = "wasm32")]

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Reflect};
use rokade::assessment::{Purpose, Rater};
use rokade::draw::Drawing;
use rokade::embed::{Host, Widget};
use rokade::markup::{Node, el, several};
use rokade::state::Event;
use rokade::state::settings::Settings;
use rokade::view::{Assessment, Props};
use rokade::widget::Source;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};
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

/// Lets the widget draw.
async fn drawn() {
    TimeoutFuture::new(0).await;
}

/// What the widget calls; everything that it says is put down.
struct Page {
    host: Host,
    told: Rc<RefCell<Vec<String>>>,
    kept: Rc<RefCell<Option<String>>>,
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
        Self { host: host.unchecked_into(), told, kept, _emit: emit, _keep: keep }
    }

    /// Mounts as the element does.
    async fn mount(&self, root: &Element) -> Widget {
        let widget = Widget::new(root.clone(), SETTINGS, self.host.clone());
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
    let question = find(&root, "fieldset");
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
            Callback::from(move |event: Event| heard.borrow_mut().push(event))
        },
        on_progress: Callback::noop(),
        on_share: Callback::noop(),
        on_print: Callback::noop(),
        styles: Callback::from(|()| String::new()),
    };
    let handle = Renderer::<Assessment>::with_root_and_props(root.clone(), props).render();
    drawn().await;
    press(&root, "button.primary").await;
    assert!(text(&root).contains("I brew tea that guests like."), "{}", text(&root));
    let heard = heard.borrow();
    assert_eq!(heard[..], [Event::Ready, Event::Progress { answered: 0, total: 2, screen: "question" }]);
    handle.destroy();
    root.remove();
    web_sys::window().unwrap().session_storage().unwrap().unwrap().clear().unwrap();
}

/// Draws in an element of its own.
fn drawing() -> Drawing {
    Drawing::new(document(), root())
}

/// A list of items with these keys.
fn items(keys: &[usize]) -> Node {
    el("ul").children(keys.iter().map(|key| el("li").key(*key).text(key.to_string())))
}

/// The elements that a selector finds, in order.
fn found(drawing: &Drawing, selector: &str) -> Vec<Element> {
    let found = drawing.root().query_selector_all(selector).unwrap();
    (0..found.length()).map(|place| found.get(place).unwrap().unchecked_into()).collect()
}

#[wasm_bindgen_test]
fn elements_with_a_key_stay_themselves_when_they_change_places() {
    let mut drawing = drawing();
    drawing.draw(items(&[1, 2, 3, 4]));
    let before = found(&drawing, "li");
    drawing.draw(items(&[4, 5, 2, 1]));
    let after = found(&drawing, "li");
    let texts: Vec<_> = after.iter().map(|item| item.text_content().unwrap()).collect();
    assert_eq!(texts, ["4", "5", "2", "1"]);
    assert!(after[0] == before[3] && after[2] == before[1] && after[3] == before[0]);
    assert!(!before[2].is_connected(), "what is gone is taken away");
    drawing.draw(items(&[]));
    assert_eq!(found(&drawing, "li").len(), 0);
}

#[wasm_bindgen_test]
fn what_stands_behind_something_that_comes_and_goes_stays_itself() {
    let screen = |has_notice: bool| -> Node {
        let notice = has_notice.then(|| el("p").text("notice"));
        el("div").child(notice).text("between").child(el("input").value("typed".into()))
    };
    let mut drawing = drawing();
    drawing.draw(screen(false));
    let input = found(&drawing, "input").remove(0);
    drawing.draw(screen(true));
    assert_eq!(drawing.root().text_content().unwrap(), "noticebetween");
    assert!(found(&drawing, "input")[0] == input);
    drawing.draw(screen(false));
    assert_eq!(drawing.root().text_content().unwrap(), "between");
    assert!(found(&drawing, "input")[0] == input);
}

#[wasm_bindgen_test]
fn attributes_values_and_ticks_become_what_is_drawn_last() {
    let field = |title: Option<&str>, value: &str, is_ticked: bool| -> Node {
        let input = el("input[type=text]").set_if("title", title.map(Rc::<str>::from)).value(value.into());
        el("div").child(input).child(el("input[type=checkbox]").checked(is_ticked))
    };
    let mut drawing = drawing();
    drawing.draw(field(Some("a"), "one", false));
    let inputs: Vec<HtmlInputElement> = found(&drawing, "input").into_iter().map(JsCast::unchecked_into).collect();
    assert_eq!((inputs[0].title(), inputs[0].value(), inputs[1].checked()), ("a".into(), "one".into(), false));
    inputs[0].set_value("typed");
    inputs[1].set_checked(true);
    drawing.draw(field(None, "two", false));
    assert_eq!(
        (inputs[0].has_attribute("title"), inputs[0].value(), inputs[1].checked()),
        (false, "two".into(), false)
    );
}

#[wasm_bindgen_test]
fn a_select_shows_its_first_option_unless_another_is_selected() {
    let options = |selected: Option<usize>| -> Node {
        let option = |place: usize| {
            let is_selected = (selected == Some(place)).then(Rc::<str>::default);
            el("option").set("value", place.to_string()).set_if("selected", is_selected)
        };
        el("select").children((0..3).map(option))
    };
    for (selected, shown) in [(None, "0"), (Some(2), "2")] {
        let mut drawing = drawing();
        drawing.draw(options(selected));
        let select: HtmlInputElement = found(&drawing, "select").remove(0).unchecked_into();
        assert_eq!(select.value(), shown);
    }
}

#[wasm_bindgen_test]
fn what_pages_may_style_is_a_part() {
    let mut drawing = drawing();
    drawing.draw(several().child(el("p.notice")).child(el("p.meta")).child(el("div.card.area")));
    assert_eq!(found(&drawing, "[part]").len(), 2);
    assert_eq!(found(&drawing, "[part=notice], [part=card]").len(), 2);
    drawing.draw(several().child(el("p.meta")).child(el("p.notice")).child(el("div.card")));
    assert_eq!(found(&drawing, "p:first-child[part]").len(), 0);
    assert_eq!(found(&drawing, "p + [part=notice]").len(), 1);
    drawing.clear();
}

#[wasm_bindgen_test]
fn pictures_are_drawn_as_pictures() {
    let mut drawing = drawing();
    drawing.draw(el("div").child(el("svg").child(el("circle"))).child(el("p")));
    let space = |selector: &str| found(&drawing, selector)[0].namespace_uri().unwrap();
    assert_eq!(space("circle"), "http://www.w3.org/2000/svg");
    assert_eq!(space("p"), "http://www.w3.org/1999/xhtml");
}
