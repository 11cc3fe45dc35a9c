//! The framework file `rokade.framework/1` as people write it: every key once, as a field of a type that says what stands
//! there. What is said of a field here, its schema says.
//!
//! Strict: a key that isn't here is a problem. What the parts mean together is [`super::check`]'s matter. The types are
//! those of the file alone; [`super::Framework`] is what the rest of Rokade works with.

use super::{AreaKind, Basis};
use crate::gather::{List, Map, Open, Placed, Rule, Rules};
use crate::scalar::{
    Contact, Date, Id, LanguageTag, Localised, Reference, ShortLocalised, Words, format_name, whole_numbers,
    wrong_level,
};
#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::{Deref, RangeInclusive};
use std::rc::Rc;

/// The name of the format; the number changes only when an old reader would misread a new file.
pub const FORMAT: &str = "rokade.framework/1";

format_name!(FORMAT);

/// At most this many languages are read.
pub const MOST_LANGUAGES: usize = 100;
/// How many levels a scale has.
pub const LEVELS_OF_A_SCALE: RangeInclusive<usize> = 2..=11;

/// What the newtypes of this format stand for.
pub const RULES: &Rules = &[
    ("Languages", Rule::Count { least: 1, most: MOST_LANGUAGES }),
    ("AtLeastOne", Rule::Count { least: 1, most: usize::MAX }),
    ("ScaleLevels", Rule::Count { least: *LEVELS_OF_A_SCALE.start(), most: *LEVELS_OF_A_SCALE.end() }),
    ("LevelNumber", Rule::Value(wrong_level)),
];

/// A competence framework: what is assessed, on which scales, what roles ask for, and areas to practise in.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Framework"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrameworkFile {
    /// Where an editor finds the schema; read by nobody else.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<Rc<str>>,
    /// The name of the format.
    pub format: Format,
    /// Lower-case letters a to z, digits and single hyphens, such as `deputy-heads`. Assessments name the framework by
    /// it, so it stays the same from version to version.
    pub id: Placed<Id>,
    /// Changes whenever a meaning changes.
    pub version: Words,
    /// BCP 47 language tags, such as `da` or `en-GB`; the first is the default. Every text stands in each of them.
    pub languages: Placed<Languages>,
    /// What the framework is called.
    pub title: Localised,
    /// A few sentences on what it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Localised>,
    /// Who stands behind it: an `example` that is not its owner's, or its `owner`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = "example")))]
    pub basis: Option<Basis>,
    /// The organisation that stands behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Words>,
    /// Where a reader can tell the owner that something is wrong or dated: an address of mail, `mailto:`, or of a page,
    /// `https:`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// The documents that it builds on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = [])))]
    pub sources: Option<Placed<List<SourceDocumentFile>>>,
    /// On which terms others may use it, such as an SPDX expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Words>,
    /// The scales that competences and behaviours are answered on.
    pub scales: AtLeastOne<ScaleFile>,
    /// The id of the scale that competences are rated on.
    pub competence_scale: Placed<Reference>,
    /// The id of the scale that behaviours are answered on; the competences' scale unless said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub behaviour_scale: Option<Placed<Reference>>,
    /// The framework's parts, in the order in which they are answered.
    pub dimensions: AtLeastOne<DimensionFile>,
    /// What a person can be compared with.
    pub roles: AtLeastOne<Placed<RoleFile>>,
    /// Work that a person could take on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = [])))]
    pub areas: Option<List<Placed<AreaFile>>>,
    /// The numbers of the method.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = {})))]
    pub parameters: Option<ParametersFile>,
    /// What became of competence ids of older versions, applied in this order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = [])))]
    pub renamed: Option<List<Placed<RenamedFile>>>,
    /// Whatever others want to keep here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = {})))]
    pub extensions: Option<Open<ExtensionsFile>>,
}

/// The languages of a framework.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(inline, extend("minItems" = 1, "maxItems" = MOST_LANGUAGES)))]
pub struct Languages(pub List<Placed<LanguageTag>>);

/// A list that has at least one entry.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(inline, extend("minItems" = 1)))]
pub struct AtLeastOne<T>(pub List<T>);

/// The levels of a scale.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(inline, extend("minItems" = 2, "maxItems" = 11)))]
pub struct ScaleLevels(pub List<ScaleLevelFile>);

impl Deref for Languages {
    type Target = List<Placed<LanguageTag>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T> Deref for AtLeastOne<T> {
    type Target = List<T>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Deref for ScaleLevels {
    type Target = List<ScaleLevelFile>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// A level on whichever scale.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(inline, extend("minimum" = 0, "maximum" = 10)))]
pub struct LevelNumber(pub i64);

/// Levels by competence id.
pub type LevelsFile = Map<Reference, Placed<LevelNumber>>;

whole_numbers! { NUMBERS:
    /// A number of levels of the longest scale that there can be.
    Steps: 0 to 10;
    /// How many dimensions may be in focus.
    FocusSize: 1 to 255;
    /// Months after starting.
    Months: 0 to 60;
    /// How much a competence weighs.
    Weight: 0 to 3;
    /// A stated need for people.
    Need: 0 to 2;
    /// A place in a section's list.
    ItemNumber: 1 to 9999;
    /// How many levels one area can move a person.
    Stretch: 1 to 10;
    /// How many areas are suggested together.
    PortfolioSize: 1 to 4;
    /// How many of them may be rotations.
    RotationsAtMost: 0 to 4;
}

/// A document that the framework builds on.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "SourceDocument"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SourceDocumentFile {
    /// What a competence's or behaviour's `source` names the document by.
    pub id: Placed<Id>,
    /// The document's own title.
    pub title: Words,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Words>,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Words>,
}

/// An ordered list of levels, low to high.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Scale"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScaleFile {
    /// What competences and behaviours name the scale by.
    pub id: Placed<Id>,
    /// 2 to 11 levels, the lowest first. Levels are counted from 0.
    pub levels: ScaleLevels,
}

/// One level of a scale, in words.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "ScaleLevel"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScaleLevelFile {
    /// What the level is called; shown with the choice.
    pub label: Localised,
    /// The same in one to three words, for charts, tables and lists; the label unless said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<ShortLocalised>,
    /// What the level means, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Localised>,
    /// What the level is called when a manager answers, in the third person; the label unless said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager_label: Option<Localised>,
    /// What the level means when a manager answers, in the third person; the description unless said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager_description: Option<Localised>,
}

/// A part of the framework.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Dimension"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DimensionFile {
    /// What an assessment's focus names the dimension by.
    pub id: Placed<Id>,
    /// What the dimension is called.
    pub title: Localised,
    /// A sentence or two on what it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Localised>,
    /// The abilities in it, in the order in which they are answered.
    pub competences: AtLeastOne<Placed<CompetenceFile>>,
    /// Observable statements, shown as help and answered in depth.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = [])))]
    pub behaviours: Option<List<Placed<BehaviourFile>>>,
}

/// An ability that is assessed.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Competence"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompetenceFile {
    /// What roles, areas, behaviours and assessments name the competence by; unique in the whole framework. When it
    /// changes, `renamed` tells what became of the old one.
    pub id: Placed<Id>,
    /// Two to five words, for tables and charts.
    pub title: Localised,
    /// What is rated; first person where the wording allows.
    pub statement: Localised,
    /// The same in the third person, for a manager as rater.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager_statement: Option<Localised>,
    /// The id of the scale it is rated on, where it isn't `competenceScale`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<Placed<Reference>>,
    /// One text per level, shown with the choice, where the scale's own words don't fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level_texts: Option<Placed<List<Localised>>>,
    /// The same in the third person, for a manager as rater.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager_level_texts: Option<Placed<List<Localised>>>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourcePlaceFile>,
    /// The same competence in public schemes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = [])))]
    pub alignments: Option<List<AlignmentFile>>,
}

/// An observable statement.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Behaviour"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BehaviourFile {
    /// What assessments name the behaviour by; unique in the whole framework.
    pub id: Placed<Id>,
    /// What one does when one does it; first person where the wording allows.
    pub statement: Localised,
    /// The same in the third person, for a manager as rater.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager_statement: Option<Localised>,
    /// Ids of competences of any dimension that it is tied to; none where the source ties it to its dimension only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = [])))]
    pub competences: Option<List<Placed<Reference>>>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourcePlaceFile>,
}

/// Where in a source document something comes from.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "SourcePlace"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SourcePlaceFile {
    /// The id of one of `sources`.
    pub document: Placed<Reference>,
    /// The section's heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Words>,
    /// The place in the section's list, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemNumber>,
}

/// The same competence in a public scheme.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Alignment"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AlignmentFile {
    /// The scheme's name, such as `esco`.
    pub scheme: Words,
    /// What the scheme calls it.
    pub uri: Words,
}

/// What a person is compared with.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Role"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoleFile {
    /// What assessments name the role by.
    pub id: Placed<Id>,
    /// What the role is called.
    pub title: Localised,
    /// Who it is for, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Localised>,
    /// The role group; areas may be open to certain groups only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Placed<Id>>,
    /// Who set the targets: an `example`, or the framework's `owner`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = "example")))]
    pub basis: Option<Basis>,
    /// The level asked for, by competence id; a competence left out has no target for this role.
    pub targets: Placed<LevelsFile>,
    /// How much each competence weighs, 0 to 3, by id; 1 unless said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = {})))]
    pub weights: Option<Map<Reference, Weight>>,
    /// Which dimensions head and deputy may agree to weigh more; absent means none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus: Option<FocusFile>,
    /// Times after starting, with lower targets.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = [])))]
    pub stages: Option<List<StageFile>>,
}

/// Lets head and deputy agree on dimensions whose targets are raised.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Focus"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FocusFile {
    /// Levels that each target of a dimension in focus is raised by.
    pub raise: Steps,
    /// How many dimensions may be in focus.
    pub at_most: FocusSize,
}

/// A time after starting, with lower targets.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Stage"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StageFile {
    /// What assessments name the stage by; unique in its role.
    pub id: Placed<Id>,
    /// What the stage is called, such as *After three months*.
    pub title: Localised,
    /// Months after starting.
    pub months: Months,
    /// Levels that each target is lowered by.
    pub lower_by: Steps,
}

/// Work that a person could take on.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Area"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AreaFile {
    /// What assessments name the area by.
    pub id: Placed<Id>,
    /// What the work is called.
    pub title: Localised,
    /// What one does there, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Localised>,
    /// A `taskChange` in the office (*opgaveskift*) or a `rotation` to another (*rokering*).
    pub kind: Placed<AreaKind>,
    /// How one gets there: a task change by `managerAllocation` or `developmentPlan`, a rotation by `mobilityScheme`,
    /// `internalPosting` or `developmentPlan`.
    pub route: Placed<RouteWord>,
    /// Role groups that the route is open to; absent or empty means all.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = [])))]
    pub groups: Option<List<Placed<Reference>>>,
    /// Open to those at a stage of at least so many months after starting, and to those at no stage.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = 0)))]
    pub after_months: Option<Months>,
    /// Where the work is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Localised>,
    /// The level asked for at the start, by competence id; absent means 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = {})))]
    pub entry: Option<LevelsFile>,
    /// The level at which the area lets one practise, by competence id; absent means 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = {})))]
    pub practice: Option<LevelsFile>,
    /// The stated need for people, from 0 for none to 2 for much.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = 0)))]
    pub need: Option<Placed<Need>>,
    /// Who stated the need, and when; shown with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need_stated: Option<NeedStatedFile>,
    /// Who described the area: an `example`, or the framework's `owner`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = "example")))]
    pub basis: Option<Basis>,
}

/// How one gets to an area, before it is known to belong to its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(inline))]
#[serde(rename_all = "camelCase")]
pub enum RouteWord {
    ManagerAllocation,
    MobilityScheme,
    InternalPosting,
    DevelopmentPlan,
}

/// Who stated a need, and when.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "NeedStated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NeedStatedFile {
    /// The unit or office, such as *HR*; no person's name.
    pub by: Words,
    /// The day, such as `2026-02-01`.
    pub on: Date,
}

/// The numbers of the method that a framework may set.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Parameters"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParametersFile {
    /// How many levels one area can move a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = 2)))]
    pub stretch: Option<Stretch>,
    /// How many entry levels may be one short.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = 2)))]
    pub entry_tolerance: Option<Steps>,
    /// How many areas are suggested together at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = 3)))]
    pub portfolio_size: Option<PortfolioSize>,
    /// How many of them may be rotations.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = 1)))]
    pub rotations_at_most: Option<RotationsAtMost>,
}

/// What became of a competence id: several `to` is a split, several entries to one is a merge.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Renamed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RenamedFile {
    /// The id in older versions.
    pub from: Placed<Id>,
    /// The ids in this version, or ids that an entry further down renames again.
    pub to: AtLeastOne<Placed<Reference>>,
}

/// What is kept under names of others' own; one of them is Rokade's.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Extensions"))]
#[serde(rename_all = "camelCase")]
pub struct ExtensionsFile {
    /// What Rokade's program keeps here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rokade: Option<Open<RokadeExtensionFile>>,
}

/// What Rokade's program keeps in a framework.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "RokadeExtension"))]
#[serde(rename_all = "camelCase")]
pub struct RokadeExtensionFile {
    /// Hints of `rokade check` that the framework's owner has settled, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = [])))]
    pub hints_off: Option<List<Id>>,
}
