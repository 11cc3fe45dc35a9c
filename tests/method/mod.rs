//! The method once more, slowly: every formula of www/guides/method.md written straight onto the files as JSON, to
//! check the report against. Shares no code with the library, looks at every set for the portfolio and the chances, and
//! hopes for small files.

use serde_json::{Value, json};
use std::cmp::Reverse;

/// The report on this assessment for the role that it names.
pub fn report(framework: &Value, assessment: &Value) -> Value {
    Method::new(framework, assessment).report()
}

/// *F* of these areas, by id.
#[allow(dead_code, reason = "only the laws ask for the value of any set")]
pub fn value(framework: &Value, assessment: &Value, areas: &[&str]) -> i64 {
    Method::new(framework, assessment).value(&with_ids(framework, areas))
}

/// *C* of these areas, by id.
#[allow(dead_code, reason = "only the laws ask for what any set reaches")]
pub fn reached(framework: &Value, assessment: &Value, areas: &[&str]) -> i64 {
    Method::new(framework, assessment).reached(&with_ids(framework, areas))
}

fn with_ids<'a>(framework: &'a Value, ids: &[&str]) -> Vec<&'a Value> {
    list(&framework["areas"]).iter().filter(|area| ids.contains(&text(&area["id"]))).collect()
}

struct Method<'a> {
    framework: &'a Value,
    assessment: &'a Value,
    role: &'a Value,
    /// Dimension and competence.
    competences: Vec<(&'a Value, &'a Value)>,
}

/// What is known of one competence.
struct Known<'a> {
    id: &'a str,
    answer: &'a str,
    from: Option<&'a str>,
    r: Option<i64>,
    role_target: Option<i64>,
    t: Option<i64>,
    is_later: bool,
    w: i64,
    y: i64,
}

impl Known<'_> {
    fn s(&self) -> i64 {
        self.r.zip(self.t).map_or(0, |(r, t)| 0.max(t - r))
    }

    fn u(&self) -> i64 {
        self.r.zip(self.t).map_or(0, |(r, t)| 0.max(r - t))
    }

    fn omega(&self) -> i64 {
        self.w * (2 + self.y)
    }

    fn p(&self) -> i64 {
        self.omega() * self.s()
    }

    fn class(&self) -> &str {
        match (self.r, self.t) {
            (None, _) => self.answer,
            (Some(_), None) if self.is_later => "later",
            (Some(_), None) => "noTarget",
            (Some(r), Some(t)) if r > t => "above",
            (Some(r), Some(t)) if r == t => "met",
            (Some(r), Some(t)) if t - r == 1 => "near",
            _ => "gap",
        }
    }
}

impl<'a> Method<'a> {
    fn new(framework: &'a Value, assessment: &'a Value) -> Self {
        let role =
            list(&framework["roles"]).iter().find(|role| role["id"] == assessment["role"]).expect("the role is known");
        let dimensions = list(&framework["dimensions"]).iter();
        let competences =
            dimensions.flat_map(|part| list(&part["competences"]).iter().map(move |competence| (part, competence)));
        Self { framework, assessment, role, competences: competences.collect() }
    }

    fn scale(&self, competence: &'a Value) -> &'a str {
        text(competence.get("scale").unwrap_or(&self.framework["competenceScale"]))
    }

    fn behaviour_scale(&self) -> &'a str {
        text(self.framework.get("behaviourScale").unwrap_or(&self.framework["competenceScale"]))
    }

    /// *M*.
    fn highest(&self, scale: &str) -> i64 {
        let scale =
            list(&self.framework["scales"]).iter().find(|found| found["id"] == scale).expect("the scale is known");
        list(&scale["levels"]).len() as i64 - 1
    }

    fn parameter(&self, name: &str, default: i64) -> i64 {
        self.framework["parameters"][name].as_i64().unwrap_or(default)
    }

    fn behaviours(&self) -> impl Iterator<Item = &'a Value> {
        list(&self.framework["dimensions"]).iter().flat_map(|dimension| list(&dimension["behaviours"]))
    }

    /// The level of a response on this scale, `None` unless it is rated within the scale.
    fn rated(&self, response: &Value, scale: &str) -> Option<i64> {
        let level = response["level"].as_i64().filter(|_| response["answer"] == "rated")?;
        (0 <= level && level <= self.highest(scale)).then_some(level)
    }

    /// The answer as the report names it.
    fn answer(&self, response: &'a Value, scale: &str) -> &'a str {
        match response["answer"].as_str() {
            None => "notAnswered",
            Some("rated") if self.rated(response, scale).is_none() => "notAnswered",
            Some(answer) => answer,
        }
    }

    fn known(&self, dimension: &'a Value, competence: &'a Value) -> Known<'a> {
        let id = text(&competence["id"]);
        let scale = self.scale(competence);
        let response = &self.assessment["responses"]["competences"][id];
        let (mut answer, mut r) = (self.answer(response, scale), self.rated(response, scale));
        let mut from = r.map(|_| "competence");
        if answer == "notAnswered" && scale == self.behaviour_scale() {
            let tied = self.behaviours().filter(|behaviour| list(&behaviour["competences"]).contains(&json!(id)));
            let responses = &self.assessment["responses"]["behaviours"];
            let mut levels: Vec<i64> =
                tied.filter_map(|behaviour| self.rated(&responses[text(&behaviour["id"])], scale)).collect();
            levels.sort();
            if levels.len() >= 2 {
                // The lower median: as many levels above it as below it, or one more above.
                r = Some(levels[levels.len().div_ceil(2) - 1]);
                (answer, from) = ("rated", Some("behaviours"));
            }
        }
        let (t, is_later) = self.target(dimension, id, self.highest(scale));
        let role_target = self.role["targets"][id].as_i64();
        let y = self.assessment["wishes"]["competences"][id].as_i64().filter(|y| [0, 1, 2].contains(y)).unwrap_or(0);
        let w = self.role["weights"][id].as_i64().unwrap_or(1);
        Known { id, answer, from, r, role_target, t, is_later, w, y }
    }

    /// The target for this person, and whether it comes later.
    fn target(&self, dimension: &Value, id: &str, highest: i64) -> (Option<i64>, bool) {
        let targets = &self.assessment["targets"];
        match targets["adjusted"].get(id) {
            Some(Value::Null) => return (None, false),
            Some(level) if (0..=highest).contains(&level.as_i64().unwrap()) => return (level.as_i64(), false),
            _ => {}
        }
        let Some(mut t) = self.role["targets"][id].as_i64() else { return (None, false) };
        if list(&targets["focus"]).contains(&dimension["id"]) {
            t = highest.min(t + self.role["focus"]["raise"].as_i64().unwrap_or(0));
        }
        let lower_by = self.stage().map_or(0, |stage| stage["lowerBy"].as_i64().unwrap());
        if t > 0 && t - lower_by <= 0 { (None, true) } else { (Some(0.max(t - lower_by)), false) }
    }

    fn all_known(&self) -> Vec<Known<'a>> {
        self.competences.iter().map(|(dimension, competence)| self.known(dimension, competence)).collect()
    }

    fn is_flat(&self) -> bool {
        let known = self.all_known();
        let levels: Vec<i64> = known.iter().filter_map(|known| known.r).collect();
        let most = levels.iter().map(|level| levels.iter().filter(|other| *other == level).count()).max();
        levels.len() >= 5 && 10 * most.unwrap() >= 8 * levels.len()
    }

    /// The steps `g` of an area in a competence, given the level at which it lets one practise.
    fn g(&self, known: &Known, d: i64) -> i64 {
        let (Some(r), Some(t)) = (known.r, known.t) else { return 0 };
        0.max(t.min(d).min(r + self.parameter("stretch", 2)) - r)
    }

    /// *F* of these areas.
    fn value(&self, areas: &[&Value]) -> i64 {
        let best = |id: &str| areas.iter().map(|area| level(&area["practice"], id)).max().unwrap_or(0);
        self.all_known().iter().map(|known| known.omega() * self.g(known, best(known.id))).sum()
    }

    /// *U*: the ids of what was never tried and the role has a target for.
    fn never_tried(&self) -> Vec<&'a str> {
        let known = self.all_known().into_iter();
        let known = known.filter(|known| known.answer == "noOpportunity" && known.role_target.is_some());
        known.map(|known| known.id).collect()
    }

    /// *C* of these areas.
    fn reached(&self, areas: &[&Value]) -> i64 {
        let best = |id: &str| areas.iter().map(|area| level(&area["practice"], id)).max().unwrap_or(0);
        self.never_tried().into_iter().filter(|id| best(id) > 0).count() as i64
    }

    /// The stage that the person is at.
    fn stage(&self) -> Option<&'a Value> {
        list(&self.role["stages"]).iter().find(|stage| stage["id"] == self.assessment["stage"])
    }

    fn is_open(&self, area: &Value) -> bool {
        let groups = list(&area["groups"]);
        let after_months = area["afterMonths"].as_i64().unwrap_or(0);
        (groups.is_empty() || groups.contains(&self.role["group"]))
            && self.stage().is_none_or(|stage| number(&stage["months"]) >= after_months)
    }

    fn zone(&self, area: &Value, unknown: impl Fn(i64) -> i64) -> &'static str {
        let mut shortfalls = Vec::new();
        for (dimension, competence) in &self.competences {
            let known = self.known(dimension, competence);
            if known.answer != "notRelevant" {
                let r = known.r.unwrap_or_else(|| unknown(self.highest(self.scale(competence))));
                shortfalls.push(0.max(level(&area["entry"], known.id) - r));
            }
        }
        let ones = shortfalls.iter().filter(|e| **e == 1).count() as i64;
        if shortfalls.iter().all(|e| *e == 0) {
            "ready"
        } else if shortfalls.iter().all(|e| *e <= 1) && ones <= self.parameter("entryTolerance", 2) {
            "stretch"
        } else {
            "build"
        }
    }

    fn area(&self, area: &Value) -> Value {
        let all = self.all_known();
        let all: Vec<&Known> = all.iter().filter(|known| known.answer != "notRelevant").collect();
        let q = |known: &Known| level(&area["entry"], known.id);
        let d = |known: &Known| level(&area["practice"], known.id);
        let (best, worst) = (self.zone(area, |highest| highest), self.zone(area, |_| 0));
        let standing = match (best, worst) {
            (_, "ready" | "stretch") => worst,
            ("ready" | "stretch", _) => "unknown",
            _ => "build",
        };
        let mut contributions = Vec::new();
        let mut entry = Vec::new();
        let (mut gain, mut entry_shortfall) = (0, 0);
        for known in &all {
            let points = known.omega() * self.g(known, d(known));
            gain += points;
            if points > 0 {
                contributions.push(json!({"competence": known.id, "from": known.r, "target": known.t,
                    "practice": d(known), "steps": self.g(known, d(known)), "points": points}));
            }
            entry_shortfall += known.r.map_or(q(known), |r| 0.max(q(known) - r));
            if q(known) > 0 {
                let state = known.r.map_or("unknown", |r| if r < q(known) { "short" } else { "met" });
                entry.push(json!({"competence": known.id, "required": q(known), "level": known.r, "state": state}));
            }
        }
        let ids = |holds: &dyn Fn(&Known) -> bool| -> Vec<&str> {
            all.iter().filter(|known| holds(known)).map(|known| known.id).collect()
        };
        json!({
            "id": area["id"], "kind": area["kind"], "route": area["route"],
            "open": self.is_open(area),
            "experienced": list(&self.assessment["experience"]).contains(&area["id"]),
            "wish": self.area_wish(area), "need": area["need"].as_i64().unwrap_or(0),
            "best": best, "worst": worst, "standing": standing, "gain": gain, "entryShortfall": entry_shortfall,
            "contributions": contributions, "entry": entry,
            "strengths": ids(&|known| q(known) > 0 && known.r.is_some_and(|r| r >= q(known))),
            "opportunities": ids(&|known| known.answer == "noOpportunity" && d(known) > 0),
            "settledBy": ids(&|known| standing == "unknown" && q(known) > 0 && known.r.is_none()),
        })
    }

    fn area_wish(&self, area: &Value) -> i64 {
        let wish = self.assessment["wishes"]["areas"][text(&area["id"])].as_i64();
        wish.filter(|wish| [-1, 0, 1, 2].contains(wish)).unwrap_or(0)
    }

    fn ranking(&self, areas: &[Value]) -> Vec<Value> {
        let is_ranked = |area: &&Value| area["open"] == true && area["experienced"] == false && area["wish"] != -1;
        let mut ranked: Vec<&Value> = areas.iter().filter(is_ranked).collect();
        if !self.is_flat() {
            ranked.sort_by_key(|area| {
                let standing = match text(&area["standing"]) {
                    "ready" | "stretch" => 0,
                    "unknown" => 1,
                    _ => 2,
                };
                let wish = number(&area["wish"]);
                let by_points = (standing, -number(&area["gain"]) * (2 + wish));
                (
                    by_points,
                    -wish,
                    -number(&area["need"]),
                    number(&area["entryShortfall"]),
                    text(&area["id"]).to_owned(),
                )
            });
        }
        ranked.into_iter().cloned().collect()
    }

    fn contribute(&self, areas: &[Value]) -> Vec<Value> {
        let strengths = |area: &Value| list(&area["strengths"]).len() as i64;
        let can = |area: &&Value| {
            area["open"] == true && area["wish"] != -1 && area["standing"] == "ready" && strengths(area) >= 1
        };
        let mut able: Vec<&Value> = areas.iter().filter(can).collect();
        able.sort_by_key(|area| {
            (-number(&area["wish"]), -strengths(area), -number(&area["need"]), text(&area["id"]).to_owned())
        });
        able.into_iter().map(|area| area["id"].clone()).collect()
    }

    /// Every set that a portfolio or the chances could be.
    fn sets<'b>(&self, ranked: &'b [Value]) -> Vec<Vec<&'b Value>> {
        let size = self.parameter("portfolioSize", 3) as usize;
        let rotations = self.parameter("rotationsAtMost", 1) as usize;
        let mut sets: Vec<Vec<&Value>> = vec![Vec::new()];
        for candidate in ranked.iter().filter(|area| area["standing"] == "ready" || area["standing"] == "stretch") {
            let larger: Vec<Vec<&Value>> =
                sets.iter().filter(|set| set.len() < size).map(|set| [&set[..], &[candidate]].concat()).collect();
            sets.extend(larger);
        }
        sets.retain(|set| set.iter().filter(|area| area["kind"] == "rotation").count() <= rotations);
        sets
    }

    /// The files of these areas.
    fn files(&self, set: &[&Value]) -> Vec<&'a Value> {
        list(&self.framework["areas"]).iter().filter(|area| set.iter().any(|one| one["id"] == area["id"])).collect()
    }

    fn portfolio(&self, ranked: &[Value]) -> Value {
        let merit = |set: &Vec<&Value>| {
            let f = self.value(&self.files(set));
            (f, Reverse(set.len()), sum(set, "wish"), sum(set, "need"), Reverse(sorted_ids(set)))
        };
        let best = self.sets(ranked).into_iter().max_by_key(merit).expect("the empty set is there");
        let value = merit(&best).0;
        if value == 0 || self.is_flat() {
            return json!({"areas": [], "value": 0, "exact": true});
        }
        json!({"areas": in_order(ranked, &best), "value": value, "exact": true})
    }

    fn chances(&self, ranked: &[Value]) -> Value {
        let merit = |set: &Vec<&Value>| {
            let files = self.files(set);
            let f = if self.is_flat() { 0 } else { self.value(&files) };
            let c = self.reached(&files);
            (c, Reverse(set.len()), sum(set, "wish"), f, sum(set, "need"), Reverse(sorted_ids(set)))
        };
        let best = self.sets(ranked).into_iter().max_by_key(merit).expect("the empty set is there");
        let reached = merit(&best).0;
        let areas = if reached == 0 { Vec::new() } else { in_order(ranked, &best) };
        json!({"areas": areas, "reached": reached, "of": self.never_tried().len(), "exact": true})
    }

    fn dimension(&self, dimension: &'a Value) -> Value {
        let known: Vec<Known> =
            list(&dimension["competences"]).iter().map(|competence| self.known(dimension, competence)).collect();
        let of_class = |class: &str| known.iter().filter(|known| known.class() == class).count();
        let rated = known.iter().filter(|known| known.r.is_some()).count();
        let applicable = known.len() - of_class("notRelevant");
        let ceiling_of_two_thirds = (0..).find(|n| 3 * n >= 2 * applicable).unwrap();
        let classes = ["above", "met", "near", "gap", "later", "noTarget"];
        let unrated = ["noOpportunity", "notObserved", "notAnswered", "notRelevant"];
        let counts: serde_json::Map<String, Value> =
            classes.iter().chain(&unrated).map(|class| (class.to_string(), json!(of_class(class)))).collect();
        let scale = self.behaviour_scale();
        let responses = &self.assessment["responses"]["behaviours"];
        let said = || list(&dimension["behaviours"]).iter().map(|behaviour| &responses[text(&behaviour["id"])]);
        let levels: Vec<usize> = (0..=self.highest(scale))
            .map(|level| said().filter(|response| self.rated(response, scale) == Some(level)).count())
            .collect();
        let count = |answer: &str| said().filter(|response| self.answer(response, scale) == answer).count();
        json!({
            "id": dimension["id"], "summarised": rated >= 2.max(ceiling_of_two_thirds), "counts": counts,
            "behaviours": {"levels": levels, "noOpportunity": count("noOpportunity"), "notObserved": count("notObserved"),
                "notRelevant": count("notRelevant"), "notAnswered": count("notAnswered")},
        })
    }

    fn report(&self) -> Value {
        let known = self.all_known();
        let rows: Vec<Value> = std::iter::zip(&self.competences, &known)
            .map(|((dimension, _), known)| {
                json!({
                    "id": known.id, "dimension": dimension["id"], "answer": known.answer, "from": known.from,
                    "roleTarget": known.role_target,
                    "level": known.r, "target": known.t, "weight": known.w, "wish": known.y,
                    "shortfall": known.s(), "surplus": known.u(), "priority": known.p(), "class": known.class(),
                })
            })
            .collect();
        let flat = self.is_flat();
        let mut priorities: Vec<&Known> = known.iter().filter(|known| known.p() > 0 && !flat).collect();
        priorities.sort_by_key(|known| (-known.p(), -known.s()));
        let is_strength = |(_, competence): &&(&Value, &Value), known: &Known| {
            let highest = self.highest(self.scale(competence));
            known.r.is_some_and(|r| 4 * r >= 3 * highest && known.t.is_none_or(|t| r >= t))
        };
        let both = self.competences.iter().zip(&known);
        let mut strengths: Vec<&Known> =
            both.filter(|(competence, known)| is_strength(competence, known)).map(|(_, known)| known).collect();
        strengths.sort_by_key(|known| (-known.u(), -known.r.unwrap()));
        let ids = |known: Vec<&Known>| known.into_iter().map(|known| json!(known.id)).collect::<Vec<Value>>();
        let areas: Vec<Value> = list(&self.framework["areas"]).iter().map(|area| self.area(area)).collect();
        let ranked = self.ranking(&areas);
        json!({
            "method": "rokade.method/1",
            "parameters": {
                "stretch": self.parameter("stretch", 2), "entryTolerance": self.parameter("entryTolerance", 2),
                "portfolioSize": self.parameter("portfolioSize", 3), "rotationsAtMost": self.parameter("rotationsAtMost", 1),
            },
            "flat": flat,
            "competences": rows,
            "dimensions": list(&self.framework["dimensions"]).iter().map(|part| self.dimension(part)).collect::<Vec<_>>(),
            "priorities": ids(priorities),
            "strengths": ids(strengths),
            "missingOpportunities": ids(known.iter().filter(|known| known.answer == "noOpportunity").collect()),
            "areas": areas,
            "ranking": ranked.iter().map(|area| &area["id"]).collect::<Vec<_>>(),
            "contribute": self.contribute(&areas),
            "portfolio": self.portfolio(&ranked),
            "chances": self.chances(&ranked),
        })
    }
}

fn sum(set: &[&Value], key: &str) -> i64 {
    set.iter().map(|area| number(&area[key])).sum()
}

fn sorted_ids(set: &[&Value]) -> Vec<String> {
    let mut ids: Vec<String> = set.iter().map(|area| text(&area["id"]).to_owned()).collect();
    ids.sort();
    ids
}

/// The ids of a set's areas in the order of the ranking.
fn in_order(ranked: &[Value], set: &[&Value]) -> Vec<Value> {
    ranked.iter().filter(|area| set.contains(area)).map(|area| area["id"].clone()).collect()
}

/// The entries of a list; none where it is absent.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], |list| list)
}

pub fn text(value: &Value) -> &str {
    value.as_str().expect("a text stands here")
}

pub fn number(value: &Value) -> i64 {
    value.as_i64().expect("a number stands here")
}

fn level(levels: &Value, id: &str) -> i64 {
    levels[id].as_i64().unwrap_or(0)
}
