//! An assessment file is opened and saved without losing anything that a person said, or is declined with every reason.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use proptest::prelude::*;
use rokade::assessment::file::{AssessmentFile, read, saved};
use rokade::assessment::{Answer, Assessment, Part, Purpose, Rater};
use rokade::json::to_pretty;
use support::{GUEST, Tree, any_change, changed};

const LEAST: &str = r#"{
  "format": "rokade.assessment/1",
  "framework": {"id": "tea"},
  "purpose": "onboarding",
  "rater": "manager",
  "role": "host"
}"#;

fn opened(text: &str) -> AssessmentFile {
    read(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn written(AssessmentFile { assessment, derived }: AssessmentFile) -> String {
    to_pretty(&saved(&assessment, derived))
}

fn problems(text: &str) -> Vec<String> {
    support::lines(&read(text.as_bytes()).unwrap_err())
}

/// The file's assessment after one replacement in it.
fn with(from: &str, to: &str) -> String {
    assert_eq!(GUEST.matches(from).count(), 1, "{from}");
    GUEST.replace(from, to)
}

#[test]
fn a_file_is_written_back_as_it_was_but_for_what_wrote_it() {
    let (before, after) = (Tree::read(GUEST), Tree::read(&written(opened(GUEST))));
    assert_eq!(after.without("generator"), before.without("generator"));
    let generator = after.get("generator").unwrap().to_compact();
    assert_eq!(generator, format!(r#"{{"name":"rokade","version":"{}"}}"#, env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_file_needs_five_keys_only() {
    let AssessmentFile { assessment, derived } = opened(LEAST);
    let mut expected = Assessment::new("tea".into(), "".into(), Purpose::Onboarding, Rater::Manager, "host".into());
    expected.framework_version = None;
    assert_eq!(assessment, expected);
    assert_eq!((derived.notice, derived.report), (None, None));
    assert_eq!(
        problems("{\"format\": \"rokade.assessment/1\"}"),
        [
            "1:1: the key `framework` is missing",
            "1:1: the key `purpose` is missing",
            "1:1: the key `rater` is missing",
            "1:1: the key `role` is missing",
        ]
    );
}

#[test]
fn null_says_the_same_as_leaving_out() {
    for key in ["createdAt", "updatedAt", "language", "parts", "stage", "reference"] {
        let text = LEAST.replace("\"role\"", &format!("\"{key}\": null, \"role\""));
        assert_eq!(opened(&text).assessment, opened(LEAST).assessment, "{key}");
    }
    let text = LEAST.replace("\"role\"", r#""targets": {"agreedOn": null, "agreedBy": null}, "role""#);
    assert_eq!(opened(&text).assessment, opened(LEAST).assessment);
}

#[test]
fn a_target_of_null_is_not_the_same_as_none_said() {
    let adjusted = opened(GUEST).assessment.targets.adjusted;
    assert_eq!(adjusted.get("brew-tea"), Some(&Some(1)));
    assert_eq!(adjusted.get("choose-leaves"), Some(&None));
    assert_eq!(adjusted.get("warms-pot"), None);
}

#[test]
fn a_level_beside_an_answer_off_the_scale_says_nothing() {
    let text = with(r#"{"answer": "noOpportunity"}"#, r#"{"answer": "noOpportunity", "level": 2}"#);
    let responses = opened(&text).assessment.responses;
    assert_eq!(responses.competences.get("choose-leaves").unwrap().answer, Answer::NoOpportunity);
}

#[test]
fn a_text_may_be_longer_than_in_a_framework() {
    let long = "x".repeat(100_000);
    let text = with("Every guest asked for more.", &long);
    assert_eq!(opened(&text).assessment.evidence.get("brew-tea").unwrap().len(), long.len());
}

#[test]
fn a_file_is_declined_with_all_that_is_wrong_in_it() {
    let text = with("\"self\"", "1")
        .replace("[\"responses\", \"wishes\", \"plan\"]", "[\"answers\"]")
        .replace("\"2026-03-01\"", "\"1 March\"")
        .replace("{\"answer\": \"noOpportunity\"}", "{\"answer\": \"no\"}")
        .replace(", \"level\": 99", "")
        .replace("{\"brew-tea\": 1, \"brew-coffee\": 7}", "{\"brew-tea\": 1.5, \"brew-coffee\": null}")
        .replace("[\"tea-room\", \"bar\"]", "{}")
        .replace("\"together\"", "\"us\"")
        .replace("\"outcome\": \"It worked\"", "\"outcome\": \"It worked\", \"outcome\": \"It did not\"");
    assert_eq!(
        problems(&text),
        [
            "9:12: /rater: found a number where a text belongs",
            "10:13: /parts/0: `answers` is not one of `responses`, `wishes` or `plan`",
            "15:17: /targets/agreedOn: `1 March` is not a date; write it as year-month-day, such as `2026-02-01`",
            "24:35: /responses/competences/choose-leaves/answer: `no` is not one of `rated`, `noOpportunity`, \
             `notObserved` or `notRelevant`",
            "25:22: /responses/competences/brew-coffee: the key `level` is missing",
            "30:26: /agreed/brew-tea: found 1.5 where a whole number belongs",
            "30:46: /agreed/brew-coffee: found null where a whole number belongs",
            "33:17: /experience: found an object where a list belongs",
            "42:22: /plan/0/responsible: `us` is not one of `me`, `manager`, `together` or `other`",
            "46:31: /plan/0/outcome: the key `outcome` stands here a second time; each key may stand once",
        ]
    );
}

#[test]
fn a_file_of_a_newer_version_is_declined_as_such() {
    assert_eq!(
        problems(&with("assessment/1", "assessment/2")),
        ["2:13: /format: the format `rokade.assessment/2` is newer than this version of Rokade, which reads \
          `rokade.assessment/1`"]
    );
    assert_eq!(
        problems(&with("assessment/1", "framework/1")),
        ["2:13: /format: the format is `rokade.framework/1`, and `rokade.assessment/1` is read here"]
    );
}

#[test]
fn a_file_holds_exactly_the_parts_that_were_chosen() {
    let always = [
        "format",
        "createdAt",
        "updatedAt",
        "generator",
        "framework",
        "language",
        "purpose",
        "rater",
        "parts",
        "role",
        "otherRoles",
        "stage",
    ];
    let of = |part| match part {
        Part::Responses => vec!["targets", "responses", "agreed"],
        Part::Wishes => vec!["wishes", "experience"],
        Part::Plan => vec!["plan"],
    };
    let all = [Part::Responses, Part::Wishes, Part::Plan];
    for chosen in 0..8 {
        let parts: Vec<_> =
            all.into_iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, part)| part).collect();
        let AssessmentFile { mut assessment, derived } = opened(GUEST);
        assessment.parts = Some(parts.clone());
        assessment.evidence = Default::default();
        assessment.reference = None;
        assessment.other = Default::default();
        let json = Tree::read(&to_pretty(&saved(&assessment, derived)));
        let mut expected = always.to_vec();
        parts.iter().for_each(|part| expected.extend(of(*part)));
        expected.push("notice");
        if parts.contains(&Part::Responses) {
            expected.push("report");
        }
        assert_eq!(json.keys(), expected);
    }
}

#[test]
fn a_file_that_names_no_parts_holds_all_of_them() {
    let text = with("  \"parts\": [\"responses\", \"wishes\", \"plan\"],\n", "");
    let (before, after) = (Tree::read(&text), Tree::read(&written(opened(&text))));
    assert_eq!(after.without("generator"), before.without("generator"));
}

#[test]
fn a_part_that_stands_there_unnamed_is_kept() {
    let text = with("[\"responses\", \"wishes\", \"plan\"]", "[\"plan\"]");
    let AssessmentFile { assessment, .. } = opened(&text);
    assert_eq!(assessment.parts, Some(vec![Part::Plan, Part::Responses, Part::Wishes]));
    assert_eq!(assessment.responses, opened(GUEST).assessment.responses);
    // What other programs write for nothing is no part.
    let empty = LEAST.replace("\"role\"", r#""parts": ["plan"], "wishes": {"competences": {}, "areas": {}}, "role""#);
    assert_eq!(opened(&empty).assessment.parts, Some(vec![Part::Plan]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_can_be_opened_is_the_same_after_saving_and_opening(
        changes in proptest::collection::vec((any::<usize>(), any_change()), 1..=4),
    ) {
        if let Ok(first) = read(changed(GUEST, &changes).as_bytes()) {
            let text = written(first.clone());
            let second = opened(&text);
            prop_assert_eq!(&second.assessment, &first.assessment);
            prop_assert_eq!(&second.derived.notice, &first.derived.notice);
            prop_assert_eq!(written(second), text);
        }
    }
}
