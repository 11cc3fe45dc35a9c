//! Head and deputy side by side, so that the two can agree on how they share the work. It judges neither of them.

use super::{legend, line, row, said, section};
use crate::comparison::OtherIs;
use crate::comparison::head_and_deputy::{
    Counts, HeadAndDeputy, JointCompetence, JointDimension, LeaderMark, Reached, Shared,
};
use crate::markup::{Node, el, several};
use crate::screen::chart::{Picture, charts, summary_words};
use crate::screen::look::Look;
use crate::screen::pieces::{Choice, choices, group};
use crate::state::Comparing;
use crate::state::Message;
use crate::state::compared_file::ComparedFile;
use crate::wording::Key;

pub fn view(look: &Look, compared: &ComparedFile, joint: &HeadAndDeputy) -> Node {
    let choice = |other_is: OtherIs, key: Key| {
        Choice::new(
            look.text(key),
            compared.other_is == Some(other_is),
            Message::Comparing(Comparing::OtherIs(other_is)),
        )
    };
    let list = vec![choice(OtherIs::Head, Key::OtherIsHead), choice(OtherIs::Deputy, Key::OtherIsDeputy)];
    let legend_text = look.el("span.legend", Key::OtherIsQuestion);
    let whose = group(look, "other-is", legend_text, None, choices(look, "other-is", 0, list));
    let source = look.say(Key::JointSource, &[("framework", &joint.other_framework)]);
    let rows: Node = match &joint.shared {
        _ if compared.other_is.is_none() => look.el("p.meta", Key::JointAsk),
        Shared::Competences(rows) => competences(look, rows),
        Shared::Dimensions(rows) => dimensions(look, rows),
    };
    several().child(look.paragraph(Key::JointLead).class("lead")).child(whose).child(el("p").text(source)).child(rows)
}

/// Who is at or above their own target.
pub const GROUPS: [(Reached, Key); 5] = [
    (Reached::Both, Key::ReachedBoth),
    (Reached::HeadOnly, Key::ReachedHead),
    (Reached::DeputyOnly, Key::ReachedDeputy),
    (Reached::Neither, Key::ReachedNeither),
    (Reached::Unknown, Key::ReachedUnknown),
];

/// The places of the competences in one of the groups.
pub fn places_of(rows: &[JointCompetence], reached: Reached) -> Vec<usize> {
    let mut places = Vec::new();
    for row in rows {
        if row.reached == reached {
            places.push(row.competence);
        }
    }
    places
}

fn competences(look: &Look, rows: &[JointCompetence]) -> Node {
    let mut nodes = several().child(look.paragraph(Key::StandInRule)).child(legend(
        look,
        [look.text(Key::SideHead), look.text(Key::SideDeputy)],
        false,
    ));
    for (reached, title) in GROUPS {
        let places = places_of(rows, reached);
        if !places.is_empty() {
            let row = |place| {
                let joint = rows.iter().find(|row| row.competence == place);
                joint.map_or_else(|| el("li"), |joint| competence(look, joint))
            };
            nodes = nodes.child(section(look, title, None).child(charts(look, &places, &row)));
        }
    }
    nodes
}

fn competence(look: &Look, joint: &JointCompetence) -> Node {
    let place = joint.competence;
    let leader = |name: Key, mark: LeaderMark| {
        let target = Some(said(look, place, mark.target, Key::ClassNoTarget));
        line(look, look.text(name), said(look, place, mark.level, Key::NoLevel), target)
    };
    let stand_in = look.text(match joint.stand_in {
        Some(true) => Key::StandInYes,
        Some(false) => Key::StandInNo,
        None => Key::StandInOpen,
    });
    let on_scale = |mark: LeaderMark| mark.level.filter(|level| *level <= look.framework().scale_of(place).highest());
    let other = on_scale(joint.deputy);
    let picture = Picture { own: on_scale(joint.head), other, targets: &[], line_to: other };
    let name = look.say(Key::ChartTitle, &[("title", &look.competence(place)), ("class", &stand_in)]);
    let words = several()
        .child(leader(Key::SideHead, joint.head))
        .child(leader(Key::SideDeputy, joint.deputy))
        .child(el("p").text(stand_in));
    row(look, place, words, picture.draw(look, "joint", place, name, &[]))
}

/// Where nothing but dimensions is shared, only counts stand beside each other.
fn dimensions(look: &Look, rows: &[JointDimension]) -> Node {
    let counts = |name: Key, counts: &Counts| {
        line(look, look.text(name), summary_words(look, counts.summarised, &counts.classes), None)
    };
    let mut nodes = several().child(look.paragraph(Key::JointDimensions));
    for row in rows {
        let title = &look.framework().dimensions[row.dimension].title;
        let part = el("section").key(row.dimension).child(look.content(look.heading_tag(1), title));
        nodes = nodes.child(part.child(counts(Key::SideHead, &row.head)).child(counts(Key::SideDeputy, &row.deputy)));
    }
    nodes
}
