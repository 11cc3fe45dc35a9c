//! Leaving with it: the person's own file, a page to read, a spreadsheet copy, and what they ticked to share, as a file
//! or with the page around the widget.
//!
//! Pure: what is saved or shared goes out as an effect. Knows nothing of downloads.

use super::journey::{Journey, Step};
use super::settings::Settings;
use super::{Effect, Event, FileKind, FocusTarget, Notice, Screen, UpdateContext, csv, file_json};
use crate::assessment::{Assessment, ById, Part, PlanItem, Purpose, Rater, Response};
use crate::framework::Framework;
use crate::wording::Key;

/// What the person does to leave with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// *My own file*: everything, and the examples when they were ticked.
    Own,
    Ticked {
        tick: SharePart,
        is_ticked: bool,
    },
    /// *A file to share*: what was ticked and nothing else.
    Share,
    /// The same handed over to the page, where it asks for it.
    ShareWithPage,
    /// The page is to hold nothing any more.
    TakeBack,
    /// A new hire's wishes for where to be placed, in a file of their own.
    Wishes,
    /// A page that reads without the widget and opens again.
    Receipt,
    /// A copy for a spreadsheet, for one's own use.
    Sheet,
}

/// What can be ticked for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharePart {
    Responses,
    Wishes,
    Plan,
    Evidence,
    Reference,
    /// The examples, for the person's own file.
    OwnEvidence,
}

impl SharePart {
    /// What makes a file worth sharing.
    const CONTENT: [Self; 4] = [Self::Responses, Self::Wishes, Self::Plan, Self::Evidence];
    /// What is offered for a file to share, in this order.
    pub const SHARED: [Self; 5] = [Self::Responses, Self::Wishes, Self::Plan, Self::Evidence, Self::Reference];
}

/// What was ticked; nothing is ticked beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ShareSelection {
    ticked: u8,
    /// Whether a file to share was asked for with nothing in it.
    pub is_missing: bool,
}

impl ShareSelection {
    pub fn has(self, tick: SharePart) -> bool {
        self.ticked & (1 << tick as u8) != 0
    }

    pub fn set(&mut self, tick: SharePart, is_ticked: bool) {
        self.ticked = self.ticked & !(1 << tick as u8) | u8::from(is_ticked) << tick as u8;
        self.is_missing = false;
    }
}

impl Journey {
    /// What the person's own file holds: everything, and the examples when they were ticked.
    pub fn own_file(&self) -> Assessment {
        let mut assessment = (*self.assessment).clone();
        assessment.parts = Some(match assessment.rater {
            // A manager has no wishes here; what a file said all the same stays.
            Rater::Manager if !self.has_wishes() => vec![Part::Responses, Part::Plan],
            _ => vec![Part::Responses, Part::Wishes, Part::Plan],
        });
        if !self.ticks.has(SharePart::OwnEvidence) {
            assessment.evidence = ById::default();
        }
        assessment
    }

    /// Whether anything was wished for, or worked with.
    pub fn has_wishes(&self) -> bool {
        self.assessment.wishes != Default::default() || !self.assessment.experience.is_empty()
    }

    /// Whether there is something of this kind to put into a file.
    pub fn offers(&self, settings: &Settings, tick: SharePart) -> bool {
        let Assessment { purpose, rater, plan, evidence, .. } = &*self.assessment;
        match tick {
            SharePart::Responses => true,
            // An applicant is shown no areas, and a manager has no wishes here.
            SharePart::Wishes => *rater == Rater::Myself && *purpose != Purpose::Exploration,
            SharePart::Plan => !plan.is_empty(),
            SharePart::Evidence | SharePart::OwnEvidence => !evidence.is_empty(),
            SharePart::Reference => settings.reference.is_some(),
        }
    }

    /// Whether a file with what was ticked holds anything.
    pub fn shares_anything(&self, settings: &Settings) -> bool {
        SharePart::CONTENT.into_iter().any(|tick| self.ticks.has(tick) && self.offers(settings, tick))
    }

    /// What a file to share holds: what was ticked and nothing else, not even what another version wrote.
    pub fn shared_file(&self, settings: &Settings, ticks: ShareSelection) -> Assessment {
        let own = &*self.assessment;
        let has = |tick| ticks.has(tick) && self.offers(settings, tick);
        let mut shared = Assessment::new(
            own.framework.clone(),
            own.framework_version.clone().unwrap_or_default(),
            own.purpose,
            own.rater,
            own.role.clone(),
        );
        shared.framework_version = own.framework_version.clone();
        (shared.created_at, shared.updated_at) = (own.created_at.clone(), own.updated_at.clone());
        (shared.language, shared.stage) = (own.language.clone(), own.stage.clone());
        let mut parts = Vec::new();
        if has(SharePart::Responses) {
            parts.push(Part::Responses);
            shared.responses.competences = bare(&own.responses.competences);
            shared.responses.behaviours = bare(&own.responses.behaviours);
            shared.targets = own.targets.clone();
            shared.targets.other.clear();
            shared.agreed = own.agreed.clone();
        }
        if has(SharePart::Wishes) {
            parts.push(Part::Wishes);
            shared.wishes = own.wishes.clone();
            shared.wishes.other.clear();
            shared.experience = own.experience.clone();
        }
        if has(SharePart::Plan) {
            parts.push(Part::Plan);
            shared.plan = own.plan.iter().map(|item| PlanItem { other: Vec::new(), ..item.clone() }).collect();
        }
        if has(SharePart::Evidence) {
            shared.evidence = own.evidence.clone();
        }
        if has(SharePart::Reference) {
            shared.reference = settings.reference.clone();
        }
        shared.parts = Some(parts);
        shared
    }
}

/// Answers without what another version wrote beside them.
fn bare(responses: &ById<Response>) -> ById<Response> {
    responses.iter().map(|(id, response)| (id.clone(), response.answer.into())).collect()
}

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
            Export::Share | Export::ShareWithPage | Export::TakeBack if journey.step != Step::Keep => {}
            Export::Share | Export::ShareWithPage if !journey.shares_anything(self.settings) => {
                journey.ticks.is_missing = true;
                self.effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
            }
            Export::Share => {
                let (role, assessment) = (journey.role, journey.shared_file(self.settings, journey.ticks));
                self.save_json(&framework, role, &assessment, "-shared", "share");
            }
            Export::ShareWithPage if self.settings.recipient(journey.assessment.purpose).is_none() => {}
            Export::ShareWithPage => {
                let shared = journey.shared_file(self.settings, journey.ticks);
                let text = file_json(&framework, journey.role, &shared, self.wording).to_compact();
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
                self.save_json(&framework, role, &assessment, "-wishes", "wishes");
            }
            Export::Receipt => {
                let name = self.file_name(&framework, "", "html");
                self.effects.push(Effect::DownloadReceipt { name });
                self.saved("receipt");
            }
            Export::Sheet => {
                let text = csv::write(&framework, journey, self.wording, self.language);
                let name = self.file_name(&framework, "", "csv");
                self.effects.push(Effect::Download { name, kind: FileKind::Csv, text });
                self.saved("sheet");
            }
        }
    }

    /// From any screen, wherever the journey stands. The examples are ticked on one of them only; elsewhere the person is
    /// told where.
    fn save_own(&mut self, framework: &Framework) {
        let Some(journey) = self.session.journey() else { return };
        let (role, assessment) = (journey.role, journey.own_file());
        let leaves_out = assessment.evidence.len() < journey.assessment.evidence.len() && journey.step != Step::Keep;
        self.save_json(framework, role, &assessment, "", "file");
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
        what: &str,
        kind: &'static str,
    ) {
        let text = file_json(framework, role, assessment, self.wording).to_pretty();
        let name = self.file_name(framework, what, "json");
        self.effects.push(Effect::Download { name, kind: FileKind::Json, text });
        self.saved(kind);
    }

    fn file_name(&self, framework: &Framework, what: &str, ending: &str) -> String {
        let day = self.now.today();
        format!("{}{what}-{day}.{ending}", framework.id)
    }

    fn saved(&mut self, kind: &'static str) {
        self.effects.push(Effect::Emit(Event::Export { kind }));
        self.announce(Key::FileSaved);
    }
}
