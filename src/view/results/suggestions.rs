//! The suggested areas: the best few together, then the ranking, then where the person can use what they can, and last
//! those that stand apart.
//!
//! Every area has one card, in the first of these that holds it, so that its wish is asked once.

use super::area_card::{brief, card, head};
use super::seen::{Results, rest_of};
use crate::state::Message;
use crate::state::journey::Step;
use crate::suggestion::SetApart;
use crate::view::areas;
use crate::view::pieces::{Weight, button, chips, fold, heading, more, paragraph, remark, text};
use crate::wording::Key;
use yew::{Html, html};

/// A longer ranking shows this many and opens for the rest.
const SHOWN: usize = 5;
/// As many lines, two beside each other.
const LINES_SHOWN: usize = 6;
/// The wish at which an area is always shown, wherever it stands.
const WISHED: i8 = 2;

pub fn suggestions(results: &Results) -> Html {
    let view = results.view;
    html! {
        <section class="suggestions">
            { heading(view, 1, Key::SuggestionsTitle) }
            { paragraph(view, Key::SuggestionsLead) }
            { portfolio(results) }
            { ranking(results) }
            { contribute(results) }
            { apart(results) }
        </section>
    }
}

/// On paper: the set with what it gives, and the names of the next few.
pub fn for_paper(results: &Results) -> Html {
    let view = results.view;
    let suggestions = &results.report.suggestions;
    if suggestions.ranking.is_empty() {
        return Html::default();
    }
    let set = &suggestions.portfolio.areas;
    let others = suggestions.ranking.iter().filter(|area| !set.contains(area)).take(SHOWN);
    let others: Vec<_> = others.map(|&area| html! { <li>{ head(results, area) }</li> }).collect();
    html! {
        <section class="suggestions">
            { heading(view, 1, Key::SuggestionsTitle) }
            if !set.is_empty() {
                <ul class="cards">
                    for &area in set {
                        { brief(results, area) }
                    }
                </ul>
            }
            if !others.is_empty() {
                { heading(view, 2, Key::RankingOthers) }
                <ul class="findings columns">{ others }</ul>
            }
        </section>
    }
}

fn cards(results: &Results, areas: &[usize]) -> Html {
    html! {
        <div class="cards">
            for &area in areas {
                { card(results, area) }
            }
        </div>
    }
}

/// What the best set makes possible, or why there is none.
fn portfolio(results: &Results) -> Html {
    let view = results.view;
    let suggestions = &results.report.suggestions;
    let portfolio = &suggestions.portfolio;
    if portfolio.areas.is_empty() {
        return html! {
            <div class="notice" part="notice">
                { paragraph(view, why_no_set(results)) }
                if !suggestions.contribute.is_empty() {
                    { paragraph(view, Key::PortfolioContribute) }
                }
            </div>
        };
    }
    let (title, covers) = match portfolio.areas.len() {
        1 => (Key::PortfolioTitleOne, Key::PortfolioCoversOne),
        _ => (Key::PortfolioTitle, Key::PortfolioCovers),
    };
    let priorities = &results.report.profile.priorities;
    let is_covered = |competence: &&usize| {
        let mut lines = portfolio.areas.iter().flat_map(|&area| &suggestions.areas[area].contributions);
        lines.any(|line| line.competence == **competence)
    };
    let covered = priorities.iter().filter(is_covered).count().to_string();
    let covers = view.wording().count(covers, priorities.len(), &[("covered", &covered)]);
    let parameters = results.report.parameters;
    let numbers = [parameters.portfolio_size, parameters.rotations_at_most].map(|number| number.to_string());
    let values: [(&str, &str); 2] = [("areas", &numbers[0]), ("rotations", &numbers[1])];
    let rule = view.wording().count(Key::PortfolioRule, parameters.rotations_at_most.into(), &values);
    html! {
        <div class="portfolio">
            { heading(view, 2, title) }
            <p class="lead" part="lead">{ text(covers) }</p>
            if !portfolio.exact {
                { paragraph(view, Key::PortfolioNotExact) }
            }
            { cards(results, &portfolio.areas) }
            { more(view, Key::PortfolioHow, html! { <p>{ text(rule) }</p> }) }
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
    let view = results.view;
    let suggestions = &results.report.suggestions;
    let set = &suggestions.portfolio.areas;
    let others = suggestions.ranking.iter().filter(|area| !set.contains(area)).enumerate();
    let is_shown = |(place, area): &(usize, &usize)| *place < SHOWN || suggestions.areas[**area].wish == WISHED;
    let (shown, rest): (Vec<_>, Vec<_>) = others.partition(is_shown);
    let [shown, rest] = [shown, rest].map(|areas| areas.into_iter().map(|(_, area)| *area).collect::<Vec<_>>());
    if shown.is_empty() {
        return Html::default();
    }
    html! {
        <div class="part">
            { heading(view, 2, if set.is_empty() { Key::RankingTitle } else { Key::RankingOthers }) }
            if !results.report.profile.flat {
                { paragraph(view, Key::RankingLead) }
            }
            { cards(results, &shown) }
            { rest_of(results, "ranking", rest.len(), &|| cards(results, &rest)) }
        </div>
    }
}

/// For those with little distance left, too: each with what they can use there.
fn contribute(results: &Results) -> Html {
    let view = results.view;
    let suggestions = &results.report.suggestions;
    if suggestions.contribute.is_empty() {
        return Html::default();
    }
    let line = |&area: &usize| {
        let suggestion = &suggestions.areas[area];
        html! {
            <li key={area}>
                { head(results, area) }
                if suggestion.experienced {
                    { remark(view, Key::ApartExperienced) }
                }
                { remark(view, Key::ContributeWith) }
                { chips(view, &suggestion.strengths) }
            </li>
        }
    };
    let lines = |areas: &[usize]| {
        html! {
            <ul class="findings columns">
                for area in areas {
                    { line(area) }
                }
            </ul>
        }
    };
    let (shown, rest) = suggestions.contribute.split_at(suggestions.contribute.len().min(LINES_SHOWN));
    html! {
        <div class="part">
            { heading(view, 2, Key::ContributeTitle) }
            { paragraph(view, Key::ContributeLead) }
            { lines(shown) }
            { rest_of(results, "contribute", rest.len(), &|| lines(rest)) }
        </div>
    }
}

/// Declined, experienced and not open: each with its reason, and the wish where it can be taken back.
fn apart(results: &Results) -> Html {
    let view = results.view;
    let suggestions = &results.report.suggestions.areas;
    let reasons = [
        (SetApart::Declined, Key::ApartDeclined),
        (SetApart::Experienced, Key::ApartExperienced),
        (SetApart::NotYet, Key::ApartNotYet),
        (SetApart::NotForRole, Key::ApartNotOpen),
    ];
    let count = suggestions.iter().filter(|suggestion| suggestion.set_apart().is_some()).count();
    if count == 0 {
        return Html::default();
    }
    let groups = || reasons.map(|(reason, title)| set_apart(results, reason, title)).into_iter().collect();
    fold(view, "apart", text(view.count(Key::ApartCount, count)), &groups)
}

fn set_apart(results: &Results, reason: SetApart, title: Key) -> Html {
    let view = results.view;
    let suggestions = &results.report.suggestions.areas;
    let is_so = |area: &usize| suggestions[*area].set_apart() == Some(reason);
    let line = |area: usize| {
        html! {
            <li key={area}>
                { head(results, area) }
                if reason == SetApart::Declined {
                    { areas::wish(view, results.journey, area, &results.framework().areas[area]) }
                }
            </li>
        }
    };
    let lines: Vec<_> = (0..suggestions.len()).filter(is_so).map(line).collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { heading(view, 2, title) }
            <ul class="findings">{ lines }</ul>
            if reason == SetApart::Experienced {
                { button(view, Weight::Quiet, Key::ChangeAreas, Message::StepChosen(Step::Areas)) }
            }
        </>
    }
}
