//! The third of the results' screens, the suggested areas: what the person said they would like, the best few together,
//! those that give a chance of what was never tried, where the person can use what they can, and last all others.
//!
//! Every area has one card, in the first of these that holds it, so that its wish is asked once.

use super::area_card::{brief, card, head as area_head, named_in_line, open_when};
use super::chances;
use super::frame::{Page, head, too_few};
use super::seen::{Results, rest_of};
use super::summary::chips_or_more;
use crate::profile::Class;
use crate::state::Message;
use crate::state::journey::CHOSEN;
use crate::suggestion::SetApart;
use crate::view::pieces::{Weight, button, fold_as, heading, jump, jumps, more, paragraph, remark, search_among, text};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// Of those where the person can use what they can, so many are shown at first, two beside each other.
const LINES_SHOWN: usize = 4;
/// A longer list of all others is folded away after so many.
const SHOWN: usize = 5;
/// With more areas there is a search.
const MANY: usize = 20;
/// On paper so many areas are named beside the best set.
const NAMED_ON_PAPER: usize = 5;

/// Which area has its card in which part: in the first that holds it.
struct Cards {
    /// For a new hire: where one could begin.
    first: Vec<usize>,
    /// What the person said they would like.
    chosen: Vec<usize>,
    /// The best set.
    set: Vec<usize>,
    /// What gives a chance of what was never tried.
    chances: Vec<usize>,
    others: Vec<usize>,
}

impl Cards {
    fn of(results: &Results) -> Self {
        let suggestions = &results.report.suggestions;
        let is_new = results.is_new();
        let mut taken: Vec<usize> = Vec::new();
        let mut take = |areas: &[usize]| -> Vec<usize> {
            let own: Vec<usize> = areas.iter().copied().filter(|area| !taken.contains(area)).collect();
            taken.extend(&own);
            own
        };
        let chances = chances::areas(results);
        Self {
            first: if is_new { take(&chances) } else { Vec::new() },
            chosen: take(&chosen(results)),
            set: take(&suggestions.portfolio.areas),
            chances: if is_new { Vec::new() } else { take(&chances) },
            others: take(&suggestions.ranking),
        }
    }
}

/// What the person would like, in the order of the ranking; last what stands apart from it.
fn chosen(results: &Results) -> Vec<usize> {
    let suggestions = &results.report.suggestions;
    let is_chosen = |area: &usize| suggestions.areas[*area].wish == CHOSEN;
    let apart = (0..suggestions.areas.len()).filter(|area| suggestions.areas[*area].set_apart().is_some());
    suggestions.ranking.iter().copied().chain(apart).filter(is_chosen).collect()
}

pub fn suggestions(results: &Results) -> Html {
    let Results { view, journey, .. } = results;
    let own = Cards::of(results);
    let parts: Vec<Part> = [
        first(results, &own),
        chosen_part(results, &own),
        portfolio(results, &own),
        never_tried(results, &own),
        contribute(results),
        others(results, &own.others),
    ]
    .into_iter()
    .flatten()
    .collect();
    let named: Vec<(&str, Key)> = parts.iter().map(|part| (part.name, part.title)).collect();
    let section = |part: Part| {
        let class = if part.name == BEST_SET { "portfolio" } else { "part" };
        html! {
            <section {class} key={part.name} id={view.id(part.name)} tabindex="-1">
                { heading(view, 1, part.title) }
                { part.content }
            </section>
        }
    };
    html! {
        <div class="screen results suggestions">
            { head(results, Page::Suggestions) }
            { paragraph(view, Key::SuggestionsLead) }
            { too_few(results) }
            { find(results, &named) }
            if results.report.suggestions.portfolio.areas.is_empty() {
                { no_set(results) }
            }
            { parts.into_iter().map(section).collect::<Html>() }
            { apart(results) }
            if journey.asks_placement(view.framework()) {
                <section>
                    { heading(view, 1, Key::PlacementTitle) }
                    { paragraph(view, Key::PlacementLead) }
                </section>
            }
            <div class="actions">
                { button(view, Weight::Primary, Key::PlanTitle, Message::Continued) }
                { button(view, Weight::Secondary, Key::MenuOverview, Message::WentBack) }
            </div>
        </div>
    }
}

/// Areas that stand together for a reason.
struct Part {
    /// By which it is found on the screen.
    name: &'static str,
    title: Key,
    content: Html,
}

/// The name of the part that stands out.
const BEST_SET: &str = "set";

/// Where there are many areas: the parts to jump to, and a search for one area, which then stands open.
fn find(results: &Results, parts: &[(&str, Key)]) -> Html {
    let view = results.view;
    let areas = &results.framework().areas;
    if areas.len() <= MANY {
        return Html::default();
    }
    let titles = areas.iter().map(|area| view.of_framework(&area.title)).collect();
    let links = parts.iter().map(|(name, title)| jump(view, name, view.text(*title), None));
    let sought = |place: Option<usize>| Message::AreaSought(place.unwrap_or(usize::MAX));
    html! {
        <>
            { jumps(view, Key::Contents, links.collect()) }
            { search_among(view, "area-search", Key::AreaSearch, view.text(Key::SearchHint), titles, None, sought) }
        </>
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
    let chances = chances::areas(results);
    let is_other = |area: &&usize| !set.contains(area) && !chances.contains(area);
    let most = NAMED_ON_PAPER.saturating_sub(chances.iter().filter(|area| !set.contains(area)).count());
    let others = suggestions.ranking.iter().filter(is_other).take(most);
    let others: Vec<_> = others.map(|area| html! { <li>{ area_head(results, *area) }</li> }).collect();
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
            { chances::names(results) }
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

/// What the person would like, with what each would give.
fn chosen_part(results: &Results, own: &Cards) -> Option<Part> {
    let content = html! { <>{ paragraph(results.view, Key::ChosenLead) }{ cards(results, &own.chosen) }</> };
    (!own.chosen.is_empty()).then_some(Part { name: "chosen", title: Key::ChosenTitle, content })
}

/// The names of those that have their card further up, then the cards of the others.
fn named_or_cards(results: &Results, areas: &[usize], own: &[usize]) -> Html {
    let named: Vec<usize> = areas.iter().copied().filter(|area| !own.contains(area)).collect();
    html! {
        <>
            if !named.is_empty() {
                <ul class="findings">
                    for area in named {
                        <li key={area}>{ area_head(results, area) }{ remark(results.view, Key::CardAbove) }</li>
                    }
                </ul>
            }
            { cards(results, own) }
        </>
    }
}

/// For a new hire, before all else.
fn first(results: &Results, own: &Cards) -> Option<Part> {
    let content = html! { <>{ chances::lead(results) }{ cards(results, &own.first) }</> };
    (!own.first.is_empty()).then_some(Part { name: "first", title: Key::FirstAreasTitle, content })
}

/// For all others, what gives a chance of what was never tried.
fn never_tried(results: &Results, own: &Cards) -> Option<Part> {
    let areas = chances::areas(results);
    let content = html! { <>{ chances::lead(results) }{ named_or_cards(results, &areas, &own.chances) }</> };
    let is_there = !results.is_new() && !areas.is_empty();
    is_there.then_some(Part { name: "never-tried", title: Key::FirstAreasTitle, content })
}

/// What the best set makes possible.
fn portfolio(results: &Results, own: &Cards) -> Option<Part> {
    let view = results.view;
    let portfolio = &results.report.suggestions.portfolio;
    if portfolio.areas.is_empty() {
        return None;
    }
    let (title, covers, steps) = covers(results);
    let parameters = results.report.parameters;
    let numbers = [parameters.portfolio_size, parameters.rotations_at_most].map(|number| number.to_string());
    let values: [(&str, &str); 2] = [("areas", &numbers[0]), ("rotations", &numbers[1])];
    let rule = view.wording().count(Key::PortfolioRule, parameters.rotations_at_most.into(), &values);
    let content = html! {
        <>
            <p>{ text(covers) }{ text(" ") }{ steps }</p>
            if !portfolio.exact {
                { paragraph(view, Key::PortfolioNotExact) }
            }
            { named_or_cards(results, &portfolio.areas, &own.set) }
            { more(view, Key::PortfolioHow, html! { <p>{ text(rule) }</p> }) }
        </>
    };
    Some(Part { name: BEST_SET, title, content })
}

/// Why there is none.
fn no_set(results: &Results) -> Html {
    let view = results.view;
    html! {
        <div class="notice" part="notice">
            { paragraph(view, why_no_set(results)) }
            if !results.report.suggestions.contribute.is_empty() {
                { paragraph(view, Key::PortfolioContribute) }
            }
        </div>
    }
}

/// What stands over the best set: its heading, how much of what lies below the level it lets one practise, and how much of
/// that is two steps away and how much one, which may be chance.
pub fn covers(results: &Results) -> (Key, Rc<str>, Html) {
    let view = results.view;
    let suggestions = &results.report.suggestions;
    let set = &suggestions.portfolio.areas;
    let (title, covers) = match set.len() {
        1 => (Key::PortfolioTitleOne, Key::PortfolioCoversOne),
        _ => (Key::PortfolioTitle, Key::PortfolioCovers),
    };
    let priorities = &results.report.profile.priorities;
    let is_covered = |competence: &&usize| {
        let mut lines = set.iter().flat_map(|&area| &suggestions.areas[area].contributions);
        lines.any(|line| line.competence == **competence)
    };
    let covered: Vec<usize> = priorities.iter().filter(is_covered).copied().collect();
    let steps = steps(results, &covered);
    let covered = covered.len().to_string();
    (title, view.wording().count(covers, priorities.len(), &[("covered", &covered)]), steps)
}

/// One step may be chance, two are a difference: how many there are of both, and how many of them are practised.
fn steps(results: &Results, covered: &[usize]) -> Html {
    let count = |class: Class, places: &[usize]| {
        places.iter().filter(|&&place| results.row(place).class == class).count().to_string()
    };
    let of_class = |class: Class| [count(class, covered), count(class, &results.report.profile.priorities)];
    let [[gaps, all_gaps], [near, all_near]] = [Class::Gap, Class::Near].map(of_class);
    if all_gaps == "0" || all_near == "0" {
        return Html::default();
    }
    let values: [(&str, &str); 4] = [("gaps", &gaps), ("allGaps", &all_gaps), ("near", &near), ("allNear", &all_near)];
    text(results.view.say(Key::PortfolioSteps, &values))
}

fn why_no_set(results: &Results) -> Key {
    let profile = &results.report.profile;
    if !results.has_levels() {
        return Key::PortfolioNothingRated;
    }
    if profile.rows.iter().all(|row| row.shortfall == 0) {
        return Key::PortfolioNothingBelow;
    }
    if profile.flat { Key::PortfolioFlat } else { Key::PortfolioNone }
}

/// All others, closed. Where nothing is to be practised any more, or nothing in an area, a list of cards without content
/// is no help: they are folded away.
fn others(results: &Results, areas: &[usize]) -> Option<Part> {
    let view = results.view;
    let suggestions = &results.report.suggestions;
    if areas.is_empty() {
        return None;
    }
    let gives = |area: &&usize| {
        let suggestion = &suggestions.areas[**area];
        !suggestion.contributions.is_empty() || !suggestion.opportunities.is_empty()
    };
    let shown: Vec<usize> = areas.iter().filter(gives).take(SHOWN).copied().collect();
    let rest: Vec<usize> = areas.iter().copied().filter(|area| !shown.contains(area)).collect();
    let has_at_hand = results.at_hand().is_some_and(|area| rest.contains(&area));
    let is_first = areas.len() == suggestions.ranking.len();
    let content = html! {
        <>
            if !results.report.profile.flat && !shown.is_empty() {
                { paragraph(view, Key::RankingLead) }
            }
            { cards(results, &shown) }
            { rest_of(results, "ranking", rest.len(), has_at_hand, &|| cards(results, &rest)) }
        </>
    };
    Some(Part { name: "others", title: if is_first { Key::RankingTitle } else { Key::RankingOthers }, content })
}

/// For those with little distance left, too: each with what they can use there, and what others could learn from them.
fn contribute(results: &Results) -> Option<Part> {
    let view = results.view;
    let suggestions = &results.report.suggestions;
    if suggestions.contribute.is_empty() {
        return None;
    }
    let line = |&area: &usize| {
        let suggestion = &suggestions.areas[area];
        html! {
            <li key={area}>
                { area_head(results, area) }
                if suggestion.experienced {
                    { remark(view, Key::ApartExperienced) }
                }
                { named_in_line(results, Key::ContributeWith, &suggestion.strengths) }
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
    let content = html! {
        <>
            { paragraph(view, Key::ContributeLead) }
            { lines(shown) }
            { rest_of(results, "contribute", rest.len(), false, &|| lines(rest)) }
            if why_no_set(results) == Key::PortfolioNothingBelow && !results.report.profile.strengths.is_empty() {
                { heading(view, 2, Key::TeachTitle) }
                { paragraph(view, Key::TeachLead) }
                { chips_or_more(results, "teach", &results.report.profile.strengths) }
                if results.framework().roles.len() > 1 {
                    { paragraph(view, Key::TeachOtherRole) }
                }
            }
        </>
    };
    Some(Part { name: "use", title: Key::ContributeTitle, content })
}

/// Declined, experienced and not open, but for what is chosen: each with its reason, and the wish where it can be taken
/// back.
fn apart(results: &Results) -> Html {
    let view = results.view;
    let suggestions = &results.report.suggestions.areas;
    let reasons = [
        (SetApart::Declined, Key::ApartDeclined),
        (SetApart::Experienced, Key::ApartExperienced),
        (SetApart::NotYet, Key::ApartNotYet),
        (SetApart::NotForRole, Key::ApartNotOpen),
    ];
    let of = |reason: SetApart| -> Vec<usize> {
        let is_so = |area: &usize| suggestions[*area].set_apart() == Some(reason) && suggestions[*area].wish != CHOSEN;
        (0..suggestions.len()).filter(is_so).collect()
    };
    let count: usize = reasons.iter().map(|(reason, _)| of(*reason).len()).sum();
    if count == 0 {
        return Html::default();
    }
    let has_at_hand =
        reasons.iter().any(|(reason, _)| results.at_hand().is_some_and(|area| of(*reason).contains(&area)));
    let groups = || reasons.map(|(reason, title)| set_apart(results, reason, title, &of(reason))).into_iter().collect();
    fold_as(view, "more", "apart", text(view.count(Key::ApartCount, count)), has_at_hand, &groups)
}

/// What one can say something of has its card; the rest is a line.
fn set_apart(results: &Results, reason: SetApart, title: Key, areas: &[usize]) -> Html {
    let view = results.view;
    if areas.is_empty() {
        return Html::default();
    }
    let content = match reason {
        SetApart::Declined | SetApart::Experienced | SetApart::NotYet => cards(results, areas),
        SetApart::NotForRole => html! {
            <ul class="findings">
                for &area in areas {
                    // Whoever looks for it is led to it.
                    <li key={area} tabindex="-1" data-focus={format!("area{area}")}>
                        { area_head(results, area) }
                        { open_when(results, area) }
                    </li>
                }
            </ul>
        },
    };
    html! { <>{ heading(view, 1, title) }{ content }</> }
}
