//! Builds `dist/` and weighs it: the wasm, made small, and what www/build.mjs makes around it.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Error, Result, bail, ensure};
use xshell::{Shell, cmd};

use crate::TARGET;
use crate::{papers, tools};

/// Everything that a person may ever need, script, wasm, styles and both languages, may weigh this many bytes under brotli 11,
/// without the framework.
const BUDGET: usize = 310_000;

/// What makes up that first load; the styles are inside the script.
const FIRST_LOAD: [&str; 2] = ["rokade.js", "rokade.wasm"];

/// How the standard library is built for the browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Std {
    /// The one that comes with the compiler.
    Shipped,
    /// Rebuilt for size; a panic still says what happened.
    Small,
    /// Rebuilt for size, and a panic ends the module with a trap and no words: 9 kilobytes less to load. The element
    /// notices the trap, keeps the answers and goes on; what went wrong is looked for with `--dev`.
    Silent,
}

impl Std {
    /// Needs the library's source; where that can't be had, [`Std::Shipped`] is used and the budget still holds.
    pub const DEFAULT: Self = Self::Silent;
}

impl FromStr for Std {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Ok(match name {
            "shipped" => Self::Shipped,
            "small" => Self::Small,
            "silent" => Self::Silent,
            _ => bail!("`--std` takes `shipped`, `small` or `silent`, not `{name}`"),
        })
    }
}

/// How hard wasm-opt tries. Functions with one caller stay apart: inlined they make fewer bytes, but more after
/// compression, and that is what travels. The same holds for expressions kept in a local, and for notes on how well
/// addresses are aligned. Rust's loads and divisions never trap, so their order may change; and nothing but the far end
/// of the stack lies below the address 1024, so small numbers added to an address may become its offset.
const WASM_EFFORT: [&str; 7] = [
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size=0",
    "--ignore-implicit-traps",
    "--low-memory-unused",
    "--skip-pass=local-cse",
    "--dealign",
];

/// What wasm-opt may assume of a browser: what rustc emits and no more. With all features it writes
/// modules that no browser accepts.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds `dist/`. With `dev` it is built quickly instead of small, and not weighed.
pub fn build(sh: &Shell, dev: bool, std: Std) -> Result<()> {
    tools::wasm_target(sh)?;
    tools::wasm_bindgen(sh)?;
    tools::wasm_pack(sh)?;
    tools::npm_packages(sh, "www")?;

    let pkg = Path::new(TARGET).join("pkg");
    let compiled = pkg.join("rokade_bg.wasm");
    compile(sh, dev, std, &pkg)?;
    let wasm = if dev { compiled } else { optimise(sh, &compiled)? };

    let papers = Path::new(TARGET).join("papers");
    papers::write(sh, &papers)?;

    let out = Path::new("dist");
    let dev_flag = dev.then_some("--dev");
    let said =
        cmd!(sh, "node www/build.mjs --pkg {pkg} --wasm {wasm} --papers {papers} --out {out} {dev_flag...}").read()?;
    if dev {
        return Ok(());
    }
    weigh(out)?;
    println!("{}", to_paste(&said));
    check_budget(out)
}

/// Compiles the library to wasm and makes its glue.
fn compile(sh: &Shell, dev: bool, std: Std, pkg: &Path) -> Result<()> {
    let profile: &[&str] = if dev { &["--dev"] } else { &["--profile", "wasm"] };
    let std = if dev { Std::Shipped } else { std_to_build(sh, std) };
    let rebuilt: &[&str] = match std {
        Std::Shipped => &[],
        Std::Small | Std::Silent => &["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
    };
    // Untrimmed, the wasm names folders of the machine that built it, and hashes differ between machines.
    let trimmed: &[&str] = if dev { &[] } else { &["-Ztrim-paths"] };
    // wasm-pack would fetch what it lacks from elsewhere than a package registry, hence `no-install`; then it
    // leaves wasm-opt out without a word, hence `no-opt` and the check in `optimise`.
    let mut wasm_pack = cmd!(
        sh,
        "wasm-pack --log-level warn build . --target web {profile...} --mode no-install --no-opt --out-name rokade --out-dir {pkg} -- {trimmed...} {rebuilt...}"
    );
    if !dev {
        // Neither of the two is stable in cargo yet.
        wasm_pack = wasm_pack.env("RUSTC_BOOTSTRAP", "1").env("CARGO_PROFILE_WASM_TRIM_PATHS", "all");
    }
    if std == Std::Silent {
        // Where nothing is said at a panic, neither the places nor the debug texts that would be said are needed.
        let flags = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];
        wasm_pack = wasm_pack.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    }
    wasm_pack.run()?;
    Ok(())
}

fn std_to_build(sh: &Shell, wanted: Std) -> Std {
    if wanted == Std::Shipped {
        return wanted;
    }
    match tools::rust_src(sh) {
        Ok(()) => wanted,
        Err(error) => {
            println!("the standard library is used as shipped, a few kilobytes larger, since {error:#}");
            Std::Shipped
        }
    }
}

/// Runs wasm-opt, and makes sure that it did something.
fn optimise(sh: &Shell, compiled: &Path) -> Result<PathBuf> {
    let optimised = Path::new(TARGET).join("pkg-optimised/rokade.wasm");
    let wasm_opt = "www/node_modules/binaryen/bin/wasm-opt";
    // The names of functions and rustc's notes are of no use in the browser. They stay until here, since
    // wasm-bindgen reads them.
    let strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
    let before = sh.read_binary_file(compiled)?;

    sh.create_dir(optimised.parent().expect("a file is in a folder"))?;
    cmd!(sh, "node {wasm_opt} {WASM_EFFORT...} {WASM_FEATURES...} {strip...} {compiled} -o {optimised}").run()?;

    let after = sh.read_binary_file(&optimised)?.len();
    ensure!(
        after < before.len(),
        "wasm-opt made nothing smaller: {} bytes before, {after} after; it can't have run",
        before.len(),
    );
    Ok(optimised)
}

/// Prints every artefact with its weight.
fn weigh(out: &Path) -> Result<()> {
    let mut table = format!("\n{:<28}{:>10}{:>10}\n", "dist/", "bytes", "brotli");
    for file in artefacts(out)? {
        let bytes = fs::read(out.join(&file))?;
        let note = if FIRST_LOAD.contains(&file.as_str()) { "  first load" } else { "" };
        writeln!(table, "{file:<28}{:>10}{:>10}{note}", thousands(bytes.len()), thousands(brotli(&bytes)?))?;
    }
    println!("{table}");
    Ok(())
}

fn check_budget(out: &Path) -> Result<()> {
    let mut weight = 0;
    for file in FIRST_LOAD {
        weight += brotli(&fs::read(out.join(file))?)?;
    }
    let (said, limit) = (thousands(weight), thousands(BUDGET));
    ensure!(weight <= BUDGET, "the first load is {said} bytes under brotli, over the budget of {limit}");
    println!("First load: {said} bytes under brotli, of at most {limit}.");
    Ok(())
}

/// The scripts, the wasm, and the files beside them; the demo pages are not part of what ships.
fn artefacts(out: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for folder in ["", "frameworks"] {
        let Ok(entries) = fs::read_dir(out.join(folder)) else {
            continue;
        };
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                files.push(Path::new(folder).join(entry.file_name()).to_string_lossy().replace('\\', "/"));
            }
        }
    }
    // Files at the top first.
    files.sort_by_key(|file| (file.contains('/'), file.clone()));
    Ok(files)
}

/// What www/build.mjs said about hashes and the policy, as lines to paste into a page.
fn to_paste(said: &str) -> String {
    let mut text = String::from("To paste:\n");
    for line in said.lines() {
        if let Some((file, hash)) = line.strip_prefix("integrity ").and_then(|rest| rest.split_once(' ')) {
            let kind = if file.contains(".single.") { "" } else { " type=\"module\"" };
            text +=
                &format!("  <script{kind} src=\"{file}\" integrity=\"{hash}\" crossorigin=\"anonymous\"></script>\n");
        } else if let Some(policy) = line.strip_prefix("policy ") {
            text += &format!("  Content-Security-Policy: {policy}\n");
        }
    }
    text
}

/// How many bytes a server sends that compresses at the highest level.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
