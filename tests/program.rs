//! The program `rokade` says exactly this: standard output, standard error and exit code for each way of calling it.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use rokade::json::LARGEST_FILE;
use rokade::wording::Language;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use support::{GUEST, TEA, Tree, as_first_written};

/// One call of the program, in a folder of its own.
struct Call {
    folder: PathBuf,
    arguments: Vec<String>,
    input: Vec<u8>,
    output: Output,
    told: String,
    code: i32,
}

/// What is expected on standard output.
enum Output {
    Exactly(String),
    /// An assessment, in these parts of which the report is one: its key's value, or its absence.
    Assessment {
        version: &'static str,
        has_report: bool,
    },
    /// Whatever can be read again.
    Readable,
}

impl Call {
    fn with(arguments: &[&str]) -> Self {
        static CALLS: AtomicUsize = AtomicUsize::new(0);
        let call = CALLS.fetch_add(1, Ordering::Relaxed);
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("program-{}-{call}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self {
            folder,
            arguments: arguments.iter().map(ToString::to_string).collect(),
            input: Vec::new(),
            output: Output::Exactly(String::new()),
            told: String::new(),
            code: 0,
        }
    }

    fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.folder.join(name), content).unwrap();
        self
    }

    fn folder(self, name: &str) -> Self {
        std::fs::create_dir(self.folder.join(name)).unwrap();
        self
    }

    fn input(mut self, input: &str) -> Self {
        self.input = input.into();
        self
    }

    fn prints(mut self, output: Output) -> Self {
        self.output = output;
        self
    }

    /// A line on standard error.
    fn tells(mut self, line: &str) -> Self {
        self.told.push_str(line);
        self.told.push('\n');
        self
    }

    fn exits(mut self, code: i32) -> Self {
        self.code = code;
        self
    }

    /// Calls the program and compares; what it printed is given back.
    fn run(self) -> String {
        let mut program = Command::new(env!("CARGO_BIN_EXE_rokade"))
            .args(&self.arguments)
            .current_dir(&self.folder)
            .env("COLUMNS", "100")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that doesn't read its input may be gone by now.
        let _ = program.stdin.take().unwrap().write_all(&self.input);
        let done = program.wait_with_output().unwrap();
        let printed = String::from_utf8(done.stdout).unwrap();
        assert_eq!(String::from_utf8(done.stderr).unwrap(), self.told, "standard error");
        match self.output {
            Output::Exactly(text) => assert_eq!(printed, text, "standard output"),
            Output::Assessment { version, has_report } => {
                let json = Tree::read(&printed);
                let framework = json.get("framework").unwrap();
                assert_eq!(framework.get("version").and_then(Tree::text), Some(version));
                assert_eq!(json.get("report").is_some(), has_report);
                assert_eq!(printed, json.to_pretty());
            }
            Output::Readable => drop(Tree::read(&printed)),
        }
        let is_command = |character: char| character.is_control() && character != '\n';
        assert!(!printed.contains(is_command), "it would command a terminal");
        assert_eq!(done.status.code(), Some(self.code), "exit code");
        std::fs::remove_dir_all(&self.folder).unwrap();
        printed
    }
}

const GOOD: &str = "good: 1 dimension, 2 competences, 1 behaviour, 1 role, 1 area";

// ---- check

#[test]
fn check_tells_what_is_in_a_good_file() {
    Call::with(&["check", "tea.json"]).file("tea.json", TEA).tells(&format!("tea.json: {GOOD}")).run();
}

#[test]
fn check_tells_each_problem_with_its_file_and_place() {
    Call::with(&["check", "tea.json"])
        .file("tea.json", TEA.replace("\"brew-tea\": 2,", "\"brew-te\": 2,").replace("\"1\"", "1"))
        .tells("tea.json:4:14: /version: found a number where a text belongs")
        .tells("tea.json:28:67: /roles/0/targets/brew-te: there is no competence `brew-te`, did you mean `brew-tea`?")
        .tells("tea.json:37:20: /areas/0/practice/brew-te: there is no competence `brew-te`, did you mean `brew-tea`?")
        .tells("tea.json: 3 problems")
        .exits(1)
        .run();
}

#[test]
fn check_goes_through_every_file_and_exits_with_the_worst() {
    Call::with(&["check", "empty.json", "absent.json", "folder", "tea.json"])
        .file("tea.json", TEA)
        .file("empty.json", "")
        .folder("folder")
        .tells("empty.json:1:1: the file ends in the middle; it may have been cut short")
        .tells("empty.json: 1 problem")
        .tells("absent.json: can't be read: No such file or directory (os error 2)")
        .tells("folder: can't be read: Is a directory (os error 21)")
        .tells(&format!("tea.json: {GOOD}"))
        .exits(2)
        .run();
}

#[test]
fn check_counts_warnings_and_accepts_the_file() {
    Call::with(&["check", "tea.json"])
        .file("tea.json", TEA.replace("\"groups\"", "\"need\": 1, \"groups\""))
        .tells("tea.json:36:15: /areas/0/need: warning: a need is shown with who stated it and when, and `needStated` is missing")
        .tells(&format!("tea.json: {GOOD}, 1 warning"))
        .run();
}

#[test]
fn check_reads_standard_input() {
    Call::with(&["check", "-"]).input(TEA).tells(&format!("standard input: {GOOD}")).run();
}

#[test]
fn check_asks_for_a_file() {
    Call::with(&["check"])
        .tells("error: the following required arguments were not provided:")
        .tells("  <FILE>...")
        .tells("")
        .tells("Usage: rokade check <FILE>...")
        .tells("")
        .tells("For more information, try '--help'.")
        .exits(2)
        .run();
}

#[test]
fn check_tells_in_danish_too() {
    Call::with(&["check", "--lang", "da", "tea.json", "absent.json"])
        .file(
            "tea.json",
            TEA.replace("{\"brew-tea\": 2, \"choose-leaves\": 2}", "{\"choose-tea\": 2}")
                .replace("\"brew-tea\": 2,", "\"brew-te\": 2,"),
        )
        .tells("tea.json:28:67: /roles/0/targets/brew-te: der findes ingen kompetence `brew-te`, mente du `brew-tea`?")
        .tells("tea.json:37:20: /areas/0/practice/choose-tea: der findes ingen kompetence `choose-tea`")
        .tells("tea.json: 2 fejl")
        .tells("absent.json: kan ikke læses: No such file or directory (os error 2)")
        .exits(2)
        .run();
    Call::with(&["check", "-", "--lang", "da"])
        .input(TEA)
        .tells("standardinput: i orden: 1 del, 2 kompetencer, 1 adfærdsudsagn, 1 rolle, 1 område")
        .run();
}

#[test]
fn check_tells_a_thousand_problems_and_counts_the_rest() {
    let areas = "1,\n".repeat(3_000);
    let tea = TEA.replace("\"areas\": [\n", &format!("\"areas\": [\n{areas}"));
    let mut call = Call::with(&["check", "tea.json"]).file("tea.json", tea);
    for place in 0..1_000 {
        call =
            call.tells(&format!("tea.json:{}:1: /areas/{place}: found a number where an object belongs", 31 + place));
    }
    call.tells("tea.json: 2000 more").tells("tea.json: 3000 problems").exits(1).run();
}

#[test]
fn check_reads_no_more_of_a_large_file_than_shows_that_it_is() {
    let told = "the file is larger than 8 MiB (8388608 bytes), the most that is read";
    Call::with(&["check", "tea.json"])
        .file("tea.json", " ".repeat(8 * 1024 * 1024 + 1))
        .tells(&format!("tea.json:1:1: {told}"))
        .tells("tea.json: 1 problem")
        .exits(1)
        .run();
    // It never ends.
    if cfg!(unix) {
        Call::with(&["check", "/dev/zero"])
            .tells(&format!("/dev/zero:1:1: {told}"))
            .tells("/dev/zero: 1 problem")
            .exits(1)
            .run();
    }
}

#[test]
fn check_declines_another_encoding_and_says_which_it_looks_like() {
    let tea = TEA.replace("Making tea", "At lave te på den rigtige måde");
    let ansi: Vec<u8> = tea.chars().map(|letter| letter as u8).collect();
    let unicode: Vec<u8> = format!("\u{feff}{tea}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    Call::with(&["check", "ansi.json", "unicode.json"])
        .file("ansi.json", ansi)
        .file("unicode.json", unicode)
        .tells(
            "ansi.json:6:25: the file is not UTF-8 text from here on; it looks like Windows-1252 (ANSI), so save it as \
             UTF-8",
        )
        .tells("ansi.json: 1 problem")
        .tells(
            "unicode.json:1:1: the file is not UTF-8 text from here on; it looks like UTF-16 LE (Unicode), so save it as \
             UTF-8",
        )
        .tells("unicode.json: 1 problem")
        .exits(1)
        .run();
}

#[test]
fn check_lets_no_file_and_no_name_command_the_terminal() {
    let name = "\u{1b}[2J\u{9b}31m\n\u{202e}.json";
    Call::with(&["check", name])
        .file(name, TEA.replace("\"brew-tea\": 2,", "\"\\u001b[2J\\n\": 2,"))
        .tells(
            "\\u001b[2J\\u009b31m\\n\\u202e.json:28:67: /roles/0/targets/\\u001b[2J\\n: there is no competence \
             `\\u001b[2J\\n`",
        )
        .tells(
            "\\u001b[2J\\u009b31m\\n\\u202e.json:37:20: /areas/0/practice/\\u001b[2J\\n: there is no competence \
             `\\u001b[2J\\n`",
        )
        .tells("\\u001b[2J\\u009b31m\\n\\u202e.json: 2 problems")
        .exits(1)
        .run();
}

/// Tea with a statement that says two things.
fn hinted() -> String {
    TEA.replace("I choose leaves.", "I choose leaves and I keep them dry.")
}

#[test]
fn check_gives_hints_and_accepts_the_file() {
    Call::with(&["check", "tea.json"])
        .file("tea.json", hinted())
        .tells(
            "tea.json:20:74: /dimensions/0/competences/1/statement: hint [two-claims]: the statement says two things, \
             joined by `and i`; whoever does one of them can't answer, so make it two or leave one out",
        )
        .tells(&format!("tea.json: {GOOD}, 1 hint"))
        .run();
    Call::with(&["check", "tea.json", "--lang", "da"])
        .file("tea.json", hinted())
        .tells(
            "tea.json:20:74: /dimensions/0/competences/1/statement: råd [two-claims]: udsagnet siger to ting, sat sammen \
             med `and i`; den, der kun gør det ene, kan ikke svare, så del det i to, eller tag det ene ud",
        )
        .tells("tea.json: i orden: 1 del, 2 kompetencer, 1 adfærdsudsagn, 1 rolle, 1 område, 1 råd")
        .run();
}

#[test]
fn check_tells_programs() {
    let bad = TEA.replace("\"brew-tea\": 2,", "\"brew-te\": 2,");
    let printed = Call::with(&["check", "--format", "json", "bad.json", "tea.json", "absent.json"])
        .file("bad.json", &bad)
        .file("tea.json", hinted())
        .tells("absent.json: can't be read: No such file or directory (os error 2)")
        .prints(Output::Readable)
        .exits(2)
        .run();
    let report: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(report["format"], "rokade.check-report/1");
    let [bad, tea] = &report["files"].as_array().unwrap()[..] else { panic!("two files are told of: {report}") };
    assert_eq!((&bad["file"], &bad["good"]), (&"bad.json".into(), &false.into()));
    assert_eq!(bad["problems"][0]["pointer"], "/roles/0/targets/brew-te");
    assert_eq!(bad["problems"][0]["severity"], "error");
    assert_eq!((&bad["problems"][0]["line"], &bad["problems"][0]["column"]), (&28.into(), &67.into()));
    assert_eq!((&tea["good"], &tea["hints"][0]["name"]), (&true.into(), &"two-claims".into()));
}

#[test]
fn check_annotates_files_for_github() {
    let bad =
        TEA.replace("\"brew-tea\": 2,", "\"br,ew%\": 2,").replace("\"practice\": {\"br,ew%\": 2,", "\"practice\": {");
    Call::with(&["check", "--format", "github", "bad.json", "tea.json"])
        .file("bad.json", &bad)
        .file("tea.json", hinted())
        .prints(Output::Exactly(
            "::error file=bad.json,line=28,col=67,title=/roles/0/targets/br%2Cew%25::there is no competence \
             `br,ew%25`\n\
             ::notice file=tea.json,line=20,col=74,title=two-claims::the statement says two things, joined by `and i`; \
             whoever does one of them can't answer, so make it two or leave one out\n"
                .to_owned(),
        ))
        .exits(1)
        .run();
}

// ---- template and import

/// Tea as a workbook, with something else in some of its cells.
fn tea_workbook(edit: impl Fn(&str) -> String) -> Vec<u8> {
    let tea = rokade::framework::Framework::read(TEA).unwrap();
    let mut drafts = rokade::workbook::template::draft(&tea, &Default::default(), Language::English);
    for cell in drafts.iter_mut().flat_map(|draft| &mut draft.rows).flatten().flatten() {
        if let rokade::workbook::template::DraftCell::Text(text) = cell {
            *text = edit(text).into();
        }
    }
    rokade::workbook::writer::excel(&drafts).unwrap()
}

#[test]
fn template_writes_a_workbook_and_says_so() {
    for name in ["tea.xlsx", "tea.zip"] {
        Call::with(&["template", "tea.json", "-o", name])
            .file("tea.json", TEA)
            .tells(&format!("{name}: written"))
            .run();
    }
    Call::with(&["template", "tea.json", "-o", "no/where.xlsx", "--lang", "da"])
        .file("tea.json", TEA)
        .tells("no/where.xlsx: kan ikke skrives: No such file or directory (os error 2)")
        .exits(2)
        .run();
    Call::with(&["template", "tea.json", "-o", "tea.xlsx"])
        .file("tea.json", TEA.replace("\"version\": \"1\",", ""))
        .tells("tea.json:1:1: the key `version` is missing")
        .tells("tea.json: 1 problem")
        .exits(1)
        .run();
}

#[test]
fn template_writes_over_nothing_that_is_no_workbook() {
    for name in ["tea.json", "tea", "-", "tea.csv", "xlsx"] {
        let call = Call::with(&["template", "own.json", "-o", name]).file("own.json", TEA).file("tea.csv", "kept");
        let kept = call.folder.join("tea.csv");
        let told = format!(
            "{name}: nothing is written there; end the name with `.xlsx` for a workbook, or with `.zip` for a CSV file a sheet"
        );
        assert_eq!(std::fs::read(kept).unwrap(), b"kept");
        call.tells(&told).exits(2).run();
    }
    for (framework, output) in [("tea.zip", "tea.zip"), ("tea.zip", "./tea.zip")] {
        Call::with(&["template", framework, "-o", output, "--lang", "da"])
            .file("tea.zip", TEA)
            .tells(&format!(
                "{output}: der bliver ikke skrevet noget, for det er selve kompetencegrundlaget; giv regnearket et andet navn"
            ))
            .exits(2)
            .run();
    }
}

/// What is others' own comes back digit for digit, whatever stands before the file and however large a number is.
#[test]
fn template_and_import_keep_what_others_keep_in_a_framework() {
    let kept = r#""$schema": "framework.schema.json", "extensions": {"rokade": {"hintsOff": ["two-claims"]}, "org.example":
        {"far": 1e999, "exact": 0.10000000000000000555, "none": {}, "text": "\"\\"}}, "version": "1","#;
    let file = format!("\u{feff}{}", TEA.replace("\"version\": \"1\",", kept));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("kept-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("tea.json"), &file).unwrap();
    for name in ["tea.xlsx", "tea.zip"] {
        let program = |arguments: &[&str]| {
            let done =
                Command::new(env!("CARGO_BIN_EXE_rokade")).args(arguments).current_dir(&folder).output().unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap())
        };
        program(&["template", "tea.json", "-o", name]);
        let (printed, told) = program(&["import", name]);
        assert_eq!(told, format!("{GOOD}\n"));
        let [own, other] = [&file[3..], &printed].map(Tree::read);
        for key in ["$schema", "extensions"] {
            assert!(own.get(key).is_some(), "{key}");
            let written = |tree: &Tree| tree.get(key).map(Tree::to_pretty);
            assert_eq!(written(&other), written(&own), "{key}");
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn template_tells_what_no_cell_can_hold_and_keeps_the_rest() {
    let kept = format!(
        "\"extensions\": {{\"rokade\": {{\"hintsOff\": [\"two-claims\"]}}, \"a\": \"{}\"}}, \"version\": \"1\",",
        "x".repeat(32_001)
    );
    Call::with(&["template", "tea.json", "-o", "tea.xlsx"])
        .file("tea.json", TEA.replace("\"version\": \"1\",", &kept))
        .tells("tea.json: left out [not-in-workbook]: `/extensions` is too long for a cell and is not in the workbook")
        .tells("tea.xlsx: written")
        .run();
}

#[test]
fn import_prints_the_framework_of_a_workbook() {
    let printed = Call::with(&["import", "tea.xlsx"])
        .file("tea.xlsx", tea_workbook(str::to_owned))
        .prints(Output::Readable)
        .tells(GOOD)
        .run();
    assert_eq!(rokade::framework::Framework::read(&printed).unwrap(), rokade::framework::Framework::read(TEA).unwrap());
}

#[test]
fn import_tells_what_it_repaired_and_exits_with_0() {
    let misspelt = tea_workbook(|text| if text == "Task change" { "Task chang".to_owned() } else { text.to_owned() });
    Call::with(&["import", "tea.xlsx", "--lang", "da"])
        .file("tea.xlsx", misspelt)
        .prints(Output::Readable)
        .tells("Areas!C2: rettet [choice-misspelt]: `Task chang` er læst som `Task change`; skriv det sådan")
        .tells("tea.xlsx: 0 fejl, 0 ikke med, 1 rettet, 0 bemærkninger")
        .tells("i orden: 1 del, 2 kompetencer, 1 adfærdsudsagn, 1 rolle, 1 område")
        .run();
}

#[test]
fn import_tells_everything_that_is_wrong_and_exits_with_1() {
    let wrong = tea_workbook(|text| match text {
        "Task change" => "Lottery".to_owned(),
        text => text.to_owned(),
    });
    Call::with(&["import", "tea.xlsx"])
        .file("tea.xlsx", &wrong)
        .tells("Areas!C2: problem [choice-unknown]: `Lottery` can't stand here; choose `Task change` or `Rotation`")
        .tells("tea.xlsx: 1 problem, 0 left out, 0 repaired, 0 notes")
        .exits(1)
        .run();
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("import-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("tea.xlsx"), wrong).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_rokade"))
        .args(["import", "tea.xlsx", "--report", "json"])
        .current_dir(&folder)
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&done.stderr).unwrap();
    assert_eq!((&report["format"], &report["imported"]), (&"rokade.import-report/1".into(), &false.into()));
    let finding = &report["findings"][0];
    assert_eq!((&finding["name"], &finding["weight"]), (&"choice-unknown".into(), &"problem".into()));
    assert_eq!((&finding["sheet"], &finding["cell"]), (&"Areas".into(), &"C2".into()));
    assert!(finding["message"].as_str().unwrap().contains("`Lottery`"));
}

#[test]
fn import_reads_a_file_for_each_sheet_and_a_folder_of_them() {
    let tea = rokade::framework::Framework::read(TEA).unwrap();
    let drafts = rokade::workbook::template::draft(&tea, &Default::default(), Language::Danish);
    let mut call = Call::with(&["import", "sheets"]).folder("sheets").tells(GOOD).prints(Output::Readable);
    for draft in &drafts {
        let text = rokade::workbook::writer::text(draft).unwrap();
        call = call.file(&format!("sheets/{}.csv", draft.name), text);
    }
    assert_eq!(rokade::framework::Framework::read(&call.run()).unwrap(), tea);
}

#[test]
fn import_tells_which_files_of_a_folder_are_no_sheets() {
    let tea = rokade::framework::Framework::read(TEA).unwrap();
    let mut call = Call::with(&["import", "sheets"]).folder("sheets").prints(Output::Readable);
    for draft in &rokade::workbook::template::draft(&tea, &Default::default(), Language::English) {
        call = call.file(&format!("sheets/{}.csv", draft.name), rokade::workbook::writer::text(draft).unwrap());
    }
    call.file("sheets/More roles.xlsx", "")
        .file("sheets/.~lock.Roles.csv#", "")
        .tells(
            "'More roles.xlsx': left out [file-left-out]: the file is no `.csv` and was left out; either save the sheet as \
             `.csv`, or take the file away",
        )
        .tells("sheets: 0 problems, 1 left out, 0 repaired, 0 notes")
        .tells(GOOD)
        .run();
}

#[test]
fn import_calls_standard_input_the_same_everywhere() {
    Call::with(&["import", "-"])
        .input("%PDF-1.7")
        .tells(
            "'standard input': problem [no-workbook]: the file is no spreadsheet that is read; either save it as `.xlsx` or \
             `.ods`, or each sheet as `.csv`",
        )
        .tells("standard input: 1 problem, 0 left out, 0 repaired, 0 notes")
        .exits(1)
        .run();
}

#[test]
fn import_tells_which_competences_are_gone() {
    Call::with(&["import", "tea.xlsx", "--before", "before.json"])
        .file("tea.xlsx", tea_workbook(str::to_owned))
        .file("before.json", TEA.replace("choose-leaves", "pick-leaves"))
        .prints(Output::Readable)
        .tells(
            "note [id-gone]: the competence `pick-leaves` of the earlier framework is gone; either write on the sheet \
             `Renamed` what became of it, or leave it so if nothing did",
        )
        .tells("tea.xlsx: 0 problems, 0 left out, 0 repaired, 1 note")
        .tells(GOOD)
        .run();
}

#[test]
fn import_says_what_it_can_not_read() {
    Call::with(&["import", "absent.xlsx"])
        .tells("absent.xlsx: can't be read: No such file or directory (os error 2)")
        .exits(2)
        .run();
    Call::with(&["import", "tea.xls"])
        .file("tea.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        .tells(
            "'tea.xls': problem [old-or-locked]: the file is of the old kind `.xls`, or locked with a password; in Excel \
             either choose *Save as*, *Excel Workbook (.xlsx)*, or take the password away under *Info*",
        )
        .tells("tea.xls: 1 problem, 0 left out, 0 repaired, 0 notes")
        .exits(1)
        .run();
}

// ---- report

/// Two answers for tea, of which nothing has to be told.
const ANSWERS: &str = r#"{
  "format": "rokade.assessment/1",
  "framework": {"id": "tea", "version": "1"},
  "purpose": "development",
  "rater": "self",
  "role": "host",
  "responses": {"competences": {
    "brew-tea": {"answer": "rated", "level": 0},
    "choose-leaves": {"answer": "rated", "level": 2}
  }}
}"#;

fn report(framework: &str, assessment: &str) -> Call {
    Call::with(&["report", "tea.json", "me.json"]).file("tea.json", framework).file("me.json", assessment)
}

#[test]
fn report_prints_the_assessment_with_its_report() {
    let printed = report(TEA, ANSWERS).prints(Output::Assessment { version: "1", has_report: true }).run();
    let json = Tree::read(&printed);
    let report = json.get("report").unwrap();
    assert_eq!(report.get("priorities").unwrap().to_compact(), r#"["brew-tea"]"#);
    assert_eq!(report.get("ranking").unwrap().to_compact(), r#"["tea-room"]"#);
    let answers = json.get("responses").unwrap().get("competences").unwrap();
    assert_eq!(Some(answers), Tree::read(ANSWERS).get("responses").unwrap().get("competences"));
}

#[test]
fn report_has_nothing_to_tell_of_what_it_printed_itself() {
    let printed = report(TEA, ANSWERS).prints(Output::Assessment { version: "1", has_report: true }).run();
    report(TEA, &printed).prints(Output::Exactly(printed.clone())).run();
}

#[test]
fn report_has_nothing_to_tell_of_what_an_earlier_version_lacks() {
    let printed = report(TEA, ANSWERS).prints(Output::Assessment { version: "1", has_report: true }).run();
    report(TEA, &as_first_written(&printed)).prints(Output::Exactly(printed)).run();
}

#[test]
fn report_prints_what_can_be_read_again() {
    // With a line for each it would be larger than what is read.
    let many = vec!["1"; 1_500_000].join(",");
    let large = ANSWERS.replacen("\"role\"", &format!("\"theirs\": [{many}], \"role\""), 1);
    let printed = report(TEA, &large).prints(Output::Readable).run();
    report(TEA, &printed).prints(Output::Readable).run();
}

#[test]
fn report_tells_where_there_is_no_room_for_the_report() {
    let printed = report(TEA, ANSWERS).prints(Output::Assessment { version: "1", has_report: true }).run();
    let printed = Tree::read(&printed);
    let without_report = printed.to_compact().len() - printed.get("report").unwrap().to_compact().len();
    // Room for the answers, and not for the report too.
    let theirs = "x".repeat(LARGEST_FILE - without_report - 100);
    let large = Tree::read(ANSWERS).to_compact();
    let large = large.replacen("\"role\"", &format!("\"theirs\":\"{theirs}\",\"role\""), 1);
    let line = "with its report the file would be too large to be read again, so it is printed without";
    let printed = report(TEA, &large).prints(Output::Readable).tells(&format!("me.json: {line}")).run();
    assert!(printed.len() <= LARGEST_FILE && Tree::read(&printed).get("report").is_none());
    let line = "med resultatet ville filen være for stor til at blive læst igen, så den skrives ud uden";
    Call::with(&["report", "tea.json", "me.json", "--lang", "da"])
        .file("tea.json", TEA)
        .file("me.json", &large)
        .prints(Output::Exactly(printed))
        .tells(&format!("me.json: {line}"))
        .run();
}

#[test]
fn report_tells_once_what_does_not_count_and_no_more_than_a_thousand() {
    let ids: Vec<String> = (0..1_002).map(|number| format!("\"a{number}\",\"a{number}\"")).collect();
    let answers = ANSWERS.replacen("\"role\"", &format!("\"experience\": [{}], \"role\"", ids.join(",")), 1);
    let mut call = report(TEA, &answers).prints(Output::Readable);
    for number in 0..1_000 {
        call =
            call.tells(&format!("me.json: `a{number}` in `experience` does not count: the framework has no such area"));
    }
    call.tells("me.json: 2 more").run();
}

#[test]
fn report_reads_standard_input() {
    Call::with(&["report", "tea.json", "-"])
        .file("tea.json", TEA)
        .input(ANSWERS)
        .prints(Output::Assessment { version: "1", has_report: true })
        .run();
    Call::with(&["report", "-", "-"])
        .tells("the framework and the assessment can't both come from standard input")
        .exits(2)
        .run();
}

#[test]
fn report_tells_what_does_not_count_and_where_the_own_report_differs() {
    report(TEA, GUEST)
        .prints(Output::Assessment { version: "1", has_report: true })
        .tells("me.json: `waiter` in `otherRoles` does not count: the framework has no such role")
        .tells("me.json: `kitchen` in `targets.focus` does not count: the role has no focus to agree on")
        .tells("me.json: `cellar` in `targets.focus` does not count: the framework has no such dimension")
        .tells("me.json: `brew-coffee` in `responses.competences` does not count: the framework has no such competence")
        .tells("me.json: `warms-pot` in `responses.behaviours` does not count: its level is -4, and its scale goes from 0 to 3")
        .tells("me.json: `hums` in `responses.behaviours` does not count: the framework has no such behaviour")
        .tells("me.json: `brew-coffee` in `agreed` does not count: the framework has no such competence")
        .tells("me.json: `sing` in `wishes.competences` does not count: the framework has no such competence")
        .tells("me.json: `bar` in `wishes.areas` does not count: the framework has no such area")
        .tells("me.json: `bar` in `experience` does not count: the framework has no such area")
        .tells("me.json: `sing` in `competences` of `plan` does not count: the framework has no such competence")
        .tells("me.json: `bar` in `area` of `plan` does not count: the framework has no such area")
        .tells("me.json: the file's own report says something else; the recomputed one is printed")
        .run();
}

#[test]
fn report_lets_no_assessment_command_the_terminal() {
    let escape = "\\u001b[2J\\u009b\\n";
    let shown = "\\u001b[2J\\u009b\\n";
    let answers = ANSWERS
        .replace("\"role\"", &format!("\"experience\": [\"{escape}\"], \"agreed\": {{\"{escape}\": 1}}, \"role\""))
        .replace("\"version\": \"1\"", &format!("\"version\": \"{escape}\""));
    report(TEA, &answers)
        .prints(Output::Assessment { version: "1", has_report: true })
        .tells(&format!(
            "me.json: version `{shown}` of the framework was answered, and this is `1`; meanings may have changed"
        ))
        .tells(&format!("me.json: `{shown}` in `agreed` does not count: the framework has no such competence"))
        .tells(&format!("me.json: `{shown}` in `experience` does not count: the framework has no such area"))
        .run();
    report(TEA, &ANSWERS.replace("\"host\"", &format!("\"{escape}\"")))
        .tells(&format!("me.json: the framework has no role `{shown}`"))
        .exits(1)
        .run();
    report(TEA, &ANSWERS.replace("\"tea\"", &format!("\"{escape}\"")))
        .tells(&format!("me.json: the assessment is for the framework `{shown}`, and this is `tea`"))
        .exits(1)
        .run();
}

#[test]
fn report_reads_an_assessment_in_another_encoding_with_a_word_about_it() {
    let answers = ANSWERS.replace("\"role\"", "\"plan\": [{\"goal\": \"Øve på\"}], \"role\"");
    let ansi: Vec<u8> = answers.chars().map(|letter| letter as u8).collect();
    let unicode: Vec<u8> = format!("\u{feff}{answers}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let call = |bytes: Vec<u8>| {
        Call::with(&["report", "tea.json", "me.json"])
            .file("tea.json", TEA)
            .file("me.json", bytes)
            .prints(Output::Assessment { version: "1", has_report: true })
    };
    let told = "me.json: the file is not UTF-8 and is read as Windows-1252 (ANSI); see whether its letters are right";
    assert!(call(ansi).tells(told).run().contains("\"goal\": \"Øve på\""));
    assert!(call(unicode).run().contains("\"goal\": \"Øve på\""));
}

#[test]
fn report_declines_an_assessment_of_another_framework() {
    report(&TEA.replace("\"id\": \"tea\"", "\"id\": \"coffee\""), ANSWERS)
        .tells("me.json: the assessment is for the framework `tea`, and this is `coffee`")
        .exits(1)
        .run();
}

#[test]
fn report_carries_an_assessment_of_another_version_over() {
    let tea = TEA.replace("\"version\": \"1\"", "\"version\": \"2\"").replace(
        "\"areas\"",
        "\"renamed\": [{\"from\": \"boil\", \"to\": [\"brew-tea\"]}, {\"from\": \"pour\", \"to\": [\"brew-tea\"]}],\n\"areas\"",
    );
    let printed = report(&tea, &ANSWERS.replace("\"brew-tea\"", "\"boil\""))
        .prints(Output::Assessment { version: "2", has_report: true })
        .tells("me.json: version `1` of the framework was answered, and this is `2`; meanings may have changed")
        .run();
    let answers = Tree::read(&printed);
    let answers = answers.get("responses").unwrap().get("competences").unwrap();
    assert_eq!(answers.keys(), ["brew-tea", "choose-leaves"]);

    let both = ANSWERS.replace("\"brew-tea\"", "\"boil\"").replace("\"choose-leaves\": {", "\"pour\": {");
    report(&tea, &both)
        .prints(Output::Assessment { version: "2", has_report: true })
        .tells("me.json: version `1` of the framework was answered, and this is `2`; meanings may have changed")
        .tells("me.json: `brew-tea` in `responses.competences` is left empty: `boil` and `pour` became it and differ")
        .run();
}

#[test]
fn report_asks_for_a_role_that_the_framework_has() {
    report(TEA, &ANSWERS.replace("\"host\"", "\"hosst\""))
        .tells("me.json: the framework has no role `hosst`, did you mean `host`?")
        .exits(1)
        .run();
    report(TEA, &ANSWERS.replace("\"host\"", "\"guest of honour\""))
        .tells("me.json: the framework has no role `guest of honour`")
        .exits(1)
        .run();
}

#[test]
fn report_makes_none_where_the_answers_are_left_out() {
    let shared = ANSWERS
        .replace("\"role\"", "\"parts\": [\"plan\"], \"plan\": [{\"goal\": \"Better tea\"}], \"role\"")
        .replace("\"responses\": {\"competences\": {", "\"by\": {\"kept\": {");
    report(TEA, &shared)
        .prints(Output::Assessment { version: "1", has_report: false })
        .tells("me.json: the answers are not among the file's parts, so there is no report")
        .run();
}

#[test]
fn report_declines_files_with_problems() {
    report(&TEA.replace("\"brew-tea\": 2,", "\"brew-te\": 2,"), ANSWERS)
        .tells("tea.json:28:67: /roles/0/targets/brew-te: there is no competence `brew-te`, did you mean `brew-tea`?")
        .tells("tea.json:37:20: /areas/0/practice/brew-te: there is no competence `brew-te`, did you mean `brew-tea`?")
        .tells("tea.json: 2 problems")
        .exits(1)
        .run();
    report(TEA, &ANSWERS.replace("\"self\"", "\"me\"").replace("\"level\": 2", "\"level\": \"2\""))
        .tells("me.json:5:12: /rater: `me` is not one of `self` or `manager`")
        .tells("me.json:9:51: /responses/competences/choose-leaves/level: found a text where a whole number belongs")
        .tells("me.json: 2 problems")
        .exits(1)
        .run();
    report(TEA, &ANSWERS.replace("assessment/1", "assessment/2"))
        .tells("me.json:2:13: /format: the format `rokade.assessment/2` is newer than this version of Rokade, which reads `rokade.assessment/1`")
        .tells("me.json: 1 problem")
        .exits(1)
        .run();
    Call::with(&["report", "absent.json", "me.json"])
        .tells("absent.json: can't be read: No such file or directory (os error 2)")
        .exits(2)
        .run();
}

// ---- schema and help

#[test]
fn schema_prints_the_schema_that_is_kept() {
    let kept = |word| {
        std::fs::read_to_string(format!("{}/www/schema/{word}.schema.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
    };
    for word in ["framework", "assessment"] {
        Call::with(&["schema", word]).prints(Output::Exactly(kept(word))).run();
    }
}

#[test]
fn schema_names_the_formats_that_there_are() {
    Call::with(&["schema", "plan"])
        .tells("error: invalid value 'plan' for '<FORMAT>'")
        .tells("  [possible values: framework, assessment]")
        .tells("")
        .tells("For more information, try '--help'.")
        .exits(2)
        .run();
}

const HELP: &str = "\
Competence frameworks, assessments and their reports.

A framework is a JSON file (`rokade.framework/1`) of dimensions, competences, behaviours, scales,
roles and areas. An assessment (`rokade.assessment/1`) is what one person answered. Everything is
computed here; nothing leaves the machine.

Usage: rokade <COMMAND>

Commands:
  check     Find every problem in framework files, and give hints
  report    Print an assessment with its report recomputed
  template  Write a framework as a workbook to fill in
  import    Make a framework of a workbook that was filled in
  schema    Print the JSON Schema of a format (draft 2020-12)
  help      Print this message or the help of the given subcommand(s)

Options:
  -h, --help
          Print help (see a summary with '-h')

  -V, --version
          Print version
";

#[test]
fn help_tells_what_there_is() {
    Call::with(&["--help"]).prints(Output::Exactly(HELP.to_owned())).run();
}

#[test]
fn without_a_command_the_help_is_told() {
    let (_, rest) = HELP.split_once("\n\nUsage").unwrap();
    let short = format!("Competence frameworks, assessments and their reports\n\nUsage{rest}")
        .replace(
            "  -h, --help\n          Print help (see a summary with '-h')\n\n",
            "  -h, --help     Print help (see more with '--help')\n",
        )
        .replace("  -V, --version\n          Print version\n", "  -V, --version  Print version");
    Call::with(&[]).tells(&short).exits(2).run();
}

#[test]
fn help_on_a_command_tells_its_exit_codes() {
    for command in ["check", "report", "template", "import"] {
        let done = Command::new(env!("CARGO_BIN_EXE_rokade")).args([command, "--help"]).output().unwrap();
        let help = String::from_utf8(done.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(help.contains("with 1 when") && help.contains("with 2 when a file can't be read"), "{help}");
    }
}
