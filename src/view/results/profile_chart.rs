//! The gap profile as a picture: a row per competence on one common axis. The table beside it says the same.

use super::area_card::label;
use super::profile_table;
use super::seen::{Results, plan_button};
use crate::framework::{Dimension, Level};
use crate::profile::{BehaviourCounts, Class, CountedAnswer, LevelSource, Target};
use crate::state::journey::Item;
use crate::state::{Message, PlanFor};
use crate::view::chart::{Mark, Picture, charts, legend, summary_words};
use crate::view::pieces::{change_button, heading, heading_with, named_secondary_button, text};
use crate::view::question::{least_often, most_often};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// By which the dimension at this place is found on the screen.
pub fn dimension_name(place: usize) -> String {
    format!("dimension{place}")
}

/// As many behaviours of a dimension stand as talking points.
const MOST_BEHAVIOURS: usize = 3;

pub fn profile_chart(results: &Results) -> Html {
    let view = results.view;
    let dimensions = results.framework().dimensions.iter().enumerate();
    let mut marks = vec![(Mark::Circle, view.text(Key::LegendSelf)), (Mark::Diamond, view.text(Key::LegendTarget))];
    if (0..results.framework().competences.len()).any(|place| results.moved(place).is_some()) {
        marks.push((Mark::SmallDiamond, view.text(Key::LegendOfRole)));
    }
    html! {
        <section class="profile">
            // The screen's own heading says it there.
            if view.is_on_paper() {
                { heading(view, 1, Key::ProfileTitle) }
            }
            { legend(marks) }
            for (place, part) in dimensions {
                { dimension(results, place, part) }
            }
            { profile_table::profile_table(results) }
        </section>
    }
}

fn dimension(results: &Results, place: usize, dimension: &Dimension) -> Html {
    let view = results.view;
    let summary = &results.report.profile.dimensions[place];
    let in_focus = results.journey.assessment.targets.focus.contains(&dimension.id);
    let places: Vec<usize> = dimension.competences.clone().collect();
    html! {
        <div class="dimension" key={place} id={view.id(&dimension_name(place))} tabindex="-1">
            { heading_with(view, if view.is_on_paper() { 2 } else { 1 }, &dimension.title) }
            <p>
                if in_focus {
                    <strong>{ text(format!("{}. ", view.text(Key::InFocus))) }</strong>
                }
                { text(summary_words(view, summary.summarised, &summary.counts)) }
            </p>
            { charts(view, &places, &|place| row(results, place)) }
            { depth(results, place, dimension, &summary.behaviours) }
        </div>
    }
}

fn row(results: &Results, place: usize) -> Html {
    let view = results.view;
    let row = results.row(place);
    let class = view.text(row.class.key());
    let is_known = row.level().is_some();
    let title = view.competence(place);
    let (words, name) = match row.answer {
        CountedAnswer::NotAnswered => (Key::AnswerNow, Key::AnswerNamed),
        _ => (Key::Change, Key::ChangeNamed),
    };
    let name = view.say(name, &[("title", &title)]);
    let outcome = if row.class == Class::Gap { "chart-class gap" } else { "chart-class" };
    let says_something = is_known || row.target.level().is_some();
    html! {
        <li class="chart-row" key={place}>
            <span class="chart-label" lang={view.lang()}>{ text(title.clone()) }</span>
            <span class="chart-lane">
                { lane(results, place, &title, &class) }
                if !is_known {
                    <span class={unknown_side(results, place)} aria-hidden="true">{ text(class.clone()) }</span>
                }
            </span>
            // On paper what says nothing takes no room.
            if !view.is_on_paper() || says_something {
                // Said by the picture's name, where it is one sentence.
                <span class={outcome} aria-hidden="true">
                    if is_known {
                        { text(class) }
                    }
                    { level_words(results, place) }
                </span>
            }
            { change_button(view, words, name, Item::Competence(place)) }
        </li>
    }
}

/// The words for what isn't known stand in the place of the circle, where the diamond leaves room.
fn unknown_side(results: &Results, place: usize) -> &'static str {
    let half = results.framework().scale_of(place).highest() / 2;
    match results.row(place).target.level() {
        Some(target) if target < half => "chart-unknown end",
        _ => "chart-unknown",
    }
}

/// *Dit svar: ...*, *Rollen kræver: ...*, as far as there is something to say.
pub fn level_words(results: &Results, place: usize) -> Html {
    let row = results.row(place);
    let mut said = Vec::new();
    if let Some(level) = row.level() {
        said.push(answer_words(results, place, level));
    }
    // Where answer and target are the same level, saying it once is enough; not where the role asks for another.
    let says_more = row.class != Class::Met || results.moved(place).is_some();
    if let (Target::Level(target), true) = (row.target, says_more) {
        said.push(target_words(results, place, target));
    }
    said.into_iter().map(|words| html! { <><span class="meta">{ text(words) }</span>{ text(" ") }</> }).collect()
}

pub fn answer_words(results: &Results, place: usize, level: Level) -> Rc<str> {
    let view = results.view;
    let words = view.say(Key::AnswerIs, &[("level", &results.label(place, level))]);
    match results.row(place).answer {
        CountedAnswer::Rated { from: LevelSource::Behaviours, .. } => {
            format!("{words} ({})", view.text(Key::FromDepth)).into()
        }
        _ => words,
    }
}

fn target_words(results: &Results, place: usize, target: Level) -> Rc<str> {
    results.moved(place).unwrap_or_else(|| results.view.target_in_words(place, None, target))
}

/// The picture of one row; its name says the conclusion.
fn lane(results: &Results, place: usize, title: &str, class: &str) -> Html {
    let row = results.row(place);
    let (level, target) = (row.level(), row.target.level());
    let mut described: Vec<_> = level.map(|level| answer_words(results, place, level)).into_iter().collect();
    described.extend(target.map(|target| target_words(results, place, target)));
    let name = results.view.say(Key::ChartTitle, &[("title", title), ("class", class)]);
    let of_role = results.moved(place).and(row.role_target);
    let picture = Picture { own: level, targets: &[target], of_role, line_to: target, ..Picture::default() };
    picture.draw(results.view, "row", place, name, &described)
}

/// Going into depth, and what was said there.
fn depth(results: &Results, place: usize, dimension: &Dimension, counts: &BehaviourCounts) -> Html {
    let view = results.view;
    let has_depth = results.journey.has_depth(view.framework(), place);
    if dimension.behaviours.is_empty() || view.is_on_paper() && !has_depth {
        return Html::default();
    }
    let words = view.text(if has_depth { Key::DepthAgain } else { Key::DepthBegin });
    // The name begins with what stands on the button, so that it can be called by that.
    let name = format!("{words}: {}", view.of_framework(&dimension.title)).into();
    html! {
        <div class="depth">
            if has_depth {
                <p>
                    <strong>{ text(format!("{}. ", view.text(Key::DepthAnswers))) }</strong>
                    { text(depth_counts(results, counts)) }
                </p>
                { often(results, dimension) }
            }
            { named_secondary_button(view, words, name, Message::DepthChosen { dimension: place }) }
        </div>
    }
}

/// The behaviours answered highest and lowest, to talk about and to agree on something. On paper the highest stand among the examples.
fn often(results: &Results, dimension: &Dimension) -> Html {
    let Results { view, journey, .. } = results;
    if view.is_on_paper() {
        return Html::default();
    }
    let titles = match results.is_managers() {
        true => [Key::BehavioursOftenManager, Key::BehavioursSeldomManager],
        false => [Key::BehavioursOften, Key::BehavioursSeldom],
    };
    let found = [most_often, least_often].map(|find| find(view, journey, dimension, MOST_BEHAVIOURS));
    let list = |(title, behaviours): (Key, Vec<(usize, Html)>)| {
        html! {
            <div>
                { label(results, title) }
                <ul>
                    for (place, said) in behaviours {
                        <li>
                            { said }
                            <div>{ plan_button(results, PlanFor::Behaviour(place)) }</div>
                        </li>
                    }
                </ul>
            </div>
        }
    };
    titles.into_iter().zip(found).filter(|(_, behaviours)| !behaviours.is_empty()).map(list).collect()
}

/// How often each frequency was chosen, the most frequent first.
fn depth_counts(results: &Results, counts: &BehaviourCounts) -> String {
    let view = results.view;
    let framework = results.framework();
    let levels = &framework.scales[framework.behaviour_scale].levels;
    let of_level = |(level, &count): (usize, &usize)| (count, view.of_framework(view.label(&levels[level])));
    let mut all: Vec<(usize, Rc<str>)> = counts.levels.iter().enumerate().rev().map(of_level).collect();
    all.push((counts.no_opportunity, view.text(Key::NoOccasionChoice)));
    all.push((counts.not_observed, view.text(Key::ClassNotObserved)));
    all.push((counts.not_relevant, view.text(Key::ClassNotRelevant)));
    all.push((counts.not_answered, view.text(Key::ClassNotAnswered)));
    let words = all.into_iter().filter(|(count, _)| *count > 0).map(|(count, label)| format!("{label}: {count}"));
    words.collect::<Vec<_>>().join(" · ")
}
