//! Everything that is derived from an assessment, as one value and its JSON shape (www/guides/formats.md, "Report").
//!
//! Derived whenever it is needed and never stored on its own. Knows nothing of any language.

use crate::assessment::Assessment;
use crate::framework::{Area, Framework, Parameters, Route};
use crate::json::{Json, Member, Object, Value};
use crate::profile::{Class, CountedAnswer, DimensionSummary, LevelSource, Profile, Row};
use crate::shape::Choice;
use crate::suggestion::{
    Chances, Contribution, EntryLine, EntryState, Portfolio, Standing, Suggestion, Suggestions, Zone,
};

/// The rules that reports are made by; the number changes when a rule does.
pub const METHOD: &str = "rokade.method/1";

/// What the reports of earlier versions lack.
const LATER_MEMBERS: [&str; 2] = ["roleTarget", "chances"];

/// Everything derived from an assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The rules it was made by: [`METHOD`].
    pub method: &'static str,
    /// The numbers that the framework sets for them.
    pub parameters: Parameters,
    pub profile: Profile,
    pub suggestions: Suggestions,
}

impl Report {
    /// The report on this assessment for the role at this place of [`Framework::roles`].
    pub fn of(framework: &Framework, role: usize, assessment: &Assessment) -> Report {
        let profile = Profile::of(framework, role, assessment);
        let suggestions = Suggestions::of(framework, role, &profile, assessment);
        Report { method: METHOD, parameters: framework.parameters, profile, suggestions }
    }

    /// The report's JSON shape, ids in place of places. `framework` is the one that it was made with.
    pub fn to_json(&self, framework: &Framework) -> Json {
        let Self { method, parameters, profile, suggestions } = self;
        Object::default()
            .with("method", *method)
            .with("parameters", parameters_json(parameters))
            .with("flat", profile.flat)
            .with(
                "competences",
                Json::list(profile.rows.len(), &|place| row_json(framework, place, &profile.rows[place])),
            )
            .with(
                "dimensions",
                Json::list(profile.dimensions.len(), &|place| {
                    dimension_json(framework, place, &profile.dimensions[place])
                }),
            )
            .with("priorities", competence_ids(framework, &profile.priorities))
            .with("strengths", competence_ids(framework, &profile.strengths))
            .with("missingOpportunities", competence_ids(framework, &profile.missing_opportunities))
            .with(
                "areas",
                Json::list(suggestions.areas.len(), &|place| area_json(framework, place, &suggestions.areas[place])),
            )
            .with("ranking", area_ids(framework, &suggestions.ranking))
            .with("contribute", area_ids(framework, &suggestions.contribute))
            .with("portfolio", portfolio_json(framework, &suggestions.portfolio))
            .with("chances", chances_json(framework, &suggestions.chances))
            .into()
    }
}

/// Whether the report that stands in a file says the same as the recomputed one. What it lacks because an earlier version
/// wrote it is no difference.
pub fn says_the_same(own: &Json, recomputed: &Json) -> bool {
    match (&own.value, &recomputed.value) {
        (Value::Object(members), Value::Object(expected)) => {
            let is_lacking = |Member { key, .. }: &Member| LATER_MEMBERS.contains(&&**key) && own.get(key).is_none();
            let mut expected = expected.iter().filter(|member| !is_lacking(member));
            members.len() == expected.clone().count()
                && expected.all(|Member { key, json, .. }| own.get(key).is_some_and(|own| says_the_same(own, json)))
        }
        (Value::List(items), Value::List(expected)) => {
            items.len() == expected.len() && items.iter().zip(expected).all(|(own, json)| says_the_same(own, json))
        }
        _ => own.same_as(recomputed),
    }
}

fn parameters_json(parameters: &Parameters) -> Json {
    let Parameters { stretch, entry_tolerance, portfolio_size, rotations_at_most } = *parameters;
    Object::default()
        .with("stretch", number(stretch))
        .with("entryTolerance", number(entry_tolerance))
        .with("portfolioSize", number(portfolio_size))
        .with("rotationsAtMost", number(rotations_at_most))
        .into()
}

fn row_json(framework: &Framework, place: usize, row: &Row) -> Json {
    let competence = &framework.competences[place];
    let (answer, from) = answer_names(row.answer);
    Object::default()
        .with("id", &competence.id)
        .with("dimension", &framework.dimensions[competence.dimension].id)
        .with("answer", answer)
        .with("from", from)
        .with("roleTarget", row.role_target.map(number))
        .with("level", row.level().map(number))
        .with("target", row.target.level().map(number))
        .with("weight", number(row.weight))
        .with("wish", number(row.wish))
        .with("shortfall", number(row.shortfall))
        .with("surplus", number(row.surplus))
        .with("priority", number(row.priority))
        .with("class", class_name(row.class))
        .into()
}

fn dimension_json(framework: &Framework, place: usize, summary: &DimensionSummary) -> Json {
    let mut counts = Object::default();
    for class in Class::ALL {
        counts = counts.with(class_name(class), count(summary.counts.get(class)));
    }
    let levels = &summary.behaviours.levels;
    let behaviours = Object::default()
        .with("levels", Json::list(levels.len(), &|level| count(levels[level])))
        .with("noOpportunity", count(summary.behaviours.no_opportunity))
        .with("notObserved", count(summary.behaviours.not_observed))
        .with("notRelevant", count(summary.behaviours.not_relevant))
        .with("notAnswered", count(summary.behaviours.not_answered));
    Object::default()
        .with("id", &framework.dimensions[place].id)
        .with("summarised", summary.summarised)
        .with("counts", counts)
        .with("behaviours", behaviours)
        .into()
}

fn area_json(framework: &Framework, place: usize, area: &Suggestion) -> Json {
    let Area { id, route, .. } = &framework.areas[place];
    let Suggestion { contributions, entry, .. } = area;
    Object::default()
        .with("id", id)
        .with("kind", framework.areas[place].kind().word())
        .with("route", route_name(*route))
        .with("open", area.is_open())
        .with("experienced", area.experienced)
        .with("wish", number(area.wish))
        .with("need", number(area.need))
        .with("best", zone_name(area.best))
        .with("worst", zone_name(area.worst))
        .with("standing", standing_name(area.standing))
        .with("gain", number(area.gain))
        .with("entryShortfall", number(area.entry_shortfall))
        .with(
            "contributions",
            Json::list(contributions.len(), &|place| contribution_json(framework, &contributions[place])),
        )
        .with("entry", Json::list(entry.len(), &|place| entry_json(framework, &entry[place])))
        .with("strengths", competence_ids(framework, &area.strengths))
        .with("opportunities", competence_ids(framework, &area.opportunities))
        .with("settledBy", competence_ids(framework, &area.settled_by))
        .into()
}

fn contribution_json(framework: &Framework, line: &Contribution) -> Json {
    Object::default()
        .with("competence", &framework.competences[line.competence].id)
        .with("from", number(line.from))
        .with("target", number(line.target))
        .with("practice", number(line.practice))
        .with("steps", number(line.steps))
        .with("points", number(line.points))
        .into()
}

fn entry_json(framework: &Framework, line: &EntryLine) -> Json {
    Object::default()
        .with("competence", &framework.competences[line.competence].id)
        .with("required", number(line.required))
        .with("level", line.level.map(number))
        .with("state", entry_state_name(line.state()))
        .into()
}

fn portfolio_json(framework: &Framework, portfolio: &Portfolio) -> Json {
    Object::default()
        .with("areas", area_ids(framework, &portfolio.areas))
        .with("value", number(portfolio.value))
        .with("exact", portfolio.exact)
        .into()
}

fn chances_json(framework: &Framework, chances: &Chances) -> Json {
    Object::default()
        .with("areas", area_ids(framework, &chances.areas))
        .with("reached", count(chances.reached))
        .with("of", count(chances.of))
        .with("exact", chances.exact)
        .into()
}

fn competence_ids(framework: &Framework, places: &[usize]) -> Json {
    Json::list(places.len(), &|at| (&framework.competences[places[at]].id).into())
}

fn area_ids(framework: &Framework, places: &[usize]) -> Json {
    Json::list(places.len(), &|at| (&framework.areas[places[at]].id).into())
}

fn number(number: impl Into<i64>) -> Json {
    Json::from(number.into())
}

fn count(count: usize) -> Json {
    Json::from(count as i64)
}

/// The answer, and where its level comes from.
fn answer_names(answer: CountedAnswer) -> (&'static str, Option<&'static str>) {
    match answer {
        CountedAnswer::Rated { from: LevelSource::Competence, .. } => ("rated", Some("competence")),
        CountedAnswer::Rated { from: LevelSource::Behaviours, .. } => ("rated", Some("behaviours")),
        CountedAnswer::NoOpportunity => ("noOpportunity", None),
        CountedAnswer::NotObserved => ("notObserved", None),
        CountedAnswer::NotRelevant => ("notRelevant", None),
        CountedAnswer::NotAnswered => ("notAnswered", None),
    }
}

/// A class as files say it.
pub(crate) fn class_name(class: Class) -> &'static str {
    match class {
        Class::Above => "above",
        Class::Met => "met",
        Class::Near => "near",
        Class::Gap => "gap",
        Class::Later => "later",
        Class::NoTarget => "noTarget",
        Class::NoOpportunity => "noOpportunity",
        Class::NotObserved => "notObserved",
        Class::NotAnswered => "notAnswered",
        Class::NotRelevant => "notRelevant",
    }
}

fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Ready => "ready",
        Zone::Stretch => "stretch",
        Zone::Build => "build",
    }
}

fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Ready => "ready",
        Standing::Stretch => "stretch",
        Standing::Unknown => "unknown",
        Standing::Build => "build",
    }
}

fn entry_state_name(state: EntryState) -> &'static str {
    match state {
        EntryState::Met => "met",
        EntryState::Short => "short",
        EntryState::Unknown => "unknown",
    }
}

fn route_name(route: Route) -> &'static str {
    match route {
        Route::TaskChange(route) => route.word(),
        Route::Rotation(route) => route.word(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_same(own: &str, recomputed: &str) -> bool {
        says_the_same(&Json::read(own).expect("it is JSON"), &Json::read(recomputed).expect("it is JSON"))
    }

    #[test]
    fn only_what_an_earlier_version_lacks_is_no_difference() {
        let report = r#"{"flat": false, "competences": [{"id": "a", "roleTarget": 2}], "chances": {"of": 1}}"#;
        let same = [
            report,
            r#"{"chances": {"of": 1.0}, "competences": [{"roleTarget": 2, "id": "a"}], "flat": false}"#,
            r#"{"flat": false, "competences": [{"id": "a"}], "chances": {"of": 1}}"#,
            r#"{"flat": false, "competences": [{"id": "a"}]}"#,
        ];
        for own in same {
            assert!(is_same(own, report), "{own}");
        }
        let different = [
            r#"{"competences": [{"id": "a"}]}"#,
            r#"{"flat": false, "competences": [{}]}"#,
            r#"{"flat": false, "competences": []}"#,
            r#"{"flat": false, "competences": [{"id": "a"}, {"id": "a"}]}"#,
            r#"{"flat": false, "competences": [{"id": "a", "roleTarget": null}]}"#,
            r#"{"flat": false, "competences": [{"id": "a"}], "chances": {"of": 2}}"#,
            r#"{"flat": false, "competences": [{"id": "a"}], "more": 1}"#,
            r#"{"flat": false, "competences": {"id": "a"}}"#,
            "null",
        ];
        for own in different {
            assert!(!is_same(own, report), "{own}");
        }
    }
}
