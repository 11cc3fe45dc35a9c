//! What is said about files: choosing one, what of it was left out, why it wasn't opened or compared, and what is wrong
//! in it. Knows no screen.

use super::context::View;
use super::pieces::{Field, Weight, button, heading, more, paragraph, text, unfolded_alone, words};
use crate::assessment::migration::Conflict;
use crate::comparison::{self, File};
use crate::framework::Id;
use crate::json::{LARGEST_FILE, SyntaxErrorKind};
use crate::problem::{ProblemKind, Problems};
use crate::profile::Ignored;
use crate::state::files::file_text;
use crate::state::journey::Journey;
use crate::state::opened::OpenError;
use crate::state::{Export, Incoming, Message, Session, Status};
use crate::wording::{Key, problems};
use indexmap::IndexSet;
use std::rc::Rc;
use yew::{Html, html};

/// A framework or a file with more problems than this shows the first and how many more there are.
const PROBLEMS_SHOWN: usize = 50;

/// *Do you have a file, from last time or from your manager?* Its text can be pasted, too: where nothing can be downloaded
/// that is how it travels.
pub fn open_file(view: &View, title: Key, lead: Key) -> Html {
    let field = Field::new(view, "file", words(view, Key::OpenFile)).hint(view.text(lead));
    html! {
        <section class="open-file">
            { heading(view, 1, title) }
            { field.file(".json,.html,application/json,text/html") }
            { more(view, Key::PasteInstead, paste(view)) }
        </section>
    }
}

fn paste(view: &View) -> Html {
    let Status::Ready(session) = &view.state.status else { return Html::default() };
    let pasted = |text| Message::Incoming(Incoming::Pasted(text));
    let field = Field::new(view, "paste", words(view, Key::PasteText));
    html! {
        <>
            { field.lines(LARGEST_FILE, session.pasted.clone(), pasted) }
            <div class="actions">
                { button(view, Weight::Secondary, Key::PasteOpen, Message::Incoming(Incoming::PastedOpened)) }
            </div>
        </>
    }
}

/// What can be known of a file that was just saved, beside the button that was pressed.
pub fn saved(view: &View, session: &Session, by: &[Export]) -> Html {
    match session.saved.is_some_and(|saved| by.contains(&saved)) {
        true => html! { <p class="meta saved">{ words(view, Key::FileSaved) }</p> },
        false => Html::default(),
    }
}

/// No browser tells whether a file arrived: its text, to select and keep by hand, always does.
pub fn as_text(view: &View, journey: &Journey) -> Html {
    let text = || {
        let assessment = journey.own_file(&view.state.settings);
        let text = file_text(view.framework(), journey.role, &assessment, view.wording(), true);
        let label = words(view, Key::FileAsText);
        Field::new(view, "own-text", label).hint(view.text(Key::FileAsTextHint)).read_only(text.into())
    };
    unfolded_alone(view, "as-text", words(view, Key::FileDidNotCome), &text)
}

/// What of a file the reader has to know; `None` where there is nothing.
pub fn of_file(
    view: &View,
    other_version: Option<(Key, &str)>,
    report_differs: bool,
    conflicts: &[Conflict],
    ignored: &[Ignored],
) -> Option<Html> {
    let mut told = Vec::new();
    if let Some((key, version)) = other_version {
        let words = view.say(key, &[("version", version), ("own", &view.framework().version)]);
        told.push(html! { <p>{ text(words) }</p> });
    }
    if report_differs {
        told.push(paragraph(view, Key::OpenedReportDiffers));
    }
    let old: Vec<&Id> = conflicts.iter().flat_map(|not| &not.from).collect();
    let unknown: Vec<&Id> = ignored.iter().map(|ignored| &ignored.id).collect();
    let lists = [(Key::OpenedNotCarried, conflicts.len(), old), (Key::OpenedIgnored, ignored.len(), unknown)];
    for (key, number, ids) in lists {
        if number > 0 {
            told.push(html! { <p>{ text(view.count(key, number)) }</p> });
            told.push(ids_of(view, &ids));
        }
    }
    (!told.is_empty()).then(|| told.into_iter().collect())
}

/// Each id once, and of very many the first and how many more there are.
fn ids_of(view: &View, ids: &[&Id]) -> Html {
    let ids: IndexSet<&Id> = ids.iter().copied().collect();
    let rest = ids.len().saturating_sub(PROBLEMS_SHOWN);
    html! {
        <>
            <ul>
                for id in ids.into_iter().take(PROBLEMS_SHOWN) {
                    { code_line(id) }
                }
            </ul>
            if rest > 0 {
                <p>{ text(view.count(Key::MoreProblems, rest)) }</p>
            }
        </>
    }
}

fn code_line(words: &str) -> Html {
    html! { <li><code>{ text(words) }</code></li> }
}

/// Why a file was not opened.
pub fn not_opened(view: &View, declined: &OpenError) -> Html {
    let key = match declined {
        OpenError::Newer => Key::DeclinedNewer,
        OpenError::OtherFramework { framework, why } => {
            let own = view.of_framework(&view.framework().title);
            let words = view.say(Key::DeclinedOtherFramework, &[("framework", framework), ("own", &own)]);
            return html! {
                <div>
                    <p>{ text(words) }</p>
                    if let Some(why) = why {
                        <p>{ text(why_not(view, why)) }</p>
                    }
                </div>
            };
        }
        OpenError::Unreadable(list) | OpenError::Damaged(list) => {
            let key = match (declined, list.first().map(|problem| &problem.kind)) {
                (OpenError::Damaged(_), _) => Key::DeclinedDamaged,
                (_, Some(ProblemKind::Syntax(SyntaxErrorKind::TooLarge))) => Key::DeclinedTooLarge,
                (_, Some(ProblemKind::Syntax(SyntaxErrorKind::CutShort))) => Key::DeclinedCutShort,
                _ => Key::DeclinedNotOurs,
            };
            return html! {
                <>
                    { paragraph(view, key) }
                    { more(view, Key::FailedDetails, problems(view, "", list)) }
                </>
            };
        }
    };
    paragraph(view, key)
}

/// Why two files are not compared.
pub fn why_not(view: &View, why: &comparison::NotComparable) -> Rc<str> {
    view.text(match why {
        comparison::NotComparable::NoResponses(File::Own) => Key::DeclinedNoOwnAnswers,
        comparison::NotComparable::NoResponses(_) => Key::DeclinedNoAnswers,
        comparison::NotComparable::OtherRole { .. } => Key::DeclinedOtherRole,
        comparison::NotComparable::BothManagers => Key::DeclinedBothManagers,
        comparison::NotComparable::ByManager(_) => Key::DeclinedByManager,
        comparison::NotComparable::NoReport => Key::DeclinedNoReport,
        comparison::NotComparable::NothingShared { .. } => Key::DeclinedNothingShared,
    })
}

/// For whoever keeps the page or the framework; what the page was told beside is in English.
pub fn problems(view: &View, detail: &str, list: &Problems) -> Html {
    let language = view.wording().told_in();
    let rest = list.total().saturating_sub(PROBLEMS_SHOWN);
    let shown = list.iter().take(PROBLEMS_SHOWN).map(|problem| code_line(&problems::line(problem, language)));
    html! {
        <div>
            if !detail.is_empty() {
                <p lang="en"><code>{ text(detail) }</code></p>
            }
            if !list.is_empty() {
                <ul>
                    for line in shown {
                        { line }
                    }
                </ul>
            }
            if rest > 0 {
                <p>{ text(view.count(Key::MoreProblems, rest)) }</p>
            }
        </div>
    }
}
