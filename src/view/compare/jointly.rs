//! Head and deputy side by side, so that the two can agree on how they share the work. It judges neither of them.

use super::pieces::{about_competence, legend, level_words, line, row, said, section};
use crate::comparison::OtherIs;
use crate::comparison::head_and_deputy::{
    Counts, HeadAndDeputy, JointCompetence, JointDimension, LeaderMark, Reached, Shared,
};
use crate::framework::Level;
use crate::state::Message;
use crate::state::{Comparing, compared_file::ComparedFile};
use crate::view::chart::{Picture, charts, head, scrolling, summary_words};
use crate::view::context::View;
use crate::view::pieces::{self, Choice, choices, fold, group, heading_with, lead, meta, paragraph, text, words};
use crate::wording::Key;
use std::rc::Rc;
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
        Shared::Competences(rows) => html! { <>{ overview(view, rows) }{ groups(view, rows) }</> },
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

/// Every shared competence in a line.
fn overview(view: &View, rows: &[JointCompetence]) -> Html {
    let columns = [Key::ColumnCompetence, Key::SideHead, Key::SideDeputy, Key::StandInColumn].map(|key| view.text(key));
    let competence = |row: &JointCompetence| {
        let level = |mark: LeaderMark| text(level_or_not(view, row.competence, mark.level));
        html! {
            <tr key={row.competence}>
                <th lang={view.lang()} scope="row">{ text(view.competence(row.competence)) }</th>
                <td>{ level(row.head) }</td>
                <td>{ level(row.deputy) }</td>
                <td>{ text(view.text(stand_in(row))) }</td>
            </tr>
        }
    };
    let caption = view.text(Key::JointTable);
    let table = html! {
        <table class="joint">
            <caption>{ text(caption.clone()) }</caption>
            { head(&columns) }
            <tbody>
                for row in rows.iter().take_while(|_| view.takes_row()) {
                    { competence(row) }
                }
            </tbody>
        </table>
    };
    html! { <>{ paragraph(view, Key::StandInRule) }{ scrolling(table, caption) }</> }
}

/// In a table words need no quotation marks.
fn level_or_not(view: &View, place: usize, level: Option<Level>) -> Rc<str> {
    let highest = view.framework().scale_of(place).highest();
    match level {
        Some(level) if level <= highest => level_words(view, place, level, view.is_managers()),
        level => said(view, place, level, Key::NoLevel),
    }
}

fn stand_in(row: &JointCompetence) -> Key {
    match row.stand_in {
        Some(true) => Key::StandInYes,
        Some(false) => Key::StandInNo,
        None => Key::StandInOpen,
    }
}

/// Who reaches the level of the deputy's role, and what to talk about there.
const GROUPS: [(Reached, Key, Option<Key>); 5] = [
    (Reached::Both, Key::ReachedBoth, None),
    (Reached::HeadOnly, Key::ReachedHead, Some(Key::CoverLead)),
    (Reached::DeputyOnly, Key::ReachedDeputy, None),
    (Reached::Neither, Key::ReachedNeither, Some(Key::PractiseTogetherLead)),
    (Reached::Unknown, Key::ReachedUnknown, Some(Key::ReachedUnknownLead)),
];

pub fn groups(view: &View, rows: &[JointCompetence]) -> Html {
    let group = |(reached, title, lead): (Reached, Key, Option<Key>)| {
        let rows: Vec<&JointCompetence> = rows.iter().filter(|row| row.reached == reached).collect();
        let places: Vec<usize> = rows.iter().map(|row| row.competence).collect();
        let row = |place| {
            let joint = rows.iter().find(|row| row.competence == place);
            joint.map_or_else(|| html! { <li /> }, |joint| competence(view, joint, title))
        };
        let leads: Vec<Key> = lead.into_iter().collect();
        (!places.is_empty()).then(|| section(view, title, &leads, charts(view, &places, &row)))
    };
    html! {
        <>
            { legend(view, [view.text(Key::SideHead), view.text(Key::SideDeputy)], Key::LegendYardstick) }
            for group in GROUPS.into_iter().filter_map(group) {
                { group }
            }
        </>
    }
}

fn competence(view: &View, joint: &JointCompetence, reached: Key) -> Html {
    let place = joint.competence;
    let level = |name: Key, mark: LeaderMark| line(view.text(name), said(view, place, mark.level, Key::NoLevel), None);
    let on_scale = |mark: LeaderMark| mark.level.filter(|level| *level <= view.framework().scale_of(place).highest());
    let other = on_scale(joint.deputy);
    let picture =
        Picture { own: on_scale(joint.head), other, targets: &[joint.yardstick], line_to: other, ..Picture::default() };
    let name = view.say(Key::ChartTitle, &[("title", &view.competence(place)), ("class", &view.text(reached))]);
    let asked = joint.yardstick.map(|yardstick| {
        let level = said(view, place, Some(yardstick), Key::NoLevel);
        format!("{}: {level}", view.text(Key::LegendYardstick))
    });
    let beside = html! {
        <>
            { level(Key::SideHead, joint.head) }
            { level(Key::SideDeputy, joint.deputy) }
            if let Some(asked) = &asked {
                <p class="meta asked-for" aria-hidden="true">{ text(asked.clone()) }</p>
            }
            { own_targets(view, joint) }
        </>
    };
    let described: Vec<Rc<str>> = asked.into_iter().map(Into::into).collect();
    row(view, place, picture.draw(view, "joint", place, name, &described), beside)
}

/// Each person's own level, which neither of them is held to here.
fn own_targets(view: &View, joint: &JointCompetence) -> Html {
    if view.is_on_paper() {
        return Html::default();
    }
    let place = joint.competence;
    let own =
        |name: Key, mark: LeaderMark| line(view.text(name), said(view, place, mark.target, Key::ClassNoTarget), None);
    let summary = about_competence(view, words(view, Key::OwnTargets), place);
    fold(view, &format!("own-targets{place}"), summary, &|| {
        html! { <>{ own(Key::SideHead, joint.head) }{ own(Key::SideDeputy, joint.deputy) }</> }
    })
}

/// Where nothing but dimensions is shared, only counts stand beside each other.
fn dimensions(view: &View, rows: &[JointDimension]) -> Html {
    let counts = |name: Key, counts: &Counts| {
        line(view.text(name), summary_words(view, counts.summarised, &counts.classes), None)
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
