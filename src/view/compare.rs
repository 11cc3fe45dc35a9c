//! Two files side by side: words first, and what is worth talking about as questions; never an average.
//!
//! Draws what [`crate::comparison`] says. Knows nothing of which side is right, since neither is.

mod pieces;

pub mod agenda;

mod jointly;

mod sides;

mod agreed;

use super::context::View;
use super::file;
use super::pieces::{Weight, button, heading, meta, notice, text, title};
use crate::comparison::{Comparison, Kind};
use crate::state::Message;
use crate::state::journey::{Journey, Step};
use crate::state::{Comparing, compared_file::ComparedFile};
use crate::wording::Key;
use sides::Sides;
use yew::{Html, html};

pub fn compare(view: &View, journey: &Journey) -> Html {
    let Some(compared) = &journey.compared else { return Html::default() };
    html! {
        <div class="screen compare">
            { title(view, Key::CompareTitle) }
            { content(view, journey, compared) }
            { notice(view, Key::NoticeCompare) }
            { meta(view, Key::CompareNotKept) }
            <div class="actions">
                if is_settled(view, journey, compared) {
                    { button(view, Weight::Primary, Key::PlanTitle, Message::StepChosen(Step::Plan)) }
                    { button(view, Weight::Secondary, Key::AgendaOpen, Message::StepChosen(Step::Agenda)) }
                }
                { button(view, Weight::Quiet, Key::BackToResults, Message::WentBack) }
                { button(view, Weight::Quiet, Key::CompareEnd, Message::Comparing(Comparing::Ended)) }
            </div>
        </div>
    }
}

/// Whether the two are compared and nothing is left to be said before.
fn is_settled(view: &View, journey: &Journey, compared: &ComparedFile) -> bool {
    match compared.kind(view.framework(), journey.role, &journey.assessment) {
        Ok(Kind::HeadAndDeputy) => compared.other_is.is_some(),
        other => other.is_ok(),
    }
}

fn content(view: &View, journey: &Journey, compared: &ComparedFile) -> Html {
    match compared.comparison(view.framework(), journey.role, &journey.assessment) {
        Err(why) => html! { <p class="notice" part="notice">{ text(file::why_not(view, &why)) }</p> },
        Ok(Comparison::HeadAndDeputy(joint)) => jointly::jointly(view, compared, &joint),
        Ok(Comparison::SelfAndManager(sides)) => Sides { view, journey, sides, is_now: false }.draw(),
        Ok(Comparison::NowAndEarlier(sides)) => Sides { view, journey, sides, is_now: true }.draw(),
    }
}

/// In the results: the way to a comparison, or back to the one that is open.
pub fn way_in(view: &View, journey: &Journey) -> Html {
    if journey.compared.is_none() {
        return file::open_file(view, Key::CompareBegin, Key::CompareOpenLead);
    }
    let back = Message::StepChosen(Step::Compare);
    html! {
        <section>
            { heading(view, 1, Key::CompareBegin) }
            <div class="actions">{ button(view, Weight::Secondary, Key::CompareBack, back) }</div>
        </section>
    }
}
