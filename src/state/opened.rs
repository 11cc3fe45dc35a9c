//! What was read from a saved assessment: whether it fits this framework, and what of it the reader has to be told.
//!
//! Pure. Nothing is lost: what the framework doesn't know stays in the assessment and is listed. Knows nothing of what
//! becomes of it.

use crate::assessment::Assessment;
use crate::assessment::file::{self, AssessmentFile};
use crate::assessment::migration::{Conflict, Migrated, migrate, other_version};
use crate::comparison::NotComparable;
use crate::framework::{Framework, Id};
use crate::problem::Problem;
use crate::profile::{Ignored, ignored};
use crate::report::{Report, says_the_same};
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
        why: Option<NotComparable>,
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
pub fn read(text: &str) -> Result<AssessmentFile, OpenError> {
    use crate::problem::ProblemKind::NewerFormat;
    file::read(inside_receipt(text).as_bytes()).map_err(|problems| match problems.first().map(|found| &found.kind) {
        Some(NewerFormat { .. }) => OpenError::Newer,
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
                let report = Report::of(framework, role, &assessment).to_json(framework);
                // Another version's report may differ without anything being wrong.
                let own = opened.derived.report.filter(|_| told.other_version.is_none());
                told.report_differs = own.is_some_and(|own| !says_the_same(&own, &report));
                told.ignored = ignored(framework, role, &assessment);
            }
            None => told.unknown_role = Some(assessment.role.clone()),
        }
        Self { assessment, role, told }
    }
}

/// The assessment in the ids of this version of its framework, and what became of them.
pub fn migrated(framework: &Framework, mut assessment: Assessment) -> (Assessment, OpenReport) {
    let mut told = OpenReport { other_version: other_version(framework, &assessment), ..OpenReport::default() };
    if told.other_version.is_some() {
        let carried = migrate(framework, &assessment);
        Migrated { assessment, conflicts: told.conflicts } = carried;
    }
    (assessment, told)
}
