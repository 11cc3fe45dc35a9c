//! What is said about files: choosing one, what of it was left out, why it wasn't opened or compared, and what is wrong
//! in it. Knows no screen.

use super::look::Look;
use super::pieces::{field, more};
use crate::assessment::migration::Conflict;
use crate::comparison::{self, File};
use crate::framework::Id;
use crate::json::SyntaxErrorKind;
use crate::markup::{Handler, Node, el, several, text};
use crate::problem::{Problem, ProblemKind};
use crate::profile::Ignored;
use crate::state::opened::OpenError;
use crate::wording::Key;
use std::rc::Rc;

/// A framework with more problems than this shows the first and how many more there are.
const PROBLEMS_SHOWN: usize = 50;

/// *Do you have a file, from last time or from your manager?*
pub fn open_file(look: &Look, title: Key, lead: Key) -> Node {
    let input = el("input[type=file]").set("accept", ".json,.html,application/json,text/html").on(Handler::OpenFile);
    let field = field(look.id("file"), text(look.text(Key::OpenFile)), Some(look.text(lead)), input);
    el("section.open-file").child(look.heading(1, title)).child(field)
}

/// What of a file the reader has to know.
pub fn of_file(
    look: &Look,
    other_version: Option<(Key, &str)>,
    report_differs: bool,
    conflicts: &[Conflict],
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
    let old: Vec<&Id> = conflicts.iter().flat_map(|not| &not.from).collect();
    let unknown: Vec<&Id> = ignored.iter().map(|ignored| &ignored.id).collect();
    let lists = [(Key::OpenedNotCarried, conflicts.len(), old), (Key::OpenedIgnored, ignored.len(), unknown)];
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

/// Why a file was not opened.
pub fn not_opened(look: &Look, declined: &OpenError) -> Node {
    let key = match declined {
        OpenError::Newer => Key::DeclinedNewer,
        OpenError::OtherFramework { framework, why } => {
            let own = look.of_framework(&look.framework().title);
            let words = look.say(Key::DeclinedOtherFramework, &[("framework", framework), ("own", &own)]);
            let why = why.as_ref().map(|why| el("p").text(why_not(look, why)));
            return el("div").child(el("p").text(words)).child(why);
        }
        OpenError::Unreadable(list) => {
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

/// Why two files are not compared.
pub fn why_not(look: &Look, why: &comparison::NotComparable) -> Rc<str> {
    look.text(match why {
        comparison::NotComparable::NoResponses(File::Own) => Key::DeclinedNoOwnAnswers,
        comparison::NotComparable::NoResponses(_) => Key::DeclinedNoAnswers,
        comparison::NotComparable::OtherRole { .. } => Key::DeclinedOtherRole,
        comparison::NotComparable::BothManagers => Key::DeclinedBothManagers,
        comparison::NotComparable::ByManager(_) => Key::DeclinedByManager,
        comparison::NotComparable::NoReport => Key::DeclinedNoReport,
        comparison::NotComparable::NothingShared { .. } => Key::DeclinedNothingShared,
    })
}

/// In English, like the formats: for whoever keeps the page or the framework.
pub fn problems(look: &Look, detail: &str, problems: &[Problem]) -> Node {
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
