//! The gap profile as a table: the same as the picture, one click away and always in print.

use super::Results;
use crate::framework::Dimension;
use crate::markup::{Element, Node, el};
use crate::profile::{Answer, LevelSource, Target};
use crate::wording::Key;

/// The table stands beside the `details` that shows it, so that print can show it whether it is open or not.
pub fn view(results: &Results) -> Vec<Node> {
    let look = results.look;
    let columns = [Key::ColumnCompetence, Key::ColumnAnswer, Key::ColumnTarget, Key::ColumnClass];
    let caption = look.say(Key::TableCaption, &[("role", &results.role_title(results.lens))]);
    let table = el("table")
        .child(el("caption").text(caption.clone()))
        .child(head(results, columns))
        .children(results.framework().dimensions.iter().map(|part| dimension(results, part)));
    let show = el("details.shows-next").child(el("summary").text(look.text(Key::ShowTable)));
    vec![show.into(), scrolling(table, caption).into()]
}

pub fn head(results: &Results, columns: [Key; 4]) -> Element {
    let column = |key: Key| el("th[scope=col]").text(results.look.text(key));
    el("thead").child(el("tr").children(columns.map(column)))
}

/// A table that can be wider than its place, and be reached and moved with the keyboard.
pub fn scrolling(table: Element, name: std::rc::Rc<str>) -> Element {
    el("div.table-wrap[tabindex=0][role=region]").set("aria-label", name).child(table)
}

fn dimension(results: &Results, part: &Dimension) -> Element {
    let title = results.look.content("th", &part.title).set("scope", "rowgroup").set("colspan", "4");
    el("tbody").child(el("tr").child(title)).children(part.competences.clone().map(|place| row(results, place)))
}

fn row(results: &Results, place: usize) -> Element {
    let look = results.look;
    let row = results.row(place);
    let class = look.text(row.class.key());
    let (answer, from) = match row.answer {
        Answer::Rated { level, from } => (results.label(place, level), from),
        _ => (class.clone(), LevelSource::Competence),
    };
    let target = match row.target {
        Target::Level(level) => results.label(place, level),
        Target::Later => look.text(Key::ClassLater),
        Target::None => look.text(Key::ClassNoTarget),
    };
    let id = &results.framework().competences[place].id;
    let is_agreed = results.journey.assessment.targets.adjusted.get(id).is_some();
    let note = |is_so: bool, key: Key| is_so.then(|| results.meta(key).class("meta note"));
    el("tr")
        .child(results.titled("th", place).set("scope", "row"))
        .child(
            el("td")
                .text(answer)
                .child(note(from == LevelSource::Behaviours, Key::FromDepth))
                .child(note(row.wish > 0, Key::WantsThis)),
        )
        .child(el("td").text(target).child(note(is_agreed, Key::TargetAgreed)))
        .child(el("td").text(class))
}
