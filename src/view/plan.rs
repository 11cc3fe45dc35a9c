//! The plan (*udviklingsplan*): from a gap or an area to what is agreed, and from last time's plan to what came of it.

use super::context::View;
use super::file;
use super::pieces::{
    Choice, Field, Weight, button, button_of, choices, group, heading, lead, more_of, named_button, notice, paragraph,
    text, title, words,
};
use super::results::menu::{about as whose, menu};
use crate::assessment::{PlanItem, Rater, Responsible};
use crate::framework::Text;
use crate::scalar::LONGEST_TEXT;
use crate::state::journey::{Item, Journey, Step};
use crate::state::navigation::competences_in_plan;
use crate::state::planning::{agreement_about, is_followed_up, plan_report};
use crate::state::{Export, PlanField, PlanFor, Planning};
use crate::state::{Message, Status};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

pub fn plan(view: &View, journey: &Journey) -> Html {
    let plan = &journey.assessment.plan;
    let is_due = |place: usize| is_followed_up(journey, place, &view.state.today);
    // First once there is something to follow up.
    let is_first = (0..plan.len()).any(is_due);
    let agreements = plan.iter().enumerate().map(|(place, item)| agreement(view, journey, place, item, is_due(place)));
    html! {
        <div class="screen">
            { menu(view, journey) }
            <div class="results-head">
                { title(view, Key::PlanTitle) }
                { whose(view, journey) }
            </div>
            { lead(view, Key::PlanLead) }
            { notice(view, Key::PlanPrivacy) }
            if is_first {
                { follow_up(view, journey) }
            }
            for agreement in agreements.take_while(|_| view.takes_row()) {
                { agreement }
            }
            <div class="actions">
                { button(view, Weight::Secondary, Key::PlanAdd, Message::Planning(Planning::Added(PlanFor::Nothing))) }
                if plan.iter().any(|item| item.follow_up.is_some()) {
                    { button(view, Weight::Secondary, Key::PlanCalendar, Message::Export(Export::Calendar)) }
                }
            </div>
            if let Status::Ready(session) = &view.state.status {
                { file::saved(view, session, &[Export::Calendar]) }
            }
            { suggestions(view, journey) }
            if !is_first {
                { follow_up(view, journey) }
            }
            <div class="actions">
                { button(view, Weight::Primary, Key::KeepTitle, Message::StepChosen(Step::Keep)) }
                { button(view, Weight::Secondary, Key::BackToResults, Message::WentBack) }
            </div>
        </div>
    }
}

/// The short way through the competences that the plan names.
fn follow_up(view: &View, journey: &Journey) -> Html {
    if competences_in_plan(view.framework(), journey).is_empty() {
        return Html::default();
    }
    let begin = Message::Planning(Planning::FollowUpBegun);
    html! {
        <section>
            { heading(view, 1, Key::FollowUpTitle) }
            { paragraph(view, Key::FollowUpLead) }
            <div class="actions">{ button(view, Weight::Secondary, Key::FollowUpBegin, begin) }</div>
        </section>
    }
}

/// The competences furthest from their levels and the areas suggested together, to start an agreement from.
fn suggestions(view: &View, journey: &Journey) -> Html {
    let framework = view.framework();
    let report = plan_report(framework, journey);
    let priorities = report.profile.priorities.iter().take(MOST_SUGGESTED).map(|place| PlanFor::Competence(*place));
    let mut starts: Vec<PlanFor> = priorities.collect();
    if journey.asks_areas(framework) {
        starts.extend(report.suggestions.portfolio.areas.iter().map(|place| PlanFor::Area(*place)));
    }
    starts.retain(|start| agreement_about(framework, &journey.assessment.plan, *start).is_none());
    if starts.is_empty() {
        return Html::default();
    }
    let line = |start: PlanFor| {
        let (words, message) = begin(view, start);
        html! { <li>{ button_of(view, Weight::Quiet, words, message) }</li> }
    };
    html! {
        <section>
            { heading(view, 1, Key::PlanStartFrom) }
            if !journey.assessment.agreed.is_empty() {
                { paragraph(view, Key::PlanFromAgreed) }
            }
            <ul class="starts">
                for start in starts {
                    { line(start) }
                }
            </ul>
        </section>
    }
}

/// As many competences are offered to start from.
const MOST_SUGGESTED: usize = 3;

/// Begins an agreement about this, or leads to the one that there is.
pub fn start_button(view: &View, journey: &Journey, start: PlanFor) -> Html {
    let (words, message) = begin(view, start);
    match agreement_about(view.framework(), &journey.assessment.plan, start) {
        None => named_button(view, view.text(Key::PlanMake), words, message),
        Some(_) => {
            let name = format!("{}: {}", view.text(Key::PlanSee), title_about(view, start));
            named_button(view, view.text(Key::PlanSee), name.into(), message)
        }
    }
}

fn begin(view: &View, start: PlanFor) -> (Rc<str>, Message) {
    let words = view.say(Key::PlanFrom, &[("title", &title_about(view, start))]);
    (words, Message::Planning(Planning::Added(start)))
}

fn title_about(view: &View, start: PlanFor) -> Rc<str> {
    let framework = view.framework();
    let rater = if view.is_managers() { Rater::Manager } else { Rater::Myself };
    let title: &Text = match start {
        PlanFor::Behaviour(place) => Item::Behaviour(place).statement(framework, rater),
        PlanFor::Area(place) => &framework.areas[place].title,
        PlanFor::Competence(place) => &framework.competences[place].title,
        PlanFor::Nothing => &framework.title,
    };
    view.of_framework(title)
}

fn agreement(view: &View, journey: &Journey, place: usize, item: &PlanItem, is_due: bool) -> Html {
    let number = (place + 1).to_string();
    let lines = |name: &str, key: Key, value: &Rc<str>, field: PlanField| {
        filled(view, place, name, key).lines(LONGEST_TEXT, value.clone(), fill(place, field))
    };
    let date = |name: &str, key: Key, value: &Option<Rc<str>>, field: PlanField| {
        filled(view, place, name, key).date(value.clone().unwrap_or_default(), fill(place, field))
    };
    let choice = |(responsible, key)| {
        let message = Message::Planning(Planning::ResponsibleChosen { item: place, responsible });
        Choice::new(view.text(key), item.responsible == responsible, message)
    };
    let who = responsible(journey.assessment.rater == Rater::Manager).map(choice);
    let all_fields = html! {
        <>
            { lines("goal", Key::PlanGoal, &item.goal, PlanField::Goal) }
            { lines("why", Key::PlanWhy, &item.why, PlanField::Why) }
            { lines("support", Key::PlanSupport, &item.support, PlanField::Support) }
            { lines("sign", Key::PlanSign, &item.sign, PlanField::Sign) }
            { date("follow-up", Key::PlanFollowUp, &item.follow_up, PlanField::FollowUp) }
            { lines("outcome", Key::PlanOutcome, &item.outcome, PlanField::Outcome) }
        </>
    };
    // What somebody is writing in isn't folded away under their hands.
    let is_filled = [&item.why, &item.support, &item.sign, &item.outcome].iter().any(|written| !written.is_empty());
    let is_writing = MORE_FIELDS.iter().any(|name| view.is_typing_in(&format!("plan{place}-{name}")));
    let is_open = is_due || is_filled || is_writing;
    let more = view.say(Key::PlanMoreFields, &[("number", &number)]);
    let remove = view.say(Key::PlanRemove, &[("number", &number)]);
    let id = view.id(&format!("plan{place}"));
    let responsible = format!("plan{place}-responsible");
    let who = choices(view, &responsible, who.into());
    html! {
        <div class="card agreement" part="card" role="group" aria-labelledby={id.clone()} key={place}>
            <div class="group-name" {id} tabindex="-1" data-focus={format!("item{place}")}>
                { text(view.say(Key::PlanItem, &[("number", &number)])) }
            </div>
            { about(view, item) }
            // Where it can be written, it is seen there.
            if !item.goal.trim().is_empty() && !is_open {
                <p>{ text(item.goal.clone()) }</p>
            }
            { lines("activity", Key::PlanActivity, &item.activity, PlanField::Activity) }
            { group(view, &responsible, numbered(view, Key::PlanResponsible, place), None, who) }
            { date("due", Key::PlanDue, &item.due, PlanField::Due) }
            { more_of(more, is_open, all_fields) }
            <div class="actions">
                { button_of(view, Weight::Quiet, remove, Message::Planning(Planning::Removed(place))) }
            </div>
        </div>
    }
}

/// What keeps *more fields* open while somebody is at it. A goal is there from the start.
const MORE_FIELDS: [&str; 5] = ["why", "support", "sign", "follow-up", "outcome"];

/// The competences that an agreement names, and its area.
pub fn about(view: &View, item: &PlanItem) -> Html {
    let framework = view.framework();
    let competences =
        item.competences.iter().filter_map(|id| Some(&framework.competences[framework.competence(id)?].title));
    let area = item.area.iter().filter_map(|id| Some(&framework.areas[framework.area(id)?].title));
    let named: Vec<Rc<str>> = area.chain(competences).map(|title| view.of_framework(title)).collect();
    if named.is_empty() {
        return Html::default();
    }
    let words = view.say(Key::PlanAbout, &[("competences", &view.wording().list(&named))]);
    html! { <p class="meta">{ text(words) }</p> }
}

/// Who sees to it, in the order offered. *Me* is the one whom the plan is for, whoever writes it.
fn responsible(is_managers: bool) -> [(Responsible, Key); 4] {
    let (me, manager) = match is_managers {
        true => (Key::ResponsibleEmployee, Key::ResponsibleMe),
        false => (Key::ResponsibleMe, Key::ResponsibleManager),
    };
    [
        (Responsible::Me, me),
        (Responsible::Manager, manager),
        (Responsible::Together, Key::ResponsibleTogether),
        (Responsible::Other, Key::ResponsibleOther),
    ]
}

/// Who sees to it, in words for any reader.
pub fn responsible_words(view: &View, responsible: Responsible) -> Rc<str> {
    view.text(match responsible {
        Responsible::Me => Key::ResponsibleEmployee,
        Responsible::Manager => Key::ResponsibleHead,
        Responsible::Together => Key::ResponsibleTogether,
        Responsible::Other => Key::ResponsibleOther,
    })
}

/// A field of an agreement that is written.
fn filled<'a>(view: &'a View, place: usize, name: &str, key: Key) -> Field<'a> {
    Field::new(view, &format!("plan{place}-{name}"), numbered(view, key, place))
}

fn fill(item: usize, field: PlanField) -> impl Fn(Rc<str>) -> Message + 'static {
    move |text| Message::Planning(Planning::Filled { item, field, text })
}

/// A label that says which agreement it belongs to, for those who don't see it.
fn numbered(view: &View, key: Key, place: usize) -> Html {
    let number = view.say(Key::PlanItem, &[("number", &(place + 1).to_string())]);
    html! {
        <>
            { words(view, key) }
            <span class="visually-hidden">{ text(format!(" {number}")) }</span>
        </>
    }
}
