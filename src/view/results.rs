//! What the answers come to: in words first, then the picture, then the suggestions.
//!
//! Everything is drawn from the report, which follows every change at once. The first layer is words only; points stand
//! where the reader asks how an order came about.

mod seen;

mod area_card;
mod chances;
mod next_stage;
mod profile_chart;
mod profile_table;
mod roles;
mod suggestions;
mod summary;

use super::check::{self, balance_words};
use super::context::View;
use super::pieces::{
    Choosable, Field, Weight, button, button_of, heading, meta, more, more_of, paragraph, sentences, text, title, words,
};
use super::{compare, start};
use crate::assessment::Purpose;
use crate::scalar::LONGEST_TEXT;
use crate::state::Planning;
use crate::state::journey::{Journey, Step};
use crate::state::{Message, Status};
use crate::wording::Key;
use seen::Results;
use std::rc::Rc;
use yew::{Html, html};

pub fn results(view: &View, journey: &Journey, viewed_role: usize) -> Html {
    let results = Results { view, journey, viewed_role, report: view.report(journey, viewed_role) };
    html! {
        <div class="screen results">
            { start::basis_banner(view, Some(viewed_role)) }
            { title(view, Key::ResultsTitle) }
            if !journey.label.is_empty() {
                <p class="meta">{ text(view.say(Key::ResultsAbout, &[("label", &journey.label)])) }</p>
            }
            { lead(&results) }
            { too_few(&results) }
            { first(&results) }
            { summary::summary(&results) }
            { profile_chart::profile_chart(&results) }
            if journey.asks_areas(view.framework()) {
                { suggestions::suggestions(&results) }
            }
            { examples(&results) }
            if journey.assessment.purpose == Purpose::Exploration {
                { roles::questions(&results) }
            } else {
                { compare::way_in(view, journey) }
            }
            if journey.asks_placement(view.framework()) {
                <section>
                    { heading(view, 1, Key::PlacementTitle) }
                    { paragraph(view, Key::PlacementLead) }
                </section>
            }
            { about(&results) }
            { onwards(&results) }
        </div>
    }
}

/// Each purpose has something of its own that comes first.
fn first(results: &Results) -> Html {
    match results.journey.assessment.purpose {
        Purpose::Development => against(results),
        Purpose::Exploration => html! { <>{ roles::roles(results) }{ against(results) }</> },
        Purpose::Onboarding => html! {
            <>
                { against(results) }
                { next_stage::not_tried(results) }
                { next_stage::next_stage(results) }
            </>
        },
    }
}

fn onwards(results: &Results) -> Html {
    let view = results.view;
    // An applicant has nobody to agree a plan with.
    let has_plan = results.has_plan();
    let keep = if has_plan { Weight::Secondary } else { Weight::Primary };
    html! {
        <div class="actions">
            if has_plan {
                { button(view, Weight::Primary, Key::PlanTitle, Message::StepChosen(Step::Plan)) }
            }
            { button(view, keep, Key::KeepTitle, Message::StepChosen(Step::Keep)) }
            { button(view, Weight::Quiet, check::title_key(results.journey.assessment.rater), Message::StepChosen(Step::Check)) }
        </div>
    }
}

/// The same for paper, seen against the person's own role: the words with the picture, and the suggestions.
pub fn for_paper(view: &View, journey: &Journey) -> (Html, Html) {
    let viewed_role = journey.role;
    let results = Results { view, journey, viewed_role, report: view.report(journey, viewed_role) };
    let suggestions = match journey.asks_areas(view.framework()) {
        true => suggestions::for_paper(&results),
        false => Html::default(),
    };
    let first = match journey.assessment.purpose {
        Purpose::Development => Html::default(),
        Purpose::Exploration => html! { <>{ roles::roles(&results) }{ roles::questions(&results) }</> },
        Purpose::Onboarding => {
            html! { <>{ next_stage::not_tried(&results) }{ next_stage::next_stage(&results) }</> }
        }
    };
    let preparation = html! {
        <>
            if journey.assessment.targets.is_agreed() {
                <p>{ text(balance_words(view, journey)) }</p>
            }
            { first }
            { summary::summary(&results) }
            { profile_chart::profile_chart(&results) }
        </>
    };
    (preparation, suggestions)
}

/// For how many strengths and for how many priorities an example is asked (www/guides/method.md, section 1).
const MOST_EXAMPLES: usize = 3;

/// *Give an example from the last six months*: never required, and in a file only when ticked.
fn examples(results: &Results) -> Html {
    let Results { view, journey, .. } = results;
    let profile = &results.report.profile;
    let mut asked: Vec<usize> = Vec::new();
    if !results.is_managers() {
        asked.extend(profile.strengths.iter().take(MOST_EXAMPLES));
        asked.extend(profile.priorities.iter().take(MOST_EXAMPLES));
    }
    // What was written stays in reach when the answers change.
    let is_written = |id: &Rc<str>| results.framework().competence(id).filter(|place| !asked.contains(place));
    let written: Vec<usize> = journey.assessment.evidence.keys().filter_map(is_written).collect();
    asked.extend(written);
    if asked.is_empty() {
        return Html::default();
    }
    let content = html! {
        <div class="examples">
            { paragraph(view, Key::EvidenceLead) }
            { meta(view, Key::PlanPrivacy) }
            for competence in asked {
                { example(results, competence) }
            }
        </div>
    };
    // What somebody is writing in isn't folded away under their hands.
    let is_open = !journey.assessment.evidence.is_empty() || view.is_typing_in("example");
    let is_applicant = journey.assessment.purpose == Purpose::Exploration;
    html! {
        <section>
            { heading(view, 1, if is_applicant { Key::EvidenceInterview } else { Key::EvidenceTitle }) }
            { more_of(view.text(Key::EvidenceWrite), is_open, content) }
        </section>
    }
}

fn example(results: &Results, competence: usize) -> Html {
    let view = results.view;
    let id = &results.framework().competences[competence].id;
    let written = results.journey.assessment.evidence.get(id).cloned().unwrap_or_default();
    let label = html! { <span lang={view.lang()}>{ text(view.competence(competence)) }</span> };
    let write = move |text| Message::Planning(Planning::EvidenceWritten { competence, text });
    Field::new(view, &format!("example{competence}"), label).lines(LONGEST_TEXT, written, write)
}

/// What this is not, and how much to read into it.
fn lead(results: &Results) -> Html {
    let Results { view, journey, .. } = results;
    let is_manager = results.is_managers();
    let mut keys = vec![start::is_not(journey.assessment.purpose, is_manager), start::uncertain(is_manager)];
    keys.extend((is_manager && !results.framework().is_in_third_person()).then_some(Key::EmployeesWords));
    html! { <p class="firm lead">{ sentences(view, &keys) }</p> }
}

/// Says so where the answers are too few to say much, and leads back to them.
fn too_few(results: &Results) -> Html {
    let view = results.view;
    let Some(needed) = results.report.profile.needs_answers() else { return Html::default() };
    html! {
        <div class="notice" part="notice">
            <p>{ text(view.count(Key::TooFewResults, needed)) }</p>
            { button(view, Weight::Secondary, check::title_key(results.journey.assessment.rater), Message::StepChosen(Step::Check)) }
        </div>
    }
}

/// Which role and which levels the answers are seen against.
fn against(results: &Results) -> Html {
    let Results { view, journey, viewed_role, .. } = results;
    let stage =
        journey.assessment.stage.as_ref().and_then(|stage| results.framework().roles[*viewed_role].stage(stage));
    // Whoever looks at several roles has none of their own to go back to.
    let is_applicant = journey.assessment.purpose == Purpose::Exploration;
    html! {
        <div class="against">
            { lens_field(results) }
            if *viewed_role != journey.role && !is_applicant {
                { other_lens(results) }
            }
            if let Some(stage) = stage {
                <p class="meta">
                    { text(view.say(Key::LevelsOfStage, &[("stage", &view.of_framework(&stage.title))])) }
                </p>
            }
            if journey.assessment.targets.is_agreed() {
                <p class="meta">{ text(balance_words(view, journey)) }</p>
            }
        </div>
    }
}

/// The role, and the others to see the answers against.
fn lens_field(results: &Results) -> Html {
    let Results { view, viewed_role, .. } = results;
    let roles = results.framework().roles.len();
    if roles < 2 {
        return html! { <p>{ text(view.say(Key::RoleFixed, &[("role", &view.role(*viewed_role))])) }</p> };
    }
    let role = |place: usize| Choosable {
        value: place.to_string(),
        words: view.role(place),
        is_selected: place == *viewed_role,
    };
    let select = |value: Rc<str>| Message::ViewedRoleChosen(value.parse().unwrap_or(usize::MAX));
    Field::new(view, "viewed-role", words(view, Key::LensLabel)).select(
        Some(*viewed_role),
        (0..roles).map(role).collect(),
        select,
    )
}

/// Says so when the answers are seen against another role than the person's, and leads back.
fn other_lens(results: &Results) -> Html {
    let Results { view, journey, viewed_role, .. } = results;
    let own = view.role(journey.role);
    let words = view.say(Key::LensOther, &[("role", &view.role(*viewed_role)), ("own", &own)]);
    let back = view.say(Key::LensBack, &[("role", &own)]);
    html! {
        <div class="notice" part="notice">
            <p>{ text(words) }</p>
            { button_of(view, Weight::Secondary, back, Message::ViewedRoleChosen(journey.role)) }
        </div>
    }
}

/// What the results are and are not (www/guides/method.md, section 6), also in print: a host can't change these words.
fn about(results: &Results) -> Html {
    let view = results.view;
    let is_manager = results.is_managers();
    let notice = |key: Key| html! { <li>{ words(view, key) }</li> };
    let Status::Ready(session) = &view.state.status else { return Html::default() };
    html! {
        <section class="about-results">
            { heading(view, 1, Key::AboutResults) }
            <ul>
                { notice(Key::NoticeRules) }
                { notice(Key::NoticeDecisions) }
                <li>{ sentences(view, &[start::whose(is_manager), start::kept_where(session.kept_for())]) }</li>
                { notice(start::voluntary(is_manager)) }
                <li>{ text(start::who(view)) }</li>
            </ul>
            { rules(results) }
            { start::contact(view) }
        </section>
    }
}

/// The rules in short; the whole of them are in www/guides/method.md.
fn rules(results: &Results) -> Html {
    let Results { view, journey, .. } = results;
    let always = [Key::RulesClasses, Key::RulesUnknown, Key::RulesStrengths, Key::RulesSummed, Key::RulesFlat];
    let mut rules = always.map(|key| view.text(key)).to_vec();
    if journey.assessment.purpose == Purpose::Onboarding {
        rules.push(view.text(Key::RulesStage));
    }
    if journey.asks_areas(view.framework()) {
        let parameters = results.report.parameters;
        rules.push(view.count(Key::RulesStanding, parameters.entry_tolerance.into()));
        rules.push(view.count(Key::RulesPractice, parameters.stretch.into()));
    }
    let rules = html! {
        <ul>
            for rule in rules {
                <li>{ text(rule) }</li>
            }
        </ul>
    };
    more(view, Key::RulesTitle, rules)
}
