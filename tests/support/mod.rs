//! What several tests need: small files, changes to them, and where problems stand, looked up the slow and plain way.
#![allow(dead_code, reason = "not every test file uses every part")]

use proptest::prelude::*;
use rokade::json::Json;
use rokade::problem::{Problem, ProblemKind};
use rokade::wording::Language;
use rokade::wording::problems::line;
pub use tree::Tree;

mod tree;

/// A small framework without problems or warnings.
pub const TEA: &str = include_str!("../tea.json");

/// The assessment of one person who made tea, with everything that a file can hold.
pub const GUEST: &str = include_str!("../guest.json");

/// The problems in English, a line each.
pub fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| line(problem, Language::English)).collect()
}

/// The assessment with its report as the first version wrote it: without the members that came later.
pub fn as_first_written(file: &str) -> String {
    let mut file: serde_json::Value = serde_json::from_str(file).expect("it is JSON");
    let report = file["report"].as_object_mut().expect("it has a report");
    report.remove("chances").expect("the report has chances");
    for row in report["competences"].as_array_mut().expect("it is a list") {
        row.as_object_mut().expect("it is an object").remove("roleTarget").expect("the row has it");
    }
    file.to_string()
}

/// Fails unless each problem's line and column are in the text, and are the place that its pointer leads to.
pub fn assert_placed(bytes: &[u8], problems: &[Problem]) {
    let readable = String::from_utf8_lossy(bytes);
    let lines: Vec<_> = readable.split('\n').collect();
    let json = std::str::from_utf8(bytes).ok().and_then(|text| Json::read(text).ok());
    for problem in problems {
        let line = lines.get(problem.line - 1).unwrap_or_else(|| panic!("{problem:?} is on no line"));
        assert!(problem.column <= line.chars().count() + 1, "{problem:?} is beyond its line");
        if let ProblemKind::Syntax(_) = problem.kind {
            continue;
        }
        let json = json.unwrap_or_else(|| panic!("{problem:?} is found in what is no JSON"));
        let offsets = offsets_of(json, &problem.pointer);
        let places: Vec<_> = offsets.into_iter().map(|at| place_of(&readable, at as usize)).collect();
        assert!(places.contains(&(problem.line, problem.column)), "{problem:?} is none of {places:?}");
    }
}

/// The offsets of every value that a pointer leads to, and of its key; several where keys are repeated.
fn offsets_of(json: Json, pointer: &str) -> Vec<u32> {
    let mut here = vec![(json.at, json)];
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        let inside = here.into_iter().flat_map(|(_, json)| {
            let members = json.members().into_iter().filter(|member| member.key == token);
            let item = token.parse::<usize>().ok().and_then(|place| json.items().into_iter().nth(place));
            members
                .map(|member| (member.key_at, member.json))
                .chain(item.map(|item| (item.at, item)))
                .collect::<Vec<_>>()
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

/// A change to one node of a document, such as a slip of the hand or a program gone wrong would make.
#[derive(Clone, Debug)]
pub enum Change {
    /// Takes the node away, with its key.
    Remove,
    /// Puts the node there twice, with its key.
    Repeat,
    /// Puts something else in its place.
    Replace(&'static str),
    /// Puts another node of the document in its place.
    Copy(usize),
    /// Gives the node another key, where it has one.
    Rename(&'static str),
    /// Takes a letter out of its text or adds one to its number.
    Slip(usize),
}

/// What documents are changed to, as JSON.
const OTHER_VALUES: &[&str] = &[
    "null",
    "true",
    "0",
    "1",
    "-1",
    "3",
    "2.0",
    "2.5",
    "11",
    "300",
    "1e400",
    "-0",
    "99999999999999999999",
    "\"\"",
    "\" \"",
    "\"\u{feff}\"",
    "\"brew-tea\"",
    "\"feedback-give\"",
    "\"Bad Id\"",
    "\"2026-02-30\"",
    "\"2026-02-28\"",
    "\"rated\"",
    "\"owner\"",
    "\"rotation\"",
    "\"da\"",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "{\"en\": \"x\"}",
    "{\"da\": \"x\", \"en\": \"y\"}",
    "{\"__proto__\": 1}",
    "{\"a\": null}",
    "\"rokade.framework/2\"",
];
const OTHER_KEYS: &[&str] = &["__proto__", "constructor", "", "titel", "id", "level", "brew-tea", "da", "a/b~c"];

pub fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => Just(Change::Remove),
        2 => Just(Change::Repeat),
        6 => proptest::sample::select(OTHER_VALUES).prop_map(Change::Replace),
        3 => any::<usize>().prop_map(Change::Copy),
        3 => proptest::sample::select(OTHER_KEYS).prop_map(Change::Rename),
        4 => any::<usize>().prop_map(Change::Slip),
    ]
}

/// The document as text with changes made at some of its nodes, one after the other.
pub fn changed(document: &str, changes: &[(usize, Change)]) -> String {
    let mut tree = Tree::read(document);
    for (node, change) in changes {
        let mut nodes = Vec::new();
        collect(&tree, &mut Vec::new(), &mut nodes);
        let copy = match change {
            Change::Copy(other) => {
                let path = &nodes[other % nodes.len()];
                path.iter().fold(&tree, |tree, place| tree.inside()[*place]).clone()
            }
            _ => Tree::Bool(false),
        };
        match nodes[node % nodes.len()].split_last() {
            Some((last, path)) => {
                let parent = path.iter().fold(&mut tree, |tree, place| tree.inside_mut(*place));
                change_inside(parent, *last, change, copy);
            }
            None => {
                if let Change::Replace(text) = change {
                    tree = Tree::read(text);
                }
            }
        }
    }
    tree.to_pretty()
}

/// The way to each node: the place in each list or object from the top.
fn collect(tree: &Tree, path: &mut Vec<usize>, nodes: &mut Vec<Vec<usize>>) {
    nodes.push(path.clone());
    for (place, inside) in tree.inside().into_iter().enumerate() {
        path.push(place);
        collect(inside, path, nodes);
        path.pop();
    }
}

fn change_inside(parent: &mut Tree, place: usize, change: &Change, copy: Tree) {
    match (&mut *parent, change) {
        (Tree::Object(members), Change::Remove) => drop(members.remove(place)),
        (Tree::List(items), Change::Remove) => drop(items.remove(place)),
        (Tree::Object(members), Change::Repeat) => members.push(members[place].clone()),
        (Tree::List(items), Change::Repeat) => items.push(items[place].clone()),
        (Tree::Object(members), Change::Rename(key)) => members[place].0 = (*key).into(),
        _ => change_value(parent.inside_mut(place), change, copy),
    }
}

fn change_value(tree: &mut Tree, change: &Change, copy: Tree) {
    match (&mut *tree, change) {
        (_, Change::Replace(text)) => *tree = Tree::read(text),
        (_, Change::Copy(_)) => *tree = copy,
        (Tree::Text(text), Change::Slip(place)) => {
            let mut letters: Vec<_> = text.chars().collect();
            if !letters.is_empty() {
                letters.remove(place % letters.len());
            }
            *text = letters.into_iter().collect();
        }
        (Tree::Number(digits), Change::Slip(place)) => *digits = format!("{digits}{}", place % 10),
        _ => {}
    }
}
