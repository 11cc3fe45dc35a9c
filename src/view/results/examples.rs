//! Examples of what one did, for a few strengths and priorities: written for the conversation, and never required.

use super::seen::Results;
use crate::assessment::Purpose;
use crate::scalar::LONGEST_TEXT;
use crate::state::{Message, Planning};
use crate::view::pieces::{Field, heading, meta, more_of, paragraph, text};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// For how many strengths and for how many priorities an example is asked (www/guides/method.md, section 1).
const MOST_EXAMPLES: usize = 3;

/// *Give an example from the last six months*: never required, and in a file only when ticked.
pub fn examples(results: &Results) -> Html {
    let Results { view, journey, .. } = results;
    let profile = &results.report.profile;
    let mut asked: Vec<usize> = Vec::new();
    if !results.is_managers() {
        asked.extend(profile.strengths.iter().take(MOST_EXAMPLES));
        asked.extend(profile.priorities.iter().take(MOST_EXAMPLES));
    }
    // What was written stays in reach when the answers change.
    let is_written = |id: &Rc<str>| results.framework().competence(id).filter(|place| !asked.contains(place));
    let written: Vec<usize> = journey.assessment.evidence.keys().filter_map(is_written).collect();
    asked.extend(written);
    if asked.is_empty() {
        return Html::default();
    }
    let content = html! {
        <div class="examples">
            { paragraph(view, Key::EvidenceLead) }
            { meta(view, Key::PlanPrivacy) }
            for competence in asked {
                { example(results, competence) }
            }
        </div>
    };
    // What somebody is writing in isn't folded away under their hands.
    let is_open = !journey.assessment.evidence.is_empty() || view.is_typing_in("example");
    let is_applicant = journey.assessment.purpose == Purpose::Exploration;
    html! {
        <section>
            { heading(view, 1, if is_applicant { Key::EvidenceInterview } else { Key::EvidenceTitle }) }
            { more_of(view.text(Key::EvidenceWrite), is_open, content) }
        </section>
    }
}

fn example(results: &Results, competence: usize) -> Html {
    let view = results.view;
    let id = &results.framework().competences[competence].id;
    let written = results.journey.assessment.evidence.get(id).cloned().unwrap_or_default();
    let label = html! { <span lang={view.lang()}>{ text(view.competence(competence)) }</span> };
    let write = move |text| Message::Planning(Planning::EvidenceWritten { competence, text });
    Field::new(view, &format!("example{competence}"), label).lines(LONGEST_TEXT, written, write)
}
