//! Where one has worked before, and where one would like to, is curious, or doesn't want to now.

use super::look::Look;
use super::parts::{Weight, actions, button, checkbox, example_mark};
use crate::app::Message;
use crate::app::journey::Journey;
use crate::framework::{Area, AreaKind, Basis};
use crate::wording::Key;
use yew::prelude::*;

pub fn view(look: &Look, journey: &Journey) -> Html {
    html! {
        <div class="screen">
            { look.title(look.text(Key::AreasTitle)) }
            <p class="lead">{ look.text(Key::AreasLead) }</p>
            { of_kind(look, journey, AreaKind::TaskChange) }
            { of_kind(look, journey, AreaKind::Rotation) }
            { actions(vec![
                button(look, Weight::Primary, look.text(Key::Continue), Message::Continued),
                button(look, Weight::Secondary, look.text(Key::Back), Message::WentBack),
            ]) }
        </div>
    }
}

/// The areas of one kind that are open to the role.
fn of_kind(look: &Look, journey: &Journey, kind: AreaKind) -> Html {
    let framework = look.framework();
    let role = &framework.roles[journey.role];
    let mut areas =
        framework.areas.iter().enumerate().filter(|(_, area)| area.kind() == kind && area.is_open_to(role)).peekable();
    if areas.peek().is_none() {
        return Html::default();
    }
    let (title, lead) = match kind {
        AreaKind::TaskChange => (Key::TaskChanges, Key::TaskChangesLead),
        AreaKind::Rotation => (Key::Rotations, Key::RotationsLead),
    };
    html! {
        <section>
            { look.heading(1, look.text(title)) }
            <p>{ look.text(lead) }</p>
            <div class="cards">{ for areas.map(|(place, area)| card(look, journey, place, area)) }</div>
        </section>
    }
}

fn card(look: &Look, journey: &Journey, place: usize, area: &Area) -> Html {
    let is_experienced = journey.assessment.experience.contains(&area.id);
    let experienced = move |is_experienced| Message::AreaExperienced { area: place, is_experienced };
    html! {
        <fieldset class="card" key={place}>
            <legend lang={look.content_lang()}>{ look.of_framework(&area.title) }</legend>
            <p class="meta">
                if let Some(unit) = &area.unit { <span lang={look.content_lang()}>{ look.of_framework(unit) }</span> }
                if area.basis == Basis::Example { { example_mark(look) } }
            </p>
            if let Some(summary) = &area.summary { <p lang={look.content_lang()}>{ look.of_framework(summary) }</p> }
            { wish(look, journey, place, area) }
            { checkbox(look, &format!("experienced{place}"), look.text(Key::HaveWorkedThere), is_experienced, experienced) }
        </fieldset>
    }
}

/// The wish for one area, as a row of choices; also in the results, where it changes them at once.
pub fn wish(look: &Look, journey: &Journey, place: usize, area: &Area) -> Html {
    let given = journey.assessment.wishes.areas.get(&area.id).copied();
    let name = look.id(&format!("wish{place}"));
    let choice = |(wish, key): (i8, Key)| {
        let id: AttrValue = format!("{name}-{}", wish + 1).into();
        let is_chosen = given.unwrap_or(0) == i64::from(wish);
        html! {
            <label class="segment" for={id.clone()}>
                <input type="radio" {id} name={name.clone()} checked={is_chosen}
                    onchange={look.on(Message::AreaWished { area: place, wish })} />
                <span>{ look.text(key) }</span>
            </label>
        }
    };
    let wishes = [(2, Key::WishYes), (1, Key::WishCurious), (0, Key::WishNone), (-1, Key::WishNotNow)];
    let label = look.say(Key::WishFor, &[("area", &look.of_framework(&area.title))]);
    html! { <div class="segments" role="radiogroup" aria-label={label}>{ for wishes.into_iter().map(choice) }</div> }
}
