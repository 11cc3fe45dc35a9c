//! What one already knows that one would like, before the results: up to five areas from a list of one line each. Whatever
//! else there is to say of an area is said where the results suggest it.

use super::context::View;
use super::pieces::{
    Choice, Weight, asked, button, button_of, checkbox, fold, form, heading, lead, paragraph, search_among,
    submit_button, text, title, toggles, way,
};
use crate::framework::{Area, AreaKind};
use crate::state::journey::{CHOSEN, Journey, MOST_CHOSEN, Step};
use crate::state::{FocusTarget, Message};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// With more areas than this there is a search beside the list.
const MANY: usize = 20;

pub fn areas(view: &View, journey: &Journey, beyond: Option<usize>) -> Html {
    let framework = view.framework();
    let chosen = journey.chosen_areas(framework);
    let skips = chosen.is_empty() && beyond.is_none();
    let open: Vec<usize> = (0..framework.areas.len()).filter(|place| is_offered(journey, view, *place)).collect();
    let all = || {
        html! {
            <>
                { of_kind(view, journey, AreaKind::TaskChange, beyond) }
                { of_kind(view, journey, AreaKind::Rotation, beyond) }
            </>
        }
    };
    let offered = open.clone();
    let sought = move |found: Option<usize>| {
        let area = found.and_then(|found| offered.get(found).copied());
        Message::AreaWished { area: area.unwrap_or(usize::MAX), wish: CHOSEN }
    };
    let titles = open.iter().map(|place| view.of_framework(&framework.areas[*place].title)).collect();
    let answering = html! {
        <>
            { beyond.map(|beyond| give_up(view, &chosen, beyond)) }
            if !chosen.is_empty() {
                <section>
                    { heading(view, 1, Key::AreasChosen) }
                    <ul class="findings">
                        for area in &chosen {
                            <li key={*area}>{ line(view, journey, *area, "chosen", beyond) }</li>
                        }
                    </ul>
                </section>
            }
            if open.len() > MANY {
                { search_among(view, "area-search", Key::AreaSearch, view.text(Key::SearchHint), titles, None, sought) }
            }
            { fold(view, "areas", text(view.count(Key::AreasAll, open.len())), &all) }
            <div class="actions">
                { submit_button(view, Weight::Primary, if skips { Key::Skip } else { Key::Continue }, Message::Continued) }
                { button(view, Weight::Secondary, Key::Back, Message::WentBack) }
            </div>
        </>
    };
    html! {
        <div class="screen areas">
            { way(view, journey, &Step::Areas { beyond }) }
            { title(view, Key::AreasTitle) }
            { lead(view, Key::AreasLead) }
            if skips {
                <div class="actions">{ button(view, Weight::Secondary, Key::Skip, Message::Continued) }</div>
            }
            { form(view, answering) }
        </div>
    }
}

/// Whether the area is open to the role.
fn is_offered(journey: &Journey, view: &View, place: usize) -> bool {
    let framework = view.framework();
    framework.areas[place].is_open_to(&framework.roles[journey.role])
}

/// One more was chosen than can be: which is given up for it?
fn give_up(view: &View, chosen: &[usize], beyond: usize) -> Html {
    let title = |area: usize| view.of_framework(&view.framework().areas[area].title);
    let give_up = |area: usize| {
        let words = view.say(Key::AreasGiveUp, &[("area", &title(area))]);
        let message = Message::AreaWished { area, wish: 0 };
        html! { <li key={area}>{ button_of(view, Weight::Secondary, words, message) }</li> }
    };
    let question = view.wording().count(Key::AreasBeyond, MOST_CHOSEN, &[("area", &title(beyond))]);
    let areas = html! {
        <ul>
            for area in chosen.iter().copied().chain([beyond]) {
                { give_up(area) }
            }
        </ul>
    };
    asked(view, "beyond", FocusTarget::ErrorSummary, question, Vec::new(), areas)
}

/// The areas of one kind that are open to the role.
fn of_kind(view: &View, journey: &Journey, kind: AreaKind, beyond: Option<usize>) -> Html {
    let framework = view.framework();
    let is_of_kind = |(place, area): &(usize, &Area)| area.kind() == kind && is_offered(journey, view, *place);
    let lines: Vec<_> = (framework.areas.iter().enumerate().filter(is_of_kind))
        .take_while(|_| view.takes_row())
        .map(|(place, _)| html! { <li key={place}>{ line(view, journey, place, "area", beyond) }</li> })
        .collect();
    if lines.is_empty() {
        return Html::default();
    }
    let (title, lead) = match kind {
        AreaKind::TaskChange => (Key::TaskChanges, Key::TaskChangesLead),
        AreaKind::Rotation => (Key::Rotations, Key::RotationsLead),
    };
    html! {
        <section>
            { heading(view, 1, title) }
            { paragraph(view, lead) }
            <ul class="findings">{ lines }</ul>
        </section>
    }
}

/// One line: to tick or not.
fn line(view: &View, journey: &Journey, place: usize, name: &str, beyond: Option<usize>) -> Html {
    let area = &view.framework().areas[place];
    let given = journey.assessment.wishes.areas.get(&area.id).copied();
    let is_chosen = given == Some(i64::from(CHOSEN)) || beyond == Some(place);
    let mut label = view.of_framework(&area.title).to_string();
    if let Some(unit) = &area.unit {
        label.push_str(" · ");
        label.push_str(&view.of_framework(unit));
    }
    let wish = Rc::new(move |is_ticked| Message::AreaWished { area: place, wish: if is_ticked { CHOSEN } else { 0 } });
    // A new hire wishes for what opens later, too, and is told when.
    let stage = journey.assessment.stage.as_ref().and_then(|id| view.framework().roles[journey.role].stage(id));
    if !area.is_open_at(stage) {
        label.push_str(" · ");
        label.push_str(&view.count(Key::ApartFrom, area.after_months.into()));
    }
    checkbox(view, &format!("{name}{place}"), label.into(), is_chosen, Some(wish))
}

/// What the person would like of one area, in the results, where it changes them at once. Nothing is chosen beforehand;
/// pressed again, it is taken back.
pub fn wish(view: &View, journey: &Journey, place: usize, area: &Area) -> Html {
    let given = journey.assessment.wishes.areas.get(&area.id).copied().unwrap_or(0);
    let choice = |(wish, key): (i8, Key)| {
        let is_given = given == i64::from(wish);
        let message = Message::AreaWished { area: place, wish: if is_given { 0 } else { wish } };
        (wish + 1, Choice::new(view.text(key), is_given, message))
    };
    let wishes = [(2, Key::WishYes), (1, Key::WishCurious), (-1, Key::WishNotNow)].map(choice);
    let label = view.say(Key::WishFor, &[("area", &view.of_framework(&area.title))]);
    toggles(view, &format!("wish{place}"), label, wishes)
}

/// Whether the person has worked there.
pub fn experienced(view: &View, journey: &Journey, place: usize, area: &Area) -> Html {
    let is_experienced = journey.assessment.experience.contains(&area.id);
    let experienced = Rc::new(move |is_experienced| Message::AreaExperienced { area: place, is_experienced });
    checkbox(view, &format!("experienced{place}"), view.text(Key::HaveWorkedThere), is_experienced, Some(experienced))
}
