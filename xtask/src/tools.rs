//! Makes sure that the machine has what a command needs: uses what is there, gets what is missing, and says which.
//!
//! Everything comes from rustup, from crates and npm packages, or from the system's own packages.
//! What can't be got is an error whose text is the line to run.

use std::env;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::SystemTime;

use anyhow::{Context, Error, Result, bail};
use xshell::{Shell, cmd};

use crate::{TARGET, root};

/// The compiler by which what is published is built: with another one the bytes are others. Not pinned by a file for
/// rustup, which would fetch it where there are only package registries, and fail.
const RUST: &str = "1.95.0";

/// Used as it is when this version is on the path, otherwise installed below `target/tools`.
const WASM_PACK: &str = "0.15.1";

/// The same, for the program that takes the second part out of a wasm.
const WASM_SPLIT: &str = "0.2.4";

/// The same, for the program that drives Firefox, which distributions don't have.
const GECKODRIVER: &str = "0.37.1";

/// The same, for the program that looks at what we build on.
const CARGO_DENY: &str = "0.20.2";

/// The same, for the program that fuzzes.
const CARGO_FUZZ: &str = "0.13.2";

/// The screen reader by which `tests/heard/said` was kept; others word things otherwise.
const ORCA: &str = "43";

/// The oldest Node that esbuild, tsc and Playwright all run on.
const NODE: u32 = 20;

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The browser that tests drive, and the program that drives it for the wasm tests.
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

/// A browser engine that the tests know.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What was installed by an earlier run comes before what the system has.
pub fn put_own_tools_first(sh: &Shell) -> Result<()> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = [root().join(TARGET).join("tools/bin")].into_iter().chain(env::split_paths(&path));
    sh.set_var("PATH", env::join_paths(folders)?);
    // The system's browser is used; npm must not fetch another.
    sh.set_var("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Ok(())
}

/// Gets all tools at once.
pub fn everything(sh: &Shell) -> Result<()> {
    wasm_target(sh)?;
    wasm_bindgen(sh)?;
    wasm_pack(sh)?;
    wasm_split(sh)?;
    cargo_deny(sh)?;
    if let Err(error) = rust_src(sh) {
        println!("{error:#}");
    }
    npm_packages(sh, "www")?;
    npm_packages(sh, "tests/browser")?;
    npm_packages(sh, "tests/package")?;
    npm_packages(sh, "tests/monitored")?;
    npm_packages(sh, "tests/bench")?;
    for (variable, program) in engines(sh, &Engine::ALL)? {
        println!("{variable}: {}", program.display());
    }
    if let Err(error) = screen_reader(sh) {
        println!("{error:#}");
    }
    Ok(())
}

/// The standard library for wasm.
pub fn wasm_target(sh: &Shell) -> Result<()> {
    if sysroot(sh)?.join("lib/rustlib").join(WASM_TARGET).exists() {
        return Ok(());
    }
    println!("getting the {WASM_TARGET} target");
    cmd!(sh, "rustup target add {WASM_TARGET}")
        .run()
        .with_context(|| format!("the compiler needs its {WASM_TARGET} target: rustup target add {WASM_TARGET}"))
}

/// The source of the standard library, to build it smaller.
pub fn rust_src(sh: &Shell) -> Result<()> {
    let lock = sysroot(sh)?.join("lib/rustlib/src/rust/library/Cargo.lock");
    if lock.exists() {
        return Ok(());
    }
    println!("getting the source of the standard library");
    cmd!(sh, "rustup component add rust-src")
        .run()
        .context("the source of the standard library is missing: rustup component add rust-src")
}

/// `wasm-bindgen` and its test runner, at exactly the version that the code is compiled with.
pub fn wasm_bindgen(sh: &Shell) -> Result<()> {
    let version = locked_version(sh, "wasm-bindgen")?;
    cargo_install(sh, "wasm-bindgen-cli", "wasm-bindgen", &version)
}

pub fn wasm_pack(sh: &Shell) -> Result<()> {
    cargo_install(sh, "wasm-pack", "wasm-pack", WASM_PACK)
}

pub fn cargo_fuzz(sh: &Shell) -> Result<()> {
    cargo_install(sh, "cargo-fuzz", "cargo-fuzz", CARGO_FUZZ)
}

/// It doesn't say its version; cargo wrote down which one it installed.
pub fn wasm_split(sh: &Shell) -> Result<()> {
    let package = "wasm_split_cli_support";
    let installed = sh.read_file(Path::new(TARGET).join("tools/.crates.toml")).unwrap_or_default();
    if installed.contains(&format!("\"{package} {WASM_SPLIT} ")) && find(sh, "wasm-split-cli").is_some() {
        return Ok(());
    }
    cargo_install_with(sh, package, WASM_SPLIT, &["--features", "build-binary"])
}

pub fn cargo_deny(sh: &Shell) -> Result<()> {
    cargo_install(sh, "cargo-deny", "cargo-deny", CARGO_DENY)
}

/// Node, npm, and the packages that the lock file in `folder` names.
pub fn npm_packages(sh: &Shell, folder: &str) -> Result<()> {
    node(sh)?;
    let folder = Path::new(folder);
    let lock = folder.join("package-lock.json");
    // npm writes this file last.
    let installed = folder.join("node_modules/.package-lock.json");
    if modified(&installed).is_some_and(|installed| modified(&lock).is_some_and(|lock| lock <= installed)) {
        return Ok(());
    }
    println!("getting the npm packages of {}", folder.display());
    let _folder = sh.push_dir(folder);
    cmd!(sh, "npm ci --no-audit --no-fund").run()?;
    Ok(())
}

/// Chromium and chromedriver; `ROKADE_CHROMIUM` and `CHROMEDRIVER` name others.
pub fn browser(sh: &Shell) -> Result<Browser> {
    if find_browser(sh).is_none() {
        println!("getting Chromium and chromedriver");
        apt_install(sh, &["chromium", "chromium-driver"])?;
    }
    find_browser(sh).context(
        "no Chromium with its chromedriver on the path: \
         install both, or name them in `ROKADE_CHROMIUM` and `CHROMEDRIVER`",
    )
}

fn find_browser(sh: &Shell) -> Option<Browser> {
    let chromium = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    Some(Browser {
        chromium: named_or_found(sh, "ROKADE_CHROMIUM", &chromium)?,
        chromedriver: named_or_found(sh, "CHROMEDRIVER", &["chromedriver"])?,
    })
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engines that `ROKADE_ENGINES` names, or all.
    pub fn wanted() -> Result<Vec<Self>> {
        let names = env::var("ROKADE_ENGINES").unwrap_or_default();
        if names.trim().is_empty() {
            return Ok(Self::ALL.to_vec());
        }
        names.split(',').map(|name| name.trim().parse()).collect()
    }
}

impl FromStr for Engine {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name).with_context(|| {
            format!("`ROKADE_ENGINES`: there is no engine `{name}`, only {}", Self::ALL.map(Self::name).join(", "))
        })
    }
}

/// The browsers of these engines and what drives them, each with the variable that names it to the tests.
pub fn engines(sh: &Shell, wanted: &[Engine]) -> Result<Vec<(&'static str, PathBuf)>> {
    let mut programs = Vec::new();
    for engine in wanted {
        match engine {
            Engine::Chromium => {
                let Browser { chromium, chromedriver } = browser(sh)?;
                programs.extend([("ROKADE_CHROMIUM", chromium), ("CHROMEDRIVER", chromedriver)]);
            }
            Engine::Firefox => {
                let firefox =
                    || Some([("ROKADE_FIREFOX", named_or_found(sh, "ROKADE_FIREFOX", &["firefox-esr", "firefox"])?)]);
                programs.extend(found_or_installed(sh, "Firefox", &["firefox-esr"], "ROKADE_FIREFOX", firefox)?);
                programs.push(("GECKODRIVER", geckodriver(sh)?));
            }
            Engine::WebKit => {
                let webkit = || {
                    Some([
                        ("ROKADE_WEBKIT", named_or_found(sh, "ROKADE_WEBKIT", &["MiniBrowser"]).or_else(mini_browser)?),
                        ("WEBKITDRIVER", named_or_found(sh, "WEBKITDRIVER", &["WebKitWebDriver"])?),
                        ("XVFB", named_or_found(sh, "XVFB", &["Xvfb"])?),
                    ])
                };
                let packages = ["webkit2gtk-driver", "xvfb", "xauth"];
                programs.extend(found_or_installed(
                    sh,
                    "WebKit",
                    &packages,
                    "ROKADE_WEBKIT, WEBKITDRIVER and XVFB",
                    webkit,
                )?);
            }
        }
    }
    Ok(programs)
}

/// Orca, and the desk that it works at without a screen: displays, a session bus, a window manager, and keys.
pub fn screen_reader(sh: &Shell) -> Result<()> {
    let launcher = ["/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib/at-spi2"];
    let there = || {
        let is_on_path =
            ["orca", "openbox", "xdotool", "dbus-daemon", "Xvfb"].iter().all(|program| find(sh, program).is_some());
        (is_on_path && launcher.iter().any(|folder| Path::new(folder).join("at-spi-bus-launcher").is_file()))
            .then_some(())
    };
    let packages =
        ["orca", "python3-pyatspi", "gir1.2-atspi-2.0", "at-spi2-core", "openbox", "xdotool", "dbus", "xvfb", "xauth"];
    found_or_installed(sh, "Orca", &packages, "PATH", there)?;
    let version = cmd!(sh, "orca --version").quiet().ignore_stderr().read()?;
    if version.split('.').next() != Some(ORCA) {
        bail!("Orca {version} words things otherwise than Orca {ORCA}, by which tests/heard/said was kept");
    }
    Ok(())
}

/// What `find` finds, once it was installed where that is needed.
fn found_or_installed<Found>(
    sh: &Shell,
    what: &str,
    packages: &[&str],
    variables: &str,
    find: impl Fn() -> Option<Found>,
) -> Result<Found> {
    if let Some(found) = find() {
        return Ok(found);
    }
    println!("getting {what}");
    apt_install(sh, packages)
        .with_context(|| format!("{what} is missing; `ROKADE_ENGINES` names the engines to do with"))?;
    find().with_context(|| format!("{what} is not where it was sought: name it in {variables}"))
}

/// Where Debian puts WebKitGTK's own browser, which is on no path.
fn mini_browser() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    folders
        .flat_map(|folder| {
            ["4.1", "6.0", "4.0"].map(|version| folder.join(format!("webkit2gtk-{version}/MiniBrowser")))
        })
        .find(|file| file.is_file())
}

fn geckodriver(sh: &Shell) -> Result<PathBuf> {
    if let Some(named) = env::var_os("GECKODRIVER").filter(|named| !named.is_empty()) {
        return Ok(named.into());
    }
    cargo_install(sh, "geckodriver", "geckodriver", GECKODRIVER)?;
    find(sh, "geckodriver").context("geckodriver is not where cargo installs it")
}

fn node(sh: &Shell) -> Result<()> {
    let too_old = match node_version(sh) {
        Some(version) if version >= NODE && find(sh, "npm").is_some() => return Ok(()),
        version => version.is_some_and(|version| version < NODE),
    };
    if !too_old {
        println!("getting Node and npm");
        apt_install(sh, &["nodejs", "npm"])?;
    }
    match node_version(sh) {
        Some(version) if version >= NODE => Ok(()),
        Some(version) => bail!("Node {version} is too old: install Node {NODE} or newer, see nodejs.org/en/download"),
        None => bail!("Node is missing: install Node {NODE} or newer with npm, see nodejs.org/en/download"),
    }
}

fn node_version(sh: &Shell) -> Option<u32> {
    find(sh, "node")?;
    let version = cmd!(sh, "node --version").quiet().ignore_stderr().read().ok()?;
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Installs the system's packages where that can be done without asking, otherwise says how.
fn apt_install(sh: &Shell, packages: &[&str]) -> Result<()> {
    let line = format!("apt-get install -y --no-install-recommends {}", packages.join(" "));
    if find(sh, "apt-get").is_none() {
        bail!("install {} with the system's package manager (on Debian: {line})", packages.join(" and "));
    }
    if !is_root(sh) {
        bail!("run this, then try again: sudo {line}");
    }
    let _quiet = sh.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(sh, "apt-get update -q").run()?;
    cmd!(sh, "apt-get install -q -y --no-install-recommends {packages...}").run()?;
    Ok(())
}

fn is_root(sh: &Shell) -> bool {
    find(sh, "id").is_some() && cmd!(sh, "id -u").quiet().read().is_ok_and(|user| user == "0")
}

/// Installs a program by `cargo install`, unless this version of it is on the path.
/// Not `--locked`: the lock files in the packages name versions that a mirror may not have yet.
fn cargo_install(sh: &Shell, package: &str, program: &str, version: &str) -> Result<()> {
    if let Some(path) = find(sh, program) {
        let found = cmd!(sh, "{path} --version").quiet().ignore_stderr().read().unwrap_or_default();
        if found.split_whitespace().any(|word| word == version) {
            return Ok(());
        }
    }
    cargo_install_with(sh, package, version, &[])
}

fn cargo_install_with(sh: &Shell, package: &str, version: &str, features: &[&str]) -> Result<()> {
    println!("building {package} {version}, once: this takes a few minutes");
    let tools = Path::new(TARGET).join("tools");
    // A folder of its own, so that an interrupted build goes on where it stopped.
    let building = tools.join("build");
    let exact = format!("={version}");
    cmd!(sh, "cargo install {package} --version {exact} {features...} --root {tools} --target-dir {building} --force")
        // Some ask for the slowest of builds, and none of them runs long enough here to give that back.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .run()?;
    sh.remove_path(building)?;
    Ok(())
}

/// The version of a package in the lock file.
pub fn locked_version(sh: &Shell, package: &str) -> Result<String> {
    let lock = sh.read_file("Cargo.lock")?;
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \""))
        .and_then(|line| line.strip_suffix('"'))
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock names no `{package}`"))
}

/// The version of the compiler that is there, and whether it is the one by which what is published is built.
pub fn rust(sh: &Shell) -> Result<(String, bool)> {
    let said = cmd!(sh, "rustc --version").quiet().read()?;
    let version = said.split(' ').nth(1).with_context(|| format!("rustc says `{said}` of its version"))?;
    Ok((version.to_owned(), version == RUST))
}

/// What is built by besides packages from npm, each by its package address, with its version.
pub fn builders(sh: &Shell) -> Result<[(&'static str, String); 3]> {
    Ok([
        ("pkg:generic/rust", rust(sh)?.0),
        ("pkg:cargo/wasm-bindgen-cli", locked_version(sh, "wasm-bindgen")?),
        ("pkg:cargo/wasm_split_cli_support", WASM_SPLIT.to_owned()),
    ])
}

fn sysroot(sh: &Shell) -> Result<PathBuf> {
    Ok(cmd!(sh, "rustc --print sysroot").quiet().read()?.into())
}

fn named_or_found(sh: &Shell, variable: &str, programs: &[&str]) -> Option<PathBuf> {
    match env::var_os(variable) {
        Some(named) if !named.is_empty() => Some(named.into()),
        _ => programs.iter().find_map(|program| find(sh, program)),
    }
}

/// Where a program is on the path.
fn find(sh: &Shell, program: &str) -> Option<PathBuf> {
    let path = sh.var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program).with_extension(env::consts::EXE_EXTENSION))
        .find(|file| file.is_file())
}

fn modified(file: &Path) -> Option<SystemTime> {
    file.metadata().ok()?.modified().ok()
}
