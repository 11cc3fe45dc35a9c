//! The answers as they are seen against a role: what every part of the results is drawn from.
//!
//! Knows none of the parts.

use crate::assessment::{Purpose, Rater};
use crate::framework::{Framework, Level};
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
        let (role, level) = (row.role_target?, row.target.level()?);
        let assessment = &self.journey.assessment;
        let stage = assessment.stage.as_ref().and_then(|id| self.framework().roles[self.viewed_role].stage(id));
        // A stage lowers levels too, and nobody agreed on that.
        let is_lowered = stage.is_some_and(|stage| stage.lower_by > 0);
        let adjusted = assessment.targets.adjusted.get(&self.framework().competences[competence].id);
        let is_agreed = !is_lowered || adjusted == Some(&Some(level.into()));
        let [agreed, of_role] = [level, role].map(|level| self.label(competence, level));
        let words = || self.view.say(Key::LevelMoved, &[("level", &agreed), ("role", &of_role)]);
        (is_agreed && level != role).then(words)
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
