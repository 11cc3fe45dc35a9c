//! A file that is read: what somebody else answered, or oneself another time. Nothing in it can be changed, and nothing is
//! said of *you*, for whoever reads it may be another than who answered.
//!
//! Drawn from the file alone. Where a part wasn't shared, it says so.

use super::chart::{Mark, Picture, charts, legend, summary_words};
use super::context::View;
use super::incoming::{about, buttons_of_mine, buttons_of_others, close, title_words, told};
use super::pieces::{Weight, button, chips, content, heading, heading_with, notice, paragraph, text, title_of, words};
use super::results::seen::moved_from;
use super::{paper, start};
use crate::assessment::{Assessment, Part, Purpose, Rater};
use crate::framework::{Dimension, Level};
use crate::profile::{Class, Row};
use crate::report::Report;
use crate::state::Message;
use crate::state::files::file_notice;
use crate::state::incoming::{FileQuestion, IncomingFile, OthersFileChoice, OwnFileChoice};
use crate::state::journey::Journey;
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

pub fn read_file(view: &View, file: &IncomingFile) -> Html {
    let mut buttons = match &file.question {
        FileQuestion::Whose => Vec::new(),
        FileQuestion::OfMine(choices) => {
            let others = choices.iter().filter(|choice| **choice != OwnFileChoice::Read);
            buttons_of_mine(view, others.collect())
        }
        FileQuestion::OfSomebodyElses { choices, .. } => {
            let others = choices.iter().filter(|choice| matches!(choice, OthersFileChoice::Compare(_)));
            buttons_of_others(view, others.collect())
        }
    };
    buttons.push(button(view, Weight::Secondary, Key::Print, Message::PrintAsked));
    buttons.push(close(view));
    html! {
        <div class="screen results" key="read-file">
            { title_of(view, title_words(view, file), None) }
            { about(view, file) }
            { notice(view, Key::FileReadOnly) }
            { pages(view, file) }
            { told(view, file) }
            <div class="actions">{ buttons }</div>
        </div>
    }
}

fn pages(view: &View, file: &IncomingFile) -> Html {
    let Some(opened) = &file.opened else { return Html::default() };
    let assessment = &opened.assessment;
    let page = view.for_paper_by(assessment.rater);
    let journey = Journey::new(assessment.clone(), opened.role.unwrap_or_default());
    let report = opened.role.map(|role| Report::of(view.framework(), role, assessment));
    html! {
        <article class="pages">
            <div class="page-head">
                { start::basis_banner(&page, opened.role) }
                <p class="meta">{ words(&page, file_notice(assessment.rater)) }</p>
            </div>
            if report.is_none() {
                { paragraph(view, Key::FileRoleUnknown) }
            }
            if let Some(report) = report.filter(|_| assessment.holds(Part::Responses)) {
                { in_short(&page, assessment, &report) }
                { profile(&page, &journey, &report) }
                { paper::agreed(&page, &journey) }
                { suggested(&page, assessment, &report) }
            }
            { paper::examples(&page, &journey) }
            { paper::wishes(&page, &journey.assessment) }
            { paper::plan(&page, &journey) }
            { not_shared(&page, assessment) }
        </article>
    }
}

/// What is in no part of the file.
fn not_shared(view: &View, assessment: &Assessment) -> Html {
    let is_managers = assessment.rater == Rater::Manager;
    let has_wishes = !is_managers && assessment.purpose != Purpose::Exploration;
    let has_plan = assessment.purpose != Purpose::Exploration;
    let missing = [
        (!assessment.holds(Part::Responses)).then_some(Key::ShareResponses),
        (has_wishes && !assessment.holds(Part::Wishes)).then_some(Key::ShareWishes),
        (has_plan && !assessment.holds(Part::Plan)).then_some(Key::SharePlan),
        assessment.evidence.is_empty().then_some(Key::ShareEvidence),
    ];
    let missing: Vec<Key> = missing.into_iter().flatten().collect();
    if missing.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { heading(view, 1, Key::NotShared) }
            <ul>
                for key in missing {
                    <li>{ text(view.text(key)) }</li>
                }
            </ul>
        </section>
    }
}

/// What to look for in it, in names only.
fn in_short(view: &View, assessment: &Assessment, report: &Report) -> Html {
    let profile = &report.profile;
    // Who applies is nobody's employee.
    let is_employees = assessment.purpose != Purpose::Exploration;
    let lists = [
        (Key::StrengthsTitleManager, if is_employees { &profile.strengths[..] } else { &[] }),
        (Key::TalkTitle, if profile.flat { &[] } else { &profile.priorities[..] }),
        (Key::ClassNoOpportunity, &profile.missing_opportunities[..]),
    ];
    let part = |(key, competences): (Key, &[usize])| {
        if competences.is_empty() {
            return Html::default();
        }
        html! { <div class="panel">{ heading(view, 1, key) }{ chips(view, competences) }</div> }
    };
    let parts: Vec<Html> = lists.into_iter().map(part).filter(|part| *part != Html::default()).collect();
    html! {
        <section>
            if profile.flat {
                { paragraph(view, Key::FlatSummary) }
            }
            if !parts.is_empty() {
                <div class="panels">{ parts }</div>
            }
        </section>
    }
}

/// The areas that fit together, in name only. They follow the wishes, so that without those they would be others than the
/// person saw.
fn suggested(view: &View, assessment: &Assessment, report: &Report) -> Html {
    let areas = &report.suggestions.portfolio.areas;
    let is_shown = assessment.rater == Rater::Myself && assessment.purpose != Purpose::Exploration;
    if !is_shown || !assessment.holds(Part::Wishes) || areas.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { heading(view, 1, Key::SuggestionsTitle) }
            <ul lang={view.lang()}>
                for &area in areas {
                    <li>{ content(view, &view.framework().areas[area].title) }</li>
                }
            </ul>
        </section>
    }
}

fn profile(view: &View, journey: &Journey, report: &Report) -> Html {
    let mut marks = vec![(Mark::Circle, view.text(Key::LegendAnswer)), (Mark::Diamond, view.text(Key::LegendTarget))];
    if (report.profile.rows.iter().enumerate()).any(|(place, row)| of_role(view, journey, row, place).is_some()) {
        marks.push((Mark::SmallDiamond, view.text(Key::LegendOfRole)));
    }
    let dimensions = view.framework().dimensions.iter().enumerate();
    html! {
        <section class="profile">
            { heading(view, 1, Key::FileProfileTitle) }
            { legend(marks) }
            for (place, part) in dimensions {
                { dimension(view, journey, report, place, part) }
            }
        </section>
    }
}

fn dimension(view: &View, journey: &Journey, report: &Report, place: usize, dimension: &Dimension) -> Html {
    let summary = &report.profile.dimensions[place];
    let places: Vec<usize> = dimension.competences.clone().collect();
    html! {
        <div class="dimension" key={place}>
            { heading_with(view, 2, &dimension.title) }
            <p>{ text(summary_words(view, summary.summarised, &summary.counts)) }</p>
            { charts(view, &places, &|place| row(view, journey, &report.profile.rows[place], place)) }
        </div>
    }
}

fn row(view: &View, journey: &Journey, row: &Row, place: usize) -> Html {
    let (level, target) = (row.level(), row.target.level());
    let (title, class) = (view.competence(place), view.text(row.class.key()));
    let of_role = of_role(view, journey, row, place);
    let words = |target: Option<Level>| level_words(view, place, level, of_role, target);
    let said = words(target.filter(|_| row.class != Class::Met || of_role.is_some()));
    let described = words(target);
    let name = view.say(Key::ChartTitle, &[("title", &title), ("class", &class)]);
    let picture = Picture { own: level, targets: &[target], of_role, line_to: target, ..Picture::default() };
    html! {
        <li class="chart-row" key={place}>
            <span class="chart-label" lang={view.lang()}>{ text(title) }</span>
            <span class="chart-lane">{ picture.draw(view, "read", place, name, &described) }</span>
            <span class={if row.class == Class::Gap { "chart-class gap" } else { "chart-class" }} aria-hidden="true">
                { text(class) }
                for words in said {
                    <span class="meta">{ text(words) }</span>
                }
            </span>
        </li>
    }
}

/// The role's own level, where another was agreed.
fn of_role(view: &View, journey: &Journey, row: &Row, place: usize) -> Option<Level> {
    let role = &view.framework().roles[journey.role];
    moved_from(view.framework(), role, &journey.assessment, place, row)
}

fn level_words(
    view: &View,
    place: usize,
    level: Option<Level>,
    of_role: Option<Level>,
    target: Option<Level>,
) -> Vec<Rc<str>> {
    let answer = level.map(|level| view.say(Key::AnswerGiven, &[("level", &view.level_in_short(place, level))]));
    let target = target.map(|target| view.target_in_words(place, of_role, target));
    [answer, target].into_iter().flatten().collect()
}
