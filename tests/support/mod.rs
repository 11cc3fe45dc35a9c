//! What several tests need: where a problem says it is, looked up again the slow and plain way.
#![allow(dead_code, reason = "not every test file uses every part")]

use rokade::json::{Json, Value};
use rokade::problem::{Problem, ProblemKind};

/// A small framework without problems or warnings.
pub const TEA: &str = include_str!("../tea.json");

/// Fails unless the problem's line and column are in the text, and are the place that its pointer leads to.
pub fn assert_placed(bytes: &[u8], problem: &Problem) {
    let readable = String::from_utf8_lossy(bytes);
    let lines: Vec<_> = readable.split('\n').collect();
    let line = lines.get(problem.line - 1).unwrap_or_else(|| panic!("{problem} is on no line"));
    assert!(problem.column <= line.chars().count() + 1, "{problem} is beyond its line");
    if let ProblemKind::Syntax(_) = problem.kind {
        return;
    }
    let text = std::str::from_utf8(bytes).expect("what is no UTF-8 is a syntax problem");
    let json = Json::read(text).expect("what is no JSON is a syntax problem");
    let offsets = offsets_of(&json, &problem.pointer);
    let places: Vec<_> = offsets.into_iter().map(|at| place_of(text, at as usize)).collect();
    assert!(places.contains(&(problem.line, problem.column)), "{problem} is none of {places:?}");
}

/// The offsets of every value that a pointer leads to, and of its key; several where keys are repeated.
fn offsets_of(json: &Json, pointer: &str) -> Vec<u32> {
    let mut here = vec![(json.at, json)];
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        let inside = here.into_iter().flat_map(|(_, json)| match &json.value {
            Value::Object(members) => {
                members.iter().filter(|m| *m.key == token).map(|m| (m.key_at, &m.json)).collect::<Vec<_>>()
            }
            Value::List(items) => token
                .parse::<usize>()
                .ok()
                .and_then(|at| items.get(at))
                .map(|item| (item.at, item))
                .into_iter()
                .collect(),
            _ => Vec::new(),
        });
        here = inside.collect();
    }
    here.into_iter().flat_map(|(key, json)| [key, json.at]).collect()
}

/// The line and column of an offset, both counted from 1.
fn place_of(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.trim_start_matches('\u{feff}').chars().count() + 1)
}
