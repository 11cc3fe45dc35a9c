//! What is wrong in a file: where, what was found, and what would be right. Every sentence stands in one match.
//!
//! Problems are for the people who write files (a framework's owner, a page's author), in English like the formats
//! themselves. Knows what can be wrong, never how it is found.

use crate::json::{Json, LineIndex, SyntaxError, SyntaxErrorKind, push_code};
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
        let mut told = Told::default();
        told.size(*line).say(":").size(*column).say(": ");
        if !pointer.is_empty() {
            told.in_one_line(pointer, LONGEST_POINTER).say(": ");
        }
        if *severity == Severity::Warning {
            told.say("warning: ");
        }
        kind.tell(&mut told);
        f.write_str(&told.0)
    }
}

/// A problem by its byte offset, before its line, column and pointer are worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct UnplacedProblem {
    pub at: u32,
    pub kind: ProblemKind,
}

/// The problems in the order of the file, with their places in its text and in the value read from it.
pub fn placed(mut found: Vec<UnplacedProblem>, text: &str, json: &Json) -> Vec<Problem> {
    found.sort_by_key(|problem| problem.at);
    let mut lines = LineIndex::of(text);
    let mut bytes = 0;
    let mut placed = Vec::new();
    for UnplacedProblem { at, kind } in found {
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
        let (line, column) = LineIndex::of(std::str::from_utf8(readable).unwrap_or_default()).at(error.at);
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
        meant: DidYouMean,
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
        meant: DidYouMean,
    },
    MissingLanguage {
        /// The first few of them.
        languages: Vec<Rc<str>>,
        /// How many more there are.
        others: usize,
    },
    UndeclaredLanguage {
        language: Rc<str>,
        meant: DidYouMean,
    },
    OneTextForSeveralLanguages {
        languages: Rc<[Rc<str>]>,
    },
    RepeatedId {
        thing: IdKind,
        id: Rc<str>,
    },
    UnknownId {
        thing: IdKind,
        id: Rc<str>,
        meant: DidYouMean,
    },
    TooMany {
        thing: IdKind,
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
        thing: IdKind,
        id: Rc<str>,
    },
}

/// The name that was probably meant by a misspelt one, where one was found.
///
/// In the browser none is looked for: a misspelt name is told with its place there, and what was meant by `rokade check`.
/// That saves a kilobyte of what every reader loads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DidYouMean {
    #[cfg(not(target_arch = "wasm32"))]
    name: Option<Rc<str>>,
}

impl DidYouMean {
    /// What `find` finds.
    pub fn found_by<'a>(find: impl FnOnce() -> Option<&'a str>) -> Self {
        #[cfg(target_arch = "wasm32")]
        let _ = find;
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            name: find().map(Rc::<str>::from),
        }
    }

    pub fn name(&self) -> Option<&str> {
        #[cfg(not(target_arch = "wasm32"))]
        return self.name.as_deref();
        #[cfg(target_arch = "wasm32")]
        None
    }
}

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
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

impl IdKind {
    /// Every thing, in the order of their places.
    pub const ALL: [IdKind; 10] = [
        IdKind::Source,
        IdKind::Scale,
        IdKind::Dimension,
        IdKind::Competence,
        IdKind::Behaviour,
        IdKind::Role,
        IdKind::Stage,
        IdKind::Area,
        IdKind::Group,
        IdKind::Language,
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
        let mut told = Told::default();
        self.tell(&mut told);
        f.write_str(&told.0)
    }
}

impl ProblemKind {
    fn tell<'a>(&self, told: &'a mut Told) -> &'a mut Told {
        use ProblemKind::*;
        match self {
            Syntax(kind) => kind.tell(told),
            WrongType { expected, found } => told.say("found ").say(found).say(" where ").say(expected).say(" belongs"),
            NotWhole { found } => {
                told.say("found ").in_one_line(found, LONGEST_NAME).say(" where a whole number belongs")
            }
            MissingKey { key } => told.say("the key ").name(key).say(" is missing"),
            UnknownKey { key, meant } => {
                told.say("the key ").name(key).say(" is not part of the format");
                told.ask(meant, "; own keys belong under `extensions`")
            }
            RepeatedKey { key } => {
                told.say("the key ").name(key).say(" stands here a second time; each key may stand once")
            }
            OtherFormat { found, expected } => {
                told.say("the format is ").name(found).say(", and ").name(expected).say(" is read here")
            }
            NewerFormat { found, expected } => {
                told.say("the format ").name(found).say(" is newer than this version of Rokade, which reads ");
                told.name(expected)
            }
            BadId { found } => {
                let id = kebab(found);
                told.name(found).say(
                    " is not an id: ids are lower-case letters a to z, digits and single hyphens between them, at \
                     most 64 characters, such as ",
                );
                told.name(if (1..=64).contains(&id.len()) { &id } else { "give-feedback" })
            }
            BadLanguage { found } => told.name(found).say(" is not a language tag, such as `da` or `en-GB`"),
            BadDate { found } => {
                told.name(found).say(" is not a date; write it as year-month-day, such as `2026-02-01`")
            }
            EmptyText => told.say("the text is empty"),
            TextTooLong { characters } => {
                told.say("the text has ").size(*characters).say(" characters; at most 4000 are read")
            }
            OutOfRange { found, least, most } => {
                told.in_one_line(found, LONGEST_NAME).say(" is outside ").number(*least).say(" to ").number(*most)
            }
            WrongCount { found, least, most } => {
                told.say("found ").count(*found, "entry", "entries").say("; ");
                match *most {
                    usize::MAX => told.say("at least ").size(*least).say(" belongs here"),
                    most => told.size(*least).say(" to ").size(most).say(" belong here"),
                }
            }
            UnknownChoice { found, choices, meant } => {
                told.name(found).say(" is not one of ").say(&listed(choices, 0, "or")).ask(meant, "")
            }
            MissingLanguage { languages, others } => {
                told.say("the text is missing in ").say(&listed(languages, *others, "and"));
                told.say(", which `languages` declares")
            }
            UndeclaredLanguage { language, meant } => {
                told.name(language).say(" is not among the framework's `languages`");
                told.ask(meant, "; declare it there or leave it out here")
            }
            OneTextForSeveralLanguages { languages } => {
                told.say("found one text where one for each of ").say(&listed(languages, 0, "and")).say(" belongs")
            }
            RepeatedId { thing: IdKind::Language, id } => told.say("the language ").name(id).say(" is declared twice"),
            RepeatedId { thing, id } => {
                told.say("the ").say(thing.word()).say(" id ").name(id);
                told.say(" is used a second time; ids are unique")
            }
            UnknownId { thing, id, meant } => {
                match thing {
                    IdKind::Group => told.say("no role has the group "),
                    _ => told.say("there is no ").say(thing.word()).say(" "),
                };
                told.name(id).ask(meant, "")
            }
            TooMany { thing, found, most } => {
                told.say("found ").size(*found).say(" ").say(thing.word());
                told.say("s; at most ").size(*most).say(" are read")
            }
            LevelBeyondScale { level, highest, scale } => {
                told.say("level ").number(*level).say(" is not on the scale ").name(scale);
                told.say(", whose levels are 0 to ").number((*highest).into())
            }
            LevelTexts { found, levels, scale } => {
                told.say("found ").count(*found, "level text", "level texts").say("; the scale ").name(scale);
                told.say(" has ").count(*levels, "level", "levels").say(", and each needs its own")
            }
            RouteOfOtherKind { route, kind, routes } => {
                told.say("the route ").name(route).say(" doesn't lead to a ").name(kind);
                told.say("; its routes are ").say(&listed(routes, 0, "and"))
            }
            PractisedNowhere { competence } => {
                told.say("no area lets one practise ").name(competence).say(", so no suggestion can help with it")
            }
            NoTargets { role } => {
                told.say("the role ").name(role).say(" has no targets, so it shows no gaps and no suggestions")
            }
            NeedWithoutStatement => {
                told.say("a need is shown with who stated it and when, and `needStated` is missing")
            }
            NoManagerStatement { thing, id } => {
                told.say("the ").say(thing.word()).say(" ").name(id);
                told.say(" has no `managerStatement` though others have; a manager would read the first person")
            }
        }
    }
}

impl Display for SyntaxErrorKind {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let mut told = Told::default();
        self.tell(&mut told);
        f.write_str(&told.0)
    }
}

impl SyntaxErrorKind {
    fn tell<'a>(&self, told: &'a mut Told) -> &'a mut Told {
        match self {
            Self::TooLarge { bytes } => {
                told.say("the file has ").size(*bytes).say(" bytes; at most 8388608 (8 MiB) are read")
            }
            Self::NotUtf8 => told.say("the file is not UTF-8 text from here on"),
            Self::TooDeep => told.say("lists and objects stand more than 32 deep inside each other"),
            Self::CutShort => told.say("the file ends in the middle; it may have been cut short"),
            Self::Unexpected { found, expected } => {
                told.say("found ").name(found.encode_utf8(&mut [0; 4])).say(" where ").say(expected).say(" belongs")
            }
            Self::ControlCharacter => {
                told.say("found a control character inside a text; a line break is written as `\\n`")
            }
            Self::BadEscape => told.say("found a `\\` that JSON doesn't know; a backslash itself is written as `\\\\`"),
            Self::HalfCharacter => told.say("found a `\\u` escape that is half of a character"),
            Self::BadNumber => told.say("found a number that JSON doesn't know"),
            Self::TextAfterEnd => told.say("found more text after the end of the value"),
        }
    }
}

impl IdKind {
    fn word(self) -> &'static str {
        match self {
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
        }
    }
}

/// A sentence that is told piece by piece. A call for each piece makes fewer bytes in the browser than formatting does.
#[derive(Default)]
struct Told(String);

impl Told {
    fn say(&mut self, words: &str) -> &mut Self {
        self.0.push_str(words);
        self
    }

    fn number(&mut self, number: i64) -> &mut Self {
        self.say(&number.to_string())
    }

    fn size(&mut self, size: usize) -> &mut Self {
        self.number(size as i64)
    }

    /// A number with the right form of its noun.
    fn count(&mut self, number: usize, one: &str, several: &str) -> &mut Self {
        self.size(number).say(" ").say(if number == 1 { one } else { several })
    }

    /// A name from the file in backticks.
    fn name(&mut self, name: &str) -> &mut Self {
        self.say("`").in_one_line(name, LONGEST_NAME).say("`")
    }

    /// Asks whether another name was meant, or else says this.
    fn ask(&mut self, meant: &DidYouMean, otherwise: &str) -> &mut Self {
        match meant.name() {
            Some(name) => self.say(", did you mean ").name(name).say("?"),
            None => self.say(otherwise),
        }
    }

    /// Text from a file that may be anything: cut after `most` characters, and what would break the line or command the
    /// terminal written as JSON writes it.
    fn in_one_line(&mut self, text: &str, most: usize) -> &mut Self {
        for (place, character) in text.chars().enumerate() {
            match character {
                _ if place == most => return self.say("…"),
                '\n' => self.0.push_str("\\n"),
                '\t' => self.0.push_str("\\t"),
                '\r' => self.0.push_str("\\r"),
                '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
                    push_code(&mut self.0, character);
                }
                _ if character.is_control() => push_code(&mut self.0, character),
                other => self.0.push(other),
            }
        }
        self
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
    let mut told = Told::default();
    for place in 0..parts {
        if place > 0 && place == parts - 1 {
            told.say(" ").say(last).say(" ");
        } else if place > 0 {
            told.say(", ");
        }
        if place < shown {
            told.name(name(place));
        } else {
            told.size(more).say(" more");
        }
    }
    told.0
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
        assert_eq!(listed(&["a\nb\u{1b}[31m\u{202e}æ"], 0, "and"), "`a\\nb\\u001b[31m\\u202eæ`");
        assert_eq!(listed(&["å".repeat(81)], 0, "and"), format!("`{}…`", "å".repeat(80)));
        assert_eq!(listed(&["å".repeat(80)], 0, "and"), format!("`{}`", "å".repeat(80)));
    }

    #[test]
    fn a_text_makes_an_id() {
        assert_eq!(kebab(" Nærvær & tillid! "), "naervaer-tillid");
        assert_eq!(kebab("brew_tea"), "brew-tea");
        assert_eq!(kebab("?"), "");
    }
}
