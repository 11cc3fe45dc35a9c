//! The gap profile as a picture: a row per competence on one common axis. The table beside it says the same.

use super::{Results, profile_table};
use crate::framework::{Dimension, Level};
use crate::markup::{Node, el, nothing, several};
use crate::profile::{BehaviourCounts, Class, CountedAnswer, LevelSource, Target};
use crate::screen::chart::{MIDDLE, Picture, charts, circle, diamond, sign, summary_words};
use crate::screen::pieces::{Weight, button_of, change_button};
use crate::state::Message;
use crate::state::journey::Item;
use crate::wording::Key;
use std::rc::Rc;

pub fn view(results: &Results) -> Node {
    let dimensions = results.framework().dimensions.iter().enumerate();
    let look = results.look;
    let signs =
        vec![sign(circle(MIDDLE), look.text(Key::LegendSelf)), sign(diamond(MIDDLE), look.text(Key::LegendTarget))];
    el("section.profile")
        .child(results.heading(1, Key::ProfileTitle))
        .child(el("ul.legend").children(signs))
        .children(dimensions.map(|(place, part)| dimension(results, place, part)))
        .child(profile_table::view(results))
}

fn dimension(results: &Results, place: usize, part: &Dimension) -> Node {
    let look = results.look;
    let summary = &results.report.profile.dimensions[place];
    let in_focus = results.journey.assessment.targets.focus.contains(&part.id);
    let focus = in_focus.then(|| look.el("strong", Key::InFocus).text(". "));
    el("div.dimension")
        .key(place)
        .child(look.content(look.heading_tag(2), &part.title))
        .child(el("p").child(focus).text(summary_words(look, summary.summarised, &summary.counts)))
        .child(charts(look, &part.competences.clone().collect::<Vec<_>>(), &|place| row(results, place)))
        .child(depth(results, place, part, &summary.behaviours))
}

fn row(results: &Results, place: usize) -> Node {
    let look = results.look;
    let row = results.row(place);
    let class = look.text(row.class.key());
    let is_known = row.level().is_some();
    let title = results.title(place);
    let (text, name) = match row.answer {
        CountedAnswer::NotAnswered => (Key::AnswerNow, Key::AnswerNamed),
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
pub fn level_words(results: &Results, place: usize) -> Node {
    let row = results.row(place);
    let mut words = Vec::new();
    if let Some(level) = row.level() {
        words.push(answer_words(results, place, level));
    }
    // Where answer and target are the same level, saying it once is enough.
    if let (Target::Level(target), true) = (row.target, row.class != Class::Met) {
        words.push(target_words(results, place, target));
    }
    several().children(words.into_iter().map(|words| el("span.meta").text(words)))
}

pub fn answer_words(results: &Results, place: usize, level: Level) -> Rc<str> {
    let look = results.look;
    let words = look.say(Key::AnswerIs, &[("level", &results.label(place, level))]);
    match results.row(place).answer {
        CountedAnswer::Rated { from: LevelSource::Behaviours, .. } => {
            format!("{words} ({})", look.text(Key::FromDepth)).into()
        }
        _ => words,
    }
}

fn target_words(results: &Results, place: usize, target: Level) -> Rc<str> {
    results.look.say(Key::RoleAsksFor, &[("level", &results.label(place, target))])
}

/// The picture of one row; its name says the conclusion.
fn lane(results: &Results, place: usize, title: &str, class: &str) -> Node {
    let row = results.row(place);
    let (level, target) = (row.level(), row.target.level());
    let mut described: Vec<_> = level.map(|level| answer_words(results, place, level)).into_iter().collect();
    described.extend(target.map(|target| target_words(results, place, target)));
    let name = results.look.say(Key::ChartTitle, &[("title", title), ("class", class)]);
    let picture = Picture { own: level, targets: &[target], line_to: target, ..Picture::default() };
    picture.draw(results.look, "row", place, name, &described)
}

/// Going into depth, and what was said there.
fn depth(results: &Results, place: usize, part: &Dimension, counts: &BehaviourCounts) -> Node {
    if part.behaviours.is_empty() {
        return nothing();
    }
    let look = results.look;
    let has_depth = results.journey.has_depth(look.framework(), place);
    let said = has_depth.then(|| {
        let label = look.el("strong", Key::DepthAnswers).text(". ");
        el("p").child(label).text(depth_counts(results, counts))
    });
    let text = look.text(if has_depth { Key::DepthAgain } else { Key::DepthBegin });
    // The name begins with what stands on the button, so that it can be called by that.
    let name = format!("{text}: {}", look.of_framework(&part.title));
    let begin = button_of(Weight::Secondary, text, Message::DepthChosen { dimension: place }).set("aria-label", name);
    el("div.depth").child(said).child(begin)
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
