//! A role, read through: its competences, the levels it asks for, and the behaviours, with nothing to answer.

use super::look::Look;
use super::parts::{Weight, actions, button, example_banner, more};
use super::question::behaviours;
use crate::app::Message;
use crate::framework::{Basis, Dimension, Role};
use crate::markup::{Element, Node, el};
use crate::wording::Key;

pub fn view(look: &Look, role: usize) -> Node {
    let framework = look.framework();
    let role = &framework.roles[role];
    el("div.screen")
        .child((role.basis == Basis::Example).then(|| example_banner(look, Key::ExampleTargets)))
        .child(look.title().set_if("lang", look.content_lang()).text(look.of_framework(&role.title)))
        .child(role.summary.as_ref().map(|summary| look.content("p", summary).class("lead")))
        .child(role.focus.map(|focus| el("p").text(look.count(Key::RoleFocus, usize::from(focus.at_most)))))
        .children(framework.dimensions.iter().map(|part| dimension(look, role, part)))
        .child(actions(vec![
            button(Weight::Primary, look.text(Key::Back), Message::RoleReadingClosed),
            button(Weight::Secondary, look.text(Key::Print), Message::PrintAsked),
        ]))
        .into()
}

fn dimension(look: &Look, role: &Role, part: &Dimension) -> Element {
    let framework = look.framework();
    let row = |place: usize| {
        let level = match role.targets[place] {
            Some(level) => look.content("dd", &framework.scale_of(place).levels[usize::from(level)].label),
            None => el("dd").text(look.text(Key::ClassNoTarget)),
        };
        el("div").child(look.content("dt", &framework.competences[place].statement)).child(level)
    };
    let examples = (!part.behaviours.is_empty()).then(|| {
        let summary = look.say(Key::BehavioursOf, &[("dimension", &look.of_framework(&part.title))]);
        more(summary, behaviours(look, part.behaviours.clone()))
    });
    el("section.dimension")
        .child(look.content(look.heading_tag(1), &part.title))
        .child(part.summary.as_ref().map(|summary| look.content("p", summary)))
        .child(el("dl.answers").children(part.competences.clone().map(row)))
        .child(examples)
}
