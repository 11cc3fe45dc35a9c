//! What to talk about after comparing, as one page: to read through, to print and to write on.

use super::jointly::{GROUPS, places_of};
use super::pieces::{named, section};
use super::sides::{AGREEMENT, DIFFERENCE, Sides, agreements};
use crate::comparison::Comparison;
use crate::comparison::head_and_deputy::{JointCompetence, Shared};
use crate::comparison::side_by_side::Difference;
use crate::state::Message;
use crate::state::journey::Journey;
use crate::view::context::View;
use crate::view::pieces::{self, Weight, button, notice, paragraph, text, title};
use crate::wording::Key;
use yew::{Html, html};

pub fn agenda(view: &View, journey: &Journey) -> Html {
    html! {
        <div class="screen paper agenda">
            { title(view, Key::AgendaTitle) }
            <div class="actions">
                { button(view, Weight::Primary, Key::Print, Message::PrintAsked) }
                { button(view, Weight::Secondary, Key::Back, Message::WentBack) }
            </div>
            { page(&view.for_paper(), journey) }
        </div>
    }
}

fn page(view: &View, journey: &Journey) -> Html {
    html! {
        <article class="pages">
            <section class="page">
                <p class="meta" lang={view.lang()}>{ pieces::content(view, &view.framework().title) }</p>
                { content(view, journey) }
                { notice(view, Key::NoticeCompare) }
            </section>
        </article>
    }
}

fn content(view: &View, journey: &Journey) -> Html {
    let comparison = journey
        .compared
        .as_ref()
        .map(|compared| compared.comparison(view.framework(), journey.role, &journey.assessment));
    match comparison {
        Some(Ok(Comparison::SelfAndManager(sides))) => of_sides(&Sides { view, journey, sides, is_now: false }),
        Some(Ok(Comparison::NowAndEarlier(sides))) => of_sides(&Sides { view, journey, sides, is_now: true }),
        Some(Ok(Comparison::HeadAndDeputy(joint))) => match &joint.shared {
            Shared::Competences(rows) => of_competences(view, rows),
            Shared::Dimensions(_) => html! { <>{ paragraph(view, Key::JointDimensions) }{ room() }</> },
        },
        _ => Html::default(),
    }
}

/// Who is where, by name, with room to write.
fn of_competences(view: &View, rows: &[JointCompetence]) -> Html {
    let mut groups = GROUPS.map(|(reached, title)| (title, places_of(rows, reached))).to_vec();
    let not_yet = rows.iter().filter(|row| row.stand_in == Some(false)).map(|row| row.competence);
    groups.push((Key::StandInNo, not_yet.collect()));
    let group = |(title, places): &(Key, Vec<usize>)| {
        let names = named(view, view.text(*title), places)?;
        Some(html! { <>{ names }{ room() }</> })
    };
    groups.iter().filter_map(group).collect()
}

/// The sides, then in order: differing levels, agreement in a line, the questions with room to write, what is agreed,
/// and last time's plan.
fn of_sides(own: &Sides) -> Html {
    let Sides { view, journey, sides, is_now } = own;
    let places = sides.places(&Difference::DIFFERENCE);
    let line =
        |title: Key, steps: &[Difference]| named(view, view.text(title), &sides.places(steps)).unwrap_or_default();
    let plan = match &journey.compared {
        Some(compared) if *is_now => compared.last_plan(view.framework(), journey.role, &journey.assessment),
        _ => journey.assessment.plan.clone(),
    };
    html! {
        <>
            <p>{ text(own.side(&sides.first, true)) }<br />{ text(own.side(&sides.second, false)) }</p>
            if !sides.targets.is_empty() {
                { section(view, Key::TargetsDifferTitle, Some(Key::TargetsDifferLead), own.reasons()) }
            }
            { line(own.by_kind(AGREEMENT), &Difference::AGREEMENT) }
            if !places.is_empty() {
                { section(view, own.by_kind(DIFFERENCE), Some(own.question()), asked(own, &places)) }
            }
            { line(Key::OneSidedTitle, &Difference::ONE_SIDED) }
            { own.agreed(&places) }
            if !plan.is_empty() {
                { section(view, Key::FollowUpTitle, None, agreements(view, &plan)) }
            }
        </>
    }
}

fn asked(own: &Sides, places: &[usize]) -> Html {
    let question = |place: usize| {
        let agreed = own.own(place);
        let agreed = if own.is_now { None } else { own.agreed_line(place, agreed, Key::AgreedField) };
        html! {
            <li key={place}>
                <strong lang={own.view.lang()}>{ text(own.view.competence(place)) }</strong>
                { own.lines(place, false) }
                // What is agreed on is settled.
                { agreed.unwrap_or_else(room) }
            </li>
        }
    };
    html! {
        <ol>
            for &place in places {
                { question(place) }
            }
        </ol>
    }
}

/// Room to write.
fn room() -> Html {
    html! { <div class="room" aria-hidden="true" /> }
}
