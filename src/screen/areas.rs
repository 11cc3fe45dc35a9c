//! Where one has worked before, and where one would like to, is curious, or doesn't want to now.

use super::look::Look;
use super::pieces::{Weight, actions, button, checkbox, example_mark};
use crate::framework::{Area, AreaKind, Basis};
use crate::markup::{Handler, Node, el, nothing};
use crate::state::Message;
use crate::state::journey::Journey;
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey) -> Node {
    el("div.screen")
        .child(look.title(Key::AreasTitle))
        .child(look.paragraph(Key::AreasLead).class("lead"))
        .child(of_kind(look, journey, AreaKind::TaskChange))
        .child(of_kind(look, journey, AreaKind::Rotation))
        .child(actions().child(button(look, Weight::Primary, Key::Continue, Message::Continued)).child(button(
            look,
            Weight::Secondary,
            Key::Back,
            Message::WentBack,
        )))
}

/// The areas of one kind that are open to the role.
fn of_kind(look: &Look, journey: &Journey, kind: AreaKind) -> Node {
    let framework = look.framework();
    let role = &framework.roles[journey.role];
    let is_offered = |(_, area): &(usize, &Area)| area.kind() == kind && area.is_open_to(role);
    let cards: Vec<_> = (framework.areas.iter().enumerate().filter(is_offered))
        .map(|(place, area)| card(look, journey, place, area))
        .collect();
    if cards.is_empty() {
        return nothing();
    }
    let (title, lead) = match kind {
        AreaKind::TaskChange => (Key::TaskChanges, Key::TaskChangesLead),
        AreaKind::Rotation => (Key::Rotations, Key::RotationsLead),
    };
    el("section").child(look.heading(1, title)).child(look.paragraph(lead)).child(el("div.cards").children(cards))
}

fn card(look: &Look, journey: &Journey, place: usize, area: &Area) -> Node {
    let is_experienced = journey.assessment.experience.contains(&area.id);
    let experienced = Rc::new(move |is_experienced| Message::AreaExperienced { area: place, is_experienced });
    let label = look.text(Key::HaveWorkedThere);
    let is_example = area.basis == Basis::Example;
    el("fieldset.card")
        .key(place)
        .child(look.content("legend", &area.title))
        .child((area.unit.is_some() || is_example).then(|| {
            el("p.meta")
                .child(area.unit.as_ref().map(|unit| look.content("span", unit)))
                .child(is_example.then(|| example_mark(look)))
        }))
        .child(area.summary.as_ref().map(|summary| look.content("p", summary)))
        .child(wish(look, journey, place, area))
        .child(checkbox(look, &format!("experienced{place}"), label, is_experienced, Some(experienced)))
}

/// The wish for one area, as a row of choices; also in the results, where it changes them at once.
pub fn wish(look: &Look, journey: &Journey, place: usize, area: &Area) -> Node {
    let given = journey.assessment.wishes.areas.get(&area.id).copied().unwrap_or(0);
    let name = look.id(&format!("wish{place}"));
    let choice = |(wish, key): (i8, Key)| {
        let id: Rc<str> = format!("{name}-{}", wish + 1).into();
        let input = el("input[type=radio]")
            .set("id", id.clone())
            .set("name", name.clone())
            .checked(given == i64::from(wish))
            .on(Handler::Choose(Message::AreaWished { area: place, wish }));
        el("label.segment").set("for", id).child(input).child(look.el("span", key))
    };
    let wishes = [(2, Key::WishYes), (1, Key::WishCurious), (0, Key::WishNone), (-1, Key::WishNotNow)];
    let label = look.say(Key::WishFor, &[("area", &look.of_framework(&area.title))]);
    el("div.segments[role=radiogroup]").set("aria-label", label).children(wishes.map(choice))
}
