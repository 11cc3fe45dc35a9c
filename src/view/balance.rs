//! What head and deputy agreed: dimensions to weigh more, and levels changed for this person.

use super::look::Look;
use super::parts::{Choice, Weight, actions, button, checkbox, choices, more};
use crate::app::journey::Journey;
use crate::app::{Adjustment, Message};
use crate::browser;
use crate::wording::Key;
use yew::prelude::*;

pub fn view(look: &Look, journey: &Journey) -> Html {
    let targets = &journey.assessment.targets;
    let is_agreed = targets.agreed_by.is_some();
    html! {
        <div class="screen">
            { look.title(look.text(Key::BalanceTitle)) }
            <p class="lead">{ look.text(Key::BalanceLead) }</p>
            <fieldset class="question">
                <legend>{ look.text(Key::BalanceQuestion) }</legend>
                { choices(look, "agreed", vec![
                    Choice::new(look.text(Key::BalanceNotYet), !is_agreed, Message::FocusAgreed(false)),
                    Choice::new(look.text(Key::BalanceAgreed), is_agreed, Message::FocusAgreed(true)),
                ]) }
            </fieldset>
            if is_agreed {
                { focus(look, journey) }
                { agreed_on(look, journey) }
                { more(look.text(Key::AdjustTargets), adjusted(look, journey)) }
            }
            { actions(vec![
                button(look, Weight::Primary, look.text(Key::Continue), Message::Continued),
                button(look, Weight::Secondary, look.text(Key::Back), Message::WentBack),
            ]) }
        </div>
    }
}

fn focus(look: &Look, journey: &Journey) -> Html {
    let framework = look.framework();
    let Some(focus) = framework.roles[journey.role].focus else { return Html::default() };
    let chosen = &journey.assessment.targets.focus;
    let at_most = usize::from(focus.at_most);
    let dimension = |(place, dimension): (usize, &crate::framework::Dimension)| {
        let is_chosen = chosen.contains(&dimension.id);
        let tick = move |is_in_focus| Message::FocusTicked { dimension: place, is_in_focus };
        // What can't be ticked any more says so by being disabled; the hint gives the number.
        let id = look.id(&format!("focus{place}"));
        if !is_chosen && chosen.len() >= at_most {
            return html! {
                <label class="choice" for={id.clone()}>
                    <input type="checkbox" {id} disabled=true />
                    <span class="choice-text"><span class="choice-label" lang={look.content_lang()}>
                        { look.of_framework(&dimension.title) }
                    </span></span>
                </label>
            };
        }
        checkbox(look, &format!("focus{place}"), look.of_framework(&dimension.title), is_chosen, tick)
    };
    let hint = look.id("focus-hint");
    html! {
        <fieldset class="question" aria-describedby={hint.clone()}>
            <legend>{ look.text(Key::FocusQuestion) }</legend>
            <p class="meta" id={hint}>{ look.count(Key::FocusHint, at_most) }</p>
            <div class="choices">{ for framework.dimensions.iter().enumerate().map(dimension) }</div>
        </fieldset>
    }
}

fn agreed_on(look: &Look, journey: &Journey) -> Html {
    let id = look.id("agreed-on");
    let value = journey.assessment.targets.agreed_on.as_deref().unwrap_or_default().to_owned();
    let onchange = look.with(|event: Event| Message::AgreementDated(browser::value_of(&event)));
    html! {
        <div class="field">
            <label for={id.clone()}>{ look.text(Key::AgreedOn) }</label>
            <input type="date" {id} {value} {onchange} />
        </div>
    }
}

/// A level per competence that the person's head and they changed together.
fn adjusted(look: &Look, journey: &Journey) -> Html {
    let framework = look.framework();
    let row = |place: usize| {
        let competence = &framework.competences[place];
        let scale = framework.scale_of(place);
        let id = look.id(&format!("target{place}"));
        let chosen = match journey.assessment.targets.adjusted.get(&competence.id) {
            None => Adjustment::AsTheRole,
            Some(None) => Adjustment::NoTarget,
            Some(Some(level)) => Adjustment::Level(*level as u8),
        };
        let of_role = framework.roles[journey.role].targets[place];
        let role_label = match of_role {
            Some(level) => look.of_framework(&scale.levels[usize::from(level)].label),
            None => look.text(Key::ClassNoTarget),
        };
        let onchange = look.with(move |event: Event| {
            let target = match &*browser::value_of(&event) {
                "role" => Adjustment::AsTheRole,
                "none" => Adjustment::NoTarget,
                level => level.parse().map_or(Adjustment::AsTheRole, Adjustment::Level),
            };
            Message::TargetAdjusted { competence: place, target }
        });
        let level = |(level, of_scale): (usize, &crate::framework::ScaleLevel)| {
            let is_chosen = chosen == Adjustment::Level(level as u8);
            html! {
                <option value={level.to_string()} selected={is_chosen}>{ look.of_framework(&of_scale.label) }</option>
            }
        };
        html! {
            <div class="field" key={place}>
                <label for={id.clone()} lang={look.content_lang()}>{ look.of_framework(&competence.title) }</label>
                <select {id} {onchange}>
                    <option value="role" selected={chosen == Adjustment::AsTheRole}>
                        { look.say(Key::AsTheRole, &[("level", &role_label)]) }
                    </option>
                    { for scale.levels.iter().enumerate().map(level) }
                    <option value="none" selected={chosen == Adjustment::NoTarget}>{ look.text(Key::ClassNoTarget) }</option>
                </select>
            </div>
        }
    };
    let part = |dimension: &crate::framework::Dimension| {
        html! {
            <>
                { look.heading(1, look.of_framework(&dimension.title)) }
                { for dimension.competences.clone().map(row) }
            </>
        }
    };
    html! { <>{ for framework.dimensions.iter().map(part) }</> }
}
