//! Texts and numbers that follow a rule wherever they stand in a file: ids, words, languages, dates, numbers within limits.
//!
//! Each is a type whose name the gatherer finds its rule by; what schemas say of it stands beside it. Knows no format.

use crate::gather::{Map, Placed, Rule, Rules, outside};
use crate::json::Json;
use crate::problem::ProblemKind;
#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

/// The most characters a text may have.
pub const LONGEST_TEXT: usize = 4000;
/// The most characters a short text may have.
pub const LONGEST_SHORT: usize = 24;

/// The rules of the texts that are here.
pub const TEXTS: &Rules = &[
    ("Id", Rule::Value(|json| wrong(json, is_id, |found| ProblemKind::BadId { found }))),
    ("Words", Rule::Value(|json| wrong_words(json, LONGEST_TEXT))),
    ("Short", Rule::Value(|json| wrong_words(json, LONGEST_SHORT))),
    ("Localised", Rule::TextOrTexts(|json| wrong_words(json, LONGEST_TEXT))),
    ("ShortLocalised", Rule::TextOrTexts(|json| wrong_words(json, LONGEST_SHORT))),
    ("LanguageTag", Rule::Value(|json| wrong(json, is_language, |found| ProblemKind::BadLanguage { found }))),
    ("Date", Rule::Value(|json| wrong(json, is_date, |found| ProblemKind::BadDate { found }))),
    ("Contact", Rule::Value(|json| wrong(json, is_contact, |found| ProblemKind::BadContact { found }))),
];

/// Reads what is inside a newtype of this name. A derived reader is the same, once more for every name.
pub fn named<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    name: &'static str,
    deserializer: D,
) -> Result<T, D::Error> {
    struct Inside<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Inside<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("what is inside a newtype")
        }
        fn visit_newtype_struct<D: Deserializer<'de>>(self, inside: D) -> Result<T, D::Error> {
            T::deserialize(inside)
        }
    }
    deserializer.deserialize_newtype_struct(name, Inside(PhantomData))
}

/// Declares types of text, each with what a schema says of it.
macro_rules! texts {
    ($($(#[$about:meta])* $name:ident: $schema:tt;)*) => {$(
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
        pub struct $name(pub Rc<str>);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                named(stringify!($name), deserializer).map(Self)
            }
        }

        impl $name {
            pub fn text(&self) -> Rc<str> {
                self.0.clone()
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl From<Rc<str>> for $name {
            fn from(text: Rc<str>) -> Self {
                Self(text)
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    )*};
}

texts! {
    /// An id that names the part it stands in: kebab-case, at most 64 characters.
    Id: {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64};

    /// An id that points at another part. Any text: what is no id points at nothing, and whoever looks the part up can say
    /// which one was meant.
    Reference: {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64};

    /// A text that says something, of at most [`LONGEST_TEXT`] characters.
    Words: {"type": "string", "pattern": "\\S", "maxLength": LONGEST_TEXT};

    /// A few words, of at most [`LONGEST_SHORT`] characters.
    Short: {"type": "string", "pattern": "\\S", "maxLength": LONGEST_SHORT};

    /// A language tag (BCP 47).
    LanguageTag: {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"};

    /// A day of the calendar, `2026-02-01`.
    Date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"};

    /// An address that a reader can write to or look up: `mailto:` or `https:`.
    Contact: {"type": "string", "pattern": "^(mailto:[^\\s?]+@[^\\s?]+|https://[^\\s/?#]+\\S*)$"};
}

/// Declares types of whole numbers within limits.
macro_rules! whole_numbers {
    ($rules:ident: $($(#[$about:meta])* $name:ident: $least:literal to $most:literal;)*) => {
        /// The limits of the numbers that are here.
        pub const $rules: &$crate::gather::Rules = &[$(
            (stringify!($name), $crate::gather::Rule::Value(|json| $crate::gather::outside(json, $least, $most))),
        )*];

        $(
            $(#[$about])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
            pub struct $name(pub i64);

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    $crate::scalar::named(stringify!($name), deserializer).map(Self)
                }
            }

            #[cfg(not(target_arch = "wasm32"))]
            impl schemars::JsonSchema for $name {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    schemars::json_schema!({"type": "integer", "minimum": $least, "maximum": $most})
                }
            }
        )*
    };
}

pub(crate) use whole_numbers;

/// Declares the type of a format's name, which has been looked at before anything else is read.
macro_rules! format_name {
    ($format:ident) => {
        /// The name of the format.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct Format;

        impl serde::Serialize for Format {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($format)
            }
        }

        impl<'de> serde::Deserialize<'de> for Format {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                std::rc::Rc::<str>::deserialize(deserializer).map(|_| Self)
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for Format {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                "Format".into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"const": $format})
            }
        }
    };
}

pub(crate) use format_name;

/// Words, or an object with words for each language.
pub type Localised = Placed<Texts<Words>>;
/// The same of short texts.
pub type ShortLocalised = Placed<Texts<Short>>;

/// One text, or one for each language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Texts<T> {
    One(T),
    Each(Map<Rc<str>, T>),
}

/// A kind of text that may stand there in several languages.
pub trait InLanguages: From<Rc<str>> {
    /// The name of its rule.
    const NAME: &'static str;

    fn said(&self) -> Rc<str>;
}

impl InLanguages for Words {
    const NAME: &'static str = "Localised";

    fn said(&self) -> Rc<str> {
        self.text()
    }
}

impl InLanguages for Short {
    const NAME: &'static str = "ShortLocalised";

    fn said(&self) -> Rc<str> {
        self.text()
    }
}

impl<'de, T: InLanguages + Deserialize<'de>> Deserialize<'de> for Texts<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextsVisitor<T>(PhantomData<T>);
        impl<'de, T: InLanguages + Deserialize<'de>> Visitor<'de> for TextsVisitor<T> {
            type Value = Texts<T>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text, or an object with a text for each language")
            }
            fn visit_newtype_struct<D: Deserializer<'de>>(self, inside: D) -> Result<Texts<T>, D::Error> {
                inside.deserialize_any(self)
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Texts<T>, E> {
                Ok(Texts::One(T::from(text.into())))
            }
            fn visit_map<A: MapAccess<'de>>(self, texts: A) -> Result<Texts<T>, A::Error> {
                Map::deserialize(de::value::MapAccessDeserializer::new(texts)).map(Texts::Each)
            }
        }
        deserializer.deserialize_newtype_struct(T::NAME, TextsVisitor(PhantomData))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<T: InLanguages + JsonSchema> JsonSchema for Texts<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let text = generator.subschema_for::<T>();
        schemars::json_schema!({
            "description": "One text, or an object with a text for each language that the framework declares.",
            "anyOf": [text, {"type": "object", "minProperties": 1, "additionalProperties": text}],
        })
    }
}

/// The kind of problem that a text is for which this doesn't hold. Other values have a type that is wrong, which is told.
fn wrong(json: Json, is_right: fn(&str) -> bool, kind: fn(Rc<str>) -> ProblemKind) -> Option<ProblemKind> {
    let text = json.text()?;
    (!is_right(&text)).then(|| kind((&*text).into()))
}

fn wrong_words(json: Json, most: usize) -> Option<ProblemKind> {
    let text = json.text()?;
    let characters = text.chars().count();
    if characters > most {
        return Some(ProblemKind::TextTooLong { characters, most });
    }
    is_blank(&text).then_some(ProblemKind::EmptyText)
}

/// A level: any whole number, since which levels there are is its scale's matter.
pub fn wrong_level(json: Json) -> Option<ProblemKind> {
    let kind = outside(json, i64::MIN, i64::MAX)?;
    Some(match kind {
        ProblemKind::OutOfRange { found, .. } => ProblemKind::OutOfRange { found, least: 0, most: 10 },
        kind => kind,
    })
}

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
    let mut parts = text.split('-');
    let is_of = |part: &str, is_right: fn(&u8) -> bool| part.len() <= 8 && part.bytes().all(|byte| is_right(&byte));
    let is_primary = |part: &str| part.len() >= 2 && is_of(part, u8::is_ascii_alphabetic);
    parts.next().is_some_and(is_primary) && parts.all(|part| !part.is_empty() && is_of(part, u8::is_ascii_alphanumeric))
}

/// Whether a text is empty but for space; a byte order mark is space to the `\s` of JSON Schema.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || character == '\u{feff}')
}

/// Whether this is a day of the calendar, written year-month-day.
pub fn is_date(text: &str) -> bool {
    days_since_1970(text).is_some()
}

/// How many days after 1 January 1970 this day of the calendar is, written year-month-day; fewer than 0 where it was
/// before.
pub fn days_since_1970(text: &str) -> Option<i64> {
    let number = |from: usize, to: usize| {
        text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?.parse::<i64>().ok()
    };
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days_of = |month| match month {
        2 => 28 + i64::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    let is_day = text.len() == 10
        && text.as_bytes()[4] == b'-'
        && text.as_bytes()[7] == b'-'
        && (1..=days_of(month)).contains(&day);
    // Of the years before this one every fourth was a leap year, but for every hundredth that is no four-hundredth.
    let before = |year: i64| 365 * year + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    is_day.then(|| before(year) - before(1970) + (1..month).map(days_of).sum::<i64>() + day - 1)
}

/// Whether this is a day that a person can mean: a year of two digits, which some calendars take for one of the first
/// century, is kept and never shown as such.
pub fn is_likely_date(text: &str) -> bool {
    is_date(text) && text >= "1900"
}

/// Whether this is an address of mail or of a page, without anything that fills in a letter or a form.
fn is_contact(text: &str) -> bool {
    let is_plain = !text.chars().any(|character| character.is_whitespace() || character.is_control());
    let is_mail = |address: &str| {
        let (who, host) = address.split_once('@').unwrap_or_default();
        !who.is_empty() && !host.is_empty() && !address.contains('?')
    };
    let is_page = |address: &str| !address.starts_with(['/', '#']) && !address.is_empty() && !address.contains('?');
    is_plain
        && (text.strip_prefix("mailto:").is_some_and(is_mail) || text.strip_prefix("https://").is_some_and(is_page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (day, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("1970-03-01", 59),
            ("1972-03-01", 790),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2026-11-27", 20_784),
            ("0000-01-01", -719_528),
        ] {
            assert_eq!(days_since_1970(day), Some(days), "{day}");
        }
        assert_eq!(days_since_1970("2026-02-29"), None);
    }

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
                "20271-01-01",
                "æ26-01-010"
            ]
            .iter()
            .all(|text| !is_date(text))
        );
        assert!(is_likely_date("1900-01-01") && is_likely_date("9999-12-31"));
        assert!(!is_likely_date("0027-08-15") && !is_likely_date("1899-12-31") && !is_likely_date("05-01-2027"));
    }

    #[test]
    fn ids_are_kebab_case() {
        assert!(["a", "a-b", "4", "rokering-2"].iter().all(|text| is_id(text)));
        assert!(["", "-", "a-", "-a", "a--b", "A", "å", "a_b", "a b"].iter().all(|text| !is_id(text)));
        assert!(is_id(&"a".repeat(64)) && !is_id(&"a".repeat(65)));
    }

    #[test]
    fn languages_have_the_form_of_a_tag() {
        assert!(["da", "en-GB", "zh-Hans-CN", "de-1996", "sl-rozaj"].iter().all(|text| is_language(text)));
        assert!(["", "e", "da-", "-da", "da--DK", "d1", "dansk sprog", "da-æ"].iter().all(|text| !is_language(text)));
        assert!(!is_language("abcdefghi") && !is_language("da-abcdefghi"));
    }

    #[test]
    fn a_contact_is_an_address_of_mail_or_of_a_page() {
        assert!(
            ["mailto:hr@example.org", "https://example.org", "https://example.org/hr#y"]
                .iter()
                .all(|text| is_contact(text))
        );
        assert!(
            [
                "hr@example.org",
                "mailto:",
                "mailto:hr",
                "mailto:hr@example.org?body=x",
                "http://example.org",
                "https://",
                "https:///x",
                "javascript:alert(1)",
                "https://example.org/a b",
                "mailto:hr@example.org\n",
                "MAILTO:hr@example.org",
            ]
            .iter()
            .all(|text| !is_contact(text))
        );
    }
}
