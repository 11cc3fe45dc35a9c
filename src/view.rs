//! The widget as a Yew component: it owns the [`State`], sends messages to [`app::update`], carries out the effects, and
//! draws the current screen.
//!
//! Screens are functions from what they show to HTML, one file each. None of them changes anything.

mod areas;
mod balance;
mod check;
mod keep;
mod look;
mod part_done;
mod parts;
mod question;
mod read_role;
mod results;
mod start;
mod status;

use crate::app::journey::Step;
use crate::app::progress::Moment;
use crate::app::settings::Settings;
use crate::app::{self, Effect, Event, FailureCode, Focus, Message, Screen, State, Status};
use crate::browser;
use look::{Look, ReportCache};
use std::rc::Rc;
use yew::prelude::*;

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
    pub on_progress: Callback<Option<Rc<str>>>,
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
        widget
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        if ctx.props().settings != old.settings {
            self.take(ctx, Message::SettingsChanged(ctx.props().settings.clone()));
        }
        if ctx.props().framework != old.framework {
            self.take_framework(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        self.held = self.root.cast().and_then(|root| browser::hold_focus(&root));
        self.take(ctx, message);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let look = Look::of(&self.state, &self.reports, self.number, ctx.link());
        let announcement = &self.state.announcement;
        html! {
            <div class="widget" ref={self.root.clone()} lang={look.wording().language.tag()}>
                { screen(&look) }
                <div class="live visually-hidden" role="status" aria-live="polite">
                    <span key={announcement.0}>{ announcement.1.to_string() }</span>
                </div>
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
            Effect::Download { name, text } => browser::download(&name, &text),
            Effect::Emit(event) => ctx.props().on_event.emit(event),
        }
    }
}

fn screen(look: &Look) -> Html {
    let session = match &look.state.status {
        Status::Waiting => return status::waiting(look),
        Status::Failed(failure) => return status::failed(look, failure),
        Status::Ready(session) => session,
    };
    let content = match &session.screen {
        Screen::Start(start) => start::view(look, start),
        Screen::ReadRole { role, .. } => read_role::view(look, *role),
        Screen::Journey(journey) => match &journey.step {
            Step::Question(question) => question::view(look, journey, *question),
            Step::PartDone { dimension } => part_done::view(look, journey, *dimension),
            Step::Balance => balance::view(look, journey),
            Step::Areas => areas::view(look, journey),
            Step::Check => check::view(look, journey),
            Step::Results { lens } => results::view(look, journey, *lens),
            Step::Keep => keep::view(look, journey),
        },
    };
    html! {
        <>
            { status::notices(look, &session.notices) }
            { content }
            { status::toolbar(look, session) }
            { status::dialog(look, session) }
        </>
    }
}
