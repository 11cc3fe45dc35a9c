//! What the program says of itself and of files as a whole, in each language. What is wrong inside a file is the
//! library's to say.

use rokade::framework::Framework;
use rokade::wording::Language;
use rokade::wording::problems::name;
use std::io;

pub enum Sentence<'a> {
    StandardInput,
    CannotBeRead(&'a io::Error),
    CannotBeWritten(&'a io::Error),
    FileCannotBeWritten(&'a io::Error),
    /// Bytes that are no text, and a terminal.
    NoTextForTerminal,
    /// A workbook would go into a file that is named as something else.
    OutputOfOtherKind,
    /// A workbook would go where its framework is.
    OutputIsFramework,
    /// Why a workbook can't be made.
    NoWorkbook(&'a str),
    /// A workbook was written.
    Written,
    /// How much of each weight was found: problems, left out, repaired, notes.
    Found([usize; 4]),
    BothFromStandardInput,
    /// How much is wrong with a file.
    Problems(usize),
    /// What is in a file that can be used, and how many warnings and hints there are.
    Good(&'a Framework, usize, usize),
    OtherFramework {
        of_assessment: &'a str,
        own: &'a str,
    },
    OtherVersion {
        answered: &'a str,
        own: &'a str,
    },
    NoSuchRole {
        role: &'a str,
        meant: Option<&'a str>,
    },
    NoAnswers,
    ReportDiffers,
    /// With the report the file would be larger than any that is read.
    ReportTooLarge,
    /// The file is in an encoding of one byte a letter, of which there are many.
    LettersGuessed,
}

impl Sentence<'_> {
    pub fn say(&self, language: Language) -> String {
        match language {
            Language::Danish => self.in_danish(),
            Language::English => self.in_english(),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::StandardInput => "standard input".to_owned(),
            Self::CannotBeRead(error) => format!("can't be read: {error}"),
            Self::CannotBeWritten(error) => format!("standard output: can't be written: {error}"),
            Self::FileCannotBeWritten(error) => format!("can't be written: {error}"),
            Self::NoTextForTerminal => {
                "a workbook is no text for a terminal; say where it is to go, such as `-o framework.xlsx`".to_owned()
            }
            Self::OutputOfOtherKind => {
                "nothing is written there; end the name with `.xlsx` for a workbook, or with `.zip` for a CSV file a sheet".to_owned()
            }
            Self::OutputIsFramework => {
                "nothing is written there, since it is the framework itself; give the workbook another name".to_owned()
            }
            Self::NoWorkbook(why) => format!("no workbook can be made of it: {why}"),
            Self::Written => "written".to_owned(),
            Self::Found([problems, left_out, repaired, notes]) => {
                let parts = [
                    count(*problems, "problem", "problems"),
                    format!("{left_out} left out"),
                    format!("{repaired} repaired"),
                    count(*notes, "note", "notes"),
                ];
                parts.join(", ")
            }
            Self::BothFromStandardInput => {
                "the framework and the assessment can't both come from standard input".to_owned()
            }
            Self::Problems(number) => count(*number, "problem", "problems"),
            Self::Good(framework, warnings, hints) => {
                let parts = [
                    count(framework.dimensions.len(), "dimension", "dimensions"),
                    count(framework.competences.len(), "competence", "competences"),
                    count(framework.behaviours.len(), "behaviour", "behaviours"),
                    count(framework.roles.len(), "role", "roles"),
                    count(framework.areas.len(), "area", "areas"),
                ];
                let warnings = (*warnings > 0).then(|| format!(", {}", count(*warnings, "warning", "warnings")));
                let hints = (*hints > 0).then(|| format!(", {}", count(*hints, "hint", "hints")));
                let (warnings, hints) = (warnings.unwrap_or_default(), hints.unwrap_or_default());
                format!("good: {}{warnings}{hints}", parts.join(", "))
            }
            Self::OtherFramework { of_assessment, own } => {
                format!("the assessment is for the framework {}, and this is {}", name(of_assessment), name(own))
            }
            Self::OtherVersion { answered, own } => {
                let (answered, own) = (name(answered), name(own));
                format!(
                    "version {answered} of the framework was answered, and this is {own}; meanings may have changed"
                )
            }
            Self::NoSuchRole { role, meant } => {
                let meant = meant.map(|id| format!(", did you mean {}?", name(id))).unwrap_or_default();
                format!("the framework has no role {}{meant}", name(role))
            }
            Self::NoAnswers => "the answers are not among the file's parts, so there is no report".to_owned(),
            Self::LettersGuessed => {
                "the file is not UTF-8 and is read as Windows-1252 (ANSI); see whether its letters are right".to_owned()
            }
            Self::ReportDiffers => {
                "the file's own report says something else; the recomputed one is printed".to_owned()
            }
            Self::ReportTooLarge => {
                "with its report the file would be too large to be read again, so it is printed without".to_owned()
            }
        }
    }

    fn in_danish(&self) -> String {
        match self {
            Self::StandardInput => "standardinput".to_owned(),
            Self::CannotBeRead(error) => format!("kan ikke læses: {error}"),
            Self::CannotBeWritten(error) => format!("standardoutput: kan ikke skrives: {error}"),
            Self::FileCannotBeWritten(error) => format!("kan ikke skrives: {error}"),
            Self::NoTextForTerminal => {
                "et regneark er ikke tekst til en terminal; sig, hvor det skal hen, for eksempel `-o grundlag.xlsx`"
                    .to_owned()
            }
            Self::OutputOfOtherKind => {
                "der bliver ikke skrevet noget; lad navnet ende på `.xlsx` for et regneark eller på `.zip` for en CSV-fil for hvert ark"
                    .to_owned()
            }
            Self::OutputIsFramework => {
                "der bliver ikke skrevet noget, for det er selve kompetencegrundlaget; giv regnearket et andet navn".to_owned()
            }
            Self::NoWorkbook(why) => format!("det kan ikke blive til et regneark: {why}"),
            Self::Written => "skrevet".to_owned(),
            Self::Found([problems, left_out, repaired, notes]) => {
                let parts = [
                    count(*problems, "fejl", "fejl"),
                    format!("{left_out} ikke med"),
                    format!("{repaired} rettet"),
                    count(*notes, "bemærkning", "bemærkninger"),
                ];
                parts.join(", ")
            }
            Self::BothFromStandardInput => {
                "kompetencegrundlaget og besvarelsen kan ikke begge komme fra standardinput".to_owned()
            }
            Self::Problems(number) => count(*number, "fejl", "fejl"),
            Self::Good(framework, warnings, hints) => {
                let parts = [
                    count(framework.dimensions.len(), "del", "dele"),
                    count(framework.competences.len(), "kompetence", "kompetencer"),
                    count(framework.behaviours.len(), "adfærdsudsagn", "adfærdsudsagn"),
                    count(framework.roles.len(), "rolle", "roller"),
                    count(framework.areas.len(), "område", "områder"),
                ];
                let warnings = (*warnings > 0).then(|| format!(", {}", count(*warnings, "advarsel", "advarsler")));
                let hints = (*hints > 0).then(|| format!(", {}", count(*hints, "råd", "råd")));
                let (warnings, hints) = (warnings.unwrap_or_default(), hints.unwrap_or_default());
                format!("i orden: {}{warnings}{hints}", parts.join(", "))
            }
            Self::OtherFramework { of_assessment, own } => {
                format!(
                    "besvarelsen hører til kompetencegrundlaget {}, og det her er {}",
                    name(of_assessment),
                    name(own)
                )
            }
            Self::OtherVersion { answered, own } => {
                let (answered, own) = (name(answered), name(own));
                format!(
                    "der er svaret på version {answered} af kompetencegrundlaget, og det her er {own}; noget kan have \
                     skiftet betydning"
                )
            }
            Self::NoSuchRole { role, meant } => {
                let meant = meant.map(|id| format!(", mente du {}?", name(id))).unwrap_or_default();
                format!("kompetencegrundlaget har ingen rolle {}{meant}", name(role))
            }
            Self::NoAnswers => "svarene er ikke med i filen, så der er intet resultat".to_owned(),
            Self::LettersGuessed => {
                "filen er ikke UTF-8 og læses som Windows-1252 (ANSI); se efter, om bogstaverne er rigtige".to_owned()
            }
            Self::ReportDiffers => {
                "filens eget resultat er et andet; det, der er regnet ud på ny, skrives ud".to_owned()
            }
            Self::ReportTooLarge => {
                "med resultatet ville filen være for stor til at blive læst igen, så den skrives ud uden".to_owned()
            }
        }
    }
}

/// A number with the right form of its noun.
fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}
