//! Every sentence that a reader of the widget sees. The sentences themselves are data, one file per language in
//! `www/words`, in the form that translation tools read (i18next, version 4): `{{names}}` are filled in, and a text that
//! counts has a form for each of its language's plural categories, such as `_one` and `_other`.
//!
//! A host may put its own words in the place of single texts, but not of the notices that say what an assessment is and is
//! not. Knows no screen and no markup.

mod keys;
pub mod problems;

#[cfg(any(not(target_arch = "wasm32"), feature = "workbook"))]
pub mod hints;

use crate::gather::{Map, gather};
use crate::json::Json;
use crate::problem::{Findings, Problem, Problems};
use crate::profile::Class;
use crate::suggestion::Standing;
use indexmap::IndexMap;
pub use keys::Key;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::rc::Rc;

/// A language that the widget speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Danish,
    English,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Danish, Self::English];

    /// The language tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// The language's own name for itself.
    pub fn name(self) -> Rc<str> {
        self.words().language.clone()
    }

    /// The language of a tag, whatever its region.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The words of the language.
    pub fn words(self) -> Rc<Words> {
        thread_local! {
            static WORDS: [Rc<Words>; 2] = [include_str!("../www/words/da.json"), include_str!("../www/words/en.json")]
                .map(|text| Rc::new(Words::read(text).expect("tests read the files that are shipped")));
        }
        WORDS.with(|words| words[self as usize].clone())
    }
}

#[derive(Deserialize)]
struct WordsFile {
    language: Rc<str>,
    /// What the element says where there is no widget; its script reads that.
    #[serde(rename = "element")]
    _element: IgnoredAny,
    widget: Map<Rc<str>, Rc<str>>,
}

/// A words file.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The language's own name for itself.
    pub language: Rc<str>,
    /// By the names of the keys, those that count with their category behind `_`.
    widget: IndexMap<Rc<str>, Rc<str>>,
}

impl Words {
    /// Reads a words file.
    ///
    /// # Errors
    ///
    /// Where the text is no words file, with everything that is wrong with it.
    pub fn read(text: &str) -> Result<Self, Problems> {
        let json = Json::read(text).map_err(|error| Problem::of_syntax(error, text.as_bytes()))?;
        let mut findings = Findings::default();
        let WordsFile { language, widget, .. } = gather(json, &[], &mut findings);
        match findings.total() {
            0 => {
                Ok(Self { language, widget: widget.entries.into_iter().map(|(key, text)| (key.value, text)).collect() })
            }
            _ => Err(findings.placed(text)),
        }
    }

    /// All texts in the order of the file, those that count once for each of their forms.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn texts(&self) -> &IndexMap<Rc<str>, Rc<str>> {
        &self.widget
    }
}

/// The words in one language, with the host's own where it has any.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    pub language: Language,
    words: Rc<Words>,
    own: IndexMap<Rc<str>, Rc<str>>,
}

impl Wording {
    /// `messages` are the host's own words by the name of the text; unknown names and notices are passed over.
    pub fn of(language: Language, messages: &[(Rc<str>, Rc<str>)]) -> Self {
        let words = language.words();
        let is_notice = |name: &str| Key::NOTICES.iter().any(|notice| is_form_of(name, notice.name()));
        let own = messages.iter().filter(|(name, _)| words.widget.contains_key(name) && !is_notice(name));
        Self { language, own: own.cloned().collect(), words }
    }

    /// The text with its `{{names}}` filled in.
    pub fn say(&self, key: Key, values: &[(&str, &str)]) -> Rc<str> {
        fill(&self.text(key), values).into()
    }

    /// The text without anything to fill in; its name where there is none.
    pub fn text(&self, key: Key) -> Rc<str> {
        self.find(key.name()).unwrap_or_else(|| key.name().into())
    }

    /// The text in the form for this number, which is `{{count}}`.
    pub fn count(&self, key: Key, number: usize, values: &[(&str, &str)]) -> Rc<str> {
        // Danish and English have one form for 1 and one for all else.
        let category = if number == 1 { "one" } else { "other" };
        let form = |category: &str| self.find(&format!("{}_{category}", key.name()));
        let text = form(category).or_else(|| form("other")).unwrap_or_else(|| self.text(key));
        let number = number.to_string();
        let values: Vec<(&str, &str)> = values.iter().copied().chain([("count", &*number)]).collect();
        fill(&text, &values).into()
    }

    /// A list in a sentence: *a, b og c*.
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let mut text = String::new();
        for (place, item) in items.iter().enumerate() {
            if place > 0 && place + 1 == items.len() {
                text.push_str(&self.text(Key::ListAnd));
            } else if place > 0 {
                text.push_str(", ");
            }
            text.push_str(item.as_ref());
        }
        text
    }

    fn find(&self, name: &str) -> Option<Rc<str>> {
        self.own.get(name).or_else(|| self.words.widget.get(name)).cloned()
    }
}

/// Whether a name in a words file is this key's, or one of its forms.
fn is_form_of(name: &str, key: &str) -> bool {
    name.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
}

impl Class {
    /// What it means to stand there, in words.
    pub fn key(self) -> Key {
        match self {
            Class::Above => Key::ClassAbove,
            Class::Met => Key::ClassMet,
            Class::Near => Key::ClassNear,
            Class::Gap => Key::ClassGap,
            Class::Later => Key::ClassLater,
            Class::NoTarget => Key::ClassNoTarget,
            Class::NoOpportunity => Key::ClassNoOpportunity,
            Class::NotObserved => Key::ClassNotObserved,
            Class::NotAnswered => Key::ClassNotAnswered,
            Class::NotRelevant => Key::ClassNotRelevant,
        }
    }
}

impl Standing {
    /// What it means to stand so, in words.
    pub fn key(self) -> Key {
        match self {
            Standing::Ready => Key::StandingReady,
            Standing::Stretch => Key::StandingStretch,
            Standing::Unknown => Key::StandingOpen,
            Standing::Build => Key::StandingBuild,
        }
    }
}

/// The pattern with these values in the place of their `{{names}}`; a name without a value stays.
fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once("{{") {
        text.push_str(before);
        let value = after.split_once("}}").and_then(|(name, behind)| {
            let (_, value) = values.iter().find(|(own, _)| *own == name.trim())?;
            Some((*value, behind))
        });
        match value {
            Some((value, behind)) => {
                text.push_str(value);
                rest = behind;
            }
            None => {
                text.push_str("{{");
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use strum::VariantArray;

    fn names_in(pattern: &str) -> BTreeSet<&str> {
        pattern.split("{{").skip(1).filter_map(|part| part.split_once("}}")).map(|(name, _)| name).collect()
    }

    #[test]
    fn every_language_has_every_text_and_none_that_nobody_says() {
        for language in Language::ALL {
            let words = language.words();
            let texts = words.texts();
            for key in Key::VARIANTS {
                let forms = ["", "_one", "_other"].map(|form| texts.contains_key(&*format!("{}{form}", key.name())));
                assert!(matches!(forms, [true, false, false] | [false, true, true]), "{language:?}: {key:?} {forms:?}");
            }
            let is_known = |name: &str| Key::VARIANTS.iter().any(|key| is_form_of(name, key.name()));
            assert_eq!(texts.keys().find(|name| !is_known(name)), None, "{language:?}");
        }
    }

    #[test]
    fn every_language_says_everything_with_the_same_names_to_fill_in() {
        let (danish, english) = (Language::Danish.words(), Language::English.words());
        for (name, text) in danish.texts() {
            let other = english.widget.get(name).unwrap_or_else(|| panic!("English lacks {name}"));
            assert!(!text.trim().is_empty() && !other.trim().is_empty(), "{name} says nothing");
            let (mut one, mut two) = (names_in(text), names_in(other));
            if name.ends_with("_one") {
                // The form for 1 may say it in a word.
                one.remove("count");
                two.remove("count");
            }
            assert_eq!(one, two, "{name} fills in other names");
        }
    }

    #[test]
    fn numbers_take_the_right_form_and_values_are_filled_in() {
        assert_eq!(fill("{{a}} af {{b}}, {{c}} {{", &[("a", "1"), ("b", "{{a}}")]), "1 af {{a}}, {{c}} {{");
        let wording = Wording::of(Language::Danish, &[]);
        assert_eq!(wording.list(&["a", "b", "c"]), "a, b og c");
        let counted = |number| wording.count(Key::OthersKept, number, &[]);
        assert!(counted(1).contains("et sæt svar") && counted(2).contains("2 sæt svar"));
    }

    #[test]
    fn hosts_have_their_own_words_except_for_the_notices() {
        let own =
            [("continue".into(), "Videre".into()), ("fileNotice".into(), "Andet".into()), ("no".into(), "X".into())];
        let wording = Wording::of(Language::Danish, &own);
        assert_eq!(&*wording.text(Key::Continue), "Videre");
        assert_ne!(&*wording.text(Key::FileNotice), "Andet");
        assert_eq!(wording.own.len(), 1);
    }

    #[test]
    fn a_region_speaks_its_language() {
        assert_eq!(Language::of_tag("en-GB"), Some(Language::English));
        assert_eq!(Language::of_tag("DA"), Some(Language::Danish));
        assert_eq!(Language::of_tag("de"), None);
    }
}
