//! Measures: the widget beside SurveyJS in a browser (tests/bench), and the method natively as work grows
//! (benches/method.rs). Says how long things take, and judges nothing.

use std::env;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Error, Result, bail, ensure};
use xshell::{Shell, cmd};

use crate::dist::{self, Std};
use crate::tools;

/// What can be measured by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Browser,
    Native,
}

impl FromStr for Kind {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Ok(match name {
            "browser" => Self::Browser,
            "native" => Self::Native,
            _ => bail!("`bench --only` takes `browser` or `native`, not `{name}`"),
        })
    }
}

/// A build that is measured too, under a name of its own.
pub struct Beside {
    name: String,
    folder: PathBuf,
}

impl FromStr for Beside {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let (name, folder) = text.split_once('=').unwrap_or((text, text));
        Ok(Self { name: name.to_owned(), folder: build_in(folder)? })
    }
}

/// What to measure, and how often.
#[derive(Default)]
pub struct Options {
    /// Nothing else, where it is said.
    pub only: Option<Kind>,
    /// How often each session takes place.
    pub runs: Option<u16>,
    /// Once and little, to see that it still runs.
    pub quick: bool,
    /// SurveyJS also with one question at a time.
    pub single: bool,
    /// The build to measure; without one it is built.
    pub dist: Option<PathBuf>,
    pub beside: Vec<Beside>,
}

/// A folder with a build, as said on the command line.
pub fn build_in(folder: &str) -> Result<PathBuf> {
    let folder = env::current_dir()?.join(folder);
    ensure!(folder.join("rokade.js").is_file(), "there is no build in {}: it has no rokade.js", folder.display());
    Ok(folder)
}

pub fn run(sh: &Shell, options: &Options) -> Result<()> {
    if options.only != Some(Kind::Native) {
        if options.dist.is_none() {
            dist::build(sh, false, Std::DEFAULT)
                .context("what is built is measured with `--dist dist`, also over the budget")?;
        }
        browser(sh, options)?;
    }
    if options.only != Some(Kind::Browser) {
        native(sh, options.quick)?;
    }
    Ok(())
}

/// That both still measure everything: small, and without a word about how long anything may take.
pub fn test(sh: &Shell) -> Result<()> {
    let dist = Some(Path::new("dist").to_owned());
    run(sh, &Options { quick: true, dist, ..Options::default() })?;
    cmd!(sh, "node --test tests/bench/table.test.mjs").run()?;
    Ok(())
}

fn browser(sh: &Shell, options: &Options) -> Result<()> {
    tools::npm_packages(sh, "tests/bench")?;
    let browser = tools::browser(sh)?;
    let mut bench = cmd!(sh, "node tests/bench/bench.mjs").env("ROKADE_CHROMIUM", browser.chromium);
    if let Some(dist) = &options.dist {
        bench = bench.arg("--dist").arg(dist);
    }
    for Beside { name, folder } in &options.beside {
        bench = bench.arg("--beside").arg(format!("{name}={}", folder.display()));
    }
    if let Some(runs) = options.runs {
        bench = bench.arg("--runs").arg(runs.to_string());
    }
    bench = bench.args(options.quick.then_some("--quick")).args(options.single.then_some("--single"));
    bench.run()?;
    Ok(())
}

fn native(sh: &Shell, quick: bool) -> Result<()> {
    let bench = ["--package", "rokade", "--bench", "method"];
    // Quickly built: how long it takes is of no interest then.
    let (profile, variable): (&[&str], _) =
        if quick { (&["--profile", "dev"], Some(("ROKADE_BENCH_QUICK", "1"))) } else { (&[], None) };
    cmd!(sh, "cargo bench {bench...} {profile...} -- --quiet").envs(variable).run()?;
    Ok(())
}
