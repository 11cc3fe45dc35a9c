//! Opening a saved assessment: whether it fits this framework, and what of it the reader has to be told.
//!
//! Pure. Nothing is lost: what the framework doesn't know stays in the assessment and is listed.

use crate::assessment::renamed::{Carried, NotCarried, carry};
use crate::assessment::{Assessment, file};
use crate::framework::{Framework, Id};
use crate::problem::Problem;
use crate::profile::{Ignored, ignored};
use crate::report::Report;
use std::fmt::{self, Display, Formatter};
use std::rc::Rc;

/// An assessment that can be gone on from.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub assessment: Assessment,
    /// `None` where the framework doesn't know the role: it is asked again.
    pub role: Option<usize>,
    pub told: Told,
}

/// What the reader is told about an opened file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Told {
    /// The version that was answered, where it is another one.
    pub other_version: Option<Rc<str>>,
    /// What of the older version could not be carried over.
    pub not_carried: Vec<NotCarried>,
    /// The role of the file, where the framework doesn't know it.
    pub unknown_role: Option<Id>,
    /// Whether the file's own report said something else than the recomputed one.
    pub report_differs: bool,
    pub ignored: Vec<Ignored>,
}

/// Why a file isn't opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Declined {
    /// It isn't an assessment, or is damaged.
    Unreadable(Vec<Problem>),
    /// A newer version of Rokade wrote it.
    Newer,
    /// It belongs to another framework.
    OtherFramework { framework: Id },
}

impl Declined {
    /// The public code, in `rokade-error`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "file-unreadable",
            Self::Newer => "file-newer",
            Self::OtherFramework { .. } => "file-other-framework",
        }
    }
}

impl Display for Declined {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Unreadable(problems) => {
                let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
            Self::Newer => f.write_str("the assessment was written by a newer version of Rokade"),
            Self::OtherFramework { framework } => write!(f, "the assessment is for the framework `{framework}`"),
        }
    }
}

/// What stands before and after the assessment inside a receipt.
pub const RECEIPT_START: &str = "<script type=\"application/json\" id=\"rokade-assessment\">";
pub const RECEIPT_END: &str = "</script>";

/// The assessment in a receipt, or the text itself where it is none.
fn inside_receipt(text: &str) -> &str {
    let inside = text.split_once(RECEIPT_START).and_then(|(_, rest)| rest.split_once(RECEIPT_END));
    inside.filter(|_| text.trim_start().starts_with("<!")).map_or(text, |(json, _)| json)
}

/// Opens a file's text for this framework: an assessment, or a receipt with one inside.
pub fn open(framework: &Framework, text: &str) -> Result<Found, Declined> {
    use crate::problem::ProblemKind::NewerFormat;
    let opened = file::read(inside_receipt(text).as_bytes()).map_err(|problems| {
        match problems.first().map(|found| &found.kind) {
            Some(NewerFormat { .. }) => Declined::Newer,
            _ => Declined::Unreadable(problems),
        }
    })?;
    let mut assessment = opened.assessment;
    if assessment.framework != framework.id {
        return Err(Declined::OtherFramework { framework: assessment.framework });
    }
    let version = assessment.framework_version.clone();
    let mut told = Told { other_version: version.filter(|version| *version != framework.version), ..Told::default() };
    if told.other_version.is_some() {
        let carried = carry(framework, &assessment);
        Carried { assessment, not_carried: told.not_carried } = carried;
    }
    let role = framework.role(&assessment.role);
    match role {
        Some(role) => {
            let report = Report::of(framework, role, &assessment).to_json(framework);
            // Another version's report may differ without anything being wrong.
            let own = opened.surroundings.report.filter(|_| told.other_version.is_none());
            told.report_differs = own.is_some_and(|own| !own.same_as(&report));
            told.ignored = ignored(framework, role, &assessment);
        }
        None => told.unknown_role = Some(assessment.role.clone()),
    }
    Ok(Found { assessment, role, told })
}
