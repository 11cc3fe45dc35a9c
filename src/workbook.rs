//! Frameworks as spreadsheets: a workbook to fill in is written from a framework, and a framework is made of one that came
//! back.
//!
//! One library of readers and writers for the program and for pages of their own, never for the widget: for the browser it
//! is compiled only with the feature `workbook`, and nothing from the state on may name it. Knows no screen, no clock and
//! no files of the machine: bytes come in, bytes and [`finding::Finding`]s go out.

pub mod finding;

pub mod sheet;

pub mod names;

mod index;

pub mod gate;
pub mod reader;

pub mod template;
pub mod writer;

mod header;
mod node;

pub mod import;

pub mod said;
