//! Frameworks of a thousand competences and hundreds of areas: no drawing is large, and nothing is left out in the end.
#![cfg(not(target_arch = "wasm32"))]

mod screens;

use rokade::state::incoming::Whose;
use rokade::state::journey::Step;
use rokade::state::progress::Now;
use rokade::state::{Incoming, Message, State, Status, update};
use rokade::view::{Act, ReportCache, Sight, screen};
use screens::{Element, Piece, has_class};
use serde_json::{Map, Value, json};

const COMPETENCES: usize = 1_000;
const AREAS: usize = 500;

/// A number that looks like chance and is the same each time.
fn number(place: usize, below: usize) -> usize {
    (place * 7919 + 104_729) % below
}

fn framework() -> String {
    let levels = ["0", "1", "2", "3", "4"].map(|label| json!({ "label": label }));
    let id = |place: usize| format!("c{}", place % COMPETENCES);
    let some = |from: usize, count: usize| -> Map<String, Value> {
        (0..count).map(|step| (id(number(from + step * 31, COMPETENCES)), json!(1 + number(from + step, 4)))).collect()
    };
    let dimension = |dimension: usize| {
        let competence = |place: usize| json!({ "id": id(place), "title": format!("K{place}"), "statement": "S" });
        let competences: Vec<_> = (dimension * 20..dimension * 20 + 20).map(competence).collect();
        json!({ "id": format!("d{dimension}"), "title": format!("D{dimension}"), "competences": competences })
    };
    let area = |area: usize| {
        json!({
            "id": format!("a{area}"), "title": format!("A{area}"), "kind": "taskChange", "route": "developmentPlan",
            "entry": some(area, 4), "practice": some(area + 7, 6),
        })
    };
    let targets: Map<String, Value> = (0..COMPETENCES).map(|place| (id(place), json!(1 + number(place, 4)))).collect();
    json!({
        "format": "rokade.framework/1", "id": "large", "version": "1", "languages": ["da"], "title": "Stort",
        "scales": [{ "id": "s", "levels": levels }], "competenceScale": "s",
        "dimensions": (0..COMPETENCES / 20).map(dimension).collect::<Vec<_>>(),
        "roles": [{ "id": "r", "title": "R", "targets": targets }],
        "areas": (0..AREAS).map(area).collect::<Vec<_>>(),
    })
    .to_string()
}

/// Everything answered, on its results.
fn with_results() -> State {
    let response = |place: usize| (format!("c{place}"), json!({ "answer": "rated", "level": number(place, 5) }));
    let responses: Map<String, Value> = (0..COMPETENCES).map(response).collect();
    let file = json!({
        "format": "rokade.assessment/1", "framework": { "id": "large", "version": "1" }, "purpose": "development",
        "rater": "self", "role": "r", "responses": { "competences": responses },
    });
    let mut state = State::default();
    does(&mut state, Message::FrameworkRead(framework().into()));
    does(&mut state, Message::FileOpened(file.to_string().into()));
    does(&mut state, Message::Incoming(Incoming::Said(Whose::Mine)));
    state
}

fn does(state: &mut State, message: Message) {
    update(state, message, &Now::in_utc("2026-03-01T09:00:00.000Z", 20_000));
}

/// What is drawn with so many rows, and whether there is more.
fn drawn(state: &State, reports: &ReportCache, rows: Option<usize>) -> (Vec<Piece>, bool) {
    let drawn = screen(state, reports, 1, |day, _| day[..10].to_owned(), Sight { rows, ..Sight::default() });
    let is_unfinished = drawn.is_unfinished;
    (screens::pieces(drawn), is_unfinished)
}

/// As many rows more are drawn at a time (src/component.rs).
const ROWS_AT_A_TIME: usize = 200;
/// What a browser draws in a tenth of a second, and a slow one in half a second.
const MOST_ELEMENTS: usize = 7_500;

#[test]
fn a_long_screen_is_drawn_bit_by_bit_and_in_the_end_whole() {
    let mut state = with_results();
    let (overview, levels) = (Step::Overview { viewed_role: 0 }, Step::Profile { viewed_role: 0 });
    let suggestions = Step::Suggestions { viewed_role: 0, at_hand: None };
    for step in [overview, levels, suggestions, Step::Check, Step::Areas { beyond: None }, Step::Plan, Step::Keep] {
        does(&mut state, Message::StepChosen(step.clone()));
        let reports = ReportCache::default();
        let (mut before, mut rows) = (0, ROWS_AT_A_TIME);
        loop {
            let (pieces, is_unfinished) = drawn(&state, &reports, Some(rows));
            let elements = screens::elements(&pieces).len();
            assert!(elements <= before + MOST_ELEMENTS, "{step:?}: {before} to {elements} with {rows} rows");
            let tells = screens::text(&pieces).contains("Resten er på vej");
            assert!(tells || !is_unfinished, "that there is more is said");
            if !is_unfinished {
                let (whole, _) = drawn(&state, &reports, None);
                assert_eq!(elements, screens::elements(&whole).len(), "{step:?}");
                break;
            }
            assert!(screens::elements(&pieces).iter().any(|own| screens::attribute(own, "data-focus").is_some()));
            (before, rows) = (elements, rows + ROWS_AT_A_TIME);
        }
    }
}

#[test]
fn what_is_folded_away_in_a_large_framework_is_drawn_once_it_is_opened() {
    let state = with_results();
    let reports = ReportCache::default();
    let folded = |pieces: &[Piece]| -> Vec<String> {
        let name = |own: &Element| match &own.act {
            Some(Act::Unfold(name)) => Some(name.to_string()),
            _ => None,
        };
        screens::elements(pieces).into_iter().filter_map(name).collect()
    };
    let cards = |pieces: &[Piece]| screens::elements(pieces).iter().filter(|own| has_class(own, "area")).count();
    let overview = folded(&drawn(&state, &reports, None).0);
    let (mut levels, mut state) = (state.clone(), state);
    does(&mut levels, Message::StepChosen(Step::Profile { viewed_role: 0 }));
    does(&mut state, Message::StepChosen(Step::Suggestions { viewed_role: 0, at_hand: None }));
    let levels_folded = folded(&drawn(&levels, &reports, None).0);
    let (pieces, _) = drawn(&state, &reports, None);
    let names = folded(&pieces);
    let all = [&overview[..], &levels_folded, &names].concat();
    for name in ["ranking", "table", "strengths", "gaps"] {
        assert!(all.iter().any(|own| own == name), "{name} in {all:?}");
    }
    assert!(cards(&pieces) < 20, "only the first are drawn");
    let unfold = |state: &State, names: &[String]| {
        let unfolded = names.iter().map(|name| name.clone().into()).collect();
        screens::pieces(screen(
            state,
            &reports,
            1,
            |day, _| day[..10].to_owned(),
            Sight { unfolded, ..Sight::default() },
        ))
    };
    let opened = unfold(&state, &names);
    assert!(cards(&opened) > 100, "{}", cards(&opened));
    assert!(folded(&opened).iter().all(|name| !names.contains(name)), "they stay drawn");
    let table = unfold(&levels, &levels_folded);
    let rows = screens::elements(&table).into_iter().filter(|own| own.tag == "tr").count();
    assert!(rows > COMPETENCES, "the table holds every competence");
}

#[test]
fn the_pages_to_print_hold_everything_at_once() {
    let mut state = with_results();
    does(&mut state, Message::StepChosen(Step::Paper));
    let (pieces, is_unfinished) = drawn(&state, &ReportCache::default(), Some(0));
    assert!(!is_unfinished);
    let rows = screens::elements(&pieces).into_iter().filter(|own| has_class(own, "chart-row")).count();
    assert_eq!(rows, COMPETENCES);
    assert!(matches!(state.status, Status::Ready(_)));
}
