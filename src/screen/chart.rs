//! Pictures and tables of competences, a row for each: the pieces that the results and a comparison are drawn from.
//!
//! A row's marks stand on one common axis that is labelled in words, since a position on a common scale reads best
//! (Cleveland & McGill 1984). Positions are per cent, so that a row stretches without its marks being distorted; with n
//! levels, level i stands in the middle of the axis label's column. Shapes differ, so that colour is never needed. Knows
//! nothing of where the levels come from.

use super::look::Look;
use crate::framework::{Dimension, Level};
use crate::markup::{Node, each, el, several};
use crate::profile::{Class, ClassCounts};
use crate::wording::Key;
use std::rc::Rc;

/// A scale with more levels than this shows the words of its ends only.
const LABELS_AT_MOST: usize = 5;

/// One chart per run of competences on the same scale.
pub fn charts(look: &Look, places: &[usize], row: &dyn Fn(usize) -> Node) -> Node {
    let framework = look.framework();
    let chart = |run: &[usize]| {
        let scale = framework.competences[run[0]].scale;
        let levels = &framework.scales[scale].levels;
        // The scale's words; every row says them too.
        let axis = el("div.chart-axis[aria-hidden=true]")
            .children(levels.iter().map(|level| look.content("span", &level.label)));
        el("div").class(if levels.len() > LABELS_AT_MOST { "chart ends" } else { "chart" }).child(axis).child(each(
            el("ul.chart-rows"),
            run,
            row,
        ))
    };
    let on_same_scale =
        |one: &usize, other: &usize| framework.competences[*one].scale == framework.competences[*other].scale;
    several().children(places.chunk_by(on_same_scale).map(chart))
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
    /// Where the line from the circle leads.
    pub line_to: Option<Level>,
}

impl Picture<'_> {
    /// `id` sets it apart from other pictures of the same competence.
    pub fn draw(&self, look: &Look, id: &str, place: usize, name: Rc<str>, words: &[Rc<str>]) -> Node {
        let levels = look.framework().scale_of(place).levels.len();
        let at = |level: Level| across(level.into(), levels);
        let line = match (self.own, self.line_to) {
            (Some(from), Some(to)) => Some(line("line", at(from), at(to), "50%", "50%")),
            _ => None,
        };
        let id = look.id(&format!("{id}{place}"));
        let words_id = format!("{id}-words");
        let tick = |level: usize| {
            let x = across(level, levels);
            self::line("axis", x.clone(), x, "0", "100%")
        };
        el("svg[role=img]")
            .set("aria-labelledby", format!("{id} {words_id}"))
            .child(el("title").set("id", id).text(name))
            .child(el("desc").set("id", words_id).text(words.join(", ")))
            .children((0..levels).map(tick))
            .child(line)
            .child(self.other.map(|level| square(&at(level))))
            .children(self.targets.iter().flatten().map(|target| diamond(&at(*target))))
            .child(self.own.map(|level| circle(&at(level))))
    }
}

/// Where a level stands across the lane, to a tenth of a per cent, in whole numbers.
fn across(level: usize, levels: usize) -> Rc<str> {
    let tenths = (2 * level + 1) * 500 / levels;
    format!("{}.{}%", tenths / 10, tenths % 10).into()
}

fn line(class: &'static str, from: Rc<str>, to: Rc<str>, top: &str, bottom: &str) -> Node {
    el("line").class(class).set("x1", from).set("x2", to).set("y1", top).set("y2", bottom)
}

/// Where the mark of a legend stands.
pub const MIDDLE: &str = "50%";

pub fn circle(x: &str) -> Node {
    el("circle.self").set("cx", x).set("cy", "50%").set("r", "6")
}

pub fn diamond(x: &str) -> Node {
    around(el("svg.target"), x, el("path[d=M0-11 11 0 0 11-11 0Z]"))
}

pub fn square(x: &str) -> Node {
    around(el("svg.other"), x, el("path[d=M-8-8H8V8H-8Z]"))
}

/// An open shape around the point; an inner `svg`, since a path knows no per cent.
fn around(svg: Node, x: &str, path: Node) -> Node {
    svg.set("x", x).set("y", "50%").set("overflow", "visible").set("aria-hidden", "true").child(path)
}

/// A mark with what it stands for.
pub fn sign(mark: Node, words: Rc<str>) -> Node {
    el("li").child(el("svg[aria-hidden=true]").child(mark)).child(el("span").text(words))
}

/// Counts, never a mean; with too few answers not even those.
pub fn summary_words(look: &Look, is_summarised: bool, counts: &ClassCounts) -> Rc<str> {
    if !is_summarised {
        return look.text(Key::TooFewAnswers);
    }
    let count = |class: Class| match counts.get(class) {
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

/// A row per competence under its dimension. The table stands beside the `details` that shows it, so that print can show
/// it whether it is open or not.
pub fn one_click_away(look: &Look, caption: Rc<str>, columns: &[Rc<str>], row: &dyn Fn(usize) -> Node) -> Node {
    let dimension = |part: &Dimension| {
        let title = look.content("th", &part.title).set("scope", "rowgroup").set("colspan", columns.len().to_string());
        el("tbody").child(el("tr").child(title)).children(part.competences.clone().map(row))
    };
    let table = el("table")
        .child(el("caption").text(caption.clone()))
        .child(head(columns))
        .children(look.framework().dimensions.iter().map(dimension));
    let show = el("details.shows-next").child(look.el("summary", Key::ShowTable));
    several().child(show).child(scrolling(table, caption))
}

pub fn head(columns: &[Rc<str>]) -> Node {
    let column = |words: &Rc<str>| el("th[scope=col]").text(words.clone());
    el("thead").child(el("tr").children(columns.iter().map(column)))
}

/// A table that can be wider than its place, and be reached and moved with the keyboard.
pub fn scrolling(table: Node, name: Rc<str>) -> Node {
    el("div.table-wrap[tabindex=0][role=region]").set("aria-label", name).child(table)
}
