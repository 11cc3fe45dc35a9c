//! What a role gives those who hire for it: a text for the advertisement, open questions for the interview, and the same for
//! a reference, to copy or print. Knows no answers and no applicant: there is nothing to score.

use super::context::View;
use super::pieces::{content, heading, more, paragraph, text};
use crate::assessment::Rater;
use crate::framework::Role;
use crate::state::journey::Item;
use crate::wording::Key;
use yew::{Html, html};

/// More than so many are no longer what weighs most, and too many for an interview.
const MOST: usize = 8;

/// The three texts, folded away: most who read about a role don't hire for it.
pub fn recruiting(view: &View, role: &Role) -> Html {
    let asked = heaviest(role);
    // A role may ask for no level at all.
    if view.is_on_paper() || asked.is_empty() {
        return Html::default();
    }
    let statements = |rater| {
        let line = |place: &usize| {
            let statement = Item::Competence(*place).statement(view.framework(), rater);
            html! { <li lang={view.lang()}>{ content(view, statement) }</li> }
        };
        html! { <ul>{ for asked.iter().map(line) }</ul> }
    };
    let question = |place: &usize| {
        let words = view.say(Key::InterviewQuestion, &[("competence", &view.competence(*place))]);
        html! { <li>{ text(words) }</li> }
    };
    let texts = html! {
        <>
            { paragraph(view, Key::RecruitingLead) }
            { paragraph(view, Key::RecruitingNoScore) }
            { heading(view, 1, Key::Advertisement) }
            { paragraph(view, Key::AdvertisementLead) }
            { statements(Rater::Myself) }
            { paragraph(view, Key::AdvertisementEnd) }
            { heading(view, 1, Key::Interview) }
            { paragraph(view, Key::InterviewLead) }
            <ul>{ for asked.iter().map(question) }</ul>
            { paragraph(view, Key::InterviewEnd) }
            { heading(view, 1, Key::Reference) }
            { paragraph(view, Key::ReferenceLead) }
            { paragraph(view, Key::ReferenceIntroduction) }
            { statements(Rater::Manager) }
            { paragraph(view, Key::ReferenceEnd) }
        </>
    };
    more(view, Key::Recruiting, texts)
}

/// The competences that weigh most in a role, in the framework's order; of equal ones those with the higher level.
fn heaviest(role: &Role) -> Vec<usize> {
    let mut asked: Vec<usize> = (0..role.targets.len()).filter(|place| role.targets[*place].is_some()).collect();
    asked.sort_by_key(|place| std::cmp::Reverse((role.weights[*place], role.targets[*place])));
    asked.truncate(MOST);
    asked.sort_unstable();
    asked
}
