//! A workbook as people edit it: cells by their names.

use rokade::workbook::finding::Found;
use rokade::workbook::import::{Imported, of_sheets};
use rokade::workbook::sheet::Sheet;
use rokade::workbook::template::{Draft, DraftCell};
use std::collections::BTreeMap;

/// What stands in the cells of a sheet, by row and column.
type Cells = BTreeMap<(u32, u32), String>;

#[derive(Clone)]
pub struct Book {
    pub sheets: Vec<(String, Cells)>,
}

impl Book {
    pub fn of(drafts: &[Draft]) -> Self {
        let sheets = drafts.iter().map(|draft| {
            let mut cells = BTreeMap::new();
            for (column, own) in (0..).zip(&draft.columns) {
                cells.insert((0, column), own.head.clone());
            }
            for (row, own) in (1..).zip(&draft.rows) {
                for (column, cell) in (0..).zip(own) {
                    match cell {
                        Some(DraftCell::Text(text)) if text.is_empty() => {}
                        Some(DraftCell::Text(text)) => drop(cells.insert((row, column), text.to_string())),
                        Some(DraftCell::Number(number)) => drop(cells.insert((row, column), number.to_string())),
                        None => {}
                    }
                }
            }
            (draft.name.to_owned(), cells)
        });
        Self { sheets: sheets.collect() }
    }

    fn cells(&mut self, sheet: &str) -> &mut Cells {
        let found = self.sheets.iter_mut().find(|(name, _)| name == sheet);
        &mut found.unwrap_or_else(|| panic!("no sheet {sheet}")).1
    }

    /// Writes into a cell such as `C12`; an empty text empties it.
    pub fn set(&mut self, sheet: &str, cell: &str, text: &str) -> &mut Self {
        let at = place(cell);
        match text {
            "" => drop(self.cells(sheet).remove(&at)),
            text => drop(self.cells(sheet).insert(at, text.to_owned())),
        }
        self
    }

    /// The column under this head.
    pub fn column(&mut self, sheet: &str, head: &str) -> String {
        let found = self.cells(sheet).iter().find(|((row, _), text)| *row == 0 && *text == head);
        let ((_, column), _) = found.unwrap_or_else(|| panic!("no column {head} in {sheet}"));
        rokade::workbook::sheet::letters(*column)
    }

    /// The heads of a sheet.
    pub fn heads(&mut self, sheet: &str) -> Vec<String> {
        self.cells(sheet).range(..(1, 0)).map(|(_, head)| head.clone()).collect()
    }

    /// How many rows and columns a sheet has.
    pub fn size(&mut self, sheet: &str) -> (u32, u32) {
        let most = |places: &mut dyn Iterator<Item = u32>| places.max().map_or(0, |last| last + 1);
        let cells = self.cells(sheet);
        (most(&mut cells.keys().map(|(row, _)| *row)), most(&mut cells.keys().map(|(_, column)| *column)))
    }

    /// What stands in a cell.
    pub fn get(&mut self, sheet: &str, cell: (u32, u32)) -> &str {
        self.cells(sheet).get(&cell).map_or("", |text| text)
    }

    /// Writes into a row, counted from 1, under a head.
    pub fn put(&mut self, sheet: &str, row: u32, head: &str, text: &str) -> &mut Self {
        let column = self.column(sheet, head);
        self.set(sheet, &format!("{column}{row}"), text)
    }

    /// Takes away what stands below a head.
    pub fn empty_column(&mut self, sheet: &str, head: &str) -> &mut Self {
        let (_, column) = place(&format!("{}1", self.column(sheet, head)));
        self.cells(sheet).retain(|(row, own), _| *own != column || *row == 0);
        self
    }

    pub fn delete_column(&mut self, sheet: &str, head: &str) -> &mut Self {
        let (_, column) = place(&format!("{}1", self.column(sheet, head)));
        self.cells(sheet).retain(|(_, own), _| *own != column);
        self
    }

    pub fn rename(&mut self, sheet: &str, name: &str) -> &mut Self {
        self.sheets.iter_mut().find(|(own, _)| own == sheet).unwrap().0 = name.to_owned();
        self
    }

    pub fn delete(&mut self, sheet: &str) -> &mut Self {
        self.sheets.retain(|(name, _)| name != sheet);
        self
    }

    /// A new sheet of rows of cells.
    pub fn add(&mut self, sheet: &str, rows: &[&[&str]]) -> &mut Self {
        let mut cells = BTreeMap::new();
        for (row, own) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*own).filter(|(_, text)| !text.is_empty()) {
                cells.insert((row, column), (*text).to_owned());
            }
        }
        self.sheets.push((sheet.to_owned(), cells));
        self
    }

    pub fn sheets(&self) -> Vec<Sheet> {
        let sheet = |(name, cells): &(String, Cells)| {
            let cells = cells.iter().map(|((row, column), text)| (*row, *column, text.as_str().into())).collect();
            Sheet::of(name.as_str().into(), cells)
        };
        self.sheets.iter().map(sheet).collect()
    }

    pub fn import(&self) -> Imported {
        of_sheets(self.sheets(), Found::default())
    }
}

/// Row and column of a cell such as `C12`, counted from 0.
fn place(cell: &str) -> (u32, u32) {
    let digits = cell.find(|letter: char| letter.is_ascii_digit()).unwrap();
    let (letters, row) = cell.split_at(digits);
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    (row.parse::<u32>().unwrap() - 1, column - 1)
}
