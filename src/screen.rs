//! Every screen, as a function from the state to what it shows; none of them changes anything.
//!
//! One file per screen, and the parts they share. Knows the words and the derived report, never a component or a browser.

mod areas;
mod balance;
mod chart;
mod check;
mod compare;
mod dimension_done;
mod file;
mod keep;
mod look;
mod paper;
mod pieces;
mod plan;
mod question;
mod read_role;
mod results;
mod start;
mod status;

use crate::markup::{Node, el, nothing, several};
use crate::state::files::file_json;
use crate::state::journey::{Journey, Step};
use crate::state::{Screen, State, Status};
pub use look::{DayInWords, Look, ReportCache};
use std::rc::Rc;

/// Everything that the widget shows now.
pub fn screen(state: &State, reports: &ReportCache, number: u32, day_in_words: DayInWords) -> Node {
    let look = Look::of(state, reports, number, day_in_words);
    let content = content(&look);
    let (number, announcement) = &state.announcement;
    let live = el("div.live.visually-hidden[role=status][aria-live=polite]");
    several()
        .child(content)
        .child(live.child(el("span").key(*number as usize).text(announcement.clone())))
        .child(nothing())
}

/// What stands above the live region.
#[inline(never)]
fn content(look: &Look) -> Node {
    match &look.state.status {
        Status::Waiting => status::waiting(look),
        Status::Failed(failure) => status::failed(look, failure),
        Status::Ready(session) => several()
            .child(status::notices(look, &session.notices))
            .child(match &session.screen {
                Screen::Start(start) => start::view(look, start),
                Screen::ReadRole { role, .. } => read_role::view(look, *role),
                Screen::Journey(journey) => match &journey.step {
                    Step::Question(question) => question::view(look, journey, *question),
                    Step::DimensionDone { dimension } => dimension_done::view(look, journey, *dimension),
                    Step::Balance => balance::view(look, journey),
                    Step::Areas => areas::view(look, journey),
                    Step::Check => check::view(look, journey),
                    Step::Results { viewed_role } => results::view(look, journey, *viewed_role),
                    Step::Compare => compare::view(look, journey),
                    Step::Agenda => compare::agenda::view(look, journey),
                    Step::Plan => plan::view(look, journey),
                    Step::Paper => paper::view(look, journey),
                    Step::Keep => keep::view(look, journey),
                },
            })
            .child(status::toolbar(look, session))
            .child(status::dialog(look, session)),
    }
}

/// The person's own file as a page that reads without the widget and opens again; `None` before there are answers.
pub fn receipt(state: &State, day_in_words: DayInWords, styles: &str) -> Option<String> {
    let (Status::Ready(session), reports) = (&state.status, ReportCache::default()) else { return None };
    let Screen::Journey(journey) = &session.screen else { return None };
    // A document of its own begins with its own first heading.
    let mut state = state.clone();
    Rc::make_mut(&mut state.settings).heading_level = 1;
    let look = Look::of(&state, &reports, 0, day_in_words);
    let assessment = journey.own_file();
    let json = file_json(&session.framework, journey.role, &assessment, &state.wording).to_compact();
    let journey = Journey { assessment: Rc::new(assessment), ..journey.clone() };
    Some(paper::receipt(&look, &journey, styles, &json))
}
