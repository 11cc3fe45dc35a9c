//! What is said of files, in Danish.

use super::shown::{LONGEST_NAME, encoding, in_one_line, listed, name, place_of, place_of_conflict};
use crate::assessment::migration::Conflict;
use crate::json::{JsonType, SyntaxErrorKind, Token};
use crate::problem::{Expected, IdKind, Many, ProblemKind, kebab};
use crate::profile::{Ignored, IgnoredReason};

pub fn sentence(kind: &ProblemKind) -> String {
    use ProblemKind::*;
    match kind {
        Syntax(kind) => syntax(*kind),
        WrongType { expected, found } => {
            format!("her står {}, hvor der skal stå {}", json_type(*found), belongs(*expected))
        }
        NotWhole { found } => format!("her står {}, hvor der skal stå et heltal", in_one_line(found, LONGEST_NAME)),
        MissingKey { key } => format!("nøglen `{key}` mangler"),
        UnknownKey { key, meant } => {
            let key = name(key);
            let ask = did_you_mean(meant.as_deref(), "; egne nøgler hører til under `extensions`");
            format!("nøglen {key} er ikke en del af formatet{ask}")
        }
        RepeatedKey { key } => {
            format!("nøglen {} står her for anden gang; hver nøgle må kun stå én gang", name(key))
        }
        OtherFormat { found, expected } => format!("formatet er {}, og her læses `{expected}`", name(found)),
        NewerFormat { found, expected } => {
            let found = name(found);
            format!("formatet {found} er nyere end denne udgave af Rokade, som læser `{expected}`")
        }
        BadId { found } => {
            let id = kebab(found);
            let such_as = name(if (1..=64).contains(&id.len()) { &id } else { "giv-feedback" });
            format!(
                "{} er ikke et id: et id består af små bogstaver fra a til z, tal og enkelte bindestreger imellem, højst \
                 64 tegn, for eksempel {such_as}",
                name(found)
            )
        }
        BadLanguage { found } => format!("{} er ikke en sprogkode som `da` eller `en-GB`", name(found)),
        BadDate { found } => {
            format!("{} er ikke en dato; skriv den som år-måned-dag, for eksempel `2026-02-01`", name(found))
        }
        EmptyText => "teksten er tom".to_owned(),
        BadContact { found } => format!(
            "{} er ikke en adresse, man kan henvende sig til; skriv `mailto:` med en adresse og uden `?`, eller `https:`",
            name(found)
        ),
        TextTooLong { characters, most } => format!("teksten er på {characters} tegn; der læses højst {most}"),
        OutOfRange { found, least, most } => {
            format!("{} ligger uden for {least} til {most}", in_one_line(found, LONGEST_NAME))
        }
        WrongCount { found, least, most: usize::MAX } => {
            format!("her er {}; der skal være mindst {least}", count(*found, "element", "elementer"))
        }
        WrongCount { found, least, most } => {
            format!("her er {}; der skal være {least} til {most}", count(*found, "element", "elementer"))
        }
        UnknownChoice { found, choices, meant } => {
            let choices = listed(choices, 0, "og", more);
            format!("{} er ikke en af mulighederne {choices}{}", name(found), did_you_mean(meant.as_deref(), ""))
        }
        MissingLanguage { languages, others } => {
            format!("teksten mangler på {}, som står i `languages`", listed(languages, *others, "og", more))
        }
        UndeclaredLanguage { language, meant } => {
            let ask = did_you_mean(meant.as_deref(), "; skriv det dér, eller udelad det her");
            format!("{} er ikke blandt sprogene i `languages`{ask}", name(language))
        }
        OneTextForSeveralLanguages { languages } => {
            let languages = listed(languages, 0, "og", more);
            format!("her står kun én tekst, og der skal være en på hvert af sprogene {languages}")
        }
        RepeatedId { thing: IdKind::Language, id } => format!("sproget {} er nævnt to gange", name(id)),
        RepeatedId { thing, id } => {
            format!("{}-id'et {} bruges for anden gang; hvert id må kun bruges én gang", word(*thing), name(id))
        }
        UnknownId { thing: IdKind::Group, id, meant } => {
            format!("ingen rolle har gruppen {}{}", name(id), did_you_mean(meant.as_deref(), ""))
        }
        UnknownId { thing, id, meant } => {
            format!("der findes {} {}{}", none(*thing), name(id), did_you_mean(meant.as_deref(), ""))
        }
        TooMany { what, found, most } => {
            let what = match what {
                Many::Ids(thing) => several(*thing),
                Many::Renamed => "omdøbninger",
                Many::Agreements => "aftaler",
            };
            format!("her er {found} {what}; der læses højst {most}")
        }
        RenamedTooFar { most } => format!(
            "herfra og frem fører omdøbningerne i `renamed` til mere end {most} id'er i alt; en omdøbning tæller hvert id, \
             den ender med at føre til"
        ),
        LevelBeyondScale { level, highest, scale } => {
            format!("niveau {level} findes ikke på skalaen {}, som går fra 0 til {highest}", name(scale))
        }
        LevelTexts { found, levels, scale } => {
            let found = count(*found, "niveautekst", "niveautekster");
            let levels = count(*levels, "niveau", "niveauer");
            format!("her er {found}; skalaen {} har {levels}, og hvert niveau skal have sin", name(scale))
        }
        RouteOfOtherKind { route, kind, routes } => {
            let routes = listed(routes, 0, "og", more);
            format!("vejen `{route}` fører ikke til `{kind}`; vejene dertil er {routes}")
        }
        PractisedNowhere { competence } => {
            format!("intet område giver mulighed for at øve {}, så ingen forslag kan hjælpe med det", name(competence))
        }
        NoTargets { role } => {
            format!("rollen {} har ingen niveauer, så den viser hverken forskelle eller forslag", name(role))
        }
        NeedWithoutStatement => {
            "et behov vises sammen med, hvem der har meldt det og hvornår, og `needStated` mangler".to_owned()
        }
        NoManagerStatement { thing, id } => format!(
            "{} {} har intet `managerStatement`, selv om andre har; en leder ville læse teksten i første person",
            the(*thing),
            name(id)
        ),
    }
}

fn syntax(kind: SyntaxErrorKind) -> String {
    match kind {
        SyntaxErrorKind::TooLarge => {
            "filen er større end 8 MiB (8388608 byte), og så store filer læses ikke".to_owned()
        }
        SyntaxErrorKind::Unexpected { found, expected } => {
            let expected = match expected {
                Token::Value => "en værdi",
                Token::Key => "en nøgle i anførselstegn",
                Token::Colon => "`:`",
                Token::CommaOrListEnd => "`,` eller `]`",
                Token::CommaOrObjectEnd => "`,` eller `}`",
            };
            format!("her står {}, hvor der skal stå {expected}", name(found.encode_utf8(&mut [0; 4])))
        }
        SyntaxErrorKind::NotUtf8 { looks_like } => {
            let name = encoding(looks_like);
            format!("herfra er filen ikke UTF-8-tekst; den ligner {name}, så gem den som UTF-8")
        }
        SyntaxErrorKind::TooDeep => "lister og objekter står mere end 32 niveauer inde i hinanden".to_owned(),
        SyntaxErrorKind::CutShort => "filen slutter midt i det hele; måske mangler der noget af den".to_owned(),
        SyntaxErrorKind::ControlCharacter => {
            "her er et kontroltegn inde i en tekst; et linjeskift skrives som `\\n`".to_owned()
        }
        SyntaxErrorKind::BadEscape => {
            "her er en `\\`, som JSON ikke kender; en omvendt skråstreg skrives som `\\\\`".to_owned()
        }
        SyntaxErrorKind::HalfCharacter => "her er en `\\u`-kode, som kun er et halvt tegn".to_owned(),
        SyntaxErrorKind::BadNumber => "her er et tal, som JSON ikke kender".to_owned(),
        SyntaxErrorKind::TextAfterEnd => "her er mere tekst, efter at værdien er slut".to_owned(),
    }
}

pub fn ignored(ignored: &Ignored) -> String {
    let Ignored { part, id, reason } = ignored;
    let reason = match reason {
        IgnoredReason::UnknownRole => "kompetencegrundlaget har ingen sådan rolle".to_owned(),
        IgnoredReason::UnknownStage => "rollen har intet sådant trin".to_owned(),
        IgnoredReason::UnknownDimension => "kompetencegrundlaget har ingen sådan del".to_owned(),
        IgnoredReason::UnknownCompetence => "kompetencegrundlaget har ingen sådan kompetence".to_owned(),
        IgnoredReason::UnknownBehaviour => "kompetencegrundlaget har ingen sådan adfærd".to_owned(),
        IgnoredReason::UnknownArea => "kompetencegrundlaget har intet sådant område".to_owned(),
        IgnoredReason::RoleWithoutFocus => "rollen har ingen indsatsområder at aftale".to_owned(),
        IgnoredReason::BeyondScale { level, highest } => {
            format!("niveauet er {level}, og skalaen går fra 0 til {highest}")
        }
        IgnoredReason::WishOutOfRange { wish, lowest, highest } => {
            format!("ønsket er {wish}, og et ønske går fra {lowest} til {highest}")
        }
    };
    format!("{} i {} tæller ikke med: {reason}", name(id), place_of(*part, "i"))
}

pub fn conflict(conflict: &Conflict) -> String {
    let Conflict { part, from, to } = conflict;
    let (to, from) = (name(to), listed(from, 0, "og", more));
    format!("{to} i {} er tom: {from} blev til den og er ikke ens", place_of_conflict(*part))
}

pub fn more(number: usize) -> String {
    format!("{number} til")
}

/// A number with the right form of its noun.
fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Asks whether another name was meant, or else says this.
fn did_you_mean(meant: Option<&str>, otherwise: &str) -> String {
    match meant {
        Some(meant) => format!(", mente du {}?", name(meant)),
        None => otherwise.to_owned(),
    }
}

fn json_type(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Null => "null",
        JsonType::Bool => "true eller false",
        JsonType::Number => "et tal",
        JsonType::Text => "en tekst",
        JsonType::List => "en liste",
        JsonType::Object => "et objekt",
    }
}

fn belongs(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "en tekst",
        Expected::TextOrTexts => "en tekst eller et objekt med en tekst på hvert sprog",
        Expected::WholeNumber => "et heltal",
        Expected::TrueOrFalse => "true eller false",
        Expected::List => "en liste",
        Expected::Object => "et objekt",
    }
}

/// The noun before a hyphen.
fn word(thing: IdKind) -> &'static str {
    match thing {
        IdKind::Source => "kilde",
        IdKind::Scale => "skala",
        IdKind::Dimension => "del",
        IdKind::Competence => "kompetence",
        IdKind::Behaviour => "adfærds",
        IdKind::Role => "rolle",
        IdKind::Stage => "trin",
        IdKind::Area => "område",
        IdKind::Group => "gruppe",
        IdKind::Language => "sprog",
    }
}

/// *Ingen kilde*, *intet trin*.
pub fn none(thing: IdKind) -> &'static str {
    match thing {
        IdKind::Source => "ingen kilde",
        IdKind::Scale => "ingen skala",
        IdKind::Dimension => "ingen del",
        IdKind::Competence => "ingen kompetence",
        IdKind::Behaviour => "ingen adfærd",
        IdKind::Role => "ingen rolle",
        IdKind::Stage => "intet trin",
        IdKind::Area => "intet område",
        IdKind::Group => "ingen gruppe",
        IdKind::Language => "intet sprog",
    }
}

/// *Kilden*, *trinnet*.
pub fn the(thing: IdKind) -> &'static str {
    match thing {
        IdKind::Source => "kilden",
        IdKind::Scale => "skalaen",
        IdKind::Dimension => "delen",
        IdKind::Competence => "kompetencen",
        IdKind::Behaviour => "adfærden",
        IdKind::Role => "rollen",
        IdKind::Stage => "trinnet",
        IdKind::Area => "området",
        IdKind::Group => "gruppen",
        IdKind::Language => "sproget",
    }
}

/// *Kilder*, *trin*.
pub fn several(thing: IdKind) -> &'static str {
    match thing {
        IdKind::Source => "kilder",
        IdKind::Scale => "skalaer",
        IdKind::Dimension => "dele",
        IdKind::Competence => "kompetencer",
        IdKind::Behaviour => "adfærdsudsagn",
        IdKind::Role => "roller",
        IdKind::Stage => "trin",
        IdKind::Area => "områder",
        IdKind::Group => "grupper",
        IdKind::Language => "sprog",
    }
}
