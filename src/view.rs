//! The widget as a Yew component: it owns the [`State`], sends messages to [`app::update`], carries out the effects, and
//! draws what [`crate::screen`] shows.
//!
//! Knows nothing of what stands on a screen.

use crate::app::progress::Moment;
use crate::app::settings::Settings;
use crate::app::{self, Effect, Event, FailureCode, FileKind, Focus, Message, State, Status};
use crate::browser;
use crate::markup::{Handler, Node, Parts};
use crate::screen::{self, ReportCache};
use crate::string::Str;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::html::Scope;
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, ListenerKind, VList, VNode, VTag, VText};

/// Where the framework comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// It is on its way.
    Waiting,
    /// The file's text.
    Text(Str),
    /// It couldn't be had.
    Failed { code: FailureCode, detail: Str },
}

/// What a page gives the widget, and what it wants to hear.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    pub framework: Source,
    #[prop_or_default]
    pub settings: Settings,
    /// What the person did, and errors.
    #[prop_or_default]
    pub on_event: Callback<Event>,
    /// A copy of the answers after every change, for safe keeping; `None` once they are deleted.
    #[prop_or_default]
    pub on_progress: Callback<Option<Str>>,
    /// Prints the widget; the whole page unless the host knows better.
    #[prop_or_else(|| Callback::from(|()| browser::print()))]
    pub on_print: Callback<()>,
    /// The style sheet of a page that is saved to be read without the widget.
    #[prop_or_else(|| Callback::from(|()| String::new()))]
    pub styles: Callback<(), String>,
}

/// The whole widget.
pub struct Assessment {
    state: State,
    root: NodeRef,
    /// Where the focus goes once the new screen is drawn.
    focus: Option<Focus>,
    /// What had the focus before the screen was drawn anew.
    held: Option<browser::Held>,
    reports: ReportCache,
    /// Sets the ids of this widget apart from those of others on the page.
    number: u32,
}

impl Component for Assessment {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut widget = Self {
            state: State::default(),
            root: NodeRef::default(),
            focus: None,
            held: None,
            reports: ReportCache::default(),
            number: browser::next_number(),
        };
        widget.take(ctx, Message::SettingsChanged(ctx.props().settings.clone()));
        widget.take_framework(ctx);
        // Appearing is no step of the person's: the focus stays where it is.
        widget.focus = None;
        widget
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        if ctx.props().settings != old.settings {
            self.take(ctx, Message::SettingsChanged(ctx.props().settings.clone()));
        }
        // A role that the framework doesn't have may have been mended by the settings.
        let may_be_mended =
            matches!(&self.state.status, Status::Failed(failure) if failure.code == FailureCode::RoleUnknown);
        if ctx.props().framework != old.framework || may_be_mended && ctx.props().settings != old.settings {
            self.take_framework(ctx);
            self.focus = None;
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        self.held = self.root.cast().and_then(|root| browser::hold_focus(&root));
        self.take(ctx, message);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let content = screen::screen(&self.state, &self.reports, self.number, browser::day_in_words);
        html! {
            <div class="widget" ref={self.root.clone()} lang={self.state.wording.language.tag()}>
                { draw(content, ctx.link()) }
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let Some(root) = self.root.cast::<web_sys::Element>() else { return };
        match (self.focus.take(), self.held.take()) {
            (Some(focus), _) => browser::move_focus(&root, focus),
            (None, Some(held)) => browser::give_back_focus(&root, &held),
            (None, None) => {}
        }
    }
}

impl Assessment {
    fn take_framework(&mut self, ctx: &Context<Self>) {
        match ctx.props().framework.clone() {
            Source::Waiting => {}
            Source::Text(text) => self.take(ctx, Message::FrameworkRead(text)),
            Source::Failed { code, detail } => self.take(ctx, Message::FrameworkFailed { code, detail }),
        }
    }

    fn take(&mut self, ctx: &Context<Self>, message: Message) {
        let Moment { iso, day } = browser::now();
        for effect in app::update(&mut self.state, message, &Moment { iso, day }) {
            self.carry_out(ctx, effect);
        }
    }

    fn carry_out(&mut self, ctx: &Context<Self>, effect: Effect) {
        match effect {
            Effect::LookForProgress { prefix } => {
                let stored = browser::stored(&prefix, self.state.settings.storage);
                self.take(ctx, Message::ProgressFound(stored));
            }
            Effect::SaveProgress(stored) => {
                if let Err(trouble) = browser::store(&stored) {
                    self.take(ctx, Message::StorageFailed(trouble));
                }
            }
            Effect::ForgetProgress { key } => browser::forget(&key),
            Effect::HandOverProgress(progress) => ctx.props().on_progress.emit(progress),
            Effect::MoveFocus(focus) => {
                if focus == Focus::Dialog {
                    browser::remember_opener();
                }
                self.focus = Some(focus);
            }
            Effect::Download { name, kind, text } => browser::download(&name, kind, &text),
            Effect::DownloadReceipt { name } => {
                let styles = ctx.props().styles.emit(());
                if let Some(page) = screen::receipt(&self.state, browser::day_in_words, &styles) {
                    browser::download(&name, FileKind::Page, &page);
                }
            }
            Effect::Print => ctx.props().on_print.emit(()),
            Effect::Emit(event) => ctx.props().on_event.emit(event),
        }
    }
}

/// Draws a piece of a screen: the only place where markup becomes Yew's.
fn draw(node: Node, link: &Scope<Assessment>) -> VNode {
    let element = match node {
        Node::Text(text) => return VText::new(attribute(&text)).into(),
        Node::Several(nodes) => return draw_all(nodes, link).into(),
        Node::Element(element) => element.into_parts(),
    };
    let Parts { tag, key, attributes, children, handler, value, checked } = element;
    let mut drawn = VTag::new(tag);
    if let Some(key) = key {
        drawn.key = Some(Key::from(&*key));
    }
    for (name, value) in attributes {
        drawn.add_attribute(name, attribute(&value));
    }
    if let Some(value) = value {
        drawn.set_value(attribute(&value));
    }
    if let Some(checked) = checked {
        drawn.set_checked(checked);
    }
    if let Some(handler) = handler {
        drawn.add_listener(Rc::new(Listening { handler, link: link.clone() }));
    }
    if !children.is_empty() {
        drawn.add_child(draw_all(children, link).into());
    }
    drawn.into()
}

/// Yew's own kind of text.
fn attribute(text: &str) -> AttrValue {
    AttrValue::Rc(text.into())
}

fn draw_all(nodes: Vec<Node>, link: &Scope<Assessment>) -> VList {
    VList::with_children(nodes.into_iter().map(|node| draw(node, link)).collect(), None)
}

/// One handler on its element.
struct Listening {
    handler: Handler,
    link: Scope<Assessment>,
}

fn kind_of(handler: &Handler) -> ListenerKind {
    match handler {
        Handler::Press(_) | Handler::GoTo(_) => ListenerKind::onclick,
        Handler::Choose(_) | Handler::Tick(_) | Handler::Fill(_) | Handler::OpenFile => ListenerKind::onchange,
        Handler::Type(_) => ListenerKind::oninput,
        Handler::Dismiss(_) => ListenerKind::oncancel,
    }
}

impl Listener for Listening {
    fn kind(&self) -> ListenerKind {
        kind_of(&self.handler)
    }

    fn handle(&self, event: web_sys::Event) {
        let message = match &self.handler {
            Handler::Press(message) | Handler::Choose(message) => message.clone(),
            Handler::Tick(message) => message(browser::is_checked(&event)),
            Handler::Fill(message) => message(browser::value_of(&event)),
            Handler::Type(message) => message(browser::value_of(&event)),
            Handler::Dismiss(message) => {
                event.prevent_default();
                message.clone()
            }
            Handler::GoTo(id) => {
                event.prevent_default();
                return browser::focus_beside(&event, id);
            }
            Handler::OpenFile => {
                let Some(input) = event.target().and_then(|target| target.dyn_into().ok()) else { return };
                let link = self.link.clone();
                return browser::read_chosen_file(&input, move |text| link.send_message(Message::FileOpened(text)));
            }
        };
        self.link.send_message(message);
    }

    fn passive(&self) -> bool {
        false
    }
}
