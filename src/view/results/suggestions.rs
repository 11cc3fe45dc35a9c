//! The suggested areas: the best few together, then the ranking, then where the person can use what they can, and last
//! those that stand apart.
//!
//! Every area has one card, in the first of these that holds it, so that its wish is asked once.

use super::area_card::{self, card, head};
use super::{Results, chips, paragraph};
use crate::app::Message;
use crate::app::journey::Step;
use crate::suggestion::SetApart;
use crate::view::areas;
use crate::view::parts::{Weight, button, more};
use crate::wording::Key;
use yew::prelude::*;

/// A longer ranking shows this many and opens for the rest.
const SHOWN: usize = 5;
/// The wish at which an area is always shown, wherever it stands.
const WISHED: i8 = 2;

pub fn view(results: &Results) -> Html {
    let look = results.look;
    html! {
        <section class="suggestions">
            { look.heading(1, look.text(Key::SuggestionsTitle)) }
            { paragraph("", look.text(Key::SuggestionsLead)) }
            { portfolio(results) }
            { ranking(results) }
            { contribute(results) }
            { apart(results) }
        </section>
    }
}

fn cards(results: &Results, areas: &[usize]) -> Html {
    html! { <div class="cards">{ for areas.iter().map(|&area| card(results, area)) }</div> }
}

/// What the best set makes possible, or why there is none.
fn portfolio(results: &Results) -> Html {
    let look = results.look;
    let suggestions = &results.report.suggestions;
    let portfolio = &suggestions.portfolio;
    if portfolio.areas.is_empty() {
        return html! {
            <div class="notice">
                { paragraph("", look.text(why_no_set(results))) }
                if !suggestions.contribute.is_empty() { { paragraph("", look.text(Key::PortfolioContribute)) } }
            </div>
        };
    }
    let priorities = &results.report.profile.priorities;
    let is_covered = |competence: &&usize| {
        let mut lines = portfolio.areas.iter().flat_map(|&area| &suggestions.areas[area].contributions);
        lines.any(|line| line.competence == **competence)
    };
    let covered = priorities.iter().filter(is_covered).count().to_string();
    let (title, key) = match portfolio.areas.len() {
        1 => (Key::PortfolioTitleOne, Key::PortfolioCoversOne),
        _ => (Key::PortfolioTitle, Key::PortfolioCovers),
    };
    let parameters = results.report.parameters;
    let areas_at_most = parameters.portfolio_size.to_string();
    let rotations_at_most = parameters.rotations_at_most;
    let values: [(&str, &str); 2] = [("areas", &areas_at_most), ("rotations", &rotations_at_most.to_string())];
    html! {
        <div class="portfolio">
            { look.heading(2, look.text(title)) }
            { paragraph("lead", look.wording().count(key, priorities.len(), &[("covered", &covered)]).into()) }
            if !portfolio.exact { { paragraph("", look.text(Key::PortfolioNotExact)) } }
            { cards(results, &portfolio.areas) }
            { more(
                look.text(Key::PortfolioHow),
                paragraph("", look.wording().count(Key::PortfolioRule, rotations_at_most.into(), &values).into()),
            ) }
        </div>
    }
}

fn why_no_set(results: &Results) -> Key {
    let profile = &results.report.profile;
    if profile.flat {
        return Key::PortfolioFlat;
    }
    if !results.has_levels() {
        return Key::PortfolioNothingRated;
    }
    if profile.priorities.is_empty() { Key::PortfolioNothingBelow } else { Key::PortfolioNone }
}

fn ranking(results: &Results) -> Html {
    let look = results.look;
    let suggestions = &results.report.suggestions;
    let set = &suggestions.portfolio.areas;
    let others: Vec<usize> = suggestions.ranking.iter().copied().filter(|area| !set.contains(area)).collect();
    if others.is_empty() {
        return Html::default();
    }
    let is_shown = |place: usize, area: usize| place < SHOWN || suggestions.areas[area].wish == WISHED;
    let (mut shown, mut rest) = (Vec::new(), Vec::new());
    for (place, area) in others.into_iter().enumerate() {
        if is_shown(place, area) { shown.push(area) } else { rest.push(area) }
    }
    let title = if set.is_empty() { Key::RankingTitle } else { Key::RankingOthers };
    html! {
        <div class="part">
            { look.heading(2, look.text(title)) }
            if !results.report.profile.flat { { paragraph("", look.text(Key::RankingLead)) } }
            { cards(results, &shown) }
            if !rest.is_empty() {
                <details class="more wide">
                    <summary>{ look.count(Key::ShowMore, rest.len()) }</summary>
                    { cards(results, &rest) }
                </details>
            }
        </div>
    }
}

/// For those with little distance left, too: each with what they can use there.
fn contribute(results: &Results) -> Html {
    let look = results.look;
    let suggestions = &results.report.suggestions;
    if suggestions.contribute.is_empty() {
        return Html::default();
    }
    let line = |&area: &usize| {
        let suggestion = &suggestions.areas[area];
        html! {
            <li key={area}>
                <span class="finding" lang={look.content_lang()}>
                    { look.of_framework(&look.framework().areas[area].title) }
                </span>
                { area_card::kind(results, area) }
                if suggestion.experienced { <span class="meta">{ look.text(Key::ApartExperienced) }</span> }
                <span class="meta">{ look.text(Key::ContributeWith) }</span>
                { chips(results, &suggestion.strengths) }
            </li>
        }
    };
    let lines = |areas: &[usize]| html! { <ul class="findings columns">{ for areas.iter().map(line) }</ul> };
    let (shown, rest) = suggestions.contribute.split_at(suggestions.contribute.len().min(SHOWN + 1));
    html! {
        <div class="part">
            { look.heading(2, look.text(Key::ContributeTitle)) }
            { paragraph("", look.text(Key::ContributeLead)) }
            { lines(shown) }
            if !rest.is_empty() { { more(look.count(Key::ShowMore, rest.len()), lines(rest)) } }
        </div>
    }
}

/// Declined, experienced and not open: each with its reason, and the wish where it can be taken back.
fn apart(results: &Results) -> Html {
    let look = results.look;
    let framework = look.framework();
    let suggestions = &results.report.suggestions.areas;
    let of_reason = |reason: SetApart| -> Vec<usize> {
        (0..suggestions.len()).filter(|&area| suggestions[area].set_apart() == Some(reason)).collect()
    };
    let mut count = 0;
    let mut group = |reason: SetApart, title: Key| {
        let areas = of_reason(reason);
        count += areas.len();
        if areas.is_empty() {
            return Html::default();
        }
        let line = |&area: &usize| {
            html! {
                <li key={area}>
                    { head(results, area) }
                    if reason == SetApart::Declined {
                        { areas::wish(look, results.journey, area, &framework.areas[area]) }
                    }
                </li>
            }
        };
        html! {
            <>
                { look.heading(3, look.text(title)) }
                <ul class="findings">{ for areas.iter().map(line) }</ul>
                if reason == SetApart::Experienced {
                    { button(look, Weight::Quiet, look.text(Key::ChangeAreas), Message::StepChosen(Step::Areas)) }
                }
            </>
        }
    };
    let groups = [
        group(SetApart::Declined, Key::ApartDeclined),
        group(SetApart::Experienced, Key::ApartExperienced),
        group(SetApart::NotOpen, Key::ApartNotOpen),
    ];
    if count == 0 {
        return Html::default();
    }
    more(look.count(Key::ApartCount, count), html! { <>{ for groups }</> })
}
