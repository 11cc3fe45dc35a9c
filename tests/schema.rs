//! The schemas in `www/schema` are current, are draft 2020-12, and never refuse what the program reads.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use jsonschema::Validator;
use proptest::prelude::*;
use rokade::framework::check::check;
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use support::{GUEST, TEA, any_change, changed};

static FRAMEWORK: LazyLock<Validator> = LazyLock::new(|| validator("framework"));
static ASSESSMENT: LazyLock<Validator> = LazyLock::new(|| validator("assessment"));

fn kept(word: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("www/schema/{word}.schema.json"));
    std::fs::read_to_string(path).unwrap()
}

fn validator(word: &str) -> Validator {
    let schema: Value = serde_json::from_str(&kept(word)).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn objections(validator: &Validator, text: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(text).unwrap();
    validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn each_schema_is_current() {
    for word in ["framework", "assessment"] {
        let made = Command::new(env!("CARGO_BIN_EXE_rokade")).args(["schema", word]).output().unwrap().stdout;
        let is_current = String::from_utf8(made).unwrap() == kept(word);
        assert!(is_current, "make it anew: cargo run -- schema {word} > www/schema/{word}.schema.json");
    }
}

#[test]
fn each_schema_is_a_schema_of_draft_2020_12() {
    for word in ["framework", "assessment"] {
        let schema: Value = serde_json::from_str(&kept(word)).unwrap();
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{word}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
}

#[test]
fn each_key_of_the_framework_is_explained() {
    let schema: Value = serde_json::from_str(&kept("framework")).unwrap();
    let whole = "the file itself".to_owned();
    for (name, part) in schema["$defs"].as_object().unwrap().iter().chain([(&whole, &schema)]) {
        assert!(part["description"].as_str().is_some_and(|text| !text.is_empty()), "{name}");
        for (key, property) in part["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].as_str().is_some_and(|text| !text.is_empty()), "{name}: {key}");
        }
    }
}

#[test]
fn each_default_is_allowed_where_it_stands() {
    for word in ["framework", "assessment"] {
        let schema: Value = serde_json::from_str(&kept(word)).unwrap();
        let mut parts: Vec<_> = schema["$defs"].as_object().unwrap().iter().collect();
        let whole = "the file itself".to_owned();
        parts.push((&whole, &schema));
        for (name, part) in parts {
            for (key, property) in part["properties"].as_object().into_iter().flatten() {
                let Some(default) = property.get("default") else { continue };
                let alone = serde_json::json!({"allOf": [property], "$defs": schema["$defs"]});
                assert!(jsonschema::draft202012::is_valid(&alone, default), "{name}: {key}");
            }
        }
    }
}

#[test]
fn each_shipped_framework_is_valid() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("frameworks");
    for entry in folder.read_dir().unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        assert_eq!(objections(&FRAMEWORK, &text), [""; 0]);
    }
    assert_eq!(objections(&FRAMEWORK, TEA), [""; 0]);
    assert_eq!(objections(&ASSESSMENT, GUEST), [""; 0]);
}

#[test]
fn what_the_schema_knows_of_a_rule_it_objects_to() {
    for (name, is_known) in [
        ("every_part_has_its_type", true),
        ("every_required_key_is_there", true),
        ("every_key_is_part_of_the_format", true),
        ("every_id_is_kebab_case", true),
        ("every_number_is_within_its_limits", true),
        ("every_choice_is_one_of_its_words", true),
        ("every_text_says_something", true),
        ("every_text_has_at_most_4000_characters", true),
        ("every_list_has_as_many_entries_as_it_needs", true),
        ("there_are_at_most_100_languages", true),
        ("every_target_names_a_competence", false),
        ("every_id_is_used_once", false),
        ("every_route_belongs_to_its_kind", false),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad").join(name).with_extension("json");
        // The last of these numbers is too large for the schema's reader.
        let text = std::fs::read_to_string(path).unwrap().replace("1e400", "11");
        assert_eq!(!objections(&FRAMEWORK, &text).is_empty(), is_known, "{name}");
    }
}

fn changes() -> impl Strategy<Value = Vec<(usize, support::Change)>> {
    proptest::collection::vec((any::<usize>(), any_change()), 1..=3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_program_reads_no_framework_that_the_schema_refuses(changes in changes()) {
        let text = changed(TEA, &changes);
        // What this reader can't read at all has a number that no float holds; the schema can't be asked.
        if let Ok(value) = serde_json::from_str::<Value>(&text)
            && check(text.as_bytes()).framework.is_some()
        {
            let errors: Vec<_> = FRAMEWORK.iter_errors(&value).map(|error| error.to_string()).collect();
            prop_assert!(errors.is_empty(), "{errors:?}\n{text}");
        }
    }

    #[test]
    fn the_program_reads_no_assessment_that_the_schema_refuses(changes in changes()) {
        let text = changed(GUEST, &changes);
        if let Ok(value) = serde_json::from_str::<Value>(&text)
            && rokade::assessment::file::read(text.as_bytes()).is_ok()
        {
            let errors: Vec<_> = ASSESSMENT.iter_errors(&value).map(|error| error.to_string()).collect();
            prop_assert!(errors.is_empty(), "{errors:?}\n{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_program_reads_no_change_of_the_shipped_framework_that_the_schema_refuses(changes in changes()) {
        let text = changed(include_str!("../frameworks/souschef.json"), &changes);
        if let Ok(value) = serde_json::from_str::<Value>(&text)
            && check(text.as_bytes()).framework.is_some()
        {
            prop_assert!(FRAMEWORK.is_valid(&value), "{changes:?}");
        }
    }
}
