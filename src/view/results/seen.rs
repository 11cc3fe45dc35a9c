//! The answers as they are seen against a role: what every part of the results is drawn from.
//!
//! Knows none of the parts.

use crate::assessment::{Purpose, Rater};
use crate::framework::{Framework, Level};
use crate::profile::Row;
use crate::report::Report;
use crate::state::PlanFor;
use crate::state::journey::Journey;
use crate::view::context::View;
use crate::view::pieces::{fold, text};
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

    /// A level of a competence's scale in words.
    pub fn label(&self, competence: usize, level: Level) -> Rc<str> {
        self.view.level(competence, level)
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

    /// Whether there is a plan to agree on.
    pub fn has_plan(&self) -> bool {
        self.journey.assessment.purpose != Purpose::Exploration
    }
}

/// Begins an agreement from here, where there is a plan to begin it in.
pub fn plan_button(results: &Results, start: PlanFor) -> Html {
    if results.has_plan() { start_button(results.view, start) } else { Html::default() }
}

/// The rest of a list, one click away.
pub fn rest_of(results: &Results, name: &str, count: usize, list: &dyn Fn() -> Html) -> Html {
    match count {
        0 => Html::default(),
        _ => fold(results.view, name, text(results.view.count(Key::ShowMore, count)), list),
    }
}
