//! The widget's own words: the office's for what we mean, the language they claim to be, and whole sentences.
#![cfg(not(target_arch = "wasm32"))]

use rokade::wording::{Key, Language, Wording};
use std::rc::Rc;
use strum::VariantArray;

/// Every form of every text, with its name.
fn forms(language: Language) -> Vec<(Rc<str>, Rc<str>)> {
    language.words().texts().iter().map(|(name, text)| (name.clone(), text.clone())).collect()
}

fn both() -> Vec<(Rc<str>, Rc<str>)> {
    Language::ALL.into_iter().flat_map(forms).collect()
}

/// The words of a text, without the names to fill in.
fn words(text: &str) -> Vec<String> {
    let text: String = text.split('{').map(|part| part.rsplit('}').next().unwrap_or_default()).collect();
    text.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase).filter(|word| !word.is_empty()).collect()
}

/// Texts in which *mål* is what a person wants to reach, as in a development plan, and not a level that a role asks for.
const GOALS: &[&str] = &["plan", "goal"];

#[test]
fn a_target_is_never_called_by_the_word_for_the_offices_production_targets() {
    for (key, text) in forms(Language::Danish) {
        let is_goal = GOALS.iter().any(|goal| key.to_lowercase().contains(goal));
        let wrong = ["mål", "målet", "målene", "måls", "målets", "målsætning", "målsætninger"];
        let said = words(&text).into_iter().find(|word| wrong.contains(&&**word));
        assert!(is_goal || said.is_none(), "{key:?} says {said:?}: {text}");
    }
}

#[test]
fn nothing_is_called_by_our_own_words() {
    let danish = ["gap", "shortfall", "surplus", "standing", "framework", "profil", "portefølje", "portfolio"];
    let english = ["target", "targets", "shortfall", "surplus", "standing", "portfolio", "rater", "entry"];
    for (language, ours) in [(Language::Danish, &danish[..]), (Language::English, &english[..])] {
        for (key, text) in forms(language) {
            let said = words(&text).into_iter().find(|word| ours.contains(&&**word));
            assert!(said.is_none(), "{key:?} says {said:?}: {text}");
        }
    }
}

#[test]
fn each_table_is_in_its_language() {
    let english = [
        "the", "and", "you", "your", "of", "is", "are", "this", "that", "with", "not", "what", "it", "from", "answers",
        "be",
    ];
    let danish = ["og", "du", "dine", "ikke", "er", "det", "den", "af", "med", "hvad", "svar", "på", "til", "som"];
    for (language, others) in [(Language::Danish, &english[..]), (Language::English, &danish[..])] {
        for (key, text) in forms(language) {
            let said = words(&text).into_iter().find(|word| others.contains(&&**word));
            assert!(said.is_none(), "{key:?} says {said:?} in {language:?}: {text}");
        }
    }
    let has_danish_letter = |text: &str| text.to_lowercase().contains(['æ', 'ø', 'å']);
    assert!(forms(Language::English).iter().all(|(_, text)| !has_danish_letter(text)));
    // Nothing was left as it stood in the other file.
    for ((key, danish), (_, english)) in forms(Language::Danish).iter().zip(&forms(Language::English)) {
        assert!(danish != english || words(danish).len() < 2, "{key:?} is the same in both: {danish}");
    }
}

#[test]
fn texts_are_set_with_care() {
    for (key, text) in both() {
        assert!(!text.contains("  ") && !text.contains("..."), "{key:?}: {text}");
        assert!(!text.contains(" .") && !text.contains(" ,") && !text.contains(" ?"), "{key:?}: {text}");
        assert!(!text.contains('"') && !text.contains('!'), "{key:?}: {text}");
        assert!(!text.contains(['\n', '\t', '\u{a0}']), "{key:?}: {text}");
        assert!(&*key == "listAnd" || text.trim() == &*text, "{key:?} has space around it: {text:?}");
        for (open, close) in [('{', '}'), ('(', ')'), ('‘', '’'), ('»', '«')] {
            let count = |letter| text.matches(letter).count();
            assert_eq!(count(open), count(close), "{key:?}: {text}");
        }
    }
}

#[test]
fn sentences_end_as_sentences_and_labels_do_not() {
    for (key, text) in both() {
        let ends = |text: &str| text.ends_with(['.', '?', ':', '…']);
        let begins = |rest: &str| rest.starts_with(char::is_uppercase);
        let has_several = [". ", "? "].iter().any(|end| text.split(end).skip(1).any(begins));
        assert!(!has_several || ends(&text), "{key:?} stops in the middle: {text}");
    }
    let (danish, english) = (forms(Language::Danish), forms(Language::English));
    assert_eq!(danish.len(), english.len());
    for ((key, danish), (_, english)) in danish.iter().zip(&english) {
        let last = |text: &str| text.chars().last().filter(|letter| ".?:;…".contains(*letter));
        assert_eq!(last(danish), last(english), "{key:?} ends differently: {danish} / {english}");
    }
}

#[test]
fn a_text_begins_with_a_capital_letter_in_both_languages_or_in_neither() {
    for ((key, danish), (_, english)) in forms(Language::Danish).iter().zip(&forms(Language::English)) {
        let is_small = |text: &str| text.starts_with(char::is_lowercase);
        assert_eq!(is_small(danish), is_small(english), "{key:?}: {danish} / {english}");
        let is_sentence = danish.ends_with(['.', '?']);
        assert!(!is_sentence || !is_small(danish), "{key:?}: {danish}");
    }
}

#[test]
fn the_reader_is_du_and_you() {
    for (key, text) in forms(Language::Danish) {
        let formal = ["De", "Deres", "Dem"];
        // At the start of a sentence it is *they*.
        let inside = text.split(|letter: char| !letter.is_alphabetic()).skip(1);
        let starts = |word: &str| [". ", "? ", ": "].iter().any(|end| text.contains(&format!("{end}{word} ")));
        let said = inside.into_iter().find(|word| formal.contains(word) && !starts(word));
        assert!(said.is_none(), "{key:?} says {said:?}: {text}");
    }
}

/// How the names of those texts begin that say what an assessment is, by which rules it comes about, and what is kept,
/// shared, replaced and deleted.
const CONSENTS: &[&str] = &[
    "notice",
    "fileNotice",
    "rules",
    "keep",
    "kept",
    "ownEvidence",
    "share",
    "take",
    "replace",
    "delete",
    "others",
    "storage",
    "whose",
];
/// Those among the others: the way out of every question, and promises that stand beside what is asked.
const SINGLE_CONSENTS: &[Key] = &[
    Key::Cancel,
    Key::LabelHint,
    Key::EvidenceLead,
    Key::OwnFileLead,
    Key::OpenFileLead,
    Key::AnswersDeleted,
    Key::PlacementLead,
    Key::PlacementSave,
    Key::CompareNotKept,
    Key::ExamplesLeftOut,
    Key::FileReadOnly,
    Key::NotShared,
    Key::AnswersFirst,
    Key::AnswersAgain,
    Key::ResumedOlder,
];

#[test]
fn every_notice_is_kept_from_the_host_and_everything_else_is_not() {
    let own: Vec<(Rc<str>, Rc<str>)> =
        forms(Language::Danish).into_iter().map(|(name, _)| (name, "The host's own words".into())).collect();
    for language in Language::ALL {
        let wording = Wording::of(language, &own);
        for &key in Key::VARIANTS {
            let is_ours =
                CONSENTS.iter().any(|prefix| key.name().starts_with(prefix)) || SINGLE_CONSENTS.contains(&key);
            assert_eq!(Key::NOTICES.contains(&key), is_ours, "{key:?}");
            let said = [wording.text(key), wording.count(key, 1, &[])];
            assert_eq!(said.iter().any(|said| &**said == "The host's own words"), !is_ours, "{key:?}");
        }
    }
}
