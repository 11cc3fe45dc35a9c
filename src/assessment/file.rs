//! The assessment file `rokade.assessment/1`: what a person saves, sends and opens again.
//!
//! Open: keys that this version doesn't know are kept and written back, and so are ids that the framework doesn't know
//! and levels beyond their scale. The report in it is derived; it is read only to be compared with a recomputed one.

use super::{
    AdjustedTargets, Answer, Assessment, ById, Part, PlanItem, Purpose, Rater, Response, Responses, Responsible, Wishes,
};
use crate::framework::Id;
use crate::json::{Json, Member, Object, Value};
use crate::problem::{Problem, ProblemKind, UnplacedProblem, placed};
use crate::shape::Shape::{AnyWhole, Anything, Date, Format, Keyed, Map, Nullable, OneOf, Text};
use crate::shape::{Choice, Record, check_format, choice, defaulted, list, optional, refuse_repeated, required};
use std::rc::Rc;

/// The name of the format; the number changes only when an old reader would misread a new file.
pub const FORMAT: &str = "rokade.assessment/1";

// The words for an answer.
const RATED: &str = "rated";
const NO_OPPORTUNITY: &str = "noOpportunity";
const NOT_OBSERVED: &str = "notObserved";
const NOT_RELEVANT: &str = "notRelevant";

pub static ASSESSMENT: Record = Record::open(
    "Assessment",
    "One person's answers, wishes and plan for one role. It belongs to the person who answered.",
    &[
        required("format", Format(FORMAT), "The name of the format."),
        optional("createdAt", Nullable(&Text), "When it was begun, ISO 8601 in UTC."),
        optional("updatedAt", Nullable(&Text), "When it was last changed."),
        optional("generator", Anything, "What wrote the file."),
        required("framework", Keyed(&FRAMEWORK_NAME), ""),
        optional("language", Nullable(&Text), "The language it was answered in, such as `da`."),
        required(
            "purpose",
            OneOf(Purpose::WORDS),
            "Why it was made: to prepare a development interview, to look at what roles ask for, or as a new \
         hire.",
        ),
        required("rater", OneOf(Rater::WORDS), "Who answered."),
        optional(
            "parts",
            Nullable(&list(&OneOf(Part::WORDS))),
            "What the person chose to put in this file; others are absent by choice.",
        ),
        required("role", Text, "A role id of the framework."),
        optional("otherRoles", list(&Text), "In exploration: the further roles looked at."),
        optional("stage", Nullable(&Text), "A stage id of the role; applies whatever the purpose."),
        optional("targets", Keyed(&TARGETS), "How the role's targets were adjusted for this person."),
        optional("responses", Keyed(&RESPONSES), "The answers; absent means not answered."),
        optional("agreed", Map(&AnyWhole), "Levels that two people agreed on after comparing, by competence id."),
        optional("evidence", Map(&Text), "Examples, by competence id; only when the person ticked it for this file."),
        optional("wishes", Keyed(&WISHES), "What the person wants."),
        optional("experience", list(&Text), "Ids of areas already worked in."),
        optional("plan", list(&Keyed(&PLAN_ITEM)), "The agreements that the person wrote down."),
        optional("reference", Nullable(&Text), "The host's own id, only when the person ticked it."),
        optional("notice", Anything, "What this file is and is not, in its language."),
        optional("report", Anything, "Everything derived from the rest; recomputed on opening."),
    ],
);

pub static FRAMEWORK_NAME: Record = Record::open(
    "FrameworkName",
    "The framework that was answered.",
    &[
        required("id", Text, "The framework's id; a file for another framework is declined."),
        optional(
            "version",
            Nullable(&Text),
            "The framework's version; another one opens with a notice, and with `renamed` applied.",
        ),
    ],
);

pub static TARGETS: Record = Record::open(
    "Targets",
    "How the role's targets were adjusted for this person.",
    &[
        optional("agreedOn", Nullable(&Date), "The day it was agreed, such as `2026-02-01`."),
        optional("agreedBy", Nullable(&Text), "`head` once head and deputy agreed it; never a name."),
        optional("focus", list(&Text), "Ids of the dimensions that head and deputy agreed to weigh more."),
        optional(
            "adjusted",
            Map(&Nullable(&AnyWhole)),
            "Levels by competence id; `null` means no target for this person.",
        ),
    ],
);

pub static RESPONSES: Record = Record::open(
    "Responses",
    "The answers, by id.",
    &[
        optional("competences", Map(&Keyed(&RESPONSE)), "By competence id."),
        optional("behaviours", Map(&Keyed(&RESPONSE)), "By behaviour id."),
    ],
);

pub static RESPONSE: Record = Record::open(
    "Response",
    "The answer to one competence or behaviour; `rated` has a level.",
    &[
        required(
            "answer",
            OneOf(&[RATED, NO_OPPORTUNITY, NOT_OBSERVED, NOT_RELEVANT]),
            "A level, or one of the answers off the scale; a manager says `notObserved` instead of \
         `noOpportunity`.",
        ),
        optional("level", Nullable(&AnyWhole), "The level, counted from 0; with `rated` only."),
    ],
);

pub static WISHES: Record = Record::open(
    "Wishes",
    "What the person wants.",
    &[
        optional("competences", Map(&AnyWhole), "0 to 2, by competence id."),
        optional("areas", Map(&AnyWhole), "-1 to 2, by area id."),
    ],
);

pub static PLAN_ITEM: Record = Record::open(
    "PlanItem",
    "One agreement.",
    &[
        optional("goal", Text, "What is to come of it."),
        optional("why", Text, "What it is good for."),
        optional("competences", list(&Text), "Competence ids."),
        optional("area", Nullable(&Text), "An area id."),
        optional("activity", Text, "What one does."),
        optional("support", Text, "What others help with."),
        defaulted("responsible", OneOf(Responsible::WORDS), "\"me\"", "Who sees to it."),
        optional("due", Nullable(&Text), "The day it is to be done by."),
        optional("sign", Text, "What shows that it worked."),
        optional("followUp", Nullable(&Text), "The day to look at it again."),
        optional("outcome", Text, "What came of it."),
    ],
);

choice!(Purpose:
    "development" => Purpose::Development,
    "exploration" => Purpose::Exploration,
    "onboarding" => Purpose::Onboarding,
);
choice!(Rater: "self" => Rater::Myself, "manager" => Rater::Manager);
choice!(Part: "responses" => Part::Responses, "wishes" => Part::Wishes, "plan" => Part::Plan);
choice!(Responsible:
    "me" => Responsible::Me,
    "manager" => Responsible::Manager,
    "together" => Responsible::Together,
    "other" => Responsible::Other,
);

/// An assessment file that has been read.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessmentFile {
    pub assessment: Assessment,
    /// What stood in the file beside what the person said.
    pub derived: Derived,
}

/// Reads an assessment file; a file with problems is declined with all of them.
pub fn read(bytes: &[u8]) -> Result<AssessmentFile, Vec<Problem>> {
    let json = Json::read_bytes(bytes).map_err(|error| vec![Problem::of_syntax(error, bytes)])?;
    let mut found = Vec::new();
    match check_format(&json, FORMAT) {
        Ok(()) => {
            refuse_repeated(&json, &mut found);
            ASSESSMENT.check(&json, &mut found);
            every_rating_has_a_level(&json, &mut found);
        }
        Err(problem) => found.push(problem),
    }
    if found.is_empty() {
        let derived = Derived { notice: json.get("notice").cloned(), report: json.get("report").cloned() };
        Ok(AssessmentFile { assessment: assessment(&json), derived })
    } else {
        Err(placed(found, std::str::from_utf8(bytes).unwrap_or_default(), &json))
    }
}

/// A rated answer has a level.
fn every_rating_has_a_level(json: &Json, found: &mut Vec<UnplacedProblem>) {
    let responses = json.part("responses");
    for key in ["competences", "behaviours"] {
        for Member { json, .. } in responses.part(key).members() {
            let is_rated = json.part("answer").as_text().is_some_and(|word| &**word == RATED);
            if is_rated && matches!(json.part("level").value, Value::Null) {
                found.push(UnplacedProblem { at: json.at, kind: ProblemKind::MissingKey { key: "level" } });
            }
        }
    }
}

/// What the file says. It has the shape of one.
fn assessment(json: &Json) -> Assessment {
    let framework = json.part("framework");
    let targets = json.part("targets");
    let responses = json.part("responses");
    let wishes = json.part("wishes");
    Assessment {
        created_at: text_if(json, "createdAt"),
        updated_at: text_if(json, "updatedAt"),
        framework: framework.part("id").text(),
        framework_version: text_if(framework, "version"),
        framework_other: other(framework, &FRAMEWORK_NAME),
        language: text_if(json, "language"),
        purpose: Purpose::of(json.part("purpose")),
        rater: Rater::of(json.part("rater")),
        parts: parts(json),
        role: json.part("role").text(),
        other_roles: texts(json, "otherRoles"),
        stage: text_if(json, "stage"),
        targets: AdjustedTargets {
            agreed_on: text_if(targets, "agreedOn"),
            agreed_by: text_if(targets, "agreedBy"),
            focus: texts(targets, "focus"),
            adjusted: table(targets, "adjusted", Json::as_whole),
            other: other(targets, &TARGETS),
        },
        responses: Responses {
            competences: table(responses, "competences", response),
            behaviours: table(responses, "behaviours", response),
            other: other(responses, &RESPONSES),
        },
        agreed: table(json, "agreed", whole),
        evidence: table(json, "evidence", Json::text),
        wishes: Wishes {
            competences: table(wishes, "competences", whole),
            areas: table(wishes, "areas", whole),
            other: other(wishes, &WISHES),
        },
        experience: texts(json, "experience"),
        plan: json.part("plan").items().iter().map(plan_item).collect(),
        reference: text_if(json, "reference"),
        other: other(json, &ASSESSMENT),
    }
}

fn text_if(json: &Json, key: &str) -> Option<Rc<str>> {
    json.part(key).as_text().cloned()
}

fn texts(json: &Json, key: &str) -> Vec<Rc<str>> {
    json.part(key).items().iter().map(Json::text).collect()
}

fn whole(json: &Json) -> i64 {
    json.as_whole().unwrap_or_default()
}

fn table<V>(json: &Json, key: &str, value: fn(&Json) -> V) -> ById<V> {
    let mut table = ById::default();
    for member in json.part(key).members() {
        table.insert(member.key.clone(), value(&member.json));
    }
    table
}

/// The members that this version doesn't know.
fn other(json: &Json, record: &Record) -> Vec<Member> {
    record.unknown(json).into_iter().cloned().collect()
}

fn response(json: &Json) -> Response {
    let answer = match &*json.part("answer").text() {
        RATED => Answer::Rated(whole(json.part("level"))),
        NO_OPPORTUNITY => Answer::NoOpportunity,
        NOT_OBSERVED => Answer::NotObserved,
        _ => Answer::NotRelevant,
    };
    Response { answer, other: other(json, &RESPONSE) }
}

fn plan_item(json: &Json) -> PlanItem {
    let text = |key| json.part(key).text();
    PlanItem {
        goal: text("goal"),
        why: text("why"),
        competences: texts(json, "competences"),
        area: text_if(json, "area"),
        activity: text("activity"),
        support: text("support"),
        responsible: Responsible::of(json.part("responsible")),
        due: text_if(json, "due"),
        sign: text("sign"),
        follow_up: text_if(json, "followUp"),
        outcome: text("outcome"),
        other: other(json, &PLAN_ITEM),
    }
}

/// The parts that the file says it holds, and those that stand in it all the same: nothing a person said is lost.
fn parts(json: &Json) -> Option<Vec<Part>> {
    let Value::List(named) = &json.part("parts").value else { return None };
    let mut parts: Vec<Part> = named.iter().map(Part::of).collect();
    let keys: [(Part, &[&str]); 3] = [
        (Part::Responses, &["responses", "targets", "agreed"]),
        (Part::Wishes, &["wishes", "experience"]),
        (Part::Plan, &["plan"]),
    ];
    for (part, keys) in keys {
        let is_there = keys.iter().any(|key| !is_empty(json.part(key)));
        if is_there && !parts.contains(&part) {
            parts.push(part);
        }
    }
    Some(parts)
}

/// Whether nothing is said: no members or items, or only empty ones and `null`.
fn is_empty(json: &Json) -> bool {
    match &json.value {
        Value::Null => true,
        Value::List(items) => items.iter().all(is_empty),
        Value::Object(members) => members.iter().all(|member| is_empty(&member.json)),
        _ => false,
    }
}

/// What stands in a file beside what the person said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Derived {
    /// What this file is and is not, in its language.
    pub notice: Option<Json>,
    /// Everything derived; left out where the answers are.
    pub report: Option<Json>,
}

/// Writes an assessment with only the parts it holds.
pub fn write(assessment: &Assessment, derived: Derived) -> Json {
    let holds_responses = assessment.holds(Part::Responses);
    let mut file = Object::default()
        .with("format", FORMAT)
        .with_some("createdAt", assessment.created_at.as_ref())
        .with_some("updatedAt", assessment.updated_at.as_ref())
        .with("generator", Object::default().with("name", "rokade").with("version", env!("CARGO_PKG_VERSION")))
        .with(
            "framework",
            Object::default()
                .with("id", &assessment.framework)
                .with_some("version", assessment.framework_version.as_ref())
                .with_members(&assessment.framework_other),
        )
        .with_some("language", assessment.language.as_ref())
        .with("purpose", assessment.purpose.word())
        .with("rater", assessment.rater.word())
        .with_some("parts", assessment.parts.as_ref().map(|parts| words(parts)))
        .with("role", &assessment.role)
        .with("otherRoles", ids(&assessment.other_roles))
        .with("stage", assessment.stage.as_ref());
    if holds_responses {
        file = file
            .with("targets", targets_json(&assessment.targets))
            .with(
                "responses",
                Object::default()
                    .with("competences", table_json(&assessment.responses.competences, response_json))
                    .with("behaviours", table_json(&assessment.responses.behaviours, response_json))
                    .with_members(&assessment.responses.other),
            )
            .with("agreed", table_json(&assessment.agreed, |level| (*level).into()));
    }
    if !assessment.evidence.is_empty() {
        file = file.with("evidence", table_json(&assessment.evidence, |text| text.into()));
    }
    if assessment.holds(Part::Wishes) {
        file = file
            .with(
                "wishes",
                Object::default()
                    .with("competences", table_json(&assessment.wishes.competences, |wish| (*wish).into()))
                    .with("areas", table_json(&assessment.wishes.areas, |wish| (*wish).into()))
                    .with_members(&assessment.wishes.other),
            )
            .with("experience", ids(&assessment.experience));
    }
    if assessment.holds(Part::Plan) {
        file = file.with("plan", Json::list(assessment.plan.len(), &|place| plan_item_json(&assessment.plan[place])));
    }
    file.with_some("reference", assessment.reference.as_ref())
        .with_some("notice", derived.notice)
        .with_some("report", derived.report.filter(|_| holds_responses))
        .with_members(&assessment.other)
        .into()
}

fn ids(ids: &[Id]) -> Json {
    Json::list(ids.len(), &|place| (&ids[place]).into())
}

fn words<T: Choice>(values: &[T]) -> Json {
    Json::list(values.len(), &|place| values[place].word().into())
}

fn table_json<V>(table: &ById<V>, json: fn(&V) -> Json) -> Object {
    let mut object = Object::default();
    for (id, value) in table.iter() {
        object = object.with(id, json(value));
    }
    object
}

fn targets_json(targets: &AdjustedTargets) -> Object {
    Object::default()
        .with("agreedOn", targets.agreed_on.as_ref())
        .with("agreedBy", targets.agreed_by.as_ref())
        .with("focus", ids(&targets.focus))
        .with("adjusted", table_json(&targets.adjusted, |level| (*level).into()))
        .with_members(&targets.other)
}

fn response_json(response: &Response) -> Json {
    let (word, level) = match response.answer {
        Answer::Rated(level) => (RATED, Some(level)),
        Answer::NoOpportunity => (NO_OPPORTUNITY, None),
        Answer::NotObserved => (NOT_OBSERVED, None),
        Answer::NotRelevant => (NOT_RELEVANT, None),
    };
    Object::default().with("answer", word).with_some("level", level).with_members(&response.other).into()
}

fn plan_item_json(item: &PlanItem) -> Json {
    Object::default()
        .with("goal", &item.goal)
        .with("why", &item.why)
        .with("competences", ids(&item.competences))
        .with("area", item.area.as_ref())
        .with("activity", &item.activity)
        .with("support", &item.support)
        .with("responsible", item.responsible.word())
        .with("due", item.due.as_ref())
        .with("sign", &item.sign)
        .with("followUp", item.follow_up.as_ref())
        .with("outcome", &item.outcome)
        .with_members(&item.other)
        .into()
}
