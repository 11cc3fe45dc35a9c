//! What the browser does for the widget: the clock, storage, downloads, files and the focus.
//!
//! Knows no screen and no component; whatever fails comes back as a value.
//!
//! Elements are never asked for their class: in a frame's document they are of that frame's classes, not of ours.

use crate::json::LARGEST_FILE;
use crate::state::progress::{self, KEY_PREFIX, Now, StoredProgress};
use crate::state::settings::Retention;
use crate::state::{FileKind, FocusTarget, StorageTrouble};
use crate::wording::CATEGORIES;
use gloo_file::{Blob, ObjectUrl};
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AbortSignal, AddEventListenerOptions, Element, Event, EventTarget, HtmlAnchorElement, HtmlElement,
    HtmlInputElement, Storage, StorageEvent,
};

const MILLISECONDS_A_DAY: f64 = 86_400_000.0;

/// The time now.
pub fn now() -> Now {
    let date = js_sys::Date::new_0();
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    Now {
        iso: String::from(date.to_iso_string()).into(),
        day: (date.get_time() / MILLISECONDS_A_DAY) as u32,
        today: format!("{year:04}-{month:02}-{day:02}").into(),
    }
}

/// A date such as `2026-02-01` in the words of a language, the same day all over the world; of a moment such as
/// `2026-02-01T22:30:00Z` the day where the person is. As it stands where it is neither.
pub fn day_in_words(day: &str, language: &str) -> String {
    let date = js_sys::Date::new(&JsValue::from_str(day));
    if date.get_time().is_nan() {
        // Of a moment that is none there is still the date.
        return match day.split_once('T') {
            Some((date, _)) => day_in_words(date, language),
            None => day.to_owned(),
        };
    }
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"dateStyle".into(), &"long".into());
    if !day.contains('T') {
        let _ = js_sys::Reflect::set(&options, &"timeZone".into(), &"UTC".into());
    }
    String::from(date.to_locale_date_string(language, &options))
}

/// The plural form that a number takes in a language.
pub fn plural_category(language: &str, number: usize) -> &'static str {
    let languages = js_sys::Array::of1(&language.into());
    let rules = js_sys::Intl::PluralRules::new(&languages, &js_sys::Object::new());
    let category = String::from(rules.select(number as f64));
    CATEGORIES.into_iter().find(|known| *known == category).unwrap_or("other")
}

/// A number that no other widget of this module has.
pub fn next_number() -> u32 {
    thread_local!(static NEXT: Cell<u32> = const { Cell::new(1) });
    NEXT.with(|next| next.replace(next.get() + 1))
}

// ---- storage

fn storage(keeping: Retention) -> Result<Storage, StorageTrouble> {
    let window = web_sys::window().ok_or(StorageTrouble::Blocked)?;
    let storage = match keeping {
        Retention::Nowhere => return Err(StorageTrouble::Blocked),
        Retention::Tab => window.session_storage(),
        Retention::Device => window.local_storage(),
    };
    storage.ok().flatten().ok_or(StorageTrouble::Blocked)
}

/// Everything of ours that is kept, whichever page kept it.
pub fn stored() -> Vec<StoredProgress> {
    let mut found = Vec::new();
    for keeping in [Retention::Tab, Retention::Device] {
        let Ok(storage) = storage(keeping) else { continue };
        for place in 0..storage.length().unwrap_or(0) {
            let Ok(Some(key)) = storage.key(place) else { continue };
            if !key.starts_with(KEY_PREFIX) {
                continue;
            }
            if let Ok(Some(text)) = storage.get_item(&key) {
                found.push(StoredProgress { key: key.into(), text: text.into(), keeping });
            }
        }
    }
    found
}

/// Keeps progress in its place, and takes it from the other: from the device at once, since it isn't wanted there any
/// more, and from the tab once it is on the device.
pub fn store(progress: &StoredProgress) -> Result<(), StorageTrouble> {
    let StoredProgress { key, text, keeping } = progress;
    let take_from = |other: Retention| {
        if let Ok(other) = storage(other) {
            let _ = other.remove_item(key);
        }
    };
    if *keeping == Retention::Tab {
        take_from(Retention::Device);
    }
    let kept = storage(*keeping).and_then(|storage| storage.set_item(key, text).map_err(|error| trouble_of(&error)));
    if kept.is_ok() && *keeping == Retention::Device {
        take_from(Retention::Tab);
    }
    if kept.is_err() {
        // What was kept before stays, and says that it isn't the last.
        for storage in [Retention::Tab, Retention::Device].into_iter().filter_map(|place| storage(place).ok()) {
            let before = storage.get_item(key).ok().flatten();
            if let Some(older) = before.and_then(|before| progress::as_older(&before)) {
                let _ = storage.set_item(key, &older);
            }
        }
    }
    kept
}

/// Why a store didn't take something.
fn trouble_of(error: &JsValue) -> StorageTrouble {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageTrouble::Full,
        _ => StorageTrouble::Blocked,
    }
}

/// Deletes what is kept under this key, wherever it is.
pub fn forget(key: &str) {
    for keeping in [Retention::Tab, Retention::Device] {
        if let Ok(storage) = storage(keeping) {
            let _ = storage.remove_item(key);
        }
    }
}

/// Whether a `storage` event says that another window wrote or deleted something of ours, or everything. What the page
/// itself keeps is none of our business, and it may write it every second.
pub fn is_about_ours(event: &Event) -> bool {
    event.unchecked_ref::<StorageEvent>().key().is_none_or(|key| key.starts_with(KEY_PREFIX))
}

// ---- files

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Saves a text as a file of the person's.
pub fn download(name: &str, kind: FileKind, text: &str) {
    let media_type = match kind {
        FileKind::Json => "application/json",
        FileKind::Page => "text/html",
        FileKind::Csv => "text/csv",
        FileKind::Calendar => "text/calendar",
    };
    let Some(link) = loose_element("a") else { return };
    let link: HtmlAnchorElement = link.unchecked_into();
    let url = ObjectUrl::from(Blob::new_with_options(text, Some(media_type)));
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Not every browser has read it by then.
    Timeout::new(UNTIL_READ, move || drop(url)).forget();
}

/// How many milliseconds a browser has to begin with a file that is saved.
const UNTIL_READ: u32 = 60_000;

/// Reads the file that was chosen in a file input, and lets the same file be chosen again.
///
/// Of a file that is too large, just enough is read to see that it is.
pub fn read_chosen_file(input: &HtmlInputElement, then: impl FnOnce(Rc<[u8]>) + 'static) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let start = Blob::from(file).slice(0, LARGEST_FILE as u64 + 1);
    input.set_value("");
    wasm_bindgen_futures::spawn_local(async move {
        then(gloo_file::futures::read_as_bytes(&start).await.unwrap_or_default().into());
    });
}

/// An element that stands nowhere.
pub fn loose_element(tag: &str) -> Option<Element> {
    web_sys::window()?.document()?.create_element(tag).ok()
}

// ---- focus

#[wasm_bindgen]
extern "C" {
    /// A document or a shadow root.
    type Tree;
    #[wasm_bindgen(method, getter, js_name = activeElement)]
    fn active_element(this: &Tree) -> Option<HtmlElement>;
    #[wasm_bindgen(method, getter)]
    fn host(this: &Tree) -> Option<Element>;
}

/// What has the focus, in the widget or around it. It is asked for from the inside out: from the outside a closed shadow
/// root hides it, and the page's document isn't always the one that the script came with.
pub fn focused(root: &Element) -> Option<HtmlElement> {
    let mut inside = root.clone();
    loop {
        let tree: Tree = inside.get_root_node().unchecked_into();
        match tree.active_element() {
            None => inside = tree.host()?,
            found => return found,
        }
    }
}

/// Moves the focus to what carries this mark inside the widget.
pub fn move_focus(root: &Element, focus: &FocusTarget) {
    let Some(mark) = focus.mark() else { return };
    let Ok(Some(target)) = root.query_selector(&format!("[data-focus={mark}]")) else { return };
    if *focus == FocusTarget::Heading {
        show_screen(root);
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = target.unchecked_into::<HtmlElement>().focus_with_options(&options);
    } else {
        let _ = target.unchecked_into::<HtmlElement>().focus();
    }
}

/// Shows the screen from its top. Where all of it is in view nothing moves, unless something of the page's covers it. A
/// frame can't know what of it is in view.
fn show_screen(root: &Element) {
    let (Ok(Some(screen)), Some(window)) = (root.query_selector(".screen"), web_sys::window()) else { return };
    let place = screen.get_bounding_client_rect();
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let is_framed = window.parent().ok().flatten().is_some_and(|parent| parent != window);
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_behavior(web_sys::ScrollBehavior::Instant);
    if !is_framed && place.top() >= 0.0 && place.bottom() <= height {
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        screen.scroll_into_view_with_scroll_into_view_options(&options);
    } else {
        options.set_block(web_sys::ScrollLogicalPosition::Start);
        root.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether nothing has the focus, neither in the widget nor on the page around it: then the browser says that the body has.
fn is_focus_lost(root: &Element) -> bool {
    let Some(document) = root.owner_document() else { return false };
    let body = document.body().map(Element::from);
    document.active_element().is_none_or(|active| Some(active) == body)
}

/// Where nothing has the focus, the screen's heading gets it.
pub fn focus_heading_if_lost(root: &Element) {
    if is_focus_lost(root) {
        move_focus(root, &FocusTarget::Heading);
    }
}

/// What has the focus, and how far down the window it stands.
pub struct Held {
    id: String,
    top: f64,
}

/// Takes note of what has the focus inside the widget, before the widget is drawn anew.
pub fn hold_focus(root: &Element) -> Option<Held> {
    let focused = focused(root)?;
    let (id, top) = (focused.id(), focused.get_bounding_client_rect().top());
    root.contains(Some(&focused)).then_some(Held { id, top })
}

/// Gives the focus back where it was lost since its element was drawn in another place, such as a card whose wish
/// changed the order: the element stays where it was in the window, and the page moves around it. Where the element is
/// gone, the focus goes to the screen's heading. Whatever else has taken the focus meanwhile keeps it.
pub fn give_back_focus(root: &Element, held: &Held) {
    if !is_focus_lost(root) {
        return;
    }
    let Ok(Some(target)) = root.query_selector(&format!("[id='{}']", held.id)) else {
        return move_focus(root, &FocusTarget::Heading);
    };
    let mut around = target.closest("details").ok().flatten();
    while let Some(details) = around {
        let _ = details.set_attribute("open", "");
        around = details.parent_element().and_then(|outside| outside.closest("details").ok().flatten());
    }
    let target: HtmlElement = target.unchecked_into();
    let _ = target.focus();
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, target.get_bounding_client_rect().top() - held.top);
    }
}

/// Moves the focus to the element of this id in the widget.
pub fn focus_on(root: &Element, id: &str) {
    if let Ok(Some(field)) = root.query_selector(&format!("[id='{id}']")) {
        let _ = field.unchecked_into::<HtmlElement>().focus();
    }
}

// ---- events

/// Hears what happens somewhere, before those who stand further in, until it is dropped. The signal silences it without
/// a call into the wasm, which may have broken down: that is what gloo's own listener doesn't have.
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub fn new(
        target: &EventTarget,
        kind: &'static str,
        signal: Option<&AbortSignal>,
        heard: impl FnMut(Event) + 'static,
    ) -> Self {
        let heard = Closure::<dyn FnMut(Event)>::new(heard);
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        if let Some(signal) = signal {
            options.set_signal(signal);
        }
        let function = heard.as_ref().unchecked_ref();
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(kind, function, &options);
        Self { target: target.clone(), kind, heard }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.heard.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.kind, function, true);
    }
}

/// The window of the script.
pub fn window() -> Option<EventTarget> {
    web_sys::window().map(Into::into)
}

// ---- fields

/// What stands in a field.
pub fn value_of(field: &Element) -> Rc<str> {
    #[wasm_bindgen]
    extern "C" {
        type WithValue;
        #[wasm_bindgen(method, getter)]
        fn value(this: &WithValue) -> String;
    }
    field.unchecked_ref::<WithValue>().value().into()
}

/// Whether a checkbox is ticked.
pub fn is_checked(checkbox: &Element) -> bool {
    checkbox.unchecked_ref::<HtmlInputElement>().checked()
}
