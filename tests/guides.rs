//! The guides on the method, the formats and the screens are true: what they name is in the schemas, the reports and the
//! source, and nothing of those is left out.
#![cfg(not(target_arch = "wasm32"))]

use rokade::assessment::{self, Purpose, Rater};
use rokade::framework::Framework;
use rokade::framework::check::check;
use rokade::report::Report;
use rokade::state::journey::Journey;
use rokade::state::progress::{self, Now};
use rokade::state::settings::Retention;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static FORMATS: LazyLock<Guide> = LazyLock::new(|| Guide::read("formats"));
static METHOD: LazyLock<Guide> = LazyLock::new(|| Guide::read("method"));

/// A guide, by its headings.
struct Guide {
    text: String,
    sections: Vec<Section>,
}

/// What stands under one heading, without what stands under the headings inside it.
struct Section {
    /// The heading of the second order that it stands under, or is.
    chapter: String,
    heading: String,
    /// The name in code font in its heading, in parentheses.
    part: Option<String>,
    /// The cells of its tables' rows, without the rows at their heads.
    rows: Vec<Vec<String>>,
}

impl Guide {
    fn read(name: &str) -> Self {
        let text = std::fs::read_to_string(top().join(format!("www/guides/{name}.md"))).unwrap();
        let mut sections: Vec<Section> = Vec::new();
        let mut is_code = false;
        for line in text.lines() {
            is_code ^= line.starts_with("```");
            let heading = line.trim_start_matches('#').trim();
            match line.len() - line.trim_start_matches('#').len() {
                level @ 1..=3 if !is_code => {
                    let chapter = match sections.last() {
                        Some(above) if level == 3 => above.chapter.clone(),
                        _ => heading.to_owned(),
                    };
                    let part = heading.split_once("(`").and_then(|(_, rest)| rest.strip_suffix("`)"));
                    let part = part.map(str::to_owned);
                    sections.push(Section { chapter, heading: heading.to_owned(), part, rows: Vec::new() });
                }
                _ => {}
            }
            if let (false, Some(row)) = (is_code, line.strip_prefix("| ")) {
                let row = row.trim_end().strip_suffix('|').unwrap_or_else(|| panic!("a row has no end: {line}"));
                sections.last_mut().unwrap().rows.push(row.split('|').map(|cell| cell.trim().to_owned()).collect());
            }
        }
        for section in &mut sections {
            section.rows.retain(|row| {
                !row[0].is_empty() && !["member", "class", "zone", "standing", "law", "limit"].contains(&&*row[0])
            });
        }
        Self { text, sections }
    }

    fn section(&self, heading: &str) -> &Section {
        let found = self.sections.iter().find(|section| section.heading == heading);
        found.unwrap_or_else(|| panic!("there is no heading `{heading}`"))
    }

    fn parts_of<'a>(&'a self, chapter: &'a str) -> impl Iterator<Item = (&'a str, &'a Section)> {
        let sections = self.sections.iter().filter(move |section| section.chapter == chapter);
        sections.filter_map(|section| Some((section.part.as_deref()?, section)))
    }

    /// The fenced block of this kind.
    fn block(&self, kind: &str) -> &str {
        let (_, rest) = self.text.split_once(&format!("```{kind}\n")).unwrap_or_else(|| panic!("no block `{kind}`"));
        rest.split("```").next().unwrap()
    }

    /// The example of this kind.
    fn example(&self, kind: &str) -> Value {
        serde_json::from_str(self.block(&format!("json {kind}"))).unwrap()
    }
}

impl Section {
    /// The names in code font in the first cell of each row.
    fn members(&self) -> BTreeSet<String> {
        self.rows.iter().flat_map(|row| in_code_font(&row[0])).collect()
    }
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn in_code_font(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The parts of a schema by name, each with its description.
fn parts_of_schema(word: &str, whole: &str) -> BTreeMap<String, Value> {
    let path = top().join(format!("www/schema/{word}.schema.json"));
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut parts: BTreeMap<String, Value> = BTreeMap::new();
    for (name, part) in schema["$defs"].as_object().unwrap() {
        if part.get("properties").is_some() {
            parts.insert(name.clone(), part.clone());
        }
    }
    if schema.get("properties").is_some() {
        parts.insert(whole.to_owned(), schema);
    }
    parts
}

fn names(members: &Map<String, Value>) -> BTreeSet<String> {
    members.keys().cloned().collect()
}

const SCHEMAS: [(&str, &str); 2] = [("framework", "Framework"), ("assessment", "Assessment")];

// ---- formats

#[test]
fn every_schema_has_its_chapter() {
    let mut words: Vec<String> = Vec::new();
    for entry in top().join("www/schema").read_dir().unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        words.push(name.strip_suffix(".schema.json").unwrap().to_owned());
    }
    words.sort();
    let mut known = SCHEMAS.map(|(word, _)| word.to_owned());
    known.sort();
    assert_eq!(words, known);
}

#[test]
fn the_formats_guide_names_every_member_of_the_schemas_and_no_other() {
    for (word, chapter) in SCHEMAS {
        let parts = parts_of_schema(word, chapter);
        let told: BTreeMap<&str, &Section> = FORMATS.parts_of(chapter).collect();
        for (name, part) in &parts {
            let section = told.get(&**name).unwrap_or_else(|| panic!("no heading names `{name}`"));
            let there = names(part["properties"].as_object().unwrap());
            assert_eq!(section.members(), there, "{name}");
        }
        for name in told.keys() {
            assert!(parts.contains_key(*name), "there is no `{name}` in {word}.schema.json");
        }
    }
}

#[test]
fn the_formats_guide_says_what_is_needed_and_the_defaults() {
    for (word, chapter) in SCHEMAS {
        let parts = parts_of_schema(word, chapter);
        for (name, section) in FORMATS.parts_of(chapter) {
            let Some(part) = parts.get(name) else { continue };
            let needed: Vec<&str> =
                part["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            for row in &section.rows {
                let member = &in_code_font(&row[0])[0];
                let property = &part["properties"][member];
                // That a member may be `null` is said where it is explained.
                let expected = match property.get("default").filter(|default| !default.is_null()) {
                    _ if needed.contains(&&**member) => "needed".to_owned(),
                    Some(default) => format!("`{default}`"),
                    None => "–".to_owned(),
                };
                assert_eq!(row[1], expected, "{name}: {member}");
            }
        }
    }
}

#[test]
fn the_formats_guide_says_the_limits_and_the_words_to_choose_from() {
    let mut said = 0;
    for (word, chapter) in SCHEMAS {
        let parts = parts_of_schema(word, chapter);
        for (name, section) in FORMATS.parts_of(chapter) {
            for row in &section.rows {
                let member = &in_code_font(&row[0])[0];
                let Some(property) = parts.get(name).and_then(|part| part["properties"].get(member)) else { continue };
                let (mut limits, mut words) = (Vec::new(), Vec::new());
                collect_limits(property, &mut limits, &mut words);
                for limit in limits {
                    said += 1;
                    assert!(row[2].contains(&limit), "{name}: {member} doesn't say {limit}");
                }
                let told = in_code_font(&row[2]);
                for word in words {
                    said += 1;
                    assert!(told.contains(&word), "{name}: {member} doesn't say `{word}`");
                }
            }
        }
    }
    assert!(said > 40, "only {said} limits and words are found: are the schemas still read right?");
}

/// How a guide puts the limits of a property, and the words that it may be. Levels, ids and texts are told once for all.
fn collect_limits(property: &Value, limits: &mut Vec<String>, words: &mut Vec<String>) {
    let number = |key: &str| property.get(key).and_then(Value::as_u64);
    if let (Some(least), Some(most)) = (number("minimum"), number("maximum")) {
        limits.push(format!("{least} to {most}"));
    }
    match (number("minItems"), number("maxItems")) {
        (Some(least), Some(most)) => limits.push(format!("{least} to {most}")),
        (Some(1), None) => limits.push("at least one".to_owned()),
        _ => {}
    }
    if let Some(most) = number("maxLength").filter(|most| ![64, 4000].contains(most)) {
        limits.push(format!("at most {most} characters"));
    }
    if let Some(word) = property.get("const").and_then(Value::as_str) {
        words.push(word.to_owned());
    }
    words.extend(property["enum"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
    for key in ["items", "additionalProperties"] {
        let is_level = property[key]["minimum"] == 0 && property[key]["maximum"] == 10;
        if property[key].is_object() && !is_level {
            collect_limits(&property[key], limits, words);
        }
    }
    let either = ["anyOf", "oneOf"].into_iter().filter_map(|key| property[key].as_array()).flatten();
    either.for_each(|one| collect_limits(one, limits, words));
}

#[test]
fn the_limits_in_the_formats_guide_are_the_constants_of_the_source() {
    let section = FORMATS.section("Limits");
    assert!(section.rows.len() > 8);
    for row in &section.rows {
        let name = &in_code_font(&row[2])[0];
        let expected: u64 = row[1].replace(',', "").parse().unwrap();
        let found = constants(name);
        assert!(!found.is_empty(), "there is no constant `{name}`");
        assert!(found.iter().all(|value| *value == expected), "`{name}` is {found:?} and not {expected}");
    }
}

/// What constants of this name are, wherever they stand but on a screen.
fn constants(name: &str) -> Vec<u64> {
    let start = format!("const {name}: ");
    let mut found = Vec::new();
    for (path, text) in sources(&["src"]) {
        if path.starts_with("src/screen") || path.starts_with("src/view") {
            continue;
        }
        for line in text.lines().filter_map(|line| line.split_once(&start)).map(|(_, rest)| rest) {
            let value = line.split_once("= ").unwrap().1.trim_end_matches(';').replace('_', "");
            found.push(value.split(" * ").map(|factor| factor.parse::<u64>().unwrap()).product());
        }
    }
    found
}

#[test]
fn the_example_of_a_framework_is_good_and_has_every_member() {
    let example = FORMATS.example("framework");
    let checked = check(example.to_string().as_bytes());
    let problems: Vec<String> = checked.problems.iter().map(|problem| format!("{problem:?}")).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    assert!(checked.framework.is_some());
    has_every_member(FORMATS.block("json framework"), "Framework");
}

#[test]
fn the_example_of_an_assessment_is_good_and_has_every_member() {
    let framework = Framework::read(&FORMATS.example("framework").to_string()).unwrap();
    let example = FORMATS.example("assessment");
    let opened = assessment::file::read(example.to_string().as_bytes()).unwrap();
    let role = framework.role(&opened.assessment.role).unwrap();
    assert_eq!(rokade::profile::ignored(&framework, role, &opened.assessment), []);
    has_every_member(FORMATS.block("json assessment"), "Assessment");
}

fn has_every_member(example: &str, chapter: &str) {
    for (name, section) in FORMATS.parts_of(chapter) {
        for member in section.members() {
            assert!(example.contains(&format!("\"{member}\":")), "the example lacks `{member}` of `{name}`");
        }
    }
}

#[test]
fn the_example_of_a_report_is_that_of_the_example_of_an_assessment() {
    let framework = Framework::read(&FORMATS.example("framework").to_string()).unwrap();
    let example = FORMATS.example("assessment").to_string();
    let assessment = assessment::file::read(example.as_bytes()).unwrap().assessment;
    let role = framework.role(&assessment.role).unwrap();
    let report = rokade::json::to_pretty(&Report::of(&framework, role, &assessment).file(&framework));
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(FORMATS.example("report"), report, "the report is\n{report}");
    has_every_member(FORMATS.block("json report"), "Report");
}

/// The reports of the golden cases, which between them show every finding.
static REPORTS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let folders = top().join("tests/golden").read_dir().unwrap().map(|entry| entry.unwrap().path().join("report.json"));
    folders.map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
});

/// What stands at a path such as `areas[].entry[]` of each report.
fn at<'a>(path: &str, reports: &'a [Value]) -> Vec<&'a Value> {
    let mut values: Vec<&Value> = reports.iter().collect();
    for step in path.split('.').filter(|step| *step != "report") {
        values = match step.strip_suffix("[]") {
            Some(list) => values.into_iter().flat_map(|value| value[list].as_array().into_iter().flatten()).collect(),
            None => values.into_iter().filter_map(|value| value.get(step)).collect(),
        };
    }
    values
}

#[test]
fn the_formats_guide_names_every_member_of_a_report_and_no_other() {
    let mut paths = BTreeSet::new();
    for (path, section) in FORMATS.parts_of("Report") {
        let values = at(path, &REPORTS);
        let there: BTreeSet<String> = values.iter().flat_map(|value| names(value.as_object().unwrap())).collect();
        assert_eq!(section.members(), there, "{path}");
        paths.insert(path.to_owned());
    }
    // Whatever holds members of its own has a heading.
    for report in REPORTS.iter() {
        let mut found = BTreeSet::from(["report".to_owned()]);
        objects_in(report, "", &mut found);
        let missing: Vec<_> = found.difference(&paths).collect();
        assert!(missing.is_empty(), "no heading for {missing:?}");
    }
}

fn objects_in(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    for (key, value) in value.as_object().into_iter().flatten() {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match value {
            Value::Object(_) => {
                objects_in(value, &path, found);
                found.insert(path);
            }
            Value::Array(items) if items.iter().any(Value::is_object) => {
                let path = format!("{path}[]");
                items.iter().for_each(|item| objects_in(item, &path, found));
                found.insert(path);
            }
            _ => {}
        }
    }
}

#[test]
fn the_formats_guide_says_the_words_of_a_report() {
    for (path, member) in [
        ("competences[]", "answer"),
        ("competences[]", "from"),
        ("competences[]", "class"),
        ("areas[]", "kind"),
        ("areas[]", "best"),
        ("areas[]", "standing"),
        ("areas[].entry[]", "state"),
    ] {
        let values = at(path, &REPORTS).into_iter().filter_map(|value| value[member].as_str());
        let there: BTreeSet<String> = values.map(str::to_owned).collect();
        let (_, section) = FORMATS.parts_of("Report").find(|(own, _)| *own == path).unwrap();
        let row = section.rows.iter().find(|row| in_code_font(&row[0])[0] == member).unwrap();
        let said: BTreeSet<String> = in_code_font(&row[1]).into_iter().filter(|word| word != "null").collect();
        assert_eq!(said, there, "{path}: {member}");
    }
}

#[test]
fn the_formats_guide_names_every_member_of_progress_and_no_other() {
    let framework = Framework::read(&FORMATS.example("framework").to_string()).unwrap();
    let assessment = assessment::Assessment::new(
        framework.id.clone(),
        framework.version.clone(),
        Purpose::Development,
        Rater::Myself,
        framework.roles[0].id.clone(),
    );
    let journey = Journey::new(assessment, 0);
    let kept = progress::write(&framework, &journey, Retention::Tab, &Now::default());
    let kept: Value = serde_json::from_str(&kept).unwrap();
    let section = FORMATS.section("Progress");
    assert_eq!(section.members(), names(kept.as_object().unwrap()));
    assert!(section.rows.iter().any(|row| in_code_font(&row[1]) == [kept["format"].as_str().unwrap()]));
}

// ---- method

/// The words in code font in the first cells of the table under this heading that begins with this row.
fn table_from(guide: &Guide, heading: &str, first: &str, count: usize) -> BTreeSet<String> {
    let rows = &guide.section(heading).rows;
    let start = rows.iter().position(|row| row[0] == format!("`{first}`")).unwrap();
    rows[start..start + count].iter().map(|row| in_code_font(&row[0])[0].clone()).collect()
}

fn words_at(path: &str, members: &[&str]) -> BTreeSet<String> {
    let values = at(path, &REPORTS);
    let words = values.iter().flat_map(|value| members.iter().filter_map(|member| value[*member].as_str()));
    words.map(str::to_owned).collect()
}

#[test]
fn the_method_names_every_class_zone_and_standing() {
    let words = words_at("competences[]", &["class"]);
    assert_eq!(table_from(&METHOD, "2. Gaps", "above", 10), words);
    let zones = words_at("areas[]", &["best", "worst"]);
    assert_eq!(table_from(&METHOD, "3. Areas", "ready", 3), zones);
    // The first table of that section holds the zones, the second the standings.
    let standings: BTreeSet<String> =
        METHOD.section("3. Areas").rows[3..].iter().map(|row| in_code_font(&row[0])[0].clone()).collect();
    assert_eq!(standings, words_at("areas[]", &["standing"]));
}

#[test]
fn the_method_names_every_list_kind_and_route() {
    let text = &METHOD.text;
    for word in ["priorities", "strengths", "missingOpportunities", "ranking", "contribute", "portfolio", "chances"] {
        assert!(REPORTS[0].get(word).is_some(), "{word}");
        assert!(text.to_lowercase().contains(&word.to_lowercase()), "{word}");
    }
    let area = &parts_of_schema("framework", "Framework")["Area"]["properties"];
    for word in ["kind", "route"].iter().flat_map(|member| area[*member]["enum"].as_array().unwrap()) {
        assert!(text.contains(&format!("`{}`", word.as_str().unwrap())), "{word}");
    }
}

#[test]
fn the_method_names_the_parameters_with_their_defaults() {
    let parameters = parts_of_schema("framework", "Framework")["Parameters"]["properties"].clone();
    let defaults: Vec<String> = ["stretch", "entryTolerance", "portfolioSize", "rotationsAtMost"]
        .map(|name| parameters[name]["default"].to_string())
        .to_vec();
    let row = METHOD.sections[0].rows.iter().find(|row| row[0].contains("*K*")).unwrap();
    assert_eq!(in_code_font(&row[1]), ["parameters", "stretch", "entryTolerance", "portfolioSize", "rotationsAtMost"]);
    let (last, others) = defaults.split_last().unwrap();
    assert_eq!(row[2], format!("{} and {last} unless said", others.join(", ")));
}

#[test]
fn what_the_method_names_in_code_font_is_in_the_source() {
    let mut source = String::new();
    for (_, text) in sources(&["src", "tests"]).into_iter().filter(|(path, _)| path != "tests/guides.rs") {
        source += &text;
    }
    source += &std::fs::read_to_string(top().join("www/schema/framework.schema.json")).unwrap();
    let mut said = 0;
    let prose: String = METHOD.text.split("```").step_by(2).collect();
    for name in in_code_font(&prose) {
        let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
        if !is_name {
            continue;
        }
        said += 1;
        assert!(has_word(&source, &name), "`{name}` is nowhere in the source");
    }
    assert!(said > 100, "only {said} names are found: is the guide still read right?");
}

fn has_word(text: &str, word: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(is_letter) && !text[at + word.len()..].starts_with(is_letter))
}

#[test]
fn every_law_of_the_method_has_its_test() {
    let tests = sources(&["tests"]);
    let rows = &METHOD.section("4. Laws").rows;
    let numbers: Vec<usize> = rows.iter().map(|row| row[0].parse().unwrap()).collect();
    assert_eq!(numbers, (1..=16).collect::<Vec<_>>());
    let mut named = BTreeSet::new();
    for (number, row) in numbers.iter().zip(rows) {
        let tests_of_law: Vec<String> = in_code_font(&row[2]).into_iter().filter(|name| !name.contains('/')).collect();
        assert!(!tests_of_law.is_empty(), "law {number} has no test");
        for name in tests_of_law {
            let is_there = tests.iter().any(|(_, text)| text.contains(&format!("fn {name}(")));
            assert!(is_there, "law {number}: there is no test `{name}`");
            named.insert(name);
        }
    }
    // The other way round: what stands under a law in tests/laws.rs stands in its row.
    let (_, laws) = tests.iter().find(|(path, _)| path == "tests/laws.rs").unwrap();
    let under_laws = laws.split_once("// ---- law 1\n").unwrap().1.split("\n}\n").next().unwrap();
    let helpers = ["what_is_ignored_can_be_left_out_without_changing_the_report"];
    for name in under_laws.split("    fn ").skip(1).filter_map(|rest| rest.split('(').next()) {
        assert!(named.contains(name) || helpers.contains(&name), "no law of the guide names `{name}`");
    }
}

// ---- screens

#[test]
fn the_guide_on_the_screens_calls_classes_what_the_screens_call_them() {
    let guide = std::fs::read_to_string(top().join("www/guides/experience.md")).unwrap();
    let words: Value =
        serde_json::from_str(&std::fs::read_to_string(top().join("www/words/da.json")).unwrap()).unwrap();
    let classes = ["classAbove", "classMet", "classNear", "classGap"].map(|key| words["widget"][key].as_str().unwrap());
    let names = format!("*{}*", classes.join(", "));
    assert!(guide.contains(&names), "the guide doesn't say {names}");
}

// ---- citations

#[test]
fn what_the_source_cites_of_the_guides_is_there() {
    let mut cited = 0;
    for (path, text) in sources(&["src", "tests", "xtask"]) {
        if path == "tests/guides.rs" {
            continue;
        }
        for paragraph in comments(&text) {
            for name in ["method", "formats", "experience"] {
                let file = format!("{name}.md");
                for (at, _) in paragraph.match_indices(&file) {
                    cited += 1;
                    assert!(
                        paragraph[..at].ends_with("www/guides/"),
                        "{path} cites a {file} that isn't here: {paragraph}"
                    );
                    let missing = not_in(&Guide::read(name), &paragraph[at + file.len()..]);
                    assert_eq!(missing, [""; 0], "{path} cites what www/guides/{file} doesn't have: {paragraph}");
                }
            }
        }
    }
    assert!(cited > 20, "only {cited} citations are found: are comments still read right?");
}

/// The paragraphs of the comments in this file, each in one line.
fn comments(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim_start) {
        let comment = ["//! ", "/// ", "// "].iter().find_map(|mark| line.strip_prefix(mark));
        match comment {
            Some(words) => *paragraphs.last_mut().unwrap() += &format!("{words} "),
            None => paragraphs.push(String::new()),
        }
    }
    paragraphs
}

/// What of the places that are named right after a guide's name isn't in it: sections by number, laws, and headings in
/// quotation marks, as far as the next parenthesis, semicolon or end of the sentence.
fn not_in(guide: &Guide, cited: &str) -> Vec<String> {
    let cited = cited.split([')', ';', '.']).next().unwrap();
    let number = |after: &str| {
        let (_, rest) = cited.split_once(after)?;
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        Some(digits)
    };
    let mut missing = Vec::new();
    if let Some(number) = number(", section ") {
        let is_there = guide.sections.iter().any(|section| section.heading.starts_with(&format!("{number}. ")));
        missing.extend((!is_there).then(|| format!("section {number}")));
    }
    if let Some(number) = number("law ") {
        let is_there = guide.section("4. Laws").rows.iter().any(|row| row[0] == number);
        missing.extend((!is_there).then(|| format!("law {number}")));
    }
    for name in cited.split('"').skip(1).step_by(2) {
        let is_heading = guide.sections.iter().any(|section| section.heading == name);
        let is_there = is_heading || guide.text.contains(&format!("\n**{name}.**"));
        missing.extend((!is_there).then(|| name.to_owned()));
    }
    missing
}

#[test]
fn places_that_a_guide_lacks_are_found() {
    let lacks = |cited: &str| not_in(&METHOD, cited);
    assert_eq!(lacks(", section 3 \"Portfolio\" and law 7): one"), [""; 0]);
    assert_eq!(lacks(", section 9, \"Nowhere\", law 17). And so on"), ["section 9", "law 17", "Nowhere"]);
}

/// Rust files below these folders, by their path from the top.
fn sources(folders: &[&str]) -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = Vec::new();
    folders.iter().for_each(|folder| rust_files(&top().join(folder), &mut paths));
    let read = |path: PathBuf| {
        let name = path.strip_prefix(top()).unwrap().to_str().unwrap().replace('\\', "/");
        (name, std::fs::read_to_string(path).unwrap())
    };
    paths.into_iter().map(read).collect()
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() && !path.ends_with("node_modules") {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}
