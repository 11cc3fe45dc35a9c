//! `rokade template`: a framework as a workbook to fill in.

use super::terminal::{Failure, Stderr, print_bytes, read_file, write_file};
use super::words::Sentence;
use rokade::framework::check::check;
use rokade::wording::Language;
use rokade::workbook::finding::FindingKind;
use rokade::workbook::sheet::Place;
use rokade::workbook::{finding::Finding, said, template, writer};
use serde_json::Value;
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
    let bytes = read_file(framework_path, people)?;
    let checked = check(&bytes);
    let Some(framework) = checked.framework else {
        people.problems(framework_path, &checked.problems);
        people.tell_of(framework_path, &Sentence::Problems(checked.problems.total()));
        return Err(Failure::Problems);
    };
    let file: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let mut extensions = file.get("extensions").cloned().unwrap_or_default();
    for pointer in template::too_long_for_a_cell(&extensions) {
        let kind = FindingKind::NotInWorkbook { pointer: pointer.into() };
        let line = said::line(&Finding { place: Place::default(), kind }, people.language);
        let name = people.name(framework_path);
        people.line(&format!("{name}: {line}"));
        extensions = Value::Null;
    }
    let language = names.unwrap_or_else(|| template::language_of(&framework));
    let drafts = template::draft(&framework, &extensions, language);
    let is_text =
        output.and_then(|path| path.extension()).is_some_and(|extension| extension.eq_ignore_ascii_case("zip"));
    let written = if is_text { writer::packed_text(&drafts) } else { writer::excel(&drafts) };
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
