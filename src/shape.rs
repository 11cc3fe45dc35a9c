//! The shape of a file as plain data: each format is a table of records and their keys, and what is here walks them.
//!
//! One walk finds everything in a file that doesn't have its shape, and never stops at the first problem. Another
//! describes the same table as JSON Schema. Whoever takes values out of a file can rely on the first: what can't be
//! read has been put down. Knows no format in particular.

use crate::json::{Json, Member, Value, by_key};
use crate::problem::{DidYouMean, MOST_MEANT, ProblemKind, UnplacedProblem, nearest};
use std::rc::Rc;

/// The most characters a text may have.
pub const LONGEST_TEXT: usize = 4000;

/// What belongs at one place of a file.
pub enum Shape {
    /// Whatever stands there.
    Anything,
    /// Any object.
    AnyObject,
    /// The name of the format. Whether it is the right one has been looked at before anything else is read.
    Format(&'static str),
    /// Any text, also an empty one, of any length.
    Text,
    /// A text that says something, of at most [`LONGEST_TEXT`] characters.
    Words,
    /// Words, or an object with words for each language.
    Localised,
    /// An id that names the part it stands in.
    Id,
    /// An id that points at another part. Any text: what is no id points at nothing, and whoever looks the part up can
    /// say which one was meant.
    Reference,
    /// A language tag (BCP 47).
    Language,
    /// A day of the calendar, `2026-02-01`.
    Date,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A whole number within these limits.
    Whole(i16, i16),
    /// A whole number of any size.
    AnyWhole,
    /// A level: any whole number, since which levels there are is its scale's matter.
    Level,
    /// Entries of one shape.
    List { of: &'static Shape, least: u8, most: Option<u8> },
    /// Values of one shape under keys of the file's own.
    Map(&'static Shape),
    /// Values of one shape under ids that point at other parts.
    ById(&'static Shape),
    /// A value or `null`.
    Nullable(&'static Shape),
    /// An object with keys of its own.
    Keyed(&'static Record),
}

/// An object with its keys.
pub struct Record {
    pub name: &'static str,
    #[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "only the program describes shapes"))]
    about: Told,
    /// Whether keys that it doesn't know are kept; otherwise they are problems.
    is_open: bool,
    keys: &'static [Key],
}

/// A key of a record.
pub struct Key {
    name: &'static str,
    is_required: bool,
    shape: Shape,
    #[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "only the program describes shapes"))]
    about: Told,
    /// What leaving the key out means, as JSON.
    #[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "only the program describes shapes"))]
    default: Told,
}

/// A text that only the program tells; in the browser it would be bytes that nobody reads.
struct Told {
    #[cfg(not(target_arch = "wasm32"))]
    text: &'static str,
}

impl Told {
    const fn of(text: &'static str) -> Self {
        #[cfg(target_arch = "wasm32")]
        let _ = text;
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            text,
        }
    }
}

impl Record {
    /// An object in which a key that it doesn't know is a problem.
    pub const fn strict(name: &'static str, about: &'static str, keys: &'static [Key]) -> Self {
        Self { name, about: Told::of(about), is_open: false, keys }
    }

    /// An object in which keys that it doesn't know are kept.
    pub const fn open(name: &'static str, about: &'static str, keys: &'static [Key]) -> Self {
        Self { name, about: Told::of(about), is_open: true, keys }
    }

    /// Puts down everything in this value that doesn't have the record's shape.
    pub fn check(&self, json: &Json, problems: &mut Vec<UnplacedProblem>) {
        let Value::Object(_) = &json.value else {
            return wrong_type(json, "an object", problems);
        };
        let misspelt = if self.is_open { Vec::new() } else { self.refuse_unknown(json, problems) };
        for key in self.keys {
            match json.get(key.name) {
                Some(value) => key.shape.check(value, problems),
                // Where another key is probably this one misspelt, that has been put down already.
                None if key.is_required && misspelt.iter().all(|meant| meant.name() != Some(key.name)) => {
                    problems.push(UnplacedProblem { at: json.at, kind: ProblemKind::MissingKey { key: key.name } });
                }
                None => {}
            }
        }
    }

    /// The members that the record doesn't know.
    pub fn unknown<'a>(&self, json: &'a Json) -> Vec<&'a Member> {
        let mut unknown = Vec::new();
        for member in json.members() {
            if self.keys.iter().all(|key| key.name != &*member.key) {
                unknown.push(member);
            }
        }
        unknown
    }

    /// Puts down every key that the record doesn't know, and tells which of the keys that are absent were probably meant.
    fn refuse_unknown(&self, json: &Json, problems: &mut Vec<UnplacedProblem>) -> Vec<DidYouMean> {
        let mut misspelt = Vec::new();
        for member in self.unknown(json) {
            let meant = DidYouMean::found_by(|| {
                let absent = self.keys.iter().map(|key| key.name).filter(|key| json.get(key).is_none());
                if problems.len() < MOST_MEANT { nearest(&member.key, absent) } else { None }
            });
            misspelt.push(meant.clone());
            problems.push(UnplacedProblem {
                at: member.key_at,
                kind: ProblemKind::UnknownKey { key: member.key.clone(), meant },
            });
        }
        misspelt
    }
}

/// A key that has to be there.
pub const fn required(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, is_required: true, shape, about: Told::of(about), default: Told::of("") }
}

/// A key that may be left out, and then says nothing.
pub const fn optional(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, is_required: false, shape, about: Told::of(about), default: Told::of("") }
}

/// A key that may be left out, and then means the same as this JSON. The schema tells it; whoever takes the value sees
/// to it.
pub const fn defaulted(name: &'static str, shape: Shape, default: &'static str, about: &'static str) -> Key {
    Key { name, is_required: false, shape, about: Told::of(about), default: Told::of(default) }
}

/// A list of any length.
pub const fn list(of: &'static Shape) -> Shape {
    Shape::List { of, least: 0, most: None }
}

/// A list that has at least one entry.
pub const fn at_least_one(of: &'static Shape) -> Shape {
    Shape::List { of, least: 1, most: None }
}

/// A list of at least and at most so many entries.
pub const fn several(of: &'static Shape, least: u8, most: u8) -> Shape {
    Shape::List { of, least, most: Some(most) }
}

impl Shape {
    /// Whether this value has the shape.
    pub fn fits(&self, json: &Json) -> bool {
        let mut problems = Vec::new();
        self.check(json, &mut problems);
        problems.is_empty()
    }

    /// Puts down everything in this value that doesn't have the shape.
    pub fn check(&self, json: &Json, problems: &mut Vec<UnplacedProblem>) {
        match (self, &json.value) {
            (Self::Anything | Self::Format(_), _) | (Self::Nullable(_), Value::Null) => {}
            (Self::AnyObject, Value::Object(_)) => {}
            (Self::Nullable(shape), _) => shape.check(json, problems),
            (Self::Keyed(record), _) => record.check(json, problems),
            (Self::List { of, least, most }, Value::List(items)) => {
                let before = problems.len();
                items.iter().for_each(|item| of.check(item, problems));
                let (found, least, most) = (items.len(), usize::from(*least), most.map_or(usize::MAX, usize::from));
                if found > most || found < least && problems.len() == before {
                    problems
                        .push(UnplacedProblem { at: json.at, kind: ProblemKind::WrongCount { found, least, most } });
                }
            }
            (Self::Map(shape) | Self::ById(shape), Value::Object(members)) => {
                members.iter().for_each(|member| shape.check(&member.json, problems));
            }
            (Self::Localised, Value::Text(_)) => Self::Words.check(json, problems),
            (Self::Localised, Value::Object(members)) => {
                members.iter().for_each(|member| Self::Words.check(&member.json, problems));
            }
            (Self::Level, Value::Number(_)) if json.as_whole().is_some() => {}
            (Self::Level, Value::Number(digits)) => check_whole(json, digits, 0, 10, problems),
            (Self::Whole(least, most), Value::Number(digits)) => {
                check_whole(json, digits, (*least).into(), (*most).into(), problems);
            }
            (Self::AnyWhole, Value::Number(digits)) => check_whole(json, digits, i64::MIN, i64::MAX, problems),
            (_, Value::Text(text)) if self.is_of_text() => {
                let kind = self.wrong_in(text, problems.len() < MOST_MEANT);
                problems.extend(kind.map(|kind| UnplacedProblem { at: json.at, kind }));
            }
            _ => wrong_type(json, self.name(), problems),
        }
    }

    /// What belongs here, in a sentence.
    fn name(&self) -> &'static str {
        match self {
            Self::List { .. } => "a list",
            Self::Localised => "a text, or an object with a text for each language,",
            Self::Whole(..) | Self::AnyWhole | Self::Level => "a whole number",
            _ if self.is_of_text() => "a text",
            _ => "an object",
        }
    }

    fn is_of_text(&self) -> bool {
        use Shape::{Date, Id, Language, OneOf, Reference, Text, Words};
        matches!(self, Text | Words | Id | Reference | Language | Date | OneOf(_))
    }

    /// What is wrong with a text that stands here. With `may_look` the word that was probably meant is looked for.
    fn wrong_in(&self, text: &Rc<str>, may_look: bool) -> Option<ProblemKind> {
        let found = || text.clone();
        match self {
            Self::Words => {
                let characters = text.chars().count();
                if characters > LONGEST_TEXT {
                    return Some(ProblemKind::TextTooLong { characters });
                }
                is_blank(text).then_some(ProblemKind::EmptyText)
            }
            Self::Id if !is_id(text) => Some(ProblemKind::BadId { found: found() }),
            Self::Language if !is_language(text) => Some(ProblemKind::BadLanguage { found: found() }),
            Self::Date if !is_date(text) => Some(ProblemKind::BadDate { found: found() }),
            Self::OneOf(choices) if !choices.contains(&&**text) => {
                let meant =
                    DidYouMean::found_by(|| if may_look { nearest(text, choices.iter().copied()) } else { None });
                Some(ProblemKind::UnknownChoice { found: found(), choices, meant })
            }
            _ => None,
        }
    }
}

/// Puts down a number that is not whole or not within these limits.
fn check_whole(json: &Json, digits: &Rc<str>, least: i64, most: i64, problems: &mut Vec<UnplacedProblem>) {
    if json.as_whole().is_some_and(|number| (least..=most).contains(&number)) {
        return;
    }
    let found = digits.clone();
    let kind = match json.is_whole() {
        true => ProblemKind::OutOfRange { found, least, most },
        false => ProblemKind::NotWhole { found },
    };
    problems.push(UnplacedProblem { at: json.at, kind });
}

/// Puts down that something else belongs here.
fn wrong_type(json: &Json, expected: &'static str, problems: &mut Vec<UnplacedProblem>) {
    problems
        .push(UnplacedProblem { at: json.at, kind: ProblemKind::WrongType { expected, found: name_of(&json.value) } });
}

/// What a value is called when it stands in a wrong place.
fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// What the first look at a file says: whether it names the format that is expected.
pub fn check_format(json: &Json, expected: &'static str) -> Result<(), UnplacedProblem> {
    let fail = |at, kind| Err(UnplacedProblem { at, kind });
    if !matches!(json.value, Value::Object(_)) {
        return fail(json.at, ProblemKind::WrongType { expected: "an object", found: name_of(&json.value) });
    }
    let Some(format) = json.get("format") else {
        return fail(json.at, ProblemKind::MissingKey { key: "format" });
    };
    let Some(found) = format.as_text() else {
        return fail(format.at, ProblemKind::WrongType { expected: "a text", found: name_of(&format.value) });
    };
    if &**found == expected {
        return Ok(());
    }
    fn version(format: &str) -> Option<(&str, u32)> {
        let (name, number) = format.split_once('/')?;
        Some((name, number.parse().ok()?))
    }
    let kind = match (version(found), version(expected)) {
        (Some((name, number)), Some((own, known))) if name == own && number > known => {
            ProblemKind::NewerFormat { found: found.clone(), expected }
        }
        _ => ProblemKind::OtherFormat { found: found.clone(), expected },
    };
    fail(format.at, kind)
}

/// Puts down every key that stands in its object a second time, anywhere in the file.
pub fn refuse_repeated(json: &Json, problems: &mut Vec<UnplacedProblem>) {
    json.items().iter().for_each(|item| refuse_repeated(item, problems));
    for pair in by_key(json.members()).windows(2) {
        if let [first, second] = pair
            && first.key == second.key
        {
            problems.push(UnplacedProblem {
                at: second.key_at,
                kind: ProblemKind::RepeatedKey { key: second.key.clone() },
            });
        }
    }
    json.members().iter().for_each(|member| refuse_repeated(&member.json, problems));
}

/// A type whose values have words in a file.
pub trait Choice: Copy + Default + PartialEq + 'static {
    const WORDS: &'static [&'static str];
    /// In the order of their words.
    const VALUES: &'static [Self];

    /// The word for this value.
    fn word(self) -> &'static str {
        Self::VALUES.iter().position(|value| *value == self).map_or("", |place| Self::WORDS[place])
    }

    /// The value of this word.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().position(|own| *own == word).map(|place| Self::VALUES[place])
    }

    /// The value of the word that stands here; the type's default where none does.
    fn of(json: &Json) -> Self {
        json.as_text().and_then(|word| Self::from_word(word)).unwrap_or_default()
    }
}

/// Ties the words of a file to the values of a type, in both directions.
macro_rules! choice {
    ($type:ty: $($word:literal => $value:expr),* $(,)?) => {
        impl $crate::shape::Choice for $type {
            const WORDS: &'static [&'static str] = &[$($word),*];
            const VALUES: &'static [Self] = &[$($value),*];
        }
    };
}

pub(crate) use choice;

/// Whether this is an id: kebab-case, at most 64 characters.
pub fn is_id(text: &str) -> bool {
    let mut is_in_part = false;
    for byte in text.bytes() {
        is_in_part = match byte {
            b'a'..=b'z' | b'0'..=b'9' => true,
            b'-' if is_in_part => false,
            _ => return false,
        };
    }
    is_in_part && text.len() <= 64
}

/// Whether this is a language tag as far as its form tells.
pub fn is_language(text: &str) -> bool {
    let (mut length, mut least) = (0, 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => length += 1,
            b'0'..=b'9' if least == 1 => length += 1,
            b'-' if (least..=8).contains(&length) => (length, least) = (0, 1),
            _ => return false,
        }
    }
    (least..=8).contains(&length)
}

/// Whether a text is empty but for space; a byte order mark is space to the `\s` of JSON Schema.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || character == '\u{feff}')
}

/// Whether this is a day of the calendar, written year-month-day.
pub fn is_date(text: &str) -> bool {
    let number = |from: usize, to: usize| {
        text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?.parse::<u32>().ok()
    };
    let (Some(year), Some(month), Some(day)) = (number(0, 4), number(5, 7), number(8, 10)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-' && (1..=days).contains(&day)
}

/// Describes shapes as JSON Schema (draft 2020-12): only the program does so.
#[cfg(not(target_arch = "wasm32"))]
pub mod schema {
    use super::{LONGEST_TEXT, Record, Shape};
    use serde_json::{Map, Value, json};

    /// The records and texts that a schema points at, by name.
    pub type Definitions = Map<String, Value>;

    /// Describes a record among the `definitions`, and points at it.
    pub fn of_record(record: &Record, definitions: &mut Definitions) -> Value {
        if !definitions.contains_key(record.name) {
            definitions.insert(record.name.to_owned(), Value::Null);
            let mut properties = Map::new();
            for key in record.keys {
                let mut property = of(&key.shape, definitions);
                if !key.about.text.is_empty() {
                    property["description"] = key.about.text.into();
                }
                if !key.default.text.is_empty() {
                    property["default"] = serde_json::from_str(key.default.text).expect("a default is JSON");
                }
                properties.insert(key.name.to_owned(), property);
            }
            let mut object = json!({ "type": "object", "description": record.about.text, "properties": properties });
            let required: Vec<_> = record.keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
            if !required.is_empty() {
                object["required"] = json!(required);
            }
            if !record.is_open {
                object["additionalProperties"] = false.into();
            }
            definitions.insert(record.name.to_owned(), object);
        }
        json!({ "$ref": format!("#/$defs/{}", record.name) })
    }

    fn of(shape: &Shape, definitions: &mut Definitions) -> Value {
        match shape {
            Shape::Anything => json!({}),
            Shape::AnyObject => json!({ "type": "object" }),
            Shape::Format(name) => json!({ "const": name }),
            Shape::Text => json!({ "type": "string" }),
            Shape::Words => json!({ "type": "string", "pattern": "\\S", "maxLength": LONGEST_TEXT }),
            Shape::Localised => {
                let words = of(&Shape::Words, definitions);
                let each = json!({ "type": "object", "minProperties": 1, "additionalProperties": words });
                let localised = json!({
                    "description": "One text, or an object with a text for each language that the framework declares.",
                    "anyOf": [words, each],
                });
                definitions.insert("Localised".to_owned(), localised);
                json!({ "$ref": "#/$defs/Localised" })
            }
            Shape::Id | Shape::Reference => {
                json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 })
            }
            Shape::Language => json!({ "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" }),
            Shape::Date => json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
            Shape::OneOf(words) => json!({ "enum": words }),
            Shape::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Shape::AnyWhole => json!({ "type": "integer" }),
            Shape::Level => of(&Shape::Whole(0, 10), definitions),
            Shape::List { of: entry, least, most } => {
                let mut list = json!({ "type": "array", "items": of(entry, definitions) });
                if *least > 0 {
                    list["minItems"] = (*least).into();
                }
                if let Some(most) = most {
                    list["maxItems"] = (*most).into();
                }
                list
            }
            Shape::Map(value) => json!({ "type": "object", "additionalProperties": of(value, definitions) }),
            Shape::ById(value) => {
                let mut map = of(&Shape::Map(value), definitions);
                map["propertyNames"] = of(&Shape::Reference, definitions);
                map
            }
            Shape::Nullable(value) => json!({ "anyOf": [of(value, definitions), { "type": "null" }] }),
            Shape::Keyed(record) => of_record(record, definitions),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_of_the_calendar() {
        assert!(["2026-02-28", "2024-02-29", "2000-02-29", "2026-12-31"].iter().all(|text| is_date(text)));
        assert!(
            [
                "2026-02-29",
                "1900-02-29",
                "2026-13-01",
                "2026-04-31",
                "2026-1-1",
                "2026-00-10",
                "2026-01-00",
                "+026-01-01",
                "2026-01-01T",
                "æ26-01-010"
            ]
            .iter()
            .all(|text| !is_date(text))
        );
    }

    #[test]
    fn ids_are_kebab_case() {
        assert!(["a", "a-b", "4", "rokering-2"].iter().all(|text| is_id(text)));
        assert!(["", "-", "a-", "-a", "a--b", "A", "å", "a_b", "a b"].iter().all(|text| !is_id(text)));
        assert!(is_id(&"a".repeat(64)) && !is_id(&"a".repeat(65)));
    }
}
