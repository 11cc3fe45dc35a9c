//! What the program does with its arguments. Knows files and the terminal; every rule is the library's.

mod check;
mod report;
mod schema;

use clap::{Parser, Subcommand};
use std::fmt::Display;
use std::io::{self, BufWriter, Read, StderrLock, Write};
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
    let mut people = Stderr(BufWriter::new(io::stderr().lock()));
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

/// Why the program stops. Stderr have been told the reason.
#[derive(Clone, Copy)]
enum Failure {
    /// A file has problems.
    Problems,
    /// A file could not be read, or the output not be written.
    Unreadable,
}

/// Standard error: what people read. Very many lines are written at once, and a reader who has gone away is no failure.
struct Stderr(BufWriter<StderrLock<'static>>);

impl Stderr {
    fn tell(&mut self, line: impl Display) {
        let _ = writeln!(self.0, "{line}");
    }
}

/// A file's name for people.
fn name(path: &Path) -> impl Display {
    if is_standard_input(path) { Path::new("standard input").display() } else { path.display() }
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn read_file(path: &Path, people: &mut Stderr) -> Result<Vec<u8>, Failure> {
    let read = if is_standard_input(path) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|error| {
        people.tell(format_args!("{}: can't be read: {error}", name(path)));
        Failure::Unreadable
    })
}

/// Prints to standard output; a reader who has gone away is no failure.
fn print(text: &str, people: &mut Stderr) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            people.tell(format_args!("standard output: can't be written: {error}"));
            Err(Failure::Unreadable)
        }
        _ => Ok(()),
    }
}

/// A number with its noun, whose plural ends in *s*.
fn plural(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
