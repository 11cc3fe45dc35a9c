//! The framework file `rokade.framework/1` as people write it: every key once, with its type, its limits and its words.
//!
//! Strict: a key that isn't here is a problem. What the parts mean together is [`super::check`]'s matter.

use super::{AreaKind, Basis};
use crate::json::{Json, Value};
use crate::problem::{Found, ProblemKind};
use crate::shape::{AnyObject, Date, Map, Name, Several, Shape, Whole, Words, choice, record, wrong_type};
use std::rc::Rc;

/// The name of the format; the number changes only when an old reader would misread a new file.
pub const FORMAT: &str = "rokade.framework/1";

/// A list that has at least one entry.
pub type AtLeastOne<T> = Several<T, 1, { usize::MAX }>;
/// A level of the longest scale that there can be.
pub type LevelFile = Whole<0, 10>;

record! {
    /// A competence framework: what is assessed, on which scales, what roles ask for, and areas to practise in.
    strict FrameworkFile {
        /// The name of the format.
        required "format" format: FormatWord,
        required "id" id: Name,
        /// Changes whenever a meaning changes.
        required "version" version: Words,
        /// BCP 47 language tags; the first is the default.
        required "languages" languages: AtLeastOne<LanguageTag>,
        required "title" title: Localised,
        optional "summary" summary: Option<Localised>,
        /// Who stands behind it: an example that is not its owner's (the default), or its owner.
        optional "basis" basis: Basis,
        optional "owner" owner: Option<Words>,
        optional "sources" sources: Vec<SourceDocumentFile>,
        optional "licence" licence: Option<Words>,
        required "scales" scales: AtLeastOne<ScaleFile>,
        /// The id of the scale that competences are rated on.
        required "competenceScale" competence_scale: Name,
        /// The id of the scale that behaviours are answered on; the competences' scale unless said.
        optional "behaviourScale" behaviour_scale: Option<Name>,
        required "dimensions" dimensions: AtLeastOne<DimensionFile>,
        required "roles" roles: AtLeastOne<RoleFile>,
        optional "areas" areas: Vec<AreaFile>,
        optional "parameters" parameters: ParametersFile,
        /// What became of competence ids of older versions, applied in this order.
        optional "renamed" renamed: Vec<RenamedFile>,
        /// Whatever others want to keep here.
        optional "extensions" extensions: AnyObject,
    }
}

record! {
    /// A document that the framework builds on.
    strict SourceDocumentFile {
        required "id" id: Name,
        required "title" title: Words,
        optional "publisher" publisher: Option<Words>,
        optional "url" url: Option<Words>,
    }
}

record! {
    /// An ordered list of levels, low to high.
    strict ScaleFile {
        required "id" id: Name,
        required "levels" levels: Several<ScaleLevelFile, 2, 11>,
    }
}

record! {
    /// One level of a scale, in words.
    strict ScaleLevelFile {
        required "label" label: Localised,
        optional "description" description: Option<Localised>,
    }
}

record! {
    /// A part of the framework.
    strict DimensionFile {
        required "id" id: Name,
        required "title" title: Localised,
        optional "summary" summary: Option<Localised>,
        required "competences" competences: AtLeastOne<CompetenceFile>,
        optional "behaviours" behaviours: Vec<BehaviourFile>,
    }
}

record! {
    /// An ability that is assessed.
    strict CompetenceFile {
        required "id" id: Name,
        /// Two to five words, for tables and charts.
        required "title" title: Localised,
        /// What is rated; first person where the wording allows.
        required "statement" statement: Localised,
        /// The same in the third person, for a manager as rater.
        optional "managerStatement" manager_statement: Option<Localised>,
        /// The id of the scale it is rated on, where it isn't `competenceScale`.
        optional "scale" scale: Option<Name>,
        /// One text per level, shown with the choice, where the scale's own words don't fit.
        optional "levelTexts" level_texts: Option<Vec<Localised>>,
        optional "source" source: Option<SourcePlaceFile>,
        optional "alignments" alignments: Vec<AlignmentFile>,
    }
}

record! {
    /// An observable statement.
    strict BehaviourFile {
        required "id" id: Name,
        required "statement" statement: Localised,
        optional "managerStatement" manager_statement: Option<Localised>,
        /// Ids of competences of any dimension that it is tied to.
        optional "competences" competences: Vec<Name>,
        optional "source" source: Option<SourcePlaceFile>,
    }
}

record! {
    /// Where in a source document something comes from.
    strict SourcePlaceFile {
        /// The id of one of `sources`.
        required "document" document: Name,
        optional "section" section: Option<Words>,
        /// The place in the section's list, counted from 1.
        optional "item" item: Option<Whole<1, 9999>>,
    }
}

record! {
    /// The same competence in a public scheme.
    strict AlignmentFile {
        required "scheme" scheme: Words,
        required "uri" uri: Words,
    }
}

record! {
    /// What a person is compared with.
    strict RoleFile {
        required "id" id: Name,
        required "title" title: Localised,
        optional "summary" summary: Option<Localised>,
        /// The role group; areas may be open to certain groups only.
        optional "group" group: Option<Name>,
        /// Who set the targets.
        optional "basis" basis: Basis,
        /// The level asked for, by competence id; a competence left out has no target for this role.
        optional "targets" targets: Map<Name, LevelFile>,
        /// How much each competence weighs, by id; 1 unless said.
        optional "weights" weights: Map<Name, Whole<0, 3>>,
        optional "focus" focus: Option<FocusFile>,
        optional "stages" stages: Vec<StageFile>,
    }
}

record! {
    /// Lets head and deputy agree on dimensions whose targets are raised.
    strict FocusFile {
        /// Levels that each target of a dimension in focus is raised by.
        required "raise" raise: LevelFile,
        /// How many dimensions may be in focus.
        required "atMost" at_most: Whole<1, 255>,
    }
}

record! {
    /// A time after starting, with lower targets.
    strict StageFile {
        required "id" id: Name,
        required "title" title: Localised,
        /// Months after starting.
        required "months" months: Whole<0, 60>,
        /// Levels that each target is lowered by.
        required "lowerBy" lower_by: LevelFile,
    }
}

record! {
    /// Work that a person could take on.
    strict AreaFile {
        required "id" id: Name,
        required "title" title: Localised,
        optional "summary" summary: Option<Localised>,
        required "kind" kind: AreaKind,
        /// How one gets there: a task change by `managerAllocation` or `developmentPlan`, a rotation by
        /// `mobilityScheme`, `internalPosting` or `developmentPlan`.
        required "route" route: RouteWord,
        /// Role groups that the route is open to; absent or empty means all.
        optional "groups" groups: Vec<Name>,
        /// Where the work is.
        optional "unit" unit: Option<Localised>,
        /// The level asked for at the start, by competence id.
        optional "entry" entry: Map<Name, LevelFile>,
        /// The level at which the area lets one practise, by competence id.
        optional "practice" practice: Map<Name, LevelFile>,
        /// The stated need for people.
        optional "need" need: Whole<0, 2>,
        optional "needStated" need_stated: Option<NeedStatedFile>,
        optional "basis" basis: Basis,
    }
}

record! {
    /// Who stated a need, and when.
    strict NeedStatedFile {
        required "by" by: Words,
        required "on" on: Date,
    }
}

record! {
    /// The numbers of the method that a framework may set.
    strict ParametersFile {
        /// How many levels one area can move a person; 2 unless said.
        optional "stretch" stretch: Option<Whole<1, 10>>,
        /// How many entry levels may be one short; 2 unless said.
        optional "entryTolerance" entry_tolerance: Option<Whole<0, 10>>,
        /// How many areas are suggested together at most; 3 unless said.
        optional "portfolioSize" portfolio_size: Option<Whole<1, 4>>,
        /// How many of them may be rotations; 1 unless said.
        optional "rotationsAtMost" rotations_at_most: Option<Whole<0, 4>>,
    }
}

record! {
    /// What became of a competence id: several `to` is a split, several entries to one is a merge.
    strict RenamedFile {
        required "from" from: Name,
        required "to" to: AtLeastOne<Name>,
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

/// A language tag, where it stands.
#[derive(Clone, Debug, Default)]
pub struct LanguageTag {
    pub at: u32,
    /// Empty where what stood there is no language tag.
    pub tag: Rc<str>,
}

impl Shape for LanguageTag {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        let tag = Words::read(json, problems).0;
        let is_tag = tag.split('-').enumerate().all(|(place, part)| {
            let of_letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
            part.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && if place == 0 { of_letters && (2..=8).contains(&part.len()) } else { (1..=8).contains(&part.len()) }
        });
        if !is_tag && !tag.trim().is_empty() {
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
