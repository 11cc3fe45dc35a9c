//! `rokade template`: a framework as a workbook to fill in.

use super::terminal::{Failure, Stderr, print_bytes, read_file, write_file};
use super::words::Sentence;
use rokade::framework::check::check;
use rokade::json::Json;
use rokade::wording::Language;
use rokade::wording::problems::in_one_line;
use rokade::workbook::finding::FindingKind;
use rokade::workbook::sheet::Place;
use rokade::workbook::template::{self, Beside};
use rokade::workbook::{finding::Finding, said, writer};
use std::io::IsTerminal;
use std::path::Path;

pub fn run(
    framework_path: &Path,
    output: Option<&Path>,
    names: Option<Language>,
    people: &mut Stderr,
) -> Result<(), Failure> {
    if output.is_none() && std::io::stdout().is_terminal() {
        people.tell(&Sentence::NoTextForTerminal);
        return Err(Failure::Unreadable);
    }
    let kind = match output {
        Some(path) => kind_of(path, framework_path, people)?,
        None => Kind::Excel,
    };
    let bytes = read_file(framework_path, people)?;
    let checked = check(&bytes);
    let Some(framework) = checked.framework else {
        people.problems(framework_path, &checked.problems);
        people.tell_of(framework_path, &Sentence::Problems(checked.problems.total()));
        return Err(Failure::Problems);
    };
    let mut beside = Json::read_bytes(&bytes).map(Beside::of).unwrap_or_default();
    for pointer in beside.fit() {
        let kind = FindingKind::NotInWorkbook { pointer: pointer.into() };
        let line = said::line(&Finding { place: Place::default(), kind }, people.language);
        let name = people.name(framework_path);
        people.line(&format!("{name}: {line}"));
    }
    let language = names.unwrap_or_else(|| template::language_of(&framework));
    let drafts = template::draft(&framework, &beside, language);
    let written = match kind {
        Kind::Excel => writer::excel(&drafts),
        Kind::PackedText => writer::packed_text(&drafts),
    };
    let written = written.map_err(|why| {
        people.tell_of(framework_path, &Sentence::NoWorkbook(&why));
        Failure::Problems
    })?;
    match output {
        Some(path) => {
            write_file(path, &written, people)?;
            people.tell_of(path, &Sentence::Written);
            Ok(())
        }
        None => print_bytes(&written, people),
    }
}

/// What is written.
enum Kind {
    Excel,
    PackedText,
}

/// What a file of this name holds. No other file is written over, and least of all the framework itself.
fn kind_of(output: &Path, framework: &Path, people: &mut Stderr) -> Result<Kind, Failure> {
    let ends_with = |end: &str| output.extension().is_some_and(|own| own.eq_ignore_ascii_case(end));
    let is_framework =
        matches!((output.canonicalize(), framework.canonicalize()), (Ok(one), Ok(other)) if one == other);
    let refused = match (is_framework, ends_with("xlsx"), ends_with("zip")) {
        (false, true, _) => return Ok(Kind::Excel),
        (false, _, true) => return Ok(Kind::PackedText),
        (true, ..) => Sentence::OutputIsFramework,
        _ => Sentence::OutputOfOtherKind,
    };
    // Of what is written, `-` is a name like any other.
    let name = in_one_line(&output.to_string_lossy(), usize::MAX);
    people.line(&format!("{name}: {}", refused.say(people.language)));
    Err(Failure::Unreadable)
}
