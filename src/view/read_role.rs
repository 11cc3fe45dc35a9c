//! A role, read through: its competences, the levels it asks for, and the behaviours, with nothing to answer.

use super::context::View;
use super::pieces::{Weight, button, content, heading_with, more_of, paragraph, text, title_of, words};
use super::question::behaviours;
use super::recruiting::recruiting;
use super::start::basis_banner;
use crate::assessment::Purpose;
use crate::framework::{Dimension, Role, RotationRoute, Route, Stage};
use crate::state::{Message, Screen};
use crate::wording::Key;
use yew::{Html, html};

/// `back` is the screen that the reader comes from.
pub fn read_role(view: &View, place: usize, back: &Screen) -> Html {
    let framework = view.framework();
    let role = &framework.roles[place];
    // The first steps on the way into the role: how much lower its levels begin.
    let lower: Vec<&Stage> = role.stages.iter().filter(|stage| stage.lower_by > 0).collect();
    let is_mobile = framework
        .areas
        .iter()
        .any(|area| area.route == Route::Rotation(RotationRoute::MobilityScheme) && area.is_open_to(role));
    // Whoever is new is told how much lower the levels are for now.
    let is_new = matches!(back, Screen::Start(start) if start.purpose == Some(Purpose::Onboarding));
    html! {
        <div class="screen">
            { basis_banner(view, Some(place)) }
            { title_of(view, view.role(place), view.lang()) }
            if let Some(summary) = &role.summary {
                <p class="lead" part="lead" lang={view.lang()}>{ content(view, summary) }</p>
            }
            if let Some(focus) = role.focus {
                <p>{ text(view.count(Key::RoleFocus, usize::from(focus.at_most))) }</p>
            }
            if !is_new {
                { paragraph(view, Key::LevelsInTime) }
            }
            if !lower.is_empty() {
                <div>
                    { paragraph(view, Key::RoleStages) }
                    <ul>
                        for stage in lower {
                            { stage_line(view, stage) }
                        }
                    </ul>
                </div>
            }
            if is_mobile {
                { paragraph(view, Key::RoleMobility) }
            }
            for part in &framework.dimensions {
                { dimension(view, role, part) }
            }
            { recruiting(view, role) }
            <div class="actions">
                { button(view, Weight::Primary, Key::Back, Message::ReadingClosed) }
                { button(view, Weight::Secondary, Key::Print, Message::PrintAsked) }
            </div>
        </div>
    }
}

fn stage_line(view: &View, stage: &Stage) -> Html {
    let steps = view.count(Key::RoleStage, stage.lower_by.into());
    let words = format!("{}: {steps}", view.of_framework(&stage.title));
    html! { <li lang={view.lang()}>{ text(words) }</li> }
}

fn dimension(view: &View, role: &Role, dimension: &Dimension) -> Html {
    let summary = view.say(Key::BehavioursOf, &[("dimension", &view.of_framework(&dimension.title))]);
    html! {
        <section class="dimension">
            { heading_with(view, 1, &dimension.title) }
            if let Some(summary) = &dimension.summary {
                <p lang={view.lang()}>{ content(view, summary) }</p>
            }
            <dl class="answers">
                for place in dimension.competences.clone().take_while(|_| view.takes_row()) {
                    { row(view, role, place) }
                }
            </dl>
            if !dimension.behaviours.is_empty() {
                { more_of(summary, false, behaviours(view, dimension.behaviours.clone())) }
            }
        </section>
    }
}

fn row(view: &View, role: &Role, place: usize) -> Html {
    let framework = view.framework();
    let competence = &framework.competences[place];
    let level = match role.targets[place] {
        Some(level) => {
            let of_scale = &framework.scale_of(place).levels[usize::from(level)];
            let told = competence.level_texts.get(usize::from(level)).or(of_scale.description.as_ref());
            html! {
                <dd>
                    { text(view.say(Key::RoleAsksFor, &[("level", &view.of_framework(&of_scale.label))])) }
                    if let Some(told) = told {
                        <span class="meta" lang={view.lang()}>{ content(view, told) }</span>
                    }
                </dd>
            }
        }
        None => html! { <dd>{ words(view, Key::ClassNoTarget) }</dd> },
    };
    html! {
        <div>
            <dt lang={view.lang()}>
                { content(view, &competence.title) }
                <span class="meta" lang={view.lang()}>{ content(view, &competence.statement) }</span>
            </dt>
            { level }
        </div>
    }
}
