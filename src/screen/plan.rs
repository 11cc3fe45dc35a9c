//! The plan (*udviklingsplan*): from a gap or an area to what is agreed, and from last time's plan to what came of it.

use super::look::Look;
use super::pieces::{Choice, Weight, actions, button, button_of, choices, field, more_of, named_button};
use crate::assessment::{PlanItem, Rater, Responsible};
use crate::framework::Text;
use crate::markup::{Handler, Node, el, nothing, several, text};
use crate::state::Message;
use crate::state::journey::{Journey, Step};
use crate::state::navigation::competences_in_plan;
use crate::state::planning::{MOST_CHARACTERS, agreement_about, is_followed_up, plan_report};
use crate::state::{PlanField, PlanFor, Planning};
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey) -> Node {
    let plan = &journey.assessment.plan;
    let is_due = |place: usize| is_followed_up(journey, place, &look.state.today);
    let agreements: Vec<_> =
        plan.iter().enumerate().map(|(place, item)| agreement(look, journey, place, item, is_due(place))).collect();
    let follow_up = follow_up(look, journey);
    // First once there is something to follow up.
    let (before, after) = if (0..plan.len()).any(is_due) { (follow_up, nothing()) } else { (nothing(), follow_up) };
    el("div.screen")
        .child(look.title(Key::PlanTitle))
        .child(look.paragraph(Key::PlanLead).class("lead"))
        .child(look.paragraph(Key::PlanPrivacy).class("notice"))
        .child(before)
        .children(agreements)
        .child(actions().child(button(
            look,
            Weight::Secondary,
            Key::PlanAdd,
            Message::Planning(Planning::Added(PlanFor::Nothing)),
        )))
        .child(suggestions(look, journey))
        .child(after)
        .child(
            actions()
                .child(button(look, Weight::Primary, Key::KeepTitle, Message::StepChosen(Step::Keep)))
                .child(button(look, Weight::Secondary, Key::BackToResults, Message::WentBack)),
        )
}

/// The short way through the competences that the plan names.
fn follow_up(look: &Look, journey: &Journey) -> Node {
    if competences_in_plan(look.framework(), journey).is_empty() {
        return nothing();
    }
    let begin = Message::Planning(Planning::FollowUpBegun);
    el("section")
        .child(look.heading(1, Key::FollowUpTitle))
        .child(look.paragraph(Key::FollowUpLead))
        .child(actions().child(button(look, Weight::Secondary, Key::FollowUpBegin, begin)))
}

/// The competences furthest from their levels and the areas suggested together, to start an agreement from.
fn suggestions(look: &Look, journey: &Journey) -> Option<Node> {
    let framework = look.framework();
    let report = plan_report(framework, journey);
    let priorities = report.profile.priorities.iter().take(MOST_SUGGESTED).map(|place| PlanFor::Competence(*place));
    let mut starts: Vec<PlanFor> = priorities.collect();
    if journey.asks_areas(framework) {
        starts.extend(report.suggestions.portfolio.areas.iter().map(|place| PlanFor::Area(*place)));
    }
    starts.retain(|start| agreement_about(framework, &journey.assessment.plan, *start).is_none());
    let is_agreed = !journey.assessment.agreed.is_empty();
    (!starts.is_empty()).then(|| {
        el("section")
            .child(look.heading(1, Key::PlanStartFrom))
            .child(is_agreed.then(|| look.paragraph(Key::PlanFromAgreed)))
            .child(el("ul.starts").children(starts.into_iter().map(|start| {
                let (words, message) = begin(look, start);
                el("li").child(button_of(Weight::Quiet, words, message))
            })))
    })
}

/// As many competences are offered to start from.
const MOST_SUGGESTED: usize = 3;

/// Begins an agreement about this, or leads to the one that there is.
pub fn start_button(look: &Look, start: PlanFor) -> Node {
    let (words, message) = begin(look, start);
    named_button(look.text(Key::PlanMake), words, message)
}

fn begin(look: &Look, start: PlanFor) -> (Rc<str>, Message) {
    let framework = look.framework();
    let (key, title): (Key, &Text) = match start {
        PlanFor::Area(place) => (Key::PlanFromArea, &framework.areas[place].title),
        PlanFor::Competence(place) => (Key::PlanFromCompetence, &framework.competences[place].title),
        PlanFor::Nothing => (Key::PlanAdd, &framework.title),
    };
    (look.say(key, &[("title", &look.of_framework(title))]), Message::Planning(Planning::Added(start)))
}

fn agreement(look: &Look, journey: &Journey, place: usize, item: &PlanItem, is_due: bool) -> Node {
    let number = (place + 1).to_string();
    let text = |name: &str, key: Key, value: &Rc<str>, written: PlanField| {
        let area = el("textarea[rows=2]").set("maxlength", MOST_CHARACTERS.to_string()).value(value.clone());
        filled(look, place, name, key, area, written)
    };
    let date = |name: &str, key: Key, value: &Option<Rc<str>>, written: PlanField| {
        let input = el("input[type=date]").value(value.clone().unwrap_or_default());
        filled(look, place, name, key, input, written)
    };
    let choice = |(responsible, key)| {
        let message = Message::Planning(Planning::ResponsibleChosen { item: place, responsible });
        Choice::new(look.text(key), item.responsible == responsible, message)
    };
    let who = responsible(journey.assessment.rater == Rater::Manager);
    let responsible = el("fieldset.question")
        .child(el("legend").child(numbered(look, Key::PlanResponsible, place)))
        .child(choices(look, &format!("plan{place}-responsible"), 0, who.map(choice).into()));
    let remove = look.say(Key::PlanRemove, &[("number", &number)]);
    let follow_up = several()
        .child(date("follow-up", Key::PlanFollowUp, &item.follow_up, PlanField::FollowUp))
        .child(text("outcome", Key::PlanOutcome, &item.outcome, PlanField::Outcome));
    let legend = el("legend[tabindex=-1]").set("data-focus", format!("item{place}"));
    el("fieldset.card.agreement")
        .key(place)
        .child(legend.text(look.say(Key::PlanItem, &[("number", &number)])))
        .child(about(look, item))
        .child(text("goal", Key::PlanGoal, &item.goal, PlanField::Goal))
        .child(text("why", Key::PlanWhy, &item.why, PlanField::Why))
        .child(text("activity", Key::PlanActivity, &item.activity, PlanField::Activity))
        .child(text("support", Key::PlanSupport, &item.support, PlanField::Support))
        .child(responsible)
        .child(date("due", Key::PlanDue, &item.due, PlanField::Due))
        .child(text("sign", Key::PlanSign, &item.sign, PlanField::Sign))
        .child(
            more_of(look.say(Key::PlanFollowUpMore, &[("number", &number)]), follow_up)
                .set_if("open", is_due.then(Rc::<str>::default)),
        )
        .child(actions().child(button_of(Weight::Quiet, remove, Message::Planning(Planning::Removed(place)))))
}

/// The competences that an agreement names, and its area.
pub fn about(look: &Look, item: &PlanItem) -> Option<Node> {
    let framework = look.framework();
    let competences =
        item.competences.iter().filter_map(|id| Some(&framework.competences[framework.competence(id)?].title));
    let area = item.area.iter().filter_map(|id| Some(&framework.areas[framework.area(id)?].title));
    let named: Vec<Rc<str>> = area.chain(competences).map(|title| look.of_framework(title)).collect();
    (!named.is_empty()).then(|| {
        let words = look.say(Key::PlanAbout, &[("competences", &look.wording().list(&named))]);
        el("p.meta").text(words)
    })
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
pub fn responsible_words(look: &Look, responsible: Responsible) -> Rc<str> {
    look.text(match responsible {
        Responsible::Me => Key::ResponsibleEmployee,
        Responsible::Manager => Key::ResponsibleHead,
        Responsible::Together => Key::ResponsibleTogether,
        Responsible::Other => Key::ResponsibleOther,
    })
}

/// A field of an agreement that is written.
fn filled(look: &Look, place: usize, name: &str, key: Key, input: Node, written: PlanField) -> Node {
    let fill = move |text| Message::Planning(Planning::Filled { item: place, field: written, text });
    let id = look.id(&format!("plan{place}-{name}"));
    field(id, numbered(look, key, place), None, input.on(Handler::Fill(Rc::new(fill))))
}

/// A label that says which agreement it belongs to, for those who don't see it.
fn numbered(look: &Look, key: Key, place: usize) -> Node {
    let number = look.say(Key::PlanItem, &[("number", &(place + 1).to_string())]);
    several().child(text(look.text(key))).child(el("span.visually-hidden").text(" ").text(number))
}
