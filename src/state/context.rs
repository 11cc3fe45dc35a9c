//! One message on its way through a session: what every kind of it needs to do.
//!
//! Pure. What a message means is for the files that come after this.

use super::effect::{Effect, Event, FocusTarget};
use super::journey::{AfterAnswer, Item, Journey, Step};
use super::progress::{self, Now, StoredProgress};
use super::session::{Screen, Session, SetAside};
use super::settings::{Retention, Settings};
use super::start::{Start, StartField};
use crate::wording::{Key, Wording};
use indexmap::IndexMap;
use std::rc::Rc;

/// One message on its way through a session.
pub(super) struct UpdateContext<'a> {
    pub settings: &'a Rc<Settings>,
    pub wording: &'a Rc<Wording>,
    /// The place of the reader's language among the framework's.
    pub language: usize,
    pub session: &'a mut Session,
    pub announcement: &'a mut (u32, Rc<str>),
    pub set_aside: &'a mut IndexMap<Rc<str>, SetAside>,
    pub now: &'a Now,
    pub effects: &'a mut Vec<Effect>,
}

impl UpdateContext<'_> {
    /// Another screen: the focus goes to its heading, and notices and questions of the last one have been seen.
    pub(super) fn show(&mut self, screen: Screen) {
        self.session.screen = screen;
        self.session.notices.clear();
        self.session.deletion = None;
        self.session.saved = None;
        self.session.has_changed = false;
        self.effects.push(Effect::MoveFocus(FocusTarget::Heading));
    }

    pub(super) fn announce(&mut self, key: Key) {
        self.announce_words(self.wording.text(key));
    }

    pub(super) fn announce_words(&mut self, words: Rc<str>) {
        *self.announcement = (self.announcement.0 + 1, words);
    }

    pub(super) fn step(&mut self, step: Step) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        let (mut returns, mut opened_from) = (false, None);
        if let Step::Question(question) = &journey.step {
            returns = self.session.has_changed && question.then.is_from_results() && step.viewed_role().is_some();
            if let (
                AfterAnswer::ReturnToCheck | AfterAnswer::ReturnToProfile,
                Item::Competence(place),
                Step::Check | Step::Profile { .. },
            ) = (question.then, question.item, &step)
            {
                opened_from = Some(place);
            }
        }
        journey.step = step;
        let screen = Screen::Journey(journey.clone());
        self.show(screen);
        self.effects.extend(opened_from.map(|place| Effect::MoveFocus(FocusTarget::Change(place))));
        if returns {
            self.announce(Key::ResultsChanged);
        }
        self.seen_results();
        self.keep();
        self.tell_progress();
    }

    /// Back to the first screen with answers for a role that the framework doesn't have.
    pub(super) fn ask_for_the_role(&mut self, journey: Journey) {
        let framework = self.session.framework.clone();
        let mut start = Start { role: None, missing: vec![StartField::Role], ..Start::with(&framework, journey) };
        start.fix(&framework, self.settings);
        self.show(Screen::Start(start));
    }

    pub(super) fn seen_results(&mut self) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        if journey.step.viewed_role().is_some() && !journey.has_seen_results {
            journey.has_seen_results = true;
            self.effects.push(Effect::Emit(Event::Results));
        }
    }

    /// Tells the page how far the person is.
    pub(super) fn tell_progress(&mut self) {
        let Screen::Journey(journey) = &self.session.screen else { return };
        let (answered, total) = journey.answered(&self.session.framework);
        let screen = journey.step.name();
        self.effects.push(Effect::Emit(Event::Progress { answered, total, screen }));
    }

    /// No longer than the page and the purpose allow.
    pub(super) fn cap_keeping(&mut self) {
        let purpose = match self.session.screen.beneath() {
            Screen::Start(start) => start.purpose,
            _ => self.session.journey().map(|journey| journey.assessment.purpose),
        };
        let most = self.settings.most_keeping(purpose.unwrap_or_default());
        self.session.keeping = self.session.keeping.min(most);
    }

    /// After every change of the answers.
    pub(super) fn changed(&mut self) {
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        Rc::make_mut(&mut journey.assessment).updated_at = Some(self.now.iso.clone());
        self.session.has_changed = true;
        self.keep();
        self.tell_progress();
    }

    /// Keeps the answers as long as the person chose, and hands over a copy.
    pub(super) fn keep(&mut self) {
        let Session { framework, keeping, .. } = &*self.session;
        let Some(journey) = self.session.journey() else { return };
        let keeping = *keeping;
        let key = progress::key(framework, self.settings, journey);
        let text: Rc<str> = progress::write(framework, journey, keeping, self.now).into();
        self.session.kept_under = (keeping != Retention::Nowhere).then(|| key.clone());
        if keeping != Retention::Nowhere {
            self.effects.push(Effect::SaveProgress(StoredProgress { key, text: text.clone(), keeping }));
        }
        self.effects.push(Effect::HandOverProgress(Some(text)));
    }

    /// The same when that was decided anew: what is to be kept nowhere is forgotten now. Not at each change, for where the
    /// browser has no room left, what it took before is better than nothing.
    pub(super) fn keep_as_decided(&mut self) {
        self.cap_keeping();
        if self.session.keeping == Retention::Nowhere {
            self.forget_under_way();
        }
        self.keep();
    }
}
