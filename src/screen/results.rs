//! What the answers come to: in words first, then the picture, then the suggestions.
//!
//! Everything is drawn from the report, which follows every change at once. The first layer is words only; points stand
//! where the reader asks how an order came about.

mod area_card;
mod next_stage;
mod profile_chart;
mod profile_table;
mod roles;
mod suggestions;
mod summary;

use super::check::balance_words;
use super::look::Look;
use super::pieces::{Weight, actions, button, button_of, field, more};
use super::plan::start_button;
use super::{compare, start};
use crate::assessment::{Purpose, Rater};
use crate::framework::{Framework, Level};
use crate::markup::{Handler, Node, el, nothing, several, text};
use crate::profile::Row;
use crate::report::Report;
use crate::state::journey::{Journey, Step};
use crate::state::planning::MOST_CHARACTERS;
use crate::state::{Message, Status};
use crate::state::{PlanFor, Planning};
use crate::wording::Key;
use std::rc::Rc;

/// What every part of the results is drawn from.
struct Results<'a> {
    look: &'a Look<'a>,
    journey: &'a Journey,
    /// The place of the role that the answers are seen against.
    viewed_role: usize,
    report: Rc<Report>,
}

pub fn view(look: &Look, journey: &Journey, viewed_role: usize) -> Node {
    let results = Results { look, journey, viewed_role, report: look.report(journey, viewed_role) };
    let about_whom = look.say(Key::ResultsAbout, &[("label", &journey.label)]);
    let screen = el("div.screen.results")
        .child(start::basis_banner(look, Some(viewed_role)))
        .child(look.title(Key::ResultsTitle))
        .child((!journey.label.is_empty()).then(|| el("p.meta").text(about_whom)))
        .child(lead(&results));
    // Each purpose has something of its own that comes first.
    let purpose = journey.assessment.purpose;
    let screen = match purpose {
        Purpose::Development => screen.child(against(&results)),
        Purpose::Exploration => screen.child(roles::view(&results, false)).child(against(&results)),
        Purpose::Onboarding => {
            screen.child(against(&results)).child(next_stage::not_tried(&results)).child(next_stage::view(&results))
        }
    };
    let placement =
        || el("section").child(results.heading(1, Key::PlacementTitle)).child(look.paragraph(Key::PlacementLead));
    let check = if results.is_managers() { Key::CheckTitleManager } else { Key::CheckTitle };
    let plan = button(look, Weight::Primary, Key::PlanTitle, Message::StepChosen(Step::Plan));
    // An applicant has nobody to agree a plan with.
    let (plan, keep) = match purpose {
        Purpose::Exploration => (None, Weight::Primary),
        _ => (Some(plan), Weight::Secondary),
    };
    let keep = button(look, keep, Key::KeepTitle, Message::StepChosen(Step::Keep));
    let check = button(look, Weight::Quiet, check, Message::StepChosen(Step::Check));
    screen
        .child(summary::view(&results))
        .child(profile_chart::view(&results))
        .child(journey.asks_areas(look.framework()).then(|| suggestions::view(&results)))
        .child(examples(&results))
        .child((journey.assessment.purpose != Purpose::Exploration).then(|| compare::way_in(look, journey)))
        .child(journey.asks_placement(look.framework()).then(placement))
        .child(about(&results))
        .child(actions().child(plan).child(keep).child(check))
}

/// The same for paper, seen against the person's own role: the words with the picture, and the suggestions.
pub fn for_paper(look: &Look, journey: &Journey) -> (Node, Node) {
    let viewed_role = journey.role;
    let results = Results {
        look,
        journey,
        viewed_role,
        report: Rc::new(Report::of(look.framework(), viewed_role, &journey.assessment)),
    };
    let suggestions = journey.asks_areas(look.framework()).then(|| suggestions::for_paper(&results)).flatten();
    let is_agreed = journey.assessment.targets.is_agreed();
    let preparation = several()
        .child(is_agreed.then(|| el("p").text(balance_words(look, journey))))
        .child(match journey.assessment.purpose {
            Purpose::Development => nothing(),
            Purpose::Exploration => roles::view(&results, true),
            Purpose::Onboarding => several().child(next_stage::not_tried(&results)).child(next_stage::view(&results)),
        })
        .child(summary::view(&results))
        .child(profile_chart::view(&results));
    (preparation, suggestions.unwrap_or_else(nothing))
}

impl<'a> Results<'a> {
    fn framework(&self) -> &'a Framework {
        self.look.framework()
    }

    fn row(&self, competence: usize) -> &Row {
        &self.report.profile.rows[competence]
    }

    /// A competence's title.
    fn title(&self, competence: usize) -> Rc<str> {
        self.look.competence(competence)
    }

    /// An element with a competence's title.
    fn titled(&self, tag: &'static str, competence: usize) -> Node {
        self.look.titled(tag, competence)
    }

    /// A level of a competence's scale in words.
    fn label(&self, competence: usize, level: Level) -> Rc<str> {
        self.look.level(competence, level)
    }

    fn role_title(&self, role: usize) -> Rc<str> {
        self.look.role(role)
    }

    fn is_managers(&self) -> bool {
        self.journey.assessment.rater == Rater::Manager
    }

    /// Whether anything can be held up against the role at all.
    fn has_levels(&self) -> bool {
        self.report.profile.rows.iter().any(|row| row.level().is_some())
    }

    /// A heading `below` levels under the screen's.
    fn heading(&self, below: u8, key: Key) -> Node {
        self.look.heading(below, key)
    }

    /// Begins an agreement from here, where there is a plan to begin it in.
    fn plan_button(&self, start: PlanFor) -> Option<Node> {
        let has_plan = self.journey.assessment.purpose != Purpose::Exploration;
        has_plan.then(|| start_button(self.look, start))
    }

    /// A small remark.
    fn meta(&self, key: Key) -> Node {
        self.look.el("span.meta", key)
    }
}

fn chips(results: &Results, competences: &[usize]) -> Node {
    results.look.chips(competences)
}

/// For how many strengths and for how many priorities an example is asked (www/guides/method.md, section 1).
const MOST_EXAMPLES: usize = 3;

/// *Give an example from the last six months*: never required, and in a file only when ticked.
fn examples(results: &Results) -> Option<Node> {
    let Results { look, journey, .. } = results;
    let profile = &results.report.profile;
    let field_for = |&competence: &usize| {
        let id = &results.framework().competences[competence].id;
        let text = journey.assessment.evidence.get(id).cloned().unwrap_or_default();
        let write = move |text| Message::Planning(Planning::EvidenceWritten { competence, text });
        let area = el("textarea")
            .set("rows", "2")
            .set("maxlength", MOST_CHARACTERS.to_string())
            .value(text)
            .on(Handler::Fill(Rc::new(write)));
        field(look.id(&format!("example{competence}")), results.titled("span", competence), None, area)
    };
    let mut asked: Vec<usize> = Vec::new();
    if !results.is_managers() {
        asked.extend(profile.strengths.iter().take(MOST_EXAMPLES));
        asked.extend(profile.priorities.iter().take(MOST_EXAMPLES));
    }
    // What was written stays in reach when the answers change.
    let is_written = |id: &Rc<str>| results.framework().competence(id).filter(|place| !asked.contains(place));
    let written: Vec<usize> = journey.assessment.evidence.keys().filter_map(is_written).collect();
    asked.extend(written);
    let is_open = !journey.assessment.evidence.is_empty();
    (!asked.is_empty()).then(|| {
        let lead = look.paragraph(Key::EvidenceLead);
        let content = el("div.examples")
            .child(lead)
            .child(look.paragraph(Key::PlanPrivacy).class("meta"))
            .children(asked.iter().map(field_for));
        let is_applicant = journey.assessment.purpose == Purpose::Exploration;
        let title = if is_applicant { Key::EvidenceInterview } else { Key::EvidenceTitle };
        el("section")
            .child(results.heading(1, title))
            .child(more(look, Key::EvidenceWrite, content).set_if("open", is_open.then(Rc::<str>::default)))
    })
}

/// What this is not, and how much to read into it.
fn lead(results: &Results) -> Node {
    let Results { look, journey, .. } = results;
    let (not, uncertain) = match (journey.assessment.rater, journey.assessment.purpose) {
        (Rater::Manager, _) => (Key::NoticeNoAppraisalManager, Key::NoticeUncertainManager),
        (_, Purpose::Development) => (Key::NoticeNoAppraisal, Key::NoticeUncertain),
        (_, Purpose::Exploration) => (Key::NoticeNoSelection, Key::NoticeUncertain),
        (_, Purpose::Onboarding) => (Key::NoticeExpectedIncomplete, Key::NoticeUncertain),
    };
    let lead = look.paragraph(not).class("lead").text(" ").text(look.text(uncertain));
    if results.is_managers() { lead.text(" ").text(look.text(Key::EmployeesWords)) } else { lead }
}

/// Which role and which levels the answers are seen against.
fn against(results: &Results) -> Node {
    let Results { look, journey, viewed_role, .. } = results;
    let stage =
        journey.assessment.stage.as_ref().and_then(|stage| results.framework().roles[*viewed_role].stage(stage));
    let meta = |words: Rc<str>| el("p.meta").text(words);
    let is_agreed = journey.assessment.targets.is_agreed();
    // Whoever looks at several roles has none of their own to go back to.
    let is_applicant = journey.assessment.purpose == Purpose::Exploration;
    el("div.against")
        .child(lens_field(results))
        .child((*viewed_role != journey.role && !is_applicant).then(|| other_lens(results)))
        .child(stage.map(|stage| meta(look.say(Key::LevelsOfStage, &[("stage", &look.of_framework(&stage.title))]))))
        .child(is_agreed.then(|| meta(balance_words(look, journey))))
}

/// The role, and the others to see the answers against.
fn lens_field(results: &Results) -> Node {
    let Results { look, viewed_role, .. } = results;
    let roles = results.framework().roles.len();
    if roles < 2 {
        return el("p").text(look.say(Key::RoleFixed, &[("role", &results.role_title(*viewed_role))]));
    }
    let role = |place: usize| {
        let option = el("option").set("value", place.to_string()).text(results.role_title(place));
        if place == *viewed_role { option.set("selected", "") } else { option }
    };
    // Made anew for another role: once something was chosen by hand, a select doesn't heed the attribute.
    let select = el("select")
        .key(*viewed_role)
        .on(Handler::Fill(Rc::new(|value| Message::ViewedRoleChosen(value.parse().unwrap_or(usize::MAX)))))
        .children((0..roles).map(role));
    field(look.id("viewed_role"), text(look.text(Key::LensLabel)), None, select)
}

/// Says so when the answers are seen against another role than the person's, and leads back.
fn other_lens(results: &Results) -> Node {
    let Results { look, journey, viewed_role, .. } = results;
    let own = results.role_title(journey.role);
    let words = look.say(Key::LensOther, &[("role", &results.role_title(*viewed_role)), ("own", &own)]);
    let back = look.say(Key::LensBack, &[("role", &own)]);
    el("div.notice").child(el("p").text(words)).child(button_of(
        Weight::Secondary,
        back,
        Message::ViewedRoleChosen(journey.role),
    ))
}

/// What the results are and are not (www/guides/method.md, section 6), also in print: a host can't change these words.
fn about(results: &Results) -> Node {
    let Results { look, .. } = results;
    let notice = |key: Key| look.el("li", key);
    let kept = match &look.state.status {
        Status::Ready(session) => {
            Some(notice(Key::NoticeYours).text(" ").text(look.text(start::kept_where(session.keeping))))
        }
        _ => None,
    };
    let facts = el("ul.facts-list")
        .child(notice(Key::NoticeRules))
        .child(notice(Key::NoticeDecisions))
        .child(results.is_managers().then(|| notice(Key::NoticeShowEmployee)))
        .child(kept)
        .child(notice(Key::NoticeVoluntary))
        .child(el("li").text(start::who(look, look.framework())));
    el("section.about-results").child(results.heading(1, Key::AboutResults)).child(facts)
}
