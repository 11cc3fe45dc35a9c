//! One person's way through the questions to the results: which steps there are, and in which order.
//!
//! Pure functions over the framework, the assessment and the step. Knows nothing of screens' looks or of storage.

use super::settings::Settings;
use crate::assessment::{Answer, Assessment, Part, Purpose, Rater, Response, Table};
use crate::framework::{Framework, Id};
use std::rc::Rc;

/// An assessment under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Journey {
    pub assessment: Rc<Assessment>,
    /// The place of the assessment's role in [`Framework::roles`].
    pub role: usize,
    pub step: Step,
    /// Whether the results have been shown, so that every later change can lead back to them.
    pub has_seen_results: bool,
    /// For a manager: whom the answers are about. Stays on the device, never in a file.
    pub label: Rc<str>,
    /// What the person ticked for a file to share. Forgotten with the tab.
    pub sharing: Sharing,
}

/// What goes into a file; nothing is ticked beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Sharing {
    pub responses: bool,
    pub wishes: bool,
    pub plan: bool,
    pub evidence: bool,
    pub reference: bool,
    /// Whether the examples go into the person's own file.
    pub own_evidence: bool,
}

/// What can be ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    Responses,
    Wishes,
    Plan,
    Evidence,
    Reference,
    OwnEvidence,
}

impl Sharing {
    pub fn set(&mut self, part: Shared, is_shared: bool) {
        *self.of(part) = is_shared;
    }

    /// Whether anything is ticked that makes a file worth sharing.
    pub fn has_any(&self) -> bool {
        self.responses || self.wishes || self.plan || self.evidence
    }

    /// Where a tick is kept.
    pub fn of(&mut self, part: Shared) -> &mut bool {
        match part {
            Shared::Responses => &mut self.responses,
            Shared::Wishes => &mut self.wishes,
            Shared::Plan => &mut self.plan,
            Shared::Evidence => &mut self.evidence,
            Shared::Reference => &mut self.reference,
            Shared::OwnEvidence => &mut self.own_evidence,
        }
    }
}

/// Where the person is.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    Question(Question),
    /// A dimension is done; its behaviours can be answered in depth.
    PartDone {
        dimension: usize,
    },
    /// Which dimensions head and deputy agreed to weigh more, and targets changed for this person.
    Balance,
    /// Where one has worked, and where one would like to.
    Areas,
    /// Every answer on one page.
    Check,
    /// Gaps and suggestions, seen against this role.
    Results {
        lens: usize,
    },
    /// The agreements that the person writes down.
    Plan,
    /// The pages for the conversation, to read through and print.
    Paper,
    /// Keep and share.
    Keep,
}

/// A question on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    pub item: Item,
    /// Whether *Continue* was pressed without an answer.
    pub is_missing: bool,
    pub then: Then,
}

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The place in [`Framework::competences`].
    Competence(usize),
    /// The place in [`Framework::behaviours`].
    Behaviour(usize),
}

/// Where *Continue* leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// To the next question.
    GoOn,
    /// Back to the page that the question was opened from.
    ReturnToCheck,
    ReturnToResults,
    /// Through the rest of a dimension's behaviours, then to the results.
    DepthThenResults,
    /// Through the competences that the plan names, then to the plan.
    FollowUp,
}

impl Item {
    /// The id of the competence or behaviour.
    pub fn id(self, framework: &Framework) -> &Id {
        match self {
            Self::Competence(place) => &framework.competences[place].id,
            Self::Behaviour(place) => &framework.behaviours[place].id,
        }
    }

    /// The place of its dimension.
    pub fn dimension(self, framework: &Framework) -> usize {
        match self {
            Self::Competence(place) => framework.competences[place].dimension,
            Self::Behaviour(place) => framework.behaviours[place].dimension,
        }
    }

    /// Its place among the items of its kind in its dimension, counted from 1, and how many there are.
    pub fn place_in_part(self, framework: &Framework) -> (usize, usize) {
        let dimension = &framework.dimensions[self.dimension(framework)];
        match self {
            Self::Competence(place) => (place - dimension.competences.start + 1, dimension.competences.len()),
            Self::Behaviour(place) => (place - dimension.behaviours.start + 1, dimension.behaviours.len()),
        }
    }
}

impl Question {
    pub fn about(item: Item, then: Then) -> Step {
        Step::Question(Self { item, is_missing: false, then })
    }
}

impl Journey {
    /// What was answered to an item.
    pub fn response(&self, framework: &Framework, item: Item) -> Option<&Response> {
        let responses = &self.assessment.responses;
        match item {
            Item::Competence(_) => responses.competences.get(item.id(framework)),
            Item::Behaviour(_) => responses.behaviours.get(item.id(framework)),
        }
    }

    /// Puts down an answer, or takes it away. What a newer version wrote beside the old answer is kept.
    pub fn respond(&mut self, framework: &Framework, item: Item, answer: Option<Answer>) {
        let responses = &mut Rc::make_mut(&mut self.assessment).responses;
        let table = match item {
            Item::Competence(_) => &mut responses.competences,
            Item::Behaviour(_) => &mut responses.behaviours,
        };
        let id = item.id(framework);
        match answer {
            Some(answer) => {
                let other = table.get(id).map(|response| response.other.clone()).unwrap_or_default();
                table.set(id.clone(), Response { answer, other });
            }
            None => {
                table.remove(id);
            }
        }
    }

    /// How many competences have an answer, and how many there are.
    pub fn answered(&self, framework: &Framework) -> (usize, usize) {
        let has_answer = |id: &Id| self.assessment.responses.competences.get(id).is_some();
        let answered = framework.competences.iter().filter(|competence| has_answer(&competence.id)).count();
        (answered, framework.competences.len())
    }

    /// Whether any behaviour of the dimension has an answer.
    pub fn has_depth(&self, framework: &Framework, dimension: usize) -> bool {
        let responses = &self.assessment.responses.behaviours;
        framework.dimensions[dimension]
            .behaviours
            .clone()
            .any(|place| responses.get(&framework.behaviours[place].id).is_some())
    }

    /// The step after this one.
    pub fn after(&self, framework: &Framework, step: &Step) -> Step {
        match step {
            Step::Question(question) => self.after_question(framework, *question),
            Step::PartDone { dimension } => match framework.dimensions.get(dimension + 1) {
                Some(next) => Question::about(Item::Competence(next.competences.start), Then::GoOn),
                None => self.first_after_questions(framework),
            },
            Step::Balance if self.asks_areas(framework) => Step::Areas,
            Step::Balance | Step::Areas => Step::Check,
            Step::Check => Step::Results { lens: self.role },
            Step::Results { .. } => Step::Plan,
            Step::Plan | Step::Paper | Step::Keep => Step::Keep,
        }
    }

    /// The step before this one; `None` before the first question.
    pub fn before(&self, framework: &Framework, step: &Step) -> Option<Step> {
        let back = match step {
            Step::Question(question) => match question.then {
                Then::GoOn => return self.before_question(framework, question.item),
                Then::ReturnToCheck => Step::Check,
                Then::ReturnToResults | Then::DepthThenResults => Step::Results { lens: self.role },
                Then::FollowUp => Step::Plan,
            },
            Step::PartDone { dimension } => {
                Question::about(Item::Competence(framework.dimensions[*dimension].competences.end - 1), Then::GoOn)
            }
            Step::Balance => self.last_question(framework),
            Step::Areas if self.asks_balance(framework) => Step::Balance,
            Step::Areas => self.last_question(framework),
            Step::Check if self.asks_areas(framework) => Step::Areas,
            Step::Check if self.asks_balance(framework) => Step::Balance,
            Step::Check => self.last_question(framework),
            Step::Results { .. } => Step::Check,
            Step::Plan | Step::Keep => Step::Results { lens: self.role },
            Step::Paper => Step::Keep,
        };
        Some(back)
    }

    /// The first competence without an answer, or the page with all answers.
    pub fn first_open(&self, framework: &Framework) -> Step {
        let responses = &self.assessment.responses.competences;
        match framework.competences.iter().position(|competence| responses.get(&competence.id).is_none()) {
            Some(place) => Question::about(Item::Competence(place), Then::GoOn),
            None => Step::Check,
        }
    }

    fn after_question(&self, framework: &Framework, question: Question) -> Step {
        let dimension = question.item.dimension(framework);
        let part = &framework.dimensions[dimension];
        let onward = |item| Question::about(item, question.then);
        match (question.then, question.item) {
            (Then::ReturnToCheck, _) => Step::Check,
            (Then::ReturnToResults, _) => Step::Results { lens: self.role },
            (Then::FollowUp, Item::Competence(place)) => {
                match super::planning::named(framework, &self.assessment).find(|next| *next > place) {
                    Some(next) => onward(Item::Competence(next)),
                    None => Step::Plan,
                }
            }
            (_, Item::Competence(place)) if place + 1 < part.competences.end => onward(Item::Competence(place + 1)),
            (_, Item::Behaviour(place)) if place + 1 < part.behaviours.end => onward(Item::Behaviour(place + 1)),
            (Then::DepthThenResults, _) => Step::Results { lens: self.role },
            (Then::GoOn, Item::Competence(_)) if !part.behaviours.is_empty() => Step::PartDone { dimension },
            (Then::FollowUp, Item::Behaviour(_)) => Step::Plan,
            (Then::GoOn, _) => self.after(framework, &Step::PartDone { dimension }),
        }
    }

    fn before_question(&self, framework: &Framework, item: Item) -> Option<Step> {
        let dimension = item.dimension(framework);
        let part = &framework.dimensions[dimension];
        match item {
            Item::Competence(0) => None,
            Item::Competence(place) if place > part.competences.start => {
                Some(Question::about(Item::Competence(place - 1), Then::GoOn))
            }
            Item::Competence(_) => Some(self.last_question_of(framework, dimension - 1)),
            Item::Behaviour(place) if place > part.behaviours.start => {
                Some(Question::about(Item::Behaviour(place - 1), Then::GoOn))
            }
            Item::Behaviour(_) => Some(Step::PartDone { dimension }),
        }
    }

    fn last_question(&self, framework: &Framework) -> Step {
        self.last_question_of(framework, framework.dimensions.len() - 1)
    }

    fn last_question_of(&self, framework: &Framework, dimension: usize) -> Step {
        let part = &framework.dimensions[dimension];
        if part.behaviours.is_empty() {
            Question::about(Item::Competence(part.competences.end - 1), Then::GoOn)
        } else {
            Step::PartDone { dimension }
        }
    }

    fn first_after_questions(&self, framework: &Framework) -> Step {
        if self.asks_balance(framework) {
            Step::Balance
        } else if self.asks_areas(framework) {
            Step::Areas
        } else {
            Step::Check
        }
    }

    /// What the person's own file holds: everything, and the examples when they were ticked.
    pub fn own_file(&self) -> Assessment {
        let mut assessment = (*self.assessment).clone();
        assessment.parts = Some(match assessment.rater {
            Rater::Myself => vec![Part::Responses, Part::Wishes, Part::Plan],
            Rater::Manager => vec![Part::Responses, Part::Plan],
        });
        if !self.sharing.own_evidence {
            assessment.evidence = Table::default();
        }
        assessment.reference = None;
        assessment
    }

    /// What a file to share holds: what was ticked and nothing else, not even what another version wrote.
    pub fn shared_file(&self, settings: &Settings) -> Assessment {
        let Sharing { responses, wishes, plan, evidence, reference, .. } = self.sharing;
        let own = &*self.assessment;
        let mut shared = Assessment::new(
            own.framework.clone(),
            own.framework_version.clone().unwrap_or_default(),
            own.purpose,
            own.rater,
            own.role.clone(),
        );
        (shared.created_at, shared.updated_at) = (own.created_at.clone(), own.updated_at.clone());
        (shared.language, shared.stage) = (own.language.clone(), own.stage.clone());
        let mut parts = Vec::new();
        if responses {
            parts.push(Part::Responses);
            (shared.responses, shared.targets, shared.agreed) =
                (own.responses.clone(), own.targets.clone(), own.agreed.clone());
            shared.other_roles = own.other_roles.clone();
        }
        if wishes {
            parts.push(Part::Wishes);
            (shared.wishes, shared.experience) = (own.wishes.clone(), own.experience.clone());
        }
        if plan {
            parts.push(Part::Plan);
            shared.plan = own.plan.clone();
        }
        if evidence {
            shared.evidence = own.evidence.clone();
        }
        shared.reference = settings.reference.clone().filter(|_| reference);
        shared.parts = Some(parts);
        shared
    }

    /// Roles that let head and deputy agree on a balance ask for it.
    pub fn asks_balance(&self, framework: &Framework) -> bool {
        self.assessment.purpose == Purpose::Development && framework.roles[self.role].focus.is_some()
    }

    /// A manager has no wishes of their own here, and applicants are shown no areas.
    pub fn asks_areas(&self, framework: &Framework) -> bool {
        self.assessment.rater == Rater::Myself
            && self.assessment.purpose != Purpose::Exploration
            && !framework.areas.is_empty()
    }
}
