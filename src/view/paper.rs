//! The pages for the conversation: preparation and plan, to read through, to print, and to keep as a page that reads
//! without the widget.
//!
//! They show all that the assessment holds and nothing else, so that they are also what a receiver of a file will see.

use super::context::View;
use super::pieces::{Weight, button, content, heading, heading_of, paragraph, sentences, text, title, words};
use super::plan::{about, responsible_words};
use super::question::most_often;
use super::{results, start};
use crate::assessment::{Assessment, Part, PlanItem, Purpose, Rater};
use crate::framework::Text;
use crate::state::Message;
use crate::state::files::file_notice;
use crate::state::journey::{Journey, Step};
use crate::state::opened::{RECEIPT_END, RECEIPT_START};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

pub fn paper(view: &View, journey: &Journey) -> Html {
    html! {
        <div class="screen">
            { title(view, Key::PaperTitle) }
            <p class="lead screen-only" part="lead">{ words(view, Key::PaperLead) }</p>
            <div class="actions">
                { button(view, Weight::Primary, Key::Print, Message::PrintAsked) }
                { button(view, Weight::Secondary, Key::Back, Message::WentBack) }
            </div>
            { pages(&view.for_paper(), &ticked(view, journey)) }
        </div>
    }
}

/// The journey with what was ticked, and with everything where nothing was: then the pages are the reader's own.
pub fn ticked(view: &View, journey: &Journey) -> Journey {
    let settings = &view.state.settings;
    match journey.shares_anything(settings) {
        true => Journey { assessment: Rc::new(journey.shared_file(settings, journey.ticks)), ..journey.clone() },
        false => journey.clone(),
    }
}

/// What the two pages hold, as far as the assessment holds it.
pub fn pages(view: &View, journey: &Journey) -> Html {
    let has_responses = journey.assessment.holds(Part::Responses);
    let (preparation, suggestions) =
        if has_responses { results::for_paper(view, journey) } else { (Html::default(), Html::default()) };
    let scales = &view.framework().competences;
    let has_one_scale = scales.iter().all(|competence| competence.scale == scales[0].scale);
    // They follow the wishes: without those they would be others than the person saw.
    let suggestions = if journey.assessment.holds(Part::Wishes) { suggestions } else { Html::default() };
    let plan = vec![
        suggestions,
        agreed(view, journey),
        examples(view, journey),
        wishes(view, &journey.assessment),
        plan(view, journey),
    ];
    html! {
        <article class="pages">
            { head(view, journey) }
            if has_responses {
                <div class={if has_one_scale { "page one-axis" } else { "page" }}>{ preparation }</div>
            }
            if plan.iter().any(|piece| *piece != Html::default()) {
                <div class="page">{ plan }</div>
            }
            { stated(view, journey) }
        </article>
    }
}

/// What this is about, and what it is and is not: a host can't change these words.
fn head(view: &View, journey: &Journey) -> Html {
    let framework = view.framework();
    let assessment = &journey.assessment;
    let role = &framework.roles[journey.role];
    let mut about = view.role(journey.role).to_string();
    if let Some(stage) = assessment.stage.as_ref().and_then(|stage| role.stage(stage)) {
        about.push_str(" · ");
        about.push_str(&view.of_framework(&stage.title));
    }
    let day = view.day_changed(assessment);
    let about = view.say(Key::PaperAbout, &[("role", &about), ("day", &day)]);
    let mut notices = vec![file_notice(assessment.rater)];
    notices.extend((assessment.purpose == Purpose::Exploration).then_some(Key::NoticeNoSelection));
    html! {
        <div class="page-head">
            { start::basis_banner(view, Some(journey.role)) }
            <p>
                <strong lang={view.lang()}>{ content(view, &framework.title) }</strong>
                { text(format!(". {about}")) }
            </p>
            if let Some(reference) = &assessment.reference {
                <p>{ text(view.say(Key::ShareReference, &[("reference", reference)])) }</p>
            }
            <p class="meta">{ sentences(view, &notices) }</p>
        </div>
    }
}

/// How it came about, how much to read into it, and who stands behind it (www/guides/method.md, section 6).
fn stated(view: &View, journey: &Journey) -> Html {
    let is_manager = journey.assessment.rater == Rater::Manager;
    let uncertain = start::uncertain(is_manager);
    let notices = [Key::NoticeRules, Key::NoticeDecisions, uncertain];
    html! {
        <section class="stated">
            { heading(view, 1, Key::AboutResults) }
            <ul>
                for key in notices {
                    <li>{ words(view, key) }</li>
                }
                <li>{ text(start::who(view)) }</li>
            </ul>
        </section>
    }
}

fn line(term: Rc<str>, said: Rc<str>) -> Html {
    html! { <div><dt>{ text(term) }</dt><dd>{ text(said) }</dd></div> }
}

/// Terms with what is said of them under a heading; nothing where there are none.
fn facts(view: &View, title: Key, lines: Vec<Html>) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { heading(view, 1, title) }
            <dl class="facts">{ lines }</dl>
        </section>
    }
}

/// The title of what an id names; the id itself where the framework doesn't know it.
fn title_of(view: &View, id: &Rc<str>, known: Option<&Text>) -> Rc<str> {
    known.map_or_else(|| id.clone(), |title| view.of_framework(title))
}

fn competence_title(view: &View, id: &Rc<str>) -> Rc<str> {
    let framework = view.framework();
    title_of(view, id, framework.competence(id).map(|place| &framework.competences[place].title))
}

/// The levels that two people agreed on.
pub fn agreed(view: &View, journey: &Journey) -> Html {
    let framework = view.framework();
    let level = |(id, level): (&Rc<str>, &i64)| {
        let level = framework.scale_of(framework.competence(id)?).levels.get(usize::try_from(*level).ok()?)?;
        Some(line(competence_title(view, id), view.of_framework(level.short.as_ref().unwrap_or(view.label(level)))))
    };
    facts(view, Key::ColumnAgreed, journey.assessment.agreed.iter().filter_map(level).collect())
}

/// The examples that go with it, and from what was answered in depth the behaviours that are there most.
pub fn examples(view: &View, journey: &Journey) -> Html {
    let framework = view.framework();
    let written = journey.assessment.evidence.iter();
    let mut lines: Vec<_> = written.map(|(id, said)| line(competence_title(view, id), said.clone())).collect();
    for dimension in &framework.dimensions {
        let most = most_often(view, journey, dimension, MOST_BEHAVIOURS);
        let most: Vec<_> = most.into_iter().map(|(_, said)| html! { <dd>{ said }</dd> }).collect();
        if !most.is_empty() {
            lines.push(html! {
                <div><dt lang={view.lang()}>{ content(view, &dimension.title) }</dt>{ most }</div>
            });
        }
    }
    facts(view, Key::EvidenceTitle, lines)
}

/// As many behaviours of a dimension stand as examples.
const MOST_BEHAVIOURS: usize = 2;

/// The wishes, in words.
pub fn wishes(view: &View, assessment: &Assessment) -> Html {
    let framework = view.framework();
    let area_title = |id: &Rc<str>| title_of(view, id, framework.area(id).map(|place| &framework.areas[place].title));
    let mut said = [Key::WantToGetBetter, Key::WishYes, Key::WishCurious, Key::WishNotNow, Key::HaveWorkedThere]
        .map(|key| (key, Vec::new()));
    for (id, wish) in assessment.wishes.competences.iter() {
        if *wish > 0 {
            said[0].1.push(competence_title(view, id));
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
    let lines = lines.map(|(key, titles)| line(view.text(key), view.wording().list(&titles).into()));
    facts(view, Key::ShareWishes, lines.collect())
}

/// What was agreed; on one's own paper with room to write where there is nothing yet.
pub fn plan(view: &View, journey: &Journey) -> Html {
    let plan = &journey.assessment.plan;
    let is_own = journey.step == Step::Paper && journey.assessment.parts.is_none();
    let is_blank = plan.is_empty() && is_own && journey.has_plan();
    let agreements: Vec<_> = match is_blank {
        true => vec![agreement(view, 0, &PlanItem::default(), true)],
        false => plan.iter().enumerate().map(|(place, item)| agreement(view, place, item, false)).collect(),
    };
    if agreements.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { heading(view, 1, Key::PlanTitle) }
            { agreements }
        </section>
    }
}

fn agreement(view: &View, place: usize, item: &PlanItem, is_blank: bool) -> Html {
    let number = (place + 1).to_string();
    html! {
        <section class="agreement">
            { heading_of(view, 2, view.say(Key::PlanItem, &[("number", &number)])) }
            { about(view, item) }
            if is_blank {
                <div class="facts blank">
                    for key in ASKED {
                        { paragraph(view, key) }
                    }
                </div>
            } else {
                <dl class="facts">{ agreed_lines(view, item) }</dl>
            }
        </section>
    }
}

fn agreed_lines(view: &View, item: &PlanItem) -> Vec<Html> {
    let [due, follow_up] = [&item.due, &item.follow_up].map(|day| day.as_deref().map(|day| view.day(day)));
    let said: [&str; 9] = [
        &item.goal,
        &item.why,
        &item.activity,
        &item.support,
        &item.sign,
        &responsible_words(view, item.responsible),
        due.as_deref().unwrap_or_default(),
        follow_up.as_deref().unwrap_or_default(),
        &item.outcome,
    ];
    let is_said = |(_, said): &(usize, &str)| !said.trim().is_empty();
    let line = |(place, said): (usize, &str)| {
        let key = ASKED.get(place).copied().unwrap_or(Key::PlanOutcome);
        line(view.text(key), said.into())
    };
    said.into_iter().enumerate().filter(is_said).map(line).collect()
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

/// What the receipt shows.
pub fn receipt(view: &View, journey: &Journey) -> Html {
    html! {
        <main class="mount">
            <div class="widget">
                <div class="screen">
                    <h1 class="title" part="title">{ words(view, Key::PaperTitle) }</h1>
                    <p class="lead screen-only" part="lead">{ words(view, Key::ReceiptOpen) }</p>
                    { pages(view, journey) }
                </div>
            </div>
        </main>
    }
}

/// What stands before and after what it shows: a document of its own, with the assessment inside, which opens again. It
/// runs nothing.
pub fn around_receipt(view: &View, styles: &str, json: &str) -> [String; 2] {
    let mut html = String::from("<!doctype html>\n<html lang=\"");
    html.push_str(view.wording().tag());
    html.push_str(
        "\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>",
    );
    html.push_str(&view.text(Key::PaperTitle).replace('&', "&amp;").replace('<', "&lt;"));
    html.push_str("</title>\n<style>");
    // A style sheet can't hold this; should one ever, it must not end the element.
    html.push_str(&styles.replace("</", "<\\/"));
    html.push_str("</style>\n");
    html.push_str(RECEIPT_START);
    // The JSON writer escapes `<`, so nothing in it can end the element.
    html.push_str(json);
    html.push_str(RECEIPT_END);
    html.push_str("\n<body class=\"receipt\">\n");
    [html, "\n</body>\n</html>\n".to_owned()]
}
