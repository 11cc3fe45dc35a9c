//! What is said of files, in English.

use super::shown::{LONGEST_NAME, encoding, in_one_line, listed, name, place_of, place_of_conflict};
use crate::assessment::migration::Conflict;
use crate::json::{JsonType, SyntaxErrorKind, Token};
use crate::problem::{Expected, IdKind, Many, ProblemKind, kebab};
use crate::profile::{Ignored, IgnoredReason};

pub fn sentence(kind: &ProblemKind) -> String {
    use ProblemKind::*;
    match kind {
        Syntax(kind) => syntax(*kind),
        WrongType { expected, found } => format!("found {} where {} belongs", json_type(*found), belongs(*expected)),
        NotWhole { found } => format!("found {} where a whole number belongs", in_one_line(found, LONGEST_NAME)),
        MissingKey { key } => format!("the key `{key}` is missing"),
        UnknownKey { key, meant } => {
            let key = name(key);
            let ask = did_you_mean(meant.as_deref(), "; own keys belong under `extensions`");
            format!("the key {key} is not part of the format{ask}")
        }
        RepeatedKey { key } => {
            format!("the key {} stands here a second time; each key may stand once", name(key))
        }
        OtherFormat { found, expected } => format!("the format is {}, and `{expected}` is read here", name(found)),
        NewerFormat { found, expected } => {
            let found = name(found);
            format!("the format {found} is newer than this version of Rokade, which reads `{expected}`")
        }
        BadId { found } => {
            let id = kebab(found);
            let such_as = name(if (1..=64).contains(&id.len()) { &id } else { "give-feedback" });
            format!(
                "{} is not an id: ids are lower-case letters a to z, digits and single hyphens between them, at most \
                 64 characters, such as {such_as}",
                name(found)
            )
        }
        BadLanguage { found } => format!("{} is not a language tag, such as `da` or `en-GB`", name(found)),
        BadDate { found } => {
            format!("{} is not a date; write it as year-month-day, such as `2026-02-01`", name(found))
        }
        EmptyText => "the text is empty".to_owned(),
        BadContact { found } => format!(
            "{} is not an address that readers can turn to; write `mailto:` with an address and no `?`, or `https:`",
            name(found)
        ),
        TextTooLong { characters, most } => format!("the text has {characters} characters; at most {most} are read"),
        OutOfRange { found, least, most } => {
            format!("{} is outside {least} to {most}", in_one_line(found, LONGEST_NAME))
        }
        WrongCount { found, least, most: usize::MAX } => {
            format!("found {}; at least {least} belongs here", count(*found, "entry", "entries"))
        }
        WrongCount { found, least, most } => {
            format!("found {}; {least} to {most} belong here", count(*found, "entry", "entries"))
        }
        UnknownChoice { found, choices, meant } => {
            let choices = listed(choices, 0, "or", more);
            format!("{} is not one of {choices}{}", name(found), did_you_mean(meant.as_deref(), ""))
        }
        MissingLanguage { languages, others } => {
            let languages = listed(languages, *others, "and", more);
            format!("the text is missing in {languages}, which `languages` declares")
        }
        UndeclaredLanguage { language, meant } => {
            let ask = did_you_mean(meant.as_deref(), "; declare it there or leave it out here");
            format!("{} is not among the framework's `languages`{ask}", name(language))
        }
        OneTextForSeveralLanguages { languages } => {
            let languages = listed(languages, 0, "and", more);
            format!("found one text where one for each of {languages} belongs")
        }
        RepeatedId { thing: IdKind::Language, id } => format!("the language {} is declared twice", name(id)),
        RepeatedId { thing, id } => {
            format!("the {} id {} is used a second time; ids are unique", word(*thing), name(id))
        }
        UnknownId { thing: IdKind::Group, id, meant } => {
            format!("no role has the group {}{}", name(id), did_you_mean(meant.as_deref(), ""))
        }
        UnknownId { thing, id, meant } => {
            format!("there is no {} {}{}", word(*thing), name(id), did_you_mean(meant.as_deref(), ""))
        }
        TooMany { what, found, most } => {
            let what = match what {
                Many::Ids(thing) => format!("{}s", word(*thing)),
                Many::Renamed => "entries".to_owned(),
                Many::Agreements => "agreements".to_owned(),
            };
            format!("found {found} {what}; at most {most} are read")
        }
        RenamedTooFar { most } => format!(
            "from here on the entries of `renamed` lead to more than {most} ids in all; an entry counts each id that it \
             leads to in the end"
        ),
        LevelBeyondScale { level, highest, scale } => {
            format!("level {level} is not on the scale {}, whose levels are 0 to {highest}", name(scale))
        }
        LevelTexts { found, levels, scale } => {
            let (found, levels) = (count(*found, "level text", "level texts"), count(*levels, "level", "levels"));
            format!("found {found}; the scale {} has {levels}, and each needs its own", name(scale))
        }
        RouteOfOtherKind { route, kind, routes } => {
            let routes = listed(routes, 0, "and", more);
            format!("the route `{route}` doesn't lead to a `{kind}`; its routes are {routes}")
        }
        PractisedNowhere { competence } => {
            format!("no area lets one practise {}, so no suggestion can help with it", name(competence))
        }
        NoTargets { role } => {
            format!("the role {} has no targets, so it shows no gaps and no suggestions", name(role))
        }
        NeedWithoutStatement => "a need is shown with who stated it and when, and `needStated` is missing".to_owned(),
        NoManagerStatement { thing, id } => format!(
            "the {} {} has no `managerStatement` though others have; a manager would read the first person",
            word(*thing),
            name(id)
        ),
    }
}

fn syntax(kind: SyntaxErrorKind) -> String {
    match kind {
        SyntaxErrorKind::TooLarge => "the file is larger than 8 MiB (8388608 bytes), the most that is read".to_owned(),
        SyntaxErrorKind::Unexpected { found, expected } => {
            let expected = match expected {
                Token::Value => "a value",
                Token::Key => "a key in double quotes",
                Token::Colon => "`:`",
                Token::CommaOrListEnd => "`,` or `]`",
                Token::CommaOrObjectEnd => "`,` or `}`",
            };
            format!("found {} where {expected} belongs", name(found.encode_utf8(&mut [0; 4])))
        }
        SyntaxErrorKind::NotUtf8 { looks_like } => {
            let name = encoding(looks_like);
            format!("the file is not UTF-8 text from here on; it looks like {name}, so save it as UTF-8")
        }
        SyntaxErrorKind::TooDeep => "lists and objects stand more than 32 deep inside each other".to_owned(),
        SyntaxErrorKind::CutShort => "the file ends in the middle; it may have been cut short".to_owned(),
        SyntaxErrorKind::ControlCharacter => {
            "found a control character inside a text; a line break is written as `\\n`".to_owned()
        }
        SyntaxErrorKind::BadEscape => {
            "found a `\\` that JSON doesn't know; a backslash itself is written as `\\\\`".to_owned()
        }
        SyntaxErrorKind::HalfCharacter => "found a `\\u` escape that is half of a character".to_owned(),
        SyntaxErrorKind::BadNumber => "found a number that JSON doesn't know".to_owned(),
        SyntaxErrorKind::TextAfterEnd => "found more text after the end of the value".to_owned(),
    }
}

pub fn ignored(ignored: &Ignored) -> String {
    let Ignored { part, id, reason } = ignored;
    let reason = match reason {
        IgnoredReason::UnknownRole => "the framework has no such role".to_owned(),
        IgnoredReason::UnknownStage => "the role has no such stage".to_owned(),
        IgnoredReason::UnknownDimension => "the framework has no such dimension".to_owned(),
        IgnoredReason::UnknownCompetence => "the framework has no such competence".to_owned(),
        IgnoredReason::UnknownBehaviour => "the framework has no such behaviour".to_owned(),
        IgnoredReason::UnknownArea => "the framework has no such area".to_owned(),
        IgnoredReason::RoleWithoutFocus => "the role has no focus to agree on".to_owned(),
        IgnoredReason::BeyondScale { level, highest } => {
            format!("its level is {level}, and its scale goes from 0 to {highest}")
        }
        IgnoredReason::WishOutOfRange { wish, lowest, highest } => {
            format!("its wish is {wish}, and a wish goes from {lowest} to {highest}")
        }
    };
    format!("{} in {} does not count: {reason}", name(id), place_of(*part, "of"))
}

pub fn conflict(conflict: &Conflict) -> String {
    let Conflict { part, from, to } = conflict;
    let (to, from) = (name(to), listed(from, 0, "and", more));
    format!("{to} in {} is left empty: {from} became it and differ", place_of_conflict(*part))
}

pub fn more(number: usize) -> String {
    format!("{number} more")
}

/// A number with the right form of its noun.
pub fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Asks whether another name was meant, or else says this.
fn did_you_mean(meant: Option<&str>, otherwise: &str) -> String {
    match meant {
        Some(meant) => format!(", did you mean {}?", name(meant)),
        None => otherwise.to_owned(),
    }
}

fn json_type(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Null => "null",
        JsonType::Bool => "true or false",
        JsonType::Number => "a number",
        JsonType::Text => "a text",
        JsonType::List => "a list",
        JsonType::Object => "an object",
    }
}

fn belongs(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text",
        Expected::TextOrTexts => "a text, or an object with a text for each language,",
        Expected::WholeNumber => "a whole number",
        Expected::TrueOrFalse => "true or false",
        Expected::List => "a list",
        Expected::Object => "an object",
    }
}

/// *Source*, *stage*.
pub fn word(thing: IdKind) -> &'static str {
    match thing {
        IdKind::Source => "source",
        IdKind::Scale => "scale",
        IdKind::Dimension => "dimension",
        IdKind::Competence => "competence",
        IdKind::Behaviour => "behaviour",
        IdKind::Role => "role",
        IdKind::Stage => "stage",
        IdKind::Area => "area",
        IdKind::Group => "group",
        IdKind::Language => "language",
    }
}
