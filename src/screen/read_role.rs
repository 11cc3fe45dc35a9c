//! A role, read through: its competences, the levels it asks for, and the behaviours, with nothing to answer.

use super::look::Look;
use super::pieces::{Weight, actions, button, more_of};
use super::question::behaviours;
use super::start::basis_banner;
use crate::framework::{Dimension, Role, RotationRoute, Route, Stage};
use crate::markup::{Node, el};
use crate::state::Message;
use crate::wording::Key;

pub fn view(look: &Look, role: usize) -> Node {
    let framework = look.framework();
    let banner = basis_banner(look, Some(role));
    let role = &framework.roles[role];
    // The first steps on the way into the role: how much lower its levels begin.
    let lower = |stage: &Stage| {
        let steps = look.count(Key::RoleStage, stage.lower_by.into());
        look.content("li", &stage.title).text(": ").text(steps)
    };
    let lower: Vec<_> = role.stages.iter().filter(|stage| stage.lower_by > 0).map(lower).collect();
    let stages =
        (!lower.is_empty()).then(|| el("div").child(look.paragraph(Key::RoleStages)).child(el("ul").children(lower)));
    let is_mobile = framework
        .areas
        .iter()
        .any(|area| area.route == Route::Rotation(RotationRoute::MobilityScheme) && area.is_open_to(role));
    el("div.screen")
        .child(banner)
        .child(look.title_of(look.of_framework(&role.title)).set_if("lang", look.content_lang()))
        .child(role.summary.as_ref().map(|summary| look.content("p", summary).class("lead")))
        .child(role.focus.map(|focus| el("p").text(look.count(Key::RoleFocus, usize::from(focus.at_most)))))
        .child(stages)
        .child(is_mobile.then(|| look.paragraph(Key::RoleMobility)))
        .children(framework.dimensions.iter().map(|part| dimension(look, role, part)))
        .child(actions().child(button(look, Weight::Primary, Key::Back, Message::RoleReadingClosed)).child(button(
            look,
            Weight::Secondary,
            Key::Print,
            Message::PrintAsked,
        )))
}

fn dimension(look: &Look, role: &Role, part: &Dimension) -> Node {
    let framework = look.framework();
    let row = |place: usize| {
        let competence = &framework.competences[place];
        let level = match role.targets[place] {
            Some(level) => {
                let of_scale = &framework.scale_of(place).levels[usize::from(level)];
                let told = competence.level_texts.get(usize::from(level)).or(of_scale.description.as_ref());
                el("dd")
                    .text(look.say(Key::RoleAsksFor, &[("level", &look.of_framework(&of_scale.label))]))
                    .child(told.map(|text| look.content("span", text).class("meta")))
            }
            None => look.el("dd", Key::ClassNoTarget),
        };
        let statement = look.content("span", &competence.statement).class("meta");
        el("div").child(look.content("dt", &competence.title).child(statement)).child(level)
    };
    let examples = (!part.behaviours.is_empty()).then(|| {
        let summary = look.say(Key::BehavioursOf, &[("dimension", &look.of_framework(&part.title))]);
        more_of(summary, behaviours(look, part.behaviours.clone()))
    });
    el("section.dimension")
        .child(look.content(look.heading_tag(1), &part.title))
        .child(part.summary.as_ref().map(|summary| look.content("p", summary)))
        .child(el("dl.answers").children(part.competences.clone().map(row)))
        .child(examples)
}
