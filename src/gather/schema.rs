//! What schemas say of the gatherer's newtypes. For the program only.

use super::{List, Map, Open, OrNull, Placed, Raw};
use schemars::transform::Transform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use std::borrow::Cow;

/// Says the same as the type inside.
macro_rules! as_inside {
    ($($newtype:ident),*) => {$(
        impl<T: JsonSchema> JsonSchema for $newtype<T> {
            fn inline_schema() -> bool {
                T::inline_schema()
            }

            fn schema_name() -> Cow<'static, str> {
                T::schema_name()
            }

            fn schema_id() -> Cow<'static, str> {
                T::schema_id()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                T::json_schema(generator)
            }
        }
    )*};
}

as_inside!(Placed, Open);

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "List".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "items": generator.subschema_for::<T>()})
    }
}

impl<K: JsonSchema, V: JsonSchema> JsonSchema for Map<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Map".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (keys, values) = (generator.subschema_for::<K>(), generator.subschema_for::<V>());
        let mut map = json_schema!({"type": "object", "additionalProperties": values});
        // That a key is a text needs no saying.
        if keys != json_schema!({"type": "string"}) {
            map.insert("propertyNames".to_owned(), keys.into());
        }
        map
    }
}

impl JsonSchema for Raw {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Anything".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({})
    }
}

impl<T: JsonSchema> JsonSchema for OrNull<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "OrNull".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        // Not `anyOf`, which is how an `Option` is told.
        json_schema!({"oneOf": [generator.subschema_for::<T>(), {"type": "null"}]})
    }
}

/// The lines of a comment are one text.
#[derive(Clone)]
pub struct LinesAreJoined;

impl Transform for LinesAreJoined {
    fn transform(&mut self, schema: &mut Schema) {
        schemars::transform::transform_subschemas(self, schema);
        if let Some(Value::String(description)) = schema.get_mut("description") {
            *description = description.replace('\n', " ");
        }
    }
}

/// An `Option` is a key that may be left out and says nothing of `null`: that is [`OrNull`]'s to say.
#[derive(Clone)]
pub struct OptionIsNotNull;

impl Transform for OptionIsNotNull {
    fn transform(&mut self, schema: &mut Schema) {
        schemars::transform::transform_subschemas(self, schema);
        let Some(object) = schema.as_object_mut() else { return };
        if let Some(Value::Array(types)) = object.get_mut("type") {
            types.retain(|own| own != "null");
            if let [only] = &types[..] {
                let only = only.clone();
                object.insert("type".to_owned(), only);
            }
        }
        if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
            let null = serde_json::json!({"type": "null"});
            let before = choices.len();
            choices.retain(|choice| *choice != null);
            if let [only] = &choices[..]
                && choices.len() < before
            {
                let only = only.clone();
                object.shift_remove("anyOf");
                for (key, value) in only.as_object().into_iter().flatten() {
                    object.entry(key.clone()).or_insert_with(|| value.clone());
                }
            }
        }
        if let Some(Value::Array(words)) = object.get_mut("enum") {
            words.retain(|word| !word.is_null());
        }
    }
}
