//! JSON texts: values with the places where they stand, and why a text is none.
//!
//! `serde_json` reads and writes. What is here adds what the readers of files ask for: where in the text each key and
//! value stands, limits on size and depth, whole numbers without floats. Knows no format.

use crate::encoding::Encoding;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::io;
use std::rc::Rc;

/// The largest file that is read, in bytes: 8 MiB.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;
/// How deep lists and objects may stand inside each other.
pub const DEEPEST_NESTING: usize = 32;

/// A value in a text that has been read. What stands inside it is read when it is asked for, so that a file of millions
/// of values fills no memory.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    /// The byte offset in the file.
    pub at: u32,
    raw: &'a str,
}

/// A key of an object with its value.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    pub key: Cow<'a, str>,
    /// The byte offset of the key.
    pub key_at: u32,
    pub json: Json<'a>,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    Null,
    Bool,
    Number,
    Text,
    List,
    Object,
}

/// Why a text is not JSON, or not JSON that is read here.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntaxError {
    /// The byte offset in the file.
    pub at: u32,
    /// The JSON Pointer of the value that was being read.
    pub pointer: String,
    pub kind: SyntaxErrorKind,
}

/// What was found instead of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    TooLarge,
    /// The file has another encoding than files have.
    NotUtf8 {
        looks_like: Encoding,
    },
    TooDeep,
    /// The text ends inside a value.
    CutShort,
    /// `expected` is what JSON has at this place.
    Unexpected {
        found: char,
        expected: Token,
    },
    ControlCharacter,
    BadEscape,
    /// A `\u` escape that is half of a pair.
    HalfCharacter,
    BadNumber,
    TextAfterEnd,
}

/// What JSON has at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    Value,
    Key,
    Colon,
    CommaOrListEnd,
    CommaOrObjectEnd,
}

/// A JSON number as a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WholeNumber {
    Is(i64),
    /// Whole, and beyond what is counted with.
    Beyond,
    Fraction,
}

impl<'a> Json<'a> {
    /// Reads one value from a file's bytes. A byte order mark before it is passed over.
    pub fn read_bytes(bytes: &'a [u8]) -> Result<Self, SyntaxError> {
        if bytes.len() > LARGEST_FILE {
            return Err(SyntaxError::at(0, SyntaxErrorKind::TooLarge));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::read(text),
            Err(error) => {
                let looks_like = Encoding::of(bytes);
                Err(SyntaxError::at(error.valid_up_to(), SyntaxErrorKind::NotUtf8 { looks_like }))
            }
        }
    }

    /// Reads one value from a text.
    pub fn read(text: &'a str) -> Result<Self, SyntaxError> {
        if text.len() > LARGEST_FILE {
            return Err(SyntaxError::at(0, SyntaxErrorKind::TooLarge));
        }
        let unmarked = text.trim_start_matches('\u{feff}');
        let mark = text.len() - unmarked.len();
        if mark > '\u{feff}'.len_utf8() {
            return Err(SyntaxError::at(0, unexpected(text, '\u{feff}'.len_utf8(), Token::Value)));
        }
        let json = serde_json::from_str::<&RawValue>(unmarked)
            .map_err(|error| SyntaxError::of(&error, unmarked, mark))
            .map(|raw| Self { at: (mark + offset_in(unmarked, raw.get())) as u32, raw: raw.get() })
            .and_then(|json| json.look_through(0).map(|()| json));
        json.map_err(|error| error.with_pointer(text))
    }

    pub fn json_type(self) -> JsonType {
        match self.raw.as_bytes().first() {
            Some(b'n') | None => JsonType::Null,
            Some(b't' | b'f') => JsonType::Bool,
            Some(b'"') => JsonType::Text,
            Some(b'[') => JsonType::List,
            Some(b'{') => JsonType::Object,
            Some(_) => JsonType::Number,
        }
    }

    /// The value as it is written.
    pub fn raw(self) -> &'a str {
        self.raw
    }

    /// The values of a list; none for any other value.
    pub fn items(self) -> Vec<Json<'a>> {
        match self.json_type() {
            JsonType::List => {
                let items: Vec<&RawValue> = serde_json::from_str(self.raw).unwrap_or_default();
                items.into_iter().map(|item| self.inner(item)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The members of an object, also those whose key stood before; none for any other value.
    pub fn members(self) -> Vec<Member<'a>> {
        let member = |(key, value): (&'a RawValue, &'a RawValue)| Member {
            key: decoded(key.get()).unwrap_or_default(),
            key_at: self.inner(key).at,
            json: self.inner(value),
        };
        self.raw_members().into_iter().map(member).collect()
    }

    /// The first member of this key, where this is an object that has it.
    pub fn get(self, key: &str) -> Option<Json<'a>> {
        self.members().into_iter().find(|member| member.key == key).map(|member| member.json)
    }

    /// The text; `None` for any other value.
    pub fn text(self) -> Option<Cow<'a, str>> {
        (self.json_type() == JsonType::Text).then(|| decoded(self.raw).unwrap_or_default())
    }

    /// The number as a whole one, also where it is written as `2.0` or `2e0`; `None` for any other value.
    pub fn whole(self) -> Option<WholeNumber> {
        (self.json_type() == JsonType::Number).then(|| whole(self.raw))
    }

    fn inner(self, raw: &'a RawValue) -> Self {
        Self { at: self.at + offset_in(self.raw, raw.get()) as u32, raw: raw.get() }
    }

    fn raw_members(self) -> Vec<(&'a RawValue, &'a RawValue)> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Vec<(&'de RawValue, &'de RawValue)>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }
        match self.json_type() {
            JsonType::Object => {
                serde_json::Deserializer::from_str(self.raw).deserialize_map(Members).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// Finds what reading a value without looking into it passes over.
    fn look_through(self, depth: usize) -> Result<(), SyntaxError> {
        let whole = |json: Json| match decoded(json.raw) {
            Ok(_) => Ok(()),
            Err(error) => Err(SyntaxError::of(&error, json.raw, json.at as usize)),
        };
        match self.json_type() {
            JsonType::List | JsonType::Object if depth == DEEPEST_NESTING => {
                return Err(SyntaxError::at(self.at as usize, SyntaxErrorKind::TooDeep));
            }
            JsonType::Text => whole(self)?,
            JsonType::List => {
                for item in self.items() {
                    item.look_through(depth + 1)?;
                }
            }
            JsonType::Object => {
                for (key, value) in self.raw_members() {
                    whole(self.inner(key))?;
                    self.inner(value).look_through(depth + 1)?;
                }
            }
            JsonType::Null | JsonType::Bool | JsonType::Number => {}
        }
        Ok(())
    }
}

/// As it was read, in whichever layout is written.
impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.json_type() {
            JsonType::Text => serializer.serialize_str(&self.text().unwrap_or_default()),
            JsonType::List => serializer.collect_seq(self.items()),
            JsonType::Object => serializer.collect_map(self.members().iter().map(|member| (&member.key, member.json))),
            // Digits stay as they are.
            JsonType::Null | JsonType::Bool | JsonType::Number => {
                let raw: &RawValue = serde_json::from_str(self.raw).map_err(serde::ser::Error::custom)?;
                raw.serialize(serializer)
            }
        }
    }
}

/// Takes what is written, as long as it has no more bytes than this.
struct Within {
    written: Vec<u8>,
    most: usize,
}

impl io::Write for Within {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        if self.written.len() + part.len() > self.most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.written.extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a value without space between its parts, unless that has more bytes than this: then no more is written.
pub fn to_compact_within(value: &impl Serialize, bytes: usize) -> Option<String> {
    let mut within = Within { written: Vec::new(), most: bytes };
    // One writer for all: of every type that is written there is a copy for each.
    serde_json::to_writer(&mut within as &mut dyn io::Write, value).ok()?;
    String::from_utf8(within.written).ok().map(as_in_files)
}

/// Writes a value without space between its parts.
pub fn to_compact(value: &impl Serialize) -> String {
    to_compact_within(value, usize::MAX).unwrap_or_else(|| unreachable!("what is written here has keys of text"))
}

/// Writes a value with two spaces a step and a line end at the end, as a person would want to read it.
pub fn to_pretty(value: &impl Serialize) -> String {
    let json = Json { at: 0, raw: &to_compact(value) };
    let pretty = serde_json::to_string_pretty(&json);
    as_in_files(pretty.unwrap_or_else(|error| unreachable!("it was written a moment ago: {error}"))) + "\n"
}

/// `<` can't end a script element that the file is embedded in; the two line separators end lines in older JavaScript; the
/// others steer terminals or turn the reading direction of what stands around them. They stand in texts only.
fn as_in_files(json: String) -> String {
    let is_escaped = |character: char| matches!(character, '<' | '\u{7f}'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !json.contains(is_escaped) {
        return json;
    }
    let mut written = String::with_capacity(json.len());
    for character in json.chars() {
        match is_escaped(character) {
            true => written += &format!("\\u{:04x}", u32::from(character)),
            false => written.push(character),
        }
    }
    written
}

/// The word that a file has for a value, such as a variant of an enum.
pub fn word(value: &impl Serialize) -> Rc<str> {
    to_compact(value).trim_matches('"').into()
}

/// How many bytes into `whole` its part `part` starts.
fn offset_in(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

/// What a text in quotes says.
fn decoded(raw: &str) -> Result<Cow<'_, str>, serde_json::Error> {
    match raw.get(1..raw.len().saturating_sub(1)) {
        Some(plain) if !plain.contains('\\') => Ok(Cow::Borrowed(plain)),
        _ => serde_json::from_str(raw).map(Cow::Owned),
    }
}

impl SyntaxError {
    fn at(at: usize, kind: SyntaxErrorKind) -> Self {
        Self { at: at as u32, pointer: String::new(), kind }
    }

    /// `base` is where the text that was read starts in the file.
    fn of(error: &serde_json::Error, text: &str, base: usize) -> Self {
        use SyntaxErrorKind::{BadEscape, BadNumber, ControlCharacter, CutShort, HalfCharacter, TextAfterEnd};
        let line = text.split_inclusive('\n').take(error.line() - 1).map(str::len).sum::<usize>();
        // A column is how many bytes of its line have been read, most often with what is wrong as the last of them.
        let behind = (line + error.column()).min(text.len());
        let mut at = behind.saturating_sub(1);
        let before = text.as_bytes().get(..behind).unwrap_or_default();
        let escape = before.iter().rposition(|byte| *byte == b'\\').unwrap_or(at);
        let words = error.to_string();
        let kind = match words.split(" at line ").next().unwrap_or_default() {
            _ if error.is_eof() => {
                at = text.len();
                CutShort
            }
            "invalid escape" => {
                at = escape;
                BadEscape
            }
            "lone leading surrogate in hex escape" | "unexpected end of hex escape" => {
                at = escape;
                HalfCharacter
            }
            words if words.starts_with("control character") => {
                at = behind;
                ControlCharacter
            }
            "invalid number" => BadNumber,
            // A word that is none of JSON's is told where it begins.
            "expected ident" => {
                at -= before[..at].iter().rev().take_while(|byte| byte.is_ascii_lowercase()).count();
                unexpected(text, at, Token::Value)
            }
            "trailing characters" => TextAfterEnd,
            "key must be a string" => unexpected(text, at, Token::Key),
            "expected `:`" => unexpected(text, at, Token::Colon),
            "expected `,` or `]`" => unexpected(text, at, Token::CommaOrListEnd),
            "expected `,` or `}`" => unexpected(text, at, Token::CommaOrObjectEnd),
            _ => unexpected(text, at, Token::Value),
        };
        Self::at(base + at, kind)
    }

    /// Works out what was being read. A text that is too deep before it goes wrong is too deep.
    fn with_pointer(self, text: &str) -> Self {
        let mut index = PointerIndex::of(text);
        // A number is wrong behind what is right of it.
        let pointer = index.at(self.at.saturating_sub(u32::from(self.kind == SyntaxErrorKind::BadNumber)));
        match index.too_deep {
            Some(at) if at < self.at => Self::at(at as usize, SyntaxErrorKind::TooDeep).with_pointer(text),
            _ => Self { pointer, ..self },
        }
    }
}

fn unexpected(text: &str, at: usize, expected: Token) -> SyntaxErrorKind {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        Some(found) => SyntaxErrorKind::Unexpected { found, expected },
        None => SyntaxErrorKind::CutShort,
    }
}

/// Walks a text once and tells the line and column of byte offsets that only grow.
pub struct LineIndex<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'a> LineIndex<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { text, at: 0, line: 1, column: 1 }
    }

    /// The line and column of an offset that is not before the last one asked for; both counted from 1, columns in
    /// characters.
    pub fn at(&mut self, at: u32) -> (usize, usize) {
        let end = self.text.floor_char_boundary((at as usize).max(self.at));
        for character in self.text[self.at..end].chars() {
            match character {
                '\n' => (self.line, self.column) = (self.line + 1, 1),
                '\u{feff}' => {}
                _ => self.column += 1,
            }
        }
        self.at = end;
        (self.line, self.column)
    }
}

/// Walks a text once and tells which key or value stands at byte offsets that only grow, as JSON Pointers. The text may
/// be no JSON from there on.
pub struct PointerIndex<'a> {
    text: &'a str,
    at: usize,
    /// The lists and objects around the place, from the outermost.
    around: Vec<Around<'a>>,
    /// Where the first list or object too many begins.
    too_deep: Option<u32>,
}

enum Around<'a> {
    List {
        place: usize,
        is_past_item: bool,
    },
    /// The key in its quotes; `None` where a key is next.
    Object {
        key: Option<&'a str>,
        is_past_value: bool,
    },
}

impl<'a> PointerIndex<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { text, at: 0, around: Vec::new(), too_deep: None }
    }

    /// The pointer of the innermost value whose key or start is at this offset, or in which it is; it is not before the
    /// last one asked for.
    pub fn at(&mut self, at: u32) -> String {
        let at = (at as usize).min(self.text.len());
        while self.at < at {
            let length = self.length();
            if self.at + length > at {
                break;
            }
            self.pass(length);
        }
        let mut pointer = String::new();
        for around in &self.around {
            match around {
                Around::List { place, is_past_item: false } => push_key(&mut pointer, &place.to_string()),
                Around::Object { key: Some(key), is_past_value: false } => push_raw_key(&mut pointer, key),
                _ => {}
            }
        }
        if let Some(Around::Object { key: None, .. }) = self.around.last()
            && self.text.as_bytes().get(self.at) == Some(&b'"')
        {
            push_raw_key(&mut pointer, self.quoted());
        }
        pointer
    }

    /// How long that is which starts here: a text in its quotes, a word, a number, or one character.
    fn length(&self) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        match rest[0] {
            b'"' => self.quoted().len(),
            byte if is_structure(byte) => 1,
            _ => rest.iter().position(|byte| is_structure(*byte)).unwrap_or(rest.len()),
        }
    }

    fn pass(&mut self, length: usize) {
        match self.text.as_bytes()[self.at] {
            b' ' | b'\t' | b'\n' | b'\r' | b':' => {}
            b'[' => self.open(Around::List { place: 0, is_past_item: false }),
            b'{' => self.open(Around::Object { key: None, is_past_value: false }),
            b']' | b'}' => {
                self.around.pop();
                self.pass_value(length);
            }
            b',' => match self.around.last_mut() {
                Some(Around::List { place, is_past_item }) => (*place, *is_past_item) = (*place + 1, false),
                Some(Around::Object { key, is_past_value }) => (*key, *is_past_value) = (None, false),
                None => {}
            },
            b'"' => {
                let quoted = self.quoted();
                match self.around.last_mut() {
                    Some(Around::Object { key: key @ None, .. }) => *key = Some(quoted),
                    _ => self.pass_value(length),
                }
            }
            _ => self.pass_value(length),
        }
        self.at += length;
    }

    fn open(&mut self, around: Around<'a>) {
        if self.around.len() == DEEPEST_NESTING {
            self.too_deep.get_or_insert(self.at as u32);
        }
        self.around.push(around);
    }

    /// So many bytes from here are the end of a value.
    fn pass_value(&mut self, length: usize) {
        match self.around.last_mut() {
            // What goes on to the end of the text may have been cut short.
            _ if self.at + length >= self.text.len() => {}
            Some(Around::List { is_past_item, .. }) => *is_past_item = true,
            Some(Around::Object { is_past_value, .. }) => *is_past_value = true,
            None => {}
        }
    }

    /// The text in quotes that starts here, as far as it goes.
    fn quoted(&self) -> &'a str {
        let rest = &self.text[self.at..];
        let mut is_escaped = false;
        let end = rest.bytes().skip(1).position(|byte| {
            let is_end = byte == b'"' && !is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            is_end
        });
        end.map_or(rest, |end| &rest[..end + 2])
    }
}

fn is_structure(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' | b'"' | b'[' | b']' | b'{' | b'}')
}

fn push_raw_key(pointer: &mut String, raw: &str) {
    if let Ok(key) = decoded(raw) {
        push_key(pointer, &key);
    }
}

/// Adds a key to a JSON Pointer (RFC 6901).
fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
}

/// A power of ten beyond this counts as this one.
const HIGHEST_POWER: i64 = 1 << 59;

/// The whole number that the digits of a JSON number say, if they do: no floats on the way.
fn whole(number: &str) -> WholeNumber {
    let (mantissa, power) = number.split_once(['e', 'E']).unwrap_or((number, ""));
    let (mut digits, mut exponent, mut is_after_point) = (Vec::new(), 0, false);
    for byte in mantissa.bytes() {
        match byte {
            b'.' => is_after_point = true,
            b'0'..=b'9' => {
                exponent -= i64::from(is_after_point);
                if byte != b'0' || !digits.is_empty() {
                    digits.push(byte);
                }
            }
            _ => {}
        }
    }
    while let Some(b'0') = digits.last() {
        digits.pop();
        exponent += 1;
    }
    if digits.is_empty() {
        return WholeNumber::Is(0);
    }
    let moved = power.bytes().filter(u8::is_ascii_digit);
    let moved = moved.fold(0, |moved, byte| (moved * 10 + i64::from(byte - b'0')).min(HIGHEST_POWER));
    exponent += if power.starts_with('-') { -moved } else { moved };
    if exponent < 0 {
        return WholeNumber::Fraction;
    }
    // More than nineteen digits are beyond in any case.
    if digits.len() as i64 + exponent > 19 {
        return WholeNumber::Beyond;
    }
    digits.resize(digits.len() + exponent as usize, b'0');
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let written = sign.to_owned() + &String::from_utf8_lossy(&digits);
    written.parse().map_or(WholeNumber::Beyond, WholeNumber::Is)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> (u32, String, SyntaxErrorKind) {
        let error = Json::read(text).unwrap_err();
        (error.at, error.pointer, error.kind)
    }

    #[test]
    fn what_is_not_json_is_told_with_its_place() {
        use SyntaxErrorKind::*;
        let found = |found, expected| Unexpected { found, expected };
        assert_eq!(error(r#"{"a": [1, }"#), (10, "/a/1".into(), found('}', Token::Value)));
        assert_eq!(error(r#"{"a": [1 2]"#), (9, "/a".into(), found('2', Token::CommaOrListEnd)));
        assert_eq!(error("{\"a\": 1\n \"b\": 2"), (9, "".into(), found('"', Token::CommaOrObjectEnd)));
        assert_eq!(error(r#"{"a" 1}"#), (5, "/a".into(), found('1', Token::Colon)));
        assert_eq!(error("{a: 1}"), (1, "".into(), found('a', Token::Key)));
        assert_eq!(error("{\"æ\": nul}"), (7, "/æ".into(), found('n', Token::Value)));
        assert_eq!(error("{\"æ\": ø}"), (7, "/æ".into(), found('ø', Token::Value)));
        assert_eq!(error(r#"{"a": "x"#), (8, "/a".into(), CutShort));
        assert_eq!(error(""), (0, "".into(), CutShort));
        assert_eq!(error("01"), (1, "".into(), BadNumber));
        assert_eq!(error("[1.]"), (3, "/0".into(), BadNumber));
        assert_eq!(error("1 2"), (2, "".into(), TextAfterEnd));
        assert_eq!(error("\"\u{1}\""), (1, "".into(), ControlCharacter));
        assert_eq!(error("\"a\nb\""), (2, "".into(), ControlCharacter));
        assert_eq!(error(r#""\ud800""#), (1, "".into(), HalfCharacter));
        assert_eq!(error(r#"{"\ud800a": 1}"#), (2, "".into(), HalfCharacter));
        assert_eq!(error(r#"{"a": ["b", "\x"]}"#), (13, "/a/1".into(), BadEscape));
        assert_eq!(error(r#""\x""#), (1, "".into(), BadEscape));
        assert_eq!(error(r#""\u00é9""#), (1, "".into(), BadEscape));
        assert_eq!(error(r#""\u12"#), (5, "".into(), CutShort));
        assert_eq!(error("\u{feff}\u{feff}1"), (0, "".into(), found('\u{feff}', Token::Value)));
    }

    #[test]
    fn nesting_ends_at_32_however_deep_the_file_is() {
        let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Json::read(&deep(32)).is_ok());
        assert_eq!(error(&deep(33)), (32, "/0".repeat(32), SyntaxErrorKind::TooDeep));
        assert_eq!(error(&"[".repeat(1_000_000)), (32, "/0".repeat(32), SyntaxErrorKind::TooDeep));
        assert_eq!(
            error(&format!("{} x", "[".repeat(32))).2,
            SyntaxErrorKind::Unexpected { found: 'x', expected: Token::Value }
        );
    }

    #[test]
    fn a_pointer_leads_to_the_key_or_value_at_a_place() {
        let mut index = PointerIndex::of(r#"{"a/b": [10, {"c\"": 20}], "d": 3}"#);
        let pointers = [0, 1, 8, 9, 13, 14, 21, 27, 32].map(|at| index.at(at));
        assert_eq!(pointers, ["", "/a~1b", "/a~1b", "/a~1b/0", "/a~1b/1", "/a~1b/1/c\"", "/a~1b/1/c\"", "/d", "/d"]);
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let mut lines = LineIndex::of("æø\nå: x");
        assert_eq!([2, 5, 8, 100].map(|at| lines.at(at)), [(1, 2), (2, 1), (2, 3), (2, 5)]);
        assert_eq!(LineIndex::of("").at(0), (1, 1));
    }

    #[test]
    fn each_value_knows_where_it_stands() {
        let text = "\u{feff} {\"a\": [1, \"x\\n\"], \"b\\u00e6\": {}}";
        let json = Json::read(text).unwrap();
        assert_eq!((json.at, json.json_type()), (4, JsonType::Object));
        let members = json.members();
        assert_eq!((&*members[1].key, members[1].key_at, members[1].json.at), ("bæ", 22, 33));
        let items = members[0].json.items();
        assert_eq!((items[1].at, items[1].text().as_deref()), (14, Some("x\n")));
        assert_eq!(items[0].raw(), "1");
        assert!(json.get("b").is_none() && json.get("a").is_some());
    }

    #[test]
    fn whole_numbers_are_known_however_they_are_written() {
        let whole = |text: &str| Json::read(text).unwrap().whole().unwrap();
        for (text, number) in [
            ("2", 2),
            ("2.0", 2),
            ("20e-1", 2),
            ("0.2e1", 2),
            ("-0", 0),
            ("2E+0", 2),
            ("-100e-2", -1),
            ("100000000000000000000e-20", 1),
            ("0e99999999999999999999", 0),
            ("-9223372036854775808", i64::MIN),
            ("9223372036854775807", i64::MAX),
        ] {
            assert_eq!(whole(text), WholeNumber::Is(number), "{text}");
        }
        for text in ["1e400", "99999999999999999999", "9223372036854775808", "-1e19"] {
            assert_eq!(whole(text), WholeNumber::Beyond, "{text}");
        }
        for text in ["2.5", "1e-1", "1e-99999999999999999999", "0.1"] {
            assert_eq!(whole(text), WholeNumber::Fraction, "{text}");
        }
    }
}
