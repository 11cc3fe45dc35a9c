//! What the columns of a sheet are, from the words at their heads: which column, of which level, in which language.
//!
//! A text column names its language. `Titel::Dansk (da)` is how it is written; `Titel (da)`, `Titel DA` and `da:titel` are
//! taken too, and told. Behind `::` any tag stands as it is spelt. Knows no row.

use super::names::{Column, LANGUAGES, Match, Named, SheetKind, meant, plain};
use crate::scalar::is_language;
use std::rc::Rc;

/// What stands at the head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The words themselves.
    pub said: Rc<str>,
    pub column: Column,
    /// Which level's text it is, where there is a column for each.
    pub level: Option<usize>,
    /// The language's tag; none where none is said.
    pub language: Option<Rc<str>>,
    /// Whether the language was said in another way than it is written.
    pub is_guessed: bool,
    /// Whether the column's name is misspelt.
    pub is_misspelt: bool,
}

/// What the words at the head of a column of this sheet mean; nothing where they mean nothing there.
pub fn head(text: &str, sheet: SheetKind) -> Option<Head> {
    let text = text.trim();
    let readings = readings(text);
    let find = |reading: &Reading, is_exact: bool| {
        let (column, level, is_misspelt) = column(&reading.name, sheet)?;
        let is_wrong = is_misspelt == is_exact || (reading.language.is_some() && !sheet.is_text(column));
        (!is_wrong).then(|| Head {
            said: text.into(),
            column,
            level,
            language: reading.language.clone(),
            is_guessed: reading.is_guessed,
            is_misspelt,
        })
    };
    // What is a name as a whole names no language with its last word: `Dimension id`.
    let exact = readings.iter().rev().find_map(|reading| find(reading, true));
    exact.or_else(|| readings.iter().find_map(|reading| find(reading, false)))
}

/// The column of this name on a sheet, the level that it is for, and whether it is misspelt.
fn column(name: &str, sheet: SheetKind) -> Option<(Column, Option<usize>, bool)> {
    let known = || {
        let own = sheet.columns().iter().flat_map(|column| column.names().map(|name| (name.to_owned(), *column)));
        own.chain(sheet.also().iter().map(|(name, column)| ((*name).to_owned(), *column)))
    };
    let (stem, digits) = match name.trim_end().rfind(|letter: char| !letter.is_ascii_digit()) {
        Some(place) => {
            let end = place + name[place..].chars().next().map_or(1, char::len_utf8);
            name.trim_end().split_at(end)
        }
        None => return None,
    };
    if let Ok(level) = digits.parse::<usize>() {
        let by_level = known().filter(|(_, column)| column.is_by_level());
        return meant(stem, by_level).map(|found| match found {
            Match::Same(column) => (column, Some(level), false),
            Match::Misspelt(column) => (column, Some(level), true),
        });
    }
    let found = meant(name, known().filter(|(_, column)| !column.is_by_level()));
    found.map(|found| match found {
        Match::Same(column) => (column, None, false),
        Match::Misspelt(column) => (column, None, true),
    })
}

/// A way to read the words at a head.
#[derive(Debug)]
struct Reading {
    name: String,
    language: Option<Rc<str>>,
    is_guessed: bool,
}

/// The ways to read them, the likeliest first.
fn readings(text: &str) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut add = |name: &str, language: Option<Rc<str>>, is_guessed: bool| {
        readings.push(Reading { name: name.trim().to_owned(), language, is_guessed });
    };
    if let Some((name, said)) = text.split_once("::") {
        let (language, is_right) = behind_colons(said);
        add(name, language, !is_right);
    } else {
        if let Some((before, rest)) = text.split_once(['(', '[']) {
            let inside = rest.trim_end().trim_end_matches([')', ']']);
            if let Some(tag) = language(inside) {
                add(before, Some(tag), true);
            }
        }
        if let Some((said, name)) = text.split_once(':') {
            for (said, name) in [(said, name), (name, said)] {
                if let Some(tag) = language(said) {
                    add(name, Some(tag), true);
                }
            }
        }
        let ends = [' ', '_', '.', '-', '/'];
        if let Some((before, said)) = text.rsplit_once(ends)
            && let Some(tag) = language(said)
        {
            add(before.trim_end_matches(ends), Some(tag), true);
        }
    }
    add(text, None, false);
    readings
}

/// The language that is meant behind `::`, and whether it is written as it should be: `Dansk (da)` or a tag, which stands as it
/// is spelt.
fn behind_colons(said: &str) -> (Option<Rc<str>>, bool) {
    let said = said.trim();
    if let Some((before, rest)) = said.rsplit_once('(')
        && let Some(code) = rest.strip_suffix(')').map(str::trim)
        && is_language(code)
        && (primary(code).len() <= 3 || before.trim() == code)
    {
        return (Some(code.into()), true);
    }
    match named(said) {
        None if is_language(said) => (Some(said.into()), true),
        None => (tag(said), false),
        named => (named, false),
    }
}

/// The language that is meant by a tag or a name where a column's name may be meant too.
fn language(said: &str) -> Option<Rc<str>> {
    tag(said).or_else(|| named(said))
}

/// The language of this name.
pub fn named(said: &str) -> Option<Rc<str>> {
    let own = plain(said);
    let found = LANGUAGES.iter().find(|(_, names)| names.iter().any(|name| plain(name) == own));
    found.map(|(tag, _)| (*tag).into())
}

/// What a tag begins with.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// A language tag as it is usually written: the language in small letters, two for a region in capitals.
fn tag(code: &str) -> Option<Rc<str>> {
    let code = code.trim().replace('_', "-");
    let primary = primary(&code);
    if !is_language(&code) || primary.len() > 3 {
        return None;
    }
    let is_known = LANGUAGES.iter().any(|(tag, _)| tag.eq_ignore_ascii_case(primary));
    // Three letters may be a word; those of two are languages, and a region makes it sure.
    if primary.len() == 3 && !is_known && !code.contains('-') {
        return None;
    }
    Some(usual(&code))
}

/// A tag as it is usually written.
pub fn usual(code: &str) -> Rc<str> {
    let mut tag = primary(code).to_ascii_lowercase();
    for part in code.split('-').skip(1) {
        tag.push('-');
        match part.len() {
            2 if part.bytes().all(|byte| byte.is_ascii_alphabetic()) => tag += &part.to_ascii_uppercase(),
            _ => tag += part,
        }
    }
    tag.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Column, Option<String>, bool)> {
        let head = head(text, SheetKind::Competences)?;
        Some((head.column, head.language.map(|tag| tag.to_string()), head.is_guessed))
    }

    #[test]
    fn a_text_column_names_its_language_in_several_ways() {
        let danish = |is_guessed| Some((Column::Title, Some("da".to_owned()), is_guessed));
        assert_eq!(read("Titel::Dansk (da)"), danish(false));
        assert_eq!(read("title::da"), danish(false));
        for text in [
            "Titel (da)",
            "Titel DA",
            "da:titel",
            "Titel::Dansk",
            "titel_da",
            "Titel (dansk)",
            "TITEL [DA]",
            "Titel dansk",
        ] {
            assert_eq!(read(text), danish(true), "{text}");
        }
        assert_eq!(read("Titel (EN-gb)"), Some((Column::Title, Some("en-GB".to_owned()), true)));
        // Behind `::` a tag stands as it is spelt, and may be of any length.
        for (text, tag) in [
            ("Title::English (en-gb)", "en-gb"),
            ("Titel::DA", "DA"),
            ("Titel::fil", "fil"),
            ("Titel::abcd", "abcd"),
            ("Titel::tysk (tysk)", "tysk"),
            ("Titel::zh-Hant-HK", "zh-Hant-HK"),
        ] {
            assert_eq!(read(text), Some((Column::Title, Some(tag.to_owned()), false)), "{text}");
        }
        assert_eq!(read("Titel::en_gb"), Some((Column::Title, Some("en-GB".to_owned()), true)));
        assert_eq!(read("Titel::Tysk"), Some((Column::Title, Some("de".to_owned()), true)));
        assert_eq!(read("Titel::English (British)"), Some((Column::Title, None, true)));
        assert_eq!(read("Titel"), Some((Column::Title, None, false)));
        assert_eq!(read("Om delen::da"), Some((Column::DimensionSummary, Some("da".to_owned()), false)));
    }

    #[test]
    fn a_column_is_known_by_level_and_a_little_misspelt() {
        let text = head("Niveautekst 3::Dansk (da)", SheetKind::Competences).unwrap();
        assert_eq!((text.column, text.level), (Column::LevelText, Some(3)));
        let misspelt = head("Udsang::Dansk (da)", SheetKind::Competences).unwrap();
        assert!(misspelt.column == Column::Statement && misspelt.is_misspelt);
        assert_eq!(read("Bemærkninger"), None);
        assert_eq!(read("2024"), None);
        assert_eq!(read("Dimension id"), Some((Column::DimensionId, None, false)));
    }
}
