//! The suggested areas: the best few together, then the ranking, then where the person can use what they can, and last
//! those that stand apart.
//!
//! Every area has one card, in the first of these that holds it, so that its wish is asked once.

use super::area_card;
use super::area_card::{card, head, kind};
use super::{Results, chips};
use crate::markup::{Node, el, several};
use crate::screen::areas;
use crate::screen::pieces::{Weight, button, more, more_of};
use crate::state::Message;
use crate::state::journey::Step;
use crate::suggestion::SetApart;
use crate::wording::Key;

/// A longer ranking shows this many and opens for the rest.
const SHOWN: usize = 5;
/// As many lines, two beside each other.
const LINES_SHOWN: usize = 6;
/// The wish at which an area is always shown, wherever it stands.
const WISHED: i8 = 2;

pub fn view(results: &Results) -> Node {
    el("section.suggestions")
        .child(results.heading(1, Key::SuggestionsTitle))
        .child(results.look.paragraph(Key::SuggestionsLead))
        .child(portfolio(results))
        .child(ranking(results))
        .child(contribute(results))
        .child(apart(results))
}

/// On paper: the set with what it gives, and the names of the next few.
pub fn for_paper(results: &Results) -> Option<Node> {
    let suggestions = &results.report.suggestions;
    let set = &suggestions.portfolio.areas;
    let others = suggestions.ranking.iter().filter(|area| !set.contains(area)).take(SHOWN);
    let others: Vec<_> = others.map(|&area| el("li").child(head(results, area))).collect();
    let cards = set.iter().map(|&area| area_card::brief(results, area));
    (!suggestions.ranking.is_empty()).then(|| {
        el("section.suggestions")
            .child(results.heading(1, Key::SuggestionsTitle))
            .child((!set.is_empty()).then(|| el("ul.cards").children(cards)))
            .child((!others.is_empty()).then(|| results.heading(2, Key::RankingOthers)))
            .child((!others.is_empty()).then(|| el("ul.findings.columns").children(others)))
    })
}

fn cards(results: &Results, areas: &[usize]) -> Node {
    el("div.cards").children(areas.iter().map(|&area| card(results, area)))
}

/// What the best set makes possible, or why there is none.
fn portfolio(results: &Results) -> Node {
    let look = results.look;
    let suggestions = &results.report.suggestions;
    let portfolio = &suggestions.portfolio;
    if portfolio.areas.is_empty() {
        let can_contribute = !suggestions.contribute.is_empty();
        return el("div.notice")
            .child(look.paragraph(why_no_set(results)))
            .child(can_contribute.then(|| look.paragraph(Key::PortfolioContribute)));
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
    let covers = look.wording().count(covers, priorities.len(), &[("covered", &covered)]);
    let parameters = results.report.parameters;
    let numbers = [parameters.portfolio_size, parameters.rotations_at_most].map(|number| number.to_string());
    let values: [(&str, &str); 2] = [("areas", &numbers[0]), ("rotations", &numbers[1])];
    let rule = look.wording().count(Key::PortfolioRule, parameters.rotations_at_most.into(), &values);
    el("div.portfolio")
        .child(results.heading(2, title))
        .child(el("p.lead").text(covers))
        .child((!portfolio.exact).then(|| look.paragraph(Key::PortfolioNotExact)))
        .child(cards(results, &portfolio.areas))
        .child(more(look, Key::PortfolioHow, el("p").text(rule)))
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

fn ranking(results: &Results) -> Option<Node> {
    let look = results.look;
    let suggestions = &results.report.suggestions;
    let set = &suggestions.portfolio.areas;
    let others = suggestions.ranking.iter().filter(|area| !set.contains(area)).enumerate();
    let (mut shown, mut rest) = (Vec::new(), Vec::new());
    for (place, &area) in others {
        let is_shown = place < SHOWN || suggestions.areas[area].wish == WISHED;
        if is_shown { shown.push(area) } else { rest.push(area) }
    }
    if shown.is_empty() {
        return None;
    }
    let title = if set.is_empty() { Key::RankingTitle } else { Key::RankingOthers };
    let lead = (!results.report.profile.flat).then(|| look.paragraph(Key::RankingLead));
    let part = el("div.part").child(results.heading(2, title)).child(lead).child(cards(results, &shown));
    Some(part.child(rest_of(results, rest.len(), cards(results, &rest))))
}

/// The rest of a list, one click away.
fn rest_of(results: &Results, count: usize, list: Node) -> Option<Node> {
    (count > 0).then(|| more_of(results.look.count(Key::ShowMore, count), list))
}

/// For those with little distance left, too: each with what they can use there.
fn contribute(results: &Results) -> Option<Node> {
    let suggestions = &results.report.suggestions;
    if suggestions.contribute.is_empty() {
        return None;
    }
    let line = |&area: &usize| {
        let suggestion = &suggestions.areas[area];
        el("li")
            .key(area)
            .child(results.look.content("span", &results.framework().areas[area].title).class("finding"))
            .child(kind(results, area))
            .child(suggestion.experienced.then(|| results.meta(Key::ApartExperienced)))
            .child(results.meta(Key::ContributeWith))
            .child(chips(results, &suggestion.strengths))
    };
    let lines = |areas: &[usize]| el("ul.findings.columns").children(areas.iter().map(line));
    let (shown, rest) = suggestions.contribute.split_at(suggestions.contribute.len().min(LINES_SHOWN));
    let part = el("div.part")
        .child(results.heading(2, Key::ContributeTitle))
        .child(results.look.paragraph(Key::ContributeLead))
        .child(lines(shown))
        .child(rest_of(results, rest.len(), lines(rest)));
    Some(part)
}

/// Declined, experienced and not open: each with its reason, and the wish where it can be taken back.
fn apart(results: &Results) -> Option<Node> {
    let look = results.look;
    let suggestions = &results.report.suggestions.areas;
    let reasons = [
        (SetApart::Declined, Key::ApartDeclined),
        (SetApart::Experienced, Key::ApartExperienced),
        (SetApart::NotYet, Key::ApartNotYet),
        (SetApart::NotForRole, Key::ApartNotOpen),
    ];
    let mut count = 0;
    let mut groups = several();
    for (reason, title) in reasons {
        let is_so = |area: &usize| suggestions[*area].set_apart() == Some(reason);
        let line = |area: usize| {
            let is_declined = reason == SetApart::Declined;
            let wish = is_declined.then(|| areas::wish(look, results.journey, area, &results.framework().areas[area]));
            el("li").key(area).child(head(results, area)).child(wish)
        };
        let lines: Vec<_> = (0..suggestions.len()).filter(is_so).map(line).collect();
        if lines.is_empty() {
            continue;
        }
        count += lines.len();
        groups = groups.child(results.heading(2, title));
        groups = groups.child(el("ul.findings").children(lines));
        if reason == SetApart::Experienced {
            groups = groups.child(button(look, Weight::Quiet, Key::ChangeAreas, Message::StepChosen(Step::Areas)));
        }
    }
    (count > 0).then(|| more_of(look.count(Key::ApartCount, count), groups))
}
