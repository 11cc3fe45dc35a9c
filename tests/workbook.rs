//! Frameworks as workbooks: what is written comes back as it was, and what people do to it is taken as they meant it, with
//! every repair told at its cell.
#![cfg(not(target_arch = "wasm32"))]

use rokade::framework::Framework;
use rokade::framework::check::check;
use rokade::json::{Json, LARGEST_FILE, to_compact, to_pretty};
use rokade::wording::Language;
use rokade::workbook::finding::FindingKind;
use rokade::workbook::import::{Imported, import};
use rokade::workbook::template::{Beside, Draft, draft};
use rokade::workbook::{said, writer};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

mod generated;

#[path = "workbook/awkward.rs"]
mod awkward;
#[path = "workbook/book.rs"]
mod book;
#[path = "workbook/hostile.rs"]
mod hostile;
#[path = "workbook/office.rs"]
mod office;
#[path = "workbook/real.rs"]
mod real;
#[path = "workbook/tolerant.rs"]
mod tolerant;

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A framework with its file.
struct Whole {
    framework: Framework,
    file: String,
}

impl Whole {
    fn read(text: String) -> Self {
        let framework = check(text.as_bytes()).framework.expect("it is good");
        Self { framework, file: text }
    }

    fn drafts(&self, language: Language) -> Vec<Draft> {
        draft(&self.framework, &Beside::of(Json::read(&self.file).unwrap()), language)
    }
}

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(top().join(path)).unwrap()
}

/// The frameworks that are shipped, and one that uses every key.
fn frameworks() -> Vec<(PathBuf, Whole)> {
    let mut paths: Vec<PathBuf> =
        top().join("frameworks").read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.extend(["tests/everything.json", "tests/tea.json"].map(|path| top().join(path)));
    paths.into_iter().map(|path| (path.clone(), Whole::read(std::fs::read_to_string(path).unwrap()))).collect()
}

/// What came of it is this framework, and nothing had to be told but what the framework's owner is warned of anyway.
fn assert_same(whole: &Whole, imported: &Imported, what: &str) {
    let told: Vec<String> = imported
        .found
        .told
        .iter()
        .filter(|finding| !matches!(finding.kind, FindingKind::Warning { .. }))
        .map(|finding| said::line(finding, Language::English))
        .collect();
    assert_eq!(told, Vec::<String>::new(), "{what}");
    let (text, framework) = imported.framework.as_ref().unwrap_or_else(|| panic!("{what}: nothing came of it"));
    for (own, other) in whole.framework.competences.iter().zip(&framework.competences) {
        assert_eq!(own, other, "{what}");
    }
    for (own, other) in whole.framework.roles.iter().zip(&framework.roles) {
        assert_eq!(own, other, "{what}");
    }
    for (own, other) in whole.framework.areas.iter().zip(&framework.areas) {
        assert_eq!(own, other, "{what}");
    }
    assert_eq!(&whole.framework, framework, "{what}");
    // What the framework doesn't hold.
    let [own, other] = [&whole.file, text].map(|text| serde_json::from_str::<Value>(text).unwrap());
    for key in ["$schema", "extensions"] {
        assert_eq!(own.get(key), other.get(key), "{what}: {key}");
    }
}

// ---- there and back

/// What somebody takes who has no program yet. `ROKADE_BLESS=1` writes it.
#[test]
fn the_workbook_beside_the_guide_is_the_example() {
    let whole = Whole::read(read("frameworks/projekt.json"));
    let path = top().join("www/guides/projekt.xlsx");
    let made = writer::excel(&whole.drafts(Language::Danish)).unwrap();
    if std::env::var_os("ROKADE_BLESS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    assert!(std::fs::read(&path).unwrap() == made, "ROKADE_BLESS=1 writes it anew");
}

#[test]
fn a_framework_comes_back_from_a_workbook_as_it_was() {
    for (path, whole) in frameworks() {
        for language in Language::ALL {
            let bytes = writer::excel(&whole.drafts(language)).unwrap();
            let imported = import(&[("any.xlsx".to_owned(), bytes)]);
            assert_same(&whole, &imported, &format!("{} in {language:?}", path.display()));
        }
    }
}

#[test]
fn a_framework_comes_back_from_text_as_it_was() {
    for (path, whole) in frameworks() {
        let drafts = whole.drafts(Language::Danish);
        let packed = writer::packed_text(&drafts).unwrap();
        assert_same(&whole, &import(&[("any.zip".to_owned(), packed)]), &format!("{} packed", path.display()));
        let each: Vec<(String, Vec<u8>)> =
            drafts.iter().map(|draft| (format!("{}.csv", draft.name), writer::text(draft).unwrap())).collect();
        assert_same(&whole, &import(&each), &format!("{} each", path.display()));
    }
}

#[test]
fn a_framework_that_would_be_too_large_with_space_in_it_comes_back() {
    let competence = |place: usize| json!({"id": format!("c{place}"), "title": format!("Ability {place}"), "statement": "x".repeat(4_000)});
    let mut file: Value = serde_json::from_str(&read("tests/workbook/bakery.json")).unwrap();
    file["languages"] = json!(["da"]);
    file["title"] = json!("I bageriet");
    for level in file["scales"][0]["levels"].as_array_mut().unwrap() {
        *level = json!({"label": level["label"]["da"]});
    }
    file["dimensions"] =
        json!([{"id": "oven", "title": "Ved ovnen", "competences": (0..2_055).map(competence).collect::<Vec<_>>()}]);
    file["roles"] = json!([{"id": "baker", "title": "Bager", "targets": {"c0": 2}}]);
    file["areas"] = json!([]);
    let (compact, pretty) = (to_compact(&file), to_pretty(&file));
    assert!(compact.len() < LARGEST_FILE && pretty.len() > LARGEST_FILE, "{} {}", compact.len(), pretty.len());
    let whole = Whole::read(compact);
    let bytes = writer::excel(&whole.drafts(Language::Danish)).unwrap();
    let imported = import(&[("any.xlsx".to_owned(), bytes)]);
    assert_eq!(imported.framework.expect("it can be read again").1, whole.framework);
}

#[test]
fn the_same_framework_makes_the_same_bytes() {
    let whole = Whole::read(read("tests/tea.json"));
    let drafts = whole.drafts(Language::Danish);
    assert_eq!(writer::excel(&drafts).unwrap(), writer::excel(&drafts).unwrap());
    assert_eq!(writer::packed_text(&drafts).unwrap(), writer::packed_text(&drafts).unwrap());
}
