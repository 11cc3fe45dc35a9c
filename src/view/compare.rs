//! Two files side by side: words first, and what is worth talking about as questions; never an average.
//!
//! Draws what [`crate::comparison`] says. Knows nothing of which side is right, since neither is.

pub mod agenda;

mod jointly;

mod sides;

use super::View;
use super::chart::{self, Mark};
use super::file;
use super::pieces::{Weight, button, heading, meta, notice, paragraph, text, title, words};
use crate::comparison::{Comparison, Kind};
use crate::framework::Level;
use crate::state::Message;
use crate::state::journey::{Journey, Step};
use crate::state::{Comparing, compared_file::ComparedFile};
use crate::wording::Key;
use sides::Sides;
use std::rc::Rc;
use yew::{Html, html};

pub fn compare(view: &View, journey: &Journey) -> Html {
    let Some(compared) = &journey.compared else { return Html::default() };
    html! {
        <div class="screen compare">
            { title(view, Key::CompareTitle) }
            { content(view, journey, compared) }
            { notice(view, Key::NoticeCompare) }
            { meta(view, Key::CompareNotKept) }
            <div class="actions">
                if is_settled(view, journey, compared) {
                    { button(view, Weight::Primary, Key::PlanTitle, Message::StepChosen(Step::Plan)) }
                    { button(view, Weight::Secondary, Key::AgendaOpen, Message::StepChosen(Step::Agenda)) }
                }
                { button(view, Weight::Quiet, Key::BackToResults, Message::WentBack) }
                { button(view, Weight::Quiet, Key::CompareEnd, Message::Comparing(Comparing::Ended)) }
            </div>
        </div>
    }
}

/// Whether the two are compared and nothing is left to be said before.
fn is_settled(view: &View, journey: &Journey, compared: &ComparedFile) -> bool {
    match compared.kind(view.framework(), journey.role, &journey.assessment) {
        Ok(Kind::HeadAndDeputy) => compared.other_is.is_some(),
        other => other.is_ok(),
    }
}

fn content(view: &View, journey: &Journey, compared: &ComparedFile) -> Html {
    match compared.comparison(view.framework(), journey.role, &journey.assessment) {
        Err(why) => html! { <p class="notice" part="notice">{ text(file::why_not(view, &why)) }</p> },
        Ok(Comparison::HeadAndDeputy(joint)) => jointly::jointly(view, compared, &joint),
        Ok(Comparison::SelfAndManager(sides)) => Sides { view, journey, sides, is_now: false }.draw(),
        Ok(Comparison::NowAndEarlier(sides)) => Sides { view, journey, sides, is_now: true }.draw(),
    }
}

/// In the results: the way to a comparison, or back to the one that is open.
pub fn way_in(view: &View, journey: &Journey) -> Html {
    if journey.compared.is_none() {
        return file::open_file(view, Key::CompareBegin, Key::CompareOpenLead);
    }
    let back = Message::StepChosen(Step::Compare);
    html! {
        <section>
            { heading(view, 1, Key::CompareBegin) }
            <div class="actions">{ button(view, Weight::Secondary, Key::CompareBack, back) }</div>
        </section>
    }
}

/// The marks with what they stand for.
fn legend(view: &View, sides: [Rc<str>; 2], has_targets: bool) -> Html {
    let [first, second] = sides;
    let target = has_targets.then(|| (Mark::Diamond, view.text(Key::LegendTarget)));
    chart::legend([(Mark::Circle, first), (Mark::Square, second)].into_iter().chain(target))
}

/// A heading with what stands under it.
fn section(view: &View, title: Key, lead: Option<Key>, content: Html) -> Html {
    html! {
        <section>
            { heading(view, 1, title) }
            if let Some(lead) = lead {
                { paragraph(view, lead) }
            }
            { content }
        </section>
    }
}

/// A level in the scale's words, or other words where there is none. A level of another scale has none here.
fn said(view: &View, place: usize, level: Option<Level>, otherwise: Key) -> Rc<str> {
    match level {
        Some(level) if level > view.framework().scale_of(place).highest() => view.text(Key::LevelUnknown),
        Some(level) => view.say(Key::Quoted, &[("level", &view.level(place, level))]),
        None => view.text(otherwise),
    }
}

/// *Leder: »Jeg gør det selv«*, and with a target what the role asks for.
fn line(view: &View, name: Rc<str>, answer: Rc<str>, target: Option<Rc<str>>) -> Html {
    html! {
        <p class="meta">
            <strong>{ text(name) }</strong>
            { text(format!(": {answer}")) }
            if let Some(target) = target {
                <br />
                { text(format!("{}: {target}", view.text(Key::LegendTarget))) }
            }
        </p>
    }
}

/// A row of a chart: words on one side, the picture on the other.
fn row(view: &View, place: usize, words: Html, picture: Html) -> Html {
    html! {
        <li class="chart-row" key={place}>
            <div class="chart-label">
                <p class="finding" lang={view.lang()}>{ text(view.competence(place)) }</p>
                { words }
            </div>
            <div class="chart-lane">{ picture }</div>
        </li>
    }
}

/// Rows one click away, under a name of their own for a screen reader.
fn folded(view: &View, title: Key, rows: Html) -> Html {
    html! {
        <details class="more">
            <summary>
                { words(view, Key::AgreementShow) }
                <span class="visually-hidden">{ text(format!(": {}", view.text(title))) }</span>
            </summary>
            <div>{ rows }</div>
        </details>
    }
}

/// Competences by their names, in a sentence that begins with what they are; `None` where there are none.
fn named(view: &View, title: Rc<str>, places: &[usize]) -> Option<Html> {
    let titles: Vec<Rc<str>> = places.iter().map(|place| view.competence(*place)).collect();
    let list = format!(": {}.", view.wording().list(&titles));
    (!titles.is_empty()).then(|| html! { <p><strong>{ text(title) }</strong>{ text(list) }</p> })
}
