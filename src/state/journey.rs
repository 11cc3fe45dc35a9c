//! One person's way through the questions to the results: the answers, and where the person is.
//!
//! Pure functions over the framework, the assessment and the step. Which step follows which is [`super::navigation`]'s.
//! Knows nothing of screens' looks or of storage.

use super::compared_file::ComparedFile;
use super::opened::OpenedAssessment;
use super::share::ShareSelection;
use crate::assessment::{Answer, Assessment, Purpose, Rater, Response};
use crate::framework::{Framework, Id, Scale, Text};
use serde::{Deserialize, Serialize};
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
    /// What the person ticked for a file. Forgotten with the tab.
    pub ticks: ShareSelection,
    /// How many agreements of the plan, from the first, were in a file from an earlier day. Forgotten with the tab.
    pub earlier: usize,
    /// A second file, to compare with. Forgotten with the tab.
    pub compared: Option<Rc<ComparedFile>>,
}

/// The wish for an area that is chosen.
pub const CHOSEN: i8 = 2;
/// As many areas can be chosen before the results.
pub const MOST_CHOSEN: usize = 5;

/// Where the person is.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    Question(Question),
    /// A dimension is done; its behaviours can be answered in depth.
    DimensionDone {
        dimension: usize,
    },
    /// Which dimensions head and deputy agreed to weigh more, and targets changed for this person.
    Balance,
    /// What one already knows that one would like.
    Areas {
        /// The area that was chosen beyond the most that can be, until one is given up for it.
        beyond: Option<usize>,
    },
    /// Every answer on one page.
    Check,
    /// The results in short, seen against this role: the first of the screens that they are told on.
    Overview {
        viewed_role: usize,
    },
    /// Every competence beside its level.
    Profile {
        viewed_role: usize,
    },
    /// The suggested areas, and what the person says of them.
    Suggestions {
        viewed_role: usize,
        /// The area that something was just said of, or that was looked for.
        at_hand: Option<usize>,
    },
    /// Two files side by side.
    Compare,
    /// What to talk about after comparing, as a page.
    Agenda,
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
    pub then: AfterAnswer,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum AfterAnswer {
    /// To the next question.
    GoOn,
    /// Back to the page that the question was opened from.
    #[serde(rename = "check")]
    ReturnToCheck,
    #[serde(rename = "results")]
    ReturnToProfile,
    #[serde(rename = "suggestions")]
    ReturnToSuggestions,
    /// Through the rest of a dimension's behaviours, then to the profile.
    #[serde(rename = "depth")]
    DepthThenProfile,
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

    /// What is asked, in the words that a rater reads: a manager in the third person, where the framework has them.
    pub fn statement(self, framework: &Framework, rater: Rater) -> &Text {
        let (own, managers) = match self {
            Self::Competence(place) => {
                let competence = &framework.competences[place];
                (&competence.statement, &competence.manager_statement)
            }
            Self::Behaviour(place) => {
                let behaviour = &framework.behaviours[place];
                (&behaviour.statement, &behaviour.manager_statement)
            }
        };
        managers.as_ref().filter(|_| rater == Rater::Manager).unwrap_or(own)
    }

    /// The place of its dimension.
    pub fn dimension(self, framework: &Framework) -> usize {
        match self {
            Self::Competence(place) => framework.competences[place].dimension,
            Self::Behaviour(place) => framework.behaviours[place].dimension,
        }
    }

    /// Whether the framework has it.
    pub fn is_in(self, framework: &Framework) -> bool {
        match self {
            Self::Competence(place) => place < framework.competences.len(),
            Self::Behaviour(place) => place < framework.behaviours.len(),
        }
    }

    /// The scale that it is answered on.
    pub fn scale(self, framework: &Framework) -> &Scale {
        match self {
            Self::Competence(place) => framework.scale_of(place),
            Self::Behaviour(_) => &framework.scales[framework.behaviour_scale],
        }
    }

    /// Whether the answer is on its scale, or off all scales.
    pub fn takes(self, framework: &Framework, answer: Answer) -> bool {
        match answer {
            Answer::Rated(level) => self.scale(framework).level(level).is_some(),
            _ => true,
        }
    }

    /// The one before it, where it isn't the first of its kind.
    pub(super) fn previous(self) -> Self {
        match self {
            Self::Competence(place) => Self::Competence(place - 1),
            Self::Behaviour(place) => Self::Behaviour(place - 1),
        }
    }

    /// Its place among the items of its kind in its dimension, counted from 1, and how many there are.
    pub fn place_in_dimension(self, framework: &Framework) -> (usize, usize) {
        let dimension = &framework.dimensions[self.dimension(framework)];
        match self {
            Self::Competence(place) => (place - dimension.competences.start + 1, dimension.competences.len()),
            Self::Behaviour(place) => (place - dimension.behaviours.start + 1, dimension.behaviours.len()),
        }
    }
}

impl AfterAnswer {
    /// Whether the results are where the question was opened from.
    pub fn is_from_results(self) -> bool {
        matches!(self, Self::ReturnToProfile | Self::ReturnToSuggestions | Self::DepthThenProfile)
    }
}

impl Question {
    pub fn about(item: Item, then: AfterAnswer) -> Step {
        Step::Question(Self { item, is_missing: false, then })
    }
}

impl Journey {
    /// A way through these answers, for the role at this place, with nothing looked at yet.
    pub fn new(assessment: Assessment, role: usize) -> Self {
        Self {
            assessment: Rc::new(assessment),
            role,
            step: Step::Check,
            has_seen_results: false,
            label: Rc::<str>::default(),
            ticks: ShareSelection::default(),
            earlier: 0,
            compared: None,
        }
    }

    /// A way through what a file holds, for the role at this place.
    pub fn from_file(opened: &OpenedAssessment, role: usize) -> Self {
        // What a file left out by choice can be said here all the same.
        Self::new(Assessment { parts: None, ..opened.assessment.clone() }, role)
    }

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
                table.insert(id.clone(), Response { answer, other });
            }
            None => {
                table.shift_remove(id);
            }
        }
    }

    /// Puts down what the person would like of an area, from -1 to 2; 0 takes it back. On the screen before the results only
    /// so many can be chosen: a further one waits there until one of the others is given up.
    pub fn wish(&mut self, framework: &Framework, area: usize, wish: i8) {
        let chosen = self.chosen_areas(framework);
        if let Step::Areas { beyond } = &mut self.step {
            let is_full = chosen.len() >= MOST_CHOSEN && !chosen.contains(&area);
            if wish == CHOSEN && is_full {
                *beyond = Some(area);
                return;
            }
            let waiting = beyond.take().filter(|waiting| *waiting != area);
            self.put_wish(framework, area, wish);
            if let Some(waiting) = waiting {
                self.put_wish(framework, waiting, CHOSEN);
            }
            return;
        }
        self.put_wish(framework, area, wish);
    }

    fn put_wish(&mut self, framework: &Framework, area: usize, wish: i8) {
        let id = &framework.areas[area].id;
        let wishes = &mut Rc::make_mut(&mut self.assessment).wishes.areas;
        if wish == 0 {
            wishes.shift_remove(id);
        } else {
            wishes.insert(id.clone(), i64::from(wish));
        }
    }

    /// The places of the areas that the person would like, in framework order.
    pub fn chosen_areas(&self, framework: &Framework) -> Vec<usize> {
        let wishes = &self.assessment.wishes.areas;
        let is_chosen = |place: &usize| wishes.get(&framework.areas[*place].id) == Some(&i64::from(CHOSEN));
        (0..framework.areas.len()).filter(is_chosen).collect()
    }

    /// How many competences have an answer, and how many there are.
    pub fn answered(&self, framework: &Framework) -> (usize, usize) {
        let has_answer = |id: &Id| self.assessment.responses.competences.get(id).is_some();
        let answered = framework.competences.iter().filter(|competence| has_answer(&competence.id)).count();
        (answered, framework.competences.len())
    }

    /// Whether there is room for another dimension in focus. Ids that the framework doesn't know take no room.
    pub fn can_focus_more(&self, framework: &Framework) -> bool {
        let chosen = self.assessment.targets.focus.iter().filter(|id| framework.dimension(id).is_some()).count();
        framework.roles[self.role].focus.is_some_and(|focus| chosen < usize::from(focus.at_most))
    }

    /// Whether any behaviour of the dimension has an answer.
    pub fn has_depth(&self, framework: &Framework, dimension: usize) -> bool {
        let responses = &self.assessment.responses.behaviours;
        framework.dimensions[dimension]
            .behaviours
            .clone()
            .any(|place| responses.get(&framework.behaviours[place].id).is_some())
    }

    /// Roles that let head and deputy agree on a balance ask for it.
    pub fn asks_balance(&self, framework: &Framework) -> bool {
        self.assessment.purpose == Purpose::Development && framework.roles[self.role].focus.is_some()
    }

    /// Whether a new hire says where they would like to be placed: at the first of the role's stages.
    pub fn asks_placement(&self, framework: &Framework) -> bool {
        let first = framework.roles[self.role].stages.iter().min_by_key(|stage| stage.months);
        self.assessment.purpose == Purpose::Onboarding
            && self.asks_areas(framework)
            && first.is_some_and(|first| self.assessment.stage.as_ref() == Some(&first.id))
    }

    /// Whether there is a plan to agree on: an applicant has nobody to agree it with.
    pub fn has_plan(&self) -> bool {
        self.assessment.purpose != Purpose::Exploration
    }

    /// A manager has no wishes of their own here, and applicants are shown no areas.
    pub fn asks_areas(&self, framework: &Framework) -> bool {
        self.assessment.rater == Rater::Myself
            && self.assessment.purpose != Purpose::Exploration
            && !framework.areas.is_empty()
    }
}

impl Step {
    /// The role that the answers are seen against, on the screens that show them so.
    pub fn viewed_role(&self) -> Option<usize> {
        match self {
            Self::Overview { viewed_role } | Self::Profile { viewed_role } | Self::Suggestions { viewed_role, .. } => {
                Some(*viewed_role)
            }
            _ => None,
        }
    }

    /// The public name of the screen, in `rokade-progress`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Question(_) => "question",
            Self::DimensionDone { .. } => "part-done",
            Self::Balance => "balance",
            Self::Areas { .. } => "areas",
            Self::Check => "check",
            Self::Overview { .. } => "results",
            Self::Profile { .. } => "profile",
            Self::Suggestions { .. } => "suggestions",
            Self::Plan => "plan",
            Self::Compare => "compare",
            Self::Agenda => "agenda",
            Self::Paper => "print",
            Self::Keep => "keep",
        }
    }
}
