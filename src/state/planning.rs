//! Agreements: from a gap or an area to what is written down, and the short way back through what a plan names.
//!
//! Pure. Knows nothing of the screen that they are written on.

use super::context::UpdateContext;
use super::effect::{Effect, FocusTarget};
use super::journey::{Item, Journey, Step};
use super::message::{PlanField, PlanFor, Planning};
use super::navigation::next_in_plan;
use super::session::Screen;
use crate::assessment::file::MOST_AGREEMENTS;
use crate::assessment::{PlanItem, Rater};
use crate::comparison::with_agreed;
use crate::framework::{AreaKind, Framework, Level};
use crate::report::Report;
use crate::scalar::{LONGEST_TEXT, is_date, is_likely_date};
use crate::suggestion::Contribution;
use crate::wording::{Key, Wording};
use std::cmp::Reverse;
use std::rc::Rc;

impl UpdateContext<'_> {
    pub(super) fn plan(&mut self, planning: Planning) {
        let framework = self.session.framework.clone();
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        if let Planning::Added(start) = planning {
            let there = agreement_about(&framework, &journey.assessment.plan, start);
            let item = there.unwrap_or(journey.assessment.plan.len());
            if there.is_none() && item >= MOST_AGREEMENTS {
                return;
            }
            if there.is_none() {
                let begun = begin(&framework, journey, self.wording, start, self.language);
                let assessment = Rc::make_mut(&mut journey.assessment);
                assessment.plan.push(begun);
                assessment.updated_at = Some(self.now.iso.clone());
            }
            // Elsewhere than on the plan one goes on with what one was at, and presses once more to see it.
            if there.is_none() && !matches!(start, PlanFor::Nothing) && journey.step != Step::Plan {
                self.announce(Key::PlanAdded);
                return self.changed();
            }
            self.step(Step::Plan);
            self.effects.push(Effect::MoveFocus(FocusTarget::Item(item)));
            return;
        }
        let is_on_plan = journey.step == Step::Plan;
        let plan = &mut Rc::make_mut(&mut journey.assessment).plan;
        match planning {
            Planning::Removed(item) if item < plan.len() && is_on_plan => {
                plan.remove(item);
                // To what stands in its place now, or else before it.
                let focus = match plan.len() {
                    0 => FocusTarget::Heading,
                    left => FocusTarget::Item(item.min(left - 1)),
                };
                journey.earlier -= usize::from(item < journey.earlier);
                self.effects.push(Effect::MoveFocus(focus));
                self.announce(Key::PlanItemRemoved);
            }
            Planning::Filled { item, field, text } if item < plan.len() => fill(&mut plan[item], field, text),
            Planning::ResponsibleChosen { item, responsible } if item < plan.len() => {
                plan[item].responsible = responsible;
            }
            Planning::FollowUpBegun => {
                if let Some(first) = next_in_plan(&framework, journey, 0) {
                    self.step(first);
                }
                return;
            }
            Planning::EvidenceWritten { competence, text } if competence < framework.competences.len() => {
                let id = &framework.competences[competence].id;
                let evidence = &mut Rc::make_mut(&mut journey.assessment).evidence;
                if text.trim().is_empty() {
                    evidence.shift_remove(id);
                } else {
                    evidence.insert(id.clone(), cut(text));
                }
            }
            _ => return,
        }
        self.changed();
    }
}

/// The place of the agreement that there is already about this.
pub fn agreement_about(framework: &Framework, plan: &[PlanItem], start: PlanFor) -> Option<usize> {
    plan.iter().position(|item| match start {
        PlanFor::Nothing => false,
        PlanFor::Competence(place) => {
            item.area.is_none()
                && !framework.behaviours.iter().any(|own| own.says(&item.goal))
                && framework.competences.get(place).is_some_and(|own| item.competences.contains(&own.id))
        }
        PlanFor::Area(place) => framework.areas.get(place).is_some_and(|own| item.area.as_ref() == Some(&own.id)),
        // A plan names no behaviours: it is known by its words, until somebody makes them their own.
        PlanFor::Behaviour(place) => framework.behaviours.get(place).is_some_and(|own| own.says(&item.goal)),
    })
}

/// What a plan is made from: the levels that were agreed on with the manager go before one's own answers.
pub fn plan_report(framework: &Framework, journey: &Journey) -> Report {
    Report::of(framework, journey.role, &with_agreed(framework, &journey.assessment))
}

/// An agreement that starts from a competence, an area or a behaviour: its goal or activity in words, the rest to be written.
fn begin(framework: &Framework, journey: &Journey, wording: &Wording, start: PlanFor, language: usize) -> PlanItem {
    let report = plan_report(framework, journey);
    let mut item = PlanItem::default();
    let mut about = Vec::new();
    match start {
        PlanFor::Competence(place) if place < framework.competences.len() => about.push(place),
        PlanFor::Area(place) if place < framework.areas.len() => {
            let area = &framework.areas[place];
            let key = match area.kind() {
                AreaKind::TaskChange => Key::PlanTakeOn,
                AreaKind::Rotation => Key::PlanMoveTo,
            };
            item.activity = cut(wording.say(key, &[("area", &area.title.in_language(language))]));
            item.area = Some(area.id.clone());
            // What there is to practise for this person.
            let suggestion = &report.suggestions.areas[place];
            let mut lines: Vec<&Contribution> = suggestion.contributions.iter().collect();
            lines.sort_by_key(|line| Reverse(line.points));
            about.extend(lines.iter().map(|line| line.competence));
            about.extend(&suggestion.opportunities);
        }
        PlanFor::Behaviour(place) if place < framework.behaviours.len() => {
            let statement = Item::Behaviour(place).statement(framework, journey.assessment.rater);
            item.goal = cut(statement.in_language(language));
            let tied_to = &framework.behaviours[place].competences;
            item.competences = tied_to.iter().map(|place| framework.competences[*place].id.clone()).collect();
        }
        _ => {}
    }
    if !about.is_empty() {
        let by_manager = journey.assessment.rater == Rater::Manager;
        let level = report.profile.rows[about[0]].level();
        item.goal = cut(goal(framework, wording, about[0], level, by_manager, language));
        item.competences = about.iter().map(|place| framework.competences[*place].id.clone()).collect();
    }
    item
}

/// What the person would be able to do: the level after this one of a competence, in the words that it is described with.
fn goal(
    framework: &Framework,
    wording: &Wording,
    place: usize,
    level: Option<Level>,
    by_manager: bool,
    language: usize,
) -> Rc<str> {
    let competence = &framework.competences[place];
    let scale = framework.scale_of(place);
    let next = level.map_or(0, |level| usize::from(level) + 1).min(usize::from(scale.highest()));
    let described = competence.level_texts_for(by_manager).get(next);
    let words = described.unwrap_or_else(|| scale.levels[next].label_for(by_manager)).in_language(language);
    let title = competence.title.in_language(language);
    wording.say(Key::PlanGoalLevel, &[("title", &title), ("level", &words)])
}

/// Whether the agreement's day to follow up has come, or something was said of what came of it.
pub fn is_due(item: &PlanItem, today: &str) -> bool {
    !item.outcome.is_empty() || item.follow_up.as_deref().is_some_and(|day| is_likely_date(day) && day <= today)
}

/// Whether it is time to say what came of the agreement at this place: it is due, or from an earlier file.
pub fn is_followed_up(journey: &Journey, place: usize, today: &str) -> bool {
    let item = &journey.assessment.plan[place];
    let is_same = |other: &PlanItem| other.goal == item.goal && other.activity == item.activity;
    place < journey.earlier
        || is_due(item, today)
        || journey.compared.as_ref().is_some_and(|compared| compared.opened.assessment.plan.iter().any(is_same))
}

/// Writes a field.
fn fill(item: &mut PlanItem, field: PlanField, text: Rc<str>) {
    let place = match field {
        PlanField::Due | PlanField::FollowUp => {
            let Some(date) = dated(text) else { return };
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

/// What a field for a day says: a day, or that there is none. Whatever else stands there while it is written says nothing
/// yet, such as a year with a digit too many.
pub(super) fn dated(text: Rc<str>) -> Option<Option<Rc<str>>> {
    match text.is_empty() {
        true => Some(None),
        false => is_date(&text).then_some(Some(text)),
    }
}

/// As much as a field takes: a browser's own limit holds for what is typed, and not for what else comes in.
fn cut(text: Rc<str>) -> Rc<str> {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => text[..end].into(),
        None => text,
    }
}
