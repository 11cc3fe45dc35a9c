//! Answers under way, as they are kept on the device: `rokade.progress/1`, a format of its own.
//!
//! The assessment inside is an assessment file; around it stands what only matters here: the step, how long to keep it,
//! and a manager's label. Knows nothing of where it is kept.

use super::journey::{Item, Journey, Question, Sharing, Step, Then};
use super::settings::{Keeping, Settings};
use crate::assessment::{self, file::Surroundings};
use crate::framework::Framework;
use crate::json::{Json, Object};
use crate::shape::Choice;
use std::rc::Rc;

const FORMAT: &str = "rokade.progress/1";
/// Answers kept on the device are deleted this many days after the last change.
pub const DAYS_KEPT: u32 = 90;

/// A moment, given in by whoever has a clock.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Moment {
    /// ISO 8601 in UTC.
    pub iso: Rc<str>,
    /// Whole days since 1970.
    pub day: u32,
}

/// Progress that was found on the device, ready to go on from.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub journey: Journey,
    pub keeping: Keeping,
    /// The day of the last change.
    pub day: u32,
}

/// Progress as a store holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    pub key: Rc<str>,
    pub text: Rc<str>,
    pub keeping: Keeping,
}

/// What all keys of this framework or of the host's own name start with.
pub fn key_prefix(framework: &Framework, settings: &Settings) -> String {
    format!("rokade:{}:", settings.storage_key.as_deref().unwrap_or(&framework.id))
}

/// The key under which a journey is kept.
pub fn key(framework: &Framework, settings: &Settings, journey: &Journey) -> Rc<str> {
    let Journey { assessment, label, .. } = journey;
    let (purpose, rater) = (assessment.purpose.word(), assessment.rater.word());
    format!("{}{purpose}:{}:{rater}:{label}", key_prefix(framework, settings), assessment.role).into()
}

/// Writes progress as text.
pub fn write(framework: &Framework, journey: &Journey, keeping: Keeping, now: &Moment) -> String {
    let assessment = assessment::file::write(&journey.assessment, Surroundings::default());
    let json: Json = Object::default()
        .with("format", FORMAT)
        .with("day", i64::from(now.day))
        .with("device", keeping == Keeping::Device)
        .with("label", &journey.label)
        .with("seenResults", journey.has_seen_results)
        .with("step", step_json(framework, &journey.step))
        .with("assessment", assessment)
        .into();
    json.to_compact()
}

/// Reads progress; `None` where it isn't ours, is damaged, or doesn't fit the framework or the page's wish.
pub fn read(framework: &Framework, settings: &Settings, text: &str) -> Option<Progress> {
    let json = Json::read(text).ok()?;
    if json.get("format")?.as_text().map(|format| &**format) != Some(FORMAT) {
        return None;
    }
    let day = u32::try_from(json.get("day")?.as_whole()?).ok()?;
    let assessment = assessment::file::read(json.get("assessment")?.to_compact().as_bytes()).ok()?.assessment;
    let is_other = |fixed: bool| !fixed;
    if assessment.framework != framework.id
        || is_other(settings.purpose.is_none_or(|purpose| purpose == assessment.purpose))
        || is_other(settings.rater.is_none_or(|rater| rater == assessment.rater))
        || is_other(settings.role.as_ref().is_none_or(|role| *role == assessment.role))
    {
        return None;
    }
    let role = framework.role(&assessment.role)?;
    let is_true = |key| json.get(key).is_some_and(|json| json.same_as(&true.into()));
    let mut journey = Journey {
        assessment: Rc::new(assessment),
        role,
        step: Step::Check,
        has_seen_results: is_true("seenResults"),
        label: json.get("label").and_then(Json::as_text).cloned().unwrap_or_default(),
        sharing: Sharing::default(),
    };
    journey.step = json
        .get("step")
        .and_then(|step| read_step(framework, role, step))
        .unwrap_or_else(|| journey.first_open(framework));
    let keeping = if is_true("device") { Keeping::Device } else { Keeping::Tab };
    Some(Progress { journey, keeping, day })
}

/// Whether progress of this day is to be deleted now.
pub fn is_expired(day: u32, now: &Moment) -> bool {
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
                Then::GoOn => "goOn",
                Then::ReturnToCheck => "check",
                Then::ReturnToResults => "results",
                Then::DepthThenResults => "depth",
                Then::FollowUp => "followUp",
            };
            named("question").with(kind, item.id(framework)).with("then", then)
        }
        Step::PartDone { dimension } => named("partDone").with("dimension", &framework.dimensions[*dimension].id),
        Step::Balance => named("balance"),
        Step::Areas => named("areas"),
        Step::Check => named("check"),
        Step::Results { .. } => named("results"),
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
                Some("check") => Then::ReturnToCheck,
                Some("results") => Then::ReturnToResults,
                Some("depth") => Then::DepthThenResults,
                Some("followUp") => Then::FollowUp,
                _ => Then::GoOn,
            };
            Question::about(competence.or_else(behaviour)?, then)
        }
        "partDone" => Step::PartDone { dimension: framework.dimension(text("dimension")?)? },
        "balance" => Step::Balance,
        "areas" => Step::Areas,
        "check" => Step::Check,
        "results" => Step::Results { lens: role },
        "plan" => Step::Plan,
        "print" => Step::Paper,
        "keep" => Step::Keep,
        _ => return None,
    };
    Some(step)
}
