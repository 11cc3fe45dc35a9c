//! The widget's state, everything that can happen, and [`update`]: the only place where state changes.
//!
//! `update` is pure: what the outside has to do comes back as effects, and the time comes in as a value. Knows no browser
//! and no component, so whole journeys are tested as lists of messages.

pub mod journey;
pub mod opening;
pub mod progress;
pub mod settings;

use crate::assessment::{Answer, Assessment, Purpose, Rater, file};
use crate::framework::Framework;
use crate::json::{Json, Object};
use crate::problem::Problem;
use crate::report::Report;
use crate::wording::{Key, Language, Wording};
use journey::{Item, Journey, Question, Step, Then};
use opening::Found;
use progress::{Moment, Progress, Stored};
use settings::{Keeping, Settings};
use std::rc::Rc;

/// Everything the widget knows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub settings: Rc<Settings>,
    /// The widget's words in the reader's language, with the host's own.
    pub wording: Rc<Wording>,
    /// What the person chose here, until the page asks for another language.
    chosen_language: Option<Language>,
    pub status: Status,
    /// What a screen reader is told next; the number makes the same words new again.
    pub announcement: (u32, Rc<str>),
}

/// How far the widget is.
#[derive(Clone, Debug, PartialEq)]
pub enum Status {
    /// No framework yet.
    Waiting,
    /// There is no framework to work with.
    Failed(Rc<Failure>),
    Ready(Box<Session>),
}

/// Why there is no framework.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    pub code: FailureCode,
    /// For the page's author.
    pub detail: Rc<str>,
    pub problems: Vec<Problem>,
}

/// Each has a message for the person and one for the page's author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureCode {
    FrameworkMissing,
    FrameworkNotFound,
    FrameworkUnreachable,
    FrameworkNotJson,
    FrameworkInvalid,
    FrameworkNewer,
    RoleUnknown,
}

impl FailureCode {
    /// The public name, in `rokade-error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::FrameworkMissing => "framework-missing",
            Self::FrameworkNotFound => "framework-not-found",
            Self::FrameworkUnreachable => "framework-unreachable",
            Self::FrameworkNotJson => "framework-not-json",
            Self::FrameworkInvalid => "framework-invalid",
            Self::FrameworkNewer => "framework-newer",
            Self::RoleUnknown => "role-unknown",
        }
    }
}

/// The widget with its framework.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub framework: Rc<Framework>,
    pub screen: Screen,
    pub keeping: Keeping,
    /// Answers found on the device, not gone on from yet.
    pub kept: Vec<(Rc<str>, Progress)>,
    pub dialog: Option<Dialog>,
    /// What the person is told above the screen until they go on.
    pub notices: Vec<Notice>,
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    Start(Start),
    /// A role, its competences, behaviours and levels, with nothing to answer.
    ReadRole {
        role: usize,
        back: Box<Screen>,
    },
    Journey(Journey),
}

/// The first screen: what is not fixed by the page and not yet chosen.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Start {
    pub purpose: Option<Purpose>,
    pub rater: Option<Rater>,
    pub role: Option<usize>,
    /// A stage id of the role, for a new hire.
    pub stage: Option<Rc<str>>,
    /// For a manager: whom the answers are about.
    pub label: Rc<str>,
    /// What was missing when *Begin* was pressed.
    pub missing: Vec<StartField>,
    /// Answers that are there already, when the person went back here.
    pub under_way: Option<Box<Journey>>,
}

/// What the first screen asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartField {
    Purpose,
    Rater,
    Role,
}

/// A question that has to be settled first.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Opening a file would replace the answers.
    Replace(Box<Found>),
    Delete,
}

/// Something the person is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A file was opened, or not; what of it was left out.
    Opened(opening::Told),
    NotOpened(opening::Declined),
    /// Answers from earlier are there again; what became of them where the framework has another version now.
    Resumed(opening::Told),
    Deleted,
    /// The browser doesn't let us keep answers.
    NotKept(StorageTrouble),
}

/// Why answers couldn't be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageTrouble {
    Blocked,
    Full,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    // the page
    SettingsChanged(Settings),
    FrameworkRead(Rc<str>),
    FrameworkFailed {
        code: FailureCode,
        detail: Rc<str>,
    },
    ResetAsked,
    /// A file's text, from the person or the page.
    FileOpened(Rc<str>),
    // the browser
    ProgressFound(Vec<Stored>),
    StorageFailed(StorageTrouble),
    // the person, on the first screen
    LanguageChosen(Language),
    PurposeChosen(Purpose),
    RaterChosen(Rater),
    RoleChosen(usize),
    /// What was written is no role's name.
    RoleUnchosen,
    StageChosen(Option<Rc<str>>),
    LabelWritten(Rc<str>),
    KeepingChosen(Keeping),
    Begun,
    ProgressResumed(usize),
    ProgressForgotten(usize),
    RoleReadingOpened(usize),
    RoleReadingClosed,
    // the person, on the way
    ResponseGiven(Answer),
    WishTicked(bool),
    Continued,
    Skipped,
    WentBack,
    DepthChosen {
        dimension: usize,
    },
    FocusTicked {
        dimension: usize,
        is_in_focus: bool,
    },
    FocusAgreed(bool),
    AgreementDated(Rc<str>),
    TargetAdjusted {
        competence: usize,
        target: Adjustment,
    },
    AreaWished {
        area: usize,
        wish: i8,
    },
    AreaExperienced {
        area: usize,
        is_experienced: bool,
    },
    ChangeAsked(Item),
    StepChosen(Step),
    LensChosen(usize),
    // the person, keeping and deleting
    FileSaved,
    ReplacementConfirmed,
    DeletionAsked,
    DeletionConfirmed,
    DialogClosed,
    NoticesRead,
}

/// What becomes of a role's target for this person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    AsTheRole,
    NoTarget,
    Level(u8),
}

/// What the outside has to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Hands over what is kept under keys that start with this.
    LookForProgress {
        prefix: String,
    },
    SaveProgress(Stored),
    ForgetProgress {
        key: Rc<str>,
    },
    /// A copy for the page's safe keeping, should the widget break down.
    HandOverProgress(Option<Rc<str>>),
    MoveFocus(Focus),
    Download {
        name: String,
        text: String,
    },
    Emit(Event),
}

/// Where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The screen's heading.
    Heading,
    ErrorSummary,
    Dialog,
    Notices,
    /// Back to what was used last.
    Opener,
}

/// What the page is told. Only what a person did, and errors.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Ready,
    Progress { answered: usize, total: usize, screen: &'static str },
    Results,
    Export { kind: &'static str },
    Error { code: &'static str, message: String },
}

impl Event {
    /// The public name and the detail as JSON.
    pub fn name_and_detail(&self) -> (&'static str, Json) {
        let none = Object::default();
        match self {
            Self::Ready => ("rokade-ready", none.into()),
            Self::Progress { answered, total, screen } => (
                "rokade-progress",
                none.with("answered", *answered as i64).with("total", *total as i64).with("screen", *screen).into(),
            ),
            Self::Results => ("rokade-results", none.into()),
            Self::Export { kind } => ("rokade-export", none.with("kind", *kind).into()),
            Self::Error { code, message } => {
                ("rokade-error", none.with("code", *code).with("message", message.as_str()).into())
            }
        }
    }
}

impl Default for State {
    fn default() -> Self {
        Self {
            settings: Rc::default(),
            wording: Rc::new(Wording::of(Language::English, &[])),
            chosen_language: None,
            status: Status::Waiting,
            announcement: (0, Rc::default()),
        }
    }
}

/// Lets one thing happen, and says what the outside has to do.
pub fn update(state: &mut State, message: Message, now: &Moment) -> Vec<Effect> {
    let mut effects = Vec::new();
    match message {
        Message::SettingsChanged(settings) => change_settings(state, settings, now, &mut effects),
        Message::LanguageChosen(language) => {
            state.chosen_language = Some(language);
            choose_words(state);
            state.announce(Key::LanguageChanged);
        }
        Message::FrameworkRead(text) => read_framework(state, &text, &mut effects),
        Message::FrameworkFailed { code, detail } => fail(state, code, detail, Vec::new(), &mut effects),
        message => {
            let State { settings, wording, status: Status::Ready(session), announcement, .. } = state else {
                return effects;
            };
            let mut turn = Turn { settings, wording, session, announcement, now, effects: &mut effects };
            turn.take(message);
        }
    }
    effects
}

impl State {
    fn announce(&mut self, key: Key) {
        self.announcement = (self.announcement.0 + 1, self.wording.say(key, &[]));
    }

    /// The place in the framework's languages that fits the reader best.
    pub fn content_language(&self, framework: &Framework) -> usize {
        let tag = match (self.chosen_language, &self.settings.language) {
            (None, Some(tag)) => tag,
            _ => self.wording.language.tag(),
        };
        framework.language_for(tag)
    }
}

fn change_settings(state: &mut State, mut settings: Settings, now: &Moment, effects: &mut Vec<Effect>) {
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
    let State { settings, wording, status: Status::Ready(session), announcement, .. } = state else { return };
    let framework = session.framework.clone();
    if let Some(start) = session.start_mut() {
        start.fix(&framework, settings);
    }
    let mut turn = Turn { settings, wording, session, announcement, now, effects };
    let keeping = turn.session.keeping;
    turn.cap_keeping();
    if turn.session.keeping != keeping {
        turn.keep();
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

fn fail(state: &mut State, code: FailureCode, detail: Rc<str>, problems: Vec<Problem>, effects: &mut Vec<Effect>) {
    let mut message = detail.to_string();
    for problem in &problems {
        message.push_str(if message.is_empty() { "" } else { "\n" });
        message.push_str(&problem.to_string());
    }
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
            return fail(state, code, Rc::default(), problems, effects);
        }
    };
    if let Some(detail) = unknown_role(&framework, &state.settings) {
        return fail(state, FailureCode::RoleUnknown, detail.into(), Vec::new(), effects);
    }
    let mut start = Start::default();
    start.fix(&framework, &state.settings);
    effects.push(Effect::LookForProgress { prefix: progress::key_prefix(&framework, &state.settings) });
    effects.push(Effect::Emit(Event::Ready));
    state.status = Status::Ready(Box::new(Session {
        framework: Rc::new(framework),
        screen: Screen::Start(start),
        keeping: state.settings.storage.min(Keeping::Tab),
        kept: Vec::new(),
        dialog: None,
        notices: Vec::new(),
    }));
    choose_words(state);
}

/// What is to be said where the page asks for a role that the framework doesn't have.
fn unknown_role(framework: &Framework, settings: &Settings) -> Option<String> {
    let role = settings.role.as_ref().filter(|role| framework.role(role).is_none())?;
    let roles = crate::problem::listed_ids(framework.roles.iter().map(|role| &role.id));
    Some(format!("`role-id` is `{role}`; the framework's roles are {roles}"))
}

impl Session {
    /// The journey under way, wherever it stands.
    pub fn journey(&self) -> Option<&Journey> {
        match self.screen.beneath() {
            Screen::Journey(journey) => Some(journey),
            Screen::Start(start) => start.under_way.as_deref(),
            Screen::ReadRole { .. } => None,
        }
    }

    fn start_mut(&mut self) -> Option<&mut Start> {
        let screen = match &mut self.screen {
            Screen::ReadRole { back, .. } => back,
            screen => screen,
        };
        if let Screen::Start(start) = screen { Some(start) } else { None }
    }
}

impl Screen {
    /// The screen that the person goes back to from reading a role.
    fn beneath(&self) -> &Self {
        match self {
            Self::ReadRole { back, .. } => back,
            screen => screen,
        }
    }
}

impl Start {
    /// Takes over what the page fixed, and what leaves no choice.
    fn fix(&mut self, framework: &Framework, settings: &Settings) {
        if let Some(purpose) = settings.purpose {
            self.choose_purpose(purpose);
        }
        self.rater = settings.rater.or(self.rater);
        let fixed_role = settings.role.as_ref().and_then(|role| framework.role(role));
        let only_role = (framework.roles.len() == 1).then_some(0);
        self.role = fixed_role.or(only_role).or(self.role);
        self.forget_what_is_there(settings);
    }

    /// A stage is asked of a new hire only.
    fn choose_purpose(&mut self, purpose: Purpose) {
        if purpose != Purpose::Onboarding && self.purpose.replace(purpose) != Some(purpose) {
            self.stage = None;
        }
        self.purpose = Some(purpose);
    }

    fn lacks(&self, field: StartField, settings: &Settings) -> bool {
        match field {
            StartField::Purpose => self.purpose.is_none(),
            StartField::Rater => self.rater.is_none() && self.asks_rater(settings),
            StartField::Role => self.role.is_none(),
        }
    }

    /// What was missing and is there now, or is asked no more, is missing no longer.
    fn forget_what_is_there(&mut self, settings: &Settings) {
        let missing = std::mem::take(&mut self.missing);
        self.missing = missing.into_iter().filter(|field| self.lacks(*field, settings)).collect();
    }

    /// What was chosen for a journey that is under way.
    fn with(journey: Journey) -> Self {
        let assessment = &journey.assessment;
        Self {
            purpose: Some(assessment.purpose),
            rater: Some(assessment.rater),
            role: Some(journey.role),
            stage: assessment.stage.clone(),
            label: journey.label.clone(),
            missing: Vec::new(),
            under_way: Some(Box::new(journey)),
        }
    }

    /// Whether a manager answers about somebody.
    pub fn is_manager(&self) -> bool {
        self.rater == Some(Rater::Manager) && self.purpose == Some(Purpose::Development)
    }

    /// Whether it matters who answers: only a development interview has two sides.
    pub fn asks_rater(&self, settings: &Settings) -> bool {
        settings.rater.is_none() && self.purpose == Some(Purpose::Development)
    }
}

/// One message on its way through a session.
struct Turn<'a> {
    settings: &'a Rc<Settings>,
    wording: &'a Rc<Wording>,
    session: &'a mut Session,
    announcement: &'a mut (u32, Rc<str>),
    now: &'a Moment,
    effects: &'a mut Vec<Effect>,
}

impl Turn<'_> {
    fn take(&mut self, message: Message) {
        match message {
            Message::ProgressFound(stored) => self.find_progress(stored),
            Message::StorageFailed(trouble) => self.lose_storage(trouble),
            Message::FileOpened(text) => self.open_file(&text),
            Message::ReplacementConfirmed => {
                if let Some(Dialog::Replace(found)) = self.session.dialog.take() {
                    self.go_on_from(*found);
                }
            }
            Message::DeletionAsked | Message::ResetAsked => {
                self.session.dialog = Some(Dialog::Delete);
                self.effects.push(Effect::MoveFocus(Focus::Dialog));
            }
            Message::DeletionConfirmed if matches!(self.session.dialog, Some(Dialog::Delete)) => self.delete(),
            Message::DialogClosed => {
                self.session.dialog = None;
                self.effects.push(Effect::MoveFocus(Focus::Opener));
            }
            Message::NoticesRead => {
                self.session.notices.clear();
                self.effects.push(Effect::MoveFocus(Focus::Heading));
            }
            Message::RoleReadingOpened(role) if role < self.session.framework.roles.len() => {
                let back = Box::new(self.session.screen.beneath().clone());
                self.show(Screen::ReadRole { role, back });
            }
            Message::RoleReadingClosed => {
                if let Screen::ReadRole { back, .. } = &self.session.screen {
                    self.show((**back).clone());
                }
            }
            Message::KeepingChosen(keeping) => self.choose_keeping(keeping),
            Message::FileSaved => self.save_file(),
            message => match &self.session.screen {
                Screen::Start(_) => self.take_on_start(message),
                Screen::Journey(_) => self.take_on_journey(message),
                Screen::ReadRole { .. } => {}
            },
        }
    }

    /// Another screen: the focus goes to its heading, and notices and questions of the last one have been seen.
    fn show(&mut self, screen: Screen) {
        self.session.screen = screen;
        self.session.notices.clear();
        self.session.dialog = None;
        self.effects.push(Effect::MoveFocus(Focus::Heading));
    }

    fn announce(&mut self, key: Key) {
        *self.announcement = (self.announcement.0 + 1, self.wording.say(key, &[]));
    }

    // ---- the first screen

    fn take_on_start(&mut self, message: Message) {
        let framework = self.session.framework.clone();
        let Session { screen: Screen::Start(start), kept, .. } = &mut *self.session else { return };
        match message {
            Message::PurposeChosen(purpose) if self.settings.purpose.is_none() => start.choose_purpose(purpose),
            Message::RaterChosen(rater) if self.settings.rater.is_none() => start.rater = Some(rater),
            Message::RoleChosen(role) if role < framework.roles.len() && self.settings.role.is_none() => {
                start.role = Some(role);
                start.stage = None;
            }
            Message::RoleUnchosen if self.settings.role.is_none() => start.role = None,
            Message::StageChosen(stage) => start.stage = stage,
            Message::LabelWritten(label) => start.label = label,
            Message::Begun => return self.begin(&framework),
            // Answers that are here already aren't replaced by those of another day.
            Message::ProgressResumed(place) if place < kept.len() && start.under_way.is_none() => {
                let (_, progress) = kept.remove(place);
                return self.resume(progress);
            }
            Message::ProgressForgotten(place) if place < kept.len() => {
                let (key, _) = kept.remove(place);
                self.effects.push(Effect::ForgetProgress { key });
                self.effects.push(Effect::MoveFocus(Focus::Heading));
                return self.announce(Key::AnswersDeleted);
            }
            _ => return,
        }
        start.forget_what_is_there(self.settings);
        self.cap_keeping();
    }

    fn begin(&mut self, framework: &Framework) {
        let Screen::Start(start) = &mut self.session.screen else { return };
        let fields = [StartField::Purpose, StartField::Rater, StartField::Role];
        start.missing = fields.into_iter().filter(|field| start.lacks(*field, self.settings)).collect();
        let (Some(purpose), Some(role), true) = (start.purpose, start.role, start.missing.is_empty()) else {
            self.effects.push(Effect::MoveFocus(Focus::ErrorSummary));
            return;
        };
        let start = std::mem::take(start);
        let rater = match purpose {
            Purpose::Development => start.rater.unwrap_or_default(),
            Purpose::Exploration | Purpose::Onboarding => Rater::Myself,
        };
        let role_id = framework.roles[role].id.clone();
        let mut journey = match start.under_way {
            Some(journey) => *journey,
            None => Journey {
                assessment: Rc::new(Assessment {
                    created_at: Some(self.now.iso.clone()),
                    ..Assessment::new(framework.id.clone(), framework.version.clone(), purpose, rater, role_id.clone())
                }),
                role,
                step: Step::Check,
                has_seen_results: false,
                label: Rc::default(),
            },
        };
        // Another role, purpose or rater is another key on the device.
        let old_key = progress::key(framework, self.settings, &journey);
        let assessment = Rc::make_mut(&mut journey.assessment);
        if rater == Rater::Manager && assessment.rater == Rater::Myself {
            // These were of the one who answered about themselves; a manager states none for another.
            assessment.wishes = Default::default();
            assessment.experience.clear();
        }
        (assessment.purpose, assessment.rater, assessment.role) = (purpose, rater, role_id);
        assessment.stage = start.stage.filter(|stage| framework.roles[role].stage(stage).is_some());
        assessment.language = Some(self.wording.language.tag().into());
        journey.role = role;
        journey.label = if rater == Rater::Manager { start.label.trim().into() } else { Rc::default() };
        journey.step = journey.first_open(framework);
        if progress::key(framework, self.settings, &journey) != old_key {
            self.effects.push(Effect::ForgetProgress { key: old_key });
        }
        self.show(Screen::Journey(journey));
        self.cap_keeping();
        self.changed();
    }

    fn choose_keeping(&mut self, keeping: Keeping) {
        self.session.keeping = keeping;
        self.cap_keeping();
        self.keep();
    }

    /// No longer than the page and the purpose allow.
    fn cap_keeping(&mut self) {
        let purpose = match self.session.screen.beneath() {
            Screen::Start(start) => start.purpose,
            _ => self.session.journey().map(|journey| journey.assessment.purpose),
        };
        let most = self.settings.most_keeping(purpose.unwrap_or_default());
        self.session.keeping = self.session.keeping.min(most);
    }

    // ---- progress and files

    /// In the tab one goes straight on; what the device kept is offered, since another may sit there now.
    fn find_progress(&mut self, stored: Vec<Stored>) {
        let framework = self.session.framework.clone();
        if !matches!(self.session.screen, Screen::Start(_)) || self.session.journey().is_some() {
            return;
        }
        self.session.kept.clear();
        let mut in_tab: Option<Progress> = None;
        for Stored { key, text, keeping } in stored {
            let day = progress::day_of(&text);
            if keeping == Keeping::Device && day.is_some_and(|day| progress::is_expired(day, self.now)) {
                self.effects.push(Effect::ForgetProgress { key });
                continue;
            }
            let Some(progress) = progress::read(&framework, &text) else { continue };
            let most = self.settings.most_keeping(progress.journey.assessment.purpose);
            if keeping > most || !progress.fits(self.settings) {
                continue;
            }
            let progress = Progress { keeping, ..progress };
            let changed_at = |progress: &Progress| progress.journey.assessment.updated_at.clone();
            if keeping == Keeping::Device {
                self.session.kept.push((key, progress));
            } else if in_tab.as_ref().is_none_or(|other| changed_at(other) <= changed_at(&progress)) {
                in_tab = Some(progress);
            }
        }
        // What this very widget handed over goes before all else, also where the page asks for something else now.
        let handed_over = self.settings.progress.as_ref().and_then(|text| progress::read(&framework, text));
        if let Some(progress) = handed_over.or(in_tab) {
            self.resume(progress);
        }
    }

    fn resume(&mut self, progress: Progress) {
        self.session.keeping = progress.keeping;
        self.show(Screen::Journey(progress.journey));
        self.session.notices.push(Notice::Resumed(progress.told));
        self.announce(Key::Resumed);
        self.cap_keeping();
        self.keep();
    }

    fn lose_storage(&mut self, trouble: StorageTrouble) {
        let notice = Notice::NotKept(trouble);
        self.session.keeping = Keeping::Nowhere;
        if !self.session.notices.iter().any(|own| matches!(own, Notice::NotKept(_))) {
            self.session.notices.push(notice);
        }
        let (key, code, message) = match trouble {
            StorageTrouble::Blocked => {
                (Key::StorageBlocked, "storage-blocked", "the browser refuses to keep answers on the device")
            }
            StorageTrouble::Full => {
                (Key::StorageFull, "storage-full", "the browser has no room left to keep answers on the device")
            }
        };
        self.announce(key);
        self.effects.push(Effect::Emit(Event::Error { code, message: message.to_owned() }));
    }

    fn open_file(&mut self, text: &str) {
        self.session.notices.clear();
        let found = match opening::open(&self.session.framework, text) {
            Ok(found) => found,
            Err(declined) => {
                self.effects.push(Effect::Emit(Event::Error { code: declined.code(), message: declined.to_string() }));
                self.session.notices.push(Notice::NotOpened(declined));
                self.effects.push(Effect::MoveFocus(Focus::Notices));
                return;
            }
        };
        let key = progress::key(&self.session.framework, self.settings, &found.journey(0));
        if self.session.journey().is_some() || self.session.kept.iter().any(|(kept, _)| *kept == key) {
            self.session.dialog = Some(Dialog::Replace(Box::new(found)));
            self.effects.push(Effect::MoveFocus(Focus::Dialog));
        } else {
            self.go_on_from(found);
        }
    }

    /// To the results where there are answers; to the first screen where the role has to be asked again.
    fn go_on_from(&mut self, found: Found) {
        let framework = self.session.framework.clone();
        let key = |journey: &Journey| progress::key(&framework, self.settings, journey);
        let old_key = self.session.journey().map(key);
        let role = found.role;
        let mut journey = found.journey(role.unwrap_or(0));
        self.session.kept.retain(|(kept, _)| *kept != key(&journey));
        if let Some(old_key) = old_key
            && old_key != key(&journey)
        {
            self.effects.push(Effect::ForgetProgress { key: old_key });
        }
        if role.is_some() {
            journey.step = match journey.answered(&framework) {
                (0, _) => journey.first_open(&framework),
                _ => Step::Results { lens: journey.role },
            };
            self.show(Screen::Journey(journey));
            self.seen_results();
        } else {
            let mut start = Start { role: None, missing: vec![StartField::Role], ..Start::with(journey) };
            start.fix(&framework, self.settings);
            self.show(Screen::Start(start));
        }
        self.session.notices.push(Notice::Opened(found.told));
        self.announce(Key::Opened);
        self.cap_keeping();
        self.keep();
        self.tell_progress();
    }

    fn delete(&mut self) {
        let framework = self.session.framework.clone();
        let key = self.session.journey().map(|journey| progress::key(&framework, self.settings, journey));
        let kept = std::mem::take(&mut self.session.kept).into_iter().map(|(key, _)| key);
        self.effects.extend(key.into_iter().chain(kept).map(|key| Effect::ForgetProgress { key }));
        self.effects.push(Effect::HandOverProgress(None));
        let mut start = Start::default();
        start.fix(&framework, self.settings);
        self.session.keeping = self.settings.storage.min(Keeping::Tab);
        self.show(Screen::Start(start));
        self.session.notices.push(Notice::Deleted);
        self.announce(Key::AnswersDeleted);
    }

    /// After every change of the answers.
    fn changed(&mut self) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        Rc::make_mut(&mut journey.assessment).updated_at = Some(self.now.iso.clone());
        self.keep();
        self.tell_progress();
    }

    /// Keeps the answers as long as the person chose, and hands over a copy.
    fn keep(&mut self) {
        let Session { framework, keeping, .. } = &*self.session;
        let Some(journey) = self.session.journey() else { return };
        let keeping = *keeping;
        let key = progress::key(framework, self.settings, journey);
        let text: Rc<str> = progress::write(framework, journey, keeping, self.now).into();
        self.effects.push(match keeping {
            Keeping::Nowhere => Effect::ForgetProgress { key },
            Keeping::Tab | Keeping::Device => Effect::SaveProgress(Stored { key, text: text.clone(), keeping }),
        });
        self.effects.push(Effect::HandOverProgress(Some(text)));
    }

    /// Tells the page how far the person is.
    fn tell_progress(&mut self) {
        let Screen::Journey(journey) = &self.session.screen else { return };
        let (answered, total) = journey.answered(&self.session.framework);
        let screen = journey.step.name();
        self.effects.push(Effect::Emit(Event::Progress { answered, total, screen }));
    }

    // ---- on the way

    fn take_on_journey(&mut self, message: Message) {
        let framework = self.session.framework.clone();
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        let is_on_results = matches!(journey.step, Step::Results { .. });
        match message {
            Message::ResponseGiven(answer) => {
                let Step::Question(question) = &mut journey.step else { return };
                if !question.item.takes(&framework, answer) {
                    return;
                }
                question.is_missing = false;
                let item = question.item;
                journey.respond(&framework, item, Some(answer));
            }
            Message::WishTicked(wishes) => {
                let Step::Question(Question { item: item @ Item::Competence(_), .. }) = journey.step else { return };
                if journey.assessment.rater == Rater::Manager {
                    return;
                }
                let id = item.id(&framework).clone();
                let wished = &mut Rc::make_mut(&mut journey.assessment).wishes.competences;
                if wishes {
                    wished.set(id, 2);
                } else {
                    wished.remove(&id);
                }
            }
            Message::Continued => return self.go_on(&framework),
            Message::Skipped => {
                let Step::Question(question) = journey.step else { return };
                journey.respond(&framework, question.item, None);
                Rc::make_mut(&mut journey.assessment).updated_at = Some(self.now.iso.clone());
                let next = journey.after(&framework, &journey.step);
                return self.step(next);
            }
            Message::WentBack => return self.go_back(&framework),
            Message::DepthChosen { dimension } if dimension < framework.dimensions.len() => {
                let then = if is_on_results { Then::DepthThenResults } else { Then::GoOn };
                let behaviours = framework.dimensions[dimension].behaviours.clone();
                let responses = &journey.assessment.responses.behaviours;
                let is_open = |place: &usize| responses.get(&framework.behaviours[*place].id).is_none();
                let first = behaviours.clone().find(is_open).or(behaviours.clone().next());
                let Some(first) = first else { return };
                return self.step(Question::about(Item::Behaviour(first), then));
            }
            Message::FocusTicked { dimension, is_in_focus } if dimension < framework.dimensions.len() => {
                let id = &framework.dimensions[dimension].id;
                Rc::make_mut(&mut journey.assessment).targets.focus.retain(|own| own != id);
                if is_in_focus && journey.can_focus_more(&framework) {
                    Rc::make_mut(&mut journey.assessment).targets.focus.push(id.clone());
                }
            }
            Message::FocusAgreed(is_agreed) => {
                let targets = &mut Rc::make_mut(&mut journey.assessment).targets;
                targets.agreed_by = is_agreed.then(|| "head".into());
                if !is_agreed {
                    targets.agreed_on = None;
                    targets.focus.clear();
                    targets.adjusted = Default::default();
                }
            }
            Message::AgreementDated(date) => {
                let targets = &mut Rc::make_mut(&mut journey.assessment).targets;
                targets.agreed_on = crate::shape::is_date(&date).then_some(date);
            }
            Message::TargetAdjusted { competence, target } if competence < framework.competences.len() => {
                let id = framework.competences[competence].id.clone();
                if matches!(target, Adjustment::Level(level) if level > framework.scale_of(competence).highest()) {
                    return;
                }
                let adjusted = &mut Rc::make_mut(&mut journey.assessment).targets.adjusted;
                match target {
                    Adjustment::AsTheRole => {
                        adjusted.remove(&id);
                    }
                    Adjustment::NoTarget => adjusted.set(id, None),
                    Adjustment::Level(level) => adjusted.set(id, Some(i64::from(level))),
                }
            }
            Message::AreaWished { area, wish }
                if area < framework.areas.len() && (-1..=2).contains(&wish) && journey.asks_areas(&framework) =>
            {
                let id = framework.areas[area].id.clone();
                let wishes = &mut Rc::make_mut(&mut journey.assessment).wishes.areas;
                if wish == 0 {
                    wishes.remove(&id);
                } else {
                    wishes.set(id, i64::from(wish));
                }
            }
            Message::AreaExperienced { area, is_experienced }
                if area < framework.areas.len() && journey.asks_areas(&framework) =>
            {
                let id = &framework.areas[area].id;
                let experience = &mut Rc::make_mut(&mut journey.assessment).experience;
                experience.retain(|own| own != id);
                if is_experienced {
                    experience.push(id.clone());
                }
            }
            Message::ChangeAsked(item) if item.is_in(&framework) => {
                let then = if is_on_results { Then::ReturnToResults } else { Then::ReturnToCheck };
                return self.step(Question::about(item, then));
            }
            Message::StepChosen(step) if journey.has(&framework, &step) => return self.step(step),
            Message::LensChosen(role) if role < framework.roles.len() => {
                let Step::Results { lens } = &mut journey.step else { return };
                *lens = role;
                self.announce(Key::ResultsChanged);
                return;
            }
            _ => return,
        }
        if is_on_results {
            self.announce(Key::ResultsChanged);
        }
        self.changed();
    }

    /// *Continue*: with an answer to the next step, without one to the sentence that says so.
    fn go_on(&mut self, framework: &Framework) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        if let Step::Question(question) = journey.step
            && journey.response(framework, question.item).is_none()
        {
            journey.step = Step::Question(Question { is_missing: true, ..question });
            self.effects.push(Effect::MoveFocus(Focus::ErrorSummary));
            return;
        }
        let next = journey.after(framework, &journey.step);
        self.step(next);
    }

    fn go_back(&mut self, framework: &Framework) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        match journey.before(framework, &journey.step) {
            Some(step) => self.step(step),
            None => {
                let mut start = Start::with(journey.clone());
                start.fix(framework, self.settings);
                self.show(Screen::Start(start));
            }
        }
    }

    fn step(&mut self, step: Step) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        let returns = matches!(&journey.step, Step::Question(question) if question.then.is_from_results());
        let returns = returns && matches!(step, Step::Results { .. });
        journey.step = step;
        let screen = Screen::Journey(journey.clone());
        self.show(screen);
        if returns {
            self.announce(Key::ResultsChanged);
        }
        self.seen_results();
        self.keep();
        self.tell_progress();
    }

    fn seen_results(&mut self) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        if matches!(journey.step, Step::Results { .. }) && !journey.has_seen_results {
            journey.has_seen_results = true;
            self.effects.push(Effect::Emit(Event::Results));
        }
    }

    /// *My own file*: everything, with what it is and is not, and the report.
    fn save_file(&mut self) {
        let framework = &self.session.framework;
        let Some(journey) = self.session.journey() else { return };
        let assessment = Assessment { parts: Some(own_parts(journey)), ..(*journey.assessment).clone() };
        let json = file_json(framework, journey.role, &assessment, self.wording);
        let day = self.now.iso.get(..10).unwrap_or_default();
        let name = format!("{}-{day}.json", framework.id);
        self.effects.push(Effect::Download { name, text: json.to_pretty() });
        self.effects.push(Effect::Emit(Event::Export { kind: "file" }));
        self.announce(Key::FileSaved);
    }
}

/// Everything that there is to put in one's own file.
fn own_parts(journey: &Journey) -> Vec<crate::assessment::Part> {
    use crate::assessment::Part;
    let Assessment { rater, wishes, experience, .. } = &*journey.assessment;
    match rater {
        // A manager has no wishes here; what a file said all the same stays.
        Rater::Manager if *wishes == Default::default() && experience.is_empty() => vec![Part::Responses, Part::Plan],
        _ => vec![Part::Responses, Part::Wishes, Part::Plan],
    }
}

/// The assessment file with its notice and report.
pub fn file_json(framework: &Framework, role: usize, assessment: &Assessment, wording: &Wording) -> Json {
    let notice = wording.say(Key::FileNotice, &[]);
    let report = Report::of(framework, role, assessment).to_json(framework);
    let surroundings = file::Surroundings { notice: Some(Json::from(&notice)), report: Some(report) };
    file::write(assessment, surroundings)
}

impl Step {
    /// The public name of the screen, in `rokade-progress`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Question(_) => "question",
            Self::PartDone { .. } => "part-done",
            Self::Balance => "balance",
            Self::Areas => "areas",
            Self::Check => "check",
            Self::Results { .. } => "results",
            Self::Keep => "keep",
        }
    }
}
