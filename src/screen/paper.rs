//! The pages for the conversation: preparation and plan, to read through, to print, and to keep as a page that reads
//! without the widget.
//!
//! They show all that the assessment holds and nothing else, so that they are also what a receiver of a file will see.

use super::look::Look;
use super::pieces::{Weight, actions, button};
use super::plan::{about, responsible_words};
use super::question::statement_of;
use super::{results, start};
use crate::assessment::{Answer, Part, PlanItem, Purpose, Rater};
use crate::framework::Text;
use crate::markup::{Node, el, escape, nothing, several};
use crate::state::Message;
use crate::state::journey::{Item, Journey, Step};
use crate::state::opened::{RECEIPT_END, RECEIPT_START};
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey) -> Node {
    el("div.screen")
        .child(look.title(Key::PaperTitle))
        .child(look.paragraph(Key::PaperLead).class("lead screen-only"))
        .child(actions().child(button(look, Weight::Primary, Key::Print, Message::PrintAsked)).child(button(
            look,
            Weight::Secondary,
            Key::Back,
            Message::WentBack,
        )))
        .child(pages(look, journey))
}

/// What the two pages hold, as far as the assessment holds it.
pub fn pages(look: &Look, journey: &Journey) -> Node {
    let has_responses = journey.assessment.holds(Part::Responses);
    let (preparation, suggestions) =
        if has_responses { results::for_paper(look, journey) } else { (nothing(), nothing()) };
    let plan = several()
        .child(suggestions)
        .child(agreed(look, journey))
        .child(examples(look, journey))
        .child(wishes(look, journey))
        .child(plan(look, journey));
    let scales = &look.framework().competences;
    let has_one_scale = scales.iter().all(|competence| competence.scale == scales[0].scale);
    let pages = el("article.pages")
        .child(head(look, journey))
        .child(el("div").class(if has_one_scale { "page one-axis" } else { "page" }).child(preparation))
        .child(el("div.page").child(plan))
        .child(stated(look, journey));
    pages.for_reading()
}

/// What this is about, and what it is and is not: a host can't change these words.
fn head(look: &Look, journey: &Journey) -> Node {
    let framework = look.framework();
    let assessment = &journey.assessment;
    let role = &framework.roles[journey.role];
    let mut about = look.of_framework(&role.title).to_string();
    if let Some(stage) = assessment.stage.as_ref().and_then(|stage| role.stage(stage)) {
        about.push_str(", ");
        about.push_str(&look.of_framework(&stage.title));
    }
    let day = look.day(assessment.updated_at.as_deref().and_then(|iso| iso.get(..10)).unwrap_or_default());
    let mut notice = look.paragraph(Key::FileNotice).class("meta");
    let more = [
        (assessment.rater == Rater::Manager, Key::NoticeShowEmployee),
        (assessment.purpose == Purpose::Exploration, Key::NoticeNoSelection),
    ];
    for (_, key) in more.into_iter().filter(|(is_so, _)| *is_so) {
        notice = notice.text(" ").text(look.text(key));
    }
    let reference = assessment.reference.as_ref();
    el("div.page-head")
        .child(start::basis_banner(look, Some(journey.role)))
        .child(
            el("p")
                .child(look.content("strong", &framework.title))
                .text(". ")
                .text(look.say(Key::PaperAbout, &[("role", &about), ("day", &day)])),
        )
        .child(reference.map(|own| el("p").text(look.say(Key::ShareReference, &[("reference", own)]))))
        .child(notice)
}

/// How it came about, how much to read into it, and who stands behind it (www/guides/method.md, section 6).
fn stated(look: &Look, journey: &Journey) -> Node {
    let uncertain = match journey.assessment.rater {
        Rater::Manager => Key::NoticeUncertainManager,
        Rater::Myself => Key::NoticeUncertain,
    };
    let notices = [Key::NoticeRules, Key::NoticeDecisions, uncertain, Key::NoticeVoluntary];
    let who = start::who(look, look.framework());
    el("section.stated")
        .child(look.heading(1, Key::AboutResults))
        .child(el("ul.facts-list").children(notices.map(|key| look.el("li", key))).child(el("li").text(who)))
}

fn line(term: Rc<str>, text: Rc<str>) -> Node {
    el("div").child(el("dt").text(term)).child(el("dd").text(text))
}

/// Terms with what is said of them under a heading; nothing where there are none.
fn facts(look: &Look, title: Key, lines: Vec<Node>) -> Option<Node> {
    (!lines.is_empty()).then(|| el("section").child(look.heading(1, title)).child(el("dl.facts").children(lines)))
}

/// The title of what an id names; the id itself where the framework doesn't know it.
fn title_of(look: &Look, id: &Rc<str>, known: Option<&Text>) -> Rc<str> {
    known.map_or_else(|| id.clone(), |title| look.of_framework(title))
}

fn competence_title(look: &Look, id: &Rc<str>) -> Rc<str> {
    let framework = look.framework();
    title_of(look, id, framework.competence(id).map(|place| &framework.competences[place].title))
}

/// The levels that two people agreed on.
fn agreed(look: &Look, journey: &Journey) -> Option<Node> {
    let framework = look.framework();
    let level = |(id, level): (&Rc<str>, &i64)| {
        let level = framework.scale_of(framework.competence(id)?).levels.get(usize::try_from(*level).ok()?)?;
        Some(line(competence_title(look, id), look.of_framework(&level.label)))
    };
    facts(look, Key::ColumnAgreed, journey.assessment.agreed.iter().filter_map(level).collect())
}

/// The examples that go with it, and from what was answered in depth the behaviours that are there most.
fn examples(look: &Look, journey: &Journey) -> Option<Node> {
    let framework = look.framework();
    let written = journey.assessment.evidence.iter();
    let mut lines: Vec<_> = written.map(|(id, text)| line(competence_title(look, id), text.clone())).collect();
    let levels = &framework.scales[framework.behaviour_scale].levels;
    for part in &framework.dimensions {
        let mut most = Vec::new();
        for (level, of_scale) in levels.iter().enumerate().rev() {
            for place in part.behaviours.clone() {
                let item = Item::Behaviour(place);
                let answer = journey.response(framework, item).map(|response| response.answer);
                if answer == Some(Answer::Rated(level as i64)) && most.len() < MOST_BEHAVIOURS {
                    let statement = look.content("span", statement_of(framework, journey.assessment.rater, item));
                    most.push(el("dd").child(statement).text(" ").child(look.content("em", &of_scale.label)));
                }
            }
        }
        if !most.is_empty() {
            lines.push(el("div").child(look.content("dt", &part.title)).children(most));
        }
    }
    facts(look, Key::EvidenceTitle, lines)
}

/// As many behaviours of a dimension stand as examples.
const MOST_BEHAVIOURS: usize = 2;

/// The wishes, in words.
fn wishes(look: &Look, journey: &Journey) -> Option<Node> {
    let framework = look.framework();
    let assessment = &journey.assessment;
    let area_title = |id: &Rc<str>| title_of(look, id, framework.area(id).map(|place| &framework.areas[place].title));
    let mut said = [Key::WantToGetBetter, Key::WishYes, Key::WishCurious, Key::WishNotNow, Key::HaveWorkedThere]
        .map(|key| (key, Vec::new()));
    for (id, wish) in assessment.wishes.competences.iter() {
        if *wish > 0 {
            said[0].1.push(competence_title(look, id));
        }
    }
    for (id, wish) in assessment.wishes.areas.iter() {
        match wish {
            2.. => said[1].1.push(area_title(id)),
            1 => said[2].1.push(area_title(id)),
            0 => {}
            ..=-1 => said[3].1.push(area_title(id)),
        }
    }
    said[4].1.extend(assessment.experience.iter().map(area_title));
    let lines = said.into_iter().filter(|(_, titles)| !titles.is_empty());
    let lines = lines.map(|(key, titles)| line(look.text(key), look.wording().list(&titles).into()));
    facts(look, Key::ShareWishes, lines.collect())
}

/// What was agreed; on one's own paper with room to write where there is nothing yet.
fn plan(look: &Look, journey: &Journey) -> Option<Node> {
    let plan = &journey.assessment.plan;
    let is_blank = plan.is_empty() && journey.step == Step::Paper && journey.assessment.purpose != Purpose::Exploration;
    let agreements: Vec<_> = match is_blank {
        true => vec![agreement(look, 0, &PlanItem::default(), true)],
        false => plan.iter().enumerate().map(|(place, item)| agreement(look, place, item, false)).collect(),
    };
    (!agreements.is_empty()).then(|| el("section").child(look.heading(1, Key::PlanTitle)).children(agreements))
}

fn agreement(look: &Look, place: usize, item: &PlanItem, is_blank: bool) -> Node {
    let number = (place + 1).to_string();
    let agreement = el("section.agreement")
        .child(look.heading_of(2, look.say(Key::PlanItem, &[("number", &number)])))
        .child(about(look, item));
    if is_blank {
        return agreement.child(el("div.facts.blank").children(ASKED.map(|key| look.paragraph(key))));
    }
    let [due, follow_up] = [&item.due, &item.follow_up].map(|day| day.as_deref().map(|day| look.day(day)));
    let said: [&str; 9] = [
        &item.goal,
        &item.why,
        &item.activity,
        &item.support,
        &item.sign,
        &responsible_words(look, item.responsible),
        due.as_deref().unwrap_or_default(),
        follow_up.as_deref().unwrap_or_default(),
        &item.outcome,
    ];
    let mut facts = el("dl.facts");
    for (place, text) in said.into_iter().enumerate() {
        let key = ASKED.get(place).copied().unwrap_or(Key::PlanOutcome);
        if !text.trim().is_empty() {
            facts = facts.child(line(look.text(key), text.into()));
        }
    }
    agreement.child(facts)
}

/// What an agreement says before anything has come of it, in the order of the paper.
const ASKED: [Key; 8] = [
    Key::PlanGoal,
    Key::PlanWhy,
    Key::PlanActivity,
    Key::PlanSupport,
    Key::PlanSign,
    Key::PlanResponsible,
    Key::PlanDue,
    Key::PlanFollowUp,
];

/// The pages as a document of their own, with the assessment inside, which opens again. It runs nothing.
pub fn receipt(look: &Look, journey: &Journey, styles: &str, json: &str) -> String {
    let mut html = String::from("<!doctype html>\n<html lang=\"");
    html.push_str(look.wording().language.tag());
    html.push_str(
        "\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>",
    );
    let title = look.text(Key::PaperTitle);
    escape(&mut html, &title);
    html.push_str("</title>\n<style>");
    // A style sheet can't hold this; should one ever, it must not end the element.
    html.push_str(&styles.replace("</", "<\\/"));
    html.push_str("</style>\n");
    html.push_str(RECEIPT_START);
    // The JSON writer escapes `<`, so nothing in it can end the element.
    html.push_str(json);
    html.push_str(RECEIPT_END);
    html.push_str("\n<body class=\"receipt\">\n");
    let page = el("main.mount").child(
        el("div.widget").child(
            el("div.screen")
                .child(el("h1.title").text(title))
                .child(look.paragraph(Key::ReceiptOpen).class("lead screen-only"))
                .child(pages(look, journey)),
        ),
    );
    page.write_html(&mut html);
    html.push_str("\n</body>\n</html>\n");
    html
}
