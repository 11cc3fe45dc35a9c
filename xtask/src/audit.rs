//! What we build on, looked at: licences, duplicates and origin of every package, and what is publicly known against them.
//!
//! deny.toml says what is allowed, and why.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::tools;

/// Fails on what deny.toml doesn't allow. Says what could not be looked at, for want of a way to the list of what is known.
pub fn test(sh: &Shell) -> Result<Option<String>> {
    tools::cargo_deny(sh)?;
    // None of the three needs more than what cargo has here.
    cmd!(sh, "cargo deny --offline check --hide-inclusion-graph licenses bans sources").run()?;
    // The list of what is known lies outside the package registry, and can be out of reach; that is told, and no failure.
    let fetched = cmd!(sh, "cargo deny fetch db").ignore_status().output()?;
    if !fetched.status.success() {
        eprint!("{}", String::from_utf8_lossy(&fetched.stderr));
        return Ok(Some("advisories NOT LOOKED AT: their list can't be reached from here".to_owned()));
    }
    cmd!(sh, "cargo deny --offline check --hide-inclusion-graph advisories").run()?;
    Ok(None)
}
