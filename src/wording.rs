//! Every sentence that a reader of the widget sees, in one table per language, with the plurals each language needs.
//!
//! Adding a language is adding one table and its entry in [`Language`]. A host may put its own words in the place of
//! single texts, but not of the notices that say what an assessment is and is not. Knows no screen and no markup.

/// Declares a language's table: one text per line of a single constant, since a table of addresses and lengths would be
/// kilobytes in the browser. That every key has its text, in order, is checked when this is compiled.
macro_rules! texts {
    ($($key:ident => $text:literal,)*) => {
        /// The texts, each ending in a line break, in the order of the keys.
        pub const TEXTS: &str = concat!($($text, "\n",)*);

        const _: () = {
            let order = [$(super::Key::$key),*];
            assert!(order.len() == super::keys::COUNT);
            let mut place = 0;
            while place < order.len() {
                assert!(order[place] as usize == place, "the texts stand in another order than their keys");
                place += 1;
            }
        };
    };
}
use std::rc::Rc;
use texts;

mod danish;
mod english;
mod keys;

use crate::profile::Class;
pub use keys::Key;

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
    pub fn name(self) -> &'static str {
        match self {
            Self::Danish => "Dansk",
            Self::English => "English",
        }
    }

    /// The language of a tag, whatever its region.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// Every text, in the order of the keys.
    fn texts(self) -> Vec<&'static str> {
        let texts = match self {
            Self::Danish => danish::TEXTS,
            Self::English => english::TEXTS,
        };
        texts.lines().collect()
    }
}

/// The words in one language, with the host's own where it has any.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    pub language: Language,
    texts: Vec<&'static str>,
    /// By the place of the key.
    own: Vec<(usize, Rc<str>)>,
}

impl Wording {
    /// `messages` are the host's own words by the name of the text; unknown names and notices are passed over.
    pub fn of(language: Language, messages: &[(Rc<str>, Rc<str>)]) -> Self {
        let own = messages.iter().filter_map(|(name, text)| {
            let place = Key::place_of(name)?;
            let is_notice = Key::NOTICES.iter().any(|notice| *notice as usize == place);
            (!is_notice).then(|| (place, text.clone()))
        });
        Self { language, texts: language.texts(), own: own.collect() }
    }

    /// The text with its `{names}` filled in.
    pub fn say(&self, key: Key, values: &[(&str, &str)]) -> Rc<str> {
        fill(self.pattern(key), values).into()
    }

    /// The text without anything to fill in.
    pub fn text(&self, key: Key) -> Rc<str> {
        self.pattern(key).into()
    }

    /// The text in the form for this number; forms stand apart by ` | `, and `{n}` is the number.
    pub fn count(&self, key: Key, number: usize, values: &[(&str, &str)]) -> Rc<str> {
        // Danish and English have one form for 1 and one for all else.
        let forms = self.pattern(key);
        let (one, other) = match forms.split_once('|') {
            Some((one, other)) => (one.trim_end(), other.trim_start()),
            None => (forms, forms),
        };
        let with_number = fill(if number == 1 { one } else { other }, &[("n", &number.to_string())]);
        fill(&with_number, values).into()
    }

    /// A list in a sentence: *a, b og c*.
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let mut text = String::new();
        for (place, item) in items.iter().enumerate() {
            if place > 0 && place + 1 == items.len() {
                text.push_str(self.pattern(Key::ListAnd));
            } else if place > 0 {
                text.push_str(", ");
            }
            text.push_str(item.as_ref());
        }
        text
    }

    fn pattern(&self, key: Key) -> &str {
        match self.own.iter().find(|(own, _)| *own == key as usize) {
            Some((_, text)) => text,
            None => self.texts[key as usize],
        }
    }
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

fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(own, _)| *own == name) {
            Some((_, value)) => text.push_str(value),
            None => {
                text.push('{');
                text.push_str(name);
                text.push('}');
            }
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_in(pattern: &str) -> Vec<&str> {
        let mut names: Vec<_> =
            pattern.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    #[test]
    fn both_languages_say_everything_with_the_same_names_to_fill_in() {
        let (all_danish, all_english) = (Language::Danish.texts(), Language::English.texts());
        for (_, key) in Key::all() {
            let (danish, english) = (all_danish[key as usize], all_english[key as usize]);
            assert!(!danish.trim().is_empty() && !english.trim().is_empty(), "{key:?} says nothing");
            assert_eq!(names_in(danish), names_in(english), "{key:?} fills in other names");
            assert_eq!(danish.contains(" | "), english.contains(" | "), "{key:?} has other forms");
        }
    }

    #[test]
    fn numbers_take_the_right_form_and_values_are_filled_in() {
        assert_eq!(fill("{a} af {b}, {c}", &[("a", "1"), ("b", "{a}")]), "1 af {a}, {c}");
        let wording = Wording::of(Language::Danish, &[]);
        assert_eq!(wording.list(&["a", "b", "c"]), "a, b og c");
    }

    #[test]
    fn hosts_have_their_own_words_except_for_the_notices() {
        let own = [("continue".into(), "Videre".into()), ("fileNotice".into(), "Andet".into())];
        let wording = Wording::of(Language::Danish, &own);
        assert_eq!(&*wording.text(Key::Continue), "Videre");
        assert_ne!(&*wording.text(Key::FileNotice), "Andet");
    }

    #[test]
    fn a_region_speaks_its_language() {
        assert_eq!(Language::of_tag("en-GB"), Some(Language::English));
        assert_eq!(Language::of_tag("DA"), Some(Language::Danish));
        assert_eq!(Language::of_tag("de"), None);
    }
}
