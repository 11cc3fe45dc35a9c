//! `rokade check`: every problem of framework files, one per line.

use rokade::framework::check::check;
use rokade::problem::Severity;
use std::path::PathBuf;
use std::process::ExitCode;

pub fn run(files: &[PathBuf]) -> ExitCode {
    let mut unreadable = None;
    let mut has_errors = false;
    for path in files {
        let bytes = match super::read_file(path) {
            Ok(bytes) => bytes,
            Err(code) => {
                unreadable = Some(code);
                continue;
            }
        };
        let checked = check(&bytes);
        for problem in &checked.problems {
            eprintln!("{}:{problem}", path.display());
        }
        has_errors |= checked.framework.is_none();
        eprintln!("{}", summary(path, &checked));
    }
    unreadable.unwrap_or(if has_errors { ExitCode::from(super::PROBLEMS) } else { ExitCode::SUCCESS })
}

/// One line for the file: what is in it, or how much is wrong with it.
fn summary(path: &std::path::Path, checked: &rokade::framework::check::Checked) -> String {
    let plural = |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    let warnings = checked.problems.iter().filter(|problem| problem.severity == Severity::Warning).count();
    let path = path.display();
    match &checked.framework {
        Some(framework) => {
            let but = if warnings > 0 { format!(", {}", plural(warnings, "warning")) } else { String::new() };
            format!(
                "{path}: good: {}, {}, {}, {}, {}{but}",
                plural(framework.dimensions.len(), "dimension"),
                plural(framework.competences.len(), "competence"),
                plural(framework.behaviours.len(), "behaviour"),
                plural(framework.roles.len(), "role"),
                plural(framework.areas.len(), "area"),
            )
        }
        None => {
            let problems = plural(checked.problems.len() - warnings, "problem");
            let and = if warnings > 0 { format!(" and {}", plural(warnings, "warning")) } else { String::new() };
            format!("{path}: {problems}{and}")
        }
    }
}
