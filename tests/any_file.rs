//! No file of any kind makes reading it panic, and every problem found in it has its place (www/guides/method.md, law
//! 16).
//!
//! What is read lazily and with places is what `serde_json` reads at once.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use proptest::prelude::*;
use rokade::assessment::file::SavedAssessment;
use rokade::framework::check::check;
use rokade::framework::file::{self, FrameworkFile};
use rokade::gather::{Rules, gather};
use rokade::json::{Json, SyntaxErrorKind, to_compact, to_pretty};
use rokade::problem::Findings;
use rokade::scalar;
use std::path::Path;
use support::{Change, GUEST, TEA, Tree, any_change, assert_placed, changed};

/// A framework that has every key of the format.
const EVERYTHING: &str = include_str!("everything.json");
const SOUSCHEF: &str = include_str!("../frameworks/souschef.json");

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn changes(most: usize) -> impl Strategy<Value = Vec<(usize, Change)>> {
    proptest::collection::vec((any::<usize>(), any_change()), 1..=most)
}

/// Checks the file both as a framework and as an assessment.
fn assert_read_calmly(bytes: &[u8]) {
    assert_placed(bytes, &check(bytes).problems);
    if let Err(problems) = rokade::assessment::file::read(bytes) {
        assert!(!problems.is_empty());
        assert_placed(bytes, &problems);
    }
}

fn any_json() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        any::<String>(),
        "[a-z\\\\\"/<é😀\u{0}\u{7f}\u{2028}]{0,6}",
        Just("format".to_owned()),
        Just("rokade.framework/1".to_owned())
    ]
    .prop_map(|text| serde_json::to_string(&text).unwrap());
    let number = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        "-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,2})?",
    ];
    let word = prop_oneof![Just("null"), Just("true"), Just("false"), Just("[]"), Just("{}")].prop_map(str::to_owned);
    let space = prop_oneof![3 => Just(""), 1 => Just(" "), 1 => Just("\r\n\t")];
    prop_oneof![text.clone(), number, word].prop_recursive(5, 40, 6, move |inner| {
        let item = (space.clone(), inner.clone(), space.clone())
            .prop_map(|(before, item, after)| before.to_owned() + &item + after);
        let member = (text.clone(), item.clone()).prop_map(|(key, item)| format!("{key}:{item}"));
        prop_oneof![
            proptest::collection::vec(item, 0..6).prop_map(|items| format!("[{}]", items.join(","))),
            proptest::collection::vec(member, 0..6).prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    })
}

/// What slips into a text.
const PIECES: &[&str] = &[
    "",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d\\ude00",
    "\\ud83d",
    "0",
    "-",
    ".",
    "e",
    "E+",
    "9",
    "null",
    "tru",
    " ",
    "\n",
    "\u{1}",
    "\u{a0}",
    "æ",
    "//",
    "'",
    "NaN",
];

/// JSON with a few characters taken out, put in or exchanged.
fn nearly_json() -> impl Strategy<Value = String> {
    (any_json(), proptest::collection::vec((any::<usize>(), proptest::sample::select(PIECES), 0usize..2), 0..4))
        .prop_map(|(text, edits)| {
            let mut characters: Vec<_> = text.chars().map(String::from).collect();
            for (place, piece, taken) in edits {
                let place = place % (characters.len() + 1);
                let end = (place + taken).min(characters.len());
                characters.splice(place..end, [piece.to_owned()]);
            }
            characters.concat()
        })
}

/// What is read here is what `serde_json` reads, but for nesting beyond 32 and numbers that a float can't hold. Written
/// again, it is the same.
fn assert_read_alike(text: &str) {
    let own = Json::read(text);
    let other = serde_json::from_str::<serde_json::Value>(text);
    match (own, other) {
        (Ok(json), Ok(value)) => {
            let tree = Tree::from(json);
            for written in [to_pretty(&json), to_compact(&json), tree.to_pretty()] {
                assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), value, "{text:?}");
                assert_eq!(Tree::read(&written), tree, "{text:?}");
            }
        }
        (Ok(_), Err(error)) => assert!(error.to_string().starts_with("number out of range"), "{error}: {text:?}"),
        (Err(error), Ok(_)) => assert_eq!(error.kind, SyntaxErrorKind::TooDeep, "{text:?}"),
        (Err(error), Err(_)) => {
            assert!(text.is_char_boundary(error.at as usize), "{text:?}: {error:?}");
        }
    }
}

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn what_is_json_is_read(text in nearly_json()) {
        assert_read_alike(&text);
    }

    #[test]
    fn what_is_read_is_what_stands_there(text in any_json()) {
        assert_read_alike(&text);
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        assert_read_calmly(&bytes);
    }

    #[test]
    fn no_text_makes_reading_panic(text in nearly_json()) {
        assert_read_calmly(text.as_bytes());
    }
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn no_json_in_the_place_of_a_part_makes_reading_panic(json in any_json(), node in any::<usize>()) {
        for document in [TEA, GUEST] {
            // The text stands in for a node of its own, so that it is no part of the document's JSON values.
            let marked = changed(document, &[(node, Change::Replace("\"brew-tea\""))]);
            assert_read_calmly(marked.replacen("\"brew-tea\"", &json, 1).as_bytes());
        }
    }

    #[test]
    fn no_change_to_a_framework_makes_reading_panic(changes in changes(5)) {
        assert_read_calmly(changed(TEA, &changes).as_bytes());
    }

    #[test]
    fn no_change_to_an_assessment_makes_reading_panic(changes in changes(5)) {
        assert_read_calmly(changed(GUEST, &changes).as_bytes());
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn no_change_to_the_shipped_framework_makes_reading_panic(changes in changes(8)) {
        assert_read_calmly(changed(SOUSCHEF, &changes).as_bytes());
    }

    #[test]
    fn no_exchange_of_bytes_in_the_shipped_framework_makes_reading_panic(
        edits in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = SOUSCHEF.as_bytes().to_vec();
        for (place, byte) in edits {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        assert_read_calmly(&bytes);
    }
}

/// A good file's types as the gatherer reads them, beside what `serde_json` makes of the same text. Members that no type
/// knows are kept by the gatherer alone, so a file that has any is only written and read again.
fn assert_gathered_alike<T>(text: &str, rules: &[&Rules])
where
    T: serde::de::DeserializeOwned + serde::Serialize + PartialEq + std::fmt::Debug,
{
    let mut findings = Findings::default();
    let gathered: T = gather(Json::read(text).unwrap(), rules, &mut findings);
    assert_eq!(findings.total(), 0, "{text}");
    let written = to_pretty(&gathered);
    assert_eq!(gather::<T>(Json::read(&written).unwrap(), rules, &mut findings), gathered, "{text}");
    let plain: T = serde_json::from_str(text).unwrap();
    if Tree::read(&written).size() == Tree::read(&to_pretty(&plain)).size() {
        assert_eq!(gathered, plain, "{text}");
    }
}

fn assert_framework_gathered_alike(text: &str) {
    assert_gathered_alike::<FrameworkFile>(text, &[scalar::TEXTS, file::NUMBERS, file::RULES]);
}

fn assert_assessment_gathered_alike(text: &str) {
    assert_gathered_alike::<SavedAssessment>(text, &[scalar::TEXTS]);
}

/// The document without what the guest's file has beside the format.
fn without_by(tree: Tree) -> Tree {
    match tree.without("by") {
        Tree::List(items) => Tree::List(items.into_iter().map(without_by).collect()),
        Tree::Object(members) => {
            Tree::Object(members.into_iter().map(|(key, value)| (key, without_by(value))).collect())
        }
        tree => tree,
    }
}

/// Whether any number is written in a way that only the gatherer takes for whole.
fn has_strange_numbers(text: &str) -> bool {
    ["2.0", "1e400", "-0"].iter().any(|number| text.contains(number))
}

#[test]
fn each_shipped_framework_is_gathered_as_serde_json_reads_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("frameworks");
    for entry in folder.read_dir().unwrap() {
        assert_framework_gathered_alike(&std::fs::read_to_string(entry.unwrap().path()).unwrap());
    }
    assert_framework_gathered_alike(TEA);
    assert_framework_gathered_alike(EVERYTHING);
    assert_framework_gathered_alike(&Tree::read(EVERYTHING).without("extensions").to_pretty());
    assert_assessment_gathered_alike(&Tree::read(GUEST).without("by").to_pretty());
    assert_assessment_gathered_alike(&without_by(Tree::read(GUEST)).to_pretty());
}

#[test]
fn a_framework_with_everything_is_good() {
    let problems = check(EVERYTHING.as_bytes()).problems;
    assert!(problems.is_empty(), "{:?}", support::lines(&problems));
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn a_good_framework_is_gathered_as_serde_json_reads_it(changes in changes(3), of_everything in any::<bool>()) {
        let text = changed(if of_everything { EVERYTHING } else { TEA }, &changes);
        if check(text.as_bytes()).framework.is_some() && !has_strange_numbers(&text) {
            assert_framework_gathered_alike(&text);
        }
    }

    #[test]
    fn a_good_assessment_is_gathered_as_serde_json_reads_it(changes in changes(3)) {
        // Changed like this it may be JSON no more, such as a repeated nought.
        let changed = changed(GUEST, &changes);
        let Ok(json) = Json::read(&changed) else { return Ok(()) };
        let text = without_by(json.into()).to_pretty();
        if rokade::assessment::file::read(text.as_bytes()).is_ok() && !has_strange_numbers(&text) {
            assert_assessment_gathered_alike(&text);
        }
    }

    #[test]
    fn a_change_to_a_framework_with_everything_is_read_calmly(changes in changes(5)) {
        assert_read_calmly(changed(EVERYTHING, &changes).as_bytes());
    }
}
