//! What head and deputy agreed: dimensions to weigh more, and levels changed for this person.

use super::context::View;
use super::pieces::{
    Choice, Choosable, Field, Weight, button, checkbox, choices, content, fold, form, group, heading_with, lead,
    legend, submit_button, text, title, way, words,
};
use crate::framework::{Dimension, Framework, Level};
use crate::state::journey::{Journey, Step};
use crate::state::{Adjustment, Message};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

pub fn balance(view: &View, journey: &Journey) -> Html {
    let is_agreed = journey.assessment.targets.is_agreed();
    let list = vec![
        Choice::new(view.text(Key::BalanceNotYet), !is_agreed, Message::FocusAgreed(false)),
        Choice::new(view.text(Key::BalanceAgreed), is_agreed, Message::FocusAgreed(true)),
    ];
    let answering = html! {
        <>
            { group(view, "agreed", legend(view, Key::BalanceQuestion), None, choices(view, "agreed", list)) }
            if is_agreed {
                { focus(view, journey) }
                { agreed_on(view, journey) }
                { fold(view, "adjust", words(view, Key::AdjustTargets), &|| adjusted(view, journey)) }
            }
            <div class="actions">
                { submit_button(view, Weight::Primary, Key::Continue, Message::Continued) }
                { button(view, Weight::Secondary, Key::Back, Message::WentBack) }
            </div>
        </>
    };
    html! {
        <div class="screen">
            { way(view, journey, &Step::Balance) }
            { title(view, Key::BalanceTitle) }
            { lead(view, Key::BalanceLead) }
            { form(view, answering) }
        </div>
    }
}

fn focus(view: &View, journey: &Journey) -> Html {
    let framework = view.framework();
    let Some(focus) = framework.roles[journey.role].focus else { return Html::default() };
    let chosen = &journey.assessment.targets.focus;
    let can_focus_more = journey.can_focus_more(framework);
    let dimension = |(place, dimension): (usize, &Dimension)| {
        let is_chosen = chosen.contains(&dimension.id);
        let tick: Rc<dyn Fn(bool) -> Message> =
            Rc::new(move |is_in_focus| Message::FocusTicked { dimension: place, is_in_focus });
        // What can't be ticked any more is disabled; the hint says how many there may be.
        let can_tick = is_chosen || can_focus_more;
        let title = view.of_framework(&dimension.title);
        checkbox(view, &format!("focus{place}"), title, is_chosen, can_tick.then_some(tick))
    };
    let content = html! {
        <>
            <p class="meta">{ text(view.count(Key::FocusHint, usize::from(focus.at_most))) }</p>
            <div class="choices">
                for part in framework.dimensions.iter().enumerate() {
                    { dimension(part) }
                }
            </div>
            if !chosen.is_empty() {
                <p>{ text(view.count(Key::FocusRaises, raised(framework, journey))) }</p>
            }
        </>
    };
    group(view, "focus", legend(view, Key::FocusQuestion), None, content)
}

/// How many levels the choice raises: none that was changed for this person, and none at the top already.
fn raised(framework: &Framework, journey: &Journey) -> usize {
    let targets = &journey.assessment.targets;
    let is_raised = |place: &usize| {
        let competence = &framework.competences[*place];
        let is_lower = |level: Level| level < framework.scale_of(*place).highest();
        targets.focus.contains(&framework.dimensions[competence.dimension].id)
            && targets.adjusted.get(&competence.id).is_none()
            && framework.roles[journey.role].targets[*place].is_some_and(is_lower)
    };
    (0..framework.competences.len()).filter(is_raised).count()
}

fn agreed_on(view: &View, journey: &Journey) -> Html {
    let value = journey.assessment.targets.agreed_on.clone().unwrap_or_default();
    Field::new(view, "agreed-on", words(view, Key::AgreedOn)).date(value, Message::AgreementDated)
}

/// A level per competence that the person's head and they changed together.
fn adjusted(view: &View, journey: &Journey) -> Html {
    let part = |dimension: &Dimension| {
        let rows = dimension.competences.clone().map(|place| adjusted_row(view, journey, place));
        html! {
            <>
                { heading_with(view, 1, &dimension.title) }
                for row in rows {
                    { row }
                }
            </>
        }
    };
    view.framework().dimensions.iter().map(part).collect()
}

fn adjusted_row(view: &View, journey: &Journey, place: usize) -> Html {
    let framework = view.framework();
    let competence = &framework.competences[place];
    let scale = framework.scale_of(place);
    let chosen = match journey.assessment.targets.adjusted.get(&competence.id) {
        None => Adjustment::AsTheRole,
        Some(None) => Adjustment::NoTarget,
        // A level beyond the scale doesn't count.
        Some(Some(level)) => scale.level(*level).map_or(Adjustment::AsTheRole, Adjustment::Level),
    };
    let of_role = match framework.roles[journey.role].targets[place] {
        Some(level) => view.level_in_short(place, level),
        None => view.text(Key::ClassNoTarget),
    };
    let option = |value: &str, adjustment: Adjustment, words: Rc<str>| Choosable {
        value: value.to_owned(),
        words,
        is_selected: chosen == adjustment,
    };
    let level = |level: Level| option(&level.to_string(), Adjustment::Level(level), view.level_in_short(place, level));
    let mut options = vec![option("role", Adjustment::AsTheRole, view.say(Key::AsTheRole, &[("level", &of_role)]))];
    options.extend((0..=scale.highest()).map(level));
    options.push(option("none", Adjustment::NoTarget, view.text(Key::ClassNoTarget)));
    let selected = move |value: Rc<str>| {
        let target = match &*value {
            "role" => Adjustment::AsTheRole,
            "none" => Adjustment::NoTarget,
            level => level.parse().map_or(Adjustment::AsTheRole, Adjustment::Level),
        };
        Message::TargetAdjusted { competence: place, target }
    };
    let label = html! { <span lang={view.lang()}>{ content(view, &competence.title) }</span> };
    let field = Field::new(view, &format!("target{place}"), label).select(None, options, selected);
    html! { <key={place}>{ field }</> }
}
