//! The screens that come after the questions, behind one door: where the wasm comes in two parts, they are the second.
//!
//! Whatever only these screens need is in that part, too, so no other file has them drawn. Knows no browser, and not how a
//! part is had.

use super::act::LaterScreens;
use super::context::View;
use super::pieces::{Weight, button, fetch_button, paragraph, title};
use super::results::Page;
use super::{check, compare, keep, paper, plan, results};
use crate::state::Message;
use crate::state::journey::{Journey, Step};
use crate::wording::Key;
#[cfg(feature = "split")]
use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};
#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::{Html, html};

/// What is to be drawn.
#[derive(Clone, Copy)]
pub enum Part {
    /// The screen of the journey's step.
    Screen,
    /// What the receipt shows.
    Receipt,
    /// The pages for the conversation alone.
    Pages,
}

/// The page, or what there is to say instead.
pub fn later(view: &View, journey: &Journey, part: Part) -> Html {
    match view.later_screens() {
        LaterScreens::There => open(view, journey, part),
        LaterScreens::OnTheirWay => on_their_way(view),
        LaterScreens::Missing => missing(view, journey),
    }
}

/// Its key has the heading made anew once the screen is there, so that the focus goes to the new one.
fn on_their_way(view: &View) -> Html {
    html! {
        <div class="screen" key="on-their-way">
            { title(view, Key::LaterOnItsWay) }
        </div>
    }
}

fn missing(view: &View, journey: &Journey) -> Html {
    let answers = check::title_key(journey.assessment.rater);
    html! {
        <div class="screen" key="missing">
            { title(view, Key::LaterMissing) }
            { paragraph(view, Key::LaterMissingLead) }
            <div class="actions">
                { fetch_button(view, Weight::Primary, Key::LaterFetchAgain) }
                { button(view, Weight::Secondary, answers, Message::StepChosen(Step::Check)) }
            </div>
        </div>
    }
}

/// All that is in the second part is reached from here alone.
fn drawn(view: &View, journey: &Journey, part: Part) -> Html {
    match part {
        Part::Screen => {}
        Part::Receipt => return paper::receipt(view, journey),
        Part::Pages => return paper::pages(&view.for_paper(), &paper::ticked(view, journey)),
    }
    match &journey.step {
        Step::Overview { viewed_role } => results::results(view, journey, Page::Overview, *viewed_role),
        Step::Profile { viewed_role } => results::results(view, journey, Page::Profile, *viewed_role),
        Step::Suggestions { viewed_role, .. } => results::results(view, journey, Page::Suggestions, *viewed_role),
        Step::Compare => compare::compare(view, journey),
        Step::Agenda => compare::agenda::agenda(view, journey),
        Step::Plan => plan::plan(view, journey),
        Step::Paper => paper::paper(view, journey),
        Step::Keep => keep::keep(view, journey),
        Step::Question(_) | Step::DimensionDone { .. } | Step::Balance | Step::Areas { .. } | Step::Check => {
            Html::default()
        }
    }
}

/// In one part.
#[cfg(not(feature = "split"))]
fn open(view: &View, journey: &Journey, part: Part) -> Html {
    drawn(view, journey, part)
}

/// In two parts: once the second is there, its functions answer at the first asking.
#[cfg(feature = "split")]
fn open(view: &View, journey: &Journey, part: Part) -> Html {
    match pin!(in_second_part(view, journey, part)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(html)) => html,
        Poll::Ready(Err(_)) | Poll::Pending => Html::default(),
    }
}

#[cfg(feature = "split")]
#[wasm_split(later, fallible, preload(second_part))]
fn in_second_part(view: &View<'_>, journey: &Journey, part: Part) -> Result<Html, SplitLoaderError> {
    Ok(drawn(view, journey, part))
}

/// Fetches the second part, and says whether it is there now.
#[cfg(feature = "split")]
pub async fn fetch() -> bool {
    second_part().await.is_ok()
}
