//! Generated frameworks and assessments, as the files that people write, for every corner of the method.
//!
//! Drafts hold numbers that are folded into what there is (a level into its scale, a place into its list), so that every
//! part can shrink on its own and the files stay valid.

use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A framework and an assessment of it, as files.
#[derive(Clone, PartialEq)]
pub struct Case {
    pub framework: Value,
    pub assessment: Value,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "framework: {}\nassessment: {}", self.framework, self.assessment)
    }
}

/// Any framework that passes the checks, with any assessment of it.
pub fn case() -> impl Strategy<Value = Case> {
    draft().prop_map(|draft| draft.case())
}

#[derive(Clone, Debug)]
struct Draft {
    /// How many levels each scale has.
    scales: Vec<usize>,
    behaviour_scale: Option<usize>,
    dimensions: Vec<DimensionDraft>,
    role: RoleDraft,
    areas: Vec<AreaDraft>,
    parameters: [Option<u8>; 4],
    /// The place of the stage that the person is in; beyond the list it is an unknown one.
    stage: Option<usize>,
    /// One level for every competence.
    same_level: Option<u8>,
    /// Whether much was never tried, as by someone new.
    is_new: bool,
    has_unknown_ids: bool,
}

#[derive(Clone, Debug)]
struct DimensionDraft {
    competences: Vec<CompetenceDraft>,
    behaviours: Vec<BehaviourDraft>,
    is_in_focus: bool,
}

#[derive(Clone, Debug)]
struct CompetenceDraft {
    name: u8,
    scale: Option<usize>,
    target: Option<u8>,
    weight: Option<u8>,
    response: ResponseDraft,
    wish: Option<i64>,
    adjusted: Option<LevelDraft>,
}

#[derive(Clone, Debug)]
struct BehaviourDraft {
    tied_to: Vec<usize>,
    response: ResponseDraft,
}

#[derive(Clone, Debug)]
struct RoleDraft {
    has_group: bool,
    raise: Option<u8>,
    lower_by: Vec<u8>,
}

#[derive(Clone, Debug)]
struct AreaDraft {
    name: u8,
    route: usize,
    groups: usize,
    after_months: Option<u8>,
    entry: Vec<(usize, u8)>,
    practice: Vec<(usize, u8)>,
    need: u8,
    wish: Option<i64>,
    is_experienced: bool,
}

#[derive(Clone, Debug)]
enum ResponseDraft {
    Rated(u8),
    Beyond(i64),
    Not(&'static str),
    Absent,
}

#[derive(Clone, Debug)]
enum LevelDraft {
    Level(u8),
    Beyond(i64),
    None,
}

fn draft() -> impl Strategy<Value = Draft> {
    let scale = prop_oneof![3 => Just(5_usize), 2 => 2..=11_usize];
    let parameters = [weighted(0.3, 1..=10_u8), weighted(0.5, 0..=10), weighted(0.5, 1..=4), weighted(0.5, 0..=4)];
    (
        (vec(scale, 1..=3), of(0..3_usize)),
        vec(dimension(), 1..=3),
        role(),
        prop_oneof![1 => vec(area(), 0..=3), 2 => vec(area(), 4..=8)],
        parameters,
        (weighted(0.4, 0..4_usize), weighted(0.25, 0..=10_u8), prop::bool::weighted(0.5), prop::bool::weighted(0.3)),
    )
        .prop_map(
            |(
                (scales, behaviour_scale),
                dimensions,
                role,
                areas,
                parameters,
                (stage, same_level, is_new, has_unknown_ids),
            )| {
                Draft {
                    scales,
                    behaviour_scale,
                    dimensions,
                    role,
                    areas,
                    parameters,
                    stage,
                    same_level,
                    is_new,
                    has_unknown_ids,
                }
            },
        )
}

fn dimension() -> impl Strategy<Value = DimensionDraft> {
    (vec(competence(), 1..=5), vec(behaviour(), 0..=5), prop::bool::weighted(0.3))
        .prop_map(|(competences, behaviours, is_in_focus)| DimensionDraft { competences, behaviours, is_in_focus })
}

fn competence() -> impl Strategy<Value = CompetenceDraft> {
    let adjusted = prop_oneof![
        4 => (0..=10_u8).prop_map(LevelDraft::Level),
        2 => Just(LevelDraft::None),
        1 => beyond().prop_map(LevelDraft::Beyond),
    ];
    (
        0..=99_u8,
        weighted(0.2, 0..3_usize),
        weighted(0.85, 0..=10_u8),
        weighted(0.7, prop_oneof![1 => Just(0_u8), 6 => 1..=3_u8]),
        response(),
        weighted(0.4, prop_oneof![6 => 0..=2_i64, 1 => Just(-1), 1 => Just(3), 1 => any::<i64>()]),
        weighted(0.15, adjusted),
    )
        .prop_map(|(name, scale, target, weight, response, wish, adjusted)| CompetenceDraft {
            name,
            scale,
            target,
            weight,
            response,
            wish,
            adjusted,
        })
}

fn behaviour() -> impl Strategy<Value = BehaviourDraft> {
    (vec(0..15_usize, 0..=3), response()).prop_map(|(tied_to, response)| BehaviourDraft { tied_to, response })
}

fn response() -> impl Strategy<Value = ResponseDraft> {
    prop_oneof![
        20 => (0..=10_u8).prop_map(ResponseDraft::Rated),
        5 => Just(ResponseDraft::Absent),
        2 => Just(ResponseDraft::Not("noOpportunity")),
        1 => Just(ResponseDraft::Not("notObserved")),
        2 => Just(ResponseDraft::Not("notRelevant")),
        1 => beyond().prop_map(ResponseDraft::Beyond),
    ]
}

/// What is beyond any scale, on both sides.
fn beyond() -> impl Strategy<Value = i64> {
    prop_oneof![
        Just(-1),
        Just(11),
        Just(260),
        any::<i64>().prop_filter("it is beyond", |level| !(0..=10).contains(level))
    ]
}

fn role() -> impl Strategy<Value = RoleDraft> {
    (any::<bool>(), of(0..=10_u8), vec(prop_oneof![3 => 1..=2_u8, 1 => 0..=10_u8], 0..=4))
        .prop_map(|(has_group, raise, lower_by)| RoleDraft { has_group, raise, lower_by })
}

fn area() -> impl Strategy<Value = AreaDraft> {
    let entry_level = prop_oneof![2 => 0..=2_u8, 1 => 0..=10_u8];
    (
        0..=99_u8,
        0..5_usize,
        prop_oneof![8 => Just(0), 3 => 1..4_usize],
        weighted(0.2, 0..=4_u8),
        vec((0..15_usize, entry_level), 0..=2),
        vec((0..15_usize, 0..=10_u8), 0..=8),
        prop_oneof![2 => Just(0), 1 => 0..=2_u8],
        weighted(0.5, prop_oneof![8 => -1..=2_i64, 1 => any::<i64>()]),
        prop::bool::weighted(0.15),
    )
        .prop_map(|(name, route, groups, after_months, entry, practice, need, wish, is_experienced)| AreaDraft {
            name,
            route,
            groups,
            after_months,
            entry,
            practice,
            need,
            wish,
            is_experienced,
        })
}

const ROUTES: [(&str, &str); 5] = [
    ("taskChange", "managerAllocation"),
    ("taskChange", "developmentPlan"),
    ("rotation", "mobilityScheme"),
    ("rotation", "internalPosting"),
    ("rotation", "developmentPlan"),
];
const GROUPS: [&[&str]; 4] = [&[], &["own"], &["other"], &["own", "other"]];

impl Draft {
    fn case(&self) -> Case {
        Case { framework: self.framework(), assessment: self.assessment() }
    }

    /// Every competence with its id.
    fn competences(&self) -> Vec<(String, &CompetenceDraft)> {
        let all = self.dimensions.iter().flat_map(|dimension| &dimension.competences).enumerate();
        all.map(|(place, competence)| (format!("c{:02}-{place}", competence.name), competence)).collect()
    }

    fn behaviours(&self) -> Vec<(String, &BehaviourDraft)> {
        let all = self.dimensions.iter().flat_map(|dimension| &dimension.behaviours).enumerate();
        all.map(|(place, behaviour)| (format!("b{place}"), behaviour)).collect()
    }

    fn areas(&self) -> Vec<(String, &AreaDraft)> {
        let all = self.areas.iter().enumerate();
        all.map(|(place, area)| (format!("a{:02}-{place}", area.name), area)).collect()
    }

    fn scale_of_behaviours(&self) -> usize {
        self.behaviour_scale.unwrap_or(0) % self.scales.len()
    }

    /// How many levels the competence's scale has.
    fn levels_of(&self, competence: &CompetenceDraft) -> usize {
        self.scales[competence.scale.unwrap_or(0) % self.scales.len()]
    }

    /// Levels by competence id, fitted to the number of levels of each scale.
    fn levels(&self, levels: &[(usize, u8)], fitted: impl Fn(u8, usize) -> usize) -> Value {
        let competences = self.competences();
        let entry = |(place, level): &(usize, u8)| {
            let (id, competence) = &competences[place % competences.len()];
            (id.clone(), json!(fitted(*level, self.levels_of(competence))))
        };
        levels.iter().map(entry).collect::<Map<_, _>>().into()
    }

    fn framework(&self) -> Value {
        let scales = self.scales.iter().enumerate().map(|(place, levels)| {
            let levels: Vec<Value> = (0..*levels).map(|level| json!({"label": words(&format!("{level}"))})).collect();
            json!({"id": format!("s{place}"), "levels": levels})
        });
        let mut framework = json!({
            "format": "rokade.framework/1", "id": "generated", "version": "1", "languages": ["da", "en"],
            "title": words("generated"), "scales": scales.collect::<Vec<_>>(), "competenceScale": "s0",
            "dimensions": self.dimension_files(),
            "roles": [
                self.role_file(),
                {"id": "other-role", "title": words("other"), "targets": {}, "group": "other"},
                {"id": "own-role", "title": words("own"), "targets": {}, "group": "own"},
            ],
            "areas": self.areas().iter().map(|(id, area)| self.area_file(id, area)).collect::<Vec<_>>(),
            "parameters": {},
        });
        if self.behaviour_scale.is_some() {
            framework["behaviourScale"] = json!(format!("s{}", self.scale_of_behaviours()));
        }
        let names = ["stretch", "entryTolerance", "portfolioSize", "rotationsAtMost"];
        for (name, parameter) in names.iter().zip(self.parameters) {
            set(&mut framework["parameters"], name, parameter);
        }
        framework
    }

    fn dimension_files(&self) -> Vec<Value> {
        let all = self.competences();
        let (mut competences, mut behaviours) = (all.iter(), self.behaviours().into_iter());
        let files = self.dimensions.iter().enumerate().map(|(place, dimension)| {
            let competences = competences.by_ref().take(dimension.competences.len()).map(|(id, draft)| {
                let mut file = json!({"id": id, "title": words(id), "statement": words(id)});
                set(&mut file, "scale", draft.scale.map(|scale| format!("s{}", scale % self.scales.len())));
                file
            });
            let behaviours = behaviours.by_ref().take(dimension.behaviours.len()).map(|(id, draft)| {
                let tied_to: Vec<&str> = draft.tied_to.iter().map(|place| &*all[place % all.len()].0).collect();
                json!({"id": id, "statement": words(&id), "competences": tied_to})
            });
            let (competences, behaviours) = (competences.collect::<Vec<_>>(), behaviours.collect::<Vec<_>>());
            json!({"id": format!("d{place}"), "title": words("d"), "competences": competences, "behaviours": behaviours})
        });
        files.collect()
    }

    fn role_file(&self) -> Value {
        let (mut targets, mut weights) = (json!({}), json!({}));
        for (id, competence) in self.competences() {
            let levels = self.levels_of(competence);
            set(&mut targets, &id, competence.target.map(|target| at_most(target, levels)));
            set(&mut weights, &id, competence.weight);
        }
        let stages = self.role.lower_by.iter().enumerate().map(|(place, lower_by)| {
            json!({"id": format!("stage-{place}"), "title": words("stage"), "months": place, "lowerBy": lower_by})
        });
        let stages: Vec<Value> = stages.collect();
        let mut role =
            json!({"id": "role", "title": words("role"), "targets": targets, "weights": weights, "stages": stages});
        set(&mut role, "group", self.role.has_group.then_some("own"));
        set(&mut role, "focus", self.role.raise.map(|raise| json!({"raise": raise, "atMost": 2})));
        role
    }

    fn area_file(&self, id: &str, area: &AreaDraft) -> Value {
        let (kind, route) = ROUTES[area.route];
        let mut file = json!({
            "id": id, "title": words(id), "kind": kind, "route": route, "groups": GROUPS[area.groups],
            "entry": self.levels(&area.entry, folded), "practice": self.levels(&area.practice, at_most), "need": area.need,
        });
        set(&mut file, "afterMonths", area.after_months);
        file
    }

    fn assessment(&self) -> Value {
        let focus: Vec<String> = self
            .dimensions
            .iter()
            .enumerate()
            .filter(|(_, dimension)| dimension.is_in_focus)
            .map(|(place, _)| format!("d{place}"))
            .collect();
        let mut assessment = json!({
            "format": "rokade.assessment/1", "framework": {"id": "generated", "version": "1"},
            "purpose": "development", "rater": "self", "role": "role",
            "targets": {"focus": focus, "adjusted": {}},
            "responses": {"competences": {}, "behaviours": {}},
            "wishes": {"competences": {}, "areas": {}},
            "experience": [],
        });
        set(&mut assessment, "stage", self.stage.map(|place| format!("stage-{place}")));
        for (id, competence) in self.competences() {
            let levels = self.levels_of(competence);
            let said = match self.same_level {
                // Few where a flat profile is asked for, so that enough is rated.
                Some(_) if self.is_new && competence.name % 4 == 0 => ResponseDraft::Not("noOpportunity"),
                None if self.is_new && competence.name % 2 == 0 => ResponseDraft::Not("noOpportunity"),
                Some(level) => ResponseDraft::Rated(level),
                None => competence.response.clone(),
            };
            set(&mut assessment["responses"]["competences"], &id, said.file(levels));
            set(
                &mut assessment["targets"]["adjusted"],
                &id,
                competence.adjusted.as_ref().map(|level| level.file(levels)),
            );
            set(&mut assessment["wishes"]["competences"], &id, competence.wish);
        }
        for (id, behaviour) in self.behaviours() {
            let levels = self.scales[self.scale_of_behaviours()];
            set(&mut assessment["responses"]["behaviours"], &id, behaviour.response.file(levels));
        }
        for (id, area) in self.areas() {
            set(&mut assessment["wishes"]["areas"], &id, area.wish);
            if area.is_experienced {
                assessment["experience"].as_array_mut().expect("it is a list").push(json!(id));
            }
        }
        if self.has_unknown_ids {
            add_unknown_ids(&mut assessment);
        }
        assessment
    }
}

impl ResponseDraft {
    fn file(&self, levels: usize) -> Option<Value> {
        match self {
            ResponseDraft::Rated(level) => Some(json!({"answer": "rated", "level": folded(*level, levels)})),
            ResponseDraft::Beyond(level) => Some(json!({"answer": "rated", "level": level})),
            ResponseDraft::Not(answer) => Some(json!({"answer": answer})),
            ResponseDraft::Absent => None,
        }
    }
}

impl LevelDraft {
    fn file(&self, levels: usize) -> Value {
        match self {
            LevelDraft::Level(level) => json!(folded(*level, levels)),
            LevelDraft::Beyond(level) => json!(level),
            LevelDraft::None => Value::Null,
        }
    }
}

/// Any level of a scale of so many levels, each as often.
fn folded(level: u8, levels: usize) -> usize {
    usize::from(level) % levels
}

/// Any level of a scale of so many levels, the highest most often, so that there is something to reach for.
fn at_most(level: u8, levels: usize) -> usize {
    usize::from(level).min(levels - 1)
}

fn add_unknown_ids(assessment: &mut Value) {
    let rated = json!({"answer": "rated", "level": 1});
    assessment["responses"]["competences"]["unknown"] = rated.clone();
    assessment["responses"]["behaviours"]["unknown"] = rated;
    assessment["targets"]["adjusted"]["unknown"] = json!(1);
    assessment["wishes"]["competences"]["unknown"] = json!(2);
    assessment["wishes"]["areas"]["unknown"] = json!(2);
    for list in ["/targets/focus", "/experience"] {
        let list = assessment.pointer_mut(list).and_then(Value::as_array_mut).expect("it is a list");
        list.insert(0, json!("unknown"));
    }
}

/// A text in both languages.
fn words(text: &str) -> Value {
    json!({"da": format!("{text} på dansk"), "en": format!("{text} in English")})
}

/// Sets the key where there is a value.
fn set(object: &mut Value, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object[key] = value.into();
    }
}
