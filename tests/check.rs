//! `check` tells every problem of a framework file, in words and with its place.
//!
//! Each file in `tests/bad` is named for a rule that it breaks and has beside it the lines that `check` answers with.
//! `ROKADE_BLESS=1 cargo test --test check` writes them anew; read what changed.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use rokade::framework::check::{RULES, WARNINGS, check};
use rokade::json::SyntaxErrorKind;
use rokade::problem::{Problem, ProblemKind, Severity};
use rokade::wording::Language;
use rokade::wording::problems::sentence;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use support::{TEA, assert_placed};

/// Names every kind of problem in one `match` that has to have them all, and lists the names.
macro_rules! kinds {
    ($($name:literal: $pattern:pat,)*) => {
        const KINDS: &[&str] = &[$($name),*];

        fn kind_of(problem: &Problem) -> &'static str {
            use ProblemKind::*;
            match &problem.kind {
                $($pattern => $name,)*
            }
        }
    };
}

kinds! {
    "TooLarge": Syntax(SyntaxErrorKind::TooLarge),
    "NotUtf8": Syntax(SyntaxErrorKind::NotUtf8 { .. }),
    "TooDeep": Syntax(SyntaxErrorKind::TooDeep),
    "CutShort": Syntax(SyntaxErrorKind::CutShort),
    "Unexpected": Syntax(SyntaxErrorKind::Unexpected { .. }),
    "ControlCharacter": Syntax(SyntaxErrorKind::ControlCharacter),
    "BadEscape": Syntax(SyntaxErrorKind::BadEscape),
    "HalfCharacter": Syntax(SyntaxErrorKind::HalfCharacter),
    "BadNumber": Syntax(SyntaxErrorKind::BadNumber),
    "TextAfterEnd": Syntax(SyntaxErrorKind::TextAfterEnd),
    "WrongType": WrongType { .. },
    "NotWhole": NotWhole { .. },
    "MissingKey": MissingKey { .. },
    "UnknownKey": UnknownKey { .. },
    "RepeatedKey": RepeatedKey { .. },
    "OtherFormat": OtherFormat { .. },
    "NewerFormat": NewerFormat { .. },
    "BadId": BadId { .. },
    "BadLanguage": BadLanguage { .. },
    "BadDate": BadDate { .. },
    "BadContact": BadContact { .. },
    "EmptyText": EmptyText,
    "TextTooLong": TextTooLong { .. },
    "OutOfRange": OutOfRange { .. },
    "WrongCount": WrongCount { .. },
    "UnknownChoice": UnknownChoice { .. },
    "MissingLanguage": MissingLanguage { .. },
    "UndeclaredLanguage": UndeclaredLanguage { .. },
    "OneTextForSeveralLanguages": OneTextForSeveralLanguages { .. },
    "RepeatedId": RepeatedId { .. },
    "UnknownId": UnknownId { .. },
    "TooMany": TooMany { .. },
    "RenamedTooFar": RenamedTooFar { .. },
    "LevelBeyondScale": LevelBeyondScale { .. },
    "LevelTexts": LevelTexts { .. },
    "RouteOfOtherKind": RouteOfOtherKind { .. },
    "PractisedNowhere": PractisedNowhere { .. },
    "NoTargets": NoTargets { .. },
    "NeedWithoutStatement": NeedWithoutStatement,
    "NoManagerStatement": NoManagerStatement { .. },
}

/// A file that breaks rules, and where the lines that tell so are kept.
struct Case {
    bytes: Vec<u8>,
    expected: PathBuf,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let written = files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let written =
        written.map(|path| Case { bytes: std::fs::read(path).unwrap(), expected: path.with_extension("txt") });
    let made =
        large().into_iter().map(|(name, bytes)| Case { bytes, expected: folder.join(name).with_extension("txt") });
    written.chain(made).collect()
}

/// Files that break a rule by being too large to be kept.
fn large() -> Vec<(&'static str, Vec<u8>)> {
    let spaces = " ".repeat(8 * 1024 * 1024);
    vec![
        ("the_file_has_at_most_8_mib", format!("{TEA}{spaces}").into_bytes()),
        (
            "there_are_at_most_5000_competences",
            with("competences", &|n| format!(r#"{{"id": "c-{n}", "title": "C", "statement": "C"}}"#), 4_999),
        ),
        (
            "there_are_at_most_20000_behaviours",
            with("behaviours", &|n| format!(r#"{{"id": "b-{n}", "statement": "B"}}"#), 20_000),
        ),
        (
            "there_are_at_most_2000_roles",
            with("roles", &|n| format!(r#"{{"id": "r-{n}", "title": "R", "targets": {{"brew-tea": 1}}}}"#), 2_000),
        ),
        (
            "there_are_at_most_5000_areas",
            with(
                "areas",
                &|n| format!(r#"{{"id": "a-{n}", "title": "A", "kind": "rotation", "route": "developmentPlan"}}"#),
                5_000,
            ),
        ),
        (
            "there_are_at_most_2000_renamed_ids",
            with_renamed(TEA, (0..2_001).map(|n| (format!("r-{n}"), "brew-tea".to_owned()))),
        ),
        // A hundred that lead to each other, and the last to a hundred and one competences.
        ("the_renamed_ids_lead_to_at_most_10000", {
            let competences: Vec<_> = (0..101).map(|n| format!("c-{n}")).collect();
            let renamed = (0..100).map(|n| match n {
                99 => ("r-99".to_owned(), competences.join(r#"", ""#)),
                _ => (format!("r-{n}"), format!("r-{}", n + 1)),
            });
            let tea = with("competences", &|n| format!(r#"{{"id": "c-{n}", "title": "C", "statement": "C"}}"#), 101);
            with_renamed(&String::from_utf8(tea).unwrap(), renamed)
        }),
    ]
}

/// The small framework in which these ids became those.
fn with_renamed(tea: &str, entries: impl Iterator<Item = (String, String)>) -> Vec<u8> {
    let entries: Vec<_> = entries.map(|(from, to)| format!(r#"{{"from": "{from}", "to": ["{to}"]}}"#)).collect();
    tea.replacen("  \"areas\"", &format!("  \"renamed\": [\n{}\n  ],\n  \"areas\"", entries.join(",\n")), 1)
        .into_bytes()
}

/// The small framework with entries more in front of a list.
fn with(list: &str, entry: &dyn Fn(usize) -> String, entries: usize) -> Vec<u8> {
    let start = format!("\"{list}\": [\n");
    assert!(TEA.contains(&start));
    let entries: String = (0..entries).map(|n| format!("{},\n", entry(n))).collect();
    TEA.replacen(&start, &(start.clone() + &entries), 1).into_bytes()
}

fn lines(problems: &[Problem]) -> String {
    support::lines(problems).iter().map(|line| format!("{line}\n")).collect()
}

#[test]
fn each_bad_file_is_answered_with_the_lines_beside_it() {
    let bless = std::env::var_os("ROKADE_BLESS").is_some();
    let mut different = Vec::new();
    for Case { bytes, expected } in cases() {
        let told = lines(&check(&bytes).problems);
        if bless {
            std::fs::write(&expected, &told).unwrap();
        }
        let kept = std::fs::read_to_string(&expected).unwrap_or_default();
        if told != kept {
            different.push(format!("{}\n--- kept\n{kept}--- told\n{told}", expected.display()));
        }
    }
    assert!(different.is_empty(), "{}\nROKADE_BLESS=1 keeps what is told", different.join("\n"));
}

#[test]
fn each_kept_answer_has_its_bad_file() {
    let answers: BTreeSet<_> = cases().into_iter().map(|case| case.expected).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        assert!(answers.contains(&path.with_extension("txt")), "{} belongs to no bad file", path.display());
    }
}

#[test]
fn each_rule_has_a_bad_file_of_its_name() {
    let names: BTreeSet<_> = cases().into_iter().map(|case| case.expected.file_stem().unwrap().to_owned()).collect();
    for (rule, _) in RULES.iter().chain(WARNINGS) {
        assert!(names.contains(std::ffi::OsStr::new(rule)), "{rule}");
    }
}

#[test]
fn each_kind_of_problem_has_a_bad_file() {
    let shown: BTreeSet<_> =
        cases().iter().flat_map(|case| check(&case.bytes).problems.told).map(|problem| kind_of(&problem)).collect();
    let missing: Vec<_> = KINDS.iter().filter(|kind| !shown.contains(*kind)).collect();
    assert!(missing.is_empty(), "no file in tests/bad shows {missing:?}");
}

/// What stands in backticks.
fn quoted(sentence: &str) -> BTreeSet<&str> {
    sentence.split('`').skip(1).step_by(2).collect()
}

#[test]
fn each_problem_of_a_bad_file_is_told_in_both_languages_with_the_same_names() {
    for problem in cases().iter().flat_map(|case| check(&case.bytes).problems.told) {
        let [danish, english] = [Language::Danish, Language::English].map(|language| sentence(&problem.kind, language));
        assert_ne!(danish, english);
        // Danish makes up another example where no id can be made of what was found.
        let names = quoted(&english.replace("give-feedback", "giv-feedback")).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(quoted(&danish).into_iter().collect::<Vec<_>>().join(" "), names);
    }
}

#[test]
fn each_problem_of_a_bad_file_stands_where_its_pointer_leads() {
    for case in cases() {
        assert_placed(&case.bytes, &check(&case.bytes).problems);
    }
}

#[test]
fn a_file_is_usable_when_it_has_warnings_only() {
    for case in cases() {
        let checked = check(&case.bytes);
        let usable = checked.problems.iter().all(|problem| problem.severity == Severity::Warning);
        assert_eq!(checked.framework.is_some(), usable, "{}", case.expected.display());
    }
    let checked = check(TEA.as_bytes());
    assert!(checked.framework.is_some() && checked.problems.is_empty(), "{}", lines(&checked.problems));
}

#[test]
fn a_file_of_8_mib_is_read() {
    let spaces = " ".repeat(8 * 1024 * 1024 - TEA.len());
    assert!(check(format!("{TEA}{spaces}").as_bytes()).framework.is_some());
}

#[test]
fn a_byte_order_mark_is_passed_over_and_moves_no_column() {
    let marked = format!("\u{feff}{TEA}");
    assert!(check(marked.as_bytes()).problems.is_empty());
    let marked = format!("\u{feff}{}", TEA.replace('\n', " ").replace("\"1\"", "1"));
    let plain = marked.trim_start_matches('\u{feff}');
    assert_eq!(lines(&check(marked.as_bytes()).problems), lines(&check(plain.as_bytes()).problems));
}

#[test]
fn a_whole_number_may_be_written_in_any_way_that_json_has() {
    for number in ["2", "2.0", "20e-1", "0.2E+1"] {
        let text = TEA.replace("\"brew-tea\": 2,", &format!("\"brew-tea\": {number},"));
        let framework = check(text.as_bytes()).framework.unwrap();
        assert_eq!(framework.roles[0].targets[0], Some(2), "{number}");
    }
    let text = TEA.replace("\"brew-tea\": 2,", "\"brew-tea\": -0,");
    assert_eq!(check(text.as_bytes()).framework.unwrap().roles[0].targets[0], Some(0));
}

#[test]
fn a_deep_file_is_told_without_going_down_to_its_end() {
    for text in [
        "[".repeat(10_000),
        "[".repeat(1_000_000),
        "{\"a\":".repeat(1_000_000),
        format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)),
    ] {
        let problems = check(text.as_bytes()).problems;
        assert!(matches!(&problems.told[..], [Problem { kind: ProblemKind::Syntax(SyntaxErrorKind::TooDeep), .. }]));
    }
}

#[test]
fn a_file_cut_short_anywhere_is_told_and_never_read() {
    for end in (0..TEA.trim_end().len()).filter(|end| TEA.is_char_boundary(*end)) {
        let checked = check(&TEA.as_bytes()[..end]);
        assert!(checked.framework.is_none() && checked.problems.len() == 1, "{end}");
        assert_placed(&TEA.as_bytes()[..end], &checked.problems);
    }
}

#[test]
fn a_million_problems_are_told_in_seconds() {
    let many = |one: &dyn Fn(usize) -> String, many: usize| (0..many).map(one).collect::<Vec<_>>().join(",");
    let in_areas = |entries: String| TEA.replace("\"areas\": [\n", &format!("\"areas\": [{entries},\n"));
    let in_targets =
        |entries: String| TEA.replace("{\"brew-tea\": 2, \"choose-leaves\": 1}", &format!("{{{entries}}}"));
    let in_languages = |entries: String| TEA.replace("[\"en\"]", &format!("[{entries}]"));
    let in_extensions =
        |entries: String| TEA.replace("\"areas\"", &format!("\"extensions\": {{{entries}}},\n\"areas\""));
    let hundred = many(&|n| format!("\"aa-{n}\""), 100);
    let files = [
        ("wrong types", in_areas(many(&|_| "1".to_owned(), 1_000_000))),
        ("missing keys", in_areas(many(&|_| "{}".to_owned(), 30_000))),
        ("bad ids", in_areas(many(&|_| r#"{"id":"A"}"#.to_owned(), 30_000))),
        ("unknown keys", in_areas(many(&|n| format!("{{\"i{n}\":1}}"), 30_000))),
        ("unknown choices", in_areas(many(&|n| format!("{{\"kind\":\"rotatio{n}\"}}"), 30_000))),
        ("unknown ids", in_targets(many(&|n| format!("\"brew-te{n}\":1"), 100_000))),
        ("repeated keys", in_extensions(many(&|_| "\"a\":1".to_owned(), 200_000))),
        (
            "repeated keys under a long one",
            in_extensions(format!("\"{}\":{{{}}}", "long".repeat(1_000_000), many(&|_| "\"a\":1".to_owned(), 100_000))),
        ),
        ("languages", in_languages(many(&|n| format!("\"l{n}\""), 200_000))),
        (
            "missing languages",
            in_languages(hundred.clone())
                .replace("{\"label\": \"Never\"}", &many(&|_| "{\"label\":{}}".to_owned(), 50_000)),
        ),
        (
            "missing translations",
            in_languages(hundred).replace("{\"label\": \"Never\"}", &many(&|_| "{\"label\":\"a\"}".to_owned(), 50_000)),
        ),
        (
            "undeclared languages",
            TEA.replace("\"Making tea\"", &format!("{{{}}}", many(&|n| format!("\"n{n}\":\"\""), 100_000))),
        ),
        (
            "competences and roles",
            TEA.replace(
                "\"competences\": [\n",
                &format!(
                    "\"competences\": [{},\n",
                    many(&|n| format!(r#"{{"id":"c{n}","title":"c","statement":"c"}}"#), 40_000)
                ),
            )
            .replace(
                "\"roles\": [\n",
                &format!(
                    "\"roles\": [{},\n",
                    many(&|n| format!(r#"{{"id":"r{n}","title":"r","targets":{{}}}}"#), 40_000)
                ),
            ),
        ),
        (
            "misspelt ids among many",
            TEA.replace(
                "\"competences\": [\n",
                &format!(
                    "\"competences\": [{},\n",
                    many(&|n| format!(r#"{{"id":"{}-{n:05}","title":"c","statement":"c"}}"#, "ab".repeat(29)), 4_000)
                ),
            )
            .replace(
                "{\"brew-tea\": 2, \"choose-leaves\": 1}",
                &format!("{{{}}}", many(&|n| format!("\"{}-{n:04}\":1", "ba".repeat(29)), 1_000)),
            ),
        ),
    ];
    for (name, text) in files {
        assert!(text.len() <= rokade::json::LARGEST_FILE, "{name}: {}", text.len());
        let start = Instant::now();
        let checked = check(text.as_bytes());
        let time = start.elapsed();
        println!("{name}: {} problems of {} bytes in {time:?}", checked.problems.len(), text.len());
        assert!(checked.framework.is_none());
        assert!(time < Duration::from_secs(20), "{name}: {time:?}");
    }
}
