//! The five screens that the results are told on, and the way from each to the others.
//!
//! Knows nothing of what stands on them.

use crate::assessment::Rater;
use crate::state::Message;
use crate::state::journey::{Journey, Step};
use crate::view::context::View;
use crate::view::pieces::{MenuItem, menu as menu_of, text};
use crate::wording::Key;
use std::mem::discriminant;
use yew::{Html, html};

/// The menu, with the screen that is shown marked.
pub fn menu(view: &View, journey: &Journey) -> Html {
    let current = &journey.step;
    let viewed_role = current.viewed_role().unwrap_or(journey.role);
    let screens = [
        (Key::MenuOverview, Step::Overview { viewed_role }),
        (Key::MenuProfile, Step::Profile { viewed_role }),
        (Key::MenuSuggestions, Step::Suggestions { viewed_role, at_hand: None }),
        (Key::MenuPlan, Step::Plan),
        (Key::KeepTitle, Step::Keep),
    ];
    let framework = view.framework();
    let has = |step: &Step| journey.has(framework, step) && (journey.has_plan() || *step != Step::Plan);
    let item = |(key, step): (Key, Step)| MenuItem {
        words: view.text(key),
        is_current: discriminant(&step) == discriminant(current),
        message: Message::StepChosen(step),
    };
    let items = screens.into_iter().filter(|(_, step)| has(step)).map(item).collect();
    menu_of(view, view.of_framework(&framework.title), items)
}

/// Under each screen's heading: which role, whose answers, and from when.
pub fn about(view: &View, journey: &Journey) -> Html {
    let key = match (journey.assessment.rater, journey.label.is_empty()) {
        (Rater::Myself, _) => Key::ResultsOwn,
        (Rater::Manager, true) => Key::ResultsManagers,
        (Rater::Manager, false) => Key::ResultsManagersAbout,
    };
    let day = view.day_changed(&journey.assessment);
    let values: [(&str, &str); 3] = [("role", &view.role(journey.role)), ("day", &day), ("label", &journey.label)];
    html! { <p class="meta whose">{ text(view.say(key, &values)) }</p> }
}
