//! Two assessments side by side, and an assessment beside other roles, the next stage and last time's plan
//! (www/guides/method.md, section 5; www/guides/experience.md, "Compare", "Three purposes" and "Follow-up").
//!
//! Pure functions on whole numbers. Two marks stand beside each other and neither is right: nothing here averages,
//! ranks people or writes to an assessment. Knows nothing of any language, of time, or of how a comparison is shown.

mod files;

pub mod blocks;

pub mod side_by_side;

pub mod head_and_deputy;

pub mod roles;

pub mod stages;

pub mod follow_up;

use crate::assessment::file::AssessmentFile;
use crate::assessment::{Assessment, Rater};
use crate::framework::Framework;
use files::both_have_responses;
pub use files::{File, NotComparable, OtherIs, with_agreed};
use head_and_deputy::HeadAndDeputy;
use side_by_side::SideBySide;

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
