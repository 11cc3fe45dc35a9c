//! What the answers come to: in words first, then the picture, then the suggestions.
//!
//! Everything is drawn from the report, which follows every change at once. The first layer is words only; points stand
//! where the reader asks how an order came about.

mod area_card;
mod profile_chart;
mod profile_table;
mod suggestions;
mod summary;

use super::check::balance_words;
use super::look::Look;
use super::parts::{Weight, actions, button};
use super::start;
use crate::app::journey::{Journey, Step};
use crate::app::{Message, Status};
use crate::assessment::{Purpose, Rater};
use crate::browser;
use crate::framework::{Framework, Level};
use crate::profile::{Class, Row};
use crate::report::Report;
use crate::wording::Key;
use std::rc::Rc;
use yew::prelude::*;

/// What every part of the results is drawn from.
struct Results<'a> {
    look: &'a Look<'a>,
    journey: &'a Journey,
    /// The place of the role that the answers are seen against.
    lens: usize,
    report: Rc<Report>,
}

pub fn view(look: &Look, journey: &Journey, lens: usize) -> Html {
    let results = Results { look, journey, lens, report: look.report(journey, lens) };
    html! {
        <div class="screen results">
            { start::basis_banner(look, Some(lens)) }
            { look.title(look.text(Key::ResultsTitle)) }
            { lead(&results) }
            { against(&results) }
            { summary::view(&results) }
            { profile_chart::view(&results) }
            if journey.asks_areas(look.framework()) { { suggestions::view(&results) } }
            { about(&results) }
            { actions(vec![
                button(look, Weight::Primary, look.text(Key::KeepTitle), Message::StepChosen(Step::Keep)),
                button(look, Weight::Secondary, look.text(Key::CheckTitle), Message::StepChosen(Step::Check)),
            ]) }
        </div>
    }
}

impl<'a> Results<'a> {
    fn framework(&self) -> &'a Framework {
        self.look.framework()
    }

    fn row(&self, competence: usize) -> &Row {
        &self.report.profile.rows[competence]
    }

    /// A competence's title.
    fn title(&self, competence: usize) -> AttrValue {
        self.look.of_framework(&self.framework().competences[competence].title)
    }

    fn titles(&self, competences: &[usize]) -> Vec<AttrValue> {
        competences.iter().map(|&competence| self.title(competence)).collect()
    }

    /// A level of a competence's scale in words.
    fn label(&self, competence: usize, level: Level) -> AttrValue {
        self.look.of_framework(&self.framework().scale_of(competence).levels[usize::from(level)].label)
    }

    fn role_title(&self, role: usize) -> AttrValue {
        self.look.of_framework(&self.framework().roles[role].title)
    }

    fn is_managers(&self) -> bool {
        self.journey.assessment.rater == Rater::Manager
    }

    /// Whether anything can be held up against the role at all.
    fn has_levels(&self) -> bool {
        self.report.profile.rows.iter().any(|row| row.level().is_some())
    }

    /// Whether the competence's level was agreed for this person.
    fn is_adjusted(&self, competence: usize) -> bool {
        let id = &self.framework().competences[competence].id;
        self.journey.assessment.targets.adjusted.get(id).is_some()
    }
}

/// A paragraph; one function, since each `html!` costs bytes.
fn paragraph(class: &'static str, text: AttrValue) -> Html {
    html! { <p {class}>{ text }</p> }
}

/// A list of competences as the framework calls them, one beside the other.
fn chips(results: &Results, competences: &[usize]) -> Html {
    let chip = |title: AttrValue| html! { <li>{ title }</li> };
    html! {
        <ul class="chips" lang={results.look.content_lang()}>{ for results.titles(competences).into_iter().map(chip) }</ul>
    }
}

/// What it means to stand there, in words.
fn class_key(class: Class) -> Key {
    match class {
        Class::Above => Key::ClassAbove,
        Class::Met => Key::ClassMet,
        Class::Near => Key::ClassNear,
        Class::Gap => Key::ClassGap,
        Class::Later => Key::ClassLater,
        Class::NoTarget => Key::ClassNoTarget,
        Class::NoOpportunity => Key::ClassNoOpportunity,
        Class::NotObserved => Key::ClassNotObserved,
        Class::NotAnswered => Key::ClassNotAnswered,
        Class::NotRelevant => Key::ClassNotRelevant,
    }
}

/// What this is not, and how much to read into it.
fn lead(results: &Results) -> Html {
    let Results { look, journey, .. } = results;
    let not = match (journey.assessment.rater, journey.assessment.purpose) {
        (Rater::Manager, _) => Key::NoticeNoAppraisalManager,
        (_, Purpose::Development) => Key::NoticeNoAppraisal,
        (_, Purpose::Exploration) => Key::NoticeNoSelection,
        (_, Purpose::Onboarding) => Key::NoticeExpectedIncomplete,
    };
    html! {
        <>
            if !journey.label.is_empty() {
                { paragraph("meta", look.say(Key::ResultsAbout, &[("label", &journey.label)])) }
            }
            <p class="lead">{ look.text(not) }{ " " }{ look.text(uncertain(results)) }</p>
        </>
    }
}

fn uncertain(results: &Results) -> Key {
    if results.is_managers() { Key::NoticeUncertainManager } else { Key::NoticeUncertain }
}

/// Which role and which levels the answers are seen against.
fn against(results: &Results) -> Html {
    let Results { look, journey, lens, .. } = results;
    let framework = look.framework();
    let role = &framework.roles[*lens];
    let stage = journey.assessment.stage.as_ref().and_then(|stage| role.stage(stage));
    let own = results.role_title(journey.role);
    let chosen = results.role_title(*lens);
    html! {
        <div class="against">
            { lens_field(results) }
            if *lens != journey.role {
                <div class="notice">
                    { paragraph("", look.say(Key::LensOther, &[("role", &chosen), ("own", &own)])) }
                    { button(
                        look,
                        Weight::Secondary,
                        look.say(Key::LensBack, &[("role", &own)]),
                        Message::LensChosen(journey.role),
                    ) }
                </div>
            }
            if let Some(stage) = stage {
                { paragraph("meta", look.say(Key::LevelsOfStage, &[("stage", &look.of_framework(&stage.title))])) }
            }
            if journey.assessment.targets.agreed_by.is_some() {
                { paragraph("meta", balance_words(look, journey)) }
            }
        </div>
    }
}

/// The role, and the others to see the answers against.
fn lens_field(results: &Results) -> Html {
    let Results { look, lens, .. } = results;
    let roles = &look.framework().roles;
    if roles.len() < 2 {
        return html! { <p>{ look.say(Key::RoleFixed, &[("role", &results.role_title(*lens))]) }</p> };
    }
    let id = look.id("lens");
    let onchange =
        look.with(|event: Event| Message::LensChosen(browser::value_of(&event).parse().unwrap_or(usize::MAX)));
    let role = |place: usize| {
        html! {
            <option value={place.to_string()} selected={place == *lens}>{ results.role_title(place) }</option>
        }
    };
    html! {
        <div class="field">
            <label for={id.clone()}>{ look.text(Key::LensLabel) }</label>
            // Made anew for another role: once something was chosen by hand, a select doesn't heed the attribute.
            <select key={*lens} {id} {onchange}>{ for (0..roles.len()).map(role) }</select>
        </div>
    }
}

/// What the results are and are not (method, section 6), also in print: a host can't change these words.
fn about(results: &Results) -> Html {
    let Results { look, .. } = results;
    let mut keys = vec![Key::NoticeRules, Key::NoticeDecisions];
    if results.is_managers() {
        keys.push(Key::NoticeShowEmployee);
    }
    let notice = |key: Key| html! { <li>{ look.text(key) }</li> };
    html! {
        <section class="about-results">
            { look.heading(1, look.text(Key::AboutResults)) }
            <ul class="facts-list">
                { for keys.into_iter().map(notice) }
                if let Status::Ready(session) = &look.state.status {
                    <li>{ look.text(Key::NoticeYours) }{ " " }{ look.text(start::kept_where(session.keeping)) }</li>
                }
                { notice(Key::NoticeVoluntary) }
                <li>{ start::who(look, look.framework()) }</li>
            </ul>
        </section>
    }
}
