//! What sheets, columns, settings and choices are called, in Danish and in English, and which names stand for them.
//!
//! A name is taken whatever its case, spaces and hyphens; the names of the format's own keys are taken too. Knows no cell.

use crate::wording::Language;
use strum::VariantArray;

/// The format's name; the number changes only when an old reader would misread a new workbook.
pub const FORMAT: &str = "rokade.template/1";

/// A sheet of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum SheetKind {
    ReadMe,
    Settings,
    Scales,
    Competences,
    Behaviours,
    Roles,
    Stages,
    Levels,
    Weights,
    Areas,
    Practice,
    Sources,
    Renamed,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum Column {
    Setting,
    Value,
    Scale,
    Level,
    Label,
    Short,
    Description,
    ManagerLabel,
    ManagerDescription,
    Dimension,
    DimensionSummary,
    DimensionId,
    Title,
    Statement,
    ManagerStatement,
    LevelText,
    ManagerLevelText,
    Source,
    Section,
    Item,
    Alignments,
    Competence,
    Competences,
    Summary,
    Group,
    Groups,
    Basis,
    FocusRaise,
    FocusAtMost,
    Role,
    Months,
    LowerBy,
    Kind,
    Route,
    Unit,
    AfterMonths,
    Need,
    NeedBy,
    NeedOn,
    Area,
    Entry,
    Practice,
    Publisher,
    Url,
    From,
    To,
    Id,
    Indent,
    Position,
    Parent,
}

/// A row of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum Setting {
    Format,
    Id,
    Version,
    Languages,
    Title,
    Summary,
    Owner,
    Licence,
    Basis,
    Contact,
    CompetenceScale,
    BehaviourScale,
    Stretch,
    EntryTolerance,
    PortfolioSize,
    RotationsAtMost,
    HintsOff,
    Extensions,
    Schema,
}

/// A name in Danish, one in English, and the format's own or another that people use.
type Names = [&'static str; 3];

/// What has a name in each language.
pub trait Named: Copy + VariantArray + 'static {
    fn names(self) -> Names;

    /// What it is called in this language.
    fn name(self, language: Language) -> &'static str {
        self.names()[language as usize]
    }
}

impl Named for SheetKind {
    fn names(self) -> Names {
        match self {
            Self::ReadMe => ["Læs mig", "Read me", "Readme"],
            Self::Settings => ["Indstillinger", "Settings", "Settings"],
            Self::Scales => ["Skalaer", "Scales", "Skala"],
            Self::Competences => ["Kompetencer", "Competences", "Competencies"],
            Self::Behaviours => ["Adfærd", "Behaviours", "Behaviors"],
            Self::Roles => ["Roller", "Roles", "Roles"],
            Self::Stages => ["Trin", "Stages", "Stages"],
            Self::Levels => ["Niveauer", "Levels", "Targets"],
            Self::Weights => ["Vægte", "Weights", "Weights"],
            Self::Areas => ["Områder", "Areas", "Areas"],
            Self::Practice => ["Hvad områder øver", "What areas practise", "What areas practice"],
            Self::Sources => ["Kilder", "Sources", "Sources"],
            Self::Renamed => ["Omdøbt", "Renamed", "Renamed"],
        }
    }
}

impl Named for Column {
    fn names(self) -> Names {
        match self {
            Self::Setting => ["Indstilling", "Setting", "name"],
            Self::Value => ["Værdi", "Value", "value"],
            Self::Scale => ["Skala", "Scale", "scale"],
            Self::Level => ["Niveau", "Level", "level"],
            Self::Label => ["Betegnelse", "Label", "tekst"],
            Self::Short => ["Kort betegnelse", "Short label", "short"],
            Self::Description => ["Beskrivelse", "Description", "description"],
            Self::ManagerLabel => ["Lederens betegnelse", "Manager's label", "managerLabel"],
            Self::ManagerDescription => ["Lederens beskrivelse", "Manager's description", "managerDescription"],
            Self::Dimension => ["Del", "Dimension", "Part"],
            Self::DimensionSummary => ["Om delen", "About the dimension", "dimensionSummary"],
            Self::DimensionId => ["Delens id", "Dimension id", "dimensionId"],
            Self::Title => ["Titel", "Title", "Navn"],
            Self::Statement => ["Udsagn", "Statement", "fullStatement"],
            Self::ManagerStatement => ["Lederens udsagn", "Manager's statement", "managerStatement"],
            Self::LevelText => ["Niveautekst", "Level text", "levelText"],
            Self::ManagerLevelText => ["Lederens niveautekst", "Manager's level text", "managerLevelText"],
            Self::Source => ["Kilde", "Source", "document"],
            Self::Section => ["Afsnit", "Section", "section"],
            Self::Item => ["Punkt", "Item", "item"],
            Self::Alignments => ["Svarer til", "Alignments", "alignment"],
            Self::Competence => ["Kompetence", "Competence", "competency"],
            Self::Competences => ["Kompetencer", "Competences", "competencies"],
            Self::Summary => ["Beskrivelse", "Summary", "Description"],
            Self::Group => ["Gruppe", "Group", "group"],
            Self::Groups => ["Grupper", "Groups", "groups"],
            Self::Basis => ["Hvem står bag", "Basis", "basis"],
            Self::FocusRaise => ["Fokus hæver", "Focus raise", "focusRaise"],
            Self::FocusAtMost => ["Dele i fokus", "Focus at most", "focusAtMost"],
            Self::Role => ["Rolle", "Role", "role"],
            Self::Months => ["Måneder", "Months", "months"],
            Self::LowerBy => ["Sænkes med", "Lower by", "lowerBy"],
            Self::Kind => ["Slags", "Kind", "kind"],
            Self::Route => ["Vej", "Route", "route"],
            Self::Unit => ["Enhed", "Unit", "unit"],
            Self::AfterMonths => ["Efter måneder", "After months", "afterMonths"],
            Self::Need => ["Behov", "Need", "need"],
            Self::NeedBy => ["Behov meldt af", "Need stated by", "needBy"],
            Self::NeedOn => ["Behov meldt den", "Need stated on", "needOn"],
            Self::Area => ["Område", "Area", "area"],
            Self::Entry => ["Ved start", "Entry", "entry"],
            Self::Practice => ["Øver", "Practice", "practise"],
            Self::Publisher => ["Udgiver", "Publisher", "publisher"],
            Self::Url => ["Adresse", "URL", "url"],
            Self::From => ["Fra", "From", "from"],
            Self::To => ["Til", "To", "to"],
            Self::Id => ["Id", "Id", "identifier"],
            Self::Indent => ["Indryk", "Indent", "indentation"],
            Self::Position => ["Nummer", "Position", "smartLevel"],
            Self::Parent => ["Overordnet", "Parent", "parentId"],
        }
    }
}

impl Column {
    /// Whether it holds a text, one column for each language.
    pub fn is_text(self) -> bool {
        use Column::*;
        matches!(
            self,
            Label
                | Short
                | Description
                | ManagerLabel
                | ManagerDescription
                | Dimension
                | DimensionSummary
                | Title
                | Statement
                | ManagerStatement
                | LevelText
                | ManagerLevelText
                | Summary
                | Unit
                | Value
        )
    }

    /// Whether there is one for each level.
    pub fn is_by_level(self) -> bool {
        matches!(self, Self::LevelText | Self::ManagerLevelText)
    }
}

impl SheetKind {
    /// Its columns, in their order. Those at the end that only other people's sheets have are read and never written.
    pub fn columns(self) -> &'static [Column] {
        use Column::*;
        match self {
            Self::ReadMe => &[],
            Self::Settings => &[Setting, Value],
            Self::Scales => &[Scale, Level, Label, Short, Description, ManagerLabel, ManagerDescription],
            Self::Competences => &[
                Dimension,
                DimensionSummary,
                Title,
                Statement,
                ManagerStatement,
                Scale,
                LevelText,
                ManagerLevelText,
                Source,
                Section,
                Item,
                Alignments,
                DimensionId,
                Id,
                Indent,
                Position,
                Parent,
            ],
            Self::Behaviours => &[Dimension, Statement, ManagerStatement, Competences, Source, Section, Item, Id],
            Self::Roles => &[Title, Summary, Group, Basis, FocusRaise, FocusAtMost, Id],
            Self::Stages => &[Role, Title, Months, LowerBy, Id],
            Self::Levels | Self::Weights => &[Competence, Id],
            Self::Areas => &[Title, Summary, Kind, Route, Unit, Groups, AfterMonths, Need, NeedBy, NeedOn, Basis, Id],
            Self::Practice => &[Area, Competence, Entry, Practice],
            Self::Sources => &[Id, Title, Publisher, Url],
            Self::Renamed => &[From, To],
        }
    }

    /// Whether a column of it holds a text in each language; some that do on other sheets name a part here, and a source's
    /// title is in the source's own language.
    pub fn is_text(self, column: Column) -> bool {
        column.is_text()
            && !matches!((self, column), (Self::Behaviours, Column::Dimension) | (Self::Sources, Column::Title))
    }

    /// The columns that a row says nothing without.
    pub fn needed(self) -> &'static [Column] {
        use Column::*;
        match self {
            Self::ReadMe => &[],
            Self::Settings => &[Setting, Value],
            Self::Scales => &[Scale, Label],
            Self::Competences => &[Title, Statement],
            Self::Behaviours => &[Statement],
            Self::Roles | Self::Sources => &[Title],
            Self::Stages => &[Role, Title, Months, LowerBy],
            Self::Levels | Self::Weights => &[Competence],
            Self::Areas => &[Title, Kind, Route],
            Self::Practice => &[Area, Competence],
            Self::Renamed => &[From, To],
        }
    }

    /// Another name for a column of this sheet, where people call it by what the row is.
    pub fn also(self) -> &'static [(&'static str, Column)] {
        match self {
            Self::Competences => &[
                ("kompetence", Column::Title),
                ("competence", Column::Title),
                ("name", Column::Title),
                ("shortName", Column::Title),
                ("abbreviatedStatement", Column::Title),
                ("leder", Column::ManagerStatement),
                ("summary", Column::DimensionSummary),
                ("indrykning", Column::Indent),
                ("parentIdNumber", Column::Parent),
                ("isChildOf", Column::Parent),
                ("idNumber", Column::Id),
            ],
            Self::Behaviours => &[("adfærd", Column::Statement), ("behaviour", Column::Statement)],
            Self::Roles => &[("rolle", Column::Title), ("role", Column::Title), ("name", Column::Title)],
            Self::Areas => &[("område", Column::Title), ("area", Column::Title), ("name", Column::Title)],
            Self::Stages => &[("trin", Column::Title), ("stage", Column::Title), ("name", Column::Title)],
            _ => &[],
        }
    }
}

impl Named for Setting {
    fn names(self) -> Names {
        match self {
            Self::Format => ["Format", "Format", "format"],
            Self::Id => ["Id", "Id", "id"],
            Self::Version => ["Version", "Version", "version"],
            Self::Languages => ["Sprog", "Languages", "languages"],
            Self::Title => ["Titel", "Title", "title"],
            Self::Summary => ["Beskrivelse", "Summary", "summary"],
            Self::Owner => ["Ejer", "Owner", "owner"],
            Self::Licence => ["Licens", "Licence", "license"],
            Self::Basis => ["Hvem står bag", "Basis", "basis"],
            Self::Contact => ["Kontakt", "Contact", "contact"],
            Self::CompetenceScale => ["Skala for kompetencer", "Competence scale", "competenceScale"],
            Self::BehaviourScale => ["Skala for adfærd", "Behaviour scale", "behaviourScale"],
            Self::Stretch => ["Niveauer et område kan løfte", "Stretch", "stretch"],
            Self::EntryTolerance => ["Startkrav der må mangle", "Entry tolerance", "entryTolerance"],
            Self::PortfolioSize => ["Områder i et forslag", "Portfolio size", "portfolioSize"],
            Self::RotationsAtMost => ["Heraf højst rokeringer", "Rotations at most", "rotationsAtMost"],
            Self::HintsOff => ["Råd der er slået fra", "Hints off", "hintsOff"],
            Self::Extensions => ["Udvidelser", "Extensions", "extensions"],
            Self::Schema => ["Skema", "Schema", "$schema"],
        }
    }
}

impl Setting {
    /// Whether it is a text in each language.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Title | Self::Summary)
    }

    /// The key of the framework's format that it sets.
    pub fn key(self) -> &'static str {
        match self {
            Self::Licence => "licence",
            own => own.names()[2],
        }
    }
}

/// A word to choose from: its word in the format, and what it is called in Danish and in English.
pub type Choice = [&'static str; 3];

pub const BASES: &[Choice] = &[["example", "Eksempel", "Example"], ["owner", "Ejer", "Owner"]];
pub const KINDS: &[Choice] = &[["taskChange", "Opgaveskift", "Task change"], ["rotation", "Rokering", "Rotation"]];
pub const ROUTES: &[Choice] = &[
    ["managerAllocation", "Lederen fordeler", "Manager's allocation"],
    ["mobilityScheme", "Mobilitetsordning", "Mobility scheme"],
    ["internalPosting", "Internt opslag", "Internal posting"],
    ["developmentPlan", "Udviklingsplan", "Development plan"],
];

/// What a choice is called in this language.
pub fn called(choices: &[Choice], word: &str, language: Language) -> &'static str {
    let choice = choices.iter().find(|choice| choice[0] == word);
    choice.map_or("", |choice| choice[1 + language as usize])
}

/// Languages by their tag, with what they call themselves first and what Danes and the English call them.
pub const LANGUAGES: &[(&str, &[&str])] = &[
    ("da", &["Dansk", "Danish"]),
    ("en", &["English", "Engelsk"]),
    ("de", &["Deutsch", "Tysk", "German"]),
    ("sv", &["Svenska", "Svensk", "Swedish"]),
    ("nb", &["Norsk bokmål", "Norsk", "Norwegian", "Bokmål"]),
    ("nn", &["Norsk nynorsk", "Nynorsk"]),
    ("fo", &["Føroyskt", "Færøsk", "Faroese"]),
    ("kl", &["Kalaallisut", "Grønlandsk", "Greenlandic"]),
    ("is", &["Íslenska", "Islandsk", "Icelandic"]),
    ("fi", &["Suomi", "Finsk", "Finnish"]),
    ("fr", &["Français", "Fransk", "French"]),
    ("es", &["Español", "Spansk", "Spanish"]),
    ("it", &["Italiano", "Italiensk", "Italian"]),
    ("nl", &["Nederlands", "Nederlandsk", "Dutch"]),
    ("pt", &["Português", "Portugisisk", "Portuguese"]),
    ("pl", &["Polski", "Polsk", "Polish"]),
    ("uk", &["Українська", "Ukrainsk", "Ukrainian"]),
    ("tr", &["Türkçe", "Tyrkisk", "Turkish"]),
    ("ar", &["العربية", "Arabisk", "Arabic"]),
    ("en-GB", &["British English"]),
    ("en-US", &["American English"]),
];

/// A name without case, spaces and signs, as names are compared.
pub fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// How near a name is to one that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match<T> {
    Same(T),
    /// At most two letters apart, and no other is as near.
    Misspelt(T),
}

/// The one of these that a name means.
pub fn meant<T: Copy + PartialEq>(name: &str, known: impl IntoIterator<Item = (String, T)>) -> Option<Match<T>> {
    let name = plain(name);
    if name.is_empty() || name.len() > 200 {
        return None;
    }
    let letters = name.chars().count();
    // In a short word two letters are most of it.
    let most = if letters < 4 {
        0
    } else if letters < 7 {
        1
    } else {
        2
    };
    let mut best: Option<(usize, T)> = None;
    let mut is_shared = false;
    for (own, thing) in known {
        let own = plain(&own);
        if own == name {
            return Some(Match::Same(thing));
        }
        if own.len().abs_diff(name.len()) > 4 {
            continue;
        }
        let distance = strsim::osa_distance(&own, &name);
        match best {
            _ if distance > most => {}
            Some((least, other)) if distance == least => is_shared |= other != thing,
            Some((least, _)) if distance > least => {}
            _ => (best, is_shared) = (Some((distance, thing)), false),
        }
    }
    best.filter(|_| !is_shared).map(|(_, thing)| Match::Misspelt(thing))
}

/// Everything of this kind by all its names.
pub fn all_names<T: Named>() -> impl Iterator<Item = (String, T)> {
    T::VARIANTS.iter().flat_map(|thing| thing.names().map(|name| (name.to_owned(), *thing)))
}

/// A text column's name in a language, such as `Titel::Dansk (da)`.
pub fn in_language(name: &str, tag: &str) -> String {
    match LANGUAGES.iter().find(|(own, _)| *own == tag) {
        Some((_, names)) => format!("{name}::{} ({tag})", names[0]),
        // Among the names of other languages the tag says which is meant.
        None if LANGUAGES.iter().any(|(_, names)| names.iter().any(|name| plain(name) == plain(tag))) => {
            format!("{name}::{tag} ({tag})")
        }
        None => format!("{name}::{tag}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_whatever_its_case_and_guessed_two_letters_away() {
        let sheet = |name| meant(name, all_names::<SheetKind>());
        assert_eq!(sheet("KOMPETENCER "), Some(Match::Same(SheetKind::Competences)));
        assert_eq!(sheet("Komptencer"), Some(Match::Misspelt(SheetKind::Competences)));
        assert_eq!(sheet("hvad-områder øver"), Some(Match::Same(SheetKind::Practice)));
        assert_eq!(sheet("Rollen"), Some(Match::Misspelt(SheetKind::Roles)));
        assert_eq!(sheet("Ark1"), None);
        assert_eq!(sheet("ro"), None);
    }

    #[test]
    fn the_names_of_a_sheets_columns_are_told_apart() {
        for sheet in SheetKind::VARIANTS {
            let mut names: Vec<(String, Column)> = Vec::new();
            let own = sheet.columns().iter().flat_map(|column| column.names().map(|name| (plain(name), *column)));
            let also = sheet.also().iter().map(|(name, column)| (plain(name), *column));
            for (name, column) in own.chain(also) {
                let other = names.iter().find(|(own, other)| *own == name && *other != column);
                assert_eq!(other, None, "{sheet:?}: {name} is {column:?} too");
                names.push((name, column));
            }
        }
    }
}
