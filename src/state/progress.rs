//! Answers under way, as they are kept on the device: `rokade.progress/1`, a format of its own.
//!
//! The assessment inside is an assessment file; around it stands what only matters here: the step, how long to keep it,
//! and a manager's label. Knows nothing of where it is kept.

use super::journey::{AfterAnswer, Item, Journey, Question, Step};
use super::opened::{OpenReport, migrated};
use super::settings::{Retention, Settings};
use crate::assessment::{self, Assessment, Purpose, file::Derived};
use crate::framework::Framework;
use crate::gather::{Open, Placed, Raw, check_format, gather};
use crate::json::{Json, to_compact, word};
use crate::problem::Findings;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

const FORMAT: &str = "rokade.progress/1";
/// How progress begins as it is written, what says that it is older, and what makes room for that.
const START: &str = "{\"format\":\"rokade.progress/1\",";
const OLDER: &str = "\"older\":true,";
const GENERATOR: &str = "\"generator\":{";
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
    /// The day where the person is, such as `2026-02-01`: in Copenhagen it begins an hour or two before that of `iso`.
    pub today: Rc<str>,
}

impl Now {
    /// Where the day is that of UTC.
    pub fn in_utc(iso: &str, day: u32) -> Self {
        Self { iso: iso.into(), day, today: iso.get(..10).unwrap_or_default().into() }
    }
}

/// Progress that was found, ready to go on from.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub journey: Journey,
    pub keeping: Retention,
    /// What became of the answers where the framework has another version now, or no longer the role.
    pub told: OpenReport,
    /// Whether the last that was said is not in it: there was no room to keep it.
    pub is_older: bool,
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
    let (purpose, rater) = (word(&assessment.purpose), word(&assessment.rater));
    let begun = assessment.created_at.as_deref().unwrap_or_default();
    format!("{}{purpose}:{}:{rater}:{label}:{begun}", key_prefix(framework, settings), assessment.role).into()
}

/// Progress as text. What another version wrote beside these keys is passed over.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct ProgressFile {
    format: Rc<str>,
    /// Whether more was said afterwards, and couldn't be kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    older: Option<bool>,
    /// The day on which it was last kept, in whole days since 1970.
    day: Option<Placed<i64>>,
    keeping: Option<Placed<Retention>>,
    label: Option<Rc<str>>,
    seen_results: Option<bool>,
    step: Option<Open<StepFile>>,
    assessment: Raw,
}

#[derive(Deserialize, Serialize)]
struct StepFile {
    name: Placed<StepName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    competence: Option<Rc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    behaviour: Option<Rc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    then: Option<Placed<AfterAnswer>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dimension: Option<Rc<str>>,
}

#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
enum StepName {
    Question,
    PartDone,
    Balance,
    Areas,
    Check,
    Results,
    Profile,
    Suggestions,
    Plan,
    Print,
    Keep,
}

impl From<StepName> for StepFile {
    fn from(name: StepName) -> Self {
        Self { name: Placed::of(name), competence: None, behaviour: None, then: None, dimension: None }
    }
}

/// Writes progress as text.
pub fn write(framework: &Framework, journey: &Journey, keeping: Retention, now: &Now) -> String {
    to_compact(&ProgressFile {
        format: FORMAT.into(),
        older: None,
        day: Some(Placed::of(now.day.into())),
        keeping: Some(Placed::of(keeping)),
        label: Some(journey.label.clone()),
        seen_results: Some(journey.has_seen_results),
        step: Some(Open::of(step_file(framework, &journey.step))),
        assessment: Raw::of(&assessment::file::saved(&journey.assessment, Derived::default())),
    })
}

/// The day on which progress was last kept, whatever else it says.
pub fn day_of(text: &str) -> Option<u32> {
    let day = ours(text)?.day.filter(|day| day.is_sound)?;
    u32::try_from(*day).ok()
}

/// For whom a manager answered, whatever else it says.
pub fn label_of(text: &str) -> Rc<str> {
    ours(text).and_then(|progress| progress.label).unwrap_or_default()
}

/// Progress as it was written, where it is ours.
fn ours(text: &str) -> Option<ProgressFile> {
    let json = Json::read(text).ok()?;
    check_format(json, FORMAT).ok()?;
    let progress: Open<ProgressFile> = gather(json, &[], &mut Findings::default());
    Some(progress.known)
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
    let progress = ours(text).ok_or(Unread::Damaged)?;
    let assessment = assessment::file::read(progress.assessment.text().as_bytes());
    let assessment = assessment.map_err(|_| Unread::Damaged)?.assessment;
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
    journey.has_seen_results = progress.seen_results.unwrap_or_default();
    journey.label = progress.label.unwrap_or_default();
    journey.step = progress
        .step
        .and_then(|step| read_step(framework, role, step.known))
        .filter(|step| journey.has(framework, step))
        .unwrap_or_else(|| journey.first_open(framework));
    let keeping = progress.keeping.filter(|keeping| keeping.is_sound);
    let keeping = keeping.map_or(Retention::Tab, |keeping| *keeping);
    Ok(Progress { journey, keeping, told, is_older: progress.older.unwrap_or_default() })
}

/// Whether progress of this day is to be deleted now.
pub fn is_expired(day: u32, now: &Now) -> bool {
    now.day.saturating_sub(day) > DAYS_KEPT
}

/// Progress of a day that has yet to come, dated by this one, from which it is kept as long as any other; `None` where its
/// day is a day to go by.
pub fn dated_by_now(text: &str, now: &Now) -> Option<String> {
    let day = day_of(text)?;
    // The day begins at other times elsewhere.
    (day > now.day.saturating_add(1))
        .then(|| text.replacen(&format!("\"day\":{day}"), &format!("\"day\":{}", now.day), 1))
}

/// Progress that is no longer the last, saying so. It takes no more room than before, for there is none; `None` where that
/// can't be.
pub fn as_older(text: &str) -> Option<String> {
    let rest = text.strip_prefix(START).filter(|rest| !rest.starts_with(OLDER))?;
    // Which version wrote it makes no difference to the answers, and its place is large enough.
    let (begin, rest) = rest.split_once(GENERATOR)?;
    let (_, end) = rest.split_once("},")?;
    Some([START, OLDER, begin, end].concat())
}

fn step_file(framework: &Framework, step: &Step) -> StepFile {
    match step {
        Step::Question(Question { item, then, .. }) => {
            let id = Some(item.id(framework).clone());
            let (competence, behaviour) = match item {
                Item::Competence(_) => (id, None),
                Item::Behaviour(_) => (None, id),
            };
            StepFile { competence, behaviour, then: Some(Placed::of(*then)), ..StepName::Question.into() }
        }
        Step::DimensionDone { dimension } => {
            StepFile { dimension: Some(framework.dimensions[*dimension].id.clone()), ..StepName::PartDone.into() }
        }
        Step::Balance => StepName::Balance.into(),
        Step::Areas { .. } => StepName::Areas.into(),
        Step::Check => StepName::Check.into(),
        // The second file isn't kept.
        Step::Overview { .. } | Step::Compare | Step::Agenda => StepName::Results.into(),
        Step::Profile { .. } => StepName::Profile.into(),
        Step::Suggestions { .. } => StepName::Suggestions.into(),
        Step::Plan => StepName::Plan.into(),
        Step::Paper => StepName::Print.into(),
        Step::Keep => StepName::Keep.into(),
    }
}

fn read_step(framework: &Framework, role: usize, file: StepFile) -> Option<Step> {
    let StepFile { name, competence, behaviour, then, dimension } = file;
    if !name.is_sound {
        return None;
    }
    let step = match *name {
        StepName::Question => {
            let competence = competence.and_then(|id| framework.competence(&id)).map(Item::Competence);
            let behaviour = || behaviour.and_then(|id| framework.behaviour(&id)).map(Item::Behaviour);
            let then = then.filter(|then| then.is_sound).map_or(AfterAnswer::GoOn, |then| *then);
            Question::about(competence.or_else(behaviour)?, then)
        }
        StepName::PartDone => Step::DimensionDone { dimension: framework.dimension(&dimension?)? },
        StepName::Balance => Step::Balance,
        StepName::Areas => Step::Areas { beyond: None },
        StepName::Check => Step::Check,
        StepName::Results => Step::Overview { viewed_role: role },
        StepName::Profile => Step::Profile { viewed_role: role },
        StepName::Suggestions => Step::Suggestions { viewed_role: role, at_hand: None },
        StepName::Plan => Step::Plan,
        // What was ticked for it is forgotten with the tab.
        StepName::Print => Step::Keep,
        StepName::Keep => Step::Keep,
    };
    Some(step)
}
