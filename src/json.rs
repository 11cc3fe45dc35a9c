//! JSON values that know where they stand in their text: reading, writing and comparing.
//!
//! The formats ask for every problem with its pointer, line and column, for whole numbers only, and for unknown parts to
//! be written back as they were; this keeps places and the digits of numbers. Reading every format by serde's types was
//! tried and took over 50 kB more in the browser. Knows nothing of frameworks or assessments.

use std::fmt::Write;
use std::rc::Rc;

/// The largest file that is read, in bytes: 8 MiB.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;
/// How deep lists and objects may stand inside each other.
pub const DEEPEST_NESTING: usize = 32;

/// A value and where it starts. Two are equal when they are written with the same parts in the same order, wherever they
/// stand; [`Json::same_as`] compares what they mean.
#[derive(Clone, Debug)]
pub struct Json {
    /// The byte offset in the text that it was read from; 0 for values made in memory.
    pub at: u32,
    pub value: Value,
}

/// What stands there.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    /// The digits as written.
    Number(Rc<str>),
    Text(Rc<str>),
    List(Vec<Json>),
    Object(Vec<Member>),
}

/// A key of an object with its value.
#[derive(Clone, Debug)]
pub struct Member {
    pub key: Rc<str>,
    /// The byte offset of the key.
    pub key_at: u32,
    pub json: Json,
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl PartialEq for Member {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.json == other.json
    }
}

/// Why a text is not JSON, or not JSON that is read here.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntaxError {
    pub at: u32,
    /// The JSON Pointer of the value that was being read.
    pub pointer: String,
    pub kind: SyntaxErrorKind,
}

/// What was found instead of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    TooLarge {
        bytes: usize,
    },
    NotUtf8,
    TooDeep,
    /// The text ends inside a value.
    CutShort,
    /// `expected` is what JSON has at this place.
    Unexpected {
        found: char,
        expected: &'static str,
    },
    ControlCharacter,
    BadEscape,
    /// A `\u` escape that is half of a pair.
    HalfCharacter,
    BadNumber,
    TextAfterEnd,
}

impl Json {
    /// Reads one value from a file's bytes. A byte order mark before it is passed over.
    pub fn read_bytes(bytes: &[u8]) -> Result<Self, SyntaxError> {
        if bytes.len() > LARGEST_FILE {
            return Err(SyntaxError::at(0, SyntaxErrorKind::TooLarge { bytes: bytes.len() }));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::read(text),
            Err(error) => Err(SyntaxError::at(error.valid_up_to(), SyntaxErrorKind::NotUtf8)),
        }
    }

    /// Reads one value from a text.
    pub fn read(text: &str) -> Result<Self, SyntaxError> {
        let mut reader = Reader { text, at: 0, failure: SyntaxError::at(0, SyntaxErrorKind::CutShort) };
        reader.file().ok_or(reader.failure)
    }

    /// A list of so many items, each made by its place.
    pub fn list(count: usize, item: &dyn Fn(usize) -> Json) -> Self {
        let mut items = Vec::new();
        for place in 0..count {
            items.push(item(place));
        }
        Value::List(items).into()
    }

    /// The member of this key, where this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.members().iter().find(|member| &*member.key == key).map(|member| &member.json)
    }

    /// The member of this key; `null` where this is no object or hasn't it.
    pub fn part(&self, key: &str) -> &Json {
        const NULL: &Json = &Json { at: 0, value: Value::Null };
        self.get(key).unwrap_or(NULL)
    }

    /// The members of an object; none for any other value.
    pub fn members(&self) -> &[Member] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// The values of a list; none for any other value.
    pub fn items(&self) -> &[Json] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub fn as_text(&self) -> Option<&Rc<str>> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text; empty for any other value.
    pub fn text(&self) -> Rc<str> {
        self.as_text().cloned().unwrap_or_default()
    }

    /// The number, where it is a whole one, also when it is written as `2.0` or `2e0`.
    pub fn as_whole(&self) -> Option<i64> {
        match &self.value {
            Value::Number(digits) => whole(digits),
            _ => None,
        }
    }

    /// Whether this is a whole number, also one that is too large for [`Json::as_whole`].
    pub fn is_whole(&self) -> bool {
        matches!(&self.value, Value::Number(digits) if Decimal::of(digits).exponent >= 0)
    }

    /// Writes the value with two spaces a step and a line end at the end, as a person would want to read it.
    pub fn to_pretty(&self) -> String {
        let mut text = String::new();
        write_value(&mut text, self, Some(0));
        text.push('\n');
        text
    }

    /// Writes the value without space between its parts.
    pub fn to_compact(&self) -> String {
        let mut text = String::new();
        write_value(&mut text, self, None);
        text
    }

    /// Whether both are the same JSON value: the order of keys and the way a number is written don't matter.
    pub fn same_as(&self, other: &Json) -> bool {
        match (&self.value, &other.value) {
            (Value::Number(one), Value::Number(two)) => one == two || Decimal::of(one) == Decimal::of(two),
            (Value::List(one), Value::List(two)) => {
                one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.same_as(two))
            }
            (Value::Object(one), Value::Object(two)) => {
                let (one, two) = (by_key(one), by_key(two));
                let same = |(one, two): (&&Member, &&Member)| one.key == two.key && one.json.same_as(&two.json);
                one.len() == two.len() && one.iter().zip(&two).all(same)
            }
            (Value::Text(one), Value::Text(two)) => one == two,
            (Value::Bool(one), Value::Bool(two)) => one == two,
            (one, two) => matches!((one, two), (Value::Null, Value::Null)),
        }
    }

    /// The JSON Pointer of the innermost value whose key or start is at this offset.
    pub fn pointer_to(&self, at: u32) -> String {
        let mut pointer = String::new();
        let mut here = self;
        while here.at != at {
            match &here.value {
                Value::List(items) => {
                    let Some(place) = items.partition_point(|item| item.at <= at).checked_sub(1) else { break };
                    push_key(&mut pointer, &place.to_string());
                    here = &items[place];
                }
                Value::Object(members) => {
                    let Some(place) = members.partition_point(|member| member.key_at <= at).checked_sub(1) else {
                        break;
                    };
                    push_key(&mut pointer, &members[place].key);
                    if members[place].key_at == at {
                        break;
                    }
                    here = &members[place].json;
                }
                _ => break,
            }
        }
        pointer
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        Self { at: 0, value }
    }
}
impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Value::Text(text.into()).into()
    }
}
impl From<&Rc<str>> for Json {
    fn from(text: &Rc<str>) -> Self {
        Value::Text(text.clone()).into()
    }
}
impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Value::Number(number.to_string().into()).into()
    }
}
impl From<bool> for Json {
    fn from(truth: bool) -> Self {
        Value::Bool(truth).into()
    }
}
impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null.into(), Into::into)
    }
}

/// An object made member by member, in the order in which a reader wants them.
#[derive(Default)]
#[expect(clippy::box_collection, reason = "each step hands on one pointer, which is a few bytes in each of very many")]
pub struct Object(Box<Vec<Member>>);

impl Object {
    pub fn with(mut self, key: &str, json: impl Into<Json>) -> Self {
        self.push(key, json.into());
        self
    }

    /// Adds the member only where there is a value.
    pub fn with_some(self, key: &str, json: Option<impl Into<Json>>) -> Self {
        match json {
            Some(json) => self.with(key, json),
            None => self,
        }
    }

    /// Adds members as they were read.
    pub fn with_members(mut self, members: &[Member]) -> Self {
        self.0.extend_from_slice(members);
        self
    }

    fn push(&mut self, key: &str, json: Json) {
        self.0.push(Member { key: key.into(), key_at: 0, json });
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Value::Object(*object.0).into()
    }
}

/// Walks a text once and tells the line and column of byte offsets that only grow: a file may have a million problems.
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
        let mut end = (at as usize).clamp(self.at, self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
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

/// Adds a key to a JSON Pointer (RFC 6901).
pub fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// Members in the order of their keys, so that two objects are compared without looking up each key.
pub fn by_key(members: &[Member]) -> Vec<&Member> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by(|one, two| one.key.cmp(&two.key));
    members
}

/// The whole number that the digits of a JSON number say, if they do: no floats on the way.
fn whole(number: &str) -> Option<i64> {
    let Decimal { is_negative, digits, exponent } = Decimal::of(number);
    // Nineteen digits never go beyond what the absolute value has room for.
    let length = i64::try_from(digits.len()).ok()? + exponent;
    if exponent < 0 || length > 19 {
        return None;
    }
    let mut absolute: u64 = 0;
    for place in 0..length as usize {
        absolute = absolute * 10 + u64::from(digits.get(place).map_or(0, |digit| digit - b'0'));
    }
    match is_negative {
        true => (absolute <= i64::MIN.unsigned_abs()).then(|| (absolute as i64).wrapping_neg()),
        false => i64::try_from(absolute).ok(),
    }
}

/// What a JSON number means: `digits` times ten to the `exponent`, the same however it was written.
#[derive(PartialEq)]
struct Decimal {
    is_negative: bool,
    /// Without zeros at either end; none for zero.
    digits: Vec<u8>,
    exponent: i64,
}

/// A power of ten beyond this counts as this one.
const HIGHEST_POWER: i64 = 1 << 59;

impl Decimal {
    fn of(number: &str) -> Self {
        let end = number.bytes().position(|byte| matches!(byte, b'e' | b'E')).unwrap_or(number.len());
        let (mantissa, power) = number.as_bytes().split_at(end);
        let (mut digits, mut exponent, mut is_after_point) = (Vec::new(), 0, false);
        for &byte in mantissa {
            if byte == b'.' {
                is_after_point = true;
            } else if byte.is_ascii_digit() {
                exponent -= i64::from(is_after_point);
                if byte != b'0' || !digits.is_empty() {
                    digits.push(byte);
                }
            }
        }
        while let Some(b'0') = digits.last() {
            digits.pop();
            exponent += 1;
        }
        if digits.is_empty() {
            return Self { is_negative: false, digits, exponent: 0 };
        }
        let mut moved = 0;
        for byte in power.iter().filter(|byte| byte.is_ascii_digit()) {
            moved = (moved * 10 + i64::from(byte - b'0')).min(HIGHEST_POWER);
        }
        exponent += if power.contains(&b'-') { -moved } else { moved };
        Self { is_negative: mantissa.first() == Some(&b'-'), digits, exponent }
    }
}

/// Reads a text from the front. Whatever reads a part gives `None` where it fails, and why is put down.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    failure: SyntaxError,
}

impl SyntaxError {
    fn at(at: usize, kind: SyntaxErrorKind) -> Self {
        Self { at: at as u32, pointer: String::new(), kind }
    }
}

impl Reader<'_> {
    fn fail<T>(&mut self, kind: SyntaxErrorKind) -> Option<T> {
        self.put_down(kind);
        None
    }

    fn put_down(&mut self, kind: SyntaxErrorKind) {
        self.failure.at = self.at as u32;
        self.failure.kind = kind;
    }

    /// Puts down that the failure is in the value of this key or place.
    fn failed_inside(&mut self, key: &str) {
        let mut pointer = String::new();
        push_key(&mut pointer, key);
        pointer.push_str(&self.failure.pointer);
        self.failure.pointer = pointer;
    }

    fn unexpected<T>(&mut self, expected: &'static str) -> Option<T> {
        self.put_down_unexpected(expected);
        None
    }

    fn put_down_unexpected(&mut self, expected: &'static str) {
        let found = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        self.put_down(match found {
            Some(found) => SyntaxErrorKind::Unexpected { found, expected },
            None => SyntaxErrorKind::CutShort,
        });
    }

    /// The byte that is next; 0, which stands nowhere in JSON, at the end.
    fn peek(&self) -> u8 {
        self.peek_after(0)
    }

    fn peek_after(&self, bytes: usize) -> u8 {
        self.text.as_bytes().get(self.at + bytes).copied().unwrap_or(0)
    }

    /// Passes over this byte where it is next.
    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == byte;
        self.at += usize::from(is_next);
        is_next
    }

    fn skip_space(&mut self) {
        while let b' ' | b'\t' | b'\n' | b'\r' = self.peek() {
            self.at += 1;
        }
    }

    /// What was read since it stood here.
    fn since(&self, start: usize) -> &str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn file(&mut self) -> Option<Json> {
        if self.text.len() > LARGEST_FILE {
            return self.fail(SyntaxErrorKind::TooLarge { bytes: self.text.len() });
        }
        if self.text.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
        }
        let json = self.value(0)?;
        self.skip_space();
        if self.at < self.text.len() {
            return self.fail(SyntaxErrorKind::TextAfterEnd);
        }
        Some(json)
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        self.skip_space();
        let at = self.at as u32;
        let value = match self.peek() {
            b'{' | b'[' if depth == DEEPEST_NESTING => return self.fail(SyntaxErrorKind::TooDeep),
            b'{' => Value::Object(self.object(depth + 1)?),
            b'[' => Value::List(self.list(depth + 1)?),
            b'"' => Value::Text(self.string()?),
            b'-' | b'0'..=b'9' => Value::Number(self.number()?),
            _ => self.word()?,
        };
        Some(Json { at, value })
    }

    fn word(&mut self) -> Option<Value> {
        let rest = &self.text.as_bytes()[self.at..];
        let (length, value) = if rest.starts_with(b"null") {
            (4, Value::Null)
        } else if rest.starts_with(b"true") {
            (4, Value::Bool(true))
        } else if rest.starts_with(b"false") {
            (5, Value::Bool(false))
        } else {
            return self.unexpected("a value");
        };
        self.at += length;
        Some(value)
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Json>> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.takes(b']') {
            return Some(items);
        }
        loop {
            let Some(item) = self.value(depth) else {
                self.failed_inside(&items.len().to_string());
                return None;
            };
            items.push(item);
            self.skip_space();
            if self.takes(b']') {
                return Some(items);
            }
            if !self.takes(b',') {
                return self.unexpected("`,` or `]`");
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Vec<Member>> {
        let mut members = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.takes(b'}') {
            return Some(members);
        }
        loop {
            self.skip_space();
            let key_at = self.at as u32;
            if self.peek() != b'"' {
                return self.unexpected("a key in double quotes");
            }
            let key = self.string()?;
            let Some(json) = self.member_value(depth) else {
                self.failed_inside(&key);
                return None;
            };
            members.push(Member { key, key_at, json });
            self.skip_space();
            if self.takes(b'}') {
                return Some(members);
            }
            if !self.takes(b',') {
                return self.unexpected("`,` or `}`");
            }
        }
    }

    fn member_value(&mut self, depth: usize) -> Option<Json> {
        self.skip_space();
        if !self.takes(b':') {
            return self.unexpected("`:`");
        }
        self.value(depth)
    }

    fn string(&mut self) -> Option<Rc<str>> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), b'"' | b'\\' | ..0x20) {
                self.at += 1;
            }
            text.push_str(self.since(start));
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    return Some(text.into());
                }
                b'\\' => text.push(self.escape()?),
                _ => return self.fail_or_end(SyntaxErrorKind::ControlCharacter, 0),
            }
        }
    }

    /// Fails with this, or because the text ends before so many bytes more.
    fn fail_or_end<T>(&mut self, kind: SyntaxErrorKind, bytes: usize) -> Option<T> {
        let is_end = self.at + bytes >= self.text.len();
        self.fail(if is_end { SyntaxErrorKind::CutShort } else { kind })
    }

    fn escape(&mut self) -> Option<char> {
        let character = match self.peek_after(1) {
            letter @ (b'"' | b'\\' | b'/') => letter as char,
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode_escape(),
            _ => return self.fail_or_end(SyntaxErrorKind::BadEscape, 1),
        };
        self.at += 2;
        Some(character)
    }

    fn unicode_escape(&mut self) -> Option<char> {
        let mut code = self.code_unit(0)?;
        let mut length = 6;
        if let 0xd800..0xdc00 = code
            && let Some(second @ 0xdc00..0xe000) = self.code_unit(6)
        {
            code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
            length = 12;
        }
        let Some(character) = char::from_u32(code) else { return self.fail(SyntaxErrorKind::HalfCharacter) };
        self.at += length;
        Some(character)
    }

    /// The number in the `\uXXXX` so many bytes from here.
    fn code_unit(&mut self, after: usize) -> Option<u32> {
        let rest = &self.text.as_bytes()[self.at + after..];
        if rest.len() < 6 && !rest.contains(&b'"') {
            return self.fail(SyntaxErrorKind::CutShort);
        }
        if !rest.starts_with(b"\\u") {
            return self.fail(SyntaxErrorKind::BadEscape);
        }
        let mut code = 0;
        for place in 2..6 {
            let Some(digit) = char::from(self.peek_after(after + place)).to_digit(16) else {
                return self.fail(SyntaxErrorKind::BadEscape);
            };
            code = code * 16 + digit;
        }
        Some(code)
    }

    fn number(&mut self) -> Option<Rc<str>> {
        let start = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        } else if self.peek().is_ascii_digit() {
            return self.fail(SyntaxErrorKind::BadNumber);
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        Some(self.since(start).into())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        if start < self.at { Some(()) } else { self.fail(SyntaxErrorKind::BadNumber) }
    }
}

/// Writes a value; `indent` is the depth for pretty writing, `None` for compact.
fn write_value(out: &mut String, json: &Json, indent: Option<usize>) {
    match &json.value {
        Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(digits) => out.push_str(digits),
        Value::Text(text) => write_text(out, text),
        Value::List(_) => write_parts(out, json, indent, "[", "]"),
        Value::Object(_) => write_parts(out, json, indent, "{", "}"),
    }
}

/// Writes the items or members of a value between these.
fn write_parts(out: &mut String, json: &Json, indent: Option<usize>, open: &str, close: &str) {
    out.push_str(open);
    let inner = indent.map(|depth| depth + 1);
    let (items, members) = (json.items(), json.members());
    let count = items.len() + members.len();
    for place in 0..count {
        if place > 0 {
            out.push(',');
        }
        break_line(out, inner);
        if let Some(Member { key, json, .. }) = members.get(place) {
            write_text(out, key);
            out.push_str(if indent.is_some() { ": " } else { ":" });
            write_value(out, json, inner);
        } else if let Some(item) = items.get(place) {
            write_value(out, item, inner);
        }
    }
    if count > 0 {
        break_line(out, indent);
    }
    out.push_str(close);
}

fn break_line(out: &mut String, indent: Option<usize>) {
    if let Some(depth) = indent {
        out.push('\n');
        for _ in 0..depth {
            out.push_str("  ");
        }
    }
}

/// Writes a character as its code.
pub fn push_code(out: &mut String, character: char) {
    let _ = write!(out, "\\u{:04x}", character as u32);
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // `<` can't end a script element that the file is embedded in; the two line separators end lines in
            // older JavaScript.
            '<' | '\u{2028}' | '\u{2029}' | '\u{0}'..='\u{1f}' => push_code(out, character),
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> (u32, String, SyntaxErrorKind) {
        let error = Json::read(text).unwrap_err();
        (error.at, error.pointer, error.kind)
    }

    #[test]
    fn a_value_is_written_as_it_was_read() {
        let text = r#"{"a":[1,-2.50e3,true,false,null],"b":{"ø":"\"\\\n\u0001æ😀"}}"#;
        assert_eq!(Json::read(text).unwrap().to_compact(), text);
    }

    #[test]
    fn an_escaped_pair_is_one_character() {
        assert_eq!(Json::read(r#""\ud83d\ude00\u00e6""#).unwrap().as_text().unwrap().as_ref(), "😀æ");
    }

    #[test]
    fn what_is_not_json_is_told_with_its_place() {
        use SyntaxErrorKind::*;
        assert_eq!(error(r#"{"a": [1, }"#), (10, "/a/1".into(), Unexpected { found: '}', expected: "a value" }));
        assert_eq!(error(r#"{"a" 1}"#), (5, "/a".into(), Unexpected { found: '1', expected: "`:`" }));
        assert_eq!(error(r#"{"a": "x"#), (8, "/a".into(), CutShort));
        assert_eq!(error(""), (0, "".into(), CutShort));
        assert_eq!(error("01"), (1, "".into(), BadNumber));
        assert_eq!(error("1 2"), (2, "".into(), TextAfterEnd));
        assert_eq!(error("\"\u{1}\""), (1, "".into(), ControlCharacter));
        assert_eq!(error(r#""\ud800""#), (1, "".into(), HalfCharacter));
        assert_eq!(error(r#""\x""#), (1, "".into(), BadEscape));
        assert_eq!(error(r#""\u00é9""#), (1, "".into(), BadEscape));
        assert_eq!(error(r#""\u12"#), (1, "".into(), CutShort));
    }

    #[test]
    fn nesting_ends_at_32_however_deep_the_file_is() {
        let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Json::read(&deep(32)).is_ok());
        assert_eq!(error(&deep(33)).2, SyntaxErrorKind::TooDeep);
        assert_eq!(error(&"[".repeat(1_000_000)).0, 32);
    }

    #[test]
    fn a_pointer_leads_to_the_key_or_value_at_a_place() {
        let json = Json::read(r#"{"a/b": [10, {"c": 20}], "d": 3}"#).unwrap();
        assert_eq!(json.pointer_to(0), "");
        assert_eq!(json.pointer_to(1), "/a~1b");
        assert_eq!(json.pointer_to(8), "/a~1b");
        assert_eq!(json.pointer_to(9), "/a~1b/0");
        assert_eq!(json.pointer_to(13), "/a~1b/1");
        assert_eq!(json.pointer_to(14), "/a~1b/1/c");
        assert_eq!(json.pointer_to(19), "/a~1b/1/c");
        assert_eq!(json.pointer_to(30), "/d");
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let mut lines = LineIndex::of("æø\nå: x");
        assert_eq!([2, 5, 8, 100].map(|at| lines.at(at)), [(1, 2), (2, 1), (2, 3), (2, 5)]);
        assert_eq!(LineIndex::of("").at(0), (1, 1));
    }

    #[test]
    fn whole_numbers_are_known_however_they_are_written() {
        let whole = |text: &str| Json::read(text).unwrap().as_whole();
        assert_eq!(
            ["2", "2.0", "20e-1", "0.2e1", "-0", "2E+0"].map(whole),
            [Some(2), Some(2), Some(2), Some(2), Some(0), Some(2)]
        );
        assert_eq!(
            ["-100e-2", "100000000000000000000e-20", "0e99999999999999999999", "-9223372036854775808"].map(whole),
            [Some(-1), Some(1), Some(0), Some(i64::MIN)]
        );
        assert_eq!(["2.5", "1e-1", "1e400", "99999999999999999999"].map(whole), [None; 4]);
        let is_whole = |text: &str| Json::read(text).unwrap().is_whole();
        assert_eq!(
            ["1e400", "99999999999999999999", "1.50e1", "2.5", "1e-99999999999999999999"].map(is_whole),
            [true, true, true, false, false]
        );
    }

    #[test]
    fn the_same_value_may_be_written_in_another_order() {
        let same = |one: &str, two: &str| Json::read(one).unwrap().same_as(&Json::read(two).unwrap());
        assert!(same(r#"{"a": 1, "b": [2]}"#, r#"{"b": [2.0], "a": 1}"#));
        assert!(!same(r#"{"a": 1}"#, r#"{"a": 1, "b": 2}"#));
        assert!(!same("[1, 2]", "[2, 1]"));
        assert!(same("[2.50, 1e400, -0.0]", "[25e-1, 10e399, 0]"));
        assert!(!same(r#"{"a": 1, "a": 1}"#, r#"{"a": 1, "b": 1}"#));
    }

    #[test]
    fn large_objects_are_compared_in_the_time_of_a_sort() {
        let of = |keys: &mut dyn Iterator<Item = u32>| {
            Json::from(keys.fold(Object::default(), |object, key| object.with(&key.to_string(), i64::from(key))))
        };
        assert!(of(&mut (0..100_000)).same_as(&of(&mut (0..100_000).rev())));
    }
}
