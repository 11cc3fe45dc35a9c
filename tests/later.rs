//! The screens after the questions while the part of the wasm that draws them is on its way, or can't be had.
#![cfg(not(target_arch = "wasm32"))]

mod screens;

use rokade::state::incoming::Whose;
use rokade::state::journey::Step;
use rokade::state::progress::Now;
use rokade::state::settings::Settings;
use rokade::state::{Export, Incoming, Message, State, update};
use rokade::view::{Act, LaterScreens, ReportCache, Sight, screen};
use rokade::wording::{Key, Plurals, Wording, Words};
use screens::{EARLIER, LATER, Piece, attribute, offered};
use serde_json::json;

const FRAMEWORK: &str = include_str!("../frameworks/souschef.json");

/// Answers that were opened from a file, at this step.
fn at(step: Step, words: &Words) -> State {
    let file = json!({
        "format": "rokade.assessment/1", "framework": { "id": "souschef", "version": "1.0" }, "purpose": "development",
        "rater": "self", "role": "souschef-fagkontor", "responses": { "competences": {} },
    });
    let settings = Settings { language: Some(words.tag.clone()), ..Settings::default() };
    let mut state = State::default();
    let messages = [
        Message::SettingsChanged(settings),
        Message::FrameworkRead(FRAMEWORK.into()),
        Message::FileOpened(file.to_string().into()),
        Message::Incoming(Incoming::Said(Whose::Mine)),
        Message::StepChosen(step),
    ];
    for message in messages {
        update(&mut state, message, &Now::in_utc("2026-03-01T09:00:00.000Z", 20_000));
    }
    state
}

fn drawn(state: &State, later_screens: LaterScreens) -> Vec<Piece> {
    let sight = Sight { later_screens, ..Sight::default() };
    screens::pieces(screen(state, &ReportCache::default(), 1, |day, _| day[..10].to_owned(), sight))
}

fn heading(pieces: &[Piece]) -> String {
    let heading = screens::elements(pieces).into_iter().find(|own| attribute(own, "data-focus") == Some("heading"));
    screens::text_of(heading.expect("each screen has a heading that the focus goes to"))
}

#[test]
fn while_the_later_screens_are_on_their_way_that_is_said_and_the_answers_can_be_saved() {
    for words in Words::shipped() {
        let wording = Wording::of(words.clone(), &[], Plurals::ONE_OR_OTHER);
        for step in LATER {
            let pieces = drawn(&at(step.clone(), &words), LaterScreens::OnTheirWay);
            assert_eq!(heading(&pieces), &*wording.text(Key::LaterOnItsWay), "{step:?}");
            assert!(offered(&pieces).contains(&Message::Export(Export::Own)), "{step:?}");
        }
    }
}

#[test]
fn later_screens_that_cannot_be_had_can_be_asked_for_again_and_the_answers_stay_in_reach() {
    for words in Words::shipped() {
        let wording = Wording::of(words.clone(), &[], Plurals::ONE_OR_OTHER);
        for step in LATER {
            let pieces = drawn(&at(step.clone(), &words), LaterScreens::Missing);
            assert_eq!(heading(&pieces), &*wording.text(Key::LaterMissing), "{step:?}");
            let again = screens::elements(&pieces).into_iter().find(|own| matches!(own.act, Some(Act::Fetch)));
            assert_eq!(screens::text_of(again.expect("it can be tried again")), &*wording.text(Key::LaterFetchAgain));
            let offered = offered(&pieces);
            for message in [Message::Export(Export::Own), Message::StepChosen(Step::Check)] {
                assert!(offered.contains(&message), "{step:?}: {message:?}");
            }
        }
    }
}

#[test]
fn questions_and_their_answers_need_no_later_screen() {
    for step in EARLIER {
        let state = at(step.clone(), &Words::shipped()[0]);
        let there = screens::html(&drawn(&state, LaterScreens::There));
        assert_eq!(screens::html(&drawn(&state, LaterScreens::Missing)), there, "{step:?}");
    }
}
