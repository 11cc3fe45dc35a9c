//! The shape of a file: one declaration reads it from JSON, gathering every problem, and describes it as JSON Schema.
//!
//! [`record!`] declares an object with its keys; [`choice!`] ties words to values. Reading never stops at the first
//! problem: a part that can't be read is put down as a problem and stands empty. Knows no format in particular.

use crate::json::{Json, Member, Value};
use crate::problem::{Found, MOST_MEANT, ProblemKind, nearest};
use std::ops::RangeInclusive;
use std::rc::Rc;

/// The most characters a text may have.
pub const LONGEST_TEXT: usize = 4000;

/// A part of a file.
pub trait Shape: Default {
    /// Reads the part; what can't be read is put down in `problems` and left empty.
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self;

    /// The part as JSON Schema; records are put among the `definitions` and pointed at.
    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut schema::Definitions) -> schema::Schema;
}

/// Describing shapes as JSON Schema: only the program does so.
#[cfg(not(target_arch = "wasm32"))]
pub mod schema {
    pub use serde_json::json;
    pub type Schema = serde_json::Value;
    pub type Definitions = serde_json::Map<String, serde_json::Value>;

    /// The text of a doc comment, as one paragraph.
    pub fn description(lines: &[&str]) -> String {
        lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// What a value is called when it stands in a wrong place.
pub fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Puts down that something else belongs here.
pub fn wrong_type<T: Default>(json: &Json, expected: &'static str, problems: &mut Vec<Found>) -> T {
    problems.push(Found { at: json.at, kind: ProblemKind::WrongType { expected, found: name_of(&json.value) } });
    T::default()
}

/// Declares an object: its keys, which of them are `required`, and what becomes of keys that it doesn't know:
/// `strict` makes them problems, `open` keeps them in `other`. A value after `=` is what leaving the key out means; it
/// is told in the schema, and the type's own default has to be the same.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        $policy:ident $name:ident {
            $( $(#[doc = $about:literal])* $need:ident $key:literal $field:ident: $type:ty $(= $default:tt)?, )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            /// The byte offset at which it starts.
            pub at: u32,
            /// Keys that the format doesn't know; always empty in a strict record.
            pub other: Vec<$crate::json::Member>,
            $( $(#[doc = $about])* pub $field: $type, )*
        }

        impl $crate::shape::Shape for $name {
            fn read(json: &$crate::json::Json, problems: &mut Vec<$crate::problem::Found>) -> Self {
                if !matches!(json.value, $crate::json::Value::Object(_)) {
                    let nothing: Self = $crate::shape::wrong_type(json, "an object", problems);
                    return Self { at: json.at, ..nothing };
                }
                const KEYS: &[&str] = &[$($key),*];
                let (other, misspelt) = $crate::shape::unknown_keys!($policy, json, KEYS, problems);
                Self {
                    at: json.at,
                    other,
                    $( $field: $crate::shape::$need(json, $key, &misspelt, problems), )*
                }
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(definitions: &mut $crate::shape::schema::Definitions) -> $crate::shape::schema::Schema {
                use $crate::shape::schema::{description, json, Schema};
                let name = stringify!($name).trim_end_matches("File");
                if !definitions.contains_key(name) {
                    definitions.insert(name.to_owned(), Schema::Null);
                    let mut properties = serde_json::Map::new();
                    let mut required: Vec<&str> = Vec::new();
                    $(
                        let mut property = <$type as $crate::shape::Shape>::schema(definitions);
                        let about = description(&[$($about),*]);
                        if !about.is_empty() {
                            property["description"] = about.into();
                        }
                        $( property["default"] = json!($default); )?
                        properties.insert($key.to_owned(), property);
                        if stringify!($need) == "required" {
                            required.push($key);
                        }
                    )*
                    let mut object = json!({
                        "type": "object",
                        "description": description(&[$($doc),*]),
                        "properties": properties,
                    });
                    if !required.is_empty() {
                        object["required"] = json!(required);
                    }
                    if stringify!($policy) == "strict" {
                        object["additionalProperties"] = false.into();
                    }
                    definitions.insert(name.to_owned(), object);
                }
                json!({ "$ref": format!("#/$defs/{name}") })
            }
        }
    };
}

macro_rules! unknown_keys {
    (strict, $json:ident, $keys:ident, $problems:ident) => {
        (Vec::new(), $crate::shape::refuse_unknown($json, $keys, $problems))
    };
    (open, $json:ident, $keys:ident, $problems:ident) => {
        ($crate::shape::unknown($json, $keys).cloned().collect(), Vec::<&str>::new())
    };
}

/// Ties the words of a file to the values of a type, in both directions.
macro_rules! choice {
    ($type:ty: $($word:literal => $value:expr),* $(,)?) => {
        impl $crate::shape::Choice for $type {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $value)),*];
        }

        impl $crate::shape::Shape for $type {
            fn read(json: &$crate::json::Json, problems: &mut Vec<$crate::problem::Found>) -> Self {
                let words: Vec<_> = <$type as $crate::shape::Choice>::WORDS.iter().map(|(word, _)| *word).collect();
                match $crate::shape::read_choice(json, words, problems) {
                    Some(place) => <$type as $crate::shape::Choice>::WORDS[place].1,
                    None => Self::default(),
                }
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(_: &mut $crate::shape::schema::Definitions) -> $crate::shape::schema::Schema {
                $crate::shape::schema::json!({ "enum": [$($word),*] })
            }
        }
    };
}

pub(crate) use {choice, record, unknown_keys};

/// A type whose values have words in a file.
pub trait Choice: Copy + PartialEq + 'static {
    const WORDS: &'static [(&'static str, Self)];

    /// The word for this value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }

    /// The value of this word.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(own, _)| *own == word).map(|(_, value)| *value)
    }
}

/// The place of the word that stands here.
pub fn read_choice(json: &Json, words: Vec<&'static str>, problems: &mut Vec<Found>) -> Option<usize> {
    let Some(found) = json.as_text() else {
        return wrong_type(json, "a text", problems);
    };
    let place = words.iter().position(|word| *word == &**found);
    if place.is_none() {
        let meant = if problems.len() < MOST_MEANT { nearest(found, words.iter().copied()) } else { None };
        let kind = ProblemKind::UnknownChoice { found: found.clone(), choices: words, meant };
        problems.push(Found { at: json.at, kind });
    }
    place
}

/// Reads a key that has to be there. Where another key is probably this one `misspelt`, that has been put down already.
pub fn required<T: Shape>(json: &Json, key: &'static str, misspelt: &[&str], problems: &mut Vec<Found>) -> T {
    match json.get(key) {
        Some(value) => T::read(value, problems),
        None => {
            if !misspelt.contains(&key) {
                problems.push(Found { at: json.at, kind: ProblemKind::MissingKey { key } });
            }
            T::default()
        }
    }
}

/// Reads a key that may be left out.
pub fn optional<T: Shape>(json: &Json, key: &'static str, _: &[&str], problems: &mut Vec<Found>) -> T {
    json.get(key).map(|value| T::read(value, problems)).unwrap_or_default()
}

/// The members whose keys are not among `keys`.
pub fn unknown<'a>(json: &'a Json, keys: &'a [&str]) -> impl Iterator<Item = &'a Member> {
    json.members().iter().filter(|member| !keys.contains(&&*member.key))
}

/// Puts down every key that is not among `keys`, and tells which of the keys that are absent were probably meant.
pub fn refuse_unknown(json: &Json, keys: &'static [&'static str], problems: &mut Vec<Found>) -> Vec<&'static str> {
    let mut misspelt = Vec::new();
    for member in unknown(json, keys) {
        let meant = match problems.len() {
            ..MOST_MEANT => nearest(&member.key, keys.iter().copied().filter(|key| json.get(key).is_none())),
            _ => None,
        };
        misspelt.extend(meant);
        problems.push(Found { at: member.key_at, kind: ProblemKind::UnknownKey { key: member.key.clone(), meant } });
    }
    misspelt
}

/// Puts down every key that stands in its object a second time, anywhere in the file.
pub fn refuse_repeated(json: &Json, problems: &mut Vec<Found>) {
    json.items().iter().for_each(|item| refuse_repeated(item, problems));
    let mut seen = std::collections::HashSet::new();
    for member in json.members() {
        if !seen.insert(&*member.key) {
            problems.push(Found { at: member.key_at, kind: ProblemKind::RepeatedKey { key: member.key.clone() } });
        }
        refuse_repeated(&member.json, problems);
    }
}

/// A key that may be left out, and then says nothing; `null` is not allowed.
impl<T: Shape> Shape for Option<T> {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        Some(T::read(json, problems))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut schema::Definitions) -> schema::Schema {
        T::schema(definitions)
    }
}

/// A value or `null`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nullable<T>(pub Option<T>);

impl<T: Shape> Shape for Nullable<T> {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        match json.value {
            Value::Null => Self(None),
            _ => Self(Some(T::read(json, problems))),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut schema::Definitions) -> schema::Schema {
        schema::json!({ "anyOf": [T::schema(definitions), { "type": "null" }] })
    }
}

/// A list of any length.
impl<T: Shape> Shape for Vec<T> {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        match &json.value {
            Value::List(items) => items.iter().map(|item| T::read(item, problems)).collect(),
            _ => wrong_type(json, "a list", problems),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut schema::Definitions) -> schema::Schema {
        schema::json!({ "type": "array", "items": T::schema(definitions) })
    }
}

/// A list of at least `LEAST` and at most `MOST` entries.
#[derive(Clone, Debug)]
pub struct Several<T, const LEAST: usize, const MOST: usize>(pub Vec<T>);

impl<T, const LEAST: usize, const MOST: usize> Default for Several<T, LEAST, MOST> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Shape, const LEAST: usize, const MOST: usize> Shape for Several<T, LEAST, MOST> {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        let before = problems.len();
        let list = Vec::read(json, problems);
        if problems.len() == before && !(LEAST..=MOST).contains(&list.len()) || json.items().len() > MOST {
            let kind = ProblemKind::WrongCount { found: list.len(), least: LEAST, most: MOST };
            problems.push(Found { at: json.at, kind });
        }
        Self(list)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut schema::Definitions) -> schema::Schema {
        let mut schema = Vec::<T>::schema(definitions);
        schema["minItems"] = LEAST.into();
        if MOST < usize::MAX {
            schema["maxItems"] = MOST.into();
        }
        schema
    }
}

/// An object from keys of the file's own to values.
#[derive(Clone, Debug)]
pub struct Map<K, V>(pub Vec<(K, V)>);

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Shape, V: Shape> Shape for Map<K, V> {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        let Value::Object(members) = &json.value else {
            return wrong_type(json, "an object", problems);
        };
        let entry = |member: &Member| {
            let key = Json { at: member.key_at, value: Value::Text(member.key.clone()) };
            (K::read(&key, problems), V::read(&member.json, problems))
        };
        Self(members.iter().map(entry).collect())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut schema::Definitions) -> schema::Schema {
        let keys = K::schema(definitions);
        let mut schema = schema::json!({ "type": "object", "additionalProperties": V::schema(definitions) });
        if keys.get("pattern").is_some() {
            schema["propertyNames"] = keys;
        }
        schema
    }
}

/// A part, where it stands.
#[derive(Clone, Debug, Default)]
pub struct Placed<T> {
    /// 0 where it is absent.
    pub at: u32,
    /// Whether it is there and nothing was wrong in it.
    pub is_sound: bool,
    pub part: T,
}

impl<T: Shape> Shape for Placed<T> {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        let before = problems.len();
        let part = T::read(json, problems);
        Self { at: json.at, is_sound: problems.len() == before, part }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut schema::Definitions) -> schema::Schema {
        T::schema(definitions)
    }
}

/// An id that names the part it stands in, where it stands.
#[derive(Clone, Debug, Default)]
pub struct Name {
    pub at: u32,
    /// Empty where what stood there is no id.
    pub id: Rc<str>,
    /// The text that stood there in its place, if one did.
    pub instead: Option<Rc<str>>,
}

impl Name {
    /// Whether something could be read here that others can point at, be it an id or not.
    pub fn is_known(&self) -> bool {
        !self.id.is_empty() || self.instead.is_some()
    }
}

impl Shape for Name {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        let Some(found) = json.as_text() else {
            return wrong_type(json, "a text", problems);
        };
        if !is_id(found) {
            problems.push(Found { at: json.at, kind: ProblemKind::BadId { found: found.clone() } });
            return Self { at: json.at, id: Rc::default(), instead: Some(found.clone()) };
        }
        Self { at: json.at, id: found.clone(), instead: None }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut schema::Definitions) -> schema::Schema {
        schema::json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 })
    }
}

/// An id that points at another part, where it stands. Any text: what is no id points at nothing, and whoever looks the
/// part up can say which one was meant.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    pub at: u32,
    /// Absent where no text stood there.
    pub id: Option<Rc<str>>,
}

impl Shape for Reference {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        match json.as_text() {
            Some(id) => Self { at: json.at, id: Some(id.clone()) },
            None => wrong_type(json, "a text", problems),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut schema::Definitions) -> schema::Schema {
        Name::schema(definitions)
    }
}

/// Whether this is an id: kebab-case, at most 64 characters.
pub fn is_id(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= 64 && text.split('-').all(is_part)
}

/// A text that says something, of at most [`LONGEST_TEXT`] characters.
#[derive(Clone, Debug, Default)]
pub struct Words(pub Rc<str>);

impl Shape for Words {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        let Some(text) = json.as_text() else {
            return wrong_type(json, "a text", problems);
        };
        let characters = text.chars().count();
        if characters > LONGEST_TEXT {
            problems.push(Found { at: json.at, kind: ProblemKind::TextTooLong { characters } });
        } else if is_blank(text) {
            problems.push(Found { at: json.at, kind: ProblemKind::EmptyText });
        }
        Self(text.clone())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut schema::Definitions) -> schema::Schema {
        schema::json!({ "type": "string", "pattern": "\\S", "maxLength": LONGEST_TEXT })
    }
}

/// Whether a text is empty but for space; a byte order mark is space to the `\s` of JSON Schema.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || character == '\u{feff}')
}

/// Any text, also an empty one, of any length.
impl Shape for Rc<str> {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        match json.as_text() {
            Some(text) => text.clone(),
            None => wrong_type(json, "a text", problems),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut schema::Definitions) -> schema::Schema {
        schema::json!({ "type": "string" })
    }
}

/// A date of the calendar, `2026-02-01`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Date(pub Rc<str>);

impl Shape for Date {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        let Some(found) = json.as_text() else {
            return wrong_type(json, "a text", problems);
        };
        if !is_date(found) {
            problems.push(Found { at: json.at, kind: ProblemKind::BadDate { found: found.clone() } });
        }
        Self(found.clone())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut schema::Definitions) -> schema::Schema {
        schema::json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
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

/// The whole number within `limits` that stands here.
pub fn read_whole(json: &Json, limits: RangeInclusive<i64>, problems: &mut Vec<Found>) -> Option<i64> {
    let Value::Number(digits) = &json.value else {
        return wrong_type(json, "a whole number", problems);
    };
    let number = json.as_whole();
    if number.is_some_and(|number| limits.contains(&number)) {
        return number;
    }
    let found = digits.clone();
    let kind = match json.is_whole() {
        true => ProblemKind::OutOfRange { found, least: *limits.start(), most: *limits.end() },
        false => ProblemKind::NotWhole { found },
    };
    problems.push(Found { at: json.at, kind });
    None
}

/// A whole number from `LEAST` to `MOST`, where it stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Whole<const LEAST: i64, const MOST: i64> {
    pub at: u32,
    pub number: i64,
}

impl<const LEAST: i64, const MOST: i64> Shape for Whole<LEAST, MOST> {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        match read_whole(json, LEAST..=MOST, problems) {
            Some(number) => Self { at: json.at, number },
            None => Self { at: json.at, number: LEAST.max(0) },
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut schema::Definitions) -> schema::Schema {
        let mut schema = schema::json!({ "type": "integer" });
        if LEAST > i64::MIN {
            schema["minimum"] = LEAST.into();
        }
        if MOST < i64::MAX {
            schema["maximum"] = MOST.into();
        }
        schema
    }
}

/// Whatever stands there.
#[derive(Clone, Debug, Default)]
pub struct Anything;

impl Shape for Anything {
    fn read(_: &Json, _: &mut Vec<Found>) -> Self {
        Self
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut schema::Definitions) -> schema::Schema {
        schema::json!({})
    }
}

/// Any object.
#[derive(Clone, Debug, Default)]
pub struct AnyObject;

impl Shape for AnyObject {
    fn read(json: &Json, problems: &mut Vec<Found>) -> Self {
        match json.value {
            Value::Object(_) => Self,
            _ => wrong_type(json, "an object", problems),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut schema::Definitions) -> schema::Schema {
        schema::json!({ "type": "object" })
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
