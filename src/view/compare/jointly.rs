//! Head and deputy side by side, so that the two can agree on how they share the work. It judges neither of them.

use super::pieces::{legend, line, row, said, section};
use crate::comparison::OtherIs;
use crate::comparison::head_and_deputy::{
    Counts, HeadAndDeputy, JointCompetence, JointDimension, LeaderMark, Reached, Shared,
};
use crate::state::Message;
use crate::state::{Comparing, compared_file::ComparedFile};
use crate::view::chart::{Picture, charts, summary_words};
use crate::view::context::View;
use crate::view::pieces::{self, Choice, choices, group, heading_with, lead, meta, paragraph, text};
use crate::wording::Key;
use yew::{Html, html};

pub fn jointly(view: &View, compared: &ComparedFile, joint: &HeadAndDeputy) -> Html {
    let choice = |other_is: OtherIs, key: Key| {
        Choice::new(
            view.text(key),
            compared.other_is == Some(other_is),
            Message::Comparing(Comparing::OtherIs(other_is)),
        )
    };
    let list = vec![choice(OtherIs::Head, Key::OtherIsHead), choice(OtherIs::Deputy, Key::OtherIsDeputy)];
    let legend = pieces::legend(view, Key::OtherIsQuestion);
    let rows = match &joint.shared {
        _ if compared.other_is.is_none() => meta(view, Key::JointAsk),
        Shared::Competences(rows) => competences(view, rows),
        Shared::Dimensions(rows) => dimensions(view, rows),
    };
    html! {
        <>
            { lead(view, Key::JointLead) }
            { group(view, "other-is", legend, None, choices(view, "other-is", list)) }
            <p>{ text(view.say(Key::JointSource, &[("framework", &joint.other_framework)])) }</p>
            { rows }
        </>
    }
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
    rows.iter().filter(|row| row.reached == reached).map(|row| row.competence).collect()
}

fn competences(view: &View, rows: &[JointCompetence]) -> Html {
    let group = |(reached, title): (Reached, Key)| {
        let places = places_of(rows, reached);
        let row = |place| {
            let joint = rows.iter().find(|row| row.competence == place);
            joint.map_or_else(|| html! { <li /> }, |joint| competence(view, joint))
        };
        (!places.is_empty()).then(|| section(view, title, None, charts(view, &places, &row)))
    };
    html! {
        <>
            { paragraph(view, Key::StandInRule) }
            { legend(view, [view.text(Key::SideHead), view.text(Key::SideDeputy)], false) }
            for group in GROUPS.into_iter().filter_map(group) {
                { group }
            }
        </>
    }
}

fn competence(view: &View, joint: &JointCompetence) -> Html {
    let place = joint.competence;
    let leader = |name: Key, mark: LeaderMark| {
        let target = Some(said(view, place, mark.target, Key::ClassNoTarget));
        line(view, view.text(name), said(view, place, mark.level, Key::NoLevel), target)
    };
    let stand_in = view.text(match joint.stand_in {
        Some(true) => Key::StandInYes,
        Some(false) => Key::StandInNo,
        None => Key::StandInOpen,
    });
    let on_scale = |mark: LeaderMark| mark.level.filter(|level| *level <= view.framework().scale_of(place).highest());
    let other = on_scale(joint.deputy);
    let picture = Picture { own: on_scale(joint.head), other, targets: &[], line_to: other, ..Picture::default() };
    let name = view.say(Key::ChartTitle, &[("title", &view.competence(place)), ("class", &stand_in)]);
    let words = html! {
        <>
            { leader(Key::SideHead, joint.head) }
            { leader(Key::SideDeputy, joint.deputy) }
            <p>{ text(stand_in) }</p>
        </>
    };
    row(view, place, words, picture.draw(view, "joint", place, name, &[]))
}

/// Where nothing but dimensions is shared, only counts stand beside each other.
fn dimensions(view: &View, rows: &[JointDimension]) -> Html {
    let counts = |name: Key, counts: &Counts| {
        line(view, view.text(name), summary_words(view, counts.summarised, &counts.classes), None)
    };
    let dimension = |row: &JointDimension| {
        html! {
            <section key={row.dimension}>
                { heading_with(view, 1, &view.framework().dimensions[row.dimension].title) }
                { counts(Key::SideHead, &row.head) }
                { counts(Key::SideDeputy, &row.deputy) }
            </section>
        }
    };
    html! {
        <>
            { paragraph(view, Key::JointDimensions) }
            for row in rows {
                { dimension(row) }
            }
        </>
    }
}
