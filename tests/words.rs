//! The widget's own words: the office's for what we mean, the language they claim to be, and whole sentences.
#![cfg(not(target_arch = "wasm32"))]

mod polish;

use polish::{PLURALS, POLISH};
use rokade::wording::{Key, LONGEST, Language, Plurals, Wording, Words, WordsProblem, problems};
use serde_json::json;
use std::collections::BTreeSet;
use std::rc::Rc;
use strum::VariantArray;

/// Every form of every text, with its name.
fn forms(language: &str) -> Vec<(Rc<str>, Rc<str>)> {
    let words = Words::shipped_for(language).expect("it ships");
    words.texts().iter().map(|(name, text)| (name.clone(), text.clone())).collect()
}

fn both() -> Vec<(Rc<str>, Rc<str>)> {
    Words::shipped().iter().flat_map(|words| forms(&words.tag)).collect()
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
    for (key, text) in forms("da") {
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
    for (language, ours) in [("da", &danish[..]), ("en", &english[..])] {
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
    for (language, others) in [("da", &english[..]), ("en", &danish[..])] {
        for (key, text) in forms(language) {
            let said = words(&text).into_iter().find(|word| others.contains(&&**word));
            assert!(said.is_none(), "{key:?} says {said:?} in {language:?}: {text}");
        }
    }
    let has_danish_letter = |text: &str| text.to_lowercase().contains(['æ', 'ø', 'å']);
    assert!(forms("en").iter().all(|(_, text)| !has_danish_letter(text)));
    // Nothing was left as it stood in the other file.
    for ((key, danish), (_, english)) in forms("da").iter().zip(&forms("en")) {
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
    let (danish, english) = (forms("da"), forms("en"));
    assert_eq!(danish.len(), english.len());
    for ((key, danish), (_, english)) in danish.iter().zip(&english) {
        let last = |text: &str| text.chars().last().filter(|letter| ".?:;…".contains(*letter));
        assert_eq!(last(danish), last(english), "{key:?} ends differently: {danish} / {english}");
    }
}

#[test]
fn a_text_begins_with_a_capital_letter_in_both_languages_or_in_neither() {
    for ((key, danish), (_, english)) in forms("da").iter().zip(&forms("en")) {
        let is_small = |text: &str| text.starts_with(char::is_lowercase);
        assert_eq!(is_small(danish), is_small(english), "{key:?}: {danish} / {english}");
        let is_sentence = danish.ends_with(['.', '?']);
        assert!(!is_sentence || !is_small(danish), "{key:?}: {danish}");
    }
}

#[test]
fn the_reader_is_du_and_you() {
    for (key, text) in forms("da") {
        let formal = ["De", "Deres", "Dem"];
        // At the start of a sentence it is *they*.
        let inside = text.split(|letter: char| !letter.is_alphabetic()).skip(1);
        let starts = |word: &str| [". ", "? ", ": "].iter().any(|end| text.contains(&format!("{end}{word} ")));
        let said = inside.into_iter().find(|word| formal.contains(word) && !starts(word));
        assert!(said.is_none(), "{key:?} says {said:?}: {text}");
    }
}

/// The names to fill in, as they stand; the form for 1 may say the number in a word.
fn names(name: &str, text: &str) -> BTreeSet<String> {
    let names = text.split("{{").skip(1).filter_map(|part| part.split_once("}}")).map(|(name, _)| name.to_owned());
    names.filter(|filled| !(name.ends_with("_one") && filled == "count")).collect()
}

#[test]
fn every_language_is_complete() {
    let third = Words::read("pl", POLISH).map(Rc::new).expect("it is a words file");
    let english = Words::shipped_for("en").unwrap();
    for words in Words::shipped().into_iter().chain([third]) {
        let (_, problems) = Words::clone(&words).of_page(&english, PLURALS);
        assert_eq!(problems, [], "{}", words.tag);
        for (name, text) in words.texts() {
            let key = name.split('_').next().unwrap();
            let texts = english.texts();
            let like = texts.get(name).or_else(|| texts.get(&*format!("{key}_other"))).unwrap();
            assert_eq!(names(name, text), names(name, like), "{}: {name} fills in other names", words.tag);
        }
    }
}

#[test]
fn every_words_file_is_named_among_those_that_ship() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/words");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let shipped = Words::shipped().into_iter().map(|words| format!("{}.json", words.tag));
    let [files, shipped]: [BTreeSet<_>; 2] = [files.collect(), shipped.collect()];
    assert_eq!(files, shipped, "SHIPPED in src/wording/words.rs");
}

#[test]
fn what_is_wrong_with_a_pages_words_is_told_and_said_in_english() {
    let english = Words::shipped_for("en").unwrap();
    let file = json!({ "language": "Polski", "widget": {
        "continue": "Dalej", "skip": 3, "or": "x".repeat(LONGEST + 1), "bakc": "Wstecz", "cancel": " ", "changeNamed": "Zmień: {{tytuł}}", "languageMissing": "Brak: {language}",
        "startCount_one": "Jedno pytanie", "startCount_other": "{{count}} pytania", "startCount_few": "{{count}} pytania", "startCount_much": "?",
    }});
    let words = Words::read("pl", &file.to_string()).unwrap();
    let (words, problems) = words.of_page(&english, PLURALS);
    let told = problems::of_words(&problems);
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(
        lines[..6],
        [
            format!("`or` has more than {LONGEST} characters"),
            "`bakc` is no text of the widget; is `back` meant?".to_owned(),
            "`cancel` says nothing".to_owned(),
            "`changeNamed` has {{tytuł}}, which nothing is filled in for".to_owned(),
            "`languageMissing` lacks {{language}}".to_owned(),
            "`startCount_much` is no text of the widget; is `startCount_one` meant?".to_owned(),
        ]
    );
    assert!(problems.contains(&WordsProblem::Lacking("skip".into())), "a number is no text, and the others stand");
    assert!(problems.contains(&WordsProblem::Lacking("startCount_many".into())));
    assert!(!problems.contains(&WordsProblem::Lacking("startCount_few".into())));
    assert_eq!(lines.len(), 51, "fifty, and how many more");
    assert!(lines[50].ends_with(" more"));

    let wording = Wording::of(Rc::new(words), &[("back".into(), "Wróć".into())], PLURALS);
    assert_eq!(&*wording.text(Key::Continue), "Dalej");
    assert_eq!(&*wording.text(Key::Back), "Wróć", "a page's single words hold over its file");
    assert_eq!(&*wording.text(Key::Cancel), "Cancel");
    assert_eq!(&*wording.count(Key::StartCount, 3, &[]), "3 pytania");
    assert_eq!(wording.count(Key::StartCount, 5, &[]), english_says(Key::StartCount, 5));
}

fn english_says(key: Key, number: usize) -> Rc<str> {
    Wording::of(Words::shipped_for("en").unwrap(), &[], Plurals::ONE_OR_OTHER).count(key, number, &[])
}

#[test]
fn what_is_no_words_file_is_told_with_its_place() {
    for (text, told) in [
        ("<p>Log in</p>", "1:1"),
        ("[]", "1:1"),
        (r#"{"language": "Polski"}"#, "widget"),
        (r#"{"language": 3, "widget": {}}"#, "/language"),
    ] {
        let problems = Words::read("pl", text).unwrap_err();
        let lines = problems::lines(&problems, Language::English);
        assert!(lines.contains(told), "{text}: {lines}");
    }
}

/// How the names of those texts begin that say what an assessment is, by which rules it comes about, and what is kept,
/// shared, replaced and deleted.
const CONSENTS: &[&str] = &[
    "notice",
    "fileNotice",
    "example",
    "framework",
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
    Key::ListAnd,
    Key::AreasLead,
    Key::LabelHint,
    Key::EvidenceLead,
    Key::OwnFileLead,
    Key::OpenFileLead,
    Key::AnswersDeleted,
    Key::PlacementLead,
    Key::PlacementSave,
    Key::CompareNotKept,
    Key::LabelInName,
    Key::PriorityOrder,
    Key::PriorityOrderManager,
    Key::PortfolioRule,
    Key::PortfolioNotExact,
    Key::RecruitingNoScore,
    Key::ReferenceLead,
    Key::PlanPrivacy,
    Key::CompareLead,
    Key::CompareLeadEarlier,
    Key::JointLead,
    Key::SaveReceiptFor,
    Key::PaperFor,
    Key::AgendaTicks,
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
        forms("da").into_iter().map(|(name, _)| (name, "The host's own words".into())).collect();
    for words in Words::shipped() {
        let wording = Wording::of(words, &own, Plurals::ONE_OR_OTHER);
        for &key in Key::VARIANTS {
            let is_ours =
                CONSENTS.iter().any(|prefix| key.name().starts_with(prefix)) || SINGLE_CONSENTS.contains(&key);
            assert_eq!(Key::NOTICES.contains(&key), is_ours, "{key:?}");
            let said = [wording.text(key), wording.count(key, 1, &[])];
            assert_eq!(said.iter().any(|said| &**said == "The host's own words"), !is_ours, "{key:?}");
        }
    }
}
