//! Following up on last time's plan: the few competences that it names (www/guides/experience.md, "Follow-up").

use crate::assessment::Assessment;
use crate::assessment::migration::migrate;
use crate::framework::Framework;

/// Places of the competences that the plan of an assessment of this framework names, each once, in framework order: these
/// are asked about again. A plan of another version is carried over first; what the framework doesn't know is passed over.
pub fn follow_up(framework: &Framework, last_time: &Assessment) -> Vec<usize> {
    let plan = migrate(framework, last_time).assessment.plan;
    let is_named = |place: &usize| {
        let id = &framework.competences[*place].id;
        plan.iter().any(|agreement| agreement.competences.contains(id))
    };
    (0..framework.competences.len()).filter(is_named).collect()
}
