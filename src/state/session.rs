//! Everything the widget knows: the page's settings, the words, and the session with its framework and screen.
//!
//! Values. What changes them is [`super::update`].

use super::incoming::IncomingFile;
use super::journey::Journey;
use super::opened::{OpenError, OpenReport};
use super::progress::{OtherProgress, Progress};
use super::settings::{Retention, Settings};
use super::share::Export;
use super::start::Start;
use crate::framework::Framework;
use crate::problem::Problems;
use crate::wording::{Key, Plurals, Wording, Words, is_same_language};
use indexmap::IndexMap;
use std::rc::Rc;

/// Everything the widget knows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub settings: Rc<Settings>,
    /// The words that are there, in the order in which their languages are offered.
    pub words: Vec<Rc<Words>>,
    /// Which form a number takes in a language.
    pub(super) plurals: Plurals,
    /// The widget's words in the reader's language, with the host's own.
    pub wording: Rc<Wording>,
    /// The tags of languages whose words couldn't be had: they are asked for again when somebody asks for the language.
    pub(super) missing_words: Vec<Rc<str>>,
    /// The language tag that the person chose here, until the page asks for another language.
    pub(super) chosen_language: Option<Rc<str>>,
    pub status: Status,
    /// The day of the last thing that happened, such as `2026-02-01`.
    pub today: Rc<str>,
    /// What a screen reader is told next; the number makes the same words new again.
    pub announcement: (u32, Rc<str>),
    /// The answers under way with frameworks that were taken away, by the framework's id: they wait for it to come back.
    pub(super) set_aside: IndexMap<Rc<str>, SetAside>,
    /// The progress that the page kept safe, until it was gone on from.
    pub(super) handed_over: Option<Rc<str>>,
    /// A file that came in while there was no framework to open it with.
    pub(super) waiting_file: Option<Rc<str>>,
    /// The role that the page asks for, also where the framework that is there doesn't have it.
    pub(super) asked_role: Option<Rc<str>>,
}

/// Answers that wait for their framework to come back.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SetAside {
    /// As progress is kept.
    pub text: Rc<str>,
    /// Where they are kept beside, if anywhere: deleted there, they are deleted here.
    pub kept_under: Option<Rc<str>>,
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
    pub problems: Problems,
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
    /// How long the person wants the answers kept.
    pub keeping: Retention,
    /// Why they aren't kept all the same, at the last try.
    pub trouble: Option<StorageTrouble>,
    /// Answers found on the device, not gone on from yet.
    pub kept: Vec<(Rc<str>, Progress)>,
    /// What else is kept of ours that can't be gone on from here, for which the person may want to delete it.
    pub others: Vec<OtherProgress>,
    /// The key that the answers under way are kept under.
    pub(super) kept_under: Option<Rc<str>>,
    /// What the page called its widget when the framework was read.
    pub(super) storage_key: Option<Rc<str>>,
    /// What the person is asked whether to delete, beside the button that they pressed.
    pub deletion: Option<Deletion>,
    /// Whether an answer was changed on this screen.
    pub(super) has_changed: bool,
    /// What was saved last on this screen.
    pub saved: Option<Export>,
    /// A file's text that was pasted and not opened yet.
    pub pasted: Rc<str>,
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
    /// The framework as a form to fill in by hand.
    BlankForm {
        back: Box<Screen>,
    },
    Journey(Journey),
    /// A file that came in: what it is, and what the person wants with it. It is held here alone.
    Incoming {
        file: Box<IncomingFile>,
        back: Box<Screen>,
    },
}

/// What can be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// The answers under way, and nothing else that is kept.
    UnderWay,
    /// Answers that could be gone on from, by their key.
    Kept(Rc<str>),
    /// All of [`Session::others`].
    Others,
}

/// Something the person is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A file was opened, or not; what of it was left out.
    Opened(OpenReport),
    NotOpened(OpenError),
    /// The person answers before they see somebody else's file, and opens it again then.
    AnswersFirst,
    /// The person answers anew, and compares with their earlier file at the end.
    AnswersAgain,
    /// Answers from earlier are there again; what became of them where the framework has another version now.
    Resumed(OpenReport),
    /// The same of answers that aren't the last that were given: there was no room to keep those.
    ResumedOlder(OpenReport),
    /// There was no room to keep the answers, and now there is.
    KeptAgain,
    Deleted,
    /// The words of the language that the person chose, by its name, couldn't be had.
    LanguageMissing(Rc<str>),
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

impl Default for State {
    fn default() -> Self {
        Self {
            settings: Rc::default(),
            words: Words::shipped(),
            plurals: Plurals::ONE_OR_OTHER,
            wording: Rc::new(Wording::of(Words::shipped_for("en").unwrap_or_default(), &[], Plurals::ONE_OR_OTHER)),
            missing_words: Vec::new(),
            chosen_language: None,
            status: Status::Waiting,
            today: Rc::<str>::default(),
            announcement: (0, Rc::<str>::default()),
            set_aside: IndexMap::new(),
            handed_over: None,
            waiting_file: None,
            asked_role: None,
        }
    }
}

impl State {
    /// At the beginning, with the words that are there and the forms that numbers take in them.
    pub fn speaking(words: Vec<Rc<Words>>, plurals: Plurals) -> Self {
        let first = words.first().cloned().unwrap_or_default();
        Self { wording: Rc::new(Wording::of(first, &[], plurals)), words, plurals, ..Self::default() }
    }

    pub(super) fn announce(&mut self, key: Key) {
        self.announcement = (self.announcement.0 + 1, self.wording.say(key, &[]));
    }

    /// The languages that the widget speaks, with their own names: those that the page can bring, in its order, and those whose
    /// words are there all the same.
    pub fn spoken_languages(&self) -> Vec<(Rc<str>, Rc<str>)> {
        let brought = self.settings.languages.iter().map(|(tag, name)| {
            let name = self.words_of(tag).map_or(name, |words| &words.name);
            (tag.clone(), name.clone())
        });
        let mut languages: Vec<_> = brought.collect();
        for words in &self.words {
            if !languages.iter().any(|(tag, _)| is_same_language(tag, &words.tag)) {
                languages.push((words.tag.clone(), words.name.clone()));
            }
        }
        languages
    }

    /// The words of this language, whatever its region, if they are there.
    pub(super) fn words_of(&self, tag: &str) -> Option<&Rc<Words>> {
        self.words.iter().find(|words| is_same_language(&words.tag, tag))
    }

    /// The tag of the language to speak: what was chosen, else what the page asks for, else the framework's first of those
    /// that are spoken, else English.
    pub(super) fn language(&self) -> Rc<str> {
        let of_framework = match &self.status {
            Status::Ready(session) => &session.framework.languages[..],
            _ => &[],
        };
        let spoken = self.spoken_languages();
        let wanted = self.chosen_language.iter().chain(&self.settings.language).chain(of_framework);
        let find = |wanted: &Rc<str>| spoken.iter().find(|(tag, _)| is_same_language(tag, wanted));
        wanted.into_iter().find_map(find).map_or_else(|| "en".into(), |(tag, _)| tag.clone())
    }

    /// The languages of the framework that the page can bring and that aren't there yet.
    pub fn languages_to_come(&self) -> Vec<Rc<str>> {
        let Status::Ready(session) = &self.status else { return Vec::new() };
        let is_its = |tag: &str| session.framework.languages.iter().any(|own| is_same_language(own, tag));
        let known = self.settings.languages.iter().map(|(tag, _)| tag);
        known.filter(|tag| is_its(tag) && self.words_of(tag).is_none()).cloned().collect()
    }

    /// The place in the framework's languages that fits the reader best.
    pub fn content_language(&self, framework: &Framework) -> usize {
        let tag = match (&self.chosen_language, &self.settings.language) {
            (None, Some(tag)) => tag,
            _ => self.wording.tag(),
        };
        framework.language_for(tag)
    }
}

impl Session {
    /// On the first screen, with nothing found on the device yet.
    pub(super) fn new(framework: Rc<Framework>, start: Start, settings: &Settings) -> Self {
        Self {
            framework,
            screen: Screen::Start(start),
            keeping: settings.storage.min(Retention::Tab),
            trouble: None,
            kept: Vec::new(),
            others: Vec::new(),
            kept_under: None,
            storage_key: settings.storage_key.clone(),
            deletion: None,
            has_changed: false,
            saved: None,
            pasted: Rc::<str>::default(),
            notices: Vec::new(),
        }
    }

    /// How long the answers are kept as things are.
    pub fn kept_for(&self) -> Retention {
        if self.trouble.is_some() { Retention::Nowhere } else { self.keeping }
    }

    /// The journey under way, wherever it stands.
    pub fn journey(&self) -> Option<&Journey> {
        match self.screen.beneath() {
            Screen::Journey(journey) => Some(journey),
            Screen::Start(start) => start.under_way.as_deref(),
            Screen::ReadRole { .. } | Screen::BlankForm { .. } | Screen::Incoming { .. } => None,
        }
    }

    pub(super) fn journey_mut(&mut self) -> Option<&mut Journey> {
        match self.screen.beneath_mut() {
            Screen::Journey(journey) => Some(journey),
            Screen::Start(start) => start.under_way.as_deref_mut(),
            Screen::ReadRole { .. } | Screen::BlankForm { .. } | Screen::Incoming { .. } => None,
        }
    }

    pub(super) fn start_mut(&mut self) -> Option<&mut Start> {
        if let Screen::Start(start) = self.screen.beneath_mut() { Some(start) } else { None }
    }
}

impl Screen {
    /// The screen that the person goes back to from reading a role or a file.
    pub(super) fn beneath(&self) -> &Self {
        match self {
            Self::ReadRole { back, .. } | Self::BlankForm { back } | Self::Incoming { back, .. } => back,
            screen => screen,
        }
    }

    pub(super) fn beneath_mut(&mut self) -> &mut Self {
        match self {
            Self::ReadRole { back, .. } | Self::BlankForm { back } | Self::Incoming { back, .. } => back,
            screen => screen,
        }
    }
}
