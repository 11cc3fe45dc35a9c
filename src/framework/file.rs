//! The framework file `rokade.framework/1` as people write it: every key once, with its shape, its limits and its words.
//!
//! Strict: a key that isn't here is a problem. What the parts mean together is [`super::check`]'s matter.

use super::{AreaKind, Basis, RotationRoute, TaskChangeRoute};
use crate::shape::Shape::{
    self, AnyObject, ById, Date, Format, Id, Keyed, Language, Level, Localised, OneOf, Reference, Whole, Words,
};
use crate::shape::{Choice, Record, at_least_one, choice, defaulted, list, optional, required, several};

/// The name of the format; the number changes only when an old reader would misread a new file.
pub const FORMAT: &str = "rokade.framework/1";

/// At most this many languages are read.
pub const MOST_LANGUAGES: u8 = 100;

/// The languages of a framework.
pub const LANGUAGES: Shape = several(&Language, 1, MOST_LANGUAGES);
/// The texts of a competence, one per level.
pub const LEVEL_TEXTS: Shape = list(&Localised);
/// How one gets to an area, whatever its kind.
pub const ROUTES: &[&str] = &["managerAllocation", "mobilityScheme", "internalPosting", "developmentPlan"];

pub static FRAMEWORK: Record = Record::strict(
    "Framework",
    "A competence framework: what is assessed, on which scales, what roles ask for, and areas to \
         practise in.",
    &[
        required("format", Format(FORMAT), "The name of the format."),
        required(
            "id",
            Id,
            "Lower-case letters a to z, digits and single hyphens, such as `deputy-heads`. Assessments name the \
         framework by it, so it stays the same from version to version.",
        ),
        required("version", Words, "Changes whenever a meaning changes."),
        required(
            "languages",
            LANGUAGES,
            "BCP 47 language tags, such as `da` or `en-GB`; the first is the default. Every text stands in each \
         of them.",
        ),
        required("title", Localised, "What the framework is called."),
        optional("summary", Localised, "A few sentences on what it is for."),
        defaulted(
            "basis",
            OneOf(Basis::WORDS),
            "\"example\"",
            "Who stands behind it: an `example` that is not its owner's, or its `owner`.",
        ),
        optional("owner", Words, "The organisation that stands behind it."),
        defaulted("sources", list(&Keyed(&SOURCE_DOCUMENT)), "[]", "The documents that it builds on."),
        optional("licence", Words, "On which terms others may use it, such as an SPDX expression."),
        required("scales", at_least_one(&Keyed(&SCALE)), "The scales that competences and behaviours are answered on."),
        required("competenceScale", Reference, "The id of the scale that competences are rated on."),
        optional(
            "behaviourScale",
            Reference,
            "The id of the scale that behaviours are answered on; the competences' scale unless said.",
        ),
        required(
            "dimensions",
            at_least_one(&Keyed(&DIMENSION)),
            "The framework's parts, in the order in which they are answered.",
        ),
        required("roles", at_least_one(&Keyed(&ROLE)), "What a person can be compared with."),
        defaulted("areas", list(&Keyed(&AREA)), "[]", "Work that a person could take on."),
        defaulted("parameters", Keyed(&PARAMETERS), "{}", "The numbers of the method."),
        defaulted(
            "renamed",
            list(&Keyed(&RENAMED)),
            "[]",
            "What became of competence ids of older versions, applied in this order.",
        ),
        defaulted("extensions", AnyObject, "{}", "Whatever others want to keep here."),
    ],
);

pub static SOURCE_DOCUMENT: Record = Record::strict(
    "SourceDocument",
    "A document that the framework builds on.",
    &[
        required("id", Id, "What a competence's or behaviour's `source` names the document by."),
        required("title", Words, "The document's own title."),
        optional("publisher", Words, "Who published it."),
        optional("url", Words, "Where it can be read."),
    ],
);

pub static SCALE: Record = Record::strict(
    "Scale",
    "An ordered list of levels, low to high.",
    &[
        required("id", Id, "What competences and behaviours name the scale by."),
        required(
            "levels",
            several(&Keyed(&SCALE_LEVEL), 2, 11),
            "2 to 11 levels, the lowest first. Levels are counted from 0.",
        ),
    ],
);

pub static SCALE_LEVEL: Record = Record::strict(
    "ScaleLevel",
    "One level of a scale, in words.",
    &[
        required("label", Localised, "What the level is called; shown with the choice."),
        optional("description", Localised, "What the level means, in a sentence."),
    ],
);

pub static DIMENSION: Record = Record::strict(
    "Dimension",
    "A part of the framework.",
    &[
        required("id", Id, "What an assessment's focus names the dimension by."),
        required("title", Localised, "What the dimension is called."),
        optional("summary", Localised, "A sentence or two on what it covers."),
        required(
            "competences",
            at_least_one(&Keyed(&COMPETENCE)),
            "The abilities in it, in the order in which they are answered.",
        ),
        defaulted(
            "behaviours",
            list(&Keyed(&BEHAVIOUR)),
            "[]",
            "Observable statements, shown as help and answered in depth.",
        ),
    ],
);

pub static COMPETENCE: Record = Record::strict(
    "Competence",
    "An ability that is assessed.",
    &[
        required(
            "id",
            Id,
            "What roles, areas, behaviours and assessments name the competence by; unique in the whole \
         framework. When it changes, `renamed` tells what became of the old one.",
        ),
        required("title", Localised, "Two to five words, for tables and charts."),
        required("statement", Localised, "What is rated; first person where the wording allows."),
        optional("managerStatement", Localised, "The same in the third person, for a manager as rater."),
        optional("scale", Reference, "The id of the scale it is rated on, where it isn't `competenceScale`."),
        optional(
            "levelTexts",
            LEVEL_TEXTS,
            "One text per level, shown with the choice, where the scale's own words don't fit.",
        ),
        optional("source", Keyed(&SOURCE_PLACE), "Where it comes from."),
        defaulted("alignments", list(&Keyed(&ALIGNMENT)), "[]", "The same competence in public schemes."),
    ],
);

pub static BEHAVIOUR: Record = Record::strict(
    "Behaviour",
    "An observable statement.",
    &[
        required("id", Id, "What assessments name the behaviour by; unique in the whole framework."),
        required("statement", Localised, "What one does when one does it; first person where the wording allows."),
        optional("managerStatement", Localised, "The same in the third person, for a manager as rater."),
        defaulted(
            "competences",
            list(&Reference),
            "[]",
            "Ids of competences of any dimension that it is tied to; none where the source ties it to its \
         dimension only.",
        ),
        optional("source", Keyed(&SOURCE_PLACE), "Where it comes from."),
    ],
);

pub static SOURCE_PLACE: Record = Record::strict(
    "SourcePlace",
    "Where in a source document something comes from.",
    &[
        required("document", Reference, "The id of one of `sources`."),
        optional("section", Words, "The section's heading."),
        optional("item", Whole(1, 9999), "The place in the section's list, counted from 1."),
    ],
);

pub static ALIGNMENT: Record = Record::strict(
    "Alignment",
    "The same competence in a public scheme.",
    &[
        required("scheme", Words, "The scheme's name, such as `esco`."),
        required("uri", Words, "What the scheme calls it."),
    ],
);

pub static ROLE: Record = Record::strict(
    "Role",
    "What a person is compared with.",
    &[
        required("id", Id, "What assessments name the role by."),
        required("title", Localised, "What the role is called."),
        optional("summary", Localised, "Who it is for, in a sentence or two."),
        optional("group", Id, "The role group; areas may be open to certain groups only."),
        defaulted(
            "basis",
            OneOf(Basis::WORDS),
            "\"example\"",
            "Who set the targets: an `example`, or the framework's `owner`.",
        ),
        required(
            "targets",
            ById(&Level),
            "The level asked for, by competence id; a competence left out has no target for this role.",
        ),
        defaulted(
            "weights",
            ById(&Whole(0, 3)),
            "{}",
            "How much each competence weighs, 0 to 3, by id; 1 unless said.",
        ),
        optional(
            "focus",
            Keyed(&FOCUS),
            "Which dimensions head and deputy may agree to weigh more; absent means none.",
        ),
        defaulted("stages", list(&Keyed(&STAGE)), "[]", "Times after starting, with lower targets."),
    ],
);

pub static FOCUS: Record = Record::strict(
    "Focus",
    "Lets head and deputy agree on dimensions whose targets are raised.",
    &[
        required("raise", Whole(0, 10), "Levels that each target of a dimension in focus is raised by."),
        required("atMost", Whole(1, 255), "How many dimensions may be in focus."),
    ],
);

pub static STAGE: Record = Record::strict(
    "Stage",
    "A time after starting, with lower targets.",
    &[
        required("id", Id, "What assessments name the stage by; unique in its role."),
        required("title", Localised, "What the stage is called, such as *After three months*."),
        required("months", Whole(0, 60), "Months after starting."),
        required("lowerBy", Whole(0, 10), "Levels that each target is lowered by."),
    ],
);

pub static AREA: Record = Record::strict(
    "Area",
    "Work that a person could take on.",
    &[
        required("id", Id, "What assessments name the area by."),
        required("title", Localised, "What the work is called."),
        optional("summary", Localised, "What one does there, in a sentence or two."),
        required(
            "kind",
            OneOf(AreaKind::WORDS),
            "A `taskChange` in the office (*opgaveskift*) or a `rotation` to another (*rokering*).",
        ),
        required(
            "route",
            OneOf(ROUTES),
            "How one gets there: a task change by `managerAllocation` or `developmentPlan`, a rotation by \
         `mobilityScheme`, `internalPosting` or `developmentPlan`.",
        ),
        defaulted(
            "groups",
            list(&Reference),
            "[]",
            "Role groups that the route is open to; absent or empty means all.",
        ),
        defaulted(
            "afterMonths",
            Whole(0, 60),
            "0",
            "Open to those at a stage of at least so many months after starting, and to those at no stage.",
        ),
        optional("unit", Localised, "Where the work is."),
        defaulted("entry", ById(&Level), "{}", "The level asked for at the start, by competence id; absent means 0."),
        defaulted(
            "practice",
            ById(&Level),
            "{}",
            "The level at which the area lets one practise, by competence id; absent means 0.",
        ),
        defaulted("need", Whole(0, 2), "0", "The stated need for people, from 0 for none to 2 for much."),
        optional("needStated", Keyed(&NEED_STATED), "Who stated the need, and when; shown with it."),
        defaulted(
            "basis",
            OneOf(Basis::WORDS),
            "\"example\"",
            "Who described the area: an `example`, or the framework's `owner`.",
        ),
    ],
);

pub static NEED_STATED: Record = Record::strict(
    "NeedStated",
    "Who stated a need, and when.",
    &[
        required("by", Words, "The unit or office, such as *HR*; no person's name."),
        required("on", Date, "The day, such as `2026-02-01`."),
    ],
);

pub static PARAMETERS: Record = Record::strict(
    "Parameters",
    "The numbers of the method that a framework may set.",
    &[
        defaulted("stretch", Whole(1, 10), "2", "How many levels one area can move a person."),
        defaulted("entryTolerance", Whole(0, 10), "2", "How many entry levels may be one short."),
        defaulted("portfolioSize", Whole(1, 4), "3", "How many areas are suggested together at most."),
        defaulted("rotationsAtMost", Whole(0, 4), "1", "How many of them may be rotations."),
    ],
);

pub static RENAMED: Record = Record::strict(
    "Renamed",
    "What became of a competence id: several `to` is a split, several entries to one is a merge.",
    &[
        required("from", Id, "The id in older versions."),
        required(
            "to",
            at_least_one(&Reference),
            "The ids in this version, or ids that an entry further down renames again.",
        ),
    ],
);

choice!(Basis: "example" => Basis::Example, "owner" => Basis::Owner);
choice!(AreaKind: "taskChange" => AreaKind::TaskChange, "rotation" => AreaKind::Rotation);

choice!(TaskChangeRoute:
    "managerAllocation" => TaskChangeRoute::ManagerAllocation,
    "developmentPlan" => TaskChangeRoute::DevelopmentPlan,
);
choice!(RotationRoute:
    "mobilityScheme" => RotationRoute::MobilityScheme,
    "internalPosting" => RotationRoute::InternalPosting,
    "developmentPlan" => RotationRoute::DevelopmentPlan,
);
