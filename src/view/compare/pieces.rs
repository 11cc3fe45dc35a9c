//! The pieces that a comparison is drawn from. Knows nothing of what is compared.

use crate::framework::Level;
use crate::view::chart::{self, Mark};
use crate::view::context::View;
use crate::view::pieces::{self, finding, fold, heading, paragraph, text};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// The marks with what they stand for.
pub fn legend(view: &View, sides: [Rc<str>; 2], target: Key) -> Html {
    let [first, second] = sides;
    chart::legend([(Mark::Circle, first), (Mark::Square, second), (Mark::Diamond, view.text(target))])
}

/// A heading with what stands under it.
pub fn section(view: &View, title: Key, leads: &[Key], content: Html) -> Html {
    html! {
        <section>
            { heading(view, 1, title) }
            for lead in leads {
                { paragraph(view, *lead) }
            }
            { content }
        </section>
    }
}

/// A level in words, or other words where there is none. A level of another scale has none here.
pub fn said(view: &View, place: usize, level: Option<Level>, otherwise: Key) -> Rc<str> {
    said_by(view, place, level, otherwise, view.is_managers())
}

/// The same in the words that a manager or somebody who answers about themselves chose.
pub fn said_by(view: &View, place: usize, level: Option<Level>, otherwise: Key, by_manager: bool) -> Rc<str> {
    match level {
        Some(level) if level > view.framework().scale_of(place).highest() => view.text(Key::LevelUnknown),
        Some(level) => view.say(Key::Quoted, &[("level", &level_words(view, place, level, by_manager))]),
        None => view.text(otherwise),
    }
}

/// A level's short name, which is nobody's own words; its label where it has none.
pub fn level_words(view: &View, place: usize, level: Level, by_manager: bool) -> Rc<str> {
    match &view.framework().scale_of(place).levels[usize::from(level)].short {
        Some(short) => view.of_framework(short),
        None => view.level_as_read(place, level, by_manager),
    }
}

/// *Leder: »På egen hånd«*, and what is said of the target.
pub fn line(name: Rc<str>, answer: Rc<str>, target: Option<Rc<str>>) -> Html {
    html! {
        <p class="meta">
            <strong>{ text(name) }</strong>
            { text(format!(": {answer}")) }
            if let Some(target) = target {
                <br />
                { text(target) }
            }
        </p>
    }
}

/// A row of a chart: what it is about, the picture, and what is said beside it.
pub fn row(view: &View, place: usize, picture: Html, said: Html) -> Html {
    html! {
        <li class="chart-row" key={place}>
            <div class="chart-label">{ finding(view, place) }</div>
            <div class="chart-lane">{ picture }</div>
            <div class="chart-said">{ said }</div>
        </li>
    }
}

/// Rows one click away, under a name of their own for a screen reader.
pub fn folded(view: &View, name: &str, title: Key, count: usize, rows: &dyn Fn() -> Html) -> Html {
    let words = view.count(Key::ShowRows, count);
    fold(view, name, about(text(words), pieces::words(view, title)), rows)
}

/// Words, and for a screen reader what they are about.
pub fn about(words: Html, what: Html) -> Html {
    html! { <>{ words }<span class="visually-hidden">{ text(": ") }{ what }</span></> }
}

/// The same with the competence that they are about.
pub fn about_competence(view: &View, words: Html, place: usize) -> Html {
    about(words, html! { <span lang={view.lang()}>{ text(view.competence(place)) }</span> })
}

/// Competences by their names, in a sentence that begins with what they are; `None` where there are none.
pub fn named(view: &View, title: Rc<str>, places: &[usize]) -> Option<Html> {
    let titles: Vec<Rc<str>> = places.iter().map(|place| view.competence(*place)).collect();
    let list = format!(": {}.", view.wording().list(&titles));
    (!titles.is_empty()).then(|| html! { <p><strong>{ text(title) }</strong>{ text(list) }</p> })
}
