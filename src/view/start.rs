//! The first screen: what this is and is not, how long it takes, where answers are kept, and what is still to choose.

use super::look::Look;
use super::parts::{
    Choice, Weight, actions, button, choices, error_message, error_summary, example_mark, named_button,
};
use super::status;
use crate::app::progress::Progress;
use crate::app::settings::Keeping;
use crate::app::{Message, Session, Start, StartField, Status};
use crate::assessment::{Purpose, Rater};
use crate::browser;
use crate::framework::{Basis, Framework};
use crate::wording::Key;
use std::rc::Rc;
use yew::prelude::*;

/// With more roles than this they are chosen from a list with search.
const FEW_ROLES: usize = 8;
/// Competences that a person answers in a minute: 25 take 5 to 7 minutes (method, section 1).
const COMPETENCES_A_MINUTE: usize = 4;

pub fn view(look: &Look, start: &Start) -> Html {
    let framework = look.framework();
    let Status::Ready(session) = &look.state.status else { return Html::default() };
    let purpose = start.purpose.unwrap_or_default();
    html! {
        <div class="screen">
            { basis_banner(look, start.role) }
            <@{look.heading_tag(0).to_string()} class="title" tabindex="-1" data-focus="heading" lang={look.content_lang()}>
                { look.of_framework(&framework.title) }
            </@>
            { error_summary(look, &errors(look, start)) }
            <p class="lead">{ look.text(lead(purpose)) }</p>
            { about(look, framework, session, purpose) }
            { for start.kept.iter().enumerate().map(|(place, (_, progress))| kept(look, place, progress)) }
            if look.state.settings.purpose.is_none() { { purposes(look, start) } }
            if start.asks_rater(&look.state.settings) { { raters(look, start) } }
            if start.rater == Some(Rater::Manager) && purpose == Purpose::Development { { label(look, start) } }
            { roles(look, start) }
            if purpose == Purpose::Onboarding { { stages(look, start) } }
            { keeping(look, session, purpose) }
            { actions(vec![
                button(
                    look,
                    Weight::Primary,
                    look.text(if start.under_way.is_some() { Key::GoOn } else { Key::Begin }),
                    Message::Begun,
                ),
            ]) }
            { status::open_file(look, look.text(Key::OpenFileLead)) }
        </div>
    }
}

fn lead(purpose: Purpose) -> Key {
    match purpose {
        Purpose::Development => Key::StartLeadDevelopment,
        Purpose::Exploration => Key::StartLeadExploration,
        Purpose::Onboarding => Key::StartLeadOnboarding,
    }
}

/// Marked where framework or targets are examples.
pub fn basis_banner(look: &Look, role: Option<usize>) -> Html {
    let framework = look.framework();
    let role_is_example = role.is_some_and(|role| framework.roles[role].basis == Basis::Example);
    let key = match framework.basis {
        Basis::Example => Key::ExampleBanner,
        Basis::Owner if role_is_example => Key::ExampleTargets,
        Basis::Owner => return Html::default(),
    };
    html! { <div class="banner">{ example_mark(look) }<span>{ look.text(key) }</span></div> }
}

/// Where the answers are while the person is at it.
pub fn kept_where(keeping: Keeping) -> Key {
    match keeping {
        Keeping::Nowhere => Key::NoticeKeptNowhere,
        Keeping::Tab => Key::NoticeKeptTab,
        Keeping::Device => Key::NoticeKeptDevice,
    }
}

/// What this is and is not (method, section 6): a host can't change these words.
fn about(look: &Look, framework: &Framework, session: &Session, purpose: Purpose) -> Html {
    let minutes = framework.competences.len().div_ceil(COMPETENCES_A_MINUTE);
    let not = match purpose {
        Purpose::Development => Key::NoticeNoAppraisal,
        Purpose::Exploration => Key::NoticeNoSelection,
        Purpose::Onboarding => Key::NoticeExpectedIncomplete,
    };
    html! {
        <div class="about">
            <ul class="facts-list">
                <li>{ look.count(Key::StartTime, minutes) }{ " " }{ look.count(Key::StartCount, framework.competences.len()) }</li>
                <li>{ look.text(not) }</li>
                <li>{ look.text(Key::NoticeYours) }{ " " }{ look.text(kept_where(session.keeping)) }</li>
            </ul>
            <details class="more">
                <summary>{ look.text(Key::AboutMore) }</summary>
                <div>
                    if let Some(summary) = &framework.summary {
                        <p lang={look.content_lang()}>{ look.of_framework(summary) }</p>
                    }
                    <p>{ look.text(Key::NoticeDecisions) }</p>
                    <p>{ look.text(Key::NoticeRules) }</p>
                    <p>{ look.text(Key::NoticeUncertain) }</p>
                    <p>{ look.text(Key::NoticeVoluntary) }</p>
                    <p>{ who(look, framework) }</p>
                </div>
            </details>
        </div>
    }
}

/// Who stands behind the framework, in which version, on which documents.
pub fn who(look: &Look, framework: &Framework) -> AttrValue {
    let mut words =
        look.say(Key::FrameworkVersion, &[("id", &framework.id), ("version", &framework.version)]).to_string();
    if let Some(owner) = &framework.owner {
        words.push(' ');
        words.push_str(&look.say(Key::FrameworkOwner, &[("owner", owner)]));
    }
    if !framework.sources.is_empty() {
        let titles: Vec<String> = (framework.sources.iter())
            .map(|source| match &source.publisher {
                Some(publisher) => format!("{} ({publisher})", source.title),
                None => source.title.to_string(),
            })
            .collect();
        words.push(' ');
        words.push_str(&look.say(Key::FrameworkSources, &[("sources", &look.wording().list(&titles))]));
    }
    words.into()
}

fn errors(look: &Look, start: &Start) -> Vec<(Key, AttrValue)> {
    let error = |field: &StartField| {
        let (key, name) = match field {
            StartField::Purpose => (Key::PurposeMissing, "purpose-0"),
            StartField::Rater => (Key::RaterMissing, "rater-0"),
            StartField::Role => (Key::RoleMissing, "role-0"),
        };
        (key, look.id(name))
    };
    start.missing.iter().map(error).collect()
}

/// A group of choices that has to be made, with its error where it wasn't.
fn group(look: &Look, name: &str, title: Key, missing: Option<Key>, content: Html) -> Html {
    let error_id = look.id(&format!("{name}-error"));
    html! {
        <fieldset class="question" aria-describedby={missing.map(|_| error_id.clone())}>
            <legend>{ look.heading(1, look.text(title)) }</legend>
            if let Some(key) = missing { { error_message(look, error_id, key) } }
            { content }
        </fieldset>
    }
}

fn missing(start: &Start, field: StartField, key: Key) -> Option<Key> {
    start.missing.contains(&field).then_some(key)
}

fn purposes(look: &Look, start: &Start) -> Html {
    let all = [
        (Purpose::Development, Key::PurposeDevelopment, Key::PurposeDevelopmentHelp),
        (Purpose::Onboarding, Key::PurposeOnboarding, Key::PurposeOnboardingHelp),
        (Purpose::Exploration, Key::PurposeExploration, Key::PurposeExplorationHelp),
    ];
    let choice = |(purpose, label, help)| {
        Choice::new(look.text(label), start.purpose == Some(purpose), Message::PurposeChosen(purpose))
            .with_description(Some(look.text(help)))
    };
    let content = choices(look, "purpose", all.into_iter().map(choice).collect());
    let missing = missing(start, StartField::Purpose, Key::PurposeMissing);
    group(look, "purpose", Key::PurposeQuestion, missing, content)
}

fn raters(look: &Look, start: &Start) -> Html {
    let choice = |rater, key| Choice::new(look.text(key), start.rater == Some(rater), Message::RaterChosen(rater));
    let list = vec![choice(Rater::Myself, Key::RaterSelf), choice(Rater::Manager, Key::RaterManager)];
    let missing = missing(start, StartField::Rater, Key::RaterMissing);
    group(look, "rater", Key::RaterQuestion, missing, choices(look, "rater", list))
}

/// For a manager: whom it is about, kept on the device only.
fn label(look: &Look, start: &Start) -> Html {
    let id = look.id("label");
    let hint = look.id("label-hint");
    let oninput = look.with(|event: InputEvent| Message::LabelWritten(browser::value_of(&event)));
    html! {
        <div class="field">
            <p class="notice">{ look.text(Key::NoticeShowEmployee) }</p>
            <label for={id.clone()}>{ look.text(Key::LabelQuestion) }</label>
            <p class="meta" id={hint.clone()}>{ look.text(Key::LabelHint) }</p>
            <input type="text" {id} maxlength="80" autocomplete="off" aria-describedby={hint}
                value={start.label.to_string()} {oninput} />
        </div>
    }
}

fn roles(look: &Look, start: &Start) -> Html {
    let framework = look.framework();
    let is_fixed = look.state.settings.role.is_some() || framework.roles.len() == 1;
    let read = |role: usize| {
        let title = look.of_framework(&framework.roles[role].title);
        let name = look.say(Key::ReadRoleNamed, &[("role", &title)]);
        named_button(look, Weight::Quiet, look.text(Key::ReadRole), Some(name), Message::RoleReadingOpened(role))
    };
    if is_fixed && let Some(role) = start.role {
        return html! {
            <p class="role">
                { look.say(Key::RoleFixed, &[("role", &look.of_framework(&framework.roles[role].title))]) }
                { " " }{ read(role) }
            </p>
        };
    }
    let missing = missing(start, StartField::Role, Key::RoleMissing);
    let content = if framework.roles.len() <= FEW_ROLES {
        let choice = |(place, role): (usize, &crate::framework::Role)| {
            Choice::new(look.of_framework(&role.title), start.role == Some(place), Message::RoleChosen(place))
                .with_description(role.summary.as_ref().map(|summary| look.of_framework(summary)))
                .in_language(look.content_lang())
        };
        let list = framework.roles.iter().enumerate().map(choice).collect();
        html! {
            <>
                { choices(look, "role", list) }
                if let Some(role) = start.role { <p>{ read(role) }</p> }
            </>
        }
    } else {
        role_search(look, start, &framework.roles)
    };
    group(look, "role", Key::RoleQuestion, missing, content)
}

/// Many roles: a text field that the browser itself searches the titles for.
fn role_search(look: &Look, start: &Start, roles: &[crate::framework::Role]) -> Html {
    let titles: Rc<Vec<AttrValue>> = Rc::new(roles.iter().map(|role| look.of_framework(&role.title)).collect());
    let chosen = start.role.map(|role| titles[role].clone());
    let (field, list, hint) = (look.id("role-0"), look.id("role-list"), look.id("role-hint"));
    let options = titles.iter().map(|title| html! { <option value={title.clone()}></option> });
    let onchange = look.with({
        let titles = titles.clone();
        move |event: Event| {
            let value = browser::value_of(&event);
            let place = titles.iter().position(|title| title.as_str().eq_ignore_ascii_case(value.trim()));
            Message::RoleChosen(place.unwrap_or(usize::MAX))
        }
    });
    html! {
        <div class="field">
            <label for={field.clone()}>{ look.text(Key::RoleSearch) }</label>
            <p class="meta" id={hint.clone()}>{ look.count(Key::RoleSearchHint, roles.len()) }</p>
            <input type="text" id={field} list={list.clone()} autocomplete="off" aria-describedby={hint}
                value={chosen.unwrap_or_default()} {onchange} />
            <datalist id={list}>{ for options }</datalist>
            if let Some(role) = start.role {
                <p>{ named_button(look, Weight::Quiet, look.text(Key::ReadRole), None, Message::RoleReadingOpened(role)) }</p>
            }
        </div>
    }
}

fn stages(look: &Look, start: &Start) -> Html {
    let Some(role) = start.role else { return Html::default() };
    let stages = &look.framework().roles[role].stages;
    if stages.is_empty() {
        return Html::default();
    }
    let choice = |stage: &crate::framework::Stage| {
        let id = Some(stage.id.clone());
        Choice::new(look.of_framework(&stage.title), start.stage == id, Message::StageChosen(id))
            .in_language(look.content_lang())
    };
    let mut list: Vec<_> = stages.iter().map(choice).collect();
    list.push(Choice::new(look.text(Key::StageNone), start.stage.is_none(), Message::StageChosen(None)));
    group(look, "stage", Key::StageQuestion, None, choices(look, "stage", list))
}

/// Where answers are kept, as far as the page leaves a choice.
pub fn keeping(look: &Look, session: &Session, purpose: Purpose) -> Html {
    let most = look.state.settings.most_keeping(purpose);
    if most == Keeping::Nowhere {
        return Html::default();
    }
    let all = [
        (Keeping::Tab, Key::KeepTab, None),
        (Keeping::Device, Key::KeepDevice, Some(look.text(Key::KeepDeviceHelp))),
        (Keeping::Nowhere, Key::KeepNowhere, None),
    ];
    let choice = |(keeping, key, help): (Keeping, Key, Option<AttrValue>)| {
        Choice::new(look.text(key), session.keeping == keeping, Message::KeepingChosen(keeping)).with_description(help)
    };
    let list = all.into_iter().filter(|(keeping, ..)| *keeping <= most).map(choice).collect();
    group(look, "keeping", Key::KeepQuestion, None, choices(look, "keeping", list))
}

/// Answers from another day, found on the device: another person may sit here now.
fn kept(look: &Look, place: usize, progress: &Progress) -> Html {
    let framework = look.framework();
    let journey = &progress.journey;
    let role = look.of_framework(&framework.roles[journey.role].title);
    let (answered, total) = journey.answered(framework);
    let numbers = [answered.to_string(), total.to_string()];
    let day = journey.assessment.updated_at.as_deref().and_then(|iso| iso.get(..10)).unwrap_or_default();
    let day = browser::day_in_words(day, look.wording().language.tag());
    html! {
        <div class="notice" key={place}>
            { look.heading(1, look.text(Key::KeptTitle)) }
            <p>
                if !journey.label.is_empty() { <strong>{ &journey.label }{ ". " }</strong> }
                { look.say(Key::KeptAnswers, &[
                    ("role", &role), ("day", &day), ("answered", &numbers[0]), ("total", &numbers[1]),
                ]) }
            </p>
            { actions(vec![
                button(look, Weight::Secondary, look.text(Key::KeptGoOn), Message::ProgressResumed(place)),
                button(look, Weight::Quiet, look.text(Key::KeptDelete), Message::ProgressForgotten(place)),
            ]) }
        </div>
    }
}
