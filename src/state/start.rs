//! The first screen: what is asked there.
//!
//! Pure. Knows nothing of how it looks, nor of how the answers begin.

use super::journey::Journey;
use super::settings::Settings;
use crate::assessment::{Purpose, Rater};
use crate::framework::Framework;
use std::rc::Rc;

/// The first screen: what is not fixed by the page and not yet chosen.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Start {
    pub purpose: Option<Purpose>,
    pub rater: Option<Rater>,
    pub role: Option<usize>,
    /// A stage id of the role, for a new hire.
    pub stage: Option<Rc<str>>,
    /// For an applicant: places of further roles to look at, in the order in which they were chosen.
    pub other_roles: Vec<usize>,
    /// For a manager: whom the answers are about.
    pub label: Rc<str>,
    /// What was missing when *Begin* was pressed.
    pub missing: Vec<StartField>,
    /// Answers that are there already, when the person went back here.
    pub under_way: Option<Box<Journey>>,
}

/// What the first screen asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartField {
    Purpose,
    Rater,
    Role,
}

impl Start {
    /// Takes over what the page fixed, and what leaves no choice.
    pub(super) fn fix(&mut self, framework: &Framework, settings: &Settings) {
        let before = (self.purpose, self.role);
        self.purpose = settings.purpose.or(self.purpose);
        self.rater = settings.rater.or(self.rater);
        let fixed_role = settings.role.as_ref().and_then(|role| framework.role(role));
        let only_role = (framework.roles.len() == 1).then_some(0);
        self.role = fixed_role.or(only_role).or(self.role);
        self.begin_stages(framework, before);
        self.forget_what_is_there(settings);
    }

    /// Takes a role among those looked at, last, or out of them. Where the first is free, it is the one that was taken in
    /// longest ago.
    pub(super) fn look_at(&mut self, role: usize, is_looked_at: bool, is_first_free: bool) {
        if is_looked_at && self.role == Some(role) {
            return;
        }
        self.other_roles.retain(|other| *other != role);
        if is_looked_at {
            self.other_roles.push(role);
        } else if is_first_free && self.role == Some(role) {
            self.role = None;
        }
        if is_first_free && self.role.is_none() && !self.other_roles.is_empty() {
            self.role = Some(self.other_roles.remove(0));
        }
    }

    /// A stage is asked of a new hire only. With another purpose or role it is the one said before, where the role has
    /// it, and otherwise the first: whoever is new begins there.
    pub(super) fn begin_stages(&mut self, framework: &Framework, before: (Option<Purpose>, Option<usize>)) {
        if before == (self.purpose, self.role) {
            return;
        }
        let said = self.stage.take();
        if let (Some(Purpose::Onboarding), Some(role)) = (self.purpose, self.role) {
            let role = &framework.roles[role];
            let stage = said.and_then(|stage| role.stage(&stage));
            let stage = stage.or_else(|| role.stages.iter().min_by_key(|stage| stage.months));
            self.stage = stage.map(|stage| stage.id.clone());
        }
    }

    pub(super) fn lacks(&self, field: StartField, settings: &Settings) -> bool {
        match field {
            StartField::Purpose => self.purpose.is_none(),
            StartField::Rater => self.rater.is_none() && self.asks_rater(settings),
            StartField::Role => self.role.is_none(),
        }
    }

    /// What was missing and is there now, or is asked no more, is missing no longer.
    pub(super) fn forget_what_is_there(&mut self, settings: &Settings) {
        let missing = std::mem::take(&mut self.missing);
        self.missing = missing.into_iter().filter(|field| self.lacks(*field, settings)).collect();
    }

    /// What was chosen for a journey that is under way.
    pub(super) fn with(framework: &Framework, journey: Journey) -> Self {
        let assessment = &journey.assessment;
        Self {
            purpose: Some(assessment.purpose),
            rater: Some(assessment.rater),
            role: Some(journey.role),
            stage: assessment.stage.clone(),
            label: journey.label.clone(),
            other_roles: assessment.other_roles.iter().filter_map(|id| framework.role(id)).collect(),
            missing: Vec::new(),
            under_way: Some(Box::new(journey)),
        }
    }

    /// Whether a manager answers about somebody.
    pub fn is_manager(&self) -> bool {
        self.rater == Some(Rater::Manager) && self.purpose == Some(Purpose::Development)
    }

    /// Whether it matters who answers: only a development interview has two sides.
    pub fn asks_rater(&self, settings: &Settings) -> bool {
        settings.rater.is_none() && self.purpose == Some(Purpose::Development)
    }
}
