//! What head and deputy agreed: dimensions to weigh more, and levels changed for this person.

use super::look::Look;
use super::pieces::{Choice, Weight, actions, button, checkbox, choices, field, group, more};
use crate::framework::{Dimension, ScaleLevel};
use crate::markup::{Handler, Node, el, nothing, several, text};
use crate::state::journey::Journey;
use crate::state::{Adjustment, Message};
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey) -> Node {
    let is_agreed = journey.assessment.targets.is_agreed();
    let list = vec![
        Choice::new(look.text(Key::BalanceNotYet), !is_agreed, Message::FocusAgreed(false)),
        Choice::new(look.text(Key::BalanceAgreed), is_agreed, Message::FocusAgreed(true)),
    ];
    let agreed = if is_agreed {
        several().child(focus(look, journey)).child(agreed_on(look, journey)).child(more(
            look,
            Key::AdjustTargets,
            adjusted(look, journey),
        ))
    } else {
        nothing()
    };
    el("div.screen")
        .child(look.title(Key::BalanceTitle))
        .child(look.paragraph(Key::BalanceLead).class("lead"))
        .child(group(
            look,
            "agreed",
            look.el("span.legend", Key::BalanceQuestion),
            None,
            choices(look, "agreed", 0, list),
        ))
        .child(agreed)
        .child(actions().child(button(look, Weight::Primary, Key::Continue, Message::Continued)).child(button(
            look,
            Weight::Secondary,
            Key::Back,
            Message::WentBack,
        )))
}

fn focus(look: &Look, journey: &Journey) -> Node {
    let framework = look.framework();
    let Some(focus) = framework.roles[journey.role].focus else { return nothing() };
    let chosen = &journey.assessment.targets.focus;
    let can_focus_more = journey.can_focus_more(framework);
    let dimension = |(place, dimension): (usize, &Dimension)| {
        let is_chosen = chosen.contains(&dimension.id);
        let tick: Rc<dyn Fn(bool) -> Message> =
            Rc::new(move |is_in_focus| Message::FocusTicked { dimension: place, is_in_focus });
        // What can't be ticked any more is disabled; the hint says how many there may be.
        let can_tick = is_chosen || can_focus_more;
        let title = look.of_framework(&dimension.title);
        checkbox(look, &format!("focus{place}"), title, is_chosen, can_tick.then_some(tick))
    };
    let content = several()
        .child(el("p.meta").text(look.count(Key::FocusHint, usize::from(focus.at_most))))
        .child(el("div.choices").children(framework.dimensions.iter().enumerate().map(dimension)));
    let legend = look.el("span.legend", Key::FocusQuestion);
    group(look, "focus", legend, None, content)
}

fn agreed_on(look: &Look, journey: &Journey) -> Node {
    let value = journey.assessment.targets.agreed_on.clone().unwrap_or_default();
    let input = el("input[type=date]").value(value).on(Handler::Fill(Rc::new(Message::AgreementDated)));
    field(look.id("agreed-on"), text(look.text(Key::AgreedOn)), None, input)
}

/// A level per competence that the person's head and they changed together.
fn adjusted(look: &Look, journey: &Journey) -> Node {
    let framework = look.framework();
    let part = |dimension: &Dimension| {
        several()
            .child(look.content(look.heading_tag(1), &dimension.title))
            .children(dimension.competences.clone().map(|place| adjusted_row(look, journey, place)))
    };
    several().children(framework.dimensions.iter().map(part))
}

fn adjusted_row(look: &Look, journey: &Journey, place: usize) -> Node {
    let framework = look.framework();
    let competence = &framework.competences[place];
    let scale = framework.scale_of(place);
    let chosen = match journey.assessment.targets.adjusted.get(&competence.id) {
        None => Adjustment::AsTheRole,
        Some(None) => Adjustment::NoTarget,
        // A level beyond the scale doesn't count.
        Some(Some(level)) => u8::try_from(*level)
            .ok()
            .filter(|level| *level <= scale.highest())
            .map_or(Adjustment::AsTheRole, Adjustment::Level),
    };
    let of_role = match framework.roles[journey.role].targets[place] {
        Some(level) => look.of_framework(&scale.levels[usize::from(level)].label),
        None => look.text(Key::ClassNoTarget),
    };
    let option = |value: &str, adjustment: Adjustment, text: Rc<str>| {
        let option = el("option").set("value", value).text(text);
        if chosen == adjustment { option.set("selected", "") } else { option }
    };
    let level = |(level, of_scale): (usize, &ScaleLevel)| {
        option(&level.to_string(), Adjustment::Level(level as u8), look.of_framework(&of_scale.label))
    };
    let fill = move |value: Rc<str>| {
        let target = match &*value {
            "role" => Adjustment::AsTheRole,
            "none" => Adjustment::NoTarget,
            level => level.parse().map_or(Adjustment::AsTheRole, Adjustment::Level),
        };
        Message::TargetAdjusted { competence: place, target }
    };
    let select = el("select")
        .on(Handler::Fill(Rc::new(fill)))
        .child(option("role", Adjustment::AsTheRole, look.say(Key::AsTheRole, &[("level", &of_role)])))
        .children(scale.levels.iter().enumerate().map(level))
        .child(option("none", Adjustment::NoTarget, look.text(Key::ClassNoTarget)));
    let label = look.content("span", &competence.title);
    field(look.id(&format!("target{place}")), label, None, select).key(place)
}
