//! The frameworks that come with Rokade are complete, in every language, and in their own words.
#![cfg(not(target_arch = "wasm32"))]

use rokade::framework::check::check;
use rokade::framework::{AreaKind, Basis, Framework, Text};
use rokade::json::Json;
use rokade::wording::Language;
use rokade::wording::problems::line;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("frameworks");
    let files = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    assert!(!files.is_empty());
    files
}

fn read(path: &Path) -> Framework {
    let checked = check(&std::fs::read(path).unwrap());
    checked.framework.unwrap_or_else(|| panic!("{} has problems", path.display()))
}

fn path_of(id: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("frameworks/{id}.json"))
}

fn framework(id: &str) -> Framework {
    read(&path_of(id))
}

fn souschef() -> Framework {
    framework("souschef")
}

#[test]
fn every_framework_has_no_problem_and_no_warning() {
    for path in files() {
        let problems = check(&std::fs::read(&path).unwrap()).problems;
        let lines: Vec<_> = problems.iter().map(|problem| line(problem, Language::English)).collect();
        assert!(lines.is_empty(), "{}:\n{}", path.display(), lines.join("\n"));
    }
}

#[test]
fn every_framework_is_named_as_its_file() {
    for path in files() {
        assert_eq!(Some(&*read(&path).id), path.file_stem().and_then(|name| name.to_str()));
    }
}

#[test]
fn every_framework_says_that_it_is_an_example() {
    for path in files() {
        let framework = read(&path);
        assert_eq!(framework.basis, Basis::Example);
        assert!(framework.roles.iter().all(|role| role.basis == Basis::Example));
        for area in &framework.areas {
            assert_eq!(area.basis, Basis::Example, "{}", area.id);
            let stated_by = area.need_stated.as_ref().map_or("", |stated| &*stated.by);
            assert!(area.need == 0 || stated_by.starts_with("Eksempel"), "{}: {stated_by}", area.id);
        }
        assert!(framework.owner.is_some() && framework.licence.is_some() && framework.summary.is_some());
    }
}

#[test]
fn every_stage_asks_for_less_the_earlier_it_is() {
    for path in files() {
        for role in read(&path).roles {
            for pair in role.stages.windows(2) {
                assert!(pair[0].months < pair[1].months, "{}", role.id);
                assert!(pair[0].lower_by >= pair[1].lower_by, "{}", role.id);
            }
        }
    }
}

#[test]
fn the_deputy_heads_framework_holds_all_of_its_source() {
    let framework = souschef();
    let dimensions = framework.dimensions.iter();
    let sizes: Vec<_> = dimensions.map(|part| (part.competences.len(), part.behaviours.len())).collect();
    assert_eq!(sizes, [(8, 9), (5, 9), (6, 10), (6, 9)]);
    assert_eq!((framework.competences.len(), framework.behaviours.len()), (25, 37));
}

#[test]
fn every_item_of_the_deputy_heads_framework_says_where_it_comes_from() {
    let framework = souschef();
    let document = framework.sources.iter().position(|source| &*source.id == "kompetencegrundlag").unwrap();
    for dimension in &framework.dimensions {
        let competences = framework.competences[dimension.competences.clone()].iter().map(|part| &part.source);
        let behaviours = framework.behaviours[dimension.behaviours.clone()].iter().map(|part| &part.source);
        for places in [competences.collect::<Vec<_>>(), behaviours.collect()] {
            let mut items = Vec::new();
            for place in places {
                let place = place.as_ref().unwrap();
                assert_eq!(place.document, document);
                assert!(place.section.is_some());
                items.push(usize::from(place.item.unwrap()));
            }
            assert_eq!(items, (1..=items.len()).collect::<Vec<_>>(), "{}", dimension.id);
        }
    }
}

#[test]
fn every_framework_speaks_danish_and_english() {
    for path in files() {
        let framework = read(&path);
        assert_eq!(framework.languages.iter().map(|tag| &**tag).collect::<Vec<_>>(), ["da", "en"]);
        // Every text stands in both, or `check` would have said so; a statement in one wording twice is not translated.
        let is_translated = |text: &Text| text.in_language(0) != text.in_language(1);
        let competences =
            framework.competences.iter().flat_map(|part| [Some(&part.statement), part.manager_statement.as_ref()]);
        let behaviours =
            framework.behaviours.iter().flat_map(|part| [Some(&part.statement), part.manager_statement.as_ref()]);
        for statement in competences.chain(behaviours) {
            assert!(is_translated(statement.expect("a manager has a wording for each")), "{statement:?}");
        }
    }
}

#[test]
fn every_role_can_practise_what_it_asks_for() {
    for path in files() {
        let framework = read(&path);
        for role in &framework.roles {
            for (place, target) in role.targets.iter().enumerate() {
                let open = framework.areas.iter().filter(|area| area.is_open_to(role));
                let levels = open.flat_map(|area| &area.practice).filter(|(at, _)| *at == place);
                let most = levels.map(|(_, level)| *level).max();
                assert!(most >= *target, "{}: {}: {most:?}", role.id, framework.competences[place].id);
            }
        }
    }
}

#[test]
fn heads_and_deputy_heads_can_be_compared() {
    let (head, deputy) = (framework("chef"), framework("souschef"));
    let parts = |framework: &Framework| framework.dimensions.iter().map(|part| part.id.clone()).collect::<Vec<_>>();
    assert_eq!(parts(&head), parts(&deputy));
    let shared = head.competences.iter().filter(|own| deputy.competences.iter().any(|other| other.id == own.id));
    assert!(shared.count() >= 12);
}

#[test]
fn an_invented_agencys_frameworks_name_no_real_one() {
    for id in ["medarbejder", "chef", "direktion"] {
        let text = std::fs::read_to_string(path_of(id)).unwrap();
        let json = Json::read(&text).unwrap();
        let mut texts = Vec::new();
        danish_texts(json, &mut texts);
        assert!(texts.iter().any(|text| text.contains("Eksempelstyrelsen")), "{id}");
        assert!(!texts.iter().any(|text| text.contains("Ankestyrelsen")), "{id}");
    }
}

#[test]
fn every_competence_for_deputy_heads_can_be_practised_to_level_3() {
    let framework = souschef();
    for (place, competence) in framework.competences.iter().enumerate() {
        let levels = framework.areas.iter().flat_map(|area| &area.practice).filter(|(at, _)| *at == place);
        assert!(levels.map(|(_, level)| *level).max() >= Some(3), "{}", competence.id);
    }
}

#[test]
fn deputy_heads_have_task_changes_and_rotations_to_choose_from() {
    let framework = souschef();
    for role in framework.roles.iter().filter(|role| role.group.as_deref() == Some("souschef")) {
        let open = |kind| framework.areas.iter().filter(|area| area.kind() == kind && area.is_open_to(role)).count();
        assert!(open(AreaKind::TaskChange) >= 10, "{}: {}", role.id, open(AreaKind::TaskChange));
        assert!(open(AreaKind::Rotation) >= 7, "{}: {}", role.id, open(AreaKind::Rotation));
    }
}

#[test]
fn every_role_for_deputy_heads_is_a_whole_one() {
    let framework = souschef();
    assert!(framework.roles.iter().any(|role| role.group.as_deref() == Some("souschef")));
    for role in &framework.roles {
        assert!(role.targets.iter().all(|target| target.is_some_and(|level| level > 0)), "{}", role.id);
        // A focus is some of the dimensions, and raises targets to levels that the scale has.
        let focus = role.focus.unwrap();
        assert!((1..framework.dimensions.len()).contains(&focus.at_most.into()), "{}", role.id);
        for (competence, target) in role.targets.iter().enumerate() {
            let most = framework.scale_of(competence).highest();
            assert!(target.unwrap() + focus.raise <= most, "{}: {}", role.id, framework.competences[competence].id);
        }
        let last = role.stages.last().unwrap();
        assert!(last.lower_by < *role.targets.iter().flatten().max().unwrap(), "{}", role.id);
    }
}

#[test]
fn no_text_repeats_four_words_of_the_source_documents() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    let documents = ["intern-mobilitet.txt", "souschef-kompetencegrundlag.txt"].map(|name| folder.join(name));
    if let Some(absent) = documents.iter().find(|path| !path.is_file()) {
        println!("not checked, since {} is not beside the checkout: texts in their own words", absent.display());
        return;
    }
    let text = documents.map(|path| std::fs::read_to_string(path).unwrap()).join("\n");
    let words = words(&without_hyphenation(&text));
    let runs: HashSet<_> = words.windows(4).collect();
    assert!(runs.len() > 1000, "the documents have been read");
    let in_own_words = |file: &str, text: &str| {
        for run in self::words(text).windows(4) {
            assert!(!runs.contains(run), "{file}: `{}` in: {text}", run.join(" "));
        }
    };
    for path in files() {
        let text = std::fs::read_to_string(&path).unwrap();
        let json = Json::read(&text).unwrap();
        let mut texts = Vec::new();
        danish_texts(json, &mut texts);
        texts.iter().for_each(|text| in_own_words(&path.display().to_string(), text));
    }
    for (name, text) in rokade::wording::Words::shipped_for("da").unwrap().texts() {
        in_own_words(name, text);
    }
}

/// Words that a line's end cuts in two, put together.
fn without_hyphenation(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut whole = String::new();
    for line in lines {
        match line.strip_suffix('-') {
            Some(start) if start.ends_with(char::is_alphabetic) => whole.push_str(start),
            _ => whole.extend([line, " "]),
        }
    }
    whole
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn danish_texts(json: Json, texts: &mut Vec<String>) {
    for member in json.members() {
        match member.json.text() {
            Some(text) if member.key == "da" => texts.push(text.into_owned()),
            _ => danish_texts(member.json, texts),
        }
    }
    json.items().into_iter().for_each(|item| danish_texts(item, texts));
}
