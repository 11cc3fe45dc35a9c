//! The end of a dimension: its behaviours can be answered in depth, now or later.

use super::look::Look;
use super::pieces::{Weight, actions, button, progress};
use crate::markup::{Node, el};
use crate::state::Message;
use crate::state::journey::Journey;
use crate::wording::Key;

pub fn view(look: &Look, journey: &Journey, dimension: usize) -> Node {
    let framework = look.framework();
    let part = &framework.dimensions[dimension];
    let is_tied = part.behaviours.clone().any(|place| !framework.behaviours[place].competences.is_empty());
    let title = look.of_framework(&part.title);
    let has_depth = journey.has_depth(framework, dimension);
    let parts = [(dimension + 1).to_string(), framework.dimensions.len().to_string()];
    let words = look.say(Key::ProgressPartDone, &[("part", &parts[0]), ("parts", &parts[1])]);
    let depth = if has_depth { Key::DepthAgain } else { Key::DepthBegin };
    el("div.screen")
        .child(progress(words, Some((part.competences.end, framework.competences.len()))))
        .child(look.title_of(look.say(Key::PartDoneTitle, &[("dimension", &title)])))
        .child(look.paragraph(Key::DepthOffer).class("lead"))
        .child(el("p").text(look.count(Key::DepthCount, part.behaviours.len())))
        .child(look.paragraph(if is_tied { Key::DepthChangesTied } else { Key::DepthChangesNothing }))
        .child(
            actions()
                .child(button(look, Weight::Primary, Key::Continue, Message::Continued))
                .child(button(look, Weight::Secondary, depth, Message::DepthChosen { dimension }))
                .child(button(look, Weight::Quiet, Key::Back, Message::WentBack)),
        )
}
