//! A sheet as a table of texts, whichever file it came from. Knows no column and no format.

use std::rc::Rc;

/// The most cells that are read of all sheets of one file together.
pub const MOST_CELLS: usize = 1_000_000;
/// The most bytes of text that are read of all cells of one file together.
pub const MOST_TEXT: usize = 32 * 1024 * 1024;

/// The cells of a sheet that hold something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// As the sheet, or the file of a sheet, is called.
    pub name: Rc<str>,
    /// In their order; only those that hold something.
    pub rows: Vec<Row>,
}

/// The cells of a row that hold something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Counted from 0.
    pub number: u32,
    /// Columns, counted from 0 and in their order, with what stands there.
    pub cells: Vec<(u32, Rc<str>)>,
}

/// A cell of a sheet, a sheet as a whole, or a file as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Empty where the file as a whole is meant.
    pub sheet: Rc<str>,
    /// Row and column, counted from 0.
    pub cell: Option<(u32, u32)>,
}

impl Row {
    /// What stands in this column; nothing where it is empty.
    pub fn cell(&self, column: u32) -> Option<&Rc<str>> {
        let place = self.cells.binary_search_by_key(&column, |(own, _)| *own).ok()?;
        Some(&self.cells[place].1)
    }
}

impl Sheet {
    /// The place of a cell of it.
    pub fn place(&self, row: u32, column: u32) -> Place {
        Place { sheet: self.name.clone(), cell: Some((row, column)) }
    }

    /// The sheet as a place.
    pub fn whole(&self) -> Place {
        Place { sheet: self.name.clone(), cell: None }
    }

    /// A sheet with these cells, which may come in any order; of two in one place the later holds.
    pub fn of(name: Rc<str>, mut cells: Vec<(u32, u32, Rc<str>)>) -> Self {
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        let mut sheet = Self { name, rows: Vec::new() };
        for (number, column, text) in cells {
            if sheet.rows.last().is_none_or(|row| row.number != number) {
                sheet.rows.push(Row { number, cells: Vec::new() });
            }
            let Some(row) = sheet.rows.last_mut() else { continue };
            match row.cells.last_mut() {
                Some((own, before)) if *own == column => *before = text,
                _ => row.cells.push((column, text)),
            }
        }
        sheet
    }
}

impl Place {
    /// As spreadsheet programs write it, such as `Kompetencer!C12`; a name with spaces in quotes.
    pub fn name(&self) -> String {
        let is_plain = self.sheet.chars().all(char::is_alphanumeric);
        let sheet = match is_plain {
            true => self.sheet.to_string(),
            false => format!("'{}'", self.sheet.replace('\'', "''")),
        };
        match self.cell {
            Some((row, column)) => format!("{sheet}!{}{}", letters(column), u64::from(row) + 1),
            None => sheet,
        }
    }
}

/// The letters of a column, counted from 0.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_as_spreadsheet_programs_do() {
        let name = |sheet: &str, cell| Place { sheet: sheet.into(), cell }.name();
        assert_eq!(name("Kompetencer", Some((11, 2))), "Kompetencer!C12");
        assert_eq!(name("Hvad områder øver", Some((0, 27))), "'Hvad områder øver'!AB1");
        assert_eq!(name("Jens' ark", None), "'Jens'' ark'");
        assert_eq!(letters(16_383), "XFD");
    }

    #[test]
    fn cells_stand_in_order_and_the_later_of_two_holds() {
        let sheet = Sheet::of("A".into(), vec![(3, 1, "c".into()), (0, 0, "a".into()), (3, 1, "d".into())]);
        assert_eq!(sheet.rows.len(), 2);
        assert_eq!(sheet.rows[1].cell(1).map(|text| &**text), Some("d"));
        assert_eq!(sheet.rows[1].cell(0), None);
    }
}
