//! What the program reads and writes: files, standard input and output, and what people are told.
//!
//! Knows nothing of what stands in a file.

use std::fmt::Display;
use std::io::{self, BufWriter, Read, StderrLock, Write};
use std::path::Path;

/// Why the program stops. People have been told the reason.
#[derive(Clone, Copy)]
pub enum Failure {
    /// A file has problems.
    Problems,
    /// A file could not be read, or the output not be written.
    Unreadable,
}

/// Standard error: what people read. Very many lines are written at once, and a reader who has gone away is no failure.
pub struct Stderr(BufWriter<StderrLock<'static>>);

impl Stderr {
    pub fn open() -> Self {
        Self(BufWriter::new(io::stderr().lock()))
    }

    pub fn tell(&mut self, line: impl Display) {
        let _ = writeln!(self.0, "{line}");
    }
}

/// A file's name for people.
pub fn name(path: &Path) -> impl Display {
    if is_standard_input(path) { Path::new("standard input").display() } else { path.display() }
}

pub fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

pub fn read_file(path: &Path, people: &mut Stderr) -> Result<Vec<u8>, Failure> {
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
pub fn print(text: &str, people: &mut Stderr) -> Result<(), Failure> {
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
pub fn plural(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
