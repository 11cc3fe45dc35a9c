//! Following up on last time's plan: its agreements, and the few competences that they name (www/guides/experience.md,
//! "Follow-up").

use crate::assessment::Assessment;
use crate::assessment::migration::migrate;
use crate::framework::{Framework, Id};

/// The short path through last time's plan.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUp {
    /// One per agreement, in the order of the plan.
    pub items: Vec<FollowUpItem>,
    /// Places of the competences that the plan names, each once, in framework order: these are asked about again.
    pub competences: Vec<usize>,
}

/// What an agreement is about, as far as the framework still knows it. Its words stand in the plan.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct FollowUpItem {
    /// Places in [`Framework::competences`], in the order of the plan.
    pub competences: Vec<usize>,
    /// The place in [`Framework::areas`].
    pub area: Option<usize>,
    /// Ids of competences, and then of the area, that the framework doesn't know.
    pub unknown: Vec<Id>,
}

/// The follow-up on the plan of an assessment of this framework; one of another version is carried over first.
pub fn follow_up(framework: &Framework, last_time: &Assessment) -> FollowUp {
    let last_time = migrate(framework, last_time).assessment;
    let mut is_named = vec![false; framework.competences.len()];
    let mut items = Vec::new();
    for agreement in &last_time.plan {
        let mut item = FollowUpItem::default();
        for id in &agreement.competences {
            match framework.competence(id) {
                Some(place) => {
                    is_named[place] = true;
                    item.competences.push(place);
                }
                None => item.unknown.push(id.clone()),
            }
        }
        if let Some(id) = &agreement.area {
            item.area = framework.area(id);
            if item.area.is_none() {
                item.unknown.push(id.clone());
            }
        }
        items.push(item);
    }
    FollowUp { items, competences: (0..is_named.len()).filter(|&place| is_named[place]).collect() }
}
