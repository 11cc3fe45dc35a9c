//! What the program does with its arguments. Every rule is the library's.

mod words;

mod terminal;

mod check;
mod import;
mod report;
mod schema;
mod template;

use clap::{Args, Parser, Subcommand, ValueEnum};
use rokade::wording::Language;
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
    /// Find every problem in framework files, and give hints
    ///
    /// Each problem is one line on standard error: FILE:LINE:COLUMN: POINTER: what was found and what would be right.
    /// POINTER is a JSON Pointer; a problem with the file as a whole has none. A file without problems gets hints, each with
    /// a name in brackets; `hintsOff` under `extensions.rokade` names those that its owner has settled. Exits with 1 when a
    /// file has a problem that is more than a warning, with 2 when a file can't be read; hints and warnings change nothing.
    Check {
        /// Framework files; - is standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// How problems and hints are told
        #[arg(long, value_enum, default_value_t = check::Format::Text)]
        format: check::Format,
        #[command(flatten)]
        told: Told,
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
        #[command(flatten)]
        told: Told,
    },
    /// Write a framework as a workbook to fill in
    ///
    /// With drop-downs, a sheet for each kind of part, and ids in the last column, so that what comes back is known again.
    /// `.zip` writes a CSV file for each sheet instead. Exits with 1 when the framework has problems, with 2 when a file
    /// can't be read or written.
    Template {
        /// The framework file; - is standard input
        framework: PathBuf,
        /// Where the workbook goes, FILE.xlsx or FILE.zip and no other; standard output unless said
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// The language of the names of sheets and columns; the framework's first unless said
        #[arg(long, value_enum)]
        names: Option<Lang>,
        #[command(flatten)]
        told: Told,
    },
    /// Make a framework of a workbook that was filled in
    ///
    /// Reads `.xlsx`, `.ods` and `.csv` (a file for each sheet, in a folder or packed as `.zip`), whatever they are called,
    /// and prints the framework. Every repair and everything that is left out is told on standard error with its sheet and
    /// cell, a name that stays, and what would be right. Exits with 0 when a framework came of it, repaired or not, with 1
    /// when none did, with 2 when a file can't be read.
    Import {
        /// The workbook, or a file for each sheet, or a folder of such
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The framework that the workbook was made of: tells which of its competences are gone
        #[arg(long, value_name = "FRAMEWORK")]
        before: Option<PathBuf>,
        /// How what was found is told
        #[arg(long, value_enum, default_value_t = import::Report::Text)]
        report: import::Report,
        #[command(flatten)]
        told: Told,
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

/// How people are told.
#[derive(Args)]
struct Told {
    /// The language of what is told
    #[arg(long, value_enum, default_value_t = Lang::En)]
    lang: Lang,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    Da,
    En,
}

impl From<Told> for Language {
    fn from(told: Told) -> Self {
        told.lang.into()
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Da => Self::Danish,
            Lang::En => Self::English,
        }
    }
}

/// Runs the program with the arguments it was called with.
pub fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check { files, format, told } => check::run(&files, format, &mut Stderr::speaking(told.into())),
        Command::Report { framework, assessment, told } => {
            report::run(&framework, &assessment, &mut Stderr::speaking(told.into()))
        }
        Command::Template { framework, output, names, told } => {
            template::run(&framework, output.as_deref(), names.map(Language::from), &mut Stderr::speaking(told.into()))
        }
        Command::Import { files, before, report, told } => {
            import::run(&files, before.as_deref(), report, &mut Stderr::speaking(told.into()))
        }
        Command::Schema { format } => schema::run(format, &mut Stderr::speaking(Language::English)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Problems) => ExitCode::from(1),
        Err(Failure::Unreadable) => ExitCode::from(2),
    }
}
