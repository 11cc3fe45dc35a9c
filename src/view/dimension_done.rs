//! The end of a dimension: its behaviours can be answered in depth, now or later.

use super::context::View;
use super::pieces::{Weight, button, lead, paragraph, progress, text, title_of};
use crate::state::Message;
use crate::state::journey::Journey;
use crate::wording::Key;
use yew::{Html, html};

pub fn dimension_done(view: &View, journey: &Journey, place: usize) -> Html {
    let framework = view.framework();
    let dimension = &framework.dimensions[place];
    let is_tied = dimension.behaviours.clone().any(|place| !framework.behaviours[place].competences.is_empty());
    let title = view.of_framework(&dimension.title);
    let has_depth = journey.has_depth(framework, place);
    let parts = [(place + 1).to_string(), framework.dimensions.len().to_string()];
    let words = view.say(Key::ProgressPartDone, &[("part", &parts[0]), ("parts", &parts[1])]);
    let depth = if has_depth { Key::DepthAgain } else { Key::DepthBegin };
    html! {
        <div class="screen">
            { progress(words, Some((dimension.competences.end, framework.competences.len()))) }
            { title_of(view, view.say(Key::PartDoneTitle, &[("dimension", &title)]), None) }
            { lead(view, Key::DepthOffer) }
            <p>{ text(view.count(Key::DepthCount, dimension.behaviours.len())) }</p>
            { paragraph(view, if is_tied { Key::DepthChangesTied } else { Key::DepthChangesNothing }) }
            <div class="actions">
                { button(view, Weight::Primary, Key::Continue, Message::Continued) }
                { button(view, Weight::Secondary, depth, Message::DepthChosen { dimension: place }) }
                { button(view, Weight::Quiet, Key::Back, Message::WentBack) }
            </div>
        </div>
    }
}
