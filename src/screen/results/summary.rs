//! The results in words: what there is to bring, what is worth talking about, what there was no chance to try, and what
//! isn't known. Words only: no score, no per cent, no rank.

use super::profile_chart::{answer_words, level_words};
use super::{Results, chips};
use crate::assessment::Purpose;
use crate::markup::{Node, el, nothing, several};
use crate::profile::{Class, CountedAnswer, Target};
use crate::state::PlanFor;
use crate::wording::Key;

/// Longer lists show this many and open for the rest.
const SHOWN: usize = 5;

pub fn view(results: &Results) -> Node {
    let look = results.look;
    let profile = &results.report.profile;
    let section = el("section").child(results.heading(1, Key::SummaryTitle));
    // Of a new hire, what there was no chance to try and isn't answered stands first of all already.
    let is_new = results.journey.assessment.purpose == Purpose::Onboarding;
    let (chances, unknown) = if is_new { (nothing(), None) } else { (chances(results), unknown(results)) };
    if !results.has_levels() && (is_new || profile.missing_opportunities.is_empty()) {
        return section.child(look.paragraph(Key::NothingRated)).child(unknown);
    }
    let panels = vec![strengths(results), worth_talking_about(results), chances, not_observed(results)];
    section
        .child(profile.flat.then(|| look.paragraph(Key::FlatSummary).class("notice")))
        .child(el("div.panels").children(panels))
        .child(later(results))
        .child(unknown)
}

fn panel(results: &Results, title: Key) -> Node {
    el("div.panel").child(results.heading(2, title))
}

/// A few competences with what was said to them; the rest behind one click.
fn list(results: &Results, competences: &[usize], words: fn(&Results, usize) -> Node) -> Node {
    let item = |&competence: &usize| {
        let is_priority = results.row(competence).class == Class::Gap;
        let wishes = (results.row(competence).wish > 0).then(|| results.meta(Key::WantsThis).class("meta wished"));
        el("li")
            .key(competence)
            .child(results.titled("span", competence).class("finding"))
            .child(words(results, competence))
            .child(wishes)
            .child(is_priority.then(|| results.plan_button(PlanFor::Competence(competence))).flatten())
    };
    let items = |competences: &[usize]| el("ul.findings").children(competences.iter().map(item));
    let (shown, rest) = competences.split_at(competences.len().min(SHOWN));
    let more = (!rest.is_empty()).then(|| {
        let summary = el("summary").text(results.look.count(Key::ShowMore, rest.len()));
        el("details.more").child(summary).child(items(rest))
    });
    several().child(items(shown)).child(more)
}

/// The answer alone, as it was given; a manager's is a quotation.
fn answer(results: &Results, competence: usize) -> Node {
    let Some(level) = results.row(competence).level() else { return nothing() };
    if results.is_managers() {
        return el("span.meta").text(answer_words(results, competence, level));
    }
    let label = &results.framework().scale_of(competence).levels[usize::from(level)].label;
    results.look.content("span", label).class("meta")
}

fn strengths(results: &Results) -> Node {
    let look = results.look;
    let strengths = &results.report.profile.strengths;
    if !results.has_levels() {
        return nothing();
    }
    let panel = panel(results, if results.is_managers() { Key::StrengthsTitleManager } else { Key::StrengthsTitle });
    if strengths.is_empty() {
        return panel.child(look.paragraph(Key::StrengthsNone));
    }
    panel.child(look.paragraph(Key::StrengthsLead)).child(list(results, strengths, answer))
}

/// Two steps or more are a difference; one step is within the noise of a self-rating, and is set apart for that.
fn worth_talking_about(results: &Results) -> Node {
    let look = results.look;
    let profile = &results.report.profile;
    if profile.flat || !results.has_levels() {
        return nothing();
    }
    let of_class = |class: Class| -> Vec<usize> {
        profile.priorities.iter().copied().filter(|&competence| results.row(competence).class == class).collect()
    };
    let (gaps, near) = (of_class(Class::Gap), of_class(Class::Near));
    let mut panel = panel(results, Key::TalkTitle);
    panel = match (gaps.is_empty(), near.is_empty()) {
        (true, true) => panel.child(look.paragraph(Key::NothingBelow)),
        (true, false) => panel.child(look.paragraph(Key::GapNone)),
        (false, _) => panel.child(look.paragraph(Key::GapLead)).child(list(results, &gaps, level_words)),
    };
    if !near.is_empty() {
        let lead = el("p").child(look.el("strong", Key::NearTitle).text(".")).text(" ");
        panel = panel.child(lead.text(look.text(Key::NearLead))).child(chips(results, &near));
    }
    let order = (profile.priorities.len() > 1).then(|| look.paragraph(Key::PriorityOrder).class("meta"));
    panel.child(order)
}

fn chances(results: &Results) -> Node {
    unknowns(results, Key::ChanceTitle, Key::ChanceLead, &results.report.profile.missing_opportunities)
}

/// For a manager: what to ask about.
fn not_observed(results: &Results) -> Node {
    unknowns(results, Key::NotObservedTitle, Key::NotObservedLead, &answered(results, CountedAnswer::NotObserved))
}

fn unknowns(results: &Results, title: Key, lead: Key, competences: &[usize]) -> Node {
    if competences.is_empty() {
        return nothing();
    }
    panel(results, title).child(results.look.paragraph(lead)).child(chips(results, competences))
}

/// The places of the competences with this answer.
pub fn answered(results: &Results, answer: CountedAnswer) -> Vec<usize> {
    let rows = &results.report.profile.rows;
    (0..rows.len()).filter(|&place| rows[place].answer == answer).collect()
}

/// What a later stage will ask for.
fn later(results: &Results) -> Option<Node> {
    let later = results.report.profile.rows.iter().filter(|row| row.target == Target::Later).count();
    (later > 0).then(|| el("p").text(results.look.count(Key::LaterCount, later)))
}

fn unknown(results: &Results) -> Option<Node> {
    let places = answered(results, CountedAnswer::NotAnswered);
    if places.is_empty() {
        return None;
    }
    let words = el("p").text(results.look.count(Key::UnknownCount, places.len()));
    let names = (places.len() <= SHOWN).then(|| chips(results, &places));
    Some(el("div.notice").child(results.heading(2, Key::UnknownTitle)).child(words).child(names))
}
