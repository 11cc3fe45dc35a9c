//! Agreements: from a gap or an area to what is written down, and the short way back through what a plan names.
//!
//! Pure. Knows nothing of the screen that they are written on.

use super::{PlanField, PlanFor};
use crate::assessment::{Assessment, PlanItem};
use crate::framework::Framework;
use crate::shape::is_date;
use crate::wording::{Key, Wording};
use std::rc::Rc;

/// An agreement that starts from a competence or an area: its goal or activity in words, the rest to be written.
pub fn begin(framework: &Framework, wording: &Wording, start: PlanFor, language: usize) -> PlanItem {
    let mut item = PlanItem::default();
    match start {
        PlanFor::Competence(place) if place < framework.competences.len() => {
            let competence = &framework.competences[place];
            item.goal = wording.say(Key::PlanGoalFor, &[("title", &competence.title.in_language(language))]);
            item.competences.push(competence.id.clone());
        }
        PlanFor::Area(place) if place < framework.areas.len() => {
            let area = &framework.areas[place];
            item.activity = area.title.in_language(language);
            item.area = Some(area.id.clone());
            let practised = area.practice.iter().map(|(place, _)| framework.competences[*place].id.clone());
            item.competences.extend(practised);
        }
        _ => {}
    }
    item
}

/// Writes a field; what is no date leaves a date empty.
pub fn fill(item: &mut PlanItem, field: PlanField, text: Rc<str>) {
    let date = Some(text.clone()).filter(|text| is_date(text));
    match field {
        PlanField::Goal => item.goal = text,
        PlanField::Why => item.why = text,
        PlanField::Activity => item.activity = text,
        PlanField::Support => item.support = text,
        PlanField::Sign => item.sign = text,
        PlanField::Outcome => item.outcome = text,
        PlanField::Due => item.due = date,
        PlanField::FollowUp => item.follow_up = date,
    }
}

/// The places of the competences that the plan names, in framework order.
pub fn named<'a>(framework: &'a Framework, assessment: &'a Assessment) -> impl Iterator<Item = usize> + 'a {
    let is_named = |id: &Rc<str>| assessment.plan.iter().any(|item| item.competences.contains(id));
    (0..framework.competences.len()).filter(move |place| is_named(&framework.competences[*place].id))
}
