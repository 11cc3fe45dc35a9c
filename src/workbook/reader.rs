//! Sheets from bytes: workbooks of Excel's and of LibreOffice's, and sheets as text in any common delimiter and encoding.
//!
//! Cells come one after the other and are counted; no table is made that is as large as a sheet says it is. Knows no column.

use super::finding::{FindingKind, Found};
use super::gate::{Format, pass};
use super::sheet::{MOST_CELLS, MOST_TEXT, Place, Sheet};
use crate::encoding::{Encoding, decode};
use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;

/// The most rows and columns that a sheet has.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;

/// Reads the sheets of a file; `name` is the file's own, for a sheet that is a file. What was found goes to `found`, and a
/// file that is refused has no sheets.
pub fn read(name: &str, bytes: &[u8], found: &mut Found) -> Vec<Sheet> {
    let whole = Place { sheet: name.into(), cell: None };
    let passed = match pass(bytes) {
        Ok(passed) => passed,
        Err(kind) => {
            found.add(whole, kind);
            return Vec::new();
        }
    };
    if passed.has_macros {
        found.add(whole.clone(), FindingKind::MacrosLeft);
    }
    let mut reading = Reading { found, cells: 0, text: 0 };
    let sheets = match passed.format {
        Format::Excel => reading.excel(bytes),
        Format::OpenDocument => reading.open_document(bytes),
        Format::PackedText => reading.packed_text(bytes),
        Format::Text => reading.text(name, bytes).map(|sheet| vec![sheet]),
    };
    sheets.unwrap_or_else(|kind| {
        found.add(whole, kind);
        Vec::new()
    })
}

/// What has been read of a file so far.
struct Reading<'a> {
    found: &'a mut Found,
    cells: usize,
    text: usize,
}

type Refused = FindingKind;

/// The name of a table of an open document, and its cells so far.
type OpenTable = (Rc<str>, Vec<(u32, u32, Rc<str>)>);

fn damaged(error: impl ToString) -> Refused {
    FindingKind::DamagedFile { why: error.to_string().into() }
}

impl Reading<'_> {
    /// Counts a cell with this text.
    fn count(&mut self, text: &str) -> Result<(), Refused> {
        self.cells += 1;
        self.text += text.len();
        if self.cells > MOST_CELLS {
            return Err(FindingKind::TooManyCells { most: MOST_CELLS });
        }
        if self.text > MOST_TEXT {
            return Err(FindingKind::TooMuchText { most: MOST_TEXT });
        }
        Ok(())
    }

    /// A text without what can't be seen in a cell; that it had such is told.
    fn clean(&mut self, text: &str, place: &dyn Fn() -> Place) -> Rc<str> {
        // However lines end, they stay so.
        let is_strange = |character: char| character.is_control() && !matches!(character, '\n' | '\r' | '\t');
        if !text.contains(is_strange) {
            return text.into();
        }
        let clean: String = text.chars().filter(|character| !is_strange(*character)).collect();
        let removed = text.chars().count() - clean.chars().count();
        self.found.add(place(), FindingKind::ControlCharacters { removed });
        clean.into()
    }

    fn excel(&mut self, bytes: &[u8]) -> Result<Vec<Sheet>, Refused> {
        let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut sheets = Vec::new();
        for name in workbook.sheet_names() {
            let place = |row, column| Place { sheet: (&*name).into(), cell: Some((row, column)) };
            let mut reader = match workbook.worksheet_cells_reader(&name) {
                Ok(reader) => reader,
                // A sheet of charts has no cells.
                Err(XlsxError::NotAWorksheet(_)) => continue,
                Err(error) => return Err(damaged(error)),
            };
            let mut cells = Vec::new();
            while let Some(cell) = reader.next_cell_with_formula().map_err(damaged)? {
                let (row, column) = cell.pos;
                let text = match &cell.value {
                    DataRef::Empty => String::new(),
                    DataRef::SharedString(text) => (*text).to_owned(),
                    DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
                    DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
                    DataRef::Int(number) => number.to_string(),
                    DataRef::Float(number) => number.to_string(),
                    DataRef::Bool(is_true) => is_true.to_string(),
                    DataRef::DateTime(date) => {
                        let (year, month, day, ..) = date.to_ymd_hms_milli();
                        format!("{year:04}-{month:02}-{day:02}")
                    }
                    DataRef::Error(error) => {
                        let found = error.to_string().into();
                        self.found.add(place(row, column), FindingKind::ErrorFound { found });
                        continue;
                    }
                };
                if cell.formula.is_some() {
                    self.found.add(place(row, column), FindingKind::FormulaFound);
                }
                if text.trim().is_empty() {
                    continue;
                }
                self.count(&text)?;
                cells.push((row, column, self.clean(&text, &|| place(row, column))));
            }
            sheets.push(Sheet::of((&*name).into(), cells));
        }
        Ok(sheets)
    }

    /// An own reader: the one for this format in the library that reads Excel's makes room for every cell that a file says
    /// it repeats.
    fn open_document(&mut self, bytes: &[u8]) -> Result<Vec<Sheet>, Refused> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let content = archive.by_name("content.xml").map_err(damaged)?;
        let mut reader = quick_xml::Reader::from_reader(BufReader::with_capacity(64 * 1024, content));
        let mut buffer = Vec::new();
        let mut sheets = Vec::new();
        let mut table: Option<OpenTable> = None;
        let (mut row, mut column, mut row_repeats) = (0_u32, 0_u32, 1_u32);
        let mut cell: Option<OpenCell> = None;
        // What stands in notes at cells, and in tables inside cells, is nobody's.
        let mut passed_over = 0_usize;
        loop {
            buffer.clear();
            let event = reader.read_event_into(&mut buffer).map_err(damaged)?;
            match event {
                Event::Eof => break,
                Event::Start(tag) if passed_over > 0 => {
                    passed_over += 1;
                    drop(tag);
                }
                Event::End(_) if passed_over > 0 => passed_over -= 1,
                _ if passed_over > 0 => {}
                Event::Start(tag) => match tag.name().as_ref() {
                    "office:annotation" | "table:shapes" | "table:tracked-changes" | "draw:frame" => passed_over = 1,
                    "table:table" => {
                        table = Some((attribute(&tag, "table:name").unwrap_or_default(), Vec::new()));
                        row = 0;
                    }
                    "table:table-row" => {
                        column = 0;
                        row_repeats = repeats(&tag, "table:number-rows-repeated", MOST_ROWS);
                    }
                    "table:table-cell" | "table:covered-table-cell" => cell = Some(OpenCell::of(&tag)),
                    "text:p" => cell.iter_mut().for_each(OpenCell::begin_line),
                    "text:s" => self.spaces(&tag, &mut cell)?,
                    "text:tab" => cell.iter_mut().for_each(|cell| cell.text.push('\t')),
                    "text:line-break" => cell.iter_mut().for_each(|cell| cell.text.push('\n')),
                    _ => {}
                },
                Event::Empty(tag) => match tag.name().as_ref() {
                    "table:table-cell" | "table:covered-table-cell" => {
                        let cell = OpenCell::of(&tag);
                        self.add(&mut table, cell, (row, row_repeats), &mut column)?;
                    }
                    "table:table-row" => {
                        let repeats = repeats(&tag, "table:number-rows-repeated", MOST_ROWS);
                        row = row.saturating_add(repeats).min(MOST_ROWS);
                    }
                    "text:p" => cell.iter_mut().for_each(OpenCell::begin_line),
                    "text:s" => self.spaces(&tag, &mut cell)?,
                    "text:tab" => cell.iter_mut().for_each(|cell| cell.text.push('\t')),
                    "text:line-break" => cell.iter_mut().for_each(|cell| cell.text.push('\n')),
                    _ => {}
                },
                Event::Text(text) => {
                    if let Some(cell) = cell.as_mut().filter(|cell| cell.lines > 0) {
                        cell.text += &text.xml_content(XmlVersion::Implicit1_0);
                    }
                }
                Event::CData(text) => {
                    if let Some(cell) = cell.as_mut().filter(|cell| cell.lines > 0) {
                        cell.text += &text.xml_content(XmlVersion::Implicit1_0);
                    }
                }
                Event::GeneralRef(reference) => {
                    if let Some(cell) = cell.as_mut().filter(|cell| cell.lines > 0) {
                        match reference.resolve_char_ref().map_err(damaged)? {
                            Some(character) => cell.text.push(character),
                            None => {
                                let name: &str = &reference;
                                let known = quick_xml::escape::resolve_predefined_entity(name);
                                cell.text += known.ok_or_else(|| damaged(format!("&{name};")))?;
                            }
                        }
                    }
                }
                Event::End(tag) => match tag.name().as_ref() {
                    "table:table-cell" | "table:covered-table-cell" => {
                        if let Some(cell) = cell.take() {
                            self.add(&mut table, cell, (row, row_repeats), &mut column)?;
                        }
                    }
                    "table:table-row" => row = row.saturating_add(row_repeats).min(MOST_ROWS),
                    "table:table" => {
                        if let Some((name, cells)) = table.take() {
                            sheets.push(Sheet::of(name, cells));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(sheets)
    }

    fn spaces(&mut self, tag: &BytesStart, cell: &mut Option<OpenCell>) -> Result<(), Refused> {
        if let Some(cell) = cell {
            let spaces = attribute(tag, "text:c").map_or(1, |count| count.parse().unwrap_or(1));
            if spaces > MOST_TEXT {
                return Err(FindingKind::TooMuchText { most: MOST_TEXT });
            }
            self.text += spaces;
            if self.text > MOST_TEXT {
                return Err(FindingKind::TooMuchText { most: MOST_TEXT });
            }
            cell.text.extend(std::iter::repeat_n(' ', spaces));
        }
        Ok(())
    }

    /// Puts a cell of an open document where it stands, as often as it is repeated.
    fn add(
        &mut self,
        table: &mut Option<OpenTable>,
        cell: OpenCell,
        (row, row_repeats): (u32, u32),
        column: &mut u32,
    ) -> Result<(), Refused> {
        let first = *column;
        *column = column.saturating_add(cell.repeats).min(MOST_COLUMNS);
        let Some((name, cells)) = table else { return Ok(()) };
        let place = |row, column| Place { sheet: name.clone(), cell: Some((row, column)) };
        if cell.is_error {
            let found = cell.text.as_str().into();
            self.found.add(place(row, first), FindingKind::ErrorFound { found });
            return Ok(());
        }
        if cell.is_formula {
            self.found.add(place(row, first), FindingKind::FormulaFound);
        }
        let text = match cell.value {
            Some(value) => value,
            None => cell.text.as_str().into(),
        };
        if text.trim().is_empty() {
            return Ok(());
        }
        let text = self.clean(&text, &|| place(row, first));
        for row in row..row.saturating_add(row_repeats).min(MOST_ROWS) {
            for column in first..*column {
                self.count(&text)?;
                cells.push((row, column, text.clone()));
            }
        }
        Ok(())
    }

    fn packed_text(&mut self, bytes: &[u8]) -> Result<Vec<Sheet>, Refused> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut sheets = Vec::new();
        for place in 0..archive.len() {
            let mut entry = archive.by_index(place).map_err(damaged)?;
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            let own = name.rsplit('/').next().unwrap_or_default();
            if name.starts_with("__MACOSX/") || own.is_empty() || own.starts_with('.') {
                continue;
            }
            if !name.to_lowercase().ends_with(".csv") {
                self.found.add(Place { sheet: own.into(), cell: None }, FindingKind::FileLeftOut);
                continue;
            }
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).map_err(damaged)?;
            sheets.push(self.text(&name, &bytes)?);
        }
        Ok(sheets)
    }

    fn text(&mut self, name: &str, bytes: &[u8]) -> Result<Sheet, Refused> {
        let name = name.rsplit('/').next().unwrap_or(name);
        let stem: Rc<str> = name.rsplit_once('.').map_or(name, |(stem, _)| stem).into();
        let (text, encoding) = decode(bytes);
        if encoding == Encoding::Windows1252 {
            self.found.add(Place { sheet: stem.clone(), cell: None }, FindingKind::LettersGuessed);
        }
        let (delimiter, text) = delimiter(text.strip_prefix('\u{feff}').unwrap_or(&text));
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let mut cells = Vec::new();
        let mut blank = 0;
        for (read, record) in reader.records().enumerate() {
            let record = record.map_err(damaged)?;
            // Passed over by the reader, but rows to whoever opens the file.
            blank += record.position().map_or(0, |position| blank_lines(text, position.byte() as usize));
            let row = (read + blank) as u32;
            for (column, text) in record.iter().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
                let column = column as u32;
                self.count(text)?;
                let place = || Place { sheet: stem.clone(), cell: Some((row, column)) };
                cells.push((row, column, self.clean(unguarded(text), &place)));
            }
        }
        Ok(Sheet::of(stem, cells))
    }
}

/// How many lines with nothing in them begin here, where a line has just ended.
fn blank_lines(text: &str, at: usize) -> usize {
    let (before, mut rest) = text.split_at_checked(at).unwrap_or((text, ""));
    if before.ends_with('\r') {
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    let mut lines = 0;
    while let Some(behind) = ["\r\n", "\n", "\r"].iter().find_map(|end| rest.strip_prefix(end)) {
        rest = behind;
        lines += 1;
    }
    lines
}

/// What stands between the cells of a line: the character that the first line has most of, outside of quotes. A first line
/// `sep=;`, which Excel understands, says it.
fn delimiter(text: &str) -> (u8, &str) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some((delimiter, rest)) = rest.split_once('\n')
        && let [delimiter] = delimiter.trim_end_matches('\r').as_bytes()
    {
        return (*delimiter, rest);
    }
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0), (b'|', 0)];
    let mut is_quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted && counts.iter().any(|(_, count)| *count > 0) => break,
            _ if !is_quoted => {
                if let Some((_, count)) = counts.iter_mut().find(|(delimiter, _)| *delimiter == byte) {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    // Of equals the first.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    (most.map_or(b';', |(delimiter, _)| *delimiter), text)
}

/// A text without the apostrophe that keeps a spreadsheet from computing it.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if super::writer::is_computed(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// A cell of an open document.
struct OpenCell {
    repeats: u32,
    /// The value that stands beside the shown text, of a number or a date.
    value: Option<Rc<str>>,
    text: String,
    lines: usize,
    is_formula: bool,
    is_error: bool,
}

impl OpenCell {
    fn of(tag: &BytesStart) -> Self {
        let kind = attribute(tag, "office:value-type");
        let value = match kind.as_deref() {
            Some("float" | "percentage" | "currency") => attribute(tag, "office:value"),
            Some("date") => {
                attribute(tag, "office:date-value").map(|date| date.split('T').next().unwrap_or_default().into())
            }
            Some("boolean") => attribute(tag, "office:boolean-value"),
            _ => None,
        };
        Self {
            repeats: repeats(tag, "table:number-columns-repeated", MOST_COLUMNS),
            value,
            text: String::new(),
            lines: 0,
            is_formula: attribute(tag, "table:formula").is_some(),
            is_error: attribute(tag, "calcext:value-type").as_deref() == Some("error"),
        }
    }

    /// A paragraph is a line of the cell.
    fn begin_line(&mut self) {
        if self.lines > 0 {
            self.text.push('\n');
        }
        self.lines += 1;
    }
}

fn attribute(tag: &BytesStart, name: &str) -> Option<Rc<str>> {
    let attribute = tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.as_ref().into())
}

fn repeats(tag: &BytesStart, name: &str, most: u32) -> u32 {
    attribute(tag, name).map_or(1, |count| count.parse().unwrap_or(most)).clamp(1, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_the_first_line_has_most_of() {
        assert_eq!(delimiter("a;b,c;d\n1,2,3,4").0, b';');
        assert_eq!(delimiter("\"a;b\",c").0, b',');
        assert_eq!(delimiter("a\tb").0, b'\t');
        assert_eq!(delimiter("alone\n").0, b';');
        assert_eq!(delimiter("sep=|\r\na|b"), (b'|', "a|b"));
    }

    #[test]
    fn blank_lines_are_counted_however_lines_end() {
        assert_eq!(blank_lines("a\n\n\nb", 2), 2);
        assert_eq!(blank_lines("a\r\n\r\nb", 3), 1);
        assert_eq!(blank_lines("a\r\n\r\nb", 2), 1);
        assert_eq!(blank_lines("\rb", 0), 1);
        assert_eq!(blank_lines("a", 1), 0);
    }

    #[test]
    fn an_apostrophe_before_a_formula_is_no_text() {
        assert_eq!(unguarded("'=1+1"), "=1+1");
        assert_eq!(unguarded("''=1"), "'=1");
        assert_eq!(unguarded("'quoted'"), "'quoted'");
    }
}
