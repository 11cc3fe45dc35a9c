//! Which sheet is what, which row is its head, and which column is what.
//!
//! Knows nothing of what a row means.

use crate::wording::Language;
use crate::workbook::finding::{FindingKind, Found};
use crate::workbook::header::{Head, head};
use crate::workbook::names::{Column, Match, Named, SheetKind, all_names, in_language, meant};
use crate::workbook::sheet::{Place, Row, Sheet};
use crate::workbook::template::is_of_read_me;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use strum::VariantArray;

/// So many rows from the top a head is looked for.
const MOST_BEFORE_HEAD: usize = 20;

/// A sheet whose columns are known.
#[derive(Debug)]
pub struct Table {
    pub kind: SheetKind,
    pub name: Rc<str>,
    /// The language that the workbook's sheets and columns are called in.
    pub language: Language,
    /// The row of the head, counted from 0.
    pub head_row: u32,
    /// The columns that are known, in their order.
    pub heads: Vec<(u32, Head)>,
    /// The columns that are named after something else, such as a role.
    pub others: Vec<(u32, Rc<str>)>,
    /// Those with something in them, without the head and the author's own.
    pub rows: Vec<Row>,
    /// What stands where nothing is looked for: above the head, or in a column without one.
    strays: Vec<(u32, u32, Rc<str>)>,
    /// The cells, by row and column, that something came of or that have been told of.
    read: RefCell<BTreeSet<(u32, u32)>>,
    /// Columns that have been told of as a whole.
    told: RefCell<BTreeSet<u32>>,
}

impl Table {
    pub fn place(&self, row: u32, column: u32) -> Place {
        Place { sheet: self.name.clone(), cell: Some((row, column)) }
    }

    /// The place of a row: its first cell.
    pub fn row_place(&self, row: &Row) -> Place {
        self.place(row.number, row.cells.first().map_or(0, |(column, _)| *column))
    }

    /// The column that isn't a text in each language.
    pub fn column(&self, wanted: Column) -> Option<u32> {
        self.heads.iter().find(|(_, head)| head.column == wanted).map(|(column, _)| *column)
    }

    /// The column of a text in this language.
    pub fn text_column(&self, wanted: Column, level: Option<usize>, language: &str) -> Option<u32> {
        let is_wanted =
            |head: &Head| head.column == wanted && head.level == level && head.language.as_deref() == Some(language);
        self.heads.iter().find(|(_, head)| is_wanted(head)).map(|(column, _)| *column)
    }

    pub fn has(&self, wanted: Column) -> bool {
        self.heads.iter().any(|(_, head)| head.column == wanted)
    }

    /// Notes that something came of a cell, or that it has been told of.
    pub fn note(&self, row: u32, column: u32) {
        self.read.borrow_mut().insert((row, column));
    }

    /// The same of all cells of a column.
    pub fn note_column(&self, column: u32) {
        self.told.borrow_mut().insert(column);
    }

    /// Tells of each cell that nothing came of.
    pub fn tell_of_the_rest(&self, found: &mut Found) {
        let (read, told) = (self.read.borrow(), self.told.borrow());
        // Where something else is wrong, a sheet may not have been looked at yet.
        if read.is_empty() && found.is_refused() {
            return;
        }
        let cells = self.rows.iter().flat_map(|row| row.cells.iter().map(|(column, text)| (row.number, *column, text)));
        let is_left =
            |(row, column, _): &(u32, u32, &Rc<str>)| !told.contains(column) && !read.contains(&(*row, *column));
        let strays = self.strays.iter().map(|(row, column, text)| (*row, *column, text));
        let mut left: Vec<_> = cells.filter(is_left).chain(strays).collect();
        left.sort_unstable();
        for (row, column, text) in left {
            found.add(self.place(row, column), FindingKind::CellLeftOut { found: text.trim().into() });
        }
    }
}

/// The sheets by what they are.
pub fn sort_out(sheets: Vec<Sheet>, found: &mut Found) -> BTreeMap<SheetKind, Table> {
    let language = language_of(&sheets);
    let mut known: Vec<(SheetKind, Sheet)> = Vec::new();
    let mut unknown = Vec::new();
    for sheet in sheets {
        if sheet.name.starts_with('_') {
            found.add(sheet.whole(), FindingKind::SheetPassedOver);
            continue;
        }
        match meant(&sheet.name, all_names::<SheetKind>()) {
            Some(Match::Same(kind)) => known.push((kind, sheet)),
            Some(Match::Misspelt(kind)) => {
                let meant = kind.name(language).into();
                found.add(sheet.whole(), FindingKind::SheetMisspelt { meant });
                known.push((kind, sheet));
            }
            None => unknown.push(sheet),
        }
    }
    // A single sheet may be called anything.
    for sheet in unknown {
        let has_competences = known.iter().any(|(kind, _)| *kind == SheetKind::Competences);
        if !has_competences && looks_like_competences(&sheet) {
            let meant = SheetKind::Competences.name(language).into();
            found.add(sheet.whole(), FindingKind::SheetGuessed { meant });
            known.push((SheetKind::Competences, sheet));
        } else if !sheet.rows.is_empty() {
            found.add(sheet.whole(), FindingKind::SheetUnknown);
        }
    }
    let mut tables = BTreeMap::new();
    for (kind, sheet) in known {
        if kind == SheetKind::ReadMe {
            read_me(&sheet, found);
            continue;
        }
        if sheet.rows.is_empty() {
            continue;
        }
        if let Some(first) = tables.get(&kind).map(|first: &Table| first.name.clone()) {
            found.add(sheet.whole(), FindingKind::SheetDoubled { first });
            continue;
        }
        if let Some(table) = table(kind, sheet, language, found) {
            tables.insert(kind, table);
        }
    }
    tables
}

/// Nothing is read on the sheet that says how to fill in the others; what somebody added to it is told.
fn read_me(sheet: &Sheet, found: &mut Found) {
    for row in sheet.rows.iter().filter(|row| !is_note(row)) {
        for (column, text) in row.cells.iter().filter(|(_, text)| !is_of_read_me(text)) {
            found.add(sheet.place(row.number, *column), FindingKind::CellLeftOut { found: text.trim().into() });
        }
    }
}

/// The language that more of the sheets are called in; of equals Danish.
fn language_of(sheets: &[Sheet]) -> Language {
    let count = |language: Language| {
        let names = || SheetKind::VARIANTS.iter().map(|kind| (kind.name(language).to_owned(), ()));
        let heads =
            || all_names::<Column>().filter(|(name, column)| column.name(language) == name).map(|(name, _)| (name, ()));
        let is_called = |name: &str| matches!(meant(name, names()), Some(Match::Same(())));
        let is_head = |name: &str| {
            let name = name.split("::").next().unwrap_or_default();
            matches!(meant(name, heads()), Some(Match::Same(())))
        };
        let first_rows = sheets.iter().filter_map(|sheet| sheet.rows.first());
        sheets.iter().filter(|sheet| is_called(&sheet.name)).count() * 10
            + first_rows.flat_map(|row| row.cells.iter().take(100)).filter(|(_, text)| is_head(text)).count()
    };
    if count(Language::English) > count(Language::Danish) { Language::English } else { Language::Danish }
}

fn looks_like_competences(sheet: &Sheet) -> bool {
    let rows = sheet.rows.iter().take(MOST_BEFORE_HEAD);
    rows.clone().any(|row| {
        let heads: Vec<Head> = row.cells.iter().filter_map(|(_, text)| head(text, SheetKind::Competences)).collect();
        let has = |column| heads.iter().any(|head| head.column == column);
        has(Column::Title) && has(Column::Statement)
    })
}

/// Whether a row is the author's own: it begins with `#`.
fn is_note(row: &Row) -> bool {
    row.cells.first().is_some_and(|(_, text)| text.trim_start().starts_with('#'))
}

fn table(kind: SheetKind, sheet: Sheet, language: Language, found: &mut Found) -> Option<Table> {
    let known = |row: &Row| row.cells.iter().filter(|(_, text)| head(text, kind).is_some()).count();
    let candidates = sheet.rows.iter().take(MOST_BEFORE_HEAD).enumerate();
    // The row with the most known names; of equals the first.
    let best = candidates.filter(|(_, row)| !is_note(row)).map(|(place, row)| (place, known(row)));
    let best = best.filter(|(_, known)| *known > 0).rev().max_by_key(|(_, known)| *known);
    let Some((at, _)) = best else {
        let columns = kind.needed().iter().map(|column| name_of(*column, kind, language)).collect();
        found.add(sheet.whole(), FindingKind::SheetWithoutHeader { columns });
        return None;
    };
    let Sheet { name, rows } = sheet;
    let mut rows = rows.into_iter();
    let before: Vec<Row> = rows.by_ref().take(at).collect();
    let head_cells = rows.next()?;
    let mut table = Table {
        kind,
        name,
        language,
        head_row: head_cells.number,
        heads: Vec::new(),
        others: Vec::new(),
        rows: Vec::new(),
        strays: Vec::new(),
        read: RefCell::default(),
        told: RefCell::default(),
    };
    read_heads(&mut table, &head_cells, found);
    let id = table.column(Column::Id);
    let has_id = |row: &Row| id.is_some_and(|id| row.cell(id).is_some());
    let own: Vec<Row> = rows.collect();
    let notes = own.iter().filter(|row| is_note(row) && !has_id(row));
    let notes = notes.chain(before.iter().filter(|row| is_note(row)));
    let places: Vec<u32> = notes.map(|row| row.number).collect();
    if let Some(first) = places.iter().min() {
        found.add(table.place(*first, 0), FindingKind::RowsPassedOver { rows: places.len() });
    }
    let stray =
        |row: &Row| row.cells.iter().map(|(column, text)| (row.number, *column, text.clone())).collect::<Vec<_>>();
    table.strays = before.iter().filter(|row| !is_note(row)).flat_map(stray).collect();
    table.rows = own.into_iter().filter(|row| !is_note(row) || has_id(row)).collect();
    // A row in which only the author's own columns hold something says nothing. Of a column with a head that means nothing
    // the head has been told; in one without a head each cell is to be.
    let columns: Vec<u32> =
        table.heads.iter().map(|(column, _)| *column).chain(table.others.iter().map(|(column, _)| *column)).collect();
    for row in &mut table.rows {
        let strays = row.cells.iter().filter(|(column, _)| head_cells.cell(*column).is_none());
        table.strays.extend(strays.map(|(column, text)| (row.number, *column, text.clone())));
        row.cells.retain(|(column, _)| columns.contains(column));
    }
    table.rows.retain(|row| !row.cells.is_empty());
    // In a tree one column serves all parts.
    let is_tree = kind == SheetKind::Competences && is_tree(&table);
    for column in kind.needed().iter().filter(|_| !is_tree) {
        if !table.has(*column) {
            let place = Place { sheet: table.name.clone(), cell: Some((table.head_row, 0)) };
            found.add(place, FindingKind::ColumnMissing { column: name_of(*column, kind, language) });
        }
    }
    Some(table)
}

/// Whether parts stand inside each other by a number or a parent, and not by a dimension's name.
pub fn is_tree(table: &Table) -> bool {
    let by = [Column::Indent, Column::Position, Column::Parent];
    by.iter().any(|column| table.has(*column)) && !table.has(Column::Dimension)
}

/// What a column is called, with a language where it is a text.
pub fn name_of(column: Column, kind: SheetKind, language: Language) -> Rc<str> {
    let name = column.name(language);
    if kind.is_text(column) { in_language(name, language.tag()).into() } else { name.into() }
}

fn read_heads(table: &mut Table, cells: &Row, found: &mut Found) {
    let is_matrix = matches!(table.kind, SheetKind::Levels | SheetKind::Weights);
    for (column, text) in &cells.cells {
        let place = table.place(cells.number, *column);
        let said: Rc<str> = text.trim().into();
        if said.starts_with(['_', '#']) {
            found.add(place, FindingKind::ColumnPassedOver { found: said });
            continue;
        }
        // Among the names of roles nothing is guessed.
        let own = head(&said, table.kind).filter(|head| !(is_matrix && head.is_misspelt));
        let Some(own) = own else {
            match is_matrix {
                true => table.others.push((*column, said)),
                false => found.add(place, FindingKind::ColumnUnknown { found: said }),
            }
            continue;
        };
        let is_same = |(_, other): &&(u32, Head)| {
            let is_in_same = match (&other.language, &own.language) {
                (Some(other), Some(own)) => other.eq_ignore_ascii_case(own),
                (other, own) => other == own,
            };
            is_in_same && (other.column, other.level) == (own.column, own.level)
        };
        if let Some((first, _)) = table.heads.iter().find(is_same) {
            let first = table.place(cells.number, *first).name().into();
            found.add(place, FindingKind::ColumnDoubled { found: said, first });
            continue;
        }
        let name = own.column.name(table.language);
        let name = own.level.map_or(name.to_owned(), |level| format!("{name} {level}"));
        if own.is_misspelt {
            let meant = own.language.as_ref().map_or(name.clone(), |tag| in_language(&name, tag)).into();
            found.add(place.clone(), FindingKind::ColumnMisspelt { found: said.clone(), meant });
        }
        if let Some(language) = own.language.clone().filter(|_| own.is_guessed && !own.is_misspelt) {
            let right = in_language(&name, &language).into();
            found.add(place, FindingKind::LanguageGuessed { found: said, language, right });
        }
        table.heads.push((*column, own));
    }
}
