//! Leaving with it: the person's own file, a file to share with what they ticked, a page to read, a spreadsheet copy.
//!
//! Pure: what is saved goes out as an effect. Knows nothing of downloads.

use super::journey::{Journey, Step};
use super::settings::Settings;
use super::{Effect, Event, FileKind, Focus, Screen, Turn, file_json, sheet};
use crate::assessment::{Assessment, Part, Rater, Table};
use crate::framework::Framework;
use crate::wording::Key;

/// What the person does to leave with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// *My own file*: everything, and the examples when they were ticked.
    Own,
    Ticked {
        tick: Tick,
        is_ticked: bool,
    },
    /// *A file to share*: what was ticked and nothing else.
    Share,
    /// A new hire's wishes for where to be placed, in a file of their own.
    Wishes,
    /// A page that reads without the widget and opens again.
    Receipt,
    /// A copy for a spreadsheet, for one's own use.
    Sheet,
}

/// What can be ticked for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    Responses,
    Wishes,
    Plan,
    Evidence,
    Reference,
    /// The examples, for the person's own file.
    OwnEvidence,
}

impl Tick {
    /// What makes a file worth sharing.
    const CONTENT: [Self; 4] = [Self::Responses, Self::Wishes, Self::Plan, Self::Evidence];
}

/// What was ticked; nothing is ticked beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Ticks {
    ticked: u8,
    /// Whether a file to share was asked for with nothing in it.
    pub is_missing: bool,
}

impl Ticks {
    pub fn has(self, tick: Tick) -> bool {
        self.ticked & (1 << tick as u8) != 0
    }

    /// Whether a file with what was ticked holds anything.
    pub fn has_any(self) -> bool {
        Tick::CONTENT.into_iter().any(|tick| self.has(tick))
    }

    pub fn set(&mut self, tick: Tick, is_ticked: bool) {
        self.ticked = self.ticked & !(1 << tick as u8) | u8::from(is_ticked) << tick as u8;
        self.is_missing = false;
    }
}

impl Journey {
    /// What the person's own file holds: everything, and the examples when they were ticked.
    pub fn own_file(&self) -> Assessment {
        let mut assessment = (*self.assessment).clone();
        let has_wishes = assessment.wishes != Default::default() || !assessment.experience.is_empty();
        assessment.parts = Some(match assessment.rater {
            // A manager has no wishes here; what a file said all the same stays.
            Rater::Manager if !has_wishes => vec![Part::Responses, Part::Plan],
            _ => vec![Part::Responses, Part::Wishes, Part::Plan],
        });
        if !self.ticks.has(Tick::OwnEvidence) {
            assessment.evidence = Table::default();
        }
        assessment
    }

    /// What a file to share holds: what was ticked and nothing else, not even what another version wrote.
    pub fn shared_file(&self, settings: &Settings, ticks: Ticks) -> Assessment {
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
        if ticks.has(Tick::Responses) {
            parts.push(Part::Responses);
            shared.responses = own.responses.clone();
            shared.targets = own.targets.clone();
            shared.agreed = own.agreed.clone();
            shared.other_roles = own.other_roles.clone();
        }
        if ticks.has(Tick::Wishes) {
            parts.push(Part::Wishes);
            shared.wishes = own.wishes.clone();
            shared.experience = own.experience.clone();
        }
        if ticks.has(Tick::Plan) {
            parts.push(Part::Plan);
            shared.plan = own.plan.clone();
        }
        if ticks.has(Tick::Evidence) {
            shared.evidence = own.evidence.clone();
        }
        if ticks.has(Tick::Reference) {
            shared.reference = settings.reference.clone();
        }
        shared.parts = Some(parts);
        shared
    }
}

impl Turn<'_> {
    pub(super) fn save(&mut self, saving: Saving) {
        let framework = self.session.framework.clone();
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        match saving {
            Saving::Ticked { tick, is_ticked } => journey.ticks.set(tick, is_ticked),
            Saving::Share if journey.step != Step::Keep => {}
            Saving::Share if !journey.ticks.has_any() => {
                journey.ticks.is_missing = true;
                self.effects.push(Effect::MoveFocus(Focus::ErrorSummary));
            }
            Saving::Own => {
                let (role, assessment) = (journey.role, journey.own_file());
                self.save_json(&framework, role, &assessment, "", "file");
            }
            Saving::Share => {
                let (role, assessment) = (journey.role, journey.shared_file(self.settings, journey.ticks));
                self.save_json(&framework, role, &assessment, "-shared", "share");
            }
            Saving::Wishes => {
                let mut ticks = Ticks::default();
                ticks.set(Tick::Wishes, true);
                let (role, assessment) = (journey.role, journey.shared_file(self.settings, ticks));
                self.save_json(&framework, role, &assessment, "-wishes", "wishes");
            }
            Saving::Receipt => {
                let name = self.file_name(&framework, "", "html");
                self.effects.push(Effect::DownloadReceipt { name });
                self.saved("receipt");
            }
            Saving::Sheet => {
                let text = sheet::write(&framework, journey, self.wording, self.language);
                let name = self.file_name(&framework, "", "csv");
                self.effects.push(Effect::Download { name, kind: FileKind::Sheet, text });
                self.saved("sheet");
            }
        }
    }

    fn save_json(
        &mut self,
        framework: &Framework,
        role: usize,
        assessment: &Assessment,
        what: &str,
        kind: &'static str,
    ) {
        let text = file_json(framework, role, assessment, self.wording).to_pretty();
        let name = self.file_name(framework, what, "json");
        self.effects.push(Effect::Download { name, kind: FileKind::Json, text });
        self.saved(kind);
    }

    fn file_name(&self, framework: &Framework, what: &str, ending: &str) -> String {
        let day = self.now.iso.get(..10).unwrap_or_default();
        format!("{}{what}-{day}.{ending}", framework.id)
    }

    fn saved(&mut self, kind: &'static str) {
        self.effects.push(Effect::Emit(Event::Export { kind }));
        self.announce(Key::FileSaved);
    }
}
