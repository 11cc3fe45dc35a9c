//! The gap profile as a table: the same as the picture, one click away and always in print.

use super::seen::Results;
use crate::profile::{CountedAnswer, LevelSource, Target};
use crate::view::chart::one_click_away;
use crate::view::pieces::{text, words};
use crate::wording::Key;
use yew::{Html, html};

pub fn profile_table(results: &Results) -> Html {
    let view = results.view;
    let columns = [Key::ColumnCompetence, Key::ColumnAnswer, Key::ColumnTarget, Key::ColumnClass];
    let caption = view.say(Key::TableCaption, &[("role", &view.role(results.viewed_role))]);
    one_click_away(view, caption, &columns.map(|key| view.text(key)), &|place| row(results, place))
}

fn row(results: &Results, place: usize) -> Html {
    let view = results.view;
    let row = results.row(place);
    let class = view.text(row.class.key());
    let (answer, from) = match row.answer {
        CountedAnswer::Rated { level, from } => (results.label(place, level), from),
        _ => (class.clone(), LevelSource::Competence),
    };
    let target = match row.target {
        Target::Level(level) => results.label(place, level),
        Target::Later => view.text(Key::ClassLater),
        Target::None => view.text(Key::ClassNoTarget),
    };
    let id = &results.framework().competences[place].id;
    let moved = results.moved(place);
    let is_agreed = moved.is_none() && results.journey.assessment.targets.adjusted.get(id).is_some();
    let note = |is_so: bool, key: Key| match is_so {
        true => html! { <span class="meta note">{ words(view, key) }</span> },
        false => Html::default(),
    };
    html! {
        <tr>
            <th lang={view.lang()} scope="row">{ text(view.competence(place)) }</th>
            <td>
                { text(answer) }
                { note(from == LevelSource::Behaviours, Key::FromDepth) }
                { note(row.wish > 0, Key::WantsThis) }
            </td>
            <td>{ text(moved.unwrap_or(target)) }{ note(is_agreed, Key::TargetAgreed) }</td>
            <td>{ text(class) }</td>
        </tr>
    }
}
