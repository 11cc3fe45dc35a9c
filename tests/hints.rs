//! Hints for whoever writes a framework: each has a case, is told at its place, and can be settled. What is shipped needs none.
#![cfg(not(target_arch = "wasm32"))]

use rokade::framework::check::check;
use rokade::hint::{HintKind, hints};
use rokade::wording::Language;
use rokade::wording::hints::{line, sentence};
use std::collections::BTreeSet;
use std::path::Path;
use strum::VariantNames;

const TEA: &str = include_str!("tea.json");

fn changed(from: &str, to: &str) -> String {
    assert!(TEA.contains(from), "{from}");
    TEA.replace(from, to)
}

/// What a file is, the name of its only hint, and where it is.
fn cases() -> Vec<(String, &'static str, &'static str)> {
    let statement = "I brew tea that guests like.";
    vec![
        (changed(statement, "I brew tea and I carry it in."), "two-claims", "/dimensions/0/competences/0/statement"),
        (changed(statement, "I brew tea. Guests like it."), "two-claims", "/dimensions/0/competences/0/statement"),
        (changed(statement, "I understand what tea means to guests."), "unobservable", "/dimensions/0/competences/0/statement"),
        (
            changed("\"Brewing tea\"", "\"Brewing tea of every kind for any guest that comes\""),
            "long-title",
            "/dimensions/0/competences/0/title",
        ),
        (
            changed("\"practice\": {\"brew-tea\": 2", "\"practice\": {\"brew-tea\": 1"),
            "unpractised-target",
            "/roles/0/targets/brew-tea",
        ),
        (
            changed("\"practice\": {\"brew-tea\"", "\"entry\": {\"choose-leaves\": 2, \"brew-tea\": 2}, \"practice\": {\"brew-tea\"")
                .replace("{\"brew-tea\": 2, \"choose-leaves\": 1}}", "{\"brew-tea\": 0, \"choose-leaves\": 1}}"),
            "closed-area",
            "/areas/0/entry/choose-leaves",
        ),
        (changed("\"With help\"", "\"new to me\""), "levels-alike", "/scales/0/levels/1/label"),
        (
            changed(",\n        {\"id\": \"choose-leaves\", \"title\": \"Choosing leaves\", \"statement\": \"I choose leaves.\"}", "")
                .replace(", \"choose-leaves\": 1", "")
                .replace(", \"choose-leaves\": 2", ""),
            "small-dimension",
            "/dimensions/0/id",
        ),
        (
            changed(
                "\"choose-leaves\": 1}}",
                "\"choose-leaves\": 1}}, {\"id\": \"guest\", \"title\": \"Guest\", \"group\": \"hosts\", \"targets\": \
                 {\"choose-leaves\": 1, \"brew-tea\": 2}}",
            ),
            "roles-alike",
            "/roles/1/targets",
        ),
        (
            changed("\"With help\"", "\"I do it with help from somebody else\""),
            "no-short",
            "/scales/0/levels/1/label",
        ),
        (
            changed(statement, "Jeg brygger te, som gæsterne kan lide, og det er godt."),
            "other-language",
            "/dimensions/0/competences/0/statement",
        ),
        (
            changed("\"version\": \"1\",", "\"version\": \"1\", \"extensions\": {\"rokade\": {\"hintsOff\": [\"two-claim\"]}},"),
            "unknown-hint",
            "",
        ),
    ]
}

#[test]
fn each_hint_is_given_at_its_place_and_alone() {
    let mut names = BTreeSet::new();
    for (file, name, pointer) in cases() {
        assert!(check(file.as_bytes()).framework.is_some(), "{name}: {:?}", check(file.as_bytes()).problems);
        let hints = hints(file.as_bytes());
        let lines: Vec<String> = hints.told.iter().map(|hint| line(hint, Language::English)).collect();
        assert_eq!(hints.told.len(), 1, "{name}: {lines:#?}");
        let hint = &hints.told[0];
        assert_eq!((hint.kind.name(), &*hint.pointer), (name, pointer), "{lines:#?}");
        names.insert(name);
        for language in Language::ALL {
            assert!(sentence(&hint.kind, language).chars().count() > 30);
        }
    }
    let lacking: Vec<_> = HintKind::VARIANTS.iter().filter(|name| !names.contains(**name)).collect();
    assert!(lacking.is_empty(), "no case has {lacking:?}");
}

#[test]
fn what_the_owner_has_settled_is_not_hinted_at_again() {
    for (file, name, _) in cases().into_iter().filter(|(_, name, _)| *name != "unknown-hint") {
        let settled = format!("\"version\": \"1\", \"extensions\": {{\"rokade\": {{\"hintsOff\": [\"{name}\"]}}}},");
        let hints = hints(file.replace("\"version\": \"1\",", &settled).as_bytes());
        assert_eq!(hints.told, [], "{name}");
    }
}

#[test]
fn a_file_with_problems_gets_no_hints() {
    let file = changed("I brew tea that guests like.", "I brew tea and I carry it in.")
        .replace("\"brew-tea\": 2,", "\"brew-te\": 2,");
    assert!(hints(file.as_bytes()).told.is_empty());
    assert!(hints(b"{").told.is_empty());
}

#[test]
fn what_is_shipped_needs_no_hint() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("frameworks");
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        let hints = hints(&std::fs::read(&path).unwrap());
        let lines: Vec<String> = hints.told.iter().map(|hint| line(hint, Language::English)).collect();
        assert!(lines.is_empty(), "{}: {lines:#?}", path.display());
    }
}
