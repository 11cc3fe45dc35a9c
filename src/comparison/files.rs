//! The two files of a comparison: which is which, what of them counts, and why they can't be compared.
//!
//! Pure. Knows nothing of what comes of comparing.

use crate::assessment::{Answer, Assessment};
use crate::framework::{Framework, Id, Level};

/// Why two assessments are not compared.
#[derive(Clone, Debug, PartialEq)]
pub enum NotComparable {
    /// Nothing is answered in this file, or the answers were left out of it.
    NoResponses(File),
    /// An employee's and a manager's for different roles: they were asked to compare with different things.
    OtherRole {
        /// The role of the opened file.
        opened: Id,
    },
    /// Nothing in two managers' files says that both are about the same employee; beside each other they would compare
    /// two people.
    BothManagers,
    /// Head and deputy compare what each says of themselves; this file is a manager's about an employee.
    ByManager(File),
    /// The opened file is for another framework, so that its rows have to come from its own report, and it has none.
    NoReport,
    /// The two frameworks have neither a competence nor a dimension in common.
    NothingShared {
        /// The framework of the opened file.
        framework: Id,
    },
}

/// One of the two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The assessment that is being worked on.
    Own,
    /// The file that was opened beside it.
    Opened,
}

/// Whose file was opened, as the person says when opening it.
///
/// The formats don't mark leaders, and neither ids nor titles can be relied on to do so; a wrong guess would tell the
/// wrong person that they can be stood in for. So it is asked, once [`kind_of`] is [`Kind::HeadAndDeputy`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum OtherIs {
    #[default]
    Head,
    Deputy,
}

pub(super) fn both_have_responses(own: &Assessment, other: &Assessment) -> Result<(), NotComparable> {
    let is_empty =
        |Assessment { responses, .. }: &Assessment| responses.competences.is_empty() && responses.behaviours.is_empty();
    if is_empty(own) {
        return Err(NotComparable::NoResponses(File::Own));
    }
    if is_empty(other) {
        return Err(NotComparable::NoResponses(File::Opened));
    }
    Ok(())
}

/// The assessment with the levels that two people agreed on in place of the person's own answers: what a plan made
/// together is based on. [`crate::report::Report::of`] gives its priorities and areas.
///
/// The agreed level is a third value beside the two marks. It replaces neither in the file, so what this returns is
/// never saved. Agreed levels that don't count, being of no known competence or on no scale, change nothing.
pub fn with_agreed(framework: &Framework, assessment: &Assessment) -> Assessment {
    let mut basis = assessment.clone();
    for (id, &level) in assessment.agreed.iter() {
        if framework.competence(id).is_some_and(|place| framework.scale_of(place).level(level).is_some()) {
            basis.responses.competences.insert(id.clone(), Answer::Rated(level).into());
        }
    }
    basis
}

/// Per competence, the agreed level as far as it counts.
pub(super) fn agreed_levels(framework: &Framework, assessment: &Assessment) -> Vec<Option<Level>> {
    let mut levels = vec![None; framework.competences.len()];
    for (id, &level) in assessment.agreed.iter() {
        if let Some(place) = framework.competence(id) {
            levels[place] = framework.scale_of(place).level(level);
        }
    }
    levels
}
