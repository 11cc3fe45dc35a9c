//! What somebody writes: it is in the state with every key, and no drawing takes it away from under their hands.
#![cfg(not(target_arch = "wasm32"))]

mod screens;

use rokade::assessment::{Answer, Purpose, Rater};
use rokade::state::journey::Step;
use rokade::state::progress::Now;
use rokade::state::settings::Settings;
use rokade::state::{Effect, Message, PlanFor, Planning, State, Status, update};
use rokade::view::{Act, ReportCache, Typing};
use screens::{Element, attribute};

const SOUSCHEF: &str = include_str!("../frameworks/souschef.json");

/// A person in front of the widget.
#[derive(Clone)]
struct Person {
    state: State,
    typing: Option<Typing>,
}

impl Person {
    /// One who has answered everything with the lowest level, in this language.
    fn with_results(language: &str) -> Self {
        let settings = Settings {
            language: Some(language.into()),
            purpose: Some(Purpose::Development),
            rater: Some(Rater::Myself),
            ..Settings::default()
        };
        let mut person = Self { state: State::default(), typing: None };
        person.does(Message::SettingsChanged(settings));
        person.does(Message::FrameworkRead(SOUSCHEF.into()));
        person.does(Message::RoleChosen(0));
        person.does(Message::Begun);
        for place in 0..25 {
            person.does(Message::ResponseGiven(Answer::Rated(place % 3)));
            person.does(Message::Continued);
            person.does(Message::Continued);
        }
        person.does(Message::StepChosen(Step::Overview { viewed_role: 0 }));
        person
    }

    fn does(&mut self, message: Message) -> Vec<Effect> {
        update(&mut self.state, message, &Now::in_utc("2026-03-01T09:00:00.000Z", 20_000))
    }

    fn elements(&self) -> Vec<Element> {
        screens::assert_sound(&self.state, &screens::drawn(&self.state, &ReportCache::default()));
        let pieces = screens::drawn_while(&self.state, &ReportCache::default(), self.typing.clone());
        screens::elements(&pieces).into_iter().cloned().collect()
    }

    fn field(&self, name: &str) -> Element {
        let id = format!("rokade-1-{name}");
        self.elements().into_iter().find(|own| attribute(own, "id") == Some(&*id)).unwrap_or_else(|| panic!("no {id}"))
    }

    /// What a field shows.
    fn shown(&self, name: &str) -> String {
        self.field(name).value.expect("it holds something")
    }

    /// Writes this without leaving the field, as far as the widget hears of it.
    fn writes(&mut self, name: &str, written: &str) -> Vec<Effect> {
        let Some(Act::Write { message, drawn }) = self.field(name).act else { panic!("it can't be written in") };
        let message = message(written.into());
        self.typing = Some(Typing { field: format!("rokade-1-{name}"), written: written.into(), drawn });
        self.does(message)
    }

    /// Writes this, but the widget doesn't hear of it yet.
    fn begins_to_write(&mut self, name: &str, written: &str) {
        let drawn = match self.field(name).act {
            Some(Act::Write { drawn, .. } | Act::Search { drawn, .. }) => drawn,
            _ => panic!("it can't be written in"),
        };
        self.typing = Some(Typing { field: format!("rokade-1-{name}"), written: written.into(), drawn });
    }
}

/// Every field that somebody writes in, with the way there.
fn every_field() -> Vec<(Person, &'static str)> {
    let mut plan = Person::with_results("da");
    plan.does(Message::StepChosen(Step::Plan));
    plan.does(Message::Planning(Planning::Added(PlanFor::Nothing)));
    let mut label = Person { state: State::default(), typing: None };
    let settings = Settings { purpose: Some(Purpose::Development), rater: Some(Rater::Manager), ..Settings::default() };
    label.does(Message::SettingsChanged(settings));
    label.does(Message::FrameworkRead(SOUSCHEF.into()));
    let mut results = Person::with_results("da");
    results.does(Message::StepChosen(Step::Profile { viewed_role: 0 }));
    let example = results.elements().into_iter().find(|own| own.tag == "textarea").expect("an example is asked for");
    let example: &str = attribute(&example, "id").and_then(|id| id.strip_prefix("rokade-1-")).expect("it has an id");
    let written = ["goal", "why", "activity", "support", "sign", "outcome"];
    let mut fields: Vec<_> = written.into_iter().map(|name| (plan.clone(), format!("plan0-{name}"))).collect();
    fields.extend([(label, "label".to_owned()), (results.clone(), example.to_owned())]);
    fields.into_iter().map(|(person, name)| (person, &*name.leak())).collect()
}

#[test]
fn what_is_written_is_kept_with_every_key() {
    for (mut person, name) in every_field() {
        for written in ["O", "Or", "Ord"] {
            let effects = person.writes(name, written);
            assert_eq!(person.shown(name), written, "{name}");
            let is_kept = |effect: &Effect| matches!(effect, Effect::HandOverProgress(Some(text)) if text.contains(&format!("\"{written}\"")));
            // Whom it is about is asked before there is anything to keep.
            assert!(name == "label" || effects.iter().any(is_kept), "{name}: {effects:?}");
        }
        assert!(person.field(name).act.is_some_and(|act| act.hears("input") && act.hears("change")), "{name}");
    }
}

#[test]
fn a_redraw_for_another_reason_leaves_what_is_being_written() {
    for (mut person, name) in every_field() {
        let before = person.shown(name);
        person.begins_to_write(name, "Noget, der endnu ikke er hørt");
        assert_eq!(person.shown(name), "Noget, der endnu ikke er hørt", "{name}");
        person.does(Message::LanguageChosen("en".into()));
        assert_eq!(person.shown(name), "Noget, der endnu ikke er hørt", "{name}");
        person.typing = None;
        assert_eq!(person.shown(name), before, "what nobody writes in holds what is known: {name}");
    }
}

#[test]
fn what_becomes_of_a_field_from_elsewhere_shows_also_while_it_is_written_in() {
    let mut person = Person::with_results("da");
    person.does(Message::StepChosen(Step::Plan));
    person.does(Message::Planning(Planning::Added(PlanFor::Nothing)));
    person.does(Message::Planning(Planning::Added(PlanFor::Nothing)));
    person.writes("plan1-goal", "Det andet");
    person.begins_to_write("plan0-goal", "Det første, uhørt");
    person.does(Message::Planning(Planning::Removed(0)));
    assert_eq!(person.shown("plan0-goal"), "Det andet", "the agreement that took its place");
}

#[test]
fn a_search_shows_what_was_found_once_it_was_taken() {
    let framework = screens::framework_with_roles(9);
    let mut person = Person { state: State::default(), typing: None };
    person.does(Message::FrameworkRead(framework.as_str().into()));
    person.begins_to_write("role-0", "rolle");
    assert_eq!(person.shown("role-0"), "rolle", "it stays while it is written");
    let Some(Act::Search { message, .. }) = person.field("role-0").act else { panic!("it can't be searched in") };
    person.does(message("rolle 3".into()));
    person.typing = None;
    assert_eq!(person.shown("role-0"), "Rolle 3");
    assert!(person.field("role-0").act.is_some_and(|act| !act.hears("input")), "it is taken once it is left");
}

#[test]
fn what_somebody_writes_in_is_not_folded_away() {
    let is_open = |person: &Person, name: &str| {
        let id = format!("rokade-1-{name}");
        let details = person.elements().into_iter().filter(|own| own.tag == "details");
        let around = details
            .filter(|own| screens::elements(&own.children).iter().any(|field| attribute(field, "id") == Some(&*id)));
        around.last().is_some_and(|details| attribute(&details, "open").is_some())
    };
    let (mut person, example) = every_field().pop().expect("the example comes last");
    assert!(!is_open(&person, example));
    person.writes(example, "E");
    assert!(is_open(&person, example));
    person.writes(example, "");
    assert!(is_open(&person, example), "nothing is left of it, but somebody is at it");
    person.typing = None;
    assert!(!is_open(&person, example));

    let mut plan = Person::with_results("da");
    plan.does(Message::StepChosen(Step::Plan));
    plan.does(Message::Planning(Planning::Added(PlanFor::Nothing)));
    // A year is written digit by digit, and the first of them is long ago.
    for year in ["0002", "0020", "0202", "2027"] {
        plan.writes("plan0-follow-up", &format!("{year}-03-01"));
        assert!(is_open(&plan, "plan0-follow-up"), "{year}");
    }
    assert!(matches!(plan.state.status, Status::Ready(_)));
}
