//! What to talk about after comparing, as one page: to read through, to print and to write on.
//!
//! Wishes and agreements leave with it only where they are ticked, as with everything that leaves.

use super::jointly;
use super::pieces::section;
use super::sides::{Sides, agreements};
use crate::assessment::{PlanItem, Rater};
use crate::comparison::Comparison;
use crate::comparison::head_and_deputy::Shared;
use crate::state::journey::Journey;
use crate::state::planning::{is_due, is_followed_up};
use crate::state::share::SharePart;
use crate::state::{Export, Message};
use crate::view::chart::head;
use crate::view::context::View;
use crate::view::paper::wishes;
use crate::view::pieces::{self, Weight, button, checkbox, firm_group, legend, notice, paragraph, text, title};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// As many agreements have room on the page.
const ROOM: usize = 4;

pub fn agenda(view: &View, journey: &Journey) -> Html {
    let comparison = journey
        .compared
        .as_ref()
        .map(|compared| compared.comparison(view.framework(), journey.role, &journey.assessment));
    let Some(Ok(comparison)) = comparison else { return Html::default() };
    html! {
        <div class="screen paper agenda">
            { title(view, Key::AgendaTitle) }
            { ticks(view, journey, &comparison) }
            <div class="actions">
                { button(view, Weight::Primary, Key::Print, Message::PrintAsked) }
                { button(view, Weight::Secondary, Key::Back, Message::WentBack) }
            </div>
            { page(&view.for_paper(), journey, comparison) }
        </div>
    }
}

/// What of one's own can go along; nothing is ticked beforehand. A manager's are the employee's to tick.
fn ticks(view: &View, journey: &Journey, comparison: &Comparison) -> Html {
    let is_own = journey.assessment.rater == Rater::Myself;
    let offered: Vec<(SharePart, Key)> = match comparison {
        Comparison::HeadAndDeputy(_) => Vec::new(),
        _ => {
            let has_wishes = is_own && journey.has_wishes();
            let has_plan = is_own && !agreed_before(view, journey, comparison).is_empty();
            let parts =
                [(SharePart::Wishes, Key::ShareWishes, has_wishes), (SharePart::Plan, Key::AgendaPlan, has_plan)];
            parts.into_iter().filter(|(_, _, is_there)| *is_there).map(|(tick, key, _)| (tick, key)).collect()
        }
    };
    if offered.is_empty() {
        return Html::default();
    }
    let tick = |(tick, key): (SharePart, Key)| {
        let message = Rc::new(move |is_ticked| Message::Export(Export::Ticked { tick, is_ticked }));
        checkbox(view, &format!("agenda{}", tick as u8), view.text(key), journey.ticks.has(tick), Some(message))
    };
    let boxes = html! { <div class="choices">{ for offered.into_iter().map(tick) }</div> };
    firm_group(view, "agenda", legend(view, Key::AgendaTicks), None, boxes)
}

/// What was agreed before and is to be followed up: last time's plan; in this one, and in an employee's file that a
/// manager opened, what is due.
fn agreed_before(view: &View, journey: &Journey, comparison: &Comparison) -> Vec<PlanItem> {
    let Some(compared) = &journey.compared else { return Vec::new() };
    let own = &journey.assessment;
    let today = &view.state.today;
    match comparison {
        Comparison::NowAndEarlier(_) => compared.last_plan(view.framework(), journey.role, own),
        Comparison::SelfAndManager(_) if own.rater == Rater::Manager => {
            compared.opened.assessment.plan.iter().filter(|item| is_due(item, today)).cloned().collect()
        }
        Comparison::SelfAndManager(_) => {
            let before = own.plan.iter().enumerate().filter(|(place, _)| is_followed_up(journey, *place, today));
            before.map(|(_, item)| item.clone()).collect()
        }
        Comparison::HeadAndDeputy(_) => Vec::new(),
    }
}

fn page(view: &View, journey: &Journey, comparison: Comparison) -> Html {
    html! {
        <article class="pages">
            <section class="page">
                <p class="meta" lang={view.lang()}>{ pieces::content(view, &view.framework().title) }</p>
                { points(view, journey, comparison) }
                { to_agree(view) }
                { notice(view, Key::NoticeCompare) }
            </section>
        </article>
    }
}

/// The blocks of the comparison, and what else was said of the future.
fn points(view: &View, journey: &Journey, comparison: Comparison) -> Html {
    let before = agreed_before(view, journey, &comparison);
    let (sides, is_now) = match comparison {
        Comparison::HeadAndDeputy(joint) => {
            return match &joint.shared {
                Shared::Competences(rows) => jointly::groups(view, rows),
                Shared::Dimensions(_) => paragraph(view, Key::JointDimensions),
            };
        }
        Comparison::SelfAndManager(sides) => (sides, false),
        Comparison::NowAndEarlier(sides) => (sides, true),
    };
    let own = Sides { view, journey, sides, is_now };
    // What somebody else's file holds was shared with its reader.
    let is_own = journey.assessment.rater == Rater::Myself;
    let goes_along = |tick: SharePart| !is_own || journey.ticks.has(tick);
    let opened = journey.compared.as_ref().map(|compared| &compared.opened.assessment);
    let wishes_of = if is_own { Some(&*journey.assessment) } else { opened };
    html! {
        <>
            { own.legend() }
            { own.talking_points() }
            { own.agreed_elsewhere() }
            if let (Some(assessment), true) = (wishes_of, goes_along(SharePart::Wishes)) {
                { wishes(view, assessment) }
            }
            if !before.is_empty() && goes_along(SharePart::Plan) {
                { section(view, Key::AgendaPlan, &[], agreements(view, &before)) }
            }
        </>
    }
}

/// What is agreed on at the talk, to be written by hand.
fn to_agree(view: &View) -> Html {
    let columns = [Key::ColumnWhat, Key::ColumnWho, Key::ColumnWhen].map(|key| view.text(key));
    html! {
        <table class="to-agree">
            <caption>{ text(view.text(Key::AgendaTable)) }</caption>
            { head(&columns) }
            <tbody>
                for row in 0..ROOM {
                    <tr key={row}><td /><td /><td /></tr>
                }
            </tbody>
        </table>
    }
}
