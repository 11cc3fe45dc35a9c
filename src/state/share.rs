//! What can be put into a file that leaves, and what the person ticked for it.
//!
//! Values. Knows nothing of files.

/// What can be ticked for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharePart {
    Responses,
    Wishes,
    Plan,
    Evidence,
    Reference,
    /// The examples, for the person's own file.
    OwnEvidence,
    /// The host's reference, for the person's own file.
    OwnReference,
    /// What a manager calls the employee, in a file's name and never in it.
    Label,
}

impl SharePart {
    /// What makes a file worth sharing.
    pub(super) const CONTENT: [Self; 4] = [Self::Responses, Self::Wishes, Self::Plan, Self::Evidence];
    /// What is offered for a file to share, in this order.
    pub const SHARED: [Self; 5] = [Self::Responses, Self::Wishes, Self::Plan, Self::Evidence, Self::Reference];
}

/// What was ticked; nothing is ticked beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ShareSelection {
    ticked: u8,
    /// Whether a file to share was asked for with nothing in it.
    pub is_missing: bool,
}

impl ShareSelection {
    pub fn has(self, tick: SharePart) -> bool {
        self.ticked & (1 << tick as u8) != 0
    }

    pub fn set(&mut self, tick: SharePart, is_ticked: bool) {
        self.ticked = self.ticked & !(1 << tick as u8) | u8::from(is_ticked) << tick as u8;
        self.is_missing = false;
    }
}

/// What the person does to leave with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// *My own file*: everything, and the examples when they were ticked.
    Own,
    Ticked {
        tick: SharePart,
        is_ticked: bool,
    },
    /// *A file to share*: what was ticked and nothing else.
    Share,
    /// The same handed over to the page, where it asks for it.
    ShareWithPage,
    /// The page is to hold nothing any more.
    TakeBack,
    /// A new hire's wishes for where to be placed, in a file of their own.
    Wishes,
    /// What was ticked as a page that reads without the widget and opens again.
    Receipt,
    /// What was ticked as pages to look at and print.
    Pages,
    /// A copy for a spreadsheet, for one's own use.
    Sheet,
    /// The days of follow-up, for one's calendar.
    Calendar,
}
