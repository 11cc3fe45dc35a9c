//! Leaving with it: the person's own file, a page to read, a spreadsheet copy, the days of follow-up, and what they ticked to share, as a file
//! or with the page around the widget.
//!
//! Pure: what is saved or shared goes out as an effect. Knows nothing of downloads.

use super::calendar;
use super::context::UpdateContext;
use super::csv;
use super::effect::{Effect, Event, FileKind, FocusTarget};
use super::files::file_text;
use super::journey::Step;
use super::session::{Notice, Screen};
use super::share::{Export, SharePart, ShareSelection};
use crate::assessment::{Assessment, Rater};
use crate::framework::Framework;
use crate::wording::Key;

impl UpdateContext<'_> {
    pub(super) fn save(&mut self, saving: Export) {
        let framework = self.session.framework.clone();
        if saving == Export::Own {
            return self.save_own(&framework);
        }
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        match saving {
            Export::Own => {}
            Export::Ticked { tick, is_ticked } => journey.ticks.set(tick, is_ticked),
            Export::Share | Export::Receipt | Export::Pages | Export::ShareWithPage | Export::TakeBack
                if journey.step != Step::Keep => {}
            Export::Share | Export::Receipt | Export::Pages | Export::ShareWithPage
                if !journey.shares_anything(self.settings) =>
            {
                journey.ticks.is_missing = true;
                self.effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
            }
            Export::Share => {
                let (role, assessment) = (journey.role, journey.shared_file(self.settings, journey.ticks));
                self.save_json(&framework, role, &assessment, Key::FileNameShared, "share", saving);
            }
            Export::Pages => self.step(Step::Paper),
            Export::ShareWithPage if self.settings.recipient(journey.assessment.purpose).is_none() => {}
            Export::ShareWithPage => {
                let shared = journey.shared_file(self.settings, journey.ticks);
                let text = file_text(&framework, journey.role, &shared, self.wording, true);
                self.effects.push(Effect::Share(Some(text)));
                self.announce(Key::SharedWithPage);
            }
            Export::TakeBack => {
                // The button goes as the page lets go.
                let is_asked = self.settings.recipient(journey.assessment.purpose).is_some();
                self.effects.push(Effect::Share(None));
                self.effects.push(Effect::MoveFocus(if is_asked {
                    FocusTarget::Sharing
                } else {
                    FocusTarget::Heading
                }));
                self.announce(Key::TakenBack);
            }
            Export::Wishes if !journey.asks_placement(&framework) => {}
            Export::Wishes => {
                let mut ticks = ShareSelection::default();
                ticks.set(SharePart::Wishes, true);
                let (role, assessment) = (journey.role, journey.shared_file(self.settings, ticks));
                self.save_json(&framework, role, &assessment, Key::FileNameWishes, "wishes", saving);
            }
            Export::Receipt => {
                let name = self.file_name(&framework, Key::FileNameShared, "html");
                self.effects.push(Effect::DownloadReceipt { name });
                self.saved("receipt", Export::Receipt);
            }
            Export::Calendar => {
                if !calendar::has_days(&journey.assessment.plan) {
                    return;
                }
                let name = self.file_name(&framework, Key::FileNameFollowUp, "ics");
                self.effects.push(Effect::DownloadCalendar { name });
                self.saved("calendar", Export::Calendar);
            }
            Export::Sheet => {
                let text = csv::write(&framework, journey, self.wording, self.language);
                let name = self.file_name(&framework, Key::FileNameOwn, "csv");
                self.effects.push(Effect::Download { name, kind: FileKind::Csv, text });
                self.saved("sheet", Export::Sheet);
            }
        }
    }

    /// From any screen, wherever the journey stands. The examples are ticked on one of them only; elsewhere the person is
    /// told where.
    fn save_own(&mut self, framework: &Framework) {
        let Some(journey) = self.session.journey() else { return };
        let (role, assessment) = (journey.role, journey.own_file(self.settings));
        let leaves_out = assessment.evidence.len() < journey.assessment.evidence.len() && journey.step != Step::Keep;
        let what = match assessment.rater {
            Rater::Myself => Key::FileNameOwn,
            Rater::Manager => Key::FileNameManager,
        };
        self.save_json(framework, role, &assessment, what, "file", Export::Own);
        if leaves_out {
            self.session.notices = vec![Notice::ExamplesLeftOut];
            self.effects.push(Effect::MoveFocus(FocusTarget::Notices));
        }
    }

    fn save_json(
        &mut self,
        framework: &Framework,
        role: usize,
        assessment: &Assessment,
        name: Key,
        kind: &'static str,
        what: Export,
    ) {
        let text = file_text(framework, role, assessment, self.wording, false);
        let name = self.file_name(framework, name, "json");
        self.effects.push(Effect::Download { name, kind: FileKind::Json, text });
        self.saved(kind, what);
    }

    /// *souschef-mine-svar-2026-11-27.json*: which framework, whose answers or what of them, whom they are about where that
    /// was ticked, and the day.
    fn file_name(&self, framework: &Framework, what: Key, ending: &str) -> String {
        let mut name = format!("{}-{}", framework.id, self.wording.text(what));
        if let Some(journey) = self.session.journey().filter(|journey| journey.ticks.has(SharePart::Label)) {
            // A file's name takes no more than letters and digits everywhere.
            for word in journey.label.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
                name.push('-');
                name.push_str(word);
            }
        }
        format!("{name}-{}.{ending}", self.now.today)
    }

    /// No browser tells whether the file arrived; it is said what can be known, and stands there until the next screen.
    fn saved(&mut self, kind: &'static str, what: Export) {
        self.session.saved = Some(what);
        self.effects.push(Effect::Emit(Event::Export { kind }));
        self.announce(Key::FileSaved);
    }
}
