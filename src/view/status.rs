//! What stands around the screens: waiting, failure, notices, the dialog, and the bar at the foot.

use super::look::Look;
use super::parts::{Weight, actions, button, more};
use crate::app::opening::{Declined, Told};
use crate::app::{Dialog, Failure, FailureCode, Message, Notice, Screen, Session, StorageTrouble};
use crate::browser;
use crate::problem::{Problem, ProblemKind};
use crate::wording::{Key, Language};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// A framework with more problems than this shows the first and how many more there are.
const PROBLEMS_SHOWN: usize = 50;

pub fn waiting(look: &Look) -> Html {
    html! { <p class="meta">{ look.text(Key::Waiting) }</p> }
}

/// A plain message for the person, and the details for the page's author.
pub fn failed(look: &Look, failure: &Failure) -> Html {
    let key = match failure.code {
        FailureCode::FrameworkMissing => Key::FailedMissing,
        FailureCode::FrameworkNotFound => Key::FailedNotFound,
        FailureCode::FrameworkUnreachable => Key::FailedUnreachable,
        FailureCode::FrameworkNotJson | FailureCode::FrameworkInvalid => Key::FailedInvalid,
        FailureCode::FrameworkNewer => Key::FailedNewer,
        FailureCode::RoleUnknown => Key::FailedRole,
    };
    html! {
        <div class="screen failed">
            <@{look.heading_tag(0).to_string()} class="title" tabindex="-1" data-focus="heading">{ look.text(Key::FailedTitle) }</@>
            <p class="lead">{ look.text(key) }</p>
            <p>{ look.text(Key::FailedTell) }</p>
            { more(look.text(Key::FailedDetails), problems(look, &failure.detail, &failure.problems)) }
        </div>
    }
}

/// In English, like the formats: for whoever keeps the page or the framework.
fn problems(look: &Look, detail: &str, problems: &[Problem]) -> Html {
    let line = |problem: &Problem| html! { <li><code>{ problem.to_string() }</code></li> };
    html! {
        <div lang="en">
            if !detail.is_empty() { <p><code>{ detail.to_owned() }</code></p> }
            if !problems.is_empty() {
                <ul>{ for problems.iter().take(PROBLEMS_SHOWN).map(line) }</ul>
            }
            if let Some(rest @ 1..) = problems.len().checked_sub(PROBLEMS_SHOWN) {
                <p>{ look.count(Key::MoreProblems, rest) }</p>
            }
        </div>
    }
}

pub fn notices(look: &Look, notices: &[Notice]) -> Html {
    if notices.is_empty() {
        return Html::default();
    }
    let notice = |notice: &Notice| match notice {
        Notice::Opened(told) => opened(look, told),
        Notice::NotOpened(declined) => not_opened(look, declined),
        Notice::Resumed => html! { <p>{ look.text(Key::Resumed) }</p> },
        Notice::Deleted => html! { <p>{ look.text(Key::AnswersDeleted) }</p> },
        Notice::NotKept(StorageTrouble::Blocked) => html! { <p>{ look.text(Key::StorageBlocked) }</p> },
        Notice::NotKept(StorageTrouble::Full) => html! { <p>{ look.text(Key::StorageFull) }</p> },
    };
    html! {
        <div class="notice" role="status" tabindex="-1" data-focus="notices">
            { for notices.iter().map(notice) }
            { button(look, Weight::Quiet, look.text(Key::CloseNotice), Message::NoticesRead) }
        </div>
    }
}

fn opened(look: &Look, told: &Told) -> Html {
    let version = told.other_version.as_ref().map(|version| {
        let own = &look.framework().version;
        html! { <p>{ look.say(Key::OpenedOtherVersion, &[("version", version), ("own", own)]) }</p> }
    });
    let role = told.unknown_role.as_ref().map(|role| {
        html! { <p>{ look.say(Key::OpenedUnknownRole, &[("role", role)]) }</p> }
    });
    let ignored = (!told.ignored.is_empty()).then(|| {
        let line = |ignored: &crate::profile::Ignored| html! { <li><code>{ ignored.id.to_string() }</code></li> };
        html! {
            <>
                <p>{ look.count(Key::OpenedIgnored, told.ignored.len()) }</p>
                <ul>{ for told.ignored.iter().map(line) }</ul>
            </>
        }
    });
    html! {
        <>
            <p>{ look.text(Key::Opened) }</p>
            { version }
            { role }
            if told.report_differs { <p>{ look.text(Key::OpenedReportDiffers) }</p> }
            { ignored }
        </>
    }
}

fn not_opened(look: &Look, declined: &Declined) -> Html {
    let key = match declined {
        Declined::Newer => Key::DeclinedNewer,
        Declined::OtherFramework { framework } => {
            let words = look.say(
                Key::DeclinedOtherFramework,
                &[("framework", framework), ("own", &look.of_framework(&look.framework().title))],
            );
            return html! { <p>{ words }</p> };
        }
        Declined::Unreadable(list) => {
            let key = match list.first().map(|problem| &problem.kind) {
                Some(ProblemKind::Syntax(crate::json::SyntaxErrorKind::TooLarge { .. })) => Key::DeclinedTooLarge,
                Some(ProblemKind::Syntax(crate::json::SyntaxErrorKind::CutShort)) => Key::DeclinedCutShort,
                Some(ProblemKind::Syntax(_) | ProblemKind::OtherFormat { .. } | ProblemKind::WrongType { .. }) => {
                    Key::DeclinedNotOurs
                }
                Some(ProblemKind::MissingKey { key: "format" }) => Key::DeclinedNotOurs,
                _ => Key::DeclinedDamaged,
            };
            return html! {
                <>
                    <p>{ look.text(key) }</p>
                    { more(look.text(Key::FailedDetails), problems(look, "", list)) }
                </>
            };
        }
    };
    html! { <p>{ look.text(key) }</p> }
}

/// A question that has to be settled first, in the browser's own modal dialog.
pub fn dialog(look: &Look, session: &Session) -> Html {
    let Some(dialog) = &session.dialog else { return Html::default() };
    let (title, lead, confirm, message) = match dialog {
        Dialog::Replace(_) => (Key::ReplaceTitle, Key::ReplaceLead, Key::ReplaceConfirm, Message::ReplacementConfirmed),
        Dialog::Delete => (Key::DeleteTitle, Key::DeleteLead, Key::DeleteConfirm, Message::DeletionConfirmed),
    };
    let id = look.id("dialog");
    let oncancel = look.with(|event: Event| {
        event.prevent_default();
        Message::DialogClosed
    });
    html! {
        <dialog data-focus="dialog" aria-labelledby={id.clone()} {oncancel}>
            <@{look.heading_tag(0).to_string()} {id}>{ look.text(title) }</@>
            <p>{ look.text(lead) }</p>
            { actions(vec![
                button(look, Weight::Secondary, look.text(Key::Cancel), Message::DialogClosed),
                button(look, Weight::Danger, look.text(confirm), message),
            ]) }
        </dialog>
    }
}

/// Always in reach: saving, deleting, and the language.
pub fn toolbar(look: &Look, session: &Session) -> Html {
    let framework = look.framework();
    let has_answers = matches!(session.screen, Screen::Journey(_));
    let is_spoken =
        |language: &Language| framework.languages.iter().any(|tag| Language::of_tag(tag) == Some(*language));
    let others = Language::ALL.into_iter().filter(|language| *language != look.wording().language).filter(is_spoken);
    let language = |language: Language| {
        html! {
            <button type="button" class="quiet" lang={language.tag()} key={language.tag()}
                onclick={look.on(Message::LanguageChosen(language))}>{ language.name() }</button>
        }
    };
    html! {
        <div class="toolbar">
            if has_answers {
                { button(look, Weight::Quiet, look.text(Key::SaveFile), Message::FileSaved) }
                { button(look, Weight::Quiet, look.text(Key::DeleteAnswers), Message::DeletionAsked) }
            }
            { for others.map(language) }
        </div>
    }
}

/// *Do you have a file, from last time or from your manager?*
pub fn open_file(look: &Look, lead: AttrValue) -> Html {
    let (id, hint) = (look.id("file"), look.id("file-hint"));
    let sender = look.sender();
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into().ok()) else { return };
        let sender = sender.clone();
        browser::read_chosen_file(&input, move |text| sender.emit(Message::FileOpened(text)));
    });
    html! {
        <section class="open-file">
            { look.heading(1, look.text(Key::OpenFileTitle)) }
            <div class="field">
                <label for={id.clone()}>{ look.text(Key::OpenFile) }</label>
                <p class="meta" id={hint.clone()}>{ lead }</p>
                <input type="file" {id} accept=".json,application/json" aria-describedby={hint} {onchange} />
            </div>
        </section>
    }
}
