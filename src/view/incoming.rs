//! A file that came in: what it is, from when, for which role, and what the person wants with it.
//!
//! The page where it is read comes after the questions, in [`super::read_file`].

use super::context::View;
use super::deletion::kept_words;
use super::file;
use super::pieces::{Choice, Weight, button, button_of, choices, group, heading, legend, paragraph, text, title_of};
use crate::assessment::{Assessment, Part, Purpose, Rater};
use crate::framework::Stage;
use crate::state::incoming::{FileQuestion, IncomingFile, OthersFileChoice, OwnAnswers, OwnFileChoice, Whose, stages};
use crate::state::opened::OpenedAssessment;
use crate::state::{Incoming, Message, Status};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// What the person is asked about the file.
pub fn incoming(view: &View, file: &IncomingFile) -> Html {
    html! {
        <div class="screen" key="incoming">
            { title_of(view, title_words(view, file), None) }
            { about(view, file) }
            { asked(view, file) }
            { told(view, file) }
        </div>
    }
}

/// *En leders svar, 27. november 2026*.
pub fn title_words(view: &View, file: &IncomingFile) -> Rc<str> {
    let assessment = &file.file.assessment;
    let kind = match (&file.question, assessment.rater, assessment.purpose) {
        (FileQuestion::OfMine(_), ..) => Key::FileOfMine,
        (_, Rater::Manager, _) => Key::FileOfManager,
        (FileQuestion::Whose, ..) | (_, _, Purpose::Exploration) => Key::FileOfOne,
        (_, _, Purpose::Development) => Key::FileOfEmployee,
        (_, _, Purpose::Onboarding) => Key::FileOfNewHire,
    };
    let (kind, day) = (view.text(kind), view.day_changed(assessment));
    if day.is_empty() { kind } else { view.say(Key::FileOfDay, &[("file", &kind), ("day", &day)]) }
}

/// For which role, and how much of it there is.
pub fn about(view: &View, file: &IncomingFile) -> Html {
    let Some(opened) = &file.opened else {
        let framework = &file.file.assessment.framework;
        return html! { <p>{ text(view.say(Key::BesideOther, &[("framework", framework)])) }</p> };
    };
    let mut role = opened.role.map_or_else(|| opened.assessment.role.clone(), |role| view.role(role));
    let stage = opened.assessment.stage.as_ref();
    let stage = opened.role.and_then(|role| view.framework().roles[role].stage(stage?));
    if let Some(stage) = stage {
        role = format!("{role}, {}", view.of_framework(&stage.title)).into();
    }
    let words = [view.say(Key::RoleFixed, &[("role", &role)]), held(view, &opened.assessment)];
    html! { <p>{ text(words.join(" ")) }</p> }
}

fn held(view: &View, assessment: &Assessment) -> Rc<str> {
    if !assessment.holds(Part::Responses) {
        return view.text(Key::FileWithoutAnswers);
    }
    let competences = &view.framework().competences;
    let is_answered = |id: &Rc<str>| assessment.responses.competences.get(id).is_some();
    let answered = competences.iter().filter(|competence| is_answered(&competence.id)).count();
    let numbers = [answered.to_string(), competences.len().to_string()];
    view.say(Key::FileAnswers, &[("answered", &numbers[0]), ("total", &numbers[1])])
}

/// What of the file couldn't be taken as it stands.
pub fn told(view: &View, file: &IncomingFile) -> Html {
    let Some(OpenedAssessment { told, .. }) = &file.opened else { return Html::default() };
    let other_version = told.other_version.as_ref().map(|version| (Key::OpenedOtherVersion, &**version));
    let of_file = file::of_file(view, other_version, told.report_differs, &told.conflicts, &told.ignored);
    html! {
        <>
            if told.letters_are_guessed {
                { paragraph(view, Key::OpenedLettersGuessed) }
            }
            { of_file.unwrap_or_default() }
        </>
    }
}

fn asked(view: &View, file: &IncomingFile) -> Html {
    let (question, leads, stage, mut buttons) = match &file.question {
        FileQuestion::Whose => {
            let said = |weight, key, whose| button(view, weight, key, Message::Incoming(Incoming::Said(whose)));
            let buttons = vec![
                said(Weight::Secondary, Key::WhoseMine, Whose::Mine),
                said(Weight::Secondary, Key::WhoseSomebodyElses, Whose::SomebodyElses),
            ];
            (Key::WhoseQuestion, vec![view.text(Key::WhoseLead)], Html::default(), buttons)
        }
        FileQuestion::OfMine(choices) => {
            let asked = FileQuestion::asked_of_mine(choices);
            (Key::BesideTitle, leads_of_mine(view, &asked), stage_now(view, file), buttons_of_mine(view, asked))
        }
        FileQuestion::OfSomebodyElses { choices, not_compared } => {
            let mut leads = leads_of_others(view, choices);
            leads.extend(not_compared.as_ref().map(|why| file::why_not(view, why)));
            (Key::BesideTitle, leads, Html::default(), buttons_of_others(view, choices.iter().collect()))
        }
    };
    buttons.push(close(view));
    html! {
        <section>
            { heading(view, 1, question) }
            for lead in leads {
                <p>{ text(lead) }</p>
            }
            { stage }
            <div class="actions">{ buttons }</div>
        </section>
    }
}

pub fn close(view: &View) -> Html {
    button(view, Weight::Quiet, Key::CloseFile, Message::Incoming(Incoming::Closed))
}

fn leads_of_mine(view: &View, choices: &[&OwnFileChoice]) -> Vec<Rc<str>> {
    let mut keys = Vec::new();
    for choice in choices {
        match choice {
            OwnFileChoice::Compare(_) => keys.push(Key::BesideLead),
            OwnFileChoice::AnswerAgain => keys.push(Key::AnswerAgainLead),
            OwnFileChoice::GoOn { replaces: true } => keys.push(Key::ReplaceLead),
            OwnFileChoice::FollowUp | OwnFileChoice::Read | OwnFileChoice::GoOn { replaces: false } => {}
        }
    }
    keys.dedup();
    keys.into_iter().map(|key| view.text(key)).collect()
}

fn leads_of_others(view: &View, choices: &[OthersFileChoice]) -> Vec<Rc<str>> {
    let mut keys = Vec::new();
    for choice in choices {
        match choice {
            OthersFileChoice::AnswerFirst => keys.push(Key::AnswerFirstLead),
            OthersFileChoice::Compare(_) => keys.push(Key::BesideLead),
            OthersFileChoice::Read => {}
        }
    }
    keys.dedup();
    keys.into_iter().map(|key| view.text(key)).collect()
}

/// The first is what is recommended.
pub fn buttons_of_mine(view: &View, choices: Vec<&OwnFileChoice>) -> Vec<Html> {
    let several = choices.iter().filter(|choice| matches!(choice, OwnFileChoice::Compare(_))).count() > 1;
    let button_for = |(place, choice): (usize, &OwnFileChoice)| {
        let first = if place == 0 { Weight::Primary } else { Weight::Secondary };
        let (weight, words) = match choice {
            OwnFileChoice::Compare(own) => (first, compare_words(view, own, several)),
            OwnFileChoice::AnswerAgain => (first, view.text(Key::AnswerAgain)),
            OwnFileChoice::FollowUp => (first, view.text(Key::FollowUpFile)),
            OwnFileChoice::Read => (first, view.text(Key::ReadFile)),
            OwnFileChoice::GoOn { replaces: false } => (first, view.text(Key::GoOnFile)),
            OwnFileChoice::GoOn { replaces: true } => (Weight::Danger, view.text(Key::ReplaceConfirm)),
        };
        button_of(view, weight, words, Message::Incoming(Incoming::Mine(choice.clone())))
    };
    choices.into_iter().enumerate().map(button_for).collect()
}

/// The same for somebody else's file.
pub fn buttons_of_others(view: &View, choices: Vec<&OthersFileChoice>) -> Vec<Html> {
    let several = choices.iter().filter(|choice| matches!(choice, OthersFileChoice::Compare(_))).count() > 1;
    let button_for = |(place, choice): (usize, &OthersFileChoice)| {
        let weight = if place == 0 { Weight::Primary } else { Weight::Secondary };
        let words = match choice {
            OthersFileChoice::AnswerFirst => view.text(Key::AnswerFirst),
            OthersFileChoice::Compare(own) => compare_words(view, own, several),
            OthersFileChoice::Read => view.text(Key::ReadFile),
        };
        button_of(view, weight, words, Message::Incoming(Incoming::SomebodyElses(choice.clone())))
    };
    choices.into_iter().enumerate().map(button_for).collect()
}

/// *Sammenlign med dine egne svar*; where there are several of them, with which.
fn compare_words(view: &View, own: &OwnAnswers, several: bool) -> Rc<str> {
    let Status::Ready(session) = &view.state.status else { return Rc::default() };
    let kept = match own {
        OwnAnswers::Kept(key) if several => session.kept.iter().find(|(kept, _)| kept == key),
        _ => None,
    };
    let Some((_, progress)) = kept else { return view.text(Key::CompareWithOwn) };
    let label = &progress.journey.label;
    let which = if label.is_empty() { kept_words(view, progress) } else { label.clone() };
    view.say(Key::CompareWithThese, &[("which", &which)])
}

/// Asks a new hire who answers again how far they are now.
fn stage_now(view: &View, file: &IncomingFile) -> Html {
    let Some(opened) = &file.opened else { return Html::default() };
    if !file.question.asks_stage(view.framework(), opened) {
        return Html::default();
    }
    let choice = |stage: &Stage| {
        let id = Some(stage.id.clone());
        let chosen = Message::Incoming(Incoming::StageChosen(id.clone()));
        Choice { lang: view.lang(), ..Choice::new(view.of_framework(&stage.title), file.stage == id, chosen) }
    };
    let mut list: Vec<_> = stages(view.framework(), opened).iter().map(choice).collect();
    let none = Message::Incoming(Incoming::StageChosen(None));
    list.push(Choice::new(view.text(Key::StageNone), file.stage.is_none(), none));
    group(view, "stage", legend(view, Key::StageQuestion), None, choices(view, "stage", list))
}
