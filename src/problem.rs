//! What is wrong in a file: where, what was found, and what would be right, as values.
//!
//! Knows what can be wrong, never how it is found nor how it is said: the sentences are `wording`'s.

use crate::json::{JsonType, LineIndex, PointerIndex, SyntaxError, SyntaxErrorKind};
use std::ops::Deref;
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
/// After so many problems of a file the rest is only counted.
pub const MOST_TOLD: usize = 1_000;
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

/// A problem by its byte offset, before its line, column and pointer are worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct UnplacedProblem {
    pub at: u32,
    pub kind: ProblemKind,
}

/// The place of what couldn't be read, of which something has been said, and of what was never in a file: a problem there
/// is none.
pub const NOWHERE: u32 = u32::MAX;

/// What was found in a file: the first problems, and how many there are.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    found: Vec<UnplacedProblem>,
    total: usize,
}

impl Findings {
    pub fn add(&mut self, at: u32, kind: ProblemKind) {
        if at == NOWHERE {
            return;
        }
        self.total += 1;
        if !self.is_full() {
            self.found.push(UnplacedProblem { at, kind });
        }
    }

    /// How many problems there are, also those that are only counted.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Whether what comes is only counted.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MOST_TOLD
    }

    /// Whether the nearest name to a misspelt one is still looked for.
    pub fn may_look(&self) -> bool {
        self.total < MOST_MEANT
    }

    /// The one of these names that a misspelt one probably means, as long as that is looked for.
    pub fn meant<'n>(&self, misspelt: &str, names: impl IntoIterator<Item = &'n str>) -> DidYouMean {
        if self.may_look() { nearest(misspelt, names).map(Rc::from) } else { None }
    }

    /// Whether this key was probably meant somewhere in the file by another.
    pub fn has_misspelt(&self, key: &str) -> bool {
        self.found
            .iter()
            .any(|found| matches!(&found.kind, ProblemKind::UnknownKey { meant, .. } if meant.as_deref() == Some(key)))
    }

    /// The problems in the order of the file, with their places in its text.
    pub fn placed(self, text: &str) -> Problems {
        let Self { mut found, total } = self;
        found.sort_by_key(|problem| problem.at);
        let (mut lines, mut pointers) = (LineIndex::of(text), PointerIndex::of(text));
        let mut bytes = 0;
        let place = |UnplacedProblem { at, kind }: UnplacedProblem| {
            let (line, column) = lines.at(at);
            let pointer = if bytes < MOST_POINTER_BYTES { pointers.at(at) } else { String::new() };
            bytes += pointer.len();
            Problem { severity: kind.severity(), pointer, line, column, kind }
        };
        let told: Vec<_> = found.into_iter().map(place).collect();
        Problems { others: total - told.len(), told }
    }
}

/// The problems of a file, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    pub told: Vec<Problem>,
    /// How many more there are.
    pub others: usize,
}

impl Problems {
    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.told.len() + self.others
    }
}

impl Deref for Problems {
    type Target = [Problem];

    fn deref(&self) -> &[Problem] {
        &self.told
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self { told: vec![problem], others: 0 }
    }
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
        expected: Expected,
        found: JsonType,
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
    /// Not an address of mail or of a page.
    BadContact {
        found: Rc<str>,
    },
    TextTooLong {
        characters: usize,
        most: usize,
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
        what: Many,
        found: usize,
        most: usize,
    },
    /// The entries of `renamed` lead to more ids than are followed.
    RenamedTooFar {
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
        route: Rc<str>,
        kind: Rc<str>,
        routes: Vec<Rc<str>>,
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

/// What belongs at a place of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    /// A text, or one for each language.
    TextOrTexts,
    WholeNumber,
    TrueOrFalse,
    List,
    Object,
}

/// What there can be too many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    Ids(IdKind),
    /// Entries of `renamed`.
    Renamed,
    /// Entries of a plan.
    Agreements,
}

/// The name that was probably meant by a misspelt one, where one was found.
pub type DidYouMean = Option<Rc<str>>;

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// The name among `names` that a misspelt one was probably meant to be: the nearest within a third of its letters and
/// five at most, where capitals, other separators and Danish letters written out count as no difference.
pub fn nearest<'a>(misspelt: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(misspelt, &mut names.into_iter())
}

fn nearest_of<'a>(misspelt: &str, names: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    if misspelt.len() > LONGEST_MISSPELT {
        return None;
    }
    let as_written = misspelt;
    let misspelt = kebab(misspelt);
    let most = (misspelt.len() / 3).clamp(1, 5);
    let mut best = None;
    let mut least = most + 1;
    let is_as_long = |name: &str| [&*misspelt, as_written].iter().any(|own| name.len().abs_diff(own.len()) <= most);
    for name in names.filter(|name| is_as_long(name)) {
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
        assert_eq!(nearest("$schma", ["scales", "$schema"]), Some("$schema"));
        assert_eq!(meant("elephant"), None);
        assert_eq!(nearest(&"feedback-give".repeat(100_000), names), None);
        assert_eq!(meant(""), None);
    }

    #[test]
    fn a_text_makes_an_id() {
        assert_eq!(kebab(" Nærvær & tillid! "), "naervaer-tillid");
        assert_eq!(kebab("brew_tea"), "brew-tea");
        assert_eq!(kebab("?"), "");
    }
}
