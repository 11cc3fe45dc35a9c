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
    /// By titles as they stand; `None` where several parts have the same.
    literal: BTreeMap<String, Option<usize>>,
    /// The same by plain titles. One of signs alone has none.
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
            enter(&mut self.literal, literal(title), place);
            if has_letters(title) {
                enter(&mut self.titles, plain(title), place);
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
        match self.literal.get(&literal(name)).or_else(|| self.titles.get(&plain(name))) {
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

    /// How a part is named in a cell: by its title where that is read as this part in whatever case, otherwise by its id.
    pub fn name(&self, place: usize, id: &Rc<str>, title: &Rc<str>) -> Rc<str> {
        let is_plain = !title.contains([';', '|'])
            && !title.contains(char::is_control)
            && !title.trim_start().starts_with(['#', '_', '\'']);
        let is_own = self.titles.get(&plain(title)) == Some(&Some(place)) && self.id(title.trim()).is_none();
        if is_plain && is_own { title.clone() } else { id.clone() }
    }

    /// How several parts are named in one cell: each as it is named alone, or all by their ids where that would be read otherwise.
    pub fn names(&self, parts: &[(usize, &Rc<str>, &Rc<str>)]) -> Rc<str> {
        let names: Vec<Rc<str>> = parts.iter().map(|(place, id, title)| self.name(*place, id, title)).collect();
        let names = names.join("; ");
        let read = list(&names, Some(self)).into_iter().map(|name| self.find(name));
        if read.eq(parts.iter().map(|(place, ..)| Lookup::Same(*place))) {
            return names.into();
        }
        parts.iter().map(|(_, id, _)| &***id).collect::<Vec<&str>>().join("; ").into()
    }
}

/// The names in a cell: apart by `;`, `|` or on lines of their own. A cell that is a title as a whole, as it stands, is that
/// title, unless all of it are ids.
pub fn list<'t>(text: &'t str, index: Option<&Index>) -> Vec<&'t str> {
    let names: Vec<&str> = text.split([';', '|', '\n', '\r']).map(str::trim).filter(|name| !name.is_empty()).collect();
    match index {
        Some(index) if index.literal.contains_key(&literal(text)) => {
            if names.iter().all(|name| index.id(name).is_some()) { names } else { vec![text] }
        }
        _ => names,
    }
}

/// A name as it stands, without space around it and what a cell doesn't keep.
pub fn literal(name: &str) -> String {
    let name = name.replace("\r\n", "\n").replace('\r', "\n");
    let is_kept = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    name.chars().filter(is_kept).collect::<String>().trim().to_owned()
}

/// Whether anything but signs is in a name.
fn has_letters(name: &str) -> bool {
    !plain(name).is_empty()
}

/// Enters what stands at a place by its name; a name that several have is nobody's.
fn enter<K: Ord>(names: &mut BTreeMap<K, Option<usize>>, name: K, place: usize) {
    let known = names.entry(name).or_insert(Some(place));
    if *known != Some(place) {
        *known = None;
    }
}

/// What each level of a scale may be called.
#[derive(Clone, Debug, Default)]
pub struct LevelNames {
    /// Its words in every language.
    words: Vec<Vec<Rc<str>>>,
    /// By words as they stand; `None` where several levels have the same.
    literal: BTreeMap<String, Option<usize>>,
    /// By words that are numbers, such as `3` for a cell that holds `3.0`.
    numbers: BTreeMap<i64, Option<usize>>,
    /// By plain words. One of signs alone has none.
    plain: BTreeMap<String, Option<usize>>,
}

impl LevelNames {
    /// From the words of each level.
    pub fn of(words: Vec<Vec<Rc<str>>>) -> Self {
        let mut names = Self::default();
        for (level, own) in words.iter().enumerate() {
            for word in own {
                enter(&mut names.literal, literal(word), level);
                if has_letters(word) {
                    enter(&mut names.plain, plain(word), level);
                }
                if let Some(number) = whole(word) {
                    enter(&mut names.numbers, number, level);
                }
            }
        }
        Self { words, ..names }
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

    /// The level that a word or a number in a cell means. `#2` is always the level with the number 2. Where levels are called
    /// by numbers, another number is none: it might count them, or be meant as one of theirs.
    pub fn find(&self, text: &str) -> Option<Match<usize>> {
        let text = literal(text);
        if let Some(level) = text.strip_prefix('#').and_then(|number| number.parse().ok())
            && level < self.count()
        {
            return Some(Match::Same(level));
        }
        if let Some(level) = self.literal.get(&text) {
            return level.map(Match::Same);
        }
        let number = whole(&text);
        if let Some(number) = number.filter(|number| *number < 0 || self.has_numbers()) {
            return self.numbers.get(&number).copied().flatten().map(Match::Same);
        }
        if let Some(level) = self.plain.get(&plain(&text)) {
            return level.map(Match::Same);
        }
        if let Some(level) = number {
            return usize::try_from(level).ok().filter(|level| *level < self.count()).map(Match::Same);
        }
        let known = self.words.iter().enumerate();
        let known = known.flat_map(|(level, words)| words.iter().map(move |word| (word.to_string(), level)));
        meant(&text, known)
    }

    /// Whether a level is called by a number.
    fn has_numbers(&self) -> bool {
        !self.numbers.is_empty()
    }

    /// How a level is named in a cell: by the first of these that is read as this level, by its number where that is, otherwise
    /// as `#2`.
    pub fn name(&self, own: usize, words: &[&Rc<str>]) -> Rc<str> {
        let is_own = |name: &str| self.find(name) == Some(Match::Same(own));
        let word = words.iter().find(|word| is_own(word) && !word.contains(char::is_control));
        if let Some(word) = word {
            return (*word).clone();
        }
        let number = own.to_string();
        if is_own(&number) { number.into() } else { format!("#{number}").into() }
    }

    /// How levels are counted in cells: by numbers, or as `#2` where numbers might be their words.
    pub fn counted(&self) -> [Rc<str>; 2] {
        let last = self.count().saturating_sub(1);
        let sign = if self.has_numbers() { "#" } else { "" };
        [0, last].map(|level| format!("{sign}{level}").into())
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
        assert_eq!(index.find("Planning"), Lookup::Same(1));
        assert_eq!(index.find("PLANNING"), Lookup::Ambiguous);
        assert_eq!(index.find("Tea"), Lookup::Unknown);
    }

    fn of_three(ids: &[Rc<str>; 3], titles: &[Rc<str>; 3]) -> Index {
        let mut index = Index::default();
        for place in 0..3 {
            index.add(place, &ids[place], [&titles[place]]);
        }
        index
    }

    #[test]
    fn a_title_of_signs_is_nobody_elses() {
        let titles: [Rc<str>; 3] = ["C++".into(), "***".into(), "c; s".into()];
        let ids: [Rc<str>; 3] = ["c".into(), "s".into(), "both".into()];
        let index = of_three(&ids, &titles);
        let part = |place: usize| (place, &ids[place], &titles[place]);
        assert_eq!(&*index.name(1, &ids[1], &titles[1]), "s");
        assert_eq!(index.find(" *** "), Lookup::Same(1));
        assert_eq!(index.find("–"), Lookup::Unknown);
        assert_eq!(&*index.names(&[part(0), part(1)]), "C++; s");
        assert_eq!(list("C++; ***", Some(&index)), ["C++", "***"]);
        assert_eq!(list("c; s", Some(&index)), ["c", "s"]);
        assert_eq!(list("C; s", Some(&index)), ["C", "s"]);
    }

    #[test]
    fn names_that_would_be_read_as_another_title_are_written_as_ids() {
        let titles: [Rc<str>; 3] = ["Ask".into(), "Tell".into(), "Ask; Tell".into()];
        let ids: [Rc<str>; 3] = ["x".into(), "y".into(), "z".into()];
        let index = of_three(&ids, &titles);
        let part = |place: usize| (place, &ids[place], &titles[place]);
        assert_eq!(list("Ask; Tell", Some(&index)), ["Ask; Tell"]);
        assert_eq!(&*index.names(&[part(0), part(1)]), "x; y");
        assert_eq!(&*index.names(&[part(0), part(2)]), "Ask; z");
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
        assert_eq!((numbers.find("3,0"), numbers.find("0")), (Some(Match::Same(2)), None));
        assert_eq!((numbers.counted(), names.counted()), (["#0".into(), "#2".into()], ["0".into(), "2".into()]));
    }

    #[test]
    fn a_level_is_named_only_as_it_is_read() {
        let scales: [&[&str]; 6] = [
            &["-", "0", "+"],
            &["Not\nyet", "0", "1"],
            &["Never", "Rarely", "3", "3", "2"],
            &["-1", "0", "1"],
            &["#2", "#1", "1.0", "10", "–"],
            &["1)", "2)", "2", "2"],
        ];
        let names = scales.map(|labels| {
            let names = LevelNames::of(labels.iter().map(|label| vec![Rc::from(*label)]).collect());
            let written: Vec<Rc<str>> =
                labels.iter().enumerate().map(|(level, label)| names.name(level, &[&Rc::from(*label)])).collect();
            for (level, name) in written.iter().enumerate() {
                assert_eq!(names.find(name), Some(Match::Same(level)), "{labels:?}: {name}");
            }
            written.join(" ")
        });
        assert_eq!(names, ["- 0 +", "#0 0 1", "Never Rarely #2 #3 2", "-1 0 1", "#0 #1 1.0 10 –", "1) 2) #2 #3"]);
    }
}
