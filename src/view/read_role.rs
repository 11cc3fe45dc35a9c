//! A role, read through: its competences, the levels it asks for, and the behaviours, with nothing to answer.

use super::look::Look;
use super::parts::{Weight, actions, button, example_mark};
use crate::app::Message;
use crate::framework::{Basis, Dimension};
use crate::wording::Key;
use yew::prelude::*;

pub fn view(look: &Look, role: usize) -> Html {
    let framework = look.framework();
    let place = role;
    let role = &framework.roles[role];
    html! {
        <div class="screen">
            <@{look.heading_tag(0).to_string()} class="title" tabindex="-1" data-focus="heading" lang={look.content_lang()}>
                { look.of_framework(&role.title) }
            </@>
            if role.basis == Basis::Example {
                <div class="banner">{ example_mark(look) }<span>{ look.text(Key::ExampleTargets) }</span></div>
            }
            if let Some(summary) = &role.summary {
                <p class="lead" lang={look.content_lang()}>{ look.of_framework(summary) }</p>
            }
            if let Some(focus) = role.focus {
                <p>{ look.count(Key::RoleFocus, usize::from(focus.at_most)) }</p>
            }
            { for framework.dimensions.iter().map(|part| dimension(look, place, part)) }
            { actions(vec![button(look, Weight::Primary, look.text(Key::Back), Message::RoleReadingClosed)]) }
        </div>
    }
}

fn dimension(look: &Look, role: usize, part: &Dimension) -> Html {
    let framework = look.framework();
    let role = &framework.roles[role];
    let row = |place: usize| {
        let competence = &framework.competences[place];
        let level = role.targets[place].map(|level| &framework.scale_of(place).levels[usize::from(level)].label);
        html! {
            <div key={place}>
                <dt lang={look.content_lang()}>{ look.of_framework(&competence.statement) }</dt>
                <dd>{ match level {
                    Some(label) => html! { <span lang={look.content_lang()}>{ look.of_framework(label) }</span> },
                    None => html! { look.text(Key::ClassNoTarget) },
                } }</dd>
            </div>
        }
    };
    let behaviour = |place: usize| html! { <li>{ look.of_framework(&framework.behaviours[place].statement) }</li> };
    html! {
        <section class="dimension">
            <@{look.heading_tag(1).to_string()} lang={look.content_lang()}>{ look.of_framework(&part.title) }</@>
            if let Some(summary) = &part.summary { <p lang={look.content_lang()}>{ look.of_framework(summary) }</p> }
            <dl class="answers">{ for part.competences.clone().map(row) }</dl>
            if !part.behaviours.is_empty() {
                <details class="more">
                    <summary>{ look.say(Key::BehavioursOf, &[("dimension", &look.of_framework(&part.title))]) }</summary>
                    <ul lang={look.content_lang()}>{ for part.behaviours.clone().map(behaviour) }</ul>
                </details>
            }
        </section>
    }
}
