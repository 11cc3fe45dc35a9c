//! The map in src/lib.rs is true: layers import downwards only, and the core knows no browser, no clock and no floats.
//! What the documents name is there.
#![cfg(not(target_arch = "wasm32"))]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The library's modules in the order of the map in src/lib.rs. Each imports only what stands before it.
static ORDER: LazyLock<Vec<String>> = LazyLock::new(|| {
    let paths = paths_on_the_map().into_iter().filter(|path| path.matches('/').count() == 1);
    let modules = paths.filter_map(|path| Some(path.strip_prefix("src/")?.strip_suffix(".rs")?.to_owned()));
    modules.filter(|module| !BESIDE.contains(&&**module)).collect()
});
/// The program's modules, and the map itself.
const BESIDE: [&str; 3] = ["lib", "main", "cli"];
/// From here on modules are for the browser.
const FIRST_OF_THE_BROWSER: &str = "browser";
/// The program knows no module from here on.
const FIRST_BEYOND_THE_PROGRAM: &str = "state";

/// A Rust file: its path from the top and its lines without comments.
struct Source {
    path: String,
    code: Vec<(usize, String)>,
}

impl Source {
    /// The top-level module that it belongs to; `src/view/start.rs` belongs to `view`.
    fn module(&self) -> &str {
        let path = self.path.strip_prefix("src/").unwrap_or_default();
        path.split(['/', '.']).next().unwrap_or_default()
    }

    fn place_in_order(&self) -> Option<usize> {
        ORDER.iter().position(|module| *module == self.module())
    }

    fn is_core(&self) -> bool {
        self.place_in_order().is_some_and(|place| place < place_of(FIRST_OF_THE_BROWSER))
    }
}

fn place_of(module: &str) -> usize {
    ORDER.iter().position(|other| *other == module).unwrap()
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_in(folder: &Path, extensions: &[&str], found: &mut Vec<PathBuf>) {
    let mut paths: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() && !path.ends_with("node_modules") {
            files_in(&path, extensions, found);
        } else if path.extension().and_then(|extension| extension.to_str()).is_some_and(|own| extensions.contains(&own))
        {
            found.push(path);
        }
    }
}

fn sources(folders: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    folders.iter().for_each(|folder| files_in(&top().join(folder), &["rs"], &mut paths));
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(top()).unwrap().to_str().unwrap().replace('\\', "/");
        let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
        let code = lines.filter(|(_, line)| !line.starts_with("//")).map(|(at, line)| (at, line.to_owned())).collect();
        Source { path, code }
    };
    paths.into_iter().map(read).collect()
}

/// The modules that a line names after `root`, as in `crate::json::Json` or `crate::{json::Json, shape}`.
fn named_after<'a>(line: &'a str, root: &str) -> Vec<&'a str> {
    let mut names = Vec::new();
    for (at, _) in line.match_indices(root) {
        let rest = &line[at + root.len()..];
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                let mut start = 0;
                for (at, character) in group.char_indices() {
                    match character {
                        '{' => depth += 1,
                        '}' if depth == 0 => {
                            names.push(&group[start..at]);
                            break;
                        }
                        '}' => depth -= 1,
                        ',' if depth == 0 => {
                            names.push(&group[start..at]);
                            start = at + 1;
                        }
                        _ => {}
                    }
                }
            }
            None => names.push(rest),
        }
    }
    let word = |name: &'a str| {
        let name = name.trim();
        &name[..name.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(name.len())]
    };
    names.into_iter().map(word).filter(|name| !name.is_empty()).collect()
}

#[test]
fn modules_are_named_in_a_line() {
    assert_eq!(named_after("use crate::json::{Json, Lines};", "crate::"), ["json"]);
    assert_eq!(named_after("use crate::{json::{Json}, shape};", "crate::"), ["json", "shape"]);
    assert_eq!(named_after("fn f(a: crate::state::State) -> crate::json::Json", "crate::"), ["state", "json"]);
}

#[test]
fn each_module_imports_only_what_stands_before_it() {
    let mut wrong = Vec::new();
    for source in sources(&["src"]) {
        let Some(own) = source.place_in_order() else { continue };
        // An import of several modules may go over several lines.
        let whole: String = source.code.iter().map(|(_, line)| format!("{line}\n")).collect();
        for name in named_after(&whole, "crate::") {
            if ORDER.iter().position(|module| *module == name).is_some_and(|place| place > own) {
                wrong.push(format!("{} knows `{name}`", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The files that a file imports from, by the modules that its paths name.
///
/// A path is followed as far as there are files: `super::journey::Step` in `src/state/opening.rs` leads to
/// `src/state/journey.rs`, `super::Step` to `src/state.rs`.
fn imports(source: &Source, files: &[String]) -> Vec<usize> {
    let modules = |path: &str| -> Vec<String> {
        let path = path.strip_prefix("src/").unwrap_or(path).trim_end_matches(".rs");
        path.split('/').filter(|part| *part != "lib").map(str::to_owned).collect()
    };
    let whole: String = source.code.iter().map(|(_, line)| format!("{line}\n")).collect();
    // What stands in a test may import whatever it likes.
    let whole = whole.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    for path in paths_named_in(whole) {
        let mut at = modules(&source.path);
        let mut parts = path.split("::").peekable();
        match parts.peek() {
            Some(&"crate") => at.clear(),
            Some(&("super" | "self")) => {}
            // What a file declares it may name without saying where.
            Some(first) if files.contains(&format!("src/{}/{first}.rs", at.join("/"))) => {}
            _ => continue,
        }
        for part in parts {
            match part {
                "crate" | "self" => {}
                "super" => drop(at.pop()),
                name => {
                    at.push(name.to_owned());
                    if !files.contains(&format!("src/{}.rs", at.join("/"))) {
                        at.pop();
                        break;
                    }
                }
            }
        }
        found.extend(files.iter().position(|file| modules(file) == at && !at.is_empty() && *file != source.path));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Every path in this code, each name of a group as a path of its own.
fn paths_named_in(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find("::") {
        let start = rest[..at].rfind(|letter: char| !letter.is_alphanumeric() && letter != '_').map_or(0, |at| at + 1);
        let length = read_path(&rest[start..], "", &mut paths);
        rest = &rest[start + length..];
    }
    paths
}

/// Reads a path with its groups, and says how long it is.
fn read_path(code: &str, before: &str, paths: &mut Vec<String>) -> usize {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let end = code.find(|letter| !is_part(letter)).unwrap_or(code.len());
    let path = format!("{before}{}", &code[..end]);
    if !path.ends_with("::") || !code[end..].starts_with('{') {
        paths.push(path);
        return end;
    }
    let mut at = end + 1;
    while !code[at..].starts_with('}') && at < code.len() {
        let is_name = code[at..].starts_with(is_part);
        at += if is_name {
            read_path(&code[at..], &path, paths)
        } else {
            code[at..].chars().next().map_or(1, char::len_utf8)
        };
    }
    at + 1
}

#[test]
fn paths_are_read_with_their_groups() {
    let code = "use super::a::{self, b::{C, D}, e};\nlet x = crate::f::G::h(1);";
    assert_eq!(
        paths_named_in(code),
        ["super::a::self", "super::a::b::C", "super::a::b::D", "super::a::e", "crate::f::G::h"]
    );
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources = sources(&["src"]);
    let files: Vec<String> = sources.iter().map(|source| source.path.clone()).collect();
    let imports: Vec<Vec<usize>> = sources.iter().map(|source| imports(source, &files)).collect();
    assert!(imports.iter().map(Vec::len).sum::<usize>() > files.len(), "imports are found at all");
    let mut circles = Vec::new();
    for (place, own) in imports.iter().enumerate() {
        for &import in own {
            if reaches(&imports, import, place) {
                circles.push(format!("{} imports {}", files[place], files[import]));
            }
        }
    }
    assert!(circles.is_empty(), "{circles:#?}");
}

/// Whether one file imports another, or something that does.
fn reaches(imports: &[Vec<usize>], from: usize, to: usize) -> bool {
    let (mut seen, mut next) = (vec![false; imports.len()], vec![from]);
    while let Some(place) = next.pop() {
        if place == to {
            return true;
        }
        if !std::mem::replace(&mut seen[place], true) {
            next.extend(&imports[place]);
        }
    }
    false
}

#[test]
fn the_program_knows_no_state_and_no_screens() {
    for source in sources(&["src/cli"])
        .iter()
        .chain(&sources(&["src"]))
        .filter(|source| ["cli", "main"].contains(&source.module()))
    {
        let whole: String = source.code.iter().map(|(_, line)| format!("{line}\n")).collect();
        for name in named_after(&whole, "rokade::") {
            let place = ORDER.iter().position(|module| *module == name);
            assert!(
                place.is_none_or(|place| place < place_of(FIRST_BEYOND_THE_PROGRAM)),
                "{} knows `{name}`",
                source.path
            );
        }
    }
}

#[test]
fn nothing_of_the_widget_names_what_is_for_the_program() {
    // Their bytes would be in the widget's.
    let is_widgets = |source: &&Source| source.place_in_order().is_some_and(|place| place >= place_of("state"));
    for source in sources(&["src"]).iter().filter(is_widgets) {
        let whole: String = source.code.iter().map(|(_, line)| format!("{line}\n")).collect();
        for name in named_after(&whole, "crate::") {
            assert!(!["workbook", "hint"].contains(&name), "{} names `{name}`", source.path);
        }
        assert!(!whole.contains("wording::hints"), "{} names the words of hints", source.path);
    }
}

#[test]
fn each_module_has_its_place_in_the_order() {
    for source in sources(&["src"]) {
        let is_beside = BESIDE.contains(&source.module());
        assert!(is_beside || source.place_in_order().is_some(), "{} is in no layer", source.path);
    }
}

#[test]
fn the_core_knows_no_browser_no_clock_no_chance_and_no_floats() {
    // The screens are Yew's, without a browser.
    let is_view = |source: &&Source| source.module() == "view";
    let strange = [
        "web_sys",
        "js_sys",
        "yew",
        "gloo",
        "wasm_bindgen",
        "SystemTime",
        "Instant",
        "std::time",
        "rand::",
        "std::fs",
        "std::env::",
        "f32",
        "f64",
    ];
    let mut wrong = Vec::new();
    for source in sources(&["src"]).iter().filter(|source| source.is_core()) {
        // `serde` has whoever reads name every type, also those that none of ours has.
        let code = source.code.iter().filter(|(_, line)| !line.starts_with("i8 i16 i32 i128 u8 u16"));
        for (at, line) in code {
            let strange = strange.iter().filter(|word| !is_view(&source) || **word != "yew");
            wrong.extend(
                strange.filter(|word| has_word(line, word)).map(|word| format!("{}:{at}: {word}", source.path)),
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether the line has this word, not as a part of another.
fn has_word(line: &str, word: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(is_letter) && (word.ends_with(':') || !line[at + word.len()..].starts_with(is_letter))
    })
}

#[test]
fn the_core_never_walks_through_a_hash_table() {
    // Its order is another on each run, and the method's numbers are the same on every engine.
    let mut wrong = Vec::new();
    for source in sources(&["src"]).iter().filter(|source| source.is_core()) {
        let tables: Vec<&str> = source.code.iter().filter_map(|(_, line)| table_named_in(line)).collect();
        for (at, line) in &source.code {
            for table in &tables {
                let walks = [
                    ".iter()",
                    ".iter_mut()",
                    ".keys()",
                    ".values()",
                    ".values_mut()",
                    ".into_iter()",
                    ".drain(",
                    ".into_keys()",
                    ".into_values()",
                ];
                let walks = walks.iter().map(|walk| format!("{table}{walk}"));
                let loops = ["in ", "in &", "in &mut ", "in self.", "in &self."]
                    .iter()
                    .map(|start| format!("{start}{table} {{"));
                if walks.chain(loops).any(|walk| has_start(line, &walk)) {
                    wrong.push(format!("{}:{at}: {line}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether the line has this text and no letter before it.
fn has_start(line: &str, text: &str) -> bool {
    line.match_indices(text)
        .any(|(at, _)| !line[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'))
}

/// The variable, argument or field that this line declares as a hash table.
fn table_named_in(line: &str) -> Option<&str> {
    let declared = line.split(['=', ':']).next()?.trim();
    let is_table = ["HashMap<", "HashSet<", "HashMap::", "HashSet::"].iter().any(|table| line.contains(table));
    let name = declared.rsplit(' ').next()?;
    let is_name = name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    (is_table && is_name && !line.starts_with("use ") && !name.is_empty()).then_some(name)
}

#[test]
fn the_map_names_files_that_exist_and_leaves_none_out() {
    let named = paths_on_the_map();
    assert!(!named.is_empty());
    for name in &named {
        assert!(top().join(name).exists(), "{name} is on the map and isn't there");
    }
    for entry in top().join("src").read_dir().unwrap() {
        let name = entry.unwrap().file_name();
        let name = format!("src/{}", name.to_str().unwrap());
        assert!(!name.ends_with(".rs") || name == "src/lib.rs" || named.contains(&name), "{name} is not on the map");
    }
}

/// The files and folders in backticks in the map, in its order.
fn paths_on_the_map() -> Vec<String> {
    let lib = std::fs::read_to_string(top().join("src/lib.rs")).unwrap();
    let lib = lib.split("//! # One change").next().unwrap();
    let map: String = lib.lines().filter_map(|line| line.strip_prefix("//!")).collect::<Vec<_>>().join("\n");
    let names = map.split('`').skip(1).step_by(2).filter(|name| name.starts_with("src/"));
    names.map(str::to_owned).collect()
}

#[test]
fn the_modules_are_declared_in_the_order_of_the_map() {
    let lib = std::fs::read_to_string(top().join("src/lib.rs")).unwrap();
    let declared = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    assert_eq!(declared.collect::<Vec<_>>(), *ORDER);
}

#[test]
fn the_map_keeps_the_method_below_the_words_and_the_screens() {
    let below = [
        "json",
        "framework",
        "assessment",
        "profile",
        "suggestion",
        "report",
        "comparison",
        "wording",
        "state",
        "view",
        "browser",
        "component",
        "embed",
    ];
    let places: Vec<_> = below.into_iter().map(place_of).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn what_can_be_used_is_made_in_the_pieces_alone() {
    // So that it becomes nothing on paper, and that tests see what it does.
    let acting = ["<a", "<button", "<input", "<select", "<textarea"];
    let acts = ["press", "choose", "tick", "select", "search", "write", "open_file", "go_to", "unfold"];
    let acts = acts.map(|act| format!("view.{act}("));
    let mut found = 0;
    for source in sources(&["src/view", "src/component"]) {
        for (at, line) in &source.code {
            let element = acting.iter().find(|element| {
                let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '>']);
                line.match_indices(**element).any(|(at, _)| ends(&line[at + element.len()..]))
            });
            let is_acting = element.is_some() || acts.iter().any(|act| line.contains(act));
            found += usize::from(is_acting);
            assert!(!is_acting || source.path == "src/view/pieces.rs", "{}:{at}: {line}", source.path);
        }
    }
    assert!(found > 10, "elements that can be used are found at all");
}

#[test]
fn no_element_has_a_handler_of_yews() {
    // What it puts on the root of an application is never taken away again (src/view/act.rs).
    for source in sources(&["src/view", "src/component"]) {
        for (at, line) in &source.code {
            let has_handler = line.split(' ').any(|word| {
                let name = word.split("={").next().unwrap_or_default();
                word.contains("={") && name.len() > 2 && name.starts_with("on") && !name.contains('_')
            });
            assert!(!has_handler, "{}:{at}: {line}", source.path);
        }
    }
}

#[test]
fn nothing_is_left_to_be_done() {
    let unfinished = [
        concat!("to", "do!"),
        concat!("unimpl", "emented!"),
        concat!("#[ig", "nore"),
        concat!("db", "g!("),
        concat!("FIX", "ME"),
    ];
    for source in sources(&["src", "tests", "benches", "xtask"]) {
        for (at, line) in &source.code {
            assert!(unfinished.iter().all(|word| !line.contains(word)), "{}:{at}: {line}", source.path);
        }
    }
}

#[test]
fn no_file_names_a_folder_of_one_machine() {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "benches", "xtask", "frameworks", "www"] {
        files_in(&top().join(folder), &["rs", "json", "txt", "js", "mjs", "ts", "md", "html"], &mut paths);
    }
    for path in paths {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        for folder in [concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/")] {
            assert!(!text.contains(folder), "{} names {folder}", path.display());
        }
    }
}

// ---- the documents

/// What readers are told: what stands at the top, and the guides.
fn documents() -> Vec<(String, String)> {
    let names = ["README.md", "BENCHMARKS.md", "CHANGELOG.md", "SECURITY.md"];
    let mut paths: Vec<_> = names.map(|name| top().join(name)).into();
    files_in(&top().join("www/guides"), &["md"], &mut paths);
    let read = |path: PathBuf| {
        let name = path.strip_prefix(top()).unwrap().to_str().unwrap().replace('\\', "/");
        (name, std::fs::read_to_string(path).unwrap())
    };
    paths.into_iter().map(read).collect()
}

#[test]
fn the_documents_name_files_that_exist() {
    let folders = ["src/", "tests/", "benches/", "www/", "xtask/", "frameworks/"];
    let mut named = 0;
    for (document, text) in documents() {
        for name in
            text.split('`').skip(1).step_by(2).filter(|name| folders.iter().any(|start| name.starts_with(start)))
        {
            named += 1;
            assert!(top().join(name).exists(), "{document} names {name}, which isn't there");
        }
    }
    assert!(named > 50, "only {named} files are named: are they still read right?");
}

#[test]
fn the_links_of_the_documents_lead_somewhere() {
    let documents = documents();
    for (document, text) in &documents {
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.starts_with("https://") || link.starts_with("http://") {
                continue;
            }
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = match path {
                "" => top().join(document),
                path => top().join(document).parent().unwrap().join(path),
            };
            assert!(target.exists(), "{document} links to {link}, which isn't there");
            if !heading.is_empty() {
                let text = std::fs::read_to_string(target).unwrap();
                assert!(anchors(&text).contains(&heading.to_owned()), "{document} links to {link}: no such heading");
            }
        }
    }
}

/// The headings of a document as links name them.
fn anchors(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches(['#', ' ']));
    let letters = |heading: &str| {
        let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || [' ', '-', '_'].contains(letter));
        kept.collect::<String>().to_lowercase().replace(' ', "-")
    };
    headings.map(letters).collect()
}

#[test]
fn the_conformance_note_goes_through_every_criterion() {
    // WCAG 2.2, levels A and AA, in its order.
    let all = "1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 \
        1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 \
        2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3";
    let note = std::fs::read_to_string(top().join("www/guides/accessibility.md")).unwrap();
    let rows: Vec<Vec<&str>> =
        note.lines().map(|line| line.split(" | ").collect()).filter(|cells: &Vec<&str>| cells.len() == 4).collect();
    let is_number =
        |cell: &str| cell.strip_prefix("| ").is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    let rows: Vec<_> = rows.into_iter().filter(|cells| is_number(cells[0])).collect();
    let numbers: Vec<_> = rows.iter().filter_map(|cells| cells[0].trim_start_matches("| ").split(' ').next()).collect();
    assert_eq!(numbers, all.split_whitespace().collect::<Vec<_>>());
    for cells in &rows {
        assert!(["A", "AA"].contains(&cells[1]), "{cells:?}");
        assert!(["met", "n/a", "page", "gap"].contains(&cells[2]), "{cells:?}");
        // No claim without saying how it is known.
        assert!(cells[2] == "n/a" || cells[3].len() > 3, "{cells:?}");
    }
}

/// What cargo compiles for the browser along these edges: name, version, licence, and what it is a part of: this package,
/// or the first that is named.
fn compiled_for_the_browser(edges: &str) -> Vec<[String; 4]> {
    let cargo = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--package", "rokade", "--target", "wasm32-unknown-unknown", "--features", "split", "--locked"])
        .args(["--edges", edges, "--prefix", "depth", "--format", " {p}|{l}"])
        .current_dir(top())
        .output()
        .unwrap();
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    let said = String::from_utf8(cargo.stdout).unwrap();
    let mut above: Vec<String> = Vec::new();
    let mut found: Vec<[String; 4]> = Vec::new();
    for line in said.lines() {
        let (depth, rest) = line.split_once(' ').unwrap();
        let (package, licence) = rest.split_once('|').unwrap();
        let (name, version) = package.split_once(" v").unwrap();
        above.truncate(depth.parse().unwrap());
        let parent = above.last().cloned().unwrap_or_default();
        above.push(name.to_owned());
        let version = version.split(' ').next().unwrap().to_owned();
        if name == "rokade" {
            continue;
        }
        // Of some packages there are two versions.
        match found.iter_mut().find(|[own, its, ..]| own == name && *its == version) {
            Some([.., known]) if parent == "rokade" => *known = parent,
            Some(_) => {}
            None => found.push([name.to_owned(), version, licence.trim_end_matches(" (*)").to_owned(), parent]),
        }
    }
    found.sort();
    found
}

/// A table of packages. What we take a package for is said by hand, and stays; of what comes along the package that asks
/// for it is named.
fn package_table(packages: &[[String; 4]], note: &str) -> String {
    let mut table = "| package | version | licence | for |\n|---|---|---|---|\n".to_owned();
    for [name, version, licence, parent] in packages {
        let said = note.lines().find(|line| line.starts_with(&format!("| {name} | ")));
        let said = said.and_then(|line| line.trim_end_matches(" |").rsplit(" | ").next());
        let reason = match (parent.as_str(), said) {
            ("rokade", Some(said)) if !said.starts_with("part of ") => said.to_owned(),
            ("rokade", _) => "?".to_owned(),
            (parent, _) => format!("part of {parent}"),
        };
        table += &format!("| {name} | {version} | {licence} | {reason} |\n");
    }
    table
}

#[test]
fn the_security_note_lists_what_the_wasm_is_made_of_and_built_by() {
    let path = top().join("www/guides/security.md");
    let note = std::fs::read_to_string(&path).unwrap();
    let inside = compiled_for_the_browser("normal,no-proc-macro");
    let builders: Vec<_> = compiled_for_the_browser("normal,build")
        .into_iter()
        .filter(|[name, version, ..]| !inside.iter().any(|[own, its, ..]| own == name && its == version))
        .collect();
    let parts: Vec<&str> = note.split("<!-- packages -->\n").collect();
    let [before, _, between, _, after] = parts[..] else { panic!("two tables stand between their marks") };
    let mark = "<!-- packages -->\n";
    let (inside, builders) = (package_table(&inside, &note), package_table(&builders, &note));
    let right = format!("{before}{mark}{inside}{mark}{between}{mark}{builders}{mark}{after}");
    if std::env::var_os("ROKADE_BLESS").is_some() {
        std::fs::write(&path, &right).unwrap();
    } else {
        assert!(
            note == right,
            "www/guides/security.md lists something else than `cargo tree`; ROKADE_BLESS=1 writes it"
        );
    }
    assert!(!right.contains(" | ? |"), "say in www/guides/security.md what each package is for that we ask for");
}

#[test]
fn what_one_change_touches_is_there_and_so_is_what_fails_without_it() {
    let lib = std::fs::read_to_string(top().join("src/lib.rs")).unwrap();
    let table = lib.split("# One change, all its places").nth(1).unwrap();
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("//! | ") && line.contains('`')).collect();
    assert!(rows.len() > 5, "the table is read");
    for row in rows {
        for path in row.split('`').skip(1).step_by(2).filter(|name| name.contains('/') || name.ends_with(".md")) {
            assert!(top().join(path).exists(), "{path} is in the table and isn't there");
        }
        let (held_by, test) = row.rsplit_once("`: \"").expect("each row names a test");
        let test = test.split('"').next().unwrap();
        let path = held_by.rsplit('`').next().unwrap();
        let text = std::fs::read_to_string(top().join(path)).unwrap();
        assert!(text.contains(test), "{path} has no test {test:?}");
    }
}

/// What stands in quotes in the part of a file that begins with this.
fn quoted_after(path: &str, start: &str, end: &str, quote: char) -> Vec<String> {
    let text = std::fs::read_to_string(top().join(path)).unwrap();
    let part = text.split(start).nth(1).unwrap_or_else(|| panic!("{path} has no {start:?}"));
    part.split(end).next().unwrap().split(quote).skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_kind_of_export_is_public() {
    let source = std::fs::read_to_string(top().join("src/state/export.rs")).unwrap();
    let update = std::fs::read_to_string(top().join("src/state/update.rs")).unwrap();
    let types = quoted_after("www/rokade.d.ts", "type ExportKind =", ";", '\'');
    assert!(types.len() > 4);
    for kind in &types {
        let is_told = [&source, &update].iter().any(|text| text.contains(&format!("\"{kind}\"")));
        assert!(is_told, "nothing is exported as {kind}");
    }
    let manifest = quoted_after("www/custom-elements.json", "CustomEvent<{ kind:", "}>", '\'');
    assert_eq!(manifest, types);
    // And the other way: whatever the source tells is public.
    let saved = source.split("self.saved(").skip(1).chain(source.split("self.save_json(").skip(1));
    let told = update.split("Event::Export { kind: ").skip(1).chain(saved);
    let kinds: Vec<&str> = told.filter_map(|rest| rest.split(';').next()?.split('"').nth(1)).collect();
    assert!(kinds.len() > 4);
    assert!(kinds.iter().all(|kind| types.iter().any(|public| public == kind)), "{kinds:?}");
}

#[test]
fn every_step_happens_in_the_tests() {
    let journey = std::fs::read_to_string(top().join("src/state/journey.rs")).unwrap();
    let random = std::fs::read_to_string(top().join("tests/any_messages.rs")).unwrap();
    let screens = std::fs::read_to_string(top().join("tests/browser/screens.mjs")).unwrap();
    let names = journey.split("pub fn name(&self)").nth(1).unwrap().split("\n}").next().unwrap();
    let steps: Vec<&str> = names
        .match_indices("Self::")
        .map(|(at, _)| names[at + 6..].split(|letter: char| !letter.is_alphanumeric()).next().unwrap())
        .collect();
    assert!(steps.len() > 8);
    for step in steps {
        assert!(random.contains(&format!("Step::{step}")), "{step} never comes up among random messages");
        // As it is kept, from where the tests land on it; those with a second file, or ticks, are come to another way.
        let name = format!("{}{}", step[..1].to_lowercase(), &step[1..]);
        let kept = match &*name {
            "dimensionDone" => "partDone",
            "paper" => "print",
            "overview" => "results",
            other => other,
        };
        let is_shown = screens.contains(&format!("name: '{kept}'")) || ["compare", "agenda", "print"].contains(&kept);
        assert!(is_shown, "no test in a browser looks at {step}");
    }
}
