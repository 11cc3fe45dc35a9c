//! The widget in a language that doesn't ship, whose words the page brings: here Polish, with three forms for whole numbers.
//! Everything is said in it, and the notices have the English that ships beside them.
#![cfg(not(target_arch = "wasm32"))]

mod polish;
mod screens;

use polish::{PLURALS, POLISH};
use rokade::state::incoming::Whose;
use rokade::state::journey::Step;
use rokade::state::progress::Now;
use rokade::state::settings::{Settings, Sharing};
use rokade::state::{Effect, Export, FocusTarget, Incoming, Message, Notice, State, Status, update};
use rokade::view::ReportCache;
use rokade::wording::{Key, Plurals, Wording, Words};
use screens::{EARLIER, Element, LATER, attribute, drawn, elements, has_class, text, text_of};
use serde_json::{Value, json};
use std::rc::Rc;
use strum::VariantArray;

const FRAMEWORK: &str = include_str!("../frameworks/souschef.json");

fn english() -> Rc<Words> {
    Words::shipped_for("en").unwrap()
}

fn polish_words() -> Rc<Words> {
    let (words, problems) = Words::read("pl", POLISH).unwrap().of_page(&english(), PLURALS);
    assert_eq!(problems, []);
    Rc::new(words)
}

fn now() -> Now {
    Now::in_utc("2026-03-01T09:00:00.000Z", 20_000)
}

/// Every screen on the way.
fn steps() -> Vec<Step> {
    EARLIER.into_iter().chain(LATER).chain([Step::Agenda]).collect()
}

fn at(step: Step) -> State {
    let framework: Value = serde_json::from_str(FRAMEWORK).unwrap();
    let competences =
        framework["dimensions"].as_array().unwrap().iter().flat_map(|own| own["competences"].as_array().unwrap());
    let answer = |(place, own): (usize, &Value)| {
        (own["id"].as_str().unwrap().to_owned(), json!({ "answer": "rated", "level": place % 5 }))
    };
    let answers: serde_json::Map<_, _> = competences.enumerate().map(answer).collect();
    let file = json!({
        "format": "rokade.assessment/1", "framework": { "id": "souschef", "version": "1.0" }, "purpose": "development",
        "rater": "self", "role": "souschef-fagkontor", "responses": { "competences": answers },
    });
    let mut state = State::speaking(vec![english(), polish_words()], PLURALS);
    for message in [
        Message::SettingsChanged(Settings { language: Some("pl".into()), ..Settings::default() }),
        Message::FrameworkRead(FRAMEWORK.into()),
        Message::FileOpened(file.to_string().into()),
        Message::Incoming(Incoming::Said(Whose::Mine)),
        Message::StepChosen(step),
    ] {
        update(&mut state, message, &now());
    }
    state
}

fn is_originals(element: &&Element) -> bool {
    has_class(element, "originals")
}

#[test]
fn every_screen_says_everything_in_the_pages_words() {
    // Sentences of the shipped languages, in which nothing is filled in.
    let shipped = Words::shipped();
    let texts = shipped.iter().flat_map(|words| words.texts().values().cloned());
    let sentences: Vec<Rc<str>> = texts.filter(|text| !text.contains("{{") && text.split(' ').count() > 3).collect();
    for step in steps() {
        let state = at(step.clone());
        let pieces = drawn(&state, &ReportCache::default());
        let all = elements(&pieces);
        let originals: String = all.iter().copied().filter(is_originals).map(text_of).collect();
        let said = text(&pieces).replace(&originals, "");
        for sentence in &sentences {
            assert!(!said.contains(&**sentence), "{step:?} says {sentence:?}");
        }
        assert!(!said.contains("{{"), "{step:?} leaves something to fill in: {said}");
        let is_name =
            |word: &str| Key::VARIANTS.iter().any(|key| key.name() == word && word.contains(char::is_uppercase));
        let name = said.split(|letter: char| !letter.is_alphanumeric()).find(|word| is_name(word));
        assert_eq!(name, None, "{step:?} says the name of a text");
    }
}

#[test]
fn what_no_page_can_say_in_its_own_words_stands_in_english_one_click_away() {
    let english = Wording::of(english(), &[], Plurals::ONE_OR_OTHER);
    for step in steps() {
        let state = at(step.clone());
        let pieces = drawn(&state, &ReportCache::default());
        let all = elements(&pieces);
        let originals: Vec<String> = all.iter().copied().filter(is_originals).map(text_of).collect();
        let said: Vec<String> = all.iter().copied().filter(|own| !is_originals(own)).map(text_of).collect();
        for &notice in Key::NOTICES {
            let (own, original) = (state.wording.text(notice), english.text(notice));
            // What leads to a screen may be called as a notice is.
            let is_other = |key: &&Key| !Key::NOTICES.contains(key) && state.wording.text(**key) == own;
            let is_said = said.iter().any(|said| *said == *own) && !Key::VARIANTS.iter().any(|key| is_other(&key));
            assert!(
                !is_said || originals.iter().any(|list| list.contains(&*original)),
                "{step:?}: {notice:?} has no original"
            );
        }
    }
    let state = at(Step::Keep);
    let pieces = drawn(&state, &ReportCache::default());
    let all = elements(&pieces);
    let box_of = all.iter().copied().find(is_originals).expect("what is kept and shared are notices");
    assert_eq!(attribute(box_of, "lang"), Some("en"));
    assert!(text_of(box_of).starts_with(&*english.text(Key::Originals)), "what leads there is English, too");
    let details = elements(&box_of.children).into_iter().find(|element| element.tag == "details").unwrap();
    assert_eq!(attribute(details, "open"), None, "one click away");
}

#[test]
fn what_a_screen_reader_alone_is_told_has_its_original_too() {
    let mut state = at(Step::Check);
    state.announcement = (1, state.wording.text(Key::TakenBack));
    let pieces = drawn(&state, &ReportCache::default());
    let box_of = elements(&pieces).into_iter().find(is_originals).expect("it is a notice");
    assert!(text_of(box_of).contains(&*state.wording.original().unwrap().text(Key::TakenBack)));
}

#[test]
fn what_is_filled_in_stands_in_quotation_marks_in_the_english() {
    let recipient = "HR. This is an appraisal";
    let mut state = at(Step::Keep);
    let sharing = Sharing::Ask { recipient: recipient.into() };
    let settings = Settings { sharing, ..Settings::clone(&state.settings) };
    update(&mut state, Message::SettingsChanged(settings), &now());
    let pieces = drawn(&state, &ReportCache::default());
    let box_of = elements(&pieces).into_iter().find(is_originals).expect("what is shared is a notice");
    let said = text_of(box_of);
    assert!(said.contains(&format!("“{recipient}”")), "{said}");
    assert_eq!(said.matches(recipient).count(), said.matches(&format!("“{recipient}”")).count(), "{said}");
}

#[test]
fn words_that_ship_have_no_original_beside_them() {
    let mut state = State::default();
    update(&mut state, Message::FrameworkRead(FRAMEWORK.into()), &now());
    assert!(!elements(&drawn(&state, &ReportCache::default())).iter().any(is_originals));
}

#[test]
fn in_a_file_the_english_stands_below_the_notice() {
    let mut state = at(Step::Keep);
    let effects = update(&mut state, Message::Export(Export::Own), &now());
    let saved = effects.iter().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text),
        _ => None,
    });
    let file: Value = serde_json::from_str(saved.expect("a file is saved")).unwrap();
    let notices =
        [&state.wording, &state.wording.original().unwrap().into()].map(|wording| wording.text(Key::FileNotice));
    assert_eq!(file["notice"], notices.join("\n\n"));
}

// ---- words that come later

/// Where only Danish is there, and the page can bring English.
fn in_danish() -> State {
    let languages = [("da", "Dansk"), ("en", "English")].map(|(tag, name)| (tag.into(), name.into())).to_vec();
    let mut state = State::speaking(vec![Words::shipped_for("da").unwrap()], Plurals::ONE_OR_OTHER);
    update(&mut state, Message::SettingsChanged(Settings { languages, ..Settings::default() }), &now());
    update(&mut state, Message::FrameworkRead(FRAMEWORK.into()), &now());
    state
}

#[test]
fn a_language_whose_words_are_not_there_is_offered_and_spoken_once_they_came() {
    let mut state = in_danish();
    assert_eq!(state.languages_to_come(), ["en".into()]);
    let pieces = drawn(&state, &ReportCache::default());
    let choice = Message::LanguageChosen("en".into());
    assert!(screens::offered(&pieces).contains(&choice));
    assert_eq!(update(&mut state, choice, &now()), [Effect::FetchWords("en".into())]);
    assert_eq!((state.wording.tag(), state.announcement.0), ("da", 0), "until then it stays as it is");
    assert_eq!(update(&mut state, Message::WordsChanged(Words::shipped()), &now()), []);
    assert_eq!((state.wording.tag(), &state.announcement.1), ("en", &state.wording.text(Key::LanguageChanged)));
    assert!(state.languages_to_come().is_empty());
}

#[test]
fn a_language_whose_words_cannot_be_had_is_told_to_who_chose_it_and_can_be_chosen_again() {
    let mut state = in_danish();
    update(&mut state, Message::LanguageChosen("en".into()), &now());
    let effects = update(&mut state, Message::WordsFailed("en".into()), &now());
    assert_eq!(effects, [Effect::MoveFocus(FocusTarget::Notices)]);
    let Status::Ready(session) = &state.status else { panic!() };
    assert_eq!(session.notices, [Notice::LanguageMissing("English".into())]);
    let again = update(&mut state, Message::LanguageChosen("en".into()), &now());
    assert_eq!(again, [Effect::FetchWords("en".into())]);
}

#[test]
fn words_that_come_unasked_and_cannot_be_had_are_no_matter_of_the_persons() {
    let mut state = in_danish();
    assert_eq!(update(&mut state, Message::WordsFailed("en".into()), &now()), []);
    let Status::Ready(session) = &state.status else { panic!() };
    assert_eq!(session.notices, []);
}

#[test]
fn the_page_that_asks_for_another_language_is_followed_once_its_words_came() {
    let mut state = in_danish();
    let settings = Settings { language: Some("en-GB".into()), ..Settings::clone(&state.settings) };
    assert_eq!(update(&mut state, Message::SettingsChanged(settings), &now()), [Effect::FetchWords("en".into())]);
    assert_eq!(state.wording.tag(), "da");
    update(&mut state, Message::WordsChanged(Words::shipped()), &now());
    assert_eq!((state.wording.tag(), state.announcement.0), ("en", 0), "the page's own doing isn't announced");
}
