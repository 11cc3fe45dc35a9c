//! The way from one stage's targets to the next, for new hires whose targets grow (www/guides/experience.md, "Three
//! purposes").

use crate::assessment::Assessment;
use crate::framework::{Framework, Id};
use crate::profile::{Profile, Target};

/// What the time after the current stage asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStage {
    /// The place in the role's stages; `None` after the last one, when the role's targets hold in full.
    pub stage: Option<usize>,
    /// The targets that change, in framework order. Competences that aren't relevant to this person are left out.
    pub changes: Vec<TargetChange>,
}

/// One target in this stage and in the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TargetChange {
    /// The place in [`Framework::competences`].
    pub competence: usize,
    pub now: Target,
    pub next: Target,
}

/// What comes after the assessment's stage, for the role at this place of [`Framework::roles`]: the stage with the
/// fewest months that are more than the current one's, the first in the file of several. `None` for an assessment that
/// is in no stage that the role has.
pub fn next_stage(framework: &Framework, role: usize, assessment: &Assessment) -> Option<NextStage> {
    let stages = &framework.roles[role].stages;
    let months = framework.roles[role].stage(assessment.stage.as_ref()?)?.months;
    let later = (0..stages.len()).filter(|&place| stages[place].months > months);
    let stage = later.min_by_key(|&place| stages[place].months);
    let now = Profile::of(framework, role, assessment).rows;
    let next = with_stage(assessment, stage.map(|place| stages[place].id.clone()));
    let next = Profile::of(framework, role, &next).rows;
    let pairs = now.iter().zip(&next).enumerate();
    let changed = pairs.filter(|(_, (now, next))| now.target != next.target && !now.is_removed());
    let changes =
        changed.map(|(competence, (now, next))| TargetChange { competence, now: now.target, next: next.target });
    Some(NextStage { stage, changes: changes.collect() })
}

fn with_stage(assessment: &Assessment, stage: Option<Id>) -> Assessment {
    Assessment { stage, ..assessment.clone() }
}
