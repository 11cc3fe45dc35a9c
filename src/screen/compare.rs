//! Two files side by side: words first, and what is worth talking about as questions; never an average.
//!
//! Draws what [`crate::comparison`] says. Knows nothing of which side is right, since neither is.

pub mod agenda;

mod jointly;

mod sides;

use super::chart::{MIDDLE, circle, diamond, sign, square};
use super::file;
use super::look::Look;
use super::pieces::{Weight, actions, button};
use crate::comparison::{Comparison, Kind};
use crate::framework::Level;
use crate::markup::{Node, el, nothing};
use crate::state::Comparing;
use crate::state::Message;
use crate::state::compared_file::ComparedFile;
use crate::state::journey::{Journey, Step};
use crate::wording::Key;
use sides::Sides;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey) -> Node {
    let Some(compared) = &journey.compared else { return nothing() };
    let go = |weight, key: Key, step: Step| button(look, weight, key, Message::StepChosen(step));
    let mut buttons = Vec::new();
    if is_settled(look, journey, compared) {
        buttons.push(go(Weight::Primary, Key::PlanTitle, Step::Plan));
        buttons.push(go(Weight::Secondary, Key::AgendaOpen, Step::Agenda));
    }
    buttons.push(button(look, Weight::Quiet, Key::BackToResults, Message::WentBack));
    buttons.push(button(look, Weight::Quiet, Key::CompareEnd, Message::Comparing(Comparing::Ended)));
    el("div.screen.compare")
        .child(look.title(Key::CompareTitle))
        .child(content(look, journey, compared))
        .child(look.paragraph(Key::NoticeCompare).class("notice"))
        .child(look.paragraph(Key::CompareNotKept).class("meta"))
        .child(actions().children(buttons))
}

/// Whether the two are compared and nothing is left to be said before.
fn is_settled(look: &Look, journey: &Journey, compared: &ComparedFile) -> bool {
    match compared.kind(look.framework(), journey.role, &journey.assessment) {
        Ok(Kind::HeadAndDeputy) => compared.other_is.is_some(),
        other => other.is_ok(),
    }
}

fn content(look: &Look, journey: &Journey, compared: &ComparedFile) -> Node {
    match compared.comparison(look.framework(), journey.role, &journey.assessment) {
        Err(why) => el("p.notice").text(file::why_not(look, &why)),
        Ok(Comparison::HeadAndDeputy(joint)) => jointly::view(look, compared, &joint),
        Ok(Comparison::SelfAndManager(sides)) => Sides { look, journey, sides, is_now: false }.view(),
        Ok(Comparison::NowAndEarlier(sides)) => Sides { look, journey, sides, is_now: true }.view(),
    }
}

/// In the results: the way to a comparison, or back to the one that is open.
pub fn way_in(look: &Look, journey: &Journey) -> Node {
    if journey.compared.is_none() {
        return file::open_file(look, Key::CompareBegin, Key::CompareOpenLead);
    }
    let back = button(look, Weight::Secondary, Key::CompareBack, Message::StepChosen(Step::Compare));
    el("section").child(look.heading(1, Key::CompareBegin)).child(actions().child(back))
}

/// The marks with what they stand for.
fn legend(look: &Look, sides: [Rc<str>; 2], has_targets: bool) -> Node {
    let [first, second] = sides;
    el("ul.legend")
        .child(sign(circle(MIDDLE), first))
        .child(sign(square(MIDDLE), second))
        .child(has_targets.then(|| sign(diamond(MIDDLE), look.text(Key::LegendTarget))))
}

/// A heading with what stands under it.
fn section(look: &Look, title: Key, lead: Option<Key>) -> Node {
    el("section").child(look.heading(1, title)).child(lead.map(|key| look.paragraph(key)))
}

/// A level in the scale's words, or other words where there is none. A level of another scale has none here.
fn said(look: &Look, place: usize, level: Option<Level>, otherwise: Key) -> Rc<str> {
    match level {
        Some(level) if level > look.framework().scale_of(place).highest() => look.text(Key::LevelUnknown),
        Some(level) => look.say(Key::Quoted, &[("level", &look.level(place, level))]),
        None => look.text(otherwise),
    }
}

/// *Leder: »Jeg gør det selv«*, and with a target what the role asks for.
fn line(look: &Look, name: Rc<str>, answer: Rc<str>, target: Option<Rc<str>>) -> Node {
    let line = el("p.meta").child(el("strong").text(name)).text(": ").text(answer);
    match target {
        Some(target) => line.child(el("br")).text(look.text(Key::LegendTarget)).text(": ").text(target),
        None => line,
    }
}

/// A row of a chart: words on one side, the picture on the other.
fn row(look: &Look, place: usize, words: Node, picture: Node) -> Node {
    let label = el("div.chart-label").child(look.titled("p", place).class("finding")).child(words);
    el("li.chart-row").key(place).child(label).child(el("div.chart-lane").child(picture))
}

/// Rows one click away, under a name of their own for a screen reader.
fn folded(look: &Look, title: Key, rows: Node) -> Node {
    let title = el("span.visually-hidden").text(": ").text(look.text(title));
    let summary = look.el("summary", Key::AgreementShow).child(title);
    el("details.more").child(summary).child(el("div").child(rows))
}

/// Competences by their names, in a sentence that begins with what they are.
fn named(look: &Look, title: Rc<str>, places: &[usize]) -> Option<Node> {
    let mut titles = Vec::new();
    for &place in places {
        titles.push(look.competence(place));
    }
    let list = look.wording().list(&titles);
    (!titles.is_empty()).then(|| el("p").child(el("strong").text(title)).text(": ").text(list).text("."))
}
