//! The screens that come after the questions, and where a file is read, behind one door: where the wasm comes in two parts, they are the second.
//!
//! Whatever only these screens need is in that part, too, so no other file has them drawn. Knows no browser, and not how a
//! part is had.

use super::act::LaterScreens;
use super::context::View;
use super::incoming::close;
use super::pieces::{Weight, button, fetch_button, paragraph, title};
use super::results::Page;
use super::{areas, balance, blank_form, check, compare, keep, paper, plan, read_file, read_role, results};
use crate::assessment::PlanItem;
use crate::state::calendar;
use crate::state::incoming::IncomingFile;
use crate::state::journey::{Journey, Step};
use crate::state::{Message, Screen};
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
pub enum Part<'p> {
    /// The screen of the journey's step.
    Screen(&'p Journey),
    /// What the receipt shows.
    Receipt(&'p Journey),
    /// The pages for the conversation alone.
    Pages(&'p Journey),
    /// The form to fill in by hand.
    BlankForm,
    /// A role that is read.
    Role { role: usize, back: &'p Screen },
    /// A file that is read.
    File(&'p IncomingFile),
}

/// The page, or what there is to say instead.
pub fn later(view: &View, part: Part) -> Html {
    match view.later_screens() {
        LaterScreens::There => open(view, part),
        LaterScreens::OnTheirWay => on_their_way(view, part),
        LaterScreens::Missing => missing(view, part),
    }
}

/// Its key has the heading made anew once the screen is there, so that the focus goes to the new one.
fn on_their_way(view: &View, part: Part) -> Html {
    html! {
        <div class="screen" key="on-their-way">
            { title(view, Key::LaterOnItsWay) }
            <div class="actions">{ back(view, part) }</div>
        </div>
    }
}

fn missing(view: &View, part: Part) -> Html {
    html! {
        <div class="screen" key="missing">
            { title(view, Key::LaterMissing) }
            { paragraph(view, Key::LaterMissingLead) }
            <div class="actions">
                { fetch_button(view, Weight::Primary, Key::LaterFetchAgain) }
                { back(view, part) }
            </div>
        </div>
    }
}

/// To what needs no second part.
fn back(view: &View, part: Part) -> Html {
    match part {
        Part::Screen(journey) | Part::Receipt(journey) | Part::Pages(journey) => {
            let answers = check::title_key(journey.assessment.rater);
            button(view, Weight::Secondary, answers, Message::StepChosen(Step::Check))
        }
        Part::BlankForm | Part::Role { .. } => button(view, Weight::Secondary, Key::Back, Message::ReadingClosed),
        Part::File(_) => close(view),
    }
}

/// All that is in the second part is reached from here alone.
fn drawn(view: &View, part: Part) -> Html {
    let journey = match part {
        Part::Screen(journey) => journey,
        Part::Receipt(journey) => return paper::receipt(view, journey),
        Part::Pages(journey) => return paper::pages(&view.for_paper(), &paper::ticked(view, journey)),
        Part::BlankForm => return blank_form::blank_form(view),
        Part::Role { role, back } => return read_role::read_role(view, role, back),
        Part::File(file) => return read_file::read_file(view, file),
    };
    match &journey.step {
        Step::Balance => balance::balance(view, journey),
        Step::Areas { beyond } => areas::areas(view, journey, *beyond),
        Step::Overview { viewed_role } => results::results(view, journey, Page::Overview, *viewed_role),
        Step::Profile { viewed_role } => results::results(view, journey, Page::Profile, *viewed_role),
        Step::Suggestions { viewed_role, .. } => results::results(view, journey, Page::Suggestions, *viewed_role),
        Step::Compare => compare::compare(view, journey),
        Step::Agenda => compare::agenda::agenda(view, journey),
        Step::Plan => plan::plan(view, journey),
        Step::Paper => paper::paper(view, journey),
        Step::Keep => keep::keep(view, journey),
        Step::Question(_) | Step::DimensionDone { .. } | Step::Check => Html::default(),
    }
}

/// In one part.
#[cfg(not(feature = "split"))]
fn open(view: &View, part: Part) -> Html {
    drawn(view, part)
}

/// In two parts: once the second is there, its functions answer at the first asking.
#[cfg(feature = "split")]
fn open(view: &View, part: Part) -> Html {
    match pin!(in_second_part(view, part)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(html)) => html,
        Poll::Ready(Err(_)) | Poll::Pending => Html::default(),
    }
}

#[cfg(feature = "split")]
#[wasm_split(later, fallible, preload(second_part))]
fn in_second_part(view: &View<'_>, part: Part<'_>) -> Result<Html, SplitLoaderError> {
    Ok(drawn(view, part))
}

/// The days of follow-up as a calendar file's text; `None` where there are none.
#[cfg(not(feature = "split"))]
pub fn calendar(plan: &[PlanItem], title: &str, now: &str) -> Option<String> {
    calendar::write(plan, title, now)
}

/// The same in two parts, where the second brings what it takes.
#[cfg(feature = "split")]
pub fn calendar(plan: &[PlanItem], title: &str, now: &str) -> Option<String> {
    match pin!(calendar_in_second_part(plan, title, now)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(text)) => text,
        Poll::Ready(Err(_)) | Poll::Pending => None,
    }
}

#[cfg(feature = "split")]
#[wasm_split(later, fallible)]
fn calendar_in_second_part(plan: &[PlanItem], title: &str, now: &str) -> Result<Option<String>, SplitLoaderError> {
    Ok(calendar::write(plan, title, now))
}

/// Fetches the second part, and says whether it is there now.
#[cfg(feature = "split")]
pub async fn fetch() -> bool {
    second_part().await.is_ok()
}
