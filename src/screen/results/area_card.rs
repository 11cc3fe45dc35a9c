//! One suggested area: what it is, how one gets there, how it stands, the wish, and *Why this?* with the full account.
//!
//! Words and steps; the points, and how they made the order, are one more click away.

use super::{Results, chips};
use crate::framework::{AreaKind, Basis, RotationRoute, Route, TaskChangeRoute};
use crate::markup::{Node, el, nothing, several};
use crate::screen::areas;
use crate::screen::chart::{head as table_head, scrolling};
use crate::screen::pieces::{Weight, button_of, example_mark, more};
use crate::state::Message;
use crate::state::PlanFor;
use crate::state::journey::Item;
use crate::suggestion::{Contribution, EntryLine, EntryState, Standing};
use crate::wording::Key;
use std::rc::Rc;

pub fn card(results: &Results, place: usize) -> Node {
    let look = results.look;
    let area = &results.framework().areas[place];
    let suggestion = &results.report.suggestions.areas[place];
    let moved: Vec<usize> = suggestion.contributions.iter().map(|line| line.competence).collect();
    let title = look.id(&format!("area{place}"));
    let what = el("div.area-what")
        .child(look.content(look.heading_tag(3), &area.title).set("id", title.clone()))
        .child(kind(results, place))
        .child(area.summary.as_ref().map(|summary| look.content("p", summary)))
        .child(look.paragraph(route_key(area.route)).class("meta"));
    let for_you = el("div.area-for-you")
        .child(standing(results, place))
        .child(labelled(results, Key::PractiseHere, &moved))
        .child(labelled(results, Key::ChanceHere, &suggestion.opportunities));
    let wish = el("div.labelled")
        // The choices have a name of their own for a screen reader, with the area in it.
        .child(label(results, Key::AccountWish).set("aria-hidden", "true"))
        .child(areas::wish(look, results.journey, place, area));
    let summary = look
        .el("summary", Key::WhyThis)
        .child(el("span.visually-hidden").text(" ").text(look.of_framework(&area.title)));
    let why = el("div").child(account(results, place)).child(how_ordered(results, place));
    el("article.card.area")
        .key(place)
        .set("aria-labelledby", title)
        .child(what)
        .child(for_you)
        .child(wish)
        .child(el("details.more.why").child(summary).child(why))
        .child(results.plan_button(PlanFor::Area(place)).map(|button| el("div").child(button)))
}

/// A card for paper.
pub fn brief(results: &Results, place: usize) -> Node {
    let suggestion = &results.report.suggestions.areas[place];
    let moved: Vec<usize> = suggestion.contributions.iter().map(|line| line.competence).collect();
    el("li.card")
        .child(head(results, place))
        .child(standing(results, place))
        .child(labelled(results, Key::PractiseHere, &moved))
        .child(labelled(results, Key::ChanceHere, &suggestion.opportunities))
}

/// Title and kind, where the whole card would be too much.
pub fn head(results: &Results, place: usize) -> Node {
    let title = results.look.content("span", &results.framework().areas[place].title).class("finding");
    several().child(title).child(kind(results, place))
}

/// *Opgaveskift · Eget kontor · eksempel.*
pub fn kind(results: &Results, place: usize) -> Node {
    let look = results.look;
    let area = &results.framework().areas[place];
    let kind = match area.kind() {
        AreaKind::TaskChange => Key::TaskChange,
        AreaKind::Rotation => Key::Rotation,
    };
    let mut line = look.el("p.kind", kind);
    if let Some(unit) = &area.unit {
        line = line.text(" · ").child(look.content("span", unit));
    }
    line.child((area.basis == Basis::Example).then(|| example_mark(look)))
}

fn label(results: &Results, key: Key) -> Node {
    results.look.paragraph(key).class("label")
}

fn labelled(results: &Results, key: Key, competences: &[usize]) -> Node {
    if competences.is_empty() {
        return nothing();
    }
    el("div.labelled").child(label(results, key)).child(chips(results, competences))
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
fn standing(results: &Results, place: usize) -> Node {
    let look = results.look;
    let suggestion = &results.report.suggestions.areas[place];
    let (class, key) = match suggestion.standing {
        Standing::Ready => ("standing ready", Key::StandingReady),
        Standing::Stretch => ("standing stretch", Key::StandingStretch),
        Standing::Unknown => ("standing unknown", Key::StandingOpen),
        Standing::Build => ("standing build", Key::StandingBuild),
    };
    let advice = (suggestion.standing == Standing::Stretch).then(|| look.paragraph(Key::StandingStretchAdvice));
    let question = |&competence: &usize| {
        let message = Message::ChangeAsked(Item::Competence(competence));
        el("li").child(button_of(Weight::Quiet, results.title(competence), message))
    };
    let mut stands = el("div.stands").child(look.paragraph(key).class(class)).child(advice);
    if !suggestion.settled_by.is_empty() {
        let questions = el("ul.settles").children(suggestion.settled_by.iter().map(question));
        stands = stands.child(label(results, Key::StandingSettle)).child(questions);
    }
    stands
}

/// One line of the account: the competence it is about, if it is about one, and the words.
type Line = (Option<usize>, Rc<str>);

/// One point of the account: what it is about, and its lines.
fn point(results: &Results, key: Key, lines: Vec<Line>) -> Node {
    if lines.is_empty() {
        return nothing();
    }
    let line = |(competence, words): Line| {
        let title = competence.map(|competence| results.titled("span", competence).class("finding"));
        el("dd").child(title).text(words)
    };
    el("div").child(results.look.el("dt", key)).children(lines.into_iter().map(line))
}

/// Competences without anything more to say.
fn named(competences: &[usize]) -> Vec<Line> {
    competences.iter().map(|&competence| (Some(competence), Rc::<str>::default())).collect()
}

/// The full account, in words.
fn account(results: &Results, place: usize) -> Node {
    let look = results.look;
    let area = &results.framework().areas[place];
    let suggestion = &results.report.suggestions.areas[place];
    let words = |key: Key| (None, look.text(key));
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
        ..=-1 => Key::WishNotNow,
        0 => Key::WishNone,
        1 => Key::WishCurious,
        2.. => Key::WishYes,
    };
    let mut need = Vec::new();
    if suggestion.need > 0 {
        need.push(words(if suggestion.need > 1 { Key::NeedGreat } else { Key::NeedSome }));
    }
    if let Some(stated) = &area.need_stated {
        need.push((None, look.say(Key::NeedStated, &[("by", &stated.by), ("day", &look.day(&stated.on))])));
    }
    el("dl.account")
        .child(point(results, Key::AccountPractise, moves))
        .child(point(results, Key::AccountUse, used))
        .child(point(results, Key::AccountShort, entry(EntryState::Short)))
        .child(point(results, Key::AccountUnknown, entry(EntryState::Unknown)))
        .child(point(results, Key::AccountSettle, named(&suggestion.settled_by)))
        .child(point(results, Key::AccountChance, named(&suggestion.opportunities)))
        .child(point(results, Key::AccountWish, vec![words(wish)]))
        .child(point(results, Key::AccountNeed, need))
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
            let class = look.text(results.row(competence).class.key());
            look.say(Key::AccountEntryUnknown, &[("required", &required), ("class", &class)])
        }
    };
    (Some(competence), words)
}

/// The points, for those who want to follow them: every number leads back to an answer and a rule.
fn how_ordered(results: &Results, place: usize) -> Node {
    let look = results.look;
    let rule = if results.report.profile.flat { Key::OrderFlat } else { Key::OrderRule };
    let has_points = !results.report.suggestions.areas[place].contributions.is_empty();
    let account = if has_points { points(results, place) } else { look.paragraph(Key::PointsNone) };
    more(look, Key::HowOrdered, several().child(account).child(look.paragraph(rule)))
}

fn points(results: &Results, place: usize) -> Node {
    let look = results.look;
    let area = &results.framework().areas[place];
    let suggestion = &results.report.suggestions.areas[place];
    let columns = [Key::ColumnCompetence, Key::ColumnSteps, Key::ColumnPointsPerStep, Key::ColumnPoints];
    let line = |line: &Contribution| {
        let row = results.row(line.competence);
        let numbers = [row.points_per_step(), row.weight.into(), row.wish.into()].map(|number| number.to_string());
        let values: [(&str, &str); 3] = [("points", &numbers[0]), ("weight", &numbers[1]), ("wish", &numbers[2])];
        el("tr")
            .child(results.titled("th", line.competence).set("scope", "row"))
            .child(el("td").text(line.steps.to_string()))
            .child(el("td").text(look.say(Key::PointsPerStep, &values)))
            .child(el("td").text(line.points.to_string()))
    };
    let wish = u32::from(suggestion.wish.max(0).unsigned_abs());
    let numbers = [suggestion.gain, wish, suggestion.gain * (2 + wish)].map(|number| number.to_string());
    let values: [(&str, &str); 3] = [("gain", &numbers[0]), ("wish", &numbers[1]), ("total", &numbers[2])];
    let caption = look.say(Key::PointsCaption, &[("area", &look.of_framework(&area.title))]);
    let total =
        el("tr").child(look.el("th[scope=row][colspan=3]", Key::PointsTotal)).child(el("td").text(&*numbers[0]));
    let table = el("table.points")
        .child(el("caption").text(caption.clone()))
        .child(table_head(&columns.map(|key| look.text(key))))
        .child(el("tbody").children(suggestion.contributions.iter().map(line)))
        .child(el("tfoot").child(total));
    let with_wish = el("p").text(look.say(Key::PointsWish, &values));
    several().child(scrolling(table, caption)).child(with_wish)
}
