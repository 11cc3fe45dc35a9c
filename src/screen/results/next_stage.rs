//! For a new hire: what there was no chance to try yet, the first areas that would give it, and the way from this stage's
//! levels to the next.
//!
//! Knows nothing of how levels grow; says only what changes.

use super::area_card::head;
use super::summary::answered;
use super::{Results, chips};
use crate::comparison::stages::{TargetChange, next_stage};
use crate::framework::Level;
use crate::markup::{Node, el, nothing, several};
use crate::profile::{CountedAnswer, Target};
use crate::wording::Key;
use std::rc::Rc;

/// As many areas are enough to begin with.
const FIRST_AREAS: usize = 3;

/// No scale goes beyond it.
const HIGHEST: Level = 10;

/// What wasn't tried yet, and where one could.
pub fn not_tried(results: &Results) -> Option<Node> {
    let look = results.look;
    let report = &results.report;
    let missing = &report.profile.missing_opportunities;
    let open = answered(results, CountedAnswer::NotAnswered);
    if missing.is_empty() && open.is_empty() {
        return None;
    }
    let named = |key: Key, places: &[usize]| -> Node {
        if places.is_empty() {
            return nothing();
        }
        several().child(look.paragraph(key).class("label")).child(chips(results, places))
    };
    Some(
        el("section.part")
            .child(results.heading(1, Key::NotTriedTitle))
            .child(look.paragraph(Key::NotTriedLead))
            .child(named(Key::ClassNoOpportunity, missing))
            .child(named(Key::ClassNotAnswered, &open))
            .child(first_areas(results)),
    )
}

/// The first areas of the ranking that let one try some of it.
fn first_areas(results: &Results) -> Option<Node> {
    let look = results.look;
    let suggestions = &results.report.suggestions;
    let (mut list, mut count) = (el("ul.findings.columns"), 0);
    for &area in &suggestions.ranking {
        let tried = &suggestions.areas[area].opportunities;
        if !tried.is_empty() && count < FIRST_AREAS {
            let chance = look.paragraph(Key::ChanceHere).class("label");
            list = list.child(el("li").key(area).child(head(results, area)).child(chance).child(chips(results, tried)));
            count += 1;
        }
    }
    (results.journey.asks_areas(look.framework()) && count > 0).then(|| {
        el("div.part")
            .child(results.heading(2, Key::FirstAreasTitle))
            .child(look.paragraph(Key::FirstAreasLead))
            .child(list)
    })
}

/// From this stage's levels to the next, the same step for several competences said once.
pub fn view(results: &Results) -> Option<Node> {
    let look = results.look;
    let next = next_stage(results.framework(), results.viewed_role, &results.journey.assessment)?;
    let title = match next.stage {
        Some(stage) => {
            let stage = &results.framework().roles[results.viewed_role].stages[stage];
            look.say(Key::NextStageTitle, &[("stage", &look.of_framework(&stage.title))])
        }
        None => look.text(Key::NextStageFull),
    };
    let lead = match next.changes.is_empty() {
        false => Key::NextStageLead,
        // The role's levels hold in full already.
        true if next.stage.is_none() => return None,
        true => Key::NextStageSame,
    };
    let mut section = el("section.part").child(look.heading_of(1, title)).child(look.paragraph(lead));
    let scale = |change: &TargetChange| results.framework().competences[change.competence].scale;
    // The highest levels first.
    for level in (0..=HIGHEST).rev() {
        for (place, first) in next.changes.iter().enumerate() {
            let same = |change: &&TargetChange| {
                (change.now, change.next, scale(change)) == (first.now, first.next, scale(first))
            };
            if first.next == Target::Level(level) && !next.changes[..place].iter().any(|change| same(&change)) {
                let places: Vec<usize> = next.changes.iter().filter(same).map(|change| change.competence).collect();
                section =
                    section.child(el("p.label").text(words(results, first, level))).child(chips(results, &places));
            }
        }
    }
    Some(section)
}

fn words(results: &Results, change: &TargetChange, next: Level) -> Rc<str> {
    let label = |level| results.label(change.competence, level);
    match change.now {
        Target::Level(now) => results.look.say(Key::NextStageFromTo, &[("from", &label(now)), ("to", &label(next))]),
        _ => results.look.say(Key::NextStageComes, &[("to", &label(next))]),
    }
}
