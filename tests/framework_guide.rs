//! The guides on writing a framework are true: their sheets, columns, hints and limits are those of the source, and following
//! their five steps leads to a framework.
#![cfg(not(target_arch = "wasm32"))]

use rokade::framework::check::check;
use rokade::hint::{FEWEST_COMPETENCES, HintKind, LONGEST_LABEL, LONGEST_TITLE, hints};
use rokade::scalar::LONGEST_SHORT;
use rokade::wording::Language;
use rokade::wording::hints::sentence;
use rokade::workbook::gate::{MOST_BYTES, MOST_ENTRIES, MOST_TIMES, MOST_UNPACKED};
use rokade::workbook::names::{Column, Named, Setting, SheetKind};
use rokade::workbook::sheet::MOST_CELLS;
use std::path::{Path, PathBuf};
use std::process::Command;
use strum::VariantArray;

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The guides, each with its language and what its workbook is called in it.
const GUIDES: [(&str, Language, &str); 2] =
    [("framework", Language::English, "framework"), ("kompetencegrundlag", Language::Danish, "grundlag")];

fn guide(name: &str) -> String {
    std::fs::read_to_string(top().join(format!("www/guides/{name}.md"))).unwrap()
}

fn table_of_sheets(language: Language) -> String {
    let (head, settings) = match language {
        Language::Danish => ("| ark | kolonner |", "rækkerne"),
        Language::English => ("| sheet | columns |", "the rows"),
    };
    let mut table = format!("{head}\n|---|---|\n");
    for sheet in SheetKind::VARIANTS.iter().filter(|sheet| **sheet != SheetKind::ReadMe) {
        let is_written = |column: &&Column| !matches!(column, Column::Indent | Column::Position | Column::Parent);
        let name = |column: &Column| {
            let level = if column.is_by_level() { " 0" } else { "" };
            let text = if sheet.is_text(*column) && *sheet != SheetKind::Settings { "::" } else { "" };
            format!("`{}{level}{text}`", column.name(language))
        };
        let mut columns: Vec<String> = sheet.columns().iter().filter(is_written).map(name).collect();
        if let SheetKind::Levels | SheetKind::Weights = sheet {
            let roles = match language {
                Language::Danish => "en kolonne for hver rolle",
                Language::English => "a column for each role",
            };
            columns.insert(1, roles.to_owned());
        }
        if *sheet == SheetKind::Settings {
            let names: Vec<String> = Setting::VARIANTS.iter().map(|own| format!("`{}`", own.name(language))).collect();
            columns.push(format!("{settings}: {}", names.join(", ")));
        }
        table += &format!("| {} | {} |\n", sheet.name(language), columns.join(", "));
    }
    table
}

/// A hint of each kind, as it might be.
fn kinds() -> Vec<HintKind> {
    let example = |name: &str| match name {
        "two-claims" => HintKind::TwoClaims { joined_by: "og jeg".into() },
        "unobservable" => HintKind::Unobservable { begins_with: "jeg forstår".into() },
        "long-title" => HintKind::LongTitle { characters: 52, most: LONGEST_TITLE },
        "unpractised-target" => HintKind::UnpractisedTarget { role: "projektleder".into(), target: 4, practised: 3 },
        "closed-area" => HintKind::ClosedArea,
        "levels-alike" => HintKind::LevelsAlike { other: 1 },
        "small-dimension" => HintKind::SmallDimension { competences: 1, least: FEWEST_COMPETENCES },
        "roles-alike" => HintKind::RolesAlike { roles: 2 },
        "no-short" => HintKind::NoShort { characters: 44, most: LONGEST_LABEL },
        "other-language" => HintKind::OtherLanguage { language: "da".into(), looks_like: "en".into() },
        "unknown-hint" => HintKind::UnknownHint { name: "two-claim".into(), meant: Some("two-claims".into()) },
        other => panic!("the guides have no example of `{other}`"),
    };
    <HintKind as strum::VariantNames>::VARIANTS.iter().map(|name| example(name)).collect()
}

fn table_of_hints(language: Language) -> String {
    let head = match language {
        Language::Danish => "| navn | rådet, for eksempel |",
        Language::English => "| name | the hint, for example |",
    };
    let rows = kinds().into_iter().map(|kind| format!("| `{}` | {} |\n", kind.name(), sentence(&kind, language)));
    format!("{head}\n|---|---|\n{}", rows.collect::<String>())
}

#[test]
fn the_guides_list_the_sheets_and_the_hints_that_there_are() {
    for (name, language, _) in GUIDES {
        let text = guide(name);
        let mut right = text.clone();
        for (mark, table) in [("sheets", table_of_sheets(language)), ("hints", table_of_hints(language))] {
            let mark = format!("<!-- {mark} -->\n");
            let parts: Vec<&str> = right.split(&*mark).collect();
            let [before, _, after] = parts[..] else { panic!("{name} has no table between its marks") };
            right = format!("{before}{mark}{table}{mark}{after}");
        }
        if std::env::var_os("ROKADE_BLESS").is_some() {
            std::fs::write(top().join(format!("www/guides/{name}.md")), &right).unwrap();
        } else {
            assert!(text == right, "{name} lists something else; ROKADE_BLESS=1 writes it");
        }
    }
}

#[test]
fn the_guides_say_the_limits_of_the_source() {
    for (name, language, _) in GUIDES {
        let text = guide(name).split_whitespace().collect::<Vec<_>>().join(" ");
        let grouped = match language {
            Language::Danish => "1.000.000",
            Language::English => "1,000,000",
        };
        assert_eq!(MOST_CELLS, 1_000_000);
        let mebibytes = |bytes: u64| format!("{} MiB", bytes / 1024 / 1024);
        let times = match language {
            Language::Danish => format!("{MOST_TIMES} gange"),
            Language::English => format!("{MOST_TIMES} times"),
        };
        let short = match language {
            Language::Danish => format!("højst {LONGEST_SHORT} tegn"),
            Language::English => format!("at most {LONGEST_SHORT} characters"),
        };
        let parts = match language {
            Language::Danish => format!("{MOST_ENTRIES} dele"),
            Language::English => format!("{MOST_ENTRIES} parts"),
        };
        for limit in [mebibytes(MOST_BYTES), mebibytes(MOST_UNPACKED), times, short, parts, grouped.to_owned()] {
            assert!(text.contains(&limit), "{name} doesn't say {limit}");
        }
    }
}

/// What the guides say of claims that are joined is what `rokade check` sees, in their own words.
#[test]
fn the_guides_say_how_far_the_hint_of_two_claims_reaches() {
    for (name, language, _) in GUIDES {
        let text = guide(name).split_whitespace().collect::<Vec<_>>().join(" ");
        let (start, end) = match language {
            Language::Danish => ("- En ting i hvert udsagn.", "- Noget, en kollega"),
            Language::English => ("- One thing in each statement.", "- Something a colleague"),
        };
        let part = text.split(start).nth(1).and_then(|rest| rest.split(end).next()).unwrap();
        let quotes: Vec<&str> = part.split('*').skip(1).step_by(2).collect();
        let [example, first, second, third, alone] = quotes[..] else { panic!("{name} quotes {quotes:?}") };
        let tag = if language == Language::Danish { "da" } else { "en" };
        let is_hinted = |statement: String| {
            let file = std::fs::read_to_string(top().join("tests/tea.json")).unwrap();
            let file =
                file.replace("[\"en\"]", &format!("[\"{tag}\"]")).replace("I brew tea that guests like.", &statement);
            assert!(file.contains(&statement) && check(file.as_bytes()).framework.is_some(), "{statement}");
            let told = hints(file.as_bytes()).told;
            told.iter().any(|hint| hint.kind.name() == "two-claims" && hint.pointer.ends_with("0/statement"))
        };
        assert!(is_hinted(format!("{example}.")), "{name}: {example}");
        for joined_by in [first, second, third] {
            assert!(is_hinted(format!("Abc {joined_by} def.")), "{name}: {joined_by}");
        }
        let sentences: String =
            format!("{example}.").split(", ").next().map(|first| format!("{first}. {first}.")).unwrap();
        assert!(is_hinted(sentences));
        assert!(!is_hinted(format!("Abc {alone} def.")), "{name}: {alone}");
    }
}

#[test]
fn both_guides_have_the_same_chapters_in_the_same_order() {
    let shape = |name: &str| -> Vec<usize> {
        guide(name)
            .split("\n## ")
            .map(|chapter| {
                let is_item = |line: &&str| {
                    line.starts_with("- ")
                        || line.starts_with("| ")
                        || line.split_once(". ").is_some_and(|(first, _)| first.parse::<u8>().is_ok())
                };
                chapter.lines().filter(is_item).count()
            })
            .collect()
    };
    assert_eq!(shape("framework"), shape("kompetencegrundlag"));
}

/// The command lines in a guide that call the program, without what goes into a file.
fn commands(text: &str) -> Vec<Vec<String>> {
    let code = text.split('`').skip(1).step_by(2).filter(|code| code.starts_with("rokade ") && !code.contains('…'));
    code.map(|code| code.split(" > ").next().unwrap().split(' ').skip(1).map(str::to_owned).collect()).collect()
}

#[test]
fn following_the_guides_leads_to_a_framework() {
    for (name, language, workbook) in GUIDES {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("guide-{}-{name}", std::process::id()));
        std::fs::create_dir_all(folder.join("frameworks")).unwrap();
        std::fs::copy(top().join("frameworks/projekt.json"), folder.join("frameworks/projekt.json")).unwrap();
        let mut ran = 0;
        for arguments in commands(&guide(name)).into_iter().filter(|arguments| arguments.len() > 1) {
            let mut call = Command::new(env!("CARGO_BIN_EXE_rokade"));
            call.args(&arguments).current_dir(&folder);
            if language == Language::English && arguments[0] == "template" {
                call.args(["--names", "en"]);
            }
            let done = call.output().unwrap();
            let told = String::from_utf8_lossy(&done.stderr).into_owned();
            assert_eq!(done.status.code(), Some(0), "{arguments:?}: {told}");
            match &*arguments[0] {
                "import" => {
                    std::fs::write(folder.join(format!("{workbook}.json")), &done.stdout).unwrap();
                    assert_eq!(told.lines().count(), 1, "{arguments:?}: {told}");
                }
                "check" => assert!(!told.contains("hint [") && !told.contains("råd ["), "{told}"),
                _ => {}
            }
            ran += 1;
        }
        assert!(ran >= 4, "{name} has only {ran} commands");
        let read = |path: PathBuf| rokade::framework::Framework::read(&std::fs::read_to_string(path).unwrap()).unwrap();
        let own = read(folder.join(format!("{workbook}.json")));
        assert_eq!(own, read(top().join("frameworks/projekt.json")));
        assert_eq!((own.competences.len(), own.dimensions.len(), own.roles.len(), own.areas.len()), (12, 3, 2, 6));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn the_example_of_the_guides_says_what_they_quote() {
    let file = std::fs::read_to_string(top().join("frameworks/projekt.json")).unwrap();
    for (name, _, _) in GUIDES {
        let text = guide(name);
        let table =
            text.split("\n## ").find(|chapter| chapter.contains("|---|---|") && chapter.contains("(*")).unwrap();
        let quotes: Vec<&str> = table.split("(*").skip(1).filter_map(|rest| rest.split("*)").next()).collect();
        assert_eq!(quotes.len(), 3, "{quotes:?}");
        for quote in quotes {
            assert!(file.contains(&format!("\"{quote}\"")), "{name} quotes {quote}");
        }
    }
}
