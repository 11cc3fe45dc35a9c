//! What stands around the screens: waiting, failure, notices, the dialog, and the bar at the foot.

use super::compare;
use super::look::Look;
use super::parts::{Weight, actions, button, button_of, field, more};
use crate::app::comparing::Comparing;
use crate::app::opening::{Declined, Told};
use crate::app::saving::Saving;
use crate::app::{Dialog, Failure, FailureCode, Message, Notice, Session, StorageTrouble};
use crate::assessment::renamed::NotCarried;
use crate::framework::Id;
use crate::json::SyntaxErrorKind;
use crate::markup::{Handler, Node, el, nothing, several, text};
use crate::problem::{Problem, ProblemKind};
use crate::profile::Ignored;
use crate::wording::{Key, Language};

/// A framework with more problems than this shows the first and how many more there are.
const PROBLEMS_SHOWN: usize = 50;

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
        .child(has_details.then(|| more(look, Key::FailedDetails, problems(look, &failure.detail, &failure.problems))))
}

/// In English, like the formats: for whoever keeps the page or the framework.
fn problems(look: &Look, detail: &str, problems: &[Problem]) -> Node {
    let line = |problem: &Problem| el("li").child(el("code").text(problem.to_string()));
    let rest = problems.len().saturating_sub(PROBLEMS_SHOWN);
    el("div[lang=en]")
        .child((!detail.is_empty()).then(|| el("p").child(el("code").text(detail))))
        .child((!problems.is_empty()).then(|| el("ul").children(problems.iter().take(PROBLEMS_SHOWN).map(line))))
        .child(
            (rest > 0)
                .then(|| el("p").set("lang", look.wording().language.tag()).text(look.count(Key::MoreProblems, rest))),
        )
}

pub fn notices(look: &Look, notices: &[Notice]) -> Node {
    if notices.is_empty() {
        return nothing();
    }
    let notice = |notice: &Notice| -> Node {
        let key = match notice {
            Notice::Opened(told) => return back_again(look, told, Key::Opened, Key::OpenedOtherVersion),
            Notice::NotOpened(declined) => return not_opened(look, declined),
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
fn back_again(look: &Look, told: &Told, first: Key, other_version: Key) -> Node {
    let unknown = told.unknown_role.as_ref().map(|role| look.say(Key::OpenedUnknownRole, &[("role", role)]));
    several().child(look.paragraph(first)).child(unknown.map(|words| el("p").text(words))).child(of_file(
        look,
        told.other_version.as_ref().map(|version| (other_version, &**version)),
        told.report_differs,
        &told.not_carried,
        &told.ignored,
    ))
}

/// What of a file the reader has to know.
pub fn of_file(
    look: &Look,
    other_version: Option<(Key, &str)>,
    report_differs: bool,
    not_carried: &[NotCarried],
    ignored: &[Ignored],
) -> Node {
    let mut nodes = several();
    if let Some((key, version)) = other_version {
        let words = look.say(key, &[("version", version), ("own", &look.framework().version)]);
        nodes = nodes.child(el("p").text(words));
    }
    if report_differs {
        nodes = nodes.child(look.paragraph(Key::OpenedReportDiffers));
    }
    let old: Vec<&Id> = not_carried.iter().flat_map(|not| &not.from).collect();
    let unknown: Vec<&Id> = ignored.iter().map(|ignored| &ignored.id).collect();
    let lists = [(Key::OpenedNotCarried, not_carried.len(), old), (Key::OpenedIgnored, ignored.len(), unknown)];
    for (key, number, ids) in lists {
        if number > 0 {
            let mut list = el("ul");
            for id in ids {
                list = list.child(el("li").child(el("code").text(id.clone())));
            }
            nodes = nodes.child(el("p").text(look.count(key, number))).child(list);
        }
    }
    nodes
}

fn not_opened(look: &Look, declined: &Declined) -> Node {
    let key = match declined {
        Declined::Newer => Key::DeclinedNewer,
        Declined::OtherFramework { framework, why } => {
            let own = look.of_framework(&look.framework().title);
            let words = look.say(Key::DeclinedOtherFramework, &[("framework", framework), ("own", &own)]);
            let why = why.as_ref().map(|why| el("p").text(compare::why_not(look, why)));
            return el("div").child(el("p").text(words)).child(why);
        }
        Declined::Unreadable(list) => {
            let key = match list.first().map(|problem| &problem.kind) {
                Some(ProblemKind::Syntax(SyntaxErrorKind::TooLarge { .. })) => Key::DeclinedTooLarge,
                Some(ProblemKind::Syntax(SyntaxErrorKind::CutShort)) => Key::DeclinedCutShort,
                Some(
                    ProblemKind::Syntax(_)
                    | ProblemKind::OtherFormat { .. }
                    | ProblemKind::WrongType { .. }
                    | ProblemKind::MissingKey { key: "format" },
                ) => Key::DeclinedNotOurs,
                _ => Key::DeclinedDamaged,
            };
            let details = more(look, Key::FailedDetails, problems(look, "", list));
            return several().child(look.paragraph(key)).child(details);
        }
    };
    look.paragraph(key)
}

/// A question that has to be settled first, in the browser's own modal dialog.
pub fn dialog(look: &Look, session: &Session) -> Node {
    let Some(dialog) = &session.dialog else { return nothing() };
    let mut buttons = vec![button(look, Weight::Secondary, Key::Cancel, Message::DialogClosed)];
    let mut words = Vec::new();
    let title = match dialog {
        Dialog::Opened { found, beside } => {
            let can_compare = matches!(beside, Some(Ok(_)));
            if let Some(Ok(beside)) = beside {
                if found.is_none() {
                    let framework = &beside.opened.assessment.framework;
                    words.push(look.say(Key::BesideOther, &[("framework", framework)]));
                }
                words.push(look.text(Key::BesideLead));
            }
            if found.is_some() {
                words.push(look.text(Key::ReplaceLead));
                buttons.push(button(look, Weight::Danger, Key::ReplaceConfirm, Message::ReplacementConfirmed));
            }
            match beside {
                Some(Ok(_)) => {
                    let compare = Message::Comparing(Comparing::Begun);
                    buttons.push(button(look, Weight::Primary, Key::CompareBegin, compare));
                }
                Some(Err(why)) => words.push(compare::why_not(look, why)),
                None => {}
            }
            if can_compare { Key::BesideTitle } else { Key::ReplaceTitle }
        }
        Dialog::Delete => {
            words.push(look.text(Key::DeleteLead));
            buttons.push(button(look, Weight::Danger, Key::DeleteConfirm, Message::DeletionConfirmed));
            Key::DeleteTitle
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

/// Always in reach: saving, deleting, and the language.
pub fn toolbar(look: &Look, session: &Session) -> Node {
    let framework = look.framework();
    let mut buttons = Vec::new();
    if session.journey().is_some() {
        buttons.push(button(look, Weight::Quiet, Key::SaveFile, Message::Saving(Saving::Own)));
        buttons.push(button(look, Weight::Quiet, Key::DeleteAnswers, Message::DeletionAsked));
    }
    for language in Language::ALL {
        let is_spoken = framework.languages.iter().any(|tag| Language::of_tag(tag) == Some(language));
        if is_spoken && language != look.wording().language {
            let choose = Message::LanguageChosen(language);
            buttons.push(button_of(Weight::Quiet, language.name().into(), choose).set("lang", language.tag()));
        }
    }
    el("div.toolbar").children(buttons)
}

/// *Do you have a file, from last time or from your manager?*
pub fn open_file(look: &Look, title: Key, lead: Key) -> Node {
    let input = el("input[type=file]").set("accept", ".json,.html,application/json,text/html").on(Handler::OpenFile);
    let field = field(look.id("file"), text(look.text(Key::OpenFile)), Some(look.text(lead)), input);
    el("section.open-file").child(look.heading(1, title)).child(field)
}
