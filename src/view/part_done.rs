//! The end of a dimension: its behaviours can be answered in depth, now or later.

use super::look::Look;
use super::parts::{Weight, actions, button};
use crate::app::Message;
use crate::app::journey::Journey;
use crate::wording::Key;
use yew::prelude::*;

pub fn view(look: &Look, journey: &Journey, dimension: usize) -> Html {
    let framework = look.framework();
    let part = &framework.dimensions[dimension];
    let behaviours = part.behaviours.len();
    let is_tied = part.behaviours.clone().any(|place| !framework.behaviours[place].competences.is_empty());
    let title = look.of_framework(&part.title);
    let has_depth = journey.has_depth(framework, dimension);
    let parts = [(dimension + 1).to_string(), framework.dimensions.len().to_string()];
    html! {
        <div class="screen">
            <div class="progress">
                <p class="progress-text">{ look.say(Key::ProgressPartDone, &[("part", &parts[0]), ("parts", &parts[1])]) }</p>
                <progress max={framework.competences.len().to_string()} value={part.competences.end.to_string()}
                    aria-hidden="true"></progress>
            </div>
            { look.title(look.say(Key::PartDoneTitle, &[("dimension", &title)])) }
            <p class="lead">{ look.text(Key::DepthOffer) }</p>
            <p>{ look.count(Key::DepthCount, behaviours) }</p>
            <p>{ look.text(if is_tied { Key::DepthChangesTied } else { Key::DepthChangesNothing }) }</p>
            { actions(vec![
                button(look, Weight::Primary, look.text(Key::Continue), Message::Continued),
                button(
                    look,
                    Weight::Secondary,
                    look.text(if has_depth { Key::DepthAgain } else { Key::DepthBegin }),
                    Message::DepthChosen { dimension },
                ),
                button(look, Weight::Quiet, look.text(Key::Back), Message::WentBack),
            ]) }
        </div>
    }
}
