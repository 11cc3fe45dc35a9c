//! A framework from sheets that people filled in: tolerant of how they are called and laid out, and of nothing that would
//! change what is meant without saying so.
//!
//! Every repair and every loss is told with its cell, all at once. What the parts of a framework mean together is
//! [`crate::framework::check`]'s matter: the framework is made, checked, and what is wrong with it is told at the cells that
//! it comes from. Knows no file format of workbooks.

mod table;

mod cells;

mod tree;

mod roles;

mod areas;

mod settings;

use self::cells::Cells;
use self::table::{Table, sort_out};
use super::finding::{FindingKind, Found, Weight};
use super::names::{Named, SheetKind};
use super::node::Node;
use super::reader;
use super::sheet::{Place, Sheet};
use crate::framework::Framework;
use crate::framework::check::check;
use crate::framework::file::FORMAT;
use crate::json::{LARGEST_FILE, to_compact_within, to_pretty};
use crate::problem::{Problem, ProblemKind, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What came of a workbook.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The framework file and what it holds; absent where something is refused.
    pub framework: Option<(String, Framework)>,
    pub found: Found,
}

/// Makes a framework of files: one workbook, or a file for each sheet. Each comes with its name, which a sheet that is a file
/// is called by.
pub fn import(files: &[(String, Vec<u8>)]) -> Imported {
    let mut found = Found::default();
    let mut sheets: Vec<Sheet> = Vec::new();
    for (name, bytes) in files {
        sheets.extend(reader::read(name, bytes, &mut found));
    }
    if found.is_refused() {
        return Imported { framework: None, found };
    }
    of_sheets(sheets, found)
}

/// Makes a framework of sheets that have been read.
pub fn of_sheets(sheets: Vec<Sheet>, found: Found) -> Imported {
    let mut cells = Cells::of(found);
    let mut tables = sort_out(sheets, &mut cells.found);
    settings::find_languages(&mut tables, &mut cells);
    for kind in [SheetKind::Competences, SheetKind::Scales, SheetKind::Roles] {
        if !tables.contains_key(&kind) {
            use crate::wording::Language::{Danish, English};
            let (sheet, other) = (kind.name(Danish).into(), kind.name(English).into());
            cells.found.add(Place::default(), FindingKind::SheetMissing { sheet, other });
        }
    }
    let node = framework(&tables, &mut cells);
    let mut found = cells.found;
    // Whatever is written can be read again: without space between its parts where it would be too large with it.
    let text = match to_pretty(&node) {
        text if text.len() <= LARGEST_FILE => text,
        text => to_compact_within(&node, LARGEST_FILE).unwrap_or(text),
    };
    let checked = check(text.as_bytes());
    let is_whole = !found.is_refused();
    tell(&checked.problems, &node.places(), is_whole, &mut found);
    // Last, since of very many findings the first are told.
    tables.values().for_each(|table| table.tell_of_the_rest(&mut found));
    let framework = checked.framework.filter(|_| !found.is_refused()).map(|framework| (text, framework));
    Imported { framework, found }
}

/// The framework as a document, each part with its cell.
fn framework(tables: &BTreeMap<SheetKind, Table>, cells: &mut Cells) -> Node {
    let mut settings = settings::read(tables.get(&SheetKind::Settings), cells);
    let sources = settings::sources(tables.get(&SheetKind::Sources), cells);
    let scales = settings::scales(tables.get(&SheetKind::Scales), &mut settings, cells);
    let parts = tree::parts(tables, &settings, &scales, &sources, cells);
    let roles = roles::roles(tables, &parts, &scales, cells);
    let areas = areas::areas(tables, &parts, &scales, &roles.groups, cells);
    let mut node = Node::object(Place::default());
    settings.put_schema(&mut node);
    node.put("format", Node::text(Place::default(), FORMAT));
    let languages = cells.languages.iter().map(|tag| Node::text(Place::default(), tag.clone())).collect();
    settings.put_head(&mut node, Node::list(Place::default(), languages));
    if !sources.node.is_empty() {
        node.put("sources", sources.node);
    }
    node.put("scales", scales.node);
    settings.put_scales(&mut node);
    node.put("dimensions", parts.node);
    node.put("roles", roles.node);
    if !areas.is_empty() {
        node.put("areas", areas);
    }
    settings.put_parameters(&mut node);
    let renamed = settings::renamed(tables.get(&SheetKind::Renamed));
    if !renamed.is_empty() {
        node.put("renamed", renamed);
    }
    settings.put_extensions(&mut node);
    node
}

/// What is wrong with the framework, at the cells that it comes from. Where something has been refused already, what only
/// follows from that isn't told.
fn tell(problems: &[Problem], places: &BTreeMap<String, Place>, is_whole: bool, found: &mut Found) {
    let refused = Refused::of(found);
    for Problem { severity, pointer, kind, .. } in problems {
        let mut at = pointer.as_str();
        let place = loop {
            match places.get(at) {
                Some(place) if *place != Place::default() || at.is_empty() => break place.clone(),
                _ => at = at.rsplit_once('/').map_or("", |(above, _)| above),
            }
        };
        let (problem, pointer) = (Box::new(kind.clone()), pointer.as_str());
        let rule = |problem| FindingKind::Rule { problem, pointer: pointer.into() };
        let (place, finding) = match kind {
            // Told when the second was read.
            ProblemKind::RepeatedId { .. } | ProblemKind::RepeatedKey { .. } if !is_whole => continue,
            ProblemKind::MissingLanguage { languages, .. } => {
                (place, FindingKind::TextMissing { languages: languages.clone() })
            }
            ProblemKind::MissingKey { key } => match places.get(&format!("{pointer}/{key}")) {
                Some(place) => (place.clone(), FindingKind::TextMissing { languages: Vec::new() }),
                None => (place, rule(problem)),
            },
            _ if *severity == Severity::Warning => (place, FindingKind::Warning { problem, pointer: pointer.into() }),
            _ => (place, rule(problem)),
        };
        if is_whole || !refused.explains(&place, kind, *severity) {
            found.add(place, finding);
        }
    }
}

/// What has been refused before the framework was checked.
struct Refused {
    cells: BTreeSet<Place>,
    /// Sheets of which a column is missing or could not be told.
    sheets: BTreeSet<Rc<str>>,
}

impl Refused {
    fn of(found: &Found) -> Self {
        let refused = || found.told.iter().filter(|finding| finding.kind.weight() == Weight::Refused);
        let lacks = |kind: &FindingKind| {
            matches!(kind, FindingKind::ColumnMissing { .. } | FindingKind::LanguageUnnamed { .. })
        };
        Self {
            cells: refused().map(|finding| finding.place.clone()).collect(),
            sheets: refused().filter(|own| lacks(&own.kind)).map(|own| own.place.sheet.clone()).collect(),
        }
    }

    /// Whether a problem at this place may only follow from what has been refused.
    fn explains(&self, place: &Place, kind: &ProblemKind, severity: Severity) -> bool {
        let is_lack = matches!(
            kind,
            ProblemKind::MissingKey { .. } | ProblemKind::MissingLanguage { .. } | ProblemKind::WrongCount { .. }
        );
        severity == Severity::Warning
            || self.cells.contains(place)
            || is_lack && (place.cell.is_none() || self.sheets.contains(&place.sheet))
    }
}
