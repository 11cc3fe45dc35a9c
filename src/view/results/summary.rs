//! The results in words: what there is to bring, what is worth talking about, what there was no chance to try, and what
//! isn't known. Words only: no score, no per cent, no rank.

use super::profile_chart::level_words;
use super::{Results, chips, paragraph};
use crate::assessment::Purpose;
use crate::profile::{Answer, Class};
use crate::wording::Key;
use yew::prelude::*;

/// Longer lists show this many and open for the rest.
const SHOWN: usize = 5;

pub fn view(results: &Results) -> Html {
    let look = results.look;
    let profile = &results.report.profile;
    let title = look.heading(1, look.text(Key::SummaryTitle));
    if !results.has_levels() && profile.missing_opportunities.is_empty() {
        return html! { <section>{ title }{ paragraph("", look.text(Key::NothingRated)) }{ unknown(results) }</section> };
    }
    let mut panels = vec![strengths(results), worth_talking_about(results)];
    // A new hire has mostly not had the chance yet: that comes first.
    let place = if results.journey.assessment.purpose == Purpose::Onboarding { 0 } else { panels.len() };
    panels.insert(place, chances(results));
    panels.push(not_observed(results));
    html! {
        <section>
            { title }
            if profile.flat { { paragraph("notice", look.text(Key::FlatSummary)) } }
            <div class="panels">{ for panels }</div>
            { later(results) }
            { unknown(results) }
        </section>
    }
}

fn panel(results: &Results, title: Key, content: Html) -> Html {
    html! { <div class="panel">{ results.look.heading(2, results.look.text(title)) }{ content }</div> }
}

/// A few competences with what was said to them; the rest behind one click.
fn list(results: &Results, competences: &[usize], words: fn(&Results, usize) -> Vec<Html>) -> Html {
    let items = |competences: &[usize]| {
        let item = |&competence: &usize| item(results, competence, words(results, competence));
        html! { <ul class="findings">{ for competences.iter().map(item) }</ul> }
    };
    let (shown, rest) = competences.split_at(competences.len().min(SHOWN));
    html! {
        <>
            { items(shown) }
            if !rest.is_empty() {
                <details class="more">
                    <summary>{ results.look.count(Key::ShowMore, rest.len()) }</summary>
                    { items(rest) }
                </details>
            }
        </>
    }
}

fn item(results: &Results, competence: usize, words: Vec<Html>) -> Html {
    let look = results.look;
    html! {
        <li key={competence}>
            <span class="finding" lang={look.content_lang()}>{ results.title(competence) }</span>
            { for words }
            if results.row(competence).wish > 0 { <span class="meta wished">{ look.text(Key::WantsThis) }</span> }
        </li>
    }
}

/// The answer alone, as it was given.
fn answer(results: &Results, competence: usize) -> Vec<Html> {
    let label = results.row(competence).level().map(|level| results.label(competence, level));
    let words = |label: AttrValue| html! { <span class="meta" lang={results.look.content_lang()}>{ label }</span> };
    label.map(words).into_iter().collect()
}

fn strengths(results: &Results) -> Html {
    let look = results.look;
    let profile = &results.report.profile;
    let title = if results.is_managers() { Key::StrengthsTitleManager } else { Key::StrengthsTitle };
    if !results.has_levels() {
        return Html::default();
    }
    let content = if profile.strengths.is_empty() {
        paragraph("", look.text(Key::StrengthsNone))
    } else {
        html! { <>{ paragraph("", look.text(Key::StrengthsLead)) }{ list(results, &profile.strengths, answer) }</> }
    };
    panel(results, title, content)
}

/// Two steps or more are a difference; one step is within the noise of a self-rating, and is set apart for that.
fn worth_talking_about(results: &Results) -> Html {
    let look = results.look;
    let profile = &results.report.profile;
    if profile.flat || !results.has_levels() {
        return Html::default();
    }
    let of_class = |class: Class| -> Vec<usize> {
        profile.priorities.iter().copied().filter(|&competence| results.row(competence).class == class).collect()
    };
    let (gaps, near) = (of_class(Class::Gap), of_class(Class::Near));
    let content = html! {
        <>
            if profile.priorities.is_empty() { { paragraph("", look.text(Key::NothingBelow)) } }
            if !gaps.is_empty() { { paragraph("", look.text(Key::GapLead)) }{ list(results, &gaps, level_words) } }
            if gaps.is_empty() && !near.is_empty() { { paragraph("", look.text(Key::GapNone)) } }
            if !near.is_empty() {
                <p><strong>{ look.text(Key::NearTitle) }{ "." }</strong>{ " " }{ look.text(Key::NearLead) }</p>
                { chips(results, &near) }
            }
            if profile.priorities.len() > 1 { { paragraph("meta", look.text(Key::PriorityOrder)) } }
        </>
    };
    panel(results, Key::TalkTitle, content)
}

fn chances(results: &Results) -> Html {
    let missing = &results.report.profile.missing_opportunities;
    let is_new = results.journey.assessment.purpose == Purpose::Onboarding;
    let lead = if is_new { Key::ChanceLeadNew } else { Key::ChanceLead };
    unknowns(results, Key::ChanceTitle, lead, missing)
}

/// For a manager: what to ask about.
fn not_observed(results: &Results) -> Html {
    let rows = &results.report.profile.rows;
    let places: Vec<_> = (0..rows.len()).filter(|&place| rows[place].answer == Answer::NotObserved).collect();
    unknowns(results, Key::NotObservedTitle, Key::NotObservedLead, &places)
}

fn unknowns(results: &Results, title: Key, lead: Key, competences: &[usize]) -> Html {
    if competences.is_empty() {
        return Html::default();
    }
    let content = html! { <>{ paragraph("", results.look.text(lead)) }{ chips(results, competences) }</> };
    panel(results, title, content)
}

/// What a later stage will ask for.
fn later(results: &Results) -> Html {
    let rows = &results.report.profile.rows;
    match rows.iter().filter(|row| row.target == crate::profile::Target::Later).count() {
        0 => Html::default(),
        later => paragraph("", results.look.count(Key::LaterCount, later)),
    }
}

fn unknown(results: &Results) -> Html {
    let rows = &results.report.profile.rows;
    let places: Vec<_> = (0..rows.len()).filter(|&place| rows[place].answer == Answer::NotAnswered).collect();
    if places.is_empty() {
        return Html::default();
    }
    let look = results.look;
    html! {
        <div class="notice">
            { look.heading(2, look.text(Key::UnknownTitle)) }
            { paragraph("", look.count(Key::UnknownCount, places.len())) }
            if places.len() <= SHOWN { { chips(results, &places) } }
        </div>
    }
}
