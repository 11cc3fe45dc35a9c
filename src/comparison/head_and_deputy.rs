//! Head and deputy jointly: the two frameworks of one leadership basis, so that two leaders can agree on the balance
//! between them (www/guides/method.md, section 5; seed document *Souschef-kompetencegrundlag*: the deputy stands in for
//! the head, and the two agree where the weight is). Both are held to one yardstick, and neither is judged.
//!
//! The other person's framework isn't here, so their rows come from their file's own report and can't be recomputed;
//! the reader is told so.

use super::files::{File, NotComparable, OtherIs, both_have_responses};
use crate::assessment::file::AssessmentFile;
use crate::assessment::{Assessment, Rater};
use crate::framework::check::MOST_COMPETENCES;
use crate::framework::{Framework, Id, Level};
use crate::gather::{List, Map, Open, OrNull, Placed, gather};
use crate::json::Json;
use crate::problem::Findings;
use crate::profile::{Class, ClassCounts, Profile};
use serde::Deserialize;
use std::rc::Rc;

/// The highest level of the longest scale (www/guides/formats.md).
const HIGHEST_LEVEL: i64 = 10;

/// What a head and a deputy have in common, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadAndDeputy {
    /// Whose the opened file is.
    pub other_is: OtherIs,
    /// The framework of the opened file.
    pub other_framework: Id,
    pub shared: Shared,
}

/// The most detailed parts that the two frameworks share.
#[derive(Clone, Debug, PartialEq)]
pub enum Shared {
    /// Those with the same id, in the order of this framework. Never empty.
    Competences(Vec<JointCompetence>),
    /// Where no competence is shared: the dimensions with the same id, in the order of this framework. Never empty.
    Dimensions(Vec<JointDimension>),
}

/// One competence of both frameworks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JointCompetence {
    /// The place in [`Framework::competences`].
    pub competence: usize,
    pub head: LeaderMark,
    pub deputy: LeaderMark,
    /// What both are held to: the level that the deputy's role asks of everybody, before focus, stage and what was
    /// changed for this person. `None` where it asks for none, where the opened file doesn't say, and where this
    /// framework's scale doesn't have the level.
    pub yardstick: Option<Level>,
    pub reached: Reached,
    /// Whether the deputy reaches the yardstick, so as to stand in for the head; the head doesn't stand in for the
    /// deputy. `None` where it or the deputy's level isn't known.
    pub stand_in: Option<bool>,
}

/// What is known of one leader and a competence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct LeaderMark {
    pub level: Option<Level>,
    /// Their own target, with focus, stage and changes. Neither of them is held to it here.
    pub target: Option<Level>,
}

/// Who is at or above the yardstick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    Both,
    HeadOnly,
    DeputyOnly,
    /// Neither of them yet.
    Neither,
    /// It can't be told: there is no yardstick, or one of the two has no level on its scale.
    Unknown,
}

impl Reached {
    fn by(head: Option<bool>, deputy: Option<bool>) -> Self {
        match (head, deputy) {
            (Some(true), Some(true)) => Reached::Both,
            (Some(true), Some(false)) => Reached::HeadOnly,
            (Some(false), Some(true)) => Reached::DeputyOnly,
            (Some(false), Some(false)) => Reached::Neither,
            _ => Reached::Unknown,
        }
    }
}

/// One dimension of both frameworks; its competences differ, so only counts stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JointDimension {
    /// The place in [`Framework::dimensions`].
    pub dimension: usize,
    pub head: Counts,
    pub deputy: Counts,
}

/// How many of one leader's competences of a dimension are in each class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Whether enough of them are rated to sum the dimension up.
    pub summarised: bool,
    pub classes: ClassCounts,
}

/// Whether the two files make up a leadership basis.
pub(super) fn can_be_compared(
    framework: &Framework,
    own: &Assessment,
    opened: &AssessmentFile,
) -> Result<(), NotComparable> {
    for (file, assessment) in [(File::Own, own), (File::Opened, &opened.assessment)] {
        if assessment.rater == Rater::Manager {
            return Err(NotComparable::ByManager(file));
        }
    }
    both_have_responses(own, &opened.assessment)?;
    let report = OtherReport::of(framework, opened)?;
    if report.competences.iter().all(Option::is_none) && report.dimensions.iter().all(Option::is_none) {
        return Err(NotComparable::NothingShared { framework: opened.assessment.framework.clone() });
    }
    Ok(())
}

/// Lays a head's and a deputy's assessments side by side.
pub(super) fn jointly(
    framework: &Framework,
    role: usize,
    own: &Assessment,
    opened: &AssessmentFile,
    other_is: OtherIs,
) -> Result<HeadAndDeputy, NotComparable> {
    let report = OtherReport::of(framework, opened)?;
    let profile = Profile::of(framework, role, own);
    let shares_competences = report.competences.iter().any(Option::is_some);
    let shared = if shares_competences {
        let asked = Asked { framework, role, other: &opened.assessment, other_is };
        Shared::Competences(competences(&report, &profile, &asked))
    } else {
        Shared::Dimensions(dimensions(&report, &profile, other_is))
    };
    Ok(HeadAndDeputy { other_is, other_framework: opened.assessment.framework.clone(), shared })
}

fn competences(report: &OtherReport, profile: &Profile, asked: &Asked) -> Vec<JointCompetence> {
    let mut joint = Vec::new();
    for (competence, row) in report.competences.iter().enumerate() {
        let Some(row) = row else { continue };
        let own = &profile.rows[competence];
        let own = LeaderMark { level: own.level(), target: own.target.level() };
        let other = LeaderMark { level: level(&row.level), target: level(&row.target) };
        let (head, deputy) = asked.other_is.in_order(own, other);
        let yardstick = asked.yardstick(competence, row);
        // Beyond the scale of this framework levels don't mean the same.
        let highest = asked.framework.scale_of(competence).highest();
        let reaches = |mark: LeaderMark| Some(mark.level.filter(|level| *level <= highest)? >= yardstick?);
        let reached = Reached::by(reaches(head), reaches(deputy));
        joint.push(JointCompetence { competence, head, deputy, yardstick, reached, stand_in: reaches(deputy) });
    }
    joint
}

fn dimensions(report: &OtherReport, profile: &Profile, other_is: OtherIs) -> Vec<JointDimension> {
    let mut joint = Vec::new();
    for (dimension, row) in report.dimensions.iter().enumerate() {
        let Some(row) = row else { continue };
        let own = &profile.dimensions[dimension];
        let own = Counts { summarised: own.summarised, classes: own.counts };
        let (head, deputy) = other_is.in_order(own, counts(row));
        joint.push(JointDimension { dimension, head, deputy });
    }
    joint
}

impl OtherIs {
    /// The head's and the deputy's of one's own and the other's.
    fn in_order<T>(self, own: T, other: T) -> (T, T) {
        match self {
            OtherIs::Head => (other, own),
            OtherIs::Deputy => (own, other),
        }
    }
}

/// Where it says what the deputy's role asks of everybody.
struct Asked<'a> {
    framework: &'a Framework,
    role: usize,
    other: &'a Assessment,
    other_is: OtherIs,
}

impl Asked<'_> {
    fn yardstick(&self, competence: usize, row: &OtherRow) -> Option<Level> {
        if self.other_is == OtherIs::Head {
            return self.framework.roles[self.role].targets[competence];
        }
        // An older report has no `roleTarget`. Where nothing moved the person's own target, that is the role's.
        let said = match &row.role_target {
            None if self.is_plain() => &row.target,
            said => said,
        };
        self.framework.scale_of(competence).level(number(said)?)
    }

    /// Whether nothing in the opened file moves a target of its role.
    fn is_plain(&self) -> bool {
        let targets = &self.other.targets;
        self.other.stage.is_none() && targets.focus.is_empty() && targets.adjusted.is_empty()
    }
}

/// The rows of another framework's report, laid out by the places of this one. Whatever can't be read is passed over.
struct OtherReport {
    competences: Vec<Option<OtherRow>>,
    dimensions: Vec<Option<OtherDimension>>,
}

/// What is taken from a report that another version of another framework may have been written by.
#[derive(Deserialize)]
struct OtherReportFile {
    competences: Option<List<Open<OtherRow>>>,
    dimensions: Option<List<Open<OtherDimension>>>,
}

#[derive(Clone, Deserialize)]
struct OtherRow {
    id: Option<Placed<Rc<str>>>,
    #[serde(rename = "roleTarget")]
    role_target: Option<Placed<OrNull<i64>>>,
    level: Option<Placed<OrNull<i64>>>,
    target: Option<Placed<OrNull<i64>>>,
}

#[derive(Clone, Deserialize)]
struct OtherDimension {
    id: Option<Placed<Rc<str>>>,
    summarised: Option<bool>,
    counts: Option<Map<Class, Placed<i64>>>,
}

impl OtherReport {
    fn of(framework: &Framework, opened: &AssessmentFile) -> Result<Self, NotComparable> {
        let report = opened.derived.report.as_ref().and_then(|report| Json::read(report.text()).ok());
        let report: Option<Open<OtherReportFile>> = report.map(|json| gather(json, &[], &mut Findings::default()));
        let Some(OtherReportFile { competences: Some(rows), dimensions: Some(dimensions) }) =
            report.map(|own| own.known)
        else {
            return Err(NotComparable::NoReport);
        };
        Ok(Self {
            competences: by_place(rows, framework.competences.len(), &|row| framework.competence(sound(&row.id)?)),
            dimensions: by_place(dimensions, framework.dimensions.len(), &|row| framework.dimension(sound(&row.id)?)),
        })
    }
}

/// The first row of each id that this framework knows.
fn by_place<T: Clone>(rows: List<Open<T>>, len: usize, place: &dyn Fn(&T) -> Option<usize>) -> Vec<Option<T>> {
    let mut values = vec![None; len];
    for row in rows.items {
        if let Some(place) = place(&row.known) {
            values[place].get_or_insert(row.known);
        }
    }
    values
}

/// What is said, where it could be read.
fn sound<T>(said: &Option<Placed<T>>) -> Option<&T> {
    said.as_ref().filter(|said| said.is_sound).map(|said| &said.value)
}

/// A number, where one is said.
fn number(said: &Option<Placed<OrNull<i64>>>) -> Option<i64> {
    sound(said)?.0
}

/// A level of any scale.
fn level(said: &Option<Placed<OrNull<i64>>>) -> Option<Level> {
    number(said).filter(|level| (0..=HIGHEST_LEVEL).contains(level)).map(|level| level as Level)
}

fn counts(row: &OtherDimension) -> Counts {
    let mut classes = ClassCounts::default();
    for (class, count) in row.counts.iter().flat_map(|counts| &counts.entries) {
        if class.is_sound && count.is_sound {
            classes.set(**class, (**count).clamp(0, MOST_COMPETENCES as i64) as usize);
        }
    }
    Counts { summarised: row.summarised.unwrap_or_default(), classes }
}
