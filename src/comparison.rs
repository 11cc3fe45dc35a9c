//! Two assessments side by side, and an assessment beside other roles, the next stage and last time's plan (method.md,
//! section 5; experience.md, "Compare", "Three purposes" and "Follow-up").
//!
//! Pure functions on whole numbers. Two marks stand beside each other and neither is right: nothing here averages,
//! ranks people or writes to an assessment. Knows nothing of any language, of time, or of how a comparison is shown.

pub mod side_by_side;

pub mod head_and_deputy;

pub mod roles;

pub mod stages;

pub mod follow_up;

use crate::assessment::file::AssessmentFile;
use crate::assessment::migration::{Migrated, migrate};
use crate::assessment::{Answer, Assessment, Rater};
use crate::framework::{Framework, Id, Level};
use head_and_deputy::HeadAndDeputy;
use side_by_side::SideBySide;
use std::rc::Rc;

/// Two assessments, compared in the one way that makes sense for them.
#[derive(Clone, Debug, PartialEq)]
pub enum Comparison {
    /// The first side is the employee's own, the second the manager's, whichever file was opened.
    SelfAndManager(SideBySide),
    /// The first side is now, the second earlier.
    NowAndEarlier(SideBySide),
    HeadAndDeputy(HeadAndDeputy),
}

/// Which comparison two assessments make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An employee's and a manager's, filled in apart for the same framework and role.
    SelfAndManager,
    /// Two of the same person, who may have changed role in between.
    NowAndEarlier,
    /// Two leaders' own assessments of two frameworks that share competences, or at least dimensions.
    HeadAndDeputy,
}

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

/// Which comparison the assessment `own`, for the role at this place of [`Framework::roles`], makes with an opened file.
///
/// The same whichever of the two files is the opened one; a reason to decline names the files from where one stands.
pub fn kind_of(
    framework: &Framework,
    role: usize,
    own: &Assessment,
    opened: &AssessmentFile,
) -> Result<Kind, NotComparable> {
    let other = &opened.assessment;
    if other.framework != framework.id {
        return head_and_deputy::can_be_compared(framework, own, opened).map(|()| Kind::HeadAndDeputy);
    }
    both_have_responses(own, other)?;
    match (own.rater, other.rater) {
        (Rater::Myself, Rater::Myself) => Ok(Kind::NowAndEarlier),
        (Rater::Manager, Rater::Manager) => Err(NotComparable::BothManagers),
        _ if other.role != framework.roles[role].id => Err(NotComparable::OtherRole { opened: other.role.clone() }),
        _ => Ok(Kind::SelfAndManager),
    }
}

/// The assessment `own`, for the role at this place of [`Framework::roles`], compared with an opened file.
///
/// `own` is in the ids of this version of the framework; an opened file of another version is carried over to it.
/// `other_is` counts for [`Kind::HeadAndDeputy`] only.
pub fn compare(
    framework: &Framework,
    role: usize,
    own: &Assessment,
    opened: &AssessmentFile,
    other_is: OtherIs,
) -> Result<Comparison, NotComparable> {
    Ok(match kind_of(framework, role, own, opened)? {
        Kind::SelfAndManager => {
            Comparison::SelfAndManager(side_by_side::self_and_manager(framework, role, own, opened))
        }
        Kind::NowAndEarlier => Comparison::NowAndEarlier(side_by_side::now_and_earlier(framework, role, own, opened)),
        Kind::HeadAndDeputy => {
            Comparison::HeadAndDeputy(head_and_deputy::jointly(framework, role, own, opened, other_is)?)
        }
    })
}

fn both_have_responses(own: &Assessment, other: &Assessment) -> Result<(), NotComparable> {
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
        if framework.competence(id).is_some_and(|place| level_on(framework, place, level).is_some()) {
            basis.responses.competences.insert(id.clone(), Answer::Rated(level).into());
        }
    }
    basis
}

/// The assessment in the ids of this version of its framework.
fn carried(framework: &Framework, assessment: &Assessment) -> Migrated {
    match other_version(framework, assessment) {
        Some(_) => migrate(framework, assessment),
        None => Migrated { assessment: assessment.clone(), conflicts: Vec::new() },
    }
}

/// The version that was answered, where it is another one.
fn other_version(framework: &Framework, assessment: &Assessment) -> Option<Rc<str>> {
    assessment.framework_version.clone().filter(|version| *version != framework.version)
}

/// Per competence, the agreed level as far as it counts.
fn agreed_levels(framework: &Framework, assessment: &Assessment) -> Vec<Option<Level>> {
    let mut levels = vec![None; framework.competences.len()];
    for (id, &level) in assessment.agreed.iter() {
        if let Some(place) = framework.competence(id) {
            levels[place] = level_on(framework, place, level);
        }
    }
    levels
}

/// The level, where the scale of the competence at this place has it.
fn level_on(framework: &Framework, place: usize, level: i64) -> Option<Level> {
    let highest = framework.scale_of(place).highest();
    (0..=i64::from(highest)).contains(&level).then_some(level as Level)
}
