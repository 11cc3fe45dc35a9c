//! What stands around the screens: waiting, failure, notices, the dialog, and the bar at the foot.

use super::file;
use super::look::Look;
use super::pieces::{Weight, actions, button, button_of, more};
use super::start::kept_words;
use crate::markup::{Handler, Node, el, nothing, several};
use crate::state::Comparing;
use crate::state::Export;
use crate::state::opened::OpenReport;
use crate::state::progress::OtherProgress;
use crate::state::{Deletion, Dialog, Failure, FailureCode, Message, Notice, Session, StorageTrouble};
use crate::wording::{Key, Language};
use std::rc::Rc;

pub fn waiting(look: &Look) -> Node {
    look.paragraph(Key::Waiting).class("meta")
}

/// A plain message for the person, and the details for the page's author.
pub fn failed(look: &Look, failure: &Failure) -> Node {
    let key = match failure.code {
        FailureCode::FrameworkMissing => Key::FailedMissing,
        FailureCode::FrameworkNotFound => Key::FailedNotFound,
        FailureCode::FrameworkUnreachable => Key::FailedUnreachable,
        FailureCode::FrameworkNotJson | FailureCode::FrameworkInvalid => Key::FailedInvalid,
        FailureCode::FrameworkNewer => Key::FailedNewer,
        FailureCode::RoleUnknown => Key::FailedRole,
    };
    let has_details = !failure.detail.is_empty() || !failure.problems.is_empty();
    el("div.screen.failed[role=alert]")
        .child(look.title(Key::FailedTitle))
        .child(look.paragraph(key).class("lead"))
        .child(look.paragraph(Key::FailedTell))
        .child(
            has_details
                .then(|| more(look, Key::FailedDetails, file::problems(look, &failure.detail, &failure.problems))),
        )
}

pub fn notices(look: &Look, notices: &[Notice]) -> Node {
    if notices.is_empty() {
        return nothing();
    }
    let notice = |notice: &Notice| -> Node {
        let key = match notice {
            Notice::Opened(told) => return back_again(look, told, Key::Opened, Key::OpenedOtherVersion),
            Notice::NotOpened(declined) => return file::not_opened(look, declined),
            Notice::Resumed(told) => return back_again(look, told, Key::Resumed, Key::ResumedOtherVersion),
            Notice::Deleted => Key::AnswersDeleted,
            Notice::ExamplesLeftOut => Key::ExamplesLeftOut,
            Notice::NotKept(StorageTrouble::Blocked) => Key::StorageBlocked,
            Notice::NotKept(StorageTrouble::Full) => Key::StorageFull,
            Notice::KeptUnread => Key::KeptUnread,
            Notice::ChangedElsewhere => Key::ChangedElsewhere,
            Notice::DeletedElsewhere => Key::DeletedElsewhere,
        };
        look.paragraph(key)
    };
    el("div.notice[role=status][tabindex=-1][data-focus=notices]").children(notices.iter().map(notice)).child(button(
        look,
        Weight::Quiet,
        Key::CloseNotice,
        Message::NoticesRead,
    ))
}

/// Answers that are there again, from a file or from the device.
fn back_again(look: &Look, told: &OpenReport, first: Key, other_version: Key) -> Node {
    let unknown = told.unknown_role.as_ref().map(|role| look.say(Key::OpenedUnknownRole, &[("role", role)]));
    several().child(look.paragraph(first)).child(unknown.map(|words| el("p").text(words))).child(file::of_file(
        look,
        told.other_version.as_ref().map(|version| (other_version, &**version)),
        told.report_differs,
        &told.conflicts,
        &told.ignored,
    ))
}

/// A question that has to be settled first, in the browser's own modal dialog.
pub fn dialog(look: &Look, session: &Session) -> Node {
    let Some(dialog) = &session.dialog else { return nothing() };
    let mut buttons = vec![button(look, Weight::Secondary, Key::Cancel, Message::DialogClosed)];
    let mut words = Vec::new();
    let title = match dialog {
        Dialog::Opened { found, compared } => {
            let can_compare = matches!(compared, Some(Ok(_)));
            if let Some(Ok(compared)) = compared {
                if found.is_none() {
                    let framework = &compared.opened.assessment.framework;
                    words.push(look.say(Key::BesideOther, &[("framework", framework)]));
                }
                words.push(look.text(Key::BesideLead));
            }
            if found.is_some() {
                words.push(look.text(Key::ReplaceLead));
                buttons.push(button(look, Weight::Danger, Key::ReplaceConfirm, Message::ReplacementConfirmed));
            }
            match compared {
                Some(Ok(_)) => {
                    let compare = Message::Comparing(Comparing::Begun);
                    buttons.push(button(look, Weight::Primary, Key::CompareBegin, compare));
                }
                Some(Err(why)) => words.push(file::why_not(look, why)),
                None => {}
            }
            if can_compare { Key::BesideTitle } else { Key::ReplaceTitle }
        }
        Dialog::Delete(deletion) => {
            words.extend(deleted(look, session, deletion));
            words.push(look.text(Key::DeleteForGood));
            buttons.push(button(look, Weight::Danger, Key::DeleteConfirm, Message::DeletionConfirmed));
            if *deletion == Deletion::UnderWay { Key::DeleteTitle } else { Key::DeleteKeptTitle }
        }
    };
    let id = look.id("dialog");
    el("dialog[data-focus=dialog]")
        .set("aria-labelledby", id.clone())
        .on(Handler::Dismiss(Message::DialogClosed))
        .child(look.heading(0, title).set("id", id))
        .children(words.into_iter().map(|words| el("p").text(words)))
        .child(actions().children(buttons))
}

/// What will be deleted, in words, and what will not.
fn deleted(look: &Look, session: &Session, deletion: &Deletion) -> Vec<Rc<str>> {
    let labels = |others: &[OtherProgress]| {
        let labels: Vec<Rc<str>> =
            others.iter().map(|other| other.label.clone()).filter(|label| !label.is_empty()).collect();
        (!labels.is_empty()).then(|| look.say(Key::OthersLabels, &[("labels", &look.wording().list(&labels))]))
    };
    match deletion {
        Deletion::UnderWay => {
            let label = session.journey().map(|journey| journey.label.clone()).filter(|label| !label.is_empty());
            let what = match label {
                Some(label) => look.say(Key::DeleteLeadAbout, &[("label", &label)]),
                None => look.text(Key::DeleteLead),
            };
            let rest = session.kept.len() + session.others.len();
            [Some(what), (rest > 0).then(|| look.count(Key::DeleteOthersStay, rest))].into_iter().flatten().collect()
        }
        Deletion::Kept(key) => {
            let kept = session.kept.iter().find(|(kept, _)| kept == key);
            kept.map(|(_, progress)| kept_words(look, progress)).into_iter().collect()
        }
        Deletion::Others => {
            let count = look.count(Key::OthersDeleteLead, session.others.len());
            [Some(count), labels(&session.others)].into_iter().flatten().collect()
        }
    }
}

/// Always in reach: saving, deleting, and the language.
pub fn toolbar(look: &Look, session: &Session) -> Node {
    let framework = look.framework();
    let mut buttons = Vec::new();
    if session.journey().is_some() {
        buttons.push(button(look, Weight::Quiet, Key::SaveFile, Message::Export(Export::Own)));
        buttons.push(button(look, Weight::Quiet, Key::DeleteAnswers, Message::DeletionAsked(Deletion::UnderWay)));
    }
    for language in Language::ALL {
        let is_spoken = framework.languages.iter().any(|tag| Language::of_tag(tag) == Some(language));
        if is_spoken && language != look.wording().language {
            let choose = Message::LanguageChosen(language);
            buttons.push(button_of(Weight::Quiet, language.name(), choose).set("lang", language.tag()));
        }
    }
    el("div.toolbar").children(buttons)
}
