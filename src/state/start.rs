//! The first screen: what is asked there, and how the answers begin.
//!
//! Pure. Knows nothing of how it looks.

use super::journey::Journey;
use super::progress;
use super::settings::Settings;
use super::{Effect, FocusTarget, Message, Screen, Session, UpdateContext};
use crate::assessment::{Assessment, Purpose, Rater};
use crate::framework::Framework;
use crate::wording::Key;
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

    /// A stage is asked of a new hire only. With another purpose or role it is the one said before, where the role has
    /// it, and otherwise the first: whoever is new begins there.
    fn begin_stages(&mut self, framework: &Framework, before: (Option<Purpose>, Option<usize>)) {
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

    fn lacks(&self, field: StartField, settings: &Settings) -> bool {
        match field {
            StartField::Purpose => self.purpose.is_none(),
            StartField::Rater => self.rater.is_none() && self.asks_rater(settings),
            StartField::Role => self.role.is_none(),
        }
    }

    /// What was missing and is there now, or is asked no more, is missing no longer.
    fn forget_what_is_there(&mut self, settings: &Settings) {
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

impl UpdateContext<'_> {
    pub(super) fn handle_on_start(&mut self, message: Message) {
        let framework = self.session.framework.clone();
        let Session { screen: Screen::Start(start), kept, .. } = &mut *self.session else { return };
        let before = (start.purpose, start.role);
        match message {
            Message::PurposeChosen(purpose) if self.settings.purpose.is_none() => start.purpose = Some(purpose),
            Message::RaterChosen(rater) if self.settings.rater.is_none() => start.rater = Some(rater),
            Message::RoleChosen(role) if role < framework.roles.len() && self.settings.role.is_none() => {
                start.role = Some(role);
            }
            Message::OtherRoleTicked { role, is_looked_at } if role < framework.roles.len() => {
                start.other_roles.retain(|own| *own != role);
                if is_looked_at {
                    start.other_roles.push(role);
                }
                let told = self.wording.count(Key::OtherRolesCount, start.other_roles.len(), &[]);
                *self.announcement = (self.announcement.0 + 1, told);
            }
            Message::RoleUnchosen if self.settings.role.is_none() => start.role = None,
            Message::StageChosen(stage) => start.stage = stage,
            Message::LabelWritten(label) => start.label = label,
            Message::Begun => return self.begin(&framework),
            // Answers that are here already aren't replaced by those of another day.
            Message::ProgressResumed(key) if start.under_way.is_none() => {
                let Some(place) = kept.iter().position(|(kept, _)| *kept == key) else { return };
                let (_, progress) = kept.remove(place);
                return self.resume(progress);
            }
            Message::ProgressForgotten(key) => {
                let Some(place) = kept.iter().position(|(kept, _)| *kept == key) else { return };
                kept.remove(place);
                self.effects.push(Effect::ForgetProgress { key });
                self.effects.push(Effect::MoveFocus(FocusTarget::Heading));
                return self.announce(Key::AnswersDeleted);
            }
            _ => return,
        }
        start.begin_stages(&framework, before);
        start.forget_what_is_there(self.settings);
        self.cap_keeping();
    }

    fn begin(&mut self, framework: &Framework) {
        let Screen::Start(start) = &mut self.session.screen else { return };
        let fields = [StartField::Purpose, StartField::Rater, StartField::Role];
        start.missing = fields.into_iter().filter(|field| start.lacks(*field, self.settings)).collect();
        let (Some(purpose), Some(role), true) = (start.purpose, start.role, start.missing.is_empty()) else {
            self.effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
            return;
        };
        let start = std::mem::take(start);
        let rater = match purpose {
            Purpose::Development => start.rater.unwrap_or_default(),
            Purpose::Exploration | Purpose::Onboarding => Rater::Myself,
        };
        let role_id = framework.roles[role].id.clone();
        let mut journey = match start.under_way {
            Some(journey) => *journey,
            None => {
                let (framework, version) = (framework.id.clone(), framework.version.clone());
                let mut assessment = Assessment::new(framework, version, purpose, rater, role_id.clone());
                assessment.created_at = Some(self.now.iso.clone());
                Journey::new(assessment, role)
            }
        };
        // Another role, purpose or rater is another key on the device.
        let old_key = progress::key(framework, self.settings, &journey);
        let assessment = Rc::make_mut(&mut journey.assessment);
        if framework.role(&assessment.role).is_some_and(|old| old != role) {
            // They were agreed for the other role.
            assessment.targets = Default::default();
        }
        if rater == Rater::Manager && assessment.rater == Rater::Myself {
            // These were of the one who answered about themselves; a manager states none for another.
            assessment.wishes = Default::default();
            assessment.experience.clear();
        }
        (assessment.purpose, assessment.rater, assessment.role) = (purpose, rater, role_id);
        assessment.stage = start.stage.filter(|stage| framework.roles[role].stage(stage).is_some());
        assessment.language = Some(self.wording.language.tag().into());
        let looks_at_more = purpose == Purpose::Exploration;
        let other_roles = start.other_roles.iter().filter(|other| looks_at_more && **other != role);
        assessment.other_roles = other_roles.map(|other| framework.roles[*other].id.clone()).collect();
        journey.role = role;
        journey.label = if rater == Rater::Manager { start.label.trim().into() } else { Rc::<str>::default() };
        journey.step = journey.first_open(framework);
        if progress::key(framework, self.settings, &journey) != old_key {
            self.effects.push(Effect::ForgetProgress { key: old_key });
        }
        self.show(Screen::Journey(journey));
        self.cap_keeping();
        self.changed();
    }
}
