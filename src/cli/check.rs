//! `rokade check`: every problem of framework files, and hints for whoever writes them.

use super::terminal::{Failure, Stderr, print, read_file};
use super::words::Sentence;
use rokade::framework::check::{Checked, check};
use rokade::hint::{Hints, hints};
use rokade::problem::Severity;
use rokade::wording::Language;
use rokade::wording::hints::{line, sentence};
use rokade::wording::problems::{self, more};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// How problems and hints are told.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A line each on standard error
    Text,
    /// A JSON document on standard output
    Json,
    /// Annotations for GitHub on standard output
    Github,
}

/// Checks every file, also after one that can't be read.
pub fn run(files: &[PathBuf], format: Format, people: &mut Stderr) -> Result<(), Failure> {
    let mut output = String::new();
    let mut reports = Vec::new();
    let mut failures = Vec::new();
    for path in files {
        let looked = match read_file(path, people) {
            Ok(bytes) => Looked { checked: check(&bytes), hints: hints(&bytes) },
            Err(failure) => {
                failures.push(failure);
                continue;
            }
        };
        match format {
            Format::Text => looked.tell(path, people),
            Format::Json => reports.push(looked.json(&people.name(path), people.language)),
            Format::Github => output += &looked.annotations(&people.name(path), people.language),
        }
        failures.extend(looked.checked.framework.is_none().then_some(Failure::Problems));
    }
    if format == Format::Json {
        output = format!("{:#}\n", json!({ "format": "rokade.check-report/1", "files": reports }));
    }
    if !output.is_empty() {
        print(&output, people)?;
    }
    failures.into_iter().max().map_or(Ok(()), Err)
}

/// What a file is found to be.
struct Looked {
    checked: Checked,
    hints: Hints,
}

impl Looked {
    fn tell(&self, path: &Path, people: &mut Stderr) {
        let Self { checked, hints } = self;
        people.problems(path, &checked.problems);
        let name = people.name(path);
        for hint in &hints.told {
            people.line(&format!("{name}:{}", line(hint, people.language)));
        }
        if hints.others > 0 {
            people.line(&format!("{name}: {}", more(hints.others, people.language)));
        }
        match &checked.framework {
            Some(framework) => {
                let hints = hints.told.len() + hints.others;
                people.tell_of(path, &Sentence::Good(framework, checked.problems.total(), hints));
            }
            None => people.tell_of(path, &Sentence::Problems(checked.problems.total())),
        }
    }

    fn json(&self, name: &str, language: Language) -> Value {
        let Self { checked, hints } = self;
        let problem = |problem: &rokade::problem::Problem| {
            json!({
                "severity": severity(problem.severity),
                "pointer": problem.pointer,
                "line": problem.line,
                "column": problem.column,
                "message": problems::sentence(&problem.kind, language),
            })
        };
        let hint = |hint: &rokade::hint::Hint| {
            json!({
                "name": hint.kind.name(),
                "pointer": hint.pointer,
                "line": hint.line,
                "column": hint.column,
                "message": sentence(&hint.kind, language),
            })
        };
        json!({
            "file": name,
            "good": checked.framework.is_some(),
            "problems": checked.problems.iter().map(problem).collect::<Vec<_>>(),
            "otherProblems": checked.problems.others,
            "hints": hints.told.iter().map(hint).collect::<Vec<_>>(),
            "otherHints": hints.others,
        })
    }

    /// A workflow command a line, as GitHub takes them for annotations of a file.
    fn annotations(&self, name: &str, language: Language) -> String {
        let Self { checked, hints } = self;
        let mut text = String::new();
        let mut add = |level: &str, line: usize, column: usize, title: &str, message: &str| {
            let (file, title, message) = (escaped(name, true), escaped(title, true), escaped(message, false));
            text += &format!("::{level} file={file},line={line},col={column},title={title}::{message}\n");
        };
        for problem in checked.problems.iter() {
            let message = problems::sentence(&problem.kind, language);
            add(severity(problem.severity), problem.line, problem.column, &problem.pointer, &message);
        }
        for hint in &hints.told {
            add("notice", hint.line, hint.column, hint.kind.name(), &sentence(&hint.kind, language));
        }
        let others = checked.problems.others + hints.others;
        if others > 0 {
            add("notice", 1, 1, "", &more(others, language));
        }
        text
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Text of a workflow command, or of one of its properties, in which `:` and `,` mean something too.
fn escaped(text: &str, is_property: bool) -> String {
    let text = problems::in_one_line(text, usize::MAX).replace('%', "%25");
    match is_property {
        true => text.replace(':', "%3A").replace(',', "%2C"),
        false => text,
    }
}
