//! What the program reads and writes: files, standard input and output, and what people are told.
//!
//! Knows nothing of what stands in a file.

use super::words::Sentence;
use rokade::json::LARGEST_FILE;
use rokade::problem::Problems;
use rokade::wording::Language;
use rokade::wording::problems::{in_one_line, line, more};
use std::fs::File;
use std::io::{self, BufWriter, Read, StderrLock, Write};
use std::path::Path;

/// Why the program stops, the worst last. People have been told the reason.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Failure {
    /// A file has problems.
    Problems,
    /// A file could not be read, or the output not be written.
    Unreadable,
}

/// Standard error: what people read. Very many lines are written at once, and a reader who has gone away is no failure.
pub struct Stderr {
    output: BufWriter<StderrLock<'static>>,
    pub language: Language,
}

impl Stderr {
    pub fn speaking(language: Language) -> Self {
        Self { output: BufWriter::new(io::stderr().lock()), language }
    }

    pub fn tell(&mut self, sentence: &Sentence) {
        self.line(&sentence.say(self.language));
    }

    /// A sentence about a file.
    pub fn tell_of(&mut self, path: &Path, sentence: &Sentence) {
        let name = self.name(path);
        self.line(&format!("{name}: {}", sentence.say(self.language)));
    }

    pub fn problems(&mut self, path: &Path, problems: &Problems) {
        let name = self.name(path);
        for problem in problems.iter() {
            self.line(&format!("{name}:{}", line(problem, self.language)));
        }
        if problems.others > 0 {
            self.line(&format!("{name}: {}", more(problems.others, self.language)));
        }
    }

    pub fn line(&mut self, line: &str) {
        let _ = writeln!(self.output, "{line}");
    }

    /// A file's name for people. It may be anything, and commands no terminal.
    pub fn name(&self, path: &Path) -> String {
        match is_standard_input(path) {
            true => Sentence::StandardInput.say(self.language),
            false => in_one_line(&path.to_string_lossy(), usize::MAX),
        }
    }
}

/// Writes a file in the place of what was there.
pub fn write_file(path: &Path, bytes: &[u8], people: &mut Stderr) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| {
        people.tell_of(path, &Sentence::FileCannotBeWritten(&error));
        Failure::Unreadable
    })
}

pub fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// Reads a file, but of a larger one than is read no more than shows that it is.
pub fn read_file(path: &Path, people: &mut Stderr) -> Result<Vec<u8>, Failure> {
    read_at_most(path, LARGEST_FILE as u64, people)
}

/// Reads a file, but of one with more bytes than this no more than shows that it has.
pub fn read_at_most(path: &Path, most: u64, people: &mut Stderr) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let most = most + 1;
    let read = match is_standard_input(path) {
        true => io::stdin().lock().take(most).read_to_end(&mut bytes),
        false => File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)),
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => {
            people.tell_of(path, &Sentence::CannotBeRead(&error));
            Err(Failure::Unreadable)
        }
    }
}

/// Prints to standard output; a reader who has gone away is no failure.
pub fn print(text: &str, people: &mut Stderr) -> Result<(), Failure> {
    print_bytes(text.as_bytes(), people)
}

/// The same of what may be no text.
pub fn print_bytes(bytes: &[u8], people: &mut Stderr) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            people.tell(&Sentence::CannotBeWritten(&error));
            Err(Failure::Unreadable)
        }
        _ => Ok(()),
    }
}
