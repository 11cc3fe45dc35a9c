//! What the answers come to, on screens that each answer one question: in short, beside the role's levels, and as suggestions.
//! The plan and what leaves have screens of their own.
//!
//! Everything is drawn from the report, which follows every change at once. The first layer is words only; points stand
//! where the reader asks how an order came about.

pub mod menu;
pub mod seen;

mod area_card;
mod chances;
mod examples;
mod frame;
mod next_stage;
mod overview;
mod profile;
mod profile_chart;
mod profile_table;
mod roles;
mod suggestions;
mod summary;

use super::check::balance_words;
use super::context::View;
use super::pieces::text;
use crate::assessment::Purpose;
use crate::state::journey::Journey;
pub use frame::Page;
use seen::Results;
use yew::{Html, html};

/// The screen, seen against the role at this place.
pub fn results(view: &View, journey: &Journey, page: Page, viewed_role: usize) -> Html {
    let results = Results { view, journey, viewed_role, report: view.report(journey, viewed_role) };
    match page {
        Page::Overview => overview::overview(&results),
        Page::Profile => profile::profile(&results),
        Page::Suggestions => suggestions::suggestions(&results),
    }
}

/// The same for paper, seen against the person's own role: the words with the picture, and the suggestions.
pub fn for_paper(view: &View, journey: &Journey) -> (Html, Html) {
    let viewed_role = journey.role;
    let results = Results { view, journey, viewed_role, report: view.report(journey, viewed_role) };
    let suggestions = match journey.asks_areas(view.framework()) {
        true => suggestions::for_paper(&results),
        false => Html::default(),
    };
    let first = match journey.assessment.purpose {
        Purpose::Development => Html::default(),
        Purpose::Exploration => html! { <>{ roles::roles(&results) }{ roles::questions(&results) }</> },
        Purpose::Onboarding => {
            html! { <>{ next_stage::not_tried(&results) }{ next_stage::next_stage(&results) }</> }
        }
    };
    let preparation = html! {
        <>
            if journey.assessment.targets.is_agreed() {
                <p>{ text(balance_words(view, journey)) }</p>
            }
            { first }
            { summary::summary(&results) }
            { profile_chart::profile_chart(&results) }
        </>
    };
    (preparation, suggestions)
}
