//! One suggested area: what it is, how one gets there, how it stands, the wish, and *Why this?* with the full account.
//!
//! Words and steps; the points, and how they made the order, are one more click away.

use super::{Results, chips, class_key, paragraph};
use crate::app::Message;
use crate::app::journey::Item;
use crate::browser;
use crate::framework::{AreaKind, Basis, RotationRoute, Route, TaskChangeRoute};
use crate::suggestion::{Contribution, EntryLine, EntryState, Standing};
use crate::view::areas;
use crate::view::parts::{Weight, button, example_mark};
use crate::wording::Key;
use yew::prelude::*;

pub fn card(results: &Results, place: usize) -> Html {
    let look = results.look;
    let area = &look.framework().areas[place];
    let suggestion = &results.report.suggestions.areas[place];
    let moved: Vec<usize> = suggestion.contributions.iter().map(|line| line.competence).collect();
    let title = look.id(&format!("area{place}"));
    html! {
        <article class="card area" key={place} aria-labelledby={title.clone()}>
            <div class="area-what">
                <@{look.heading_tag(3).to_string()} id={title} lang={look.content_lang()}>
                    { look.of_framework(&area.title) }
                </@>
                { kind(results, place) }
                if let Some(summary) = &area.summary { <p lang={look.content_lang()}>{ look.of_framework(summary) }</p> }
                { paragraph("meta route", look.text(route_key(area.route))) }
            </div>
            <div class="area-for-you">
                { standing(results, place) }
                { labelled(results, Key::PractiseHere, &moved) }
                { labelled(results, Key::ChanceHere, &suggestion.opportunities) }
            </div>
            <div class="labelled">
                <p class="label" aria-hidden="true">{ look.text(Key::AccountWish) }</p>
                { areas::wish(look, results.journey, place, area) }
            </div>
            <details class="more why">
                <summary>
                    { look.text(Key::WhyThis) }
                    <span class="visually-hidden">{ " " }{ look.of_framework(&area.title) }</span>
                </summary>
                <div>{ account(results, place) }{ how_ordered(results, place) }</div>
            </details>
        </article>
    }
}

/// Title and kind, where the whole card would be too much.
pub fn head(results: &Results, place: usize) -> Html {
    let look = results.look;
    html! {
        <>
            <span class="finding" lang={look.content_lang()}>
                { look.of_framework(&look.framework().areas[place].title) }
            </span>
            { kind(results, place) }
        </>
    }
}

/// *Opgaveskift · Eget kontor · eksempel.*
pub fn kind(results: &Results, place: usize) -> Html {
    let look = results.look;
    let area = &look.framework().areas[place];
    let kind = match area.kind() {
        AreaKind::TaskChange => Key::TaskChange,
        AreaKind::Rotation => Key::Rotation,
    };
    html! {
        <p class="kind">
            <span>{ look.text(kind) }</span>
            if let Some(unit) = &area.unit {
                { " · " }<span lang={look.content_lang()}>{ look.of_framework(unit) }</span>
            }
            if area.basis == Basis::Example { { " " }{ example_mark(look) } }
        </p>
    }
}

fn labelled(results: &Results, label: Key, competences: &[usize]) -> Html {
    if competences.is_empty() {
        return Html::default();
    }
    html! { <div class="labelled">{ paragraph("label", results.look.text(label)) }{ chips(results, competences) }</div> }
}

/// Who decides, and how one gets there (mobility guidelines, "Hvordan foregår intern mobilitet?").
fn route_key(route: Route) -> Key {
    match route {
        Route::TaskChange(TaskChangeRoute::ManagerAllocation) => Key::RouteManagerAllocation,
        Route::TaskChange(TaskChangeRoute::DevelopmentPlan) => Key::RouteTaskPlan,
        Route::Rotation(RotationRoute::MobilityScheme) => Key::RouteMobilityScheme,
        Route::Rotation(RotationRoute::InternalPosting) => Key::RouteInternalPosting,
        Route::Rotation(RotationRoute::DevelopmentPlan) => Key::RouteRotationPlan,
    }
}

/// How far off it is, in words; where that isn't known, with a way to each answer that settles it.
fn standing(results: &Results, place: usize) -> Html {
    let look = results.look;
    let suggestion = &results.report.suggestions.areas[place];
    let (class, key) = match suggestion.standing {
        Standing::Ready => ("standing ready", Key::StandingReady),
        Standing::Stretch => ("standing stretch", Key::StandingStretch),
        Standing::Unknown => ("standing unknown", Key::StandingOpen),
        Standing::Build => ("standing build", Key::StandingBuild),
    };
    let question = |&competence: &usize| {
        let message = Message::ChangeAsked(Item::Competence(competence));
        html! { <li key={competence}>{ button(look, Weight::Quiet, results.title(competence), message) }</li> }
    };
    html! {
        <div class="stands">
            { paragraph(class, look.text(key)) }
            if suggestion.standing == Standing::Stretch { { paragraph("", look.text(Key::StandingStretchAdvice)) } }
            if !suggestion.settled_by.is_empty() {
                { paragraph("label", look.text(Key::StandingSettle)) }
                <ul class="settles">{ for suggestion.settled_by.iter().map(question) }</ul>
            }
        </div>
    }
}

/// One line of the account: the competence it is about, if it is about one, and the words.
type Line = (Option<usize>, AttrValue);

/// One point of the account: what it is about, and its lines.
fn point(results: &Results, label: Key, lines: Vec<Line>) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    let look = results.look;
    let line = |(competence, words): Line| {
        let title = competence.map(|competence| results.title(competence));
        html! {
            <dd>
                if let Some(title) = title { <span class="finding" lang={look.content_lang()}>{ title }</span> }
                { words }
            </dd>
        }
    };
    html! { <div><dt>{ look.text(label) }</dt>{ for lines.into_iter().map(line) }</div> }
}

/// Competences without anything more to say.
fn named(competences: &[usize]) -> Vec<Line> {
    competences.iter().map(|&competence| (Some(competence), AttrValue::default())).collect()
}

/// The full account, in words.
fn account(results: &Results, place: usize) -> Html {
    let look = results.look;
    let area = &look.framework().areas[place];
    let suggestion = &results.report.suggestions.areas[place];
    let mut moves: Vec<_> = suggestion.contributions.iter().map(|line| moves(results, line)).collect();
    if moves.is_empty() {
        moves.push((None, look.text(Key::AccountMovesNothing)));
    }
    let entry = |state: EntryState| -> Vec<Line> {
        let of_state = suggestion.entry.iter().filter(|line| line.state() == state);
        of_state.map(|line| entry_words(results, line)).collect()
    };
    let mut used = entry(EntryState::Met);
    if suggestion.entry.is_empty() {
        used.push((None, look.text(Key::AccountNoEntry)));
    }
    let wish = match suggestion.wish {
        ..=-1 => Key::WishNotNow,
        0 => Key::WishNone,
        1 => Key::WishCurious,
        2.. => Key::WishYes,
    };
    let mut need = Vec::new();
    if suggestion.need > 0 {
        need.push((None, look.text(if suggestion.need > 1 { Key::NeedGreat } else { Key::NeedSome })));
    }
    if let Some(stated) = &area.need_stated {
        let day = browser::day_in_words(&stated.on, look.wording().language.tag());
        need.push((None, look.say(Key::NeedStated, &[("by", &stated.by), ("day", &day)])));
    }
    html! {
        <dl class="account">
            { point(results, Key::AccountPractise, moves) }
            { point(results, Key::AccountUse, used) }
            { point(results, Key::AccountShort, entry(EntryState::Short)) }
            { point(results, Key::AccountUnknown, entry(EntryState::Unknown)) }
            { point(results, Key::AccountSettle, named(&suggestion.settled_by)) }
            { point(results, Key::AccountChance, named(&suggestion.opportunities)) }
            { point(results, Key::AccountWish, vec![(None, look.text(wish))]) }
            { point(results, Key::AccountNeed, need) }
        </dl>
    }
}

/// From which answer towards which target, and how far.
fn moves(results: &Results, line: &Contribution) -> Line {
    let look = results.look;
    let (competence, reached) = (line.competence, line.from + line.steps);
    let (from, target) = (results.label(competence, line.from), results.label(competence, line.target));
    let mut words = look.say(Key::AccountMoves, &[("from", &from), ("target", &target)]).to_string();
    words.push(' ');
    if reached == line.target {
        words.push_str(&look.text(Key::AccountAllTheWay));
    } else {
        words.push_str(&look.say(Key::AccountPartWay, &[("reached", &results.label(competence, reached))]));
    }
    (Some(competence), words.into())
}

fn entry_words(results: &Results, line: &EntryLine) -> Line {
    let look = results.look;
    let competence = line.competence;
    let required = results.label(competence, line.required);
    let words = match line.level {
        Some(level) if level == line.required => look.say(Key::AccountEntryMet, &[("required", &required)]),
        Some(level) => {
            let level = results.label(competence, level);
            look.say(Key::AccountEntry, &[("required", &required), ("level", &level)])
        }
        None => {
            let class = look.text(class_key(results.row(competence).class));
            look.say(Key::AccountEntryUnknown, &[("required", &required), ("class", &class)])
        }
    };
    (Some(competence), words)
}

/// The points, for those who want to follow them: every number leads back to an answer and a rule.
fn how_ordered(results: &Results, place: usize) -> Html {
    let look = results.look;
    let suggestion = &results.report.suggestions.areas[place];
    let rule = if results.report.profile.flat { Key::OrderFlat } else { Key::OrderRule };
    html! {
        <details class="more">
            <summary>{ look.text(Key::HowOrdered) }</summary>
            <div>
                if suggestion.contributions.is_empty() {
                    { paragraph("", look.text(Key::PointsNone)) }
                } else {
                    { points(results, place) }
                }
                { paragraph("", look.text(rule)) }
            </div>
        </details>
    }
}

fn points(results: &Results, place: usize) -> Html {
    let look = results.look;
    let area = &look.framework().areas[place];
    let suggestion = &results.report.suggestions.areas[place];
    let column = |key: Key| html! { <th scope="col">{ look.text(key) }</th> };
    let columns = [Key::ColumnCompetence, Key::ColumnSteps, Key::ColumnPointsPerStep, Key::ColumnPoints];
    let line = |line: &Contribution| {
        let row = results.row(line.competence);
        let numbers = [row.points_per_step(), row.weight.into(), row.wish.into()].map(|number| number.to_string());
        let values: [(&str, &str); 3] = [("points", &numbers[0]), ("weight", &numbers[1]), ("wish", &numbers[2])];
        html! {
            <tr key={line.competence}>
                <th scope="row" lang={look.content_lang()}>{ results.title(line.competence) }</th>
                <td>{ line.steps }</td>
                <td>{ look.say(Key::PointsPerStep, &values) }</td>
                <td>{ line.points }</td>
            </tr>
        }
    };
    let wish = u32::from(suggestion.wish.max(0).unsigned_abs());
    let numbers = [suggestion.gain, wish, suggestion.gain * (2 + wish)].map(|number| number.to_string());
    let values: [(&str, &str); 3] = [("gain", &numbers[0]), ("wish", &numbers[1]), ("total", &numbers[2])];
    let caption = look.say(Key::PointsCaption, &[("area", &look.of_framework(&area.title))]);
    html! {
        <>
            <div class="table-wrap" tabindex="0" role="region" aria-label={caption.clone()}>
                <table class="points">
                    <caption>{ caption }</caption>
                    <thead><tr>{ for columns.into_iter().map(column) }</tr></thead>
                    <tbody>{ for suggestion.contributions.iter().map(line) }</tbody>
                    <tfoot><tr>
                        <th scope="row" colspan="3">{ look.text(Key::PointsTotal) }</th>
                        <td>{ suggestion.gain }</td>
                    </tr></tfoot>
                </table>
            </div>
            { paragraph("", look.say(Key::PointsWish, &values)) }
        </>
    }
}
