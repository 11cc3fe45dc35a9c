//! The commands that build, serve and check the project: `cargo xtask <command>`.
//!
//! Each command gets what it lacks first ([`tools`]), then runs the programs that do the work.
//! Nothing here knows what the widget does.

#![forbid(unsafe_code)]

mod audit;
mod bench;
mod dist;
mod fuzz;
mod hosts;
mod package;
mod papers;
mod reproduce;
mod test;
mod tools;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use xshell::{Shell, cmd};

use bench::Options;
use dist::Std;
use test::Step;

const USAGE: &str = "\
cargo xtask <command>

  serve [--port 8017] [--dev]   build everything and serve the demo pages
  test [--only STEP,STEP]       everything that CI runs; the steps are
                                fmt, clippy, native, wasm, dist, types, browser,
                                engines (ROKADE_ENGINES=chromium,firefox,webkit names them),
                                monitored, heard, package, bench, audit
  bench [--only browser|native] measure: the widget in Chromium beside SurveyJS, the method natively
        [--runs 7]              how often; --quick only sees whether it runs
        [--dist DIR]            this build, instead of a new one
        [--beside NAME=DIR]     another build too, such as an earlier one; may be said again
        [--single]              SurveyJS also with one question at a time
  dist [--dev] [--std HOW]      build dist/, weigh it, and fail over the byte budget
  reproduce                     build what is committed twice, in two folders with two cargo homes, and
                                compare every byte; about ten minutes
  fuzz [--seconds 120]          fuzz what reads files, each target for so long; needs a nightly compiler
  setup                         get every tool that the other commands need

  --dev   quick and large: no optimisation, no budget
  --std   how the standard library is built for the browser: shipped, small or silent";

/// What the command line asks for.
enum Command {
    Serve { port: u16, dev: bool },
    Test { only: Vec<Step> },
    Bench(Options),
    Dist { dev: bool, std: Std },
    Reproduce,
    Fuzz { seconds: u32 },
    Setup,
    Help,
}

fn main() -> ExitCode {
    match parse().and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    // All paths below are relative to the project.
    env::set_current_dir(root())?;
    let sh = Shell::new()?;
    tools::put_own_tools_first(&sh)?;
    match command {
        Command::Serve { port, dev } => {
            dist::build(&sh, dev, Std::DEFAULT)?;
            let port = port.to_string();
            // Ctrl-C reaches the server itself.
            cmd!(sh, "node www/server.mjs --port {port}").quiet().run()?;
            Ok(())
        }
        Command::Test { only } => test::run(&sh, &only),
        Command::Bench(options) => bench::run(&sh, &options),
        Command::Dist { dev, std } => dist::build(&sh, dev, std),
        Command::Reproduce => reproduce::run(&sh),
        Command::Fuzz { seconds } => fuzz::run(&sh, seconds),
        Command::Setup => tools::everything(&sh),
        Command::Help => {
            println!("{USAGE}");
            Ok(())
        }
    }
}

fn parse() -> Result<Command> {
    let mut parser = lexopt::Parser::from_env();
    let mut command = None;
    let mut port = 8017;
    let mut seconds = 120;
    let mut dev = false;
    let mut std = Std::DEFAULT;
    let mut only = None;
    let mut bench = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(name) if command.is_none() => command = Some(name.string()?),
            Long("port") => port = parser.value()?.parse().context("`--port` takes a number up to 65535")?,
            Long("seconds") => {
                seconds = parser.value()?.parse().context("`--seconds` takes a whole number")?;
            }
            Long("dev") => dev = true,
            Long("std") => std = parser.value()?.string()?.parse()?,
            Long("only") => only = Some(parser.value()?.string()?),
            Long("runs") => bench.runs = Some(parser.value()?.parse().context("`--runs` takes a number from 1")?),
            Long("quick") => bench.quick = true,
            Long("single") => bench.single = true,
            Long("dist") => bench.dist = Some(bench::build_in(&parser.value()?.string()?)?),
            Long("beside") => bench.beside.push(parser.value()?.string()?.parse()?),
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(match command.as_deref() {
        Some("serve") => Command::Serve { port, dev },
        Some("test") => {
            let names = only.as_deref().into_iter().flat_map(|names| names.split(','));
            Command::Test { only: names.map(str::parse).collect::<Result<_>>()? }
        }
        Some("bench") => {
            bench.only = only.map(|name| name.parse()).transpose()?;
            Command::Bench(bench)
        }
        Some("dist") => Command::Dist { dev, std },
        Some("reproduce") => Command::Reproduce,
        Some("fuzz") => Command::Fuzz { seconds },
        Some("setup") => Command::Setup,
        Some("help") | None => Command::Help,
        Some(other) => bail!("there is no command `{other}`\n\n{USAGE}"),
    })
}

/// The folder that holds the project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder in the project")
}

/// The folder for what is made on the way. `CARGO_TARGET_DIR` doesn't move it: tsconfig.json names it.
const TARGET: &str = "target";
