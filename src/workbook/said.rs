//! What is said of what was found in a workbook: where, what stands there, and what would be right, one way or another.
//!
//! A language is a file with one `match`, so that a new kind asks for its sentence in each. Whatever comes from a file stands
//! on one line and can't command a terminal. Knows no rule.

mod shown;

mod danish;
mod english;

use super::finding::{Finding, Weight};
use super::sheet::Place;
use crate::wording::Language;
use crate::wording::problems::in_one_line;

/// A longer name of a place is cut where it is shown.
const LONGEST_PLACE: usize = 120;

/// A finding on one line: its place, how much it weighs, its name, and its sentence.
pub fn line(finding: &Finding, language: Language) -> String {
    let weight = weight(finding.kind.weight(), language);
    let told = format!("{weight} [{}]: {}", finding.kind.name(), sentence(finding, language));
    match place(&finding.place) {
        place if place.is_empty() => told,
        place => format!("{place}: {told}"),
    }
}

/// The place as spreadsheet programs write it; nothing where the whole is meant.
pub fn place(place: &Place) -> String {
    match place.sheet.is_empty() {
        true => String::new(),
        false => in_one_line(&place.name(), LONGEST_PLACE),
    }
}

/// What was found, and what would be right.
pub fn sentence(finding: &Finding, language: Language) -> String {
    match language {
        Language::Danish => danish::sentence(&finding.kind),
        Language::English => english::sentence(&finding.kind),
    }
}

/// How much it weighs, in a word.
pub fn weight(weight: Weight, language: Language) -> &'static str {
    match (weight, language) {
        (Weight::Noted, Language::Danish) => "bemærk",
        (Weight::Noted, Language::English) => "note",
        (Weight::Repaired, Language::Danish) => "rettet",
        (Weight::Repaired, Language::English) => "repaired",
        (Weight::Lost, Language::Danish) => "ikke med",
        (Weight::Lost, Language::English) => "left out",
        (Weight::Refused, Language::Danish) => "fejl",
        (Weight::Refused, Language::English) => "problem",
    }
}
