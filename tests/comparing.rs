//! A second file beside the answers, told as what a person does: what is asked first, what stands on the screen, what two
//! people agree on, and what becomes of last time's plan. Every screen on the way is looked at in both languages.
#![cfg(not(target_arch = "wasm32"))]

mod generated;
mod screens;

use generated::{Case, case};
use proptest::collection::vec;
use proptest::prelude::*;
use rokade::assessment::file::{self, Derived};
use rokade::assessment::{PlanItem, Purpose, Rater};
use rokade::comparison::side_by_side::{Difference, SideBySide};
use rokade::comparison::{Comparison, OtherIs};
use rokade::framework::Framework;
use rokade::gather::Raw;
use rokade::json::to_pretty;
use rokade::report::Report;
use rokade::state::Comparing;
use rokade::state::journey::{Journey, Step};
use rokade::state::progress::{Now, StoredProgress};
use rokade::state::settings::{Retention, Settings};
use rokade::state::{Dialog, Effect, Event, Message, Notice, Screen, Session, State, Status, update};
use rokade::state::{PlanField, Planning};
use rokade::view::ReportCache;
use rokade::wording::{Key, Language};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

const OFFICE: &str = include_str!("comparison/office.json");
const HEAD_OF_OFFICE: &str = include_str!("comparison/head-of-office.json");
const HEAD_OF_UNIT: &str = include_str!("comparison/head-of-unit.json");

// ---- opening a second file

#[test]
fn a_second_file_can_be_compared_or_take_the_place_of_the_answers() {
    let story = Story::with(OFFICE).opens(&own("law:2")).opens(&manager("law:4"));
    assert!(story.asks(Key::BesideTitle));
    assert_eq!(story.offers(), [Key::Cancel, Key::ReplaceConfirm, Key::CompareBegin]);
    let before = story.journey().assessment.clone();
    let compared = story.clone().does(Message::Comparing(Comparing::Begun));
    assert_eq!(compared.journey().step, Step::Compare);
    assert_eq!(compared.journey().assessment, before, "comparing changes nothing");
    let closed = story.clone().does(Message::DialogClosed);
    assert_eq!(closed.journey().compared, None);
    let replaced = story.does(Message::ReplacementConfirmed);
    assert_eq!(replaced.journey().assessment.rater, Rater::Manager);
    assert_eq!(replaced.journey().compared, None);
}

#[test]
fn a_file_that_cannot_be_compared_says_why_and_can_still_be_opened() {
    let cases = [
        (own("law:2"), manager(""), Key::DeclinedNoAnswers),
        (own(""), manager("law:2"), Key::DeclinedNoOwnAnswers),
        (own("law:2"), file("manager", "specialist", "law:2"), Key::DeclinedOtherRole),
        (manager("law:2"), manager("law:3"), Key::DeclinedBothManagers),
    ];
    for (own, opened, why) in cases {
        let story = Story::with(OFFICE).opens(&own).opens(&opened);
        assert_eq!(story.offers(), [Key::Cancel, Key::ReplaceConfirm]);
        assert!(story.asks(Key::ReplaceTitle) && story.says(why), "{why:?}");
        let story = story.does(Message::Comparing(Comparing::Begun));
        assert_eq!(story.journey().compared, None, "what isn't offered isn't done");
    }
}

#[test]
fn a_file_of_another_framework_can_only_be_compared() {
    let story = Story::with(OFFICE).opens(&own("law:2")).opens(&head("law:3"));
    assert_eq!(story.offers(), [Key::Cancel, Key::CompareBegin]);
    assert!(!story.says(Key::ReplaceLead));
    assert!(story.text().contains("head-of-office"));
    let declined = Story::with(OFFICE).opens(&own("law:2")).opens(&head("law:3").replace("\"report\"", "\"other\""));
    assert!(matches!(declined.session().notices[..], [Notice::NotOpened(_)]));
    assert!(declined.says(Key::DeclinedNoReport));
    let nothing_yet = Story::with(OFFICE).opens(&head("law:3"));
    assert!(matches!(nothing_yet.session().notices[..], [Notice::NotOpened(_)]));
}

#[test]
fn the_way_to_a_comparison_stands_where_files_are_opened_and_in_the_results() {
    let start = Story::with(OFFICE);
    assert!(start.says(Key::OpenFileLead));
    let results = start.opens(&own("law:2"));
    assert!(results.says(Key::CompareOpenLead) && results.has_file_field());
    let keep = results.clone().does(Message::StepChosen(Step::Keep));
    assert!(keep.says(Key::OpenFileLead) && keep.has_file_field());
    let compared = results.compares(&manager("law:4"));
    let back = compared.does(Message::WentBack);
    assert!(matches!(back.journey().step, Step::Results { .. }));
    assert!(back.says(Key::CompareBack) && !back.has_file_field());
    assert_eq!(back.does(Message::StepChosen(Step::Compare)).journey().step, Step::Compare);
}

#[test]
fn applicants_have_nobody_to_compare_with() {
    let file = own("law:2").replace("development", "exploration");
    let story = Story::with(OFFICE).opens(&file);
    assert!(!story.says(Key::CompareOpenLead));
}

#[test]
fn the_second_file_is_never_kept_and_a_reload_leads_to_the_results() {
    let story = Story::with(OFFICE).opens(&own("law:2")).compares(&manager("law:4 trust:3"));
    assert!(story.says(Key::CompareNotKept));
    let kept = story.kept.clone().expect("the answers are kept");
    assert!(!kept.text.contains("manager") && !kept.text.contains("trust"));
    let again = Story::with(OFFICE).does(Message::ProgressFound(vec![kept]));
    assert!(matches!(again.journey().step, Step::Results { .. }));
    assert_eq!(again.journey().compared, None);
    assert!(again.says(Key::CompareOpenLead));
    let ended = story.does(Message::Comparing(Comparing::Ended));
    assert!(matches!(ended.journey().step, Step::Results { .. }));
    assert_eq!(ended.journey().compared, None);
}

#[test]
fn the_page_is_told_of_the_screens_and_of_no_answer() {
    let story = Story::with(OFFICE).opens(&own("law:2")).compares(&manager("law:4"));
    assert_eq!(story.screens_told(), ["compare"]);
    let story = story.does(Message::StepChosen(Step::Agenda));
    assert_eq!(story.screens_told(), ["agenda"]);
}

#[test]
fn what_can_no_longer_be_compared_says_so() {
    let story = Story::with(OFFICE).opens(&own("law:2")).compares(&manager("law:4"));
    let mut journey = story.journey().clone();
    journey.role = story.framework().role("specialist").expect("it is there");
    Rc::make_mut(&mut journey.assessment).role = "specialist".into();
    let story = story.at(journey);
    assert!(story.says(Key::DeclinedOtherRole));
    assert!(!story.says(Key::AgendaOpen));
    let story = story.agrees("law", Some(3));
    assert!(story.journey().assessment.agreed.is_empty());
    assert_eq!(story.does(Message::Comparing(Comparing::Ended)).journey().compared, None);
}

// ---- self and manager

#[test]
fn a_level_that_two_agree_on_is_a_third_value_and_the_plans_basis() {
    let story = Story::with(OFFICE).opens(&own("law:0 feedback:3")).compares(&manager("law:4 feedback:3"));
    assert_eq!(story.under(Key::TalkTitle), ["Law"]);
    let plan = |story: &Story| story.clone().does(Message::StepChosen(Step::Plan)).text();
    assert!(plan(&story).contains(&*story.word(Key::PlanStartFrom)), "there is something to begin from");
    let story = story.agrees("law", Some(3));
    assert_eq!(story.announced(), story.word(Key::AgreedSaved));
    let assessment = &story.journey().assessment;
    assert_eq!(assessment.agreed.get("law"), Some(&3));
    assert_eq!(level(&story, "law"), Some(0), "the answer stays");
    assert_eq!(story.selected("law"), "3");
    assert!(story.text().contains(&*story.state.wording.say(Key::Quoted, &[("level", "In new situations")])));
    assert!(story.clone().does(Message::StepChosen(Step::Agenda)).says_line(Key::AgreedField, "In new situations"));
    assert!(!plan(&story).contains(&*story.word(Key::PlanStartFrom)), "nothing is below the role's level any more");
    let file = Story::with(OFFICE).opens(&story.saves()).compares(&manager("law:4"));
    assert_eq!(file.selected("law"), "3", "agreed levels are there again with the file");
    let story = story.agrees("law", None);
    assert!(story.journey().assessment.agreed.is_empty());
    assert_eq!(story.selected("law"), "");
}

#[test]
fn every_competence_can_have_an_agreed_level_in_one_place() {
    let story = Story::with(OFFICE).opens(&own("law:0 feedback:3 trust:1")).compares(&manager("law:4 feedback:3"));
    let offered = story.selects();
    let named: Vec<&str> = offered.iter().map(|name| name.rsplit(": ").next().unwrap_or_default()).collect();
    assert_eq!(named, ["Feedback", "Law", "Trust"]);
}

#[test]
fn no_level_beyond_the_scale_and_none_outside_self_and_manager_is_agreed() {
    let story = Story::with(OFFICE).opens(&own("law:0")).compares(&manager("law:4")).agrees("law", Some(5));
    assert!(story.journey().assessment.agreed.is_empty());
    let story = Story::with(OFFICE).opens(&own("law:0")).compares(&earlier("law:4", json!([])));
    assert_eq!(story.selects(), [""; 0]);
    assert!(story.agrees("law", Some(3)).journey().assessment.agreed.is_empty());
}

#[test]
fn what_the_opened_file_holds_as_agreed_is_shown() {
    let opened = manager("law:4 feedback:3").replace("\"role\"", "\"agreed\": {\"law\": 2}, \"role\"");
    let story = Story::with(OFFICE).opens(&own("law:0 feedback:3")).compares(&opened);
    assert!(story.says_line(Key::AgreedElsewhere, "On my own"));
    assert_eq!(story.selected("law"), "", "it is theirs to agree on here");
}

#[test]
fn the_manager_opens_the_employees_file_to_the_same_comparison() {
    let (employee, manager) = (own("law:0 feedback:3 trust:4"), manager("law:4 feedback:3 talks:1"));
    let here = Story::with(OFFICE).opens(&employee).compares(&manager);
    let there = Story::with(OFFICE).opens(&manager).compares(&employee);
    assert_eq!(here.compared_text(), there.compared_text());
}

#[test]
fn whoever_is_told_a_file_by_a_manager_reads_what_it_is_for() {
    for language in Language::ALL {
        let story = Story::with(OFFICE).opens(&own("law:0")).compares(&manager("law:4"));
        let story = story.does(Message::LanguageChosen(language));
        assert!(story.says(Key::NoticeCompare));
        assert!(story.does(Message::StepChosen(Step::Agenda)).says(Key::NoticeCompare));
    }
}

// ---- now and earlier, and last time's plan

#[test]
fn the_plan_of_last_time_is_taken_over_once() {
    let plan = json!([
        {"goal": "Better talks", "competences": ["talks"], "due": "2025-09-01", "outcome": "Half of it"},
        {"goal": "", "activity": "Open house", "area": "open-house"},
        {"goal": "  ", "activity": ""},
    ]);
    let story = Story::with(OFFICE).opens(&own("law:0")).compares(&earlier("law:4", plan));
    let listed = ["Better talks", "Open house"].map(|goal| story.text().contains(goal));
    assert_eq!(listed, [true; 2]);
    let story = story.takes_plan_over();
    assert_eq!(story.journey().step, Step::Plan);
    assert_eq!(story.announced(), story.word(Key::LastPlanTaken));
    let taken = story.journey().assessment.plan.clone();
    assert_eq!(taken.len(), 3);
    assert_eq!((&*taken[0].goal, &*taken[0].outcome), ("Better talks", "Half of it"));
    assert!(story.kept.as_ref().is_some_and(|kept| kept.text.contains("Better talks")), "it is kept at once");

    // Not a second time, not after what came of it was written, and not after the file was opened again.
    let outcome =
        |item, text: &str| Message::Planning(Planning::Filled { item, field: PlanField::Outcome, text: text.into() });
    let story = story.does(outcome(0, "It happened")).does(Message::StepChosen(Step::Compare));
    assert!(story.says(Key::LastPlanTaken) && !story.says(Key::LastPlanTake));
    let story = story.takes_plan_over();
    assert_eq!(story.journey().assessment.plan.len(), 3);
    let goal = Planning::Filled { item: 0, field: PlanField::Goal, text: "Other words".into() };
    let changed = story.clone().does(Message::Planning(goal)).does(Message::StepChosen(Step::Compare));
    assert_eq!(changed.takes_plan_over().journey().assessment.plan.len(), 3);
    let again = story.compares(&earlier("law:4", json!([{"goal": "Better talks", "competences": ["talks"]}])));
    let again = again.takes_plan_over();
    assert_eq!(again.journey().assessment.plan.len(), 3);
    assert_eq!(&*again.journey().assessment.plan[0].outcome, "It happened");
}

#[test]
fn agreements_of_an_older_version_name_what_their_competences_became() {
    let plan = json!([{"goal": "Know the law", "competences": ["expertise", "listening", "typing"]}]);
    let older = earlier("expertise:3", plan).replace("\"version\":\"2\"", "\"version\":\"1\"");
    let story = Story::with(OFFICE).opens(&own("law:0")).compares(&older).takes_plan_over();
    let named: Vec<&str> = story.journey().assessment.plan[0].competences.iter().map(|id| &**id).collect();
    assert_eq!(named, ["law", "quality", "trust", "typing"], "and what the framework doesn't know stays");
}

#[test]
fn only_an_earlier_plan_of_the_same_person_is_followed_up() {
    let plan = json!([{"goal": "Better talks"}]);
    let with_plan = |file: String| {
        let mut file: Value = serde_json::from_str(&file).expect("it is JSON");
        file["plan"] = plan.clone();
        file.to_string()
    };
    let later = earlier("law:4", plan.clone()).replace("2025-03-01", "2031-03-01");
    for opened in [with_plan(manager("law:4")), with_plan(head("law:4")), later] {
        let story = Story::with(OFFICE).opens(&own("law:0")).compares(&opened);
        assert!(!story.says(Key::LastPlanTake));
        let story = story.takes_plan_over();
        assert!(story.journey().assessment.plan.is_empty());
        assert_eq!(story.journey().step, Step::Compare);
    }
}

#[test]
fn an_earlier_stage_shows_what_has_moved_and_from_when_it_is() {
    let opened = earlier("feedback:1 trust:2 law:4", json!([]));
    let opened = opened.replace("\"role\"", "\"stage\": \"start\", \"role\"").replace("development", "onboarding");
    let now = own("feedback:3 trust:3 law:2").replace("\"role\"", "\"stage\": \"three-months\", \"role\"");
    let story = Story::with(OFFICE).opens(&now.replace("development", "onboarding")).compares(&opened);
    assert_eq!(story.under(Key::MovedTitle), ["Feedback", "Law"]);
    let text = story.text();
    for said in ["2025-03-01", "2026-03-01", "Three months", "Start"] {
        assert!(text.contains(said), "{said}");
    }
    assert!(story.says(Key::CompareLeadEarlier) && story.says(Key::WhyStage));
}

#[test]
fn what_of_the_opened_file_does_not_count_is_told() {
    let story = Story::with(OFFICE).opens(&own("law:2 trust:3"));
    let older = earlier("listening:1 openness:3 law:4 typing:2", json!([]));
    let older = older.replace("\"version\":\"2\"", "\"version\":\"1\"");
    let text = story.compares(&older).text();
    for said in ["listening", "openness", "typing"] {
        assert!(text.contains(said), "{said}");
    }
}

// ---- head and deputy

#[test]
fn it_is_asked_whose_the_other_file_is_before_anything_is_said_of_it() {
    let story = Story::with(OFFICE).opens(&own("law:3 feedback:1 trust:2")).compares(&head("law:3 trust:0"));
    assert!(story.says(Key::OtherIsQuestion) && story.says(Key::JointAsk));
    assert!(!story.says(Key::ReachedHead) && !story.says(Key::AgendaOpen) && !story.says(Key::StandInYes));
    assert!(story.says(Key::JointLead));
    let own_is_deputy = story.clone().does(Message::Comparing(Comparing::OtherIs(OtherIs::Head)));
    assert_eq!(own_is_deputy.announced(), story.word(Key::ResultsChanged));
    let own_is_head = story.does(Message::Comparing(Comparing::OtherIs(OtherIs::Deputy)));
    assert!(own_is_deputy.says(Key::AgendaOpen) && own_is_head.says(Key::AgendaOpen));
    let only = |story: &Story, key| story.under(key);
    assert_eq!(only(&own_is_deputy, Key::ReachedHead), only(&own_is_head, Key::ReachedDeputy));
    assert_eq!(only(&own_is_deputy, Key::ReachedDeputy), only(&own_is_head, Key::ReachedHead));
}

#[test]
fn where_no_competence_is_shared_the_reason_is_said() {
    let unit = framework(HEAD_OF_UNIT);
    let text = file("self", &unit.roles[0].id, "").replace("\"office\"", &format!("\"{}\"", unit.id));
    let answers: Map<String, Value> =
        unit.competences.iter().map(|own| (own.id.to_string(), json!({"answer": "rated", "level": 1}))).collect();
    let text = text.replace("\"competences\":{}", &format!("\"competences\":{}", json!(answers)));
    let opened = with_report(HEAD_OF_UNIT, &text);
    let story = Story::with(OFFICE).opens(&own("law:3 feedback:1")).compares(&opened);
    let story = story.does(Message::Comparing(Comparing::OtherIs(OtherIs::Head)));
    assert!(story.says(Key::JointDimensions) && !story.says(Key::StandInRule));
    assert!(story.does(Message::StepChosen(Step::Agenda)).says(Key::JointDimensions));
}

// ---- every golden comparison is drawn

#[test]
fn every_golden_comparison_is_drawn_in_both_languages() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/comparison");
    let entries = fs::read_dir(&cases).expect("the cases are there");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    folders.retain(|path| path.is_dir());
    assert!(folders.len() > 15);
    for folder in folders {
        let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
        let files = [("opened.json", OtherIs::Head), ("head.json", OtherIs::Head), ("deputy.json", OtherIs::Deputy)];
        let found = files.into_iter().find_map(|(name, other_is)| Some((read(name)?, other_is)));
        let (opened, other_is) = found.expect("a case has an opened file");
        let framework_of = |text: &str| {
            let file: Value = serde_json::from_str(text).expect("it is JSON");
            let id = file["framework"]["id"].as_str().expect("it names its framework").to_owned();
            fs::read_to_string(cases.join(id + ".json")).expect("the framework is there")
        };
        let own = read("own.json").expect("a case has an own file");
        let story = Story::with(&framework_of(&own)).opens(&own);
        let story = story.compares(&with_report(&framework_of(&opened), &opened));
        let story = match framework_of(&own) == framework_of(&opened) {
            true => story,
            false => story.does(Message::Comparing(Comparing::OtherIs(other_is))),
        };
        for language in Language::ALL {
            let story = story.clone().does(Message::LanguageChosen(language));
            if let Some(sides) = story.sides() {
                story.assert_says(&sides);
            }
            let agenda = story.does(Message::StepChosen(Step::Agenda));
            assert!(agenda.says(Key::AgendaTitle));
        }
    }
}

// ---- for any two files

fn any_levels() -> impl Strategy<Value = Vec<Option<u8>>> {
    vec(proptest::option::weighted(0.8, 0..=10_u8), 15)
}

/// The same file with these answers, folded into each scale.
fn answered(framework: &Framework, file: &Value, levels: &[Option<u8>]) -> Value {
    let mut file = file.clone();
    let answers = framework.competences.iter().enumerate().filter_map(|(place, competence)| {
        let level = (*levels.get(place)?)? % (framework.scale_of(place).highest() + 1);
        Some((competence.id.to_string(), json!({"answer": "rated", "level": level})))
    });
    file["responses"] = json!({"competences": answers.collect::<Map<_, _>>(), "behaviours": {}});
    file
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_named_is_two_steps_apart_and_swapped_files_swap_the_marks(
        (case, first, second) in (case(), any_levels(), any_levels())
    ) {
        let Case { framework: text, assessment } = case;
        let text = text.to_string();
        let framework = framework(&text);
        let mut one = answered(&framework, &assessment, &first);
        let mut two = answered(&framework, &assessment, &second);
        prop_assume!(one["responses"]["competences"] != json!({}) && two["responses"]["competences"] != json!({}));
        (one["updatedAt"], two["updatedAt"]) = (json!("2026-03-01"), json!("2025-03-01"));
        let shown = |one: &Value, two: &Value| Story::with(&text).opens(&one.to_string()).compares(&two.to_string());

        // Now and earlier, whichever was opened: the dates say which is which.
        let (here, there) = (shown(&one, &two), shown(&two, &one));
        let sides = here.sides().expect("they are compared");
        here.assert_says(&sides);
        let differ = |steps: &[Difference]| -> Vec<String> {
            sides.places(steps).iter().map(|place| here.title(*place)).collect()
        };
        prop_assert_eq!(here.under(Key::MovedTitle), differ(&Difference::DIFFERENCE));
        prop_assert_eq!(here.under(Key::MovedTitle), there.under(Key::MovedTitle));
        prop_assert_eq!(here.marks(), there.marks());

        // The answers swapped: each mark is the other's, and what was higher is lower.
        (one["updatedAt"], two["updatedAt"]) = (two["updatedAt"].clone(), one["updatedAt"].clone());
        let swapped = shown(&two, &one);
        swapped.assert_says(&swapped.sides().expect("they are compared"));
        prop_assert_eq!(swapped.under(Key::MovedTitle), here.under(Key::MovedTitle));
        let exchanged: Vec<_> = here.marks().into_iter().map(|(title, own, other)| (title, other, own)).collect();
        prop_assert_eq!(swapped.marks(), exchanged);
        let count = |story: &Story, key| story.pictures_saying(key);
        prop_assert_eq!(count(&here, Key::HigherNow), count(&swapped, Key::HigherEarlier));
        prop_assert_eq!(count(&here, Key::HigherEarlier), count(&swapped, Key::HigherNow));
        prop_assert_eq!(count(&here, Key::HigherNow), differ(&[Difference::FirstHigher]).len());

        // An employee's and a manager's.
        two["rater"] = json!("manager");
        let (here, there) = (shown(&one, &two), shown(&two, &one));
        let sides = here.sides().expect("they are compared");
        here.assert_says(&sides);
        prop_assert_eq!(here.marks(), there.marks());
        prop_assert_eq!(here.under(Key::TalkTitle), there.under(Key::TalkTitle));
        // Each level is one that somebody gave, or that the role asks for: nothing else is on the axes.
        let agenda = here.does(Message::StepChosen(Step::Agenda));
        prop_assert!(agenda.says(Key::NoticeCompare));
    }
}

// ---- files

/// A file of the office with these answers.
fn file(rater: &str, role: &str, answers: &str) -> String {
    let responses: Map<String, Value> = answers
        .split_whitespace()
        .map(|answer| answer.split_once(':').expect("an answer is `id:level`"))
        .map(|(id, level)| (id.to_owned(), json!({"answer": "rated", "level": level.parse::<i64>().expect("a level")})))
        .collect();
    json!({
        "format": "rokade.assessment/1", "createdAt": "2026-03-01T08:00:00Z", "updatedAt": "2026-03-01T09:00:00Z",
        "framework": {"id": "office", "version": "2"}, "purpose": "development", "rater": rater, "role": role,
        "responses": {"competences": responses},
    })
    .to_string()
}

fn own(answers: &str) -> String {
    file("self", "deputy", answers)
}

fn manager(answers: &str) -> String {
    file("manager", "deputy", answers)
}

fn earlier(answers: &str, plan: Value) -> String {
    let mut file: Value = serde_json::from_str(&own(answers)).expect("it is JSON");
    file["updatedAt"] = json!("2025-03-01T09:00:00Z");
    file["plan"] = plan;
    file.to_string()
}

/// A head's file, with its report.
fn head(answers: &str) -> String {
    let text = file("self", "head", answers).replace("\"office\"", "\"head-of-office\"");
    with_report(HEAD_OF_OFFICE, &text.replace("\"version\":\"2\"", "\"version\":\"1\""))
}

fn framework(text: &str) -> Framework {
    Framework::read(text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The file as the page of its own framework saves it.
fn with_report(framework_text: &str, text: &str) -> String {
    let framework = framework(framework_text);
    let assessment = file::read(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}")).assessment;
    let report = framework.role(&assessment.role).map(|role| Report::of(&framework, role, &assessment));
    let report = report.map(|report| Raw::of(&report.file(&framework)));
    to_pretty(&file::saved(&assessment, Derived { report, ..Derived::default() }))
}

fn level(story: &Story, id: &str) -> Option<i64> {
    match story.journey().assessment.responses.competences.get(id)?.answer {
        rokade::assessment::Answer::Rated(level) => Some(level),
        _ => None,
    }
}

// ---- the story

/// A widget, what last happened, and what was kept last.
#[derive(Clone)]
struct Story {
    state: State,
    effects: Vec<Effect>,
    kept: Option<StoredProgress>,
}

impl Story {
    fn with(framework: &str) -> Self {
        let story = Self { state: State::default(), effects: Vec::new(), kept: None };
        let settings = Settings { language: Some("en".into()), ..Settings::default() };
        story.does(Message::SettingsChanged(settings)).does(Message::FrameworkRead(framework.into()))
    }

    fn does(mut self, message: Message) -> Self {
        let now = Now { iso: "2026-03-05T08:00:00.000Z".into(), day: 20_517 };
        self.effects = update(&mut self.state, message, &now);
        for effect in &self.effects {
            if let Effect::SaveProgress(stored) = effect {
                assert_ne!(stored.keeping, Retention::Nowhere);
                self.kept = Some(stored.clone());
            }
        }
        self.assert_sound();
        self
    }

    fn assert_sound(&self) {
        screens::assert_sound(&self.state, &self.node());
        let names = self.names();
        let mut once = names.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), names.len(), "what can be used has a name of its own: {names:?}");
    }

    /// What can be used on a comparison, by its name.
    fn names(&self) -> Vec<String> {
        let node = self.node();
        let is_compared = screens::elements(&node).into_iter().any(|parts| screens::has_class(parts, "compare"));
        let used = screens::elements(&node).into_iter().filter(|parts| ["button", "summary"].contains(&&*parts.tag));
        let named = used.map(|parts| match screens::attribute(parts, "aria-label") {
            Some(label) => label.to_owned(),
            None => screens::text_of(parts),
        });
        let mut names: Vec<String> = named.filter(|_| is_compared).collect();
        names.extend(self.selects());
        names
    }

    /// The same widget at another place of the journey.
    fn at(mut self, journey: Journey) -> Self {
        if let Status::Ready(session) = &mut self.state.status {
            session.screen = Screen::Journey(journey);
        }
        self.assert_sound();
        self
    }

    fn opens(self, file: &str) -> Self {
        self.does(Message::FileOpened(file.into()))
    }

    fn compares(self, file: &str) -> Self {
        let story = self.opens(file);
        assert!(matches!(story.session().dialog, Some(Dialog::Opened { compared: Some(Ok(_)), .. })), "{file}");
        let story = story.does(Message::Comparing(Comparing::Begun));
        assert_eq!(story.journey().step, Step::Compare);
        story
    }

    fn agrees(self, id: &str, level: Option<u8>) -> Self {
        let competence = self.framework().competence(id).expect("it is there");
        self.does(Message::Comparing(Comparing::LevelAgreed { competence, level }))
    }

    fn takes_plan_over(self) -> Self {
        self.does(Message::Comparing(Comparing::PlanTakenOver))
    }

    fn saves(&self) -> String {
        let assessment = self.journey().own_file();
        to_pretty(&file::saved(&assessment, Derived::default()))
    }

    fn session(&self) -> &Session {
        match &self.state.status {
            Status::Ready(session) => session,
            other => panic!("there is no framework: {other:?}"),
        }
    }

    fn framework(&self) -> &Framework {
        &self.session().framework
    }

    fn journey(&self) -> &Journey {
        self.session().journey().expect("there are answers")
    }

    fn node(&self) -> Vec<screens::Piece> {
        screens::drawn(&self.state, &ReportCache::default())
    }

    fn text(&self) -> String {
        screens::text(&self.node())
    }

    fn word(&self, key: Key) -> Rc<str> {
        self.state.wording.text(key)
    }

    fn says(&self, key: Key) -> bool {
        self.text().contains(&*self.word(key))
    }

    fn says_line(&self, key: Key, level: &str) -> bool {
        let quoted = self.state.wording.say(Key::Quoted, &[("level", level)]);
        self.text().contains(&format!("{}: {quoted}", self.word(key)))
    }

    fn announced(&self) -> Rc<str> {
        self.state.announcement.1.clone()
    }

    fn asks(&self, title: Key) -> bool {
        let node = self.node();
        let dialog = screens::elements(&node).into_iter().find(|parts| parts.tag == "dialog");
        dialog.is_some_and(|dialog| screens::text_of(dialog).starts_with(&*self.word(title)))
    }

    /// The buttons of the dialog.
    fn offers(&self) -> Vec<Key> {
        let node = self.node();
        let dialog = screens::elements(&node).into_iter().find(|parts| parts.tag == "dialog").expect("it is asked");
        let inside = dialog.children.clone();
        let buttons = screens::elements(&inside).into_iter().filter(|parts| parts.tag == "button");
        let known = [Key::Cancel, Key::ReplaceConfirm, Key::CompareBegin];
        let key = |parts: &screens::Element| known.into_iter().find(|key| *self.word(*key) == *screens::text_of(parts));
        buttons.map(|parts| key(parts).expect("it is known")).collect()
    }

    fn has_file_field(&self) -> bool {
        let node = self.node();
        screens::elements(&node).into_iter().any(|parts| screens::attribute(parts, "type") == Some("file"))
    }

    fn screens_told(&self) -> Vec<&'static str> {
        let screen = |effect: &Effect| match effect {
            Effect::Emit(Event::Progress { screen, .. }) => Some(*screen),
            _ => None,
        };
        self.effects.iter().filter_map(screen).collect()
    }

    /// What the comparison says, where it is of two sides.
    fn sides(&self) -> Option<SideBySide> {
        let journey = self.journey();
        match journey.compared.as_ref()?.comparison(self.framework(), journey.role, &journey.assessment) {
            Ok(Comparison::SelfAndManager(sides) | Comparison::NowAndEarlier(sides)) => Some(sides),
            _ => None,
        }
    }

    fn title(&self, place: usize) -> String {
        let language = self.state.content_language(self.framework());
        self.framework().competences[place].title.in_language(language).to_string()
    }

    /// The competences in rows under the heading of a section.
    fn under(&self, title: Key) -> Vec<String> {
        let node = self.node();
        let sections = screens::elements(&node).into_iter().filter(|parts| parts.tag == "section");
        let heading = |parts: &screens::Element| {
            let inside = parts.children.clone();
            screens::elements(&inside).first().map(|first| screens::text_of(first)).unwrap_or_default()
        };
        let section = sections.into_iter().find(|parts| heading(parts) == *self.word(title));
        section.map_or_else(Vec::new, |section| rows_in(&section.children.clone()))
    }

    /// The places where the circle and the square of each picture stand, with its competence; of the pictures that are
    /// about levels, in framework order.
    fn marks(&self) -> Vec<(String, Option<String>, Option<String>)> {
        let node = self.node();
        let pictures = screens::elements(&node).into_iter().filter(|parts| {
            screens::attribute(parts, "role") == Some("img")
                && screens::attribute(parts, "aria-labelledby").is_some_and(|id| !id.contains("levels"))
        });
        let mut marks: Vec<_> = pictures
            .map(|parts| {
                let inside = parts.children.clone();
                let at = |class: &str, name: &str| {
                    let mark = screens::elements(&inside).into_iter().find(|parts| screens::has_class(parts, class));
                    mark.and_then(|mark| screens::attribute(mark, name)).map(str::to_owned)
                };
                let title = screens::text_of(screens::elements(&inside)[0]);
                (title.split(": ").next().unwrap_or_default().to_owned(), at("self", "cx"), at("other", "x"))
            })
            .collect();
        marks.sort();
        marks
    }

    /// How many pictures say this.
    fn pictures_saying(&self, key: Key) -> usize {
        let node = self.node();
        let words = format!(": {}.", self.word(key));
        let is_one = |parts: &&screens::Element| {
            parts.tag == "title"
                && screens::text_of(parts).ends_with(&words)
                && screens::attribute(parts, "id").is_some_and(|id| !id.contains("levels"))
        };
        screens::elements(&node).iter().filter(|parts| is_one(parts)).count()
    }

    /// The selects for levels to agree on, by their names.
    fn selects(&self) -> Vec<String> {
        let node = self.node();
        let labels = screens::elements(&node).into_iter().filter(|parts| {
            screens::has_class(parts, "field-name")
                && screens::attribute(parts, "id").is_some_and(|id| id.contains("agreed"))
        });
        let is_compared = screens::elements(&node).into_iter().any(|parts| screens::has_class(parts, "compare"));
        labels.filter(|_| is_compared).map(screens::text_of).collect()
    }

    /// The level that is chosen for a competence.
    fn selected(&self, id: &str) -> String {
        let place = self.framework().competence(id).expect("it is there");
        let node = self.node();
        let select = screens::elements(&node).into_iter().find(|parts| {
            parts.tag == "select"
                && screens::attribute(parts, "id").is_some_and(|id| id.ends_with(&format!("agreed{place}")))
        });
        let options = screens::elements(&select.expect("there is a select").children).into_iter();
        let chosen: Vec<_> = options.filter(|parts| screens::attribute(parts, "selected").is_some()).collect();
        // A browser shows one that nobody chose where none is marked.
        assert_eq!(chosen.len(), 1, "one option is selected");
        screens::attribute(chosen[0], "value").unwrap_or_default().to_owned()
    }

    /// What stands between the title and the notices: the comparison itself, without what names the own side's file.
    fn compared_text(&self) -> String {
        let node = self.node();
        let compared = screens::elements(&node).into_iter().find(|parts| screens::has_class(parts, "compare"));
        screens::text_of(compared.expect("it is compared"))
    }

    /// Every competence stands where it belongs, and no position is another than one of the levels that were given or
    /// asked for.
    fn assert_says(&self, sides: &SideBySide) {
        let is_now = self.says(Key::CompareLeadEarlier);
        let titles =
            |steps: &[Difference]| -> Vec<String> { sides.places(steps).iter().map(|&at| self.title(at)).collect() };
        let (same, differ) = match is_now {
            true => (Key::AgreementTitleEarlier, Key::MovedTitle),
            false => (Key::AgreementTitle, Key::TalkTitle),
        };
        assert_eq!(self.under(differ), titles(&Difference::DIFFERENCE));
        assert_eq!(self.under(same), titles(&Difference::AGREEMENT));
        assert_eq!(self.under(Key::OneSidedTitle), titles(&Difference::ONE_SIDED));
        let targets: Vec<_> = sides.targets.iter().map(|target| self.title(target.competence)).collect();
        assert_eq!(self.under(Key::TargetsDifferTitle), targets);
        for (title, own, other) in self.marks() {
            let place = (0..sides.rows.len()).find(|&at| self.title(at) == title).expect("it is a competence's");
            let pair = &sides.rows[place];
            let levels = self.framework().scale_of(place).levels.len();
            let across = |level: u8| {
                let tenths = (2 * usize::from(level) + 1) * 500 / levels;
                format!("{}.{}%", tenths / 10, tenths % 10)
            };
            assert_eq!(own, pair.first.answer.level().map(across), "{title}");
            assert_eq!(other, pair.second.answer.level().map(across), "{title}");
        }
    }
}

/// The competences in the rows of charts.
fn rows_in(node: &[screens::Piece]) -> Vec<String> {
    let rows = screens::elements(node).into_iter().filter(|parts| screens::has_class(parts, "finding"));
    rows.map(screens::text_of).collect()
}

#[test]
fn agreements_without_words_are_listed_by_their_number() {
    let item = PlanItem::default();
    assert!(item.goal.is_empty());
    let plan = json!([{"goal": ""}, {"goal": "Better talks"}]);
    let story = Story::with(OFFICE).opens(&own("law:0")).compares(&earlier("law:4", plan));
    assert!(story.text().contains(&*story.state.wording.say(Key::PlanItem, &[("number", "1")])));
    assert_eq!(story.journey().assessment.purpose, Purpose::Development);
}
