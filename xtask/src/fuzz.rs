//! Fuzzes what reads files (tests/fuzz), from the corpora that are kept, for a while each. It needs a nightly compiler; where
//! there is none, that is said, and what is kept is run by the stable one.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::{TARGET, tools};

/// One per file in `tests/fuzz/fuzz_targets`.
const FUZZED: [&str; 4] = ["check", "assessment", "gate", "workbook"];

/// Longer files have nothing that shorter ones don't.
const LONGEST: u32 = 1 << 16;

/// Runs every target for so many seconds, and says how often it was executed. What fails it is left below
/// `tests/fuzz/artifacts`.
pub fn run(sh: &Shell, seconds: u32) -> Result<()> {
    if cmd!(sh, "cargo --version")
        .env("RUSTUP_TOOLCHAIN", "nightly")
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .is_err()
    {
        println!("no nightly compiler: NOTHING FUZZED, only what is kept is run (rustup toolchain install nightly)");
        cmd!(sh, "cargo test --locked --package rokade --test corpus").run()?;
        return Ok(());
    }
    tools::cargo_fuzz(sh)?;
    let mut table = String::new();
    for target in FUZZED {
        let found = Path::new(TARGET).join("fuzz").join(target);
        let kept = Path::new("tests/fuzz/corpus").join(target);
        sh.create_dir(&found)?;
        let limits =
            [format!("-max_total_time={seconds}"), format!("-max_len={LONGEST}"), "-print_final_stats=1".to_owned()];
        let fuzz = cmd!(sh, "cargo fuzz run --fuzz-dir tests/fuzz {target} {found} {kept} -- {limits...}");
        let output = fuzz.env("RUSTUP_TOOLCHAIN", "nightly").ignore_status().output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            eprintln!("{said}");
        }
        ensure!(output.status.success(), "`{target}` failed");
        let executed = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
        let executed = executed.with_context(|| format!("{said}\n`{target}` doesn't say how often it was executed"))?;
        table += &format!("{target:<12}{:>12} executions in {seconds} s, nothing found\n", executed.trim());
    }
    println!("\n{table}");
    Ok(())
}
