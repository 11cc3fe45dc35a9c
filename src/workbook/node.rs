//! A JSON document under way, each part with the cell that it comes from.
//!
//! Values with their writing. Knows no format and no column.

use super::sheet::Place;
use crate::json::Json;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A part of a document and the cell that it comes from.
#[derive(Clone, Debug, Default)]
pub struct Node {
    pub place: Place,
    value: Value,
}

#[derive(Clone, Debug, Default)]
enum Value {
    /// Nothing, at a place where something belongs: not written.
    #[default]
    Absent,
    Text(Rc<str>),
    Number(i64),
    /// JSON as somebody wrote it: numbers keep their digits.
    Json(Rc<str>),
    List(Vec<Node>),
    Object(Vec<(Rc<str>, Node)>),
}

impl Node {
    pub fn absent(place: Place) -> Self {
        Self { place, value: Value::Absent }
    }

    pub fn text(place: Place, text: impl Into<Rc<str>>) -> Self {
        Self { place, value: Value::Text(text.into()) }
    }

    pub fn number(place: Place, number: i64) -> Self {
        Self { place, value: Value::Number(number) }
    }

    /// JSON that has been read without a fault.
    pub fn json(place: Place, json: Json) -> Self {
        Self { place, value: Value::Json(json.raw().into()) }
    }

    pub fn list(place: Place, nodes: Vec<Node>) -> Self {
        Self { place, value: Value::List(nodes) }
    }

    pub fn object(place: Place) -> Self {
        Self { place, value: Value::Object(Vec::new()) }
    }

    /// Puts a part under this key of an object.
    pub fn put(&mut self, key: impl Into<Rc<str>>, node: Node) {
        if let Value::Object(members) = &mut self.value {
            members.push((key.into(), node));
        }
    }

    /// The same of what there may be.
    pub fn put_if(&mut self, key: &str, node: Option<Node>) {
        if let Some(node) = node {
            self.put(key, node);
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Absent => true,
            Value::List(nodes) => nodes.is_empty(),
            Value::Object(members) => members.iter().all(|(_, node)| node.is_absent()),
            Value::Text(_) | Value::Number(_) | Value::Json(_) => false,
        }
    }

    /// The text, or the first of those in an object.
    pub fn first_text(&self) -> Option<Rc<str>> {
        match &self.value {
            Value::Text(text) => Some(text.clone()),
            Value::Object(members) => members.first().and_then(|(_, node)| node.first_text()),
            _ => None,
        }
    }

    fn is_absent(&self) -> bool {
        matches!(self.value, Value::Absent)
    }

    /// The places of all parts by their JSON Pointers, also of what is absent.
    pub fn places(&self) -> BTreeMap<String, Place> {
        let mut places = BTreeMap::new();
        self.collect(&mut String::new(), &mut places);
        places
    }

    fn collect(&self, pointer: &mut String, places: &mut BTreeMap<String, Place>) {
        places.insert(pointer.clone(), self.place.clone());
        let length = pointer.len();
        match &self.value {
            Value::List(nodes) => {
                for (place, node) in nodes.iter().enumerate() {
                    *pointer += &format!("/{place}");
                    node.collect(pointer, places);
                    pointer.truncate(length);
                }
            }
            Value::Object(members) => {
                for (key, node) in members {
                    *pointer += &format!("/{}", key.replace('~', "~0").replace('/', "~1"));
                    node.collect(pointer, places);
                    pointer.truncate(length);
                }
            }
            _ => {}
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            Value::Absent => serializer.serialize_unit(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Number(number) => serializer.serialize_i64(*number),
            Value::Json(json) => Json::read(json).ok().serialize(serializer),
            Value::List(nodes) => serializer.collect_seq(nodes.iter().filter(|node| !node.is_absent())),
            Value::Object(members) => serializer
                .collect_map(members.iter().filter(|(_, node)| !node.is_absent()).map(|(key, node)| (key, node))),
        }
    }
}
