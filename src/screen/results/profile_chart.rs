//! The gap profile as a picture: a row per competence on one common axis that is labelled in words, since a position on
//! a common scale reads best (Cleveland & McGill 1984). The table beside it says the same.
//!
//! Positions are per cent, so that a row stretches without its marks being distorted; with n levels, level i stands in
//! the middle of the axis label's column. Shapes differ, so that colour is never needed.

use super::{Results, profile_table};
use crate::app::Message;
use crate::app::journey::Item;
use crate::framework::{Dimension, Level};
use crate::markup::{Element, Node, el, nothing};
use crate::profile::{Answer, BehaviourCounts, Class, DimensionSummary, LevelSource, Target};
use crate::screen::parts::{Weight, button, change_button};
use crate::wording::Key;
use std::rc::Rc;

/// A scale with more levels than this shows the words of its ends only.
const LABELS_AT_MOST: usize = 5;

pub fn view(results: &Results) -> Element {
    let dimensions = results.framework().dimensions.iter().enumerate();
    el("section.profile")
        .child(results.heading(1, Key::ProfileTitle))
        .child(legend(results))
        .children(dimensions.map(|(place, part)| dimension(results, place, part)))
        .child(profile_table::view(results))
}

fn legend(results: &Results) -> Element {
    let sign = |mark: Element, key: Key| {
        let mark = el("svg[aria-hidden=true]").child(mark);
        el("li").child(mark).child(el("span").text(results.look.text(key)))
    };
    el("ul.legend")
        .child(sign(circle("50%".into()), Key::LegendSelf))
        .child(sign(diamond("50%".into()), Key::LegendTarget))
}

fn dimension(results: &Results, place: usize, part: &Dimension) -> Element {
    let look = results.look;
    let summary = &results.report.profile.dimensions[place];
    let in_focus = results.journey.assessment.targets.focus.contains(&part.id);
    let focus = in_focus.then(|| el("strong").text(look.text(Key::InFocus)).text(". "));
    el("div.dimension")
        .key(place)
        .child(look.content(look.heading_tag(2), &part.title))
        .child(el("p").child(focus).text(summary_words(results, summary)))
        .child(charts(results, part))
        .child(depth(results, place, part, &summary.behaviours))
}

/// Counts, never a mean; with too few answers not even those.
fn summary_words(results: &Results, summary: &DimensionSummary) -> Rc<str> {
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
fn charts(results: &Results, part: &Dimension) -> Vec<Node> {
    let framework = results.framework();
    let mut charts = Vec::new();
    let mut start = part.competences.start;
    while start < part.competences.end {
        let scale = framework.competences[start].scale;
        let is_other = |&place: &usize| framework.competences[place].scale != scale;
        let end = (start..part.competences.end).find(is_other).unwrap_or(part.competences.end);
        let ends_only = framework.scales[scale].levels.len() > LABELS_AT_MOST;
        let chart = el("div")
            .class(if ends_only { "chart ends" } else { "chart" })
            .child(axis(results, scale))
            .child(el("ul.chart-rows").children((start..end).map(|place| row(results, place))));
        charts.push(chart.into());
        start = end;
    }
    charts
}

/// The scale's words; every row says them too.
fn axis(results: &Results, scale: usize) -> Element {
    let levels = results.framework().scales[scale].levels.iter();
    el("div.chart-axis[aria-hidden=true]").children(levels.map(|level| results.look.content("span", &level.label)))
}

fn row(results: &Results, place: usize) -> Element {
    let look = results.look;
    let row = results.row(place);
    let class = look.text(row.class.key());
    let is_known = row.level().is_some();
    let title = results.title(place);
    let (text, name) = match row.answer {
        Answer::NotAnswered => (Key::AnswerNow, Key::AnswerNamed),
        _ => (Key::Change, Key::ChangeNamed),
    };
    let name = look.say(name, &[("title", &title)]);
    // Said by the picture's name, where it is one sentence.
    let for_eyes = |class: &'static str| el("span").class(class).set("aria-hidden", "true");
    let unknown = (!is_known).then(|| for_eyes(unknown_side(results, place)).text(class.clone()));
    let outcome = for_eyes(if row.class == Class::Gap { "chart-class gap" } else { "chart-class" })
        .child(is_known.then(|| el("span").text(class.clone())))
        .child(level_words(results, place));
    el("li.chart-row")
        .key(place)
        .child(results.titled("span", place).class("chart-label"))
        .child(el("span.chart-lane").child(lane(results, place, &title, &class)).child(unknown))
        .child(outcome)
        .child(change_button(look, text, name, Item::Competence(place)))
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
pub fn level_words(results: &Results, place: usize) -> Vec<Node> {
    let row = results.row(place);
    let mut words = Vec::new();
    if let Some(level) = row.level() {
        words.push(answer_words(results, place, level));
    }
    // Where answer and target are the same level, saying it once is enough.
    if let (Target::Level(target), true) = (row.target, row.class != Class::Met) {
        words.push(target_words(results, place, target));
    }
    words.into_iter().map(|words| el("span.meta").text(words).into()).collect()
}

fn answer_words(results: &Results, place: usize, level: Level) -> Rc<str> {
    let look = results.look;
    let words = look.say(Key::AnswerIs, &[("level", &results.label(place, level))]);
    match results.row(place).answer {
        Answer::Rated { from: LevelSource::Behaviours, .. } => {
            format!("{words} ({})", look.text(Key::FromDepth)).into()
        }
        _ => words,
    }
}

fn target_words(results: &Results, place: usize, target: Level) -> Rc<str> {
    results.look.say(Key::RoleAsksFor, &[("level", &results.label(place, target))])
}

/// The picture of one row; its name says the conclusion.
fn lane(results: &Results, place: usize, title: &str, class: &str) -> Element {
    let look = results.look;
    let row = results.row(place);
    let levels = results.framework().scale_of(place).levels.len();
    let at = |level: Level| across(level.into(), levels);
    let (level, target) = (row.level(), row.target.level());
    let line = match (level, target) {
        (Some(level), Some(target)) => Some(line("line", at(level), at(target), "50%", "50%")),
        _ => None,
    };
    let mut described: Vec<_> = level.map(|level| answer_words(results, place, level)).into_iter().collect();
    described.extend(target.map(|target| target_words(results, place, target)));
    let (name, words) = (look.id(&format!("row{place}")), look.id(&format!("row{place}-words")));
    let tick = |level: usize| {
        let x = across(level, levels);
        self::line("axis", x.clone(), x, "0", "100%")
    };
    el("svg[role=img]")
        .set("aria-labelledby", format!("{name} {words}"))
        .child(el("title").set("id", name).text(look.say(Key::ChartTitle, &[("title", title), ("class", class)])))
        .child(
            el("desc")
                .set("id", words)
                .text(described.iter().map(|words| words.to_string()).collect::<Vec<String>>().join(", ")),
        )
        .children((0..levels).map(tick))
        .child(line)
        .child(target.map(|target| diamond(at(target))))
        .child(level.map(|level| circle(at(level))))
}

/// Where a level stands across the lane, to a tenth of a per cent, in whole numbers.
fn across(level: usize, levels: usize) -> Rc<str> {
    let tenths = (2 * level + 1) * 500 / levels;
    format!("{}.{}%", tenths / 10, tenths % 10).into()
}

fn line(class: &'static str, from: Rc<str>, to: Rc<str>, top: &str, bottom: &str) -> Element {
    el("line").class(class).set("x1", from).set("x2", to).set("y1", top).set("y2", bottom)
}

fn circle(x: Rc<str>) -> Element {
    el("circle.self").set("cx", x).set("cy", "50%").set("r", "6")
}

/// An open diamond around the point; an inner `svg`, since a path knows no per cent.
fn diamond(x: Rc<str>) -> Element {
    el("svg.target")
        .set("x", x)
        .set("y", "50%")
        .set("overflow", "visible")
        .set("aria-hidden", "true")
        .child(el("path[d=M0-11 11 0 0 11-11 0Z]"))
}

/// Going into depth, and what was said there.
fn depth(results: &Results, place: usize, part: &Dimension, counts: &BehaviourCounts) -> Node {
    if part.behaviours.is_empty() {
        return nothing();
    }
    let look = results.look;
    let has_depth = results.journey.has_depth(look.framework(), place);
    let said = has_depth.then(|| {
        let label = el("strong").text(look.text(Key::DepthAnswers)).text(". ");
        el("p").child(label).text(depth_counts(results, counts))
    });
    let text = look.text(if has_depth { Key::DepthAgain } else { Key::DepthBegin });
    // The name begins with what stands on the button, so that it can be called by that.
    let name = format!("{text}: {}", look.of_framework(&part.title));
    let begin = button(Weight::Secondary, text, Message::DepthChosen { dimension: place }).set("aria-label", name);
    el("div.depth").child(said).child(begin).into()
}

/// How often each frequency was chosen, the most frequent first.
fn depth_counts(results: &Results, counts: &BehaviourCounts) -> String {
    let look = results.look;
    let framework = results.framework();
    let levels = &framework.scales[framework.behaviour_scale].levels;
    let of_level = |(level, &count): (usize, &usize)| (count, look.of_framework(&levels[level].label));
    let mut all: Vec<(usize, Rc<str>)> = counts.levels.iter().enumerate().rev().map(of_level).collect();
    all.push((counts.no_opportunity, look.text(Key::NoOccasionChoice)));
    all.push((counts.not_observed, look.text(Key::ClassNotObserved)));
    all.push((counts.not_relevant, look.text(Key::ClassNotRelevant)));
    all.push((counts.not_answered, look.text(Key::ClassNotAnswered)));
    let words = all.into_iter().filter(|(count, _)| *count > 0).map(|(count, label)| format!("{label}: {count}"));
    words.collect::<Vec<_>>().join(" · ")
}
