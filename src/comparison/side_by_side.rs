//! Two assessments of the same framework, competence by competence: self and manager, or now and earlier.
//!
//! The yardstick is the first side's target: the employee's, or the one of now (www/guides/method.md, section 5).

use super::blocks::{Block, Direction, direction, directions};
use super::files::{File, agreed_levels};
use crate::assessment::file::AssessmentFile;
use crate::assessment::migration::{Conflict, Migrated, migrate, other_version};
use crate::assessment::{Assessment, Rater};
use crate::framework::{Framework, Level, Role, Stage};
use crate::profile::{CountedAnswer, Ignored, IgnoredPart, Profile, Target, ignored};
use crate::report::Report;
use crate::scalar::is_date;
use std::rc::Rc;

/// Two assessments of one framework. Which side is which, the comparison's kind says.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    pub first: Side,
    pub second: Side,
    /// Competences for which the two hold different targets, in framework order. None are named where the role of one
    /// side is unknown.
    pub targets: Vec<TargetDifference>,
    /// One per competence, in framework order.
    pub rows: Vec<Pair>,
    /// Of one person at two times first the one over all, then those in the dimensions, in framework order.
    pub directions: Vec<Direction>,
    /// The first side's priorities, which [`Block::Practise`] begins with.
    pub priorities: Vec<usize>,
    pub opened: OpenedFile,
}

impl SideBySide {
    /// Places of the competences in this block: in framework order, so that neither side sets the agenda; what there is
    /// to practise begins with the employee's priorities.
    pub fn places(&self, block: Block) -> Vec<usize> {
        let is_in = |place: &usize| self.rows[*place].block == block;
        let in_order = (0..self.rows.len()).filter(is_in);
        if block != Block::Practise {
            return in_order.collect();
        }
        let mut places: Vec<usize> = self.priorities.iter().copied().filter(is_in).collect();
        let mut stands_already = vec![false; self.rows.len()];
        for &place in &places {
            stands_already[place] = true;
        }
        places.extend(in_order.filter(|place| !stands_already[*place]));
        places
    }
}

/// What one assessment is, beside its levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    pub file: File,
    /// When it was last changed or, where that isn't said, begun; `None` where neither is a date.
    pub date: Option<Rc<str>>,
    /// The place in [`Framework::roles`]; `None` where this version doesn't know the role, so that it has no targets.
    pub role: Option<usize>,
    /// The place in the role's stages; an unknown stage counts as none.
    pub stage: Option<usize>,
}

/// One competence in two assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub first: SideMark,
    pub second: SideMark,
    pub block: Block,
}

impl Pair {
    /// The two levels, where both sides give one.
    pub fn levels(&self) -> Option<(Level, Level)> {
        Some((self.first.answer.level()?, self.second.answer.level()?))
    }
}

/// What one assessment says of a competence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SideMark {
    pub answer: CountedAnswer,
    /// The target for this person in this file.
    pub target: Target,
    /// The level that two people agreed on in this file: a third value, which is neither side's answer.
    pub agreed: Option<Level>,
}

/// A competence with two targets, which stand in its [`Pair`], and what the two files hold differently about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TargetDifference {
    pub competence: usize,
    /// At least one of the two targets was changed for this person. Role, focus and stage don't bear on such a target,
    /// so that they aren't named beside it.
    pub by_adjustment: bool,
    /// The two roles ask for different levels.
    pub by_role: bool,
    /// Its dimension is in focus in one of the two, or weighs differently.
    pub by_focus: bool,
    /// The two are in different stages.
    pub by_stage: bool,
}

impl TargetDifference {
    /// Whether nothing differs but how long the person has been in the role.
    pub fn is_by_stage_alone(&self) -> bool {
        self.by_stage && !self.by_adjustment && !self.by_role && !self.by_focus
    }
}

/// What the reader is told about the opened file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct OpenedFile {
    /// The version that was answered, where it is another one.
    pub other_version: Option<Rc<str>>,
    /// What of the other version could not be carried over.
    pub conflicts: Vec<Conflict>,
    /// What of it doesn't count here, as far as it would enter the comparison.
    pub ignored: Vec<Ignored>,
    /// Whether its own report says something else than the recomputed one, which is used.
    pub report_differs: bool,
}

/// Compares what an employee and a manager answered apart. The employee's is the first side, whichever was opened.
pub(super) fn self_and_manager(
    framework: &Framework,
    role: usize,
    own: &Assessment,
    opened: &AssessmentFile,
) -> SideBySide {
    let opened_is_first = own.rater == Rater::Manager;
    let block = |first: &SideMark, second: &SideMark| Block::of_two_people(first.answer, second.answer, first.target);
    let mut sides = side_by_side(framework, role, own, opened, opened_is_first, &block);
    let against_employee: Vec<_> =
        sides.rows.iter().map(|row| row.levels().map(|(employee, manager)| (manager, employee))).collect();
    sides.directions = directions(framework, &against_employee);
    sides
}

/// Compares what one person answered at two times. The later one is the first side; without two different dates the
/// opened file is the earlier one, since one goes on working in the other.
pub(super) fn now_and_earlier(
    framework: &Framework,
    role: usize,
    own: &Assessment,
    opened: &AssessmentFile,
) -> SideBySide {
    let opened_is_first = is_later(&opened.assessment, own);
    let block = |now: &SideMark, earlier: &SideMark| Block::of_two_times(now.answer, earlier.answer);
    let mut sides = side_by_side(framework, role, own, opened, opened_is_first, &block);
    let against_earlier: Vec<_> = sides.rows.iter().map(Pair::levels).collect();
    sides.directions.extend(direction(None, &against_earlier));
    sides.directions.extend(directions(framework, &against_earlier));
    sides
}

/// Whether one says that it is of a later time than the other.
pub fn is_later(one: &Assessment, other: &Assessment) -> bool {
    match (date(one), date(other)) {
        (Some(one), Some(other)) => in_order(&one) > in_order(&other),
        _ => false,
    }
}

/// The two beside each other, as yet without directions.
fn side_by_side(
    framework: &Framework,
    own_role: usize,
    own: &Assessment,
    opened: &AssessmentFile,
    opened_is_first: bool,
    block: &dyn Fn(&SideMark, &SideMark) -> Block,
) -> SideBySide {
    let Migrated { assessment: other, conflicts } = migrate(framework, &opened.assessment);
    let other_role = framework.role(&other.role);
    let told = OpenedFile {
        other_version: other_version(framework, &opened.assessment),
        conflicts,
        ignored: ignored_of(framework, other_role, own_role, &other),
        report_differs: report_differs(framework, other_role, opened),
    };
    let own = read(framework, File::Own, Some(own_role), own_role, own);
    let other = read(framework, File::Opened, other_role, own_role, &other);
    let (first, second) = if opened_is_first { (other, own) } else { (own, other) };
    let mut rows = Vec::new();
    for (place, &one) in first.marks.iter().enumerate() {
        let other = second.marks[place];
        rows.push(Pair { first: one, second: other, block: block(&one, &other) });
    }
    let targets = target_differences(&first, &second);
    SideBySide {
        targets,
        rows,
        directions: Vec::new(),
        priorities: first.priorities,
        first: first.side,
        second: second.side,
        opened: told,
    }
}

/// What of the opened file would enter the comparison and doesn't count. Where its role is unknown, nothing that changes
/// targets would.
fn ignored_of(framework: &Framework, role: Option<usize>, own_role: usize, other: &Assessment) -> Vec<Ignored> {
    let mut list = ignored(framework, role.unwrap_or(own_role), other);
    list.retain(|ignored| match ignored.part {
        IgnoredPart::CompetenceResponses | IgnoredPart::BehaviourResponses | IgnoredPart::Agreed => true,
        IgnoredPart::Stage | IgnoredPart::Focus | IgnoredPart::AdjustedTargets => role.is_some(),
        _ => false,
    });
    list
}

/// Another version's report may differ without anything being wrong.
fn report_differs(framework: &Framework, role: Option<usize>, opened: &AssessmentFile) -> bool {
    let report = opened.derived.report.as_ref();
    let (Some(report), Some(role), None) = (report, role, other_version(framework, &opened.assessment)) else {
        return false;
    };
    !Report::of(framework, role, &opened.assessment).file(framework).is_said_by(report)
}

/// One assessment, ready to be laid beside another.
struct Reading {
    side: Side,
    marks: Vec<SideMark>,
    /// One per competence; none where the role is unknown.
    bases: Vec<TargetBasis>,
    priorities: Vec<usize>,
}

/// What a target is made of.
#[derive(Clone, Copy)]
struct TargetBasis {
    is_adjusted: bool,
    asked: Option<Level>,
    raised_by: u8,
    lowered_by: u8,
}

/// Where the role is unknown, `any_role` serves as well: no answer depends on it.
fn read(framework: &Framework, file: File, role: Option<usize>, any_role: usize, assessment: &Assessment) -> Reading {
    let agreed = agreed_levels(framework, assessment);
    let profile = Profile::of(framework, role.unwrap_or(any_role), assessment);
    let mut marks = Vec::new();
    for (place, row) in profile.rows.iter().enumerate() {
        let target = if role.is_some() { row.target } else { Target::None };
        marks.push(SideMark { answer: row.answer, target, agreed: agreed[place] });
    }
    let known = role.map(|place| &framework.roles[place]);
    let is_current = |stage: &Stage| assessment.stage.as_ref().is_some_and(|id| *id == stage.id);
    let stage = known.and_then(|role| role.stages.iter().position(is_current));
    Reading {
        side: Side { file, date: date(assessment), role, stage },
        marks,
        bases: known.map_or(Vec::new(), |role| target_bases(framework, role, assessment)),
        priorities: known.map_or(Vec::new(), |_| profile.priorities),
    }
}

fn target_bases(framework: &Framework, role: &Role, assessment: &Assessment) -> Vec<TargetBasis> {
    let lowered_by = assessment.stage.as_ref().and_then(|id| role.stage(id)).map_or(0, |stage| stage.lower_by);
    let mut bases = Vec::new();
    for &asked in &role.targets {
        bases.push(TargetBasis { is_adjusted: false, asked, raised_by: 0, lowered_by });
    }
    for id in &assessment.targets.focus {
        let Some(place) = framework.dimension(id) else { continue };
        for basis in &mut bases[framework.dimensions[place].competences.clone()] {
            basis.raised_by = role.focus.map_or(0, |focus| focus.raise);
        }
    }
    for (id, level) in assessment.targets.adjusted.iter() {
        if let Some(place) = framework.competence(id) {
            bases[place].is_adjusted = level.is_none_or(|level| framework.scale_of(place).level(level).is_some());
        }
    }
    bases
}

fn target_differences(one: &Reading, other: &Reading) -> Vec<TargetDifference> {
    let mut differences = Vec::new();
    // None are named where a role is unknown.
    for competence in 0..one.bases.len().min(other.bases.len()) {
        let (first, second) = (one.bases[competence], other.bases[competence]);
        if one.marks[competence].target == other.marks[competence].target {
            continue;
        }
        let by_adjustment = first.is_adjusted || second.is_adjusted;
        differences.push(TargetDifference {
            competence,
            by_adjustment,
            by_role: !by_adjustment && first.asked != second.asked,
            by_focus: !by_adjustment && first.raised_by != second.raised_by,
            by_stage: !by_adjustment && first.lowered_by != second.lowered_by,
        });
    }
    differences
}

/// When the assessment was last changed, otherwise when it was begun. Files may say anything there.
fn date(assessment: &Assessment) -> Option<Rc<str>> {
    let said = [&assessment.updated_at, &assessment.created_at];
    said.into_iter().flatten().find(|text| text.get(..10).is_some_and(is_date)).cloned()
}

/// Dates in UTC are in the order of their letters, however many of their parts are said, but for the sign for UTC.
fn in_order(date: &str) -> &str {
    date.trim_end_matches('Z')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Purpose;

    #[test]
    fn dates_are_in_order_however_much_of_them_is_said() {
        let dates = [
            "2025-12-31",
            "2026-03-01",
            "2026-03-01T09:30Z",
            "2026-03-01T09:30:10Z",
            "2026-03-01T09:30:10.5Z",
            "2026-03-02T08:00:00Z",
        ];
        assert!(dates.map(in_order).is_sorted());
    }

    #[test]
    fn what_is_no_date_is_passed_over() {
        let mut assessment =
            Assessment::new("f".into(), "1".into(), Purpose::Development, Rater::Myself, "role".into());
        assert_eq!(date(&assessment), None);
        assessment.created_at = Some("2026-03-01".into());
        for updated_at in ["", "soon", "2026-3-1T09:30", "March 2026", "2026/03/01", "\u{661}\u{662}26-03-01"] {
            assessment.updated_at = Some(updated_at.into());
            assert_eq!(date(&assessment).as_deref(), Some("2026-03-01"), "{updated_at}");
        }
        assessment.updated_at = Some("2026-04-01".into());
        assert_eq!(date(&assessment).as_deref(), Some("2026-04-01"));
    }
}
