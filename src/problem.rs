//! What is wrong in a file: where, what was found, and what would be right. Every sentence stands in one `Display`.
//!
//! Problems are for the people who write files (a framework's owner, a page's author), in English like the formats
//! themselves. Knows what can be wrong, never how it is found.

use crate::json::{Json, Lines, SyntaxError, SyntaxErrorKind};
use std::fmt::{self, Display, Formatter};
use std::rc::Rc;

/// Something wrong at one place of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub severity: Severity,
    /// Where it is, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1, in characters.
    pub column: usize,
    pub kind: ProblemKind,
}

/// Whether a file can be used in spite of the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The file can't be used.
    Error,
    /// The file can be used, but its owner would want to know.
    Warning,
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Self { severity, pointer, line, column, kind } = self;
        let severity = match severity {
            Severity::Error => "",
            Severity::Warning => "warning: ",
        };
        let pointer = if pointer.is_empty() { "/" } else { pointer };
        write!(f, "{line}:{column}: {pointer}: {severity}{kind}")
    }
}

/// A problem by its byte offset, before its line, column and pointer are worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub at: u32,
    pub kind: ProblemKind,
}

/// The problems in the order of the file, with their places in its text and in the value read from it.
pub fn placed(mut found: Vec<Found>, text: &str, json: &Json) -> Vec<Problem> {
    found.sort_by_key(|found| found.at);
    let mut lines = Lines::of(text);
    let placed = found.into_iter().map(|Found { at, kind }| {
        let (line, column) = lines.at(at);
        let severity = if kind.is_warning() { Severity::Warning } else { Severity::Error };
        Problem { severity, pointer: json.pointer_to(at), line, column, kind }
    });
    placed.collect()
}

impl Problem {
    /// Why these bytes are not JSON.
    pub fn of_syntax(error: SyntaxError, bytes: &[u8]) -> Self {
        let readable = &bytes[..(error.at as usize).min(bytes.len())];
        let (line, column) = Lines::of(&String::from_utf8_lossy(readable)).at(error.at);
        let kind = ProblemKind::Syntax(error.kind);
        Self { severity: Severity::Error, pointer: error.pointer, line, column, kind }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    Syntax(SyntaxErrorKind),
    WrongType {
        expected: &'static str,
        found: &'static str,
    },
    NotWhole {
        found: Rc<str>,
    },
    MissingKey {
        key: &'static str,
    },
    UnknownKey {
        key: Rc<str>,
        meant: Option<&'static str>,
    },
    RepeatedKey {
        key: Rc<str>,
    },
    OtherFormat {
        found: Rc<str>,
        expected: &'static str,
    },
    NewerFormat {
        found: Rc<str>,
        expected: &'static str,
    },
    BadId {
        found: Rc<str>,
    },
    BadLanguage {
        found: Rc<str>,
    },
    BadDate {
        found: Rc<str>,
    },
    EmptyText,
    TextTooLong {
        characters: usize,
    },
    OutOfRange {
        found: i64,
        least: i64,
        most: i64,
    },
    WrongCount {
        found: usize,
        least: usize,
        most: usize,
    },
    UnknownChoice {
        found: Rc<str>,
        choices: Vec<&'static str>,
        meant: Option<&'static str>,
    },
    MissingLanguage {
        language: Rc<str>,
    },
    UndeclaredLanguage {
        language: Rc<str>,
    },
    OneTextForSeveralLanguages {
        languages: Vec<Rc<str>>,
    },
    RepeatedId {
        thing: Thing,
        id: Rc<str>,
    },
    UnknownId {
        thing: Thing,
        id: Rc<str>,
        meant: Option<Rc<str>>,
    },
    TooMany {
        thing: Thing,
        found: usize,
        most: usize,
    },
    LevelBeyondScale {
        level: i64,
        highest: u8,
        scale: Rc<str>,
    },
    LevelTexts {
        found: usize,
        levels: usize,
        scale: Rc<str>,
    },
    RouteOfOtherKind {
        route: &'static str,
        kind: &'static str,
        routes: &'static [&'static str],
    },
    /// Warnings.
    PractisedNowhere {
        competence: Rc<str>,
    },
    NoTargets {
        role: Rc<str>,
    },
    NeedWithoutStatement,
    NoManagerStatement {
        competence: Rc<str>,
    },
}

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Source,
    Scale,
    Dimension,
    Competence,
    Behaviour,
    Role,
    Stage,
    Area,
    Group,
    Language,
}

impl ProblemKind {
    fn is_warning(&self) -> bool {
        use ProblemKind::*;
        matches!(self, PractisedNowhere { .. } | NoTargets { .. } | NeedWithoutStatement | NoManagerStatement { .. })
    }
}

impl Display for ProblemKind {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        use ProblemKind::*;
        match self {
            Syntax(kind) => write!(f, "{kind}"),
            WrongType { expected, found } => write!(f, "found {found} where {expected} belongs"),
            NotWhole { found } => write!(f, "found {found} where a whole number belongs"),
            MissingKey { key } => write!(f, "the key `{key}` is missing"),
            UnknownKey { key, meant } => {
                write!(f, "the key `{key}` is not part of the format{}", did_you_mean(*meant))?;
                if meant.is_none() { f.write_str("; own keys belong under `extensions`") } else { Ok(()) }
            }
            RepeatedKey { key } => write!(f, "the key `{key}` stands here a second time; each key may stand once"),
            OtherFormat { found, expected } => write!(f, "the format is `{found}`, and `{expected}` is read here"),
            NewerFormat { found, expected } => {
                write!(f, "the format `{found}` is newer than this version of Rokade, which reads `{expected}`")
            }
            BadId { found } => write!(
                f,
                "`{found}` is not an id: ids are lower-case letters a to z, digits and single hyphens between them, \
                 at most 64 characters, such as `give-feedback`"
            ),
            BadLanguage { found } => write!(f, "`{found}` is not a language tag, such as `da` or `en-GB`"),
            BadDate { found } => write!(f, "`{found}` is not a date; write it as year-month-day, such as `2026-02-01`"),
            EmptyText => f.write_str("the text is empty"),
            TextTooLong { characters } => write!(f, "the text has {characters} characters; at most 4000 are read"),
            OutOfRange { found, least, most } => write!(f, "{found} is outside {least} to {most}"),
            WrongCount { found, least, most } if *most == usize::MAX => {
                write!(f, "found {}; at least {least} belongs here", count(*found, "entry", "entries"))
            }
            WrongCount { found, least, most } => {
                write!(f, "found {}; {least} to {most} belong here", count(*found, "entry", "entries"))
            }
            UnknownChoice { found, choices, meant } => {
                write!(f, "`{found}` is not one of {}{}", listed(choices, "or"), did_you_mean(*meant))
            }
            MissingLanguage { language } => {
                write!(f, "the text is missing in `{language}`, which `languages` declares")
            }
            UndeclaredLanguage { language } => {
                write!(
                    f,
                    "`{language}` is not among the framework's `languages`; declare it there or leave it out here"
                )
            }
            OneTextForSeveralLanguages { languages } => {
                write!(f, "found one text where one for each of {} belongs", listed(languages, "and"))
            }
            RepeatedId { thing, id } => write!(f, "the {thing} id `{id}` is used a second time; ids are unique"),
            UnknownId { thing, id, meant } => {
                write!(f, "there is no {thing} `{id}`{}", did_you_mean(meant.as_deref()))
            }
            TooMany { thing, found, most } => write!(f, "found {found} {thing}s; at most {most} are read"),
            LevelBeyondScale { level, highest, scale } => {
                write!(f, "level {level} is beyond the scale `{scale}`, whose levels are 0 to {highest}")
            }
            LevelTexts { found, levels, scale } => write!(
                f,
                "found {}; the scale `{scale}` has {}, and each needs its own",
                count(*found, "level text", "level texts"),
                count(*levels, "level", "levels")
            ),
            RouteOfOtherKind { route, kind, routes } => {
                write!(f, "the route `{route}` doesn't lead to a `{kind}`; its routes are {}", listed(routes, "and"))
            }
            PractisedNowhere { competence } => {
                write!(f, "no area lets one practise `{competence}`, so no suggestion can help with it")
            }
            NoTargets { role } => write!(f, "the role `{role}` has no targets, so it shows no gaps and no suggestions"),
            NeedWithoutStatement => {
                f.write_str("a need is shown with who stated it and when, and `needStated` is missing")
            }
            NoManagerStatement { competence } => write!(
                f,
                "`{competence}` has no `managerStatement` though others have; a manager would read the first person"
            ),
        }
    }
}

impl Display for SyntaxErrorKind {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(f, "the file has {bytes} bytes; at most 8388608 (8 MiB) are read"),
            Self::NotUtf8 => f.write_str("the file is not UTF-8 text from here on"),
            Self::TooDeep => f.write_str("lists and objects stand more than 32 deep inside each other"),
            Self::CutShort => f.write_str("the file ends in the middle; it may have been cut short"),
            Self::Unexpected { found, expected } => {
                write!(f, "found `{}` where {expected} belongs", found.escape_debug())
            }
            Self::ControlCharacter => {
                f.write_str("found a control character inside a text; a line break is written as `\\n`")
            }
            Self::BadEscape => {
                f.write_str("found a `\\` that JSON doesn't know; a backslash itself is written as `\\\\`")
            }
            Self::HalfCharacter => f.write_str("found a `\\u` escape that is half of a character"),
            Self::BadNumber => f.write_str("found a number that JSON doesn't know"),
            Self::TextAfterEnd => f.write_str("found more text after the end of the value"),
        }
    }
}

impl Display for Thing {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Source => "source",
            Self::Scale => "scale",
            Self::Dimension => "dimension",
            Self::Competence => "competence",
            Self::Behaviour => "behaviour",
            Self::Role => "role",
            Self::Stage => "stage",
            Self::Area => "area",
            Self::Group => "group",
            Self::Language => "language",
        })
    }
}

/// A number with the right form of its noun.
fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Names in backticks, in a sentence.
fn listed<T: AsRef<str>>(names: &[T], last: &str) -> String {
    let mut text = String::new();
    for (place, name) in names.iter().enumerate() {
        text.push_str(match place {
            0 => "",
            _ if place + 1 == names.len() => " ",
            _ => ", ",
        });
        if place > 0 && place + 1 == names.len() {
            text.push_str(last);
            text.push(' ');
        }
        text.push('`');
        text.push_str(name.as_ref());
        text.push('`');
    }
    text
}

fn did_you_mean(meant: Option<&str>) -> String {
    meant.map(|meant| format!(", did you mean `{meant}`?")).unwrap_or_default()
}

/// The name among `names` that a misspelt one was probably meant to be: the nearest within a third of its letters.
pub fn nearest<'a, T: AsRef<str> + ?Sized + 'a>(
    misspelt: &str,
    names: impl IntoIterator<Item = &'a T>,
) -> Option<&'a T> {
    let most = (misspelt.chars().count() / 3).max(1);
    names
        .into_iter()
        .filter(|name| name.as_ref().len().abs_diff(misspelt.len()) <= most)
        .map(|name| (strsim::damerau_levenshtein(misspelt, name.as_ref()), name))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_is_known_again_and_a_strange_one_is_not() {
        let names = ["feedback-give", "feedback-seek", "presence"];
        let meant = |misspelt| nearest(misspelt, names.iter().copied());
        assert_eq!(meant("fedback-give"), Some("feedback-give"));
        assert_eq!(meant("presnece"), Some("presence"));
        assert_eq!(meant("elephant"), None);
        assert_eq!(meant(""), None);
    }

    #[test]
    fn names_stand_in_a_sentence() {
        assert_eq!(listed(&["a"], "or"), "`a`");
        assert_eq!(listed(&["a", "b"], "or"), "`a` or `b`");
        assert_eq!(listed(&["a", "b", "c"], "and"), "`a`, `b` and `c`");
    }
}
