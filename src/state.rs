//! The widget's state, everything that can happen, and [`update`]: the only place where state changes.
//!
//! Values first, then what happens to them, each file importing only what stands before it. Knows no browser and no
//! component, so whole journeys are tested as lists of messages.

// Values.
pub mod settings;

pub mod share;

pub mod opened;

pub mod compared_file;

pub mod journey;

pub mod navigation;

pub mod start;

pub mod progress;

pub mod incoming;

pub mod calendar;
pub mod csv;

pub mod files;

pub mod session;

pub mod effect;

pub mod message;

// What happens to them.
mod context;

pub mod persistence;

pub mod beginning;

pub mod answering;

pub mod planning;

pub mod comparing;

pub mod opening;

pub mod export;

pub mod update;

pub use effect::{Effect, Event, FileKind, FocusTarget};
pub use message::{Adjustment, Comparing, Incoming, Message, PlanField, PlanFor, Planning};
pub use session::{Deletion, Failure, FailureCode, Notice, Screen, Session, State, Status, StorageTrouble};
pub use share::Export;
pub use update::update;
