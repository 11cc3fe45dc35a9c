//! Where one could get the chance to try what one never tried: the few areas that together give most of it.

use super::area_card::{card, head, label};
use super::seen::Results;
use crate::assessment::Purpose;
use crate::view::pieces::{chips, heading, paragraph, text};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// Where no such set is within reach, as many areas are enough to begin with.
const FIRST_AREAS: usize = 3;

/// For a new hire, before all else. Nothing is within reach where nearly everything is still to try; then it is the first
/// areas of the ranking that give some of it. Their cards stand in the suggestions.
pub fn first_areas(results: &Results) -> Html {
    let view = results.view;
    let suggestions = &results.report.suggestions;
    if !results.journey.asks_areas(view.framework()) {
        return Html::default();
    }
    let set = &suggestions.chances.areas;
    if !set.is_empty() {
        return part(results, covers(results), lines(results, set));
    }
    let gives = |area: &usize| !suggestions.areas[*area].opportunities.is_empty();
    let first: Vec<usize> = suggestions.ranking.iter().copied().filter(gives).take(FIRST_AREAS).collect();
    if first.is_empty() {
        return Html::default();
    }
    part(results, view.text(Key::FirstAreasLead), lines(results, &first))
}

/// For all others, among the suggestions: an area that has its card in the best set is a line here. On paper only names.
pub fn chances(results: &Results) -> Html {
    let is_new = results.journey.assessment.purpose == Purpose::Onboarding;
    let all = &results.report.suggestions.chances.areas;
    if is_new || all.is_empty() {
        return Html::default();
    }
    let view = results.view;
    if view.is_on_paper() {
        let titles: Vec<_> =
            all.iter().map(|area| view.of_framework(&results.framework().areas[*area].title)).collect();
        return html! {
            <>
                { heading(view, 2, Key::FirstAreasTitle) }
                <p lang={view.lang()}>{ text(view.wording().list(&titles)) }</p>
            </>
        };
    }
    let own = own_cards(results);
    let named: Vec<usize> = all.iter().copied().filter(|area| !own.contains(area)).collect();
    let content = html! {
        <>
            { lines(results, &named) }
            if !own.is_empty() {
                <div class="cards">
                    for area in own {
                        { card(results, area) }
                    }
                </div>
            }
        </>
    };
    part(results, covers(results), content)
}

/// The areas that have their card here: what isn't in the best set, which comes before.
pub fn own_cards(results: &Results) -> Vec<usize> {
    let suggestions = &results.report.suggestions;
    if results.journey.assessment.purpose == Purpose::Onboarding {
        return Vec::new();
    }
    let is_own = |area: &usize| !suggestions.portfolio.areas.contains(area);
    suggestions.chances.areas.iter().copied().filter(is_own).collect()
}

fn part(results: &Results, lead: Rc<str>, content: Html) -> Html {
    let view = results.view;
    let chances = &results.report.suggestions.chances;
    html! {
        <div class="part">
            { heading(view, 2, Key::FirstAreasTitle) }
            <p>{ text(lead) }</p>
            if !chances.exact {
                { paragraph(view, Key::PortfolioNotExact) }
            }
            { content }
        </div>
    }
}

fn covers(results: &Results) -> Rc<str> {
    let chances = &results.report.suggestions.chances;
    let reached = chances.reached.to_string();
    results.view.wording().count(Key::ChancesCover, chances.of, &[("reached", &reached)])
}

fn lines(results: &Results, areas: &[usize]) -> Html {
    if areas.is_empty() {
        return Html::default();
    }
    let line = |&area: &usize| {
        html! {
            <li key={area}>
                { head(results, area) }
                { label(results, Key::ChanceHere) }
                { chips(results.view, &results.report.suggestions.areas[area].opportunities) }
            </li>
        }
    };
    html! { <ul class="findings columns">{ areas.iter().map(line).collect::<Html>() }</ul> }
}
