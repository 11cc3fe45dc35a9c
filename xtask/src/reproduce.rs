//! Builds the committed project a second time, in another folder with a cargo home of its own, and compares every file of
//! the two `dist/`: whoever reviews a release can make the same bytes.
//!
//! It takes about ten minutes on two processors, most of them spent compiling tools into the empty home.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::TARGET;
use crate::dist::{self, Std};

/// Fails where a file differs, or is in one of the two alone.
pub fn run(sh: &Shell) -> Result<()> {
    let changes = cmd!(sh, "git status --porcelain").quiet().read()?;
    ensure!(changes.is_empty(), "what isn't committed isn't in the second build:\n{changes}");
    dist::build(sh, false, Std::DEFAULT)?;

    let folder = std::env::current_dir()?.join(TARGET).join("reproduce");
    let (copy, home) = (folder.join("copy"), folder.join("cargo"));
    sh.remove_path(&folder)?;
    sh.create_dir(&home)?;
    cmd!(sh, "git clone --quiet . {copy}").run()?;
    let here = sh.push_dir(&copy);
    cmd!(sh, "cargo xtask dist").env("CARGO_HOME", &home).run()?;
    drop(here);

    let (first, second) = (files(Path::new("dist"))?, files(&copy.join("dist"))?);
    let names: Vec<&PathBuf> = first.keys().chain(second.keys()).collect();
    let differing: Vec<String> = (names.iter().filter(|name| first.get(**name) != second.get(**name)))
        .map(|name| name.display().to_string())
        .collect();
    ensure!(differing.is_empty(), "built again in another folder, these differ: {}", differing.join(", "));
    println!("Built again in another folder, all {} files are the same.", first.len());
    sh.remove_path(&folder)?;
    Ok(())
}

/// The files in a folder with their bytes, by their paths in it.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(&inside).with_context(|| format!("{} can't be read", inside.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder)?.to_owned(), fs::read(&path)?);
            }
        }
    }
    Ok(found)
}
