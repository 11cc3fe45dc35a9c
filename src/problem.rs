//! What is wrong in a file: where, what was found, and what would be right. Every sentence stands in one `Display`.
//!
//! Problems are for the people who write files (a framework's owner, a page's author), in English like the formats
//! themselves. Knows what can be wrong, never how it is found.

use crate::json::{Json, Lines, SyntaxError, SyntaxErrorKind};
use crate::order::sorted;
use std::fmt::{self, Display, Formatter, Write};
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

/// All pointers together have about this many bytes at most; the problems after that point at the whole file. Reached
/// only by a file that was made for it: long keys around very many problems.
const MOST_POINTER_BYTES: usize = 64 * 1024 * 1024;
/// A longer pointer is cut where it is shown.
const LONGEST_POINTER: usize = 400;
/// A longer name is cut where it is shown.
const LONGEST_NAME: usize = 80;
/// More names than this are counted instead.
pub const MOST_NAMES: usize = 8;
/// For this many problems of a file the nearest name is looked for; a file with more has another trouble.
pub const MOST_MEANT: usize = 100;

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
        write!(f, "{line}:{column}: ")?;
        if !pointer.is_empty() {
            write!(f, "{}: ", OneLine { text: pointer, most: LONGEST_POINTER })?;
        }
        write!(f, "{severity}{kind}")
    }
}

/// A problem by its byte offset, before its line, column and pointer are worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub at: u32,
    pub kind: ProblemKind,
}

/// The problems in the order of the file, with their places in its text and in the value read from it.
pub fn placed(found: Vec<Found>, text: &str, json: &Json) -> Vec<Problem> {
    let found = sorted(found, |one, two| one.at.cmp(&two.at));
    let mut lines = Lines::of(text);
    let mut bytes = 0;
    let mut placed = Vec::new();
    for Found { at, kind } in found {
        let (line, column) = lines.at(at);
        let pointer = if bytes < MOST_POINTER_BYTES { json.pointer_to(at) } else { String::new() };
        bytes += pointer.len();
        placed.push(Problem { severity: kind.severity(), pointer, line, column, kind });
    }
    placed
}

impl Problem {
    /// Why these bytes are not JSON.
    pub fn of_syntax(error: SyntaxError, bytes: &[u8]) -> Self {
        let readable = &bytes[..(error.at as usize).min(bytes.len())];
        let (line, column) = Lines::of(std::str::from_utf8(readable).unwrap_or_default()).at(error.at);
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
        meant: Meant,
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
        /// The digits as written.
        found: Rc<str>,
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
        choices: &'static [&'static str],
        meant: Meant,
    },
    MissingLanguage {
        /// The first few of them.
        languages: Vec<Rc<str>>,
        /// How many more there are.
        others: usize,
    },
    UndeclaredLanguage {
        language: Rc<str>,
        meant: Meant,
    },
    OneTextForSeveralLanguages {
        languages: Rc<[Rc<str>]>,
    },
    RepeatedId {
        thing: Thing,
        id: Rc<str>,
    },
    UnknownId {
        thing: Thing,
        id: Rc<str>,
        meant: Meant,
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
        thing: Thing,
        id: Rc<str>,
    },
}

/// The name that was probably meant by a misspelt one, where one was found.
///
/// In the browser none is looked for: a misspelt name is told with its place there, and what was meant by `rokade check`.
/// That saves a kilobyte of what every reader loads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meant {
    #[cfg(not(target_arch = "wasm32"))]
    name: Option<Rc<str>>,
}

impl Meant {
    /// What `find` finds.
    pub fn found_by<'a>(find: impl FnOnce() -> Option<&'a str>) -> Self {
        #[cfg(target_arch = "wasm32")]
        let _ = find;
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            name: find().map(Rc::from),
        }
    }

    pub fn name(&self) -> Option<&str> {
        #[cfg(not(target_arch = "wasm32"))]
        return self.name.as_deref();
        #[cfg(target_arch = "wasm32")]
        None
    }

    /// Asks whether it was meant, or else says this.
    fn ask(&self, f: &mut Formatter, otherwise: &str) -> fmt::Result {
        match self.name() {
            Some(name) => write!(f, ", did you mean `{name}`?"),
            None => f.write_str(otherwise),
        }
    }
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

impl Thing {
    /// Every thing, in the order of their places.
    pub const ALL: [Thing; 10] = [
        Thing::Source,
        Thing::Scale,
        Thing::Dimension,
        Thing::Competence,
        Thing::Behaviour,
        Thing::Role,
        Thing::Stage,
        Thing::Area,
        Thing::Group,
        Thing::Language,
    ];
}

impl ProblemKind {
    /// Whether a file can be used in spite of it.
    pub fn severity(&self) -> Severity {
        use ProblemKind::*;
        match self {
            PractisedNowhere { .. } | NoTargets { .. } | NeedWithoutStatement | NoManagerStatement { .. } => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }
}

impl Display for ProblemKind {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        use ProblemKind::*;
        match self {
            Syntax(kind) => write!(f, "{kind}"),
            WrongType { expected, found } => write!(f, "found {found} where {expected} belongs"),
            NotWhole { found } => {
                write!(f, "found {} where a whole number belongs", OneLine { text: found, most: LONGEST_NAME })
            }
            MissingKey { key } => write!(f, "the key `{key}` is missing"),
            UnknownKey { key, meant } => {
                write!(f, "the key {} is not part of the format", Name(key))?;
                meant.ask(f, "; own keys belong under `extensions`")
            }
            RepeatedKey { key } => {
                write!(f, "the key {} stands here a second time; each key may stand once", Name(key))
            }
            OtherFormat { found, expected } => {
                write!(f, "the format is {}, and `{expected}` is read here", Name(found))
            }
            NewerFormat { found, expected } => {
                write!(f, "the format {} is newer than this version of Rokade, which reads `{expected}`", Name(found))
            }
            BadId { found } => write!(
                f,
                "{} is not an id: ids are lower-case letters a to z, digits and single hyphens between them, at most \
                 64 characters, such as `{}`",
                Name(found),
                Some(kebab(found)).filter(|id| (1..=64).contains(&id.len())).as_deref().unwrap_or("give-feedback")
            ),
            BadLanguage { found } => write!(f, "{} is not a language tag, such as `da` or `en-GB`", Name(found)),
            BadDate { found } => {
                write!(f, "{} is not a date; write it as year-month-day, such as `2026-02-01`", Name(found))
            }
            EmptyText => f.write_str("the text is empty"),
            TextTooLong { characters } => write!(f, "the text has {characters} characters; at most 4000 are read"),
            OutOfRange { found, least, most } => {
                write!(f, "{} is outside {least} to {most}", OneLine { text: found, most: LONGEST_NAME })
            }
            WrongCount { found, least, most } if *most == usize::MAX => {
                write!(f, "found {}; at least {least} belongs here", count(*found, "entry", "entries"))
            }
            WrongCount { found, least, most } => {
                write!(f, "found {}; {least} to {most} belong here", count(*found, "entry", "entries"))
            }
            UnknownChoice { found, choices, meant } => {
                write!(f, "{} is not one of {}", Name(found), listed(choices, 0, "or"))?;
                meant.ask(f, "")
            }
            MissingLanguage { languages, others } => {
                write!(f, "the text is missing in {}, which `languages` declares", listed(languages, *others, "and"))
            }
            UndeclaredLanguage { language, meant } => {
                write!(f, "{} is not among the framework's `languages`", Name(language))?;
                meant.ask(f, "; declare it there or leave it out here")
            }
            OneTextForSeveralLanguages { languages } => {
                write!(f, "found one text where one for each of {} belongs", listed(languages, 0, "and"))
            }
            RepeatedId { thing: Thing::Language, id } => write!(f, "the language {} is declared twice", Name(id)),
            RepeatedId { thing, id } => write!(f, "the {thing} id {} is used a second time; ids are unique", Name(id)),
            UnknownId { thing, id, meant } => {
                match thing {
                    Thing::Group => write!(f, "no role has the group {}", Name(id)),
                    _ => write!(f, "there is no {thing} {}", Name(id)),
                }?;
                meant.ask(f, "")
            }
            TooMany { thing, found, most } => write!(f, "found {found} {thing}s; at most {most} are read"),
            LevelBeyondScale { level, highest, scale } => {
                write!(f, "level {level} is not on the scale `{scale}`, whose levels are 0 to {highest}")
            }
            LevelTexts { found, levels, scale } => write!(
                f,
                "found {}; the scale `{scale}` has {}, and each needs its own",
                count(*found, "level text", "level texts"),
                count(*levels, "level", "levels")
            ),
            RouteOfOtherKind { route, kind, routes } => {
                write!(f, "the route `{route}` doesn't lead to a `{kind}`; its routes are {}", listed(routes, 0, "and"))
            }
            PractisedNowhere { competence } => {
                write!(f, "no area lets one practise `{competence}`, so no suggestion can help with it")
            }
            NoTargets { role } => write!(f, "the role `{role}` has no targets, so it shows no gaps and no suggestions"),
            NeedWithoutStatement => {
                f.write_str("a need is shown with who stated it and when, and `needStated` is missing")
            }
            NoManagerStatement { thing, id } => write!(
                f,
                "the {thing} `{id}` has no `managerStatement` though others have; a manager would read the first person"
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
                let mut buffer = [0; 4];
                write!(f, "found {} where {expected} belongs", Name(found.encode_utf8(&mut buffer)))
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

/// A name from the file in backticks.
struct Name<'a>(&'a str);

impl Display for Name<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "`{}`", OneLine { text: self.0, most: LONGEST_NAME })
    }
}

/// Text from a file that may be anything: cut after `most` characters, and what would break the line or command the
/// terminal written as JSON writes it.
struct OneLine<'a> {
    text: &'a str,
    most: usize,
}

impl Display for OneLine<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        for (place, character) in self.text.chars().enumerate() {
            match character {
                _ if place == self.most => return f.write_str("…"),
                '\n' => f.write_str("\\n")?,
                '\t' => f.write_str("\\t")?,
                '\r' => f.write_str("\\r")?,
                '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
                    write!(f, "\\u{:04x}", character as u32)?;
                }
                _ if character.is_control() => write!(f, "\\u{:04x}", character as u32)?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

/// The names that there are, for a message that found another.
pub fn listed_ids<'a>(ids: impl Iterator<Item = &'a Rc<str>>) -> String {
    let mut names = Vec::new();
    for id in ids {
        names.push(&**id);
    }
    listed(&names, 0, "and")
}

/// Names in backticks, in a sentence; very many are counted.
pub fn listed<T: AsRef<str>>(names: &[T], others: usize, last: &str) -> String {
    listed_by(names.len(), &|place| names[place].as_ref(), others, last)
}

fn listed_by<'a>(names: usize, name: &dyn Fn(usize) -> &'a str, others: usize, last: &str) -> String {
    let shown = names.min(MOST_NAMES);
    let more = others + names - shown;
    let parts = shown + usize::from(more > 0);
    let mut list = String::new();
    for place in 0..parts {
        let _ = match place {
            0 => Ok(()),
            _ if place == parts - 1 => write!(list, " {last} "),
            _ => list.write_str(", "),
        };
        let _ = if place < shown { write!(list, "{}", Name(name(place))) } else { write!(list, "{more} more") };
    }
    list
}

/// The name among `names` that a misspelt one was probably meant to be: the nearest within a third of its letters and
/// five at most, where capitals, other separators and Danish letters written out count as no difference.
pub fn nearest<'a>(misspelt: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(misspelt, &mut names.into_iter())
}

fn nearest_of<'a>(misspelt: &str, names: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    if misspelt.len() > LONGEST_MISSPELT {
        return None;
    }
    let misspelt = kebab(misspelt);
    let most = (misspelt.len() / 3).clamp(1, 5);
    let mut best = None;
    let mut least = most + 1;
    for name in names.filter(|name| name.len().abs_diff(misspelt.len()) <= most) {
        let distance = strsim::osa_distance(&misspelt, &kebab(name));
        if distance < least {
            (best, least) = (Some(name), distance);
        }
    }
    best
}

/// For a longer name no nearest one is looked for.
const LONGEST_MISSPELT: usize = 200;

/// The id that this text would make: lower case, Danish and German letters written out, single hyphens for the rest.
pub fn kebab(text: &str) -> String {
    let mut id = String::new();
    for character in text.chars().take(LONGEST_MISSPELT) {
        match character {
            'a'..='z' | '0'..='9' => id.push(character),
            'A'..='Z' => id.push(character.to_ascii_lowercase()),
            // Both cases by hand: the table of all letters' cases would cost kilobytes in the browser.
            'æ' | 'ä' | 'Æ' | 'Ä' => id.push_str("ae"),
            'ø' | 'ö' | 'Ø' | 'Ö' => id.push_str("oe"),
            'å' | 'Å' => id.push_str("aa"),
            'é' | 'è' | 'É' | 'È' => id.push('e'),
            'ü' | 'Ü' => id.push_str("ue"),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
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
        assert_eq!(meant("Feedback_give"), Some("feedback-give"));
        assert_eq!(nearest("nærvær", ["naervaer", "naevner"]), Some("naervaer"));
        assert_eq!(nearest("Levels", ["label", "levels"]), Some("levels"));
        assert_eq!(meant("elephant"), None);
        assert_eq!(nearest(&"feedback-give".repeat(100_000), names), None);
        assert_eq!(meant(""), None);
    }

    #[test]
    fn names_stand_in_a_sentence() {
        assert_eq!(listed(&["a"], 0, "or"), "`a`");
        assert_eq!(listed(&["a", "b"], 0, "or"), "`a` or `b`");
        assert_eq!(listed(&["a", "b", "c"], 0, "and"), "`a`, `b` and `c`");
        assert_eq!(listed(&["a"], 2, "and"), "`a` and 2 more");
        assert_eq!(listed(&["a"; 20], 0, "and"), format!("{} and 12 more", ["`a`"; 8].join(", ")));
    }

    #[test]
    fn a_name_is_shown_on_one_line_and_cut_when_it_is_long() {
        assert_eq!(Name("a\nb\u{1b}[31m\u{202e}æ").to_string(), "`a\\nb\\u001b[31m\\u202eæ`");
        assert_eq!(Name(&"å".repeat(81)).to_string(), format!("`{}…`", "å".repeat(80)));
        assert_eq!(Name(&"å".repeat(80)).to_string(), format!("`{}`", "å".repeat(80)));
    }

    #[test]
    fn a_text_makes_an_id() {
        assert_eq!(kebab(" Nærvær & tillid! "), "naervaer-tillid");
        assert_eq!(kebab("brew_tea"), "brew-tea");
        assert_eq!(kebab("?"), "");
    }
}
