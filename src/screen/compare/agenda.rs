//! What to talk about after comparing, as one page: to read through, to print and to write on.

use super::jointly::{GROUPS, places_of};
use super::sides::{AGREEMENT, DIFFERENCE, Sides, agreements};
use super::{named, section};
use crate::comparison::Comparison;
use crate::comparison::head_and_deputy::Shared;
use crate::comparison::side_by_side::Difference;
use crate::markup::{Node, each, el, nothing, several};
use crate::screen::look::Look;
use crate::screen::pieces::{Weight, actions, button};
use crate::state::Message;
use crate::state::journey::Journey;
use crate::wording::Key;

pub fn view(look: &Look, journey: &Journey) -> Node {
    let page = el("section.page")
        .child(look.content("p", &look.framework().title).class("meta"))
        .child(content(look, journey))
        .child(look.paragraph(Key::NoticeCompare).class("notice"));
    el("div.screen.paper.agenda")
        .child(look.title(Key::AgendaTitle))
        .child(actions().child(button(look, Weight::Primary, Key::Print, Message::PrintAsked)).child(button(
            look,
            Weight::Secondary,
            Key::Back,
            Message::WentBack,
        )))
        .child(el("article.pages").child(page).for_reading())
}

fn content(look: &Look, journey: &Journey) -> Node {
    let comparison = journey
        .compared
        .as_ref()
        .map(|compared| compared.comparison(look.framework(), journey.role, &journey.assessment));
    match comparison {
        Some(Ok(Comparison::SelfAndManager(sides))) => of_sides(&Sides { look, journey, sides, is_now: false }),
        Some(Ok(Comparison::NowAndEarlier(sides))) => of_sides(&Sides { look, journey, sides, is_now: true }),
        Some(Ok(Comparison::HeadAndDeputy(joint))) => match &joint.shared {
            Shared::Competences(rows) => {
                let mut groups: Vec<(Key, Vec<usize>)> = Vec::new();
                for (reached, title) in GROUPS {
                    groups.push((title, places_of(rows, reached)));
                }
                let mut not_yet = Vec::new();
                for row in rows {
                    if row.stand_in == Some(false) {
                        not_yet.push(row.competence);
                    }
                }
                groups.push((Key::StandInNo, not_yet));
                let mut nodes = several();
                for (title, places) in &groups {
                    if let Some(names) = named(look, look.text(*title), places) {
                        nodes = nodes.child(names).child(room());
                    }
                }
                nodes
            }
            Shared::Dimensions(_) => several().child(look.paragraph(Key::JointDimensions)).child(room()),
        },
        _ => nothing(),
    }
}

/// The sides, then in order: differing levels, agreement in a line, the questions with room to write, what is agreed,
/// and last time's plan.
fn of_sides(own: &Sides) -> Node {
    let Sides { look, journey, sides, is_now } = own;
    let places = sides.places(&Difference::DIFFERENCE);
    let asked = each(el("ol"), &places, &|place| {
        let agreed = own.own(place);
        let agreed = if *is_now { None } else { own.agreed_line(place, agreed, Key::AgreedField) };
        // What is agreed on is settled.
        let last = agreed.unwrap_or_else(room);
        el("li").key(place).child(look.titled("strong", place)).child(own.lines(place, false)).child(last)
    });
    let asked = section(look, own.by_kind(DIFFERENCE), Some(own.question())).child(asked);
    let differing = section(look, Key::TargetsDifferTitle, Some(Key::TargetsDifferLead)).child(own.reasons());
    let line = |title: Key, steps: &[Difference]| named(look, look.text(title), &sides.places(steps));
    let plan = match &journey.compared {
        Some(compared) if *is_now => compared.last_plan(look.framework(), journey.role, &journey.assessment),
        _ => journey.assessment.plan.clone(),
    };
    let follow_up = section(look, Key::FollowUpTitle, None).child(agreements(look, &plan));
    several()
        .child(el("p").text(own.side(&sides.first, true)).child(el("br")).text(own.side(&sides.second, false)))
        .child((!sides.targets.is_empty()).then_some(differing))
        .child(line(own.by_kind(AGREEMENT), &Difference::AGREEMENT))
        .child((!places.is_empty()).then_some(asked))
        .child(line(Key::OneSidedTitle, &Difference::ONE_SIDED))
        .child(own.agreed(&places))
        .child((!plan.is_empty()).then_some(follow_up))
}

/// Room to write.
fn room() -> Node {
    el("div.room[aria-hidden=true]")
}
