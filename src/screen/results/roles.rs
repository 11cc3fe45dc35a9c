//! What each role would let an applicant use, practise and ask support with, side by side: per dimension, and one click
//! away per competence.
//!
//! The roles stand in the order in which they were chosen. Nothing here says which one fits better: counts stand beside
//! their dimension and are never summed up for a role. Knows nothing of how an offer is computed.

use super::{Results, start};
use crate::comparison::roles::{Offer, RoleOffers, compare_roles};
use crate::framework::Dimension;
use crate::markup::{Node, el};
use crate::screen::chart::scrolling;
use crate::screen::pieces::more;
use crate::wording::Key;

/// On paper every competence stands there, and nothing can be chosen.
pub fn view(results: &Results, on_paper: bool) -> Node {
    let Results { look, journey, .. } = results;
    let framework = results.framework();
    let mut roles = vec![journey.role];
    // A file can name a role twice, or the first one again.
    for role in journey.assessment.other_roles.iter().filter_map(|id| framework.role(id)) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let offers = compare_roles(framework, &roles, &journey.assessment);
    let title = look.count(Key::RolesTitle, roles.len());
    let mut head = el("tr").child(look.el("th[scope=col]", Key::ColumnPartOrCompetence));
    for role in &offers {
        head = head.child(look.content("th", &framework.roles[role.role].title).set("scope", "col"));
    }
    let mut table =
        el("table.roles").child(el("caption.visually-hidden").text(title.clone())).child(el("thead").child(head));
    for (place, part) in framework.dimensions.iter().enumerate() {
        table = table.child(dimension(results, &offers, place, part));
    }
    let others = (framework.roles.len() > 1 && !on_paper)
        .then(|| more(look, Key::OtherRolesMore, start::other_roles(look, Some(journey.role), &roles[1..])));
    el("section")
        .child(look.heading_of(1, title.clone()))
        .child(el("p").text(look.count(Key::RolesLead, roles.len())))
        .child(others)
        .child((!on_paper).then(|| el("details.shows-detail").child(look.el("summary", Key::RolesDetail))))
        .child(scrolling(table, title))
}

fn dimension(results: &Results, offers: &[RoleOffers], place: usize, part: &Dimension) -> Node {
    let mut row = el("tr").child(results.look.content("th", &part.title).set("scope", "row"));
    for role in offers {
        let mut cell = cell(results, role);
        for offer in Offer::ALL {
            let count = role.dimensions[place].get(offer);
            if count > 0 {
                cell = cell.child(mark(results, offer).text(": ").text(count.to_string()));
            }
        }
        row = row.child(cell);
    }
    let mut body = el("tbody").child(row);
    for place in part.competences.clone() {
        body = body.child(competence(results, offers, place));
    }
    body
}

/// One competence: the own answer beside it, and what each role asks for.
fn competence(results: &Results, offers: &[RoleOffers], place: usize) -> Node {
    let look = results.look;
    let row = results.row(place);
    let words = |key: Key, level| el("span.meta").text(look.say(key, &[("level", &results.label(place, level))]));
    let answer = match row.level() {
        Some(level) => words(Key::AnswerIs, level),
        None => results.meta(row.class.key()),
    };
    let mut row = el("tr.detail").child(results.titled("th", place).set("scope", "row").child(answer));
    for role in offers {
        let mut cell = cell(results, role).child(mark(results, role.competences[place]));
        if let Some(level) = results.framework().roles[role.role].targets[place] {
            cell = cell.child(words(Key::RoleAsksFor, level));
        }
        row = row.child(cell);
    }
    row
}

/// Where the columns stand below each other, each says whose it is.
fn cell(results: &Results, role: &RoleOffers) -> Node {
    el("td").child(el("strong.role").text(results.role_title(role.role)))
}

/// A shape and a word for each offer.
fn mark(results: &Results, offer: Offer) -> Node {
    let (class, key) = match offer {
        Offer::Use => ("standing ready", Key::OfferUse),
        Offer::Practise => ("standing stretch", Key::OfferPractise),
        Offer::AskSupport => ("standing build", Key::OfferAskSupport),
        Offer::Unknown => ("standing unknown", Key::OfferUnknown),
        Offer::NotRelevant => ("standing off", Key::ClassNotRelevant),
        Offer::NotAsked => ("standing off", Key::OfferNotAsked),
    };
    el("span").class(class).text(results.look.text(key))
}
