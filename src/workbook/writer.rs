//! Bytes from drafted sheets: a workbook of Excel's, or a sheet as text for each, packed together.
//!
//! The same draft makes the same bytes, whenever it is written. Knows no framework.

use super::template::{Draft, DraftCell, DropDown, Words};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, Formula,
    Workbook, XlsxError,
};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// Writes the sheets as a workbook, `.xlsx`.
///
/// # Errors
///
/// Why it can't be written, in English: a framework has more roles than a sheet has columns, for example.
pub fn excel(drafts: &[Draft]) -> Result<Vec<u8>, String> {
    written(drafts).map_err(|error| error.to_string())
}

fn written(drafts: &[Draft]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock: the same framework makes the same file.
    let properties = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?);
    workbook.set_properties(&properties);
    let head =
        Format::new().set_bold().set_background_color(Color::RGB(0xE8EEF4)).set_text_wrap().set_align(FormatAlign::Top);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let grey = plain.clone().set_font_color(Color::RGB(0x6B6B6B)).set_background_color(Color::RGB(0xF2F2F2));
    for draft in drafts {
        let sheet = workbook.add_worksheet();
        sheet.set_name(draft.name)?;
        sheet.set_freeze_panes(1, draft.frozen)?;
        for (column, own) in (0..).zip(&draft.columns) {
            sheet.set_column_width(column, own.width)?;
            sheet.write_string_with_format(0, column, &own.head, &head)?;
        }
        for (row, cells) in (1..).zip(&draft.rows) {
            for ((column, cell), own) in (0..).zip(cells).zip(&draft.columns) {
                let format = if own.is_grey { &grey } else { &plain };
                match cell {
                    Some(DraftCell::Text(text)) => drop(sheet.write_string_with_format(row, column, &**text, format)?),
                    Some(DraftCell::Number(number)) => {
                        // Every number of a framework has four digits at most.
                        let number = i32::try_from(*number).unwrap_or(i32::MAX);
                        sheet.write_number_with_format(row, column, number, format)?;
                    }
                    None => {}
                }
            }
        }
        for DropDown { rows, columns, words } in &draft.lists {
            let list = match words {
                Words::These(words) => DataValidation::new().allow_list_strings(words)?,
                Words::Cells { sheet, column, rows } => {
                    let letters = super::sheet::letters((*column).into());
                    let (first, last) = (rows.0 + 1, rows.1 + 1);
                    let cells = format!("='{sheet}'!${letters}${first}:${letters}${last}");
                    DataValidation::new().allow_list_formula(Formula::new(cells))
                }
            };
            // Whatever else is written is read too, or told with its cell.
            let list = list.set_error_style(DataValidationErrorStyle::Information);
            sheet.add_data_validation(rows.0, columns.0, rows.1, columns.1, &list)?;
        }
    }
    workbook.save_to_buffer()
}

/// Writes the sheets as text, one file for each, packed together.
///
/// # Errors
///
/// Why it can't be written, in English.
pub fn packed_text(drafts: &[Draft]) -> Result<Vec<u8>, String> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for draft in drafts {
        archive.start_file(format!("{}.csv", draft.name), options).map_err(|error| error.to_string())?;
        archive.write_all(&text(draft)?).map_err(|error| error.to_string())?;
    }
    Ok(archive.finish().map_err(|error| error.to_string())?.into_inner())
}

/// A sheet as text: with a byte order mark and `;`, as spreadsheet programs with Danish settings expect, and nothing in it
/// that they compute.
///
/// # Errors
///
/// Why it can't be written, in English.
pub fn text(draft: &Draft) -> Result<Vec<u8>, String> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut builder = csv::WriterBuilder::new();
    builder.delimiter(b';').terminator(csv::Terminator::CRLF);
    // What stands between cells is told by the first line: commas in the names of roles stand in quotes.
    let mut heads = builder.quote_style(csv::QuoteStyle::Always).from_writer(&mut bytes);
    heads.write_record(draft.columns.iter().map(|column| guarded(&column.head))).map_err(|error| error.to_string())?;
    heads.flush().map_err(|error| error.to_string())?;
    drop(heads);
    let mut writer = builder.quote_style(csv::QuoteStyle::Necessary).from_writer(&mut bytes);
    for row in &draft.rows {
        let cells = row.iter().map(|cell| match cell {
            Some(DraftCell::Text(text)) => guarded(text),
            Some(DraftCell::Number(number)) => number.to_string(),
            None => String::new(),
        });
        writer.write_record(cells).map_err(|error| error.to_string())?;
    }
    writer.flush().map_err(|error| error.to_string())?;
    drop(writer);
    Ok(bytes)
}

/// A text with an apostrophe before it where a spreadsheet would compute it, or take an apostrophe of its own away.
fn guarded(text: &str) -> String {
    match is_computed(text.trim_start_matches('\'')) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// Whether a spreadsheet would compute this.
pub fn is_computed(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_computed() {
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("'=1"), "''=1");
        assert_eq!(guarded("'a'"), "'a'");
        assert_eq!(guarded("a=1"), "a=1");
    }
}
