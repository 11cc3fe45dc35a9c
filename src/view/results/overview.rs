//! The first of the results' screens, short enough to take in: what there is to bring and to talk about, the areas that
//! fit together, and the way on.

use super::area_card::head as area_head;
use super::frame::{Page, about_results, head, lead, too_few};
use super::seen::Results;
use super::suggestions::covers;
use super::{examples, next_stage, roles, summary};
use crate::assessment::Purpose;
use crate::state::journey::Step;
use crate::state::{Export, Message};
use crate::view::pieces::{Weight, button, heading, meta, text};
use crate::wording::Key;
use yew::{Html, html};

pub fn overview(results: &Results) -> Html {
    let Results { view, journey, .. } = results;
    html! {
        <div class="screen results overview">
            { head(results, Page::Overview) }
            { lead(results) }
            { too_few(results) }
            { first(results) }
            { summary::summary(results) }
            if journey.asks_areas(view.framework()) {
                { together(results) }
            }
            if journey.assessment.purpose == Purpose::Exploration {
                { roles::questions(results) }
                { examples::examples(results) }
            }
            { onwards(results) }
            { about_results(results) }
        </div>
    }
}

/// Each purpose has something of its own that comes first.
fn first(results: &Results) -> Html {
    match results.journey.assessment.purpose {
        Purpose::Development => Html::default(),
        Purpose::Exploration => roles::roles(results),
        Purpose::Onboarding => next_stage::not_tried(results),
    }
}

/// The areas that fit together, a line each, with what they give.
fn together(results: &Results) -> Html {
    let view = results.view;
    let set = &results.report.suggestions.portfolio.areas;
    if set.is_empty() {
        return Html::default();
    }
    let (title, sentence, steps) = covers(results);
    let standing = |area: usize| view.text(results.report.suggestions.areas[area].standing.key());
    html! {
        <section class="together">
            { heading(view, 1, title) }
            <p>{ text(sentence) }{ text(" ") }{ steps }</p>
            <ul class="findings">
                for &area in set {
                    <li key={area}>
                        { area_head(results, area) }
                        <span class="meta">{ text(standing(area)) }</span>
                    </li>
                }
            </ul>
        </section>
    }
}

/// To the plan and the conversation; from a manager's answers to the file for the employee.
fn onwards(results: &Results) -> Html {
    let Results { view, journey, .. } = results;
    let go = |weight: Weight, key: Key, step: Step| button(view, weight, key, Message::StepChosen(step));
    let compared = match &journey.compared {
        Some(_) => go(Weight::Secondary, Key::CompareBack, Step::Compare),
        None => Html::default(),
    };
    if results.is_managers() {
        return html! {
            <>
                <div class="actions">
                    { button(view, Weight::Primary, Key::SaveForEmployee, Message::Export(Export::Own)) }
                    { go(Weight::Secondary, Key::PlanTitle, Step::Plan) }
                    { compared }
                </div>
                { meta(view, Key::SaveForEmployeeNext) }
            </>
        };
    }
    html! {
        <div class="actions">
            if journey.has_plan() {
                { go(Weight::Primary, Key::MakePlan, Step::Plan) }
                { go(Weight::Secondary, Key::ToConversation, Step::Keep) }
            } else {
                { go(Weight::Primary, Key::KeepTitle, Step::Keep) }
            }
            { compared }
        </div>
    }
}
