//! The widget's state, everything that can happen, and [`update`]: the only place where state changes.
//!
//! `update` is pure: what the outside has to do comes back as effects, and the time comes in as a value. Knows no browser
//! and no component, so whole journeys are tested as lists of messages.

pub mod settings;

pub mod journey;

pub mod progress;

pub mod opening;

pub mod csv;

pub mod start;

pub mod answering;

pub mod planning;

pub mod comparing;

pub mod export;

pub mod persistence;

use crate::assessment::{Answer, Assessment, Purpose, Rater, file};
use crate::comparison;
use crate::framework::Framework;
use crate::json::{Json, Object};
use crate::problem::Problem;
use crate::report::Report;
use crate::wording::{Key, Language, Wording};
use comparing::{ComparedFile, Comparing};
use export::Export;
use journey::{Item, Journey, Step};
use opening::OpenedAssessment;
use planning::Planning;
use progress::{Now, Progress, StoredProgress};
use settings::{Retention, Settings};
use start::Start;
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
    /// The day of the last thing that happened, such as `2026-02-01`.
    pub today: Rc<str>,
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
    pub keeping: Retention,
    /// Answers found on the device, not gone on from yet.
    pub kept: Vec<(Rc<str>, Progress)>,
    /// The key that the answers under way are kept under.
    kept_under: Option<Rc<str>>,
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

/// A question that has to be settled first.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// A file was opened while there are answers already.
    Opened {
        /// It would take their place; `None` where it is for another framework.
        found: Option<Box<OpenedAssessment>>,
        /// It can stand beside those under way, or why not; `None` where none are under way.
        compared: Option<Result<Rc<ComparedFile>, comparison::NotComparable>>,
    },
    Delete,
}

/// Something the person is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A file was opened, or not; what of it was left out.
    Opened(opening::OpenReport),
    NotOpened(opening::OpenError),
    /// Answers from earlier are there again; what became of them where the framework has another version now.
    Resumed(opening::OpenReport),
    Deleted,
    /// The person's own file was saved without the examples, which weren't ticked.
    ExamplesLeftOut,
    /// The browser doesn't let us keep answers.
    NotKept(StorageTrouble),
    /// What is kept can't be read by this version.
    KeptUnread,
    /// The answers were changed in another window, and stand here as they are there.
    ChangedElsewhere,
    /// The answers were deleted in another window, or are kept there alone.
    DeletedElsewhere,
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
    ProgressFound(Vec<StoredProgress>),
    /// What is kept is no longer what this widget left there: all that is found now.
    ProgressChanged(Vec<StoredProgress>),
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
    KeepingChosen(Retention),
    Begun,
    /// By its key.
    ProgressResumed(Rc<str>),
    ProgressForgotten(Rc<str>),
    /// An applicant looks at a further role, or no longer.
    OtherRoleTicked {
        role: usize,
        is_looked_at: bool,
    },
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
    ViewedRoleChosen(usize),
    Planning(Planning),
    Comparing(Comparing),
    // the person, keeping and deleting
    Export(Export),
    /// What is on the screen, as pages.
    PrintAsked,
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
    SaveProgress(StoredProgress),
    ForgetProgress {
        key: Rc<str>,
    },
    /// A copy for the page's safe keeping, should the widget break down.
    HandOverProgress(Option<Rc<str>>),
    MoveFocus(FocusTarget),
    Download {
        name: String,
        kind: FileKind,
        text: String,
    },
    /// The same as a page that reads without the widget: made of the screens' markup.
    DownloadReceipt {
        name: String,
    },
    /// The page is handed what the person shared, as a file's text; `None` where they took it back.
    Share(Option<String>),
    Print,
    Emit(Event),
}

/// What is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Json,
    Page,
    Csv,
}

/// Where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The screen's heading.
    Heading,
    ErrorSummary,
    Dialog,
    Notices,
    /// The button that shares with the page.
    Sharing,
    /// The agreement at this place.
    Item(usize),
    /// The way to the answer to this competence: back where a question was opened from.
    Change(usize),
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
            today: Rc::<str>::default(),
            announcement: (0, Rc::<str>::default()),
        }
    }
}

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
        Message::FrameworkFailed { code, detail } => fail(state, code, detail, Vec::new(), &mut effects),
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
            return fail(state, code, Rc::<str>::default(), problems, effects);
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
        keeping: state.settings.storage.min(Retention::Tab),
        kept: Vec::new(),
        kept_under: None,
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

    fn journey_mut(&mut self) -> Option<&mut Journey> {
        match self.screen.beneath_mut() {
            Screen::Journey(journey) => Some(journey),
            Screen::Start(start) => start.under_way.as_deref_mut(),
            Screen::ReadRole { .. } => None,
        }
    }

    fn start_mut(&mut self) -> Option<&mut Start> {
        if let Screen::Start(start) = self.screen.beneath_mut() { Some(start) } else { None }
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

    fn beneath_mut(&mut self) -> &mut Self {
        match self {
            Self::ReadRole { back, .. } => back,
            screen => screen,
        }
    }
}

/// One message on its way through a session.
struct UpdateContext<'a> {
    settings: &'a Rc<Settings>,
    wording: &'a Rc<Wording>,
    /// The place of the reader's language among the framework's.
    language: usize,
    session: &'a mut Session,
    announcement: &'a mut (u32, Rc<str>),
    now: &'a Now,
    effects: &'a mut Vec<Effect>,
}

impl UpdateContext<'_> {
    fn handle(&mut self, message: Message) {
        match message {
            Message::ProgressFound(stored) => self.find_progress(stored),
            Message::ProgressChanged(stored) => self.sync_from_storage(stored),
            Message::StorageFailed(trouble) => self.lose_storage(trouble),
            Message::FileOpened(text) => self.open_file(&text),
            Message::ReplacementConfirmed => {
                if let Some(Dialog::Opened { found: Some(found), .. }) = self.session.dialog.take() {
                    self.go_on_from(*found);
                }
            }
            Message::DeletionAsked | Message::ResetAsked => {
                self.session.dialog = Some(Dialog::Delete);
                self.effects.push(Effect::MoveFocus(FocusTarget::Dialog));
            }
            Message::DeletionConfirmed if matches!(self.session.dialog, Some(Dialog::Delete)) => self.delete(),
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
            Message::RoleReadingClosed => {
                if let Screen::ReadRole { back, .. } = &self.session.screen {
                    self.show((**back).clone());
                }
            }
            Message::KeepingChosen(keeping) => self.choose_keeping(keeping),
            Message::Planning(planning) => self.plan(planning),
            Message::Comparing(comparing) => self.compare(comparing),
            Message::Export(saving) => self.save(saving),
            Message::PrintAsked => {
                self.effects.push(Effect::Print);
                self.effects.push(Effect::Emit(Event::Export { kind: "print" }));
            }
            message => match &self.session.screen {
                Screen::Start(_) => self.handle_on_start(message),
                Screen::Journey(_) => self.handle_on_journey(message),
                Screen::ReadRole { .. } => {}
            },
        }
    }

    /// Another screen: the focus goes to its heading, and notices and questions of the last one have been seen.
    fn show(&mut self, screen: Screen) {
        self.session.screen = screen;
        self.session.notices.clear();
        self.session.dialog = None;
        self.effects.push(Effect::MoveFocus(FocusTarget::Heading));
    }

    fn announce(&mut self, key: Key) {
        *self.announcement = (self.announcement.0 + 1, self.wording.say(key, &[]));
    }
}

/// The assessment file with its notice and report.
pub fn file_json(framework: &Framework, role: usize, assessment: &Assessment, wording: &Wording) -> Json {
    let mut notice = wording.text(Key::FileNotice);
    if assessment.rater == Rater::Manager {
        notice = [&*notice, " ", &wording.text(Key::NoticeShowEmployee)].concat().into();
    }
    let report = Report::of(framework, role, assessment).to_json(framework);
    let derived = file::Derived { notice: Some(Json::from(&notice)), report: Some(report) };
    file::write(assessment, derived)
}

impl Step {
    /// The public name of the screen, in `rokade-progress`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Question(_) => "question",
            Self::DimensionDone { .. } => "part-done",
            Self::Balance => "balance",
            Self::Areas => "areas",
            Self::Check => "check",
            Self::Results { .. } => "results",
            Self::Plan => "plan",
            Self::Compare => "compare",
            Self::Agenda => "agenda",
            Self::Paper => "print",
            Self::Keep => "keep",
        }
    }
}
