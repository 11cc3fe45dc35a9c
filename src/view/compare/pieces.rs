//! The pieces that a comparison is drawn from. Knows nothing of what is compared.

use crate::framework::Level;
use crate::view::chart::{self, Mark};
use crate::view::context::View;
use crate::view::pieces::{fold, heading, paragraph, text, words};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// The marks with what they stand for.
pub fn legend(view: &View, sides: [Rc<str>; 2], has_targets: bool) -> Html {
    let [first, second] = sides;
    let target = has_targets.then(|| (Mark::Diamond, view.text(Key::LegendTarget)));
    chart::legend([(Mark::Circle, first), (Mark::Square, second)].into_iter().chain(target))
}

/// A heading with what stands under it.
pub fn section(view: &View, title: Key, lead: Option<Key>, content: Html) -> Html {
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
pub fn said(view: &View, place: usize, level: Option<Level>, otherwise: Key) -> Rc<str> {
    said_by(view, place, level, otherwise, view.is_managers())
}

/// The same in the words that a manager or somebody who answers about themselves chose.
pub fn said_by(view: &View, place: usize, level: Option<Level>, otherwise: Key, by_manager: bool) -> Rc<str> {
    match level {
        Some(level) if level > view.framework().scale_of(place).highest() => view.text(Key::LevelUnknown),
        Some(level) => view.say(Key::Quoted, &[("level", &view.level_as_read(place, level, by_manager))]),
        None => view.text(otherwise),
    }
}

/// *Leder: »Jeg gør det selv«*, and with a target what the role asks for.
pub fn line(view: &View, name: Rc<str>, answer: Rc<str>, target: Option<Rc<str>>) -> Html {
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
pub fn row(view: &View, place: usize, words: Html, picture: Html) -> Html {
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
pub fn folded(view: &View, name: &str, title: Key, rows: &dyn Fn() -> Html) -> Html {
    let summary = html! {
        <>
            { words(view, Key::AgreementShow) }
            <span class="visually-hidden">{ text(format!(": {}", view.text(title))) }</span>
        </>
    };
    fold(view, name, summary, rows)
}

/// Competences by their names, in a sentence that begins with what they are; `None` where there are none.
pub fn named(view: &View, title: Rc<str>, places: &[usize]) -> Option<Html> {
    let titles: Vec<Rc<str>> = places.iter().map(|place| view.competence(*place)).collect();
    let list = format!(": {}.", view.wording().list(&titles));
    (!titles.is_empty()).then(|| html! { <p><strong>{ text(title) }</strong>{ text(list) }</p> })
}
