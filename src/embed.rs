//! All that JavaScript may call: words, also that they failed or are taken away, settings, the framework, which mounts it,
//! opening a file, beginning anew, unmounting.
//!
//! What is said crosses the boundary as text. Knows the component and nothing of its screens.

use crate::browser;
use crate::component::{Props, RokadeAssessment, Source};
use crate::problem::Problems;
use crate::state::settings::{SETTING_UNKNOWN, Settings};
use crate::state::{Event, FailureCode, Message};
use crate::wording::{Language, Plurals, Words, is_same_language, problems};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::{AppHandle, Callback, Renderer};

#[wasm_bindgen]
extern "C" {
    /// What the element does for the widget.
    #[derive(Clone)]
    pub type Host;

    /// A public event, its detail as JSON text.
    #[wasm_bindgen(method)]
    fn emit(this: &Host, name: &str, detail: &str);

    /// The words of the language with this tag are wanted: `words` or `words_failed` answers it, at any time.
    #[wasm_bindgen(method, js_name = words)]
    fn fetch_words(this: &Host, tag: &str);

    /// The latest answers for safe keeping; `undefined` once they are deleted.
    #[wasm_bindgen(method)]
    fn keep(this: &Host, progress: Option<&str>);

    /// What the person shared with the page, as a file's text; `undefined` once they took it back.
    #[wasm_bindgen(method, js_name = shared)]
    fn hand_over(this: &Host, assessment: Option<&str>);

    /// Prints the widget without the page around it.
    #[wasm_bindgen(method, js_name = print)]
    fn print_widget(this: &Host);

    /// The widget's style sheet, for a page that is saved to be read without it.
    #[wasm_bindgen(method, js_name = styles)]
    fn style_sheet(this: &Host) -> String;

    /// Silences the widget once the wasm has broken down.
    #[wasm_bindgen(method, getter)]
    fn signal(this: &Host) -> web_sys::AbortSignal;
}

/// One widget, mounted with the first framework.
#[wasm_bindgen]
pub struct Widget {
    stage: Stage,
    props: Props,
    host: Host,
}

/// How far a widget has come.
enum Stage {
    /// There was no framework yet; it will be mounted here.
    Awaited(web_sys::Element),
    Mounted(AppHandle<RokadeAssessment>),
    Unmounted,
}

#[wasm_bindgen]
impl Widget {
    /// For `root`, a fresh element of its own; `settings` is JSON text.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, settings: &str, host: Host) -> Widget {
        let props = Props {
            framework: Source::Waiting,
            settings: read_settings(settings, &host),
            words: Words::shipped(),
            on_words: calling(&host, |host, tag: Rc<str>| host.fetch_words(&tag)),
            on_event: calling(&host, tell),
            on_progress: calling(&host, |host, progress: Option<_>| host.keep(progress.as_deref())),
            on_share: calling(&host, |host, assessment: Option<_>| host.hand_over(assessment.as_deref())),
            on_print: calling(&host, |host, ()| host.print_widget()),
            styles: calling(&host, |host, ()| host.style_sheet()),
            tree: Some(root.get_root_node()),
            signal: Some(host.signal()),
        };
        Widget { stage: Stage::Awaited(root), props, host }
    }

    /// New settings, without mounting anew.
    pub fn set(&mut self, settings: &str) {
        self.props.settings = read_settings(settings, &self.host);
        self.update();
    }

    /// A words file's text, of a language that ships.
    pub fn words(&mut self, tag: &str, text: &str) {
        match read_once(tag, text) {
            Ok(words) => self.take_words(words),
            Err(found) => self.decline_words(tag, &found),
        }
    }

    /// The same of a language that the page brings itself; English is there by then. Whether they can be used.
    pub fn own_words(&mut self, tag: &str, text: &str) -> bool {
        let Some(english) = self.props.words.iter().find(|words| &*words.tag == "en").cloned() else { return false };
        match Words::read(tag, text) {
            Ok(words) => {
                let (words, found) = words.of_page(&english, Plurals(browser::plural_category));
                if !found.is_empty() {
                    let found = problems::of_words(&found);
                    let message = format!("in the words for `{tag}` English stands for what can't be used:\n{found}");
                    tell(&self.host, Event::Error { code: "words-incomplete", message });
                }
                self.take_words(Rc::new(words));
                true
            }
            Err(found) => {
                self.decline_words(tag, &found);
                false
            }
        }
    }

    /// The page no longer brings the words of this language.
    pub fn forget_words(&mut self, tag: &str) {
        self.props.words.retain(|own| !is_same_language(&own.tag, tag));
        self.update();
    }

    /// The words of this language couldn't be had.
    pub fn words_failed(&self, tag: &str) {
        self.send(Message::WordsFailed(tag.into()));
    }

    /// The framework file's text.
    pub fn framework(&mut self, text: &str) {
        self.props.framework = Source::Text(text.into());
        self.mount();
    }

    /// The framework couldn't be had; `detail` is for the page's author.
    pub fn framework_failed(&mut self, code: &str, detail: &str) {
        let code = match code {
            "framework-not-found" => FailureCode::FrameworkNotFound,
            "framework-unreachable" => FailureCode::FrameworkUnreachable,
            "framework-not-json" => FailureCode::FrameworkNotJson,
            _ => FailureCode::FrameworkMissing,
        };
        self.props.framework = Source::Failed { code, detail: detail.into() };
        self.mount();
    }

    /// Opens an assessment as if the person had chosen its file; the person is asked before answers are replaced.
    pub fn open(&self, text: &str) {
        self.send(Message::FileOpened(text.into()));
    }

    /// Asks the person whether to delete the answers and start over.
    pub fn reset(&self) {
        self.send(Message::ResetAsked);
    }

    /// Unmounts.
    pub fn destroy(&mut self) {
        if let Stage::Mounted(handle) = std::mem::replace(&mut self.stage, Stage::Unmounted) {
            handle.destroy();
        }
    }
}

impl Widget {
    fn take_words(&mut self, words: Rc<Words>) {
        self.props.words.retain(|own| !is_same_language(&own.tag, &words.tag));
        self.props.words.push(words);
        self.update();
    }

    fn decline_words(&self, tag: &str, found: &Problems) {
        let found = problems::lines(found, Language::English);
        let message = format!("the words for `{tag}` can't be used:\n{found}");
        tell(&self.host, Event::Error { code: "words-invalid", message });
    }

    /// Mounts where it isn't yet.
    fn mount(&mut self) {
        let Stage::Awaited(root) = &self.stage else { return self.update() };
        let renderer = Renderer::<RokadeAssessment>::with_root_and_props(root.clone(), self.props.clone());
        self.stage = Stage::Mounted(renderer.render());
    }

    fn update(&mut self) {
        if let Stage::Mounted(handle) = &mut self.stage {
            handle.update(self.props.clone());
        }
    }

    fn send(&self, message: Message) {
        if let Stage::Mounted(handle) = &self.stage {
            handle.send_message(message);
        }
    }
}

/// The words that ship are the same for every widget on the page: they are read once.
fn read_once(tag: &str, text: &str) -> Result<Rc<Words>, Problems> {
    thread_local!(static READ: RefCell<Vec<Rc<Words>>> = const { RefCell::new(Vec::new()) });
    READ.with_borrow_mut(|read| {
        if let Some(words) = read.iter().find(|words| &*words.tag == tag) {
            return Ok(words.clone());
        }
        let words = Rc::new(Words::read(tag, text)?);
        read.push(words.clone());
        Ok(words)
    })
}

/// What calls the page.
fn calling<Said: 'static, Answer: 'static>(
    host: &Host,
    call: impl Fn(&Host, Said) -> Answer + 'static,
) -> Callback<Said, Answer> {
    let host = host.clone();
    Callback::from(move |said| call(&host, said))
}

fn tell(host: &Host, event: Event) {
    let (name, detail) = event.name_and_detail();
    host.emit(name, &detail);
}

fn read_settings(text: &str, host: &Host) -> Settings {
    let (settings, problems) = Settings::read(text);
    for message in problems {
        tell(host, Event::Error { code: SETTING_UNKNOWN, message });
    }
    settings
}
