//! What the results show, looked at as markup: words before numbers, the same in picture and table, and nothing lost.
#![cfg(not(target_arch = "wasm32"))]

mod screens;

use rokade::assessment::Answer;
use rokade::profile::Class;
use rokade::report::Report;
use rokade::state::incoming::Whose;
use rokade::state::journey::{AfterAnswer, Item, Question, Step};
use rokade::state::progress::Now;
use rokade::state::settings::Settings;
use rokade::state::{Adjustment, Incoming, Message, Screen, State, Status, update};
use rokade::view::{ReportCache, Sight, screen};
use rokade::wording::Key;
use screens::{Element, Piece, attribute};

const FRAMEWORK: &str = include_str!("../frameworks/souschef.json");

/// The results of an assessment file, shown in a language.
struct Shown(Vec<Piece>);

impl Shown {
    fn of(state: &State) -> Self {
        Self(screens::pieces(screen(
            state,
            &ReportCache::default(),
            1,
            |day, _| format!("({})", &day[..10]),
            Sight::default(),
        )))
    }

    /// Every element that `wanted` takes, in reading order. What is closed counts only when `everything` does.
    fn all(&self, everything: bool, wanted: impl Fn(&Element) -> bool) -> Vec<Element> {
        fn look(pieces: &[Piece], everything: bool, wanted: &dyn Fn(&Element) -> bool, found: &mut Vec<Element>) {
            for piece in pieces {
                let Piece::Element(element) = piece else { continue };
                if wanted(element) {
                    found.push((**element).clone());
                }
                if everything || element.tag != "details" || attribute(element, "open").is_some() {
                    look(&element.children, everything, wanted, found);
                }
            }
        }
        let mut found = Vec::new();
        look(&self.0, everything, &wanted, &mut found);
        found
    }

    fn of_class(&self, class: &str) -> Vec<Element> {
        self.all(true, |element| screens::has_class(element, class))
    }

    /// The words of elements of these tags.
    fn words_of(&self, tag: &str) -> Vec<String> {
        self.all(true, |element| element.tag == tag).iter().map(words).collect()
    }
}

/// What is read before anything is opened.
fn words(element: &Element) -> String {
    fn gather(pieces: &[Piece], words: &mut String) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => words.push_str(text),
                Piece::Element(element) if element.tag == "details" => {}
                Piece::Element(element) if attribute(element, "class") == Some("table-wrap") => {}
                Piece::Element(element) => {
                    gather(&element.children, words);
                    // A text's own element parts nothing.
                    let is_text = element.tag == "span" && element.attributes.is_empty();
                    words.push_str(if is_text { "" } else { " " });
                }
            }
        }
    }
    let mut all = String::new();
    gather(&element.children, &mut all);
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn send(state: &mut State, message: Message) {
    update(state, message, &Now::in_utc("2026-03-01T09:00:00Z", 20_000));
}

/// Opens one's own assessment with these levels (`None`: not answered; 9: no opportunity) in framework order.
fn opened(language: &str, levels: &[Option<u8>]) -> State {
    opened_by("self", language, levels)
}

fn opened_by(rater: &str, language: &str, levels: &[Option<u8>]) -> State {
    let mut state = State::default();
    send(&mut state, Message::SettingsChanged(Settings { language: Some(language.into()), ..Settings::default() }));
    send(&mut state, Message::FrameworkRead(FRAMEWORK.into()));
    let Status::Ready(session) = &state.status else { panic!("the framework is read") };
    let answers: Vec<String> = (session.framework.competences.iter().zip(levels))
        .filter_map(|(competence, level)| match level {
            None => None,
            Some(9) => Some(format!(r#""{}": {{"answer": "noOpportunity"}}"#, competence.id)),
            Some(level) => Some(format!(r#""{}": {{"answer": "rated", "level": {level}}}"#, competence.id)),
        })
        .collect();
    let file = format!(
        r#"{{"format": "rokade.assessment/1", "framework": {{"id": "souschef"}}, "purpose": "development",
            "rater": "{rater}", "role": "souschef-fagkontor", "responses": {{"competences": {{{}}}}}}}"#,
        answers.join(", ")
    );
    send(&mut state, Message::FileOpened(file.into()));
    send(&mut state, Message::Incoming(Incoming::Said(Whose::Mine)));
    state
}

/// Answers of every kind.
const MIXED: [Option<u8>; 25] = {
    let mut levels = [Some(2); 25];
    let some = [3, 2, 4, 1, 1, 2, 3, 0, 2, 3, 2, 1, 1, 9, 2, 1, 1, 3, 9, 2];
    let mut place = 0;
    while place < some.len() {
        levels[place] = Some(some[place]);
        place += 1;
    }
    levels[23] = None;
    levels
};

/// The three screens that are drawn from the report.
const SCREENS: [Step; 3] = [OVERVIEW, PROFILE, SUGGESTIONS];
const OVERVIEW: Step = Step::Overview { viewed_role: 0 };
const PROFILE: Step = Step::Profile { viewed_role: 0 };
const SUGGESTIONS: Step = Step::Suggestions { viewed_role: 0, at_hand: None };

/// What stands on one of them.
fn on(state: &State, step: &Step) -> Shown {
    let mut there = state.clone();
    send(&mut there, Message::StepChosen(step.clone()));
    Shown::of(&there)
}

fn results(language: &str, step: &Step) -> Shown {
    on(&opened(language, &MIXED), step)
}

#[test]
fn nothing_is_said_in_points_or_per_cent_before_the_reader_asks() {
    for (language, step) in ["da", "en"].into_iter().flat_map(|language| SCREENS.map(|step| (language, step))) {
        let shown = results(language, &step);
        let results = &shown.of_class("results")[0];
        let text = words(results).to_lowercase();
        assert!(!text.contains('%'), "{text}");
        for word in text.split(|letter: char| !letter.is_alphabetic()) {
            assert!(!["point", "points", "procent", "percent", "rank"].contains(&word), "{word} in {text}");
        }
    }
}

#[test]
fn the_account_of_the_points_is_there_once_it_is_asked_for() {
    assert!(!results("da", &SUGGESTIONS).of_class("points").is_empty());
}

#[test]
fn every_competence_has_its_picture_whose_name_says_the_conclusion() {
    let shown = results("da", &PROFILE);
    let pictures = shown.all(true, |parts| attribute(parts, "role") == Some("img"));
    assert_eq!(pictures.len(), 25);
    for picture in &pictures {
        let named: Vec<_> = attribute(picture, "aria-labelledby").unwrap().split(' ').collect();
        assert_eq!(named.len(), 2);
        for id in named {
            assert_eq!(shown.all(true, |parts| attribute(parts, "id") == Some(id)).len(), 1, "{id}");
        }
    }
    let feedback = words(&pictures[3]);
    assert!(feedback.starts_with("Udviklende feedback: Et stykke fra niveauet. Dit svar: »"), "{feedback}");
    assert!(feedback.contains("Rollens niveau: »Også det svære«"), "{feedback}");
}

#[test]
fn the_table_says_the_same_as_the_picture() {
    let shown = results("en", &PROFILE);
    let table = &shown.of_class("table-wrap")[0];
    let shown_table = Shown(table.children.clone());
    let rows = shown_table.all(true, |parts| parts.tag == "tr");
    let rows: Vec<_> = rows.iter().map(words).collect();
    let pictures = shown.all(true, |parts| attribute(parts, "role") == Some("img"));
    for picture in pictures {
        let title = Shown(picture.children.clone()).words_of("title").remove(0);
        let (title, class) = title.split_once(": ").unwrap();
        let class = class.trim_end_matches('.');
        assert!(rows.iter().any(|row| row.starts_with(title) && row.ends_with(class)), "{title}: {class} in {rows:?}");
    }
}

#[test]
fn ids_are_unique_and_no_attribute_is_a_style() {
    for step in SCREENS {
        assert_has_sound_ids(&results("da", &step));
    }
}

fn assert_has_sound_ids(shown: &Shown) {
    let mut ids: Vec<String> = shown
        .all(true, |parts| attribute(parts, "id").is_some())
        .iter()
        .map(|parts| attribute(parts, "id").unwrap().to_owned())
        .collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert!(shown.all(true, |parts| attribute(parts, "style").is_some()).is_empty());
}

#[test]
fn every_area_is_shown_in_one_place_with_one_wish() {
    let shown = results("da", &SUGGESTIONS);
    let cards = shown.of_class("area");
    let wishes = shown.of_class("toggles");
    assert_eq!((cards.len(), wishes.len()), (26, 26));
    let is_pressed = |parts: &screens::Element| attribute(parts, "aria-pressed") == Some("true");
    assert!(shown.all(true, is_pressed).is_empty(), "nothing is chosen beforehand");
}

#[test]
fn an_area_that_is_wished_for_is_shown_wherever_it_stands() {
    let mut state = opened("da", &MIXED);
    let Status::Ready(session) = &state.status else { panic!() };
    let area = session.framework.area("direktionssekretariat").unwrap();
    let is_shown = |state: &State| {
        let id = format!("rokade-1-area{area}");
        !Shown::of(state).all(false, |parts| attribute(parts, "aria-labelledby") == Some(&*id)).is_empty()
    };
    send(&mut state, Message::StepChosen(SUGGESTIONS));
    assert!(!is_shown(&state), "it is far down the list, one click away");
    send(&mut state, Message::AreaWished { area, wish: 2 });
    assert!(is_shown(&state));
    let part = Shown::of(&state)
        .of_class("part")
        .into_iter()
        .find(|part| words(part).starts_with(&*state.wording.text(Key::ChosenTitle)));
    assert!(part.is_some(), "first, under what the person said");
    // Its card stays open under the hand, and says where it stands.
    let open = Shown::of(&state).all(false, |parts| parts.tag == "details" && attribute(parts, "open").is_some());
    assert!(open.iter().any(|card| words(card).contains(" af ")), "{}", open.len());
    assert!(state.announcement.1.contains("nu nummer"), "{}", state.announcement.1);
    // Taken back, it is still in reach.
    send(&mut state, Message::AreaWished { area, wish: 0 });
    assert!(is_shown(&state), "what was folded away is opened for it");
}

#[test]
fn declining_a_suggestion_puts_it_apart_with_its_wish_and_the_set_changes() {
    let mut state = opened("da", &MIXED);
    send(&mut state, Message::StepChosen(SUGGESTIONS));
    let set = |state: &State| {
        let portfolio = Shown(Shown::of(state).of_class("portfolio")[0].children.clone());
        portfolio
            .of_class("area")
            .iter()
            .map(|card| attribute(card, "aria-labelledby").unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let before = set(&state);
    let area: usize = before[0].rsplit("area").next().unwrap().parse().unwrap();
    send(&mut state, Message::AreaWished { area, wish: -1 });
    let after = set(&state);
    assert!(!after.contains(&before[0]) && !after.is_empty(), "{before:?} {after:?}");
    assert_eq!(Shown::of(&state).of_class("toggles").len(), 26, "the wish can be taken back");
}

#[test]
fn a_flat_profile_is_told_so_and_gets_no_set() {
    let shown = on(&opened("da", &[Some(1); 25]), &SUGGESTIONS);
    assert!(shown.of_class("portfolio").is_empty());
    let notices: Vec<_> = shown.of_class("notice").iter().map(words).collect();
    assert!(notices.iter().any(|words| words.contains("samme trin")), "{notices:?}");
}

#[test]
fn without_answers_the_results_say_so() {
    let mut state = opened("da", &[Some(9)]);
    let Status::Ready(session) = &mut state.status else { panic!() };
    let Screen::Journey(journey) = &mut session.screen else { panic!() };
    assert!(matches!(journey.step, Step::Overview { .. }));
    std::rc::Rc::make_mut(&mut journey.assessment).responses.competences = Default::default();
    let shown = Shown::of(&state);
    assert!(words(&shown.of_class("results")[0]).contains("ikke valgt noget niveau endnu"));
}

#[test]
fn another_role_is_named_and_leads_back() {
    let mut state = opened("en", &MIXED);
    send(&mut state, Message::ViewedRoleChosen(1));
    let against = words(&Shown::of(&state).of_class("results-head")[0]);
    assert!(against.contains("another role: Deputy head in a shared function"), "{against}");
    assert!(against.contains("Back to Deputy head in a specialist office"), "{against}");
}

#[test]
fn a_manager_is_shown_no_areas_and_is_told_about_the_member_of_staff() {
    let shown = Shown::of(&opened_by("manager", "da", &MIXED));
    assert!(shown.of_class("area").is_empty() && shown.of_class("toggles").is_empty());
    let text = words(&shown.of_class("results")[0]);
    assert!(text.contains("Det bringer medarbejderen med"), "{text}");
    assert!(text.contains("ikke en bedømmelse af medarbejderen"), "{text}");
    assert!(!text.contains("bedømmelse af dig"), "{text}");
}

/// The report on what is shown, for the first role.
fn report(state: &State) -> Report {
    let Status::Ready(session) = &state.status else { panic!("the framework is read") };
    Report::of(&session.framework, 0, &session.journey().expect("there are answers").assessment)
}

/// All that the results say, what is closed as well.
fn all_words(state: &State) -> String {
    screens::text(&Shown::of(state).0)
}

#[test]
fn the_rules_are_one_click_away_with_the_frameworks_own_numbers() {
    let rules = |state: &State| {
        let title = state.wording.text(Key::RulesTitle);
        let about = Shown(Shown::of(state).of_class("about-results").remove(0).children);
        let more = about.of_class("more");
        assert_eq!((more.len(), more[0].tag.as_str()), (1, "details"));
        assert_eq!(attribute(&more[0], "open"), None);
        let text = screens::text(&more[0].children);
        assert!(text.starts_with(&*title), "{text}");
        text
    };
    let always = [Key::RulesClasses, Key::RulesUnknown, Key::RulesStrengths, Key::RulesSummed, Key::RulesFlat];
    for language in ["da", "en"] {
        let (own, managers) = (opened(language, &MIXED), opened_by("manager", language, &MIXED));
        let parameters = report(&own).parameters;
        for (state, has_areas) in [(&own, true), (&managers, false)] {
            let text = rules(state);
            assert!(always.iter().all(|key| text.contains(&*state.wording.text(*key))), "{text}");
            for (key, number) in
                [(Key::RulesStanding, parameters.entry_tolerance), (Key::RulesPractice, parameters.stretch)]
            {
                assert_eq!(text.contains(&*state.wording.count(key, number.into(), &[])), has_areas, "{text}");
            }
            assert!(!text.contains(&*state.wording.text(Key::RulesStage)), "nobody is new");
        }
    }
}

#[test]
fn what_was_never_tried_is_led_to_the_areas_that_give_it() {
    // All that is known is known well, so that areas are within reach.
    let levels: Vec<Option<u8>> = (0..25).map(|place| Some(if place % 5 == 1 { 9 } else { 3 + place % 2 })).collect();
    let state = opened("da", &levels);
    let suggestions = report(&state).suggestions;
    let (chances, set) = (&suggestions.chances, &suggestions.portfolio.areas);
    assert!(!chances.areas.is_empty(), "or this test shows nothing");
    let title = state.wording.text(Key::FirstAreasTitle);
    let shown = on(&state, &SUGGESTIONS);
    let part = shown.of_class("part").into_iter().find(|part| words(part).starts_with(&*title)).expect("it is shown");
    let part = Shown(part.children);
    let reached = chances.reached.to_string();
    let covers = state.wording.count(Key::ChancesCover, chances.of, &[("reached", &reached)]);
    assert!(screens::text(&part.0).contains(&*covers));
    let cards: Vec<_> =
        part.of_class("area").iter().map(|card| attribute(card, "aria-labelledby").unwrap().to_owned()).collect();
    let own: Vec<_> =
        chances.areas.iter().filter(|area| !set.contains(area)).map(|area| format!("rokade-1-area{area}")).collect();
    assert_eq!(cards, own, "what has its card in the set is a line");
    assert_eq!(part.of_class("findings").len(), usize::from(own.len() < chances.areas.len()));
    assert_eq!(
        (shown.of_class("area").len(), shown.of_class("toggles").len()),
        (26, 26),
        "and every area has one card"
    );

    let mut state = state;
    send(&mut state, Message::StepChosen(Step::Paper));
    let paper = all_words(&state);
    let paper = paper.split(&*title).nth(1).expect("it stands on paper");
    let Status::Ready(session) = &state.status else { panic!() };
    for area in &chances.areas {
        assert!(paper.contains(&*session.framework.areas[*area].title.in_language(0)));
    }
}

#[test]
fn who_tried_everything_is_told_of_no_chances() {
    let state = opened("da", &[Some(1), Some(2), Some(3), Some(4), Some(2), Some(1), Some(3)]);
    assert!(!all_words(&state).contains(&*state.wording.text(Key::FirstAreasTitle)));
}

#[test]
fn the_set_tells_one_step_from_two() {
    let state = opened("da", &MIXED);
    let Report { profile, suggestions, .. } = report(&state);
    let set = suggestions.portfolio.areas.iter().flat_map(|area| &suggestions.areas[*area].contributions);
    let practised: Vec<usize> = set.map(|line| line.competence).collect();
    let count = |class: Class| {
        let all = profile.priorities.iter().filter(|place| profile.rows[**place].class == class);
        let some = all.clone().filter(|place| practised.contains(place));
        [some.count().to_string(), all.count().to_string()]
    };
    let [[gaps, all_gaps], [near, all_near]] = [Class::Gap, Class::Near].map(count);
    assert!(all_gaps != "0" && all_near != "0", "or this test shows nothing");
    let values: [(&str, &str); 4] = [("gaps", &gaps), ("allGaps", &all_gaps), ("near", &near), ("allNear", &all_near)];
    let words = state.wording.say(Key::PortfolioSteps, &values);
    assert!(screens::text(&on(&state, &SUGGESTIONS).of_class("portfolio")[0].children).contains(&*words), "{words}");
    assert!(all_words(&state).contains(&*words), "and on the overview");

    // Where all are of one kind, there is nothing to tell apart.
    let near: Vec<Option<u8>> = profile.rows.iter().map(|row| Some(row.role_target.unwrap_or(2).max(1) - 1)).collect();
    let state = opened("da", &near);
    assert!(!all_words(&state).contains("To trin eller mere under:"));
}

#[test]
fn a_level_that_was_agreed_stands_beside_the_roles_own() {
    let state = opened("da", &MIXED);
    let row = report(&state).profile.rows[0];
    let role = row.role_target.expect("the role asks for it");
    let agreed = if role == 4 { 3 } else { role + 1 };
    let Status::Ready(session) = &state.status else { panic!() };
    let label = |level: u8| {
        let level = &session.framework.scale_of(0).levels[usize::from(level)];
        level.short.as_ref().expect("it has a short name").in_language(0)
    };
    let moved = state.wording.say(Key::LevelMoved, &[("level", &label(agreed)), ("role", &label(role))]);
    assert!(!all_words(&state).contains("Rollens eget niveau"));
    let changes = [
        Message::TargetAdjusted { competence: 0, target: Adjustment::Level(agreed) },
        Message::FocusTicked { dimension: 0, is_in_focus: true },
    ];
    for change in changes {
        let is_one = matches!(change, Message::TargetAdjusted { .. });
        let mut state = opened("da", &MIXED);
        for message in [Message::StepChosen(Step::Balance), Message::FocusAgreed(true), change] {
            send(&mut state, message);
        }
        send(&mut state, Message::StepChosen(PROFILE));
        let shown = Shown::of(&state);
        let chart = &shown.of_class("chart-row")[0];
        assert!(screens::text(&chart.children).contains(&*moved), "{moved}");
        let table = screens::text(&shown.of_class("table-wrap")[0].children);
        assert!(table.contains(&*moved));
        let rows = table.matches("Rollens eget niveau").count();
        assert!(if is_one { rows == 1 } else { rows > 1 }, "{rows}");
    }
}

#[test]
fn the_choice_of_a_focus_says_how_many_levels_it_raises() {
    let mut state = opened("da", &MIXED);
    send(&mut state, Message::StepChosen(Step::Balance));
    send(&mut state, Message::FocusAgreed(true));
    assert!(!all_words(&state).contains("Niveauet bliver højere"), "nothing is chosen");
    let before = report(&state).profile.rows;
    send(&mut state, Message::TargetAdjusted { competence: 1, target: Adjustment::Level(0) });
    send(&mut state, Message::FocusTicked { dimension: 0, is_in_focus: true });
    let raised =
        |(before, after): &(&rokade::profile::Row, &rokade::profile::Row)| after.target.level() > before.target.level();
    let after = report(&state).profile.rows;
    let raised = before.iter().zip(&after).filter(raised).count();
    assert!(raised > 1, "or this test shows nothing");
    let words = state.wording.count(Key::FocusRaises, raised, &[]);
    assert!(all_words(&state).contains(&*words), "{words} in {}", all_words(&state));
}

#[test]
fn the_behaviours_answered_highest_and_lowest_stand_beside_their_part() {
    for rater in ["self", "manager"] {
        let mut state = opened_by(rater, "da", &MIXED);
        let Status::Ready(session) = &state.status else { panic!() };
        let framework = session.framework.clone();
        let behaviours = framework.dimensions[1].behaviours.clone();
        for (place, level) in behaviours.clone().zip([1, 3, 4, 2, 3, 3]) {
            send(&mut state, Message::StepChosen(Question::about(Item::Behaviour(place), AfterAnswer::ReturnToCheck)));
            send(&mut state, Message::ResponseGiven(Answer::Rated(level)));
        }
        send(&mut state, Message::StepChosen(PROFILE));
        let key = if rater == "self" { Key::BehavioursOften } else { Key::BehavioursOftenManager };
        let title = state.wording.text(key);
        let parts = Shown::of(&state).of_class("depth");
        let titled: Vec<_> = parts.iter().map(|part| words(part).contains(&*title)).collect();
        assert_eq!(titled.iter().filter(|has| **has).count(), 1, "only where there are answers");
        let seldom = if rater == "self" { Key::BehavioursSeldom } else { Key::BehavioursSeldomManager };
        assert!(words(&parts[1]).contains(&*state.wording.text(seldom)));
        let lines = Shown(parts[1].children.clone()).words_of("li");
        let statement = |nth: usize| {
            let behaviour = &framework.behaviours[behaviours.start + nth];
            let managers = behaviour.manager_statement.as_ref().filter(|_| rater == "manager");
            managers.unwrap_or(&behaviour.statement).in_language(0)
        };
        assert_eq!(lines.len(), 4);
        let told = [(2, "Altid eller næsten altid"), (1, "Ofte"), (4, "Ofte"), (0, "Sjældent")];
        for (line, (nth, often)) in lines.iter().zip(told) {
            let plan = state.wording.text(Key::PlanMake);
            assert_eq!(*line, format!("{} {often} {plan}", statement(nth)), "and can be agreed on");
        }
    }
}

#[test]
fn what_is_said_of_a_competence_is_parted_from_its_name_without_the_styles() {
    for rater in ["self", "manager"] {
        let summary = on(&opened_by(rater, "da", &MIXED), &OVERVIEW).of_class("summary");
        let lists = Shown(summary[0].children.clone()).of_class("findings");
        let lines: Vec<_> = lists.into_iter().flat_map(|list| Shown(list.children).all(false, |_| true)).collect();
        let lines: Vec<_> = lines.iter().filter(|element| element.tag == "li").collect();
        assert!(lines.len() > 3, "strengths and what is worth talking about");
        for line in lines {
            let said: Vec<_> = line.children.iter().map(|piece| screens::text(std::slice::from_ref(piece))).collect();
            let said: Vec<_> = said.iter().filter(|text| !text.is_empty()).collect();
            let is_parted = |pair: &[&String]| pair[0].ends_with(' ') || pair[1].starts_with(' ');
            assert!(said.len() > 1 && said.windows(2).all(is_parted), "{rater}: {said:?}");
        }
    }
}

#[test]
fn with_too_few_answers_the_results_say_so_and_lead_back() {
    // Having had no chance is an answer, too.
    for (levels, is_told) in [(&MIXED[..4], true), (&[Some(9), Some(9), Some(2), Some(1), Some(9)][..], false)] {
        let state = opened("da", levels);
        let said = state.wording.count(Key::TooFewResults, rokade::profile::FEWEST_ANSWERS, &[]);
        let notices = Shown::of(&state).of_class("notice");
        let notice = notices.iter().find(|notice| words(notice).contains(&*said));
        assert_eq!(notice.is_some(), is_told, "{levels:?}");
        if let Some(notice) = notice {
            assert_eq!(screens::offered(&notice.children), [Message::StepChosen(Step::Check)]);
        }
    }
}
