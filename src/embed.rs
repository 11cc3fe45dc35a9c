//! All that JavaScript may call: mounting, settings, the framework, opening a file, unmounting.
//!
//! Everything crosses the boundary as text. Knows the component and nothing of its screens.

use crate::state::settings::Settings;
use crate::state::{Event, FailureCode, Message};
use crate::widget::{Page, Source};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

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
    fn keep(this: &Host, progress: Option<String>);

    /// What the person shared with the page, as a file's text; null once they took it back.
    #[wasm_bindgen(method, js_name = shared)]
    fn hand_over(this: &Host, assessment: Option<String>);

    /// Prints the widget without the page around it.
    #[wasm_bindgen(method, js_name = print)]
    fn print_widget(this: &Host);

    /// The widget's style sheet, for a page that is saved to be read without it.
    #[wasm_bindgen(method, js_name = styles)]
    fn style_sheet(this: &Host) -> String;
}

impl Page for Host {
    fn event(&self, event: Event) {
        tell(self, event);
    }

    fn progress(&self, progress: Option<Rc<str>>) {
        self.keep(progress.map(|progress| progress.to_string()));
    }

    fn shared(&self, assessment: Option<String>) {
        self.hand_over(assessment);
    }

    fn print(&self) {
        self.print_widget();
    }

    fn styles(&self) -> String {
        self.style_sheet()
    }
}

/// One mounted widget.
#[wasm_bindgen]
pub struct Widget {
    widget: Option<crate::widget::Widget>,
    host: Host,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts in `root`, a fresh element of its own; `settings` is JSON text.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, settings: &str, host: Host) -> Widget {
        let settings = read_settings(settings, &host);
        let widget = crate::widget::Widget::new(root, settings, Rc::new(host.clone()));
        Widget { widget: Some(widget), host }
    }

    /// New settings, without mounting anew.
    pub fn set(&self, settings: &str) {
        let settings = read_settings(settings, &self.host);
        if let Some(widget) = &self.widget {
            widget.set(settings);
        }
    }

    /// The framework file's text.
    pub fn framework(&self, text: &str) {
        self.give(Source::Text(text.into()));
    }

    /// The framework couldn't be had; `detail` is for the page's author.
    pub fn framework_failed(&self, code: &str, detail: &str) {
        let code = match code {
            "framework-not-found" => FailureCode::FrameworkNotFound,
            "framework-unreachable" => FailureCode::FrameworkUnreachable,
            _ => FailureCode::FrameworkMissing,
        };
        self.give(Source::Failed { code, detail: detail.into() });
    }

    /// Opens an assessment as if the person had chosen its file; the person is asked before answers are replaced.
    pub fn open(&self, text: &str) {
        self.send(Message::FileOpened(text.into()));
    }

    /// Asks the person whether to delete the answers and start over.
    pub fn reset(&self) {
        self.send(Message::ResetAsked);
    }

    /// What is kept may have been changed from another window.
    pub fn sync_from_storage(&self) {
        if let Some(widget) = &self.widget {
            widget.sync_from_storage();
        }
    }

    /// Unmounts.
    pub fn destroy(&mut self) {
        if let Some(widget) = self.widget.take() {
            widget.destroy();
        }
    }
}

impl Widget {
    fn give(&self, source: Source) {
        if let Some(widget) = &self.widget {
            widget.framework(source);
        }
    }

    fn send(&self, message: Message) {
        if let Some(widget) = &self.widget {
            widget.send(message);
        }
    }
}

fn tell(host: &Host, event: Event) {
    let (name, detail) = event.name_and_detail();
    host.emit(name, &detail.to_compact());
}

fn read_settings(text: &str, host: &Host) -> Settings {
    let (settings, problems) = Settings::read(text);
    for message in problems {
        tell(host, Event::Error { code: "setting-unknown", message });
    }
    settings
}
