//! What the files hold that leave the widget: the person's own, and one to share.
//!
//! Pure. Knows nothing of downloads.

use super::journey::Journey;
use super::settings::Settings;
use super::share::{SharePart, ShareSelection};
use crate::assessment::file::{self, Derived};
use crate::assessment::{Assessment, ById, Part, PlanItem, Purpose, Rater, Response};
use crate::framework::Framework;
use crate::gather::{Others, Raw};
use crate::json::LARGEST_FILE;
use crate::report::Report;
use crate::wording::{Key, Wording};

impl Journey {
    /// What the person's own file holds: everything, and the examples and the host's reference when they were ticked.
    pub fn own_file(&self, settings: &Settings) -> Assessment {
        let mut assessment = (*self.assessment).clone();
        assessment.parts = Some(match assessment.rater {
            // A manager has no wishes here; what a file said all the same stays.
            Rater::Manager if !self.has_wishes() => vec![Part::Responses, Part::Plan],
            _ => vec![Part::Responses, Part::Wishes, Part::Plan],
        });
        if !self.ticks.has(SharePart::OwnEvidence) {
            assessment.evidence = ById::default();
        }
        // Also one that an opened file had: it is the page's, and in a file only where the person says so.
        assessment.reference = settings.reference.clone().filter(|_| self.ticks.has(SharePart::OwnReference));
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
            SharePart::Reference | SharePart::OwnReference => settings.reference.is_some(),
            SharePart::Label => !self.label.is_empty(),
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
            shared.targets.other = Others::default();
            // Who agreed is told as the head, and never by a name.
            shared.targets.agreed_by.take_if(|by| **by != *"head");
            shared.agreed = own.agreed.clone();
        }
        if has(SharePart::Wishes) {
            parts.push(Part::Wishes);
            shared.wishes = own.wishes.clone();
            shared.wishes.other = Others::default();
            shared.experience = own.experience.clone();
        }
        if has(SharePart::Plan) {
            parts.push(Part::Plan);
            shared.plan = own.plan.iter().map(|item| PlanItem { other: Others::default(), ..item.clone() }).collect();
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

/// What a file says of itself and how it is to be read (www/guides/method.md, section 6).
pub fn file_notice(rater: Rater) -> Key {
    match rater {
        Rater::Myself => Key::FileNotice,
        Rater::Manager => Key::FileNoticeManager,
    }
}

/// The assessment file with its notice and report, written for a person to read or, `is_compact`, for a program.
pub fn file_text(
    framework: &Framework,
    role: usize,
    assessment: &Assessment,
    wording: &Wording,
    is_compact: bool,
) -> String {
    let notice = Some(Raw::of(&wording.with_original(file_notice(assessment.rater))));
    let report = assessment.holds(Part::Responses).then(|| Report::of(framework, role, assessment).file(framework));
    let report = report.and_then(|report| Raw::within(&report, LARGEST_FILE));
    file::text(assessment, Derived { notice, report }, is_compact)
}
