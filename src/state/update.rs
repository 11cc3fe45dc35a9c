//! [`update`]: the only place where state changes.
//!
//! Pure: what the outside has to do comes back as effects, and the time comes in as a value. Knows no browser and no
//! component, so whole journeys are tested as lists of messages.

use super::context::UpdateContext;
use super::effect::{Effect, Event, FocusTarget};
use super::message::Message;
use super::progress::{self, Now, StoredProgress};
use super::session::{Deletion, Failure, FailureCode, Notice, Screen, Session, SetAside, State, Status};
use super::settings::{SETTING_UNKNOWN, Settings};
use super::start::Start;
use crate::encoding::{Encoding, decode};
use crate::framework::Framework;
use crate::problem::{ProblemKind, Problems};
use crate::wording::{self, Key, Language, Wording, is_same_language};
use std::rc::Rc;

/// Lets one thing happen, and says what the outside has to do.
pub fn update(state: &mut State, message: Message, now: &Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    state.today = now.today.clone();
    match message {
        Message::SettingsChanged(settings) => change_settings(state, settings, now, &mut effects),
        Message::LanguageChosen(tag) => {
            state.missing_words.clear();
            state.chosen_language = Some(tag);
            choose_words(state, &mut effects);
        }
        Message::WordsChanged(words) => {
            state.words = words;
            choose_words(state, &mut effects);
        }
        Message::WordsFailed(tag) => miss_words(state, &tag, &mut effects),
        Message::FrameworkRead(text) => read_framework(state, &text, now, &mut effects),
        Message::FrameworkFailed { code, detail } => {
            match code {
                // The page took it away, and may give it to somebody else next.
                FailureCode::FrameworkMissing => state.set_aside.clear(),
                _ => set_aside(state, now),
            }
            fail(state, code, detail, Problems::default(), &mut effects);
        }
        Message::ProgressFound(stored) => {
            let waiting = take_waiting(state, &stored);
            let file = state.waiting_file.take();
            if let Some(mut context) = context(state, now, &mut effects) {
                context.find_progress(stored, waiting);
                file.into_iter().for_each(|text| context.open_file(&text, Encoding::Utf8));
            }
        }
        message => {
            if let Some(mut context) = context(state, now, &mut effects) {
                context.handle(message);
            } else if let Message::FileOpened(text) = message {
                state.waiting_file = Some(text);
            }
        }
    }
    effects
}

/// `None` before there is a framework.
fn context<'a>(state: &'a mut State, now: &'a Now, effects: &'a mut Vec<Effect>) -> Option<UpdateContext<'a>> {
    let language = match &state.status {
        Status::Ready(session) => state.content_language(&session.framework),
        _ => return None,
    };
    let State { settings, wording, status: Status::Ready(session), announcement, set_aside, .. } = state else {
        return None;
    };
    Some(UpdateContext { settings, wording, language, session, announcement, set_aside, now, effects })
}

/// The answers under way wait until their framework comes back, whatever the page shows meanwhile.
fn set_aside(state: &mut State, now: &Now) {
    let Status::Ready(session) = &state.status else { return };
    let Some(journey) = session.journey() else { return };
    // Since then the page may have become another person's.
    if session.storage_key != state.settings.storage_key {
        return;
    }
    let set_aside = SetAside {
        text: progress::write(&session.framework, journey, session.keeping, now).into(),
        kept_under: session.kept_under.clone(),
    };
    state.set_aside.insert(session.framework.id.clone(), set_aside);
}

/// What waits for the framework that is there now, and wasn't deleted meanwhile. What the page kept safe is older, and gone
/// on from once only.
fn take_waiting(state: &mut State, stored: &[StoredProgress]) -> Option<Rc<str>> {
    let Status::Ready(session) = &state.status else { return None };
    let handed_over = state.handed_over.take_if(|text| progress::read(&session.framework, text).is_ok());
    let is_there = |set_aside: &SetAside| {
        set_aside.kept_under.as_ref().is_none_or(|key| stored.iter().any(|stored| stored.key == *key))
    };
    let set_aside = state.set_aside.shift_remove(&session.framework.id).filter(is_there);
    set_aside.map(|set_aside| set_aside.text).or(handed_over)
}

fn change_settings(state: &mut State, mut settings: Settings, now: &Now, effects: &mut Vec<Effect>) {
    if settings.language != state.settings.language {
        state.missing_words.clear();
        state.chosen_language = None;
    }
    state.asked_role = settings.role.clone();
    if let Status::Ready(session) = &state.status
        && let Some(detail) = unknown_role(&session.framework, &settings)
    {
        // Nothing that the person could still choose would fit it, so it fixes nothing.
        settings.role = None;
        effects.push(Effect::Emit(Event::Error { code: SETTING_UNKNOWN, message: detail }));
    }
    let is_renamed = settings.storage_key != state.settings.storage_key;
    if is_renamed {
        // Another name may be another person.
        state.handed_over = None;
        state.set_aside.clear();
        state.waiting_file = None;
    }
    if settings.progress.is_some() {
        // The page hands it over once; what it sets afterwards doesn't take it back.
        state.handed_over = settings.progress.clone();
    }
    state.settings = Rc::new(settings);
    choose_words(state, effects);
    let Some(mut context) = context(state, now, effects) else { return };
    if is_renamed {
        return context.begin_anew();
    }
    let (framework, settings) = (context.session.framework.clone(), context.settings);
    if let Some(start) = context.session.start_mut() {
        start.fix(&framework, settings);
    }
    let keeping = context.session.keeping;
    context.cap_keeping();
    if context.session.keeping != keeping {
        context.keep_as_decided();
    }
}

/// The words of the language that the person chose, else of the one that the page asks for, else of the framework's; those
/// that aren't there are asked for, and until they come it stays as it is.
fn choose_words(state: &mut State, effects: &mut Vec<Effect>) {
    let wanted = state.language();
    let before = state.wording.tag().to_owned();
    let words = match state.words_of(&wanted) {
        Some(words) => words.clone(),
        None => {
            if !state.missing_words.contains(&wanted) {
                effects.push(Effect::FetchWords(wanted));
            }
            let spoken = state.words_of(&before).or_else(|| state.words.first());
            spoken.cloned().unwrap_or_default()
        }
    };
    let is_chosen = state.chosen_language.as_ref().is_some_and(|tag| is_same_language(tag, &words.tag));
    state.wording = Rc::new(Wording::of(words, &state.settings.messages, state.plurals));
    if is_chosen && before != state.wording.tag() {
        state.announce(Key::LanguageChanged);
    }
}

/// The person is told where they chose the language; where the page asks for it, it has been told.
fn miss_words(state: &mut State, tag: &str, effects: &mut Vec<Effect>) {
    state.missing_words.push(tag.into());
    let is_chosen = state.chosen_language.take_if(|chosen| is_same_language(chosen, tag)).is_some();
    let name = state.spoken_languages().into_iter().find(|(known, _)| is_same_language(known, tag));
    let Status::Ready(session) = &mut state.status else { return };
    if let (true, Some((_, name))) = (is_chosen, name) {
        let missing = Notice::LanguageMissing(name);
        session.notices.retain(|notice| *notice != missing);
        session.notices.push(missing);
        effects.push(Effect::MoveFocus(FocusTarget::Notices));
    }
}

fn fail(state: &mut State, code: FailureCode, detail: Rc<str>, problems: Problems, effects: &mut Vec<Effect>) {
    // For the page's author, who reads the guides in English.
    let told = [detail.to_string(), wording::problems::lines(&problems, Language::English)];
    let message = told.into_iter().filter(|told| !told.is_empty()).collect::<Vec<_>>().join("\n");
    effects.push(Effect::Emit(Event::Error { code: code.name(), message }));
    state.status = Status::Failed(Rc::new(Failure { code, detail, problems }));
}

/// A new framework starts anew, except with answers that wait for it.
fn read_framework(state: &mut State, text: &str, now: &Now, effects: &mut Vec<Effect>) {
    set_aside(state, now);
    if state.settings.role != state.asked_role {
        // What the last framework didn't have, this one may.
        Rc::make_mut(&mut state.settings).role = state.asked_role.clone();
    }
    let framework = match Framework::read(text) {
        Ok(framework) => framework,
        Err(problems) => {
            let code = match problems.first().map(|problem| &problem.kind) {
                Some(ProblemKind::Syntax(_)) => FailureCode::FrameworkNotJson,
                Some(ProblemKind::NewerFormat { .. }) => FailureCode::FrameworkNewer,
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
    state.status = Status::Ready(Box::new(Session::new(Rc::new(framework), start, &state.settings)));
    choose_words(state, effects);
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
                if let Some(deletion) = self.session.deletion.take() {
                    self.delete(deletion);
                }
            }
            Message::DeletionCancelled => {
                self.session.deletion = None;
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
