//! What the outside has to do, and what the page is told.
//!
//! Values.

use super::progress::StoredProgress;
use crate::json::to_compact;
use serde::Serialize;
use std::rc::Rc;

/// What the outside has to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Hands over all that is kept under keys that start with [`super::progress::KEY_PREFIX`].
    LookForProgress,
    SaveProgress(StoredProgress),
    ForgetProgress {
        key: Rc<str>,
    },
    /// The words of the language with this tag are wanted.
    FetchWords(Rc<str>),
    /// A copy for the page's safe keeping, should the widget break down.
    HandOverProgress(Option<Rc<str>>),
    MoveFocus(FocusTarget),
    Download {
        name: String,
        kind: FileKind,
        text: String,
    },
    /// The same as a page that reads without the widget: made of what the screens show.
    DownloadReceipt {
        name: String,
    },
    /// The days of follow-up: made with what only the later screens need.
    DownloadCalendar {
        name: String,
    },
    /// The page is handed what the person shared, as a file's text; `None` where they took it back.
    Share(Option<String>),
    Print,
    Emit(Event),
}

/// What is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Json,
    Page,
    Csv,
    Calendar,
}

/// Where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The screen's heading.
    Heading,
    ErrorSummary,
    /// The question whether to delete.
    Deletion,
    Notices,
    /// The button that shares with the page.
    Sharing,
    /// The agreement at this place.
    Item(usize),
    /// The card of the area at this place.
    Area(usize),
    /// The way to the answer to this competence: back where a question was opened from.
    Change(usize),
    /// Back to what was used last.
    Opener,
}

impl FocusTarget {
    /// What the element carries in `data-focus`; what was used last carries nothing.
    pub fn mark(&self) -> Option<String> {
        Some(match self {
            Self::Heading => "heading".to_owned(),
            Self::ErrorSummary => "errors".to_owned(),
            Self::Deletion => "deletion".to_owned(),
            Self::Notices => "notices".to_owned(),
            Self::Sharing => "sharing".to_owned(),
            Self::Item(place) => format!("item{place}"),
            Self::Area(place) => format!("area{place}"),
            Self::Change(place) => format!("change-{place}"),
            Self::Opener => return None,
        })
    }
}

/// What the page is told. Only what a person did, and errors.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Event {
    Ready,
    Progress { answered: usize, total: usize, screen: &'static str },
    Results,
    Export { kind: &'static str },
    Error { code: &'static str, message: String },
}

impl Event {
    /// The public name and the detail as JSON.
    pub fn name_and_detail(&self) -> (&'static str, String) {
        let name = match self {
            Self::Ready => "rokade-ready",
            Self::Progress { .. } => "rokade-progress",
            Self::Results => "rokade-results",
            Self::Export { .. } => "rokade-export",
            Self::Error { .. } => "rokade-error",
        };
        let detail = match self {
            Self::Ready | Self::Results => "{}".to_owned(),
            _ => to_compact(self),
        };
        (name, detail)
    }
}
