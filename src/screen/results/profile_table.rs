//! The gap profile as a table: the same as the picture, one click away and always in print.

use super::Results;
use crate::markup::{Node, el};
use crate::profile::{CountedAnswer, LevelSource, Target};
use crate::screen::chart::one_click_away;
use crate::wording::Key;

pub fn view(results: &Results) -> Node {
    let look = results.look;
    let columns = [Key::ColumnCompetence, Key::ColumnAnswer, Key::ColumnTarget, Key::ColumnClass];
    let caption = look.say(Key::TableCaption, &[("role", &results.role_title(results.viewed_role))]);
    one_click_away(look, caption, &columns.map(|key| look.text(key)), &|place| row(results, place))
}

fn row(results: &Results, place: usize) -> Node {
    let look = results.look;
    let row = results.row(place);
    let class = look.text(row.class.key());
    let (answer, from) = match row.answer {
        CountedAnswer::Rated { level, from } => (results.label(place, level), from),
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
