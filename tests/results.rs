//! What the results show, looked at as markup: words before numbers, the same in picture and table, and nothing lost.
#![cfg(not(target_arch = "wasm32"))]

mod screens;

use rokade::state::journey::Step;
use rokade::state::progress::Now;
use rokade::state::settings::Settings;
use rokade::state::{Message, Screen, State, Status, update};
use rokade::view::{ReportCache, Sight, screen};
use screens::{Element, Piece, attribute};

const FRAMEWORK: &str = include_str!("../frameworks/souschef.json");

/// The results of an assessment file, shown in a language.
struct Shown(Vec<Piece>);

impl Shown {
    fn of(state: &State) -> Self {
        Self(screens::pieces(screen(state, &ReportCache::default(), 1, |day, _| format!("({day})"), Sight::default())))
    }

    /// Every element that `wanted` takes, in reading order. What is closed counts only when `everything` does.
    fn all(&self, everything: bool, wanted: impl Fn(&Element) -> bool) -> Vec<Element> {
        fn look(pieces: &[Piece], everything: bool, wanted: &dyn Fn(&Element) -> bool, found: &mut Vec<Element>) {
            for piece in pieces {
                let Piece::Element(element) = piece else { continue };
                if wanted(element) {
                    found.push((**element).clone());
                }
                if everything || element.tag != "details" {
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
    update(state, message, &Now { iso: "2026-03-01T09:00:00Z".into(), day: 20_000 });
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

fn results(language: &str) -> Shown {
    Shown::of(&opened(language, &MIXED))
}

#[test]
fn nothing_is_said_in_points_or_per_cent_before_the_reader_asks() {
    for language in ["da", "en"] {
        let shown = results(language);
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
    assert!(!results("da").of_class("points").is_empty());
}

#[test]
fn every_competence_has_its_picture_whose_name_says_the_conclusion() {
    let shown = results("da");
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
    assert!(feedback.starts_with("Udviklende feedback: Et stykke fra niveauet. Dit svar: »Jeg gør"), "{feedback}");
    assert!(feedback.contains("Rollens niveau: »Jeg gør det også, når det er nyt eller svært«"), "{feedback}");
}

#[test]
fn the_table_says_the_same_as_the_picture() {
    let shown = results("en");
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
    let shown = results("da");
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
    let shown = results("da");
    let cards = shown.of_class("area");
    let wishes = shown.of_class("segments");
    assert_eq!((cards.len(), wishes.len()), (26, 26));
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
    assert!(!is_shown(&state), "it is far down the list, one click away");
    send(&mut state, Message::AreaWished { area, wish: 2 });
    assert!(is_shown(&state));
}

#[test]
fn declining_a_suggestion_puts_it_apart_with_its_wish_and_the_set_changes() {
    let mut state = opened("da", &MIXED);
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
    assert_eq!(Shown::of(&state).of_class("segments").len(), 26, "the wish can be taken back");
}

#[test]
fn a_flat_profile_is_told_so_and_gets_no_set() {
    let shown = Shown::of(&opened("da", &[Some(1); 25]));
    assert!(shown.of_class("portfolio").is_empty());
    let notices: Vec<_> = shown.of_class("notice").iter().map(words).collect();
    assert!(notices.iter().any(|words| words.contains("samme trin")), "{notices:?}");
}

#[test]
fn without_answers_the_results_say_so() {
    let mut state = opened("da", &[Some(9)]);
    let Status::Ready(session) = &mut state.status else { panic!() };
    let Screen::Journey(journey) = &mut session.screen else { panic!() };
    assert!(matches!(journey.step, Step::Results { .. }));
    std::rc::Rc::make_mut(&mut journey.assessment).responses.competences = Default::default();
    let shown = Shown::of(&state);
    assert!(words(&shown.of_class("results")[0]).contains("ikke valgt noget niveau endnu"));
}

#[test]
fn another_role_is_named_and_leads_back() {
    let mut state = opened("en", &MIXED);
    send(&mut state, Message::ViewedRoleChosen(1));
    let against = words(&Shown::of(&state).of_class("against")[0]);
    assert!(against.contains("another role: Deputy head in a shared function"), "{against}");
    assert!(against.contains("Back to Deputy head in a specialist office"), "{against}");
}

#[test]
fn a_manager_is_shown_no_areas_and_is_told_about_the_member_of_staff() {
    let shown = Shown::of(&opened_by("manager", "da", &MIXED));
    assert!(shown.of_class("area").is_empty() && shown.of_class("segments").is_empty());
    let text = words(&shown.of_class("results")[0]);
    assert!(text.contains("Det bringer medarbejderen med"), "{text}");
    assert!(text.contains("ikke en bedømmelse af medarbejderen"), "{text}");
    assert!(!text.contains("bedømmelse af dig"), "{text}");
}
