//! Whatever parts and levels are called, a framework comes back from a workbook as it was, ids included.

use super::Whole;
use super::generated::case;
use proptest::collection::vec;
use proptest::prelude::*;
use rokade::framework::check::check;
use rokade::wording::Language;
use rokade::workbook::finding::FindingKind;
use rokade::workbook::import::{Imported, import};
use rokade::workbook::{said, writer};
use serde_json::{Map, Value, json};

/// What cells, names and spreadsheets make something of.
const AWKWARD: &[&str] = &[
    "Ask",
    "ask",
    "Ask!",
    "Tell",
    "Ask; Tell",
    "Ask | Tell",
    "C",
    "C++",
    "***",
    "–",
    "!",
    "½",
    "-",
    "+",
    "0",
    "1",
    "2",
    "3",
    "10",
    "1.0",
    "2,0",
    "-1",
    "+1",
    "1)",
    "007",
    "1e5",
    "#0",
    "#1",
    "#3",
    "#note",
    "_own",
    "'x",
    "'=x",
    "=1+1",
    "@x",
    " lead",
    "trail ",
    "\u{a0}hard\u{a0}",
    "two\nlines",
    "two\r\nlines",
    "twolines",
    "\ttab",
    "c0",
    "d1",
    "role",
    "Id",
    "id",
    "Kompetence",
    "competence",
    "Titel::Dansk (da)",
    "Rolle: id",
    "Del",
    "2026-02-01",
    "TRUE",
    "\"quoted\"",
    "a,b",
    "Ærø Ł",
    "x\u{301}",
    "{\"a\":1}",
    "[a]",
];

const LANGUAGES: &[&[&str]] =
    &[&["da"], &["en"], &["da", "en"], &["en-gb", "DA"], &["fil", "abcd", "en"], &["tysk", "da"]];

/// Texts and what else people name as they like.
struct Words<'w> {
    languages: &'w [&'w str],
    drawn: std::iter::Cycle<std::slice::Iter<'w, (usize, u8)>>,
}

impl Words<'_> {
    /// A word; of few only some, so that several parts are called alike.
    fn word(&mut self, few: usize) -> &'static str {
        let (place, _) = self.drawn.next().expect("it never ends");
        AWKWARD[place % AWKWARD.len() / few * few % AWKWARD.len()]
    }

    /// Whether something that need not be there is.
    fn is_there(&mut self) -> bool {
        self.drawn.next().is_some_and(|(_, chance)| chance % 3 == 0)
    }

    fn text(&mut self, few: usize) -> Value {
        let languages = self.languages;
        let is_same = self.is_there();
        let first = self.word(few);
        let said = languages.iter().enumerate().map(|(place, tag)| {
            let word = if place == 0 || is_same { first } else { self.word(1) };
            ((*tag).to_owned(), json!(word))
        });
        said.collect::<Map<_, _>>().into()
    }

    /// Gives everything in a framework's file another name.
    fn rename(&mut self, json: &mut Value) {
        match json {
            Value::Array(items) => items.iter_mut().for_each(|item| self.rename(item)),
            Value::Object(members) => {
                for (key, value) in members.iter_mut() {
                    match &**key {
                        "title" => *value = self.text(3),
                        "statement" | "label" => *value = self.text(1),
                        _ => self.rename(value),
                    }
                }
                let has_label = members.contains_key("label");
                let also: &[&str] =
                    match (has_label, members.contains_key("title") || members.contains_key("statement")) {
                        (true, _) => &["short", "description", "managerLabel"],
                        (_, true) if members.contains_key("targets") || members.contains_key("route") => &["summary"],
                        (_, true) if members.contains_key("statement") => &["managerStatement"],
                        _ => &[],
                    };
                for key in also {
                    if self.is_there() {
                        let text = if *key == "short" { self.text(1) } else { self.text(2) };
                        members.insert((*key).to_owned(), text);
                    }
                }
            }
            _ => {}
        }
    }

    fn framework(&mut self, mut framework: Value) -> Value {
        self.rename(&mut framework);
        framework["languages"] = json!(self.languages);
        for key in ["version", "owner", "licence"] {
            framework[key] = json!(self.word(1));
        }
        framework["sources"] = json!([
            {"id": "book", "title": self.word(1), "publisher": self.word(1), "url": self.word(1)},
            {"id": "other", "title": self.word(1)},
        ]);
        for dimension in framework["dimensions"].as_array_mut().expect("it is a list") {
            if self.is_there() {
                dimension["summary"] = self.text(1);
            }
            for competence in dimension["competences"].as_array_mut().expect("it is a list") {
                if self.is_there() {
                    competence["source"] = json!({"document": "book", "section": self.word(1), "item": 3});
                    competence["alignments"] = json!([{"scheme": self.word(1), "uri": "https://example.org/1"}]);
                }
            }
        }
        // Roles that are called as columns of a sheet.
        for (place, id) in [(1, "id"), (2, "kompetence")] {
            if self.is_there() {
                framework["roles"][place]["id"] = json!(id);
            }
        }
        framework
    }
}

/// It is this framework, and all that was told is what its owner is warned of, and dimensions that only their ids tell apart.
fn assert_back(whole: &Whole, imported: &Imported, what: &str) {
    let is_known =
        |kind: &FindingKind| matches!(kind, FindingKind::Warning { .. } | FindingKind::DimensionsAlike { .. });
    let told = imported.found.told.iter().filter(|finding| !is_known(&finding.kind));
    let told: Vec<String> = told.map(|finding| said::line(finding, Language::English)).collect();
    assert_eq!(told, Vec::<String>::new(), "{what}");
    let (_, framework) = imported.framework.as_ref().expect("something came of it");
    assert_eq!(&whole.framework, framework, "{what}");
}

fn assert_comes_back(whole: &Whole, language: Language) {
    let drafts = whole.drafts(language);
    let bytes = writer::excel(&drafts).unwrap();
    assert_back(whole, &import(&[("any.xlsx".to_owned(), bytes)]), "a workbook");
    let packed = writer::packed_text(&drafts).unwrap();
    assert_back(whole, &import(&[("any.zip".to_owned(), packed)]), "text");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_it_is_called_it_comes_back(
        case in case(),
        languages in 0..LANGUAGES.len(),
        names in 0..2_usize,
        drawn in vec((0..AWKWARD.len(), any::<u8>()), 40..200),
    ) {
        let mut words = Words { languages: LANGUAGES[languages], drawn: drawn.iter().cycle() };
        let file = words.framework(case.framework).to_string();
        let checked = check(file.as_bytes());
        prop_assert!(checked.framework.is_some(), "{:?}", checked.problems);
        assert_comes_back(&Whole::read(file), Language::ALL[names]);
    }
}

/// A framework with these labels of levels, the first competence at the first of them and the second at the last but one.
fn with_levels(labels: &[&str]) -> Value {
    let levels: Vec<Value> = labels.iter().map(|label| json!({"label": label})).collect();
    let statement = "I do it.";
    json!({
        "format": "rokade.framework/1", "id": "levels", "version": "1", "languages": ["en"], "title": "Levels",
        "scales": [{"id": "s", "levels": levels}], "competenceScale": "s",
        "dimensions": [{"id": "d", "title": "D", "competences": [
            {"id": "c", "title": "C++", "statement": statement}, {"id": "s", "title": "***", "statement": statement},
        ], "behaviours": [{"id": "b", "statement": statement, "competences": ["c", "s"]}]}],
        "roles": [{"id": "r", "title": "R", "targets": {"c": 0, "s": labels.len() - 2}}],
        "areas": [{"id": "a", "title": "A", "kind": "rotation", "route": "developmentPlan",
                   "entry": {"c": 1}, "practice": {"c": labels.len() - 1, "s": labels.len() - 1}}],
    })
}

#[test]
fn levels_come_back_whatever_numbers_and_signs_they_are_called_by() {
    for labels in [
        &["-", "0", "+"] as &[&str],
        &["Not yet\n(with help)", "0", "1"],
        &["Never", "1-2 times", "3", "3", "2"],
        &["-1", "0", "1"],
        &["–", "—", "***"],
        &["10", "1.0", "1", "01"],
    ] {
        assert_comes_back(&Whole::read(with_levels(labels).to_string()), Language::English);
    }
}

#[test]
fn the_first_sheet_says_how_levels_are_counted_only_where_they_are() {
    let says = |labels: &[&str]| {
        let whole = Whole::read(with_levels(labels).to_string());
        let rows = whole.drafts(Language::English).swap_remove(0).rows;
        rows.iter().filter(|row| format!("{row:?}").contains("#0")).count()
    };
    assert_eq!((says(&["A", "A", "B"]), says(&["0", "1", "0"]), says(&["-", "0", "+"])), (0, 2, 0));
}

#[test]
fn dimensions_of_one_title_stay_apart() {
    let dimension = |id: &str, danish: &str, english: &str| {
        let both = |danish: &str, english: &str| json!({"da": danish, "en": english});
        json!({
            "id": id, "title": both(danish, english), "summary": both(id, id),
            "competences": [
                {"id": format!("{id}-1"), "title": both("A", "A"), "statement": both("x", "x")},
                {"id": format!("{id}-2"), "title": both("B", "B"), "statement": both("x", "x")},
            ],
            "behaviours": [{"id": format!("{id}-3"), "statement": both("x", "x")}],
        })
    };
    let told = |dimensions: Vec<Value>| {
        let mut file = with_levels(&["Low", "High"]);
        file["languages"] = json!(["da", "en"]);
        for key in ["/title", "/scales/0/levels/0/label", "/scales/0/levels/1/label", "/roles/0/title"] {
            let text = file.pointer_mut(key).unwrap();
            *text = json!({"da": text, "en": text});
        }
        file["areas"] = json!([]);
        file["roles"][0]["targets"] = json!({"own-1": 1});
        file["dimensions"] = dimensions.into();
        let whole = Whole::read(file.to_string());
        assert_comes_back(&whole, Language::Danish);
        let bytes = writer::excel(&whole.drafts(Language::Danish)).unwrap();
        let found = import(&[("any.xlsx".to_owned(), bytes)]).found;
        found.told.iter().filter(|own| matches!(own.kind, FindingKind::DimensionsAlike { .. })).count()
    };
    assert_eq!(
        told(vec![dimension("own", "Ledelse", "Leading oneself"), dimension("people", "Ledelse", "Leading others")]),
        0
    );
    assert_eq!(told(vec![dimension("own", "D", "D"), dimension("people", "D!", "D!")]), 0);
    assert_eq!(told(vec![dimension("own", "D", "D"), dimension("other", "E", "E"), dimension("people", "D", "D")]), 1);
}
