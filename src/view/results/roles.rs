//! What each role would let an applicant use, practise and ask support with, side by side: per dimension, and one click
//! away per competence. And what to ask at the interview.
//!
//! The roles stand in the order in which they were chosen. Nothing here says which one fits better: counts stand beside
//! their dimension and are never summed up for a role. Knows nothing of how an offer is computed.

use super::seen::Results;
use crate::comparison::roles::{Offer, RoleOffers, compare_roles};
use crate::framework::{Dimension, Level};
use crate::profile::Class;
use crate::view::chart::scrolling;
use crate::view::pieces::{content, heading, heading_of, more, remark, text, words};
use crate::view::start;
use crate::wording::Key;
use yew::{Html, html};

/// On paper every competence stands there, and nothing can be chosen.
pub fn roles(results: &Results) -> Html {
    let Results { view, journey, .. } = results;
    let framework = results.framework();
    let mut roles = vec![journey.role];
    // A file can name a role twice, or the first one again.
    for role in journey.assessment.other_roles.iter().filter_map(|id| framework.role(id)) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let offers = compare_roles(framework, &roles, &journey.assessment);
    let title = view.count(Key::RolesTitle, roles.len());
    let column = |role: &RoleOffers| {
        html! { <th lang={view.lang()} scope="col">{ content(view, &framework.roles[role.role].title) }</th> }
    };
    let dimensions = framework.dimensions.iter().enumerate();
    let table = html! {
        <table class="roles">
            <caption class="visually-hidden">{ text(title.clone()) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words(view, Key::ColumnPartOrCompetence) }</th>
                    for role in &offers {
                        { column(role) }
                    }
                </tr>
            </thead>
            for (place, part) in dimensions {
                { dimension(results, &offers, place, part) }
            }
        </table>
    };
    let others = || start::other_roles(view, Some(journey.role), &roles[1..]);
    html! {
        <section>
            { heading_of(view, 1, title.clone()) }
            <p>{ text(view.count(Key::RolesLead, roles.len())) }</p>
            if framework.roles.len() > 1 && !view.is_on_paper() {
                { more(view, Key::OtherRolesMore, others()) }
            }
            if !view.is_on_paper() {
                <details class="shows-detail"><summary>{ words(view, Key::RolesDetail) }</summary></details>
            }
            { scrolling(table, title) }
        </section>
    }
}

/// As many questions of a kind are enough for one interview.
const MOST_QUESTIONS: usize = 3;

/// What to ask at the interview about the role that the answers are seen against: which support there is where most is
/// missing, and what that is which was never tried.
pub fn questions(results: &Results) -> Html {
    let view = results.view;
    let profile = &results.report.profile;
    let is_gap = |place: &&usize| results.row(**place).class == Class::Gap;
    let is_asked_for = |place: &&usize| results.row(**place).role_target.is_some();
    let question = |key: Key, place: &usize| {
        let words = view.say(key, &[("title", &view.competence(*place))]);
        html! { <li>{ text(words) }</li> }
    };
    let gaps = profile.priorities.iter().filter(is_gap).take(MOST_QUESTIONS);
    let untried = profile.missing_opportunities.iter().filter(is_asked_for).take(MOST_QUESTIONS);
    let support = gaps.map(|place| question(Key::AskSupport, place));
    let questions: Vec<_> = support.chain(untried.map(|place| question(Key::AskUnknown, place))).collect();
    if questions.is_empty() {
        return Html::default();
    }
    html! { <section>{ heading(view, 1, Key::AskTitle) }<ul>{ questions }</ul></section> }
}

fn dimension(results: &Results, offers: &[RoleOffers], place: usize, dimension: &Dimension) -> Html {
    let view = results.view;
    let counts = |role: &RoleOffers| {
        let count = |offer: Offer| {
            let count = role.dimensions[place].get(offer);
            (count > 0).then(|| mark(results, offer, Some(count)))
        };
        html! {
            <td>
                { whose(results, role) }
                for mark in Offer::ALL.into_iter().filter_map(count) {
                    { mark }
                }
            </td>
        }
    };
    html! {
        <tbody>
            <tr>
                <th lang={view.lang()} scope="row">{ content(view, &dimension.title) }</th>
                for role in offers {
                    { counts(role) }
                }
            </tr>
            for place in dimension.competences.clone().take_while(|_| view.takes_row()) {
                { competence(results, offers, place) }
            }
        </tbody>
    }
}

/// One competence: the own answer beside it, and what each role asks for.
fn competence(results: &Results, offers: &[RoleOffers], place: usize) -> Html {
    let view = results.view;
    let row = results.row(place);
    let said = |key: Key, level: Level| {
        let words = view.say(key, &[("level", &results.label(place, level))]);
        html! { <span class="meta">{ text(words) }</span> }
    };
    let answer = match row.level() {
        Some(level) => said(Key::AnswerIs, level),
        None => remark(view, row.class.key()),
    };
    let cell = |role: &RoleOffers| {
        let target = results.framework().roles[role.role].targets[place];
        html! {
            <td>
                { whose(results, role) }
                { mark(results, role.competences[place], None) }
                if let Some(level) = target {
                    { said(Key::RoleAsksFor, level) }
                }
            </td>
        }
    };
    html! {
        <tr class="detail">
            <th lang={view.lang()} scope="row">{ text(view.competence(place)) }{ answer }</th>
            for role in offers {
                { cell(role) }
            }
        </tr>
    }
}

/// Where the columns stand below each other, each cell says whose it is.
fn whose(results: &Results, role: &RoleOffers) -> Html {
    html! { <strong class="role">{ text(results.view.role(role.role)) }</strong> }
}

/// A shape and a word for each offer, and how many there are of it.
fn mark(results: &Results, offer: Offer, count: Option<usize>) -> Html {
    let (class, key) = match offer {
        Offer::Use => ("standing ready", Key::OfferUse),
        Offer::Practise => ("standing stretch", Key::OfferPractise),
        Offer::AskSupport => ("standing build", Key::OfferAskSupport),
        Offer::Unknown => ("standing unknown", Key::OfferUnknown),
        Offer::NotRelevant => ("standing off", Key::ClassNotRelevant),
        Offer::NotAsked => ("standing off", Key::OfferNotAsked),
    };
    let mut words = results.view.text(key).to_string();
    if let Some(count) = count {
        words.push_str(&format!(": {count}"));
    }
    html! { <span {class}>{ text(words) }</span> }
}
