//! Rokade: from a competence framework and a person's answers to a gap profile and suggested areas.

pub mod json;
pub mod problem;
pub mod shape;

pub mod framework;

pub mod assessment;

pub mod profile;

pub mod suggestion;

pub mod report;

#[cfg(target_arch = "wasm32")]
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod embed;
