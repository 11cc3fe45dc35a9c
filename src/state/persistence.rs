//! Keeping answers on the device, finding them again, and deleting them.
//!
//! Pure: what has to be stored is an effect. Knows nothing of the browser's stores.

use super::context::UpdateContext;
use super::effect::{Effect, Event, FocusTarget};
use super::progress::{self, OtherProgress, Progress, StoredProgress, Unread};
use super::session::{Deletion, Notice, Screen, Session, StorageTrouble};
use super::settings::Retention;
use super::start::Start;
use crate::wording::Key;
use std::rc::Rc;

impl UpdateContext<'_> {
    /// In the tab one goes straight on; what the device kept is offered, since another may sit there now.
    ///
    /// `waiting` is progress of this very widget, which goes before all else, also where the page asks for something else
    /// now; but for what another window has added since.
    pub(super) fn find_progress(&mut self, stored: Vec<StoredProgress>, waiting: Option<Rc<str>>) {
        if !matches!(self.session.screen, Screen::Start(_)) || self.session.journey().is_some() {
            return;
        }
        self.offer(stored);
        if self.session.others.iter().any(|other| !other.is_readable) {
            self.session.notices.push(Notice::KeptUnread);
        }
        let framework = self.session.framework.clone();
        let key = |progress: &Progress| progress::key(&framework, self.settings, &progress.journey);
        let waiting = waiting.and_then(|text| progress::read(&framework, &text).ok()).map(|own| {
            let is_newer = |other: &Progress| other.journey.assessment.updated_at > own.journey.assessment.updated_at;
            let same = self.session.kept.iter().find(|(kept, other)| *kept == key(&own) && is_newer(other));
            same.map_or(own.clone(), |(_, other)| other.clone())
        });
        if let Some(progress) = waiting.or_else(|| self.newest_in_tab()) {
            // The rest stays among what is offered.
            let key = key(&progress);
            self.session.kept.retain(|(kept, _)| *kept != key);
            self.resume(progress);
        }
    }

    /// Lists what can be gone on from, and what else there is. What is past its day goes, whichever page kept it.
    fn offer(&mut self, stored: Vec<StoredProgress>) {
        let framework = self.session.framework.clone();
        let prefix = progress::key_prefix(&framework, self.settings);
        self.session.kept.clear();
        self.session.others.clear();
        for StoredProgress { key, text, keeping } in stored {
            let day = progress::day_of(&text);
            if day.is_some_and(|day| progress::is_expired(day, self.now)) {
                self.effects.push(Effect::ForgetProgress { key });
                continue;
            }
            // A clock was wrong, and nobody's answers are to lie here for ever because of that.
            if let Some(text) = progress::dated_by_now(&text, self.now) {
                self.effects.push(Effect::SaveProgress(StoredProgress {
                    key: key.clone(),
                    text: text.into(),
                    keeping,
                }));
            }
            let read = progress::read(&framework, &text);
            // Another name may begin with this one. What can't be read has no key but the one that it stands under.
            let is_ours = match &read {
                Ok(progress) => key == progress::key(&framework, self.settings, &progress.journey),
                Err(_) => key.starts_with(&prefix),
            };
            let is_readable = !is_ours || !matches!(read, Err(Unread::Damaged));
            let fits = |progress: &Progress| {
                keeping <= self.settings.most_keeping(progress.journey.assessment.purpose)
                    && progress.fits(self.settings)
            };
            match read {
                Ok(progress) if is_ours && fits(&progress) => {
                    self.session.kept.push((key, Progress { keeping, ..progress }));
                }
                _ => {
                    let label = progress::label_of(&text);
                    self.session.others.push(OtherProgress { key, label, is_readable });
                }
            }
        }
        // What was asked about may be gone.
        let Session { kept, others, deletion, .. } = &mut *self.session;
        deletion.take_if(|deletion| match deletion {
            Deletion::UnderWay => false,
            Deletion::Kept(key) => !kept.iter().any(|(kept, _)| kept == key),
            Deletion::Others => others.is_empty(),
        });
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
        if progress.told.unknown_role.is_some() {
            self.ask_for_the_role(progress.journey);
        } else {
            self.show(Screen::Journey(progress.journey));
        }
        let (notice, key) = match progress.is_older {
            true => (Notice::ResumedOlder(progress.told), Key::ResumedOlder),
            false => (Notice::Resumed(progress.told), Key::Resumed),
        };
        self.session.notices.push(notice);
        self.announce(key);
        self.keep_as_decided();
    }

    /// A browser that refuses will go on refusing; where there was no room, the next change is tried to be kept again. It is
    /// told once, and stands there for as long as it is so.
    pub(super) fn lose_storage(&mut self, trouble: StorageTrouble) {
        self.session.kept_under = None;
        if trouble == StorageTrouble::Blocked {
            self.session.keeping = Retention::Nowhere;
        }
        if self.session.trouble.replace(trouble) == Some(trouble) {
            return;
        }
        self.session.notices.retain(|own| !matches!(own, Notice::NotKept(_) | Notice::KeptAgain));
        self.session.notices.push(Notice::NotKept(trouble));
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

    pub(super) fn keep_again(&mut self) {
        if self.session.trouble.take().is_none() {
            return;
        }
        self.session.notices.retain(|own| !matches!(own, Notice::NotKept(_)));
        self.session.notices.push(Notice::KeptAgain);
        self.announce(Key::KeptAgain);
    }

    pub(super) fn choose_keeping(&mut self, keeping: Retention) {
        self.session.keeping = keeping;
        self.keep_as_decided();
    }

    pub(super) fn ask_whether_to_delete(&mut self, deletion: Deletion) {
        // What is kept is told on the first screen alone, and what could be gone on from not beside what is under way.
        let Session { screen, kept, others, .. } = &*self.session;
        let is_there = match (&deletion, screen) {
            (Deletion::UnderWay, _) => true,
            (Deletion::Kept(key), Screen::Start(start)) => {
                start.under_way.is_none() && kept.iter().any(|(kept, _)| kept == key)
            }
            (Deletion::Others, Screen::Start(_)) => !others.is_empty(),
            _ => false,
        };
        if is_there {
            self.session.deletion = Some(deletion);
            self.effects.push(Effect::MoveFocus(FocusTarget::Deletion));
        }
    }

    /// Deletes what was asked about and nothing else.
    pub(super) fn delete(&mut self, deletion: Deletion) {
        match deletion {
            Deletion::UnderWay => return self.delete_under_way(),
            Deletion::Kept(key) => {
                self.session.kept.retain(|(kept, _)| *kept != key);
                self.effects.push(Effect::ForgetProgress { key });
            }
            Deletion::Others => {
                let others = std::mem::take(&mut self.session.others).into_iter();
                self.effects.extend(others.map(|OtherProgress { key, .. }| Effect::ForgetProgress { key }));
                self.session.notices.retain(|notice| *notice != Notice::KeptUnread);
            }
        }
        self.effects.push(Effect::MoveFocus(FocusTarget::Heading));
        self.announce(Key::KeptDeleted);
    }

    /// Takes the answers under way out of the browser, where they would be kept and where they are.
    pub(super) fn forget_under_way(&mut self) {
        let own = self.session.journey();
        let own = own.map(|journey| progress::key(&self.session.framework, self.settings, journey));
        let before = self.session.kept_under.take().filter(|before| Some(before) != own.as_ref());
        self.effects.extend(own.into_iter().chain(before).map(|key| Effect::ForgetProgress { key }));
    }

    /// Whoever is there now sees nothing of what was under way. It stays where it is kept, under the name that it had.
    pub(super) fn begin_anew(&mut self) {
        let mut start = Start::default();
        start.fix(&self.session.framework, self.settings);
        let framework = self.session.framework.clone();
        *self.session = Session::new(framework, start, self.settings);
        self.effects.extend([Effect::HandOverProgress(None), Effect::Share(None), Effect::LookForProgress]);
    }

    fn delete_under_way(&mut self) {
        let framework = self.session.framework.clone();
        self.forget_under_way();
        self.set_aside.clear();
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
