//! What stands around the screens: waiting, failure, notices, the dialog, and the bar at the foot.

use super::context::View;
use super::file;
use super::pieces::{self, Weight, button, language_button, lead, meta, more, paragraph, text, title, words};
use super::start::kept_words;
use crate::state::Export;
use crate::state::incoming::FileQuestion;
use crate::state::opened::OpenReport;
use crate::state::{Deletion, Dialog, Failure, FailureCode, Message, Notice, Screen, Session, StorageTrouble};
use crate::wording::{Key, Language};
use std::rc::Rc;
use yew::{Html, html};

pub fn waiting(view: &View) -> Html {
    meta(view, Key::Waiting)
}

/// A plain message for the person, and the details for the page's author.
pub fn failed(view: &View, failure: &Failure) -> Html {
    let key = match failure.code {
        FailureCode::FrameworkMissing => Key::FailedMissing,
        FailureCode::FrameworkNotFound => Key::FailedNotFound,
        FailureCode::FrameworkUnreachable => Key::FailedUnreachable,
        FailureCode::FrameworkNotJson | FailureCode::FrameworkInvalid => Key::FailedInvalid,
        FailureCode::FrameworkNewer => Key::FailedNewer,
        FailureCode::RoleUnknown => Key::FailedRole,
    };
    let has_details = !failure.detail.is_empty() || !failure.problems.is_empty();
    html! {
        <div class="screen failed" role="alert">
            { title(view, Key::FailedTitle) }
            { lead(view, key) }
            { paragraph(view, Key::FailedTell) }
            if has_details {
                { more(view, Key::FailedDetails, file::problems(view, &failure.detail, &failure.problems)) }
            }
        </div>
    }
}

pub fn notices(view: &View, notices: &[Notice]) -> Html {
    if notices.is_empty() {
        return Html::default();
    }
    let notice = |notice: &Notice| {
        let key = match notice {
            Notice::Opened(told) => return back_again(view, told, Key::Opened, Key::OpenedOtherVersion),
            Notice::AnswersFirst => Key::AnswersFirst,
            Notice::AnswersAgain => Key::AnswersAgain,
            Notice::NotOpened(declined) => return file::not_opened(view, declined),
            Notice::Resumed(told) => return back_again(view, told, Key::Resumed, Key::ResumedOtherVersion),
            Notice::ResumedOlder(told) => return back_again(view, told, Key::ResumedOlder, Key::ResumedOtherVersion),
            Notice::KeptAgain => Key::KeptAgain,
            Notice::Deleted => Key::AnswersDeleted,
            Notice::ExamplesLeftOut => Key::ExamplesLeftOut,
            Notice::NotKept(trouble) => not_kept(*trouble),
            Notice::KeptUnread => Key::KeptUnread,
            Notice::ChangedElsewhere => Key::ChangedElsewhere,
            Notice::DeletedElsewhere => Key::DeletedElsewhere,
        };
        paragraph(view, key)
    };
    html! {
        <div class={pieces::FIRM_NOTICE} role="status" tabindex="-1" data-focus="notices">
            for each in notices {
                { notice(each) }
            }
            { button(view, Weight::Quiet, Key::CloseNotice, Message::NoticesRead) }
        </div>
    }
}

/// Why the answers aren't kept.
fn not_kept(trouble: StorageTrouble) -> Key {
    match trouble {
        StorageTrouble::Blocked => Key::StorageBlocked,
        StorageTrouble::Full => Key::StorageFull,
    }
}

/// Answers that are there again, from a file or from the device.
fn back_again(view: &View, told: &OpenReport, first: Key, other_version: Key) -> Html {
    let other_version = told.other_version.as_ref().map(|version| (other_version, &**version));
    let of_file = file::of_file(view, other_version, told.report_differs, &told.conflicts, &told.ignored);
    html! {
        <>
            { paragraph(view, first) }
            if told.letters_are_guessed {
                { paragraph(view, Key::OpenedLettersGuessed) }
            }
            if let Some(role) = &told.unknown_role {
                <p>{ text(view.say(Key::OpenedUnknownRole, &[("role", role)])) }</p>
            }
            { of_file.unwrap_or_default() }
        </>
    }
}

/// A question that has to be settled first.
pub fn dialog(view: &View, session: &Session) -> Html {
    let Some(dialog) = &session.dialog else { return Html::default() };
    let mut buttons = vec![button(view, Weight::Secondary, Key::Cancel, Message::DialogClosed)];
    let mut words = Vec::new();
    let title = match dialog {
        Dialog::Delete(deletion) => {
            words.extend(deleted(view, session, deletion));
            words.push(view.text(Key::DeleteForGood));
            buttons.push(button(view, Weight::Danger, Key::DeleteConfirm, Message::DeletionConfirmed));
            if *deletion == Deletion::UnderWay { Key::DeleteTitle } else { Key::DeleteKeptTitle }
        }
    };
    let content = html! {
        <>
            for words in words {
                <p>{ text(words) }</p>
            }
            <div class="actions">{ buttons }</div>
        </>
    };
    pieces::dialog(view, title, Message::DialogClosed, content)
}

/// What will be deleted, in words, and what will not.
fn deleted(view: &View, session: &Session, deletion: &Deletion) -> Vec<Rc<str>> {
    match deletion {
        Deletion::UnderWay => {
            let label = session.journey().map(|journey| journey.label.clone()).filter(|label| !label.is_empty());
            let what = match label {
                Some(label) => view.say(Key::DeleteLeadAbout, &[("label", &label)]),
                None => view.text(Key::DeleteLead),
            };
            let rest = session.kept.len() + session.others.len();
            let stays = (rest > 0).then(|| view.count(Key::DeleteOthersStay, rest));
            [Some(what), stays].into_iter().flatten().collect()
        }
        Deletion::Kept(key) => {
            let kept = session.kept.iter().find(|(kept, _)| kept == key);
            kept.map(|(_, progress)| kept_words(view, progress)).into_iter().collect()
        }
        Deletion::Others => {
            let count = view.count(Key::OthersDeleteLead, session.others.len());
            let labels = session.others.iter().map(|other| other.label.clone()).filter(|label| !label.is_empty());
            let labels: Vec<Rc<str>> = labels.collect();
            let labels =
                (!labels.is_empty()).then(|| view.say(Key::OthersLabels, &[("labels", &view.wording().list(&labels))]));
            [Some(count), labels].into_iter().flatten().collect()
        }
    }
}

/// Whether a file is on the screen for which nobody is to take what can be saved and deleted there: their own answers. Where
/// those would be replaced, they can be saved before.
fn looks_at_file(session: &Session) -> bool {
    let Screen::Incoming { file, .. } = &session.screen else { return false };
    file.is_read || !matches!(file.question, FileQuestion::OfMine(_))
}

/// Always in reach: saving, deleting, and the language.
pub fn toolbar(view: &View, session: &Session) -> Html {
    let framework = view.framework();
    let is_spoken = |language: &Language| {
        let is_its = framework.languages.iter().any(|tag| Language::of_tag(tag) == Some(*language));
        is_its && *language != view.wording().language
    };
    let other =
        |language: Language| language_button(view, language.name(), language.tag(), Message::LanguageChosen(language));
    // It stands there on every screen for as long as it is so, where it isn't told above just now.
    let trouble = session.trouble.filter(|trouble| !session.notices.contains(&Notice::NotKept(*trouble)));
    html! {
        <div class="toolbar">
            if let Some(trouble) = trouble {
                <p class="firm">{ words(view, not_kept(trouble)) }</p>
            }
            if session.journey().is_some() && !looks_at_file(session) {
                { button(view, Weight::Quiet, Key::SaveFile, Message::Export(Export::Own)) }
                { button(view, Weight::Quiet, Key::DeleteAnswers, Message::DeletionAsked(Deletion::UnderWay)) }
            }
            for language in Language::ALL.into_iter().filter(is_spoken) {
                { other(language) }
            }
        </div>
    }
}
