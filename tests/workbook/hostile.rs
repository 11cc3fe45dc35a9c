//! Files made to do harm: each is refused, or read as the plain texts that stand in it, within a second of work and 200 MB.

use super::tolerant::bakery;
use rokade::wording::Language;
use rokade::workbook::finding::{Found, Weight};
use rokade::workbook::import::import;
use rokade::workbook::{said, writer};
use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Parts packed together.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook whose parts have been changed.
fn changed(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let name = String::from_utf8(entry.name_raw().to_vec()).unwrap();
        let mut content = String::new();
        entry.read_to_string(&mut content).unwrap();
        parts.push((name.clone(), change(&name, content)));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (&**name, content.as_bytes())).collect();
    packed(&parts)
}

/// The bakery as a workbook.
fn workbook() -> Vec<u8> {
    writer::excel(&bakery().drafts(Language::Danish)).unwrap()
}

/// The bakery with something put in a part of it.
fn with(part: &str, from: &str, to: &str) -> Vec<u8> {
    changed(&workbook(), |name, content| match name == part {
        true => {
            assert!(content.contains(from), "{part} has no {from}");
            content.replacen(from, to, 1)
        }
        false => content,
    })
}

/// A small workbook with this sheet and these shared texts.
fn excel(sheet: &str, shared: &str) -> Vec<u8> {
    let space = "http://schemas.openxmlformats.org";
    packed(&[
        ("[Content_Types].xml", format!("<Types xmlns=\"{space}/package/2006/content-types\"/>").as_bytes()),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{space}/package/2006/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{space}/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            )
            .as_bytes(),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{space}/spreadsheetml/2006/main\" \
                 xmlns:r=\"{space}/officeDocument/2006/relationships\"><sheets><sheet name=\"Kompetencer\" sheetId=\"1\" \
                 r:id=\"r1\"/></sheets></workbook>"
            )
            .as_bytes(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{space}/package/2006/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{space}/officeDocument/2006/relationships/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>"
            )
            .as_bytes(),
        ),
        ("xl/sharedStrings.xml", shared.as_bytes()),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{space}/spreadsheetml/2006/main\"><sheetData>{sheet}</sheetData></worksheet>").as_bytes(),
        ),
    ])
}

fn inline(cell: &str, text: &str) -> String {
    format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn shared(count: &str, texts: &str) -> String {
    format!(
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"1\" uniqueCount=\"{count}\">{texts}</sst>"
    )
}

fn open_document(table: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Kompetencer\">{table}</table:table></office:spreadsheet></office:body>\
         </office:document-content>"
    );
    packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

/// Every place of a sequence of bytes.
fn places(bytes: &[u8], wanted: &[u8]) -> Vec<usize> {
    (0..bytes.len().saturating_sub(wanted.len())).filter(|at| bytes[*at..].starts_with(wanted)).collect()
}

/// The same package, with the size of each part given as a few bytes where it is read first.
fn with_sizes_that_lie(mut bytes: Vec<u8>) -> Vec<u8> {
    for at in places(&bytes, b"PK\x01\x02") {
        bytes[at + 24..at + 28].copy_from_slice(&100_u32.to_le_bytes());
    }
    for at in places(&bytes, b"PK\x03\x04") {
        bytes[at + 22..at + 26].copy_from_slice(&100_u32.to_le_bytes());
    }
    bytes
}

fn locked(mut bytes: Vec<u8>) -> Vec<u8> {
    for at in places(&bytes, b"PK\x01\x02") {
        bytes[at + 8] |= 1;
    }
    for at in places(&bytes, b"PK\x03\x04") {
        bytes[at + 6] |= 1;
    }
    bytes
}

/// Hostile files: what each is, the name of what is told of it, and the file.
fn files() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let bakery = workbook();
    let zeros = vec![0; 512 * 1024 * 1024];
    let half_a_mebibyte = packed(&[("xl/workbook.xml", b"<a/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(half_a_mebibyte.len() < 1024 * 1024);
    let many: Vec<(String, &[u8])> = (0..201).map(|number| (format!("{number}.csv"), &b"a"[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, content)| (&**name, *content)).collect();
    let attributes: String = (0..10_000).map(|number| format!(" a{number}=\"1\"")).collect();
    let entities = "<!DOCTYPE lol [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let long = "x".repeat(30_000);
    let references: String =
        (1..=2_000).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>")).collect();
    let core_twice = packed(&[("xl/workbook.xml", b"<a/>"), ("xl/a1.xml", b"<a/>"), ("xl/a2.xml", b"<a/>")]);
    let twice: Vec<u8> = {
        let mut bytes = core_twice;
        for at in places(&bytes, b"xl/a2.xml") {
            bytes[at..at + 9].copy_from_slice(b"xl/a1.xml");
        }
        bytes
    };
    vec![
        ("more than 16 MiB", "file-too-large", vec![b'a'; 16 * 1024 * 1024 + 1]),
        ("201 parts", "too-many-entries", packed(&many)),
        ("512 MiB of zeros in half a MiB", "unpacks-too-large", half_a_mebibyte.clone()),
        ("the same with sizes that lie", "damaged-file", with_sizes_that_lie(half_a_mebibyte)),
        ("20 MiB of zeros", "packed-too-tightly", packed(&[("content.xml", &zeros[..20 * 1024 * 1024])])),
        ("a name that leads out", "unsafe-entry-name", packed(&[("xl/workbook.xml", b"<a/>"), ("../a.xml", b"<a/>")])),
        ("a name from the root", "unsafe-entry-name", packed(&[("/etc/a.csv", b"a")])),
        ("one name twice", "doubled-entry", twice),
        ("one name in two cases", "doubled-entry", packed(&[("a.csv", b"a"), ("A.csv", b"b")])),
        ("a file that is cut short", "damaged-file", bakery[..bakery.len() / 2].to_vec()),
        (
            "markup that is no markup",
            "damaged-file",
            with("xl/worksheets/sheet4.xml", "<sheetData>", "<sheetData><row></c>"),
        ),
        ("an old workbook", "old-or-locked", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on".to_vec()),
        ("a binary workbook", "binary-workbook", packed(&[("xl/workbook.bin", b"a")])),
        ("a locked package", "encrypted", locked(packed(&[("a.csv", b"a;b")]))),
        ("another document", "no-workbook", b"%PDF-1.7".to_vec()),
        ("a text document", "no-workbook", packed(&[("word/document.xml", b"<a/>")])),
        ("entities", "doctype-found", with("xl/worksheets/sheet4.xml", "<worksheet", &format!("{entities}<worksheet"))),
        (
            "a document type from elsewhere",
            "doctype-found",
            with("xl/workbook.xml", "<workbook", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><workbook"),
        ),
        (
            "10,000 attributes",
            "markup-too-large",
            with("xl/worksheets/sheet4.xml", "<sheetData>", &format!("<sheetData{attributes}>")),
        ),
        ("a thousand deep", "markup-too-large", open_document(&"<a>".repeat(1_000))),
        (
            "a text without an end",
            "markup-too-large",
            open_document(&format!("<text:p>{}</text:p>", "x".repeat(900_000))),
        ),
        ("2^32-1 texts announced", "too-many-cells", excel("", &shared("4294967295", "<si><t>a</t></si>"))),
        (
            "a cell that is repeated everywhere",
            "too-many-cells",
            open_document(
                "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
                 table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>",
            ),
        ),
        (
            "a long text in every cell",
            "too-much-text",
            excel(&references, &shared("1", &format!("<si><t>{long}</t></si>"))),
        ),
        (
            "very many spaces",
            "too-much-text",
            open_document(
                "<table:table-row><table:table-cell><text:p><text:s text:c=\"4000000000\"/></text:p></table:table-cell>\
                 </table:table-row>",
            ),
        ),
        (
            "two cells as far apart as can be",
            "sheet-without-header",
            excel(
                &format!(
                    "<row r=\"1\">{}</row><row r=\"1048576\">{}</row>",
                    inline("A1", "a"),
                    inline("XFD1048576", "b")
                ),
                &shared("0", ""),
            ),
        ),
        (
            "a million rows that are empty",
            "sheet-missing",
            open_document("<table:table-row table:number-rows-repeated=\"4294967295\"/>"),
        ),
    ]
}

/// Files that are strange and do no harm: a framework comes of them.
fn harmless() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let shared = "xl/sharedStrings.xml";
    let macros = {
        let bytes = workbook();
        let mut archive = ZipWriter::new_append(Cursor::new(bytes)).unwrap();
        archive.start_file("xl/vbaProject.bin", SimpleFileOptions::default()).unwrap();
        archive.write_all(b"Sub Auto_Open()").unwrap();
        archive.finish().unwrap().into_inner()
    };
    vec![
        ("macros", "macros-left", macros),
        ("a control character", "control-characters", with(shared, "Bage brød", "Bage_x0007_ brød")),
        ("a computed cell", "formula-found", with_cell("<f>1+1</f><v>3</v>", "")),
    ]
}

/// The bakery with something else in the first cell of the weights.
fn with_cell(inside: &str, attributes: &str) -> Vec<u8> {
    changed(&workbook(), |name, content| {
        if name != "xl/worksheets/sheet9.xml" {
            return content;
        }
        let at = content.find("<c r=\"B2\"").expect("a weight stands there");
        let end = at + content[at..].find("</c>").unwrap() + 4;
        format!("{}<c r=\"B2\"{attributes}>{inside}</c>{}", &content[..at], &content[end..])
    })
}

fn names(found: &Found) -> BTreeSet<&'static str> {
    found.told.iter().map(|finding| finding.kind.name()).collect()
}

pub fn names_in_cases() -> BTreeSet<&'static str> {
    let mut all: BTreeSet<&'static str> = files().iter().map(|(_, name, _)| *name).collect();
    all.extend(harmless().iter().map(|(_, name, _)| *name));
    all.extend(["error-found", "letters-guessed", "file-left-out"]);
    all
}

#[test]
fn every_hostile_file_is_refused_with_its_reason() {
    for (what, name, bytes) in files() {
        let imported = import(&[("hostile.xlsx".to_owned(), bytes)]);
        assert!(imported.framework.is_none(), "{what}");
        let lines: Vec<_> = imported.found.told.iter().map(|own| said::line(own, Language::English)).collect();
        assert!(names(&imported.found).contains(name), "{what}: {lines:#?}");
    }
}

#[test]
fn strange_files_that_do_no_harm_are_read_and_told() {
    for (what, name, bytes) in harmless() {
        let imported = import(&[("strange.xlsx".to_owned(), bytes)]);
        let lines: Vec<_> = imported.found.told.iter().map(|own| said::line(own, Language::English)).collect();
        assert!(imported.framework.is_some(), "{what}: {lines:#?}");
        assert!(names(&imported.found).contains(name), "{what}: {lines:#?}");
        let (_, framework) = imported.framework.unwrap();
        assert_eq!(framework, bakery().framework, "{what}");
    }
    let broken = import(&[("a.xlsx".to_owned(), with_cell("<v>#REF!</v>", " t=\"e\""))]);
    assert!(names(&broken.found).contains("error-found") && broken.framework.is_none());
}

#[test]
fn text_in_the_letters_of_danish_editors_is_read_and_told() {
    let drafts = bakery().drafts(Language::Danish);
    let files: Vec<(String, Vec<u8>)> = drafts
        .iter()
        .map(|draft| {
            let text = String::from_utf8(writer::text(draft).unwrap()).unwrap();
            let ansi = text.trim_start_matches('\u{feff}').chars().map(|letter| letter as u8).collect();
            (format!("{}.csv", draft.name), ansi)
        })
        .collect();
    let imported = import(&files);
    assert!(names(&imported.found).contains("letters-guessed"));
    assert_eq!(imported.framework.unwrap().1, bakery().framework);
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        let unicode: Vec<(String, Vec<u8>)> = drafts
            .iter()
            .map(|draft| {
                let text = String::from_utf8(writer::text(draft).unwrap()).unwrap();
                (format!("{}.csv", draft.name), text.encode_utf16().flat_map(order).collect())
            })
            .collect();
        assert_eq!(import(&unicode).framework.unwrap().1, bakery().framework);
    }
}

#[test]
fn the_row_that_is_told_is_the_one_that_a_spreadsheet_program_shows() {
    for end in ["\n", "\r\n"] {
        let lines = ["", "Id;Titel", "handbook;\"Bageriets", "", "håndbog\"", "", "", "Ikke et id;Brød", "", ";;Noget"];
        let told: Vec<String> = import(&[("Kilder.csv".to_owned(), lines.join(end).into_bytes())])
            .found
            .told
            .iter()
            .filter(|finding| finding.place.cell.is_some())
            .map(|finding| format!("{} {}", said::place(&finding.place), finding.kind.name()))
            .collect();
        // A cell of three lines stands in one row.
        assert_eq!(told, ["Kilder!A6 id-mended", "Kilder!C8 cell-left-out"], "{end:?}");
    }
}

#[test]
fn what_is_packed_with_the_sheets_and_is_none_is_told() {
    let text: Vec<(String, Vec<u8>)> = bakery()
        .drafts(Language::Danish)
        .iter()
        .map(|draft| (format!("grundlag/{}.csv", draft.name), writer::text(draft).unwrap()))
        .collect();
    let mut parts: Vec<(&str, &[u8])> = text.iter().map(|(name, content)| (&**name, &**content)).collect();
    parts.extend([
        ("grundlag/Flere roller.tsv", &b"Titel"[..]),
        ("grundlag/.DS_Store", b"a"),
        ("__MACOSX/grundlag/._Trin.csv", b"a"),
    ]);
    let imported = import(&[("grundlag.zip".to_owned(), packed(&parts))]);
    let told: Vec<_> = imported.found.told.iter().map(|own| said::line(own, Language::English)).collect();
    let left = "'Flere roller.tsv': left out [file-left-out]: the file is no `.csv` and was left out; either save the sheet as \
                `.csv`, or take the file away";
    assert_eq!(told, [left]);
    assert_eq!(imported.framework.unwrap().1, bakery().framework);
}

#[test]
fn texts_that_would_do_something_elsewhere_come_back_as_texts() {
    let strange = [
        "=HYPERLINK(\"https://example.org\")",
        "+1",
        "-1+2",
        "@SUM(1)",
        "'=1+1",
        "<script>alert(1)</script>",
        "a\u{202e}b\u{2066}c",
        "\"quoted\"; and | more",
        "line\nline",
        "&lt;&amp;_x0041_",
    ];
    for text in strange {
        let file = super::read("tests/workbook/bakery.json");
        let file = file.replace(
            "Jeg tager brødet ud, når det er færdigt.",
            &text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"),
        );
        let whole = super::Whole::read(file);
        let drafts = whole.drafts(Language::Danish);
        for bytes in [writer::excel(&drafts).unwrap(), writer::packed_text(&drafts).unwrap()] {
            super::assert_same(&whole, &import(&[("a".to_owned(), bytes)]), text);
        }
    }
}

#[test]
fn no_name_in_a_file_commands_the_terminal() {
    let bytes = with("xl/workbook.xml", "name=\"Vægte\"", "name=\"V\u{9b}31m&#10;\u{202e}\"");
    let imported = import(&[("a.xlsx".to_owned(), bytes)]);
    let is_command = |character: char| character.is_control() || character == '\u{202e}';
    for finding in &imported.found.told {
        for language in Language::ALL {
            let line = said::line(finding, language);
            assert!(!line.contains(is_command), "{line:?}");
        }
    }
    assert!(imported.found.count(Weight::Lost) > 0);
}

/// Runs the program with a second of the processor and 200 MB.
#[test]
fn every_hostile_file_is_refused_in_a_second_with_200_megabytes() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("hostile-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (what, name, bytes) in files() {
        let path = folder.join("hostile.xlsx");
        std::fs::write(&path, bytes).unwrap();
        let done = Command::new("sh")
            .args(["-c", "ulimit -t 1; ulimit -v 204800; exec \"$0\" import \"$1\" --report json"])
            .args([env!("CARGO_BIN_EXE_rokade"), path.to_str().unwrap()])
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(1), "{what}: {told}");
        assert!(told.contains(name), "{what}: {told}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
