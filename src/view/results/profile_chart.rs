//! The gap profile as a picture: a row per competence on one common axis that is labelled in words, after Cleveland &
//! McGill (1984): a position on a common scale reads best. The table beside it is the real thing for a screen reader.
//!
//! Positions are per cent, so that a row stretches without its marks being distorted; with n levels, level i stands in
//! the middle of the axis label's column. Shapes differ, so that colour is never needed.

use super::{Results, class_key, profile_table};
use crate::app::Message;
use crate::app::journey::Item;
use crate::framework::{Dimension, Level};
use crate::profile::{Answer, BehaviourCounts, Class, DimensionSummary, LevelSource, Target};
use crate::view::parts::{Weight, named_button};
use crate::wording::Key;
use yew::prelude::*;

/// A scale with more levels than this shows the words of its ends only.
const LABELS_AT_MOST: usize = 5;

pub fn view(results: &Results) -> Html {
    let look = results.look;
    let dimensions = look.framework().dimensions.iter().enumerate();
    html! {
        <section class="profile">
            { look.heading(1, look.text(Key::ProfileTitle)) }
            { legend(results) }
            { for dimensions.map(|(place, part)| dimension(results, place, part)) }
            { profile_table::view(results) }
        </section>
    }
}

fn legend(results: &Results) -> Html {
    let sign = |mark: Html, key: Key| {
        html! {
            <li>
                <svg aria-hidden="true">{ mark }</svg>
                <span>{ results.look.text(key) }</span>
            </li>
        }
    };
    html! {
        <ul class="legend">
            { sign(circle("50%".into()), Key::LegendSelf) }
            { sign(diamond("50%".into()), Key::LegendTarget) }
        </ul>
    }
}

fn dimension(results: &Results, place: usize, part: &Dimension) -> Html {
    let look = results.look;
    let summary = &results.report.profile.dimensions[place];
    let title = look.of_framework(&part.title);
    let in_focus = results.journey.assessment.targets.focus.contains(&part.id);
    html! {
        <div class="dimension" key={place}>
            <@{look.heading_tag(2).to_string()} lang={look.content_lang()}>{ title.clone() }</@>
            <p>
                if in_focus { <strong>{ look.text(Key::InFocus) }{ ". " }</strong> }
                { summary_words(results, summary) }
            </p>
            { charts(results, part) }
            { depth(results, place, part, &summary.behaviours, title) }
        </div>
    }
}

/// Counts, never a mean; with too few answers not even those.
fn summary_words(results: &Results, summary: &DimensionSummary) -> AttrValue {
    let look = results.look;
    if !summary.summarised {
        return look.text(Key::TooFewAnswers);
    }
    let count = |class: Class| match summary.counts.get(class) {
        0 => None,
        count => Some(look.count(count_key(class), count)),
    };
    let counts: Vec<_> = Class::ALL.into_iter().filter_map(count).collect();
    (look.wording().list(&counts) + ".").into()
}

fn count_key(class: Class) -> Key {
    match class {
        Class::Above => Key::CountAbove,
        Class::Met => Key::CountMet,
        Class::Near => Key::CountNear,
        Class::Gap => Key::CountGap,
        Class::Later => Key::CountLater,
        Class::NoTarget => Key::CountNoTarget,
        Class::NoOpportunity => Key::CountNoOpportunity,
        Class::NotObserved => Key::CountNotObserved,
        Class::NotAnswered => Key::CountNotAnswered,
        Class::NotRelevant => Key::CountNotRelevant,
    }
}

/// One chart per run of competences on the same scale.
fn charts(results: &Results, part: &Dimension) -> Html {
    let framework = results.framework();
    let mut charts = Vec::new();
    let mut start = part.competences.start;
    while start < part.competences.end {
        let scale = framework.competences[start].scale;
        let is_other = |&place: &usize| framework.competences[place].scale != scale;
        let end = (start..part.competences.end).find(is_other).unwrap_or(part.competences.end);
        let ends_only = framework.scales[scale].levels.len() > LABELS_AT_MOST;
        charts.push(html! {
            <div class={classes!("chart", ends_only.then_some("ends"))}>
                { axis(results, scale) }
                <ul class="chart-rows">{ for (start..end).map(|place| row(results, place)) }</ul>
            </div>
        });
        start = end;
    }
    html! { <>{ for charts }</> }
}

/// The scale's words; every row says them too.
fn axis(results: &Results, scale: usize) -> Html {
    let look = results.look;
    let label = |level: &crate::framework::ScaleLevel| html! { <span>{ look.of_framework(&level.label) }</span> };
    let levels = &look.framework().scales[scale].levels;
    html! {
        <div class="chart-axis" aria-hidden="true" lang={look.content_lang()}>{ for levels.iter().map(label) }</div>
    }
}

fn row(results: &Results, place: usize) -> Html {
    let look = results.look;
    let row = results.row(place);
    let class = look.text(class_key(row.class));
    let is_known = row.level().is_some();
    let title = results.title(place);
    let (text, name) = match row.answer {
        Answer::NotAnswered => (Key::AnswerNow, Key::AnswerNamed),
        _ => (Key::Change, Key::ChangeNamed),
    };
    let name = look.say(name, &[("title", &title)]);
    let outcome = if row.class == Class::Gap { "chart-class gap" } else { "chart-class" };
    html! {
        <li class="chart-row" key={place}>
            <span class="chart-label" lang={look.content_lang()}>{ title.clone() }</span>
            <span class="chart-lane">
                { lane(results, place, &title, &class) }
                if !is_known { <span class={unknown_side(results, place)} aria-hidden="true">{ class.clone() }</span> }
            </span>
            <span class={outcome} aria-hidden="true">
                if is_known { <span>{ class }</span> }
                { for level_words(results, place) }
            </span>
            { named_button(
                look,
                Weight::Quiet,
                look.text(text),
                Some(name),
                Message::ChangeAsked(Item::Competence(place)),
            ) }
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
pub fn level_words(results: &Results, place: usize) -> Vec<Html> {
    let look = results.look;
    let row = results.row(place);
    let mut words = Vec::new();
    if let Answer::Rated { level, from } = row.answer {
        let mut answer = look.say(Key::AnswerIs, &[("level", &results.label(place, level))]).to_string();
        if from == LevelSource::Behaviours {
            answer.push_str(" (");
            answer.push_str(&look.text(Key::FromDepth));
            answer.push(')');
        }
        words.push(AttrValue::from(answer));
    }
    if let (Target::Level(target), true) = (row.target, says_target(row.class)) {
        words.push(look.say(Key::RoleAsksFor, &[("level", &results.label(place, target))]));
    }
    words.into_iter().map(|words| html! { <span class="meta">{ words }</span> }).collect()
}

/// Where answer and target are the same level, saying it once is enough.
fn says_target(class: Class) -> bool {
    class != Class::Met
}

/// The picture of one row; its title and description say the conclusion.
fn lane(results: &Results, place: usize, title: &str, class: &str) -> Html {
    let look = results.look;
    let row = results.row(place);
    let levels = results.framework().scale_of(place).levels.len();
    let (level, target) = (row.level(), row.target.level());
    let ids = [look.id(&format!("row{place}")), look.id(&format!("row{place}-words"))];
    let described: Vec<_> =
        [level.map(|level| (Key::AnswerIs, level)), target.map(|target| (Key::RoleAsksFor, target))]
            .into_iter()
            .flatten()
            .map(|(key, level)| look.say(key, &[("level", &results.label(place, level))]))
            .collect();
    let tick = |level: usize| {
        let x = across(level, levels);
        html! { <line class="axis" x1={x.clone()} x2={x} y1="0" y2="100%" /> }
    };
    let at = |level: Level| across(level.into(), levels);
    html! {
        <svg role="img" aria-labelledby={ids.join(" ")}>
            <title id={ids[0].clone()}>{ look.say(Key::ChartTitle, &[("title", title), ("class", class)]) }</title>
            <desc id={ids[1].clone()}>{ described.join(". ") }</desc>
            { for (0..levels).map(tick) }
            if let (Some(level), Some(target)) = (level, target) {
                <line class="line" x1={at(level)} x2={at(target)} y1="50%" y2="50%" />
            }
            if let Some(target) = target { { diamond(at(target)) } }
            if let Some(level) = level { { circle(at(level)) } }
        </svg>
    }
}

/// Where a level stands across the lane, to a tenth of a per cent, in whole numbers.
fn across(level: usize, levels: usize) -> AttrValue {
    let tenths = (2 * level + 1) * 500 / levels;
    format!("{}.{}%", tenths / 10, tenths % 10).into()
}

fn circle(x: AttrValue) -> Html {
    html! { <circle class="self" cx={x} cy="50%" r="6" /> }
}

/// An open diamond around the point; an inner `svg`, since a path knows no per cent.
fn diamond(x: AttrValue) -> Html {
    html! { <svg class="target" {x} y="50%" overflow="visible" aria-hidden="true"><path d="M0-11 11 0 0 11-11 0Z" /></svg> }
}

/// Going into depth, and what was said there.
fn depth(results: &Results, place: usize, part: &Dimension, counts: &BehaviourCounts, title: AttrValue) -> Html {
    if part.behaviours.is_empty() {
        return Html::default();
    }
    let look = results.look;
    let has_depth = results.journey.has_depth(look.framework(), place);
    let text = look.text(if has_depth { Key::DepthAgain } else { Key::DepthBegin });
    let name = look.say(Key::DepthNamed, &[("title", &title)]);
    html! {
        <div class="depth">
            if has_depth {
                <p><strong>{ look.text(Key::DepthAnswers) }{ ". " }</strong>{ depth_counts(results, counts) }</p>
            }
            { named_button(look, Weight::Secondary, text, Some(name), Message::DepthChosen { dimension: place }) }
        </div>
    }
}

/// How often each frequency was chosen, the most frequent first.
fn depth_counts(results: &Results, counts: &BehaviourCounts) -> String {
    let look = results.look;
    let framework = look.framework();
    let levels = &framework.scales[framework.behaviour_scale].levels;
    let of_level = |(level, &count): (usize, &usize)| (count, look.of_framework(&levels[level].label));
    let mut all: Vec<(usize, AttrValue)> = counts.levels.iter().enumerate().rev().map(of_level).collect();
    all.push((counts.no_opportunity, look.text(Key::NoOccasionChoice)));
    all.push((counts.not_observed, look.text(Key::ClassNotObserved)));
    all.push((counts.not_relevant, look.text(Key::ClassNotRelevant)));
    all.push((counts.not_answered, look.text(Key::ClassNotAnswered)));
    let words = all.into_iter().filter(|(count, _)| *count > 0).map(|(count, label)| format!("{label}: {count}"));
    words.collect::<Vec<_>>().join(" · ")
}
