//! A second file beside the answers, told as what a person does: what is asked first, what stands on the screen, what two
//! people agree on, and what becomes of last time's plan. Every screen on the way is looked at in both languages.
#![cfg(not(target_arch = "wasm32"))]

mod generated;
mod screens;

use generated::{Case, case};
use proptest::collection::vec;
use proptest::prelude::*;
use rokade::assessment::file::{self, Derived};
use rokade::assessment::{Answer, PlanItem, Purpose};
use rokade::comparison::blocks::Block;
use rokade::comparison::side_by_side::SideBySide;
use rokade::comparison::{Comparison, NotComparable, OtherIs};
use rokade::framework::Framework;
use rokade::gather::Raw;
use rokade::json::to_pretty;
use rokade::report::Report;
use rokade::state::Comparing;
use rokade::state::incoming::{FileQuestion, OthersFileChoice, OwnAnswers, OwnFileChoice, Whose};
use rokade::state::journey::{AfterAnswer, Item, Journey, Step};
use rokade::state::progress::{Now, StoredProgress};
use rokade::state::settings::{Retention, Settings};
use rokade::state::share::SharePart;
use rokade::state::{Effect, Event, Export, Incoming, Message, Notice, Screen, Session, State, Status, update};
use rokade::state::{PlanField, Planning};
use rokade::view::ReportCache;
use rokade::wording::{Key, Language};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

const OFFICE: &str = include_str!("comparison/office.json");
const HEAD_OF_OFFICE: &str = include_str!("comparison/head-of-office.json");
const WORKSHOP: &str = include_str!("comparison/workshop.json");
const HEAD_OF_UNIT: &str = include_str!("comparison/head-of-unit.json");

// ---- opening a second file

/// What can be done with somebody else's file, and why it can't be compared.
fn with_somebody_elses(choices: &[OthersFileChoice], not_compared: Option<NotComparable>) -> FileQuestion {
    FileQuestion::OfSomebodyElses { choices: choices.to_vec(), not_compared }
}

const BESIDE: OthersFileChoice = OthersFileChoice::Compare(OwnAnswers::UnderWay);

#[test]
fn somebody_elses_file_can_be_compared_or_read_and_takes_nobodys_place() {
    let story = Story::with(OFFICE).opens(&own("law:2")).gets(&manager("law:4"));
    assert_eq!(story.question(), with_somebody_elses(&[BESIDE, OthersFileChoice::Read], None));
    assert!(story.says(Key::BesideTitle) && story.says(Key::FileOfManager) && !story.says(Key::ReplaceLead));
    let before = story.journey().assessment.clone();
    let compared = story.clone().does(Message::Incoming(Incoming::SomebodyElses(BESIDE)));
    assert_eq!(compared.journey().step, Step::Compare);
    assert_eq!(compared.journey().assessment, before, "comparing changes nothing");
    let closed = story.clone().does(Message::Incoming(Incoming::Closed));
    assert_eq!(closed.journey().compared, None);
    let replaces = OwnFileChoice::GoOn { replaces: true };
    for not_offered in [Incoming::Mine(replaces), Incoming::Said(Whose::Mine)] {
        let story = story.clone().does(Message::Incoming(not_offered));
        assert_eq!(story.journey().assessment, before, "what isn't offered isn't done");
    }
}

#[test]
fn ones_own_earlier_file_can_be_compared_or_take_the_place_of_the_answers() {
    let story = Story::with(OFFICE).opens(&own("law:2")).gets(&own("law:4")).says_whose(Whose::Mine);
    let replaces = OwnFileChoice::GoOn { replaces: true };
    let offered = [OwnFileChoice::Compare(OwnAnswers::UnderWay), OwnFileChoice::Read, replaces.clone()];
    assert_eq!(story.question(), FileQuestion::OfMine(offered.to_vec()));
    assert!(story.says(Key::BesideLead) && story.says(Key::ReplaceLead));
    let replaced = story.does(Message::Incoming(Incoming::Mine(replaces)));
    assert_eq!(replaced.journey().assessment.responses.competences["law"].answer, Answer::Rated(4));
    assert_eq!(replaced.journey().compared, None);
}

#[test]
fn a_file_that_cannot_be_compared_says_why_and_can_still_be_read() {
    let cases = [
        (own("law:2"), manager(""), Key::DeclinedNoAnswers),
        (own("law:2"), file("manager", "specialist", "law:2"), Key::DeclinedOtherRole),
        (manager("law:2"), manager("law:3").replace("T08:00", "T07:00"), Key::DeclinedBothManagers),
    ];
    for (own, opened, why) in cases {
        let story = Story::with(OFFICE).opens(&own).gets(&opened).says_whose(Whose::SomebodyElses);
        let FileQuestion::OfSomebodyElses { choices, .. } = story.question() else { panic!("{why:?}") };
        assert_eq!(choices, [OthersFileChoice::Read]);
        assert!(story.says(why), "{why:?}");
        let story = story.does(Message::Incoming(Incoming::SomebodyElses(BESIDE)));
        assert_eq!(story.journey().compared, None, "what isn't offered isn't done");
    }
    let story = Story::with(OFFICE).opens(&own("")).gets(&manager("law:2"));
    assert_eq!(
        story.question(),
        with_somebody_elses(&[OthersFileChoice::AnswerFirst, OthersFileChoice::Read], None),
        "nothing of one's own yet"
    );
}

#[test]
fn a_file_of_another_framework_can_only_be_compared() {
    let story = Story::with(OFFICE).opens(&own("law:2")).gets(&head("law:3"));
    assert_eq!(story.question(), with_somebody_elses(&[BESIDE], None));
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
    let levels = results.clone().does(Message::Continued);
    assert!(levels.says(Key::CompareOpenLead) && levels.has_file_field());
    let keep = results.clone().does(Message::StepChosen(Step::Keep));
    assert!(keep.says(Key::OpenFileLead) && keep.has_file_field());
    let compared = results.compares(&manager("law:4"));
    let back = compared.does(Message::WentBack);
    assert!(matches!(back.journey().step, Step::Overview { .. }));
    let back = back.does(Message::Continued);
    assert!(back.says(Key::CompareBack) && !back.has_file_field());
    assert_eq!(back.does(Message::StepChosen(Step::Compare)).journey().step, Step::Compare);
}

#[test]
fn applicants_have_nobody_to_compare_with() {
    let file = own("law:2").replace("development", "exploration");
    let story = Story::with(OFFICE).opens(&file);
    assert!(!story.says(Key::CompareOpenLead) && !story.does(Message::Continued).says(Key::CompareOpenLead));
}

#[test]
fn the_second_file_is_never_kept_and_a_reload_leads_to_the_results() {
    let story = Story::with(OFFICE).opens(&own("law:2")).compares(&manager("law:4 trust:3"));
    assert!(story.says(Key::CompareNotKept));
    let kept = story.kept.clone().expect("the answers are kept");
    assert!(!kept.text.contains("manager") && !kept.text.contains("trust"));
    let again = Story::with(OFFICE).does(Message::ProgressFound(vec![kept]));
    assert!(matches!(again.journey().step, Step::Overview { .. }));
    assert_eq!(again.journey().compared, None);
    assert!(again.does(Message::Continued).says(Key::CompareOpenLead));
    let ended = story.does(Message::Comparing(Comparing::Ended));
    assert!(matches!(ended.journey().step, Step::Overview { .. }));
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
    assert_eq!(story.under(Key::ApartTitle), ["Law"]);
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
fn differing_levels_of_the_role_are_named_and_counted_by_what_they_differ_in() {
    let own = own("law:2 feedback:2")
        .replace("\"role\"", r#""targets": {"focus": ["people"], "adjusted": {"law": 4}}, "role""#);
    let story = Story::with(OFFICE).opens(&own).compares(&manager("law:2 feedback:2"));
    assert_eq!(story.under(Key::TargetsDifferTitle), ["Feedback", "Trust", "Difficult talks", "Law"]);
    let text = story.text();
    for said in [
        "3 competences because of the parts in focus: Feedback, Trust and Difficult talks.",
        "1 competence because of an agreement on the level: Law.",
    ] {
        assert!(text.contains(said), "{said}");
    }
    let staged = manager("law:2 feedback:2").replace("\"role\"", "\"stage\": \"start\", \"role\"");
    let story = Story::with(OFFICE).opens(&self::own("law:2 feedback:2")).compares(&staged);
    assert!(story.says(Key::StageAlone) && !story.says(Key::TargetsDifferTitle), "a stage alone is one sentence");
}

#[test]
fn what_lies_the_same_way_throughout_is_counted() {
    let answers = |levels: [u8; 6]| {
        let ids = ["sawing", "planing", "gluing", "carving", "turning", "finishing"];
        let levels = ids.iter().zip(levels).map(|(id, level)| format!("{id}:{level}")).collect::<Vec<_>>();
        levels.join(" ")
    };
    let of = |rater: &str, day: &str, levels: [u8; 6]| {
        let file = file(rater, "joiner", &answers(levels)).replace("\"office\"", "\"workshop\"");
        file.replace("\"version\":\"2\"", "\"version\":\"1\"").replace("2026-03-01T09", day)
    };
    let now = of("self", "2026-03-01T09", [3, 3, 3, 4, 3, 1]);
    let story = Story::with(WORKSHOP).opens(&now).compares(&of("manager", "2026-03-01T09", [2, 2, 2, 2, 3, 1]));
    let line = "Craft: The manager's answer is lower in 4 of the 6 you both answered, and higher in none.";
    assert!(story.text().contains(line) && story.says(Key::DirectionLead));
    assert!(story.does(Message::StepChosen(Step::Agenda)).text().contains(line));
    let story = Story::with(WORKSHOP).opens(&now).compares(&of("self", "2025-03-01T09", [2, 2, 2, 3, 3, 0]));
    for said in ["In all: 5 of 6 are higher than last time, none lower.", "Craft: 5 of 6 are higher"] {
        assert!(story.text().contains(said), "{said}");
    }
    assert!(story.says(Key::GrowthLead) && !story.says(Key::SharperLead));
    let story = Story::with(WORKSHOP).opens(&now).compares(&of("self", "2025-03-01T09", [4, 4, 4, 4, 4, 1]));
    assert!(story.text().contains("In all: 4 of 6 are lower than last time, none higher."));
    assert!(story.says(Key::SharperLead) && !story.says(Key::GrowthLead));
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
        let story = story.does(Message::LanguageChosen(language.tag().into()));
        assert!(story.says(Key::NoticeCompare));
        assert!(story.does(Message::StepChosen(Step::Agenda)).says(Key::NoticeCompare));
    }
}

#[test]
fn the_agenda_has_the_blocks_to_talk_about_and_room_for_what_is_agreed() {
    let story = Story::with(OFFICE).opens(&own("law:0 feedback:1 trust:4 quality:2 talks:2"));
    let story = story.compares(&manager("law:4 feedback:2 trust:4 quality:2")).does(Message::StepChosen(Step::Agenda));
    assert_eq!(story.under(Key::GoesWellTitle), ["Trust"]);
    assert_eq!(story.under(Key::PractiseTitle), ["Feedback"]);
    assert_eq!(story.under(Key::ApartTitle), ["Law"]);
    assert!(!story.says(Key::RestTitle) && !story.says(Key::OneSidedTitle), "there is nothing to talk about");
    let rows = story.table("to-agree");
    assert_eq!(rows[0], ["What", "Who", "When"]);
    assert!(rows.len() > 3 && rows[1..].iter().all(|row| *row == ["", "", ""]), "{rows:?}");
}

#[test]
fn wishes_and_agreements_stand_on_the_agenda_only_where_they_are_ticked() {
    let plan = json!([
        {"goal": "Better talks", "followUp": "2026-03-05"},
        {"goal": "Still to come", "followUp": "2026-03-06"},
        {"goal": "Half done", "outcome": "Half of it"},
    ]);
    let mut own: Value = serde_json::from_str(&own("law:0")).expect("it is JSON");
    own["updatedAt"] = json!("2026-03-05T07:00:00Z");
    own["plan"] = plan;
    own["wishes"] = json!({"competences": {"talks": 2}, "areas": {"open-house": 2}});
    let own = own.to_string();
    let story = Story::with(OFFICE).opens(&own).compares(&manager("law:4")).does(Message::StepChosen(Step::Agenda));
    let ticks = |story: Story, tick| story.does(Message::Export(Export::Ticked { tick, is_ticked: true }));
    assert!(story.says(Key::AgendaTicks));
    for private in ["Better talks", "Half done", "Open house", "Difficult talks"] {
        assert!(!story.text().contains(private), "{private}");
    }
    let with_wishes = ticks(story.clone(), SharePart::Wishes).text();
    assert!(with_wishes.contains("Open house") && with_wishes.contains("Difficult talks"));
    let with_plan = ticks(story, SharePart::Plan).text();
    assert!(with_plan.contains("Better talks") && with_plan.contains("Half done"));
    assert!(!with_plan.contains("Still to come") && !with_plan.contains("Open house"));

    // Whoever reads an employee's file has been given what it holds.
    let story = Story::with(OFFICE).opens(&manager("law:4")).compares(&own).does(Message::StepChosen(Step::Agenda));
    assert!(!story.says(Key::AgendaTicks));
    for shared in ["Better talks", "Half done", "Open house", "Difficult talks"] {
        assert!(story.text().contains(shared), "{shared}");
    }
    assert!(!story.text().contains("Still to come"), "what was agreed yesterday is nothing to follow up");
}

// ---- now and earlier, and last time's plan

#[test]
fn what_is_tried_for_the_first_time_and_what_has_moved_come_before_what_is_as_before() {
    let untried = earlier("law:0 trust:2 quality:1", json!([]));
    let mut untried: Value = serde_json::from_str(&untried).expect("it is JSON");
    untried["responses"]["competences"]["talks"] = json!({"answer": "noOpportunity"});
    let story = Story::with(OFFICE).opens(&own("law:2 trust:3 talks:1 feedback:2"));
    let story = story.compares(&untried.to_string());
    let text = story.text();
    let titles = [Key::FirstTimeTitle, Key::MovedTitle, Key::AsBeforeTitle, Key::OneSidedTitleEarlier];
    let found = titles.map(|key| text.find(&*story.word(key)).expect("it is there"));
    assert!(found.is_sorted(), "{found:?}");
    let expected = [vec!["Difficult talks"], vec!["Law"], vec!["Trust"], vec!["Feedback", "Quality"]];
    assert_eq!(titles.map(|key| story.under(key)), expected);
}

#[test]
fn last_times_plan_leads_through_the_competences_that_it_names_and_nothing_else() {
    let plan = json!([{"goal": "Know the law", "competences": ["law", "talks"]}, {"goal": "Rest"}]);
    let story = Story::with(OFFICE).opens(&own("law:0 feedback:3 talks:1")).compares(&earlier("law:4", plan));
    let story = story.takes_plan_over();
    assert!(story.says(Key::FollowUpLead));
    let mut story = story.does(Message::Planning(Planning::FollowUpBegun));
    for id in ["talks", "law"] {
        let place = story.framework().competence(id).expect("it is there");
        let Step::Question(question) = &story.journey().step else { panic!("it is asked about {id}") };
        assert_eq!((question.item, question.then), (Item::Competence(place), AfterAnswer::FollowUp));
        story = story.does(Message::ResponseGiven(Answer::Rated(3))).does(Message::Continued);
    }
    assert_eq!(story.journey().step, Step::Plan);
    assert_eq!(["talks", "law", "feedback"].map(|id| level(&story, id)), [Some(3); 3]);
    assert_eq!(story.journey().assessment.plan.len(), 2);
}

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
    assert!(story.says(Key::CompareLeadEarlier) && story.says(Key::StageAloneEarlier));
    assert!(!story.says(Key::TargetsDifferLeadEarlier), "a stage is no list of levels that differ");
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
    assert!(!story.says(Key::ReachedHead) && !story.says(Key::AgendaOpen) && !story.says(Key::StandInColumn));
    assert!(story.says(Key::JointLead));
    let own_is_deputy = story.clone().does(Message::Comparing(Comparing::OtherIs(OtherIs::Head)));
    assert_eq!(own_is_deputy.announced(), story.word(Key::ResultsChanged));
    let own_is_head = story.does(Message::Comparing(Comparing::OtherIs(OtherIs::Deputy)));
    assert!(own_is_deputy.says(Key::AgendaOpen) && own_is_head.says(Key::AgendaOpen));
    // Held to the deputy's role, whichever framework that is in.
    assert_eq!(own_is_deputy.under(Key::ReachedBoth), ["Law"]);
    assert_eq!(own_is_deputy.under(Key::ReachedDeputy), ["Trust"]);
    assert_eq!(own_is_head.under(Key::ReachedBoth), ["Law"]);
    assert_eq!(own_is_head.under(Key::ReachedNeither), ["Trust"]);
}

#[test]
fn every_shared_competence_stands_in_the_table_before_the_groups() {
    let story = Story::with(OFFICE).opens(&own("law:3 feedback:1 trust:2")).compares(&head("law:3 trust:0"));
    let story = story.does(Message::Comparing(Comparing::OtherIs(OtherIs::Head)));
    let rows = story.table("joint");
    assert_eq!(
        rows,
        [
            ["Competence", "Head", "Deputy", "The deputy can stand in for the head"],
            ["Feedback", "No level", "With help", "Not yet"],
            ["Trust", "New to me", "On my own", "Yes"],
            ["Difficult talks", "No level", "No level", "Can't be determined"],
            ["Law", "In new situations", "In new situations", "Yes"],
        ]
    );
    let text = story.text();
    assert!(text.find(&*story.word(Key::StandInColumn)) < text.find(&*story.word(Key::ReachedBoth)));
    assert!(story.says(Key::StandInRule));
    assert!(!story.says(Key::CoverLead), "the head alone reaches nothing here");
    // Each person's own level is one click away, beside the row.
    let own = story.state.wording.say(Key::Quoted, &[("level", "In new situations")]);
    assert!(text.contains(&format!("{}: Law", story.word(Key::OwnTargets))) && text.contains(&*own));
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
            let story = story.clone().does(Message::LanguageChosen(language.tag().into()));
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
        // A file that equals what is here raises no question.
        prop_assume!(one["responses"]["competences"] != two["responses"]["competences"]);
        (one["updatedAt"], two["updatedAt"]) = (json!("2026-03-01"), json!("2025-03-01"));
        let shown = |one: &Value, two: &Value| Story::with(&text).opens(&one.to_string()).compares(&two.to_string());

        // Now and earlier, whichever was opened: the dates say which is which.
        let (here, there) = (shown(&one, &two), shown(&two, &one));
        let sides = here.sides().expect("they are compared");
        here.assert_says(&sides);
        let apart = sides.places(Block::Apart);
        prop_assert_eq!(here.under(Key::MovedTitle), apart.iter().map(|at| here.title(*at)).collect::<Vec<_>>());
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
        let risen = |at: &&usize| sides.rows[**at].levels().is_some_and(|(now, earlier)| now > earlier);
        prop_assert_eq!(count(&here, Key::HigherNow), apart.iter().filter(risen).count());

        // An employee's and a manager's.
        two["rater"] = json!("manager");
        let (here, there) = (shown(&one, &two), shown(&two, &one));
        let sides = here.sides().expect("they are compared");
        here.assert_says(&sides);
        prop_assert_eq!(here.marks(), there.marks());
        prop_assert_eq!(here.under(Key::ApartTitle), there.under(Key::ApartTitle));
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
        let now = Now::in_utc("2026-03-05T08:00:00.000Z", 20_517);
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

    /// A file comes in, and nothing is said of it yet.
    fn gets(self, file: &str) -> Self {
        self.does(Message::FileOpened(file.into()))
    }

    fn says_whose(self, whose: Whose) -> Self {
        self.does(Message::Incoming(Incoming::Said(whose)))
    }

    /// What is asked about the file that came in.
    fn question(&self) -> FileQuestion {
        match &self.session().screen {
            Screen::Incoming { file, .. } => file.question.clone(),
            other => panic!("no file came in: {other:?}"),
        }
    }

    /// The person says that the file is theirs and goes on with it.
    fn opens(self, file: &str) -> Self {
        let mut story = self.does(Message::FileOpened(file.into()));
        while let Some(message) = screens::next_with_mine(&story.state) {
            story = story.does(message);
        }
        story
    }

    fn compares(self, file: &str) -> Self {
        let story = self.gets(file);
        let story = if story.question() == FileQuestion::Whose { story.says_whose(Whose::Mine) } else { story };
        let beside = match story.question() {
            FileQuestion::OfMine(_) => Incoming::Mine(OwnFileChoice::Compare(OwnAnswers::UnderWay)),
            _ => Incoming::SomebodyElses(OthersFileChoice::Compare(OwnAnswers::UnderWay)),
        };
        let story = story.does(Message::Incoming(beside));
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
        let assessment = self.journey().own_file(&Settings::default());
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

    /// The cells of the table of this class, row by row.
    fn table(&self, class: &str) -> Vec<Vec<String>> {
        let node = self.node();
        let tables = screens::elements(&node).into_iter();
        let table = tables.into_iter().find(|parts| parts.tag == "table" && screens::has_class(parts, class));
        let inside = table.expect("there is such a table").children.clone();
        let rows = screens::elements(&inside).into_iter().filter(|parts| parts.tag == "tr");
        let cells = |row: &screens::Element| {
            let inside = row.children.clone();
            let cells = screens::elements(&inside).into_iter().filter(|parts| ["th", "td"].contains(&&*parts.tag));
            cells.map(screens::text_of).collect()
        };
        rows.map(cells).collect()
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
                // Where both are at one level the square is the one that is seen.
                let marks = screens::elements(&inside);
                let place = |class: &str| marks.iter().position(|mark| screens::has_class(mark, class));
                assert!(place("other").is_none() || place("other") > place("self"), "the square is drawn last");
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
        let titles = |block: Block| -> Vec<String> { sides.places(block).iter().map(|&at| self.title(at)).collect() };
        let blocks = match is_now {
            true => vec![
                (Block::FirstTime, Key::FirstTimeTitle),
                (Block::Apart, Key::MovedTitle),
                (Block::Rest, Key::AsBeforeTitle),
                (Block::OneSided, Key::OneSidedTitleEarlier),
            ],
            false => vec![
                (Block::GoesWell, Key::GoesWellTitle),
                (Block::Practise, Key::PractiseTitle),
                (Block::Apart, Key::ApartTitle),
                (Block::Rest, Key::RestTitle),
                (Block::OneSided, Key::OneSidedTitle),
            ],
        };
        for (block, title) in blocks {
            assert_eq!(self.under(title), titles(block), "{block:?}");
        }
        let targets = sides.targets.iter().filter(|target| !is_now && !target.is_by_stage_alone());
        let targets: Vec<_> = targets.map(|target| self.title(target.competence)).collect();
        assert_eq!(self.under(Key::TargetsDifferTitle), targets);
        let growth = if is_now { Key::GrowthTitle } else { Key::DirectionTitle };
        assert_eq!(self.says(growth), !sides.directions.is_empty());
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
