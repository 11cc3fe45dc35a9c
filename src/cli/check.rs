//! `rokade check`: every problem of framework files, one per line.

use super::terminal::{Failure, Stderr, name, plural, read_file};
use rokade::framework::check::{Checked, check};
use rokade::problem::Severity;
use std::path::{Path, PathBuf};

/// Checks every file, also after one that can't be read.
pub fn run(files: &[PathBuf], people: &mut Stderr) -> Result<(), Failure> {
    let results: Vec<_> = files.iter().map(|path| check_file(path, people)).collect();
    let worst = |stopped: fn(&Failure) -> bool| results.iter().filter_map(|result| result.err()).find(stopped);
    match worst(|stopped| matches!(stopped, Failure::Unreadable)).or(worst(|_| true)) {
        Some(stopped) => Err(stopped),
        None => Ok(()),
    }
}

fn check_file(path: &Path, people: &mut Stderr) -> Result<(), Failure> {
    let checked = check(&read_file(path, people)?);
    for problem in &checked.problems {
        people.tell(format_args!("{}:{problem}", name(path)));
    }
    people.tell(format_args!("{}: {}", name(path), summary(&checked)));
    if checked.framework.is_some() { Ok(()) } else { Err(Failure::Problems) }
}

/// What is in the file, or how much is wrong with it.
fn summary(checked: &Checked) -> String {
    let Some(framework) = &checked.framework else {
        return plural(checked.problems.len(), "problem");
    };
    let parts = [
        plural(framework.dimensions.len(), "dimension"),
        plural(framework.competences.len(), "competence"),
        plural(framework.behaviours.len(), "behaviour"),
        plural(framework.roles.len(), "role"),
        plural(framework.areas.len(), "area"),
    ];
    let warnings = checked.problems.iter().filter(|problem| problem.severity == Severity::Warning).count();
    let but = if warnings > 0 { format!(", {}", plural(warnings, "warning")) } else { String::new() };
    format!("good: {}{but}", parts.join(", "))
}
