//! Leaving with it: the plan and its follow-up, examples, one's own file, a file to share, the receipt, the spreadsheet and
//! the pages, told as what a person does. What a file to share holds is proved on generated assessments.
#![cfg(not(target_arch = "wasm32"))]

mod generated;
mod screens;

use proptest::prelude::*;
use rokade::assessment::{Answer, PlanItem, Purpose, Rater};
use rokade::comparison::with_agreed;
use rokade::framework::Framework;
use rokade::json::SyntaxErrorKind;
use rokade::json::to_compact;
use rokade::problem::ProblemKind;
use rokade::report::Report;
use rokade::state::Export;
use rokade::state::incoming::Whose;
use rokade::state::journey::{AfterAnswer, Item, Journey, Question, Step};
use rokade::state::opened::OpenError;
use rokade::state::opened::{RECEIPT_END, RECEIPT_START};
use rokade::state::progress::Now;
use rokade::state::settings::{Settings, Sharing};
use rokade::state::share::SharePart;
use rokade::state::{
    Deletion, Effect, FileKind, FocusTarget, Incoming, Message, Notice, Screen, Session, State, Status, update,
};
use rokade::state::{PlanField, PlanFor, Planning};
use rokade::view::ReportCache;
use rokade::wording::Key;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::rc::Rc;

const SOUSCHEF: &str = include_str!("../frameworks/souschef.json");

// ---- the plan

#[test]
fn an_agreement_begins_from_a_competence_an_area_or_nothing() {
    let one = Person::with_results();
    let gap = one.report().profile.priorities[0];
    let add = Message::Planning(Planning::Added(PlanFor::Competence(gap)));
    let one = one.does(add.clone());
    assert_eq!(
        (one.step(), one.focus()),
        (&Step::Overview { viewed_role: 0 }, None),
        "one goes on with what one was at"
    );
    assert!(one.shows(Key::PlanAdded));
    let one = one.does(add);
    assert_eq!((one.step(), one.focus()), (&Step::Plan, Some(FocusTarget::Item(0))), "and sees it when one asks again");
    let competence = &one.framework().competences[gap];
    assert_eq!(one.plan()[0].competences, std::slice::from_ref(&competence.id));
    let level = one.report().profile.rows[gap].level().expect("it is rated");
    let next = &one.framework().scale_of(gap).levels[usize::from(level) + 1].label;
    let next = competence.level_texts.get(usize::from(level) + 1).unwrap_or(next).in_language(0);
    assert_eq!(*one.plan()[0].goal, *format!("{}: {next}", competence.title.in_language(0)), "the next level in words");

    let area = one.report().suggestions.portfolio.areas[0];
    let moved: Vec<Rc<str>> = one.report().suggestions.areas[area]
        .contributions
        .iter()
        .map(|line| one.framework().competences[line.competence].id.clone())
        .collect();
    let one = one.does(Message::Planning(Planning::Added(PlanFor::Area(area))));
    assert_eq!(one.focus(), Some(FocusTarget::Item(1)));
    assert_eq!(one.plan()[1].area.as_ref(), Some(&one.framework().areas[area].id));
    assert!(one.plan()[1].activity.contains(&*one.framework().areas[area].title.in_language(0)));
    assert!(moved.iter().all(|id| one.plan()[1].competences.contains(id)), "what it lets one practise");

    let one = one.does(Message::Planning(Planning::Added(PlanFor::Nothing)));
    assert_eq!((one.plan().len(), one.focus()), (3, Some(FocusTarget::Item(2))));
    assert!(one.plan()[2].competences.is_empty());
}

#[test]
fn the_days_of_follow_up_go_into_a_calendar_and_nothing_else_does() {
    let planned = |day: Value| {
        let plan = json!([{"goal": "Planlægge ugen", "activity": "Tavlemødet", "responsible": "me", "followUp": day}]);
        Person::opening(&assessment(|file| file["plan"] = plan)).does(Message::StepChosen(Step::Plan))
    };
    let one = planned(json!("2026-05-01"));
    assert!(one.shows(Key::PlanCalendar));
    let one = one.does(Message::Export(Export::Calendar));
    let text = rokade::view::calendar_of(&one.state, "2026-02-16T08:00:00Z").expect("there is a day");
    assert!(text.contains("DTSTART;VALUE=DATE:20260501") && text.contains("SUMMARY:Opfølgning"), "{text}");
    assert!(!text.contains("Planlægge") && !text.contains("Tavle"), "{text}");
    let name = one.effects.iter().find_map(|effect| match effect {
        Effect::DownloadCalendar { name } => Some(&**name),
        _ => None,
    });
    assert_eq!(name, Some("souschef-opfølgning-2026-02-16.ics"));
    let without = planned(json!(null));
    assert!(!without.shows(Key::PlanCalendar));
    let without = without.does(Message::Export(Export::Calendar));
    assert!(without.effects.is_empty() && rokade::view::calendar_of(&without.state, "2026-02-16T08:00:00Z").is_none());
}

#[test]
fn an_agreement_that_is_there_already_is_shown_and_not_made_twice() {
    let one = Person::with_results();
    let gap = one.report().profile.priorities[0];
    let add = Message::Planning(Planning::Added(PlanFor::Competence(gap)));
    let one = one.does(add.clone()).does(Message::Planning(Planning::Added(PlanFor::Nothing)));
    let one = one.does(Message::WentBack);
    assert_eq!(one.plan().len(), 2);
    let one = one.does(add);
    assert_eq!((one.plan().len(), one.step(), one.focus()), (2, &Step::Plan, Some(FocusTarget::Item(0))));
}

#[test]
fn a_behaviour_answered_in_depth_can_be_agreed_on() {
    for (rater, language) in [("self", 0), ("self", 1), ("manager", 0)] {
        let one = Person::opening(&assessment(|file| {
            file["rater"] = json!(rater);
            let framework = Framework::read(SOUSCHEF).unwrap();
            let [seldom, often] = [0, 1].map(|nth| framework.dimensions[1].behaviours.start + nth);
            file["responses"]["behaviours"] = json!({
                &*framework.behaviours[seldom].id: {"answer": "rated", "level": 0},
                &*framework.behaviours[often].id: {"answer": "rated", "level": 4},
            });
        }));
        let one = if language == 1 { one.does(Message::LanguageChosen("en".into())) } else { one };
        let one = one.does(Message::StepChosen(Step::Profile { viewed_role: 0 }));
        let seldom = one.framework().dimensions[1].behaviours.start;
        let starts: Vec<_> = screens::offered(&one.node()).iter().filter_map(planned).collect();
        for place in [seldom, seldom + 1] {
            assert!(starts.contains(&PlanFor::Behaviour(place)));
        }

        let add = Message::Planning(Planning::Added(PlanFor::Behaviour(seldom)));
        let one = one.does(add.clone());
        let behaviour = &one.framework().behaviours[seldom];
        let statement = if rater == "manager" { behaviour.manager_statement.as_ref() } else { None };
        let statement = statement.unwrap_or(&behaviour.statement).in_language(language);
        assert_eq!(
            (&one.plan()[0].goal, one.plan()[0].competences.len()),
            (&statement, 0),
            "the source ties it to no one"
        );
        assert!(one.shows(Key::PlanSee), "from there one gets to it");
        let one = one.does(add.clone());
        assert_eq!((one.plan().len(), one.step(), one.focus()), (1, &Step::Plan, Some(FocusTarget::Item(0))));

        let goal = Planning::Filled { item: 0, field: PlanField::Goal, text: "I egne ord".into() };
        let one = one.does(Message::Planning(goal)).does(Message::WentBack).does(add);
        assert_eq!(one.plan().len(), 2, "in one's own words it is about something else");
    }
}

#[test]
fn results_offer_an_agreement_at_each_gap_and_area() {
    let one = Person::with_results();
    let offered_on = |step: Step| screens::offered(&one.clone().does(Message::StepChosen(step)).node());
    let offered = [Step::Plan, Step::Suggestions { viewed_role: 0, at_hand: None }].map(offered_on).concat();
    let starts: Vec<_> = offered.iter().filter_map(planned).collect();
    let report = one.report();
    let gaps = report.profile.priorities.iter().filter(|place| {
        let row = &report.profile.rows[**place];
        row.target.level() >= row.level().map(|level| level + 2)
    });
    for gap in gaps.take(3) {
        assert!(starts.contains(&PlanFor::Competence(*gap)));
    }
    for area in &report.suggestions.portfolio.areas {
        assert!(starts.contains(&PlanFor::Area(*area)));
    }
    let applicant = Person::opening(&assessment(|file| file["purpose"] = json!("exploration")));
    assert!(screens::offered(&applicant.node()).iter().filter_map(planned).next().is_none());
}

#[test]
fn the_plan_suggests_from_the_levels_that_were_agreed_and_says_so() {
    let own = Person::with_results();
    let gap = own.report().profile.priorities[0];
    let id = own.framework().competences[gap].id.to_string();
    let one =
        Person::opening(&assessment(|file| file["agreed"] = json!({id: 4}))).does(Message::StepChosen(Step::Plan));
    let basis = Report::of(one.framework(), 0, &with_agreed(one.framework(), &one.journey().assessment));
    assert!(!basis.profile.priorities.contains(&gap));
    let starts: Vec<_> = screens::offered(&one.node()).iter().filter_map(planned).collect();
    assert!(!starts.contains(&PlanFor::Competence(gap)));
    for place in basis.profile.priorities.iter().take(3) {
        assert!(starts.contains(&PlanFor::Competence(*place)));
    }
    assert!(one.shows(Key::PlanFromAgreed));
    assert!(!own.does(Message::StepChosen(Step::Plan)).shows(Key::PlanFromAgreed));
}

#[test]
fn removing_an_agreement_leads_to_the_next_or_else_the_last_or_else_the_heading() {
    let mut one = Person::with_results().does(Message::StepChosen(Step::Plan));
    for _ in 0..30 {
        one = one.does(Message::Planning(Planning::Added(PlanFor::Nothing)));
    }
    assert_eq!(one.plan().len(), 30);
    let told = one.state.announcement.0;
    let one = one.does(Message::Planning(Planning::Removed(3)));
    assert_eq!(one.focus(), Some(FocusTarget::Item(3)));
    assert!(one.state.announcement.0 > told);
    let one = one.does(Message::Planning(Planning::Removed(28)));
    assert_eq!(one.focus(), Some(FocusTarget::Item(27)));
    let one = one.does(Message::Planning(Planning::Removed(99)));
    assert_eq!((one.plan().len(), one.focus()), (28, None));
    let mut one = one;
    while !one.plan().is_empty() {
        one = one.does(Message::Planning(Planning::Removed(0)));
    }
    assert_eq!(one.focus(), Some(FocusTarget::Heading));
}

#[test]
fn me_and_my_manager_are_the_same_two_people_whoever_writes_the_plan() {
    let texts = |rater: &str| {
        let one = Person::opening(&assessment(|file| {
            file["rater"] = json!(rater);
            file["plan"] = json!([{"responsible": "me"}]);
        }));
        one.does(Message::StepChosen(Step::Plan)).checked()
    };
    assert!(texts("self").contains(&"Mig".to_owned()));
    assert!(texts("manager").contains(&"Medarbejderen".to_owned()));
}

#[test]
fn what_came_of_it_is_asked_openly_once_it_is_time() {
    let open = |item: Value, updated: &str| {
        let one = Person::opening(&assessment(|file| {
            file["plan"] = json!([item.clone()]);
            file["updatedAt"] = json!(updated);
        }));
        let one = one.does(Message::StepChosen(Step::Plan));
        let node = one.node();
        let details = screens::elements(&node).into_iter().find(|parts| parts.tag == "details").expect("it is there");
        screens::attribute(details, "open").is_some()
    };
    let today = "2026-02-16T07:00:00Z";
    assert!(!open(json!({"goal": "a", "followUp": "2026-02-17"}), today));
    assert!(open(json!({"goal": "a", "followUp": "2026-02-16"}), today));
    assert!(open(json!({"goal": "a", "outcome": "b"}), today));
    assert!(open(json!({"goal": "a"}), "2025-02-16T07:00:00Z"), "an earlier file was opened");
}

#[test]
fn the_follow_up_goes_through_the_competences_that_the_plan_names_and_back() {
    let ids = Framework::read(SOUSCHEF).unwrap().competences;
    let (third, ninth) = (ids[2].id.to_string(), ids[8].id.to_string());
    let one = Person::opening(&assessment(|file| {
        file["plan"] = json!([{"competences": [ninth, "unheard-of"]}, {"competences": [third]}]);
    }));
    let one = one.does(Message::StepChosen(Step::Plan)).does(Message::Planning(Planning::FollowUpBegun));
    assert_eq!(one.step(), &question(2));
    assert!(one.text().contains("Opfølgning, spørgsmål 1 af 2"), "{}", one.text());
    let one = one.does(Message::ResponseGiven(Answer::Rated(4))).does(Message::Continued);
    assert_eq!(one.step(), &question(8));
    assert!(one.text().contains("Opfølgning, spørgsmål 2 af 2"));
    assert_eq!(one.clone().does(Message::WentBack).step(), &question(2));
    assert_eq!(one.clone().does(Message::WentBack).does(Message::WentBack).step(), &Step::Plan);
    assert_eq!(one.does(Message::Continued).step(), &Step::Plan);
}

// ---- examples

#[test]
fn examples_are_asked_for_six_at_most_and_stay_in_reach_once_written() {
    let asked = |one: &Person| {
        let all = screens::offered(&one.node());
        let places = all.into_iter().filter_map(|message| match message {
            Message::Planning(Planning::EvidenceWritten { competence, .. }) => Some(competence),
            _ => None,
        });
        places.collect::<BTreeSet<_>>()
    };
    let one = Person::with_results().does(Message::Continued);
    let profile = one.report().profile;
    let six: BTreeSet<_> = profile.strengths.iter().take(3).chain(profile.priorities.iter().take(3)).copied().collect();
    assert_eq!(asked(&one), six);
    let other = (0..25).find(|place| !six.contains(place)).unwrap();
    let one = one.does(Message::Planning(Planning::EvidenceWritten { competence: other, text: "x".into() }));
    assert!(asked(&one).contains(&other));
    let one = one.does(Message::Planning(Planning::EvidenceWritten { competence: other, text: " ".into() }));
    assert_eq!(asked(&one), six);
}

// ---- one's own file

#[test]
fn the_own_file_is_saved_from_any_screen_with_examples_only_when_ticked() {
    let written = assessment(|file| file["evidence"] = evidence());
    let ticked = Message::Export(Export::Ticked { tick: SharePart::OwnEvidence, is_ticked: true });
    let places: [fn(Person) -> Person; 3] = [
        |one| one,
        |one| one.does(Message::RoleReadingOpened(0)),
        |one| {
            let mut one = one.does(Message::StepChosen(Question::about(Item::Competence(0), AfterAnswer::GoOn)));
            while matches!(one.session().screen, Screen::Journey(_)) {
                one = one.does(Message::WentBack);
            }
            one
        },
    ];
    for place in places {
        let one = place(Person::opening(&written)).does(Message::Export(Export::Own));
        assert!(one.file().get("evidence").is_none());
        assert_eq!(one.session().notices, [Notice::ExamplesLeftOut]);
        assert_eq!(one.focus(), Some(FocusTarget::Notices));
        let one = place(Person::opening(&written).does(ticked.clone())).does(Message::Export(Export::Own));
        assert_eq!(one.file()["evidence"], evidence());
        assert!(!one.session().notices.contains(&Notice::ExamplesLeftOut));
    }
    let one = Person::opening(&written).does(Message::StepChosen(Step::Keep));
    assert!(one.shows(Key::OwnEvidenceNot));
    let one = one.does(Message::Export(Export::Own));
    assert_eq!(one.session().notices, [], "it is said right above the button");
    assert!(!one.does(ticked).shows(Key::OwnEvidenceNot));
}

#[test]
fn a_managers_file_says_that_the_employee_is_to_see_it() {
    let one = Person::opening(&assessment(|file| file["rater"] = json!("manager"))).does(Message::Export(Export::Own));
    let file = one.file();
    let notice = file["notice"].as_str().unwrap();
    assert_eq!(notice, &*one.state.wording.text(Key::FileNoticeManager));
    assert!(notice.contains("lederen skal vise dem til medarbejderen"), "{notice}");
}

// ---- a file to share

/// Texts that stand in one part of an assessment only, so that it can be seen where they get to.
fn fill(file: &mut Value) {
    let framework = json!({"id": file["framework"]["id"], "version": file["framework"]["version"], "by": "SECRET-1"});
    file["framework"] = framework;
    file["createdAt"] = json!("2026-01-01T00:00:00Z");
    file["updatedAt"] = json!("2026-01-02T00:00:00Z");
    file["language"] = json!("da");
    file["otherRoles"] = json!(["SECRET-2"]);
    file["reference"] = json!("SECRET-3");
    file["more"] = json!({"deep": ["SECRET-4"]});
    // Who agreed is told as the head, and never by a name.
    file["targets"]["agreedBy"] = json!("SECRET-0");
    file["targets"]["more"] = json!("SECRET-5");
    file["responses"]["more"] = json!("SECRET-6");
    file["responses"]["competences"]["in-responses"] = json!({"answer": "rated", "level": 1, "more": "SECRET-7"});
    file["responses"]["behaviours"]["in-responses"] = json!({"answer": "notRelevant", "more": "SECRET-8"});
    file["agreed"] = json!({"in-responses": 2});
    file["evidence"] = json!({"in-evidence": "EVIDENCE-1"});
    file["wishes"]["competences"]["in-wishes"] = json!(2);
    file["wishes"]["areas"]["in-wishes"] = json!(1);
    file["wishes"]["more"] = json!("SECRET-9");
    file["experience"].as_array_mut().unwrap().push(json!("in-wishes-too"));
    file["plan"] = json!([{
        "goal": "PLAN-1", "why": "PLAN-2", "competences": ["in-plan"], "area": "in-plan-too", "activity": "PLAN-3",
        "support": "PLAN-4", "responsible": "together", "due": "2026-06-01", "sign": "PLAN-5",
        "followUp": "2026-07-01", "outcome": "PLAN-6", "more": "SECRET-A",
    }]);
}

/// What stands in a file whatever is ticked.
const ALWAYS: [&str; 13] = [
    "format",
    "createdAt",
    "updatedAt",
    "generator",
    "framework",
    "language",
    "purpose",
    "rater",
    "parts",
    "role",
    "otherRoles",
    "stage",
    "notice",
];

/// Each thing to tick with the keys that it puts in the file and the texts that come with it.
const TICKS: [(SharePart, &[&str], &[&str]); 5] = [
    (SharePart::Responses, &["responses", "targets", "agreed", "report"], &["in-responses"]),
    (SharePart::Wishes, &["wishes", "experience"], &["in-wishes"]),
    (SharePart::Plan, &["plan"], &["PLAN-", "in-plan"]),
    (SharePart::Evidence, &["evidence"], &["EVIDENCE-", "in-evidence"]),
    (SharePart::Reference, &["reference"], &["HOST-REFERENCE"]),
];

fn without_unknown(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(key, _)| *key != "more")
            .map(|(key, value)| (key.clone(), without_unknown(value)))
            .collect(),
        Value::Array(items) => items.iter().map(without_unknown).collect(),
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_shared_file_holds_exactly_what_was_ticked(case in generated::case()) {
        let mut whole = case.assessment.clone();
        fill(&mut whole);
        let settings = Settings { reference: Some("HOST-REFERENCE".into()), ..asking() };
        let keeper = Person::on(&case.framework.to_string(), settings).opens(&whole);
        let mut keeper = keeper.does(Message::StepChosen(Step::Keep));
        let mut before = 0;
        for subset in 0..1_u32 << TICKS.len() {
            let is_ticked = |place: usize| subset & 1 << place != 0;
            for (place, (tick, ..)) in TICKS.iter().enumerate() {
                if (subset ^ before) & 1 << place != 0 {
                    keeper = keeper.does(Message::Export(Export::Ticked { tick: *tick, is_ticked: is_ticked(place) }));
                }
            }
            before = subset;
            let one = keeper.clone();
            let preview = one.preview();
            let with_page = one.clone().does(Message::Export(Export::ShareWithPage));
            let receipt = one.clone().does(Message::Export(Export::Receipt));
            let pages = one.clone().does(Message::Export(Export::Pages));
            let one = one.does(Message::Export(Export::Share));
            if subset & 0b1111 == 0 {
                prop_assert!(one.saved().is_none() && one.focus() == Some(FocusTarget::ErrorSummary));
                prop_assert!(with_page.shared().is_none() && with_page.focus() == Some(FocusTarget::ErrorSummary));
                prop_assert_eq!(preview, "");
                for other in [receipt, pages] {
                    let saves = |effect: &Effect| matches!(effect, Effect::DownloadReceipt { .. });
                    prop_assert!(!other.effects.iter().any(saves));
                    prop_assert_eq!((other.step(), other.focus()), (&Step::Keep, Some(FocusTarget::ErrorSummary)));
                }
                continue;
            }
            prop_assert_eq!(pages.step(), &Step::Paper);
            prop_assert!(pages.text().contains(&*preview), "paper shows what the receiver sees");
            let text = one.saved().expect("it is saved").to_owned();
            // One of the subsets, in each case another: a page takes long to draw.
            if subset == case.framework.to_string().len() as u32 % 32 {
                let page = screens::receipt(&receipt.state, |day, _| day[..10].to_owned(), "").expect("there are answers");
                let inside = page.split_once(RECEIPT_START).expect("it holds a file").1.split(RECEIPT_END).next();
                let inside: Value = serde_json::from_str(inside.expect("it is inside")).unwrap();
                prop_assert_eq!(inside, serde_json::from_str::<Value>(&text).unwrap(), "the page holds the same file");
            }
            let file: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(with_page.shared().is_some(), file["purpose"] != "exploration");
            prop_assert!(with_page.shared().is_none_or(|shared| shared == file), "the page gets the same");
            let mut keys: BTreeSet<&str> = ALWAYS.into();
            let mut parts = Vec::new();
            for (place, (tick, own, texts)) in TICKS.iter().enumerate() {
                for mark in *texts {
                    prop_assert_eq!(text.contains(mark), is_ticked(place), "{} in {}", mark, text);
                    let is_shown = preview.contains(mark);
                    prop_assert!(!is_shown || is_ticked(place), "the preview shows {}", mark);
                }
                if is_ticked(place) {
                    keys.extend(*own);
                    parts.extend(match tick { SharePart::Responses => Some("responses"), SharePart::Wishes => Some("wishes"), SharePart::Plan => Some("plan"), _ => None });
                    for key in own.iter().filter(|key| !["report", "reference"].contains(key)) {
                        let mut said = without_unknown(&whole[key]);
                        if let Some(targets) = said.as_object_mut().filter(|_| *key == "targets") {
                            targets.insert("agreedBy".into(), Value::Null);
                        }
                        let kept = if *key == "targets" { without_nulls(&file[key]) } else { file[key].clone() };
                        prop_assert_eq!(kept, said, "{}", key);
                    }
                }
            }
            let found: BTreeSet<&str> = file.as_object().unwrap().keys().map(String::as_str).collect();
            prop_assert_eq!(found, keys);
            prop_assert_eq!(&file["parts"], &json!(parts));
            prop_assert_eq!(&file["otherRoles"], &json!([]));
            prop_assert_eq!(file["framework"].as_object().unwrap().len(), 2);
            prop_assert!(!text.contains("SECRET-"), "{}", text);
            // Everything written by hand is seen beforehand.
            for mark in ["PLAN-1", "PLAN-2", "PLAN-3", "PLAN-4", "PLAN-5", "PLAN-6"] {
                prop_assert_eq!(preview.contains(mark), is_ticked(2));
            }
            prop_assert_eq!(preview.contains("EVIDENCE-1"), is_ticked(3));
            prop_assert_eq!(preview.contains("HOST-REFERENCE"), is_ticked(4));
            if is_ticked(0) {
                // The report is that of the file alone: of another person with these parts and nothing more.
                let alone: Value = match is_ticked(1) {
                    true => whole.clone(),
                    false => Value::Object(whole.as_object().unwrap().clone().into_iter().filter(|(key, _)| !["wishes", "experience"].contains(&&**key)).collect()),
                };
                let other = Person::on(&case.framework.to_string(), Settings::default()).opens(&alone);
                let report: Value = serde_json::from_str(&to_compact(&other.report().file(other.framework()))).unwrap();
                prop_assert_eq!(&file["report"], &report);
            }
        }
    }
}

// ---- sharing with the page

#[test]
fn the_page_gets_what_was_ticked_by_the_persons_act_alone() {
    let quiet = Person::opening(&assessment(|_| {})).does(Message::StepChosen(Step::Keep)).ticks(SharePart::Responses);
    assert!(!quiet.shows(Key::ShareWithPage));
    let quiet = quiet.does(Message::Export(Export::ShareWithPage));
    assert!(quiet.effects.is_empty(), "a page that doesn't ask is given nothing");

    let one = Person::on(SOUSCHEF, asking()).opens(&assessment(|_| {}));
    let one = one.does(Message::StepChosen(Step::Keep)).ticks(SharePart::Responses);
    assert!(one.text().contains("Siden oplyser, at det går til HR og ledelsen"), "who gets it is said before");
    assert!(one.shared().is_none() && !one.shows(Key::TakeBack));
    let one = one.does(Message::Export(Export::ShareWithPage));
    assert_eq!(one.shared().expect("it is shared")["parts"], json!(["responses"]));
    assert_eq!(one.state.announcement.1, one.state.wording.text(Key::SharedWithPage));

    let held = one.does(Message::SettingsChanged(Settings { is_shared: true, ..asking() }));
    assert!(held.shows(Key::SharedWithPage) && held.shows(Key::TakeBack));
    let back = held.does(Message::Export(Export::TakeBack));
    assert!(back.effects.contains(&Effect::Share(None)));
    assert_eq!(back.focus(), Some(FocusTarget::Sharing));
}

#[test]
fn an_applicant_is_never_asked_to_share_with_the_page() {
    let one = Person::on(SOUSCHEF, asking()).opens(&assessment(|file| file["purpose"] = json!("exploration")));
    let one = one.does(Message::StepChosen(Step::Keep)).ticks(SharePart::Responses);
    assert!(!one.shows(Key::ShareWithPage));
    assert!(one.does(Message::Export(Export::ShareWithPage)).effects.is_empty());
}

#[test]
fn deleting_takes_back_what_the_page_holds() {
    let one = Person::on(SOUSCHEF, Settings { is_shared: true, ..asking() }).opens(&assessment(|_| {}));
    let one = one.does(Message::DeletionAsked(Deletion::UnderWay)).does(Message::DeletionConfirmed);
    assert!(one.effects.contains(&Effect::Share(None)));
}

#[test]
fn a_host_cannot_put_other_words_on_sharing() {
    let settings = Settings { is_shared: true, ..asking() };
    let settings = Settings { messages: hostile_host().messages, ..settings };
    let one = Person::on(SOUSCHEF, settings).opens(&assessment(|_| {})).does(Message::StepChosen(Step::Keep));
    assert!(one.text().contains("HR og ledelsen") && !one.text().contains("Approved for hiring"));
}

/// A page that asks for what the person wants to share.
fn asking() -> Settings {
    let sharing = Sharing::Ask { recipient: "HR og ledelsen".into() };
    Settings { language: Some("da".into()), sharing, ..Settings::default() }
}

fn without_nulls(value: &Value) -> Value {
    let mut value = value.clone();
    value.as_object_mut().unwrap().retain(|key, value| key != "agreedOn" || !value.is_null());
    value
}

#[test]
fn an_applicant_and_a_manager_have_no_wishes_to_share() {
    for (purpose, rater) in [("exploration", "self"), ("development", "manager")] {
        let one =
            Person::opening(&assessment(|file| (file["purpose"], file["rater"]) = (json!(purpose), json!(rater))));
        let one = one.does(Message::StepChosen(Step::Keep));
        assert!(!one.shows(Key::ShareWishes), "{purpose}");
        let one = one.ticks(SharePart::Wishes).does(Message::Export(Export::Share));
        assert!(one.saved().is_none());
        let file = one.ticks(SharePart::Responses).does(Message::Export(Export::Share)).file();
        assert!(file.get("wishes").is_none() && file.get("experience").is_none());
    }
}

#[test]
fn a_plan_that_is_gone_is_ticked_no_longer() {
    let one = Person::opening(&assessment(|file| file["plan"] = json!([{"goal": "a"}])))
        .does(Message::StepChosen(Step::Keep));
    let one = one.ticks(SharePart::Plan).does(Message::StepChosen(Step::Plan));
    let one = one.does(Message::Planning(Planning::Removed(0))).does(Message::StepChosen(Step::Keep));
    assert!(one.does(Message::Export(Export::Share)).saved().is_none());
}

#[test]
fn a_plan_that_was_shared_alone_opens_at_the_plan() {
    let one = Person::opening(&assessment(|file| file["plan"] = json!([{"goal": "a"}])))
        .does(Message::StepChosen(Step::Keep));
    let file = one.ticks(SharePart::Plan).does(Message::Export(Export::Share)).file();
    assert_eq!(Person::opening(&file).step(), &Step::Plan);
}

#[test]
fn placement_wishes_have_a_file_of_their_own_at_the_start_stage_only() {
    let new = |stage: Value| {
        Person::opening(&assessment(|file| (file["purpose"], file["stage"]) = (json!("onboarding"), stage)))
            .does(Message::StepChosen(Step::Keep))
    };
    let start = new(json!("start"));
    assert!(start.shows(Key::PlacementTitle));
    let file = start.does(Message::Export(Export::Wishes)).file();
    assert_eq!(file["parts"], json!(["wishes"]));
    assert!(file.get("responses").is_none() && file.get("report").is_none() && file.get("plan").is_none());
    for other in [json!("three-months"), json!("unheard-of"), json!(null)] {
        let one = new(other);
        assert!(!one.shows(Key::PlacementTitle));
        assert!(one.does(Message::Export(Export::Wishes)).saved().is_none());
    }
    assert!(Person::with_results().does(Message::Export(Export::Wishes)).saved().is_none());
}

// ---- the receipt

#[test]
fn a_receipt_opens_again_as_the_same_assessment() {
    let hostile = "</script><script>alert(1)</script><!-- ]]> \u{2028} \"&amp;";
    let one = Person::opening(&assessment(|file| {
        file["plan"] = json!([{"goal": hostile, "outcome": hostile}]);
        file["evidence"] = json!({"naervaer": hostile});
    }));
    let one = one.does(Message::StepChosen(Step::Keep));
    let page = one.receipt();
    assert_eq!(page.matches("<script").count(), 1, "only the data");
    assert_eq!(page.matches("</script").count(), 1);
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"));
    assert!(page.starts_with("<!doctype html>\n<html lang=\"da\">"));
    let other = Person::on(SOUSCHEF, Settings::default()).does(Message::FileOpened(page.into()));
    let other = other.does(Message::Incoming(Incoming::Said(Whose::Mine)));
    assert_eq!(other.journey().assessment, one.journey().assessment);
    assert_eq!(other.session().notices, [Notice::Opened(Default::default())]);
    // Without the tick, the examples stay out, on the page and in the data.
    let without = Person::opening(&assessment(|file| file["evidence"] = evidence()));
    let without = without.does(Message::StepChosen(Step::Keep)).ticks(SharePart::Responses);
    let page = screens::receipt(&without.state, |day, _| day[..10].to_owned(), "").expect("there are answers");
    assert!(!page.contains("Hver fredag"));
}

#[test]
fn a_receipt_reads_as_a_document_of_its_own_in_both_languages() {
    for language in ["da", "en"] {
        for purpose in ["development", "exploration", "onboarding"] {
            let settings = Settings { language: Some(language.into()), heading_level: 4, ..hostile_host() };
            let file = assessment(|file| (file["purpose"], file["plan"]) = (json!(purpose), json!([{"goal": "a"}])));
            let one = Person::on(SOUSCHEF, settings).opens(&file).does(Message::StepChosen(Step::Keep));
            let page = one.receipt();
            assert!(page.contains(&format!("<html lang=\"{language}\">")));
            let main = &page[page.find("<main").unwrap()..page.find("</main>").unwrap() + "</main>".len()];
            let read = screens::parsed(main).unwrap();
            let mut headings = Vec::new();
            let mut ids = Vec::new();
            look(&read, &mut headings, &mut ids);
            assert_eq!(headings[0], 1);
            assert!(headings.windows(2).all(|pair| pair[1] <= pair[0] + 1 && pair[1] > 1), "{headings:?}");
            let all = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), all, "every id stands once");
            screens::assert_says_what_it_is(main, one.framework(), one.journey(), language);
        }
    }
}

fn look(read: &[screens::Plain], headings: &mut Vec<u8>, ids: &mut Vec<String>) {
    for piece in read {
        let screens::Plain::Element { tag, attributes, children } = piece else { continue };
        assert!(!["button", "input", "select", "textarea", "form", "script", "iframe"].contains(&&**tag), "{tag}");
        if let [b'h', level @ b'1'..=b'6'] = tag.as_bytes() {
            headings.push(level - b'0');
        }
        ids.extend(attributes.iter().filter(|(name, _)| name == "id").map(|(_, id)| id.clone()));
        look(children, headings, ids);
    }
}

#[test]
fn a_damaged_receipt_is_declined_with_what_is_wrong() {
    let page = Person::with_results().does(Message::StepChosen(Step::Keep)).receipt();
    let kind = |text: &str| {
        let one = Person::on(SOUSCHEF, Settings::default()).does(Message::FileOpened(text.into()));
        match &one.session().notices[..] {
            [Notice::NotOpened(OpenError::Unreadable(problems) | OpenError::Damaged(problems))] => {
                problems[0].kind.clone()
            }
            other => panic!("it was opened: {other:?}"),
        }
    };
    let cut = &page[..page.find("\"responses\"").unwrap() + 40];
    assert!(matches!(kind(cut), ProblemKind::Syntax(SyntaxErrorKind::CutShort)));
    let changed = page.replacen("\"rater\":\"self\"", "\"rater\":\"nobody\"", 1);
    assert!(!matches!(kind(&changed), ProblemKind::Syntax(_)));
    let other = page.replace("rokade-assessment", "something-else");
    assert!(matches!(kind(&other), ProblemKind::Syntax(_)));
}

// ---- the pages

#[test]
fn the_pages_hold_everything_but_nothing_to_press() {
    for (purpose, rater) in
        [("development", "self"), ("development", "manager"), ("exploration", "self"), ("onboarding", "self")]
    {
        let file = assessment(|file| {
            (file["purpose"], file["rater"]) = (json!(purpose), json!(rater));
            file["evidence"] = evidence();
            file["plan"] = json!([{"goal": "Holde orden", "responsible": "me"}]);
        });
        let one = Person::on(SOUSCHEF, hostile_host()).opens(&file).does(Message::StepChosen(Step::Paper));
        let text = one.text();
        assert!(text.contains("Hver fredag") && text.contains("Holde orden") && text.contains("Medarbejderen"));
        screens::assert_says_what_it_is(&text, one.framework(), one.journey(), "da");
        let one = one.does(Message::PrintAsked);
        assert!(one.effects.contains(&Effect::Print));
    }
}

#[test]
fn a_plan_without_agreements_leaves_room_to_write_on_paper() {
    let one = Person::with_results().does(Message::StepChosen(Step::Paper));
    assert!(one.shows(Key::PlanGoal));
    assert!(!one.does(Message::StepChosen(Step::Keep)).ticks(SharePart::Responses).shows(Key::PlanGoal));
}

#[test]
fn behaviours_answered_in_depth_stand_as_examples() {
    let framework = Framework::read(SOUSCHEF).unwrap();
    let often = &framework.behaviours[3];
    let one = Person::opening(&assessment(|file| {
        file["responses"]["behaviours"] = json!({&*often.id: {"answer": "rated", "level": 4}});
    }));
    assert!(one.does(Message::StepChosen(Step::Paper)).text().contains(&*often.statement.in_language(0)));
}

#[test]
fn a_shared_preview_says_what_it_is_whatever_the_host_says() {
    for (tick, file) in [(SharePart::Plan, json!([{"goal": "a"}])), (SharePart::Responses, json!([]))] {
        let file = assessment(|whole| whole["plan"] = file);
        let one = Person::on(SOUSCHEF, hostile_host()).opens(&file).does(Message::StepChosen(Step::Keep));
        screens::assert_says_what_it_is(&one.clone().ticks(tick).preview(), one.framework(), one.journey(), "da");
    }
}

// ---- the spreadsheet

#[test]
fn a_spreadsheet_has_a_line_for_each_competence_and_each_behaviour_that_was_answered() {
    let formula = "=HYPERLINK(\"http://x\"; \"y\")\r\n@b";
    let framework = Framework::read(SOUSCHEF).unwrap();
    let first = framework.competences[0].id.to_string();
    let second = framework.competences[1].id.to_string();
    let one = Person::opening(&assessment(|file| {
        file["evidence"] = json!({&first: formula});
        file["agreed"] = json!({&second: 4});
        file["wishes"] = json!({"competences": {&first: 2}});
        file["responses"]["behaviours"] = json!({&*framework.behaviours[0].id: {"answer": "rated", "level": 4}});
    }));
    let sheet = |one: &Person| {
        let one = one.clone().does(Message::Export(Export::Sheet));
        one.effects.iter().find_map(|effect| match effect {
            Effect::Download { kind: FileKind::Csv, text, name } => {
                assert!(name.ends_with(".csv"));
                Some(text.clone())
            }
            _ => None,
        })
    };
    let text = sheet(&one).unwrap();
    assert!(text.starts_with("\u{feff}\""), "Excel takes it for UTF-8");
    let lines = cells(&text);
    assert_eq!(lines.len(), 1 + 25 + 1);
    assert!(lines[..26].iter().all(|line| line.len() == 8), "{lines:?}");
    assert_eq!(
        lines[26][1..],
        [framework.behaviours[0].statement.in_language(0).to_string(), "Altid eller næsten altid".into()]
    );
    assert_eq!(lines[1][6..], ["Det vil jeg gerne blive bedre til", ""], "the example wasn't ticked");
    assert_eq!(lines[2][5], "Andre lærer det af mig");
    let text = sheet(&one.ticks(SharePart::OwnEvidence)).unwrap();
    assert_eq!(cells(&text)[1][7], format!("'{}", formula.replace('@', "'@")), "it is no formula");
}

/// Reads what a spreadsheet program would.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        let line = lines.last_mut().unwrap();
        match (letter, is_quoted) {
            ('"', true) if letters.peek() == Some(&'"') => {
                letters.next();
                line.last_mut().unwrap().push('"');
            }
            ('"', _) => is_quoted = !is_quoted,
            (';', false) => line.push(String::new()),
            ('\r', false) => assert_eq!(letters.next(), Some('\n')),
            (letter, _) => line.last_mut().unwrap().push(letter),
        }
        if letter == '\r' && !is_quoted {
            lines.push(vec![String::new()]);
        }
    }
    assert_eq!(lines.pop(), Some(vec![String::new()]), "the last line ends, too");
    lines
}

// ---- the teller

fn question(place: usize) -> Step {
    Question::about(Item::Competence(place), AfterAnswer::FollowUp)
}

fn planned(message: &Message) -> Option<PlanFor> {
    match message {
        Message::Planning(Planning::Added(start)) => Some(*start),
        _ => None,
    }
}

fn evidence() -> Value {
    json!({"feedback-give": "Hver fredag gennemgår jeg ugen med holdet."})
}

/// A host that puts its own words in the place of everything.
fn hostile_host() -> Settings {
    let messages = Key::NOTICES.iter().map(|key| (key.name().into(), "Approved for hiring".into()));
    Settings { messages: messages.collect(), ..Settings::default() }
}

/// Answers to everything, changed as told.
fn assessment(change: impl FnOnce(&mut Value)) -> Value {
    let framework = Framework::read(SOUSCHEF).unwrap();
    let levels = [2, 3, 3, 0, 1, 2, 2, 3, 3, 1, 2, 4, 3, 2, 1, 0, 2, 2, 2, 3, 1, 2, 0, 3, 2];
    let answers = framework.competences.iter().zip(levels);
    let answers = answers.map(|(own, level)| (own.id.to_string(), json!({"answer": "rated", "level": level})));
    let mut file = json!({
        "format": "rokade.assessment/1", "framework": {"id": "souschef", "version": &*framework.version},
        "purpose": "development", "rater": "self", "role": "souschef-fagkontor",
        "responses": {"competences": answers.collect::<serde_json::Map<_, _>>()},
        "wishes": {"areas": {&*framework.areas[0].id: 2}}, "experience": [&*framework.areas[5].id],
    });
    change(&mut file);
    file
}

#[test]
fn a_files_name_tells_whose_answers_it_holds_and_takes_the_label_only_where_it_is_ticked() {
    let manager = Settings { rater: Some(Rater::Manager), purpose: Some(Purpose::Development), ..Settings::default() };
    let one = Person::on(SOUSCHEF, manager).does(Message::LabelWritten("A/B ø".into()));
    let one = one.does(Message::RoleChosen(0)).does(Message::Begun).does(Message::ResponseGiven(Answer::Rated(2)));
    let one = one.does(Message::StepChosen(Step::Keep));
    let saved = |one: &Person, export| {
        let saved = one.clone().does(Message::Export(export)).effects;
        saved.into_iter().find_map(|effect| match effect {
            Effect::Download { name, text, .. } => Some((name, text)),
            _ => None,
        })
    };
    let (name, _) = saved(&one, Export::Own).expect("a file is saved");
    assert_eq!(
        name,
        "souschef-leader-2026-02-16.json".replace("leader", &one.state.wording.text(Key::FileNameManager))
    );
    let ticked = one.ticks(SharePart::Label).ticks(SharePart::Responses);
    for export in [Export::Own, Export::Share] {
        let (name, text) = saved(&ticked, export).expect("a file is saved");
        assert!(name.contains("-A-B-ø-2026-02-16.json"), "{name}");
        assert!(!text.contains("A/B"), "the label is in no file");
    }
}

#[test]
fn what_can_be_known_of_a_saved_file_is_seen_until_the_next_screen() {
    let seen = |one: &Person, key: Key| {
        let node = one.node();
        let of_class = screens::elements(&node).into_iter().filter(|parts| screens::has_class(parts, "saved"));
        of_class.map(screens::text_of).collect::<String>().contains(&*one.state.wording.text(key))
    };
    let one = Person::with_results();
    assert!(!seen(&one, Key::FileSaved));
    let one = one.does(Message::Export(Export::Own));
    assert!(seen(&one, Key::FileSaved));
    assert!(one.text().contains(&*one.state.wording.text(Key::FileDidNotCome)), "with a way that always works");
    let one = one.does(Message::StepChosen(Step::Keep));
    assert!(!seen(&one, Key::FileSaved));
    assert!(seen(&one.does(Message::Export(Export::Sheet)), Key::FileSaved));
}

#[derive(Clone)]
struct Person {
    state: State,
    effects: Vec<Effect>,
}

impl Person {
    fn on(framework: &str, settings: Settings) -> Self {
        let one = Self { state: State::default(), effects: Vec::new() };
        one.does(Message::SettingsChanged(settings)).does(Message::FrameworkRead(framework.into()))
    }

    fn opening(file: &Value) -> Self {
        Self::on(SOUSCHEF, Settings::default()).opens(file)
    }

    fn with_results() -> Self {
        Self::opening(&assessment(|_| {}))
    }

    fn opens(self, file: &Value) -> Self {
        let mut story = self.does(Message::FileOpened(file.to_string().into()));
        while let Some(message) = screens::next_with_mine(&story.state) {
            story = story.does(message);
        }
        story
    }

    fn does(mut self, message: Message) -> Self {
        self.effects = update(&mut self.state, message, &Now::in_utc("2026-02-16T08:00:00Z", 20_500));
        screens::assert_sound(&self.state, &self.node());
        self
    }

    fn ticks(self, tick: SharePart) -> Self {
        self.does(Message::Export(Export::Ticked { tick, is_ticked: true }))
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

    fn step(&self) -> &Step {
        &self.journey().step
    }

    fn plan(&self) -> &[PlanItem] {
        &self.journey().assessment.plan
    }

    fn report(&self) -> Report {
        Report::of(self.framework(), self.journey().role, &self.journey().assessment)
    }

    fn node(&self) -> Vec<screens::Piece> {
        screens::drawn(&self.state, &ReportCache::default())
    }

    fn text(&self) -> String {
        screens::text(&self.node())
    }

    fn shows(&self, key: Key) -> bool {
        self.text().contains(&*self.state.wording.text(key))
    }

    /// What stands beside each choice that is on.
    fn checked(&self) -> Vec<String> {
        let node = self.node();
        let all = screens::elements(&node);
        let on =
            all.iter().filter(|parts| parts.checked == Some(true)).filter_map(|parts| screens::attribute(parts, "id"));
        let label = |id: &str| {
            let is_its =
                |parts: &&&screens::Element| parts.tag == "label" && screens::attribute(parts, "for") == Some(id);
            all.iter().find(is_its).map(|parts| screens::text_of(parts))
        };
        on.filter_map(label).collect()
    }

    /// What the receiver of a file will see.
    fn preview(&self) -> String {
        let node = self.node();
        let all = screens::elements(&node);
        all.iter()
            .find(|parts| screens::has_class(parts, "preview"))
            .map(|parts| screens::text_of(parts))
            .unwrap_or_default()
    }

    fn focus(&self) -> Option<FocusTarget> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::MoveFocus(focus) => Some(focus.clone()),
            _ => None,
        })
    }

    fn saved(&self) -> Option<&str> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(&**text),
            _ => None,
        })
    }

    /// What the page was just handed.
    fn shared(&self) -> Option<Value> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Share(shared) => shared.as_ref().map(|text| serde_json::from_str(text).unwrap()),
            _ => None,
        })
    }

    fn file(&self) -> Value {
        serde_json::from_str(self.saved().expect("a file is saved")).unwrap()
    }

    fn receipt(&self) -> String {
        // With everything ticked.
        let one = self.clone().does(Message::StepChosen(Step::Keep));
        let one = one.does(Message::Export(Export::Receipt));
        assert_eq!(one.focus(), Some(FocusTarget::ErrorSummary), "without a tick there is nothing to save");
        let one = SharePart::SHARED.into_iter().fold(one, |one, tick| one.ticks(tick));
        let one = one.does(Message::Export(Export::Receipt));
        let asked = |effect: &Effect| matches!(effect, Effect::DownloadReceipt { name } if name.ends_with(".html"));
        assert!(one.effects.iter().any(asked));
        screens::receipt(&one.state, |day, _| day[..10].to_owned(), "body { color: red }</style>")
            .expect("there are answers")
    }
}
