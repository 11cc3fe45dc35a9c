//! The sentences in Danish.

use super::shown::{count, mebibytes};
use crate::problem::IdKind;
use crate::wording::Language::Danish;
use crate::wording::problems::danish::{none, several, the};
use crate::wording::problems::{self, name, names};
use crate::workbook::finding::FindingKind;
use std::rc::Rc;

pub fn sentence(kind: &FindingKind) -> String {
    use FindingKind::*;
    match kind {
        FileTooLarge { bytes, most } => format!(
            "filen er på {} MiB, og der åbnes højst {}; slet enten billeder og ark, der ikke hører til kompetencegrundlaget, \
             eller gem arkene som CSV",
            mebibytes(*bytes),
            mebibytes(*most)
        ),
        TooManyEntries { found, most } => format!(
            "der er pakket {found} dele i filen, og der åbnes højst {most}; slet enten billeder og ark, der ikke hører til \
             kompetencegrundlaget, eller gem arkene som CSV"
        ),
        UnpacksTooLarge { most } => format!(
            "filen fylder mere end {} MiB, når den pakkes ud, eller mere, end den selv siger; gem den enten på ny i Excel \
             eller LibreOffice, eller slet det, der ikke hører til kompetencegrundlaget",
            mebibytes(*most)
        ),
        PackedTooTightly { entry, most } => format!(
            "{} fylder mere end {most} gange så meget, når det pakkes ud; gem enten filen på ny i Excel eller LibreOffice, \
             eller slet de tomme rækker under kompetencegrundlaget",
            name(entry)
        ),
        UnsafeEntryName { entry } => format!(
            "en del af filen hedder {}, og det kunne føre ud af den; gem den på ny i Excel eller LibreOffice",
            name(entry)
        ),
        DoubledEntry => "to dele af filen har samme navn, så programmer læser den forskelligt; gem den på ny i Excel eller \
             LibreOffice"
            .to_owned(),
        DamagedFile { why } => format!(
            "filen er beskadiget ({}); åbn den enten i Excel eller LibreOffice, og gem den på ny, eller find en tidligere \
             kopi",
            name(why)
        ),
        OldOrLocked => "filen er af den gamle slags, `.xls`, eller låst med en adgangskode; vælg enten *Gem som* og \
             *Excel-projektmappe (.xlsx)* i Excel, eller fjern adgangskoden under *Oplysninger*"
            .to_owned(),
        BinaryWorkbook => "filen er en binær projektmappe, `.xlsb`; vælg *Gem som* og *Excel-projektmappe (.xlsx)*".to_owned(),
        Encrypted => "filen er pakket med en adgangskode; pak den uden".to_owned(),
        NoWorkbook => "filen er ikke et regneark, der kan læses; gem den enten som `.xlsx` eller `.ods`, eller hvert ark som \
             `.csv`"
            .to_owned(),
        DoctypeFound { entry } => format!(
            "{} har sin egen dokumenttype, og det skriver ingen regnearksprogrammer; gem filen på ny i Excel eller \
             LibreOffice",
            name(entry)
        ),
        MarkupTooLarge { entry } => format!(
            "noget i {} er længere, bredere eller dybere, end regnearksprogrammer skriver det; gem filen på ny i Excel eller \
             LibreOffice",
            name(entry)
        ),
        TooManyCells { most } => format!(
            "der står noget i mere end {most} celler; slet dem, der ikke hører til kompetencegrundlaget"
        ),
        TooMuchText { most } => format!(
            "der er mere end {} MiB tekst i cellerne; slet det, der ikke hører til kompetencegrundlaget",
            mebibytes(*most as u64)
        ),
        MacrosLeft => "filen har makroer; de bliver hverken kørt eller gemt".to_owned(),
        LettersGuessed => "bogstaverne er ikke UTF-8 og er læst som Windows-1252 (ANSI); se enten efter, om æ, ø og å er \
             rigtige, eller gem som *CSV UTF-8*"
            .to_owned(),

        SheetMisspelt { meant } => format!("arket er læst som {}; giv det enten det navn, eller lad navnet begynde med `_`", name(meant)),
        SheetGuessed { meant } => {
            format!("arket er læst som {} ud fra kolonnerne; giv det enten det navn, eller lad navnet begynde med `_`", name(meant))
        }
        SheetUnknown => "et kompetencegrundlag har ikke et ark med det navn; giv det enten et navn fra skabelonen, eller lad \
             navnet begynde med `_`, hvis det er dit eget"
            .to_owned(),
        SheetPassedOver => "arket er dit eget og er sprunget over".to_owned(),
        SheetDoubled { first } => format!("{} er det samme ark; saml enten rækkerne i et, eller lad det ene navn begynde med `_`", name(first)),
        FileLeftOut => "filen er ikke `.csv` og er ikke med; gem enten arket som `.csv`, eller tag filen væk".to_owned(),
        SheetMissing { sheet, other: _ } => {
            format!("der er ikke noget ark {}; tilføj det enten, eller begynd med skabelonen for et kompetencegrundlag", name(sheet))
        }
        SheetWithoutHeader { columns } => format!(
            "der er ingen række med navne på kolonnerne; skriv enten {} i første række, eller lad arkets navn begynde med `_`",
            names(columns, Danish)
        ),
        ColumnMisspelt { found, meant } => {
            format!("kolonnen {} er læst som {}; skriv det enten sådan, eller lad den begynde med `_`", name(found), name(meant))
        }
        ColumnUnknown { found } => format!(
            "arket har ingen kolonne {}; skriv den enten som i skabelonen, eller lad den begynde med `_`, hvis den er din egen",
            name(found)
        ),
        ColumnPassedOver { found } => format!("kolonnen {} er din egen og er sprunget over", name(found)),
        ColumnDoubled { found, first } => format!(
            "kolonnen {} står allerede i {}; slet enten den ene, eller lad dens navn begynde med `_`",
            name(found),
            name(first)
        ),
        ColumnMissing { column } => format!("arket mangler kolonnen {}; tilføj den", name(column)),
        RowsPassedOver { rows } => {
            let rows = count(*rows, "række er din egen og er", "rækker er dine egne og er");
            format!("fra her og ned: {rows} sprunget over")
        }
        LanguageGuessed { found, language, right } => {
            format!("kolonnen {} er læst som sproget {}; skriv den som {}", name(found), name(language), name(right))
        }
        LanguageUnnamed { found, right } => format!(
            "kolonnen {} siger ikke, hvilket sprog den er på; skriv den enten som {}, eller lad den begynde med `_`, hvis den \
             er din egen",
            name(found),
            either(right)
        ),
        LanguageLeftOut { language } => format!(
            "ingen kolonne er på sproget {}; tilføj enten kolonner som {}, eller tag sproget ud her",
            name(language),
            name(&crate::workbook::names::in_language("Titel", language))
        ),
        DimensionFilledDown { rows } => {
            let rows = count(*rows, "række uden del er", "rækker uden del er");
            format!("fra her og ned: {rows} lagt i delen ovenover; lad det enten være, eller skriv delen i hver række")
        }
        FilledDown { thing, rows } => {
            let (one, several, none) = ("række har", "rækker har", none(*thing));
            let rows = count(*rows, one, several);
            format!("fra her og ned: {rows} {none} og er læst som den ovenover; lad det enten være, eller skriv det i hver række")
        }
        TreeRead { by, dimensions, competences, behaviours } => format!(
            "delene er læst ud fra kolonnen {}: {}, {}, {}; se enten efter, om det er rigtigt, eller skriv delen i hver række",
            name(by),
            count(*dimensions, "del", "dele"),
            count(*competences, "kompetence", "kompetencer"),
            count(*behaviours, "adfærdsudsagn", "adfærdsudsagn")
        ),
        RowTooDeep => "rækken ligger dybere end en kompetences adfærd; ryk den enten op, eller lad den begynde med `#`".to_owned(),
        CellLeftOut { found } => format!(
            "der kommer ikke noget ud af {} her; skriv det enten, hvor skabelonen har plads til det, eller i en kolonne, hvis \
             navn begynder med `_`, hvis det er dit eget",
            name(found)
        ),
        RepeatDiffers { found, taken, first } => format!(
            "{} er ikke med, for om samme del står der {} i {}; skriv enten det samme begge steder, eller tøm den ene celle",
            name(found),
            name(taken),
            name(first)
        ),
        DimensionsAlike { found, first } => format!(
            "en anden del hedder også {}, i {}, og kun deres id skiller dem ad; giv dem enten hver sit navn, eller skriv det \
             samme id begge steder, hvis det er én del",
            name(found),
            name(first)
        ),

        FormulaFound => "cellen regner; det, den viste, da filen sidst blev gemt, er taget med, så se enten efter, om det er \
             rigtigt, eller skriv selve teksten"
            .to_owned(),
        ErrorFound { found } => format!("cellen viser fejlen {}; ret enten formlen, eller skriv selve teksten", name(found)),
        ControlCharacters { removed } => {
            format!("{} er taget væk", count(*removed, "tegn, man ikke kan se,", "tegn, man ikke kan se,"))
        }
        SettingMisspelt { found, meant } => format!("indstillingen {} er læst som {}; skriv den sådan", name(found), name(meant)),
        SettingUnknown { found } => format!(
            "der er ingen indstilling {}; skriv den enten som i skabelonen, eller lad rækken begynde med `#`, hvis den er din \
             egen",
            name(found)
        ),
        SettingDoubled { found } => format!("indstillingen {} står der allerede; slet den ene række", name(found)),
        DefaultTaken { setting, value } => {
            format!("indstillingen {} mangler, og {} er brugt; lad det enten være, eller skriv din egen", name(setting), name(value))
        }
        LevelMisspelt { found, meant } => format!("{} er læst som niveauet {}; skriv det sådan", name(found), name(meant)),
        LevelCounted { found, level } => format!(
            "niveau {found} er blevet til niveau {level}, for niveauer tælles fra 0 uden spring; skriv enten {level}, eller se \
             efter, om tallene i andre ark også er talt sådan"
        ),
        LevelUnknown { found, scale, levels, counted: [least, most] } => format!(
            "{} er ikke et niveau på skalaen {}; vælg enten {}, eller skriv et tal fra {least} til {most}",
            name(found),
            name(scale),
            either(levels)
        ),
        ChoiceMisspelt { found, meant } => format!("{} er læst som {}; skriv det sådan", name(found), name(meant)),
        ChoiceUnknown { found, choices } => format!("{} kan ikke stå her; vælg {}", name(found), either(choices)),
        NumberUnreadable { found } => format!("{} er ikke et helt tal; skriv enten et, for eksempel `2`, eller lad cellen være tom", name(found)),
        DateRead { found, date } => format!("{} er læst som {}; lad det enten være, eller skriv året først", name(found), name(date)),
        DateUnreadable { found } => format!("{} er ikke en dato; skriv den enten som `2026-02-01`, eller lad cellen være tom", name(found)),
        NameMisspelt { thing, found, meant } => {
            format!("{} er læst som {} {}; skriv det, som det står der", name(found), the(*thing), name(meant))
        }
        NameUnknown { thing, found, meant } => {
            let ask = meant.as_ref().map(|meant| format!(", mente du {}?", name(meant))).unwrap_or_default();
            format!(
                "der er {} {}{ask}; skriv enten navnet, som det står i arket {}, eller tilføj det der",
                none(*thing),
                name(found),
                name(sheet(*thing))
            )
        }
        NameAmbiguous { thing, found } => format!(
            "flere {} hedder {}; skriv enten id'et fra den grå kolonne, eller giv dem hver sit navn",
            several(*thing),
            name(found)
        ),
        NameAgainstId { thing, found, id, meant } => format!(
            "rækken hedder {}, og dens id {} hører til {} {}; skriv enten det navn, eller tøm id'et, så navnet gælder",
            name(found),
            name(id),
            the(*thing),
            name(meant)
        ),
        LineUnreadable { found } => format!("{} kan ikke læses; skriv enten `ordning: adresse`, eller slet linjen", name(found)),
        RowDoubled { found, first } => {
            format!("{} står allerede i {}; saml enten de to rækker i en, eller slet den ene", name(found), name(first))
        }
        IdsMade { rows } => {
            let rows = count(*rows, "række uden id har", "rækker uden id har");
            format!("fra her og ned: {rows} fået et ud fra titlen; det står i det, der bliver skrevet, og bliver, når titlen ændres")
        }
        IdMended { found, id } => {
            format!("{} er ikke et id og er blevet til {}; et id har små bogstaver fra a til z, cifre og enkelte bindestreger", name(found), name(id))
        }
        IdDoubled { thing, id, first } => format!(
            "id'et {} for {} står allerede i {}; slet det enten her, så rækken får sit eget, eller slet rækken",
            name(id),
            the(*thing),
            name(first)
        ),
        IdGone { id } => format!(
            "kompetencen {} fra det tidligere kompetencegrundlag er væk; skriv enten i arket `Omdøbt`, hvad den er blevet til, \
             eller lad det være, hvis den ikke er blevet til noget",
            name(id)
        ),
        TextMissing { languages } if languages.is_empty() => {
            "cellen er tom; skriv enten det, der hører til her, eller slet rækken".to_owned()
        }
        TextMissing { languages } => format!(
            "teksten mangler på {}; skriv den enten, eller slet også teksten på de andre sprog, hvis den kan undværes",
            names(languages, Danish)
        ),
        ExtensionUnreadable => {
            "det, som andre gemmer i kompetencegrundlaget, kan ikke læses som JSON; skriv det enten, som det var, eller tøm cellen".to_owned()
        }
        Rule { problem, .. } | Warning { problem, .. } => problems::sentence(problem, Danish),
        NotInWorkbook { pointer } => format!("{} er for langt til en celle og er ikke med i regnearket", name(pointer)),
    }
}

fn either(words: &[Rc<str>]) -> String {
    let listed: Vec<String> = words.iter().map(|word| name(word)).collect();
    match listed.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} eller {last}", first.join(", ")),
        None => String::new(),
    }
}

/// The sheet on which parts of this kind stand.
fn sheet(thing: IdKind) -> &'static str {
    match thing {
        IdKind::Source => "Kilder",
        IdKind::Scale => "Skalaer",
        IdKind::Dimension | IdKind::Competence => "Kompetencer",
        IdKind::Behaviour => "Adfærd",
        IdKind::Role | IdKind::Group => "Roller",
        IdKind::Stage => "Trin",
        IdKind::Area => "Områder",
        IdKind::Language => "Indstillinger",
    }
}
