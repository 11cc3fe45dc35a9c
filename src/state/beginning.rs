//! On the first screen: what is chosen there, and how the answers begin.
//!
//! Pure. Knows nothing of how it looks.

use super::context::UpdateContext;
use super::effect::{Effect, FocusTarget};
use super::journey::Journey;
use super::message::Message;
use super::progress;
use super::session::{Screen, Session};
use super::start::StartField;
use crate::assessment::{Assessment, Purpose, Rater};
use crate::framework::Framework;
use crate::wording::Key;
use std::rc::Rc;

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
                let is_first_free = start.purpose == Some(Purpose::Exploration) && self.settings.role.is_none();
                start.look_at(role, is_looked_at, is_first_free);
                let number = usize::from(start.role.is_some()) + start.other_roles.len();
                let told = self.wording.count(Key::RolesCount, number, &[]);
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
        assessment.language = Some(self.wording.tag().into());
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
