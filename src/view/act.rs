//! What a person can do on a screen, and what then happens.
//!
//! An element that can be used carries the number of its act in `data-act`; whoever hears the browser's event looks the
//! act up by that number, in the page and in tests alike. Yew's own handlers are not used: what they put on the root of
//! an application is never taken away again, so that every mount would leave something behind; they ask for an element's
//! class, which in a frame's document is another; and their numbers begin anew in each module, so that in a page that is
//! a Yew application itself each would answer to the other's events. Knows no browser and no screen.

use crate::state::Message;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::AttrValue;

/// What can be done with one element.
#[derive(Clone)]
pub enum Act {
    /// A button is pressed.
    Press(Message),
    /// A form is sent: by its button, which the browser presses, too, when Enter is pressed in one of the fields.
    Submit(Message),
    /// A radio button is chosen.
    Choose(Message),
    /// A checkbox is ticked or not.
    Tick(Rc<dyn Fn(bool) -> Message>),
    /// Another option is selected.
    Select(Rc<dyn Fn(Rc<str>) -> Message>),
    /// Something was searched for: it is taken once the field is left, and the field then shows what was found.
    Search {
        /// What the field held when it was drawn.
        drawn: Rc<str>,
        message: Rc<dyn Fn(Rc<str>) -> Message>,
    },
    /// Something is written: it is taken with every key, so that it is there whatever happens next.
    Write {
        /// What the field held when it was drawn.
        drawn: Rc<str>,
        message: Rc<dyn Fn(Rc<str>) -> Message>,
    },
    /// A file is chosen.
    OpenFile,
    /// A link leads to the field of this id.
    GoTo(AttrValue),
    /// What was left folded away undrawn is opened.
    Unfold(AttrValue),
    /// The screens that couldn't be had are asked for again.
    Fetch,
}

impl Act {
    /// Whether the browser says by an event of this kind that it was done. A correction can come with either of the two
    /// that a written field hears.
    pub fn hears(&self, kind: &str) -> bool {
        match self {
            Self::Press(_) | Self::Submit(_) | Self::GoTo(_) | Self::Fetch => kind == "click",
            Self::Choose(_) | Self::Tick(_) | Self::Select(_) | Self::Search { .. } | Self::OpenFile => {
                kind == "change"
            }
            Self::Write { .. } => kind == "input" || kind == "change",
            Self::Unfold(_) => kind == "toggle",
        }
    }
}

/// What is known of the screen as it stands, for the next drawing of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sight {
    pub typing: Option<Typing>,
    /// What was folded away undrawn and has been opened.
    pub unfolded: BTreeSet<AttrValue>,
    /// How many rows of lists are drawn, all without it; a long screen is drawn bit by bit, so that it never stands still.
    pub rows: Option<usize>,
    pub later_screens: LaterScreens,
    /// Whether the page is being printed by the browser's own command.
    pub is_printed: bool,
}

/// Whether the screens after the questions can be drawn: where the wasm comes in two parts, they are in the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaterScreens {
    #[default]
    There,
    OnTheirWay,
    Missing,
}

/// What somebody is writing: the field that has the focus, with what stands in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Typing {
    pub field: String,
    pub written: Rc<str>,
    /// What it held when it was drawn last.
    pub drawn: Rc<str>,
}
