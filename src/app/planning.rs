//! Agreements: from a gap or an area to what is written down, and the short way back through what a plan names.
//!
//! Pure. Knows nothing of the screen that they are written on.

use super::journey::{Item, Journey, Question, Step, Then};
use super::{Effect, Focus, Screen, Turn};
use crate::assessment::{PlanItem, Responsible};
use crate::comparison::follow_up::follow_up;
use crate::framework::Framework;
use crate::shape::is_date;
use crate::wording::{Key, Wording};
use std::rc::Rc;

/// What the person does with the plan and its examples.
#[derive(Clone, Debug, PartialEq)]
pub enum Planning {
    Added(PlanFor),
    Removed(usize),
    Filled {
        item: usize,
        field: PlanField,
        text: Rc<str>,
    },
    ResponsibleChosen {
        item: usize,
        responsible: Responsible,
    },
    /// The short way through the competences that the plan names.
    FollowUpBegun,
    EvidenceWritten {
        competence: usize,
        text: Rc<str>,
    },
}

/// What an agreement starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFor {
    Nothing,
    /// The place of a competence.
    Competence(usize),
    /// The place of an area.
    Area(usize),
}

/// The fields of an agreement that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanField {
    Goal,
    Why,
    Activity,
    Support,
    Due,
    Sign,
    FollowUp,
    Outcome,
}

/// The most characters that a field takes, as in the file format.
pub const MOST_CHARACTERS: usize = 4_000;

impl Turn<'_> {
    pub(super) fn plan(&mut self, planning: Planning) {
        let framework = self.session.framework.clone();
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        let plan = &mut Rc::make_mut(&mut journey.assessment).plan;
        match planning {
            Planning::Added(start) => {
                plan.push(begin(&framework, self.wording, start, self.language));
                if journey.step != Step::Plan {
                    self.step(Step::Plan);
                }
                self.effects.push(Effect::MoveFocus(Focus::NewItem));
            }
            Planning::Removed(item) if item < plan.len() => {
                plan.remove(item);
                self.effects.push(Effect::MoveFocus(Focus::Heading));
                self.announce(Key::PlanItemRemoved);
            }
            Planning::Filled { item, field, text } if item < plan.len() => fill(&mut plan[item], field, text),
            Planning::ResponsibleChosen { item, responsible } if item < plan.len() => {
                plan[item].responsible = responsible;
            }
            Planning::FollowUpBegun => {
                if let Some(first) = next_named(&framework, journey, 0) {
                    self.step(first);
                }
                return;
            }
            Planning::EvidenceWritten { competence, text } if competence < framework.competences.len() => {
                let id = &framework.competences[competence].id;
                let evidence = &mut Rc::make_mut(&mut journey.assessment).evidence;
                if text.trim().is_empty() {
                    evidence.remove(id);
                } else {
                    evidence.set(id.clone(), cut(text));
                }
            }
            _ => return,
        }
        self.changed();
    }
}

/// An agreement that starts from a competence or an area: its goal or activity in words, the rest to be written.
fn begin(framework: &Framework, wording: &Wording, start: PlanFor, language: usize) -> PlanItem {
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
fn fill(item: &mut PlanItem, field: PlanField, text: Rc<str>) {
    let place = match field {
        PlanField::Due | PlanField::FollowUp => {
            let date = Some(text).filter(|text| is_date(text));
            let place = if field == PlanField::Due { &mut item.due } else { &mut item.follow_up };
            *place = date;
            return;
        }
        PlanField::Goal => &mut item.goal,
        PlanField::Why => &mut item.why,
        PlanField::Activity => &mut item.activity,
        PlanField::Support => &mut item.support,
        PlanField::Sign => &mut item.sign,
        PlanField::Outcome => &mut item.outcome,
    };
    *place = cut(text);
}

/// A file with a longer text would not open again.
fn cut(text: Rc<str>) -> Rc<str> {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => text[..end].into(),
        None => text,
    }
}

/// The question about the first competence from this place on that the plan names.
pub fn next_named(framework: &Framework, journey: &Journey, from: usize) -> Option<Step> {
    let named = follow_up(framework, &journey.assessment).competences;
    let next = named.into_iter().find(|&place| place >= from)?;
    Some(Question::about(Item::Competence(next), Then::FollowUp))
}
