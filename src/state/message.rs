//! Everything that can happen.
//!
//! Values.

use super::incoming::{OthersFileChoice, OwnFileChoice, Whose};
use super::journey::{Item, Step};
use super::progress::StoredProgress;
use super::session::{Deletion, FailureCode, StorageTrouble};
use super::settings::{Retention, Settings};
use super::share::Export;
use crate::assessment::{Answer, Purpose, Rater, Responsible};
use crate::comparison::OtherIs;
use crate::wording::Words;
use std::rc::Rc;

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    // the page
    SettingsChanged(Settings),
    /// All the words that are there now.
    WordsChanged(Vec<Rc<Words>>),
    /// The words of the language with this tag couldn't be had.
    WordsFailed(Rc<str>),
    FrameworkRead(Rc<str>),
    FrameworkFailed {
        code: FailureCode,
        detail: Rc<str>,
    },
    ResetAsked,
    /// A file's text, from the person or the page.
    FileOpened(Rc<str>),
    /// A file that the person chose, as it is kept.
    FileChosen(Rc<[u8]>),
    // the browser
    ProgressFound(Vec<StoredProgress>),
    /// What is kept is no longer what this widget left there: all that is found now.
    ProgressChanged(Vec<StoredProgress>),
    StorageFailed(StorageTrouble),
    /// What couldn't be kept before is kept now.
    StorageServed,
    // the person, on the first screen
    /// By its tag.
    LanguageChosen(Rc<str>),
    PurposeChosen(Purpose),
    RaterChosen(Rater),
    RoleChosen(usize),
    /// What was written is no role's name.
    RoleUnchosen,
    StageChosen(Option<Rc<str>>),
    LabelWritten(Rc<str>),
    KeepingChosen(Retention),
    Begun,
    /// By its key.
    ProgressResumed(Rc<str>),
    /// An applicant looks at a further role, or no longer.
    OtherRoleTicked {
        role: usize,
        is_looked_at: bool,
    },
    RoleReadingOpened(usize),
    BlankFormOpened,
    ReadingClosed,
    // the person, on the way
    ResponseGiven(Answer),
    WishTicked(bool),
    Continued,
    Skipped,
    WentBack,
    DepthChosen {
        dimension: usize,
    },
    FocusTicked {
        dimension: usize,
        is_in_focus: bool,
    },
    FocusAgreed(bool),
    AgreementDated(Rc<str>),
    TargetAdjusted {
        competence: usize,
        target: Adjustment,
    },
    AreaWished {
        area: usize,
        wish: i8,
    },
    AreaExperienced {
        area: usize,
        is_experienced: bool,
    },
    /// What was looked for among many, by its place.
    AreaSought(usize),
    CompetenceSought(usize),
    ChangeAsked(Item),
    StepChosen(Step),
    ViewedRoleChosen(usize),
    Planning(Planning),
    Comparing(Comparing),
    Incoming(Incoming),
    // the person, keeping and deleting
    Export(Export),
    /// What is on the screen, as pages.
    PrintAsked,
    /// Of what, is asked first.
    DeletionAsked(Deletion),
    DeletionConfirmed,
    DeletionCancelled,
    NoticesRead,
}

/// What becomes of a role's target for this person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    AsTheRole,
    NoTarget,
    Level(u8),
}

/// What the person does with the plan and its examples.
#[derive(Clone, Debug, PartialEq)]
pub enum Planning {
    Added(PlanFor),
    Removed(usize),
    Filled {
        item: usize,
        field: PlanField,
        text: Rc<str>,
    },
    ResponsibleChosen {
        item: usize,
        responsible: Responsible,
    },
    /// The short way through the competences that the plan names.
    FollowUpBegun,
    EvidenceWritten {
        competence: usize,
        text: Rc<str>,
    },
}

/// What an agreement starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFor {
    Nothing,
    /// The place of a competence.
    Competence(usize),
    /// The place of an area.
    Area(usize),
    /// The place of a behaviour.
    Behaviour(usize),
}

/// The fields of an agreement that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanField {
    Goal,
    Why,
    Activity,
    Support,
    Due,
    Sign,
    FollowUp,
    Outcome,
}

/// What the person does with two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparing {
    OtherIs(OtherIs),
    /// A level that the two agreed on, or agree on no longer.
    LevelAgreed {
        competence: usize,
        level: Option<u8>,
    },
    /// The agreements of the other file are followed up in this one's plan.
    PlanTakenOver,
    Ended,
}

/// What the person does with a file that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// A file's text was pasted, to be opened as if the file had been chosen.
    Pasted(Rc<str>),
    PastedOpened,
    /// Whose the file is.
    Said(Whose),
    /// Who answers again says how far they are now.
    StageChosen(Option<Rc<str>>),
    Mine(OwnFileChoice),
    SomebodyElses(OthersFileChoice),
    /// The file is put away, and nothing of it stays.
    Closed,
}
