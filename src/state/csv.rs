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

/// What a spreadsheet computes where a cell begins with it, also full-width as some keyboards write it.
const COMPUTED: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// In quotes, and with an apostrophe before what a spreadsheet would compute. One that parts cells at commas, tabs or line
/// breaks begins a cell inside of ours; there a dash stays what it is in a text, such as before the lines of a list.
fn push_cell(sheet: &mut String, text: &str) {
    sheet.push('"');
    let (mut is_first, mut begins) = (true, true);
    for character in text.chars() {
        let is_dash = ['-', '－'].contains(&character);
        if begins && COMPUTED.contains(&character) && (is_first || !is_dash) {
            sheet.push('\'');
        }
        let parts = [',', ';', '\t', '\n', '\r'].contains(&character);
        begins = parts || begins && is_unseen(character);
        is_first &= is_unseen(character);
        if character == '"' {
            sheet.push('"');
        }
        sheet.push(character);
    }
    sheet.push('"');
}

/// Whether nothing is seen of it, so that what comes after is first.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_taken_for_a_formula() {
        let mut sheet = String::new();
        line(&mut sheet, &["=1+1", " @x", "a;\"b\"", "æ\n", "-"].map(Rc::<str>::from));
        assert_eq!(sheet, "\"'=1+1\";\" '@x\";\"a;\"\"b\"\"\";\"æ\n\";\"'-\"\r\n");
        for (text, cell) in [
            ("＝1+1", "'＝1+1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠SUM(A1)", "'＠SUM(A1)"),
            ("\u{feff}=1", "\u{feff}'=1"),
            ("\u{200b}\u{1}=1", "\u{200b}\u{1}'=1"),
            ("Planning,=1+cmd", "Planning,'=1+cmd"),
            ("one\n =1", "one\n '=1"),
            ("one\t@x", "one\t'@x"),
            ("\r-1", "\r'-1"),
            ("kr. 100,-", "kr. 100,-"),
            ("first:\n- one\n- two", "first:\n- one\n- two"),
            ("a = b", "a = b"),
        ] {
            let mut sheet = String::new();
            push_cell(&mut sheet, text);
            assert_eq!(sheet, format!("\"{cell}\""));
        }
    }
}
