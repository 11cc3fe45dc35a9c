//! What was read from a saved assessment: whether it fits this framework, and what of it the reader has to be told.
//!
//! Pure. Nothing is lost: what the framework doesn't know stays in the assessment and is listed. Knows nothing of what
//! becomes of it.

use crate::assessment::Assessment;
use crate::assessment::file::{self, AssessmentFile};
use crate::assessment::migration::{Conflict, Migrated, migrate, other_version};
use crate::comparison::NotComparable;
use crate::framework::{Framework, Id};
use crate::problem::Problems;
use crate::profile::{Ignored, ignored};
use crate::report::Report;
use crate::wording::problems;
use std::rc::Rc;

/// An assessment that can be gone on from.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedAssessment {
    pub assessment: Assessment,
    /// `None` where the framework doesn't know the role: it is asked again.
    pub role: Option<usize>,
    pub told: OpenReport,
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
    /// Whether the letters of the file were guessed: it was not saved as it is saved from here.
    pub letters_are_guessed: bool,
}

/// Why a file isn't opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// It isn't an assessment, as far as can be told.
    Unreadable(Rc<Problems>),
    /// It was one, and something in it was changed or went wrong.
    Damaged(Rc<Problems>),
    /// A newer version of Rokade wrote it.
    Newer,
    /// It belongs to another framework.
    OtherFramework {
        framework: Id,
        /// Why it can't be compared either; `None` where there is nothing yet to compare it with.
        why: Option<NotComparable>,
    },
}

impl OpenError {
    /// The public code, in `rokade-error`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) | Self::Damaged(_) => "file-unreadable",
            Self::Newer => "file-newer",
            Self::OtherFramework { .. } => "file-other-framework",
        }
    }

    /// What the page's author is told beside the code. The file is a person's: nothing that stands in it.
    pub fn message(&self) -> String {
        match self {
            Self::Unreadable(problems) | Self::Damaged(problems) => {
                format!("the assessment has {}", problems::places(problems))
            }
            Self::Newer => "the assessment was written by a newer version of Rokade".to_owned(),
            Self::OtherFramework { .. } => "the assessment is for another framework".to_owned(),
        }
    }
}

/// What stands before and after the assessment inside a receipt.
pub const RECEIPT_START: &str = "<script type=\"application/json\" id=\"rokade-assessment\">";
pub const RECEIPT_END: &str = "</script>";

/// The assessment in a receipt, as much as there is of it, or the text itself where it is none. Who saves a page again may
/// write its elements in another way.
fn inside_receipt(text: &str) -> &str {
    let is_page = text.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    let marked = text.split_once("id=\"rokade-assessment\"").filter(|_| is_page);
    match marked.and_then(|(_, behind)| behind.split_once('>')) {
        Some((_, inside)) => inside.split(RECEIPT_END).next().unwrap_or(inside),
        None => text,
    }
}

/// Reads a file's text: an assessment, or a receipt with one inside.
pub fn read(text: &str) -> Result<AssessmentFile, OpenError> {
    use crate::json::SyntaxErrorKind::{CutShort, TooLarge};
    use crate::problem::ProblemKind::{NewerFormat, Syntax};
    let inside = inside_receipt(text);
    file::read(inside.as_bytes()).map_err(|problems| match problems.first().map(|found| &found.kind) {
        Some(NewerFormat { .. }) => OpenError::Newer,
        Some(Syntax(TooLarge | CutShort)) => OpenError::Unreadable(problems.into()),
        // Nothing else names it.
        _ if inside.contains("rokade.assessment/") => OpenError::Damaged(problems.into()),
        _ => OpenError::Unreadable(problems.into()),
    })
}

impl OpenedAssessment {
    /// What a file of this framework holds to go on from.
    pub fn of(framework: &Framework, opened: AssessmentFile) -> Self {
        let (assessment, mut told) = migrated(framework, opened.assessment);
        let role = framework.role(&assessment.role);
        match role {
            Some(role) => {
                let report = Report::of(framework, role, &assessment).file(framework);
                // Another version's report may differ without anything being wrong.
                let own = opened.derived.report.filter(|_| told.other_version.is_none());
                told.report_differs = own.is_some_and(|own| !report.is_said_by(&own));
                told.ignored = ignored(framework, role, &assessment);
            }
            None => told.unknown_role = Some(assessment.role.clone()),
        }
        Self { assessment, role, told }
    }
}

/// The assessment in the ids of this version of its framework, and what became of them.
pub fn migrated(framework: &Framework, assessment: Assessment) -> (Assessment, OpenReport) {
    let other_version = other_version(framework, &assessment);
    let Migrated { assessment, conflicts } = migrate(framework, &assessment);
    (assessment, OpenReport { other_version, conflicts, ..OpenReport::default() })
}
