//! The widget as a Yew component: it owns the [`State`], hands what happens to [`state::update`], carries out the effects,
//! and draws what [`crate::view`] shows. The element mounts it, and so can a page that is a Yew application itself.
//!
//! Knows nothing of what stands on a screen.

mod hearing;
mod offprint;

use crate::browser::{self, Listener};
use crate::state::effect::FileKind;
use crate::state::progress::StoredProgress;
use crate::state::settings::Settings;
use crate::state::{self, Effect, Event, FailureCode, FocusTarget, State, Status};
use crate::view::{self, LaterScreens, Receipt, ReportCache, Sight};
use crate::wording::{Plurals, Words};
use gloo_timers::callback::Timeout;
use hearing::{Heard, Hearing};
use offprint::Offprint;
use std::cell::Cell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;
use web_sys::{AbortSignal, Element, HtmlElement, Node};
use yew::{AttrValue, Callback, Component, Context, Html, NodeRef, Properties, html};

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
    /// The words that are there, in the order in which their languages are offered: those that are compiled in, unless the
    /// page brings them.
    #[prop_or_else(Words::shipped)]
    pub words: Vec<Rc<Words>>,
    /// The words of the language with this tag are wanted; among `settings.languages` are those that can be had.
    #[prop_or_default]
    pub on_words: Callback<Rc<str>>,
    /// What the person did, and errors.
    #[prop_or_default]
    pub on_event: Callback<Event>,
    /// A copy of the answers after every change, for safe keeping; `None` once they are deleted.
    #[prop_or_default]
    pub on_progress: Callback<Option<Rc<str>>>,
    /// What the person shared with the page, as a file's text; `None` once they took it back. Tell the widget what the
    /// page holds by `settings.is_shared`.
    #[prop_or_default]
    pub on_share: Callback<Option<String>>,
    /// Prints the widget; the whole page unless the host knows better.
    #[prop_or_else(|| Callback::from(|()| browser::print()))]
    pub on_print: Callback<()>,
    /// The style sheet of a page that is saved to be read without the widget.
    #[prop_or_else(|| Callback::from(|()| String::new()))]
    pub styles: Callback<(), String>,
    /// What the widget's tree hangs from, a shadow root or the document, so that it listens from the start. Otherwise it
    /// listens once it is drawn.
    #[prop_or_default]
    pub tree: Option<Node>,
    /// Silences the widget, for a page that goes on when the wasm has broken down.
    #[prop_or_default]
    pub signal: Option<AbortSignal>,
}

/// What reaches the component.
pub enum Message {
    /// Something happened to the state.
    State(state::Message),
    /// Another window wrote or deleted what is kept.
    StorageChanged,
    /// What was folded away under this name is to be drawn.
    Unfolded(AttrValue),
    /// Somebody prints the page by the browser's own command, or has done so.
    PrintBegun,
    PrintEnded,
    /// The screens after the questions are wanted.
    LaterScreensWanted,
    /// They are there, or couldn't be had.
    LaterScreensCame(bool),
    /// There is time to draw more of a long screen.
    RoomMade,
    /// The pages that are to be saved are drawn.
    OffprintDrawn,
}

impl From<state::Message> for Message {
    fn from(message: state::Message) -> Self {
        Self::State(message)
    }
}

impl From<Heard> for Message {
    fn from(heard: Heard) -> Self {
        match heard {
            Heard::Message(message) => Self::State(message),
            Heard::Unfolded(name) => Self::Unfolded(name),
            Heard::Fetched => Self::LaterScreensWanted,
        }
    }
}

/// So many rows of a long screen are drawn at first, and so many more at a time: more than any usual screen has, and no
/// more than are drawn before anybody waits.
const ROWS_AT_A_TIME: usize = 200;

/// The whole widget.
pub struct RokadeAssessment {
    state: State,
    root: NodeRef,
    hearing: Rc<Hearing>,
    /// They hear for as long as they are held.
    listeners: Vec<Listener>,
    reports: ReportCache,
    unfolded: BTreeSet<AttrValue>,
    /// How many rows of a long screen are drawn now, and whether there are more.
    rows: usize,
    is_unfinished: Cell<bool>,
    /// `None` before they were asked for.
    later_screens: Option<LaterScreens>,
    /// Waits for there to be time to draw more.
    next: Option<Timeout>,
    /// Whether the screen is printed once all of it is drawn.
    prints: bool,
    /// Whether the page is being printed by the browser's own command.
    is_printed: bool,
    /// The languages whose words were asked for unasked by the person, once each.
    asked_words: BTreeSet<Rc<str>>,
    /// What was kept when this widget last had to do with it; `None` before it looked.
    kept: Option<Vec<StoredProgress>>,
    /// Sets the ids of this widget apart from those of others on the page.
    number: u32,
    /// Where the focus goes once the new screen is drawn.
    focus: Option<FocusTarget>,
    /// What had the focus before the screen was drawn anew.
    held: Option<browser::Held>,
    /// What had the focus when a question was asked beside it, and gets it back.
    opener: Option<HtmlElement>,
    offprint: Option<Offprint>,
}

impl Component for RokadeAssessment {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut widget = Self {
            state: State::speaking(ctx.props().words.clone(), Plurals(browser::plural_category)),
            root: NodeRef::default(),
            hearing: Rc::default(),
            listeners: Vec::new(),
            reports: ReportCache::default(),
            unfolded: BTreeSet::new(),
            rows: ROWS_AT_A_TIME,
            is_unfinished: Cell::default(),
            later_screens: (!cfg!(feature = "split")).then_some(LaterScreens::There),
            next: None,
            prints: false,
            is_printed: false,
            asked_words: BTreeSet::new(),
            kept: None,
            number: browser::next_number(),
            focus: None,
            held: None,
            opener: None,
            offprint: None,
        };
        widget.handle(ctx, Some(state::Message::SettingsChanged(ctx.props().settings.clone())));
        widget.take_framework(ctx);
        // Appearing is no step of the person's: the focus stays where it is.
        widget.focus = None;
        if let Some(tree) = &ctx.props().tree {
            widget.listen(ctx, tree);
        }
        widget
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        let (has_settings, has_framework) = (props.settings != old.settings, props.framework != old.framework);
        let has_words = props.words != old.words;
        // A page that is a Yew application makes its callbacks anew whenever it draws.
        if !has_settings && !has_framework && !has_words {
            return false;
        }
        self.hold_focus();
        if has_words {
            self.handle(ctx, Some(state::Message::WordsChanged(props.words.clone())));
        }
        if has_settings {
            self.handle(ctx, Some(state::Message::SettingsChanged(props.settings.clone())));
        }
        // A role that the framework doesn't have may have been mended by the settings.
        let may_be_mended = has_settings
            && matches!(&self.state.status, Status::Failed(failure) if failure.code == FailureCode::RoleUnknown);
        if has_framework || may_be_mended {
            self.take_framework(ctx);
            // What the page does is no step of the person's either.
            self.focus = None;
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        // What is held is given back by the next drawing, and saving pages leads to none.
        if !matches!(message, Message::OffprintDrawn) {
            self.hold_focus();
        }
        match message {
            Message::State(message) => self.handle(ctx, Some(message)),
            Message::StorageChanged => {
                self.handle(ctx, None);
                // What happens in another window is no step of the person's here.
                self.focus = None;
            }
            Message::Unfolded(name) => drop(self.unfolded.insert(name)),
            Message::PrintBegun => {
                self.unfold_for_paper();
                self.is_printed = true;
            }
            Message::PrintEnded => self.is_printed = false,
            Message::OffprintDrawn => {
                self.offprint.take().into_iter().for_each(Offprint::save);
                return false;
            }
            Message::LaterScreensWanted => self.ask_for_later_screens(ctx),
            Message::LaterScreensCame(are_there) => {
                self.later_screens = Some(if are_there { LaterScreens::There } else { LaterScreens::Missing });
            }
            Message::RoomMade => self.rows = self.rows.saturating_add(ROWS_AT_A_TIME),
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let sight = Sight {
            typing: self.root().and_then(|root| self.hearing.typing(&root)),
            unfolded: self.unfolded.clone(),
            rows: Some(self.rows),
            later_screens: self.later_screens.unwrap_or(LaterScreens::OnTheirWay),
            is_printed: self.is_printed,
        };
        let drawn = view::screen(&self.state, &self.reports, self.number, browser::day_in_words, sight);
        self.is_unfinished.set(drawn.is_unfinished);
        self.hearing.know(drawn.acts);
        html! {
            <div class="widget" lang={self.state.wording.tag().to_owned()} ref={self.root.clone()}>{ drawn.html }</div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let Some(root) = self.root() else { return };
        if is_first && self.listeners.is_empty() {
            self.listen(ctx, &root.get_root_node());
        }
        match (self.focus.take(), self.held.take()) {
            (Some(FocusTarget::Opener), _) => {
                if let Some(opener) = self.opener.take() {
                    let _ = opener.focus();
                }
                // Not every opener takes it.
                browser::focus_heading_if_lost(&root);
            }
            (Some(focus), _) => {
                browser::move_focus(&root, &focus);
                // What it was meant for may not be there.
                browser::focus_heading_if_lost(&root);
            }
            (None, Some(held)) => browser::give_back_focus(&root, &held),
            (None, None) => {}
        }
        if std::mem::take(&mut self.prints) {
            ctx.props().on_print.emit(());
        }
        // Unasked, once the first screen stands.
        if self.later_screens.is_none() && matches!(self.state.status, Status::Ready(_)) {
            self.ask_for_later_screens(ctx);
        }
        for tag in self.state.languages_to_come() {
            if self.asked_words.insert(tag.clone()) {
                ctx.props().on_words.emit(tag);
            }
        }
        let link = ctx.link().clone();
        self.next = self.is_unfinished.get().then(|| Timeout::new(0, move || link.send_message(Message::RoomMade)));
    }
}

impl RokadeAssessment {
    fn listen(&mut self, ctx: &Context<Self>, tree: &Node) {
        let (link, signal) = (ctx.link(), ctx.props().signal.as_ref());
        self.listeners = hearing::listen(tree, &self.root, &self.hearing, signal, &link.callback(Message::from));
        let changed = link.callback(|()| Message::StorageChanged);
        self.listeners.extend(hearing::listen_to_storage(signal, changed));
        let prints = link.callback(|is_begun| if is_begun { Message::PrintBegun } else { Message::PrintEnded });
        self.listeners.extend(hearing::listen_to_print(signal, &prints));
    }

    /// In one part they are there.
    #[cfg(not(feature = "split"))]
    fn ask_for_later_screens(&mut self, _: &Context<Self>) {}

    #[cfg(feature = "split")]
    fn ask_for_later_screens(&mut self, ctx: &Context<Self>) {
        self.later_screens = Some(LaterScreens::OnTheirWay);
        ctx.link().send_future(async { Message::LaterScreensCame(view::fetch_later_screens().await) });
    }

    /// What the widget draws in, once it has.
    fn root(&self) -> Option<Element> {
        hearing::element(&self.root)
    }

    /// Takes note of what has the focus, unless that was done since the screen was drawn.
    fn hold_focus(&mut self) {
        let root = self.root();
        self.held = self.held.take().or_else(|| browser::hold_focus(&root?));
    }

    fn take_framework(&mut self, ctx: &Context<Self>) {
        match ctx.props().framework.clone() {
            Source::Waiting => {}
            Source::Text(text) => self.handle(ctx, Some(state::Message::FrameworkRead(text))),
            Source::Failed { code, detail } => {
                self.handle(ctx, Some(state::Message::FrameworkFailed { code, detail }));
            }
        }
    }

    /// On paper every row stands, and the table whether or not it is open.
    fn unfold_for_paper(&mut self) {
        self.rows = usize::MAX;
        self.unfolded.insert(view::TABLE.into());
    }

    /// Lets this happen, and whatever it leads to.
    fn handle(&mut self, ctx: &Context<Self>, message: Option<state::Message>) {
        let mut waiting = VecDeque::new();
        // Before anything is done with answers that are no longer the newest.
        let stored = self.kept.is_some().then(browser::stored);
        if self.kept != stored {
            waiting.push_back(state::Message::ProgressChanged(stored.unwrap_or_default()));
        }
        waiting.extend(message);
        while let Some(message) = waiting.pop_front() {
            for effect in state::update(&mut self.state, message, &browser::now()) {
                self.carry_out(ctx, effect, &mut waiting);
            }
        }
        self.kept = self.kept.is_some().then(browser::stored);
    }

    fn carry_out(&mut self, ctx: &Context<Self>, effect: Effect, waiting: &mut VecDeque<state::Message>) {
        let props = ctx.props();
        match effect {
            Effect::LookForProgress => {
                let stored = browser::stored();
                self.kept = Some(stored.clone());
                waiting.push_back(state::Message::ProgressFound(stored));
            }
            Effect::SaveProgress(stored) => {
                let had_trouble = matches!(&self.state.status, Status::Ready(session) if session.trouble.is_some());
                match browser::store(&stored) {
                    Err(trouble) => waiting.push_back(state::Message::StorageFailed(trouble)),
                    Ok(()) if had_trouble => waiting.push_back(state::Message::StorageServed),
                    Ok(()) => {}
                }
            }
            Effect::ForgetProgress { key } => browser::forget(&key),
            Effect::HandOverProgress(progress) => props.on_progress.emit(progress),
            Effect::MoveFocus(to) => {
                if to == FocusTarget::Heading {
                    // Another screen begins with its first rows.
                    self.unfolded.clear();
                    self.rows = ROWS_AT_A_TIME;
                }
                if let FocusTarget::Change(row) = to {
                    self.rows = self.rows.max(row + ROWS_AT_A_TIME);
                }
                if to == FocusTarget::Deletion {
                    let focused = self.root().and_then(|root| browser::focused(&root));
                    // Asked once more, the question itself has it.
                    let is_question = |focused: &HtmlElement| focused.has_attribute("data-focus");
                    self.opener = focused.filter(|focused| !is_question(focused)).or_else(|| self.opener.take());
                }
                self.focus = Some(to);
            }
            Effect::Download { name, kind, text } => browser::download(&name, kind, &text),
            Effect::DownloadReceipt { name } => {
                let styles = props.styles.emit(());
                let receipt = Receipt::of(&self.state, browser::day_in_words, &styles);
                let drawn = ctx.link().callback(|()| Message::OffprintDrawn);
                self.offprint = receipt.and_then(|receipt| Offprint::draw(receipt, name, drawn));
            }
            Effect::DownloadCalendar { name } => {
                if let Some(text) = view::calendar_of(&self.state, &browser::now().iso) {
                    browser::download(&name, FileKind::Calendar, &text);
                }
            }
            Effect::FetchWords(tag) => props.on_words.emit(tag),
            Effect::Share(assessment) => props.on_share.emit(assessment),
            Effect::Print => {
                self.unfold_for_paper();
                self.prints = true;
            }
            Effect::Emit(event) => props.on_event.emit(event),
        }
    }
}
