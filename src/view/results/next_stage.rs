//! For a new hire: what there was no chance to try yet, the first areas that would give it, and the way from this stage's
//! levels to the next.
//!
//! Knows nothing of how levels grow; says only what changes.

use super::area_card::label;
use super::chances::first_areas;
use super::seen::Results;
use super::summary::answered;
use crate::comparison::stages::{self, TargetChange};
use crate::framework::Level;
use crate::profile::{CountedAnswer, Target};
use crate::view::pieces::{chips, heading, heading_of, paragraph, text};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// What wasn't tried yet, and where one could.
pub fn not_tried(results: &Results) -> Html {
    let view = results.view;
    let missing = &results.report.profile.missing_opportunities;
    let open = answered(results, CountedAnswer::NotAnswered);
    if missing.is_empty() && open.is_empty() {
        return Html::default();
    }
    let named = |key: Key, places: &[usize]| match places.is_empty() {
        true => Html::default(),
        false => html! { <>{ label(results, key) }{ chips(view, places) }</> },
    };
    html! {
        <section class="part">
            { heading(view, 1, Key::NotTriedTitle) }
            { paragraph(view, Key::NotTriedLead) }
            { named(Key::ClassNoOpportunity, missing) }
            { named(Key::ClassNotAnswered, &open) }
            { first_areas(results) }
        </section>
    }
}

/// From this stage's levels to the next, the same step for several competences said once.
pub fn next_stage(results: &Results) -> Html {
    let view = results.view;
    let next = stages::next_stage(results.framework(), results.viewed_role, &results.journey.assessment);
    let Some(next) = next else { return Html::default() };
    let title = match next.stage {
        Some(stage) => {
            let stage = &results.framework().roles[results.viewed_role].stages[stage];
            view.say(Key::NextStageTitle, &[("stage", &view.of_framework(&stage.title))])
        }
        None => view.text(Key::NextStageFull),
    };
    let lead = match next.changes.is_empty() {
        false => Key::NextStageLead,
        // The role's levels hold in full already.
        true if next.stage.is_none() => return Html::default(),
        true => Key::NextStageSame,
    };
    let scale = |change: &TargetChange| results.framework().competences[change.competence].scale;
    let step = |change: &TargetChange| (change.now, change.next, scale(change));
    let mut steps = Vec::new();
    let highest = next.changes.iter().filter_map(|change| change.next.level()).max().unwrap_or(0);
    // The highest levels first.
    for level in (0..=highest).rev() {
        for (place, first) in next.changes.iter().enumerate() {
            let is_same = |change: &&TargetChange| step(change) == step(first);
            if first.next == Target::Level(level) && !next.changes[..place].iter().any(|change| is_same(&change)) {
                let places: Vec<usize> = next.changes.iter().filter(is_same).map(|change| change.competence).collect();
                steps.push(html! { <p class="label">{ text(words(results, first, level)) }</p> });
                steps.push(chips(view, &places));
            }
        }
    }
    html! {
        <section class="part">
            { heading_of(view, 1, title) }
            { paragraph(view, lead) }
            { steps }
        </section>
    }
}

fn words(results: &Results, change: &TargetChange, next: Level) -> Rc<str> {
    let label = |level| results.label(change.competence, level);
    match change.now {
        Target::Level(now) => results.view.say(Key::NextStageFromTo, &[("from", &label(now)), ("to", &label(next))]),
        _ => results.view.say(Key::NextStageComes, &[("to", &label(next))]),
    }
}
