//! What stands on the screen: for each screen a function from the state to `html!`; none of them changes anything.
//!
//! One file per screen, and the pieces that they share. They are compiled for the machine as well, so that tests walk
//! through what is drawn and do what could be done. Knows the words and the derived report; never a component, a browser,
//! or how anything is computed.

mod act;
mod context;
mod deletion;
mod pieces;

mod chart;
mod file;
mod incoming;

mod areas;
mod balance;
mod check;
mod dimension_done;
mod question;
mod read_role;
mod recruiting;
mod start;
mod status;

mod blank_form;
mod compare;
mod keep;
mod paper;
mod plan;
mod read_file;
mod results;

mod later;

use crate::state::files::file_text;
use crate::state::journey::{Journey, Step};
use crate::state::{Screen, State, Status};
use crate::wording::Key;
pub use act::{Act, LaterScreens, Sight, Typing};
pub use chart::TABLE;
use context::View;
pub use context::{DayInWords, ReportCache};
#[cfg(feature = "split")]
pub use later::fetch as fetch_later_screens;
use later::{Part, later};
use pieces::{meta, text};
use std::rc::Rc;
use yew::{Html, html};

/// What a screen shows and what can be done on it.
pub struct Drawn {
    pub html: Html,
    /// The element whose `data-act` is a number does the act at that place.
    pub acts: Vec<Act>,
    /// Whether there was no room for all of it; with more rows the rest is drawn, too.
    pub is_unfinished: bool,
}

/// Everything that the widget shows now. `number` sets its ids apart from those of other widgets on the page.
pub fn screen(state: &State, reports: &ReportCache, number: u32, day_in_words: DayInWords, sight: Sight) -> Drawn {
    let view = View::of(state, reports, number, day_in_words).seen(sight);
    let (number, announcement) = &state.announcement;
    let html = html! {
        <>
            { content(&view) }
            { status::originals(&view, announcement) }
            // No `role="status"`: as long as it is empty, Orca reads that out as a status bar.
            <div class="live visually-hidden" aria-live="polite" aria-atomic="true">
                <span key={*number}>{ text(announcement.clone()) }</span>
            </div>
        </>
    };
    let is_unfinished = view.is_unfinished();
    Drawn { html, acts: view.into_acts(), is_unfinished }
}

/// What stands above the live region.
fn content(view: &View) -> Html {
    let session = match &view.state.status {
        Status::Waiting => return status::waiting(view),
        Status::Failed(failure) => return status::failed(view, failure),
        Status::Ready(session) => session,
    };
    let screen = match &session.screen {
        Screen::Start(start) => start::start(view, start),
        Screen::BlankForm { .. } => later(view, Part::BlankForm),
        Screen::ReadRole { role, back } => later(view, Part::Role { role: *role, back }),
        Screen::Incoming { file, .. } if file.is_read => later(view, Part::File(file)),
        // Asked also where the second part can't be had: what one has can be opened.
        Screen::Incoming { file, .. } => incoming::incoming(view, file),
        Screen::Journey(journey) => match &journey.step {
            Step::Question(question) => question::question(view, journey, *question),
            Step::DimensionDone { dimension } => dimension_done::dimension_done(view, journey, *dimension),
            Step::Check => check::check(view, journey),
            Step::Balance
            | Step::Areas { .. }
            | Step::Overview { .. }
            | Step::Profile { .. }
            | Step::Suggestions { .. }
            | Step::Compare
            | Step::Agenda
            | Step::Plan
            | Step::Paper
            | Step::Keep => later(view, Part::Screen(journey)),
        },
    };
    html! {
        <>
            { printed(view, &session.screen) }
            { status::notices(view, &session.notices) }
            { screen }
            if view.is_unfinished() {
                { meta(view, Key::RestToCome) }
            }
            { status::toolbar(view, session) }
        </>
    }
}

/// In the place of the results' screens the browser's own command prints the same pages as *Print*.
fn printed(view: &View, screen: &Screen) -> Html {
    let Screen::Journey(journey) = screen else { return Html::default() };
    let is_of_results = journey.step.viewed_role().is_some() || matches!(journey.step, Step::Plan | Step::Keep);
    match view.is_printed() && is_of_results {
        true => html! { <div class="printed">{ later(view, Part::Pages(journey)) }</div> },
        false => Html::default(),
    }
}

/// The days of follow-up as a calendar file's text; `None` where there are none.
pub fn calendar_of(state: &State, now: &str) -> Option<String> {
    let Status::Ready(session) = &state.status else { return None };
    let title = state.wording.text(Key::FollowUpEvent);
    later::calendar(&session.journey()?.assessment.plan, &title, now)
}

/// What the person ticked as a page that reads without the widget and opens again, in two parts, since one of them has to
/// be drawn.
pub struct Receipt {
    /// What stands on the page.
    pub html: Html,
    /// What stands before it and after it.
    around: [String; 2],
}

impl Receipt {
    /// `None` before there are answers.
    pub fn of(state: &State, day_in_words: DayInWords, styles: &str) -> Option<Self> {
        let Status::Ready(session) = &state.status else { return None };
        let Screen::Journey(journey) = &session.screen else { return None };
        // A document of its own begins with its own first heading.
        let mut state = state.clone();
        Rc::make_mut(&mut state.settings).heading_level = 1;
        let reports = ReportCache::default();
        let view = View::of(&state, &reports, 0, day_in_words).for_paper();
        let assessment = journey.shared_file(&state.settings, journey.ticks);
        let json = file_text(&session.framework, journey.role, &assessment, &state.wording, true);
        let journey = Journey { assessment: Rc::new(assessment), ..journey.clone() };
        let pages = later(&view, Part::Receipt(&journey));
        let html = html! { <>{ pages }{ status::originals(&view, "") }</> };
        Some(Self { html, around: paper::around_receipt(&view, styles, &json) })
    }

    /// The file's text, once the page was drawn.
    pub fn with(&self, drawn: &str) -> String {
        let [before, after] = &self.around;
        [before, drawn, after].concat()
    }
}
