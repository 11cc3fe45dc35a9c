//! What stands around the screens: waiting, failure, notices, and the bar at the foot.

use super::act::LaterScreens;
use super::context::View;
use super::deletion::deletion;
use super::file;
use super::pieces::{self, Weight, button, language_button, lead, meta, more, paragraph, text, title, words};
use crate::state::Export;
use crate::state::incoming::FileQuestion;
use crate::state::journey::Step;
use crate::state::opened::OpenReport;
use crate::state::{Deletion, Failure, FailureCode, Message, Notice, Screen, Session, StorageTrouble};
use crate::wording::{Key, is_same_language};
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
            Notice::LanguageMissing(name) => {
                return html! { <p>{ text(view.say(Key::LanguageMissing, &[("language", name)])) }</p> };
            }
            Notice::KeptUnread => Key::KeptUnread,
            Notice::ChangedElsewhere => Key::ChangedElsewhere,
            Notice::DeletedElsewhere => Key::DeletedElsewhere,
        };
        paragraph(view, key)
    };
    html! {
        <div class={pieces::FIRM_NOTICE} tabindex="-1" data-focus="notices">
            for each in notices {
                { notice(each) }
            }
            { button(view, Weight::Quiet, Key::CloseNotice, Message::NoticesRead) }
        </div>
    }
}

/// Where the page brought the words: what it can't put in words of its own, in the English that ships, one click away. What
/// leads there is in English too.
pub fn originals(view: &View, announced: &str) -> Html {
    view.note_announced(announced);
    let originals = view.take_originals();
    let Some(english) = view.wording().original().filter(|_| !originals.is_empty()) else { return Html::default() };
    let original = |words: Rc<str>| html! { <li>{ text(words) }</li> };
    let list = html! { <ul>{ originals.into_iter().map(original).collect::<Html>() }</ul> };
    html! {
        <div class="originals" lang="en" dir="ltr">
            { pieces::more_of(english.text(Key::Originals), view.is_on_paper() || view.is_printed(), list) }
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

/// Whether a file is on the screen for which nobody is to take what can be saved and deleted there: their own answers. Where
/// those would be replaced, they can be saved before.
fn looks_at_file(session: &Session) -> bool {
    let Screen::Incoming { file, .. } = &session.screen else { return false };
    file.is_read || !matches!(file.question, FileQuestion::OfMine(_))
}

/// What can be known of the file, and the way that always works.
fn saved(view: &View, session: &Session) -> Html {
    let Some(journey) = session.journey().filter(|_| session.saved == Some(Export::Own)) else {
        return Html::default();
    };
    html! {
        <div class="after">
            { file::saved(view, session, &[Export::Own]) }
            { file::as_text(view, journey) }
        </div>
    }
}

/// Always in reach: saving, deleting, and the language.
pub fn toolbar(view: &View, session: &Session) -> Html {
    let framework = view.framework();
    let is_another = |tag: &str| {
        let is_its = framework.languages.iter().any(|own| is_same_language(own, tag));
        let is_the_pages = view.state.settings.language.as_ref().is_some_and(|own| is_same_language(own, tag));
        (is_its || is_the_pages) && !is_same_language(tag, view.wording().tag())
    };
    let others = view.state.spoken_languages().into_iter().filter(|(tag, name)| is_another(tag) && !name.is_empty());
    // It stands there on every screen for as long as it is so, where it isn't told above just now.
    let trouble = session.trouble.filter(|trouble| !session.notices.contains(&Notice::NotKept(*trouble)));
    // Where one keeps and shares, both have a place of their own.
    let is_keeping = view.later_screens() == LaterScreens::There
        && matches!(&session.screen, Screen::Journey(journey) if journey.step == Step::Keep);
    let has_answers = session.journey().is_some() && !looks_at_file(session) && !is_keeping;
    html! {
        <div class="toolbar">
            if let Some(trouble) = trouble {
                <p class="firm">{ words(view, not_kept(trouble)) }</p>
            }
            if has_answers {
                { button(view, Weight::Quiet, Key::SaveFile, Message::Export(Export::Own)) }
            }
            for (tag, name) in others {
                { language_button(view, name, tag.clone(), Message::LanguageChosen(tag)) }
            }
            // Apart from the one that saves.
            if has_answers {
                <span class="apart">
                    { button(view, Weight::Quiet, Key::DeleteAnswers, Message::DeletionAsked(Deletion::UnderWay)) }
                </span>
            }
            if !is_keeping {
                { saved(view, session) }
                { deletion(view, session, &Deletion::UnderWay) }
            }
        </div>
    }
}
