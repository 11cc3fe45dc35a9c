//! The framework as a form to fill in by hand, for those without a screen: every competence with its levels to tick, and
//! room to write. Knows no answers.

use super::chart::{head as table_head, scrolling};
use super::context::View;
use super::pieces::{Weight, button, content, heading, heading_with, paragraph, sentences, text, title, words};
use crate::framework::{Dimension, Scale};
use crate::state::Message;
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// So many lines are left to write on under each heading.
const LINES: usize = 3;
/// So many agreements fit.
const AGREEMENTS: usize = 3;

pub fn blank_form(view: &View) -> Html {
    let framework = view.framework();
    html! {
        <div class="screen blank-form">
            { title(view, Key::BlankFormTitle) }
            <p class="screen-only">{ words(view, Key::BlankFormLead) }</p>
            <div class="actions">
                { button(view, Weight::Primary, Key::Print, Message::PrintAsked) }
                { button(view, Weight::Secondary, Key::Back, Message::ReadingClosed) }
            </div>
            <p>
                <strong lang={view.lang()}>{ content(view, &framework.title) }</strong>
                { text(". ") }
                { sentences(view, &[Key::NoticeNoAppraisal, Key::NoticeUncertain]) }
            </p>
            { paragraph(view, Key::BlankFormHow) }
            { levels(view) }
            for part in &framework.dimensions {
                { dimension(view, part) }
            }
            { room(view, Key::StrengthsTitle) }
            { room(view, Key::TalkTitle) }
            { agreements(view) }
        </div>
    }
}

/// What the columns mean, for each scale in turn.
fn levels(view: &View) -> Html {
    let framework = view.framework();
    let is_used = |place: usize| framework.competences.iter().any(|competence| competence.scale == place);
    let scales = framework.scales.iter().enumerate().filter(|(place, _)| is_used(*place));
    let level = |scale: &Scale| -> Html {
        let line = |level| {
            let short = short(view, scale, level);
            let label = view.of_framework(&scale.levels[level].label);
            match short == label {
                true => html! { <li>{ text(label) }</li> },
                false => html! { <li><strong>{ text(format!("{short}: ")) }</strong>{ text(label) }</li> },
            }
        };
        (0..scale.levels.len()).map(line).collect()
    };
    html! {
        <div lang={view.lang()}>
            for (place, scale) in scales {
                <ul key={place}>{ level(scale) }</ul>
            }
        </div>
    }
}

fn short(view: &View, scale: &Scale, level: usize) -> Rc<str> {
    let level = &scale.levels[level];
    view.of_framework(level.short.as_ref().unwrap_or(&level.label))
}

/// A table for each run of competences on one scale.
fn dimension(view: &View, dimension: &Dimension) -> Html {
    let framework = view.framework();
    let places: Vec<usize> = dimension.competences.clone().collect();
    let is_same = |one: &usize, other: &usize| framework.competences[*one].scale == framework.competences[*other].scale;
    let table = |run: &[usize]| {
        let scale = framework.scale_of(run[0]);
        let mut columns = vec![view.text(Key::ColumnCompetence)];
        columns.extend((0..scale.levels.len()).map(|level| short(view, scale, level)));
        columns.extend([Key::ClassNoOpportunity, Key::ClassNotRelevant].map(|key| view.text(key)));
        let boxes = columns.len() - 1;
        let row = |place: usize| {
            html! {
                <tr key={place}>
                    <th scope="row" lang={view.lang()}>
                        { text(view.competence(place)) }
                        { text(" ") }
                        <span class="meta">{ content(view, &framework.competences[place].statement) }</span>
                    </th>
                    for _ in 0..boxes {
                        <td><span class="tick-box" /></td>
                    }
                </tr>
            }
        };
        let name = view.of_framework(&dimension.title);
        let table = html! {
            <table>
                // The heading says the same to those who see it.
                <caption class="visually-hidden">{ text(name.clone()) }</caption>
                { table_head(&columns) }
                <tbody>{ run.iter().copied().map(row).collect::<Html>() }</tbody>
            </table>
        };
        scrolling(table, name)
    };
    html! {
        <section>
            { heading_with(view, 1, &dimension.title) }
            { places.chunk_by(is_same).map(table).collect::<Html>() }
        </section>
    }
}

fn room(view: &View, title: Key) -> Html {
    html! {
        <section>
            { heading(view, 1, title) }
            for _ in 0..LINES {
                <div class="room" />
            }
        </section>
    }
}

/// What, who and when, as in the plan.
fn agreements(view: &View) -> Html {
    let columns = [Key::PlanActivity, Key::PlanResponsible, Key::PlanDue].map(|key| view.text(key));
    let table = html! {
        <table>
            <caption class="visually-hidden">{ words(view, Key::PlanTitle) }</caption>
            { table_head(&columns) }
            <tbody>
                for _ in 0..AGREEMENTS {
                    <tr>
                        for _ in 0..columns.len() {
                            <td><div class="room" /></td>
                        }
                    </tr>
                }
            </tbody>
        </table>
    };
    html! { <section>{ heading(view, 1, Key::PlanTitle) }{ scrolling(table, view.text(Key::PlanTitle)) }</section> }
}
