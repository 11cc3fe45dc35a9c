//! What one person said: answers, wishes, agreements and plan for one role.
//!
//! Ids are kept as they were written, also those that the framework doesn't know and levels beyond their scale: nothing
//! a person said is lost. [`crate::profile`] decides what of it counts. Knows nothing of gaps or suggestions.

pub mod file;
pub mod migration;

use crate::framework::Id;
use crate::gather::Others;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What is said by id, in the order in which it was written, so that a file opened and saved again keeps its order.
pub type ById<V> = IndexMap<Id, V>;

/// One person's answers, wishes and plan for one role.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// When it was begun and last changed, as ISO 8601 in UTC; given in as values, never read from a clock here.
    pub created_at: Option<Rc<str>>,
    pub updated_at: Option<Rc<str>>,
    /// The framework that was answered.
    pub framework: Id,
    pub framework_version: Option<Rc<str>>,
    /// Keys beside the framework's id and version that this version doesn't know.
    pub framework_other: Others,
    /// The language it was answered in.
    pub language: Option<Rc<str>>,
    pub purpose: Purpose,
    pub rater: Rater,
    /// What the person chose to put in this file; `None` where the file doesn't say.
    pub parts: Option<Vec<Part>>,
    pub role: Id,
    /// Further roles looked at, in exploration.
    pub other_roles: Vec<Id>,
    pub stage: Option<Id>,
    pub targets: AdjustedTargets,
    pub responses: Responses,
    /// Levels that two people agreed on after comparing.
    pub agreed: ById<i64>,
    pub evidence: ById<Rc<str>>,
    pub wishes: Wishes,
    /// Areas already worked in.
    pub experience: Vec<Id>,
    pub plan: Vec<PlanItem>,
    /// The host's own id.
    pub reference: Option<Rc<str>>,
    /// Keys that this version doesn't know, written back as they were.
    pub other: Others,
}

impl Assessment {
    /// Nothing said yet.
    pub fn new(framework: Id, framework_version: Rc<str>, purpose: Purpose, rater: Rater, role: Id) -> Self {
        Self {
            created_at: None,
            updated_at: None,
            framework,
            framework_version: Some(framework_version),
            framework_other: Others::default(),
            language: None,
            purpose,
            rater,
            parts: None,
            role,
            other_roles: Vec::new(),
            stage: None,
            targets: AdjustedTargets::default(),
            responses: Responses::default(),
            agreed: ById::default(),
            evidence: ById::default(),
            wishes: Wishes::default(),
            experience: Vec::new(),
            plan: Vec::new(),
            reference: None,
            other: Others::default(),
        }
    }

    /// Whether the file that this came from holds the part, or the person hasn't chosen parts.
    pub fn holds(&self, part: Part) -> bool {
        self.parts.as_ref().is_none_or(|parts| parts.contains(&part))
    }
}

/// Why the assessment is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(inline))]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// Preparing a development interview (*MUS*).
    #[default]
    Development,
    /// An applicant looking at what roles ask for.
    Exploration,
    /// A new hire, with targets that grow.
    Onboarding,
}

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(inline))]
#[serde(rename_all = "camelCase")]
pub enum Rater {
    #[default]
    #[serde(rename = "self")]
    Myself,
    Manager,
}

/// A part of an assessment that a person may put in a file or leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(inline))]
#[serde(rename_all = "camelCase")]
pub enum Part {
    #[default]
    Responses,
    Wishes,
    Plan,
}

/// How the role's targets were adjusted for this person.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct AdjustedTargets {
    /// A date, `2026-02-01`.
    pub agreed_on: Option<Rc<str>>,
    /// `head` once head and deputy agreed it; never a name.
    pub agreed_by: Option<Rc<str>>,
    /// Ids of the dimensions that head and deputy agreed to weigh more.
    pub focus: Vec<Id>,
    /// `None`: no target for this person.
    pub adjusted: ById<Option<i64>>,
    pub other: Others,
}

impl AdjustedTargets {
    /// Whether anything was agreed, also where a file doesn't say by whom.
    pub fn is_agreed(&self) -> bool {
        self.agreed_by.is_some() || !self.focus.is_empty() || !self.adjusted.is_empty()
    }
}

/// The answers to competences and behaviours; absent means not answered.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Responses {
    pub competences: ById<Response>,
    pub behaviours: ById<Response>,
    pub other: Others,
}

/// The answer to one competence or behaviour.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    pub answer: Answer,
    pub other: Others,
}

impl From<Answer> for Response {
    fn from(answer: Answer) -> Self {
        Self { answer, other: Others::default() }
    }
}

/// What was answered. Only `Rated` enters arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The level as written; it counts only when the scale has it.
    Rated(i64),
    /// *I have not had the chance to try it.*
    NoOpportunity,
    /// A manager's *I have not observed this.*
    NotObserved,
    /// *Not relevant in my role.*
    NotRelevant,
}

/// What the person wants.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Wishes {
    /// Per competence, 0 to 2.
    pub competences: ById<i64>,
    /// Per area: -1 not now, 0 no wish, 1 curious, 2 would like to.
    pub areas: ById<i64>,
    pub other: Others,
}

/// One agreement in the development plan.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct PlanItem {
    pub goal: Rc<str>,
    pub why: Rc<str>,
    pub competences: Vec<Id>,
    pub area: Option<Id>,
    pub activity: Rc<str>,
    pub support: Rc<str>,
    pub responsible: Responsible,
    /// Dates, `2026-02-01`.
    pub due: Option<Rc<str>>,
    pub sign: Rc<str>,
    pub follow_up: Option<Rc<str>>,
    pub outcome: Rc<str>,
    pub other: Others,
}

/// Who sees to an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(inline))]
#[serde(rename_all = "camelCase")]
pub enum Responsible {
    #[default]
    Me,
    Manager,
    Together,
    Other,
}
