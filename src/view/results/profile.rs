//! The second of the results' screens: every competence beside its level, as a picture and as a table, with the way to
//! change an answer or go into depth.

use super::frame::{Page, head};
use super::seen::Results;
use super::{examples, next_stage, profile_chart};
use crate::assessment::Purpose;
use crate::state::Message;
use crate::state::journey::Step;
use crate::view::pieces::{Weight, button, jump, jumps, search_among};
use crate::view::{check, compare};
use crate::wording::Key;
use yew::{Html, html};

/// With more competences there is a list of what stands where, and a search.
const MANY: usize = 40;

pub fn profile(results: &Results) -> Html {
    let Results { view, journey, .. } = results;
    let is_applicant = journey.assessment.purpose == Purpose::Exploration;
    html! {
        <div class="screen results">
            { head(results, Page::Profile) }
            { find(results) }
            { profile_chart::profile_chart(results) }
            if journey.assessment.purpose == Purpose::Onboarding {
                { next_stage::next_stage(results) }
            }
            if !is_applicant {
                { examples::examples(results) }
                { compare::way_in(view, journey) }
            }
            { onwards(results) }
        </div>
    }
}

/// Where there are many competences: the dimensions to jump to, and a search for one competence.
fn find(results: &Results) -> Html {
    let view = results.view;
    let framework = results.framework();
    if framework.competences.len() <= MANY {
        return Html::default();
    }
    let titles = (0..framework.competences.len()).map(|place| view.competence(place)).collect();
    let sought = |place: Option<usize>| Message::CompetenceSought(place.unwrap_or(usize::MAX));
    let dimensions = framework.dimensions.iter().enumerate();
    let dimensions = dimensions.map(|(place, dimension)| {
        jump(view, &profile_chart::dimension_name(place), view.of_framework(&dimension.title), view.lang())
    });
    html! {
        <>
            { jumps(view, Key::Contents, dimensions.collect()) }
            { search_among(view, "competence-search", Key::CompetenceSearch, view.text(Key::SearchHint), titles, None, sought) }
        </>
    }
}

fn onwards(results: &Results) -> Html {
    let Results { view, journey, viewed_role, .. } = results;
    let next = journey.after(view.framework(), &Step::Profile { viewed_role: *viewed_role });
    let key = match next {
        Step::Suggestions { .. } => Key::MenuSuggestions,
        Step::Plan => Key::PlanTitle,
        _ => Key::KeepTitle,
    };
    html! {
        <div class="actions">
            { button(view, Weight::Primary, key, Message::Continued) }
            { button(view, Weight::Secondary, Key::MenuOverview, Message::WentBack) }
            { button(view, Weight::Quiet, check::title_key(journey.assessment.rater), Message::StepChosen(Step::Check)) }
        </div>
    }
}
