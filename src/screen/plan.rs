//! The plan (*udviklingsplan*): from a gap or an area to what is agreed, and from last time's plan to what came of it.

use super::look::Look;
use super::parts::{Choice, Weight, actions, button, choices, field, more, named_button};
use crate::app::Message;
use crate::app::journey::{Journey, Step};
use crate::app::planning::{MOST_CHARACTERS, PlanField, PlanFor, Planning, next_named};
use crate::assessment::{Part, PlanItem, Responsible};
use crate::markup::{Element, Handler, Node, el};
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey) -> Node {
    let framework = look.framework();
    let plan = &journey.assessment.plan;
    let has_named = next_named(framework, journey, 0).is_some();
    let follow_up = has_named.then(|| {
        el("section")
            .child(look.heading(1, look.text(Key::FollowUpTitle)))
            .child(look.paragraph(Key::FollowUpLead))
            .child(actions(vec![button(
                Weight::Secondary,
                look.text(Key::FollowUpBegin),
                Message::Planning(Planning::FollowUpBegun),
            )]))
    });
    el("div")
        .class("screen")
        .child(look.title().text(look.text(Key::PlanTitle)))
        .child(look.paragraph(Key::PlanLead).class("lead"))
        .child(look.paragraph(Key::PlanPrivacy).class("notice"))
        .children(plan.iter().enumerate().map(|(place, item)| agreement(look, place, item, place + 1 == plan.len())))
        .child(actions(vec![button(
            Weight::Secondary,
            look.text(Key::PlanAdd),
            Message::Planning(Planning::Added(PlanFor::Nothing)),
        )]))
        .child(suggestions(look, journey))
        .child(follow_up)
        .child(actions(vec![
            button(Weight::Primary, look.text(Key::KeepTitle), Message::StepChosen(Step::Keep)),
            button(Weight::Secondary, look.text(Key::BackToResults), Message::WentBack),
        ]))
        .into()
}

/// The competences furthest from their levels and the areas suggested together, to start an agreement from.
fn suggestions(look: &Look, journey: &Journey) -> Option<Element> {
    let framework = look.framework();
    let report = look.basis(journey);
    let plan = &journey.assessment.plan;
    let mut buttons = Vec::new();
    for &place in report.profile.priorities.iter().take(MOST_SUGGESTED) {
        let competence = &framework.competences[place];
        if !plan.iter().any(|item| item.competences.contains(&competence.id)) {
            let words = look.say(Key::PlanFromCompetence, &[("title", &look.of_framework(&competence.title))]);
            buttons.push(button(Weight::Quiet, words, Message::Planning(Planning::Added(PlanFor::Competence(place)))));
        }
    }
    if journey.assessment.holds(Part::Wishes) {
        for &place in &report.suggestions.portfolio.areas {
            let area = &framework.areas[place];
            if !plan.iter().any(|item| item.area.as_ref() == Some(&area.id)) {
                let words = look.say(Key::PlanFromArea, &[("title", &look.of_framework(&area.title))]);
                buttons.push(button(Weight::Quiet, words, Message::Planning(Planning::Added(PlanFor::Area(place)))));
            }
        }
    }
    (!buttons.is_empty()).then(|| {
        el("section")
            .child(look.heading(1, look.text(Key::PlanStartFrom)))
            .child((!journey.assessment.agreed.is_empty()).then(|| look.paragraph(Key::PlanFromAgreed)))
            .child(el("ul").class("starts").children(buttons.into_iter().map(|button| el("li").child(button))))
    })
}

/// As many competences are offered to start from.
const MOST_SUGGESTED: usize = 3;

fn agreement(look: &Look, place: usize, item: &PlanItem, is_newest: bool) -> Element {
    let number = (place + 1).to_string();
    let text = |name: &str, key: Key, value: &Rc<str>, written: PlanField| {
        let area = el("textarea").set("rows", "2").set("maxlength", MOST_CHARACTERS.to_string()).value(value.clone());
        filled(look, place, name, key, area, written)
    };
    let date = |name: &str, key: Key, value: &Option<Rc<str>>, written: PlanField| {
        let input = el("input").set("type", "date").value(value.clone().unwrap_or_default());
        filled(look, place, name, key, input, written)
    };
    let choice = |(responsible, key)| {
        let message = Message::Planning(Planning::ResponsibleChosen { item: place, responsible });
        Choice::new(look.text(key), item.responsible == responsible, message)
    };
    let responsible = el("fieldset")
        .class("question")
        .child(el("legend").child(el("span").class("legend").text(look.text(Key::PlanResponsible))))
        .child(choices(look, &format!("plan{place}-responsible"), 0, RESPONSIBLE.map(choice).into()));
    let named: Vec<Rc<str>> = (item.competences.iter())
        .filter_map(|id| look.framework().competence(id))
        .map(|place| look.of_framework(&look.framework().competences[place].title))
        .collect();
    let about = (!named.is_empty()).then(|| {
        let words = look.say(Key::PlanAbout, &[("competences", &look.wording().list(&named))]);
        el("p").class("meta").text(words)
    });
    let remove = look.say(Key::PlanRemoveNamed, &[("number", &number)]);
    let follow_up: Vec<Node> = vec![
        date("follow-up", Key::PlanFollowUp, &item.follow_up, PlanField::FollowUp).into(),
        text("outcome", Key::PlanOutcome, &item.outcome, PlanField::Outcome).into(),
    ];
    let legend = el("legend").text(look.say(Key::PlanItem, &[("number", &number)]));
    let legend = if is_newest { legend.set("tabindex", "-1").set("data-focus", "new-item") } else { legend };
    el("fieldset")
        .class("card agreement")
        .key(place)
        .child(legend)
        .child(about)
        .child(text("goal", Key::PlanGoal, &item.goal, PlanField::Goal))
        .child(text("why", Key::PlanWhy, &item.why, PlanField::Why))
        .child(text("activity", Key::PlanActivity, &item.activity, PlanField::Activity))
        .child(text("support", Key::PlanSupport, &item.support, PlanField::Support))
        .child(responsible)
        .child(date("due", Key::PlanDue, &item.due, PlanField::Due))
        .child(text("sign", Key::PlanSign, &item.sign, PlanField::Sign))
        .child(more(look.text(Key::PlanFollowUpMore), follow_up))
        .child(actions(vec![named_button(
            look.text(Key::PlanRemove),
            remove,
            Message::Planning(Planning::Removed(place)),
        )]))
}

/// Who sees to it, in the order offered.
pub const RESPONSIBLE: [(Responsible, Key); 4] = [
    (Responsible::Me, Key::ResponsibleMe),
    (Responsible::Manager, Key::ResponsibleManager),
    (Responsible::Together, Key::ResponsibleTogether),
    (Responsible::Other, Key::ResponsibleOther),
];

/// A field of an agreement that is written.
fn filled(look: &Look, place: usize, name: &str, key: Key, input: Element, written: PlanField) -> Element {
    let fill = move |text| Message::Planning(Planning::Filled { item: place, field: written, text });
    field(look.id(&format!("plan{place}-{name}")), look.text(key), None, input.on(Handler::Fill(Rc::new(fill))))
}
