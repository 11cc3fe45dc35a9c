//! How what comes from a file is shown in a sentence, in any language: on one line, cut where it is long, and so that it can't
//! command a terminal. Knows no sentence.

use crate::assessment::migration::MigratedPart;
use crate::encoding::Encoding;
use crate::problem::MOST_NAMES;
use crate::profile::IgnoredPart;
use std::fmt::Write;

/// A longer name is cut where it is shown.
pub const LONGEST_NAME: usize = 80;

/// A name from a file, in backticks.
pub fn name(name: &str) -> String {
    format!("`{}`", in_one_line(name, LONGEST_NAME))
}

/// Text from a file that may be anything: cut after `most` characters, and what would break the line or command the
/// terminal written as JSON writes it.
pub fn in_one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    for (place, character) in text.chars().enumerate() {
        let _ = match character {
            _ if place == most => {
                line.push('…');
                break;
            }
            '\n' => line.write_str("\\n"),
            '\t' => line.write_str("\\t"),
            '\r' => line.write_str("\\r"),
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
                write!(line, "\\u{:04x}", character as u32)
            }
            _ if character.is_control() => write!(line, "\\u{:04x}", character as u32),
            other => line.write_char(other),
        };
    }
    line
}

/// Names in backticks with commas between them and `last` before the last; `others` are only counted.
pub fn listed<T: AsRef<str>>(names: &[T], others: usize, last: &str, more: fn(usize) -> String) -> String {
    let mut parts: Vec<_> = names.iter().take(MOST_NAMES).map(|own| name(own.as_ref())).collect();
    let others = others + names.len() - parts.len();
    if others > 0 {
        parts.push(more(others));
    }
    match parts.split_last() {
        Some((end, [])) => end.clone(),
        Some((end, start)) => format!("{} {last} {end}", start.join(", ")),
        None => String::new(),
    }
}

/// Where in an assessment something stands; `of` stands between a part and what it is a part of.
pub fn place_of(part: IgnoredPart, of: &str) -> String {
    let place = match part {
        IgnoredPart::OtherRoles => "otherRoles",
        IgnoredPart::Stage => "stage",
        IgnoredPart::Focus => "targets.focus",
        IgnoredPart::AdjustedTargets => "targets.adjusted",
        IgnoredPart::CompetenceResponses => "responses.competences",
        IgnoredPart::BehaviourResponses => "responses.behaviours",
        IgnoredPart::Agreed => "agreed",
        IgnoredPart::Evidence => "evidence",
        IgnoredPart::CompetenceWishes => "wishes.competences",
        IgnoredPart::AreaWishes => "wishes.areas",
        IgnoredPart::Experience => "experience",
        IgnoredPart::PlanCompetences => return format!("`competences` {of} `plan`"),
        IgnoredPart::PlanArea => return format!("`area` {of} `plan`"),
    };
    format!("`{place}`")
}

/// The same of what could not be carried over.
pub fn place_of_conflict(part: MigratedPart) -> &'static str {
    match part {
        MigratedPart::AdjustedTargets => "`targets.adjusted`",
        MigratedPart::Responses => "`responses.competences`",
        MigratedPart::Agreed => "`agreed`",
        MigratedPart::Wishes => "`wishes.competences`",
    }
}

/// The names that editors have for it.
pub fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16LowFirst => "UTF-16 LE (Unicode)",
        Encoding::Utf16HighFirst => "UTF-16 BE (Unicode)",
        Encoding::Windows1252 => "Windows-1252 (ANSI)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_a_sentence() {
        let listed = |names: &[&str], others| listed(names, others, "or", |number| format!("{number} more"));
        assert_eq!(listed(&[], 0), "");
        assert_eq!(listed(&["a"], 0), "`a`");
        assert_eq!(listed(&["a", "b"], 0), "`a` or `b`");
        assert_eq!(listed(&["a", "b", "c"], 0), "`a`, `b` or `c`");
        assert_eq!(listed(&["a"], 2), "`a` or 2 more");
        assert_eq!(listed(&["a"; 20], 0), format!("{} or 12 more", ["`a`"; 8].join(", ")));
    }

    #[test]
    fn a_name_is_shown_on_one_line_and_cut_when_it_is_long() {
        assert_eq!(name("a\nb\u{1b}[31m\u{202e}\u{9b}æ"), "`a\\nb\\u001b[31m\\u202e\\u009bæ`");
        assert_eq!(name(&"å".repeat(81)), format!("`{}…`", "å".repeat(80)));
        assert_eq!(name(&"å".repeat(80)), format!("`{}`", "å".repeat(80)));
    }
}
