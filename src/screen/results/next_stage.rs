//! For a new hire: what there was no chance to try yet, the first areas that would give it, and the way from this stage's
//! levels to the next.
//!
//! Knows nothing of how levels grow; says only what changes.

use super::area_card::head;
use super::summary::answered;
use super::{Results, chips};
use crate::comparison::stages::{TargetChange, next_stage};
use crate::framework::Level;
use crate::markup::{Element, Node, el, nothing};
use crate::profile::{Answer, Target};
use crate::string::Str;
use crate::wording::Key;

/// As many areas are enough to begin with.
const FIRST_AREAS: usize = 3;

/// What wasn't tried yet, and where one could.
pub fn not_tried(results: &Results) -> Option<Element> {
    let look = results.look;
    let report = &results.report;
    let missing = &report.profile.missing_opportunities;
    let open = answered(results, Answer::NotAnswered);
    if missing.is_empty() && open.is_empty() {
        return None;
    }
    let named = |key: Key, places: &[usize]| -> Node {
        if places.is_empty() {
            return nothing();
        }
        vec![look.paragraph(key).class("label").into(), chips(results, places).into()].into()
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
fn first_areas(results: &Results) -> Option<Element> {
    let look = results.look;
    let suggestions = &results.report.suggestions;
    let gives = |area: &&usize| !suggestions.areas[**area].opportunities.is_empty();
    let line = |&area: &usize| {
        let tried = &suggestions.areas[area].opportunities;
        let chance = look.paragraph(Key::ChanceHere).class("label");
        el("li").key(area).child(head(results, area)).child(chance).child(chips(results, tried))
    };
    let lines: Vec<_> = suggestions.ranking.iter().filter(gives).take(FIRST_AREAS).map(line).collect();
    (results.journey.asks_areas(look.framework()) && !lines.is_empty()).then(|| {
        el("div.part")
            .child(results.heading(2, Key::FirstAreasTitle))
            .child(look.paragraph(Key::FirstAreasLead))
            .child(el("ul.findings.columns").children(lines))
    })
}

/// From this stage's levels to the next, the same step for several competences said once.
pub fn view(results: &Results) -> Option<Element> {
    let look = results.look;
    let next = next_stage(results.framework(), results.lens, &results.journey.assessment)?;
    let title = match next.stage {
        Some(stage) => {
            let stage = &results.framework().roles[results.lens].stages[stage];
            look.say(Key::NextStageTitle, &[("stage", &look.of_framework(&stage.title))])
        }
        None => look.text(Key::NextStageFull),
    };
    let mut groups: Vec<(Str, Vec<usize>)> = Vec::new();
    // Highest first: what grows the most into the role is read first.
    for level in (0..=Level::MAX).rev() {
        for change in next.changes.iter().filter(|change| change.next == Target::Level(level)) {
            let words = words(results, change, level);
            match groups.iter_mut().find(|(own, _)| *own == words) {
                Some((_, places)) => places.push(change.competence),
                None => groups.push((words, vec![change.competence])),
            }
        }
    }
    let lead = match groups.is_empty() {
        false => Key::NextStageLead,
        // The role's levels hold in full already.
        true if next.stage.is_none() => return None,
        true => Key::NextStageSame,
    };
    let group = |(words, places): (Str, Vec<usize>)| {
        Node::from(vec![el("p.label").text(words).into(), chips(results, &places).into()])
    };
    let groups: Vec<Node> = groups.into_iter().map(group).collect();
    Some(el("section.part").child(look.heading(1, title)).child(look.paragraph(lead)).child(groups))
}

fn words(results: &Results, change: &TargetChange, next: Level) -> Str {
    let label = |level| results.label(change.competence, level);
    match change.now {
        Target::Level(now) => results.look.say(Key::NextStageFromTo, &[("from", &label(now)), ("to", &label(next))]),
        _ => results.look.say(Key::NextStageComes, &[("to", &label(next))]),
    }
}
