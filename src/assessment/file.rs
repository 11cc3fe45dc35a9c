//! The assessment file `rokade.assessment/1`: what a person saves, sends and opens again.
//!
//! Open: keys that this version doesn't know are kept and written back, and so are ids that the framework doesn't know
//! and levels beyond their scale. The report in it is derived; it is read only to be compared with a recomputed one.

use super::{
    AdjustedTargets, Answer, Assessment, ById, Part, PlanItem, Purpose, Rater, Response, Responses, Responsible, Wishes,
};
use crate::framework::check::{MOST_AREAS, MOST_BEHAVIOURS, MOST_COMPETENCES, MOST_ROLES};
use crate::gather::{Counted, List, Map, Open, OrNull, Placed, Raw, check_format, gather, refuse_repeated};
use crate::json::{Json, JsonType, LARGEST_FILE, Member, to_compact, to_pretty};
use crate::problem::{Findings, IdKind, Many, Problem, ProblemKind, Problems};
use crate::scalar::{self, Date, format_name};
#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The name of the format; the number changes only when an old reader would misread a new file.
pub const FORMAT: &str = "rokade.assessment/1";

format_name!(FORMAT);

/// The most agreements of a plan.
pub const MOST_AGREEMENTS: usize = 500;

/// One person's answers, wishes and plan for one role. It belongs to the person who answered.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Assessment"))]
#[serde(rename_all = "camelCase")]
pub struct SavedAssessment {
    /// The name of the format.
    format: Format,
    /// When it was begun, ISO 8601 in UTC.
    #[serde(default, skip_serializing_if = "OrNull::is_null")]
    created_at: OrNull<Rc<str>>,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "OrNull::is_null")]
    updated_at: OrNull<Rc<str>>,
    /// What wrote the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    generator: Option<Raw>,
    /// The framework that was answered.
    framework: Open<FrameworkName>,
    /// The language it was answered in, such as `da`.
    #[serde(default, skip_serializing_if = "OrNull::is_null")]
    language: OrNull<Rc<str>>,
    /// Why it was made: to prepare a development interview, to look at what roles ask for, or as a new hire.
    purpose: Purpose,
    /// Who answered.
    rater: Rater,
    /// What the person chose to put in this file; others are absent by choice.
    #[serde(default, skip_serializing_if = "OrNull::is_null")]
    parts: OrNull<List<Part>>,
    /// A role id of the framework.
    role: Rc<str>,
    /// In exploration: the further roles looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    other_roles: Option<Placed<List<Rc<str>>>>,
    /// A stage id of the role; applies whatever the purpose.
    #[serde(default)]
    stage: OrNull<Rc<str>>,
    /// How the role's targets were adjusted for this person.
    #[serde(skip_serializing_if = "Option::is_none")]
    targets: Option<Open<SavedTargets>>,
    /// The answers; absent means not answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    responses: Option<Open<SavedResponses>>,
    /// Levels that two people agreed on after comparing, by competence id.
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed: Option<Placed<Map<Rc<str>, i64>>>,
    /// Examples, by competence id; only when the person ticked it for this file.
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Placed<Map<Rc<str>, Rc<str>>>>,
    /// What the person wants.
    #[serde(skip_serializing_if = "Option::is_none")]
    wishes: Option<Open<SavedWishes>>,
    /// Ids of areas already worked in.
    #[serde(skip_serializing_if = "Option::is_none")]
    experience: Option<Placed<List<Rc<str>>>>,
    /// The agreements that the person wrote down.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<Placed<List<Open<SavedPlanItem>>>>,
    /// The host's own id, only when the person ticked it.
    #[serde(default, skip_serializing_if = "OrNull::is_null")]
    reference: OrNull<Rc<str>>,
    /// What this file is and is not, in its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<Raw>,
    /// Everything derived from the rest; recomputed on opening.
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Raw>,
}

/// The framework that was answered.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "FrameworkName"))]
#[serde(rename_all = "camelCase")]
struct FrameworkName {
    /// The framework's id; a file for another framework is declined.
    id: Rc<str>,
    /// The framework's version; another one opens with a notice, and with `renamed` applied.
    #[serde(default, skip_serializing_if = "OrNull::is_null")]
    version: OrNull<Rc<str>>,
}

/// How the role's targets were adjusted for this person.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Targets"))]
#[serde(rename_all = "camelCase")]
struct SavedTargets {
    /// The day it was agreed, such as `2026-02-01`.
    #[serde(default)]
    agreed_on: OrNull<Date>,
    /// `head` once head and deputy agreed it; never a name.
    #[serde(default)]
    agreed_by: OrNull<Rc<str>>,
    /// Ids of the dimensions that head and deputy agreed to weigh more.
    #[serde(skip_serializing_if = "Option::is_none")]
    focus: Option<Placed<List<Rc<str>>>>,
    /// Levels by competence id; `null` means no target for this person.
    #[serde(skip_serializing_if = "Option::is_none")]
    adjusted: Option<Placed<Map<Rc<str>, OrNull<i64>>>>,
}

/// The answers, by id.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Responses"))]
#[serde(rename_all = "camelCase")]
struct SavedResponses {
    /// By competence id.
    #[serde(skip_serializing_if = "Option::is_none")]
    competences: Option<Placed<ResponsesById>>,
    /// By behaviour id.
    #[serde(skip_serializing_if = "Option::is_none")]
    behaviours: Option<Placed<ResponsesById>>,
}

type ResponsesById = Map<Rc<str>, Placed<Open<SavedResponse>>>;

/// The answer to one competence or behaviour; `rated` has a level.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Response"))]
#[serde(rename_all = "camelCase")]
struct SavedResponse {
    /// A level, or one of the answers off the scale; a manager says `notObserved` instead of `noOpportunity`.
    answer: Placed<AnswerWord>,
    /// The level, counted from 0; with `rated` only.
    #[serde(default, skip_serializing_if = "OrNull::is_null")]
    level: OrNull<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(inline))]
#[serde(rename_all = "camelCase")]
enum AnswerWord {
    Rated,
    NoOpportunity,
    NotObserved,
    NotRelevant,
}

/// What the person wants.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Wishes"))]
#[serde(rename_all = "camelCase")]
struct SavedWishes {
    /// 0 to 2, by competence id.
    #[serde(skip_serializing_if = "Option::is_none")]
    competences: Option<Placed<Map<Rc<str>, i64>>>,
    /// -1 to 2, by area id.
    #[serde(skip_serializing_if = "Option::is_none")]
    areas: Option<Placed<Map<Rc<str>, i64>>>,
}

/// One agreement.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "PlanItem"))]
#[serde(rename_all = "camelCase")]
struct SavedPlanItem {
    /// What is to come of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<Rc<str>>,
    /// What it is good for.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Rc<str>>,
    /// Competence ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    competences: Option<Placed<List<Rc<str>>>>,
    /// An area id.
    #[serde(default)]
    area: OrNull<Rc<str>>,
    /// What one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    activity: Option<Rc<str>>,
    /// What others help with.
    #[serde(skip_serializing_if = "Option::is_none")]
    support: Option<Rc<str>>,
    /// Who sees to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("default" = "me")))]
    responsible: Option<Responsible>,
    /// The day it is to be done by.
    #[serde(default)]
    due: OrNull<Rc<str>>,
    /// What shows that it worked.
    #[serde(skip_serializing_if = "Option::is_none")]
    sign: Option<Rc<str>>,
    /// The day to look at it again.
    #[serde(default)]
    follow_up: OrNull<Rc<str>>,
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Rc<str>>,
}

/// An assessment file that has been read.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessmentFile {
    pub assessment: Assessment,
    /// What stood in the file beside what the person said.
    pub derived: Derived,
}

/// What stands in a file beside what the person said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Derived {
    /// What this file is and is not, in its language.
    pub notice: Option<Raw>,
    /// Everything derived; left out where the answers are.
    pub report: Option<Raw>,
}

/// Reads an assessment file; a file with problems is declined with all of them.
pub fn read(bytes: &[u8]) -> Result<AssessmentFile, Problems> {
    let json = Json::read_bytes(bytes).map_err(|error| Problem::of_syntax(error, bytes))?;
    let mut findings = Findings::default();
    match check_format(json, FORMAT) {
        Ok(()) => {
            refuse_repeated(json, &mut findings);
            let saved: Open<SavedAssessment> = gather(json, &[scalar::TEXTS], &mut findings);
            RULES.iter().for_each(|(_, rule)| rule(&saved, &mut findings));
            if findings.total() == 0 {
                return Ok(AssessmentFile::of(saved, json));
            }
        }
        Err(problem) => findings.add(problem.at, problem.kind),
    }
    Err(findings.placed(std::str::from_utf8(bytes).unwrap_or_default()))
}

/// A rule by its name, which says what holds in a good file.
type Rule = (&'static str, fn(&SavedAssessment, &mut Findings));

const RULES: &[Rule] = &[
    ("every_rating_has_a_level", every_rating_has_a_level),
    ("there_are_no_more_ids_than_a_framework_may_have", there_are_no_more_ids_than_a_framework_may_have),
    ("there_are_at_most_500_agreements", there_are_at_most_500_agreements),
];

fn every_rating_has_a_level(saved: &SavedAssessment, findings: &mut Findings) {
    let responses =
        saved.responses.iter().flat_map(|responses| responses.competences.iter().chain(&responses.behaviours));
    for (_, response) in responses.flat_map(|responses| &responses.entries) {
        let is_rated = response.answer.is_sound && *response.answer == AnswerWord::Rated;
        if is_rated && response.level.is_null() {
            findings.add(response.at, ProblemKind::MissingKey { key: "level" });
        }
    }
}

fn there_are_no_more_ids_than_a_framework_may_have(saved: &SavedAssessment, findings: &mut Findings) {
    use IdKind::{Area, Behaviour, Competence, Dimension, Role};
    let mut lists = vec![
        (Role, size(&saved.other_roles)),
        (Competence, size(&saved.agreed)),
        (Competence, size(&saved.evidence)),
        (Area, size(&saved.experience)),
    ];
    if let Some(targets) = &saved.targets {
        lists.extend([(Dimension, size(&targets.focus)), (Competence, size(&targets.adjusted))]);
    }
    if let Some(responses) = &saved.responses {
        lists.extend([(Competence, size(&responses.competences)), (Behaviour, size(&responses.behaviours))]);
    }
    if let Some(wishes) = &saved.wishes {
        lists.extend([(Competence, size(&wishes.competences)), (Area, size(&wishes.areas))]);
    }
    lists.extend(saved.plan.iter().flat_map(|plan| plan.iter()).map(|item| (Competence, size(&item.competences))));
    for (kind, size) in lists {
        let most = match kind {
            Behaviour => MOST_BEHAVIOURS,
            Role => MOST_ROLES,
            Area => MOST_AREAS,
            _ => MOST_COMPETENCES,
        };
        if let Some((at, found)) = size.filter(|(_, found)| *found > most) {
            findings.add(at, ProblemKind::TooMany { what: Many::Ids(kind), found, most });
        }
    }
}

/// Where a list stands, and how many entries it has.
fn size(list: &Option<Placed<impl Counted>>) -> Option<(u32, usize)> {
    list.as_ref().map(|list| (list.at, list.count()))
}

fn there_are_at_most_500_agreements(saved: &SavedAssessment, findings: &mut Findings) {
    for plan in saved.plan.iter().filter(|plan| plan.count > MOST_AGREEMENTS) {
        let kind = ProblemKind::TooMany { what: Many::Agreements, found: plan.count, most: MOST_AGREEMENTS };
        findings.add(plan.at, kind);
    }
}

// ---- from the file

impl AssessmentFile {
    /// What a file says that keeps the rules. `json` is the file itself.
    fn of(saved: Open<SavedAssessment>, json: Json) -> Self {
        let Open { known: saved, other } = saved;
        let (framework, framework_other) = (saved.framework.known, saved.framework.other);
        let assessment = Assessment {
            created_at: saved.created_at.0,
            updated_at: saved.updated_at.0,
            framework: framework.id,
            framework_version: framework.version.0,
            framework_other,
            language: saved.language.0,
            purpose: saved.purpose,
            rater: saved.rater,
            parts: saved.parts.0.map(|named| parts(named.items, json)),
            role: saved.role,
            other_roles: ids(saved.other_roles),
            stage: saved.stage.0,
            targets: saved.targets.map(AdjustedTargets::from).unwrap_or_default(),
            responses: saved.responses.map(Responses::from).unwrap_or_default(),
            agreed: by_id(saved.agreed, |level| level),
            evidence: by_id(saved.evidence, |text| text),
            wishes: saved.wishes.map(Wishes::from).unwrap_or_default(),
            experience: ids(saved.experience),
            plan: saved.plan.into_iter().flat_map(|plan| plan.value.items).map(PlanItem::from).collect(),
            reference: saved.reference.0,
            other,
        };
        Self { assessment, derived: Derived { notice: saved.notice, report: saved.report } }
    }
}

/// The parts that the file says it holds, and those that stand in it all the same: nothing a person said is lost.
fn parts(mut parts: Vec<Part>, json: Json) -> Vec<Part> {
    let keys: [(Part, &[&str]); 3] = [
        (Part::Responses, &["responses", "targets", "agreed"]),
        (Part::Wishes, &["wishes", "experience"]),
        (Part::Plan, &["plan"]),
    ];
    let members = json.members();
    for (part, keys) in keys {
        let is_said = |member: &Member| keys.contains(&&*member.key) && !is_empty(member.json);
        let is_there = members.iter().any(is_said);
        if is_there && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

/// Whether nothing is said: no members or items, or only empty ones and `null`.
fn is_empty(json: Json) -> bool {
    match json.json_type() {
        JsonType::Null => true,
        JsonType::List => json.items().into_iter().all(is_empty),
        JsonType::Object => json.members().into_iter().all(|member| is_empty(member.json)),
        _ => false,
    }
}

fn ids(list: Option<Placed<List<Rc<str>>>>) -> Vec<Rc<str>> {
    list.map(|list| list.value.items).unwrap_or_default()
}

fn by_id<T, V>(map: Option<Placed<Map<Rc<str>, T>>>, value: impl Fn(T) -> V) -> ById<V> {
    let entries = map.into_iter().flat_map(|map| map.value.entries);
    entries.map(|(id, said)| (id.value, value(said))).collect()
}

impl From<Open<SavedTargets>> for AdjustedTargets {
    fn from(Open { known, other }: Open<SavedTargets>) -> Self {
        Self {
            agreed_on: known.agreed_on.0.map(|date| date.text()),
            agreed_by: known.agreed_by.0,
            focus: ids(known.focus),
            adjusted: by_id(known.adjusted, |level| level.0),
            other,
        }
    }
}

impl From<Open<SavedResponses>> for Responses {
    fn from(Open { known, other }: Open<SavedResponses>) -> Self {
        Self {
            competences: by_id(known.competences, |response| response.value.into()),
            behaviours: by_id(known.behaviours, |response| response.value.into()),
            other,
        }
    }
}

impl From<Open<SavedResponse>> for Response {
    fn from(Open { known, other }: Open<SavedResponse>) -> Self {
        let answer = match known.answer.value {
            AnswerWord::Rated => Answer::Rated(known.level.0.unwrap_or_default()),
            AnswerWord::NoOpportunity => Answer::NoOpportunity,
            AnswerWord::NotObserved => Answer::NotObserved,
            AnswerWord::NotRelevant => Answer::NotRelevant,
        };
        Self { answer, other }
    }
}

impl From<Open<SavedWishes>> for Wishes {
    fn from(Open { known, other }: Open<SavedWishes>) -> Self {
        Self { competences: by_id(known.competences, |wish| wish), areas: by_id(known.areas, |wish| wish), other }
    }
}

impl From<Open<SavedPlanItem>> for PlanItem {
    fn from(Open { known, other }: Open<SavedPlanItem>) -> Self {
        Self {
            goal: known.goal.unwrap_or_default(),
            why: known.why.unwrap_or_default(),
            competences: ids(known.competences),
            area: known.area.0,
            activity: known.activity.unwrap_or_default(),
            support: known.support.unwrap_or_default(),
            responsible: known.responsible.unwrap_or_default(),
            due: known.due.0,
            sign: known.sign.unwrap_or_default(),
            follow_up: known.follow_up.0,
            outcome: known.outcome.unwrap_or_default(),
            other,
        }
    }
}

// ---- to the file

/// The file as text, written for a person to read or, `is_compact`, for a program.
///
/// What is written can be read again: where the file would be too large for that, the space between its parts is left out,
/// and then the report, which is recomputed on opening.
pub fn text(assessment: &Assessment, derived: Derived, is_compact: bool) -> String {
    let Derived { notice, report } = derived;
    let written = |report: Option<Raw>, is_compact| {
        let file = saved(assessment, Derived { notice: notice.clone(), report });
        if is_compact { to_compact(&file) } else { to_pretty(&file) }
    };
    let ways = [(report.clone(), is_compact), (report, true), (None, is_compact)];
    let fits = |text: &String| text.len() <= LARGEST_FILE;
    let find = |(report, is_compact)| Some(written(report, is_compact)).filter(fits);
    ways.into_iter().find_map(find).unwrap_or_else(|| written(None, true))
}

/// What a file says of an assessment: only the parts it holds.
pub fn saved(assessment: &Assessment, derived: Derived) -> Open<SavedAssessment> {
    #[derive(Serialize)]
    struct Generator {
        name: &'static str,
        version: &'static str,
    }
    let holds_responses = assessment.holds(Part::Responses);
    let holds_wishes = assessment.holds(Part::Wishes);
    let known = SavedAssessment {
        format: Format,
        created_at: OrNull(assessment.created_at.clone()),
        updated_at: OrNull(assessment.updated_at.clone()),
        generator: Some(Raw::of(&Generator { name: "rokade", version: env!("CARGO_PKG_VERSION") })),
        framework: Open {
            known: FrameworkName {
                id: assessment.framework.clone(),
                version: OrNull(assessment.framework_version.clone()),
            },
            other: assessment.framework_other.clone(),
        },
        language: OrNull(assessment.language.clone()),
        purpose: assessment.purpose,
        rater: assessment.rater,
        parts: OrNull(assessment.parts.as_ref().map(|parts| parts.iter().copied().collect())),
        role: assessment.role.clone(),
        other_roles: list(&assessment.other_roles),
        stage: OrNull(assessment.stage.clone()),
        targets: holds_responses.then(|| Open::from(&assessment.targets)),
        responses: holds_responses.then(|| Open::from(&assessment.responses)),
        agreed: if holds_responses { map(&assessment.agreed, |level| *level) } else { None },
        evidence: map(&assessment.evidence, Rc::clone).filter(|evidence| !evidence.entries.is_empty()),
        wishes: holds_wishes.then(|| Open::from(&assessment.wishes)),
        experience: if holds_wishes { list(&assessment.experience) } else { None },
        plan: assessment.holds(Part::Plan).then(|| Placed::of(assessment.plan.iter().map(Open::from).collect())),
        reference: OrNull(assessment.reference.clone()),
        notice: derived.notice,
        report: derived.report.filter(|_| holds_responses),
    };
    Open { known, other: assessment.other.clone() }
}

fn list(ids: &[Rc<str>]) -> Option<Placed<List<Rc<str>>>> {
    Some(Placed::of(ids.iter().cloned().collect()))
}

fn map<V, T>(by_id: &ById<V>, value: impl Fn(&V) -> T) -> Option<Placed<Map<Rc<str>, T>>> {
    Some(Placed::of(by_id.iter().map(|(id, said)| (id.clone(), value(said))).collect()))
}

impl From<&AdjustedTargets> for Open<SavedTargets> {
    fn from(targets: &AdjustedTargets) -> Self {
        let known = SavedTargets {
            agreed_on: OrNull(targets.agreed_on.clone().map(Date)),
            agreed_by: OrNull(targets.agreed_by.clone()),
            focus: list(&targets.focus),
            adjusted: map(&targets.adjusted, |level| OrNull(*level)),
        };
        Self { known, other: targets.other.clone() }
    }
}

impl From<&Responses> for Open<SavedResponses> {
    fn from(responses: &Responses) -> Self {
        let known = SavedResponses {
            competences: map(&responses.competences, |response| Placed::of(response.into())),
            behaviours: map(&responses.behaviours, |response| Placed::of(response.into())),
        };
        Self { known, other: responses.other.clone() }
    }
}

impl From<&Response> for Open<SavedResponse> {
    fn from(response: &Response) -> Self {
        let (answer, level) = match response.answer {
            Answer::Rated(level) => (AnswerWord::Rated, Some(level)),
            Answer::NoOpportunity => (AnswerWord::NoOpportunity, None),
            Answer::NotObserved => (AnswerWord::NotObserved, None),
            Answer::NotRelevant => (AnswerWord::NotRelevant, None),
        };
        Self {
            known: SavedResponse { answer: Placed::of(answer), level: OrNull(level) },
            other: response.other.clone(),
        }
    }
}

impl From<&Wishes> for Open<SavedWishes> {
    fn from(wishes: &Wishes) -> Self {
        let known = SavedWishes {
            competences: map(&wishes.competences, |wish| *wish),
            areas: map(&wishes.areas, |wish| *wish),
        };
        Self { known, other: wishes.other.clone() }
    }
}

impl From<&PlanItem> for Open<SavedPlanItem> {
    fn from(item: &PlanItem) -> Self {
        let known = SavedPlanItem {
            goal: Some(item.goal.clone()),
            why: Some(item.why.clone()),
            competences: list(&item.competences),
            area: OrNull(item.area.clone()),
            activity: Some(item.activity.clone()),
            support: Some(item.support.clone()),
            responsible: Some(item.responsible),
            due: OrNull(item.due.clone()),
            sign: Some(item.sign.clone()),
            follow_up: OrNull(item.follow_up.clone()),
            outcome: Some(item.outcome.clone()),
        };
        Self { known, other: item.other.clone() }
    }
}
