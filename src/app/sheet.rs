//! The answers as a spreadsheet, for the person's own use: one line for each competence.
//!
//! With a byte order mark and `;`, as spreadsheet programs with Danish settings expect; nothing in it is taken for a
//! formula. Pure.

use super::journey::Journey;
use crate::framework::{Framework, Level};
use crate::report::Report;
use crate::wording::{Key, Wording};

pub fn write(framework: &Framework, journey: &Journey, wording: &Wording, language: usize) -> String {
    let report = Report::of(framework, journey.role, &journey.assessment);
    let mut sheet = String::from("\u{feff}");
    let heads = [Key::ColumnPart, Key::ColumnCompetence, Key::ColumnAnswer, Key::ColumnTarget, Key::ColumnClass];
    line(&mut sheet, &heads.map(|key| wording.text(key)));
    for (place, row) in report.profile.rows.iter().enumerate() {
        let competence = &framework.competences[place];
        let scale = framework.scale_of(place);
        let label = |level: Option<Level>| match level {
            Some(level) => scale.levels[usize::from(level)].label.in_language(language),
            None => "".into(),
        };
        let cells = [
            framework.dimensions[competence.dimension].title.in_language(language),
            competence.title.in_language(language),
            label(row.level()),
            label(row.target.level()),
            wording.text(row.class.key()),
        ];
        line(&mut sheet, &cells);
    }
    sheet
}

fn line<T: AsRef<str>>(sheet: &mut String, cells: &[T]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            sheet.push(';');
        }
        push_cell(sheet, cell.as_ref());
    }
    sheet.push_str("\r\n");
}

/// In quotes, and with an apostrophe before what a spreadsheet would compute.
fn push_cell(sheet: &mut String, text: &str) {
    sheet.push('"');
    if text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) {
        sheet.push('\'');
    }
    for character in text.chars() {
        if character == '"' {
            sheet.push('"');
        }
        sheet.push(character);
    }
    sheet.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_taken_for_a_formula() {
        let mut sheet = String::new();
        line(&mut sheet, &["=1+1", " @x", "a;\"b\"", "æ\n", "-"]);
        assert_eq!(sheet, "\"'=1+1\";\"' @x\";\"a;\"\"b\"\"\";\"æ\n\";\"'-\"\r\n");
    }
}
