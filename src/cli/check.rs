//! `rokade check`: every problem of framework files, one per line.

use super::terminal::{Failure, Stderr, read_file};
use super::words::Sentence;
use rokade::framework::check::check;
use std::path::{Path, PathBuf};

/// Checks every file, also after one that can't be read.
pub fn run(files: &[PathBuf], people: &mut Stderr) -> Result<(), Failure> {
    let failures: Vec<_> = files.iter().filter_map(|path| check_file(path, people).err()).collect();
    failures.into_iter().max().map_or(Ok(()), Err)
}

fn check_file(path: &Path, people: &mut Stderr) -> Result<(), Failure> {
    let checked = check(&read_file(path, people)?);
    people.problems(path, &checked.problems);
    match &checked.framework {
        Some(framework) => {
            people.tell_of(path, &Sentence::Good(framework, checked.problems.total()));
            Ok(())
        }
        None => {
            people.tell_of(path, &Sentence::Problems(checked.problems.total()));
            Err(Failure::Problems)
        }
    }
}
