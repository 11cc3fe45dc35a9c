//! Answers under way, as they are kept on the device: `rokade.progress/1`, a format of its own.
//!
//! The assessment inside is an assessment file; around it stands what only matters here: the step, how long to keep it,
//! and a manager's label. Knows nothing of where it is kept.

use super::journey::{AfterAnswer, Item, Journey, Question, Step};
use super::opened::{OpenReport, migrated};
use super::settings::{Retention, Settings};
use crate::assessment::{self, Assessment, Purpose, file::Derived};
use crate::framework::Framework;
use crate::json::{Json, Object};
use crate::shape::Choice;
use std::rc::Rc;

const FORMAT: &str = "rokade.progress/1";
/// What the keys of everything that is kept start with, whatever page, framework or person it belongs to.
pub const KEY_PREFIX: &str = "rokade:";
/// Answers kept on the device are deleted this many days after the last change.
pub const DAYS_KEPT: u32 = 90;

/// A moment, given in by whoever has a clock.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Now {
    /// ISO 8601 in UTC.
    pub iso: Rc<str>,
    /// Whole days since 1970.
    pub day: u32,
}

impl Now {
    /// The day, such as `2026-02-01`.
    pub fn today(&self) -> &str {
        self.iso.get(..10).unwrap_or_default()
    }
}

/// Progress that was found, ready to go on from.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub journey: Journey,
    pub keeping: Retention,
    /// What became of the answers where the framework has another version now, or no longer the role.
    pub told: OpenReport,
}

/// Something kept that can't be gone on from on this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherProgress {
    pub key: Rc<str>,
    /// For whom a manager answered, where it says so.
    pub label: Rc<str>,
    /// Whether it could be gone on from on another page.
    pub is_readable: bool,
}

impl Progress {
    /// Whether it is what the page asks for.
    pub fn fits(&self, settings: &Settings) -> bool {
        let Assessment { purpose, rater, role, .. } = &*self.journey.assessment;
        let is_asked = *purpose == Purpose::Development;
        settings.purpose.is_none_or(|fixed| fixed == *purpose)
            && settings.rater.is_none_or(|fixed| fixed == *rater || !is_asked)
            // A role that the framework no longer has is asked for again.
            && (self.told.unknown_role.is_some() || settings.role.as_ref().is_none_or(|fixed| fixed == role))
    }
}

/// Progress as a store holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredProgress {
    pub key: Rc<str>,
    pub text: Rc<str>,
    pub keeping: Retention,
}

/// What all keys of this framework or of the host's own name start with.
pub fn key_prefix(framework: &Framework, settings: &Settings) -> String {
    format!("{KEY_PREFIX}{}:", settings.storage_key.as_deref().unwrap_or(&framework.id))
}

/// The key under which a journey is kept: another for each time that somebody began, so that nobody's answers take the
/// place of another's.
pub fn key(framework: &Framework, settings: &Settings, journey: &Journey) -> Rc<str> {
    let Journey { assessment, label, .. } = journey;
    let (purpose, rater) = (assessment.purpose.word(), assessment.rater.word());
    let begun = assessment.created_at.as_deref().unwrap_or_default();
    format!("{}{purpose}:{}:{rater}:{label}:{begun}", key_prefix(framework, settings), assessment.role).into()
}

/// Writes progress as text.
pub fn write(framework: &Framework, journey: &Journey, keeping: Retention, now: &Now) -> String {
    let assessment = assessment::file::write(&journey.assessment, Derived::default());
    let json: Json = Object::default()
        .with("format", FORMAT)
        .with("day", i64::from(now.day))
        .with("keeping", keeping.word())
        .with("label", &journey.label)
        .with("seenResults", journey.has_seen_results)
        .with("step", step_json(framework, &journey.step))
        .with("assessment", assessment)
        .into();
    json.to_compact()
}

/// The day on which progress was last kept, whatever else it says.
pub fn day_of(text: &str) -> Option<u32> {
    u32::try_from(ours(text)?.get("day")?.as_whole()?).ok()
}

/// For whom a manager answered, whatever else it says.
pub fn label_of(text: &str) -> Rc<str> {
    ours(text).and_then(|json| json.get("label")?.as_text().cloned()).unwrap_or_default()
}

/// Progress as JSON, where it is ours.
fn ours(text: &str) -> Option<Json> {
    let json = Json::read(text).ok()?;
    let is_ours = json.get("format")?.as_text().is_some_and(|format| &**format == FORMAT);
    is_ours.then_some(json)
}

/// Why progress can't be gone on from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is about another framework.
    OtherFramework,
    /// Another version wrote it, or it is broken.
    Damaged,
}

/// Reads progress, where it is ours and fits the framework.
pub fn read(framework: &Framework, text: &str) -> Result<Progress, Unread> {
    let json = ours(text).ok_or(Unread::Damaged)?;
    let assessment = json.get("assessment").ok_or(Unread::Damaged)?.to_compact();
    let assessment = assessment::file::read(assessment.as_bytes()).map_err(|_| Unread::Damaged)?.assessment;
    if assessment.framework != framework.id {
        return Err(Unread::OtherFramework);
    }
    let (assessment, mut told) = migrated(framework, assessment);
    let role = framework.role(&assessment.role);
    if role.is_none() {
        told.unknown_role = Some(assessment.role.clone());
    }
    let role = role.unwrap_or(0);
    let mut journey = Journey::new(assessment, role);
    journey.has_seen_results = json.get("seenResults").is_some_and(|json| json.same_as(&true.into()));
    journey.label = json.get("label").and_then(Json::as_text).cloned().unwrap_or_default();
    journey.step = json
        .get("step")
        .and_then(|step| read_step(framework, role, step))
        .filter(|step| journey.has(framework, step))
        .unwrap_or_else(|| journey.first_open(framework));
    let keeping = json.get("keeping").and_then(Json::as_text).and_then(|word| Retention::from_word(word));
    Ok(Progress { journey, keeping: keeping.unwrap_or(Retention::Tab), told })
}

/// Whether progress of this day is to be deleted now.
pub fn is_expired(day: u32, now: &Now) -> bool {
    now.day.saturating_sub(day) > DAYS_KEPT
}

fn step_json(framework: &Framework, step: &Step) -> Object {
    let named = |name: &str| Object::default().with("name", name);
    match step {
        Step::Question(Question { item, then, .. }) => {
            let kind = match item {
                Item::Competence(_) => "competence",
                Item::Behaviour(_) => "behaviour",
            };
            let then = match then {
                AfterAnswer::GoOn => "goOn",
                AfterAnswer::ReturnToCheck => "check",
                AfterAnswer::ReturnToResults => "results",
                AfterAnswer::DepthThenResults => "depth",
                AfterAnswer::FollowUp => "followUp",
            };
            named("question").with(kind, item.id(framework)).with("then", then)
        }
        Step::DimensionDone { dimension } => named("partDone").with("dimension", &framework.dimensions[*dimension].id),
        Step::Balance => named("balance"),
        Step::Areas => named("areas"),
        Step::Check => named("check"),
        // The second file isn't kept.
        Step::Results { .. } | Step::Compare | Step::Agenda => named("results"),
        Step::Plan => named("plan"),
        Step::Paper => named("print"),
        Step::Keep => named("keep"),
    }
}

fn read_step(framework: &Framework, role: usize, json: &Json) -> Option<Step> {
    let text = |key: &str| json.get(key).and_then(Json::as_text);
    let step = match &**text("name")? {
        "question" => {
            let competence = text("competence").and_then(|id| framework.competence(id)).map(Item::Competence);
            let behaviour = || text("behaviour").and_then(|id| framework.behaviour(id)).map(Item::Behaviour);
            let then = match text("then").map(|then| &**then) {
                Some("check") => AfterAnswer::ReturnToCheck,
                Some("results") => AfterAnswer::ReturnToResults,
                Some("depth") => AfterAnswer::DepthThenResults,
                Some("followUp") => AfterAnswer::FollowUp,
                _ => AfterAnswer::GoOn,
            };
            Question::about(competence.or_else(behaviour)?, then)
        }
        "partDone" => Step::DimensionDone { dimension: framework.dimension(text("dimension")?)? },
        "balance" => Step::Balance,
        "areas" => Step::Areas,
        "check" => Step::Check,
        "results" => Step::Results { viewed_role: role },
        "plan" => Step::Plan,
        "print" => Step::Paper,
        "keep" => Step::Keep,
        _ => return None,
    };
    Some(step)
}
