//! Whole journeys, told as what a person and the page do, one message after the other, with a browser that keeps what it
//! is given. Every screen on the way is looked at.
#![cfg(not(target_arch = "wasm32"))]

mod screens;
mod support;

use rokade::assessment::{Answer, Assessment, Part, Purpose, Rater};
use rokade::comparison;
use rokade::framework::Framework;
use rokade::json::{to_compact, to_pretty};
use rokade::report::Report;
use rokade::state::Export;
use rokade::state::incoming::{OwnAnswers, OwnFileChoice, Whose};
use rokade::state::journey::{AfterAnswer, Item, Journey, Question, Step};
use rokade::state::opened::OpenError;
use rokade::state::progress::{self, KEY_PREFIX, Now, Progress, StoredProgress};
use rokade::state::settings::{Retention, Settings};
use rokade::state::start::{Start, StartField};
use rokade::state::{
    Adjustment, Deletion, Effect, FailureCode, FocusTarget, Incoming, Message, Notice, Screen, Session, State, Status,
    StorageTrouble, update,
};
use rokade::view::{Act, ReportCache};
use rokade::wording::{Key, Plurals, Wording, Words};
use std::rc::Rc;
use strum::VariantArray;
use support::{GUEST, TEA, Tree, as_first_written};

const SOUSCHEF: &str = include_str!("../frameworks/souschef.json");
const TODAY: u32 = 20_500;

// ---- the first screen

#[test]
fn beginning_asks_for_what_is_still_to_be_chosen() {
    let story = Story::with(SOUSCHEF).does(Message::Begun);
    assert_eq!(story.start().missing, [StartField::Purpose, StartField::Role]);
    assert_eq!(story.focus(), Some(FocusTarget::ErrorSummary));
    let story = story.chooses(Purpose::Development).does(Message::Begun);
    assert_eq!(story.start().missing, [StartField::Rater, StartField::Role]);
    let story = story.does(Message::RoleChosen(1)).does(Message::Begun);
    assert_eq!(story.start().missing, [StartField::Rater]);
    let story = story.does(Message::RaterChosen(Rater::Myself)).does(Message::Begun);
    assert_eq!(story.step(), &competence(0, AfterAnswer::GoOn));
    assert_eq!(story.focus(), Some(FocusTarget::Heading));
    assert_eq!(&*story.assessment().role, "souschef-faellesfunktion");
}

#[test]
fn what_is_missing_is_missing_only_until_it_is_chosen_or_asked_no_more() {
    let story = Story::with(SOUSCHEF).chooses(Purpose::Development).does(Message::Begun);
    assert_eq!(story.start().missing, [StartField::Rater, StartField::Role]);
    let story = story.chooses(Purpose::Exploration);
    assert_eq!(story.start().missing, [StartField::Role], "an applicant isn't asked who answers");
    let story = story.does(Message::RoleChosen(0));
    assert_eq!(story.start().missing, []);
}

#[test]
fn a_role_that_is_unchosen_is_asked_for() {
    let story = Story::with(SOUSCHEF).chooses(Purpose::Exploration).does(Message::RoleChosen(0));
    let story = story.does(Message::RoleUnchosen).does(Message::Begun);
    assert_eq!(story.start().missing, [StartField::Role]);
}

#[test]
fn the_only_role_is_not_asked_for() {
    let story = Story::with(TEA).chooses(Purpose::Exploration).does(Message::Begun);
    assert_eq!(&*story.assessment().role, "host");
}

#[test]
fn a_role_can_be_read_before_and_during_the_questions() {
    let story = Story::with(SOUSCHEF).chooses(Purpose::Development).does(Message::RoleReadingOpened(1));
    assert!(matches!(story.session().screen, Screen::ReadRole { role: 1, .. }));
    assert_eq!(story.focus(), Some(FocusTarget::Heading));
    let story = story.does(Message::ReadingClosed);
    assert_eq!(story.start().purpose, Some(Purpose::Development));
    let story = story.begins().does(Message::RoleReadingOpened(0)).does(Message::RoleReadingOpened(1));
    assert_eq!(story.does(Message::ReadingClosed).step(), &competence(0, AfterAnswer::GoOn));
}

#[test]
fn a_stage_is_for_new_hires_only() {
    let chosen = || Story::with(SOUSCHEF).chooses(Purpose::Onboarding).does(Message::RoleChosen(0));
    let story = chosen().does(Message::StageChosen(Some("three-months".into()))).does(Message::Begun);
    assert_eq!(story.assessment().stage.as_deref(), Some("three-months"));
    assert_eq!(story.assessment().purpose, Purpose::Onboarding);

    let story = chosen().does(Message::StageChosen(Some("three-months".into())));
    let story = story.chooses(Purpose::Development).does(Message::RaterChosen(Rater::Myself)).does(Message::Begun);
    assert_eq!(story.assessment().stage, None, "somebody who isn't new has the whole role's levels");
    let story = chosen().does(Message::StageChosen(Some("unheard-of".into()))).does(Message::Begun);
    assert_eq!(story.assessment().stage, None);
}

#[test]
fn a_stage_lowers_what_is_asked() {
    let new = Story::with(SOUSCHEF).chooses(Purpose::Onboarding).does(Message::RoleChosen(0));
    let new = new
        .does(Message::StageChosen(Some("start".into())))
        .does(Message::Begun)
        .goes_through(|place| place as i64 % 2)
        .sees_results();
    let old = Story::with(SOUSCHEF).begins().goes_through(|place| place as i64 % 2).sees_results();
    assert!(new.report().profile.priorities.len() < old.report().profile.priorities.len());
}

// ---- questions

#[test]
fn going_on_without_an_answer_says_so_and_stays() {
    let story = Story::with(SOUSCHEF).begins().goes_on();
    assert!(matches!(story.step(), Step::Question(Question { item: Item::Competence(0), is_missing: true, .. })));
    assert_eq!(story.focus(), Some(FocusTarget::ErrorSummary));
    assert_eq!(story.events(), [""; 0]);
    let story = story.rates(2);
    assert_eq!(story.step(), &competence(0, AfterAnswer::GoOn), "an answer takes the error away and moves nothing");
    assert_eq!(story.focus(), None);
    assert_eq!(story.goes_on().step(), &competence(1, AfterAnswer::GoOn));
}

#[test]
fn skipping_goes_on_and_takes_the_answer_away() {
    let story = Story::with(SOUSCHEF).begins().answers(2).goes_back().does(Message::Skipped);
    assert_eq!(story.step(), &competence(2, AfterAnswer::GoOn));
    assert_eq!(story.levels(3), [Some(0), None, None]);
}

#[test]
fn an_answer_can_be_one_of_the_two_off_the_scale_and_never_beyond_it() {
    let story = Story::with(SOUSCHEF).begins().does(Message::ResponseGiven(Answer::NoOpportunity));
    assert_eq!(story.answer(0), Some(Answer::NoOpportunity));
    for beyond in [-1, 5, i64::MIN, i64::MAX] {
        let story = Story::with(SOUSCHEF).begins().rates(1).rates(beyond);
        assert_eq!(story.answer(0), Some(Answer::Rated(1)));
    }
}

#[test]
fn one_can_go_back_to_the_start_and_forward_again_without_losing_anything() {
    let there = Story::with(SOUSCHEF).begins().ticks_wish().goes_through(|place| place as i64 % 5).sees_results();
    let before = there.assessment().clone();
    let mut story = there;
    let mut steps = 0;
    while let Screen::Journey(_) = story.session().screen {
        story = story.goes_back();
        steps += 1;
        assert!(steps < 60, "the way back has an end");
    }
    assert_eq!(steps, 25 + 4 + 3 + 1, "questions, ends of parts, balance, areas and check, results");
    assert_eq!(story.start().role, Some(0));
    let story = story.does(Message::Begun);
    assert_eq!(story.step(), &Step::Check, "nothing is left to be asked");
    assert_eq!(story.assessment().responses, before.responses);
    assert_eq!(story.assessment().wishes, before.wishes);
    assert_eq!(story.assessment().created_at, before.created_at);
}

#[test]
fn going_on_from_the_start_leads_to_the_first_question_without_an_answer() {
    let story = Story::with(SOUSCHEF).begins().answers(1).does(Message::Skipped).answers(1);
    let story = story.goes_back().goes_back().goes_back().goes_back();
    assert_eq!(story.does(Message::Begun).step(), &competence(1, AfterAnswer::GoOn));
}

#[test]
fn another_role_keeps_the_answers_under_its_own_name() {
    let story = Story::with(SOUSCHEF).begins().answers(1).goes_back().goes_back();
    let story = story.does(Message::RoleChosen(1)).does(Message::Begun);
    assert_eq!(&*story.assessment().role, "souschef-faellesfunktion");
    assert_eq!(story.levels(1)[0], Some(0));
    assert_eq!(story.browser.tab.len(), 1, "nothing stays behind");
    assert_eq!(story.reloads().answer(0), Some(Answer::Rated(0)));
}

#[test]
fn a_wish_is_ticked_on_the_question_itself() {
    let story = Story::with(SOUSCHEF).begins().ticks_wish();
    let id = story.framework().competences[0].id.clone();
    assert_eq!(story.assessment().wishes.competences.get(&id), Some(&2));
    assert!(story.does(Message::WishTicked(false)).assessment().wishes.competences.is_empty());
}

// ---- the way

#[test]
fn progress_counts_every_screen_to_the_results() {
    let mut story = Story::with(SOUSCHEF).begins();
    // 25 questions, the ends of four parts, what was agreed, the areas and the answers to check.
    for step in 1..=32 {
        assert_eq!(story.progress().as_deref(), Some(&*format!("Trin {step} af 32")), "{:?}", story.step());
        story = if matches!(story.step(), Step::Question(_)) { story.rates(2).goes_on() } else { story.goes_on() };
    }
    assert_eq!(story.step(), &Step::Overview { viewed_role: 0 });
    assert_eq!(story.progress(), None);
    let manager = Story::with(SOUSCHEF).begins_as(Purpose::Development, Rater::Manager);
    assert_eq!(manager.progress().as_deref(), Some("Trin 1 af 31"), "a manager is asked about no areas");
    let applicant = Story::with(SOUSCHEF).begins_as(Purpose::Exploration, Rater::Myself);
    assert_eq!(applicant.progress().as_deref(), Some("Trin 1 af 30"));
}

#[test]
fn off_the_way_progress_counts_what_is_gone_through_there() {
    let story = Story::with(SOUSCHEF).begins().answers(8).does(Message::DepthChosen { dimension: 0 }).answers(1);
    assert_eq!(story.progress().as_deref(), Some("Om adfærd: spørgsmål 2 af 9"));
    let changed = story.goes_to_check().does(Message::ChangeAsked(Item::Competence(3)));
    assert_eq!(changed.progress(), None, "a single answer is no part of a row");
}

#[test]
fn the_end_of_a_part_says_how_many_were_answered_and_how_many_skipped() {
    let begun = || Story::with(SOUSCHEF).begins();
    let skips = |mut story: Story, questions: usize| {
        for _ in 0..questions {
            story = story.does(Message::Skipped);
        }
        story
    };
    let all = begun().answers(8);
    assert!(all.shows(Key::DimensionAllAnswered) && !all.shows(Key::DimensionNoneAnswered));
    let none = skips(begun(), 8);
    assert_eq!(none.step(), &Step::DimensionDone { dimension: 0 });
    assert!(none.shows(Key::DimensionNoneAnswered) && !none.shows(Key::DimensionAllAnswered));
    let some = skips(begun().does(Message::ResponseGiven(Answer::NoOpportunity)).goes_on().answers(4), 3);
    assert!(some.says_count(Key::DimensionAnswered, 5) && some.says_count(Key::DimensionSkipped, 3));
}

#[test]
fn enter_does_what_the_main_button_does_wherever_something_is_filled_in() {
    let sent = |story: &Story| {
        let node = story.node();
        let form = screens::elements(&node).into_iter().find(|element| element.tag == "form").expect("there is a form");
        let inside = screens::elements(&form.children);
        assert!(inside.iter().any(|element| element.tag == "input"), "there is something to fill in");
        let sends = inside.into_iter().find_map(|element| match &element.act {
            Some(Act::Submit(message)) => Some(message.clone()),
            _ => None,
        });
        sends.expect("it can be sent")
    };
    let start = Story::with(SOUSCHEF).chooses(Purpose::Development);
    assert_eq!(sent(&start), Message::Begun);
    let story = start.begins();
    assert_eq!(sent(&story), Message::Continued);
    let story = story.goes_through(|_| 2);
    assert_eq!((story.step(), sent(&story)), (&Step::Balance, Message::Continued));
    let story = story.goes_on();
    assert_eq!((story.step(), sent(&story)), (&Step::Areas { beyond: None }, Message::Continued));
}

#[test]
fn the_heading_says_what_a_question_is_about_and_its_group_asks_it() {
    let story = Story::with(SOUSCHEF).begins();
    let competence = &story.framework().competences[0];
    let (title, statement) = (competence.title.in_language(0), competence.statement.in_language(0));
    let node = story.node();
    let of = |is: fn(&screens::Element) -> bool| {
        let found = screens::elements(&node).into_iter().find(|element| is(element));
        screens::text_of(found.expect("it is there"))
    };
    assert_eq!(of(|element| element.tag == "h2"), format!("Personaleledelse {title}"));
    assert_eq!(of(|element| screens::attribute(element, "class") == Some("group-name")), *statement);
    assert_eq!(story.text().matches(&*statement).count(), 1, "so it is spoken once");
}

#[test]
fn whoever_returns_goes_on_before_anything_else() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device)).answers(2);
    let story = story.comes_back_after(3);
    let node = story.node();
    let buttons: Vec<_> = (screens::elements(&node).into_iter())
        .filter(|element| element.tag == "button")
        .map(|element| (screens::attribute(element, "class").unwrap_or_default(), screens::text_of(element)))
        .collect();
    let [go_on, begin] = [Key::KeptGoOn, Key::BeginAnew].map(|key| story.state.wording.text(key).to_string());
    assert_eq!(buttons[0], ("primary", go_on));
    assert!(buttons.contains(&("secondary", begin)), "{buttons:?}");
}

#[test]
fn the_first_screen_tells_the_time_of_the_questions_and_of_all() {
    let story = Story::with(SOUSCHEF);
    assert!(story.says_count(Key::StartTime, 10) && story.says_count(Key::StartInAll, 30));
    let applicant = story.chooses(Purpose::Exploration);
    assert!(applicant.says_count(Key::StartTime, 10) && !applicant.says_count(Key::StartInAll, 30));
}

// ---- in depth

#[test]
fn a_part_can_be_answered_in_depth_at_its_end() {
    let story = Story::with(SOUSCHEF).begins().answers(8);
    assert_eq!(story.step(), &Step::DimensionDone { dimension: 0 });
    let story = story.does(Message::DepthChosen { dimension: 0 });
    assert_eq!(story.step(), &behaviour(0, AfterAnswer::GoOn));
    assert_eq!(story.clone().goes_back().step(), &Step::DimensionDone { dimension: 0 });
    let story = story.answers(1).goes_back();
    assert_eq!(story.step(), &behaviour(0, AfterAnswer::GoOn));
    let story = story.answers(9);
    assert_eq!(story.step(), &competence(8, AfterAnswer::GoOn), "on with the next part");
    assert_eq!(story.assessment().responses.behaviours.len(), 9);
    let story = story.goes_back();
    assert_eq!(story.step(), &Step::DimensionDone { dimension: 0 });
    let story = story.does(Message::DepthChosen { dimension: 0 });
    assert_eq!(story.step(), &behaviour(0, AfterAnswer::GoOn), "again from the first");
}

#[test]
fn going_into_depth_again_begins_with_the_first_without_an_answer() {
    let story = Story::with(SOUSCHEF).begins().answers(8).does(Message::DepthChosen { dimension: 0 }).answers(2);
    let story = story.goes_back().goes_back().goes_back().does(Message::DepthChosen { dimension: 0 });
    assert_eq!(story.step(), &behaviour(2, AfterAnswer::GoOn));
}

#[test]
fn depth_from_the_results_leads_back_to_them_and_says_that_they_changed() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).sees_results();
    let story = story.does(Message::DepthChosen { dimension: 3 });
    let first = story.framework().dimensions[3].behaviours.start;
    assert_eq!(story.step(), &behaviour(first, AfterAnswer::DepthThenProfile));
    let story = story.answers(1);
    assert_eq!(
        story.clone().goes_back().step(),
        &behaviour(first, AfterAnswer::DepthThenProfile),
        "back to the last one"
    );
    let told = story.announced();
    let story = story.answers(8);
    assert_eq!(story.step(), &Step::Profile { viewed_role: 0 });
    assert_eq!(story.told_since(told), Some(Key::ResultsChanged));
    let first = story.does(Message::DepthChosen { dimension: 0 });
    assert_eq!(first.goes_back().step(), &Step::Profile { viewed_role: 0 });
}

#[test]
fn a_part_without_behaviours_has_no_depth() {
    let framework =
        TEA.replace(r#"{"id": "warms-pot", "statement": "I warm the pot.", "competences": ["brew-tea"]}"#, "");
    let story = Story::with(&framework).chooses(Purpose::Exploration).does(Message::Begun);
    let story = story.does(Message::DepthChosen { dimension: 0 });
    assert_eq!(story.step(), &competence(0, AfterAnswer::GoOn));
    assert_eq!(story.answers(2).step(), &Step::Check);
}

// ---- balance and areas

#[test]
fn no_more_parts_are_in_focus_than_the_role_allows() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2);
    assert_eq!(story.step(), &Step::Balance);
    let tick = |dimension| Message::FocusTicked { dimension, is_in_focus: true };
    let story = story.does(Message::FocusAgreed(true)).does(tick(0)).does(tick(1)).does(tick(2)).does(tick(1));
    assert_eq!(names(&story.assessment().targets.focus), ["personaleledelse", "faglig-ledelse"]);
    let story = story.does(Message::FocusTicked { dimension: 0, is_in_focus: false }).does(tick(3));
    assert_eq!(names(&story.assessment().targets.focus), ["faglig-ledelse", "driftsledelse"]);
}

#[test]
fn without_an_agreement_nothing_is_left_of_it() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).does(Message::FocusAgreed(true));
    assert_eq!(story.assessment().targets.agreed_by.as_deref(), Some("head"));
    let story = story.does(Message::FocusTicked { dimension: 0, is_in_focus: true });
    let story = story.does(Message::AgreementDated("2026-02-01".into()));
    let story = story.does(Message::TargetAdjusted { competence: 0, target: Adjustment::Level(4) });
    assert_eq!(story.assessment().targets.agreed_on.as_deref(), Some("2026-02-01"));
    let story = story.does(Message::FocusAgreed(false));
    assert_eq!(story.assessment().targets, Default::default());
}

#[test]
fn a_date_that_is_none_is_no_agreement_on_a_day() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).does(Message::FocusAgreed(true));
    let story = story.does(Message::AgreementDated("2026-02-30".into()));
    assert_eq!(story.assessment().targets.agreed_on, None);
    let story = story.does(Message::AgreementDated("2026-02-01".into()));
    for (written, day) in [("20261-02-01", Some("2026-02-01")), ("2026-02-30", Some("2026-02-01")), ("", None)] {
        let story = story.clone().does(Message::AgreementDated(written.into()));
        assert_eq!(story.assessment().targets.agreed_on.as_deref(), day, "{written}");
    }
}

#[test]
fn targets_are_adjusted_for_one_person() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).does(Message::FocusAgreed(true));
    let adjust = |competence, target| Message::TargetAdjusted { competence, target };
    let story = story.does(adjust(0, Adjustment::Level(4))).does(adjust(1, Adjustment::NoTarget));
    let ids: Vec<_> = story.framework().competences.iter().map(|competence| competence.id.clone()).collect();
    assert_eq!(story.assessment().targets.adjusted.get(&ids[0]), Some(&Some(4)));
    assert_eq!(story.assessment().targets.adjusted.get(&ids[1]), Some(&None));
    assert_eq!(story.report().profile.rows[0].target.level(), Some(4));
    assert_eq!(story.report().profile.rows[1].target.level(), None);
    let story = story.does(adjust(2, Adjustment::Level(5))).does(adjust(0, Adjustment::AsTheRole));
    assert_eq!(story.assessment().targets.adjusted.len(), 1, "a level beyond the scale is none");
}

#[test]
fn a_target_beyond_its_scale_shows_as_what_counts_in_its_place() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).does(Message::FocusAgreed(true));
    let story = story.does(Message::TargetAdjusted { competence: 0, target: Adjustment::Level(3) });
    let file = story.saves_a_file();
    let id = &story.framework().competences[0].id;
    for beyond in ["256", "5", "-1"] {
        let file = file.replacen(&format!("\"{id}\": 3"), &format!("\"{id}\": {beyond}"), 1);
        let story = Story::with(SOUSCHEF).opens(&file).does(Message::StepChosen(Step::Balance));
        let target = story.report().profile.rows[0].target.level();
        assert_eq!(target, story.framework().roles[0].targets[0]);
        let node = story.node();
        // The first of all, since it belongs to the first competence.
        let option = screens::elements(&node).into_iter().find(|parts| parts.tag == "option").unwrap();
        let value_and_chosen = ["value", "selected"].map(|name| screens::attribute(option, name));
        assert_eq!(value_and_chosen, [Some("role"), Some("selected")], "{beyond}");
    }
}

#[test]
fn areas_are_wished_for_and_experienced() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).goes_on();
    assert_eq!(story.step(), &Step::Areas { beyond: None });
    let wish = |area, wish| Message::AreaWished { area, wish };
    let story = story.does(wish(0, 2)).does(wish(1, -1)).does(wish(2, 1)).does(wish(2, 0)).does(wish(3, 9));
    let areas: Vec<_> = story.assessment().wishes.areas.iter().map(|(id, wish)| (id.to_string(), *wish)).collect();
    assert_eq!(areas, [("sagsfordeling".to_owned(), 2), ("feedbackrunde".to_owned(), -1)]);
    let done = |area, is_experienced| Message::AreaExperienced { area, is_experienced };
    let story = story.does(done(4, true)).does(done(5, true)).does(done(5, true)).does(done(4, false));
    assert_eq!(names(&story.assessment().experience), ["faglige-moeder"]);
}

#[test]
fn a_manager_sees_no_areas_and_no_wishes() {
    let story = Story::with(SOUSCHEF).begins_as(Purpose::Development, Rater::Manager);
    assert!(!story.shows(Key::WantToGetBetter));
    assert!(story.shows(Key::NotObservedChoice) && !story.shows(Key::NoOpportunityChoice));
    let story = story.ticks_wish().goes_through(|_| 1);
    assert_eq!(story.step(), &Step::Balance, "the balance is agreed by both");
    let story = story.goes_on();
    assert_eq!(story.step(), &Step::Check);
    assert!(!story.shows(Key::AreasTitle));
    let story =
        story.does(Message::StepChosen(Step::Areas { beyond: None })).does(Message::AreaWished { area: 0, wish: 2 });
    assert_eq!(story.step(), &Step::Check);
    assert_eq!(story.assessment().wishes, Default::default());
}

#[test]
fn one_who_turns_out_to_be_a_manager_states_no_wishes_for_another() {
    let story = Story::with(SOUSCHEF).begins().ticks_wish().goes_back().does(Message::RaterChosen(Rater::Manager));
    let story = story.does(Message::LabelWritten(" AB ".into())).does(Message::Begun);
    assert_eq!(story.assessment().rater, Rater::Manager);
    assert_eq!(story.assessment().wishes, Default::default());
    assert_eq!(&*story.journey().label, "AB");
    let file = story.saves_a_file();
    assert!(!file.contains("AB"), "the label stays on the device");
    assert!(!file.contains("\"wishes\""));
}

#[test]
fn applicants_are_asked_about_no_balance_and_no_areas() {
    let story = Story::with(SOUSCHEF).begins_as(Purpose::Exploration, Rater::Myself).goes_through(|_| 2);
    assert_eq!(story.step(), &Step::Check);
    let story = story.does(Message::StepChosen(Step::Balance));
    assert_eq!(story.step(), &Step::Check);
}

// ---- check and results

#[test]
fn a_change_from_the_check_leads_back_to_it() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).goes_to_check();
    let story = story.does(Message::ChangeAsked(Item::Competence(4)));
    assert_eq!(story.step(), &competence(4, AfterAnswer::ReturnToCheck));
    assert_eq!(story.clone().goes_back().step(), &Step::Check);
    assert_eq!(story.clone().does(Message::Skipped).step(), &Step::Check);
    let story = story.rates(4).goes_on();
    assert_eq!(story.step(), &Step::Check);
    assert_eq!(story.answer(4), Some(Answer::Rated(4)));
    let story = story.does(Message::StepChosen(Step::Balance)).goes_on().goes_on();
    assert_eq!(story.step(), &Step::Check);
}

#[test]
fn what_is_not_answered_is_said_plainly() {
    let story = Story::with(SOUSCHEF).begins().answers(1).does(Message::StepChosen(Step::Check));
    assert!(story.text().contains("24 spørgsmål er ikke besvaret"));
}

#[test]
fn a_change_from_the_results_leads_back_to_them_and_says_that_they_changed() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).sees_results();
    let told = story.announced();
    let story = story.goes_on().does(Message::ChangeAsked(Item::Competence(4)));
    assert_eq!(story.step(), &competence(4, AfterAnswer::ReturnToProfile));
    let story = story.rates(0).goes_on();
    assert_eq!(story.step(), &Step::Profile { viewed_role: 0 });
    assert_eq!(story.told_since(told), Some(Key::ResultsChanged));
    let story = story.goes_on().does(Message::ChangeAsked(Item::Competence(4)));
    assert_eq!(story.step(), &competence(4, AfterAnswer::ReturnToSuggestions));
    let story = story.rates(1).goes_on();
    assert_eq!(story.step(), &Step::Suggestions { viewed_role: 0, at_hand: None });
    let story = story.does(Message::AreaWished { area: 3, wish: 2 });
    assert_eq!(story.step(), &Step::Suggestions { viewed_role: 0, at_hand: Some(3) });
    assert!(story.state.announcement.1.contains("nu nummer"), "a wish says at once where it led");
    assert_eq!(story.focus(), None);
}

#[test]
fn changing_an_answer_changes_the_suggestions() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|place| if place < 8 { 1 } else { 4 }).sees_results();
    let before = story.report();
    assert!(!before.suggestions.portfolio.areas.is_empty());
    let mut story = story;
    for place in 0..8 {
        story = story.does(Message::ChangeAsked(Item::Competence(place))).rates(4).goes_on();
    }
    for place in 8..25 {
        story = story.does(Message::ChangeAsked(Item::Competence(place))).rates(place as i64 % 2).goes_on();
    }
    let after = story.report();
    assert_ne!(before.profile.priorities, after.profile.priorities);
    assert_ne!(before.suggestions.portfolio, after.suggestions.portfolio);
    assert_ne!(before.suggestions.ranking, after.suggestions.ranking);
    let wished = *after.suggestions.ranking.last().unwrap();
    let story = story.does(Message::AreaWished { area: wished, wish: -1 });
    assert!(!story.report().suggestions.ranking.contains(&wished), "what is not wanted now isn't suggested");
}

#[test]
fn the_results_are_announced_to_the_page_once() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).sees_results();
    assert_eq!(story.events(), ["rokade-results", "rokade-progress"]);
    let story = story.goes_back().goes_on();
    assert_eq!(story.step(), &Step::Overview { viewed_role: 0 });
    assert_eq!(story.events(), ["rokade-progress"]);
    let story = story.reloads().goes_back().goes_on();
    assert_eq!(story.events(), ["rokade-progress"], "not after a reload either");
}

#[test]
fn the_results_can_be_seen_against_another_role() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).sees_results();
    let told = story.announced();
    let story = story.does(Message::ViewedRoleChosen(1)).does(Message::ViewedRoleChosen(2));
    assert_eq!(story.step(), &Step::Overview { viewed_role: 1 });
    assert_eq!(story.told_since(told), Some(Key::ResultsChanged));
    assert_eq!(story.journey().role, 0);
    let story = story.does(Message::StepChosen(Step::Overview { viewed_role: 7 }));
    assert_eq!(story.step(), &Step::Overview { viewed_role: 1 });
}

// ---- keeping

#[test]
fn answers_are_kept_in_the_tab_until_the_person_chooses_otherwise() {
    let story = Story::with(SOUSCHEF).begins().answers(1);
    assert_eq!((story.browser.tab.len(), story.browser.device.len()), (1, 0));
    let story = story.does(Message::KeepingChosen(Retention::Device));
    assert_eq!((story.browser.tab.len(), story.browser.device.len()), (0, 1));
    let story = story.does(Message::KeepingChosen(Retention::Nowhere));
    assert_eq!((story.browser.tab.len(), story.browser.device.len()), (0, 0));
    let story = story.answers(1);
    assert_eq!((story.browser.tab.len(), story.browser.device.len()), (0, 0));
}

#[test]
fn switching_where_answers_are_kept_works_on_the_first_screen_too() {
    let story = Story::with(SOUSCHEF).begins().answers(1).does(Message::KeepingChosen(Retention::Device));
    let story = story.goes_back().goes_back().does(Message::KeepingChosen(Retention::Nowhere));
    assert_eq!((story.browser.tab.len(), story.browser.device.len()), (0, 0));
}

#[test]
fn applicants_answers_never_outlive_the_tab() {
    let story = Story::with(SOUSCHEF).does(Message::KeepingChosen(Retention::Device)).chooses(Purpose::Exploration);
    assert_eq!(story.session().keeping, Retention::Tab);
    assert!(story.shows(Key::NoticeKeptTab) && !story.shows(Key::KeepDevice));
    let story = story.does(Message::RoleChosen(0)).does(Message::Begun).does(Message::RoleReadingOpened(0));
    let story = story.does(Message::KeepingChosen(Retention::Device)).does(Message::ReadingClosed).answers(1);
    assert_eq!((story.browser.tab.len(), story.browser.device.len()), (1, 0));
}

#[test]
fn the_page_decides_how_long_answers_can_be_kept_at_most() {
    let most = |storage| Settings { storage, ..Settings::default() };
    let story = Story::on(SOUSCHEF, most(Retention::Nowhere)).begins().does(Message::KeepingChosen(Retention::Device));
    assert_eq!((story.browser.tab.len(), story.browser.device.len()), (0, 0));
    assert!(!story.shows(Key::KeepQuestion));
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device));
    let story = story.does(Message::SettingsChanged(most(Retention::Tab)));
    assert_eq!((story.browser.tab.len(), story.browser.device.len()), (1, 0), "also when it decides later");
    assert_eq!(story.events(), [""; 0]);
    let story = story.does(Message::SettingsChanged(most(Retention::Nowhere))).answers(1);
    assert_eq!((story.browser.tab.len(), story.browser.device.len()), (0, 0));
}

#[test]
fn a_reload_leads_back_to_where_the_person_was() {
    let story = Story::with(SOUSCHEF).begins().answers(3).ticks_wish();
    let before = story.journey().clone();
    let story = story.reloads();
    assert_eq!(story.journey(), &before);
    assert_eq!(story.session().notices, [Notice::Resumed(Default::default())]);
    assert!(story.shows(Key::Resumed));
}

#[test]
fn every_step_is_found_again() {
    let there = Story::with(SOUSCHEF).begins().goes_through(|_| 2);
    let steps = [
        Step::DimensionDone { dimension: 2 },
        Step::Balance,
        Step::Areas { beyond: None },
        Step::Check,
        Step::Overview { viewed_role: 0 },
        Step::Keep,
        competence(7, AfterAnswer::ReturnToCheck),
        behaviour(3, AfterAnswer::ReturnToProfile),
        behaviour(30, AfterAnswer::DepthThenProfile),
    ];
    for step in steps {
        let story = there.clone().does(Message::StepChosen(step.clone())).reloads();
        assert_eq!(story.step(), &step);
    }
}

#[test]
fn looking_through_answers_does_not_change_when_they_were_last_changed() {
    let story = Story::with(SOUSCHEF).begins().answers(2);
    let changed = story.assessment().updated_at.clone();
    let story = story.later(1).goes_back().goes_on().reloads();
    assert_eq!(story.assessment().updated_at, changed);
    assert_ne!(story.rates(4).assessment().updated_at, changed);
}

#[test]
fn what_the_device_kept_is_offered_and_not_gone_on_from_by_itself() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device)).answers(2);
    let before = story.assessment().clone();
    let story = story.comes_back_after(5);
    assert_eq!(story.session().kept.len(), 1);
    assert!(story.shows(Key::KeptTitle));
    assert!(matches!(story.session().screen, Screen::Start(_)));
    let story = story.does(Message::ProgressResumed("unknown".into())).resumes(0);
    assert_eq!(story.assessment(), &before);
    assert_eq!(story.session().keeping, Retention::Device);
    assert_eq!(story.step(), &competence(2, AfterAnswer::GoOn));
}

#[test]
fn what_the_device_kept_can_be_deleted_where_it_is_offered() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device)).comes_back_after(5);
    let told = story.announced();
    let story = story.forgets(0);
    assert!(story.session().kept.is_empty() && story.browser.device.is_empty());
    assert_eq!(story.told_since(told), Some(Key::KeptDeleted));
}

#[test]
fn beginning_anew_leaves_what_another_left_on_the_device() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device)).answers(3);
    let before = story.assessment().clone();
    let story = story.comes_back_after(1).begins().answers(1);
    let story = story.does(Message::KeepingChosen(Retention::Device));
    assert_eq!(story.browser.device.len(), 2);
    let story = story.comes_back_after(1);
    assert_eq!(story.session().kept.len(), 2);
    assert_eq!(story.resumes(0).assessment(), &before);
}

#[test]
fn what_is_under_way_is_not_replaced_by_answers_from_another_day() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device)).answers(3);
    let story = story.comes_back_after(1).begins().answers(1).goes_back().goes_back();
    assert!(!story.shows(Key::KeptTitle));
    let story = story.resumes(0).does(Message::Begun);
    assert_eq!(story.levels(3), [Some(0), None, None]);
}

#[test]
fn answers_on_the_device_are_forgotten_after_their_days() {
    let kept = || Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device));
    assert_eq!(kept().comes_back_after(90).session().kept.len(), 1);
    let story = kept().comes_back_after(91);
    assert!(story.session().kept.is_empty() && story.browser.device.is_empty());
    let role = Some("souschef-faellesfunktion".into());
    for settings in [
        Settings { role, ..Settings::default() },
        Settings { storage: Retention::Nowhere, ..Settings::default() },
        Settings { storage: Retention::Tab, ..Settings::default() },
        Settings { storage_key: Some("andet".into()), ..Settings::default() },
    ] {
        let story = kept().on_another_page(SOUSCHEF, settings).comes_back_after(91);
        assert!(story.browser.device.is_empty(), "also where the page asks for something else by now");
    }
    let story = kept().on_another_page(TEA, Settings::default()).comes_back_after(91);
    assert!(story.browser.device.is_empty(), "and where it has another framework");
    // A browser may bring a tab back a year later.
    let story = Story::with(SOUSCHEF).begins().answers(1).later(91).reloads();
    assert!(story.browser.tab.is_empty() && matches!(story.session().screen, Screen::Start(_)));
}

#[test]
fn answers_of_a_day_that_has_yet_to_come_are_kept_no_longer_than_others() {
    let story = Story { day: TODAY + 400, ..Story::with(SOUSCHEF) };
    let story = story.begins().does(Message::KeepingChosen(Retention::Device)).answers(1);
    let story = Story { day: TODAY + 1, ..story }.reloads();
    assert_eq!(story.session().kept.len(), 1, "a clock may have been wrong");
    assert_eq!(progress::day_of(&story.browser.device[0].1), Some(TODAY + 1));
    assert!(story.comes_back_after(91).browser.device.is_empty());
    // Elsewhere the day begins earlier.
    let tomorrow = Story { day: TODAY + 1, ..Story::with(SOUSCHEF) }.begins().answers(1);
    let text = tomorrow.browser.tab[0].1.clone();
    assert_eq!(progress::dated_by_now(&text, &Now { day: TODAY, ..Now::default() }), None);
}

#[test]
fn answers_about_something_else_are_passed_over_and_left_alone() {
    let there = || Story::with(SOUSCHEF).begins().answers(1);
    let fixed = [
        Settings { role: Some("souschef-faellesfunktion".into()), ..Settings::default() },
        Settings { purpose: Some(Purpose::Onboarding), ..Settings::default() },
        Settings { rater: Some(Rater::Manager), ..Settings::default() },
    ];
    for settings in fixed {
        let story = there().on_another_page(SOUSCHEF, settings).reloads();
        assert!(matches!(story.session().screen, Screen::Start(_)));
        assert_eq!(story.browser.tab.len(), 1);
    }
    let other = SOUSCHEF.replacen("\"id\": \"souschef\"", "\"id\": \"andet\"", 1);
    let named = Settings { storage_key: Some("souschef".into()), ..Settings::default() };
    let story = there().on_another_page(&other, named).reloads();
    assert!(matches!(story.session().screen, Screen::Start(_)));
}

#[test]
fn who_answers_is_fixed_for_development_only() {
    let managers = Settings { rater: Some(Rater::Manager), ..Settings::default() };
    let story = Story::on(SOUSCHEF, managers).chooses(Purpose::Onboarding).does(Message::RoleChosen(0));
    let story = story.does(Message::Begun).answers(1).reloads();
    assert_eq!((story.assessment().rater, story.levels(1)[0]), (Rater::Myself, Some(0)));
}

#[test]
fn damaged_progress_is_passed_over() {
    let story = Story::with(SOUSCHEF).begins().answers(1);
    let (key, text) = story.browser.tab[0].clone();
    for damaged in [text[..text.len() / 2].to_owned(), text.replace("rokade.progress/1", "x"), "{}".into(), "".into()] {
        let mut story = Story::with(SOUSCHEF);
        story.browser.tab = vec![(key.clone(), damaged)];
        assert!(matches!(story.reloads().session().screen, Screen::Start(_)));
    }
}

#[test]
fn answers_to_an_older_version_are_carried_over_and_the_person_is_told() {
    let story = Story::with(TEA).begins_as(Purpose::Development, Rater::Myself).answers(2);
    let newer = TEA.replace(r#""version": "1""#, r#""version": "2""#).replace("brew-tea", "make-tea");
    let newer =
        newer.replacen("\"areas\"", "\"renamed\": [{\"from\": \"brew-tea\", \"to\": [\"make-tea\"]}],\n\"areas\"", 1);
    let story = story.on_another_page(&newer, Settings::default()).reloads();
    assert_eq!(story.levels(2), [Some(0), Some(1)]);
    let Notice::Resumed(told) = &story.session().notices[0] else { panic!("nothing was resumed") };
    assert_eq!(told.other_version.as_deref(), Some("1"));
    assert!(story.text().contains("version 1. Version 2"));
}

#[test]
fn what_was_handed_over_is_there_again_in_the_same_widget() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Nowhere)).answers(3);
    let before = story.journey().clone();
    let story = story.breaks_down();
    assert_eq!(story.journey(), &before);
    assert_eq!(story.session().keeping, Retention::Nowhere, "and is kept no longer than before");
    assert!(story.browser.tab.is_empty());
}

#[test]
fn another_framework_text_loses_nothing() {
    let with_space = format!("{SOUSCHEF}\n");
    let unreachable =
        || Message::FrameworkFailed { code: FailureCode::FrameworkUnreachable, detail: Rc::<str>::default() };
    let read = |text: &str| Message::FrameworkRead(text.into());
    for messages in [
        vec![read(&with_space)],
        vec![read(TEA), read(SOUSCHEF)],
        vec![read("{"), read(SOUSCHEF)],
        vec![unreachable(), read(SOUSCHEF)],
        vec![unreachable(), read(TEA), read(&with_space)],
    ] {
        let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Nowhere)).answers(4);
        let before = story.journey().clone();
        let last = messages.len() - 1;
        let story = messages.into_iter().enumerate().fold(story, |story, (place, message)| {
            let story = story.reads(message);
            assert!(place == last || story.has_no_journey(), "another framework has none of these answers");
            story
        });
        assert_eq!(story.journey(), &before);
        assert_eq!(story.session().keeping, Retention::Nowhere, "and is kept no longer than before");
    }
}

#[test]
fn what_the_page_kept_safe_comes_back_once() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Nowhere)).answers(2);
    let story = story.breaks_down().answers(2);
    let before = story.journey().clone();
    let story = story.reads(Message::FrameworkRead(format!("{SOUSCHEF}\n").into()));
    assert_eq!(story.journey(), &before, "not what was there when it broke down");
    let story = story.does(Message::ResetAsked).does(Message::DeletionConfirmed);
    let story = story.reads(Message::FrameworkRead(SOUSCHEF.into()));
    assert!(story.has_no_journey(), "what was deleted stays deleted");
}

#[test]
fn what_was_deleted_meanwhile_or_belongs_to_another_does_not_come_back_with_its_framework() {
    let read = |text: &str| Message::FrameworkRead(text.into());
    let kept = |keeping| {
        let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(keeping)).answers(4);
        story.reads(read(TEA))
    };
    // Deleted from the other framework's first screen, in another window, and by the page.
    let others = kept(Retention::Device).does(Message::DeletionAsked(Deletion::Others));
    let others = others.does(Message::DeletionConfirmed);
    assert!(others.browser.device.is_empty());
    let mut elsewhere = kept(Retention::Device);
    elsewhere.browser.device.clear();
    let by_page = kept(Retention::Nowhere).does(Message::ResetAsked).does(Message::DeletionConfirmed);
    for story in [others, elsewhere, by_page] {
        let story = story.reads(read(SOUSCHEF));
        assert!(story.has_no_journey() && story.browser.device.is_empty() && story.browser.tab.is_empty());
    }
    // Under another name of the page's, or once the page took the framework away, it may be another person.
    let other = Settings { storage_key: Some("other".into()), ..Settings::default() };
    for keeping in [Retention::Nowhere, Retention::Device] {
        let story = kept(keeping).does(Message::SettingsChanged(other.clone())).reads(read(SOUSCHEF));
        assert!(story.has_no_journey());
        let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(keeping)).answers(4);
        let story = story.does(Message::SettingsChanged(other.clone()));
        let story = story.reads(read(&format!("{SOUSCHEF}\n")));
        assert!(story.has_no_journey(), "nor what was under way when the name changed");
    }
    let gone = Message::FrameworkFailed { code: FailureCode::FrameworkMissing, detail: Rc::<str>::default() };
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Nowhere)).answers(4);
    assert!(story.reads(gone).reads(read(SOUSCHEF)).has_no_journey());
}

#[test]
fn under_another_name_of_the_pages_somebody_else_begins() {
    let other = Settings { storage_key: Some("other".into()), ..Settings::default() };
    for keeping in [Retention::Nowhere, Retention::Tab, Retention::Device] {
        let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(keeping)).answers(3);
        let before = story.browser.found();
        let story = story.reads(Message::SettingsChanged(other.clone()));
        assert!(story.has_no_journey() && story.session().kept.is_empty(), "nobody sees another's answers");
        assert_eq!((story.handed_over.clone(), story.focus()), (None, None));
        assert_eq!(story.browser.found(), before, "they stay where they are");
        let story = story.begins().does(Message::KeepingChosen(Retention::Device)).answers(1);
        assert_eq!(story.browser.found().len(), before.len() + 1, "and are not written over");
        let story = story.does(Message::ResetAsked).does(Message::DeletionConfirmed);
        assert_eq!(story.browser.found(), before, "nor deleted by others");
        let story = story.reads(Message::SettingsChanged(Settings::default()));
        assert_eq!(story.has_no_journey(), keeping != Retention::Tab);
        assert_eq!(story.session().kept.len(), usize::from(keeping == Retention::Device));
    }
}

#[test]
fn a_name_that_begins_with_another_has_answers_of_its_own() {
    let named = |name: &str| Settings { storage_key: Some(name.into()), ..Settings::default() };
    for keeping in [Retention::Tab, Retention::Device] {
        let annas = Story::on(SOUSCHEF, named("team:anna")).begins().does(Message::KeepingChosen(keeping)).answers(2);
        let teams = annas.on_another_page(SOUSCHEF, named("team")).reloads();
        assert!(teams.has_no_journey() && teams.session().kept.is_empty());
        let teams = teams.begins().answers(1).does(Message::ResetAsked).does(Message::DeletionConfirmed);
        let annas = teams.on_another_page(SOUSCHEF, named("team:anna")).reloads();
        let annas = if keeping == Retention::Device { annas.resumes(0) } else { annas };
        assert_eq!(annas.assessment().responses.competences.len(), 2);
    }
}

#[test]
fn a_file_that_does_not_say_when_it_was_begun_replaces_no_other_unasked() {
    let file = |level: i64| {
        let mut file: serde_json::Value =
            serde_json::from_str(&Story::with(SOUSCHEF).begins().rates(level).saves_a_file()).unwrap();
        file.as_object_mut().unwrap().remove("createdAt");
        file.to_string()
    };
    let story = Story::with(SOUSCHEF).opens(&file(1)).does(Message::KeepingChosen(Retention::Device));
    let story = story.comes_back_after(1).gets(&file(3)).says(Whose::Mine);
    assert!(story.offers(OwnFileChoice::GoOn { replaces: true }), "it says that it would");
    assert_eq!(story.session().kept[0].1.journey.assessment.responses.competences.len(), 1);
}

#[test]
fn what_the_page_kept_safe_outlives_a_framework_that_fails_and_a_setting() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Nowhere)).answers(2);
    let before = story.journey().assessment.clone();
    let mut story = Story { state: State::default(), ..story };
    story.settings.progress = story.handed_over.clone();
    let settings = story.settings.clone();
    let gone = Message::FrameworkFailed { code: FailureCode::FrameworkUnreachable, detail: Rc::<str>::default() };
    let story = story.does(Message::SettingsChanged(settings)).does(gone);
    let english = Settings { language: Some("en".into()), ..Settings::default() };
    let story = story.does(Message::SettingsChanged(english)).reads(Message::FrameworkRead(SOUSCHEF.into()));
    assert_eq!(story.journey().assessment, before);
}

#[test]
fn a_file_that_comes_before_the_framework_is_opened_with_it() {
    let file = Story::with(SOUSCHEF).begins().answers(3).saves_a_file();
    let gone = || Message::FrameworkFailed { code: FailureCode::FrameworkUnreachable, detail: Rc::<str>::default() };
    let story = Story::with(SOUSCHEF).does(gone()).does(Message::FileOpened(file.as_str().into()));
    let story = story.reads(Message::FrameworkRead(SOUSCHEF.into()));
    assert!(matches!(story.session().screen, Screen::Incoming { .. }), "it is asked whose it is");
    let story = story.says(Whose::Mine);
    assert_eq!(story.assessment().responses.competences.len(), 3);
    // Under another name of the page's it may be another person.
    let named = Settings { storage_key: Some("other".into()), ..Settings::default() };
    let story = Story::with(SOUSCHEF).does(gone()).does(Message::FileOpened(file.into()));
    let story = story.does(Message::SettingsChanged(named)).reads(Message::FrameworkRead(SOUSCHEF.into()));
    assert!(matches!(story.session().screen, Screen::Start(_)));
}

#[test]
fn the_results_are_said_to_be_others_only_where_an_answer_was_changed() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 1).sees_results();
    let story = story.does(Message::StepChosen(Step::Profile { viewed_role: 0 }));
    let opened = story.does(Message::ChangeAsked(Item::Competence(2)));
    let told = opened.announced();
    assert_eq!(opened.clone().goes_back().told_since(told), None);
    assert_eq!(opened.clone().goes_on().told_since(told), None, "nor where it was saved as it was");
    assert_eq!(opened.rates(3).goes_on().told_since(told), Some(Key::ResultsChanged));
}

#[test]
fn a_competence_is_sought_among_many() {
    let framework = Framework::read(SOUSCHEF).unwrap();
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 1).sees_results();
    let elsewhere = story.clone().does(Message::CompetenceSought(7));
    assert_eq!(elsewhere.focus(), None, "it is sought where they stand one by one");
    let story = story.does(Message::StepChosen(Step::Profile { viewed_role: 0 })).does(Message::CompetenceSought(7));
    assert_eq!(story.focus(), Some(FocusTarget::Change(7)));
    let mark = FocusTarget::Change(7).mark().unwrap();
    let marked = screens::elements(&story.node())
        .into_iter()
        .filter(|one| screens::attribute(one, "data-focus") == Some(&mark))
        .count();
    assert_eq!(marked, 1, "and is there");
    let before = story.focus();
    let story = story.does(Message::CompetenceSought(framework.competences.len()));
    assert_eq!((story.focus(), before.is_some()), (None, true), "there is no such");
}

#[test]
fn a_role_that_the_last_framework_did_not_have_is_taken_by_the_next() {
    let story = Story::with(TEA);
    let asked = Settings { role: Some("souschef-fagkontor".into()), ..Settings::default() };
    let story = story.does(Message::SettingsChanged(asked)).reads(Message::FrameworkRead(SOUSCHEF.into()));
    assert_eq!(story.state.settings.role.as_deref(), Some("souschef-fagkontor"));
}

#[test]
fn answers_that_cannot_be_kept_are_said_to_be_lost_with_the_page() {
    for (trouble, key, code) in [
        (StorageTrouble::Blocked, Key::StorageBlocked, "storage-blocked"),
        (StorageTrouble::Full, Key::StorageFull, "storage-full"),
    ] {
        let story = Story::with(SOUSCHEF).begins().answers(1);
        let told = story.announced();
        let story = story.does(Message::StorageFailed(trouble));
        assert_eq!(story.told_since(told), Some(key));
        assert_eq!((story.events(), story.error()), (vec!["rokade-error"], Some(code)));
        assert_eq!(story.session().kept_for(), Retention::Nowhere);
        assert_eq!(story.levels(1)[0], Some(0), "nothing is lost here");
        let story = story.does(Message::KeepingChosen(Retention::Tab)).does(Message::StorageFailed(trouble));
        assert_eq!(story.session().notices, [Notice::NotKept(trouble)], "it is said once");
        let story = story.answers(1);
        assert!(story.session().notices.is_empty() && story.shows(key), "and stands at the foot of what comes after");
        assert!(story.goes_back().goes_back().goes_back().shows(Key::NoticeKeptNowhere));
    }
}

#[test]
fn where_there_was_no_room_every_change_is_tried_to_be_kept_again() {
    let full = Message::StorageFailed(StorageTrouble::Full);
    let story = Story::with(SOUSCHEF).begins().answers(1).does(full.clone());
    let tries = |story: &Story| story.effects.iter().any(|effect| matches!(effect, Effect::SaveProgress(_)));
    let story = story.rates(3);
    assert!(tries(&story));
    let told = story.announced();
    let story = story.does(full).does(Message::StorageServed);
    assert_eq!(story.session().notices, [Notice::KeptAgain]);
    assert_eq!((story.told_since(told), story.session().kept_for()), (Some(Key::KeptAgain), Retention::Tab));
    assert!(!story.shows(Key::StorageFull));
    let story = story.does(Message::StorageServed).goes_on();
    assert!(story.session().notices.is_empty(), "it is said once, too");
    let blocked = story.does(Message::StorageFailed(StorageTrouble::Blocked)).rates(2);
    assert!(!tries(&blocked), "who refuses goes on refusing");
}

#[test]
fn what_was_kept_before_the_room_ran_out_is_there_again_and_says_that_it_is_older() {
    let story = Story::with(SOUSCHEF).begins().answers(2);
    let [(_, before)] = &story.browser.tab.clone()[..] else { panic!("one set is kept") };
    let older = progress::as_older(before).expect("it can be said");
    assert!(older.len() <= before.len(), "there is no room for more");
    assert_eq!(progress::as_older(&older), None, "it says so already");
    let framework = Framework::read(SOUSCHEF).unwrap();
    let (kept, read) = (progress::read(&framework, before).unwrap(), progress::read(&framework, &older).unwrap());
    assert_eq!(read, Progress { is_older: true, ..kept });
    let mut story = story;
    story.browser.tab[0].1 = older;
    let story = story.reloads();
    assert!(story.shows(Key::ResumedOlder) && !story.shows(Key::Resumed));
    assert_eq!(story.levels(3), [Some(0), Some(1), None]);
    let story = story.rates(4).reloads();
    assert!(story.shows(Key::Resumed), "kept whole it says so no longer");
}

// ---- deleting

#[test]
fn deleting_asks_first() {
    let story = Story::with(SOUSCHEF).begins().answers(1).does(Message::DeletionAsked(Deletion::UnderWay));
    assert_eq!((&story.session().deletion, story.focus()), (&Some(Deletion::UnderWay), Some(FocusTarget::Deletion)));
    let story = story.does(Message::DeletionCancelled);
    assert_eq!((&story.session().deletion, story.focus()), (&None, Some(FocusTarget::Opener)));
    assert_eq!(story.does(Message::DeletionConfirmed).levels(1)[0], Some(0), "nobody was asked");
}

#[test]
fn deleting_forgets_the_answers_under_way_here_and_on_the_device() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device)).answers(3);
    let story = story.comes_back_after(1).resumes(0).answers(1).does(Message::ResetAsked);
    let told = story.announced();
    let story = story.does(Message::DeletionConfirmed);
    assert!(story.browser.device.is_empty() && story.browser.tab.is_empty());
    assert_eq!(story.handed_over, None);
    assert_eq!(story.start(), &Start::default());
    assert_eq!(story.session().notices, [Notice::Deleted]);
    assert_eq!(story.told_since(told), Some(Key::AnswersDeleted));
    assert!(matches!(story.reloads().session().screen, Screen::Start(_)));
}

#[test]
fn deleting_is_in_reach_on_the_first_screen_once_there_are_answers() {
    assert!(!Story::with(SOUSCHEF).shows(Key::DeleteAnswers));
    let story = Story::with(SOUSCHEF).begins().goes_back();
    assert!(story.shows(Key::DeleteAnswers));
    let story = story.does(Message::DeletionAsked(Deletion::UnderWay)).does(Message::DeletionConfirmed);
    assert!(story.browser.tab.is_empty() && story.start().under_way.is_none());
}

// ---- files

#[test]
fn the_saved_file_opens_as_the_same_assessment_with_the_same_report() {
    let story = Story::with(SOUSCHEF).begins().ticks_wish().goes_through(|place| place as i64 % 5);
    let story = story.does(Message::FocusAgreed(true)).does(Message::FocusTicked { dimension: 1, is_in_focus: true });
    let story = story.goes_on().does(Message::AreaWished { area: 3, wish: 2 }).sees_results();
    let file = story.saves_a_file();
    let json = Tree::read(&file);
    assert_eq!(*json.get("report").unwrap(), Tree::read(&to_compact(&story.report().file(story.framework()))));
    let notice = Wording::of(Words::shipped_for("da").unwrap(), &[], Plurals::ONE_OR_OTHER).text(Key::FileNotice);
    assert_eq!(json.get("notice").and_then(Tree::text), Some(&*notice));
    assert_eq!(json.get("parts").unwrap().to_compact(), r#"["responses","wishes","plan"]"#);

    let opened = Story::with(SOUSCHEF).opens(&file);
    assert_eq!(opened.assessment(), story.assessment());
    assert_eq!(opened.report(), story.report());
    assert_eq!(opened.step(), &Step::Overview { viewed_role: 0 });
    assert_eq!(opened.session().notices, [Notice::Opened(Default::default())], "nothing to warn about");
    assert_eq!(opened.events(), ["rokade-results", "rokade-progress"]);
}

#[test]
fn saving_a_file_tells_the_page_and_the_person() {
    let story = Story::with(SOUSCHEF).begins().answers(1);
    let told = story.announced();
    let story = story.does(Message::Export(Export::Own));
    assert_eq!(story.events(), ["rokade-export"]);
    assert_eq!(story.told_since(told), Some(Key::FileSaved));
    let name = story.effects.iter().find_map(|effect| match effect {
        Effect::Download { name, .. } => Some(&**name),
        _ => None,
    });
    assert_eq!(name, Some("souschef-mine-svar-2026-02-16.json"));
}

#[test]
fn a_host_cannot_change_the_notice_in_the_file() {
    let messages = vec![("fileNotice".into(), "Approved for hiring.".into())];
    let story = Story::on(SOUSCHEF, Settings { messages, ..Settings::default() }).begins().answers(1);
    assert!(!story.saves_a_file().contains("Approved"));
}

#[test]
fn a_file_without_answers_opens_at_the_first_question() {
    let file = Story::with(SOUSCHEF).begins().saves_a_file();
    let story = Story::with(SOUSCHEF).opens(&file);
    assert_eq!(story.step(), &competence(0, AfterAnswer::GoOn));
    assert_eq!(story.events(), ["rokade-progress"]);
}

#[test]
fn a_file_replaces_answers_only_when_the_person_says_so() {
    let file = Story::with(SOUSCHEF).begins().answers(5).saves_a_file();
    let with_answers = Story::with(SOUSCHEF).later(1).begins_as(Purpose::Onboarding, Rater::Myself).rates(4);
    let before = with_answers.assessment().clone();
    let places: [fn(Story) -> Story; 3] =
        [|story| story, |story| story.goes_back(), |story| story.goes_back().does(Message::RoleReadingOpened(1))];
    for place in places {
        let story = place(with_answers.clone()).gets(&file).says(Whose::Mine);
        assert!(story.offers(OwnFileChoice::GoOn { replaces: true }) && story.shows(Key::ReplaceLead));
        assert_eq!(story.focus(), Some(FocusTarget::Heading));
        assert_eq!(story.session().journey().unwrap().assessment.responses, before.responses);
        let kept = story.clone().does(Message::Incoming(Incoming::Closed));
        assert_eq!(*kept.session().journey().unwrap().assessment, before);
        let story = story.does(Message::Incoming(Incoming::Mine(OwnFileChoice::GoOn { replaces: true })));
        assert_eq!(story.levels(6), [Some(0), Some(1), Some(2), Some(3), Some(4), None]);
        assert_eq!(story.browser.tab.len(), 1, "the replaced answers are gone from the tab too");
        assert_eq!(story.reloads().levels(2)[1], Some(1));
    }
}

#[test]
fn a_file_asks_before_it_replaces_newer_answers_of_its_own_on_the_device() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device)).answers(2);
    let file = story.saves_a_file();
    // It was begun as what is kept here was, so it needs nobody to say whose it is.
    let story = story.answers(2).comes_back_after(1).gets(&file);
    assert!(story.offers(OwnFileChoice::GoOn { replaces: true }));
    let story = story.opens(&file);
    assert_eq!(story.levels(3), [Some(0), Some(1), None]);
    assert!(story.session().kept.is_empty());
}

#[test]
fn a_shared_file_with_few_parts_takes_wishes_again() {
    let story = Story::with(SOUSCHEF).begins().answers(2);
    let shared = Assessment { parts: Some(vec![Part::Responses]), ..story.assessment().clone() };
    let file = to_pretty(&rokade::assessment::file::saved(&shared, Default::default()));
    let story = Story::with(SOUSCHEF).opens(&file).does(Message::ChangeAsked(Item::Competence(0))).ticks_wish();
    assert_eq!(story.assessment().wishes.competences.len(), 1);
    assert_eq!(story.reloads().assessment().wishes.competences.len(), 1);
}

#[test]
fn a_file_of_another_framework_is_declined_and_nothing_is_lost() {
    let story = Story::with(SOUSCHEF).begins().answers(1);
    let before = story.assessment().clone();
    let story = story.opens(GUEST);
    assert_eq!(
        story.session().notices,
        [Notice::NotOpened(OpenError::OtherFramework {
            framework: "tea".into(),
            why: Some(comparison::NotComparable::NoReport)
        })]
    );
    assert_eq!((story.events(), story.error()), (vec!["rokade-error"], Some("file-other-framework")));
    assert_eq!(story.focus(), Some(FocusTarget::Notices));
    assert_eq!(story.assessment(), &before);
    let story = story.does(Message::NoticesRead);
    assert_eq!((story.session().notices.len(), story.focus()), (0, Some(FocusTarget::Heading)));
}

#[test]
fn files_that_cannot_be_read_are_declined_in_words_and_nothing_is_lost() {
    let file = Story::with(SOUSCHEF).begins().answers(3).saves_a_file();
    let cut = file[..file.len() - 20].trim_end().to_owned();
    let newer = file.replace("rokade.assessment/1", "rokade.assessment/2");
    let huge = format!("{file}{}", " ".repeat(rokade::json::LARGEST_FILE));
    let damaged = file.replacen("\"answer\": \"rated\"", "\"answer\": \"guessed\"", 1);
    let declined = [
        (cut, "file-unreadable", Key::DeclinedCutShort),
        (newer, "file-newer", Key::DeclinedNewer),
        (huge, "file-unreadable", Key::DeclinedTooLarge),
        (damaged, "file-unreadable", Key::DeclinedDamaged),
        ("GIF89a".to_owned(), "file-unreadable", Key::DeclinedNotOurs),
        (String::new(), "file-unreadable", Key::DeclinedCutShort),
        (SOUSCHEF.to_owned(), "file-unreadable", Key::DeclinedNotOurs),
        ("[]".to_owned(), "file-unreadable", Key::DeclinedNotOurs),
    ];
    for (text, code, key) in declined {
        let story = Story::with(SOUSCHEF).begins().answers(2);
        let before = story.assessment().clone();
        let story = story.opens(&text);
        assert_eq!(story.error(), Some(code), "{:.40}", text);
        assert!(story.shows(key), "{key:?} for {:.40}", text);
        assert_eq!((story.assessment(), &story.session().deletion), (&before, &None));
    }
}

#[test]
fn a_file_of_another_version_opens_with_what_became_of_it() {
    let file = GUEST.replace(r#""id": "tea", "version": "1""#, r#""id": "tea", "version": "0""#);
    let newer =
        TEA.replacen("\"areas\"", "\"renamed\": [{\"from\": \"brew-coffee\", \"to\": [\"brew-tea\"]}],\n\"areas\"", 1);
    let story = Story::with(&newer).opens(&file);
    let [Notice::Opened(told)] = &story.session().notices[..] else { panic!("it was not opened") };
    assert_eq!(told.other_version.as_deref(), Some("0"));
    assert!(!told.conflicts.is_empty() && !told.ignored.is_empty());
    assert_eq!(&*story.assessment().framework_version.clone().unwrap(), "1");
    let text = story.text();
    assert!(text.contains("brew-coffee") && text.contains("cellar"), "{text}");
}

#[test]
fn a_file_whose_own_result_differs_says_so() {
    let file = Story::with(SOUSCHEF).begins().goes_through(|_| 2).saves_a_file();
    let file = file.replacen("\"flat\": true", "\"flat\": false", 1);
    assert!(Story::with(SOUSCHEF).opens(&file).shows(Key::OpenedReportDiffers));
}

#[test]
fn a_file_whose_own_result_lacks_what_came_later_says_nothing() {
    let file = Story::with(SOUSCHEF).begins().goes_through(|_| 2).saves_a_file();
    let file = as_first_written(&file);
    assert!(!Story::with(SOUSCHEF).opens(&file).shows(Key::OpenedReportDiffers));
    let file = file.replacen("\"flat\":true", "\"flat\":false", 1);
    assert!(Story::with(SOUSCHEF).opens(&file).shows(Key::OpenedReportDiffers));
}

#[test]
fn five_areas_can_be_chosen_before_the_results_and_one_is_given_up_for_a_sixth() {
    let wish = |area: usize, wish: i8| Message::AreaWished { area, wish };
    let chosen = |story: &Story| story.journey().chosen_areas(story.framework());
    let story = Story::with(SOUSCHEF).begins().does(Message::StepChosen(Step::Areas { beyond: None }));
    assert_eq!(chosen(&story), [0; 0], "nothing is chosen beforehand");
    assert!(story.shows(Key::Skip));
    let story = (0..5).fold(story, |story, area| story.does(wish(area, 2)));
    assert!(!story.shows(Key::Skip));
    let asked = story.does(wish(7, 2));
    assert_eq!((asked.step(), chosen(&asked)), (&Step::Areas { beyond: Some(7) }, vec![0, 1, 2, 3, 4]));
    assert_eq!(asked.focus(), Some(FocusTarget::ErrorSummary), "the question is led to");
    let stays = asked.clone().goes_on();
    assert_eq!((stays.step(), stays.focus()), (&Step::Areas { beyond: Some(7) }, Some(FocusTarget::ErrorSummary)));
    let given_up = asked.clone().does(wish(2, 0));
    assert_eq!((given_up.step(), chosen(&given_up)), (&Step::Areas { beyond: None }, vec![0, 1, 3, 4, 7]));
    let kept = asked.does(wish(7, 0));
    assert_eq!((kept.step(), chosen(&kept)), (&Step::Areas { beyond: None }, vec![0, 1, 2, 3, 4]));
    // Among the suggestions there is no such limit, and going on from there none either.
    let suggestions = Step::Suggestions { viewed_role: 0, at_hand: None };
    let more = kept.does(Message::StepChosen(suggestions)).does(wish(7, 2)).does(wish(8, 2));
    assert_eq!(chosen(&more), [0, 1, 2, 3, 4, 7, 8]);
    let back = more.does(Message::StepChosen(Step::Areas { beyond: None })).goes_on();
    assert_eq!(back.step(), &Step::Check);
}

#[test]
fn the_framework_can_be_printed_as_a_form_and_one_comes_back_to_where_one_was() {
    let story = Story::with(SOUSCHEF);
    let form = story.clone().does(Message::BlankFormOpened);
    let text = form.text();
    for competence in &form.framework().competences {
        let [title, statement] = [&competence.title, &competence.statement].map(|words| words.in_language(0));
        assert!(text.contains(&format!("{title} {statement}")), "{title} stands apart from its sentence");
    }
    let boxes =
        screens::elements(&form.node()).into_iter().filter(|parts| screens::has_class(parts, "tick-box")).count();
    assert_eq!(boxes, 25 * (5 + 2), "five levels and two answers off the scale for each");
    assert!(form.shows(Key::NoticeNoAppraisal) && form.shows(Key::Print));
    let back = form.does(Message::ReadingClosed);
    assert_eq!(back.session().screen, story.session().screen);
}

#[test]
fn an_area_that_is_looked_for_is_led_to_and_stands_open() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2);
    let story = story.does(Message::StepChosen(Step::Suggestions { viewed_role: 0, at_hand: None }));
    let found = story.clone().does(Message::AreaSought(20));
    assert_eq!(found.step(), &Step::Suggestions { viewed_role: 0, at_hand: Some(20) });
    assert_eq!(found.focus(), Some(FocusTarget::Area(20)));
    let nothing = story.does(Message::AreaSought(usize::MAX));
    assert_eq!((nothing.step(), nothing.focus()), (&Step::Suggestions { viewed_role: 0, at_hand: None }, None));
}

#[test]
fn an_area_that_opens_later_is_set_apart_until_then() {
    let stages = r#""stages": [{"id": "start", "title": "The first weeks", "months": 0, "lowerBy": 0}], "targets""#;
    let tea = TEA.replacen("\"groups\": [\"hosts\"]", "\"afterMonths\": 3", 1).replacen("\"targets\"", stages, 1);
    let shown = |stage: &str| {
        let file = format!(
            r#"{{"format": "rokade.assessment/1", "framework": {{"id": "tea"}}, "purpose": "onboarding", "rater": "self",
                "role": "host", {stage} "responses": {{"competences": {{"brew-tea": {{"answer": "rated", "level": 1}}}}}}}}"#
        );
        let story = Story::with(&tea).opens(&file);
        let story = story.does(Message::StepChosen(Step::Suggestions { viewed_role: 0, at_hand: None }));
        (story.shows(Key::ApartNotYet), story.shows(Key::ApartNotOpen))
    };
    assert_eq!(shown(r#""stage": "start","#), (true, false));
    assert_eq!(shown(""), (false, false));
}

#[test]
fn an_unknown_role_is_asked_again_and_the_answers_stay() {
    let file = Story::with(SOUSCHEF).begins().answers(3).saves_a_file();
    let file = file.replacen("\"role\": \"souschef-fagkontor\"", "\"role\": \"kontorchef\"", 1);
    let story = Story::with(SOUSCHEF).opens(&file);
    assert_eq!(story.start().missing, [StartField::Role]);
    assert_eq!(story.start().role, None);
    assert!(story.text().contains("kontorchef"));
    let story = story.does(Message::Begun);
    assert_eq!(story.start().missing, [StartField::Role]);
    let story = story.does(Message::RoleChosen(1)).does(Message::Begun);
    assert_eq!((&*story.assessment().role, story.levels(3)[2]), ("souschef-faellesfunktion", Some(2)));
    assert_eq!(story.step(), &competence(3, AfterAnswer::GoOn));
}

#[test]
fn an_unknown_role_gives_way_to_the_one_that_the_page_fixed() {
    let file = Story::with(SOUSCHEF).begins().answers(3).saves_a_file();
    let file = file.replacen("\"role\": \"souschef-fagkontor\"", "\"role\": \"kontorchef\"", 1);
    let fixed = Settings { role: Some("souschef-fagkontor".into()), ..Settings::default() };
    let story = Story::on(SOUSCHEF, fixed).opens(&file);
    assert_eq!((story.start().role, &story.start().missing[..]), (Some(0), &[][..]));
    assert_eq!(story.does(Message::Begun).levels(3)[2], Some(2));
    let story = Story::with(TEA).opens(&GUEST.replacen("\"role\": \"host\"", "\"role\": \"waiter\"", 1));
    assert_eq!(story.does(Message::Begun).answer(0), Some(Answer::Rated(2)));
}

/// A file for a role that the framework no longer has, opened on the first screen.
fn opened_for_an_unknown_role() -> Story {
    let file = Story::with(SOUSCHEF).begins().answers(3).saves_a_file();
    Story::with(SOUSCHEF).opens(&file.replacen("\"role\": \"souschef-fagkontor\"", "\"role\": \"kontorchef\"", 1))
}

#[test]
fn what_was_opened_for_an_unknown_role_is_there_after_a_reload_and_asks_for_the_role_again() {
    let story = opened_for_an_unknown_role().reloads();
    assert_eq!((story.start().role, &story.start().missing[..]), (None, &[StartField::Role][..]));
    assert!(!story.shows(Key::KeptUnread) && story.text().contains("kontorchef"));
    let story = story.does(Message::RoleChosen(1)).does(Message::Begun);
    assert_eq!(story.levels(3)[2], Some(2));
    // The device offers it like any other, and by then the page may have fixed a role.
    let story = opened_for_an_unknown_role().does(Message::KeepingChosen(Retention::Device));
    let fixed = Settings { role: Some("souschef-fagkontor".into()), ..Settings::default() };
    let story = story.on_another_page(SOUSCHEF, fixed).comes_back_after(1);
    assert!(story.text().contains("kontorchef"));
    assert_eq!(story.resumes(0).does(Message::Begun).levels(3)[2], Some(2));
}

#[test]
fn nothing_is_compared_before_the_role_is_known() {
    let earlier = Story::with(SOUSCHEF).begins().answers(2).saves_a_file();
    let story = opened_for_an_unknown_role().gets(&earlier).says(Whose::Mine);
    assert!(story.offers(OwnFileChoice::GoOn { replaces: true }), "what is there isn't replaced unasked");
    assert!(!story.shows(Key::CompareWithOwn));
    let compares = Incoming::Mine(OwnFileChoice::Compare(OwnAnswers::UnderWay));
    let story = story.does(Message::Incoming(compares)).does(Message::Incoming(Incoming::Closed));
    assert!(matches!(story.session().screen, Screen::Start(_)), "the journey doesn't go on past the first screen");
}

#[test]
fn deleting_deletes_the_answers_under_way_and_nothing_else() {
    // A manager answers about two employees, and another page keeps answers too.
    let about = |story: Story, label: &str| {
        let story = story.chooses(Purpose::Development).does(Message::RaterChosen(Rater::Manager));
        let story = story.does(Message::RoleChosen(0)).does(Message::LabelWritten(label.into())).does(Message::Begun);
        story.does(Message::KeepingChosen(Retention::Device)).answers(2)
    };
    let story = about(about(Story::with(SOUSCHEF), "AB").comes_back_after(1), "CD");
    let guest = Story { browser: story.browser.clone(), ..Story::with(TEA) };
    let story = guest.begins().does(Message::KeepingChosen(Retention::Device)).answers(1);
    let story = story.on_another_page(SOUSCHEF, Settings::default()).comes_back_after(1);
    assert_eq!((story.browser.device.len(), story.session().kept.len(), story.session().others.len()), (3, 2, 1));

    let of_ab = story.session().kept.iter().position(|(_, kept)| &*kept.journey.label == "AB").unwrap();
    let story = story.resumes(of_ab).does(Message::DeletionAsked(Deletion::UnderWay));
    assert!(story.text().contains("AB") && !story.text().contains("CD"), "{}", story.text());
    assert!(story.says_count(Key::DeleteOthersStay, 2));
    let story = story.does(Message::DeletionConfirmed).reloads();
    assert_eq!((story.session().kept.len(), story.session().others.len()), (1, 1));
    assert_eq!(&*story.session().kept[0].1.journey.label, "CD");

    // The others are asked about on their own.
    let story = story.does(Message::DeletionAsked(Deletion::Others));
    assert!(story.says_count(Key::OthersDeleteLead, 1));
    let story = story.does(Message::DeletionConfirmed);
    assert_eq!((story.browser.device.len(), story.session().kept.len(), story.session().others.len()), (1, 1, 0));
}

#[test]
fn answers_that_are_offered_are_deleted_only_once_asked() {
    let story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device)).comes_back_after(1);
    let (key, _) = story.session().kept[0].clone();
    let story = story.does(Message::DeletionAsked(Deletion::Kept(key)));
    assert_eq!((story.browser.device.len(), story.focus()), (1, Some(FocusTarget::Deletion)));
    let story = story.does(Message::DeletionCancelled);
    assert_eq!(story.does(Message::DeletionConfirmed).browser.device.len(), 1);
}

#[test]
fn what_cannot_be_read_can_be_deleted() {
    let mut story = Story::with(SOUSCHEF).begins().does(Message::KeepingChosen(Retention::Device)).answers(1);
    let (_, text) = &mut story.browser.device[0];
    *text = text.replace("rokade.progress/1", "rokade.progress/2");
    let story = story.comes_back_after(1);
    assert!(story.shows(Key::KeptUnread));
    let story = story.does(Message::DeletionAsked(Deletion::Others)).does(Message::DeletionConfirmed);
    assert!(story.browser.device.is_empty() && !story.shows(Key::KeptUnread));
}

#[test]
fn an_agreement_in_a_file_shows_also_where_nobody_is_said_to_have_made_it() {
    let story = Story::with(SOUSCHEF).begins().goes_through(|_| 2).does(Message::FocusAgreed(true));
    let story = story.does(Message::FocusTicked { dimension: 0, is_in_focus: true });
    let file = story.saves_a_file().replacen("\"agreedBy\": \"head\"", "\"agreedBy\": null", 1);
    let story = Story::with(SOUSCHEF).opens(&file).does(Message::StepChosen(Step::Balance));
    assert!(story.shows(Key::FocusQuestion), "what counts can be seen");
    assert!(story.does(Message::FocusAgreed(false)).assessment().targets.focus.is_empty());
}

#[test]
fn opening_a_file_while_deleting_is_asked_deletes_nothing() {
    let file = Story::with(SOUSCHEF).begins().answers(3).saves_a_file();
    let story = Story::with(SOUSCHEF).does(Message::ResetAsked).opens(&file).does(Message::DeletionConfirmed);
    assert_eq!(story.levels(3)[2], Some(2));
}

// ---- the page

#[test]
fn the_language_follows_the_page_until_the_person_chooses_and_the_page_changes_it() {
    let in_language = |tag: &str| Settings { language: Some(tag.into()), ..Settings::default() };
    let story = Story::with(SOUSCHEF);
    assert_eq!(story.state.wording.tag(), "da", "the framework's first");
    let story = story.does(Message::SettingsChanged(in_language("en-GB")));
    assert_eq!(story.state.wording.tag(), "en");
    let told = story.announced();
    let story = story.does(Message::LanguageChosen("da".into()));
    assert_eq!((story.state.wording.tag(), story.told_since(told)), ("da", Some(Key::LanguageChanged)));
    let again = Settings { heading_level: 3, ..in_language("en-GB") };
    let story = story.does(Message::SettingsChanged(again));
    assert_eq!(story.state.wording.tag(), "da", "the page asked for the same language as before");
    let story =
        story.does(Message::SettingsChanged(in_language("da"))).does(Message::SettingsChanged(in_language("en")));
    assert_eq!(story.state.wording.tag(), "en");
    let story = story.does(Message::SettingsChanged(in_language("de")));
    assert_eq!(story.state.wording.tag(), "da", "what isn't spoken is the framework's first");
}

#[test]
fn a_purpose_and_role_that_the_page_fixes_later_are_taken_over() {
    let fixed = Settings {
        purpose: Some(Purpose::Exploration),
        role: Some("souschef-faellesfunktion".into()),
        ..Settings::default()
    };
    let places: [fn(Story) -> Story; 2] = [|story| story, |story| story.does(Message::RoleReadingOpened(0))];
    for place in places {
        let story = place(Story::with(SOUSCHEF).does(Message::Begun));
        let story = story.does(Message::SettingsChanged(fixed.clone()));
        assert_eq!(story.events(), [""; 0], "setting a property is no act of the person's");
        let story = story.does(Message::ReadingClosed);
        assert_eq!((story.start().purpose, story.start().role), (Some(Purpose::Exploration), Some(1)));
        assert_eq!(story.start().missing, []);
        let story = story.does(Message::RoleChosen(0)).chooses(Purpose::Development);
        assert_eq!((story.start().purpose, story.start().role), (Some(Purpose::Exploration), Some(1)));
    }
    let story = Story::with(SOUSCHEF).begins().answers(2);
    let story = story.does(Message::SettingsChanged(fixed));
    assert_eq!(&*story.assessment().role, "souschef-fagkontor", "what is under way stays as it is");
    let story = story.goes_back().goes_back().goes_back();
    assert_eq!((story.start().purpose, story.start().role), (Some(Purpose::Exploration), Some(1)));
    assert_eq!(story.does(Message::Begun).levels(2), [Some(0), Some(1)]);
}

#[test]
fn a_role_that_the_framework_does_not_have_fixes_nothing() {
    let unknown = Settings { role: Some("kontorchef".into()), ..Settings::default() };
    let story = Story::with(SOUSCHEF).begins().does(Message::SettingsChanged(unknown.clone()));
    assert_eq!((story.events(), story.error()), (vec!["rokade-error"], Some("setting-unknown")));
    let story = story.goes_back().does(Message::RoleChosen(1)).does(Message::Begun);
    assert_eq!(story.journey().role, 1);
    let story = Story::on(SOUSCHEF, unknown);
    let Status::Failed(failure) = &story.state.status else { panic!("it can't run") };
    assert_eq!(failure.code, FailureCode::RoleUnknown);
    assert!(story.error_message().contains("`souschef-fagkontor` and `souschef-faellesfunktion`"));
}

#[test]
fn each_failure_has_its_message_and_its_code() {
    let codes = [
        (FailureCode::FrameworkMissing, Key::FailedMissing),
        (FailureCode::FrameworkNotFound, Key::FailedNotFound),
        (FailureCode::FrameworkUnreachable, Key::FailedUnreachable),
    ];
    for (code, key) in codes {
        for detail in ["", "https://example.org"] {
            let failed = Message::FrameworkFailed { code, detail: detail.into() };
            let story = Story { state: State::default(), ..Story::with(SOUSCHEF) }.does(failed);
            assert_eq!(story.error(), Some(code.name()));
            assert!(story.shows(key));
        }
    }
    let texts = [
        ("{", "framework-not-json", Key::FailedInvalid),
        ("{}", "framework-invalid", Key::FailedInvalid),
        (r#"{"format": "rokade.framework/2"}"#, "framework-newer", Key::FailedNewer),
    ];
    for (text, code, key) in texts {
        let story = Story::with(SOUSCHEF).does(Message::FrameworkRead(text.into()));
        assert_eq!(story.error(), Some(code));
        assert!(story.shows(key));
        let story = story.does(Message::Begun).does(Message::FrameworkRead(SOUSCHEF.into()));
        assert_eq!(story.events(), ["rokade-ready"], "and it can be mended");
    }
}

#[test]
fn the_page_is_told_what_a_person_did_and_nothing_else() {
    let story = Story::with(SOUSCHEF);
    assert_eq!(story.events(), ["rokade-ready"]);
    let silent = [
        Message::LanguageChosen("en".into()),
        Message::PurposeChosen(Purpose::Development),
        Message::RaterChosen(Rater::Myself),
        Message::RoleChosen(0),
        Message::StageChosen(None),
        Message::LabelWritten("AB".into()),
        Message::KeepingChosen(Retention::Device),
        Message::RoleReadingOpened(0),
        Message::ReadingClosed,
        Message::DeletionAsked(Deletion::UnderWay),
        Message::DeletionCancelled,
        Message::NoticesRead,
        Message::ProgressFound(Vec::new()),
        Message::SettingsChanged(Settings { heading_level: 4, ..Settings::default() }),
    ];
    let mut story = story;
    for message in silent {
        story = story.does(message.clone());
        assert_eq!(story.events(), [""; 0], "{message:?}");
    }
    let told = [
        Message::Begun,
        Message::ResponseGiven(Answer::Rated(1)),
        Message::WishTicked(true),
        Message::Continued,
        Message::Skipped,
        Message::WentBack,
        Message::StepChosen(Step::Balance),
        Message::FocusAgreed(true),
        Message::FocusTicked { dimension: 0, is_in_focus: true },
        Message::AgreementDated("2026-02-01".into()),
        Message::TargetAdjusted { competence: 0, target: Adjustment::Level(1) },
        Message::Continued,
        Message::AreaWished { area: 0, wish: 1 },
        Message::AreaExperienced { area: 0, is_experienced: true },
        Message::ChangeAsked(Item::Competence(0)),
    ];
    for message in told {
        story = story.does(message.clone());
        assert_eq!(story.events(), ["rokade-progress"], "{message:?}");
    }
    let detail = story.effects.iter().find_map(|effect| match effect {
        Effect::Emit(event) => Some(event.name_and_detail().1),
        _ => None,
    });
    assert_eq!(detail.as_deref(), Some(r#"{"answered":1,"total":25,"screen":"question"}"#));
    let screens = [
        (Step::DimensionDone { dimension: 0 }, "part-done"),
        (Step::Balance, "balance"),
        (Step::Areas { beyond: None }, "areas"),
        (Step::Check, "check"),
        (Step::Overview { viewed_role: 0 }, "results"),
        (Step::Profile { viewed_role: 0 }, "profile"),
        (Step::Suggestions { viewed_role: 0, at_hand: None }, "suggestions"),
        (Step::Keep, "keep"),
    ];
    for (step, name) in screens {
        assert_eq!(step.name(), name);
    }
}

#[test]
fn every_event_has_its_public_name() {
    use rokade::state::Event;
    let events = [
        (Event::Ready, "rokade-ready", "{}"),
        (Event::Results, "rokade-results", "{}"),
        (Event::Export { kind: "file" }, "rokade-export", r#"{"kind":"file"}"#),
        (Event::Error { code: "a", message: "b".into() }, "rokade-error", r#"{"code":"a","message":"b"}"#),
    ];
    for (event, name, detail) in events {
        let (own_name, own_detail) = event.name_and_detail();
        assert_eq!((own_name, &*own_detail), (name, detail));
    }
}

#[test]
fn everything_is_there_in_english_too_with_headings_from_any_level() {
    for heading_level in 1..=5 {
        let settings = Settings { language: Some("en".into()), heading_level, ..Settings::default() };
        let story = Story::on(SOUSCHEF, settings).begins().answers(8).does(Message::DepthChosen { dimension: 0 });
        let story = story.answers(1).does(Message::StepChosen(Step::Balance)).does(Message::FocusAgreed(true));
        let story = story
            .goes_on()
            .sees_results()
            .does(Message::StepChosen(Step::Keep))
            .does(Message::DeletionAsked(Deletion::UnderWay));
        assert!(story.text().contains("Keep and share"));
    }
}

#[test]
fn framework_texts_in_another_language_are_marked_with_it() {
    let story = Story::on(TEA, Settings { language: Some("da".into()), ..Settings::default() });
    let heading = screens::elements(&story.node()).into_iter().find(|parts| parts.tag == "h2").unwrap().clone();
    assert_eq!(screens::attribute(&heading, "lang"), Some("en"));
    assert!(story.shows(Key::Begin), "with the widget's own words in Danish around it");
}

// ---- the teller

/// A person, a page and a browser, and what happened last.
#[derive(Clone)]
struct Story {
    state: State,
    /// What the last message led to.
    effects: Vec<Effect>,
    browser: Browser,
    handed_over: Option<Rc<str>>,
    settings: Settings,
    framework: Rc<str>,
    day: u32,
}

/// Keeps what it is given, as a browser does.
#[derive(Clone, Default)]
struct Browser {
    tab: Vec<(Rc<str>, String)>,
    device: Vec<(Rc<str>, String)>,
}

impl Browser {
    fn carry_out(&mut self, effect: &Effect) {
        match effect {
            Effect::SaveProgress(StoredProgress { key, text, keeping }) => {
                let (own, other) = match keeping {
                    Retention::Tab => (&mut self.tab, &mut self.device),
                    Retention::Device => (&mut self.device, &mut self.tab),
                    Retention::Nowhere => panic!("nothing is kept nowhere"),
                };
                other.retain(|(kept, _)| kept != key);
                match own.iter_mut().find(|(kept, _)| kept == key) {
                    Some(entry) => entry.1 = text.to_string(),
                    None => own.push((key.clone(), text.to_string())),
                }
            }
            Effect::ForgetProgress { key } => {
                self.tab.retain(|(kept, _)| kept != key);
                self.device.retain(|(kept, _)| kept != key);
            }
            _ => {}
        }
    }

    fn found(&self) -> Vec<StoredProgress> {
        let stored = |entries: &[(Rc<str>, String)], keeping| {
            let entries = entries.iter().filter(|(key, _)| key.starts_with(KEY_PREFIX));
            entries
                .map(|(key, text)| StoredProgress { key: key.clone(), text: (**text).into(), keeping })
                .collect::<Vec<_>>()
        };
        [stored(&self.tab, Retention::Tab), stored(&self.device, Retention::Device)].concat()
    }
}

impl Story {
    fn with(framework: &str) -> Self {
        Self::on(framework, Settings::default())
    }

    /// A page with these settings opens.
    fn on(framework: &str, settings: Settings) -> Self {
        let story = Self {
            state: State::default(),
            effects: Vec::new(),
            browser: Browser::default(),
            handed_over: None,
            settings,
            framework: framework.into(),
            day: TODAY,
        };
        story.appears()
    }

    /// The widget appears on its page, with what the browser has for it.
    fn appears(mut self) -> Self {
        self.state = State::default();
        let framework = Message::FrameworkRead(self.framework.clone());
        let settings = Message::SettingsChanged(self.settings.clone());
        self.does(settings).reads(framework)
    }

    /// The page has this about a framework, and the browser what it has for that.
    fn reads(self, framework: Message) -> Self {
        let mut story = self.does(framework);
        let read = story.effects.clone();
        for effect in &read {
            if let Effect::LookForProgress = effect {
                let found = story.browser.found();
                story = story.does(Message::ProgressFound(found));
            }
        }
        story.effects.splice(0..0, read);
        story
    }

    fn has_no_journey(&self) -> bool {
        !matches!(&self.state.status, Status::Ready(session) if session.journey().is_some())
    }

    fn does(mut self, message: Message) -> Self {
        let now = Now::in_utc(&self.now(), self.day);
        self.effects = update(&mut self.state, message, &now);
        for effect in &self.effects {
            self.browser.carry_out(effect);
            if let Effect::HandOverProgress(progress) = effect {
                self.handed_over = progress.clone();
            }
        }
        screens::assert_sound(&self.state, &self.node());
        self
    }

    /// Goes on from what is offered at this place.
    fn resumes(self, place: usize) -> Self {
        let (key, _) = self.session().kept[place].clone();
        self.does(Message::ProgressResumed(key))
    }

    fn forgets(self, place: usize) -> Self {
        let (key, _) = self.session().kept[place].clone();
        self.does(Message::DeletionAsked(Deletion::Kept(key))).does(Message::DeletionConfirmed)
    }

    fn now(&self) -> Rc<str> {
        // Day 20 500 is the sixteenth of February 2026; any later day will do for what is told here.
        format!("2026-02-16T08:00:00.{:03}Z", self.day - TODAY).into()
    }

    fn reloads(self) -> Self {
        Self { handed_over: None, ..self }.appears()
    }

    /// Something went wrong, and the page has what was handed to it.
    fn breaks_down(mut self) -> Self {
        self.settings.progress = self.handed_over.clone();
        self.appears()
    }

    fn on_another_page(self, framework: &str, settings: Settings) -> Self {
        Self { framework: framework.into(), settings, ..self }
    }

    fn later(self, days: u32) -> Self {
        Self { day: self.day + days, ..self }
    }

    /// The tab is closed; another is opened so many days after.
    fn comes_back_after(mut self, days: u32) -> Self {
        self.browser.tab.clear();
        self.later(days).reloads()
    }

    fn chooses(self, purpose: Purpose) -> Self {
        self.does(Message::PurposeChosen(purpose))
    }

    fn begins(self) -> Self {
        self.begins_as(Purpose::Development, Rater::Myself)
    }

    fn begins_as(self, purpose: Purpose, rater: Rater) -> Self {
        let chosen = self.chooses(purpose).does(Message::RaterChosen(rater)).does(Message::RoleChosen(0));
        chosen.does(Message::Begun)
    }

    fn rates(self, level: i64) -> Self {
        self.does(Message::ResponseGiven(Answer::Rated(level)))
    }

    /// Answers so many questions, with the lowest level first and round again after the highest.
    fn answers(mut self, questions: usize) -> Self {
        for _ in 0..questions {
            let Step::Question(question) = *self.step() else { panic!("there is no question") };
            let levels = question.item.scale(self.framework()).levels.len();
            let place = question.item.place_in_dimension(self.framework()).0 - 1;
            self = self.rates((place % levels) as i64).goes_on();
        }
        self
    }

    /// Answers every question to the end of the last part, without depth.
    fn goes_through(mut self, level: impl Fn(usize) -> i64) -> Self {
        loop {
            self = match self.step() {
                Step::Question(Question { item: Item::Competence(place), .. }) => {
                    let level = level(*place);
                    self.rates(level).goes_on()
                }
                Step::DimensionDone { .. } => self.goes_on(),
                _ => return self,
            }
        }
    }

    fn goes_to_check(self) -> Self {
        self.does(Message::StepChosen(Step::Check))
    }

    fn sees_results(self) -> Self {
        self.goes_to_check().goes_on()
    }

    fn goes_on(self) -> Self {
        self.does(Message::Continued)
    }

    fn goes_back(self) -> Self {
        self.does(Message::WentBack)
    }

    fn ticks_wish(self) -> Self {
        self.does(Message::WishTicked(true))
    }

    /// A file comes in, and nothing is said of it yet.
    fn gets(self, file: &str) -> Self {
        self.does(Message::FileOpened(file.into()))
    }

    /// The person says that the file is theirs and goes on with it.
    fn opens(self, file: &str) -> Self {
        let mut story = self.does(Message::FileOpened(file.into()));
        while let Some(message) = screens::next_with_mine(&story.state) {
            story = story.does(message);
        }
        story
    }

    fn says(self, whose: Whose) -> Self {
        self.does(Message::Incoming(Incoming::Said(whose)))
    }

    /// Whether this can be done with the person's own file that came in.
    fn offers(&self, choice: OwnFileChoice) -> bool {
        screens::offered(&self.node()).contains(&Message::Incoming(Incoming::Mine(choice)))
    }

    /// The file that the person would get now.
    fn saves_a_file(&self) -> String {
        let effects = self.clone().does(Message::Export(Export::Own)).effects;
        let file = effects.into_iter().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(text),
            _ => None,
        });
        file.expect("a file is saved")
    }

    // ---- what there is to see

    fn session(&self) -> &Session {
        match &self.state.status {
            Status::Ready(session) => session,
            other => panic!("there is no framework: {other:?}"),
        }
    }

    fn framework(&self) -> &Framework {
        &self.session().framework
    }

    fn start(&self) -> &Start {
        match &self.session().screen {
            Screen::Start(start) => start,
            other => panic!("it is another screen: {other:?}"),
        }
    }

    fn journey(&self) -> &Journey {
        match &self.session().screen {
            Screen::Journey(journey) => journey,
            other => panic!("it is another screen: {other:?}"),
        }
    }

    fn step(&self) -> &Step {
        &self.journey().step
    }

    fn assessment(&self) -> &Assessment {
        &self.journey().assessment
    }

    fn answer(&self, competence: usize) -> Option<Answer> {
        let journey = self.session().journey().expect("there are answers");
        journey.response(self.framework(), Item::Competence(competence)).map(|response| response.answer)
    }

    /// The levels of so many competences from the first.
    fn levels(&self, first: usize) -> Vec<Option<i64>> {
        let level = |place| match self.answer(place) {
            Some(Answer::Rated(level)) => Some(level),
            _ => None,
        };
        (0..first).map(level).collect()
    }

    fn report(&self) -> Report {
        Report::of(self.framework(), self.journey().role, self.assessment())
    }

    fn node(&self) -> Vec<screens::Piece> {
        screens::drawn(&self.state, &ReportCache::default())
    }

    fn text(&self) -> String {
        screens::text(&self.node())
    }

    /// Whether a text is on the screen, in the language of the screen.
    fn shows(&self, key: Key) -> bool {
        self.text().contains(&*self.state.wording.text(key))
    }

    /// How far the screen says one is.
    fn progress(&self) -> Option<String> {
        let node = self.node();
        let words = screens::elements(&node).into_iter().find(|element| screens::has_class(element, "progress-text"));
        words.map(screens::text_of)
    }

    fn says_count(&self, key: Key, number: usize) -> bool {
        self.text().contains(&*self.state.wording.count(key, number, &[]))
    }

    fn focus(&self) -> Option<FocusTarget> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::MoveFocus(focus) => Some(focus.clone()),
            _ => None,
        })
    }

    fn events(&self) -> Vec<&'static str> {
        let name = |effect: &Effect| match effect {
            Effect::Emit(event) => Some(event.name_and_detail().0),
            _ => None,
        };
        self.effects.iter().filter_map(name).collect()
    }

    fn error(&self) -> Option<&'static str> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Emit(rokade::state::Event::Error { code, .. }) => Some(*code),
            _ => None,
        })
    }

    fn error_message(&self) -> String {
        let message = self.effects.iter().find_map(|effect| match effect {
            Effect::Emit(rokade::state::Event::Error { message, .. }) => Some(message.clone()),
            _ => None,
        });
        message.unwrap_or_default()
    }

    fn announced(&self) -> u32 {
        self.state.announcement.0
    }

    /// What a screen reader was told since then, where it was.
    fn told_since(&self, number: u32) -> Option<Key> {
        let (own, words) = &self.state.announcement;
        let is_it = |key: &Key| self.state.wording.text(*key) == *words;
        (*own > number).then(|| Key::VARIANTS.iter().copied().find(is_it).expect("it has a key"))
    }
}

fn competence(place: usize, then: AfterAnswer) -> Step {
    Question::about(Item::Competence(place), then)
}

fn behaviour(place: usize, then: AfterAnswer) -> Step {
    Question::about(Item::Behaviour(place), then)
}

fn names(ids: &[Rc<str>]) -> Vec<&str> {
    ids.iter().map(|id| &**id).collect()
}
