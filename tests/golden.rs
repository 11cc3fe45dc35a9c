//! A folder per case in `tests/golden`, named for what it shows: a framework, an assessment of it, and its report.
//!
//! `ROKADE_BLESS=1 cargo test --test golden` writes the reports anew. Read the difference against www/guides/method.md
//! before committing it: a golden report that blesses a mistake is worse than none.

#![cfg(not(target_arch = "wasm32"))]

mod method;

use rokade::assessment;
use rokade::framework::Framework;
use rokade::framework::check::check;
use rokade::json::{to_compact, to_pretty};
use rokade::report::Report;
use rokade::report::file::ReportFile;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_golden_report_is_computed_again() {
    let mut failures = String::new();
    for folder in folders() {
        let path = folder.join("report.json");
        let found = to_pretty(&report(&folder));
        if std::env::var_os("ROKADE_BLESS").is_some() {
            fs::write(&path, found).expect("a report can be written");
            continue;
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        if found != golden {
            let _ = writeln!(failures, "{}\n{}", name(&folder), difference(&golden, &found));
        }
    }
    assert!(failures.is_empty(), "reports differ (- golden, + computed):\n{failures}");
}

#[test]
fn every_golden_report_is_what_the_method_says() {
    for folder in folders() {
        let json = |text: &str| -> serde_json::Value { serde_json::from_str(text).expect("it is JSON") };
        let (framework, assessment) = (text(&folder, "framework.json"), text(&folder, "assessment.json"));
        let report = json(&to_compact(&report(&folder)));
        assert_eq!(report, method::report(&json(&framework), &json(&assessment)), "{}", name(&folder));
    }
}

#[test]
fn every_golden_framework_is_without_problems() {
    for folder in folders() {
        assert_eq!(check(text(&folder, "framework.json").as_bytes()).problems.told, [], "{}", name(&folder));
    }
}

fn folders() -> Vec<PathBuf> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let entries = fs::read_dir(cases).expect("the cases are there");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a case can be read").path()).collect();
    folders.sort();
    assert!(folders.len() > 1, "there are cases");
    folders
}

fn name(folder: &Path) -> &str {
    folder.file_name().and_then(|name| name.to_str()).expect("a case has a name")
}

fn text(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{} of {}: {error}", file, name(folder)))
}

fn report(folder: &Path) -> ReportFile {
    let framework = Framework::read(&text(folder, "framework.json"))
        .unwrap_or_else(|problems| panic!("the framework of {}: {problems:?}", name(folder)));
    let assessment = assessment::file::read(text(folder, "assessment.json").as_bytes())
        .unwrap_or_else(|problems| panic!("the assessment of {}: {problems:?}", name(folder)))
        .assessment;
    let role = framework.role(&assessment.role).expect("the role is known");
    Report::of(&framework, role, &assessment).file(&framework)
}

/// The lines that differ, with two lines before and after.
fn difference(golden: &str, found: &str) -> String {
    let (golden, found): (Vec<&str>, Vec<&str>) = (golden.lines().collect(), found.lines().collect());
    // common[i][j]: the most lines that golden[i..] and found[j..] have in common, in order.
    let mut common = vec![vec![0_usize; found.len() + 1]; golden.len() + 1];
    for i in (0..golden.len()).rev() {
        for j in (0..found.len()).rev() {
            common[i][j] =
                if golden[i] == found[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::new();
    while i < golden.len() || j < found.len() {
        if i < golden.len() && j < found.len() && golden[i] == found[j] {
            lines.push((' ', golden[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == found.len() || (i < golden.len() && common[i + 1][j] >= common[i][j + 1]) {
            lines.push(('-', golden[i]));
            i += 1;
        } else {
            lines.push(('+', found[j]));
            j += 1;
        }
    }
    let is_near =
        |place: usize| lines[place.saturating_sub(2)..lines.len().min(place + 3)].iter().any(|line| line.0 != ' ');
    let shown = (0..lines.len()).filter(|place| is_near(*place));
    shown.map(|place| format!("{} {}\n", lines[place].0, lines[place].1)).collect()
}

#[test]
fn a_difference_shows_what_changed_and_the_lines_around_it() {
    let difference = difference("one\ntwo\nthree\nfour\nfive\nsix", "one\ntwo\nthree\n4\nfive\nsix\nseven");
    assert_eq!(difference, "  two\n  three\n- four\n+ 4\n  five\n  six\n+ seven\n");
}
