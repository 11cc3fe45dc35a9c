//! What a type says of a place in a file that `serde` has no word for: that its place matters, that it may hold more than is
//! known, that it is kept as it is, that it may be `null`. Each goes by the name of a newtype, which the gatherer knows;
//! any other reader takes it for what is inside.
//!
//! Values with their reading and writing. Knows nothing of problems but where none is told.

use crate::json::{Json, to_compact, to_compact_within};
use crate::problem::NOWHERE;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

/// A value with its place, for what is looked at later.
#[derive(Clone, Debug)]
pub struct Placed<T> {
    /// The byte offset in the file; [`NOWHERE`] where it couldn't be read or wasn't read from one.
    pub at: u32,
    /// Whether nothing was wrong with it or inside it.
    pub is_sound: bool,
    pub value: T,
}

/// An object of which members that the type doesn't know are kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Open<T> {
    #[serde(flatten)]
    pub known: T,
    #[serde(flatten)]
    pub other: Others,
}

/// Members that a type doesn't know, as they were written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Others(pub Vec<(Rc<str>, Raw)>);

/// A value as it was written, but for the space between its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Raw(Rc<str>);

/// A value for which a file may say `null`, which is the same as leaving its key out.
#[derive(Clone, Debug, PartialEq)]
pub struct OrNull<T>(pub Option<T>);

/// Values under keys of the file's own, in its order.
#[derive(Clone, Debug, PartialEq)]
pub struct Map<K, V> {
    pub entries: Vec<(Placed<K>, V)>,
    /// How many there are, also beyond those that are kept.
    pub count: usize,
}

/// Values in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct List<T> {
    pub items: Vec<T>,
    /// How many there are, also beyond those that are kept.
    pub count: usize,
}

/// What has entries.
pub trait Counted {
    /// How many there are, also beyond those that are kept.
    fn count(&self) -> usize;
}

impl<K, V> Counted for Map<K, V> {
    fn count(&self) -> usize {
        self.count
    }
}

impl<T> Counted for List<T> {
    fn count(&self) -> usize {
        self.count
    }
}

/// Of a list or an object with keys of its own no more are kept. That is more than any format allows, and keeps a file of
/// millions of entries from filling the memory.
pub const MOST_KEPT: usize = 50_000;

pub(super) const PLACED: &str = "rokade::Placed";
pub(super) const OPEN: &str = "rokade::Open";
pub(super) const RAW: &str = "rokade::Raw";
pub(super) const OR_NULL: &str = "rokade::OrNull";

impl<T> Placed<T> {
    /// A value that stands in no file.
    pub fn of(value: T) -> Self {
        Self { at: NOWHERE, is_sound: true, value }
    }

    /// Whether nothing could be read here, of which something has been said.
    pub fn is_unread(&self) -> bool {
        self.at == NOWHERE
    }
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Placed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Serialize> Serialize for Placed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PlacedVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for PlacedVisitor<T> {
            type Value = Placed<T>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a value with its place")
            }
            fn visit_newtype_struct<D: Deserializer<'de>>(self, inside: D) -> Result<Self::Value, D::Error> {
                T::deserialize(inside).map(Placed::of)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
                let value = part(&mut parts)?;
                let at = part(&mut parts)?;
                let problems: u32 = part(&mut parts)?;
                Ok(Placed { at, is_sound: problems == 0, value })
            }
        }
        deserializer.deserialize_newtype_struct(PLACED, PlacedVisitor(PhantomData))
    }
}

/// One of the parts that the gatherer hands on for a newtype of its own.
fn part<'de, A: SeqAccess<'de>, T: Deserialize<'de>>(parts: &mut A) -> Result<T, A::Error> {
    parts.next_element()?.ok_or_else(|| de::Error::custom("a part of it"))
}

impl<T> Open<T> {
    pub fn of(known: T) -> Self {
        Self { known, other: Others::default() }
    }
}

impl<T> Deref for Open<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.known
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Open<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OpenVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for OpenVisitor<T> {
            type Value = Open<T>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_newtype_struct<D: Deserializer<'de>>(self, inside: D) -> Result<Self::Value, D::Error> {
                T::deserialize(inside).map(Open::of)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
                Ok(Open { known: part(&mut parts)?, other: part(&mut parts)? })
            }
        }
        deserializer.deserialize_newtype_struct(OPEN, OpenVisitor(PhantomData))
    }
}

impl Serialize for Others {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de> Deserialize<'de> for Others {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OthersVisitor;
        impl<'de> Visitor<'de> for OthersVisitor {
            type Value = Others;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            // However many there are: nothing is lost.
            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Others, A::Error> {
                let mut others = Vec::new();
                while let Some(member) = members.next_entry()? {
                    others.push(member);
                }
                Ok(Others(others))
            }
        }
        deserializer.deserialize_map(OthersVisitor)
    }
}

impl Raw {
    /// A value as it is to be written.
    pub fn of(value: &impl Serialize) -> Self {
        Self(to_compact(value).into())
    }

    /// The same, unless it has more bytes than this.
    pub fn within(value: &impl Serialize, bytes: usize) -> Option<Self> {
        to_compact_within(value, bytes).map(|json| Self(json.into()))
    }

    /// The value as JSON.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl From<Json<'_>> for Raw {
    fn from(json: Json) -> Self {
        Self::of(&json)
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match Json::read(&self.0) {
            Ok(json) => json.serialize(serializer),
            Err(_) => serializer.serialize_unit(),
        }
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RawVisitor;
        impl<'de> Visitor<'de> for RawVisitor {
            type Value = Raw;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("any value")
            }
            fn visit_str<E: de::Error>(self, raw: &str) -> Result<Raw, E> {
                Ok(Raw(raw.into()))
            }
            fn visit_newtype_struct<D: Deserializer<'de>>(self, inside: D) -> Result<Raw, D::Error> {
                let raw = Box::<RawValue>::deserialize(inside)?;
                Json::read(raw.get()).map(Raw::from).map_err(|error| de::Error::custom(format!("{error:?}")))
            }
        }
        deserializer.deserialize_newtype_struct(RAW, RawVisitor)
    }
}

impl<T> OrNull<T> {
    pub fn is_null(&self) -> bool {
        self.0.is_none()
    }
}

impl<T> Default for OrNull<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Serialize> Serialize for OrNull<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OrNull<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OrNullVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for OrNullVisitor<T> {
            type Value = OrNull<T>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a value or null")
            }
            fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
                Ok(OrNull(None))
            }
            fn visit_some<D: Deserializer<'de>>(self, inside: D) -> Result<Self::Value, D::Error> {
                T::deserialize(inside).map(|value| OrNull(Some(value)))
            }
            fn visit_newtype_struct<D: Deserializer<'de>>(self, inside: D) -> Result<Self::Value, D::Error> {
                Option::deserialize(inside).map(OrNull)
            }
        }
        deserializer.deserialize_newtype_struct(OR_NULL, OrNullVisitor(PhantomData))
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new(), count: 0 }
    }
}

impl<K, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let entries: Vec<_> = entries.into_iter().map(|(key, value)| (Placed::of(key), value)).collect();
        Self { count: entries.len(), entries }
    }
}

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.entries.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Map<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MapVisitor<K, V>(PhantomData<(K, V)>);
        impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for MapVisitor<K, V> {
            type Value = Map<K, V>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
                let mut map = Map::default();
                while let Some(entry) = members.next_entry()? {
                    map.count += 1;
                    if map.entries.len() < MOST_KEPT {
                        map.entries.push(entry);
                    }
                }
                Ok(map)
            }
        }
        deserializer.deserialize_map(MapVisitor(PhantomData))
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), count: 0 }
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let items: Vec<T> = items.into_iter().collect();
        Self { count: items.len(), items }
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.items.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
            type Value = List<T>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
                let mut list = List::default();
                while let Some(item) = items.next_element()? {
                    list.count += 1;
                    if list.items.len() < MOST_KEPT {
                        list.items.push(item);
                    }
                }
                Ok(list)
            }
        }
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}
