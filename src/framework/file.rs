//! The framework file `rokade.framework/1` as people write it: every key once, with its type, its limits and its words.
//!
//! Strict: a key that isn't here is a problem. What the parts mean together is [`super::check`]'s matter.

use super::{AreaKind, Basis};
use crate::json::{Json, Value};
use crate::problem::{Found, ProblemKind};
use crate::shape::{
    AnyObject, Date, Map, Name, Placed, Reference, Several, Shape, Whole, Words, choice, read_whole, record, wrong_type,
};
use std::rc::Rc;

/// The name of the format; the number changes only when an old reader would misread a new file.
pub const FORMAT: &str = "rokade.framework/1";

/// At most this many languages are read.
pub const MOST_LANGUAGES: usize = 100;

/// A list that has at least one entry.
pub type AtLeastOne<T> = Several<T, 1, { usize::MAX }>;
/// A number of levels of the longest scale that there can be.
pub type StepsFile = Whole<0, 10>;
/// Levels by competence id.
pub type LevelsFile = Map<Reference, LevelFile>;

record! {
    /// A competence framework: what is assessed, on which scales, what roles ask for, and areas to practise in.
    strict FrameworkFile {
        /// The name of the format.
        required "format" format: FormatWord,
        /// Lower-case letters a to z, digits and single hyphens, such as `deputy-heads`. Assessments name the framework by
        /// it, so it stays the same from version to version.
        required "id" id: Name,
        /// Changes whenever a meaning changes.
        required "version" version: Words,
        /// BCP 47 language tags, such as `da` or `en-GB`; the first is the default. Every text stands in each of them.
        required "languages" languages: Placed<Several<LanguageTag, 1, MOST_LANGUAGES>>,
        /// What the framework is called.
        required "title" title: Localised,
        /// A few sentences on what it is for.
        optional "summary" summary: Option<Localised>,
        /// Who stands behind it: an `example` that is not its owner's, or its `owner`.
        optional "basis" basis: Basis = "example",
        /// The organisation that stands behind it.
        optional "owner" owner: Option<Words>,
        /// The documents that it builds on.
        optional "sources" sources: Vec<SourceDocumentFile> = [],
        /// On which terms others may use it, such as an SPDX expression.
        optional "licence" licence: Option<Words>,
        /// The scales that competences and behaviours are answered on.
        required "scales" scales: AtLeastOne<ScaleFile>,
        /// The id of the scale that competences are rated on.
        required "competenceScale" competence_scale: Reference,
        /// The id of the scale that behaviours are answered on; the competences' scale unless said.
        optional "behaviourScale" behaviour_scale: Option<Reference>,
        /// The framework's parts, in the order in which they are answered.
        required "dimensions" dimensions: AtLeastOne<DimensionFile>,
        /// What a person can be compared with.
        required "roles" roles: AtLeastOne<RoleFile>,
        /// Work that a person could take on.
        optional "areas" areas: Vec<AreaFile> = [],
        /// The numbers of the method.
        optional "parameters" parameters: ParametersFile = {},
        /// What became of competence ids of older versions, applied in this order.
        optional "renamed" renamed: Vec<RenamedFile> = [],
        /// Whatever others want to keep here.
        optional "extensions" extensions: AnyObject = {},
    }
}

record! {
    /// A document that the framework builds on.
    strict SourceDocumentFile {
        /// What a competence's or behaviour's `source` names the document by.
        required "id" id: Name,
        /// The document's own title.
        required "title" title: Words,
        /// Who published it.
        optional "publisher" publisher: Option<Words>,
        /// Where it can be read.
        optional "url" url: Option<Words>,
    }
}

record! {
    /// An ordered list of levels, low to high.
    strict ScaleFile {
        /// What competences and behaviours name the scale by.
        required "id" id: Name,
        /// 2 to 11 levels, the lowest first. Levels are counted from 0.
        required "levels" levels: Several<ScaleLevelFile, 2, 11>,
    }
}

record! {
    /// One level of a scale, in words.
    strict ScaleLevelFile {
        /// What the level is called; shown with the choice.
        required "label" label: Localised,
        /// What the level means, in a sentence.
        optional "description" description: Option<Localised>,
    }
}

record! {
    /// A part of the framework.
    strict DimensionFile {
        /// What an assessment's focus names the dimension by.
        required "id" id: Name,
        /// What the dimension is called.
        required "title" title: Localised,
        /// A sentence or two on what it covers.
        optional "summary" summary: Option<Localised>,
        /// The abilities in it, in the order in which they are answered.
        required "competences" competences: AtLeastOne<CompetenceFile>,
        /// Observable statements, shown as help and answered in depth.
        optional "behaviours" behaviours: Vec<BehaviourFile> = [],
    }
}

record! {
    /// An ability that is assessed.
    strict CompetenceFile {
        /// What roles, areas, behaviours and assessments name the competence by; unique in the whole framework. When it
        /// changes, `renamed` tells what became of the old one.
        required "id" id: Name,
        /// Two to five words, for tables and charts.
        required "title" title: Localised,
        /// What is rated; first person where the wording allows.
        required "statement" statement: Localised,
        /// The same in the third person, for a manager as rater.
        optional "managerStatement" manager_statement: Option<Localised>,
        /// The id of the scale it is rated on, where it isn't `competenceScale`.
        optional "scale" scale: Option<Reference>,
        /// One text per level, shown with the choice, where the scale's own words don't fit.
        optional "levelTexts" level_texts: Option<Placed<Vec<Localised>>>,
        /// Where it comes from.
        optional "source" source: Option<SourcePlaceFile>,
        /// The same competence in public schemes.
        optional "alignments" alignments: Vec<AlignmentFile> = [],
    }
}

record! {
    /// An observable statement.
    strict BehaviourFile {
        /// What assessments name the behaviour by; unique in the whole framework.
        required "id" id: Name,
        /// What one does when one does it; first person where the wording allows.
        required "statement" statement: Localised,
        /// The same in the third person, for a manager as rater.
        optional "managerStatement" manager_statement: Option<Localised>,
        /// Ids of competences of any dimension that it is tied to; none where the source ties it to its dimension only.
        optional "competences" competences: Vec<Reference> = [],
        /// Where it comes from.
        optional "source" source: Option<SourcePlaceFile>,
    }
}

record! {
    /// Where in a source document something comes from.
    strict SourcePlaceFile {
        /// The id of one of `sources`.
        required "document" document: Reference,
        /// The section's heading.
        optional "section" section: Option<Words>,
        /// The place in the section's list, counted from 1.
        optional "item" item: Option<Whole<1, 9999>>,
    }
}

record! {
    /// The same competence in a public scheme.
    strict AlignmentFile {
        /// The scheme's name, such as `esco`.
        required "scheme" scheme: Words,
        /// What the scheme calls it.
        required "uri" uri: Words,
    }
}

record! {
    /// What a person is compared with.
    strict RoleFile {
        /// What assessments name the role by.
        required "id" id: Name,
        /// What the role is called.
        required "title" title: Localised,
        /// Who it is for, in a sentence or two.
        optional "summary" summary: Option<Localised>,
        /// The role group; areas may be open to certain groups only.
        optional "group" group: Option<Name>,
        /// Who set the targets: an `example`, or the framework's `owner`.
        optional "basis" basis: Basis = "example",
        /// The level asked for, by competence id; a competence left out has no target for this role.
        required "targets" targets: Placed<LevelsFile>,
        /// How much each competence weighs, 0 to 3, by id; 1 unless said.
        optional "weights" weights: Map<Reference, Whole<0, 3>> = {},
        /// Which dimensions head and deputy may agree to weigh more; absent means none.
        optional "focus" focus: Option<FocusFile>,
        /// Times after starting, with lower targets.
        optional "stages" stages: Vec<StageFile> = [],
    }
}

record! {
    /// Lets head and deputy agree on dimensions whose targets are raised.
    strict FocusFile {
        /// Levels that each target of a dimension in focus is raised by.
        required "raise" raise: StepsFile,
        /// How many dimensions may be in focus.
        required "atMost" at_most: Whole<1, 255>,
    }
}

record! {
    /// A time after starting, with lower targets.
    strict StageFile {
        /// What assessments name the stage by; unique in its role.
        required "id" id: Name,
        /// What the stage is called, such as *After three months*.
        required "title" title: Localised,
        /// Months after starting.
        required "months" months: Whole<0, 60>,
        /// Levels that each target is lowered by.
        required "lowerBy" lower_by: StepsFile,
    }
}

record! {
    /// Work that a person could take on.
    strict AreaFile {
        /// What assessments name the area by.
        required "id" id: Name,
        /// What the work is called.
        required "title" title: Localised,
        /// What one does there, in a sentence or two.
        optional "summary" summary: Option<Localised>,
        /// A `taskChange` in the office (*opgaveskift*) or a `rotation` to another (*rokering*).
        required "kind" kind: Placed<AreaKind>,
        /// How one gets there: a task change by `managerAllocation` or `developmentPlan`, a rotation by
        /// `mobilityScheme`, `internalPosting` or `developmentPlan`.
        required "route" route: Placed<RouteWord>,
        /// Role groups that the route is open to; absent or empty means all.
        optional "groups" groups: Vec<Reference> = [],
        /// Where the work is.
        optional "unit" unit: Option<Localised>,
        /// The level asked for at the start, by competence id; absent means 0.
        optional "entry" entry: LevelsFile = {},
        /// The level at which the area lets one practise, by competence id; absent means 0.
        optional "practice" practice: LevelsFile = {},
        /// The stated need for people, from 0 for none to 2 for much.
        optional "need" need: Whole<0, 2> = 0,
        /// Who stated the need, and when; shown with it.
        optional "needStated" need_stated: Option<NeedStatedFile>,
        /// Who described the area: an `example`, or the framework's `owner`.
        optional "basis" basis: Basis = "example",
    }
}

record! {
    /// Who stated a need, and when.
    strict NeedStatedFile {
        /// The unit or office, such as *HR*; no person's name.
        required "by" by: Words,
        /// The day, such as `2026-02-01`.
        required "on" on: Date,
    }
}

record! {
    /// The numbers of the method that a framework may set.
    strict ParametersFile {
        /// How many levels one area can move a person.
        optional "stretch" stretch: Option<Whole<1, 10>> = 2,
        /// How many entry levels may be one short.
        optional "entryTolerance" entry_tolerance: Option<Whole<0, 10>> = 2,
        /// How many areas are suggested together at most.
        optional "portfolioSize" portfolio_size: Option<Whole<1, 4>> = 3,
        /// How many of them may be rotations.
        optional "rotationsAtMost" rotations_at_most: Option<Whole<0, 4>> = 1,
    }
}

record! {
    /// What became of a competence id: several `to` is a split, several entries to one is a merge.
    strict RenamedFile {
        /// The id in older versions.
        required "from" from: Name,
        /// The ids in this version, or ids that an entry further down renames again.
        required "to" to: AtLeastOne<Reference>,
    }
}

choice!(Basis: "example" => Basis::Example, "owner" => Basis::Owner);
choice!(AreaKind: "taskChange" => AreaKind::TaskChange, "rotation" => AreaKind::Rotation);

/// How one gets to an area, before it is known to belong to its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RouteWord {
    ManagerAllocation,
    MobilityScheme,
    InternalPosting,
    #[default]
    DevelopmentPlan,
}

choice!(RouteWord:
    "managerAllocation" => RouteWord::ManagerAllocation,
    "mobilityScheme" => RouteWord::MobilityScheme,
    "internalPosting" => RouteWord::InternalPosting,
    "developmentPlan" => RouteWord::DevelopmentPlan,
);

/// The word that names the format. Whether it is the right one has been looked at before anything else is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct FormatWord;

impl Shape for FormatWord {
    fn read(_: &Json, _: &mut Vec<Found>) -> Self {
        Self
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::shape::schema::Definitions) -> crate::shape::schema::Schema {
        crate::shape::schema::json!({ "const": FORMAT })
    }
}

/// A level, where it stands. Which levels there are is its scale's matter.
#[derive(Clone, Copy, Debug, Default)]
pub struct LevelFile {
    pub at: u32,
    /// Absent where no whole number stood there.
    pub number: Option<i64>,
}

impl Shape for LevelFile {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        let number = json.as_whole().or_else(|| read_whole(json, 0..=10, problems));
        Self { at: json.at, number }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::shape::schema::Definitions) -> crate::shape::schema::Schema {
        StepsFile::schema(definitions)
    }
}

/// A language tag, where it stands.
#[derive(Clone, Debug, Default)]
pub struct LanguageTag {
    pub at: u32,
    /// Empty where what stood there is no language tag.
    pub tag: Rc<str>,
}

impl Shape for LanguageTag {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        let Some(tag) = json.as_text().cloned() else {
            return wrong_type(json, "a text", problems);
        };
        let is_tag = tag.split('-').enumerate().all(|(place, part)| {
            let of_letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
            part.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && if place == 0 { of_letters && (2..=8).contains(&part.len()) } else { (1..=8).contains(&part.len()) }
        });
        if !is_tag {
            problems.push(Found { at: json.at, kind: ProblemKind::BadLanguage { found: tag } });
            return Self::default();
        }
        Self { at: json.at, tag }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::shape::schema::Definitions) -> crate::shape::schema::Schema {
        crate::shape::schema::json!({ "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" })
    }
}

/// One text, or one for each language.
#[derive(Clone, Debug, Default)]
pub struct Localised {
    pub at: u32,
    pub words: LocalisedWords,
}

/// What stood there.
#[derive(Clone, Debug, Default)]
pub enum LocalisedWords {
    /// Something that is no text; it has been put down as a problem.
    #[default]
    Unreadable,
    /// One text, for a framework with one language.
    One(Rc<str>),
    /// A text for each language tag.
    Each(Vec<(LanguageTag, Rc<str>)>),
}

impl Shape for Localised {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        let words = match &json.value {
            Value::Text(_) => LocalisedWords::One(Words::read(json, problems).0),
            Value::Object(members) => LocalisedWords::Each(
                members
                    .iter()
                    .map(|member| {
                        let tag = LanguageTag { at: member.key_at, tag: member.key.clone() };
                        (tag, Words::read(&member.json, problems).0)
                    })
                    .collect(),
            ),
            _ => wrong_type(json, "a text, or an object with a text for each language,", problems),
        };
        Self { at: json.at, words }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::shape::schema::Definitions) -> crate::shape::schema::Schema {
        use crate::shape::schema::json;
        let text = json!({ "type": "string", "pattern": "\\S", "maxLength": crate::shape::LONGEST_TEXT });
        let each = json!({ "type": "object", "minProperties": 1, "additionalProperties": text });
        definitions.insert(
            "Localised".to_owned(),
            json!({
                "description": "One text, or an object with a text for each language that the framework declares.",
                "anyOf": [text, each],
            }),
        );
        json!({ "$ref": "#/$defs/Localised" })
    }
}

/// What the first look at a file says: whether it names the format that is expected.
pub fn check_format(json: &Json, expected: &'static str) -> Result<(), Found> {
    let fail = |at, kind| Err(Found { at, kind });
    if !matches!(json.value, Value::Object(_)) {
        let found = crate::shape::name_of(&json.value);
        return fail(json.at, ProblemKind::WrongType { expected: "an object", found });
    }
    let Some(format) = json.get("format") else {
        return fail(json.at, ProblemKind::MissingKey { key: "format" });
    };
    let Some(found) = format.as_text() else {
        let found = crate::shape::name_of(&format.value);
        return fail(format.at, ProblemKind::WrongType { expected: "a text", found });
    };
    if &**found == expected {
        return Ok(());
    }
    let version = |format: &str| {
        let (name, number) = format.rsplit_once('/')?;
        Some((name.to_owned(), number.parse::<u32>().ok()?))
    };
    let found = found.clone();
    match (version(&found), version(expected)) {
        (Some((name, number)), Some((own, known))) if name == own && number > known => {
            fail(format.at, ProblemKind::NewerFormat { found, expected })
        }
        _ => fail(format.at, ProblemKind::OtherFormat { found, expected }),
    }
}
