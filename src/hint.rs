//! Hints for whoever writes a framework: nothing that is wrong, but what makes an assessment harder to answer or to use than
//! it need be.
//!
//! For the program and pages of their own, never in the widget. Each kind has a name that stays, by which the framework's
//! owner can settle it (`extensions.rokade.hintsOff`). Knows no sentence that is said of one.

use crate::framework::check::{check, file_of};
use crate::framework::file::FrameworkFile;
use crate::framework::{Framework, Level, Role};
use crate::gather::{List, Map, Placed};
use crate::json::{LineIndex, PointerIndex};
use crate::problem::{MOST_TOLD, nearest};
use crate::scalar::{InLanguages, Localised, Texts};
use std::collections::BTreeSet;
use std::rc::Rc;
use strum::{IntoStaticStr, VariantNames};

/// A title of more characters doesn't fit beside a chart.
pub const LONGEST_TITLE: usize = 40;
/// A label of more characters is a sentence, which charts and tables show `short` in the place of.
pub const LONGEST_LABEL: usize = 24;
/// A dimension with fewer competences is never summed up.
pub const FEWEST_COMPETENCES: usize = 2;

/// Something that could be better at one place of a framework file.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// Where it is, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// Counted from 1, and so is the column, in characters.
    pub line: usize,
    pub column: usize,
    pub kind: HintKind,
}

/// What could be better.
#[derive(Clone, Debug, PartialEq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum HintKind {
    /// A statement says two things, and whoever does one of them can't answer.
    TwoClaims {
        joined_by: Rc<str>,
    },
    /// A statement is about what nobody could see.
    Unobservable {
        begins_with: Rc<str>,
    },
    LongTitle {
        characters: usize,
        most: usize,
    },
    /// No area that the role can get to lets one practise up to the role's target.
    UnpractisedTarget {
        role: Rc<str>,
        target: Level,
        practised: Level,
    },
    /// Whoever is just where a role's targets are can't begin there, whatever the role.
    ClosedArea,
    LevelsAlike {
        other: usize,
    },
    SmallDimension {
        competences: usize,
        least: usize,
    },
    RolesAlike {
        roles: usize,
    },
    NoShort {
        characters: usize,
        most: usize,
    },
    OtherLanguage {
        language: Rc<str>,
        looks_like: Rc<str>,
    },
    /// No hint has the name that is settled.
    UnknownHint {
        name: Rc<str>,
        meant: Option<Rc<str>>,
    },
}

impl HintKind {
    /// Its name, which stays, such as `two-claims`.
    pub fn name(&self) -> &'static str {
        self.into()
    }
}

/// The hints of a framework, in the order of its file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hints {
    pub told: Vec<Hint>,
    /// How many more there are.
    pub others: usize,
}

/// Looks for what could be better in a framework file. One with problems gets none: what they would say may follow from
/// those.
pub fn hints(bytes: &[u8]) -> Hints {
    let (Some(framework), Ok(text)) = (check(bytes).framework, std::str::from_utf8(bytes)) else {
        return Hints::default();
    };
    let Some(file) = file_of(text) else { return Hints::default() };
    let mut looking = Looking { file: &file, framework: &framework, found: Vec::new() };
    looking.statements();
    looking.titles();
    looking.targets();
    looking.areas();
    looking.levels();
    looking.dimensions();
    looking.roles();
    looking.languages();
    let off = looking.settled();
    let mut found = looking.found;
    found.retain(|(_, kind)| !off.contains(kind.name()));
    found.sort_by_key(|(at, _)| *at);
    let others = found.len().saturating_sub(MOST_TOLD);
    found.truncate(MOST_TOLD);
    let (mut lines, mut pointers) = (LineIndex::of(text), PointerIndex::of(text));
    let place = |(at, kind)| {
        let (line, column) = lines.at(at);
        Hint { pointer: pointers.at(at), line, column, kind }
    };
    Hints { told: found.into_iter().map(place).collect(), others }
}

struct Looking<'f> {
    file: &'f FrameworkFile,
    framework: &'f Framework,
    found: Vec<(u32, HintKind)>,
}

impl Looking<'_> {
    /// The hints that the owner has settled. A name that none has is one more.
    fn settled(&mut self) -> BTreeSet<String> {
        let rokade = self.file.extensions.as_ref().and_then(|extensions| extensions.rokade.as_ref());
        let names = rokade.and_then(|rokade| rokade.hints_off.as_ref());
        let mut settled = BTreeSet::new();
        for name in names.iter().flat_map(|names| names.iter()) {
            if !HintKind::VARIANTS.contains(&&**name) {
                let meant = nearest(name, HintKind::VARIANTS.iter().copied()).map(Rc::from);
                self.found.push((u32::MAX, HintKind::UnknownHint { name: name.text(), meant }));
            }
            settled.insert(name.to_string());
        }
        settled
    }

    /// What is rated says one thing, and one that can be seen.
    fn statements(&mut self) {
        let mut statements: Vec<&Localised> = Vec::new();
        for dimension in self.file.dimensions.iter() {
            statements.extend(dimension.competences.iter().map(|competence| &competence.statement));
            statements.extend(optional(&dimension.behaviours).iter().map(|behaviour| &behaviour.statement));
        }
        for statement in statements {
            for (at, language, text) in self.said(statement) {
                let lower = text.to_lowercase();
                let words: &[(&str, &[&str], &[&str])] =
                    &[("da", TWO_IN_DANISH, UNSEEN_IN_DANISH), ("en", TWO_IN_ENGLISH, UNSEEN_IN_ENGLISH)];
                let Some((_, two, unseen)) = words.iter().find(|(own, ..)| language.starts_with(own)) else { continue };
                if let Some(joined_by) = two.iter().find(|words| lower.contains(**words)) {
                    self.found.push((at, HintKind::TwoClaims { joined_by: joined_by.trim().into() }));
                } else if is_two_sentences(&text) {
                    self.found.push((at, HintKind::TwoClaims { joined_by: ".".into() }));
                }
                // Knowing something well enough to do something shows in what is done.
                let is_shown = ["nok til at ", "enough to "].iter().any(|words| lower.contains(words));
                if !is_shown && let Some(begins_with) = unseen.iter().find(|words| lower.starts_with(**words)) {
                    self.found.push((at, HintKind::Unobservable { begins_with: begins_with.trim().into() }));
                }
            }
        }
    }

    fn titles(&mut self) {
        let competences = self.file.dimensions.iter().flat_map(|dimension| dimension.competences.iter());
        for title in competences.map(|competence| &competence.title) {
            for (at, _, text) in self.said(title) {
                let characters = text.chars().count();
                if characters > LONGEST_TITLE {
                    self.found.push((at, HintKind::LongTitle { characters, most: LONGEST_TITLE }));
                }
            }
        }
    }

    /// Every target can be practised up to in an area that the role can get to. That nothing at all practises a competence
    /// is a warning already.
    fn targets(&mut self) {
        let framework = self.framework;
        for (role, file) in framework.roles.iter().zip(self.file.roles.iter()) {
            for (competence, level) in &file.targets.entries {
                let Some(place) = framework.competence(competence) else { continue };
                let practised = |area: &crate::framework::Area| {
                    area.practice.iter().find(|(own, _)| *own == place).map_or(0, |(_, level)| *level)
                };
                let anywhere = framework.areas.iter().map(practised).max().unwrap_or_default();
                let open = framework.areas.iter().filter(|area| area.is_open_to(role));
                let practised = open.map(practised).max().unwrap_or_default();
                let target = role.targets[place].unwrap_or_default();
                if anywhere > 0 && practised < target {
                    let kind = HintKind::UnpractisedTarget { role: role.id.clone(), target, practised };
                    self.found.push((level.at, kind));
                }
            }
        }
    }

    fn areas(&mut self) {
        let framework = self.framework;
        let areas: Vec<&Placed<_>> = self.file.areas.iter().flat_map(|areas| areas.iter()).collect();
        for (area, file) in framework.areas.iter().zip(areas) {
            let mut roles = framework.roles.iter().filter(|role| area.is_open_to(role)).peekable();
            let is_within_reach = |role: &Role| {
                let missing =
                    |(place, level): &(usize, Level)| level.saturating_sub(role.targets[*place].unwrap_or(*level));
                let missing: Vec<Level> = area.entry.iter().map(missing).collect();
                let tolerance = usize::from(framework.parameters.entry_tolerance);
                missing.iter().all(|levels| *levels <= 1)
                    && missing.iter().filter(|levels| **levels == 1).count() <= tolerance
            };
            if roles.peek().is_some() && !roles.any(is_within_reach) {
                let at = file.entry.as_ref().and_then(first_key).unwrap_or(file.at);
                self.found.push((at, HintKind::ClosedArea));
            }
        }
    }

    /// Levels differ in their words, and have short ones where their labels are sentences.
    fn levels(&mut self) {
        for scale in self.file.scales.iter() {
            let labels: Vec<&Localised> = scale.levels.iter().map(|level| &level.label).collect();
            self.alike(&labels);
            for level in scale.levels.iter().filter(|level| level.short.is_none()) {
                let said = self.said(&level.label).into_iter();
                if let Some((at, characters)) =
                    said.map(|(at, _, text)| (at, text.chars().count())).max_by_key(|(_, own)| *own)
                    && characters > LONGEST_LABEL
                {
                    self.found.push((at, HintKind::NoShort { characters, most: LONGEST_LABEL }));
                }
            }
        }
        let competences = self.file.dimensions.iter().flat_map(|dimension| dimension.competences.iter());
        for texts in competences.filter_map(|competence| competence.level_texts.as_ref()) {
            let texts: Vec<&Localised> = texts.iter().collect();
            self.alike(&texts);
        }
    }

    /// Of texts that should differ, those that are the same as one before.
    fn alike(&mut self, texts: &[&Localised]) {
        let said: Vec<_> = texts.iter().map(|text| self.said(text)).collect();
        for (place, own) in said.iter().enumerate() {
            let same = own.iter().find_map(|(at, language, text)| {
                let other = said[..place].iter().position(|other| {
                    other.iter().any(|(_, own, before)| own == language && plain(before) == plain(text))
                });
                Some((*at, other?))
            });
            if let Some((at, other)) = same {
                self.found.push((at, HintKind::LevelsAlike { other }));
            }
        }
    }

    fn dimensions(&mut self) {
        for dimension in self.file.dimensions.iter() {
            let competences = dimension.competences.len();
            if competences < FEWEST_COMPETENCES {
                let kind = HintKind::SmallDimension { competences, least: FEWEST_COMPETENCES };
                self.found.push((dimension.id.at, kind));
            }
        }
    }

    fn roles(&mut self) {
        let roles = &self.framework.roles;
        if let [first, others @ ..] = &roles[..]
            && !others.is_empty()
            && others.iter().all(|role| role.targets == first.targets)
        {
            let at = self.file.roles.get(1).map_or(0, |role| role.targets.at);
            self.found.push((at, HintKind::RolesAlike { roles: roles.len() }));
        }
    }

    /// A text of some length is in the language that it says it is in, as far as its small words tell.
    fn languages(&mut self) {
        let mut texts: Vec<&Localised> = self.file.summary.iter().chain([&self.file.title]).collect();
        for dimension in self.file.dimensions.iter() {
            texts.push(&dimension.title);
            texts.extend(&dimension.summary);
            for competence in dimension.competences.iter() {
                texts.extend([&competence.title, &competence.statement]);
                texts.extend(&competence.manager_statement);
            }
            for behaviour in optional(&dimension.behaviours) {
                texts.push(&behaviour.statement);
                texts.extend(&behaviour.manager_statement);
            }
        }
        for area in self.file.areas.iter().flat_map(|areas| areas.iter()) {
            texts.push(&area.title);
            texts.extend(&area.summary);
        }
        for role in self.file.roles.iter() {
            texts.push(&role.title);
            texts.extend(&role.summary);
        }
        for text in texts {
            for (at, language, said) in self.said(text) {
                let Some((own, other)) = small_words(&language, &said) else { continue };
                if own == 0 && other >= 2 {
                    let looks_like = if language.starts_with("da") { "en" } else { "da" };
                    self.found.push((at, HintKind::OtherLanguage { language, looks_like: looks_like.into() }));
                }
            }
        }
    }

    /// A text in each language with its place.
    fn said<T: InLanguages>(&self, texts: &Placed<Texts<T>>) -> Vec<(u32, Rc<str>, Rc<str>)> {
        match &texts.value {
            Texts::One(text) => {
                self.framework.languages.first().map(|own| (texts.at, own.clone(), text.said())).into_iter().collect()
            }
            Texts::Each(texts) => texts
                .entries
                .iter()
                .map(|(language, text)| (language.at, language.value.clone(), text.said()))
                .collect(),
        }
    }
}

fn optional<T>(list: &Option<List<T>>) -> &[T] {
    list.as_ref().map_or(&[], |list| list)
}

fn first_key<K, V>(map: &Map<K, V>) -> Option<u32> {
    map.entries.first().map(|(key, _)| key.at)
}

/// A text without case, space and signs.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a text goes on after the end of a sentence.
fn is_two_sentences(text: &str) -> bool {
    let ends = text.match_indices(['.', '!', '?']);
    ends.into_iter().any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        // An abbreviation ends no sentence.
        let word = before.rsplit(' ').next().unwrap_or_default();
        after.starts_with(' ')
            && after.trim().starts_with(char::is_uppercase)
            && word.chars().count() > 2
            && !word.contains('.')
    })
}

/// What joins two claims in one statement, so that whoever does only one of them doesn't know what to answer.
const TWO_IN_DANISH: &[&str] = &[" og jeg ", " samt ", " og/eller "];
const TWO_IN_ENGLISH: &[&str] = &[" and i ", " as well as ", " and/or "];
/// How a statement begins that is about what nobody could see.
const UNSEEN_IN_DANISH: &[&str] = &[
    "jeg forstår ",
    "jeg ved ",
    "jeg kender ",
    "jeg har viden ",
    "jeg har forståelse ",
    "jeg har kendskab ",
    "jeg er bevidst ",
    "jeg er klar over ",
    "jeg er motiveret ",
    "jeg brænder for ",
    "jeg føler ",
];
const UNSEEN_IN_ENGLISH: &[&str] = &[
    "i understand ",
    "i know ",
    "i am aware ",
    "i am familiar ",
    "i have knowledge ",
    "i have an understanding ",
    "i appreciate ",
    "i believe ",
    "i feel ",
    "i am committed ",
    "i am passionate ",
];

/// Words that stand in one of the two languages only; *i*, *it*, *to*, *at* and *en* stand in both.
const SMALL_IN_DANISH: &[&str] = &[
    "og", "jeg", "det", "til", "på", "med", "af", "der", "ikke", "når", "så", "hvad", "vi", "har", "fra", "eller",
    "som", "er", "den",
];
const SMALL_IN_ENGLISH: &[&str] = &[
    "the", "and", "of", "with", "that", "is", "when", "they", "we", "have", "from", "or", "are", "what", "my", "how",
    "them", "who", "this",
];

/// How many of the small words of its own language a text has, and of the other; nothing where that isn't known.
fn small_words(language: &str, text: &str) -> Option<(usize, usize)> {
    let words: Vec<String> = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect();
    let count = |small: &[&str]| words.iter().filter(|word| small.contains(&&***word)).count();
    let (danish, english) = (count(SMALL_IN_DANISH), count(SMALL_IN_ENGLISH));
    match language.split('-').next() {
        Some("da") => Some((danish, english)),
        Some("en") => Some((english, danish)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_small_words() {
        assert_eq!(small_words("da", "Jeg bager brød, som gæsterne kommer igen efter."), Some((2, 0)));
        assert_eq!(small_words("da", "I bake the bread that guests come back for."), Some((0, 2)));
        assert_eq!(small_words("da", "Projekt i IT"), Some((0, 0)));
        assert_eq!(small_words("sv", "Jag bakar"), None);
    }

    #[test]
    fn a_statement_of_two_sentences_says_two_things() {
        assert!(is_two_sentences("I bake bread. Guests come back for it."));
        assert!(!is_two_sentences("I bake bread, e.g. Rye, for guests."));
        assert!(!is_two_sentences("I bake bread."));
    }
}
