//! Opening a saved assessment: whether it fits this framework, and what of it the reader has to be told.
//!
//! Pure. Nothing is lost: what the framework doesn't know stays in the assessment and is listed.

use super::comparing::ComparedFile;
use super::journey::{Journey, Step};
use super::start::{Start, StartField};
use super::{Dialog, Effect, Event, FocusTarget, Notice, Screen, UpdateContext, progress};
use crate::assessment::Assessment;
use crate::assessment::file::{self, AssessmentFile};
use crate::assessment::migration::{Conflict, Migrated, migrate};
use crate::comparison;
use crate::framework::{Framework, Id};
use crate::problem::Problem;
use crate::profile::{Ignored, ignored};
use crate::report::Report;
use crate::wording::Key;
use std::fmt::{self, Display, Formatter};
use std::rc::Rc;

/// An assessment that can be gone on from.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedAssessment {
    pub assessment: Assessment,
    /// `None` where the framework doesn't know the role: it is asked again.
    pub role: Option<usize>,
    pub told: OpenReport,
}

impl OpenedAssessment {
    /// A journey with these answers, for the role at this place.
    pub fn journey(&self, role: usize) -> Journey {
        // What a file left out by choice can be said here all the same.
        Journey::new(Assessment { parts: None, ..self.assessment.clone() }, role)
    }
}

/// What the reader is told about an opened file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct OpenReport {
    /// The version that was answered, where it is another one.
    pub other_version: Option<Rc<str>>,
    /// What of the older version could not be carried over.
    pub conflicts: Vec<Conflict>,
    /// The role of the file, where the framework doesn't know it.
    pub unknown_role: Option<Id>,
    /// Whether the file's own report said something else than the recomputed one.
    pub report_differs: bool,
    pub ignored: Vec<Ignored>,
}

/// Why a file isn't opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// It isn't an assessment, or is damaged.
    Unreadable(Rc<[Problem]>),
    /// A newer version of Rokade wrote it.
    Newer,
    /// It belongs to another framework.
    OtherFramework {
        framework: Id,
        /// Why it can't be compared either; `None` where there is nothing yet to compare it with.
        why: Option<comparison::NotComparable>,
    },
}

impl OpenError {
    /// The public code, in `rokade-error`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "file-unreadable",
            Self::Newer => "file-newer",
            Self::OtherFramework { .. } => "file-other-framework",
        }
    }
}

impl Display for OpenError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Unreadable(problems) => {
                for (place, problem) in problems.iter().enumerate() {
                    f.write_str(if place > 0 { "\n" } else { "" })?;
                    write!(f, "{problem}")?;
                }
                Ok(())
            }
            Self::Newer => f.write_str("the assessment was written by a newer version of Rokade"),
            Self::OtherFramework { framework, .. } => write!(f, "the assessment is for the framework `{framework}`"),
        }
    }
}

/// What stands before and after the assessment inside a receipt.
pub const RECEIPT_START: &str = "<script type=\"application/json\" id=\"rokade-assessment\">";
pub const RECEIPT_END: &str = "</script>";

/// The assessment in a receipt, as much as there is of it, or the text itself where it is none.
fn inside_receipt(text: &str) -> &str {
    match text.split_once(RECEIPT_START) {
        Some((page, inside)) if page.trim_start().starts_with("<!") => {
            inside.split(RECEIPT_END).next().unwrap_or(inside)
        }
        _ => text,
    }
}

/// Reads a file's text: an assessment, or a receipt with one inside.
fn read(text: &str) -> Result<AssessmentFile, OpenError> {
    use crate::problem::ProblemKind::NewerFormat;
    file::read(inside_receipt(text).as_bytes()).map_err(|problems| match problems.first().map(|found| &found.kind) {
        Some(NewerFormat { .. }) => OpenError::Newer,
        _ => OpenError::Unreadable(problems.into()),
    })
}

/// What an opened file of this framework is to go on from.
fn found(framework: &Framework, opened: AssessmentFile) -> OpenedAssessment {
    let (assessment, mut told) = migrated(framework, opened.assessment);
    let role = framework.role(&assessment.role);
    match role {
        Some(role) => {
            let report = Report::of(framework, role, &assessment).to_json(framework);
            // Another version's report may differ without anything being wrong.
            let own = opened.derived.report.filter(|_| told.other_version.is_none());
            told.report_differs = own.is_some_and(|own| !own.same_as(&report));
            told.ignored = ignored(framework, role, &assessment);
        }
        None => told.unknown_role = Some(assessment.role.clone()),
    }
    OpenedAssessment { assessment, role, told }
}

/// The assessment in the ids of this version of its framework, and what became of them.
pub fn migrated(framework: &Framework, mut assessment: Assessment) -> (Assessment, OpenReport) {
    let version = assessment.framework_version.clone();
    let mut told =
        OpenReport { other_version: version.filter(|version| *version != framework.version), ..OpenReport::default() };
    if told.other_version.is_some() {
        let carried = migrate(framework, &assessment);
        Migrated { assessment, conflicts: told.conflicts } = carried;
    }
    (assessment, told)
}

impl UpdateContext<'_> {
    /// Goes on from the file where nothing stands in its way, and otherwise asks what it is to be.
    pub(super) fn open_file(&mut self, text: &str) {
        self.session.notices.clear();
        let opened = match read(text) {
            Ok(opened) => opened,
            Err(declined) => return self.decline(declined),
        };
        let framework = self.session.framework.clone();
        let under_way = self.session.journey();
        let compared = under_way.map(|journey| ComparedFile::of(&framework, journey, &opened));
        if opened.assessment.framework != framework.id {
            return match compared {
                Some(Ok(_)) => self.ask_about(None, compared),
                _ => self.decline(OpenError::OtherFramework {
                    framework: opened.assessment.framework,
                    why: compared.and_then(Result::err),
                }),
            };
        }
        let found = found(&framework, opened);
        let key = progress::key(&framework, self.settings, &found.journey(0));
        if compared.is_some() || self.session.kept.iter().any(|(kept, _)| *kept == key) {
            self.ask_about(Some(Box::new(found)), compared);
        } else {
            self.go_on_from(found);
        }
    }

    fn ask_about(
        &mut self,
        found: Option<Box<OpenedAssessment>>,
        compared: Option<Result<Rc<ComparedFile>, comparison::NotComparable>>,
    ) {
        self.session.dialog = Some(Dialog::Opened { found, compared });
        self.effects.push(Effect::MoveFocus(FocusTarget::Dialog));
    }

    fn decline(&mut self, declined: OpenError) {
        self.effects.push(Effect::Emit(Event::Error { code: declined.code(), message: declined.to_string() }));
        self.session.notices.push(Notice::NotOpened(declined));
        self.effects.push(Effect::MoveFocus(FocusTarget::Notices));
    }

    /// To the results where there are answers; to the first screen where the role has to be asked again.
    pub(super) fn go_on_from(&mut self, found: OpenedAssessment) {
        let framework = self.session.framework.clone();
        let key = |journey: &Journey| progress::key(&framework, self.settings, journey);
        let old_key = self.session.journey().map(key);
        let role = found.role;
        let mut journey = found.journey(role.unwrap_or(0));
        let is_earlier = found.assessment.updated_at.as_deref().is_some_and(|changed| changed < self.now.today());
        if is_earlier {
            journey.earlier = journey.assessment.plan.len();
        }
        self.session.kept.retain(|(kept, _)| *kept != key(&journey));
        if let Some(old_key) = old_key
            && old_key != key(&journey)
        {
            self.effects.push(Effect::ForgetProgress { key: old_key });
        }
        if role.is_some() {
            journey.step = match journey.answered(&framework) {
                // A plan that was shared alone.
                (0, _) if !journey.assessment.plan.is_empty() => Step::Plan,
                (0, _) => journey.first_open(&framework),
                _ => Step::Results { viewed_role: journey.role },
            };
            self.show(Screen::Journey(journey));
            self.seen_results();
        } else {
            let mut start = Start { role: None, missing: vec![StartField::Role], ..Start::with(&framework, journey) };
            start.fix(&framework, self.settings);
            self.show(Screen::Start(start));
        }
        self.session.notices.push(Notice::Opened(found.told));
        self.announce(Key::Opened);
        self.keep_as_decided();
        self.tell_progress();
    }
}
