//! The suggested areas: the best few together, then those that give a chance of what was never tried, then the ranking,
//! then where the person can use what they can, and last those that stand apart.
//!
//! Every area has one card, in the first of these that holds it, so that its wish is asked once.

use super::area_card::{brief, card, head};
use super::chances::{chances, own_cards};
use super::seen::{Results, rest_of};
use crate::profile::Class;
use crate::state::Message;
use crate::state::journey::Step;
use crate::suggestion::SetApart;
use crate::view::areas;
use crate::view::pieces::{Weight, button, chips, fold, heading, more, paragraph, remark, text};
use crate::wording::Key;
use std::rc::Rc;
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
            { chances(results) }
            { ranking(results) }
            { contribute(results) }
            { apart(results) }
        </section>
    }
}

/// On paper: the set with what it gives, and the names of those that give chances and of the next few.
pub fn for_paper(results: &Results) -> Html {
    let view = results.view;
    let suggestions = &results.report.suggestions;
    if suggestions.ranking.is_empty() {
        return Html::default();
    }
    let set = &suggestions.portfolio.areas;
    let others = others(results).into_iter().take(SHOWN.saturating_sub(own_cards(results).len()));
    let others: Vec<_> = others.map(|area| html! { <li>{ head(results, area) }</li> }).collect();
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
            { chances(results) }
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
    let covered: Vec<usize> = priorities.iter().filter(is_covered).copied().collect();
    let steps = steps(results, &covered);
    let covered = covered.len().to_string();
    let covers = view.wording().count(covers, priorities.len(), &[("covered", &covered)]);
    let parameters = results.report.parameters;
    let numbers = [parameters.portfolio_size, parameters.rotations_at_most].map(|number| number.to_string());
    let values: [(&str, &str); 2] = [("areas", &numbers[0]), ("rotations", &numbers[1])];
    let rule = view.wording().count(Key::PortfolioRule, parameters.rotations_at_most.into(), &values);
    html! {
        <div class="portfolio">
            { heading(view, 2, title) }
            <p class="lead" part="lead">{ text(covers) }</p>
            { steps }
            if !portfolio.exact {
                { paragraph(view, Key::PortfolioNotExact) }
            }
            { cards(results, &portfolio.areas) }
            { more(view, Key::PortfolioHow, html! { <p>{ text(rule) }</p> }) }
        </div>
    }
}

/// One step may be chance, two are a difference: how many there are of both, and how many of them are practised.
fn steps(results: &Results, covered: &[usize]) -> Html {
    let view = results.view;
    let count = |class: Class, places: &[usize]| {
        places.iter().filter(|&&place| results.row(place).class == class).count().to_string()
    };
    let of_class = |class: Class| [count(class, covered), count(class, &results.report.profile.priorities)];
    let [[gaps, all_gaps], [near, all_near]] = [Class::Gap, Class::Near].map(of_class);
    if all_gaps == "0" || all_near == "0" {
        return Html::default();
    }
    let values: [(&str, &str); 4] = [("gaps", &gaps), ("allGaps", &all_gaps), ("near", &near), ("allNear", &all_near)];
    html! { <p>{ text(view.say(Key::PortfolioSteps, &values)) }</p> }
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

/// The ranking without what has its card further up.
fn others(results: &Results) -> Vec<usize> {
    let suggestions = &results.report.suggestions;
    let (set, own) = (&suggestions.portfolio.areas, own_cards(results));
    suggestions.ranking.iter().copied().filter(|area| !set.contains(area) && !own.contains(area)).collect()
}

fn ranking(results: &Results) -> Html {
    let view = results.view;
    let suggestions = &results.report.suggestions;
    let is_first = suggestions.portfolio.areas.is_empty() && own_cards(results).is_empty();
    let is_shown = |(place, area): &(usize, usize)| *place < SHOWN || suggestions.areas[*area].wish == WISHED;
    let (shown, rest): (Vec<_>, Vec<_>) = others(results).into_iter().enumerate().partition(is_shown);
    let [shown, rest] = [shown, rest].map(|areas| areas.into_iter().map(|(_, area)| area).collect::<Vec<_>>());
    if shown.is_empty() {
        return Html::default();
    }
    html! {
        <div class="part">
            { heading(view, 2, if is_first { Key::RankingTitle } else { Key::RankingOthers }) }
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
                { open_when(results, reason, area) }
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

/// From when it is open, or for whom.
fn open_when(results: &Results, reason: SetApart, area: usize) -> Html {
    let Results { view, .. } = results;
    let area = &results.framework().areas[area];
    let words = match reason {
        SetApart::NotYet => view.count(Key::ApartFrom, area.after_months.into()),
        SetApart::NotForRole => {
            let roles = results.framework().roles.iter().filter(|role| area.is_open_to(role));
            let titles: Vec<Rc<str>> = roles.map(|role| view.of_framework(&role.title)).collect();
            match titles.is_empty() {
                true => return Html::default(),
                false => view.say(Key::ApartOpenTo, &[("roles", &view.wording().list(&titles))]),
            }
        }
        SetApart::Experienced | SetApart::Declined => return Html::default(),
    };
    html! { <span class="meta">{ text(words) }</span> }
}
