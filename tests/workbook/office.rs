//! LibreOffice reads what is written, and what it writes is read. Where it isn't there, the tests say so.

use super::{Whole, assert_same, frameworks};
use rokade::framework::Text;
use rokade::wording::Language;
use rokade::workbook::import::import;
use rokade::workbook::writer;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder for one test with a profile of its own, where there is a LibreOffice.
struct Office {
    folder: PathBuf,
}

impl Office {
    fn find(test: &str) -> Option<Self> {
        let is_there = Command::new("soffice").arg("--version").output().is_ok_and(|done| done.status.success());
        if !is_there {
            eprintln!("there is no LibreOffice (soffice) on the path: {test} is not tried");
            return None;
        }
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("office-{}-{test}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Some(Self { folder })
    }

    /// Opens the files and saves them anew in another format; several at a time are quicker than one after the other.
    fn save(&self, paths: &[PathBuf], format: &str, into: &str) -> PathBuf {
        let into = self.folder.join(into);
        let profile = format!("-env:UserInstallation=file://{}", self.folder.join("profile").display());
        let done = Command::new("soffice")
            .args([&profile, "--headless", "--norestore", "--convert-to", format, "--outdir"])
            .arg(&into)
            .args(paths)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        into
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

/// The text formats of LibreOffice: `;`, quotes, UTF-8, every sheet a file.
const EVERY_SHEET: &str = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";

#[test]
fn a_framework_comes_back_from_libreoffice_as_it_was() {
    let Some(office) = Office::find("a_framework_comes_back_from_libreoffice_as_it_was") else { return };
    let frameworks = frameworks();
    let mut paths = Vec::new();
    for (path, whole) in &frameworks {
        let written = office.folder.join(format!("{}.xlsx", stem(path)));
        std::fs::write(&written, writer::excel(&whole.drafts(Language::Danish)).unwrap()).unwrap();
        paths.push(written);
    }
    let again = office.save(&paths, "xlsx", "again");
    let open = office.save(&paths, "ods", "open");
    let text = office.save(&paths, EVERY_SHEET, "text");
    for (path, whole) in &frameworks {
        let name = stem(path);
        for file in [again.join(format!("{name}.xlsx")), open.join(format!("{name}.ods"))] {
            let bytes = std::fs::read(&file).unwrap();
            assert_same(whole, &import(&[("a".to_owned(), bytes)]), &file.display().to_string());
        }
        let mut sheets = Vec::new();
        for entry in text.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if let Some(sheet) = path.file_name().unwrap().to_str().unwrap().strip_prefix(&format!("{name}-")) {
                sheets.push((sheet.to_owned(), std::fs::read(&path).unwrap()));
            }
        }
        assert!(sheets.len() > 5, "{sheets:?}");
        assert_same(whole, &import(&sheets), &format!("{name} as text"));
    }
}

#[test]
fn an_edit_made_in_libreoffice_comes_back_as_that_edit_and_nothing_else() {
    let Some(office) = Office::find("an_edit_made_in_libreoffice_comes_back_as_that_edit") else { return };
    let whole = super::tolerant::bakery();
    let written = office.folder.join("bakery.xlsx");
    std::fs::write(&written, writer::excel(&whole.drafts(Language::Danish)).unwrap()).unwrap();
    let flat = office.save(&[written], "fods", "flat").join("bakery.fods");
    let document = std::fs::read_to_string(&flat).unwrap();
    let edited = document.replace("Jeg tager brødet ud, når det er færdigt.", "Jeg tager brødet ud i tide.");
    assert_ne!(document, edited);
    std::fs::write(&flat, edited).unwrap();
    let mut expected = Whole { framework: whole.framework.clone(), file: whole.file.clone() };
    let statement: &mut Text = &mut expected.framework.competences[1].statement;
    let edited: Text = edited_text(statement);
    *statement = edited;
    for format in ["xlsx", "ods"] {
        let saved = office.save(std::slice::from_ref(&flat), format, format).join(format!("bakery.{format}"));
        let bytes = std::fs::read(&saved).unwrap();
        assert_same(&expected, &import(&[("a".to_owned(), bytes)]), format);
    }
}

/// The statement as it was edited: read from a file, since a text is made no other way.
fn edited_text(before: &Text) -> Text {
    let file = super::read("tests/workbook/bakery.json");
    let file = file.replace(&*before.in_language(0), "Jeg tager brødet ud i tide.");
    Whole::read(file).framework.competences[1].statement.clone()
}
