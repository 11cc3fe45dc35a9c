//! Two assessments side by side (www/guides/method.md, section 5), and one beside other roles, the next stage and last
//! time's plan.
//!
//! A folder per case in `tests/comparison`, named for what it shows: one's own assessment (`own.json`), the file that
//! was opened (`opened.json`; `head.json` or `deputy.json` where the person says whose it is) and their
//! `comparison.json`. The frameworks stand beside the folders, by id. `ROKADE_BLESS=1 cargo test --test comparison`
//! writes the comparisons anew: read the difference against www/guides/method.md before committing it.

#![cfg(not(target_arch = "wasm32"))]

mod generated;
mod support;

use generated::{Case, case};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rokade::assessment::file::{self, AssessmentFile, Derived};
use rokade::assessment::{Assessment, Rater};
use rokade::comparison::blocks::{Block, Direction, Way};
use rokade::comparison::follow_up::follow_up;
use rokade::comparison::head_and_deputy::{self, Counts, HeadAndDeputy, JointCompetence, Reached, Shared};
use rokade::comparison::roles::{Offer, compare_roles};
use rokade::comparison::side_by_side::{OpenedFile, Pair, Side, SideBySide, SideMark};
use rokade::comparison::stages::{NextStage, next_stage};
use rokade::comparison::{Comparison, File, Kind, NotComparable, OtherIs, compare, kind_of, with_agreed};
use rokade::framework::{Framework, Level};
use rokade::gather::Raw;
use rokade::json::{Json, to_compact, to_pretty};
use rokade::profile::{Class, CountedAnswer, Profile, Target};
use rokade::report::Report;
use rokade::wording::{Language, problems};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use support::{any_change, as_first_written, changed};

const OFFICE: &str = include_str!("comparison/office.json");
const HEAD_OF_OFFICE: &str = include_str!("comparison/head-of-office.json");

fn read_framework(text: &str) -> Framework {
    Framework::read(text).unwrap_or_else(|problems| panic!("{problems:?} in {text}"))
}

fn read_file(text: &str) -> AssessmentFile {
    file::read(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?} in {text}"))
}

/// The file as the page of its own framework saves it: with its report.
fn with_report(framework: &Framework, opened: &AssessmentFile) -> AssessmentFile {
    let assessment = opened.assessment.clone();
    let report = framework.role(&assessment.role).map(|role| Report::of(framework, role, &assessment));
    let report = report.map(|report| Raw::of(&report.file(framework)));
    AssessmentFile { assessment, derived: Derived { report, ..Derived::default() } }
}

fn role_of(framework: &Framework, assessment: &Assessment) -> usize {
    framework.role(&assessment.role).expect("the role is known")
}

/// Compares files of which the first is one's own.
fn compared(
    framework: &Framework,
    own: &AssessmentFile,
    opened: &AssessmentFile,
    other_is: OtherIs,
) -> Result<Comparison, NotComparable> {
    let own = &own.assessment;
    compare(framework, role_of(framework, own), own, opened, other_is)
}

// ---- golden cases

#[test]
fn every_golden_comparison_is_computed_again() {
    let mut failures = Vec::new();
    for folder in folders() {
        let name = folder.file_name().and_then(|name| name.to_str()).expect("a case has a name");
        let path = folder.join("comparison.json");
        let found = pretty(&golden(&folder), 0) + "\n";
        if std::env::var_os("ROKADE_BLESS").is_some() {
            fs::write(&path, found).expect("a comparison can be written");
        } else if fs::read_to_string(&path).unwrap_or_default() != found {
            failures.push(format!("{name}:\n{found}"));
        }
    }
    assert!(failures.is_empty(), "comparisons differ:\n{}", failures.join("\n"));
}

fn folders() -> Vec<PathBuf> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/comparison");
    let entries = fs::read_dir(cases).expect("the cases are there");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a case can be read").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    assert!(folders.len() > 1, "there are cases");
    folders
}

fn golden(folder: &Path) -> Value {
    let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
    let files = [("opened.json", OtherIs::Head), ("head.json", OtherIs::Head), ("deputy.json", OtherIs::Deputy)];
    let opened = files.into_iter().find_map(|(name, other_is)| Some((read(name)?, other_is)));
    let (opened, other_is) = opened.expect("a case has an opened file");
    let (own, opened) = (read_file(&read("own.json").expect("a case has an own file")), read_file(&opened));
    let framework = |opened: &AssessmentFile| {
        let path = folder.parent().expect("it is in a folder").join(format!("{}.json", opened.assessment.framework));
        read_framework(&fs::read_to_string(path).expect("the framework is there"))
    };
    let (here, there) = (framework(&own), framework(&opened));
    let comparison = compared(&here, &own, &with_report(&there, &opened), other_is);
    comparison_json(&here, &comparison.expect("the files can be compared"))
}

fn comparison_json(framework: &Framework, comparison: &Comparison) -> Value {
    match comparison {
        Comparison::SelfAndManager(sides) => json!({"selfAndManager": side_by_side_json(framework, sides)}),
        Comparison::NowAndEarlier(sides) => json!({"nowAndEarlier": side_by_side_json(framework, sides)}),
        Comparison::HeadAndDeputy(joint) => json!({"headAndDeputy": jointly_json(framework, joint)}),
    }
}

fn side_by_side_json(framework: &Framework, sides: &SideBySide) -> Value {
    let SideBySide { first, second, targets, rows, directions, priorities: _, opened } = sides;
    let targets = targets.iter().map(|difference| {
        let reasons = [
            ("adjustment", difference.by_adjustment),
            ("role", difference.by_role),
            ("focus", difference.by_focus),
            ("stage", difference.by_stage),
        ];
        let by: Vec<&str> = reasons.iter().filter(|reason| reason.1).map(|reason| reason.0).collect();
        json!({"id": id(framework, difference.competence), "by": by})
    });
    let row = |(place, Pair { first, second, block }): (usize, &Pair)| {
        json!({
            "id": id(framework, place), "block": camel(&format!("{block:?}")),
            "first": mark_json(first), "second": mark_json(second),
        })
    };
    // In the order in which they are read.
    let mut blocks = Map::new();
    for block in BLOCKS {
        let ids: Vec<&str> = sides.places(block).into_iter().map(|place| id(framework, place)).collect();
        if !ids.is_empty() {
            blocks.insert(camel(&format!("{block:?}")), json!(ids));
        }
    }
    let direction = |Direction { dimension, way, differing, both }: &Direction| {
        let dimension = dimension.map(|place| &*framework.dimensions[place].id);
        json!({"dimension": dimension, "way": camel(&format!("{way:?}")), "differing": differing, "both": both})
    };
    let OpenedFile { other_version, conflicts, ignored, report_differs } = opened;
    json!({
        "first": side_json(framework, first), "second": side_json(framework, second),
        "targets": targets.collect::<Vec<_>>(),
        "blocks": blocks,
        "directions": directions.iter().map(direction).collect::<Vec<_>>(),
        "rows": rows.iter().enumerate().map(row).collect::<Vec<_>>(),
        "opened": {
            "otherVersion": other_version.as_deref(), "reportDiffers": report_differs,
            "notCarried": conflicts.iter().map(|conflict| problems::conflict(conflict, Language::English)).collect::<Vec<_>>(),
            "ignored": ignored.iter().map(|ignored| problems::ignored(ignored, Language::English)).collect::<Vec<_>>(),
        },
    })
}

const BLOCKS: [Block; 7] =
    [Block::FirstTime, Block::GoesWell, Block::Practise, Block::Apart, Block::Rest, Block::OneSided, Block::Neither];

fn side_json(framework: &Framework, side: &Side) -> Value {
    let role = side.role.map(|role| &framework.roles[role]);
    json!({
        "file": camel(&format!("{:?}", side.file)), "date": side.date.as_deref(), "role": role.map(|role| &*role.id),
        "stage": side.stage.map(|stage| &*role.expect("a stage is of a role").stages[stage].id),
    })
}

fn mark_json(mark: &SideMark) -> Value {
    let answer = match mark.answer {
        CountedAnswer::Rated { level, .. } => json!(level),
        other => camel(&format!("{other:?}")).into(),
    };
    json!({"answer": answer, "target": target_json(mark.target), "agreed": mark.agreed})
}

fn target_json(target: Target) -> Value {
    match target {
        Target::Level(level) => json!(level),
        Target::Later => json!("later"),
        Target::None => Value::Null,
    }
}

fn jointly_json(framework: &Framework, joint: &HeadAndDeputy) -> Value {
    let mark = |mark: &head_and_deputy::LeaderMark| json!({"level": mark.level, "target": mark.target});
    let competence = |row: &JointCompetence| {
        json!({
            "id": id(framework, row.competence), "head": mark(&row.head), "deputy": mark(&row.deputy),
            "yardstick": row.yardstick, "reached": camel(&format!("{:?}", row.reached)), "standIn": row.stand_in,
        })
    };
    let counts = |counts: &Counts| {
        let classes = Class::ALL.into_iter().map(|class| (class, counts.classes.get(class)));
        let classes = classes.filter(|(_, count)| *count > 0);
        let classes: Map<String, Value> =
            classes.map(|(class, count)| (camel(&format!("{class:?}")), json!(count))).collect();
        json!({"summarised": counts.summarised, "counts": classes})
    };
    let mut file = json!({"otherIs": camel(&format!("{:?}", joint.other_is)), "framework": &*joint.other_framework});
    match &joint.shared {
        Shared::Competences(rows) => file["competences"] = rows.iter().map(competence).collect(),
        Shared::Dimensions(rows) => {
            let dimension = |row: &head_and_deputy::JointDimension| {
                let id = &*framework.dimensions[row.dimension].id;
                json!({"id": id, "head": counts(&row.head), "deputy": counts(&row.deputy)})
            };
            file["dimensions"] = rows.iter().map(dimension).collect();
        }
    }
    file
}

fn id(framework: &Framework, competence: usize) -> &str {
    &framework.competences[competence].id
}

/// `notAnswered` for `NotAnswered`.
fn camel(name: &str) -> String {
    name[..1].to_lowercase() + &name[1..]
}

/// One value a line, the small ones whole.
fn pretty(value: &Value, indent: usize) -> String {
    let (short, step, end) = (value.to_string(), " ".repeat(indent + 2), " ".repeat(indent));
    match value {
        Value::Object(members) if short.len() > 150 => {
            let lines: Vec<_> =
                members.iter().map(|(key, value)| format!("{step}\"{key}\": {}", pretty(value, indent + 2))).collect();
            format!("{{\n{}\n{end}}}", lines.join(",\n"))
        }
        Value::Array(items) if short.len() > 60 => {
            let lines: Vec<_> = items.iter().map(|item| format!("{step}{}", pretty(item, indent + 2))).collect();
            format!("[\n{}\n{end}]", lines.join(",\n"))
        }
        _ => short.replace("\":", "\": ").replace(",\"", ", \""),
    }
}

// ---- what is declined

/// A file of the office with these answers, which are levels, and a rater.
fn office(rater: &str, role: &str, answers: &str) -> AssessmentFile {
    let responses: Map<String, Value> = answers
        .split_whitespace()
        .map(|answer| answer.split_once(':').expect("an answer is `id:level`"))
        .map(|(id, level)| match level.parse::<i64>() {
            Ok(level) => (id.to_owned(), json!({"answer": "rated", "level": level})),
            Err(_) => (id.to_owned(), json!({"answer": level})),
        })
        .collect();
    let file = json!({
        "format": "rokade.assessment/1", "framework": {"id": "office", "version": "2"}, "purpose": "development",
        "rater": rater, "role": role, "responses": {"competences": responses},
    });
    read_file(&file.to_string())
}

/// The same file for the head's framework, with its report.
fn head(rater: &str, answers: &str) -> AssessmentFile {
    let mut opened = office(rater, "head", answers);
    opened.assessment.framework = "head-of-office".into();
    opened.assessment.framework_version = Some("1".into());
    with_report(&read_framework(HEAD_OF_OFFICE), &opened)
}

fn kind(own: &AssessmentFile, opened: &AssessmentFile) -> Result<Kind, NotComparable> {
    let framework = read_framework(OFFICE);
    kind_of(&framework, role_of(&framework, &own.assessment), &own.assessment, opened)
}

#[test]
fn a_file_without_answers_is_declined() {
    let (answered, empty) = (office("self", "deputy", "law:2"), office("manager", "deputy", ""));
    assert_eq!(kind(&answered, &empty), Err(NotComparable::NoResponses(File::Opened)));
    assert_eq!(kind(&empty, &answered), Err(NotComparable::NoResponses(File::Own)));
    assert_eq!(kind(&office("self", "deputy", ""), &head("self", "law:2")), Err(NotComparable::NoResponses(File::Own)));
    assert_eq!(kind(&answered, &head("self", "")), Err(NotComparable::NoResponses(File::Opened)));
}

#[test]
fn self_and_manager_for_different_roles_are_declined() {
    let (own, opened) = (office("self", "deputy", "law:2"), office("manager", "specialist", "law:2"));
    assert_eq!(kind(&own, &opened), Err(NotComparable::OtherRole { opened: "specialist".into() }));
    assert_eq!(kind(&opened, &own), Err(NotComparable::OtherRole { opened: "deputy".into() }));
}

#[test]
fn two_managers_files_are_declined() {
    let manager = office("manager", "deputy", "law:2");
    assert_eq!(kind(&manager, &manager), Err(NotComparable::BothManagers));
}

#[test]
fn a_managers_file_is_declined_beside_another_framework() {
    let (by_self, by_manager) = (office("self", "deputy", "law:2"), office("manager", "deputy", "law:2"));
    assert_eq!(kind(&by_self, &head("manager", "law:2")), Err(NotComparable::ByManager(File::Opened)));
    assert_eq!(kind(&by_manager, &head("self", "law:2")), Err(NotComparable::ByManager(File::Own)));
}

#[test]
fn a_file_for_another_framework_is_declined_without_its_report() {
    let (own, mut opened) = (office("self", "deputy", "law:2"), head("self", "law:2"));
    assert_eq!(kind(&own, &opened), Ok(Kind::HeadAndDeputy));
    opened.derived.report = None;
    assert_eq!(kind(&own, &opened), Err(NotComparable::NoReport));
}

#[test]
fn frameworks_without_a_shared_id_are_declined() {
    let (own, mut opened) = (office("self", "deputy", "law:2"), head("self", "law:2"));
    let report = Json::read(r#"{"competences": [{"id": "typing"}], "dimensions": [{}, {"id": 3}]}"#);
    opened.derived.report = report.ok().map(Raw::from);
    assert_eq!(kind(&own, &opened), Err(NotComparable::NothingShared { framework: "head-of-office".into() }));
}

#[test]
fn a_report_that_says_something_else_is_told_and_not_used() {
    let framework = read_framework(OFFICE);
    let own = office("self", "deputy", "law:2");
    let mut opened = with_report(&framework, &office("manager", "deputy", "law:1"));
    let told = |opened: &AssessmentFile| match compared(&framework, &own, opened, OtherIs::Head) {
        Ok(Comparison::SelfAndManager(sides)) => (sides.opened.report_differs, sides.rows[3].second.answer.level()),
        other => panic!("{other:?}"),
    };
    assert_eq!(told(&opened), (false, Some(1)));
    let first_written = as_first_written(&to_compact(&file::saved(&opened.assessment, opened.derived.clone())));
    opened.derived.report = file::read(first_written.as_bytes()).expect("it was written here").derived.report;
    assert!(opened.derived.report.is_some());
    assert_eq!(told(&opened), (false, Some(1)));
    opened.derived.report = with_report(&framework, &office("manager", "deputy", "law:4")).derived.report;
    assert_eq!(told(&opened), (true, Some(1)));
    opened.assessment.framework_version = Some("1".into());
    assert_eq!(told(&opened), (false, Some(1)));
}

#[test]
fn a_level_beyond_the_scale_cannot_be_told_and_says_nothing_of_the_deputy() {
    let framework = read_framework(OFFICE);
    let mut opened = head("self", "law:2");
    let report = r#"{"competences": [{"id": "law", "level": 7, "target": 6}, {"id": "trust", "level": 70, "target": -1},
        {"id": "law", "level": 1}, {"id": "talks", "level": "2", "target": {}}, 5], "dimensions": {}}"#;
    opened.derived.report = Json::read(report).ok().map(Raw::from);
    let own = office("self", "deputy", "law:4 trust:1 talks:4");
    let rows = joint_rows(&framework, &own, &opened, OtherIs::Head);
    let read: Vec<_> =
        rows.iter().map(|row| (id(&framework, row.competence), row.head, row.reached, row.stand_in)).collect();
    let mark = |level, target| head_and_deputy::LeaderMark { level, target };
    let unknown = Reached::Unknown;
    assert_eq!(
        read,
        [
            ("trust", mark(None, None), unknown, Some(false)),
            ("talks", mark(None, None), unknown, Some(true)),
            ("law", mark(Some(7), Some(6)), unknown, Some(true)),
        ]
    );
}

fn joint_rows(
    framework: &Framework,
    own: &AssessmentFile,
    opened: &AssessmentFile,
    other_is: OtherIs,
) -> Vec<JointCompetence> {
    match compared(framework, own, opened, other_is) {
        Ok(Comparison::HeadAndDeputy(HeadAndDeputy { shared: Shared::Competences(rows), .. })) => rows,
        other => panic!("competences are shared: {other:?}"),
    }
}

#[test]
fn an_older_report_has_a_yardstick_where_nothing_moved_the_persons_own_level() {
    let heads = read_framework(HEAD_OF_OFFICE);
    let mut own = office("self", "head", "law:2 trust:2");
    own.assessment.framework = "head-of-office".into();
    let plain = with_report(&read_framework(OFFICE), &office("self", "deputy", "law:2 trust:2"));
    let yardsticks = |opened: &AssessmentFile| -> Vec<Option<Level>> {
        let older = as_first_written(&to_compact(&file::saved(&opened.assessment, opened.derived.clone())));
        let older = read_file(&older);
        joint_rows(&heads, &own, &older, OtherIs::Deputy).iter().map(|row| row.yardstick).collect()
    };
    assert_eq!(yardsticks(&plain), [Some(2), Some(3), Some(2), Some(3)]);
    let moves: [fn(&mut Assessment); 3] = [
        |file| file.stage = Some("start".into()),
        |file| file.targets.focus.push("people".into()),
        |file| {
            file.targets.adjusted.insert("law".into(), None);
        },
    ];
    for moved in moves {
        let mut file = plain.clone();
        moved(&mut file.assessment);
        assert_eq!(yardsticks(&with_report(&read_framework(OFFICE), &file)), [None; 4]);
    }
}

#[test]
fn counts_that_no_framework_has_are_not_taken_over() {
    let framework = read_framework(OFFICE);
    let mut opened = head("self", "law:2");
    let report = r#"{"competences": [], "dimensions": [{"id": "people", "summarised": 1,
        "counts": {"above": -1, "met": 99999999999, "near": "2", "gap": 3, "unheard": 4}}]}"#;
    opened.derived.report = Json::read(report).ok().map(Raw::from);
    let own = office("self", "deputy", "law:4");
    let Ok(Comparison::HeadAndDeputy(joint)) = compared(&framework, &own, &opened, OtherIs::Head) else {
        panic!("they can be compared")
    };
    let Shared::Dimensions(rows) = joint.shared else { panic!("only a dimension is shared") };
    let counts = Class::ALL.map(|class| rows[0].head.classes.get(class));
    assert_eq!((counts, rows[0].head.summarised), ([0, 5000, 0, 3, 0, 0, 0, 0, 0, 0], false));
}

// ---- agreed levels

#[test]
fn agreed_levels_are_the_basis_of_the_plan() {
    let framework = read_framework(OFFICE);
    let mut own = office("self", "deputy", "feedback:3 trust:2 talks:notRelevant law:3").assessment;
    for (id, level) in [("feedback", 1), ("talks", 0), ("law", 9), ("typing", 2)] {
        own.agreed.insert(id.into(), level);
    }
    let basis = with_agreed(&framework, &own);
    let profile = Profile::of(&framework, 0, &basis);
    let levels: Vec<_> = profile.rows.iter().map(|row| row.level()).collect();
    assert_eq!(levels, [Some(1), Some(2), Some(0), Some(3), None]);
    assert_eq!(profile.priorities, [0, 2]);
    assert_eq!(basis.agreed, own.agreed);
}

// ---- roles side by side

#[test]
fn each_role_says_what_it_lets_one_use_practise_and_ask_support_with() {
    let framework = read_framework(OFFICE);
    let mut own = office("self", "deputy", "feedback:3 trust:1 talks:noOpportunity law:1 quality:2").assessment;
    // Agreed for one's own role; it says nothing about another.
    own.stage = Some("start".into());
    own.targets.focus.push("people".into());
    own.targets.adjusted.insert("feedback".into(), Some(4));
    let [specialist, deputy] = compare_roles(&framework, &[1, 0], &own).try_into().expect("there are two");
    assert_eq!((specialist.role, deputy.role), (1, 0));
    use Offer::{AskSupport, NotAsked, Practise, Unknown, Use};
    assert_eq!(deputy.competences, [Use, Practise, Unknown, AskSupport, NotAsked]);
    assert_eq!(specialist.competences, [Use, NotAsked, NotAsked, AskSupport, Practise]);
    let counts = |at: usize| Offer::ALL.map(|offer| deputy.dimensions[at].get(offer));
    assert_eq!((counts(0), counts(1)), ([1, 1, 0, 1, 0, 0], [0, 0, 1, 0, 0, 1]));
}

#[test]
fn what_is_not_relevant_or_not_answered_is_offered_in_no_way() {
    let framework = read_framework(OFFICE);
    let own = office("self", "deputy", "feedback:notRelevant trust:notObserved quality:notRelevant").assessment;
    let deputy = &compare_roles(&framework, &[0], &own)[0];
    use Offer::{NotAsked, NotRelevant, Unknown};
    assert_eq!(deputy.competences, [NotRelevant, Unknown, Unknown, Unknown, NotAsked]);
}

// ---- stages

/// The next stage's id and what changes, as `id now next`.
fn way(framework: &Framework, assessment: &Assessment) -> Option<(Option<String>, Vec<String>)> {
    let NextStage { stage, changes } = next_stage(framework, 0, assessment)?;
    let stage = stage.map(|place| framework.roles[0].stages[place].id.to_string());
    let change = |change: &rokade::comparison::stages::TargetChange| {
        let (now, next) = (target_json(change.now), target_json(change.next));
        format!("{} {now} {next}", id(framework, change.competence))
    };
    Some((stage, changes.iter().map(change).collect()))
}

#[test]
fn the_next_stage_is_the_one_with_the_fewest_months_more() {
    let framework = read_framework(OFFICE);
    let mut own = office("self", "deputy", "talks:notRelevant").assessment;
    assert_eq!(way(&framework, &own), None);
    own.stage = Some("six-months".into());
    assert_eq!(way(&framework, &own), None);
    let owned = |changes: &[&str]| changes.iter().map(ToString::to_string).collect::<Vec<_>>();
    let ways = [
        ("start", Some("three-months"), owned(&["feedback 1 2", r#"trust "later" 1"#, "law 1 2"])),
        ("three-months", Some("twelve-months"), owned(&["feedback 2 3", "trust 1 2", "law 2 3"])),
        ("twelve-months", None, vec![]),
    ];
    for (stage, next, changes) in ways {
        own.stage = Some(stage.into());
        assert_eq!(way(&framework, &own), Some((next.map(str::to_owned), changes)), "{stage}");
    }
}

#[test]
fn after_the_last_stage_the_targets_hold_in_full() {
    let framework = read_framework(&OFFICE.replace(r#""months": 12"#, r#""months": 1"#));
    let mut own = office("self", "deputy", "").assessment;
    own.stage = Some("three-months".into());
    own.targets.adjusted.insert("trust".into(), Some(0));
    let changes = ["feedback 2 3", "talks 1 2", "law 2 3"].map(str::to_owned).to_vec();
    assert_eq!(way(&framework, &own), Some((None, changes)));
}

/// Those that hold what both sides rated.
const RATED: [Block; 4] = [Block::GoesWell, Block::Practise, Block::Apart, Block::Rest];

// ---- follow-up

#[test]
fn a_follow_up_asks_the_competences_that_the_plan_names() {
    let framework = read_framework(OFFICE);
    let last_time = json!({
        "format": "rokade.assessment/1", "framework": {"id": "office", "version": "1"}, "purpose": "development",
        "rater": "self", "role": "deputy",
        "plan": [
            {"goal": "Better decisions", "competences": ["expertise", "typing"], "area": "open-house"},
            {"goal": "Rest"},
            {"competences": ["law", "feedback"], "area": "closed-house"},
        ],
    });
    let last_time = read_file(&last_time.to_string()).assessment;
    // Each once, in the framework's order; what it doesn't know is passed over.
    assert_eq!(follow_up(&framework, &last_time), [0, 3, 4]);
}

// ---- laws

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A framework with two assessments of it.
#[derive(Clone, Debug)]
struct Two {
    framework: Value,
    own: Value,
    opened: Value,
}

impl Two {
    fn read(&self) -> (Framework, AssessmentFile, AssessmentFile) {
        let framework = read_framework(&self.framework.to_string());
        (framework, read_file(&self.own.to_string()), read_file(&self.opened.to_string()))
    }

    fn sides(&self) -> (Framework, SideBySide) {
        let (framework, own, opened) = self.read();
        let comparison = compared(&framework, &own, &opened, OtherIs::Head);
        match comparison.expect("the files can be compared") {
            Comparison::SelfAndManager(sides) | Comparison::NowAndEarlier(sides) => (framework, sides),
            Comparison::HeadAndDeputy(_) => panic!("they are of one framework"),
        }
    }
}

/// What one of the two says otherwise than the other.
#[derive(Clone, Debug)]
enum Otherwise {
    Answers(usize, Index, &'static str),
    Adjusts(usize, Index, Option<i64>),
    Agrees(usize, Index, i64),
    Role(usize, &'static str),
    Rater(usize),
    Stage(usize, Option<usize>),
    NoFocus(usize),
    Date(usize, &'static str),
    Empty(usize),
}

fn otherwise() -> impl Strategy<Value = Otherwise> {
    const ANSWERS: [&str; 8] = [
        r#"{"answer": "rated", "level": 0}"#,
        r#"{"answer": "rated", "level": 1}"#,
        r#"{"answer": "rated", "level": 2}"#,
        r#"{"answer": "rated", "level": 4}"#,
        r#"{"answer": "rated", "level": 99}"#,
        r#"{"answer": "noOpportunity"}"#,
        r#"{"answer": "notObserved"}"#,
        r#"{"answer": "notRelevant"}"#,
    ];
    let side = 0..2_usize;
    prop_oneof![
        12 => (side.clone(), any::<Index>(), select(&ANSWERS[..])).prop_map(|(a, b, c)| Otherwise::Answers(a, b, c)),
        3 => (side.clone(), any::<Index>(), prop::option::of(-1..6_i64)).prop_map(|(a, b, c)| Otherwise::Adjusts(a, b, c)),
        3 => (side.clone(), any::<Index>(), -1..6_i64).prop_map(|(a, b, c)| Otherwise::Agrees(a, b, c)),
        1 => (side.clone(), select(vec!["own-role", "gone"])).prop_map(|(a, b)| Otherwise::Role(a, b)),
        3 => side.clone().prop_map(Otherwise::Rater),
        2 => (side.clone(), prop::option::of(0..4_usize)).prop_map(|(a, b)| Otherwise::Stage(a, b)),
        2 => side.clone().prop_map(Otherwise::NoFocus),
        3 => (side.clone(), select(vec!["2026-01-01", "2026-02-01T10:00:00Z", "2027-01-01", "soon"]))
            .prop_map(|(a, b)| Otherwise::Date(a, b)),
        1 => side.prop_map(Otherwise::Empty),
    ]
}

/// Any two assessments of a framework, also such that are declined.
fn any_two() -> impl Strategy<Value = Two> {
    (case(), vec(otherwise(), 0..30)).prop_map(|(case, changes)| {
        let Case { framework, assessment } = case;
        let ids: Vec<String> = competence_ids(&framework);
        let mut files = [assessment.clone(), assessment];
        for change in changes {
            let at = |place: Index| &ids[place.index(ids.len())];
            match change {
                Otherwise::Answers(side, place, answer) => {
                    let answer: Value = serde_json::from_str(answer).expect("it is JSON");
                    files[side]["responses"]["competences"][at(place)] = answer;
                }
                Otherwise::Adjusts(side, place, level) => {
                    files[side]["targets"]["adjusted"][at(place)] = json!(level);
                }
                Otherwise::Agrees(side, place, level) => files[side]["agreed"][at(place)] = json!(level),
                // One's own role is always known.
                Otherwise::Role(0, _) => files[0]["role"] = json!("own-role"),
                Otherwise::Role(side, role) => files[side]["role"] = json!(role),
                Otherwise::Rater(side) => files[side]["rater"] = json!("manager"),
                Otherwise::Stage(side, stage) => {
                    files[side]["stage"] = json!(stage.map(|stage| format!("stage-{stage}")));
                }
                Otherwise::NoFocus(side) => files[side]["targets"]["focus"] = json!([]),
                Otherwise::Date(side, date) => files[side]["updatedAt"] = json!(date),
                Otherwise::Empty(side) => files[side]["responses"] = json!({}),
            }
        }
        let [own, opened] = files;
        Two { framework, own, opened }
    })
}

/// Two assessments that can be compared.
fn two() -> impl Strategy<Value = Two> {
    any_two().prop_filter("they can be compared", |two| {
        let (framework, own, opened) = two.read();
        kind_of(&framework, role_of(&framework, &own.assessment), &own.assessment, &opened).is_ok()
    })
}

fn competence_ids(framework: &Value) -> Vec<String> {
    let dimensions = framework["dimensions"].as_array().expect("it is a list");
    let competences = dimensions.iter().flat_map(|dimension| dimension["competences"].as_array().expect("a list"));
    competences.map(|competence| competence["id"].as_str().expect("a text").to_owned()).collect()
}

fn mirrored(sides: &SideBySide) -> SideBySide {
    let mirrored = |side: &Side| {
        let file = if side.file == File::Own { File::Opened } else { File::Own };
        Side { file, ..side.clone() }
    };
    SideBySide {
        first: mirrored(&sides.first),
        second: mirrored(&sides.second),
        opened: OpenedFile::default(),
        ..sides.clone()
    }
}

fn rated_level(row: &Value) -> Option<Level> {
    row["level"].as_i64().map(|level| level as Level)
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn the_same_two_files_make_the_same_comparison_from_both_sides(two in any_two()) {
        let (framework, own, opened) = two.read();
        let Some(role) = framework.role(&opened.assessment.role) else { return Ok(()) };
        let here = kind_of(&framework, role_of(&framework, &own.assessment), &own.assessment, &opened);
        let there = kind_of(&framework, role, &opened.assessment, &own);
        match (here, there) {
            (Ok(here), Ok(there)) => prop_assert_eq!(here, there),
            (Err(here), Err(there)) => {
                prop_assert_eq!(std::mem::discriminant(&here), std::mem::discriminant(&there));
            }
            (here, there) => prop_assert!(false, "{here:?} and {there:?}"),
        }
    }

    #[test]
    fn swapping_the_files_mirrors_the_comparison(two in two()) {
        let swapped = Two { own: two.opened.clone(), opened: two.own.clone(), ..two.clone() };
        prop_assume!(two.opened["role"] != "gone");
        let ((_, here), (_, there)) = (two.sides(), swapped.sides());
        let is_dated = |side: &Side| side.date.is_some();
        let is_ordered = two.own["rater"] != two.opened["rater"]
            || (is_dated(&here.first) && is_dated(&here.second) && here.first.date != here.second.date);
        if is_ordered {
            prop_assert_eq!(SideBySide { opened: OpenedFile::default(), ..here }, mirrored(&there));
        } else {
            prop_assert_eq!(here.first.file, File::Own);
            prop_assert_eq!(there.first.file, File::Own);
        }
    }

    #[test]
    fn every_row_is_what_the_two_reports_say(two in two()) {
        let (framework, sides) = two.sides();
        let own_role = two.own["role"].as_str().expect("it is a text");
        let report = |side: &Side| -> (Value, Value) {
            let file = if side.file == File::Own { &two.own } else { &two.opened };
            let assessment = read_file(&file.to_string()).assessment;
            let role = framework.role(&assessment.role).or(framework.role(own_role)).expect("it is known");
            let json = to_compact(&Report::of(&framework, role, &assessment).file(&framework));
            (serde_json::from_str(&json).expect("it is JSON"), file.clone())
        };
        let ((first, first_file), (second, second_file)) = (report(&sides.first), report(&sides.second));
        for (place, row) in sides.rows.iter().enumerate() {
            let (one, two) = (&first["competences"][place], &second["competences"][place]);
            let (first_level, second_level) = (rated_level(one), rated_level(two));
            prop_assert_eq!((row.first.answer.level(), row.second.answer.level()), (first_level, second_level));
            // The agreed level is what was written, and no third number arises.
            for (mark, file, report, side) in
                [(row.first, &first_file, one, &sides.first), (row.second, &second_file, two, &sides.second)]
            {
                let said = &file["agreed"][id(&framework, place)];
                let highest = i64::from(framework.scale_of(place).highest());
                let said = said.as_i64().filter(|level| (0..=highest).contains(level));
                prop_assert_eq!(mark.agreed.map(i64::from), said);
                let target = report["target"].as_i64().filter(|_| side.role.is_some());
                prop_assert_eq!(mark.target.level().map(i64::from), target);
            }
        }
    }

    #[test]
    fn each_competence_that_both_rated_stands_in_exactly_one_block_of_those(two in two()) {
        let (_, sides) = two.sides();
        let is_two_people = two.own["rater"] != two.opened["rater"];
        let all: Vec<usize> = BLOCKS.into_iter().flat_map(|block| sides.places(block)).collect();
        let mut sorted = all.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..sides.rows.len()).collect::<Vec<_>>(), "each stands somewhere, and once");
        for (place, row) in sides.rows.iter().enumerate() {
            let is_in = |block: Block| sides.places(block).contains(&place);
            let (first, second) = (row.first.answer.level(), row.second.answer.level());
            let both_rated = first.is_some() && second.is_some();
            prop_assert_eq!(RATED.into_iter().filter(|block| is_in(*block)).count(), usize::from(both_rated));
            prop_assert_eq!(row.levels(), first.zip(second));
            let target = row.first.target.level().filter(|_| is_two_people);
            let reach = |level: Option<Level>| Some(level? >= target?);
            let expected = match (first, second, reach(first), reach(second)) {
                (Some(first), Some(second), ..) if first.abs_diff(second) >= 2 => Block::Apart,
                (Some(_), Some(_), Some(true), Some(true)) => Block::GoesWell,
                (Some(_), Some(_), Some(false), Some(false)) => Block::Practise,
                (Some(_), Some(_), ..) => Block::Rest,
                (None, None, ..) => Block::Neither,
                (Some(_), None, ..) if !is_two_people && row.second.answer == CountedAnswer::NoOpportunity => {
                    Block::FirstTime
                }
                _ => Block::OneSided,
            };
            prop_assert_eq!(row.block, expected, "{:?}", row);
        }
    }

    #[test]
    fn what_there_is_to_practise_begins_with_the_employees_priorities_and_all_else_keeps_its_order(two in two()) {
        let (framework, sides) = two.sides();
        let file = if sides.first.file == File::Own { &two.own } else { &two.opened };
        let first = read_file(&file.to_string()).assessment;
        let priorities = match framework.role(&first.role) {
            Some(role) => Profile::of(&framework, role, &first).priorities,
            None => Vec::new(),
        };
        for block in BLOCKS {
            let places = sides.places(block);
            let from = match block {
                Block::Practise => places.iter().take_while(|place| priorities.contains(place)).count(),
                _ => 0,
            };
            let expected: Vec<usize> = priorities.iter().copied().filter(|place| places.contains(place)).collect();
            if block == Block::Practise {
                prop_assert_eq!(&places[..from], expected);
            }
            prop_assert!(places[from..].is_sorted(), "{:?} {:?}", block, places);
        }
    }

    #[test]
    fn a_direction_is_at_least_four_that_differ_and_none_the_other_way(two in two()) {
        let (framework, sides) = two.sides();
        let is_two_people = two.own["rater"] != two.opened["rater"];
        let mut expected = Vec::new();
        let all = (None, 0..framework.competences.len());
        let parts = framework.dimensions.iter().enumerate().map(|(at, part)| (Some(at), part.competences.clone()));
        for (dimension, places) in std::iter::once(all).filter(|_| !is_two_people).chain(parts) {
            let levels: Vec<_> = places.filter_map(|place| sides.rows[place].levels()).collect();
            // The manager's against the employee's, now against earlier.
            let risen = |(first, second): &&(Level, Level)| if is_two_people { second > first } else { first > second };
            let higher = levels.iter().filter(risen).count();
            let lower = levels.iter().filter(|levels| levels.0 != levels.1).count() - higher;
            if higher.min(lower) == 0 && higher.max(lower) >= 4 {
                let way = if higher > 0 { Way::Higher } else { Way::Lower };
                expected.push(Direction { dimension, way, differing: higher + lower, both: levels.len() });
            }
        }
        prop_assert_eq!(sides.directions, expected);
    }

    #[test]
    fn each_difference_of_targets_is_told_with_a_reason(two in two()) {
        let (_, sides) = two.sides();
        let are_known = sides.first.role.is_some() && sides.second.role.is_some();
        let differ = (0..sides.rows.len()).filter(|&at| sides.rows[at].first.target != sides.rows[at].second.target);
        let differ: Vec<usize> = differ.filter(|_| are_known).collect();
        prop_assert_eq!(sides.targets.iter().map(|target| target.competence).collect::<Vec<_>>(), differ);
        for target in &sides.targets {
            prop_assert!(target.by_adjustment || target.by_role || target.by_focus || target.by_stage, "{target:?}");
        }
    }

    #[test]
    fn a_file_beside_itself_is_all_agreement(case in case()) {
        let Case { framework, assessment } = case;
        prop_assume!(assessment["responses"] != json!({"competences": {}, "behaviours": {}}));
        let (_, sides) = Two { framework, own: assessment.clone(), opened: assessment }.sides();
        prop_assert!(sides.rows.iter().all(|row| row.first == row.second));
        prop_assert_eq!(&sides.targets, &[]);
        prop_assert_eq!(&sides.directions, &[]);
        for block in [Block::FirstTime, Block::Apart, Block::OneSided] {
            prop_assert_eq!(sides.places(block), [0; 0]);
        }
    }

    #[test]
    fn permuting_competences_changes_nothing_but_the_order(two in two()) {
        let mut turned = two.clone();
        for dimension in turned.framework["dimensions"].as_array_mut().expect("it is a list") {
            dimension["competences"].as_array_mut().expect("it is a list").reverse();
        }
        turned.framework["dimensions"].as_array_mut().expect("it is a list").reverse();
        let ((framework, straight), (turned_framework, turned)) = (two.sides(), turned.sides());
        for (place, row) in straight.rows.iter().enumerate() {
            let id = id(&framework, place);
            let there = turned_framework.competence(id).expect("it is there");
            prop_assert_eq!(row, &turned.rows[there]);
            let told = |sides: &SideBySide, at: usize| {
                let told = sides.targets.iter().find(|target| target.competence == at);
                told.map(|told| (told.by_adjustment, told.by_role, told.by_focus, told.by_stage))
            };
            prop_assert_eq!(told(&straight, place), told(&turned, there));
        }
        prop_assert_eq!((straight.first, straight.second), (turned.first, turned.second));
    }

    #[test]
    fn an_earlier_version_with_other_ids_compares_the_same(two in two()) {
        let ids = competence_ids(&two.framework);
        let mut renamed = two.clone();
        renamed.framework["renamed"] = ids.iter().map(|id| json!({"from": format!("old-{id}"), "to": [id]})).collect();
        for part in ["/responses/competences", "/targets/adjusted", "/agreed", "/wishes/competences"] {
            let Some(Value::Object(said)) = renamed.opened.pointer_mut(part) else { continue };
            *said = std::mem::take(said).into_iter().map(|(id, value)| (format!("old-{id}"), value)).collect();
        }
        renamed.opened["framework"]["version"] = json!("0");
        let ((_, straight), (_, carried)) = (two.sides(), renamed.sides());
        prop_assert_eq!(carried.opened.other_version.as_deref(), Some("0"));
        prop_assert_eq!(&carried.opened.conflicts, &[]);
        let without = |sides| SideBySide { opened: OpenedFile::default(), ..sides };
        prop_assert_eq!(without(straight), without(carried));
    }

    #[test]
    fn agreed_levels_replace_answers_in_the_plans_basis_only(two in any_two()) {
        let (framework, own, _) = two.read();
        let own = own.assessment;
        let basis = with_agreed(&framework, &own);
        let role = role_of(&framework, &own);
        let (before, after) = (Profile::of(&framework, role, &own), Profile::of(&framework, role, &basis));
        for (place, (before, after)) in before.rows.iter().zip(&after.rows).enumerate() {
            let agreed = own.agreed.get(id(&framework, place)).copied();
            match agreed.filter(|level| (0..=i64::from(framework.scale_of(place).highest())).contains(level)) {
                Some(level) => prop_assert_eq!(after.level().map(i64::from), Some(level)),
                None => prop_assert_eq!(before, after),
            }
            prop_assert_eq!(before.target, after.target);
        }
        let restored = Assessment { responses: own.responses.clone(), ..basis.clone() };
        prop_assert_eq!(&restored, &own);
        prop_assert_eq!(with_agreed(&framework, &basis), basis);
    }

    #[test]
    fn each_role_stands_for_itself_and_the_roles_stay_as_chosen(two in any_two()) {
        let (framework, own, _) = two.read();
        let all = compare_roles(&framework, &[2, 0, 1, 0], &own.assessment);
        prop_assert_eq!(all.iter().map(|one| one.role).collect::<Vec<_>>(), [2, 0, 1, 0]);
        prop_assert_eq!(&all[1], &all[3]);
        let mut plain = own.assessment.clone();
        (plain.stage, plain.targets) = (None, Default::default());
        plain.wishes = Default::default();
        prop_assert_eq!(&compare_roles(&framework, &[2, 0, 1, 0], &plain), &all);
        for one in &all {
            prop_assert_eq!(&compare_roles(&framework, &[one.role], &own.assessment)[0], one);
            let rows = Profile::of(&framework, one.role, &plain).rows;
            for (row, offer) in rows.iter().zip(&one.competences) {
                let expected = match row.class {
                    _ if framework.roles[one.role].targets.iter().all(Option::is_none) => Offer::NotAsked,
                    Class::Above | Class::Met => Offer::Use,
                    Class::Near => Offer::Practise,
                    Class::Gap => Offer::AskSupport,
                    Class::Later | Class::NoTarget => Offer::NotAsked,
                    _ if row.target == Target::None => Offer::NotAsked,
                    Class::NotRelevant => Offer::NotRelevant,
                    Class::NoOpportunity | Class::NotObserved | Class::NotAnswered => Offer::Unknown,
                };
                prop_assert_eq!(*offer, expected);
            }
            for (dimension, counts) in framework.dimensions.iter().zip(&one.dimensions) {
                let offers = &one.competences[dimension.competences.clone()];
                for offer in Offer::ALL {
                    prop_assert_eq!(counts.get(offer), offers.iter().filter(|one| **one == offer).count());
                }
            }
        }
    }

    #[test]
    fn the_stages_lead_one_after_the_other_to_the_full_targets(two in any_two()) {
        let (framework, own, _) = two.read();
        let (mut own, role) = (own.assessment, 0);
        own.stage = None;
        let full = Profile::of(&framework, role, &own).rows;
        own.stage = framework.roles[role].stages.first().map(|stage| stage.id.clone());
        for _ in 0..framework.roles[role].stages.len() {
            let now = Profile::of(&framework, role, &own).rows;
            let next = next_stage(&framework, role, &own).expect("it is in a stage");
            own.stage = next.stage.map(|place| framework.roles[role].stages[place].id.clone());
            let then = Profile::of(&framework, role, &own).rows;
            for place in 0..now.len() {
                let told = next.changes.iter().find(|change| change.competence == place);
                let told = told.map(|told| (told.now, told.next));
                let differs = now[place].target != then[place].target && !now[place].is_removed();
                prop_assert_eq!(told, differs.then_some((now[place].target, then[place].target)));
            }
        }
        prop_assert_eq!(&own.stage, &None);
        let targets = |rows: Vec<rokade::profile::Row>| rows.iter().map(|row| row.target).collect::<Vec<_>>();
        prop_assert_eq!(targets(Profile::of(&framework, role, &own).rows), targets(full));
    }
}

// ---- head and deputy, from both sides

/// Two frameworks that share some of their competence ids, with an assessment of each.
fn leaders() -> impl Strategy<Value = (Two, Value)> {
    (any_two(), vec(any::<bool>(), 15), vec(0..=10_u8, 15)).prop_map(|(mut two, are_shared, targets)| {
        for file in [&mut two.own, &mut two.opened] {
            (file["rater"], file["role"]) = (json!("self"), json!("role"));
        }
        let mut there = two.framework.clone();
        there["id"] = json!("there");
        two.opened["framework"] = json!({"id": "there", "version": "1"});
        let dimensions = there["dimensions"].as_array().expect("it is a list").clone();
        let others = there["roles"][0]["targets"].as_object_mut().expect("it is an object");
        for ((_, level), target) in others.iter_mut().zip(targets) {
            *level = json!(level.as_i64().expect("it is a number").min(target.into()));
        }
        let (mut there, mut opened) = (there.to_string(), two.opened.to_string());
        for (id, is_shared) in competence_ids(&two.framework).iter().zip(are_shared) {
            if !is_shared && !dimensions.is_empty() {
                there = there.replace(&format!("\"{id}\""), &format!("\"there-{id}\""));
                opened = opened.replace(&format!("\"{id}\""), &format!("\"there-{id}\""));
            }
        }
        two.opened = serde_json::from_str(&opened).expect("it is JSON");
        let there = serde_json::from_str(&there).expect("it is JSON");
        (two, there)
    })
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn head_and_deputy_read_the_same_from_both_sides((two, there) in leaders()) {
        let (deputys, own, opened) = two.read();
        let heads = read_framework(&there.to_string());
        let (own, opened) = (with_report(&deputys, &own), with_report(&heads, &opened));
        let here = compared(&deputys, &own, &opened, OtherIs::Head);
        let there = compared(&heads, &opened, &own, OtherIs::Deputy);
        let (here, there) = match (here, there) {
            (Ok(Comparison::HeadAndDeputy(here)), Ok(Comparison::HeadAndDeputy(there))) => (here, there),
            (Err(here), Err(there)) => {
                prop_assert_eq!(std::mem::discriminant(&here), std::mem::discriminant(&there));
                return Ok(());
            }
            (here, there) => return Err(TestCaseError::fail(format!("{here:?} and {there:?}"))),
        };
        match (here.shared, there.shared) {
            (Shared::Competences(here), Shared::Competences(there)) => {
                prop_assert_eq!(here.len(), there.len());
                for row in here {
                    let place = heads.competence(id(&deputys, row.competence));
                    let other = there.iter().find(|other| Some(other.competence) == place).expect("both share it");
                    prop_assert_eq!((row.head, row.deputy, row.reached), (other.head, other.deputy, other.reached));
                    prop_assert_eq!((row.yardstick, row.stand_in), (other.yardstick, other.stand_in));
                    // One yardstick, whatever either of them agreed on.
                    let asked = deputys.roles[0].targets[row.competence];
                    prop_assert_eq!(row.yardstick, asked);
                    let reaches = |mark: head_and_deputy::LeaderMark| Some(mark.level? >= asked?);
                    prop_assert_eq!(row.stand_in, reaches(row.deputy));
                    let expected = match (reaches(row.head), reaches(row.deputy)) {
                        (Some(true), Some(true)) => Reached::Both,
                        (Some(true), Some(false)) => Reached::HeadOnly,
                        (Some(false), Some(true)) => Reached::DeputyOnly,
                        (Some(false), Some(false)) => Reached::Neither,
                        _ => Reached::Unknown,
                    };
                    prop_assert_eq!(row.reached, expected);
                }
            }
            (Shared::Dimensions(here), Shared::Dimensions(there)) => {
                let counts = |rows: &[head_and_deputy::JointDimension]| -> Vec<(Counts, Counts)> {
                    rows.iter().map(|row| (row.head, row.deputy)).collect()
                };
                prop_assert_eq!(counts(&here), counts(&there));
            }
            (here, there) => prop_assert!(false, "{here:?} and {there:?}"),
        }
    }

    #[test]
    fn no_pair_of_readable_files_makes_it_fail(
        (two, there) in leaders(),
        changes in vec((any::<usize>(), any_change()), 1..12),
        is_of_one_framework in any::<bool>(),
        is_head in any::<bool>(),
    ) {
        let (here, own, opened) = two.read();
        let heads = read_framework(&there.to_string());
        let saved = with_report(&heads, &opened);
        let saved = to_pretty(&file::saved(&saved.assessment, saved.derived));
        let Ok(mut damaged) = file::read(changed(&saved, &changes).as_bytes()) else { return Ok(()) };
        if is_of_one_framework {
            damaged.assessment.framework = here.id.clone();
        }
        let other_is = if is_head { OtherIs::Head } else { OtherIs::Deputy };
        let role = role_of(&here, &own.assessment);
        let kind = kind_of(&here, role, &own.assessment, &damaged);
        let comparison = compare(&here, role, &own.assessment, &damaged, other_is);
        prop_assert_eq!(kind.is_ok(), comparison.is_ok());
        let _ = with_agreed(&here, &damaged.assessment);
        let _ = compare_roles(&here, &[0, 1, 2], &damaged.assessment);
        let _ = next_stage(&here, 0, &damaged.assessment);
        let _ = follow_up(&here, &damaged.assessment);
        damaged.assessment.rater = Rater::Manager;
        let _ = compare(&here, role, &own.assessment, &damaged, other_is);
    }
}
