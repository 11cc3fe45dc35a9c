//! The answers as a spreadsheet, for the person's own use: one line for each competence, and for each behaviour that was
//! answered.
//!
//! With a byte order mark and `;`, as spreadsheet programs with Danish settings expect; nothing in it is taken for a
//! formula. Pure.

use super::journey::{Item, Journey};
use super::share::SharePart;
use crate::assessment::{Answer, Rater};
use crate::framework::{Framework, Scale, Text};
use crate::report::Report;
use crate::wording::{Key, Wording};
use std::rc::Rc;

/// The examples are in it when they were ticked for the person's own file.
pub fn write(framework: &Framework, journey: &Journey, wording: &Wording, language: usize) -> String {
    let assessment = &journey.assessment;
    let report = Report::of(framework, journey.role, assessment);
    let words = |text: &Text| text.in_language(language);
    let label = |scale: &Scale, level: Option<i64>| -> Rc<str> {
        let level = level.and_then(|level| scale.levels.get(usize::try_from(level).ok()?));
        level.map(|level| words(level.label_for(assessment.rater == Rater::Manager))).unwrap_or_default()
    };
    let mut sheet = String::from("\u{feff}");
    let heads = [
        Key::ColumnPart,
        Key::ColumnCompetence,
        Key::ColumnAnswer,
        Key::ColumnTarget,
        Key::ColumnClass,
        Key::ColumnAgreed,
        Key::AccountWish,
        Key::Example,
    ];
    line(&mut sheet, &heads.map(|key| wording.text(key)));
    for (place, row) in report.profile.rows.iter().enumerate() {
        let competence = &framework.competences[place];
        let scale = framework.scale_of(place);
        let example = assessment.evidence.get(&competence.id).filter(|_| journey.ticks.has(SharePart::OwnEvidence));
        let wish = if row.wish > 0 { wording.text(Key::WantToGetBetter) } else { Rc::<str>::default() };
        let cells = [
            words(&framework.dimensions[competence.dimension].title),
            words(&competence.title),
            label(scale, row.level().map(i64::from)),
            label(scale, row.target.level().map(i64::from)),
            wording.text(row.class.key()),
            label(scale, assessment.agreed.get(&competence.id).copied()),
            wish,
            example.cloned().unwrap_or_default(),
        ];
        line(&mut sheet, &cells);
    }
    for (place, behaviour) in framework.behaviours.iter().enumerate() {
        let item = Item::Behaviour(place);
        let answer = match journey.response(framework, item).map(|response| response.answer) {
            None => continue,
            Some(Answer::Rated(level)) => label(item.scale(framework), Some(level)),
            Some(Answer::NoOpportunity) => wording.text(Key::NoOccasionChoice),
            Some(Answer::NotObserved) => wording.text(Key::ClassNotObserved),
            Some(Answer::NotRelevant) => wording.text(Key::ClassNotRelevant),
        };
        let part = words(&framework.dimensions[behaviour.dimension].title);
        line(&mut sheet, &[part, words(item.statement(framework, assessment.rater)), answer]);
    }
    sheet
}

fn line(sheet: &mut String, cells: &[Rc<str>]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            sheet.push(';');
        }
        push_cell(sheet, cell);
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
        line(&mut sheet, &["=1+1", " @x", "a;\"b\"", "æ\n", "-"].map(Rc::<str>::from));
        assert_eq!(sheet, "\"'=1+1\";\"' @x\";\"a;\"\"b\"\"\";\"æ\n\";\"'-\"\r\n");
    }
}
