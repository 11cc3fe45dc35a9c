//! The competence framework: what can be assessed, on which scales, what roles ask for, and which areas let one practise.
//!
//! Plain values, always valid once built: the only way to one is [`Framework::read`], which gathers every problem in
//! the file first. Knows nothing of a person's answers, of any language's wording, or of where the file came from.

pub mod check;
pub mod file;

use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// A level on a scale, counted from 0.
pub type Level = u8;

/// A kebab-case name that files use to point at each other's parts.
pub type Id = Rc<str>;

/// One text in every language that the framework declares, in the order of [`Framework::languages`].
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text(pub(crate) Vec<Rc<str>>);

impl Text {
    /// The text in the language at this place of [`Framework::languages`].
    pub fn in_language(&self, language: usize) -> Rc<str> {
        self.0.get(language).or(self.0.first()).cloned().unwrap_or_default()
    }
}

/// Dimensions, competences, behaviours, scales, roles and areas: one file's content.
#[derive(Clone, Debug, PartialEq)]
pub struct Framework {
    pub id: Id,
    pub version: Rc<str>,
    /// Language tags (BCP 47); the first is the default. Never empty.
    pub languages: Vec<Rc<str>>,
    pub title: Text,
    pub summary: Option<Text>,
    pub basis: Basis,
    pub owner: Option<Rc<str>>,
    /// Where a reader can tell the owner that something is wrong or dated: an address that begins with `mailto:` or
    /// `https:`.
    pub contact: Option<Rc<str>>,
    pub licence: Option<Rc<str>>,
    pub sources: Vec<SourceDocument>,
    pub scales: Vec<Scale>,
    /// The place in [`Framework::scales`] of the scale that behaviours are answered on.
    pub behaviour_scale: usize,
    pub dimensions: Vec<Dimension>,
    /// Every competence of every dimension, in framework order.
    pub competences: Vec<Competence>,
    /// Every behaviour of every dimension, in framework order.
    pub behaviours: Vec<Behaviour>,
    pub roles: Vec<Role>,
    pub areas: Vec<Area>,
    pub parameters: Parameters,
    /// Competence ids of older versions and what became of them, applied in this order.
    pub renamed: Vec<Renamed>,
    pub(crate) places: Places,
}

/// Where each id stands in its list.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Places {
    pub dimensions: HashMap<Id, usize>,
    pub competences: HashMap<Id, usize>,
    pub behaviours: HashMap<Id, usize>,
    pub roles: HashMap<Id, usize>,
    pub areas: HashMap<Id, usize>,
}

impl Framework {
    /// Whether every competence stands on a scale with words for a manager as rater.
    pub fn is_in_third_person(&self) -> bool {
        (0..self.competences.len()).all(|place| self.scale_of(place).is_in_third_person())
    }

    /// The place of the dimension of this id in [`Framework::dimensions`].
    pub fn dimension(&self, id: &str) -> Option<usize> {
        self.places.dimensions.get(id).copied()
    }

    /// The place of the competence of this id in [`Framework::competences`].
    pub fn competence(&self, id: &str) -> Option<usize> {
        self.places.competences.get(id).copied()
    }

    /// The place of the behaviour of this id in [`Framework::behaviours`].
    pub fn behaviour(&self, id: &str) -> Option<usize> {
        self.places.behaviours.get(id).copied()
    }

    /// The place of the role of this id in [`Framework::roles`].
    pub fn role(&self, id: &str) -> Option<usize> {
        self.places.roles.get(id).copied()
    }

    /// The place of the area of this id in [`Framework::areas`].
    pub fn area(&self, id: &str) -> Option<usize> {
        self.places.areas.get(id).copied()
    }

    /// The scale that the competence at this place is rated on.
    pub fn scale_of(&self, competence: usize) -> &Scale {
        &self.scales[self.competences[competence].scale]
    }

    /// The place in [`Framework::languages`] that serves a reader of `tag` best: the same tag, else the same primary
    /// language, else the default.
    pub fn language_for(&self, tag: &str) -> usize {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let same = self.languages.iter().position(|language| language.eq_ignore_ascii_case(tag));
        same.or_else(|| self.languages.iter().position(|language| primary(language) == primary(tag))).unwrap_or(0)
    }
}

/// Who stands behind a framework, a role's targets or an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(inline))]
#[serde(rename_all = "camelCase")]
pub enum Basis {
    /// Not its owner: marked as an example wherever it shows.
    #[default]
    Example,
    /// The organisation that uses it.
    Owner,
}

/// A document that the framework builds on.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceDocument {
    pub id: Id,
    pub title: Rc<str>,
    pub publisher: Option<Rc<str>>,
    pub url: Option<Rc<str>>,
}

/// Where in a source document a competence or behaviour comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcePlace {
    /// The place in [`Framework::sources`].
    pub document: usize,
    pub section: Option<Rc<str>>,
    pub item: Option<u16>,
}

/// An ordered list of 2 to 11 labelled levels, low to high.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pub id: Id,
    pub levels: Vec<ScaleLevel>,
}

impl Scale {
    /// Whether all its levels have words for a manager as rater.
    pub fn is_in_third_person(&self) -> bool {
        self.levels.iter().all(|level| level.manager_label.is_some())
    }

    /// The highest level, *M* in the method.
    pub fn highest(&self) -> Level {
        (self.levels.len() - 1) as Level
    }

    /// The level of this number; `None` where the scale has none.
    pub fn level(&self, number: i64) -> Option<Level> {
        Level::try_from(number).ok().filter(|level| *level <= self.highest())
    }
}

/// What one level is called, and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleLevel {
    pub label: Text,
    /// The label in one to three words, for charts, tables and lists.
    pub short: Option<Text>,
    pub description: Option<Text>,
    /// The label and the description in the third person, for a manager as rater.
    pub manager_label: Option<Text>,
    pub manager_description: Option<Text>,
}

impl ScaleLevel {
    /// The label as it is read: by a manager as rater in the third person, where there are such words.
    pub fn label_for(&self, is_manager: bool) -> &Text {
        self.manager_label.as_ref().filter(|_| is_manager).unwrap_or(&self.label)
    }
}

/// A part of the framework, such as *Personaleledelse*.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    pub id: Id,
    pub title: Text,
    pub summary: Option<Text>,
    /// Places in [`Framework::competences`]. Never empty.
    pub competences: Range<usize>,
    /// Places in [`Framework::behaviours`].
    pub behaviours: Range<usize>,
}

/// An ability that is assessed.
#[derive(Clone, Debug, PartialEq)]
pub struct Competence {
    pub id: Id,
    /// The place in [`Framework::dimensions`].
    pub dimension: usize,
    /// Two to five words, for tables and charts.
    pub title: Text,
    /// What is rated, in the first person.
    pub statement: Text,
    /// What is rated, in the third person, for a manager as rater.
    pub manager_statement: Option<Text>,
    /// The place in [`Framework::scales`].
    pub scale: usize,
    /// One text per level where the scale's own words don't fit the statement; otherwise empty.
    pub level_texts: Vec<Text>,
    /// The same in the third person, for a manager as rater.
    pub manager_level_texts: Vec<Text>,
    pub source: Option<SourcePlace>,
    pub alignments: Vec<Alignment>,
}

impl Competence {
    /// The texts of its levels for who answers: a manager's in the third person, where there are such.
    pub fn level_texts_for(&self, by_manager: bool) -> &[Text] {
        if by_manager && !self.manager_level_texts.is_empty() { &self.manager_level_texts } else { &self.level_texts }
    }
}

/// The same competence in a public scheme, such as ESCO.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    pub scheme: Rc<str>,
    pub uri: Rc<str>,
}

/// An observable statement, belonging to a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Behaviour {
    pub id: Id,
    /// The place in [`Framework::dimensions`].
    pub dimension: usize,
    pub statement: Text,
    pub manager_statement: Option<Text>,
    /// Places in [`Framework::competences`] that it is tied to, of any dimension; empty where the source ties it to
    /// its dimension only.
    pub competences: Vec<usize>,
    pub source: Option<SourcePlace>,
}

impl Behaviour {
    /// Whether these are its words, in whatever language and about whomever.
    pub fn says(&self, words: &str) -> bool {
        let statements = [Some(&self.statement), self.manager_statement.as_ref()];
        statements.into_iter().flatten().any(|statement| statement.0.iter().any(|own| **own == *words))
    }
}

/// What a person is compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    pub id: Id,
    pub title: Text,
    pub summary: Option<Text>,
    /// The role group; areas may be open to certain groups only.
    pub group: Option<Id>,
    pub basis: Basis,
    /// One per competence, in framework order; `None` where the role asks for no level.
    pub targets: Vec<Option<Level>>,
    /// One per competence, in framework order; 0 to 3.
    pub weights: Vec<u8>,
    pub focus: Option<Focus>,
    pub stages: Vec<Stage>,
}

impl Role {
    /// The stage of this id.
    pub fn stage(&self, id: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| &*stage.id == id)
    }
}

/// What head and deputy may agree on: the targets of a few dimensions, raised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Focus {
    /// How many levels each target of a dimension in focus is raised by.
    pub raise: u8,
    /// How many dimensions may be in focus.
    pub at_most: u8,
}

/// A time after starting, with lower targets.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    pub id: Id,
    pub title: Text,
    /// Months after starting, 0 to 60.
    pub months: u8,
    /// Levels, 0 to 10.
    pub lower_by: u8,
}

/// Work that a person could take on.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    pub id: Id,
    pub title: Text,
    pub summary: Option<Text>,
    pub route: Route,
    /// Role groups that the route is open to; empty means all.
    pub groups: Vec<Id>,
    /// Open to those at a stage of at least so many months after starting, 0 to 60, and to those at no stage: nobody is
    /// led to another office on the first day.
    pub after_months: u8,
    /// Where the work is.
    pub unit: Option<Text>,
    /// The level asked for at the start, per competence place; only levels above 0, in framework order.
    pub entry: Vec<(usize, Level)>,
    /// The level at which the area lets one practise, per competence place; only levels above 0, in framework order.
    pub practice: Vec<(usize, Level)>,
    /// The agency's stated need for people, 0 to 2.
    pub need: u8,
    pub need_stated: Option<NeedStated>,
    pub basis: Basis,
}

impl Area {
    /// Whether it is a task change in the office or a rotation to another.
    pub fn kind(&self) -> AreaKind {
        match self.route {
            Route::TaskChange(_) => AreaKind::TaskChange,
            Route::Rotation(_) => AreaKind::Rotation,
        }
    }

    /// Whether its route is open to the group of this role.
    pub fn is_open_to(&self, role: &Role) -> bool {
        self.groups.is_empty() || role.group.as_ref().is_some_and(|group| self.groups.contains(group))
    }

    /// Whether it is open to those at this stage, or at none.
    pub fn is_open_at(&self, stage: Option<&Stage>) -> bool {
        stage.is_none_or(|stage| stage.months >= self.after_months)
    }
}

/// *Opgaveskift* or *rokering*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(inline))]
#[serde(rename_all = "camelCase")]
pub enum AreaKind {
    #[default]
    TaskChange,
    Rotation,
}

/// How one gets to an area. A task change can't have a rotation's route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Route {
    TaskChange(TaskChangeRoute),
    Rotation(RotationRoute),
}

/// The two ways to a task change (mobility guidelines, "Hvordan foregår intern mobilitet?").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskChangeRoute {
    /// The head allocates the office's tasks.
    ManagerAllocation,
    /// It is agreed in the development plan.
    #[default]
    DevelopmentPlan,
}

/// The three ways to a rotation (mobility guidelines, the same section).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RotationRoute {
    /// The mobility scheme for certain groups.
    MobilityScheme,
    /// One applies for an internal posting.
    InternalPosting,
    /// It is agreed in the development plan.
    #[default]
    DevelopmentPlan,
}

/// Who stated a need for people, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedStated {
    pub by: Rc<str>,
    /// A date, `2026-02-01`.
    pub on: Rc<str>,
}

/// The numbers that a framework may set for the method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// How many levels one area can move a person, *G*; 1 to 10.
    pub stretch: u8,
    /// How many entry levels may be one short, *K*; a count, 0 to 10.
    pub entry_tolerance: u8,
    /// How many areas a portfolio holds at most, *k*; 1 to 4.
    pub portfolio_size: u8,
    /// How many of them may be rotations, *R*; 0 to 4.
    pub rotations_at_most: u8,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { stretch: 2, entry_tolerance: 2, portfolio_size: 3, rotations_at_most: 1 }
    }
}

/// What became of a competence id: several `to` is a split, several entries to one is a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct Renamed {
    pub from: Id,
    pub to: Vec<Id>,
}
