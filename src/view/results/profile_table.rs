//! The gap profile as a table: the same as the picture, one click away and always in print.

use super::{Results, class_key};
use crate::framework::Dimension;
use crate::profile::{Answer, LevelSource, Target};
use crate::wording::Key;
use yew::prelude::*;

/// The table stands beside the `details` that shows it, so that print can show it whether it is open or not.
pub fn view(results: &Results) -> Html {
    let look = results.look;
    let columns = [Key::ColumnCompetence, Key::ColumnAnswer, Key::ColumnTarget, Key::ColumnClass];
    let column = |key: Key| html! { <th scope="col">{ look.text(key) }</th> };
    let caption = look.say(Key::TableCaption, &[("role", &results.role_title(results.lens))]);
    html! {
        <>
            <details class="shows-next"><summary>{ look.text(Key::ShowTable) }</summary></details>
            <div class="table-wrap" tabindex="0" role="region" aria-label={caption.clone()}>
                <table>
                    <caption>{ caption }</caption>
                    <thead><tr>{ for columns.into_iter().map(column) }</tr></thead>
                    { for look.framework().dimensions.iter().map(|part| dimension(results, part)) }
                </table>
            </div>
        </>
    }
}

fn dimension(results: &Results, part: &Dimension) -> Html {
    let look = results.look;
    html! {
        <tbody>
            <tr><th scope="rowgroup" colspan="4" lang={look.content_lang()}>{ look.of_framework(&part.title) }</th></tr>
            { for part.competences.clone().map(|place| row(results, place)) }
        </tbody>
    }
}

fn row(results: &Results, place: usize) -> Html {
    let look = results.look;
    let row = results.row(place);
    let class = look.text(class_key(row.class));
    let (answer, from) = match row.answer {
        Answer::Rated { level, from } => (results.label(place, level), from),
        _ => (class.clone(), LevelSource::Competence),
    };
    let target = match row.target {
        Target::Level(level) => results.label(place, level),
        Target::Later => look.text(Key::ClassLater),
        Target::None => look.text(Key::ClassNoTarget),
    };
    html! {
        <tr key={place}>
            <th scope="row" lang={look.content_lang()}>{ results.title(place) }</th>
            <td>
                { answer }
                if from == LevelSource::Behaviours { { note(look.text(Key::FromDepth)) } }
                if row.wish > 0 { { note(look.text(Key::WantsThis)) } }
            </td>
            <td>
                { target }
                if results.is_adjusted(place) { { note(look.text(Key::TargetAgreed)) } }
            </td>
            <td>{ class }</td>
        </tr>
    }
}

fn note(text: AttrValue) -> Html {
    html! { <span class="meta note">{ text }</span> }
}
