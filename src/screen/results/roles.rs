//! What each role would let an applicant use, practise and ask support with, side by side: per dimension, and one click
//! away per competence.
//!
//! The roles stand in the order in which they were chosen. Nothing here says which one fits better: counts stand beside
//! their dimension and are never summed up for a role. Knows nothing of how an offer is computed.

use super::{Results, start};
use crate::comparison::roles::{Offer, RoleBeside, beside};
use crate::framework::Dimension;
use crate::markup::{Element, el};
use crate::screen::chart::scrolling;
use crate::screen::parts::more;
use crate::string::Str;
use crate::wording::Key;

pub fn view(results: &Results) -> Element {
    let Results { look, journey, .. } = results;
    let framework = results.framework();
    let mut roles = vec![journey.role];
    // A file can name a role twice, or the first one again.
    for role in journey.assessment.other_roles.iter().filter_map(|id| framework.role(id)) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let offers = beside(framework, &roles, &journey.assessment);
    let title = look.count(Key::RolesTitle, roles.len());
    let role = |role: &RoleBeside| look.content("th", &framework.roles[role.role].title).set("scope", "col");
    let head = el("tr").child(el("th[scope=col]").text(look.text(Key::ColumnPartOrCompetence)));
    let table = el("table.roles")
        .child(el("caption.visually-hidden").text(title.clone()))
        .child(el("thead").child(head.children(offers.iter().map(role))))
        .children(
            framework.dimensions.iter().enumerate().map(|(place, part)| dimension(results, &offers, place, part)),
        );
    let others = (framework.roles.len() > 1).then(|| {
        let others = start::other_roles(look, Some(journey.role), &roles[1..]);
        more(look.text(Key::OtherRolesMore), others)
    });
    el("section")
        .child(look.heading(1, title.clone()))
        .child(el("p").text(look.count(Key::RolesLead, roles.len())))
        .child(others)
        .child(el("details.shows-detail").child(el("summary").text(look.text(Key::RolesDetail))))
        .child(scrolling(table, title))
}

fn dimension(results: &Results, offers: &[RoleBeside], place: usize, part: &Dimension) -> Element {
    let look = results.look;
    let counts = |role: &RoleBeside| {
        let counts = &role.dimensions[place];
        let told = Offer::ALL.into_iter().filter(|offer| counts.get(*offer) > 0);
        let count = |offer| mark(results, offer).text(": ").text(counts.get(offer).to_string());
        cell(results, role).children(told.map(count))
    };
    let title = look.content("th", &part.title).set("scope", "row");
    el("tbody")
        .child(el("tr").child(title).children(offers.iter().map(counts)))
        .children(part.competences.clone().map(|place| competence(results, offers, place)))
}

/// One competence: the own answer beside it, and what each role asks for.
fn competence(results: &Results, offers: &[RoleBeside], place: usize) -> Element {
    let look = results.look;
    let row = results.row(place);
    let answer = match row.level() {
        Some(level) => look.say(Key::AnswerIs, &[("level", &results.label(place, level))]),
        None => look.text(row.class.key()),
    };
    let meta = |words: Str| el("span.meta").text(words);
    let offer = |role: &RoleBeside| {
        let target = results.framework().roles[role.role].targets[place];
        let asks = target.map(|level| meta(look.say(Key::RoleAsksFor, &[("level", &results.label(place, level))])));
        cell(results, role).child(mark(results, role.competences[place])).child(asks)
    };
    el("tr.detail")
        .child(results.titled("th", place).set("scope", "row").child(meta(answer)))
        .children(offers.iter().map(offer))
}

/// Where the columns stand below each other, each says whose it is.
fn cell(results: &Results, role: &RoleBeside) -> Element {
    el("td").child(el("strong.role").text(results.role_title(role.role)))
}

/// A shape and a word for each offer.
fn mark(results: &Results, offer: Offer) -> Element {
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
