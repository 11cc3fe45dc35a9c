//! `rokade import`: a framework from a workbook, or from a file for each sheet.

use super::terminal::{Failure, Stderr, is_standard_input, print, read_at_most, read_file};
use super::words::Sentence;
use rokade::framework::check::check;
use rokade::wording::problems::more;
use rokade::workbook::finding::{Finding, FindingKind, Found, Weight};
use rokade::workbook::gate::MOST_BYTES;
use rokade::workbook::import::{Imported, import};
use rokade::workbook::said;
use rokade::workbook::sheet::Place;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// How what was found is told.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Report {
    /// A line each
    Text,
    /// A JSON document
    Json,
}

pub fn run(paths: &[PathBuf], before: Option<&Path>, report: Report, people: &mut Stderr) -> Result<(), Failure> {
    let (mut files, mut left_out) = (Vec::new(), Vec::new());
    for path in paths {
        let Inside { sheets, others } = inside(path);
        for path in sheets {
            files.push((own_name(&path, people), read_at_most(&path, MOST_BYTES, people)?));
        }
        left_out.extend(others.iter().map(|path| own_name(path, people)));
    }
    let earlier = match before {
        Some(path) => Some(earlier_ids(path, people)?),
        None => None,
    };
    let Imported { framework, mut found } = import(&files);
    for name in left_out {
        found.add(Place { sheet: name.into(), cell: None }, FindingKind::FileLeftOut);
    }
    if let (Some(earlier), Some((_, framework))) = (earlier, &framework) {
        let is_renamed = |id: &str| framework.renamed.iter().any(|renamed| &*renamed.from == id);
        for id in earlier.into_iter().filter(|id| framework.competence(id).is_none() && !is_renamed(id)) {
            found.add(Place::default(), FindingKind::IdGone { id });
        }
    }
    tell(paths, &found, framework.is_some(), report, people);
    match framework {
        Some((text, framework)) => {
            if report == Report::Text {
                people.tell(&Sentence::Good(&framework, 0, 0));
            }
            print(&text, people)
        }
        None => Err(Failure::Problems),
    }
}

/// What a file is called in what is told of it: as in its folder, and standard input as everywhere.
fn own_name(path: &Path, people: &Stderr) -> String {
    match path.file_name() {
        Some(name) if !is_standard_input(path) => name.to_string_lossy().into_owned(),
        _ => people.name(path),
    }
}

/// What is read of a path, and what isn't.
struct Inside {
    sheets: Vec<PathBuf>,
    others: Vec<PathBuf>,
}

/// The sheets in a folder, or the file itself. Hidden files are the system's.
fn inside(path: &Path) -> Inside {
    let Ok(entries) = path.read_dir() else { return Inside { sheets: vec![path.to_owned()], others: Vec::new() } };
    let is_hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let is_sheet = |path: &PathBuf| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| !is_hidden(path)).collect();
    paths.sort();
    let (sheets, others) = paths.into_iter().partition(is_sheet);
    Inside { sheets, others }
}

/// The ids of the competences of the framework that the workbook was made of.
fn earlier_ids(path: &Path, people: &mut Stderr) -> Result<Vec<std::rc::Rc<str>>, Failure> {
    let checked = check(&read_file(path, people)?);
    match checked.framework {
        Some(framework) => Ok(framework.competences.into_iter().map(|competence| competence.id).collect()),
        None => {
            people.problems(path, &checked.problems);
            people.tell_of(path, &Sentence::Problems(checked.problems.total()));
            Err(Failure::Problems)
        }
    }
}

fn tell(paths: &[PathBuf], found: &Found, is_good: bool, report: Report, people: &mut Stderr) {
    let counts = [Weight::Refused, Weight::Lost, Weight::Repaired, Weight::Noted].map(|weight| found.count(weight));
    if report == Report::Json {
        let [problems, left_out, repaired, notes] = counts;
        let findings: Vec<Value> = found.told.iter().map(|finding| as_json(finding, people)).collect();
        let document = json!({
            "format": "rokade.import-report/1",
            "imported": is_good,
            "problems": problems,
            "leftOut": left_out,
            "repaired": repaired,
            "notes": notes,
            "findings": findings,
        });
        people.line(&format!("{document:#}"));
        return;
    }
    for finding in &found.told {
        people.line(&said::line(finding, people.language));
    }
    let others = found.others.iter().sum::<usize>();
    if others > 0 {
        people.line(&more(others, people.language));
    }
    if counts.iter().any(|count| *count > 0) {
        match paths {
            [path] => people.tell_of(path, &Sentence::Found(counts)),
            _ => people.tell(&Sentence::Found(counts)),
        }
    }
}

/// A finding for programs.
fn as_json(finding: &Finding, people: &Stderr) -> Value {
    let Finding { place, kind } = finding;
    let weight: &str = match kind.weight() {
        Weight::Noted => "note",
        Weight::Repaired => "repaired",
        Weight::Lost => "leftOut",
        Weight::Refused => "problem",
    };
    let cell =
        place.cell.map(|(row, column)| format!("{}{}", rokade::workbook::sheet::letters(column), u64::from(row) + 1));
    let pointer = match kind {
        FindingKind::Rule { pointer, .. } | FindingKind::Warning { pointer, .. } => Some(pointer.to_string()),
        _ => None,
    };
    json!({
        "name": kind.name(),
        "weight": weight,
        "sheet": (!place.sheet.is_empty()).then(|| place.sheet.to_string()),
        "cell": cell,
        "pointer": pointer,
        "message": said::sentence(finding, people.language),
    })
}
