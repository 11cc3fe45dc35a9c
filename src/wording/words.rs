//! The words of one language as a file has them, those that ship and those that a page brings.
//!
//! Knows no key: which texts there are is what the English file has.

use crate::gather::{Map, Open, Placed, gather};
use crate::json::Json;
use crate::problem::{Findings, Problem, Problems, nearest};
use crate::scalar::LONGEST_TEXT;
use indexmap::{IndexMap, IndexSet};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::rc::Rc;

/// The language of a tag without its region.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// Whether two language tags mean the same language, whatever their regions.
pub fn is_same_language(one: &str, other: &str) -> bool {
    primary(one).eq_ignore_ascii_case(primary(other))
}

/// Which form a number takes in a language, one of [`CATEGORIES`]: the browser knows.
#[derive(Clone, Copy, Debug)]
pub struct Plurals(pub fn(language: &str, number: usize) -> &'static str);

/// The plural categories of CLDR.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl Plurals {
    /// As Danish and English have it: a form for 1 and one for all else.
    pub const ONE_OR_OTHER: Self = Self(|_, number| if number == 1 { "one" } else { "other" });

    pub fn category(self, language: &str, number: usize) -> &'static str {
        (self.0)(language, number)
    }
}

impl PartialEq for Plurals {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

#[cfg(not(feature = "split"))]
macro_rules! shipped {
    ($($tag:literal)*) => {
        [$(($tag, include_str!(concat!("../../www/words/", $tag, ".json")))),*]
    };
}

/// The languages that ship, in the order in which they are offered. A language more is its file and its tag here.
#[cfg(not(feature = "split"))]
const SHIPPED: [(&str, &str); 2] = shipped!["da" "en"];

/// A words file.
#[derive(Deserialize)]
struct WordsFile {
    language: Rc<str>,
    /// What the element says where there is no widget; its script reads that.
    #[serde(rename = "element")]
    _element: Option<IgnoredAny>,
    widget: Map<Rc<str>, Placed<Rc<str>>>,
}

/// What the widget says in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The language tag (BCP 47).
    pub tag: Rc<str>,
    /// The language's own name for itself.
    pub name: Rc<str>,
    /// By the names of the keys, those that count with their category behind `_`.
    pub(super) texts: IndexMap<Rc<str>, Rc<str>>,
    /// Where the page brought the words: the shipped English, for what they lack and as the original of the notices.
    pub(super) original: Option<Rc<Words>>,
}

impl Words {
    /// Those that are compiled in, in the order in which they are offered: all that ship, or none where the page brings
    /// each when it is needed.
    pub fn shipped() -> Vec<Rc<Self>> {
        #[cfg(feature = "split")]
        return Vec::new();
        #[cfg(not(feature = "split"))]
        {
            thread_local! {
                static WORDS: [Rc<Words>; SHIPPED.len()] = SHIPPED.map(|(tag, text)| {
                    Rc::new(Words::read(tag, text).expect("tests read the files that are shipped"))
                });
            }
            WORDS.with(|words| words.to_vec())
        }
    }

    /// The same for one language, whatever its region.
    pub fn shipped_for(tag: &str) -> Option<Rc<Self>> {
        Self::shipped().into_iter().find(|words| is_same_language(&words.tag, tag))
    }

    /// Reads a words file.
    ///
    /// # Errors
    ///
    /// Where the text is no words file, with everything that is wrong with it.
    pub fn read(tag: &str, text: &str) -> Result<Self, Problems> {
        let json = Json::read(text).map_err(|error| Problem::of_syntax(error, text.as_bytes()))?;
        let mut findings = Findings::default();
        let Open::<WordsFile> { known: WordsFile { language, widget, .. }, .. } = gather(json, &[], &mut findings);
        // What is wrong with a single text is no matter of the others.
        let found = findings.placed(text);
        if found.iter().any(|problem| !problem.pointer.starts_with("/widget/")) {
            return Err(found);
        }
        let sound = widget.entries.into_iter().filter(|(_, text)| text.is_sound);
        let texts = sound.map(|(key, text)| (key.value, text.value)).collect();
        let name = if language.trim().is_empty() { tag.into() } else { language };
        Ok(Self { tag: tag.into(), name, texts, original: None })
    }

    /// The words that a page brought for a language that doesn't ship, with what is wrong with single texts: those aren't
    /// used, and the shipped English stands in their place.
    pub fn of_page(mut self, original: &Rc<Self>, plurals: Plurals) -> (Self, Vec<WordsProblem>) {
        let mut problems = Vec::new();
        let had: IndexSet<Rc<str>> = self.texts.keys().cloned().collect();
        self.texts.retain(|name, text| {
            let problem = match original.like(name) {
                None => Some(WordsProblem::Unknown { text: name.clone(), meant: original.meant_by(name) }),
                Some(_) if text.trim().is_empty() => Some(WordsProblem::Empty(name.clone())),
                Some(_) if text.chars().count() > LONGEST => Some(WordsProblem::TooLong(name.clone())),
                Some(like) => wrong_name(name, text, &like, &original.needed_in(name).unwrap_or(like.clone())),
            };
            let is_sound = problem.is_none();
            problems.extend(problem);
            is_sound
        });
        let mut lacking = self.lacking(original, plurals);
        lacking.retain(|name| !had.contains(name));
        problems.extend(lacking.into_iter().map(WordsProblem::Lacking));
        self.original = Some(original.clone());
        (self, problems)
    }

    /// The names of what these words lack of the other's, in each form that the language has for whole numbers.
    pub fn lacking(&self, complete: &Self, plurals: Plurals) -> Vec<Rc<str>> {
        let mut categories: IndexSet<&str> = IndexSet::new();
        // Beyond these no language begins anew, up to a million.
        for number in 0..=200 {
            categories.insert(plurals.category(&self.tag, number));
        }
        let forms = |name: &Rc<str>| match name.strip_suffix("_other") {
            Some(key) => categories.iter().map(|category| format!("{key}_{category}").into()).collect(),
            None if name.ends_with("_one") => Vec::new(),
            None => vec![name.clone()],
        };
        let mut lacking: Vec<Rc<str>> = complete.texts.keys().flat_map(forms).collect();
        lacking.retain(|name| !self.texts.contains_key(name));
        lacking
    }

    /// The text of this name, or of the key that it is a form of.
    pub(super) fn like(&self, name: &str) -> Option<Rc<str>> {
        let form = || {
            let (key, category) = name.rsplit_once('_')?;
            let is_one = CATEGORIES.contains(&category);
            self.texts.get(&*format!("{key}_other")).filter(|_| is_one)
        };
        self.texts.get(name).filter(|_| !name.ends_with("_one")).or_else(form).cloned()
    }

    /// For a form that is for a single number in some language: the text for one.
    fn needed_in(&self, name: &str) -> Option<Rc<str>> {
        let key = ONE_NUMBER.iter().find_map(|form| name.strip_suffix(form))?;
        self.texts.get(&*format!("{key}_one")).cloned()
    }

    fn meant_by(&self, name: &str) -> Option<Rc<str>> {
        nearest(name, self.texts.keys().map(|own| &**own)).map(Rc::from)
    }

    /// All texts in the order of the file, those that count once for each of their forms.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn texts(&self) -> &IndexMap<Rc<str>, Rc<str>> {
        &self.texts
    }
}

/// No words at all, before there are any.
impl Default for Words {
    fn default() -> Self {
        Self { tag: "en".into(), name: Rc::default(), texts: IndexMap::new(), original: None }
    }
}

/// As many characters as a text in a page's own words may have: so many as a framework's.
pub const LONGEST: usize = LONGEST_TEXT;

/// What is wrong with a text in a page's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsProblem {
    /// It is there in English and not here.
    Lacking(Rc<str>),
    /// There is no such text; perhaps another is meant.
    Unknown { text: Rc<str>, meant: Option<Rc<str>> },
    /// It says nothing.
    Empty(Rc<str>),
    /// It has more than [`LONGEST`] characters.
    TooLong(Rc<str>),
    /// Nothing is filled in under this name.
    UnknownName { text: Rc<str>, filled: Rc<str> },
    /// What is filled in under this name has no place.
    LacksName { text: Rc<str>, filled: Rc<str> },
}

/// The first name to fill in that only one of a text and the English has. The form for a single number may say it in a word.
fn wrong_name(name: &Rc<str>, text: &str, like: &str, needed: &str) -> Option<WordsProblem> {
    let is_for_one = ONE_NUMBER.iter().any(|form| name.ends_with(form));
    let only_in = |one: &str, other: &str| -> Option<Rc<str>> {
        let is_said = |filled: &str| names_in(other).any(|own| own == filled) || is_for_one && filled == COUNT;
        names_in(one).find(|filled| !is_said(filled)).map(Rc::from)
    };
    let unknown = only_in(text, like).map(|filled| WordsProblem::UnknownName { text: name.clone(), filled });
    unknown.or_else(|| only_in(needed, text).map(|filled| WordsProblem::LacksName { text: name.clone(), filled }))
}

/// What a text that counts counts.
const COUNT: &str = "count";

/// The forms that are for a single number in some language.
const ONE_NUMBER: [&str; 3] = ["_zero", "_one", "_two"];

/// The names that a text wants filled in.
fn names_in(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split("{{").skip(1).filter_map(|part| part.split_once("}}")).map(|(name, _)| name.trim())
}
