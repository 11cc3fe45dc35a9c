//! Reads a file into its types and gathers everything that is wrong on the way: a `serde` deserializer that never fails.
//!
//! What can't be read is put down with its place, and something neutral is handed on, so that the rest is read too. What
//! belongs where is said by the types alone: a struct's fields are the keys of an object, an `Option` is a key that may be
//! left out, an enum's variants are words. What `serde` has no word for goes by the names of newtypes, as other formats do
//! it: [`Placed`], [`Open`], [`Raw`], [`OrNull`], and those that have a [`Rule`]. Any other reader takes them for what is
//! inside them. Knows no format.

mod newtypes;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;

use crate::json::{Json, JsonType, Member, WholeNumber, to_compact};
use crate::problem::{Expected, Findings, NOWHERE, ProblemKind, UnplacedProblem};
use newtypes::{OPEN, OR_NULL, PLACED, RAW};
use serde::de::value::StrDeserializer;
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::{self, Display};
use std::rc::Rc;

pub use newtypes::{Counted, List, MOST_KEPT, Map, Open, OrNull, Others, Placed, Raw};

/// What the newtypes of a name stand for, by that name.
pub type Rules = [(&'static str, Rule)];

/// What holds for what stands inside a newtype.
pub enum Rule {
    /// The kind of problem that a value is, if it is one. Its type has been looked at.
    Value(fn(Json) -> Option<ProblemKind>),
    /// A text, for which the same holds, or an object of texts.
    TextOrTexts(fn(Json) -> Option<ProblemKind>),
    /// How many entries a list has.
    Count { least: usize, most: usize },
}

/// Reads a value into its type. What is wrong with it is put down in `findings`.
pub fn gather<'de, T: Deserialize<'de>>(json: Json<'de>, rules: &[&Rules], findings: &mut Findings) -> T {
    let source = Source::Value(json);
    let mut gatherer = Gatherer { rules, findings, unread: None, source, is_open: false, others: Vec::new() };
    T::deserialize(&mut gatherer).unwrap_or_else(|Refusal| unreachable!("a type takes what is handed on to it"))
}

/// What the first look at a file says: whether it names the format that is expected.
pub fn check_format(json: Json, expected: &'static str) -> Result<(), UnplacedProblem> {
    let fail = |at, kind| Err(UnplacedProblem { at, kind });
    let wrong_type = |json: Json, expected| fail(json.at, ProblemKind::WrongType { expected, found: json.json_type() });
    if json.json_type() != JsonType::Object {
        return wrong_type(json, Expected::Object);
    }
    let Some(format) = json.get("format") else {
        return fail(json.at, ProblemKind::MissingKey { key: "format" });
    };
    let Some(found) = format.text() else {
        return wrong_type(format, Expected::Text);
    };
    if found == expected {
        return Ok(());
    }
    fn version(format: &str) -> Option<(&str, u32)> {
        let (name, number) = format.split_once('/')?;
        Some((name, number.parse().ok()?))
    }
    let kind = match (version(&found), version(expected)) {
        (Some((name, number)), Some((own, known))) if name == own && number > known => {
            ProblemKind::NewerFormat { found: (&*found).into(), expected }
        }
        _ => ProblemKind::OtherFormat { found: (&*found).into(), expected },
    };
    fail(format.at, kind)
}

/// Puts down every key that stands in its object a second time, anywhere in the value.
pub fn refuse_repeated(json: Json, findings: &mut Findings) {
    json.items().into_iter().for_each(|item| refuse_repeated(item, findings));
    let members = json.members();
    let mut seen = HashSet::new();
    for Member { key, key_at, .. } in &members {
        if !seen.insert(key) {
            findings.add(*key_at, ProblemKind::RepeatedKey { key: (&**key).into() });
        }
    }
    members.iter().for_each(|member| refuse_repeated(member.json, findings));
}

// ---- the deserializer

/// Hands a value on to its type. Its generic methods are a line or two each: they stand in the browser once for every type.
struct Gatherer<'de, 's> {
    rules: &'s [&'s Rules],
    findings: &'s mut Findings,
    /// Where the last value of a wrong type stands, and what belongs there.
    unread: Option<(u32, Expected)>,
    /// What is read next.
    source: Source<'de>,
    /// Whether the struct that is read next keeps members that it doesn't know.
    is_open: bool,
    /// What open objects don't know, those of the innermost last.
    others: Vec<Vec<Member<'de>>>,
}

/// What is read from.
enum Source<'de> {
    Value(Json<'de>),
    Key {
        text: Cow<'de, str>,
        at: u32,
    },
    /// Members of an object that its type doesn't know.
    Others(Vec<Member<'de>>),
    /// A key that isn't in the object at this place.
    Absent {
        key: &'static str,
        at: u32,
    },
    /// A number about a value that was read.
    Number(u32),
    /// What couldn't be read: something neutral is handed on, and nothing more is said.
    Nothing,
}

/// How a newtype is handed on.
enum Newtype<'de> {
    /// By what is inside it; of a list, how many entries are right.
    Inside(Option<Count>),
    Parts(Parts<'de>),
    /// As the JSON that stands there.
    Raw(String),
    /// As an `Option`.
    OrNull {
        is_null: bool,
    },
}

/// How many entries of a list are right, and what was known before they were read.
struct Count {
    at: u32,
    found: usize,
    least: usize,
    most: usize,
    problems_before: usize,
}

impl<'de> Gatherer<'de, '_> {
    fn take(&mut self) -> Source<'de> {
        std::mem::replace(&mut self.source, Source::Nothing)
    }

    /// Where the value stands that is read next.
    fn at(&self) -> u32 {
        match &self.source {
            Source::Value(json) => json.at,
            Source::Key { at, .. } => *at,
            _ => NOWHERE,
        }
    }

    /// The value that stands here, where it is of this type; otherwise it is put down that another belongs here.
    fn value(&mut self, json_type: JsonType, expected: Expected) -> Option<Json<'de>> {
        match self.take() {
            Source::Value(json) if json.json_type() == json_type => return Some(json),
            Source::Value(json) => {
                let kind = ProblemKind::WrongType { expected, found: json.json_type() };
                self.findings.add(json.at, kind);
                self.unread = Some((json.at, expected));
            }
            Source::Absent { key, at } => self.findings.add(at, ProblemKind::MissingKey { key }),
            Source::Key { .. } | Source::Others(_) | Source::Number(_) | Source::Nothing => {}
        }
        None
    }

    fn text(&mut self) -> Option<Cow<'de, str>> {
        match self.take() {
            Source::Key { text, .. } => Some(text),
            source => {
                self.source = source;
                self.value(JsonType::Text, Expected::Text).and_then(Json::text)
            }
        }
    }

    fn whole_number(&mut self) -> i64 {
        let Some(json) = self.value(JsonType::Number, Expected::WholeNumber) else { return 0 };
        let kind = outside(json, i64::MIN, i64::MAX);
        match (json.whole(), kind) {
            (Some(WholeNumber::Is(number)), None) => number,
            (_, kind) => {
                kind.into_iter().for_each(|kind| self.findings.add(json.at, kind));
                0
            }
        }
    }

    fn is_true(&mut self) -> bool {
        self.value(JsonType::Bool, Expected::TrueOrFalse).is_some_and(|json| json.raw() == "true")
    }

    fn items(&mut self) -> Vec<Json<'de>> {
        let Some(json) = self.value(JsonType::List, Expected::List) else { return Vec::new() };
        let items = json.items();
        self.limit(json.at, items.len());
        items
    }

    /// Puts down that there are more entries than are kept.
    fn limit(&mut self, at: u32, found: usize) {
        if found > MOST_KEPT {
            self.findings.add(at, ProblemKind::WrongCount { found, least: 0, most: MOST_KEPT });
        }
    }

    /// Of an object with keys of its own, the keys and what stands under them.
    fn members(&mut self) -> Vec<(Source<'de>, Source<'de>)> {
        let members = match self.take() {
            Source::Others(members) => members,
            source => {
                self.source = source;
                let Some(json) = self.value(JsonType::Object, Expected::Object) else { return Vec::new() };
                let members = json.members();
                self.limit(json.at, members.len());
                members
            }
        };
        let entry = |Member { key, key_at, json }| (Source::Key { text: key, at: key_at }, Source::Value(json));
        members.into_iter().map(entry).collect()
    }

    /// What stands under each key of a struct: what is in the object in its order, and then what isn't. Keys that are
    /// none of the struct's are put down, or kept.
    fn fields(&mut self, fields: &'static [&'static str]) -> Vec<(Source<'de>, Source<'de>)> {
        let is_open = std::mem::take(&mut self.is_open);
        let key = |key: &'static str| Source::Key { text: key.into(), at: NOWHERE };
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        let Some(object) = self.value(JsonType::Object, Expected::Object) else {
            if is_open {
                self.others.push(unknown);
            }
            return fields.iter().map(|field| (key(field), Source::Nothing)).collect();
        };
        let mut absent = fields.to_vec();
        for member in object.members() {
            if let Some(place) = absent.iter().position(|field| *field == member.key) {
                known.push((key(absent.remove(place)), Source::Value(member.json)));
            } else if !fields.contains(&&*member.key) {
                unknown.push(member);
            }
        }
        // Where another key is probably an absent one misspelt, that the one is missing isn't said as well.
        let mut misspelt = Vec::new();
        if is_open {
            self.others.push(unknown);
        } else {
            for Member { key, key_at, .. } in unknown {
                let meant = self.findings.meant(&key, absent.iter().copied());
                misspelt.extend(meant.clone());
                self.findings.add(key_at, ProblemKind::UnknownKey { key: (&*key).into(), meant });
            }
        }
        known.extend(absent.into_iter().map(|field| match misspelt.iter().any(|meant| **meant == *field) {
            true => (key(field), Source::Nothing),
            false => (key(field), Source::Absent { key: field, at: object.at }),
        }));
        known
    }

    /// The word that stands here, or the first one of them.
    fn variant(&mut self, variants: &'static [&'static str]) -> &'static str {
        let at = self.at();
        let text = self.text();
        let variant = text.as_deref().and_then(|text| variants.iter().find(|variant| **variant == text));
        if let (Some(text), None) = (text, variant) {
            let meant = self.findings.meant(&text, variants.iter().copied());
            let kind = ProblemKind::UnknownChoice { found: (&*text).into(), choices: variants, meant };
            self.findings.add(at, kind);
        }
        variant.unwrap_or(&variants[0])
    }

    /// How the newtype of this name is handed on, after what its rule says of the value.
    fn newtype(&mut self, name: &'static str) -> Newtype<'de> {
        match (name, &self.source) {
            (PLACED, _) => {
                return Newtype::Parts(Parts::Placed {
                    at: self.at(),
                    problems_before: self.findings.total(),
                    told: 0,
                });
            }
            (OPEN, _) => return Newtype::Parts(Parts::Open { told: 0 }),
            (RAW, Source::Value(json)) => return Newtype::Raw(to_compact(json)),
            (RAW, _) => return Newtype::Raw("null".to_owned()),
            (OR_NULL, Source::Value(json)) => return Newtype::OrNull { is_null: json.json_type() == JsonType::Null },
            (OR_NULL, _) => return Newtype::OrNull { is_null: true },
            _ => {}
        }
        let Source::Value(json) = self.source else { return Newtype::Inside(None) };
        let mut rules = self.rules.iter().flat_map(|rules| rules.iter());
        match (rules.find(|(own, _)| *own == name).map(|(_, rule)| rule), json.json_type()) {
            (Some(Rule::Value(wrong)), json_type) => {
                if let Some(kind) = wrong(json) {
                    self.findings.add(json.at, kind);
                    if json_type == JsonType::Number {
                        self.source = Source::Nothing;
                    }
                }
            }
            (Some(Rule::TextOrTexts(wrong)), JsonType::Text) => {
                wrong(json).into_iter().for_each(|kind| self.findings.add(json.at, kind));
            }
            (Some(Rule::TextOrTexts(_)), json_type) if json_type != JsonType::Object => {
                self.value(JsonType::Object, Expected::TextOrTexts);
            }
            (Some(&Rule::Count { least, most }), JsonType::List) => {
                let (found, problems_before) = (json.items().len(), self.findings.total());
                return Newtype::Inside(Some(Count { at: json.at, found, least, most, problems_before }));
            }
            _ => {}
        }
        Newtype::Inside(None)
    }

    /// Puts down that a list has too few entries or too many, unless too few are left after those that couldn't be read.
    fn check(&mut self, Count { at, found, least, most, problems_before }: Count) {
        if found > most || found < least && self.findings.total() == problems_before {
            self.findings.add(at, ProblemKind::WrongCount { found, least, most });
        }
    }
}

/// What is wrong with a number that is not whole or not within these limits.
pub fn outside(json: Json, least: i64, most: i64) -> Option<ProblemKind> {
    let found = || Rc::from(json.raw());
    match json.whole()? {
        WholeNumber::Is(number) if (least..=most).contains(&number) => None,
        WholeNumber::Fraction => Some(ProblemKind::NotWhole { found: found() }),
        _ => Some(ProblemKind::OutOfRange { found: found(), least, most }),
    }
}

/// What a type says of a value that it doesn't take. None is ever handed on, so nobody would read the reason.
#[derive(Debug)]
struct Refusal;

impl Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("not taken")
    }
}

impl std::error::Error for Refusal {}

impl de::Error for Refusal {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: Unexpected, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for &mut Gatherer<'de, '_> {
    type Error = Refusal;

    /// For types that take a text or an object: their newtype has seen to it that it is one of them.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.source {
            Source::Value(json) if json.json_type() == JsonType::Object => self.deserialize_map(visitor),
            _ => self.deserialize_str(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_str(&self.text().unwrap_or_default())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_str(visitor)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_i64(self.whole_number())
    }

    /// For what is told about a value that was read.
    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.take() {
            Source::Number(number) => visitor.visit_u32(number),
            _ => Err(Refusal),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_bool(self.is_true())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.source {
            Source::Absent { .. } | Source::Nothing => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let parts = Parts::Items { items: self.items().into_iter(), last: None };
        visitor.visit_seq(Elements { gatherer: self, parts })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let entries = self.members().into_iter();
        visitor.visit_map(Entries { gatherer: self, entries, value: Source::Nothing })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let entries = self.fields(fields).into_iter();
        visitor.visit_map(Entries { gatherer: self, entries, value: Source::Nothing })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_enum(StrDeserializer::new(self.variant(variants)))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Refusal> {
        match self.newtype(name) {
            Newtype::Inside(count) => {
                let inside = visitor.visit_newtype_struct(&mut *self)?;
                count.into_iter().for_each(|count| self.check(count));
                Ok(inside)
            }
            Newtype::Parts(parts) => visitor.visit_seq(Elements { gatherer: self, parts }),
            Newtype::Raw(json) => visitor.visit_str(&json),
            Newtype::OrNull { is_null: true } => visitor.visit_none(),
            Newtype::OrNull { is_null: false } => visitor.visit_some(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

/// What a type takes one after another.
struct Elements<'de, 'g, 's> {
    gatherer: &'g mut Gatherer<'de, 's>,
    parts: Parts<'de>,
}

enum Parts<'de> {
    /// The items of a list.
    Items { items: std::vec::IntoIter<Json<'de>>, last: Option<Json<'de>> },
    /// Of a [`Placed`]: the value, where it stands, and how many problems there are in it.
    Placed { at: u32, problems_before: usize, told: u8 },
    /// Of an [`Open`]: what the type knows, and the rest.
    Open { told: u8 },
}

impl Elements<'_, '_, '_> {
    /// Makes the next part the one that is read, if there is one.
    fn next(&mut self) -> bool {
        let Self { gatherer, parts } = self;
        match parts {
            Parts::Items { items, last } => {
                let unread = |item: Json| gatherer.unread.filter(|(at, _)| *at == item.at);
                let wrong = last.and_then(|last| Some((last.json_type(), unread(last)?.1)));
                for item in items {
                    // Of millions of items what is wrong as the one before is counted unread.
                    if let Some((found, expected)) = wrong
                        && found == item.json_type()
                        && gatherer.findings.is_full()
                    {
                        gatherer.findings.add(item.at, ProblemKind::WrongType { expected, found });
                        continue;
                    }
                    *last = Some(item);
                    gatherer.source = Source::Value(item);
                    return true;
                }
                false
            }
            Parts::Placed { at, problems_before, told } => {
                let is_unread = *at == NOWHERE || gatherer.unread.is_some_and(|(unread, _)| unread == *at);
                match told {
                    0 => {}
                    1 => gatherer.source = Source::Number(if is_unread { NOWHERE } else { *at }),
                    // What couldn't be read is not sound, also where something has been said of it before.
                    _ => {
                        let problems = gatherer.findings.total() - *problems_before + usize::from(is_unread);
                        gatherer.source = Source::Number(problems as u32);
                    }
                }
                *told += 1;
                true
            }
            Parts::Open { told } => {
                match told {
                    0 => gatherer.is_open = true,
                    _ => gatherer.source = Source::Others(gatherer.others.pop().unwrap_or_default()),
                }
                *told += 1;
                true
            }
        }
    }
}

impl<'de> SeqAccess<'de> for Elements<'de, '_, '_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        if !self.next() {
            return Ok(None);
        }
        seed.deserialize(&mut *self.gatherer).map(Some)
    }
}

/// Keys with what stands under them.
struct Entries<'de, 'g, 's> {
    gatherer: &'g mut Gatherer<'de, 's>,
    entries: std::vec::IntoIter<(Source<'de>, Source<'de>)>,
    value: Source<'de>,
}

impl Entries<'_, '_, '_> {
    /// Makes the next key the one that is read, if there is one.
    fn next(&mut self) -> bool {
        let Some((key, value)) = self.entries.next() else { return false };
        (self.gatherer.source, self.value) = (key, value);
        true
    }

    fn value(&mut self) {
        self.gatherer.source = std::mem::replace(&mut self.value, Source::Nothing);
    }
}

impl<'de> MapAccess<'de> for Entries<'de, '_, '_> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refusal> {
        if !self.next() {
            return Ok(None);
        }
        seed.deserialize(&mut *self.gatherer).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        self.value();
        seed.deserialize(&mut *self.gatherer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize, Serializer};

    #[derive(Debug, Default, PartialEq, Deserialize, Serialize)]
    struct Short(Rc<str>);

    const RULES: &Rules = &[
        ("Short", Rule::Value(|json| (json.raw().len() > 7).then_some(ProblemKind::EmptyText))),
        ("Title", Rule::TextOrTexts(|json| (json.raw() == "\"\"").then_some(ProblemKind::EmptyText))),
        ("Few", Rule::Count { least: 1, most: 2 }),
    ];

    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Pot {
        name: Placed<Short>,
        full_of: Option<Drink>,
        cups: Option<Few>,
        title: Option<Title>,
        #[serde(default)]
        lid: OrNull<Placed<i64>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        handle: Option<Open<Handle>>,
        marks: Option<Map<Rc<str>, i64>>,
    }

    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    #[serde(rename_all = "camelCase")]
    enum Drink {
        BlackTea,
        Coffee,
    }

    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    struct Few(List<i64>);

    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    struct Handle {
        long: Option<bool>,
        left: i64,
    }

    #[derive(Debug, PartialEq)]
    struct Title(String);

    impl<'de> Deserialize<'de> for Title {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct TitleVisitor;
            impl<'de> Visitor<'de> for TitleVisitor {
                type Value = Title;
                fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                    f.write_str("a text or texts")
                }
                fn visit_newtype_struct<D: Deserializer<'de>>(self, inside: D) -> Result<Title, D::Error> {
                    inside.deserialize_any(self)
                }
                fn visit_str<E: de::Error>(self, text: &str) -> Result<Title, E> {
                    Ok(Title(text.to_owned()))
                }
                fn visit_map<A: MapAccess<'de>>(self, mut texts: A) -> Result<Title, A::Error> {
                    let mut title = String::new();
                    while let Some((key, text)) = texts.next_entry::<Rc<str>, Rc<str>>()? {
                        title += &format!("{key}={text};");
                    }
                    Ok(Title(title))
                }
            }
            deserializer.deserialize_newtype_struct("Title", TitleVisitor)
        }
    }

    impl Serialize for Title {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            self.0.serialize(serializer)
        }
    }

    fn read(text: &str) -> (Pot, Vec<(String, ProblemKind)>) {
        let mut findings = Findings::default();
        let pot = gather(Json::read(text).unwrap(), &[RULES], &mut findings);
        let problems = findings.placed(text).told.into_iter().map(|problem| (problem.pointer, problem.kind)).collect();
        (pot, problems)
    }

    fn problems(text: &str) -> Vec<(String, ProblemKind)> {
        read(text).1
    }

    fn wrong(expected: Expected, found: JsonType) -> ProblemKind {
        ProblemKind::WrongType { expected, found }
    }

    #[test]
    fn what_is_right_is_read_as_any_reader_reads_it() {
        let text = r#"{"name": "Jug", "fullOf": "blackTea", "cups": [1, 2], "title": {"en": "x"}, "lid": null,
            "handle": {"left": 2}, "marks": {"a": 1}}"#;
        let (pot, problems) = read(text);
        assert_eq!(problems, []);
        assert_eq!(pot, serde_json::from_str(text).unwrap());
        assert_eq!((pot.name.at, pot.name.is_sound), (9, true));
        assert_eq!(read(r#"{"name": "Jug"}"#).0, serde_json::from_str(r#"{"name": "Jug"}"#).unwrap());
    }

    #[test]
    fn each_problem_is_told_once_at_its_place_and_the_rest_is_read() {
        let (pot, problems) = read(
            r#"{"name": "A long name", "fullOf": "coffe", "cups": [], "title": 7, "lid": "off",
                "handle": {"left": 1.5}, "marks": {"a": [], "b": 2}}"#,
        );
        let variants: &[&str] = &["blackTea", "coffee"];
        assert_eq!(
            problems,
            [
                ("/name".to_owned(), ProblemKind::EmptyText),
                (
                    "/fullOf".to_owned(),
                    ProblemKind::UnknownChoice {
                        found: "coffe".into(),
                        choices: variants,
                        meant: Some("coffee".into())
                    }
                ),
                ("/cups".to_owned(), ProblemKind::WrongCount { found: 0, least: 1, most: 2 }),
                ("/title".to_owned(), wrong(Expected::TextOrTexts, JsonType::Number)),
                ("/lid".to_owned(), wrong(Expected::WholeNumber, JsonType::Text)),
                ("/handle/left".to_owned(), ProblemKind::NotWhole { found: "1.5".into() }),
                ("/marks/a".to_owned(), wrong(Expected::WholeNumber, JsonType::List)),
            ]
        );
        assert!(!pot.name.is_sound);
        assert_eq!(pot.marks.unwrap().entries[1], (Placed::of("b".into()), 2));
        assert!(!pot.lid.0.unwrap().is_sound);
    }

    #[test]
    fn a_list_that_has_too_few_entries_because_of_others_is_not_told_twice() {
        assert_eq!(problems(r#"{"name": "Jug", "cups": [1, 2, 3]}"#).len(), 1);
        assert_eq!(
            problems(r#"{"name": "Jug", "cups": ["one"]}"#),
            [("/cups/0".to_owned(), wrong(Expected::WholeNumber, JsonType::Text))]
        );
    }

    #[test]
    fn a_key_is_missing_unless_it_may_be_left_out_or_stands_there_misspelt() {
        let missing = |key| (String::new(), ProblemKind::MissingKey { key });
        assert_eq!(problems("{}"), [missing("name")]);
        let (pot, told) = read(r#"{"nme": 1, "x": 2}"#);
        let unknown = |key: &str, meant: Option<&str>| {
            (format!("/{key}"), ProblemKind::UnknownKey { key: key.into(), meant: meant.map(Rc::from) })
        };
        assert_eq!(told, [unknown("nme", Some("name")), unknown("x", None)]);
        assert_eq!((&*pot.name.value.0, pot.name.at, pot.name.is_sound), ("", NOWHERE, false));
        assert_eq!(problems("[]"), [(String::new(), wrong(Expected::Object, JsonType::List))]);
        assert_eq!(
            problems(r#"{"name": "Jug", "handle": {}}"#),
            [("/handle".to_owned(), ProblemKind::MissingKey { key: "left" })]
        );
        assert_eq!(
            problems(r#"{"name": null, "fullOf": null}"#),
            [
                ("/name".to_owned(), wrong(Expected::Text, JsonType::Null)),
                ("/fullOf".to_owned(), wrong(Expected::Text, JsonType::Null)),
            ]
        );
    }

    #[test]
    fn what_an_open_object_has_beside_its_keys_is_written_back_as_it_was() {
        let text = r#"{"name":"Jug","fullOf":null,"cups":null,"title":null,"lid":null,"handle":{"long":true,"left":1,"of":{"wood":[1.50,"\"æ"]},"by":"me"},"marks":null}"#;
        let (pot, problems) =
            read(&text.replace("\"fullOf\":null,\"cups\":null,\"title\":null,", "").replace(",\"marks\":null", ""));
        assert_eq!(problems, []);
        assert_eq!(serde_json::to_string(&pot).unwrap(), text);
    }

    #[test]
    fn a_key_that_stands_twice_is_told_and_its_first_value_read() {
        let text = r#"{"name": "Jug", "name": 1, "marks": {"a": 1, "a": 2, "b": [{"c": 1, "c": 1}]}}"#;
        let mut findings = Findings::default();
        refuse_repeated(Json::read(text).unwrap(), &mut findings);
        let pointers: Vec<_> = findings.placed(text).told.into_iter().map(|problem| problem.pointer).collect();
        assert_eq!(pointers, ["/name", "/marks/a", "/marks/b/0/c"]);
        assert_eq!(&*read(text).0.name.value.0, "Jug");
    }

    #[test]
    fn of_very_many_problems_the_first_are_told_and_all_are_counted() {
        let text = format!(r#"{{"name": "Jug", "marks": {{{}"a": 1}}}}"#, r#""a": "","#.repeat(100_000));
        let mut findings = Findings::default();
        let pot: Pot = gather(Json::read(&text).unwrap(), &[RULES], &mut findings);
        assert_eq!(pot.marks.map(|marks| (marks.entries.len(), marks.count)), Some((MOST_KEPT, 100_001)));
        let problems = findings.placed(&text);
        // That there are too many of them is one more.
        assert_eq!((problems.told.len(), problems.total()), (1_000, 100_001));
    }
}
