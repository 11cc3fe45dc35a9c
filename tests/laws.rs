//! The laws of the method (www/guides/method.md, section 4; law 7 is in `portfolio.rs`, the first half of law 15 in
//! `chances.rs`), tried on generated frameworks and assessments from file to report, and the report itself against a
//! slow transcription of the method.

#![cfg(not(target_arch = "wasm32"))]

mod generated;
mod method;

use generated::{Case, case};
use method::{list, number, text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rokade::assessment::{self, Assessment};
use rokade::framework::{self, Framework};
use rokade::json::{to_compact, to_pretty};
use rokade::profile::{Ignored, IgnoredPart, ignored};
use rokade::report::Report;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

// ---- from files to reports

fn read_framework(file: &Value) -> Framework {
    Framework::read(&file.to_string()).unwrap_or_else(|problems| panic!("{problems:?} in {file}"))
}

fn read_assessment(file: &Value) -> Assessment {
    let opened = assessment::file::read(file.to_string().as_bytes());
    opened.unwrap_or_else(|problems| panic!("{problems:?} in {file}")).assessment
}

fn report_on(framework: &Framework, assessment: &Assessment) -> Value {
    let role = framework.role(&assessment.role).expect("the role is known");
    let json = to_compact(&Report::of(framework, role, assessment).file(framework));
    serde_json::from_str(&json).expect("a report is JSON")
}

/// What this says of a set of areas never falls with more areas, and one area more never adds more to the larger set. A
/// set is the bits of its areas.
fn is_monotone_and_submodular(
    case: &Case,
    of: fn(&Value, &Value, &[&str]) -> i64,
    smaller: u8,
    larger: u8,
    added: Index,
) -> Result<(), TestCaseError> {
    let ids: Vec<&str> = list(&case.framework["areas"]).iter().map(|area| text(&area["id"])).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let of = |mask: u8| {
        let set: Vec<&str> = (0..ids.len()).filter(|place| mask >> place & 1 == 1).map(|place| ids[place]).collect();
        of(&case.framework, &case.assessment, &set)
    };
    let (smaller, larger, added) = (smaller, smaller | larger, 1 << added.index(ids.len()));
    prop_assert!(of(smaller) <= of(larger));
    prop_assert!(of(smaller | added) - of(smaller) >= of(larger | added) - of(larger));
    Ok(())
}

impl Case {
    fn report(&self) -> Value {
        report_on(&read_framework(&self.framework), &read_assessment(&self.assessment))
    }

    /// The case with one of its files changed.
    fn with(&self, change: impl FnOnce(&mut Case)) -> Case {
        let mut changed = self.clone();
        change(&mut changed);
        changed
    }

    fn with_level(&self, competence: &str, level: i64) -> Case {
        let rated = json!({"answer": "rated", "level": level});
        self.with(|case| case.assessment["responses"]["competences"][competence] = rated)
    }

    fn with_target(&self, competence: &str, target: impl Into<Value>) -> Case {
        self.with(|case| case.assessment["targets"]["adjusted"][competence] = target.into())
    }

    fn with_area(&self, place: usize, change: impl FnOnce(&mut Value)) -> Case {
        self.with(|case| change(&mut case.framework["areas"][place]))
    }

    fn with_area_wish(&self, area: &str, wish: i64) -> Case {
        self.with(|case| case.assessment["wishes"]["areas"][area] = json!(wish))
    }

    /// The highest level of the competence's scale.
    fn highest(&self, competence: &str) -> i64 {
        let competence = competence_files(&self.framework).find(|file| file["id"] == competence).expect("it is known");
        let scale = competence.get("scale").unwrap_or(&self.framework["competenceScale"]);
        let scale = list(&self.framework["scales"]).iter().find(|file| file["id"] == *scale).expect("it is known");
        list(&scale["levels"]).len() as i64 - 1
    }
}

fn competence_files(framework: &Value) -> impl Iterator<Item = &Value> {
    list(&framework["dimensions"]).iter().flat_map(|dimension| list(&dimension["competences"]))
}

/// The rows that were rated directly and could be rated one level higher, by id and level.
fn could_be_higher(case: &Case, report: &Value) -> Vec<(String, i64)> {
    let rows = list(&report["competences"]).iter().filter(|row| row["from"] == "competence");
    let levels = rows.map(|row| (text(&row["id"]).to_owned(), number(&row["level"])));
    levels.filter(|(id, level)| *level < case.highest(id)).collect()
}

/// How far a zone is from ready.
fn distance(zone: &Value) -> usize {
    ["ready", "stretch", "build"].iter().position(|name| zone == name).expect("it is a zone")
}

fn any_place(items: &Value, picked: &Index) -> Option<usize> {
    let count = list(items).len();
    (count > 0).then(|| picked.index(count))
}

fn place_in(ids: &Value, id: &Value) -> Option<usize> {
    list(ids).iter().position(|other| other == id)
}

// ---- the whole report

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn a_report_is_what_the_method_says(case in case()) {
        prop_assert_eq!(case.report(), method::report(&case.framework, &case.assessment));
    }
}

proptest! {
    #![proptest_config(config(120))]

    // ---- law 1

    #[test]
    fn permuting_competences_areas_and_answers_changes_no_number(case in case(), seed in any::<u64>()) {
        let permuted = case.with(|case| {
            permute(&mut case.framework, &mut seed.clone());
            permute(&mut case.assessment, &mut seed.clone());
        });
        prop_assert_eq!(without_framework_order(&permuted.report()), without_framework_order(&case.report()));
    }

    // ---- law 2

    #[test]
    fn raising_a_level_never_raises_a_gain(case in case()) {
        let report = case.report();
        for (id, level) in could_be_higher(&case, &report) {
            let raised = case.with_level(&id, level + 1).report();
            for (before, after) in list(&report["areas"]).iter().zip(list(&raised["areas"])) {
                prop_assert!(number(&after["gain"]) <= number(&before["gain"]), "{} raised", id);
            }
        }
    }

    #[test]
    fn raising_a_target_never_lowers_a_gain(case in case()) {
        let report = case.report();
        for row in list(&report["competences"]) {
            let id = text(&row["id"]);
            let Some(target) = row["target"].as_i64().filter(|target| *target < case.highest(id)) else { continue };
            let raised = case.with_target(id, target + 1).report();
            for (before, after) in list(&report["areas"]).iter().zip(list(&raised["areas"])) {
                prop_assert!(number(&after["gain"]) >= number(&before["gain"]), "{} raised", id);
            }
        }
    }

    #[test]
    fn raising_a_practice_level_never_lowers_a_gain(case in case(), picked in any::<Index>()) {
        let report = case.report();
        let Some(place) = any_place(&report["areas"], &picked) else { return Ok(()) };
        let area = &report["areas"][place];
        for competence in competence_files(&case.framework) {
            let id = text(&competence["id"]);
            let practice = case.framework["areas"][place]["practice"][id].as_i64().unwrap_or(0);
            if practice < case.highest(id) {
                let raised = case.with_area(place, |area| area["practice"][id] = json!(practice + 1)).report();
                prop_assert!(number(&raised["areas"][place]["gain"]) >= number(&area["gain"]), "{} raised", id);
            }
        }
    }

    #[test]
    fn a_gain_is_at_most_what_is_short_within_the_stretch(case in case()) {
        let report = case.report();
        let stretch = number(&report["parameters"]["stretch"]);
        let most: i64 = list(&report["competences"]).iter().map(|row| {
            number(&row["weight"]) * (2 + number(&row["wish"])) * number(&row["shortfall"]).min(stretch)
        }).sum();
        for area in list(&report["areas"]) {
            prop_assert!((0..=most).contains(&number(&area["gain"])), "{}", area);
        }
    }

    // ---- law 3

    #[test]
    fn raising_a_level_never_worsens_a_zone(case in case()) {
        let report = case.report();
        for (id, level) in could_be_higher(&case, &report) {
            let raised = case.with_level(&id, level + 1).report();
            for (place, (before, after)) in list(&report["areas"]).iter().zip(list(&raised["areas"])).enumerate() {
                let entry = case.framework["areas"][place]["entry"][&id].as_i64().unwrap_or(0);
                for zone in ["best", "worst"] {
                    prop_assert!(distance(&after[zone]) <= distance(&before[zone]), "{} raised", id);
                    prop_assert!(level < entry || after[zone] == before[zone], "{} raised above its entry level", id);
                }
            }
        }
    }

    #[test]
    fn raising_an_entry_level_never_improves_a_zone(case in case(), picked in any::<Index>()) {
        let report = case.report();
        let Some(place) = any_place(&report["areas"], &picked) else { return Ok(()) };
        let before = &report["areas"][place];
        for competence in competence_files(&case.framework) {
            let id = text(&competence["id"]);
            let entry = case.framework["areas"][place]["entry"][id].as_i64().unwrap_or(0);
            if entry < case.highest(id) {
                let raised = case.with_area(place, |area| area["entry"][id] = json!(entry + 1)).report();
                let after = &raised["areas"][place];
                prop_assert!(distance(&after["best"]) >= distance(&before["best"]), "{} raised", id);
                prop_assert!(distance(&after["worst"]) >= distance(&before["worst"]), "{} raised", id);
            }
        }
    }

    // ---- law 4

    #[test]
    fn zones_do_not_depend_on_targets_weights_wishes_or_needs(case in case()) {
        let bare = case.with(|case| {
            let role = case.framework["roles"][0].as_object_mut().expect("it is an object");
            role.insert("targets".to_owned(), json!({}));
            ["weights", "focus", "stages"].iter().for_each(|key| drop(role.remove(*key)));
            for area in case.framework["areas"].as_array_mut().expect("it is a list") {
                area["need"] = json!(0);
            }
            case.assessment["targets"] = json!({});
            case.assessment["stage"] = json!(null);
            case.assessment["wishes"] = json!({});
        });
        let (report, bare) = (case.report(), bare.report());
        for (before, after) in list(&report["areas"]).iter().zip(list(&bare["areas"])) {
            for key in ["best", "worst", "standing", "entryShortfall", "entry", "settledBy"] {
                prop_assert_eq!(&before[key], &after[key]);
            }
        }
    }

    // ---- law 5

    #[test]
    fn raising_a_wish_or_a_need_never_lowers_an_area(case in case()) {
        let report = case.report();
        for (before, id) in list(&report["ranking"]).iter().enumerate() {
            let place = list(&report["areas"]).iter().position(|area| area["id"] == *id).expect("it is listed");
            let area = &report["areas"][place];
            for wish in number(&area["wish"]) + 1..=2 {
                let raised = case.with_area_wish(text(id), wish).report();
                prop_assert!(place_in(&raised["ranking"], id).is_some_and(|after| after <= before), "{} wished", id);
            }
            for need in number(&area["need"]) + 1..=2 {
                let raised = case.with_area(place, |area| area["need"] = json!(need)).report();
                prop_assert!(place_in(&raised["ranking"], id).is_some_and(|after| after <= before), "{} needed", id);
            }
        }
    }

    // ---- law 6

    #[test]
    fn the_value_of_a_set_is_monotone_and_submodular(
        case in case(),
        smaller in any::<u8>(),
        larger in any::<u8>(),
        added in any::<Index>(),
    ) {
        is_monotone_and_submodular(&case, method::value, smaller, larger, added)?;
    }

    #[test]
    fn points_sum_to_the_gain_and_occur_only_below_the_target(case in case()) {
        let report = case.report();
        for area in list(&report["areas"]) {
            let lines = list(&area["contributions"]);
            prop_assert_eq!(number(&area["gain"]), lines.iter().map(|line| number(&line["points"])).sum::<i64>());
            prop_assert!(lines.iter().all(|line| number(&line["target"]) > number(&line["from"])));
            let alone = method::value(&case.framework, &case.assessment, &[text(&area["id"])]);
            prop_assert_eq!(number(&area["gain"]), alone);
        }
        let portfolio: Vec<&str> = list(&report["portfolio"]["areas"]).iter().map(text).collect();
        let together = method::value(&case.framework, &case.assessment, &portfolio);
        prop_assert_eq!(number(&report["portfolio"]["value"]), together);
    }

    // ---- law 8

    #[test]
    fn without_a_shortfall_no_area_has_a_gain(case in case()) {
        let report = case.report();
        let short = list(&report["competences"]).iter().filter(|row| number(&row["shortfall"]) > 0);
        let reached = short.fold(case.clone(), |case, row| case.with_target(text(&row["id"]), row["level"].clone()));
        let report = reached.report();
        prop_assert!(list(&report["areas"]).iter().all(|area| area["gain"] == 0));
        prop_assert_eq!(&report["portfolio"], &json!({"areas": [], "value": 0, "exact": true}));
        prop_assert_eq!(&report["priorities"], &json!([]));
    }

    // ---- law 9

    #[test]
    fn answering_an_unknown_keeps_zones_inside_the_earlier_interval(case in case(), level in 0..=10_i64) {
        let report = case.report();
        let rows = list(&report["competences"]).iter();
        for row in rows.filter(|row| row["answer"] != "notRelevant" && row["level"].is_null()) {
            let id = text(&row["id"]);
            let answered = case.with_level(id, level % (case.highest(id) + 1)).report();
            for (before, after) in list(&report["areas"]).iter().zip(list(&answered["areas"])) {
                prop_assert!(distance(&before["best"]) <= distance(&after["best"]));
                prop_assert!(distance(&after["best"]) <= distance(&after["worst"]));
                prop_assert!(distance(&after["worst"]) <= distance(&before["worst"]));
            }
        }
    }

    #[test]
    fn answering_what_settles_an_area_settles_it(case in case(), levels in vec(0..=10_i64, 3)) {
        let report = case.report();
        for (place, area) in list(&report["areas"]).iter().enumerate() {
            let settled = list(&area["settledBy"]).iter().zip(&levels).fold(case.clone(), |case, (id, level)| {
                case.with_level(text(id), level % (case.highest(text(id)) + 1))
            });
            prop_assert_ne!(&settled.report()["areas"][place]["standing"], "unknown");
        }
    }

    // ---- law 10

    #[test]
    fn not_relevant_equals_removing_the_competence(case in case(), picked in any::<Index>()) {
        let dimensions = list(&case.framework["dimensions"]);
        let removable: Vec<&Value> = dimensions
            .iter()
            .map(|dimension| list(&dimension["competences"]))
            .filter(|competences| competences.len() > 1)
            .flatten()
            .collect();
        if removable.is_empty() {
            return Ok(());
        }
        let id = removable[picked.index(removable.len())]["id"].clone();
        let set_aside = case.with(|case| {
            case.assessment["responses"]["competences"][text(&id)] = json!({"answer": "notRelevant"});
        });
        let removed = case.with(|case| remove_competence(&mut case.framework, &id));
        let (mut set_aside, mut removed) = (set_aside.report(), removed.report());
        set_aside["competences"].as_array_mut().expect("it is a list").retain(|row| row["id"] != id);
        for report in [&mut set_aside, &mut removed] {
            for dimension in report["dimensions"].as_array_mut().expect("it is a list") {
                dimension["counts"]["notRelevant"] = json!(0);
            }
        }
        prop_assert_eq!(set_aside, removed);
    }

    // ---- laws 11 and 15

    #[test]
    fn a_copy_of_an_area_adds_nothing(case in case(), picked in any::<Index>()) {
        let Some(place) = any_place(&case.framework["areas"], &picked) else { return Ok(()) };
        let original = case.framework["areas"][place].clone();
        let copied = case.with(|case| copy_area(case, &original, |_| ()));
        let (before, after) = (case.report(), copied.report());
        for (set, worth) in [("portfolio", "value"), ("chances", "reached")] {
            prop_assert_eq!(&before[set][worth], &after[set][worth]);
            let chosen = |id: &str| place_in(&after[set]["areas"], &json!(id)).is_some();
            prop_assert!(!chosen(text(&original["id"])) || !chosen(&copy_of(&original)), "{}", set);
        }
    }

    // ---- law 12

    #[test]
    fn a_dominated_area_never_ranks_above_its_dominator(
        case in case(),
        picked in any::<Index>(),
        changes in vec((any::<Index>(), any::<bool>()), 0..4),
    ) {
        let Some(place) = any_place(&case.framework["areas"], &picked) else { return Ok(()) };
        let dominator = case.framework["areas"][place].clone();
        let ids: Vec<&str> = competence_files(&case.framework).map(|file| text(&file["id"])).collect();
        let with_worse = case.with(|with_worse| copy_area(with_worse, &dominator, |worse| {
            for (competence, is_entry) in &changes {
                let id = ids[competence.index(ids.len())];
                let level = |levels: &Value| levels[id].as_i64().unwrap_or(0);
                if *is_entry {
                    worse["entry"][id] = json!((level(&worse["entry"]) + 1).min(case.highest(id)));
                } else {
                    worse["practice"][id] = json!((level(&worse["practice"]) - 1).max(0));
                }
            }
        }));
        let report = with_worse.report();
        let place = |id: &str| place_in(&report["ranking"], &json!(id));
        if report["flat"] == false {
            prop_assert!(place(text(&dominator["id"])) <= place(&copy_of(&dominator)));
        }
    }

    // ---- law 13

    #[test]
    fn an_exported_assessment_gives_the_same_report_when_opened(case in case()) {
        let framework = read_framework(&case.framework);
        let assessment = read_assessment(&case.assessment);
        let exported = to_pretty(&assessment::file::saved(&assessment, Default::default()));
        let opened = assessment::file::read(exported.as_bytes()).expect("it was written here").assessment;
        prop_assert_eq!(report_on(&framework, &opened), report_on(&framework, &assessment));
        prop_assert_eq!(opened, assessment);
    }

    // ---- laws 13 and 14

    #[test]
    fn a_report_depends_on_no_text_language_date_or_reason(case in case(), purpose in 0..3_usize) {
        let told = case.with(|case| {
            case.framework["languages"] = json!(["en", "da"]);
            rewrite_texts(&mut case.framework);
            let assessment = &mut case.assessment;
            assessment["createdAt"] = json!("2026-03-01T09:30:00Z");
            assessment["updatedAt"] = json!("2026-03-02T09:30:00Z");
            assessment["language"] = json!("en");
            assessment["purpose"] = json!(["development", "exploration", "onboarding"][purpose]);
            assessment["rater"] = json!("manager");
            assessment["otherRoles"] = json!(["other-role"]);
            assessment["targets"]["agreedOn"] = json!("2026-02-01");
            assessment["targets"]["agreedBy"] = json!("head");
            assessment["agreed"] = competence_files(&case.framework).map(|file| (text(&file["id"]).to_owned(), json!(0))).collect::<Map<_, _>>().into();
            assessment["evidence"] = competence_files(&case.framework).map(|file| (text(&file["id"]).to_owned(), json!("an example"))).collect::<Map<_, _>>().into();
            assessment["plan"] = json!([{"goal": "more of it", "due": "2026-06-01", "competences": ["unknown"]}]);
            assessment["reference"] = json!("4711");
            assessment["notice"] = json!("it belongs to you");
        });
        prop_assert_eq!(told.report(), case.report());
    }

    // ---- law 15

    #[test]
    fn what_a_set_reaches_is_monotone_and_submodular(
        case in case(),
        smaller in any::<u8>(),
        larger in any::<u8>(),
        added in any::<Index>(),
    ) {
        is_monotone_and_submodular(&case, method::reached, smaller, larger, added)?;
    }

    #[test]
    fn what_the_chances_reach_is_what_their_areas_reach(case in case()) {
        let chances = &case.report()["chances"];
        let areas: Vec<&str> = list(&chances["areas"]).iter().map(text).collect();
        prop_assert_eq!(number(&chances["reached"]), method::reached(&case.framework, &case.assessment, &areas));
        prop_assert!(number(&chances["reached"]) <= number(&chances["of"]));
    }

    #[test]
    fn one_area_more_never_reaches_less(case in case()) {
        let report = case.report();
        let size = number(&report["parameters"]["portfolioSize"]);
        if size < 4 {
            let larger = case.with(|case| case.framework["parameters"]["portfolioSize"] = json!(size + 1)).report();
            prop_assert!(number(&report["chances"]["reached"]) <= number(&larger["chances"]["reached"]));
        }
    }

    #[test]
    fn without_anything_never_tried_there_are_no_chances(case in case()) {
        let tried = case.with(|case| {
            let responses = case.assessment["responses"]["competences"].as_object_mut().expect("it is an object");
            for response in responses.values_mut().filter(|response| response["answer"] == "noOpportunity") {
                *response = json!({"answer": "notObserved"});
            }
        });
        prop_assert_eq!(&tried.report()["chances"], &json!({"areas": [], "reached": 0, "of": 0, "exact": true}));
    }

    #[test]
    fn answering_what_was_never_tried_never_leaves_more_of_it(case in case(), level in 0..=10_i64) {
        let report = case.report();
        for row in list(&report["competences"]).iter().filter(|row| row["answer"] == "noOpportunity") {
            let id = text(&row["id"]);
            let answered = case.with_level(id, level % (case.highest(id) + 1)).report();
            let asked = i64::from(!row["roleTarget"].is_null());
            prop_assert_eq!(number(&answered["chances"]["of"]), number(&report["chances"]["of"]) - asked);
        }
    }

    // ---- law 16

    #[test]
    fn no_file_makes_the_checks_or_the_report_panic(
        case in case(),
        of_framework in any::<bool>(),
        places in vec((any::<Index>(), 0..DISTURBANCES.len()), 1..4),
        bytes in vec((any::<Index>(), any::<u8>()), 0..3),
    ) {
        let disturbed = case.with(|case| {
            let file = if of_framework { &mut case.framework } else { &mut case.assessment };
            for (place, disturbance) in &places {
                disturb(file, place, DISTURBANCES[*disturbance]);
            }
        });
        let (mut framework, mut assessment) = (disturbed.framework.to_string().into_bytes(), disturbed.assessment.to_string().into_bytes());
        let file = if of_framework { &mut framework } else { &mut assessment };
        bytes.iter().for_each(|(place, byte)| { let place = place.index(file.len()); file[place] = *byte; });
        let framework = framework::check::check(&framework).framework;
        if let (Some(framework), Ok(opened)) = (framework, assessment::file::read(&assessment)) {
            for role in 0..framework.roles.len() {
                Report::of(&framework, role, &opened.assessment).file(&framework);
                ignored(&framework, role, &opened.assessment);
            }
        }
    }

    // ---- what doesn't count

    #[test]
    fn what_is_ignored_can_be_left_out_without_changing_the_report(case in case()) {
        let framework = read_framework(&case.framework);
        let assessment = read_assessment(&case.assessment);
        let role = framework.role(&assessment.role).expect("the role is known");
        let list = ignored(&framework, role, &assessment);
        let mut left_out = assessment.clone();
        list.iter().for_each(|ignored| leave_out(&mut left_out, ignored));
        prop_assert_eq!(ignored(&framework, role, &left_out), vec![]);
        prop_assert_eq!(report_on(&framework, &left_out), report_on(&framework, &assessment));
        prop_assert_eq!(list.is_empty(), left_out == assessment);
    }
}

/// Puts every list that has no order of its own, and every object's keys, in another order.
fn permute(value: &mut Value, seed: &mut u64) {
    match value {
        Value::Array(items) => {
            shuffle(items, seed);
            items.iter_mut().for_each(|item| permute(item, seed));
        }
        Value::Object(members) => {
            let mut entries: Vec<(String, Value)> = std::mem::take(members).into_iter().collect();
            shuffle(&mut entries, seed);
            let has_own_order = |key: &str| key == "levels" || key == "languages";
            entries.iter_mut().filter(|(key, _)| !has_own_order(key)).for_each(|(_, value)| permute(value, seed));
            members.extend(entries);
        }
        _ => {}
    }
}

fn shuffle<T>(items: &mut [T], seed: &mut u64) {
    for end in (1..items.len()).rev() {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        items.swap(end, (*seed >> 33) as usize % (end + 1));
    }
}

/// The report with every list that follows the framework's order sorted, and lists in which that order breaks ties
/// replaced by what they are ordered by.
fn without_framework_order(report: &Value) -> Value {
    let mut report = report.clone();
    let row = |id: &Value| -> &Value {
        list(&report["competences"]).iter().find(|row| row["id"] == *id).expect("it is listed")
    };
    let numbers = |ids: &Value, keys: [&str; 2]| -> Value {
        list(ids).iter().map(|id| keys.map(|key| row(id)[key].clone())).map(|numbers| json!(numbers)).collect()
    };
    let orders = [
        numbers(&report["priorities"], ["priority", "shortfall"]),
        numbers(&report["strengths"], ["surplus", "level"]),
    ];
    report["orders"] = json!(orders);
    for key in ["competences", "dimensions", "areas", "priorities", "strengths", "missingOpportunities"] {
        sort(&mut report[key]);
    }
    for area in report["areas"].as_array_mut().expect("it is a list") {
        for key in ["contributions", "entry", "strengths", "opportunities", "settledBy"] {
            sort(&mut area[key]);
        }
    }
    if report["flat"] == true {
        sort(&mut report["ranking"]);
        sort(&mut report["chances"]["areas"]);
    }
    report
}

fn sort(items: &mut Value) {
    let key = |item: &Value| item.get("id").or(item.get("competence")).unwrap_or(item).to_string();
    items.as_array_mut().expect("it is a list").sort_by_key(key);
}

fn remove_competence(framework: &mut Value, id: &Value) {
    let every = |value: &mut Value| value.as_array_mut().map(std::mem::take).unwrap_or_default();
    let mut dimensions = every(&mut framework["dimensions"]);
    for dimension in &mut dimensions {
        dimension["competences"].as_array_mut().expect("it is a list").retain(|file| file["id"] != *id);
        for behaviour in dimension["behaviours"].as_array_mut().expect("it is a list") {
            behaviour["competences"].as_array_mut().expect("it is a list").retain(|tied_to| tied_to != id);
        }
    }
    framework["dimensions"] = dimensions.into();
    for (part, keys) in [("roles", ["targets", "weights"]), ("areas", ["entry", "practice"])] {
        for file in framework[part].as_array_mut().expect("it is a list") {
            for key in keys {
                if let Some(levels) = file.get_mut(key).and_then(Value::as_object_mut) {
                    levels.remove(text(id));
                }
            }
        }
    }
}

/// The id of an area's copy: it comes later than the area's.
fn copy_of(area: &Value) -> String {
    format!("{}-copy", text(&area["id"]))
}

/// Adds a copy of the area, first in the list, wished for and experienced as the area is.
fn copy_area(case: &mut Case, area: &Value, change: impl FnOnce(&mut Value)) {
    let (id, copied) = (text(&area["id"]), copy_of(area));
    let mut copy = area.clone();
    copy["id"] = json!(copied);
    change(&mut copy);
    case.framework["areas"].as_array_mut().expect("it is a list").insert(0, copy);
    if let Some(wish) = case.assessment["wishes"]["areas"].get(id).cloned() {
        case.assessment["wishes"]["areas"][&copied] = wish;
    }
    let experience = case.assessment["experience"].as_array_mut().expect("it is a list");
    if experience.contains(&area["id"]) {
        experience.push(json!(copied));
    }
}

fn rewrite_texts(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(rewrite_texts),
        Value::Object(members) if members.contains_key("da") => {
            members.values_mut().for_each(|text| *text = json!("something else"));
        }
        Value::Object(members) => members.values_mut().for_each(rewrite_texts),
        _ => {}
    }
}

/// What a file may hold where something else belongs.
const DISTURBANCES: [&str; 12] = [
    "null",
    "true",
    "-1",
    "3",
    "1e9",
    "9223372036854775807",
    "0.5",
    "\"\"",
    "\"c00-0\"",
    "[]",
    "{}",
    "[{\"id\": \"a\"}]",
];

/// Puts something else at a place in the file, counted over all its values.
fn disturb(file: &mut Value, place: &Index, disturbance: &str) {
    let mut left = place.index(count(file));
    replace(file, &mut left, &serde_json::from_str(disturbance).expect("it is JSON"));
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

fn replace(value: &mut Value, left: &mut usize, with: &Value) -> bool {
    if *left == 0 {
        *value = with.clone();
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| replace(item, left, with)),
        Value::Object(members) => members.values_mut().any(|member| replace(member, left, with)),
        _ => false,
    }
}

fn leave_out(assessment: &mut Assessment, ignored: &Ignored) {
    let id = &*ignored.id;
    match ignored.part {
        IgnoredPart::OtherRoles => assessment.other_roles.retain(|other| **other != *id),
        IgnoredPart::Stage => assessment.stage = None,
        IgnoredPart::Focus => assessment.targets.focus.retain(|other| **other != *id),
        IgnoredPart::AdjustedTargets => drop(assessment.targets.adjusted.shift_remove(id)),
        IgnoredPart::CompetenceResponses => drop(assessment.responses.competences.shift_remove(id)),
        IgnoredPart::BehaviourResponses => drop(assessment.responses.behaviours.shift_remove(id)),
        IgnoredPart::Agreed => drop(assessment.agreed.shift_remove(id)),
        IgnoredPart::Evidence => drop(assessment.evidence.shift_remove(id)),
        IgnoredPart::CompetenceWishes => drop(assessment.wishes.competences.shift_remove(id)),
        IgnoredPart::AreaWishes => drop(assessment.wishes.areas.shift_remove(id)),
        IgnoredPart::Experience => assessment.experience.retain(|other| **other != *id),
        IgnoredPart::PlanCompetences | IgnoredPart::PlanArea => assessment.plan.clear(),
    }
}

// ---- the cases

/// A law that holds since nothing ever happens says nothing: every finding of the method occurs often enough.
#[test]
fn generated_cases_show_every_finding_of_the_method() {
    let mut runner = TestRunner::deterministic();
    let cases = 1000;
    let mut shown: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..cases {
        let case = case().new_tree(&mut runner).expect("cases are made without rejects").current();
        let report = case.report();
        let mut findings = vec![format!("flat {}", report["flat"])];
        for row in list(&report["competences"]) {
            findings.push(format!("class {}", row["class"]));
            findings.push(format!("from {}", row["from"]));
            findings.push(format!("target for all {}", row["roleTarget"] == row["target"]));
        }
        for dimension in list(&report["dimensions"]) {
            findings.push(format!("summarised {}", dimension["summarised"]));
        }
        for area in list(&report["areas"]) {
            for key in ["standing", "best", "worst", "open", "experienced"] {
                findings.push(format!("{key} {}", area[key]));
            }
            findings.push(format!("declined {}", area["wish"] == -1));
            findings.push(format!("gain {}", number(&area["gain"]) > 0));
            findings.push(format!("opportunities {}", !list(&area["opportunities"]).is_empty()));
            findings.extend(list(&area["entry"]).iter().map(|line| format!("entry {}", line["state"])));
        }
        for key in ["priorities", "strengths", "missingOpportunities", "ranking", "contribute"] {
            findings.push(format!("{key} {}", list(&report[key]).len().min(2)));
        }
        findings.push(format!("portfolio {}", list(&report["portfolio"]["areas"]).len().min(2)));
        let chances = list(&report["chances"]["areas"]).len().min(2);
        findings.push(format!("chances {chances}"));
        findings.push(format!("chances {}, flat {}", chances > 0, report["flat"]));
        findings.push(format!("all reached {}", report["chances"]["reached"] == report["chances"]["of"]));
        let is_for_role = |file: &&Value| file.get("groups").is_none_or(|groups| list(groups).is_empty());
        for (file, area) in list(&case.framework["areas"]).iter().zip(list(&report["areas"])) {
            findings.push(format!("open later {}", is_for_role(&file) && area["open"] == false));
        }
        findings.sort();
        findings.dedup();
        findings.into_iter().for_each(|finding| *shown.entry(finding).or_default() += 1);
    }
    let rare: Vec<_> = shown.iter().filter(|(_, count)| **count < cases / 50).collect();
    assert!(rare.is_empty(), "{rare:?}");
}
