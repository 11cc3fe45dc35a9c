//! What was found while a workbook was read: repaired, lost, or so wrong that no framework comes of it, as values.
//!
//! Each kind has a name that stays. Knows what can be found, never how it is said: the sentences are [`super::said`]'s.

use super::sheet::Place;
use crate::problem::{IdKind, MOST_TOLD, ProblemKind};
use std::rc::Rc;
use strum::{IntoStaticStr, VariantNames};

/// Something found at one place of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub place: Place,
    pub kind: FindingKind,
}

/// How much it weighs, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Weight {
    /// The owner would want to know.
    Noted,
    /// It was taken for something else than what stands there.
    Repaired,
    /// It is in no framework that comes of the workbook.
    Lost,
    /// No framework comes of the workbook.
    Refused,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum FindingKind {
    // ---- the gate: a file that is not opened at all
    FileTooLarge {
        bytes: u64,
        most: u64,
    },
    TooManyEntries {
        found: usize,
        most: usize,
    },
    UnpacksTooLarge {
        most: u64,
    },
    PackedTooTightly {
        entry: Rc<str>,
        most: u64,
    },
    UnsafeEntryName {
        entry: Rc<str>,
    },
    DoubledEntry,
    DamagedFile {
        why: Rc<str>,
    },
    OldOrLocked,
    BinaryWorkbook,
    Encrypted,
    NoWorkbook,
    DoctypeFound {
        entry: Rc<str>,
    },
    MarkupTooLarge {
        entry: Rc<str>,
    },
    TooManyCells {
        most: usize,
    },
    TooMuchText {
        most: usize,
    },
    MacrosLeft,
    LettersGuessed,

    // ---- sheets and columns
    SheetMisspelt {
        meant: Rc<str>,
    },
    SheetGuessed {
        meant: Rc<str>,
    },
    SheetUnknown,
    SheetPassedOver,
    SheetDoubled {
        first: Rc<str>,
    },
    FileLeftOut,
    SheetMissing {
        sheet: Rc<str>,
        other: Rc<str>,
    },
    SheetWithoutHeader {
        columns: Vec<Rc<str>>,
    },
    ColumnMisspelt {
        found: Rc<str>,
        meant: Rc<str>,
    },
    ColumnUnknown {
        found: Rc<str>,
    },
    ColumnPassedOver {
        found: Rc<str>,
    },
    ColumnDoubled {
        found: Rc<str>,
        first: Rc<str>,
    },
    ColumnMissing {
        column: Rc<str>,
    },
    RowsPassedOver {
        rows: usize,
    },
    LanguageGuessed {
        found: Rc<str>,
        language: Rc<str>,
        right: Rc<str>,
    },
    LanguageUnnamed {
        found: Rc<str>,
        /// How the column is written in each language that it may be in.
        right: Vec<Rc<str>>,
    },
    LanguageLeftOut {
        language: Rc<str>,
    },
    DimensionFilledDown {
        rows: usize,
    },
    FilledDown {
        thing: IdKind,
        rows: usize,
    },
    TreeRead {
        by: Rc<str>,
        dimensions: usize,
        competences: usize,
        behaviours: usize,
    },
    RowTooDeep,
    /// A cell that nothing comes of.
    CellLeftOut {
        found: Rc<str>,
    },
    /// Another row of the same dimension says something else.
    RepeatDiffers {
        found: Rc<str>,
        taken: Rc<str>,
        first: Rc<str>,
    },

    /// Another dimension has the same title, and only the ids of their rows tell them apart.
    DimensionsAlike {
        found: Rc<str>,
        first: Rc<str>,
    },

    // ---- what stands in cells
    FormulaFound,
    ErrorFound {
        found: Rc<str>,
    },
    ControlCharacters {
        removed: usize,
    },
    SettingMisspelt {
        found: Rc<str>,
        meant: Rc<str>,
    },
    SettingUnknown {
        found: Rc<str>,
    },
    SettingDoubled {
        found: Rc<str>,
    },
    DefaultTaken {
        setting: Rc<str>,
        value: Rc<str>,
    },
    LevelMisspelt {
        found: Rc<str>,
        meant: Rc<str>,
    },
    LevelCounted {
        found: i64,
        level: usize,
    },
    LevelUnknown {
        found: Rc<str>,
        scale: Rc<str>,
        levels: Vec<Rc<str>>,
        /// How the lowest and the highest may be written as numbers.
        counted: [Rc<str>; 2],
    },
    ChoiceMisspelt {
        found: Rc<str>,
        meant: Rc<str>,
    },
    ChoiceUnknown {
        found: Rc<str>,
        choices: Vec<Rc<str>>,
    },
    NumberUnreadable {
        found: Rc<str>,
    },
    DateRead {
        found: Rc<str>,
        date: Rc<str>,
    },
    DateUnreadable {
        found: Rc<str>,
    },
    NameMisspelt {
        thing: IdKind,
        found: Rc<str>,
        meant: Rc<str>,
    },
    NameUnknown {
        thing: IdKind,
        found: Rc<str>,
        meant: Option<Rc<str>>,
    },
    NameAmbiguous {
        thing: IdKind,
        found: Rc<str>,
    },
    /// A row has the name of one part and the id of another.
    NameAgainstId {
        thing: IdKind,
        found: Rc<str>,
        id: Rc<str>,
        meant: Rc<str>,
    },
    LineUnreadable {
        found: Rc<str>,
    },
    RowDoubled {
        found: Rc<str>,
        first: Rc<str>,
    },
    IdsMade {
        rows: usize,
    },
    IdMended {
        found: Rc<str>,
        id: Rc<str>,
    },
    IdDoubled {
        thing: IdKind,
        id: Rc<str>,
        first: Rc<str>,
    },
    IdGone {
        id: Rc<str>,
    },
    TextMissing {
        languages: Vec<Rc<str>>,
    },
    ExtensionUnreadable,
    /// A rule that every framework keeps.
    Rule {
        problem: Box<ProblemKind>,
        pointer: Rc<str>,
    },
    /// What the owner of any framework would want to know.
    Warning {
        problem: Box<ProblemKind>,
        pointer: Rc<str>,
    },
    /// What a framework holds and a workbook can't.
    NotInWorkbook {
        pointer: Rc<str>,
    },
}

impl FindingKind {
    /// Its name, which stays, such as `level-unknown`.
    pub fn name(&self) -> &'static str {
        self.into()
    }

    pub fn weight(&self) -> Weight {
        use FindingKind::*;
        match self {
            LettersGuessed
            | SheetMisspelt { .. }
            | SheetGuessed { .. }
            | ColumnMisspelt { .. }
            | LanguageGuessed { .. }
            | DimensionFilledDown { .. }
            | FilledDown { .. }
            | TreeRead { .. }
            | ControlCharacters { .. }
            | SettingMisspelt { .. }
            | DefaultTaken { .. }
            | LevelMisspelt { .. }
            | LevelCounted { .. }
            | ChoiceMisspelt { .. }
            | DateRead { .. }
            | NameMisspelt { .. }
            | IdsMade { .. }
            | IdMended { .. }
            | FormulaFound => Weight::Repaired,
            MacrosLeft
            | SheetUnknown
            | FileLeftOut
            | ColumnUnknown { .. }
            | LanguageLeftOut { .. }
            | RowTooDeep
            | CellLeftOut { .. }
            | RepeatDiffers { .. }
            | SettingUnknown { .. }
            | NotInWorkbook { .. } => Weight::Lost,
            SheetPassedOver
            | ColumnPassedOver { .. }
            | RowsPassedOver { .. }
            | DimensionsAlike { .. }
            | IdGone { .. }
            | Warning { .. } => Weight::Noted,
            _ => Weight::Refused,
        }
    }
}

/// What was found, and how much there is of it: after a thousand the rest is only counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub told: Vec<Finding>,
    /// How many more there are of each weight, in the order of [`Weight`].
    pub others: [usize; 4],
}

impl Found {
    pub fn add(&mut self, place: Place, kind: FindingKind) {
        match self.told.len() < MOST_TOLD {
            true => self.told.push(Finding { place, kind }),
            false => self.others[kind.weight() as usize] += 1,
        }
    }

    /// How many there are of this weight.
    pub fn count(&self, weight: Weight) -> usize {
        self.told.iter().filter(|finding| finding.kind.weight() == weight).count() + self.others[weight as usize]
    }

    /// Whether a framework can come of it.
    pub fn is_refused(&self) -> bool {
        self.count(Weight::Refused) > 0
    }
}
