//! The gap profile: from what a person said to levels, classes, priorities and strengths (www/guides/method.md, section
//! 2).
//!
//! Pure functions on whole numbers. Knows nothing of areas, of any language, or of how a result is shown.

use crate::assessment::{self, Assessment, Response};
use crate::framework::{Area, Competence, Dimension, Framework, Id, Level, Role, Scale};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The wishes that a competence can have: nothing said, would like to, very much.
const COMPETENCE_WISHES: (i64, i64) = (0, 2);
/// The wishes that an area can have: not now, no wish, curious, would like to.
const AREA_WISHES: (i64, i64) = (-1, 2);

/// With fewer competences answered in any way, a profile can't say much yet.
pub const FEWEST_ANSWERS: usize = 5;

/// How one person stands against one role.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// One per competence, in framework order.
    pub rows: Vec<Row>,
    /// One per dimension, in framework order.
    pub dimensions: Vec<DimensionSummary>,
    /// Whether nearly every answer is the same level, so that no order follows from them.
    pub flat: bool,
    /// Places of competences with a gap that counts, the largest priority first; empty when flat.
    pub priorities: Vec<usize>,
    /// Places of competences in the upper quarter of their scale and not below a target, the largest surplus first.
    pub strengths: Vec<usize>,
    /// Places of competences that the person had no opportunity to try, in framework order.
    pub missing_opportunities: Vec<usize>,
}

/// One competence in a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub answer: CountedAnswer,
    /// What the role asks of everybody, before focus, stage and what was changed for this person.
    pub role_target: Option<Level>,
    pub target: Target,
    /// The role's weight for the competence, 0 to 3.
    pub weight: u8,
    /// The person's wish to develop it, 0 to 2; 0 where nothing that counts was said.
    pub wish: u8,
    /// Levels missing to the target; 0 unless rated with a target.
    pub shortfall: Level,
    /// Levels above the target; 0 unless rated with a target. Never offsets another competence's shortfall.
    pub surplus: Level,
    /// The shortfall times the points per step: a weighted discrepancy after Borich (1980), with the target in place of
    /// stated importance.
    pub priority: u32,
    pub class: Class,
}

impl Row {
    fn new(answer: CountedAnswer, role_target: Option<Level>, target: Target, weight: u8, wish: u8) -> Self {
        let (shortfall, surplus) = match (answer.level(), target.level()) {
            (Some(level), Some(target)) => (target.saturating_sub(level), level.saturating_sub(target)),
            _ => (0, 0),
        };
        let class = Class::of(answer, target);
        let row = Self { answer, role_target, target, weight, wish, shortfall, surplus, priority: 0, class };
        Self { priority: row.points_per_step() * u32::from(shortfall), ..row }
    }

    /// What one level is worth, the method's omega: the weight times two, three or four as the wish grows. A wish can
    /// double a competence's worth and never take it away.
    pub fn points_per_step(&self) -> u32 {
        u32::from(self.weight) * (2 + u32::from(self.wish))
    }

    /// The level, where it is known.
    pub fn level(&self) -> Option<Level> {
        self.answer.level()
    }

    /// Whether the competence counts as removed from the framework for this person.
    pub fn is_removed(&self) -> bool {
        self.answer == CountedAnswer::NotRelevant
    }
}

/// What was answered to a competence or behaviour, as far as it counts. Nothing unknown ever counts as zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedAnswer {
    /// The level is on the scale.
    Rated { level: Level, from: LevelSource },
    /// *I have not had the chance to try it*: unknown, and a finding of its own.
    NoOpportunity,
    /// A manager's *I have not observed this*: unknown.
    NotObserved,
    /// *Not relevant in my role*: the same as removing the competence.
    NotRelevant,
    /// Nothing, or a level that the scale doesn't have.
    NotAnswered,
}

impl CountedAnswer {
    /// The level, where it is known.
    pub fn level(self) -> Option<Level> {
        match self {
            CountedAnswer::Rated { level, .. } => Some(level),
            CountedAnswer::NoOpportunity
            | CountedAnswer::NotObserved
            | CountedAnswer::NotRelevant
            | CountedAnswer::NotAnswered => None,
        }
    }
}

/// Where a level comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum LevelSource {
    /// The competence itself was rated.
    Competence,
    /// The lower median of the behaviours tied to it.
    Behaviours,
}

/// The level that a role asks of this person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Level(Level),
    /// A stage lowers the target to nothing: there is one, but not yet.
    Later,
    /// The role asks for no level, or none was agreed for this person.
    None,
}

impl Target {
    /// The level, where there is one now.
    pub fn level(self) -> Option<Level> {
        match self {
            Target::Level(level) => Some(level),
            Target::Later | Target::None => None,
        }
    }
}

/// How a level compares with its target, or why it can't be compared.
///
/// One step on one item is within the noise of a self-rating, two steps are a difference: hence `Near` and `Gap`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Class {
    Above,
    Met,
    /// One level short.
    Near,
    /// Two levels short or more.
    Gap,
    /// Rated, and the target comes with a later stage.
    Later,
    /// Rated, and the role asks for no level.
    NoTarget,
    NoOpportunity,
    NotObserved,
    NotAnswered,
    NotRelevant,
}

impl Class {
    /// Every class, in the order in which reports count them.
    pub const ALL: [Class; 10] = [
        Class::Above,
        Class::Met,
        Class::Near,
        Class::Gap,
        Class::Later,
        Class::NoTarget,
        Class::NoOpportunity,
        Class::NotObserved,
        Class::NotAnswered,
        Class::NotRelevant,
    ];

    pub fn of(answer: CountedAnswer, target: Target) -> Self {
        let level = match answer {
            CountedAnswer::Rated { level, .. } => level,
            CountedAnswer::NoOpportunity => return Class::NoOpportunity,
            CountedAnswer::NotObserved => return Class::NotObserved,
            CountedAnswer::NotAnswered => return Class::NotAnswered,
            CountedAnswer::NotRelevant => return Class::NotRelevant,
        };
        match target {
            Target::None => Class::NoTarget,
            Target::Later => Class::Later,
            Target::Level(target) if level > target => Class::Above,
            Target::Level(target) if level == target => Class::Met,
            Target::Level(target) if target - level == 1 => Class::Near,
            Target::Level(_) => Class::Gap,
        }
    }
}

/// One dimension in a profile: counts, never a mean.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionSummary {
    /// Whether enough competences are rated to sum the dimension up; otherwise only the answers are shown.
    pub summarised: bool,
    pub counts: ClassCounts,
    pub behaviours: BehaviourCounts,
}

/// How many competences of a dimension are in each class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ClassCounts([usize; Class::ALL.len()]);

impl ClassCounts {
    pub fn get(&self, class: Class) -> usize {
        self.0[class as usize]
    }

    fn add(&mut self, class: Class) {
        self.0[class as usize] += 1;
    }

    /// Puts down a count that another report gives.
    pub(crate) fn set(&mut self, class: Class, count: usize) {
        self.0[class as usize] = count;
    }
}

/// What was answered to a dimension's behaviours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BehaviourCounts {
    /// How many were rated at each level of the scale for behaviours.
    pub levels: Vec<usize>,
    pub no_opportunity: usize,
    pub not_observed: usize,
    pub not_relevant: usize,
    pub not_answered: usize,
}

impl Profile {
    /// The profile of this assessment against the role at this place of [`Framework::roles`].
    ///
    /// The assessment's own role isn't looked at, so that further roles can be explored with the same answers. Unknown
    /// ids, and levels and wishes out of their range, are passed over; [`ignored`] lists them.
    pub fn of(framework: &Framework, role: usize, assessment: &Assessment) -> Profile {
        let role = &framework.roles[role];
        let behaviours = behaviour_answers(framework, assessment);
        let rows = rows(framework, role, assessment, &behaviours);
        let flat = is_flat(&rows);
        Profile {
            dimensions: dimensions(framework, &rows, &behaviours),
            priorities: if flat { Vec::new() } else { priorities(&rows) },
            strengths: strengths(framework, &rows),
            missing_opportunities: missing_opportunities(&rows),
            rows,
            flat,
        }
    }

    /// How many competences are to be answered before the profile says much; `None` where so many are. A framework can
    /// have fewer than [`FEWEST_ANSWERS`].
    pub fn needs_answers(&self) -> Option<usize> {
        let needed = FEWEST_ANSWERS.min(self.rows.len());
        let answered = self.rows.iter().filter(|row| row.answer != CountedAnswer::NotAnswered).count();
        (answered < needed).then_some(needed)
    }
}

fn rows(framework: &Framework, role: &Role, assessment: &Assessment, behaviours: &[CountedAnswer]) -> Vec<Row> {
    let (responses, wishes) = (&assessment.responses.competences, &assessment.wishes.competences);
    let targets = targets(framework, role, assessment);
    let derived = derived_levels(framework, behaviours);
    let mut rows = Vec::new();
    for (place, Competence { id, .. }) in framework.competences.iter().enumerate() {
        let answer = match (answer_on(framework.scale_of(place), responses.get(id)), derived[place]) {
            (CountedAnswer::NotAnswered, Some(level)) => CountedAnswer::Rated { level, from: LevelSource::Behaviours },
            (answer, _) => answer,
        };
        let wish = wishes.get(id).and_then(|wish| within(*wish, COMPETENCE_WISHES)).unwrap_or(0);
        rows.push(Row::new(answer, role.targets[place], targets[place], role.weights[place], wish as u8));
    }
    rows
}

/// What a response counts as on this scale.
fn answer_on(scale: &Scale, response: Option<&Response>) -> CountedAnswer {
    match response.map(|response| response.answer) {
        Some(assessment::Answer::Rated(level)) => match scale.level(level) {
            Some(level) => CountedAnswer::Rated { level, from: LevelSource::Competence },
            None => CountedAnswer::NotAnswered,
        },
        Some(assessment::Answer::NoOpportunity) => CountedAnswer::NoOpportunity,
        Some(assessment::Answer::NotObserved) => CountedAnswer::NotObserved,
        Some(assessment::Answer::NotRelevant) => CountedAnswer::NotRelevant,
        None => CountedAnswer::NotAnswered,
    }
}

fn behaviour_answers(framework: &Framework, assessment: &Assessment) -> Vec<CountedAnswer> {
    let scale = &framework.scales[framework.behaviour_scale];
    let responses = &assessment.responses.behaviours;
    framework.behaviours.iter().map(|behaviour| answer_on(scale, responses.get(&behaviour.id))).collect()
}

/// Per competence, the lower median of the levels of the behaviours tied to it, where at least two are rated on the
/// competence's own scale.
fn derived_levels(framework: &Framework, behaviours: &[CountedAnswer]) -> Vec<Option<Level>> {
    let mut tied = Vec::new();
    for (behaviour, answer) in framework.behaviours.iter().zip(behaviours) {
        let Some(level) = answer.level() else { continue };
        for &place in &behaviour.competences {
            if framework.competences[place].scale == framework.behaviour_scale {
                tied.push((place, level));
            }
        }
    }
    tied.sort_unstable();
    let mut derived = vec![None; framework.competences.len()];
    for own in tied.chunk_by(|one, two| one.0 == two.0).filter(|own| own.len() > 1) {
        let levels: Vec<Level> = own.iter().map(|(_, level)| *level).collect();
        derived[own[0].0] = lower_median(&levels);
    }
    derived
}

/// The middle of these levels; of two in the middle the lower.
fn lower_median(levels: &[Level]) -> Option<Level> {
    let mut levels = levels.to_vec();
    levels.sort_unstable();
    levels.get(levels.len().checked_sub(1)? / 2).copied()
}

/// Per competence, the target for this person: the adjusted one as it stands, otherwise the role's, raised by a focus
/// and then lowered by a stage.
fn targets(framework: &Framework, role: &Role, assessment: &Assessment) -> Vec<Target> {
    let adjusted = &assessment.targets.adjusted;
    let raises = raises(framework, role, assessment);
    let lower_by = assessment.stage.as_ref().and_then(|id| role.stage(id)).map_or(0, |stage| stage.lower_by);
    let mut targets = Vec::new();
    for (place, competence) in framework.competences.iter().enumerate() {
        let scale = framework.scale_of(place);
        let raise = raises[competence.dimension];
        let usual = match role.targets[place] {
            Some(target) => lowered(target.saturating_add(raise).min(scale.highest()), lower_by),
            None => Target::None,
        };
        targets.push(match adjusted.get(&competence.id) {
            Some(None) => Target::None,
            Some(Some(level)) => scale.level(*level).map_or(usual, Target::Level),
            None => usual,
        });
    }
    targets
}

/// Per dimension, how many levels its targets are raised by.
fn raises(framework: &Framework, role: &Role, assessment: &Assessment) -> Vec<u8> {
    let mut raises = vec![0; framework.dimensions.len()];
    if let Some(focus) = role.focus {
        for id in &assessment.targets.focus {
            if let Some(place) = framework.dimension(id) {
                raises[place] = focus.raise;
            }
        }
    }
    raises
}

/// The target in a stage. A target of 0 asks for nothing, so no stage can put it off.
fn lowered(target: Level, lower_by: u8) -> Target {
    if target > 0 && target <= lower_by { Target::Later } else { Target::Level(target.saturating_sub(lower_by)) }
}

fn dimensions(framework: &Framework, rows: &[Row], behaviours: &[CountedAnswer]) -> Vec<DimensionSummary> {
    let levels = framework.scales[framework.behaviour_scale].levels.len();
    let summary = |dimension: &Dimension| {
        let rows = &rows[dimension.competences.clone()];
        let mut counts = ClassCounts::default();
        for row in rows {
            counts.add(row.class);
        }
        DimensionSummary {
            summarised: can_be_summarised(rows),
            counts,
            behaviours: behaviour_counts(levels, &behaviours[dimension.behaviours.clone()]),
        }
    };
    framework.dimensions.iter().map(summary).collect()
}

/// At least two competences, and two thirds of those that apply, must be rated.
fn can_be_summarised(rows: &[Row]) -> bool {
    let (mut applicable, mut rated) = (0, 0);
    for row in rows {
        applicable += usize::from(!row.is_removed());
        rated += usize::from(row.level().is_some());
    }
    rated >= (2 * applicable).div_ceil(3).max(2)
}

fn behaviour_counts(levels: usize, answers: &[CountedAnswer]) -> BehaviourCounts {
    let mut counts = BehaviourCounts {
        levels: vec![0; levels],
        no_opportunity: 0,
        not_observed: 0,
        not_relevant: 0,
        not_answered: 0,
    };
    for answer in answers {
        *match answer {
            CountedAnswer::Rated { level, .. } => &mut counts.levels[usize::from(*level)],
            CountedAnswer::NoOpportunity => &mut counts.no_opportunity,
            CountedAnswer::NotObserved => &mut counts.not_observed,
            CountedAnswer::NotRelevant => &mut counts.not_relevant,
            CountedAnswer::NotAnswered => &mut counts.not_answered,
        } += 1;
    }
    counts
}

/// Whether at least five competences are rated and one level, whatever the scale, holds at least 80 % of them.
fn is_flat(rows: &[Row]) -> bool {
    let mut by_level = [0; Level::MAX as usize + 1];
    let (mut rated, mut most) = (0, 0);
    for level in rows.iter().filter_map(Row::level) {
        let count = &mut by_level[usize::from(level)];
        *count += 1;
        most = most.max(*count);
        rated += 1;
    }
    rated >= 5 && 10 * most >= 8 * rated
}

fn priorities(rows: &[Row]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..rows.len()).filter(|&place| rows[place].priority > 0).collect();
    places.sort_by_key(|&place| Reverse((rows[place].priority, rows[place].shortfall)));
    places
}

fn strengths(framework: &Framework, rows: &[Row]) -> Vec<usize> {
    let is_strength = |place: &usize| {
        let row = &rows[*place];
        row.shortfall == 0 && row.level().is_some_and(|level| is_high(framework.scale_of(*place), level))
    };
    let mut places: Vec<usize> = (0..rows.len()).filter(is_strength).collect();
    places.sort_by_key(|&place| Reverse((rows[place].surplus, rows[place].level())));
    places
}

/// Whether the level is at or above three quarters of the way up the scale.
fn is_high(scale: &Scale, level: Level) -> bool {
    u32::from(level) >= (3 * u32::from(scale.highest())).div_ceil(4)
}

fn missing_opportunities(rows: &[Row]) -> Vec<usize> {
    (0..rows.len()).filter(|&place| rows[place].answer == CountedAnswer::NoOpportunity).collect()
}

/// The person's wish for each area, -1 to 2; 0 where nothing that counts was said.
pub(crate) fn area_wishes(framework: &Framework, assessment: &Assessment) -> Vec<i8> {
    let wishes = &assessment.wishes.areas;
    let wish_for = |area: &Area| wishes.get(&area.id).and_then(|wish| within(*wish, AREA_WISHES)).unwrap_or(0) as i8;
    framework.areas.iter().map(wish_for).collect()
}

fn within(number: i64, (lowest, highest): (i64, i64)) -> Option<i64> {
    (lowest..=highest).contains(&number).then_some(number)
}

/// Something in an assessment that doesn't count with this framework and role. It is kept when the assessment is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    pub part: IgnoredPart,
    /// What it was said of, as written.
    pub id: Id,
    pub reason: IgnoredReason,
}

/// Where in the assessment it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IgnoredPart {
    OtherRoles,
    Stage,
    Focus,
    AdjustedTargets,
    CompetenceResponses,
    BehaviourResponses,
    Agreed,
    Evidence,
    CompetenceWishes,
    AreaWishes,
    Experience,
    PlanCompetences,
    PlanArea,
}

/// Why it doesn't count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IgnoredReason {
    UnknownRole,
    /// The role has no such stage.
    UnknownStage,
    UnknownDimension,
    UnknownCompetence,
    UnknownBehaviour,
    UnknownArea,
    /// The role has no focus for head and deputy to agree on.
    RoleWithoutFocus,
    BeyondScale {
        level: i64,
        highest: Level,
    },
    WishOutOfRange {
        wish: i64,
        lowest: i64,
        highest: i64,
    },
}

/// What of the assessment doesn't count with this framework and the role at this place, in the order of the format.
pub fn ignored(framework: &Framework, role: usize, assessment: &Assessment) -> Vec<Ignored> {
    use IgnoredPart as Part;
    use IgnoredReason as Reason;
    let role = &framework.roles[role];
    let mut list = Vec::new();
    let mut look = |part, said: &mut dyn Iterator<Item = (&Id, Option<Reason>)>| {
        list.extend(said.filter_map(|(id, reason)| Some(Ignored { part, id: id.clone(), reason: reason? })));
    };
    let competence = |id: &Id| unknown(framework.competence(id), Reason::UnknownCompetence);
    let area = |id: &Id| unknown(framework.area(id), Reason::UnknownArea);
    let competence_level = |id: &Id, level: Option<i64>| match framework.competence(id) {
        Some(place) => beyond(framework.scale_of(place), level),
        None => Some(Reason::UnknownCompetence),
    };

    let Assessment { targets, responses, agreed, evidence, wishes, .. } = assessment;
    look(Part::OtherRoles, &mut each(&assessment.other_roles, |id| unknown(framework.role(id), Reason::UnknownRole)));
    look(Part::Stage, &mut each(&assessment.stage, |id| unknown(role.stage(id), Reason::UnknownStage)));
    look(
        Part::Focus,
        &mut each(&targets.focus, |id| match framework.dimension(id) {
            None => Some(Reason::UnknownDimension),
            Some(_) => unknown(role.focus, Reason::RoleWithoutFocus),
        }),
    );
    look(Part::AdjustedTargets, &mut targets.adjusted.iter().map(|(id, level)| (id, competence_level(id, *level))));
    look(
        Part::CompetenceResponses,
        &mut responses.competences.iter().map(|(id, response)| (id, competence_level(id, rated_level(response)))),
    );
    look(
        Part::BehaviourResponses,
        &mut responses.behaviours.iter().map(|(id, response)| match framework.behaviour(id) {
            None => (id, Some(Reason::UnknownBehaviour)),
            Some(_) => (id, beyond(&framework.scales[framework.behaviour_scale], rated_level(response))),
        }),
    );
    look(Part::Agreed, &mut agreed.iter().map(|(id, level)| (id, competence_level(id, Some(*level)))));
    look(Part::Evidence, &mut each(evidence.keys(), competence));
    look(
        Part::CompetenceWishes,
        &mut wishes
            .competences
            .iter()
            .map(|(id, wish)| (id, competence(id).or_else(|| wish_out_of(*wish, COMPETENCE_WISHES)))),
    );
    look(
        Part::AreaWishes,
        &mut wishes.areas.iter().map(|(id, wish)| (id, area(id).or_else(|| wish_out_of(*wish, AREA_WISHES)))),
    );
    look(Part::Experience, &mut each(&assessment.experience, area));
    for item in &assessment.plan {
        look(Part::PlanCompetences, &mut each(&item.competences, competence));
        look(Part::PlanArea, &mut each(&item.area, area));
    }
    list
}

/// Each of these ids with the reason why it doesn't count, where there is one.
fn each<'a>(
    ids: impl IntoIterator<Item = &'a Id>,
    reason: impl Fn(&Id) -> Option<IgnoredReason>,
) -> impl Iterator<Item = (&'a Id, Option<IgnoredReason>)> {
    ids.into_iter().map(move |id| (id, reason(id)))
}

/// The reason where nothing was found.
fn unknown<T>(found: Option<T>, reason: IgnoredReason) -> Option<IgnoredReason> {
    if found.is_some() { None } else { Some(reason) }
}

fn beyond(scale: &Scale, level: Option<i64>) -> Option<IgnoredReason> {
    let level = level.filter(|level| scale.level(*level).is_none())?;
    Some(IgnoredReason::BeyondScale { level, highest: scale.highest() })
}

fn wish_out_of(wish: i64, (lowest, highest): (i64, i64)) -> Option<IgnoredReason> {
    match within(wish, (lowest, highest)) {
        Some(_) => None,
        None => Some(IgnoredReason::WishOutOfRange { wish, lowest, highest }),
    }
}

fn rated_level(response: &Response) -> Option<i64> {
    match response.answer {
        assessment::Answer::Rated(level) => Some(level),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lower_median_is_one_of_the_levels() {
        let cases = [(vec![], None), (vec![3], Some(3)), (vec![4, 1], Some(1)), (vec![4, 0, 2], Some(2))];
        for (levels, expected) in cases {
            assert_eq!(lower_median(&levels), expected, "{levels:?}");
        }
        assert_eq!(lower_median(&[3, 1, 2, 4]), Some(2));
    }
}
