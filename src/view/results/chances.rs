//! Where one could get the chance to try what one never tried: the few areas that together give most of it.

use super::area_card::{head as area_head, named_in_line};
use super::seen::Results;
use crate::view::pieces::{heading, paragraph, text};
use crate::wording::Key;
use yew::{Html, html};

/// Where no such set is within reach, as many areas are enough to begin with.
const FIRST_AREAS: usize = 3;

/// The areas. For a new hire nothing may be within reach, where nearly everything is still to try; then it is the first of
/// the ranking that give some of it.
pub fn areas(results: &Results) -> Vec<usize> {
    let suggestions = &results.report.suggestions;
    let set = &suggestions.chances.areas;
    if !set.is_empty() || !results.is_new() {
        return set.clone();
    }
    let gives = |area: &usize| !suggestions.areas[*area].opportunities.is_empty();
    suggestions.ranking.iter().copied().filter(gives).take(FIRST_AREAS).collect()
}

/// For a new hire, on the overview: a line each, with what one could try there.
pub fn first_areas(results: &Results) -> Html {
    let areas = areas(results);
    if !results.journey.asks_areas(results.framework()) || areas.is_empty() {
        return Html::default();
    }
    let line = |&area: &usize| {
        html! {
            <li key={area}>
                { area_head(results, area) }
                { named_in_line(results, Key::ChanceHere, &results.report.suggestions.areas[area].opportunities) }
            </li>
        }
    };
    html! {
        <div class="part">
            { heading(results.view, 1, Key::FirstAreasTitle) }
            { lead(results) }
            <ul class="findings columns">{ areas.iter().map(line).collect::<Html>() }</ul>
        </div>
    }
}

/// On paper only names.
pub fn names(results: &Results) -> Html {
    let view = results.view;
    let areas = areas(results);
    if results.is_new() || areas.is_empty() {
        return Html::default();
    }
    let titles: Vec<_> = areas.iter().map(|area| view.of_framework(&results.framework().areas[*area].title)).collect();
    html! {
        <>
            { heading(view, 2, Key::FirstAreasTitle) }
            <p lang={view.lang()}>{ text(view.wording().list(&titles)) }</p>
        </>
    }
}

/// How much they reach together.
pub fn lead(results: &Results) -> Html {
    let view = results.view;
    let chances = &results.report.suggestions.chances;
    let reached = chances.reached.to_string();
    let said = match chances.areas.is_empty() {
        true => view.text(Key::FirstAreasLead),
        false => view.wording().count(Key::ChancesCover, chances.of, &[("reached", &reached)]),
    };
    html! {
        <>
            <p>{ text(said) }</p>
            if !chances.exact {
                { paragraph(view, Key::PortfolioNotExact) }
            }
        </>
    }
}
