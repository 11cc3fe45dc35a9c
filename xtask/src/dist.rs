//! Builds `dist/` and weighs it: the wasm, made small, and what www/build.mjs makes around it.
//!
//! The wasm is made twice from the same source: whole, and in two parts for `rokade.js`. Which function begins the second
//! part is said in the source alone.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Error, Result, bail, ensure};
use xshell::{Shell, cmd};

use crate::TARGET;
use crate::{papers, tools};

/// What is loaded before the first screen, beside the words of one language; the first styles are inside the script.
const FIRST_LOAD: [&str; 2] = ["rokade.js", "rokade.wasm"];

/// What is loaded once the first screen stands, beside the words of the framework's other languages.
const LATER_LOAD: [&str; 2] = ["rokade.later.wasm", "rokade.later.css.txt"];

/// Holds the words, a file for each language.
const WORDS: &str = "words";

/// How many bytes may travel under brotli 11, without the framework.
struct Budget {
    /// Before the first screen: script with its styles, the first part of the wasm, and the words of the language with the most.
    first: usize,
    /// All that a person may ever need.
    all: usize,
}

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
    /// Needs the library's source; where that can't be had, [`Std::Shipped`] is used, within a budget of its own.
    pub const DEFAULT: Self = Self::Silent;

    fn budget(self) -> Budget {
        match self {
            Self::Silent => Budget { first: 280_000, all: 390_000 },
            Self::Shipped | Self::Small => Budget { first: 330_000, all: 435_000 },
        }
    }
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

    let (rust, is_ours) = tools::rust(sh)?;
    if !dev && !is_ours {
        println!("rustc is {rust}: the bytes are others than those that are published");
    }
    let std = if dev { Std::Shipped } else { std_to_build(sh, std) };
    let whole = Path::new(TARGET).join("pkg");
    let split = Path::new(TARGET).join("pkg-split");
    compile(sh, dev, std, &whole)?;
    if dev {
        sh.copy_file(whole.join("rokade_bg.wasm"), whole.join("rokade.wasm"))?;
    } else {
        optimise(sh, &whole.join("rokade_bg.wasm"), &whole.join("rokade.wasm"))?;
        tools::wasm_split(sh)?;
        compile_split(sh, std, &split)?;
    }

    let papers = Path::new(TARGET).join("papers");
    papers::write(sh, &papers)?;

    let out = Path::new("dist");
    let how = if dev { ["--dev".to_owned()] } else { [format!("--split={}", split.display())] };
    let said = cmd!(sh, "node www/build.mjs --whole {whole} --papers {papers} --out {out} {how...}").read()?;
    if dev {
        return Ok(());
    }
    weigh(out)?;
    println!("{}", to_paste(&said));
    check_budget(out, &std.budget())
}

/// Compiles the library to wasm and makes its glue.
fn compile(sh: &Shell, dev: bool, std: Std, pkg: &Path) -> Result<()> {
    let profile: &[&str] = if dev { &["--dev"] } else { &["--profile", "wasm"] };
    let std_flags = std_flags(std);
    // Untrimmed, the wasm names folders of the machine that built it, and hashes differ between machines.
    let trimmed: &[&str] = if dev { &[] } else { &[TRIMMED] };
    // wasm-pack would fetch what it lacks from elsewhere than a package registry, hence `no-install`; then it
    // leaves wasm-opt out without a word, hence `no-opt` and the check in `optimise`.
    let mut wasm_pack = cmd!(
        sh,
        "wasm-pack --log-level warn build . --target web {profile...} --mode no-install --no-opt --out-name rokade --out-dir {pkg} -- --locked {trimmed...} {std_flags...}"
    );
    if !dev {
        wasm_pack = wasm_pack.envs(environment(std));
    }
    wasm_pack.run()?;
    Ok(())
}

const TRIMMED: &str = "-Ztrim-paths";

/// What cargo is told for this standard library.
fn std_flags(std: Std) -> &'static [&'static str] {
    match std {
        Std::Shipped => &[],
        Std::Small | Std::Silent => &["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
    }
}

/// What stands around a build for release.
fn environment(std: Std) -> Vec<(&'static str, String)> {
    // Neither of the two is stable in cargo yet.
    let mut variables = vec![("RUSTC_BOOTSTRAP", "1".to_owned()), ("CARGO_PROFILE_WASM_TRIM_PATHS", "all".to_owned())];
    if std == Std::Silent {
        // Where nothing is said at a panic, neither the places nor the debug texts that would be said are needed.
        let flags = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];
        variables.push(("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")));
    }
    variables
}

/// Compiles the library to wasm in two parts, with the glue of the first; wasm-pack knows no step between cargo and
/// wasm-bindgen. All that the library is made of is compiled as for the whole, and is there already.
fn compile_split(sh: &Shell, std: Std, out: &Path) -> Result<()> {
    let std_flags = std_flags(std);
    let (wasm_target, parts) = (tools::WASM_TARGET, out.join("parts"));
    sh.remove_path(out)?;
    sh.create_dir(&parts)?;
    // How the code hangs together, as the linker knows it: what to take out follows from it.
    let linked = ["--", "-Clink-arg=--emit-relocs"];
    cmd!(
        sh,
        "cargo rustc --locked --quiet --lib --crate-type cdylib --features split --profile wasm --target {wasm_target} --target-dir {TARGET} {TRIMMED} {std_flags...} {linked...}"
    )
    .envs(environment(std))
    .run()?;

    let compiled = Path::new(TARGET).join(wasm_target).join("wasm/rokade.wasm");
    cmd!(sh, "wasm-split-cli {compiled} {parts}").run()?;
    let first = parts.join("main.wasm");
    // What the parts share is named by the linker, and wasm-bindgen would take it for nothing that anybody needs.
    let kept = ["--keep-lld-exports", "--no-demangle", "--omit-default-module-path"];
    cmd!(sh, "wasm-bindgen {first} --target web --out-dir {out} --out-name rokade {kept...}").run()?;
    optimise(sh, &out.join("rokade_bg.wasm"), &out.join("rokade.wasm"))?;
    optimise(sh, &second_part(sh, &parts)?, &out.join("rokade.later.wasm"))
}

/// The one file that wasm-split made beside the first part.
fn second_part(sh: &Shell, parts: &Path) -> Result<PathBuf> {
    let mut files = sh.read_dir(parts)?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "wasm") && !file.ends_with("main.wasm"));
    match files.as_slice() {
        [one] => Ok(one.clone()),
        _ => bail!("wasm-split made {} parts beside the first instead of one", files.len()),
    }
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
fn optimise(sh: &Shell, compiled: &Path, optimised: &Path) -> Result<()> {
    let wasm_opt = "www/node_modules/binaryen/bin/wasm-opt";
    // The names of functions and rustc's notes are of no use in the browser. They stay until here, since
    // wasm-bindgen reads them.
    let strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
    let before = sh.read_binary_file(compiled)?;

    cmd!(sh, "node {wasm_opt} {WASM_EFFORT...} {WASM_FEATURES...} {strip...} {compiled} -o {optimised}").run()?;

    let after = sh.read_binary_file(optimised)?.len();
    ensure!(
        after < before.len(),
        "wasm-opt made nothing smaller: {} bytes before, {after} after; it can't have run",
        before.len(),
    );
    Ok(())
}

/// Prints every artefact with its weight.
fn weigh(out: &Path) -> Result<()> {
    let mut table = format!("\n{:<28}{:>10}{:>10}\n", "dist/", "bytes", "brotli");
    for file in artefacts(out)? {
        let bytes = fs::read(out.join(&file))?;
        let note = match file.as_str() {
            file if FIRST_LOAD.contains(&file) => "  before the first screen",
            file if LATER_LOAD.contains(&file) => "  right after it",
            file if file.starts_with(WORDS) => "  one before the first screen, the framework's others right after it",
            _ => "",
        };
        writeln!(table, "{file:<28}{:>10}{:>10}{note}", thousands(bytes.len()), thousands(brotli(&bytes)?))?;
    }
    println!("{table}");
    Ok(())
}

fn check_budget(out: &Path, budget: &Budget) -> Result<()> {
    let weight = |files: &[&str]| -> Result<usize> {
        files.iter().try_fold(0, |sum, file| Ok(sum + brotli(&fs::read(out.join(file))?)?))
    };
    let words = artefacts_in(out, WORDS)?;
    let words = words.iter().map(|file| weight(&[file])).collect::<Result<Vec<_>>>()?;
    let first = weight(&FIRST_LOAD)?;
    let all = first + weight(&LATER_LOAD)? + words.iter().sum::<usize>();
    let first = first + words.iter().max().copied().unwrap_or_default();
    for (what, weight, limit) in [("Before the first screen", first, budget.first), ("All", all, budget.all)] {
        let (said, most) = (thousands(weight), thousands(limit));
        ensure!(weight <= limit, "{what}: {said} bytes under brotli, over the budget of {most}");
        println!("{what}: {said} bytes under brotli, of at most {most}.");
    }
    Ok(())
}

/// The scripts, the wasm, and the files beside them; the demo pages are not part of what ships.
fn artefacts(out: &Path) -> Result<Vec<String>> {
    // Files at the top first.
    let folders = ["", WORDS, "frameworks"].map(|folder| artefacts_in(out, folder));
    Ok(folders.into_iter().collect::<Result<Vec<_>>>()?.concat())
}

fn artefacts_in(out: &Path, folder: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(out.join(folder))? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            files.push(Path::new(folder).join(entry.file_name()).to_string_lossy().replace('\\', "/"));
        }
    }
    files.sort();
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
