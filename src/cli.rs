//! What the program does with its arguments. Every rule is the library's.

mod terminal;

mod check;
mod report;
mod schema;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use terminal::{Failure, Stderr};

/// Competence frameworks, assessments and their reports.
///
/// A framework is a JSON file (`rokade.framework/1`) of dimensions, competences, behaviours, scales, roles and areas. An
/// assessment (`rokade.assessment/1`) is what one person answered. Everything is computed here; nothing leaves the
/// machine.
#[derive(Parser)]
#[command(name = "rokade", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Find every problem in framework files
    ///
    /// Each problem is one line on standard error: FILE:LINE:COLUMN: POINTER: what was found and what would be right.
    /// POINTER is a JSON Pointer; a problem with the file as a whole has none. Exits with 1 when a file has a problem
    /// that is more than a warning, with 2 when a file can't be read.
    Check {
        /// Framework files; - is standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Print an assessment with its report recomputed
    ///
    /// The report that the file may hold already is replaced. An assessment of another version of the framework is
    /// carried over by what its `renamed` tells. What doesn't count (ids that the framework doesn't know, levels beyond
    /// their scale) stays in the assessment and is listed on standard error. Exits with 1 when a file has problems or
    /// the two don't belong together, with 2 when a file can't be read.
    Report {
        /// The framework file that was answered; - is standard input
        framework: PathBuf,
        /// The assessment file; - is standard input
        assessment: PathBuf,
    },
    /// Print the JSON Schema of a format (draft 2020-12)
    ///
    /// For editors: a schema knows keys, types and limits. What parts mean together, such as ids that point at others,
    /// `rokade check` knows.
    Schema {
        /// Which format
        #[arg(value_enum)]
        format: schema::Format,
    },
}

/// Runs the program with the arguments it was called with.
pub fn run() -> ExitCode {
    let mut people = Stderr::open();
    let done = match Arguments::parse().command {
        Command::Check { files } => check::run(&files, &mut people),
        Command::Report { framework, assessment } => report::run(&framework, &assessment, &mut people),
        Command::Schema { format } => schema::run(format, &mut people),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Problems) => ExitCode::from(1),
        Err(Failure::Unreadable) => ExitCode::from(2),
    }
}
