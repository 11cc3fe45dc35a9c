//! The three purposes from the first screen to the file: what an applicant, a new hire and a manager are asked, told and
//! shown. Whole journeys as lists of messages; every screen on the way is looked at.
#![cfg(not(target_arch = "wasm32"))]

mod screens;

use rokade::assessment::{Answer, Assessment, Purpose, Rater};
use rokade::comparison::roles::{Offer, compare_roles};
use rokade::comparison::stages::next_stage;
use rokade::framework::{AreaKind, Framework};
use rokade::profile::Class;
use rokade::report::Report;
use rokade::state::Export;
use rokade::state::journey::{AfterAnswer, Item, Journey, Question, Step};
use rokade::state::progress::{Now, StoredProgress};
use rokade::state::settings::{Retention, Settings};
use rokade::state::share::SharePart;
use rokade::state::start::Start;
use rokade::state::{Adjustment, Deletion, Effect, FocusTarget, Message, Screen, Session, State, Status, update};
use rokade::view::{Act, ReportCache};
use rokade::wording::{Key, Plurals, Wording, Words};
use std::rc::Rc;

const SOUSCHEF: &str = include_str!("../frameworks/souschef.json");
const MEDARBEJDER: &str = include_str!("../frameworks/medarbejder.json");
const CHEF: &str = include_str!("../frameworks/chef.json");
const DIREKTION: &str = include_str!("../frameworks/direktion.json");

// ---- what is kept and agreed

#[test]
fn deleting_deletes_the_answers_under_way_and_offers_the_others() {
    let mut older = Story::on(MEDARBEJDER, Purpose::Development).begins(Rater::Myself).rates(1);
    older.day += 1;
    let newer = Story { kept: older.kept.clone(), ..Story::on(MEDARBEJDER, Purpose::Development) };
    let newer = Story { day: older.day + 1, ..newer }.begins(Rater::Myself).rates(4);
    assert_eq!(newer.kept.len(), 2, "each time that somebody begins has a key of its own");

    let story = newer.reloads();
    assert_eq!(story.level(0), Some(4), "the newest is gone on from");
    let story = story.does(Message::DeletionAsked(Deletion::UnderWay)).does(Message::DeletionConfirmed);
    assert!(story.shows(Key::AnswersDeleted));
    assert_eq!(story.kept, older.kept, "what was begun another time stays until it is asked about");
    let story = story.reloads();
    assert_eq!(story.level(0), Some(1));
}

#[test]
fn older_answers_of_this_tab_are_offered_once_the_newest_are_left() {
    let older = Story::on(MEDARBEJDER, Purpose::Development).begins(Rater::Myself).rates(1);
    let newer = Story { kept: older.kept.clone(), ..Story::on(MEDARBEJDER, Purpose::Development) };
    let story = Story { day: older.day + 1, ..newer }.begins(Rater::Myself).rates(4).reloads();
    assert_eq!(story.session().kept.len(), 1);
    let key = story.session().kept[0].0.clone();
    assert!(older.kept.iter().any(|stored| stored.key == key));
    // What this very widget handed over is gone on from, and what the tab has of it isn't offered beside it.
    let handed_over = story.handed_over.clone();
    let settings = Settings { progress: handed_over, ..story.settings.clone() };
    let story = Story { settings, ..story }.reloads();
    assert_eq!((story.level(0), story.session().kept.len()), (Some(4), 1));
}

#[test]
fn what_was_agreed_for_one_role_is_dropped_with_the_role() {
    let story = Story::on(SOUSCHEF, Purpose::Development).begins(Rater::Myself).rates(2);
    let story = story.does(Message::StepChosen(Step::Balance)).does(Message::FocusAgreed(true));
    let story = story.does(Message::FocusTicked { dimension: 1, is_in_focus: true });
    let story = story.does(Message::TargetAdjusted { competence: 0, target: Adjustment::Level(4) });
    let agreed = story.assessment().targets.clone();
    assert!(agreed.is_agreed());

    let at_start = story.goes_back_to_start();
    let same = at_start.clone().does(Message::RoleChosen(1)).does(Message::RoleChosen(0)).does(Message::Begun);
    assert_eq!(same.assessment().targets, agreed, "the same role keeps what was agreed for it");
    let other = at_start.does(Message::RoleChosen(1)).does(Message::Begun);
    assert_eq!(other.assessment().targets, Default::default());
    assert_eq!(other.level(0), Some(2), "the answers stay");
}

// ---- an applicant

#[test]
fn an_applicant_can_read_every_role_and_tick_further_ones() {
    let story = Story::on(MEDARBEJDER, Purpose::Exploration);
    let reads = |story: &Story| {
        let offered = screens::offered(&story.node());
        (0..5).filter(|role| offered.contains(&Message::RoleReadingOpened(*role))).count()
    };
    assert_eq!(reads(&story), 5, "before anything is chosen");
    let story = story.looks_at(1).looks_at(4).looks_at(0).looks_at(2).looks_no_more_at(0);
    assert_eq!((story.start().role, &story.start().other_roles[..]), (Some(1), &[4, 2][..]));
    assert_eq!(&*story.said(), "Du ser på 3 roller.");
    let fewer = story.clone().looks_no_more_at(1);
    assert_eq!((fewer.start().role, &fewer.start().other_roles[..]), (Some(4), &[2][..]), "the next is the first then");
    assert_eq!(fewer.looks_no_more_at(4).looks_no_more_at(2).start().role, None);
    let read = story.clone().does(Message::RoleReadingOpened(3));
    assert!(screens::elements(&read.node()).iter().all(|parts| parts.tag != "input"), "nothing to answer");
    for words in ["Medarbejder i en stabsfunktion", "Ved start: 2 trin", "Eksempel"] {
        assert!(read.text().contains(words), "{words}");
    }
    assert!(!read.shows(Key::RoleMobility));
    assert!(story.clone().does(Message::RoleReadingOpened(0)).shows(Key::RoleMobility));
    let story = read.does(Message::ReadingClosed).does(Message::Begun);
    assert_eq!(story.others(), ["konsulent", "rettergangsfuldmaegtig"], "in the order in which they were chosen");
}

#[test]
fn an_applicants_answers_stay_in_the_tab_and_are_theirs() {
    let story = Story::on(MEDARBEJDER, Purpose::Exploration);
    assert!(story.shows(Key::NoticeNoSelection) && !story.shows(Key::KeepDevice));
    let said = story.word(Key::NoticeNoSelection);
    assert!(["udvælgelsen", "Ingen ser den", "en fil, du gemmer, er din egen"].iter().all(|it| said.contains(it)));
    let story = story.does(Message::KeepingChosen(Retention::Device)).begins(Rater::Myself).rates(2);
    assert!(story.kept.iter().all(|stored| stored.keeping == Retention::Tab));
}

#[test]
fn only_who_has_the_role_is_asked_about_ones_own() {
    for (purpose, rater, is_own) in [
        (Purpose::Development, Rater::Myself, true),
        (Purpose::Onboarding, Rater::Myself, true),
        (Purpose::Exploration, Rater::Myself, false),
        (Purpose::Development, Rater::Manager, false),
    ] {
        let story = Story::on(MEDARBEJDER, purpose).begins(rater);
        assert_eq!(story.shows(Key::NotRelevantChoice), is_own, "{purpose:?} {rater:?}");
        assert_eq!(story.shows(Key::NotRelevantInTheRole), !is_own, "{purpose:?} {rater:?}");
    }
}

#[test]
fn the_results_of_an_applicant_begin_with_the_roles_side_by_side() {
    let story = Story::on(MEDARBEJDER, Purpose::Exploration).does(Message::RoleChosen(2)).looks_at(4).looks_at(0);
    let story = story.does(Message::Begun).answers(mixed).sees_results();
    assert_eq!(story.headings()[..3], ["Resultatet i overblik", "Rollerne side om side", "Det bringer du med"]);
    let columns = ["Del og kompetence", "Rettergangsfuldmægtig", "Konsulent", "Fuldmægtig i et fagkontor"];
    let roles = story.table("roles");
    assert_eq!(roles[0], columns, "in the order in which they were chosen");

    // Every cell is what the comparison says, and each dimension's numbers are those of its own competences.
    let framework = story.framework();
    let offers = compare_roles(framework, &[2, 4, 0], story.assessment());
    let word = |offer: &Offer| match offer {
        Offer::Use => Key::OfferUse,
        Offer::Practise => Key::OfferPractise,
        Offer::AskSupport => Key::OfferAskSupport,
        Offer::Unknown => Key::OfferUnknown,
        Offer::NotRelevant => Key::ClassNotRelevant,
        Offer::NotAsked => Key::OfferNotAsked,
    };
    let mut rows = roles[1..].iter();
    for (place, part) in framework.dimensions.iter().enumerate() {
        let row = rows.next().unwrap();
        assert!(row[0].contains(&*part.title.in_language(0)));
        for (cell, role) in row[1..].iter().zip(&offers) {
            for offer in Offer::ALL {
                let words = format!("{}: {}", story.word(word(&offer)), role.dimensions[place].get(offer));
                assert_eq!(cell.contains(&words), role.dimensions[place].get(offer) > 0, "{words} in {cell}");
            }
        }
        for competence in part.competences.clone() {
            let row = rows.next().unwrap();
            assert!(row[0].starts_with(&*framework.competences[competence].title.in_language(0)));
            for (cell, role) in row[1..].iter().zip(&offers) {
                let target = framework.roles[role.role].targets[competence];
                let label = |level: u8| {
                    let level = &framework.scale_of(competence).levels[usize::from(level)];
                    level.short.as_ref().unwrap_or(&level.label).in_language(0)
                };
                assert!(cell.contains(&*story.word(word(&role.competences[competence]))), "{cell}");
                assert_eq!(cell.contains("Rollens niveau: »"), target.is_some(), "{cell}");
                assert!(target.is_none_or(|level| cell.contains(&*label(level))), "{cell}");
            }
        }
    }
    assert!(rows.next().is_none(), "no row sums a role up");
    let shown = story.text();
    assert!(shown.contains("Dit svar: »Med støtte«") && shown.contains("Ikke haft mulighed endnu"));
    assert!(story.shows(Key::EvidenceInterview), "and examples to prepare");
    assert!(!story.shows(Key::SuggestionsTitle), "applicants are shown no areas");
    assert!(!screens::offered(&story.node()).contains(&Message::StepChosen(Step::Plan)), "and have no plan to agree");
}

#[test]
fn an_applicant_is_given_questions_for_the_interview() {
    let far_off = |place: usize| {
        Some(match place % 3 {
            0 => Answer::NoOpportunity,
            1 => Answer::Rated(0),
            _ => Answer::Rated(4),
        })
    };
    let story = Story::on(MEDARBEJDER, Purpose::Exploration).begins(Rater::Myself).answers(far_off).sees_results();
    let asked = |story: &Story, role: usize| {
        let shown = story.text();
        let profile = Report::of(story.framework(), role, story.assessment()).profile;
        let gaps = profile.priorities.iter().filter(|place| profile.rows[**place].class == Class::Gap);
        let untried = profile.missing_opportunities.iter().filter(|place| profile.rows[**place].role_target.is_some());
        let questions = |key: Key, places: Vec<&usize>| {
            assert!(places.len() > 3, "or this test shows nothing");
            let is_asked = |place: &&usize| {
                let title = story.framework().competences[**place].title.in_language(0);
                shown.contains(&*story.state.wording.say(key, &[("title", &title)]))
            };
            assert_eq!(places.iter().map(is_asked).collect::<Vec<_>>()[..4], [true, true, true, false]);
        };
        questions(Key::AskSupport, gaps.collect());
        questions(Key::AskUnknown, untried.collect());
    };
    asked(&story, 0);
    asked(&story.clone().does(Message::ViewedRoleChosen(4)), 4);
    assert!(story.clone().does(Message::StepChosen(Step::Paper)).shows(Key::AskTitle));
    let own = Story::on(MEDARBEJDER, Purpose::Development).begins(Rater::Myself).answers(far_off).sees_results();
    assert!(!own.shows(Key::AskTitle), "only applicants go to an interview");
    let all = Story::on(MEDARBEJDER, Purpose::Exploration).begins(Rater::Myself);
    assert!(!all.answers(|_| Some(Answer::Rated(4))).sees_results().shows(Key::AskTitle), "nothing to ask");
}

#[test]
fn roles_are_added_and_removed_in_the_results_too() {
    let story = Story::on(MEDARBEJDER, Purpose::Exploration).begins(Rater::Myself).answers(mixed).sees_results();
    assert_eq!(story.headings()[1], "Det kan rollen betyde for dig");
    let story = story.looks_at(3);
    assert_eq!((story.others(), &*story.said()), (vec!["stabsfunktion"], "Resultatet er opdateret."));
    assert_eq!(story.table("roles")[0][2], "Medarbejder i en stabsfunktion");
    let story = story.looks_at(1).looks_no_more_at(3).looks_at(0).looks_at(99);
    assert_eq!(story.others(), ["administrativ-medarbejder"], "neither the first one again nor one that isn't there");
    assert_eq!(story.clone().reloads().others(), story.others(), "kept with the answers");
    let own = Story::on(MEDARBEJDER, Purpose::Onboarding).begins(Rater::Myself).sees_results().looks_at(2);
    assert_eq!(own.others(), [""; 0], "only applicants look at several");
}

#[test]
fn an_applicant_chooses_the_role_to_see_the_answers_against_and_is_sent_back_to_none() {
    let story = Story::on(MEDARBEJDER, Purpose::Exploration).begins(Rater::Myself).answers(mixed).sees_results();
    let story = story.does(Message::ViewedRoleChosen(4));
    assert_eq!(story.journey().step, Step::Overview { viewed_role: 4 });
    assert!(!story.text().contains("Tilbage til Fuldmægtig"));
    let levels = story.does(Message::Continued);
    assert_eq!(levels.journey().step, Step::Profile { viewed_role: 4 });
    assert!(levels.text().contains("Svar og rollens niveauer: Konsulent"));
    let own = Story::on(MEDARBEJDER, Purpose::Development).begins(Rater::Myself).answers(mixed).sees_results();
    let own = own.does(Message::ViewedRoleChosen(4)).text();
    assert!(own.contains("Dine svar gælder stadig for Fuldmægtig i et fagkontor."));
    assert!(own.contains("Tilbage til Fuldmægtig i et fagkontor"));
}

#[test]
fn with_many_roles_further_ones_are_searched_for() {
    let framework = screens::framework_with_roles(40);
    let story = Story::on(&framework, Purpose::Exploration).does(Message::RoleChosen(7));
    let search = |story: &Story, words: &str| {
        let node = story.node();
        let is_search = |parts: &&screens::Element| screens::attribute(parts, "id") == Some("rokade-1-other-search");
        match &screens::elements(&node).into_iter().find(is_search).expect("there is a search").act {
            Some(Act::Search { message, .. }) => message(words.into()),
            _ => panic!("it can't be filled"),
        }
    };
    let unknown = search(&story, "Rolle 99");
    assert_eq!(story.clone().does(unknown).start().other_roles, [0; 0], "what is no role's name does nothing");
    let found = search(&story, " rolle 31 ");
    let story = story.does(found);
    let found = search(&story, "Rolle 7");
    let story = story.does(found).does(Message::OtherRoleTicked { role: 12, is_looked_at: true });
    let ticked = story.all(|parts| screens::attribute(parts, "type") == Some("checkbox"));
    assert_eq!(ticked.len(), 2, "the chosen ones, without the first");
    let story = story.does(Message::Begun).rates(1).sees_results();
    assert_eq!(story.others(), ["r31", "r12"]);
    assert_eq!(story.table("roles")[0].len(), 4);
    let found = search(&story, "Rolle 2");
    assert_eq!(story.does(found).others(), ["r31", "r12", "r2"], "in the results as well");
}

// ---- a new hire

#[test]
fn a_new_hire_moves_on_to_the_next_stage_where_the_answers_are() {
    let story = Story::on(MEDARBEJDER, Purpose::Onboarding).does(Message::RoleChosen(0)).does(Message::Begun);
    let story = story.answers(mixed).sees_results();
    for at in [story.clone(), story.does(Message::StepChosen(Step::Check))] {
        let stage = |story: &Story| story.session().journey().expect("answers").assessment.stage.clone();
        assert_eq!(stage(&at).as_deref(), Some("start"));
        let node = at.node();
        let select = screens::elements(&node).into_iter().find(|parts| {
            parts.tag == "select" && screens::attribute(parts, "id").is_some_and(|id| id.ends_with("-stage"))
        });
        let Some(Act::Select(choose)) = &select.expect("the stage can be chosen").act else { panic!("it can't") };
        let before = screens::html(&at.node());
        let moved = at.does(choose("six-months".into()));
        assert_eq!(stage(&moved).as_deref(), Some("six-months"));
        assert_ne!(screens::html(&moved.node()), before, "what is shown follows");
        let further = moved.does(choose("".into()));
        assert_eq!(stage(&further), None);
        let node = further.node();
        let is_field = |parts: &&screens::Element| {
            parts.tag == "select" && screens::attribute(parts, "id").is_some_and(|id| id.ends_with("-stage"))
        };
        assert!(screens::elements(&node).iter().any(is_field), "and can be chosen again");
    }
}

#[test]
fn on_the_first_day_nobody_is_led_to_another_office() {
    for framework in [SOUSCHEF, MEDARBEJDER, CHEF, DIREKTION] {
        let of = Framework::read(framework).unwrap();
        for role in 0..of.roles.len() {
            for level in [None, Some(0), Some(1)] {
                let story = Story::on(framework, Purpose::Onboarding).does(Message::RoleChosen(role));
                let story = story.does(Message::Begun);
                let story = story.answers(|_| Some(level.map_or(Answer::NoOpportunity, Answer::Rated)));
                let assessment = &story.session().journey().expect("answers").assessment;
                let suggestions = Report::of(&of, role, assessment).suggestions;
                let led_to = suggestions.portfolio.areas.iter().chain(&suggestions.chances.areas);
                let led_to = led_to.chain(suggestions.ranking.first());
                for area in led_to.map(|place| &of.areas[*place]) {
                    assert_eq!(area.kind(), AreaKind::TaskChange, "{}: {}", of.id, area.id);
                }
            }
        }
    }
}

#[test]
fn a_new_hire_begins_with_the_first_stage_and_keeps_it_across_roles() {
    let story = Story::on(MEDARBEJDER, Purpose::Onboarding).does(Message::RoleChosen(0));
    assert_eq!(story.start().stage.as_deref(), Some("start"));
    let story = story.does(Message::StageChosen(Some("six-months".into()))).does(Message::RoleChosen(3));
    assert_eq!(story.start().stage.as_deref(), Some("six-months"));
    let story = story.does(Message::StageChosen(None)).does(Message::Begun);
    assert_eq!(story.assessment().stage, None, "or says that it was longer ago");
    let any = Settings { language: Some("da".into()), role: Some("konsulent".into()), ..Settings::default() };
    let any = Story::with(MEDARBEJDER, any).does(Message::PurposeChosen(Purpose::Onboarding));
    assert_eq!(any.start().stage.as_deref(), Some("start"), "also where the page fixed the role");
    assert_eq!(any.does(Message::PurposeChosen(Purpose::Exploration)).start().stage, None);
}

#[test]
fn the_results_of_a_new_hire_begin_with_what_was_not_tried_and_where_it_could_be() {
    let story = Story::on(MEDARBEJDER, Purpose::Onboarding).begins(Rater::Myself).answers(mixed).sees_results();
    let headings = story.headings();
    let first = ["Resultatet i overblik", "Det har du ikke prøvet endnu", "Her kan du få mulighed for at prøve det"];
    assert_eq!(headings[..3], first);
    assert_eq!(headings.iter().filter(|heading| **heading == *story.word(Key::ChanceTitle)).count(), 0, "said once");
    assert!(story.shows(Key::NoticeExpectedIncomplete));
    let suggested = story.clone().does(Message::StepChosen(Step::Suggestions { viewed_role: 0, at_hand: None }));
    assert!(suggested.shows(Key::PlacementLead));
    let title = suggested.state.wording.text(Key::FirstAreasTitle);
    assert_eq!(suggested.headings()[1], &*title, "there, too, before all else");
    let report = Report::of(story.framework(), 0, story.assessment());
    let chances = &report.suggestions.chances;
    let title = story.word(Key::FirstAreasTitle);
    let shown = story.text();
    let shown = shown.split(&*title).nth(1).unwrap().split("Det bringer du med").next().unwrap();
    let places = |areas: &[usize]| {
        let title = |area: &usize| story.framework().areas[*area].title.in_language(0);
        areas.iter().map(|area| shown.find(&*title(area)).unwrap()).collect::<Vec<_>>()
    };
    let first: Vec<usize> = match chances.areas.is_empty() {
        false => chances.areas.clone(),
        true => {
            let gives = |area: &usize| !report.suggestions.areas[*area].opportunities.is_empty();
            report.suggestions.ranking.iter().copied().filter(gives).take(3).collect()
        }
    };
    assert!(!first.is_empty() && places(&first).is_sorted(), "in the order of the suggestions");
    assert_eq!(story.text().matches(&*title).count(), 1, "said once");
    // A competence whose level comes later says so.
    assert!(story.does(Message::Continued).shows(Key::ClassLater));
}

#[test]
fn a_new_hire_is_led_to_the_areas_that_together_give_most_chances() {
    let within_reach = |place: usize| Some(if place % 3 == 1 { Answer::NoOpportunity } else { Answer::Rated(4) });
    let story = Story::on(MEDARBEJDER, Purpose::Onboarding).does(Message::RoleChosen(0));
    let story = story.does(Message::StageChosen(Some("six-months".into()))).does(Message::Begun);
    let story = story.answers(within_reach).sees_results();
    let chances = Report::of(story.framework(), 0, story.assessment()).suggestions.chances;
    assert!(!chances.areas.is_empty(), "or this test shows nothing");
    let covers = story.state.wording.count(Key::ChancesCover, chances.of, &[("reached", &chances.reached.to_string())]);
    assert_eq!(story.text().matches(&*covers).count(), 1, "{covers}");
    assert!(story.text().find(&*covers) < story.text().find(&*story.word(Key::StrengthsTitle)), "before all else");
    assert!(!story.shows(Key::FirstAreasLead));
    // Where nothing is within reach, it is the first that would give some of it.
    let story = Story::on(MEDARBEJDER, Purpose::Onboarding).begins(Rater::Myself);
    let story = story.answers(|_| Some(Answer::NoOpportunity)).sees_results();
    let suggestions = Report::of(story.framework(), 0, story.assessment()).suggestions;
    assert_eq!(suggestions.chances.areas.is_empty(), story.shows(Key::FirstAreasLead));
    assert!(story.shows(Key::FirstAreasTitle));
}

#[test]
fn what_is_not_open_says_from_when_or_for_whom() {
    let story = Story::on(MEDARBEJDER, Purpose::Onboarding).begins(Rater::Myself).answers(mixed);
    let story = story.does(Message::StepChosen(Step::Suggestions { viewed_role: 0, at_hand: None }));
    let shown = story.text();
    let count = story.state.wording.count(Key::ApartFrom, 12, &[]);
    assert!(shown.contains(&*count), "{count}");
    let framework = story.framework();
    let role = &framework.roles[0];
    let mut closed = 0;
    for area in framework.areas.iter().filter(|area| !area.is_open_to(role)) {
        let roles = framework.roles.iter().filter(|role| area.is_open_to(role));
        let roles: Vec<_> = roles.map(|role| role.title.in_language(0)).collect();
        let words = story.state.wording.list(&roles);
        assert!(shown.contains(&*story.state.wording.say(Key::ApartOpenTo, &[("roles", &words)])), "{words}");
        closed += 1;
    }
    assert!(closed > 0, "or this test shows nothing");
    let own = Story::on(MEDARBEJDER, Purpose::Development).begins(Rater::Myself).answers(mixed).sees_results();
    assert!(!own.text().contains(&*count), "whoever isn't new can go anywhere");
}

#[test]
fn whoever_hires_gets_three_texts_of_what_weighs_most_and_no_scoring_sheet() {
    let story = Story::on(SOUSCHEF, Purpose::Exploration).does(Message::RoleReadingOpened(0));
    let framework = story.framework();
    let role = &framework.roles[0];
    for key in [Key::RecruitingNoScore, Key::Advertisement, Key::Interview, Key::Reference] {
        assert!(story.shows(key), "{key:?}");
    }
    let text = story.text();
    let asks = |place: usize| {
        let title = framework.competences[place].title.in_language(0);
        text.contains(&*story.state.wording.say(Key::InterviewQuestion, &[("competence", &title)]))
    };
    let asked: Vec<usize> = (0..framework.competences.len()).filter(|place| asks(*place)).collect();
    assert_eq!(asked.len(), 8);
    let weight = |place: &usize| (role.weights[*place], role.targets[*place]);
    let lightest = asked.iter().map(weight).min();
    for place in (0..framework.competences.len()).filter(|place| !asked.contains(place)) {
        assert!(Some(weight(&place)) <= lightest, "competence {place} weighs more than one that is asked about");
    }
    for place in asked {
        let competence = &framework.competences[place];
        let thirds = competence.manager_statement.as_ref().expect("the framework has one");
        for statement in [competence.statement.in_language(0), thirds.in_language(0)] {
            assert!(text.contains(&*statement), "{statement}");
        }
    }
    let recruits = |element: &screens::Element| element.tag == "input";
    assert!(!screens::elements(&story.node()).into_iter().any(recruits), "and nothing to put a number in");
}

#[test]
fn only_who_is_new_is_told_of_lower_levels_in_the_rules_and_not_of_levels_in_time() {
    for (purpose, is_new) in [(Purpose::Onboarding, true), (Purpose::Development, false), (Purpose::Exploration, false)]
    {
        let story = Story::on(MEDARBEJDER, purpose);
        assert_eq!(story.clone().does(Message::RoleReadingOpened(0)).shows(Key::LevelsInTime), !is_new, "{purpose:?}");
        let story = story.begins(Rater::Myself).answers(mixed).sees_results();
        assert_eq!(story.shows(Key::RulesStage), is_new, "{purpose:?}");
    }
}

#[test]
fn the_way_to_the_next_stage_is_told_from_each_stage() {
    let at = |stage: Option<&str>| {
        let story = Story::on(MEDARBEJDER, Purpose::Onboarding).does(Message::RoleChosen(0));
        let story = story.does(Message::StageChosen(stage.map(Rc::<str>::from))).does(Message::Begun);
        story.answers(mixed).sees_results().does(Message::Continued)
    };
    let from_start = at(Some("start")).text();
    assert!(from_start.contains("Fra »Med støtte« til »På egen hånd«"));
    assert!(from_start.contains("Nyt: »Med støtte«"));
    let from_three_months = at(Some("three-months"));
    assert!(from_three_months.text().contains("Næste skridt: Efter et halvt år"));
    assert!(
        from_three_months.shows(Key::NextStageSame)
            && !from_start.contains(&*from_three_months.word(Key::NextStageSame))
    );
    assert!(!at(Some("twelve-months")).text().contains("Næste skridt"), "the role's levels hold in full by then");
    let lowered = MEDARBEJDER.replacen(r#""lowerBy": 0"#, r#""lowerBy": 1"#, 1);
    let lowered = Story::on(&lowered, Purpose::Onboarding).does(Message::RoleChosen(0));
    let lowered = lowered.does(Message::StageChosen(Some("twelve-months".into()))).does(Message::Begun);
    assert!(lowered.sees_results().does(Message::Continued).text().contains("Næste skridt: rollens fulde niveauer"));
    assert!(!at(None).text().contains("Næste skridt"));
    // Every change stands there once, under its own words.
    let story = at(Some("start"));
    let next = next_stage(story.framework(), 0, story.assessment()).unwrap();
    let section = from_start.split("Næste skridt: Efter tre måneder").nth(1).unwrap();
    let section = section.split(&*story.word(Key::EvidenceTitle)).next().unwrap();
    for change in &next.changes {
        let title = story.framework().competences[change.competence].title.in_language(0);
        assert_eq!(section.matches(&*title).count(), 1, "{title}");
    }
}

#[test]
fn a_new_hire_wishes_for_areas_at_the_start_stage_and_can_keep_the_wishes_alone() {
    let story = Story::on(MEDARBEJDER, Purpose::Onboarding).begins(Rater::Myself);
    assert_eq!(story.assessment().stage.as_deref(), Some("start"));
    let story =
        story.does(Message::StepChosen(Step::Areas { beyond: None })).does(Message::AreaWished { area: 2, wish: 2 });
    assert_eq!(story.assessment().wishes.areas.len(), 1);
    let story = story.sees_results();
    assert!(screens::offered(&story.node()).contains(&Message::StepChosen(Step::Keep)));
    let story = story.does(Message::StepChosen(Step::Keep));
    assert!(screens::offered(&story.node()).contains(&Message::Export(Export::Wishes)));
}

// ---- a manager

#[test]
fn a_manager_is_spoken_to_about_the_employee() {
    let story = Story::on(SOUSCHEF, Purpose::Development).does(Message::RaterChosen(Rater::Manager));
    assert!(
        [Key::StartLeadManager, Key::NoticeShowEmployee, Key::NoticeNoAppraisalManager]
            .iter()
            .all(|key| story.shows(*key))
    );
    let story = story.does(Message::LabelWritten("Q7 Zebra".into())).begins(Rater::Manager);
    let framework = story.framework();
    let statement = framework.competences[0].manager_statement.as_ref().unwrap().in_language(0);
    assert!(
        story.text().contains(&*statement)
            && story.shows(Key::RateEmployee)
            && story.text().contains("Gør det selv i kendte situationer")
    );
    assert!(story.shows(Key::NotObservedChoice) && !story.shows(Key::NoOpportunityChoice));
    assert!(!story.shows(Key::WantToGetBetter), "no wishes");

    let answer = |place: usize| {
        (place != 3).then_some(match place % 6 {
            5 => Answer::NotObserved,
            level => Answer::Rated(level as i64),
        })
    };
    let story = story.answers(answer);
    let steps = [
        Step::DimensionDone { dimension: 0 },
        Step::Balance,
        Step::Check,
        Step::Overview { viewed_role: 0 },
        Step::Keep,
        Question::about(Item::Behaviour(0), AfterAnswer::GoOn),
    ];
    for step in steps {
        let there = story.clone().does(Message::StepChosen(step.clone()));
        let shown = there.text();
        // What would be said to the employee.
        for words in [
            "du gør",
            "dine niveauer",
            "dine kompetencer",
            "imod dig",
            "Du vil gerne",
            "du skal lægge",
            "bedømmelse af dig",
            // Nor the levels as the employee would put them.
            "Jeg gør det",
            "Jeg har kun prøvet",
        ] {
            assert!(!shown.contains(words), "{step:?} says {words:?}");
        }
        match step {
            Step::Overview { .. } => assert!(there.shows(Key::NoticeVoluntaryManager), "{step:?}"),
            Step::Keep => {
                assert!(there.shows(Key::NoticeShowEmployee) && there.shows(Key::SaveForEmployee), "{step:?}")
            }
            _ => {}
        }
        // The framework has its levels in the third person.
        assert!(!there.shows(Key::EmployeesWords), "{step:?}");
    }
    let there = story.clone().does(Message::StepChosen(Step::Areas { beyond: None }));
    assert_eq!(there.journey().step, story.journey().step, "no areas");
    let results = story.sees_results();
    assert!(results.shows(Key::NotObservedTitle) && !results.shows(Key::SuggestionsTitle));
    assert!(results.text().contains("Dine svar om Q7 Zebra"));

    // Whom it is about stays here, whatever is saved.
    let mut saved = 0;
    let keeps = results.does(Message::StepChosen(Step::Keep));
    let ticked = keeps.does(Message::Export(Export::Ticked { tick: SharePart::Responses, is_ticked: true }));
    for saving in [Export::Own, Export::Share, Export::Sheet] {
        for effect in ticked.clone().does(Message::Export(saving)).effects {
            if let Effect::Download { text, name, .. } = effect {
                assert!(!text.contains("Zebra") && !name.contains("Zebra"), "{saving:?}");
                let is_sheet = matches!(saving, Export::Sheet);
                assert!(!is_sheet || text.contains("Gør det") && !text.contains("Jeg gør det"), "{text}");
                saved += 1;
            }
        }
    }
    assert_eq!(saved, 3);
    let receipt = screens::receipt(&ticked.state, |day, _| day[..10].to_owned(), "").unwrap();
    assert!(!receipt.contains("Zebra"));
}

// ---- all three

#[test]
fn what_it_is_and_is_not_is_said_in_all_three_whatever_the_host_says() {
    let messages: Vec<(Rc<str>, Rc<str>)> =
        Key::NOTICES.iter().map(|key| (key.name().into(), "Approved for hiring".into())).collect();
    for (purpose, rater, not) in [
        (Purpose::Development, Rater::Myself, Key::NoticeNoAppraisal),
        (Purpose::Development, Rater::Manager, Key::NoticeNoAppraisalManager),
        (Purpose::Exploration, Rater::Myself, Key::NoticeNoSelection),
        (Purpose::Onboarding, Rater::Myself, Key::NoticeExpectedIncomplete),
    ] {
        let settings = Settings {
            purpose: Some(purpose),
            rater: Some(rater),
            language: Some("da".into()),
            messages: messages.clone(),
            ..Settings::default()
        };
        let story = Story::with(MEDARBEJDER, settings);
        let says = |story: &Story, keys: &[Key]| {
            let wording = Wording::of(Words::shipped_for("da").unwrap(), &[], Plurals::ONE_OR_OTHER);
            for key in keys {
                assert!(story.text().contains(&*wording.text(*key)), "{purpose:?} {rater:?}: {key:?}");
            }
            assert!(!story.text().contains("Approved"));
        };
        let yours = match rater {
            Rater::Myself => [Key::NoticeYours, Key::NoticeVoluntary],
            Rater::Manager => [Key::NoticeYoursManager, Key::NoticeVoluntaryManager],
        };
        let always = [not, Key::NoticeDecisions, Key::NoticeRules, yours[0], yours[1]];
        says(&story, &always);
        let story = story.begins(rater).answers(mixed).sees_results();
        says(&story, &always);
        let file = story.file();
        let (key, whose) = match rater {
            Rater::Myself => (Key::FileNotice, ["tilhører den, der har svaret", "frivilligt"]),
            Rater::Manager => {
                (Key::FileNoticeManager, ["en leders svar om en medarbejder", "vise dem til medarbejderen"])
            }
        };
        let notice = Wording::of(Words::shipped_for("da").unwrap(), &[], Plurals::ONE_OR_OTHER).text(key);
        assert!(file.contains(&*notice) && !file.contains("Approved"), "{purpose:?}");
        let always = ["ikke en bedømmelse", "ansættelse, løn eller udnævnelse", "faste regler"];
        for words in always.into_iter().chain(whose) {
            assert!(notice.contains(words), "{words}");
        }
    }
}

#[test]
fn changing_an_answer_leads_back_to_where_the_change_was_asked_for() {
    let story = Story::on(SOUSCHEF, Purpose::Development).begins(Rater::Myself).answers(mixed);
    for step in [Step::Check, Step::Profile { viewed_role: 0 }] {
        let there = story.clone().does(Message::StepChosen(step.clone()));
        assert_eq!(there.focus(), Some(FocusTarget::Heading));
        let asked = there.does(Message::ChangeAsked(Item::Competence(13)));
        assert_eq!(asked.focus(), Some(FocusTarget::Heading), "a question's heading");
        for back in [Message::Continued, Message::WentBack, Message::Skipped] {
            let back = asked.clone().rates(3).does(back);
            assert_eq!((&back.journey().step, back.focus()), (&step, Some(FocusTarget::Change(13))));
            let marked = |parts: &screens::Element| screens::attribute(parts, "data-focus") == Some("change-13");
            assert_eq!(back.all(marked).len(), 1);
        }
    }
}

#[test]
fn what_comes_first_on_the_screen_stands_on_paper_too() {
    let story = Story::on(MEDARBEJDER, Purpose::Onboarding).begins(Rater::Myself).answers(mixed).sees_results();
    let paper = story.does(Message::StepChosen(Step::Paper));
    assert!([Key::NotTriedTitle, Key::FirstAreasTitle, Key::NextStageLead].iter().all(|key| paper.shows(*key)));
    let story = Story::on(MEDARBEJDER, Purpose::Exploration).does(Message::RoleChosen(2)).looks_at(4);
    let paper = story.does(Message::Begun).answers(mixed).sees_results().does(Message::StepChosen(Step::Paper));
    assert_eq!(paper.table("roles")[0].len(), 3);
    assert!(!paper.shows(Key::OtherRolesMore) && !paper.shows(Key::RolesDetail), "with nothing to press");
}

/// Answers of every kind that one gives about oneself.
fn mixed(place: usize) -> Option<Answer> {
    match place % 7 {
        5 => Some(Answer::NoOpportunity),
        6 if place > 10 => None,
        6 => Some(Answer::NotRelevant),
        level => Some(Answer::Rated(level as i64)),
    }
}

// ---- the teller

/// A person, a page and a browser.
#[derive(Clone)]
struct Story {
    state: State,
    effects: Vec<Effect>,
    kept: Vec<StoredProgress>,
    handed_over: Option<Rc<str>>,
    settings: Settings,
    framework: Rc<str>,
    day: u32,
}

impl Story {
    /// A page for one purpose, in Danish.
    fn on(framework: &str, purpose: Purpose) -> Self {
        Self::with(framework, Settings { purpose: Some(purpose), language: Some("da".into()), ..Settings::default() })
    }

    fn with(framework: &str, settings: Settings) -> Self {
        let story = Self {
            state: State::default(),
            effects: Vec::new(),
            kept: Vec::new(),
            handed_over: None,
            settings,
            framework: framework.into(),
            day: 20_500,
        };
        story.reloads()
    }

    fn reloads(mut self) -> Self {
        self.state = State::default();
        let (settings, framework) = (self.settings.clone(), self.framework.clone());
        let story = self.does(Message::SettingsChanged(settings)).does(Message::FrameworkRead(framework));
        let kept = story.kept.clone();
        story.does(Message::ProgressFound(kept))
    }

    fn does(mut self, message: Message) -> Self {
        let now = Now::in_utc(&format!("2026-02-16T08:00:00.{:03}Z", self.day - 20_500), self.day);
        self.effects = update(&mut self.state, message, &now);
        for effect in &self.effects {
            match effect {
                Effect::SaveProgress(stored) => {
                    self.kept.retain(|other| other.key != stored.key);
                    self.kept.push(stored.clone());
                }
                Effect::ForgetProgress { key } => self.kept.retain(|other| other.key != *key),
                Effect::HandOverProgress(progress) => self.handed_over = progress.clone(),
                _ => {}
            }
        }
        screens::assert_sound(&self.state, &self.node());
        self
    }

    fn begins(self, rater: Rater) -> Self {
        self.does(Message::RaterChosen(rater)).does(Message::RoleChosen(0)).does(Message::Begun)
    }

    fn rates(self, level: i64) -> Self {
        self.does(Message::ResponseGiven(Answer::Rated(level)))
    }

    /// Answers every competence, each as told by its place.
    fn answers(mut self, answer: impl Fn(usize) -> Option<Answer>) -> Self {
        for place in 0..self.framework().competences.len() {
            self = self.does(Message::StepChosen(Question::about(Item::Competence(place), AfterAnswer::GoOn)));
            self = match answer(place) {
                Some(answer) => self.does(Message::ResponseGiven(answer)),
                None => self.does(Message::Skipped),
            };
        }
        self
    }

    fn sees_results(self) -> Self {
        let viewed_role = self.journey().role;
        self.does(Message::StepChosen(Step::Overview { viewed_role }))
    }

    fn looks_at(self, role: usize) -> Self {
        self.does(Message::OtherRoleTicked { role, is_looked_at: true })
    }

    fn looks_no_more_at(self, role: usize) -> Self {
        self.does(Message::OtherRoleTicked { role, is_looked_at: false })
    }

    fn goes_back_to_start(mut self) -> Self {
        while let Screen::Journey(_) = self.session().screen {
            self = self.does(Message::WentBack);
        }
        self
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

    fn start(&self) -> &Start {
        match &self.session().screen {
            Screen::Start(start) => start,
            other => panic!("it is another screen: {other:?}"),
        }
    }

    fn journey(&self) -> &Journey {
        self.session().journey().expect("there are answers")
    }

    fn assessment(&self) -> &Assessment {
        &self.journey().assessment
    }

    fn level(&self, competence: usize) -> Option<i64> {
        match self.journey().response(self.framework(), Item::Competence(competence))?.answer {
            Answer::Rated(level) => Some(level),
            _ => None,
        }
    }

    fn file(&self) -> String {
        let effects = self.clone().does(Message::Export(Export::Own)).effects;
        let file = effects.into_iter().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(text),
            _ => None,
        });
        file.expect("a file is saved")
    }

    fn others(&self) -> Vec<&str> {
        self.assessment().other_roles.iter().map(|id| &**id).collect()
    }

    /// What a screen reader was told last.
    fn said(&self) -> Rc<str> {
        self.state.announcement.1.clone()
    }

    fn focus(&self) -> Option<FocusTarget> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::MoveFocus(focus) => Some(focus.clone()),
            _ => None,
        })
    }

    fn all(&self, wanted: impl Fn(&screens::Element) -> bool) -> Vec<screens::Element> {
        screens::elements(&self.node()).into_iter().filter(|parts| wanted(parts)).cloned().collect()
    }

    fn headings(&self) -> Vec<String> {
        self.all(|parts| ["h2", "h3", "h4", "h5"].contains(&&*parts.tag)).iter().map(screens::text_of).collect()
    }

    /// The rows of the table of this class, each with the words of its cells.
    fn table(&self, class: &str) -> Vec<Vec<String>> {
        let table = self.all(|parts| parts.tag == "table" && screens::has_class(parts, class)).remove(0);
        let cells = |row: &screens::Element| {
            let inside = row.children.clone();
            let cells = screens::elements(&inside).into_iter();
            cells.filter(|parts| ["th", "td"].contains(&&*parts.tag)).map(screens::text_of).collect()
        };
        let inside = table.children.clone();
        let rows = screens::elements(&inside).into_iter();
        rows.filter(|parts| parts.tag == "tr").map(cells).collect()
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

    fn shows(&self, key: Key) -> bool {
        self.text().contains(&*self.word(key))
    }
}
