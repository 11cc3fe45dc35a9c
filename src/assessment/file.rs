//! The assessment file `rokade.assessment/1`: what a person saves, sends and opens again.
//!
//! Open: keys that this version doesn't know are kept and written back, and so are ids that the framework doesn't know
//! and levels beyond their scale. The report in it is derived; it is read only to be compared with a recomputed one.

use super::{
    AdjustedTargets, Answer, Assessment, Part, PlanItem, Purpose, Rater, Response, Responses, Responsible, Table,
    Wishes,
};
use crate::framework::Id;
use crate::framework::file::check_format;
use crate::json::{Json, Object, Value};
use crate::problem::{Found, Problem, ProblemKind, placed};
use crate::shape::{Anything, Choice, Date, Map, Nullable, Shape, Whole, choice, record};
use std::rc::Rc;

/// The name of the format; the number changes only when an old reader would misread a new file.
pub const FORMAT: &str = "rokade.assessment/1";

/// A level or wish as a file may say it; what the framework doesn't have is kept and doesn't count.
type AnyLevel = Whole<{ i64::MIN }, { i64::MAX }>;
/// Text that may be left out or be `null`.
type TextIf = Nullable<Rc<str>>;

record! {
    /// One person's answers, wishes and plan for one role. It belongs to the person who answered.
    open AssessmentFile {
        /// The name of the format.
        required "format" format: FormatWord,
        /// When it was begun, ISO 8601 in UTC.
        optional "createdAt" created_at: TextIf,
        /// When it was last changed.
        optional "updatedAt" updated_at: TextIf,
        /// What wrote the file.
        optional "generator" generator: Anything,
        required "framework" framework: FrameworkNameFile,
        /// The language it was answered in, such as `da`.
        optional "language" language: TextIf,
        /// Why it was made: to prepare a development interview, to look at what roles ask for, or as a new hire.
        required "purpose" purpose: Purpose,
        /// Who answered.
        required "rater" rater: Rater,
        /// What the person chose to put in this file; others are absent by choice.
        optional "parts" parts: Nullable<Vec<Part>>,
        /// A role id of the framework.
        required "role" role: Rc<str>,
        /// In exploration: the further roles looked at.
        optional "otherRoles" other_roles: Vec<Rc<str>>,
        /// A stage id of the role; applies whatever the purpose.
        optional "stage" stage: TextIf,
        /// How the role's targets were adjusted for this person.
        optional "targets" targets: TargetsFile,
        /// The answers; absent means not answered.
        optional "responses" responses: ResponsesFile,
        /// Levels that two people agreed on after comparing, by competence id.
        optional "agreed" agreed: Map<Rc<str>, AnyLevel>,
        /// Examples, by competence id; only when the person ticked it for this file.
        optional "evidence" evidence: Map<Rc<str>, Rc<str>>,
        /// What the person wants.
        optional "wishes" wishes: WishesFile,
        /// Ids of areas already worked in.
        optional "experience" experience: Vec<Rc<str>>,
        /// The agreements that the person wrote down.
        optional "plan" plan: Vec<PlanItemFile>,
        /// The host's own id, only when the person ticked it.
        optional "reference" reference: TextIf,
        /// What this file is and is not, in its language.
        optional "notice" notice: Anything,
        /// Everything derived from the rest; recomputed on opening.
        optional "report" report: Anything,
    }
}

record! {
    /// The framework that was answered.
    open FrameworkNameFile {
        /// The framework's id; a file for another framework is declined.
        required "id" id: Rc<str>,
        /// The framework's version; another one opens with a notice, and with `renamed` applied.
        optional "version" version: TextIf,
    }
}

record! {
    /// How the role's targets were adjusted for this person.
    open TargetsFile {
        /// The day it was agreed, such as `2026-02-01`.
        optional "agreedOn" agreed_on: Nullable<Date>,
        /// `head` once head and deputy agreed it; never a name.
        optional "agreedBy" agreed_by: TextIf,
        /// Ids of the dimensions that head and deputy agreed to weigh more.
        optional "focus" focus: Vec<Rc<str>>,
        /// Levels by competence id; `null` means no target for this person.
        optional "adjusted" adjusted: Map<Rc<str>, Nullable<AnyLevel>>,
    }
}

record! {
    /// The answers, by id.
    open ResponsesFile {
        /// By competence id.
        optional "competences" competences: Map<Rc<str>, ResponseFile>,
        /// By behaviour id.
        optional "behaviours" behaviours: Map<Rc<str>, ResponseFile>,
    }
}

record! {
    /// The answer to one competence or behaviour; `rated` has a level.
    open ResponseFile {
        /// A level, or one of the answers off the scale; a manager says `notObserved` instead of `noOpportunity`.
        required "answer" answer: AnswerWord,
        /// The level, counted from 0; with `rated` only.
        optional "level" level: Nullable<AnyLevel>,
    }
}

record! {
    /// What the person wants.
    open WishesFile {
        /// 0 to 2, by competence id.
        optional "competences" competences: Map<Rc<str>, AnyLevel>,
        /// -1 to 2, by area id.
        optional "areas" areas: Map<Rc<str>, AnyLevel>,
    }
}

record! {
    /// One agreement.
    open PlanItemFile {
        /// What is to come of it.
        optional "goal" goal: Rc<str>,
        /// What it is good for.
        optional "why" why: Rc<str>,
        /// Competence ids.
        optional "competences" competences: Vec<Rc<str>>,
        /// An area id.
        optional "area" area: TextIf,
        /// What one does.
        optional "activity" activity: Rc<str>,
        /// What others help with.
        optional "support" support: Rc<str>,
        /// Who sees to it.
        optional "responsible" responsible: Responsible = "me",
        /// The day it is to be done by.
        optional "due" due: TextIf,
        /// What shows that it worked.
        optional "sign" sign: Rc<str>,
        /// The day to look at it again.
        optional "followUp" follow_up: TextIf,
        /// What came of it.
        optional "outcome" outcome: Rc<str>,
    }
}

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

/// The kind of an answer, before its level is known to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum AnswerWord {
    Rated,
    NoOpportunity,
    NotObserved,
    #[default]
    NotRelevant,
}

choice!(AnswerWord:
    "rated" => AnswerWord::Rated,
    "noOpportunity" => AnswerWord::NoOpportunity,
    "notObserved" => AnswerWord::NotObserved,
    "notRelevant" => AnswerWord::NotRelevant,
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

/// An assessment file that has been read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub assessment: Assessment,
    /// What stood in the file beside what the person said.
    pub surroundings: Surroundings,
}

/// Reads an assessment file; a file with problems is declined with all of them.
pub fn read(bytes: &[u8]) -> Result<Opened, Vec<Problem>> {
    let json = Json::read_bytes(bytes).map_err(|error| vec![Problem::of_syntax(error, bytes)])?;
    let mut found = Vec::new();
    let mut opened = None;
    match check_format(&json, FORMAT) {
        Ok(()) => {
            crate::shape::refuse_repeated(&json, &mut found);
            let mut file = AssessmentFile::read(&json, &mut found);
            if let Some(parts) = &mut file.parts.0 {
                add_parts_that_are_there(parts, &json);
            }
            let surroundings =
                Surroundings { notice: json.get("notice").cloned(), report: json.get("report").cloned() };
            opened = Some(Opened { assessment: assessment(file, &mut found), surroundings });
        }
        Err(problem) => found.push(problem),
    }
    match opened {
        Some(opened) if found.is_empty() => Ok(opened),
        _ => Err(placed(found, std::str::from_utf8(bytes).unwrap_or_default(), &json)),
    }
}

/// What stands in a file is one of its parts, also where its list leaves it out: nothing a person said is lost.
fn add_parts_that_are_there(parts: &mut Vec<Part>, json: &Json) {
    let keys: [(Part, &[&str]); 3] = [
        (Part::Responses, &["responses", "targets", "agreed"]),
        (Part::Wishes, &["wishes", "experience"]),
        (Part::Plan, &["plan"]),
    ];
    for (part, keys) in keys {
        let is_there = keys.iter().any(|key| json.get(key).is_some_and(|json| !is_empty(json)));
        if is_there && !parts.contains(&part) {
            parts.push(part);
        }
    }
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

fn assessment(file: AssessmentFile, found: &mut Vec<Found>) -> Assessment {
    let levels = |map: Map<Rc<str>, AnyLevel>| -> Table<i64> {
        map.0.into_iter().map(|(id, level)| (id, level.number)).collect()
    };
    let mut responses = |map: Map<Rc<str>, ResponseFile>| -> Table<Response> {
        map.0.into_iter().map(|(id, file)| (id, response(file, found))).collect()
    };
    Assessment {
        created_at: file.created_at.0,
        updated_at: file.updated_at.0,
        framework: file.framework.id,
        framework_version: file.framework.version.0,
        framework_other: file.framework.other,
        language: file.language.0,
        purpose: file.purpose,
        rater: file.rater,
        parts: file.parts.0,
        role: file.role,
        other_roles: file.other_roles,
        stage: file.stage.0,
        targets: AdjustedTargets {
            agreed_on: file.targets.agreed_on.0.map(|date| date.0),
            agreed_by: file.targets.agreed_by.0,
            focus: file.targets.focus,
            adjusted: file
                .targets
                .adjusted
                .0
                .into_iter()
                .map(|(id, level)| (id, level.0.map(|level| level.number)))
                .collect(),
            other: file.targets.other,
        },
        responses: Responses {
            competences: responses(file.responses.competences),
            behaviours: responses(file.responses.behaviours),
            other: file.responses.other,
        },
        agreed: levels(file.agreed),
        evidence: file.evidence.0.into_iter().collect(),
        wishes: Wishes {
            competences: levels(file.wishes.competences),
            areas: levels(file.wishes.areas),
            other: file.wishes.other,
        },
        experience: file.experience,
        plan: file.plan.into_iter().map(plan_item).collect(),
        reference: file.reference.0,
        other: file.other,
    }
}

/// A rated answer has a level.
fn response(file: ResponseFile, found: &mut Vec<Found>) -> Response {
    let answer = match (file.answer, file.level.0) {
        (AnswerWord::Rated, Some(level)) => Answer::Rated(level.number),
        (AnswerWord::Rated, None) => {
            // A level that couldn't be read has been put down already and is `Some`.
            found.push(Found { at: file.at, kind: ProblemKind::MissingKey { key: "level" } });
            Answer::NotRelevant
        }
        (AnswerWord::NoOpportunity, _) => Answer::NoOpportunity,
        (AnswerWord::NotObserved, _) => Answer::NotObserved,
        (AnswerWord::NotRelevant, _) => Answer::NotRelevant,
    };
    Response { answer, other: file.other }
}

fn plan_item(file: PlanItemFile) -> PlanItem {
    PlanItem {
        goal: file.goal,
        why: file.why,
        competences: file.competences,
        area: file.area.0,
        activity: file.activity,
        support: file.support,
        responsible: file.responsible,
        due: file.due.0,
        sign: file.sign,
        follow_up: file.follow_up.0,
        outcome: file.outcome,
        other: file.other,
    }
}

/// What stands in a file beside what the person said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Surroundings {
    /// What this file is and is not, in its language.
    pub notice: Option<Json>,
    /// Everything derived; left out where the answers are.
    pub report: Option<Json>,
}

/// Writes an assessment with only the parts it holds.
pub fn write(assessment: &Assessment, surroundings: Surroundings) -> Json {
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
            .with("targets", targets(&assessment.targets))
            .with(
                "responses",
                Object::default()
                    .with("competences", table(&assessment.responses.competences, response_json))
                    .with("behaviours", table(&assessment.responses.behaviours, response_json))
                    .with_members(&assessment.responses.other),
            )
            .with("agreed", table(&assessment.agreed, |level| (*level).into()));
    }
    if !assessment.evidence.is_empty() {
        file = file.with("evidence", table(&assessment.evidence, |text| text.into()));
    }
    if assessment.holds(Part::Wishes) {
        file = file
            .with(
                "wishes",
                Object::default()
                    .with("competences", table(&assessment.wishes.competences, |wish| (*wish).into()))
                    .with("areas", table(&assessment.wishes.areas, |wish| (*wish).into()))
                    .with_members(&assessment.wishes.other),
            )
            .with("experience", ids(&assessment.experience));
    }
    if assessment.holds(Part::Plan) {
        file = file.with("plan", assessment.plan.iter().map(plan_item_json).collect::<Json>());
    }
    file.with_some("reference", assessment.reference.as_ref())
        .with_some("notice", surroundings.notice)
        .with_some("report", surroundings.report.filter(|_| holds_responses))
        .with_members(&assessment.other)
        .into()
}

fn ids(ids: &[Id]) -> Json {
    ids.iter().map(Json::from).collect()
}

fn words<T: Choice>(values: &[T]) -> Json {
    values.iter().map(|value| Json::from(value.word())).collect()
}

fn table<V>(table: &Table<V>, json: impl Fn(&V) -> Json) -> Object {
    table.iter().map(|(id, value)| (id, json(value))).collect()
}

fn targets(targets: &AdjustedTargets) -> Object {
    Object::default()
        .with("agreedOn", targets.agreed_on.as_ref())
        .with("agreedBy", targets.agreed_by.as_ref())
        .with("focus", ids(&targets.focus))
        .with("adjusted", table(&targets.adjusted, |level| (*level).into()))
        .with_members(&targets.other)
}

fn response_json(response: &Response) -> Json {
    let (word, level) = match response.answer {
        Answer::Rated(level) => (AnswerWord::Rated, Some(level)),
        Answer::NoOpportunity => (AnswerWord::NoOpportunity, None),
        Answer::NotObserved => (AnswerWord::NotObserved, None),
        Answer::NotRelevant => (AnswerWord::NotRelevant, None),
    };
    Object::default().with("answer", word.word()).with_some("level", level).with_members(&response.other).into()
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
