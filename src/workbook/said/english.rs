//! The sentences in English.

use super::shown::{count, mebibytes};
use crate::problem::IdKind;
use crate::wording::Language::English;
use crate::wording::problems::english::word;
use crate::wording::problems::{self, either, name, names};
use crate::workbook::finding::FindingKind;

pub fn sentence(kind: &FindingKind) -> String {
    use FindingKind::*;
    match kind {
        FileTooLarge { bytes, most } => format!(
            "the file has {} MiB and at most {} are opened; either delete pictures and sheets that don't belong to the \
             framework, or save the sheets as CSV",
            mebibytes(*bytes),
            mebibytes(*most)
        ),
        TooManyEntries { found, most } => format!(
            "{found} parts are packed in the file and at most {most} are opened; either delete pictures and sheets that \
             don't belong to the framework, or save the sheets as CSV"
        ),
        UnpacksTooLarge { most } => format!(
            "the file unpacks to more than {} MiB or to more than it says; either save it anew in Excel or LibreOffice, or \
             delete what doesn't belong to the framework",
            mebibytes(*most)
        ),
        PackedTooTightly { entry, most } => format!(
            "{} unpacks to more than {most} times its size; either save the file anew in Excel or LibreOffice, or delete \
             the empty rows below the framework",
            name(entry)
        ),
        UnsafeEntryName { entry } => format!(
            "a part of the file is called {}, which could lead out of it; save it anew in Excel or LibreOffice",
            name(entry)
        ),
        DoubledEntry => {
            "two parts of the file have the same name, so that programs read it differently; save it anew in \
             Excel or LibreOffice"
                .to_owned()
        }
        DamagedFile { why } => format!(
            "the file is damaged ({}); either open it in Excel or LibreOffice and save it anew, or take an earlier copy",
            name(why)
        ),
        OldOrLocked => {
            "the file is of the old kind `.xls`, or locked with a password; in Excel either choose *Save as*, \
             *Excel Workbook (.xlsx)*, or take the password away under *Info*"
                .to_owned()
        }
        BinaryWorkbook => {
            "the file is a binary workbook, `.xlsb`; choose *Save as*, *Excel Workbook (.xlsx)*".to_owned()
        }
        Encrypted => "the file is packed with a password; pack it without one".to_owned(),
        NoWorkbook => "the file is no spreadsheet that is read; either save it as `.xlsx` or `.ods`, or each sheet as \
             `.csv`"
            .to_owned(),
        DoctypeFound { entry } => format!(
            "{} defines a document type of its own, which no spreadsheet program writes; save the file anew in Excel or \
             LibreOffice",
            name(entry)
        ),
        MarkupTooLarge { entry } => format!(
            "something in {} is longer, wider or deeper than any spreadsheet program writes it; save the file anew in \
             Excel or LibreOffice",
            name(entry)
        ),
        TooManyCells { most } => format!(
            "the sheets have more than {most} cells with something in them; delete those that don't belong to the framework"
        ),
        TooMuchText { most } => format!(
            "the cells hold more than {} MiB of text; delete what doesn't belong to the framework",
            mebibytes(*most as u64)
        ),
        MacrosLeft => "the file has macros; they are neither run nor kept".to_owned(),
        LettersGuessed => {
            "the letters are not UTF-8 and were read as Windows-1252 (ANSI); either look whether æ, ø and å \
             are right, or save as *CSV UTF-8*"
                .to_owned()
        }

        SheetMisspelt { meant } => {
            format!("the sheet was taken for {}; either rename it so, or begin its name with `_`", name(meant))
        }
        SheetGuessed { meant } => {
            format!(
                "the sheet was taken for {} by its columns; either rename it so, or begin its name with `_`",
                name(meant)
            )
        }
        SheetUnknown => {
            "no sheet of a framework is called so; either rename it to one of the template's, or begin its name \
             with `_` if it is your own"
                .to_owned()
        }
        SheetPassedOver => "the sheet is your own and was passed over".to_owned(),
        SheetDoubled { first } => {
            format!("{} is the same sheet; either put the rows together, or begin one name with `_`", name(first))
        }
        FileLeftOut => {
            "the file is no `.csv` and was left out; either save the sheet as `.csv`, or take the file away".to_owned()
        }
        SheetMissing { sheet, other } => format!(
            "there is no sheet {} ({}); either add it, or begin from the template of a framework",
            name(sheet),
            name(other)
        ),
        SheetWithoutHeader { columns } => format!(
            "no row names the columns; either write {} in the first row, or begin the sheet's name with `_`",
            names(columns, English)
        ),
        ColumnMisspelt { found, meant } => {
            format!(
                "the column {} was taken for {}; either write it so, or begin it with `_`",
                name(found),
                name(meant)
            )
        }
        ColumnUnknown { found } => format!(
            "no column of the sheet is called {}; either write it as in the template, or begin it with `_` if it is your own",
            name(found)
        ),
        ColumnPassedOver { found } => format!("the column {} is your own and was passed over", name(found)),
        ColumnDoubled { found, first } => format!(
            "the column {} stands in {} already; either delete one, or begin its name with `_`",
            name(found),
            name(first)
        ),
        ColumnMissing { column } => format!("the sheet has no column {}; add it", name(column)),
        RowsPassedOver { rows } => {
            let rows = count(*rows, "row is your own and was", "rows are your own and were");
            format!("from here on {rows} passed over")
        }
        LanguageGuessed { found, language, right } => format!(
            "the column {} was taken for the language {}; write it as {}",
            name(found),
            name(language),
            name(right)
        ),
        LanguageUnnamed { found, right } => format!(
            "the column {} doesn't say its language; either write it as {}, or begin it with `_` if it is your own",
            name(found),
            either(&right.iter().map(|right| &**right).collect::<Vec<_>>())
        ),
        LanguageLeftOut { language } => format!(
            "no column is in the language {}; either add columns such as {}, or take it out here",
            name(language),
            name(&crate::workbook::names::in_language("Title", language))
        ),
        DimensionFilledDown { rows } => {
            let rows = count(*rows, "row has no dimension and was", "rows have no dimension and were");
            format!("from here on {rows} put in the one above; either leave it so, or write it in every row")
        }
        FilledDown { thing, rows } => {
            let rows = count(*rows, "row doesn't say which", "rows don't say which");
            format!(
                "from here on {rows} {} is meant, and the one above was taken; either leave it so, or write it in every row",
                word(*thing)
            )
        }
        TreeRead { by, dimensions, competences, behaviours } => format!(
            "the parts were read by the column {}: {}, {}, {}; either look whether that is right, or give each row its \
             dimension",
            name(by),
            count(*dimensions, "dimension", "dimensions"),
            count(*competences, "competence", "competences"),
            count(*behaviours, "behaviour", "behaviours")
        ),
        RowTooDeep => {
            "the row stands deeper than a behaviour of a competence; either move it up, or begin it with `#`".to_owned()
        }
        CellLeftOut { found } => format!(
            "nothing comes of {} here; either write it where the template has a place for it, or, if it is your own, in a column \
             whose name begins with `_`",
            name(found)
        ),
        RepeatDiffers { found, taken, first } => format!(
            "{} was left out, since for the same dimension {} stands in {}; either write the same in both, or empty one of them",
            name(found),
            name(taken),
            name(first)
        ),
        DimensionsAlike { found, first } => format!(
            "{} is the name of another dimension too, in {}, and their ids tell them apart; either give them different names, or \
             write the same id in both if they are one",
            name(found),
            name(first)
        ),

        FormulaFound => {
            "the cell computes; what it showed when the file was last saved was taken, so either look whether \
             that is right, or write the text itself"
                .to_owned()
        }
        ErrorFound { found } => {
            format!("the cell shows the error {}; either mend the formula, or write the text itself", name(found))
        }
        ControlCharacters { removed } => {
            format!(
                "{} that can't be seen {} taken away",
                count(*removed, "character", "characters"),
                if *removed == 1 { "was" } else { "were" }
            )
        }
        SettingMisspelt { found, meant } => {
            format!("the setting {} was taken for {}; write it so", name(found), name(meant))
        }
        SettingUnknown { found } => format!(
            "there is no setting {}; either write it as in the template, or begin the row with `#` if it is your own",
            name(found)
        ),
        SettingDoubled { found } => format!("the setting {} stands there already; delete one of the rows", name(found)),
        DefaultTaken { setting, value } => {
            format!(
                "the setting {} is missing, and {} was taken; either leave it so, or write your own",
                name(setting),
                name(value)
            )
        }
        LevelMisspelt { found, meant } => {
            format!("{} was taken for the level {}; write it so", name(found), name(meant))
        }
        LevelCounted { found, level } => format!(
            "the level {found} became level {level}, since levels are counted from 0 without a gap; either write {level}, or \
             look whether the numbers on other sheets are counted so too"
        ),
        LevelUnknown { found, scale, levels, counted: [least, most] } => format!(
            "{} is no level of the scale {}; either choose {}, or a number from {least} to {most}",
            name(found),
            name(scale),
            either(&levels.iter().map(|level| &**level).collect::<Vec<_>>())
        ),
        ChoiceMisspelt { found, meant } => format!("{} was taken for {}; write it so", name(found), name(meant)),
        ChoiceUnknown { found, choices } => {
            format!(
                "{} can't stand here; choose {}",
                name(found),
                either(&choices.iter().map(|choice| &**choice).collect::<Vec<_>>())
            )
        }
        NumberUnreadable { found } => {
            format!("{} is no whole number; either write one, such as `2`, or leave the cell empty", name(found))
        }
        DateRead { found, date } => {
            format!("{} was read as {}; either leave it so, or write the year first", name(found), name(date))
        }
        DateUnreadable { found } => {
            format!("{} is no date; either write it as `2026-02-01`, or leave the cell empty", name(found))
        }
        NameMisspelt { thing, found, meant } => {
            format!("{} was taken for the {} {}; write it as it stands there", name(found), word(*thing), name(meant))
        }
        NameUnknown { thing, found, meant } => {
            let ask = meant.as_ref().map(|meant| format!(", did you mean {}?", name(meant))).unwrap_or_default();
            format!(
                "there is no {} {}{ask}; either write it as it is called on the sheet {}, or add it there",
                word(*thing),
                name(found),
                name(sheet(*thing))
            )
        }
        NameAmbiguous { thing, found } => format!(
            "several {}s are called {}; either write the id from the grey column, or give them different names",
            word(*thing),
            name(found)
        ),
        NameAgainstId { thing, found, id, meant } => format!(
            "the row is called {}, and its id {} is that of the {} {}; either write that name, or empty the id so that the name \
             holds",
            name(found),
            name(id),
            word(*thing),
            name(meant)
        ),
        LineUnreadable { found } => {
            format!("{} can't be read; either write `scheme: address`, or delete the line", name(found))
        }
        RowDoubled { found, first } => format!(
            "{} stands in {} already; either put the two rows together, or delete one",
            name(found),
            name(first)
        ),
        IdsMade { rows } => {
            let rows = count(*rows, "row without an id has", "rows without an id have");
            format!(
                "from here on {rows} got one of the title; it stands in what is written, and stays when the title changes"
            )
        }
        IdMended { found, id } => {
            format!(
                "{} is no id and became {}; an id has small letters a to z, digits and single hyphens",
                name(found),
                name(id)
            )
        }
        IdDoubled { thing, id, first } => format!(
            "the {} id {} stands in {} already; either delete it here, so that the row gets one of its own, or delete the row",
            word(*thing),
            name(id),
            name(first)
        ),
        IdGone { id } => format!(
            "the competence {} of the earlier framework is gone; either write on the sheet `Renamed` what became of it, or \
             leave it so if nothing did",
            name(id)
        ),
        TextMissing { languages } if languages.is_empty() => {
            "the cell is empty; either write what belongs here, or delete the row".to_owned()
        }
        TextMissing { languages } => format!(
            "the text is missing in {}; either write it, or delete the other languages' texts of this cell too if it may be \
             left out",
            names(languages, English)
        ),
        ExtensionUnreadable => {
            "what others keep in the framework can't be read as JSON; either write it as it was, or empty the cell"
                .to_owned()
        }
        Rule { problem, .. } | Warning { problem, .. } => problems::sentence(problem, English),
        NotInWorkbook { pointer } => format!("{} is too long for a cell and is not in the workbook", name(pointer)),
    }
}

/// The sheet on which parts of this kind stand.
fn sheet(thing: IdKind) -> &'static str {
    match thing {
        IdKind::Source => "Sources",
        IdKind::Scale => "Scales",
        IdKind::Dimension | IdKind::Competence => "Competences",
        IdKind::Behaviour => "Behaviours",
        IdKind::Role | IdKind::Group => "Roles",
        IdKind::Stage => "Stages",
        IdKind::Area => "Areas",
        IdKind::Language => "Settings",
    }
}
