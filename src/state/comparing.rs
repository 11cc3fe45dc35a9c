//! What the person does with two files beside each other.
//!
//! Pure. Nothing of the second file goes into the first, but for levels that two people agreed on and a plan that is taken
//! over.

use super::context::UpdateContext;
use super::journey::Step;
use super::message::Comparing;
use super::session::Screen;
use crate::assessment::PlanItem;
use crate::assessment::file::MOST_AGREEMENTS;
use crate::comparison::Kind;
use crate::wording::Key;
use std::rc::Rc;

/// Whether both are the same agreement, whatever became of it since.
fn is_same(one: &PlanItem, other: &PlanItem) -> bool {
    one.goal == other.goal
        && one.why == other.why
        && one.activity == other.activity
        && one.competences == other.competences
        && one.area == other.area
}

impl UpdateContext<'_> {
    pub(super) fn compare(&mut self, comparing: Comparing) {
        let framework = self.session.framework.clone();
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        let Some(compared) = &mut journey.compared else { return };
        match comparing {
            Comparing::OtherIs(other_is) => {
                Rc::make_mut(compared).other_is = Some(other_is);
                self.announce(Key::ResultsChanged);
            }
            Comparing::LevelAgreed { competence, level } => {
                if !matches!(compared.kind(&framework, journey.role, &journey.assessment), Ok(Kind::SelfAndManager))
                    || competence >= framework.competences.len()
                    || level.is_some_and(|level| level > framework.scale_of(competence).highest())
                {
                    return;
                }
                let id = framework.competences[competence].id.clone();
                let agreed = &mut Rc::make_mut(&mut journey.assessment).agreed;
                match level {
                    Some(level) => agreed.insert(id, level.into()),
                    None => agreed.shift_remove(&id),
                };
                self.announce(Key::AgreedSaved);
                self.changed();
            }
            Comparing::PlanTakenOver => {
                let last_plan = compared.last_plan(&framework, journey.role, &journey.assessment);
                if last_plan.is_empty() {
                    return;
                }
                if !compared.is_plan_taken {
                    let assessment = Rc::make_mut(&mut journey.assessment);
                    assessment.updated_at = Some(self.now.iso.clone());
                    for item in last_plan {
                        let has_room = assessment.plan.len() < MOST_AGREEMENTS;
                        if has_room && !assessment.plan.iter().any(|own| is_same(own, &item)) {
                            assessment.plan.push(item);
                        }
                    }
                    Rc::make_mut(compared).is_plan_taken = true;
                    self.announce(Key::LastPlanTaken);
                }
                self.step(Step::Plan);
            }
            Comparing::Ended => {
                journey.compared = None;
                let viewed_role = journey.role;
                self.step(Step::Overview { viewed_role });
            }
        }
    }
}
