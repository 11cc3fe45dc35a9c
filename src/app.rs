//! The widget's state, everything that can happen, and [`update`]: the only place where state changes.
//!
//! `update` is pure: what the outside has to do comes back as effects, and the time comes in as a value. Knows no browser
//! and no component, so whole journeys are tested as lists of messages.

pub mod journey;
pub mod opening;
pub mod planning;
pub mod progress;
pub mod settings;
pub mod sheet;

use crate::assessment::{Answer, Assessment, Purpose, Rater, Responsible, file};
use crate::framework::Framework;
use crate::json::{Json, Object};
use crate::problem::Problem;
use crate::report::Report;
use crate::wording::{Key, Language, Wording};
use journey::{Item, Journey, Question, Shared, Sharing, Step, Then};
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
    /// For an applicant: places of further roles to look at, in the order in which they were chosen.
    pub other_roles: Vec<usize>,
    /// For a manager: whom the answers are about.
    pub label: Rc<str>,
    /// What was missing when *Begin* was pressed.
    pub missing: Vec<StartField>,
    /// Answers that are there already, when the person went back here.
    pub under_way: Option<Box<Journey>>,
    /// Answers found on the device, not gone on from yet.
    pub kept: Vec<(Rc<str>, Progress)>,
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
    /// Answers from earlier are there again.
    Resumed,
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
    // the person, planning
    PlanItemAdded(PlanFor),
    PlanItemRemoved(usize),
    PlanFilled {
        item: usize,
        field: PlanField,
        text: Rc<str>,
    },
    PlanResponsible {
        item: usize,
        responsible: Responsible,
    },
    /// The short way through the competences that the plan names.
    FollowUpBegun,
    EvidenceWritten {
        competence: usize,
        text: Rc<str>,
    },
    OtherRoleTicked {
        role: usize,
        is_looked_at: bool,
    },
    // the person, keeping and deleting
    ShareTicked {
        part: Shared,
        is_shared: bool,
    },
    FileShared,
    WishesSaved,
    ReceiptSaved,
    SheetSaved,
    PrintAsked,
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

/// What an agreement starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFor {
    Nothing,
    /// The place of a competence.
    Competence(usize),
    /// The place of an area.
    Area(usize),
}

/// The fields of an agreement that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanField {
    Goal,
    Why,
    Activity,
    Support,
    Due,
    Sign,
    FollowUp,
    Outcome,
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
        kind: FileKind,
        text: String,
    },
    /// The same as a page that reads without the widget: made of the screens' markup.
    DownloadReceipt {
        name: String,
    },
    Print,
    Emit(Event),
}

/// What is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Json,
    Page,
    Sheet,
}

/// Where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The screen's heading.
    Heading,
    ErrorSummary,
    Dialog,
    Notices,
    /// The agreement that was just added.
    NewItem,
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
        Message::SettingsChanged(settings) => change_settings(state, settings),
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
            let mut turn = Turn { settings, wording, language, session, announcement, now, effects: &mut effects };
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

fn change_settings(state: &mut State, settings: Settings) {
    if settings.language != state.settings.language {
        state.chosen_language = None;
    }
    state.settings = Rc::new(settings);
    choose_words(state);
    let settings = state.settings.clone();
    if let Status::Ready(session) = &mut state.status
        && let Screen::Start(start) = &mut session.screen
    {
        start.fix(&session.framework, &settings);
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
    if let Some(role) = &state.settings.role
        && framework.role(role).is_none()
    {
        let roles = framework.roles.iter().map(|role| format!("`{}`", role.id)).collect::<Vec<_>>().join(", ");
        let detail = format!("`role-id` is `{role}`; the framework's roles are {roles}");
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
        dialog: None,
        notices: Vec::new(),
    }));
    choose_words(state);
}

impl Start {
    /// Takes over what the page fixed, and what leaves no choice.
    fn fix(&mut self, framework: &Framework, settings: &Settings) {
        self.purpose = settings.purpose.or(self.purpose);
        self.rater = settings.rater.or(self.rater);
        let fixed_role = settings.role.as_ref().and_then(|role| framework.role(role));
        let only_role = (framework.roles.len() == 1).then_some(0);
        self.role = fixed_role.or(only_role).or(self.role);
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
    /// The place of the reader's language among the framework's.
    language: usize,
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
            Message::DeletionConfirmed => self.delete(),
            Message::DialogClosed => {
                self.session.dialog = None;
                self.effects.push(Effect::MoveFocus(Focus::Opener));
            }
            Message::NoticesRead => {
                self.session.notices.clear();
                self.effects.push(Effect::MoveFocus(Focus::Heading));
            }
            Message::RoleReadingOpened(role) if role < self.session.framework.roles.len() => {
                let back = Box::new(self.session.screen.clone());
                self.show(Screen::ReadRole { role, back });
            }
            Message::RoleReadingClosed => {
                if let Screen::ReadRole { back, .. } = &self.session.screen {
                    self.show((**back).clone());
                }
            }
            Message::KeepingChosen(keeping) => self.choose_keeping(keeping),
            message => match &self.session.screen {
                Screen::Start(_) => self.take_on_start(message),
                Screen::Journey(_) => self.take_on_journey(message),
                Screen::ReadRole { .. } => {}
            },
        }
    }

    /// Another screen: the focus goes to its heading, and notices of the last one have been seen.
    fn show(&mut self, screen: Screen) {
        self.session.screen = screen;
        self.session.notices.clear();
        self.effects.push(Effect::MoveFocus(Focus::Heading));
    }

    fn announce(&mut self, key: Key) {
        *self.announcement = (self.announcement.0 + 1, self.wording.say(key, &[]));
    }

    // ---- the first screen

    fn take_on_start(&mut self, message: Message) {
        let framework = self.session.framework.clone();
        let Screen::Start(start) = &mut self.session.screen else { return };
        match message {
            Message::PurposeChosen(purpose) if self.settings.purpose.is_none() => {
                start.purpose = Some(purpose);
                start.missing.retain(|field| *field != StartField::Purpose);
            }
            Message::RaterChosen(rater) if self.settings.rater.is_none() => {
                start.rater = Some(rater);
                start.missing.retain(|field| *field != StartField::Rater);
            }
            Message::RoleChosen(role) if role < framework.roles.len() && self.settings.role.is_none() => {
                start.role = Some(role);
                start.stage = None;
                start.missing.retain(|field| *field != StartField::Role);
            }
            Message::OtherRoleTicked { role, is_looked_at } if role < framework.roles.len() => {
                start.other_roles.retain(|own| *own != role);
                if is_looked_at {
                    start.other_roles.push(role);
                }
            }
            Message::RoleUnchosen if self.settings.role.is_none() => start.role = None,
            Message::StageChosen(stage) => start.stage = stage,
            Message::LabelWritten(label) => start.label = label,
            Message::Begun => self.begin(&framework),
            Message::ProgressResumed(place) if place < start.kept.len() => {
                let (_, progress) = start.kept.remove(place);
                self.resume(progress);
            }
            Message::ProgressForgotten(place) if place < start.kept.len() => {
                let (key, _) = start.kept.remove(place);
                self.effects.push(Effect::ForgetProgress { key });
                self.effects.push(Effect::MoveFocus(Focus::Heading));
                self.announce(Key::AnswersDeleted);
            }
            _ => {}
        }
    }

    fn begin(&mut self, framework: &Framework) {
        let asks_rater = match &self.session.screen {
            Screen::Start(start) => start.asks_rater(self.settings),
            _ => return,
        };
        let Screen::Start(start) = &mut self.session.screen else { return };
        start.missing.clear();
        if start.purpose.is_none() {
            start.missing.push(StartField::Purpose);
        }
        if asks_rater && start.rater.is_none() {
            start.missing.push(StartField::Rater);
        }
        if start.role.is_none() {
            start.missing.push(StartField::Role);
        }
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
                sharing: Sharing::default(),
            },
        };
        // Another role, purpose or rater is another key on the device.
        let old_key = progress::key(framework, self.settings, &journey);
        let assessment = Rc::make_mut(&mut journey.assessment);
        (assessment.purpose, assessment.rater, assessment.role) = (purpose, rater, role_id);
        assessment.stage = start.stage.filter(|stage| framework.roles[role].stage(stage).is_some());
        assessment.language = Some(self.wording.language.tag().into());
        let looks_at_more = purpose == Purpose::Exploration;
        let other_roles = start.other_roles.iter().filter(|other| looks_at_more && **other != role);
        assessment.other_roles = other_roles.map(|other| framework.roles[*other].id.clone()).collect();
        journey.role = role;
        journey.label = if rater == Rater::Manager { start.label.trim().into() } else { Rc::default() };
        journey.step = journey.first_open(framework);
        if progress::key(framework, self.settings, &journey) != old_key {
            self.effects.push(Effect::ForgetProgress { key: old_key });
        }
        self.session.keeping = self.session.keeping.min(self.settings.most_keeping(purpose));
        self.show(Screen::Journey(journey));
        self.changed();
    }

    fn choose_keeping(&mut self, keeping: Keeping) {
        let purpose = match &self.session.screen {
            Screen::Journey(journey) => Some(journey.assessment.purpose),
            Screen::Start(start) => start.purpose,
            Screen::ReadRole { .. } => None,
        };
        let most = self.settings.most_keeping(purpose.unwrap_or_default());
        self.session.keeping = keeping.min(most);
        if let Screen::Journey(_) = &self.session.screen {
            self.changed();
        }
    }

    // ---- progress and files

    /// In the tab one goes straight on; what the device kept is offered, since another may sit there now.
    fn find_progress(&mut self, stored: Vec<Stored>) {
        let framework = self.session.framework.clone();
        let Screen::Start(start) = &mut self.session.screen else { return };
        if start.under_way.is_some() {
            return;
        }
        let read = |text: &str| progress::read(&framework, self.settings, text);
        if let Some(progress) = self.settings.progress.as_ref().and_then(|text| read(text)) {
            return self.resume(progress);
        }
        let mut in_tab = None;
        for Stored { key, text, keeping } in stored {
            let Some(progress) = read(&text) else { continue };
            if keeping == Keeping::Device && progress::is_expired(progress.day, self.now) {
                self.effects.push(Effect::ForgetProgress { key });
            } else if keeping == Keeping::Tab && self.settings.storage >= Keeping::Tab {
                in_tab = Some(progress);
            } else if keeping <= self.settings.most_keeping(progress.journey.assessment.purpose) {
                start.kept.push((key, progress));
            }
        }
        if let Some(progress) = in_tab {
            self.resume(progress);
        }
    }

    fn resume(&mut self, progress: Progress) {
        self.session.keeping = progress.keeping.min(self.settings.most_keeping(progress.journey.assessment.purpose));
        self.show(Screen::Journey(progress.journey));
        self.session.notices.push(Notice::Resumed);
        self.changed();
    }

    fn lose_storage(&mut self, trouble: StorageTrouble) {
        let notice = Notice::NotKept(trouble);
        if self.session.keeping > Keeping::Nowhere || !self.session.notices.contains(&notice) {
            self.session.keeping = Keeping::Nowhere;
            self.session.notices.push(notice);
        }
        let (code, message) = match trouble {
            StorageTrouble::Blocked => ("storage-blocked", "the browser refuses to keep answers on the device"),
            StorageTrouble::Full => ("storage-full", "the browser has no room left to keep answers on the device"),
        };
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
        let has_answers = match &self.session.screen {
            Screen::Start(start) => start.under_way.is_some(),
            Screen::Journey(_) => true,
            Screen::ReadRole { back, .. } => matches!(**back, Screen::Journey(_)),
        };
        if has_answers {
            self.session.dialog = Some(Dialog::Replace(Box::new(found)));
            self.effects.push(Effect::MoveFocus(Focus::Dialog));
        } else {
            self.go_on_from(found);
        }
    }

    /// To the results where there are answers; to the first screen where the role has to be asked again.
    fn go_on_from(&mut self, found: Found) {
        let framework = self.session.framework.clone();
        let Found { assessment, role, told } = found;
        let journey = |role| Journey {
            assessment: Rc::new(assessment.clone()),
            role,
            step: Step::Check,
            has_seen_results: false,
            label: Rc::default(),
            sharing: Sharing::default(),
        };
        match role {
            Some(role) => {
                let mut journey = journey(role);
                let (answered, _) = journey.answered(&framework);
                journey.step = match answered {
                    0 => journey.first_open(&framework),
                    _ => Step::Results { lens: role },
                };
                self.session.keeping = self.session.keeping.min(self.settings.most_keeping(assessment.purpose));
                self.show(Screen::Journey(journey));
                self.seen_results();
                self.changed();
            }
            None => {
                let start = Start {
                    purpose: Some(assessment.purpose),
                    rater: Some(assessment.rater),
                    stage: assessment.stage.clone(),
                    under_way: Some(Box::new(journey(0))),
                    missing: vec![StartField::Role],
                    ..Start::default()
                };
                self.show(Screen::Start(start));
            }
        }
        self.session.notices.push(Notice::Opened(told));
    }

    fn delete(&mut self) {
        self.session.dialog = None;
        let framework = self.session.framework.clone();
        if let Some(journey) = self.journey() {
            let key = progress::key(&framework, self.settings, journey);
            self.effects.push(Effect::ForgetProgress { key });
        }
        if let Screen::Start(start) = &self.session.screen {
            let forget = start.kept.iter().map(|(key, _)| Effect::ForgetProgress { key: key.clone() });
            self.effects.extend(forget);
        }
        self.effects.push(Effect::HandOverProgress(None));
        let mut start = Start::default();
        start.fix(&framework, self.settings);
        self.session.keeping = self.settings.storage.min(Keeping::Tab);
        self.show(Screen::Start(start));
        self.session.notices.push(Notice::Deleted);
        self.announce(Key::AnswersDeleted);
    }

    /// The journey under way, wherever it stands.
    fn journey(&self) -> Option<&Journey> {
        match &self.session.screen {
            Screen::Journey(journey) => Some(journey),
            Screen::Start(start) => start.under_way.as_deref(),
            Screen::ReadRole { back, .. } => match &**back {
                Screen::Journey(journey) => Some(journey),
                Screen::Start(start) => start.under_way.as_deref(),
                Screen::ReadRole { .. } => None,
            },
        }
    }

    /// After every change: keeps the answers, hands over a copy, and tells the page how far the person is.
    fn changed(&mut self) {
        let framework = self.session.framework.clone();
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        Rc::make_mut(&mut journey.assessment).updated_at = Some(self.now.iso.clone());
        let key = progress::key(&framework, self.settings, journey);
        let keeping = self.session.keeping;
        let text: Rc<str> = progress::write(&framework, journey, keeping, self.now).into();
        let (answered, total) = journey.answered(&framework);
        let screen = journey.step.name();
        self.effects.push(match keeping {
            Keeping::Nowhere => Effect::ForgetProgress { key },
            Keeping::Tab | Keeping::Device => Effect::SaveProgress(Stored { key, text: text.clone(), keeping }),
        });
        self.effects.push(Effect::HandOverProgress(Some(text)));
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
                question.is_missing = false;
                let item = question.item;
                journey.respond(&framework, item, Some(answer));
            }
            Message::WishTicked(wishes) => {
                let Step::Question(Question { item: item @ Item::Competence(_), .. }) = journey.step else { return };
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
                let at_most = framework.roles[journey.role].focus.map_or(0, |focus| usize::from(focus.at_most));
                let focus = &mut Rc::make_mut(&mut journey.assessment).targets.focus;
                focus.retain(|own| own != id);
                if is_in_focus && focus.len() < at_most {
                    focus.push(id.clone());
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
                let adjusted = &mut Rc::make_mut(&mut journey.assessment).targets.adjusted;
                match target {
                    Adjustment::AsTheRole => {
                        adjusted.remove(&id);
                    }
                    Adjustment::NoTarget => adjusted.set(id, None),
                    Adjustment::Level(level) => adjusted.set(id, Some(i64::from(level))),
                }
            }
            Message::AreaWished { area, wish } if area < framework.areas.len() => {
                let id = framework.areas[area].id.clone();
                let wishes = &mut Rc::make_mut(&mut journey.assessment).wishes.areas;
                if wish == 0 {
                    wishes.remove(&id);
                } else {
                    wishes.set(id, i64::from(wish));
                }
            }
            Message::AreaExperienced { area, is_experienced } if area < framework.areas.len() => {
                let id = &framework.areas[area].id;
                let experience = &mut Rc::make_mut(&mut journey.assessment).experience;
                experience.retain(|own| own != id);
                if is_experienced {
                    experience.push(id.clone());
                }
            }
            Message::ChangeAsked(item) if is_in(&framework, item) => {
                let then = if is_on_results { Then::ReturnToResults } else { Then::ReturnToCheck };
                return self.step(Question::about(item, then));
            }
            Message::StepChosen(step) => return self.step(step),
            Message::LensChosen(role) if role < framework.roles.len() => {
                let Step::Results { lens } = &mut journey.step else { return };
                *lens = role;
                self.announce(Key::ResultsChanged);
                return;
            }
            Message::PlanItemAdded(start) => {
                let item = planning::begin(&framework, self.wording, start, self.language);
                Rc::make_mut(&mut journey.assessment).plan.push(item);
                journey.step = Step::Plan;
                self.effects.push(Effect::MoveFocus(Focus::NewItem));
            }
            Message::PlanItemRemoved(item) if item < journey.assessment.plan.len() => {
                Rc::make_mut(&mut journey.assessment).plan.remove(item);
                self.effects.push(Effect::MoveFocus(Focus::Heading));
                self.announce(Key::PlanItemRemoved);
                return self.changed();
            }
            Message::PlanFilled { item, field, text } => {
                let plan = &mut Rc::make_mut(&mut journey.assessment).plan;
                let Some(item) = plan.get_mut(item) else { return };
                planning::fill(item, field, text);
            }
            Message::PlanResponsible { item, responsible } => {
                let plan = &mut Rc::make_mut(&mut journey.assessment).plan;
                let Some(item) = plan.get_mut(item) else { return };
                item.responsible = responsible;
            }
            Message::FollowUpBegun => {
                let Some(first) = planning::named(&framework, &journey.assessment).next() else { return };
                return self.step(Question::about(Item::Competence(first), Then::FollowUp));
            }
            Message::EvidenceWritten { competence, text } if competence < framework.competences.len() => {
                let id = framework.competences[competence].id.clone();
                let evidence = &mut Rc::make_mut(&mut journey.assessment).evidence;
                if text.trim().is_empty() {
                    evidence.remove(&id);
                } else {
                    evidence.set(id, text);
                }
                return self.changed();
            }
            Message::ShareTicked { part, is_shared } => {
                journey.sharing.set(part, is_shared);
                return;
            }
            Message::FileShared => return self.save_shared(&framework),
            Message::WishesSaved => return self.save_wishes(&framework),
            Message::SheetSaved => return self.save_sheet(&framework),
            Message::ReceiptSaved => {
                let name = self.file_name(&framework, "", "html");
                self.effects.push(Effect::DownloadReceipt { name });
                return self.saved("receipt");
            }
            Message::PrintAsked => {
                self.effects.push(Effect::Print);
                self.effects.push(Effect::Emit(Event::Export { kind: "print" }));
                return;
            }
            Message::FileSaved => return self.save_file(&framework),
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
                let assessment = &journey.assessment;
                let start = Start {
                    purpose: Some(assessment.purpose),
                    rater: Some(assessment.rater),
                    role: Some(journey.role),
                    stage: assessment.stage.clone(),
                    other_roles: assessment.other_roles.iter().filter_map(|id| framework.role(id)).collect(),
                    label: journey.label.clone(),
                    under_way: Some(Box::new(journey.clone())),
                    ..Start::default()
                };
                self.show(Screen::Start(start));
            }
        }
    }

    fn step(&mut self, step: Step) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        journey.step = step;
        let screen = Screen::Journey(journey.clone());
        self.show(screen);
        self.seen_results();
        self.changed();
    }

    fn seen_results(&mut self) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        if matches!(journey.step, Step::Results { .. }) && !journey.has_seen_results {
            journey.has_seen_results = true;
            self.effects.push(Effect::Emit(Event::Results));
        }
    }

    // ---- files

    /// *My own file*: everything, with what it is and is not, and the report; examples only when ticked.
    fn save_file(&mut self, framework: &Framework) {
        let Screen::Journey(journey) = &self.session.screen else { return };
        let assessment = journey.own_file();
        self.save_json(framework, journey.role, &assessment, "", "file");
    }

    /// *A file to share*: what was ticked and nothing else.
    fn save_shared(&mut self, framework: &Framework) {
        let Screen::Journey(journey) = &self.session.screen else { return };
        if !journey.sharing.has_any() {
            self.announce(Key::ShareNothing);
            self.effects.push(Effect::MoveFocus(Focus::ErrorSummary));
            return;
        }
        let assessment = journey.shared_file(self.settings);
        self.save_json(framework, journey.role, &assessment, "-shared", "share");
    }

    /// A new hire's wishes for where to be placed, in a file of their own.
    fn save_wishes(&mut self, framework: &Framework) {
        let Screen::Journey(journey) = &self.session.screen else { return };
        let sharing = Sharing { wishes: true, ..Sharing::default() };
        let assessment = Journey { sharing, ..journey.clone() }.shared_file(self.settings);
        self.save_json(framework, journey.role, &assessment, "-wishes", "wishes");
    }

    fn save_json(
        &mut self,
        framework: &Framework,
        role: usize,
        assessment: &Assessment,
        what: &str,
        kind: &'static str,
    ) {
        let text = file_json(framework, role, assessment, self.wording).to_pretty();
        let name = self.file_name(framework, what, "json");
        self.effects.push(Effect::Download { name, kind: FileKind::Json, text });
        self.saved(kind);
    }

    /// A copy for a spreadsheet, for one's own use.
    fn save_sheet(&mut self, framework: &Framework) {
        let Screen::Journey(journey) = &self.session.screen else { return };
        let text = sheet::write(framework, journey, self.wording, self.language);
        let name = self.file_name(framework, "", "csv");
        self.effects.push(Effect::Download { name, kind: FileKind::Sheet, text });
        self.saved("sheet");
    }

    fn file_name(&self, framework: &Framework, what: &str, ending: &str) -> String {
        let day = self.now.iso.get(..10).unwrap_or_default();
        format!("{}{what}-{day}.{ending}", framework.id)
    }

    fn saved(&mut self, kind: &'static str) {
        self.effects.push(Effect::Emit(Event::Export { kind }));
        self.announce(Key::FileSaved);
    }
}

/// The assessment file with its notice and report.
pub fn file_json(framework: &Framework, role: usize, assessment: &Assessment, wording: &Wording) -> Json {
    let notice = wording.say(Key::FileNotice, &[]);
    let report = Report::of(framework, role, assessment).to_json(framework);
    let surroundings = file::Surroundings { notice: Some(Json::from(&notice)), report: Some(report) };
    file::write(assessment, surroundings)
}

fn is_in(framework: &Framework, item: Item) -> bool {
    match item {
        Item::Competence(place) => place < framework.competences.len(),
        Item::Behaviour(place) => place < framework.behaviours.len(),
    }
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
            Self::Plan => "plan",
            Self::Paper => "print",
            Self::Keep => "keep",
        }
    }
}
