//! All that JavaScript may call: mounting, settings, the framework, opening a file, unmounting.
//!
//! Everything crosses the boundary as text. Knows the component and nothing of its screens.

use crate::component::{Props, RokadeAssessment, Source};
use crate::state::settings::Settings;
use crate::state::{Event, FailureCode, Message};
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

    /// The latest answers for safe keeping; null once they are deleted.
    #[wasm_bindgen(method)]
    fn keep(this: &Host, progress: Option<&str>);

    /// What the person shared with the page, as a file's text; null once they took it back.
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

/// One mounted widget.
#[wasm_bindgen]
pub struct Widget {
    handle: Option<AppHandle<RokadeAssessment>>,
    props: Props,
    host: Host,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts in `root`, a fresh element of its own; `settings` is JSON text.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, settings: &str, host: Host) -> Widget {
        let props = Props {
            framework: Source::Waiting,
            settings: read_settings(settings, &host),
            on_event: calling(&host, tell),
            on_progress: calling(&host, |host, progress: Option<_>| host.keep(progress.as_deref())),
            on_share: calling(&host, |host, assessment: Option<_>| host.hand_over(assessment.as_deref())),
            on_print: calling(&host, |host, ()| host.print_widget()),
            styles: calling(&host, |host, ()| host.style_sheet()),
            tree: Some(root.get_root_node()),
            signal: Some(host.signal()),
        };
        let handle = Renderer::<RokadeAssessment>::with_root_and_props(root, props.clone()).render();
        Widget { handle: Some(handle), props, host }
    }

    /// New settings, without mounting anew.
    pub fn set(&mut self, settings: &str) {
        self.props.settings = read_settings(settings, &self.host);
        self.update();
    }

    /// The framework file's text.
    pub fn framework(&mut self, text: &str) {
        self.props.framework = Source::Text(text.into());
        self.update();
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
        self.update();
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
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }
}

impl Widget {
    fn update(&mut self) {
        if let Some(handle) = &mut self.handle {
            handle.update(self.props.clone());
        }
    }

    fn send(&self, message: Message) {
        if let Some(handle) = &self.handle {
            handle.send_message(message);
        }
    }
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
        tell(host, Event::Error { code: "setting-unknown", message });
    }
    settings
}
