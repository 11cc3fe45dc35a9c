//! [`update`]: the only place where state changes.
//!
//! Pure: what the outside has to do comes back as effects, and the time comes in as a value. Knows no browser and no
//! component, so whole journeys are tested as lists of messages.

use super::context::UpdateContext;
use super::effect::{Effect, Event, FocusTarget};
use super::message::Message;
use super::progress::Now;
use super::session::{Deletion, Dialog, Failure, FailureCode, Screen, Session, State, Status};
use super::settings::{Retention, Settings};
use super::start::Start;
use crate::encoding::{Encoding, decode};
use crate::framework::Framework;
use crate::problem::Problems;
use crate::wording::{self, Key, Language, Wording};
use std::rc::Rc;

/// Lets one thing happen, and says what the outside has to do.
pub fn update(state: &mut State, message: Message, now: &Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    state.today = now.today().into();
    match message {
        Message::SettingsChanged(settings) => change_settings(state, settings, now, &mut effects),
        Message::LanguageChosen(language) => {
            state.chosen_language = Some(language);
            choose_words(state);
            state.announce(Key::LanguageChanged);
        }
        Message::FrameworkRead(text) => read_framework(state, &text, &mut effects),
        Message::FrameworkFailed { code, detail } => fail(state, code, detail, Problems::default(), &mut effects),
        message => {
            let language = match &state.status {
                Status::Ready(session) => state.content_language(&session.framework),
                _ => return effects,
            };
            let State { settings, wording, status: Status::Ready(session), announcement, .. } = state else {
                return effects;
            };
            let mut context =
                UpdateContext { settings, wording, language, session, announcement, now, effects: &mut effects };
            context.handle(message);
            if session.dialog.is_some() {
                // What an open dialog hides comes back when it closes, and Chromium would have it announced once more.
                announcement.1 = Rc::default();
            }
        }
    }
    effects
}

fn change_settings(state: &mut State, mut settings: Settings, now: &Now, effects: &mut Vec<Effect>) {
    if settings.language != state.settings.language {
        state.chosen_language = None;
    }
    if let Status::Ready(session) = &state.status
        && let Some(detail) = unknown_role(&session.framework, &settings)
    {
        // Nothing that the person could still choose would fit it, so it fixes nothing.
        settings.role = None;
        let code = FailureCode::RoleUnknown.name();
        effects.push(Effect::Emit(Event::Error { code, message: detail }));
    }
    state.settings = Rc::new(settings);
    choose_words(state);
    let language = match &state.status {
        Status::Ready(session) => state.content_language(&session.framework),
        _ => return,
    };
    let State { settings, wording, status: Status::Ready(session), announcement, .. } = state else { return };
    let framework = session.framework.clone();
    if let Some(start) = session.start_mut() {
        start.fix(&framework, settings);
    }
    let mut context = UpdateContext { settings, wording, language, session, announcement, now, effects };
    let keeping = context.session.keeping;
    context.cap_keeping();
    if context.session.keeping != keeping {
        context.keep_as_decided();
    }
}

fn choose_words(state: &mut State) {
    let framework_languages = match &state.status {
        Status::Ready(session) => &session.framework.languages[..],
        _ => &[],
    };
    let language = state.chosen_language.unwrap_or_else(|| state.settings.language(framework_languages));
    state.wording = Rc::new(Wording::of(language, &state.settings.messages));
}

fn fail(state: &mut State, code: FailureCode, detail: Rc<str>, problems: Problems, effects: &mut Vec<Effect>) {
    // For the page's author, who reads the guides in English.
    let told = [detail.to_string(), wording::problems::lines(&problems, Language::English)];
    let message = told.into_iter().filter(|told| !told.is_empty()).collect::<Vec<_>>().join("\n");
    effects.push(Effect::Emit(Event::Error { code: code.name(), message }));
    state.status = Status::Failed(Rc::new(Failure { code, detail, problems }));
}

/// A new framework starts anew, except with answers that were handed over.
fn read_framework(state: &mut State, text: &str, effects: &mut Vec<Effect>) {
    use crate::problem::ProblemKind::{NewerFormat, Syntax};
    let framework = match Framework::read(text) {
        Ok(framework) => framework,
        Err(problems) => {
            let code = match problems.first().map(|problem| &problem.kind) {
                Some(Syntax(_)) => FailureCode::FrameworkNotJson,
                Some(NewerFormat { .. }) => FailureCode::FrameworkNewer,
                _ => FailureCode::FrameworkInvalid,
            };
            return fail(state, code, Rc::<str>::default(), problems, effects);
        }
    };
    if let Some(detail) = unknown_role(&framework, &state.settings) {
        return fail(state, FailureCode::RoleUnknown, detail.into(), Problems::default(), effects);
    }
    let mut start = Start::default();
    start.fix(&framework, &state.settings);
    effects.push(Effect::LookForProgress);
    effects.push(Effect::Emit(Event::Ready));
    state.status = Status::Ready(Box::new(Session {
        framework: Rc::new(framework),
        screen: Screen::Start(start),
        keeping: state.settings.storage.min(Retention::Tab),
        trouble: None,
        kept: Vec::new(),
        others: Vec::new(),
        kept_under: None,
        dialog: None,
        pasted: Rc::<str>::default(),
        notices: Vec::new(),
    }));
    choose_words(state);
}

/// What is to be said where the page asks for a role that the framework doesn't have.
fn unknown_role(framework: &Framework, settings: &Settings) -> Option<String> {
    let role = settings.role.as_ref().filter(|role| framework.role(role).is_none())?;
    let roles: Vec<_> = framework.roles.iter().map(|role| &role.id).collect();
    let (role, roles) = (wording::problems::name(role), wording::problems::names(&roles, Language::English));
    Some(format!("`role-id` is {role}; the framework's roles are {roles}"))
}

impl UpdateContext<'_> {
    fn handle(&mut self, message: Message) {
        match message {
            Message::ProgressFound(stored) => self.find_progress(stored),
            Message::ProgressChanged(stored) => self.sync_from_storage(stored),
            Message::StorageFailed(trouble) => self.lose_storage(trouble),
            Message::StorageServed => self.keep_again(),
            Message::FileOpened(text) => self.open_file(&text, Encoding::Utf8),
            Message::FileChosen(bytes) => {
                let (text, encoding) = decode(&bytes);
                self.open_file(&text, encoding);
            }
            Message::DeletionAsked(deletion) => self.ask_whether_to_delete(deletion),
            Message::ResetAsked => self.ask_whether_to_delete(Deletion::UnderWay),
            Message::DeletionConfirmed => {
                if let Some(Dialog::Delete(deletion)) = self.session.dialog.take() {
                    self.delete(deletion);
                }
            }
            Message::DialogClosed => {
                self.session.dialog = None;
                self.effects.push(Effect::MoveFocus(FocusTarget::Opener));
            }
            Message::NoticesRead => {
                self.session.notices.clear();
                self.effects.push(Effect::MoveFocus(FocusTarget::Heading));
            }
            Message::RoleReadingOpened(role) if role < self.session.framework.roles.len() => {
                let back = Box::new(self.session.screen.beneath().clone());
                self.show(Screen::ReadRole { role, back });
            }
            Message::BlankFormOpened => {
                let back = Box::new(self.session.screen.beneath().clone());
                self.show(Screen::BlankForm { back });
            }
            Message::ReadingClosed => {
                if let Screen::ReadRole { back, .. } | Screen::BlankForm { back } = &self.session.screen {
                    self.show((**back).clone());
                }
            }
            Message::KeepingChosen(keeping) => self.choose_keeping(keeping),
            Message::Planning(planning) => self.plan(planning),
            Message::Comparing(comparing) => self.compare(comparing),
            Message::Incoming(incoming) => self.take_in(incoming),
            Message::Export(saving) => self.save(saving),
            Message::PrintAsked => {
                self.effects.push(Effect::Print);
                self.effects.push(Effect::Emit(Event::Export { kind: "print" }));
            }
            message => match &self.session.screen {
                Screen::Start(_) => self.handle_on_start(message),
                Screen::Journey(_) => self.handle_on_journey(message),
                Screen::ReadRole { .. } | Screen::BlankForm { .. } | Screen::Incoming { .. } => {}
            },
        }
    }
}
