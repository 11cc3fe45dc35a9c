//! One suggested area: what it is, how it stands and what it gives; opened, how one gets there, the wish, and *Why this?*
//! with the full account.
//!
//! Words and steps; the points, and how they made the order, are one more click away.

use super::seen::{Results, plan_button};
use crate::framework::{AreaKind, Basis, RotationRoute, Route, TaskChangeRoute};
use crate::state::Message;
use crate::state::PlanFor;
use crate::state::journey::Item;
use crate::suggestion::{Contribution, EntryLine, EntryState, SetApart, Standing};
use crate::view::areas;
use crate::view::chart::{head as table_head, scrolling};
use crate::view::pieces::{
    Weight, button_of, content, example_mark, finding, fold_as, meta, more, paragraph, text, words,
};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// Closed: what it is, how it stands, and what it would give; opened, what can be said of it and why it is suggested. The
/// card at hand is open.
pub fn card(results: &Results, place: usize) -> Html {
    let view = results.view;
    let area = &results.framework().areas[place];
    let title = view.id(&format!("area{place}"));
    let is_at_hand = results.at_hand() == Some(place);
    let summary = html! {
        <>
            { words(view, Key::SayAndSeeWhy) }
            <span class="visually-hidden">{ text(format!(": {}", view.of_framework(&area.title))) }</span>
        </>
    };
    html! {
        <article class="card area" part="card" key={place} aria-labelledby={&title}>
            <@{view.heading_tag(2)}
                lang={view.lang()}
                id={&title}
                tabindex="-1"
                data-focus={format!("area{place}")}
            >
                { content(view, &area.title) }
            </@>
            { standing(results, place) }
            { kind(results, place) }
            { gives(results, place) }
            { fold_as(view, "more", &format!("card{place}"), summary, is_at_hand, &|| opened(results, place)) }
        </article>
    }
}

fn opened(results: &Results, place: usize) -> Html {
    let Results { view, journey, .. } = results;
    let area = &results.framework().areas[place];
    html! {
        <div class="area-open">
            if let Some(summary) = &area.summary {
                <p lang={view.lang()}>{ content(view, summary) }</p>
            }
            { meta(view, route_key(area.route)) }
            { advice(results, place) }
            { in_order(results, place) }
            { areas::wish(view, journey, place, area) }
            { areas::experienced(view, journey, place, area) }
            <div>{ plan_button(results, PlanFor::Area(place)) }</div>
            { why(results, place) }
        </div>
    }
}

/// Where it stands in the order now, which a wish changes.
fn in_order(results: &Results, place: usize) -> Html {
    let view = results.view;
    let ranking = &results.report.suggestions.ranking;
    if results.report.profile.flat {
        return Html::default();
    }
    match ranking.iter().position(|area| *area == place) {
        Some(at) => {
            let at = (at + 1).to_string();
            html! { <p class="meta">{ text(view.wording().count(Key::PlaceInOrder, ranking.len(), &[("place", &at)])) }</p> }
        }
        None => open_when(results, place),
    }
}

/// From when it is open, or for whom, where it isn't open now.
pub fn open_when(results: &Results, place: usize) -> Html {
    let Results { view, .. } = results;
    let area = &results.framework().areas[place];
    let words = match results.report.suggestions.areas[place].set_apart() {
        Some(SetApart::NotYet) => view.count(Key::ApartFrom, area.after_months.into()),
        Some(SetApart::NotForRole) => {
            let roles = results.framework().roles.iter().filter(|role| area.is_open_to(role));
            let titles: Vec<Rc<str>> = roles.map(|role| view.of_framework(&role.title)).collect();
            match titles.is_empty() {
                true => return Html::default(),
                false => view.say(Key::ApartOpenTo, &[("roles", &view.wording().list(&titles))]),
            }
        }
        Some(SetApart::Experienced | SetApart::Declined) | None => return Html::default(),
    };
    html! { <span class="meta">{ text(words) }</span> }
}

/// *Why this?*, with the full account.
fn why(results: &Results, place: usize) -> Html {
    let view = results.view;
    let title = view.of_framework(&results.framework().areas[place].title);
    let summary = html! {
        <>
            { words(view, Key::WhyThis) }
            <span class="visually-hidden">{ text(format!(" {title}")) }</span>
        </>
    };
    let content = || html! { <>{ account(results, place) }{ how_ordered(results, place) }</> };
    fold_as(view, "more why", &format!("why{place}"), summary, false, &content)
}

/// A card for paper.
pub fn brief(results: &Results, place: usize) -> Html {
    html! { <li class="card" part="card">{ head(results, place) }{ standing(results, place) }{ gives(results, place) }</li> }
}

/// What it would let the person practise and try, by name.
fn gives(results: &Results, place: usize) -> Html {
    let suggestion = &results.report.suggestions.areas[place];
    let moved: Vec<usize> = suggestion.contributions.iter().map(|line| line.competence).collect();
    html! {
        <>
            { named_in_line(results, Key::PractiseHere, &moved) }
            { named_in_line(results, Key::ChanceHere, &suggestion.opportunities) }
        </>
    }
}

/// Names after what is said of them.
pub fn named_in_line(results: &Results, key: Key, competences: &[usize]) -> Html {
    let view = results.view;
    if competences.is_empty() {
        return Html::default();
    }
    let titles: Vec<Rc<str>> = competences.iter().map(|place| view.competence(*place)).collect();
    html! {
        <p class="gives">
            <span class="label">{ text(format!("{}: ", view.text(key))) }</span>
            <span lang={view.lang()}>{ text(view.wording().list(&titles)) }</span>
        </p>
    }
}

/// Title and kind, where the whole card would be too much.
pub fn head(results: &Results, place: usize) -> Html {
    let view = results.view;
    let title = &results.framework().areas[place].title;
    html! {
        <>
            <span class="finding" lang={view.lang()}>{ content(view, title) }</span>
            { kind(results, place) }
        </>
    }
}

/// *Opgaveskift · Eget kontor · eksempel.*
fn kind(results: &Results, place: usize) -> Html {
    let view = results.view;
    let area = &results.framework().areas[place];
    let kind = match area.kind() {
        AreaKind::TaskChange => Key::TaskChange,
        AreaKind::Rotation => Key::Rotation,
    };
    html! {
        <p class="kind">
            { words(view, kind) }
            if let Some(unit) = &area.unit {
                { text(" · ") }
                <span lang={view.lang()}>{ content(view, unit) }</span>
            }
            // Where all of the framework is one, the banner says so.
            if area.basis == Basis::Example && results.framework().basis != Basis::Example {
                { example_mark(view) }
            }
        </p>
    }
}

pub fn label(results: &Results, key: Key) -> Html {
    html! { <p class="label">{ words(results.view, key) }</p> }
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

/// How far off it is, in words.
fn standing(results: &Results, place: usize) -> Html {
    let standing = results.report.suggestions.areas[place].standing;
    let class = match standing {
        Standing::Ready => "standing ready",
        Standing::Stretch => "standing stretch",
        Standing::Unknown => "standing unknown",
        Standing::Build => "standing build",
    };
    html! { <p {class}>{ words(results.view, standing.key()) }</p> }
}

/// What to agree on with a challenge; where the standing isn't known, a way to each answer that settles it.
fn advice(results: &Results, place: usize) -> Html {
    let view = results.view;
    let suggestion = &results.report.suggestions.areas[place];
    let question = |competence: &usize| {
        let message = Message::ChangeAsked(Item::Competence(*competence));
        html! { <li>{ button_of(view, Weight::Quiet, view.competence(*competence), message) }</li> }
    };
    html! {
        <>
            if suggestion.standing == Standing::Stretch {
                { paragraph(view, Key::StandingStretchAdvice) }
            }
            if !suggestion.settled_by.is_empty() {
                <div>
                    { label(results, Key::StandingSettle) }
                    <ul class="settles">
                        for competence in &suggestion.settled_by {
                            { question(competence) }
                        }
                    </ul>
                </div>
            }
        </>
    }
}

/// One line of the account: the competence it is about, if it is about one, and the words.
type Line = (Option<usize>, Rc<str>);

/// One point of the account: what it is about, and its lines.
fn point(results: &Results, key: Key, lines: Vec<Line>) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    let line = |(competence, words): Line| {
        html! {
            <dd>
                if let Some(competence) = competence {
                    { finding(results.view, competence) }
                }
                if !words.is_empty() {
                    { text(words) }
                }
            </dd>
        }
    };
    html! {
        <div>
            <dt>{ words(results.view, key) }</dt>
            for each in lines {
                { line(each) }
            }
        </div>
    }
}

/// Competences without anything more to say.
fn named(competences: &[usize]) -> Vec<Line> {
    competences.iter().map(|&competence| (Some(competence), "".into())).collect()
}

/// The full account, in words.
fn account(results: &Results, place: usize) -> Html {
    let view = results.view;
    let area = &results.framework().areas[place];
    let suggestion = &results.report.suggestions.areas[place];
    let words = |key: Key| (None, view.text(key));
    let mut moves: Vec<_> = suggestion.contributions.iter().map(|line| moves(results, line)).collect();
    if moves.is_empty() {
        moves.push(words(Key::AccountMovesNothing));
    }
    let entry = |state: EntryState| -> Vec<Line> {
        let of_state = suggestion.entry.iter().filter(|line| line.state() == state);
        of_state.map(|line| entry_words(results, line)).collect()
    };
    let mut used = entry(EntryState::Met);
    if suggestion.entry.is_empty() {
        used.push(words(Key::AccountNoEntry));
    }
    let wish = match suggestion.wish {
        ..=-1 => Some(Key::WishNotNow),
        0 => None,
        1 => Some(Key::WishCurious),
        2.. => Some(Key::WishYes),
    };
    let mut need = Vec::new();
    if suggestion.need > 0 {
        need.push(words(if suggestion.need > 1 { Key::NeedGreat } else { Key::NeedSome }));
    }
    if let Some(stated) = &area.need_stated {
        need.push((None, view.say(Key::NeedStated, &[("by", &stated.by), ("day", &view.day(&stated.on))])));
    }
    html! {
        <dl class="account">
            { point(results, Key::AccountPractise, moves) }
            { point(results, Key::AccountUse, used) }
            { point(results, Key::AccountShort, entry(EntryState::Short)) }
            { point(results, Key::AccountUnknown, entry(EntryState::Unknown)) }
            { point(results, Key::AccountSettle, named(&suggestion.settled_by)) }
            { point(results, Key::AccountChance, named(&suggestion.opportunities)) }
            { point(results, Key::AccountWish, wish.map(words).into_iter().collect()) }
            { point(results, Key::AccountNeed, need) }
        </dl>
    }
}

/// From which answer towards which target, and how far.
fn moves(results: &Results, line: &Contribution) -> Line {
    let view = results.view;
    let (competence, reached) = (line.competence, line.from + line.steps);
    let (from, target) = (results.label(competence, line.from), results.label(competence, line.target));
    let key = if results.moved(competence).is_some() { Key::AccountMovesAgreed } else { Key::AccountMoves };
    let moves = view.say(key, &[("from", &from), ("target", &target)]);
    let how_far = match reached == line.target {
        true => view.text(Key::AccountAllTheWay),
        false => view.say(Key::AccountPartWay, &[("reached", &results.label(competence, reached))]),
    };
    (Some(competence), format!("{moves} {how_far}").into())
}

fn entry_words(results: &Results, line: &EntryLine) -> Line {
    let view = results.view;
    let competence = line.competence;
    let required = results.label(competence, line.required);
    let words = match line.level {
        Some(level) if level == line.required => view.say(Key::AccountEntryMet, &[("required", &required)]),
        Some(level) => {
            let level = results.label(competence, level);
            view.say(Key::AccountEntry, &[("required", &required), ("level", &level)])
        }
        None => {
            let class = view.text(results.row(competence).class.key());
            view.say(Key::AccountEntryUnknown, &[("required", &required), ("class", &class)])
        }
    };
    (Some(competence), words)
}

/// The points, for those who want to follow them: every number leads back to an answer and a rule.
fn how_ordered(results: &Results, place: usize) -> Html {
    let view = results.view;
    let rule = if results.report.profile.flat { Key::OrderFlat } else { Key::OrderRule };
    let has_points = !results.report.suggestions.areas[place].contributions.is_empty();
    let account = if has_points { points(results, place) } else { paragraph(view, Key::PointsNone) };
    more(view, Key::HowOrdered, html! { <>{ account }{ paragraph(view, rule) }</> })
}

fn points(results: &Results, place: usize) -> Html {
    let view = results.view;
    let area = &results.framework().areas[place];
    let suggestion = &results.report.suggestions.areas[place];
    let columns = [Key::ColumnCompetence, Key::ColumnSteps, Key::ColumnPointsPerStep, Key::ColumnPoints];
    let wish = u32::from(suggestion.wish.max(0).unsigned_abs());
    let numbers = [suggestion.gain, wish, suggestion.gain * (2 + wish)].map(|number| number.to_string());
    let values: [(&str, &str); 3] = [("gain", &numbers[0]), ("wish", &numbers[1]), ("total", &numbers[2])];
    let caption = view.say(Key::PointsCaption, &[("area", &view.of_framework(&area.title))]);
    let table = html! {
        <table class="points">
            <caption>{ text(caption.clone()) }</caption>
            { table_head(&columns.map(|key| view.text(key))) }
            <tbody>
                for line in &suggestion.contributions {
                    { points_row(results, line) }
                }
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row" colspan="3">{ words(view, Key::PointsTotal) }</th>
                    <td>{ text(&*numbers[0]) }</td>
                </tr>
            </tfoot>
        </table>
    };
    html! {
        <>
            { scrolling(table, caption) }
            <p>{ text(view.say(Key::PointsWish, &values)) }</p>
        </>
    }
}

fn points_row(results: &Results, line: &Contribution) -> Html {
    let view = results.view;
    let row = results.row(line.competence);
    let numbers = [row.points_per_step(), row.weight.into(), row.wish.into()].map(|number| number.to_string());
    let values: [(&str, &str); 3] = [("points", &numbers[0]), ("weight", &numbers[1]), ("wish", &numbers[2])];
    html! {
        <tr>
            <th lang={view.lang()} scope="row">{ text(view.competence(line.competence)) }</th>
            <td>{ text(line.steps.to_string()) }</td>
            <td>{ text(view.say(Key::PointsPerStep, &values)) }</td>
            <td>{ text(line.points.to_string()) }</td>
        </tr>
    }
}
