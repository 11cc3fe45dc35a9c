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
use crate::problem::{Expected, Findings, NOWHERE, ProblemKind, UnplacedProblem, did_you_mean, nearest};
use newtypes::{OPEN, OR_NULL, PLACED, RAW};
use serde::de::value::{StrDeserializer, U32Deserializer};
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
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
    let mut context = Context { rules, findings, unread: None };
    let gathered = T::deserialize(Gatherer { context: &mut context, source: Source::Value(json), other: None });
    gathered.unwrap_or_else(|refusal| unreachable!("a type takes what is handed on to it: {refusal}"))
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

struct Context<'s> {
    rules: &'s [&'s Rules],
    findings: &'s mut Findings,
    /// Where the last value of a wrong type stands, and what belongs there.
    unread: Option<(u32, Expected)>,
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
    /// What couldn't be read: something neutral is handed on, and nothing more is said.
    Nothing,
}

struct Gatherer<'de, 'c, 's> {
    context: &'c mut Context<'s>,
    source: Source<'de>,
    /// Takes the members that a struct doesn't know, where they are kept.
    other: Option<&'c mut Vec<Member<'de>>>,
}

impl<'de, 'c, 's> Gatherer<'de, 'c, 's> {
    fn of(context: &'c mut Context<'s>, source: Source<'de>) -> Self {
        Self { context, source, other: None }
    }

    fn at(&self) -> u32 {
        match &self.source {
            Source::Value(json) => json.at,
            Source::Key { at, .. } => *at,
            _ => NOWHERE,
        }
    }

    /// The value that stands here, where it is of this type; otherwise it is put down that another belongs here.
    fn value(&mut self, json_type: JsonType, expected: Expected) -> Option<Json<'de>> {
        match self.source {
            Source::Value(json) if json.json_type() == json_type => return Some(json),
            Source::Value(json) => {
                let kind = ProblemKind::WrongType { expected, found: json.json_type() };
                self.context.findings.add(json.at, kind);
                self.context.unread = Some((json.at, expected));
            }
            Source::Absent { key, at } => self.context.findings.add(at, ProblemKind::MissingKey { key }),
            Source::Key { .. } | Source::Others(_) | Source::Nothing => {}
        }
        self.source = Source::Nothing;
        None
    }

    fn text(&mut self) -> Option<Cow<'de, str>> {
        match &self.source {
            Source::Key { text, .. } => Some(text.clone()),
            _ => self.value(JsonType::Text, Expected::Text).and_then(Json::text),
        }
    }

    fn whole_number(&mut self) -> i64 {
        let Some(json) = self.value(JsonType::Number, Expected::WholeNumber) else { return 0 };
        let kind = outside(json, i64::MIN, i64::MAX);
        match (json.whole(), kind) {
            (Some(WholeNumber::Is(number)), None) => number,
            (_, kind) => {
                kind.into_iter().for_each(|kind| self.context.findings.add(json.at, kind));
                0
            }
        }
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
            self.context.findings.add(at, ProblemKind::WrongCount { found, least: 0, most: MOST_KEPT });
        }
    }

    fn members(&mut self) -> Vec<Member<'de>> {
        match std::mem::replace(&mut self.source, Source::Nothing) {
            Source::Others(members) => members,
            source => {
                self.source = source;
                let Some(json) = self.value(JsonType::Object, Expected::Object) else { return Vec::new() };
                let members = json.members();
                self.limit(json.at, members.len());
                members
            }
        }
    }

    /// What stands under each key of a struct: what is in the object in its order, and then what isn't. Keys that are
    /// none of the struct's are put down, or kept.
    fn fields(&mut self, fields: &'static [&'static str]) -> Vec<(&'static str, Source<'de>)> {
        let Some(object) = self.value(JsonType::Object, Expected::Object) else {
            return fields.iter().map(|field| (*field, Source::Nothing)).collect();
        };
        let mut absent = fields.to_vec();
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for member in object.members() {
            if let Some(place) = absent.iter().position(|field| *field == member.key) {
                known.push((absent.remove(place), Source::Value(member.json)));
            } else if !fields.contains(&&*member.key) {
                unknown.push(member);
            }
        }
        // Where another key is probably an absent one misspelt, that the one is missing isn't said as well.
        let mut misspelt = Vec::new();
        match &mut self.other {
            Some(other) => **other = unknown,
            None => {
                for Member { key, key_at, .. } in unknown {
                    let candidates = if self.context.findings.may_look() { &absent[..] } else { &[] };
                    let meant = did_you_mean(|| nearest(&key, candidates.iter().copied()));
                    misspelt.extend(meant.clone());
                    self.context.findings.add(key_at, ProblemKind::UnknownKey { key: (&*key).into(), meant });
                }
            }
        }
        known.extend(absent.into_iter().map(|key| match misspelt.iter().any(|meant| **meant == *key) {
            true => (key, Source::Nothing),
            false => (key, Source::Absent { key, at: object.at }),
        }));
        known
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

/// What a type says of a value that it doesn't take. None is ever handed on.
#[derive(Debug)]
struct Refusal(String);

impl Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

impl de::Error for Refusal {
    fn custom<T: Display>(reason: T) -> Self {
        Self(reason.to_string())
    }
}

impl<'de> Deserializer<'de> for Gatherer<'de, '_, '_> {
    type Error = Refusal;

    /// For types that take a text or an object: their newtype has seen to it that it is one of them.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.source {
            Source::Value(json) if json.json_type() == JsonType::Object => self.deserialize_map(visitor),
            _ => self.deserialize_str(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_str(&self.text().unwrap_or_default())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_str(visitor)
    }

    fn deserialize_i64<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_i64(self.whole_number())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.source {
            Source::Absent { .. } | Source::Nothing => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refusal> {
        let items = self.items().into_iter();
        visitor.visit_seq(Items { context: self.context, items, wrong: None })
    }

    fn deserialize_map<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refusal> {
        let members = self.members().into_iter();
        visitor.visit_map(Members { context: self.context, members, value: Source::Nothing })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let fields = self.fields(fields).into_iter();
        visitor.visit_map(Fields { context: self.context, fields, value: Source::Nothing })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let at = self.at();
        let text = self.text();
        let variant = text.as_deref().and_then(|text| variants.iter().find(|variant| **variant == text));
        if let (Some(text), None) = (text, variant) {
            let candidates = if self.context.findings.may_look() { variants } else { &[] };
            let meant = did_you_mean(|| nearest(&text, candidates.iter().copied()));
            let kind = ProblemKind::UnknownChoice { found: (&*text).into(), choices: variants, meant };
            self.context.findings.add(at, kind);
        }
        let variant: StrDeserializer<Refusal> = variant.unwrap_or(&variants[0]).into_deserializer();
        visitor.visit_enum(variant)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        mut self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match name {
            PLACED => {
                let (at, before) = (self.at(), self.context.findings.total());
                let Self { context, source, .. } = self;
                return visitor.visit_seq(PlacedParts { context, at, source: Some(source), before, is_placed: false });
            }
            OPEN => {
                let Self { context, source, .. } = self;
                return visitor.visit_seq(OpenParts { context, source: Some(source), others: Vec::new() });
            }
            RAW => {
                return match self.source {
                    Source::Value(json) => visitor.visit_str(&to_compact(&json)),
                    _ => visitor.visit_str("null"),
                };
            }
            OR_NULL => {
                return match self.source {
                    Source::Value(json) if json.json_type() != JsonType::Null => visitor.visit_some(self),
                    _ => visitor.visit_none(),
                };
            }
            _ => {}
        }
        let mut rules = self.context.rules.iter().flat_map(|rules| rules.iter());
        let rule = rules.find(|(own, _)| *own == name).map(|(_, rule)| rule);
        match (rule, &self.source) {
            (Some(Rule::Value(wrong)), Source::Value(json)) => {
                if let Some(kind) = wrong(*json) {
                    let is_number = json.json_type() == JsonType::Number;
                    self.context.findings.add(json.at, kind);
                    if is_number {
                        self.source = Source::Nothing;
                    }
                }
                visitor.visit_newtype_struct(self)
            }
            (Some(Rule::TextOrTexts(wrong)), Source::Value(json)) => {
                match json.json_type() {
                    JsonType::Object => {}
                    JsonType::Text => {
                        wrong(*json).into_iter().for_each(|kind| self.context.findings.add(json.at, kind));
                    }
                    _ => {
                        self.value(JsonType::Object, Expected::TextOrTexts);
                    }
                }
                visitor.visit_newtype_struct(self)
            }
            (Some(Rule::Count { least, most }), Source::Value(json)) if json.json_type() == JsonType::List => {
                let (at, found, before) = (json.at, json.items().len(), self.context.findings.total());
                let Self { context, source, .. } = self;
                let list = visitor.visit_newtype_struct(Gatherer::of(context, source))?;
                // Too few may be what is left after those that couldn't be read.
                if found > *most || found < *least && context.findings.total() == before {
                    context.findings.add(at, ProblemKind::WrongCount { found, least: *least, most: *most });
                }
                Ok(list)
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_unit()
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refusal> {
        let value = self.value(JsonType::Bool, Expected::TrueOrFalse);
        visitor.visit_bool(value.is_some_and(|json| json.raw() == "true"))
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

struct Items<'de, 'c, 's> {
    context: &'c mut Context<'s>,
    items: std::vec::IntoIter<Json<'de>>,
    /// The type of the last item where it was a wrong one, and what belongs there.
    wrong: Option<(JsonType, Expected)>,
}

impl<'de> SeqAccess<'de> for Items<'de, '_, '_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        for item in self.items.by_ref() {
            // Of millions of items what is wrong as the one before is counted unread.
            if let Some((found, expected)) = self.wrong
                && found == item.json_type()
                && self.context.findings.is_full()
            {
                self.context.findings.add(item.at, ProblemKind::WrongType { expected, found });
                continue;
            }
            let element = seed.deserialize(Gatherer::of(self.context, Source::Value(item)))?;
            let wrong = self.context.unread.filter(|(at, _)| *at == item.at);
            self.wrong = wrong.map(|(_, expected)| (item.json_type(), expected));
            return Ok(Some(element));
        }
        Ok(None)
    }
}

struct Members<'de, 'c, 's> {
    context: &'c mut Context<'s>,
    members: std::vec::IntoIter<Member<'de>>,
    value: Source<'de>,
}

impl<'de> MapAccess<'de> for Members<'de, '_, '_> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refusal> {
        let Some(Member { key, key_at, json }) = self.members.next() else { return Ok(None) };
        self.value = Source::Value(json);
        seed.deserialize(Gatherer::of(self.context, Source::Key { text: key, at: key_at })).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        let source = std::mem::replace(&mut self.value, Source::Nothing);
        seed.deserialize(Gatherer::of(self.context, source))
    }
}

struct Fields<'de, 'c, 's> {
    context: &'c mut Context<'s>,
    fields: std::vec::IntoIter<(&'static str, Source<'de>)>,
    value: Source<'de>,
}

impl<'de> MapAccess<'de> for Fields<'de, '_, '_> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refusal> {
        let Some((field, source)) = self.fields.next() else { return Ok(None) };
        self.value = source;
        let field: StrDeserializer<Refusal> = field.into_deserializer();
        seed.deserialize(field).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        let source = std::mem::replace(&mut self.value, Source::Nothing);
        seed.deserialize(Gatherer::of(self.context, source))
    }
}

/// The parts of a [`Placed`]: the value, where it stands, and how many problems there are in it.
struct PlacedParts<'de, 'c, 's> {
    context: &'c mut Context<'s>,
    at: u32,
    source: Option<Source<'de>>,
    /// How many problems there were before.
    before: usize,
    is_placed: bool,
}

impl<'de> SeqAccess<'de> for PlacedParts<'de, '_, '_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        if let Some(source) = self.source.take() {
            return seed.deserialize(Gatherer::of(self.context, source)).map(Some);
        }
        let is_unread = self.at == NOWHERE || self.context.unread.is_some_and(|(at, _)| at == self.at);
        let number = match std::mem::replace(&mut self.is_placed, true) {
            false if is_unread => NOWHERE,
            false => self.at,
            // What couldn't be read is not sound, also where something has been said of it before.
            true => (self.context.findings.total() - self.before + usize::from(is_unread)) as u32,
        };
        let number: U32Deserializer<Refusal> = number.into_deserializer();
        seed.deserialize(number).map(Some)
    }
}

/// The parts of an [`Open`]: what the type knows, and the rest.
struct OpenParts<'de, 'c, 's> {
    context: &'c mut Context<'s>,
    source: Option<Source<'de>>,
    others: Vec<Member<'de>>,
}

impl<'de> SeqAccess<'de> for OpenParts<'de, '_, '_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        let gatherer = match self.source.take() {
            Some(source) => Gatherer { context: self.context, source, other: Some(&mut self.others) },
            None => Gatherer::of(self.context, Source::Others(std::mem::take(&mut self.others))),
        };
        seed.deserialize(gatherer).map(Some)
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
