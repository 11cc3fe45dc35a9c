//! Runs everything that CI runs, step by step, and sums up at the end: a failing step doesn't hide the next.

use std::env;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::{Duration, Instant};

use anyhow::{Error, Result, bail};
use serde_json::json;
use xshell::{Shell, cmd};

use crate::audit;
use crate::bench;
use crate::dist::{self, Std};
use crate::hosts;
use crate::package;
use crate::tools::{self, Engine, WASM_TARGET};
use crate::{TARGET, root};

/// One part of the tests; run in this order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Rust code is formatted.
    Fmt,
    /// clippy has nothing to say, for the machine and for the browser.
    Clippy,
    /// Tests of everything that needs no browser.
    Native,
    /// wasm-bindgen tests, in a headless browser.
    Wasm,
    /// `dist/` builds and keeps the byte budget.
    Dist,
    /// The scripts in `www/` agree with their types and with the wasm's.
    Types,
    /// Playwright on the real `dist/`.
    Browser,
    /// The same in Chromium, Firefox and WebKit: prints the matrix.
    Engines,
    /// QualWeb and Alfa on every screen and page: prints the tables of pages and rules.
    Monitored,
    /// What Orca says on the main journeys, in the three engines.
    Heard,
    /// The npm package, packed, installed, built upon and run; and both packages as they would be published.
    Package,
    /// `cargo xtask bench` still measures everything.
    Bench,
    /// What we build on: licences, duplicates, origin, and what is known against it.
    Audit,
}

impl Step {
    const ALL: [Self; 13] = [
        Self::Fmt,
        Self::Clippy,
        Self::Native,
        Self::Wasm,
        Self::Dist,
        Self::Types,
        Self::Browser,
        Self::Engines,
        Self::Monitored,
        Self::Heard,
        Self::Package,
        Self::Bench,
        Self::Audit,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Native => "native",
            Self::Wasm => "wasm",
            Self::Dist => "dist",
            Self::Types => "types",
            Self::Browser => "browser",
            Self::Engines => "engines",
            Self::Monitored => "monitored",
            Self::Heard => "heard",
            Self::Package => "package",
            Self::Bench => "bench",
            Self::Audit => "audit",
        }
    }

    /// Types come out of the build and browsers load it.
    fn needs_dist(self) -> bool {
        let in_browsers = matches!(self, Self::Browser | Self::Engines | Self::Monitored | Self::Heard);
        in_browsers || matches!(self, Self::Types | Self::Package | Self::Bench)
    }

    /// Runs the step. What it couldn't look at stands in the table.
    fn run(self, sh: &Shell) -> Result<Option<String>> {
        match self {
            Self::Fmt => cmd!(sh, "cargo fmt --all --check").run()?,
            Self::Clippy => clippy(sh)?,
            Self::Native => return native(sh),
            Self::Wasm => wasm(sh)?,
            Self::Dist => dist::build(sh, false, Std::DEFAULT)?,
            Self::Types => types(sh)?,
            Self::Browser => browser(sh)?,
            Self::Engines => engines(sh)?,
            Self::Monitored => monitored(sh)?,
            Self::Heard => return heard(sh),
            Self::Package => package::test(sh)?,
            Self::Bench => bench::test(sh)?,
            Self::Audit => return audit::test(sh),
        }
        Ok(None)
    }
}

impl FromStr for Step {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|step| step.name() == name);
        match found {
            Some(step) => Ok(step),
            None => bail!("there is no step `{name}`, only {}", Self::ALL.map(Self::name).join(", ")),
        }
    }
}

enum Outcome {
    /// With what it couldn't look at.
    Passed(Duration, Option<String>),
    Failed(Duration),
    /// `dist/` could not be built.
    NotRun,
}

/// Runs the steps named in `only` and what they need, or all.
pub fn run(sh: &Shell, only: &[Step]) -> Result<()> {
    let needs_dist = only.iter().any(|step| step.needs_dist());
    let is_asked_for = |step: Step| only.contains(&step) || step == Step::Dist && needs_dist;
    let wanted = |step: Step| is_asked_for(step) || only.is_empty();

    let mut outcomes: Vec<(Step, Outcome)> = Vec::new();
    for step in Step::ALL.into_iter().filter(|step| wanted(*step)) {
        sh.remove_path(failures(step))?;
        let dist_passed = outcomes.iter().any(|(step, outcome)| *step == Step::Dist && outcome.passed());
        if step.needs_dist() && !dist_passed {
            outcomes.push((step, Outcome::NotRun));
            continue;
        }
        println!("\n── {} ──", step.name());
        let started = Instant::now();
        let result = step.run(sh);
        let took = started.elapsed();
        outcomes.push((
            step,
            match result {
                Ok(not_looked_at) => Outcome::Passed(took, not_looked_at),
                Err(error) => {
                    eprintln!("error: {error:#}");
                    Outcome::Failed(took)
                }
            },
        ));
    }

    println!();
    for (step, outcome) in &outcomes {
        println!("{:<11}{outcome}", step.name());
        // Whatever passed only when tried again is told as well.
        what_failed(sh, *step).lines().for_each(|line| println!("           {line}"));
    }
    let failed: Vec<_> =
        outcomes.iter().filter(|(_, outcome)| !outcome.passed()).map(|(step, _)| step.name()).collect();
    match failed.as_slice() {
        [] => Ok(()),
        [one] => bail!("{one} did not pass"),
        several => bail!("{} did not pass", several.join(", ")),
    }
}

/// The tests of this step that failed in a browser and how, as tests/browser/failed.mjs leaves it.
fn what_failed(sh: &Shell, step: Step) -> String {
    sh.read_file(failures(step)).unwrap_or_default()
}

fn failures(step: Step) -> PathBuf {
    root().join(TARGET).join(format!("{}-results/failed.txt", step.name()))
}

impl Outcome {
    fn passed(&self) -> bool {
        matches!(self, Self::Passed(..))
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::Passed(took, None) => write!(formatter, "passed  {:>5} s", took.as_secs()),
            Self::Passed(took, Some(note)) => write!(formatter, "passed  {:>5} s, {note}", took.as_secs()),
            Self::Failed(took) => write!(formatter, "FAILED  {:>5} s", took.as_secs()),
            Self::NotRun => write!(formatter, "not run, since dist failed"),
        }
    }
}

/// Some tests need what isn't on every machine, and pass without it: that is told.
fn native(sh: &Shell) -> Result<Option<String>> {
    cmd!(sh, "cargo test --locked --workspace").run()?;
    let mut missing = Vec::new();
    if cmd!(sh, "soffice --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        missing.push("LibreOffice NOT TRIED: there is no `soffice`");
    }
    let data = env::var_os("ROKADE_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    if REAL_LISTS.iter().any(|list| !data.join(list).exists()) {
        missing.push("others' lists NOT TRIED: ROKADE_DATA names no folder that has them");
    }
    Ok((!missing.is_empty()).then(|| missing.join("; ")))
}

/// The lists in others' formats that tests read, and that aren't ours to bring.
const REAL_LISTS: [&str; 4] =
    ["uk-gdad/skills.csv", "uk-gdad/roles.csv", "case-sample/sample_case.csv", "onet-29.0/Skills.tsv"];

fn clippy(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo clippy --locked --workspace --all-targets -- -D warnings").run()?;
    tools::wasm_target(sh)?;
    cmd!(sh, "cargo clippy --locked --package rokade --lib --test widget --target {WASM_TARGET} -- -D warnings")
        .run()?;
    // As it is compiled for two parts.
    cmd!(sh, "cargo clippy --locked --package rokade --lib --features split --target {WASM_TARGET} -- -D warnings")
        .run()?;
    Ok(())
}

/// The runner starts chromedriver, and this browser through it.
fn wasm(sh: &Shell) -> Result<()> {
    tools::wasm_target(sh)?;
    tools::wasm_bindgen(sh)?;
    let browser = tools::browser(sh)?;

    let capabilities = root().join(TARGET).join("webdriver.json");
    sh.write_file(&capabilities, capabilities_of(&browser.chromium.to_string_lossy()))?;
    cmd!(sh, "cargo test --locked --package rokade --test widget --target {WASM_TARGET}")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", browser.chromedriver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        .run()?;
    Ok(())
}

/// What chromedriver is asked for; the same switches stand in tests/browser/programs.mjs.
/// The sandbox is off because CI often runs as root, where Chromium refuses to start with it.
fn capabilities_of(chromium: &str) -> String {
    let switches = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
    ];
    json!({"goog:chromeOptions": {"binary": chromium, "args": switches}}).to_string()
}

fn types(sh: &Shell) -> Result<()> {
    tools::npm_packages(sh, "www")?;
    cmd!(sh, "node www/node_modules/typescript/bin/tsc --project www").run()?;
    Ok(())
}

fn browser(sh: &Shell) -> Result<()> {
    tools::npm_packages(sh, "tests/browser")?;
    let browser = tools::browser(sh)?;
    // The reports of the browser and of the program are compared.
    cmd!(sh, "cargo build --locked --package rokade --bin rokade").run()?;
    let _folder = sh.push_dir("tests/browser");
    cmd!(sh, "node node_modules/@playwright/test/cli.js test").env("ROKADE_CHROMIUM", browser.chromium).run()?;
    Ok(())
}

fn engines(sh: &Shell) -> Result<()> {
    tools::npm_packages(sh, "tests/browser")?;
    let programs = tools::engines(sh, &Engine::wanted()?)?;
    hosts::build(sh)?;
    let _folder = sh.push_dir("tests/browser");
    cmd!(sh, "node node_modules/@playwright/test/cli.js test --config engines.config.mjs").envs(programs).run()?;
    Ok(())
}

fn monitored(sh: &Shell) -> Result<()> {
    tools::npm_packages(sh, "tests/browser")?;
    tools::npm_packages(sh, "tests/monitored")?;
    let browser = tools::browser(sh)?;
    // It makes a file that one of the screens opens.
    cmd!(sh, "cargo build --locked --package rokade --bin rokade").run()?;
    // Playwright is the one of the browser tests.
    let _folder = sh.push_dir("tests/browser");
    cmd!(sh, "node node_modules/@playwright/test/cli.js test --config ../monitored/playwright.config.mjs")
        .env("ROKADE_CHROMIUM", browser.chromium)
        .run()?;
    Ok(())
}

/// What can't be had on this machine isn't heard, and that is told.
fn heard(sh: &Shell) -> Result<Option<String>> {
    tools::npm_packages(sh, "tests/browser")?;
    if let Err(error) = tools::screen_reader(sh) {
        return Ok(Some(format!("NOTHING HEARD: {error:#}")));
    }
    let (mut programs, mut had, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    for engine in Engine::wanted()? {
        match tools::engines(sh, &[engine]) {
            Ok(found) => {
                programs.extend(found);
                had.push(engine.name());
            }
            Err(error) => missing.push(format!("{} NOT HEARD: {error:#}", engine.name())),
        }
    }
    if had.is_empty() {
        return Ok(Some(missing.join("; ")));
    }
    // It makes a file that one of the screens opens.
    cmd!(sh, "cargo build --locked --package rokade --bin rokade").run()?;
    let _folder = sh.push_dir("tests/browser");
    cmd!(sh, "node node_modules/@playwright/test/cli.js test --config ../heard/playwright.config.mjs")
        .envs(programs)
        .env("ROKADE_ENGINES", had.join(","))
        .run()?;
    Ok((!missing.is_empty()).then(|| missing.join("; ")))
}
