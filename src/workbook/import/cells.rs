//! What cells hold: texts in each language, names of other parts, levels, choices, numbers, dates, lists and ids, each with
//! what is repaired on the way.
//!
//! Knows no sheet.

use super::table::Table;
use crate::problem::{IdKind, kebab};
use crate::scalar::{is_date, is_id};
use crate::wording::Language;
use crate::workbook::finding::{FindingKind, Found};
use crate::workbook::index::{Index, LevelNames, Lookup, whole};
use crate::workbook::names::{Choice, Column, Match, called, meant};
use crate::workbook::node::Node;
use crate::workbook::sheet::{Place, Row};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What all sheets share while they are read.
pub struct Cells {
    pub found: Found,
    /// The language that the workbook's sheets and columns are called in.
    pub names: Language,
    /// The framework's languages, the first its own.
    pub languages: Vec<Rc<str>>,
    /// Whether the settings say that this one language is all there is, so that a text without one is in it.
    pub has_one_language: bool,
    /// The ids that are used, by what they name and inside what, with the place of each.
    ids: BTreeMap<(IdKind, Rc<str>), BTreeMap<Rc<str>, Place>>,
}

/// A row of a table.
#[derive(Clone, Copy)]
pub struct Line<'t> {
    pub table: &'t Table,
    pub row: &'t Row,
}

impl<'t> Line<'t> {
    pub fn place(&self, column: Column) -> Place {
        match self.table.column(column) {
            Some(column) => self.table.place(self.row.number, column),
            None => self.table.row_place(self.row),
        }
    }

    /// What stands in a column that isn't a text in each language. Something comes of it, or it is told.
    pub fn cell(&self, column: Column) -> Option<&'t Rc<str>> {
        self.cell_at(self.table.column(column)?)
    }

    /// The same of a column by its place.
    pub fn cell_at(&self, column: u32) -> Option<&'t Rc<str>> {
        let text = self.row.cell(column)?;
        self.table.note(self.row.number, column);
        Some(text)
    }

    /// What stands in a column, of which nothing comes yet.
    pub fn peek(&self, column: Column) -> Option<&'t Rc<str>> {
        self.row.cell(self.table.column(column)?)
    }

    /// Notes that the row as a whole has been told of.
    pub fn note(&self) {
        self.row.cells.iter().for_each(|(column, _)| self.table.note(self.row.number, *column));
    }

    /// The same as a part of a document.
    pub fn node(&self, column: Column) -> Option<Node> {
        Some(Node::text(self.place(column), self.cell(column)?.clone()))
    }

    /// The same, whether it is there or not.
    pub fn node_or_absent(&self, column: Column) -> Node {
        self.node(column).unwrap_or_else(|| Node::absent(self.place(column)))
    }

    /// The text in the first language that has one; nothing comes of it yet.
    pub fn title(&self, column: Column, languages: &[Rc<str>]) -> Option<&'t Rc<str>> {
        let columns = languages.iter().filter_map(|language| self.table.text_column(column, None, language));
        columns.filter_map(|column| self.row.cell(column)).next()
    }

    /// The texts of all languages that have one; nothing comes of them yet.
    pub fn titles(&self, column: Column, languages: &[Rc<str>]) -> Vec<&'t Rc<str>> {
        let columns = languages.iter().filter_map(|language| self.table.text_column(column, None, language));
        columns.filter_map(|column| self.row.cell(column)).collect()
    }
}

impl Table {
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|row| Line { table: self, row })
    }
}

impl Cells {
    pub fn of(found: Found) -> Self {
        Self { found, names: Language::Danish, languages: Vec::new(), has_one_language: false, ids: BTreeMap::new() }
    }

    /// A text in each language; absent where there is none in any.
    pub fn texts(&self, line: Line, column: Column, level: Option<usize>) -> Node {
        self.texts_of(|language| {
            let column = line.table.text_column(column, level, language)?;
            Some((line.table.place(line.row.number, column), line.cell_at(column).cloned()))
        })
        .unwrap_or_else(|| Node::absent(line.table.row_place(line.row)))
    }

    /// A text in each language, from the place and the text of each; nothing where there is no place for any.
    pub fn texts_of(&self, said: impl Fn(&str) -> Option<(Place, Option<Rc<str>>)>) -> Option<Node> {
        let said: Vec<_> = self.languages.iter().map(|language| (language, said(language))).collect();
        let first = said.iter().find_map(|(_, said)| said.as_ref().map(|(place, _)| place.clone()))?;
        let lacks = |said: &Option<(Place, Option<Rc<str>>)>| match said {
            Some((place, None)) => Some(place.clone()),
            _ => None,
        };
        let has_any = said.iter().any(|(_, said)| said.as_ref().is_some_and(|(_, text)| text.is_some()));
        if !has_any {
            return Some(Node::absent(first));
        }
        // Where one is missing, that is the place that a reader wants to know.
        let place = said.iter().find_map(|(_, said)| lacks(said)).unwrap_or(first);
        if let [(_, Some((place, Some(text))))] = &said[..] {
            return Some(Node::text(place.clone(), text.clone()));
        }
        let mut node = Node::object(place);
        for (language, said) in said {
            if let Some((place, Some(text))) = said {
                node.put(language.clone(), Node::text(place, text));
            }
        }
        Some(node)
    }

    /// A whole number.
    pub fn number(&mut self, line: Line, column: Column) -> Option<Node> {
        let text = line.cell(column)?;
        self.number_in(text, line.place(column))
    }

    pub fn number_in(&mut self, text: &str, place: Place) -> Option<Node> {
        match whole(text) {
            Some(number) => Some(Node::number(place, number)),
            None => {
                self.found.add(place.clone(), FindingKind::NumberUnreadable { found: text.trim().into() });
                None
            }
        }
    }

    /// One of a few words, as the format has it.
    pub fn choice(&mut self, text: &str, place: Place, choices: &[Choice]) -> Option<Node> {
        let known = choices.iter().flat_map(|choice| choice.map(|word| (word.to_owned(), choice[0])));
        match meant(text, known) {
            Some(Match::Same(word)) => Some(Node::text(place, word)),
            Some(Match::Misspelt(word)) => {
                let meant = called(choices, word, self.names).into();
                self.found.add(place.clone(), FindingKind::ChoiceMisspelt { found: text.trim().into(), meant });
                Some(Node::text(place, word))
            }
            None => {
                let choices = choices.iter().map(|choice| called(choices, choice[0], self.names).into()).collect();
                self.found.add(place.clone(), FindingKind::ChoiceUnknown { found: text.trim().into(), choices });
                None
            }
        }
    }

    pub fn choice_at(&mut self, line: Line, column: Column, choices: &[Choice]) -> Node {
        let place = line.place(column);
        let node = line.cell(column).and_then(|text| self.choice(text, place.clone(), choices));
        node.unwrap_or_else(|| Node::absent(place))
    }

    /// A level of a scale by its word or its number.
    pub fn level(&mut self, text: &str, place: Place, scale: &str, names: &LevelNames) -> Option<Node> {
        match names.find(text) {
            Some(Match::Same(level)) => Some(Node::number(place, level as i64)),
            Some(Match::Misspelt(level)) => {
                let (found, meant) = (text.trim().into(), names.word(level));
                self.found.add(place.clone(), FindingKind::LevelMisspelt { found, meant });
                Some(Node::number(place, level as i64))
            }
            None => {
                let levels = (0..names.count()).map(|level| names.word(level)).collect();
                let (found, scale) = (text.trim().into(), scale.into());
                self.found.add(place, FindingKind::LevelUnknown { found, scale, levels, counted: names.counted() });
                None
            }
        }
    }

    /// A day, also as Danes write it.
    pub fn date(&mut self, text: &str, place: Place) -> Option<Node> {
        let text = text.trim();
        if is_date(text) {
            return Some(Node::text(place, text));
        }
        let parts: Vec<&str> = text.split(['.', '-', '/', ' ']).filter(|part| !part.is_empty()).collect();
        if let [day, month, year] = parts[..]
            && let (Ok(day), Ok(month), Ok(year)) = (day.parse::<u8>(), month.parse::<u8>(), year.parse::<u16>())
        {
            let date = format!("{year:04}-{month:02}-{day:02}");
            if year > 1900 && is_date(&date) {
                let date: Rc<str> = date.into();
                self.found.add(place.clone(), FindingKind::DateRead { found: text.into(), date: date.clone() });
                return Some(Node::text(place, date));
            }
        }
        self.found.add(place, FindingKind::DateUnreadable { found: text.into() });
        None
    }

    /// The place of what a name points at.
    pub fn refer(&mut self, name: &str, place: Place, thing: IdKind, index: &Index) -> Option<usize> {
        let found: Rc<str> = name.trim().into();
        match index.find(name) {
            Lookup::Same(own) => Some(own),
            Lookup::Misspelt(own, meant) => {
                self.found.add(place, FindingKind::NameMisspelt { thing, found, meant });
                Some(own)
            }
            Lookup::Ambiguous => {
                self.found.add(place, FindingKind::NameAmbiguous { thing, found });
                None
            }
            Lookup::Unknown => {
                self.found.add(place, FindingKind::NameUnknown { thing, found, meant: None });
                None
            }
        }
    }

    /// The id in a column, or one made of a title. `inside` is what it has to be unique in; `made` counts those that are made.
    pub fn id(&mut self, id: Id, inside: &Rc<str>, made: &mut Made) -> Rc<str> {
        let Id { thing, line, column, title } = id;
        let place = line.place(column);
        let said = line.cell(column).map(|text| text.trim()).filter(|text| !text.is_empty());
        let ids = self.ids.entry((thing, inside.clone())).or_default();
        let own: Option<Rc<str>> = match said {
            Some(text) if is_id(text) => Some(text.into()),
            Some(text) => {
                let id: Rc<str> = cut(&kebab(text)).into();
                if !id.is_empty() {
                    let kind = FindingKind::IdMended { found: text.into(), id: id.clone() };
                    self.found.add(place.clone(), kind);
                }
                Some(id).filter(|id| !id.is_empty())
            }
            None => None,
        };
        if let Some(id) = own {
            match ids.get(&id) {
                Some(first) => {
                    let first = first.name().into();
                    self.found.add(place, FindingKind::IdDoubled { thing, id: id.clone(), first });
                }
                None => drop(ids.insert(id.clone(), place)),
            }
            return id;
        }
        made.add(line.table.row_place(line.row));
        self.make(thing, inside, title, place, made)
    }

    /// An id made of a title, whatever stands in the row.
    pub fn made_id(&mut self, thing: IdKind, line: Line, title: Option<&Rc<str>>, made: &mut Made) -> Rc<str> {
        made.add(line.table.row_place(line.row));
        self.make(thing, &Rc::default(), title, line.table.row_place(line.row), made)
    }

    fn make(&mut self, thing: IdKind, inside: &Rc<str>, title: Option<&Rc<str>>, place: Place, made: &Made) -> Rc<str> {
        let ids = self.ids.entry((thing, inside.clone())).or_default();
        let stem = title.map(|title| cut(&kebab(title))).filter(|stem| !stem.is_empty());
        let stem = stem.unwrap_or_else(|| made.word.to_owned());
        let mut id: Rc<str> = stem.as_str().into();
        let mut number = 2;
        while ids.contains_key(&id) || made.taken.contains(&id) {
            let short: String = stem.chars().take(58).collect();
            id = format!("{}-{number}", short.trim_end_matches('-')).into();
            number += 1;
        }
        ids.insert(id.clone(), place);
        id
    }

    /// A role's group as an id.
    pub fn group(&mut self, text: &str, place: Place) -> Rc<str> {
        let text = text.trim();
        if is_id(text) {
            return text.into();
        }
        let id: Rc<str> = cut(&kebab(text)).into();
        self.found.add(place, FindingKind::IdMended { found: text.into(), id: id.clone() });
        id
    }

    /// Tells of ids that were made.
    pub fn tell_of(&mut self, made: Made) {
        if let Some(first) = made.first {
            self.found.add(first, FindingKind::IdsMade { rows: made.rows });
        }
    }
}

/// Rows that don't say what they belong to, and so belong where the row above does: a cell that is merged down stands in the first.
#[derive(Default)]
pub struct FilledDown {
    first: Option<Place>,
    rows: usize,
}

impl FilledDown {
    pub fn add(&mut self, place: Place) {
        self.rows += 1;
        self.first.get_or_insert(place);
    }

    pub fn tell(self, thing: IdKind, cells: &mut Cells) {
        let Self { first, rows } = self;
        if let Some(first) = first {
            let kind = match thing {
                IdKind::Dimension => FindingKind::DimensionFilledDown { rows },
                _ => FindingKind::FilledDown { thing, rows },
            };
            cells.found.add(first, kind);
        }
    }
}

/// At most 64 characters, and no hyphen at the end.
fn cut(id: &str) -> String {
    let id: String = id.chars().take(64).collect();
    id.trim_end_matches('-').to_owned()
}

/// An id that a row has or is to get.
pub struct Id<'a> {
    pub thing: IdKind,
    pub line: Line<'a>,
    pub column: Column,
    pub title: Option<&'a Rc<str>>,
}

/// The ids that were made for the rows of a sheet.
#[derive(Default)]
pub struct Made {
    /// What an id is made of where there are no letters for one.
    word: &'static str,
    /// Ids that other rows of the sheet have.
    taken: std::collections::BTreeSet<Rc<str>>,
    first: Option<Place>,
    rows: usize,
}

impl Made {
    /// None yet, for the rows of a table.
    pub fn of(table: &Table, column: Column, word: &'static str) -> Self {
        let ids = table.lines().filter_map(|line| line.peek(column)).map(|text| text.trim().into());
        Self { word, taken: ids.collect(), first: None, rows: 0 }
    }

    /// Forgets which ids other rows have.
    pub fn forget(&mut self) {
        self.taken.clear();
    }

    fn add(&mut self, place: Place) {
        self.rows += 1;
        self.first.get_or_insert(place);
    }
}
