//! The widget in a page: it owns the [`State`], hands messages to [`state::update`], carries out the effects, and draws
//! what [`crate::screen`] shows.
//!
//! Knows nothing of what stands on a screen, and nothing of who put it in the page.

use crate::browser;
use crate::draw::Drawing;
use crate::markup::{Handler, el};
use crate::screen::{self, ReportCache};
use crate::state::progress::{Now, StoredProgress};
use crate::state::settings::Settings;
use crate::state::{self, Effect, Event, FailureCode, FileKind, FocusTarget, Message, State, Status};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};

/// Where the framework comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// It is on its way.
    Waiting,
    /// The file's text.
    Text(Rc<str>),
    /// It couldn't be had.
    Failed { code: FailureCode, detail: Rc<str> },
}

/// Who put the widget in the page, and hears of it.
pub trait Page {
    /// What the person did, and errors.
    fn event(&self, event: Event);

    /// A copy of the answers after every change, for safe keeping; `None` once they are deleted.
    fn progress(&self, progress: Option<Rc<str>>);

    /// What the person shared with the page, as a file's text; `None` once they took it back.
    fn shared(&self, assessment: Option<String>);

    /// Prints the widget without the page around it.
    fn print(&self);

    /// The style sheet of a page that is saved to be read without the widget.
    fn styles(&self) -> String;
}

/// A widget in the page, until it is destroyed.
pub struct Widget {
    inner: Rc<Inner>,
    listener: Closure<dyn FnMut(web_sys::Event)>,
}

/// What the person does reaches the widget by these.
const LISTENED_TO: [&str; 4] = ["click", "change", "input", "cancel"];

struct Inner {
    page: Rc<dyn Page>,
    source: RefCell<Source>,
    state: RefCell<State>,
    drawing: RefCell<Drawing>,
    reports: ReportCache,
    /// What was kept when this widget last had to do with it; `None` before it looked.
    kept: RefCell<Option<Vec<StoredProgress>>>,
    /// Sets the ids of this widget apart from those of others on the page.
    number: u32,
    /// What happened while something else was still being carried out.
    waiting: RefCell<Vec<Message>>,
    is_busy: Cell<bool>,
    /// What had the focus when a dialog opened, and gets it back.
    opener: RefCell<Option<HtmlElement>>,
    /// For what comes later, when the widget may be gone.
    itself: Weak<Inner>,
}

impl Widget {
    /// Draws in `root`, an element that nobody else draws in.
    pub fn new(root: Element, settings: Settings, page: Rc<dyn Page>) -> Self {
        let document = root.owner_document().expect("an element is of a document");
        let inner = Rc::new_cyclic(|itself| Inner {
            page,
            source: RefCell::new(Source::Waiting),
            state: RefCell::default(),
            drawing: RefCell::new(Drawing::new(document, root)),
            reports: ReportCache::default(),
            kept: RefCell::default(),
            number: browser::next_number(),
            waiting: RefCell::default(),
            is_busy: Cell::default(),
            opener: RefCell::default(),
            itself: itself.clone(),
        });
        let heard = inner.itself.clone();
        let listener = Closure::<dyn FnMut(web_sys::Event)>::new(move |event| {
            if let Some(inner) = heard.upgrade() {
                inner.hear(&event);
            }
        });
        for kind in LISTENED_TO {
            let root = inner.drawing.borrow();
            let function = listener.as_ref().unchecked_ref();
            let _ = root.root().add_event_listener_with_callback_and_bool(kind, function, true);
        }
        inner.take_all(vec![Message::SettingsChanged(settings)], true);
        Self { inner, listener }
    }

    /// New settings, without starting over.
    pub fn set(&self, settings: Settings) {
        if self.inner.state.borrow().settings.as_ref() != &settings {
            self.inner.take_all(vec![Message::SettingsChanged(settings)], false);
        }
        // A role that the framework doesn't have may have been mended by the settings.
        let may_be_mended = matches!(
            &self.inner.state.borrow().status,
            Status::Failed(failure) if failure.code == FailureCode::RoleUnknown
        );
        if may_be_mended {
            self.inner.take_framework();
        }
    }

    /// Another framework, or another reason why there is none.
    pub fn framework(&self, source: Source) {
        if self.inner.source.replace(source.clone()) != source {
            self.inner.take_framework();
        }
    }

    /// Lets something happen, as if the person had done it.
    pub fn send(&self, message: Message) {
        self.inner.take_all(vec![message], false);
    }

    /// Looks whether somebody else has written what is kept.
    pub fn sync_from_storage(&self) {
        self.inner.take_all(Vec::new(), true);
    }

    /// Takes the widget out of the page and leaves nothing behind.
    pub fn destroy(self) {
        let mut drawing = self.inner.drawing.borrow_mut();
        for kind in LISTENED_TO {
            let function = self.listener.as_ref().unchecked_ref();
            let _ = drawing.root().remove_event_listener_with_callback_and_bool(kind, function, true);
        }
        drawing.clear();
    }
}

impl Inner {
    fn take_framework(&self) {
        let message = match self.source.borrow().clone() {
            Source::Waiting => return,
            Source::Text(text) => Message::FrameworkRead(text),
            Source::Failed { code, detail } => Message::FrameworkFailed { code, detail },
        };
        self.take_all(vec![message], true);
    }

    /// Lets these happen, one after the other, with whatever they lead to; then draws. What the page does is no step of
    /// the person's: it leaves the focus where it is.
    fn take_all(&self, messages: Vec<Message>, is_pages: bool) {
        if self.is_busy.get() {
            return self.waiting.borrow_mut().extend(messages);
        }
        self.is_busy.set(true);
        // Before anything is done with answers that are no longer the newest.
        let now = self.stored();
        if *self.kept.borrow() != now {
            self.waiting.borrow_mut().push(Message::ProgressChanged(now.unwrap_or_default()));
        }
        self.waiting.borrow_mut().extend(messages);
        let root = self.drawing.borrow().root().clone();
        let held = browser::hold_focus(&root);
        let mut focus = None;
        loop {
            let mut waiting = self.waiting.borrow_mut();
            if waiting.is_empty() {
                break;
            }
            let message = waiting.remove(0);
            drop(waiting);
            let Now { iso, day } = browser::now();
            let effects = state::update(&mut self.state.borrow_mut(), message, &Now { iso, day });
            for effect in effects {
                self.carry_out(effect, &mut focus);
            }
        }
        let now = self.stored();
        self.kept.replace(now);
        self.draw();
        self.is_busy.set(false);
        match (focus.filter(|_| !is_pages), held) {
            (Some(FocusTarget::Opener), _) => {
                if let Some(opener) = self.opener.take() {
                    let _ = opener.focus();
                }
            }
            (Some(focus), _) => browser::move_focus(&root, focus),
            (None, Some(held)) => browser::give_back_focus(&root, &held),
            (None, None) => {}
        }
    }

    /// What is kept now, once this widget has looked for it.
    fn stored(&self) -> Option<Vec<StoredProgress>> {
        self.kept.borrow().is_some().then(browser::stored)
    }

    fn draw(&self) {
        let state = self.state.borrow();
        let content = screen::screen(&state, &self.reports, self.number, browser::day_in_words);
        let widget = el("div.widget").set("lang", state.wording.language.tag()).child(content);
        self.drawing.borrow_mut().draw(widget);
    }

    fn carry_out(&self, effect: Effect, focus: &mut Option<FocusTarget>) {
        let wait = |message| self.waiting.borrow_mut().push(message);
        match effect {
            Effect::LookForProgress => {
                let stored = browser::stored();
                self.kept.replace(Some(stored.clone()));
                wait(Message::ProgressFound(stored));
            }
            Effect::SaveProgress(stored) => {
                if let Err(trouble) = browser::store(&stored) {
                    wait(Message::StorageFailed(trouble));
                }
            }
            Effect::ForgetProgress { key } => browser::forget(&key),
            Effect::HandOverProgress(progress) => self.page.progress(progress),
            Effect::MoveFocus(to) => {
                if to == FocusTarget::Dialog {
                    self.opener.replace(browser::focused(self.drawing.borrow().root()));
                }
                *focus = Some(to);
            }
            Effect::Download { name, kind, text } => browser::download(&name, kind, &text),
            Effect::DownloadReceipt { name } => {
                let styles = self.page.styles();
                let receipt = screen::receipt(&self.state.borrow(), browser::day_in_words, &styles);
                if let Some(receipt) = receipt {
                    browser::download(&name, FileKind::Page, &receipt);
                }
            }
            Effect::Share(assessment) => self.page.shared(assessment),
            Effect::Print => self.page.print(),
            Effect::Emit(event) => self.page.event(event),
        }
    }

    /// What the person did, as a message.
    fn hear(&self, event: &web_sys::Event) {
        // What the browser says while the page is being drawn is nobody's act.
        let Ok(drawing) = self.drawing.try_borrow() else { return };
        let handler = drawing.handler(event);
        drop(drawing);
        let Some(handler) = handler else { return };
        let message = match handler {
            Handler::Press(message) | Handler::Choose(message) => message,
            Handler::Tick(message) => message(browser::is_checked(event)),
            Handler::Fill(message) => message(browser::value_of(event)),
            Handler::Type(message) => message(browser::value_of(event)),
            Handler::Dismiss(message) => {
                event.prevent_default();
                message
            }
            Handler::GoTo(id) => {
                event.prevent_default();
                return browser::focus_beside(event, &id);
            }
            Handler::OpenFile => {
                let Some(input) = event.target() else { return };
                let input = input.unchecked_into();
                let itself = self.itself.clone();
                return browser::read_chosen_file(&input, move |text| {
                    if let Some(inner) = itself.upgrade() {
                        inner.take_all(vec![Message::FileOpened(text)], false);
                    }
                });
            }
        };
        self.take_all(vec![message], false);
    }
}
