//! What is fuzzed: each takes any bytes and must neither panic nor hang. For cargo-fuzz and for `tests/corpus.rs`.
#![allow(dead_code)]

use rokade::encoding::decode;
use rokade::wording::Language;
use rokade::workbook::import::import;
use rokade::workbook::said;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A framework: its problems and hints with their sentences.
pub fn check(bytes: &[u8]) {
    let checked = rokade::framework::check::check(bytes);
    for language in Language::ALL {
        checked.problems.iter().for_each(|problem| drop(rokade::wording::problems::line(problem, language)));
        let hints = rokade::hint::hints(bytes);
        hints.told.iter().for_each(|hint| drop(rokade::wording::hints::line(hint, language)));
    }
}

/// An assessment that is opened and written again.
pub fn assessment(bytes: &[u8]) {
    let (text, _) = decode(bytes);
    if let Ok(opened) = rokade::assessment::file::read(text.as_bytes()) {
        let written = rokade::assessment::file::text(&opened.assessment, opened.derived, false);
        assert!(rokade::assessment::file::read(written.as_bytes()).is_ok(), "what is written can be read again");
    }
}

/// A file that may be a workbook.
pub fn gate(bytes: &[u8]) {
    let _ = rokade::workbook::gate::pass(bytes);
}

/// A workbook. Bytes that are changed at random are hardly ever a package, so the first says what the rest stands for: a
/// file, a sheet of Excel's, its shared texts, or the content of LibreOffice's.
pub fn workbook(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let (name, file) = match kind {
        b'x' => ("a.xlsx", excel(rest, b"<sst><si><t>Titel::da</t></si><si><t>Udsagn::da</t></si></sst>")),
        b's' => (
            "a.xlsx",
            excel(
                b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
                  </sheetData></worksheet>",
                rest,
            ),
        ),
        b'o' => ("a.ods", packed(&[("content.xml", rest)])),
        _ => ("Kompetencer.csv", rest.to_vec()),
    };
    let imported = import(&[(name.to_owned(), file)]);
    for finding in &imported.found.told {
        Language::ALL.iter().for_each(|language| drop(said::line(finding, *language)));
    }
}

fn excel(sheet: &[u8], shared: &[u8]) -> Vec<u8> {
    packed(&[
        (
            "_rels/.rels",
            b"<Relationships><Relationship Id=\"r1\" \
              Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
              Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            b"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
              <sheet name=\"Kompetencer\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            b"<Relationships><Relationship Id=\"r1\" \
              Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
              Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/sharedStrings.xml", shared),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a name can be written");
        archive.write_all(content).expect("memory can be written");
    }
    archive.finish().expect("memory can be written").into_inner()
}
