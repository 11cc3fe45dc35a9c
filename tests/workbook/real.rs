//! Real lists of competences, which lie beside the checkout or where `ROKADE_DATA` says. Without them there is nothing to try,
//! and the tests say so.

use rokade::workbook::finding::{FindingKind, Found, Weight};
use rokade::workbook::import::{import, of_sheets};
use rokade::workbook::reader::read;
use rokade::workbook::sheet::{Row, Sheet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

fn data(name: &str) -> Option<Vec<u8>> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let path = std::env::var_os("ROKADE_DATA").map_or(beside, PathBuf::from).join(name);
    let read = std::fs::read(&path).ok();
    if read.is_none() {
        eprintln!("not tried, since {} is not there", path.display());
    }
    read
}

fn row(number: u32, cells: &[&str]) -> Row {
    let cells = (0..).zip(cells).filter(|(_, text)| !text.is_empty()).map(|(column, text)| (column, Rc::from(*text)));
    Row { number, cells: cells.collect() }
}

fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
    Sheet { name: name.into(), rows: (0..).zip(rows).map(|(number, cells)| row(number, cells)).collect() }
}

#[test]
fn a_real_list_of_skills_becomes_a_framework_once_its_columns_are_named() {
    let Some(bytes) = data("uk-gdad/skills.csv") else { return };
    let mut found = Found::default();
    let mut skills = read("Competences.csv", &bytes, &mut found).remove(0);
    let heads = [
        "Title::English (en)",
        "Statement::English (en)",
        "Level text 0::English (en)",
        "Level text 1::English (en)",
        "Level text 2::English (en)",
        "Level text 3::English (en)",
        "_Roles",
        "Dimension::English (en)",
    ];
    skills.rows[0] = row(0, &heads);
    let first: &mut Row = &mut skills.rows[1];
    first.cells.push((7, "Skills".into()));
    let others = || {
        [
            sheet(
                "Scales",
                &[
                    &["Scale", "Label::English (en)"],
                    &["skill", "Awareness"],
                    &["", "Working"],
                    &["", "Practitioner"],
                    &["", "Expert"],
                ],
            ),
            sheet("Roles", &[&["Title::English (en)"], &["Anybody"]]),
            sheet("Levels", &[&["Competence", "Anybody"], &[&skills.rows[1].cells[0].1, "working"]]),
        ]
    };
    let imported = of_sheets([skills.clone()].into_iter().chain(others()).collect(), Found::default());
    let refused: Vec<_> = imported.found.told.iter().filter(|own| own.kind.weight() == Weight::Refused).collect();
    assert!(
        !refused.is_empty() && imported.framework.is_none(),
        "some skills lack a description or the text of a level"
    );
    for finding in &refused {
        assert!(matches!(finding.kind, FindingKind::TextMissing { .. }), "{finding:?}");
        assert!(finding.place.cell.is_some(), "{finding:?}");
    }
    // Without the rows that it told of, each by its cell, it is one.
    let rows: Vec<u32> = refused.iter().filter_map(|finding| finding.place.cell).map(|(row, _)| row).collect();
    let mut whole = skills.clone();
    whole.rows.retain(|row| !rows.contains(&row.number));
    if let Some(first) = whole.rows.get_mut(1).filter(|row| row.cell(7).is_none()) {
        first.cells.push((7, "Skills".into()));
    }
    let levels = sheet("Levels", &[&["Competence", "Anybody"], &[&whole.rows[1].cells[0].1, "working"]]);
    let [scales, roles, _] = others();
    let imported = of_sheets(vec![whole, scales, roles, levels], Found::default());
    let (_, framework) = imported.framework.expect("a framework came of it");
    assert!(framework.competences.len() > 100, "{}", framework.competences.len());
    assert_eq!(framework.roles[0].targets[0], Some(1));
}

#[test]
fn real_lists_in_other_layouts_are_told_of_and_never_guessed() {
    for name in ["uk-gdad/roles.csv", "case-sample/sample_case.csv", "onet-29.0/Skills.tsv"] {
        let Some(bytes) = data(name) else { return };
        let imported = import(&[(name.to_owned(), bytes)]);
        assert!(imported.framework.is_none());
        assert!(imported.found.told.iter().any(|finding| finding.kind.name() == "sheet-missing"), "{name}");
    }
}
