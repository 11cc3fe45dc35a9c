//! Pictures and tables of competences, a row for each: the pieces that the results and a comparison are drawn from.
//!
//! A row's marks stand on one common axis that is labelled in words, since a position on a common scale reads best
//! (Cleveland & McGill 1984). Positions are per cent, so that a row stretches without its marks being distorted; with n
//! levels, level i stands in the middle of the axis label's column. Shapes differ, so that colour is never needed. Knows
//! nothing of where the levels come from.

use super::context::View;
use super::pieces::{content, shows_next, text, words};
use crate::framework::{Dimension, Level};
use crate::profile::{Class, ClassCounts};
use crate::wording::Key;
use std::rc::Rc;
use yew::{AttrValue, Html, html};

/// A scale with more levels than this shows the words of its ends only.
const LABELS_AT_MOST: usize = 5;

/// One chart per run of competences on the same scale.
pub fn charts(view: &View, places: &[usize], row: &dyn Fn(usize) -> Html) -> Html {
    let places: Vec<usize> = places.iter().copied().take_while(|_| view.takes_row()).collect();
    let framework = view.framework();
    let chart = |run: &[usize]| {
        let scale = framework.competences[run[0]].scale;
        let levels = &framework.scales[scale].levels;
        let label = |words| html! { <span lang={view.lang()}>{ content(view, words) }</span> };
        html! {
            <div class={if levels.len() > LABELS_AT_MOST { "chart ends" } else { "chart" }} part="chart">
                // The scale's words; every row says them too.
                <div class="chart-axis" aria-hidden="true">
                    for level in levels {
                        { label(level.short.as_ref().unwrap_or(view.label(level))) }
                    }
                </div>
                <ul class="chart-rows">
                    for &place in run {
                        { row(place) }
                    }
                </ul>
            </div>
        }
    };
    let on_same_scale =
        |one: &usize, other: &usize| framework.competences[*one].scale == framework.competences[*other].scale;
    places.chunk_by(on_same_scale).map(chart).collect()
}

/// The marks of one competence on their common axis.
#[derive(Default)]
pub struct Picture<'a> {
    /// A filled circle.
    pub own: Option<Level>,
    /// An open square.
    pub other: Option<Level>,
    /// Open diamonds.
    pub targets: &'a [Option<Level>],
    /// A small one, where the role itself asks for another level.
    pub of_role: Option<Level>,
    /// Where the line from the circle leads.
    pub line_to: Option<Level>,
}

impl Picture<'_> {
    /// `id` sets it apart from other pictures of the same competence.
    pub fn draw(&self, view: &View, id: &str, place: usize, name: Rc<str>, described: &[Rc<str>]) -> Html {
        let levels = view.framework().scale_of(place).levels.len();
        let at = |level: Level| across(level.into(), levels);
        let id = view.id(&format!("{id}{place}"));
        let words_id = format!("{id}-words");
        let tick = |level: usize| line("axis", across(level, levels), across(level, levels), "0", "100%");
        html! {
            <svg role="img" aria-labelledby={format!("{id} {words_id}")}>
                <title {id} key={&*name}>{ AttrValue::from(name) }</title>
                { description(words_id, described) }
                for level in 0..levels {
                    { tick(level) }
                }
                if let (Some(from), Some(to)) = (self.own, self.line_to) {
                    { line("line", at(from), at(to), "50%", "50%") }
                }
                for target in self.targets.iter().flatten() {
                    { diamond(at(*target)) }
                }
                if let Some(level) = self.of_role {
                    { small_diamond(at(level)) }
                }
                if let Some(level) = self.own {
                    { circle(at(level)) }
                }
                // Last and unfilled, so that no mark is hidden by another.
                if let Some(level) = self.other {
                    { square(at(level)) }
                }
            </svg>
        }
    }
}

fn description(id: String, described: &[Rc<str>]) -> Html {
    let words = described.join(", ");
    html! { <desc {id} key={&*words}>{ AttrValue::from(words) }</desc> }
}

/// Where a level stands across the lane, to a tenth of a per cent, in whole numbers.
fn across(level: usize, levels: usize) -> AttrValue {
    let tenths = (2 * level + 1) * 500 / levels;
    format!("{}.{}%", tenths / 10, tenths % 10).into()
}

fn line(class: &'static str, from: AttrValue, to: AttrValue, top: &'static str, bottom: &'static str) -> Html {
    html! { <line {class} x1={from} x2={to} y1={top} y2={bottom} /> }
}

/// Where the mark of a legend stands.
const MIDDLE: AttrValue = AttrValue::Static("50%");

fn circle(x: AttrValue) -> Html {
    html! { <circle class="self" cx={x} cy="50%" r="6" /> }
}

fn diamond(x: AttrValue) -> Html {
    around("target", x, "M0-11 11 0 0 11-11 0Z")
}

fn small_diamond(x: AttrValue) -> Html {
    around("target", x, "M0-6 6 0 0 6-6 0Z")
}

fn square(x: AttrValue) -> Html {
    around("other", x, "M-8-8H8V8H-8Z")
}

/// An open shape around the point; an inner `svg`, since a path knows no per cent.
fn around(class: &'static str, x: AttrValue, path: &'static str) -> Html {
    html! { <svg {class} {x} y="50%" overflow="visible" aria-hidden="true"><path d={path} /></svg> }
}

/// Marks with what they stand for.
pub fn legend(marks: impl IntoIterator<Item = (Mark, Rc<str>)>) -> Html {
    let sign = |(mark, words): (Mark, Rc<str>)| {
        let drawn = match mark {
            Mark::Circle => circle(MIDDLE),
            Mark::Square => square(MIDDLE),
            Mark::Diamond => diamond(MIDDLE),
            Mark::SmallDiamond => small_diamond(MIDDLE),
        };
        html! { <li><svg aria-hidden="true">{ drawn }</svg>{ text(words) }</li> }
    };
    html! {
        <ul class="legend">
            for mark in marks {
                { sign(mark) }
            }
        </ul>
    }
}

/// What a level is marked by.
pub enum Mark {
    Circle,
    Square,
    Diamond,
    SmallDiamond,
}

/// Counts, never a mean; with too few answers not even those.
pub fn summary_words(view: &View, is_summarised: bool, counts: &ClassCounts) -> Rc<str> {
    if !is_summarised {
        return view.text(Key::TooFewAnswers);
    }
    let count = |class: Class| match counts.get(class) {
        0 => None,
        count => Some(view.count(count_key(class), count)),
    };
    let counts: Vec<_> = Class::ALL.into_iter().filter_map(count).collect();
    (view.wording().list(&counts) + ".").into()
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

/// Under this name the table is folded away.
pub const TABLE: &str = "table";

/// A row per competence under its dimension. The table stands beside the `details` that shows it, so that print can show
/// it whether it is open or not.
pub fn one_click_away(view: &View, caption: Rc<str>, columns: &[Rc<str>], row: &dyn Fn(usize) -> Html) -> Html {
    let dimension = |dimension: &Dimension| {
        let title = html! {
            <th lang={view.lang()} scope="rowgroup" colspan={columns.len().to_string()}>
                { content(view, &dimension.title) }
            </th>
        };
        html! {
            <tbody>
                <tr>{ title }</tr>
                for place in dimension.competences.clone().take_while(|_| view.takes_row()) {
                    { row(place) }
                }
            </tbody>
        }
    };
    let table = || {
        html! {
            <table>
                <caption>{ text(caption.clone()) }</caption>
                { head(columns) }
                for part in &view.framework().dimensions {
                    { dimension(part) }
                }
            </table>
        }
    };
    html! {
        <>
            { shows_next(view, TABLE, words(view, Key::ShowTable)) }
            if view.draws_inside(TABLE) {
                { scrolling(table(), caption) }
            }
        </>
    }
}

pub fn head(columns: &[Rc<str>]) -> Html {
    html! {
        <thead>
            <tr>
                for words in columns {
                    <th scope="col">{ text(words.clone()) }</th>
                }
            </tr>
        </thead>
    }
}

/// A table that can be wider than its place, and be reached and moved with the keyboard.
pub fn scrolling(table: Html, name: Rc<str>) -> Html {
    html! { <div class="table-wrap" tabindex="0" role="region" aria-label={name}>{ table }</div> }
}
