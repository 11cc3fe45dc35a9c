//! The results in words: what there is to bring, what is worth talking about, what there was no chance to try, and what
//! isn't known. Words only: no score, no per cent, no rank.

use super::profile_chart::{answer_words, level_words};
use super::seen::{Results, rest_of};
use crate::assessment::Purpose;
use crate::profile::{Class, CountedAnswer, Target};
use crate::view::pieces::{chips, finding, heading, notice, paragraph, text, words};
use crate::wording::Key;
use yew::{Html, html};

/// Longer lists show this many and open for the rest.
const SHOWN: usize = 3;
/// As many on paper, where nothing opens.
const SHOWN_ON_PAPER: usize = 5;
/// Names beside each other take less room.
const NAMED: usize = 4;

pub fn summary(results: &Results) -> Html {
    let view = results.view;
    let profile = &results.report.profile;
    // Of a new hire, what there was no chance to try and isn't answered stands first of all already.
    let is_new = results.journey.assessment.purpose == Purpose::Onboarding;
    let (chances, unknown) =
        if is_new { (Html::default(), Html::default()) } else { (chances(results), unknown(results)) };
    let content = match results.has_levels() || (!is_new && !profile.missing_opportunities.is_empty()) {
        false => html! { <>{ paragraph(view, Key::NothingRated) }{ unknown }</> },
        true => html! {
            <>
                if profile.flat {
                    // On paper they stand below.
                    { notice(view, if view.is_on_paper() { Key::FlatSummary } else { Key::FlatSummaryOverview }) }
                }
                { panels(results, chances) }
                { later(results) }
                { unknown }
            </>
        },
    };
    html! { <section class="summary">{ content }</section> }
}

fn panels(results: &Results, chances: Html) -> Html {
    let panels = vec![strengths(results), worth_talking_about(results), chances, not_observed(results)];
    // A list of nothing is nothing to print.
    if results.view.is_on_paper() && panels.iter().all(|panel| *panel == Html::default()) {
        return Html::default();
    }
    html! { <div class="panels">{ panels }</div> }
}

fn panel(results: &Results, title: Key, content: Html) -> Html {
    html! { <div class="panel">{ heading(results.view, 1, title) }{ content }</div> }
}

/// A few competences with what was said to them; the rest behind one click.
fn list(results: &Results, name: &str, competences: &[usize], said: fn(&Results, usize) -> Html) -> Html {
    let view = results.view;
    let item = |&competence: &usize| {
        html! {
            <li key={competence}>
                { finding(view, competence) }
                { text(" ") }
                { said(results, competence) }
                if results.row(competence).wish > 0 {
                    { text(" ") }
                    <span class="meta wished">{ words(view, Key::WantsThis) }</span>
                }
            </li>
        }
    };
    let items = |competences: &[usize]| {
        html! {
            <ul class="findings">
                for competence in competences {
                    { item(competence) }
                }
            </ul>
        }
    };
    let most = if view.is_on_paper() { SHOWN_ON_PAPER } else { SHOWN };
    let (shown, rest) = competences.split_at(competences.len().min(most));
    html! {
        <>
            { items(shown) }
            { rest_of(results, name, rest.len(), false, &|| items(rest)) }
        </>
    }
}

/// The answer alone, as it was given; a manager's is a quotation.
fn answer(results: &Results, competence: usize) -> Html {
    let view = results.view;
    let Some(level) = results.row(competence).level() else { return Html::default() };
    if results.is_managers() {
        return html! { <span class="meta">{ text(answer_words(results, competence, level)) }</span> };
    }
    html! { <span class="meta" lang={view.lang()}>{ text(results.label(competence, level)) }</span> }
}

fn strengths(results: &Results) -> Html {
    let view = results.view;
    let strengths = &results.report.profile.strengths;
    if !results.has_levels() {
        return Html::default();
    }
    let title = if results.is_managers() { Key::StrengthsTitleManager } else { Key::StrengthsTitle };
    let content = match strengths.is_empty() {
        true => paragraph(view, Key::StrengthsNone),
        false => {
            html! {
                <>
                    // The rules say it at the foot of the screen.
                    if view.is_on_paper() {
                        { paragraph(view, Key::StrengthsLead) }
                    }
                    { list(results, "strengths", strengths, answer) }
                </>
            }
        }
    };
    panel(results, title, content)
}

/// Two steps or more are a difference; one step is within the noise of a self-rating, and is set apart for that.
fn worth_talking_about(results: &Results) -> Html {
    let view = results.view;
    let profile = &results.report.profile;
    if profile.flat || !results.has_levels() {
        return Html::default();
    }
    let of_class = |class: Class| -> Vec<usize> {
        profile.priorities.iter().copied().filter(|&competence| results.row(competence).class == class).collect()
    };
    let (gaps, near) = (of_class(Class::Gap), of_class(Class::Near));
    let first = match (gaps.is_empty(), near.is_empty()) {
        (true, true) => paragraph(view, Key::NothingBelow),
        (true, false) => paragraph(view, Key::GapNone),
        (false, _) => html! { <>{ paragraph(view, Key::GapLead) }{ list(results, "gaps", &gaps, level_words) }</> },
    };
    let content = html! {
        <>
            { first }
            if !near.is_empty() {
                <p>
                    <strong>{ text(format!("{}:", view.text(Key::NearTitle))) }</strong>
                    { text(" ") }
                    <span lang={view.lang()}>{ text(format!("{}.", names(results, &near))) }</span>
                    { text(format!(" {}", view.text(Key::NearLead))) }
                </p>
            }
        </>
    };
    html! { <div class="panel talk">{ heading(view, 1, Key::TalkTitle) }{ content }</div> }
}

/// The names of competences as a part of a sentence.
fn names(results: &Results, competences: &[usize]) -> String {
    let view = results.view;
    let most = if view.is_on_paper() { competences.len() } else { NAMED };
    let mut titles: Vec<_> = competences.iter().take(most).map(|place| view.competence(*place)).collect();
    let more = competences.len() - titles.len();
    if more > 0 {
        titles.push(view.count(Key::AndMore, more));
    }
    view.wording().list(&titles)
}

fn chances(results: &Results) -> Html {
    let lead = match results.journey.assessment.purpose {
        Purpose::Exploration => Key::ChanceLeadApplicant,
        _ => Key::ChanceLead,
    };
    unknowns(results, "chances", Key::ChanceTitle, lead, &results.report.profile.missing_opportunities)
}

/// For a manager: what to ask about.
fn not_observed(results: &Results) -> Html {
    let not_observed = answered(results, CountedAnswer::NotObserved);
    unknowns(results, "not-observed", Key::NotObservedTitle, Key::NotObservedLead, &not_observed)
}

fn unknowns(results: &Results, name: &str, title: Key, lead: Key, competences: &[usize]) -> Html {
    if competences.is_empty() {
        return Html::default();
    }
    let view = results.view;
    panel(results, title, html! { <>{ paragraph(view, lead) }{ chips_or_more(results, name, competences) }</> })
}

/// A few names beside each other; the rest behind one click.
pub fn chips_or_more(results: &Results, name: &str, competences: &[usize]) -> Html {
    let view = results.view;
    let most = if view.is_on_paper() { competences.len() } else { NAMED };
    let (shown, rest) = competences.split_at(competences.len().min(most));
    html! {
        <>
            { chips(view, shown) }
            { rest_of(results, name, rest.len(), false, &|| chips(view, rest)) }
        </>
    }
}

/// The places of the competences with this answer.
pub fn answered(results: &Results, answer: CountedAnswer) -> Vec<usize> {
    let rows = &results.report.profile.rows;
    (0..rows.len()).filter(|&place| rows[place].answer == answer).collect()
}

/// What a later stage will ask for.
fn later(results: &Results) -> Html {
    match results.report.profile.rows.iter().filter(|row| row.target == Target::Later).count() {
        0 => Html::default(),
        later => html! { <p>{ text(results.view.count(Key::LaterCount, later)) }</p> },
    }
}

fn unknown(results: &Results) -> Html {
    let view = results.view;
    let places = answered(results, CountedAnswer::NotAnswered);
    if places.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notice" part="notice">
            { heading(view, 1, Key::UnknownTitle) }
            <p>{ text(view.count(Key::UnknownCount, places.len())) }</p>
            if places.len() <= SHOWN {
                { chips(view, &places) }
            }
        </div>
    }
}
