//! The end of a dimension: its behaviours can be answered in depth, now or later.

use super::context::View;
use super::pieces::{Weight, button, paragraph, text, title_of, way};
use crate::state::Message;
use crate::state::journey::{Journey, Step};
use crate::wording::Key;
use yew::{Html, html};

pub fn dimension_done(view: &View, journey: &Journey, place: usize) -> Html {
    let framework = view.framework();
    let dimension = &framework.dimensions[place];
    let is_tied = dimension.behaviours.clone().any(|place| !framework.behaviours[place].competences.is_empty());
    let title = view.of_framework(&dimension.title);
    let has_depth = journey.has_depth(framework, place);
    let responses = &journey.assessment.responses.competences;
    let is_answered = |place: &usize| responses.contains_key(&framework.competences[*place].id);
    let answered = dimension.competences.clone().filter(is_answered).count();
    let skipped = dimension.competences.len() - answered;
    let counted = match (answered, skipped) {
        (_, 0) => view.text(Key::DimensionAllAnswered),
        (0, _) => view.text(Key::DimensionNoneAnswered),
        _ => {
            [view.count(Key::DimensionAnswered, answered), view.count(Key::DimensionSkipped, skipped)].join(" ").into()
        }
    };
    let depth = if has_depth { Key::DepthAgain } else { Key::DepthBegin };
    html! {
        <div class="screen">
            { way(view, journey, &Step::DimensionDone { dimension: place }) }
            { title_of(view, view.say(Key::PartDoneTitle, &[("dimension", &title)]), None) }
            <p class="lead" part="lead">{ text(counted) }</p>
            <p>{ text([view.text(Key::DepthOffer), view.count(Key::DepthCount, dimension.behaviours.len())].join(" ")) }</p>
            { paragraph(view, if is_tied { Key::DepthChangesTied } else { Key::DepthChangesNothing }) }
            <div class="actions">
                { button(view, Weight::Primary, Key::Continue, Message::Continued) }
                { button(view, Weight::Secondary, depth, Message::DepthChosen { dimension: place }) }
                { button(view, Weight::Quiet, Key::Back, Message::WentBack) }
            </div>
        </div>
    }
}
