//! What the results' screens have in common: the menu and the heading, what the answers are seen against, and what the
//! results are and are not.
//!
//! Knows none of the screens.

use super::menu;
use super::seen::Results;
use crate::assessment::Purpose;
use crate::framework::Stage;
use crate::state::journey::{Journey, Step};
use crate::state::{Message, Status};
use crate::view::check::{self, balance_words};
use crate::view::context::View;
use crate::view::pieces::{Choosable, Field, Weight, button, button_of, more, more_of, sentences, text, title, words};
use crate::view::start;
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// One of the screens that are drawn from the report.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Overview,
    Profile,
    Suggestions,
}

/// What stands first on each: the menu, the heading, and what the answers are seen against.
pub fn head(results: &Results, page: Page) -> Html {
    let Results { view, journey, viewed_role, .. } = results;
    let heading = match page {
        Page::Overview => Key::ResultsTitle,
        Page::Profile => Key::ProfileTitle,
        Page::Suggestions => Key::SuggestionsTitle,
    };
    html! {
        <>
            { start::basis_banner(view, Some(*viewed_role)) }
            { menu::menu(view, journey) }
            <div class="results-head">
                { title(view, heading) }
                { menu::about(view, journey) }
                { against(results, page) }
            </div>
        </>
    }
}

/// What this is not, and how much to read into it.
pub fn lead(results: &Results) -> Html {
    let Results { view, journey, .. } = results;
    let is_manager = results.is_managers();
    let mut keys = vec![start::is_not(journey.assessment.purpose, is_manager), start::uncertain(is_manager)];
    keys.extend((is_manager && !results.framework().is_in_third_person()).then_some(Key::EmployeesWords));
    html! { <p class="firm">{ sentences(view, &keys) }</p> }
}

/// Says so where the answers are too few to say much, and leads back to them.
pub fn too_few(results: &Results) -> Html {
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
fn against(results: &Results, page: Page) -> Html {
    let Results { view, journey, viewed_role, .. } = results;
    let stage =
        journey.assessment.stage.as_ref().and_then(|stage| results.framework().roles[*viewed_role].stage(stage));
    // Whoever looks at several roles has none of their own to go back to.
    let is_applicant = journey.assessment.purpose == Purpose::Exploration;
    let is_others = *viewed_role != journey.role;
    html! {
        <>
            { stage_line(view, journey, stage) }
            if page != Page::Overview && journey.assessment.targets.is_agreed() {
                <p class="meta">{ text(balance_words(view, journey)) }</p>
            }
            if is_others && !is_applicant {
                { other_lens(results) }
            }
            if results.framework().roles.len() > 1 {
                { more_of(view.text(Key::LensLabel), is_others || is_applicant, lens_field(results)) }
            }
        </>
    }
}

/// Which time in the job the levels are for, and the way to change that.
fn stage_line(view: &View, journey: &Journey, stage: Option<&Stage>) -> Html {
    let field = check::stage_field(view, journey).filter(|_| !view.is_on_paper());
    let title = stage.map_or_else(|| view.text(Key::StageNone), |stage| view.of_framework(&stage.title));
    let words = view.say(Key::LevelsOfStage, &[("stage", &title)]);
    match (field, stage) {
        (Some(field), _) => more_of(words, false, field),
        (None, Some(_)) => html! { <p class="meta">{ text(words) }</p> },
        (None, None) => Html::default(),
    }
}

/// The role, and the others to see the answers against.
fn lens_field(results: &Results) -> Html {
    let Results { view, viewed_role, .. } = results;
    let role = |place: usize| Choosable {
        value: place.to_string(),
        words: view.role(place),
        is_selected: place == *viewed_role,
    };
    let select = |value: Rc<str>| Message::ViewedRoleChosen(value.parse().unwrap_or(usize::MAX));
    Field::new(view, "viewed-role", words(view, Key::LensRole)).select(
        Some(*viewed_role),
        (0..results.framework().roles.len()).map(role).collect(),
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
pub fn about_results(results: &Results) -> Html {
    let view = results.view;
    let is_manager = results.is_managers();
    let notice = |key: Key| html! { <li>{ words(view, key) }</li> };
    let Status::Ready(session) = &view.state.status else { return Html::default() };
    html! {
        <details class="more about-results">
            <summary>{ words(view, Key::AboutResults) }</summary>
            <div>
            <ul>
                { notice(Key::NoticeRules) }
                { notice(Key::NoticeDecisions) }
                <li>{ sentences(view, &[start::whose(is_manager), start::kept_where(session.kept_for())]) }</li>
                { notice(start::voluntary(view, results.journey.assessment.purpose, is_manager)) }
                <li>{ text(start::who(view)) }</li>
            </ul>
            { rules(results) }
            { start::contact(view) }
            </div>
        </details>
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
    rules.push(view.text(if results.is_managers() { Key::PriorityOrderManager } else { Key::PriorityOrder }));
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
