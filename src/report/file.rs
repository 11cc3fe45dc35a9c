//! A report as it stands in an assessment file (www/guides/formats.md, "Report"): ids in place of places.
//!
//! Its types are the file's alone, so that the method's own can change. They are never read: of a file's report all that
//! matters is whether it says the same as the recomputed one. Knows nothing of how anything is derived.

use super::Report;
use crate::framework::{AreaKind, Framework, Parameters, Route};
use crate::gather::{Map, Raw};
use crate::json::{Json, JsonType, Member, to_compact};
use crate::profile::{Class, CountedAnswer, DimensionSummary, LevelSource, Row};
use crate::suggestion::{Chances, Contribution, EntryLine, EntryState, Portfolio, Standing, Suggestion, Zone};
use serde::Serialize;
use std::rc::Rc;

type Ids = Vec<Rc<str>>;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportFile {
    method: Rc<str>,
    parameters: ParametersFile,
    flat: bool,
    competences: Vec<RowFile>,
    dimensions: Vec<DimensionFile>,
    priorities: Ids,
    strengths: Ids,
    missing_opportunities: Ids,
    areas: Vec<AreaFile>,
    ranking: Ids,
    contribute: Ids,
    portfolio: PortfolioFile,
    chances: ChancesFile,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ParametersFile {
    stretch: i64,
    entry_tolerance: i64,
    portfolio_size: i64,
    rotations_at_most: i64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RowFile {
    id: Rc<str>,
    dimension: Rc<str>,
    answer: &'static str,
    from: Option<LevelSource>,
    role_target: Option<i64>,
    level: Option<i64>,
    target: Option<i64>,
    weight: i64,
    wish: i64,
    shortfall: i64,
    surplus: i64,
    priority: i64,
    class: Class,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DimensionFile {
    id: Rc<str>,
    summarised: bool,
    counts: Map<Class, i64>,
    behaviours: BehavioursFile,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BehavioursFile {
    levels: Vec<i64>,
    no_opportunity: i64,
    not_observed: i64,
    not_relevant: i64,
    not_answered: i64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AreaFile {
    id: Rc<str>,
    kind: AreaKind,
    route: Route,
    open: bool,
    experienced: bool,
    wish: i64,
    need: i64,
    best: Zone,
    worst: Zone,
    standing: Standing,
    gain: i64,
    entry_shortfall: i64,
    contributions: Vec<ContributionFile>,
    entry: Vec<EntryFile>,
    strengths: Ids,
    opportunities: Ids,
    settled_by: Ids,
}

#[derive(Serialize)]
struct ContributionFile {
    competence: Rc<str>,
    from: i64,
    target: i64,
    practice: i64,
    steps: i64,
    points: i64,
}

#[derive(Serialize)]
struct EntryFile {
    competence: Rc<str>,
    required: i64,
    level: Option<i64>,
    state: EntryState,
}

#[derive(Serialize)]
struct PortfolioFile {
    areas: Ids,
    value: i64,
    exact: bool,
}

#[derive(Serialize)]
struct ChancesFile {
    areas: Ids,
    reached: i64,
    of: i64,
    exact: bool,
}

/// Members that the first version's reports lack.
const LATER_MEMBERS: [&str; 2] = ["roleTarget", "chances"];

impl ReportFile {
    /// Whether the report that stands in a file says the same as this one, which was recomputed. What it lacks because an
    /// earlier version wrote it is no difference.
    pub fn is_said_by(&self, own: &Raw) -> bool {
        let recomputed = to_compact(self);
        match (Json::read(own.text()), Json::read(&recomputed)) {
            (Ok(own), Ok(recomputed)) => says_the_same(own, recomputed),
            _ => false,
        }
    }
}

fn says_the_same(own: Json, recomputed: Json) -> bool {
    match (own.json_type(), recomputed.json_type()) {
        (JsonType::Object, JsonType::Object) => {
            let (own, recomputed) = (own.members(), recomputed.members());
            let value = |key: &str| own.iter().find(|member| member.key == key).map(|member| member.json);
            let is_lacking = |key: &str| LATER_MEMBERS.contains(&key) && value(key).is_none();
            let mut expected = recomputed.iter().filter(|member| !is_lacking(&member.key));
            own.len() == expected.clone().count()
                && expected.all(|Member { key, json, .. }| value(key).is_some_and(|own| says_the_same(own, *json)))
        }
        (JsonType::List, JsonType::List) => {
            let (own, recomputed) = (own.items(), recomputed.items());
            own.len() == recomputed.len() && own.into_iter().zip(recomputed).all(|(own, json)| says_the_same(own, json))
        }
        (JsonType::Number, JsonType::Number) => own.whole() == recomputed.whole(),
        (JsonType::Text, JsonType::Text) => own.text() == recomputed.text(),
        (own_type, json_type) => own_type == json_type && own.raw() == recomputed.raw(),
    }
}

impl Report {
    /// The report as it stands in a file. `framework` is the one that it was made with.
    pub fn file(&self, framework: &Framework) -> ReportFile {
        let Self { method, parameters, profile, suggestions } = self;
        let names = Names { framework };
        ReportFile {
            method: (*method).into(),
            parameters: names.parameters(parameters),
            flat: profile.flat,
            competences: profile.rows.iter().enumerate().map(|(place, row)| names.row(place, row)).collect(),
            dimensions: profile.dimensions.iter().enumerate().map(|(place, own)| names.dimension(place, own)).collect(),
            priorities: names.competences(&profile.priorities),
            strengths: names.competences(&profile.strengths),
            missing_opportunities: names.competences(&profile.missing_opportunities),
            areas: suggestions.areas.iter().enumerate().map(|(place, area)| names.area(place, area)).collect(),
            ranking: names.areas(&suggestions.ranking),
            contribute: names.areas(&suggestions.contribute),
            portfolio: names.portfolio(&suggestions.portfolio),
            chances: names.chances(&suggestions.chances),
        }
    }
}

/// Puts ids in place of places.
struct Names<'f> {
    framework: &'f Framework,
}

impl Names<'_> {
    fn competence(&self, place: usize) -> Rc<str> {
        self.framework.competences[place].id.clone()
    }

    fn competences(&self, places: &[usize]) -> Ids {
        places.iter().map(|place| self.competence(*place)).collect()
    }

    fn areas(&self, places: &[usize]) -> Ids {
        places.iter().map(|place| self.framework.areas[*place].id.clone()).collect()
    }

    fn parameters(&self, parameters: &Parameters) -> ParametersFile {
        let Parameters { stretch, entry_tolerance, portfolio_size, rotations_at_most } = *parameters;
        ParametersFile {
            stretch: stretch.into(),
            entry_tolerance: entry_tolerance.into(),
            portfolio_size: portfolio_size.into(),
            rotations_at_most: rotations_at_most.into(),
        }
    }

    fn row(&self, place: usize, row: &Row) -> RowFile {
        let (answer, from) = match row.answer {
            CountedAnswer::Rated { from, .. } => ("rated", Some(from)),
            CountedAnswer::NoOpportunity => ("noOpportunity", None),
            CountedAnswer::NotObserved => ("notObserved", None),
            CountedAnswer::NotRelevant => ("notRelevant", None),
            CountedAnswer::NotAnswered => ("notAnswered", None),
        };
        RowFile {
            id: self.competence(place),
            dimension: self.framework.dimensions[self.framework.competences[place].dimension].id.clone(),
            answer,
            from,
            role_target: row.role_target.map(Into::into),
            level: row.level().map(Into::into),
            target: row.target.level().map(Into::into),
            weight: row.weight.into(),
            wish: row.wish.into(),
            shortfall: row.shortfall.into(),
            surplus: row.surplus.into(),
            priority: row.priority.into(),
            class: row.class,
        }
    }

    fn dimension(&self, place: usize, summary: &DimensionSummary) -> DimensionFile {
        let behaviours = &summary.behaviours;
        DimensionFile {
            id: self.framework.dimensions[place].id.clone(),
            summarised: summary.summarised,
            counts: Class::ALL.into_iter().map(|class| (class, summary.counts.get(class) as i64)).collect(),
            behaviours: BehavioursFile {
                levels: behaviours.levels.iter().map(|count| *count as i64).collect(),
                no_opportunity: behaviours.no_opportunity as i64,
                not_observed: behaviours.not_observed as i64,
                not_relevant: behaviours.not_relevant as i64,
                not_answered: behaviours.not_answered as i64,
            },
        }
    }

    fn area(&self, place: usize, area: &Suggestion) -> AreaFile {
        let own = &self.framework.areas[place];
        AreaFile {
            id: own.id.clone(),
            kind: own.kind(),
            route: own.route,
            open: area.is_open(),
            experienced: area.experienced,
            wish: area.wish.into(),
            need: area.need.into(),
            best: area.best,
            worst: area.worst,
            standing: area.standing,
            gain: area.gain.into(),
            entry_shortfall: area.entry_shortfall.into(),
            contributions: area.contributions.iter().map(|line| self.contribution(line)).collect(),
            entry: area.entry.iter().map(|line| self.entry(line)).collect(),
            strengths: self.competences(&area.strengths),
            opportunities: self.competences(&area.opportunities),
            settled_by: self.competences(&area.settled_by),
        }
    }

    fn contribution(&self, line: &Contribution) -> ContributionFile {
        ContributionFile {
            competence: self.competence(line.competence),
            from: line.from.into(),
            target: line.target.into(),
            practice: line.practice.into(),
            steps: line.steps.into(),
            points: line.points.into(),
        }
    }

    fn entry(&self, line: &EntryLine) -> EntryFile {
        EntryFile {
            competence: self.competence(line.competence),
            required: line.required.into(),
            level: line.level.map(Into::into),
            state: line.state(),
        }
    }

    fn portfolio(&self, portfolio: &Portfolio) -> PortfolioFile {
        let Portfolio { areas, value, exact } = portfolio;
        PortfolioFile { areas: self.areas(areas), value: (*value).into(), exact: *exact }
    }

    fn chances(&self, chances: &Chances) -> ChancesFile {
        let Chances { areas, reached, of, exact } = chances;
        ChancesFile { areas: self.areas(areas), reached: *reached as i64, of: *of as i64, exact: *exact }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::file;

    const FRAMEWORK: &str = include_str!("../../tests/tea.json");
    const ASSESSMENT: &str = r#"{
        "format": "rokade.assessment/1", "framework": {"id": "tea"}, "purpose": "development", "rater": "self",
        "role": "host",
        "responses": {"competences": {
            "brew-tea": {"answer": "rated", "level": 0}, "choose-leaves": {"answer": "noOpportunity"}
        }}
    }"#;

    fn report() -> ReportFile {
        let framework = Framework::read(FRAMEWORK).expect("it is a good framework");
        let assessment = file::read(ASSESSMENT.as_bytes()).expect("it is a good assessment").assessment;
        Report::of(&framework, 0, &assessment).file(&framework)
    }

    #[test]
    fn only_what_an_earlier_version_lacks_is_no_difference() {
        let recomputed = report();
        let written = crate::json::to_compact(&recomputed);
        let is_said = |changes: &[(&str, &str)]| {
            let mut own = written.clone();
            for (from, to) in changes {
                assert_eq!(own.matches(from).count(), 1, "{from} in {own}");
                own = own.replacen(from, to, 1);
            }
            recomputed.is_said_by(&Raw::from(Json::read(&own).expect("it is JSON")))
        };
        let chances = ",\"chances\":{\"areas\":[\"tea-room\"],\"reached\":1,\"of\":1,\"exact\":true}";
        let same: [&[(&str, &str)]; 5] = [
            &[],
            &[("\"roleTarget\":2,", "")],
            &[(chances, "")],
            &[("\"roleTarget\":2,", ""), ("\"roleTarget\":1,", ""), (chances, "")],
            // The same, written in another way.
            &[
                ("\"flat\":false,", ""),
                ("\"method\"", "\"flat\": false, \"method\""),
                ("\"reached\":1,", "\"reached\":1.0,"),
            ],
        ];
        for changes in same {
            assert!(is_said(changes), "{changes:?}");
        }
        let different: [&[(&str, &str)]; 8] = [
            &[("\"flat\":false", "\"flat\":true")],
            &[("\"flat\":false,", "")],
            &[("\"flat\":false", "\"flat\":0")],
            &[("\"flat\":false", "\"flat\":false,\"more\":1")],
            &[("\"roleTarget\":2", "\"roleTarget\":null")],
            &[("\"of\":1", "\"of\":2")],
            &[("\"level\":0,", "")],
            &[("\"priorities\":[\"brew-tea\"]", "\"priorities\":[]")],
        ];
        for changes in different {
            assert!(!is_said(changes), "{changes:?}");
        }
    }
}
