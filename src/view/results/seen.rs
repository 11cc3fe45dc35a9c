//! The answers as they are seen against a role: what every part of the results is drawn from.
//!
//! Knows none of the parts.

use crate::assessment::{Assessment, Purpose, Rater};
use crate::framework::{Framework, Level, Role};
use crate::profile::Row;
use crate::report::Report;
use crate::state::PlanFor;
use crate::state::journey::{Journey, Step};
use crate::view::context::View;
use crate::view::pieces::{fold_as, text};
use crate::view::plan::start_button;
use crate::wording::Key;
use std::rc::Rc;
use yew::Html;

/// What every part of the results is drawn from.
pub struct Results<'a> {
    pub view: &'a View<'a>,
    pub journey: &'a Journey,
    /// The place of the role that the answers are seen against.
    pub viewed_role: usize,
    pub report: Rc<Report>,
}

impl<'a> Results<'a> {
    pub fn framework(&self) -> &'a Framework {
        self.view.framework()
    }

    pub fn row(&self, competence: usize) -> &Row {
        &self.report.profile.rows[competence]
    }

    /// A level of a competence's scale by its short name.
    pub fn label(&self, competence: usize, level: Level) -> Rc<str> {
        self.view.level_in_short(competence, level)
    }

    pub fn is_managers(&self) -> bool {
        self.journey.assessment.rater == Rater::Manager
    }

    /// Whether anything can be held up against the role at all.
    pub fn has_levels(&self) -> bool {
        self.report.profile.rows.iter().any(|row| row.level().is_some())
    }

    /// What was agreed beside what the role asks of everybody, where focus or agreement moved the level.
    pub fn moved(&self, competence: usize) -> Option<Rc<str>> {
        let row = self.row(competence);
        let role = &self.framework().roles[self.viewed_role];
        let of_role = moved_from(self.framework(), role, &self.journey.assessment, competence, row)?;
        Some(self.view.target_in_words(competence, Some(of_role), row.target.level()?))
    }

    pub fn is_new(&self) -> bool {
        self.journey.assessment.purpose == Purpose::Onboarding
    }

    /// The area that something was just said of, or that was looked for: its card is open.
    pub fn at_hand(&self) -> Option<usize> {
        match self.journey.step {
            Step::Suggestions { at_hand, .. } => at_hand,
            _ => None,
        }
    }
}

/// The role's own level, where focus or agreement moved it for this person.
pub fn moved_from(
    framework: &Framework,
    role: &Role,
    assessment: &Assessment,
    competence: usize,
    row: &Row,
) -> Option<Level> {
    let (of_role, level) = (row.role_target?, row.target.level()?);
    // A stage lowers levels too, and nobody agreed on that.
    let is_lowered = assessment.stage.as_ref().and_then(|id| role.stage(id)).is_some_and(|stage| stage.lower_by > 0);
    let adjusted = assessment.targets.adjusted.get(&framework.competences[competence].id);
    let is_agreed = !is_lowered || adjusted == Some(&Some(level.into()));
    (is_agreed && level != of_role).then_some(of_role)
}

/// Begins an agreement from here, where there is a plan to begin it in.
pub fn plan_button(results: &Results, start: PlanFor) -> Html {
    if results.journey.has_plan() { start_button(results.view, results.journey, start) } else { Html::default() }
}

/// The rest of a list, one click away.
pub fn rest_of(results: &Results, name: &str, count: usize, is_open: bool, list: &dyn Fn() -> Html) -> Html {
    match count {
        0 => Html::default(),
        _ => fold_as(results.view, "more", name, text(results.view.count(Key::ShowMore, count)), is_open, list),
    }
}
