//! Where one has worked before, and where one would like to, is curious, or doesn't want to now.

use super::context::View;
use super::pieces::{
    Choice, Weight, button, checkbox, content, example_mark, form, heading, lead, paragraph, segments, submit_button,
    title, way,
};
use crate::framework::{Area, AreaKind, Basis};
use crate::state::Message;
use crate::state::journey::{Journey, Step};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

pub fn areas(view: &View, journey: &Journey) -> Html {
    let answering = html! {
        <>
            { of_kind(view, journey, AreaKind::TaskChange) }
            { of_kind(view, journey, AreaKind::Rotation) }
            <div class="actions">
                { submit_button(view, Weight::Primary, Key::Continue, Message::Continued) }
                { button(view, Weight::Secondary, Key::Back, Message::WentBack) }
            </div>
        </>
    };
    html! {
        <div class="screen">
            { way(view, journey, &Step::Areas) }
            { title(view, Key::AreasTitle) }
            { lead(view, Key::AreasLead) }
            { form(view, answering) }
        </div>
    }
}

/// The areas of one kind that are open to the role.
fn of_kind(view: &View, journey: &Journey, kind: AreaKind) -> Html {
    let framework = view.framework();
    let role = &framework.roles[journey.role];
    let is_offered = |(_, area): &(usize, &Area)| area.kind() == kind && area.is_open_to(role);
    let cards: Vec<_> = (framework.areas.iter().enumerate().filter(is_offered))
        .take_while(|_| view.has_room())
        .map(|(place, area)| card(view, journey, place, area))
        .collect();
    if cards.is_empty() {
        return Html::default();
    }
    let (title, lead) = match kind {
        AreaKind::TaskChange => (Key::TaskChanges, Key::TaskChangesLead),
        AreaKind::Rotation => (Key::Rotations, Key::RotationsLead),
    };
    html! {
        <section>
            { heading(view, 1, title) }
            { paragraph(view, lead) }
            <div class="cards">{ cards }</div>
        </section>
    }
}

fn card(view: &View, journey: &Journey, place: usize, area: &Area) -> Html {
    let is_experienced = journey.assessment.experience.contains(&area.id);
    let experienced = Rc::new(move |is_experienced| Message::AreaExperienced { area: place, is_experienced });
    let label = view.text(Key::HaveWorkedThere);
    let is_example = area.basis == Basis::Example;
    let id = view.id(&format!("area{place}"));
    html! {
        <div class="card" part="card" role="group" aria-labelledby={id.clone()} key={place}>
            <div class="group-name" {id} lang={view.lang()}>{ content(view, &area.title) }</div>
            if area.unit.is_some() || is_example {
                <p class="meta">
                    if let Some(unit) = &area.unit {
                        <span lang={view.lang()}>{ content(view, unit) }</span>
                    }
                    if is_example {
                        { example_mark(view) }
                    }
                </p>
            }
            if let Some(summary) = &area.summary {
                <p lang={view.lang()}>{ content(view, summary) }</p>
            }
            { wish(view, journey, place, area) }
            { checkbox(view, &format!("experienced{place}"), label, is_experienced, Some(experienced)) }
        </div>
    }
}

/// The wish for one area, as a row of choices; also in the results, where it changes them at once.
pub fn wish(view: &View, journey: &Journey, place: usize, area: &Area) -> Html {
    let given = journey.assessment.wishes.areas.get(&area.id).copied().unwrap_or(0);
    let choice = |(wish, key): (i8, Key)| {
        let message = Message::AreaWished { area: place, wish };
        (wish + 1, Choice::new(view.text(key), given == i64::from(wish), message))
    };
    let wishes = [(2, Key::WishYes), (1, Key::WishCurious), (0, Key::WishNone), (-1, Key::WishNotNow)].map(choice);
    let label = view.say(Key::WishFor, &[("area", &view.of_framework(&area.title))]);
    segments(view, &format!("wish{place}"), label, wishes)
}
