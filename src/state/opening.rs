//! Opening a saved assessment: going on from it, or asking what it is to be.
//!
//! Pure. Reading it is [`super::opened`]'s.

use super::compared_file::ComparedFile;
use super::context::UpdateContext;
use super::effect::{Effect, Event, FocusTarget};
use super::journey::{Journey, Step};
use super::opened::{OpenError, OpenedAssessment, read};
use super::progress;
use super::session::{Dialog, Notice, Screen};
use crate::comparison::NotComparable;
use crate::encoding::Encoding;
use crate::wording::Key;
use std::rc::Rc;

impl UpdateContext<'_> {
    /// Goes on from the file where nothing stands in its way, and otherwise asks what it is to be.
    pub(super) fn open_file(&mut self, text: &str, encoding: Encoding) {
        self.session.notices.clear();
        let opened = match read(text) {
            Ok(opened) => opened,
            Err(declined) => return self.decline(declined),
        };
        let framework = self.session.framework.clone();
        let under_way = self.session.journey();
        // What can be compared depends on the role, which is asked for again where the framework no longer has it.
        let compared = under_way
            .filter(|journey| framework.role(&journey.assessment.role).is_some())
            .map(|journey| ComparedFile::of(&framework, journey.role, &journey.assessment, &opened));
        if opened.assessment.framework != framework.id {
            return match compared {
                Some(Ok(_)) => self.ask_about(None, compared),
                _ => self.decline(OpenError::OtherFramework {
                    framework: opened.assessment.framework,
                    why: compared.and_then(Result::err),
                }),
            };
        }
        let mut found = OpenedAssessment::of(&framework, opened);
        found.told.letters_are_guessed = encoding == Encoding::Windows1252;
        let key = progress::key(&framework, self.settings, &Journey::from_file(&found, 0));
        if under_way.is_some() || self.session.kept.iter().any(|(kept, _)| *kept == key) {
            self.ask_about(Some(Box::new(found)), compared);
        } else {
            self.go_on_from(found);
        }
    }

    fn ask_about(
        &mut self,
        found: Option<Box<OpenedAssessment>>,
        compared: Option<Result<Rc<ComparedFile>, NotComparable>>,
    ) {
        self.session.dialog = Some(Dialog::Opened { found, compared });
        self.effects.push(Effect::MoveFocus(FocusTarget::Dialog));
    }

    fn decline(&mut self, declined: OpenError) {
        self.effects.push(Effect::Emit(Event::Error { code: declined.code(), message: declined.message() }));
        self.session.notices.push(Notice::NotOpened(declined));
        self.effects.push(Effect::MoveFocus(FocusTarget::Notices));
    }

    /// To the results where there are answers; to the first screen where the role has to be asked again.
    pub(super) fn go_on_from(&mut self, found: OpenedAssessment) {
        let framework = self.session.framework.clone();
        let key = |journey: &Journey| progress::key(&framework, self.settings, journey);
        let old_key = self.session.journey().map(key);
        let role = found.role;
        let mut journey = Journey::from_file(&found, role.unwrap_or(0));
        let is_earlier = found.assessment.updated_at.as_deref().is_some_and(|changed| changed < self.now.today());
        if is_earlier {
            journey.earlier = journey.assessment.plan.len();
        }
        self.session.kept.retain(|(kept, _)| *kept != key(&journey));
        if let Some(old_key) = old_key
            && old_key != key(&journey)
        {
            self.effects.push(Effect::ForgetProgress { key: old_key });
        }
        if role.is_some() {
            journey.step = match journey.answered(&framework) {
                // A plan that was shared alone.
                (0, _) if !journey.assessment.plan.is_empty() => Step::Plan,
                (0, _) => journey.first_open(&framework),
                _ => Step::Overview { viewed_role: journey.role },
            };
            self.show(Screen::Journey(journey));
            self.seen_results();
        } else {
            self.ask_for_the_role(journey);
        }
        self.session.notices.push(Notice::Opened(found.told));
        self.announce(Key::Opened);
        self.keep_as_decided();
        self.tell_progress();
    }
}
