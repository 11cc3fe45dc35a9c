//! How parts of a framework are named in cells: by their titles in any language or by their ids, and levels by their words
//! or numbers. What writes names and what reads them ask the same here, so that what is written is read as it was meant.
//!
//! Knows no sheet.

use super::names::{Match, meant, plain};
use crate::problem::MOST_MEANT;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The names of parts of one kind.
#[derive(Debug, Default)]
pub struct Index {
    ids: BTreeMap<Rc<str>, usize>,
    /// What each part is called: its first title, or its id.
    called: BTreeMap<usize, Rc<str>>,
    /// By plain titles; `None` where several parts have the same.
    titles: BTreeMap<String, Option<usize>>,
    /// How often the nearest name has been looked for.
    looked: Cell<usize>,
}

/// What a name in a cell points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    Same(usize),
    /// Nearly the title of this one.
    Misspelt(usize, Rc<str>),
    /// Several have this title.
    Ambiguous,
    /// None has it.
    Unknown,
}

impl Index {
    /// The next part, by its id and its title in each language.
    pub fn add<'t>(&mut self, place: usize, id: &Rc<str>, titles: impl IntoIterator<Item = &'t Rc<str>>) {
        self.ids.entry(id.clone()).or_insert(place);
        self.called.insert(place, id.clone());
        for (number, title) in titles.into_iter().enumerate() {
            if number == 0 {
                self.called.insert(place, title.clone());
            }
            let known = self.titles.entry(plain(title)).or_insert(Some(place));
            if *known != Some(place) {
                *known = None;
            }
        }
    }

    pub fn id(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// What a part is called: by its first title, or by its id where it has none.
    pub fn called(&self, place: usize) -> Rc<str> {
        self.called.get(&place).cloned().unwrap_or_default()
    }

    pub fn find(&self, name: &str) -> Lookup {
        let name = name.trim();
        if let Some(place) = self.id(name) {
            return Lookup::Same(place);
        }
        match self.titles.get(&plain(name)) {
            Some(Some(place)) => return Lookup::Same(*place),
            Some(None) => return Lookup::Ambiguous,
            None => {}
        }
        if self.looked.replace(self.looked.get() + 1) >= MOST_MEANT {
            return Lookup::Unknown;
        }
        let titles = self.titles.iter().filter_map(|(title, place)| Some((title.clone(), (*place)?)));
        let ids = self.ids.iter().map(|(id, place)| (id.to_string(), *place));
        match meant(name, titles.chain(ids)) {
            Some(Match::Same(place)) => Lookup::Same(place),
            Some(Match::Misspelt(place)) => Lookup::Misspelt(place, self.called(place)),
            None => Lookup::Unknown,
        }
    }

    /// How a part is named in a cell: by its title where that is read as this part, otherwise by its id.
    pub fn name(&self, place: usize, id: &Rc<str>, title: &Rc<str>) -> Rc<str> {
        let is_plain = !title.contains([';', '|', '\n']) && !title.trim_start().starts_with(['#', '_', '\'']);
        match is_plain && self.find(title) == Lookup::Same(place) && self.id(title.trim()).is_none() {
            true => title.clone(),
            false => id.clone(),
        }
    }
}

/// What each level of a scale may be called.
#[derive(Clone, Debug, Default)]
pub struct LevelNames {
    /// Its words in every language.
    words: Vec<Vec<Rc<str>>>,
    /// By plain words; `None` where several levels have the same.
    plain: BTreeMap<String, Option<usize>>,
}

impl LevelNames {
    /// From the words of each level.
    pub fn of(words: Vec<Vec<Rc<str>>>) -> Self {
        let mut plain_words = BTreeMap::new();
        for (level, own) in words.iter().enumerate() {
            for word in own.iter().map(|word| plain(word)).filter(|word| !word.is_empty()) {
                let known = plain_words.entry(word).or_insert(Some(level));
                if *known != Some(level) {
                    *known = None;
                }
            }
        }
        Self { words, plain: plain_words }
    }

    /// How many levels there are.
    pub fn count(&self) -> usize {
        self.words.len()
    }

    /// The first word of a level, or its number.
    pub fn word(&self, level: usize) -> Rc<str> {
        let first = self.words.get(level).and_then(|words| words.first());
        first.cloned().unwrap_or_else(|| level.to_string().into())
    }

    /// The level that a word or a number in a cell means.
    pub fn find(&self, text: &str) -> Option<Match<usize>> {
        if let Some(level) = self.plain.get(&plain(text)) {
            return level.map(Match::Same);
        }
        if let Some(level) = whole(text) {
            return usize::try_from(level).ok().filter(|level| *level < self.count()).map(Match::Same);
        }
        let known = self.words.iter().enumerate();
        let known = known.flat_map(|(level, words)| words.iter().map(move |word| (word.to_string(), level)));
        meant(text, known)
    }

    /// How a level is named in a cell: by the first of these that is read as this level, otherwise by its number.
    pub fn name(&self, own: usize, words: &[&Rc<str>]) -> Rc<str> {
        let word = words.iter().find(|word| self.find(word) == Some(Match::Same(own)) && !word.contains('\n'));
        word.map_or_else(|| own.to_string().into(), |word| (*word).clone())
    }
}

/// A whole number as cells hold it: `3`, `3.0`, `3,0`.
pub fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let (digits, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if !rest.bytes().all(|byte| byte == b'0') {
        return None;
    }
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_named_by_its_title_where_no_other_has_it() {
        let titles: [Rc<str>; 4] = ["Feedback".into(), "Planning".into(), "planning ".into(), "a; b".into()];
        let ids: [Rc<str>; 4] = ["f".into(), "p".into(), "q".into(), "r".into()];
        let mut index = Index::default();
        for place in 0..4 {
            index.add(place, &ids[place], [&titles[place]]);
        }
        let name = |place: usize| index.name(place, &ids[place], &titles[place]).to_string();
        assert_eq!([name(0), name(1), name(2), name(3)], ["Feedback", "p", "q", "r"]);
        assert_eq!(index.find("FEEDBACK"), Lookup::Same(0));
        assert_eq!(index.find("Fedback"), Lookup::Misspelt(0, "Feedback".into()));
        assert_eq!(index.find("Planning"), Lookup::Ambiguous);
        assert_eq!(index.find("Tea"), Lookup::Unknown);
    }

    #[test]
    fn a_level_is_a_word_or_a_number() {
        let of = |words: &[&[&str]]| {
            LevelNames::of(words.iter().map(|own| own.iter().map(|word| Rc::from(*word)).collect()).collect())
        };
        let names = of(&[&["Aldrig", "Never"], &["Nogle gange", "Sometimes"], &["Altid", "Always"]]);
        assert_eq!(names.find(" nogle  GANGE"), Some(Match::Same(1)));
        assert_eq!(names.find("2.0"), Some(Match::Same(2)));
        assert_eq!(names.find("Somtimes"), Some(Match::Misspelt(1)));
        assert_eq!(names.find("3"), None);
        assert_eq!(names.find("Ofte"), None);
        let numbers = of(&[&["1"], &["2"], &["3"]]);
        assert_eq!(numbers.find("2"), Some(Match::Same(1)));
        assert_eq!(&*numbers.name(2, &[&"3".into()]), "3");
        assert_eq!(&*of(&[&["kort"], &["kort"]]).name(1, &[&"kort".into()]), "1");
    }
}
