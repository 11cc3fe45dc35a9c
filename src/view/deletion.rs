//! The question whether to delete what is kept, which stands beside the button that asks it.

use super::context::View;
use super::pieces::{Weight, asked, button};
use crate::state::progress::Progress;
use crate::state::{Deletion, FocusTarget, Message, Session};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// The question, where it is about this.
pub fn deletion(view: &View, session: &Session, deletion: &Deletion) -> Html {
    if session.deletion.as_ref() != Some(deletion) {
        return Html::default();
    }
    let question = if *deletion == Deletion::UnderWay { Key::DeleteQuestion } else { Key::DeleteKeptTitle };
    let mut told = deleted(view, session, deletion);
    told.push(view.text(Key::DeleteForGood));
    let answers = html! {
        <div class="actions">
            { button(view, Weight::Secondary, Key::Cancel, Message::DeletionCancelled) }
            { button(view, Weight::Danger, Key::DeleteConfirm, Message::DeletionConfirmed) }
        </div>
    };
    asked(view, "deletion", FocusTarget::Deletion, view.text(question), told, answers)
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

/// Answers that were kept, in a sentence: for which role, from when, and how many.
pub fn kept_words(view: &View, progress: &Progress) -> Rc<str> {
    let framework = view.framework();
    let journey = &progress.journey;
    let role = match &progress.told.unknown_role {
        Some(role) => role.clone(),
        None => view.role(journey.role),
    };
    let (answered, total) = journey.answered(framework);
    let numbers = [answered.to_string(), total.to_string()];
    let day = view.day_changed(&journey.assessment);
    view.say(Key::KeptAnswers, &[("role", &role), ("day", &day), ("answered", &numbers[0]), ("total", &numbers[1])])
}
