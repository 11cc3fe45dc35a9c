//! JSON values that know where they stand in their text: reading, writing and comparing.
//!
//! The formats ask for every problem with its pointer, line and column, for whole numbers only, and for unknown parts to
//! be written back as they were; this keeps places and the digits of numbers, and costs a fraction of the bytes that a
//! general reader does in the browser. Knows nothing of frameworks or assessments.

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
        let error = |at: usize, kind| SyntaxError { at: at as u32, pointer: String::new(), kind };
        if bytes.len() > LARGEST_FILE {
            return Err(error(0, SyntaxErrorKind::TooLarge { bytes: bytes.len() }));
        }
        let text = std::str::from_utf8(bytes).map_err(|found| error(found.valid_up_to(), SyntaxErrorKind::NotUtf8))?;
        Self::read(text)
    }

    /// Reads one value from a text.
    pub fn read(text: &str) -> Result<Self, SyntaxError> {
        let mut reader = Reader { text, at: 0 };
        let fail = |at: usize, kind| SyntaxError { at: at as u32, pointer: String::new(), kind };
        if text.len() > LARGEST_FILE {
            return Err(fail(0, SyntaxErrorKind::TooLarge { bytes: text.len() }));
        }
        if text.starts_with('\u{feff}') {
            reader.at = '\u{feff}'.len_utf8();
        }
        let json = reader.value(0)?;
        reader.skip_space();
        if reader.at < text.len() {
            return Err(fail(reader.at, SyntaxErrorKind::TextAfterEnd));
        }
        Ok(json)
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
            (one, two) => one == two,
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
                    let _ = write!(pointer, "/{place}");
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
impl FromIterator<Json> for Json {
    fn from_iter<T: IntoIterator<Item = Json>>(items: T) -> Self {
        Value::List(items.into_iter().collect()).into()
    }
}

/// An object made member by member, in the order in which a reader wants them.
#[derive(Default)]
pub struct Object(Vec<Member>);

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
        Value::Object(object.0).into()
    }
}

impl<K: AsRef<str>> FromIterator<(K, Json)> for Object {
    fn from_iter<T: IntoIterator<Item = (K, Json)>>(members: T) -> Self {
        let mut object = Object::default();
        members.into_iter().for_each(|(key, json)| object.push(key.as_ref(), json));
        object
    }
}

/// Walks a text once and tells the line and column of byte offsets that only grow: a file may have a million problems.
pub struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'a> Lines<'a> {
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
    crate::order::sorted(members.iter().collect(), |one, two| one.key.cmp(&two.key))
}

/// The whole number that the digits of a JSON number say, if they do: no floats on the way.
fn whole(digits: &str) -> Option<i64> {
    if let Ok(number) = digits.parse() {
        return Some(number);
    }
    let Decimal { sign, digits, exponent } = Decimal::of(digits);
    let zeros = usize::try_from(exponent).ok().filter(|zeros| digits.len() + zeros <= 19)?;
    format!("{sign}{digits}{}", "0".repeat(zeros)).parse().ok()
}

/// What a JSON number means: `digits` times ten to the `exponent`, the same however it was written.
#[derive(PartialEq)]
struct Decimal {
    /// `-` or nothing.
    sign: &'static str,
    /// Without zeros at either end; `0` for zero.
    digits: String,
    exponent: i64,
}

impl Decimal {
    fn of(number: &str) -> Self {
        let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
        let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{before}{after}");
        let digits = all.trim_end_matches('0');
        let zeros = all.len() - digits.len();
        let digits = digits.trim_start_matches('0');
        if digits.is_empty() {
            return Self { sign: "", digits: "0".to_owned(), exponent: 0 };
        }
        let beyond = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
        let exponent =
            exponent.parse().unwrap_or(beyond).saturating_add(zeros as i64).saturating_sub(after.len() as i64);
        Self { sign, digits: digits.to_owned(), exponent }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn fail<T>(&self, kind: SyntaxErrorKind) -> Result<T, SyntaxError> {
        Err(SyntaxError { at: self.at as u32, pointer: String::new(), kind })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn unexpected<T>(&self, expected: &'static str) -> Result<T, SyntaxError> {
        match self.text[self.at..].chars().next() {
            Some(found) => self.fail(SyntaxErrorKind::Unexpected { found, expected }),
            None => self.fail(SyntaxErrorKind::CutShort),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Json, SyntaxError> {
        self.skip_space();
        let at = self.at as u32;
        let value = match self.peek() {
            Some(b'{' | b'[') if depth == DEEPEST_NESTING => return self.fail(SyntaxErrorKind::TooDeep),
            Some(b'{') => Value::Object(self.object(depth + 1)?),
            Some(b'[') => Value::List(self.list(depth + 1)?),
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
            _ => self.word()?,
        };
        Ok(Json { at, value })
    }

    fn word(&mut self) -> Result<Value, SyntaxError> {
        let words = [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))];
        for (word, value) in words {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        self.unexpected("a value")
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Json>, SyntaxError> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(items);
        }
        loop {
            let item = self.value(depth).map_err(|mut error| {
                error.pointer.insert_str(0, &format!("/{}", items.len()));
                error
            })?;
            items.push(item);
            self.skip_space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(items);
                }
                _ => return self.unexpected("`,` or `]`"),
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Vec<Member>, SyntaxError> {
        let mut members = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(members);
        }
        loop {
            self.skip_space();
            let key_at = self.at as u32;
            if self.peek() != Some(b'"') {
                return self.unexpected("a key in double quotes");
            }
            let key = self.string()?;
            let json = self.member_value(depth).map_err(|mut error| {
                let mut pointer = String::new();
                push_key(&mut pointer, &key);
                error.pointer.insert_str(0, &pointer);
                error
            })?;
            members.push(Member { key, key_at, json });
            self.skip_space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(members);
                }
                _ => return self.unexpected("`,` or `}`"),
            }
        }
    }

    fn member_value(&mut self, depth: usize) -> Result<Json, SyntaxError> {
        self.skip_space();
        if self.peek() != Some(b':') {
            return self.unexpected("`:`");
        }
        self.at += 1;
        self.value(depth)
    }

    fn string(&mut self) -> Result<Rc<str>, SyntaxError> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte != b'"' && byte != b'\\' && byte >= 0x20) {
                self.at += 1;
            }
            text.push_str(&self.text[start..self.at]);
            match self.peek() {
                None => return self.fail(SyntaxErrorKind::CutShort),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text.into());
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => return self.fail(SyntaxErrorKind::ControlCharacter),
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let Some(&letter) = self.text.as_bytes().get(self.at + 1) else {
            return self.fail(SyntaxErrorKind::CutShort);
        };
        let character = match letter {
            b'"' | b'\\' | b'/' => letter as char,
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode_escape(),
            _ => return self.fail(SyntaxErrorKind::BadEscape),
        };
        self.at += 2;
        Ok(character)
    }

    fn unicode_escape(&mut self) -> Result<char, SyntaxError> {
        let start = self.at;
        let first = self.code_unit(start)?;
        let code = match first {
            0xd800..0xdc00 => match self.code_unit(start + 6) {
                Ok(second @ 0xdc00..0xe000) => {
                    self.at = start + 12;
                    return Ok(char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00))
                        .expect("a pair of surrogates is a character"));
                }
                _ => return self.fail(SyntaxErrorKind::HalfCharacter),
            },
            0xdc00..0xe000 => return self.fail(SyntaxErrorKind::HalfCharacter),
            other => other,
        };
        self.at = start + 6;
        Ok(char::from_u32(code).expect("no surrogate is left"))
    }

    /// The number in the `\uXXXX` at this offset.
    fn code_unit(&self, at: usize) -> Result<u32, SyntaxError> {
        let digits = self.text.get(at..at + 6).and_then(|escape| escape.strip_prefix("\\u"));
        match digits {
            None if self.text.len() < at + 6 && !self.text[at..].contains('"') => self.fail(SyntaxErrorKind::CutShort),
            Some(digits) if digits.bytes().all(|digit| digit.is_ascii_hexdigit()) => {
                Ok(u32::from_str_radix(digits, 16).unwrap_or_default())
            }
            _ => self.fail(SyntaxErrorKind::BadEscape),
        }
    }

    fn number(&mut self) -> Result<Rc<str>, SyntaxError> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
            if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                return self.fail(SyntaxErrorKind::BadNumber);
            }
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(self.text[start..self.at].into())
    }

    fn digits(&mut self) -> Result<(), SyntaxError> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if start < self.at { Ok(()) } else { self.fail(SyntaxErrorKind::BadNumber) }
    }
}

/// Writes a value; `indent` is the depth for pretty writing, `None` for compact.
fn write_value(out: &mut String, json: &Json, indent: Option<usize>) {
    match &json.value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(digits) => out.push_str(digits),
        Value::Text(text) => write_text(out, text),
        Value::List(items) => {
            write_all(out, indent, '[', ']', items, write_value);
        }
        Value::Object(members) => {
            write_all(out, indent, '{', '}', members, |out, member, indent| {
                write_text(out, &member.key);
                out.push_str(if indent.is_some() { ": " } else { ":" });
                write_value(out, &member.json, indent);
            });
        }
    }
}

fn write_all<T>(
    out: &mut String,
    indent: Option<usize>,
    open: char,
    close: char,
    parts: &[T],
    write: impl Fn(&mut String, &T, Option<usize>),
) {
    out.push(open);
    let inner = indent.map(|depth| depth + 1);
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        break_line(out, inner);
        write(out, part, inner);
    }
    if !parts.is_empty() {
        break_line(out, indent);
    }
    out.push(close);
}

fn break_line(out: &mut String, indent: Option<usize>) {
    if let Some(depth) = indent {
        out.push('\n');
        (0..depth).for_each(|_| out.push_str("  "));
    }
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
            '<' | '\u{2028}' | '\u{2029}' | '\u{0}'..='\u{1f}' => {
                let _ = write!(out, "\\u{:04x}", character as u32);
            }
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
        let mut lines = Lines::of("æø\nå: x");
        assert_eq!([2, 5, 8, 100].map(|at| lines.at(at)), [(1, 2), (2, 1), (2, 3), (2, 5)]);
        assert_eq!(Lines::of("").at(0), (1, 1));
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
            Json::from(keys.map(|key| (key.to_string(), Json::from(i64::from(key)))).collect::<Object>())
        };
        assert!(of(&mut (0..100_000)).same_as(&of(&mut (0..100_000).rev())));
    }
}
