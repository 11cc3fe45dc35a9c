//! Keeping answers on the device, finding them again, and deleting them.
//!
//! Pure: what has to be stored is an effect. Knows nothing of the browser's stores.

use super::context::UpdateContext;
use super::effect::{Effect, Event};
use super::progress::{self, Progress, StoredProgress, Unread};
use super::session::{Notice, Screen, StorageTrouble};
use super::settings::Retention;
use super::start::Start;
use crate::wording::Key;

impl UpdateContext<'_> {
    /// In the tab one goes straight on; what the device kept is offered, since another may sit there now.
    pub(super) fn find_progress(&mut self, stored: Vec<StoredProgress>) {
        if !matches!(self.session.screen, Screen::Start(_)) || self.session.journey().is_some() {
            return;
        }
        if self.offer(stored) {
            self.session.notices.push(Notice::KeptUnread);
        }
        let framework = self.session.framework.clone();
        let key = |progress: &Progress| progress::key(&framework, self.settings, &progress.journey);
        // What this very widget handed over goes before all else, also where the page asks for something else now; but
        // for what another window has added since.
        let handed_over = self.settings.progress.as_ref().and_then(|text| progress::read(&framework, text).ok());
        let handed_over = handed_over.map(|own| {
            let is_newer = |other: &Progress| other.journey.assessment.updated_at > own.journey.assessment.updated_at;
            let same = self.session.kept.iter().find(|(kept, other)| *kept == key(&own) && is_newer(other));
            same.map_or(own.clone(), |(_, other)| other.clone())
        });
        if let Some(progress) = handed_over.or_else(|| self.newest_in_tab()) {
            // The rest stays among what is offered, and is deleted with it.
            let key = key(&progress);
            self.session.kept.retain(|(kept, _)| *kept != key);
            self.resume(progress);
        }
    }

    /// Lists what can be gone on from. Answers whether there is more that can't be read.
    fn offer(&mut self, stored: Vec<StoredProgress>) -> bool {
        let framework = self.session.framework.clone();
        let mut has_unread = false;
        self.session.kept.clear();
        for StoredProgress { key, text, keeping } in stored {
            let day = progress::day_of(&text);
            if keeping == Retention::Device && day.is_some_and(|day| progress::is_expired(day, self.now)) {
                self.effects.push(Effect::ForgetProgress { key });
                continue;
            }
            let progress = match progress::read(&framework, &text) {
                Ok(progress) => progress,
                Err(unread) => {
                    has_unread |= unread == Unread::Damaged;
                    continue;
                }
            };
            let most = self.settings.most_keeping(progress.journey.assessment.purpose);
            if keeping > most || !progress.fits(self.settings) {
                continue;
            }
            self.session.kept.push((key, Progress { keeping, ..progress }));
        }
        has_unread
    }

    /// Somebody else wrote what is kept: most likely the same person, in another window. What was said there last holds
    /// here too, so that going on here loses nothing of it; and what was deleted there isn't kept again from here.
    pub(super) fn sync_from_storage(&mut self, stored: Vec<StoredProgress>) {
        if self.session.journey().is_none() {
            self.offer(stored);
            return;
        }
        let framework = self.session.framework.clone();
        let Some(key) = self.session.kept_under.clone() else { return };
        let keeping = self.session.keeping;
        let found = stored.into_iter().find(|found| found.key == key && found.keeping == keeping);
        let read = found.and_then(|StoredProgress { text, .. }| Some((progress::read(&framework, &text).ok()?, text)));
        let Some((Progress { journey: other, .. }, text)) = read else {
            self.session.kept_under = None;
            self.session.keeping = Retention::Nowhere;
            self.session.notices.push(Notice::DeletedElsewhere);
            return self.announce(Key::DeletedElsewhere);
        };
        let Some(journey) = self.session.journey_mut() else { return };
        // Going through the questions changes only the step.
        if other.assessment.updated_at == journey.assessment.updated_at {
            return;
        }
        journey.earlier = journey.earlier.min(other.assessment.plan.len());
        journey.assessment = other.assessment;
        if !journey.has(&framework, &journey.step) {
            journey.step = journey.first_open(&framework);
        }
        self.effects.push(Effect::HandOverProgress(Some(text)));
        // It is said once, however much is changed there meanwhile.
        self.session.notices.retain(|notice| !matches!(notice, Notice::ChangedElsewhere));
        self.session.notices.push(Notice::ChangedElsewhere);
        self.announce(Key::ChangedElsewhere);
    }

    fn newest_in_tab(&mut self) -> Option<Progress> {
        let in_tab = self.session.kept.iter().filter(|(_, progress)| progress.keeping == Retention::Tab);
        let newest = in_tab.max_by_key(|(_, progress)| &progress.journey.assessment.updated_at);
        newest.map(|(_, progress)| progress.clone())
    }

    pub(super) fn resume(&mut self, progress: Progress) {
        self.session.keeping = progress.keeping;
        self.show(Screen::Journey(progress.journey));
        self.session.notices.push(Notice::Resumed(progress.told));
        self.announce(Key::Resumed);
        self.keep_as_decided();
    }

    pub(super) fn lose_storage(&mut self, trouble: StorageTrouble) {
        let notice = Notice::NotKept(trouble);
        self.session.keeping = Retention::Nowhere;
        self.session.kept_under = None;
        if !self.session.notices.iter().any(|own| matches!(own, Notice::NotKept(_))) {
            self.session.notices.push(notice);
        }
        let (key, code, message) = match trouble {
            StorageTrouble::Blocked => {
                (Key::StorageBlocked, "storage-blocked", "the browser refuses to keep answers on the device")
            }
            StorageTrouble::Full => {
                (Key::StorageFull, "storage-full", "the browser has no room left to keep answers on the device")
            }
        };
        self.announce(key);
        self.effects.push(Effect::Emit(Event::Error { code, message: message.to_owned() }));
    }

    pub(super) fn choose_keeping(&mut self, keeping: Retention) {
        self.session.keeping = keeping;
        self.keep_as_decided();
    }

    pub(super) fn delete(&mut self) {
        let framework = self.session.framework.clone();
        let key = self.session.journey().map(|journey| progress::key(&framework, self.settings, journey));
        let kept = std::mem::take(&mut self.session.kept).into_iter().map(|(key, _)| key);
        self.effects.extend(key.into_iter().chain(kept).map(|key| Effect::ForgetProgress { key }));
        self.session.kept_under = None;
        self.effects.push(Effect::HandOverProgress(None));
        self.effects.push(Effect::Share(None));
        let mut start = Start::default();
        start.fix(&framework, self.settings);
        self.session.keeping = self.settings.storage.min(Retention::Tab);
        self.show(Screen::Start(start));
        self.session.notices.push(Notice::Deleted);
        self.announce(Key::AnswersDeleted);
    }
}
