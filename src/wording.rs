//! Every sentence that a reader of the widget sees. The sentences themselves are data, one file per language in
//! `www/words`, in the form that translation tools read (i18next, version 4): `{{names}}` are filled in, and a text that
//! counts has a form for each of its language's plural categories, such as `_one` and `_other`.
//!
//! A host may put its own words in the place of single texts, but not of the notices that say what an assessment is and is
//! not. Knows no screen and no markup.

mod keys;
mod words;

pub mod problems;

#[cfg(any(not(target_arch = "wasm32"), feature = "workbook"))]
pub mod hints;

use crate::profile::Class;
use crate::suggestion::Standing;
use indexmap::IndexMap;
pub use keys::Key;
use std::rc::Rc;
pub use words::{CATEGORIES, LONGEST, Plurals, Words, WordsProblem, is_same_language};

/// A language in which the author of a file is told what is wrong with it. What the widget itself says is [`Words`].
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

    /// The language of a tag, whatever its region.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| is_same_language(language.tag(), tag))
    }
}

/// The words in one language, with the host's own where it has any.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    words: Rc<Words>,
    own: IndexMap<Rc<str>, Rc<str>>,
    plurals: Plurals,
}

impl Wording {
    /// `messages` are the host's own words by the name of the text; unknown names and notices are passed over.
    pub fn of(words: Rc<Words>, messages: &[(Rc<str>, Rc<str>)], plurals: Plurals) -> Self {
        let known = words.original.as_ref().unwrap_or(&words);
        let is_known = |name: &str| known.like(name).is_some();
        let own = messages.iter().filter(|(name, _)| is_known(name) && !is_notice(name)).cloned().collect();
        Self { words, own, plurals }
    }

    /// The language tag of the words.
    pub fn tag(&self) -> &str {
        &self.words.tag
    }

    /// The language in which the author of a file is told what is wrong with it.
    pub fn told_in(&self) -> Language {
        Language::of_tag(self.tag()).unwrap_or(Language::English)
    }

    /// The shipped English where the page brought the words: the original of what a page can't say in words of its own.
    pub fn original(&self) -> Option<Self> {
        let words = self.words.original.clone()?;
        Some(Self { words, own: IndexMap::new(), plurals: self.plurals })
    }

    /// A notice for a file, where nothing can be opened: the original stands below it.
    pub fn with_original(&self, notice: Key) -> Rc<str> {
        let said = self.text(notice);
        match self.original() {
            Some(english) => [&*said, "\n\n", &*english.text(notice)].concat().into(),
            None => said,
        }
    }

    /// The text with its `{{names}}` filled in.
    pub fn say(&self, key: Key, values: &[(&str, &str)]) -> Rc<str> {
        fill(&self.text(key), values).into()
    }

    /// The text without anything to fill in; its name where there is none.
    pub fn text(&self, key: Key) -> Rc<str> {
        self.find(key.name()).or_else(|| self.original()?.find(key.name())).unwrap_or_else(|| key.name().into())
    }

    /// The text in the form for this number, which is `{{count}}`.
    pub fn count(&self, key: Key, number: usize, values: &[(&str, &str)]) -> Rc<str> {
        let text = self.form(key, number).or_else(|| self.original()?.form(key, number));
        let number = number.to_string();
        let values: Vec<(&str, &str)> = values.iter().copied().chain([("count", &*number)]).collect();
        fill(&text.unwrap_or_else(|| self.text(key)), &values).into()
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

    fn form(&self, key: Key, number: usize) -> Option<Rc<str>> {
        self.find(&format!("{}_{}", key.name(), self.plurals.category(self.tag(), number)))
    }

    fn find(&self, name: &str) -> Option<Rc<str>> {
        self.own.get(name).or_else(|| self.words.texts.get(name)).cloned()
    }
}

/// Whether a name in a words file is a notice's, which no page can say otherwise.
fn is_notice(name: &str) -> bool {
    Key::NOTICES.iter().any(|notice| is_form_of(name, notice.name()))
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
    use strum::VariantArray;

    fn danish(messages: &[(Rc<str>, Rc<str>)]) -> Wording {
        Wording::of(Words::shipped_for("da").unwrap(), messages, Plurals::ONE_OR_OTHER)
    }

    #[test]
    fn every_text_is_said_in_english_and_nothing_that_nobody_says() {
        let english = Words::shipped_for("en").unwrap();
        let texts = english.texts();
        for key in Key::VARIANTS {
            let forms = ["", "_one", "_other"].map(|form| texts.contains_key(&*format!("{}{form}", key.name())));
            assert!(matches!(forms, [true, false, false] | [false, true, true]), "{key:?} {forms:?}");
        }
        let is_known = |name: &str| Key::VARIANTS.iter().any(|key| is_form_of(name, key.name()));
        assert_eq!(texts.keys().find(|name| !is_known(name)), None);
    }

    #[test]
    fn numbers_take_the_right_form_and_values_are_filled_in() {
        assert_eq!(fill("{{a}} af {{b}}, {{c}} {{", &[("a", "1"), ("b", "{{a}}")]), "1 af {{a}}, {{c}} {{");
        let wording = danish(&[]);
        assert_eq!(wording.list(&["a", "b", "c"]), "a, b og c");
        let counted = |number| wording.count(Key::OthersKept, number, &[]);
        assert!(counted(1).contains("et sæt svar") && counted(2).contains("2 sæt svar"));
    }

    #[test]
    fn hosts_have_their_own_words_except_for_the_notices() {
        let own =
            [("continue".into(), "Videre".into()), ("fileNotice".into(), "Andet".into()), ("no".into(), "X".into())];
        let wording = danish(&own);
        assert_eq!(&*wording.text(Key::Continue), "Videre");
        assert_ne!(&*wording.text(Key::FileNotice), "Andet");
        assert_eq!(wording.own.len(), 1);
    }

    #[test]
    fn a_region_speaks_its_language() {
        assert_eq!(Language::of_tag("en-GB"), Some(Language::English));
        assert_eq!(Language::of_tag("DA"), Some(Language::Danish));
        assert_eq!(Language::of_tag("de"), None);
        assert!(is_same_language("pt-BR", "PT") && !is_same_language("da", "de"));
    }
}
