//! The pages for the conversation: preparation and plan, to read through, to print, and to keep as a page that reads
//! without the widget.

use super::look::Look;
use super::parts::{Weight, actions, button};
use super::plan::RESPONSIBLE;
use super::results;
use crate::app::Message;
use crate::app::journey::Journey;
use crate::assessment::{Part, PlanItem};
use crate::markup::{Element, Node, el, escape};
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey) -> Node {
    el("div")
        .class("screen paper")
        .child(look.title().text(look.text(Key::PaperTitle)))
        .child(look.paragraph(Key::PaperLead).class("lead screen-only"))
        .child(actions(vec![
            button(Weight::Primary, look.text(Key::Print), Message::PrintAsked),
            button(Weight::Secondary, look.text(Key::Back), Message::WentBack),
        ]))
        .child(pages(look, journey))
        .into()
}

/// What the two pages hold, as far as the assessment holds it.
pub fn pages(look: &Look, journey: &Journey) -> Node {
    let assessment = &journey.assessment;
    let framework = look.framework();
    let role = look.of_framework(&framework.roles[journey.role].title);
    let day = look.day(assessment.updated_at.as_deref().and_then(|iso| iso.get(..10)).unwrap_or_default());
    let preparation = assessment.holds(Part::Responses).then(|| {
        el("section")
            .class("page")
            .child(look.heading(1, look.text(Key::PaperPreparation)))
            .child(results::for_paper(look, journey))
            .child(examples(look, journey))
    });
    let plan = (assessment.holds(Part::Plan) && !assessment.plan.is_empty()).then(|| {
        el("section")
            .class("page")
            .child(look.heading(1, look.text(Key::PlanTitle)))
            .children(assessment.plan.iter().enumerate().map(|(place, item)| agreement(look, place, item)))
    });
    let pages = el("article")
        .class("pages")
        .child(look.content("p", &framework.title).class("meta"))
        .child(el("p").text(look.say(Key::PaperAbout, &[("role", &role), ("day", &day)])))
        .child(look.paragraph(Key::FileNotice).class("notice"))
        .child(preparation)
        .child(wishes(look, journey))
        .child(plan);
    Node::from(pages).for_reading()
}

/// The examples that go with the file.
fn examples(look: &Look, journey: &Journey) -> Option<Element> {
    let framework = look.framework();
    let evidence = &journey.assessment.evidence;
    let items: Vec<_> = (evidence.iter())
        .filter_map(|(id, text)| Some((framework.competence(id)?, text)))
        .map(|(place, text)| line(look.of_framework(&framework.competences[place].title), text.clone()))
        .collect();
    (!items.is_empty()).then(|| {
        el("div").child(look.heading(2, look.text(Key::EvidenceTitle))).child(el("dl").class("facts").children(items))
    })
}

fn line(term: Rc<str>, text: Rc<str>) -> Element {
    el("div").child(el("dt").text(term)).child(el("dd").text(text))
}

/// The wishes for areas, in words.
fn wishes(look: &Look, journey: &Journey) -> Option<Element> {
    let framework = look.framework();
    let assessment = &journey.assessment;
    if !assessment.holds(Part::Wishes) {
        return None;
    }
    let wish = |(id, wish): (&Rc<str>, &i64)| {
        let area = &framework.areas[framework.area(id)?];
        let key = match wish {
            2 => Key::WishYes,
            1 => Key::WishCurious,
            -1 => Key::WishNotNow,
            _ => return None,
        };
        Some(line(look.of_framework(&area.title), look.text(key)))
    };
    let worked = |id: &Rc<str>| {
        let area = &framework.areas[framework.area(id)?];
        Some(line(look.of_framework(&area.title), look.text(Key::HaveWorkedThere)))
    };
    let mut lines: Vec<_> = assessment.wishes.areas.iter().filter_map(wish).collect();
    lines.extend(assessment.experience.iter().filter_map(worked));
    (!lines.is_empty()).then(|| {
        el("section").child(look.heading(1, look.text(Key::AreasTitle))).child(el("dl").class("facts").children(lines))
    })
}

fn agreement(look: &Look, place: usize, item: &PlanItem) -> Element {
    let responsible = RESPONSIBLE.iter().find(|(own, _)| *own == item.responsible).map(|(_, key)| look.text(*key));
    let date =
        |date: &Option<Rc<str>>| -> Rc<str> { date.as_deref().map(|day| look.day(day)).unwrap_or_default().into() };
    let lines = [
        (Key::PlanGoal, item.goal.clone()),
        (Key::PlanWhy, item.why.clone()),
        (Key::PlanActivity, item.activity.clone()),
        (Key::PlanSupport, item.support.clone()),
        (Key::PlanResponsible, responsible.unwrap_or_default()),
        (Key::PlanDue, date(&item.due)),
        (Key::PlanSign, item.sign.clone()),
        (Key::PlanFollowUp, date(&item.follow_up)),
        (Key::PlanOutcome, item.outcome.clone()),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let number = (place + 1).to_string();
    el("section")
        .class("agreement")
        .child(look.heading(2, look.say(Key::PlanItem, &[("number", &number)])))
        .child(el("dl").class("facts").children(lines.map(|(key, text)| line(look.text(key), text))))
}

/// The pages as a document of their own, with the assessment inside, which opens again.
pub fn receipt(look: &Look, journey: &Journey, styles: &str, json: &str) -> String {
    let title = look.of_framework(&look.framework().title);
    let mut html = String::from("<!doctype html>\n<html lang=\"");
    html.push_str(look.wording().language.tag());
    html.push_str("\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    escape(&mut html, &title);
    html.push_str("</title>\n<style>");
    // A style sheet can't hold this; should one ever, it must not end the element.
    html.push_str(&styles.replace("</", "<\\/"));
    html.push_str("</style>\n");
    html.push_str(crate::app::opening::RECEIPT_START);
    // The JSON writer escapes `<`, so nothing in it can end the element.
    html.push_str(json);
    html.push_str(crate::app::opening::RECEIPT_END);
    html.push_str("\n<body><main class=\"widget\">\n");
    let body = el("div")
        .class("screen paper")
        .child(el("h1").class("title").text(look.text(Key::PaperTitle)))
        .child(look.paragraph(Key::ReceiptOpen).class("screen-only"))
        .child(pages(look, journey));
    Node::from(body).write_html(&mut html);
    html.push_str("\n</main></body>\n</html>\n");
    html
}
