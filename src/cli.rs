//! What the program does with its arguments. Knows files and the terminal; every rule is the library's.

mod check;
mod report;
mod schema;

use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

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
    /// Each problem is one line: FILE:LINE:COLUMN: POINTER: what was found and what would be right. Exits with 1 when a
    /// file has a problem that is more than a warning, with 2 when a file can't be read.
    Check {
        /// Framework files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Print an assessment with its report recomputed
    ///
    /// The report that the file may hold already is replaced. What of the assessment doesn't count (ids that the
    /// framework doesn't know, levels beyond their scale) is kept in the file and listed on standard error. Exits with 1
    /// when a file has problems, with 2 when a file can't be read.
    Report {
        /// The framework file that was answered
        framework: PathBuf,
        /// The assessment file
        assessment: PathBuf,
    },
    /// Print the JSON Schema of a format (draft 2020-12)
    Schema {
        /// Which format
        #[arg(value_enum)]
        format: schema::Format,
    },
}

/// Runs the program with the arguments it was called with.
pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::Check { files } => check::run(&files),
        Command::Report { framework, assessment } => report::run(&framework, &assessment),
        Command::Schema { format } => schema::run(format),
    }
}

/// A file or the standard input (`-`) could not be read, or the output not be written.
const UNREADABLE: u8 = 2;
/// A file has problems.
const PROBLEMS: u8 = 1;

fn read_file(path: &Path) -> Result<Vec<u8>, ExitCode> {
    std::fs::read(path).map_err(|error| {
        eprintln!("{}: can't be read: {error}", path.display());
        ExitCode::from(UNREADABLE)
    })
}

/// Prints to standard output; a reader who has gone away is no failure.
fn print(text: &str) -> ExitCode {
    use std::io::Write;
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            eprintln!("standard output: can't be written: {error}");
            ExitCode::from(UNREADABLE)
        }
        _ => ExitCode::SUCCESS,
    }
}
