//! Which steps a journey has, and which follows which.
//!
//! Pure functions over the framework, the assessment and the step.

use super::journey::{AfterAnswer, Item, Journey, Question, Step};
use crate::comparison::follow_up::follow_up;
use crate::framework::Framework;

/// What one already knows that one would like, with nothing chosen beyond the most that can be.
const AREAS: Step = Step::Areas { beyond: None };

fn is_area(framework: &Framework, place: Option<usize>) -> bool {
    place.is_none_or(|place| place < framework.areas.len())
}

impl Journey {
    /// Whether the step is one of this journey's.
    pub fn has(&self, framework: &Framework, step: &Step) -> bool {
        match step {
            Step::Question(question) => question.item.is_in(framework),
            Step::DimensionDone { dimension } => {
                framework.dimensions.get(*dimension).is_some_and(|part| !part.behaviours.is_empty())
            }
            Step::Balance => self.asks_balance(framework),
            Step::Areas { beyond } => self.asks_areas(framework) && is_area(framework, *beyond),
            Step::Overview { viewed_role } | Step::Profile { viewed_role } => *viewed_role < framework.roles.len(),
            Step::Suggestions { viewed_role, at_hand } => {
                *viewed_role < framework.roles.len() && self.asks_areas(framework) && is_area(framework, *at_hand)
            }
            Step::Compare | Step::Agenda => self.compared.is_some(),
            Step::Check | Step::Plan | Step::Paper | Step::Keep => true,
        }
    }

    /// The step after this one.
    pub fn after(&self, framework: &Framework, step: &Step) -> Step {
        match step {
            Step::Question(question) => self.after_question(framework, *question),
            Step::DimensionDone { dimension } => match framework.dimensions.get(dimension + 1) {
                Some(next) => Question::about(Item::Competence(next.competences.start), AfterAnswer::GoOn),
                None => self.first_after_questions(framework),
            },
            Step::Balance if self.asks_areas(framework) => AREAS,
            Step::Balance | Step::Areas { .. } => Step::Check,
            Step::Check => self.overview(),
            Step::Overview { viewed_role } => Step::Profile { viewed_role: *viewed_role },
            Step::Profile { viewed_role } if self.asks_areas(framework) => {
                Step::Suggestions { viewed_role: *viewed_role, at_hand: None }
            }
            Step::Agenda => Step::Compare,
            Step::Profile { .. } | Step::Suggestions { .. } if !self.has_plan() => Step::Keep,
            Step::Profile { .. } | Step::Suggestions { .. } | Step::Compare => Step::Plan,
            Step::Plan | Step::Paper | Step::Keep => Step::Keep,
        }
    }

    /// The step before this one; `None` before the first question.
    pub fn before(&self, framework: &Framework, step: &Step) -> Option<Step> {
        let back = match step {
            Step::Question(question) => match question.then {
                AfterAnswer::GoOn => return self.before_question(framework, question.item),
                AfterAnswer::ReturnToCheck => Step::Check,
                AfterAnswer::DepthThenProfile if question.item.place_in_dimension(framework).0 > 1 => {
                    Question::about(question.item.previous(), question.then)
                }
                AfterAnswer::ReturnToProfile | AfterAnswer::DepthThenProfile => self.profile(),
                AfterAnswer::ReturnToSuggestions => self.suggestions(framework),
                AfterAnswer::FollowUp => previous_in_plan(framework, self, question.item).unwrap_or(Step::Plan),
            },
            Step::DimensionDone { dimension } => Question::about(
                Item::Competence(framework.dimensions[*dimension].competences.end - 1),
                AfterAnswer::GoOn,
            ),
            Step::Balance => self.last_question(framework),
            Step::Areas { .. } if self.asks_balance(framework) => Step::Balance,
            Step::Areas { .. } => self.last_question(framework),
            Step::Check if self.asks_areas(framework) => AREAS,
            Step::Check if self.asks_balance(framework) => Step::Balance,
            Step::Check => self.last_question(framework),
            Step::Overview { .. } => Step::Check,
            Step::Agenda => Step::Compare,
            Step::Profile { viewed_role } | Step::Suggestions { viewed_role, .. } => {
                Step::Overview { viewed_role: *viewed_role }
            }
            Step::Plan | Step::Compare | Step::Keep => self.overview(),
            Step::Paper => Step::Keep,
        };
        Some(back)
    }

    /// Which of the steps on the way to the results this is, counted from 1, and how many there are; `None` for a step that
    /// is no part of the way. Every screen that is still to come counts.
    pub fn progress(&self, framework: &Framework, step: &Step) -> Option<(usize, usize)> {
        let mut way = Vec::new();
        let mut next = Question::about(Item::Competence(0), AfterAnswer::GoOn);
        while !matches!(next, Step::Overview { .. }) {
            let after = self.after(framework, &next);
            way.push(std::mem::replace(&mut next, after));
        }
        let is_it = |own: &Step| match (own, step) {
            (Step::Question(own), Step::Question(asked)) => own.item == asked.item && own.then == asked.then,
            (Step::Areas { .. }, Step::Areas { .. }) => true,
            _ => own == step,
        };
        Some((way.iter().position(is_it)? + 1, way.len()))
    }

    /// The results, seen against the person's own role.
    pub fn overview(&self) -> Step {
        Step::Overview { viewed_role: self.role }
    }

    fn profile(&self) -> Step {
        Step::Profile { viewed_role: self.role }
    }

    /// Where there are none, the profile stands in for them.
    fn suggestions(&self, framework: &Framework) -> Step {
        match self.asks_areas(framework) {
            true => Step::Suggestions { viewed_role: self.role, at_hand: None },
            false => self.profile(),
        }
    }

    /// The first competence without an answer, or the page with all answers.
    pub fn first_open(&self, framework: &Framework) -> Step {
        let responses = &self.assessment.responses.competences;
        match framework.competences.iter().position(|competence| responses.get(&competence.id).is_none()) {
            Some(place) => Question::about(Item::Competence(place), AfterAnswer::GoOn),
            None => Step::Check,
        }
    }

    fn after_question(&self, framework: &Framework, question: Question) -> Step {
        let dimension = question.item.dimension(framework);
        let part = &framework.dimensions[dimension];
        let onward = |item| Question::about(item, question.then);
        match (question.then, question.item) {
            (AfterAnswer::ReturnToCheck, _) => Step::Check,
            (AfterAnswer::ReturnToProfile, _) => self.profile(),
            (AfterAnswer::ReturnToSuggestions, _) => self.suggestions(framework),
            (AfterAnswer::FollowUp, Item::Competence(place)) => {
                next_in_plan(framework, self, place + 1).unwrap_or(Step::Plan)
            }
            (_, Item::Competence(place)) if place + 1 < part.competences.end => onward(Item::Competence(place + 1)),
            (_, Item::Behaviour(place)) if place + 1 < part.behaviours.end => onward(Item::Behaviour(place + 1)),
            (AfterAnswer::DepthThenProfile, _) => self.profile(),
            (AfterAnswer::GoOn, Item::Competence(_)) if !part.behaviours.is_empty() => {
                Step::DimensionDone { dimension }
            }
            (AfterAnswer::FollowUp, Item::Behaviour(_)) => Step::Plan,
            (AfterAnswer::GoOn, _) => self.after(framework, &Step::DimensionDone { dimension }),
        }
    }

    fn before_question(&self, framework: &Framework, item: Item) -> Option<Step> {
        let dimension = item.dimension(framework);
        let part = &framework.dimensions[dimension];
        match item {
            Item::Competence(0) => None,
            Item::Competence(place) if place > part.competences.start => {
                Some(Question::about(Item::Competence(place - 1), AfterAnswer::GoOn))
            }
            Item::Competence(_) => Some(self.last_question_of(framework, dimension - 1)),
            Item::Behaviour(place) if place > part.behaviours.start => {
                Some(Question::about(Item::Behaviour(place - 1), AfterAnswer::GoOn))
            }
            Item::Behaviour(_) => Some(Step::DimensionDone { dimension }),
        }
    }

    fn last_question(&self, framework: &Framework) -> Step {
        self.last_question_of(framework, framework.dimensions.len() - 1)
    }

    fn last_question_of(&self, framework: &Framework, dimension: usize) -> Step {
        let part = &framework.dimensions[dimension];
        if part.behaviours.is_empty() {
            Question::about(Item::Competence(part.competences.end - 1), AfterAnswer::GoOn)
        } else {
            Step::DimensionDone { dimension }
        }
    }

    fn first_after_questions(&self, framework: &Framework) -> Step {
        if self.asks_balance(framework) {
            Step::Balance
        } else if self.asks_areas(framework) {
            AREAS
        } else {
            Step::Check
        }
    }
}

/// The places of the competences that the plan names, in framework order.
pub fn competences_in_plan(framework: &Framework, journey: &Journey) -> Vec<usize> {
    follow_up(framework, &journey.assessment)
}

/// The question about the first competence from this place on that the plan names.
pub fn next_in_plan(framework: &Framework, journey: &Journey, from: usize) -> Option<Step> {
    let next = competences_in_plan(framework, journey).into_iter().find(|&place| place >= from)?;
    Some(Question::about(Item::Competence(next), AfterAnswer::FollowUp))
}

/// The question about the last competence before this place that the plan names.
pub fn previous_in_plan(framework: &Framework, journey: &Journey, before: Item) -> Option<Step> {
    let Item::Competence(before) = before else { return None };
    let last = competences_in_plan(framework, journey).into_iter().rfind(|&place| place < before)?;
    Some(Question::about(Item::Competence(last), AfterAnswer::FollowUp))
}
