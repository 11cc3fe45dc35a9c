//! On the way through the questions to the results and back: answers, wishes and targets.
//!
//! Pure. Which step follows which is [`super::navigation`]'s to say.

use super::context::UpdateContext;
use super::effect::{Effect, FocusTarget};
use super::journey::{AfterAnswer, Item, Journey, Question, Step};
use super::message::{Adjustment, Message};
use super::planning::dated;
use super::session::Screen;
use super::start::Start;
use crate::assessment::{Purpose, Rater};
use crate::framework::Framework;
use crate::report::Report;
use crate::wording::{Key, Wording};
use std::rc::Rc;

impl UpdateContext<'_> {
    pub(super) fn handle_on_journey(&mut self, message: Message) {
        let framework = self.session.framework.clone();
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        let is_on_results = journey.step.viewed_role().is_some();
        match message {
            Message::ResponseGiven(answer) => {
                let Step::Question(question) = &mut journey.step else { return };
                if !question.item.takes(&framework, answer) {
                    return;
                }
                question.is_missing = false;
                let item = question.item;
                journey.respond(&framework, item, Some(answer));
            }
            Message::WishTicked(wishes) => {
                let Step::Question(Question { item: item @ Item::Competence(_), .. }) = journey.step else { return };
                if journey.assessment.rater == Rater::Manager {
                    return;
                }
                let id = item.id(&framework).clone();
                let wished = &mut Rc::make_mut(&mut journey.assessment).wishes.competences;
                if wishes {
                    wished.insert(id, 2);
                } else {
                    wished.shift_remove(&id);
                }
            }
            Message::Continued => return self.go_on(&framework),
            Message::Skipped => {
                let Step::Question(question) = journey.step else { return };
                journey.respond(&framework, question.item, None);
                Rc::make_mut(&mut journey.assessment).updated_at = Some(self.now.iso.clone());
                let next = journey.after(&framework, &journey.step);
                return self.step(next);
            }
            Message::WentBack => return self.go_back(&framework),
            Message::DepthChosen { dimension } if dimension < framework.dimensions.len() => {
                let then = if is_on_results { AfterAnswer::DepthThenProfile } else { AfterAnswer::GoOn };
                let behaviours = framework.dimensions[dimension].behaviours.clone();
                let responses = &journey.assessment.responses.behaviours;
                let is_open = |place: &usize| responses.get(&framework.behaviours[*place].id).is_none();
                let first = behaviours.clone().find(is_open).or(behaviours.clone().next());
                let Some(first) = first else { return };
                return self.step(Question::about(Item::Behaviour(first), then));
            }
            Message::FocusTicked { dimension, is_in_focus } if dimension < framework.dimensions.len() => {
                let id = &framework.dimensions[dimension].id;
                Rc::make_mut(&mut journey.assessment).targets.focus.retain(|own| own != id);
                if is_in_focus && journey.can_focus_more(&framework) {
                    Rc::make_mut(&mut journey.assessment).targets.focus.push(id.clone());
                }
            }
            Message::FocusAgreed(is_agreed) => {
                let targets = &mut Rc::make_mut(&mut journey.assessment).targets;
                targets.agreed_by = is_agreed.then(|| "head".into());
                if !is_agreed {
                    targets.agreed_on = None;
                    targets.focus.clear();
                    targets.adjusted = Default::default();
                }
            }
            Message::StageChosen(stage) if journey.assessment.purpose == Purpose::Onboarding => {
                let role = &framework.roles[journey.role];
                if stage.as_ref().is_some_and(|stage| role.stage(stage).is_none()) {
                    return;
                }
                Rc::make_mut(&mut journey.assessment).stage = stage;
            }
            Message::AgreementDated(date) => {
                let Some(date) = dated(date) else { return };
                Rc::make_mut(&mut journey.assessment).targets.agreed_on = date;
            }
            Message::TargetAdjusted { competence, target } if competence < framework.competences.len() => {
                let id = framework.competences[competence].id.clone();
                if matches!(target, Adjustment::Level(level) if level > framework.scale_of(competence).highest()) {
                    return;
                }
                let adjusted = &mut Rc::make_mut(&mut journey.assessment).targets.adjusted;
                match target {
                    Adjustment::AsTheRole => {
                        adjusted.shift_remove(&id);
                    }
                    Adjustment::NoTarget => {
                        adjusted.insert(id, None);
                    }
                    Adjustment::Level(level) => {
                        adjusted.insert(id, Some(i64::from(level)));
                    }
                }
            }
            Message::AreaWished { area, wish }
                if area < framework.areas.len() && (-1..=2).contains(&wish) && journey.asks_areas(&framework) =>
            {
                journey.wish(&framework, area, wish);
                if let Step::Suggestions { at_hand, .. } = &mut journey.step {
                    *at_hand = Some(area);
                    let words = place_words(self.wording, &framework, journey, area, self.language);
                    self.announce_words(words);
                    return self.changed();
                }
                if let Step::Areas { beyond: Some(_) } = journey.step {
                    self.effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
                }
            }
            Message::AreaExperienced { area, is_experienced }
                if area < framework.areas.len() && journey.asks_areas(&framework) =>
            {
                let id = &framework.areas[area].id;
                let experience = &mut Rc::make_mut(&mut journey.assessment).experience;
                experience.retain(|own| own != id);
                if is_experienced {
                    experience.push(id.clone());
                }
                if let Step::Suggestions { at_hand, .. } = &mut journey.step {
                    *at_hand = Some(area);
                }
            }
            Message::AreaSought(area) if area < framework.areas.len() => {
                let Step::Suggestions { at_hand, .. } = &mut journey.step else { return };
                *at_hand = Some(area);
                self.effects.push(Effect::MoveFocus(FocusTarget::Area(area)));
                return;
            }
            Message::CompetenceSought(competence) if competence < framework.competences.len() => {
                if matches!(journey.step, Step::Profile { .. }) {
                    self.effects.push(Effect::MoveFocus(FocusTarget::Change(competence)));
                }
                return;
            }
            Message::OtherRoleTicked { role, is_looked_at }
                if role < framework.roles.len()
                    && role != journey.role
                    && journey.assessment.purpose == Purpose::Exploration =>
            {
                let id = &framework.roles[role].id;
                let others = &mut Rc::make_mut(&mut journey.assessment).other_roles;
                others.retain(|own| own != id);
                if is_looked_at {
                    others.push(id.clone());
                }
            }
            Message::ChangeAsked(item) if item.is_in(&framework) => {
                let then = match journey.step {
                    Step::Overview { .. } | Step::Profile { .. } => AfterAnswer::ReturnToProfile,
                    Step::Suggestions { .. } => AfterAnswer::ReturnToSuggestions,
                    _ => AfterAnswer::ReturnToCheck,
                };
                return self.step(Question::about(item, then));
            }
            Message::StepChosen(step) if journey.has(&framework, &step) => return self.step(step),
            Message::ViewedRoleChosen(role) if role < framework.roles.len() => {
                match &mut journey.step {
                    Step::Overview { viewed_role }
                    | Step::Profile { viewed_role }
                    | Step::Suggestions { viewed_role, .. } => *viewed_role = role,
                    _ => return,
                }
                self.announce(Key::ResultsChanged);
                return;
            }
            _ => return,
        }
        if is_on_results {
            self.announce(Key::ResultsChanged);
        }
        self.changed();
    }

    /// *Continue*: with an answer to the next step, without one to the sentence that says so.
    fn go_on(&mut self, framework: &Framework) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        if let Step::Question(question) = journey.step
            && journey.response(framework, question.item).is_none()
        {
            journey.step = Step::Question(Question { is_missing: true, ..question });
            self.effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
            return;
        }
        if let Step::Areas { beyond: Some(_) } = journey.step {
            self.effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
            return;
        }
        let next = journey.after(framework, &journey.step);
        self.step(next);
    }

    fn go_back(&mut self, framework: &Framework) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        match journey.before(framework, &journey.step) {
            Some(step) => self.step(step),
            None => {
                let mut start = Start::with(framework, journey.clone());
                start.fix(framework, self.settings);
                self.show(Screen::Start(start));
            }
        }
    }
}

/// Where in the order an area stands now, or that it stands apart from it.
fn place_words(wording: &Wording, framework: &Framework, journey: &Journey, area: usize, language: usize) -> Rc<str> {
    let title = framework.areas[area].title.in_language(language);
    let ranking = &Report::of(framework, journey.role, &journey.assessment).suggestions.ranking;
    match ranking.iter().position(|own| *own == area) {
        Some(place) => {
            let values: [(&str, &str); 2] = [("area", &title), ("place", &(place + 1).to_string())];
            wording.count(Key::AreaMoved, ranking.len(), &values)
        }
        None => wording.say(Key::AreaApart, &[("area", &title)]),
    }
}
